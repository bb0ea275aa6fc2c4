//! The pieces that run at every key, frame or open: `cargo bench --bench pieces`.

#![allow(clippy::disallowed_methods, reason = "a bench reads the environment")]

#[path = "support/archive.rs"]
mod archive;

use palinsesto::storage::Folder;
use palinsesto::text;
use std::path::Path;

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
