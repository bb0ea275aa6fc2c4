//! The words of a note, and whom it is for: what asking, wanting a change, remarking and
//! answering have in common. Written as a file of its own, and never changed.

use crate::domain::{Change, ChangeSet, Label, Note, NoteKind};
use crate::features::{Ctx, Outcome, click_line, edit_line};
use crate::text::Buffer;
use crate::vocab::{Action, Effect, NewNote, Target};

#[derive(Debug, Clone, PartialEq)]
pub struct NoteForm {
    pub new: NewNote,
    pub text: Buffer,
    /// Names or addresses, with commas between.
    pub to: Buffer,
    /// Index in [`NoteForm::rows`].
    pub focus: usize,
    /// It was tried without a word, where words are needed.
    pub is_mute: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteRow {
    Text,
    To,
}

impl NoteForm {
    pub fn new(new: NewNote) -> Self {
        let line = || Buffer::one_line("");
        Self { new, text: line(), to: line(), focus: 0, is_mute: false }
    }

    /// Whoever asks says first whom; whoever wants a change, what.
    pub fn rows(&self) -> &'static [NoteRow] {
        match self.new.kind {
            NoteKind::Ask => &[NoteRow::To, NoteRow::Text],
            NoteKind::Change => &[NoteRow::Text, NoteRow::To],
            NoteKind::Remark | NoteKind::Reply | NoteKind::Resolve => &[NoteRow::Text],
        }
    }

    pub fn update(&mut self, action: &Action, ctx: &Ctx) -> Outcome {
        let last = self.rows().len() - 1;
        match action {
            Action::Confirm | Action::Save => return self.finish(ctx),
            Action::Up | Action::PreviousPane | Action::Wheel { up: true } => {
                self.focus = self.focus.saturating_sub(1);
            }
            Action::Down | Action::NextPane | Action::Wheel { up: false } => {
                self.focus = (self.focus + 1).min(last);
            }
            Action::Point(Target::Row(row)) => self.focus = (*row).min(last),
            Action::Point(Target::Cell { row, column, clicks, select })
            | Action::DragTo(Target::Cell { row, column, clicks, select }) => {
                self.focus = (*row).min(last);
                click_line(self.line(), *column, *clicks, *select);
            }
            _ => {
                let line = self.line();
                let before = line.revision();
                let Some(effects) = edit_line(line, action) else { return Outcome::Ignored };
                self.is_mute &= line.revision() == before;
                return Outcome::Handled(effects);
            }
        }
        Outcome::done()
    }

    fn line(&mut self) -> &mut Buffer {
        match self.rows()[self.focus] {
            NoteRow::Text => &mut self.text,
            NoteRow::To => &mut self.to,
        }
    }

    fn finish(&mut self, ctx: &Ctx) -> Outcome {
        let text = self.text.text().trim().to_owned();
        let to = Some(self.to.text().trim().to_owned()).filter(|to| !to.is_empty());
        if text.is_empty() && self.new.kind.needs_text() {
            self.is_mute = true;
            self.focus = self.rows().iter().position(|row| *row == NoteRow::Text).unwrap_or(0);
            return Outcome::done();
        }
        let NewNote { post, kind, about, channel, quote } = self.new.clone();
        let (id, at, by) = (ctx.ids.fresh(), ctx.now.utc, ctx.by.to_owned());
        let note = Note { id, post, at, by, kind, to, about, channel, quote, text };
        let set = ChangeSet::one(Label::Note(kind), Change::Note(Box::new(note)));
        Outcome::Handled(vec![Effect::Close, Effect::Apply(set)])
    }
}
