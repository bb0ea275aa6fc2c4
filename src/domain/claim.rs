//! What a text asserts and what stands behind it: a figure, a day, a name, a quotation.
//!
//! Data only: `checks` reads claims and compares them, `i18n` words why they stand or fall.

use super::{ContentHash, Finding, RelPath};
use chrono::{DateTime, NaiveDate, Utc, Weekday};
use std::ops::Range;

/// Something in a text that is true or false.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub kind: ClaimKind,
    /// Bytes of the text it was read in.
    pub span: Range<usize>,
    pub standing: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClaimKind {
    Number,
    Price,
    Percentage,
    /// A day, a month, a year.
    Date,
    /// An hour of the day. Files and JSON call it a date: see [`ClaimKind::is`].
    Hour,
    Superlative,
    Comparison,
    Name,
    Quotation,
    Link,
    Mention,
    Hashtag,
}

/// How a claim stands; nothing that is unknown is ever taken for support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Supported(Ground),
    /// The same thing is said there with another figure.
    Contradicted {
        by: Ground,
        /// What stands there instead, in its own words.
        said: String,
    },
    Unknown,
    /// Unknown as well: the fact of this id says the same, perhaps of something else.
    Elsewhere {
        fact: String,
    },
    /// Only a fact that no longer holds says so.
    Expired {
        fact: String,
        on: NaiveDate,
    },
}

/// What a claim was found in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ground {
    Fact {
        id: String,
        expires: Option<NaiveDate>,
    },
    Brief,
    /// The post's own fields: title, day, link, hashtags.
    Post,
    /// The brand's name, accounts and hashtags.
    Brand,
    /// That date is this weekday.
    Calendar(Weekday),
}

impl ClaimKind {
    /// Those that files tell apart.
    pub const ALL: [Self; 11] = [
        Self::Number,
        Self::Price,
        Self::Percentage,
        Self::Date,
        Self::Superlative,
        Self::Comparison,
        Self::Name,
        Self::Quotation,
        Self::Link,
        Self::Mention,
        Self::Hashtag,
    ];

    /// The word used in files and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Price => "price",
            Self::Percentage => "percentage",
            Self::Date | Self::Hour => "date",
            Self::Superlative => "superlative",
            Self::Comparison => "comparison",
            Self::Name => "name",
            Self::Quotation => "quotation",
            Self::Link => "link",
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The same, as far as files tell them apart.
    pub fn is(self, other: Self) -> bool {
        self.code() == other.code()
    }
}

impl Ground {
    /// The word used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Fact { .. } => "fact",
            Self::Brief => "brief",
            Self::Post => "post",
            Self::Brand => "brand",
            Self::Calendar(_) => "calendar",
        }
    }
}

impl Standing {
    /// The word used in files and JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Supported(_) => "supported",
            Self::Contradicted { .. } => "contradicted",
            Self::Unknown | Self::Elsewhere { .. } => "unknown",
            Self::Expired { .. } => "expired",
        }
    }

    pub fn is_supported(&self) -> bool {
        matches!(self, Self::Supported(_))
    }

    /// Nothing says so of this very thing.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::Elsewhere { .. })
    }

    /// What speaks for it or against it.
    pub fn ground(&self) -> Option<&Ground> {
        match self {
            Self::Supported(ground) | Self::Contradicted { by: ground, .. } => Some(ground),
            Self::Unknown | Self::Elsewhere { .. } | Self::Expired { .. } => None,
        }
    }

    /// The id of the fact it rests on, or that speaks against it.
    pub fn fact(&self) -> Option<&str> {
        match self {
            Self::Supported(Ground::Fact { id, .. })
            | Self::Contradicted { by: Ground::Fact { id, .. }, .. }
            | Self::Expired { fact: id, .. } => Some(id),
            _ => None,
        }
    }
}

/// One `[[claim]]` of a post file: a person looked at a claim and answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The claim in the words of the text.
    pub quote: String,
    pub kind: ClaimKind,
    /// How it stood when it was ticked: a claim that stands otherwise is open again.
    pub verdict: String,
    /// For the team; never sent to a model.
    pub note: Option<String>,
    /// The fact it relied on and [`fact_version`] of it: one that changed opens it again.
    pub fact: Option<(String, String)>,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// Why words are open that were settled once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reopened {
    /// Somebody answered for them when the facts were others.
    Tick,
    /// The fact of this id said so until it was changed or taken away.
    Fact(String),
}

/// What a tick remembers of a fact: SHA-256 over its text and its last day.
pub fn fact_version(fact: &super::Fact) -> String {
    let last = fact.expires.map(|day| day.to_string()).unwrap_or_default();
    ContentHash::of(format!("{}\n{last}", fact.text).as_bytes()).to_string()
}

/// What of one version of a post is open.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenClaims {
    pub path: RelPath,
    /// Of the file it was read in: of another version it says nothing.
    pub hash: ContentHash,
    pub findings: Vec<Finding>,
}
