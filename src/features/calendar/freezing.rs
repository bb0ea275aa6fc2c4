//! Holding back and letting go: which channel, which campaign or everything, asked twice.
//! What a freeze held back is told before it is lifted.

use crate::domain::{Change, ChangeSet, Freeze, Frozen, Label, Problem};
use crate::features::{Ctx, Outcome};
use crate::vocab::{Answer, Asks, Effect, ExternalEdit, Question, Says, Screen, Thaw};
use std::collections::BTreeSet;

/// So many campaigns are offered.
const CAMPAIGNS: usize = 4;

/// What can be let go and held back, everything last. `here`: the campaign under the cursor,
/// offered first among the campaigns.
pub fn ask(here: Option<&String>, ctx: &Ctx) -> Outcome {
    let freezes = &ctx.workspace.freezes;
    let mut answers = vec![leave()];
    for (at, freeze) in freezes.all.iter().enumerate() {
        if freezes.all[..at].iter().all(|other| other.what != freeze.what) {
            let says = Says::Thaw(named(&freeze.what, ctx));
            answers.push(Answer { says, effects: vec![show(lift(freeze, ctx))] });
        }
    }
    if let Some(problem) = freezes.faults.first() {
        answers.insert(1, mend(problem));
        let asks = Asks::FreezeUnread(problem.clone());
        return Outcome::effect(show(Question { asks, answers }));
    }
    let fresh = offers(here, ctx).into_iter().filter(|what| freezes.of(what).is_none());
    answers.extend(fresh.map(|what| Answer {
        says: Says::Freeze(named(&what, ctx)),
        effects: vec![show(hold(what, ctx))],
    }));
    let asks = Asks::WhatToFreeze { frozen: !freezes.is_empty() };
    Outcome::effect(show(Question { asks, answers }))
}

/// First everywhere: what the key that opened the question may do by itself is nothing.
fn leave() -> Answer {
    Answer { says: Says::LeaveIt, effects: Vec::new() }
}

fn mend(problem: &Problem) -> Answer {
    let (line, column) = (problem.line, problem.column);
    let file = ExternalEdit::File { path: problem.path.clone(), line, column };
    Answer { says: Says::MendFreezes, effects: vec![Effect::EditOutside(file)] }
}

fn show(question: Question) -> Effect {
    Effect::Show(Screen::Question(Box::new(question)))
}

fn named(what: &Frozen, ctx: &Ctx) -> Frozen {
    ctx.networks.named(ctx.workspace, what)
}

fn offers(here: Option<&String>, ctx: &Ctx) -> Vec<Frozen> {
    let known: BTreeSet<&String> =
        ctx.shelf.entries().filter_map(|entry| entry.post.campaign.as_ref()).collect();
    let others = known.into_iter().filter(|name| Some(*name) != here);
    let campaigns = here.into_iter().chain(others).take(CAMPAIGNS);
    let channels = ctx.workspace.channels.iter().map(|c| Frozen::Channel(c.key.clone()));
    let campaigns = campaigns.map(|name| Frozen::Campaign(name.clone()));
    channels.chain(campaigns).chain([Frozen::All]).collect()
}

/// The second question before something is held back.
fn hold(what: Frozen, ctx: &Ctx) -> Question {
    let posts = ctx.shelf.posts_held_by(&what, ctx.now.zone);
    let (shown, since, by) = (named(&what, ctx), ctx.now.utc, ctx.by.to_owned());
    let freeze = Freeze { what, since, by, why: None };
    let why = Screen::FreezeWhy { freeze: Box::new(freeze.clone()), posts };
    let label = Label::Freeze { what: shown.clone(), posts };
    let change = Change::Freeze { add: vec![freeze], remove: Vec::new() };
    let answers = vec![
        leave(),
        Answer {
            says: Says::Freeze(shown.clone()),
            effects: vec![Effect::Apply(ChangeSet::one(label, change))],
        },
        Answer { says: Says::FreezeWhy(shown.clone()), effects: vec![Effect::Show(why)] },
    ];
    Question { asks: Asks::Freeze { what: shown, posts }, answers }
}

/// The question before it is let go, with what it held back.
fn lift(freeze: &Freeze, ctx: &Ctx) -> Question {
    let held = ctx.shelf.held_by(&freeze.what, ctx.now.zone).into_iter();
    let held = held.filter(|card| freeze.kept(&card.placement, ctx.now.utc));
    let held = held.map(|card| card.entry.post.short_title().into_owned()).collect();
    let what = named(&freeze.what, ctx);
    let remove = ctx.workspace.freezes.all_of(&freeze.what);
    let change = Change::Freeze { add: Vec::new(), remove };
    let effects = vec![Effect::Apply(ChangeSet::one(Label::Thaw(what.clone()), change))];
    let answers = vec![leave(), Answer { says: Says::Thaw(what.clone()), effects }];
    let since = freeze.since.with_timezone(&ctx.now.zone).naive_local();
    let (by, why) = (freeze.by.clone(), freeze.why.clone());
    Question { asks: Asks::Thaw(Box::new(Thaw { what, by, since, why, held })), answers }
}
