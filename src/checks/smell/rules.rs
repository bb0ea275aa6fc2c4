//! What smells in each language: `assets/smell`, read once when first asked for.
//!
//! Owns the reading of those files and nothing about any one marker.

use crate::domain::SmellMarker;
use crate::text::TextLanguage;
use crate::text::pattern::Patterns;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;
use toml::Spanned;

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
    /// The rules of a language. What of its file could not be read is missing from them, and
    /// a test fails: nothing else is lost.
    pub fn of(language: TextLanguage) -> &'static Self {
        static IT: LazyLock<Rules> = LazyLock::new(|| read(ITALIAN).0);
        static EN: LazyLock<Rules> = LazyLock::new(|| read(ENGLISH).0);
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
    name: Spanned<String>,
    strength: u8,
    patterns: BTreeMap<Spanned<String>, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hashtags {
    generic: HashSet<String>,
}

/// What of a file could not be read, and the byte it begins at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unread {
    at: usize,
    why: String,
}

fn read(source: &str) -> (Rules, Vec<Unread>) {
    let file: File = match toml::from_str(source) {
        Ok(file) => file,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            return (Rules::default(), vec![Unread { at, why: error.message().to_owned() }]);
        }
    };
    let File { marker, hashtags, triad, signs, tail, habit } = file;
    let (mut patterns, mut meanings, mut unread) = (Patterns::default(), Vec::new(), Vec::new());
    for row in marker {
        let at = row.name.span().start;
        let Some(marker) = SmellMarker::from_code(row.name.get_ref()) else {
            unread.push(Unread { at, why: format!("no marker {}", row.name.get_ref()) });
            continue;
        };
        if !(1..=3).contains(&row.strength) {
            unread.push(Unread { at, why: format!("strength {}", row.strength) });
        }
        for (pattern, instead) in row.patterns {
            let at = pattern.span().start;
            match patterns.add(pattern.get_ref()) {
                Ok(_) => {
                    let instead = (!instead.is_empty()).then_some(instead);
                    meanings.push(Meaning { marker, strength: row.strength, instead });
                }
                Err(misread) => unread.push(Unread { at, why: format!("{misread:?}") }),
            }
        }
    }
    let hashtags = hashtags.generic;
    (Rules { patterns, meanings, hashtags, triad, signs, tail, habit }, unread)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As an editor finds it.
    fn place(source: &str, at: usize) -> String {
        let before = &source[..at];
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        format!("{}:{column}", before.matches('\n').count() + 1)
    }

    #[test]
    fn every_row_of_both_languages_can_be_read() {
        for (name, source) in [("it", ITALIAN), ("en", ENGLISH)] {
            let (rules, unread) = read(source);
            let told = unread.iter().map(|unread| {
                format!("assets/smell/{name}.toml:{}: {}", place(source, unread.at), unread.why)
            });
            assert_eq!(told.collect::<Vec<_>>(), Vec::<String>::new());
            assert!(rules.meanings.len() > 200, "{name}");
        }
    }

    #[test]
    fn a_bad_row_costs_itself_and_says_where_it_stands() {
        let bad = ENGLISH.replacen("\"groundbreaking\"", "\"gr*\"", 1);
        let bad = bad.replacen("name = \"metaphor\"", "name = \"parable\"", 1);
        let (rules, unread) = read(&bad);
        let places: Vec<&str> =
            unread.iter().map(|one| bad[one.at..].split(' ').next().unwrap_or_default()).collect();
        assert!(
            places[0].starts_with("\"gr*\"") && places[1].starts_with("\"parable\""),
            "{unread:?}"
        );
        assert!(rules.meanings.len() > 200);
        let (_, unread) = read("[[marker]]\nname = 3\n");
        assert_eq!(unread.len(), 1, "{unread:?}");
    }
}
