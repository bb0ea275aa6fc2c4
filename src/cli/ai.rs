//! `palinsesto ai`: who can write suggestions here, and whether they really do.
//!
//! Listing asks this machine's own ports and nobody else; a test asks for one sentence
//! that tells nothing about any brand. Where a key is, never the key.

use super::stream::Stopper;
use super::{Exit, Session, Stop, Verb, json};
use crate::ai::{Ended, Trial, trial, trial_ask};
use crate::config::{ModelProfile, Profile};
use crate::domain::{Failure, Form, Task};
use crate::i18n::Words;
use crate::runtime::{Profiles, Sources};
use crate::text::reveal_line;
use crate::vocab::SourceInfo;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "ai", command, run };

fn command(words: &Words) -> Command {
    let profile =
        Arg::new("profile").value_name(words.cli_value_key()).help(words.cli_arg_ai_profile());
    Command::new("ai")
        .about(words.cli_ai())
        .subcommand(Command::new("list").about(words.cli_ai_list()))
        .subcommand(Command::new("test").about(words.cli_ai_test()).arg(profile))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let folder = session.open_folder().ok().and_then(|folder| folder.workspace().ok());
    let of_folder = folder.and_then(|(workspace, _)| workspace.ai_profile);
    let profiles = Profiles::new(session.settings.config.clone(), of_folder.clone());
    let found = profiles.find();
    match args.subcommand() {
        Some(("test", args)) => {
            let one = args.get_one::<String>("profile").cloned();
            let all = found.into_iter().map(|info| info.profile);
            let names = one.map_or_else(|| all.collect(), |name| vec![name]);
            test(session, &profiles, &names)
        }
        _ => list(session, &found, profiles.preferred(of_folder).as_deref()),
    }
}

fn list(session: &mut Session, all: &[SourceInfo], wanted: Option<&str>) -> Result<Exit, Stop> {
    let row = |info: &SourceInfo| Row {
        info: info.clone(),
        own: session.settings.config.profiles.get(&info.profile).cloned(),
        tasks: Task::ALL
            .into_iter()
            .filter(|task| session.settings.config.tasks.get(task) == Some(&info.profile))
            .collect(),
        is_wanted: wanted == Some(info.profile.as_str()),
    };
    let rows: Vec<Row> = all.iter().map(row).collect();
    if session.json {
        let profiles: Vec<Value> = rows.iter().map(Row::as_json).collect();
        session.print_json(&json!({ "format": json::FORMAT, "profiles": profiles }))?;
        return Ok(Exit::Fine);
    }
    for row in rows {
        let line = row.line(&session.words);
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(Exit::Fine)
}

/// One profile as it is listed.
struct Row {
    info: SourceInfo,
    own: Option<Profile>,
    tasks: Vec<Task>,
    is_wanted: bool,
}

impl Row {
    fn model(&self) -> Option<&ModelProfile> {
        match &self.own {
            Some(Profile::Model(own)) => Some(own),
            _ => None,
        }
    }

    fn is_found(&self) -> bool {
        self.own.is_none() && self.info.is_ai
    }

    fn line(&self, words: &Words) -> String {
        let info = &self.info;
        let mut parts = vec![format!("{}: {}", info.profile, info.provider)];
        if info.is_ai {
            parts.push(info.model.clone());
            parts.extend(info.host.clone());
        } else {
            parts.push(words.cli_ai_no_ai());
        }
        parts.extend(self.model().and_then(|own| key(own, words)));
        parts.extend(self.is_found().then(|| words.cli_ai_found()));
        parts.extend(self.is_wanted.then(|| words.cli_ai_by_folder()));
        if !self.tasks.is_empty() {
            let tasks: Vec<String> = self.tasks.iter().map(|task| named(words, *task)).collect();
            parts.push(words.cli_ai_for(tasks.join(", ")));
        }
        parts.join(" · ")
    }

    fn as_json(&self) -> Value {
        let key = self.model().filter(|own| own.has_key()).map(|own| {
            json!({
                "env": own.key_env,
                "file": own.key_file.as_ref().map(|path| path.to_string_lossy()),
                "command": own.key_command.first(),
            })
        });
        json!({
            "name": self.info.profile,
            "kind": self.info.provider,
            "model": self.info.model,
            "host": self.info.host,
            "is_ai": self.info.is_ai,
            "found": self.is_found(),
            "chosen": self.is_wanted,
            "tasks": self.tasks.iter().map(|task| task.setting()).collect::<Vec<_>>(),
            "key": key,
        })
    }
}

/// Where a key comes from, in the order in which it is looked for.
fn key(own: &ModelProfile, words: &Words) -> Option<String> {
    let env = own.key_env.as_deref().map(|name| words.cli_ai_key_env(name));
    let file = || own.key_file.as_ref().map(|path| words.cli_ai_key_file(path.to_string_lossy()));
    let program = || own.key_command.first().map(|name| words.cli_ai_key_command(name.as_str()));
    env.or_else(file).or_else(program)
}

/// What a task is called, where several are told of.
pub fn named(words: &Words, task: Task) -> String {
    match task {
        Task::Draft => words.cli_ai_task_drafts(),
        Task::Shorten => words.cli_ai_task_shorten(),
        Task::Tone => words.cli_ai_task_tone(),
        Task::Translate => words.cli_ai_task_translate(),
        Task::Thread => words.cli_ai_task_thread(),
        Task::AltText => words.cli_ai_task_alt_text(),
        Task::FirstComment => words.cli_ai_task_first_comment(),
        Task::Hooks => words.cli_ai_task_hooks(),
        Task::Reply => words.cli_ai_task_reply(),
    }
}

fn test(session: &mut Session, profiles: &Profiles, names: &[String]) -> Result<Exit, Stop> {
    let stopper = Stopper::listen()?;
    let words = &session.words;
    let lang = words.language().tag().to_owned();
    let ask = trial_ask(lang, words.cli_ai_topic(), words.cli_ai_instruction());
    let (mut exit, mut rows) = (Exit::Fine, Vec::new());
    for name in names {
        let opened = profiles.open(name, &stopper.cancel);
        let tried =
            opened.map(|source| (source.describe(), trial(&*source, &ask, &stopper.cancel)));
        if let Some(code) = stopper.code() {
            let remark = session.words.cli_stopped();
            session.remark(&format!("\n{remark}"))?;
            return Ok(Exit::Ended(code));
        }
        let tested = Tested::new(name, tried, profiles.form(name));
        if tested.failure.is_some() {
            exit = Exit::Found;
        }
        if session.json {
            rows.push(tested.as_json(&session.words));
        } else {
            let line = tested.line(&session.words);
            writeln!(session.out, "{}", reveal_line(&line))?;
            // A slow one should not keep the others waiting.
            session.out.flush()?;
        }
    }
    if session.json {
        session.print_json(&json!({ "format": json::FORMAT, "tests": rows }))?;
    }
    Ok(exit)
}

/// One profile as it did.
struct Tested {
    name: String,
    source: Option<crate::ai::SourceInfo>,
    trial: Option<Trial>,
    form: Option<Form>,
    failure: Option<Failure>,
}

impl Tested {
    fn new(
        name: &str,
        tried: Result<(crate::ai::SourceInfo, Trial), Failure>,
        form: Option<Form>,
    ) -> Self {
        let name = name.to_owned();
        let (source, trial) = match tried {
            Ok(tried) => tried,
            Err(failure) => {
                return Self { name, source: None, trial: None, form, failure: Some(failure) };
            }
        };
        let failure = match &trial.outcome {
            Err(failure) => Some(failure.clone()),
            Ok(written) => match &written.ended {
                Ended::Broken(failure) => Some(failure.clone()),
                _ => None,
            },
        };
        Self { name, source: Some(source), trial: Some(trial), form, failure }
    }

    fn is_cut(&self) -> bool {
        let written = self.trial.as_ref().and_then(|trial| trial.outcome.as_ref().ok());
        written.is_some_and(|written| written.ended == Ended::Cut)
    }

    /// Somebody answered there, well or not; unknown where nobody was asked.
    fn is_reachable(&self) -> Option<bool> {
        self.trial.as_ref()?;
        Some(!matches!(
            self.failure,
            Some(Failure::AiUnreachable { .. } | Failure::CommandMissing { .. })
        ))
    }

    /// To the first word, and to the end, in milliseconds.
    fn times(&self) -> Option<(u64, u64)> {
        let trial = self.trial.as_ref()?;
        Some((trial.first?.as_millis() as u64, trial.total.as_millis() as u64))
    }

    fn line(&self, words: &Words) -> String {
        if let Some(failure) = &self.failure {
            let told = words.failure(failure);
            let fails = words.cli_ai_fails(self.name.as_str());
            // A server's own words may bring a full stop along.
            let sentence = told.sentence.trim_end_matches('.');
            return format!("{fails}. {sentence}. {}", told.next);
        }
        let mut parts = vec![words.cli_ai_works(self.name.as_str())];
        let source = self.source.iter().filter(|source| source.is_ai);
        for source in source {
            parts.push(source.model.clone());
            parts.extend(source.host.clone());
        }
        parts.extend(self.times().map(|(first, total)| words.cli_ai_times(first, total)));
        parts.extend(self.form.map(|form| match form {
            Form::Schema => words.cli_ai_form_schema(),
            Form::Json => words.cli_ai_form_json(),
            Form::Text => words.cli_ai_form_text(),
        }));
        let thought = self.trial.as_ref().is_some_and(|trial| trial.thought);
        parts.extend(thought.then(|| words.cli_ai_thought()));
        parts.extend(self.is_cut().then(|| words.cli_ai_cut()));
        parts.join(" · ")
    }

    fn as_json(&self, words: &Words) -> Value {
        let told = self.failure.as_ref().map(|failure| words.failure(failure));
        json!({
            "name": self.name,
            "ok": self.failure.is_none(),
            "reachable": self.is_reachable(),
            "kind": self.source.as_ref().map(|source| &source.provider),
            "model": self.source.as_ref().map(|source| &source.model),
            "host": self.source.as_ref().and_then(|source| source.host.as_ref()),
            "first_ms": self.times().map(|(first, _)| first),
            "total_ms": self.trial.as_ref().map(|trial| trial.total.as_millis() as u64),
            "form": self.form.map(Form::code),
            "reasons": self.trial.as_ref().map(|trial| trial.thought),
            "cut": self.is_cut(),
            "message": told.as_ref().map(|told| reveal_line(&told.sentence)),
            "next": told.as_ref().map(|told| &told.next),
        })
    }
}
