//! A part of a sentence that is to stand alone.
//!
//! Owns how a few clauses become a sentence of their own: opened like one, closed like
//! the one they come from, and no word changed.

use super::sentence::TERMINAL;
use std::ops::Range;

/// The bytes `part` of `sentence` as a sentence: a mark that only linked them to what
/// follows becomes the mark the whole sentence ends with, and the first letter is a
/// capital where the sentence's own is. The whole sentence comes back as it is, trimmed.
pub fn standing(sentence: &str, part: Range<usize>) -> String {
    let whole = sentence.trim();
    let words = sentence[part.clone()].trim();
    let is_last = sentence[part.end..].trim().is_empty();
    let mut out = String::with_capacity(words.len() + 2);
    let opens_large = whole.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if opens_large && first.is_lowercase() => {
            out.extend(first.to_uppercase());
            out.push_str(rest.as_str());
        }
        _ => out.push_str(words),
    }
    if !is_last {
        let links = |c: char| matches!(c, ',' | ';' | ':' | '–' | '—') || c.is_whitespace();
        let words = out.trim_end_matches(links).len();
        out.truncate(words);
        let body = whole.trim_end_matches(TERMINAL);
        out.push_str(&whole[body.len()..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::clauses;
    use proptest::prelude::*;

    fn parts(sentence: &str) -> Vec<String> {
        clauses(sentence).into_iter().map(|part| standing(sentence, part)).collect()
    }

    #[test]
    fn a_clause_opens_and_closes_like_the_sentence_it_comes_from() {
        assert_eq!(
            parts("Ha perso il treno, ma è arrivata. "),
            ["Ha perso il treno.", "Ma è arrivata."]
        );
        assert_eq!(parts("Lana, seta: vieni?!"), ["Lana?!", "Seta?!", "Vieni?!"]);
        assert_eq!(parts("tre colori – uno nuovo"), ["tre colori", "uno nuovo"]);
        assert_eq!(standing("Uno, due, tre.", 5..14), "Due, tre.");
    }

    proptest! {
        #[test]
        fn no_word_is_changed_and_the_whole_is_itself(
            sentence in "[A-Z]?[a-zè]{1,6}([,;:]? (–[ ])?[a-zè]{1,6}){0,6}[.!?…]{0,2} ?"
        ) {
            prop_assert_eq!(standing(&sentence, 0..sentence.len()), sentence.trim());
            let letters = |text: &str| -> String {
                text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
            };
            for part in clauses(&sentence) {
                let alone = standing(&sentence, part.clone());
                prop_assert_eq!(letters(&alone), letters(&sentence[part]));
            }
        }
    }
}
