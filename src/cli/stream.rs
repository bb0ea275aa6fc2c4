//! A suggestion shown while it is written, and a way to stop it: Ctrl-C, TERM, a
//! closed terminal.
//!
//! What streams is a preview; the caller says at the end where what is kept differs.

use crate::ai::{Piece, Stop as Cancel};
use crate::text::{at_once, reveal};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::{Handle, Signals};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

/// Writes pieces as they come, word by word, so that no character is torn apart.
pub struct Preview<'a> {
    out: &'a mut dyn Write,
    /// Nobody watches: nothing is written before the end.
    shown: bool,
    /// The word that is still growing.
    growing: String,
    said: String,
}

impl<'a> Preview<'a> {
    pub fn new(out: &'a mut dyn Write, shown: bool) -> Self {
        Self { out, shown, growing: String::new(), said: String::new() }
    }

    pub fn take(&mut self, piece: Piece) {
        if let (Piece::Text(words), true) = (piece, self.shown) {
            self.growing.push_str(&words);
            let end = self.growing.rfind(char::is_whitespace).map_or(0, |space| space + 1);
            let whole: String = self.growing.drain(..end).collect();
            self.say(&whole);
        }
    }

    /// Everything that was shown.
    pub fn end(mut self) -> String {
        let rest = std::mem::take(&mut self.growing);
        self.say(&rest);
        self.said
    }

    fn say(&mut self, words: &str) {
        self.said.push_str(words);
        // A terminal that is gone ends the run at the next line that counts.
        let _ = write!(self.out, "{}", reveal(&at_once(words))).and_then(|()| self.out.flush());
    }
}

/// Listens until it is dropped.
pub struct Stopper {
    pub cancel: Cancel,
    number: Arc<AtomicI32>,
    signals: Handle,
}

impl Stopper {
    pub fn listen() -> std::io::Result<Self> {
        let (cancel, number) = (Cancel::new(), Arc::new(AtomicI32::new(0)));
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT])?;
        let handle = signals.handle();
        let (switch, heard) = (cancel.clone(), Arc::clone(&number));
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in &mut signals {
                heard.store(signal, Ordering::SeqCst);
                switch.trigger();
            }
        })?;
        Ok(Self { cancel, number, signals: handle })
    }

    /// The exit code of a run that a signal ended: 128 and its number.
    pub fn code(&self) -> Option<u8> {
        match self.number.load(Ordering::SeqCst) {
            0 => None,
            number => u8::try_from(128 + number).ok(),
        }
    }
}

impl Drop for Stopper {
    fn drop(&mut self) {
        self.signals.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_appear_whole_and_harmless_while_they_are_written() {
        let mut out = Vec::new();
        let mut preview = Preview::new(&mut out, true);
        for piece in ["La la", "na tor", "na\u{1b}[2J a ca", "sa."] {
            preview.take(Piece::Text(piece.to_owned()));
        }
        assert_eq!(preview.said, "La lana torna\u{1b}[2J a ");
        assert_eq!(preview.end(), "La lana torna\u{1b}[2J a casa.");
        let shown = String::from_utf8(out).expect("UTF-8");
        assert!(shown.starts_with("La lana torna") && !shown.contains('\u{1b}'), "{shown}");
    }

    #[test]
    fn nobody_watching_means_nothing_before_the_end() {
        let mut out = Vec::new();
        let mut preview = Preview::new(&mut out, false);
        preview.take(Piece::Text("La lana ".to_owned()));
        preview.end();
        assert!(out.is_empty());
    }
}
