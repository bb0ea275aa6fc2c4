//! A yes as a person gives it, through the doors the program itself uses: for tests that begin
//! with posts somebody has approved. Writes the ledger, and no file of the folder.

use chrono::{DateTime, Utc};
use palinsesto::child::Leash;
use palinsesto::config::Approvals;
use palinsesto::domain::{ContentHash, Id, Seen};
use palinsesto::gate::{ApproveAct, Block, Covered};
use palinsesto::runtime::{Judge, Notary};
use palinsesto::vocab::{Input, InputKind, Key, KeyCode, Press, Provenance};
use std::path::Path;

pub const ADA: &str = "Ada Neri <ada@example.org>";

/// A window on a state directory, where nothing asks for signatures.
pub fn vouched(state: Option<&Path>) -> Notary {
    // Asked where no list of signers is named, it has nothing to run.
    let judge =
        Judge::new(&Approvals::default(), &id_of("b7m2x9qe"), Path::new("/"), &Leash::default());
    Notary::open(state, judge)
}

pub fn id_of(id: &str) -> Id {
    Id::parse(id).expect("an id")
}

/// A key that a hand pressed, so many milliseconds after the start.
pub fn press(read_at: u64) -> Input {
    let kind = InputKind::Key(Key::plain(KeyCode::Char('y')));
    Input { kind, press: Press::Press, provenance: Provenance::Keyboard, read_at }
}

pub fn seen(id: &str, hash: ContentHash) -> Seen {
    let (open, ticked, typed, bulk) = (0, 0, None, false);
    Seen { post: id_of(id), hash, to_the_end: true, open, ticked, typed, bulk }
}

/// Ada has read a post to its end and presses a key: the ledger has it, and the file is still
/// to get what comes back.
pub fn decided(notary: &Notary, id: &str, covered: &Covered, at: DateTime<Utc>) -> Block {
    let act = ApproveAct::of(&press(2_000), &seen(id, covered.hash()), 1_000).expect("an act");
    let block = notary.decide(act, covered, ADA, at).expect("written down");
    block.expect("the same as was seen")
}
