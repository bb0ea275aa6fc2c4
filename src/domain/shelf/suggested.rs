//! The suggestions of the posts in memory, and what became of their sentences: in those
//! posts as they stand now, in all others as the look through the archive found it.

use crate::domain::{Change, ChangeSet, Id, Judged, Post, Suggestion, judged};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

#[derive(Debug, Clone, Default)]
pub(super) struct Suggested {
    by_post: HashMap<Id, Vec<Arc<Suggestion>>>,
    /// The posts whose suggestions were looked for, found or not.
    looked: BTreeSet<Id>,
    /// What was decided in all posts, once the archive was looked through.
    judged: BTreeMap<Id, Vec<Judged>>,
}

impl Suggested {
    /// Oldest first.
    pub fn of(&self, post: &Id) -> &[Arc<Suggestion>] {
        self.by_post.get(post).map_or(&[], Vec::as_slice)
    }

    pub fn looked_for(&self, post: &Id) -> bool {
        self.looked.contains(post)
    }

    /// Says whether that changes what is known.
    pub fn set(&mut self, post: Id, mut suggestions: Vec<Suggestion>) -> bool {
        suggestions.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        let known = self.of(&post).iter().map(AsRef::as_ref).eq(&suggestions);
        if !self.looked.insert(post.clone()) && known {
            return false;
        }
        if suggestions.is_empty() {
            self.by_post.remove(&post);
        } else {
            self.by_post.insert(post, suggestions.into_iter().map(Arc::new).collect());
        }
        true
    }

    /// Takes over what a change set did, and says to the suggestions of which posts.
    pub fn follow(&mut self, set: &ChangeSet) -> BTreeSet<Id> {
        let mut touched = BTreeSet::new();
        for change in &set.changes {
            match change {
                Change::Suggest(made) => {
                    self.rewrite(&made.post, |all| {
                        all.retain(|suggestion| suggestion.id != made.id);
                        all.push((**made).clone());
                    });
                    touched.insert(made.post.clone());
                }
                Change::Decide { post, suggestion, add, remove } => {
                    self.rewrite(post, |all| {
                        for judged in all.iter_mut().filter(|found| found.id == *suggestion) {
                            judged.decisions.retain(|decision| !remove.contains(decision));
                            judged.decisions.extend(add.iter().cloned());
                        }
                    });
                    touched.insert(post.clone());
                }
                Change::Trash { path } => {
                    let Some((post, gone)) = Suggestion::of_path(path) else { continue };
                    if self.of(&post).iter().any(|found| found.id == gone) {
                        self.rewrite(&post, |all| all.retain(|found| found.id != gone));
                        touched.insert(post);
                    }
                }
                // What is said of a post, what the brand stands behind and how it speaks is no
                // suggestion's.
                Change::Note(_)
                | Change::Facts { .. }
                | Change::Learn { .. }
                | Change::Freeze { .. }
                | Change::Create { .. }
                | Change::Edit { .. }
                | Change::Restore { .. } => {}
            }
        }
        touched
    }

    fn rewrite(&mut self, post: &Id, change: impl FnOnce(&mut Vec<Suggestion>)) {
        let mut all = self.of(post).iter().map(|found| (**found).clone()).collect();
        change(&mut all);
        self.set(post.clone(), all);
    }

    /// What the archive says was decided; of the posts `here` that is known better.
    pub fn set_judged(&mut self, archive: &[Judged], here: impl Fn(&Id) -> bool) {
        let known = |id: &Id| self.looked.contains(id) && here(id);
        let mut far: BTreeMap<Id, Vec<Judged>> = BTreeMap::new();
        for one in archive.iter().filter(|one| !known(&one.post)) {
            far.entry(one.post.clone()).or_default().push(one.clone());
        }
        far.values_mut().for_each(Vec::shrink_to_fit);
        self.judged.extend(far);
    }

    /// What became of all suggested sentences, by post.
    pub fn judged(&self) -> impl Iterator<Item = &Judged> {
        self.judged.values().flatten()
    }

    /// The decisions about a post read once more, as its text and suggestions stand now.
    pub fn judge(&mut self, post: &Post) {
        let found = judged(Some(post), self.of(&post.id).iter().map(AsRef::as_ref));
        if found.is_empty() {
            self.judged.remove(&post.id);
        } else {
            self.judged.insert(post.id.clone(), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Brief, Decision, Ids, Label, ModelText, SuggestionSource, Verdict};
    use chrono::DateTime;

    #[test]
    fn a_decision_and_its_inverse_leave_the_suggestions_as_they_were() {
        let ids = Ids::from_seed(1);
        let suggestion = Suggestion {
            id: ids.fresh(),
            post: ids.fresh(),
            at: DateTime::UNIX_EPOCH,
            brief: Brief::default(),
            source: SuggestionSource::default(),
            text: ModelText::new("La lana torna a casa."),
            hashtags: Vec::new(),
            extras: crate::domain::Extras::default(),
            fragment: None,
            decisions: Vec::new(),
        };
        let mut all = Suggested::default();
        all.follow(&ChangeSet::one(Label::Suggest, Change::Suggest(Box::new(suggestion.clone()))));
        let decision = Decision {
            sentence: Some(0),
            clause: None,
            hash: Decision::hash_of("La lana torna a casa."),
            verdict: Verdict::Accepted,
            reason: None,
            words: None,
            by: "Ada".into(),
            at: DateTime::UNIX_EPOCH,
        };
        let decide = Change::Decide {
            post: suggestion.post.clone(),
            suggestion: suggestion.id.clone(),
            add: vec![decision.clone()],
            remove: Vec::new(),
        };
        let set = ChangeSet::one(Label::Accept, decide);
        all.follow(&set);
        assert_eq!(all.of(&suggestion.post)[0].decisions, [decision]);
        all.follow(&set.inverse());
        assert!(all.of(&suggestion.post)[0].is_waiting());
        all.follow(&ChangeSet::one(Label::Trash, Change::Trash { path: suggestion.path() }));
        assert!(all.of(&suggestion.post).is_empty());
    }
}
