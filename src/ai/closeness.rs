//! How much two texts speak of the same thing, and whether a text speaks of a time.
//!
//! A count of shared words by their beginnings: enough to put facts in order, and no
//! claim to understand them.

use crate::domain::names::{MONTHS, WEEKDAYS};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// Words with the same first letters, so many, count as the same.
const STEM: usize = 5;

const SMALL_WORDS: &[&str] = &[
    "della", "delle", "degli", "dello", "nella", "nelle", "negli", "nello", "sulla", "sulle",
    "dalla", "dalle", "alla", "alle", "allo", "agli", "come", "cosa", "sono", "siamo", "questo",
    "questa", "questi", "queste", "quello", "quella", "anche", "ancora", "dove", "quando",
    "perche", "nuovo", "nuova", "nuovi", "nuove", "nostro", "nostra", "nostri", "nostre", "tutto",
    "tutti", "tutte", "with", "from", "this", "that", "these", "those", "what", "when", "where",
    "which", "your", "ours", "their", "have", "will", "about", "into", "than", "then", "also",
    "lancio", "post", "http", "https",
];

/// Besides the names of days and months.
const TIME_WORDS: &[&str] = &[
    "oggi",
    "domani",
    "ieri",
    "stasera",
    "stamattina",
    "natale",
    "pasqua",
    "settimana",
    "mese",
    "adesso",
    "today",
    "tomorrow",
    "yesterday",
    "tonight",
    "christmas",
    "easter",
    "week",
    "month",
    "now",
];

/// How words begin that say when a place is open.
const OPENING: &[&str] =
    &["apert", "apriamo", "apre", "orari", "chius", "chiudiamo", "open", "hours", "closed"];

/// Words of weight the two texts share.
pub(super) fn close(a: &str, b: &str) -> usize {
    stems(a).intersection(&stems(b)).count()
}

/// A sentence that may be stale by the time it is read again.
pub(super) fn speaks_of_time(text: &str) -> bool {
    let text = fold(text);
    // An English "may" is more often no month.
    let named = |word: &str| word != "may" && WEEKDAYS.iter().chain(&MONTHS).any(|n| n.is(word));
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| TIME_WORDS.contains(&word) || named(word))
}

/// It says when a place is open: a word for it, and an hour or a day.
pub(super) fn opening_hours(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    let opens = words.any(|word| OPENING.iter().any(|start| word.starts_with(start)));
    opens && (text.contains(|c: char| c.is_ascii_digit()) || speaks_of_time(text))
}

/// The words of weight of `a` that `b` speaks of too, as `a` writes them, each once.
pub(super) fn shared(a: &str, b: &str) -> Vec<String> {
    let theirs = stems(b);
    let mut seen = BTreeSet::new();
    let words = a.split(|c: char| !c.is_alphanumeric());
    let shared = words.filter(|word| {
        stem(&fold(word)).is_some_and(|stem| theirs.contains(&stem) && seen.insert(stem))
    });
    shared.map(str::to_owned).collect()
}

/// Whether two tags name the same language, whatever the region.
pub(super) fn same_language(a: &str, b: &str) -> bool {
    let base = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    base(a) == base(b)
}

fn stems(text: &str) -> BTreeSet<String> {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter_map(stem).collect()
}

/// What of a folded word says the thing it means; `None` for a word without weight.
fn stem(word: &str) -> Option<String> {
    // A year or a price has no forms, and says nothing of what it is a year or a price of.
    let bare = word.chars().all(|c| c.is_ascii_digit());
    if word.chars().count() < 4 || bare || SMALL_WORDS.contains(&word) {
        return None;
    }
    // Italian and English endings say number and gender, not the thing.
    let length = word.chars().count().saturating_sub(1).clamp(3, STEM);
    Some(word.chars().take(length).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singular_and_plural_are_the_same_thing_and_small_words_are_nothing() {
        assert_eq!(close("La sciarpa Aurora costa 89 €", "le sciarpe nuove"), 1);
        assert_eq!(close("Caffè lento", "i caffe della bottega"), 1);
        assert_eq!(close("la nostra bottega è aperta", "una nostra idea"), 0);
        assert_eq!(close("Listino 2026", "https://example.org/2026"), 0);
    }

    #[test]
    fn opening_hours_are_a_word_for_them_and_a_time() {
        assert!(opening_hours("Siamo aperti dal martedì al sabato"));
        assert!(opening_hours("Open 9 to 5"));
        assert!(!opening_hours("Il corso comincia alle 9") && !opening_hours("Una lana aperta"));
    }

    #[test]
    fn days_and_months_are_times() {
        assert!(speaks_of_time("Ci vediamo lunedì.") && speaks_of_time("See you in May or June."));
        assert!(!speaks_of_time("La lana torna a casa.") && !speaks_of_time("You may touch it."));
    }
}
