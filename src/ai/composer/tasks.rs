//! What the composer can honestly do besides a draft: leave out whole sentences, put them
//! into several messages, gather what belongs under a post, offer first lines. It never
//! rewrites, translates or describes, and says so.

use super::plan::{self, Draft};
use super::remarks::Notes;
use super::{grammar, matter};
use crate::ai::Ask;
use crate::ai::field::{self, Field};
use crate::domain::{Extras, Failure, Lack, ModelText, Omission, Remarks, Task, Unusable};
use crate::text::sentence::sentences;
use crate::text::{at_once, messages};

/// First lines offered at once.
const HOOKS: usize = 5;
/// Messages that a thread is cut into at most.
const MOST_PARTS: usize = 25;

pub fn draft(ask: &Ask) -> Result<Draft, Failure> {
    if ask.brief.task.needs_text() && ask.human.trim().is_empty() {
        return Err(Failure::AiUnusable { why: Unusable::NothingToChange });
    }
    match ask.brief.task {
        Task::Draft => Ok(plan::draft(ask)),
        Task::Shorten => shorten(ask),
        Task::Thread => Ok(thread(ask)),
        Task::FirstComment => Ok(first_comment(ask)),
        Task::Hooks => Ok(hooks(ask)),
        Task::Tone | Task::Translate | Task::AltText | Task::Reply => {
            Err(Failure::AiUnusable { why: Unusable::NeedsAi })
        }
    }
}

/// Whole sentences are left out from the end until it is so long as its number asks for:
/// the first keeps most, the last keeps one. In a thread the longest message gives first,
/// and each is to fit. The first sentence always stays.
fn shorten(ask: &Ask) -> Result<Draft, Failure> {
    let written = ask.written();
    let whole = at_once(&written);
    let each = if ask.is_thread() { messages(&written) } else { vec![&*whole] };
    let each = each.into_iter().map(|text| Message(paragraphs(text)));
    let mut each: Vec<Message> = each.filter(|message| !message.0.is_empty()).collect();
    let mut notes = Notes::default();
    let count = |each: &[Message]| each.iter().flat_map(|m| &m.0).map(Vec::len).sum::<usize>();
    let all = count(&each);
    let wanted = match (ask.number.max(1) - 1) % 3 {
        0 => all.saturating_sub(all.div_ceil(3)),
        1 => all / 2,
        _ => 1,
    };
    let short_enough =
        |each: &[Message]| count(each) <= wanted || each.iter().all(Message::has_one);
    while !short_enough(&each) {
        let longest = each.iter_mut().filter(|m| !m.has_one()).max_by_key(|m| m.letters());
        if let Some(message) = longest {
            message.give_up(Omission::Shorter, &mut notes);
        }
    }
    for message in &mut each {
        while !message.has_one() && !fits(ask, &message.0) {
            message.give_up(Omission::NoRoom, &mut notes);
        }
    }
    if count(&each) == all {
        return Err(Failure::AiUnusable { why: Unusable::NothingToCut });
    }
    let mut breaks = Vec::new();
    let mut paragraphs = Vec::new();
    for message in each {
        breaks.extend((!paragraphs.is_empty()).then_some(paragraphs.len()));
        paragraphs.extend(message.0);
    }
    let remarks = Remarks { left_out: notes.left_out(""), ..Remarks::default() };
    Ok(Draft { paragraphs, breaks, hashtags: Vec::new(), remarks })
}

/// The sentences of one message, or of the one text, by paragraph.
struct Message(Vec<Vec<String>>);

impl Message {
    fn has_one(&self) -> bool {
        self.0.iter().map(Vec::len).sum::<usize>() <= 1
    }

    fn letters(&self) -> usize {
        self.0.iter().flatten().map(String::len).sum()
    }

    fn give_up(&mut self, why: Omission, notes: &mut Notes) {
        if let Some(sentence) = self.0.last_mut().and_then(Vec::pop) {
            notes.note(&sentence, why);
        }
        self.0.retain(|paragraph| !paragraph.is_empty());
    }
}

/// The text that is there, or else a draft, in messages that fit, cut between sentences.
fn thread(ask: &Ask) -> Draft {
    let (text, hashtags, remarks) = if ask.human.trim().is_empty() {
        let whole = Ask { target: None, ..ask.clone() };
        let draft = plan::draft(&whole);
        (draft.paragraphs, draft.hashtags, draft.remarks)
    } else {
        (paragraphs(&at_once(&ask.written())), Vec::new(), Remarks::default())
    };
    let mut parts: Vec<Vec<String>> = Vec::new();
    // Each number cuts more or less finely; a paragraph always begins a message.
    let most = match (ask.number.max(1) - 1) % 3 {
        0 => 2,
        1 => 1,
        _ => usize::MAX,
    };
    for paragraph in text {
        let mut part: Vec<String> = Vec::new();
        for sentence in paragraph {
            let mut longer = part.clone();
            longer.push(sentence.clone());
            if !part.is_empty() && (longer.len() > most || !fits(ask, &[longer.clone()])) {
                parts.push(std::mem::take(&mut part));
                longer = vec![sentence];
            }
            part = longer;
        }
        parts.push(part);
    }
    parts.retain(|part| !part.is_empty());
    parts.truncate(MOST_PARTS);
    Draft { breaks: (1..parts.len()).collect(), paragraphs: parts, hashtags, remarks }
}

/// A fact that the post leaves out, the link, the brand's hashtags.
fn first_comment(ask: &Ask) -> Draft {
    let facts = matter::facts(ask).into_iter().map(|fact| fact.text.trim());
    let near: Vec<&str> = facts.filter(|fact| !ask.human.contains(fact)).collect();
    let mut paragraphs = Vec::new();
    if !near.is_empty() {
        paragraphs.push(vec![grammar::sentence(near[(ask.number.max(1) - 1) % near.len()])]);
    }
    paragraphs.extend(ask.link.iter().map(|link| vec![link.trim().to_owned()]));
    let lacks = if near.is_empty() { vec![Lack::Facts] } else { Vec::new() };
    let hashtags = plan::draft(ask).hashtags;
    let remarks = Remarks { lacks, ..Remarks::default() };
    Draft { paragraphs, breaks: Vec::new(), hashtags, remarks }
}

/// What goes along on a network that has a place for it, from what was given and nothing
/// else: the topic as a headline, the link as a first comment.
pub fn extras(ask: &Ask) -> Extras {
    let fields = field::fields(ask);
    let some = |field: Field, words: Option<String>| {
        words.filter(|words| fields.contains(&field) && !words.is_empty()).map(ModelText::new)
    };
    let topic = ask.brief.topic.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = topic.chars();
    let headline = letters.next().map(|first| first.to_uppercase().chain(letters).collect());
    let link = ask.link.as_ref().map(|link| link.trim().to_owned());
    Extras {
        headline: some(Field::Headline, headline),
        first_comment: some(Field::FirstComment, link),
    }
}

/// How drafts from different angles would begin, one on each line.
fn hooks(ask: &Ask) -> Draft {
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut free = ask.clone();
    free.brief.angle = None;
    let first = (ask.number.max(1) - 1) * HOOKS + 1;
    for number in first..first + HOOKS {
        let draft = plan::draft(&free.numbered(number));
        let line = draft.paragraphs.into_iter().flatten().next();
        lines.extend(line.map(|line| vec![line]).filter(|line| !lines.contains(line)));
    }
    let lacks = plan::draft(ask).remarks.lacks;
    let remarks = Remarks { lacks, ..Remarks::default() };
    Draft { paragraphs: lines, breaks: Vec::new(), hashtags: Vec::new(), remarks }
}

fn fits(ask: &Ask, paragraphs: &[Vec<String>]) -> bool {
    let (Some(target), Some(max)) = (&ask.target, ask.most()) else { return true };
    let text: Vec<String> = paragraphs.iter().map(|paragraph| paragraph.join(" ")).collect();
    target.unit.count(&text.join("\n\n")) <= max
}

fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let ranges = sentences(paragraph).into_iter();
        ranges.map(|range| paragraph[range].trim().to_owned()).filter(|s| !s.is_empty()).collect()
    });
    paragraphs.filter(|paragraph: &Vec<String>| !paragraph.is_empty()).collect()
}
