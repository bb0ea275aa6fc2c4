//! What can go wrong while doing something for a person. `i18n` words each one,
//! with what was kept and what to do next.

use super::{FieldPath, LedgerFault, RelPath, Unsigned};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    // Files
    DiskFull {
        path: RelPath,
    },
    ReadOnly {
        path: RelPath,
    },
    /// The file, or the whole folder, is not there any more.
    Gone {
        path: RelPath,
    },
    AlreadyThere {
        path: RelPath,
    },
    /// Both sides changed the same words; both are kept.
    Conflict {
        path: RelPath,
        /// The value that both changed.
        key: FieldPath,
        theirs: String,
        ours: String,
    },
    /// The file cannot be parsed now, so nothing is written into it.
    Broken {
        path: RelPath,
    },
    /// A link, a file of several names, a device: not written to.
    NotOurs {
        path: RelPath,
    },
    /// A file stands where a folder has to be: this one.
    NotAFolder {
        path: RelPath,
    },
    Io {
        path: RelPath,
        reason: String,
    },
    /// An edit would not have come back as it went in; nothing was written.
    NotFaithful {
        path: RelPath,
    },
    /// The ledger of approvals is not as it was written: nothing is added to it.
    LedgerTouched(LedgerFault),
    /// There is no place for it outside the folder.
    NoLedger,
    /// The post says something else by now than what was on the screen.
    ApprovalOfOther {
        path: RelPath,
    },
    /// Nobody signed, so nothing was approved.
    Unsigned(Unsigned),
    // AI
    AiUnreachable {
        host: String,
        why: Unreachable,
    },
    /// The connection ended before the answer did.
    AiBroken {
        host: String,
    },
    AiRefusedKey {
        host: String,
    },
    AiNoKey {
        profile: String,
    },
    /// The file that should hold the key is not used.
    AiKeyFile {
        path: String,
        why: KeyFault,
    },
    AiNoModel {
        model: String,
    },
    AiBusy {
        wait_seconds: Option<u64>,
    },
    AiServer {
        status: u16,
        message: String,
    },
    AiSilent {
        seconds: u64,
    },
    /// It kept talking past the time allowed for one suggestion.
    AiTooSlow {
        seconds: u64,
    },
    /// What was asked is longer than the model can read.
    AiPromptTooLong {
        limit_tokens: Option<u64>,
    },
    AiTooMuch {
        limit_bytes: u64,
    },
    AiUnusable {
        why: Unusable,
    },
    AiRedirect {
        host: String,
    },
    AiProfileUnknown {
        profile: String,
    },
    CommandMissing {
        program: String,
    },
    CommandFailed {
        program: String,
        code: Option<i32>,
        message: String,
    },
    CommandSilent {
        program: String,
        seconds: u64,
    },
    // The rest of the machine
    /// It opened, and ended saying that something went wrong.
    EditorEnded {
        program: String,
        /// `None` where a signal ended it.
        code: Option<i32>,
    },
    EditorFailed {
        program: String,
        reason: String,
    },
    /// A piece of work ended in a fault of our own; the report, where one was written.
    Crashed {
        report: Option<String>,
    },
    /// git gave no sign for so long, and was ended.
    GitSilent {
        seconds: u64,
    },
    /// The machine starts no more threads.
    NoThread,
    ClipboardTooLarge {
        bytes: usize,
    },
    /// What a session left unsaved is there and makes no sense; it stays there.
    LeftUnreadable {
        path: String,
    },
    FileNotReadable {
        path: String,
        reason: String,
    },
}

/// Why a file is not taken for a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// Its mode lets others read it.
    OpenToOthers,
    /// It stands in a content folder, where git would carry it about.
    InFolder,
    Empty,
    /// The words of the system; revealed before they are shown.
    Unreadable(String),
}

/// Why a host gave no answer at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// Nothing listens there.
    Refused,
    NoSuchHost,
    /// No safe connection; nothing was sent.
    Tls(Distrust),
    Timeout,
    /// The words of the system; revealed before they are shown.
    Other(String),
}

/// Why a connection is not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distrust {
    /// Nobody this machine trusts has signed the certificate: most often the server itself
    /// has.
    Unsigned,
    /// Past its last day, or before its first.
    Expired,
    /// It is for another host.
    OtherHost,
    /// What answers there speaks no TLS, or one that does not hold.
    Other,
}

/// Why an answer arrived and still is no suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unusable {
    Empty,
    /// Not the kind of answer that was asked for: another program listens there.
    NotAnAnswer,
    /// It is JSON as was asked for, and the post is not in it.
    WrongShape,
    /// The length allowed was used up before the first word, most often by reasoning.
    NoRoom,
    /// The composer cannot do this task; nobody has been asked.
    NeedsAi,
    /// There is no text to work on.
    NothingToChange,
    /// The text is one sentence: nothing can be left out whole.
    NothingToCut,
    /// The source said so itself; revealed before it is shown.
    Said(String),
}
