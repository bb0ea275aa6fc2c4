//! Why something is offered to a writer, in words.

use super::Words;
use crate::domain::Evidence;

impl Words {
    pub fn evidence(&self, evidence: &Evidence) -> String {
        use Evidence as E;
        match evidence {
            E::Brand => self.hashtags_why_brand(),
            E::Account => self.hashtags_why_account(),
            E::Pillar { name, posts, of } => {
                self.hashtags_why_share(*posts as u64, *of as u64, name.as_str())
            }
            E::Campaign { name, posts, of } => {
                self.hashtags_why_share(*posts as u64, *of as u64, name.as_str())
            }
            E::NextTo { tag, posts } => self.hashtags_why_next_to(tag.as_str(), *posts as u64),
            E::Said { word } => self.hashtags_why_said(word.as_str()),
            E::Word { word, posts } => self.hashtags_why_word(word.as_str(), *posts as u64),
            E::Published { posts } => self.hashtags_why_published(*posts as u64),
            E::Planned { posts } => self.hashtags_why_planned(*posts as u64),
            E::Proposed { posts: 0 } => self.hashtags_why_proposed_new(),
            E::Proposed { posts } => self.hashtags_why_proposed(*posts as u64),
            E::Fact { source, expires } => {
                let until = expires.map(|day| self.hashtags_why_fact_until(self.day_month(day)));
                let parts: Vec<String> = source.iter().cloned().chain(until).collect();
                if parts.is_empty() { self.hashtags_why_fact() } else { parts.join(" · ") }
            }
            E::Generic => self.hashtags_why_generic(),
            E::Never => self.hashtags_why_never(),
        }
    }
}
