//! What a post is, derived from its content, its approval and the clock. Nobody declares it.

use super::{Consent, Now, Placement, Post, placements};
use chrono::{DateTime, Utc};

coded! {
    /// Its words are those of the command line and JSON.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Stage {
        Idea = "idea",
        Planned = "planned",
        /// Somebody was asked to look at it.
        InReview = "in-review",
        /// A person stands behind exactly what it says.
        Approved = "approved",
        Published = "published",
    }
}

impl Stage {
    /// As far as the content alone says it: never in review, never approved.
    pub fn of_post(post: &Post) -> Self {
        if post.when.is_none() && post.variants.values().all(|v| v.when.is_none()) {
            Self::Idea
        } else if Self::went_out(post, &post.channels) {
            Self::Published
        } else {
            Self::Planned
        }
    }

    /// With what people have said about it.
    #[must_use]
    pub fn said_of(self, consent: &Consent, in_review: bool) -> Self {
        match self {
            Self::Planned if consent.given().is_some() => Self::Approved,
            Self::Planned if in_review => Self::InReview,
            stage => stage,
        }
    }

    /// It has a time, and has not gone out.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Planned | Self::InReview | Self::Approved)
    }

    /// As far as the content alone says it.
    pub fn of_placement(post: &Post, placement: &Placement) -> Self {
        if Self::went_out(post, &placement.channels) { Self::Published } else { Self::Planned }
    }

    /// A card whose time has passed and that nobody has marked as published.
    pub fn is_overdue(post: &Post, placement: &Placement, now: DateTime<Utc>) -> bool {
        Self::of_placement(post, placement) == Self::Planned
            && placement.when.has_time()
            && !placement.channels.is_empty()
            && placement.instant.is_some_and(|at| at < now)
    }

    /// One of its cards is.
    pub fn is_late(post: &Post, now: Now) -> bool {
        placements(post, now.zone).iter().any(|card| Self::is_overdue(post, card, now.utc))
    }

    fn went_out(post: &Post, channels: &[String]) -> bool {
        !channels.is_empty() && channels.iter().all(|c| post.published.contains_key(c))
    }

    /// The mark on a card, and its ASCII twin.
    pub fn glyph(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Idea, false) => "·",
            (Self::Idea, true) => ".",
            (Self::Planned, _) => "~",
            (Self::InReview, false) => "◇",
            (Self::InReview, true) => "&",
            (Self::Approved, false) => "✓",
            (Self::Approved, true) => "+",
            (Self::Published, false) => "●",
            (Self::Published, true) => "*",
        }
    }
}

/// What wins over a stage on a card, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flag {
    /// Somebody must look: a finding that blocks, a conflict.
    NeedsPerson,
    /// It is held back, with its channel, its campaign or everything.
    Frozen,
    /// Its time has passed, and nobody has said that it went out.
    Overdue,
    /// Suggestions wait for a decision.
    SuggestionsWaiting,
}

impl Flag {
    /// What is to be said of a card besides its stage, most urgent first; nothing of what
    /// went out. `needs` a person, is `late`, has suggestions `waiting`.
    pub fn of(stage: Stage, needs: bool, late: bool, waiting: bool) -> Vec<Self> {
        let flags = [
            (needs, Self::NeedsPerson),
            (late, Self::Overdue),
            (waiting, Self::SuggestionsWaiting),
        ];
        let said = flags.into_iter().filter(|(there, _)| *there && stage != Stage::Published);
        said.map(|(_, flag)| flag).collect()
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::NeedsPerson => "needs-person",
            Self::Frozen => "frozen",
            Self::Overdue => "overdue",
            Self::SuggestionsWaiting => "suggestions-waiting",
        }
    }

    /// The mark on a card, and its ASCII twin.
    pub fn glyph(self, ascii: bool) -> &'static str {
        match self {
            Self::NeedsPerson => "!",
            Self::Frozen if ascii => "=",
            Self::Frozen => "‖",
            Self::Overdue if ascii => "<",
            Self::Overdue => "«",
            Self::SuggestionsWaiting => "?",
        }
    }
}
