//! The ledger on a disk: kills, damage, and how one goes on after it.

use super::*;
use crate::domain::Id;
use crate::gate::Deed;

/// Everything in the folder of the ledger, by name.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let names = ["acts.jsonl", "head", "key"];
    let read = |name: &str| Some((name.to_owned(), std::fs::read(folder.join(name)).ok()?));
    names.into_iter().filter_map(read).collect()
}

fn act(by: &str) -> Act {
    Act {
        deed: Deed::Revoke,
        post: Id::parse("k3f9q7ab").expect("an id"),
        hash: ContentHash::of(by.as_bytes()),
        by: by.to_owned(),
        at: "2026-11-22T10:15:00Z".parse().expect("a time"),
        circumstances: None,
    }
}

#[test]
fn what_was_added_is_read_by_whoever_opens_it_next() {
    let state = tempfile::tempdir().expect("a directory");
    let open = || LedgerFile::open(state.path()).expect("a ledger");
    assert!(open().read().acts().is_empty());
    open().add(&act("Ada")).expect("added");
    open().add(&act("Bea")).expect("added");
    let ledger = open().read();
    let by: Vec<_> = ledger.acts().iter().map(|act| act.by.as_str()).collect();
    assert_eq!((by, ledger.fault()), (vec!["Ada", "Bea"], None));
    use std::os::unix::fs::PermissionsExt;
    let mode = state.path().join(KEY).metadata().expect("a key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_line_that_a_kill_cut_short_is_written_over_and_a_touched_one_is_not() {
    let state = tempfile::tempdir().expect("a directory");
    let ledger = LedgerFile::open(state.path()).expect("a ledger");
    ledger.add(&act("Ada")).expect("added");
    let file = state.path().join(ACTS);
    let mut bytes = std::fs::read(&file).expect("lines");
    bytes.extend(b"{\"act\":\"appr");
    std::fs::write(&file, &bytes).expect("written");
    let read = ledger.add(&act("Bea")).expect("added");
    assert_eq!((read.acts().len(), read.fault()), (2, None));
    let text = std::fs::read_to_string(&file).expect("lines").replace("Ada", "Eva");
    std::fs::write(&file, text).expect("written");
    let path = file.to_string_lossy().into_owned();
    let fault = LedgerFault { path, gap: Gap::Line(1) };
    let refused = Some(Failure::LedgerTouched(fault.clone()));
    assert_eq!(ledger.add(&act("Cleo")).err(), refused);
    assert_eq!(ledger.read().fault(), Some(&fault));
}

#[test]
fn kills_between_a_line_and_its_head_leave_a_ledger_that_goes_on() {
    let state = tempfile::tempdir().expect("a directory");
    let ledger = LedgerFile::open(state.path()).expect("a ledger");
    ledger.add(&act("Ada")).expect("added");
    let head = std::fs::read(state.path().join(HEAD)).expect("a head");
    ledger.add(&act("Bea")).expect("added");
    std::fs::write(state.path().join(HEAD), &head).expect("as before");
    // The second kill: of the third line, what was written before the head.
    let late = std::fs::read(state.path().join(ACTS)).expect("lines").len();
    ledger.add(&act("Cleo")).expect("added");
    let acts = std::fs::read(state.path().join(ACTS)).expect("lines");
    let key = LedgerFile::key(&ledger).expect("a key");
    let second = Ledger::read(&acts[..late], None, &key);
    let second = second.head().expect("a MAC").to_owned();
    let at_the_kill = Ledger::read(&acts, Some(&second), &key);
    assert_eq!((at_the_kill.acts().len(), at_the_kill.fault()), (3, None));
    std::fs::write(state.path().join(HEAD), &second).expect("as at the kill");
    let read = ledger.add(&act("Dora")).expect("added");
    assert_eq!((read.acts().len(), read.fault()), (4, None));
}

#[test]
fn without_its_key_a_ledger_is_no_new_one_and_gets_no_other_key() {
    let state = tempfile::tempdir().expect("a directory");
    let ledger = LedgerFile::open(state.path()).expect("a ledger");
    ledger.add(&act("Ada")).expect("added");
    let key = state.path().join(KEY);
    for broken in [None, Some([1; 31])] {
        match broken {
            None => std::fs::remove_file(&key).expect("gone"),
            Some(bytes) => std::fs::write(&key, bytes).expect("written"),
        }
        let path = key.to_string_lossy().into_owned();
        let fault = LedgerFault { path, gap: Gap::Key };
        assert_eq!(ledger.read().fault(), Some(&fault));
        let refused = ledger.add(&act("Bea")).err();
        assert_eq!(refused, Some(Failure::LedgerTouched(fault)));
        assert_eq!(std::fs::read(&key).ok(), broken.map(|bytes| bytes.to_vec()));
    }
}

#[test]
fn a_ledger_that_is_set_aside_stays_as_it_is_and_nothing_of_it_comes_back_as_a_yes() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 6] = [
        ("a letter", |room| {
            let text = std::fs::read_to_string(room.join("acts.jsonl")).expect("lines");
            std::fs::write(room.join("acts.jsonl"), text.replace("Dora", "Dona")).expect("");
        }),
        ("rubbish at the end", |room| {
            let text = std::fs::read_to_string(room.join("acts.jsonl")).expect("lines");
            std::fs::write(room.join("acts.jsonl"), text + "garb\n").expect("written");
        }),
        ("a line dropped", |room| {
            let text = std::fs::read_to_string(room.join("acts.jsonl")).expect("lines");
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let rest = [&lines[..3], &lines[4..]].concat().concat();
            std::fs::write(room.join("acts.jsonl"), rest).expect("written");
        }),
        ("another head", |room| std::fs::write(room.join("head"), "x").expect("written")),
        ("no head", |room| std::fs::remove_file(room.join("head")).expect("gone")),
        ("no key", |room| std::fs::remove_file(room.join("key")).expect("gone")),
    ];
    for (name, damage) in damages {
        let state = tempfile::tempdir().expect("a directory");
        let ledger = LedgerFile::open(state.path()).expect("a ledger");
        let yes = |by: &str| Act { deed: Deed::Approve, ..act(by) };
        assert!(ledger.set_aside("Nia", act("").at).expect("no").is_none(), "{name}");
        // Taken back, approved, approved again after it was taken back, taken back late.
        for act in [act("Ada"), yes("Bea"), act("Cleo"), yes("Cleo"), yes("Dora"), act("Dora")] {
            ledger.add(&act).expect("added");
        }
        assert!(ledger.set_aside("Nia", act("").at).expect("no").is_none(), "{name}");
        let room = state.path().join(ROOM);
        damage(&room);
        let before = files(&room);
        let aside = ledger.set_aside("Nia", act("").at).expect("done").expect("a fault");
        assert_eq!(files(&aside.place), before, "{name}");
        let fresh = ledger.read();
        assert_eq!((fresh.fault(), fresh.acts()), (None, aside.ledger.acts()), "{name}");
        for who in ["Ada", "Bea", "Cleo", "Dora"] {
            let last = fresh.last(&act("").post, act(who).hash).expect(who);
            assert_ne!(last.deed, Deed::Approve, "{name}: {who}");
        }
        let ada = fresh.last(&act("").post, act("Ada").hash).expect("Ada's");
        let named = name != "no key";
        assert_eq!((ada.deed == Deed::Revoke, ada.by == "Ada"), (named, named), "{name}");
        assert!(fresh.standing(&act("").post).is_empty(), "{name}");
        ledger.add(&yes("Bea")).expect("approved again");
        assert_eq!(ledger.read().standing(&act("").post), [act("Bea").hash], "{name}");
        // The old lines under the new key are none.
        std::fs::write(room.join("acts.jsonl"), &before[0].1).expect("written");
        assert!(ledger.read().fault().is_some(), "{name}");
    }
}

#[test]
fn what_was_approved_is_set_aside_even_where_no_line_is_left_of_it() {
    let state = tempfile::tempdir().expect("a directory");
    let ledger = LedgerFile::open(state.path()).expect("a ledger");
    let bytes = b"palinsesto-approval-1\npost 8:k3f9q7ab\nzone 11:Europe/Rome\nchannels 0\n\
                  link 0:\nai 0:\nmedia 0\n";
    let covered = Covered::read(bytes).expect("covered");
    ledger.keep(&covered).expect("kept");
    let yes = Act { deed: Deed::Approve, hash: covered.hash(), ..act("Ada") };
    ledger.add(&yes).expect("added");
    std::fs::write(state.path().join(ACTS), "").expect("emptied");
    ledger.set_aside("Nia", yes.at).expect("done").expect("a fault");
    let fresh = ledger.read();
    let last = fresh.last(&yes.post, yes.hash).map(|act| (act.deed, act.by.as_str()));
    assert_eq!(last, Some((Deed::SetAside, "Nia")));
}

#[test]
fn two_windows_that_decide_at_once_lose_no_line() {
    let state = tempfile::tempdir().expect("a directory");
    let names = ["Ada", "Bea", "Cleo", "Dora"];
    std::thread::scope(|scope| {
        for name in names {
            let path = state.path();
            scope.spawn(move || {
                let ledger = LedgerFile::open(path).expect("a ledger");
                (0..5).for_each(|_| drop(ledger.add(&act(name)).expect("added")));
            });
        }
    });
    let ledger = LedgerFile::open(state.path()).expect("a ledger").read();
    assert_eq!((ledger.acts().len(), ledger.fault()), (20, None));
}
