//! What is wrong with notes that can be read: a key that says nothing, an answer to nothing,
//! notes on no post. Told to whoever asks for it; nobody's work is held up by it.

use super::Folder;
use super::read::read_noted;
use crate::domain::{Id, NOTES, Note, Problem, ProblemKind, RelPath};
use chrono_tz::Tz;
use std::collections::BTreeSet;

impl Folder {
    /// Of the notes on one post.
    pub fn note_slips(&self, post: &Id, zone: Tz) -> Vec<Problem> {
        let read = |path: &RelPath, bytes: &[u8]| read_noted(path, bytes, zone);
        let (found, broken) = self.each(&format!("{NOTES}/{post}"), read);
        // What cannot be read is there all the same.
        let broken = broken.iter().filter_map(|problem| Note::of_path(&problem.path));
        let mut there: BTreeSet<Id> = broken.map(|(_, note)| note).collect();
        there.extend(found.iter().map(|noted| noted.note.id.clone()));
        let mut slips = Vec::new();
        for noted in found {
            slips.extend(noted.slips);
            let (path, (line, column)) = (noted.note.path(), noted.about);
            let gone = noted.note.about.filter(|about| !there.contains(about));
            let kind = |note: Id| ProblemKind::NoSuchNote { note: note.to_string() };
            slips.extend(gone.map(|note| Problem { path, line, column, kind: kind(note) }));
        }
        slips
    }

    /// The folders of notes that are no post's.
    pub fn lost_notes(&self, is_post: impl Fn(&Id) -> bool) -> Vec<Problem> {
        let folders = self.note_folders().into_iter();
        let lost = folders.filter(|name| !Id::parse(name).is_ok_and(|id| is_post(&id)));
        let problem = |name: String| {
            let path = RelPath::new(format!("{NOTES}/{name}"));
            Problem::whole(path, ProblemKind::NoSuchPost { post: name })
        };
        lost.map(problem).collect()
    }
}
