//! What happened, in the past tense. Only the runtime makes these.

use super::Job;
use super::notice::Rush;
use crate::domain::{
    Archive, ChangeSet, Entry, Extras, Failure, Hit, Id, JournalKey, Judged, Layer, LedgerFault,
    ModelText, NotAnAct, Note, OpenClaims, Plan, PlanStamp, Problem, RelPath, Remarks, Sheet,
    Suggestion, SuggestionSource, Week, Workspace,
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    // The folder
    FolderRead {
        folder: String,
        entries: Vec<Arc<Entry>>,
        problems: Vec<Problem>,
    },
    SuggestionsRead {
        post: Id,
        suggestions: Vec<Suggestion>,
        problems: Vec<Problem>,
    },
    /// What was said about a post.
    NotesRead {
        post: Id,
        notes: Vec<Note>,
        problems: Vec<Problem>,
    },
    WorkspaceRead {
        workspace: Box<Workspace>,
        problems: Vec<Problem>,
    },
    WorkspaceBroken(Problem),
    /// Durable: said only after the directory was synced.
    Applied {
        set: ChangeSet,
        entries: Vec<Entry>,
        removed: Vec<RelPath>,
    },
    NotApplied {
        set: ChangeSet,
        failure: Failure,
    },
    /// Paths under `media/`, sorted.
    MediaListed(Vec<String>),
    /// Another program has this folder open, too.
    OpenElsewhere,
    /// Durable in the journal, as it was typed.
    TextKept {
        key: JournalKey,
        text: String,
    },
    /// The journal takes nothing: what is typed is nowhere but here.
    NotKept(Failure),
    /// Texts that a session left unsaved.
    Recovered(Vec<Recovered>),
    /// Posts of other weeks that have a placement in this one, and duplicates found far away.
    Noticed {
        week: Week,
        entries: Vec<Entry>,
    },

    /// What is open in posts that were read; none where nothing is any more.
    ClaimsRead(Vec<OpenClaims>),
    /// What the posts of a stamp say of each other.
    PlanFound {
        stamp: PlanStamp,
        plan: Arc<Plan>,
    },
    /// The archive was looked through: what its posts say together.
    ArchiveRead(Arc<Archive>),
    /// What became of the sentences of all suggestions, once the archive was looked through.
    DecisionsRead(Arc<Vec<Judged>>),

    // The gate
    SheetRead(Box<Sheet>),
    /// A key has to be touched before it signs.
    TouchWanted,
    /// In the ledger and in the file.
    Approved {
        entry: Box<Entry>,
        /// Where that was too fast to have read it.
        rush: Option<Rush>,
    },
    /// A key that was no act.
    NotApproved {
        post: Id,
        why: NotAnAct,
    },
    Revoked {
        entry: Box<Entry>,
    },
    /// Where the ledger of approvals is not as it was written; `None` of a sound one.
    LedgerRead(Option<LedgerFault>),

    // Search over the archive
    Found {
        asked: u64,
        hits: Vec<Hit>,
        complete: bool,
    },

    // Suggestions
    SourcesFound(Vec<SourceInfo>),
    PromptReady {
        to: SourceInfo,
        /// Every word that would be sent, part by part; none where nothing is.
        layers: Vec<Layer>,
        /// What the source says of its own work.
        remarks: Remarks,
    },
    /// A preview of the next words.
    SuggestionGrew {
        job: Job,
        piece: ModelText,
    },
    /// The whole text as it counts, cleaned of what the source wrapped it in.
    SuggestionEnded {
        job: Job,
        end: StreamEnd,
        text: ModelText,
        hashtags: Vec<String>,
        extras: Extras,
        source: SuggestionSource,
    },
    /// Nothing arrived, or it broke off: what had grown by then is a fragment.
    SuggestionFailed {
        job: Job,
        failure: Failure,
    },

    // Around the folder
    HistoryRead {
        /// Who git says is working here.
        author: Option<String>,
        branch: Option<String>,
        changed: usize,
        ahead: usize,
        behind: usize,
    },

    // `$EDITOR` and the clipboard
    TextEditedOutside {
        key: JournalKey,
        /// Without the line feed that ends the last line of a file.
        text: String,
    },
    FileEditedOutside(RelPath),
    NotDone(Failure),
    TextCopied {
        characters: usize,
    },

    /// The minute changed, or the program came back from a suspension.
    Ticked(DateTime<Utc>),
}

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StreamEnd {
    Complete,
    /// The source stopped at its own limit.
    Cut,
    /// The person stopped it; what arrived is a fragment.
    Stopped,
}

/// A text that was being typed when a session ended without saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    pub key: JournalKey,
    pub text: String,
    pub at: DateTime<Utc>,
}

/// A source of suggestions, as the brief offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceInfo {
    /// Name of the profile, or of the discovered server.
    pub profile: String,
    pub provider: String,
    pub model: String,
    /// Where the words go; `None` for what stays in the program.
    pub host: Option<String>,
    pub is_ai: bool,
    /// `None` until it was asked.
    pub reachable: Option<bool>,
}
