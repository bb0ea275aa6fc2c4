//! Short words to the person: what was done, and why something cannot be.
//! `i18n` words each variant.

use crate::domain::{
    ClaimKind, Failure, FindingKind, Judgement, Label, NotAnAct, Standing, Uncovered,
};
use chrono::NaiveDateTime;

/// A line that comes and goes.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    Done(Label),
    /// To so many posts at once.
    DoneMany {
        label: Label,
        count: usize,
    },
    /// Moved to a slot, with what it cost.
    Moved {
        to: NaiveDateTime,
    },
    Undone(Label),
    Redone(Label),
    /// A step back or forth, with the name of the post it was done to.
    About {
        said: Box<Notice>,
        post: String,
    },
    /// Machine words were accepted, rewritten or rejected, or that was taken back or forth.
    Judged {
        label: Label,
        what: Judgement,
        way: Way,
    },
    Failed(Failure),
    Cannot(Why),
    /// An idea is to be chosen for the place under the cursor.
    WhichIdea,
    /// A post was taken, to be duplicated elsewhere.
    PostCopied,
    TextCopied {
        characters: usize,
        /// The link of the post that the text does not say.
        without: Option<String>,
    },
    /// What is being copied leaves out the link of the post: said with how much was copied.
    LinkNotIn(String),
    /// A text changed on disk while it was being typed; both are kept.
    ChangedOutside,
    /// A text changed on disk while it was being typed, elsewhere than where it was typed.
    Merged,
    /// The file of the text that is open cannot be read any more.
    BrokenMeanwhile,
    /// A new post was left without a word, and is not there any more.
    EmptyNotKept,
    /// Nothing was taken of what was asked for at a place: it waits with the ideas.
    WithTheIdeas,
    /// Another program has this folder open, too.
    OpenElsewhere,
    /// The post that is opened has gone out: the networks keep what they have.
    GoneOut,
    Stopped,
    /// What could not be saved waits in the journal.
    LeftUnsaved,
    /// What could not be saved is in no journal either, only in memory.
    LeftUnkept,
    /// The journal takes nothing.
    NotKept(Failure),
    /// The date that a phrase was taken to mean.
    WentTo(NaiveDateTime),
    /// A key that signs waits for a finger.
    TouchKey,
    /// A person stands behind the post.
    Approved {
        post: String,
        rush: Option<Rush>,
    },
    /// Several in a row were left, or are done.
    ApprovedOf {
        count: usize,
        of: usize,
        /// So many of them in so many seconds: too fast to have read them.
        quick: Option<(usize, u32)>,
    },
    /// After the last of several posts the first is shown again.
    FromTheFirst {
        left: usize,
        of: usize,
    },
    NotApproved(NotAnAct),
    /// What was typed to confirm it is not the beginning of the fingerprint.
    NotTheHash {
        typed: String,
        first: String,
    },
    Revoked {
        post: String,
    },
    /// What was done left so many posts without the approval they had.
    Voided {
        said: Box<Notice>,
        count: usize,
    },
    /// Something holds the post back: nobody can approve it before that is put right.
    HeldBack(Box<FindingKind>),
    /// The same, where what goes out cannot even be put together.
    NothingToApprove(Vec<Uncovered>),
    /// Neither the settings nor git say who decides.
    Unsigned,
    /// A claim that something speaks against is made no fact of: then both would stand.
    NotAFact {
        quote: String,
        kind: ClaimKind,
        standing: Standing,
        /// Where the fact stands that says otherwise.
        place: Option<String>,
    },
}

impl Notice {
    /// It answers what the person has just done, and is worth no more once that is some time
    /// ago. What happened by itself, or failed, is not: it may not have been seen yet.
    pub fn passes(&self) -> bool {
        match self {
            Self::Done(_)
            | Self::DoneMany { .. }
            | Self::Moved { .. }
            | Self::Undone(_)
            | Self::Redone(_)
            | Self::About { .. }
            | Self::Judged { .. }
            | Self::Cannot(_)
            | Self::PostCopied
            | Self::TextCopied { .. }
            | Self::EmptyNotKept
            | Self::WithTheIdeas
            | Self::Stopped
            | Self::WentTo(_)
            | Self::Approved { .. }
            | Self::ApprovedOf { .. }
            | Self::FromTheFirst { .. }
            | Self::NotApproved(_)
            | Self::NotTheHash { .. }
            | Self::Revoked { .. }
            | Self::HeldBack(_)
            | Self::NothingToApprove(_)
            | Self::NotAFact { .. } => true,
            Self::Failed(_)
            | Self::WhichIdea
            | Self::LinkNotIn(_)
            | Self::ChangedOutside
            | Self::Merged
            | Self::BrokenMeanwhile
            | Self::OpenElsewhere
            | Self::GoneOut
            | Self::LeftUnsaved
            | Self::LeftUnkept
            | Self::NotKept(_)
            | Self::TouchKey
            // What a change cost is read, or it is not known.
            | Self::Voided { .. }
            | Self::Unsigned => false,
        }
    }
}

/// An approval that came faster than anybody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rush {
    /// The last of so many in so many seconds.
    Posts { count: usize, seconds: u32 },
    /// So many words stood there for so many seconds.
    Words { count: usize, seconds: u32 },
}

/// Whether something was done, taken back, or done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Done,
    Undone,
    Redone,
}

/// Why an action is not possible here and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    NoPostHere,
    /// There is no idea that could come here.
    NoIdeas,
    /// The rule under the cursor has been answered already.
    NotProposed,
    /// The rule under the cursor is not in `voice.toml`.
    NotLearned,
    BrokenFile,
    /// Files that are no posts stand there.
    NotAPost,
    NothingToUndo,
    NothingToRedo,
    NothingCopied,
    NothingToFix,
    NothingSelected,
    /// Nothing is selected in a text: there is nothing to copy, and leaving is another key.
    NothingToCopy,
    /// Nothing was typed since the text was opened.
    NothingTyped,
    /// Every claim of the text stands, or there is none.
    NoOpenClaim,
    /// A person has written the headline.
    HeadlineThere,
    /// There is one message, and nothing to number.
    OneMessage,
    AlreadyPublished,
    /// It is held back.
    Frozen,
    NoSuggestions,
    /// A figure says which; none was pressed.
    WhichSuggestion,
    StillWriting,
    AlreadyDecided,
    /// It was undone or taken away while something was written about it.
    SuggestionGone,
    /// The sentence of a fragment that was being written when it ended.
    HalfASentence,
    /// Only a person can finish the sentence.
    BlankToFill,
    /// A fragment is not taken as a whole.
    OnlyAFragment,
    /// It answers somebody: a reply is copied and enters no text.
    ReplyStaysApart,
    /// No sentence of that suggestion answers to this one.
    NoCounterpart,
    /// The sentence has nothing to be split by.
    OneClause,
    NoText,
    NoTopic,
    /// No note stands under the cursor.
    NoNote,
    /// The note under the cursor has been settled.
    AlreadySettled,
    /// More combinations than can be compared.
    TooManySuggestions,
    NoPicture,
    /// Only a model can do it, and there is none.
    NeedsModel,
    NoChannels,
    AnIdeaHasNoTime,
    /// Without a time nobody can say yes to when it goes out.
    AnIdeaIsNotApproved,
    /// What stands there is approved as it is.
    AlreadyApproved,
    /// There is no approval to take back.
    NothingApproved,
    /// Accepting is not approving: the suggestions are left first.
    LeaveSuggestions,
    /// It is typed by a hand, or it confirms nothing.
    TypedByHand,
    /// It is the only one.
    NoOtherPost,
    InThePast,
    NotYetRead,
    /// The post that a suggestion has become is not in sight, or is none of its own.
    NewPostAway,
    /// Nothing in the weeks that were read.
    NothingNeedsYou,
    /// But for what the cursor stands on.
    NothingElseNeedsYou,
    NotHere,
}
