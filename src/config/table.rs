//! One table of the settings, read key by key; what is wrong is noted with its place
//! and the reading goes on.

use super::FILE;
use crate::domain::{Problem, ProblemKind, RelPath};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text of the file and what has been found wrong with it so far.
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub problems: Vec<Problem>,
}

impl Page<'_> {
    /// Notes a problem at a byte of the text.
    pub fn note(&mut self, offset: usize, kind: ProblemKind) {
        let before = self.text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        self.problems.push(Problem { path: RelPath::new(FILE), line, column, kind });
    }
}

pub(super) type Value<'a> = Spanned<DeValue<'a>>;

pub(super) struct Table<'a> {
    map: &'a DeTable<'a>,
    /// Where the table begins: a missing key is missed here.
    pub at: usize,
    /// What its keys are called in problems, such as `ai.profiles.casa.`.
    prefix: String,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    pub fn root(table: &'a DeTable<'a>) -> Self {
        Self { map: table, at: 0, prefix: String::new(), known: Vec::new() }
    }

    /// The value as a table called `name`.
    pub fn of(page: &mut Page, name: &str, value: &'a Value<'a>) -> Option<Self> {
        let Some(table) = value.get_ref().as_table() else {
            wrong_type(page, name, "table", value);
            return None;
        };
        let (at, prefix) = (value.span().start, format!("{name}."));
        Some(Self { map: table, at, prefix, known: Vec::new() })
    }

    pub fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    pub fn get(&mut self, key: &'static str) -> Option<&'a Value<'a>> {
        self.known.push(key);
        self.map.get(key)
    }

    /// Every entry, for tables whose keys are the user's own names.
    pub fn entries(&self) -> impl Iterator<Item = (String, &'a Value<'a>)> {
        self.map.iter().map(|(key, value)| (key.get_ref().to_string(), value))
    }

    pub fn table(&mut self, page: &mut Page, key: &'static str) -> Option<Self> {
        let name = self.name(key);
        self.get(key).and_then(|value| Table::of(page, &name, value))
    }

    pub fn string(&mut self, page: &mut Page, key: &'static str) -> Option<String> {
        let value = self.get(key)?;
        match value.get_ref().as_str() {
            Some(text) => Some(text.to_owned()),
            None => self.wrong_type(page, key, "string", value),
        }
    }

    pub fn bool(&mut self, page: &mut Page, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        value.get_ref().as_bool().or_else(|| self.wrong_type(page, key, "boolean", value))
    }

    /// A number between `low` and `high`, whole or not.
    pub fn number(
        &mut self,
        page: &mut Page,
        key: &'static str,
        low: f64,
        high: f64,
    ) -> Option<f64> {
        let value = self.get(key)?;
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) => number.to_string().parse().ok(),
            DeValue::Float(number) => number.to_string().parse().ok(),
            _ => return self.wrong_type(page, key, "number", value),
        };
        let fits = number.filter(|number| (low..=high).contains(number));
        if fits.is_none() {
            let found = shown(page.text, value);
            let kind = ProblemKind::BadValue {
                key: self.name(key),
                found,
                allowed: vec![format!("{low}–{high}")],
            };
            page.note(value.span().start, kind);
        }
        fits
    }

    /// A list of strings; a single string is a list of one.
    pub fn strings(&mut self, page: &mut Page, key: &'static str) -> Vec<String> {
        let name = self.name(key);
        self.get(key).map(|value| strings(page, &name, value)).unwrap_or_default()
    }

    pub fn missing(&self, page: &mut Page, key: &str) {
        page.note(self.at, ProblemKind::MissingKey { key: self.name(key) });
    }

    /// Notes the keys nobody has asked for.
    pub fn close(self, page: &mut Page) {
        for (key, _) in self.map {
            let found = key.get_ref();
            if !self.known.iter().any(|known| *known == found.as_ref()) {
                let kind = ProblemKind::BadValue {
                    key: self.prefix.trim_end_matches('.').to_owned(),
                    found: found.to_string(),
                    allowed: self.known.iter().map(|key| (*key).to_owned()).collect(),
                };
                page.note(key.span().start, kind);
            }
        }
    }

    fn wrong_type<T>(
        &self,
        page: &mut Page,
        key: &str,
        expected: &'static str,
        value: &Value,
    ) -> Option<T> {
        wrong_type(page, &self.name(key), expected, value);
        None
    }
}

pub(super) fn strings(page: &mut Page, name: &str, value: &Value) -> Vec<String> {
    if let Some(text) = value.get_ref().as_str() {
        return vec![text.to_owned()];
    }
    let Some(array) = value.get_ref().as_array() else {
        wrong_type(page, name, "list", value);
        return Vec::new();
    };
    let mut texts = Vec::new();
    for value in array {
        match value.get_ref().as_str() {
            Some(text) => texts.push(text.to_owned()),
            None => wrong_type(page, name, "string", value),
        }
    }
    texts
}

fn wrong_type(page: &mut Page, name: &str, expected: &'static str, value: &Value) {
    let found = shown(page.text, value);
    page.note(value.span().start, ProblemKind::WrongType { key: name.to_owned(), expected, found });
}

/// The value as it is written, short.
pub(super) fn shown(text: &str, value: &Value) -> String {
    let written = text.get(value.span()).unwrap_or_default();
    written.lines().next().unwrap_or_default().chars().take(40).collect()
}
