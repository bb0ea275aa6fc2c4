//! A rule as a sentence of `voice.toml`, in the language of the brand: people read it
//! there, and a model is told it. What a screen says of a rule comes from `i18n` instead.

use crate::domain::Lesson;
use std::sync::LazyLock;
use toml::Table;

static SENTENCES: LazyLock<Table> = LazyLock::new(|| {
    // A test reads every sentence, so a file that is not TOML never gets this far.
    include_str!("../../../assets/learned.toml").parse().unwrap_or_default()
});

/// In English where the brand's language has no sentences of its own.
pub fn sentence(lesson: &Lesson, lang: &str) -> String {
    let of = |lang: &str| SENTENCES.get(lang)?.get(lesson.code())?.as_str();
    let wanted = lang.split(['-', '_']).next().unwrap_or_default();
    let (value, with) = lesson.values();
    of(wanted)
        .or_else(|| of("en"))
        .unwrap_or_default()
        .replace("{ $value }", &value.unwrap_or_default())
        .replace("{ $with }", &with.unwrap_or_default())
}
