//! Ids: eight characters of Crockford's base32 in lower case, made once, never reused.
//!
//! [`Ids`] turns one random seed into as many ids as a session needs, so that the
//! rooms stay pure and a test can know every id in advance.

use std::cell::Cell;
use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 8;

/// The identity of a post or a suggestion. Files are followed by id, not by name.
///
/// Eight bytes in place: an archive holds a hundred thousand of them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id([u8; LENGTH]);

/// What was found where an id was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id: {0}")]
pub struct InvalidId(pub String);

impl Id {
    /// Accepts exactly eight characters of `0-9a-z` without `i`, `l`, `o`, `u`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let bytes = <[u8; LENGTH]>::try_from(text.as_bytes()).ok();
        let fits = |bytes: &[u8; LENGTH]| bytes.iter().all(|b| ALPHABET.contains(b));
        bytes.filter(fits).map(Self).ok_or_else(|| InvalidId(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        // Always: they are letters and digits.
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Id").field(&self.as_str()).finish()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An endless supply of ids from one seed (`SplitMix64`, 40 bits an id).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ids {
    /// A cell, so that whoever holds the context of an update can ask for one.
    state: Cell<u64>,
}

impl Ids {
    pub fn from_seed(seed: u64) -> Self {
        Self { state: Cell::new(seed) }
    }

    pub fn fresh(&self) -> Id {
        let next = self.state.get().wrapping_add(0x9E37_79B9_7F4A_7C15);
        self.state.set(next);
        let mut z = next;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        Id(std::array::from_fn(|i| ALPHABET[((z >> (5 * i)) & 31) as usize]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_ids_are_valid_and_differ() {
        let ids = Ids::from_seed(7);
        let made: std::collections::BTreeSet<Id> = (0..1000).map(|_| ids.fresh()).collect();
        assert_eq!(made.len(), 1000);
        assert!(made.iter().all(|id| Id::parse(id.as_str()).is_ok()));
    }

    #[test]
    fn letters_that_look_like_digits_are_refused() {
        for text in ["k3f9q7ai", "k3f9q7a", "K3F9Q7AB", "k3f9q7ab0", "k3f9q7à"] {
            assert!(Id::parse(text).is_err(), "{text}");
        }
    }
}
