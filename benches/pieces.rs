//! The pieces that run at every key, frame or open: `cargo bench --bench pieces`.

#![allow(clippy::disallowed_methods, reason = "a bench reads the environment")]

#[path = "support/archive.rs"]
mod archive;

use chrono::NaiveTime;
use palinsesto::app::{App, Look, World};
use palinsesto::checks::{self, CheckContext};
use palinsesto::domain::{Fact, Ids, Now, Post, Shelf, SmellTuning, Workspace};
use palinsesto::i18n::{Language, Words};
use palinsesto::keymap::Keymap;
use palinsesto::storage::Folder;
use palinsesto::text;
use palinsesto::ui::{Colors, Theme};
use palinsesto::vocab::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;
use std::sync::Arc;

fn main() {
    divan::main();
}

/// A caption as long as Instagram takes.
fn caption() -> String {
    let sentence = "La lana torna a casa lunedì: tre colori, 89 € la sciarpa. #lana @bottega ";
    sentence.repeat(30).chars().take(2200).collect()
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

/// What smells of machine in a caption of 2,200 characters.
#[divan::bench]
fn smell_a_caption(bencher: divan::Bencher) {
    let caption = caption();
    let tuning = SmellTuning::default();
    bencher.bench_local(|| checks::smell(&caption, text::TextLanguage::Italian, &tuning));
}

/// Claims read and compared with eleven facts, at every key.
#[divan::bench]
fn claims_of_a_caption(bencher: divan::Bencher) {
    let mut workspace = folder().workspace().expect("a brand").0;
    workspace.facts = (0..11)
        .map(|n| Fact {
            id: format!("f{n}"),
            text: format!("La sciarpa Aurora numero {n} costa {} € in {n} colori", 80 + n),
            source: None,
            expires: None,
        })
        .collect();
    let text = caption();
    let post = Post { text, ..Post::new(Ids::from_seed(1).fresh(), "Lancio") };
    let today = archive::TODAY.parse().expect("a date");
    bencher.bench_local(|| checks::claim_findings(&post, &workspace, today));
}

/// View and drawing of the whole screen, as at every key.
#[divan::bench(args = [(200, 60), (80, 24)])]
fn frame_of_a_week_of_200_cards(bencher: divan::Bencher, size: (u16, u16)) {
    let folder = folder();
    let workspace = folder.workspace().expect("a brand").0;
    let zone = workspace.zone;
    let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("a time");
    let today: chrono::NaiveDate = archive::TODAY.parse().expect("a date");
    let mut app = App::new(World {
        workspace,
        networks: checks::networks(),
        shelf: Shelf::default(),
        ids: Ids::from_seed(1),
        now: Now { utc: today.and_time(noon).and_utc(), zone },
        by: String::new(),
        by_git: false,
        nobody: false,
        keeping: palinsesto::vocab::Keeping::default(),
    });
    for week in folder.week_folders() {
        let (entries, problems) = folder.load_folder(&week.folder(), zone);
        let entries = entries.into_iter().map(Arc::new).collect();
        app.learn(&Event::FolderRead { folder: week.folder(), entries, problems });
    }
    let theme = Theme::new(Colors::True, false, false);
    let look = Look::new(Words::new(Language::Italian), theme, Keymap::builtin());
    let area = Rect::new(0, 0, size.0, size.1);
    app.resize(area);
    bencher.bench_local(|| {
        let mut buffer = Buffer::empty(area);
        app.paint(&look, &mut buffer);
        buffer
    });
}
