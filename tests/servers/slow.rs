//! A real model at the speed of one that is worth having: what is seen while it writes, and
//! what stopping it, or losing patience, leaves behind.

use crate::llama::busy;
use crate::near::{address, ask, endpoint, letters};
use palinsesto::ai::{Ask, Ended, Endpoint, Patience, Piece, Source, Stop, Written};
use palinsesto::domain::{Dialect, Failure};
use std::fs::File;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_mins(5);

/// The server, for one story at a time, whatever process it runs in: the next waits until
/// the file is closed.
fn server() -> Option<(String, File)> {
    let root = address("PALINSESTO_TEST_LLAMA_SLOW", "llama.sh")?;
    let alone = File::create(std::env::temp_dir().join("palinsesto-slow.lock")).expect("a file");
    alone.lock().expect("the server for itself");
    // It reads a prompt to its end even where nobody listens any more.
    assert!(falls_idle(&root), "the server never came to rest");
    Some((root, alone))
}

fn source(root: &str, max_tokens: u32) -> Endpoint {
    let patience = Patience { idle: LONG, total: LONG };
    let max_tokens = Some(max_tokens);
    Endpoint { max_tokens, patience, ..endpoint(Dialect::OpenAi, root, "slow") }
}

/// Within the time that a loaded machine needs.
fn falls_idle(root: &str) -> bool {
    (0..6_000).any(|_| {
        let idle = busy(root) == 0;
        thread::sleep(Duration::from_millis(20));
        idle
    })
}

/// An ask that the server has not read before: it takes its time over it.
fn unread() -> Ask {
    let mut ask = ask();
    ask.past = vec![format!("{:?} ", Instant::now()).repeat(12)];
    ask
}

#[test]
fn words_are_shown_long_before_the_last_of_them() {
    let Some((root, _alone)) = server() else { return };
    let mut times = Vec::new();
    let mut sink = |piece| {
        if let Piece::Text(_) = piece {
            times.push(Instant::now());
        }
    };
    let written = source(&root, 60).write(&ask(), &mut sink, &Stop::new()).expect("words");
    assert_eq!(written.ended, Ended::Cut, "it does not know when to end");
    let (first, last) = (times[0], times[times.len() - 1]);
    let middle = times.iter().filter(|time| **time - first < (last - first) / 2).count();
    assert!(last - first > Duration::from_millis(300), "{:?}", last - first);
    assert!(middle > 5 && times.len() - middle > 5, "{middle} of {} in one go", times.len());
}

#[test]
fn a_stop_keeps_the_words_that_were_seen_and_frees_the_server() {
    let Some((root, _alone)) = server() else { return };
    let stop = Stop::new();
    let (sender, pieces) = channel();
    let (switch, address) = (stop.clone(), root.clone());
    let job = thread::spawn(move || {
        let mut sink = |piece| drop(sender.send(piece));
        let written = source(&address, 4_000).write(&ask(), &mut sink, &switch);
        (written, Instant::now())
    });
    let mut seen = String::new();
    while seen.split_whitespace().count() < 12 {
        match pieces.recv_timeout(LONG).expect("words") {
            Piece::Text(words) => seen.push_str(&words),
            Piece::Thinking => (),
        }
    }
    assert_eq!(busy(&root), 1, "it was stopped in the middle");
    let pressed = Instant::now();
    stop.trigger();
    let (written, returned) = job.join().expect("the job to return");
    let Written { text, ended, .. } = written.expect("a stop is no failure");
    assert!(returned - pressed < Duration::from_millis(100), "{:?}", returned - pressed);
    assert_eq!(ended, Ended::Stopped);
    assert!(letters(text.shown()).starts_with(&letters(&seen)), "{seen:?} {text:?}");
    assert!(falls_idle(&root), "the server is still writing");
}

#[test]
fn a_stop_before_the_first_word_is_obeyed_at_once_and_leaves_nothing() {
    let Some((root, _alone)) = server() else { return };
    let stop = Stop::new();
    let (switch, address) = (stop.clone(), root.clone());
    let job = thread::spawn(move || {
        let written = source(&address, 4_000).write(&unread(), &mut |_| (), &switch);
        (written, Instant::now())
    });
    while busy(&root) == 0 {
        thread::sleep(Duration::from_millis(5));
    }
    let pressed = Instant::now();
    stop.trigger();
    let (written, returned) = job.join().expect("the job to return");
    assert!(returned - pressed < Duration::from_millis(100), "{:?}", returned - pressed);
    let written = written.expect("a stop is no failure");
    assert_eq!((written.text.shown(), written.ended), ("", Ended::Stopped));
}

#[test]
fn patience_that_ends_keeps_what_came_and_silence_is_told_from_slowness() {
    let Some((root, _alone)) = server() else { return };
    // It has read the prompt: from here on it writes.
    source(&root, 4).write(&ask(), &mut |_| (), &Stop::new()).expect("words");
    let brief = Duration::from_secs(3);
    let patience = Patience { idle: LONG, total: brief };
    let hasty = Endpoint { patience, ..source(&root, 4_000) };
    let written = hasty.write(&ask(), &mut |_| (), &Stop::new()).expect("some words");
    assert!(
        matches!(written.ended, Ended::Broken(Failure::AiTooSlow { seconds: 3 })),
        "{written:?}"
    );
    assert!(written.text.shown().split_whitespace().count() > 3, "{written:?}");
    assert!(falls_idle(&root), "the server is still writing");

    let patience = Patience { idle: Duration::from_millis(200), total: LONG };
    let impatient = Endpoint { patience, ..source(&root, 4_000) };
    let silent = impatient.write(&unread(), &mut |_| (), &Stop::new());
    assert!(matches!(silent, Err(Failure::AiSilent { .. })), "{silent:?}");
}
