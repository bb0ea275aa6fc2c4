//! How the drafts room looks, as plain worded data: the human text, the suggestions, and
//! whichever line, form or prompt lies over them. One view for both renderers.

mod brief;
mod foot;
mod human;
mod noticed;
mod pane;
mod thread;

pub use brief::choices;

use super::state::{Mode, Prompt, PromptLine, Refusing, State};
use crate::domain::{Hunk, Part, Reach, Reason, Spot};
use crate::features::ViewCtx;
use crate::text::reveal_line;
use crate::ui::{AskView, DraftsView, InputView, Line, PromptView, Role, Span};
use crate::vocab::{Action, Mouse, MouseKind, SourceInfo, Target};
use ratatui::layout::Rect;

pub fn view(state: &State, cx: &ViewCtx) -> DraftsView {
    let human = human::Human::of(state, cx);
    let mut panes = vec![human::human(state, &human, cx)];
    panes.extend((0..state.panes.len()).map(|at| pane::suggestion(state, at, &human, cx)));
    DraftsView {
        title: title(state, cx),
        panes,
        focus: state.focus,
        ask: ask(state, cx),
        brief: matches!(state.mode, Mode::Brief).then(|| brief::view(state, cx)),
        prompt: prompt(state, cx),
    }
}

/// What a mouse event means here, by the layout that drew the view.
pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    match mouse.kind {
        MouseKind::WheelUp => return Some(Action::Wheel { up: true }),
        MouseKind::WheelDown => return Some(Action::Wheel { up: false }),
        MouseKind::Down => {}
        MouseKind::Up | MouseKind::Drag => return None,
    }
    let view = view(state, cx);
    let (column, row) = (mouse.column, mouse.row);
    match &state.mode {
        Mode::Brief => {
            let (field, chip) = DraftsView::brief_at(&view, area, column, row)?;
            Some(Action::Point(match chip {
                Some(choice) => Target::Choice { row: field, choice },
                None => Target::Row(field),
            }))
        }
        Mode::Reading => {
            let (pane, sentence) = DraftsView::at(&view, area, column, row)?;
            let Some(block) = sentence.filter(|_| pane > 0) else {
                return Some(Action::Point(Target::Pane(pane)));
            };
            let target = Target::Sentence { pane, sentence: block };
            Some(if mouse.clicks > 1 { Action::OpenAt(target) } else { Action::Point(target) })
        }
        _ => None,
    }
}

fn title(state: &State, cx: &ViewCtx) -> String {
    let Some((_, post)) = state.entry(&cx.ctx) else {
        let Some(slot) = state.slot else { return cx.words.drafts_title_idea() };
        let when = match slot.time {
            Some(time) => cx.words.moment(slot.date.and_time(time)),
            None => cx.words.day_month(slot.date),
        };
        return cx.words.drafts_title_slot(when);
    };
    let name = reveal_line(&post.short_title()).into_owned();
    let zone = cx.ctx.workspace.zone;
    match post.when {
        Some(when) if when.has_time() => {
            cx.words.drafts_title_post(name, cx.words.moment(when.wall(zone)))
        }
        Some(when) => cx.words.drafts_title_post(name, cx.words.day_month(when.date(zone))),
        None => name,
    }
}

fn ask(state: &State, cx: &ViewCtx) -> Option<AskView> {
    let (confirm, cancel) = (cx.key_for(&Action::Confirm), cx.key_for(&Action::Cancel));
    match &state.mode {
        Mode::Refusing(refusing) => {
            let label = match refusing.spot {
                Some(spot) if is_headline(state, refusing, spot) => {
                    cx.words.drafts_reason_headline()
                }
                Some(_) => cx.words.drafts_reason_sentence(),
                None => cx.words.drafts_reason_whole(),
            };
            Some(AskView { label, spans: reasons(cx), input: None })
        }
        Mode::Because(open) => Some(AskView {
            label: cx.words.drafts_reason_words(),
            spans: Vec::new(),
            input: Some(InputView::of(&open.1, true)),
        }),
        Mode::Instruction(open) => Some(AskView {
            label: cx.words.drafts_instruction(),
            spans: Vec::new(),
            input: Some(InputView::of(&open.line, true)),
        }),
        Mode::Rewriting(open) if open.leaving => Some(AskView {
            label: cx.words.drafts_leaving(),
            spans: vec![Span::new(cx.words.drafts_leaving_keys(confirm, cancel), Role::Text)],
            input: None,
        }),
        Mode::Rewriting(_) => Some(AskView {
            label: cx.words.drafts_rewriting(),
            spans: vec![Span::new(cx.words.drafts_rewriting_keys(cancel), Role::Dim)],
            input: None,
        }),
        _ => None,
    }
}

fn is_headline(state: &State, refusing: &Refusing, spot: Spot) -> bool {
    let pane = state.pane_of(&refusing.suggestion).map(|at| &state.panes[at]);
    let headline = |hunk: &Hunk| hunk.spot == spot && hunk.part == Part::Headline;
    pane.is_some_and(|pane| pane.hunks().iter().any(headline))
}

/// Each reason with the key that gives it, as the key table says.
fn reasons(cx: &ViewCtx) -> Vec<Span> {
    let mut spans = Vec::new();
    for reason in Reason::ALL {
        let key = cx.hints.iter().find(|hint| hint.action == Action::Because(reason));
        if let Some(hint) = key {
            spans.push(Span::new(format!("{} ", hint.keys), Role::Key));
        }
        spans.push(Span::new(format!("{}  ", cx.words.reason(reason)), Role::Text));
    }
    spans
}

fn prompt(state: &State, cx: &ViewCtx) -> Option<PromptView> {
    let Mode::Prompt(prompt) = &state.mode else { return None };
    let words = cx.words;
    let to = prompt.to.as_ref();
    // What puts sentences together was sent nothing.
    let sent = prompt.sent && to.is_none_or(|to| to.is_ai);
    let title = if sent { words.drafts_prompt_sent() } else { words.drafts_prompt_title() };
    Some(PromptView {
        title,
        to: to.map_or_else(|| words.drafts_prompt_wait(), |to| source(to, cx)),
        lines: if to.is_some() {
            prompt.lines().iter().map(|l| line(*l, prompt, cx)).collect()
        } else {
            Vec::new()
        },
        scroll: prompt.scroll,
    })
}

fn line(line: PromptLine, prompt: &Prompt, cx: &ViewCtx) -> Line {
    let words = cx.words;
    let arrow = if cx.theme.ascii { ">" } else { "→" };
    match line {
        PromptLine::Elsewhere(by) => {
            let by = pane::source(by, cx);
            let told = if by.is_empty() {
                words.drafts_prompt_elsewhere_unknown()
            } else {
                words.drafts_prompt_elsewhere(by)
            };
            Line::of(told, Role::Text)
        }
        PromptLine::Instead => Line::of(words.drafts_prompt_instead(), Role::Dim),
        PromptLine::Sum if prompt.layers.is_empty() => {
            Line::of(words.prompt_nothing_sent(), Role::Dim)
        }
        PromptLine::Sum => Line::of(words.prompt_sum(&prompt.layers), Role::Dim),
        PromptLine::Heading(layer) => Line::of(words.layer_heading(layer), Role::Title),
        PromptLine::Words(text) => Line::of(reveal_line(text), Role::Text),
        PromptLine::Why(fact) => {
            Line::of(format!("{arrow} {}", words.chosen_fact(fact)), Role::Dim)
        }
        PromptLine::Lacked if prompt.sent => Line::of(words.remark_lacks_title(), Role::Title),
        PromptLine::Lacked => Line::of(words.remark_lacks_ahead(), Role::Title),
        PromptLine::Lack(lack) => Line::of(format!("{arrow} {}", words.lack(lack)), Role::Text),
        PromptLine::Omitted => Line::of(words.remark_left_out_title(), Role::Title),
        PromptLine::LeftOut(one) => {
            Line::of(format!("{arrow} {}", words.left_out(one)), Role::Text)
        }
        PromptLine::Blank => Line::default(),
    }
}

/// Who writes and where the words go, said honestly.
fn source(source: &SourceInfo, cx: &ViewCtx) -> String {
    let model = reveal_line(&source.model).into_owned();
    match &source.host {
        _ if !source.is_ai => cx.words.drafts_source_composer(),
        Some(host) if Reach::of(host) == Reach::Here => {
            cx.words.drafts_source_here(model, reveal_line(host).into_owned())
        }
        Some(host) => cx.words.drafts_source_there(model, reveal_line(host).into_owned()),
        None => cx.words.drafts_source_command(model),
    }
}
