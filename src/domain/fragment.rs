//! A suggestion that ended before its end: why, and which of its words are only half there.
//! Owns no sentence and decides nothing.

use super::Hunk;

coded! {
    /// Why a suggestion is not whole.
    /// Its words are those of `ended` in a suggestion's file.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Fragment {
        /// The source stopped at its own limit of length.
        Cut = "cut",
        /// A person stopped it.
        Stopped = "stopped",
        /// It broke off.
        Broken = "broken",
    }
}

/// Whether this hunk of a fragment may be half of what was meant: it is the last that
/// arrived, and nothing shows its end. Of a sentence taken apart that is the last clause.
pub fn is_half(hunks: &[Hunk], at: usize) -> bool {
    at + 1 == hunks.len() && hunks.last().is_some_and(|last| last.hashtags || !ends(&last.words))
}

/// The words close a sentence. A stop behind a figure may be the point of one that went on.
fn ends(words: &str) -> bool {
    let closing =
        |c: char| matches!(c, '"' | '\'' | '»' | '”' | '’' | ')' | ']') || c.is_whitespace();
    let words = words.trim_end_matches(closing);
    let figure = || words.trim_end_matches('.').ends_with(|c: char| c.is_ascii_digit());
    match words.chars().last() {
        Some('!' | '?' | '…') => true,
        Some('.') => !figure(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Extras, hunks};
    use std::collections::BTreeSet;

    fn half(text: &str, tags: &[String]) -> Vec<bool> {
        let hunks = hunks(text, tags, &Extras::default(), &[], &BTreeSet::new());
        (0..hunks.len()).map(|at| is_half(&hunks, at)).collect()
    }

    #[test]
    fn only_the_last_words_may_be_half_and_not_where_their_end_is_seen() {
        assert_eq!(half("Uno. Di dove mani", &[]), [false, true]);
        assert_eq!(half("Uno. Due.", &[]), [false, false]);
        assert_eq!(half("Uno. «Due?»", &[]), [false, false]);
        assert_eq!(half("Uno. Costa 89.", &[]), [false, true], "89.50 is another price");
        assert_eq!(half("Uno. Di dove mani", &["la".to_owned()]), [false, false, true]);
    }

    #[test]
    fn every_reason_is_read_as_it_is_written() {
        for fragment in Fragment::ALL {
            assert_eq!(Fragment::from_code(fragment.code()), Some(fragment));
        }
    }
}
