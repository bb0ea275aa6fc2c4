//! The list of texts that a session left unsaved, with the chosen one compared to what is
//! on disk; and what the mouse means in it.

use super::text::compared;
use crate::features::ViewCtx;
use crate::features::editor::recovered::Rescue;
use crate::text::{lines, reveal_line};
use crate::ui::{Line, ListRow, ListView, RescueView, Role};
use crate::vocab::{Action, Mouse, MouseKind, Scope, Target};
use ratatui::layout::Rect;

pub fn view(rescue: &Rescue, cx: &ViewCtx) -> RescueView {
    let words = cx.words;
    let zone = cx.ctx.now.zone;
    let row = |text: &crate::vocab::Recovered| {
        let entry = cx.ctx.shelf.get(&text.key.post);
        let title = entry.map(|entry| entry.post.short_title()).unwrap_or_default();
        // What has no name yet is known by its first words.
        let first = lines(&text.text).next().unwrap_or("");
        let title = if title.is_empty() { first } else { &*title };
        let mut line = Line::of(reveal_line(title).into_owned(), Role::Text);
        if let Some(channel) = &text.key.channel {
            line = line.with(format!("  {}", cx.channel_short(channel)), Role::Dim);
        }
        let at = text.at.with_timezone(&zone).naive_local();
        ListRow { line, note: words.moment(at), ..ListRow::default() }
    };
    let list = ListView {
        rows: rescue.texts.iter().map(row).collect(),
        selected: (!rescue.texts.is_empty()).then_some(rescue.selected),
        focused: true,
        empty: words.editor_rescue_empty(),
    };
    let cells = usize::from(cx.ctx.pane.width.saturating_sub(4)).max(10);
    let comparison = match (rescue.chosen(), rescue.stored(&cx.ctx)) {
        (Some(text), Some(stored)) if stored == text.text => {
            vec![Line::of(words.editor_rescue_same(), Role::Dim)]
        }
        (Some(text), Some(stored)) => compared(&stored, &text.text, cells),
        (Some(text), None) => compared("", &text.text, cells),
        (None, _) => Vec::new(),
    };
    let key = |action| words.key(Scope::List, &action);
    RescueView {
        title: words.editor_rescue_title(rescue.texts.len()),
        list,
        subtitle: words.editor_rescue_compare(),
        comparison,
        scroll: rescue.scroll,
        keys: words.editor_rescue_keys(
            key(Action::Confirm),
            key(Action::Remove),
            key(Action::Cancel),
        ),
    }
}

/// A click chooses a text, a second one keeps it; the wheel goes through the list where it
/// is over it, else through the comparison.
pub fn hit(view: &RescueView, area: Rect, mouse: Mouse) -> Option<Action> {
    let row = RescueView::row_at(view, area, mouse.column, mouse.row);
    match (mouse.kind, row) {
        (MouseKind::Down, Some(row)) if mouse.clicks >= 2 => Some(Action::OpenAt(Target::Row(row))),
        (MouseKind::Down, Some(row)) => Some(Action::Point(Target::Row(row))),
        (MouseKind::WheelUp, Some(_)) => Some(Action::Up),
        (MouseKind::WheelDown, Some(_)) => Some(Action::Down),
        (MouseKind::WheelUp, None) => Some(Action::Wheel { up: true }),
        (MouseKind::WheelDown, None) => Some(Action::Wheel { up: false }),
        (MouseKind::Down, None) | (MouseKind::Up | MouseKind::Drag, _) => None,
    }
}
