//! A server that does everything a server should not, and some things it should.

use super::*;
use crate::ai::fixture::test_ask;
use crate::ai::fixture::{Server, client_leaves, event_stream, say, words};
use crate::domain::{Distrust, Unreachable};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

const FIRST: &str =
    r#"data: {"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]}"#;
const STOP: &str = r#"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#;
const BILL: &str = r#"data: {"choices":[],"usage":{"total_tokens":3}}"#;
const DONE: &str = "data: [DONE]";

pub(super) fn source(base_url: &str) -> Endpoint {
    Endpoint {
        profile: "prova".into(),
        dialect: Dialect::OpenAi,
        form: Agreed::new(Form::Text),
        base_url: base_url.into(),
        model: "piccolo".into(),
        key: Some(SecretString::from("sk-SEGRETO")),
        max_tokens: None,
        temperature: None,
        patience: Patience::default(),
    }
}

fn hasty(base_url: &str, idle: u64, total: u64) -> Endpoint {
    let millis = Duration::from_millis;
    Endpoint { patience: Patience { idle: millis(idle), total: millis(total) }, ..source(base_url) }
}

pub(super) fn run(source: &Endpoint) -> (Result<Written, Failure>, String) {
    let mut seen = String::new();
    let mut sink = |piece| match piece {
        Piece::Text(words) => seen.push_str(&words),
        Piece::Thinking => seen.push_str("[pensa]"),
    };
    let written = source.write(&test_ask("it"), &mut sink, &Stop::new());
    (written, seen)
}

fn text(written: &Result<Written, Failure>) -> &str {
    written.as_ref().expect("some words").text.shown()
}

/// Runs against one answer and gives how it ended.
fn answered(bytes: impl Into<Vec<u8>>) -> Result<Written, Failure> {
    run(&source(&Server::answering(bytes).base_url)).0
}

fn plain(status: &str, kind: &str, body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

#[test]
fn a_streamed_answer_becomes_a_suggestion() {
    let (a, b) = (words("La lana "), words("torna a casa 🍞.\n#lana"));
    let server = Server::answering(event_stream(&[FIRST, &a, ": vivo", &b, STOP, BILL, DONE]));
    let (written, seen) = run(&source(&server.base_url));
    let written = written.expect("an answer");
    assert_eq!(written.text.shown(), "La lana torna a casa 🍞.");
    assert_eq!(written.hashtags, ["lana"]);
    assert_eq!(written.ended, Ended::Complete);
    assert_eq!(seen, "La lana torna a casa 🍞.\n#lana");
}

#[test]
fn what_is_sent_is_the_prompt_that_is_shown_with_the_key_in_the_header_only() {
    let server = Server::answering(event_stream(&[&words("Ciao."), STOP, DONE]));
    let source = source(&format!("{}?api-version=1", server.base_url));
    run(&source).0.expect("an answer");
    let request = server.requests.recv().expect("a request");
    let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
    let prompt = source.prompt(&test_ask("it"));
    assert_eq!(body, prompt.sent);
    assert!(head.starts_with("POST /v1/chat/completions?api-version=1 HTTP/1.1"), "{head}");
    assert!(head.to_lowercase().contains("authorization: bearer sk-segreto"), "{head}");
    assert!(!prompt.sent.contains("SEGRETO") && !format!("{source:?}").contains("SEGRETO"));
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(body["messages"][1]["content"], prompt.user);
    assert_eq!(body["max_tokens"], 1500);
}

#[test]
fn a_stream_split_at_any_byte_reads_the_same() {
    let all = event_stream(&[FIRST, &words("Caffè "), &words("🍞 già."), STOP, BILL, DONE]);
    let start = all.windows(4).position(|w| w == b"\r\n\r\n").expect("a head") + 4;
    let body = &all[start..];
    for cut in 0..=body.len() {
        let (mut stream, mut sink) = (Stream::new(wire::wire(Dialect::OpenAi)), |_: Piece| ());
        let mut answer = Answer::new(&mut sink);
        stream.take(&body[..cut], &mut answer).expect("a good stream");
        stream.take(&body[cut..], &mut answer).expect("a good stream");
        assert!(stream.done, "cut at {cut}");
        let written = answer.end(Ended::Complete).expect("words");
        assert_eq!(written.text.shown(), "Caffè 🍞 già.", "cut at {cut}");
    }
}

#[test]
fn an_answer_that_breaks_off_at_any_byte_is_a_fragment_or_a_failure() {
    let all = event_stream(&[FIRST, &words("Caffè "), &words("🍞 già."), STOP, DONE]);
    let finish = all.windows(6).position(|w| w == b"\"stop\"").expect("a reason");
    for cut in 1..all.len() {
        let written = answered(&all[..cut]);
        match &written {
            Ok(whole) if whole.ended == Ended::Complete => {
                assert!(cut > finish, "cut at {cut}: complete too early");
                assert_eq!(whole.text.shown(), "Caffè 🍞 già.");
            }
            Ok(part) => {
                assert!("Caffè 🍞 già.".starts_with(part.text.shown()), "cut at {cut}: {part:?}");
                assert!(matches!(part.ended, Ended::Broken(Failure::AiBroken { .. })), "{part:?}");
            }
            Err(failure) => assert!(
                matches!(failure, Failure::AiBroken { .. } | Failure::AiUnusable { .. }),
                "cut at {cut}: {failure:?}"
            ),
        }
    }
}

#[test]
fn reasoning_is_announced_and_never_shown_or_kept() {
    let thought = r#"data: {"choices":[{"delta":{"reasoning_content":"SEGRETO"}}]}"#;
    let other = r#"data: {"choices":[{"delta":{"reasoning":"SEGRETO","content":""}}]}"#;
    let server = Server::answering(event_stream(&[FIRST, thought, other, &words("Ciao."), STOP]));
    let (written, seen) = run(&source(&server.base_url));
    assert_eq!(text(&written), "Ciao.");
    assert_eq!(seen, "[pensa]Ciao.");
}

#[test]
fn the_length_limit_makes_a_fragment() {
    let cut = r#"data: {"choices":[{"delta":{},"finish_reason":"length"}]}"#;
    let written = answered(event_stream(&[&words("La lana tor"), cut, DONE])).expect("words");
    assert_eq!((written.text.shown(), &written.ended), ("La lana tor", &Ended::Cut));
    assert!(written.ended.is_fragment());
}

#[test]
fn an_error_in_the_middle_keeps_the_words_and_hides_the_key() {
    let error = r#"data: {"error":{"message":"key sk-SEGRETO expired"}}"#;
    let written = answered(event_stream(&[&words("La lana"), error])).expect("words");
    assert_eq!(written.text.shown(), "La lana");
    assert_eq!(written.ended, Ended::Broken(said("key ••• expired")));
}

#[test]
fn garbage_in_the_middle_is_told_and_not_skipped() {
    let written = answered(event_stream(&[&words("La lana"), "data: {oops", STOP])).expect("words");
    let not_an_answer = Failure::AiUnusable { why: Unusable::NotAnAnswer };
    assert_eq!(written.ended, Ended::Broken(not_an_answer));
}

/// The bytes of `text`, with one that is no UTF-8 for each `¿`.
fn with_broken_bytes(text: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(text).expect("text");
    let parts: Vec<&[u8]> = text.split('¿').map(str::as_bytes).collect();
    parts.join(&0xff)
}

#[test]
fn one_byte_that_is_no_text_costs_one_character_and_not_the_answer() {
    let streamed = event_stream(&[FIRST, &words("La la¿na "), &words("torna."), STOP, DONE]);
    let written = answered(with_broken_bytes(&streamed)).expect("words");
    assert_eq!(written.text.shown(), "La la\u{fffd}na torna.");
    assert_eq!(written.ended, Ended::Complete);
    let whole = r#"{"choices":[{"message":{"content":"Ci¿ao."},"finish_reason":"stop"}]}"#;
    // `¿` is two bytes, and what is sent in its place is one.
    let whole = with_broken_bytes(&plain("200 OK", "application/json", &format!("{whole} ")));
    let server = Server::answering([whole, b" ".to_vec()].concat());
    assert_eq!(text(&run(&source(&server.base_url)).0), "Ci\u{fffd}ao.");
    let refused = plain("400 Bad", "application/json", r#"{"error":{"message":"n¿o"}} "#);
    let server = Server::answering([with_broken_bytes(&refused), b" ".to_vec()].concat());
    let message = "n\u{fffd}o".to_owned();
    let failure = Failure::AiServer { status: 400, message };
    assert_eq!(run(&source(&server.base_url)).0, Err(failure));
}

#[test]
fn a_single_event_of_three_megabytes_is_stopped_and_is_no_other_program() {
    let much = words(&"parola".repeat(512 * 1024));
    let written = answered(event_stream(&[&words("La lana "), &much, STOP])).expect("words");
    let too_much = Failure::AiTooMuch { limit_bytes: 1024 * 1024 };
    assert_eq!(written.text.shown(), "La lana");
    assert_eq!(written.ended, Ended::Broken(too_much.clone()));
    assert_eq!(answered(event_stream(&[&much])), Err(too_much));
}

#[test]
fn an_answer_in_one_body_is_read_as_well() {
    let body =
        r#"{"choices":[{"message":{"content":"Ecco il post:\n\nCiao."},"finish_reason":"stop"}]}"#;
    assert_eq!(text(&answered(plain("200 OK", "application/json; charset=utf-8", body))), "Ciao.");
    let parts = r#"{"choices":[{"message":{"content":[{"type":"text","text":"Ciao."}]}}]}"#;
    assert_eq!(text(&answered(plain("200 OK", "", parts))), "Ciao.");
    let error = r#"{"error":{"message":"no"}}"#;
    assert_eq!(answered(plain("200 OK", "application/json", error)), Err(said("no")));
}

#[test]
fn a_stream_without_its_type_is_recognised() {
    let body = format!("{}\n\n{STOP}\n\n", words("Ciao."));
    assert_eq!(text(&answered(plain("200 OK", "text/plain", &body))), "Ciao.");
}

#[test]
fn what_is_no_answer_is_said_to_be_none() {
    let not_an_answer = Err(Failure::AiUnusable { why: Unusable::NotAnAnswer });
    for body in ["<html>Ciao</html>", "ciao"] {
        assert_eq!(answered(plain("200 OK", "text/html", body)), not_an_answer);
    }
    assert_eq!(answered(plain("200 OK", "application/json", "{\"a\":1}")), not_an_answer);
    assert_eq!(answered(plain("200 OK", "application/json", "{")), not_an_answer);
    assert_eq!(answered("SSH-2.0-OpenSSH_9.2\r\n"), not_an_answer);
    assert_eq!(answered(event_stream(&["data: {}", "data: 7"])), not_an_answer);
    let empty = Err(Failure::AiUnusable { why: Unusable::Empty });
    assert_eq!(answered(event_stream(&[FIRST, STOP, DONE])), empty);
    assert_eq!(answered(plain("200 OK", "", "")), empty);
}

#[test]
fn statuses_are_told_apart_and_a_missing_key_is_not_a_refused_one() {
    let server = Server::answering(plain("401 Unauthorized", "application/json", "{}"));
    let mut source = source(&server.base_url);
    assert!(matches!(run(&source).0, Err(Failure::AiRefusedKey { .. })));
    source.key = None;
    assert_eq!(run(&source).0, Err(Failure::AiNoKey { profile: "prova".into() }));
    let busy = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n";
    assert_eq!(answered(busy), Err(Failure::AiBusy { wait_seconds: Some(9) }));
    let leak = plain("500 Oh", "text/plain", "bad key sk-SEGRETO");
    let message = "bad key •••".to_owned();
    assert_eq!(answered(leak), Err(Failure::AiServer { status: 500, message }));
}

#[test]
fn a_redirect_is_refused_and_the_other_host_hears_nothing() {
    let other = Server::answering(plain("200 OK", "text/plain", "ciao"));
    for status in ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"] {
        let to = &other.base_url;
        let answer = format!("HTTP/1.1 {status}\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n");
        assert!(matches!(answered(answer), Err(Failure::AiRedirect { .. })), "{status}");
    }
    assert!(other.requests.try_recv().is_err(), "the other host was called");
}

#[test]
fn nobody_there_is_told_by_reason() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    assert_eq!(
        run(&source(&format!("http://{address}/v1?key=SEGRETO"))).0,
        Err(Failure::AiUnreachable { host: address.to_string(), why: Unreachable::Refused })
    );
    let nowhere = run(&source("http://nessuno.invalid/v1")).0;
    assert!(matches!(nowhere, Err(Failure::AiUnreachable { .. })), "{nowhere:?}");
    let reset = Server::start(drop_unanswered);
    assert!(matches!(run(&source(&reset.base_url)).0, Err(Failure::AiBroken { .. })));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        say(&mut stream, b"HTTP/1.1 400 Bad Request\r\n\r\n");
        client_leaves(&mut stream, Duration::from_secs(5));
    });
    let tls = run(&source(&format!("https://{address}/v1"))).0;
    let why = Unreachable::Tls(Distrust::Other);
    assert_eq!(tls, Err(Failure::AiUnreachable { host: address.to_string(), why }));
}

fn drop_unanswered(stream: &mut std::net::TcpStream) {
    let _ = stream.shutdown(std::net::Shutdown::Both);
}

#[test]
fn silence_and_endless_talk_are_ended() {
    let head = event_stream(&[&words("La lana")]);
    let silent = Server::start(move |stream| {
        say(stream, &head);
        client_leaves(stream, Duration::from_secs(10));
    });
    let written = run(&hasty(&silent.base_url, 100, 10_000)).0.expect("words");
    assert_eq!(written.ended, Ended::Broken(Failure::AiSilent { seconds: 0 }));
    let endless = Server::start(|stream| {
        say(stream, &event_stream(&[&words("La lana")]));
        while !client_leaves(stream, Duration::from_millis(10)) {
            say(stream, b": ancora\n\n");
        }
    });
    let written = run(&hasty(&endless.base_url, 5_000, 300)).0.expect("words");
    assert_eq!(written.ended, Ended::Broken(Failure::AiTooSlow { seconds: 0 }));
}

#[test]
fn an_answer_whose_connection_stays_open_after_the_last_word_is_whole() {
    let said = event_stream(&[&words("Ciao."), STOP]);
    let server = Server::start(move |stream| {
        say(stream, &said);
        client_leaves(stream, Duration::from_secs(20));
    });
    let start = Instant::now();
    let written = run(&source(&server.base_url)).0.expect("words");
    assert_eq!(written.ended, Ended::Complete);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn floods_are_cut_at_their_cap() {
    let same = words(&"parola ".repeat(2_000));
    let flood = |line: String, head: &'static [u8]| {
        Server::start(move |stream| {
            use std::io::Write as _;
            say(stream, head);
            // A gigabyte, were it ever read.
            for _ in 0..1_000_000_000 / line.len() {
                if stream.write_all(line.as_bytes()).is_err() {
                    break;
                }
            }
        })
    };
    let event = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    let written = run(&source(&flood(format!("{same}\n\n"), event).base_url)).0.expect("words");
    assert!(
        matches!(written.ended, Ended::Broken(Failure::AiTooMuch { .. })),
        "{:?}",
        written.ended
    );
    let one_line = run(&source(&flood("x".repeat(64 * 1024), event).base_url)).0;
    assert!(matches!(one_line, Err(Failure::AiUnusable { .. })), "{one_line:?}");
    let json = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\"";
    let whole = run(&source(&flood("x".repeat(64 * 1024), json).base_url)).0;
    assert!(matches!(whole, Err(Failure::AiTooMuch { .. })), "{whole:?}");
    let comments = run(&source(&flood(format!(": {}\n\n", "x".repeat(60_000)), event).base_url)).0;
    assert!(matches!(comments, Err(Failure::AiTooMuch { .. })), "{comments:?}");
    let headers = b"HTTP/1.1 200 OK\r\n";
    let head = run(&source(&flood(format!("X-A: {}\r\n", "x".repeat(6_000)), headers).base_url)).0;
    assert!(head.is_err(), "{head:?}");
}

#[test]
fn a_stop_returns_at_once_in_every_silence_and_the_server_sees_it() {
    for before in [Vec::new(), event_stream(&[]), event_stream(&[&words("La lana")])] {
        let (sender, left) = channel();
        let sender = std::sync::Mutex::new(sender);
        let server = Server::start(move |stream| {
            say(stream, &before);
            let gone = client_leaves(stream, Duration::from_secs(10));
            let _ = sender.lock().map(|sender| sender.send(gone));
        });
        let stop = Stop::new();
        let switch = stop.clone();
        let base_url = server.base_url.clone();
        let job = thread::spawn(move || {
            let written = source(&base_url).write(&test_ask("it"), &mut |_| (), &stop);
            (written, Instant::now())
        });
        server.requests.recv().expect("a request");
        thread::sleep(Duration::from_millis(50));
        let pressed = Instant::now();
        switch.trigger();
        let (written, returned) = job.join().expect("the job to return");
        let took = returned - pressed;
        assert!(took < Duration::from_millis(100), "{took:?}");
        assert_eq!(written.expect("a stop is no failure").ended, Ended::Stopped);
        assert!(left.recv().expect("the server's word"), "the connection stayed open");
    }
}

#[test]
fn a_stop_before_the_start_sends_nothing_that_is_waited_for() {
    let stop = Stop::new();
    stop.trigger();
    let server = Server::answering("");
    let written = source(&server.base_url).write(&test_ask("it"), &mut |_| (), &stop);
    assert_eq!(written.expect("a stop is no failure").ended, Ended::Stopped);
}

fn in_dialect(dialect: Dialect, base_url: &str) -> Endpoint {
    Endpoint { dialect, form: Agreed::default(), ..source(base_url) }
}

#[test]
fn every_dialect_calls_its_own_path_with_the_key_in_its_own_header() {
    for (dialect, path, header) in [
        (Dialect::OpenAi, "/v1/chat/completions?v=1", "authorization: bearer sk-segreto"),
        (Dialect::Responses, "/v1/responses?v=1", "authorization: bearer sk-segreto"),
        (Dialect::Anthropic, "/v1/messages?v=1", "x-api-key: sk-segreto"),
        (Dialect::Ollama, "/api/chat?v=1", "authorization: bearer sk-segreto"),
        (
            Dialect::Gemini,
            "/v1/models/piccolo:streamGenerateContent?alt=sse&v=1",
            "x-goog-api-key: sk-segreto",
        ),
    ] {
        let server = Server::answering(plain("401 No", "application/json", "{}"));
        let source = in_dialect(dialect, &format!("{}/?v=1", server.base_url));
        assert!(matches!(run(&source).0, Err(Failure::AiRefusedKey { .. })), "{dialect:?}");
        let request = server.requests.recv().expect("a request");
        let (head, body) = request.split_once("\r\n\r\n").expect("head and body");
        assert!(head.starts_with(&format!("POST {path} HTTP/1.1")), "{dialect:?}: {head}");
        assert!(head.to_lowercase().contains(header), "{dialect:?}: {head}");
        assert_eq!(head.to_lowercase().matches("segreto").count(), 1, "{dialect:?}: {head}");
        let prompt = source.prompt(&test_ask("it"));
        assert_eq!(body, prompt.sent, "{dialect:?}");
        assert!(!prompt.sent.contains("SEGRETO") && !format!("{source:?}").contains("SEGRETO"));
        assert_eq!(source.describe().provider, dialect.code());
    }
}

/// Refuses every request that asks for one of `forms`, in its own words.
fn picky(refused: &'static [&'static str], status: &'static str, message: &'static str) -> Server {
    Server::scripted(move |request, stream| {
        if refused.iter().any(|form| request.contains(form)) {
            let body = serde_json::json!({ "error": { "message": message } }).to_string();
            say(stream, &plain(status, "application/json", &body));
        } else {
            say(stream, &event_stream(&[&words("La lana torna."), STOP, DONE]));
        }
    })
}

#[test]
fn a_server_that_refuses_a_form_is_asked_in_a_plainer_one_and_remembered() {
    for (refused, status, message, calls, form) in [
        (&["json_schema"][..], "400 Bad", "response_format not supported", 2, Form::Json),
        (&["json_schema", "json_object"], "422 No", "boh", 3, Form::Text),
        (&["json_schema"], "500 Oh", "failed to parse grammar", 2, Form::Json),
        (&[], "400 Bad", "", 1, Form::Schema),
    ] {
        let server = picky(refused, status, message);
        let source = in_dialect(Dialect::OpenAi, &server.base_url);
        assert_eq!(text(&run(&source).0), "La lana torna.");
        assert_eq!(server.requests.try_iter().count(), calls, "{refused:?}");
        assert_eq!(source.form.form(), form);
        assert_eq!(text(&run(&source.clone()).0), "La lana torna.");
        assert_eq!(server.requests.try_iter().count(), 1, "it was not remembered: {refused:?}");
    }
}

#[test]
fn nothing_that_may_have_cost_something_is_asked_twice() {
    for (status, body) in [
        ("500 Oh", r#"{"error":{"message":"boom"}}"#),
        ("429 Wait", "{}"),
        ("401 No", "{}"),
        ("503 Busy", "{}"),
        ("404 No", r#"{"error":{"message":"model 'x' not found"}}"#),
        ("400 Bad", r#"{"error":{"type":"exceed_context_size_error","n_ctx":8}}"#),
        ("200 OK", r#"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}"#),
        ("200 OK", r#"{"error":{"message":"response_format"}}"#),
    ] {
        let server = Server::answering(plain(status, "application/json", body));
        let source = in_dialect(Dialect::OpenAi, &server.base_url);
        assert!(run(&source).0.is_err(), "{status} {body}");
        assert_eq!(server.requests.try_iter().count(), 1, "{status} {body}");
        assert_eq!(source.form.form(), Form::Schema, "{status} {body}");
    }
}

#[test]
fn a_refusal_in_every_form_is_told_and_not_remembered() {
    let server = Server::answering(plain("400 Bad", "text/plain", "temperature not allowed"));
    let source = in_dialect(Dialect::Anthropic, &server.base_url);
    let message = "temperature not allowed".to_owned();
    assert_eq!(run(&source).0, Err(Failure::AiServer { status: 400, message }));
    assert_eq!(source.form.form(), Form::Schema);
}

#[test]
fn a_post_in_json_streams_as_words_and_json_without_a_post_is_told() {
    let parts =
        ["{\"te", "xt\": \"La lana\\n", "torna.\", \"hashtags\": [\"lana\", \"#Lana\"", "]}"];
    let parts: Vec<String> = parts.iter().map(|part| words(part)).collect();
    let mut lines: Vec<&str> = parts.iter().map(String::as_str).collect();
    lines.extend([STOP, DONE]);
    let server = Server::answering(event_stream(&lines));
    let (written, seen) = run(&in_dialect(Dialect::OpenAi, &server.base_url));
    let written = written.expect("a post");
    assert_eq!((written.text.shown(), seen.as_str()), ("La lana\ntorna.", "La lana\ntorna."));
    assert_eq!(written.hashtags, ["lana"]);
    let server = Server::answering(event_stream(&[&words("{\"post\": \"x\"}"), STOP, DONE]));
    let written = run(&in_dialect(Dialect::OpenAi, &server.base_url)).0;
    assert_eq!(written, Err(Failure::AiUnusable { why: Unusable::WrongShape }));
}

#[test]
fn messages_headline_and_first_comment_come_each_in_its_own_field() {
    let answer = r#"{"headline": "\"Torna la lana\"", "parts": ["Uno.\n\nAncora.", "Due.\n#lana"], "hashtags": ["bottega"], "first_comment": "Chi passa?\n#lana"}"#;
    let server = Server::answering(event_stream(&[&words(&answer.replace('\n', " ")), STOP, DONE]));
    let (written, seen) = run(&in_dialect(Dialect::OpenAi, &server.base_url));
    let written = written.expect("a post");
    assert_eq!(seen, "Uno.\n\nAncora.\u{c}Due.\n#lana");
    let mut ask = test_ask("it");
    ask.brief.task = crate::domain::Task::Thread;
    let thread = written.clone().shaped(&ask);
    assert_eq!(thread.text.shown(), "Uno.\n\nAncora.\u{c}Due.");
    assert_eq!(thread.hashtags, ["lana", "bottega"]);
    let extras = thread.extras;
    assert_eq!(extras.headline.expect("a headline").shown(), "Torna la lana");
    assert_eq!(extras.first_comment.expect("a comment").shown(), "Chi passa?\n#lana");
    // Where no thread was asked for, they are one text.
    let one = written.shaped(&test_ask("it"));
    assert_eq!(one.text.shown(), "Uno.\n\nAncora.\n\nDue.");
}

#[test]
fn a_form_feed_of_a_model_is_no_break() {
    let answer = r#"{"text": "Uno.\fDue.", "hashtags": []}"#;
    let server = Server::answering(event_stream(&[&words(answer), STOP, DONE]));
    let written = run(&in_dialect(Dialect::OpenAi, &server.base_url)).0.expect("a post");
    assert_eq!(written.text.shown(), "Uno.\n\nDue.");
    let server = Server::answering(event_stream(&[&words("Uno.\u{c}Due."), STOP, DONE]));
    let written = run(&source(&server.base_url)).0.expect("a post");
    assert_eq!(written.text.shown(), "Uno.\n\nDue.");
}

#[test]
fn a_post_in_json_that_is_cut_keeps_what_came() {
    let cut = r#"data: {"choices":[{"delta":{},"finish_reason":"length"}]}"#;
    let server = Server::answering(event_stream(&[&words(r#"{"text": "La lana tor"#), cut, DONE]));
    let written = run(&in_dialect(Dialect::OpenAi, &server.base_url)).0.expect("words");
    assert_eq!((written.text.shown(), &written.ended), ("La lana tor", &Ended::Cut));
}

#[test]
fn a_key_is_hidden_even_where_a_message_is_cut_in_its_middle() {
    assert_eq!(hidden("chiave sk-SEGRETO no".into(), "sk-SEGRETO"), "chiave ••• no");
    assert_eq!(hidden("chiave sk-SEGR".into(), "sk-SEGRETO"), "chiave •••");
    assert_eq!(hidden("chiave sk-".into(), "sk-SEGRETO"), "chiave sk-");
    assert_eq!(hidden("è".into(), "è-chiave"), "è");
    assert_eq!(hidden("niente".into(), ""), "niente");
}

#[test]
fn every_dialect_stops_at_once_and_the_server_sees_it() {
    for dialect in Dialect::ALL {
        let server = Server::start(|stream| {
            client_leaves(stream, Duration::from_secs(10));
        });
        let (stop, base_url) = (Stop::new(), server.base_url.clone());
        let switch = stop.clone();
        let job = thread::spawn(move || {
            let source = in_dialect(dialect, &base_url);
            (source.write(&test_ask("it"), &mut |_| (), &stop), Instant::now())
        });
        server.requests.recv().expect("a request");
        let pressed = Instant::now();
        switch.trigger();
        let (written, returned) = job.join().expect("the job to return");
        assert!(returned - pressed < Duration::from_millis(100), "{dialect:?}");
        assert_eq!(written.expect("a stop is no failure").ended, Ended::Stopped);
    }
}

#[test]
fn nothing_is_sent_that_is_not_shown_in_any_dialect_or_form() {
    for dialect in Dialect::ALL {
        for form in Form::ALL {
            let source = Endpoint {
                dialect,
                form: Agreed::new(form),
                temperature: Some(0.5),
                ..source("http://127.0.0.1:1/v1")
            };
            let mut ask = test_ask("it");
            ask.human = "Una riga.\n\"Un'altra\" \u{1f35e}".to_owned();
            let prompt = source.prompt(&ask);
            let (envelope, words) = prompt.layers.split_last().expect("layers");
            let shown: String = words.iter().map(|layer| layer.text.as_str()).collect();
            assert_eq!(shown, format!("{}{}", prompt.system, prompt.user));
            let quoted = |text: &str| serde_json::json!(text).to_string();
            let rest = prompt
                .sent
                .replace(&quoted(&prompt.system), "\"…\"")
                .replace(&quoted(&prompt.user), "\"…\"");
            assert_eq!(rest, envelope.text, "{dialect:?} {form:?}");
            assert!(!prompt.sent.contains("SEGRETO"));
        }
    }
}
