//! One round of `palinsesto suggest`: the suggestions of a brief, written, shown and kept one
//! after the other. What was begun is never dropped: a stop or a fault leaves a fragment.

use super::start::ids;
use super::stream::{Preview, Stopper};
use super::suggested::{body, finish, head};
use super::{Opened, Session, Stop};
use crate::ai::{Ask, Ended, Source, Stop as Cancel};
use crate::domain::{
    Change, ChangeSet, ContentHash, Entry, Failure, Fragment, Label, Suggestion, Task,
};
use crate::vocab::SuggestionAsk;
use chrono::{DateTime, Utc};

pub struct Round<'a> {
    pub source: &'a dyn Source,
    pub ask: Ask,
    pub wanted: &'a SuggestionAsk,
    pub opened: &'a Opened,
    pub stopper: &'a Stopper,
    pub entry: &'a Entry,
    /// Under `drafts/`; otherwise they are only shown.
    pub keeps: bool,
}

impl Round<'_> {
    /// Fills `made`, until all are there, a signal comes, or one cannot be had or kept. A
    /// signal is no error.
    pub fn write(&self, session: &mut Session, made: &mut Vec<Suggestion>) -> Result<(), Stop> {
        let is_ai = self.source.describe().is_ai;
        // The composer is done before anybody could watch it.
        let watched = is_ai && session.on_terminal && !session.json;
        for number in 1..=self.wanted.of {
            let writing = Writing {
                source: self.source,
                ask: self.ask.numbered(number),
                wanted: self.wanted,
                entry: self.entry,
            };
            if watched {
                head(session, &self.source.describe().model, number, self.wanted.of)?;
            }
            let mut preview = Preview::new(session.out, watched);
            let written = writing.write(&mut preview, &self.stopper.cancel, self.opened.now.utc);
            let seen = preview.end();
            let halted = self.stopper.code().is_some();
            let (suggestion, broke) = match written {
                Err(_) if halted => return Ok(()),
                Ok((suggestion, _)) if halted && suggestion.text.shown().is_empty() => {
                    return Ok(());
                }
                written => written?,
            };
            // Shown before it is written: words that were waited for, and may be paid for,
            // are not lost to a disk that takes nothing, nor to a terminal that is gone.
            let shown = if watched {
                finish(session, &suggestion, &self.opened.workspace, &seen)
            } else if session.json {
                Ok(())
            } else {
                let model = &suggestion.source.model;
                let by = if is_ai { model.clone() } else { session.words.cli_by_composer() };
                head(session, &by, number, self.wanted.of)
                    .and_then(|()| body(session, &suggestion, &self.opened.workspace))
            };
            if self.keeps {
                let change = Change::Suggest(Box::new(suggestion.clone()));
                let kept = self.opened.apply(session, &ChangeSet::one(Label::Suggest, change));
                if let Err(stop) = kept {
                    made.push(suggestion);
                    return Err(stop);
                }
            }
            made.push(suggestion);
            if let Some(failure) = broke {
                // In JSON the suggestion says so itself, and the error stream is JSON, too.
                if self.keeps && !session.json {
                    let said = session.words.cli_broke_kept(self.entry.post.id.as_str());
                    session.remark(&said)?;
                }
                return Err(failure.into());
            }
            if halted {
                return Ok(());
            }
            shown?;
        }
        Ok(())
    }
}

/// One suggestion on its way.
struct Writing<'a> {
    source: &'a dyn Source,
    ask: Ask,
    wanted: &'a SuggestionAsk,
    entry: &'a Entry,
}

impl Writing<'_> {
    /// The suggestion, and what broke it off where something did.
    fn write(
        &self,
        preview: &mut Preview,
        cancel: &Cancel,
        at: DateTime<Utc>,
    ) -> Result<(Suggestion, Option<Failure>), Stop> {
        let written = self.source.write(&self.ask, &mut |piece| preview.take(piece), cancel)?;
        let mut brief = self.wanted.brief.clone();
        let written = written.shaped(&self.ask);
        if matches!(brief.task, Task::Draft | Task::Thread) {
            brief.angle = Some(self.ask.angle());
            // The composer has openings of its own.
            brief.hook = self.source.describe().is_ai.then(|| self.ask.hook());
            brief.length = (brief.task == Task::Draft).then(|| self.ask.length());
        }
        let (fragment, broke) = match written.ended {
            Ended::Complete => (None, None),
            Ended::Cut => (Some(Fragment::Cut), None),
            Ended::Stopped => (Some(Fragment::Stopped), None),
            Ended::Broken(failure) => (Some(Fragment::Broken), Some(failure)),
        };
        let human = self.wanted.human.as_ref();
        let hash = human.map(|text| ContentHash::of(text.as_bytes()).to_string());
        let suggestion = Suggestion {
            id: ids()?.fresh(),
            post: self.entry.post.id.clone(),
            at,
            brief,
            source: self.source.prompt(&self.ask).source(hash),
            fragment,
            text: written.text,
            hashtags: written.hashtags,
            extras: written.extras,
            decisions: Vec::new(),
        };
        Ok((suggestion, broke))
    }
}
