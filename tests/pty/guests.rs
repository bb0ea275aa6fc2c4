//! Other programs in front or behind: `$EDITOR`, an endpoint that does not answer, a
//! command that hangs.

use crate::spoken::BOTH;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo, demo_in};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A program of three lines.
pub fn script(home: &Home, name: &str, lines: &str) -> String {
    let path = home.path().join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{lines}\n")).expect("a script");
    let all = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&path, all).expect("a program");
    path.to_string_lossy().into_owned()
}

fn open(home: &Home, folder: &str, more: &[(&str, &str)]) -> Terminal {
    let args = ["-C", folder, "--today", TODAY];
    let mut terminal = Terminal::start_with(home, &args, SIZE, more);
    terminal.until_shows(home.spoken.week);
    terminal
}

pub fn config(home: &Home, text: &str) {
    let path = home.path().join("config/palinsesto");
    std::fs::create_dir_all(&path).expect("a folder");
    std::fs::write(path.join("config.toml"), text).expect("the settings");
}

#[test]
fn the_editor_gets_every_key_and_its_text_comes_back() {
    let (home, folder) = demo();
    let editor = script(
        &home,
        "scrivi",
        "echo PRONTO\nread uno\nread due\nprintf '%s / %s\\n' \"$uno\" \"$due\" > \"$1\"",
    );
    let mut terminal = open(&home, &folder, &[("EDITOR", &editor)]);
    terminal.send("e");
    terminal.until_shows(home.spoken.common);
    terminal.send("\x1be");
    terminal.until_shows("PRONTO");
    for letter in "La prima riga.\nLa seconda, con q e x.\n".chars() {
        terminal.send(&letter.to_string());
    }
    terminal.until_shows("La prima riga. / La");
    terminal.send("\x1b");
    terminal.until("the editor is left", |screen| !screen.contains("[comune]"));
    terminal.wait("the text is saved", |_| {
        let found = std::process::Command::new("grep")
            .args(["-rq", "La prima riga. / La seconda, con q e x.", &format!("{folder}/posts")])
            .status();
        found.is_ok_and(|status| status.success())
    });
}

#[test]
fn an_editor_that_fails_is_said_and_nothing_is_lost() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let editor = script(&home, "rotto", "exit 3");
        let mut terminal = open(&home, &folder, &[("EDITOR", &editor)]);
        terminal.send("e");
        terminal.until_shows(spoken.common);
        terminal.send("Parole mie. ");
        terminal.until_shows("Parole mie.");
        terminal.send("\x1be");
        terminal.until_shows(spoken.editor_failed);
        terminal.until_shows("Parole mie.");
    }
}

#[test]
fn what_interrupts_and_stops_the_editor_is_not_taken_from_it() {
    let (home, folder) = demo();
    let editor = script(
        &home,
        "ferma",
        "trap 'echo interrotto > \"$1\"; exit 0' INT\necho PRONTO\nkill -TSTP $PPID\nwhile :; do sleep 0.05; done",
    );
    let mut terminal = open(&home, &folder, &[("EDITOR", &editor)]);
    terminal.send("e");
    terminal.until_shows(home.spoken.common);
    terminal.send("\x1be");
    terminal.until_shows("PRONTO");
    terminal.wait("we stop with it", |terminal| {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", terminal.pid()));
        stat.is_ok_and(|stat| stat.contains(") T "))
    });
    terminal.signal("-CONT");
    terminal.send("\x03");
    terminal.until_shows("interrotto");
    terminal.send("\x1b");
    terminal.until("the editor is left", |screen| !screen.contains("[comune]"));
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn an_endpoint_that_does_not_answer_holds_nobody_up() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        // The port of the discard service: nobody listens.
        let profile = "[ai.profiles.default]\nkind = \"openai\"\n\
                       base_url = \"http://127.0.0.1:9/v1\"\nmodel = \"prova\"\n";
        config(&home, profile);
        let mut terminal = open(&home, &folder, &[]);
        terminal.send("a");
        terminal.until_shows(spoken.brief);
        terminal.until_shows("default");
        terminal.send("\r");
        // Nothing came: the bar says why, and the brief is there to be changed.
        terminal.until_shows(spoken.nobody_listens);
        // The first of three says it; `Esc` would stop the others while they try.
        terminal.until_shows(spoken.brief);
        terminal.send("\x1b");
        terminal.until_shows(spoken.monday);
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
    }
}

#[test]
fn a_command_that_hangs_is_stopped_with_all_it_started() {
    let (home, folder) = demo();
    let pids = home.path().join("pids");
    let hang = script(
        &home,
        "appeso",
        &format!("sleep 600 &\necho $! >> {}\nwait", pids.to_string_lossy()),
    );
    config(&home, &format!("[ai.profiles.default]\nkind = \"command\"\ncommand = [\"{hang}\"]\n"));
    let mut terminal = open(&home, &folder, &[]);
    terminal.send("a");
    terminal.until_shows(home.spoken.brief);
    terminal.until_shows("default");
    terminal.send("\r");
    terminal.wait("three commands run", |_| read(&pids).len() == 3);
    let begun = Instant::now();
    terminal.send("\x1b");
    terminal.wait("none of them runs any more", |_| {
        read(&pids).iter().all(|pid| !std::path::Path::new(&format!("/proc/{pid}")).exists())
    });
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    terminal.send("qq");
    assert_eq!(terminal.ended(), 0);
}

fn read(pids: &std::path::Path) -> Vec<String> {
    let text = std::fs::read_to_string(pids).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// The file of the post under the cursor when the demo opens.
fn launch(folder: &str) -> PathBuf {
    let week = std::path::Path::new(folder).join("posts/2026/W48");
    let mut paths = std::fs::read_dir(week).expect("a week").flatten().map(|entry| entry.path());
    let of_launch = |path: &PathBuf| path.to_string_lossy().ends_with(".e8q9mxha.toml");
    paths.find(of_launch).expect("the launch")
}

/// The same post with another text, as another program would write it.
fn rewritten(file: &str, text: &str) -> String {
    let (head, rest) = file.split_once("text = \"\"\"\n").expect("a text");
    let (_, tail) = rest.split_once("\n\"\"\"").expect("its end");
    format!("{head}text = \"\"\"\n{text}\n\"\"\"{tail}")
}

#[test]
fn each_answer_about_words_that_another_program_wrote_too_is_given_and_nothing_is_lost() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let path = launch(&folder);
        let file = || std::fs::read_to_string(&path).expect("a file");
        let mut terminal = open(&home, &folder, &[]);
        terminal.send("e");
        terminal.until_shows(spoken.common);
        for answer in ["1", "2", "3"] {
            let (mine, theirs) = (format!("Mia{answer}."), format!("Loro{answer}."));
            terminal.send(&format!("\x01\x1b[200~{mine}\x1b[201~"));
            terminal.until_shows(&mine);
            std::fs::write(&path, rewritten(&file(), &theirs)).expect("a file");
            terminal.send("\x13");
            terminal.until_shows(spoken.clash);
            terminal.send(answer);
            terminal.until("an answer", |screen| !screen.contains(spoken.clash));
            terminal.send("\x13");
            let saved = match answer {
                "1" => mine.clone(),
                "2" => theirs.clone(),
                _ => format!("{mine}\n\n{theirs}"),
            };
            let wanted = format!("\n{saved}\n");
            terminal.wait("it is saved", |_| file().contains(&wanted));
            if answer == "2" {
                // What was typed is a step back in the text.
                terminal.send("\x1a");
                terminal.until_shows(&mine);
            }
        }
        assert!(!file().contains("\n[variants.ig]"), "a channel was given words: {}", file());
        terminal.send("\x1b");
        terminal.until("the editor is left", |screen| !screen.contains(spoken.common));
        terminal.send("q");
        assert_eq!(terminal.ended(), 0);
    }
}
