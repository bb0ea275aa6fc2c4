//! The brief as a form: the topic's line, a row of chips for each choice, and an honest
//! line about who will write and where the words go.

use super::source;
use crate::features::drafts::brief::{BriefForm, COUNT, Choice, Field};
use crate::features::drafts::matrix::MOST;
use crate::features::drafts::state::{Mode, State};
use crate::features::{Names, Pane, ViewCtx};
use crate::text::reveal_line;
use crate::ui::{BriefRow, BriefView, Chip, InputView, Role, Span};
use crate::vocab::{Action, Scope, Why};

/// The smallest pane in which channels go by their names.
const NAMED: Pane = Pane { width: 60, height: 18 };

pub fn view(state: &State, cx: &ViewCtx) -> BriefView {
    let form = &state.form;
    let words = cx.words;
    let fields = form.fields();
    let rows = fields.iter().skip(1).map(|field| row(form, *field, state, cx)).collect();
    BriefView {
        title: words.drafts_brief_title(),
        topic_label: words.drafts_brief_topic(),
        topic: InputView::of(&form.topic, form.field == Field::Topic),
        topic_note: if form.no_topic { words.why(Why::NoTopic) } else { String::new() },
        rows,
        field: fields.iter().position(|field| *field == form.field).unwrap_or(0),
        source: [comes_to(form, cx), about_the_source(state, cx)].concat(),
    }
}

/// The choices of the row in focus, where it has some.
pub fn choices(state: &State, cx: &ViewCtx) -> Option<Names> {
    let form = &state.form;
    if !matches!(state.mode, Mode::Brief) || form.field == Field::Topic {
        return None;
    }
    let chips = row(form, form.field, state, cx).chips;
    let at = chips.iter().position(|chip| chip.focused).unwrap_or(0);
    let mut row = Names::of(chips.into_iter().map(|chip| chip.label), at);
    if form.field == Field::Channel {
        // By its whole name too, where only its letters stand.
        for (names, key) in row.names.iter_mut().rev().zip(form.channel.keys.iter().rev()) {
            names.extend(cx.channel_names(key));
        }
    }
    Some(row)
}

fn row(form: &BriefForm, field: Field, state: &State, cx: &ViewCtx) -> BriefRow {
    let words = cx.words;
    let own = |key: &str| reveal_line(key).into_owned();
    let (label, chips) = match field {
        Field::Topic | Field::Tone => (words.drafts_brief_tone(), chips(&form.tone, own, cx)),
        Field::Audience => (words.drafts_brief_audience(), chips(&form.audience, own, cx)),
        Field::Channel => {
            // By name where there is room, for whoever does not know the letters by heart.
            let pane = cx.ctx.pane;
            let named = pane.width >= NAMED.width && pane.height >= NAMED.height;
            let name =
                |key: &str| if named { cx.channel_label(key) } else { cx.channel_short(key) };
            (words.drafts_brief_channel(), chips(&form.channel, name, cx))
        }
        Field::Lang => (words.drafts_brief_lang(), chips(&form.lang, own, cx)),
        Field::Count => {
            let each = form.sum().each;
            let chip = |n: usize| Chip { label: n.to_string(), on: n == each, focused: false };
            let label = if form.sum().combinations() > 1 {
                words.drafts_brief_count_each()
            } else {
                words.drafts_brief_count()
            };
            (label, COUNT.map(chip).collect())
        }
        Field::Thread => (words.drafts_brief_thread(), yes_or_no(form.thread, cx)),
        Field::Notes => (words.drafts_brief_notes(), yes_or_no(form.notes, cx)),
        Field::Source => {
            let named = |key: &str| {
                let found = state.sources.iter().find(|source| source.profile == key);
                match found {
                    Some(found) if !found.is_ai => words.drafts_note_composer(),
                    _ => own(key),
                }
            };
            (words.drafts_brief_source(), chips(&form.source, named, cx))
        }
    };
    let focused = form.field == field;
    // Where several are marked the cursor may stand on one that is not.
    let cursor = match field {
        Field::Tone => Some(form.tone.cursor()),
        Field::Audience => Some(form.audience.cursor()),
        Field::Channel => Some(form.channel.cursor()),
        Field::Lang => Some(form.lang.cursor()),
        _ => None,
    };
    let mark = |(i, chip): (usize, Chip)| {
        let here = cursor.map_or(chip.on, |at| at == i);
        Chip { focused: focused && here, ..chip }
    };
    let chips = chips.into_iter().enumerate();
    BriefRow { label, chips: chips.map(mark).collect() }
}

fn yes_or_no(yes: bool, cx: &ViewCtx) -> Vec<Chip> {
    let chip = |label, on| Chip { label, on, focused: false };
    vec![chip(cx.words.drafts_brief_no(), !yes), chip(cx.words.drafts_brief_yes(), yes)]
}

fn chips(choice: &Choice, name: impl Fn(&str) -> String, cx: &ViewCtx) -> Vec<Chip> {
    let chip = |label: String, on: bool| Chip { label, on, focused: false };
    let nothing = choice.at.is_none() && choice.marked.is_empty();
    let none = choice.free.then(|| chip(cx.words.drafts_brief_free(), nothing));
    let keys = choice.keys.iter().enumerate();
    none.into_iter().chain(keys.map(|(i, key)| chip(name(key), choice.has(i)))).collect()
}

/// `2 toni × 2 canali = 4 suggerimenti`, and how to mark more than one.
fn comes_to(form: &BriefForm, cx: &ViewCtx) -> Vec<Span> {
    let (words, sum) = (cx.words, form.sum());
    let times = if cx.theme.ascii { " x " } else { " × " };
    let several = [
        (sum.tones, words.drafts_sum_tones(sum.tones)),
        (sum.audiences, words.drafts_sum_audiences(sum.audiences)),
        (sum.channels, words.drafts_sum_channels(sum.channels)),
        (sum.langs, words.drafts_sum_langs(sum.langs)),
    ];
    let mut parts: Vec<String> =
        several.into_iter().filter(|(many, _)| *many > 1).map(|(_, said)| said).collect();
    if parts.is_empty() {
        let markable =
            matches!(form.field, Field::Tone | Field::Audience | Field::Channel | Field::Lang);
        if !markable {
            return Vec::new();
        }
        let mark = words.drafts_sum_mark(words.key(Scope::Form, &Action::Toggle));
        return vec![Span::new(mark, Role::Dim), Span::new("\n", Role::Dim)];
    }
    parts.extend((sum.each > 1).then(|| words.drafts_sum_each(sum.each)));
    let line = format!("{} = {}", parts.join(times), words.drafts_sum_total(sum.total()));
    let span = if sum.total() > MOST {
        Span::new(words.drafts_sum_too_many(line, MOST), Role::Warm)
    } else {
        Span::new(line, Role::Text)
    };
    vec![span, Span::new("\n", Role::Dim)]
}

fn about_the_source(state: &State, cx: &ViewCtx) -> Vec<Span> {
    let profile = state.form.profile();
    let found = state.sources.iter().find(|source| source.profile == profile);
    let Some(found) = found else {
        let line = if state.looked {
            cx.words.drafts_source_unknown(reveal_line(&profile).into_owned())
        } else {
            cx.words.drafts_source_looking()
        };
        return vec![Span::new(line, Role::Dim)];
    };
    let mut spans = vec![Span::new(source(found, cx), Role::Dim)];
    if found.reachable == Some(false) {
        spans.push(Span::new("\n", Role::Dim));
        spans.push(Span::new(cx.words.drafts_source_silent(), Role::Warm));
    }
    spans
}
