//! Model servers on this machine's own ports: found, never assumed.
//!
//! Asks only addresses it is given, all at once, and not a moment longer than
//! [`PATIENCE`]. Called when the brief opens, never at start-up.

use super::Stop;
use super::http::{self, Arrival, Call, Request};
use super::job::{Next, Patience};
use serde_json::Value;
use std::thread;
use std::time::Duration;

/// What a local server may take to answer.
pub const PATIENCE: Duration = Duration::from_millis(300);
/// A list of models longer than this is none, in bytes.
const MOST_LIST: usize = 1024 * 1024;

/// Where the usual servers listen: name, then address without `/v1`.
pub const USUAL: [(&str, &str); 3] = [
    ("Ollama", "http://127.0.0.1:11434"),
    ("llama.cpp", "http://127.0.0.1:8080"),
    ("LM Studio", "http://127.0.0.1:1234"),
];

/// A server that answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalServer {
    pub name: String,
    /// For a profile, with `/v1`.
    pub base_url: String,
    /// As the server names them; at least one.
    pub models: Vec<String>,
}

/// The servers at `places` that offer a model, in that order. Returns after
/// [`PATIENCE`] at the latest.
pub fn discover(places: &[(&str, &str)], stop: &Stop) -> Vec<LocalServer> {
    thread::scope(|scope| {
        let asked: Vec<_> = places
            .iter()
            .map(|(name, root)| {
                let root = root.trim_end_matches('/');
                let list = scope.spawn(move || models(&format!("{root}/v1/models"), stop));
                // Old Ollamas know only their own way.
                let tags = scope.spawn(move || models(&format!("{root}/api/tags"), stop));
                (name, root, list, tags)
            })
            .collect();
        asked
            .into_iter()
            .filter_map(|(name, root, list, tags)| {
                let models =
                    [list, tags].map(|job| job.join().ok().flatten()).into_iter().flatten();
                Some(LocalServer {
                    name: (*name).to_owned(),
                    base_url: format!("{root}/v1"),
                    models: models.into_iter().find(|models| !models.is_empty())?,
                })
            })
            .collect()
    })
}

fn models(url: &str, stop: &Stop) -> Option<Vec<String>> {
    let request = Request { url: url.to_owned(), headers: Vec::new(), body: None };
    let patience = Patience { idle: PATIENCE, total: PATIENCE };
    let mut call = http::start(request, patience, stop).ok()?;
    let list: Value = serde_json::from_slice(&body(&mut call)?).ok()?;
    // `{"data": [{"id"}]}` in OpenAI's dialect, `{"models": [{"name"}]}` in Ollama's.
    let (items, key) = match &list["data"] {
        Value::Array(items) => (items, "id"),
        _ => (list["models"].as_array()?, "name"),
    };
    Some(items.iter().filter_map(|item| item[key].as_str().map(str::to_owned)).collect())
}

fn body(call: &mut Call) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        match call.inbox.next() {
            Next::Item(Arrival::Head(head)) if head.status == 200 => (),
            Next::Item(Arrival::Bytes(bytes)) if body.len() + bytes.len() <= MOST_LIST => {
                body.extend(bytes);
            }
            Next::Item(Arrival::End) => return Some(body),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ai::fixture::{Server, client_leaves};
    use std::time::Instant;

    fn root(server: &Server) -> String {
        server.base_url.trim_end_matches("/v1").to_owned()
    }

    fn json(body: &str) -> Server {
        Server::answering(format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    fn found(server: &Server) -> Vec<LocalServer> {
        discover(&[("Prova", &root(server))], &Stop::new())
    }

    #[test]
    fn a_server_with_models_is_found_in_either_dialect() {
        for body in [r#"{"data":[{"id":"piccolo"}]}"#, r#"{"models":[{"name":"piccolo"}]}"#] {
            let server = json(body);
            assert_eq!(
                found(&server),
                [LocalServer {
                    name: "Prova".into(),
                    base_url: server.base_url.clone(),
                    models: vec!["piccolo".into()],
                }]
            );
        }
    }

    #[test]
    fn another_program_on_the_port_is_not_taken_for_one() {
        for body in ["<html>", "{}", r#"{"data":[]}"#, "[1]"] {
            assert_eq!(found(&json(body)), [], "{body}");
        }
        assert_eq!(found(&Server::answering("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")), []);
        assert_eq!(discover(&[("Chiusa", "http://127.0.0.1:9")], &Stop::new()), []);
    }

    #[test]
    fn nobody_is_waited_for_longer_than_the_patience() {
        let silent = Server::start(|stream| {
            client_leaves(stream, Duration::from_secs(5));
        });
        let quick = json(r#"{"data":[{"id":"piccolo"}]}"#);
        let (slow, fast) = (root(&silent), root(&quick));
        let start = Instant::now();
        let found = discover(&[("Lento", &slow), ("Svelto", &fast)], &Stop::new());
        assert!(start.elapsed() < PATIENCE * 3, "{:?}", start.elapsed());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "Svelto");
    }
}
