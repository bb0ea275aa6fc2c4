//! The words a model receives: standing instructions, then the ask as labelled data, in
//! layers that a person can read before anything is sent.
//!
//! Whatever comes from the folder stands in the user part on lines that begin with
//! `| `, so that no text can pass for an instruction. Nothing is added that the ask
//! does not hold, and nothing is sent that is in no layer.

pub(super) mod material;
mod sheets;

use super::Ask;
use super::field::{self, Field};
use crate::domain::{Form, Layer, LayerKind, PromptSheet, Task};
use crate::text::{at_once, messages};
use sheets::{Common, Language};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Most of each kind that is sent.
const MOST_FACTS: usize = 20;
const MOST_PAST: usize = 5;
const MOST_REWRITES: usize = 6;
const MOST_REJECTED: usize = 10;
/// Characters of one piece of material.
const MOST_OF_ONE: usize = 4_000;

/// A prompt before anybody in particular sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub template: String,
    pub system: String,
    pub user: String,
    /// The same words, part by part: put together they are `system` and then `user`.
    pub layers: Vec<Layer>,
}

/// The prompt for `ask`, answered in plain text: the same ask, the same words.
pub(super) fn words(ask: &Ask) -> Words {
    words_in(ask, Form::Text)
}

/// The prompt for an answer in `form`.
pub(super) fn words_in(ask: &Ask, form: Form) -> Words {
    let language = sheets::of(&ask.lang);
    let own = ask.sheet.as_ref();
    let built_in = language.sheet(ask.brief.task);
    let sheet = &own.map_or_else(|| built_in.clone(), |own| over(own, built_in));
    let standing = [
        Layer::new(LayerKind::Role, format!("{}\n", sheet.system.trim())),
        Layer::new(LayerKind::Rules, language.common.rules.trim()),
    ];
    let user = user_part(ask, sheet, language, form);
    let joined = |layers: &[Layer]| layers.iter().map(|layer| layer.text.as_str()).collect();
    Words {
        template: format!("{}-{}@{}", ask.brief.task.code(), language.tag, sheet.version),
        system: joined(&standing),
        user: joined(&user),
        layers: standing.into_iter().chain(user).collect(),
    }
}

/// A folder's own sheet; what it leaves unsaid is as usual.
fn over(own: &PromptSheet, usual: &PromptSheet) -> PromptSheet {
    let mut sheet = own.clone();
    if sheet.closing.trim().is_empty() {
        sheet.closing.clone_from(&usual.closing);
    }
    if sheet.layers.is_empty() {
        sheet.layers.clone_from(&usual.layers);
    }
    if sheet.ways.is_empty() {
        sheet.ways.clone_from(&usual.ways);
    }
    for (key, label) in &usual.labels {
        sheet.labels.entry(key.clone()).or_insert_with(|| label.clone());
    }
    sheet
}

fn user_part(ask: &Ask, sheet: &PromptSheet, language: &Language, form: Form) -> Vec<Layer> {
    let (own, usual) = (&sheet.labels, &language.common.label);
    let mut layers = Vec::new();
    for kind in &sheet.layers {
        let mut page = Page { out: String::new(), own, usual };
        layer(&mut page, *kind, ask, sheet, &language.common);
        if !page.out.is_empty() {
            let mut layer = Layer::new(*kind, page.out);
            if *kind == LayerKind::Facts {
                layer.facts = ask.facts.iter().take(MOST_FACTS).cloned().collect();
            }
            layers.push(layer);
        }
    }
    let mut closing = String::new();
    if changes_thread(ask) {
        let count = messages(&ask.human).len().to_string();
        let _ =
            write!(closing, "\n{}", language.common.thread.trim().replace("{ $count }", &count));
    }
    let _ = write!(closing, "\n{}", sheet.closing.trim());
    if form != Form::Text {
        closing += &json(&language.common, &field::fields(ask));
    }
    layers.push(Layer::new(LayerKind::Closing, closing));
    layers
}

/// The text is a thread and stays one; what it takes to write a new one, its sheet says.
fn changes_thread(ask: &Ask) -> bool {
    ask.is_thread() && ask.brief.task != Task::Thread
}

fn layer(page: &mut Page, kind: LayerKind, ask: &Ask, sheet: &PromptSheet, common: &Common) {
    match kind {
        LayerKind::Brand => page.line("brand", &ask.brand),
        LayerKind::Network => {
            let Some(target) = &ask.target else { return };
            page.line("network", &target.network);
            if let Some(max) = ask.most() {
                page.line(if changes_thread(ask) { "each" } else { "most" }, &max.to_string());
            }
        }
        LayerKind::Lang => page.line("lang", &ask.lang),
        LayerKind::Topic => page.block("topic", [ask.brief.topic.as_str()]),
        LayerKind::Tone | LayerKind::Audience => {
            let named = if kind == LayerKind::Tone { &ask.tone } else { &ask.audience };
            if let Some(named) = named {
                page.block(kind.code(), [named.key.as_str(), named.description.as_str()]);
            }
        }
        LayerKind::Voice => {
            page.block("dos", ask.voice.dos.iter().map(String::as_str));
            page.block("donts", ask.voice.donts.iter().map(String::as_str));
            let learned = ask.voice.learned.iter().filter(|rule| !rule.refused);
            page.block("learned", learned.map(|rule| rule.rule.as_str()));
            page.block("examples", ask.voice.examples.iter().map(String::as_str));
        }
        LayerKind::Hashtags => {
            for (label, tags) in
                [("hashtags", &ask.voice.hashtags), ("never_hashtags", &ask.voice.never_hashtags)]
            {
                let tags: Vec<String> = tags.iter().map(|tag| format!("#{tag}")).collect();
                page.block(label, [tags.join(" ").as_str()]);
            }
        }
        LayerKind::Facts => {
            page.block("facts", ask.facts.iter().take(MOST_FACTS).map(|fact| fact.text.as_str()));
        }
        LayerKind::Past => {
            page.block("past", ask.past.iter().take(MOST_PAST).map(String::as_str));
        }
        LayerKind::Rewrites => {
            let pairs = ask.rewrites.iter().take(MOST_REWRITES);
            let pairs: Vec<String> =
                pairs.map(|pair| format!("- {}\n+ {}", pair.machine, pair.hand)).collect();
            page.block("rewrites", pairs.iter().map(String::as_str));
        }
        LayerKind::Rejected => {
            let rejected: Vec<String> = ask
                .rejected
                .iter()
                .take(MOST_REJECTED)
                .map(|rejection| {
                    let known = || rejection.reason.and_then(|r| common.reason.get(r.code()));
                    match rejection.words.as_ref().or_else(known) {
                        Some(reason) => format!("{} ({reason})", rejection.text.trim()),
                        None => rejection.text.trim().to_owned(),
                    }
                })
                .collect();
            page.block("rejected", rejected.iter().map(String::as_str));
        }
        LayerKind::Human if ask.is_thread() => page.block("human", [&*ask.written()]),
        LayerKind::Human => page.block("human", [&*at_once(&ask.written())]),
        LayerKind::Notes => page.block("notes", [ask.notes.as_deref().unwrap_or_default()]),
        LayerKind::Link => page.block("link", [ask.link.as_deref().unwrap_or_default()]),
        LayerKind::Instruction => {
            page.block("instruction", [ask.brief.instruction.as_deref().unwrap_or_default()]);
        }
        LayerKind::Angle => {
            page.line("angle", &angle(ask, sheet, common));
            // A task with ways of its own has no free first line.
            if sheet.ways.is_empty() {
                page.line("hook", common.hook.get(ask.hook().code()).map_or("", String::as_str));
            }
        }
        LayerKind::Length => page.line("length", &length(ask, common)),
        LayerKind::Role | LayerKind::Rules | LayerKind::Closing | LayerKind::Envelope => {}
    }
}

/// From where this one comes at its topic; tasks that have ways of their own differ by them.
fn angle(ask: &Ask, sheet: &PromptSheet, common: &Common) -> String {
    if let Some(way) =
        ask.number.max(1).checked_sub(1).and_then(|n| n.checked_rem(sheet.ways.len()))
    {
        return sheet.ways[way].clone();
    }
    common.angle.get(ask.angle().code()).cloned().unwrap_or_default()
}

/// Suggestions asked for together also differ in length, and none is asked to be
/// longer than the network allows.
fn length(ask: &Ask, common: &Common) -> String {
    let most = ask.most().unwrap_or(usize::MAX);
    let length = ask.length();
    let text = common.length.get(length.code()).map_or("", String::as_str);
    text.replace("{ $max }", &length.characters().min(most).to_string())
}

/// What an answer in JSON is to hold, with an example of its shape.
fn json(common: &Common, fields: &[Field]) -> String {
    let word = |key: &str| common.json.get(key).map_or("", String::as_str);
    let mut out = format!("\n{}", word("start"));
    for field in fields {
        let _ = write!(out, "\n- `{}`: {}", field.key(), word(field.key()));
    }
    let _ = write!(out, "\n{} {}", word("example"), field::example(fields));
    out
}

struct Page<'a> {
    out: String,
    /// The sheet's own names of layers, and the usual ones.
    own: &'a BTreeMap<String, String>,
    usual: &'a BTreeMap<String, String>,
}

impl<'l> Page<'l> {
    /// One short value on the label's own line; line breaks in it become spaces.
    fn line(&mut self, label: &str, value: &str) {
        let value = material::one_line(value);
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
            for line in material::lines(&short) {
                let _ = writeln!(self.out, "| {line}");
            }
        }
    }

    fn name(&self, label: &str) -> &'l str {
        self.own.get(label).or_else(|| self.usual.get(label)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests;
