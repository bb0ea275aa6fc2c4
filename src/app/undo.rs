//! Undo and redo of what a person did to the folder: change sets and their inverses.
//!
//! Nothing is remembered before storage has said that it was done, and a change set that
//! came from undoing goes to the other side. What is asked for meanwhile waits its turn, so
//! that it is always the last step that is taken back.

use crate::domain::{Change, ChangeSet, Id, Label, Shelf};
use crate::vocab::{Notice, Way as Told, Why};

#[derive(Debug, Default)]
pub struct Undo {
    done: Vec<ChangeSet>,
    undone: Vec<ChangeSet>,
    /// In the order it was asked for, oldest first.
    waiting: Vec<Waiting>,
}

#[derive(Debug)]
enum Waiting {
    /// Handed to storage and not yet answered.
    Sent(ChangeSet, Way),
    /// A step back or forth, asked for before storage had answered for those above.
    Asked(Step),
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Back,
    Forth,
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
        self.sent(set, Way::Do)
    }

    /// The change set that takes back the last step; `None` where that one is not durable
    /// yet: [`Undo::due`] has it when it is.
    pub fn undo(&mut self) -> Result<Option<ChangeSet>, Why> {
        self.in_turn(Step::Back)
    }

    /// The same the other way.
    pub fn redo(&mut self) -> Result<Option<ChangeSet>, Why> {
        self.in_turn(Step::Forth)
    }

    /// What had to wait and need not any more; to be asked after every answer until there is
    /// nothing.
    pub fn due(&mut self) -> Option<Result<ChangeSet, Why>> {
        let Some(&Waiting::Asked(step)) = self.waiting.first() else { return None };
        self.waiting.remove(0);
        Some(self.take(step))
    }

    fn in_turn(&mut self, step: Step) -> Result<Option<ChangeSet>, Why> {
        if self.waiting.is_empty() {
            return self.take(step).map(Some);
        }
        self.waiting.push(Waiting::Asked(step));
        Ok(None)
    }

    fn take(&mut self, step: Step) -> Result<ChangeSet, Why> {
        let (from, way, nothing) = match step {
            Step::Back => (&mut self.done, Way::Undo, Why::NothingToUndo),
            Step::Forth => (&mut self.undone, Way::Redo, Why::NothingToRedo),
        };
        let inverse = from.pop().ok_or(nothing)?.inverse();
        if matches!(inverse.label, Label::Approve(_)) {
            // A withdrawal is a decision of its own: it is not answered as a change is, and
            // nothing brings the yes back but another one.
            return Ok(inverse);
        }
        Ok(self.sent(inverse, way))
    }

    fn sent(&mut self, set: ChangeSet, way: Way) -> ChangeSet {
        self.waiting.push(Waiting::Sent(set.clone(), way));
        set
    }

    /// A person has said yes to a post: a step back takes that back.
    pub fn approved(&mut self, post: &Id) {
        self.undone.clear();
        self.done.push(ChangeSet { label: Label::Approve(post.clone()), changes: Vec::new() });
    }

    /// It was taken back, by whichever key.
    pub fn revoked(&mut self, post: &Id) {
        let label = Label::Approve(post.clone());
        if let Some(at) = self.done.iter().rposition(|set| set.label == label) {
            self.done.remove(at);
        }
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
        Some(self.sent(inverse, Way::Forget))
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Storage has done it. What to tell the person; nothing for what a machine did.
    pub fn applied(&mut self, set: &ChangeSet, shelf: &Shelf) -> Option<Notice> {
        let by_machine = set.label == Label::Suggest;
        match self.answered(set)? {
            Way::Do if by_machine => None,
            Way::Do => {
                self.undone.clear();
                self.done.push(set.clone());
                Some(match set.posts() {
                    0 | 1 => told(set, shelf, Told::Done, Notice::Done),
                    count => Notice::DoneMany { label: set.label.clone(), count },
                })
            }
            Way::Undo => {
                self.undone.push(set.clone());
                Some(told(set, shelf, Told::Undone, Notice::Undone))
            }
            Way::Forget => Some(Notice::EmptyNotKept),
            Way::Redo => {
                self.done.push(set.clone());
                Some(told(set, shelf, Told::Redone, Notice::Redone))
            }
        }
    }

    /// Storage could not: what was to be undone can still be undone. What was asked for in
    /// the belief that it would be done is dropped, or it would reach a step further back.
    pub fn refused(&mut self, set: &ChangeSet) {
        match self.answered(set) {
            Some(Way::Undo | Way::Forget) => self.done.push(set.inverse()),
            Some(Way::Redo) => self.undone.push(set.inverse()),
            Some(Way::Do) | None => {}
        }
        self.waiting.retain(|waiting| matches!(waiting, Waiting::Sent(..)));
    }

    fn answered(&mut self, set: &ChangeSet) -> Option<Way> {
        let is_it = |waiting: &Waiting| matches!(waiting, Waiting::Sent(sent, _) if sent == set);
        let at = self.waiting.iter().position(is_it)?;
        match self.waiting.remove(at) {
            Waiting::Sent(_, way) => Some(way),
            Waiting::Asked(_) => None,
        }
    }
}

/// What was judged is named as what it is: a sentence, a title, a whole suggestion.
fn told(set: &ChangeSet, shelf: &Shelf, way: Told, otherwise: fn(Label) -> Notice) -> Notice {
    let label = set.label.clone();
    let find = |post: &Id, suggestion: &Id| {
        let mut all = shelf.suggestions(post).iter();
        all.find(|found| found.id == *suggestion).map(AsRef::as_ref)
    };
    match set.judged(find) {
        Some(what) if matches!(label, Label::Accept | Label::Rewrite | Label::Reject) => {
            Notice::Judged { label, what, way }
        }
        _ => otherwise(label),
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
        assert_eq!(undo.applied(&sent, &Shelf::default()), Some(Notice::Done(Label::Trash)));
    }

    /// One that may be sent at once.
    fn now(step: Result<Option<ChangeSet>, Why>) -> ChangeSet {
        step.expect("there is something").expect("nothing is waited for")
    }

    #[test]
    fn undo_and_redo_walk_the_same_steps() {
        let mut undo = Undo::default();
        for name in ["a", "b"] {
            let set = undo.doing(trash(name));
            assert!(undo.applied(&set, &Shelf::default()).is_some());
        }
        let back = now(undo.undo());
        assert_eq!(back, trash("b").inverse());
        assert_eq!(undo.applied(&back, &Shelf::default()), Some(Notice::Undone(Label::Trash)));
        let again = now(undo.redo());
        assert_eq!(again, trash("b"));
        assert_eq!(undo.applied(&again, &Shelf::default()), Some(Notice::Redone(Label::Trash)));
        assert_eq!(undo.redo(), Err(Why::NothingToRedo));
    }

    #[test]
    fn a_step_back_asked_for_too_early_takes_back_the_last_step_when_it_is_durable() {
        let mut undo = Undo::default();
        let a = undo.doing(trash("a"));
        undo.applied(&a, &Shelf::default());
        let b = undo.doing(trash("b"));
        assert_eq!(undo.undo(), Ok(None));
        assert_eq!(undo.undo(), Ok(None));
        let c = undo.doing(trash("c"));
        assert_eq!(undo.due(), None);
        undo.applied(&b, &Shelf::default());
        assert_eq!(undo.due(), Some(Ok(trash("b").inverse())), "c was done afterwards");
        assert_eq!(undo.due(), Some(Ok(trash("a").inverse())));
        assert_eq!(undo.due(), None);
        for set in [c, trash("b").inverse(), trash("a").inverse()] {
            assert!(undo.applied(&set, &Shelf::default()).is_some());
        }
        assert_eq!(now(undo.undo()), trash("c").inverse());
    }

    #[test]
    fn what_was_asked_for_behind_a_step_that_failed_takes_back_no_other() {
        let mut undo = Undo::default();
        let a = undo.doing(trash("a"));
        undo.applied(&a, &Shelf::default());
        let b = undo.doing(trash("b"));
        assert_eq!(undo.undo(), Ok(None));
        undo.refused(&b);
        assert_eq!(undo.due(), None);
    }

    #[test]
    fn nothing_can_be_undone_before_it_is_durable() {
        let mut undo = Undo::default();
        assert_eq!(undo.undo(), Err(Why::NothingToUndo));
        undo.doing(trash("a"));
        assert_eq!(undo.undo(), Ok(None));
    }

    #[test]
    fn an_undo_that_failed_can_be_tried_again() {
        let mut undo = Undo::default();
        let set = undo.doing(trash("a"));
        undo.applied(&set, &Shelf::default());
        let back = now(undo.undo());
        undo.refused(&back);
        assert_eq!(now(undo.undo()), back);
    }

    #[test]
    fn a_suggestion_that_arrives_is_no_step_of_the_person() {
        let mut undo = Undo::default();
        let set = ChangeSet { label: Label::Suggest, changes: Vec::new() };
        let sent = undo.doing(set);
        assert_eq!(undo.applied(&sent, &Shelf::default()), None);
        assert_eq!(undo.undo(), Err(Why::NothingToUndo));
    }
}
