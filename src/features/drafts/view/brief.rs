//! The brief as a form: the topic's line, a row of chips for each choice, and an honest
//! line about who will write and where the words go.

use super::source;
use crate::features::ViewCtx;
use crate::features::drafts::brief::{BriefForm, COUNT, Choice, Field};
use crate::features::drafts::state::State;
use crate::text::reveal_line;
use crate::ui::{BriefRow, BriefView, Chip, InputView, Role, Span};

pub fn view(state: &State, cx: &ViewCtx) -> BriefView {
    let form = &state.form;
    let words = cx.words;
    let rows = Field::ALL.iter().skip(1).map(|field| row(form, *field, state, cx)).collect();
    BriefView {
        title: words.drafts_brief_title(),
        topic_label: words.drafts_brief_topic(),
        topic: InputView::of(&form.topic, form.field == Field::Topic),
        rows,
        field: Field::ALL.iter().position(|field| *field == form.field).unwrap_or(0),
        source: about_the_source(state, cx),
    }
}

fn row(form: &BriefForm, field: Field, state: &State, cx: &ViewCtx) -> BriefRow {
    let words = cx.words;
    let own = |key: &str| reveal_line(key).into_owned();
    let (label, chips) = match field {
        Field::Topic | Field::Tone => (words.drafts_brief_tone(), chips(&form.tone, own, cx)),
        Field::Audience => (words.drafts_brief_audience(), chips(&form.audience, own, cx)),
        Field::Channel => {
            (words.drafts_brief_channel(), chips(&form.channel, |key| cx.channel_short(key), cx))
        }
        Field::Lang => (words.drafts_brief_lang(), chips(&form.lang, own, cx)),
        Field::Count => {
            let chip =
                |n: usize| Chip { label: n.to_string(), on: n == form.count, focused: false };
            (words.drafts_brief_count(), COUNT.map(chip).collect())
        }
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
    let mark = |chip: Chip| Chip { focused: focused && chip.on, ..chip };
    BriefRow { label, chips: chips.into_iter().map(mark).collect() }
}

fn chips(choice: &Choice, name: impl Fn(&str) -> String, cx: &ViewCtx) -> Vec<Chip> {
    let chip = |label: String, on: bool| Chip { label, on, focused: false };
    let none = choice.free.then(|| chip(cx.words.drafts_brief_free(), choice.at.is_none()));
    let keys = choice.keys.iter().enumerate();
    none.into_iter().chain(keys.map(|(i, key)| chip(name(key), choice.at == Some(i)))).collect()
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
