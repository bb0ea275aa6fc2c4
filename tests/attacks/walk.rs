//! Random walks of people, agents, merges, crashes and clocks. Whatever the order: what
//! counts as approved goes out as somebody approved it and has not taken back since; a post
//! that nobody approved never does; and where a machine's words came from is never lost.

use crate::field::*;
use palinsesto::domain::{
    Change, ChangeSet, FieldEdit, FieldValue, Label, Origin, Post, RelPath, Verdict,
};
use palinsesto::storage::{post_file, read_post};
use proptest::prelude::*;
use std::process::Command;

#[derive(Debug, Clone)]
enum Step {
    /// Ada reads the wool and says yes.
    Approve,
    Revoke,
    /// Killed after the ledger, before the file.
    Crash,
    Reopen,
    /// An agent writes.
    Text(u8),
    Time(u8),
    Account(bool),
    Picture(bool),
    /// The block of the wool into the file of the other one.
    CopyBlock,
    /// The whole text of the wool, too.
    CopyAll,
    Forge,
    DropBlock,
    /// A version that was there before comes back, or its block alone, or git merges it.
    Back(usize),
    BlockOf(usize),
    Merge(usize),
    Clock(i32),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Approve),
        1 => Just(Step::Revoke),
        1 => Just(Step::Crash),
        1 => Just(Step::Reopen),
        2 => (0..4_u8).prop_map(Step::Text),
        2 => (0..4_u8).prop_map(Step::Time),
        1 => any::<bool>().prop_map(Step::Account),
        1 => any::<bool>().prop_map(Step::Picture),
        1 => Just(Step::CopyBlock),
        1 => Just(Step::CopyAll),
        1 => Just(Step::Forge),
        1 => Just(Step::DropBlock),
        2 => any::<usize>().prop_map(Step::Back),
        1 => any::<usize>().prop_map(Step::BlockOf),
        2 => any::<usize>().prop_map(Step::Merge),
        1 => (-40_000..40_000).prop_map(Step::Clock),
    ]
}

/// Merges as git does; `None` where it leaves a conflict.
fn merged(ours: &str, base: &str, theirs: &str) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let names = ["ours", "base", "theirs"].map(|name| folder.path().join(name));
    for (name, text) in names.iter().zip([ours, base, theirs]) {
        std::fs::write(name, text).expect("written");
    }
    let output = Command::new("git").args(["merge-file", "-p"]).args(names).output().expect("git");
    output.status.success().then(|| String::from_utf8(output.stdout).expect("UTF-8"))
}

/// The line that begins so says something else.
fn line(field: &Field, begins: &str, says: &str) {
    let text = field.read(LANA);
    let lines = text.lines().map(|line| if line.starts_with(begins) { says } else { line });
    field.write(LANA, lines.collect::<Vec<_>>().join("\n") + "\n");
}

fn taken(field: &mut Field, seen: &[String], step: &Step) {
    let version = |at: &usize| &seen[at % seen.len()];
    match step {
        Step::Approve if field.has_ground(LANA_ID) => {
            field.approve(LANA_ID);
            assert_eq!(field.verdict(LANA_ID), "approved");
        }
        Step::Crash if field.has_ground(LANA_ID) => drop(field.decide(LANA_ID)),
        Step::Revoke if field.has_ground(LANA_ID) => field.revoke(LANA_ID),
        Step::Approve | Step::Crash | Step::Revoke => {}
        Step::Reopen => field.reopen(),
        Step::Text(n) => line(field, "Chi ", &format!("Chi passa {n} volte la può toccare.")),
        Step::Time(n) => line(field, "when = 2", &format!("when = 2026-11-25T1{n}:30:00")),
        Step::Account(other) => {
            let (from, to) = ("@bottega.aurora", "@altra.bottega");
            let (from, to) = if *other { (from, to) } else { (to, from) };
            field.write(BRAND, field.read(BRAND).replace(from, to));
        }
        Step::Picture(other) => {
            field.write(PICTURE, if *other { "altra" } else { "una fotografia di lana" });
        }
        Step::CopyBlock | Step::Forge if !field.read(LANA).contains("[approval]") => {}
        Step::CopyBlock => field.put_block(FERMO, &format!("\n{}", field.block(LANA))),
        Step::CopyAll => field.write(FERMO, field.read(LANA).replace(LANA_ID, FERMO_ID)),
        Step::Forge if field.has_ground(LANA_ID) => {
            let right = format!("hash = \"sha256:{}\"", field.covered(LANA_ID).hash());
            line(field, "hash = ", &right);
        }
        Step::Forge => {}
        Step::DropBlock => field.write(LANA, field.bare(LANA)),
        Step::Back(at) => field.write(LANA, version(at)),
        Step::BlockOf(at) => {
            if let Some(block) = version(at).find("[approval]") {
                field.put_block(LANA, &version(at)[block..]);
            }
        }
        Step::Merge(at) => {
            let text = merged(&field.read(LANA), &seen[0], version(at));
            if let Some(text) = text {
                field.write(LANA, text);
            }
        }
        Step::Clock(hours) => field.at += chrono::TimeDelta::hours((*hours).into()),
    }
}

const ORIGIN: &str = "k3f9q7ab/4t8w2zqc";

/// What a person does to a post with a machine's words in it, and what befalls the file.
#[derive(Debug, Clone)]
enum Deed {
    Edit(u8),
    Undo,
    Approve,
    Revoke,
    /// Somebody who never saw the machine's words changed another line.
    MergeOld(u8),
    /// Somebody edited the machine's words and the merge came from their side.
    MergeNew(u8),
    Kill,
    BinAndBack,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (0..4_u8).prop_map(Deed::Edit),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Approve),
        1 => Just(Deed::Revoke),
        2 => (0..4_u8).prop_map(Deed::MergeOld),
        2 => (0..4_u8).prop_map(Deed::MergeNew),
        1 => Just(Deed::Kill),
        1 => Just(Deed::BinAndBack),
    ]
}

fn origin() -> Origin {
    let at = "2026-11-22T10:12:00Z".parse().expect("a time");
    let (decision, by) = (Verdict::Accepted, ADA.to_owned());
    Origin { post: id_of(LANA_ID), suggestion: id_of("4t8w2zqc"), decision, at, by }
}

fn set(label: Label, edits: Vec<FieldEdit>) -> ChangeSet {
    let change = Change::Edit { path: RelPath::new(LANA), to: None, edits };
    ChangeSet { label, changes: vec![change] }
}

fn text_edit(post: &Post, to: String) -> FieldEdit {
    let value = |text: String| Some(FieldValue::Text(text));
    let key = vec!["text".to_owned()];
    FieldEdit::Replace { key, from: value(post.text.clone()), to: value(to) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_order_of_things_gets_other_bytes_approved(steps in prop::collection::vec(step(), 1..12)) {
        let mut field = Field::untouched();
        let mut seen = vec![field.read(LANA)];
        for step in &steps {
            taken(&mut field, &seen, step);
            seen.push(field.read(LANA));
            // Each looks at every post that counts as approved, and at what goes out of it.
            field.verdict(LANA_ID);
            field.verdict_in_window(LANA_ID);
            prop_assert_ne!(field.verdict(FERMO_ID), "approved", "after {:?}", step);
        }
        let says_yes = |step: &Step| matches!(step, Step::Approve | Step::Crash);
        if !steps.iter().any(says_yes) {
            prop_assert_ne!(field.verdict(LANA_ID), "approved");
        }
    }

    #[test]
    fn a_machines_origin_outlives_whatever_is_done_to_its_words(deeds in prop::collection::vec(deed(), 1..10)) {
        let mut field = Field::untouched();
        let before = field.read(LANA);
        let mut hand = field.hand();
        let post = field.entry(LANA_ID).post;
        let words = text_edit(&post, format!("{}\nLa lana è tornata.", post.text));
        let item = FieldValue::origin(&origin());
        let add = FieldEdit::Add { key: vec!["origin".to_owned()], item };
        hand.apply(&set(Label::Accept, vec![words, add])).expect("accepted");
        let accepted = field.read(LANA);
        let mut done: Vec<ChangeSet> = Vec::new();
        for deed in deeds {
            match &deed {
                Deed::Edit(n) => {
                    let post = field.entry(LANA_ID).post;
                    let change = set(Label::Text, vec![text_edit(&post, format!("Riga {n}."))]);
                    hand.apply(&change).expect("edited");
                    done.push(change);
                }
                Deed::Undo => {
                    if let Some(last) = done.pop() {
                        // Where somebody has written meanwhile it may be refused.
                        let _ = hand.apply(&last.inverse());
                    }
                }
                Deed::Approve => field.approve(LANA_ID),
                Deed::Revoke => field.revoke(LANA_ID),
                Deed::MergeOld(n) => {
                    let theirs = before.replace("La lana torna\"", &format!("La lana {n}\""));
                    let text = merged(&field.read(LANA), &before, &theirs);
                    if let Some(text) = text {
field.write(LANA, text);
}
                }
                Deed::MergeNew(n) => {
                    let theirs = accepted.replace("è tornata", &format!("è tornata {n} volte"));
                    let text = merged(&theirs, &accepted, &field.read(LANA));
                    if let Some(text) = text {
field.write(LANA, text);
}
                }
                Deed::Kill => hand = field.hand(),
                Deed::BinAndBack => {
                    let path = RelPath::new(LANA);
                    let bin = vec![Change::Trash { path: path.clone() }];
                    hand.apply(&ChangeSet { label: Label::Trash, changes: bin }).expect("binned");
                    let back = vec![Change::Restore { path }];
                    hand.apply(&ChangeSet { label: Label::Trash, changes: back }).expect("back");
                }
            }
            let post = field.entry(LANA_ID).post;
            prop_assert_eq!(&post.origin, &vec![origin()], "after {:?}", deed);
            let again = read_post(&RelPath::new(LANA), post_file(&post).as_bytes(), chrono_tz::Europe::Rome);
            prop_assert_eq!(again.expect("a post").post.origin, vec![origin()], "in a new file");
            prop_assert!(field.read(LANA).contains(ORIGIN));
        }
    }
}
