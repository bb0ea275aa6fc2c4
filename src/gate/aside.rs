//! What a new ledger begins with where the old one is not as it was written: whatever may
//! have been taken back stays so, and no yes goes over. Pure; files are the storage's.

use super::ledger::{Act, Deed, Ledger};
use crate::domain::{ContentHash, Id};
use chrono::{DateTime, SubsecRound as _, Utc};
use serde::Deserialize;
use std::collections::HashSet;

/// As much of a line as may be left of it.
#[derive(Deserialize)]
struct Named {
    post: String,
    hash: String,
}

/// `old` is what can be believed of `bytes`, the file as it is; `kept` is what else is known
/// to have been approved here. A withdrawal that can be believed goes over as it is. Of
/// everything else that is named it is only said that it was set aside: a line that is not
/// believed may have been a withdrawal, and the one that is missing, too.
pub fn heirs(
    old: &Ledger,
    bytes: &[u8],
    kept: impl IntoIterator<Item = (Id, ContentHash)>,
    (by, at): (&str, DateTime<Utc>),
) -> Vec<Act> {
    let believed = old.acts().iter().map(|act| (act.post.clone(), act.hash));
    let lines = bytes.split(|byte| *byte == b'\n').filter_map(named);
    let mut seen = HashSet::new();
    let all = believed.chain(lines).chain(kept).filter(|key| seen.insert(key.clone()));
    all.map(|(post, hash)| {
        let last = old.last(&post, hash).filter(|act| act.deed != Deed::Approve).cloned();
        last.unwrap_or_else(|| Act {
            deed: Deed::SetAside,
            post,
            hash,
            by: by.to_owned(),
            at: at.trunc_subsecs(0),
            circumstances: None,
        })
    })
    .collect()
}

fn named(line: &[u8]) -> Option<(Id, ContentHash)> {
    let line: Named = serde_json::from_str(&String::from_utf8_lossy(line)).ok()?;
    Some((Id::parse(&line.post).ok()?, ContentHash::parse(&line.hash)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::{LedgerKey, Written};

    fn act(deed: Deed, words: &str) -> Act {
        Act {
            deed,
            post: Id::parse("k3f9q7ab").expect("an id"),
            hash: ContentHash::of(words.as_bytes()),
            by: "Ada Neri".to_owned(),
            at: "2026-11-22T10:15:00Z".parse().expect("a time"),
            circumstances: None,
        }
    }

    #[test]
    fn a_withdrawal_goes_over_and_a_yes_does_not_whatever_is_left_of_its_line() {
        let key = LedgerKey::new(&[7; 32]).expect("a key");
        let acts = [
            act(Deed::Approve, "a yes"),
            act(Deed::Approve, "taken back"),
            act(Deed::Revoke, "taken back"),
            act(Deed::Revoke, "said again"),
            act(Deed::Approve, "said again"),
            act(Deed::Revoke, "altered"),
        ];
        let Written { line, head } = Ledger::written(&acts, &key).expect("sealed");
        let whole = Ledger::read(line.as_bytes(), Some(&head), &key);
        assert_eq!((whole.acts(), whole.fault(), whole.head()), (&acts[..], None, Some(&*head)));
        let (sound, last) = line.trim_end().rsplit_once('\n').expect("lines");
        let bytes = format!("{sound}\n{}\nno line\n", last.replace("Ada", "Eva"));
        let old = Ledger::read(bytes.as_bytes(), Some(&head), &key);
        assert_eq!(old.acts().len(), 5, "the last is not believed");
        let kept = ["kept", "a yes"].map(|words| (act(Deed::Approve, words).post, words));
        let kept = kept.map(|(post, words)| (post, ContentHash::of(words.as_bytes())));
        let now = "2026-11-23T08:00:00Z".parse().expect("a time");
        let heirs = heirs(&old, bytes.as_bytes(), kept, ("Bea Riva", now));
        let aside =
            |words| Act { by: "Bea Riva".to_owned(), at: now, ..act(Deed::SetAside, words) };
        let expected = [
            aside("a yes"),
            act(Deed::Revoke, "taken back"),
            aside("said again"),
            aside("altered"),
            aside("kept"),
        ];
        assert_eq!(heirs, expected);
    }
}
