//! The demo in one of the two languages. The Italian one is the whole of `assets/demo/`;
//! in the English one about half of the posts, and everything the shop says of itself,
//! come from `assets/demo-en/`, and the keys have English names.
//!
//! Pure: which file stands where and what it says, never a day.

use super::files::{ENGLISH, FILES, File};
use crate::i18n::Language;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub struct Edition {
    pub language: Language,
    files: Vec<File>,
    /// Italian keys and what they are called here.
    keys: BTreeMap<String, String>,
}

impl Edition {
    pub fn new(language: Language) -> Self {
        if language == Language::Italian {
            return Self { language, files: FILES.to_vec(), keys: BTreeMap::new() };
        }
        let own: BTreeSet<&str> = ENGLISH.iter().map(|(path, _)| identity(path)).collect();
        let kept = FILES.iter().filter(|(path, _)| !own.contains(identity(path)));
        let files = kept.chain(ENGLISH).copied().collect();
        // The table is part of the program, and a test reads it.
        let keys = toml::from_str(include_str!("../../../assets/demo-keys.toml"));
        Self { language, files, keys: keys.unwrap_or_default() }
    }

    pub fn paths(&self) -> impl Iterator<Item = &'static str> {
        self.files.iter().map(|(path, _)| *path)
    }

    /// Every file with its bytes, a text with its keys renamed.
    pub fn files(&self) -> impl Iterator<Item = (&'static str, Cow<'static, [u8]>)> {
        self.files.iter().map(|&(path, bytes)| {
            let text = std::str::from_utf8(bytes).ok().filter(|_| path != "gitignore");
            let renamed = text.filter(|_| !self.keys.is_empty()).map(|text| self.renamed(text));
            (path, renamed.map_or(Cow::Borrowed(bytes), |text| Cow::Owned(text.into_bytes())))
        })
    }

    fn renamed(&self, text: &str) -> String {
        let line = |line: &str| {
            let name = line.split(' ').next().unwrap_or_default();
            // One post holds a key misspelt on purpose.
            if !["pillar", "campaign", "campain", "labels"].contains(&name) {
                return line.to_owned();
            }
            let word = |word: &str| self.keys.get(word).cloned().unwrap_or_else(|| word.to_owned());
            line.split('"').map(word).collect::<Vec<_>>().join("\"")
        };
        text.split('\n').map(line).collect::<Vec<_>>().join("\n")
    }
}

/// What makes two files one in two languages: a post's id, else its whole path.
fn identity(path: &str) -> &str {
    match path.split_once('.') {
        Some((_, id)) if path.starts_with("posts/") || path.starts_with("ideas/") => id,
        _ => path,
    }
}
