//! A real llama-server: streaming, cutting, stopping, refusing, keeping a schema.

use crate::near::{address, ask, ask_for, endpoint, fetch, json, letters};
use crate::relay::Relay;
use palinsesto::ai::{Agreed, Ended, Endpoint, Piece, Source, Stop, discover};
use palinsesto::domain::{Dialect, Failure, Form, Part, Task, Unreachable, Unusable};
use secrecy::SecretString;
use serde_json::Value;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

fn server() -> Option<String> {
    address("PALINSESTO_TEST_LLAMA", "llama.sh")
}

fn source(root: &str, max_tokens: u32) -> Endpoint {
    in_dialect(Dialect::OpenAi, Form::Text, root, max_tokens)
}

fn in_dialect(dialect: Dialect, form: Form, root: &str, max_tokens: u32) -> Endpoint {
    let max_tokens = Some(max_tokens);
    Endpoint { form: Agreed::new(form), max_tokens, ..endpoint(dialect, root, "tiny") }
}

/// How many of the server's slots are at work.
pub fn busy(root: &str) -> usize {
    let (status, body) = fetch(root, "/slots", None);
    assert_eq!(status, 200, "{body}");
    body.matches("\"is_processing\":true").count()
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
    let Some(root) = address("PALINSESTO_TEST_LLAMA_THINK", "llama.sh") else { return };
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

/// The tasks and networks that ask for different fields, with the keys of each.
fn kinds() -> [(palinsesto::ai::Ask, &'static [&'static str]); 4] {
    let mut thread = ask_for(&[]);
    thread.brief.task = Task::Thread;
    if let Some(target) = &mut thread.target {
        target.threads = true;
    }
    [
        (ask(), &["text", "hashtags"]),
        (ask_for(&[Part::Headline]), &["headline", "text", "hashtags"]),
        (ask_for(&[Part::FirstComment]), &["text", "hashtags", "first_comment"]),
        (thread, &["parts", "hashtags"]),
    ]
}

#[test]
fn the_server_keeps_the_schema_it_is_sent_field_by_field() {
    let Some(root) = server() else { return };
    for (ask, keys) in kinds() {
        let mut sent =
            json(&in_dialect(Dialect::OpenAi, Form::Schema, &root, 800).prompt(&ask).sent);
        sent["stream"] = Value::Bool(false);
        let mut whole = 0;
        for seed in 0..6 {
            sent["seed"] = seed.into();
            let (status, body) = fetch(&root, "/v1/chat/completions", Some(&sent.to_string()));
            assert_eq!(status, 200, "{body}");
            let choice = &json(&body)["choices"][0];
            if choice["finish_reason"] == "length" {
                continue;
            }
            let post = json(choice["message"]["content"].as_str().expect("words"));
            let post = post.as_object().expect("an object");
            assert_eq!(post.keys().collect::<Vec<_>>(), keys, "{post:?}");
            for (key, value) in post {
                let list = ["parts", "hashtags"].contains(&key.as_str());
                let words = value.as_array().is_some_and(|list| list.iter().all(Value::is_string));
                assert!(if list { words } else { value.is_string() }, "{key}: {value}");
            }
            whole += 1;
        }
        assert!(whole >= 3, "{keys:?}: {whole} of six came to their end");
    }
}

#[test]
fn what_a_schema_asks_for_arrives_whole_while_it_streams() {
    let Some(root) = server() else { return };
    for (ask, keys) in kinds() {
        let source = in_dialect(Dialect::OpenAi, Form::Schema, &root, 800);
        let whole = (0..10).any(|_| {
            let (mut preview, mut pieces) = (String::new(), 0);
            let mut sink = |piece| {
                if let Piece::Text(words) = piece {
                    pieces += 1;
                    preview.push_str(&words);
                }
            };
            let Ok(written) = source.write(&ask, &mut sink, &Stop::new()) else { return false };
            // A thread of one message, or an empty comment, is the random model's right.
            let wanted = |key: &str, is: Option<_>| !keys.contains(&key) || is.is_some();
            written.ended == Ended::Complete
                && pieces > 3
                && letters(&preview).contains(&letters(written.text.shown()))
                && wanted("headline", written.extras.headline.as_ref())
                && wanted("first_comment", written.extras.first_comment.as_ref())
        });
        assert!(whole, "{keys:?} never arrived whole");
        assert_eq!(source.form.form(), Form::Schema, "{keys:?}: the schema was given up");
    }
}

#[test]
fn a_schema_that_the_server_refuses_gives_way_to_plain_json() {
    let Some(root) = server() else { return };
    let relay = Relay::to(&root, "\"type\":\"object\"", "\"type\":\"abject\"");
    let source = in_dialect(Dialect::OpenAi, Form::Schema, &relay.root, 300);
    let written = source.write(&ask(), &mut |_| (), &Stop::new());
    // A random model hardly writes a post in JSON that nothing holds it to.
    let told = matches!(written, Err(Failure::AiUnusable { .. })) || written.is_ok();
    assert!(told, "the refusal reached the person: {written:?}");
    assert_eq!(relay.passed(), 2, "refused once, then asked for plain JSON");
}

#[test]
fn a_request_the_server_does_not_take_is_told_in_its_own_words_and_sent_once() {
    let Some(root) = server() else { return };
    let relay = Relay::to(&root, "\"messages\"", "\"massages\"");
    let source = in_dialect(Dialect::OpenAi, Form::Text, &relay.root, 50);
    match source.write(&ask(), &mut |_| (), &Stop::new()) {
        Err(Failure::AiServer { status: 400, message }) => {
            assert!(message.contains("messages"), "{message}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(relay.passed(), 1);
}
