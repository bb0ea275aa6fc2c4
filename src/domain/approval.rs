//! A person's yes as a post file carries it, and what became of it. Whether it holds is
//! the gate's to say.

use super::{
    ChannelKey, ContentHash, Entry, Finding, FindingKind, Id, LedgerFault, Severity, Unheld,
    Unjudged,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many characters of the hash are typed where something is still open.
pub const TYPED: usize = 4;

/// The `[approval]` of a post file, word for word: nothing in it is believed before the
/// gate has looked at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Approval {
    pub scheme: String,
    /// `sha256:` and the hash of what is approved, in lower-case hex.
    pub hash: String,
    pub by: String,
    pub at: Option<DateTime<Utc>>,
    /// An SSH signature over the covered bytes, in its usual armour.
    pub signature: Option<String>,
}

/// What the gate says of a post: whether a person stands behind exactly what it says now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Consent {
    /// Nobody has said yes.
    #[default]
    None,
    Given(Given),
    /// There is an approval, and it does not hold.
    Void {
        why: Voided,
        /// Who gave it, as the file says: believed by nobody.
        by: String,
    },
}

/// A yes that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub by: String,
    pub at: DateTime<Utc>,
    pub trust: Trust,
}

coded! {
    /// What a yes rests on, weakest first.
    /// Its words are those of the settings and JSON.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Trust {
        /// The ledger of this machine.
        Ledger = "ledger",
        /// An SSH signature by a key of somebody who may approve.
        Signed = "signed",
        /// One by a key that has to be touched.
        Touched = "touched",
    }
}

/// Why an approval does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voided {
    /// It is about other content than the post has now.
    Changed,
    /// It may be sound, but nothing here can verify it.
    Elsewhere,
    /// It was taken back; the hour is the brand's, as the day that is told.
    Revoked { by: String, at: DateTime<Tz> },
    /// Not an approval as this program writes it.
    Malformed,
    /// The post could not be approved as it stands.
    Uncovered(Vec<Uncovered>),
    /// The signature does not hold.
    BadSignature(Unheld),
    /// The folder asks for more than this approval rests on.
    TooWeak { wanted: Trust },
    /// It carries a signature, or should, and nothing can be said of it here.
    Unjudged(Unjudged),
    /// The ledger of this machine is not as it was written.
    Ledger(LedgerFault),
    /// It stood in a ledger that somebody set aside.
    SetAside { at: DateTime<Tz> },
}

/// Why nobody can say yes to a post as it stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Uncovered {
    /// It goes out nowhere.
    NoChannel,
    /// A channel that the brand does not have.
    UnknownChannel(ChannelKey),
    /// A day without an hour, or an hour that daylight saving skips or repeats; on a channel
    /// by the name that people know it by.
    NoInstant(String),
    /// Neither words nor pictures; on a channel by its name.
    Nothing(String),
    /// A file that is not there, or cannot be read.
    NoMedium(String),
}

/// One value that goes out, as an approval covers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredLine {
    /// `None` for what all channels share.
    pub channel: Option<ChannelKey>,
    /// `text`, `instant`, `alt` …
    pub name: String,
    pub value: String,
}

/// A post as it is laid before whoever is to say yes: read from its file for that.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub entry: Arc<Entry>,
    /// What a yes would be about, or why there can be none.
    pub hash: Result<ContentHash, Vec<Uncovered>>,
    /// Everything that goes out, in order.
    pub lines: Vec<CoveredLine>,
    /// What somebody said yes to last on this machine.
    pub before: Option<Before>,
}

/// What stands before the eyes of whoever may say yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub post: Id,
    /// Of the covered bytes.
    pub hash: ContentHash,
    /// Each line of them has been on the screen.
    pub to_the_end: bool,
    /// Findings that nobody has ticked, and claims that somebody has.
    pub open: u32,
    pub ticked: u32,
    /// What was typed to confirm it, where something is open.
    pub typed: Option<String>,
    /// It is one of several in a row.
    pub bulk: bool,
}

impl Seen {
    /// The same bytes of the same post, however far they were read.
    pub fn is_same(&self, other: &Self) -> bool {
        (&self.post, self.hash) == (&other.post, other.hash)
    }
}

/// Why an input is no act of approving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnAct {
    /// Not a key that a hand pressed with the text before its eyes.
    NotAPress,
    /// The text has not been on the screen long enough.
    TooSoon,
    /// Its end has not been on the screen.
    NotToTheEnd,
    /// Something is open, and the hash was not typed.
    NotConfirmed,
    /// Something blocks the post.
    Blocked,
    /// Nobody knows who is at the keys.
    Nobody,
    /// The day is not today's: what is done is only tried.
    Pretended,
}

/// The last approval of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub by: String,
    pub at: DateTime<Utc>,
    /// What it was about; `None` where that is not kept any more.
    pub lines: Option<Vec<CoveredLine>>,
    /// Somebody took it back since.
    pub taken_back: Option<TakenBack>,
}

/// Who took an approval back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    pub by: String,
    pub at: DateTime<Utc>,
}

impl Consent {
    pub fn given(&self) -> Option<&Given> {
        match self {
            Self::Given(given) => Some(given),
            _ => None,
        }
    }

    /// In a moment there is more to say, or nothing: nobody has looked at the signature yet.
    pub fn is_glance(&self) -> bool {
        self.voided() == Some(&Voided::Unjudged(Unjudged::NotYet))
    }

    /// What there is to be said of an approval that does not hold.
    pub fn finding(&self) -> Option<Finding> {
        let Self::Void { why, by } = self else { return None };
        if self.is_glance() {
            return None;
        }
        // Given on another machine it wants a look; anything else wants one before it goes out.
        let severity = if *why == Voided::Elsewhere { Severity::Informs } else { Severity::Warns };
        let kind = FindingKind::ApprovalVoid { why: why.clone(), by: by.clone() };
        Some(Finding::of_file(kind, severity))
    }

    pub fn voided(&self) -> Option<&Voided> {
        match self {
            Self::Void { why, .. } => Some(why),
            _ => None,
        }
    }
}

impl Voided {
    /// The English code used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Elsewhere => "elsewhere",
            Self::Revoked { .. } => "revoked",
            Self::Malformed => "malformed",
            Self::Uncovered(_) => "uncovered",
            Self::BadSignature(Unheld::Malformed | Unheld::Other) => "bad-signature",
            Self::BadSignature(Unheld::Stranger) => "not-a-signer",
            Self::BadSignature(Unheld::Expired) => "key-expired",
            Self::TooWeak { .. } => "too-weak",
            Self::Unjudged(_) => "unjudged",
            Self::Ledger(_) => "ledger",
            Self::SetAside { .. } => "set-aside",
        }
    }
}

/// The names of what differs between two runs of covered values: `text`, `instant`, `alt` …
/// A channel that one of them lacks is `channel`.
pub fn covered_changes(before: &[CoveredLine], now: &[CoveredLine]) -> BTreeSet<String> {
    let channels = |lines: &[CoveredLine]| -> BTreeSet<Option<ChannelKey>> {
        lines.iter().map(|line| line.channel.clone()).collect()
    };
    let of = |lines: &[CoveredLine], channel: &Option<ChannelKey>, name: &str| -> Vec<String> {
        let own = lines.iter().filter(|line| line.channel == *channel && line.name == name);
        own.map(|line| line.value.clone()).collect()
    };
    let (then, here) = (channels(before), channels(now));
    let mut names: BTreeSet<String> = BTreeSet::new();
    if then != here {
        names.insert("channel".to_owned());
    }
    for channel in then.intersection(&here) {
        let lines = before.iter().chain(now).filter(|line| line.channel == *channel);
        let differ = |name: &&str| of(before, channel, name) != of(now, channel, name);
        let all: BTreeSet<&str> = lines.map(|line| line.name.as_str()).collect();
        names.extend(all.into_iter().filter(differ).map(str::to_owned));
    }
    names
}
