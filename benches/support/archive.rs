//! A content folder of any size, the same bytes for the same number: 27.4 posts a day, so
//! that the week in sight always holds about 200 and only the archive grows.

#![allow(dead_code, clippy::disallowed_methods, reason = "a bench makes its own folder")]

use chrono::{Days, NaiveDate};
use palinsesto::domain::{Ids, Week};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

pub const TODAY: &str = "2026-11-25";
const PER_DAY: f64 = 27.4;
const WORDS: [&str; 40] = [
    "lana", "telaio", "bottega", "oggi", "domani", "mani", "filo", "sciarpa", "colore", "inverno",
    "mercato", "sabato", "tessere", "tingere", "robbia", "indaco", "pecora", "valle", "gomitolo",
    "ordito", "trama", "nodo", "coperta", "tavolo", "finestra", "mattina", "sera", "luce", "neve",
    "strada", "porta", "cliente", "regalo", "natale", "corso", "prova", "caffè", "però", "città",
    "qualità",
];
const CHANNELS: [(&str, &str); 6] = [
    ("ig", "instagram"),
    ("fb", "facebook"),
    ("linkedin", "linkedin"),
    ("bluesky", "bluesky"),
    ("mastodon", "mastodon"),
    ("tg", "telegram"),
];

/// A small generator of pseudo-random numbers: speed and repeatability are all it is for.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut text: String =
            (0..words).map(|_| WORDS[self.roll(WORDS.len())]).collect::<Vec<_>>().join(" ");
        if let Some(first) = text.get_mut(0..1) {
            first.make_ascii_uppercase();
        }
        text.push('.');
        text
    }
}

/// Makes (once) and returns the folder of `posts` posts under `below`.
pub fn folder(below: &Path, posts: usize) -> PathBuf {
    let root = below.join(format!("archive-{posts}"));
    if root.join("done").exists() {
        return root;
    }
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("ideas")).expect("a folder");
    let mut brand = String::from(
        "format = 1\nid = \"bench000\"\n\n[brand]\nname = \"Archivio\"\ntimezone = \"Europe/Rome\"\n\
         languages = [\"it\"]\ncountry = \"IT\"\n",
    );
    for (key, network) in CHANNELS {
        write!(brand, "\n[channels.{key}]\nnetwork = \"{network}\"\naccount = \"@archivio\"\n")
            .expect("a String");
    }
    fs::write(root.join("palinsesto.toml"), brand).expect("a file");
    let (ids, mut dice) = (Ids::from_seed(7), Dice(0x5EED));
    let today: NaiveDate = TODAY.parse().expect("a date");
    let ahead = ((posts as f64 / PER_DAY) * 0.1).clamp(7.0, 21.0);
    let mut made_week = None;
    for index in 0..posts {
        let days_back = (posts - index) as f64 / PER_DAY - ahead;
        let date = if days_back >= 0.0 {
            today - Days::new(days_back as u64)
        } else {
            today + Days::new((-days_back) as u64)
        };
        let week = Week::of(date);
        if made_week != Some(week) {
            fs::create_dir_all(root.join(week.folder())).expect("a folder");
            made_week = Some(week);
        }
        let id = ids.fresh();
        let title = dice.sentence(3);
        let mut text = String::new();
        for _ in 0..3 + dice.roll(8) {
            let words = 6 + dice.roll(12);
            text.push_str(&dice.sentence(words));
            text.push(if dice.roll(3) == 0 { '\n' } else { ' ' });
        }
        let (a, b) = (dice.roll(CHANNELS.len()), dice.roll(CHANNELS.len()));
        let channels = if a == b {
            format!("[\"{}\"]", CHANNELS[a].0)
        } else {
            format!("[\"{}\", \"{}\"]", CHANNELS[a].0, CHANNELS[b].0)
        };
        let (hour, minute) = (7 + dice.roll(14), dice.roll(4) * 15);
        let file = format!(
            "id = \"{id}\"\ntitle = \"{title}\"\nwhen = {date}T{hour:02}:{minute:02}:00\n\
             channels = {channels}\nlang = \"it\"\ntext = \"\"\"\n{}\n\"\"\"\n",
            text.trim()
        );
        fs::write(root.join(week.folder()).join(format!("post.{id}.toml")), file).expect("a file");
    }
    fs::write(root.join("done"), "").expect("a file");
    root
}
