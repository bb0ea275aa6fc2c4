//! The sentences of `assets/composer`, by language, angle, role and mood.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const IT: &str = include_str!("../../../assets/composer/it.toml");
const EN: &str = include_str!("../../../assets/composer/en.toml");

/// Mood to sentences; `any` suits every mood.
pub type ByMood = BTreeMap<String, Vec<String>>;

#[derive(Debug, Deserialize)]
pub struct Sheet {
    #[serde(skip)]
    pub lang: &'static str,
    /// Mood to the beginnings of words that name it in a tone.
    pub moods: BTreeMap<String, Vec<String>>,
    /// Instructions it understands, to the words they are given in.
    pub instructions: BTreeMap<String, Vec<String>>,
    /// Angle, or `shared`, to role to sentences.
    #[serde(flatten)]
    angles: BTreeMap<String, BTreeMap<String, ByMood>>,
}

static SHEETS: LazyLock<[Sheet; 2]> = LazyLock::new(|| [sheet("it", IT), sheet("en", EN)]);

/// The sheet for a language tag; English where there is none.
pub fn of(lang: &str) -> &'static Sheet {
    let wanted = lang.split(['-', '_']).next().unwrap_or_default();
    SHEETS.iter().find(|sheet| sheet.lang == wanted).unwrap_or(&SHEETS[1])
}

impl Sheet {
    /// Sentences for a role, those of the mood before those for any.
    pub fn sentences(&self, angle: &str, role: &str, mood: &str) -> [&[String]; 2] {
        let by_mood = self.angles.get(angle).and_then(|roles| roles.get(role));
        let special = if mood == "any" { "" } else { mood };
        [special, "any"]
            .map(|mood| by_mood.and_then(|all| all.get(mood)).map_or(&[][..], Vec::as_slice))
    }

    /// Every sentence, for the tests that read them all.
    #[cfg(test)]
    pub fn all(&self) -> Vec<&str> {
        let roles = self.angles.values().flat_map(BTreeMap::values);
        roles.flat_map(BTreeMap::values).flatten().map(String::as_str).collect()
    }
}

/// The sheets are part of the program and a test reads both.
fn sheet(lang: &'static str, source: &str) -> Sheet {
    let empty = || Sheet {
        lang,
        moods: BTreeMap::new(),
        instructions: BTreeMap::new(),
        angles: BTreeMap::new(),
    };
    toml::from_str(source).map_or_else(|_| empty(), |sheet| Sheet { lang, ..sheet })
}
