//! How the brand speaks: tones, audiences, rules, examples.

use super::SmellTuning;

/// `voice.toml`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    pub tones: Vec<Named>,
    pub audiences: Vec<Named>,
    /// What the brand does.
    pub dos: Vec<String>,
    /// What the brand never does.
    pub donts: Vec<String>,
    /// Sentences that sound right.
    pub examples: Vec<String>,
    /// Hashtags the brand uses, without `#`.
    pub hashtags: Vec<String>,
    /// What the brand says of the smell of machine.
    pub smell: SmellTuning,
    /// Words and phrases the brand never uses.
    pub forbidden: Vec<String>,
}

/// A tone or an audience: the key used in briefs, and what it means in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub key: String,
    pub description: String,
}
