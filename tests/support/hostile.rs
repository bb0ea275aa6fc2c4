//! The texts of `tests/corpus/injection`: what a stranger writes, and what a model that obeys
//! strangers answers.

use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    words: String,
}

/// What a stranger writes, in both languages.
pub fn material() -> Vec<String> {
    read(&[
        include_str!("../corpus/injection/it/material.toml"),
        include_str!("../corpus/injection/en/material.toml"),
    ])
}

/// What a model answers that obeys it.
pub fn answers() -> Vec<String> {
    read(&[
        include_str!("../corpus/injection/it/answers.toml"),
        include_str!("../corpus/injection/en/answers.toml"),
    ])
}

fn read(files: &[&str]) -> Vec<String> {
    let texts = |file: &&str| toml::from_str::<Corpus>(file).expect("the corpus").text;
    files.iter().flat_map(texts).map(|text| text.words).collect()
}

/// What no terminal may be sent as it is: controls, and characters that nobody sees or that
/// turn others round.
pub fn unseen(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}
