//! The clerk's desk, in a thread of its own: applies change sets in the order they came,
//! reads folders, and follows changes from outside. What it has outside the folder is in
//! `keeping`.

mod approving;
mod keeping;

use super::checker::Checker;
use super::clerk::Order;
use super::crew::{AtWork, Outbox};
use super::glances::Glances;
use super::historian::Historian;
use super::known::Known;
use super::librarian::Librarian;
use super::planner::Planner;
use super::reviewer::Reviewer;
use super::scribes::Sources;
use super::{Clock, Notary, fault, survey};
use crate::checks;
use crate::domain::{
    Change, ChangeSet, Entry, Fact, Failure, IDEAS, Id, LedgerFault, NOTES, Now, Problem,
    ProblemKind, RelPath, Week, Workspace,
};
use crate::storage::{Changed, Folder, FormerFacts, Hand, LedgerStamp, Presence, Watch};
use crate::vocab::Event;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How long after a save a late writer is waited for.
const QUIET: Duration = Duration::from_secs(2);
/// How long the end waits until what was last shown is kept.
const LAST: Duration = Duration::from_secs(1);

/// What the clerk has on the desk.
pub struct Desk {
    pub folder: Folder,
    pub workspace: Workspace,
    /// Why the folder cannot be written to, where it cannot.
    pub hand: Result<Hand, Failure>,
    /// Below which every folder has its state directory.
    pub state_home: PathBuf,
    /// Where all this is kept that is not the folder's, where it can be.
    pub state: Option<PathBuf>,
    /// Says to other programs that this one has the folder open.
    pub presence: Option<Presence>,
    pub outbox: Outbox,
    /// What the scribes know of the folder.
    pub known: Known,
    /// Who knows which profile the brand's drafts are asked from.
    pub sources: Arc<dyn Sources>,
    /// Hear of changes from outside; off in tests that make none.
    pub watches: bool,
    pub watch: Option<Watch>,
    pub librarian: Option<Librarian>,
    pub sight: Sight,
    /// Something changed since git was last asked.
    pub history_due: bool,
    /// What was replaced has not been looked at again.
    pub just_saved: bool,
    pub historian: Historian,
    /// What is to be read for its claims.
    pub reviewer: Reviewer,
    /// What posts say of each other.
    pub planner: Planner,
    /// Signatures to be looked at.
    pub glances: Glances,
    /// What facts said in earlier sessions, where there is a state directory.
    pub former: Option<FormerFacts>,
    pub clock: Clock,
    pub notary: Notary,
    /// How the ledger looked when what is in sight was last told.
    pub ledger: Option<LedgerStamp>,
    /// What was told of it last; a sound one is no news.
    pub ledger_fault: Option<LedgerFault>,
    /// What is done here is only tried: the day is not today's.
    pub pretends: bool,
}

/// What is on the screen or near it.
#[derive(Default)]
pub struct Sight {
    folders: BTreeSet<String>,
    posts: BTreeSet<Id>,
    /// Those on the screen, to be watched.
    weeks: Vec<String>,
    /// Posts that had suggestions when they were last looked at.
    suggested: BTreeSet<Id>,
    /// The same of notes.
    noted: BTreeSet<Id>,
}

impl Sight {
    /// What the first frame shows.
    pub fn of(week: Week) -> Self {
        let folders = BTreeSet::from([week.folder()]);
        Self { folders, ..Self::default() }
    }
}

impl Desk {
    pub fn serve(&mut self, orders: &Receiver<(Order, Option<AtWork>)>) {
        while let Some((order, at_work)) = self.next(orders) {
            self.obey(order);
            // git is asked once for a row of changes, when nothing else is to be done.
            while let Ok((order, at_work)) = orders.try_recv() {
                self.obey(order);
                drop(at_work);
            }
            if std::mem::take(&mut self.history_due) {
                self.historian.ask();
            }
            drop(at_work);
        }
    }

    /// Sleeps until there is something to do. A moment after a save it looks once more at
    /// what was replaced: another program may have gone on writing into it.
    fn next(
        &mut self,
        orders: &Receiver<(Order, Option<AtWork>)>,
    ) -> Option<(Order, Option<AtWork>)> {
        // These are done between two orders; whatever is ordered comes first.
        while self.planner.go_on(&self.workspace, &self.outbox)
            || self.read_some_claims()
            || self.look_at_one()
        {
            if let Ok(order) = orders.try_recv() {
                self.reviewer.tell(&self.outbox);
                return Some(order);
            }
        }
        if std::mem::take(&mut self.just_saved) {
            match orders.recv_timeout(QUIET) {
                Err(RecvTimeoutError::Timeout) => self.settle_late(),
                Ok(order) => {
                    self.just_saved = true;
                    return Some(order);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        orders.recv().ok()
    }

    /// Says whether there are more.
    fn read_some_claims(&mut self) -> bool {
        let (folder, today) = (self.folder.unkept(), self.today());
        let suggestions = |post: &Id| folder.suggestions(post, self.workspace.zone).0;
        self.reviewer.go_on(&self.workspace, today, &self.outbox, suggestions)
    }

    /// Looks at a signature that was only glanced at. Once all are seen, the folders they are
    /// in are told again. Says whether there was anything to do.
    fn look_at_one(&mut self) -> bool {
        if let Some(entry) = self.glances.next() {
            self.notary.consent(&entry.post, &self.workspace, &self.folder);
            return true;
        }
        let (folders, at_work) = self.glances.looked_at();
        for folder in &folders {
            self.read_folder(folder);
        }
        drop(at_work);
        !folders.is_empty()
    }

    fn settle_late(&mut self) {
        let written = self.hand.as_mut().map(Hand::settle_late).unwrap_or_default();
        for path in written {
            match path.top() {
                "posts" | IDEAS => self.read_folder(path.parent()),
                top @ ("drafts" | NOTES) => {
                    let below = path.parent().strip_prefix(top).unwrap_or_default();
                    let post = Id::parse(below.trim_start_matches('/'));
                    if let Ok(post) = post {
                        self.read_beside(&post);
                    }
                }
                _ => self.read_brand(),
            }
        }
    }

    fn obey(&mut self, order: Order) {
        if matches!(order, Order::Rescan) {
            fault::point("clerk");
            fault::stall("load");
        }
        match order {
            Order::ReadFolder(folder) => self.read_folder(&folder),
            Order::LetGo(folder) => drop(self.sight.folders.remove(&folder)),
            Order::ReadSuggestions(posts) => posts.iter().for_each(|id| self.read_beside(id)),
            Order::Compare { stamp, posts } => self.planner.ask(stamp, posts, &self.outbox),
            Order::Apply(set) => self.apply(*set),
            Order::ReadSheet(post) => self.lay_out(&post),
            Order::Approve(act, by) => self.approve(act, &by),
            Order::Revoke(post, by) => self.revoke(&post, &by),
            Order::Watch { weeks, posts } => self.look_at(&weeks, posts),
            Order::Recover => self.recover(),
            Order::PutInPlace(left) => self.put_in_place(left),
            Order::ListMedia => self.outbox.send(Event::MediaListed(self.folder.media())),
            Order::OpenArchive => {
                let checker = self.checker_of(self.folder.unkept());
                match Librarian::start(checker, self.clock, self.outbox.clone()) {
                    Ok(librarian) => self.librarian = Some(librarian),
                    Err(failure) => self.outbox.send(Event::NotDone(failure)),
                }
            }
            Order::Search { asked, query } => {
                if let Some(librarian) = &self.librarian {
                    librarian.ask(asked, query, self.outbox.busy.start());
                }
            }
            Order::CloseArchive => self.librarian = None,
            Order::Rescan => self.reread(None),
            Order::Changed(Changed::Everything) => self.reread(None),
            Order::Changed(Changed::Folders(folders)) => self.hear(folders),
            Order::Review => {
                // The first time it is known what facts said before this session. Which of them
                // do not agree is looked for when the first frame is on the screen.
                let today = self.today();
                if former(&mut self.former, &self.workspace, today) != self.workspace.former
                    || !checks::disagreements(&self.workspace, self.today()).is_empty()
                {
                    self.read_brand();
                }
                self.review_again();
            }
            Order::LookAtHistory => self.history_due = true,
            Order::Survey => {
                self.read_strays();
                // The look through the archive tells of those in review.
                self.sight.noted = self.folder.noted();
                survey::start(self.folder.clone(), self.checker(), &self.known, &self.outbox);
            }
            Order::Finish(done) => {
                self.history_due = false;
                self.settle_late();
                self.folder.settle_kept(LAST);
                self.presence = None;
                let _ = done.send(());
            }
        }
    }

    fn read_folder(&mut self, folder: &str) {
        let (entries, mut problems) = self.folder.load_folder(folder, self.workspace.zone);
        problems.extend(self.swept(folder));
        let checker = self.checker().at_a_glance();
        let entries: Vec<Arc<Entry>> =
            entries.into_iter().map(|entry| Arc::new(checker.check(entry))).collect();
        let glances = entries.iter().filter(|entry| entry.consent.is_glance());
        self.glances.add(folder, glances.map(AsRef::as_ref), &self.outbox);
        self.known.learn_posts(entries.iter().map(|entry| &entry.post));
        self.sight.folders.insert(folder.to_owned());
        self.reviewer.add(entries.iter().cloned(), &self.outbox);
        self.outbox.send(Event::FolderRead { folder: folder.to_owned(), entries, problems });
    }

    /// Posts in folders that are no week's: shown in their weeks, so that they can be mended.
    /// And what stands above the weeks and is no post.
    fn read_strays(&mut self) {
        let seen = &self.sight.folders;
        let strays = self.folder.strays(|week| seen.contains(&week.folder()));
        let found = strays.problems.iter().map(|problem| &problem.path).chain(&strays.others);
        let mut folders: BTreeSet<String> = found.map(|path| path.parent().to_owned()).collect();
        folders.extend(strays.folders);
        for folder in folders.difference(&seen.clone()) {
            self.read_folder(folder);
        }
    }

    /// What stands beside a post: suggestions, and what was said about it.
    fn read_beside(&mut self, post: &Id) {
        self.sight.posts.insert(post.clone());
        self.read_suggestions(post);
        self.read_notes(post);
    }

    fn read_notes(&mut self, post: &Id) {
        let (notes, mut problems) = self.folder.notes(post, self.workspace.zone);
        problems.extend(self.swept(&format!("{NOTES}/{post}")));
        let none = notes.is_empty() && problems.is_empty();
        let had = self.sight.noted.remove(post);
        if none && !had {
            return;
        }
        if !none {
            self.sight.noted.insert(post.clone());
        }
        self.outbox.send(Event::NotesRead { post: post.clone(), notes, problems });
    }

    /// What a save that a crash cut short left in a folder.
    fn swept(&mut self, folder: &str) -> Vec<Problem> {
        let Ok(hand) = &mut self.hand else { return Vec::new() };
        hand.sweep(folder).into_iter().map(unknown_version).collect()
    }

    fn read_suggestions(&mut self, post: &Id) {
        let (suggestions, mut problems) = self.folder.suggestions(post, self.workspace.zone);
        problems.extend(self.swept(&format!("drafts/{post}")));
        self.known.learn_suggestions(post, &suggestions);
        // Most posts have none and never had: nothing to say about two hundred of them.
        let none = suggestions.is_empty() && problems.is_empty();
        let had = self.sight.suggested.remove(post);
        if none && !had {
            return;
        }
        if !none {
            self.sight.suggested.insert(post.clone());
        }
        let post = post.clone();
        self.outbox.send(Event::SuggestionsRead { post, suggestions, problems });
    }

    /// What a save of the brand's files that a crash cut short left beside them.
    fn brand_strays(&mut self) -> Vec<Problem> {
        ["", "facts"].into_iter().flat_map(|folder| self.swept(folder)).collect()
    }

    /// The brand read again; what it stands behind may speak otherwise of every post.
    fn read_brand(&mut self) {
        match self.folder.workspace_on(checks::networks()) {
            Ok((mut workspace, mut problems)) => {
                let today = self.today();
                problems.extend(self.brand_strays());
                problems.extend(checks::disagreements(&workspace, today));
                workspace.ai_profile = self.sources.preferred(workspace.ai_profile);
                workspace.former = former(&mut self.former, &workspace, today);
                let before = std::mem::replace(&mut self.workspace, workspace.clone());
                if !same_grounds(&before, &workspace) {
                    self.review_again();
                }
                self.known.learn_workspace(&workspace);
                let workspace = Box::new(workspace);
                self.outbox.send(Event::WorkspaceRead { workspace, problems });
            }
            Err(problem) => self.outbox.send(Event::WorkspaceBroken(problem)),
        }
    }

    fn review_again(&mut self) {
        for folder in &self.sight.folders {
            let (entries, _) = self.folder.unkept().load_folder(folder, self.workspace.zone);
            let notary = self.notary.at_a_glance();
            let is_glance = |entry: &&Entry| {
                notary.consent(&entry.post, &self.workspace, &self.folder).is_glance()
            };
            self.glances.add(folder, entries.iter().filter(is_glance), &self.outbox);
            self.reviewer.add(entries.into_iter().map(Arc::new), &self.outbox);
        }
    }

    fn today(&self) -> NaiveDate {
        Now { utc: self.clock.now(), zone: self.workspace.zone }.today()
    }

    fn apply(&mut self, set: ChangeSet) {
        fault::stall("save");
        match self.hand().and_then(|hand| hand.apply(&set)) {
            Ok(applied) => {
                (self.history_due, self.just_saved) = (true, true);
                let checker = self.checker();
                let entries = applied.entries.into_iter().map(|entry| checker.check(entry));
                let (entries, removed) = (entries.collect::<Vec<_>>(), applied.removed);
                self.reviewer.add(entries.iter().cloned().map(Arc::new), &self.outbox);
                let of_brand = |change: &Change| {
                    matches!(
                        change,
                        Change::Facts { .. } | Change::Learn { .. } | Change::Freeze { .. }
                    )
                };
                let brand = set.changes.iter().any(of_brand);
                self.outbox.send(Event::Applied { set, entries, removed });
                if brand {
                    self.read_brand();
                }
                // What came out of the trash brought along what stands beside it.
                applied.beside.iter().for_each(|post| self.read_beside(post));
            }
            Err(failure) => self.outbox.send(Event::NotApplied { set, failure }),
        }
    }

    fn look_at(&mut self, weeks: &[Week], posts: Vec<Id>) {
        self.sight.posts = posts.into_iter().collect();
        self.sight.weeks = weeks.iter().map(|week| week.folder()).collect();
        self.watch_sight();
    }

    fn watch_sight(&mut self) {
        let beside = self.sight.posts.iter().flat_map(beside);
        let folders: Vec<String> = self.sight.weeks.iter().cloned().chain(beside).collect();
        if let Some(watch) = &mut self.watch {
            watch.look_at(&folders);
        }
    }

    /// Reads again what has changed of what is in memory; `None` for all of it.
    fn reread(&mut self, changed: Option<&[String]>) {
        self.history_due = true;
        // A folder that comes or goes takes with it all that is in it.
        let is_in = |folder: &str, name: &str| {
            let below = folder.strip_prefix(name).unwrap_or_default();
            folder == name || !name.is_empty() && below.starts_with('/')
        };
        let concerns = |folder: &str| {
            changed.is_none_or(|changed| changed.iter().any(|name| is_in(folder, name)))
        };
        let prompts = |name: &String| name.starts_with("prompts/");
        let of_a_language = changed.is_some_and(|changed| changed.iter().any(prompts));
        // One that has just come into being is heard of from now on.
        let watched = ["drafts", NOTES, "posts", "facts", "prompts", IDEAS];
        let of_a_post = self.sight.posts.iter().any(|id| beside(id).iter().any(|at| concerns(at)));
        if of_a_language || of_a_post || watched.iter().any(|folder| concerns(folder)) {
            self.watch_sight();
        }
        if concerns("") || concerns("facts") || concerns("prompts") || of_a_language {
            self.read_brand();
        }
        if changed.is_none() {
            self.read_strays();
        }
        for folder in self.sight.folders.clone() {
            if concerns(&folder) {
                self.read_folder(&folder);
            }
        }
        for post in self.sight.posts.clone() {
            if beside(&post).iter().any(|folder| concerns(folder)) {
                self.read_beside(&post);
            }
        }
        // A folder that has just come into being: its posts may be in sight already.
        for folder in changed.into_iter().flatten() {
            let is_week = Week::from_folder(folder).is_some();
            if is_week && !self.sight.folders.contains(folder) {
                self.read_folder(folder);
            }
        }
    }

    fn checker(&self) -> Checker {
        self.checker_of(self.folder.clone())
    }

    fn checker_of(&self, folder: Folder) -> Checker {
        let (workspace, notary) = (self.workspace.clone(), self.notary.clone());
        Checker { folder, workspace, notary }
    }
}

/// What facts said in earlier sessions and say no more.
fn former(seen: &mut Option<FormerFacts>, now: &Workspace, today: NaiveDate) -> Vec<Fact> {
    seen.as_mut().map(|seen| seen.look(now.into(), today)).unwrap_or_default()
}

/// Whether claims are judged by the same facts and the same voice.
fn same_grounds(a: &Workspace, b: &Workspace) -> bool {
    a.facts == b.facts && a.former == b.former && a.voice == b.voice
}

/// The folders of what stands beside a post.
fn beside(post: &Id) -> [String; 2] {
    ["drafts", NOTES].map(|top| format!("{top}/{post}"))
}

/// A version of some file that a crash left behind and nobody knows.
fn unknown_version(path: RelPath) -> Problem {
    Problem::whole(path, ProblemKind::ForeignCopy)
}
