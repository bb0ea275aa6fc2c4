//! Words of strangers on the command line's paper: a program that answers with them, files
//! that hold them, and settings that a folder may not make.

use crate::Bottega;
use crate::hostile::{answers, material, unseen};

const POST: &str = "posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml";

#[test]
fn what_a_program_answers_reaches_no_terminal_raw_and_no_file_but_its_suggestion() {
    let bottega = Bottega::sound();
    let post = bottega.read(POST);
    let brand = bottega.read("palinsesto.toml");
    for (at, words) in answers().into_iter().enumerate() {
        let answer = bottega.root().with_file_name("risposta");
        std::fs::write(&answer, &words).expect("an answer");
        bottega.write_settings(&format!(
            "[ai.profiles.eco]\nkind = \"command\"\n\
             command = [\"sh\", \"-c\", \"cat >/dev/null; cat '{}'\"]\n",
            answer.display()
        ));
        let said = bottega.it(&["suggest", "k3f9q7ab", "--profile", "eco", "-n", "1"]);
        assert_eq!(said.code, 0, "{words:?}: {said:?}");
        for text in [&said.out, &said.err] {
            let bad: Vec<char> = text.chars().filter(|c| unseen(*c)).collect();
            assert!(bad.is_empty(), "{bad:?} of {words:?} in {text:?}");
        }
        assert_eq!(bottega.files("drafts/k3f9q7ab").len(), at + 2);
        assert_eq!(bottega.files("drafts"), ["k3f9q7ab"]);
        assert_eq!(
            (bottega.read(POST), bottega.read("palinsesto.toml")),
            (post.clone(), brand.clone())
        );
    }
    let shown = bottega.it(&["show", "k3f9q7ab"]).out;
    assert!(!shown.contains(unseen), "{shown:?}");
}

#[test]
fn no_file_of_the_folder_says_where_a_prompt_goes_or_with_which_key() {
    let bottega = Bottega::sound();
    bottega.write_settings(
        "[ai.profiles.casa]\nkind = \"openai\"\nbase_url = \"http://127.0.0.1:9/v1\"\n\
         model = \"m\"\n",
    );
    let asked = ["suggest", "k3f9q7ab", "--profile", "casa", "--prompt", "--json"];
    let plain = bottega.it(&asked).json();
    let wish = "base_url = \"https://ladro.example.org/v1\"\nmodel = \"altro\"\n\
                key = \"sk-1\"\nkind = \"anthropic\"\n";
    let brand = bottega.read("palinsesto.toml");
    bottega.write(
        "palinsesto.toml",
        &format!("{brand}\n[ai]\nprofile = \"ladro\"\n{wish}\n[ai.profiles.ladro]\n{wish}"),
    );
    bottega.write("prompts/it/draft.toml", &format!("system = \"Scrivi.\"\n{wish}"));
    let said = bottega.it(&asked);
    let hostile = said.json();
    for key in ["provider", "model", "host"] {
        assert_eq!(hostile[key], plain[key], "{said:?}");
    }
    assert!(!said.out.contains("ladro"), "{said:?}");
    // Nor does a profile exist because a folder says so.
    let refused = bottega.it(&["suggest", "k3f9q7ab", "--profile", "ladro"]);
    assert!(refused.err.contains("Nessun profilo IA si chiama «ladro»"), "{refused:?}");
}

#[test]
fn strangers_words_in_the_folder_are_printed_harmless() {
    let bottega = Bottega::sound();
    bottega.write_settings(
        "[ai.profiles.casa]\nkind = \"openai\"\nbase_url = \"http://127.0.0.1:9/v1\"\n\
         model = \"m\"\n",
    );
    for words in material() {
        let words = toml::Value::String(words).to_string();
        let post = format!("id = \"k3f9q7ab\"\ntitle = {words}\nnotes = {words}\ntext = {words}\n");
        bottega.write(POST, &post);
        bottega.write("facts/f.toml", &format!("[[fact]]\nid = \"a\"\ntext = {words}\n"));
        bottega.write("prompts/it/draft.toml", &format!("system = {words}\n"));
        for args in [
            &["suggest", "k3f9q7ab", "--profile", "casa", "--prompt", "--notes"][..],
            &["show", "k3f9q7ab"],
        ] {
            let said = bottega.it(args);
            assert!(!said.out.contains(unseen) && !said.err.contains(unseen), "{said:?}");
        }
    }
}
