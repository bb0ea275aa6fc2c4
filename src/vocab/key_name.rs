//! How keys are written in the key table and in the settings: `m`, `M`, `C-s`, `M-e`,
//! `S-Tab`, `PgUp`, `g c`. Reads and prints; what a key does is the key table's business.

use super::{Key, KeyCode};
use std::fmt;

/// One key, or two pressed one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stroke {
    pub first: Key,
    pub then: Option<Key>,
}

const NAMES: [(&str, KeyCode); 17] = [
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("Space", KeyCode::Char(' ')),
    ("Minus", KeyCode::Char('-')),
    ("Letter", KeyCode::Letter),
];

impl Key {
    /// Reads `m`, `C-s`, `M-S-Left`. `None` for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        let mut rest = name;
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        while rest.chars().count() > 2 {
            let flag = match rest.as_bytes() {
                [b'C', b'-', ..] => &mut ctrl,
                [b'M', b'-', ..] => &mut alt,
                [b'S', b'-', ..] => &mut shift,
                _ => break,
            };
            if std::mem::replace(flag, true) {
                return None;
            }
            rest = &rest[2..];
        }
        let code = code_of(rest)?;
        if code == KeyCode::Letter && (ctrl || alt || shift) {
            return None;
        }
        Some(Self { code, ctrl, alt, shift }.normal())
    }

    /// One spelling for each key, whatever the terminal says: a capital letter is Shift
    /// held, except with Ctrl, where terminals send either case.
    pub fn normal(self) -> Self {
        let KeyCode::Char(letter) = self.code else { return self };
        if self.ctrl {
            return Self { code: KeyCode::Char(one(letter.to_lowercase(), letter)), ..self };
        }
        let letter = if self.shift { one(letter.to_uppercase(), letter) } else { letter };
        Self { code: KeyCode::Char(letter), shift: false, ..self }
    }

    /// As a person reads it beside a label: arrows and `⏎` instead of names.
    pub fn shown(self) -> String {
        let name = match self.code {
            KeyCode::Enter => "⏎".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Char('-') => "-".to_owned(),
            KeyCode::Letter => "a–z".to_owned(),
            _ => return self.to_string(),
        };
        format!("{}{name}", self.modifiers())
    }

    fn modifiers(self) -> String {
        [(self.ctrl, "C-"), (self.alt, "M-"), (self.shift, "S-")]
            .iter()
            .filter_map(|(held, name)| held.then_some(*name))
            .collect()
    }
}

fn code_of(name: &str) -> Option<KeyCode> {
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let mut letters = name.chars();
    let (first, second) = (letters.next()?, letters.next());
    if second.is_none() && !first.is_control() && first != ' ' {
        return Some(KeyCode::Char(first));
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

/// The only letter of a case change that makes one; `ß` and its like stay.
fn one(mut changed: impl Iterator<Item = char>, letter: char) -> char {
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

impl Stroke {
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split_whitespace();
        let first = Key::parse(parts.next()?)?;
        let then = parts.next().map(Key::parse);
        match (then, parts.next()) {
            (None, _) => Some(Self { first, then: None }),
            (Some(Some(then)), None) => Some(Self { first, then: Some(then) }),
            _ => None,
        }
    }

    pub fn shown(self) -> String {
        match self.then {
            Some(then) => format!("{} {}", self.first.shown(), then.shown()),
            None => self.first.shown(),
        }
    }
}

impl From<Key> for Stroke {
    fn from(first: Key) -> Self {
        Self { first, then: None }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.modifiers())?;
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::Char(letter) => write!(f, "{letter}"),
            _ => Ok(()),
        }
    }
}

impl fmt::Display for Stroke {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.then {
            Some(then) => write!(f, "{} {then}", self.first),
            None => write!(f, "{}", self.first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back_as_it_prints() {
        for name in [
            "m", "M", "è", "?", "C-s", "M-e", "S-Tab", "PgUp", "Space", "F1", "C-S-z", "Minus",
            "Letter",
        ] {
            let key = Key::parse(name).expect(name);
            assert_eq!(key.to_string(), name);
        }
        assert_eq!(Stroke::parse("g  c").expect("two keys").to_string(), "g c");
    }

    #[test]
    fn a_capital_is_the_same_key_with_and_without_shift() {
        let shifted = Key { shift: true, ..Key::plain(KeyCode::Char('m')) };
        assert_eq!(shifted.normal(), Key::plain(KeyCode::Char('M')));
        assert_eq!(Key::parse("S-m"), Key::parse("M"));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for name in ["", "Ctrl+S", "C-C-s", "F0", "F99", "gg", "C-", "C-Letter"] {
            assert_eq!(Key::parse(name), None, "{name}");
        }
        assert_eq!(Stroke::parse("g c x"), None);
    }
}
