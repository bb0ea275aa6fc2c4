//! A program of the user's that hears no signal and starts others in sessions of their
//! own: however the calendar or a verb ends, none of them goes on.

#![cfg(target_os = "linux")]

use crate::guests::{config, script};
use crate::spoken::BOTH;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo, demo_in, open};
use std::path::PathBuf;

/// What each run of the program notes down: itself, a child, and an orphan.
const EACH: usize = 3;

/// The settings that name such a program; where it notes its processes.
fn deaf(home: &Home) -> PathBuf {
    let pids = home.path().join("pids");
    let notes = pids.to_string_lossy().into_owned();
    let program = script(
        home,
        "sordo",
        &format!(
            "trap '' TERM HUP INT QUIT\necho $$ >> {notes}\nsetsid sleep 600 &\necho $! >> {notes}\n\
             (setsid sleep 600 & echo $! >> {notes})\nwait"
        ),
    );
    let profile = format!("[ai.profiles.default]\nkind = \"command\"\ncommand = [\"{program}\"]\n");
    config(home, &profile);
    pids
}

fn noted(pids: &PathBuf) -> Vec<String> {
    let text = std::fs::read_to_string(pids).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Those that still run; what only waits to be buried has no command line any more.
fn alive(pids: &PathBuf) -> Vec<String> {
    let line = |pid: &String| std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    noted(pids).into_iter().filter(|pid| !line(pid).is_empty()).collect()
}

/// A way to end, and how it is done.
type Way = (&'static str, fn(&mut Terminal));

/// Once so many of them run, the program is ended: none of them goes on, and no other begins.
#[track_caller]
fn takes_them_along((way, end): Way, terminal: &mut Terminal, pids: &PathBuf, runs: usize) {
    terminal.wait("the programs run", |_| noted(pids).len() == runs * EACH);
    assert_eq!(alive(pids).len(), runs * EACH, "{way}");
    end(terminal);
    terminal.ended();
    assert_eq!(alive(pids), Vec::<String>::new(), "{way}");
    assert_eq!(noted(pids).len(), runs * EACH, "{way}: another one was started");
}

#[test]
fn no_process_of_a_suggestion_outlives_the_calendar() {
    let ways: [Way; 5] = [
        ("q", |terminal| {
            terminal.send("q");
            terminal.until_shows(terminal.spoken.monday);
            terminal.send("q");
        }),
        ("esc", |terminal| {
            terminal.send("\x1b");
            terminal.until_shows(terminal.spoken.stopped);
            terminal.send("\x03");
        }),
        ("a request to end", |terminal| terminal.signal("-TERM")),
        ("a hang-up", |terminal| terminal.signal("-HUP")),
        ("a closed terminal", Terminal::hang_up),
    ];
    // By turns in both languages.
    for (way, spoken) in ways.into_iter().zip(BOTH.into_iter().cycle()) {
        let (home, folder) = demo_in(spoken);
        let pids = deaf(&home);
        let mut terminal = open(&home, &folder);
        terminal.send("a");
        terminal.until_shows(spoken.brief);
        terminal.until_shows("default");
        terminal.send("\r");
        takes_them_along(way, &mut terminal, &pids, 3);
    }
}

#[test]
fn no_process_of_a_suggestion_outlives_the_verb() {
    let ways: [Way; 4] = [
        ("an interrupt from the keyboard", |terminal| terminal.send("\x03")),
        ("a request to end", |terminal| terminal.signal("-TERM")),
        ("a hang-up", |terminal| terminal.signal("-HUP")),
        ("a closed terminal", Terminal::hang_up),
    ];
    for way in ways {
        let (home, folder) = demo();
        let pids = deaf(&home);
        let post = "ideas/prima-e-dopo-rammendi.act0ng6k.toml";
        let args = ["-C", &folder, "--today", TODAY, "suggest", post, "--profile", "default"];
        let mut terminal = Terminal::start(&home, &args, SIZE);
        takes_them_along(way, &mut terminal, &pids, 1);
    }
}
