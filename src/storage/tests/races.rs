//! Somebody else writes at the same time: just before every operation of ours on the
//! simulated disk, and from another thread on the real one.

use super::*;
use crate::domain::{ContentHash, Failure};
use crate::storage::state_dir;
use crate::storage::store::Refusal;
use crate::storage::store::sim::Fault;
use std::path::Path;
use std::sync::Barrier;

const THEIRS: &str = "labels = [\"loro\"]\n";

/// The version of a writer who adds a key of their own.
fn theirs() -> String {
    POST_FILE.replace("text =", &format!("{THEIRS}text ="))
}

fn merged() -> String {
    theirs().replace("Lancio", "Arrivo")
}

/// How many operations a save is made of.
fn steps() -> usize {
    let world = world();
    hand(&world).apply(&edit(None, vec![retitled("Arrivo")])).expect("saved");
    let world = world.lock().expect("no panic");
    world.operations
}

#[test]
fn a_writer_before_any_operation_loses_nothing_by_rename_or_in_place() {
    for (in_place, can_exchange) in [(false, true), (true, true), (true, false)] {
        for step in 1..=steps() {
            let world = world();
            {
                let mut world = world.lock().expect("no panic");
                world.can_exchange = can_exchange;
                world.before = Some(Box::new(move |now, world| {
                    let path = format!("content/{POST}");
                    if now == step && in_place {
                        world.overwrite(&path, theirs().as_bytes());
                    } else if now == step {
                        world.put(&path, theirs().as_bytes());
                    }
                }));
            }
            let mut hand = hand(&world);
            let saved = hand.apply(&edit(None, vec![retitled("Arrivo")]));
            hand.settle_late();
            let file = content(&world)[POST].clone();
            let files = world.lock().expect("no panic").files();
            let what = format!("step {step}, in place {in_place}: {file}");
            saved.unwrap_or_else(|failure| panic!("{failure:?} {what}"));
            // Written after ours was in its place, theirs simply wins, as it should.
            assert!(file == merged() || file == theirs(), "{what}");
            let kept = |bytes: &str| files.values().any(|found| found == bytes.as_bytes());
            assert!(kept(&theirs()) || kept(&merged()), "{what}");
        }
    }
}

#[test]
fn a_writer_who_changes_the_same_words_at_any_moment_keeps_theirs() {
    let theirs = POST_FILE.replace("Lancio", "Ritorno");
    let mut conflicts = 0;
    for step in 1..=steps() - 2 {
        let world = world();
        let put = theirs.clone();
        world.lock().expect("no panic").before = Some(Box::new(move |now, world| {
            if now == step {
                world.put(&format!("content/{POST}"), put.as_bytes());
            }
        }));
        let mut hand = hand(&world);
        let outcome = hand.apply(&edit(None, vec![retitled("Arrivo")]));
        let file = content(&world)[POST].clone();
        let files = world.lock().expect("no panic").files();
        if let Err(failure) = outcome {
            conflicts += 1;
            assert!(matches!(failure, Failure::Conflict { .. }), "{failure:?}");
            assert_eq!(file, theirs, "step {step}");
        } else {
            let written = file == theirs || file == POST_FILE.replace("Lancio", "Arrivo");
            assert!(written, "step {step}: {file}");
        }
        assert!(files.values().any(|found| found == theirs.as_bytes()), "step {step}");
    }
    assert!(conflicts > 2, "the writer was never faster");
}

/// Whoever still has the file open that came out of `folder` writes into it.
fn write_late(world: &Arc<Mutex<World>>, folder: &str, bytes: &str) {
    let mut world = world.lock().expect("no panic");
    let hidden = format!("content/{folder}.palinsesto-");
    let name = world.files().into_keys().find(|name| name.starts_with(&hidden)).expect("hidden");
    world.overwrite(&name, bytes.as_bytes());
}

/// One change of each kind of file that is changed, its folder, and its bytes before.
fn edits() -> [(ChangeSet, &'static str, &'static str, &'static str); 4] {
    let (post, suggestion) = (id("k3f9q7ab"), id("4t8w2zqc"));
    let decision = crate::domain::Decision {
        sentence: None,
        clause: None,
        hash: "00".into(),
        verdict: crate::domain::Verdict::Rejected,
        reason: None,
        words: None,
        by: "Ada".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    };
    let decide = Change::Decide { post, suggestion, add: vec![decision], remove: vec![] };
    let (text, source) = ("La sciarpa costa 89 €".into(), None);
    let fact = crate::domain::Fact { id: "sciarpa".into(), text, source, expires: None };
    let facts = Change::Facts { path: path("facts/listino.toml"), add: vec![fact], remove: vec![] };
    let learned = crate::domain::Learned {
        rule: "Niente emoji.".into(),
        kind: "emoji".into(),
        value: None,
        with: None,
        evidence: "6 of 7, 2026-10-02…2026-11-20".into(),
        since: None,
        refused: false,
    };
    let learn = Change::Learn { add: vec![learned], remove: vec![] };
    let set = |change| ChangeSet::one(Label::Text, change);
    [
        (edit(None, vec![retitled("Arrivo")]), "posts/2026/W48/", POST, POST_FILE),
        (set(decide), "drafts/k3f9q7ab/", DRAFT, DRAFT_FILE),
        (set(facts), "facts/", "facts/listino.toml", "# il listino\n"),
        (set(learn), "", "voice.toml", "# la voce\n"),
    ]
}

#[test]
fn what_is_written_late_into_any_kind_of_file_gets_our_edit_too() {
    for (set, folder, file, before) in edits() {
        let world = world();
        world.lock().expect("no panic").put(&format!("content/{file}"), before.as_bytes());
        let mut hand = hand(&world);
        hand.apply(&set).expect("saved");
        let ours = content(&world)[file].clone();
        write_late(&world, folder, &format!("# di Bea\n{before}"));
        assert_eq!(hand.settle_late(), [path(file)]);
        assert_eq!(content(&world)[file], format!("# di Bea\n{ours}"));
        drop(hand);
        let left = world.lock().expect("no panic").files();
        assert!(!left.keys().any(|name| name.contains(".palinsesto-")), "{:?}", left.keys());
    }
}

#[test]
fn a_third_writer_at_any_step_of_taking_a_late_one_in_stays() {
    let third = POST_FILE.replace("Lancio", "Terza mano");
    for (step, can_exchange) in (1..24).flat_map(|step| [(step, true), (step, false)]) {
        let world = world();
        world.lock().expect("no panic").can_exchange = can_exchange;
        let mut hand = hand(&world);
        hand.apply(&edit(None, vec![retitled("Arrivo")])).expect("saved");
        write_late(&world, "posts/2026/W48/", &theirs());
        let put = third.clone();
        {
            let mut world = world.lock().expect("no panic");
            world.operations = 0;
            world.before = Some(Box::new(move |now, world| {
                if now == step {
                    world.put(&format!("content/{POST}"), put.as_bytes());
                }
            }));
        }
        hand.settle_late();
        if world.lock().expect("no panic").operations < step {
            assert!(step > 12, "the third writer never came");
            continue;
        }
        assert_eq!(content(&world)[POST], third, "step {step}");
        let files = world.lock().expect("no panic").files();
        assert!(files.values().any(|found| found == theirs().as_bytes()), "step {step}");
    }
}

#[test]
fn a_disk_that_fills_up_after_another_writer_was_met_leaves_theirs_in_its_place() {
    for can_exchange in [true, false] {
        for at in 1..=steps() + 12 {
            let world = world();
            {
                let mut world = world.lock().expect("no panic");
                world.can_exchange = can_exchange;
                world.fault = Fault::FailOnce(at, Refusal::Full);
                let mut met = false;
                // As late as can be: our bytes lie beside theirs, to be exchanged.
                world.before = Some(Box::new(move |_, world| {
                    let hidden = |name: &String| name.contains("W48/.palinsesto-");
                    if !met && world.files().keys().any(hidden) {
                        met = true;
                        world.put(&format!("content/{POST}"), theirs().as_bytes());
                    }
                }));
            }
            let mut hand = hand(&world);
            let saved = hand.apply(&edit(None, vec![retitled("Arrivo")])).is_ok();
            let file = content(&world)[POST].clone();
            let what = format!("operation {at}, exchange {can_exchange}: {file}");
            let met = file.contains(THEIRS);
            assert!(if saved { file == merged() } else { met || file == POST_FILE }, "{what}");
        }
    }
}

struct Real {
    home: tempfile::TempDir,
    state: std::path::PathBuf,
}

impl Real {
    fn new() -> Self {
        // The races are about names, not about the disk: memory makes them quick.
        let memory = Path::new("/dev/shm");
        let home = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let home = home.expect("a directory");
        let content = home.path().join("content");
        std::fs::create_dir_all(content.join("posts/2026/W48")).expect("a week");
        let id = id("b7m2x9qe");
        let state =
            state_dir(&home.path().join("state"), &id, &content).expect("a state directory");
        Self { home, state }
    }

    fn root(&self) -> std::path::PathBuf {
        self.home.path().join("content")
    }

    fn hand(&self) -> Hand {
        Hand::open(&self.root(), &self.state, Rome).expect("a hand")
    }

    /// Whether the folder or the versions kept have these bytes.
    fn has(&self, bytes: &[u8]) -> bool {
        let hex = ContentHash::of(bytes).to_string();
        let object = self.state.join("objects").join(&hex[..2]).join(&hex[2..]);
        object.is_file() || std::fs::read(self.root().join(POST)).is_ok_and(|found| found == bytes)
    }
}

fn write_by_rename(path: &Path, bytes: &str) {
    let other = path.with_extension("tmp");
    std::fs::write(&other, bytes).expect("written");
    std::fs::rename(other, path).expect("renamed");
}

/// 600 rounds through the real system calls: another thread writes at the same moment, one half of the
/// time by rename and one half in place. Neither hand's bytes may be lost.
#[test]
fn six_hundred_races_with_another_writer_lose_no_byte() {
    let real = Real::new();
    let file = real.root().join(POST);
    let (mut merges, mut failures) = (0, 0);
    for round in 0..600 {
        std::fs::write(&file, POST_FILE).expect("the post");
        let theirs = POST_FILE.replace("text =", &format!("labels = [\"{round}\"]\ntext ="));
        let ours = format!("Arrivo {round}");
        let barrier = Barrier::new(2);
        let mut hand = real.hand();
        let outcome = std::thread::scope(|scope| {
            scope.spawn(|| {
                barrier.wait();
                for _ in 0..(round % 40) * 50 {
                    std::hint::spin_loop();
                }
                if round % 2 == 0 {
                    write_by_rename(&file, &theirs);
                } else {
                    std::fs::write(&file, &theirs).expect("written");
                }
            });
            barrier.wait();
            hand.apply(&edit(None, vec![retitled(&ours)]))
        });
        hand.settle_late();
        let found = std::fs::read_to_string(&file).expect("the post");
        let merged = theirs.replace("Lancio", &ours);
        merges += usize::from(found == merged);
        assert!(
            real.has(theirs.as_bytes()) || found == merged,
            "round {round}: theirs is lost\n{found}"
        );
        match outcome {
            Ok(_) => {
                let alone = POST_FILE.replace("Lancio", &ours);
                let kept = real.has(merged.as_bytes()) || real.has(alone.as_bytes());
                assert!(kept, "round {round}: ours is lost\n{found}");
            }
            // Their write was half done when we looked: nothing was written, ours is typed.
            Err(Failure::Broken { .. } | Failure::Conflict { .. }) => {
                failures += 1;
                assert_eq!(found, theirs, "round {round}");
            }
            Err(failure) => panic!("round {round}: {failure:?}"),
        }
    }
    assert!(merges > 0, "the two never met; {failures} failed");
}
