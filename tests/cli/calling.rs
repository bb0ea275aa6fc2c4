//! Help, errors, `-C`, pipes, completions, the manual page.

use crate::Bottega;
use std::process::{Command, Stdio};

const VERBS: [&str; 20] = [
    "week",
    "list",
    "show",
    "origin",
    "next",
    "due",
    "search",
    "check",
    "count",
    "keys",
    "config",
    "doctor",
    "init",
    "demo",
    "new",
    "move",
    "schema",
    "suggest",
    "completions",
    "man",
];

/// What clap says by itself, which nobody should ever read here.
const CLAPS_OWN: [&str; 7] = [
    "Usage: palinsesto [OPTIONS] [COMMAND]\n\nCommands",
    "error:",
    "For more information",
    "tip:",
    "Print help",
    "possible values",
    "default:",
];

#[test]
fn the_help_of_every_verb_is_in_the_language_asked_for() {
    let bottega = Bottega::sound();
    for verb in VERBS {
        let it = bottega.it(&[verb, "--help"]);
        assert_eq!(it.code, 0, "{verb}");
        assert!(
            it.out.contains("\nUso: palinsesto ") && it.out.contains("\nOpzioni:"),
            "{}",
            it.out
        );
        for word in ["Usage", "Options", "Arguments", "Print", "values"] {
            assert!(!it.out.contains(word), "{verb} says {word}: {}", it.out);
        }
        let en = bottega.en(&[verb, "-h"]);
        assert!(
            en.out.contains("\nUsage: palinsesto ") && en.out.contains("\nOptions:"),
            "{}",
            en.out
        );
        assert!(!en.out.contains("Opzioni"), "{}", en.out);
    }
    let root = bottega.it(&["--help"]);
    assert!(VERBS.iter().all(|verb| root.out.contains(&format!("\n  {verb}"))), "{}", root.out);
}

#[test]
fn what_was_typed_wrong_is_told_in_the_language_asked_for() {
    let bottega = Bottega::sound();
    let cases: [(&[&str], &str, &str); 7] = [
        (&["wek"], "Non c’è un comando «wek»", "There is no command “wek”"),
        (&["week", "--jsn"], "Qui non c’è un’opzione «--jsn»", "There is no option “--jsn” here"),
        (
            &["show"],
            "Manca POST\nVedi «palinsesto show --help»",
            "POST is missing\nSee “palinsesto show --help”",
        ),
        (
            &["new"],
            "Manca TITOLO\nVedi «palinsesto new --help»",
            "TITLE is missing\nSee “palinsesto new --help”",
        ),
        (&["next", "zero"], "non può essere «zero»", "cannot be “zero”"),
        (&["list", "--stage"], "vuole un valore", "needs a value"),
        (&["list", "extra"], "«extra»", "“extra”"),
    ];
    for (args, it, en) in cases {
        for (said, expected) in [(bottega.it(args), it), (bottega.en(args), en)] {
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
            assert!(said.err.contains(expected), "{args:?}: {}", said.err);
            assert_eq!(said.err.lines().count(), 2, "a sentence and a next step: {}", said.err);
            assert!(CLAPS_OWN.iter().all(|own| !said.err.contains(own)), "{}", said.err);
        }
    }
    assert!(bottega.it(&["wek"]).err.ends_with("Intendevi «week»?\n"));
}

#[test]
fn hostile_arguments_reach_nobody_raw() {
    let said = Bottega::sound().en(&["show", "\u{1b}[31mrosso\u{202e}"]);
    assert!(!said.err.contains(['\u{1b}', '\u{202e}']), "{said:?}");
}

#[test]
fn the_folder_is_looked_for_upwards_and_from_where_c_points() {
    let bottega = Bottega::sound();
    let here = bottega.it(&["week"]);
    assert_eq!(bottega.it(&["-C", "posts/2026", "week"]).out, here.out);
    let nowhere = bottega.it(&["-C", "/", "week"]);
    assert_eq!(nowhere.code, 2);
    assert!(
        nowhere.err.contains("Crea una cartella di contenuti con «palinsesto init»"),
        "{nowhere:?}"
    );
    let missing = bottega.en(&["-C", "altrove", "week"]);
    assert!(missing.err.contains("altrove is not a folder"), "{missing:?}");
}

#[test]
fn a_brand_file_that_cannot_be_read_says_where() {
    let bottega = Bottega::sound();
    let text = bottega.read("palinsesto.toml").replace("Europe/Rome", "Europe/Roma");
    bottega.write("palinsesto.toml", &text);
    let said = bottega.it(&["week"]);
    assert_eq!(said.code, 2);
    assert!(said.err.starts_with("palinsesto: palinsesto.toml:6:"), "{said:?}");
    assert!(said.err.contains("Intendevi «Europe/Rome»?"), "{said:?}");
}

#[test]
fn a_bad_clock_is_refused() {
    let said = Bottega::sound().it(&["--today", "domani", "week"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--today non può essere «domani»"), "{said:?}");
}

#[test]
fn a_reader_that_has_had_enough_ends_it_quietly() {
    let bottega = Bottega::sound();
    for i in 0..400 {
        let id = format!("z{i:07}");
        bottega.write(
            &format!("ideas/i.{id}.toml"),
            &format!("id = \"{id}\"\ntitle = \"{}\"\n", "lana ".repeat(60)),
        );
    }
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("palinsesto"))
        .args(["list", "--lang", "en"])
        .current_dir(bottega.root())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // Nobody reads any more.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn completions_know_the_verbs_in_every_shell() {
    let bottega = Bottega::sound();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = bottega.it(&["completions", shell]);
        assert_eq!(said.code, 0, "{shell}");
        let missing: Vec<_> = VERBS.iter().filter(|verb| !said.out.contains(**verb)).collect();
        assert!(missing.is_empty(), "{shell} does not know {missing:?}");
    }
    assert!(bottega.en(&["completions", "tcsh"]).err.contains("It can be: bash, zsh, fish"));
}

#[test]
fn the_manual_page_speaks_the_language_of_the_run() {
    let bottega = Bottega::sound();
    let page = bottega.it(&["man"]).out;
    assert!(page.contains("Mostra il piano di una settimana"));
    assert!(VERBS.iter().all(|verb| page.contains(&format!("palinsesto\\-{verb}"))), "{page}");
    assert!(bottega.en(&["man", "week"]).out.contains("Show the plan of a week"));
    assert_eq!(bottega.en(&["man", "wek"]).code, 2);
}

#[test]
fn the_version_is_printed() {
    let said = Bottega::sound().en(&["--version"]);
    assert_eq!(said.out, format!("palinsesto {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn with_json_what_went_wrong_is_data_too() {
    let bottega = Bottega::sound();
    let cases: [(&[&str], &str); 3] = [
        (&["show", "zzzzzzzz", "--json"], "refused"),
        (&["wek", "--json"], "usage"),
        (&["move", "k3f9q7ab", "ieri", "--json"], "refused"),
    ];
    for (args, code) in cases {
        let said = bottega.it(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        let error: serde_json::Value = serde_json::from_str(&said.err).expect("JSON");
        assert_eq!((&error["format"], &error["error"]["code"]), (&1.into(), &code.into()));
        for part in ["message", "next"] {
            assert!(error["error"][part].as_str().is_some_and(|said| !said.is_empty()), "{error}");
        }
    }
    bottega.write("palinsesto.toml", "format = \n");
    let said = bottega.it(&["week", "--json"]);
    assert!(said.err.contains("\"code\":\"syntax\""), "{said:?}");
}

#[test]
fn an_option_without_its_value_points_to_the_help_of_the_verb() {
    let bottega = Bottega::sound();
    for (arguments, help) in [
        (vec!["verify", "--base"], "palinsesto verify --help"),
        (vec!["list", "--label"], "palinsesto list --help"),
        (vec!["--today"], "palinsesto --help"),
    ] {
        let said = bottega.en(&arguments);
        assert_eq!(said.code, 2);
        assert!(said.err.contains(help), "{said:?}");
    }
}
