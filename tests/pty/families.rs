//! A program of the user's that hears no signal and starts others in sessions of their
//! own: however the calendar or a verb ends, none of them goes on.

#![cfg(target_os = "linux")]

use crate::guests::{config, script};
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo};
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

#[test]
fn no_process_of_a_suggestion_outlives_the_calendar() {
    type Way = (&'static str, fn(&mut Terminal));
    let ways: [Way; 5] = [
        ("q", |terminal| {
            terminal.send("q");
            terminal.until_shows("lun 23");
            terminal.send("q");
        }),
        ("esc", |terminal| {
            terminal.send("\x1b");
            terminal.until_shows("Fermato");
            terminal.send("\x03");
        }),
        ("a request to end", |terminal| terminal.signal("-TERM")),
        ("a hang-up", |terminal| terminal.signal("-HUP")),
        ("a closed terminal", Terminal::hang_up),
    ];
    for (way, end) in ways {
        let (home, folder) = demo();
        let pids = deaf(&home);
        let mut terminal = Terminal::start(&home, &["-C", &folder, "--today", TODAY], SIZE);
        terminal.until_shows("settimana 48");
        terminal.send("a");
        terminal.until_shows("Che cosa chiedi");
        terminal.until_shows("default");
        terminal.send("\r");
        terminal.wait("three programs run", |_| noted(&pids).len() == 3 * EACH);
        assert_eq!(alive(&pids).len(), 3 * EACH, "{way}");
        end(&mut terminal);
        terminal.ended();
        assert_eq!(alive(&pids), Vec::<String>::new(), "{way}");
    }
}

#[test]
fn no_process_of_a_suggestion_outlives_the_verb() {
    type Way = (&'static str, fn(&mut Terminal));
    let ways: [Way; 4] = [
        ("an interrupt from the keyboard", |terminal| terminal.send("\x03")),
        ("a request to end", |terminal| terminal.signal("-TERM")),
        ("a hang-up", |terminal| terminal.signal("-HUP")),
        ("a closed terminal", Terminal::hang_up),
    ];
    for (way, end) in ways {
        let (home, folder) = demo();
        let pids = deaf(&home);
        let post = "ideas/prima-e-dopo-rammendi.act0ng6k.toml";
        let args = ["-C", &folder, "--today", TODAY, "suggest", post, "--profile", "default"];
        let mut terminal = Terminal::start(&home, &args, SIZE);
        terminal.wait("a program runs", |_| noted(&pids).len() == EACH);
        end(&mut terminal);
        terminal.ended();
        assert_eq!(alive(&pids), Vec::<String>::new(), "{way}");
        assert_eq!(noted(&pids).len(), EACH, "{way}: another one was started");
    }
}
