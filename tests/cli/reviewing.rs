//! notes, note, and the lists of what is in review: between two people, and two branches.

use crate::Bottega;
use std::process::Command;

const NOTES: &str = "notes/k3f9q7ab";
const BEA: &str = "by = \"Bea Riva <bea@example.org>\"\n";
const ADA: &str = "by = \"Ada Neri <ada@example.org>\"\n";

fn note(bottega: &Bottega, args: &[&str]) {
    let done = bottega.en(&[&["note", "k3f9q7ab"], args].concat());
    assert_eq!(done.code, 0, "{done:?}");
}

#[test]
fn a_note_is_written_read_and_settled_in_both_languages() {
    let bottega = Bottega::sound();
    bottega.write_settings(BEA);
    let quote = ["--kind", "change", "--quote", "La lana torna a casa."];
    note(&bottega, &[&["Da quando?"][..], &quote].concat());
    let [file] = &bottega.files(NOTES)[..] else { panic!("{:?}", bottega.files(NOTES)) };
    let written = bottega.read(&format!("{NOTES}/{file}"));
    let expected = "post = \"k3f9q7ab\"\nat = 2026-11-25T09:00:00Z\n\
         by = \"Bea Riva <bea@example.org>\"\nkind = \"change\"\n\
         quote = \"La lana torna a casa.\"\ntext = \"Da quando?\"\n";
    assert_eq!(written, expected);
    let id = file.trim_end_matches(".toml");
    note(&bottega, &["Da lunedì.", "--reply-to", id]);
    let shown = bottega.en(&["show", "k3f9q7ab", "--json"]).json();
    assert_eq!(
        (&shown["stage"], &shown["review"]["in_review"]),
        (&"in-review".into(), &true.into())
    );
    let said = bottega.it(&["notes", "k3f9q7ab"]);
    for line in ["1 modifica da fare", "◇ Bea Riva chiede una modifica", "«La lana torna a casa.»"]
    {
        assert!(said.out.contains(line), "{line}: {said:?}");
    }
    assert!(said.out.contains("Da lunedì."), "{said:?}");
    note(&bottega, &["--kind", "resolve", "--reply-to", id]);
    let said = bottega.en(&["notes", "k3f9q7ab"]);
    assert!(said.out.contains("Everything is settled"), "{said:?}");
    let json = bottega.en(&["notes", "k3f9q7ab", "--json"]).json();
    assert_eq!(
        (&json["in_review"], json["notes"].as_array().map(Vec::len)),
        (&false.into(), Some(3))
    );
    assert_eq!(json["notes"][1]["point"], id);
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_is_written() {
    let bottega = Bottega::sound();
    let refused = |args: &[&str]| {
        let done = bottega.en(&[&["note", "k3f9q7ab"], args].concat());
        assert_eq!(done.code, 2, "{args:?}: {done:?}");
        done.err
    };
    assert!(refused(&[]).contains("at least a word"));
    assert!(refused(&["Non c'è", "--quote", "Un telaio"]).contains("does not say"));
    assert!(refused(&["Sì", "--reply-to", "00000000"]).contains("No note 00000000"));
    assert!(refused(&["--kind", "resolve"]).contains("answer a note"));
    let elsewhere = refused(&["Ciao", "--channel", "bs"]);
    assert!(elsewhere.contains("does not go out on “bs”"), "{elsewhere}");
    assert!(!bottega.root().join("notes").exists());
}

#[test]
fn each_person_has_a_list_of_what_waits_for_them() {
    let bottega = Bottega::sound();
    bottega.write_settings(ADA);
    note(&bottega, &["--kind", "ask", "--to", "Bea"]);
    let listed = |flag: &str| bottega.en(&["list", flag, "--json"]).json();
    let ids = |flag: &str| -> Vec<String> {
        let posts = listed(flag)["posts"].as_array().expect("posts").clone();
        posts.iter().map(|post| post["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids("--in-review"), ["k3f9q7ab"]);
    // Late, which is everybody's business.
    bottega.write_settings(BEA);
    assert_eq!(ids("--needs-me"), ["k3f9q7ab"]);
    let codes = |posts: &serde_json::Value| -> Vec<String> {
        let needs = posts["posts"][0]["needs"].as_array().expect("reasons").clone();
        needs.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(codes(&listed("--needs-me")), ["review", "late"]);
    let said = bottega.it(&["list", "--needs-me"]);
    assert!(
        said.out.contains("Lancio collezione invernale · da rivedere · in ritardo\n"),
        "{said:?}"
    );
    let said = bottega.it(&["list", "--needs-me", "--plain"]);
    assert!(said.out.contains(", da rivedere, in ritardo\n"), "{said:?}");
    let done = bottega.en(&["list", "--needs-me", "--today", "2026-11-20"]);
    assert!(done.out.contains("Lancio"), "asked of Bea: {done:?}");
    bottega.write_settings(ADA);
    let done = bottega.en(&["list", "--needs-me", "--today", "2026-11-20"]);
    assert!(!done.out.contains("Lancio"), "asked by Ada: {done:?}");
}

#[test]
fn a_broken_note_is_told_with_its_place() {
    let bottega = Bottega::sound();
    bottega.write(&format!("{NOTES}/6t8w2zqc.toml"), "kind = \"veto\"\n");
    let checked = bottega.en(&["check"]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(checked.out.contains("notes/k3f9q7ab/6t8w2zqc.toml:1:8"), "{checked:?}");
    let said = bottega.en(&["notes", "k3f9q7ab"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("6t8w2zqc.toml:1:8"), "{said:?}");
}

#[test]
fn what_is_odd_about_notes_that_can_be_read_is_told() {
    let bottega = Bottega::sound();
    let at = "at = 2026-11-22T10:12:00Z\nkind = \"remark\"\ntext = \"Bene.\"\n";
    let reply = at.replace("remark", "reply");
    bottega.write("notes/senzapost/5t8w2zqc.toml", at);
    bottega.write(&format!("{NOTES}/5t8w2zqc.toml"), &format!("{at}chi = 3\nchannel = \"ig\"\n"));
    bottega.write(&format!("{NOTES}/6t8w2zqc.toml"), &format!("{reply}about = \"00000000\"\n"));
    bottega.write(&format!("{NOTES}/7t8w2zqc.toml"), "at = ieri\n");
    bottega.write(&format!("{NOTES}/8t8w2zqc.toml"), &at.replace("remark", "chang"));
    bottega.write(&format!("{NOTES}/nota.toml"), at);
    let told = [
        ("8t8w2zqc.toml:2:8", "«kind» non può essere «chang»"),
        ("nota.toml:1:1", "«nota» non è un id"),
        ("nota.toml:1:1", "«palinsesto note» per una nota"),
        ("5t8w2zqc.toml:4:1", "«chi»"),
        ("6t8w2zqc.toml:4:9", "una nota che non c’è, 00000000"),
        ("7t8w2zqc.toml:1:6", "at = \"…\""),
    ];
    for said in [bottega.it(&["check"]), bottega.it(&["notes", "k3f9q7ab"])] {
        assert_eq!(said.code, 1, "{said:?}");
        for (place, words) in told {
            let line = said.out.lines().find(|line| line.contains(place));
            assert!(line.is_some(), "{place}: {said:?}");
            assert!(said.out.contains(words), "{words}: {said:?}");
        }
    }
    let checked = bottega.it(&["check"]);
    assert!(checked.out.contains("Note di un post che non c’è: «senzapost»"), "{checked:?}");
    let said = bottega.it(&["notes", "k3f9q7ab"]);
    assert!(said.out.contains("osserva, per Instagram"), "{said:?}");
}

#[test]
fn two_branches_that_each_add_a_note_are_merged_without_a_word() {
    let bottega = Bottega::sound();
    let git = |args: &[&str]| {
        let output = Command::new("git")
            .args(["-c", "user.name=Ada Neri", "-c", "user.email=ada@example.org"])
            .args(args)
            .current_dir(bottega.root())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .output()
            .expect("git runs");
        assert!(output.status.success(), "{args:?}: {output:?}");
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "Inizio"]);
    for (branch, by, words) in [("ada", ADA, "Aggiungo il giorno."), ("bea", BEA, "E il prezzo?")] {
        git(&["switch", "-q", "-c", branch, "main"]);
        bottega.write_settings(by);
        note(&bottega, &[words]);
        git(&["add", "-A"]);
        git(&["commit", "-q", "-m", words]);
    }
    git(&["merge", "-q", "--no-edit", "ada"]);
    let said = bottega.en(&["notes", "k3f9q7ab"]);
    for words in ["Ada Neri remarks", "Aggiungo il giorno.", "Bea Riva remarks", "E il prezzo?"] {
        assert!(said.out.contains(words), "{words}: {said:?}");
    }
    assert_eq!(bottega.files(NOTES).len(), 2);
}

#[test]
fn a_kind_of_note_has_its_word_in_either_language() {
    let bottega = Bottega::sound();
    bottega.write_settings(ADA);
    for kind in ["modifica", "Modifica", "change"] {
        let said = bottega.it(&["note", "k3f9q7ab", "Da quando?", "--kind", kind, "--json"]);
        assert!(said.out.contains("\"change\""), "{said:?}");
    }
    let help = bottega.it(&["note", "--help"]).out;
    assert!(help.contains("revisione, modifica, osservazione, risposta, risoluzione"), "{help}");
    assert_eq!(bottega.en(&["note", "k3f9q7ab", "Da quando?", "--kind", "modifica"]).code, 2);
}
