//! A time being typed, with what it is taken to mean said below it.

use super::ViewCtx;
use super::when::{Meaning, Several, WhenFault, WhenInput};
use crate::domain::phrase::{Doubt, Misread};
use crate::domain::{Now, When};
use crate::ui::{Control, FormRow, InputView};
use crate::vocab::{Action, Scope};

/// The row of a form for a time.
pub fn when_row(label: String, input: &WhenInput, focused: bool, cx: &ViewCtx) -> FormRow {
    let view = InputView::of(&input.line, focused).or(cx.words.when_placeholder());
    let row = FormRow::new(label, Control::Input(view));
    match input.meaning(cx.ctx.now) {
        Ok(meaning) => {
            let mut note = when_note(&meaning, cx);
            if meaning.when().is_some_and(|when| is_past(when, cx.ctx.now)) {
                note = format!("{} · {note}", cx.words.when_past());
            }
            let row = row.note(note);
            if meaning.is_open() { row.error(open(&meaning, cx)) } else { row }
        }
        Err(fault) => row.error(when_fault(&fault, cx)),
    }
}

/// `martedì 24 novembre 2026, 18:30`, with the other reading where there is one.
pub fn when_note(meaning: &Meaning, cx: &ViewCtx) -> String {
    let Some(when) = meaning.when() else { return String::new() };
    let mut note = moment(when, cx);
    let other = meaning.options.iter().find(|option| **option != when);
    if let (Some(other), Some(doubt)) = (other, meaning.doubt) {
        let said = cx.words.when_or(complete_key(cx), moment(*other, cx));
        note = match doubt {
            Several::Phrase(doubt) => format!("{note} · {said} ({})", doubted(doubt, cx)),
            Several::Fold => format!("{note} · {said}"),
        };
    }
    note
}

pub fn when_fault(fault: &WhenFault, cx: &ViewCtx) -> String {
    let words = cx.words;
    match fault {
        WhenFault::Skipped { before, after } => {
            words.when_skipped(words.time(*before), words.time(*after))
        }
        WhenFault::NotUnderstood(misread) => match misread.why {
            Misread::Empty => words.when_empty(),
            Misread::UnknownWord => words.when_unknown(),
            Misread::NoSuchTime => words.when_no_such(),
            Misread::OtherWeekday(day) => words.when_other_weekday(words.day_long(day)),
            Misread::SaidTwice => words.when_said_twice(),
        },
    }
}

/// A day, its time where it has one, and its offset where it was said.
pub fn moment(when: When, cx: &ViewCtx) -> String {
    let wall = when.wall(cx.ctx.now.zone);
    let day = cx.words.day_long(wall.date());
    match when {
        When::Day(_) => cx.words.when_no_hour(day),
        When::Local(_) => format!("{day}, {}", cx.words.time(wall)),
        When::Offset(at) => format!("{day}, {} ({})", cx.words.time(wall), at.offset()),
    }
}

pub fn is_past(when: When, now: Now) -> bool {
    let wall = when.wall(now.zone);
    if when.has_time() { wall < now.local() } else { wall.date() < now.today() }
}

fn open(meaning: &Meaning, cx: &ViewCtx) -> String {
    let options: Vec<String> = meaning.options.iter().map(|when| moment(*when, cx)).collect();
    cx.words.when_twice(complete_key(cx), options.join(" / "))
}

fn doubted(doubt: Doubt, cx: &ViewCtx) -> String {
    match doubt {
        Doubt::NextWeekday => cx.words.when_doubt_next(),
        Doubt::TodayOrNextWeek => cx.words.when_doubt_today(),
        Doubt::LastOrNextYear => cx.words.when_doubt_year(),
        Doubt::DayOrMonthFirst => cx.words.when_doubt_order(),
        Doubt::TuesdayOrMarch => cx.words.when_doubt_march(),
        Doubt::HourOrDay => cx.words.when_doubt_hour(),
        Doubt::MorningOrEvening => cx.words.when_doubt_half(),
        Doubt::GoneByOrComing => cx.words.when_doubt_gone_by(),
    }
}

/// The key that takes the other reading, as the table in force has it.
pub fn complete_key(cx: &ViewCtx) -> String {
    let hint = cx.hints.iter().find(|hint| hint.action == Action::Complete);
    hint.map_or_else(|| cx.words.key(Scope::Form, &Action::Complete), |hint| hint.keys.clone())
}
