//! What a post is and what is to be said of it: its stage, its mark, its findings, with
//! what only the whole shelf can know.

use super::{Entry, Shelf};
use crate::domain::{
    Consent, Finding, FindingKind, Flag, Frozen, Id, Now, OpenClaims, Placed, Placement, Severity,
    Stage,
};

use chrono_tz::Tz;
use std::collections::BTreeSet;

impl Shelf {
    /// What a card of this entry says before its stage. What has gone out needs nobody.
    pub fn flag(&self, entry: &Entry, stage: Stage) -> Option<Flag> {
        self.flag_late(entry, stage, false)
    }

    /// What a post is as a whole, and what wins over that: the one mark of it.
    pub fn standing(&self, entry: &Entry, now: Now) -> (Stage, Option<Flag>) {
        let stage = self.stage(entry);
        (stage, self.flag_late(entry, stage, Stage::is_late(&entry.post, now)))
    }

    /// What a post is as a whole.
    pub fn stage(&self, entry: &Entry) -> Stage {
        self.said_of(entry, Stage::of_post(&entry.post))
    }

    /// What a card of it is.
    pub fn stage_of(&self, entry: &Entry, placement: &Placement) -> Stage {
        self.said_of(entry, Stage::of_placement(&entry.post, placement))
    }

    /// Of two files that carry one id nobody has approved either.
    pub(super) fn said_of(&self, entry: &Entry, stage: Stage) -> Stage {
        let twin = self.twins(entry).next().is_some();
        let consent = if twin { &Consent::None } else { &entry.consent };
        stage.said_of(consent, self.review(&entry.post.id).is_open())
    }

    fn flag_late(&self, entry: &Entry, stage: Stage, late: bool) -> Option<Flag> {
        if stage == Stage::Published {
            return None;
        }
        let waiting = self.has_waiting(&entry.post.id);
        Flag::of(stage, self.needs_person(entry), late, waiting).into_iter().next()
    }

    /// Something about it cannot go out as it stands, whichever card one looks at.
    pub fn needs_person(&self, entry: &Entry) -> bool {
        let mut found = entry.findings.iter().chain(self.claims(entry));
        found.any(Finding::needs_person) || self.twins(entry).next().is_some()
    }

    /// Suggestions for the post wait for a decision.
    pub fn has_waiting(&self, post: &Id) -> bool {
        self.suggestions(post).iter().any(|suggestion| suggestion.is_waiting())
    }

    /// The findings of an entry, with those only the whole shelf can know.
    pub fn findings(&self, entry: &Entry) -> Vec<Finding> {
        let twin = self.twins(entry).next().map(|other| {
            let kind = FindingKind::DuplicateId { other: other.to_string() };
            Finding::of_file(kind, Severity::Blocks)
        });
        let found = entry.findings.iter().chain(self.claims(entry));
        twin.into_iter().chain(found.cloned()).collect()
    }

    /// The cards still to go out that a freeze holds back, by time, of the posts in memory.
    pub fn held_by(&self, what: &Frozen, zone: Tz) -> Vec<Placed> {
        let cards = self.entries().flat_map(|entry| self.placed(entry, zone));
        let mut held: Vec<Placed> = cards
            .filter(|card| card.stage.is_ahead())
            .filter(|card| what.holds(&card.entry.post, &card.placement.channels))
            .collect();
        held.sort_by_key(|card| card.placement.wall);
        held
    }

    /// How many posts those cards are of.
    pub fn posts_held_by(&self, what: &Frozen, zone: Tz) -> usize {
        let held = self.held_by(what, zone);
        held.iter().map(|card| &card.entry.post.id).collect::<BTreeSet<_>>().len()
    }

    /// Takes in what is open in posts as they were read.
    pub fn set_claims(&mut self, read: Vec<OpenClaims>) {
        for open in read {
            let known = self.claims.get(&open.path);
            // Nearly all posts have none, and had none.
            if open.findings.is_empty() && known.is_none() || known == Some(&open) {
                continue;
            }
            self.touch();
            if open.findings.is_empty() {
                self.claims.remove(&open.path);
            } else {
                self.claims.insert(open.path.clone(), open);
            }
        }
    }

    /// Where a file has changed since, nothing is known of it yet.
    fn claims(&self, entry: &Entry) -> &[Finding] {
        let open = self.claims.get(&entry.path).filter(|open| open.hash == entry.hash);
        open.map_or(&[], |open| open.findings.as_slice())
    }
}
