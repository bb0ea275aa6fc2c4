//! What a text can smell of: the markers, and the kinds they belong to.
//!
//! Owns their names. How they are found is for the checks, how they are worded for `i18n`.
//! A smell is a hint about words, never a statement about who wrote them.

use crate::text::fold;
use std::collections::BTreeSet;

coded! {
    /// A way in which words smell of machine.
    /// Its words are those of JSON, `assets/smell` and `voice.toml`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum SmellMarker {
        /// Words that models use many times more than people.
        SlopWord = "slop-word",
        /// Tapestry, beacon, journey; faro, crocevia, viaggio.
        Metaphor = "metaphor",
        /// Truly, davvero.
        Intensifier = "intensifier",
        /// Phrases that come in one piece.
        SetPhrase = "set-phrase",
        /// Imperatives of wonder: unlock, lasciati conquistare.
        Wonder = "wonder",
        /// Studies show, gli esperti.
        Authority = "vague-authority",
        /// Italian thought in English.
        Calque = "calque",
        /// Could potentially, potrebbe forse.
        Hedge = "hedge",
        /// In today’s world, nel mondo di oggi.
        OpeningCliche = "opening-cliche",
        /// It’s worth mentioning, vale la pena sottolineare.
        Filler = "filler",
        /// Sentences in a row that open with moreover, inoltre.
        Connectives = "connectives",
        /// An ending that sums up or preaches.
        Moral = "moral",
        /// A question at the end, to get comments.
        EngagementQuestion = "engagement-question",
        /// Not just X but Y.
        Contrast = "contrast",
        /// A participle hung on the end: “, making it …”, «, rendendo …».
        Tail = "tail",
        /// Three abstractions in a row.
        Triad = "triad",
        /// Stands as, si conferma: anything but “is”.
        Copula = "copula",
        /// “The result? …”
        Reveal = "reveal",
        /// “No fluff. No filler. Just X.”
        Staccato = "staccato",
        /// Dashes as asides.
        EmDash = "em-dash",
        /// A first line with a Capital on Every Word.
        TitleCase = "title-case",
        /// Curly and straight quotes in one text.
        MixedQuotes = "mixed-quotes",
        /// Lines that begin with an emoji and say nothing concrete.
        EmojiBullets = "emoji-bullets",
        /// Asterisks and signs that no network renders.
        Markdown = "markdown",
        /// The emoji that models sprinkle.
        Sparkle = "sparkle",
        /// Hook, paragraphs, call, hashtags.
        Mould = "mould",
        /// What a chat says round its answer.
        Leftover = "leftover",
        /// Hashtags that fit any brand.
        GenericHashtags = "generic-hashtags",
        /// Sentences all of one length.
        EvenSentences = "even-sentences",
        /// Many words, not one name, number, day or place.
        NoDetail = "no-detail",
        /// Every, each, moment, story: words that hold for anybody.
        Universal = "universal",
        /// “From the first sketch to the last stitch”.
        Range = "range",
        /// Sentences in a row that begin with one word.
        Refrain = "refrain",
        /// Whatever is said, said in threes.
        Threes = "threes",
        /// An opening that is true of anything.
        GeneralTruth = "general-truth",
        /// An order to the reader as the last line.
        ClosingCall = "closing-call",
        /// A finished sentence with an emoji behind it.
        TrailingEmoji = "trailing-emoji",
        /// The reader named over and over.
        ReaderPronouns = "reader-pronouns",
        /// Words that are long, one with another.
        LongWords = "long-words",
    }
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
