//! Signals in a thread of their own: they become messages. If the loop does not answer
//! within a second, the terminal is restored and the program ends from here.

#![expect(clippy::disallowed_methods, reason = "the last resort when the loop does not answer")]

use super::{Message, terminal};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// How long the loop has to journal what is typed and leave.
const PATIENCE: Duration = Duration::from_secs(1);

/// What the loop is told; ending carries a channel to say "done" on.
#[derive(Debug)]
pub enum Signal {
    End { number: i32, done: Sender<()> },
    Stop,
    Continue,
    Resize,
}

pub fn listen(to: Sender<Message>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for number in &mut signals {
            let signal = match number {
                SIGWINCH => Signal::Resize,
                SIGTSTP => Signal::Stop,
                SIGCONT => Signal::Continue,
                _ => {
                    let (done, answered) = channel();
                    let _ = to.send(Message::Signal(Signal::End { number, done }));
                    if answered.recv_timeout(PATIENCE).is_err() {
                        terminal::leave();
                        std::process::exit(128 + number);
                    }
                    return;
                }
            };
            if to.send(Message::Signal(signal)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}
