//! What strangers say, on the screen and in lines: a server's answer and a file's name are
//! shown with marks, once, and nothing of them reaches the terminal as it is.

use crate::guests::{config, script};
use crate::silent::until_gone;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo};
use std::io::{Read as _, Write as _};
use std::net::TcpListener;

const FACES: [&[&str]; 2] = [&[], &["--plain"]];

fn open(home: &Home, folder: &str, face: &[&str]) -> Terminal {
    let args = [&["-C", folder, "--today", TODAY], face].concat();
    let mut terminal = Terminal::start(home, &args, SIZE);
    terminal.until_shows("Gomitoli");
    terminal
}

#[track_caller]
fn nothing_raw(terminal: &Terminal, face: &[&str]) {
    for raw in ["\u{202e}", "\u{200b}", "\x1b[2J\x1b[3J", "\x07"] {
        assert!(!terminal.wrote(raw.as_bytes()), "{face:?}: {raw:?} was written");
    }
}

/// A server whose fault speaks to the terminal; its address.
fn faulty() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let body = "a\x1b[2J\x1b[3Jb\x07c\u{202e}d\u{200b}e";
                let head = "HTTP/1.1 500 Oh\r\nContent-Type: text/plain\r\nContent-Length";
                let _ = stream.read(&mut [0; 4096]);
                let _ = write!(stream, "{head}: {}\r\n\r\n{body}", body.len());
                // Closed with something unread, it would look like a connection that broke.
                until_gone(&mut stream);
            });
        }
    });
    address.to_string()
}

#[test]
fn a_servers_own_words_are_shown_with_marks() {
    for face in FACES {
        let (home, folder) = demo();
        let profile = format!(
            "[ai.profiles.default]\nkind = \"openai\"\nbase_url = \"http://{}/v1\"\n\
             model = \"prova\"\n",
            faulty()
        );
        config(&home, &profile);
        let mut terminal = open(&home, &folder, face);
        terminal.send("a");
        terminal.until_shows("default");
        terminal.send("\r");
        terminal.until_shows("guasto suo (500): a␛[2J␛[3Jb␇c⟨U+202E⟩d⟨U+200B⟩e");
        nothing_raw(&terminal, face);
        terminal.signal("-TERM");
        terminal.ended();
    }
}

#[test]
fn a_programs_last_words_are_shown_with_marks() {
    for face in FACES {
        let (home, folder) = demo();
        let words = r"a\033[2J\033[3Jb\007c\342\200\256d\342\200\213e";
        let program = script(&home, "rotto", &format!("printf '{words}' >&2\nexit 7"));
        let profile =
            format!("[ai.profiles.default]\nkind = \"command\"\ncommand = [\"{program}\"]\n");
        config(&home, &profile);
        let mut terminal = open(&home, &folder, face);
        terminal.send("a");
        terminal.until_shows("default");
        terminal.send("\r");
        terminal.until_shows("codice 7: a␛[2J␛[3Jb␇c⟨U+202E⟩d⟨U+200B⟩e");
        nothing_raw(&terminal, face);
        terminal.signal("-TERM");
        terminal.ended();
    }
}

#[test]
fn the_name_of_a_broken_file_is_shown_with_marks_once() {
    let (home, folder) = demo();
    let name = "a\u{202e}b\u{200b}c.toml";
    std::fs::write(format!("{folder}/posts/2026/W48/{name}"), "id = \n").expect("a file");
    for face in FACES {
        let mut terminal = open(&home, &folder, face);
        terminal.until("the name with its marks and its place", |screen| {
            let names = ["a⟨U+202E⟩b⟨U+200B⟩c.toml:1:6", "a⟨U+202E⟩b⟨U+200B⟩c:1:6"];
            names.iter().any(|name| screen.contains(name))
        });
        assert!(!terminal.text().contains("U+27E8"), "{face:?}: {}", terminal.text());
        nothing_raw(&terminal, face);
        terminal.signal("-TERM");
        terminal.ended();
    }
}
