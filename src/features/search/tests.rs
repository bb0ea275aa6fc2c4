use super::*;
use crate::domain::{Hit, RelPath, Stage};
use crate::features::Outcome;
use crate::features::fixture::{Bottega, id};
use crate::i18n::Language;
use crate::text::Edit;
use crate::ui::{draw_picker, plain, render_to_string};
use crate::vocab::{Action, Effect, Event};
use insta::assert_snapshot;

fn found(post: &str, title: &str, wall: Option<&str>) -> Hit {
    Hit {
        post: id(post),
        path: RelPath::new(format!("posts/2026/W48/{post}.toml")),
        title: title.into(),
        wall: wall.map(|wall| wall.parse().expect("a date and time")),
        stage: if wall.is_some() { Stage::Published } else { Stage::Idea },
        flag: None,
        thread: None,
        before: "Da lunedì 24 in bottega, chi chiede ".into(),
        matched: "perché".into(),
        after: " la lana punge trova la risposta.".into(),
    }
}

fn types(state: &mut State, text: &str, bottega: &Bottega) -> Vec<Effect> {
    let mut effects = Vec::new();
    for letter in text.chars() {
        let action = Action::Write(Edit::Type(letter.to_string()));
        if let Outcome::Handled(more) = update(state, &action, &bottega.ctx()) {
            effects.extend(more);
        }
    }
    effects
}

fn answer(state: &mut State, asked: u64, hits: Vec<Hit>, bottega: &Bottega) {
    on_event(state, &Event::Found { asked, hits, complete: true }, &bottega.ctx());
}

#[test]
fn every_letter_asks_anew_and_only_the_last_answer_counts() {
    let bottega = Bottega::new(Language::Italian);
    let (mut state, opened) = open();
    assert_eq!(opened, [Effect::OpenArchive]);
    let asked = types(&mut state, "pe ", &bottega);
    let search = |asked, query: &str| Effect::Search { asked, query: query.into() };
    assert_eq!(asked, [search(1, "p"), search(2, "pe")], "a space changes nothing");
    answer(&mut state, 1, vec![found("k3f9q7ab", "Vecchia", None)], &bottega);
    assert!(state.hits.is_empty());
    answer(&mut state, 2, vec![found("k3f9q7ab", "Nuova", None)], &bottega);
    assert_eq!(state.hits.len(), 1);
}

#[test]
fn more_results_do_not_move_the_choice_to_another_post() {
    let bottega = Bottega::new(Language::Italian);
    let (mut state, _) = open();
    types(&mut state, "lana", &bottega);
    let (one, two) = (found("k3f9q7ab", "Uno", None), found("4t8w2zqc", "Due", None));
    answer(&mut state, 4, vec![one.clone(), two.clone()], &bottega);
    update(&mut state, &Action::Down, &bottega.ctx());
    let earlier = found("b7m2x9qe", "Zero", None);
    answer(&mut state, 4, vec![earlier, one, two], &bottega);
    assert_eq!(state.hit().map(|hit| hit.title.as_str()), Some("Due"));
}

#[test]
fn enter_goes_to_the_post_and_lets_the_archive_go() {
    let bottega = Bottega::new(Language::Italian);
    let (mut state, _) = open();
    types(&mut state, "x", &bottega);
    assert_eq!(update(&mut state, &Action::Confirm, &bottega.ctx()), Outcome::done());
    let hit = found("k3f9q7ab", "Lancio", Some("2025-11-24T18:30:00"));
    answer(&mut state, 1, vec![hit], &bottega);
    let date = "2025-11-24".parse().expect("a date");
    assert_eq!(
        update(&mut state, &Action::Confirm, &bottega.ctx()),
        Outcome::Handled(vec![
            Effect::CloseArchive,
            Effect::Close,
            Effect::GoTo { date, time: None, post: Some(id("k3f9q7ab")) },
        ])
    );
}

#[test]
fn deleting_the_words_forgets_what_they_found() {
    let bottega = Bottega::new(Language::Italian);
    let (mut state, _) = open();
    types(&mut state, "x", &bottega);
    answer(&mut state, 1, vec![found("k3f9q7ab", "Lancio", None)], &bottega);
    update(&mut state, &Action::Write(Edit::DeleteBack), &bottega.ctx());
    assert!(state.hits.is_empty());
    answer(&mut state, 2, vec![found("k3f9q7ab", "Tardi", None)], &bottega);
    assert!(state.hits.is_empty(), "an answer to nothing");
}

fn screen(state: &State, bottega: &Bottega, width: u16, height: u16) -> String {
    let view = view(state, &bottega.view());
    render_to_string(width, height, |area, buf| draw_picker(&view, area, buf, &bottega.theme))
}

#[test]
fn results_with_day_stage_and_context() {
    let bottega = Bottega::new(Language::Italian);
    let (mut state, _) = open();
    types(&mut state, "perche", &bottega);
    let hits = vec![
        found("k3f9q7ab", "Perché la lana è calda", Some("2025-11-24T18:30:00")),
        found("4t8w2zqc", "Gomitoli \u{202e}storti", None),
    ];
    answer(&mut state, 6, hits, &bottega);
    assert_snapshot!(screen(&state, &bottega, 80, 12), @r#"
    ╭─ Cerca ──────────────────────────────────────────────────────────────────────╮
    │ › perche                                                                     │
    │                                                                              │
    │ ● Perché la lana è calda                               lun 24 nov 2025 18:30 │
    │   …chi chiede perché la lana punge trova la risposta.                        │
    │ · Gomitoli ⟨U+202E⟩storti                                               idea │
    │   …chi chiede perché la lana punge trova la risposta.                        │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │ 2 post                                                                       │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    "#);
    assert_snapshot!(screen(&state, &bottega, 46, 12), @r#"
    ╭─ Cerca ────────────────────────────────────╮
    │ › perche                                   │
    │                                            │
    │ ● Perché la lana è … lun 24 nov 2025 18:30 │
    │   …chi chiede perché la lana punge trova … │
    │ · Gomitoli ⟨U+202E⟩storti             idea │
    │   …chi chiede perché la lana punge trova … │
    │                                            │
    │                                            │
    │                                            │
    │ 2 post                                     │
    ╰────────────────────────────────────────────╯
    "#);
    let said = plain::picker(&view(&state, &bottega.view()), &bottega.words).all().join("\n");
    assert_snapshot!(said, @r#"
    Cerca
    1. pubblicato: Perché la lana è calda, lun 24 nov 2025 18:30
    …chi chiede perché la lana punge trova la risposta.
    2. Gomitoli ⟨U+202E⟩storti, idea
    …chi chiede perché la lana punge trova la risposta.
    perche
    1. pubblicato: Perché la lana è calda, lun 24 nov 2025 18:30
    …chi chiede perché la lana punge trova la risposta.
    2 post
    "#);
}

#[test]
fn while_reading_it_says_so_and_an_empty_search_teaches() {
    let bottega = Bottega::new(Language::English);
    let (mut state, _) = open();
    assert_snapshot!(screen(&state, &bottega, 60, 9), @r#"
    ╭─ Search ─────────────────────────────────────────────────╮
    │ › words of a post, of any year                           │
    │                                                          │
    │ Titles and texts of every week; accents and capitals do  │
    │ not matter.                                              │
    │                                                          │
    │                                                          │
    │                                                          │
    ╰──────────────────────────────────────────────────────────╯
    "#);
    types(&mut state, "wool", &bottega);
    assert_snapshot!(screen(&state, &bottega, 60, 9), @r#"
    ╭─ Search ─────────────────────────────────────────────────╮
    │ › wool                                                   │
    │                                                          │
    │                                                          │
    │                                                          │
    │                                                          │
    │                                                          │
    │ reading…                                                 │
    ╰──────────────────────────────────────────────────────────╯
    "#);
}

#[test]
fn what_is_found_carries_the_mark_that_the_week_gives_it() {
    let mut bottega = Bottega::new(Language::Italian).with(Bottega::launch());
    bottega.now.utc = "2026-11-27T10:00:00Z".parse().expect("an instant");
    let (mut state, _) = open();
    types(&mut state, "lana", &bottega);
    let mut here = found("k3f9q7ab", "Lancio", Some("2026-11-24T18:30:00"));
    let entry = bottega.shelf.get(&id("k3f9q7ab")).expect("a post");
    here.path = entry.path.clone();
    let away = Hit {
        stage: Stage::Planned,
        flag: Some(crate::domain::Flag::NeedsPerson),
        thread: Some(3),
        ..found("4t8w2zqc", "Lontano", Some("2025-01-07T18:30:00"))
    };
    answer(&mut state, 4, vec![here, away], &bottega);
    let said = view(&state, &bottega.view()).list.rows;
    let line = |row: usize| said[row].line.plain();
    assert_eq!(line(0), "« Lancio", "late, as the week has it by now");
    assert_eq!(line(2), "! ≡3 Lontano");
    assert!(said[2].aloud.contains("thread di 3 messaggi: Lontano"), "{}", said[2].aloud);
    assert!(said[0].aloud.contains("in ritardo"), "{}", said[0].aloud);
}

#[test]
fn the_notes_of_what_is_found_open_over_it_and_what_is_not_in_memory_is_gone_to() {
    let bottega = Bottega::new(Language::Italian).with(Bottega::launch());
    let (mut state, _) = open();
    types(&mut state, "lana", &bottega);
    let here = found("k3f9q7ab", "Lancio", Some("2026-11-24T18:30:00"));
    let away = found("4t8w2zqc", "Lontano", Some("2025-01-07T18:30:00"));
    answer(&mut state, 4, vec![here, away], &bottega);
    let post = id("k3f9q7ab");
    let notes = crate::vocab::Screen::Review { post, channel: None, note: None };
    let does = |state: &mut State, action| update(state, &action, &bottega.ctx());
    assert_eq!(does(&mut state, Action::Review), Outcome::effect(Effect::Show(notes)));
    does(&mut state, Action::Down);
    let gone = does(&mut state, Action::Review);
    assert!(
        matches!(&gone, Outcome::Handled(effects) if matches!(effects.last(), Some(Effect::GoTo { .. }))),
        "{gone:?}"
    );
}
