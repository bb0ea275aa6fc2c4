//! What git, the hand of storage, a crash or a bin does to an approval.

use crate::field::*;
use crate::{Attack, attack, on};
use palinsesto::domain::{Change, ChangeSet, FieldEdit, FieldValue, Label, Post, RelPath};
use palinsesto::storage::Hand;
use std::process::Command;

fn git(field: &Field, args: &[&str]) -> bool {
    let identity = ["-c", "user.name=Bea Riva", "-c", "user.email=bea@example.org"];
    let output = Command::new("git")
        .args(identity)
        .args(args)
        .current_dir(&field.root)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_EDITOR", "true")
        .output()
        .expect("git runs");
    output.status.success()
}

#[track_caller]
fn did(field: &Field, args: &[&str]) {
    assert!(git(field, args), "git {args:?}");
}

fn commit(field: &Field, message: &str) {
    did(field, &["add", "-A"]);
    did(field, &["commit", "-q", "-m", message]);
}

fn repository(field: &Field) {
    did(field, &["init", "-q", "-b", "main"]);
    commit(field, "Inizio");
}

/// Two people each change something, approve it, and meet.
fn two_sides(field: &mut Field, ours: fn(&mut Field), theirs: fn(&mut Field)) {
    repository(field);
    did(field, &["checkout", "-q", "-b", "bea"]);
    theirs(field);
    commit(field, "Bea");
    did(field, &["checkout", "-q", "main"]);
    ours(field);
    commit(field, "Ada");
}

fn set(changes: Vec<Change>) -> ChangeSet {
    ChangeSet { label: Label::Fields, changes }
}

fn edit(path: &str, edits: Vec<FieldEdit>) -> ChangeSet {
    set(vec![Change::Edit { path: RelPath::new(path), to: None, edits }])
}

fn text(key: &[&str], from: &str, to: &str) -> FieldEdit {
    let key = key.iter().map(|part| (*part).to_owned()).collect();
    let value = |text: &str| Some(FieldValue::Text(text.to_owned()));
    FieldEdit::Replace { key, from: value(from), to: value(to) }
}

fn applied(field: &Field, set: &ChangeSet) {
    field.hand().apply(set).expect("applied");
}

#[track_caller]
fn refused(field: &Field, edit_of: FieldEdit) {
    let before = field.read(FERMO);
    field.hand().apply(&edit(FERMO, vec![edit_of])).expect_err("refused");
    assert_eq!(field.read(FERMO), before);
}

/// The block as a room would ask for it.
fn table(field: &Field) -> FieldValue {
    let row = |key: &str, value: String| (key.to_owned(), FieldValue::Str(value));
    let right = format!("sha256:{}", field.covered(FERMO_ID).hash());
    FieldValue::Table(vec![
        row("scheme", field.value("scheme")),
        row("hash", right),
        row("by", ADA.to_owned()),
        ("at".to_owned(), FieldValue::Instant(field.at)),
    ])
}

pub fn attacks() -> Vec<Attack> {
    [merges(), branches(), hands(), crashes()].into_iter().flatten().collect()
}

fn merges() -> Vec<Attack> {
    vec![
        attack("a merge of two texts, one of them approved", "changed", |f| {
            two_sides(
                f,
                |f| f.swap(LANA, "Chi passa", "Chi entra"),
                |f| f.swap(TELAIO, "sciarpa", "coperta"),
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("a merge of a text and a time, neither approved", "changed", |f| {
            two_sides(
                f,
                |f| f.swap(LANA, "Chi passa", "Chi entra"),
                |f| f.swap(LANA, "T12:30", "T13:30"),
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("a merge of an approved text and an approved time", "changed", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| {
                    f.swap(LANA, "T12:30", "T13:30");
                    f.approve(LANA_ID);
                },
            );
            did(f, &["merge", "-q", "-X", "ours", "bea"]);
        }),
        attack("the same merge with the block of the other side", "changed", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| {
                    f.swap(LANA, "T12:30", "T13:30");
                    f.approve(LANA_ID);
                },
            );
            did(f, &["merge", "-q", "-X", "theirs", "bea"]);
        }),
        attack("the same merge left in conflict", "broken", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| {
                    f.swap(LANA, "T12:30", "T13:30");
                    f.approve(LANA_ID);
                },
            );
            assert!(!git(f, &["merge", "-q", "bea"]), "both blocks cannot stand");
        }),
        attack("a merge that keeps lines of both (union)", "broken", |f| {
            f.write(".gitattributes", "*.toml merge=union\n");
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| {
                    f.swap(LANA, "T12:30", "T13:30");
                    f.approve(LANA_ID);
                },
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("of two approved sides one is taken whole", "approved", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| {
                    f.swap(LANA, "T12:30", "T13:30");
                    f.approve(LANA_ID);
                },
            );
            assert!(!git(f, &["merge", "-q", "bea"]));
            did(f, &["checkout", "-q", "--theirs", LANA]);
        }),
        attack("a merge with a change of the account", "changed", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| f.swap(BRAND, "@bottega", "@altra"),
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("a merge with another picture", "changed", |f| {
            two_sides(
                f,
                |f| {
                    f.swap(LANA, "Chi passa", "Chi entra");
                    f.approve(LANA_ID);
                },
                |f| f.write(PICTURE, "un'altra fotografia"),
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("a merge that only touches what nobody sees", "approved", |f| {
            two_sides(
                f,
                |f| f.swap(TELAIO, "sciarpa", "coperta"),
                |f| f.swap(LANA, "title = \"La lana torna\"", "title = \"Lana\"\nlabels = [\"x\"]"),
            );
            did(f, &["merge", "-q", "bea"]);
        }),
        attack("a merge that is a fast-forward", "approved", |f| {
            repository(f);
            did(f, &["checkout", "-q", "-b", "bea"]);
            f.swap(LANA, "Chi passa", "Chi entra");
            f.approve(LANA_ID);
            commit(f, "Bea");
            did(f, &["checkout", "-q", "main"]);
            did(f, &["merge", "-q", "--ff-only", "bea"]);
        }),
    ]
}

fn branches() -> Vec<Attack> {
    vec![
        attack("a rebase", "approved", |f| {
            two_sides(f, |f| f.swap(FERMO, "verde", "rosso"), |f| f.swap(TELAIO, "Chi", "Cosa"));
            did(f, &["rebase", "-q", "bea"]);
        }),
        attack("a cherry-pick of the approval", "approved", |f| {
            let approved = f.read(LANA);
            f.write(LANA, f.bare(LANA));
            repository(f);
            did(f, &["checkout", "-q", "-b", "bea"]);
            f.write(LANA, approved);
            commit(f, "Bea");
            did(f, &["checkout", "-q", "main"]);
            assert_eq!(f.verdict(LANA_ID), "none");
            did(f, &["cherry-pick", "bea"]);
        }),
        on(FERMO_ID, "a cherry-pick of an approval given on another machine", "elsewhere", |f| {
            let mut other = Field::untouched();
            other.approve(FERMO_ID);
            f.write(FERMO, other.read(FERMO));
        }),
        attack("a change, and its revert", "approved", |f| {
            repository(f);
            f.swap(LANA, "Chi passa", "Chi entra");
            commit(f, "Cambio");
            assert_eq!(f.verdict(LANA_ID), "changed");
            did(f, &["revert", "--no-edit", "HEAD"]);
        }),
        attack("the revert of a later approval", "approved", |f| {
            repository(f);
            f.swap(LANA, "Chi passa", "Chi entra");
            f.approve(LANA_ID);
            commit(f, "Cambio");
            did(f, &["revert", "--no-edit", "HEAD"]);
        }),
        attack("an older version of the text alone", "changed", |f| {
            repository(f);
            f.swap(LANA, "Chi passa", "Chi entra");
            f.approve(LANA_ID);
            f.swap(LANA, "Chi entra", "Chi passa");
        }),
        attack("put aside and taken out again (stash)", "approved", |f| {
            let approved = f.read(LANA);
            f.write(LANA, f.bare(LANA));
            repository(f);
            f.write(LANA, approved);
            did(f, &["stash", "-q"]);
            assert_eq!(f.verdict(LANA_ID), "none");
            did(f, &["stash", "pop", "-q"]);
        }),
        attack("a checkout with autocrlf", "approved", |f| {
            repository(f);
            did(f, &["config", "core.autocrlf", "true"]);
            std::fs::remove_file(f.path(LANA)).expect("deleted");
            did(f, &["checkout", "-q", "--", LANA]);
            assert!(f.read(LANA).contains("\r\n"));
        }),
        attack("a checkout that makes UTF-16 of it", "broken", |f| {
            repository(f);
            f.write(".gitattributes", "posts/** working-tree-encoding=UTF-16\n");
            std::fs::remove_file(f.path(LANA)).expect("deleted");
            did(f, &["checkout", "-q", "--", LANA]);
        }),
        attack("a withdrawal, and git restores the file", "revoked", |f| {
            repository(f);
            f.revoke(LANA_ID);
            did(f, &["checkout", "-q", "--", LANA]);
        }),
    ]
}

/// What rooms may ask of storage.
fn hands() -> Vec<Attack> {
    vec![
        on(FERMO_ID, "a change set that writes an approval", "none", |f| {
            let (key, to) = (vec!["approval".to_owned()], Some(table(f)));
            refused(f, FieldEdit::Replace { key, from: None, to });
        }),
        on(FERMO_ID, "a change set that writes one value of an approval", "none", |f| {
            refused(f, text(&["approval", "hash"], "", "sha256:00"));
        }),
        on(FERMO_ID, "a change set that adds an approval to a list", "none", |f| {
            let item = table(f);
            refused(f, FieldEdit::Add { key: vec!["approval".to_owned()], item });
        }),
        on(FERMO_ID, "a change set on the file as a whole", "none", |f| {
            let whole = FieldValue::Table(vec![("approval".to_owned(), table(f))]);
            refused(f, FieldEdit::Replace { key: Vec::new(), from: None, to: Some(whole) });
        }),
        on(FERMO_ID, "a title that would close its string and open a block", "none", |f| {
            let title = format!("x\"\n[approval]\nhash = \"{}\"\n#", f.value("hash"));
            applied(f, &edit(FERMO, vec![text(&["title"], "Il quaderno verde", &title)]));
        }),
        on(FERMO_ID, "a channel whose name would open a block", "none", |f| {
            let key = ["variants", "x]\n[approval", "text"];
            let _ = f.hand().apply(&edit(FERMO, vec![text(&key, "", "y")]));
        }),
        attack("a change set that takes the approval out", "approved", |f| {
            let before = f.read(LANA);
            let key = vec!["approval".to_owned()];
            let out = FieldEdit::Replace { key, from: None, to: None };
            f.hand().apply(&edit(LANA, vec![out])).expect_err("refused");
            assert_eq!(f.read(LANA), before);
        }),
        on("z7m2x9qe", "a new post made with an approval", "none", |f| {
            let post = f.entry(LANA_ID).post;
            let post = Box::new(Post { id: id_of("z7m2x9qe"), ..post });
            let path = RelPath::new("posts/2026/W48/copia.z7m2x9qe.toml");
            applied(f, &set(vec![Change::Create { path, post }]));
        }),
        attack("into the bin and out again", "approved", |f| {
            let path = RelPath::new(LANA);
            applied(f, &set(vec![Change::Trash { path: path.clone() }]));
            assert_eq!(f.verdict(LANA_ID), "gone");
            applied(f, &set(vec![Change::Restore { path }]));
        }),
        attack("into the bin, taken back, and out again", "revoked", |f| {
            let (path, post) = (RelPath::new(LANA), f.entry(LANA_ID).post);
            applied(f, &set(vec![Change::Trash { path: path.clone() }]));
            f.window.withdraw(&post, ADA, f.at).expect("written down");
            applied(f, &set(vec![Change::Restore { path }]));
        }),
        attack("an edit of the text", "changed", |f| {
            let text_of = f.entry(LANA_ID).post.text;
            applied(f, &edit(LANA, vec![text(&["text"], &text_of, "Altro.")]));
        }),
        attack("an edit of the text, and its undo", "approved", |f| {
            let text_of = f.entry(LANA_ID).post.text;
            let change = edit(LANA, vec![text(&["text"], &text_of, "Altro.")]);
            applied(f, &change);
            assert_eq!(f.verdict(LANA_ID), "changed");
            applied(f, &change.inverse());
        }),
        attack("an edit, a withdrawal, and the undo of the edit", "none", |f| {
            let mut hand: Hand = f.hand();
            let text_of = f.entry(LANA_ID).post.text;
            let change = edit(LANA, vec![text(&["text"], &text_of, "Altro.")]);
            hand.apply(&change).expect("applied");
            f.window.withdraw(&f.entry(LANA_ID).post, ADA, f.at).expect("written down");
            hand.unapprove(&RelPath::new(LANA)).expect("written");
            hand.apply(&change.inverse()).expect("applied");
        }),
        attack("an edit of the title", "approved", |f| {
            applied(f, &edit(LANA, vec![text(&["title"], "La lana torna", "Lana")]));
        }),
        attack("a move to another week without another time", "approved", |f| {
            let to = Some(RelPath::new("posts/2026/W50/lana.k3f9q7ab.toml"));
            let path = RelPath::new(LANA);
            applied(f, &set(vec![Change::Edit { path, to, edits: Vec::new() }]));
        }),
    ]
}

/// The ledger comes first, then the file.
fn crashes() -> Vec<Attack> {
    vec![
        on(FERMO_ID, "a kill after the ledger and before the file", "none", |f| {
            let _ = f.decide(FERMO_ID);
            f.reopen();
        }),
        on(FERMO_ID, "the same, and the text changed before the file is written", "changed", |f| {
            let (path, block) = f.decide(FERMO_ID);
            f.swap(FERMO, "verde stanno", "rosso stanno");
            f.hand().approve(&path, &block).expect("written");
        }),
        on(FERMO_ID, "a block of one post handed to the file of another", "changed", |f| {
            let (_, block) = f.decide(TELAIO_ID);
            f.hand().approve(&RelPath::new(FERMO), &block).expect("written");
        }),
        attack("a withdrawal that never reached the file", "revoked", |f| {
            let post = f.entry(LANA_ID).post;
            f.window.withdraw(&post, ADA, f.at).expect("written down");
            f.reopen();
        }),
        attack("a withdrawal in another window", "revoked", |f| {
            assert_eq!(f.verdict_in_window(LANA_ID), "approved");
            let post = f.entry(LANA_ID).post;
            f.another_window().withdraw(&post, ADA, f.at).expect("written down");
            assert_eq!(f.verdict_in_window(LANA_ID), "revoked");
        }),
    ]
}
