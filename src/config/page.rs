//! What is wrong with the settings, noted while the reading goes on: one slip does not
//! take the rest of the file with it.

use crate::document::Fields;
use crate::domain::{Problem, ProblemKind};

#[derive(Default)]
pub(super) struct Page {
    pub problems: Vec<Problem>,
}

impl Page {
    pub fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub fn take<T>(&mut self, read: Result<Option<T>, Problem>) -> Option<T> {
        read.unwrap_or_else(|problem| {
            self.note(problem);
            None
        })
    }

    pub fn list<T>(&mut self, read: Result<Vec<T>, Problem>) -> Vec<T> {
        self.take(read.map(Some)).unwrap_or_default()
    }

    /// A list of strings; a single string is a list of one.
    pub fn words(&mut self, table: &mut Fields, key: &'static str) -> Vec<String> {
        match table.get(key).and_then(|value| value.get_ref().as_str()) {
            Some(word) => vec![word.to_owned()],
            None => self.list(table.strings(key)),
        }
    }

    /// A number between `low` and `high`, whole or not.
    pub fn number(
        &mut self,
        table: &mut Fields,
        key: &'static str,
        low: f64,
        high: f64,
    ) -> Option<f64> {
        let number = self.take(table.number(key))?;
        let fits = (low..=high).contains(&number);
        if !fits {
            let range = format!("{low}–{high}");
            self.note(table.bad_value(key, number.to_string(), &[&range]));
        }
        fits.then_some(number)
    }

    /// Notes the keys nobody has asked for.
    pub fn close(&mut self, table: &Fields) {
        for (name, offset) in table.strangers() {
            let key = table.name(name);
            let allowed = table.known().iter().map(|key| (*key).to_owned()).collect();
            let kind = ProblemKind::UnknownSetting { key, allowed };
            self.note(table.problem(offset, kind));
        }
    }
}
