//! Marked ranges of a text that stay on their words while the text is edited.
//!
//! Owns how an edit moves a range. What a span means, and how it is drawn, is for its
//! maker to know.

use std::ops::Range;

/// Chosen by whoever adds the span; several ranges may share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpanId(pub u32);

/// What becomes of a span when something is typed inside it. Text typed at either end is
/// always outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Inside {
    /// It belongs to the span: a finding, a selection.
    Grows,
    /// It does not, and the span falls in two: words of a machine a hand writes between.
    Tears,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    pub id: SpanId,
    pub range: Range<usize>,
    pub inside: Inside,
}

/// Replacing `removed` bytes at `at` by `inserted` bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Splice {
    pub at: usize,
    pub removed: usize,
    pub inserted: usize,
}

impl Splice {
    pub fn inverse(self) -> Self {
        Self { at: self.at, removed: self.inserted, inserted: self.removed }
    }

    fn end(self) -> usize {
        self.at + self.removed
    }

    /// A position at or behind the replaced bytes, afterwards.
    fn shift(self, position: usize) -> usize {
        position - self.removed + self.inserted
    }
}

/// The spans after a splice, in order of their start; those with nothing left are gone.
pub fn moved(spans: &[Span], splice: Splice) -> Vec<Span> {
    let mut after = Vec::with_capacity(spans.len() + 1);
    for span in spans {
        let Range { start, end } = span.range;
        let with = |range| Span { range, ..span.clone() };
        if end <= splice.at {
            after.push(span.clone());
            continue;
        }
        if start >= splice.end() {
            after.push(with(splice.shift(start)..splice.shift(end)));
            continue;
        }
        let left = start..splice.at.max(start);
        let right = splice.shift(splice.end())..splice.shift(end.max(splice.end()));
        if span.inside == Inside::Grows && !left.is_empty() && !right.is_empty() {
            after.push(with(left.start..right.end));
        } else {
            after.extend([left, right].into_iter().filter(|part| !part.is_empty()).map(with));
        }
    }
    normalise(&mut after);
    after
}

/// Sorts, and joins torn parts that touch again.
pub fn normalise(spans: &mut Vec<Span>) {
    spans.retain(|span| !span.range.is_empty());
    spans.sort_by_key(|span| (span.id, span.range.start, span.range.end));
    spans.dedup_by(|next, span| {
        let joins = span.id == next.id
            && span.inside == Inside::Tears
            && next.inside == Inside::Tears
            && next.range.start <= span.range.end;
        if joins {
            span.range.end = span.range.end.max(next.range.end);
        }
        joins
    });
    spans.sort_by_key(|span| (span.range.start, span.range.end, span.id));
}

/// What the splice would do to `spans` that its inverse cannot undo: every range of the
/// ids concerned, as they were.
pub fn lost(spans: &[Span], splice: Splice) -> Vec<Span> {
    let back = moved(&moved(spans, splice), splice.inverse());
    let of = |spans: &[Span], id| -> Vec<Span> {
        spans.iter().filter(|span| span.id == id).cloned().collect()
    };
    let mut ids: Vec<SpanId> = spans.iter().map(|span| span.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .filter(|&id| of(spans, id) != of(&back, id))
        .flat_map(|id| of(spans, id))
        .collect()
}

/// Puts back what was lost: all ranges of the ids concerned are replaced.
pub fn restore(spans: &mut Vec<Span>, lost: &[Span]) {
    spans.retain(|span| !lost.iter().any(|old| old.id == span.id));
    spans.extend_from_slice(lost);
    normalise(spans);
}
