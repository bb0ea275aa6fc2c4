//! Where a step back or forth happened: the post it touched, by name, and the place to look
//! at. The line at the bottom names it; what is out of sight is gone to. Changes nothing.

use super::{App, Layer};
use crate::domain::{Change, ChangeSet, Entry, Id, Shelf, placements};
use crate::features::{calendar, drafts};
use crate::vocab::{Effect, Event, Notice, Way};
use chrono::{NaiveDate, NaiveTime};
use std::sync::Arc;

/// The first post of a step, as it stands, or as it stood where the step took it away.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Whereabouts {
    post: Id,
    title: String,
    /// Its first card; `None` for an idea.
    card: Option<(NaiveDate, Option<NaiveTime>)>,
    is_there: bool,
}

impl App {
    /// What an event that storage has carried out was done to; asked before the world takes
    /// it in, and after.
    pub(super) fn touched(&self, event: &Event) -> Option<Whereabouts> {
        let Event::Applied { set, .. } = event else { return None };
        let entry = first_of(set, &self.world.shelf)?;
        let cards = placements(&entry.post, self.world.workspace.zone);
        let time = |when: crate::domain::When, at: NaiveTime| when.has_time().then_some(at);
        Some(Whereabouts {
            post: entry.post.id.clone(),
            title: entry.post.short_title().into_owned(),
            card: cards.first().map(|p| (p.wall.date(), time(p.when, p.wall.time()))),
            is_there: true,
        })
    }

    /// The posts somebody stands behind that an event brings in another version; asked before
    /// the world takes it in.
    pub(super) fn approved(&self, event: &Event) -> Vec<Id> {
        let Event::Applied { entries, .. } = event else { return Vec::new() };
        let ids = entries.iter().map(|entry| &entry.post.id);
        let stands =
            |id: &&Id| self.world.shelf.get(id).is_some_and(|e| e.consent.given().is_some());
        ids.filter(stands).cloned().collect()
    }

    /// What was done is told with what it cost: the approvals that it ended.
    pub(super) fn say_voided(&mut self, stood: &[Id]) {
        let fell = |id: &&Id| {
            let entry = self.world.shelf.get(id);
            entry.is_some_and(|e| e.consent.voided().is_some() && !e.consent.is_glance())
        };
        let count = stood.iter().filter(fell).count();
        if count > 0
            && let Some(said) = self.notice.take()
        {
            self.notice = Some(Notice::Voided { said: Box::new(said), count });
        }
    }

    /// Names the post of a step back or forth, and goes to where it happened when that is
    /// out of sight. Whoever is in the middle of something stays there.
    pub(super) fn show_step(
        &mut self,
        before: Option<Whereabouts>,
        after: Option<Whereabouts>,
    ) -> Vec<Effect> {
        let Some(said) = self.notice.take_if(|notice| is_step(notice)) else { return Vec::new() };
        let gone = before.map(|stood| Whereabouts { is_there: false, ..stood });
        let Some(at) = after.or(gone) else {
            self.notice = Some(said);
            return Vec::new();
        };
        let post = at.title.trim().to_owned();
        let named = || Notice::About { said: Box::new(said.clone()), post: post.clone() };
        self.notice = Some(if post.is_empty() { said.clone() } else { named() });
        let Some((date, time)) = at.card else { return Vec::new() };
        let covered = !self.layers.is_empty();
        if covered && !self.layers.iter().all(|layer| is_idle_elsewhere(layer, &at.post)) {
            return Vec::new();
        }
        let in_sight = !covered && crate::domain::Week::of(date) == self.calendar.week();
        if in_sight || self.calendar.moving().is_some() {
            return Vec::new();
        }
        self.close_all();
        let ctx = self.world.ctx(self.body_pane());
        let post = at.is_there.then_some(&at.post);
        calendar::go_to(&mut self.calendar, (date, time), post, &ctx)
    }
}

fn is_step(notice: &Notice) -> bool {
    match notice {
        Notice::Undone(_) | Notice::Redone(_) => true,
        Notice::Judged { way, .. } => *way != Way::Done,
        _ => false,
    }
}

/// A screen of another post on which nothing is under way.
fn is_idle_elsewhere(layer: &Layer, post: &Id) -> bool {
    match layer {
        Layer::Drafts(state) => {
            let is_about = |pane: &drafts::Pane| pane.brief.new_post.as_ref() == Some(post);
            state.post != *post && state.is_idle() && !state.panes.iter().any(is_about)
        }
        Layer::Origin(state) => state.post != *post,
        _ => false,
    }
}

fn first_of<'a>(set: &ChangeSet, shelf: &'a Shelf) -> Option<&'a Arc<Entry>> {
    set.changes.iter().find_map(|change| match change {
        Change::Edit { path, to, .. } => {
            to.as_ref().and_then(|to| shelf.at(to)).or_else(|| shelf.at(path))
        }
        Change::Create { path, .. } | Change::Trash { path } | Change::Restore { path } => {
            shelf.at(path)
        }
        Change::Decide { post, .. } => shelf.get(post),
        Change::Note(note) => shelf.get(&note.post),
        Change::Suggest(_)
        | Change::Facts { .. }
        | Change::Learn { .. }
        | Change::Freeze { .. } => None,
    })
}
