//! What this room's tests share: an ask, and a scripted server on loopback that reads
//! one request and then does what the script says.

use super::Ask;
use crate::domain::Brief;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

pub(super) struct Server {
    pub base_url: String,
    /// Every request as it came: head and body.
    pub requests: Receiver<String>,
}

impl Server {
    /// Serves each connection with `script` until the test ends.
    pub fn start(script: impl Fn(&mut TcpStream) + Send + Sync + 'static) -> Self {
        Self::scripted(move |_, stream| script(stream))
    }

    /// The same, where the script depends on the request.
    pub fn scripted(script: impl Fn(&str, &mut TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (sender, requests) = channel();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { break };
                let Some(request) = read_request(&mut stream) else { continue };
                if sender.send(request.clone()).is_err() {
                    break;
                }
                script(&request, &mut stream);
            }
        });
        Self { base_url: format!("http://{address}/v1"), requests }
    }

    /// Answers every request with these bytes and closes.
    pub fn answering(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        Self::start(move |stream| say(stream, &bytes))
    }
}

pub(super) fn say(stream: &mut TcpStream, bytes: &[u8]) {
    // A client that has gone is part of many scripts.
    let _ = stream.write_all(bytes).and_then(|()| stream.flush());
}

/// Blocks until the client closes; `true` when it did within `limit`.
pub(super) fn client_leaves(stream: &mut TcpStream, limit: Duration) -> bool {
    stream.set_read_timeout(Some(limit)).expect("a time-out");
    matches!(stream.read(&mut [0; 16]), Ok(0))
}

/// An event stream of the given chunks and lines, as a whole answer.
pub(super) fn event_stream(lines: &[&str]) -> Vec<u8> {
    let mut out =
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n".to_vec();
    for line in lines {
        out.extend_from_slice(line.as_bytes());
        out.extend_from_slice(b"\n\n");
    }
    out
}

/// The event that carries some words.
pub(super) fn words(words: &str) -> String {
    let delta = serde_json::json!({ "content": words });
    let event =
        serde_json::json!({ "choices": [{ "index": 0, "delta": delta, "finish_reason": null }] });
    format!("data: {event}")
}

fn read_request(stream: &mut TcpStream) -> Option<String> {
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let n = stream.read(&mut buffer).ok().filter(|n| *n > 0)?;
        request.extend_from_slice(&buffer[..n]);
        let text = String::from_utf8_lossy(&request).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .lines()
            .find_map(|line| line.to_lowercase().strip_prefix("content-length:").map(str::to_owned))
            .and_then(|length| length.trim().parse().ok())
            .unwrap_or(0);
        if body.len() >= length {
            return Some(text);
        }
    }
}

/// An ask with a little of everything, for this room's tests.
pub(super) fn test_ask(lang: &str) -> Ask {
    Ask {
        brief: Brief { topic: "la nuova collezione invernale".into(), ..Brief::default() },
        brand: "Bottega Aurora".into(),
        facts: vec!["La sciarpa Aurora costa 89 €".into()],
        number: 1,
        seed: 7,
        ..super::trial_ask(lang.into(), String::new(), String::new())
    }
}
