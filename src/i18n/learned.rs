//! Rules that were learned from decisions, in words: what they say, and where a text goes
//! against one.

use super::Words;
use super::told::{Told, told};
use crate::domain::{Fate, Learned, Lesson, Proposal};
use chrono::NaiveDate;

impl Words {
    /// What the hand does, as a sentence to the person: "You never keep an emoji".
    pub fn lesson(&self, lesson: &Lesson) -> String {
        match lesson {
            Lesson::NoClosingQuestion => self.learned_no_closing_question(),
            Lesson::NoExclamation => self.learned_no_exclamation(),
            Lesson::NoEmoji => self.learned_no_emoji(),
            Lesson::NoDash => self.learned_no_dash(),
            Lesson::Hashtags(most) => self.learned_hashtags(*most as u64),
            Lesson::Replace { from, to } => self.learned_replace(to.as_str(), from.as_str()),
            Lesson::Without(word) => self.learned_without(word.as_str()),
            Lesson::Shorter(less) => self.learned_shorter(*less as u64),
        }
    }

    /// `6 decisions of 7, from 2 Oct to 20 Nov`.
    pub fn proposal_evidence(&self, proposal: &Proposal) -> String {
        let size = self.learned_size(proposal.agreeing() as u64, proposal.cases.len() as u64);
        match proposal.days() {
            Some((first, last)) if first == last => {
                format!("{size}, {}", self.learned_on(self.day_month(first)))
            }
            Some((first, last)) => {
                let days = self.learned_days(self.day_month(first), self.day_month(last));
                format!("{size}, {days}")
            }
            None => size,
        }
    }

    /// What is to be said of a rule besides its sentence.
    pub fn learned_notes(&self, rule: &Learned) -> String {
        let size =
            rule.size().map(|(agreeing, all)| self.learned_size(agreeing as u64, all as u64));
        let since = rule
            .since
            .map(|day| self.day_month(day))
            .map(|day| if rule.refused { self.learned_on(day) } else { self.learned_since(day) });
        let refused = rule.refused.then(|| self.learned_refused());
        let unknown = rule.lesson().is_none() && !rule.kind.is_empty();
        let unknown = unknown.then(|| self.learned_unknown());
        let notes: Vec<String> = [refused, size, since, unknown].into_iter().flatten().collect();
        notes.join(", ")
    }

    /// What became of a machine's sentence.
    pub fn fate(&self, fate: &Fate) -> String {
        match fate {
            Fate::Kept => self.learned_case_kept(),
            Fate::Rewritten(hand) => self.drafts_quote(hand.as_str()),
            Fate::Rejected { reason: Some(reason), words, .. } => {
                self.learned_case_because(self.because_of(*reason, words.as_deref()))
            }
            Fate::Rejected { reason: None, .. } => self.learned_case_rejected(),
        }
    }

    /// What a text says against a rule, with when the rule was learned and from how much.
    pub(super) fn against_learned(
        &self,
        rule: &str,
        size: Option<(usize, usize)>,
        since: Option<NaiveDate>,
        instead: Option<&str>,
    ) -> Told {
        let day = since.map(|day| self.day_month(day));
        let sentence = match (day, size) {
            (Some(day), Some((agreeing, all))) => {
                self.learned_against_known(day, agreeing as u64, all as u64, rule)
            }
            (Some(day), None) => self.learned_against_since(day, rule),
            (None, _) => self.learned_against(rule),
        };
        let next = match instead {
            Some(instead) => self.learned_next_instead(instead),
            None => self.learned_next(),
        };
        told(sentence, next)
    }
}
