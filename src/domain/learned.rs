//! What the hand teaches: rules read from decisions, each with the cases it was read from.
//!
//! Owns the shapes only. Which rules the decisions show is for the checks to say; a rule
//! counts when a person has put it into `voice.toml`.

use super::Id;
use chrono::{DateTime, NaiveDate, Utc};

/// What a rule asks for, in a form that can be looked for in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lesson {
    /// No question at the end.
    NoClosingQuestion,
    NoExclamation,
    NoEmoji,
    /// No long dashes.
    NoDash,
    /// Hashtags a post, at most.
    Hashtags(usize),
    /// One word or phrase in place of another, both in small letters.
    Replace {
        from: String,
        to: String,
    },
    /// A word that is never kept, in small letters.
    Without(String),
    /// Sentences shorter than a machine's, by so many hundredths.
    Shorter(usize),
}

impl Lesson {
    /// The word used in files: the `kind` of a `[[learned]]`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoClosingQuestion => "no-closing-question",
            Self::NoExclamation => "no-exclamation",
            Self::NoEmoji => "no-emoji",
            Self::NoDash => "no-dash",
            Self::Hashtags(_) => "hashtags",
            Self::Replace { .. } => "replace",
            Self::Without(_) => "without",
            Self::Shorter(_) => "shorter",
        }
    }

    /// What stands behind the kind, as `value` and `with` of a `[[learned]]`.
    pub fn values(&self) -> (Option<String>, Option<String>) {
        match self {
            Self::Hashtags(number) | Self::Shorter(number) => (Some(number.to_string()), None),
            Self::Replace { from, to } => (Some(from.clone()), Some(to.clone())),
            Self::Without(word) => (Some(word.clone()), None),
            _ => (None, None),
        }
    }

    /// `None` for a kind that this version does not know, or one without its value.
    pub fn from_code(code: &str, value: Option<&str>, with: Option<&str>) -> Option<Self> {
        let said = |text: Option<&str>| {
            text.map(|text| text.trim().to_lowercase()).filter(|text| !text.is_empty())
        };
        let number = || value.and_then(|value| value.trim().trim_end_matches('%').parse().ok());
        Some(match code {
            "no-closing-question" => Self::NoClosingQuestion,
            "no-exclamation" => Self::NoExclamation,
            "no-emoji" => Self::NoEmoji,
            "no-dash" => Self::NoDash,
            "hashtags" => Self::Hashtags(number()?),
            "replace" => Self::Replace { from: said(value)?, to: said(with)? },
            "without" => Self::Without(said(value)?),
            "shorter" => Self::Shorter(number()?),
            _ => return None,
        })
    }
}

/// One `[[learned]]` of `voice.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learned {
    /// A sentence for people, and for a model.
    pub rule: String,
    /// The code of a [`Lesson`] with what belongs to it, as written; one that nobody knows
    /// is kept.
    pub kind: String,
    pub value: Option<String>,
    pub with: Option<String>,
    /// `6 of 7, 2026-10-02…2026-11-20`.
    pub evidence: String,
    /// The day on which a person answered.
    pub since: Option<NaiveDate>,
    /// The answer was that it is no rule: it is not proposed again.
    pub refused: bool,
}

impl Learned {
    /// What can be looked for; `None` where this version does not know the kind.
    pub fn lesson(&self) -> Option<Lesson> {
        Lesson::from_code(&self.kind, self.value.as_deref(), self.with.as_deref())
    }

    /// How many cases of how many, as the evidence begins.
    pub fn size(&self) -> Option<(usize, usize)> {
        let size = self.evidence.split(',').next()?;
        let (agreeing, all) = size.split_once(" of ")?;
        Some((agreeing.trim().parse().ok()?, all.trim().parse().ok()?))
    }
}

/// What became of one sentence that a machine proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub post: Id,
    pub suggestion: Id,
    /// As the machine wrote them.
    pub words: String,
    pub fate: Fate,
    /// It is the line of hashtags.
    pub hashtags: bool,
    /// Nothing but hashtags stood behind it.
    pub last: bool,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// What a hand made of it.
    Rewritten(String),
    Rejected {
        reason: Option<super::Reason>,
        /// The reason in the person's own words.
        words: Option<String>,
        /// Something else of the same suggestion was taken.
        others_taken: bool,
    },
}

impl Judged {
    /// What stands in the post, where something does.
    pub fn stands(&self) -> Option<&str> {
        match &self.fate {
            Fate::Kept => Some(&self.words),
            Fate::Rewritten(hand) => Some(hand),
            Fate::Rejected { .. } => None,
        }
    }
}

/// A rule that the decisions show, with all the cases that speak for and against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    pub lesson: Lesson,
    /// The newest first.
    pub cases: Vec<Case>,
}

/// One decision that a rule would have to do with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub judged: Judged,
    /// It went as the rule says.
    pub agrees: bool,
}

impl Proposal {
    /// How many cases went as the rule says.
    pub fn agreeing(&self) -> usize {
        self.cases.iter().filter(|case| case.agrees).count()
    }

    /// The days of the oldest and the newest case, in UTC as in every file.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let day = |case: &Case| case.judged.at.date_naive();
        Some((day(self.cases.last()?), day(self.cases.first()?)))
    }

    /// `6 of 7, 2026-10-02…2026-11-20`: the size of the evidence as a file says it.
    pub fn evidence(&self) -> String {
        let size = format!("{} of {}", self.agreeing(), self.cases.len());
        match self.days() {
            Some((first, last)) if first == last => format!("{size}, {first}"),
            Some((first, last)) => format!("{size}, {first}…{last}"),
            None => size,
        }
    }

    /// The rule as it goes into `voice.toml`; `rule` is its sentence.
    pub fn learned(&self, rule: String, since: NaiveDate, refused: bool) -> Learned {
        let (value, with) = self.lesson.values();
        Learned {
            rule,
            kind: self.lesson.code().to_owned(),
            value,
            with,
            evidence: self.evidence(),
            since: Some(since),
            refused,
        }
    }
}
