use super::*;
use crate::domain::{Change, ChangeSet, Label, Post, When};
use crate::features::calendar::{Cursor, Mode, offers};
use crate::vocab::{ExternalEdit, Notice, Screen, Slot, Why};
use Action as A;

fn created(set: &ChangeSet) -> (&RelPath, &Post) {
    let [Change::Create { path, post }] = set.changes.as_slice() else { panic!("{set:?}") };
    (path, post)
}

fn slot(date: &str, time: Option<&str>) -> Cursor {
    let time = time.map(|t| t.parse().expect("a time"));
    Cursor::Slot(Slot { date: date.parse().expect("a date"), time })
}

#[test]
fn a_new_post_takes_the_free_slot_under_the_cursor_with_its_channels() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = slot("2026-11-27", Some("12:30:00"));
    let set = applied(does(&mut state, &[A::New], &ctx));
    let (path, post) = created(&set);
    assert_eq!(path.parent(), "posts/2026/W48");
    assert_eq!(post.when, Some(local("2026-11-27T12:30:00")));
    assert_eq!(
        (post.channels.as_slice(), post.lang.as_deref()),
        (&["ig".to_owned()][..], Some("it"))
    );
}

#[test]
fn on_a_card_a_new_post_takes_the_days_next_slot_or_the_day_alone() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let set = applied(does(&mut state, &[A::New], &ctx));
    assert_eq!(created(&set).1.when, Some(When::Day("2026-11-25".parse().expect("a date"))));
}

#[test]
fn a_new_post_opens_in_the_editor_once_its_file_is_there() {
    let b = bottega(Language::Italian);
    let (post, set) = {
        let ctx = b.ctx();
        let mut state = opened(&ctx);
        state.cursor = slot("2026-11-28", Some("12:00:00"));
        let set = applied(does(&mut state, &[A::New], &ctx));
        (created(&set).1.clone(), set)
    };
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.awaited = Some(super::super::state::Awaited { id: post.id.clone(), open: true });
    let b = bottega(Language::Italian).with(post.clone());
    let event = Event::Applied { set, entries: Vec::new(), removed: Vec::new() };
    let effects = on_event(&mut state, &event, &b.ctx());
    let editor = Screen::Editor { post: post.id.clone(), channel: None };
    assert!(effects.contains(&Effect::Show(editor)), "{effects:?}");
    assert_eq!(state.cursor.post(), Some(&post.id));
}

#[test]
fn a_duplicate_is_new_and_keeps_only_where_its_words_came_from() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = on_card("gm1t0000", "2026-11-23T12:15:00");
    assert_eq!(does(&mut state, &[A::Copy], &ctx), [Effect::Say(Notice::PostCopied)]);
    state.cursor = slot("2026-11-28", Some("12:00:00"));
    let set = applied(does(&mut state, &[A::Paste], &ctx));
    let (_, copy) = created(&set);
    assert_eq!(set.label, Label::Duplicate);
    assert_ne!(copy.id, post("gm1t0000"));
    assert_eq!(copy.when, Some(local("2026-11-28T12:00:00")));
    assert!(copy.published.is_empty() && copy.approval.is_none());
    assert_eq!(copy.text, ctx.shelf.get(&post("gm1t0000")).expect("a post").post.text);
}

#[test]
fn a_range_is_trashed_or_pushed_in_one_step_that_one_undo_takes_back() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Range, A::Right, A::Right, A::Down], &ctx);
    assert!(matches!(state.mode, Mode::Range(_)));
    let pushed = applied(does(&mut state.clone(), &[A::PushWeek], &ctx));
    assert_eq!(pushed.changes.len(), 3);
    let set = applied(does(&mut state, &[A::Trash], &ctx));
    assert_eq!(set.changes.len(), 3);
    let restored = set.inverse();
    assert!(restored.changes.iter().all(|c| matches!(c, Change::Restore { .. })));
    assert_eq!(state.mode, Mode::Browse);
}

#[test]
fn a_range_is_carried_with_its_distances() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let carry = [A::Range, A::Right, A::Right, A::Move, A::Right, A::Confirm];
    let set = applied(does(&mut state, &carry, &ctx));
    assert_eq!((set.label, set.changes.len()), (Label::Move, 2));
}

#[test]
fn a_post_in_the_wrong_folder_is_filed_with_one_key() {
    let mut b = bottega(Language::Italian);
    let mut entry = (**b.shelf.get(&post("pr0m0000")).expect("a post")).clone();
    b.shelf.remove(&entry.path.clone());
    entry.path = RelPath::new("posts/2026/W30/promo.toml");
    b.shelf.put(entry);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let set = applied(does(&mut state, &[A::Fix], &ctx));
    let [Change::Edit { to: Some(to), edits, .. }] = set.changes.as_slice() else {
        panic!("{set:?}")
    };
    assert_eq!((to.as_str(), edits.len()), ("posts/2026/W48/promo.toml", 0));
}

#[test]
fn the_text_is_copied_at_once_where_all_channels_say_the_same() {
    let mut post = Bottega::launch();
    let same = bottega(Language::Italian).with(post.clone());
    let mut state = opened(&same.ctx());
    state.cursor = on_card("k3f9q7ab", "2026-11-24T18:30:00");
    let effects = does(&mut state, &[A::CopyText], &same.ctx());
    assert_eq!(effects, [Effect::CopyToClipboard("La lana torna a casa.".into())]);

    post.variants.entry("linkedin".into()).or_default().text = Some("La lana.".into());
    let own = bottega(Language::Italian).with(post.clone());
    let effects = does(&mut state, &[A::CopyText], &own.ctx());
    assert_eq!(effects, [Effect::Show(Screen::CopyText { post: post.id })]);
}

/// Of the keys in the footer, the ones that are offered are the ones that do something.
#[test]
fn what_is_offered_is_what_does_something() {
    let b = broken(bottega(Language::Italian));
    let ctx = b.ctx();
    let keys = [A::Open, A::Drafts, A::Edit, A::Move, A::New, A::MarkPublished];
    let offered = |cursor: Cursor| {
        let mut state = opened(&ctx);
        state.cursor = cursor;
        let offered: Vec<&A> = keys.iter().filter(|key| offers(&state, key, &ctx)).collect();
        for key in &offered {
            let outcome = update(&mut state.clone(), key, &ctx);
            assert!(!matches!(outcome, Outcome::Disabled(_)), "{key:?}: {outcome:?}");
        }
        offered.into_iter().cloned().collect::<Vec<_>>()
    };
    assert_eq!(offered(slot("2026-11-28", Some("12:00:00"))), [A::Drafts, A::New]);
    // To come: it cannot have gone out yet.
    let future = offered(on_card("nvm00000", "2026-11-26T08:30:00"));
    assert_eq!(future, [A::Open, A::Drafts, A::Edit, A::Move, A::New]);
    // Its hour is not known, and its day is still to come.
    let untimed = {
        let day = "2026-11-28".parse().expect("a day");
        let when = Some(When::Day(day));
        let post = Post { id: id("nt1med00"), when, ..Bottega::launch() };
        let b = bottega(Language::Italian).with(post);
        let ctx = b.ctx();
        let mut state = opened(&ctx);
        let card = ctx.shelf.cards(&id("nt1med00"), ctx.workspace.zone).next().expect("a card");
        state.cursor = crate::features::calendar::grid::cursor_of(&card.placement);
        offers(&state, &A::MarkPublished, &ctx)
    };
    assert!(!untimed, "it cannot have gone out yet");
    // Gone out: it stays where it was.
    let published = offered(on_card("gm1t0000", "2026-11-23T12:15:00"));
    assert_eq!(published, [A::Open, A::Drafts, A::Edit, A::New]);
    // Due, and nobody has said that it went out.
    let due = offered(on_card("ch1t0000", "2026-11-24T08:45:00"));
    assert_eq!(due, keys);
}

#[test]
fn an_empty_place_says_what_is_missing_and_offers_drafts() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    does(&mut state, &[A::Up], &ctx);
    for action in [A::Open, A::PushWeek, A::Copy, A::Trash, A::Fields] {
        let outcome = update(&mut state, &action, &ctx);
        assert_eq!(outcome, Outcome::Disabled(Why::NoPostHere), "{action:?}");
    }
    let effects = does(&mut state, &[A::Drafts], &ctx);
    let [Effect::Show(Screen::Drafts { post: None, slot: Some(slot) })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(slot.time, Some("08:00:00".parse().expect("a time")));
}

#[test]
fn what_a_post_can_be_asked_opens_its_screen() {
    let b = bottega(Language::Italian);
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    let id = post("pr0m0000");
    let screens = [
        (A::Open, Screen::Editor { post: id.clone(), channel: None }),
        (A::Drafts, Screen::Drafts { post: Some(id.clone()), slot: None }),
        (A::Fields, Screen::Fields { post: id.clone(), at: None }),
        (A::MarkPublished, Screen::MarkPublished { post: id }),
        (A::Filter, Screen::Filter),
        (A::GoToDate, Screen::GoToDate),
    ];
    for (action, screen) in screens {
        assert_eq!(does(&mut state, &[action], &ctx), [Effect::Show(screen)]);
    }
    let outside = does(&mut state, &[A::EditOutside], &ctx);
    assert!(matches!(&outside[..], [Effect::EditOutside(ExternalEdit::Post { .. })]));
}

#[test]
fn what_redo_brings_back_has_the_cursor_though_a_free_slot_stands_beside_it() {
    let mut copy = crate::domain::Post::new(post("c0py0000"), "Gomitoli");
    // Friday's usual slot of Instagram stays free beside a post for LinkedIn.
    copy.when = Some(local("2026-11-27T12:30:00"));
    copy.channels = vec!["linkedin".into()];
    let b = bottega(Language::Italian).with(copy.clone());
    let ctx = b.ctx();
    let mut state = opened(&ctx);
    state.cursor = slot("2026-11-27", Some("12:30:00"));
    let entry = ctx.shelf.get(&copy.id).expect("it is there").clone();
    let set = crate::domain::ChangeSet { label: Label::Duplicate, changes: Vec::new() };
    let entries = vec![(*entry).clone()];
    on_event(&mut state, &Event::Applied { set, entries, removed: Vec::new() }, &ctx);
    assert_eq!(state.cursor, on_card("c0py0000", "2026-11-27T12:30:00"));
}
