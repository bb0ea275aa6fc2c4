//! From the answers of `init` to the files it writes. Pure.
//!
//! The files themselves are `assets/init/LANG/`, to be read as what they become.

use crate::domain::{Ids, Network, RelPath};
use crate::i18n::{Language, Words};
use chrono_tz::Tz;
use std::fmt::Write as _;

pub use crate::storage::Planned;

pub const GITIGNORE: &str = ".gitignore";

/// Work in progress of this program, never to be committed.
pub const IGNORED: &str = ".palinsesto-*";

/// What a person said, every value already looked at.
pub struct Answers {
    pub brand: String,
    pub zone: Tz,
    pub languages: Vec<String>,
    pub accounts: Vec<Account>,
    pub git: bool,
}

pub struct Account {
    pub network: &'static Network,
    /// May be empty.
    pub account: String,
}

struct Templates {
    brand: &'static str,
    voice: &'static str,
    facts: (&'static str, &'static str),
    idea: (&'static str, &'static str),
}

const ITALIAN: Templates = Templates {
    brand: include_str!("../../../assets/init/it/palinsesto.toml"),
    voice: include_str!("../../../assets/init/it/voice.toml"),
    facts: ("listino", include_str!("../../../assets/init/it/facts.toml")),
    idea: ("presentarci", include_str!("../../../assets/init/it/idea.toml")),
};

const ENGLISH: Templates = Templates {
    brand: include_str!("../../../assets/init/en/palinsesto.toml"),
    voice: include_str!("../../../assets/init/en/voice.toml"),
    facts: ("prices", include_str!("../../../assets/init/en/facts.toml")),
    idea: ("introduction", include_str!("../../../assets/init/en/idea.toml")),
};

/// Hours to begin with, handed round so that the channels do not collide.
const SLOTS: [&str; 3] = ["mon wed fri 12:30", "tue thu 08:45", "tue thu 18:30"];

/// `palinsesto.toml` comes last: a folder without it is not one yet.
pub fn files(answers: &Answers, language: Language, ids: &mut Ids) -> Vec<Planned> {
    let templates = match language {
        Language::Italian => ITALIAN,
        Language::English => ENGLISH,
    };
    let idea = ids.fresh();
    let idea_path = format!("ideas/{}.{idea}.toml", templates.idea.0);
    let idea_text = fill(templates.idea.1, &[("id", quote(idea.as_str()))]);
    let languages: Vec<String> = answers.languages.iter().map(|tag| quote(tag)).collect();
    let brand = fill(
        templates.brand,
        &[
            ("id", quote(ids.fresh().as_str())),
            ("brand", quote(&answers.brand)),
            ("zone", quote(answers.zone.name())),
            ("languages", format!("[{}]", languages.join(", "))),
            ("channels", channels(&answers.accounts, &Words::new(language).init_longer_texts())),
        ],
    );
    vec![
        (RelPath::new(GITIGNORE), format!("{IGNORED}\n").into()),
        (RelPath::new("voice.toml"), templates.voice.into()),
        (RelPath::new(format!("facts/{}.toml", templates.facts.0)), templates.facts.1.into()),
        (RelPath::new(idea_path), idea_text.into()),
        (RelPath::new(crate::storage::BRAND_FILE), brand.into()),
    ]
}

/// `longer` is the hint for a network whose servers have limits of their own.
fn channels(accounts: &[Account], longer: &str) -> String {
    let mut out = String::new();
    for (Account { network, account }, slots) in accounts.iter().zip(SLOTS.iter().cycle()) {
        let of_mastodon = network.key == "mastodon";
        let (key, network) = (network.short.to_lowercase(), quote(&network.key));
        let mark = if account.is_empty() { "# " } else { "" };
        let account = quote(account);
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "[channels.{key}]\nnetwork = {network}\n{mark}account = {account}\nslots = [{slots:?}]\n"
        );
        if of_mastodon {
            let _ = writeln!(out, "# {longer}: limit = 1000");
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// A TOML string, whatever is in it.
fn quote(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Every `{name}` of the template in one pass, so that a value is never filled again.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        let (before, from) = rest.split_at(start);
        out.push_str(before);
        let named = values.iter().find_map(|(name, value)| {
            let after = from[1..].strip_prefix(name)?.strip_prefix('}')?;
            Some((value, after))
        });
        let (value, after) = named.map_or(("{", &from[1..]), |(value, after)| (value, after));
        out.push_str(value);
        rest = after;
    }
    out + rest
}
