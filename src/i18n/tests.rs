use super::*;
use fluent_syntax::ast::{self, Entry};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Key → the arguments its message uses.
fn messages(sources: &[(&str, &str)]) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for (_, source) in sources {
        let resource = fluent_syntax::parser::parse(*source).expect("a valid ftl file");
        for entry in &resource.body {
            let Entry::Message(ast::Message { id, value: Some(_), .. }) = entry else { continue };
            // The debug form names every variable reference, at whatever depth.
            let debug = format!("{entry:?}");
            let args = debug
                .split("VariableReference { id: Identifier { name: \"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(str::to_owned)
                .collect();
            let twice = found.insert(id.name.to_owned(), args);
            assert!(twice.is_none(), "{} is defined twice", id.name);
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    let (en, it) = (messages(EN), messages(IT));
    assert_eq!(en, it);
    assert!(en.len() > 100);
}

#[test]
fn every_message_is_spoken_somewhere() {
    let mut code = String::new();
    read_all(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut code);
    let keymap = include_str!("../../assets/keymap.toml");
    let spoken = spoken(&code);
    let unused: Vec<String> = messages(EN)
        .into_keys()
        .filter(|key| !key.starts_with("type-") && !keymap.contains(key.as_str()))
        .filter(|key| {
            !spoken.contains(key.replace('-', "_").as_str()) && !spoken.contains(key.as_str())
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

/// The names that are called on something or handed on to be called there, and the keys that
/// stand as a text.
fn spoken(code: &str) -> HashSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut spoken = HashSet::new();
    let mut rest = code;
    while let Some(start) = rest.find(is_name) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_name(c)).unwrap_or(from.len());
        let (name, after) = from.split_at(end);
        let around = (before.chars().next_back(), after.chars().next());
        if matches!(
            around,
            (Some('.'), Some('(')) | (Some(':'), Some(')')) | (Some('"'), Some('"'))
        ) {
            spoken.insert(name);
        }
        rest = after;
    }
    spoken
}

fn read_all(folder: &std::path::Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_all(&path, out);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            // Calls broken over lines by the formatter are still calls.
            let text = std::fs::read_to_string(&path).expect("a source file");
            out.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" .", "."));
        }
    }
}

#[test]
fn weeks_read_naturally_in_both_languages() {
    let day = |text: &str| text.parse().expect("a date");
    let it = Words::new(Language::Italian);
    let en = Words::new(Language::English);
    assert_eq!(it.range(day("2026-11-23"), day("2026-11-29")), "23–29 novembre 2026");
    assert_eq!(en.range(day("2026-11-30"), day("2026-12-06")), "30 November – 6 December 2026");
    assert_eq!(it.day_long(day("2026-11-24")), "martedì 24 novembre 2026");
    assert_eq!(it.number(2200), "2.200");
    assert_eq!(en.number(1_234_567), "1,234,567");
}

#[test]
fn no_message_hides_invisible_marks() {
    for language in [Language::English, Language::Italian] {
        let words = Words::new(language);
        let said = words.finding_misfiled("posts/2026/W48");
        assert!(said.contains("posts/2026/W48"));
        assert!(!said.contains('\u{2068}'));
    }
}

/// Messages in which a key is not one of the table's: a key's own name, how keys are spelled
/// in the settings, the letters of an id, the answers of a question on the command line, a
/// terminal's `Esc`.
const NOT_FROM_THE_TABLE: [&str; 9] = [
    "key-name-enter",
    "key-name-space",
    "key-name-delete",
    "key-fault-no-key",
    "next-id",
    "init-yes",
    "init-no",
    "init-bad-yes-no",
    "cli-doctor-tmux",
];

/// The words of a text that are the name of a key. Letters that are words of the language
/// are told from keys by what stands before them.
fn keys_named(text: &str, language: Language) -> Vec<String> {
    let (words, press) = match language {
        Language::English => ("aAI", "press"),
        Language::Italian => ("aeioèAEIOÈ", "premi"),
    };
    let names = "⏎ Esc Tab Backspace Enter Invio Space Spazio Canc Home PgUp PgDn";
    let mut before = "";
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c| ".,;:()".contains(c));
        let one = bare.chars().count() == 1 && bare.chars().all(|c| c.is_ascii_alphabetic());
        let pressed = before.eq_ignore_ascii_case(press);
        let chord = ["C-", "M-", "S-"].iter().any(|held| bare.starts_with(held));
        let function = bare.strip_prefix('F').is_some_and(|n| n.parse::<u8>().is_ok());
        let unit = before.ends_with(|c: char| c.is_ascii_digit());
        let letter = one && !unit && (pressed || !words.contains(bare));
        if letter || chord || function || word == "?" || names.split(' ').any(|n| n == bare) {
            found.push(bare.to_owned());
        }
        before = bare;
    }
    found
}

#[test]
fn no_sentence_names_a_key_by_hand() {
    let mut found = Vec::new();
    for (language, messages) in [(Language::English, EN), (Language::Italian, IT)] {
        for (key, source) in messages {
            if NOT_FROM_THE_TABLE.contains(key) {
                continue;
            }
            // What is filled in, quoted, or the choice of a plural is no key by hand.
            let mut said = String::new();
            let mut depth = 0;
            for c in source.split_once('=').map_or("", |(_, text)| text).chars() {
                match c {
                    '{' | '«' | '“' | '"' | '[' => depth += 1,
                    '}' | '»' | '”' | ']' => {
                        depth -= 1;
                        said.push('0');
                    }
                    _ if depth <= 0 => said.push(c),
                    _ => {}
                }
            }
            let named = keys_named(&said, language);
            if !named.is_empty() {
                found.push(format!("{key} names {named:?}"));
            }
        }
    }
    assert!(found.is_empty(), "the key table may say otherwise: {found:#?}");
}

#[test]
fn a_key_named_by_hand_is_found_and_an_article_is_not() {
    let en = |text| keys_named(text, Language::English);
    let it = |text| keys_named(text, Language::Italian);
    assert_eq!(en("There is no post here: n makes one"), ["n"]);
    assert_eq!(en("Press a to ask, C-s to save, Esc to leave."), ["a", "C-s", "Esc"]);
    assert_eq!(it("Premi e per aprirlo · F1 aiuto · ⏎ apre"), ["e", "F1", "⏎"]);
    assert!(en("A post is text").is_empty() && it("scrivi e poi vai a casa").is_empty());
}

#[test]
fn sentences_name_the_keys_that_are_in_force() {
    use crate::vocab::{Action, KeyRow, Scope, Stroke, Why};
    let row = |action, key: Option<&str>| KeyRow {
        scope: Scope::Week,
        action,
        stroke: key.and_then(Stroke::parse),
        say: "key-new".into(),
    };
    let keys = vec![row(Action::New, Some("M-n")), row(Action::Toggle, Some("Space"))];
    let it = Words::new(Language::Italian).with_keys(keys, false);
    assert!(it.why(Why::NoPostHere).contains("premi M-n"), "{}", it.why(Why::NoPostHere));
    assert!(it.why(Why::TooManySuggestions).contains("Premi Spazio"));
    let none = vec![row(Action::New, None), row(Action::Palette, Some(":"))];
    let en = Words::new(Language::English).with_keys(none, false);
    assert!(en.why(Why::NoPostHere).contains("press : new"), "what has no key is in the palette");
}

#[test]
fn a_refusal_says_whose_fault_it_is_and_never_to_do_again_what_was_just_done() {
    use crate::domain::{Failure, Unreachable, Unusable};
    let server = |status| Failure::AiServer { status, message: "oh".into() };
    let host = || "ia.example.org".to_owned();
    for language in [Language::Italian, Language::English] {
        let words = Words::new(language).without_screen();
        let told = |failure: &Failure| words.failure(failure);
        let sentences: BTreeSet<String> =
            [400, 404, 500, 503].map(|status| told(&server(status)).sentence).into();
        assert_eq!(sentences.len(), 4, "{sentences:?}");
        assert!(sentences.iter().all(|said| said.ends_with(": oh")), "{sentences:?}");
        assert!(told(&server(404)).next.contains("base_url"));
        assert_eq!(told(&server(500)).next, told(&server(503)).next);
        assert_ne!(told(&server(500)).next, told(&server(400)).next);
        for failure in [
            server(400),
            server(402),
            server(404),
            server(500),
            Failure::AiServer { status: 502, message: String::new() },
            Failure::AiUnreachable { host: host(), why: Unreachable::Refused },
            Failure::AiUnreachable { host: host(), why: Unreachable::Timeout },
            Failure::AiNoModel { model: "grande".into() },
            Failure::AiSilent { seconds: 30 },
            Failure::AiTooSlow { seconds: 180 },
            Failure::AiTooMuch { limit_bytes: 1024 },
            Failure::AiUnusable { why: Unusable::NotAnAnswer },
        ] {
            let next = told(&failure).next;
            assert!(!next.is_empty() && !next.contains("ai test"), "{failure:?}: {next}");
        }
    }
}
