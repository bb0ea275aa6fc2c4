//! What a draft may speak of: the facts and the sentences that share a word with its topic.
//!
//! A place they have in common, the brand's own name or a weekday say nothing of a topic.

use crate::ai::Ask;
use crate::ai::closeness::{close, opening_hours, shared, speaks_of_time};
use crate::domain::{ChosenFact, NearTo};
use crate::text::fold;
use crate::text::numeral::states_a_figure;
use std::collections::BTreeSet;

/// Words of the text that a fact has to share where it shares none of the topic.
const OF_THE_TEXT: usize = 2;
/// Letters of a word that may still say which of two things is meant.
const SHORT: usize = 3;
/// And of those that never do.
const LINKS: &[&str] = &[
    "the", "our", "its", "and", "for", "una", "uno", "gli", "del", "dei", "dal", "dai", "nel",
    "nei", "sul", "sui", "con", "per", "che", "tra", "fra", "all", "sua", "suo", "mia", "mio",
];
/// Where a brand works is in half of its facts.
const PLACES: [&str; 4] = ["bottega", "negozio", "shop", "store"];
/// With one of these a post asks people to come: then they may want to know when.
const INVITING: &[&str] = &[
    "venite",
    "vieni",
    "passate",
    "passa",
    "visita",
    "visitate",
    "ingresso",
    "serata",
    "evento",
    "festa",
    "aspettiamo",
    "apertura",
    "aperto",
    "aperti",
    "aperta",
    "orario",
    "orari",
    "chiusura",
    "visit",
    "join",
    "event",
    "party",
    "open",
    "opening",
    "hours",
    "closed",
];

/// A sentence of a post that opens so leans on the one before it.
const LEANING: &[&str] = &[
    "e", "ma", "però", "poi", "così", "quindi", "perché", "anche", "infatti", "quello", "quella",
    "questo", "questa", "lui", "lei", "loro", "and", "but", "so", "then", "because", "it", "they",
    "this", "that", "he", "she", "also",
];

/// With one of these a sentence of a post points at something that stood beside it there.
const POINTING: &[&str] = &[
    "questo messaggio",
    "questo post",
    "qui sotto",
    "qui sopra",
    "nei commenti",
    "in bio",
    "this message",
    "this post",
    "below",
    "above",
    "the comments",
    "link in",
];

/// The facts that share what the topic is about, in the order of the ask: its first word of
/// weight, or two; only where no fact does, any one.
pub fn facts(ask: &Ask) -> Vec<&ChosenFact> {
    let hours = invites(ask);
    let about = |fact: &&ChosenFact| is_about(ask, fact);
    let all: Vec<_> = ask.facts.iter().filter(about).collect();
    let all: Vec<_> = all.into_iter().filter(|fact| hours || !opening_hours(&fact.text)).collect();
    let mut words = ask.brief.topic.split(|c: char| !c.is_alphanumeric());
    let Some(first) = words.find(|word| close(word, word) > 0 && tells(ask, word)) else {
        return all;
    };
    let central = |fact: &&ChosenFact| {
        let shared: Vec<_> = said(ask, fact, NearTo::Topic).collect();
        shared.len() > 1 || shared.iter().any(|word| close(word, first) > 0)
    };
    if all.iter().any(&central) { all.into_iter().filter(central).collect() } else { all }
}

/// A sentence speaks of the topic.
pub fn touches(ask: &Ask, sentence: &str) -> bool {
    shared(sentence, &ask.brief.topic).iter().any(|word| tells(ask, word))
}

/// It neither leans on a sentence before it nor points at what stood around it.
pub fn stands_alone(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    let first = small.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !LEANING.contains(&first) && !POINTING.iter().any(|words| small.contains(words))
}

/// A sentence has every word of weight of the topic.
pub fn names(sentence: &str, topic: &str) -> bool {
    let words = |text: &str| {
        let folded = fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).map(str::to_owned);
        words.collect::<BTreeSet<String>>()
    };
    let said = words(sentence);
    // "big" is too short to weigh, and tells one loom from another.
    let mut short = words(topic).into_iter().filter(|word| word.chars().count() == SHORT);
    let all = short.all(|word| LINKS.contains(&word.as_str()) || said.contains(&word));
    let weight = close(topic, topic);
    all && weight > 0 && close(sentence, topic) == weight
}

/// Another fact has told all figures of this one: more than one, or one of the same thing.
pub fn repeats(fact: &str, told: &str) -> bool {
    let (own, other) = (figures(fact), figures(told));
    let known = !own.is_empty() && own.is_subset(&other);
    known && (own.len() > 1 || close(fact, told) > 1)
}

fn figures(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| states_a_figure(word)).map(fold).collect()
}

fn is_about(ask: &Ask, fact: &ChosenFact) -> bool {
    said(ask, fact, NearTo::Topic).count() > 0
        || said(ask, fact, NearTo::Text).count() >= OF_THE_TEXT
}

/// The words a fact shares that say something. It is also known by where it is from, which
/// nobody will read.
fn said<'a>(ask: &'a Ask, fact: &'a ChosenFact, to: NearTo) -> impl Iterator<Item = &'a String> {
    let words = fact.near.iter().filter(move |near| near.to == to).flat_map(|near| &near.words);
    words.filter(|word| fact.text.contains(word.as_str()) && tells(ask, word))
}

/// A word that two texts share says that they are about the same thing.
fn tells(ask: &Ask, word: &str) -> bool {
    let place = PLACES.contains(&word.to_lowercase().as_str());
    !place && close(word, &ask.brand) == 0 && !speaks_of_time(word)
}

fn invites(ask: &Ask) -> bool {
    let said = format!("{} {}", ask.brief.topic, ask.human).to_lowercase();
    let mut words = said.split(|c: char| !c.is_alphanumeric());
    words.any(|word| INVITING.contains(&word))
}
