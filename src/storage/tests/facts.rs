//! Facts made while writing: the file they are added to keeps every byte of its own.

use super::*;
use crate::domain::{Fact, Failure};

const FACTS: &str = "facts/from-posts.toml";

/// As a person left it: comments, an order of keys and spaces of their own.
const FILE: &str = "# Presi dai post, controllati da Bea\n\n[[fact]]\ntext = 'La sciarpa costa 89 €' # listino di ottobre\nid   = \"sciarpa\"\n";

fn fact() -> Fact {
    Fact {
        id: "abbiamo-tre-telai".into(),
        text: "Abbiamo \"tre\" telai.".into(),
        source: Some("Ada Neri <ada@example.org>".into()),
        expires: None,
    }
}

fn made() -> ChangeSet {
    let change = Change::Facts { path: path(FACTS), add: vec![fact()], remove: Vec::new() };
    ChangeSet::one(Label::Fact, change)
}

fn put(world: &Arc<Mutex<World>>, file: &str) {
    world.lock().expect("no panic").put(&format!("content/{FACTS}"), file.as_bytes());
}

#[test]
fn a_fact_is_added_behind_what_stands_there_and_taken_back_to_the_byte() {
    let world = world();
    put(&world, FILE);
    let mut hand = hand(&world);
    hand.apply(&made()).expect("added");
    let file = content(&world)[FACTS].clone();
    let added = file.strip_prefix(FILE).expect("the file as it was, and more behind it");
    let expected = "\n[[fact]]\nid = \"abbiamo-tre-telai\"\ntext = \"Abbiamo \\\"tre\\\" telai.\"\n\
                    source = \"Ada Neri <ada@example.org>\"\n";
    assert_eq!(added, expected);
    hand.apply(&made().inverse()).expect("taken back");
    assert_eq!(content(&world)[FACTS], FILE);
}

#[test]
fn the_first_fact_makes_its_file() {
    let world = world();
    let mut hand = hand(&world);
    hand.apply(&made()).expect("made");
    let read =
        super::super::read::read_facts(&path(FACTS), content(&world)[FACTS].as_bytes(), Rome);
    assert_eq!(read, Ok(vec![fact()]));
}

#[test]
fn what_a_colleague_added_meanwhile_stays() {
    let world = world();
    put(&world, FILE);
    let mut hand = hand(&world);
    hand.apply(&made()).expect("added");
    let theirs = format!(
        "{}\n[[fact]]\nid = \"loro\"\ntext = \"Due forni\" # Bea\n",
        content(&world)[FACTS]
    );
    put(&world, &theirs);
    hand.apply(&made().inverse()).expect("only ours is taken back");
    let left = content(&world)[FACTS].clone();
    assert_eq!(left, format!("{FILE}\n[[fact]]\nid = \"loro\"\ntext = \"Due forni\" # Bea\n"));
}

#[test]
fn a_fact_that_was_rewritten_meanwhile_is_not_taken_back() {
    let world = world();
    put(&world, FILE);
    let mut hand = hand(&world);
    hand.apply(&made()).expect("added");
    let theirs = content(&world)[FACTS].replace("telai.", "telai e mezzo.");
    put(&world, &theirs);
    let failure = hand.apply(&made().inverse()).expect_err("somebody else's words now");
    assert!(matches!(failure, Failure::Conflict { .. }), "{failure:?}");
    assert_eq!(content(&world)[FACTS], theirs);
}

#[test]
fn a_file_that_was_broken_meanwhile_is_left_alone() {
    let world = world();
    let broken = format!("{FILE}<<<<<<< HEAD\n");
    put(&world, &broken);
    let failure = hand(&world).apply(&made()).expect_err("it cannot be read");
    assert!(matches!(failure, Failure::Broken { .. }), "{failure:?}");
    assert_eq!(content(&world)[FACTS], broken);
}

#[test]
fn one_fact_that_cannot_be_read_leaves_the_others_in_force_and_is_told_at_its_place() {
    let file = format!(
        "{FILE}\n[[fact]]\nid = \"corso\"\ntext = \"Il corso costa 120 €\"\nexpires = \"next year\"\n"
    );
    let read = |file: &str| {
        let at = path(FACTS);
        super::super::read::read_placed_facts(&at, file.as_bytes(), Rome)
    };
    let (facts, faults) = read(&file).expect("a file of facts");
    let ids: Vec<&str> = facts.iter().map(|(fact, _)| fact.id.as_str()).collect();
    assert_eq!(ids, ["sciarpa"]);
    let [fault] = &faults[..] else { panic!("{faults:?}") };
    assert_eq!((fault.line, fault.column), (10, 11));
    let words = crate::i18n::Words::new(crate::i18n::Language::English);
    let said = words.problem(&fault.kind).sentence;
    let told = "“fact.expires” should be a date such as 2027-02-01, not text in quotes; this fact could not be read";
    assert_eq!(said, told);
    let broken = read("[[fact]]\nid = \"a\ntext = 3\n").expect_err("no file of facts");
    let it = crate::i18n::Words::new(crate::i18n::Language::Italian);
    let said = it.problem(&broken.kind).sentence;
    assert!(said.ends_with("; i fatti di questo file non si possono leggere"), "{said}");
}
