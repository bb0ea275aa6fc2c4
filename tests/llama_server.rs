//! Against a real llama-server: streaming, cutting, stopping, refusing.
//!
//! Needs `PALINSESTO_TEST_LLAMA`, the address that `tests/servers/llama.sh` prints;
//! without it each test says so and passes without having looked.

#![allow(clippy::disallowed_methods, reason = "the server's address, and waits for the server")]

use palinsesto::ai::{Agreed, Ask, Ended, Endpoint, Patience, Piece, Source, Stop, discover};
use palinsesto::domain::{
    Brief, Dialect, Failure, Form, Id, Networks, Unreachable, Unusable, Voice, Workspace,
};
use secrecy::SecretString;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// The key that the script starts the server with.
const KEY: &str = "prova";

fn server() -> Option<String> {
    address("PALINSESTO_TEST_LLAMA")
}

fn address(variable: &str) -> Option<String> {
    let address = std::env::var(variable).ok().filter(|text| !text.is_empty());
    if address.is_none() {
        let mut stderr = std::io::stderr();
        let _ = writeln!(stderr, "skipped: run tests/servers/llama.sh and export what it prints");
    }
    address
}

fn source(root: &str, max_tokens: u32) -> Endpoint {
    Endpoint {
        profile: "prova".into(),
        dialect: Dialect::OpenAi,
        form: Agreed::new(Form::Text),
        base_url: format!("{root}/v1"),
        model: "tiny".into(),
        key: Some(SecretString::from(KEY)),
        max_tokens: Some(max_tokens),
        temperature: Some(1.0),
        patience: Patience::default(),
    }
}

fn ask() -> Ask {
    let workspace = Workspace {
        id: Id::parse("b7m2x9qe").expect("an id"),
        brand: "Bottega Aurora".into(),
        zone: chrono_tz::Europe::Rome,
        languages: vec!["it".into()],
        country: None,
        channels: Vec::new(),
        pillars: Vec::new(),
        ai_profile: None,
        voice: Voice::default(),
        facts: Vec::new(),
        fact_places: Vec::new(),
        former: Vec::new(),
        prompts: std::collections::BTreeMap::default(),
    };
    let brief = Brief { topic: "la lana torna in bottega".into(), ..Brief::default() };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");
    Ask::new(&workspace, &Networks::default(), brief, today)
}

/// How many of the server's slots are at work.
fn busy(root: &str) -> usize {
    let host = root.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).expect("the server");
    let request = format!(
        "GET /slots HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {KEY}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    answer.matches("\"is_processing\":true").count()
}

#[test]
fn an_answer_streams_and_its_limit_cuts_it() {
    let Some(root) = server() else { return };
    let (mut pieces, mut preview) = (0, String::new());
    let mut sink = |piece| {
        if let Piece::Text(words) = piece {
            pieces += 1;
            preview.push_str(&words);
        }
    };
    let written = source(&root, 120).write(&ask(), &mut sink, &Stop::new()).expect("words");
    // The random model may also end by itself before its limit.
    assert!(matches!(written.ended, Ended::Cut | Ended::Complete), "{:?}", written.ended);
    assert!(pieces > 5, "{pieces} pieces: {preview:?}");
    assert!(preview.contains(written.text.shown()), "{preview:?} {written:?}");
    let cut = (0..10).any(|_| {
        let one = source(&root, 12).write(&ask(), &mut |_| (), &Stop::new());
        one.is_ok_and(|written| written.ended == Ended::Cut)
    });
    assert!(cut, "twelve tokens never cut an answer");
}

#[test]
fn an_answer_also_ends_by_itself() {
    let Some(root) = server() else { return };
    let whole = (0..20).any(|_| {
        let one = source(&root, 400).write(&ask(), &mut |_| (), &Stop::new());
        one.is_ok_and(|written| written.ended == Ended::Complete)
    });
    assert!(whole, "no answer was complete");
}

#[test]
fn a_stop_frees_the_server() {
    let Some(root) = server() else { return };
    let (mut proven, mut tries) = (0, 0);
    while proven < 3 {
        tries += 1;
        assert!(tries <= 20, "the server was never caught at work");
        let stop = Stop::new();
        let (sender, first) = channel();
        let (switch, address) = (stop.clone(), root.clone());
        let job = thread::spawn(move || {
            let mut sink = |piece| drop(sender.send(piece));
            let written = source(&address, 4_000).write(&ask(), &mut sink, &stop);
            (written, Instant::now())
        });
        let began = first.recv_timeout(Duration::from_secs(30)).is_ok();
        let at_work = busy(&root);
        let pressed = Instant::now();
        switch.trigger();
        let (written, returned) = job.join().expect("the job to return");
        if !began || at_work == 0 {
            continue;
        }
        let took = returned - pressed;
        assert!(took < Duration::from_millis(100), "{took:?}");
        assert_eq!(written.expect("a stop is no failure").ended, Ended::Stopped);
        let free = (0..50).any(|_| {
            thread::sleep(Duration::from_millis(10));
            busy(&root) < at_work
        });
        assert!(free, "the server is still writing");
        proven += 1;
    }
}

#[test]
fn a_wrong_key_and_a_missing_one_are_told_apart() {
    let Some(root) = server() else { return };
    let written = |key: Option<&str>| {
        let key = key.map(SecretString::from);
        Endpoint { key, ..source(&root, 8) }.write(&ask(), &mut |_| (), &Stop::new())
    };
    assert!(matches!(written(Some("sbagliata")), Err(Failure::AiRefusedKey { .. })));
    assert_eq!(written(None), Err(Failure::AiNoKey { profile: "prova".into() }));
}

#[test]
fn a_prompt_longer_than_the_model_reads_is_told_with_the_limit() {
    let Some(root) = server() else { return };
    let mut ask = ask();
    ask.past = vec!["zz ".repeat(1_400); 5];
    let written = source(&root, 8).write(&ask, &mut |_| (), &Stop::new());
    assert!(
        matches!(written, Err(Failure::AiPromptTooLong { limit_tokens: Some(1..) })),
        "{written:?}"
    );
}

#[test]
fn a_server_behind_a_key_is_not_offered_and_a_closed_port_is_told() {
    let Some(root) = server() else { return };
    assert_eq!(discover(&[("llama.cpp", &root)], &Stop::new()), []);
    let nowhere = source("http://127.0.0.1:9", 8).write(&ask(), &mut |_| (), &Stop::new());
    assert!(
        matches!(nowhere, Err(Failure::AiUnreachable { why: Unreachable::Refused, .. })),
        "{nowhere:?}"
    );
}

/// The dialects that this server speaks.
const SPOKEN: [Dialect; 3] = [Dialect::OpenAi, Dialect::Responses, Dialect::Anthropic];

fn in_dialect(dialect: Dialect, form: Form, root: &str, max_tokens: u32) -> Endpoint {
    Endpoint { dialect, form: Agreed::new(form), ..source(root, max_tokens) }
}

#[test]
fn every_dialect_of_the_server_streams_is_cut_and_knows_its_key() {
    let Some(root) = server() else { return };
    for dialect in SPOKEN {
        for form in [Form::Schema, Form::Text] {
            let source = in_dialect(dialect, form, &root, 200);
            let pieces = (0..10).map(|_| {
                let mut pieces = 0;
                let written = source.write(&ask(), &mut |_| pieces += 1, &Stop::new());
                if written.is_ok_and(|written| !written.text.shown().is_empty()) {
                    pieces
                } else {
                    0
                }
            });
            assert!(pieces.max() > Some(5), "{dialect:?} {form:?} never streamed");
            let cut = (0..20).any(|_| {
                let one = in_dialect(dialect, form, &root, 20);
                one.write(&ask(), &mut |_| (), &Stop::new())
                    .is_ok_and(|written| written.ended == Ended::Cut)
            });
            assert!(cut, "{dialect:?} {form:?} was never cut");
        }
        let wrong = Endpoint {
            key: Some(SecretString::from("sbagliata")),
            ..in_dialect(dialect, Form::Schema, &root, 8)
        };
        let refused = wrong.write(&ask(), &mut |_| (), &Stop::new());
        assert!(matches!(refused, Err(Failure::AiRefusedKey { .. })), "{dialect:?}: {refused:?}");
        let mut long = ask();
        long.past = vec!["zz ".repeat(1_400); 5];
        let source = in_dialect(dialect, Form::Text, &root, 8);
        let refused = source.write(&long, &mut |_| (), &Stop::new());
        let told = matches!(refused, Err(Failure::AiPromptTooLong { .. }));
        assert!(told, "{dialect:?}: {refused:?}");
    }
}

#[test]
fn a_reasoning_model_is_heard_thinking_and_its_thoughts_stay_out() {
    let Some(root) = address("PALINSESTO_TEST_LLAMA_THINK") else { return };
    for dialect in SPOKEN {
        let (mut thought, mut wrote, mut without_room) = (0, 0, 0);
        for _ in 0..12 {
            let source = in_dialect(dialect, Form::Text, &root, 150);
            let mut sink = |piece| thought += usize::from(piece == Piece::Thinking);
            match source.write(&ask(), &mut sink, &Stop::new()) {
                Ok(written) => {
                    assert!(!written.text.shown().contains("think>"), "{dialect:?} {written:?}");
                    wrote += 1;
                }
                Err(Failure::AiUnusable { why: Unusable::NoRoom }) => without_room += 1,
                Err(Failure::AiUnusable { why: Unusable::Empty }) => (),
                Err(failure) => panic!("{dialect:?}: {failure:?}"),
            }
        }
        assert!(
            thought > 3 && wrote + without_room > 0,
            "{dialect:?}: {thought} {wrote} {without_room}"
        );
    }
}
