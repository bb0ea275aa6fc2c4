//! Every operation of every kind of change fails once, fails for good, or is the last one
//! before a kill or a power cut. Afterwards each file is one whole version, every version
//! can be had back, and what was called saved is there.

use super::*;
use crate::domain::{ContentHash, Decision, Verdict};
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
                    let (world, saved, fired) = run(&set, fault, can_exchange);
                    any |= fired;
                    world.lock().expect("no panic").start();
                    check(&world, &before, &after, &what);
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
