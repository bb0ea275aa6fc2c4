//! A person's own keys over those of the program. What cannot be taken is told and
//! left as it was; the rest counts.

use super::{Keymap, table};
use crate::vocab::{KeyFault, KeyFaultKind, Stroke};
use std::collections::{BTreeMap, BTreeSet};

impl Keymap {
    /// The table with other keys for the rows named, such as `week.move` → `["M-m"]`;
    /// no keys unbind a row. The second part says what was not taken, and why.
    pub fn with_overrides(self, own: &BTreeMap<String, Vec<String>>) -> (Self, Vec<KeyFault>) {
        let mut keymap = self;
        let mut faults = Vec::new();
        // What each changed row had before, to go back to.
        let mut before: BTreeMap<usize, Vec<Stroke>> = BTreeMap::new();
        for (name, keys) in own {
            let fault = |kind| KeyFault { row: name.clone(), kind };
            let Some(place) = keymap.rows.iter().position(|row| row.name() == *name) else {
                faults.push(fault(KeyFaultKind::NoSuchRow));
                continue;
            };
            match table::strokes(keys) {
                Ok(strokes) => {
                    let old = std::mem::replace(&mut keymap.rows[place].keys, strokes);
                    before.insert(place, old);
                }
                Err(key) => faults.push(fault(KeyFaultKind::NotAKey(key))),
            }
        }
        while let Some((place, other, key)) = keymap.clash(&before.keys().copied().collect()) {
            faults.push(KeyFault {
                row: keymap.rows[place].name(),
                kind: KeyFaultKind::Taken { key, by: keymap.rows[other].name() },
            });
            keymap.rows[place].keys = before.remove(&place).unwrap_or_default();
        }
        (keymap, faults)
    }

    /// A row of `changed` that shares a key with another of its scope, and that one.
    pub(super) fn clash(&self, changed: &BTreeSet<usize>) -> Option<(usize, usize, String)> {
        for &place in changed {
            let row = &self.rows[place];
            for (other, rival) in self.rows.iter().enumerate() {
                if other == place || rival.scope != row.scope {
                    continue;
                }
                let shared = row.keys.iter().find(|mine| rival.keys.iter().any(|k| hides(mine, k)));
                if let Some(stroke) = shared {
                    return Some((place, other, stroke.to_string()));
                }
            }
        }
        None
    }
}

/// Two strokes of which a person could only ever press one.
fn hides(a: &Stroke, b: &Stroke) -> bool {
    (a.first.is(b.first) || b.first.is(a.first))
        && (a.then.is_none() || b.then.is_none() || a.then == b.then)
}
