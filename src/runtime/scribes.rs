//! Suggestions being written: one thread each, stopped by the person or at the end.
//!
//! What a source may know is gathered beforehand, in `known`.

use super::crew::{Outbox, spawn};
use super::known::Known;
use super::sources::COMPOSER;
use super::{crash, fault};
use crate::ai::{Ask, Ended, Piece, Source, Stop};
use crate::domain::{ContentHash, Extras, Failure, ModelText, SuggestionSource, Task};
use crate::vocab::{Event, Job, SourceInfo, StreamEnd, SuggestionAsk};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Who can write: the profiles of the settings, and what was found on this machine.
pub trait Sources: Send + Sync {
    /// What can be chosen, the default first. May ask the machine's own ports, and take
    /// a third of a second; never called before the brief opens.
    fn find(&self) -> Vec<SourceInfo>;

    /// May ask the person for a key, in a window of another program; `stop` ends that.
    fn open(&self, profile: &str, stop: &Stop) -> Result<Arc<dyn Source>, Failure>;

    /// The same source, only to see what it would send: no key is looked for, no program
    /// that prints one is started, and nothing may be written with it.
    fn to_be_read(&self, profile: &str) -> Result<Arc<dyn Source>, Failure> {
        self.open(profile, &Stop::new())
    }

    /// Who does a task where nobody was chosen for it; `None`: nobody in particular.
    fn of_task(&self, _task: Task) -> Option<String> {
        None
    }

    /// What drafts are asked from, in a folder that asks for `of_folder`.
    fn preferred(&self, of_folder: Option<String>) -> Option<String> {
        of_folder
    }
}

pub struct Scribes {
    sources: Arc<dyn Sources>,
    known: Known,
    running: Arc<Running>,
    outbox: Outbox,
}

/// What is being written, and a bell for whoever waits until nothing is.
#[derive(Default)]
struct Running {
    jobs: Mutex<HashMap<Job, Stop>>,
    ended: Condvar,
}

/// How long the end of the program waits for programs of the user's to be ended; less than
/// the signals give us.
const PARTING: Duration = Duration::from_millis(600);

impl Scribes {
    pub fn new(sources: Arc<dyn Sources>, known: Known, outbox: Outbox) -> Self {
        Self { sources, known, running: Arc::default(), outbox }
    }

    pub fn find_sources(&self) {
        let (sources, outbox, at_work) =
            (self.sources.clone(), self.outbox.clone(), self.outbox.busy.start());
        let found = spawn("sources", move || {
            outbox.send(Event::SourcesFound(sources.find()));
            drop(at_work);
        });
        self.told(found);
    }

    pub fn show_prompt(&self, mut wanted: SuggestionAsk, now: DateTime<Utc>) {
        self.choose(&mut wanted);
        let ask = self.known.ask(&wanted, now);
        let (sources, outbox, at_work) =
            (self.sources.clone(), self.outbox.clone(), self.outbox.busy.start());
        let read = spawn("prompt", move || {
            outbox.send(match sources.to_be_read(&wanted.profile) {
                Ok(source) => {
                    let prompt = source.prompt(&ask);
                    let to = source_info(&wanted.profile, &prompt.to);
                    Event::PromptReady { to, layers: prompt.layers, remarks: prompt.remarks }
                }
                Err(failure) => Event::NotDone(failure),
            });
            drop(at_work);
        });
        self.told(read);
    }

    fn told(&self, started: Result<(), Failure>) {
        if let Err(failure) = started {
            self.outbox.send(Event::NotDone(failure));
        }
    }

    /// Where nobody was chosen, whoever the settings give the task to.
    fn choose(&self, wanted: &mut SuggestionAsk) {
        if wanted.profile.is_empty() {
            let of_task = self.sources.of_task(wanted.brief.task);
            wanted.profile = of_task.unwrap_or_else(|| COMPOSER.to_owned());
        }
    }

    pub fn suggest(&self, mut wanted: SuggestionAsk, now: DateTime<Utc>) {
        self.choose(&mut wanted);
        let job = wanted.job;
        let stop = Stop::default();
        self.running.jobs().insert(job, stop.clone());
        let ask = self.known.ask(&wanted, now);
        let sources = self.sources.clone();
        let running = self.running.clone();
        let (outbox, at_work) = (self.outbox.clone(), self.outbox.busy.start());
        let started = spawn("suggestion", move || {
            let write = || write(sources.as_ref(), &wanted, &ask, &outbox, &stop);
            let event = crash::caught(write)
                .unwrap_or_else(|| Event::SuggestionFailed { job, failure: crash::failure() });
            running.jobs().remove(&job);
            running.ended.notify_all();
            outbox.send(event);
            drop(at_work);
        });
        if let Err(failure) = started {
            self.running.jobs().remove(&job);
            self.outbox.send(Event::SuggestionFailed { job, failure });
        }
    }

    pub fn stop(&self, jobs: &[Job]) {
        let running = self.running.jobs();
        for stop in jobs.iter().filter_map(|job| running.get(job)) {
            stop.trigger();
        }
    }

    /// Before the program ends: what a suggestion has started ends with it.
    pub fn stop_all(&self) {
        let running = self.running.jobs();
        for stop in running.values() {
            stop.trigger();
        }
        let wait = self.running.ended.wait_timeout_while(running, PARTING, |jobs| !jobs.is_empty());
        drop(wait);
    }
}

impl Running {
    fn jobs(&self) -> MutexGuard<'_, HashMap<Job, Stop>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write(
    sources: &dyn Sources,
    wanted: &SuggestionAsk,
    ask: &Ask,
    outbox: &Outbox,
    stop: &Stop,
) -> Event {
    let job = wanted.job;
    fault::point("scribe");
    let source = match sources.open(&wanted.profile, stop) {
        Ok(source) => source,
        Err(_) if stop.is_triggered() => return stopped(job),
        Err(failure) => return Event::SuggestionFailed { job, failure },
    };
    let mut sink = |piece| {
        if let Piece::Text(words) = piece {
            outbox.send(Event::SuggestionGrew { job, piece: ModelText::new(words) });
        }
    };
    match source.write(ask, &mut sink, stop) {
        Err(failure) => Event::SuggestionFailed { job, failure },
        Ok(written) => {
            let written = written.shaped(ask);
            let end = match written.ended {
                Ended::Complete => StreamEnd::Complete,
                Ended::Cut => StreamEnd::Cut,
                Ended::Stopped => StreamEnd::Stopped,
                Ended::Broken(failure) => return Event::SuggestionFailed { job, failure },
            };
            let human = wanted.human.as_deref().filter(|text| !text.is_empty());
            let post_hash = human.map(|text| ContentHash::of(text.as_bytes()).to_string());
            Event::SuggestionEnded {
                job,
                end,
                text: written.text,
                hashtags: written.hashtags,
                extras: written.extras,
                source: source.prompt(ask).source(post_hash),
            }
        }
    }
}

/// Stopped before anybody was asked.
fn stopped(job: Job) -> Event {
    Event::SuggestionEnded {
        job,
        end: StreamEnd::Stopped,
        text: ModelText::new(""),
        hashtags: Vec::new(),
        extras: Extras::default(),
        source: SuggestionSource::default(),
    }
}

pub fn source_info(profile: &str, info: &crate::ai::SourceInfo) -> SourceInfo {
    SourceInfo {
        profile: profile.to_owned(),
        provider: info.provider.clone(),
        model: info.model.clone(),
        host: info.host.clone(),
        is_ai: info.is_ai,
        reachable: None,
    }
}
