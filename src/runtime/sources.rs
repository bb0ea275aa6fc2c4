//! Who can write suggestions on this machine: the profiles of the settings, what answers
//! on its own ports, and the built-in composer, which always can.

#![expect(clippy::disallowed_methods, reason = "a key is read from the variable a profile names")]

use super::scribes::{Sources, source_info};
use crate::ai::{self, CommandSource, Composer, OpenAi, Patience, Program, Source, Stop};
use crate::config::{ChatProfile, Limits, Profile};
use crate::domain::Failure;
use crate::vocab::SourceInfo;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The composer's name among the profiles.
pub const COMPOSER: &str = "composer";

pub struct Profiles {
    profiles: BTreeMap<String, Profile>,
    /// The profile that the folder asks for.
    preferred: Option<String>,
}

impl Profiles {
    pub fn new(profiles: BTreeMap<String, Profile>, preferred: Option<String>) -> Self {
        Self { profiles, preferred }
    }
}

impl Sources for Profiles {
    fn find(&self) -> Vec<SourceInfo> {
        let mut all = Vec::new();
        for name in self.profiles.keys() {
            if let Ok(source) = self.open(name) {
                all.push(source_info(name, &source.describe()));
            }
        }
        if !self.profiles.contains_key(COMPOSER) {
            all.push(source_info(COMPOSER, &Composer.describe()));
        }
        if let Some(preferred) = &self.preferred {
            all.sort_by_key(|info| info.profile != *preferred);
        }
        all
    }

    fn open(&self, name: &str) -> Result<Arc<dyn Source>, Failure> {
        match self.profiles.get(name) {
            Some(Profile::Chat(chat)) => Ok(Arc::new(open_chat(name, chat)?)),
            Some(Profile::Command(own)) => Ok(Arc::new(CommandSource {
                program: Program::new(own.command.clone(), std::env::vars_os(), &own.env),
                model: own.model.clone(),
                patience: patience(own.limits),
            })),
            Some(Profile::Composer) => Ok(Arc::new(Composer)),
            None if name == COMPOSER => Ok(Arc::new(Composer)),
            None => Err(Failure::AiProfileUnknown { profile: name.to_owned() }),
        }
    }
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
