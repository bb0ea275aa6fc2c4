use super::*;
use crate::features::fixture::Bottega;
use crate::features::{Ctx, Outcome};
use crate::i18n::Language;
use crate::text::Edit;
use crate::ui::{draw_picker, plain, render_to_string};
use crate::vocab::{Action, Effect, Mouse, MouseKind, Scope, Target, Why};
use insta::assert_snapshot;
use ratatui::layout::Rect;

fn item(scope: Scope, keys: &str, label: &str, action: Action) -> Item {
    Item { scope, keys: keys.into(), label: label.into(), action, why: None }
}

fn items() -> Vec<Item> {
    vec![
        item(Scope::Week, "h ←", "a sinistra", Action::Left),
        item(Scope::Week, "m", "sposta", Action::Move),
        item(Scope::Week, "a", "bozze IA", Action::Drafts),
        Item {
            why: Some(Why::NothingCopied),
            ..item(Scope::Week, "p", "incolla come nuovo post", Action::Paste)
        },
        item(Scope::Global, "u", "annulla", Action::Undo),
        item(Scope::Global, "/", "cerca", Action::Search),
    ]
}

fn types(state: &mut State, text: &str, ctx: &Ctx) {
    for letter in text.chars() {
        update(state, &Action::Write(Edit::Type(letter.to_string())), ctx);
    }
}

#[test]
fn the_palette_finds_a_command_by_a_few_of_its_letters_and_does_it() {
    let bottega = Bottega::new(Language::Italian);
    let ctx = bottega.ctx();
    let mut state = State::palette(items());
    types(&mut state, "spo", &ctx);
    let done = update(&mut state, &Action::Confirm, &ctx);
    assert_eq!(
        done,
        Outcome::Handled(vec![Effect::Close, Effect::Do(Box::new(Action::Move))]),
        "the overlay leaves first"
    );
}

#[test]
fn a_command_that_cannot_be_done_says_why_and_the_palette_stays() {
    let bottega = Bottega::new(Language::Italian);
    let mut state = State::palette(items());
    types(&mut state, "incolla", &bottega.ctx());
    let done = update(&mut state, &Action::Confirm, &bottega.ctx());
    assert_eq!(done, Outcome::Disabled(Why::NothingCopied));
}

#[test]
fn the_palette_leaves_out_motions_and_the_help_does_not() {
    let moves = |state: &State| state.items.iter().any(|item| item.action == Action::Left);
    assert!(!moves(&State::palette(items())));
    assert!(moves(&State::keys(items())));
}

#[test]
fn rows_that_say_the_same_are_one_row_with_all_their_keys() {
    let go = |keys: &str, action| item(Scope::Text, keys, "muovi il cursore", action);
    let state = State::keys(vec![go("←", Action::Left), go("→", Action::Right)]);
    assert_eq!(state.items.len(), 1);
    assert_eq!(state.items[0].keys, "← →");
}

#[test]
fn the_help_is_narrowed_by_a_word_or_by_a_key_and_headings_are_stepped_over() {
    let bottega = Bottega::new(Language::Italian);
    let ctx = bottega.ctx();
    let mut state = State::keys(items());
    assert_eq!(state.item().map(|item| &item.action), Some(&Action::Left));
    for _ in 0..4 {
        update(&mut state, &Action::Down, &ctx);
    }
    assert_eq!(state.item().map(|item| &item.action), Some(&Action::Undo));
    update(&mut state, &Action::Up, &ctx);
    assert_eq!(state.item().map(|item| &item.action), Some(&Action::Paste));
    types(&mut state, "u", &ctx);
    assert!(state.shown.iter().any(|row| matches!(row, Shown::Item { index, .. }
        if state.items[*index].action == Action::Undo)));
    types(&mut state, "zzz", &ctx);
    assert_eq!((state.shown.len(), state.item()), (0, None));
}

#[test]
fn a_double_click_does_the_command_and_a_click_beside_closes() {
    let bottega = Bottega::new(Language::Italian);
    let state = State::palette(items());
    let screen = Rect::new(0, 0, 80, 24);
    let drawn = screen_of(&state, &bottega, 80, 24);
    let row = drawn.lines().position(|line| line.contains("bozze IA")).expect("drawn");
    let column = drawn.lines().nth(row).and_then(|line| line.find("bozze")).expect("there");
    let column = drawn.lines().nth(row).map_or(0, |l| crate::text::width(&l[..column]));
    let click = |column: usize, row: usize, clicks| Mouse {
        kind: MouseKind::Down,
        column: column as u16,
        row: row as u16,
        clicks,
        shift: false,
    };
    let on = hit(&state, &bottega.view(), screen, &click(column, row, 2));
    assert_eq!(on, Some(Action::OpenAt(Target::Row(1))));
    let beside = hit(&state, &bottega.view(), screen, &click(0, 0, 1));
    assert_eq!(beside, Some(Action::Cancel));
}

#[test]
fn the_tour_is_left_with_enter_or_by_doing_what_it_says() {
    let bottega = Bottega::new(Language::English);
    let mut state = State::tour(vec![item(Scope::Week, "a", "AI drafts", Action::Drafts)]);
    assert_eq!(scopes(&state), [Scope::Week]);
    for leaving in [Action::Open, Action::Cancel, Action::Back] {
        let done = update(&mut state, &leaving, &bottega.ctx());
        assert_eq!(done, Outcome::effect(Effect::Close));
    }
    let done = update(&mut state, &Action::Drafts, &bottega.ctx());
    let drafts = Effect::Do(Box::new(Action::Drafts));
    assert_eq!(done, Outcome::Handled(vec![Effect::Close, drafts]));
}

fn screen_of(state: &State, bottega: &Bottega, width: u16, height: u16) -> String {
    let view = view(state, &bottega.view());
    render_to_string(width, height, |area, buf| draw_picker(&view, area, buf, &bottega.theme))
}

#[test]
fn the_help_at_46_by_20() {
    let bottega = Bottega::new(Language::Italian);
    assert_snapshot!(screen_of(&State::keys(items()), &bottega, 46, 20), @r#"
    ╭─ I tasti che funzionano qui ───────────────╮
    │ › un tasto o una parola                    │
    │                                            │
    │ La settimana                               │
    │   h ←           a sinistra                 │
    │   m             sposta                     │
    │   a             bozze IA                   │
    │   p             incolla come nuovo post    │
    │ Ovunque                                    │
    │   u             annulla                    │
    │   /             cerca                      │
    │                                            │
    │                                            │
    │                                            │
    │                                            │
    │                                            │
    │                                            │
    │                                            │
    │                                            │
    ╰────────────────────────────────────────────╯
    "#);
}

#[test]
fn the_palette_with_something_typed() {
    let bottega = Bottega::new(Language::Italian);
    let mut state = State::palette(items());
    types(&mut state, "inc", &bottega.ctx());
    assert_snapshot!(screen_of(&state, &bottega, 70, 24), @r#"
    ╭─ Comandi ──────────────────────────────────────────────────────────╮
    │ › inc                                                              │
    │                                                                    │
    │ incolla come nuovo post                                          p │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    │ Non hai ancora copiato nulla: premi y su un post                   │
    ╰────────────────────────────────────────────────────────────────────╯
    "#);
    assert_snapshot!(plain::picker(&view(&state, &bottega.view()), &bottega.words).all().join("\n"), @r#"
    Comandi
    1. incolla come nuovo post, p
    inc
    1. incolla come nuovo post, p
    Non hai ancora copiato nulla: premi y su un post
    "#);
}

#[test]
fn the_tour_in_english() {
    let bottega = Bottega::new(Language::English);
    let state = State::tour(vec![
        item(Scope::Week, "a", "", Action::Drafts),
        item(Scope::Week, "e", "", Action::Edit),
        item(Scope::Week, "m", "", Action::Move),
    ]);
    assert_snapshot!(screen_of(&state, &bottega, 80, 24), @r#"
    ╭─ Welcome ────────────────────────────────────────────────╮
    │ Your week is on screen. Three keys are enough to begin.  │
    │                                                          │
    │   a    drafts to pick from, by sentence                  │
    │   e    write in your own hand                            │
    │   m    carry a post to another moment                    │
    │                                                          │
    │                                                          │
    ╰────────────────────────────────── ⏎ begin · ? every key ─╯
    "#);
}

#[test]
fn a_row_of_many_keys_shows_the_first_and_says_all_of_them_below() {
    let bottega = Bottega::new(Language::Italian);
    let go = |keys: &str, action| item(Scope::Text, keys, "muovi il cursore", action);
    let keys = ["↑", "↓", "PgUp", "PgDn", "C-Home", "C-End"];
    let state = State::keys(keys.map(|keys| go(keys, Action::Up)).to_vec());
    let drawn = screen_of(&state, &bottega, 60, 10);
    assert!(drawn.contains("↑ ↓ PgUp …    muovi il cursore"), "{drawn}");
    assert!(drawn.contains("↑ ↓ PgUp PgDn C-Home C-End"), "{drawn}");
}
