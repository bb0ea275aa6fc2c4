//! How a post is written: what smells of machine, and what strays from the brand's voice.
//!
//! Owns which texts of a post are looked at and in which language. Kept apart from what
//! every card needs: it is asked where somebody reads or writes the words.

use super::CheckContext;
use super::hashtags;
use super::said::{Said, said};
use super::smell::{Smell, smell};
use super::{learned, voice};
use crate::domain::{
    ChannelKey, Finding, FindingKind, Part, Post, Severity, SmellMarker, SmellTuning, Stage,
    Workspace,
};
use crate::text::{BREAK, TextLanguage, unnumbered};
use std::borrow::Cow;

/// Findings with spans, of every text that goes out. What has gone out is not judged any
/// more.
pub fn prose(post: &Post, context: &CheckContext) -> Vec<Finding> {
    let mut found = Vec::new();
    if Stage::of_post(post) == Stage::Published {
        return found;
    }
    let says_common = |key: &ChannelKey| post.variants.get(key).is_none_or(|v| v.text.is_none());
    if post.channels.is_empty() || post.channels.iter().any(says_common) {
        let other = other_language(post, context.workspace);
        found.extend(other.map(|kind| Finding::of_file(kind, Severity::Warns)));
        text(&post.outgoing(""), None, post, context, &mut found);
    }
    for key in post.channels.iter().filter(|key| !says_common(key)) {
        text(&post.outgoing(key), Some(key), post, context, &mut found);
    }
    for said in said(post).iter().filter(|said| said.part != Part::Text) {
        let language = language_of(post.lang.as_deref(), said.text, context.workspace);
        let smell = language
            .map(|language| smell(beginning(said.text), language, &context.workspace.voice.smell));
        found.extend(smell.into_iter().flat_map(|smell| {
            whiffs(smell, said.part, said.medium)
                .map(|finding| Finding { channel: said.channel.cloned(), ..finding })
        }));
    }
    found
}

/// One text of a post, where it stands, and what it smells of.
pub struct PostSmell<'a> {
    /// As it goes out, with the hashtags of the post behind a text.
    pub text: Cow<'a, str>,
    pub part: Part,
    pub channel: Option<&'a ChannelKey>,
    pub medium: Option<&'a str>,
    pub smell: Smell,
}

/// What each text of a post smells of, whether or not it has gone out, read in `language`.
pub fn smells_of_post<'a>(
    post: &'a Post,
    language: impl Fn(&str) -> Option<TextLanguage>,
    tuning: &SmellTuning,
) -> Vec<PostSmell<'a>> {
    let read = |said: Said<'a>| {
        let text = match said.part {
            Part::Text => post.outgoing(said.channel.map_or("", |channel| channel)),
            _ => Cow::Borrowed(said.text),
        };
        // Between two messages a line ends; the places stay the same.
        let text = if text.contains(BREAK) { text.replace(BREAK, "\n").into() } else { text };
        let smell = language(&text).map(|language| smell(beginning(&text), language, tuning));
        let (smell, Said { part, channel, medium, .. }) = (smell.unwrap_or_default(), said);
        PostSmell { text, part, channel, medium, smell }
    };
    said(post).into_iter().filter(|said| !said.text.trim().is_empty()).map(read).collect()
}

/// What a text of a post smells of, as findings about that part of it; `medium` is the
/// picture it describes.
pub fn whiffs(
    smell: Smell,
    part: Part,
    medium: Option<&str>,
) -> impl Iterator<Item = Finding> + use<> {
    let (company, medium) = (smell.smells, medium.map(str::to_owned));
    let severity = if company { Severity::Warns } else { Severity::Informs };
    smell.whiffs.into_iter().map(move |whiff| {
        let (marker, quote, instead) = (whiff.marker, whiff.quote, whiff.instead);
        let medium = medium.clone();
        let kind = FindingKind::Smell { marker, quote, instead, company, part, medium };
        Finding { span: Some(whiff.span), ..Finding::of_file(kind, severity) }
    })
}

/// The language a text of the post is in: as the post says, as the text shows beyond doubt,
/// as the brand begins. `None` for languages that are not judged.
pub fn language_of(said: Option<&str>, text: &str, workspace: &Workspace) -> Option<TextLanguage> {
    match said {
        Some(tag) => TextLanguage::from_tag(tag),
        None => TextLanguage::evident(text)
            .or_else(|| TextLanguage::from_tag(workspace.first_language())),
    }
}

/// The text that is sent is plainly in another language than the post says, or than the brand
/// begins with where the post says nothing. Languages that are not judged are believed.
pub fn other_language(post: &Post, workspace: &Workspace) -> Option<FindingKind> {
    let said = post.lang.as_deref().unwrap_or(workspace.first_language());
    let seems = plainly_not(post.lead_text(), said)?;
    Some(FindingKind::OtherLanguage { said: said.to_owned(), seems })
}

/// The language a text is plainly in, where it is not the one of the tag `said`.
pub fn plainly_not(text: &str, said: &str) -> Option<TextLanguage> {
    let seems = TextLanguage::evident(beginning(text))?;
    let believed = TextLanguage::from_tag(said).is_none_or(|said| said == seems);
    (!believed).then_some(seems)
}

/// Bytes of a text that are read for claims and smell while somebody writes: seven of the
/// longest captions. A book that was pasted must not hold up the next key.
const MOST: usize = 16 * 1024;

/// The post with its texts as far as they are read here and for claims: both find the same in
/// it as in the whole post, whatever is typed further on.
pub fn as_far_as_read(post: &Post) -> Post {
    // One character more, so that nothing that follows the text comes within reach.
    let cut = |text: &str| text[..text.ceil_char_boundary((MOST + 1).min(text.len()))].to_owned();
    let mut short = Post { text: cut(&post.text), ..post.clone() };
    for own in short.variants.values_mut() {
        own.text = own.text.as_deref().map(cut);
    }
    short
}

pub(super) fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST)]
}

fn text(
    text: &str,
    channel: Option<&ChannelKey>,
    post: &Post,
    context: &CheckContext,
    found: &mut Vec<Finding>,
) {
    // Between two messages a line ends; the places stay the same.
    let text = &unnumbered(beginning(text)).replace(BREAK, "\n");
    let workspace = context.workspace;
    let channel = channel.cloned();
    let mut add = |kind, severity, span| {
        let (span, channel) = (Some(span), channel.clone());
        found.push(Finding { span, channel, ..Finding::of_file(kind, severity) });
    };
    for (kind, severity, span) in voice::rules(text, &workspace.voice) {
        add(kind, severity, span);
    }
    for (kind, severity, span) in learned::broken(text, &workspace.voice.learned) {
        add(kind, severity, span);
    }
    let language = language_of(post.lang.as_deref(), text, workspace);
    let habits = context.voices.zip(language).map(|(voices, language)| voices.habits(language));
    for stray in habits.iter().flat_map(|habits| voice::strays(habits, text)) {
        add(stray.kind, stray.severity, stray.span.unwrap_or_default());
    }
    let smell = language.map(|language| smell(text, language, &workspace.voice.smell));
    let marker = SmellMarker::GenericHashtags;
    let smelt = smell.iter().flat_map(|smell| &smell.whiffs).any(|whiff| whiff.marker == marker);
    for (kind, severity, span) in hashtags::findings(text, &workspace.voice, smelt) {
        add(kind, severity, span);
    }
    let whiffs = smell.into_iter().flat_map(|smell| whiffs(smell, Part::Text, None));
    found.extend(whiffs.map(|finding| Finding { channel: channel.clone(), ..finding }));
}
