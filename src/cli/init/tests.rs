//! `init` with answers typed ahead.

use super::*;
use crate::i18n::Language;
use crate::storage::Folder;
use std::fs;
use std::path::PathBuf;

fn at() -> DateTime<FixedOffset> {
    "2026-11-25T09:00:00+01:00".parse().expect("an instant")
}

struct Tried {
    _dir: tempfile::TempDir,
    place: PathBuf,
    outcome: Outcome,
    said: String,
}

fn tried(language: Language, answers: Option<&str>, before: &[(&str, &str)]) -> Tried {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let place = dir.path().join("bottega-aurora");
    for (path, text) in before {
        fs::create_dir_all(&place).expect("a folder");
        fs::write(place.join(path), text).expect("a file");
    }
    let words = Words::new(language);
    let yes = answers.is_none();
    let init = Init { dir: &place, yes, zone: Some("America/Bogota"), at: at(), words: &words };
    let mut out = Vec::new();
    let mut input = answers.unwrap_or_default().as_bytes();
    let outcome = run(&init, &mut Ids::from_seed(3), &mut input, &mut out).expect("a writer");
    let said = String::from_utf8(out).expect("text");
    Tried { _dir: dir, place, outcome, said }
}

#[test]
fn yes_makes_a_folder_without_a_fault_in_either_language() {
    for language in [Language::Italian, Language::English] {
        let tried = tried(language, None, &[]);
        assert_eq!(tried.outcome, Outcome::Ready(tried.place.clone()), "{}", tried.said);
        let folder = Folder::open(&tried.place).expect("a folder");
        let (workspace, problems) = folder.workspace().expect("a brand");
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(workspace.brand, "Bottega aurora");
        assert_eq!(workspace.zone, chrono_tz::America::Bogota);
        assert_eq!(workspace.languages, [language.tag()]);
        assert_eq!(workspace.channels.len(), 2);
        assert!(workspace.channels.iter().all(|channel| !channel.slots.is_empty()));
        assert_eq!((workspace.voice.tones.len(), workspace.voice.dos.len()), (3, 2));
        let (ideas, problems) = folder.load_folder("ideas", workspace.zone);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(ideas.len(), 1);
        assert!(ideas[0].findings.is_empty(), "{:?}", ideas[0].findings);
        assert!(git::is_repo(&tried.place));
        let ignored = fs::read_to_string(tried.place.join(".gitignore")).expect("a file");
        assert_eq!(ignored, ".palinsesto-*\n");
    }
}

#[test]
fn the_answers_are_what_is_written() {
    let answers = "Lana \"Grezza\" {zone}\nEurope/Rome\nit, en\nig mastodon\n@lana\n\nn\n";
    let tried = tried(Language::Italian, Some(answers), &[]);
    assert_eq!(tried.outcome, Outcome::Ready(tried.place.clone()), "{}", tried.said);
    let folder = Folder::open(&tried.place).expect("a folder");
    let (workspace, _) = folder.workspace().expect("a brand");
    assert_eq!(workspace.brand, "Lana \"Grezza\" {zone}");
    assert_eq!(workspace.languages, ["it", "en"]);
    let accounts: Vec<_> = workspace
        .channels
        .iter()
        .map(|c| (c.key.as_str(), c.network.as_str(), c.account.as_deref()))
        .collect();
    assert_eq!(accounts, [("ig", "instagram", Some("@lana")), ("ma", "mastodon", None)]);
    assert!(!git::is_repo(&tried.place));
}

#[test]
fn an_answer_that_cannot_be_used_is_asked_again_with_the_reason() {
    let answers = "\nEurope/Roma\n\nitalo\n\ninstagran\nig\n\nforse\ns\n";
    let tried = tried(Language::Italian, Some(answers), &[]);
    assert_eq!(tried.outcome, Outcome::Ready(tried.place.clone()), "{}", tried.said);
    assert!(tried.said.contains("Forse Europe/Rome?"), "{}", tried.said);
    assert!(tried.said.contains("Forse instagram?"), "{}", tried.said);
    assert!(tried.said.contains("la sua sigla, come «it»"), "{}", tried.said);
    assert!(tried.said.contains("Rispondi s o n"), "{}", tried.said);
}

#[test]
fn stopping_half_way_writes_nothing() {
    let tried = tried(Language::English, Some("Aurora\nEurope/Rome\n"), &[]);
    assert_eq!(tried.outcome, Outcome::Refused);
    assert!(tried.said.ends_with("nothing was written.\n"), "{}", tried.said);
    assert!(!tried.place.exists());
}

#[test]
fn a_content_folder_is_not_made_twice() {
    let tried = tried(Language::Italian, None, &[("palinsesto.toml", "rotto")]);
    assert_eq!(tried.outcome, Outcome::Refused);
    assert!(tried.said.contains("già una cartella di Palinsesto"), "{}", tried.said);
    assert_eq!(fs::read_dir(&tried.place).expect("a folder").count(), 1);
}

#[test]
fn a_folder_with_something_in_it_needs_a_yes_from_a_person() {
    let before = [("leggimi.txt", "ciao"), (".gitignore", "target\n")];
    let refused = tried(Language::Italian, None, &before);
    assert_eq!(refused.outcome, Outcome::Refused);
    assert_eq!(fs::read_dir(&refused.place).expect("a folder").count(), 2);

    let agreed = tried(Language::Italian, Some("s\n\n\n\n\n\n\n\n"), &before);
    assert_eq!(agreed.outcome, Outcome::Ready(agreed.place.clone()), "{}", agreed.said);
    let ignored = fs::read_to_string(agreed.place.join(".gitignore")).expect("a file");
    assert_eq!(ignored, "target\n");
    assert!(agreed.said.contains("aggiungici la riga .palinsesto-*"), "{}", agreed.said);
}

#[test]
fn a_file_in_the_way_stops_it_before_anything_is_written() {
    let before = [("voice.toml", "# mia")];
    let tried = tried(Language::English, Some("y\n\n\n\n\n\n\n\n"), &before);
    assert_eq!(tried.outcome, Outcome::Refused);
    assert!(tried.said.contains("already has voice.toml"), "{}", tried.said);
    assert_eq!(fs::read_dir(&tried.place).expect("a folder").count(), 1);
}

#[test]
fn a_place_that_cannot_be_written_is_said() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("file"), "").expect("a file");
    let place = dir.path().join("file/cartella");
    let words = Words::new(Language::English);
    let init = Init { dir: &place, yes: true, zone: None, at: at(), words: &words };
    let mut out = Vec::new();
    let outcome = run(&init, &mut Ids::from_seed(3), &mut &b""[..], &mut out).expect("a writer");
    assert_eq!(outcome, Outcome::Refused);
    assert!(!out.is_empty());
}

#[test]
fn a_machine_that_is_nowhere_proposes_rome_to_an_italian() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let proposed = |language: Language, zone: Option<&str>| {
        let words = Words::new(language);
        let init =
            Init { dir: &dir.path().join("nuova"), yes: false, zone, at: at(), words: &words };
        let mut out = Vec::new();
        // It stops at the networks.
        run(&init, &mut Ids::from_seed(3), &mut "\n\n\n".as_bytes(), &mut out).expect("a writer");
        String::from_utf8(out).expect("text")
    };
    for zone in [None, Some("UTC"), Some("Etc/UTC"), Some("Etc/Unknown")] {
        let said = proposed(Language::Italian, zone);
        assert!(said.contains("[Europe/Rome]"), "{zone:?}: {said}");
    }
    assert!(proposed(Language::Italian, Some("Europe/Zurich")).contains("[Europe/Zurich]"));
    assert!(proposed(Language::English, Some("UTC")).contains("[UTC]"));
    let said = proposed(Language::English, None);
    assert!(said.split(['>', '\n']).all(|line| crate::text::width(line) <= 80), "{said}");
}

#[test]
fn answers_are_taken_as_people_write_them_and_said_back() {
    let answers = "\nRoma\nitaliano e inglese\nInstagram, Facebook e LinkedIn\n\n\n\nn\n";
    let tried = tried(Language::Italian, Some(answers), &[]);
    assert_eq!(tried.outcome, Outcome::Ready(tried.place.clone()), "{}", tried.said);
    let folder = Folder::open(&tried.place).expect("a folder");
    let (workspace, _) = folder.workspace().expect("a brand");
    assert_eq!(workspace.zone, chrono_tz::Europe::Rome);
    assert_eq!(workspace.languages, ["it", "en"]);
    let networks: Vec<_> = workspace.channels.iter().map(|c| c.network.as_str()).collect();
    assert_eq!(networks, ["instagram", "facebook", "linkedin"]);
    for said in ["Capito: Europe/Rome", "Capito: it, en"] {
        assert!(tried.said.contains(said), "{}", tried.said);
    }
    assert!(!tried.said.contains("Capito: Instagram"), "{}", tried.said);
}
