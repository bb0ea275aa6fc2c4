//! Text that is being typed and not saved yet: one file per open text and session, durable
//! at every write, gone when the text is saved or let go. After a crash it is what comes
//! back. What another instance is typing right now is neither touched nor offered.

use super::claim::Claim;
use super::store::{Disk, Like, Refusal, Store};
use super::unique;
use crate::domain::{Failure, Id, JournalKey, RelPath};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

/// Text that was typed and never saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    pub key: JournalKey,
    pub text: String,
    /// When it was last written.
    pub at: SystemTime,
}

#[derive(Serialize, Deserialize)]
struct Record {
    post: String,
    channel: Option<String>,
    text: String,
}

/// The longest record that is written, and read again, in bytes. A text that a post's file
/// can hold takes no more, whatever its letters.
const MOST: u64 = 16 << 20;

pub struct Journal {
    state: Arc<dyn Store>,
    /// What a failure names: the folder, for the names in it mean nothing to a person.
    place: RelPath,
    /// The name of this session, held while it may have texts here.
    session: Option<(String, Claim)>,
}

impl Journal {
    /// The journal in a state directory, as [`super::state_dir`] makes it.
    pub fn open(state: &Path) -> Result<Self, Failure> {
        let place = RelPath::outside(state.join("journal").to_string_lossy());
        let state = Disk::open(state).map_err(|refusal| refusal.failure(&place))?.up_to(MOST);
        Ok(Self { place, ..Self::over(Arc::new(state)) })
    }

    /// The journal in any store.
    pub fn over(state: Arc<dyn Store>) -> Self {
        Self { state, place: RelPath::new("journal"), session: None }
    }

    /// Made with the first text: most sessions type none.
    fn session(&mut self) -> Result<String, Refusal> {
        if let Some((name, _)) = &self.session {
            return Ok(name.clone());
        }
        let name = unique();
        let claim = Claim::make(&self.state, held(&name), b"")?;
        Ok(self.session.insert((name, claim)).0.clone())
    }

    /// Whether a text could be kept: said before the first one is typed.
    pub fn ready(&mut self) -> Result<(), Failure> {
        let probe = RelPath::new(format!("journal/.{}", unique()));
        let made = self.state.create(&probe, b"", Like::Private);
        let gone = made.and_then(|()| self.state.remove(&probe));
        gone.map_err(|refusal| refusal.failure(&self.place))
    }

    /// The session ends: what it leaves here is for the next to ask about.
    pub fn end(&mut self) {
        self.session = None;
    }

    /// Durable when it returns.
    pub fn write(&mut self, key: &JournalKey, text: &str) -> Result<(), Failure> {
        let place = self.place.clone();
        let failure = |refusal: Refusal| refusal.failure(&place);
        let unwritten =
            |kind: ErrorKind| Failure::Io { path: place.clone(), reason: kind.to_string() };
        let (post, channel) = (key.post.to_string(), key.channel.clone());
        let record = Record { post, channel, text: text.to_owned() };
        let bytes = serde_json::to_vec(&record).map_err(|_| unwritten(ErrorKind::Other))?;
        if bytes.len() as u64 > MOST {
            // It would be called kept and could not come back.
            return Err(unwritten(ErrorKind::FileTooLarge));
        }
        let session = self.session().map_err(failure)?;
        let path = path(key, &session);
        let temporary = RelPath::new(format!("journal/.{}", unique()));
        self.state.create(&temporary, &bytes, Like::Private).map_err(failure)?;
        if let Err(refusal) = self.state.replace(&temporary, &path) {
            let _ = self.state.remove(&temporary);
            return Err(failure(refusal));
        }
        self.state.sync_folder("journal").map_err(failure)
    }

    /// The text is saved, or let go on purpose.
    pub fn let_go(&self, key: &JournalKey) -> Result<(), Failure> {
        let own = self.session.as_ref().map(|(name, _)| name);
        let Some(session) = key.session.as_ref().or(own) else { return Ok(()) };
        let path = path(key, session);
        match self.state.remove(&path) {
            Ok(()) | Err(Refusal::Missing) => Ok(()),
            Err(refusal) => Err(refusal.failure(&path)),
        }
    }

    /// What sessions that are gone typed and never saved, oldest first; the clock of a disk
    /// may be coarse. And what of it cannot be read, which stays where it is.
    pub fn pending(&self) -> (Vec<Recovered>, Vec<Failure>) {
        let names = self.state.list("journal").unwrap_or_default();
        let names = || names.iter().map(|name| name.name.as_str());
        let mut living: BTreeMap<&str, bool> = BTreeMap::new();
        // One that was killed with nothing unsaved leaves its name behind.
        let idle = names().filter_map(|name| name.strip_suffix(HELD)).map(|name| (name, None));
        let texts = names().filter_map(|name| Some((session_of(name)?, Some(name))));
        let (mut found, mut unreadable) = (Vec::new(), Vec::new());
        for (session, name) in idle.chain(texts) {
            if *living.entry(session).or_insert_with(|| self.is_living(session)) {
                continue;
            }
            match name.map(|name| self.read(name, session)) {
                Some(Ok(text)) => found.push(text),
                // Saved, or let go, by whoever asked a moment before.
                None | Some(Err(Refusal::Missing)) => {}
                Some(Err(_)) => {
                    let path = format!("{}/{}", self.place, name.unwrap_or_default());
                    unreadable.push(Failure::LeftUnreadable { path });
                }
            }
        }
        found.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
        (found, unreadable)
    }

    fn is_living(&self, session: &str) -> bool {
        let path = held(session);
        match self.state.lock(&path) {
            Ok(None) => true,
            Ok(Some(_)) => {
                let _ = self.state.remove(&path);
                false
            }
            Err(_) => false,
        }
    }

    fn read(&self, name: &str, session: &str) -> Result<Recovered, Refusal> {
        let path = RelPath::new(format!("journal/{name}"));
        let held = self.state.read(&path)?;
        let garbled = || Refusal::from(std::io::Error::from(ErrorKind::InvalidData));
        let record: Record = serde_json::from_slice(&held.bytes).map_err(|_| garbled())?;
        let at = self.state.look(&path).map(|look| look.written);
        let post = Id::parse(&record.post).map_err(|_| garbled())?;
        let session = Some(session.to_owned());
        Ok(Recovered {
            key: JournalKey { post, channel: record.channel, session },
            text: record.text,
            at: at.unwrap_or(SystemTime::UNIX_EPOCH),
        })
    }
}

const HELD: &str = ".session";

/// What a session holds for as long as it lives.
fn held(session: &str) -> RelPath {
    RelPath::new(format!("journal/{session}{HELD}"))
}

/// Whose a text is; nobody's, and so left behind, where it was written before sessions had
/// names.
fn session_of(name: &str) -> Option<&str> {
    let name = name.strip_suffix(".json").filter(|name| !name.starts_with('.'))?;
    Some(name.split_once('.').map_or("", |(_, session)| session))
}

/// A channel's key may hold anything, so the name carries its bytes in hexadecimal.
fn path(key: &JournalKey, session: &str) -> RelPath {
    let channel = key.channel.as_deref().unwrap_or_default();
    let mut name = format!("journal/{}", key.post);
    if key.channel.is_some() {
        name.push('-');
    }
    for byte in channel.bytes() {
        let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or('0');
        name.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    if !session.is_empty() {
        name = name + "." + session;
    }
    RelPath::new(name + ".json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    fn fixture() -> (tempfile::TempDir, std::path::PathBuf, JournalKey) {
        let home = tempfile::tempdir().expect("a directory");
        let ids = Ids::from_seed(1);
        let state = super::super::state_dir(home.path(), &ids.fresh(), home.path());
        let key = JournalKey { post: ids.fresh(), channel: None, session: None };
        (home, state.expect("a state directory"), key)
    }

    fn texts(left: &[Recovered]) -> Vec<&str> {
        left.iter().map(|found| found.text.as_str()).collect()
    }

    #[test]
    fn what_was_typed_comes_back_until_it_is_saved() {
        let (_home, state, own) = fixture();
        let mut journal = Journal::open(&state).expect("a journal");
        let variant = JournalKey { channel: Some("../ig".into()), ..own.clone() };
        journal.write(&own, "La lana").expect("written");
        journal.write(&own, "La lana torna").expect("written");
        journal.write(&variant, "Lana!\n").expect("written");
        let again = Journal::open(&state).expect("a journal");
        assert_eq!(again.pending().0, [], "it is being typed");
        drop(journal);

        let left = again.pending().0;
        assert_eq!(texts(&left), ["La lana torna", "Lana!\n"]);
        again.let_go(&own).expect("this session has none");
        assert_eq!(again.pending().0, left);
        again.let_go(&left[0].key).expect("dropped");
        again.let_go(&left[0].key).expect("dropping twice is fine");
        let left = again.pending().0;
        assert_eq!(
            left.iter().map(|found| &found.key.channel).collect::<Vec<_>>(),
            [&variant.channel]
        );
    }

    #[test]
    fn two_sessions_at_one_text_never_write_over_each_other() {
        let (_home, state, key) = fixture();
        let session = || Journal::open(&state).expect("a journal");
        let (mut one, mut two) = (session(), session());
        one.write(&key, "Di Ada").expect("written");
        two.write(&key, "Di Bruno").expect("written");
        one.write(&key, "Di Ada, ancora").expect("written");
        two.let_go(&key).expect("Bruno has saved");
        two.write(&key, "Di Bruno, di nuovo").expect("written");
        drop((one, two));
        // Written within a moment, they come in either order.
        let mut left = session().pending().0;
        left.sort_by(|a, b| a.text.cmp(&b.text));
        assert_eq!(texts(&left), ["Di Ada, ancora", "Di Bruno, di nuovo"]);
        session().let_go(&left[1].key).expect("dropped");
        assert_eq!(texts(&session().pending().0), ["Di Ada, ancora"]);
    }

    #[test]
    fn what_an_older_version_left_is_offered_and_can_be_let_go() {
        let (_home, state, key) = fixture();
        let old = format!(
            "{{\"post\":\"{}\",\"channel\":null,\"text\":\"Lana\",\"base\":\"\"}}",
            key.post
        );
        std::fs::write(state.join(format!("journal/{}.json", key.post)), old).expect("written");
        let journal = Journal::open(&state).expect("a journal");
        let left = journal.pending().0;
        assert_eq!(texts(&left), ["Lana"]);
        journal.let_go(&left[0].key).expect("dropped");
        assert_eq!(journal.pending().0, []);
    }

    #[test]
    fn a_text_as_long_as_a_post_can_be_comes_back_and_a_longer_one_is_not_called_kept() {
        let (_home, state, key) = fixture();
        let mut journal = Journal::open(&state).expect("a journal");
        // Each of these letters takes six in a record.
        let long = "\u{1}".repeat(1 << 20);
        journal.write(&key, &long).expect("written");
        let reason = ErrorKind::FileTooLarge.to_string();
        let refused = journal.write(&key, &long.repeat(3)).expect_err("too long");
        assert!(matches!(&refused, Failure::Io { reason: why, .. } if *why == reason));
        drop(journal);
        let left = Journal::open(&state).expect("a journal").pending().0;
        assert!(left.len() == 1 && left[0].text == long, "the last that was called kept");
    }

    #[test]
    fn what_cannot_be_read_is_told_and_left_where_it_is() {
        let (_home, state, key) = fixture();
        let file = state.join(format!("journal/{}.1-a.json", key.post));
        std::fs::write(&file, "{\"post\":").expect("written");
        let (left, unreadable) = Journal::open(&state).expect("a journal").pending();
        assert_eq!(left, []);
        let path = file.to_string_lossy().into_owned();
        assert_eq!(unreadable, [Failure::LeftUnreadable { path }]);
        assert!(file.exists());
    }

    #[test]
    fn a_disk_without_room_is_said_by_the_folder_and_tried_again_with_the_next_text() {
        use super::super::store::sim::{Fault, Sim, World};
        let world = Arc::new(std::sync::Mutex::new(World::default()));
        let mut journal = Journal::over(Arc::new(Sim { world: Arc::clone(&world), root: "state" }));
        let key = JournalKey { post: Ids::from_seed(1).fresh(), channel: None, session: None };
        assert_eq!(journal.ready(), Ok(()));
        let fault = |fault: Fault| world.lock().expect("the world").fault = fault;
        fault(Fault::FailFrom(1, Refusal::Full));
        let full = Err(Failure::DiskFull { path: RelPath::new("journal") });
        assert_eq!(journal.ready(), full);
        assert_eq!(journal.write(&key, "Lana"), full);
        fault(Fault::None);
        journal.write(&key, "Lana").expect("there is room again");
        journal.end();
        assert_eq!(texts(&journal.pending().0), ["Lana"]);
    }

    #[test]
    fn an_ended_session_leaves_no_name_behind() {
        let (_home, state, key) = fixture();
        let mut journal = Journal::open(&state).expect("a journal");
        journal.write(&key, "Lana").expect("written");
        journal.let_go(&key).expect("saved");
        journal.end();
        assert_eq!(std::fs::read_dir(state.join("journal")).expect("a folder").count(), 0);
        journal.write(&key, "Lana, di nuovo").expect("written all the same");
    }
}
