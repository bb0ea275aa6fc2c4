//! The form as rows: a label, what is typed or chosen, and what it is taken to mean.

use super::complete::{Candidate, candidates};
use super::post::Fault;
use super::state::{Field, Key, State};
use super::value::Value;
use crate::checks::{CheckContext, claim_findings, prose};
use crate::domain::{Ai, Finding, FindingKind, MediumSource, Part, Severity};
use crate::features::choice::Choice;
use crate::features::{Names, ViewCtx, complete_key, form_hit, when_fault, when_row};
use crate::text::reveal_line;
use crate::ui::{Chip, Control, FormRow, FormView, InputView, Line, OverlayView, Place, Role};
use crate::vocab::{Action, Mouse, Scope};
use ratatui::layout::Rect;

/// How many completions are said at once.
const OFFERED: usize = 4;

pub fn view(state: &State, cx: &ViewCtx) -> FormView {
    let visible = state.visible();
    let claims = claims(state, cx);
    let title = reveal_line(&state.first.short_title()).into_owned();
    let leave = cx.words.key(Scope::Fields, &Action::Cancel);
    let status = if state.warned {
        Line::of(cx.words.fields_warned(leave), Role::Warm)
    } else {
        Line::blank()
    };
    FormView {
        overlay: OverlayView {
            title: cx.words.fields_title(title),
            foot: cx.foot(),
            place: Place::Right { width: 76 },
        },
        rows: visible.iter().map(|i| claimed(row(state, *i, cx), state, *i, &claims, cx)).collect(),
        focused: visible.iter().position(|i| *i == state.focus).unwrap_or_default(),
        status,
    }
}

pub fn hit(state: &State, cx: &ViewCtx, area: Rect, mouse: &Mouse) -> Option<Action> {
    form_hit(&view(state, cx), cx, area, mouse)
}

/// The choices of the field in focus, where it has some.
pub fn choices(state: &State, cx: &ViewCtx) -> Option<Names> {
    let field = state.focused()?;
    let Value::Choice(choice) = &field.value else { return None };
    let called = |option: &String| match field.key {
        Key::Channels => cx.channel_names(option),
        _ => vec![option_label(&field.key, option, cx)],
    };
    Some(Names { names: choice.options.iter().map(called).collect(), at: choice.at })
}

fn row(state: &State, i: usize, cx: &ViewCtx) -> FormRow {
    let field = &state.fields[i];
    let focused = i == state.focus;
    let label = label(&field.key, cx);
    let row = match &field.value {
        Value::Line(line) => {
            let input = InputView::of(line, focused).or(placeholder(&field.key, cx));
            FormRow::new(label, Control::Input(input))
        }
        Value::When(input) => {
            let mut row = when_row(label, input, focused, cx);
            if let Control::Input(view) = &mut row.control {
                view.placeholder = placeholder(&field.key, cx);
            }
            row
        }
        Value::Choice(choice) => {
            FormRow::new(label, Control::Chips(chips(&field.key, choice, focused, cx)))
        }
        Value::Button => FormRow::new(label, Control::Said(button(state, &field.key, cx))),
    };
    let row = with_fault(row, state, field, cx);
    let row = if focused { with_help(row, state, &field.key, cx) } else { row };
    let begins = matches!(field.key, Key::Link | Key::MediumPath(0) | Key::ChannelWhen(_));
    let only_adds = field.key == Key::AddMedium && state.field(&Key::MediumPath(0)).is_none();
    if begins || only_adds { row.group() } else { row }
}

/// What is open in the words that are written here, and goes out beside the text.
fn claims(state: &State, cx: &ViewCtx) -> Vec<Finding> {
    let mut post = state.edited(cx.ctx.now);
    post.text.clear();
    post.variants.values_mut().for_each(|own| own.text = None);
    let context = CheckContext {
        workspace: cx.ctx.workspace,
        networks: cx.ctx.networks,
        exists: &|_| true,
        voices: None,
    };
    let smell = prose(&post, &context).into_iter().filter(|finding| finding.part() != Part::Text);
    let claims = claim_findings(&post, cx.ctx.workspace, cx.ctx.now.today());
    claims.into_iter().chain(smell).collect()
}

/// A claim of the field: warm where something speaks against it, else beside it.
fn claimed(row: FormRow, state: &State, i: usize, claims: &[Finding], cx: &ViewCtx) -> FormRow {
    let path = |i: &usize| match state.field(&Key::MediumPath(*i)).map(|field| &field.value) {
        Some(Value::Line(line)) => Some(line.text()),
        _ => None,
    };
    let (here, path, channel) = match &state.fields[i].key {
        Key::Headline => (Part::Headline, None, None),
        Key::FirstComment => (Part::FirstComment, None, None),
        Key::ChannelHeadline(channel) => (Part::Headline, None, Some(channel)),
        Key::ChannelComment(channel) => (Part::FirstComment, None, Some(channel)),
        Key::MediumAlt(i) => (Part::Alt, path(i), None),
        _ => return row,
    };
    let said = |of: Severity| {
        let said = claims.iter().filter(|claim| claim.severity == of).filter_map(|claim| {
            let place = (claim.part(), claim.medium(), claim.channel.as_ref());
            let is_here = place == (here, path, channel);
            is_here.then_some(())?;
            match &claim.kind {
                FindingKind::Claim { kind, quote, standing, .. } => {
                    let reason = cx.words.claim_reason(*kind, standing);
                    Some(cx.words.claim_said(quote.as_str(), reason))
                }
                FindingKind::Smell { marker, quote, .. } => {
                    Some(cx.words.smell_reason(*marker, quote))
                }
                _ => None,
            }
        });
        reveal_line(&said.collect::<Vec<_>>().join(" · ")).into_owned()
    };
    let (against, open) = (said(Severity::Warns), said(Severity::Informs));
    let row = if row.error.is_empty() { row.error(against) } else { row };
    if row.note.is_empty() { row.note(open) } else { row }
}

fn with_fault(row: FormRow, state: &State, field: &Field, cx: &ViewCtx) -> FormRow {
    match state.fault(field, cx.ctx.now) {
        Some(Fault::When(fault)) => row.error(when_fault(&fault, cx)),
        Some(Fault::NotALink) => row.error(cx.words.fields_not_a_link()),
        Some(Fault::NotInFolder) => row.error(cx.words.fields_not_in_folder()),
        // A time that comes twice says so with its row.
        Some(Fault::WhenOpen) | None => row,
    }
}

/// Words with why they are offered; those with one reason are said together.
fn offers(found: &[Candidate], cx: &ViewCtx) -> Vec<String> {
    let groups = found.chunk_by(|one, other| one.why == other.why);
    groups
        .map(|group| {
            let words: Vec<_> = group.iter().map(|one| reveal_line(&one.word)).collect();
            let (words, why) = (words.join(" · "), group.first().and_then(|one| one.why.as_ref()));
            let Some(why) = why else { return words };
            cx.words.fields_offer_why(words, reveal_line(&cx.words.evidence(why)).into_owned())
        })
        .collect()
}

/// What can be done in the field in focus.
fn with_help(row: FormRow, state: &State, key: &Key, cx: &ViewCtx) -> FormRow {
    if state.is_locked(key) {
        return row.note(cx.words.why(crate::vocab::Why::AlreadyPublished));
    }
    let found = candidates(state, &cx.ctx);
    let found = found.map(|(_, found)| found).unwrap_or_default();
    if !found.is_empty() {
        let shown = offers(&found[..found.len().min(OFFERED)], cx);
        return row.note(cx.words.fields_offers(complete_key(cx), shown.join(" · ")));
    }
    match key {
        Key::Channels => match state.focused().map(|field| &field.value) {
            Some(Value::Choice(choice)) => {
                let on = choice.options.get(choice.at);
                row.note(on.and_then(|key| cx.account(key)).unwrap_or_default())
            }
            _ => row,
        },
        Key::Title => row.note(cx.words.fields_note_title()),
        Key::Notes => row.note(cx.words.fields_note_notes()),
        Key::Labels => row.note(cx.words.fields_note_labels()),
        Key::Ai => row.note(cx.words.fields_note_ai()),
        Key::MediumRealistic(_) => row.note(cx.words.fields_note_realistic()),
        _ => row,
    }
}

fn label(key: &Key, cx: &ViewCtx) -> String {
    let words = cx.words;
    match key {
        Key::Title => words.fields_label_title(),
        Key::When => words.fields_label_when(),
        Key::Channels => words.fields_label_channels(),
        Key::Pillar => words.fields_label_pillar(),
        Key::Campaign => words.fields_label_campaign(),
        Key::Labels => words.fields_label_labels(),
        Key::Lang => words.fields_label_lang(),
        Key::Link => words.fields_label_link(),
        Key::Hashtags => words.fields_label_hashtags(),
        Key::Headline => words.fields_label_headline(),
        Key::FirstComment => words.fields_label_first_comment(),
        Key::Ai => words.fields_label_ai(),
        Key::Notes => words.fields_label_notes(),
        Key::ChannelWhen(channel) => words.fields_label_channel_when(cx.channel_name(channel)),
        Key::ChannelHeadline(channel) => {
            words.fields_label_channel_headline(cx.channel_name(channel))
        }
        Key::ChannelComment(channel) => {
            words.fields_label_channel_comment(cx.channel_name(channel))
        }
        Key::OwnText(channel) => words.fields_label_own_text(cx.channel_name(channel)),
        Key::MediumPath(i) => words.fields_label_medium(i + 1),
        Key::MediumAlt(_) => words.fields_label_alt(),
        Key::MediumSource(_) => words.fields_label_source(),
        Key::MediumRealistic(_) => words.fields_label_realistic(),
        Key::AddMedium => words.fields_label_media(),
    }
}

fn placeholder(key: &Key, cx: &ViewCtx) -> String {
    match key {
        Key::When => cx.words.fields_empty_when(),
        Key::ChannelWhen(_) | Key::ChannelHeadline(_) | Key::ChannelComment(_) => {
            cx.words.fields_empty_channel_when()
        }
        Key::MediumAlt(_) => cx.words.fields_empty_alt(),
        _ => String::new(),
    }
}

fn chips(key: &Key, choice: &Choice, focused: bool, cx: &ViewCtx) -> Vec<Chip> {
    let chip = |(i, option): (usize, &String)| Chip {
        label: option_label(key, option, cx),
        on: choice.on[i],
        focused: focused && choice.at == i,
    };
    choice.options.iter().enumerate().map(chip).collect()
}

fn option_label(key: &Key, option: &str, cx: &ViewCtx) -> String {
    let label = match key {
        Key::Channels => cx.channel_label(option),
        Key::Pillar => cx.ctx.workspace.pillar_name(option).to_owned(),
        Key::MediumSource(_) => {
            return cx.words.medium_source(MediumSource::from_code(option).unwrap_or_default());
        }
        Key::Ai => {
            return match Ai::from_code(option) {
                Some(Ai::Generated) => cx.words.fields_ai_generated(),
                Some(Ai::Assisted) => cx.words.fields_ai_assisted(),
                Some(Ai::None) | None => cx.words.fields_ai_none(),
            };
        }
        Key::MediumRealistic(_) if option == "true" => return cx.words.disclosure_yes(),
        Key::MediumRealistic(_) => return cx.words.disclosure_no(),
        _ => option.to_owned(),
    };
    reveal_line(&label).into_owned()
}

fn button(state: &State, key: &Key, cx: &ViewCtx) -> Line {
    let open = cx.words.key(Scope::Form, &Action::Confirm);
    let said = match key {
        Key::OwnText(channel) => {
            let own = state.first.variants.get(channel).and_then(|v| v.text.as_ref());
            if own.is_some() {
                cx.words.fields_own_text(open)
            } else {
                cx.words.fields_common_text(open)
            }
        }
        _ => cx.words.fields_add_medium(open),
    };
    Line::of(said, Role::Text)
}
