//! One HTTP request on its own agent and thread, delivered as letters.
//!
//! No redirects, no retries, caps on everything. What is told about a failure names the
//! host and never the rest of an address.

use super::Stop;
use super::job::{self, Inbox, Patience};
use crate::domain::{Distrust, Failure, Reach, Unreachable, Unusable};
use std::io::Read as _;
use std::thread;
use std::time::Duration;
use ureq::Agent;
use ureq::http::Uri;

/// Bytes on the wire: a long answer of a model that reasons has a few million.
const MOST_BYTES: u64 = 16 * 1024 * 1024;
const CONNECT: Duration = Duration::from_secs(10);

/// What to send.
pub(super) struct Request {
    pub url: String,
    pub headers: Vec<(&'static str, String)>,
    /// `None` for a GET.
    pub body: Option<String>,
}

/// What happens on the wire, in order; `End` or `Failed` comes last.
pub(super) enum Arrival {
    Head(Head),
    Bytes(Vec<u8>),
    End,
    Failed(Failure),
}

#[derive(Debug, Default)]
pub(super) struct Head {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<u64>,
}

/// A request under way; dropping it closes its connection.
pub(super) struct Call {
    pub inbox: Inbox<Arrival>,
    agent: Agent,
}

impl Drop for Call {
    fn drop(&mut self) {
        self.agent.clone().shutdown();
    }
}

/// `host:port` of an address, for saying where words go; `None` when it is no address.
pub(super) fn host(url: &str) -> Option<String> {
    let uri: Uri = url.parse().ok()?;
    let host = uri.host()?;
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    Some(match uri.port_u16() {
        None if port == 443 => host.to_owned(),
        _ => format!("{host}:{port}"),
    })
}

/// Whether an address stays on this machine.
fn is_loopback(url: &str) -> bool {
    let uri: Option<Uri> = url.parse().ok();
    uri.as_ref().and_then(Uri::host).is_some_and(|host| Reach::of(host) == Reach::Here)
}

/// Sends `request` on a thread of its own. The stop closes the connection at once.
pub(super) fn start(request: Request, patience: Patience, stop: &Stop) -> Result<Call, Failure> {
    let host = host(&request.url).unwrap_or_default();
    let agent = agent(&request.url, patience);
    let (outbox, inbox) = job::open(patience, stop);
    let closing = agent.clone();
    stop.on_trigger(move || closing.clone().shutdown());
    let worker = agent.clone();
    let name = host.clone();
    let fetch = move || {
        let failed = match send(&worker, request) {
            Ok(response) => {
                let (parts, body) = response.into_parts();
                outbox.send(Arrival::Head(head(&parts)));
                let mut reader = body.into_reader();
                let mut buffer = vec![0; 16 * 1024];
                let mut taken = 0;
                loop {
                    match reader.read(&mut buffer) {
                        Ok(0) => break None,
                        Ok(n) => {
                            taken += n as u64;
                            if taken > MOST_BYTES {
                                break Some(Failure::AiTooMuch { limit_bytes: MOST_BYTES });
                            }
                            if !outbox.send(Arrival::Bytes(buffer[..n].to_vec())) {
                                return;
                            }
                        }
                        Err(_) => break Some(Failure::AiBroken { host: name }),
                    }
                }
            }
            Err(error) => Some(failure(&error, name)),
        };
        outbox.send(failed.map_or(Arrival::End, Arrival::Failed));
    };
    thread::Builder::new().name("ai-http".to_owned()).spawn(fetch).map_err(|error| {
        Failure::AiUnreachable { host, why: Unreachable::Other(error.to_string()) }
    })?;
    Ok(Call { inbox, agent })
}

fn send(agent: &Agent, request: Request) -> Result<ureq::http::Response<ureq::Body>, ureq::Error> {
    match request.body {
        Some(body) => {
            let mut call = agent.post(&request.url);
            for (name, value) in request.headers {
                call = call.header(name, value);
            }
            call.send(body)
        }
        None => agent.get(&request.url).call(),
    }
}

fn agent(url: &str, patience: Patience) -> Agent {
    let mut config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .accept_encoding("identity")
        .user_agent(concat!("palinsesto/", env!("CARGO_PKG_VERSION")))
        .timeout_resolve(Some(CONNECT.min(patience.total)))
        .timeout_connect(Some(CONNECT.min(patience.total)))
        // The letter box keeps the time; this only lets a forgotten thread end.
        .timeout_global(Some(patience.total + CONNECT));
    if is_loopback(url) {
        config = config.proxy(None);
    }
    config.build().new_agent()
}

fn head(parts: &ureq::http::response::Parts) -> Head {
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    Head {
        status: parts.status.as_u16(),
        content_type: header("content-type").unwrap_or_default().to_ascii_lowercase(),
        retry_after: header("retry-after").and_then(|value| value.trim().parse().ok()),
    }
}

/// Why no answer began.
fn failure(error: &ureq::Error, host: String) -> Failure {
    use std::io::ErrorKind;
    let why = match error {
        ureq::Error::HostNotFound | ureq::Error::BadUri(_) => Unreachable::NoSuchHost,
        ureq::Error::Timeout(_) => Unreachable::Timeout,
        ureq::Error::Rustls(error) => Unreachable::Tls(distrust(error)),
        ureq::Error::Tls(_) | ureq::Error::Pem(_) => Unreachable::Tls(Distrust::Other),
        ureq::Error::Protocol(_) | ureq::Error::Http(_) => {
            return Failure::AiUnusable { why: Unusable::NotAnAnswer };
        }
        ureq::Error::LargeResponseHeader(..) => {
            return Failure::AiTooMuch { limit_bytes: MOST_BYTES };
        }
        ureq::Error::Io(io) => match io.kind() {
            ErrorKind::ConnectionRefused => Unreachable::Refused,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Unreachable::Timeout,
            // What rustls says of a certificate or of a server without TLS.
            ErrorKind::InvalidData => {
                let error = io.get_ref().and_then(|inner| inner.downcast_ref());
                Unreachable::Tls(error.map_or(Distrust::Other, distrust))
            }
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof => return Failure::AiBroken { host },
            // Never its own text, which may hold an address.
            kind => Unreachable::Other(kind.to_string()),
        },
        ureq::Error::ConnectionFailed => Unreachable::Refused,
        _ => Unreachable::Other(String::new()),
    };
    Failure::AiUnreachable { host, why }
}

fn distrust(error: &rustls::Error) -> Distrust {
    use rustls::CertificateError as C;
    let rustls::Error::InvalidCertificate(why) = error else { return Distrust::Other };
    match why {
        C::UnknownIssuer => Distrust::Unsigned,
        C::Expired | C::ExpiredContext { .. } | C::NotValidYet | C::NotValidYetContext { .. } => {
            Distrust::Expired
        }
        C::NotValidForName | C::NotValidForNameContext { .. } => Distrust::OtherHost,
        _ => Distrust::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_host_of_an_address_is_ever_named() {
        for (url, named) in [
            ("https://api.example.org/v1?key=SEGRETO", Some("api.example.org")),
            ("https://u:SEGRETO@api.example.org:8443/v1", Some("api.example.org:8443")),
            ("http://127.0.0.1:11434/v1", Some("127.0.0.1:11434")),
            ("http://localhost/v1", Some("localhost:80")),
            ("http://[::1]:8080", Some("[::1]:8080")),
            ("non è un indirizzo", None),
        ] {
            assert_eq!(host(url).as_deref(), named, "{url}");
        }
    }

    #[test]
    fn a_certificate_for_another_host_is_told_apart_from_one_that_nobody_signed() {
        use rustls::CertificateError as C;
        for (why, told) in [
            (C::NotValidForName, Distrust::OtherHost),
            (C::UnknownIssuer, Distrust::Unsigned),
            (C::NotValidYet, Distrust::Expired),
            (C::Revoked, Distrust::Other),
        ] {
            let error = rustls::Error::InvalidCertificate(why);
            let error = std::io::Error::new(std::io::ErrorKind::InvalidData, error);
            let failure = failure(&ureq::Error::Io(error), "ia.example.org".into());
            let (host, why) = ("ia.example.org".into(), Unreachable::Tls(told));
            assert_eq!(failure, Failure::AiUnreachable { host, why });
        }
    }

    #[test]
    fn only_this_machine_is_loopback() {
        assert!(
            ["http://localhost:1", "http://127.0.0.9:1", "http://[::1]:1"].map(is_loopback)
                == [true; 3]
        );
        assert!(["http://localhost.example.org", "http://10.0.0.1"].map(is_loopback) == [false; 2]);
    }
}
