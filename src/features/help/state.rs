//! What the help and the palette remember: their rows, what was typed, what is chosen.

use super::matching;
use crate::text::Buffer;
use crate::vocab::{Action, Scope, Why};

/// One row of the key table, as the app words it.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub scope: Scope,
    /// As a person reads them; empty for what has no key.
    pub keys: String,
    pub label: String,
    pub action: Action,
    /// Why it cannot be done here and now.
    pub why: Option<Why>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every key in force, under the scope it counts in.
    Keys,
    /// Every command, the best match first.
    Palette,
    /// The three keys to begin with.
    Tour,
}

/// A row of the list as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Heading(Scope),
    Item {
        index: usize,
        /// Graphemes of the label that matched what was typed.
        matched: Vec<usize>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub kind: Kind,
    pub items: Vec<Item>,
    pub line: Buffer,
    pub shown: Vec<Shown>,
    /// Index in `shown`; never a heading while there is an item.
    pub selected: usize,
}

impl State {
    /// The help: rows that say the same are one, with all their keys.
    pub fn keys(items: Vec<Item>) -> Self {
        let mut merged: Vec<Item> = Vec::new();
        for item in items {
            let same = |seen: &&mut Item| seen.scope == item.scope && seen.label == item.label;
            match merged.iter_mut().find(same) {
                Some(seen) => seen.keys = format!("{} {}", seen.keys, item.keys),
                None => merged.push(item),
            }
        }
        Self::with(Kind::Keys, merged)
    }

    /// The palette: what a person would look for by name, each command once.
    pub fn palette(items: Vec<Item>) -> Self {
        let mut commands: Vec<Item> = Vec::new();
        for item in items.into_iter().filter(|item| is_command(&item.action)) {
            if commands.iter().all(|seen| seen.action != item.action) {
                commands.push(item);
            }
        }
        Self::with(Kind::Palette, commands)
    }

    /// The first start, once: `Drafts`, `Edit` and `Move` with the keys in force.
    pub fn tour(items: Vec<Item>) -> Self {
        Self::with(Kind::Tour, items)
    }

    fn with(kind: Kind, items: Vec<Item>) -> Self {
        let line = Buffer::one_line("");
        let mut state = Self { kind, items, line, shown: Vec::new(), selected: 0 };
        state.list();
        state
    }

    /// The list for what was typed, with the first item chosen.
    pub fn list(&mut self) {
        self.shown = match self.kind {
            Kind::Keys => matching::by_scope(&self.items, self.line.text()),
            Kind::Palette => matching::by_likeness(&self.items, self.line.text()),
            Kind::Tour => matching::by_likeness(&self.items, ""),
        };
        self.selected = 0;
        self.step(0);
    }

    pub fn item(&self) -> Option<&Item> {
        match self.shown.get(self.selected)? {
            Shown::Item { index, .. } => self.items.get(*index),
            Shown::Heading(_) => None,
        }
    }

    /// Moves by `rows`, never resting on a heading and never past the ends.
    pub fn step(&mut self, rows: isize) {
        let last = self.shown.len().saturating_sub(1);
        let wanted = self.selected.saturating_add_signed(rows).min(last);
        let free = |i: &usize| matches!(self.shown.get(*i), Some(Shown::Item { .. }));
        let found = if rows < 0 {
            (0..=wanted).rev().find(free).or_else(|| (wanted..=last).find(free))
        } else {
            (wanted..=last).find(free).or_else(|| (0..=wanted).rev().find(free))
        };
        self.selected = found.unwrap_or(0);
    }
}

/// Not a motion, not typing, not the answer to something open.
fn is_command(action: &Action) -> bool {
    !matches!(
        action,
        Action::Left
            | Action::Right
            | Action::Up
            | Action::Down
            | Action::First
            | Action::Last
            | Action::PageUp
            | Action::PageDown
            | Action::Confirm
            | Action::Cancel
            | Action::Toggle
            | Action::Palette
            | Action::Write(_)
            | Action::Go { .. }
            | Action::Pick(_)
            | Action::Choose(_)
            | Action::ByLetter(_)
            | Action::Because(_)
            | Action::WithoutReason
    )
}
