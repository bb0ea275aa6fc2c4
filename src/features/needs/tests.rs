//! The list as its room shows it, and where its rows lead.

use super::*;
use crate::domain::{
    ContentHash, Entry, Finding, FindingKind, Note, NoteKind, Severity, file_path,
};
use crate::features::fixture::{Bottega, id, in_both, local};
use crate::features::{Ctx, Outcome, Pane, ViewCtx};
use crate::i18n::Language;
use crate::ui::{plain, render_to_string};
use crate::vocab::{Action, Effect, Event, Screen, Why};
use chrono_tz::Europe::Rome;
use insta::assert_snapshot;

const BEA: &str = "Bea Riva <bea@example.org>";

/// A change and a review asked of Ada, a post that is stuck.
fn world(language: Language) -> Bottega {
    let mut bottega = Bottega::new(language).with(Bottega::launch());
    let mut stuck = crate::domain::Post::new(id("00000001"), "Orari delle feste");
    stuck.when = Some(local("2026-11-27T12:00:00"));
    stuck.channels = vec!["ig".into()];
    let findings = vec![Finding::of_file(FindingKind::EmptyText, Severity::Blocks)];
    let path = file_path(&stuck, Rome);
    bottega.shelf.put(Entry { findings, ..Entry::new(path, ContentHash::of(b""), stuck) });
    let note = |name: &str, kind, text: &str| Note {
        id: id(name),
        post: id("k3f9q7ab"),
        at: "2026-11-22T09:12:00Z".parse().expect("an instant"),
        by: BEA.into(),
        kind,
        to: Some("Ada".into()),
        about: None,
        channel: None,
        quote: (kind == NoteKind::Change).then(|| "La lana torna a casa.".into()),
        text: text.into(),
    };
    let notes = vec![
        note("10000000", NoteKind::Ask, "Guarda il tono."),
        note("20000000", NoteKind::Change, "Da quando? Manca il giorno."),
    ];
    bottega.shelf.replace_notes(id("k3f9q7ab"), notes, Vec::new());
    bottega
}

fn with<T>(bottega: &Bottega, (width, height): (u16, u16), f: impl FnOnce(&ViewCtx) -> T) -> T {
    let ctx = Ctx { pane: Pane { width, height }, ..bottega.ctx() };
    f(&ViewCtx { ctx, ..bottega.view() })
}

fn draw(language: Language, (width, height): (u16, u16)) -> String {
    let bottega = world(language);
    let state = State::open(&bottega.ctx());
    with(&bottega, (width, height), |cx| {
        render_to_string(width, height, |area, buf| view(&state, cx).draw(area, buf, cx.theme))
    })
}

#[test]
fn each_row_says_why_and_the_one_under_the_cursor_in_full() {
    assert_snapshot!(in_both(|language| draw(language, (110, 9))), @r#"
    Quello che aspetta te
    3 cose per Ada Neri
    ▌◇ da cambiare     mar 24 nov 18:30  Lancio collezione            Lancio collezione invernale
    ▌                                    invernale                  ────────────────────────────────────────────
     ◇ da rivedere     mar 24 nov 18:30  Lancio collezione            da cambiare · mar 24 nov 18:30
                                         invernale
     ! non può uscire  ven 27 nov 12:00  Orari delle feste            Bea Riva chiede una modifica ad Ada
                                                                      dom 22 nov 10:12
                                                                      «La lana torna a casa.»                  ⌄
    What needs you
    3 things for Ada Neri
    ▌◇ to change      Tue 24 Nov 18:30  Lancio collezione invernale   Lancio collezione invernale
     ◇ to review      Tue 24 Nov 18:30  Lancio collezione invernale ────────────────────────────────────────────
     ! cannot go out  Fri 27 Nov 12:00  Orari delle feste             to change · Tue 24 Nov 18:30

                                                                      Bea Riva wants a change from Ada
                                                                      Sun 22 Nov 10:12
                                                                      “La lana torna a casa.”                  ⌄
    "#);
}

#[test]
fn a_narrow_screen_has_the_reason_below() {
    assert_snapshot!(draw(Language::Italian, (46, 18)), @r#"
    Quello che aspetta te
    3 cose per Ada Neri

    ▌◇  mar 24 nov 18:30  Lancio collezione
    ▌                     invernale
     ◇  mar 24 nov 18:30  Lancio collezione
                          invernale
     !  ven 27 nov 12:00  Orari delle feste


      Lancio collezione invernale
    ────────────────────────────────────────────
      da cambiare · mar 24 nov 18:30

      Bea Riva chiede una modifica ad Ada
      dom 22 nov 10:12
      «La lana torna a casa.»
      Da quando? Manca il giorno.
    "#);
}

#[test]
fn a_row_leads_to_its_notes_its_text_its_approval_and_its_week() {
    let bottega = world(Language::Italian);
    let mut state = State::open(&bottega.ctx());
    let post = id("k3f9q7ab");
    let review = |note| Screen::Review { post: post.clone(), channel: None, note: Some(id(note)) };
    let does = |state: &mut State, action| update(state, &action, &bottega.ctx());
    let over = |screen| Outcome::effect(Effect::Show(screen));
    assert_eq!(does(&mut state, Action::Review), over(review("20000000")));
    does(&mut state, Action::Down);
    assert_eq!(does(&mut state, Action::Review), over(review("10000000")));
    let approve = Screen::Approve { posts: vec![post.clone()] };
    assert_eq!(does(&mut state, Action::Approve), over(approve), "the list waits below it");
    let editor = Screen::Editor { post: post.clone(), channel: None };
    assert_eq!(does(&mut state, Action::Edit), over(editor));
    let week = |day: &str, time: &str, post| {
        let (date, time) = (day.parse().expect("a day"), time.parse().ok());
        let to = Effect::GoTo { date, time, post: Some(post) };
        Outcome::Handled(vec![Effect::Close, to])
    };
    assert_eq!(does(&mut state, Action::Open), week("2026-11-24", "18:30:00", post.clone()));
    does(&mut state, Action::Last);
    assert_eq!(does(&mut state, Action::Open), week("2026-11-27", "12:00:00", id("00000001")));
}

#[test]
fn the_days_are_a_column_and_a_long_title_wraps_beside_it() {
    let mut bottega = world(Language::Italian);
    let mut late = crate::domain::Post::new(id("00000002"), "I gomitoli di una volta, tre fili");
    late.when = Some(local("2026-11-02T09:00:00"));
    late.channels = vec!["ig".into()];
    let path = file_path(&late, Rome);
    bottega.shelf.put(Entry::new(path, ContentHash::of(b""), late));
    let state = State::open(&bottega.ctx());
    let drawn = with(&bottega, (46, 20), |cx| {
        render_to_string(46, 20, |area, buf| view(&state, cx).draw(area, buf, cx.theme))
    });
    assert_snapshot!(drawn, @r#"
    Quello che aspetta te
    4 cose per Ada Neri

    ▌◇  mar 24 nov 18:30  Lancio collezione
    ▌                     invernale
     ◇  mar 24 nov 18:30  Lancio collezione
                          invernale
     !  ven 27 nov 12:00  Orari delle feste
     «  lun  2 nov 09:00  I gomitoli di una
                          volta, tre fili


      Lancio collezione invernale
    ────────────────────────────────────────────
      da cambiare · mar 24 nov 18:30

      Bea Riva chiede una modifica ad Ada
      dom 22 nov 10:12
      «La lana torna a casa.»
      Da quando? Manca il giorno.
    "#);
}

#[test]
fn what_is_settled_leaves_the_list_and_the_cursor_stays_in_it() {
    let mut bottega = world(Language::Italian);
    let mut state = State::open(&bottega.ctx());
    update(&mut state, &Action::Last, &bottega.ctx());
    bottega.shelf.replace_notes(id("k3f9q7ab"), Vec::new(), Vec::new());
    on_event(&mut state, &Event::Ticked(bottega.now.utc), &bottega.ctx());
    assert_eq!((state.errands.len(), state.row), (1, 0));
    bottega.shelf.remove(&state.errands[0].path.clone());
    on_event(&mut state, &Event::Ticked(bottega.now.utc), &bottega.ctx());
    let nothing = update(&mut state, &Action::Open, &bottega.ctx());
    assert_eq!(nothing, Outcome::Disabled(Why::NothingNeedsYou));
    assert!(!offers(&state, &Action::Open));
}

#[test]
fn who_listens_hears_the_reason_before_the_title() {
    let bottega = world(Language::Italian);
    let state = State::open(&bottega.ctx());
    let said = with(&bottega, (80, 20), |cx| plain::notes(&view(&state, cx), cx.words));
    assert_eq!(said.notes, ["3 cose per Ada Neri"]);
    assert_eq!(said.lines[0], "da cambiare: mar 24 nov 18:30  Lancio collezione invernale");
    assert!(said.here.iter().any(|line| line.contains("Manca il giorno.")), "{said:?}");
}

#[test]
fn where_nobody_is_known_the_list_says_what_is_missing() {
    let bottega = world(Language::Italian);
    let ctx = Ctx { by: "", ..bottega.ctx() };
    let state = State::open(&ctx);
    let view = view(&state, &ViewCtx { ctx, ..bottega.view() });
    assert!(view.share[0].text.contains("Non si sa chi sei"), "{:?}", view.share);
}
