//! What a network or the law asks for where AI had a part in a post, as a row of
//! `assets/disclosure.toml`: what, of whom, and how sure it is.
//!
//! Data only. Which rows hold for a post is `checks`' to say, in what words is `i18n`'s.

use chrono::NaiveDate;

coded! {
    /// Which row it is: each has words of its own.
    /// Its words are those of the table and `--json`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum RuleId {
        EuMedia = "eu-media",
        EuText = "eu-text",
        TikTok = "tiktok",
        YouTube = "youtube",
        Meta = "meta",
        MetaMark = "meta-mark",
        PinterestMark = "pinterest-mark",
        LinkedInMark = "linkedin-mark",
    }
}

coded! {
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Ask {
        /// Whoever publishes says so, where a medium of AI's looks real.
        Label = "label",
        /// The network marks a medium of AI's by itself, from what the file carries.
        Mark = "mark",
        /// A text that stands as AI wrote it is reviewed by a person, or labelled.
        Review = "review",
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
