//! What the settings may say of approvals, and what a mistake in them comes to.

use super::*;
use crate::config::Config;

fn approvals(text: &str) -> (Approvals, Vec<(usize, usize, &'static str)>) {
    let (config, problems) = Config::parse(text);
    let places = problems.iter().map(|p| (p.line, p.column, p.kind.code())).collect();
    (config.approvals, places)
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

#[test]
fn without_a_word_the_ledger_of_the_machine_is_enough() {
    let (approvals, problems) = approvals("lang = \"it\"");
    assert_eq!(problems, []);
    assert_eq!(approvals.of(None), ApprovalRules::default());
    assert_eq!(ApprovalRules::default().trust, Trust::Ledger);
    assert!(approvals.slip.is_none());
}

#[test]
fn a_folder_says_what_it_wants_and_leaves_the_rest_to_all() {
    let (approvals, problems) = approvals(
        "[approval]\nallowed_signers = \"~/a\"\nkey = \"/k\"\n\
         [approval.b7m2x9qe]\ntrust = \"touched\"\nkey = \"~/sk\"\n",
    );
    assert_eq!(problems, []);
    let own = approvals.of(Some(&id("b7m2x9qe")));
    assert_eq!((own.trust, own.slip.is_some()), (Trust::Touched, false));
    assert_eq!(own.key, Some("~/sk".into()));
    assert_eq!(own.allowed_signers, Some("~/a".into()));
    let other = approvals.of(Some(&id("c7m2x9qe")));
    assert_eq!((other.trust, other.key), (Trust::Ledger, Some("/k".into())));
}

#[test]
fn a_folder_that_asks_for_less_than_all_gets_less() {
    let (approvals, problems) = approvals(
        "[approval]\ntrust = \"signed\"\nallowed_signers = \"/a\"\n\
         [approval.b7m2x9qe]\ntrust = \"ledger\"\n",
    );
    assert_eq!(problems, []);
    assert_eq!(approvals.of(Some(&id("b7m2x9qe"))).trust, Trust::Ledger);
    assert_eq!(approvals.of(None).trust, Trust::Signed);
}

#[test]
fn a_mistake_is_told_with_its_place_and_asks_for_everything() {
    for (text, line, column, code) in [
        ("[approval]\ntrust = \"sgned\"", 2, 9, "bad-value"),
        ("[approval]\ntrust = true", 2, 9, "wrong-type"),
        ("[approval]\ntrust = \"signed\"", 1, 1, "missing-key"),
        ("[approval.b7m2x9qe]\ntrust = \"touched\"", 1, 1, "missing-key"),
        ("[approval]\nallowed_signers = \"signers\"", 2, 19, "bad-value"),
        ("[approval]\nallowed_signers = \"~ada/signers\"", 2, 19, "bad-value"),
        ("[approval]\nkey = [\"a\"]", 2, 7, "wrong-type"),
        ("[approval]\ntrsut = \"signed\"", 2, 1, "unknown-setting"),
        ("[approval.bottega]\ntrust = \"signed\"", 1, 11, "unknown-setting"),
        ("[approval.b7m2x9qe]\nkeys = \"/k\"", 2, 1, "unknown-setting"),
        ("approval = \"signed\"", 1, 12, "wrong-type"),
        ("approval.b7m2x9qe = \"signed\"", 1, 10, "unknown-setting"),
        ("[aproval]\ntrust = \"signed\"", 1, 2, "unknown-setting"),
        ("[approvals]\ntrust = \"signed\"", 1, 2, "unknown-setting"),
        ("[approval]\ntrust = \"signed", 2, 16, "syntax"),
    ] {
        let (approvals, problems) = approvals(text);
        assert_eq!(problems, [(line, column, code)], "{text}");
        assert!(approvals.of(None).slip.is_some(), "{text}");
        assert!(approvals.of(Some(&id("b7m2x9qe"))).slip.is_some(), "{text}");
    }
}

#[test]
fn a_mistake_somewhere_else_asks_for_nothing() {
    let (approvals, problems) = approvals("tehme = \"dark\"\n[approval]\ntrust = \"ledger\"");
    assert_eq!((problems.len(), approvals.slip.is_some()), (1, false));
}

#[test]
fn settings_nobody_can_read_ask_for_everything() {
    let home = tempfile::tempdir().expect("a home");
    let file = home.path().join("config.toml");
    std::fs::write(&file, b"lang = \"\xFF\"").expect("a file");
    assert!(Config::load(&file).0.approvals.slip.is_some());
    assert!(Config::load(home.path()).0.approvals.slip.is_some(), "a folder in its place");
    assert!(Config::load(&home.path().join("none.toml")).0.approvals.slip.is_none());
}
