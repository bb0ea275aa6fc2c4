//! Attacks with keys and commands instead of files: what is no act of approving.

use crate::field::*;
use crate::{Attack, on};
use assert_cmd::Command;
use palinsesto::domain::{ContentHash, NotAnAct};
use palinsesto::gate::ApproveAct;
use palinsesto::vocab::{Input, InputKind, Mouse, MouseKind, Press, Provenance};

pub fn attacks() -> Vec<Attack> {
    [keys(), commands()].into_iter().flatten().collect()
}

/// An attempt on the post nobody approved.
const fn tried(name: &'static str, act: fn(&mut Field)) -> Attack {
    on(FERMO_ID, name, "none", act)
}

#[track_caller]
fn is_no_press(field: &Field, input: &Input) {
    assert_eq!(field.tried(FERMO_ID, input, |_| {}), NotAnAct::NotAPress);
}

fn keys() -> Vec<Attack> {
    vec![
        tried("a key that is held", |f| {
            is_no_press(f, &Input { press: Press::Repeat, ..press(9_000) });
        }),
        tried("a pasted text", |f| {
            is_no_press(f, &Input { kind: InputKind::Paste("y".to_owned()), ..press(9_000) });
        }),
        tried("a key out of a paste", |f| {
            is_no_press(f, &Input { provenance: Provenance::Paste, ..press(9_000) });
        }),
        tried("a key out of the mouse", |f| {
            is_no_press(f, &Input { provenance: Provenance::Mouse, ..press(9_000) });
        }),
        tried("a click", |f| {
            let (kind, clicks, shift) = (MouseKind::Down, 2, false);
            let mouse = Mouse { kind, column: 1, row: 1, clicks, shift };
            is_no_press(f, &Input { kind: InputKind::Mouse(mouse), ..press(9_000) });
        }),
        tried("a key that the terminal made up", |f| {
            is_no_press(f, &Input { provenance: Provenance::Terminal, ..press(9_000) });
        }),
        tried("a key from before the text was there", |f| {
            assert_eq!(f.tried(FERMO_ID, &press(900), |_| {}), NotAnAct::TooSoon);
        }),
        tried("a key in the moment the text appears", |f| {
            assert_eq!(f.tried(FERMO_ID, &press(1_399), |_| {}), NotAnAct::TooSoon);
        }),
        tried("a text that was not read to its end", |f| {
            let why = f.tried(FERMO_ID, &press(9_000), |seen| seen.to_the_end = false);
            assert_eq!(why, NotAnAct::NotToTheEnd);
        }),
        tried("one key where a claim is open", |f| {
            let why = f.tried(FERMO_ID, &press(9_000), |seen| seen.open = 1);
            assert_eq!(why, NotAnAct::NotConfirmed);
        }),
        tried("the wrong characters typed", |f| {
            let why = f.tried(FERMO_ID, &press(9_000), |seen| {
                seen.open = 1;
                seen.typed = Some("zzzz".to_owned());
            });
            assert_eq!(why, NotAnAct::NotConfirmed);
        }),
        tried("nothing typed at a terminal", |f| {
            let shown = seen(FERMO_ID, f.covered(FERMO_ID).hash());
            for line in ["", "\n", "y", "yes", "sì", "0", "sha256:"] {
                assert_eq!(ApproveAct::typed(line, &shown).err(), Some(NotAnAct::NotConfirmed));
            }
        }),
        tried("an act about another post", |f| {
            let shown = seen(TELAIO_ID, f.covered(TELAIO_ID).hash());
            let act = ApproveAct::of(&press(9_000), &shown, 1_000).expect("an act");
            let decided = f.window.decide(act, &f.covered(FERMO_ID), ADA, f.at);
            assert_eq!(decided, Ok(None), "it is about other bytes");
        }),
        tried("a text that changes under the key", |f| {
            let shown = seen(FERMO_ID, f.covered(FERMO_ID).hash());
            f.swap(FERMO, "verde stanno", "rosso stanno");
            let act = ApproveAct::of(&press(9_000), &shown, 1_000).expect("an act");
            let decided = f.window.decide(act, &f.covered(FERMO_ID), ADA, f.at);
            assert_eq!(decided, Ok(None), "it is not what was seen");
        }),
        tried("an act about a hash made up", |f| {
            let shown = seen(FERMO_ID, ContentHash::of(b"x"));
            let act = ApproveAct::of(&press(9_000), &shown, 1_000).expect("an act");
            let decided = f.window.decide(act, &f.covered(FERMO_ID), ADA, f.at);
            assert_eq!(decided, Ok(None));
        }),
    ]
}

/// The program in the folder, with a home of its own, where there is no terminal.
fn program(field: &Field) -> Command {
    let settings = field.home.path().join(".config/palinsesto/config.toml");
    std::fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
    std::fs::write(settings, format!("by = \"{ADA}\"\n")).expect("settings");
    let mut command = Command::new("setsid");
    command
        .arg("--wait")
        .arg(assert_cmd::cargo::cargo_bin!("palinsesto"))
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", field.home.path())
        .env("LANG", "C.UTF-8")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .current_dir(&field.root);
    command
}

/// Runs it with something to read; it has to fail and write nothing.
#[track_caller]
fn refuses(field: &Field, args: &[&str], input: &str) {
    let before = field.read(FERMO);
    let output = program(field).args(args).write_stdin(input).output().expect("it runs");
    assert!(!output.status.success(), "{args:?}: {output:?}");
    assert_eq!(field.read(FERMO), before);
}

/// Whether `palinsesto verify` counts a post as approved.
pub fn is_verified(field: &Field, id: &str) -> bool {
    let args = ["--today", "2026-11-23T10:00", "--json", "verify", "--all"];
    let output = program(field).args(args).output().expect("it runs");
    let Ok(said) = serde_json::from_slice::<serde_json::Value>(&output.stdout) else {
        return false;
    };
    let posts = said["posts"].as_array().into_iter().flatten();
    posts.filter(|post| post["id"] == id).any(|post| post["good"] == true)
}

fn commands() -> Vec<Attack> {
    vec![
        tried("approve with the right characters through a pipe", |f| {
            let first = f.covered(FERMO_ID).hash().to_string()[..4].to_owned();
            refuses(f, &["approve", FERMO_ID], &format!("{first}\n"));
        }),
        tried("approve with nothing to read and no terminal", |f| {
            refuses(f, &["approve", FERMO_ID], "");
        }),
        tried("approve on a day that is made up", |f| {
            refuses(f, &["--today", "2026-11-25", "approve", FERMO_ID], "");
        }),
        tried("approve with a flag that says yes", |f| {
            refuses(f, &["approve", "--yes", FERMO_ID], "y\n");
            refuses(f, &["approve", "--force", FERMO_ID], "y\n");
        }),
        tried("approve for a program", |f| refuses(f, &["--json", "approve", FERMO_ID], "")),
    ]
}
