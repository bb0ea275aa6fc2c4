//! What can be wrong with a key of the settings. `i18n` words each one.

/// One row of a key table that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFault {
    /// `week.move`; empty where the whole table is meant.
    pub row: String,
    pub kind: KeyFaultKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFaultKind {
    /// No scope or no action of that name.
    NoSuchRow,
    NotAKey(String),
    /// Another row of the same scope has the key.
    Taken {
        key: String,
        by: String,
    },
}
