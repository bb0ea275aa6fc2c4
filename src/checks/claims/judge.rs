//! How each claim stands against what it is compared with.
//!
//! Owns the verdict: the same subject with the same figure supports, with another one
//! contradicts; everything less is unknown, and unknown never supports.

mod hearing;

use super::grounds::{Grounds, Said, bare, letters};
use super::page::Kind;
use super::read::{Found, Near, Text, Topic};
use super::tables::is;
use super::value::{Bound, Day, Hour, Match, Stem, Unit, Value, compare, stem};
use crate::domain::{ClaimKind, Ground, Standing};
use chrono::NaiveDate;

pub(super) struct Court<'a> {
    pub text: &'a Text<'a>,
    /// The folder's, then those of this text alone.
    pub grounds: [&'a Grounds; 2],
    pub today: NaiveDate,
    /// The day its words are read on.
    pub said_on: NaiveDate,
}

/// How the subjects of a claim and of a fact go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Same,
    /// Neither says anything of the other.
    Open,
    /// What the title of the post is about.
    Titled,
    Different,
}

impl Court<'_> {
    pub fn standing(&self, claim: &Found) -> Standing {
        match claim.value {
            Value::Words => self.words(claim),
            _ => self.compared(claim),
        }
    }

    /// A day that is said from the day one reads it on.
    fn dated(&self, value: Value) -> Value {
        match value {
            Value::Day(day) if day.ahead.is_some() => Value::Day(day.seen_from(self.said_on)),
            value => value,
        }
    }

    /// "Stasera" is a Thursday, too, where a fact says what happens each Thursday.
    fn told(&self, value: &Value, fact: &Value, relative: bool) -> Match {
        let told = compare(value, fact, self.today);
        let (Value::Day(day), Value::Day(of)) = (value, fact) else { return told };
        let weekly = of.weekday != 0 && of.day == 0 && of.nth == 0;
        if told == Match::Same || !relative || !weekly {
            return told;
        }
        let named = Day { weekday: day.weekday, every: of.every, ..Day::default() };
        compare(&Value::Day(named), fact, self.today)
    }

    /// A figure alone, or in a turn of phrase, is found in too many facts.
    fn is_vague(&self, claim: &Found) -> bool {
        let bare = matches!(claim.value, Value::Figure(figure) if figure.unit == Unit::Bare);
        bare && self.text.page.kind(claim.tokens.start) == Some(Kind::Word)
            || super::turns::is_turn(&self.text.page, claim)
    }

    /// "Sabato" is the next one, or the last: no Saturday of next month.
    fn is_another_week(&self, claim: Value, said: Value) -> bool {
        let (Value::Day(day), Value::Day(fact)) = (claim, said) else { return false };
        let named = day.weekday != 0 && day.day == 0 && day.nth == 0 && fact.until == 0;
        let date = fact.date(self.today).filter(|_| named && fact.ahead.is_none());
        let told = |date: NaiveDate| {
            let days = self.text.found.iter().filter_map(|found| match found.value {
                Value::Day(day) => day.date(self.today),
                _ => None,
            });
            days.into_iter().any(|day| day == date)
        };
        date.is_some_and(|date| (date - self.said_on).num_days().abs() > 7 && !told(date))
    }

    /// "Opens tonight" of what runs for weeks: of its days the first or the last is meant, and
    /// that it goes on says nothing of which. A shop that opens on its days is open on them.
    fn is_one_of_many(&self, claim: &Found, day: Value, said: &Said) -> bool {
        let (Value::Day(day), Value::Day(range)) = (day, said.value) else { return false };
        let page = &self.text.page;
        let mut words = page.clause(claim.tokens.start);
        let edge =
            words.any(|at| page.has(at, is::ENDS) || said.stance == 0 && page.has(at, is::BEGINS));
        edge && range.is_range() && !day.is_end_of(range, self.today)
    }

    fn is_known(&self, kind: ClaimKind, stem: Stem) -> bool {
        self.grounds.iter().any(|grounds| grounds.topics.contains(&(kind, stem)))
    }

    /// Nothing near a claim says what it is about.
    fn is_far(&self, kind: ClaimKind, topic: Option<&(Topic, Near)>) -> bool {
        topic.is_none_or(|(topic, near)| {
            let mut words = topic.common.iter().chain(&topic.proper);
            matches!(near, Near::Later | Near::Text)
                || *near != Near::Before && !words.any(|stem| self.is_known(kind, *stem))
        })
    }

    /// The title of the post says that it is about this.
    fn titled(&self, said: &Said) -> bool {
        let mut things = said.topic.common.iter().chain(&said.topic.proper);
        let [_, own] = self.grounds;
        things.any(|stem| own.title.contains(stem) && !said.topic.which.contains(stem))
    }

    /// What the facts call a thing they do not call so.
    fn synonym(&self, kind: ClaimKind, stem: Stem) -> Option<Stem> {
        let others = self.text.page.table.synonyms(stem).iter();
        others.copied().find(|other| !self.is_known(kind, stem) && self.is_known(kind, *other))
    }

    /// Calls things as the facts do; whether that changed anything.
    fn renamed(&self, kind: ClaimKind, topic: &mut Topic) -> bool {
        let mut any = false;
        for stem in &mut topic.common {
            if let Some(other) = self.synonym(kind, *stem) {
                (*stem, any) = (other, true);
            }
        }
        any
    }

    /// "La visita costa 48 €. Sotto i 12 anni è gratuita": the sentence that says what it is
    /// about has the fact's own figure; this one is about something else.
    fn said_before(&self, claim: &Found, topic: Option<&(Topic, Near)>, said: &Said) -> bool {
        let earlier = self.text.found.iter().filter(|other| other.span.start < claim.span.start);
        let same = |other: &Found| compare(&other.value, &said.value, self.today) == Match::Same;
        matches!(topic, Some((_, Near::Text))) && earlier.into_iter().any(same)
    }

    /// "Ingresso a 8 € per chi ha il ridotto": the same fact has this figure, of something
    /// the sentence names.
    fn is_said_of_another(&self, claim: &Found, grounds: &Grounds, said: &Said) -> bool {
        let value = self.dated(claim.value);
        let things = self.text.words_of_sentence(claim);
        grounds.of_source(said.source).any(|other| {
            let mut words = other.topic.common.iter().chain(&other.topic.proper);
            compare(&value, &other.value, self.today) == Match::Same
                && words.any(|stem| !said.topic.common.contains(stem) && things.contains(stem))
        })
    }

    /// "dalle 9 alle 18", where a fact says when it opens and when it closes.
    fn both_ends(&self, claim: &Found) -> Option<&Ground> {
        let Value::Hour(Hour { from, to: Some(to), .. }) = claim.value else { return None };
        let one = |said: &Said, at: u16| matches!(said.value, Value::Hour(Hour { from, to: None, .. }) if from == at);
        self.grounds.iter().find_map(|grounds| {
            let opens = grounds.speaking_of(&claim.value).filter(|said| one(said, from));
            let both = |said: &&Said| grounds.of_source(said.source).any(|end| one(end, to));
            let mut sources = opens.filter(both).map(|said| &grounds.sources[said.source as usize]);
            sources.find(|source| source.holds_on(self.today)).map(|source| &source.ground)
        })
    }

    fn words(&self, claim: &Found) -> Standing {
        let text = &self.text.page.text[claim.span.clone()];
        match claim.kind {
            ClaimKind::Hashtag | ClaimKind::Mention | ClaimKind::Link => self.handle(&bare(text)),
            ClaimKind::Quotation => {
                let quote = letters(text);
                self.source(|source| !quote.is_empty() && source.letters.contains(&quote))
            }
            _ => self.name(claim),
        }
    }

    fn handle(&self, handle: &str) -> Standing {
        for (grounds, ground) in self.grounds.iter().zip([Ground::Brand, Ground::Post]) {
            if grounds.handles.contains(handle) {
                return Standing::Supported(ground);
            }
        }
        self.source(|source| source.handles.iter().any(|known| known == handle))
    }

    /// Every word of a name stands together in one source.
    fn name(&self, claim: &Found) -> Standing {
        let page = &self.text.page;
        let words: Vec<Stem> = claim
            .tokens
            .clone()
            .filter(|&i| !page.has(i, is::NAME_LINK) || page.word(i).len() > 3)
            .filter(|&i| !page.word(i).is_empty())
            .map(|i| stem(page.word(i)))
            .collect();
        if words.is_empty() {
            return Standing::Unknown;
        }
        if words.iter().all(|word| self.grounds[0].brand.contains(word)) {
            return Standing::Supported(Ground::Brand);
        }
        let mut expired = Standing::Unknown;
        for grounds in self.grounds {
            let Some(holding) = grounds.words.get(&words[0]) else { continue };
            let all = |source: &&u32| {
                words[1..].iter().all(|word| {
                    grounds.words.get(word).is_some_and(|at| at.binary_search(source).is_ok())
                })
            };
            for source in holding.iter().filter(all) {
                let source = &grounds.sources[*source as usize];
                if source.holds_on(self.today) {
                    return Standing::Supported(source.ground.clone());
                }
                expired = source.expired().unwrap_or(expired);
            }
        }
        expired
    }

    fn source(&self, says: impl Fn(&super::grounds::Source) -> bool) -> Standing {
        let mut expired = Standing::Unknown;
        for source in self.grounds.iter().flat_map(|grounds| &grounds.sources) {
            if says(source) {
                if source.holds_on(self.today) {
                    return Standing::Supported(source.ground.clone());
                }
                expired = source.expired().unwrap_or(expired);
            }
        }
        expired
    }
}

impl Grounds {
    /// Among several figures of one source is this one, whatever it is said of there.
    fn lists(&self, said: &Said, value: &Value, today: NaiveDate) -> bool {
        let alike = self.of_source(said.source).filter(|other| other.kind == said.kind);
        let same = |other: &Said| compare(value, &other.value, today) == Match::Same;
        alike.clone().count() > 2 && alike.clone().any(same)
    }
}

impl super::grounds::Source {
    pub(super) fn holds_on(&self, today: NaiveDate) -> bool {
        match self.ground {
            Ground::Fact { expires: Some(last), .. } => today <= last,
            _ => true,
        }
    }

    fn expired(&self) -> Option<Standing> {
        match &self.ground {
            Ground::Fact { id, expires: Some(on) } => {
                Some(Standing::Expired { fact: id.clone(), on: *on })
            }
            _ => None,
        }
    }
}

fn is_phone(value: &Value) -> bool {
    matches!(value, Value::Figure(figure) if figure.unit == Unit::Phone)
}

/// "Under 26", "over-65s": whom something is for, which is a thing of its own.
fn is_threshold(value: &Value) -> bool {
    matches!(value, Value::Figure(figure) if figure.unit == Unit::Bare
        && matches!(figure.bound, Bound::Below | Bound::Above))
}

/// Measured in things one could count: seats, pieces, colours.
fn is_count(unit: Unit) -> bool {
    const THINGS: [&str; 4] = ["seat", "person", "colour", "piece"];
    matches!(unit, Unit::Counted(_)) || matches!(unit, Unit::Measure(of) if THINGS.contains(&of))
}

fn source_of<'a>(grounds: &'a Grounds, said: &Said) -> &'a Ground {
    &grounds.sources[said.source as usize].ground
}

/// One says open where the other says closed.
fn contrary(a: u8, b: u8) -> bool {
    (0..4).any(|pair| {
        let (a, b) = ((a >> (pair * 2)) & 3, (b >> (pair * 2)) & 3);
        a != 0 && b != 0 && a & b == 0
    })
}

fn subject(topic: Option<&(Topic, Near)>, said: &Said, stance: u8, claim: &Found) -> Subject {
    // The day of the post is about nothing in particular.
    if said.topic.is_empty() && said.stance == 0 {
        return match (&claim.value, topic) {
            (Value::Figure(figure), _) if matches!(figure.unit, Unit::Counted(_)) => Subject::Same,
            (_, None) => Subject::Same,
            _ => Subject::Open,
        };
    }
    // "Two hygienists, five chairs": what somebody has is counted of nothing else.
    let things = matches!(claim.value, Value::Figure(f) if is_count(f.unit));
    if said.own && things && matches!(topic, None | Some((_, Near::After | Near::Later))) {
        return Subject::Same;
    }
    let alike = stance & said.stance != 0;
    let Some((topic, near)) = topic else {
        return if alike { Subject::Same } else { Subject::Open };
    };
    let matched = topics(topic, &said.topic);
    // What is counted is a subject of its own: words behind it only add to it.
    let counted = matches!(claim.value, Value::Figure(f) if matches!(f.unit, Unit::Counted(_) | Unit::Measure(_)));
    match matched {
        Subject::Different if counted && *near != Near::Before => Subject::Open,
        Subject::Different if is_threshold(&claim.value) => Subject::Open,
        Subject::Different if alike && said.topic.is_empty() => Subject::Same,
        Subject::Different if *near == Near::Text => Subject::Different,
        // Words of the same fact are no other thing.
        Subject::Different if within(topic, said) => Subject::Open,
        matched => matched,
    }
}

/// What only says which of its things a fact speaks of is not what it speaks of: the loom
/// of a course, the wool of a ball.
fn speaks_of(topic: Option<&(Topic, Near)>, said: &Said, claim: &Found) -> bool {
    let Some((topic, near)) = topic else { return !is_relative(claim) };
    let all = || topic.common.iter().chain(&topic.proper);
    // "Quello sul telaio sarà pronto mercoledì" dates no loom.
    let day = claim.kind == ClaimKind::Date;
    let only_says =
        |stem: &Stem| said.topic.which.contains(stem) || day && topic.placed.contains(stem);
    let shared =
        |stem: &&Stem| said.topic.common.contains(stem) || said.topic.proper.contains(stem);
    let mut things = all().filter(shared);
    let only_which = all().any(only_says) && !things.any(|stem| !only_says(stem));
    let far = matches!(near, Near::Sentence | Near::Later | Near::Text);
    !(only_which || is_relative(claim) && far)
}

/// "Ieri" tells a story more often than it names the day of something.
fn is_relative(claim: &Found) -> bool {
    matches!(claim.value, Value::Day(Day { ahead: Some(_), .. }))
}

fn within(topic: &Topic, said: &Said) -> bool {
    let known = |stem: &Stem| said.beside.contains(stem) || said.topic.common.contains(stem);
    topic.common.iter().chain(&topic.proper).all(known)
}

/// Common nouns must share one; names must not be different ones; what both add must not
/// be two different things ("la sciarpa lunga", "la sciarpa corta").
fn topics(said: &Topic, fact: &Topic) -> Subject {
    let shared = |a: &[Stem], b: &[Stem]| a.iter().filter(|stem| b.contains(stem)).count();
    if fact.is_empty() {
        return Subject::Open;
    }
    let all = |stem: &Stem| fact.common.contains(stem) || fact.proper.contains(stem);
    let names = shared(&said.proper, &fact.proper);
    let cross = said.proper.iter().chain(&said.common).filter(|stem| all(stem)).count();
    if said.common.is_empty() || fact.common.is_empty() {
        return if names > 0 || cross > 0 { Subject::Same } else { Subject::Different };
    }
    let common = shared(&said.common, &fact.common);
    let rival_names = !said.proper.is_empty() && !fact.proper.is_empty() && names == 0;
    let said_more = said.common.iter().any(|stem| !all(stem));
    let fact_more = fact.common.len() > common;
    if common == 0 || rival_names || (said_more && fact_more && names == 0) {
        return if common == 0 && names > 0 && said.common.iter().all(all) {
            Subject::Same
        } else {
            Subject::Different
        };
    }
    // "la sciarpa e i guanti": of the scarf alone nothing is said.
    if said.joint && said_more { Subject::Open } else { Subject::Same }
}
