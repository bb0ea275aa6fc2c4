//! The thread that asks git where the folder stands. Git may be slow, or never answer, so
//! that nobody waits for it: neither a save, nor the journal, nor the end of the program,
//! which ends it too.

use super::crew::{AtWork, Outbox, spawn};
use crate::domain::Failure;
use crate::git::{self, Leash, Trouble};
use crate::vocab::Event;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

/// The way to the thread, which ends with it.
pub struct Historian {
    questions: Sender<AtWork>,
    outbox: Outbox,
}

impl Historian {
    /// A machine that cannot start a thread says nothing of git.
    pub fn start(root: PathBuf, outbox: Outbox, leash: Leash) -> Self {
        let (questions, asked) = channel();
        let to = outbox.clone();
        let work = move || serve(&root, &to, &leash, &asked);
        let _ = spawn("history", work);
        Self { questions, outbox }
    }

    /// What is asked while git is at it is one more question, however often.
    pub fn ask(&self) {
        let _ = self.questions.send(self.outbox.busy.start());
    }
}

fn serve(root: &Path, outbox: &Outbox, leash: &Leash, asked: &Receiver<AtWork>) {
    let (mut author, mut was_silent) = (None, false);
    while let Ok(mut at_work) = asked.recv() {
        while let Ok(another) = asked.try_recv() {
            at_work = another;
        }
        let read = read(root, leash, &mut author);
        let silent = matches!(read, Err(Trouble::Silent { .. }));
        let git::Status { branch, changed, ahead, behind } = match &read {
            // On no branch in particular.
            Ok(status) => {
                let branch = status.branch.clone().unwrap_or("HEAD".to_owned());
                git::Status { branch: Some(branch), ..status.clone() }
            }
            Err(_) => git::Status::default(),
        };
        let author = author.clone();
        outbox.send(Event::HistoryRead { author, branch, changed, ahead, behind });
        // Said once, however often it is asked until it answers.
        if let (Err(Trouble::Silent { seconds }), false) = (read, was_silent) {
            outbox.send(Event::NotDone(Failure::GitSilent { seconds }));
        }
        was_silent = silent;
        drop(at_work);
    }
}

/// Once git has named somebody, nobody is asked for again: a name set meanwhile counts from
/// then on.
fn read(root: &Path, leash: &Leash, author: &mut Option<String>) -> Result<git::Status, Trouble> {
    if author.is_none() {
        *author = git::author_on(root, leash)?;
    }
    git::status_on(root, leash)
}
