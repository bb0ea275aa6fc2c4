//! Signals in a thread of their own: they become messages. If the loop does not answer
//! within a second, the terminal is restored and the program ends from here.

#![expect(clippy::disallowed_methods, reason = "the last resort when the loop does not answer")]

use super::{Message, crash, terminal};
use rustix::process::kill_process;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

/// How long the loop has to journal what is typed and leave.
const PATIENCE: Duration = Duration::from_secs(1);

/// Another program has the terminal: the keys that interrupt and stop are meant for it.
static AWAY: AtomicBool = AtomicBool::new(false);

/// A key that interrupts came, and nobody has said yet whom it was meant for. Set as the
/// signal arrives: on a busy machine the thread below hears of it when the other program,
/// ended by the same key, has long given the terminal back.
static INTERRUPTED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// While it lasts, `C-c` is the other program's, and when that stops, as an editor does on
/// its `:stop`, we stop with it, so that the shell gets the terminal back.
pub fn away(is_away: bool) {
    if !is_away {
        INTERRUPTED.store(false, Ordering::SeqCst);
    }
    AWAY.store(is_away, Ordering::SeqCst);
}

/// Whether a key that interrupts is meant for us. Who is away is asked first: it is over
/// only after what came meanwhile has been taken back.
fn is_ours() -> bool {
    !AWAY.load(Ordering::SeqCst) && INTERRUPTED.swap(false, Ordering::SeqCst)
}

/// What the loop is told; ending carries a channel to say "done" on.
#[derive(Debug)]
pub enum Signal {
    End { number: i32, done: Sender<()> },
    Stop,
    Continue,
    Resize,
}

pub fn listen(to: Sender<Message>) -> io::Result<()> {
    for number in [SIGINT, SIGQUIT] {
        signal_hook::flag::register(number, INTERRUPTED.clone())?;
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let work = move || crash::needed(&to, || hear(&mut signals, &to));
    std::thread::Builder::new().name("signals".into()).spawn(work)?;
    Ok(())
}

fn hear(signals: &mut Signals, to: &Sender<Message>) {
    for number in signals {
        let signal = match number {
            SIGINT | SIGQUIT if !is_ours() => continue,
            SIGTSTP if AWAY.load(Ordering::SeqCst) => {
                stop();
                continue;
            }
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
}

/// Stops the whole program until it is continued.
pub fn stop() {
    let _ = kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_interrupted_another_program_is_not_ours_however_late_it_is_heard_of() {
        let key = || INTERRUPTED.store(true, Ordering::SeqCst);
        away(true);
        key();
        assert!(!is_ours());
        key();
        away(false);
        assert!(!is_ours(), "heard of when the terminal was back");
        key();
        assert!(is_ours());
        assert!(!is_ours(), "once");
    }
}
