//! approval, approve, revoke, verify: who stands behind what goes out.

use crate::Bottega;
use crate::folder::{Said, said};
use crate::yes::{decided, id_of, vouched};
use assert_cmd::Command;
use palinsesto::storage::{Folder, Hand, state_dir};
use std::path::PathBuf;

const PATH: &str = "posts/2026/W48/inverno.m4n5p6q7.toml";

const POST: &str = r#"id = "m4n5p6q7"
title = "Inverno"
when = 2026-11-27T18:30:00
channels = ["ig"]
lang = "it"
link = "https://example.org/inverno"
text = """
La lana torna a casa.
"""
hashtags = ["lana"]
"#;

/// As docs/approval.md writes them.
fn bytes(id: &str) -> String {
    format!(
        "palinsesto-approval-1\npost 8:{id}\nzone 11:Europe/Rome\nchannels 1\nchannel 2:ig\n\
         network 9:instagram\naccount 0:\nvisibility 0:\nlanguage 2:it\n\
         instant 20:2026-11-27T17:30:00Z\nmessages 1\ntext 27:La lana torna a casa.\n#lana\n\
         headline 0:\nfirst-comment 0:\nlink 27:https://example.org/inverno\nai 0:\nmedia 0\n"
    )
}

fn hash(text: &str) -> String {
    palinsesto::domain::ContentHash::of(text.as_bytes()).to_string()
}

fn block(id: &str) -> String {
    let hash = hash(&bytes(id));
    format!(
        "\n[approval]\nscheme = \"palinsesto-approval-1\"\nhash = \"sha256:{hash}\"\n\
         by = \"Ada Neri <ada@example.org>\"\nat = 2026-11-24T10:15:00Z\n"
    )
}

/// Ada reads a post to its end and presses the key: in the ledger of this home, and in the file.
fn approve(bottega: &Bottega, id: &str) {
    let folder = Folder::open(&bottega.root()).expect("the folder opens");
    let (workspace, _) = folder.workspace().expect("a brand");
    let notary = vouched(Some(&state(bottega)));
    let path = folder.locate(&id_of(id), workspace.zone).expect("the post is there");
    let entry = folder.load_post(&path, workspace.zone).expect("a file").expect("a post");
    let covered = notary.covered(&entry.post, &workspace, &folder).expect("covered");
    let at = "2026-11-24T10:15:00Z".parse().expect("a time");
    let block = decided(&notary, id, &covered, at);
    let mut hand = Hand::open(&bottega.root(), &state(bottega), workspace.zone).expect("a hand");
    hand.approve(&path, &block).expect("written");
}

fn state(bottega: &Bottega) -> PathBuf {
    let home = bottega.home().join(".local/state/palinsesto");
    state_dir(&home, &id_of("b7m2x9qe"), &bottega.root()).expect("a state directory")
}

/// Where the ledger of this home is, its head and its key.
fn ledger(bottega: &Bottega) -> PathBuf {
    state(bottega).join("ledger")
}

fn verified(bottega: &Bottega, more: &[&str]) -> Said {
    bottega.en(&[&["verify", "--json"], more].concat())
}

/// What is said of the post: whether it counts, and why not.
fn of(said: &Said) -> (bool, String) {
    let value = said.json();
    let posts = value["posts"].as_array().expect("posts");
    let post = posts.iter().find(|post| post["id"] == "m4n5p6q7").expect("the post");
    let why = post["why"].as_str().or(post["approval"].as_str()).expect("a word");
    (post["good"].as_bool().expect("a verdict"), why.to_owned())
}

#[test]
fn the_covered_bytes_are_those_of_the_page_and_sha256sum_agrees() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    assert_eq!(bottega.en(&["approval", "m4n5p6q7", "--bytes"]).out, bytes("m4n5p6q7"));
    let said = bottega.en(&["approval", "m4n5p6q7", "--hash"]);
    assert_eq!(said.out.trim(), hash(&bytes("m4n5p6q7")));
    let page = include_str!("../../docs/approval.md");
    let sample = page.split("```\n").find(|part| part.starts_with("palinsesto-approval-1"));
    let sample = sample.expect("the bytes of the page");
    assert!(page.contains(&format!("```\n{}\n```", hash(sample))), "{}", hash(sample));
}

#[test]
fn the_readme_says_a_hash_that_can_be_had_again() {
    let bottega = Bottega::sound();
    let made = ["--today", "2026-11-25", "demo", "aurora", "--no-open"];
    assert_eq!(bottega.en(&made).code, 0);
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("palinsesto -C aurora approval ").expect("the command");
    let (id, rest) = rest.split_once(" --bytes | sha256sum\n").expect("the pipe");
    let bytes = bottega.en(&["-C", "aurora", "approval", id, "--bytes"]).out;
    assert!(rest.trim_start().starts_with(&hash(&bytes)), "{}", hash(&bytes));
}

#[test]
fn a_block_nobody_here_knows_of_is_claimed_and_no_more() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    let none = verified(&bottega, &[]);
    assert_eq!((none.code, of(&none)), (1, (false, "none".into())));
    bottega.write(PATH, &(POST.to_owned() + &block("m4n5p6q7")));
    let claimed = verified(&bottega, &[]);
    assert_eq!((claimed.code, of(&claimed)), (1, (false, "elsewhere".into())));
    assert_eq!(of(&verified(&bottega, &["--claimed"])), (true, "elsewhere".into()));
    for (language, says) in [
        ("en", "Approved elsewhere by Ada Neri: cannot be verified here"),
        ("it", "Approvato altrove da Ada Neri: qui non si può verificare"),
    ] {
        let said = bottega.run(&["--lang", language, "verify"], "");
        assert!(said.out.contains(says), "{said:?}");
        let said = bottega.run(&["--lang", language, "approval", "m4n5p6q7"], "");
        assert!(said.out.contains(says), "{said:?}");
    }
    // What counts because it was asked to does not say that it could not be verified.
    let said = bottega.en(&["verify", "--claimed"]);
    assert!(said.out.contains("is about this text; who gave it is taken on trust (Ada Neri)"));
    assert!(!said.out.contains("cannot be verified"), "{said:?}");
    // Copied to another post, or with one letter changed, not even that.
    let copied = POST.to_owned() + &block("k3f9q7ab");
    bottega.write(PATH, &copied);
    assert_eq!(of(&verified(&bottega, &["--claimed"])), (false, "changed".into()));
    let show = bottega.en(&["show", "m4n5p6q7", "--json"]).json();
    assert_eq!(show["stage"], "planned");
}

#[test]
fn a_machine_that_builds_says_which_commit_voided_what() {
    let bottega = Bottega::sound();
    bottega.write(PATH, &(POST.to_owned() + &block("m4n5p6q7")));
    let git = |arguments: &[&str]| {
        let by = ["-c", "user.name=Bea Riva", "-c", "user.email=bea@example.org"];
        let done = said(Command::new("git").current_dir(bottega.root()).args(by).args(arguments));
        assert_eq!(done.code, 0, "{done:?}");
    };
    git(&["init", "--quiet", "--initial-branch=main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "-m", "Approvato"]);
    let base = |of: &str| bottega.en(&["verify", "--claimed", "--base", of]);
    let same = base("HEAD");
    assert_eq!(same.code, 0, "nothing has changed");
    assert_eq!(same.out, "Nothing that is about to go out has changed since HEAD\n");
    bottega.write(PATH, &(POST.replace("a casa", "in bottega") + &block("m4n5p6q7")));
    let said = base("HEAD");
    assert!(
        said.out.contains("Voided by a change that is not in git yet. Changed: text"),
        "{said:?}"
    );
    git(&["commit", "--quiet", "-am", "Meglio così"]);
    let said = base("HEAD~1");
    assert!(said.out.contains("Voided by “Meglio così” of Bea Riva, "), "{said:?}");
    assert_eq!(said.code, 1);
    // Whoever asks of the one post is told the same.
    for verb in ["approval", "show"] {
        let said = bottega.en(&[verb, "m4n5p6q7"]);
        assert!(said.out.contains("Changed since Ada Neri approved it, Tue 24 Nov"), "{said:?}");
        assert!(said.out.contains("Voided by “Meglio così”"), "{said:?}");
    }
    let json = bottega.en(&["approval", "m4n5p6q7", "--json"]).json();
    assert_eq!(json["changed"]["what"], serde_json::json!(["text"]));
    assert_eq!(base("HEAD").code, 0, "only what changed since then is asked for");
    let unknown = base("nessuno");
    assert_eq!(unknown.code, 2, "{unknown:?}");
    assert_eq!(base("--output=x").code, 2);
}

/// The program of today, where no terminal can be asked.
fn alone(bottega: &Bottega, arguments: &[&str]) -> Command {
    let program = assert_cmd::cargo::cargo_bin!("palinsesto");
    let mut alone = Command::new("setsid");
    alone.arg("--wait").arg(program).args(["--lang", "en"]).args(arguments);
    alone.current_dir(bottega.root()).env("HOME", bottega.home()).env_remove("XDG_STATE_HOME");
    alone.env_remove("XDG_CONFIG_HOME");
    alone
}

#[test]
fn nothing_but_a_terminal_can_say_yes() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    let first = hash(&bytes("m4n5p6q7"))[..4].to_owned();
    for (arguments, why) in [
        (vec!["approve", "m4n5p6q7"], "With --today things are only tried"),
        (vec!["approve", "m4n5p6q7", "--yes"], "--yes"),
    ] {
        let said = bottega.run(&[vec!["--lang", "en"], arguments].concat(), &format!("{first}\n"));
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(why), "{said:?}");
    }
    // Without a terminal there is nobody to ask, whatever stands in the pipe.
    bottega.write_settings("by = \"Ada Neri <ada@example.org>\"\n");
    let without = said(alone(&bottega, &["approve", "m4n5p6q7"]).write_stdin(format!("{first}\n")));
    assert_eq!(without.code, 2, "{without:?}");
    assert!(
        without.err.contains("typed by hand at a terminal, and there is none here"),
        "{without:?}"
    );
    assert!(!bottega.read(PATH).contains("approval"));
}

#[test]
fn a_post_without_an_hour_says_on_which_channels_and_how_to_give_it_one() {
    let bottega = Bottega::sound();
    let day =
        POST.replace("2026-11-27T18:30:00", "2026-11-27").replace("[\"ig\"]", "[\"ig\", \"li\"]");
    bottega.write(PATH, &day);
    let said = bottega.it(&["approval", "m4n5p6q7"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("manca l’ora su Instagram, LinkedIn\n"), "{said:?}");
    let step = "palinsesto move m4n5p6q7 \"2026-11-27 18:30\"";
    assert!(said.err.contains(step), "{said:?}");
    assert_eq!(bottega.en(&["move", "m4n5p6q7", "2026-11-27 18:30"]).code, 0);
    assert_eq!(bottega.en(&["approval", "m4n5p6q7"]).code, 0);
}

#[test]
fn a_post_that_cannot_be_read_is_known_by_what_its_file_is_called() {
    let bottega = Bottega::sound();
    bottega.write(PATH, "id = \"m4n5p6q7\"\ntext = no\n");
    for name in ["inverno", "m4n5p6q7", "inverno.m4n5p6q7", "Inverno"] {
        for verb in ["approval", "show", "approve", "revoke"] {
            let said = bottega.run(&["--lang", "en", verb, name], "");
            let told = said.err.contains(&format!("{PATH}:2:8: "));
            // With a held clock nothing is approved, whatever it is called.
            assert!(told || verb == "approve", "{verb} {name}: {said:?}");
            assert_eq!(said.code, 2);
        }
    }
    assert!(bottega.en(&["show", "estate"]).err.contains("No post is called “estate”"));
}

#[test]
fn a_folder_without_git_says_so_where_a_revision_is_asked_for() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["verify", "--base", "HEAD"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Questa cartella non è sotto git"), "{said:?}");
}

#[test]
fn what_was_never_approved_cannot_be_taken_back() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    let said = bottega.it(&["revoke", "m4n5p6q7"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(said.out, "Nessuno l’ha approvato: non c’era niente da ritirare\n");
}

#[test]
fn who_looks_at_one_post_is_told_what_others_around_it_and_a_freeze_do_to_it() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    let other = POST.replace("m4n5p6q7", "p5q6r7s2").replace("18:30:00", "18:50:00");
    bottega.write("posts/2026/W48/altro.p5q6r7s2.toml", &other);
    let json = bottega.en(&["show", "m4n5p6q7", "--json"]).json();
    let findings = json["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|finding| finding["code"] == "same-hour"), "{findings:?}");
    assert_eq!(json["approval"]["state"], "none");
    assert_eq!(bottega.en(&["freeze", "--channel", "ig", "--why", "flood"]).code, 0);
    for verb in ["show", "approval"] {
        let said = bottega.en(&[verb, "m4n5p6q7"]);
        assert!(said.out.contains("Frozen on Instagram, since "), "{said:?}");
    }
    let said = verified(&bottega, &[]).json();
    let posts = said["posts"].as_array().expect("posts");
    let post = posts.iter().find(|post| post["id"] == "m4n5p6q7").expect("the post");
    assert_eq!(post["frozen"], true);
    assert_eq!(post["when"], "2026-11-27T18:30:00+01:00");
    for verb in ["verify", "check"] {
        let said = bottega.en(&[verb]);
        assert!(said.out.contains("Frozen on Instagram, since "), "{said:?}");
    }
}

#[test]
fn what_cannot_be_read_is_not_going_out_in_silence() {
    let bottega = Bottega::sound();
    bottega.write(PATH, "id = \"m4n5p6q7\"\ntext = no\n");
    let said = bottega.en(&["verify", "--claimed"]);
    assert!(said.out.contains(&format!("{PATH}:2:8: ")), "{said:?}");
    assert_eq!(said.code, 1);
}

#[test]
fn a_change_that_is_asked_for_is_said_of_a_post_that_is_approved() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    approve(&bottega, "m4n5p6q7");
    let asked = ["note", "m4n5p6q7", "Quale casa?", "--kind", "change", "--quote", "a casa"];
    bottega.write_settings("by = \"Bea Riva <bea@example.org>\"\n");
    assert_eq!(bottega.en(&asked).code, 0);
    for (language, says) in [
        ("en", "Still open: Bea Riva wants a change · “a casa” · Quale casa?"),
        ("it", "Ancora aperta: Bea Riva chiede una modifica · «a casa» · Quale casa?"),
    ] {
        for verb in [&["show", "m4n5p6q7"][..], &["approval", "m4n5p6q7"], &["verify"]] {
            let said = bottega.run(&[&["--lang", language], verb].concat(), "");
            assert!(said.out.contains(says), "{verb:?}: {said:?}");
        }
    }
    // It is approved all the same: to accept is not to settle.
    let said = verified(&bottega, &[]);
    assert_eq!(of(&said), (true, "given".into()));
    let json = bottega.en(&["approval", "m4n5p6q7", "--json"]).json();
    assert_eq!((&json["approval"], &json["in_review"]), (&"given".into(), &true.into()));
    let note = bottega.files("notes/m4n5p6q7").remove(0);
    let note = note.trim_end_matches(".toml");
    let done = bottega.en(&["note", "m4n5p6q7", "--kind", "resolve", "--reply-to", note]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(!bottega.en(&["approval", "m4n5p6q7"]).out.contains("Still open"));
}

#[test]
fn on_a_damaged_ledger_nothing_is_shown_to_be_approved_and_what_stays_approved_is_said() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    bottega.write_settings("by = \"Ada Neri <ada@example.org>\"\n");
    approve(&bottega, "m4n5p6q7");
    let acts = ledger(&bottega).join("acts.jsonl");
    let written = std::fs::read_to_string(&acts).expect("the ledger");
    std::fs::write(&acts, written.replace("Ada Neri", "Ada Nera")).expect("touched");
    let said = said(&mut alone(&bottega, &["approve", "m4n5p6q7"]));
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
    assert!(said.err.contains("from line 1 on"), "{said:?}");
    assert!(said.err.contains("palinsesto doctor --set-ledger-aside"), "{said:?}");
    let said = bottega.en(&["revoke", "m4n5p6q7"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Nothing was taken back: the ledger of this machine"), "{said:?}");
    assert!(said.err.contains(&format!("still stands in {PATH}")), "{said:?}");
    assert!(said.err.contains("then again “palinsesto revoke m4n5p6q7”"), "{said:?}");
    assert!(bottega.read(PATH).contains("[approval]"), "what was not taken back is still there");
    // Its ledger as it was, the withdrawal is written down, and nothing brings the yes back.
    std::fs::write(&acts, written).expect("put back");
    let approved = bottega.read(PATH);
    assert_eq!(bottega.en(&["revoke", "m4n5p6q7"]).code, 0);
    bottega.write(PATH, &approved);
    assert_eq!(of(&verified(&bottega, &[])), (false, "revoked".into()));
}

#[test]
fn the_day_on_which_an_approval_was_taken_back_is_the_brands() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    approve(&bottega, "m4n5p6q7");
    let approved = bottega.read(PATH);
    // Half past midnight in Rome is still the day before in UTC.
    let late = ["--lang", "en", "--today", "2026-11-26T00:30", "revoke", "m4n5p6q7"];
    assert_eq!(bottega.run(&late, "").code, 0);
    bottega.write(PATH, &approved);
    let json = bottega.en(&["approval", "m4n5p6q7", "--json"]).json();
    let sentence = json["sentence"].as_str().expect("a sentence");
    assert!(sentence.ends_with("took the approval back on Thu 26 Nov"), "{json}");
    assert_eq!(json["withdrawn"]["at"], "2026-11-25T23:30:00+00:00");
}

#[test]
fn a_ledger_whose_lines_and_head_are_gone_is_missed_where_posts_carry_approvals() {
    let bottega = Bottega::sound();
    bottega.write(PATH, POST);
    let row = |code: &str| {
        let doctor = bottega.en(&["doctor", "--json"]).json();
        let checks = doctor["checks"].as_array().expect("checks").clone();
        checks.into_iter().find(|check| check["code"] == code)
    };
    assert_eq!(row("ledger"), None, "nothing was decided yet");
    approve(&bottega, "m4n5p6q7");
    for file in ["acts.jsonl", "head"] {
        std::fs::remove_file(ledger(&bottega).join(file)).expect("it was there");
    }
    let gone =
        "Approved here by Ada Neri, but the ledger of this machine does not have it any more";
    let step = "If you have acts.jsonl, head and key as they were, put them back.";
    for verb in [&["approval", "m4n5p6q7"][..], &["verify"]] {
        let said = bottega.en(verb);
        assert!(said.out.contains(gone) && said.out.contains(step), "{said:?}");
    }
    assert!(
        bottega.it(&["show", "m4n5p6q7"]).out.contains("Approvato qui da Ada Neri, ma il registro")
    );
    let missed = row("ledger").expect("it is missed");
    assert_eq!(missed["ok"], false, "{missed}");
    assert!(missed["advice"].as_str().is_some_and(|says| says.starts_with(step)), "{missed}");
    let json = bottega.en(&["approval", "m4n5p6q7", "--json"]).json();
    assert_eq!(json["sentence"], gone);
    // Nothing holds by it, and nobody is told that it came from elsewhere.
    assert_eq!(of(&verified(&bottega, &[])), (false, "elsewhere".into()));
    // All of it gone, it is only known that there are approvals and no line of any.
    std::fs::remove_dir_all(ledger(&bottega)).expect("it was there");
    let missed = row("ledger").expect("it is empty");
    assert_eq!(missed["ok"], true, "an approval may come from elsewhere");
    for verb in [&["approval", "m4n5p6q7"][..], &["verify"], &["doctor"]] {
        let said = bottega.en(verb);
        assert!(
            said.out.contains("What was approved on this machine holds again once"),
            "{said:?}"
        );
    }
    assert!(!bottega.en(&["verify", "--claimed"]).out.contains("nothing stands in it"));
}
