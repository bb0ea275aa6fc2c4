//! What the folder holds back: read with the brand. A file that cannot be understood holds
//! everything back, because nobody knows what it says. What is thawed leaves no empty file.

use super::Folder;
use super::hand::Hand;
use super::read::read_freezes;
use super::store::Refusal;
use super::swap::temporary;
use crate::domain::{
    FREEZES, Failure, FieldEdit, FieldValue, Freeze, Freezes, Problem, RelPath, Workspace,
};

impl Folder {
    /// Reads them into the brand, whose channels are known by then. What is wrong with them
    /// stands there too, and comes back.
    pub(super) fn freezes(&self, workspace: &mut Workspace) -> Vec<Problem> {
        let path = RelPath::new(FREEZES);
        let channels: Vec<&str> = workspace.channels.iter().map(|c| c.key.as_str()).collect();
        let read = match self.store.read(&path) {
            Err(Refusal::Missing) => return Vec::new(),
            Err(refusal) => Err(vec![refusal.problem(&path)]),
            Ok(held) => {
                let read = read_freezes(&path, &held.bytes, workspace.zone, &channels);
                self.keep(vec![held.bytes]);
                read
            }
        };
        let (all, faults) = read.unwrap_or_else(|faults| (Vec::new(), faults));
        workspace.freezes = Freezes { all, faults: faults.clone() };
        faults
    }
}

impl Hand {
    pub(super) fn freeze(&mut self, add: &[Freeze], remove: &[Freeze]) -> Result<(), Failure> {
        let (path, key) = (RelPath::new(FREEZES), || vec!["freeze".to_owned()]);
        let removed = remove.iter().map(|freeze| FieldValue::frozen(&freeze.what));
        let removed = removed.map(|item| FieldEdit::Remove { key: key(), item });
        let added = add.iter().map(FieldValue::freeze);
        let added = added.map(|item| FieldEdit::Add { key: key(), item });
        let edits: Vec<FieldEdit> = removed.chain(added).collect();
        self.edit_or_make(&path, &edits, !add.is_empty())?;
        if add.is_empty() {
            self.clear_away(&path);
        }
        Ok(())
    }

    /// Takes away a file in which nothing is left. One that cannot be taken away says nothing
    /// either, so that it may stay.
    fn clear_away(&mut self, path: &RelPath) {
        // Whoever wrote while it was edited has been heard first.
        self.settle_late();
        let is_blank = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_whitespace);
        if !self.read(path).is_ok_and(|held| held.plain && is_blank(&held.bytes)) {
            return;
        }
        let hidden = temporary(path);
        if self.content.rename_new(path, &hidden).is_err() {
            return;
        }
        // In the last instant somebody may have frozen something in it.
        let _ = match self.content.read(&hidden) {
            Ok(held) if is_blank(&held.bytes) => self.content.remove(&hidden),
            _ => self.content.rename_new(&hidden, path),
        };
        let _ = self.content.sync_folder(path.parent());
    }
}
