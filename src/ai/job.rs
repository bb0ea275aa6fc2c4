//! A job's letter box: what arrives, a stop, and silence, in one place to wait at.
//!
//! The work is done by threads that may hang in a system call; whoever waits here does
//! not hang with them. Workers say themselves when they are done. Time limits are kept
//! here and nowhere else.

#![expect(clippy::disallowed_methods, reason = "the room's one clock: how long a job may take")]

use super::Stop;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// How long a job may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Without anything arriving.
    pub idle: Duration,
    /// From start to end.
    pub total: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { idle: Duration::from_secs(30), total: Duration::from_mins(3) }
    }
}

enum Letter<T> {
    Item(T),
    Stop,
}

/// The workers' side.
pub(super) struct Outbox<T>(Sender<Letter<T>>);

impl<T> Clone for Outbox<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Outbox<T> {
    /// `false` once nobody waits any more.
    pub fn send(&self, item: T) -> bool {
        self.0.send(Letter::Item(item)).is_ok()
    }
}

/// What the wait brought.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Next<T> {
    Item(T),
    Stopped,
    /// Nothing for the idle time, in seconds.
    Silent(u64),
    /// Past the total time, in seconds.
    Late(u64),
}

pub(super) struct Inbox<T> {
    letters: Receiver<Letter<T>>,
    stop: Stop,
    patience: Patience,
    end: Instant,
}

/// A letter box whose clock starts now.
pub(super) fn open<T: Send + 'static>(patience: Patience, stop: &Stop) -> (Outbox<T>, Inbox<T>) {
    let (sender, letters) = channel();
    let bell = sender.clone();
    stop.on_trigger(move || {
        // Nobody waiting any more is as good as stopped.
        let _ = bell.send(Letter::Stop);
    });
    let inbox =
        Inbox { letters, stop: stop.clone(), patience, end: Instant::now() + patience.total };
    (Outbox(sender), inbox)
}

impl<T> Inbox<T> {
    /// Waits for the next letter; a stop overtakes letters that are already here.
    pub fn next(&mut self) -> Next<T> {
        if self.stop.is_triggered() {
            return Next::Stopped;
        }
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Next::Late(self.patience.total.as_secs());
        }
        match self.letters.recv_timeout(left.min(self.patience.idle)) {
            Ok(Letter::Item(item)) => Next::Item(item),
            // The stop's bell holds the channel open: only a stop can have closed it.
            Ok(Letter::Stop) | Err(RecvTimeoutError::Disconnected) => Next::Stopped,
            Err(RecvTimeoutError::Timeout) if left <= self.patience.idle => {
                Next::Late(self.patience.total.as_secs())
            }
            Err(RecvTimeoutError::Timeout) => Next::Silent(self.patience.idle.as_secs()),
        }
    }

    /// The job was stopped while a letter is being read.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_triggered()
    }

    /// Whatever still comes, the wait is over `within` this time from the first call.
    pub fn end_within(&mut self, within: Duration) {
        self.end = self.end.min(Instant::now() + within);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    fn patience(idle: u64, total: u64) -> Patience {
        Patience { idle: Duration::from_millis(idle), total: Duration::from_millis(total) }
    }

    #[test]
    fn letters_come_in_order_and_a_stop_overtakes_them() {
        let stop = Stop::new();
        let (outbox, mut inbox) = open(Patience::default(), &stop);
        assert!(outbox.send(1) && outbox.send(2));
        assert_eq!(inbox.next(), Next::Item(1));
        stop.trigger();
        assert_eq!(inbox.next(), Next::Stopped);
    }

    #[test]
    fn a_stop_wakes_whoever_waits() {
        let stop = Stop::new();
        let (outbox, mut inbox) = open::<u8>(Patience::default(), &stop);
        let waiter = thread::spawn(move || inbox.next());
        stop.trigger();
        assert_eq!(waiter.join().expect("the waiter to return"), Next::Stopped);
        assert!(!outbox.send(1));
    }

    #[test]
    fn silence_and_slowness_are_told_apart() {
        let (outbox, mut inbox) = open::<u8>(patience(20, 10_000), &Stop::new());
        assert_eq!(inbox.next(), Next::Silent(0));
        let (drip, mut late) = open::<u8>(patience(10_000, 20), &Stop::new());
        drip.send(1);
        assert_eq!(late.next(), Next::Item(1));
        assert_eq!(late.next(), Next::Late(0));
        drop((outbox, drip));
    }
}
