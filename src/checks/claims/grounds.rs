//! What the brand stands behind, prepared once so that every key can be compared with it.
//!
//! Owns what facts, brief, post and brand can support. Judges nothing.

use super::names::Known;
use super::page::{Case, Kind};
use super::read::{Text, Topic};
use super::value::{Bound, Day, Hour, Sort, Stem, Value, stem};
use crate::domain::{ClaimKind, Fact, Ground, Post, Workspace, fact_version};
use crate::text::fold;
use chrono::{Datelike as _, NaiveDate, Timelike as _};
use chrono_tz::Tz;
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

/// The facts of a folder and the brand's own words, read once.
#[derive(Debug, Default)]
pub struct Grounds {
    /// What of the brand they were made of.
    made_of: u64,
    pub(super) sources: Vec<Source>,
    /// Those of one source stand together, in the order of the sources.
    pub(super) claims: Vec<Said>,
    /// Which claims are of a sort, in their order.
    sorts: HashMap<Sort, Vec<u32>>,
    /// Which sources hold a word.
    pub(super) words: HashMap<Stem, Vec<u32>>,
    /// The words that say what a fact is about, by what it says of it.
    pub(super) topics: HashSet<(ClaimKind, Stem)>,
    /// What a post is about by its title and its campaign.
    pub(super) title: HashSet<Stem>,
    /// How the facts write their words.
    pub(super) known: Arc<Known>,
    /// Words of the brand's name, accounts, pillars.
    pub(super) brand: HashSet<Stem>,
    /// The brand has a list of hashtags: without one any will do.
    pub(super) lists_hashtags: bool,
    /// Its accounts, hashtags and links, without their signs.
    pub(super) handles: HashSet<String>,
    /// What a tick remembers of each fact.
    versions: HashMap<String, String>,
    /// What facts said before they were changed or taken away.
    pub(super) former: Option<Box<Grounds>>,
    pub(super) tongue: Option<String>,
    pub(super) zone: Option<Tz>,
}

/// A fact, a brief or a post's own fields.
#[derive(Debug)]
pub(super) struct Source {
    pub ground: Ground,
    pub text: String,
    /// Letters and figures alone, for finding a quotation.
    pub letters: String,
    /// Hashtags, mentions and links in it, without their signs.
    pub handles: Vec<String>,
}

/// One claim of a source.
#[derive(Debug)]
pub(super) struct Said {
    pub source: u32,
    pub kind: ClaimKind,
    pub value: Value,
    pub topic: Topic,
    /// What else the fact says up to there, and of what it says nothing: "al vaso".
    pub beside: Vec<Stem>,
    /// Said of the one who writes, and of no thing of theirs.
    pub own: bool,
    pub stance: u8,
}

impl Grounds {
    pub fn new(workspace: &Workspace) -> Self {
        let mut grounds = Self {
            tongue: workspace.languages.first().cloned(),
            zone: Some(workspace.zone),
            former: former(workspace),
            made_of: fingerprint(workspace),
            ..Self::default()
        };
        let accounts = workspace.channels.iter().filter_map(|channel| channel.account.as_deref());
        let pillars = workspace.pillars.iter().map(|pillar| pillar.name.as_str());
        for name in accounts.clone().chain(pillars).chain([workspace.brand.as_str()]) {
            grounds.brand.extend(stems(name));
        }
        // Twice: a name that only begins a fact is known from the others.
        workspace.facts.iter().for_each(|fact| grounds.learn_names(&fact.text));
        workspace.facts.iter().for_each(|fact| grounds.add_fact(fact));
        grounds.lists_hashtags = !workspace.voice.hashtags.is_empty();
        grounds.handles.extend(accounts.map(bare));
        grounds.handles.extend(workspace.voice.hashtags.iter().map(|tag| bare(tag)));
        grounds.handles.insert(bare(&workspace.brand).replace(' ', ""));
        for example in &workspace.voice.examples {
            grounds.add_words(Ground::Brand, example);
        }
        grounds
    }

    /// The grounds of a brand, made again only when it changes: they are asked for at every key.
    ///
    /// Held here and not with the workspace, whose room may not name what checks make of it;
    /// whoever asks has a workspace and nothing else to hand on.
    pub fn of(workspace: &Workspace) -> Arc<Self> {
        static LAST: Mutex<Option<Arc<Grounds>>> = Mutex::new(None);
        let key = fingerprint(workspace);
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(grounds) if grounds.made_of == key => grounds.clone(),
            _ => last.insert(Arc::new(Self::new(workspace))).clone(),
        }
    }

    /// Made of the same brand, if not at the same moment.
    pub fn is_of_the_same(&self, other: &Self) -> bool {
        self.made_of == other.made_of
    }

    /// [`fact_version`] of the fact of this id, as it is now.
    pub fn version(&self, id: &str) -> Option<&str> {
        self.versions.get(id).map(String::as_str)
    }

    fn learn_names(&mut self, text: &str) {
        let read = Text::read(text, self.tongue.as_deref(), &self.known);
        let mut proper = Vec::new();
        for claim in read.found.iter().filter(|claim| claim.kind == ClaimKind::Name) {
            let words = claim.tokens.clone().filter(|&i| read.page.word(i).len() > 3);
            proper.extend(words.map(|i| stem(read.page.word(i))));
        }
        let lower = (0..read.page.tokens.len()).filter(|&i| {
            read.page.kind(i) == Some(Kind::Word) && read.page.tokens[i].case == Case::Lower
        });
        let known = Arc::make_mut(&mut self.known);
        known.proper.extend(proper);
        known.plain.extend(lower.map(|i| stem(read.page.word(i))));
    }

    fn add_fact(&mut self, fact: &Fact) {
        self.versions.insert(fact.id.clone(), fact_version(fact));
        let ground = Ground::Fact { id: fact.id.clone(), expires: fact.expires };
        self.add(ground, &fact.text);
    }

    /// A source whose claims support and contradict.
    pub(super) fn add(&mut self, ground: Ground, text: &str) {
        let source = self.add_words(ground, text);
        let read = Text::read(text, self.tongue.as_deref(), &self.known);
        let first = self.claims.len();
        for claim in &read.found {
            if matches!(claim.value, Value::Words) {
                continue;
            }
            // Its own clause first, else what the sentence is about.
            let near = read.topic(claim, |_| false);
            let topic = match near {
                Some((topic, super::read::Near::Before)) => topic,
                Some((topic, super::read::Near::After | super::read::Near::Later))
                    if read.head(claim).is_empty() =>
                {
                    topic
                }
                _ => read.head(claim),
            };
            // "Ogni giovedì laboratorio di telaio": what follows is all that it can be about.
            let headed = topic.is_empty() && claim.kind == ClaimKind::Date;
            let behind = headed.then(|| read.topic(claim, |_| true)).flatten();
            let topic = behind.map_or(topic, |(behind, _)| behind);
            let words = topic.common.iter().chain(&topic.proper);
            self.topics.extend(words.map(|word| (claim.kind, *word)));
            let (value, stance) = (claim.value, read.stance(claim));
            let own = |stem: &Stem| self.brand.contains(stem) || read.is_own(*stem);
            let own = !topic.is_empty() && topic.common.iter().chain(&topic.proper).all(own);
            let beside = read.words_until(claim);
            let kind = claim.kind;
            self.say(Said { source, kind, value, topic, beside, own, stance });
        }
        // "La sciarpa costa 89 €, i guanti 39 €": each is a subject of its own.
        let all: Vec<(ClaimKind, Topic)> =
            self.claims[first..].iter().map(|said| (said.kind, said.topic.clone())).collect();
        for said in &mut self.claims[first..] {
            let others = all.iter().filter(|(kind, _)| *kind == said.kind);
            let subjects = others.flat_map(|(_, topic)| topic.common.iter().chain(&topic.proper));
            let subjects: HashSet<&Stem> = subjects.collect();
            said.beside.retain(|stem| !subjects.contains(stem));
        }
    }

    fn say(&mut self, said: Said) {
        self.sorts.entry(said.value.sort()).or_default().push(self.claims.len() as u32);
        self.claims.push(said);
    }

    /// The claims that can speak for or against a value, in their order.
    pub(super) fn speaking_of(&self, value: &Value) -> impl Iterator<Item = &Said> {
        // A bare "130 per 180" may be of any length.
        let all = value.is_bare_range();
        let some = if all { None } else { self.sorts.get(&value.sort()) };
        let some = some.map_or(&[][..], Vec::as_slice).iter().map(|&at| &self.claims[at as usize]);
        self.claims[..if all { self.claims.len() } else { 0 }].iter().chain(some)
    }

    /// What one source says.
    pub(super) fn of_source(&self, source: u32) -> impl Iterator<Item = &Said> + Clone {
        let first = self.claims.partition_point(|said| said.source < source);
        self.claims[first..].iter().take_while(move |said| said.source == source)
    }

    /// A source of words, hashtags and links, whose figures prove nothing.
    fn add_words(&mut self, ground: Ground, text: &str) -> u32 {
        let read = Text::read(text, self.tongue.as_deref(), &self.known);
        let handles = read.found.iter().filter(|claim| {
            matches!(claim.kind, ClaimKind::Hashtag | ClaimKind::Mention | ClaimKind::Link)
        });
        let handles = handles.map(|claim| bare(&text[claim.span.clone()])).collect();
        let source = self.sources.len() as u32;
        for word in read.stems() {
            let at = self.words.entry(word).or_default();
            if at.last() != Some(&source) {
                at.push(source);
            }
        }
        self.sources.push(Source {
            ground,
            text: text.to_owned(),
            letters: letters(text),
            handles,
        });
        source
    }

    /// What only this text can rest on: its brief, and its post's own fields.
    pub(super) fn beside(&self, brief: Option<&str>, post: Option<&Post>) -> Self {
        let mut own = Self { tongue: self.tongue.clone(), ..Self::default() };
        if brief.is_none() && post.is_none() {
            return own;
        }
        own.known.clone_from(&self.known);
        if let Some(brief) = brief.filter(|brief| !brief.trim().is_empty()) {
            own.add(Ground::Brief, brief);
        }
        let Some(post) = post else { return own };
        own.title.extend(stems(&post.title));
        own.title.extend(post.campaign.iter().flat_map(|campaign| stems(campaign)));
        if !post.title.is_empty() {
            own.add(Ground::Post, &post.title);
        }
        if let Some(campaign) = &post.campaign {
            let campaign = campaign.replace(['-', '_'], " ");
            let read = Text::read(&campaign, own.tongue.as_deref(), &own.known);
            // A campaign may say when its event is: its other figures are names.
            if read.found.iter().any(|claim| claim.kind == ClaimKind::Date) {
                own.add(Ground::Post, &campaign);
            } else {
                own.add_words(Ground::Post, &campaign);
            }
        }
        own.handles.extend(post.link.iter().chain(&post.hashtags).map(|handle| bare(handle)));
        if let Some(zone) = self.zone {
            for wall in post.whens().map(|when| when.wall(zone)) {
                own.add_day(wall.date());
                let from = (wall.hour() * 60 + wall.minute()) as u16;
                let to = None;
                let hour = Hour { from, to, bound: Bound::default(), half: false };
                own.say_own(Value::Hour(hour));
            }
        }
        own
    }

    fn add_day(&mut self, day: NaiveDate) {
        self.say_own(Value::Day(Day {
            year: day.year(),
            month: day.month() as u8,
            day: day.day() as u8,
            weekday: day.weekday().number_from_monday() as u8,
            ..Day::default()
        }));
    }

    /// A day or an hour that the post's own fields name, of nothing in particular.
    fn say_own(&mut self, value: Value) {
        let source = self.add_words(Ground::Post, "");
        let topic = Topic::default();
        self.say(Said {
            source,
            kind: ClaimKind::Date,
            value,
            topic,
            beside: Vec::new(),
            own: false,
            stance: 0,
        });
    }
}

fn former(workspace: &Workspace) -> Option<Box<Grounds>> {
    if workspace.former.is_empty() {
        return None;
    }
    let facts = workspace.former.clone();
    let before = Workspace { facts, former: Vec::new(), ..workspace.clone() };
    Some(Box::new(Grounds::new(&before)))
}

fn fingerprint(workspace: &Workspace) -> u64 {
    let mut hash = DefaultHasher::new();
    let Workspace { brand, zone, languages, channels, pillars, voice, facts, former, .. } =
        workspace;
    (brand, zone.name(), languages, &voice.hashtags, &voice.examples).hash(&mut hash);
    for channel in channels {
        channel.account.hash(&mut hash);
    }
    for pillar in pillars {
        pillar.name.hash(&mut hash);
    }
    facts.len().hash(&mut hash);
    for fact in facts.iter().chain(former) {
        (&fact.id, &fact.text, fact.expires).hash(&mut hash);
    }
    hash.finish()
}

fn stems(text: &str) -> Vec<Stem> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&fold(word))).collect()
}

/// A hashtag, an account or a link as it is compared: no signs, no scheme, no capitals.
pub(super) fn bare(handle: &str) -> String {
    let small = handle.trim().to_lowercase();
    let rest = small.trim_start_matches(['#', '@', '＃', '＠']);
    let rest =
        rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://")).unwrap_or(rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

pub(super) fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim().to_owned()
}
