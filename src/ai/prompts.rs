//! The words a model receives: standing instructions, then the ask as labelled data.
//!
//! Whatever comes from the folder stands in the user part on lines that begin with
//! `| `, so that no text can pass for an instruction. Nothing is added that the ask
//! does not hold.

use super::Ask;
use crate::domain::Form;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

const IT: &str = include_str!("../../assets/prompts/it.toml");
const EN: &str = include_str!("../../assets/prompts/en.toml");

/// Most of each kind that is sent.
const MOST_FACTS: usize = 20;
const MOST_PAST: usize = 5;
const MOST_REJECTED: usize = 10;
/// Characters of one piece of material.
const MOST_OF_ONE: usize = 4_000;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    version: u32,
    system: String,
    closing: String,
    /// In place of `closing` where the answer is asked for in JSON.
    closing_json: String,
    label: BTreeMap<String, String>,
    angle: BTreeMap<String, String>,
    length: BTreeMap<String, String>,
    reason: BTreeMap<String, String>,
}

static SHEETS: LazyLock<[(&'static str, Sheet); 2]> =
    LazyLock::new(|| [("it", sheet(IT)), ("en", sheet(EN))]);

/// A prompt before anybody in particular sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub template: String,
    pub system: String,
    pub user: String,
}

/// The prompt for `ask`, answered in plain text: the same ask, the same words.
pub(super) fn words(ask: &Ask) -> Words {
    words_in(ask, Form::Text)
}

/// The prompt for an answer in `form`.
pub(super) fn words_in(ask: &Ask, form: Form) -> Words {
    let wanted = ask.lang.split(['-', '_']).next().unwrap_or_default();
    let (lang, sheet) =
        SHEETS.iter().find(|(lang, _)| *lang == wanted).unwrap_or(&SHEETS[SHEETS.len() - 1]);
    Words {
        template: format!("draft-{lang}@{}", sheet.version),
        system: sheet.system.trim().to_owned(),
        user: user_part(ask, sheet, form),
    }
}

fn user_part(ask: &Ask, sheet: &Sheet, form: Form) -> String {
    let mut page = Page { out: String::new(), labels: &sheet.label };
    page.line("brand", &ask.brand);
    if let Some(target) = &ask.target {
        page.line("network", &target.network);
        if let Some(max) = target.max {
            page.line("most", &max.to_string());
        }
    }
    page.line("lang", &ask.lang);
    page.block("topic", [ask.brief.topic.as_str()]);
    for (label, named) in [("tone", &ask.tone), ("audience", &ask.audience)] {
        if let Some(named) = named {
            page.block(label, [named.key.as_str(), named.description.as_str()]);
        }
    }
    page.block("dos", ask.voice.dos.iter().map(String::as_str));
    page.block("donts", ask.voice.donts.iter().map(String::as_str));
    page.block("examples", ask.voice.examples.iter().map(String::as_str));
    let hashtags: Vec<String> = ask.voice.hashtags.iter().map(|tag| format!("#{tag}")).collect();
    page.block("hashtags", [hashtags.join(" ").as_str()]);
    page.block("facts", ask.facts.iter().take(MOST_FACTS).map(String::as_str));
    page.block("past", ask.past.iter().take(MOST_PAST).map(String::as_str));
    let rejected: Vec<String> = ask
        .rejected
        .iter()
        .take(MOST_REJECTED)
        .map(|rejection| match rejection.reason.and_then(|r| sheet.reason.get(r.code())) {
            Some(reason) => format!("{} ({reason})", rejection.text.trim()),
            None => rejection.text.trim().to_owned(),
        })
        .collect();
    page.block("rejected", rejected.iter().map(String::as_str));
    page.block("human", [ask.human.as_str()]);
    page.block("link", [ask.link.as_deref().unwrap_or_default()]);
    page.block("instruction", [ask.brief.instruction.as_deref().unwrap_or_default()]);
    page.line("angle", sheet.angle.get(ask.angle().code()).map_or("", String::as_str));
    page.line("length", &length(ask, sheet));
    let closing = if form == Form::Text { &sheet.closing } else { &sheet.closing_json };
    let _ = write!(page.out, "\n{closing}");
    page.out
}

/// Suggestions asked for together also differ in length, and none is asked to be
/// longer than the network allows.
fn length(ask: &Ask, sheet: &Sheet) -> String {
    let most = ask.target.as_ref().and_then(|target| target.max).unwrap_or(usize::MAX);
    let (name, wanted) = match ask.number % 3 {
        1 => ("medium", 450),
        2 => ("short", 220),
        _ => ("long", 800),
    };
    let text = sheet.length.get(name).map_or("", String::as_str);
    text.replace("{ $max }", &wanted.min(most).to_string())
}

struct Page<'a> {
    out: String,
    labels: &'a BTreeMap<String, String>,
}

impl<'l> Page<'l> {
    /// One short value on the label's own line; line breaks in it become spaces.
    fn line(&mut self, label: &str, value: &str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            let _ = writeln!(self.out, "{}: {value}", self.name(label));
        }
    }

    /// Material under its label; each of its lines is marked. Empty pieces are left out.
    fn block<'a>(&mut self, label: &str, pieces: impl IntoIterator<Item = &'a str>) {
        let mut headed = false;
        for piece in pieces {
            let piece = piece.trim();
            if piece.is_empty() {
                continue;
            }
            if !headed {
                let _ = writeln!(self.out, "\n{}:", self.name(label));
                headed = true;
            }
            let short: String = piece.chars().take(MOST_OF_ONE).collect();
            for line in short.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
                let _ = writeln!(self.out, "| {line}");
            }
        }
    }

    fn name(&self, label: &str) -> &'l str {
        self.labels.get(label).map_or("", String::as_str)
    }
}

/// The sheets are part of the program and a test reads both; an empty one only ever
/// stands in for a sheet that test has refused.
fn sheet(source: &str) -> Sheet {
    toml::from_str(source).unwrap_or_else(|_| Sheet {
        version: 0,
        system: String::new(),
        closing: String::new(),
        closing_json: String::new(),
        label: BTreeMap::new(),
        angle: BTreeMap::new(),
        length: BTreeMap::new(),
        reason: BTreeMap::new(),
    })
}

#[cfg(test)]
mod tests;
