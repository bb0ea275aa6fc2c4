//! Faults on purpose, so that a story can see what a panic or a disk that stalls leaves behind. Nothing of it is
//! in a build without debug assertions: a release has no such switch.

/// Panics where `PALINSESTO_FAULT` names this place, with a message that would speak to
/// the terminal if it were shown raw.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a switch for stories, not in a release")]
pub fn point(place: &str) {
    let asked = std::env::var("PALINSESTO_FAULT").is_ok_and(|asked| asked == place);
    assert!(!asked, "fault at {place} \x1b]52;c;ZXZpbA==\x07\u{202e}");
}

#[cfg(not(debug_assertions))]
pub fn point(_: &str) {}

/// Never comes back where `PALINSESTO_FAULT` names this place: a disk that does not answer.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a switch for stories, not in a release")]
pub fn stall(place: &str) {
    while std::env::var("PALINSESTO_FAULT").is_ok_and(|asked| asked == place) {
        std::thread::park();
    }
}

#[cfg(not(debug_assertions))]
pub fn stall(_: &str) {}

/// Says on standard error how much was kept from the terminal, if anything was: a story
/// fails on it.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "read by stories, not in a release")]
pub fn told(dropped: u64) {
    use std::io::Write as _;
    if dropped > 0 {
        let _ = writeln!(std::io::stderr(), "kept-from-terminal={dropped}");
    }
}

#[cfg(not(debug_assertions))]
pub fn told(_: u64) {}

/// Whether a frame is to hold what no frame holds.
#[cfg(debug_assertions)]
#[expect(clippy::disallowed_methods, reason = "a switch for stories, not in a release")]
pub fn leaks() -> bool {
    std::env::var("PALINSESTO_FAULT").is_ok_and(|asked| asked == "frame")
}

#[cfg(not(debug_assertions))]
pub fn leaks() -> bool {
    false
}
