//! Approvals that travel: signed on one machine, verified on another. With the real
//! `ssh-keygen` and keys made for the occasion; where there is none, these say so and pass.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::config::{Approvals, Config};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

const POST: &str = "posts/2026/W48/lana.k3f9q7ab.toml";

/// Wednesday 25 at 12:30, with a text that claims nothing.
const LANA: &str = r#"id = "k3f9q7ab"
title = "La lana torna"
when = 2026-11-25T12:30:00
channels = ["ig"]
lang = "it"
text = "La lana torna a casa."
"#;

const ON_ONE: &str = "state";
const ON_ANOTHER: &str = "altra macchina";

/// Somebody's keys, outside every folder.
struct Keys(tempfile::TempDir);

impl Keys {
    fn new() -> Option<Self> {
        if Command::new("ssh-keygen").arg("-?").output().is_err() {
            let _ = writeln!(std::io::stderr(), "not tried: there is no ssh-keygen here");
            return None;
        }
        Some(Self(tempfile::tempdir().expect("a home")))
    }

    fn key(&self, name: &str) -> PathBuf {
        let path = self.0.path().join(name);
        let mut make = Command::new("ssh-keygen");
        make.args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(&path);
        assert!(make.status().expect("it starts").success());
        path
    }

    /// Who may approve: whoever has this key.
    fn list(&self, name: &str, key: &Path) -> PathBuf {
        let public = std::fs::read_to_string(key.with_extension("pub")).expect("a key");
        let path = self.0.path().join("allowed_signers");
        std::fs::write(&path, format!("{name} {public}")).expect("a list");
        path
    }
}

fn asking(trust: &str, list: &Path, key: Option<&Path>) -> Approvals {
    let mut text =
        format!("[approval]\ntrust = \"{trust}\"\nallowed_signers = \"{}\"\n", list.display());
    text += &key.map(|key| format!("key = \"{}\"\n", key.display())).unwrap_or_default();
    let (config, problems) = Config::parse(&text);
    assert_eq!(problems, []);
    config.approvals
}

fn opened() -> Stage {
    let others = BOTTEGA.iter().filter(|(path, _)| !path.starts_with("posts/"));
    let files: Vec<_> = others.copied().chain([(POST, LANA)]).collect();
    Stage::with(&files)
}

fn file(stage: &Stage) -> String {
    std::fs::read_to_string(stage.folder.join(POST)).expect("the file of the post")
}

fn is_approved(stage: &Stage) -> bool {
    stage.rows().iter().any(|row| row.contains("12:30 ✓"))
}

#[track_caller]
fn shows(stage: &Stage, text: &str) {
    // Over several lines of a narrow column, or on one.
    let screen = stage.rows().join("\n");
    assert!(screen.contains(text), "{text:?} is not on the screen:\n{screen}");
}

#[test]
fn a_signature_is_asked_for_given_and_believed_on_another_machine() {
    let Some(keys) = Keys::new() else { return };
    let ada = keys.key("ada");
    let list = keys.list("ada@example.org", &ada);
    let mine = asking("signed", &list, Some(&ada));
    let theirs = asking("signed", &list, None);
    let stage = opened().press("A y");
    assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
    assert!(!file(&stage).contains("sig = "), "nobody asked for one");
    let stage = stage.asking(&mine, ON_ONE);
    assert!(!is_approved(&stage), "{}", stage.rows().join("\n"));
    shows(&stage, "una firma SSH");
    let stage = stage.press("A y");
    assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
    assert!(file(&stage).contains("-----BEGIN SSH SIGNATURE-----"), "{}", file(&stage));
    let stage = stage.asking(&theirs, ON_ANOTHER);
    assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
    // Whoever has no list has nobody to believe.
    let stage = stage.asking(&Approvals::default(), ON_ANOTHER);
    assert!(!is_approved(&stage), "{}", stage.rows().join("\n"));
}

#[test]
fn a_word_changed_on_the_way_voids_a_signature_and_the_old_word_mends_it() {
    let Some(keys) = Keys::new() else { return };
    let ada = keys.key("ada");
    let list = keys.list("ada@example.org", &ada);
    let stage = opened().asking(&asking("signed", &list, Some(&ada)), ON_ONE).press("A y");
    let signed = file(&stage);
    let theirs = asking("signed", &list, None);
    let other = signed.replace("torna a casa", "torna a scuola");
    let stage = stage.asking(&theirs, ON_ANOTHER).outside(POST, &other);
    assert!(!is_approved(&stage), "{}", stage.rows().join("\n"));
    let carriages = signed.replace('\n', "\r\n");
    for (what, text) in [("as it was", &signed), ("CRLF", &carriages)] {
        let stage = opened().outside(POST, text).asking(&theirs, ON_ANOTHER);
        assert!(is_approved(&stage), "{what}: {}", stage.rows().join("\n"));
    }
}

#[test]
fn whoever_is_not_on_the_list_approves_nothing_and_is_told_so() {
    let Some(keys) = Keys::new() else { return };
    let (ada, eva) = (keys.key("ada"), keys.key("eva"));
    let list = keys.list("ada@example.org", &ada);
    let none = |stage: &Stage| {
        assert!(!is_approved(stage) && !file(stage).contains("[approval]"), "{}", file(stage));
    };
    let stage = opened().asking(&asking("signed", &list, Some(&eva)), ON_ONE).press("A y");
    none(&stage);
    shows(&stage, "non è di chi può approvare qui");
    let line = std::fs::read_to_string(&list).expect("a list");
    let over = line.replacen(' ', " valid-before=\"20200101\" ", 1);
    std::fs::write(&list, over).expect("a list");
    let stage = stage.asking(&asking("signed", &list, Some(&ada)), ON_ONE).press("A y");
    none(&stage);
    shows(&stage, "è scaduta");
    std::fs::write(&list, line).expect("a list");
    let stage = stage.asking(&asking("signed", &list, None), ON_ONE).press("A y");
    none(&stage);
    shows(&stage, "le impostazioni non dicono con quale chiave");
    let stage = stage.asking(&asking("touched", &list, Some(&ada)), ON_ONE).press("A y");
    none(&stage);
    shows(&stage, "una chiave da toccare");
    let (broken, _) = Config::parse("[approval]\ntrust = \"sgned\"");
    let stage = stage.asking(&broken.approvals, ON_ONE).press("A y");
    none(&stage);
    shows(&stage, "Non è stato approvato nulla");
}

#[test]
fn a_list_inside_the_folder_counts_for_nothing() {
    let Some(keys) = Keys::new() else { return };
    let ada = keys.key("ada");
    let outside = keys.list("ada@example.org", &ada);
    let asked = asking("signed", &outside, Some(&ada));
    let mut stage = opened().asking(&asked, ON_ONE).press("A y");
    assert!(is_approved(&stage), "{}", stage.rows().join("\n"));
    let inside = stage.folder.join("allowed_signers");
    std::fs::copy(&outside, &inside).expect("a list");
    // Also for whoever asks for no signature at all, and by whichever way it leads there.
    for trust in ["signed", "ledger"] {
        let way = keys.0.path().join(trust);
        std::os::unix::fs::symlink(&inside, &way).expect("a link");
        for list in [&inside, &way] {
            stage = stage.asking(&asking(trust, list, None), ON_ONE);
            assert!(!is_approved(&stage), "{}", stage.rows().join("\n"));
        }
    }
}
