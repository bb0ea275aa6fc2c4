//! `voice.toml`: how the brand speaks. Lenient on purpose: every key is optional, other
//! keys are let be, and a folder without the file has an empty voice.
//!
//! ```toml
//! do = ["Diciamo il prezzo"]                # what the brand does; a list of sentences
//! dont = ["Niente punti esclamativi"]       # what it never does; `don't` is read too
//! examples = ["La lana torna a casa."]      # sentences that sound right
//! hashtags = ["lanaitaliana", "filati"]     # the brand's own, with or without `#`
//! never_hashtags = ["follow4follow"]         # those it never uses
//! forbidden = ["magia", "unic*", "✨"]      # words, stems of four letters or more, signs
//!
//! [tones]                                   # KEY = what it means, in words
//! caldo = "vicino, come al banco della bottega"
//!
//! [audiences]                               # KEY = who they are
//! clienti = "chi ha già comprato da noi"
//!
//! [smell]                                   # what smells of machine, for this brand
//! allow = ["su misura"]                     # words and phrases that are its own
//! off = ["em-dash"]                         # markers it does not want; `smell --json` names them
//!
//! [[learned]]                               # what decisions have shown; take it out to revoke it
//! rule = "Niente punti esclamativi."        # for people, and for a model: write it as you like
//! kind = "no-exclamation"                   # what is looked for; `value` and `with` belong to it
//! evidence = "6 of 7, 2026-10-02…2026-11-20"
//! since = 2026-11-22                        # `refused = DAY` instead: not to be proposed again
//! ```
//! `do`, `dont`, `examples` and the hashtags may stand under `[rules]` as well; one string
//! is read as a list of one; a tone or an audience may be a table with `description`.

use crate::document::{Context, Fields, Source, Value, parse};
use crate::domain::{
    Learned, Named, Problem, ProblemKind, RelPath, SmellMarker, SmellTuning, Voice,
};
use crate::text::pattern::{Patterns, is_pattern};
use chrono_tz::Tz;
use toml::de::DeValue;

const DO: &[&str] = &["do", "dos"];
const DONT: &[&str] = &["dont", "don't", "donts"];
const EXAMPLES: &[&str] = &["examples", "example"];
const FORBIDDEN: &[&str] = &["forbidden"];
const HASHTAGS: &[&str] = &["hashtags"];
const NEVER_HASHTAGS: &[&str] = &["never_hashtags"];
const ALLOW: &str = "allow";
const OFF: &str = "off";

/// A phrase that cannot be looked for comes back as a problem and costs only itself; a key
/// that is misspelt does so too.
pub fn read_voice(path: &RelPath, bytes: &[u8]) -> Result<(Voice, Vec<Problem>), Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone: Tz::UTC }, &tree);
    let mut rules = fields.table("rules")?;
    let mut smell = fields.table("smell")?;
    let (tones, audiences) = (fields.table("tones")?, fields.table("audiences")?);
    let mut learnt = fields.tables("learned")?;
    for table in std::iter::once(&mut fields).chain(&mut rules) {
        for keys in [DO, DONT, EXAMPLES, FORBIDDEN, HASHTAGS, NEVER_HASHTAGS] {
            table.allow(keys);
        }
    }
    if let Some(table) = &mut smell {
        table.allow(&[ALLOW, OFF]);
    }
    let learned = learnt.iter_mut().filter_map(learned).collect();
    let tables = std::iter::once(&fields).chain(&rules).chain(&smell).chain(&learnt);
    let mut problems: Vec<Problem> = tables.flat_map(Fields::misspelt).collect();
    let smell = smell.as_ref().map(tuning).unwrap_or_default();
    let all = std::iter::once(&fields).chain(&rules).flat_map(Fields::entries);
    let forbidden = all.filter(|(key, _)| FORBIDDEN.contains(key));
    forbidden.for_each(|(_, value)| patterns(value, &source, path, &mut problems));
    let list = |keys: &[&'static str]| {
        let tables = std::iter::once(&fields).chain(&rules);
        let mut entries = tables.flat_map(Fields::entries);
        let mut found = Vec::new();
        entries.by_ref().filter(|(key, _)| keys.contains(key)).for_each(|(_, value)| {
            sentences(value, &mut found);
        });
        found
    };
    let bare = |tags: Vec<String>| -> Vec<String> {
        tags.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect()
    };
    let mut voice = Voice {
        dos: list(DO),
        donts: list(DONT),
        examples: list(EXAMPLES),
        smell,
        forbidden: list(FORBIDDEN),
        hashtags: bare(list(HASHTAGS)),
        never_hashtags: bare(list(NEVER_HASHTAGS)),
        tones: named(tones),
        audiences: named(audiences),
        learned,
    };
    for own in voice.hashtags.iter().chain(&voice.examples) {
        voice.smell.learn_things(own);
    }
    Ok((voice, problems))
}

/// The phrases that are written as patterns and cannot be read as such.
fn patterns(value: &Value, source: &Source, path: &RelPath, problems: &mut Vec<Problem>) {
    match value.get_ref() {
        DeValue::String(text) if is_pattern(text) => {
            let Err(misread) = Patterns::default().add(&text.to_lowercase()) else { return };
            // Inside the quotes, as far as they hold the phrase as it is.
            let start = value.span().start;
            let raw = source.text.get(value.span()).unwrap_or_default();
            let inside = raw.find(text.as_ref()).and_then(|begin| {
                let (before, _) = text.char_indices().nth(misread.at)?;
                Some(start + begin + before)
            });
            let (line, column) = source.place(inside.unwrap_or(start));
            let kind = ProblemKind::BadPattern { found: text.to_string(), fault: misread.fault };
            problems.push(Problem { path: path.clone(), line, column, kind });
        }
        DeValue::Array(items) => {
            items.iter().for_each(|item| patterns(item, source, path, problems));
        }
        _ => {}
    }
}

/// A rule with a kind that nobody knows is a rule for people all the same.
fn learned(fields: &mut Fields) -> Option<Learned> {
    let mut said = |key: &'static str| {
        Some(match fields.get(key)?.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            _ => return None,
        })
    };
    let (rule, kind) = (said("rule").unwrap_or_default(), said("kind").unwrap_or_default());
    let (value, with) = (said("value"), said("with"));
    let evidence = said("evidence").unwrap_or_default();
    let refused = fields.day("refused").ok().flatten();
    let yes = fields.bool("refused").ok().flatten().unwrap_or_default();
    let since = refused.or(fields.day("since").ok().flatten());
    let refused = refused.is_some() || yes;
    let says = !rule.trim().is_empty() || !kind.is_empty();
    says.then_some(Learned { rule, kind, value, with, evidence, since, refused })
}

/// A marker nobody knows is let be: a later version may know it.
fn tuning(fields: &Fields) -> SmellTuning {
    let list = |wanted: &str| {
        let mut found = Vec::new();
        let entries = fields.entries().into_iter().filter(|(key, _)| *key == wanted);
        entries.for_each(|(_, value)| sentences(value, &mut found));
        found
    };
    let off = list(OFF).iter().filter_map(|code| SmellMarker::from_code(code)).collect();
    SmellTuning { allow: list(ALLOW), off, ..SmellTuning::default() }
}

fn sentences(value: &Value, found: &mut Vec<String>) {
    match value.get_ref() {
        DeValue::String(text) => found.push(text.trim().to_owned()),
        DeValue::Array(items) => items.iter().for_each(|item| sentences(item, found)),
        DeValue::Table(table) => {
            let text = table.get("text").map(|text| sentences(text, found));
            text.unwrap_or_default();
        }
        _ => {}
    }
}

fn named(fields: Option<Fields>) -> Vec<Named> {
    let entries = fields.map(|fields| fields.entries()).unwrap_or_default();
    let describe = |value: &Value| match value.get_ref() {
        DeValue::Table(table) => {
            table.get("description").and_then(|d| d.get_ref().as_str()).map(str::to_owned)
        }
        value => value.as_str().map(str::to_owned),
    };
    entries
        .into_iter()
        .map(|(key, value)| Named {
            key: key.to_owned(),
            description: describe(value).unwrap_or_default(),
        })
        .collect()
}
