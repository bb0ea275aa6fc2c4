//! Which sentences, in which order, and what has to go when there is little room.

use super::chance::Chance;
use super::grammar::{self, Filling};
use super::matter;
use super::phrases::{self, Sheet};
use super::remarks::{self, Notes};
use crate::ai::Ask;
use crate::ai::closeness::{self, close, same_language};
use crate::domain::{Angle, Omission, Reason, Remarks};
use crate::text::TextLanguage;
use crate::text::numeral::states_a_figure;
use crate::text::sentence::sentences;
use std::collections::BTreeSet;

/// Longer sentences of earlier posts are not borrowed, in characters.
const LONGEST_BORROWED: usize = 140;
const MOST_HASHTAGS: usize = 3;
/// Letters of a frame below which it is too plain to be known again.
const TELLING: usize = 6;
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
    /// The brand's own words, or what the post brings along: who asked wants to know of it
    /// when it is left out, and not of a phrase of the composer's.
    own: bool,
    /// What the opening opens on.
    matter: bool,
}

impl Line {
    fn phrase(text: String, spare: u8) -> Self {
        Self { text, spare, breaks: false, own: false, matter: false }
    }

    fn matter(self) -> Self {
        Self { matter: true, ..self }
    }

    fn own(text: String, spare: u8) -> Self {
        Self { own: true, ..Self::phrase(text, spare) }
    }

    fn apart(self) -> Self {
        Self { breaks: true, ..self }
    }
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
            let line = lines.remove(at);
            if line.own {
                writer.notes.note(&line.text, Omission::NoRoom);
            }
            if line.matter && !lines.iter().any(|line| line.matter) {
                // What opened on it opens on nothing.
                lines = writer.bare();
            }
        } else {
            for line in lines.iter().filter(|line| line.own) {
                writer.notes.note(&line.text, Omission::NoRoom);
            }
            lines = shortest(ask);
            break;
        }
    }
    let lacks = remarks::lacks(ask, !matter::facts(ask).is_empty());
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
    let line = |text| vec![Line::phrase(text, 0)];
    let words: Vec<&str> = ask.brief.topic.split_whitespace().collect();
    (1..=words.len())
        .rev()
        .map(|count| line(words[..count].join(" ")))
        .find(|lines| fits(ask, lines, &[]))
        .unwrap_or_default()
}

struct Writer<'a> {
    ask: &'a Ask,
    sheet: &'static Sheet,
    angle: Angle,
    mood: &'static str,
    filling: Filling<'a>,
    chance: Chance,
    /// What is not said again.
    used: BTreeSet<String>,
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
        let topic = ask.brief.topic.trim();
        // A post without a title is called by its first line, which stands there already.
        let topic = if !topic.is_empty() && ask.human.contains(topic) { "" } else { topic };
        let filling = Filling {
            topic,
            link: ask.link.as_deref().unwrap_or_default().trim(),
            informal: is_informal(ask),
            italian: sheet.lang == "it",
        };
        let written = &*ask.written();
        // What was turned down, and what a person has already written, is not said again.
        let standing = sentences(written).into_iter().map(|range| written[range].trim());
        let rejected = ask.rejected.iter().map(|rejection| rejection.text.trim());
        let used = standing.chain(rejected).map(str::to_owned).collect();
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
        let borrowed = self.borrowed(facts.is_empty());
        let asks = if facts.is_empty() { self.asks(borrowed.is_some()) } else { Vec::new() };
        if facts.is_empty() && borrowed.is_none() && asks.is_empty() {
            return self.bare();
        }
        let told = facts.iter().enumerate();
        let told = told.map(|(at, fact)| Line::own(grammar::sentence(fact), 1 + at as u8).matter());
        let borrowed = borrowed.map(|text| Line::own(text, 5).matter());
        let mut matter: Vec<Line> = Vec::new();
        if self.tells() {
            matter.extend(borrowed);
            matter.extend(told);
        } else {
            matter.extend(told);
            matter.extend(borrowed);
        }
        matter.extend(asks);
        let named =
            matter.first().is_some_and(|line| matter::names(&line.text, self.filling.topic));
        let opening = if named { self.lead() } else { self.opening(true) };
        let mut lines: Vec<Line> = Vec::new();
        lines.extend(opening.map(|text| Line::phrase(text, 0)));
        lines.extend(matter);
        lines.extend(self.closing(true));
        lines
    }

    /// All that can be said where there is nothing to say.
    fn bare(&mut self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        lines.extend(self.opening(false).map(|text| Line::phrase(text, 0)));
        lines.extend(self.closing(false));
        lines
    }

    /// Where no fact is known: what somebody who knows would say from this angle, with a
    /// blank for it. One beside the brand's own words or where it is to be short, else two.
    fn asks(&mut self, beside: bool) -> Vec<Line> {
        let count = if beside || self.shorter { 1 } else { 2 };
        let angle = self.angle.code();
        let mut asks: Vec<String> = Vec::new();
        for _ in 0..count {
            let ask = self.pick(angle, "ask", true).or_else(|| self.pick(angle, "ask", false));
            asks.extend(ask);
        }
        // One may lean on another, which stands before it in the sheet.
        let sheet = self.sheet.sentences(angle, "ask", self.mood).concat();
        let all: Vec<String> = sheet.iter().filter_map(|ask| self.filling.fill(ask)).collect();
        asks.sort_by_key(|ask| all.iter().position(|one| one == ask));
        (6..).zip(asks).map(|(spare, text)| Line::phrase(text, spare).matter()).collect()
    }

    /// A story, or a look from the inside: the brand's own sentences come first.
    fn tells(&self) -> bool {
        matches!(self.angle, Angle::Story | Angle::BehindTheScenes)
    }

    /// What opens on a sentence that names the topic itself: "La sciarpa: un promemoria. La
    /// sciarpa costa 89 €" says it twice. Rather that sentence alone than a worn phrase.
    fn lead(&mut self) -> Option<String> {
        self.pick(self.angle.code(), "plain", true)
    }

    /// What opens on something that follows, or stands alone where nothing does. Rather the
    /// bare topic than a phrase that the brand's readers have just seen.
    fn opening(&mut self, has_matter: bool) -> Option<String> {
        let angle = self.angle.code();
        let topic = self.filling.topic;
        let named = (!topic.is_empty()).then(|| grammar::sentence(topic));
        if !has_matter {
            return self
                .pick(angle, "bare", true)
                .or_else(|| self.pick(angle, "bare", false))
                .or(named);
        }
        let Some(named) = named else { return self.pick(angle, "plain", true) };
        let open = self.sheet.sentences(angle, "open", self.mood).concat();
        if open.iter().any(|sentence| self.filling.fill(sentence).is_some()) {
            return Some(self.pick(angle, "open", true).unwrap_or(named));
        }
        // A topic that suits no phrase stands by itself, and the phrase behind it.
        let plain = self.pick(angle, "plain", false);
        Some(plain.map_or(named.clone(), |plain| format!("{named} {plain}")))
    }

    /// An address, else an invitation; no invitation after someone found us salesy, nor
    /// where a story ends or one has been made already.
    fn closing(&mut self, has_matter: bool) -> Option<Line> {
        let link = self.filling.link;
        if !link.is_empty() {
            let text = self.pick("shared", "link", true).unwrap_or_else(|| link.to_owned());
            return Some(Line::own(text, 1).apart());
        }
        let salesy = self.ask.rejected.iter().any(|r| r.reason == Some(Reason::Salesy));
        if self.shorter || salesy || self.tells() || !has_matter {
            return None;
        }
        // One order for all drafts of a seed, each taking its own: no two end alike.
        let of_mood = self.sheet.sentences("shared", "close", self.mood);
        let closings = Chance::new(self.ask.seed, 0).shuffled(of_mood.concat());
        let mut fresh = closings.iter().filter(|closing| !self.is_worn(closing));
        let own = fresh.nth(self.ask.number - 1)?.clone();
        self.first_new(&[&own]).map(|text| Line::phrase(text, 4).apart())
    }

    /// The facts this draft speaks of, each draft from another one.
    fn facts(&mut self) -> Vec<&'a str> {
        let (standing, about): (Vec<_>, Vec<_>) = matter::facts(self.ask)
            .into_iter()
            .partition(|fact| self.ask.human.contains(fact.text.trim()));
        for fact in standing {
            self.notes.note(&fact.text, Omission::Standing);
        }
        let mut facts: Vec<&str> = about.into_iter().map(|fact| fact.text.as_str()).collect();
        facts.retain(|fact| !self.is_said(&grammar::sentence(fact)));
        if facts.is_empty() {
            return facts;
        }
        let first = (self.ask.number - 1) % facts.len();
        facts.rotate_left(first);
        let mut told: Vec<&str> = Vec::new();
        for fact in facts {
            if !told.iter().any(|other| matter::repeats(fact, other)) {
                told.push(fact);
            }
        }
        let mut facts = told;
        facts.truncate(if self.shorter || self.angle == Angle::Question { 1 } else { 2 });
        facts
    }

    /// A sentence of an earlier post, or of the voice's examples, about the same thing
    /// and true at any time: no figures, in digits or in words, no days, no addresses.
    ///
    /// Stories tell them; where no fact is about the topic every draft does, each its own.
    fn borrowed(&mut self, bare: bool) -> Option<String> {
        if self.shorter || !(self.tells() || bare) {
            return None;
        }
        let own = if bare { self.ask.number - 1 } else { 0 };
        let texts = self.ask.past.iter().chain(&self.ask.voice.examples);
        let all = texts
            .flat_map(|text| sentences(text).into_iter().map(|range| text[range].trim()))
            .filter(|sentence| {
                sentence.ends_with('.')
                    && sentence.chars().count() <= LONGEST_BORROWED
                    && matter::touches(self.ask, sentence)
                    && !self.used.contains(*sentence)
                    && matter::stands_alone(sentence)
                    && TextLanguage::guess(sentence)
                        .is_none_or(|own| same_language(own.tag(), &self.ask.lang))
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
        self.used.extend(found.clone());
        found
    }

    /// Those of the brand's hashtags that suit: the closest to the topic, to the text, and
    /// the brand's own name. Where none does, the first of its list.
    fn hashtags(&mut self) -> Vec<String> {
        let instruction = self.ask.brief.instruction.as_deref().unwrap_or_default().to_lowercase();
        let unwanted = self.sheet.instructions.get("no_hashtags");
        if unwanted
            .is_some_and(|words| words.iter().any(|word| instruction.contains(word.as_str())))
        {
            return Vec::new();
        }
        let ask = self.ask;
        let letters = |text: &str| text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "");
        let brand = letters(&ask.brand);
        let suits = |tag: &String| {
            let near = close(tag, &ask.brief.topic) + close(tag, &ask.human);
            near + usize::from(letters(tag) == brand)
        };
        let mut tags = ask.voice.hashtags.clone();
        tags.sort_by_key(|tag| std::cmp::Reverse(suits(tag)));
        let suited = tags.iter().take_while(|tag| suits(tag) > 0).count();
        tags.truncate(suited.clamp(1, MOST_HASHTAGS));
        tags
    }

    /// A sentence for a role that can be filled and has not been said; where a `fresh` one is
    /// wanted, none whose frame the brand has waiting or has just used.
    fn pick(&mut self, angle: &str, role: &str, fresh: bool) -> Option<String> {
        let [of_mood, any] = self.sheet.sentences(angle, role, self.mood);
        let mut candidates = self.chance.shuffled(of_mood.iter().collect());
        candidates.extend(self.chance.shuffled(any.iter().collect()));
        // What can be named is named.
        let named = !self.filling.topic.is_empty() && role == "bare";
        candidates.retain(|sentence: &&String| {
            !(fresh && self.is_worn(sentence)) && (!named || sentence.contains('{'))
        });
        self.first_new(&candidates)
    }

    /// The words around its slots stand in a text that waits, or in one of the last posts.
    fn is_worn(&self, sentence: &str) -> bool {
        let frame = self.filling.frame(sentence);
        let letters = frame.iter().flat_map(|words| words.chars());
        if letters.filter(|c| c.is_alphabetic()).count() < TELLING {
            return false;
        }
        self.ask.said.iter().any(|text| {
            let mut rest = text.as_str();
            frame.iter().all(|words| {
                let found = rest.find(words).map(|at| &rest[at + words.len()..]);
                rest = found.unwrap_or_default();
                found.is_some()
            })
        })
    }

    /// A text, or a sentence of it, stands already, here or before.
    fn is_said(&self, text: &str) -> bool {
        let mut parts = sentences(text).into_iter();
        self.used.contains(text) || parts.any(|range| self.used.contains(text[range].trim()))
    }

    fn first_new(&mut self, sentences: &[&String]) -> Option<String> {
        let mut filled = sentences.iter().filter_map(|sentence| self.filling.fill(sentence));
        let asks = |text: &str| self.no_question && text.contains('?');
        let text = filled.find(|text| !self.is_said(text) && !asks(text))?;
        self.used.insert(text.clone());
        Some(text)
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
