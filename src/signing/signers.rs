//! The list of who may approve, as `ssh-keygen` reads it: who is on it and what stands in
//! the way of each, to be shown. Who is believed is never decided here.

use super::NAMESPACE;
use super::base64::decoded;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use std::path::Path;

/// More than any team has people, in bytes.
const MOST: u64 = 1 << 20;

/// What is on a list. Names are untrusted until revealed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// In its order, each with the best that is said of it.
    pub names: Vec<(String, Standing)>,
    /// Lines from 1 that are no name with a key.
    pub slips: Vec<usize>,
}

/// Whether a key counts, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Counts,
    NotYet,
    Expired,
    /// It signs other things.
    Elsewhere,
}

/// The list at `path` as it is at a moment; times on it that name no zone are of the zone of
/// `now`. `None` where it cannot be read.
pub fn listed(path: &Path, now: DateTime<Tz>) -> Option<Listed> {
    let meta = std::fs::metadata(path).ok()?;
    if !meta.is_file() || meta.len() > MOST {
        return None;
    }
    let text = String::from_utf8_lossy(&std::fs::read(path).ok()?).into_owned();
    let mut listed = Listed::default();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((names, standing)) = of_line(line, now) else {
            listed.slips.push(index + 1);
            continue;
        };
        for name in names.split(',') {
            match listed.names.iter_mut().find(|(known, _)| known == name) {
                Some((_, best)) => *best = standing.min(*best),
                None => listed.names.push((name.to_owned(), standing)),
            }
        }
    }
    Some(listed)
}

/// `ada@example.org,"Bea Verdi" namespaces="…" ssh-ed25519 AAAA…`
fn of_line(line: &str, now: DateTime<Tz>) -> Option<(&str, Standing)> {
    let (names, rest) = match line.strip_prefix('"') {
        Some(quoted) => quoted.split_once('"')?,
        None => line.split_once(char::is_whitespace)?,
    };
    let rest = rest.trim_start();
    if is_key(rest) {
        return Some((names, Standing::Counts));
    }
    let mut quoted = false;
    let end = rest.find(|c: char| {
        quoted ^= c == '"';
        !quoted && c.is_whitespace()
    })?;
    let standing = standing(&rest[..end], now)?;
    is_key(rest[end..].trim_start()).then_some((names, standing))
}

/// A kind and a key of that kind; what comes after them is a remark.
fn is_key(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(kind), Some(key)) = (words.next(), words.next()) else { return false };
    let Some(bytes) = decoded(key) else { return false };
    let length = u32::try_from(kind.len()).unwrap_or_default().to_be_bytes();
    let named = bytes.strip_prefix(&length).and_then(|rest| rest.strip_prefix(kind.as_bytes()));
    named.is_some_and(|rest| !rest.is_empty())
}

/// What the options of a line come to; `None` where one of them is none.
fn standing(options: &str, now: DateTime<Tz>) -> Option<Standing> {
    let mut standing = Standing::Counts;
    let mut quoted = false;
    let each = options.split(|c: char| {
        quoted ^= c == '"';
        !quoted && c == ','
    });
    for option in each {
        let (name, value) = option.split_once('=').unwrap_or((option, ""));
        let value = value.trim_matches('"');
        let said = match name.to_ascii_lowercase().as_str() {
            "cert-authority" if value.is_empty() => Standing::Counts,
            "namespaces" if !value.split(',').any(is_ours) => Standing::Elsewhere,
            "namespaces" => Standing::Counts,
            "valid-before" if is_past(value, now)? => Standing::Expired,
            "valid-after" if !is_past(value, now)? => Standing::NotYet,
            "valid-before" | "valid-after" => Standing::Counts,
            _ => return None,
        };
        standing = standing.max(said);
    }
    Some(standing)
}

/// Where there is a pattern, only `ssh-keygen` can tell.
fn is_ours(namespace: &str) -> bool {
    namespace == NAMESPACE || namespace.contains(['*', '?'])
}

/// `20270101`, `202701011230` or `20270101123059`, with a `Z` where it is UTC.
fn is_past(text: &str, now: DateTime<Tz>) -> Option<bool> {
    let (digits, now) = match text.strip_suffix('Z') {
        Some(digits) => (digits, now.with_timezone(&Utc).naive_utc()),
        None => (text, now.naive_local()),
    };
    if !matches!(digits.len(), 8 | 12 | 14) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole = format!("{digits:0<14}");
    Some(NaiveDateTime::parse_from_str(&whole, "%Y%m%d%H%M%S").ok()? <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key of Ada's, as it stands on a list.
    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

    fn at_noon() -> DateTime<Tz> {
        let utc: DateTime<Utc> = "2026-11-25T11:00:00Z".parse().expect("a time");
        utc.with_timezone(&chrono_tz::Europe::Rome)
    }

    fn read(text: &str) -> Listed {
        let home = tempfile::tempdir().expect("a folder");
        let list = home.path().join("allowed_signers");
        std::fs::write(&list, text).expect("a list");
        listed(&list, at_noon()).expect("a list")
    }

    #[test]
    fn everybody_on_the_list_is_named_once() {
        let text = format!(
            "# chi approva\n\nada@example.org,ada.neri@example.org {KEY}\n\
             \"Bea Verdi\" namespaces=\"git,palinsesto-approval\" {KEY} di Bea\n\
             ada@example.org valid-before=\"20200101\" {KEY}\n"
        );
        let all = ["ada@example.org", "ada.neri@example.org", "Bea Verdi"];
        let names = all.map(|name| (name.to_owned(), Standing::Counts)).to_vec();
        assert_eq!(read(&text), Listed { names, slips: Vec::new() });
        let home = tempfile::tempdir().expect("a folder");
        assert_eq!(listed(home.path(), at_noon()), None);
        assert_eq!(listed(&home.path().join("nobody"), at_noon()), None);
    }

    #[test]
    fn what_is_no_name_with_a_key_is_nobody() {
        let (kind, key) = KEY.split_once(' ').expect("two words");
        let other = format!("ssh-rsa {key}");
        let cut = format!("{kind} {}", &key[..20]);
        for line in ["garb age", "garb", "ada ssh-ed25519 rubbish", &format!("ada {other}")] {
            let listed = read(&format!("ada {KEY}\n{line}\n"));
            assert_eq!((listed.names.len(), listed.slips), (1, vec![2]), "{line}");
        }
        for options in ["valid-before=\"2020\"", "valid-before=\"20201340\"", "foo=\"1\""] {
            assert_eq!(read(&format!("ada {options} {KEY}")).slips, [1], "{options}");
        }
        assert_eq!(read(&format!("ada {cut}")).slips, [1]);
    }

    #[test]
    fn the_time_and_the_use_of_a_key_are_those_of_its_line() {
        for (options, standing) in [
            ("valid-before=\"20270101\"", Standing::Counts),
            ("valid-before=\"20261125\"", Standing::Expired),
            ("valid-before=\"202611251159\"", Standing::Expired),
            ("valid-before=\"202611251201\"", Standing::Counts),
            ("valid-before=\"202611251101Z\"", Standing::Counts),
            ("valid-before=\"202611251059Z\"", Standing::Expired),
            ("VALID-AFTER=\"20270101\",namespaces=\"git\"", Standing::Elsewhere),
            ("valid-after=\"20270101\"", Standing::NotYet),
            ("namespaces=\"palinsesto-*\"", Standing::Counts),
        ] {
            let names = vec![("ada".to_owned(), standing)];
            assert_eq!(read(&format!("ada {options} {KEY}")).names, names, "{options}");
        }
    }
}
