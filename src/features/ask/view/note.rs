//! How a note looks while it is written: what it is about, its words, whom it is for.

use super::forms::place;
use crate::domain::NoteKind;
use crate::features::ViewCtx;
use crate::features::ask::FreezeWhy;
use crate::features::ask::note::{NoteForm, NoteRow};
use crate::text::reveal_line;
use crate::ui::{Control, FormRow, FormView, InputView, Line, OverlayView, Role};
use crate::vocab::{Action, Scope};

pub fn note(form: &NoteForm, cx: &ViewCtx) -> FormView {
    let words = cx.words;
    let mut rows: Vec<FormRow> = Vec::new();
    for (at, kind) in form.rows().iter().enumerate() {
        let focused = at == form.focus;
        rows.push(match kind {
            NoteRow::To => {
                let input = InputView::of(&form.to, focused).or(words.review_to_anybody());
                let row = FormRow::new(words.review_to(), Control::Input(input));
                if form.is_odd {
                    let key = words.key(Scope::Line, &Action::Confirm);
                    row.error(words.review_to_odd(key))
                } else if form.is_for_a_stranger(cx.ctx.by) {
                    row.note(words.review_to_stranger(known(form)))
                } else if focused && !form.known.is_empty() {
                    row.note(words.review_to_known(known(form)))
                } else {
                    row
                }
            }
            NoteRow::Text => {
                let input = InputView::of(&form.text, focused).or(placeholder(form, cx));
                let row = FormRow::new(words.review_text(), Control::Input(input));
                if form.is_mute { row.error(words.review_mute()) } else { row }
            }
        });
    }
    let status = form.new.quote.as_deref().map(|quote| {
        let quote = words.drafts_quote(reveal_line(quote).into_owned());
        Line::of(words.review_about(quote), Role::Dim)
    });
    let mut place = place(74, &rows, cx);
    if let (crate::ui::Place::Middle { height, .. }, true) = (&mut place, status.is_some()) {
        *height += 1;
    }
    FormView {
        overlay: OverlayView { title: title(form, cx), foot: cx.foot(), place },
        rows,
        focused: form.focus,
        status: status.unwrap_or_else(Line::blank),
    }
}

/// As many names as are read at a glance.
fn known(form: &NoteForm) -> String {
    const SHOWN: usize = 4;
    let more = (form.known.len() > SHOWN).then_some("…");
    let names = form.known.iter().take(SHOWN).map(String::as_str).chain(more);
    reveal_line(&names.collect::<Vec<_>>().join(", ")).into_owned()
}

/// Why something is held back.
pub fn why(form: &FreezeWhy, cx: &ViewCtx) -> FormView {
    let words = cx.words;
    let input = InputView::of(&form.text, true).or(words.freeze_why_empty());
    let rows = vec![FormRow::new(words.freeze_why(), Control::Input(input))];
    let title = words.freeze_this(words.frozen(&form.what(&cx.ctx)));
    FormView {
        overlay: OverlayView { title, foot: cx.foot(), place: place(74, &rows, cx) },
        rows,
        focused: 0,
        status: Line::blank(),
    }
}

fn title(form: &NoteForm, cx: &ViewCtx) -> String {
    let words = cx.words;
    match form.new.kind {
        NoteKind::Ask => words.review_ask_title(),
        NoteKind::Change => words.review_change_title(),
        NoteKind::Remark => words.review_remark_title(),
        NoteKind::Resolve => words.review_row_settled(),
        NoteKind::Reply => {
            let review = cx.ctx.shelf.review(&form.new.post);
            let about = form.new.about.as_ref();
            let note = about.and_then(|id| review.notes().find(|note| note.id == *id));
            let who = words.who(note.map_or("", |note| note.by.as_str()));
            words.review_reply_title(words.to_whom(who))
        }
    }
}

fn placeholder(form: &NoteForm, cx: &ViewCtx) -> String {
    match form.new.kind {
        NoteKind::Ask => cx.words.review_text_ask(),
        NoteKind::Change => cx.words.review_text_change(),
        NoteKind::Remark | NoteKind::Reply | NoteKind::Resolve => String::new(),
    }
}
