//! The thread that asks git where the folder stands. Git may be slow, or never answer, so
//! that nobody waits for it: neither a save, nor the journal, nor the end of the program.

use super::crew::{AtWork, Outbox, spawn};
use crate::git;
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
    pub fn start(root: PathBuf, outbox: Outbox) -> Self {
        let (questions, asked) = channel();
        let to = outbox.clone();
        let work = move || serve(&root, &to, &asked);
        let _ = spawn("history", work);
        Self { questions, outbox }
    }

    /// What is asked while git is at it is one more question, however often.
    pub fn ask(&self) {
        let _ = self.questions.send(self.outbox.busy.start());
    }
}

fn serve(root: &Path, outbox: &Outbox, asked: &Receiver<AtWork>) {
    let mut author = None;
    while let Ok(mut at_work) = asked.recv() {
        while let Ok(another) = asked.try_recv() {
            at_work = another;
        }
        // Nobody is asked for again: a name set meanwhile counts from then on.
        author = author.or_else(|| git::author(root));
        outbox.send(read(root, author.clone()));
        drop(at_work);
    }
}

fn read(root: &Path, author: Option<String>) -> Event {
    let status = git::status(root);
    let branch = |status: &git::Status| status.branch.clone().unwrap_or("HEAD".to_owned());
    let branch = status.as_ref().map(branch);
    let git::Status { changed, ahead, behind, .. } = status.unwrap_or_default();
    Event::HistoryRead { author, branch, changed, ahead, behind }
}
