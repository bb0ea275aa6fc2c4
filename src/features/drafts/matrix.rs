//! What a brief with several marked chips comes to: one combination for each tone,
//! audience, channel and language, each to be suggested so many times.
//!
//! Owns the arithmetic and the most that is asked for at once; asks nobody.

use super::brief::{BriefForm, Choice};
use crate::domain::{Angle, Brief, Hook, Length, Task};

/// Most suggestions asked for together: more are not compared, only scrolled past.
pub const MOST: usize = 8;

/// How many of each there are, for the sentence that says what it comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    pub tones: usize,
    pub audiences: usize,
    pub channels: usize,
    pub langs: usize,
    /// Suggestions of each combination.
    pub each: usize,
}

impl Sum {
    pub fn combinations(self) -> usize {
        self.tones * self.audiences * self.channels * self.langs
    }

    pub fn total(self) -> usize {
        self.combinations() * self.each
    }
}

impl BriefForm {
    pub fn sum(&self) -> Sum {
        let many = |choice: &Choice| choice.chosen().len().max(1);
        let sum = Sum {
            tones: many(&self.tone),
            audiences: many(&self.audience),
            channels: many(&self.channel),
            langs: many(&self.lang),
            each: self.count,
        };
        // Several combinations are several suggestions already, unless somebody said how many.
        let each = if sum.combinations() > 1 && !self.counted { 1 } else { self.count };
        Sum { each, ..sum }
    }

    /// A brief for each combination, in the order of the chips. `None` while there is
    /// nothing they should be about.
    pub fn briefs(&self) -> Option<Vec<Brief>> {
        let one = self.brief()?;
        let mut all = vec![one];
        let spread =
            |all: Vec<Brief>, keys: Vec<Option<String>>, set: fn(&mut Brief, Option<String>)| {
                let with = |brief: &Brief, key: &Option<String>| {
                    let mut brief = brief.clone();
                    set(&mut brief, key.clone());
                    brief
                };
                all.iter()
                    .flat_map(|brief| keys.iter().map(|key| with(brief, key)).collect::<Vec<_>>())
                    .collect()
            };
        all = spread(all, self.tone.chosen(), |brief, key| brief.tone = key);
        all = spread(all, self.audience.chosen(), |brief, key| brief.audience = key);
        all = spread(all, self.channel.chosen(), |brief, key| brief.channel = key);
        all = spread(all, self.lang.chosen(), |brief, key| brief.lang = key);
        for brief in &mut all {
            brief.task = self.task(brief.channel.as_ref());
        }
        Some(all)
    }
}

/// The same brief with how this suggestion is to differ from those beside it: by its angle,
/// its hook and its length, so that the difference is meant and can be said. `begun` is a day's
/// number: tomorrow the first angle is another one.
pub fn apart(brief: &Brief, number: usize, begun: u64) -> Brief {
    let free = |task: Task| matches!(task, Task::Draft | Task::Thread);
    let mut brief = brief.clone();
    if free(brief.task) {
        let topic = brief.topic.bytes().fold(begun, |sum, byte| sum.wrapping_add(byte.into()));
        brief.angle = Some(Angle::of(topic, number));
        brief.hook = Some(Hook::of(topic, number));
        brief.length = (brief.task == Task::Draft).then(|| Length::of(number));
    }
    brief
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_in_a_row_differ_by_angle_five_by_hook_and_three_by_length() {
        let brief = Brief { topic: "lana".into(), ..Brief::default() };
        let six: Vec<Brief> = (1..=6).map(|number| apart(&brief, number, 5)).collect();
        let angles: std::collections::HashSet<_> = six.iter().map(|brief| brief.angle).collect();
        assert_eq!(angles.len(), 6);
        let hooks: std::collections::HashSet<_> = six[..5].iter().map(|brief| brief.hook).collect();
        assert_eq!(hooks.len(), 5);
        let lengths: std::collections::HashSet<_> =
            six[..3].iter().map(|brief| brief.length).collect();
        assert_eq!(lengths.len(), 3);
        let tone = Brief { task: Task::Tone, ..brief };
        assert_eq!(apart(&tone, 2, 5), tone, "what changes a text has ways of its own");
    }
}
