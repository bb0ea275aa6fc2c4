//! The main story on the real binary, with the built-in composer, in both languages: the
//! week, drafts, one sentence taken and one written over, a move to Thursday and back,
//! the way out; and `git diff` says exactly that.

use crate::guests::config;
use crate::repository::{committed, git};
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY};
use std::path::{Path, PathBuf};

/// What is said in one language, and typed.
struct Day {
    lang: &'static str,
    week: &'static str,
    asks: &'static str,
    thursday: &'static str,
    topic: &'static str,
    fact: &'static str,
    mine: &'static str,
}

const DAYS: [Day; 2] = [
    Day {
        lang: "it",
        week: "settimana 48",
        asks: "Compositore",
        thursday: "gio 26",
        topic: "la lana nuova",
        fact: "La lana nuova arriva da Biella",
        mine: "Questa frase è mia.",
    },
    Day {
        lang: "en",
        week: "week 48",
        asks: "Built-in composer",
        thursday: "Thu 26",
        topic: "the new wool",
        fact: "The new wool comes from Biella",
        mine: "This sentence is mine.",
    },
];

const POST: &str = "posts/2026/W48/la-lana.k3f9q7ab.toml";

/// A folder with one post without words this Wednesday, committed.
fn bottega(home: &Home, Day { lang, fact, .. }: &Day) -> PathBuf {
    let folder = home.path().join("bottega");
    let brand = format!(
        "format = 1\nid = \"b7m2x9qe\"\n\n[brand]\nname = \"Bottega Aurora\"\n\
         timezone = \"Europe/Rome\"\nlanguages = [\"{lang}\"]\n\n[channels.ig]\n\
         network = \"instagram\"\naccount = \"@bottega.aurora\"\n"
    );
    let post = format!(
        "# Di Ada\nid = \"k3f9q7ab\"\ntitle = \"La lana\"\n\
         when = 2026-11-25T12:30:00  # a pranzo\nchannels = [\"ig\"]\nlang = \"{lang}\"\n\
         text = \"\"\n"
    );
    let ignored = ".palinsesto-*\n";
    let facts = format!("[[fact]]\nid = \"lana\"\ntext = \"{fact}\"\n");
    let files = [("palinsesto.toml", &*brand), (POST, &*post), ("facts/lana.toml", &*facts)];
    committed(&folder, &[&files[..], &[(".gitignore", ignored)]].concat());
    folder
}

fn suggestions(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder.join("drafts/k3f9q7ab")).into_iter().flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect()
}

/// Lines that were added or taken away, without the headers of the files.
fn changed(diff: &str) -> Vec<&str> {
    let header = |line: &&str| line.starts_with("+++ ") || line.starts_with("--- ");
    diff.lines().filter(|line| line.starts_with(['+', '-']) && !header(line)).collect()
}

#[test]
fn the_main_story_on_the_real_binary_leaves_exactly_what_the_hand_did() {
    for day in &DAYS {
        let home = Home::new();
        let folder = bottega(&home, day);
        config(&home, &format!("lang = \"{}\"\nby = \"Ada Neri <ada@example.org>\"\n", day.lang));
        let post = || std::fs::read_to_string(folder.join(POST)).expect("the post");
        let root = folder.to_string_lossy().into_owned();
        let mut terminal = Terminal::start(&home, &["-C", &root, "--today", TODAY], SIZE);
        terminal.until_shows(day.week);
        terminal.until_shows("La lana");

        terminal.send("a");
        terminal.until_shows(day.asks);
        terminal.send(&format!("\x1b[200~{}\x1b[201~\r", day.topic));
        terminal.wait("three suggestions", |_| suggestions(&folder).len() == 3);
        terminal.send("y");
        terminal.wait("the first sentence is in the post", |_| post().contains("[[origin]]"));
        let text = post();
        let taken = text.lines().find_map(|line| line.strip_prefix("text = \"")).expect("a line");
        let taken = taken.trim_end_matches('"').to_owned();
        assert!(!taken.is_empty(), "{text}");
        terminal.send("e");
        terminal.until_shows("C-u");
        terminal.send("\x15");
        terminal.send(&format!("\x1b[200~{}\x1b[201~", day.mine));
        terminal.until_shows(day.mine);
        terminal.send("\r");
        terminal.wait("the second is the hand's", |_| post().contains("\"rewritten\""));
        let decided = git(&folder, &["diff"]);

        terminal.send("q");
        terminal.until_shows(day.week);
        terminal.send("m");
        terminal.send("l");
        terminal.until_shows(day.thursday);
        terminal.send("\r");
        terminal.wait("it is on Thursday", |_| post().contains("when = 2026-11-26T12:30:00  #"));
        let moved = git(&folder, &["diff"]);
        assert!(
            moved.contains(
                "-when = 2026-11-25T12:30:00  # a pranzo\n+when = 2026-11-26T12:30:00  # a pranzo"
            ),
            "{moved}"
        );
        terminal.send("u");
        terminal.wait("it is back", |_| post().contains("when = 2026-11-25T12:30:00  #"));
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
        assert_eq!(terminal.modes_left_on(), Vec::<&str>::new());

        let diff = git(&folder, &["diff"]);
        assert_eq!(diff, decided, "undo takes back the move and nothing else");
        let lines = changed(&diff);
        assert_eq!(lines[0], "-text = \"\"", "{diff}");
        assert!(lines[1].contains(&taken) && lines[1].contains(day.mine), "{diff}");
        let record = |line: &&str| {
            let line = line.trim_start_matches('+');
            ["", "[[origin]]", "decision = \"accepted\"", "decision = \"rewritten\""]
                .contains(&line)
                || ["draft = \"k3f9q7ab/", "at = ", "by = \"Ada Neri"]
                    .iter()
                    .any(|key| line.starts_with(key))
        };
        assert!(lines[2..].iter().all(|line| line.starts_with('+') && record(line)), "{diff}");
        assert_eq!(lines.len(), 14, "one text, two origins: {diff}");
        let untracked = git(&folder, &["ls-files", "--others", "--exclude-standard"]);
        assert_eq!(untracked.lines().count(), 3, "{untracked}");
        assert!(untracked.lines().all(|path| path.starts_with("drafts/k3f9q7ab/")), "{untracked}");
        let all: String = suggestions(&folder)
            .iter()
            .map(|path| std::fs::read_to_string(path).expect("a suggestion"))
            .collect();
        assert_eq!(all.matches("verdict = \"accepted\"").count(), 1, "{all}");
        assert_eq!(all.matches("verdict = \"rewritten\"").count(), 1, "{all}");
        assert!(!all.contains(day.mine), "what the hand wrote lives in the post: {all}");
    }
}
