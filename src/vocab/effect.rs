//! What is to be done, in the imperative. The app keeps the first group to itself;
//! the runtime carries out the others and answers with events.

use super::{Action, Job, Notice, Question};
use crate::domain::{
    Brief, ChangeSet, ChannelKey, Entry, Filter, Freeze, Id, JournalKey, Note, NoteKind, Part,
    PlanStamp, RelPath, Rewrite, Suggestion, Week,
};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    // Inside the app
    Show(Screen),
    /// Close the top overlay, or leave the screen.
    Close,
    Say(Notice),
    /// As if a key had asked for it (the palette, a clicked hint).
    Do(Box<Action>),
    /// Move the calendar's cursor.
    GoTo {
        date: NaiveDate,
        /// The nearest place to it; `None` keeps the hour where the cursor stands.
        time: Option<NaiveTime>,
        post: Option<Id>,
    },
    /// What the calendar shows from now on; an empty one shows everything.
    SetFilter(Filter),
    Undo,
    Redo,

    // The folder
    ReadWeek(Week),
    /// Nobody looks at this week any more: it leaves the memory, and is not followed.
    LetGo(Week),
    ReadIdeas,
    ReadSuggestions(Vec<Id>),
    /// Which folders to watch from now on.
    Watch {
        weeks: Vec<Week>,
        posts: Vec<Id>,
    },
    /// The posts compared with each other, when there is nothing else to do.
    Compare {
        stamp: PlanStamp,
        posts: Vec<Arc<Entry>>,
    },
    Apply(ChangeSet),
    /// Text that is not saved.
    Journal {
        key: JournalKey,
        text: String,
    },
    JournalDrop(JournalKey),
    /// What waits for the journal goes there now, not within its second.
    KeepNow,
    /// The person lets go of texts that the journal could not take.
    GiveUp,
    /// The files under `media/`, to complete a path.
    ListMedia,

    // The gate
    /// A post read from its file, to be laid before a person.
    ReadSheet(Id),
    /// Somebody says yes to what stands before them. Only the key that asked for this is an
    /// act; without one it is nothing.
    Approve(Id),
    /// The approval of a post is taken back.
    Revoke(Id),

    // Search over the archive
    OpenArchive,
    Search {
        asked: u64,
        query: String,
    },
    CloseArchive,

    // Suggestions
    FindSources,
    Suggest(Box<SuggestionAsk>),
    /// Shows what would be sent, without sending it.
    ShowPrompt(Box<SuggestionAsk>),
    Stop(Vec<Job>),

    // The rest of the machine
    EditOutside(ExternalEdit),
    CopyToClipboard(String),
    Redraw,
    Suspend,
    Quit,
}

/// A screen or an overlay to open.
#[derive(Debug, Clone, PartialEq)]
pub enum Screen {
    Week,
    /// The brief, then the panes. Without a post, for an empty slot.
    Drafts {
        post: Option<Id>,
        slot: Option<Slot>,
    },
    /// Which help is wanted with a text that is there.
    Helps {
        post: Id,
        channel: Option<ChannelKey>,
        left: Option<Box<Left>>,
    },
    /// The panes, with one more suggestion on its way.
    Helped {
        post: Id,
        brief: Box<Brief>,
    },
    Editor {
        post: Id,
        channel: Option<ChannelKey>,
    },
    Fields {
        post: Id,
        /// What goes out beside the text, of all channels or of one: the cursor stands there.
        at: Option<(Part, Option<ChannelKey>)>,
    },
    /// Which sentences came from which suggestion.
    Origin {
        post: Id,
        channel: Option<ChannelKey>,
    },
    /// What goes out, to be read and approved, one post after the other.
    Approve {
        posts: Vec<Id>,
    },
    /// What decisions have taught.
    Voice,
    /// What was said about a post: at a note, else at the beginning.
    Review {
        post: Id,
        channel: Option<ChannelKey>,
        note: Option<Id>,
    },
    /// Something is to be said about a post.
    WriteNote(Box<NewNote>),
    /// All that waits for this person.
    Needs,
    Search,
    Palette,
    Help,
    GoToDate,
    Filter,
    /// Something is to be held back, and a word said why.
    FreezeWhy {
        freeze: Box<Freeze>,
        posts: usize,
    },
    MarkPublished {
        post: Id,
    },
    /// Which channel's text goes to the clipboard.
    CopyText {
        post: Id,
    },
    Question(Box<Question>),
}

/// An empty place on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot {
    pub date: NaiveDate,
    pub time: Option<NaiveTime>,
}

/// One suggestion to be written. The runtime adds brand, voice, facts and examples.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionAsk {
    pub job: Job,
    /// Empty: whoever the settings give the brief's task to.
    pub profile: String,
    pub brief: Brief,
    /// The human text, where there is one.
    pub human: Option<String>,
    pub link: Option<String>,
    /// Known to choose facts by; neither is sent.
    pub campaign: Option<String>,
    pub pillar: Option<String>,
    /// When the post goes out, where that is known: a fact has to hold that day.
    pub day: Option<NaiveDate>,
    /// The team's notes, where the brief says that they go along.
    pub notes: Option<String>,
    /// From 0: suggestions of one brief differ on purpose.
    pub variation: usize,
    pub of: usize,
    /// Past suggestions with what was decided about them, those of the same post first.
    pub decided: Vec<Suggestion>,
    /// What a hand made of sentences that were suggested before.
    pub rewrites: Vec<Rewrite>,
}

/// What `$EDITOR` is opened on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExternalEdit {
    /// A file of the folder, at a place (line and column from 1; 0 for none).
    File { path: RelPath, line: usize, column: usize },
    /// The file of a post, where the text of this channel stands in it, else the common one.
    Post { path: RelPath, channel: Option<ChannelKey> },
    /// A text, through a temporary file.
    Text { key: JournalKey, text: String },
}

/// What a note will be about, before its words are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    pub post: Id,
    pub kind: NoteKind,
    /// The note that is answered.
    pub about: Option<Id>,
    pub channel: Option<ChannelKey>,
    pub quote: Option<String>,
}

impl NewNote {
    /// This is what it became.
    pub fn became(&self, note: &Note) -> bool {
        let Self { post, kind, about, channel, quote } = self;
        (post, *kind, about, channel, quote)
            == (&note.post, note.kind, &note.about, &note.channel, &note.quote)
    }
}

/// A help that came to nothing, with the words somebody had typed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Left {
    pub brief: Brief,
    /// They are in their line at once; else the menu comes first, as always.
    pub at_once: bool,
}
