//! How a run ends: the exit codes, and what ends it early.

use super::{Session, json};
use crate::domain::{Failure, Problem};
use crate::i18n::{Told, Words};
use crate::runtime::Unopened;
use crate::runtime::crash::{self, Crash};
use crate::text::reveal_line;
use std::io;

/// The exit codes of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0
    Fine,
    /// 1: something was found that needs a person.
    Found,
    /// 2: it was called wrongly, or the machine would not.
    Trouble,
    /// The screen ended with this code: 128 and the signal's number, where one ended it.
    Ended(u8),
}

impl Exit {
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Found => 1,
            Self::Trouble => 2,
            Self::Ended(code) => code,
        }
    }
}

/// Why a verb could not go on.
#[derive(Debug)]
pub enum Stop {
    Said(Told),
    Problem(Problem),
    Failure(Failure),
    /// A failure of which the verb knows more to say.
    Failed(Told),
    /// A fault of our own ended it.
    Crashed(Crash),
    /// Nobody can be written to, or not any more.
    Output(io::Error),
}

impl Stop {
    /// A sentence and what to do next.
    pub fn said(sentence: impl Into<String>, next: impl Into<String>) -> Self {
        Self::Said(Told { sentence: sentence.into(), next: next.into() })
    }

    /// The same in words, for a verb that goes on.
    pub fn told(&self, words: &Words) -> Told {
        match self {
            Self::Said(told) | Self::Failed(told) => told.clone(),
            Self::Problem(problem) => {
                let told = words.problem(&problem.kind);
                let (path, shown) =
                    (problem.path.as_str(), |text: &str| reveal_line(text).into_owned());
                let place = format!("{path}:{}:{}", problem.line.max(1), problem.column.max(1));
                let sentence = shown(&format!("{place}: {}", told.sentence));
                Told { sentence, next: shown(&told.next) }
            }
            // It may hold a server's or a program's own words.
            Self::Failure(failure) => {
                let told = words.failure(failure);
                let shown = |text: &str| reveal_line(text).into_owned();
                Told { sentence: shown(&told.sentence), next: shown(&told.next) }
            }
            Self::Crashed(crash) => Told {
                sentence: words.cli_crashed(crash.message.as_str(), crash.place.as_str()),
                next: words.next_crashed(&crash.shown_report()),
            },
            Self::Output(error) => {
                Told { sentence: words.cli_error_output(words.system(error)), next: String::new() }
            }
        }
    }

    /// The word for scripts.
    fn code(&self) -> &'static str {
        match self {
            Self::Said(_) => "refused",
            Self::Problem(problem) => problem.kind.code(),
            Self::Failure(_) | Self::Failed(_) => "failed",
            Self::Crashed(_) => "crashed",
            Self::Output(_) => "output",
        }
    }

    /// Tells the person why, on the error stream. A closed pipe ends quietly: whoever
    /// reads has had enough.
    pub(super) fn tell(self, session: &mut Session) -> Exit {
        if matches!(&self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return Exit::Fine;
        }
        let told = self.told(&session.words);
        let exit = match self {
            Self::Crashed(_) => Exit::Ended(crash::CODE),
            _ => Exit::Trouble,
        };
        if session.json {
            let _ = writeln!(session.err, "{}", json::error(self.code(), &told));
            return exit;
        }
        let _ = writeln!(session.err, "palinsesto: {}", told.sentence);
        if !told.next.is_empty() {
            let _ = writeln!(session.err, "{}", told.next);
        }
        exit
    }
}

impl Stop {
    /// After a panic that has been caught: what is known of it.
    pub(super) fn crashed() -> Self {
        crash::take().map_or_else(|| Self::said(String::new(), String::new()), Self::Crashed)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Unopened> for Stop {
    fn from(unopened: Unopened) -> Self {
        match unopened {
            Unopened::Brand(problem) => Self::Problem(problem),
            Unopened::Machine(error) => Self::Output(error),
        }
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}
