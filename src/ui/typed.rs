//! Text that is being typed, as spans: roles over byte ranges, the selection, the cursor.
//!
//! Everything is revealed here, grapheme by grapheme, so that a cursor can stand on what
//! could not be seen. It knows nothing of keys or of buffers.

use super::{Role, Span};
use crate::text::{graphemes, reveal};
use std::ops::Range;

/// What a piece of typed text looks like besides plain.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// Later ones win where they overlap.
    pub roles: Vec<(Range<usize>, Role)>,
    pub selection: Range<usize>,
    /// Byte offset of the cursor's cell; at the end a blank is added for it.
    pub cursor: Option<usize>,
}

/// The bytes `range` of `text` as spans.
pub fn typed(text: &str, range: Range<usize>, base: Role, look: &Typed) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = range.start;
    // Blanks that hang at the end of a row are not underlined.
    let words = range.start + text[range.clone()].trim_end().len();
    for grapheme in graphemes(&text[range.clone()]) {
        let mark = if at < words { marked(at, look) } else { None };
        let role = role_at(at, mark.unwrap_or(base), look);
        at += grapheme.len();
        if grapheme == "\n" {
            if role == Role::Cursor {
                push(&mut spans, " ", role);
            }
            continue;
        }
        push(&mut spans, &reveal(grapheme).replace('\t', " "), role);
    }
    if look.cursor == Some(range.end) && range.end == text.len() {
        push(&mut spans, " ", Role::Cursor);
    }
    spans
}

fn role_at(at: usize, base: Role, look: &Typed) -> Role {
    if look.cursor == Some(at) {
        return Role::Cursor;
    }
    if look.selection.contains(&at) {
        return Role::Selection;
    }
    base
}

fn marked(at: usize, look: &Typed) -> Option<Role> {
    look.roles.iter().rev().find(|(range, _)| range.contains(&at)).map(|(_, role)| *role)
}

fn push(spans: &mut Vec<Span>, text: &str, role: Role) {
    match spans.last_mut() {
        Some(last) if last.role == role => last.text.push_str(text),
        _ => spans.push(Span::new(text, role)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stands_on_a_character_of_its_own_and_behind_the_last() {
        let at = |cursor| Typed { cursor: Some(cursor), ..Typed::default() };
        let spans = typed("lana", 0..4, Role::Text, &at(1));
        assert_eq!(
            spans,
            [Span::new("l", Role::Text), Span::new("a", Role::Cursor), Span::new("na", Role::Text)]
        );
        assert_eq!(typed("la", 0..2, Role::Text, &at(2))[1], Span::new(" ", Role::Cursor));
    }

    #[test]
    fn what_is_marked_ends_with_its_last_word_in_the_row() {
        let look = Typed { roles: vec![(0..8, Role::Noticed)], ..Typed::default() };
        let spans = typed("una lana", 0..4, Role::Text, &look);
        assert_eq!(spans, [Span::new("una", Role::Noticed), Span::new(" ", Role::Text)]);
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        let spans = typed("a\u{202e}b", 0..5, Role::Text, &Typed::default());
        assert_eq!(spans[0].text, "a⟨U+202E⟩b");
    }
}
