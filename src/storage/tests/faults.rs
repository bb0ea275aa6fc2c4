//! Every operation of every kind of change fails once, fails for good, or is the last one
//! before a kill or a power cut. Afterwards each file is one whole version, every version
//! can be had back, and what was called saved is there.

use super::*;
use crate::domain::{ContentHash, Decision, Verdict};
use crate::storage::claim::Claim;
use crate::storage::store::Refusal;
use crate::storage::store::sim::Fault;
use std::collections::BTreeMap;

type Files = BTreeMap<String, String>;

fn scenarios() -> Vec<ChangeSet> {
    let decision = Decision {
        sentence: None,
        clause: None,
        hash: "00".into(),
        verdict: Verdict::Rejected,
        reason: None,
        words: None,
        by: "Ada".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    };
    let (post, suggestion) = (id("k3f9q7ab"), id("4t8w2zqc"));
    let decide = Change::Decide { post, suggestion, add: vec![decision], remove: vec![] };
    let new = crate::domain::Post::new(id("00000000"), "Nuova");
    let mut two = edit(None, vec![rewritten("Altro.")]);
    two.changes.push(decide);
    vec![
        edit(None, vec![retitled("Arrivo")]),
        edit(Some("posts/2026/W49/lancio.k3f9q7ab.toml"), vec![retitled("Arrivo")]),
        edit(Some("posts/2026/W48/arrivo.k3f9q7ab.toml"), vec![retitled("Arrivo")]),
        ChangeSet::one(
            Label::New,
            Change::Create { path: path("ideas/nuova.toml"), post: Box::new(new) },
        ),
        ChangeSet::one(Label::Trash, Change::Trash { path: path(POST) }),
        two,
    ]
}

/// Applies the set in a fresh world with a fault. Says whether it was called saved.
fn run(set: &ChangeSet, fault: Fault, can_exchange: bool) -> (Arc<Mutex<World>>, bool, bool) {
    let world = world();
    {
        let mut world = world.lock().expect("no panic");
        (world.fault, world.can_exchange) = (fault.clone(), can_exchange);
    }
    let mut hand = hand(&world);
    let saved = hand.apply(set).is_ok();
    let fired = {
        let world = world.lock().expect("no panic");
        match fault {
            Fault::None => false,
            Fault::FailOnce(at, _) | Fault::FailFrom(at, _) | Fault::Crash(at) => {
                world.operations >= at
            }
        }
    };
    if matches!(fault, Fault::Crash(_)) {
        // A killed process tidies nothing up.
        std::mem::forget(hand);
    }
    (world, saved, fired)
}

/// S1 and S3: every visible file is one of its whole versions, and every version that there
/// was before is somewhere: in the folder under any name, in the trash, among the objects.
fn check(world: &Arc<Mutex<World>>, before: &Files, after: &Files, what: &str) {
    for (path, bytes) in content(world) {
        let legal = [before, after].iter().any(|files| files.values().any(|known| *known == bytes));
        assert!(legal, "{what}: {path} holds {bytes:?}");
    }
    let files = world.lock().expect("no panic").files();
    for (path, bytes) in before {
        let kept = files.values().any(|found| found == bytes.as_bytes());
        assert!(kept, "{what}: the version of {path} is lost; left: {:?}", files.keys());
    }
    // What an edit makes is never nowhere either: the post has a name, before or after.
    let named = |files: &Files, bytes: &dyn Fn(&str) -> bool| files.keys().any(|p| bytes(p));
    let is_post = |path: &str| path.ends_with("k3f9q7ab.toml") && path.starts_with("posts/");
    if named(after, &is_post) {
        assert!(named(&content(world), &is_post), "{what}: no post is left");
    }
}

fn final_state(set: &ChangeSet, can_exchange: bool) -> Files {
    let (world, saved, _) = run(set, Fault::None, can_exchange);
    assert!(saved, "{set:?}");
    content(&world)
}

#[test]
fn any_operation_may_fail_once_or_for_good_and_nothing_is_lost() {
    let before = content(&world());
    for (set, can_exchange) in scenarios().into_iter().flat_map(|s| [(s.clone(), true), (s, false)])
    {
        let after = final_state(&set, can_exchange);
        for at in 1.. {
            let mut any = false;
            for refusal in [Refusal::Full, Refusal::Other { reason: "EIO".into() }] {
                for fault in [Fault::FailOnce(at, refusal.clone()), Fault::FailFrom(at, refusal)] {
                    let what = format!("{:?} {fault:?}", set.label);
                    let for_good = matches!(fault, Fault::FailFrom(..));
                    let (world, saved, fired) = run(&set, fault, can_exchange);
                    any |= fired;
                    world.lock().expect("no panic").start();
                    check(&world, &before, &after, &what);
                    // Where the disk goes on, what is not called saved is not there either.
                    assert!(saved || for_good || content(&world) == before, "{what}");
                    assert!(!saved || content(&world) == after, "{what}: said saved");
                }
            }
            if !any {
                assert!(at > 5, "the faults never fired");
                break;
            }
        }
    }
}

#[test]
fn any_operation_may_be_the_last_before_a_kill_or_a_power_cut() {
    let before = content(&world());
    for (set, can_exchange) in scenarios().into_iter().flat_map(|s| [(s.clone(), true), (s, false)])
    {
        let after = final_state(&set, can_exchange);
        for at in 1.. {
            let mut any = false;
            for seed in 0..6_u64 {
                let what = format!("{:?} crash at {at}, seed {seed}", set.label);
                let (world, saved, fired) = run(&set, Fault::Crash(at), can_exchange);
                any |= fired;
                {
                    let mut world = world.lock().expect("no panic");
                    if seed > 0 {
                        world.power_cut(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                    }
                    world.start();
                }
                assert!(!saved || content(&world) == after, "{what}: said saved");
                check(&world, &before, &after, &what);
                recover(&world, &before, &after, &what);
            }
            if !any {
                break;
            }
        }
    }
}

/// S8: clearing up may itself be cut short at every step, and be repeated.
fn recover(world: &Arc<Mutex<World>>, before: &Files, after: &Files, what: &str) {
    for at in 1..12 {
        world.lock().expect("no panic").fault = Fault::Crash(at);
        let mut hand = hand(world);
        for folder in ["posts/2026/W48", "posts/2026/W49", "ideas", "drafts/k3f9q7ab"] {
            hand.sweep(folder);
        }
        std::mem::forget(hand);
        world.lock().expect("no panic").start();
        check(world, before, after, &format!("{what}, recovery cut at {at}"));
    }
    let mut hand = hand(world);
    let strays = hand.sweep("posts/2026/W48");
    let known = |path: &RelPath| {
        let files = world.lock().expect("no panic").files();
        let bytes = &files[&format!("content/{path}")];
        let hash = ContentHash::of(bytes);
        before.values().chain(after.values()).any(|known| ContentHash::of(known.as_bytes()) == hash)
    };
    assert!(!strays.iter().any(known), "{what}: a known version was left lying about");
}

/// A post with a suggestion and a note, in the folder or in the trash.
fn in_company(is_trashed: bool) -> Arc<Mutex<World>> {
    let world = world();
    world.lock().expect("no panic").put(&format!("content/{NOTE}"), NOTE_FILE.as_bytes());
    if is_trashed {
        hand(&world).apply(&moving(false)).expect("thrown away");
    }
    world.lock().expect("no panic").start();
    world
}

fn moving(back: bool) -> ChangeSet {
    let path = path(POST);
    let change = if back { Change::Restore { path } } else { Change::Trash { path } };
    ChangeSet::one(Label::Trash, change)
}

/// The notes of what is on its way to the trash or back.
fn notes(world: &Arc<Mutex<World>>) -> usize {
    let files = world.lock().expect("no panic").files();
    files.keys().filter(|path| path.ends_with(".moving")).count()
}

#[test]
fn a_post_and_what_stands_beside_it_are_together_again_after_any_kill_or_power_cut() {
    for back in [false, true] {
        let (before, after) = (content(&in_company(back)), content(&in_company(!back)));
        assert_eq!((before.len(), after.len()), if back { (0, 3) } else { (3, 0) });
        let (mut undone, mut done) = (0, 0);
        for at in 1.. {
            let mut fired = false;
            for seed in 0..8_u64 {
                let what = format!("back {back}, crash at {at}, seed {seed}");
                let world = in_company(back);
                world.lock().expect("no panic").fault = Fault::Crash(at);
                let mut killed = hand(&world);
                let said = killed.apply(&moving(back)).is_ok();
                std::mem::forget(killed);
                fired |= world.lock().expect("no panic").operations >= at;
                // Ending it may be cut short at every step, by the power or not.
                for step in 0..20 {
                    let mut world_now = world.lock().expect("no panic");
                    if seed > 0 && step < 4 {
                        let seed = (seed + step as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                        world_now.power_cut(seed);
                    }
                    world_now.start();
                    world_now.fault = Fault::Crash(step + 1);
                    drop(world_now);
                    let mut next = hand(&world);
                    next.end_moves();
                    std::mem::forget(next);
                }
                world.lock().expect("no panic").start();
                let mut last = hand(&world);
                last.end_moves();
                last.sweep("posts/2026/W48");
                let now = content(&world);
                assert!(!said || now == after, "{what}: said done");
                assert!(now == before || now == after, "{what}: {:?}", now.keys());
                assert_eq!(notes(&world), 0, "{what}");
                *if now == before { &mut undone } else { &mut done } += 1;
                // Whichever it was, the other way goes on from here.
                last.apply(&moving(now.is_empty())).unwrap_or_else(|f| panic!("{what}: {f:?}"));
                let turned = if now == before { &after } else { &before };
                assert_eq!(content(&world), *turned, "{what}");
            }
            if !fired {
                break;
            }
        }
        assert!(undone > 20 && done > 8, "{undone} were undone and {done} were done");
    }
}

#[test]
fn a_post_and_what_stands_beside_it_stay_together_when_any_operation_fails() {
    for back in [false, true] {
        let (before, after) = (content(&in_company(back)), content(&in_company(!back)));
        for at in 1.. {
            let full = Refusal::Full;
            let mut fired = false;
            for fault in [Fault::FailOnce(at, full.clone()), Fault::FailFrom(at, full)] {
                let for_good = matches!(fault, Fault::FailFrom(..));
                let what = format!("back {back}, {fault:?}");
                let world = in_company(back);
                world.lock().expect("no panic").fault = fault;
                let mut hand = hand(&world);
                let said = hand.apply(&moving(back)).is_ok();
                let now = content(&world);
                fired |= world.lock().expect("no panic").operations >= at;
                world.lock().expect("no panic").start();
                assert!(!said || now == after, "{what}: said done");
                assert!(said || for_good || now == before, "{what}: {:?}", now.keys());
                hand.end_moves();
                hand.sweep("posts/2026/W48");
                let now = content(&world);
                assert!(now == before || now == after, "{what}: {:?}", now.keys());
                assert_eq!(notes(&world), 0, "{what}");
            }
            if !fired {
                break;
            }
        }
    }
}

#[test]
fn another_instance_leaves_a_move_alone_that_is_under_way() {
    let world = in_company(false);
    let state = Arc::new(Sim { world: Arc::clone(&world), root: "state" });
    let note = path("trash/1-a.moving");
    let said = format!("k3f9q7ab {POST}");
    let store: Arc<dyn crate::storage::store::Store> = state;
    let claim = Claim::make(&store, note.clone(), said.as_bytes()).expect("noted");
    assert_eq!(hand(&world).end_moves(), []);
    assert_eq!(notes(&world), 1);
    claim.leave();
    assert_eq!(hand(&world).end_moves(), [(path(POST), id("k3f9q7ab"))]);
    assert_eq!((notes(&world), content(&world).len()), (0, 3));
}

#[test]
fn what_was_called_saved_survives_a_power_cut() {
    for (set, can_exchange) in scenarios().into_iter().flat_map(|s| [(s.clone(), true), (s, false)])
    {
        let after = final_state(&set, can_exchange);
        for seed in 0..32_u64 {
            let (world, saved, _) = run(&set, Fault::None, can_exchange);
            assert!(saved);
            {
                let mut world = world.lock().expect("no panic");
                world.power_cut(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                world.start();
            }
            assert_eq!(content(&world), after, "{:?} seed {seed}", set.label);
        }
    }
}
