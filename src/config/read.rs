//! From the text of `config.toml` to settings.

use super::page::Page;
use super::{Approvals, CommandProfile, Config, FILE, Limits, ModelProfile, Profile};
use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Dialect, Form, Problem, Reach, RelPath, Task};
use std::time::Duration;

const LANGUAGES: [&str; 2] = ["it", "en"];
const KINDS: [&str; 2] = ["command", "composer"];
/// Where a key may be written instead of in the file.
const KEY_KEYS: [&str; 3] = ["key_env", "key_file", "key_command"];

pub(super) fn read(text: &str) -> (Config, Vec<Problem>) {
    let (mut page, mut config) = (Page::default(), Config::default());
    if let Err(problem) = whole(&mut page, text, &mut config) {
        config.approvals = Approvals::unreadable(Some(&problem));
        page.problems.push(problem);
    }
    page.problems.sort_by_key(|problem| (problem.line, problem.column));
    (config, page.problems)
}

fn whole(page: &mut Page, text: &str, config: &mut Config) -> Result<(), Problem> {
    let path = RelPath::new(FILE);
    let source = Source::new(&path, text.as_bytes())?;
    let tree = parse(&source)?;
    // The settings hold no times; a zone is asked for by those who do.
    let context = Context { source: &source, zone: chrono_tz::UTC };
    let mut root = Fields::root(context, &tree);
    let is_language = |code: &str| LANGUAGES.contains(&code).then(|| code.to_owned());
    config.lang = page.take(root.code("lang", is_language, &LANGUAGES));
    config.theme = page.take(root.string("theme"));
    config.plain = page.take(root.bool("plain"));
    config.by = page.take(root.string("by")).filter(|by| !by.trim().is_empty());
    if let Some(mut ai) = page.take(root.table("ai")) {
        if let Some(profiles) = page.take(ai.table("profiles")) {
            for (name, value) in profiles.entries() {
                let table = Fields::of(context, &profiles.name(name), value).map(Some);
                if let Some(table) = page.take(table)
                    && let Some(profile) = profile(page, table)
                {
                    config.profiles.insert(name.to_owned(), profile);
                }
            }
        }
        if let Some(table) = page.take(ai.table("tasks")) {
            tasks(page, table, config);
        }
        page.close(&ai);
    }
    if let Some(keys) = page.take(root.table("keys")) {
        for (action, value) in keys.entries() {
            let list = match value.get_ref().as_str() {
                Some(key) => vec![key.to_owned()],
                None => page.list(context.strings(&keys.name(action), value)),
            };
            config.keys.insert(action.to_owned(), list);
        }
    }
    config.approvals = Approvals::read(page, context, &mut root);
    page.close(&root);
    Ok(())
}

/// A task may only be given to a profile that is there, well or ill written.
fn tasks(page: &mut Page, mut table: Fields, config: &mut Config) {
    for task in Task::ALL {
        let key = task.setting();
        let Some(name) = page.take(table.string(key)) else { continue };
        if config.profiles.contains_key(&name) || name == "composer" {
            config.tasks.insert(task, name);
        } else {
            let mut known: Vec<&str> = config.profiles.keys().map(String::as_str).collect();
            known.push("composer");
            page.note(table.bad_value(key, name, &known));
        }
    }
    page.close(&table);
}

fn profile(page: &mut Page, mut table: Fields) -> Option<Profile> {
    let read = table.string("kind");
    let kind = page.take(read.and_then(|kind| table.required("kind", kind)).map(Some))?;
    match kind.as_str() {
        "command" => command(page, table).map(Profile::Command),
        "composer" => {
            page.close(&table);
            Some(Profile::Composer)
        }
        code => {
            if let Some(dialect) = Dialect::from_code(code) {
                return model(page, table, dialect).map(Profile::Model);
            }
            let kinds: Vec<&str> =
                Dialect::ALL.into_iter().map(Dialect::code).chain(KINDS).collect();
            page.note(table.bad_value("kind", kind, &kinds));
            None
        }
    }
}

fn model(page: &mut Page, mut table: Fields, dialect: Dialect) -> Option<ModelProfile> {
    let before = page.problems.len();
    // A key in a file ends up in a backup or a repository.
    for key in ["key", "api_key"] {
        if table.get(key).is_some() {
            page.note(table.bad_value(key, "…".to_owned(), &KEY_KEYS));
        }
    }
    let usual = dialect.usual_address();
    let base_url = page.take(table.string("base_url"));
    let model = page.take(table.string("model"));
    let profile = ModelProfile {
        dialect,
        key_env: page.take(table.string("key_env")),
        key_file: page.take(table.string("key_file")).map(Into::into),
        key_command: page.words(&mut table, "key_command"),
        max_tokens: page.number(&mut table, "max_tokens", 1.0, 100_000.0).map(|n| n as u32),
        temperature: page.number(&mut table, "temperature", 0.0, 2.0),
        form: page
            .take(table.code("structured", Form::from_code, &Form::ALL.map(Form::code)))
            .unwrap_or(Form::Schema),
        limits: limits(page, &mut table),
        base_url: base_url.clone().or(usual.map(str::to_owned)).unwrap_or_default(),
        model: model.clone().unwrap_or_default(),
    };
    for (key, value) in [("base_url", &base_url), ("model", &model)] {
        let needed = key == "model" || usual.is_none();
        if needed && value.is_none() && table.get(key).is_none() {
            page.note(table.missing(key));
        }
    }
    if let Some(url) = &base_url {
        let (scheme, host) = address(url);
        let fits = match scheme {
            "https" => true,
            // A key may travel without TLS as far as the private network.
            "http" => !profile.has_key() || Reach::of(host) <= Reach::Near,
            _ => false,
        };
        if !fits || host.is_empty() {
            let schemes = ["https://…", "http://…"];
            let allowed = if scheme == "http" { &schemes[..1] } else { &schemes[..] };
            // An address may hide a key in its query.
            let found = url.split('?').next().unwrap_or_default().to_owned();
            page.note(table.bad_value("base_url", found, allowed));
        }
    }
    page.close(&table);
    (page.problems.len() == before).then_some(profile)
}

fn command(page: &mut Page, mut table: Fields) -> Option<CommandProfile> {
    let before = page.problems.len();
    let profile = CommandProfile {
        command: page.words(&mut table, "command"),
        env: page.words(&mut table, "env"),
        model: page.take(table.string("model")),
        limits: limits(page, &mut table),
    };
    if profile.command.is_empty() && page.problems.len() == before {
        page.note(table.missing("command"));
    }
    page.close(&table);
    (page.problems.len() == before).then_some(profile)
}

fn limits(page: &mut Page, table: &mut Fields) -> Limits {
    let mut seconds =
        |key, usual| page.number(table, key, 1.0, 3600.0).map_or(usual, Duration::from_secs_f64);
    Limits {
        total: seconds("timeout", Duration::from_mins(3)),
        idle: seconds("idle", Duration::from_secs(30)),
    }
}

/// Scheme and host of an address, as far as they can be told.
fn address(url: &str) -> (&str, &str) {
    let Some((scheme, rest)) = url.split_once("://") else { return ("", "") };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    (scheme, host)
}
