//! Keys to choose from in a form: channels, pillars, stages. Words for them are a view's
//! business.

/// Some of these, or one of them, or none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Keys, as files have them.
    pub options: Vec<String>,
    pub on: Vec<bool>,
    /// Where the cursor stands.
    pub at: usize,
    /// More than one can be on.
    pub many: bool,
}

impl Choice {
    /// Whatever is chosen is offered too, known or not.
    pub fn new(known: impl IntoIterator<Item = String>, chosen: &[String], many: bool) -> Self {
        let mut options: Vec<String> = known.into_iter().collect();
        for key in chosen {
            if !options.contains(key) {
                options.push(key.clone());
            }
        }
        let on: Vec<bool> = options.iter().map(|key| chosen.contains(key)).collect();
        let at = on.iter().position(|on| *on).unwrap_or_default();
        Self { options, on, at, many }
    }

    pub fn chosen(&self) -> Vec<String> {
        let chosen = self.options.iter().zip(&self.on).filter(|(_, on)| **on);
        chosen.map(|(key, _)| key.clone()).collect()
    }

    pub fn one(&self) -> Option<String> {
        self.chosen().into_iter().next()
    }

    pub fn is_on(&self, key: &str) -> bool {
        self.options.iter().zip(&self.on).any(|(option, on)| option == key && *on)
    }

    pub fn step(&mut self, by: isize) {
        let last = self.options.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// The cursor to a choice by its place.
    pub fn reach(&mut self, at: usize) {
        if at < self.options.len() {
            self.at = at;
        }
    }

    /// Marks what the cursor stands on, or unmarks it. Of one, the others go.
    pub fn toggle(&mut self) {
        let Some(was) = self.on.get(self.at).copied() else { return };
        if !self.many {
            self.on.fill(false);
        }
        self.on[self.at] = !was;
    }
}
