//! Who can write suggestions on this machine: the profiles of the settings, what answers
//! on its own ports, and the built-in composer, which always can.

use super::keys;
use super::scribes::{Sources, source_info};
use crate::ai::{
    self, Agreed, CommandSource, Composer, Endpoint, LocalServer, Patience, Program, Source, Stop,
};
use crate::config::{Config, Limits, ModelProfile, Profile};
use crate::domain::{Dialect, Failure, Form, Task};
use crate::vocab::SourceInfo;
use secrecy::SecretString;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The composer's name among the profiles.
pub const COMPOSER: &str = "composer";
/// How many models of one local server are offered.
const MOST_MODELS: usize = 4;

pub struct Profiles {
    settings: Config,
    /// The profile that the folder asks for.
    preferred: Option<String>,
    /// What answered on this machine's own ports, by the name it is offered under.
    found: Mutex<BTreeMap<String, ModelProfile>>,
    /// The form of answer that each profile's server was found to take.
    agreed: Mutex<BTreeMap<String, Agreed>>,
}

impl Profiles {
    pub fn new(settings: Config, preferred: Option<String>) -> Self {
        Self { settings, preferred, found: Mutex::default(), agreed: Mutex::default() }
    }

    fn found(&self) -> MutexGuard<'_, BTreeMap<String, ModelProfile>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who a profile is. Asks for no key: that may start a program or ask the person, and
    /// nobody has chosen this profile yet.
    fn described(&self, name: &str) -> Option<SourceInfo> {
        let source = self.source(name, no_key, &Stop::new()).ok()?;
        Some(source_info(name, &source.describe()))
    }

    /// The source of a profile, with the key that `key` finds for it.
    fn source(&self, name: &str, key: KeyFor, stop: &Stop) -> Result<Arc<dyn Source>, Failure> {
        match self.settings.profiles.get(name) {
            Some(Profile::Model(own)) => {
                Ok(Arc::new(self.endpoint(name, own, key(name, own, stop)?)))
            }
            Some(Profile::Command(own)) => Ok(Arc::new(CommandSource {
                program: Program::new(own.command.clone(), std::env::vars_os(), &own.env),
                model: own.model.clone(),
                patience: patience(own.limits),
            })),
            Some(Profile::Composer) => Ok(Arc::new(Composer)),
            None if name == COMPOSER => Ok(Arc::new(Composer)),
            None => match self.found().get(name) {
                Some(own) => Ok(Arc::new(self.endpoint(name, own, key(name, own, stop)?))),
                None => Err(Failure::AiProfileUnknown { profile: name.to_owned() }),
            },
        }
    }

    /// A folder is shared, the settings are not: a profile that it asks for and nobody has
    /// set up here is what answers on this machine, else the composer. Nothing is sent
    /// elsewhere than a person has chosen.
    fn source_or_usual(
        &self,
        name: &str,
        key: KeyFor,
        stop: &Stop,
    ) -> Result<Arc<dyn Source>, Failure> {
        match self.source(name, key, stop) {
            Err(Failure::AiProfileUnknown { .. }) if self.preferred.as_deref() == Some(name) => {
                let local = self.found().keys().next().cloned();
                self.source(local.as_deref().unwrap_or(COMPOSER), key, stop)
            }
            other => other,
        }
    }

    fn endpoint(&self, name: &str, own: &ModelProfile, key: Option<SecretString>) -> Endpoint {
        let mut agreed = self.agreed.lock().unwrap_or_else(PoisonError::into_inner);
        let form = agreed.entry(name.to_owned()).or_insert_with(|| Agreed::new(own.form)).clone();
        Endpoint {
            profile: name.to_owned(),
            dialect: own.dialect,
            base_url: own.base_url.clone(),
            model: own.model.clone(),
            key,
            max_tokens: own.max_tokens,
            temperature: own.temperature,
            form,
            patience: patience(own.limits),
        }
    }

    /// The form of answer that a profile's server takes, as far as is known; `None` for
    /// what is no server.
    pub fn form(&self, name: &str) -> Option<Form> {
        let agreed = self.agreed.lock().unwrap_or_else(PoisonError::into_inner);
        agreed.get(name).map(Agreed::form)
    }
}

/// Where the key of a profile comes from.
type KeyFor = fn(&str, &ModelProfile, &Stop) -> Result<Option<SecretString>, Failure>;

#[expect(clippy::unnecessary_wraps, reason = "one of the places a key may come from")]
fn no_key(_: &str, _: &ModelProfile, _: &Stop) -> Result<Option<SecretString>, Failure> {
    Ok(None)
}

impl Sources for Profiles {
    fn find(&self) -> Vec<SourceInfo> {
        let servers = ai::discover(&ai::USUAL, &Stop::new());
        *self.found() = servers.into_iter().flat_map(offers).collect();
        let found: Vec<String> = self.found().keys().cloned().collect();
        let named = &self.settings.profiles;
        let known = named.keys().filter_map(|name| self.described(name));
        let local = found.iter().filter(|name| !named.contains_key(*name));
        let local = local.filter_map(|name| self.described(name));
        let composer = (!named.contains_key(COMPOSER)).then(|| self.described(COMPOSER));
        let answers = |info| SourceInfo { reachable: Some(true), ..info };
        let mut all: Vec<SourceInfo> = known.collect();
        all.extend(local.chain(composer.flatten()).map(answers));
        let preferred = self.preferred(self.preferred.clone());
        if let Some(preferred) = preferred {
            all.sort_by_key(|info| info.profile != preferred);
        }
        all
    }

    fn open(&self, name: &str, stop: &Stop) -> Result<Arc<dyn Source>, Failure> {
        self.source_or_usual(name, keys::find, stop)
    }

    fn to_be_read(&self, name: &str) -> Result<Arc<dyn Source>, Failure> {
        self.source_or_usual(name, no_key, &Stop::new())
    }

    fn of_task(&self, task: Task) -> Option<String> {
        self.settings.profile_for(task, self.preferred.as_deref())
    }

    fn preferred(&self, of_folder: Option<String>) -> Option<String> {
        self.settings.profile_for(Task::Draft, of_folder.as_deref())
    }
}

/// A server's first model under the server's name, the others under both.
fn offers(server: LocalServer) -> Vec<(String, ModelProfile)> {
    let LocalServer { name, base_url, models, .. } = server;
    let offer = |(index, model): (usize, String)| {
        let name = if index == 0 { name.clone() } else { format!("{name} {model}") };
        let limits = Limits { total: Patience::default().total, idle: Patience::default().idle };
        let own = ModelProfile {
            dialect: Dialect::OpenAi,
            base_url: base_url.clone(),
            model,
            key_env: None,
            key_file: None,
            key_command: Vec::new(),
            max_tokens: None,
            temperature: None,
            form: Form::Schema,
            limits,
        };
        (name, own)
    };
    models.into_iter().take(MOST_MODELS).enumerate().map(offer).collect()
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
        Profiles::new(config, None)
    }

    #[test]
    fn a_profile_that_only_the_folder_knows_is_the_composer_and_no_other_unknown_one_is() {
        let profiles = Profiles::new(Config::default(), Some("default".into()));
        let source = profiles.open("default", &Stop::new()).expect("the composer");
        assert!(!source.describe().is_ai);
        let refused = profiles.open("typo", &Stop::new()).err();
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
        for name in ["cassaforte", "senza"] {
            assert!(profiles.to_be_read(name).is_ok(), "{name}");
        }
        assert!(!mark.exists(), "the key was fetched to describe the profile");
        assert!(profiles.open("cassaforte", &Stop::new()).is_ok());
        assert!(mark.exists(), "the key was not fetched to open the profile");
        let refused = profiles.open("senza", &Stop::new()).err();
        assert_eq!(refused, Some(Failure::AiNoKey { profile: "senza".into() }));
    }
    #[test]
    fn what_the_folder_calls_default_is_the_profile_that_the_settings_give_to_drafts() {
        let text = "[ai.profiles.default]\nkind = \"composer\"\n[ai.profiles.casa]\nkind = \
                    \"ollama\"\nmodel = \"piccolo\"\n[ai.tasks]\ndrafts = \"casa\"\n";
        let (config, problems) = Config::parse(text);
        assert_eq!(problems, []);
        let profiles = Profiles::new(config, None);
        let preferred = |name: Option<&str>| profiles.preferred(name.map(str::to_owned));
        assert_eq!(preferred(Some("default")).as_deref(), Some("casa"));
        assert_eq!(preferred(None).as_deref(), Some("casa"));
        assert_eq!(preferred(Some("altro")).as_deref(), Some("altro"));
    }
}
