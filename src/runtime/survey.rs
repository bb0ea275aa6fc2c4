//! Once a session, behind everything else: reads the whole archive and says what of it
//! concerns other weeks than its own — a channel that goes out later, a post in the wrong
//! folder, an id that is used twice — what its hashtags are used for, how its published
//! posts are written, what was decided about its suggestions, which posts can be examples
//! for new ones, and which are in review, whenever they go out.

use super::checker::{Checker, open_notes};
use super::crew::Outbox;
use super::known::Known;
use crate::domain::{Archive, Entry, IDEAS, Id, Judged, Post, Stage, Week, judged, placements};
use crate::storage::Folder;
use crate::vocab::Event;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub fn start(folder: Folder, checker: Checker, known: &Known, outbox: &Outbox) {
    let (outbox, known) = (outbox.clone(), known.clone());
    let at_work = outbox.busy.start();
    // A machine that cannot start a thread shows its weeks all the same.
    let _ = std::thread::Builder::new().name("survey".into()).spawn(move || {
        read(&folder, &checker, &known, &outbox);
        drop(at_work);
    });
}

fn read(folder: &Folder, checker: &Checker, known: &Known, outbox: &Outbox) {
    let zone = checker.workspace.zone;
    let archive = folder.unkept();
    let (suggested, noted) = (archive.suggested(), archive.noted());
    let mut folders: Vec<String> = Vec::new();
    // In which folder an id was last seen. Of a hundred thousand posts no more is held.
    let mut seen: HashMap<Id, usize> = HashMap::new();
    let mut twins: BTreeMap<usize, BTreeSet<Id>> = BTreeMap::new();
    let mut counted = Archive::new(checker.workspace.first_language());
    let mut decided: Vec<Judged> = Vec::new();
    folder.load_all(zone, &mut |name, entries, _| {
        let home = Week::from_folder(name);
        folders.push(name.to_owned());
        for entry in entries {
            counted.add(&entry.post);
            let id = &entry.post.id;
            let suggestions =
                if suggested.contains(id) { archive.suggestions(id, zone).0 } else { Vec::new() };
            known.learn_post(&entry.post, &suggestions);
            decided.extend(judged(Some(&entry.post), &suggestions));
            let at = folders.len() - 1;
            let is_reviewed = noted.contains(id) && in_review(&entry.post, &archive, zone, outbox);
            let twin = seen.insert(id.clone(), at);
            if let Some(other) = twin {
                twins.entry(other).or_default().insert(id.clone());
            }
            if is_reviewed || twin.is_some() || strays(&entry, home, name, zone) {
                notice(checker.check(entry), home, outbox);
            }
        }
        true
    });
    for (at, ids) in twins {
        let name = &folders[at];
        let (entries, _) = archive.load_folder(name, zone);
        for entry in entries.into_iter().filter(|entry| ids.contains(&entry.post.id)) {
            // Read once more, to be kept: it may be shown.
            if let Some(Ok(entry)) = folder.load_post(&entry.path, zone) {
                notice(checker.check(entry), Week::from_folder(name), outbox);
            }
        }
    }
    outbox.send(Event::ArchiveRead(Arc::new(counted)));
    outbox.send(Event::DecisionsRead(Arc::new(decided)));
}

/// It is in review: what was said is told.
fn in_review(post: &Post, archive: &Folder, zone: chrono_tz::Tz, outbox: &Outbox) -> bool {
    let Some((notes, problems)) = open_notes(archive, post, zone) else { return false };
    outbox.send(Event::NotesRead { post: post.id.clone(), notes, problems });
    true
}

/// Some of it belongs in another week than its folder says.
fn strays(entry: &Entry, home: Option<Week>, folder: &str, zone: chrono_tz::Tz) -> bool {
    if folder == IDEAS {
        return Stage::of_post(&entry.post) != Stage::Idea;
    }
    let cards = placements(&entry.post, zone);
    cards.is_empty() || cards.iter().any(|card| Some(Week::of(card.wall.date())) != home)
}

fn notice(entry: Entry, home: Option<Week>, outbox: &Outbox) {
    let zone_free = entry.post.when.map(|when| Week::of(when.wall(chrono_tz::Tz::UTC).date()));
    let Some(week) = home.or(zone_free) else { return };
    outbox.send(Event::Noticed { week, entries: vec![entry] });
}
