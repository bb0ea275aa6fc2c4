//! An opened content folder and what of it has been read: the shelf the verbs look at.
//!
//! Adds to each post what `checks` notices. Writes nothing.

use super::{Session, Stop};
use crate::checks::{claim_findings, disclosed, networks, plan};
use crate::child::Leash;
use crate::config::Approvals;
use crate::domain::{
    ChangeSet, Errand, Finding, Flag, OpenClaims, PlanNotice, Review, Stage, Suggestion,
};
use crate::domain::{ChannelKey, Post};
use crate::domain::{Entry, IDEAS, Id, Now, Placement, Problem, RelPath, Shelf, Week, Workspace};
use crate::runtime::{Judge, Notary, checked};
use crate::storage::{Applied, Folder, FormerFacts, Hand, read::finding_place};
use crate::storage::{state_dir, state_home, state_path};
use chrono_tz::Tz;
use std::collections::BTreeSet;
use std::sync::Arc;

pub struct Opened {
    pub folder: Folder,
    pub workspace: Workspace,
    pub now: Now,
    pub shelf: Shelf,
    /// What is wrong with the brand, its voice and its facts; of a file, the shelf has one.
    pub brand_problems: Vec<Problem>,
    /// The posts that may have notes, once somebody asked.
    noted: Option<BTreeSet<Id>>,
    pub notary: Notary,
}

impl Opened {
    pub fn new(
        folder: Folder,
        approvals: &Approvals,
        now: impl FnOnce(Tz) -> Result<Now, Stop>,
    ) -> Result<Self, Stop> {
        let (mut workspace, problems) = folder.workspace_on(networks())?;
        let now = now(workspace.zone)?;
        let state = state_home().map(|home| state_path(&home, &workspace.id, folder.root()));
        if let Some(state) = &state {
            workspace.former = FormerFacts::peek(state, (&workspace).into(), now.today());
        }
        let leash = Leash::default();
        let judge = Judge::new(approvals, &workspace.id, folder.root(), &leash);
        let notary = Notary::open(state.as_deref(), judge);
        let mut shelf = Shelf::default();
        shelf.replace_brand(&problems);
        Ok(Self { folder, workspace, now, shelf, brand_problems: problems, notary, noted: None })
    }

    pub fn zone(&self) -> Tz {
        self.workspace.zone
    }

    /// Reads one folder of posts, once.
    fn load(&mut self, folder: &str) {
        let (entries, problems) = self.folder.load_folder(folder, self.zone());
        let checked = entries.into_iter().map(|entry| Arc::new(self.checked(entry)));
        let entries: Vec<Arc<Entry>> = checked.collect();
        let ids: Vec<Id> = entries.iter().map(|entry| entry.post.id.clone()).collect();
        self.shelf.replace_folder(folder, entries, problems);
        self.read_reviews(&ids);
    }

    /// What was said about some posts: whether they are in review follows from it.
    fn read_reviews(&mut self, posts: &[Id]) {
        let noted = self.noted.get_or_insert_with(|| self.folder.noted());
        let some: Vec<Id> = posts.iter().filter(|id| noted.contains(id)).cloned().collect();
        for post in some {
            self.review(&post);
        }
    }

    /// Reads the weeks from `first` to `last` with a neighbour on either side, for posts
    /// of which one channel goes out in another week than the rest.
    pub fn load_weeks(&mut self, first: Week, last: Week) {
        let all = first.previous()..=last.next();
        let mut week = *all.start();
        while all.contains(&week) {
            if !self.shelf.has_week(week) {
                self.load(&week.folder());
            }
            week = week.next();
        }
        // A post in a folder that is no week's may belong to any.
        for folder in self.folder.strays(|week| all.contains(&week)).folders {
            self.load(&folder);
        }
    }

    /// Reads a week with all that is looked at to say what it lacks.
    pub fn load_plan(&mut self, week: Week) {
        self.load_weeks(week.offset(-plan::BACK), week);
    }

    /// What a week lacks of what the brand wants, where it was read with [`Self::load_plan`].
    pub fn notices(&self, week: Week) -> Vec<PlanNotice> {
        plan::notices(week, &self.shelf, &self.workspace, self.now)
    }

    /// Reads every post there is.
    pub fn load_all(&mut self) {
        for folder in self.folder.folders() {
            self.load(&folder);
        }
    }

    pub fn load_ideas(&mut self) {
        self.load(IDEAS);
    }

    fn checked(&self, entry: Entry) -> Entry {
        checked(entry, &self.folder, &self.workspace, &self.notary)
    }

    /// Gives the findings of a file the places that only its bytes know.
    pub fn placed(&self, path: &RelPath, mut findings: Vec<Finding>) -> Vec<Finding> {
        if findings.iter().all(|finding| finding.line > 0) {
            return findings;
        }
        let Ok(bytes) = self.folder.bytes(path) else { return findings };
        for finding in &mut findings {
            if let Some((line, column)) = finding_place(path, &bytes, finding) {
                (finding.line, finding.column) = (line, column);
            }
        }
        findings
    }

    /// The post of an id, wherever its file stands.
    pub fn find(&mut self, id: &Id) -> Option<Arc<Entry>> {
        if self.shelf.get(id).is_none() {
            let path = self.folder.locate(id, self.zone())?;
            self.load_path(&path)?;
        }
        self.shelf.get(id).cloned()
    }

    /// The post of a file.
    pub fn load_path(&mut self, path: &RelPath) -> Option<Arc<Entry>> {
        match self.folder.load_post(path, self.zone())? {
            Ok(entry) => {
                let entry = self.checked(entry);
                let post = entry.post.id.clone();
                self.shelf.put(entry);
                self.read_reviews(&[post]);
            }
            Err(problem) => self.shelf.put_problem(problem),
        }
        self.shelf.at(path).cloned()
    }

    /// The suggestions of a post, oldest first; a file among them that cannot be read is
    /// a problem of the shelf.
    pub fn suggestions(&mut self, post: &Id) -> Vec<Arc<Suggestion>> {
        let (suggestions, problems) = self.folder.suggestions(post, self.zone());
        self.shelf.replace_suggestions(post.clone(), suggestions, problems);
        self.shelf.suggestions(post).to_vec()
    }

    /// What was said about a post; a note that cannot be read is a problem of the shelf.
    pub fn review(&mut self, post: &Id) -> Review {
        let (notes, problems) = self.folder.notes(post, self.zone());
        self.shelf.replace_notes(post.clone(), notes, problems);
        self.shelf.review(post).clone()
    }

    /// What waits for somebody among the posts in memory, with what their claims say.
    pub fn errands(&self, me: &str) -> Vec<Errand> {
        let today = self.now.today();
        let open = |entry: &Arc<Entry>| OpenClaims {
            path: entry.path.clone(),
            hash: entry.hash,
            findings: claim_findings(&entry.post, &self.workspace, today),
        };
        // A shelf of their own: what is printed reads the claims by itself.
        let mut shelf = self.shelf.clone();
        shelf.set_claims(self.shelf.entries().map(open).collect());
        crate::checks::errands(&shelf, &self.workspace, self.now, me)
    }

    /// What goes out on some channels is held back.
    pub fn is_frozen(&self, post: &Post, channels: &[ChannelKey]) -> bool {
        self.workspace.freezes.hold(post, channels)
    }

    /// How many suggestions of a post wait for a decision.
    pub fn waiting(&mut self, post: &Id) -> usize {
        self.suggestions(post).iter().filter(|suggestion| suggestion.is_waiting()).count()
    }

    /// Makes a change: through the one hand that writes, which keeps what it replaces.
    pub fn apply(&self, session: &Session, set: &ChangeSet) -> Result<Applied, Stop> {
        let home = state_home().ok_or_else(|| {
            let words = &session.words;
            Stop::said(words.cli_no_state_home(), words.cli_next_home())
        })?;
        let root = self.folder.root();
        let state = state_dir(&home, &self.workspace.id, root)?;
        Ok(Hand::open(root, &state, self.zone())?.apply(set)?)
    }

    /// The findings that concern one card: those of the whole post and of its channels.
    pub fn findings(&self, entry: &Entry, placement: Option<&Placement>) -> Vec<Finding> {
        let today = self.now.today();
        let plan = plan::plan(&self.shelf, &self.workspace, networks(), today);
        let mut found = plan::findings(entry, &self.shelf, &plan);
        found.extend(claim_findings(&entry.post, &self.workspace, today));
        let named = entry.post.suggested_for();
        let read = |post: &Id| self.folder.suggestions(post, self.zone()).0;
        let named: Vec<Suggestion> = named.into_iter().flat_map(read).collect();
        found.extend(disclosed(&entry.post, &self.workspace, |origin| origin.find_in(&named)));
        if let Some(placement) = placement {
            let other = |f: &Finding| {
                f.channel.as_ref().is_some_and(|channel| {
                    !placement.channels.contains(channel) && entry.post.channels.contains(channel)
                })
            };
            found.retain(|finding| !other(finding));
        }
        found
    }
}

/// The marks that win over a stage, most urgent first.
pub fn flags(
    (stage, frozen): (Stage, bool),
    findings: &[Finding],
    late: bool,
    waiting: usize,
) -> Vec<Flag> {
    let held = (frozen && stage.is_ahead()).then_some(Flag::Frozen);
    held.into_iter()
        .chain(Flag::of(stage, findings.iter().any(Finding::needs_person), late, waiting > 0))
        .collect()
}
