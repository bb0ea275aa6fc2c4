//! Something a check noticed: where, what, and whether it may hold a post back.
//! The words and the next step come from `i18n`, by kind.

use super::{
    Address, Ai, Asker, ChannelKey, ClaimKind, Habit, Holiday, Message, Neighbour, Opening, Part,
    Reopened, SmellMarker, Standing, Unit, Voided, Week,
};
use crate::text::TextLanguage;
use chrono::{NaiveDate, NaiveDateTime};
use std::ops::Range;

#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    pub kind: FindingKind,
    pub severity: Severity,
    /// From 1; 0 where the finding is about the whole file.
    pub line: usize,
    /// In characters from 1; 0 where unknown.
    pub column: usize,
    /// Bytes of the part as it goes out on `channel`, for marking in the editor.
    pub span: Option<Range<usize>>,
    pub channel: Option<ChannelKey>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The post cannot go out like this.
    Blocks,
    Warns,
    Informs,
}

/// How much a finding asks of a person, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The post cannot go out like this.
    Blocks,
    /// It says what the facts speak against, or no longer stand behind.
    Denied,
    /// Something is probably wrong with it.
    Warns,
    /// Worth a look.
    Informs,
}

impl Severity {
    pub fn code(self) -> &'static str {
        match self {
            Self::Blocks => "blocks",
            Self::Warns => "warns",
            Self::Informs => "informs",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum FindingKind {
    OverLimit {
        network: String,
        part: Part,
        /// Of a thread, where it goes out as one.
        message: Option<Message>,
        unit: Unit,
        count: usize,
        limit: usize,
    },
    /// More hashtags than the network takes.
    TooManyHashtags {
        network: String,
        count: usize,
        limit: usize,
    },
    /// More hashtags than are usual on the network, which takes them all the same.
    ManyHashtags {
        network: String,
        count: usize,
        usual: usize,
    },
    /// A hashtag that fits any brand.
    GenericHashtag {
        tag: String,
    },
    /// A hashtag the brand never uses.
    NeverHashtag {
        tag: String,
    },
    /// The post stands in another week's folder than its `when` says.
    Misfiled {
        expected: Week,
    },
    /// Under `posts/` without a `when`.
    NoWhen,
    /// A `status` key, or one like it: stage is derived.
    StatusKey {
        key: String,
    },
    UnknownKey {
        key: String,
        meant: Option<String>,
    },
    UnknownChannel {
        key: String,
    },
    UnknownNetwork {
        channel: String,
        network: String,
    },
    UnknownPillar {
        key: String,
    },
    NoChannels,
    /// `lang` is none of the languages the brand speaks.
    UnknownLanguage {
        said: String,
        spoken: Vec<String>,
    },
    /// A `link` that is no address of the web.
    NotALink {
        link: String,
    },
    /// A channel that is named more than once.
    ChannelTwice {
        key: String,
    },
    /// The file's name carries the id of another post.
    NamedForAnother {
        named: String,
    },
    /// Two files carry one id; neither can go out.
    DuplicateId {
        other: String,
    },
    MissingMedia {
        path: String,
    },
    /// Absolute, or leading out of the folder.
    MediaOutside {
        path: String,
    },
    MissingAlt {
        path: String,
    },
    /// Daylight saving skips this wall time.
    TimeSkipped {
        before: NaiveDateTime,
        after: NaiveDateTime,
    },
    /// Daylight saving shows this wall time twice.
    TimeTwice,
    /// Conflict markers inside a text, which TOML takes for prose.
    ConflictInText,
    /// Controls, bidi or zero-width characters in the text.
    Invisibles {
        count: usize,
    },
    /// A link whose server's name is not plain ASCII: it may be taken for another.
    OddHost {
        host: String,
        /// As a machine reads it, `xn--…`.
        ascii: String,
        /// Its letters are of more than one alphabet.
        mixed: bool,
    },
    EmptyText,
    /// A place that somebody was to fill still stands open.
    BlankLeft {
        /// The mark of it, as it would be published.
        mark: String,
        part: Part,
        /// The picture whose alt text it is in.
        medium: Option<String>,
    },
    /// Nothing stands in one message of a thread.
    EmptyMessage {
        message: Message,
    },
    /// A thread, on a network that has none: its messages go out as one text.
    ThreadAsOne {
        network: String,
        messages: usize,
    },
    /// Some messages carry their number, this one has none or a wrong one.
    Misnumbered {
        message: Message,
    },
    /// Something the text asserts that nothing supports.
    Claim {
        kind: ClaimKind,
        /// Its words.
        quote: String,
        standing: Standing,
        /// What it stands in, and what its span is of.
        part: Part,
        /// The picture whose alt text says it.
        medium: Option<String>,
        reopened: Option<Reopened>,
    },
    /// Words that smell of machine.
    Smell {
        marker: SmellMarker,
        /// The words themselves.
        quote: String,
        /// What could stand there, in the language of the text.
        instead: Option<String>,
        /// Other kinds stand beside it: together they are a smell, alone each is a hint.
        company: bool,
        /// What they stand in, and what the span is of.
        part: Part,
        /// The picture whose alt text says it.
        medium: Option<String>,
    },
    /// A word that the brand never uses.
    ForbiddenWord {
        word: String,
    },
    /// Something one of the brand's own rules speaks against.
    AgainstRule {
        rule: String,
    },
    /// Something a rule speaks against that was learned from decisions.
    AgainstLearned {
        rule: String,
        /// How many decisions of how many it was learned from, where the file says so.
        size: Option<(usize, usize)>,
        since: Option<NaiveDate>,
        /// What the hand writes there.
        instead: Option<String>,
    },
    /// Unlike what the brand has published: a figure far from the usual one.
    StraysFromVoice {
        habit: Habit,
        usual: f64,
        here: f64,
        /// How many published posts were measured.
        posts: usize,
    },
    /// Opens with something the brand hardly ever opens with.
    OpensUnlikeVoice {
        opening: Opening,
        /// How many of the published posts do.
        count: usize,
        posts: usize,
    },
    /// Opens with another word than nearly all published posts.
    OpensOtherwise {
        word: String,
        count: usize,
        posts: usize,
    },
    /// Ends with a question where the brand hardly ever does, or without one where it
    /// nearly always does.
    ClosesUnlikeVoice {
        asks: bool,
        /// How many of the published posts ask.
        count: usize,
        posts: usize,
    },
    /// Speaks to the reader otherwise than the brand does.
    OtherAddress {
        usual: Address,
        here: Address,
    },
    // Of several posts.
    /// Another post goes out on the same channels within the hour.
    SameHour {
        /// What they are called.
        channels: Vec<String>,
        other: Neighbour,
    },
    /// Another post of these weeks says nearly the same there.
    NearlySame {
        other: Neighbour,
        /// Of their words in threes, how many in a hundred both have.
        percent: usize,
    },
    /// The post before or after it on a channel has the same hashtags.
    SameHashtags {
        channel: String,
        other: Neighbour,
        count: usize,
    },
    /// One of several posts in a row on a channel that sell something.
    PromotionsInARow {
        channel: String,
        count: usize,
        /// Those beside it, one or two.
        others: Vec<Neighbour>,
    },
    /// It goes out on a public holiday of the brand's country.
    OnHoliday {
        holiday: Holiday,
        date: NaiveDate,
    },
    /// The text is plainly in another language than the post says.
    OtherLanguage {
        /// The tag in the post, or the brand's first.
        said: String,
        seems: TextLanguage,
    },
    /// `ai` with a word that says nothing here.
    UnknownAi {
        said: String,
    },
    /// A hand declares less AI than the sentences of a text tell.
    AiUnderstated {
        said: Ai,
        found: Ai,
    },
    /// Every sentence stands as AI wrote it, and nobody has approved it.
    GeneratedUnapproved {
        source: String,
        read: NaiveDate,
    },
    /// A medium that AI made or changed shows something as if it were real, and somebody
    /// wants a label on it.
    AiLabel {
        path: String,
        by: Vec<Asker>,
        source: String,
        read: NaiveDate,
    },
    /// Whether a medium of AI's shows something as if it were real, nobody has said, and
    /// somebody would want a label on it.
    RealisticUnsaid {
        path: String,
        by: Vec<Asker>,
    },
    /// There is an approval, and it does not hold.
    ApprovalVoid {
        why: Voided,
        /// Who gave it, as the file says.
        by: String,
    },
}

impl FindingKind {
    /// The English code used in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OverLimit { .. } => "over-limit",
            Self::TooManyHashtags { .. } => "too-many-hashtags",
            Self::ManyHashtags { .. } => "many-hashtags",
            Self::GenericHashtag { .. } => "generic-hashtag",
            Self::NeverHashtag { .. } => "never-hashtag",
            Self::Misfiled { .. } => "misfiled",
            Self::NoWhen => "no-when",
            Self::StatusKey { .. } => "status-key",
            Self::UnknownKey { .. } => "unknown-key",
            Self::UnknownChannel { .. } => "unknown-channel",
            Self::UnknownNetwork { .. } => "unknown-network",
            Self::UnknownPillar { .. } => "unknown-pillar",
            Self::NoChannels => "no-channels",
            Self::UnknownLanguage { .. } => "unknown-language",
            Self::NotALink { .. } => "not-a-link",
            Self::ChannelTwice { .. } => "channel-twice",
            Self::NamedForAnother { .. } => "named-for-another",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::MissingMedia { .. } => "missing-media",
            Self::MediaOutside { .. } => "media-outside",
            Self::MissingAlt { .. } => "missing-alt",
            Self::TimeSkipped { .. } => "time-skipped",
            Self::TimeTwice => "time-twice",
            Self::ConflictInText => "conflict-in-text",
            Self::Invisibles { .. } => "invisible-characters",
            Self::OddHost { .. } => "odd-host",
            Self::EmptyText => "empty-text",
            Self::BlankLeft { .. } => "blank-left",
            Self::EmptyMessage { .. } => "empty-message",
            Self::ThreadAsOne { .. } => "thread-as-one",
            Self::Misnumbered { .. } => "misnumbered",
            Self::Claim { standing: Standing::Contradicted { .. }, .. } => "claim-contradicted",
            Self::Claim { standing: Standing::Expired { .. }, .. } => "claim-expired",
            Self::Claim { .. } => "claim-unknown",
            Self::Smell { .. } => "smell",
            Self::ForbiddenWord { .. } => "forbidden-word",
            Self::AgainstRule { .. } => "against-rule",
            Self::AgainstLearned { .. } => "against-learned",
            Self::StraysFromVoice { .. } => "strays-from-voice",
            Self::OpensUnlikeVoice { .. } | Self::OpensOtherwise { .. } => "opens-unlike-voice",
            Self::ClosesUnlikeVoice { .. } => "closes-unlike-voice",
            Self::OtherAddress { .. } => "other-address",
            Self::SameHour { .. } => "same-hour",
            Self::NearlySame { .. } => "nearly-same",
            Self::SameHashtags { .. } => "same-hashtags",
            Self::PromotionsInARow { .. } => "promotions-in-a-row",
            Self::OnHoliday { .. } => "on-holiday",
            Self::OtherLanguage { .. } => "other-language",
            Self::UnknownAi { .. } => "unknown-ai",
            Self::AiUnderstated { .. } => "ai-understated",
            Self::GeneratedUnapproved { .. } => "generated-unapproved",
            Self::AiLabel { .. } => "ai-label",
            Self::RealisticUnsaid { .. } => "realistic-unsaid",
            Self::ApprovalVoid { why: Voided::Elsewhere, .. } => "approval-elsewhere",
            Self::ApprovalVoid { .. } => "approval-void",
        }
    }
}

impl Finding {
    /// No fact speaks for or against these words, and that is all: several may share a line.
    pub fn is_unconfirmed(&self) -> bool {
        let FindingKind::Claim { kind, standing, reopened: None, .. } = &self.kind else {
            return false;
        };
        let apart = matches!(kind, ClaimKind::Hashtag | ClaimKind::Mention | ClaimKind::Link);
        self.severity == Severity::Informs && *standing == Standing::Unknown && !apart
    }

    /// What the facts speak against weighs more than how something is said.
    pub fn gravity(&self) -> Gravity {
        let denied = |standing: &Standing| {
            matches!(standing, Standing::Contradicted { .. } | Standing::Expired { .. })
        };
        match (self.severity, &self.kind) {
            (Severity::Blocks, _) => Gravity::Blocks,
            (_, FindingKind::Claim { standing, reopened, .. })
                if reopened.is_some() || denied(standing) =>
            {
                Gravity::Denied
            }
            (Severity::Warns, FindingKind::ApprovalVoid { .. }) => Gravity::Denied,
            (Severity::Warns, _) => Gravity::Warns,
            (Severity::Informs, _) => Gravity::Informs,
        }
    }

    /// Nobody can say yes to what cannot go out, or to what cannot be seen.
    pub fn forbids_approval(&self) -> bool {
        self.severity == Severity::Blocks || matches!(self.kind, FindingKind::Invisibles { .. })
    }

    /// Somebody must look before the post goes out.
    pub fn needs_person(&self) -> bool {
        self.gravity() <= Gravity::Denied
    }

    /// What of the post it is about, and what its span is of.
    pub fn part(&self) -> Part {
        match self.kind {
            FindingKind::OverLimit { part, .. }
            | FindingKind::BlankLeft { part, .. }
            | FindingKind::Claim { part, .. }
            | FindingKind::Smell { part, .. } => part,
            _ => Part::Text,
        }
    }

    /// The picture whose alt text it is about.
    pub fn medium(&self) -> Option<&str> {
        match &self.kind {
            FindingKind::Claim { medium, .. }
            | FindingKind::Smell { medium, .. }
            | FindingKind::BlankLeft { medium, .. } => medium.as_deref(),
            _ => None,
        }
    }

    pub fn of_file(kind: FindingKind, severity: Severity) -> Self {
        Self { kind, severity, line: 0, column: 0, span: None, channel: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_facts_speak_against_weighs_more_than_how_it_is_said() {
        let finding = |kind, severity| Finding::of_file(kind, severity);
        let smell = FindingKind::Smell {
            marker: SmellMarker::SlopWord,
            quote: "—".into(),
            instead: None,
            company: true,
            part: Part::Text,
            medium: None,
        };
        let mut all = [
            finding(FindingKind::EmptyText, Severity::Informs),
            finding(smell, Severity::Warns),
            finding(denied(), Severity::Warns),
            finding(FindingKind::NoChannels, Severity::Blocks),
        ];
        all.sort_by_key(Finding::gravity);
        let codes: Vec<_> = all.iter().map(|finding| finding.kind.code()).collect();
        assert_eq!(codes, ["no-channels", "claim-expired", "smell", "empty-text"]);
        assert_eq!(all.map(|finding| finding.needs_person()), [true, true, false, false]);
    }

    fn denied() -> FindingKind {
        FindingKind::Claim {
            kind: crate::domain::ClaimKind::Price,
            quote: "14 €".into(),
            standing: Standing::Expired { fact: "prezzo".into(), on: NaiveDate::MIN },
            part: Part::Text,
            medium: None,
            reopened: None,
        }
    }
}
