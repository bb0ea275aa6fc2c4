//! One planned message, for one or more channels.

use super::{Ai, Approval, Id, Message, Origin, Tick, When, sent};
use crate::text::{BREAK, ELLIPSIS, first_words, lines, numbers};
use chrono::{DateTime, Utc};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Cells of a text that stand for the title it has not.
const FIRST_WORDS: usize = 60;

/// The key of a channel in `palinsesto.toml`, such as `ig`.
pub type ChannelKey = String;

/// A language tag as written in the folder, such as `it`.
pub type Lang = String;

/// A post as its file says it. Whatever else the file holds stays in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    pub id: Id,
    /// Internal: the card's title, never published.
    pub title: String,
    /// `None` for an idea.
    pub when: Option<When>,
    pub channels: Vec<ChannelKey>,
    pub pillar: Option<String>,
    pub campaign: Option<String>,
    pub labels: Vec<String>,
    pub lang: Option<Lang>,
    /// Who may see it, in the word of the network: `unlisted`, `followers`.
    pub visibility: Option<String>,
    pub link: Option<String>,
    /// For the team; never published.
    pub notes: Option<String>,
    /// Canonical: line feeds only, exactly one final line feed dropped.
    pub text: String,
    pub hashtags: Vec<String>,
    pub headline: Option<String>,
    pub first_comment: Option<String>,
    /// What a hand says of AI in the texts, of which suggestions need not know.
    pub ai: Option<Ai>,
    pub variants: BTreeMap<ChannelKey, Variant>,
    pub media: Vec<Medium>,
    pub origin: Vec<Origin>,
    /// Claims a person looked at and answers for.
    pub ticks: Vec<Tick>,
    /// What the file says of a person's yes; the gate says whether it holds.
    pub approval: Option<Approval>,
    pub published: BTreeMap<ChannelKey, Published>,
}

/// What a post says differently on one channel.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Variant {
    pub when: Option<When>,
    pub text: Option<String>,
    pub headline: Option<String>,
    pub first_comment: Option<String>,
    pub visibility: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Medium {
    /// Relative to the content folder.
    pub path: String,
    pub alt: Option<String>,
    pub source: MediumSource,
    /// Shows people, places or events as if they were real; `None` where nobody has said.
    pub realistic: Option<bool>,
}

impl Medium {
    /// A file of which nothing is known yet.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into(), alt: None, source: MediumSource::Unknown, realistic: None }
    }
}

coded! {
    /// Where a picture comes from, for disclosure.
    /// Its words are those of post files.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub enum MediumSource {
        Camera = "camera",
        /// By hand, without AI.
        Edited = "edited",
        Ai = "ai",
        /// With AI.
        AiEdited = "ai-edited",
        #[default]
        Unknown = "unknown",
    }
}

/// A post that went out on one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    pub at: DateTime<Utc>,
    pub url: Option<String>,
}

impl Post {
    /// An empty post: an idea until it gets a `when`.
    pub fn new(id: Id, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            when: None,
            channels: Vec::new(),
            pillar: None,
            campaign: None,
            labels: Vec::new(),
            lang: None,
            visibility: None,
            link: None,
            notes: None,
            text: String::new(),
            hashtags: Vec::new(),
            headline: None,
            first_comment: None,
            ai: None,
            variants: BTreeMap::new(),
            media: Vec::new(),
            origin: Vec::new(),
            ticks: Vec::new(),
            approval: None,
            published: BTreeMap::new(),
        }
    }

    /// What goes out on `channel`: its own text where it has one, else the common one.
    pub fn text_for(&self, channel: &str) -> &str {
        self.variants.get(channel).and_then(|v| v.text.as_deref()).unwrap_or(&self.text)
    }

    /// The first of some channels, where each says something of its own: none of them sends
    /// the common text.
    pub fn lead_of<'a>(&self, channels: &'a [ChannelKey]) -> Option<&'a ChannelKey> {
        channels.first().filter(|_| channels.iter().all(|key| self.has_own_text(key)))
    }

    /// The channel whose text stands for the post; `None` where some channel sends the
    /// common one, or where there is none at all.
    pub fn lead_channel(&self) -> Option<&ChannelKey> {
        self.lead_of(&self.channels)
    }

    pub fn has_own_text(&self, channel: &str) -> bool {
        self.variants.get(channel).is_some_and(|own| own.text.is_some())
    }

    /// The text that is sent: the common one wherever a channel sends it.
    pub fn lead_text(&self) -> &str {
        self.lead_channel().map_or(&self.text, |key| self.text_for(key))
    }

    /// What goes out on `channel`, in order: the messages of a thread where its network has
    /// threads, else one text.
    pub fn sent(&self, channel: &str, threads: bool) -> Vec<(Option<Message>, String)> {
        sent(&self.outgoing(channel), threads)
    }

    /// The text with the post's hashtags as its last line: what is counted, copied and sent.
    /// In a thread they close the last message.
    pub fn outgoing(&self, channel: &str) -> Cow<'_, str> {
        let text = self.text_for(channel);
        if self.hashtags.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut whole = text.to_owned();
        if !whole.is_empty() && !whole.ends_with(['\n', BREAK]) {
            whole.push('\n');
        }
        for (i, tag) in self.hashtags.iter().enumerate() {
            whole.push_str(if i == 0 { "#" } else { " #" });
            whole.push_str(tag.trim_start_matches('#'));
        }
        Cow::Owned(whole)
    }

    /// The link of the post, where what goes out on `channel` does not say it: it goes
    /// beside the text, and is neither counted nor copied with it.
    pub fn link_beside(&self, channel: &str) -> Option<&str> {
        let link = self.link.as_deref().map(str::trim).filter(|link| !link.is_empty())?;
        (!self.outgoing(channel).contains(link)).then_some(link)
    }

    pub fn headline_for(&self, channel: &str) -> Option<&str> {
        let own = self.variants.get(channel).and_then(|v| v.headline.as_deref());
        own.or(self.headline.as_deref())
    }

    pub fn first_comment_for(&self, channel: &str) -> Option<&str> {
        let own = self.variants.get(channel).and_then(|v| v.first_comment.as_deref());
        own.or(self.first_comment.as_deref())
    }

    pub fn visibility_for(&self, channel: &str) -> Option<&str> {
        let own = self.variants.get(channel).and_then(|v| v.visibility.as_deref());
        own.or(self.visibility.as_deref())
    }

    /// Every time it names: the common one, then the own ones of channels.
    pub fn whens(&self) -> impl Iterator<Item = When> {
        self.when.into_iter().chain(self.variants.values().filter_map(|variant| variant.when))
    }

    pub fn when_for(&self, channel: &str) -> Option<When> {
        self.variants.get(channel).and_then(|v| v.when).or(self.when)
    }

    /// Nobody has put a word or a picture into it yet.
    pub fn is_blank(&self) -> bool {
        let unsaid = |text: &Option<String>| text.as_deref().is_none_or(|t| t.trim().is_empty());
        self.title.trim().is_empty()
            && self.text.trim().is_empty()
            && [&self.link, &self.notes, &self.headline, &self.first_comment]
                .into_iter()
                .all(unsaid)
            && self.variants.values().all(|own| unsaid(&own.text))
            && self.media.is_empty()
            && self.hashtags.is_empty()
    }

    /// What to call the post where its title is empty: the first line of the text that is
    /// sent, without the number of its message.
    pub fn display_title(&self) -> &str {
        let title = self.title.trim();
        if !title.is_empty() {
            return title;
        }
        let text = self.lead_text();
        let first = lines(text).next().unwrap_or_default();
        match numbers(text).into_iter().find(|number| number.start < first.len()) {
            Some(number) if number.start == 0 => first[number.end.min(first.len())..].trim(),
            Some(number) => first[..number.start].trim(),
            None => first.trim(),
        }
    }

    /// What to call the post where it is named beside other things: its title in full, or
    /// the first words of its text.
    pub fn short_title(&self) -> Cow<'_, str> {
        let (all, words) = (self.display_title(), self.topic());
        if words.len() < all.len() {
            Cow::Owned(format!("{words}{ELLIPSIS}"))
        } else {
            words.into()
        }
    }

    /// What the post is about, as far as it says so itself: its title in full, or the first
    /// words of its text.
    pub fn topic(&self) -> &str {
        let all = self.display_title();
        if self.title.trim().is_empty() { first_words(all, FIRST_WORDS) } else { all }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    #[test]
    fn hashtags_go_out_as_the_last_line() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Lana");
        post.text = "La lana torna a casa.".into();
        post.hashtags = vec!["lana".into(), "#bottega".into()];
        assert_eq!(post.outgoing("ig"), "La lana torna a casa.\n#lana #bottega");
    }

    #[test]
    fn a_thread_goes_out_message_by_message_or_as_one_text() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "");
        post.text = "Uno.\u{c}Due.".into();
        post.hashtags = vec!["lana".into()];
        assert_eq!(post.sent("ig", false), [(None, "Uno.\n\nDue.\n#lana".into())]);
        let messages: Vec<_> = post.sent("bs", true).into_iter().map(|(_, text)| text).collect();
        assert_eq!(messages, ["Uno.", "Due.\n#lana"]);
        assert_eq!(post.display_title(), "Uno.");
        for numbered in
            ["Uno. 1/2\u{c}Due. 2/2", "1/2 Uno.\u{c}2/2 Due.", "(1/2) Uno.\nE?\u{c}Due."]
        {
            post.text = numbered.into();
            assert_eq!(post.display_title(), "Uno.");
        }
    }

    #[test]
    fn where_every_channel_says_its_own_the_first_one_leads() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "");
        post.text = "A tutti.".into();
        post.channels = vec!["li".into(), "ig".into()];
        let own = |text: &str| Variant { text: Some(text.into()), ..Variant::default() };
        post.variants.insert("ig".into(), own("Solo qui."));
        assert_eq!((post.lead_channel(), post.lead_text()), (None, "A tutti."));
        post.variants.insert("li".into(), own("Al lavoro."));
        assert_eq!(post.lead_channel().map(String::as_str), Some("li"));
        assert_eq!(post.display_title(), "Al lavoro.");
        post.channels.clear();
        assert_eq!(post.lead_text(), "A tutti.");
    }

    #[test]
    fn a_post_without_a_title_is_called_by_its_first_words() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "");
        post.text = "Breve.\nPoi altro.".into();
        assert_eq!((&*post.short_title(), post.topic()), ("Breve.", "Breve."));
        post.text =
            "Da lunedì la lana torna in bottega, con tre colori nuovi, e ne parliamo.".into();
        let words = "Da lunedì la lana torna in bottega, con tre colori nuovi, e";
        assert_eq!(post.topic(), words);
        assert_eq!(post.short_title(), format!("{words}…"));
        assert_eq!(post.display_title(), post.text, "files and search have all of it");
        post.title = post.text.clone();
        assert_eq!(post.short_title(), post.title, "what a person calls it is not cut");
    }
}
