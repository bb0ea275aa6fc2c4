//! What the tests of all servers share: where one is, what it is asked, and a request of
//! our own, to look at an answer as the server gives it.

use palinsesto::ai::{Agreed, Ask, Endpoint, Patience, Target};
use palinsesto::domain::{Brief, Dialect, Form, Id, Networks, Part, Unit, Workspace};
use secrecy::SecretString;
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

/// The key that the scripts start their servers with.
pub const KEY: &str = "prova";

/// Where a server is, from its variable; without it, which script starts one.
pub fn address(variable: &str, script: &str) -> Option<String> {
    let address = std::env::var(variable).ok().filter(|text| !text.is_empty());
    if address.is_none() {
        let mut stderr = std::io::stderr();
        let _ = writeln!(stderr, "skipped: run tests/servers/{script} and export what it prints");
    }
    address
}

pub fn endpoint(dialect: Dialect, root: &str, model: &str) -> Endpoint {
    Endpoint {
        profile: "prova".into(),
        dialect,
        form: Agreed::new(Form::Text),
        base_url: format!("{root}/v1"),
        model: model.into(),
        key: Some(SecretString::from(KEY)),
        max_tokens: Some(400),
        temperature: Some(1.0),
        patience: Patience::default(),
    }
}

pub fn ask() -> Ask {
    let workspace = Workspace {
        languages: vec!["it".into()],
        ..Workspace::new(
            Id::parse("b7m2x9qe").expect("an id"),
            "Bottega Aurora",
            chrono_tz::Europe::Rome,
        )
    };
    let brief = Brief { topic: "la lana torna in bottega".into(), ..Brief::default() };
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");
    Ask::new(&workspace, &Networks::default(), brief, today)
}

/// The same for a network that wants these parts beside the text.
pub fn ask_for(wants: &[Part]) -> Ask {
    let (network, wants) = ("YouTube".to_owned(), wants.to_vec());
    let target = Target { network, max: None, unit: Unit::Utf16, threads: false, wants };
    Ask { target: Some(target), ..ask() }
}

/// What the server at `root` answers: status and body. A `body` makes it a POST.
pub fn fetch(root: &str, path: &str, body: Option<&str>) -> (u16, String) {
    let host = root.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).expect("the server");
    let method = if body.is_some() { "POST" } else { "GET" };
    let body = body.unwrap_or_default();
    let request = format!(
        "{method} {path} HTTP/1.0\r\nHost: {host}\r\nAuthorization: Bearer {KEY}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    (status.expect("a status"), body.to_owned())
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The letters alone: what is shown while it comes may be broken into lines otherwise.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
