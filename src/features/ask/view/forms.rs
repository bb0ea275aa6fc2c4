//! The questions that are answered by filling in: a filter, what went out.

use crate::domain::{Flag, Stage};
use crate::features::ask::filter::{CAMPAIGNS, CHANNELS, NEEDS_PERSON, PILLARS, STAGES};
use crate::features::ask::{FilterForm, MarkPublished, Missing};
use crate::features::choice::Choice;
use crate::features::{ViewCtx, when_fault, when_note, when_row};
use crate::text::reveal_line;
use crate::ui::{Chip, Control, FormRow, FormView, InputView, Line, OverlayView, Place, form_rows};
use crate::vocab::{Action, Scope};

pub fn filter(form: &FilterForm, cx: &ViewCtx) -> FormView {
    let words = cx.words;
    let input = InputView::of(&form.line, form.focus == 0).or(words.ask_filter_placeholder());
    let mut rows = vec![FormRow::new(words.ask_filter_text(), Control::Input(input))];
    for row in CHANNELS..=STAGES {
        let choice = &form.choices[row - 1];
        let label = match row {
            CHANNELS => words.ask_filter_channels(),
            PILLARS => words.ask_filter_pillars(),
            CAMPAIGNS => words.ask_filter_campaign(),
            _ => words.ask_filter_stages(),
        };
        let said = |option: &str| match row {
            CHANNELS => cx.channel_label(option),
            PILLARS => cx.ctx.workspace.pillar_name(option).to_owned(),
            STAGES if option == NEEDS_PERSON => words.flag(Flag::NeedsPerson),
            STAGES => Stage::from_code(option).map(|s| words.stage(s)).unwrap_or_default(),
            _ => option.to_owned(),
        };
        let control = if choice.options.is_empty() {
            Control::Said(Line::of(words.ask_filter_none(), crate::ui::Role::Dim))
        } else {
            Control::Chips(chips(choice, form.focus == row, said))
        };
        rows.push(FormRow::new(label, control));
    }
    FormView {
        overlay: OverlayView {
            title: words.ask_filter_title(),
            foot: cx.foot(),
            place: place(66, &rows, cx),
        },
        rows,
        focused: form.focus,
        status: Line::blank(),
    }
}

pub fn published(form: &MarkPublished, cx: &ViewCtx) -> FormView {
    let words = cx.words;
    let channels =
        Control::Chips(chips(&form.channels, form.focus == 0, |key| cx.channel_label(key)));
    let mut channels = FormRow::new(words.ask_published_channels(), channels);
    let mut when = when_row(words.ask_published_when(), &form.when, form.focus == 1, cx);
    // That it is past goes without saying here.
    when.note =
        form.when.meaning(cx.ctx.now).map(|meaning| when_note(&meaning, cx)).unwrap_or_default();
    let toggle = words.key(Scope::Form, &Action::Toggle);
    match form.missing {
        Some(Missing::Channel) => channels = channels.error(words.ask_published_no_channel(toggle)),
        Some(Missing::When(fault)) => when = when.error(when_fault(&fault, cx)),
        Some(Missing::Hour) if when.error.is_empty() => {
            when = when.error(words.ask_published_no_hour());
        }
        Some(Missing::Future) => when = when.error(words.ask_published_future()),
        _ => {}
    }
    let mut rows = vec![channels, when];
    for (row, channel) in form.marked().into_iter().enumerate() {
        let input = InputView::of(&form.addresses[channel], form.focus == row + 2);
        let input = input.or(words.ask_published_url());
        let label = words.ask_published_address(cx.channel_name(&form.channels.options[channel]));
        let row = FormRow::new(label, Control::Input(input));
        let wrong = form.missing == Some(Missing::Address(channel));
        rows.push(if wrong { row.error(words.ask_published_not_a_link()) } else { row });
    }
    FormView {
        overlay: OverlayView {
            title: words.ask_published_title(),
            foot: cx.foot(),
            place: place(74, &rows, cx),
        },
        rows,
        focused: form.focus,
        status: Line::blank(),
    }
}

/// As high as everything in it, with a blank row at the end.
pub(super) fn place(width: u16, rows: &[FormRow], cx: &ViewCtx) -> Place {
    Place::Middle { width, height: form_rows(rows, width.min(cx.ctx.pane.width)) + 1 }
}

fn chips(choice: &Choice, focused: bool, said: impl Fn(&str) -> String) -> Vec<Chip> {
    let chip = |(i, option): (usize, &String)| Chip {
        label: reveal_line(&said(option)).into_owned(),
        on: choice.on[i],
        focused: focused && choice.at == i,
    };
    choice.options.iter().enumerate().map(chip).collect()
}
