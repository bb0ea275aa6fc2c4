//! Words longer than any column, at every width: nothing of them is lost where a text is
//! read, no grapheme is torn, and no pane runs into the one beside it. Only tests.

use super::{App, Look, World};
use crate::domain::{
    Brief, Extras, Id, Ids, ModelText, Named, Post, Shelf, Suggestion, SuggestionSource,
};
use crate::features::fixture::{Bottega, id};
use crate::i18n::Language;
use crate::keymap::Keymap;
use crate::text::{graphemes, width};
use crate::ui::{Colors, Theme};
use crate::vocab::{Action, Event, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const WORD: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaujahr";
const LINK: &str = "https://example.org/collezioni/inverno-2026/gomitoli/lana-cotta?robbia";
const TAG: &str = "#LanaCottaDellaBottegaAuroraDiViaDeiTelaiInvernoVentisei";
const FAMILY: &str = "👨‍👩‍👧‍👦";
const POST: &str = "k3f9q7ab";

/// A row of families, longer than any column of its own.
fn families() -> String {
    FAMILY.repeat(30)
}

fn text() -> String {
    format!("{WORD} e poi {LINK} e {}.\n\n{TAG}", families())
}

fn post() -> Post {
    let mut post = Bottega::launch();
    post.title = WORD.into();
    post.text = text();
    post.link = Some(LINK.into());
    post.notes = Some(format!("{WORD} {}", families()));
    post.campaign = Some(WORD.into());
    post
}

fn suggestion() -> Suggestion {
    Suggestion {
        id: id("4t8w2zqc"),
        post: id(POST),
        at: "2026-11-22T09:12:00Z".parse().expect("an instant"),
        brief: Brief {
            topic: WORD.into(),
            tone: Some(WORD.to_lowercase()),
            channel: Some("ig".into()),
            ..Brief::default()
        },
        source: SuggestionSource {
            provider: "openai".into(),
            model: WORD.to_lowercase(),
            ..SuggestionSource::default()
        },
        text: ModelText::new(text()),
        hashtags: vec![TAG[1..].into()],
        extras: Extras::default(),
        fragment: None,
        decisions: Vec::new(),
    }
}

pub(super) fn app() -> (App, Look) {
    let bottega = Bottega::new(Language::Italian).with(post());
    let now = bottega.ctx().now;
    let mut workspace = bottega.workspace.clone();
    let tone = Named { key: WORD.to_lowercase(), description: String::new() };
    workspace.voice.tones = vec![tone];
    let mut shelf: Shelf = bottega.shelf.clone();
    shelf.set_suggestions(id(POST), vec![suggestion()]);
    let app = App::new(World {
        workspace,
        networks: crate::checks::networks(),
        shelf,
        ids: Ids::from_seed(1),
        now,
        by: "Ada Neri <ada@example.org>".into(),
        keeping: crate::vocab::Keeping::default(),
        by_git: true,
        nobody: false,
    });
    let theme = Theme::new(Colors::None, false, false);
    (app, Look::new(bottega.words, theme, Keymap::builtin()))
}

/// The screen as cells; those that a wide one covers are empty.
fn drawn(app: &mut App, look: &Look, wide: u16) -> Vec<Vec<String>> {
    let area = Rect::new(0, 0, wide, 70);
    app.resize(area);
    let mut buf = Buffer::empty(area);
    app.paint(look, &mut buf);
    let row = |y: u16| {
        let mut covered = 0;
        let cell = |x: u16| {
            let symbol = buf[(x, y)].symbol();
            if covered > 0 {
                covered -= 1;
                return String::new();
            }
            covered = width(symbol).saturating_sub(1);
            symbol.to_owned()
        };
        (0..wide).map(cell).collect()
    };
    (0..area.height).map(row).collect()
}

/// How much of `word` stands from this cell on, and where the next row of it would begin.
fn matched(row: &[String], from: usize, word: &[&str]) -> usize {
    let cells = row[from..].iter().filter(|cell| !cell.is_empty());
    cells.zip(word).take_while(|(cell, letter)| cell == letter).count()
}

/// Whether the whole word can be read from somewhere on: to the right, then in the next row
/// where the column begins.
fn reads(screen: &[Vec<String>], word: &str) -> bool {
    let word: Vec<&str> = graphemes(word).collect();
    let starts = screen.iter().enumerate().flat_map(|(y, row)| (0..row.len()).map(move |x| (x, y)));
    starts.into_iter().any(|(x, y)| {
        let mut read = matched(&screen[y], x, &word);
        if read == 0 {
            return false;
        }
        let mut y = y + 1;
        while read < word.len() && y < screen.len() {
            let row = &screen[y];
            let from = 0..(x + 3).min(row.len());
            let more = from.map(|from| matched(row, from, &word[read..])).max().unwrap_or(0);
            if more == 0 {
                return false;
            }
            read += more;
            y += 1;
        }
        read == word.len()
    })
}

/// Every box and every line down stands where it begins: nothing has run over it.
fn is_whole(screen: &[Vec<String>]) -> bool {
    screen.iter().enumerate().all(|(y, row)| {
        row.iter().enumerate().filter(|(_, cell)| *cell == "╭").all(|(x, _)| {
            let bottom = (y + 1..screen.len()).find(|y| screen[*y][x] == "╰");
            bottom.is_some_and(|bottom| (y + 1..bottom).all(|y| screen[y][x] == "│"))
        })
    })
}

fn shown(screen: &[Vec<String>]) -> String {
    let rows: Vec<String> = screen.iter().map(|row| row.concat().trim_end().to_owned()).collect();
    rows.join("\n").trim_end().to_owned()
}

/// At every width the screen is whole, no family is torn, and these words can be read.
fn holds(what: &str, mut app: App, look: &Look, words: &[&str]) {
    // Where everything is wide already, every third will do.
    for wide in (20..=90).chain((93..=160).step_by(3)) {
        let screen = drawn(&mut app, look, wide);
        assert!(is_whole(&screen), "{what} at {wide}:\n{}", shown(&screen));
        for cell in screen.iter().flatten().filter(|cell| cell.contains('\u{200d}')) {
            assert_eq!(cell, FAMILY, "{what} at {wide}");
        }
        // Under thirty columns one line stands instead.
        for word in words.iter().filter(|_| wide >= 30) {
            assert!(reads(&screen, word), "{what} at {wide}: {word}\n{}", shown(&screen));
        }
    }
}

fn opened(screen: Screen) -> (App, Look) {
    let (mut app, look) = app();
    app.show(screen, &look);
    (app, look)
}

fn the_post() -> Id {
    id(POST)
}

#[test]
fn the_inspector_loses_nothing_of_a_long_word_at_any_width() {
    let (mut app, look) = app();
    app.act(&Action::GoToDate);
    let found = crate::vocab::Effect::GoTo {
        date: "2026-11-24".parse().expect("a day"),
        time: None,
        post: Some(the_post()),
    };
    app.settle(vec![found], &look);
    app.act(&Action::Inspector);
    holds("the inspector", app, &look, &[WORD, LINK, TAG, &families()]);
}

#[test]
fn the_panes_lose_nothing_of_a_long_word_at_any_width() {
    let (app, look) = opened(Screen::Drafts { post: Some(the_post()), slot: None });
    holds("the panes", app, &look, &[WORD, LINK, TAG, &families()]);
}

#[test]
fn the_brief_and_the_fields_hold_a_long_word_at_any_width() {
    let (mut app, look) = opened(Screen::Drafts { post: Some(the_post()), slot: None });
    app.act(&Action::Drafts);
    holds("the brief", app, &look, &[]);
    let (app, look) = opened(Screen::Fields { post: the_post(), at: None });
    holds("the fields", app, &look, &[]);
}

#[test]
fn the_editor_and_the_origins_lose_nothing_of_a_long_word_at_any_width() {
    let (app, look) = opened(Screen::Editor { post: the_post(), channel: None });
    holds("the editor", app, &look, &[WORD, LINK, TAG, &families()]);
    let (mut app, look) = opened(Screen::Origin { post: the_post(), channel: None });
    let read = Event::SuggestionsRead {
        post: the_post(),
        suggestions: vec![suggestion()],
        problems: Vec::new(),
    };
    app.event(&read, &look);
    holds("the origins", app, &look, &[WORD, LINK, TAG, &families()]);
}
