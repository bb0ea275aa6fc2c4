//! Who can write suggestions on this machine: the profiles of the settings, what answers
//! on its own ports, and the built-in composer, which always can.

#![expect(clippy::disallowed_methods, reason = "a key is read from the variable a profile names")]

use super::scribes::{Sources, source_info};
use crate::ai::{
    self, CommandSource, Composer, LocalServer, OpenAi, Patience, Program, Source, Stop,
};
use crate::config::{ChatProfile, Limits, Profile};
use crate::domain::Failure;
use crate::vocab::SourceInfo;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The composer's name among the profiles.
pub const COMPOSER: &str = "composer";
/// How many models of one local server are offered.
const MOST_MODELS: usize = 4;

pub struct Profiles {
    named: BTreeMap<String, Profile>,
    /// The profile that the folder asks for.
    preferred: Option<String>,
    /// What answered on this machine's own ports, by the name it is offered under.
    found: Mutex<BTreeMap<String, ChatProfile>>,
}

impl Profiles {
    pub fn new(profiles: BTreeMap<String, Profile>, preferred: Option<String>) -> Self {
        Self { named: profiles, preferred, found: Mutex::default() }
    }

    fn found(&self) -> MutexGuard<'_, BTreeMap<String, ChatProfile>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn described(&self, name: &str) -> Option<SourceInfo> {
        self.open(name).ok().map(|source| source_info(name, &source.describe()))
    }
}

impl Sources for Profiles {
    fn find(&self) -> Vec<SourceInfo> {
        let servers = ai::discover(&ai::USUAL, &Stop::new());
        *self.found() = servers.into_iter().flat_map(offers).collect();
        let found: Vec<String> = self.found().keys().cloned().collect();
        let known = self.named.keys().filter_map(|name| self.described(name));
        let local = found.iter().filter(|name| !self.named.contains_key(*name));
        let local = local.filter_map(|name| self.described(name));
        let composer = (!self.named.contains_key(COMPOSER)).then(|| self.described(COMPOSER));
        let answers = |info| SourceInfo { reachable: Some(true), ..info };
        let mut all: Vec<SourceInfo> = known.collect();
        all.extend(local.chain(composer.flatten()).map(answers));
        if let Some(preferred) = &self.preferred {
            all.sort_by_key(|info| info.profile != *preferred);
        }
        all
    }

    fn open(&self, name: &str) -> Result<Arc<dyn Source>, Failure> {
        match self.named.get(name) {
            Some(Profile::Chat(chat)) => Ok(Arc::new(open_chat(name, chat)?)),
            Some(Profile::Command(own)) => Ok(Arc::new(CommandSource {
                program: Program::new(own.command.clone(), std::env::vars_os(), &own.env),
                model: own.model.clone(),
                patience: patience(own.limits),
            })),
            Some(Profile::Composer) => Ok(Arc::new(Composer)),
            None if name == COMPOSER => Ok(Arc::new(Composer)),
            None => match self.found().get(name) {
                Some(chat) => Ok(Arc::new(open_chat(name, chat)?)),
                None => Err(Failure::AiProfileUnknown { profile: name.to_owned() }),
            },
        }
    }
}

/// A server's first model under the server's name, the others under both.
fn offers(server: LocalServer) -> Vec<(String, ChatProfile)> {
    let LocalServer { name, base_url, models, .. } = server;
    let offer = |(index, model): (usize, String)| {
        let name = if index == 0 { name.clone() } else { format!("{name} {model}") };
        let limits = Limits { total: Patience::default().total, idle: Patience::default().idle };
        let chat = ChatProfile {
            base_url: base_url.clone(),
            model,
            key_env: None,
            key_command: Vec::new(),
            max_tokens: None,
            temperature: None,
            limits,
        };
        (name, chat)
    };
    models.into_iter().take(MOST_MODELS).enumerate().map(offer).collect()
}

fn open_chat(name: &str, chat: &ChatProfile) -> Result<OpenAi, Failure> {
    Ok(OpenAi {
        profile: name.to_owned(),
        base_url: chat.base_url.clone(),
        model: chat.model.clone(),
        key: key(name, chat)?,
        max_tokens: chat.max_tokens,
        temperature: chat.temperature,
        patience: patience(chat.limits),
    })
}

/// From the variable, else from the command; none where the profile names neither.
fn key(name: &str, chat: &ChatProfile) -> Result<Option<SecretString>, Failure> {
    if let Some(value) = chat.key_env.as_deref().and_then(|variable| std::env::var(variable).ok()) {
        return Ok(Some(value.into()));
    }
    if !chat.key_command.is_empty() {
        let program = Program::trusted(chat.key_command.clone(), std::env::vars_os());
        return ai::key_from(&program, &Stop::new()).map(Some);
    }
    match chat.key_env {
        Some(_) => Err(Failure::AiNoKey { profile: name.to_owned() }),
        None => Ok(None),
    }
}

fn patience(limits: Limits) -> Patience {
    Patience { idle: limits.idle, total: limits.total }
}
