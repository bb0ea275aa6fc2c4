//! What the folder holds back: read with the brand. A file that cannot be read holds
//! everything back, because nobody knows what it says.

use super::Folder;
use super::read::read_freezes;
use super::store::Refusal;
use crate::domain::{FREEZES, Problem, RelPath, Workspace};

impl Folder {
    pub(super) fn freezes(&self, workspace: &mut Workspace) -> Option<Problem> {
        let path = RelPath::new(FREEZES);
        let read = match self.store.read(&path) {
            Err(Refusal::Missing) => return None,
            Err(refusal) => Err(refusal.problem(&path)),
            Ok(held) => {
                let read = read_freezes(&path, &held.bytes);
                self.keep(vec![held.bytes]);
                read
            }
        };
        workspace.freezes.unread = read.is_err();
        read.map(|all| workspace.freezes.all = all).err()
    }
}
