//! keys, config, doctor, and what the settings change.

use crate::Bottega;
use crate::folder::said;
use serde_json::json;

#[test]
fn the_setting_speaks_until_a_flag_does() {
    let bottega = Bottega::sound();
    bottega.write_settings("lang = \"it\"\nplain = true\n");
    let it = said(bottega.command().args(["--today", "2026-11-25", "week"]));
    assert!(it.out.contains("mar 24 nov, 18:30, Instagram, programmato"), "{it:?}");
    let en = said(bottega.command().args(["--today", "2026-11-25", "week", "--lang", "en"]));
    assert!(en.out.contains("Tue 24 Nov, 18:30"), "{en:?}");
    let columns = said(bottega.command().env("PALINSESTO_PLAIN", "0").args([
        "--today",
        "2026-11-25",
        "week",
    ]));
    assert!(columns.out.contains("18:30 « IG"), "{columns:?}");
}

#[test]
fn the_settings_say_where_they_are_and_what_is_wrong() {
    let bottega = Bottega::sound();
    let none = bottega.it(&["config"]);
    assert_eq!(none.code, 0);
    assert!(none.out.starts_with("Nessun file di impostazioni; starebbe in "), "{none:?}");
    bottega.write_settings("theme = 3\n");
    let bad = bottega.en(&["config", "--json"]);
    assert_eq!(bad.code, 1);
    let value = bad.json();
    assert_eq!(value["exists"], json!(true));
    assert_eq!(
        (&value["problems"][0]["line"], &value["problems"][0]["path"]),
        (&json!(1), &json!("config.toml"))
    );
    assert!(bottega.en(&["config"]).out.contains("config.toml:1:"));
}

#[test]
fn the_example_settings_are_settings() {
    let bottega = Bottega::sound();
    let example = bottega.en(&["config", "--example"]).out;
    bottega.write_settings(&example);
    let config = bottega.en(&["config", "--json"]);
    let value = config.json();
    assert_eq!((&value["problems"], &value["key_faults"]), (&json!([]), &json!([])));
    assert_eq!(config.code, 0);
}

#[test]
fn every_key_is_listed_with_its_name_in_both_languages() {
    let bottega = Bottega::sound();
    let (it, en) = (bottega.it(&["keys"]), bottega.en(&["keys"]));
    for said in [&it, &en] {
        assert!(said.out.contains("week.move") && said.out.contains("global.help"), "{said:?}");
    }
    assert_ne!(it.out, en.out);
    let keys = bottega.en(&["keys", "--json"]).json();
    assert!(keys["keys"].as_array().is_some_and(|keys| keys.len() > 50));
    let plain = bottega.en(&["keys", "--plain"]);
    assert!(plain.out.lines().any(|line| line.ends_with(". global.help")), "{plain:?}");
}

#[test]
fn a_key_that_cannot_be_taken_is_said() {
    let bottega = Bottega::sound();
    bottega.write_settings("[keys]\n\"week.fly\" = [\"x\"]\n");
    let said = bottega.it(&["keys"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("week.fly"), "{said:?}");
}

#[test]
fn the_doctor_looks_at_the_folder_too() {
    let said = Bottega::sound().it(&["doctor"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("Fuso orario del brand: Europe/Rome"), "{said:?}");
    for row in [
        "git: ",
        "Dati dei fusi orari: 20",
        "Salvataggio: ",
        "Modifiche fatte altrove: ",
        "Colori: nessuno",
        "Versioni conservate, cestino, testi non salvati: ",
    ] {
        assert!(said.out.contains(&format!("\n{row}")), "{row}: {said:?}");
    }
    assert!(!said.out.contains("escape-time"), "{said:?}");
    let tmux = crate::folder::said(Bottega::sound().command().env("TMUX", "1").arg("doctor"));
    assert!(tmux.out.contains("set -sg escape-time 10"), "{tmux:?}");
    let sick = Bottega::new().en(&["doctor", "--json"]);
    assert_eq!(sick.code, 1);
    let checks = sick.json()["checks"].as_array().expect("checks").clone();
    let posts = checks.iter().find(|check| check["code"] == "posts").expect("posts");
    assert_eq!((&posts["ok"], &posts["value"]), (&json!(false), &json!("4")));
}

#[test]
fn doctor_says_that_nothing_can_be_kept_with_the_whole_path() {
    let bottega = Bottega::sound();
    let state = bottega.root().join("../.local/state");
    std::fs::create_dir_all(state.parent().expect("a folder")).expect("a folder");
    std::fs::write(&state, "").expect("a file where the folder must be");
    let said = bottega.it(&["doctor"]);
    let line = said.out.lines().position(|line| line.starts_with("✗ ")).expect("a fault");
    let advice = said.out.lines().nth(line + 1).expect("what it means");
    assert!(advice.contains("non è al sicuro") && advice.contains(" /"), "{said:?}");
    assert!(!advice.contains("/.local/state/palinsesto/.palinsesto"), "{said:?}");
    assert_eq!(std::fs::read_to_string(&state).expect("untouched"), "");
}

/// As it stands on a list of who may approve.
const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

#[test]
fn doctor_tells_a_key_that_signs_from_one_that_does_not() {
    let bottega = Bottega::sound();
    let home = bottega.root().join("..");
    std::fs::write(home.join("list"), format!("ada@example.org {KEY}\n")).expect("a list");
    std::fs::write(home.join("key"), format!("{KEY}\n")).expect("a key");
    let said = |trust: &str, key: &str, list: &str| {
        bottega.write_settings(&format!(
            "[approval]\ntrust = \"{trust}\"\nallowed_signers = \"~/{list}\"\nkey = \"~/{key}\"\n"
        ));
        bottega.it(&["doctor"]).out
    };
    let good = said("signed", "key", "list");
    assert!(good.contains("\nChiave che firma: /"), "{good}");
    let gone = said("signed", "nokey", "list");
    assert!(gone.contains("\n✗ Chiave che firma: /"), "{gone}");
    assert!(gone.contains("    La chiave non c’è: correggi «key»"), "{gone}");
    // It signs, and so approves nothing, also where nobody asks for a signature.
    assert!(said("ledger", "nokey", "list").contains("\n✗ Chiave che firma: /"));
    let slip = said("firmato", "key", "list");
    assert!(slip.contains("hanno un errore (config.toml:2:9)"), "{slip}");
    assert!(slip.contains("\nChiave che firma: /"), "the key is as good as before: {slip}");
    let untouched = said("touched", "key", "list");
    assert!(untouched.contains("«ssh-keygen -t ed25519-sk»"), "{untouched}");
    bottega.write_settings("[approval]\ntrust = \"signed\"\n");
    let nobody = bottega.it(&["doctor"]).out;
    assert!(nobody.contains("non indicano nessun elenco di chi può approvare"), "{nobody}");
}

#[test]
fn doctor_names_only_those_whose_key_counts_as_who_may_approve() {
    let bottega = Bottega::sound();
    let list = bottega.root().join("../list");
    let said = |text: &str| {
        std::fs::write(&list, text).expect("a list");
        bottega.write_settings("[approval]\ntrust = \"signed\"\nallowed_signers = \"~/list\"\n");
        bottega.it(&["doctor"]).out
    };
    let garbage = said(&format!("ada@example.org {KEY}\ngarb age\n"));
    assert!(garbage.contains("\n✗ Chi può approvare: ada@example.org (/"), "{garbage}");
    assert!(garbage.contains("quindi non conta: /") && garbage.contains("/list:2\n"), "{garbage}");
    let old = format!("nia@example.org valid-before=\"20250101\" {KEY}\n");
    let expired = said(&old);
    assert!(expired.contains("\n✗ Chi può approvare: nia@example.org (scaduta) (/"), "{expired}");
    let both = said(&format!("{old}ada@example.org {KEY}\n"));
    let row = "\nChi può approvare: nia@example.org (scaduta), ada@example.org (/";
    assert!(both.contains(row), "{both}");
}

#[test]
fn doctor_says_what_an_approval_has_to_rest_on_and_who_may_give_one() {
    let bottega = Bottega::sound();
    let usual = bottega.it(&["doctor"]);
    assert!(usual.out.contains("\nApprovazioni: vale il registro"), "{usual:?}");
    assert!(!usual.out.contains("ssh-keygen"), "{usual:?}");
    let list = bottega.root().join("../allowed_signers");
    std::fs::write(&list, format!("ada@example.org,bea@example.org {KEY}\n")).expect("a list");
    let asked = "[approval]\ntrust = \"signed\"\nallowed_signers = \"~/allowed_signers\"\n";
    bottega.write_settings(asked);
    let said = bottega.it(&["doctor"]);
    assert!(said.out.contains("\nApprovazioni: serve una firma SSH"), "{said:?}");
    assert!(said.out.contains("Chi può approvare: ada@example.org, bea@example.org ("), "{said:?}");
    assert!(said.out.contains("\nChiave che firma: –"), "{said:?}");
    std::fs::remove_file(&list).expect("gone");
    let nobody = bottega.it(&["doctor"]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.out.contains("\n✗ Chi può approvare: – ("), "{nobody:?}");
    // A list in the folder, and a slip in the settings: nothing holds.
    let inside = bottega.root().join("signers");
    std::fs::write(&inside, format!("ada@example.org {KEY}\n")).expect("a list");
    bottega.write_settings(&format!("[approval]\nallowed_signers = {inside:?}\n"));
    let void = bottega.it(&["doctor"]);
    assert!(void.out.contains("\n✗ Approvazioni: Qui nessuna approvazione vale: l"), "{void:?}");
    bottega.write_settings("[aproval]\ntrust = \"signed\"\n");
    let slip = bottega.en(&["doctor", "--json"]);
    let checks = slip.json()["checks"].as_array().expect("checks").clone();
    let row = checks.iter().find(|check| check["code"] == "approvals").expect("approvals");
    assert_eq!(row["ok"], json!(false), "{row}");
}

#[test]
fn doctor_names_the_line_from_which_the_ledger_does_not_hold_and_the_way_out() {
    use palinsesto::domain::{ContentHash, Id};
    use palinsesto::gate::{Act, Deed};
    let bottega = Bottega::sound();
    let home = bottega.root().join("../.local/state/palinsesto");
    let root = bottega.root().canonicalize().expect("the folder");
    let id = Id::parse("b7m2x9qe").expect("an id");
    let state = palinsesto::storage::state_dir(&home, &id, &root).expect("a state directory");
    let ledger = palinsesto::storage::LedgerFile::open(&state).expect("a ledger");
    for by in ["Ada", "Bea", "Cleo"] {
        let act = Act {
            deed: Deed::Approve,
            post: Id::parse("m4n5p6q7").expect("an id"),
            hash: ContentHash::of(by.as_bytes()),
            by: by.to_owned(),
            at: "2026-11-25T09:00:00Z".parse().expect("a time"),
            circumstances: None,
        };
        ledger.add(&act).expect("added");
    }
    let sound = bottega.en(&["doctor"]);
    assert!(sound.out.contains("Ledger of approvals: 3 lines, all as they were"), "{sound:?}");
    let file = ledger.path();
    let lines = std::fs::read_to_string(&file).expect("lines");
    let row = |said: &crate::folder::Said| {
        let checks = said.json()["checks"].as_array().expect("checks").clone();
        checks.into_iter().find(|check| check["code"] == "ledger").expect("the ledger")
    };
    let head = file.with_file_name("head");
    let (key, mac) = (file.with_file_name("key"), std::fs::read(&head).expect("a head"));
    std::fs::write(&file, lines.replace("Cleo", "Clea")).expect("touched");
    let said = bottega.en(&["doctor"]);
    assert_eq!(said.code, 1);
    let place = "/ledger/acts.jsonl:3 is not as it was written; the 2 lines before it hold.";
    assert!(said.out.contains("\n✗ Ledger of approvals: ") && said.out.contains(place), "{said:?}");
    assert!(said.out.contains("palinsesto doctor --set-ledger-aside"), "{said:?}");
    let said = bottega.it(&["doctor"]);
    assert!(said.out.contains(":3 è stata cambiata dopo; le 2 righe prima reggono."), "{said:?}");
    std::fs::write(&file, &lines).expect("as it was");
    std::fs::write(&head, "x").expect("touched");
    let end = row(&bottega.en(&["doctor", "--json"]));
    assert!(end["value"].as_str().is_some_and(|value| value.contains(":3 is the last")), "{end}");
    std::fs::write(&head, mac).expect("as it was");
    std::fs::remove_file(key).expect("gone");
    let keyless = row(&bottega.en(&["doctor", "--json"]));
    assert_eq!(keyless["ok"], json!(false), "{keyless}");
    assert!(keyless["value"].as_str().is_some_and(|value| value.contains("/ledger/key is not")));
    // Only tried, and from a pipe: nothing happens.
    let tried = bottega.en(&["doctor", "--set-ledger-aside"]);
    assert_eq!((tried.code, file.with_file_name("set-aside").exists()), (2, false), "{tried:?}");
}
