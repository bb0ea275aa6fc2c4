//! What a network or the law asks for where AI had a part in a post, as a row of
//! `assets/disclosure.toml`: what, of whom, and how sure it is.
//!
//! Data only. Which rows hold for a post is `checks`' to say, in what words is `i18n`'s.

use chrono::NaiveDate;

/// Which row it is: each has words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleId {
    EuMedia,
    EuText,
    TikTok,
    YouTube,
    Meta,
    MetaMark,
    PinterestMark,
    LinkedInMark,
}

impl RuleId {
    pub const ALL: [Self; 8] = [
        Self::EuMedia,
        Self::EuText,
        Self::TikTok,
        Self::YouTube,
        Self::Meta,
        Self::MetaMark,
        Self::PinterestMark,
        Self::LinkedInMark,
    ];

    /// The word used in the table and in `--json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::EuMedia => "eu-media",
            Self::EuText => "eu-text",
            Self::TikTok => "tiktok",
            Self::YouTube => "youtube",
            Self::Meta => "meta",
            Self::MetaMark => "meta-mark",
            Self::PinterestMark => "pinterest-mark",
            Self::LinkedInMark => "linkedin-mark",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.code() == code)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Whoever publishes says so, where a medium of AI's looks real.
    Label,
    /// The network marks a medium of AI's by itself, from what the file carries.
    Mark,
    /// A text that stands as AI wrote it is reviewed by a person, or labelled.
    Review,
}

impl Ask {
    pub const ALL: [Self; 3] = [Self::Label, Self::Mark, Self::Review];

    pub fn code(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Mark => "mark",
            Self::Review => "review",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ask| ask.code() == code)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisclosureRule {
    pub id: RuleId,
    pub asks: Ask,
    /// Keys of networks; none where the law of the Union asks.
    pub networks: Vec<String>,
    /// Only of videos and sound.
    pub moving: bool,
    /// Read in the asker's own words.
    pub certain: bool,
    pub source: String,
    /// The day it was last read.
    pub read: NaiveDate,
}
