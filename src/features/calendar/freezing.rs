//! Holding back and letting go: which channel, which campaign or everything, asked twice.
//! What a freeze held back is told before it is lifted.

use crate::domain::{Change, ChangeSet, Freeze, Frozen, Label};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Answer, Asks, Effect, Question, Says, Screen};
use std::collections::BTreeSet;

/// So many campaigns are offered.
const CAMPAIGNS: usize = 4;

/// What can be held back and let go. `here`: the campaign under the cursor, offered first.
pub fn ask(here: Option<&String>, ctx: &Ctx) -> Outcome {
    let freezes = &ctx.workspace.freezes;
    let thaw = freezes.all.iter().map(|freeze| Answer {
        says: Says::Thaw(freeze.what.clone()),
        effects: vec![show(lift(freeze, ctx))],
    });
    let fresh = offers(here, ctx).into_iter().filter(|what| freezes.of(what).is_none());
    let freeze = fresh.map(|what| Answer {
        says: Says::Freeze(what.clone()),
        effects: vec![show(hold(what, ctx))],
    });
    let answers: Vec<Answer> = thaw.chain(freeze).collect();
    Outcome::effect(show(Question { asks: Asks::WhatToFreeze, answers }))
}

fn show(question: Question) -> Effect {
    Effect::Show(Screen::Question(Box::new(question)))
}

fn offers(here: Option<&String>, ctx: &Ctx) -> Vec<Frozen> {
    let known: BTreeSet<&String> =
        ctx.shelf.entries().filter_map(|entry| entry.post.campaign.as_ref()).collect();
    let others = known.into_iter().filter(|name| Some(*name) != here);
    let campaigns = here.into_iter().chain(others).take(CAMPAIGNS);
    let channels = ctx.workspace.channels.iter().map(|c| Frozen::Channel(c.key.clone()));
    std::iter::once(Frozen::All)
        .chain(channels)
        .chain(campaigns.map(|name| Frozen::Campaign(name.clone())))
        .collect()
}

/// The second question before something is held back.
fn hold(what: Frozen, ctx: &Ctx) -> Question {
    let posts = ctx.shelf.held_by(&what, ctx.now.zone).len();
    let (since, by) = (ctx.now.utc, ctx.by.to_owned());
    let freeze = Freeze { what: what.clone(), since, by, why: None };
    let change = Change::Freeze { add: vec![freeze], remove: Vec::new() };
    let effects = vec![Effect::Apply(ChangeSet::one(Label::Freeze, change))];
    Question::go_ahead(Asks::Freeze { what, posts }, effects)
}

/// The question before it is let go, with what it held back.
fn lift(freeze: &Freeze, ctx: &Ctx) -> Question {
    let held = ctx.shelf.held_by(&freeze.what, ctx.now.zone).into_iter();
    let held = held.filter(|card| freeze.kept(&card.placement, ctx.now.utc));
    let held = held.map(|card| card.entry.post.short_title().into_owned()).collect();
    let change = Change::Freeze { add: Vec::new(), remove: vec![freeze.clone()] };
    let effects = vec![Effect::Apply(ChangeSet::one(Label::Thaw, change))];
    let (what, by, since) = (freeze.what.clone(), freeze.by.clone(), freeze.since);
    let since = since.with_timezone(&ctx.now.zone).naive_local();
    Question::go_ahead(Asks::Thaw { what, by, since, held }, effects)
}
