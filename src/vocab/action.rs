//! What a person asks for. A key, a click and the palette all end in one of these;
//! a room never sees a key.

use crate::domain::{Id, Reason};
use crate::text::{Edit, Motion};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Action {
    // Everywhere
    Help,
    Palette,
    Search,
    NextPane,
    PreviousPane,
    Undo,
    Redo,
    /// One step back; at the first screen, out of the program.
    Back,
    Cancel,
    Confirm,
    GoCalendar,
    GoIdeas,
    /// The rules learned from decisions.
    GoVoice,
    /// All that waits for this person, in one list.
    GoNeeds,
    Redraw,
    Suspend,
    Quit,

    // Moving the cursor, in grids and lists
    Left,
    Right,
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,

    // The week
    PreviousWeek,
    NextWeek,
    Today,
    GoToDate,
    /// On to what needs a person: broken, blocked, late, undecided.
    NextNeed,
    PreviousNeed,
    Open,
    New,
    Edit,
    Drafts,
    /// The cursor's placement only.
    Move,
    /// Every placement of the post.
    MoveAll,
    PushWeek,
    Copy,
    Paste,
    Trash,
    Range,
    Filter,
    ClearFilter,
    /// Which sentences of a post came from which suggestion.
    Origin,
    /// What was said about a post.
    Review,
    Hours,
    CopyText,
    /// A help with the text that is there: shorter, another tone, a translation.
    Helps,
    Fields,
    MarkPublished,
    /// A channel, a campaign or everything is held back, or let go.
    Freeze,
    /// The approve view; what is said there is another key.
    Approve,
    /// Yes to exactly what stands there.
    SayYes,
    /// The approval is taken back.
    Revoke,
    /// The one-key mend of a finding (a misfiled post goes to its folder).
    Fix,
    ToBacklog,
    /// `$EDITOR`, on the file or on the text.
    EditOutside,
    /// The inspector, as a drawer where there is no room beside the week.
    Inspector,
    FullScreen,

    // Claims
    /// A person answers for a claim, with a note.
    TickClaim,
    /// The sentence of a claim becomes a fact.
    KeepFact,

    // Drafts
    Accept,
    Reject,
    AcceptAll,
    RejectAll,
    /// The sentence by its clauses, or together again.
    Split,
    Rewrite,
    Another,
    AnotherWith,
    ShowPrompt,
    /// The sentence of the same place from suggestion `n`, from 1.
    Pick(u8),
    Because(Reason),
    WithoutReason,

    // Review
    /// Somebody is to look at the post.
    AskReview,
    /// Something must change before it goes out.
    AskChange,
    Remark,
    Reply,
    /// The note under the cursor is settled.
    Resolve,

    // Text
    Write(Edit),
    Go {
        motion: Motion,
        select: bool,
    },
    Save,
    /// Back to the text as it was when it was opened; asked once.
    Revert,
    /// The post is said to be in the next of the brand's languages.
    NextLanguage,
    CutText,
    CopySelection,
    /// The messages of a thread get their numbers, or lose them.
    NumberMessages,
    Find,
    FindNext,
    FindPrevious,
    Complete,

    // Forms and lists
    Toggle,
    /// The choice of a row that begins with the letters typed so far, this one the last.
    ByLetter(char),
    /// The choice at this place of the row, from 0: where letters lead to.
    ToChoice(usize),
    Remove,
    Add,
    Choose(u8),

    // Mouse, already translated into what was pointed at
    Point(Target),
    /// A double click.
    OpenAt(Target),
    DragTo(Target),
    Drop(Target),
    Wheel {
        up: bool,
    },
}

/// Why something needs a person, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// A file that cannot be read.
    Broken,
    /// A post that cannot go out like this.
    Blocked,
    /// Its time has passed, and nobody has said that it went out.
    Overdue,
    /// Suggestions wait for a decision.
    Waiting,
    /// A day without an hour.
    Untimed,
    /// Something is probably wrong with it.
    Warned,
    /// What cannot wait, in another week than the one on screen.
    Elsewhere,
}

/// What stands under the mouse, in the words of the room that drew it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    Slot {
        date: NaiveDate,
        time: Option<NaiveTime>,
    },
    Card {
        post: Id,
        wall: NaiveDateTime,
    },
    /// The `+N` of a full cell.
    More {
        date: NaiveDate,
    },
    Idea(Id),
    /// What the footer counts of the week on screen.
    Need(Need),
    Row(usize),
    /// One of the choices of a row.
    Choice {
        row: usize,
        choice: usize,
    },
    Pane(usize),
    Sentence {
        pane: usize,
        sentence: usize,
    },
    /// A cell of a text: visual row and column from its top left.
    Cell {
        row: usize,
        column: usize,
        clicks: u8,
        select: bool,
    },
}
