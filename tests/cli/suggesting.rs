//! suggest with a slow program behind it, and what `show` says of suggestions afterwards.

use crate::Bottega;
use serde_json::json;
use std::process::{Child, Command, Stdio};

/// What it said has been read by the time it makes the file.
const SLOW: &str = r#"
[ai.profiles.lento]
kind = "command"
command = ["sh", "-c", "cat >/dev/null; printf 'La lana torna a casa. '; sleep 1; : > \"$HOME/began\"; sleep 60"]

[ai.profiles.muto]
kind = "command"
command = ["sh", "-c", "cat >/dev/null; : > \"$HOME/began\"; sleep 60"]

[ai.profiles.rotto]
kind = "command"
command = ["sh", "-c", "cat >/dev/null; printf 'La lana torna a casa. Da dove'; echo finita la carta >&2; exit 3"]
"#;

fn slow(bottega: &Bottega, profile: &str) -> Child {
    bottega.write_settings(SLOW);
    let began = bottega.root().with_file_name("began");
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("palinsesto"));
    let child = command
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", bottega.root().parent().expect("a home"))
        .current_dir(bottega.root())
        .args(["--lang", "it", "suggest", "k3f9q7ab", "--profile", profile])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    while !began.exists() {
        std::thread::yield_now();
    }
    child
}

fn signalled(child: Child, signal: &str) -> (Option<i32>, String) {
    let sent = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()));
    let output = child.wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

/// The files of the post's suggestions besides the one that was there.
fn made(bottega: &Bottega) -> Vec<String> {
    let files = bottega.files("drafts/k3f9q7ab").into_iter();
    let new = files.filter(|name| name != "4t8w2zqc.toml");
    new.map(|name| bottega.read(&format!("drafts/k3f9q7ab/{name}"))).collect()
}

#[test]
fn a_signal_stops_it_and_what_had_arrived_is_kept_as_a_fragment() {
    for (signal, code) in [("INT", 130), ("TERM", 143)] {
        let bottega = Bottega::sound();
        let (ended, said) = signalled(slow(&bottega, "lento"), signal);
        assert_eq!(ended, Some(code), "{said}");
        assert_eq!(
            said,
            "Fermato; quello che era arrivato resta come frammento: palinsesto show k3f9q7ab"
        );
        let made = made(&bottega);
        assert_eq!(made.len(), 1, "one of three was begun: {made:?}");
        assert!(made[0].contains("La lana torna a casa."), "{}", made[0]);
        assert!(made[0].contains("ended = \"stopped\""), "{}", made[0]);
    }
}

#[test]
fn a_signal_before_the_first_word_keeps_nothing() {
    let bottega = Bottega::sound();
    let (ended, said) = signalled(slow(&bottega, "muto"), "INT");
    assert_eq!((ended, said.as_str()), (Some(130), "Fermato; non resta niente"));
    assert_eq!(made(&bottega), [""; 0]);
}

#[test]
fn an_answer_that_breaks_off_is_kept_as_a_fragment_and_said() {
    let bottega = Bottega::sound();
    bottega.write_settings(SLOW);
    let asked = ["suggest", "k3f9q7ab", "--profile", "rotto"];
    let it = bottega.it(&asked);
    assert_eq!(it.code, 2, "{it:?}");
    assert!(it.out.contains("La lana torna a casa. Da dove"), "{it:?}");
    assert!(it.out.contains("(frammento: si è interrotto da solo)"), "{it:?}");
    let kept = "Si è interrotto; quello che era arrivato resta come frammento: palinsesto show";
    assert!(it.err.contains(kept) && it.err.contains("finita la carta"), "{it:?}");
    let files = made(&bottega);
    assert_eq!(files.len(), 1, "the next one is not asked for: {files:?}");
    assert!(files[0].contains("ended = \"broken\""), "{}", files[0]);

    let en = bottega.en(&[&asked[..], &["--json"]].concat());
    assert_eq!(en.code, 2, "{en:?}");
    let one = &en.json()["suggestions"][0];
    assert_eq!((&one["fragment"], &one["ended"]), (&json!(true), &json!("broken")));
    let error: serde_json::Value = serde_json::from_str(&en.err).expect("JSON there, too");
    assert!(error.to_string().contains("finita la carta"), "{en:?}");

    let dry = bottega.it(&[&asked[..], &["--dry-run"]].concat());
    assert_eq!((dry.code, made(&bottega).len()), (2, 2), "{dry:?}");
    assert!(dry.out.contains("Da dove") && !dry.err.contains("resta come"), "{dry:?}");
}

#[test]
fn a_post_lists_its_suggestions_with_what_became_of_them() {
    let bottega = Bottega::sound();
    let decided = |id: &str, decisions: &str| {
        let draft = bottega.read("drafts/k3f9q7ab/4t8w2zqc.toml").replace("4t8w2zqc", id);
        let draft = draft.replace("composer", "openai").replace("\"1\"", "\"grande\"");
        bottega.write(&format!("drafts/k3f9q7ab/{id}.toml"), &format!("{draft}{decisions}"));
    };
    let by = "hash = \"\"\nby = \"Ada Neri <ada@example.org>\"\nat = 2026-11-22T11:00:00Z\n";
    decided(
        "5t8w2zqc",
        &format!("[[decision]]\nverdict = \"rejected\"\nreason = \"salesy\"\n{by}"),
    );
    decided("6t8w2zqc", &format!("[[decision]]\nsentence = 0\nverdict = \"accepted\"\n{by}"));
    let it = bottega.it(&["show", "k3f9q7ab"]).out;
    assert!(it.contains("── compositore interno, non IA · 4t8w2zqc · da valutare\n"), "{it}");
    assert!(
        it.contains("── suggerimento di grande · 5t8w2zqc · scartato (sa di vendita)\n"),
        "{it}"
    );
    assert!(it.contains("· 6t8w2zqc · una frase accettata\n"), "{it}");
    let en = bottega.en(&["show", "k3f9q7ab"]).out;
    assert!(en.contains("· rejected (salesy)\n") && en.contains("· to be decided\n"), "{en}");
    let data = bottega.en(&["show", "k3f9q7ab", "--json"]).json();
    let verdicts: Vec<_> = data["drafts"]
        .as_array()
        .expect("drafts")
        .iter()
        .map(|draft| draft["decisions"][0]["verdict"].clone())
        .collect();
    assert_eq!(json!(verdicts), json!([null, "rejected", "accepted"]));
}

#[test]
fn a_fragment_says_why_it_is_one_and_a_reply_to_whom_it_answers() {
    let bottega = Bottega::sound();
    let draft = bottega.read("drafts/k3f9q7ab/4t8w2zqc.toml");
    for (id, ended) in [("5t8w2zqc", "cut"), ("6t8w2zqc", "stopped"), ("7t8w2zqc", "broken")] {
        let said = draft.replace("[source]\n", &format!("[source]\nended = \"{ended}\"\n"));
        bottega.write(&format!("drafts/k3f9q7ab/{id}.toml"), &said);
    }
    let old = format!("fragment = true\n{draft}");
    bottega.write("drafts/k3f9q7ab/8t8w2zqc.toml", &old);
    let reply = draft.replace("[brief]\n", "[brief]\ntask = \"reply\"\n");
    bottega.write("drafts/k3f9q7ab/9t8w2zqc.toml", &reply);
    let shown = bottega.it(&["show", "k3f9q7ab"]).out;
    for said in [
        "5t8w2zqc · frammento: tagliato dal limite di lunghezza",
        "6t8w2zqc · frammento: fermato prima della fine",
        "7t8w2zqc · frammento: si è interrotto da solo",
        "8t8w2zqc · frammento: si è interrotto da solo",
        "9t8w2zqc · da valutare\n\nin risposta a: «",
    ] {
        assert!(shown.contains(said), "{said:?} is missing from\n{shown}");
    }
    assert!(shown.contains("\nSuggerimenti da valutare: 2\n"), "{shown}");
}

#[test]
fn a_reply_needs_the_words_it_answers() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["suggest", "k3f9q7ab", "--task", "reply"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("A che cosa si risponde?"), "{said:?}");
    assert!(said.err.contains("--topic"), "{said:?}");
}

#[test]
fn a_post_without_a_title_says_that_its_first_line_is_the_topic() {
    let bottega = Bottega::sound();
    let text =
        "id = \"n3n4n5n6\"\nchannels = [\"ig\"]\ntext = \"Dieci rocche di lana.\\nDomani.\"\n";
    bottega.write("ideas/senza.n3n4n5n6.toml", text);
    let asked = ["suggest", "n3n4n5n6", "--profile", "composer", "--dry-run"];
    let said = bottega.it(&asked);
    assert!(said.err.contains("la prima riga: «Dieci rocche di lana."), "{}", said.err);
    let said = bottega.it(&[&asked[..], &["--topic", "rocche"]].concat());
    assert!(!said.err.contains("la prima riga"), "{}", said.err);
}

#[test]
fn a_tone_or_an_audience_that_is_none_of_the_brands_is_refused_with_those_that_are() {
    let bottega = Bottega::sound();
    let asked = |voice: &str, what: [&str; 2]| {
        bottega.write("voice.toml", voice);
        bottega.it(&[&["suggest", "k3f9q7ab", "--dry-run", "-n", "1"][..], &what].concat())
    };
    let voice =
        "[tones]\ncaldo = \"piano\"\nironico = \"breve\"\n[audiences]\nclienti = \"chi torna\"\n";
    let said = asked(voice, ["--tone", "allegro"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("«allegro»") && said.err.contains("caldo, ironico"), "{said:?}");
    let said = asked(voice, ["--audience", "sarti"]);
    assert!(said.code == 2 && said.err.contains("clienti"), "{said:?}");
    assert_eq!(asked(voice, ["--tone", "caldo"]).code, 0);
    // Who has named none takes any.
    assert_eq!(asked("", ["--tone", "allegro"]).code, 0);
}

#[test]
fn the_composer_uses_no_phrase_again_that_a_suggestion_already_has() {
    let bottega = Bottega::sound();
    let asked = ["suggest", "k3f9q7ab", "--profile", "composer", "-n", "1", "--json"];
    let text = || bottega.it(&asked).json()["suggestions"][0]["text"].clone();
    let (first, second) = (text(), text());
    assert!(first.is_string() && first != second, "{first} {second}");
}

#[test]
fn the_composer_says_what_it_lacked_and_what_it_left_out_on_paper_and_in_data() {
    let bottega = Bottega::sound();
    let own = "[channels.bs]\nnetwork = \"bluesky\"\n";
    let brand = bottega.read("palinsesto.toml").replace(own, &format!("{own}limit = 60\n"));
    bottega.write("palinsesto.toml", &brand);
    bottega.write("voice.toml", "hashtags = [\"bottegaaurora\"]\n");
    let asked = ["suggest", "k3f9q7ab", "--channel", "bs", "--dry-run", "-n", "1"];
    let it = bottega.it(&asked).out;
    assert!(it.contains("Che cosa gli è mancato\n→ Fatti: nessuno di quelli che valgono"), "{it}");
    // Nobody chose a tone, so nobody is told of one.
    assert!(!it.contains("→ Tono"), "{it}");
    assert!(it.contains("»: sulla rete non c’era posto"), "{it}");
    let en = bottega.en(&asked).out;
    assert!(en.contains("What it left out\n→ “") && en.contains("no room on the network"), "{en}");
    let said = bottega.en(&[&asked[..], &["--json"]].concat()).json();
    let suggestion = &said["suggestions"][0];
    // A post that went out is an own post, whatever its channel.
    assert_eq!(suggestion["missing"], json!(["facts"]));
    assert_eq!(suggestion["left_out"][0]["why"], "no-room");
    let text = suggestion["text"].as_str().expect("a text");
    let left_out = suggestion["left_out"][0]["text"].as_str().expect("a sentence");
    assert!(!left_out.is_empty() && !text.contains(left_out), "{said}");
    let prompt = bottega.en(&[&asked[..], &["--prompt", "--json"]].concat()).json();
    assert_eq!(prompt["missing"], suggestion["missing"]);
}

#[test]
fn a_translation_asked_for_as_a_new_post_says_which_and_writes_no_post() {
    let bottega = Bottega::sound();
    bottega.write_settings(
        "[ai.profiles.eco]\nkind = \"command\"\n\
         command = [\"sh\", \"-c\", \"cat >/dev/null; echo 'Wool is home again.'\"]\n",
    );
    let eco = ["suggest", "k3f9q7ab", "--profile", "eco", "-n", "1", "--new-post"];
    let refused = bottega.it(&eco);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("Solo una traduzione può diventare"), "{refused:?}");
    let translate = [&eco[..], &["--task", "translate", "--language", "en", "--json"]].concat();
    let said = bottega.en(&translate).json();
    let new = said["suggestions"][0]["new_post"].as_str().expect("an id");
    assert_eq!(new.len(), 8);
    assert_eq!(bottega.files("posts/2026/W48").len(), 1);
    let path = said["suggestions"][0]["path"].as_str().expect("a path");
    let file = bottega.read(path);
    assert!(file.contains(&format!("new_post = \"{new}\"")), "{file}");
    // What a person takes of it in the panes becomes this.
    bottega.write(
        &format!("posts/2026/W48/lancio-en.{new}.toml"),
        &format!(
            "id = \"{new}\"\ntitle = \"Lancio\"\nlang = \"en\"\n\n[[origin]]\n\
             draft = \"k3f9q7ab/4t8w2zqc\"\ndecision = \"accepted\"\n\
             at = 2026-11-22T10:12:00Z\nby = \"Ada\"\n"
        ),
    );
    let shown = bottega.it(&["show", new]).out;
    assert!(shown.contains("Traduzione di") && shown.contains("k3f9q7ab"), "{shown}");
    let data = bottega.en(&["show", new, "--json"]).json();
    assert_eq!(data["translation_of"], "k3f9q7ab");
    assert_eq!(bottega.en(&["show", "k3f9q7ab", "--json"]).json()["translation_of"], json!(null));
}

/// A program that answers whatever it is asked with these words.
fn echo(bottega: &Bottega, words: &str) {
    bottega.write_settings(&format!(
        "[ai.profiles.eco]\nkind = \"command\"\n\
         command = [\"sh\", \"-c\", \"cat >/dev/null; echo '{words}'\"]\n"
    ));
}

#[test]
fn another_language_and_too_great_a_length_are_said_of_a_suggestion() {
    let bottega = Bottega::sound();
    let long = "The wool is back in the shop and it has a border of its own. ".repeat(6);
    echo(&bottega, &long);
    let asked = ["suggest", "k3f9q7ab", "--profile", "eco", "--channel", "bs", "-n", "1"];
    let it = bottega.it(&asked).out;
    assert!(it.contains("! è in inglese, ma era stato chiesto in italiano\n"), "{it}");
    assert!(it.contains("! Bluesky: testo troppo lungo di "), "{it}");
    let en = bottega.en(&["show", "k3f9q7ab"]).out;
    assert!(en.contains("! in English, though Italian was asked for\n"), "{en}");
    assert!(en.contains("! Bluesky: "), "{en}");
    let data = bottega.en(&[&asked[..], &["--json", "--dry-run"]].concat()).json();
    let one = &data["suggestions"][0];
    assert_eq!((&one["other_language"], &one["too_long"]), (&json!("en"), &json!(true)));

    echo(&bottega, "La lana è tornata in bottega, con un filo di lana grezza e una sciarpa.");
    let it = bottega.it(&asked).out;
    assert!(!it.contains("! "), "{it}");
    let data = bottega.en(&[&asked[..], &["--json", "--dry-run"]].concat()).json();
    let one = &data["suggestions"][0];
    assert_eq!((&one["other_language"], &one["too_long"]), (&json!(null), &json!(false)));
}

#[test]
fn the_help_says_what_the_word_of_each_task_means() {
    let bottega = Bottega::sound();
    let words = |said: String| said.split_whitespace().collect::<Vec<_>>().join(" ");
    let help = words(bottega.it(&["suggest", "--help"]).out);
    assert!(
        help.contains("shorten (accorciare), tone (cambiare tono), translate (tradurre)"),
        "{help}"
    );
    let help = words(bottega.en(&["suggest", "--help"]).out);
    assert!(help.contains("hooks (first lines), reply (replies)"), "{help}");
}
