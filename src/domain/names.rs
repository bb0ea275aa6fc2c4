//! What the days of the week and the months are called, in the two languages: the one list
//! for what is shown, what is understood, and what is noticed in a text.

use crate::text::fold::fold;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    pub italian: &'static str,
    pub english: &'static str,
}

/// From Monday.
pub const WEEKDAYS: [Name; 7] = [
    name("lunedì", "Monday"),
    name("martedì", "Tuesday"),
    name("mercoledì", "Wednesday"),
    name("giovedì", "Thursday"),
    name("venerdì", "Friday"),
    name("sabato", "Saturday"),
    name("domenica", "Sunday"),
];

/// From January.
pub const MONTHS: [Name; 12] = [
    name("gennaio", "January"),
    name("febbraio", "February"),
    name("marzo", "March"),
    name("aprile", "April"),
    name("maggio", "May"),
    name("giugno", "June"),
    name("luglio", "July"),
    name("agosto", "August"),
    name("settembre", "September"),
    name("ottobre", "October"),
    name("novembre", "November"),
    name("dicembre", "December"),
];

const fn name(italian: &'static str, english: &'static str) -> Name {
    Name { italian, english }
}

impl Name {
    /// Whether a word, lower case and without accents, is this name in either language.
    pub fn is(&self, folded: &str) -> bool {
        fold(self.italian) == folded || self.english.eq_ignore_ascii_case(folded)
    }
}
