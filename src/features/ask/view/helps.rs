//! The menu of helps, and what each still asks.

use super::pickers::{chosen, overlay};
use crate::domain::Task;
use crate::features::ViewCtx;
use crate::features::ask::helps::{Helps, MENU, POST, Step};
use crate::text::reveal_line;
use crate::ui::{InputView, Line, ListRow, PickerView, Role};

pub fn helps(helps: &Helps, cx: &ViewCtx) -> PickerView {
    let words = cx.words;
    let rows: Vec<ListRow> = match helps.step {
        Step::Task => (MENU.iter().enumerate())
            .map(|(at, task)| {
                if helps.is_beyond(*task) {
                    dim(row(at, words.help_name(*task), words.ask_helps_needs_model()))
                } else {
                    row(at, words.help_name(*task), words.help_about(*task))
                }
            })
            .collect(),
        _ => helps.options.iter().enumerate().map(|(at, key)| option(at, key, helps, cx)).collect(),
    };
    let title = match helps.step {
        Step::Task => words.ask_helps_title(),
        _ => words.help_heading(helps.brief.task),
    };
    let asks = match helps.step {
        Step::Task if helps.has_choice() => words.ask_helps_one_channel(),
        Step::Task => String::new(),
        Step::Tone => words.ask_helps_tone(),
        Step::Lang => words.ask_helps_lang(),
        Step::Into => words.ask_helps_into(),
        Step::Channel if helps.brief.task == Task::Reply => words.ask_helps_where(),
        Step::Channel => words.ask_helps_channel(),
        Step::Picture => words.ask_helps_picture(),
        Step::Wrote => words.ask_helps_wrote(),
    };
    let example = match helps.step {
        Step::Wrote => words.ask_helps_wrote_example(),
        _ => words.ask_helps_picture_example(),
    };
    let input = helps.step.is_typed().then(|| InputView::of(&helps.line, true).or(example));
    // What is asked may take two or three rows, the line to fill one and its space.
    let height = match helps.step {
        Step::Task if asks.is_empty() => rows.len() as u16 + 2,
        Step::Task => rows.len() as u16 + 5,
        Step::Picture | Step::Wrote => 9,
        _ => rows.len() as u16 + 6,
    };
    PickerView {
        overlay: overlay(title, cx.foot(), (64, height)),
        says: asks,
        input,
        list: chosen(rows, helps.selected),
        status: Line::blank(),
    }
}

fn option(at: usize, key: &str, helps: &Helps, cx: &ViewCtx) -> ListRow {
    match helps.step {
        Step::Channel => row(at, cx.channel_label(key), cx.account(key).unwrap_or_default()),
        Step::Into if key == POST => {
            row(at, cx.words.ask_helps_as_post(), cx.words.ask_helps_as_post_told())
        }
        Step::Into => {
            row(at, cx.words.ask_helps_as_variant(), cx.words.ask_helps_as_variant_told())
        }
        Step::Tone => {
            let about = reveal_line(helps.described(key)).into_owned();
            row(at, reveal_line(key).into_owned(), about)
        }
        _ => row(at, cx.words.language_name(key), String::new()),
    }
}

fn dim(mut row: ListRow) -> ListRow {
    for span in &mut row.line.spans {
        span.role = Role::Dim;
    }
    row
}

fn row(at: usize, name: String, about: String) -> ListRow {
    let aloud = if about.is_empty() { name.clone() } else { format!("{name}, {about}") };
    let line = Line::of(format!("{} ", at + 1), Role::Key).with(name, Role::Text);
    ListRow { line: line.with(format!("  {about}"), Role::Dim), aloud, ..ListRow::default() }
}
