//! The act of approving: a key that a person pressed with the whole text before them, long
//! enough to have seen it. Nothing else makes one: no paste, no repeat, no mouse, no key
//! from before, no setting.
//!
//! ```compile_fail
//! // It is no value to be made up …
//! let act = palinsesto::gate::ApproveAct { how: todo!() };
//! ```
//! ```compile_fail
//! // … nor to be used twice.
//! fn twice(act: palinsesto::gate::ApproveAct) {
//!     let copy = act.clone();
//! }
//! ```

use super::ledger::{Act, Circumstances, Deed, How};
use super::{Block, Covered};
use crate::domain::{ContentHash, Id, NotAnAct, Seen, TYPED};
use crate::vocab::{Input, InputKind, Press, Provenance};
use chrono::{DateTime, SubsecRound as _, Utc};

/// How long a text must have been on the screen before a key counts, in milliseconds: a
/// key pressed sooner was meant for what stood there before.
pub const PAUSE_MS: u64 = 400;

/// One yes of one person to one run of bytes. It is used up when it is written down.
#[derive(Debug)]
pub struct ApproveAct {
    post: Id,
    hash: ContentHash,
    circumstances: Circumstances,
}

impl ApproveAct {
    /// What a key in the approve view is. `since`: milliseconds since the program started,
    /// when the first frame with these bytes was on the screen.
    pub fn of(input: &Input, shown: &Seen, since: u64) -> Result<Self, NotAnAct> {
        let by_hand = matches!(input.kind, InputKind::Key(_))
            && input.press == Press::Press
            && input.provenance == Provenance::Keyboard;
        if !by_hand {
            return Err(NotAnAct::NotAPress);
        }
        let seen = input.read_at.checked_sub(since).filter(|ms| *ms >= PAUSE_MS);
        let seen = seen.ok_or(NotAnAct::TooSoon)?;
        if !shown.to_the_end {
            return Err(NotAnAct::NotToTheEnd);
        }
        let typed = shown.typed.as_deref().map(|typed| is_typed(typed, shown.hash));
        let how = match (typed, shown.open) {
            (Some(true), _) => How::Typed,
            (None, 0) if shown.bulk => How::Bulk,
            (None, 0) => How::Key,
            _ => return Err(NotAnAct::NotConfirmed),
        };
        let seconds = u32::try_from(seen / 1000).unwrap_or(u32::MAX);
        let (open, ticked) = (shown.open, shown.ticked);
        let circumstances = Circumstances { how, seconds, open, ticked };
        Ok(Self { post: shown.post.clone(), hash: shown.hash, circumstances })
    }

    /// What a line typed at a terminal is, after the whole text was written to it: the first
    /// characters of the hash. There is no key to be repeated, and nothing is read that was
    /// typed before.
    pub fn typed(line: &str, shown: &Seen) -> Result<Self, NotAnAct> {
        if !is_typed(line, shown.hash) {
            return Err(NotAnAct::NotConfirmed);
        }
        let (open, ticked, seconds) = (shown.open, shown.ticked, 0);
        let circumstances = Circumstances { how: How::Typed, seconds, open, ticked };
        Ok(Self { post: shown.post.clone(), hash: shown.hash, circumstances })
    }

    /// What it is about.
    pub fn post(&self) -> &Id {
        &self.post
    }

    pub fn circumstances(&self) -> Circumstances {
        self.circumstances
    }

    /// The line for the ledger and the block for the file, where the post still says what
    /// was on the screen; `None` where it does not.
    pub fn over(self, covered: &Covered, by: &str, at: DateTime<Utc>) -> Option<(Act, Block)> {
        if covered.hash() != self.hash {
            return None;
        }
        let act = Act {
            deed: Deed::Approve,
            post: self.post,
            hash: self.hash,
            by: by.to_owned(),
            at: at.trunc_subsecs(0),
            circumstances: Some(self.circumstances),
        };
        let block = Block::of(&act);
        Some((act, block))
    }
}

/// The first characters of the hash, whatever stands around them.
fn is_typed(typed: &str, hash: ContentHash) -> bool {
    hash.to_string()[..TYPED].eq_ignore_ascii_case(typed.trim())
}
