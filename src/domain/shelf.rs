//! Every post in memory, found by id, by path and by week. Storage fills it, rooms read it.

mod cards;
mod noted;
mod problems;
mod standing;
mod suggested;

use self::cards::weeks_of;
use self::noted::Noted;
use self::problems::Problems;
use self::suggested::Suggested;
use super::memo::Memo;
use super::{Archive, ChangeSet, ContentHash, Placed, placements};
use super::{Consent, LedgerFault, OpenClaims};
use super::{Finding, Id, NOTES, Note, Origin, Plan, PlanStamp, Post, Problem, RelPath, Review};
use super::{Judged, Suggestion, TagUse, Voices, Week};
use chrono::NaiveDate;
use chrono_tz::Tz;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// From this many posts on a channel has a language of its own.
const FEW: usize = 3;
/// As many spans of days have their cards remembered.
const SPANS: usize = 8;

/// A post file that could be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub path: RelPath,
    pub hash: ContentHash,
    pub post: Post,
    /// What the checks noticed about it.
    pub findings: Vec<Finding>,
    /// Whether a person stands behind it, once the gate has looked.
    pub consent: Consent,
}

#[derive(Debug, Clone, Default)]
pub struct Shelf {
    entries: BTreeMap<RelPath, Arc<Entry>>,
    /// By path; hardly ever more than one.
    by_id: HashMap<Id, Vec<RelPath>>,
    /// The entries that may have a card in a week, in whatever zone.
    by_week: BTreeMap<Week, BTreeSet<RelPath>>,
    /// The entries without any date, by title.
    undated: BTreeSet<(String, RelPath)>,
    problems: Problems,
    /// What the claim check found: read behind the posts, since it takes its time.
    claims: HashMap<RelPath, OpenClaims>,
    suggested: Suggested,
    noted: Noted,
    weeks: BTreeSet<Week>,
    /// What all posts say together, once the archive was looked through.
    archive: Option<Arc<Archive>>,
    /// Where the ledger of approvals is not as it was written.
    ledger_fault: Option<LedgerFault>,
    /// The cards that were asked for last: the same ones are asked for again and again
    /// until an entry changes. A frame asks for a week, and for those before it.
    placed: Memo<(NaiveDate, NaiveDate, Tz), Vec<Arc<Placed>>, SPANS>,
    /// How often an entry, or the brand, has changed.
    changes: u64,
    /// When the brand last did, and which week: as many changes there had been then.
    brand_changed: u64,
    changed: BTreeMap<Week, u64>,
    /// How often anything has that a card shows.
    revision: u64,
    /// What the posts say of each other.
    plan: Memo<PlanStamp, Arc<Plan>>,
    /// The same as it was last found behind the screen; `None` where nobody looks for it there.
    found_plan: Option<Arc<Plan>>,
}

impl Entry {
    /// A post as it was read, before anybody has looked at it.
    pub fn new(path: RelPath, hash: ContentHash, post: Post) -> Self {
        Self { path, hash, post, findings: Vec::new(), consent: Consent::None }
    }
}

impl Shelf {
    /// What all posts say about hashtags; until the archive was looked through, what those
    /// in memory do.
    pub fn tags(&self) -> Cow<'_, TagUse> {
        match self.archive.as_deref() {
            Some(archive) => Cow::Borrowed(&archive.tags),
            None => Cow::Owned(TagUse::of(self.entries().map(|entry| &entry.post))),
        }
    }

    /// How all published posts are written; `None` until the archive was looked through.
    pub fn voices(&self) -> Option<&Voices> {
        self.archive.as_deref().map(|archive| &archive.voices)
    }

    /// Where the ledger of this machine is not as it was written: nothing is approved, nor
    /// taken back, before that is seen to.
    pub fn ledger_fault(&self) -> Option<&LedgerFault> {
        self.ledger_fault.as_ref()
    }

    pub fn set_ledger_fault(&mut self, fault: Option<LedgerFault>) {
        self.ledger_fault = fault;
    }

    pub fn set_archive(&mut self, counted: Arc<Archive>) {
        self.archive = Some(counted);
    }

    /// Lets what the archive says follow posts that come and go, before they do so here.
    /// Those in memory were counted when it was looked through.
    pub fn recount<'a>(
        &mut self,
        gone: impl IntoIterator<Item = &'a RelPath>,
        come: impl IntoIterator<Item = &'a Entry>,
    ) {
        let Some(archive) = self.archive.as_mut().map(Arc::make_mut) else { return };
        for path in gone {
            if let Some(old) = self.entries.get(path) {
                archive.take(&old.post);
            }
        }
        for new in come {
            match self.entries.get(&new.path) {
                Some(old) if old.hash == new.hash => continue,
                Some(old) => archive.take(&old.post),
                None => {}
            }
            archive.add(&new.post);
        }
    }

    /// What the archive says was decided; of the posts in memory that is known better.
    pub fn set_judged(&mut self, archive: &[Judged]) {
        let by_id = &self.by_id;
        self.suggested.set_judged(archive, |id| by_id.contains_key(id));
    }

    /// What became of all suggested sentences, by post.
    pub fn judged(&self) -> impl Iterator<Item = &Judged> {
        self.suggested.judged()
    }

    /// The decisions about a post read once more, as its text and suggestions stand now.
    fn judge(&mut self, post: &Id) {
        if let Some(entry) = self.get(post).cloned() {
            self.suggested.judge(&entry.post);
        }
    }

    /// Takes an entry in, replacing what stood at its path. What is known already changes
    /// nothing, so that all that was found out about it holds.
    pub fn put(&mut self, entry: impl Into<Arc<Entry>>) {
        let entry = entry.into();
        if self.entries.get(&entry.path).is_some_and(|known| *known == entry) {
            return;
        }
        self.remove(&entry.path.clone());
        let same = self.by_id.entry(entry.post.id.clone()).or_insert_with(|| Vec::with_capacity(1));
        if let Err(at) = same.binary_search(&entry.path) {
            same.insert(at, entry.path.clone());
        }
        let weeks = weeks_of(&entry.post);
        if weeks.is_empty() {
            self.undated.insert(listed(&entry));
        }
        self.changes += 1;
        for week in weeks {
            self.changed.insert(week, self.changes);
            self.by_week.entry(week).or_default().insert(entry.path.clone());
        }
        let id = entry.post.id.clone();
        self.entries.insert(entry.path.clone(), entry);
        self.touch();
        if !self.suggestions(&id).is_empty() {
            self.judge(&id);
        }
    }

    pub fn put_problem(&mut self, problem: Problem) {
        self.remove(&problem.path.clone());
        self.problems.put(problem);
    }

    /// Forgets whatever stands at `path`, entry or problem.
    pub fn remove(&mut self, path: &RelPath) {
        self.problems.remove(path);
        let Some(old) = self.entries.remove(path) else { return };
        self.touch();
        self.changes += 1;
        self.undated.remove(&listed(&old));
        for week in weeks_of(&old.post) {
            self.changed.insert(week, self.changes);
            let paths = self.by_week.get_mut(&week);
            if paths.is_some_and(|paths| paths.remove(path) && paths.is_empty()) {
                self.by_week.remove(&week);
            }
        }
        if let Some(same) = self.by_id.get_mut(&old.post.id) {
            same.retain(|other| other != path);
            if same.is_empty() {
                self.by_id.remove(&old.post.id);
            }
        }
    }

    /// Replaces all that is known of one folder (`posts/2026/W48`, `ideas`).
    pub fn replace_folder(
        &mut self,
        folder: &str,
        entries: Vec<Arc<Entry>>,
        problems: Vec<Problem>,
    ) {
        let first = RelPath::first_in(folder);
        let inside = |path: &&RelPath| path.as_str().starts_with(first.as_str());
        let entries_here = self.entries.range(&first..).map(|(path, _)| path).take_while(inside);
        let known = Week::from_folder(folder).is_some_and(|week| self.weeks.contains(&week));
        let come: HashSet<&RelPath> = entries.iter().map(|entry| &entry.path).collect();
        let gone = entries_here.filter(|path| path.parent() == folder && !come.contains(path));
        let gone: Vec<RelPath> = gone.cloned().collect();
        if known {
            self.recount(&gone, entries.iter().map(AsRef::as_ref));
        }
        self.problems.forget_folder(folder);
        for path in gone {
            self.remove(&path);
        }
        for entry in entries {
            self.put(entry);
        }
        for problem in problems {
            self.put_problem(problem);
        }
        if let Some(week) = Week::from_folder(folder).filter(|week| !self.weeks.contains(week)) {
            self.weeks.insert(week);
            self.change(week);
        }
    }

    fn change(&mut self, week: Week) {
        self.changes += 1;
        self.changed.insert(week, self.changes);
    }

    /// Replaces what is wrong with the brand: its own file, voice, facts, prompts. A file is
    /// one card: of several faults in it the first is told.
    pub fn replace_brand(&mut self, problems: &[Problem]) {
        self.problems.forget_brand();
        self.changes += 1;
        self.brand_changed = self.changes;
        for problem in problems.iter().rev() {
            self.put_problem(problem.clone());
        }
    }

    /// Replaces all that is known of the suggestions made for one post.
    pub fn replace_suggestions(
        &mut self,
        post: Id,
        suggestions: Vec<Suggestion>,
        problems: Vec<Problem>,
    ) {
        self.problems.forget_folder(&format!("drafts/{post}"));
        for problem in problems {
            self.put_problem(problem);
        }
        self.set_suggestions(post, suggestions);
    }

    pub fn set_suggestions(&mut self, post: Id, suggestions: Vec<Suggestion>) {
        if self.suggested.set(post.clone(), suggestions) {
            self.touch();
            self.judge(&post);
        }
    }

    /// Replaces all that is known of what was said about one post.
    pub fn replace_notes(&mut self, post: Id, notes: Vec<Note>, problems: Vec<Problem>) {
        self.problems.forget_folder(&format!("{NOTES}/{post}"));
        for problem in problems {
            self.put_problem(problem);
        }
        if self.noted.set(post, notes) {
            self.touch();
        }
    }

    /// Takes over what a durable change set did to suggestions and notes, so that no folder has to be
    /// read again. What came back from the trash does: its bytes are not in the set.
    pub fn follow(&mut self, set: &ChangeSet) {
        if self.noted.follow(set) {
            self.touch();
        }
        for post in self.suggested.follow(set) {
            self.touch();
            self.judge(&post);
        }
    }

    /// The week's folder has been read.
    pub fn has_week(&self, week: Week) -> bool {
        self.weeks.contains(&week)
    }

    /// The weeks whose folders have been read, in time order.
    pub fn weeks(&self) -> impl Iterator<Item = Week> {
        self.weeks.iter().copied()
    }

    /// How many posts are in memory.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Forgets the posts of a week's folder, which has not been read from now on. Those that
    /// have a card in another week stay, those whose id is used twice, and those in review,
    /// wherever one looks; so do broken files.
    pub fn let_go(&mut self, week: Week, zone: Tz) {
        let folder = week.folder();
        let first = RelPath::first_in(&folder);
        let inside = |path: &RelPath| path.as_str().starts_with(first.as_str());
        let here = self.entries.range(&first..).take_while(|(path, _)| inside(path));
        let own = |entry: &Entry| {
            let cards = placements(&entry.post, zone);
            entry.path.parent() == folder
                && self.twins(entry).next().is_none()
                && !self.review(&entry.post.id).is_open()
                && cards.iter().all(|card| Week::of(card.wall.date()) == week)
        };
        let gone: Vec<RelPath> =
            here.filter(|(_, entry)| own(entry)).map(|(path, _)| path.clone()).collect();
        for path in gone {
            self.claims.remove(&path);
            self.remove(&path);
        }
        self.weeks.remove(&week);
        self.change(week);
    }

    /// The entry of an id; where two files carry it, the first by path.
    pub fn get(&self, id: &Id) -> Option<&Arc<Entry>> {
        self.by_id.get(id)?.first().and_then(|path| self.entries.get(path))
    }

    pub fn at(&self, path: &RelPath) -> Option<&Arc<Entry>> {
        self.entries.get(path)
    }

    /// Other files that carry the same id.
    pub fn twins<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = &'a RelPath> {
        self.by_id.get(&entry.post.id).into_iter().flatten().filter(|path| **path != entry.path)
    }

    /// Oldest first.
    pub fn suggestions(&self, post: &Id) -> &[Arc<Suggestion>] {
        self.suggested.of(post)
    }

    /// What was said about a post, as far as its notes were looked for.
    pub fn review(&self, post: &Id) -> &Review {
        self.noted.of(post)
    }

    /// Everything that was said, by post, in no order.
    pub fn reviews(&self) -> impl Iterator<Item = (&Id, &Review)> {
        self.noted.all()
    }

    /// The suggestions that a post's origin names were looked for: one that is not here is
    /// no longer in the folder.
    pub fn knows_origin(&self, post: &Post) -> bool {
        post.origin.iter().all(|origin| self.suggested.looked_for(&origin.post))
    }

    /// The suggestion an origin names; `None` where its file is gone, or not read yet.
    pub fn suggestion(&self, origin: &Origin) -> Option<&Suggestion> {
        let all = self.suggestions(&origin.post).iter();
        all.map(|found| &**found).find(|found| found.id == origin.suggestion)
    }

    pub fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        self.entries.values()
    }

    /// What nearly all of a channel's posts in sight are written in; no answer where they are
    /// few, or of several.
    pub fn usual_language(&self, channel: &str) -> Option<&str> {
        let of_channel = self.entries().map(|entry| &entry.post);
        let of_channel = of_channel.filter(|post| post.channels.iter().any(|key| key == channel));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for lang in of_channel.filter_map(|post| post.lang.as_deref()) {
            *counts.entry(lang).or_default() += 1;
        }
        let all: usize = counts.values().sum();
        let (lang, most) = counts.into_iter().max_by_key(|(_, count)| *count)?;
        (most >= FEW && most * 5 >= all * 4).then_some(lang)
    }

    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.problems.faults()
    }

    /// The problems, and behind them what is only worth knowing.
    pub fn noted(&self) -> impl Iterator<Item = &Problem> {
        self.problems.faults().chain(self.problems.notes())
    }

    /// Posts without a time of their own: the backlog, by title.
    pub fn ideas(&self) -> Vec<&Arc<Entry>> {
        self.undated.iter().filter_map(|(_, path)| self.entries.get(path)).collect()
    }

    /// Another number after each change of the brand, and of a post of that day's week or of
    /// a later one: what is remembered of them holds as long as this does.
    pub fn changes_since(&self, first: NaiveDate) -> u64 {
        let weeks = self.changed.range(Week::of(first)..).map(|(_, at)| *at);
        weeks.max().unwrap_or_default().max(self.brand_changed)
    }

    /// How often anything has changed that a card shows: a post, what waits beside it, what
    /// was noticed or said about it.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    fn touch(&mut self) {
        self.placed.forget();
        self.revision += 1;
    }

    /// What the posts say of each other: found once for each stamp, more easily with what was
    /// found the last time.
    pub fn plan(&self, stamp: PlanStamp, find: impl FnOnce(Option<&Plan>) -> Plan) -> Arc<Plan> {
        let find = |last: Option<&Arc<Plan>>| Arc::new(find(last.map(|plan| &**plan)));
        self.plan.after(stamp, |_, last| find(last.map(|(_, plan)| plan)))
    }

    /// From now on somebody looks for it behind the screen. Until it is found, nothing is
    /// known of it.
    pub fn expect_plan(&mut self) {
        self.found_plan = Some(Arc::default());
    }

    pub fn found_plan(&self) -> Option<&Arc<Plan>> {
        self.found_plan.as_ref()
    }

    pub fn set_plan(&mut self, stamp: PlanStamp, plan: Arc<Plan>) {
        self.found_plan = Some(Arc::clone(&plan));
        self.plan.learn(stamp, plan);
    }
}

/// Where an idea stands among the others.
fn listed(entry: &Entry) -> (String, RelPath) {
    (entry.post.display_title().to_lowercase(), entry.path.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, When};

    #[test]
    fn what_the_archive_says_follows_the_posts_that_change() {
        let ids = Ids::from_seed(3);
        let entry = |path: &str, text: &str| {
            let mut post = Post::new(ids.fresh(), "");
            post.when = Some(When::Local("2026-11-24T12:00:00".parse().expect("a time")));
            post.text = text.into();
            let (path, hash) = (RelPath::new(path), ContentHash::of(text.as_bytes()));
            Arc::new(Entry::new(path, hash, post))
        };
        let (a, b) = ("posts/2026/W48/a.toml", "posts/2026/W48/b.toml");
        let read = |shelf: &mut Shelf, entries: &[&Arc<Entry>]| {
            let entries = entries.iter().map(|entry| Arc::clone(entry)).collect();
            shelf.replace_folder("posts/2026/W48", entries, Vec::new());
        };
        let planned =
            |shelf: &Shelf| shelf.tags().hashtags.get("#lana").map_or(0, |used| used.planned);
        let (one, two) = (entry(a, "#lana"), entry(b, "#lana"));
        let mut shelf = Shelf::default();
        let mut archive = Archive::new("it");
        for entry in [&one, &two] {
            archive.add(&entry.post);
        }
        shelf.set_archive(Arc::new(archive));
        // Read for the first time: the archive has counted them.
        read(&mut shelf, &[&one, &two]);
        assert_eq!(planned(&shelf), 2);
        read(&mut shelf, &[&one, &two]);
        assert_eq!(planned(&shelf), 2, "the same once more");
        read(&mut shelf, &[&entry(a, "niente"), &two]);
        assert_eq!(planned(&shelf), 1);
        let three = entry("posts/2026/W48/c.toml", "#lana #telaio");
        shelf.recount([&two.path], [&*three]);
        shelf.remove(&two.path);
        shelf.put(three);
        assert_eq!((planned(&shelf), shelf.tags().hashtags.len()), (1, 2));
    }

    #[test]
    fn what_is_known_already_changes_nothing() {
        let ids = Ids::from_seed(4);
        let mut post = Post::new(ids.fresh(), "");
        post.when = Some(When::Local("2026-11-24T12:00:00".parse().expect("a time")));
        let path = RelPath::new("posts/2026/W48/a.toml");
        let entry = Arc::new(Entry::new(path, ContentHash::of(b""), post));
        let read = |shelf: &mut Shelf, entries: &[&Arc<Entry>]| {
            let entries = entries.iter().map(|entry| Arc::clone(entry)).collect();
            shelf.replace_folder("posts/2026/W48", entries, Vec::new());
            (shelf.changes, shelf.revision())
        };
        let mut shelf = Shelf::default();
        let first = read(&mut shelf, &[&entry]);
        shelf.replace_suggestions(entry.post.id.clone(), Vec::new(), Vec::new());
        let looked = (shelf.changes, shelf.revision());
        shelf.replace_suggestions(entry.post.id.clone(), Vec::new(), Vec::new());
        shelf.replace_notes(entry.post.id.clone(), Vec::new(), Vec::new());
        assert_eq!(read(&mut shelf, &[&entry]), looked);
        assert!(looked.1 > first.1, "that nothing waits is known now");
        let gone = read(&mut shelf, &[]);
        assert!(gone.0 > looked.0 && gone.1 > looked.1 && shelf.is_empty());
    }

    #[test]
    fn an_entry_is_found_in_its_weeks_until_it_is_removed() {
        let ids = Ids::from_seed(1);
        let mut post = Post::new(ids.fresh(), "Vicino a mezzanotte");
        // Still Sunday in London, already Monday in Rome.
        post.when = Some(When::Offset("2026-11-22T23:30:00+00:00".parse().expect("a date")));
        let path = RelPath::new("posts/2026/W48/a.toml");
        let hash = ContentHash::of(b"");
        let mut shelf = Shelf::default();
        shelf.put(Entry::new(path.clone(), hash, post));
        let week = |number| Week::new(2026, number).expect("a week");
        let count = |shelf: &Shelf, number, zone| shelf.week(week(number), zone).len();
        assert_eq!(count(&shelf, 48, chrono_tz::Europe::Rome), 1);
        assert_eq!(count(&shelf, 47, chrono_tz::Europe::Rome), 0);
        assert_eq!(count(&shelf, 47, chrono_tz::Europe::London), 1);
        shelf.replace_folder("posts/2026/W48", Vec::new(), Vec::new());
        assert_eq!(count(&shelf, 48, chrono_tz::Europe::Rome), 0);
        assert!(shelf.by_week.is_empty() && shelf.by_id.is_empty());
    }

    #[test]
    fn a_week_that_is_let_go_leaves_what_another_week_shows_too() {
        let ids = Ids::from_seed(1);
        let entry = |name: &str, id: Id, own: Option<&str>| {
            let mut post = Post::new(id, "");
            let when = |text: &str| When::Local(text.parse().expect("a time"));
            post.when = Some(when("2026-11-24T12:00:00"));
            post.channels = vec!["ig".into(), "linkedin".into()];
            let variant = super::super::Variant { when: own.map(when), ..Default::default() };
            post.variants.insert("linkedin".into(), variant);
            let path = RelPath::new(name);
            Arc::new(Entry::new(path, ContentHash::of(b""), post))
        };
        let zone = chrono_tz::Europe::Rome;
        let (week, twin) = (Week::new(2026, 48).expect("a week"), ids.fresh());
        let here = [
            entry("posts/2026/W48/a.toml", ids.fresh(), None),
            entry("posts/2026/W48/b.toml", ids.fresh(), Some("2026-12-01T08:00:00")),
            entry("posts/2026/W48/c.toml", twin.clone(), None),
        ];
        let mut shelf = Shelf::default();
        shelf.replace_folder("posts/2026/W48", here.to_vec(), Vec::new());
        shelf.replace_folder("ideas", vec![entry("ideas/d.toml", twin, None)], Vec::new());
        shelf.let_go(week, zone);
        assert!(!shelf.has_week(week));
        let left: Vec<&str> = shelf.entries().map(|entry| entry.path.file_name()).collect();
        assert_eq!(left, ["d.toml", "b.toml", "c.toml"]);
        assert_eq!(shelf.week(week.next(), zone).len(), 1);
        shelf.replace_folder("posts/2026/W48", here.to_vec(), Vec::new());
        assert_eq!((shelf.has_week(week), shelf.len()), (true, 4));
    }
}
