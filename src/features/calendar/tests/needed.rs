//! Walking from one thing that needs a person to the next, over weeks and ideas.

use super::*;
use crate::domain::{Finding, FindingKind, Severity};
use crate::features::calendar::needs as footer;
use crate::features::calendar::{Cursor, Focus, set_filter};
use crate::vocab::{Need, Target, Why};
use Action as A;

/// A broken file, a post with suggestions, one that cannot go out next week, and an idea
/// with suggestions.
fn busy() -> Bottega {
    let b = suggested(broken(bottega(Language::Italian)), "nvm00000");
    let b = suggested(b, "1dea0000");
    let mut late = crate::domain::Post::new(id("sa1d0000"), "Saldi");
    late.when = Some(local("2026-12-01T09:00:00"));
    late.channels = vec!["ig".into()];
    let mut b = b.with(late);
    let mut entry = (**b.shelf.get(&id("sa1d0000")).expect("a post")).clone();
    let kind = FindingKind::NoWhen;
    entry.findings = vec![Finding::of_file(kind, Severity::Blocks)];
    b.shelf.put(entry);
    b
}

/// Where the cursor stands, said briefly.
fn at_now(state: &State) -> String {
    match (&state.focus, &state.idea, &state.cursor) {
        (Focus::Backlog, Some(idea), _) => idea.to_string(),
        (_, _, Cursor::Card { post, .. }) => post.to_string(),
        (_, _, Cursor::Problem { path, .. }) => path.file_name().to_owned(),
        (_, _, Cursor::Slot(slot)) => format!("{slot:?}"),
    }
}

fn walked(state: &mut State, action: A, times: usize, ctx: &Ctx) -> Vec<String> {
    let one = |_| {
        does(state, std::slice::from_ref(&action), ctx);
        at_now(state)
    };
    (0..times).map(one).collect()
}

#[test]
fn the_next_thing_that_needs_a_person_may_be_weeks_away_and_the_round_closes() {
    let b = busy();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let round = ["nvm00000", "sa1d0000", "1dea0000", "saldi.toml"];
    let onwards = walked(&mut state, A::NextNeed, 5, &ctx);
    // The published post of Monday is nobody's business any more; Tuesday's are late.
    assert_eq!(onwards[..3], round[..3]);
    assert_eq!(onwards[3], "saldi.toml", "round again, files first");
    assert_eq!(onwards[4], "ch1t0000", "nobody said that it went out");
}

#[test]
fn backwards_goes_the_same_way() {
    let b = busy();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let onwards = walked(&mut state, A::NextNeed, 6, &ctx);
    let mut back = walked(&mut state, A::PreviousNeed, 5, &ctx);
    back.reverse();
    assert_eq!(back, onwards[..5]);
}

#[test]
fn where_nothing_needs_a_person_the_key_says_so() {
    let mut b = bottega(Language::Italian);
    b.now.utc = "2026-11-23T06:00:00Z".parse().expect("an instant");
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let before = state.clone();
    assert_eq!(update(&mut state, &A::NextNeed, &ctx), Outcome::Disabled(Why::NothingNeedsYou));
    assert_eq!(state, before);
    let b = suggested(b, "nvm00000");
    let ctx = b.ctx();
    does(&mut state, &[A::PreviousNeed], &ctx);
    assert_eq!(at_now(&state), "nvm00000");
    let only = Outcome::Disabled(Why::NothingElseNeedsYou);
    assert_eq!(update(&mut state, &A::NextNeed, &ctx), only);
}

#[test]
fn what_the_filter_hides_is_not_walked_to() {
    let b = busy();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let only = crate::domain::Filter { channels: vec!["ig".into()], ..Default::default() };
    set_filter(&mut state, only, &ctx);
    let all = walked(&mut state, A::NextNeed, 8, &ctx);
    assert!(!all.contains(&"nvm00000".to_owned()), "{all:?}");
    assert!(all.contains(&"sa1d0000".to_owned()), "{all:?}");
}

#[test]
fn what_the_footer_counts_can_be_clicked_and_stays_in_the_week() {
    let b = busy();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let point = |need| A::Point(Target::Need(need));
    let waiting = walked(&mut state, point(Need::Waiting), 3, &ctx);
    assert_eq!(waiting, ["nvm00000", "1dea0000", "nvm00000"]);
    let refused = update(&mut state, &point(Need::Blocked), &ctx);
    assert_eq!(refused, Outcome::Disabled(Why::NothingNeedsYou), "that one is next week");
    let cx = b.view();
    let counted = footer(&state, &crate::features::calendar::Grid::of(&state, &cx.ctx), &cx);
    let actions: Vec<_> = counted.iter().filter_map(|need| need.action.clone()).collect();
    let counts = [Need::Broken, Need::Overdue, Need::Elsewhere, Need::Waiting].map(point);
    let late = [counts.as_slice(), &[A::GoIdeas]].concat();
    assert_eq!(actions, late);
}

#[test]
fn what_cannot_wait_in_other_weeks_is_counted_in_the_footer_with_its_key() {
    let b = busy();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let said = |state: &State| {
        let cx = b.view();
        let counted = footer(state, &crate::features::calendar::Grid::of(state, &cx.ctx), &cx);
        let mut elsewhere = counted
            .into_iter()
            .filter(|need| need.action == Some(A::Point(Target::Need(Need::Elsewhere))));
        elsewhere.next().map(|need| (need.text, need.warm))
    };
    let one = "1 cosa da vedere in un’altra settimana: d".to_owned();
    assert_eq!(said(&state), Some((one, true)), "next week's post that cannot go out");
    does(&mut state, &[A::Point(Target::Need(Need::Elsewhere))], &ctx);
    assert_eq!(at_now(&state), "sa1d0000");
    let back = "3 cose da vedere in altre settimane: d".to_owned();
    assert_eq!(said(&state), Some((back, true)), "the broken file and the two late posts");
}

#[test]
fn a_post_that_is_late_at_two_times_is_one_thing_to_see_to() {
    let mut post = Bottega::launch();
    let own = post.variants.entry("linkedin".into()).or_default();
    own.when = Some(local("2026-11-24T08:00:00"));
    let b = bottega(Language::Italian).with(post);
    let state = opened(&b.ctx());
    let grid = crate::features::calendar::grid::Grid::of(&state, &b.ctx());
    let late = |card: &&crate::features::calendar::grid::Card| card.0.is_overdue(b.now.utc);
    assert_eq!(grid.cards().filter(late).count(), 3, "two of one post, and another's");
    assert_eq!(footer::counts(&state, &grid, &b.ctx()).overdue, 2);
}

#[test]
fn the_posts_are_compared_behind_the_screen_once_after_each_change() {
    let mut b = bottega(Language::Italian);
    let mut post = (**b.shelf.get(&id("nvm00000")).expect("a post")).clone();
    let mut state = opened(&b.ctx());
    let compares = |state: &mut State, ctx: &Ctx| {
        let heard = read(state, "posts/2026/W48", ctx).into_iter();
        let asked = heard.filter_map(|effect| match effect {
            Effect::Compare { stamp, posts } => Some((stamp, posts)),
            _ => None,
        });
        asked.collect::<Vec<_>>()
    };
    assert_eq!(compares(&mut state, &b.ctx()), [], "nobody looks for it behind the screen");
    b.shelf.expect_plan();
    let first = compares(&mut state, &b.ctx());
    assert_eq!((first.len(), first[0].0.today), (1, b.ctx().now.today()));
    assert_eq!(compares(&mut state, &b.ctx()), [], "nothing has changed");
    post.post.text.push_str(" E non di più.");
    b.shelf.put(post);
    let again = compares(&mut state, &b.ctx());
    assert!(again.len() == 1 && again[0].0 != first[0].0);
    let warned = |b: &Bottega, state: &State| {
        let grid = crate::features::calendar::grid::Grid::of_week(state.week(), state, &b.ctx());
        footer::counts(state, &grid, &b.ctx()).warned
    };
    assert_eq!(warned(&b, &state), 0);
    let finding = Finding::of_file(FindingKind::NoWhen, Severity::Warns);
    let path = b.shelf.get(&id("nvm00000")).expect("a post").path.clone();
    let findings = [(path, vec![finding])].into();
    let plan = crate::domain::Plan { findings, ..Default::default() };
    b.shelf.set_plan(again[0].0, plan.into());
    assert_eq!(warned(&b, &state), 1, "what was found is shown");
}

#[test]
fn what_is_asked_of_me_passes_a_filter_for_what_needs_me_and_of_others_it_does_not() {
    let mut b = bottega(Language::Italian);
    let note = crate::domain::Note {
        id: id("5t8w2zqc"),
        post: id("pr0m0000"),
        at: b.now.utc,
        by: "Bea Riva <bea@example.org>".into(),
        kind: crate::domain::NoteKind::Ask,
        to: None,
        about: None,
        channel: None,
        quote: None,
        text: "Puoi guardarlo?".into(),
    };
    let shown = |b: &Bottega, by: &str| {
        let ctx = Ctx { by, ..b.ctx() };
        let mut state = opened(&ctx);
        state.filter = crate::domain::Filter { needs_person: true, ..Default::default() };
        let grid = crate::features::calendar::grid::Grid::of(&state, &ctx);
        grid.cards().any(|card| card.entry.post.id == id("pr0m0000"))
    };
    let (ada, bea) = ("Ada Neri <ada@example.org>", "Bea Riva <bea@example.org>");
    assert!(!shown(&b, ada), "nothing is to be done about it");
    b.shelf.replace_notes(id("pr0m0000"), vec![note], Vec::new());
    assert!(shown(&b, ada), "Bea asks for a review");
    assert!(!shown(&b, bea), "she waits for one");
}
