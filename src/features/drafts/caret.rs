//! Where in a human text accepted words go in: before a sentence, known by its neighbours.
//! A number alone would mean another place as soon as somebody writes before it.

use crate::text::{Aligned, align, sentences};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caret {
    /// The sentence before which words go, from 0.
    at: usize,
    /// The text it was set in.
    text: String,
}

impl Caret {
    pub fn new(at: usize, text: &str) -> Self {
        Self { at, text: text.to_owned() }
    }

    /// At the head of whatever stands there.
    pub fn head() -> Self {
        Self::new(0, "")
    }

    /// The same place in a text as it stands now: before its sentence, also where that was
    /// written over; behind the one before it where it is gone. `None`: at the end of the
    /// prose, also where nothing is left to tell.
    pub fn in_text(&self, text: &str) -> Option<usize> {
        let all = sentences(text).len();
        if self.text == text || self.at == 0 && self.text.is_empty() {
            return (self.at < all).then_some(self.at);
        }
        let (mut old, mut new, mut known) = (0, 0, false);
        let mut place = None;
        for one in align(&self.text, text) {
            if !matches!(one, Aligned::Added { .. }) {
                place = place.or((old == self.at).then_some(new));
                old += 1;
            }
            new += usize::from(!matches!(one, Aligned::Removed { .. }));
            known |= matches!(one, Aligned::Same { .. } | Aligned::Changed { .. });
        }
        place.filter(|place| *place < all && (known || self.at == 0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "La lana torna a casa. Tre colori nuovi sul banco. Vi aspettiamo da lunedì.";

    /// The text with a caret where one that stood before `at` stands now.
    fn now(at: usize, text: &str) -> String {
        let Some(place) = Caret::new(at, TEXT).in_text(text) else { return format!("{text}|") };
        let start = sentences(text)[place].start;
        format!("{}|{}", &text[..start], &text[start..])
    }

    #[test]
    fn words_written_before_it_push_it_along_and_words_behind_it_do_not() {
        let first =
            "Eccoci. La lana torna a casa. Tre colori nuovi sul banco. Vi aspettiamo da lunedì.";
        assert_eq!(now(1, first), first.replace("Tre", "|Tre"));
        let last = format!("{TEXT} Portate i bambini.");
        assert_eq!(now(1, &last), last.replace("Tre", "|Tre"));
        let between = TEXT.replace("Tre", "E non da sola. Tre");
        assert_eq!(now(1, &between), between.replace("Tre", "|Tre"));
        assert_eq!(now(2, &between), between.replace("Vi", "|Vi"));
        assert_eq!(now(0, &between), format!("|{between}"));
    }

    #[test]
    fn a_sentence_that_was_written_over_is_still_its_neighbour() {
        let typo = TEXT.replace("Tre colori nuovi", "Quattro colori nuovi");
        assert_eq!(now(1, &typo), typo.replace("Quattro", "|Quattro"));
        let other = TEXT.replace("Tre colori nuovi sul banco.", "Si apre alle nove. Poi caffè.");
        assert_eq!(now(1, &other), other.replace("Si apre", "|Si apre"));
        let both = "Ieri pioveva. La lana torna a casa, finalmente. Si apre alle nove.";
        assert_eq!(now(1, both), both.replace("Si apre", "|Si apre"));
    }

    #[test]
    fn where_its_neighbours_are_gone_the_nearest_tells_and_nothing_at_the_end() {
        let without = "La lana torna a casa. Vi aspettiamo da lunedì.";
        assert_eq!(now(1, without), without.replace("Vi", "|Vi"));
        assert_eq!(now(2, "La lana torna a casa."), "La lana torna a casa.|");
        assert_eq!(
            now(2, "Un testo tutto nuovo. Di due frasi."),
            "Un testo tutto nuovo. Di due frasi.|"
        );
        assert_eq!(now(0, "Un testo tutto nuovo."), "|Un testo tutto nuovo.");
        assert_eq!(Caret::head().in_text("Uno. Due."), Some(0));
        assert_eq!((Caret::head().in_text(""), Caret::new(1, TEXT).in_text("")), (None, None));
    }

    proptest! {
        #[test]
        fn it_stays_before_its_sentence_whatever_is_put_in_or_taken_out_elsewhere(
            at in 0..6usize,
            gone in proptest::collection::vec(any::<bool>(), 6),
            put in proptest::collection::vec(0..3usize, 7),
        ) {
            let own = |n: usize| format!("{} è la parola di qui.", ["Lana", "Seta", "Lino", "Feltro", "Canapa", "Cotone"][n]);
            let other = |n: usize, m: usize| format!("{n}{m} arriva dopo pranzo, forse.");
            let old: Vec<String> = (0..6).map(own).collect();
            let mut new: Vec<String> = Vec::new();
            for n in 0..6 {
                new.extend((0..put[n]).map(|m| other(n, m)));
                if n == at || !gone[n] {
                    new.push(own(n));
                }
            }
            new.extend((0..put[6]).map(|m| other(6, m)));
            let (old, new) = (old.join(" "), new.join(" "));
            let place = Caret::new(at, &old).in_text(&new).expect("its sentence is there");
            let found = new[sentences(&new)[place].clone()].trim();
            prop_assert_eq!(found, own(at));
        }
    }
}
