//! Bringing together two edits of one text.
//!
//! Owns the three-way merge by sentence. It never guesses: where both hands changed the
//! same sentence differently, it says so and leaves the choice to a person.

use super::diff::{Hunk, hunks};
use super::sentence::sentences;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    Clean(String),
    /// Both sides changed the same place, each in its own way.
    Overlap,
}

/// What `ours` and `theirs` did to `base`, both done. Edits of neighbouring sentences, and
/// a sentence added beside one that was edited, go together; two additions at one place
/// do not, unless they are the same.
pub fn merge3(base: &str, ours: &str, theirs: &str) -> Merge {
    if ours == theirs || theirs == base {
        return Merge::Clean(ours.to_owned());
    }
    if ours == base {
        return Merge::Clean(theirs.to_owned());
    }
    let (base_parts, our_parts, their_parts) = (parts(base), parts(ours), parts(theirs));
    let our_hunks = hunks(&base_parts, &our_parts);
    let their_hunks = hunks(&base_parts, &their_parts);
    let with = |hunk: &Hunk, parts: &[&str]| parts[hunk.new_start..hunk.new_end].concat();
    let mut edits: Vec<(Hunk, String)> =
        our_hunks.iter().map(|hunk| (*hunk, with(hunk, &our_parts))).collect();
    for hunk in &their_hunks {
        let text = with(hunk, &their_parts);
        let place = |hunk: &Hunk| (hunk.old_start, hunk.old_end);
        let known =
            edits.iter().any(|(ours, our_text)| place(ours) == place(hunk) && *our_text == text);
        if known {
            continue;
        }
        if our_hunks.iter().any(|ours| collide(ours, hunk)) {
            return Merge::Overlap;
        }
        edits.push((*hunk, text));
    }
    // An addition stands before an edit of the sentence it was put in front of.
    edits.sort_by_key(|(hunk, _)| (hunk.old_start, hunk.old_end));
    let mut merged = String::new();
    let mut at = 0;
    for (hunk, text) in edits {
        merged.push_str(&base_parts[at..hunk.old_start].concat());
        merged.push_str(&text);
        at = hunk.old_end;
    }
    merged.push_str(&base_parts[at..].concat());
    Merge::Clean(merged)
}

/// Whether two changes of the base concern the same place.
fn collide(a: &Hunk, b: &Hunk) -> bool {
    let both_add = a.old_start == a.old_end && b.old_start == b.old_end;
    if both_add {
        a.old_start == b.old_start
    } else {
        a.old_start < b.old_end && b.old_start < a.old_end
    }
}

/// Sentences, and the space behind each apart: a sentence is the same one whether or not
/// another follows it.
fn parts(text: &str) -> Vec<&str> {
    let halves = sentences(text).into_iter().flat_map(|range| {
        let sentence = &text[range];
        let (words, space) = sentence.split_at(sentence.trim_end().len());
        [words, space]
    });
    halves.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "La lana torna. Da lunedì in bottega. Tre colori.";

    #[test]
    fn edits_of_different_sentences_go_together() {
        for (ours, theirs, merged) in [
            (
                "La lana è tornata. Da lunedì in bottega. Tre colori.",
                "La lana torna. Da lunedì in bottega. Tre colori caldi.",
                "La lana è tornata. Da lunedì in bottega. Tre colori caldi.",
            ),
            (
                "La lana è tornata. Da lunedì in bottega. Tre colori.",
                "La lana torna. Da martedì in bottega. Tre colori.",
                "La lana è tornata. Da martedì in bottega. Tre colori.",
            ),
            (
                "La lana torna. Da lunedì in bottega. Tre colori. Vieni!",
                "La lana torna. Da lunedì in bottega. Quattro colori.",
                "La lana torna. Da lunedì in bottega. Quattro colori. Vieni!",
            ),
            (
                "Ciao! La lana torna. Da lunedì in bottega. Tre colori.",
                "La seta torna. Da lunedì in bottega. Tre colori.",
                "Ciao! La seta torna. Da lunedì in bottega. Tre colori.",
            ),
            (
                "Da lunedì in bottega. Tre colori.",
                "La lana torna. Da lunedì in bottega. Tre colori.\n#lana",
                "Da lunedì in bottega. Tre colori.\n#lana",
            ),
        ] {
            assert_eq!(merge3(BASE, ours, theirs), Merge::Clean(merged.into()));
            assert_eq!(merge3(BASE, theirs, ours), Merge::Clean(merged.into()));
        }
    }

    #[test]
    fn two_edits_of_one_sentence_overlap() {
        for (ours, theirs) in [
            (
                "La seta torna. Da lunedì in bottega. Tre colori.",
                "La lana parte. Da lunedì in bottega. Tre colori.",
            ),
            (
                "Da lunedì in bottega. Tre colori.",
                "La lana parte. Da lunedì in bottega. Tre colori.",
            ),
            (
                "La lana torna. Da lunedì in bottega. Tre colori. Vieni!",
                "La lana torna. Da lunedì in bottega. Tre colori. Corri!",
            ),
        ] {
            assert_eq!(merge3(BASE, ours, theirs), Merge::Overlap);
            assert_eq!(merge3(BASE, theirs, ours), Merge::Overlap);
        }
    }

    proptest! {
        #[test]
        fn a_merge_takes_no_side_and_loses_no_edit(
            base in "(Uno\\. |Due!\n|Tre\\. |Quattro\\. ){0,6}",
            ours in "(Uno\\. |Due!\n|Tre\\. |Quattro\\. |Nostra\\. ){0,6}",
            theirs in "(Uno\\. |Due!\n|Tre\\. |Quattro\\. |Loro\\. ){0,6}",
        ) {
            prop_assert_eq!(merge3(&base, &ours, &base), Merge::Clean(ours.clone()));
            prop_assert_eq!(merge3(&base, &base, &theirs), Merge::Clean(theirs.clone()));
            prop_assert_eq!(merge3(&base, &ours, &ours), Merge::Clean(ours.clone()));
            let merged = merge3(&base, &ours, &theirs);
            prop_assert_eq!(&merged, &merge3(&base, &theirs, &ours));
            if let Merge::Clean(text) = merged {
                prop_assert_eq!(text.matches("Nostra").count(), ours.matches("Nostra").count());
                prop_assert_eq!(text.matches("Loro").count(), theirs.matches("Loro").count());
            }
        }
    }
}
