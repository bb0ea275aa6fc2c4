//! Edits of a file by bytes: only the values that change are rewritten, everything else
//! (comments, order, spacing, line endings, unknown keys, a missing last line feed) stays
//! byte for byte. Every edit is proved by parsing before anything is returned.

mod check;
mod edit;
mod insert;
mod layout;
mod list;
#[cfg(test)]
mod tests;
mod value;

pub use value::{Style, dotted, render};

use crate::domain::FieldEdit;
pub use check::{find, holds};

/// The bytes with the edits applied in order, or `None` where one of them could not be
/// made faithfully. The bytes must be UTF-8 and TOML.
pub fn splice(bytes: &[u8], edits: &[FieldEdit]) -> Option<Vec<u8>> {
    let text = str::from_utf8(bytes).ok()?;
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mark = &text[..text.len() - bare.len()];
    let mut current = bare.to_owned();
    for edit in edits {
        let next = edit::apply(&current, edit)?;
        if next != current && !check::is_faithful(&current, &next, edit) {
            return None;
        }
        current = next;
    }
    Some(format!("{mark}{current}").into_bytes())
}
