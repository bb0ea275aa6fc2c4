//! Three versions of a text made into one, sentence by sentence, when the two hands
//! changed different sentences.

use crate::text::sentences;
use std::ops::Range;

/// `None` where both changed the same sentences, or wrote something at the same point.
pub fn merge(base: &str, ours: &str, theirs: &str) -> Option<String> {
    if ours == theirs || base == theirs {
        return Some(ours.to_owned());
    }
    if base == ours {
        return Some(theirs.to_owned());
    }
    let (a, b) = (change(base, ours), change(base, theirs));
    let (first, second) = if a.old.start <= b.old.start { (&a, &b) } else { (&b, &a) };
    if first.old.end > second.old.start || first.old.start == second.old.start {
        return None;
    }
    let between = &base[first.old.end..second.old.start];
    let (head, tail) = (&base[..first.old.start], &base[second.old.end..]);
    Some(format!("{head}{}{between}{}{tail}", first.new, second.new))
}

/// The sentences of the base that one side changed, and what it wrote instead.
struct Change<'a> {
    old: Range<usize>,
    new: &'a str,
}

fn change<'a>(base: &str, side: &'a str) -> Change<'a> {
    let (old, new) = (sentences(base), sentences(side));
    let same = |(a, b): &(&Range<usize>, &Range<usize>)| base[(*a).clone()] == side[(*b).clone()];
    let head = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(same).count();
    let start =
        |ranges: &[Range<usize>], text: &str| ranges.get(head).map_or(text.len(), |r| r.start);
    let end = |ranges: &[Range<usize>], text: &str| {
        let kept = ranges.len() - tail;
        ranges.get(kept).map_or(text.len(), |range| range.start)
    };
    Change {
        old: start(&old, base)..end(&old, base),
        new: &side[start(&new, side)..end(&new, side)],
    }
}
