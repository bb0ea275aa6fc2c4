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

    /// Who a profile is. Asks for no key: that may start a program or ask the person, and
    /// nobody has chosen this profile yet.
    fn described(&self, name: &str) -> Option<SourceInfo> {
        let source = self.source(name, |_, _| Ok(None)).ok()?;
        Some(source_info(name, &source.describe()))
    }

    /// The source of a profile, with the key that `key` finds for it.
    fn source(&self, name: &str, key: KeyFor) -> Result<Arc<dyn Source>, Failure> {
        match self.named.get(name) {
            Some(Profile::Chat(own)) => Ok(Arc::new(chat(name, own, key(name, own)?))),
            Some(Profile::Command(own)) => Ok(Arc::new(CommandSource {
                program: Program::new(own.command.clone(), std::env::vars_os(), &own.env),
                model: own.model.clone(),
                patience: patience(own.limits),
            })),
            Some(Profile::Composer) => Ok(Arc::new(Composer)),
            None if name == COMPOSER => Ok(Arc::new(Composer)),
            None => match self.found().get(name) {
                Some(own) => Ok(Arc::new(chat(name, own, key(name, own)?))),
                None => Err(Failure::AiProfileUnknown { profile: name.to_owned() }),
            },
        }
    }
}

/// Where the key of a profile comes from.
type KeyFor = fn(&str, &ChatProfile) -> Result<Option<SecretString>, Failure>;

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

    /// A folder is shared, the settings are not: a profile that it asks for and nobody has
    /// set up here is what answers on this machine, else the composer. Nothing is sent
    /// elsewhere than a person has chosen.
    fn open(&self, name: &str) -> Result<Arc<dyn Source>, Failure> {
        match self.source(name, key) {
            Err(Failure::AiProfileUnknown { .. }) if self.preferred.as_deref() == Some(name) => {
                let local = self.found().keys().next().cloned();
                self.source(local.as_deref().unwrap_or(COMPOSER), key)
            }
            other => other,
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

fn chat(name: &str, chat: &ChatProfile, key: Option<SecretString>) -> OpenAi {
    OpenAi {
        profile: name.to_owned(),
        base_url: chat.base_url.clone(),
        model: chat.model.clone(),
        key,
        max_tokens: chat.max_tokens,
        temperature: chat.temperature,
        patience: patience(chat.limits),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Two profiles: one whose key comes from a program that leaves a mark, one whose
    /// variable is not set.
    fn profiles(mark: &std::path::Path) -> Profiles {
        let text = format!(
            "[ai.profiles.cassaforte]\nkind = \"openai\"\nbase_url = \"https://api.example.org/v1\"\n\
             model = \"grande\"\nkey_command = [\"sh\", \"-c\", \"echo segreto; : > '{}'\"]\n\
             [ai.profiles.senza]\nkind = \"openai\"\nbase_url = \"https://api.example.org/v1\"\n\
             model = \"piccolo\"\nkey_env = \"PALINSESTO_NO_SUCH_KEY\"\n",
            mark.display()
        );
        let (config, problems) = crate::config::Config::parse(&text);
        assert_eq!(problems, []);
        Profiles::new(config.profiles, None)
    }

    #[test]
    fn a_profile_that_only_the_folder_knows_is_the_composer_and_no_other_unknown_one_is() {
        let profiles = Profiles::new(BTreeMap::new(), Some("default".into()));
        let source = profiles.open("default").expect("the composer");
        assert!(!source.describe().is_ai);
        let refused = profiles.open("typo").err();
        assert_eq!(refused, Some(Failure::AiProfileUnknown { profile: "typo".into() }));
    }

    #[test]
    fn describing_a_profile_needs_no_key_and_opening_it_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let mark = folder.path().join("asked");
        let profiles = profiles(&mark);
        for (name, model) in [("cassaforte", "grande"), ("senza", "piccolo")] {
            let info = profiles.described(name).expect("a description");
            assert_eq!((info.model.as_str(), info.is_ai), (model, true));
            assert_eq!(info.host.as_deref(), Some("api.example.org"));
        }
        assert!(!mark.exists(), "the key was fetched to describe the profile");
        assert!(profiles.open("cassaforte").is_ok());
        assert!(mark.exists(), "the key was not fetched to open the profile");
        let refused = profiles.open("senza").err();
        assert_eq!(refused, Some(Failure::AiNoKey { profile: "senza".into() }));
    }
}
