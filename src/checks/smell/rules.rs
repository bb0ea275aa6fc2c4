//! What smells in each language: `assets/smell`, read once when first asked for.
//!
//! Owns the reading of those files and nothing about any one marker.

use super::pattern::Patterns;
use crate::domain::SmellMarker;
use crate::text::TextLanguage;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

const ITALIAN: &str = include_str!("../../../assets/smell/it.toml");
const ENGLISH: &str = include_str!("../../../assets/smell/en.toml");

/// One language's.
#[derive(Debug, Default)]
pub struct Rules {
    pub patterns: Patterns,
    /// By the pattern's number.
    meanings: Vec<Meaning>,
    pub hashtags: HashSet<String>,
    pub triad: Triad,
    pub signs: Signs,
    pub tail: Tail,
    pub habit: Habits,
}

/// What it means that a pattern stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    pub marker: SmellMarker,
    /// 1 weak, never counted by itself; 2 useful in company; 3 strong.
    pub strength: u8,
    /// What could stand there.
    pub instead: Option<String>,
}

/// What makes three words in a row abstract.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Triad {
    pub and: Vec<String>,
    pub endings: Vec<String>,
    pub words: HashSet<String>,
    pub not: HashSet<String>,
}

/// What a clause hung on a sentence begins with.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tail {
    pub endings: Vec<String>,
    pub not: HashSet<String>,
}

/// The words that the habits of any trade are counted by.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habits {
    /// Words that hold for anybody.
    pub universal: HashSet<String>,
    /// What `from … to …` begins and goes on with.
    pub from: HashSet<String>,
    pub to: HashSet<String>,
    /// Words of here and now, of days and persons: who says them speaks of something.
    pub here: HashSet<String>,
    /// Endings of what has happened.
    pub past: Vec<String>,
    /// Numbers in letters.
    pub numbers: HashSet<String>,
    /// What a reason begins with.
    pub because: HashSet<String>,
    /// Orders that end a post.
    pub call: HashSet<String>,
    pub reader: HashSet<String>,
    /// The share of words, 0 to 1, from which the reader is named too often.
    pub readers: f64,
    /// The letters a word has on average from which a text is full of long ones.
    pub letters: f64,
}

/// What a hand leaves.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signs {
    pub person: HashSet<String>,
    pub when: HashSet<String>,
    pub loose: HashSet<String>,
}

impl Rules {
    pub fn of(language: TextLanguage) -> &'static Self {
        static IT: LazyLock<Rules> = LazyLock::new(|| read(ITALIAN).unwrap_or_default());
        static EN: LazyLock<Rules> = LazyLock::new(|| read(ENGLISH).unwrap_or_default());
        match language {
            TextLanguage::Italian => &IT,
            TextLanguage::English => &EN,
        }
    }

    pub fn meaning(&self, pattern: usize) -> Option<&Meaning> {
        self.meanings.get(pattern)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    marker: Vec<Row>,
    hashtags: Hashtags,
    triad: Triad,
    signs: Signs,
    tail: Tail,
    habit: Habits,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    name: String,
    strength: u8,
    patterns: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hashtags {
    generic: HashSet<String>,
}

/// `None` when the file is not what this version expects: a test sees to it.
fn read(source: &str) -> Option<Rules> {
    let File { marker, hashtags, triad, signs, tail, habit } = toml::from_str(source).ok()?;
    let mut patterns = Patterns::default();
    let mut meanings = Vec::new();
    for row in marker {
        let marker = SmellMarker::from_code(&row.name)?;
        for (pattern, instead) in row.patterns {
            patterns.add(&pattern)?;
            let instead = (!instead.is_empty()).then_some(instead);
            meanings.push(Meaning { marker, strength: row.strength, instead });
        }
    }
    let hashtags = hashtags.generic;
    Some(Rules { patterns, meanings, hashtags, triad, signs, tail, habit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_can_be_read() {
        for (name, source) in [("it", ITALIAN), ("en", ENGLISH)] {
            let file: File =
                toml::from_str(source).unwrap_or_else(|error| panic!("{name}: {error}"));
            for row in &file.marker {
                assert!(SmellMarker::from_code(&row.name).is_some(), "{name}: {}", row.name);
                assert!((1..=3).contains(&row.strength), "{name}: {}", row.name);
                for pattern in row.patterns.keys() {
                    assert!(Patterns::default().add(pattern).is_some(), "{name}: {pattern}");
                }
            }
            assert!(read(source).is_some_and(|rules| rules.meanings.len() > 200), "{name}");
        }
    }
}
