use super::*;
use crate::domain::{Change, FieldEdit, FieldValue, Label, When};
use crate::features::calendar::{Cursor, Mode, scopes};
use crate::vocab::{Scope, Target, Why};
use Action as A;

fn edit(set: &crate::domain::ChangeSet) -> (&RelPath, Option<&RelPath>, &[FieldEdit]) {
    let [Change::Edit { path, to, edits }] = set.changes.as_slice() else { panic!("{set:?}") };
    (path, to.as_ref(), edits)
}

fn moved(edits: &[FieldEdit]) -> Vec<(String, Option<When>)> {
    let when = |value: &Option<FieldValue>| match value {
        Some(FieldValue::When(when)) => Some(*when),
        None => None,
        other => panic!("{other:?}"),
    };
    edits
        .iter()
        .map(|edit| match edit {
            FieldEdit::Replace { key, to, .. } => (key.join("."), when(to)),
            other => panic!("{other:?}"),
        })
        .collect()
}

#[test]
fn a_card_is_carried_by_arrows_and_put_down_with_enter() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let effects = does(&mut state, &[A::Move, A::Right, A::Down, A::Down, A::Confirm], &ctx);
    let set = applied(effects);
    assert_eq!(set.label, Label::Move);
    let (_, to, edits) = edit(&set);
    assert_eq!(to, None, "the same week, the same folder");
    assert_eq!(moved(edits), [("when".into(), Some(local("2026-11-26T13:00:00")))]);
    assert_eq!(state.cursor, on_card("pr0m0000", "2026-11-26T13:00:00"));
}

#[test]
fn nothing_happens_until_the_card_is_put_down_and_esc_puts_the_cursor_back() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let before = state.cursor.clone();
    let effects = does(&mut state, &[A::Move, A::NextWeek, A::Left, A::Cancel], &ctx);
    assert!(!effects.iter().any(|e| matches!(e, Effect::Apply(_))));
    assert_eq!((state.cursor, state.mode), (before, Mode::Browse));
}

#[test]
fn another_week_is_another_folder_with_the_same_file_name() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let set = applied(does(&mut state, &[A::Move, A::NextWeek, A::Confirm], &ctx));
    let (path, to, _) = edit(&set);
    let to = to.expect("a rename");
    assert_eq!((to.parent(), to.file_name()), ("posts/2026/W49", path.file_name()));
}

#[test]
fn what_has_gone_out_stays_where_it_is() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = on_card("gm1t0000", "2026-11-23T12:15:00");
    for action in [A::Move, A::MoveAll, A::PushWeek, A::ToBacklog, A::MarkPublished] {
        let outcome = update(&mut state, &action, &ctx);
        assert_eq!(outcome, Outcome::Disabled(Why::AlreadyPublished), "{action:?}");
    }
}

/// The launch, with `linkedin` a day later.
fn split() -> Bottega {
    let mut post = Bottega::launch();
    post.variants.entry("linkedin".into()).or_default().when = Some(local("2026-11-25T08:45:00"));
    bottega(Language::Italian).with(post)
}

#[test]
fn one_card_of_a_post_moves_alone_and_all_of_them_keep_their_distance() {
    let b = split();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = on_card("k3f9q7ab", "2026-11-25T08:45:00");
    let set = applied(does(&mut state, &[A::Move, A::Right, A::Confirm], &ctx));
    let own = ("variants.linkedin.when".to_owned(), Some(local("2026-11-26T08:45:00")));
    assert_eq!(moved(edit(&set).2), std::slice::from_ref(&own));

    state.cursor = on_card("k3f9q7ab", "2026-11-24T18:30:00");
    let set = applied(does(&mut state, &[A::MoveAll, A::Right, A::Confirm], &ctx));
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(local("2026-11-25T18:30:00"))), own]);
}

#[test]
fn an_idea_gets_the_next_usual_slot_and_a_folder_and_goes_back_with_one_key() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let set = applied(does(&mut state, &[A::GoIdeas, A::Move, A::Confirm], &ctx));
    let (path, to, edits) = edit(&set);
    assert_eq!(path.parent(), "ideas");
    assert_eq!(to.map(RelPath::parent), Some("posts/2026/W48"));
    assert_eq!(moved(edits), [("when".into(), Some(local("2026-11-27T12:30:00")))]);

    state.cursor = on_card("pr0m0000", "2026-11-25T12:30:00");
    let set = applied(does(&mut state, &[A::ToBacklog], &ctx));
    let (_, to, edits) = edit(&set);
    assert_eq!(to.map(RelPath::parent), Some("ideas"));
    assert_eq!(moved(edits), [("when".into(), None)]);
}

#[test]
fn an_hour_that_the_clocks_skip_is_refused_with_the_two_nearest() {
    let mut post = Bottega::launch();
    post.when = Some(local("2026-03-28T02:30:00"));
    let mut b = Bottega::new(Language::Italian).with(post);
    b.now.utc = "2026-03-27T09:00:00Z".parse().expect("an instant");
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    state.cursor = on_card("k3f9q7ab", "2026-03-28T02:30:00");
    let effects = does(&mut state, &[A::Move, A::Right, A::Confirm], &ctx);
    assert!(!effects.iter().any(|e| matches!(e, Effect::Apply(_))));
    assert_eq!(super::super::scopes(&state)[0], crate::vocab::Scope::Question);
    let set = applied(does(&mut state, &[A::Choose(2)], &ctx));
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(local("2026-03-29T03:00:00")))]);
}

#[test]
fn an_hour_that_comes_twice_is_asked_about_and_kept_as_an_offset() {
    let mut post = Bottega::launch();
    post.when = Some(local("2026-10-24T02:30:00"));
    let mut b = Bottega::new(Language::Italian).with(post);
    b.now.utc = "2026-10-23T09:00:00Z".parse().expect("an instant");
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    state.cursor = on_card("k3f9q7ab", "2026-10-24T02:30:00");
    does(&mut state, &[A::Move, A::Right, A::Confirm], &ctx);
    let set = applied(does(&mut state, &[A::Choose(2)], &ctx));
    let second = "2026-10-25T02:30:00+01:00".parse().expect("a moment");
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(When::Offset(second)))]);
}

/// What becomes of the times of a post, by their keys.
type Times = Vec<(String, Option<When>)>;

/// Each post that is edited, with what becomes of its times.
fn all_moved(set: &crate::domain::ChangeSet) -> Vec<(&str, Times)> {
    let mut all = Vec::new();
    for change in &set.changes {
        let Change::Edit { path, edits, .. } = change else { panic!("{change:?}") };
        all.push((path.file_name().split('.').nth(1).unwrap_or_default(), moved(edits)));
    }
    all
}

/// A post for one channel at each of these times, in the weeks before the clocks change.
fn planned(times: &[(&str, &str)]) -> Bottega {
    let mut b = Bottega::new(Language::Italian);
    b.now.utc = "2026-03-10T09:00:00Z".parse().expect("an instant");
    for (key, when) in times {
        let mut post = crate::domain::Post::new(id(key), "Filo");
        (post.when, post.channels) = (Some(local(when)), vec!["ig".into()]);
        b = b.with(post);
    }
    b
}

fn common(when: &str) -> Vec<(String, Option<When>)> {
    vec![("when".into(), Some(local(when)))]
}

#[test]
fn of_several_posts_only_the_one_whose_hour_is_skipped_gets_another() {
    let times = [("m0nd4y00", "2026-03-16T10:00:00"), ("s0nd4y00", "2026-03-22T02:30:00")];
    let b = planned(&times);
    let ctx = b.ctx();
    for push in [true, false] {
        let mut state = State::new(ctx.now.today());
        state.cursor = on_card("s0nd4y00", times[1].1);
        state.mode = Mode::Range(on_card("m0nd4y00", times[0].1));
        if push {
            does(&mut state, &[A::PushWeek], &ctx);
        } else {
            does(&mut state, &[A::Move, A::NextWeek, A::Confirm], &ctx);
        }
        let set = applied(does(&mut state, &[A::Choose(2)], &ctx));
        let monday = ("m0nd4y00", common("2026-03-23T10:00:00"));
        let sunday = ("s0nd4y00", common("2026-03-29T03:00:00"));
        assert_eq!(all_moved(&set), [monday, sunday]);
        assert_eq!(state.cursor, on_card("m0nd4y00", "2026-03-23T10:00:00"));
    }
}

#[test]
fn of_a_whole_post_only_the_channel_whose_hour_is_skipped_gets_another() {
    let mut post = Bottega::launch();
    post.when = Some(local("2026-03-28T10:00:00"));
    post.variants.entry("linkedin".into()).or_default().when = Some(local("2026-03-28T02:30:00"));
    let b = planned(&[]).with(post);
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    state.cursor = on_card("k3f9q7ab", "2026-03-28T10:00:00");
    does(&mut state, &[A::MoveAll, A::Right, A::Confirm], &ctx);
    let set = applied(does(&mut state, &[A::Choose(1)], &ctx));
    let own = ("variants.linkedin.when".into(), Some(local("2026-03-29T01:59:00")));
    let mut both = common("2026-03-29T10:00:00");
    both.push(own);
    assert_eq!(moved(edit(&set).2), both);
    assert_eq!(state.cursor, on_card("k3f9q7ab", "2026-03-29T10:00:00"));
}

#[test]
fn each_hour_that_is_skipped_or_comes_twice_has_its_own_question() {
    let times = [("f1rst000", "2026-03-22T02:15:00"), ("sec0nd00", "2026-03-22T02:45:00")];
    let b = planned(&times);
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    state.cursor = on_card("sec0nd00", times[1].1);
    state.mode = Mode::Range(on_card("f1rst000", times[0].1));
    does(&mut state, &[A::PushWeek], &ctx);
    let effects = does(&mut state, &[A::Choose(1)], &ctx);
    assert!(!effects.iter().any(|e| matches!(e, Effect::Apply(_))), "the second is asked about");
    let set = applied(does(&mut state, &[A::Choose(2)], &ctx));
    let first = ("f1rst000", common("2026-03-29T01:59:00"));
    let second = ("sec0nd00", common("2026-03-29T03:00:00"));
    assert_eq!(all_moved(&set), [first, second]);
    assert_eq!(state.cursor, on_card("f1rst000", "2026-03-29T01:59:00"));
}

#[test]
fn a_card_that_goes_on_has_forgotten_the_answers_for_where_it_was() {
    let b = planned(&[("f1rst000", "2026-03-28T02:30:00"), ("sec0nd00", "2026-03-28T02:45:00")]);
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    state.cursor = on_card("sec0nd00", "2026-03-28T02:45:00");
    state.mode = Mode::Range(on_card("f1rst000", "2026-03-28T02:30:00"));
    let on = [A::Move, A::Right, A::Confirm, A::Choose(1), A::Right, A::Confirm];
    let set = applied(does(&mut state, &on, &ctx));
    let first = ("f1rst000", common("2026-03-30T02:30:00"));
    assert_eq!(all_moved(&set), [first, ("sec0nd00", common("2026-03-30T02:45:00"))]);
    assert_eq!(state.cursor, on_card("f1rst000", "2026-03-30T02:30:00"));
}

#[test]
fn a_post_without_a_time_gets_one_by_going_down() {
    let mut post = Bottega::launch();
    post.when = Some(When::Day("2026-11-27".parse().expect("a date")));
    let b = bottega(Language::Italian).with(post);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = Cursor::Card { post: post_id(), wall: at("2026-11-27T00:00:00"), timed: false };
    let set = applied(does(&mut state, &[A::Move, A::Down, A::Confirm], &ctx));
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(local("2026-11-27T12:30:00")))]);
}

fn post_id() -> Id {
    post("k3f9q7ab")
}

#[test]
fn a_week_is_pushed_with_the_time_kept() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let set = applied(does(&mut state, &[A::PushWeek], &ctx));
    assert_eq!(set.label, Label::Push);
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(local("2026-12-02T12:30:00")))]);
}

#[test]
fn the_mouse_carries_a_card_to_another_day_at_its_own_hour() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let there = |hour: &str| Target::Slot {
        date: "2026-11-28".parse().expect("a date"),
        time: Some(hour.parse().expect("a time")),
    };
    let pointed =
        A::Point(Target::Card { post: post("pr0m0000"), wall: at("2026-11-25T12:30:00") });
    does(&mut state, &[pointed, A::DragTo(there("08:00:00")), A::DragTo(there("12:00:00"))], &ctx);
    let set = applied(does(&mut state, &[A::Drop(there("12:00:00"))], &ctx));
    assert_eq!(moved(edit(&set).2), [("when".into(), Some(local("2026-11-28T12:30:00")))]);
}

#[test]
fn a_carried_card_stays_in_hand_while_the_folder_changes_around_it() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Move, A::Right], &ctx);
    let before = state.mode.clone();
    read(&mut state, "posts/2026/W48", &ctx);
    assert_eq!(state.mode, before);
}

#[test]
fn an_idea_in_hand_is_carried_over_the_week_with_nothing_lying_on_it() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::GoIdeas, A::First, A::Move], &ctx);
    assert!(state.moving().is_some());
    assert_eq!(state.drawer, crate::features::calendar::Drawer::None);
}

#[test]
fn an_idea_is_brought_to_the_empty_place_where_it_was_asked_for() {
    let mut idea = crate::domain::Post::new(post("1dea0000"), "Dietro il telaio");
    idea.text = "Chi tesse la lana.".into();
    let b = bottega(Language::Italian).with(idea);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let place =
        Cursor::slot("2026-11-28".parse().expect("a date"), Some(at("2026-11-28T12:00:00").time()));
    state.cursor = place.clone();
    does(&mut state, &[A::Move], &ctx);
    assert!(state.bringing, "the ideas are shown, and one is to be chosen");
    assert_eq!(scopes(&state), [Scope::Bring, Scope::Backlog]);
    does(&mut state, &[A::Cancel], &ctx);
    assert_eq!((state.bringing, &state.cursor), (false, &place), "Esc leaves it");
    assert_eq!(scopes(&state), [Scope::Week]);

    does(&mut state, &[A::Move], &ctx);
    state.idea = Some(post("1dea0000"));
    let set = applied(does(&mut state, &[A::Confirm], &ctx));
    let (path, to, edits) = edit(&set);
    assert_eq!((path.parent(), to.map(RelPath::parent)), ("ideas", Some("posts/2026/W48")));
    assert_eq!(moved(edits), [("when".into(), Some(local("2026-11-28T12:00:00")))]);
    assert_eq!(state.cursor, on_card("1dea0000", "2026-11-28T12:00:00"));
}

#[test]
fn an_idea_without_channels_takes_those_of_the_usual_slot_it_is_put_on() {
    let idea = crate::domain::Post::new(post("1dea0000"), "Dietro il telaio");
    let b = bottega(Language::Italian).with(idea);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let friday = at("2026-11-27T12:30:00");
    state.cursor = Cursor::slot(friday.date(), Some(friday.time()));
    does(&mut state, &[A::Move], &ctx);
    state.idea = Some(post("1dea0000"));
    let set = applied(does(&mut state, &[A::Confirm], &ctx));
    let [FieldEdit::Replace { to: when, .. }, FieldEdit::Replace { key, to, .. }] = edit(&set).2
    else {
        panic!("{set:?}")
    };
    assert_eq!(*when, Some(FieldValue::When(local("2026-11-27T12:30:00"))));
    assert_eq!(
        (key.join(".").as_str(), to),
        ("channels", &Some(FieldValue::List(vec!["ig".into()])))
    );
}

#[test]
fn the_ghost_of_an_idea_begins_at_its_usual_slot_not_at_a_band_nobody_chose() {
    let mut idea = crate::domain::Post::new(post("1dea0000"), "Dietro il telaio");
    idea.channels = vec!["ig".into()];
    let b = bottega(Language::Italian).with(idea);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    // The row is there for another day's slot; here it is only where the cursor happened to be.
    state.cursor =
        Cursor::slot("2026-11-27".parse().expect("a date"), Some(at("2026-11-27T08:00:00").time()));
    state.idea = Some(post("1dea0000"));
    does(&mut state, &[A::GoIdeas], &ctx);
    state.idea = Some(post("1dea0000"));
    does(&mut state, &[A::Move], &ctx);
    assert_eq!(state.moving().expect("in hand").to, at("2026-11-27T12:30:00"));
}
