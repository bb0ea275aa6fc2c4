//! A file that cannot be used: a card, never a crash. It is shown and left alone.

use super::RelPath;
use crate::text::PatternFault;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub path: RelPath,
    /// From 1; 0 where the file could not be read at all.
    pub line: usize,
    /// In characters from 1.
    pub column: usize,
    pub kind: ProblemKind,
}

impl Problem {
    /// A file or a folder that cannot be used at all, so that no line of it can be named.
    pub fn whole(path: RelPath, kind: ProblemKind) -> Self {
        Self { path, line: 0, column: 0, kind }
    }
}

/// Two facts that cannot both hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    pub fact: String,
    pub says: String,
    pub other: String,
    pub other_says: String,
    /// Where the other one stands, as `path:line`.
    pub place: String,
}

/// What a key wants as its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    String,
    List,
    DateTime,
    /// A day without an hour.
    Date,
    Number,
    Boolean,
    Table,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Not TOML: what was expected there (tokens, as the parser lists them; none where
    /// nothing could stand there) and what stands there.
    Syntax {
        expected: Vec<String>,
        found: String,
    },
    DuplicateKey {
        key: String,
    },
    /// With the tables it stands in; `listed` where the last of them is one of a list.
    MissingKey {
        key: String,
        listed: bool,
    },
    WrongType {
        key: String,
        expected: ValueType,
        found: String,
    },
    /// Two facts in force give different figures for the same thing.
    FactsDisagree(Box<Disagreement>),
    /// One fact of a file cannot be read, or none of the `whole` of it.
    FactsUnread {
        whole: bool,
        because: Box<ProblemKind>,
    },
    /// 30 February, 25:00, year 10000.
    BadDate {
        found: String,
    },
    BadId {
        found: String,
    },
    /// A form feed inside a text: messages of a thread are listed, not marked.
    BreakInText {
        key: String,
    },
    /// A suggestion in the folder of one post that says it was made for another.
    ForAnother {
        post: String,
    },
    /// Words without quotes where a value begins.
    Unquoted {
        key: String,
        found: String,
    },
    /// A key that means nothing here, looks like none that does, and is nobody's own.
    UnknownKey {
        key: String,
        allowed: Vec<String>,
    },
    /// An answer to a note that is not there.
    NoSuchNote {
        note: String,
    },
    /// Notes on a post that is not there.
    NoSuchPost {
        post: String,
    },
    /// A key of the settings that means nothing.
    UnknownSetting {
        key: String,
        allowed: Vec<String>,
    },
    /// A key of the brand's files that looks like one which means something. Others are
    /// somebody's own.
    Misspelt {
        key: String,
        meant: String,
    },
    BadValue {
        key: String,
        found: String,
        allowed: Vec<String>,
    },
    /// What is to be held back has to stand below a `[[freeze]]` of its own.
    FreezeOutside {
        key: String,
    },
    /// A freeze that names nothing to hold back, or more than one thing.
    FreezeOfWhat,
    /// A phrase to look for that cannot be looked for.
    BadPattern {
        found: String,
        fault: PatternFault,
    },
    UnknownZone {
        found: String,
        meant: Option<String>,
    },
    UnknownFormat {
        found: i64,
    },
    TooDeep,
    NotUtf8,
    Utf16,
    NulByte,
    /// `<<<<<<<` outside a string.
    MergeConflict,
    TooLarge {
        bytes: u64,
        limit: u64,
    },
    /// A link that leads out of the folder, or round in circles.
    LinkOutside,
    /// A folder, a device, a pipe.
    NotAFile,
    /// A file where a folder has to be: nothing can be read or written below it.
    NotAFolder,
    /// Files among the posts that are none, by name: another program's, a person's notes.
    NotPosts {
        names: Vec<String>,
    },
    /// A conflict copy or a left-over of another program (`*.sync-conflict-*`, `.orig`, `~`).
    ForeignCopy,
    /// Its permissions keep this person out.
    NotAllowed,
    Unreadable {
        reason: String,
    },
}

impl ProblemKind {
    /// Worth knowing, and no fault: nobody has to do anything about it.
    pub fn is_note(&self) -> bool {
        matches!(self, Self::NotPosts { .. })
    }

    /// The English code used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "syntax",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongType { .. } => "wrong-type",
            Self::FactsUnread { because, .. } => because.code(),
            Self::FactsDisagree(_) => "facts-disagree",
            Self::BadDate { .. } => "bad-date",
            Self::BadId { .. } => "bad-id",
            Self::ForAnother { .. } => "for-another",
            Self::UnknownSetting { .. } => "unknown-setting",
            Self::Misspelt { .. } => "misspelt-key",
            Self::Unquoted { .. } => "unquoted",
            Self::UnknownKey { .. } => "unknown-key",
            Self::NoSuchNote { .. } => "no-such-note",
            Self::NoSuchPost { .. } => "no-such-post",
            Self::BadValue { .. } => "bad-value",
            Self::FreezeOutside { .. } => "freeze-outside",
            Self::FreezeOfWhat => "freeze-of-what",
            Self::BadPattern { .. } => "bad-pattern",
            Self::BreakInText { .. } => "break-in-text",
            Self::UnknownZone { .. } => "unknown-zone",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::TooDeep => "too-deep",
            Self::NotUtf8 => "not-utf8",
            Self::Utf16 => "utf16",
            Self::NulByte => "nul-byte",
            Self::MergeConflict => "merge-conflict",
            Self::TooLarge { .. } => "too-large",
            Self::LinkOutside => "link-outside",
            Self::NotAFile => "not-a-file",
            Self::NotAFolder => "not-a-folder",
            Self::NotPosts { .. } => "not-posts",
            Self::ForeignCopy => "foreign-copy",
            Self::NotAllowed => "not-allowed",
            Self::Unreadable { .. } => "unreadable",
        }
    }
}
