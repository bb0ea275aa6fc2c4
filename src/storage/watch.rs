//! Hears that somebody else changed the folder. Only a hint: whoever gets one reads the
//! folder again. Sleeps until the first event, and then gathers what comes with it.

use crate::domain::{IDEAS, NOTES};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// A burst (a checkout, a save by another editor) ends after this much silence …
const QUIET: Duration = Duration::from_millis(40);
/// … or is reported in parts when it does not end.
const LONGEST: Duration = Duration::from_millis(400);

/// What is said in the place of a folder where something outside the root has changed.
pub const BESIDE: &str = "/";

/// What changed, by folder as in `posts/2026/W48`, `ideas`, `notes/k3f9q7ab`; the root is
/// `""`, where `palinsesto.toml` and `voice.toml` stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    Folders(Vec<String>),
    /// Events were lost, or watching failed: read again whatever is on the screen.
    Everything,
}

pub struct Watch {
    watcher: RecommendedWatcher,
    root: PathBuf,
    watched: BTreeSet<String>,
}

impl Watch {
    /// Watches the root, `facts` and the ideas; [`Watch::look_at`] adds what is in sight.
    /// Reports arrive until the receiver or the watch is dropped. `None` where the system
    /// has no watching to give: the caller reads again on focus instead.
    pub fn start(root: &Path, report: Sender<Changed>) -> Option<Self> {
        let root = root.canonicalize().ok()?;
        let (send, events) = channel();
        let watcher = notify::recommended_watcher(move |event| {
            // The gathering thread is gone only when the watch is going too.
            let _ = send.send(event);
        })
        .ok()?;
        let gather_root = root.clone();
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || gather(&gather_root, &events, &report))
            .ok()?;
        let mut watch = Self { watcher, root, watched: BTreeSet::new() };
        watch.look_at(&[]);
        Some(watch)
    }

    /// Whether changes are heard of at all; the system may be out of watches.
    pub fn hears(&self) -> bool {
        self.watched.contains("")
    }

    /// The folders in sight from now on: the weeks on screen, the drafts that are open.
    /// One that is not there yet is heard of through the nearest folder above it.
    pub fn look_at(&mut self, folders: &[String]) {
        let always = ["", IDEAS, "facts", "drafts", NOTES, "posts"].map(str::to_owned);
        // The two languages whose prompts a folder may replace.
        let prompts = ["prompts/it", "prompts/en"];
        let mut there = BTreeMap::new();
        let folders = folders.iter().map(String::as_str).chain(prompts);
        let near: Vec<_> = folders.map(|folder| self.nearest(folder, &mut there)).collect();
        let wanted: BTreeSet<String> = always.into_iter().chain(near).collect();
        for gone in self.watched.difference(&wanted) {
            // It may have been removed with its folder already.
            let _ = self.watcher.unwatch(&self.root.join(gone));
        }
        let fresh: Vec<String> = wanted.difference(&self.watched).cloned().collect();
        self.watched = wanted;
        for folder in fresh {
            let path = self.root.join(&folder);
            if self.watcher.watch(&path, RecursiveMode::NonRecursive).is_err() {
                self.watched.remove(&folder);
            }
        }
    }

    /// Hears of these folders outside the root, too, as far as they are there; may be said
    /// again once they are.
    pub fn hear_beside(&mut self, folders: &[&Path]) {
        for folder in folders {
            // One that is not there yet is no failure, and without it a rescan tells.
            let _ = self.watcher.watch(folder, RecursiveMode::NonRecursive);
        }
    }

    /// From the root downwards, so that where `drafts` is missing nothing is looked for in it;
    /// `there` is what the disk has said so far.
    fn nearest<'a>(&self, folder: &'a str, there: &mut BTreeMap<&'a str, bool>) -> String {
        let parts = folder.match_indices('/').map(|(at, _)| &folder[..at]).chain([folder]);
        let is_there =
            |part: &&'a str| *there.entry(part).or_insert_with(|| self.root.join(part).is_dir());
        parts.take_while(is_there).last().unwrap_or_default().to_owned()
    }
}

type Heard = notify::Result<Event>;

/// Waits without a time-out for the first event, then until it is quiet.
fn gather(root: &Path, events: &Receiver<Heard>, report: &Sender<Changed>) {
    while let Ok(first) = events.recv() {
        #[expect(clippy::disallowed_methods, reason = "how long a burst lasts is no date")]
        let begun = Instant::now();
        let mut folders = Some(BTreeSet::new());
        note(root, first, &mut folders);
        let mut ended = false;
        while begun.elapsed() < LONGEST {
            match events.recv_timeout(QUIET) {
                Ok(event) => note(root, event, &mut folders),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => {
                    ended = true;
                    break;
                }
            }
        }
        let changed = match folders {
            None => Changed::Everything,
            Some(folders) if folders.is_empty() => continue,
            Some(folders) => Changed::Folders(folders.into_iter().collect()),
        };
        if report.send(changed).is_err() || ended {
            return;
        }
    }
}

/// `None` stands for everything.
fn note(root: &Path, event: Heard, folders: &mut Option<BTreeSet<String>>) {
    let event = match event {
        Ok(event) if !event.need_rescan() => event,
        _ => {
            *folders = None;
            return;
        }
    };
    let matters = match event.kind {
        // Our own reading opens and closes files; that changes nothing.
        EventKind::Access(_) => false,
        EventKind::Modify(ModifyKind::Metadata(_)) => false,
        _ => true,
    };
    let Some(folders) = folders else { return };
    for path in event.paths.iter().filter(|_| matters) {
        let Ok(inside) = path.strip_prefix(root) else {
            folders.insert(BESIDE.to_owned());
            continue;
        };
        let name = inside.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        if name.starts_with(super::listing::TEMPORARY) || name == ".git" {
            continue;
        }
        // A path without an ending is most likely a folder that came or went.
        let folder = if name.contains('.') { inside.parent() } else { Some(inside) };
        let folder = folder.unwrap_or(Path::new("")).to_string_lossy().into_owned();
        folders.insert(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(5);

    #[test]
    fn a_change_in_a_week_in_sight_is_heard_and_our_own_temporaries_are_not() {
        let root = tempfile::tempdir().expect("a directory");
        let week = root.path().join("posts/2026/W48");
        std::fs::create_dir_all(&week).expect("a week");
        std::fs::create_dir_all(root.path().join("ideas")).expect("the ideas");
        let (send, changes) = channel();
        let mut watch = Watch::start(root.path(), send).expect("a watch");
        watch.look_at(&["posts/2026/W48".to_owned()]);

        std::fs::write(week.join(".palinsesto-1-a"), "x").expect("written");
        std::fs::write(week.join("a.toml"), "x").expect("written");
        std::fs::write(root.path().join("ideas/b.toml"), "x").expect("written");
        let mut heard = BTreeSet::new();
        while heard.len() < 2 {
            match changes.recv_timeout(PATIENCE).expect("a change") {
                Changed::Folders(folders) => heard.extend(folders),
                Changed::Everything => panic!("nothing was lost"),
            }
        }
        assert_eq!(heard.into_iter().collect::<Vec<_>>(), ["ideas", "posts/2026/W48"]);

        watch.look_at(&[]);
        std::fs::write(week.join("c.toml"), "x").expect("written");
        std::fs::write(root.path().join("voice.toml"), "x").expect("written");
        let next = changes.recv_timeout(PATIENCE).expect("a change");
        assert_eq!(next, Changed::Folders(vec![String::new()]));
    }

    #[test]
    fn a_week_that_is_made_later_is_heard_of() {
        let root = tempfile::tempdir().expect("a directory");
        std::fs::create_dir_all(root.path().join("posts/2026")).expect("a year");
        let (send, changes) = channel();
        let mut watch = Watch::start(root.path(), send).expect("a watch");
        watch.look_at(&["posts/2026/W49".to_owned()]);
        std::fs::create_dir(root.path().join("posts/2026/W49")).expect("a week");
        let next = changes.recv_timeout(PATIENCE).expect("a change");
        assert_eq!(next, Changed::Folders(vec!["posts/2026/W49".to_owned()]));
    }
}
