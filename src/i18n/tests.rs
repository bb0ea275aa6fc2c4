use super::*;
use fluent_syntax::ast::{self, Entry};
use std::collections::{BTreeMap, BTreeSet};

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
    let unused: Vec<String> = messages(EN)
        .into_keys()
        .filter(|key| {
            let function = format!(".{}(", key.replace('-', "_"));
            let data = key.starts_with("type-") || keymap.contains(key.as_str());
            !data && !code.contains(&function) && !code.contains(&format!("\"{key}\""))
        })
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
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
