//! Which unsaved text a journal file holds. The files themselves are storage's.

use super::{ChannelKey, Id};

/// A post's own text, or that of one channel's variant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct JournalKey {
    pub post: Id,
    /// The channel whose own text it is; `None` for the common one.
    pub channel: Option<ChannelKey>,
    /// The session that was killed over it; `None` for the one that runs.
    pub session: Option<String>,
}
