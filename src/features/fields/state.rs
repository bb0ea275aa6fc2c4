//! What the form remembers: the post it was filled from, its fields, which is in focus.

use super::value::Value;
use crate::domain::{
    Ai, Entry, Id, Medium, MediumSource, Part, Post, RelPath, Stage, Variant, Workspace,
};
use crate::features::choice::Choice;
use crate::features::when::WhenInput;
use crate::text::Buffer;
use chrono_tz::Tz;

/// Which field of a post.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    Title,
    When,
    Channels,
    Pillar,
    Campaign,
    Labels,
    Lang,
    Link,
    Hashtags,
    Headline,
    FirstComment,
    /// What a hand says of AI in the texts.
    Ai,
    Notes,
    /// Another time on one channel.
    ChannelWhen(String),
    /// Another headline, or first comment, on one channel.
    ChannelHeadline(String),
    ChannelComment(String),
    /// Another text on one channel: the editor opens on it.
    OwnText(String),
    MediumPath(usize),
    MediumAlt(usize),
    MediumSource(usize),
    /// Whether it looks real: a question about media of AI's.
    MediumRealistic(usize),
    AddMedium,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub key: Key,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub post: Id,
    pub path: RelPath,
    /// The post as the form was filled from it.
    pub first: Post,
    pub zone: Tz,
    pub fields: Vec<Field>,
    /// Index in `fields`; always of a visible one.
    pub focus: usize,
    /// Leaving was refused once for what is wrong; the next time it is left as it was.
    pub warned: bool,
    /// Files under `media/`, for completion; empty until they have been listed.
    pub media_files: Vec<String>,
}

impl State {
    pub fn new(entry: &Entry, workspace: &Workspace) -> Self {
        let post = &entry.post;
        Self {
            post: post.id.clone(),
            path: entry.path.clone(),
            first: post.clone(),
            zone: workspace.zone,
            fields: fields(post, workspace),
            focus: 0,
            warned: false,
            media_files: Vec::new(),
        }
    }

    pub fn field(&self, key: &Key) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == *key)
    }

    pub fn focused(&self) -> Option<&Field> {
        self.fields.get(self.focus)
    }

    /// The fields on screen, by index: those of a channel only while it is chosen, or where
    /// it says something of its own beside the text.
    pub fn visible(&self) -> Vec<usize> {
        let shown = |field: &Field| match &field.key {
            Key::ChannelWhen(channel) | Key::OwnText(channel) => self.has_channel(channel),
            Key::ChannelHeadline(channel) => {
                self.own(channel).is_some_and(|own| own.headline.is_some())
            }
            Key::ChannelComment(channel) => {
                self.own(channel).is_some_and(|own| own.first_comment.is_some())
            }
            Key::MediumRealistic(i) => self.is_ai(*i),
            _ => true,
        };
        (0..self.fields.len()).filter(|i| shown(&self.fields[*i])).collect()
    }

    /// AI made or changed the medium, as the form has it, or somebody has answered already.
    fn is_ai(&self, i: usize) -> bool {
        let chosen = |key: &Key| match self.field(key).map(|field| &field.value) {
            Some(Value::Choice(choice)) => choice.one(),
            _ => None,
        };
        let source = chosen(&Key::MediumSource(i));
        let source = source.and_then(|code| MediumSource::from_code(&code));
        source.is_some_and(MediumSource::is_ai) || chosen(&Key::MediumRealistic(i)).is_some()
    }

    /// What the channel said of its own when the form was filled.
    fn own(&self, channel: &str) -> Option<&Variant> {
        self.first.variants.get(channel)
    }

    fn has_channel(&self, channel: &str) -> bool {
        let value = self.field(&Key::Channels).map(|field| &field.value);
        matches!(value, Some(Value::Choice(choice)) if choice.is_on(channel))
    }

    /// A post that went out keeps its time.
    pub fn is_locked(&self, key: &Key) -> bool {
        match key {
            Key::When => Stage::of_post(&self.first) == Stage::Published,
            Key::ChannelWhen(channel) => self.first.published.contains_key(channel),
            _ => false,
        }
    }

    pub fn focus_on(&mut self, key: &Key) {
        if let Some(i) = self.fields.iter().position(|field| field.key == *key) {
            self.focus = i;
        }
    }

    /// On what goes out beside the text: of a channel, where that has its own.
    pub fn focus_on_part(&mut self, part: Part, channel: Option<String>) {
        self.focus_on(&match (part, channel) {
            (Part::Headline, None) => Key::Headline,
            (Part::Headline, Some(channel)) => Key::ChannelHeadline(channel),
            (Part::FirstComment, None) => Key::FirstComment,
            (Part::FirstComment, Some(channel)) => Key::ChannelComment(channel),
            (Part::Alt, _) => Key::MediumAlt(0),
            (Part::Text, _) => Key::Title,
        });
    }

    /// To the next visible field, or the one before.
    pub fn step(&mut self, by: isize) {
        let visible = self.visible();
        let here = visible.iter().position(|i| *i >= self.focus).unwrap_or_default();
        let there = here.saturating_add_signed(by).min(visible.len().saturating_sub(1));
        self.focus = visible.get(there).copied().unwrap_or_default();
    }

    pub fn add_medium(&mut self) {
        let count = self.fields.iter().filter(|f| matches!(f.key, Key::MediumPath(_))).count();
        let end = self.fields.iter().position(|f| f.key == Key::AddMedium);
        let medium = Medium::new("");
        let at = end.unwrap_or(self.fields.len());
        self.fields.splice(at..at, medium_fields(count, &medium));
        self.focus = at;
    }

    /// Takes the medium of the field in focus out; says whether there was one.
    pub fn remove_medium(&mut self) -> bool {
        let of = |key: &Key| match key {
            Key::MediumPath(i)
            | Key::MediumAlt(i)
            | Key::MediumSource(i)
            | Key::MediumRealistic(i) => Some(*i),
            _ => None,
        };
        let Some(gone) = self.focused().and_then(|field| of(&field.key)) else { return false };
        let at = self.fields.iter().position(|f| of(&f.key) == Some(gone)).unwrap_or_default();
        self.fields.retain(|field| of(&field.key) != Some(gone));
        for field in &mut self.fields {
            if let Key::MediumPath(i)
            | Key::MediumAlt(i)
            | Key::MediumSource(i)
            | Key::MediumRealistic(i) = &mut field.key
            {
                *i -= usize::from(*i > gone);
            }
        }
        self.focus = at.min(self.fields.len().saturating_sub(1));
        true
    }
}

fn line(text: &str) -> Value {
    Value::Line(Buffer::one_line(text))
}

fn optional(text: Option<&String>) -> Value {
    line(text.map_or("", String::as_str))
}

fn fields(post: &Post, workspace: &Workspace) -> Vec<Field> {
    let known = |keys: Vec<&String>| keys.into_iter().cloned().collect::<Vec<_>>();
    let channels = known(workspace.channels.iter().map(|channel| &channel.key).collect());
    let pillars = known(workspace.pillars.iter().map(|pillar| &pillar.key).collect());
    let one = |chosen: &Option<String>| chosen.iter().cloned().collect::<Vec<_>>();
    let channels = Choice::new(channels, &post.channels, true);
    let pillar = Choice::new(pillars, &one(&post.pillar), false);
    let lang = Choice::new(workspace.languages.clone(), &one(&post.lang), false);
    let declared: Vec<String> = post.ai.iter().map(|ai| ai.code().to_owned()).collect();
    let ai = Choice::new(Ai::ALL.map(|ai| ai.code().to_owned()), &declared, false);
    let field = |key, value| Field { key, value };
    let mut fields = vec![
        field(Key::Title, line(&post.title)),
        field(Key::When, Value::When(WhenInput::new(post.when, workspace.zone))),
        field(Key::Channels, Value::Choice(channels.clone())),
        field(Key::Pillar, Value::Choice(pillar)),
        field(Key::Campaign, optional(post.campaign.as_ref())),
        field(Key::Labels, line(&post.labels.join(", "))),
        field(Key::Lang, Value::Choice(lang)),
        field(Key::Link, optional(post.link.as_ref())),
        field(Key::Hashtags, line(&post.hashtags.join(" "))),
        field(Key::Headline, optional(post.headline.as_ref())),
        field(Key::FirstComment, optional(post.first_comment.as_ref())),
        field(Key::Ai, Value::Choice(ai)),
        field(Key::Notes, optional(post.notes.as_ref())),
    ];
    for (i, medium) in post.media.iter().enumerate() {
        fields.extend(medium_fields(i, medium));
    }
    fields.push(field(Key::AddMedium, Value::Button));
    for channel in channels.options {
        let when = post.variants.get(&channel).and_then(|variant| variant.when);
        let when = WhenInput::new(when, workspace.zone);
        let own = post.variants.get(&channel);
        let headline = optional(own.and_then(|own| own.headline.as_ref()));
        let comment = optional(own.and_then(|own| own.first_comment.as_ref()));
        fields.push(field(Key::ChannelWhen(channel.clone()), Value::When(when)));
        fields.push(field(Key::ChannelHeadline(channel.clone()), headline));
        fields.push(field(Key::ChannelComment(channel.clone()), comment));
        fields.push(field(Key::OwnText(channel), Value::Button));
    }
    fields
}

fn medium_fields(i: usize, medium: &Medium) -> [Field; 4] {
    let sources = MediumSource::ALL.map(|source| source.code().to_owned());
    let source = Choice::new(sources, &[medium.source.code().to_owned()], false);
    let said: Vec<String> = medium.realistic.iter().map(bool::to_string).collect();
    let realistic = Choice::new([true, false].map(|yes| yes.to_string()), &said, false);
    [
        Field { key: Key::MediumPath(i), value: line(&medium.path) },
        Field { key: Key::MediumAlt(i), value: optional(medium.alt.as_ref()) },
        Field { key: Key::MediumSource(i), value: Value::Choice(source) },
        Field { key: Key::MediumRealistic(i), value: Value::Choice(realistic) },
    ]
}
