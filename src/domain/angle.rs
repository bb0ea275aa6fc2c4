//! How suggestions asked for together differ on purpose: from where each comes at its
//! topic, what it opens with, and how long it is. Owns the choice for each, no words.

/// From where a suggestion comes at its topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Angle {
    Announcement,
    BehindTheScenes,
    Question,
    Tip,
    Story,
    Reminder,
}

/// What the first line of a suggestion is: all that is seen before somebody stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hook {
    Question,
    Figure,
    Scene,
    /// What one has to say, said outright.
    Claim,
    /// One small thing, seen from near.
    Detail,
}

/// How long a suggestion is asked to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Length {
    Short,
    Medium,
    Long,
}

impl Angle {
    pub const ALL: [Self; 6] = [
        Self::Announcement,
        Self::BehindTheScenes,
        Self::Question,
        Self::Tip,
        Self::Story,
        Self::Reminder,
    ];

    /// The word used in suggestion files, `assets/prompts` and `assets/composer`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::BehindTheScenes => "behind-the-scenes",
            Self::Question => "question",
            Self::Tip => "tip",
            Self::Story => "story",
            Self::Reminder => "reminder",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|angle| angle.code() == code)
    }

    /// The angle of suggestion `number`, from 1; six in a row of one seed all differ.
    pub fn of(seed: u64, number: usize) -> Self {
        let count = Self::ALL.len();
        let start = (seed % count as u64) as usize;
        // A step of one keeps six in a row apart whatever the start.
        Self::ALL[(start + number.max(1) - 1) % count]
    }
}

impl Hook {
    pub const ALL: [Self; 5] =
        [Self::Question, Self::Figure, Self::Scene, Self::Claim, Self::Detail];

    /// The word used in suggestion files and in `assets/prompts`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Figure => "figure",
            Self::Scene => "scene",
            Self::Claim => "claim",
            Self::Detail => "detail",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hook| hook.code() == code)
    }

    /// The hook of suggestion `number`, from 1; five in a row of one seed all differ, and as
    /// they are five and the angles six, an angle meets another hook every time round.
    pub fn of(seed: u64, number: usize) -> Self {
        let count = Self::ALL.len();
        let start = (seed % count as u64) as usize;
        Self::ALL[(start + number.max(1) - 1) % count]
    }
}

impl Length {
    pub const ALL: [Self; 3] = [Self::Short, Self::Medium, Self::Long];

    /// The word used in suggestion files and in `assets/prompts`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|length| length.code() == code)
    }

    /// The length of suggestion `number`, from 1; three in a row all differ.
    pub fn of(number: usize) -> Self {
        match number % 3 {
            1 => Self::Medium,
            2 => Self::Short,
            _ => Self::Long,
        }
    }

    /// Characters aimed at, where the network allows them.
    pub fn characters(self) -> usize {
        match self {
            Self::Short => 220,
            Self::Medium => 450,
            Self::Long => 800,
        }
    }
}
