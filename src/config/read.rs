//! From the text of `config.toml` to settings.

use super::table::{Page, Table, Value, shown, strings};
use super::{CommandProfile, Config, Limits, ModelProfile, Profile};
use crate::domain::{Dialect, Form, Problem, ProblemKind, Task};
use std::net::IpAddr;
use std::time::Duration;
use toml::de::DeTable;

const LANGUAGES: [&str; 2] = ["it", "en"];
const KINDS: [&str; 2] = ["command", "composer"];
/// Where a key may be written instead of in the file.
const KEY_KEYS: [&str; 3] = ["key_env", "key_file", "key_command"];

pub(super) fn read(text: &str) -> (Config, Vec<Problem>) {
    let mut page = Page { text, problems: Vec::new() };
    let mut config = Config::default();
    match DeTable::parse(text) {
        Ok(tree) => whole(&mut page, tree.get_ref(), &mut config),
        Err(error) => not_toml(&mut page, &error),
    }
    (config, page.problems)
}

fn whole(page: &mut Page, tree: &DeTable, config: &mut Config) {
    let mut root = Table::root(tree);
    config.lang = root.string(page, "lang");
    if let (Some(lang), Some(value)) = (&config.lang, root.get("lang"))
        && !LANGUAGES.contains(&lang.as_str())
    {
        bad_value(page, "lang", value, &LANGUAGES);
        config.lang = None;
    }
    config.theme = root.string(page, "theme");
    config.plain = root.bool(page, "plain");
    config.by = root.string(page, "by").filter(|by| !by.trim().is_empty());
    if let Some(mut ai) = root.table(page, "ai") {
        if let Some(profiles) = ai.table(page, "profiles") {
            for (name, value) in profiles.entries() {
                let called = profiles.name(&name);
                if let Some(table) = Table::of(page, &called, value)
                    && let Some(profile) = profile(page, table)
                {
                    config.profiles.insert(name, profile);
                }
            }
        }
        if let Some(table) = ai.table(page, "tasks") {
            tasks(page, table, config);
        }
        ai.close(page);
    }
    if let Some(keys) = root.table(page, "keys") {
        for (action, value) in keys.entries() {
            let list = strings(page, &keys.name(&action), value);
            config.keys.insert(action, list);
        }
    }
    root.close(page);
}

/// A task may only be given to a profile that is there, well or ill written.
fn tasks(page: &mut Page, mut table: Table, config: &mut Config) {
    for task in Task::ALL {
        let Some(name) = table.string(page, task.setting()) else { continue };
        if config.profiles.contains_key(&name) || name == "composer" {
            config.tasks.insert(task, name);
        } else if let Some(value) = table.get(task.setting()) {
            let mut known: Vec<&str> = config.profiles.keys().map(String::as_str).collect();
            known.push("composer");
            bad_value(page, &table.name(task.setting()), value, &known);
        }
    }
    table.close(page);
}

fn profile(page: &mut Page, mut table: Table) -> Option<Profile> {
    let Some(kind) = table.get("kind") else {
        table.missing(page, "kind");
        return None;
    };
    match kind.get_ref().as_str() {
        Some("command") => command(page, table).map(Profile::Command),
        Some("composer") => {
            table.close(page);
            Some(Profile::Composer)
        }
        code => {
            if let Some(dialect) = code.and_then(Dialect::from_code) {
                return model(page, table, dialect).map(Profile::Model);
            }
            let kinds: Vec<&str> =
                Dialect::ALL.into_iter().map(Dialect::code).chain(KINDS).collect();
            bad_value(page, &table.name("kind"), kind, &kinds);
            None
        }
    }
}

fn model(page: &mut Page, mut table: Table, dialect: Dialect) -> Option<ModelProfile> {
    let before = page.problems.len();
    // A key in a file ends up in a backup or a repository.
    for key in ["key", "api_key"] {
        if let Some(value) = table.get(key) {
            let kind = ProblemKind::BadValue {
                key: table.name(key),
                found: "…".to_owned(),
                allowed: KEY_KEYS.map(str::to_owned).to_vec(),
            };
            page.note(value.span().start, kind);
        }
    }
    let usual = dialect.usual_address();
    let base_url = table.string(page, "base_url");
    let model = table.string(page, "model");
    let profile = ModelProfile {
        dialect,
        key_env: table.string(page, "key_env"),
        key_file: table.string(page, "key_file").map(Into::into),
        key_command: table.strings(page, "key_command"),
        max_tokens: table.number(page, "max_tokens", 1.0, 100_000.0).map(|n| n as u32),
        temperature: table.number(page, "temperature", 0.0, 2.0),
        form: form(page, &mut table),
        limits: limits(page, &mut table),
        base_url: base_url.clone().or(usual.map(str::to_owned)).unwrap_or_default(),
        model: model.clone().unwrap_or_default(),
    };
    for (key, value) in [("base_url", &base_url), ("model", &model)] {
        let needed = key == "model" || usual.is_none();
        if needed && value.is_none() && table.get(key).is_none() {
            table.missing(page, key);
        }
    }
    if let (Some(url), Some(value)) = (&base_url, table.get("base_url")) {
        let has_key = profile.has_key();
        let (scheme, host) = address(url);
        let fits = match scheme {
            "https" => true,
            "http" => !has_key || is_near(host),
            _ => false,
        };
        if !fits || host.is_empty() {
            let allowed = if scheme == "http" {
                &["https://…"][..]
            } else {
                &["https://…", "http://…"]
            };
            let kind = ProblemKind::BadValue {
                key: table.name("base_url"),
                // An address may hide a key in its query.
                found: url.split('?').next().unwrap_or_default().to_owned(),
                allowed: allowed.iter().map(|s| (*s).to_owned()).collect(),
            };
            page.note(value.span().start, kind);
        }
    }
    table.close(page);
    (page.problems.len() == before).then_some(profile)
}

fn command(page: &mut Page, mut table: Table) -> Option<CommandProfile> {
    let before = page.problems.len();
    let profile = CommandProfile {
        command: table.strings(page, "command"),
        env: table.strings(page, "env"),
        model: table.string(page, "model"),
        limits: limits(page, &mut table),
    };
    if profile.command.is_empty() && page.problems.len() == before {
        table.missing(page, "command");
    }
    table.close(page);
    (page.problems.len() == before).then_some(profile)
}

fn form(page: &mut Page, table: &mut Table) -> Form {
    let Some(code) = table.string(page, "structured") else { return Form::Schema };
    Form::from_code(&code).unwrap_or_else(|| {
        if let Some(value) = table.get("structured") {
            bad_value(page, &table.name("structured"), value, &Form::ALL.map(Form::code));
        }
        Form::Schema
    })
}

fn limits(page: &mut Page, table: &mut Table) -> Limits {
    let mut seconds =
        |key, usual| table.number(page, key, 1.0, 3600.0).map_or(usual, Duration::from_secs_f64);
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

/// This machine or its private network: a key may travel there without TLS.
fn is_near(host: &str) -> bool {
    match host.parse() {
        Ok(IpAddr::V4(ip)) => ip.is_loopback() || ip.is_private() || ip.is_link_local(),
        Ok(IpAddr::V6(ip)) => {
            ip.is_loopback() || ip.is_unique_local() || ip.is_unicast_link_local()
        }
        Err(_) => {
            host == "localhost"
                || [".local", ".lan", ".internal"].iter().any(|end| host.ends_with(end))
        }
    }
}

fn bad_value(page: &mut Page, key: &str, value: &Value, allowed: &[&str]) {
    let kind = ProblemKind::BadValue {
        key: key.to_owned(),
        found: shown(page.text, value),
        allowed: allowed.iter().map(|word| (*word).to_owned()).collect(),
    };
    page.note(value.span().start, kind);
}

fn not_toml(page: &mut Page, error: &toml::de::Error) {
    let span = error.span().unwrap_or_default();
    let found: String = page
        .text
        .get(span.start..)
        .and_then(|rest| rest.split(|c: char| c.is_whitespace()).find(|word| !word.is_empty()))
        .unwrap_or_default()
        .chars()
        .take(40)
        .collect();
    let message = error.message();
    let kind = if message.starts_with("duplicate key") {
        ProblemKind::DuplicateKey { key: page.text.get(span.clone()).unwrap_or(&found).to_owned() }
    } else {
        let expected = message.split_once(", expected ").map_or_else(Vec::new, |(_, list)| {
            list.split(", ").map(|token| token.trim_matches('`').to_owned()).collect()
        });
        ProblemKind::Syntax { expected, found }
    };
    page.note(span.start, kind);
}
