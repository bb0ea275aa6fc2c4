//! The program itself before a real server: as many suggestions as were asked for, each in
//! its file, and what goes wrong in words.

use crate::folder::{Bottega, Said};
use crate::near::{KEY, address};
use serde_json::json;

/// A profile for the server behind `variable`, with a key from a program.
fn bottega(variable: &str, key: &str, rest: &str) -> Option<Bottega> {
    let root = address(variable, "llama.sh")?;
    let bottega = Bottega::sound();
    bottega.write_settings(&format!(
        "[ai.profiles.vera]\nkind = \"openai\"\nbase_url = \"{root}/v1\"\nmodel = \"tiny\"\n\
         key_command = [\"printf\", \"{key}\"]\n{rest}\n"
    ));
    Some(bottega)
}

fn suggest(bottega: &Bottega, more: &[&str]) -> Said {
    bottega.it(&[&["suggest", "3f4g5h6j", "--profile", "vera"], more].concat())
}

#[test]
fn as_many_suggestions_as_were_asked_for_are_kept_with_their_language() {
    let Some(bottega) = bottega("PALINSESTO_TEST_LLAMA", KEY, "") else { return };
    let said = suggest(&bottega, &["-n", "3", "--language", "en", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    let data = said.json();
    let rows = data["suggestions"].as_array().expect("suggestions");
    assert_eq!((rows.len(), bottega.files("drafts/3f4g5h6j").len()), (3, 3));
    for row in rows {
        assert!(!row["text"].as_str().expect("a text").is_empty(), "{row}");
        assert_eq!((&row["provider"], &row["model"]), (&json!("openai"), &json!("tiny")));
        let file = bottega.read(row["path"].as_str().expect("a path"));
        assert!(file.contains("lang = \"en\""), "{file}");
    }
    // It only knows Italian, and was asked for English.
    let other = |row: &serde_json::Value| row["other_language"] == "it";
    assert!(rows.iter().any(other), "{data}");
}

#[test]
fn a_wrong_key_is_told_and_nothing_is_kept() {
    let Some(bottega) = bottega("PALINSESTO_TEST_LLAMA", "sbagliata", "") else { return };
    let said = suggest(&bottega, &["-n", "1"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
    assert!(said.err.contains("chiave") && !said.err.contains("sbagliata"), "{said:?}");
    assert!(!bottega.root().join("drafts/3f4g5h6j").exists());
}

#[test]
fn an_answer_that_its_length_cuts_is_kept_and_says_so() {
    let rest = "max_tokens = 12\nstructured = \"text\"";
    let Some(bottega) = bottega("PALINSESTO_TEST_LLAMA", KEY, rest) else { return };
    // The random model may end by itself before.
    let said = suggest(&bottega, &["-n", "8"]);
    assert_eq!(said.code, 0, "{said:?}");
    let why = "frammento: tagliato dal limite di lunghezza";
    assert!(said.out.contains(why), "{said:?}");
    assert!(bottega.it(&["show", "3f4g5h6j"]).out.contains(why));
}
