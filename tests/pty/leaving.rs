//! Going away and coming back: suspended, killed while typing, without a terminal, without
//! a folder.

use crate::endings::typing;
use crate::spoken::BOTH;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo, demo_in, open};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// `T` while a process is stopped.
fn state(terminal: &Terminal) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", terminal.pid())).ok()?;
    stat.rsplit(") ").next()?.chars().next()
}

fn until_stopped(terminal: &mut Terminal) {
    terminal.wait("the process stops", |terminal| state(terminal) == Some('T'));
}

fn suspended(how: impl FnOnce(&mut Terminal)) {
    let (home, folder) = demo();
    let mut terminal = open(&home, &folder);
    how(&mut terminal);
    until_stopped(&mut terminal);
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new(), "the shell has its terminal back");
    terminal.signal("-CONT");
    terminal.until("the week again", |screen| screen.contains(home.spoken.week));
    assert!(terminal.screen.screen().alternate_screen());
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_week_back() {
    suspended(|terminal| terminal.send("\x1a"));
}

#[test]
fn a_stop_from_outside_does_the_same() {
    suspended(|terminal| terminal.signal("-TSTP"));
}

#[test]
fn a_kill_while_typing_loses_no_letter() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = open(&home, &folder);
        typing(&mut terminal);
        terminal.signal("-TERM");
        assert_eq!(terminal.ended(), 128 + 15);
        let mut terminal = open(&home, &folder);
        terminal.until_shows(spoken.one_unsaved);
        terminal.until_shows("Appenascritta");
    }
}

#[test]
fn a_kill_that_cannot_be_heard_loses_less_than_a_second() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut terminal = open(&home, &folder);
        typing(&mut terminal);
        terminal.wait("the journal", |_| unsaved(home.path()) == 1);
        terminal.signal("-KILL");
        terminal.ended();
        let mut terminal = open(&home, &folder);
        terminal.until_shows(spoken.one_unsaved);
        terminal.until_shows("Appenascritta");
    }
}

#[test]
fn a_git_that_does_not_answer_costs_no_letter() {
    let (home, folder) = demo();
    let programs = home.path().join("programs");
    std::fs::create_dir(&programs).expect("a folder");
    let pid = home.path().join("pid");
    let hangs = format!("#!/bin/sh\necho $$ > {}\nexec sleep 600\n", pid.display());
    std::fs::write(programs.join("git"), hangs).expect("a program");
    let mode = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(programs.join("git"), mode).expect("it can be run");
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    let args = ["-C", &folder, "--today", TODAY];
    let mut terminal = Terminal::start_with(&home, &args, SIZE, &[("PATH", &path)]);
    terminal.until_shows(home.spoken.week);
    typing(&mut terminal);
    // It is ended after a while, and that is said.
    terminal.until_shows("git non ha dato segni per 10 secondi");
    terminal.signal("-TERM");
    assert_eq!(terminal.ended(), 128 + 15);
    let pid = std::fs::read_to_string(pid).expect("it was asked");
    let git = format!("/proc/{}/stat", pid.trim());
    let ended = || std::fs::read_to_string(&git).map_or(true, |stat| stat.contains(") Z "));
    assert!(ended(), "it goes on");
    let mut terminal = open(&home, &folder);
    terminal.until_shows(home.spoken.one_unsaved);
    terminal.until_shows("Appenascritta");
}

/// The files below a folder that hold a text nobody has saved.
fn unsaved(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let count = |path: PathBuf| {
        let of_journal = path.parent().is_some_and(|parent| parent.ends_with("journal"));
        let is_text = of_journal && path.extension().is_some_and(|end| end == "json");
        if path.is_dir() { unsaved(&path) } else { usize::from(is_text) }
    };
    entries.map(|entry| count(entry.path())).sum()
}

#[test]
fn two_windows_at_one_text_lose_no_word_of_each_other() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let mut one = open(&home, &folder);
        typing(&mut one);
        one.wait("the journal", |_| unsaved(home.path()) == 1);
        let mut two = open(&home, &folder);
        // Nothing is offered as left behind: it is being typed.
        two.send("e");
        two.until_shows(spoken.common);
        two.send("\x1b[200~ Diquestafinestra\x1b[201~");
        two.wait("its own journal", |_| unsaved(home.path()) == 2);
        one.signal("-KILL");
        one.ended();
        let mut three = open(&home, &folder);
        three.until_shows(spoken.one_unsaved);
        three.until_shows("Appenascritta");
        three.signal("-KILL");
        three.ended();
        two.signal("-KILL");
        two.ended();
        let mut last = open(&home, &folder);
        last.until_shows(spoken.two_unsaved);
        last.until_shows("Appenascritta");
        last.send("x");
        last.until_shows(spoken.one_unsaved);
        last.until_shows("Diquestafinestra");
        last.send("\r");
        last.wait("it is saved", |_| unsaved(home.path()) == 0);
    }
}

/// Standard output, standard error and the exit code, without a terminal.
fn without_a_terminal(home: &Home, args: &[&str]) -> (String, String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_palinsesto"))
        .env_clear()
        .envs(home.variables())
        .args(args)
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code())
}

#[test]
fn without_a_terminal_there_is_a_sentence_and_an_exit_code() {
    for spoken in BOTH {
        let (home, folder) = demo_in(spoken);
        let (out, err, code) = without_a_terminal(&home, &["-C", &folder]);
        assert_eq!(code, Some(2), "{err}");
        assert!(err.contains(spoken.no_terminal), "{err}");
        assert!(!out.contains('\x1b') && !err.contains('\x1b'), "{out}{err}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let home = Home::new();
    let mut terminal = Terminal::start(&home, &["-C", "non-esiste"], SIZE);
    assert_eq!(terminal.ended(), 2);
    assert!(terminal.text().contains("non-esiste"), "{}", terminal.text());
    let mut terminal = Terminal::start(&home, &["--today", TODAY], SIZE);
    assert_eq!(terminal.ended(), 2);
    assert!(terminal.text().contains("init"), "{}", terminal.text());
}

#[test]
fn a_terminal_that_is_too_small_says_so() {
    let (home, folder) = demo();
    let mut terminal = Terminal::start(&home, &["-C", &folder, "--today", TODAY], (10, 3));
    terminal.until("one line", |screen| !screen.trim().is_empty());
    terminal.resize(80, 24);
    terminal.until_shows("48");
    terminal.send("q");
    assert_eq!(terminal.ended(), 0);
}
