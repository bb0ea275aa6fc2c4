//! The questions that are answered by choosing: a date, a channel's text, a doubt.

use crate::domain::phrase::{Misread, Reading};
use crate::domain::{Week, When};
use crate::features::ask::{Asked, CopyText, GoToDate};
use crate::features::when::WhenFault;
use crate::features::{ViewCtx, moment, when_fault};
use crate::ui::{InputView, Line, ListRow, ListView, OverlayView, PickerView, Place, Role};

pub fn date(date: &GoToDate, cx: &ViewCtx) -> PickerView {
    let (rows, selected, status) = match date.readings(cx.ctx.now) {
        Ok((readings, chosen)) => {
            let rows = readings.iter().map(|reading| day(*reading, cx)).collect();
            (rows, Some(chosen), Line::blank())
        }
        Err(fault) if fault.why == Misread::Empty => (Vec::new(), None, Line::blank()),
        Err(fault) => {
            let said = when_fault(&WhenFault::NotUnderstood(fault), cx);
            (Vec::new(), None, Line::of(said, Role::Warm))
        }
    };
    let empty = if status.spans.is_empty() { cx.words.ask_date_empty() } else { String::new() };
    PickerView {
        overlay: overlay(cx.words.ask_date_title(), cx.foot(), (62, 9)),
        says: String::new(),
        input: Some(InputView::of(&date.line, true).or(cx.words.ask_date_placeholder())),
        list: ListView { rows, selected, focused: true, empty },
        status,
    }
}

fn day(reading: Reading, cx: &ViewCtx) -> ListRow {
    let when = match reading.time {
        Some(time) => moment(When::Local(reading.date.and_time(time)), cx),
        None => cx.words.day_long(reading.date),
    };
    let week = Week::of(reading.date);
    ListRow {
        line: Line::of(when, Role::Text),
        note: cx.words.ask_date_week(week.number),
        ..ListRow::default()
    }
}

pub fn copy_text(copy: &CopyText, cx: &ViewCtx) -> PickerView {
    let rows = copy.choices.iter().map(|choice| {
        let which = choice.message.map(|message| cx.words.message(message));
        let own = choice.own.then(|| cx.words.ask_copy_own());
        let said = [which, cx.account(&choice.channel), own];
        let said: Vec<String> = said.into_iter().flatten().collect();
        let line = Line::of(cx.channel_label(&choice.channel), Role::Title);
        let line = line.with(format!("  {}", said.join(" · ")), Role::Dim);
        let note = cx.words.ask_copy_count(choice.characters, cx.words.number(choice.characters));
        ListRow { line, note, ..ListRow::default() }
    });
    let rows: Vec<ListRow> = rows.collect();
    let height = rows.len() as u16 + 2;
    PickerView {
        overlay: overlay(cx.words.ask_copy_title(), cx.foot(), (60, height)),
        says: String::new(),
        input: None,
        list: chosen(rows, copy.selected),
        status: Line::blank(),
    }
}

pub fn question(asked: &Asked, cx: &ViewCtx) -> PickerView {
    let answers = asked.question.answers.iter().enumerate();
    let rows: Vec<ListRow> = answers
        .map(|(i, answer)| {
            // Only the keys that there are.
            let number = if i < 9 { format!("{} ", i + 1) } else { "  ".to_owned() };
            let number = Line::of(number, Role::Key);
            let said = cx.words.says(&answer.says);
            ListRow { line: number.with(&said, Role::Text), aloud: said, ..ListRow::default() }
        })
        .collect();
    let height = rows.len() as u16 + 6;
    PickerView {
        overlay: overlay(cx.words.asks_title(&asked.question.asks), cx.foot(), (60, height)),
        says: cx.words.asks(&asked.question.asks),
        input: None,
        list: chosen(rows, asked.selected),
        status: Line::blank(),
    }
}

pub fn chosen(rows: Vec<ListRow>, selected: usize) -> ListView {
    ListView { rows, selected: Some(selected), focused: true, empty: String::new() }
}

pub fn overlay(title: String, foot: String, (width, height): (u16, u16)) -> OverlayView {
    OverlayView { title, foot, place: Place::Middle { width, height } }
}
