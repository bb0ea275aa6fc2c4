//! Who wants it said that AI made or changed something in a post: the rows of
//! `assets/disclosure.toml` that hold for it, and what of that is worth a finding.
//!
//! Owns the reading of that table and which rows hold. Judges nobody and gives no legal
//! advice: each answer carries its source and the day it was read.

use super::CheckContext;
use crate::domain::{
    Ai, Ask, Asker, Disclosure, DisclosureRule, Finding, FindingKind, Medium, Networks, Origin,
    Part, Post, RuleId, Severity, Stage, Suggestion, TextAi, Workspace,
};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::LazyLock;

const SOURCE: &str = include_str!(concat!(env!("OUT_DIR"), "/disclosure.json"));

/// The countries of the Union, as ISO 3166 has them.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// One row that holds for a post.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<'a> {
    pub rule: &'static DisclosureRule,
    /// Of the networks it names, those the post goes out on.
    pub by: Vec<Asker>,
    pub about: About<'a>,
    /// `false` where it holds only if the medium looks real, and nobody has said.
    pub sure: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub enum About<'a> {
    Medium(&'a Medium),
    Text(TextAi<'a>),
}

/// One row of what is to be told of a post.
#[derive(Debug, Clone, PartialEq)]
pub enum Told<'a> {
    Text(TextAi<'a>),
    Medium(&'a Medium),
    Asked(Asked<'a>),
    /// AI had a part, and nobody wants that said.
    Nothing,
}

/// What is to be told of AI in a post: each text, then each medium, and behind each what
/// somebody wants said of it.
pub fn ledger<'a>(
    post: &'a Post,
    disclosure: &Disclosure<'a>,
    workspace: &Workspace,
    networks: &Networks,
) -> Vec<Told<'a>> {
    let mut open = asked(post, disclosure, workspace, networks);
    let any = disclosure.ai() > Ai::None || post.media.iter().any(|medium| medium.source.is_ai());
    let nothing = any && open.is_empty();
    let mut rows = Vec::new();
    let mut with = |about: About<'a>, row: Told<'a>| {
        rows.push(row);
        let all = std::mem::take(&mut open).into_iter();
        let (own, rest): (Vec<Asked>, _) = all.partition(|one| one.about == about);
        open = rest;
        rows.extend(own.into_iter().map(Told::Asked));
    };
    for text in &disclosure.texts {
        with(About::Text(text.clone()), Told::Text(text.clone()));
    }
    for medium in &post.media {
        with(About::Medium(medium), Told::Medium(medium));
    }
    rows.extend(nothing.then_some(Told::Nothing));
    rows
}

/// Every row this version knows, in the order of the file.
pub fn rules() -> &'static [DisclosureRule] {
    static ALL: LazyLock<Vec<DisclosureRule>> = LazyLock::new(|| read(SOURCE).unwrap_or_default());
    &ALL
}

/// The day the table was last read against its sources.
pub fn rules_read() -> NaiveDate {
    rules().iter().map(|rule| rule.read).max().unwrap_or_default()
}

/// What is asked for because of the media and the texts of a post, in their order.
pub fn asked<'a>(
    post: &'a Post,
    disclosure: &Disclosure<'a>,
    workspace: &Workspace,
    networks: &Networks,
) -> Vec<Asked<'a>> {
    let of_media =
        post.media.iter().flat_map(|medium| of_medium(medium, post, workspace, networks));
    let mut found: Vec<Asked> = of_media.collect();
    let generated = |text: &&TextAi| text.part == Part::Text && text.ai == Ai::Generated;
    // A recorded yes of a person is what the rule asks for.
    for text in disclosure.texts.iter().filter(generated).filter(|_| post.approval.is_none()) {
        let rows = rules().iter().filter(|rule| rule.asks == Ask::Review);
        let about = || About::Text(text.clone());
        found.extend(rows.filter_map(|rule| {
            let by = askers(rule, post, workspace, networks);
            (!by.is_empty()).then(|| Asked { rule, by, about: about(), sure: true })
        }));
    }
    found
}

/// What media of AI's are worth a word about: a warning where one looks real and somebody
/// wants a label, a question where nobody has said whether it does.
pub(super) fn media(post: &Post, context: &CheckContext, found: &mut Vec<Finding>) {
    for medium in &post.media {
        let asked = of_medium(medium, post, context.workspace, context.networks);
        let (sure, open): (Vec<Asked>, Vec<Asked>) =
            asked.into_iter().filter(|one| one.rule.asks == Ask::Label).partition(|one| one.sure);
        let path = || medium.path.clone();
        found.extend(sure.into_iter().map(|Asked { rule, by, .. }| {
            let (source, read) = (rule.source.clone(), rule.read);
            let kind = FindingKind::AiLabel { path: path(), by, source, read };
            let severity = if rule.certain { Severity::Warns } else { Severity::Informs };
            Finding::of_file(kind, severity)
        }));
        let mut by: Vec<Asker> = open.into_iter().flat_map(|one| one.by).collect();
        by.dedup();
        if !by.is_empty() {
            let kind = FindingKind::RealisticUnsaid { path: path(), by };
            found.push(Finding::of_file(kind, Severity::Informs));
        }
    }
}

/// What the sentences of a post's texts are worth a word about. `find` looks a suggestion up.
pub fn disclosed<'a>(
    post: &Post,
    workspace: &Workspace,
    find: impl Fn(&Origin) -> Option<&'a Suggestion>,
) -> Vec<Finding> {
    if post.origin.is_empty() && post.ai.is_none() || Stage::of_post(post) == Stage::Published {
        return Vec::new();
    }
    let disclosure = post.disclosure(find);
    let mut found = Vec::new();
    let derived = disclosure.derived();
    if let Some(said) = post.ai.filter(|said| *said < derived) {
        let kind = FindingKind::AiUnderstated { said, found: derived };
        found.push(Finding::of_file(kind, Severity::Warns));
    }
    // An idea waits for its text; what is planned waits for a person.
    if Stage::of_post(post) == Stage::Planned {
        let asked = asked(post, &disclosure, workspace, super::networks());
        found.extend(asked.into_iter().filter_map(|one| {
            let About::Text(text) = one.about else { return None };
            let (source, read) = (one.rule.source.clone(), one.rule.read);
            let kind = FindingKind::GeneratedUnapproved { source, read };
            let channel = text.channel.cloned();
            Some(Finding { channel, ..Finding::of_file(kind, Severity::Informs) })
        }));
    }
    found
}

fn of_medium<'a>(
    medium: &'a Medium,
    post: &Post,
    workspace: &Workspace,
    networks: &Networks,
) -> Vec<Asked<'a>> {
    if !medium.source.is_ai() {
        return Vec::new();
    }
    let holds = |rule: &&DisclosureRule| match rule.asks {
        Ask::Label => medium.realistic != Some(false),
        Ask::Mark => true,
        Ask::Review => false,
    };
    let rows = rules().iter().filter(holds);
    rows.filter(|rule| !rule.moving || medium.is_video_or_audio())
        .filter_map(|rule| {
            let by = askers(rule, post, workspace, networks);
            let sure = rule.asks == Ask::Mark || medium.realistic == Some(true);
            (!by.is_empty()).then_some(Asked { rule, by, about: About::Medium(medium), sure })
        })
        .collect()
}

/// Who asks, of those a row names: none where it does not concern the post.
fn askers(
    rule: &DisclosureRule,
    post: &Post,
    workspace: &Workspace,
    networks: &Networks,
) -> Vec<Asker> {
    if rule.networks.is_empty() {
        let elsewhere = |country: &String| {
            !UNION.iter().any(|known| country.trim().eq_ignore_ascii_case(known))
        };
        return if workspace.country.as_ref().is_some_and(elsewhere) {
            Vec::new()
        } else {
            vec![Asker::Eu]
        };
    }
    let mut found: Vec<Asker> = Vec::new();
    let channels = post.channels.iter().filter_map(|key| workspace.channel(key));
    for channel in channels.filter(|channel| rule.networks.contains(&channel.network)) {
        let name = networks.get(&channel.network).map_or(&channel.network, |known| &known.name);
        let asker = Asker::Network(name.clone());
        if !found.contains(&asker) {
            found.push(asker);
        }
    }
    found
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    asks: String,
    #[serde(default)]
    networks: Vec<String>,
    #[serde(default)]
    moving: bool,
    certain: bool,
    source: String,
    read: String,
}

/// `None` when the file is not what this version expects: a test sees to it.
fn read(source: &str) -> Option<Vec<DisclosureRule>> {
    let file: File = serde_json::from_str(source).ok()?;
    let rule = |row: Row| {
        Some(DisclosureRule {
            id: RuleId::from_code(&row.id)?,
            asks: Ask::from_code(&row.asks)?,
            networks: row.networks,
            moving: row.moving,
            certain: row.certain,
            source: row.source,
            read: row.read.parse().ok()?,
        })
    };
    file.rule.into_iter().map(rule).collect()
}

#[cfg(test)]
mod tests;
