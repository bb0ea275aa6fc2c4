//! `[approval]`: what an approval has to rest on, who may give one, and by which key. For
//! every folder, or for the one whose id the table is named after.
//!
//! Here and never in a content folder: whoever writes there could ask for less. Where
//! anything is wrong with it, everything counts as asked for.

use super::page::Page;
use crate::document::{Context, Fields};
use crate::domain::{Id, Problem, ProblemKind, Trust, Unjudged};
use std::collections::BTreeMap;
use std::path::PathBuf;

const TABLE: &str = "approval";
const TRUST: &str = "trust";
const SIGNERS: &str = "allowed_signers";
const KEY: &str = "key";
/// What a path has to begin with: it means the same wherever the program is started.
const PATHS: [&str; 2] = ["~/…", "/…"];

/// What the settings say of approvals.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Approvals {
    every: Said,
    folders: BTreeMap<Id, Said>,
    /// Something of it cannot be used, or may be missing: what, where that can be told.
    pub slip: Option<Unjudged>,
}

/// What one table says.
#[derive(Debug, Clone, Default, PartialEq)]
struct Said {
    trust: Option<Trust>,
    allowed_signers: Option<PathBuf>,
    key: Option<PathBuf>,
}

/// What is in force for one folder. Paths may begin with `~/`.
#[derive(Debug, Clone, PartialEq)]
pub struct ApprovalRules {
    /// `trust`: `"ledger"` unless said, `"signed"`, `"touched"`.
    pub trust: Trust,
    /// `allowed_signers`: whose keys count, in the format of `ssh-keygen`.
    pub allowed_signers: Option<PathBuf>,
    /// `key`: the key that signs, or its public half where an agent holds the other one.
    pub key: Option<PathBuf>,
    /// What was asked for cannot be told: nothing is enough.
    pub slip: Option<Unjudged>,
}

impl Default for ApprovalRules {
    fn default() -> Self {
        Approvals::default().of(None)
    }
}

impl Approvals {
    /// When not even a table can be found; `at` is where the file stops being one.
    pub fn unreadable(at: Option<&Problem>) -> Self {
        let place = at.map(place);
        Self { slip: Some(Unjudged::Settings { place }), ..Self::default() }
    }

    /// What is in force in a folder; what its own table leaves out, the common one says.
    pub fn of(&self, folder: Option<&Id>) -> ApprovalRules {
        let own = folder.and_then(|id| self.folders.get(id)).unwrap_or(&self.every);
        ApprovalRules {
            trust: own.trust.or(self.every.trust).unwrap_or(Trust::Ledger),
            allowed_signers: own
                .allowed_signers
                .as_ref()
                .or(self.every.allowed_signers.as_ref())
                .cloned(),
            key: own.key.as_ref().or(self.every.key.as_ref()).cloned(),
            slip: self.slip.clone(),
        }
    }

    /// Reads `[approval]` and the tables below it.
    pub(super) fn read(page: &mut Page, context: Context, root: &mut Fields) -> Self {
        let before = page.problems.len();
        let mut read = Self::default();
        if let Some(mut table) = page.take(root.table(TABLE)) {
            read.every = said(page, &mut table);
            let own = table.entries().into_iter().filter(|(_, value)| value.get_ref().is_table());
            let mut ids = Vec::new();
            for (name, value) in own {
                let Ok(id) = Id::parse(name) else { continue };
                ids.push(name);
                let Some(mut own) =
                    page.take(Fields::of(context, &table.name(name), value).map(Some))
                else {
                    continue;
                };
                let said = said(page, &mut own);
                page.close(&own);
                wants_signers(page, &own, &said, &read.every);
                read.folders.insert(id, said);
            }
            for (name, offset) in table.strangers().filter(|(name, _)| !ids.contains(name)) {
                let allowed = [TRUST, SIGNERS, KEY].map(str::to_owned).to_vec();
                let kind = ProblemKind::UnknownSetting { key: table.name(name), allowed };
                page.note(table.problem(offset, kind));
            }
            wants_signers(page, &table, &read.every, &Said::default());
        }
        let misspelt = root.misspelt().into_iter().filter(is_meant);
        read.slip = slip(page.problems[before..].iter().cloned().chain(misspelt).collect());
        read
    }
}

fn said(page: &mut Page, table: &mut Fields) -> Said {
    let codes = Trust::ALL.map(Trust::code);
    Said {
        trust: page.take(table.code(TRUST, Trust::from_code, &codes)),
        allowed_signers: path(page, table, SIGNERS),
        key: path(page, table, KEY),
    }
}

fn path(page: &mut Page, table: &mut Fields, key: &'static str) -> Option<PathBuf> {
    let text = page.take(table.string(key))?;
    if text.starts_with('/') || text.starts_with("~/") {
        return Some(text.into());
    }
    page.note(table.bad_value(key, text, &PATHS));
    None
}

/// A signature nobody could judge would be asked for.
fn wants_signers(page: &mut Page, table: &Fields, own: &Said, every: &Said) {
    let wanted = own.trust.or(every.trust).is_some_and(|trust| trust > Trust::Ledger);
    let listed = own.allowed_signers.is_some() || every.allowed_signers.is_some();
    if wanted && !listed && own.trust.is_some() {
        page.note(table.missing(SIGNERS));
    }
}

/// The first mistake; that there is no list is said by itself where it is the only one.
fn slip(problems: Vec<Problem>) -> Option<Unjudged> {
    let is_list = |problem: &&Problem| matches!(problem.kind, ProblemKind::MissingKey { .. });
    let other = problems.iter().find(|problem| !is_list(problem));
    let other = other.map(|problem| Unjudged::Settings { place: Some(place(problem)) });
    other.or_else(|| problems.first().map(|_| Unjudged::NoList))
}

/// `config.toml:2:9`
fn place(problem: &Problem) -> String {
    format!("{}:{}:{}", problem.path.as_str(), problem.line, problem.column)
}

/// A table that was meant to say something of approvals.
fn is_meant(problem: &Problem) -> bool {
    matches!(&problem.kind, ProblemKind::Misspelt { meant, .. } if meant == TABLE)
}

#[cfg(test)]
mod tests;
