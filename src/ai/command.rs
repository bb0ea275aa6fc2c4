//! A program as a source of suggestions: the prompt on its input, the post on its output.
//!
//! What it is and how it reaches a model is the user's business; how it is started and
//! ended is `process`'s.

use super::answer::Answer;
use super::job::Patience;
use super::process::{self, Outcome, Program};
use super::{Ask, Ended, Piece, Prompt, Source, SourceInfo, Stop, Written, prompts};
use crate::domain::{Failure, Remarks, Unusable};
use secrecy::SecretString;
use std::time::Duration;

/// A key program may ask the person something in a window of its own.
const KEY_PATIENCE: Duration = Duration::from_mins(1);
const LONGEST_KEY: usize = 16 * 1024;
const LONGEST_MESSAGE: usize = 300;

#[derive(Debug, Clone)]
pub struct CommandSource {
    pub program: Program,
    /// What to call the model; the program's name where nothing is known.
    pub model: Option<String>,
    pub patience: Patience,
}

impl Source for CommandSource {
    fn describe(&self) -> SourceInfo {
        SourceInfo {
            provider: "command".to_owned(),
            model: self.model.clone().unwrap_or_else(|| self.program.name()),
            host: None,
            is_ai: true,
        }
    }

    fn prompt(&self, ask: &Ask) -> Prompt {
        let words = prompts::words(ask);
        Prompt {
            to: self.describe(),
            sent: format!("{}\n\n{}\n", words.system, words.user),
            template: words.template,
            system: words.system,
            user: words.user,
            remarks: Remarks::default(),
            layers: words.layers,
        }
    }

    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure> {
        let mut answer = Answer::new(sink);
        let mut decoder = Decoder::default();
        let mut each = |bytes: &[u8]| answer.push(&decoder.push(bytes));
        let input = self.prompt(ask).sent;
        let outcome = process::run(&self.program, input, self.patience, stop, &mut each)?;
        let ended = match answer.push(&decoder.rest()) {
            Ok(()) => self.ended(outcome),
            Err(failure) => Ended::Broken(failure),
        };
        answer.end(ended)
    }
}

impl CommandSource {
    fn ended(&self, outcome: Outcome) -> Ended {
        let program = self.program.name();
        match outcome {
            Outcome::Exited { code: Some(0), .. } => Ended::Complete,
            Outcome::Stopped => Ended::Stopped,
            Outcome::Exited { code, stderr } => Ended::Broken(failed(program, code, &stderr)),
            Outcome::Silent(seconds) => Ended::Broken(Failure::CommandSilent { program, seconds }),
            Outcome::Late(seconds) => Ended::Broken(Failure::AiTooSlow { seconds }),
            Outcome::Refused(failure) => Ended::Broken(failure),
        }
    }
}

/// The key that a profile's `key_command` prints: its first line.
pub fn key_from(program: &Program, stop: &Stop) -> Result<SecretString, Failure> {
    let mut printed = Vec::new();
    let mut each = |bytes: &[u8]| {
        printed.extend_from_slice(bytes);
        if printed.len() > LONGEST_KEY {
            return Err(Failure::AiTooMuch { limit_bytes: LONGEST_KEY as u64 });
        }
        Ok(())
    };
    let patience = Patience { idle: KEY_PATIENCE, total: KEY_PATIENCE };
    let name = program.name();
    match process::run(program, String::new(), patience, stop, &mut each)? {
        Outcome::Exited { code: Some(0), .. } => {
            let printed = String::from_utf8_lossy(&printed);
            let key = printed.lines().next().unwrap_or_default().trim();
            if key.is_empty() {
                return Err(Failure::AiUnusable { why: Unusable::Empty });
            }
            Ok(SecretString::from(key.to_owned()))
        }
        Outcome::Exited { code, stderr } => Err(failed(name, code, &stderr)),
        Outcome::Silent(seconds) | Outcome::Late(seconds) => {
            Err(Failure::CommandSilent { program: name, seconds })
        }
        Outcome::Stopped => Err(failed(name, None, "")),
        Outcome::Refused(failure) => Err(failure),
    }
}

/// The last words of standard error are the ones that say why.
fn failed(program: String, code: Option<i32>, stderr: &str) -> Failure {
    let last = stderr.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let message = last.trim().chars().take(LONGEST_MESSAGE).collect();
    Failure::CommandFailed { program, code, message }
}

/// Bytes to text, where a character may be split between two reads.
#[derive(Default)]
struct Decoder(Vec<u8>);

impl Decoder {
    fn push(&mut self, bytes: &[u8]) -> String {
        self.0.extend_from_slice(bytes);
        let open = match str::from_utf8(&self.0) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            Err(_) => cut_off(&self.0),
            Ok(text) => text.len(),
        };
        let rest = self.0.split_off(open);
        String::from_utf8_lossy(&std::mem::replace(&mut self.0, rest)).into_owned()
    }

    /// What never became a character.
    fn rest(&mut self) -> String {
        String::from_utf8_lossy(&std::mem::take(&mut self.0)).into_owned()
    }
}

/// Where a last, unfinished character begins in bytes that also hold wrong ones.
fn cut_off(bytes: &[u8]) -> usize {
    let tail = bytes.len().saturating_sub(3);
    (tail..bytes.len())
        .find(|&at| {
            str::from_utf8(&bytes[at..])
                .is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
        })
        .unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests;
