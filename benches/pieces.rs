//! The pieces that run at every key, frame or open: `cargo bench --bench pieces`.

#![allow(clippy::disallowed_methods, reason = "a bench reads the environment")]

#[path = "support/archive.rs"]
mod archive;

use chrono::NaiveTime;
use palinsesto::app::{App, Look, World};
use palinsesto::checks::{self, CheckContext};
use palinsesto::domain::{
    ContentHash, Entry, Fact, Ids, Now, Post, RelPath, Shelf, SmellTuning, Week, When, Workspace,
};
use palinsesto::i18n::{Language, Words};
use palinsesto::keymap::Keymap;
use palinsesto::storage::Folder;
use palinsesto::text;
use palinsesto::ui::{Colors, Theme};
use palinsesto::vocab::{Event, Input, InputKind, Key, KeyCode, Press, Provenance, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::sync::Arc;

fn main() {
    divan::main();
}

/// Captions as long as Instagram takes, as people write them.
const ITALIAN: &str = include_str!("support/caption_it.txt");
const ENGLISH: &str = include_str!("support/caption_en.txt");

/// Shops of many trades, whose facts are as different as facts are.
const FACTS: [(&str, &str); 8] = [
    ("it", include_str!("../tests/corpus/claims/it.txt")),
    ("it", include_str!("../tests/corpus/claims/it_more.txt")),
    ("it", include_str!("../tests/corpus/claims/it_third.txt")),
    ("it", include_str!("../tests/corpus/claims/it_fourth.txt")),
    ("en", include_str!("../tests/corpus/claims/en.txt")),
    ("en", include_str!("../tests/corpus/claims/en_more.txt")),
    ("en", include_str!("../tests/corpus/claims/en_third.txt")),
    ("en", include_str!("../tests/corpus/claims/en_fourth.txt")),
];

fn caption() -> String {
    ITALIAN.to_owned()
}

fn folder() -> Folder {
    let below = Path::new(env!("CARGO_TARGET_TMPDIR"));
    Folder::open(&archive::folder(below, 1000)).expect("the folder opens")
}

#[divan::bench]
fn read_the_brand(bencher: divan::Bencher) {
    let folder = folder();
    bencher.bench_local(|| folder.workspace().expect("a brand"));
}

#[divan::bench]
fn read_a_week_of_200_posts(bencher: divan::Bencher) {
    let folder = folder();
    bencher.bench_local(|| folder.load_folder("posts/2026/W48", chrono_tz::Europe::Rome));
}

#[divan::bench]
fn sentences_of_a_caption(bencher: divan::Bencher) {
    let caption = caption();
    bencher.bench_local(|| text::sentences(&caption));
}

#[divan::bench]
fn reveal_a_caption(bencher: divan::Bencher) {
    let caption = caption();
    bencher.bench_local(|| text::reveal(&caption).len());
}

#[divan::bench]
fn wrap_a_caption(bencher: divan::Bencher) {
    let caption = caption();
    bencher.bench_local(|| text::wrap(&caption, 40).len());
}

/// Every check of a post for all six channels; over their limits it also finds where a
/// text stops fitting.
#[divan::bench(args = [1, 200])]
fn check_captions_of_2200_characters_over_by(bencher: divan::Bencher, over: usize) {
    let workspace = folder().workspace().expect("a brand").0;
    let text: String = caption().chars().chain(std::iter::repeat_n('a', over)).collect();
    check(bencher, &workspace, text);
}

#[divan::bench]
fn check_a_caption_that_fits(bencher: divan::Bencher) {
    let workspace = folder().workspace().expect("a brand").0;
    check(bencher, &workspace, caption().chars().take(270).collect());
}

fn check(bencher: divan::Bencher, workspace: &Workspace, text: String) {
    let channels = workspace.channels.iter().map(|channel| channel.key.clone()).collect();
    let post = Post { text, channels, ..Post::new(Ids::from_seed(1).fresh(), "Lancio") };
    let networks = checks::networks();
    let context = CheckContext { workspace, networks, exists: &|_| true, voices: None };
    bencher.bench_local(|| checks::post(&post, &context));
}

/// A language and how many facts its brand has.
const BRANDS: [(&str, usize); 6] =
    [("it", 10), ("it", 100), ("it", 300), ("en", 10), ("en", 100), ("en", 300)];

/// A brand of so many facts, and a post of a whole caption.
fn brand(lang: &str, facts: usize) -> (Workspace, Post) {
    let mut workspace = folder().workspace().expect("a brand").0;
    let lines = FACTS.iter().filter(|(of, _)| *of == lang).flat_map(|(_, text)| text.lines());
    let texts: Vec<&str> = lines
        .filter_map(|line| line.strip_prefix("fact ")?.split_once(": "))
        .map(|it| it.1)
        .collect();
    let fact = |(n, text): (usize, &&str)| Fact {
        id: format!("f{n}"),
        text: (*text).to_owned(),
        source: None,
        expires: None,
    };
    workspace.facts = texts.iter().cycle().take(facts).enumerate().map(fact).collect();
    let channels = workspace.channels.iter().map(|channel| channel.key.clone()).collect();
    let text = if lang == "it" { ITALIAN } else { ENGLISH }.to_owned();
    let lang = Some(lang.to_owned());
    let post = Post { text, lang, channels, ..Post::new(Ids::from_seed(1).fresh(), "Lancio") };
    (workspace, post)
}

fn language(post: &Post) -> text::TextLanguage {
    match post.lang.as_deref() {
        Some("en") => text::TextLanguage::English,
        _ => text::TextLanguage::Italian,
    }
}

/// What smells of machine in a caption of 2,200 characters.
#[divan::bench(args = ["it", "en"])]
fn smell_a_caption(bencher: divan::Bencher, lang: &str) {
    let post = brand(lang, 0).1;
    let tuning = SmellTuning::default();
    bencher.bench_local(|| checks::smell(&post.text, language(&post), &tuning));
}

/// Claims read and compared with a brand's facts, at every key.
#[divan::bench(args = BRANDS)]
fn claims_of_a_caption(bencher: divan::Bencher, (lang, facts): (&str, usize)) {
    let (workspace, post) = brand(lang, facts);
    let today = archive::TODAY.parse().expect("a date");
    bencher.bench_local(|| checks::claim_findings(&post, &workspace, today));
}

/// Claims, smell and limits together: what stands beside the words at every key, to be had
/// in a millisecond where the brand has a hundred facts.
#[divan::bench(args = BRANDS)]
fn all_checks_of_a_caption(bencher: divan::Bencher, (lang, facts): (&str, usize)) {
    let (workspace, post) = brand(lang, facts);
    let today = archive::TODAY.parse().expect("a date");
    let tuning = SmellTuning::default();
    let networks = checks::networks();
    let context = CheckContext { workspace: &workspace, networks, exists: &|_| true, voices: None };
    bencher.bench_local(|| {
        let claims = checks::claim_findings(&post, &workspace, today);
        let smell = checks::smell(&post.text, language(&post), &tuning);
        (claims, smell, checks::post(&post, &context))
    });
}

/// The facts of a brand read once, when they change.
#[divan::bench(args = [10, 100, 300])]
fn read_the_facts_of_a_brand(bencher: divan::Bencher, facts: usize) {
    let (workspace, _) = brand("it", facts);
    bencher.bench_local(|| checks::Grounds::new(&workspace));
}

/// View and drawing of the whole screen, as at every key.
#[divan::bench(args = [(200, 60), (80, 24)])]
fn frame_of_a_week_of_200_cards(bencher: divan::Bencher, size: (u16, u16)) {
    let folder = folder();
    let mut app = app(&folder);
    let zone = app.world.workspace.zone;
    for week in folder.week_folders() {
        let (entries, problems) = folder.load_folder(&week.folder(), zone);
        let entries = entries.into_iter().map(Arc::new).collect();
        app.learn(&Event::FolderRead { folder: week.folder(), entries, problems });
    }
    let look = look();
    let area = Rect::new(0, 0, size.0, size.1);
    app.resize(area);
    bencher.bench_local(|| {
        let mut buffer = Buffer::empty(area);
        app.paint(&look, &mut buffer);
        buffer
    });
}

/// A letter typed in the middle of a text of 2,000 lines, and the frame that shows it.
#[divan::bench]
fn key_and_frame_in_a_text_of_2000_lines(bencher: divan::Bencher) {
    let folder = folder();
    let mut app = app(&folder);
    let line = "La lana torna a casa lunedì: tre colori, 89 € la sciarpa.\n";
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
    let today: chrono::NaiveDate = archive::TODAY.parse().expect("a date");
    let id = Ids::from_seed(2).fresh();
    let post = Post {
        text: line.repeat(2000),
        when: Some(When::Local(today.and_time(noon))),
        channels: vec!["ig".to_owned()],
        ..Post::new(id.clone(), "Lungo")
    };
    let week = Week::of(today).folder();
    let path = RelPath::new(format!("{week}/lungo.{id}.toml"));
    let entries = vec![Arc::new(Entry::new(path, ContentHash::of(b""), post))];
    app.learn(&Event::FolderRead { folder: week, entries, problems: Vec::new() });
    let look = look();
    let area = Rect::new(0, 0, 120, 36);
    app.resize(area);
    for letter in ['t', 'e'] {
        app.input(&key(KeyCode::Char(letter)), &look);
    }
    for _ in 0..1000 {
        app.input(&key(KeyCode::Up), &look);
    }
    assert!(!app.scopes().contains(&Scope::Week), "the text is open");
    bencher.bench_local(|| {
        app.input(&key(KeyCode::Char('a')), &look);
        let mut buffer = Buffer::empty(area);
        app.paint(&look, &mut buffer);
        buffer
    });
}

fn key(code: KeyCode) -> Input {
    let kind = InputKind::Key(Key::plain(code));
    Input { kind, press: Press::Press, provenance: Provenance::Keyboard, read_at: 0 }
}

fn look() -> Look {
    let theme = Theme::new(Colors::True, false, false);
    Look::new(Words::new(Language::Italian), theme, Keymap::builtin())
}

/// At noon of the day of the archive, with nothing read yet.
fn app(folder: &Folder) -> App {
    let workspace = folder.workspace().expect("a brand").0;
    let zone = workspace.zone;
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
    let today: chrono::NaiveDate = archive::TODAY.parse().expect("a date");
    App::new(World {
        workspace,
        networks: checks::networks(),
        shelf: Shelf::default(),
        ids: Ids::from_seed(1),
        now: Now { utc: today.and_time(noon).and_utc(), zone },
        by: String::new(),
        by_git: false,
        nobody: false,
        keeping: palinsesto::vocab::Keeping::default(),
    })
}
