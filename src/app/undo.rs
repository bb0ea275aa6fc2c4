//! Undo and redo of what a person did to the folder: change sets and their inverses.
//!
//! Nothing is remembered before storage has said that it was done, and a change set that
//! came from undoing goes to the other side.

use crate::domain::{Change, ChangeSet, Id, Label};
use crate::vocab::Notice;

#[derive(Debug, Default)]
pub struct Undo {
    done: Vec<ChangeSet>,
    undone: Vec<ChangeSet>,
    /// Handed to storage and not yet answered, oldest first.
    waiting: Vec<(ChangeSet, Way)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Do,
    Undo,
    Redo,
    /// An empty post is not kept: no step of the person.
    Forget,
}

impl Undo {
    /// A room's change set goes to storage.
    pub fn doing(&mut self, set: ChangeSet) -> ChangeSet {
        self.waiting.push((set.clone(), Way::Do));
        set
    }

    /// The change set that takes back the last one; `None` when there is nothing.
    pub fn undo(&mut self) -> Option<ChangeSet> {
        let inverse = self.done.pop()?.inverse();
        self.waiting.push((inverse.clone(), Way::Undo));
        Some(inverse)
    }

    pub fn redo(&mut self) -> Option<ChangeSet> {
        let again = self.undone.pop()?.inverse();
        self.waiting.push((again.clone(), Way::Redo));
        Some(again)
    }

    /// The change set that takes away a post just made; `None` where anything was done
    /// after it, or is on its way.
    pub fn forget(&mut self, made: &Id) -> Option<ChangeSet> {
        let last = self.done.last().filter(|set| set.label == Label::New)?;
        let [Change::Create { post, .. }] = last.changes.as_slice() else { return None };
        if post.id != *made || !self.waiting.is_empty() {
            return None;
        }
        let inverse = self.done.pop()?.inverse();
        self.waiting.push((inverse.clone(), Way::Forget));
        Some(inverse)
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Storage has done it. What to tell the person; nothing for what a machine did.
    pub fn applied(&mut self, set: &ChangeSet) -> Option<Notice> {
        let by_machine = set.label == Label::Suggest;
        match self.answered(set)? {
            Way::Do if by_machine => None,
            Way::Do => {
                self.undone.clear();
                self.done.push(set.clone());
                Some(match set.posts() {
                    0 | 1 => Notice::Done(set.label.clone()),
                    count => Notice::DoneMany { label: set.label.clone(), count },
                })
            }
            Way::Undo => {
                self.undone.push(set.clone());
                Some(Notice::Undone(set.label.clone()))
            }
            Way::Forget => Some(Notice::EmptyNotKept),
            Way::Redo => {
                self.done.push(set.clone());
                Some(Notice::Redone(set.label.clone()))
            }
        }
    }

    /// Storage could not: what was to be undone can still be undone.
    pub fn refused(&mut self, set: &ChangeSet) {
        match self.answered(set) {
            Some(Way::Undo | Way::Forget) => self.done.push(set.inverse()),
            Some(Way::Redo) => self.undone.push(set.inverse()),
            Some(Way::Do) | None => {}
        }
    }

    fn answered(&mut self, set: &ChangeSet) -> Option<Way> {
        let at = self.waiting.iter().position(|(sent, _)| sent == set)?;
        Some(self.waiting.remove(at).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::RelPath;

    fn trash(name: &str) -> ChangeSet {
        ChangeSet::one(Label::Trash, Change::Trash { path: RelPath::new(name) })
    }

    #[test]
    fn a_decision_beside_its_post_is_not_counted_as_another_post() {
        let mut undo = Undo::default();
        let mut set = trash("posts/2026/W48/a.toml");
        let id = |text| Id::parse(text).expect("an id");
        let (post, suggestion) = (id("k3f9q7ab"), id("4t8w2zqc"));
        let (add, remove) = (Vec::new(), Vec::new());
        set.changes.push(Change::Decide { post, suggestion, add, remove });
        let sent = undo.doing(set);
        assert_eq!(undo.applied(&sent), Some(Notice::Done(Label::Trash)));
    }

    #[test]
    fn undo_and_redo_walk_the_same_steps() {
        let mut undo = Undo::default();
        for name in ["a", "b"] {
            let set = undo.doing(trash(name));
            assert!(undo.applied(&set).is_some());
        }
        let back = undo.undo().expect("b can be undone");
        assert_eq!(back, trash("b").inverse());
        assert_eq!(undo.applied(&back), Some(Notice::Undone(Label::Trash)));
        let again = undo.redo().expect("b can be done again");
        assert_eq!(again, trash("b"));
        assert_eq!(undo.applied(&again), Some(Notice::Redone(Label::Trash)));
        assert!(undo.redo().is_none());
    }

    #[test]
    fn nothing_can_be_undone_before_it_is_durable() {
        let mut undo = Undo::default();
        undo.doing(trash("a"));
        assert!(undo.undo().is_none());
    }

    #[test]
    fn an_undo_that_failed_can_be_tried_again() {
        let mut undo = Undo::default();
        let set = undo.doing(trash("a"));
        undo.applied(&set);
        let back = undo.undo().expect("a can be undone");
        undo.refused(&back);
        assert_eq!(undo.undo(), Some(back));
    }

    #[test]
    fn a_suggestion_that_arrives_is_no_step_of_the_person() {
        let mut undo = Undo::default();
        let set = ChangeSet { label: Label::Suggest, changes: Vec::new() };
        let sent = undo.doing(set);
        assert_eq!(undo.applied(&sent), None);
        assert!(undo.undo().is_none());
    }
}
