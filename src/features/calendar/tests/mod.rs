//! The calendar tried as a person uses it: actions in, state and effects out, and how
//! the week looks.

mod looks;
mod moves;
mod needed;
mod operations;
mod steps;

use super::{State, on_event, start, update};
use crate::domain::{Id, Problem, ProblemKind, Published, RelPath, Slot, Suggestion, Week};
use crate::features::fixture::{Bottega, id, local};
use crate::features::{Ctx, Outcome};
use crate::i18n::Language;
use crate::vocab::{Action, Effect, Event};
use chrono::{NaiveDateTime, NaiveTime, Weekday};

/// Week 48 of 2026 on its Wednesday morning: a bit of everything.
pub fn bottega(language: Language) -> Bottega {
    let mut b = Bottega::new(language);
    b.now.utc = "2026-11-25T09:24:00Z".parse().expect("an instant");
    b.networks = crate::checks::networks().clone();
    let slots = |days: &[Weekday], time: &str| -> Vec<Slot> {
        let time: NaiveTime = time.parse().expect("a time");
        days.iter().map(|day| Slot { day: *day, time }).collect()
    };
    b.workspace.channels[0].slots = slots(&[Weekday::Mon, Weekday::Wed, Weekday::Fri], "12:30:00");
    b.workspace.channels[1].slots = slots(&[Weekday::Tue, Weekday::Thu], "08:45:00");
    let posts = [
        ("gm1t0000", "Gomitoli", "2026-11-23T12:15:00", &["ig"][..]),
        ("ch1t0000", "Chi tesse la lana", "2026-11-24T08:45:00", &["linkedin"][..]),
        ("pr0m0000", "Promo week", "2026-11-25T12:30:00", &["ig"][..]),
        ("nvm00000", "Un numero, tre mani", "2026-11-26T08:30:00", &["linkedin"][..]),
        (
            "t1nt0000",
            "Tinture naturali: il blu del guado 🧶",
            "2026-11-27T18:00:00",
            &["ig", "linkedin"][..],
        ),
    ];
    let mut b = b.with(Bottega::launch());
    for (key, title, when, channels) in posts {
        let mut post = crate::domain::Post::new(id(key), title);
        post.when = Some(local(when));
        post.channels = channels.iter().map(|c| (*c).to_owned()).collect();
        post.text = format!("{title}. Da lunedì in bottega, con #lana e pazienza.");
        if key == "gm1t0000" {
            let at = "2026-11-23T11:15:04Z".parse().expect("an instant");
            post.published.insert("ig".into(), Published { at, url: None });
        }
        b = b.with(post);
    }
    let mut idea = crate::domain::Post::new(id("1dea0000"), "Dietro le quinte del telaio");
    idea.channels = vec!["ig".into()];
    idea.text = "Il telaio racconta.".into();
    let mut b = b.with(idea);
    for week in [48, 49] {
        let week = Week::new(2026, week).expect("a week");
        let (inside, _): (Vec<_>, Vec<_>) =
            b.shelf.entries().cloned().partition(|e| e.path.parent() == week.folder());
        b.shelf.replace_folder(&week.folder(), inside, Vec::new());
    }
    b
}

/// Adds a suggestion that nobody has decided about.
pub fn suggested(mut b: Bottega, post: &str) -> Bottega {
    let suggestion = Suggestion {
        id: id("4t8w2zqc"),
        post: id(post),
        at: "2026-11-24T10:00:00Z".parse().expect("an instant"),
        brief: crate::domain::Brief::default(),
        source: crate::domain::SuggestionSource::default(),
        text: crate::domain::ModelText::new("Tre mani, un numero solo."),
        hashtags: Vec::new(),
        extras: crate::domain::Extras::default(),
        fragment: None,
        decisions: Vec::new(),
    };
    b.shelf.set_suggestions(id(post), vec![suggestion]);
    b
}

/// Adds a file of week 48 that cannot be read.
pub fn broken(mut b: Bottega) -> Bottega {
    b.shelf.put_problem(Problem {
        path: RelPath::new("posts/2026/W48/saldi.toml"),
        line: 3,
        column: 8,
        kind: ProblemKind::DuplicateKey { key: "title".into() },
    });
    b
}

/// The room after its week was read: the cursor has landed.
pub fn opened(ctx: &Ctx) -> State {
    let mut state = State::new(ctx.now.today());
    start(&mut state, ctx);
    read(&mut state, "posts/2026/W48", ctx);
    state
}

pub fn read(state: &mut State, folder: &str, ctx: &Ctx) -> Vec<Effect> {
    let event =
        Event::FolderRead { folder: folder.into(), entries: Vec::new(), problems: Vec::new() };
    on_event(state, &event, ctx)
}

/// Does what is asked and returns what is to be carried out; panics when it is refused.
pub fn does(state: &mut State, actions: &[Action], ctx: &Ctx) -> Vec<Effect> {
    let mut effects = Vec::new();
    for action in actions {
        match update(state, action, ctx) {
            Outcome::Handled(more) => effects.extend(more),
            other => panic!("{action:?}: {other:?}"),
        }
    }
    effects
}

/// The change set among the effects.
pub fn applied(effects: Vec<Effect>) -> crate::domain::ChangeSet {
    let mut sets = effects.into_iter().filter_map(|effect| match effect {
        Effect::Apply(set) => Some(set),
        _ => None,
    });
    sets.next().expect("a change set")
}

pub fn on_card(key: &str, wall: &str) -> super::Cursor {
    super::Cursor::Card { post: post(key), wall: at(wall), timed: true }
}

pub fn post(key: &str) -> Id {
    id(key)
}

pub fn at(text: &str) -> NaiveDateTime {
    text.parse().expect("a date and time")
}
