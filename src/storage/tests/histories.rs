//! Histories of one folder: two instances save, move, throw away, undo and type, another
//! program writes over a post or checks out an old one, operations fail, processes die and
//! the power goes, in any order. After every step what may never happen has not.

use super::*;
use crate::domain::{ContentHash, Failure, JournalKey};
use crate::storage::Journal;
use crate::storage::objects::Objects;
use crate::storage::store::Refusal;
use crate::storage::store::sim::Fault;
use proptest::prelude::*;
use std::collections::BTreeSet;

const HOMES: [&str; 2] = [POST, "posts/2026/W49/lancio.k3f9q7ab.toml"];
const FOLDERS: [&str; 4] = ["posts/2026/W48", "posts/2026/W49", "ideas", "drafts/k3f9q7ab"];
const TITLES: [&str; 4] = ["Lancio", "Arrivo", "Ritorno", "Partenza \"lenta\""];

#[derive(Debug, Clone)]
enum Deed {
    Retitle(usize),
    Rewrite(usize),
    Move,
    MoveAndRetitle(usize),
    Trash,
    Restore,
}

#[derive(Debug, Clone)]
enum Mishap {
    None,
    Fails { at: usize, full: bool, for_good: bool },
    Kill { at: usize, again: usize },
    PowerCut { at: usize, seed: u64 },
    Writer { at: usize, in_place: bool, version: usize },
}

#[derive(Debug, Clone)]
enum Step {
    Do { who: usize, deed: Deed, mishap: Mishap, undone: bool },
    Show { who: usize },
    Write { in_place: bool, version: usize },
    Type(usize),
    LetGo,
    Quiet { who: usize },
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..4_usize).prop_map(Deed::Retitle),
        4 => (0..4_usize).prop_map(Deed::Rewrite),
        2 => Just(Deed::Move),
        2 => (0..4_usize).prop_map(Deed::MoveAndRetitle),
        1 => Just(Deed::Trash),
        2 => Just(Deed::Restore),
    ]
}

fn mishaps() -> impl Strategy<Value = Mishap> {
    let at = || 1..60_usize;
    prop_oneof![
        3 => Just(Mishap::None),
        2 => (at(), any::<bool>(), any::<bool>())
            .prop_map(|(at, full, for_good)| Mishap::Fails { at, full, for_good }),
        2 => (at(), 1..20_usize).prop_map(|(at, again)| Mishap::Kill { at, again }),
        2 => (at(), any::<u64>()).prop_map(|(at, seed)| Mishap::PowerCut { at, seed }),
        3 => (at(), any::<bool>(), 0..4_usize)
            .prop_map(|(at, in_place, version)| Mishap::Writer { at, in_place, version }),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..2_usize, deeds(), mishaps(), any::<bool>())
            .prop_map(|(who, deed, mishap, undone)| Step::Do { who, deed, mishap, undone }),
        2 => (0..2_usize).prop_map(|who| Step::Show { who }),
        2 => (any::<bool>(), 0..4_usize)
            .prop_map(|(in_place, version)| Step::Write { in_place, version }),
        1 => (0..4_usize).prop_map(Step::Type),
        1 => Just(Step::LetGo),
        1 => (0..2_usize).prop_map(|who| Step::Quiet { who }),
    ]
}

struct Story {
    world: Arc<Mutex<World>>,
    hands: [Option<Hand>; 2],
    journal: Journal,
    /// What others wrote, whole versions all of them.
    others: BTreeSet<String>,
    /// Typed and neither saved nor let go.
    unsaved: Option<String>,
    typed: BTreeSet<String>,
}

impl Story {
    fn new() -> Self {
        let world = world();
        let hands = [0, 1].map(|_| Some(hand(&world)));
        let state = Arc::new(Sim { world: Arc::clone(&world), root: "state" });
        let others = BTreeSet::from([POST_FILE.to_owned(), DRAFT_FILE.to_owned()]);
        let journal = Journal::over(state);
        Self { world, hands, journal, others, unsaved: None, typed: BTreeSet::new() }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, World> {
        self.world.lock().expect("no panic")
    }

    fn key() -> JournalKey {
        JournalKey { post: id("k3f9q7ab"), channel: None, session: None }
    }

    fn hand(&mut self, who: usize) -> &mut Hand {
        self.hands[who].as_mut().expect("a hand")
    }

    /// Where the post stands, and its bytes.
    fn post(&self) -> Option<(RelPath, String)> {
        let mut files = content(&self.world).into_iter();
        files
            .find(|(name, _)| name.ends_with("k3f9q7ab.toml"))
            .map(|(name, bytes)| (path(&name), bytes))
    }

    fn is_kept(&self, bytes: &[u8]) -> bool {
        let state = Sim { world: Arc::clone(&self.world), root: "state" };
        Objects { state: &state }.has(ContentHash::of(bytes))
    }

    fn set(&self, deed: &Deed) -> Option<ChangeSet> {
        let Some((at, bytes)) = self.post() else {
            let restore = Change::Restore { path: self.trashed()? };
            return matches!(deed, Deed::Restore).then(|| ChangeSet::one(Label::Trash, restore));
        };
        let value = |key: &str| {
            let table: toml::Table = bytes.parse().expect("a whole version");
            let found = table.get(key).and_then(toml::Value::as_str).unwrap_or_default();
            found.strip_suffix('\n').unwrap_or(found).to_owned()
        };
        let retitle =
            |to: &usize| FieldEdit::replace(&["title"], word(&value("title")), word(TITLES[*to]));
        let rewrite = |to: &usize| {
            let new = format!(
                "La lana torna {}.\n\nDa lunedì in bottega: \"{to}\".",
                "a casa ".repeat(*to)
            );
            FieldEdit::replace(&["text"], text(&value("text")), text(&new))
        };
        let other = HOMES.iter().find(|home| **home != at.as_str()).map(|home| path(home));
        let edit = |to: Option<RelPath>, edits| {
            let change = Change::Edit { path: at.clone(), to, edits };
            Some(ChangeSet::one(Label::Text, change))
        };
        match deed {
            Deed::Retitle(to) => edit(None, vec![retitle(to)]),
            Deed::Rewrite(to) => edit(None, vec![rewrite(to)]),
            Deed::Move => edit(other, vec![]),
            Deed::MoveAndRetitle(to) => edit(other, vec![retitle(to)]),
            Deed::Trash => Some(ChangeSet::one(Label::Trash, Change::Trash { path: at })),
            Deed::Restore => None,
        }
    }

    fn trashed(&self) -> Option<RelPath> {
        let files = self.lock().files();
        let here = |home: &&&str| files.contains_key(&format!("state/trash/{home}"));
        HOMES.iter().find(here).map(|home| path(home))
    }

    fn version(&mut self, number: usize) -> String {
        let version = POST_FILE
            .replace(
                "title = \"Lancio\"",
                &format!("title   = '{}' # loro", ["Lancio", "Uno", "Due", "Tre"][number]),
            )
            .replace("a casa", ["a casa", "a casa", "in città", "in bottega"][number]);
        self.others.insert(version.clone());
        version
    }

    fn step(&mut self, step: &Step) {
        let seen_before = self.lock().seen.clone();
        match step {
            Step::Do { who, deed, mishap, undone } => self.act(*who, deed, mishap, *undone),
            Step::Show { who } => {
                if let Some((at, _)) = self.post() {
                    let entry = self.hand(*who).entry(&at);
                    assert!(entry.is_ok(), "{entry:?}");
                }
            }
            Step::Write { in_place, version } => {
                let version = self.version(*version);
                if let Some((at, _)) = self.post() {
                    write(&mut self.lock(), &at, &version, *in_place);
                }
            }
            Step::Type(number) => {
                // What was left is asked about before one writes there.
                self.let_go();
                let typed = format!("Scritto a metà {number}");
                self.journal.write(&Self::key(), &typed).expect("journalled");
                self.typed.insert(typed.clone());
                self.unsaved = Some(typed);
            }
            Step::LetGo => self.let_go(),
            Step::Quiet { who } => drop(self.hand(*who).settle_late()),
        }
        self.check(&seen_before, matches!(step, Step::Do { mishap, .. } if mishap.breaks()));
    }

    fn let_go(&mut self) {
        for left in self.journal.pending().0 {
            self.journal.let_go(&left.key).expect("dropped");
        }
        self.unsaved = None;
    }

    fn act(&mut self, who: usize, deed: &Deed, mishap: &Mishap, undone: bool) {
        let Some(set) = self.set(deed) else { return };
        let before = content(&self.world);
        // A power cut in the middle of a move may leave both names: no move goes over one.
        let twice = before.keys().filter(|name| name.ends_with("k3f9q7ab.toml")).count() > 1;
        if twice && matches!(deed, Deed::Move | Deed::MoveAndRetitle(_)) {
            return;
        }
        let post = self.post();
        let theirs = if let Mishap::Writer { version, .. } = mishap {
            self.version(*version)
        } else {
            String::new()
        };
        {
            let mut world = self.lock();
            world.start();
            match mishap.clone() {
                Mishap::None => {}
                Mishap::Fails { at, full, for_good } => {
                    let refusal =
                        if full { Refusal::Full } else { Refusal::Other { reason: "EIO".into() } };
                    world.fault = if for_good {
                        Fault::FailFrom(at, refusal)
                    } else {
                        Fault::FailOnce(at, refusal)
                    };
                }
                Mishap::Kill { at, .. } | Mishap::PowerCut { at, .. } => {
                    world.fault = Fault::Crash(at);
                }
                Mishap::Writer { at, in_place, .. } => {
                    let home = post.as_ref().map(|(home, _)| home.clone());
                    world.before = Some(Box::new(move |now, world| {
                        if let (true, Some(home)) = (now == at, &home) {
                            write(world, home, &theirs, in_place);
                        }
                    }));
                }
            }
        }
        let done = self.hand(who).apply(&set);
        let after = content(&self.world);
        match mishap {
            Mishap::None => {
                assert!(done.is_ok(), "{set:?}: {done:?}");
                self.check_locality(deed, post.as_ref());
                if undone {
                    let back = self.hand(who).apply(&set.inverse());
                    assert!(back.is_ok(), "{back:?}");
                    assert_eq!(content(&self.world), before, "S10");
                }
            }
            Mishap::Fails { .. } => {
                // The disk works again: a move it cut short is ended with the next change.
                self.lock().start();
                self.hand(who).end_moves();
            }
            Mishap::Kill { again, .. } => {
                self.restart(who);
                self.recover(who, *again);
                assert!(done.is_err() || content(&self.world) == after, "S2, killed");
            }
            Mishap::PowerCut { seed, .. } => {
                self.lock().power_cut(*seed);
                self.restart(0);
                self.restart(1);
                // The old name of a move that a kill cut short may come back beside it.
                let now = content(&self.world);
                let stands = after.iter().all(|(name, bytes)| now.get(name) == Some(bytes));
                assert!(done.is_err() || stands, "S2, power cut");
                self.recover(who, 3);
            }
            Mishap::Writer { .. } => {
                self.lock().start();
                let known = |failure: &Failure| {
                    matches!(failure, Failure::Conflict { .. } | Failure::Gone { .. })
                };
                assert!(done.as_ref().err().is_none_or(known), "{done:?}");
            }
        }
    }

    /// Another process takes the place of the one that died.
    fn restart(&mut self, who: usize) {
        std::mem::forget(self.hands[who].take());
        self.lock().start();
        self.hands[who] = Some(hand(&self.world));
    }

    /// S8: clearing up may be cut short and be done again.
    fn recover(&mut self, who: usize, again: usize) {
        self.lock().fault = Fault::Crash(again);
        self.sweep(who);
        self.restart(who);
        self.sweep(who);
        self.lock().start();
    }

    fn sweep(&mut self, who: usize) {
        self.hand(who).end_moves();
        for folder in FOLDERS {
            self.hand(who).sweep(folder);
        }
    }

    /// S5: only lines of the value that was edited are other ones.
    fn check_locality(&self, deed: &Deed, before: Option<&(RelPath, String)>) {
        let (Some((_, before)), Some((_, after))) = (before, self.post()) else { return };
        let key = match deed {
            Deed::Retitle(_) | Deed::MoveAndRetitle(_) => "title",
            Deed::Rewrite(_) => "text",
            Deed::Move | Deed::Trash | Deed::Restore => "",
        };
        let others = |file: &str| {
            let (mut lines, mut inside) = (Vec::new(), false);
            for line in file.lines() {
                let quotes = line.matches("\"\"\"").count();
                let of_key = !key.is_empty() && line.starts_with(key) || inside && key == "text";
                if quotes == 1 {
                    inside = !inside;
                }
                if !of_key {
                    lines.push(line.to_owned());
                }
            }
            lines
        };
        assert_eq!(others(before), others(&after), "S5");
    }

    fn check(&mut self, seen_before: &BTreeSet<Vec<u8>>, broke: bool) {
        let files = self.lock().files();
        for (path, bytes) in content(&self.world) {
            let whole = self.others.contains(&bytes) || self.is_kept(bytes.as_bytes());
            assert!(whole, "S1: {path} holds {bytes:?}");
        }
        assert!(self.post().is_some() || self.trashed().is_some(), "S2: the post is nowhere");
        let mut seen = std::mem::take(&mut self.lock().seen);
        // What a process read in its last moment, or on a full disk, nobody was shown.
        seen.retain(|version| !broke || seen_before.contains(version));
        for version in &seen {
            let somewhere = files.values().any(|found| found == version);
            let shown = String::from_utf8_lossy(version);
            assert!(
                somewhere || self.is_kept(version),
                "S3: {shown} in none of {:?}",
                files.keys()
            );
        }
        self.lock().seen = seen;
        // As after a kill: the session that typed is gone.
        let state = Arc::new(Sim { world: Arc::clone(&self.world), root: "state" });
        self.journal = Journal::over(state);
        let pending: Vec<String> =
            self.journal.pending().0.into_iter().map(|found| found.text).collect();
        match &self.unsaved {
            Some(text) => assert_eq!(&pending, std::slice::from_ref(text), "S4"),
            // A power cut may bring one back: asked about once more, never lost.
            None => assert!(pending.iter().all(|text| self.typed.contains(text)), "S6"),
        }
        let ours = ["content/posts/", "content/ideas/", "content/drafts/k3f9q7ab/"];
        let state = ["state/objects/", "state/trash/", "state/journal/"];
        let inside = |path: &&String| ours.iter().chain(&state).any(|root| path.starts_with(root));
        let outside: Vec<&String> = files.keys().filter(|path| !inside(path)).collect();
        assert!(outside.is_empty(), "S7: {outside:?}");
    }

    /// S9: with nobody doing anything both see the same, and neither has anything to do.
    fn end(mut self) {
        self.lock().start();
        for who in [0, 1] {
            drop(self.hand(who).settle_late());
        }
        let quiet = self.lock().files();
        if let Some((at, _)) = self.post() {
            let pictures = [0, 1].map(|who| self.hand(who).entry(&at));
            assert_eq!(pictures[0], pictures[1], "S9");
        }
        for who in [0, 1] {
            assert_eq!(self.hand(who).settle_late(), [], "S9");
        }
        let seen = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
            let mine = files.keys().filter(|path| path.starts_with("content/"));
            mine.cloned().collect::<Vec<_>>()
        };
        assert_eq!(seen(&self.lock().files()), seen(&quiet), "S9");
    }
}

impl Mishap {
    fn breaks(&self) -> bool {
        matches!(self, Self::Fails { .. } | Self::Kill { .. } | Self::PowerCut { .. })
    }
}

/// Another program writes over a file that is there.
fn write(world: &mut World, at: &RelPath, version: &str, in_place: bool) {
    let at = format!("content/{at}");
    if !world.files().contains_key(&at) {
        return;
    }
    if in_place {
        world.overwrite(&at, version.as_bytes());
    } else {
        world.put(&at, version.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_may_never_happen_to_a_folder_never_does(
        steps in proptest::collection::vec(steps(), 1..14)
    ) {
        let mut story = Story::new();
        for step in &steps {
            story.step(step);
        }
        story.end();
    }
}
