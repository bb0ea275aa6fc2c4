//! Which way letters run. Owns the scripts that run from right to left, and puts nothing in
//! another order: what is shown stands as it is stored.

use std::ops::RangeInclusive;

/// Hebrew, Arabic, Syriac, Thaana, N’Ko and their neighbours, with their presentation forms.
const RIGHT_TO_LEFT: [RangeInclusive<char>; 5] = [
    '\u{590}'..='\u{8ff}',
    '\u{fb1d}'..='\u{fdff}',
    '\u{fe70}'..='\u{fefc}',
    '\u{10800}'..='\u{10fff}',
    '\u{1e800}'..='\u{1efff}',
];

/// Whether a text holds letters that are read from right to left.
pub fn runs_right_to_left(text: &str) -> bool {
    let runs = |c: char| c >= '\u{590}' && RIGHT_TO_LEFT.iter().any(|all| all.contains(&c));
    !text.is_ascii() && text.chars().any(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_from_right_to_left_are_known_and_signs_are_not() {
        for text in ["שלום", "La parola مرحبا", "ﷺ", "𐤀"] {
            assert!(runs_right_to_left(text), "{text}");
        }
        // A mark of direction is no letter: it is revealed and found elsewhere.
        for text in ["", "Perché no? 🧶", "日本語", "a\u{202e}b", "\u{feff}"] {
            assert!(!runs_right_to_left(text), "{text:?}");
        }
    }
}
