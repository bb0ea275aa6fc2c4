//! Which choice of a row is meant by the letters that are typed on it.
//!
//! Knows names and places, nothing of rooms: a room says what its choices are called, and
//! goes where it is told.

use crate::text::fold;

/// A letter this much later than the one before begins another word, in milliseconds.
const PAUSE: u64 = 1000;

/// The choices of the row in focus, and where the cursor stands among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// Everything a person may call a choice: its label first.
    pub names: Vec<Vec<String>>,
    pub at: usize,
}

impl Names {
    /// Choices that are called what they are labelled.
    pub fn of(labels: impl IntoIterator<Item = String>, at: usize) -> Self {
        Self { names: labels.into_iter().map(|label| vec![label]).collect(), at }
    }

    /// The first choice from `from` on, round the end, that begins with what was typed; one
    /// of which a later word does only where none begins so. Accents and case do not matter.
    fn beginning(&self, typed: &str, from: usize) -> Option<usize> {
        let typed = fold(typed);
        let from = from % self.names.len().max(1);
        let round = || (from..self.names.len()).chain(0..from);
        let whole = |name: &String| fold(name).starts_with(&typed);
        let word = |name: &String| {
            let name = fold(name);
            name.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(&typed))
        };
        let found = round().find(|i| self.names[*i].iter().any(whole));
        found.or_else(|| round().find(|i| self.names[*i].iter().any(word)))
    }
}

/// The letters of one word, as they come in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    word: String,
    /// When its last letter was typed, in milliseconds.
    at: u64,
}

impl Typed {
    /// Something else was done: the next letter begins a word.
    pub fn forget(&mut self) {
        self.word.clear();
    }

    /// Where another letter leads. A longer word narrows, the same letter again goes on to
    /// the next choice; a letter that leads nowhere is as if it had not been typed.
    pub fn letter(&mut self, letter: char, at: u64, row: &Names) -> Option<usize> {
        if at.saturating_sub(self.at) >= PAUSE {
            self.word.clear();
        }
        let longer = format!("{}{letter}", self.word);
        let again = self.word.chars().all(|before| before == letter);
        // A word that has begun stays where it stands, as long as it fits.
        let narrowed = (!self.word.is_empty()).then(|| row.beginning(&longer, row.at)).flatten();
        let found = match narrowed {
            Some(found) => {
                self.word = longer;
                found
            }
            None if again => {
                let found = row.beginning(&letter.to_string(), row.at + 1)?;
                self.word = letter.to_string();
                found
            }
            None => return None,
        };
        self.at = at;
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places that letters lead to, one after the other, from `at`.
    fn typed(labels: &[&str], at: usize, letters: &[(char, u64)]) -> Vec<Option<usize>> {
        let mut row = Names::of(labels.iter().map(|label| (*label).to_owned()), at);
        let mut typed = Typed::default();
        let mut to = |(letter, at): &(char, u64)| {
            let found = typed.letter(*letter, *at, &row);
            row.at = found.unwrap_or(row.at);
            found
        };
        letters.iter().map(&mut to).collect()
    }

    const TONES: [&str; 5] = ["libero", "caldo", "cordiale", "Èpico", "un po’ ironico"];

    #[test]
    fn a_letter_goes_to_the_choice_that_begins_with_it_whatever_its_accents_and_case() {
        assert_eq!(typed(&TONES, 0, &[('l', 0)]), [Some(0)], "the only one stays");
        assert_eq!(typed(&TONES, 0, &[('E', 0)]), [Some(3)]);
        assert_eq!(typed(&TONES, 0, &[('é', 0)]), [Some(3)]);
        assert_eq!(typed(&TONES, 0, &[('i', 0)]), [Some(4)], "a later word will do");
        assert_eq!(
            typed(&["un giorno", "giovani"], 1, &[('g', 0)]),
            [Some(1)],
            "a first is better"
        );
    }

    #[test]
    fn more_letters_narrow_and_one_that_fits_nothing_is_as_if_it_had_not_been_typed() {
        assert_eq!(typed(&TONES, 0, &[('c', 0), ('o', 90)]), [Some(1), Some(2)]);
        let strayed = typed(&TONES, 0, &[('c', 0), ('z', 90), ('o', 180)]);
        assert_eq!(strayed, [Some(1), None, Some(2)]);
        assert_eq!(typed(&TONES, 0, &[('z', 0)]), [None]);
        assert_eq!(typed(&[], 0, &[('a', 0)]), [None]);
    }

    #[test]
    fn the_same_letter_again_goes_on_round_the_end() {
        let found = typed(&TONES, 0, &[('c', 0), ('c', 90), ('c', 180)]);
        assert_eq!(found, [Some(1), Some(2), Some(1)]);
    }

    #[test]
    fn after_a_pause_another_word_begins() {
        let found = typed(&TONES, 0, &[('c', 0), ('e', 90), ('e', PAUSE)]);
        assert_eq!(found, [Some(1), None, Some(3)]);
    }

    #[test]
    fn a_choice_answers_to_each_of_its_names() {
        let names =
            [vec!["IG".into(), "ig Instagram".into()], vec!["LI".into(), "LinkedIn".into()]];
        let row = Names { names: names.into(), at: 1 };
        assert_eq!(row.beginning("inst", 0), Some(0));
        assert_eq!(row.beginning("linked", 0), Some(1));
    }
}
