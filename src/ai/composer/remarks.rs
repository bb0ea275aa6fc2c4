//! What the composer says of its own work: what the ask did not give it. What it left out
//! it notes where it leaves it out, in [`Notes`].

use super::phrases;
use crate::ai::Ask;
use crate::ai::closeness::same_language;
use crate::domain::{Lack, LeftOut, Named, Omission};

/// So many left-out sentences are named.
const MOST: usize = 8;

/// What has been left out so far, each thing once.
#[derive(Default)]
pub struct Notes(Vec<LeftOut>);

impl Notes {
    pub fn note(&mut self, text: &str, why: Omission) {
        let text = text.trim();
        let known = self.0.iter().any(|one| one.text == text);
        if !text.is_empty() && !known && self.0.len() < MOST {
            self.0.push(LeftOut { text: text.to_owned(), why });
        }
    }

    /// All of it, but for what stands in the text after all.
    pub fn left_out(self, text: &str) -> Vec<LeftOut> {
        self.0.into_iter().filter(|one| !text.contains(&one.text)).collect()
    }
}

/// What is missing for a draft. `has_facts`: some fact has to do with the post.
pub fn lacks(ask: &Ask, has_facts: bool) -> Vec<Lack> {
    let sheet = phrases::of(&ask.lang);
    let instruction = ask.brief.instruction.as_deref().unwrap_or_default().trim().to_lowercase();
    let mut words = sheet.instructions.values().flatten();
    let understood = words.any(|word| instruction.contains(word.as_str()));
    // The first of the voice is there before anybody chooses; another one was chosen.
    let chosen = |named: &Option<Named>, offered: &[Named]| {
        named.as_ref().is_some_and(|own| offered.first().is_none_or(|it| it.key != own.key))
    };
    let tone = chosen(&ask.tone, &ask.voice.tones) && super::plan::mood(ask, sheet) == "any";
    let when = |lack: Lack, missing: bool| missing.then_some(lack);
    [
        when(Lack::Facts, !has_facts),
        when(Lack::ToneSentences, tone),
        when(Lack::Past, ask.past.is_empty()),
        when(Lack::Audience, chosen(&ask.audience, &ask.voice.audiences)),
        when(Lack::Instruction, !instruction.is_empty() && !understood),
        when(Lack::Language, !same_language(sheet.lang, &ask.lang)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
