//! Everything a suggestion is asked from: brief, voice, facts, past posts, human text.
//!
//! Built from the folder's own data only. A post's notes are for the team: they go along
//! only where the brief says that a person asked for it. Title, labels and campaign stay
//! here.

use super::closeness::shared;
use crate::domain::{
    Angle, Brief, ChosenFact, Hook, Lang, Length, Message, Named, Near, NearTo, Networks, Part,
    PromptSheet, Reason, Rewrite, Task, Unit, Voice, Workspace, is_numbered,
};
use crate::text::{is_thread, messages, without_numbers};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::cmp::Reverse;

/// One suggestion to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    pub brief: Brief,
    /// The language to write in.
    pub lang: Lang,
    pub brand: String,
    pub voice: Voice,
    /// The brief's tone, with what `voice.toml` says about it.
    pub tone: Option<Named>,
    pub audience: Option<Named>,
    /// Claims that still hold, the ones closest to the post first.
    pub facts: Vec<ChosenFact>,
    /// Where it will go, with that channel's limit.
    pub target: Option<Target>,
    /// The brand's own earlier posts, the closest first.
    pub past: Vec<String>,
    /// What readers and whoever writes have just had before them, the composer's own last
    /// suggestions and the last posts: it repeats none of its phrases there. Never sent.
    pub said: Vec<String>,
    /// What a hand made of sentences suggested before, the newest first.
    pub rewrites: Vec<Rewrite>,
    /// What was turned down before, and why.
    pub rejected: Vec<Rejection>,
    /// What a person has already written for this post.
    pub human: String,
    pub link: Option<String>,
    /// The team's notes, where a person asked for them to go along.
    pub notes: Option<String>,
    /// The folder's own way of asking for this task; else the built-in one.
    pub sheet: Option<PromptSheet>,
    /// Which of the suggestions asked for together, from 1: each takes another angle.
    pub number: usize,
    /// Makes the composer's choices repeatable, and shuffles the angles.
    pub seed: u64,
}

/// The network a suggestion is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// As people call it, such as `Instagram`.
    pub network: String,
    /// Most that fits, in `unit`; `None` where no limit is known.
    pub max: Option<usize>,
    pub unit: Unit,
    /// Several messages can stand below each other there.
    pub threads: bool,
    /// What a suggestion brings along there besides its text.
    pub wants: Vec<Part>,
}

/// What is known of a post beside its brief, to choose facts by. Of campaign and pillar
/// nothing but the choice is sent.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    pub topic: &'a str,
    pub text: &'a str,
    pub campaign: &'a str,
    pub pillar: &'a str,
    pub link: &'a str,
}

impl About<'_> {
    /// What a fact, with all that is known of it, has in common with the post.
    fn near(&self, fact: &str) -> Vec<Near> {
        let known = [
            (NearTo::Topic, self.topic),
            (NearTo::Text, self.text),
            (NearTo::Campaign, self.campaign),
            (NearTo::Link, self.link),
            (NearTo::Pillar, self.pillar),
        ];
        let mut said: Vec<String> = Vec::new();
        let mut near = Vec::new();
        for (to, known) in known {
            // A word counts once, for the most telling.
            let words = shared(fact, known).into_iter().filter(|word| !said.contains(word));
            let words: Vec<String> = words.collect();
            said.extend(words.iter().cloned());
            if !words.is_empty() {
                near.push(Near { to, words });
            }
        }
        near
    }
}

/// Words a person turned down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    pub text: String,
    pub reason: Option<Reason>,
    /// The reason in the person's own words.
    pub words: Option<String>,
}

impl Ask {
    /// An ask with the brand's own defaults; `today` decides which facts still hold.
    pub fn new(workspace: &Workspace, networks: &Networks, brief: Brief, today: NaiveDate) -> Self {
        let voice = workspace.voice.clone();
        let lang = brief.lang.clone().unwrap_or_else(|| workspace.first_language().to_owned());
        let base = lang.split(['-', '_']).next().unwrap_or_default().to_owned();
        let sheets = [lang.clone(), base].map(|lang| workspace.prompts.get(&(lang, brief.task)));
        let sheet = sheets.into_iter().flatten().next().cloned();
        Self {
            brand: workspace.brand.clone(),
            tone: brief.tone.as_deref().map(|key| named(&voice.tones, key)),
            audience: brief.audience.as_deref().map(|key| named(&voice.audiences, key)),
            facts: facts(workspace, &About { topic: &brief.topic, ..About::default() }, today),
            target: brief.channel.as_deref().and_then(|key| target(workspace, networks, key)),
            lang,
            voice,
            brief,
            past: Vec::new(),
            said: Vec::new(),
            rewrites: Vec::new(),
            rejected: Vec::new(),
            human: String::new(),
            link: None,
            notes: None,
            sheet,
            number: 1,
            seed: 0,
        }
    }

    /// Chooses the facts again, by all that is known of the post.
    #[must_use]
    pub fn about(self, workspace: &Workspace, about: &About, today: NaiveDate) -> Self {
        Self { facts: facts(workspace, about, today), ..self }
    }

    /// The same ask for the suggestion beside it, which takes another angle.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self { number: number.max(1), ..self.clone() }
    }

    /// From where this suggestion comes at its topic.
    pub fn angle(&self) -> Angle {
        self.brief.angle.unwrap_or_else(|| Angle::of(self.seed, self.number))
    }

    pub fn hook(&self) -> Hook {
        self.brief.hook.unwrap_or_else(|| Hook::of(self.seed, self.number))
    }

    pub fn length(&self) -> Length {
        self.brief.length.unwrap_or_else(|| Length::of(self.number))
    }

    /// What a person has written, without the numbers of its messages: nobody is asked to
    /// keep them right.
    pub fn written(&self) -> Cow<'_, str> {
        without_numbers(&self.human)
    }

    /// The answer is a thread: where one is asked for, and where a thread is to be changed
    /// for a place that has threads.
    pub fn is_thread(&self) -> bool {
        let changes = match self.brief.task {
            Task::Thread => return true,
            Task::Draft => self.brief.instruction.is_some(),
            task => task.needs_text(),
        };
        // A new post is for all channels, like the text it is made from.
        let anywhere = self.brief.new_post.is_some();
        let holds = anywhere || self.target.as_ref().is_none_or(|target| target.threads);
        changes && holds && is_thread(&self.human)
    }

    /// Most that a text, or each message of a thread, may be long: the number it will carry
    /// has to fit.
    pub fn most(&self) -> Option<usize> {
        let target = self.target.as_ref()?;
        let last = messages(&self.human).len();
        let number = Message { number: last, of: last };
        let numbered = self.is_thread() && is_numbered(&self.human);
        let number = if numbered { target.unit.count(&format!(" {number}")) } else { 0 };
        target.max.map(|max| max.saturating_sub(number))
    }
}

/// What still holds, the closest first, else in the order of the folder. A fact is known by
/// its words, and by where it is from: a price list of a campaign need not name it again.
fn facts(workspace: &Workspace, about: &About, today: NaiveDate) -> Vec<ChosenFact> {
    let holding = workspace.facts.iter().filter(|fact| fact.holds_on(today));
    let mut facts: Vec<ChosenFact> = holding
        .map(|fact| {
            let source = fact.source.as_deref().unwrap_or_default();
            let known = format!("{} {source}", fact.text);
            ChosenFact { text: fact.text.clone(), near: about.near(&known), expires: fact.expires }
        })
        .collect();
    facts.sort_by_key(|fact| Reverse(weight(fact)));
    facts
}

/// How much a fact has to do with a post.
fn weight(fact: &ChosenFact) -> usize {
    let weigh = |near: &Near| {
        let each = match near.to {
            NearTo::Topic => 4,
            NearTo::Text => 3,
            NearTo::Campaign | NearTo::Link => 2,
            NearTo::Pillar => 1,
        };
        each * near.words.len()
    };
    fact.near.iter().map(weigh).sum()
}

fn named(list: &[Named], key: &str) -> Named {
    list.iter()
        .find(|named| named.key == key)
        .cloned()
        .unwrap_or_else(|| Named { key: key.to_owned(), description: String::new() })
}

fn target(workspace: &Workspace, networks: &Networks, key: &str) -> Option<Target> {
    let channel = workspace.channel(key)?;
    let network = networks.get(&channel.network);
    let limit = network.and_then(|n| n.limits.iter().find(|limit| limit.part == Part::Text));
    Some(Target {
        network: network.map_or_else(|| channel.network.clone(), |n| n.name.clone()),
        max: channel.limit.or(limit.map(|limit| limit.max)),
        unit: limit.map_or(Unit::Graphemes, |limit| limit.unit),
        threads: network.is_some_and(|network| network.threads),
        wants: network.map(|network| network.wants.clone()).unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fact, Id};

    fn workspace() -> Workspace {
        let fact = |text: &str, source: &str| Fact {
            id: text.to_lowercase(),
            text: text.into(),
            source: Some(source.into()),
            expires: None,
        };
        Workspace {
            languages: vec!["it".into()],
            facts: vec![
                fact("Si paga con la carta", "cassa"),
                fact("I gomitoli sono di Biella", "fornitore"),
                fact("La spedizione costa 6 €", "listino inverno 2026"),
                fact("La sciarpa Aurora costa 89 €", "listino"),
            ],
            ..Workspace::new(
                Id::parse("b7m2x9qe").expect("an id"),
                "Bottega Aurora",
                chrono_tz::Europe::Rome,
            )
        }
    }

    fn chosen(about: &About) -> Vec<(String, Vec<(NearTo, String)>)> {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25).expect("a day");
        let ask = Ask::new(&workspace(), &Networks::default(), Brief::default(), day);
        let facts = ask.about(&workspace(), about, day).facts.into_iter();
        let near = |fact: ChosenFact| {
            let why = fact.near.into_iter().map(|near| (near.to, near.words.join(" ")));
            (fact.text, why.collect())
        };
        facts.map(near).collect()
    }

    #[test]
    fn facts_are_chosen_by_all_that_is_known_of_a_post_and_say_why() {
        let about = About {
            topic: "le sciarpe nuove",
            text: "Il gomitolo arriva da lontano.",
            campaign: "inverno-26",
            ..About::default()
        };
        let word = |to: NearTo, word: &str| vec![(to, word.to_owned())];
        assert_eq!(
            chosen(&about),
            [
                ("La sciarpa Aurora costa 89 €".into(), word(NearTo::Topic, "sciarpa")),
                ("I gomitoli sono di Biella".into(), word(NearTo::Text, "gomitoli")),
                ("La spedizione costa 6 €".into(), word(NearTo::Campaign, "inverno")),
                ("Si paga con la carta".into(), Vec::new()),
            ]
        );
    }

    #[test]
    fn a_link_and_a_pillar_choose_where_nothing_else_does_and_a_word_counts_once() {
        let about = About {
            topic: "sciarpa",
            text: "Una sciarpa.",
            link: "https://example.org/it/spedizione",
            pillar: "Alla cassa",
            ..About::default()
        };
        let found = chosen(&about);
        let why: Vec<_> = found.iter().map(|(_, why)| why.clone()).collect();
        assert_eq!(why[0], [(NearTo::Topic, "sciarpa".to_owned())]);
        assert_eq!(why[1], [(NearTo::Link, "spedizione".to_owned())]);
        assert_eq!(why[2], [(NearTo::Pillar, "cassa".to_owned())]);
        assert_eq!(why[3], []);
    }
}
