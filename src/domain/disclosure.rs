//! How much of a post AI has made, as far as its file and its suggestions can tell: its texts
//! by their sentences, its media by what is said of where they come from.
//!
//! Derived, never stored. What a hand declares can raise it and never lower it. Says nothing
//! about who asks for a label: that is `checks`' to know.

use super::{ChannelKey, Hand, Medium, MediumSource, Origin, Part, Post, Suggestion, TracedText};
use crate::text::unnumbered;
use std::collections::BTreeSet;

coded! {
    /// How much of a text is AI's, the least first.
    /// Its words are those of post files and `--json`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Ai {
        None = "none",
        /// A machine's and a hand's, whoever began.
        Assisted = "assisted",
        /// Every sentence as a machine wrote it.
        Generated = "generated",
    }
}

/// Who wants something said about AI.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asker {
    /// The Union's AI Act.
    Eu,
    /// By its name.
    Network(String),
}

/// What has to be told of a post, as far as it can be derived.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosure<'a> {
    /// What a hand says of all its texts.
    pub declared: Option<Ai>,
    /// Those that go out, then the headlines and first comments a machine had a part in.
    pub texts: Vec<TextAi<'a>>,
    pub media: &'a [Medium],
}

impl Disclosure<'_> {
    /// Of all the texts together: the most that holds of one.
    pub fn ai(&self) -> Ai {
        let declared = self.declared.unwrap_or(Ai::None);
        self.texts.iter().map(|text| text.ai).max().unwrap_or(Ai::None).max(declared)
    }

    /// The most that can be derived, whatever a hand says.
    pub fn derived(&self) -> Ai {
        self.texts.iter().map(|text| text.derived).max().unwrap_or(Ai::None)
    }
}

/// One text of a post, or what goes out beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAi<'a> {
    pub part: Part,
    /// The channel that alone says it; `None` for the common one.
    pub channel: Option<&'a ChannelKey>,
    /// Those it goes out on.
    pub channels: Vec<&'a ChannelKey>,
    /// As far as its sentences tell.
    pub derived: Ai,
    /// What holds: what is derived, or more where a hand says so.
    pub ai: Ai,
    pub sentences: Sentences,
}

/// The sentences of a text, by who wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sentences {
    /// As AI wrote them.
    pub machine: usize,
    /// AI's, with words of a hand in them.
    pub edited: usize,
    /// The built-in composer's, touched or not: built from the brand's own words, by no AI.
    pub composed: usize,
    pub human: usize,
    /// A hand's, or those of a suggestion that is gone.
    pub unsure: usize,
}

impl Sentences {
    pub fn total(self) -> usize {
        self.machine + self.edited + self.composed + self.human + self.unsure
    }
}

impl MediumSource {
    /// AI made it, or changed it.
    pub fn is_ai(self) -> bool {
        matches!(self, Self::Ai | Self::AiEdited)
    }
}

impl Medium {
    /// The term of IPTC's vocabulary `digitalSourceType` for where it comes from.
    /// Source: <https://cv.iptc.org/newscodes/digitalsourcetype/>.
    pub fn digital_source_type(&self) -> Option<&'static str> {
        match self.source {
            MediumSource::Camera => Some("digitalCapture"),
            MediumSource::Edited => Some("humanEdits"),
            MediumSource::Ai => Some("trainedAlgorithmicMedia"),
            MediumSource::AiEdited => Some("compositeWithTrainedAlgorithmicMedia"),
            MediumSource::Unknown => None,
        }
    }

    /// Whether it moves or sounds, as far as the end of its name tells.
    pub fn is_video_or_audio(&self) -> bool {
        const ENDS: [&str; 14] = [
            "mp4", "mov", "m4v", "webm", "mkv", "avi", "mpg", "mpeg", "mp3", "m4a", "wav", "ogg",
            "opus", "flac",
        ];
        let end = self.path.rsplit_once('.').map_or("", |(_, end)| end);
        ENDS.iter().any(|known| end.eq_ignore_ascii_case(known))
    }
}

impl Post {
    /// What can be told of AI in it. `find` looks a suggestion up.
    ///
    /// A text is
    /// - `none` where no sentence comes from a suggestion of AI,
    /// - `generated` where every sentence stands as AI wrote it: hashtags, mentions, links and
    ///   emoji that a hand adds beside them say nothing of their own and do not count,
    /// - `assisted` in every other case.
    ///
    /// What the built-in composer wrote counts as a hand's, since it is no AI. A sentence that
    /// may have come from a suggestion that is gone makes a text at least `assisted`.
    pub fn disclosure<'a>(
        &self,
        find: impl Fn(&Origin) -> Option<&'a Suggestion>,
    ) -> Disclosure<'_> {
        let composed: BTreeSet<_> = self
            .origin
            .iter()
            .filter(|origin| find(origin).is_some_and(|found| found.source.is_composed()))
            .map(|origin| &origin.suggestion)
            .collect();
        let goes_out = |one: &TracedText| {
            let sent = match one.channel {
                Some(own) => self.channels.contains(own),
                None if self.channels.is_empty() => true,
                None => self.channels.iter().any(|key| !self.says_its_own(one.part, key)),
            };
            sent && !one.text.trim().is_empty()
        };
        let traced = self.traced(find);
        let texts = traced.into_iter().filter(goes_out).map(|one| {
            let is_composed = |traced: &super::Traced| {
                traced.came.as_ref().is_some_and(|came| composed.contains(&came.suggestion))
            };
            let (derived, sentences) = derive(&one, is_composed);
            let (part, channel) = (one.part, one.channel);
            let channels = self.channels.iter();
            let channels = channels.filter(|key| match channel {
                Some(own) => own == *key,
                None => !self.says_its_own(part, key),
            });
            TextAi {
                part,
                channel,
                channels: channels.collect(),
                derived,
                ai: derived.max(self.ai.unwrap_or(Ai::None)),
                sentences,
            }
        });
        Disclosure { declared: self.ai, texts: texts.collect(), media: &self.media }
    }

    fn says_its_own(&self, part: Part, channel: &str) -> bool {
        self.variants.get(channel).is_some_and(|own| match part {
            Part::Text => own.text.is_some(),
            Part::Headline => own.headline.is_some(),
            Part::FirstComment => own.first_comment.is_some(),
            Part::Alt => false,
        })
    }
}

fn derive(one: &TracedText, is_composed: impl Fn(&super::Traced) -> bool) -> (Ai, Sentences) {
    let text = unnumbered(one.text);
    let mut found = Sentences::default();
    // Whether a hand says anything in it, and whether AI does.
    let (mut by_hand, mut by_ai) = (false, false);
    for traced in &one.traced {
        let says = says_something(&text[traced.range.clone()]);
        let composed = is_composed(traced);
        let count = match traced.hand {
            Hand::Machine | Hand::Edited if composed => &mut found.composed,
            Hand::Machine => &mut found.machine,
            Hand::Edited => &mut found.edited,
            Hand::Human => &mut found.human,
            Hand::Unsure => &mut found.unsure,
        };
        *count += 1;
        by_hand |= says && (composed || traced.hand != Hand::Machine);
        by_ai |= match traced.hand {
            Hand::Machine => !composed,
            Hand::Edited => !composed && says,
            Hand::Unsure => says,
            Hand::Human => false,
        };
    }
    let ai = match (by_ai, by_hand) {
        (false, _) => Ai::None,
        (true, true) => Ai::Assisted,
        (true, false) => Ai::Generated,
    };
    (ai, found)
}

/// More than hashtags, mentions, links and emoji.
fn says_something(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        let word = word.trim_start_matches(|c: char| c.is_ascii_punctuation() && !"#@".contains(c));
        !word.starts_with(['#', '@'])
            && !word.contains("://")
            && word.chars().any(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests;
