//! An approval goes into the file of its post, and out again. No other hand writes one:
//! what a room asks for as an edit of `approval` is refused.

use super::hand::{Applied, Hand};
use crate::domain::{Approval, Failure, FieldEdit, FieldValue, RelPath};
use crate::gate::Block;

/// The table of a post file that holds it.
pub(super) const APPROVAL: &str = "approval";

impl Hand {
    /// Writes an approval in the place of whatever stood there. If the post says something
    /// else by now than what was approved, it says that it does not hold.
    pub fn approve(&mut self, path: &RelPath, block: &Block) -> Result<Applied, Failure> {
        self.put_approval(path, Some(block.approval()))
    }

    /// Takes it out of the file.
    pub fn unapprove(&mut self, path: &RelPath) -> Result<Applied, Failure> {
        self.put_approval(path, None)
    }

    fn put_approval(
        &mut self,
        path: &RelPath,
        approval: Option<&Approval>,
    ) -> Result<Applied, Failure> {
        self.settle_late();
        let key = vec![APPROVAL.to_owned()];
        let to = approval.map(table);
        let edit = FieldEdit::Replace { key, from: None, to };
        let mut applied = Applied::default();
        self.edit(path, &[edit])?;
        applied.put(self.entry(path)?);
        Ok(applied)
    }
}

fn table(approval: &Approval) -> FieldValue {
    let Approval { scheme, hash, by, at, signature } = approval;
    let text = |key: &str, value: &str| (key.to_owned(), FieldValue::Str(value.to_owned()));
    let mut rows = vec![text("scheme", scheme), text("hash", hash), text("by", by)];
    rows.extend(at.map(|at| ("at".to_owned(), FieldValue::Instant(at))));
    rows.extend(signature.as_ref().map(|sig| ("sig".to_owned(), FieldValue::Text(sig.clone()))));
    FieldValue::Table(rows)
}

/// An edit that no room may ask for.
pub(super) fn is_of_approval(edit: &FieldEdit) -> bool {
    let (FieldEdit::Replace { key, .. }
    | FieldEdit::Add { key, .. }
    | FieldEdit::Remove { key, .. }) = edit;
    // Without a key it is of the whole file, and so of this as well.
    key.first().is_none_or(|first| first == APPROVAL)
}
