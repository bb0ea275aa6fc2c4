//! A model that is there and says nothing, stops in the middle, or never ends: the screen
//! goes on, `Esc` is heard at once, the sentence is the right one, and no thread is left.

use crate::guests::config;
use crate::terminal::{Home, Terminal};
use crate::{SIZE, TODAY, demo};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

/// A model's manners, once it has been asked.
type Manner = fn(&mut TcpStream);

const HEAD: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

fn mute(stream: &mut TcpStream) {
    until_gone(stream);
}

fn after_the_head(stream: &mut TcpStream) {
    let _ = stream.write_all(HEAD);
    until_gone(stream);
}

fn dripping(stream: &mut TcpStream) {
    let mut sent = stream.write_all(HEAD);
    while sent.is_ok() {
        let word = br#"data: {"choices":[{"index":0,"delta":{"content":"goccia "}}]}"#;
        sent = stream.write_all(word).and_then(|()| stream.write_all(b"\n\n"));
        std::thread::sleep(Duration::from_millis(30));
    }
}

pub fn until_gone(stream: &mut TcpStream) {
    while matches!(stream.read(&mut [0; 4096]), Ok(1..)) {}
}

/// A server of that manner, and the settings that name it.
fn serve(home: &Home, manner: Manner, limits: &str) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || {
                let mut stream = stream;
                manner(&mut stream);
            });
        }
    });
    let profile = format!(
        "[ai.profiles.default]\nkind = \"openai\"\nbase_url = \"http://{address}/v1\"\n\
         model = \"prova\"\n{limits}\n"
    );
    config(home, &profile);
}

/// The names of the threads that write suggestions.
fn scribes(terminal: &Terminal) -> Vec<String> {
    let tasks = std::fs::read_dir(format!("/proc/{}/task", terminal.pid()));
    let names = tasks.into_iter().flatten().flatten();
    names
        .filter_map(|task| std::fs::read_to_string(task.path().join("comm")).ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| name.starts_with("ai-") || name == "suggestion")
        .collect()
}

/// Asked for suggestions, and each has its thread.
fn asked(home: &Home, folder: &str, lang: &str) -> Terminal {
    let args = ["-C", folder, "--today", TODAY];
    let mut terminal = Terminal::start_with(home, &args, SIZE, &[("LANG", lang)]);
    terminal.until_shows("Gomitoli");
    terminal.send("a");
    terminal.until_shows("default");
    terminal.send("\r");
    terminal.wait("they are asked", |terminal| scribes(terminal).len() >= 6);
    terminal
}

/// What `Esc` may take.
const AT_ONCE: Duration = Duration::from_millis(100);
/// A machine that runs other tests too is late now and then; one that is always late is not.
const TRIES: usize = 4;

#[test]
fn a_model_that_says_nothing_is_left_with_esc_at_once() {
    is_left_at_once(mute);
}

#[test]
fn a_model_that_stops_after_the_head_is_left_with_esc_at_once() {
    is_left_at_once(after_the_head);
}

#[test]
fn a_model_that_never_ends_is_left_with_esc_at_once() {
    is_left_at_once(dripping);
}

fn is_left_at_once(manner: Manner) {
    let mut took = Vec::new();
    while took.len() < TRIES {
        took.push(left_with_esc(manner));
        if took.last().is_some_and(|took| *took < AT_ONCE) {
            return;
        }
    }
    panic!("never at once: {took:?}");
}

/// How long `Esc` took to be heard.
fn left_with_esc(manner: Manner) -> Duration {
    let (home, folder) = demo();
    serve(&home, manner, "");
    let mut terminal = asked(&home, &folder, "it_IT.UTF-8");
    // The screen goes on meanwhile.
    terminal.send("?");
    terminal.until_shows("I tasti che funzionano qui");
    terminal.send("\x1b");
    terminal.until("the help is closed", |screen| !screen.contains("I tasti che funzionano"));
    let begun = Instant::now();
    terminal.send("\x1b");
    terminal.until_shows("Fermato");
    let took = begun.elapsed();
    terminal.wait("no thread is left", |terminal| scribes(terminal).is_empty());
    terminal.send("qq");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(terminal.modes_left_on(), Vec::<&str>::new());
    took
}

#[test]
fn why_nothing_came_is_said_in_the_persons_language() {
    let silent = ["Per un secondo non è arrivato nulla", "Nothing arrived for a second"];
    let slow = ["Dopo 1 s stava ancora scrivendo", "It was still writing after 1 s"];
    let cases: [(Manner, &str, [&str; 2]); 3] = [
        (mute, "idle = 1", silent),
        (after_the_head, "idle = 1", silent),
        (dripping, "timeout = 1", slow),
    ];
    for (manner, limits, sentences) in cases {
        for (lang, sentence) in ["it_IT.UTF-8", "en_GB.UTF-8"].into_iter().zip(sentences) {
            let (home, folder) = demo();
            serve(&home, manner, limits);
            let mut terminal = asked(&home, &folder, lang);
            terminal.until_shows(sentence);
            terminal.wait("no thread is left", |terminal| scribes(terminal).is_empty());
            terminal.signal("-TERM");
            terminal.ended();
        }
    }
}
