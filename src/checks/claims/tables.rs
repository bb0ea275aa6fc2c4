//! The words the claim check knows: `assets/claims`, as the JSON that `build.rs` makes of it,
//! read when the first text is.
//!
//! Owns what each list of those files means. Knows no text and no fact.

use super::value::{Stem, stem};
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word can be; a word may be several things.
pub(super) mod is {
    pub const STOP: u64 = 1;
    pub const DETERMINER: u64 = 1 << 1;
    pub const VERB: u64 = 1 << 2;
    /// Says nothing of which thing a figure is about.
    pub const GENERIC: u64 = 1 << 3;
    pub const GIVEN: u64 = 1 << 4;
    /// Written with a capital without being a name.
    pub const PLAIN: u64 = 1 << 5;
    pub const ABOVE: u64 = 1 << 6;
    pub const BELOW: u64 = 1 << 7;
    pub const FROM: u64 = 1 << 8;
    pub const UP_TO: u64 = 1 << 9;
    pub const ABOUT: u64 = 1 << 10;
    pub const BETWEEN: u64 = 1 << 11;
    pub const TO: u64 = 1 << 12;
    pub const CLOCK: u64 = 1 << 13;
    pub const DATE_LEAD: u64 = 1 << 14;
    pub const YEAR_LEAD: u64 = 1 << 15;
    pub const SUPERLATIVE: u64 = 1 << 16;
    pub const NOT_SUPERLATIVE: u64 = 1 << 17;
    pub const MOST: u64 = 1 << 18;
    pub const SUPERLATIVE_LEAD: u64 = 1 << 19;
    pub const NOT_QUALITY: u64 = 1 << 20;
    pub const THAN: u64 = 1 << 21;
    pub const FIRST: u64 = 1 << 22;
    pub const FIRST_PLACE: u64 = 1 << 23;
    pub const QUALITY: u64 = 1 << 24;
    pub const CENT: u64 = 1 << 25;
    pub const FREE: u64 = 1 << 26;
    pub const FREE_NEAR: u64 = 1 << 27;
    pub const PERCENT: u64 = 1 << 28;
    pub const NAME_LINK: u64 = 1 << 29;
    pub const PLACE: u64 = 1 << 30;
    /// What follows says where.
    pub const LOCATIVE: u64 = 1 << 31;
    /// Names the one who writes: what it counts is counted of no other thing.
    pub const OWN: u64 = 1 << 32;
    /// What follows goes with a thing and is not the thing.
    pub const BESIDE: u64 = 1 << 33;
    /// Somebody, whose age is nobody's business.
    pub const PERSON: u64 = 1 << 34;
    /// Says that something has happened.
    pub const PAST: u64 = 1 << 35;
    /// A plural that ends as a singular does: "foto".
    pub const PLURAL: u64 = 1 << 36;
    /// Between a figure and its unit: "five working days".
    pub const MEASURED: u64 = 1 << 37;
    /// Says that something is going to happen: "apriamo", "starts".
    pub const ANNOUNCES: u64 = 1 << 38;
    /// Of what goes on for days: its first, "opens", and its last, "finisce".
    pub const BEGINS: u64 = 1 << 39;
    pub const ENDS: u64 = 1 << 40;
    /// What it does is open: "apriamo".
    pub const OPENS: u64 = 1 << 41;
}

/// What one word stands for.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Sense {
    pub flags: u64,
    /// From 1; 0 for none.
    pub month: u8,
    /// The name is shortened and needs a figure beside it.
    pub short: bool,
    /// From 1, Monday; 0 for none.
    pub weekday: u8,
    /// Days from today.
    pub days: Option<i8>,
    pub weekend: bool,
    pub feast: bool,
    pub ordinal: bool,
    /// A figure in words, below a thousand.
    pub number: Option<u32>,
    pub multiplier: Option<u64>,
    /// "dozzina": a figure after an article.
    pub collective: Option<u32>,
    pub unit: Option<&'static str>,
    pub currency: Option<&'static str>,
    pub not_six: bool,
}

impl Sense {
    pub fn has(&self, flags: u64) -> bool {
        self.flags & flags != 0
    }
}

/// A run of words that means something as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phrase {
    Superlative,
    NotSuperlative,
    Comparison,
    Idiom,
    Percent,
}

pub(super) struct Table {
    pub italian: bool,
    words: HashMap<String, Sense>,
    /// By first word; the longest first.
    phrases: HashMap<String, Vec<(Vec<String>, Phrase)>>,
    /// Beginnings of words that say the contrary of each other.
    pub opposites: Vec<[String; 2]>,
    /// What else a thing is called.
    synonyms: HashMap<Stem, Vec<Stem>>,
}

static NOTHING: Sense = Sense {
    flags: 0,
    month: 0,
    short: false,
    weekday: 0,
    days: None,
    weekend: false,
    feast: false,
    ordinal: false,
    number: None,
    multiplier: None,
    collective: None,
    unit: None,
    currency: None,
    not_six: false,
};

impl Table {
    /// What else a thing is called: "stola" for "sciarpa".
    pub fn synonyms(&self, word: Stem) -> &[Stem] {
        self.synonyms.get(&word).map_or(&[], Vec::as_slice)
    }

    pub fn sense(&self, word: &str) -> &Sense {
        self.words.get(word).unwrap_or(&NOTHING)
    }

    pub fn phrases(&self, first: &str) -> &[(Vec<String>, Phrase)] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }
}

pub(super) fn italian() -> &'static Table {
    static TABLE: LazyLock<Table> =
        LazyLock::new(|| table(include_str!(concat!(env!("OUT_DIR"), "/claims-it.json")), true));
    &TABLE
}

pub(super) fn english() -> &'static Table {
    static TABLE: LazyLock<Table> =
        LazyLock::new(|| table(include_str!(concat!(env!("OUT_DIR"), "/claims-en.json")), false));
    &TABLE
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Lists {
    months: Vec<String>,
    short_months: Vec<String>,
    weekdays: Vec<String>,
    short_weekdays: Vec<String>,
    relative: HashMap<String, i8>,
    weekend: Vec<String>,
    feasts: Vec<String>,
    ordinals: Vec<String>,
    above: Vec<String>,
    below: Vec<String>,
    from: Vec<String>,
    up_to: Vec<String>,
    about: Vec<String>,
    between: Vec<String>,
    to: Vec<String>,
    clock: Vec<String>,
    date_lead: Vec<String>,
    year_lead: Vec<String>,
    determiners: Vec<String>,
    stop: Vec<String>,
    verbs: Vec<String>,
    generic: Vec<String>,
    opposites: Vec<[String; 2]>,
    synonyms: Vec<Vec<String>>,
    persons: Vec<String>,
    past: Vec<String>,
    plurals: Vec<String>,
    measured: Vec<String>,
    announces: Vec<String>,
    begins: Vec<String>,
    ends: Vec<String>,
    opens: Vec<String>,
    superlatives: Vec<String>,
    not_superlatives: Vec<String>,
    most: Vec<String>,
    superlative_lead: Vec<String>,
    not_qualities: Vec<String>,
    than: Vec<String>,
    comparisons: Vec<String>,
    first: Vec<String>,
    first_place: Vec<String>,
    qualities: Vec<String>,
    currencies: HashMap<String, String>,
    cents: Vec<String>,
    free: Vec<String>,
    free_near: Vec<String>,
    percent: Vec<String>,
    percent_two: String,
    multipliers: HashMap<String, u64>,
    collectives: HashMap<String, u32>,
    idioms: Vec<String>,
    units: HashMap<String, String>,
    not_six: Vec<String>,
    plain: Vec<String>,
    locative: Vec<String>,
    own: Vec<String>,
    beside: Vec<String>,
    name_links: Vec<String>,
    place_words: Vec<String>,
    given: Vec<String>,
}

/// An asset that cannot be read gives an empty table: a test sees to it that none is.
fn table(source: &str, italian: bool) -> Table {
    let lists: Lists = serde_json::from_str(source).unwrap_or_default();
    let mut table = Table {
        italian,
        words: HashMap::with_capacity(4096),
        phrases: HashMap::new(),
        opposites: lists.opposites,
        synonyms: synonyms(&lists.synonyms),
    };
    table.flagged(&lists.above, is::ABOVE);
    table.flagged(&lists.below, is::BELOW);
    table.flagged(&lists.from, is::FROM);
    table.flagged(&lists.up_to, is::UP_TO);
    table.flagged(&lists.about, is::ABOUT);
    table.flagged(&lists.between, is::BETWEEN);
    table.flagged(&lists.to, is::TO);
    table.flagged(&lists.clock, is::CLOCK);
    table.flagged(&lists.date_lead, is::DATE_LEAD);
    table.flagged(&lists.year_lead, is::YEAR_LEAD);
    table.flagged(&lists.determiners, is::DETERMINER);
    table.flagged(&lists.stop, is::STOP);
    table.flagged(&lists.verbs, is::VERB);
    table.flagged(&lists.generic, is::GENERIC);
    table.flagged(&lists.most, is::MOST);
    table.flagged(&lists.superlative_lead, is::SUPERLATIVE_LEAD);
    table.flagged(&lists.not_qualities, is::NOT_QUALITY);
    table.flagged(&lists.than, is::THAN);
    table.flagged(&lists.first, is::FIRST);
    table.flagged(&lists.first_place, is::FIRST_PLACE);
    table.flagged(&lists.qualities, is::QUALITY);
    table.flagged(&lists.cents, is::CENT);
    table.flagged(&lists.free, is::FREE);
    table.flagged(&lists.free_near, is::FREE_NEAR);
    table.flagged(&lists.percent, is::PERCENT);
    table.flagged(&lists.plain, is::PLAIN);
    table.flagged(&lists.locative, is::LOCATIVE);
    table.flagged(&lists.own, is::OWN);
    table.flagged(&lists.beside, is::BESIDE);
    table.flagged(&lists.persons, is::PERSON);
    table.flagged(&lists.past, is::PAST);
    table.flagged(&lists.plurals, is::PLURAL);
    table.flagged(&lists.measured, is::MEASURED);
    table.flagged(&lists.announces, is::ANNOUNCES);
    table.flagged(&lists.begins, is::BEGINS);
    table.flagged(&lists.ends, is::ENDS);
    table.flagged(&lists.opens, is::OPENS);
    table.flagged(&lists.name_links, is::NAME_LINK);
    table.flagged(&lists.place_words, is::PLACE);
    table.flagged(&lists.given, is::GIVEN);
    table.numbered(&lists.months, |sense, n| sense.month = n);
    table.numbered(&lists.short_months, |sense, n| {
        sense.short |= sense.month == 0;
        sense.month = n;
    });
    table.numbered(&lists.weekdays, |sense, n| sense.weekday = n);
    table.numbered(&lists.short_weekdays, |sense, n| (sense.weekday, sense.short) = (n, true));
    for (word, days) in lists.relative {
        table.word(&word).days = Some(days);
    }
    lists.weekend.iter().for_each(|word| table.word(word).weekend = true);
    lists.feasts.iter().for_each(|word| table.word(word).feast = true);
    lists.ordinals.iter().for_each(|word| table.word(word).ordinal = true);
    lists.not_six.iter().for_each(|word| table.word(word).not_six = true);
    for (word, unit) in &lists.units {
        table.word(word).unit = Some(kept(unit));
    }
    for (word, currency) in &lists.currencies {
        table.word(word).currency = Some(kept(currency));
    }
    for (word, times) in lists.multipliers {
        table.word(&word).multiplier = Some(times);
    }
    for (word, count) in lists.collectives {
        table.word(&word).collective = Some(count);
    }
    for (word, number) in crate::text::numeral::words(italian) {
        table.word(&word).number = Some(number);
    }
    table.phrased(&lists.superlatives, is::SUPERLATIVE, Phrase::Superlative);
    table.phrased(&lists.not_superlatives, is::NOT_SUPERLATIVE, Phrase::NotSuperlative);
    table.phrased(&lists.comparisons, 0, Phrase::Comparison);
    table.phrased(&lists.idioms, 0, Phrase::Idiom);
    table.phrased(&[lists.percent_two], is::PERCENT, Phrase::Percent);
    for phrases in table.phrases.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table
}

fn synonyms(groups: &[Vec<String>]) -> HashMap<Stem, Vec<Stem>> {
    let mut all: HashMap<Stem, Vec<Stem>> = HashMap::new();
    for group in groups {
        for word in group {
            let others = group.iter().filter(|other| *other != word).map(|other| stem(other));
            all.entry(stem(word)).or_default().extend(others);
        }
    }
    all
}

/// Units and currencies are a handful, read once.
fn kept(word: &str) -> &'static str {
    Box::leak(word.to_owned().into_boxed_str())
}

impl Table {
    fn word(&mut self, word: &str) -> &mut Sense {
        self.words.entry(word.to_owned()).or_default()
    }

    fn flagged(&mut self, words: &[String], flag: u64) {
        for word in words {
            self.word(word).flags |= flag;
        }
    }

    fn numbered(&mut self, words: &[String], set: impl Fn(&mut Sense, u8)) {
        for (word, n) in words.iter().zip(1..) {
            set(self.word(word), n);
        }
    }

    /// One word becomes a flag where there is one for it, several a phrase.
    fn phrased(&mut self, phrases: &[String], flag: u64, meaning: Phrase) {
        for phrase in phrases {
            let words: Vec<String> = phrase
                .split([' ', '-', '\'', '.'])
                .filter(|w| !w.is_empty())
                .map(Into::into)
                .collect();
            match words.as_slice() {
                [] => {}
                [word] if flag != 0 => self.word(word).flags |= flag,
                [first, ..] => {
                    let first = first.clone();
                    self.phrases.entry(first).or_default().push((words, meaning));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_are_read_whole() {
        for table in [italian(), english()] {
            assert!(table.words.len() > 800, "{}", table.words.len());
            assert!(table.phrases.len() > 20);
        }
        for (word, sense) in [italian(), english()].into_iter().flat_map(|table| &table.words) {
            let figure = sense.number.is_some() || sense.collective.is_some();
            if figure || sense.multiplier.is_some() {
                assert!(crate::text::numeral::states_a_figure(word), "{word}");
            }
        }
        assert_eq!(italian().sense("novembre").month, 11);
        assert_eq!(english().sense("saturday").weekday, 6);
        assert_eq!(italian().sense("quaranta").number, Some(40));
    }
}
