//! The built-in sheets of `assets/prompts`: one for each task and language, and what all of
//! a language share. Owns the reading of them; a folder's own come with the ask.

use crate::domain::{LayerKind, PromptSheet, Task};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The tasks of a language, in the order of [`Task::ALL`].
macro_rules! tasks {
    ($lang:literal) => {
        [
            include_str!(concat!("../../../assets/prompts/", $lang, "/draft.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/shorten.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/tone.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/translate.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/thread.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/alt_text.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/first_comment.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/hooks.toml")),
            include_str!(concat!("../../../assets/prompts/", $lang, "/reply.toml")),
        ]
    };
}

/// What all the tasks of a language share.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Common {
    pub rules: String,
    /// How a thread is handed over that was made from another one.
    pub thread: String,
    /// What each field of an answer in JSON holds.
    pub json: BTreeMap<String, String>,
    pub label: BTreeMap<String, String>,
    pub angle: BTreeMap<String, String>,
    pub hook: BTreeMap<String, String>,
    pub length: BTreeMap<String, String>,
    pub reason: BTreeMap<String, String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    system: String,
    closing: String,
    layers: Vec<String>,
    #[serde(default)]
    ways: Vec<String>,
    #[serde(default)]
    label: BTreeMap<String, String>,
}

pub struct Language {
    pub tag: &'static str,
    pub common: Common,
    sheets: Vec<PromptSheet>,
}

static LANGUAGES: LazyLock<[Language; 2]> = LazyLock::new(|| {
    let it = include_str!("../../../assets/prompts/it/common.toml");
    let en = include_str!("../../../assets/prompts/en/common.toml");
    [language("it", it, &tasks!("it")), language("en", en, &tasks!("en"))]
});

/// The sheets of a language; English where there are none in it.
pub fn of(lang: &str) -> &'static Language {
    let wanted = lang.split(['-', '_']).next().unwrap_or_default();
    let found = LANGUAGES.iter().find(|language| language.tag == wanted);
    found.unwrap_or(&LANGUAGES[LANGUAGES.len() - 1])
}

impl Language {
    pub fn sheet(&self, task: Task) -> &PromptSheet {
        let at = Task::ALL.iter().position(|own| *own == task).unwrap_or(0);
        &self.sheets[at]
    }
}

/// The files are part of the program and a test reads them all; an empty one only ever
/// stands in for a file that test has refused.
fn language(tag: &'static str, common: &str, tasks: &[&str]) -> Language {
    Language {
        tag,
        common: toml::from_str(common).unwrap_or_default(),
        sheets: tasks.iter().map(|source| sheet(source)).collect(),
    }
}

fn sheet(source: &str) -> PromptSheet {
    let file: File = toml::from_str(source).unwrap_or_default();
    PromptSheet {
        version: file.version.to_string(),
        system: file.system,
        closing: file.closing,
        layers: file.layers.iter().filter_map(|code| LayerKind::from_code(code)).collect(),
        ways: file.ways,
        labels: file.label,
    }
}
