//! How suggestions asked for together differ on purpose: from where each comes at its
//! topic, what it opens with, and how long it is. Owns the choice for each, no words.

coded! {
    /// From where a suggestion comes at its topic.
    /// Its words are those of suggestion files, `assets/prompts` and `assets/composer`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Angle {
        Announcement = "announcement",
        BehindTheScenes = "behind-the-scenes",
        Question = "question",
        Tip = "tip",
        Story = "story",
        Reminder = "reminder",
    }
}

coded! {
    /// What the first line of a suggestion is: all that is seen before somebody stops.
    /// Its words are those of suggestion files and `assets/prompts`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Hook {
        Question = "question",
        Figure = "figure",
        Scene = "scene",
        /// What one has to say, said outright.
        Claim = "claim",
        /// One small thing, seen from near.
        Detail = "detail",
    }
}

coded! {
    /// How long a suggestion is asked to be.
    /// Its words are those of suggestion files and `assets/prompts`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Length {
        Short = "short",
        Medium = "medium",
        Long = "long",
    }
}

impl Angle {
    /// The angle of suggestion `number`, from 1; six in a row of one seed all differ.
    pub fn of(seed: u64, number: usize) -> Self {
        let count = Self::ALL.len();
        let start = (seed % count as u64) as usize;
        // A step of one keeps six in a row apart whatever the start.
        Self::ALL[(start + number.max(1) - 1) % count]
    }
}

impl Hook {
    /// The hook of suggestion `number`, from 1; five in a row of one seed all differ, and as
    /// they are five and the angles six, an angle meets another hook every time round.
    pub fn of(seed: u64, number: usize) -> Self {
        let count = Self::ALL.len();
        let start = (seed % count as u64) as usize;
        Self::ALL[(start + number.max(1) - 1) % count]
    }
}

impl Length {
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
