//! The review as its room shows it, and what its keys ask for.

use super::*;
use crate::domain::{Change, Id, Label, Note, NoteKind, Post, Variant};
use crate::features::fixture::{Bottega, id, in_both};
use crate::features::{Ctx, Outcome, Pane, ViewCtx};
use crate::i18n::Language;
use crate::ui::{plain, render_to_string};
use crate::vocab::{Action, Effect, Event, NewNote, Screen, Target, Why};
use insta::assert_snapshot;

const ADA: &str = "Ada Neri <ada@example.org>";
const BEA: &str = "Bea Riva <bea@example.org>";

fn note(name: &str, kind: NoteKind, by: &str, text: &str) -> Note {
    Note {
        id: id(name),
        post: id("k3f9q7ab"),
        at: "2026-11-22T09:12:00Z".parse().expect("an instant"),
        by: by.into(),
        kind,
        to: None,
        about: None,
        channel: None,
        quote: None,
        text: text.into(),
    }
}

/// An ask about all of it, a change of a sentence with its answer, words that are gone.
fn notes() -> Vec<Note> {
    let minute = |note: Note, at: i64| Note { at: note.at + chrono::Duration::minutes(at), ..note };
    let on = |note: Note, quote: &str| Note { quote: Some(quote.into()), ..note };
    let about = |note: Note, about: &str| Note { about: Some(id(about)), ..note };
    let ask = note("10000000", NoteKind::Ask, ADA, "");
    let change = note("20000000", NoteKind::Change, BEA, "Da quando? Manca il giorno.");
    let reply = note("30000000", NoteKind::Reply, ADA, "Da lunedì: lo aggiungo.");
    let gone = note("40000000", NoteKind::Change, BEA, "Troppo solenne.");
    let settled = note("50000000", NoteKind::Resolve, ADA, "");
    vec![
        Note { to: Some("Bea Riva".into()), ..ask },
        minute(on(change, "La lana torna a casa."), 1),
        minute(about(reply, "20000000"), 2),
        minute(on(gone, "Un ritorno epocale."), 3),
        minute(about(settled, "40000000"), 4),
    ]
}

fn post() -> Post {
    let mut post = Bottega::launch();
    post.text = "La lana torna a casa. Tre colori nuovi.\n\nVi aspettiamo in bottega.".into();
    post
}

fn world(language: Language, post: Post, notes: Vec<Note>) -> Bottega {
    let mut bottega = Bottega::new(language).with(post);
    bottega.shelf.replace_notes(id("k3f9q7ab"), notes, Vec::new());
    bottega
}

fn opened(bottega: &Bottega, note: Option<Id>) -> State {
    let post = &bottega.shelf.get(&id("k3f9q7ab")).expect("the post").post;
    State::open(post, None, note, &bottega.ctx()).0
}

fn with<T>(bottega: &Bottega, (width, height): (u16, u16), f: impl FnOnce(&ViewCtx) -> T) -> T {
    let ctx = Ctx { pane: Pane { width, height }, ..bottega.ctx() };
    f(&ViewCtx { ctx, ..bottega.view() })
}

fn draw(language: Language, (width, height): (u16, u16), row: usize) -> String {
    let bottega = world(language, post(), notes());
    let mut state = opened(&bottega, None);
    state.row = row;
    with(&bottega, (width, height), |cx| {
        render_to_string(width, height, |area, buf| view(&state, cx).draw(area, buf, cx.theme))
    })
}

#[test]
fn the_notes_stand_beside_the_sentence_they_are_about() {
    assert_snapshot!(draw(Language::Italian, (110, 12), 1), @r#"
    Revisione · Lancio collezione invernale
    Ada Neri chiede una revisione a Bea Riva · 1 modifica da fare
     ◇ 1 aperta  tutto il post                                        Su questa frase
                                                                    ────────────────────────────────────────────
    ▌◇ 1 aperta  La lana torna a casa.                                ▸ ◇ Bea Riva chiede una modifica
                 Tre colori nuovi.                                      dom 22 nov 10:13
                                                                        Da quando? Manca il giorno.
                 Vi aspettiamo in bottega.                              ↳ Ada Neri risponde
                                                                          dom 22 nov 10:14
     ✓ risolta   non è più nel testo: «Un ritorno epocale.»               Da lunedì: lo aggiungo.
    "#);
}

#[test]
fn a_narrow_screen_has_the_notes_below() {
    assert_snapshot!(draw(Language::English, (46, 18), 1), @r#"
    Review · Lancio collezione invernale
    Ada Neri asks Bea Riva for a review · 1
    change to make

     ◇  the whole post

    ▌◇  La lana torna a casa.
        Tre colori nuovi.

        Vi aspettiamo in bottega.              ↓
      About this sentence
    ────────────────────────────────────────────
      ▸ ◇ Bea Riva wants a change
        Sun 22 Nov 10:13
        Da quando? Manca il giorno.
        ↳ Ada Neri replies
          Sun 22 Nov 10:14
          Da lunedì: lo aggiungo.
    "#);
}

#[test]
fn words_that_are_gone_say_so_in_both_languages() {
    assert_snapshot!(in_both(|language| draw(language, (80, 14), 4)), @r#"
    Revisione · Lancio collezione invernale
    Ada Neri chiede una revisione a Bea Riva · 1 modifica da fare

     ◇ 1 aperta  La lana torna a casa.
                 Tre colori nuovi.

                 Vi aspettiamo in bottega.

    ▌✓ risolta   non è più nel testo: «Un ritorno epocale.»
      Su parole che non ci sono più
    ──────────────────────────────────────────────────────────────────────────────
      ▸ ✓ Bea Riva chiede una modifica  dom 22 nov 10:15
        Troppo solenne.
        ↳ risolta da Ada Neri, dom 22 nov 10:16
    Review · Lancio collezione invernale
    Ada Neri asks Bea Riva for a review · 1 change to make

     ◇ 1 open   La lana torna a casa.
                Tre colori nuovi.

                Vi aspettiamo in bottega.

    ▌✓ settled  no longer in the text: “Un ritorno epocale.”
      About words that are gone
    ──────────────────────────────────────────────────────────────────────────────
      ▸ ✓ Bea Riva wants a change  Sun 22 Nov 10:15
        Troppo solenne.
        ↳ settled by Ada Neri, Sun 22 Nov 10:16
    "#);
}

#[test]
fn who_listens_hears_each_row_with_what_is_open() {
    let bottega = world(Language::Italian, post(), notes());
    let mut state = opened(&bottega, None);
    state.row = 1;
    let said = with(&bottega, (80, 20), |cx| plain::notes(&view(&state, cx), cx.words));
    assert_eq!(said.lines[1], "1 aperta: La lana torna a casa.");
    assert_eq!(said.lines[2], "Tre colori nuovi.");
    assert_eq!(said.here[0], "riga 2 di 5, 1 aperta: La lana torna a casa.");
    assert!(said.here.iter().any(|line| line.contains("Da lunedì: lo aggiungo.")), "{said:?}");
}

#[test]
fn a_change_quotes_the_sentence_under_the_cursor_and_a_review_is_asked_of_all() {
    let bottega = world(Language::Italian, post(), Vec::new());
    let mut state = opened(&bottega, None);
    let begun = |state: &mut State, action| match update(state, &action, &bottega.ctx()) {
        Outcome::Handled(effects) => match effects.as_slice() {
            [Effect::Show(Screen::WriteNote(new))] => (**new).clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    let new = |kind, quote: Option<&str>| NewNote {
        post: id("k3f9q7ab"),
        kind,
        about: None,
        channel: None,
        quote: quote.map(str::to_owned),
    };
    assert_eq!(begun(&mut state, Action::AskChange), new(NoteKind::Change, None));
    state.row = 3;
    let quote = Some("Vi aspettiamo in bottega.");
    assert_eq!(begun(&mut state, Action::AskChange), new(NoteKind::Change, quote));
    assert_eq!(begun(&mut state, Action::AskReview), new(NoteKind::Ask, None));
    let none = update(&mut state, &Action::Reply, &bottega.ctx());
    assert_eq!(none, Outcome::Disabled(Why::NoNote));
    assert!(!offers(&state, &Action::Resolve, &bottega.ctx()));
}

#[test]
fn settling_answers_the_note_and_says_so_once() {
    let bottega = world(Language::Italian, post(), notes());
    let mut state = opened(&bottega, Some(id("20000000")));
    assert_eq!(state.row, 1, "the note that was asked for is gone to");
    let Outcome::Handled(effects) = update(&mut state, &Action::Resolve, &bottega.ctx()) else {
        panic!("nothing was settled");
    };
    let [Effect::Apply(set)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(set.label, Label::Note(NoteKind::Resolve));
    let [Change::Note(made)] = set.changes.as_slice() else { panic!("{set:?}") };
    assert_eq!((made.about.clone(), made.by.as_str()), (Some(id("20000000")), ADA));
    state.row = 4;
    let again = update(&mut state, &Action::Resolve, &bottega.ctx());
    assert_eq!(again, Outcome::Disabled(Why::AlreadySettled));
}

#[test]
fn a_note_is_on_the_text_of_its_channel_and_each_text_counts_its_own() {
    let mut post = post();
    let own = Variant { text: Some("Lana, e basta. Da lunedì.".into()), ..Variant::default() };
    post.variants.insert("linkedin".into(), own);
    let on_channel = Note {
        channel: Some("linkedin".into()),
        quote: Some("Da lunedì.".into()),
        ..note("60000000", NoteKind::Change, BEA, "Quale?")
    };
    let bottega = world(Language::Italian, post, vec![on_channel]);
    let mut state = opened(&bottega, Some(id("60000000")));
    assert_eq!((state.tab, state.row), (1, 2));
    let ctx = bottega.ctx();
    assert_eq!((state.open_in(0, &ctx), state.open_in(1, &ctx)), (0, 1));
    update(&mut state, &Action::NextPane, &ctx);
    assert_eq!((state.tab, state.row), (0, 0));
    assert!(state.here(&ctx).is_none());
}

#[test]
fn a_note_that_was_just_written_is_gone_to_and_a_click_chooses_a_sentence() {
    let mut bottega = world(Language::Italian, post(), Vec::new());
    let mut state = opened(&bottega, None);
    update(&mut state, &Action::Point(Target::Row(9)), &bottega.ctx());
    assert_eq!(state.row, 3, "there are no more");
    let made = Note {
        quote: Some("Tre colori nuovi.".into()),
        ..note("70000000", NoteKind::Remark, ADA, "Quali?")
    };
    bottega.shelf.replace_notes(id("k3f9q7ab"), vec![made.clone()], Vec::new());
    let set =
        crate::domain::ChangeSet::one(Label::Note(NoteKind::Remark), Change::Note(Box::new(made)));
    let applied = Event::Applied { set, entries: Vec::new(), removed: Vec::new() };
    on_event(&mut state, &applied, &bottega.ctx());
    assert_eq!(state.row, 2);
}

#[test]
fn the_cursor_goes_through_the_answers_and_each_is_read_whole_on_a_small_screen() {
    let long = "Il prezzo è quello di un anno fa e i colori nuovi sono quattro, non tre: \
                chiedi a Carlo prima di mandarlo fuori, per favore.";
    let on = |note: Note| Note { quote: Some("La lana torna a casa.".into()), ..note };
    let change = on(note("20000000", NoteKind::Change, BEA, long));
    let reply = note("30000000", NoteKind::Reply, ADA, &long.replace("Il prezzo", "Il conto"));
    let reply =
        Note { about: Some(id("20000000")), at: reply.at + chrono::Duration::hours(1), ..reply };
    let bottega = world(Language::Italian, post(), vec![change, reply]);
    let mut state = opened(&bottega, Some(id("20000000")));
    let draw = |state: &State| {
        with(&bottega, (46, 18), |cx| {
            render_to_string(46, 18, |area, buf| view(state, cx).draw(area, buf, cx.theme))
        })
    };
    assert!(!offers(&state, &Action::Left, &bottega.ctx()));
    let first = draw(&state);
    assert!(first.contains("Il prezzo") && first.contains("per favore."), "{first}");
    update(&mut state, &Action::Right, &bottega.ctx());
    assert!(offers(&state, &Action::Left, &bottega.ctx()));
    assert!(!offers(&state, &Action::Right, &bottega.ctx()), "it is the last");
    assert_snapshot!(draw(&state), @r#"
    Revisione · Lancio collezione invernale
    1 modifica da fare

        tutto il post

    ▌◇  La lana torna a casa.
        Tre colori nuovi.                      ↓
      Su questa frase
    ────────────────────────────────────────────
        colori nuovi sono quattro, non tre:
        chiedi a Carlo prima di mandarlo fuori,
        per favore.
      ▸ ↳ Ada Neri risponde
          dom 22 nov 11:12
          Il conto è quello di un anno fa e
          i colori nuovi sono quattro, non tre:
          chiedi a Carlo prima di mandarlo
          fuori, per favore.
    "#);
}
