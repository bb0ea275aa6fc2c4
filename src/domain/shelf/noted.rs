//! What was said about the posts in memory, and about those in review wherever they are.

use crate::domain::review::NOTHING;
use crate::domain::{Change, ChangeSet, Id, Note, Review};
use std::collections::HashMap;

#[derive(Debug, Clone, Default)]
pub(super) struct Noted(HashMap<Id, Review>);

impl Noted {
    pub fn of(&self, post: &Id) -> &Review {
        self.0.get(post).unwrap_or(&NOTHING)
    }

    pub fn all(&self) -> impl Iterator<Item = (&Id, &Review)> {
        self.0.iter()
    }

    /// Says whether that changes what is known.
    pub fn set(&mut self, post: Id, notes: impl IntoIterator<Item = Note>) -> bool {
        let review = Review::of(notes);
        if *self.of(&post) == review {
            return false;
        }
        if review.is_empty() {
            self.0.remove(&post);
        } else {
            self.0.insert(post, review);
        }
        true
    }

    /// Takes over what a change set did; whether that was anything.
    pub fn follow(&mut self, set: &ChangeSet) -> bool {
        let mut any = false;
        for change in &set.changes {
            let (post, made, gone) = match change {
                Change::Note(note) => (note.post.clone(), Some((**note).clone()), None),
                Change::Trash { path } => match Note::of_path(path) {
                    Some((post, note)) => (post, None, Some(note)),
                    None => continue,
                },
                // What came back from the trash is read again.
                _ => continue,
            };
            let kept = self.of(&post).notes().filter(|note| Some(&note.id) != gone.as_ref());
            let notes: Vec<Note> = kept.map(|note| (**note).clone()).chain(made).collect();
            any |= self.set(post, notes);
        }
        any
    }
}
