//! The words of a note, and whom it is for: what asking, wanting a change, remarking and
//! answering have in common. Written as a file of its own, and never changed.

use crate::domain::{Change, ChangeSet, Label, Note, NoteKind, is_named_in, short_name};
use crate::features::{Ctx, Outcome, click_line, edit_line, set_line};
use crate::text::{Buffer, fold};
use crate::vocab::{Action, Effect, NewNote, Target};
use std::collections::BTreeMap;

/// From so many words on it is no name any more.
const MOST_NAMES: usize = 4;

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
    /// It was tried with a sentence where a name is asked for: once more, and it counts.
    pub is_odd: bool,
    /// The others that are known here, by name.
    pub known: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteRow {
    Text,
    To,
}

impl NoteForm {
    pub fn new(new: NewNote, ctx: &Ctx) -> Self {
        let line = || Buffer::one_line("");
        let known = known(ctx);
        Self { new, text: line(), to: line(), focus: 0, is_mute: false, is_odd: false, known }
    }

    /// With the words of one that was left.
    pub fn with(self, left: Self) -> Self {
        Self { text: left.text, to: left.to, ..self }
    }

    pub fn is_blank(&self) -> bool {
        self.text.text().trim().is_empty() && self.to.text().trim().is_empty()
    }

    /// First what is to be said, then to whom.
    pub fn rows(&self) -> &'static [NoteRow] {
        match self.new.kind {
            NoteKind::Ask | NoteKind::Change => &[NoteRow::Text, NoteRow::To],
            NoteKind::Remark | NoteKind::Reply | NoteKind::Resolve => &[NoteRow::Text],
        }
    }

    /// Whom it is for is asked where the cursor stands.
    pub fn is_on_names(&self) -> bool {
        self.rows()[self.focus] == NoteRow::To
    }

    /// It is for nobody who is known here, as far as it says.
    pub fn is_for_a_stranger(&self, me: &str) -> bool {
        let names = || self.known.iter().map(String::as_str).chain([me]);
        let is_known = |one: &str| names().any(|known| is_named_in(one, known));
        !self.known.is_empty() && self.named().any(|one| !is_known(one))
    }

    fn named(&self) -> impl Iterator<Item = &str> {
        self.to.text().split([',', ';']).map(str::trim).filter(|one| !one.is_empty())
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
            Action::Complete if self.is_on_names() => self.complete(),
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
                let same = line.revision() == before;
                self.is_mute &= same;
                self.is_odd &= same;
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
        let odd = self.named().any(is_a_sentence);
        if let Some(row) = self.rows().iter().position(|row| *row == NoteRow::To)
            && odd
            && !self.is_odd
        {
            (self.is_odd, self.focus) = (true, row);
            return Outcome::done();
        }
        let NewNote { post, kind, about, channel, quote } = self.new.clone();
        let (id, at, by) = (ctx.ids.fresh(), ctx.now.utc, ctx.by.to_owned());
        let note = Note { id, post, at, by, kind, to, about, channel, quote, text };
        let set = ChangeSet::one(Label::Note(kind), Change::Note(Box::new(note)));
        Outcome::Handled(vec![Effect::Close, Effect::Apply(set)])
    }
    /// The name that the last letters begin; where one stands, the next.
    fn complete(&mut self) {
        let said = self.to.text().to_owned();
        let start = said.rfind([',', ';']).map_or(0, |comma| comma + 1);
        let (before, begun) = said.split_at(start);
        let begun = fold(begun.trim());
        let begins = |name: &&String| {
            let name = fold(name);
            name.starts_with(&begun) || name.split_whitespace().any(|word| word.starts_with(&begun))
        };
        let next = match self.known.iter().position(|name| fold(name) == begun) {
            Some(at) => self.known.get((at + 1) % self.known.len()),
            None => self.known.iter().find(begins),
        };
        if let Some(name) = next {
            let space = if before.is_empty() { "" } else { " " };
            set_line(&mut self.to, &format!("{before}{space}{name}"));
            self.is_odd = false;
        }
    }
}

/// Whoever has said something here, or was asked, besides the person at the keyboard.
fn known(ctx: &Ctx) -> Vec<String> {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut learn = |said: &str| {
        let name = short_name(said).trim();
        if !name.is_empty() && !is_a_sentence(name) && !is_named_in(name, ctx.by) {
            names.entry(fold(name)).or_insert_with(|| name.to_owned());
        }
    };
    for entry in ctx.shelf.entries() {
        entry.post.origin.iter().for_each(|origin| learn(&origin.by));
        entry.consent.given().iter().for_each(|given| learn(&given.by));
        for note in ctx.shelf.review(&entry.post.id).notes() {
            learn(&note.by);
            note.to.iter().flat_map(|to| to.split([',', ';'])).for_each(&mut learn);
        }
    }
    // Of a first name and the whole of it, the whole.
    let all: Vec<String> = names.into_values().collect();
    let is_part = |one: &String| all.iter().any(|other| other != one && is_named_in(one, other));
    all.iter().filter(|one| !is_part(one)).cloned().collect()
}

/// It says something, where a name is asked for.
fn is_a_sentence(said: &str) -> bool {
    let words = said.split_whitespace().count();
    words > MOST_NAMES || words > 2 && said.trim_end().ends_with(['.', '!', '?', '…', ':'])
}
