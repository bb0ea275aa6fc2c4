//! Why something is offered to a writer, or advised against: data only, worded by `i18n`.

use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// On the brand's own list.
    Brand,
    /// The account of one of the brand's channels.
    Account,
    /// In `posts` of the `of` published posts of this pillar, by its name.
    Pillar {
        name: String,
        posts: usize,
        of: usize,
    },
    Campaign {
        name: String,
        posts: usize,
        of: usize,
    },
    /// In the same published posts as a hashtag that stands in the text.
    NextTo {
        tag: String,
        posts: usize,
    },
    /// In published posts that speak of a word of the text.
    Word {
        word: String,
        posts: usize,
    },
    /// The text itself says a word of it.
    Said {
        word: String,
    },
    Published {
        posts: usize,
    },
    /// In posts that have not gone out yet.
    Planned {
        posts: usize,
    },
    /// A suggestion for this post carries it; how many published posts do.
    Proposed {
        posts: usize,
    },
    /// A fact, with where it is from and its last day.
    Fact {
        source: Option<String>,
        expires: Option<NaiveDate>,
    },
    /// Fits any brand, so it says nothing of this one.
    Generic,
    /// The brand never uses it.
    Never,
}

impl Evidence {
    /// It ties what is offered to this text, and not only to the brand.
    pub fn is_tie(&self) -> bool {
        match self {
            Self::Pillar { .. } | Self::Campaign { .. } | Self::NextTo { .. } => true,
            Self::Word { .. } | Self::Said { .. } | Self::Proposed { .. } => true,
            Self::Brand | Self::Account | Self::Published { .. } | Self::Planned { .. } => false,
            Self::Fact { .. } | Self::Generic | Self::Never => false,
        }
    }

    /// The English code used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Brand => "brand",
            Self::Account => "account",
            Self::Pillar { .. } => "pillar",
            Self::Campaign { .. } => "campaign",
            Self::NextTo { .. } => "next-to",
            Self::Word { .. } => "word",
            Self::Said { .. } => "said",
            Self::Published { .. } => "published",
            Self::Planned { .. } => "planned",
            Self::Proposed { .. } => "proposed",
            Self::Fact { .. } => "fact",
            Self::Generic => "generic",
            Self::Never => "never",
        }
    }
}
