//! What a text can smell of: the markers, and the kinds they belong to.
//!
//! Owns their names. How they are found is for the checks, how they are worded for `i18n`.
//! A smell is a hint about words, never a statement about who wrote them.

use crate::text::fold;
use std::collections::BTreeSet;

/// A way in which words smell of machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SmellMarker {
    /// Words that models use many times more than people.
    SlopWord,
    /// Tapestry, beacon, journey; faro, crocevia, viaggio.
    Metaphor,
    /// Truly, davvero.
    Intensifier,
    /// Phrases that come in one piece.
    SetPhrase,
    /// Imperatives of wonder: unlock, lasciati conquistare.
    Wonder,
    /// Studies show, gli esperti.
    Authority,
    /// Italian thought in English.
    Calque,
    /// Could potentially, potrebbe forse.
    Hedge,
    /// In today’s world, nel mondo di oggi.
    OpeningCliche,
    /// It’s worth mentioning, vale la pena sottolineare.
    Filler,
    /// Sentences in a row that open with moreover, inoltre.
    Connectives,
    /// An ending that sums up or preaches.
    Moral,
    /// A question at the end, to get comments.
    EngagementQuestion,
    /// Not just X but Y.
    Contrast,
    /// A participle hung on the end: “, making it …”, «, rendendo …».
    Tail,
    /// Three abstractions in a row.
    Triad,
    /// Stands as, si conferma: anything but “is”.
    Copula,
    /// “The result? …”
    Reveal,
    /// “No fluff. No filler. Just X.”
    Staccato,
    /// Dashes as asides.
    EmDash,
    /// A first line with a Capital on Every Word.
    TitleCase,
    /// Curly and straight quotes in one text.
    MixedQuotes,
    /// Lines that begin with an emoji and say nothing concrete.
    EmojiBullets,
    /// Asterisks and signs that no network renders.
    Markdown,
    /// The emoji that models sprinkle.
    Sparkle,
    /// Hook, paragraphs, call, hashtags.
    Mould,
    /// What a chat says round its answer.
    Leftover,
    /// Hashtags that fit any brand.
    GenericHashtags,
    /// Sentences all of one length.
    EvenSentences,
    /// Many words, not one name, number, day or place.
    NoDetail,
    /// Every, each, moment, story: words that hold for anybody.
    Universal,
    /// “From the first sketch to the last stitch”.
    Range,
    /// Sentences in a row that begin with one word.
    Refrain,
    /// Whatever is said, said in threes.
    Threes,
    /// An opening that is true of anything.
    GeneralTruth,
    /// An order to the reader as the last line.
    ClosingCall,
    /// A finished sentence with an emoji behind it.
    TrailingEmoji,
    /// The reader named over and over.
    ReaderPronouns,
    /// Words that are long, one with another.
    LongWords,
}

/// What markers have in common. Two kinds together are a smell; one alone is a hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SmellKind {
    Word,
    Phrase,
    /// Orders to marvel.
    Invitation,
    Opening,
    Ending,
    Construction,
    /// Small habits that count only where they come together.
    Manner,
    /// Fragments, threes, staged answers.
    Rhythm,
    Punctuation,
    Layout,
    /// Remains of a conversation with a model.
    Leftover,
    Statistic,
}

/// What a brand says of the smell of machine, in `voice.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SmellTuning {
    /// Words and phrases that are the brand's own: they never smell.
    pub allow: Vec<String>,
    /// Markers that are switched off.
    pub off: Vec<SmellMarker>,
    /// Words of the brand's trade, folded: its hashtags, its examples and its facts name
    /// them. A sentence about one of these things is about something.
    pub things: BTreeSet<String>,
}

impl SmellTuning {
    /// Takes the things that a text of the brand's own names. Small words name nothing.
    pub fn learn_things(&mut self, text: &str) {
        const SMALL: usize = 4;
        let words = fold(text);
        let words = words.split(|c: char| !c.is_alphabetic());
        self.things.extend(words.filter(|word| word.len() >= SMALL).map(str::to_owned));
    }
}

impl SmellMarker {
    pub const ALL: [Self; 39] = [
        Self::SlopWord,
        Self::Metaphor,
        Self::Intensifier,
        Self::SetPhrase,
        Self::Wonder,
        Self::Authority,
        Self::Calque,
        Self::Hedge,
        Self::OpeningCliche,
        Self::Filler,
        Self::Connectives,
        Self::Moral,
        Self::EngagementQuestion,
        Self::Contrast,
        Self::Tail,
        Self::Triad,
        Self::Copula,
        Self::Reveal,
        Self::Staccato,
        Self::EmDash,
        Self::TitleCase,
        Self::MixedQuotes,
        Self::EmojiBullets,
        Self::Markdown,
        Self::Sparkle,
        Self::Mould,
        Self::Leftover,
        Self::GenericHashtags,
        Self::EvenSentences,
        Self::NoDetail,
        Self::Universal,
        Self::Range,
        Self::Refrain,
        Self::Threes,
        Self::GeneralTruth,
        Self::ClosingCall,
        Self::TrailingEmoji,
        Self::ReaderPronouns,
        Self::LongWords,
    ];

    /// The English code used in JSON, in `assets/smell` and in `voice.toml`.
    pub fn code(self) -> &'static str {
        match self {
            Self::SlopWord => "slop-word",
            Self::Metaphor => "metaphor",
            Self::Intensifier => "intensifier",
            Self::SetPhrase => "set-phrase",
            Self::Wonder => "wonder",
            Self::Authority => "vague-authority",
            Self::Calque => "calque",
            Self::Hedge => "hedge",
            Self::OpeningCliche => "opening-cliche",
            Self::Filler => "filler",
            Self::Connectives => "connectives",
            Self::Moral => "moral",
            Self::EngagementQuestion => "engagement-question",
            Self::Contrast => "contrast",
            Self::Tail => "tail",
            Self::Triad => "triad",
            Self::Copula => "copula",
            Self::Reveal => "reveal",
            Self::Staccato => "staccato",
            Self::EmDash => "em-dash",
            Self::TitleCase => "title-case",
            Self::MixedQuotes => "mixed-quotes",
            Self::EmojiBullets => "emoji-bullets",
            Self::Markdown => "markdown",
            Self::Sparkle => "sparkle",
            Self::Mould => "mould",
            Self::Leftover => "leftover",
            Self::GenericHashtags => "generic-hashtags",
            Self::EvenSentences => "even-sentences",
            Self::NoDetail => "no-detail",
            Self::Universal => "universal",
            Self::Range => "range",
            Self::Refrain => "refrain",
            Self::Threes => "threes",
            Self::GeneralTruth => "general-truth",
            Self::ClosingCall => "closing-call",
            Self::TrailingEmoji => "trailing-emoji",
            Self::ReaderPronouns => "reader-pronouns",
            Self::LongWords => "long-words",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|marker| marker.code() == code)
    }

    pub fn kind(self) -> SmellKind {
        match self {
            Self::SlopWord | Self::Metaphor | Self::Intensifier | Self::Universal => {
                SmellKind::Word
            }
            Self::Wonder => SmellKind::Invitation,
            Self::SetPhrase | Self::Authority | Self::Calque | Self::Hedge => SmellKind::Phrase,
            Self::OpeningCliche | Self::Filler | Self::Connectives | Self::GeneralTruth => {
                SmellKind::Opening
            }
            Self::Moral | Self::EngagementQuestion | Self::ClosingCall => SmellKind::Ending,
            Self::Contrast | Self::Tail | Self::Copula | Self::Range => SmellKind::Construction,
            Self::Triad | Self::Reveal | Self::Staccato | Self::Refrain | Self::Threes => {
                SmellKind::Rhythm
            }
            Self::EmDash | Self::TitleCase | Self::MixedQuotes => SmellKind::Punctuation,
            Self::EmojiBullets
            | Self::Markdown
            | Self::Sparkle
            | Self::Mould
            | Self::TrailingEmoji => SmellKind::Layout,
            Self::Leftover => SmellKind::Leftover,
            Self::GenericHashtags
            | Self::EvenSentences
            | Self::NoDetail
            | Self::ReaderPronouns
            | Self::LongWords => SmellKind::Statistic,
        }
    }
}

impl SmellKind {
    /// The English code used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Phrase => "phrase",
            Self::Invitation => "invitation",
            Self::Opening => "opening",
            Self::Ending => "ending",
            Self::Construction => "construction",
            Self::Manner => "manner",
            Self::Rhythm => "rhythm",
            Self::Punctuation => "punctuation",
            Self::Layout => "layout",
            Self::Leftover => "leftover",
            Self::Statistic => "statistic",
        }
    }
}
