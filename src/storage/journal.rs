//! Text that is being typed and not saved yet: one file per open text, durable at every
//! write, gone when the text is saved or let go. After a crash it is what comes back.

use super::store::{Disk, Like, Refusal, Store};
use super::unique;
use crate::domain::{Failure, Id, JournalKey, RelPath};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// Text that was typed and never saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    pub key: JournalKey,
    pub text: String,
    /// The text as it was in the file when the typing began.
    pub base: String,
    /// When it was last written.
    pub at: SystemTime,
}

#[derive(Serialize, Deserialize)]
struct Record {
    post: String,
    channel: Option<String>,
    text: String,
    base: String,
}

pub struct Journal {
    state: Arc<dyn Store>,
}

impl Journal {
    /// The journal in a state directory, as [`super::state_dir`] makes it.
    pub fn open(state: &Path) -> Result<Self, Failure> {
        let name = RelPath::new(state.to_string_lossy());
        let state = Disk::open(state).map_err(|refusal| refusal.failure(&name))?;
        Ok(Self::over(Arc::new(state)))
    }

    /// The journal in any store.
    pub fn over(state: Arc<dyn Store>) -> Self {
        Self { state }
    }

    /// Durable when it returns. `base` is the text the person started from.
    pub fn write(&self, key: &JournalKey, text: &str, base: &str) -> Result<(), Failure> {
        let path = path(key);
        let record = Record {
            post: key.post.to_string(),
            channel: key.channel.clone(),
            text: text.to_owned(),
            base: base.to_owned(),
        };
        let failure = |refusal: Refusal| refusal.failure(&path);
        let bytes = serde_json::to_vec(&record).map_err(|_| Failure::Io {
            path: path.clone(),
            reason: std::io::ErrorKind::Other.to_string(),
        })?;
        let temporary = RelPath::new(format!("journal/.{}", unique()));
        self.state.create(&temporary, &bytes, Like::Private).map_err(failure)?;
        if let Err(refusal) = self.state.replace(&temporary, &path) {
            let _ = self.state.remove(&temporary);
            return Err(failure(refusal));
        }
        self.state.sync_folder("journal").map_err(failure)
    }

    /// The text is saved, or let go on purpose.
    pub fn drop(&self, key: &JournalKey) -> Result<(), Failure> {
        let path = path(key);
        match self.state.remove(&path) {
            Ok(()) | Err(Refusal::Missing) => Ok(()),
            Err(refusal) => Err(refusal.failure(&path)),
        }
    }

    /// What was typed and never saved, oldest first; the clock of a disk may be coarse.
    pub fn pending(&self) -> Vec<Recovered> {
        let names = self.state.list("journal").unwrap_or_default();
        let mut found: Vec<Recovered> = names
            .iter()
            .filter(|name| !name.name.starts_with('.'))
            .filter_map(|name| self.read(&RelPath::new(format!("journal/{}", name.name))))
            .collect();
        found.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
        found
    }

    fn read(&self, path: &RelPath) -> Option<Recovered> {
        let held = self.state.read(path).ok()?;
        let record: Record = serde_json::from_slice(&held.bytes).ok()?;
        let at = self.state.look(path).map(|look| look.written);
        Some(Recovered {
            key: JournalKey { post: Id::parse(&record.post).ok()?, channel: record.channel },
            text: record.text,
            base: record.base,
            at: at.unwrap_or(SystemTime::UNIX_EPOCH),
        })
    }
}

/// A channel's key may hold anything, so the name carries its bytes in hexadecimal.
fn path(key: &JournalKey) -> RelPath {
    let channel = key.channel.as_deref().unwrap_or_default();
    let mut name = format!("journal/{}", key.post);
    if key.channel.is_some() {
        name.push('-');
    }
    for byte in channel.bytes() {
        let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or('0');
        name.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    RelPath::new(name + ".json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    #[test]
    fn what_was_typed_comes_back_until_it_is_saved() {
        let home = tempfile::tempdir().expect("a directory");
        let ids = Ids::from_seed(1);
        let state = super::super::state_dir(home.path(), &ids.fresh(), home.path());
        let state = state.expect("a state directory");
        let journal = Journal::open(&state).expect("a journal");
        let own = JournalKey { post: ids.fresh(), channel: None };
        let variant = JournalKey { post: own.post.clone(), channel: Some("../ig".into()) };
        journal.write(&own, "La lana", "").expect("written");
        journal.write(&own, "La lana torna", "").expect("written");
        journal.write(&variant, "Lana!\n", "base").expect("written");
        drop(journal);

        let again = Journal::open(&state).expect("a journal");
        let texts: Vec<String> = again.pending().into_iter().map(|found| found.text).collect();
        assert_eq!(texts, ["La lana torna", "Lana!\n"]);
        again.drop(&own).expect("dropped");
        again.drop(&own).expect("dropping twice is fine");
        let left = again.pending();
        assert_eq!(left.iter().map(|found| &found.key).collect::<Vec<_>>(), [&variant]);
        assert_eq!(left[0].base, "base");
    }
}
