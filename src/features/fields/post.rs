//! The post that the form describes, and what in the form describes none.

use super::state::{Field, Key, State};
use super::value::Value;
use crate::domain::{Ai, Medium, MediumSource, Now, Post, When};
use crate::features::when::WhenFault;

/// What is wrong with a field. It is left as it was until it is put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    When(WhenFault),
    /// The hour comes twice and nobody has said which.
    WhenOpen,
    /// Not an address: it begins with neither `https://` nor `http://`, or has spaces.
    NotALink,
    /// Not a path inside the folder.
    NotInFolder,
}

impl State {
    /// The post as the form has it. Fields with a fault are as they were.
    pub fn edited(&self, now: Now) -> Post {
        let mut post = self.first.clone();
        post.media.clear();
        for field in self.fields.iter().filter(|field| self.fault(field, now).is_none()) {
            put(&mut post, field, self, now);
        }
        let wrong = |field: &Field| is_path(&field.key) && self.fault(field, now).is_some();
        if self.fields.iter().any(wrong) {
            // One list in the file: it changes whole or not at all.
            post.media.clone_from(&self.first.media);
        }
        post.media.retain(|medium| !medium.path.is_empty());
        post
    }

    pub fn fault(&self, field: &Field, now: Now) -> Option<Fault> {
        match (&field.key, &field.value) {
            (_, Value::When(input)) => match input.meaning(now) {
                Err(fault) => Some(Fault::When(fault)),
                Ok(meaning) => meaning.is_open().then_some(Fault::WhenOpen),
            },
            (Key::Link, Value::Line(line)) => {
                let text = line.text().trim();
                let unchanged = self.first.link.as_deref() == Some(text);
                let fits = text.is_empty() || unchanged || is_link(text);
                (!fits).then_some(Fault::NotALink)
            }
            (Key::MediumPath(_), Value::Line(line)) => {
                (!stays_inside(line.text().trim())).then_some(Fault::NotInFolder)
            }
            _ => None,
        }
    }

    /// The first field on screen with something wrong.
    pub fn first_fault(&self, now: Now) -> Option<(usize, Fault)> {
        let mut visible = self.visible().into_iter();
        visible.find_map(|i| Some((i, self.fault(&self.fields[i], now)?)))
    }
}

fn is_path(key: &Key) -> bool {
    matches!(key, Key::MediumPath(_))
}

fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

fn stays_inside(path: &str) -> bool {
    !path.starts_with(['/', '~', '\\']) && path.split('/').all(|part| part != "..")
}

fn put(post: &mut Post, field: &Field, state: &State, now: Now) {
    match &field.value {
        Value::Line(line) => put_line(post, &field.key, line.text(), &state.first),
        Value::When(input) => {
            let when = input.meaning(now).ok().and_then(|meaning| meaning.when());
            put_when(post, &field.key, when);
        }
        Value::Choice(choice) => match &field.key {
            // In the order of the file, new ones last: an order means nothing to us.
            Key::Channels => {
                let kept = post.channels.iter().filter(|key| choice.is_on(key));
                let mut channels: Vec<String> = kept.cloned().collect();
                for key in choice.chosen() {
                    if !channels.contains(&key) {
                        channels.push(key);
                    }
                }
                post.channels = channels;
            }
            Key::Pillar => post.pillar = choice.one(),
            Key::Lang => post.lang = choice.one(),
            Key::MediumSource(i) => {
                let source = choice.one().and_then(|code| MediumSource::from_code(&code));
                medium(post, *i).source = source.unwrap_or_default();
            }
            Key::MediumRealistic(i) => {
                medium(post, *i).realistic = choice.one().map(|said| said == "true");
            }
            Key::Ai => post.ai = choice.one().and_then(|code| Ai::from_code(&code)),
            _ => {}
        },
        Value::Button => {}
    }
}

fn put_line(post: &mut Post, key: &Key, text: &str, first: &Post) {
    // What was not touched keeps the blanks that trimming would take.
    let optional = |first: Option<&String>| {
        let kept = first.filter(|first| first.as_str() == text).cloned();
        kept.or_else(|| Some(text.trim().to_owned()).filter(|text| !text.is_empty()))
    };
    match key {
        Key::Title => post.title = optional(Some(&first.title)).unwrap_or_default(),
        Key::Campaign => post.campaign = optional(first.campaign.as_ref()),
        Key::Link => post.link = optional(first.link.as_ref()),
        Key::Headline => post.headline = optional(first.headline.as_ref()),
        Key::FirstComment => post.first_comment = optional(first.first_comment.as_ref()),
        Key::Notes => post.notes = optional(first.notes.as_ref()),
        Key::ChannelHeadline(channel) => {
            let kept = optional(first.variants.get(channel).and_then(|own| own.headline.as_ref()));
            if let Some(own) = post.variants.get_mut(channel) {
                own.headline = kept;
            }
        }
        Key::ChannelComment(channel) => {
            let was = first.variants.get(channel).and_then(|own| own.first_comment.as_ref());
            let kept = optional(was);
            if let Some(own) = post.variants.get_mut(channel) {
                own.first_comment = kept;
            }
        }
        Key::Labels if text != first.labels.join(", ") => post.labels = listed(text, &[',']),
        Key::Hashtags if text != first.hashtags.join(" ") => {
            let tags = listed(text, &[',', ' ', '#']);
            post.hashtags = tags;
        }
        Key::MediumPath(i) => {
            let path = optional(first.media.get(*i).map(|medium| &medium.path));
            medium(post, *i).path = path.unwrap_or_default();
        }
        Key::MediumAlt(i) => {
            let alt = optional(first.media.get(*i).and_then(|medium| medium.alt.as_ref()));
            medium(post, *i).alt = alt;
        }
        _ => {}
    }
}

fn put_when(post: &mut Post, key: &Key, when: Option<When>) {
    match key {
        Key::When => post.when = when,
        Key::ChannelWhen(channel) => match (post.variants.get_mut(channel), when) {
            (Some(variant), when) => variant.when = when,
            (None, Some(when)) => {
                post.variants.entry(channel.clone()).or_default().when = Some(when);
            }
            (None, None) => {}
        },
        _ => {}
    }
}

fn medium(post: &mut Post, i: usize) -> &mut Medium {
    while post.media.len() <= i {
        post.media.push(Medium::new(""));
    }
    &mut post.media[i]
}

fn listed(text: &str, between: &[char]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for item in text.split(between).map(str::trim).filter(|item| !item.is_empty()) {
        if !found.iter().any(|seen| seen == item) {
            found.push(item.to_owned());
        }
    }
    found
}
