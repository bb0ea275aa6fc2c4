//! An empty place in the inspector: what is usual there, what is kept that day, what the plan
//! lacks that it could give, and the keys that fill it.

use super::inspector::text;
use super::words::{channel_names, feast};
use crate::domain::{self, PlanNotice};
use crate::features::ViewCtx;
use crate::features::calendar::needs;
use crate::features::calendar::state::State;
use crate::features::calendar::update;
use crate::text::reveal_line;
use crate::ui::{Para, Role, Span};
use crate::vocab::{Action, Scope, Slot};

/// An empty place teaches: what is usual here, and the keys that fill it.
pub fn place(slot: Slot, state: &State, cx: &ViewCtx) -> Vec<Para> {
    let words = cx.words;
    let usual: Vec<&str> = cx
        .ctx
        .workspace
        .channels
        .iter()
        .filter(|channel| {
            let same = |s: &&domain::Slot| {
                s.day == chrono::Datelike::weekday(&slot.date) && Some(s.time) == slot.time
            };
            channel.slots.iter().any(|s| same(&s))
        })
        .map(|channel| channel.key.as_str())
        .collect();
    let mut parts = Vec::new();
    if usual.is_empty() {
        parts.push(text(words.calendar_nothing_here(), Role::Text));
    } else {
        parts.push(text(words.calendar_usual_slot(channel_names(&usual, cx)), Role::Text));
    }
    if let Some(feast) = feast(slot.date, cx) {
        parts.push(text(words.plan_holiday_here(feast), Role::Dim));
    }
    parts.extend(wanted(slot, state, cx));
    parts.push(Para::Blank);
    for action in [Action::New, Action::Drafts, Action::Paste] {
        let Some(hint) = cx.hints.iter().find(|hint| hint.action == action) else { continue };
        parts.push(Para::Text(vec![
            Span::new(format!("{} ", hint.keys), Role::Key),
            Span::new(hint.label.clone(), Role::Text),
        ]));
    }
    if !update::ideas(state, &cx.ctx).is_empty() {
        let key = words.key(Scope::Week, &Action::Move);
        parts.push(Para::Text(vec![
            Span::new(format!("{key} "), Role::Key),
            Span::new(words.calendar_bring(), Role::Text),
        ]));
    }
    parts
}

/// What the plan lacks that this place could give it: a post after a silence, a pillar that is
/// too rare.
fn wanted(slot: Slot, state: &State, cx: &ViewCtx) -> Vec<Para> {
    let here = |notice: &&PlanNotice| match notice {
        PlanNotice::Silence { .. } => notice.concerns(slot.date),
        PlanNotice::Share { wanted, here, .. } => here < wanted,
        PlanNotice::Unfilled { .. } | PlanNotice::NoHolidays { .. } => false,
    };
    let notices = needs::notices(state, &cx.ctx);
    let said = notices.iter().filter(here).map(|notice| {
        let told = cx.words.plan_notice(notice, |key| cx.channel_name(key));
        let next = matches!(notice, PlanNotice::Share { .. }).then_some(told.next);
        let next = next.map(|next| Span::new(format!(" · {next}"), Role::Dim));
        let said = Span::new(reveal_line(&told.sentence).into_owned(), Role::Text);
        Para::Hanging(2, std::iter::once(said).chain(next).collect())
    });
    said.collect()
}
