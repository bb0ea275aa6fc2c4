//! What was said about a post, in words: who asked whom, what is open, what is settled.

use super::{Language, Words};
use crate::domain::{Because, Note, NoteKind, Point, Review, short_name};
use crate::text::{fold, reveal_line};
use chrono::NaiveDateTime;

impl Words {
    /// Where a review stands, one line a thing: who asked for it, how much has to change.
    /// Nothing where nobody has said anything.
    pub fn review_state(&self, review: &Review) -> Vec<String> {
        let mut said: Vec<String> =
            review.asks().map(|point| self.note_said(&point.note)).collect();
        let changes = review.changes().count();
        if changes > 0 {
            said.push(self.review_changes(changes as u64));
        }
        if said.is_empty() && review.points.iter().any(|point| point.settled().is_some()) {
            said.push(self.review_all_settled());
        }
        let remarks = review.points.iter().filter(|point| is_remark(point)).count();
        if remarks > 0 {
            said.push(self.review_remarks(remarks as u64));
        }
        said
    }

    /// Who says what kind of thing, and to whom: `Bea Riva wants a change`.
    pub fn note_said(&self, note: &Note) -> String {
        let who = self.who(&note.by);
        let to = note.to.as_deref().map(str::trim).filter(|to| !to.is_empty());
        match (note.kind, to.map(|to| self.to_whom(named(to)))) {
            (NoteKind::Ask, Some(to)) => self.review_asked_of(who, to),
            (NoteKind::Ask, None) => self.review_asked(who),
            (NoteKind::Change, Some(to)) => self.review_change_of(who, to),
            (NoteKind::Change, None) => self.review_change(who),
            (NoteKind::Remark, _) => self.review_remark(who),
            (NoteKind::Reply, _) => self.review_reply(who),
            (NoteKind::Resolve, _) => self.review_resolve(who),
        }
    }

    /// A name as the one to whom something is said. In Italian the preposition is part of it,
    /// since it hangs on how the name begins: `a Bea`, `ad Ada`.
    pub fn to_whom(&self, name: String) -> String {
        match self.language() {
            Language::English => name,
            Language::Italian if fold(&name).starts_with('a') => format!("ad {name}"),
            Language::Italian => format!("a {name}"),
        }
    }

    /// The name of a signature; a word for nobody where there is none.
    pub fn who(&self, by: &str) -> String {
        let name = short_name(by);
        if name.trim().is_empty() { self.review_somebody() } else { named(name) }
    }

    /// Why something waits for a person, in a word or two.
    /// The word for a kind of note on the command line, which takes its code as well.
    pub fn note_kind(&self, kind: NoteKind) -> String {
        match kind {
            NoteKind::Ask => self.note_kind_ask(),
            NoteKind::Change => self.note_kind_change(),
            NoteKind::Remark => self.note_kind_remark(),
            NoteKind::Reply => self.note_kind_reply(),
            NoteKind::Resolve => self.note_kind_resolve(),
        }
    }

    pub fn errand(&self, because: &Because) -> String {
        match because {
            Because::Change(_) => self.needs_change(),
            Because::Review(_) => self.needs_review(),
            Because::Voided { .. } => self.needs_voided(),
            Because::Blocked(_) => self.needs_blocked(),
            Because::Clash(_) => self.needs_clash(),
            Because::Denied(_) => self.needs_denied(),
            Because::Expires { on, .. } => self.needs_expires(self.day_month(*on)),
            Because::Late => self.needs_late(),
        }
    }

    /// That it is settled, and by whom.
    pub fn settled(&self, note: &Note, at: NaiveDateTime) -> String {
        self.review_settled(self.who(&note.by), self.moment(at))
    }
}

fn named(name: &str) -> String {
    let each = name.split(',').map(|one| short_name(one).trim().to_owned());
    reveal_line(&each.collect::<Vec<_>>().join(", ")).into_owned()
}

fn is_remark(point: &Point) -> bool {
    !point.note.kind.holds() && point.settled().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_preposition_that_suits_it() {
        let words = Words::new(Language::Italian);
        assert_eq!(words.to_whom("Ada Neri".into()), "ad Ada Neri");
        assert_eq!(words.to_whom("Bea Riva".into()), "a Bea Riva");
        assert_eq!(words.to_whom("Àlvaro".into()), "ad Àlvaro");
        assert_eq!(Words::new(Language::English).to_whom("Ada".into()), "Ada");
    }
}
