//! The questions of `init`, one at a time, each with a default and a second chance.
//!
//! An answer that cannot be used is asked again with the reason; the end of the input
//! stops everything.

use super::plan::{Account, Answers};
use crate::checks::networks;
use crate::domain::Network;
use crate::git;
use crate::i18n::{Language, Words};
use crate::text::wrap;
use crate::text::{closest, fold};
use chrono_tz::{TZ_VARIANTS, Tz};
use std::io::{self, BufRead, Write};
use std::path::Path;

/// Networks a newcomer is likely to have.
const USUAL_NETWORKS: &str = "instagram, linkedin";

/// Words between the last two of several.
const AND: [&str; 5] = ["e", "ed", "and", "y", "&"];

/// Languages as people call them.
const LANGUAGES: [(&str, &[&str]); 6] = [
    ("it", &["italiano", "italian"]),
    ("en", &["inglese", "english"]),
    ("fr", &["francese", "french", "français"]),
    ("de", &["tedesco", "german", "deutsch"]),
    ("es", &["spagnolo", "spanish", "español"]),
    ("pt", &["portoghese", "portuguese", "português"]),
];

/// Cities that the table of zones names otherwise, or not at all.
const ITALIAN_CITIES: [(&str, &str); 14] = [
    ("italia", "rome"),
    ("roma", "rome"),
    ("milano", "rome"),
    ("napoli", "rome"),
    ("torino", "rome"),
    ("firenze", "rome"),
    ("bologna", "rome"),
    ("palermo", "rome"),
    ("genova", "rome"),
    ("venezia", "rome"),
    ("londra", "london"),
    ("parigi", "paris"),
    ("berlino", "berlin"),
    ("zurigo", "zurich"),
];

/// Where a question goes on below.
const COLUMNS: usize = 78;

pub struct Questions<'a> {
    /// Answer each with its default.
    pub yes: bool,
    pub words: &'a Words,
    pub input: &'a mut dyn BufRead,
    pub out: &'a mut dyn Write,
}

impl Questions<'_> {
    /// `None` when the person stopped.
    pub fn all(&mut self, dir: &Path, zone: Option<&str>) -> io::Result<Option<Answers>> {
        let words = self.words;
        let Some(brand) = self.line(&words.init_ask_brand(), &brand_of(dir))? else {
            return Ok(None);
        };
        let Some(zone) = self.zone(zone)? else { return Ok(None) };
        let Some(languages) = self.languages()? else { return Ok(None) };
        let Some(chosen) = self.networks()? else { return Ok(None) };
        let mut accounts = Vec::new();
        for network in chosen {
            let question = words.init_ask_account(network.name.as_str());
            let Some(account) = self.line(&question, "")? else { return Ok(None) };
            accounts.push(Account { network, account });
        }
        let Some(git) = self.git(dir)? else { return Ok(None) };
        Ok(Some(Answers { brand, zone, languages, accounts, git }))
    }

    pub fn yes_no(&mut self, question: &str, usual: bool) -> io::Result<Option<bool>> {
        let default = if usual { self.words.init_yes() } else { self.words.init_no() };
        self.until(question, &default, |words, answer| {
            let first = answer.to_lowercase().chars().next().map(String::from);
            // Both languages' letters: hands are slower to switch than screens.
            match first.as_deref() {
                Some("y" | "s") => Ok(true),
                Some("n") => Ok(false),
                _ => Err(words.init_bad_yes_no()),
            }
        })
    }

    fn zone(&mut self, machine: Option<&str>) -> io::Result<Option<Tz>> {
        let italian = self.words.language() == Language::Italian;
        let said = |zone: &&str| zone.parse::<Tz>().is_ok() && !(italian && is_nowhere(zone));
        let usual = machine.filter(said).unwrap_or("Europe/Rome");
        let zone = self.asked(&self.words.init_ask_zone(), usual, |words, answer| {
            zone_of(answer).ok_or_else(|| {
                let meant = closest(answer, TZ_VARIANTS.iter().map(|zone| zone.name()));
                with_guess(words, words.init_bad_zone(answer), meant)
            })
        })?;
        self.understood(zone, |zone| zone.name().to_owned())
    }

    fn languages(&mut self) -> io::Result<Option<Vec<String>>> {
        let usual = match self.words.language() {
            Language::Italian => "it",
            Language::English => "en",
        };
        let tags = self.asked(&self.words.init_ask_languages(), usual, |words, answer| {
            let tags: Vec<String> = each(answer).map(tag_of).collect();
            let is_tag = |tag: &String| {
                matches!(tag.split('-').next().map(str::len), Some(2..=3))
                    && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            };
            if !tags.is_empty() && tags.iter().all(is_tag) {
                Ok(tags)
            } else {
                Err(words.init_bad_languages())
            }
        })?;
        self.understood(tags, |tags| tags.join(", "))
    }

    fn networks(&mut self) -> io::Result<Option<Vec<&'static Network>>> {
        let all = &networks().all;
        let keys: Vec<&str> = all.iter().map(|network| network.key.as_str()).collect();
        let question = self.words.init_ask_networks(keys.join(", "));
        let chosen = self.asked(&question, USUAL_NETWORKS, |words, answer| {
            let mut chosen: Vec<&Network> = Vec::new();
            for name in each(answer) {
                let Some(network) = all.iter().find(|network| is_called(network, name)) else {
                    let meant = closest(name, keys.iter().copied());
                    return Err(with_guess(words, words.init_bad_network(name), meant));
                };
                if !chosen.contains(&network) {
                    chosen.push(network);
                }
            }
            Ok(chosen)
        })?;
        let names = |chosen: &Vec<&Network>| {
            chosen.iter().map(|network| network.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        self.understood(chosen, names)
    }

    /// Not a question inside a repository: its history is already kept.
    fn git(&mut self, dir: &Path) -> io::Result<Option<bool>> {
        let nearest = dir.ancestors().find(|folder| folder.is_dir());
        if nearest.is_some_and(git::is_repo) {
            return Ok(Some(false));
        }
        self.yes_no(&self.words.init_ask_git(), true)
    }

    fn line(&mut self, question: &str, usual: &str) -> io::Result<Option<String>> {
        self.until(question, usual, |_, answer| Ok(answer.to_owned()))
    }

    /// Says back what was taken from an answer, where it reads otherwise.
    fn understood<T>(
        &mut self,
        found: Option<(T, String)>,
        name: impl Fn(&T) -> String,
    ) -> io::Result<Option<T>> {
        let Some((value, answer)) = found else { return Ok(None) };
        let taken = name(&value);
        let words = |said: &str| each(said).map(fold).collect::<Vec<_>>();
        if !self.yes && words(&taken) != words(&answer) {
            writeln!(self.out, "{}", self.words.init_understood(taken))?;
        }
        Ok(Some(value))
    }

    fn until<T>(
        &mut self,
        question: &str,
        usual: &str,
        read: impl Fn(&Words, &str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        Ok(self.asked(question, usual, read)?.map(|(value, _)| value))
    }

    /// Asks until `read` takes the answer, which comes back with it. An empty answer is the
    /// usual one.
    fn asked<T>(
        &mut self,
        question: &str,
        usual: &str,
        read: impl Fn(&Words, &str) -> Result<T, String>,
    ) -> io::Result<Option<(T, String)>> {
        if self.yes {
            return Ok(read(self.words, usual).ok().map(|value| (value, usual.to_owned())));
        }
        loop {
            for row in wrap(question, COLUMNS) {
                writeln!(self.out, "{}", question[row].trim_end())?;
            }
            if usual.is_empty() {
                write!(self.out, "> ")?;
            } else {
                write!(self.out, "[{usual}] > ")?;
            }
            self.out.flush()?;
            let mut line = String::new();
            if self.input.read_line(&mut line)? == 0 {
                writeln!(self.out)?;
                return Ok(None);
            }
            let answer = if line.trim().is_empty() { usual } else { line.trim() };
            match read(self.words, answer) {
                Ok(value) => return Ok(Some((value, answer.to_owned()))),
                Err(why) => writeln!(self.out, "{why}")?,
            }
        }
    }
}

/// The parts of an answer: by commas or spaces, and by the word that stands before the last.
fn each(answer: &str) -> impl Iterator<Item = &str> {
    let joins = |part: &str| AND.iter().any(|and| part.eq_ignore_ascii_case(and));
    answer.split([' ', ',', ';', '+']).filter(move |part| !part.is_empty() && !joins(part))
}

/// The tag of a language that is called by its name, in its own words or in the other's.
fn tag_of(said: &str) -> String {
    let said = said.to_lowercase();
    let named = LANGUAGES.iter().find(|(_, names)| names.contains(&said.as_str()));
    named.map_or(said, |(tag, _)| (*tag).to_owned())
}

/// A zone by its name, or by a city of it, with or without its accents and capitals.
fn zone_of(said: &str) -> Option<Tz> {
    let city = fold(said.trim()).replace([' ', '-'], "_");
    let city = ITALIAN_CITIES.iter().find(|(it, _)| *it == city).map_or(&*city, |(_, tz)| tz);
    let of = |zone: &&Tz| {
        let name = zone.name().to_lowercase();
        name == city || (name.contains('/') && name.rsplit('/').next() == Some(city))
    };
    said.parse().ok().or_else(|| TZ_VARIANTS.iter().find(of).copied())
}

/// A server's clock, which tells nothing of where a person works.
fn is_nowhere(zone: &str) -> bool {
    zone.starts_with("Etc/") || ["UTC", "UCT", "GMT", "Zulu", "Universal"].contains(&zone)
}

fn is_called(network: &Network, name: &str) -> bool {
    [&network.key, &network.name, &network.short].iter().any(|own| own.eq_ignore_ascii_case(name))
}

fn with_guess(words: &Words, sentence: String, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("{sentence} {}", words.init_maybe(meant)),
        None => sentence,
    }
}

/// `bottega-aurora` → `Bottega aurora`: a first guess, to be written over.
fn brand_of(dir: &Path) -> String {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let name = name.replace(['-', '_', '.'], " ");
    let mut letters = name.trim().chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.map_or_else(|| "Palinsesto".into(), |first| first + letters.as_str())
}
