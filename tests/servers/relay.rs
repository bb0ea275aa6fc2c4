//! A door in front of a real server that changes one word of what passes, so that its real
//! refusals can be met. Answers pass as they are.

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub struct Relay {
    /// In front of the server, without a path.
    pub root: String,
    passed: Arc<AtomicUsize>,
}

impl Relay {
    /// Puts `spoilt` where `word` stands in a request's body; both are of one length.
    pub fn to(root: &str, word: &'static str, spoilt: &'static str) -> Self {
        assert_eq!(word.len(), spoilt.len(), "the head says how long the body is");
        let server = root.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let root = format!("http://{}", listener.local_addr().expect("an address"));
        let passed = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&passed);
        thread::spawn(move || {
            for from in listener.incoming().flatten() {
                counter.fetch_add(1, Ordering::SeqCst);
                let to = TcpStream::connect(&server).expect("the server");
                pass(&from, &to, word, spoilt);
            }
        });
        Self { root, passed }
    }

    /// How many connections went through.
    pub fn passed(&self) -> usize {
        self.passed.load(Ordering::SeqCst)
    }
}

fn pass(from: &TcpStream, to: &TcpStream, word: &'static str, spoilt: &'static str) {
    let clone = |stream: &TcpStream| stream.try_clone().expect("a second handle");
    let (mut asked, mut asking) = (clone(to), clone(from));
    thread::spawn(move || {
        let (mut request, mut buffer) = (Vec::new(), vec![0; 65_536]);
        // The body is JSON and arrives whole before the server says a word.
        while let Ok(n @ 1..) = asking.read(&mut buffer) {
            request.extend_from_slice(&buffer[..n]);
            if request.ends_with(b"}") {
                break;
            }
        }
        let request = String::from_utf8_lossy(&request).replace(word, spoilt);
        let _ = asked.write_all(request.as_bytes());
    });
    let (mut answer, mut back) = (clone(to), clone(from));
    thread::spawn(move || {
        let _ = std::io::copy(&mut answer, &mut back);
        let _ = back.shutdown(Shutdown::Both);
    });
}
