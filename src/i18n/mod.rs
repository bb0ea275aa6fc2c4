//! Every sentence a person reads, in Italian and English.
//!
//! `build.rs` makes one function on [`Words`] for each message of the Fluent files in
//! `assets/locales/en`; the Italian files must say the same (tested). A message is parsed
//! when it is first said. Nothing here decides what to say, only how.

mod asks;
mod claims;
mod dates;
mod disclosed;
mod evidence;
mod helps;
mod keys;
mod learned;
mod named;
mod prompted;
mod remarked;
mod reviewed;
mod said;
mod smelled;
mod system;
mod tokens;
mod told;

pub use told::Told;

use crate::vocab::KeyRow;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::cell::RefCell;

/// An argument of a message: a text or a number.
pub type Arg<'a> = FluentValue<'a>;

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    Italian,
}

impl Language {
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_', '.']).next()?.to_ascii_lowercase().as_str() {
            "it" => Some(Self::Italian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Italian => "it",
        }
    }
}

/// The messages of one language, as typed functions.
pub struct Words {
    language: Language,
    /// The messages said so far: a screen says a few of the hundreds.
    bundle: RefCell<FluentBundle<FluentResource>>,
    /// Next steps name commands and files: there is no screen whose keys they could name.
    no_screen: bool,
    /// The keys in force, for the sentences that name one.
    keys: Vec<KeyRow>,
    /// Keys go by their names where arrows and signs cannot be shown.
    ascii: bool,
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Words {
    pub fn new(language: Language) -> Self {
        let id: unic_langid::LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // Isolation marks are invisible characters: they would shift every column.
        bundle.set_use_isolating(false);
        let bundle = RefCell::new(bundle);
        Self { language, bundle, no_screen: false, keys: Vec::new(), ascii: false }
    }

    /// Every message of a language and how it is written, by key.
    fn messages(language: Language) -> &'static [(&'static str, &'static str)] {
        match language {
            Language::English => EN,
            Language::Italian => IT,
        }
    }

    /// The same words for the command line, where next steps name commands and files
    /// instead of keys.
    #[must_use]
    pub fn without_screen(self) -> Self {
        Self { no_screen: true, ..self }
    }

    /// The same words for a screen with these keys.
    #[must_use]
    pub fn with_keys(self, keys: Vec<KeyRow>, ascii: bool) -> Self {
        Self { keys, ascii, ..self }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// A message by its key. A missing one shows its key: tests see to it that none is.
    fn say<const N: usize>(&self, key: &str, args: [(&'static str, Arg<'_>); N]) -> String {
        let mut bundle = self.bundle.borrow_mut();
        if !bundle.has_message(key) {
            let all = Self::messages(self.language);
            let Ok(at) = all.binary_search_by_key(&key, |(key, _)| key) else {
                return key.to_owned();
            };
            let resource = match FluentResource::try_new(all[at].1.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let args: FluentArgs<'_> = args.into_iter().collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// A message whose key comes from data (a row of the key table).
    pub fn by_key(&self, key: &str) -> String {
        self.say(key, [])
    }
}

#[cfg(test)]
mod tests;
