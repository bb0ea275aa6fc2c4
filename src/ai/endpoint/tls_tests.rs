//! A server behind TLS whose certificate does not hold: told by reason, asked once, and
//! given nothing.

use super::tests::{run, source};
use super::*;
use crate::domain::{Distrust, Unreachable};
use rcgen::{CertificateParams, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection};
use std::io::Read as _;
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What one connection brought: every byte on the wire, and what came through the
/// handshake.
struct Heard {
    raw: Vec<u8>,
    words: Vec<u8>,
}

/// A server on loopback with a certificate for `name` that it has signed itself, valid from
/// and until 1 January of these years.
fn server(name: &str, years: (i32, i32)) -> (String, Receiver<Heard>) {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new([name.to_owned()]).expect("a name");
    params.not_before = date_time_ymd(years.0, 1, 1);
    params.not_after = date_time_ymd(years.1, 1, 1);
    let own = params.self_signed(&key).expect("a certificate");
    let secret = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("TLS")
        .with_no_client_auth()
        .with_single_cert(vec![own.der().clone()], secret)
        .expect("a server");
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let (sender, heard) = channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut tls = ServerConnection::new(Arc::clone(&config)).expect("a connection");
            let mut heard = Heard { raw: Vec::new(), words: Vec::new() };
            let mut buffer = [0; 4096];
            while let Ok(n) = stream.read(&mut buffer)
                && n > 0
            {
                heard.raw.extend_from_slice(&buffer[..n]);
                let mut bytes = &buffer[..n];
                while tls.read_tls(&mut bytes).is_ok_and(|n| n > 0) {
                    // An alert of the client is an error here, and the end.
                    let state = tls.process_new_packets();
                    let _ = tls.reader().read_to_end(&mut heard.words);
                    let _ = tls.write_tls(&mut stream);
                    if state.is_err() {
                        break;
                    }
                }
            }
            if sender.send(heard).is_err() {
                break;
            }
        }
    });
    (address.to_string(), heard)
}

/// How asking ends, with all that the server heard.
fn asked(name: &str, years: (i32, i32)) -> (Result<Written, Failure>, Vec<Heard>, String) {
    let (address, heard) = server(name, years);
    let written = run(&source(&format!("https://{address}/v1"))).0;
    let first = heard.recv_timeout(Duration::from_secs(5)).expect("a connection");
    let second = heard.recv_timeout(Duration::from_millis(200)).ok();
    (written, std::iter::once(first).chain(second).collect(), address)
}

#[test]
fn a_certificate_that_does_not_hold_is_told_by_reason_and_nothing_is_sent() {
    for (years, why) in [((2020, 2090), Distrust::Unsigned), ((2001, 2002), Distrust::Expired)] {
        let (written, heard, host) = asked("127.0.0.1", years);
        let why = Unreachable::Tls(why);
        assert_eq!(written, Err(Failure::AiUnreachable { host, why }));
        assert_eq!(heard.len(), 1, "it was tried again");
        assert!(!heard[0].raw.is_empty() && heard[0].words.is_empty(), "something was sent");
        let raw = String::from_utf8_lossy(&heard[0].raw);
        for secret in ["SEGRETO", "collezione", "Bottega"] {
            assert!(!raw.contains(secret), "{secret} went out in the clear");
        }
    }
}

#[test]
fn a_certificate_for_another_host_brings_nothing_either() {
    let (written, heard, _) = asked("altrove.example.org", (2020, 2090));
    let why = matches!(
        written,
        Err(Failure::AiUnreachable {
            why: Unreachable::Tls(Distrust::Unsigned | Distrust::OtherHost),
            ..
        })
    );
    assert!(why && heard.len() == 1 && heard[0].words.is_empty(), "{written:?}");
}
