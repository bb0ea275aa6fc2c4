//! Takes the pictures of the documentation: `cargo run --example pictures`.
//!
//! The demo of one fixed day is made in a temporary folder and opened by the program's
//! own session, with a buffer for a screen; keys are played, and what stands in the
//! buffer is written to `docs/pictures/` as SVG. Nothing is drawn by hand.

#![allow(clippy::disallowed_methods, clippy::print_stdout)]

#[path = "../../tests/support/canned.rs"]
mod canned;
mod player;
mod svg;

use anyhow::Result;
use palinsesto::i18n::Language::{English, Italian};
use player::{Player, Scene};
use std::path::Path;

const FOLDER: &str = "docs/pictures";

/// File name, size, and what is on the screen.
fn scenes() -> Vec<Scene> {
    let week = |name, size| Scene::new(name, Italian, size, &[]);
    vec![
        week("settimana-160", (160, 48)),
        week("settimana-120", (120, 36)),
        week("settimana-80", (80, 24)),
        week("settimana-46", (46, 20)),
        week("settimana-chiara", (120, 36)).light(),
        Scene::new("week-160", English, (160, 40), &[]),
        Scene::new("week-120", English, (120, 36), &[]),
        Scene::new("drafts", English, (160, 28), &["{suggestions}", "a", "Tab", "y", "j"]),
        Scene::new("sposta", Italian, (120, 36), &["m l j"]),
        Scene::new("bozze", Italian, (160, 28), &["{suggestions}", "a", "Tab", "y", "j"]),
        Scene::new(
            "riscrivi",
            Italian,
            (120, 32),
            &["{suggestions}", "a", "Tab", "e End", "=Da lunedì"],
        ),
        Scene::new("brief", Italian, (120, 32), &["{post}", "a", "=Da lunedì la lana nuova"]),
        Scene::new("editor", Italian, (120, 36), &["{post}", "e"]),
        Scene::new("campi", Italian, (120, 36), &["{post}", "i"]),
        Scene::new("cerca", Italian, (120, 36), &["/", "=lana"]),
        Scene::new("approva-160", Italian, (160, 48), &["g", "n", "j", "Enter", "A"]),
        Scene::new("approve-120", English, (120, 36), &["g", "n", "j", "Enter", "A"]),
        Scene::new("approva-80", Italian, (80, 24), &["{post}", "A"]),
        Scene::new("approve-46", English, (46, 20), &["{post}", "A"]),
        Scene::new("aiuto", Italian, (120, 40), &["?"]),
        Scene::new("comandi", Italian, (120, 36), &[":", "=sp"]),
    ]
}

fn main() -> Result<()> {
    let only: Vec<String> = std::env::args().skip(1).collect();
    let out = Path::new(FOLDER);
    std::fs::create_dir_all(out)?;
    for scene in scenes() {
        if !only.is_empty() && !only.iter().any(|name| name == scene.name) {
            continue;
        }
        let mut player = Player::open(&scene)?;
        for keys in scene.keys {
            player.play(keys)?;
        }
        let picture = svg::picture(&player.screen(), scene.light);
        std::fs::write(out.join(format!("{}.svg", scene.name)), &picture)?;
        println!("{:>7} bytes  {FOLDER}/{}.svg", picture.len(), scene.name);
    }
    Ok(())
}
