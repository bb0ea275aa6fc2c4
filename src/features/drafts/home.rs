//! Where a sentence of a thread belongs in a text that has others of it: in its own message,
//! in its own order, whichever was taken first. Pure; `place.rs` puts in what belongs
//! nowhere yet.

use super::place::{Placed, end_of_prose};
use crate::domain::Hunk;
use crate::text::{BREAK, message_at, message_ranges};
use std::collections::BTreeSet;

/// Puts a hunk among those of its suggestion that are `there`. `None` where none of them
/// tells the place.
pub fn home(text: &str, own: &Hunk, there: &[Hunk]) -> Option<Placed> {
    if let Some(message) = message_of(text, own.message, there) {
        return Some(within(text, message, own, there));
    }
    let others: BTreeSet<usize> = there.iter().map(|hunk| hunk.message).collect();
    let place = |other: &usize| message_of(text, *other, there);
    if let Some(before) = others.range(..own.message).rev().find_map(place) {
        let ranges = message_ranges(text);
        let last = before + 1 == ranges.len();
        // The last line of hashtags stays the last.
        let at = if last { end(text) } else { ranges[before].end };
        return Some(put(text, at, "\u{c}", &own.taken, ""));
    }
    let after = others.range(own.message..).find_map(place)?;
    Some(put(text, message_ranges(text)[after].start, "", &own.taken, "\u{c}"))
}

/// Beside the nearest of its neighbours, else at the end of the message, or at its head.
fn within(text: &str, message: usize, own: &Hunk, there: &[Hunk]) -> Placed {
    let range = message_ranges(text)[message].clone();
    let mates = || there.iter().filter(|hunk| hunk.message == own.message);
    let start = |hunk: &Hunk| text[range.clone()].find(&hunk.taken).map(|at| range.start + at);
    let gap = |follows: &Hunk| if follows.new_line { "\n" } else { " " };
    let before = mates().filter(|hunk| hunk.spot < own.spot);
    let before = before.filter_map(|hunk| Some((hunk.spot, start(hunk)? + hunk.taken.len()))).max();
    if let Some((_, at)) = before {
        return put(text, at, gap(own), &own.taken, "");
    }
    let after = mates().filter(|hunk| hunk.spot > own.spot).min_by_key(|hunk| hunk.spot);
    if let Some((hunk, at)) = after.and_then(|hunk| Some((hunk, start(hunk)?))) {
        return put(text, at, "", &own.taken, gap(hunk));
    }
    if let Some(hunk) = after.filter(|_| mates().all(|hunk| hunk.spot > own.spot)) {
        return put(text, range.start, "", &own.taken, gap(hunk));
    }
    let last = range.end == text.len();
    let at = if last { end(text) } else { range.start + text[range.clone()].trim_end().len() };
    put(text, at, gap(own), &own.taken, "")
}

/// Which message of the text holds what was taken of a message of the suggestion: the one
/// with its words, else, where a hand rewrote them all, the one at its place among those
/// that have begun.
fn message_of(text: &str, message: usize, there: &[Hunk]) -> Option<usize> {
    let mates = there.iter().filter(|hunk| hunk.message == message);
    if let Some(at) = mates.clone().find_map(|hunk| text.find(&hunk.taken)) {
        return Some(message_at(text, at));
    }
    let begun: BTreeSet<usize> = there.iter().map(|hunk| hunk.message).collect();
    let all = text.matches(BREAK).count() + 1 == begun.len();
    begun.iter().position(|own| *own == message).filter(|_| all)
}

/// Behind the last words that are no hashtags.
fn end(text: &str) -> usize {
    text[..end_of_prose(text)].trim_end_matches(|c: char| c != BREAK && c.is_whitespace()).len()
}

fn put(text: &str, at: usize, before: &str, words: &str, after: &str) -> Placed {
    let (head, tail) = text.split_at(at);
    let before = if head.is_empty() { "" } else { before };
    let end = head.len() + before.len() + words.len();
    Placed { text: format!("{head}{before}{words}{after}{tail}"), end }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Extras, Spot, hunks};
    use proptest::prelude::*;

    const THREAD: &str = "Uno. Uno bis.\u{c}Due.\nDue bis.\u{c}Tre.";

    fn of(text: &str) -> Vec<Hunk> {
        hunks(text, &[], &Extras::default(), &[], &BTreeSet::new())
    }

    /// Takes hunks of `THREAD` in this order.
    fn taken(order: &[usize]) -> String {
        let all = of(THREAD);
        let (mut text, mut there) = (String::new(), Vec::new());
        for at in order {
            let placed = home(&text, &all[*at], &there);
            text = placed.map_or_else(|| all[*at].taken.clone(), |placed| placed.text);
            there.push(all[*at].clone());
        }
        text
    }

    proptest! {
        #[test]
        fn in_whatever_order_they_are_taken_sentences_stand_in_their_message_in_order(
            order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
            some in 1..=5usize,
        ) {
            prop_assert_eq!(taken(&order), THREAD);
            let text = taken(&order[..some]);
            let all = of(THREAD);
            let mut chosen: Vec<&Hunk> = order[..some].iter().map(|at| &all[*at]).collect();
            chosen.sort_by_key(|hunk| hunk.spot);
            let words: Vec<&str> = chosen.iter().map(|hunk| hunk.taken.as_str()).collect();
            let stands = of(&text);
            prop_assert_eq!(stands.iter().map(|hunk| hunk.taken.as_str()).collect::<Vec<_>>(), words);
            let apart = |hunks: &[&Hunk]| -> Vec<bool> {
                hunks.windows(2).map(|two| two[0].message != two[1].message).collect()
            };
            prop_assert_eq!(apart(&stands.iter().collect::<Vec<_>>()), apart(&chosen));
        }
    }

    #[test]
    fn a_message_that_a_hand_rewrote_is_known_by_its_place() {
        let all = of(THREAD);
        let there = [all[0].clone(), all[2].clone()];
        let text = "Il primo.\u{c}Il secondo.\n#lana";
        let put = |at: usize| home(text, &all[at], &there).expect("a place").text;
        assert_eq!(put(1), "Il primo. Uno bis.\u{c}Il secondo.\n#lana");
        assert_eq!(put(3), "Il primo.\u{c}Il secondo.\nDue bis.\n#lana");
        assert_eq!(put(4), "Il primo.\u{c}Il secondo.\u{c}Tre.\n#lana");
        let mut first = there.clone();
        first[0].spot = Spot { sentence: 1, clause: None };
        assert_eq!(
            home(text, &all[0], &first).expect("a place").text,
            "Uno. Il primo.\u{c}Il secondo.\n#lana"
        );
    }

    #[test]
    fn where_nothing_tells_the_place_none_is_made_up() {
        let all = of(THREAD);
        assert_eq!(home("Altre parole.", &all[3], &[]), None);
        let there = [all[0].clone()];
        assert_eq!(home("Una.\u{c}Due mie.", &all[3], &there), None);
    }
}
