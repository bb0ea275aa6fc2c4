//! What every room may know: the brand, the posts in memory, the clock, who decides.
//! Events change it before any room hears of them.

use crate::domain::{Ids, Networks, Now, Shelf, Workspace};
use crate::features::{Ctx, Pane};
use crate::vocab::{Event, Keeping};

pub struct World {
    pub workspace: Workspace,
    pub networks: &'static Networks,
    pub shelf: Shelf,
    pub ids: Ids,
    pub now: Now,
    /// Who decides: "Ada Neri <ada@example.org>".
    pub by: String,
    /// The settings name nobody, so git's answer counts.
    pub by_git: bool,
    /// Neither the settings nor git name anybody.
    pub nobody: bool,
    /// What was handed over to be kept and not answered for.
    pub keeping: Keeping,
}

impl World {
    pub fn ctx(&self, pane: Pane) -> Ctx<'_> {
        Ctx {
            workspace: &self.workspace,
            shelf: &self.shelf,
            networks: self.networks,
            now: self.now,
            ids: &self.ids,
            by: &self.by,
            keeping: &self.keeping,
            pane,
        }
    }

    /// Takes in what an event says about the world.
    pub fn learn(&mut self, event: &Event) {
        self.keeping.learn(event);
        match event {
            Event::FolderRead { folder, entries, problems } => {
                self.shelf.replace_folder(folder, entries.clone(), problems.clone());
            }
            Event::SuggestionsRead { post, suggestions, problems } => {
                let (suggestions, problems) = (suggestions.clone(), problems.clone());
                self.shelf.replace_suggestions(post.clone(), suggestions, problems);
            }
            Event::NotesRead { post, notes, problems } => {
                self.shelf.replace_notes(post.clone(), notes.clone(), problems.clone());
            }
            Event::WorkspaceRead { workspace, problems } => {
                self.now.zone = workspace.zone;
                self.workspace = (**workspace).clone();
                self.shelf.replace_brand(problems);
            }
            // The last brand that could be read stays in force.
            Event::WorkspaceBroken(problem) => {
                self.shelf.replace_brand(std::slice::from_ref(problem));
            }
            Event::Applied { set, entries, removed } => {
                self.shelf.recount(removed, entries);
                for path in removed {
                    self.shelf.remove(path);
                }
                for entry in entries {
                    self.shelf.put(entry.clone());
                }
                self.shelf.follow(set);
                self.workspace.follow(set);
            }
            Event::Noticed { entries, .. } => {
                for entry in entries {
                    self.shelf.put(entry.clone());
                }
            }
            Event::Approved { entry, .. } | Event::Revoked { entry } => {
                self.shelf.put((**entry).clone());
            }
            Event::SheetRead(sheet) => self.shelf.put(sheet.entry.clone()),
            Event::ArchiveRead(counted) => self.shelf.set_archive(counted.clone()),
            Event::PlanFound { stamp, plan } => self.shelf.set_plan(*stamp, plan.clone()),
            Event::LedgerRead(fault) => self.shelf.set_ledger_fault(fault.clone()),
            Event::ClaimsRead(read) => self.shelf.set_claims(read.clone()),
            Event::DecisionsRead(judged) => self.shelf.set_judged(judged),
            Event::HistoryRead { author, .. } if self.by_git => {
                self.nobody = author.is_none();
                self.by = author.clone().unwrap_or_default();
            }
            Event::Ticked(utc) => self.now.utc = *utc,
            _ => {}
        }
    }
}
