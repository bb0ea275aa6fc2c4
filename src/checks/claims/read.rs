//! One text read whole: its claims, and what each of them is about.
//!
//! Facts, briefs and posts pass through here alike. Owns the order of the finders; judges
//! nothing.

use super::names::Known;
use super::page::{Kind, Page};
use super::tables::is;
use super::value::{Stem, Value};
use super::{dates, degrees, figures, names};
use crate::domain::ClaimKind;
use crate::text::EntityKind;
use std::ops::Range;

#[derive(Debug, Clone)]
pub(super) struct Found {
    pub kind: ClaimKind,
    /// Bytes of the text.
    pub span: Range<usize>,
    pub tokens: Range<usize>,
    pub value: Value,
}

/// What a claim is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Topic {
    pub common: Vec<Stem>,
    pub proper: Vec<Stem>,
    /// Common ones that only say which: "di lana" of a ball, "loom" of a course.
    pub which: Vec<Stem>,
    /// Those that say where: "sul telaio".
    pub placed: Vec<Stem>,
    /// Two things together: "la sciarpa e i guanti".
    pub joint: bool,
}

/// What a word contributes to a topic.
#[derive(Clone, Copy, Default)]
struct Mark {
    content: Option<Stem>,
    proper: bool,
    /// An article, or its place, says that it names a thing.
    explicit: bool,
    /// Says which of the things its neighbour names.
    which: bool,
    placed: bool,
    stance: u8,
}

pub(super) struct Text<'a> {
    pub page: Page<'a>,
    /// In the order of the text.
    pub found: Vec<Found>,
    marks: Vec<Mark>,
}

/// Where a topic was found: the nearer, the more it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    Before,
    After,
    Sentence,
    /// Behind it, in another clause.
    Later,
    Text,
}

impl Topic {
    pub fn is_empty(&self) -> bool {
        self.common.is_empty() && self.proper.is_empty()
    }

    /// Something of it is known.
    fn has(&self, known: impl Fn(Stem) -> bool) -> bool {
        self.common.iter().chain(&self.proper).any(|stem| known(*stem))
    }

    fn add(&mut self, mark: Mark) {
        let Some(stem) = mark.content else { return };
        let list = if mark.proper { &mut self.proper } else { &mut self.common };
        if !list.contains(&stem) {
            list.push(stem);
            if mark.which && !mark.proper {
                self.which.push(stem);
            }
            if mark.placed && !mark.proper {
                self.placed.push(stem);
            }
        }
    }
}

impl<'a> Text<'a> {
    /// `known` are the words of the brand's facts.
    pub fn read(text: &'a str, tongue: Option<&str>, known: &Known) -> Self {
        let mut page = Page::new(text, tongue);
        let mut found = Vec::new();
        dates::find(&mut page, &mut found);
        figures::find(&mut page, &mut found);
        degrees::find(&page, &mut found);
        names::find(&page, known, &mut found);
        entities(&page, &mut found);
        found.sort_by_key(|claim| (claim.span.start, claim.span.end));
        let marks = marks(&page, &found);
        Self { page, found, marks }
    }

    /// The nearest thing the claim can be about. `known` says which words a fact is about:
    /// beyond the sentence only those count.
    pub fn topic(&self, claim: &Found, known: impl Fn(Stem) -> bool) -> Option<(Topic, Near)> {
        if let Some(topic) = self.of_year(claim) {
            return Some((topic, Near::Before));
        }
        let tokens = &self.page.tokens;
        let here = tokens[claim.tokens.start].clause;
        let first = tokens[..claim.tokens.start]
            .iter()
            .rposition(|t| t.clause != here)
            .map_or(0, |at| at + 1);
        let named = |range: Range<usize>| self.named(range, &known);
        if let Some(topic) = self.before(claim, first, &known) {
            return Some((topic, Near::Before));
        }
        let last = tokens[claim.tokens.end..].iter().take_while(|t| t.clause == here).count();
        let behind = named(claim.tokens.end..claim.tokens.end + last);
        if let Some(topic) = behind.clone().filter(|topic| topic.has(&known)) {
            return Some((topic, Near::After));
        }
        // "si parte da 15 € e il preventivo è compreso": what was being spoken of comes first.
        let other = behind.filter(|_| claim.kind == ClaimKind::Price);
        if let Some(found) = self.earlier(claim, first, other.as_ref(), &known) {
            return Some(found);
        }
        if other.is_some() {
            return other.map(|topic| (topic, Near::After));
        }
        // What follows in the sentence: "Solo 89 €: la sciarpa è qui".
        let sentence = tokens[claim.tokens.start].sentence;
        let after = claim.tokens.end + last;
        let rest = tokens[after..].iter().take_while(|t| t.sentence == sentence).count();
        // "We open at 7.30pm, tickets are £18": those have their price and no hour.
        let priced = claim.kind == ClaimKind::Date && self.is_priced(after..after + rest);
        named(after..after + rest).filter(|_| !priced).map(|topic| (topic, Near::Later))
    }

    fn is_priced(&self, range: Range<usize>) -> bool {
        let mut prices = self.found.iter().filter(|other| other.kind == ClaimKind::Price);
        prices.any(|price| range.contains(&price.tokens.start))
    }

    /// The things that some words name.
    fn named(&self, range: Range<usize>, known: &impl Fn(Stem) -> bool) -> Option<Topic> {
        let mut topic = Topic::default();
        // An "and" right behind something explicit joins what follows to it.
        let (mut and, mut thing) = (false, false);
        for i in range {
            let mark = self.marks[i];
            if mark.explicit || and || mark.content.is_some_and(known) {
                topic.joint |= and && mark.content.is_some();
                topic.add(mark);
            }
            let joins = matches!(self.page.raw(i), "e" | "ed" | "and" | "&" | "+");
            // The article of the second thing stands between.
            let article = self.page.has(i, is::DETERMINER);
            (and, thing) = (thing && joins || and && article, mark.explicit);
        }
        (!topic.is_empty()).then_some(topic)
    }

    /// What stands before a claim in its clause, which begins at `first`.
    fn before(&self, claim: &Found, first: usize, known: &impl Fn(Stem) -> bool) -> Option<Topic> {
        // "tascabili al 15% e 9.000 titoli": a list goes on to another thing.
        let joined = |at: usize| matches!(self.page.raw(at), "e" | "ed" | "and");
        let listed =
            claim.kind != ClaimKind::Price && claim.tokens.start.checked_sub(1).is_some_and(joined);
        let named = self.named(first..claim.tokens.start, known).filter(|_| !listed);
        named.or_else(|| self.adjacent(claim, first)).or_else(|| self.label(claim, first))
    }

    /// What earlier clauses name, the nearest first; `other` is what stands behind the claim
    /// in its own.
    fn earlier(
        &self,
        claim: &Found,
        first: usize,
        other: Option<&Topic>,
        known: &impl Fn(Stem) -> bool,
    ) -> Option<(Topic, Near)> {
        let tokens = &self.page.tokens;
        let sentence = tokens[claim.tokens.start].sentence;
        let mut end = first;
        while end > 0 {
            let clause = tokens[end - 1].clause;
            let start =
                tokens[..end].iter().rposition(|t| t.clause != clause).map_or(0, |at| at + 1);
            let same = tokens[end - 1].sentence == sentence;
            if let Some(mut topic) = self.named(start..end, known) {
                if same && (other.is_none() || topic.has(known)) {
                    return Some((topic, Near::Sentence));
                }
                if let Some(other) = other.filter(|_| !same) {
                    return Some((other.clone(), Near::After));
                }
                if topic.has(known) {
                    topic.common.retain(|stem| known(*stem));
                    topic.proper.retain(|stem| known(*stem));
                    return Some((topic, Near::Text));
                }
            }
            end = start;
        }
        None
    }

    /// "the 1931 loom": the thing behind its year.
    fn of_year(&self, claim: &Found) -> Option<Topic> {
        let year = matches!(claim.value, Value::Day(day) if day.year != 0 && day.month == 0);
        let led = claim.tokens.start > 0 && self.page.has(claim.tokens.start - 1, is::DETERMINER);
        let mark = self.marks.get(claim.tokens.end).filter(|_| year && led)?;
        let mut topic = Topic::default();
        topic.add(*mark);
        (!self.page.table.italian && !topic.is_empty()).then_some(topic)
    }

    /// "Lana e tintura: 48 €": all that stands before the colon of a price.
    fn label(&self, claim: &Found, first: usize) -> Option<Topic> {
        let colon =
            claim.tokens.start.checked_sub(1).filter(|at| self.page.is_sign(*at, &[':']))?;
        if claim.kind != ClaimKind::Price || first != claim.tokens.start {
            return None;
        }
        let clause = self.page.tokens[colon].clause;
        let words = (0..colon).filter(|&at| self.page.tokens[at].clause == clause);
        let mut topic = Topic::default();
        for at in words {
            topic.add(self.marks[at]);
        }
        (!topic.is_empty()).then_some(topic)
    }

    /// "guanti a 89 €": the word right before the preposition of a price.
    fn adjacent(&self, claim: &Found, first: usize) -> Option<Topic> {
        let at = claim.tokens.start.checked_sub(2).filter(|at| *at >= first)?;
        let joined = matches!(self.page.word(at + 1), "a" | "at" | "da" | "from" | "per" | "for");
        if claim.kind != ClaimKind::Price || !joined {
            return None;
        }
        let mut topic = Topic::default();
        topic.add(self.marks[at]);
        (!topic.is_empty()).then_some(topic)
    }

    /// What the sentence of a claim is about: the words before its first verb.
    pub fn head(&self, claim: &Found) -> Topic {
        let tokens = &self.page.tokens;
        let mut topic = Topic::default();
        let words = self.page.sentence(claim.tokens.start).start..claim.tokens.start;
        for (token, mark) in tokens[words.clone()].iter().zip(&self.marks[words]) {
            if (token.sense.has(is::VERB) || token.taken) && !topic.is_empty() {
                break;
            }
            topic.add(*mark);
        }
        topic
    }

    /// Which sides of the pairs of contraries the claim's clause takes, as bits.
    pub fn stance(&self, claim: &Found) -> u8 {
        let at = claim.tokens.start;
        let clause = &self.marks[self.page.clause(at)];
        let near = clause.iter().fold(0, |all, mark| all | mark.stance);
        if near != 0 {
            return near;
        }
        let before = &self.marks[self.page.sentence(at).start..at];
        before.iter().map(|mark| mark.stance).rfind(|stance| *stance != 0).unwrap_or(0)
    }

    /// "Stasera apriamo" says that one is open; "apriamo le iscrizioni" opens something else.
    pub fn opens(&self, claim: &Found) -> bool {
        let thing = |at: usize| {
            let named = self.marks.get(at).is_some_and(|mark| mark.content.is_some());
            named && !self.page.has(at, is::OWN)
        };
        self.page.clause(claim.tokens.start).any(|at| {
            let denied =
                at > 0 && matches!(self.page.word(at - 1), "non" | "not" | "mai" | "never");
            let article = usize::from(self.page.has(at + 1, is::DETERMINER));
            self.page.has(at, is::OPENS) && !denied && !thing(at + 1 + article)
        })
    }

    /// What can name something from the beginning to the end of the claim's clause; all that
    /// can beside a day or an hour, since what has a price of its own has seldom a day.
    pub fn words_until(&self, claim: &Found) -> Vec<Stem> {
        let tokens = &self.page.tokens;
        let clause = match claim.kind {
            ClaimKind::Date => usize::MAX,
            _ => tokens[claim.tokens.start].clause,
        };
        let until = tokens.partition_point(|token| token.clause <= clause);
        self.marks[..until].iter().filter_map(|mark| mark.content).collect()
    }

    /// What the sentence of a claim names.
    pub fn words_of_sentence(&self, claim: &Found) -> Vec<Stem> {
        let own = &self.marks[self.page.sentence(claim.tokens.start)];
        own.iter().filter_map(|mark| mark.content).collect()
    }

    /// A word of the text for the one who writes: "la bottega", "the practice".
    pub fn is_own(&self, stem: Stem) -> bool {
        let marked =
            |(i, mark): (usize, &Mark)| mark.content == Some(stem) && self.page.has(i, is::OWN);
        self.marks.iter().enumerate().any(marked)
    }

    /// Every word that can name something, and every figure's stem: what a name is looked up in.
    pub fn stems(&self) -> impl Iterator<Item = Stem> + '_ {
        let words = (0..self.page.tokens.len()).filter(|&i| self.page.kind(i) == Some(Kind::Word));
        words.map(|i| super::value::stem(self.page.word(i)))
    }
}

fn entities(page: &Page, found: &mut Vec<Found>) {
    for (i, token) in page.tokens.iter().enumerate() {
        let Kind::Entity(entity) = token.kind else { continue };
        let kind = match page.entities[entity].kind {
            EntityKind::Hashtag => ClaimKind::Hashtag,
            EntityKind::Mention => ClaimKind::Mention,
            EntityKind::Link => ClaimKind::Link,
        };
        let span = token.start..token.end;
        found.push(Found { kind, span, tokens: i..i + 1, value: Value::Words });
    }
}

fn marks(page: &Page, found: &[Found]) -> Vec<Mark> {
    let mut marks: Vec<Mark> = vec![Mark::default(); page.tokens.len()];
    let mut noun = false;
    let mut placed = false;
    let mut clause = usize::MAX;
    for (i, token) in page.tokens.iter().enumerate() {
        if token.kind != Kind::Word {
            // "l'orto", "a self-assessment": one thing.
            let inside = page.is_sign(i, &['\'', '’', '-']) && page.touches(i);
            noun = noun && inside && page.touches(i + 1);
            continue;
        }
        let word = page.word(i);
        let side = |(n, pair): (u8, &[String; 2])| {
            let side = pair.iter().position(|start| word.starts_with(start.as_str()))?;
            Some(1u8 << (n * 2 + side as u8))
        };
        let stance =
            (0..4).zip(&page.table.opposites).filter_map(side).fold(0, |all, bit| all | bit);
        // "non chiudiamo" says neither.
        let denied = i > 0 && matches!(page.word(i - 1), "non" | "not" | "never" | "mai" | "t");
        let side = if denied { 0 } else { stance };
        let content = if stance == 0 { page.content(i) } else { None };
        let starts = clause != token.clause;
        clause = token.clause;
        // "on this corner" says where, not of what.
        let beside = token.sense.has(is::BESIDE) && !starts;
        placed = if token.sense.has(is::LOCATIVE) || beside {
            true
        } else {
            placed && !starts && (token.sense.has(is::DETERMINER) || content.is_some())
        };
        let explicit = content.is_some() && (noun || starts) && !placed;
        // An article makes the words behind it name a thing, as far as they go.
        let article = token.sense.has(is::DETERMINER);
        let link = token.sense.has(is::NAME_LINK) && matches!(word, "di" | "d" | "of");
        noun = article || explicit || (noun && (token.sense.has(is::GENERIC) || link));
        marks[i] = Mark { content, proper: false, explicit, which: false, placed, stance: side };
    }
    for i in 0..marks.len() {
        marks[i].which = marks[i].content.is_some() && is_which(page, &marks, i);
    }
    for claim in found {
        match claim.kind {
            ClaimKind::Name => {
                for mark in &mut marks[claim.tokens.clone()] {
                    (mark.proper, mark.explicit) = (true, mark.content.is_some());
                }
            }
            // A quality or what is counted is no topic.
            ClaimKind::Superlative | ClaimKind::Comparison | ClaimKind::Number => {
                for mark in &mut marks[claim.tokens.clone()] {
                    mark.content = None;
                }
            }
            _ => {}
        }
    }
    marks
}

/// "di lana", "lana grezza", "loom course": which of them it is.
fn is_which(page: &Page, marks: &[Mark], i: usize) -> bool {
    let thing = |at: usize| marks.get(at).is_some_and(|mark| mark.content.is_some());
    let of = |at: usize| {
        matches!(page.word(at), "di" | "d" | "del" | "dello" | "della" | "dell" | "dei" | "degli")
            || matches!(page.word(at), "delle" | "of")
    };
    // Signs and articles between them: "d'acacia", "of the loom".
    let mut at = i;
    while at > 0 && (page.is_sign(at - 1, &['\'', '’']) || matches!(page.word(at - 1), "the" | "a"))
    {
        at -= 1;
    }
    let owned = at > 1 && of(at - 1) && thing(at - 2);
    // Italian says it behind, English before: "film" of "the film club meets".
    let first = i == 0 || !thing(i - 1);
    let beside = if page.table.italian { i.checked_sub(1) } else { Some(i + 1).filter(|_| first) };
    let same = |at: &usize| thing(*at) && page.tokens[*at].clause == page.tokens[i].clause;
    owned || beside.is_some_and(|at| same(&at))
}
