use super::*;
use crate::domain::{ContentHash, Entry, When};
use crate::features::calendar::grid::RowKind;
use crate::features::calendar::{Cursor, Focus, Grid, Mode, go_to, scopes, set_filter};
use crate::vocab::{Scope, Slot, Target};
use Action as A;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn slot(date: &str, time: &str) -> Cursor {
    Cursor::Slot(Slot { date: day(date), time: Some(time.parse().expect("a time")) })
}

#[test]
fn the_cursor_lands_on_the_first_post_from_now_on() {
    let b = bottega(Language::Italian);
    let state = opened(&b.ctx());
    assert_eq!(state.cursor, on_card("pr0m0000", "2026-11-25T12:30:00"));
}

#[test]
fn what_is_read_first_is_the_week_on_screen_and_nothing_is_asked_twice() {
    let b = Bottega::new(Language::Italian);
    let ctx = b.ctx();
    let mut state = State::new(ctx.now.today());
    let effects = start(&mut state, &ctx);
    let week = Week::new(2026, 47).expect("a week");
    assert_eq!(effects[0], Effect::ReadWeek(week));
    let reads = effects.iter().filter(|e| matches!(e, Effect::ReadWeek(_))).count();
    assert_eq!(reads, 9);
    let again = does(&mut state, &[A::NextWeek], &ctx);
    let reads: Vec<_> = again.iter().filter(|e| matches!(e, Effect::ReadWeek(_))).collect();
    assert_eq!(reads, [&Effect::ReadWeek(week.offset(5))]);
    assert!(again.iter().any(|e| matches!(e, Effect::Watch { weeks, .. } if weeks.len() == 3)));
}

#[test]
fn where_very_many_posts_are_in_memory_the_week_farthest_from_the_cursor_is_let_go() {
    let mut b = Bottega::new(Language::Italian);
    let week = |number| Week::new(2026, number).expect("a week");
    let post = |at: usize, number: u32| {
        let mut post = crate::domain::Post::new(b.ids.fresh(), format!("Lana {at}"));
        post.when = Some(When::Local(week(number).days()[0].and_hms_opt(9, 0, 0).expect("a time")));
        let path = RelPath::new(format!("{}/{at}.toml", week(number).folder()));
        let hash = ContentHash::of(b"");
        std::sync::Arc::new(Entry::new(path, hash, post))
    };
    let full = |number| (0..1_000).map(|at| post(at, number)).collect::<Vec<_>>();
    let weeks = [20, 30, 46, 47].map(|number| (week(number), full(number)));
    let let_go = |effects: &[Effect]| {
        let gone = |effect: &Effect| match effect {
            Effect::LetGo(week) => Some(*week),
            _ => None,
        };
        effects.iter().filter_map(gone).collect::<Vec<_>>()
    };
    for (week, posts) in weeks {
        b.shelf.replace_folder(&week.folder(), posts, Vec::new());
    }
    let mut state = opened(&b.ctx());
    assert!(let_go(&does(&mut state, &[A::NextWeek], &b.ctx())).is_empty(), "there is room");
    let idea = crate::domain::Post::new(b.ids.fresh(), "Una di troppo");
    let mut b = b.with(idea);
    assert_eq!(let_go(&does(&mut state, &[A::PreviousWeek], &b.ctx())), [week(20)]);
    state.cursor = slot("2026-05-11", "09:00:00");
    assert_eq!(let_go(&does(&mut state, &[A::NextWeek], &b.ctx())), [week(30)], "today stays near");
    b.shelf.let_go(week(30), chrono_tz::Europe::Rome);
    assert_eq!(b.shelf.len(), 3_001);
}

#[test]
fn steps_go_from_card_to_card_and_over_empty_places_band_by_band() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Up], &ctx);
    assert_eq!(state.cursor, slot("2026-11-25", "08:00:00"));
    does(&mut state, &[A::Left], &ctx);
    assert_eq!(state.cursor, on_card("ch1t0000", "2026-11-24T08:45:00"));
    does(&mut state, &[A::Down], &ctx);
    assert_eq!(state.cursor, slot("2026-11-24", "12:00:00"));
    does(&mut state, &[A::Down], &ctx);
    assert_eq!(state.cursor, on_card("k3f9q7ab", "2026-11-24T18:30:00"));
    does(&mut state, &[A::Down], &ctx);
    assert_eq!(state.cursor, on_card("k3f9q7ab", "2026-11-24T18:30:00"), "the day ends here");
}

#[test]
fn a_usual_slot_that_is_still_free_is_a_place_to_stop() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Right, A::Right], &ctx);
    assert_eq!(state.cursor, slot("2026-11-27", "12:30:00"));
}

#[test]
fn the_week_ends_where_the_next_one_begins() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let five = std::array::from_fn::<_, 5, _>(|_| A::Right);
    does(&mut state, &five, &ctx);
    assert_eq!(state.week(), Week::new(2026, 49).expect("a week"));
    assert_eq!(state.date(), day("2026-11-30"));
    does(&mut state, &[A::Today], &ctx);
    assert_eq!(state.cursor, on_card("pr0m0000", "2026-11-25T12:30:00"));
}

#[test]
fn a_broken_file_stands_above_the_days_and_opens_at_its_place() {
    let b = broken(bottega(Language::Italian));
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Up, A::Up], &ctx);
    let Cursor::Problem { path, .. } = &state.cursor else { panic!("{:?}", state.cursor) };
    assert_eq!(path.as_str(), "posts/2026/W48/saldi.toml");
    let effects = does(&mut state, &[A::Open], &ctx);
    let [Effect::EditOutside(crate::vocab::ExternalEdit::File { line, column, .. })] =
        effects.as_slice()
    else {
        panic!("{effects:?}")
    };
    assert_eq!((*line, *column), (3, 8));
    let refused = update(&mut state, &A::Trash, &ctx);
    assert_eq!(refused, Outcome::Disabled(crate::vocab::Why::BrokenFile));
}

#[test]
fn a_full_cell_opens_as_a_day_and_esc_leaves_it() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Point(Target::More { date: day("2026-11-24") })], &ctx);
    assert_eq!((&state.mode, scopes(&state)[0]), (&Mode::Day, Scope::Day));
    does(&mut state, &[A::Cancel], &ctx);
    assert_eq!(state.mode, Mode::Browse);
    assert_eq!(update(&mut state, &A::Back, &ctx), Outcome::Ignored, "the app's to answer");
}

#[test]
fn the_ideas_have_their_own_cursor() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::GoIdeas], &ctx);
    assert_eq!((state.focus, scopes(&state)[0]), (Focus::Backlog, Scope::Backlog));
    assert_eq!(state.idea, Some(post("1dea0000")));
    does(&mut state, &[A::Cancel], &ctx);
    assert_eq!(state.focus, Focus::Week);
}

#[test]
fn a_filter_leaves_the_cursor_on_something_that_is_there() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let only = crate::domain::Filter { channels: vec!["linkedin".into()], ..Default::default() };
    set_filter(&mut state, only, &ctx);
    assert_ne!(state.cursor, on_card("pr0m0000", "2026-11-25T12:30:00"));
    assert_eq!(state.date(), day("2026-11-25"));
}

#[test]
fn where_the_week_is_a_list_the_steps_follow_its_rows() {
    let b = broken(bottega(Language::Italian));
    let ctx = Ctx { pane: crate::features::Pane { width: 46, height: 16 }, ..b.ctx() };
    let mut state = opened(&ctx);
    does(&mut state, &[A::Down], &ctx);
    assert_eq!(state.cursor, on_card("nvm00000", "2026-11-26T08:30:00"));
    let four = std::array::from_fn::<_, 4, _>(|_| A::Up);
    does(&mut state, &four, &ctx);
    assert_eq!(state.cursor, on_card("gm1t0000", "2026-11-23T12:15:00"));
    does(&mut state, &[A::Up], &ctx);
    assert!(matches!(state.cursor, Cursor::Problem { .. }));
}

/// Sunday evening of week 48, when everything of it has gone by.
fn sunday_evening() -> Bottega {
    let mut b = bottega(Language::Italian);
    b.now.utc = "2026-11-29T20:35:00Z".parse().expect("an instant");
    b
}

#[test]
fn today_is_today_even_when_the_day_is_over() {
    let b = sunday_evening();
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    assert_eq!(state.cursor, slot("2026-11-29", "18:00:00"), "the last row of today");
    does(&mut state, &[A::NextWeek, A::Today], &ctx);
    assert_eq!(state.cursor, slot("2026-11-29", "18:00:00"));
}

#[test]
fn a_day_with_nothing_left_to_go_out_is_not_left_for_the_next_post() {
    let mut b = bottega(Language::Italian);
    b.now.utc = "2026-11-25T12:00:00Z".parse().expect("an instant");
    let state = opened(&b.ctx());
    assert_eq!(state.cursor, slot("2026-11-25", "18:00:00"), "Thursday has the next one");
}

#[test]
fn an_hour_that_was_said_has_a_row_and_gives_its_time_to_a_new_post() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let said = "15:40:00".parse().expect("a time");
    go_to(&mut state, (day("2026-11-26"), Some(said)), None, &ctx);
    let there = slot("2026-11-26", "15:40:00");
    assert_eq!(state.cursor, there);
    let hours = |state: &State| {
        let rows = Grid::of(state, &ctx).rows;
        rows.iter().filter(|row| matches!(row.kind, RowKind::Hour(15))).count()
    };
    assert_eq!(hours(&state), 1);
    on_event(&mut state, &Event::Ticked(b.now.utc), &ctx);
    assert_eq!(state.cursor, there, "the minute that passes takes nothing away");
    let set = applied(does(&mut state.clone(), &[A::New], &ctx));
    let crate::domain::Change::Create { post, .. } = &set.changes[0] else { panic!("{set:?}") };
    assert_eq!(post.when, Some(local("2026-11-26T15:40:00")));
    does(&mut state, &[A::Up], &ctx);
    assert_eq!(hours(&state), 0, "left, the row goes");
}

#[test]
fn an_hour_that_was_said_and_is_taken_still_gives_its_time() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let said = "08:30:00".parse().expect("a time");
    go_to(&mut state, (day("2026-11-26"), Some(said)), None, &ctx);
    assert_eq!(state.cursor, on_card("nvm00000", "2026-11-26T08:30:00"));
    let made = |state: &State| {
        let set = applied(does(&mut state.clone(), &[A::New], &ctx));
        let crate::domain::Change::Create { post, .. } = &set.changes[0] else { panic!("{set:?}") };
        post.when
    };
    assert_eq!(made(&state), Some(local("2026-11-26T08:30:00")));
    does(&mut state, &[A::Left, A::Right], &ctx);
    assert_ne!(made(&state), Some(local("2026-11-26T08:30:00")), "walked to, not said");
}
