//! The hashtags and mentions that suit a text, the best first, each with what speaks for it.

use super::judge::{is_generic, is_never, same};
use crate::domain::{Evidence, TagUse, Used, Workspace, topics};
use crate::text::{fold, hashtags as tags_of};
use std::collections::BTreeMap;

/// What is being written.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    pub text: &'a str,
    /// A key of the brand's pillars.
    pub pillar: Option<&'a str>,
    pub campaign: Option<&'a str>,
    /// The language it is in, where that is known.
    pub lang: Option<&'a str>,
    /// Hashtags of the suggestions made for this post, with or without `#`.
    pub proposed: &'a [String],
}

/// One hashtag or mention, with its sign, and why: what weighs most first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advised {
    pub tag: String,
    pub why: Vec<Evidence>,
}

impl Advised {
    /// It would fit any brand: offered last, and said so.
    pub fn is_generic(&self) -> bool {
        self.why.contains(&Evidence::Generic)
    }

    /// Something ties it to this text, and not only to the brand.
    pub fn is_tied(&self) -> bool {
        self.why.iter().any(Evidence::is_tie)
    }
}

/// A word of the text must stand in so many posts with a hashtag to speak for it.
const TWICE: usize = 2;

/// Every hashtag there is evidence for, except those that stand in the text and those the
/// brand never uses.
pub fn advise(about: &About, used: &TagUse, workspace: &Workspace) -> Vec<Advised> {
    let here: Vec<String> = tags_of(about.text).into_iter().map(fold).collect();
    let topics = topics(about.text);
    let mut candidates: BTreeMap<String, String> = BTreeMap::new();
    let listed = workspace.voice.hashtags.iter().chain(about.proposed).map(|tag| sign(tag));
    let known = used.hashtags.values().map(|used| used.written.clone());
    for tag in listed.chain(known) {
        candidates.entry(fold(&tag)).or_insert(tag);
    }
    let wanted = candidates.into_iter().filter(|(key, tag)| {
        !here.contains(key) && !is_never(tag, &workspace.voice) && key.chars().count() > 1
    });
    let weigh = Weigh { about, all: used, workspace, here: &here, topics: &topics };
    sorted(wanted.map(|(key, tag)| weigh.one(&key, tag)).collect())
}

/// The brand's own accounts, then those its posts have named.
pub fn mentions(used: &TagUse, workspace: &Workspace) -> Vec<Advised> {
    let mut found: Vec<Advised> = Vec::new();
    let accounts = workspace.channels.iter().filter_map(|channel| channel.account.clone());
    for tag in accounts.filter(|account| account.starts_with('@')) {
        if !found.iter().any(|known| fold(&known.tag) == fold(&tag)) {
            found.push(Advised { tag, why: vec![Evidence::Account] });
        }
    }
    let mut others: Vec<&Used> = used.mentions.values().collect();
    others.sort_by_key(|used| std::cmp::Reverse((used.published, used.planned)));
    for used in others {
        match found.iter_mut().find(|known| fold(&known.tag) == fold(&used.written)) {
            Some(known) => known.why.extend(often(used)),
            None => found.push(Advised {
                tag: used.written.clone(),
                why: often(used).into_iter().collect(),
            }),
        }
    }
    found
}

struct Weigh<'a> {
    about: &'a About<'a>,
    all: &'a TagUse,
    workspace: &'a Workspace,
    here: &'a [String],
    topics: &'a BTreeMap<String, String>,
}

impl Weigh<'_> {
    fn one(&self, key: &str, tag: String) -> (f64, Advised) {
        let none = Used::default();
        let used = self.all.hashtags.get(key).unwrap_or(&none);
        let voice = &self.workspace.voice;
        let mut why: Vec<(f64, Evidence)> = Vec::new();
        if let Some(at) = voice.hashtags.iter().position(|own| same(own, &tag)) {
            // The brand's own order stays where nothing else speaks.
            why.push((3.0 - at as f64 / 1000.0, Evidence::Brand));
        }
        if self.about.proposed.iter().any(|own| same(own, &tag)) {
            why.push((2.5, Evidence::Proposed { posts: used.published }));
        }
        why.extend(self.pillar(used));
        why.extend(self.campaign(used));
        why.extend(self.next_to(used));
        why.extend(self.word(used));
        why.extend(self.said(key));
        why.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let mut weight: f64 = why.iter().map(|(weight, _)| weight).sum();
        weight += (1.0 + used.published as f64).ln() / 4.0;
        let foreign = |lang| !used.langs.is_empty() && !used.langs.contains_key(lang);
        if self.about.lang.is_some_and(foreign) {
            // So far only beside words of another language.
            weight -= 4.0;
        }
        let counted = |(_, why): &(f64, Evidence)| {
            matches!(why, Evidence::Pillar { .. } | Evidence::Proposed { .. })
        };
        if !why.iter().any(counted) {
            why.extend(often(used).map(|often| (0.0, often)));
        }
        if is_generic(&tag, voice) {
            weight -= 100.0;
            why.insert(0, (0.0, Evidence::Generic));
        }
        (weight, Advised { tag, why: why.into_iter().map(|(_, why)| why).collect() })
    }

    fn pillar(&self, used: &Used) -> Option<(f64, Evidence)> {
        let key = self.about.pillar?;
        let (posts, of) = (*used.pillars.get(key)?, *self.all.pillars.get(key)?);
        let name = self.workspace.pillar_name(key).to_owned();
        Some((4.0 * share(posts, of), Evidence::Pillar { name, posts, of }))
    }

    fn campaign(&self, used: &Used) -> Option<(f64, Evidence)> {
        let key = self.about.campaign?;
        let (posts, of) = (*used.campaigns.get(key)?, *self.all.campaigns.get(key)?);
        Some((4.5 * share(posts, of), Evidence::Campaign { name: key.to_owned(), posts, of }))
    }

    /// The hashtag of the text it most often stands beside.
    fn next_to(&self, used: &Used) -> Option<(f64, Evidence)> {
        let beside = self.here.iter().filter_map(|tag| {
            let posts = *used.beside.get(tag)?;
            let other = self.all.hashtags.get(tag)?;
            Some((3.5 * share(posts, other.published), posts, other.written.clone()))
        });
        let (weight, posts, tag) = beside.max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
        Some((weight, Evidence::NextTo { tag, posts }))
    }

    /// The word of the text that stands in the hashtag itself: `corso` in `#corsoditelaio`.
    fn said(&self, key: &str) -> Option<(f64, Evidence)> {
        let bare = key.trim_start_matches(['#', '＃']);
        let whole = topics(bare);
        let part = |said: &str| said.chars().count() >= TELLING && bare.contains(said);
        let stands = |(topic, word): &(&String, &String)| {
            whole.contains_key(*topic) || part(topic) || part(&fold(word))
        };
        let (_, word) = self.topics.iter().find(stands)?;
        Some((2.0, Evidence::Said { word: word.clone() }))
    }

    /// The word of the text that goes with it most.
    fn word(&self, used: &Used) -> Option<(f64, Evidence)> {
        let words = self.topics.iter().filter_map(|(topic, word)| {
            let posts = used.words.get(topic).copied().filter(|posts| *posts >= TWICE)?;
            Some((3.0 * share(posts, used.published), posts, word.clone()))
        });
        let (weight, posts, word) = words.max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
        Some((weight, Evidence::Word { word, posts }))
    }
}

/// Shorter words stand by chance in longer ones.
const TELLING: usize = 5;

fn often(used: &Used) -> Option<Evidence> {
    match (used.published, used.planned) {
        (0, 0) => None,
        (0, posts) => Some(Evidence::Planned { posts }),
        (posts, _) => Some(Evidence::Published { posts }),
    }
}

/// Of many, and so that one of one is no proof.
fn share(posts: usize, of: usize) -> f64 {
    posts as f64 / (of as f64 + 2.0)
}

fn sign(tag: &str) -> String {
    format!("#{}", tag.trim_start_matches(['#', '＃']))
}

fn sorted(mut weighed: Vec<(f64, Advised)>) -> Vec<Advised> {
    weighed.sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| a.tag.cmp(&b.tag)));
    weighed.into_iter().map(|(_, advised)| advised).collect()
}
