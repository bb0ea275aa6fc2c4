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
