//! Suggestions being written: one thread each, stopped by the person or at the end.
//!
//! What a source may know is gathered here from the folder, and nothing else goes: the
//! brand, its voice, the facts that still hold, its own published posts, what was turned
//! down before, and the text a person has written.

use super::crew::Outbox;
use super::sources::COMPOSER;
use super::{crash, fault};
use crate::ai::{Ask, Ended, Piece, Rejection, Source, Stop};
use crate::checks::networks;
use crate::domain::{
    Brief, ContentHash, Failure, Id, ModelText, Post, Suggestion, SuggestionSource, Task, Verdict,
    Workspace,
};
use crate::vocab::{Event, Job, SourceInfo, StreamEnd, SuggestionAsk};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many of the brand's own posts go along as examples.
const EXAMPLES: usize = 4;

/// Who can write: the profiles of the settings, and what was found on this machine.
pub trait Sources: Send + Sync {
    /// What can be chosen, the default first. May ask the machine's own ports, and take
    /// a third of a second; never called before the brief opens.
    fn find(&self) -> Vec<SourceInfo>;

    /// May ask the person for a key, in a window of another program; `stop` ends that.
    fn open(&self, profile: &str, stop: &Stop) -> Result<Arc<dyn Source>, Failure>;

    /// Who does a task where nobody was chosen for it; `None`: nobody in particular.
    fn of_task(&self, _task: Task) -> Option<String> {
        None
    }

    /// What drafts are asked from, in a folder that asks for `of_folder`.
    fn preferred(&self, of_folder: Option<String>) -> Option<String> {
        of_folder
    }
}

/// What the scribes know of the folder, kept up to date by the clerk.
#[derive(Clone)]
pub struct Facts(Arc<Mutex<Known>>);

struct Known {
    workspace: Workspace,
    /// Published posts by id, for the examples of a prompt.
    published: HashMap<Id, Post>,
}

impl Facts {
    pub fn new(workspace: Workspace) -> Self {
        Self(Arc::new(Mutex::new(Known { workspace, published: HashMap::new() })))
    }

    pub fn learn_workspace(&self, workspace: &Workspace) {
        self.known().workspace = workspace.clone();
    }

    pub fn learn_posts<'a>(&self, posts: impl Iterator<Item = &'a Post>) {
        let mut known = self.known();
        for post in posts.filter(|post| !post.published.is_empty()) {
            known.published.insert(post.id.clone(), post.clone());
        }
    }

    /// Everything a source may know for this ask, and nothing else.
    pub fn ask(&self, wanted: &SuggestionAsk, now: DateTime<Utc>) -> Ask {
        let known = self.known();
        let today = now.with_timezone(&known.workspace.zone).date_naive();
        let mut ask = Ask::new(&known.workspace, networks(), wanted.brief.clone(), today);
        ask.human = wanted.human.clone().unwrap_or_default();
        ask.notes = wanted.notes.clone().filter(|_| wanted.brief.notes);
        ask.link.clone_from(&wanted.link);
        ask.number = wanted.variation + 1;
        ask.seed = seed(&wanted.brief, today);
        ask.past = examples(&known.published, wanted.brief.channel.as_deref(), &ask.lang);
        ask.rewrites.clone_from(&wanted.rewrites);
        ask.rejected = wanted.decided.iter().flat_map(rejections).collect();
        ask
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub struct Scribes {
    sources: Arc<dyn Sources>,
    facts: Facts,
    running: Arc<Mutex<HashMap<Job, Stop>>>,
    outbox: Outbox,
}

impl Scribes {
    pub fn new(sources: Arc<dyn Sources>, facts: Facts, outbox: Outbox) -> Self {
        Self { sources, facts, running: Arc::default(), outbox }
    }

    pub fn find_sources(&self) {
        let (sources, outbox, at_work) =
            (self.sources.clone(), self.outbox.clone(), self.outbox.busy.start());
        spawn("sources", move || {
            outbox.send(Event::SourcesFound(sources.find()));
            drop(at_work);
        });
    }

    pub fn show_prompt(&self, mut wanted: SuggestionAsk, now: DateTime<Utc>) {
        self.choose(&mut wanted);
        let ask = self.facts.ask(&wanted, now);
        let (sources, outbox, at_work) =
            (self.sources.clone(), self.outbox.clone(), self.outbox.busy.start());
        spawn("prompt", move || {
            outbox.send(match sources.open(&wanted.profile, &Stop::new()) {
                Ok(source) => {
                    let prompt = source.prompt(&ask);
                    let to = source_info(&wanted.profile, &prompt.to);
                    Event::PromptReady { to, layers: prompt.layers }
                }
                Err(failure) => Event::NotDone(failure),
            });
            drop(at_work);
        });
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
        lock(&self.running).insert(job, stop.clone());
        let ask = self.facts.ask(&wanted, now);
        let sources = self.sources.clone();
        let running = self.running.clone();
        let (outbox, at_work) = (self.outbox.clone(), self.outbox.busy.start());
        spawn("suggestion", move || {
            let write = || write(sources.as_ref(), &wanted, &ask, &outbox, &stop);
            let event = crash::caught(write)
                .unwrap_or_else(|| Event::SuggestionFailed { job, failure: crash::failure() });
            lock(&running).remove(&job);
            outbox.send(event);
            drop(at_work);
        });
    }

    pub fn stop(&self, jobs: &[Job]) {
        let running = lock(&self.running);
        for stop in jobs.iter().filter_map(|job| running.get(job)) {
            stop.trigger();
        }
    }

    pub fn stop_all(&self) {
        for stop in lock(&self.running).values() {
            stop.trigger();
        }
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
            let written = written.shaped(wanted.brief.task);
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
        source: SuggestionSource::default(),
    }
}

/// One seed for all the suggestions of one brief, so that their angles and their sentences
/// differ; another one tomorrow. An instruction asks for more of the same series.
fn seed(brief: &Brief, today: NaiveDate) -> u64 {
    let part = |part: &Option<String>| part.clone().unwrap_or_default();
    let mut parts = vec![brief.topic.clone(), today.to_string()];
    parts.extend([&brief.tone, &brief.audience, &brief.channel, &brief.lang].map(part));
    let hash = ContentHash::of(parts.join("\0").as_bytes()).to_string();
    hash.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()))
}

/// The brand's own published posts in the language, those of the channel first, then the
/// newest.
fn examples(published: &HashMap<Id, Post>, channel: Option<&str>, lang: &str) -> Vec<String> {
    let fits = |post: &&Post| post.lang.as_deref().is_none_or(|own| own == lang);
    let elsewhere = |post: &Post| channel.is_some_and(|key| !post.published.contains_key(key));
    let newest = |post: &Post| post.published.values().map(|out| out.at).max();
    let mut own: Vec<&Post> = published.values().filter(fits).collect();
    own.sort_by_key(|post| (elsewhere(post), std::cmp::Reverse(newest(post)), post.id.clone()));
    own.into_iter()
        .map(|post| channel.map_or(post.text.as_str(), |key| post.text_for(key)))
        .filter(|text| !text.trim().is_empty())
        .take(EXAMPLES)
        .map(str::to_owned)
        .collect()
}

fn rejections(suggestion: &Suggestion) -> Vec<Rejection> {
    let text = suggestion.text.shown();
    let hunks = suggestion.hunks();
    let no = suggestion.decisions.iter().filter(|d| d.verdict == Verdict::Rejected);
    no.filter_map(|decision| {
        let at = (decision.sentence, decision.clause);
        let words = match at {
            (None, _) => text.trim(),
            _ => {
                &hunks.iter().find(|hunk| (Some(hunk.spot.sentence), hunk.spot.clause) == at)?.words
            }
        };
        Some(Rejection { text: words.to_owned(), reason: decision.reason })
    })
    .collect()
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

fn lock(running: &Mutex<HashMap<Job, Stop>>) -> std::sync::MutexGuard<'_, HashMap<Job, Stop>> {
    running.lock().unwrap_or_else(PoisonError::into_inner)
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) {
    // A machine that cannot start a thread has said so elsewhere already.
    let _ = std::thread::Builder::new().name(name.into()).spawn(work);
}
