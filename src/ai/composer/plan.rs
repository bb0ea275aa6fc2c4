//! Which sentences, in which order, and what has to go when there is little room.

use super::chance::Chance;
use super::grammar::Filling;
use super::phrases::{self, Sheet};
use super::remarks::{self, Notes};
use crate::ai::Ask;
use crate::ai::closeness::{self, close};
use crate::domain::{Angle, ChosenFact, NearTo, Omission, Reason, Remarks};
use crate::text::numeral::states_a_figure;
use crate::text::sentence::sentences;
use std::collections::BTreeMap;

/// Longer sentences of earlier posts are not borrowed, in characters.
const LONGEST_BORROWED: usize = 140;
const MOST_HASHTAGS: usize = 3;

/// A draft before it is one text.
pub struct Draft {
    /// Sentences by paragraph.
    pub paragraphs: Vec<Vec<String>>,
    /// The paragraphs with which another message begins; none where it is one text.
    pub breaks: Vec<usize>,
    pub hashtags: Vec<String>,
    pub remarks: Remarks,
}

/// A sentence and how gladly it is given up: the highest goes first.
struct Line {
    text: String,
    spare: u8,
    /// Begins a paragraph.
    breaks: bool,
}

pub fn draft(ask: &Ask) -> Draft {
    let mut writer = Writer::new(ask);
    let mut lines = writer.lines();
    let mut hashtags = writer.hashtags();
    while !fits(ask, &lines, &hashtags) {
        let spare = (0..lines.len()).max_by_key(|&at| (lines[at].spare, at));
        if let Some(tag) = hashtags.pop() {
            writer.notes.note(&format!("#{tag}"), Omission::NoRoom);
        } else if let Some(at) = spare.filter(|_| lines.len() > 1) {
            writer.notes.note(&lines.remove(at).text, Omission::NoRoom);
        } else {
            for line in &lines {
                writer.notes.note(&line.text, Omission::NoRoom);
            }
            lines = shortest(ask);
            break;
        }
    }
    let lacks = remarks::lacks(ask, ask.facts.iter().any(ChosenFact::is_near));
    let left_out = writer.notes.left_out(&joined(&lines, &hashtags));
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    for line in lines {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.breaks => paragraph.push(line.text),
            _ => paragraphs.push(vec![line.text]),
        }
    }
    let breaks = Vec::new();
    Draft { paragraphs, breaks, hashtags, remarks: Remarks { lacks, left_out } }
}

fn fits(ask: &Ask, lines: &[Line], hashtags: &[String]) -> bool {
    let (Some(target), Some(max)) = (&ask.target, ask.most()) else { return true };
    target.unit.count(&joined(lines, hashtags)) <= max
}

/// The text as it will be when it is accepted, hashtags on its last line.
fn joined(lines: &[Line], hashtags: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        let gap = if text.is_empty() {
            ""
        } else if line.breaks {
            "\n\n"
        } else {
            " "
        };
        text.push_str(gap);
        text.push_str(&line.text);
    }
    if !hashtags.is_empty() {
        text.push_str("\n\n");
        text.push_str(&hashtags.iter().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" "));
    }
    text
}

/// As many words of the topic as there is room for.
fn shortest(ask: &Ask) -> Vec<Line> {
    let line = |text| vec![Line { text, spare: 0, breaks: false }];
    let words: Vec<&str> = ask.brief.topic.split_whitespace().collect();
    (1..=words.len())
        .rev()
        .map(|count| line(words[..count].join(" ")))
        .find(|lines| fits(ask, lines, &[]))
        .unwrap_or_default()
}

/// Where words stand already.
#[derive(Clone, Copy)]
enum Said {
    /// In this draft.
    Here,
    /// Elsewhere: why they are not said again.
    Before(Omission),
}

struct Writer<'a> {
    ask: &'a Ask,
    sheet: &'static Sheet,
    angle: Angle,
    mood: &'static str,
    filling: Filling<'a>,
    chance: Chance,
    /// What is not said again.
    used: BTreeMap<String, Said>,
    notes: Notes,
    shorter: bool,
    no_question: bool,
}

impl<'a> Writer<'a> {
    fn new(ask: &'a Ask) -> Self {
        let sheet = phrases::of(&ask.lang);
        let instruction = ask.brief.instruction.as_deref().unwrap_or_default().to_lowercase();
        let told = |name: &str| {
            let words = sheet.instructions.get(name);
            words.is_some_and(|words| words.iter().any(|word| instruction.contains(word.as_str())))
        };
        let filling = Filling {
            topic: ask.brief.topic.trim(),
            link: ask.link.as_deref().unwrap_or_default().trim(),
            informal: is_informal(ask),
            italian: sheet.lang == "it",
        };
        let written = &*ask.written();
        // What was turned down, and what a person has already written, is not said again.
        let own = sentences(written).into_iter().map(|range| written[range].trim());
        let standing = own.map(|sentence| (sentence.to_owned(), Said::Before(Omission::Standing)));
        let rejected = ask.rejected.iter().map(|rejection| rejection.text.trim().to_owned());
        let rejected = rejected.map(|text| (text, Said::Before(Omission::TurnedDown)));
        let used = standing.chain(rejected).collect();
        Self {
            ask,
            sheet,
            angle: ask.angle(),
            mood: mood(ask, sheet),
            filling,
            chance: Chance::new(ask.seed, ask.number as u64),
            used,
            notes: Notes::default(),
            shorter: told("shorter"),
            no_question: told("no_question"),
        }
    }

    fn lines(&mut self) -> Vec<Line> {
        let facts = self.facts();
        let angle = self.angle.code();
        let mut lines = Vec::new();
        let lead = !facts.is_empty() && self.chance.once_in(2);
        let opening = if lead { self.pick(angle, "lead", None) } else { None };
        let led = opening.is_some();
        let opening = opening
            .or_else(|| self.pick(angle, "open", None))
            .unwrap_or_else(|| self.ask.brief.topic.trim().to_owned());
        if !opening.is_empty() {
            lines.push(Line { text: opening, spare: 0, breaks: false });
        }
        let body = self.pick(angle, "body", None);
        // After a lead, and where news comes first, the facts stand before the rest.
        let facts_first = led || matches!(self.angle, Angle::Announcement | Angle::Reminder);
        let bare = facts.is_empty();
        let facts = self.fact_lines(&facts, facts_first);
        if let Some(body) = body.as_ref().filter(|_| self.shorter) {
            self.notes.note(body, Omission::Shorter);
        }
        let mut middle: Vec<Line> = body
            .filter(|_| !self.shorter)
            .map(|text| Line { text, spare: 3, breaks: false })
            .into_iter()
            .collect();
        middle.extend(self.borrowed(bare).map(|text| Line { text, spare: 5, breaks: false }));
        if facts_first {
            lines.extend(facts);
            if let Some(first) = middle.first_mut() {
                first.breaks = lines.len() > 2;
            }
            lines.extend(middle);
        } else {
            lines.extend(middle);
            lines.extend(facts);
        }
        lines.extend(self.closing());
        lines
    }

    fn fact_lines(&mut self, facts: &[&'a str], first_on_the_spot: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        for (index, fact) in facts.iter().enumerate() {
            let role = if index == 0 { "fact" } else { "more" };
            if let Some(text) = self.pick("shared", role, Some(fact)) {
                let breaks = index == 0 && !first_on_the_spot;
                lines.push(Line { text, spare: 1 + index as u8, breaks });
            }
        }
        lines
    }

    /// An address, else an invitation; neither after someone found us salesy.
    fn closing(&mut self) -> Option<Line> {
        if let Some(text) = self.pick("shared", "link", None) {
            return Some(Line { text, spare: 1, breaks: true });
        }
        // One order for all drafts of a seed, each taking its own: no two end alike.
        let of_mood = self.sheet.sentences("shared", "close", self.mood);
        let mut closings =
            Chance::new(self.ask.seed, 0).shuffled(of_mood.concat().into_iter().collect());
        let own = (self.ask.number - 1) % closings.len().max(1);
        closings.rotate_left(own);
        let text = self.first_new(&closings.iter().collect::<Vec<_>>(), None)?;
        let salesy = self.ask.rejected.iter().any(|r| r.reason == Some(Reason::Salesy));
        if self.shorter || salesy {
            let why = if salesy { Omission::Invites } else { Omission::Shorter };
            self.notes.note(&text, why);
            return None;
        }
        Some(Line { text, spare: 4, breaks: true })
    }

    /// The facts this draft speaks of: those about what it says, else those of its campaign
    /// or its link, each draft from another one.
    fn facts(&mut self) -> Vec<&'a str> {
        let near = self.ask.facts.iter().filter(|fact| fact.is_near());
        let (standing, near): (Vec<_>, Vec<_>) =
            near.partition(|fact| self.ask.human.contains(fact.text.trim()));
        for fact in standing {
            self.notes.note(&fact.text, Omission::Standing);
        }
        let said = near.iter().any(|fact| fact.is_said());
        let belongs = |fact: &&ChosenFact| fact.near.iter().any(|near| near.to < NearTo::Pillar);
        let fits = |fact: &&ChosenFact| if said { fact.is_said() } else { belongs(fact) };
        let mut facts: Vec<&str> =
            near.into_iter().filter(fits).map(|fact| fact.text.as_str()).collect();
        if facts.is_empty() {
            return facts;
        }
        let first = (self.ask.number - 1) % facts.len();
        facts.rotate_left(first);
        facts.truncate(if self.shorter || self.angle == Angle::Question { 1 } else { 2 });
        facts
    }

    /// A sentence of an earlier post, or of the voice's examples, about the same thing
    /// and true at any time: no figures, in digits or in words, no days, no addresses.
    ///
    /// Stories tell them; where no fact is about the topic every draft does, each its own.
    fn borrowed(&mut self, bare: bool) -> Option<String> {
        let tells = matches!(self.angle, Angle::Story | Angle::BehindTheScenes);
        if self.shorter || !(tells || bare) {
            return None;
        }
        let own = if bare { self.ask.number - 1 } else { 0 };
        let texts = self.ask.past.iter().chain(&self.ask.voice.examples);
        let all = texts
            .flat_map(|text| sentences(text).into_iter().map(|range| text[range].trim()))
            .filter(|sentence| {
                sentence.ends_with('.')
                    && sentence.chars().count() <= LONGEST_BORROWED
                    && close(sentence, &self.ask.brief.topic) > 0
                    && !self.used.contains_key(*sentence)
            });
        let (timeless, dated): (Vec<&str>, Vec<&str>) = all.partition(|sentence| {
            let addresses = sentence.contains(['#', '@', '/']);
            !addresses && !states_a_figure(sentence) && !closeness::speaks_of_time(sentence)
        });
        let found = timeless.get(own).map(|sentence| (*sentence).to_owned());
        if found.is_none() {
            for sentence in dated {
                self.notes.note(sentence, Omission::Dated);
            }
        }
        self.used.extend(found.clone().map(|sentence| (sentence, Said::Here)));
        found
    }

    /// The brand's own hashtags, the ones about the topic before the others.
    fn hashtags(&mut self) -> Vec<String> {
        let instruction = self.ask.brief.instruction.as_deref().unwrap_or_default().to_lowercase();
        let unwanted = self.sheet.instructions.get("no_hashtags");
        if unwanted
            .is_some_and(|words| words.iter().any(|word| instruction.contains(word.as_str())))
        {
            return Vec::new();
        }
        let mut tags = self.ask.voice.hashtags.clone();
        tags.sort_by_key(|tag| std::cmp::Reverse(close(tag, &self.ask.brief.topic)));
        tags.truncate(MOST_HASHTAGS);
        tags
    }

    /// A sentence for a role that can be filled and has not been said.
    fn pick(&mut self, angle: &str, role: &str, fact: Option<&str>) -> Option<String> {
        let [of_mood, any] = self.sheet.sentences(angle, role, self.mood);
        let mut candidates = self.chance.shuffled(of_mood.iter().collect());
        candidates.extend(self.chance.shuffled(any.iter().collect()));
        self.first_new(&candidates, fact)
    }

    /// Where a text, or a sentence of it, stands already.
    fn said(&self, text: &str) -> Option<Said> {
        let known = |words: &str| self.used.get(words).copied();
        let mut parts = sentences(text).into_iter();
        known(text).or_else(|| parts.find_map(|range| known(text[range].trim())))
    }

    fn first_new(&mut self, sentences: &[&String], fact: Option<&str>) -> Option<String> {
        let filled = sentences.iter().filter_map(|sentence| self.filling.fill(sentence, fact));
        for text in filled {
            match self.said(&text) {
                Some(Said::Before(why)) => self.notes.note(&text, why),
                Some(Said::Here) => {}
                None if self.no_question && text.contains('?') => {
                    self.notes.note(&text, Omission::Question);
                }
                None => {
                    self.used.insert(text.clone(), Said::Here);
                    return Some(text);
                }
            }
        }
        None
    }
}

/// The mood a tone asks for, by the words it is named and described with.
pub fn mood(ask: &Ask, sheet: &'static Sheet) -> &'static str {
    let Some(tone) = &ask.tone else { return "any" };
    let words = format!("{} {}", tone.key, tone.description).to_lowercase();
    sheet
        .moods
        .iter()
        .filter_map(|(mood, starts)| {
            starts.iter().filter_map(|start| words.find(start.as_str())).min().map(|at| (at, mood))
        })
        .min()
        .map_or("any", |(_, mood)| mood)
}

/// Whether the brand says "tu": by what it has written more often.
fn is_informal(ask: &Ask) -> bool {
    let mut balance = 0i32;
    let own = ask.past.iter().chain(&ask.voice.examples).chain(std::iter::once(&ask.human));
    for text in own.chain(&ask.voice.dos) {
        for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
            match word {
                "tu" | "ti" | "te" | "tuo" | "tua" | "tuoi" | "tue" => balance += 1,
                "voi" | "vi" | "ve" | "vostro" | "vostra" | "vostri" | "vostre" => balance -= 1,
                _ => (),
            }
        }
    }
    balance > 0
}
