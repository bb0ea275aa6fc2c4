//! One table of a file, read key by key: each value comes out typed, or as a problem
//! with its place. What nobody asked for is an unknown key.

use super::source::Source;
use crate::domain::{Finding, FindingKind, Id, Problem, ProblemKind, Severity, ValueType, When};
use crate::text::{canonical, closest, is_thread, thread};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use std::borrow::Cow;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Datetime, Offset};

pub type Value<'a> = Spanned<DeValue<'a>>;

/// What the file is read with: its text, and the zone its local times are in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub source: &'a Source<'a>,
    pub zone: Tz,
}

pub struct Fields<'a> {
    context: Context<'a>,
    table: &'a DeTable<'a>,
    /// Byte offset of the table's header: where a missing key is missed.
    at: usize,
    /// `published.ig.`: what its keys are called in a problem.
    prefix: String,
    /// It is one of several under `[[…]]`.
    listed: bool,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub fn root(context: Context<'a>, table: &'a Spanned<DeTable<'a>>) -> Self {
        let table = table.get_ref();
        Self { context, table, at: 0, prefix: String::new(), listed: false, known: Vec::new() }
    }

    /// The value as a table of its own; `name` is what problems call it.
    pub fn of(context: Context<'a>, name: &str, value: &'a Value<'a>) -> Result<Self, Problem> {
        let Some(table) = value.get_ref().as_table() else {
            return Err(wrong_type(context.source, name, ValueType::Table, value));
        };
        let at = value.span().start;
        Ok(Self {
            context,
            table,
            at,
            prefix: format!("{name}."),
            listed: false,
            known: Vec::new(),
        })
    }

    pub fn get(&mut self, key: &'static str) -> Option<&'a Value<'a>> {
        self.known.push(key);
        self.table.get(key)
    }

    /// Keys that mean something to others: not read here, not unknown either.
    pub fn allow(&mut self, keys: &[&'static str]) {
        self.known.extend(keys);
    }

    /// What `key` is called in a problem: with the tables it stands in.
    pub fn name(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    pub fn required<T>(&self, key: &str, value: Option<T>) -> Result<T, Problem> {
        value.ok_or_else(|| self.missing(key))
    }

    pub fn missing(&self, key: &str) -> Problem {
        self.problem(self.at, ProblemKind::MissingKey { key: self.name(key), listed: self.listed })
    }

    pub fn string(&mut self, key: &'static str) -> Result<Option<String>, Problem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some(text.to_string())),
            _ => Err(self.wrong_type(key, ValueType::String, value)),
        }
    }

    /// Prose: line feeds only, one final line feed dropped.
    pub fn text(&mut self, key: &'static str) -> Result<Option<String>, Problem> {
        Ok(self.string(key)?.map(canonical_string))
    }

    /// A text of one message or of several: the one under `key`, then those of `parts`, as
    /// `text::message` puts them together. `None` where the file has neither.
    pub fn thread(&mut self, key: &'static str) -> Result<Option<String>, Problem> {
        let (first, rest) = (self.text(key)?, self.texts("parts")?);
        if first.as_deref().is_some_and(is_thread) {
            return Err(self.bad(key, ProblemKind::BreakInText { key: self.name(key) }));
        }
        if rest.iter().flatten().any(|text| is_thread(text)) {
            return Err(self.bad("parts", ProblemKind::BreakInText { key: self.name("parts") }));
        }
        let rest = rest.unwrap_or_default();
        if first.is_none() && rest.is_empty() {
            return Ok(None);
        }
        let messages: Vec<String> =
            std::iter::once(first.unwrap_or_default()).chain(rest).collect();
        Ok(Some(thread(&messages)))
    }

    /// A list of prose; `None` where the key is not there.
    pub fn texts(&mut self, key: &'static str) -> Result<Option<Vec<String>>, Problem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let texts = self.context.strings(&self.name(key), value)?;
        Ok(Some(texts.into_iter().map(canonical_string).collect()))
    }

    pub fn strings(&mut self, key: &'static str) -> Result<Vec<String>, Problem> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        self.context.strings(&self.name(key), value)
    }

    pub fn id(&mut self, key: &'static str) -> Result<Option<Id>, Problem> {
        let Some(text) = self.string(key)? else { return Ok(None) };
        match Id::parse(&text) {
            Ok(id) => Ok(Some(id)),
            Err(_) => Err(self.bad(key, ProblemKind::BadId { found: text })),
        }
    }

    /// A word out of a list of codes.
    pub fn code<T>(
        &mut self,
        key: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        allowed: &[&str],
    ) -> Result<Option<T>, Problem> {
        let Some(found) = self.string(key)? else { return Ok(None) };
        match parse(&found) {
            Some(code) => Ok(Some(code)),
            None => Err(self.bad_value(key, found, allowed)),
        }
    }

    pub fn when(&mut self, key: &'static str) -> Result<Option<When>, Problem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let Some(written) = value.get_ref().as_datetime() else {
            return Err(self.wrong_type(key, ValueType::DateTime, value));
        };
        if written.date.is_none() {
            return Err(self.wrong_type(key, ValueType::DateTime, value));
        }
        let found = || written.to_string();
        when_of(written)
            .map(Some)
            .ok_or_else(|| self.bad(key, ProblemKind::BadDate { found: found() }))
    }

    /// A moment; a local time is in the brand's zone, a bare day is its midnight.
    pub fn instant(&mut self, key: &'static str) -> Result<Option<DateTime<Utc>>, Problem> {
        let Some(when) = self.when(key)? else { return Ok(None) };
        let zone = self.context.zone;
        let at = match when {
            When::Offset(at) => Some(at.with_timezone(&Utc)),
            _ => zone.from_local_datetime(&when.wall(zone)).earliest().map(|at| at.to_utc()),
        };
        let bad = || ProblemKind::BadDate { found: when.wall(zone).to_string() };
        at.map(Some).ok_or_else(|| self.bad(key, bad()))
    }

    pub fn day(&mut self, key: &'static str) -> Result<Option<NaiveDate>, Problem> {
        let when = self.when(key).map_err(|problem| match problem.kind {
            ProblemKind::WrongType { key, found, .. } => {
                let kind = ProblemKind::WrongType { key, expected: ValueType::Date, found };
                Problem { kind, ..problem }
            }
            kind => Problem { kind, ..problem },
        })?;
        Ok(when.map(|when| when.date(self.context.zone)))
    }

    /// A whole number or one with a fraction.
    pub fn number(&mut self, key: &'static str) -> Result<Option<f64>, Problem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let digits = match value.get_ref() {
            DeValue::Integer(number) => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return Err(self.wrong_type(key, ValueType::Number, value)),
        };
        let number = digits.parse().ok().filter(|n: &f64| n.is_finite());
        number.map(Some).ok_or_else(|| self.bad_value(key, digits.to_owned(), &[]))
    }

    pub fn bool(&mut self, key: &'static str) -> Result<Option<bool>, Problem> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let found = value.get_ref().as_bool();
        found.map(Some).ok_or_else(|| self.wrong_type(key, ValueType::Boolean, value))
    }

    /// One table under `key`, such as `[brand]`.
    pub fn table(&mut self, key: &'static str) -> Result<Option<Self>, Problem> {
        let name = self.name(key);
        self.get(key).map(|value| Self::of(self.context, &name, value)).transpose()
    }

    /// The entries of `[[key]]`.
    pub fn tables(&mut self, key: &'static str) -> Result<Vec<Self>, Problem> {
        let Some(value) = self.get(key) else { return Ok(Vec::new()) };
        let Some(array) = value.get_ref().as_array() else {
            return Err(self.wrong_type(key, ValueType::List, value));
        };
        let name = self.name(key);
        let one = |item| Self::of(self.context, &name, item).map(|it| Self { listed: true, ..it });
        array.iter().map(one).collect()
    }

    /// `[key.NAME]` tables by name, in the order of the file.
    pub fn named(&mut self, key: &'static str) -> Result<Vec<(&'a str, Self)>, Problem> {
        let Some(parent) = self.table(key)? else { return Ok(Vec::new()) };
        let table = |(name, value): (&'a str, &'a Value<'a>)| {
            Self::of(self.context, &parent.name(name), value).map(|f| (name, f))
        };
        parent.entries().into_iter().map(table).collect()
    }

    /// Every key with its value, in the order of the file.
    pub fn entries(&self) -> Vec<(&'a str, &'a Value<'a>)> {
        let mut entries: Vec<_> = self.table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        entries.into_iter().map(|(key, value)| (key.get_ref().as_ref(), value)).collect()
    }

    /// Reports the keys nobody asked for, with the closest one that was meant.
    pub fn unknown(&self, findings: &mut Vec<Finding>) {
        for (name, offset) in self.strangers() {
            let meant = self.meant(name);
            let kind = FindingKind::UnknownKey { key: self.name(name), meant };
            findings.push(self.context.finding(offset, kind, Severity::Warns));
        }
    }

    /// The keys nobody asked for that look like one that somebody did.
    pub fn misspelt(&self) -> Vec<Problem> {
        let slip = |(name, offset): (&str, usize)| {
            let kind = ProblemKind::Misspelt { key: self.name(name), meant: self.meant(name)? };
            Some(self.problem(offset, kind))
        };
        self.strangers().filter_map(slip).collect()
    }

    /// The key that somebody asked for and that this one looks like.
    fn meant(&self, name: &str) -> Option<String> {
        closest(name, self.known.iter().copied()).map(str::to_owned)
    }

    /// The keys nobody asked for, each with its place.
    pub fn strangers(&self) -> impl Iterator<Item = (&'a str, usize)> {
        let keys = self.table.keys().map(|key| (key.get_ref().as_ref(), key.span().start));
        keys.filter(|(name, _): &(&str, usize)| !self.known.contains(name))
    }

    /// The keys that were asked for.
    pub fn known(&self) -> &[&'static str] {
        &self.known
    }

    /// Where the value of `key` stands; the table's header when there is none.
    pub fn offset(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.at, |value| value.span().start)
    }

    /// A problem at a byte of the text.
    pub fn problem(&self, offset: usize, kind: ProblemKind) -> Problem {
        self.context.source.problem(offset, kind)
    }

    pub fn bad(&self, key: &str, kind: ProblemKind) -> Problem {
        self.problem(self.offset(key), kind)
    }

    pub fn bad_value(&self, key: &str, found: String, allowed: &[&str]) -> Problem {
        let allowed = allowed.iter().map(|&word| word.to_owned()).collect();
        let kind = ProblemKind::BadValue { key: self.name(key), found, allowed };
        self.bad(key, kind)
    }

    fn wrong_type(&self, key: &str, expected: ValueType, value: &Value) -> Problem {
        wrong_type(self.context.source, &self.name(key), expected, value)
    }
}

impl Context<'_> {
    /// A list of strings; `name` is what problems call it.
    pub fn strings(&self, name: &str, value: &Value) -> Result<Vec<String>, Problem> {
        let Some(array) = value.get_ref().as_array() else {
            return Err(wrong_type(self.source, name, ValueType::List, value));
        };
        let text = |item: &Value| match item.get_ref() {
            DeValue::String(text) => Ok(text.to_string()),
            _ => Err(wrong_type(self.source, name, ValueType::String, item)),
        };
        array.iter().map(text).collect()
    }

    pub fn finding(&self, offset: usize, kind: FindingKind, severity: Severity) -> Finding {
        let (line, column) = self.source.place(offset);
        Finding { line, column, ..Finding::of_file(kind, severity) }
    }
}

fn wrong_type(source: &Source, key: &str, expected: ValueType, value: &Value) -> Problem {
    let found = value.get_ref().type_str().to_owned();
    source.problem(
        value.span().start,
        ProblemKind::WrongType { key: key.to_owned(), expected, found },
    )
}

fn canonical_string(mut text: String) -> String {
    let kept = match canonical(&text) {
        // The usual case: the end goes, nothing is copied.
        Cow::Borrowed(kept) => kept.len(),
        Cow::Owned(other) => return other,
    };
    text.truncate(kept);
    text
}

/// `None` for what no calendar has: second 60, an offset beyond a day.
pub fn when_of(written: &Datetime) -> Option<When> {
    let date = written.date?;
    let day = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    let Some(time) = written.time else { return Some(When::Day(day)) };
    let second = time.second.unwrap_or(0).into();
    let nano = time.nanosecond.unwrap_or(0);
    let time = NaiveTime::from_hms_nano_opt(time.hour.into(), time.minute.into(), second, nano)?;
    let wall = day.and_time(time);
    let minutes = match written.offset {
        None => return Some(When::Local(wall)),
        Some(Offset::Z) => 0,
        Some(Offset::Custom { minutes }) => i32::from(minutes),
    };
    let offset = FixedOffset::east_opt(minutes * 60)?;
    offset.from_local_datetime(&wall).single().map(When::Offset)
}
