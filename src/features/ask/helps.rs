//! What may be asked about a text that is there: shorter, in another tone, in another
//! language, and so on. A menu, then whatever the chosen help still has to know; the answer
//! comes as a suggestion among the others.

use super::rows::{self, Rows};
use crate::domain::{Brief, ChannelKey, Entry, Id, Named, Task};
use crate::features::{Ctx, Outcome, edit_line};
use crate::text::{Buffer, TextLanguage};
use crate::vocab::{Action, Effect, Left, Screen, Why};

/// In the order of the menu.
pub const MENU: [Task; 8] = [
    Task::Shorten,
    Task::Tone,
    Task::Translate,
    Task::Thread,
    Task::Hooks,
    Task::FirstComment,
    Task::AltText,
    Task::Reply,
];

/// Where a translation goes: one channel's text, or a post of its own.
pub const VARIANT: &str = "variant";
pub const POST: &str = "post";

/// Spoken by brands everywhere; offered beside the brand's own.
const LANGUAGES: [&str; 2] = ["it", "en"];

#[derive(Debug, Clone, PartialEq)]
pub struct Helps {
    pub brief: Brief,
    pub step: Step,
    pub selected: usize,
    /// What a picture shows, in a person's words, or what somebody wrote.
    pub line: Buffer,
    /// The step, and what can be chosen there: all but the menu and the line.
    pub options: Vec<String>,
    post: Id,
    /// For a post of its own, should one be wanted.
    fresh: Id,
    channels: Vec<ChannelKey>,
    tones: Vec<Named>,
    languages: Vec<String>,
    texts: bool,
    pictures: bool,
    /// What was typed for one that came to nothing.
    left: Option<Brief>,
    /// There is a model to ask; `None` until it was looked for.
    pub model: Option<bool>,
}

/// What is being asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Task,
    Tone,
    Lang,
    /// Whether the translation is a channel's own text or a post beside this one.
    Into,
    Channel,
    /// What the picture shows: no picture is ever sent.
    Picture,
    /// What somebody wrote, to be answered.
    Wrote,
}

impl Step {
    /// It is typed or pasted, not chosen.
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Picture | Self::Wrote)
    }
}

impl Helps {
    pub fn new(entry: &Entry, channel: Option<&ChannelKey>, ctx: &Ctx) -> Self {
        let post = &entry.post;
        let lang = post
            .lang
            .clone()
            .or_else(|| ctx.shelf.usual_language(post.channels.first()?).map(str::to_owned))
            .unwrap_or_else(|| ctx.workspace.first_language().to_owned());
        let mut languages = ctx.workspace.languages.clone();
        languages.extend(LANGUAGES.map(str::to_owned));
        let mut known = vec![lang.clone()];
        languages.retain(|tag| {
            !known.contains(tag) && {
                known.push(tag.clone());
                true
            }
        });
        let mut channels = post.channels.clone();
        // The text one is looking at stands first.
        channels.sort_by_key(|key| Some(key) != channel);
        Self {
            brief: Brief {
                topic: post.topic().trim().to_owned(),
                channel: channels.first().cloned(),
                lang: Some(lang),
                ..Brief::default()
            },
            step: Step::Task,
            selected: 0,
            line: Buffer::one_line(""),
            options: Vec::new(),
            post: post.id.clone(),
            fresh: ctx.ids.fresh(),
            tones: ctx.workspace.voice.tones.clone(),
            languages,
            texts: post.channels.iter().any(|key| !post.text_for(key).trim().is_empty())
                || !post.text.trim().is_empty(),
            pictures: !post.media.is_empty(),
            left: None,
            model: None,
            channels,
        }
    }

    /// With the words somebody typed before: in their line at once, or once it is come to.
    pub fn with(mut self, left: Left) -> Self {
        let Left { brief, at_once } = left;
        self.selected = MENU.iter().position(|task| *task == brief.task).unwrap_or_default();
        if at_once {
            self.brief.task = brief.task;
        }
        self.left = Some(brief);
        if at_once {
            // What it asks first is what was typed.
            let _ = self.go_on();
        }
        self
    }

    /// It is known that nobody could do this.
    pub fn is_beyond(&self, task: Task) -> bool {
        self.model == Some(false) && task.needs_model()
    }

    /// The post goes out on more than one channel.
    pub fn has_choice(&self) -> bool {
        self.channels.len() > 1
    }

    /// How a tone is described.
    pub fn described(&self, tone: &str) -> &str {
        let found = self.tones.iter().find(|named| named.key == tone);
        found.map_or("", |named| named.description.as_str())
    }

    /// Rows to choose from.
    pub fn rows(&self) -> usize {
        if self.step == Step::Task { MENU.len() } else { self.options.len() }
    }

    pub fn update(&mut self, action: &Action) -> Outcome {
        if self.step.is_typed() {
            return self.describe(action);
        }
        let rows = self.rows();
        match rows::act(&mut self.selected, rows, action) {
            Rows::Chosen(row) => self.choose(row),
            Rows::Moved => Outcome::done(),
            Rows::Ignored => Outcome::Ignored,
        }
    }

    fn describe(&mut self, action: &Action) -> Outcome {
        if *action != Action::Confirm {
            return edit_line(&mut self.line, action).map_or(Outcome::Ignored, Outcome::Handled);
        }
        let words = self.line.text().trim();
        if words.is_empty() {
            return Outcome::Disabled(Why::NoText);
        }
        // Whoever writes in a language is answered in it.
        let evident = TextLanguage::evident(words).filter(|_| self.step == Step::Wrote);
        if let Some(language) = evident {
            self.brief.lang = Some(language.tag().to_owned());
        }
        words.clone_into(&mut self.brief.topic);
        self.go_on()
    }

    fn choose(&mut self, at: usize) -> Outcome {
        if self.step == Step::Task {
            let Some(task) = MENU.get(at).copied() else { return Outcome::done() };
            self.selected = at;
            if task == Task::AltText && !self.pictures {
                return Outcome::Disabled(Why::NoPicture);
            }
            if !matches!(task, Task::AltText | Task::Reply) && !self.texts {
                return Outcome::Disabled(Why::NoText);
            }
            if self.is_beyond(task) {
                return Outcome::Disabled(Why::NeedsModel);
            }
            self.brief.task = task;
        } else {
            let Some(chosen) = self.options.get(at).cloned() else { return Outcome::done() };
            self.set(chosen);
        }
        self.go_on()
    }

    fn set(&mut self, chosen: String) {
        match self.step {
            Step::Tone => self.brief.tone = Some(chosen),
            Step::Lang => self.brief.lang = Some(chosen),
            Step::Into => self.brief.new_post = (chosen == POST).then(|| self.fresh.clone()),
            Step::Channel => self.brief.channel = Some(chosen),
            Step::Task | Step::Picture | Step::Wrote => {}
        }
    }

    /// The next thing the help has to know; where there is nothing to choose it is not asked.
    fn go_on(&mut self) -> Outcome {
        let steps = steps(self.brief.task);
        let done = steps.iter().position(|step| *step == self.step).map_or(0, |at| at + 1);
        for step in &steps[done..] {
            self.step = *step;
            self.selected = 0;
            self.options = match step {
                Step::Tone => self.tones.iter().map(|tone| tone.key.clone()).collect(),
                Step::Lang => self.languages.clone(),
                Step::Into => [VARIANT, POST].map(str::to_owned).into(),
                // A new post is for all of them: its words are those of the text in sight.
                Step::Channel if self.brief.new_post.is_some() => continue,
                Step::Channel => self.channels.clone(),
                Step::Picture | Step::Wrote => {
                    let left = self.left.as_ref().filter(|left| left.task == self.brief.task);
                    if let Some(left) = left {
                        self.line = Buffer::one_line(&left.topic);
                    }
                    return Outcome::done();
                }
                Step::Task => Vec::new(),
            };
            match self.options.as_slice() {
                [] => {}
                [only] => self.set(only.clone()),
                _ => return Outcome::done(),
            }
        }
        if self.brief.task == Task::AltText {
            self.brief.channel = None;
        }
        let (post, brief) = (self.post.clone(), Box::new(self.brief.clone()));
        Outcome::Handled(vec![Effect::Close, Effect::Show(Screen::Helped { post, brief })])
    }
}

fn steps(task: Task) -> &'static [Step] {
    match task {
        Task::Shorten | Task::Thread => &[Step::Channel],
        Task::Tone => &[Step::Tone, Step::Channel],
        Task::Translate => &[Step::Lang, Step::Into, Step::Channel],
        Task::AltText => &[Step::Picture],
        Task::Reply => &[Step::Wrote, Step::Channel],
        Task::Draft | Task::FirstComment | Task::Hooks => &[],
    }
}
