//! What the notes of a post come to: which points are open, who was asked, what is settled.
//! Derived, never stored, and no part of what an approval covers.

use super::person::{is_named_in, same_person};
use super::{Id, Note, NoteKind, Post};
use std::collections::BTreeSet;
use std::sync::Arc;

/// All that was said about one post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// Oldest first.
    pub points: Vec<Point>,
}

/// A note that is no answer, with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// An answer stands here where the note it answers is gone.
    pub note: Arc<Note>,
    /// Replies and resolutions, to it or to one another, oldest first.
    pub answers: Vec<Arc<Note>>,
}

/// Of a post nobody has said anything about.
pub(super) static NOTHING: Review = Review { points: Vec::new() };

impl Review {
    /// The order in which the files were read does not matter.
    pub fn of(notes: impl IntoIterator<Item = Note>) -> Self {
        let mut notes: Vec<Arc<Note>> = notes.into_iter().map(Arc::new).collect();
        notes.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
        notes.dedup_by(|a, b| a.id == b.id);
        let roots: Vec<Option<Id>> = notes.iter().map(|note| root(note, &notes)).collect();
        let mut points: Vec<Point> = Vec::new();
        for (note, root) in notes.iter().zip(&roots) {
            if root.is_none() {
                points.push(Point { note: note.clone(), answers: Vec::new() });
            }
        }
        for (note, root) in notes.iter().zip(roots) {
            let point = root.and_then(|id| points.iter_mut().find(|point| point.note.id == id));
            if let Some(point) = point {
                point.answers.push(note.clone());
            }
        }
        Self { points }
    }

    pub fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// The post is in review: somebody was asked, or wants a change, and it is not settled.
    pub fn is_open(&self) -> bool {
        self.open().next().is_some()
    }

    /// What is not settled and has to be.
    pub fn open(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| point.is_open())
    }

    /// What was asked for and is not settled.
    pub fn asks(&self) -> impl Iterator<Item = &Point> {
        self.open().filter(|point| point.note.kind == NoteKind::Ask)
    }

    /// What has to change and is not settled.
    pub fn changes(&self) -> impl Iterator<Item = &Point> {
        self.open().filter(|point| point.note.kind == NoteKind::Change)
    }

    /// Every note, point by point.
    pub fn notes(&self) -> impl Iterator<Item = &Arc<Note>> {
        self.points.iter().flat_map(Point::notes)
    }

    pub fn point(&self, id: &Id) -> Option<&Point> {
        self.points.iter().find(|point| point.note.id == *id)
    }

    /// The point that a note belongs to.
    pub fn point_of(&self, note: &Id) -> Option<&Point> {
        self.points.iter().find(|point| point.notes().any(|one| one.id == *note))
    }

    /// The changes that are for this person to make: addressed to them, or to nobody while
    /// the post is theirs. Where nobody is known to have written it, whoever did not ask for
    /// the change may.
    pub fn to_fix<'a>(&'a self, post: &Post, me: &str) -> Vec<&'a Point> {
        let writers = self.writers(post);
        let mine = writers.iter().any(|writer| same_person(writer, me));
        let is_mine = |point: &&Point| match point.note.addressed() {
            Some(to) => is_named_in(to, me),
            None if writers.is_empty() => !same_person(&point.note.by, me),
            None => mine,
        };
        self.changes().filter(is_mine).collect()
    }

    /// The reviews that are for this person to make: asked of them, or of nobody in
    /// particular by somebody else.
    pub fn to_review(&self, me: &str) -> Vec<&Point> {
        let is_mine = |point: &&Point| match point.note.addressed() {
            Some(to) => is_named_in(to, me),
            None => !same_person(&point.note.by, me),
        };
        self.asks().filter(is_mine).collect()
    }

    /// Who is known to have worked on the text: whoever asked for its review, and whoever
    /// took a suggestion into it. Files do not say more.
    fn writers<'a>(&'a self, post: &'a Post) -> BTreeSet<&'a str> {
        let asked = self.points.iter().filter(|point| point.note.kind == NoteKind::Ask);
        let asked = asked.map(|point| point.note.by.as_str());
        let took = post.origin.iter().map(|origin| origin.by.as_str());
        asked.chain(took).filter(|by| !by.trim().is_empty()).collect()
    }
}

impl Point {
    pub fn is_open(&self) -> bool {
        self.note.kind.holds() && self.settled().is_none()
    }

    /// The note that settled it: the first one.
    pub fn settled(&self) -> Option<&Arc<Note>> {
        self.answers.iter().find(|note| note.kind == NoteKind::Resolve)
    }

    pub fn notes(&self) -> impl Iterator<Item = &Arc<Note>> {
        std::iter::once(&self.note).chain(&self.answers)
    }
}

impl Note {
    /// Whom it is for, where it says so.
    fn addressed(&self) -> Option<&str> {
        self.to.as_deref().map(str::trim).filter(|to| !to.is_empty())
    }
}

/// The note at the head of what this one answers; `None` where it answers nothing that is
/// there, or, in a file made by hand, itself.
fn root(note: &Note, all: &[Arc<Note>]) -> Option<Id> {
    let mut at = note;
    for _ in 0..all.len() {
        let above = at.about.as_ref().and_then(|about| all.iter().find(|one| one.id == *about));
        match above {
            Some(above) => at = above,
            None => return (at.id != note.id).then(|| at.id.clone()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Origin, Verdict};
    use chrono::{DateTime, Duration};

    const ADA: &str = "Ada Neri <ada@example.org>";
    const BEA: &str = "Bea Riva <bea@example.org>";

    struct Desk {
        ids: Ids,
        post: Id,
        notes: Vec<Note>,
    }

    impl Desk {
        fn new() -> Self {
            let ids = Ids::from_seed(1);
            Self { post: ids.fresh(), ids, notes: Vec::new() }
        }

        fn add(&mut self, kind: NoteKind, by: &str, about: Option<&Id>) -> Id {
            let at = DateTime::UNIX_EPOCH
                + Duration::minutes(i64::try_from(self.notes.len()).expect("few"));
            let note = Note {
                id: self.ids.fresh(),
                post: self.post.clone(),
                at,
                by: by.into(),
                kind,
                to: None,
                about: about.cloned(),
                channel: None,
                quote: None,
                text: String::new(),
            };
            self.notes.push(note.clone());
            note.id
        }

        /// Read in the opposite order: git and folders have their own.
        fn review(&self) -> Review {
            Review::of(self.notes.iter().rev().cloned())
        }
    }

    #[test]
    fn a_post_is_in_review_from_the_asking_to_the_settling() {
        let mut desk = Desk::new();
        assert!(!desk.review().is_open());
        let ask = desk.add(NoteKind::Ask, ADA, None);
        assert!(desk.review().is_open());
        desk.add(NoteKind::Resolve, BEA, Some(&ask));
        assert!(!desk.review().is_open());
    }

    #[test]
    fn a_change_wanted_keeps_it_there_and_a_remark_does_not() {
        let mut desk = Desk::new();
        desk.add(NoteKind::Remark, BEA, None);
        assert!(!desk.review().is_open());
        let change = desk.add(NoteKind::Change, BEA, None);
        let reply = desk.add(NoteKind::Reply, ADA, Some(&change));
        assert!(desk.review().is_open(), "an answer settles nothing");
        desk.add(NoteKind::Resolve, BEA, Some(&reply));
        let review = desk.review();
        assert!(!review.is_open());
        assert_eq!(review.points.len(), 2);
        let settled = review.point(&change).and_then(Point::settled).map(|note| note.by.as_str());
        assert_eq!(settled, Some(BEA), "an answer to an answer counts for the point");
    }

    #[test]
    fn an_answer_to_a_note_that_is_gone_is_still_shown_and_rings_end() {
        let mut desk = Desk::new();
        let gone = desk.ids.fresh();
        desk.add(NoteKind::Reply, ADA, Some(&gone));
        let one = desk.add(NoteKind::Reply, ADA, None);
        let other = desk.add(NoteKind::Reply, ADA, Some(&one));
        desk.notes[1].about = Some(other);
        let review = desk.review();
        assert_eq!(review.notes().count(), 3);
        assert!(!review.is_open());
    }

    #[test]
    fn who_asked_is_who_has_to_fix_and_whoever_was_asked_has_to_look() {
        let post = Post::new(Ids::from_seed(2).fresh(), "");
        let mut desk = Desk::new();
        desk.add(NoteKind::Ask, ADA, None);
        desk.notes[0].to = Some("Bea".into());
        desk.add(NoteKind::Change, BEA, None);
        let review = desk.review();
        let to_review = |me: &str| review.to_review(me).len();
        let to_fix = |me: &str| review.to_fix(&post, me).len();
        assert_eq!((to_review(ADA), to_review(BEA)), (0, 1));
        assert_eq!((to_fix(ADA), to_fix(BEA), to_fix("Carlo")), (1, 0, 0));
    }

    #[test]
    fn what_is_asked_of_nobody_in_particular_is_for_everybody_else() {
        let mut post = Post::new(Ids::from_seed(2).fresh(), "");
        let mut desk = Desk::new();
        desk.add(NoteKind::Change, BEA, None);
        let fix = |desk: &Desk, post: &Post, me: &str| desk.review().to_fix(post, me).len();
        assert_eq!((fix(&desk, &post, ADA), fix(&desk, &post, BEA)), (1, 0));
        let ids = Ids::from_seed(3);
        post.origin.push(Origin {
            post: ids.fresh(),
            suggestion: ids.fresh(),
            decision: Verdict::Accepted,
            at: DateTime::UNIX_EPOCH,
            by: "Carlo".into(),
        });
        assert_eq!((fix(&desk, &post, ADA), fix(&desk, &post, "carlo")), (0, 1));
        desk.notes[0].to = Some("ada@example.org".into());
        assert_eq!((fix(&desk, &post, ADA), fix(&desk, &post, "carlo")), (1, 0));
    }
}
