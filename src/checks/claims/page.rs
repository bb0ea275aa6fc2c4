//! A text cut into words, figures and signs, each with what it can stand for.
//!
//! Owns the cut and the choice of language. Finds no claims: the finders beside it do,
//! and mark here what they have taken.

use super::tables::{Phrase, Sense, Table, english, is, italian};
use super::value::{Stem, stem};
use crate::text::{Entity, entities, fold};
use std::ops::Range;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Digits with dots and commas between them.
    Digits,
    Sign(char),
    /// The end of a line or of a message.
    Break,
    /// The entity of this index.
    Entity(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    /// "Aurora"
    Capital,
    /// "IGP"
    Upper,
}

pub(super) struct Token {
    pub kind: Kind,
    pub case: Case,
    pub start: usize,
    pub end: usize,
    /// Bytes of `Page::folded`.
    word: Range<usize>,
    pub sense: &'static Sense,
    /// Some finder has it.
    pub taken: bool,
    /// Counts from 0 over the clauses of the text.
    pub clause: usize,
    /// Counts from 0 over the sentences of the text.
    pub sentence: usize,
}

pub(super) struct Page<'a> {
    pub text: &'a str,
    pub table: &'static Table,
    pub tokens: Vec<Token>,
    pub entities: Vec<Entity>,
    folded: String,
}

impl<'a> Page<'a> {
    pub fn new(text: &'a str, tongue: Option<&str>) -> Self {
        let entities = entities(text);
        let mut page = Self {
            text,
            table: italian(),
            tokens: Vec::with_capacity(text.len() / 4),
            entities,
            folded: String::with_capacity(text.len()),
        };
        page.cut();
        page.table = page.tongue(tongue);
        let (mut clause, mut sentence) = (0, 0);
        for i in 0..page.tokens.len() {
            let sense = page.table.sense(page.word(i));
            let ends = page.ends(i);
            let token = &mut page.tokens[i];
            (token.sense, token.clause, token.sentence) = (sense, clause, sentence);
            clause += usize::from(ends > 0);
            sentence += usize::from(ends > 1);
        }
        page
    }

    /// The token's word in lower case without accents; empty for signs.
    pub fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| &self.folded[token.word.clone()])
    }

    pub fn raw(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |token| &self.text[token.start..token.end])
    }

    pub fn kind(&self, i: usize) -> Option<Kind> {
        self.tokens.get(i).map(|token| token.kind)
    }

    pub fn sense(&self, i: usize) -> Option<&'static Sense> {
        self.tokens.get(i).map(|token| token.sense)
    }

    pub fn has(&self, i: usize, flags: u64) -> bool {
        self.tokens.get(i).is_some_and(|token| token.sense.has(flags))
    }

    pub fn is_sign(&self, i: usize, signs: &[char]) -> bool {
        matches!(self.kind(i), Some(Kind::Sign(c)) if signs.contains(&c))
    }

    pub fn is_free(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|token| !token.taken)
    }

    /// The tokens of the clause this one stands in; clauses follow one another.
    pub fn clause(&self, i: usize) -> Range<usize> {
        self.around(i, |token| token.clause)
    }

    pub fn sentence(&self, i: usize) -> Range<usize> {
        self.around(i, |token| token.sentence)
    }

    fn around(&self, i: usize, number: impl Fn(&Token) -> usize) -> Range<usize> {
        let (before, from) = self.tokens.split_at(i);
        let here = number(&self.tokens[i]);
        let start = before.iter().rposition(|token| number(token) != here).map_or(0, |at| at + 1);
        start..i + from.iter().take_while(|token| number(token) == here).count()
    }

    /// Nothing stands between this token and the one before it.
    pub fn touches(&self, i: usize) -> bool {
        i > 0 && self.tokens.get(i).is_some_and(|token| token.start == self.tokens[i - 1].end)
    }

    pub fn take(&mut self, range: Range<usize>) {
        for token in &mut self.tokens[range] {
            token.taken = true;
        }
    }

    pub fn span(&self, range: Range<usize>) -> Range<usize> {
        self.tokens[range.start].start..self.tokens[range.end - 1].end
    }

    /// A phrase of the table that begins here, and how many tokens it takes; apostrophes
    /// and dashes inside it do not count as words.
    pub fn phrase(&self, i: usize) -> Option<(Phrase, usize)> {
        let phrases = self.table.phrases(self.word(i));
        phrases.iter().find_map(|(words, meaning)| {
            let mut at = i;
            for word in words {
                while self.is_sign(at, &['\'', '’', '-', '.']) {
                    at += 1;
                }
                if self.word(at) != word {
                    return None;
                }
                at += 1;
            }
            Some((*meaning, at - i))
        })
    }

    /// A word that can name a thing: no function word, no verb the tables know, no figure.
    pub fn content(&self, i: usize) -> Option<Stem> {
        let token = self.tokens.get(i)?;
        let sense = token.sense;
        let named = token.kind == Kind::Word
            && !token.taken
            && !sense.has(is::STOP | is::VERB | is::GENERIC | is::DETERMINER | is::FREE)
            && sense.month == 0
            && sense.weekday == 0
            && token.word.len() > 2;
        named.then(|| stem(self.word(i)))
    }

    /// What a figure above one can count, by its ending: "gomitoli", "foto", "people".
    pub fn is_plural(&self, i: usize) -> bool {
        let word = self.word(i);
        if self.has(i, is::PLURAL) {
            return true;
        }
        if !self.table.italian {
            return word.ends_with('s')
                && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        }
        // An accent is folded away: "città", but not "arrivò" nor "sarà".
        let raw = self.raw(i);
        let accented = raw.ends_with(['à', 'è', 'é', 'ù']) && !raw.ends_with("rà");
        accented || !word.ends_with(['a', 'o'])
    }

    fn cut(&mut self) {
        let text = self.text;
        let mut entity = 0;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if let Some(found) = self.entities.get(entity)
                && found.range.start == at
            {
                let end = found.range.end;
                self.push(Kind::Entity(entity), at..end);
                (entity, at) = (entity + 1, end);
                continue;
            }
            let limit = self.entities.get(entity).map_or(text.len(), |found| found.range.start);
            let rest = &text[at..limit];
            let (kind, length) = match c {
                // A form feed parts the messages of a thread.
                '\n' | '\u{c}' => (Some(Kind::Break), 1),
                c if c.is_whitespace() => (None, c.len_utf8()),
                c if c.is_ascii_digit() => (Some(Kind::Digits), digits(rest)),
                c if c.is_alphabetic() => (Some(Kind::Word), letters(rest)),
                c => (Some(Kind::Sign(c)), c.len_utf8()),
            };
            if let Some(kind) = kind {
                self.push(kind, at..at + length);
            }
            at += length;
        }
    }

    fn push(&mut self, kind: Kind, range: Range<usize>) {
        let from = self.folded.len();
        let mut case = Case::Lower;
        if kind == Kind::Word {
            let word = &self.text[range.clone()];
            case = case_of(word);
            if word.is_ascii() {
                self.folded.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
            } else {
                self.folded.push_str(&fold(word));
            }
        }
        self.tokens.push(Token {
            kind,
            case,
            start: range.start,
            end: range.end,
            word: from..self.folded.len(),
            sense: italian().sense(""),
            taken: matches!(kind, Kind::Entity(_)),
            clause: 0,
            sentence: 0,
        });
    }

    /// The language most of its small words belong to.
    fn tongue(&self, told: Option<&str>) -> &'static Table {
        let (mut it, mut en) = (0, 0);
        let words = (0..self.tokens.len()).filter(|&i| self.tokens[i].kind == Kind::Word);
        for word in words.take(120).map(|i| self.word(i)) {
            it += i32::from(italian().sense(word).has(is::STOP | is::VERB | is::DETERMINER));
            en += i32::from(english().sense(word).has(is::STOP | is::VERB | is::DETERMINER));
        }
        match it.cmp(&en) {
            std::cmp::Ordering::Greater => italian(),
            std::cmp::Ordering::Less => english(),
            std::cmp::Ordering::Equal if told.is_some_and(|lang| lang.starts_with("en")) => {
                english()
            }
            std::cmp::Ordering::Equal => italian(),
        }
    }

    /// 1 behind the last token of a clause, 2 behind that of a sentence.
    fn ends(&self, i: usize) -> u8 {
        let next_word = || self.kind(i + 1).is_none_or(|k| !matches!(k, Kind::Digits));
        match self.tokens[i].kind {
            Kind::Break | Kind::Sign('!' | '?' | '…') => 2,
            Kind::Sign('.') if self.touches(i + 1) => 0,
            Kind::Sign('.') => 2,
            Kind::Sign(',') if self.touches(i + 1) && !next_word() => 0,
            Kind::Sign(',' | ';' | ':' | '(' | ')' | '«' | '»' | '“' | '”' | '·' | '|' | '→') => {
                1
            }
            Kind::Sign('–' | '—') if !self.touches(i) && !self.touches(i + 1) => 1,
            // An emoji parts what it stands between.
            Kind::Sign(c) if !c.is_ascii() && !"€£°–—’‘‰½¼¾º×".contains(c) => 1,
            _ => 0,
        }
    }
}

fn digits(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    loop {
        while is_digit(at) {
            at += 1;
        }
        if !matches!(bytes.get(at), Some(b'.' | b',')) || !is_digit(at + 1) {
            return at;
        }
        at += 1;
    }
}

fn letters(rest: &str) -> usize {
    let part = |c: char| c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c);
    rest.find(|c| !part(c)).unwrap_or(rest.len())
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars();
    if !letters.next().is_some_and(char::is_uppercase) {
        return Case::Lower;
    }
    let rest = letters.as_str();
    let upper = !rest.is_empty() && !rest.chars().any(char::is_lowercase);
    if upper { Case::Upper } else { Case::Capital }
}
