//! Opening a folder: what the first frame needs is read here, on the spot; the rest is
//! left to the crew once that frame is on the screen.

use super::checker::Checker;
use super::clerk::Clerk;
use super::crew::{Busy, Crew, Outbox};
use super::desk::{Desk, Sight};
use super::diarist::{Diarist, Diary};
use super::glances::Glances;
use super::historian::Historian;
use super::journal;
use super::known::Known;
use super::planner::Planner;
use super::reviewer::Reviewer;
use super::scribes::{Scribes, Sources};
use super::session::Session;
use super::{Clock, Judge, Message, Notary};
use crate::app::{App, Look, World};
use crate::checks;
use crate::config::Approvals;
use crate::domain::{Failure, Ids, Now, Problem, Shelf, Week};
use crate::git::Leash;
use crate::storage::{Folder, FormerFacts, Hand, Journal, Keeper, state_dir, state_path};
use crate::vocab::{Event, Keeping};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What a session starts from. A test hands in its own ports.
pub struct Start {
    pub folder: Folder,
    /// Below which every folder keeps its journal, objects and trash.
    pub state_home: PathBuf,
    pub look: Look,
    pub clock: Clock,
    /// Where ids come from.
    pub seed: u64,
    pub sources: Arc<dyn Sources>,
    /// Who decides, where the settings say.
    pub by: Option<String>,
    /// What the settings ask of approvals.
    pub approvals: Approvals,
    /// Hear of changes from outside.
    pub watches: bool,
    /// The day was set from outside: nothing is approved then.
    pub pretends: bool,
}

/// A session ready to be drawn, with both ends of its inbox.
pub struct Ready {
    pub session: Session,
    pub inbox: Receiver<Message>,
    pub to: Sender<Message>,
}

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The brand's own file cannot be used.
    #[error("the brand cannot be read")]
    Brand(Problem),
    /// The machine starts no thread for whoever keeps what is typed.
    #[error("no clerk")]
    Machine(#[from] io::Error),
}

impl Start {
    pub fn open(self) -> Result<Ready, Unopened> {
        let read = self.folder.workspace_on(checks::networks());
        let (mut workspace, problems) = read.map_err(Unopened::Brand)?;
        workspace.ai_profile = self.sources.preferred(workspace.ai_profile);
        let now = Now { utc: self.clock.now(), zone: workspace.zone };
        let (to, inbox) = channel();
        let outbox = Outbox { to: to.clone(), busy: Busy::default() };
        let state = state_dir(&self.state_home, &workspace.id, self.folder.root());
        let known = Known::new(workspace.clone());
        let folder = match state.as_deref().ok().and_then(Keeper::start) {
            Some(keeper) => self.folder.kept_by(keeper),
            None => self.folder,
        };
        let hand = |state: &PathBuf| Hand::open(folder.root(), state, workspace.zone);
        let former = state.as_deref().ok().and_then(FormerFacts::open);
        let leash = Leash::default();
        let judge = Judge::new(&self.approvals, &workspace.id, folder.root(), &leash);
        let notary = Notary::open(state.as_deref().ok(), judge);
        let journal = state.as_deref().ok().and_then(|state| Journal::open(state).ok());
        let desk = Desk {
            folder: folder.clone(),
            workspace: workspace.clone(),
            hand: state.as_ref().map_err(Failure::clone).and_then(hand),
            state: state.ok(),
            state_home: self.state_home.clone(),
            presence: None,
            outbox: outbox.clone(),
            known: known.clone(),
            sources: self.sources.clone(),
            watches: self.watches,
            watch: None,
            librarian: None,
            // Read here, on the spot; from now on it is the clerk's to follow.
            sight: Sight::of(Week::of(now.today())),
            history_due: false,
            just_saved: false,
            historian: Historian::start(folder.root().to_owned(), outbox.clone(), leash.clone()),
            reviewer: Reviewer::default(),
            planner: Planner::default(),
            glances: Glances::default(),
            former,
            clock: self.clock,
            ledger: notary.stamp(),
            ledger_fault: None,
            notary: notary.clone(),
            pretends: self.pretends,
        };
        let id = workspace.id.clone();
        let mut world = World {
            workspace: workspace.clone(),
            networks: checks::networks(),
            shelf: Shelf::default(),
            ids: Ids::from_seed(self.seed),
            now,
            by_git: self.by.is_none(),
            nobody: false,
            by: self.by.unwrap_or_default(),
            keeping: Keeping::default(),
        };
        world.shelf.replace_brand(&problems);
        world.shelf.expect_plan();
        let mut app = App::new(world);
        let checker = Checker { folder: folder.clone(), workspace, notary };
        let first = first_week(&folder, checker.at_a_glance(), now);
        // Nothing is asked of anyone yet: the crew starts after the first frame.
        app.learn(&first);
        let root = folder.root().to_owned();
        let scribes = Scribes::new(self.sources, known, outbox.clone());
        let journal_place = state_path(&self.state_home, &id, &root).join("journal");
        let clerk = Clerk::start(desk)?;
        let diary = Diary {
            state_home: self.state_home,
            id,
            root: root.clone(),
            journal,
            outbox: outbox.clone(),
            clerk: clerk.clone(),
        };
        let crew = Crew {
            diarist: Diarist::start(diary)?,
            clerk,
            scribes,
            journal: journal::Journal::default(),
            clock: self.clock,
            root,
            journal_place,
            git: leash,
            outbox,
        };
        Ok(Ready { session: Session::new(app, crew, self.look), inbox, to })
    }
}

fn first_week(folder: &Folder, checker: Checker, now: Now) -> Event {
    let name = Week::of(now.today()).folder();
    // Everybody needs them; read here, the two threads do not wait for each other.
    checks::networks();
    let check = |entry| checker.check(entry);
    let (entries, problems) = folder.load_folder_now(&name, now.zone, check);
    let entries = entries.into_iter().map(Arc::new).collect();
    Event::FolderRead { folder: name, entries, problems }
}
