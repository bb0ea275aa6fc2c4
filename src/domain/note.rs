//! One note of a review: what somebody asks for, wants changed, remarks, answers or
//! settles. A file of its own under `notes/`, written once and never changed, so that two
//! branches that each add one are merged by git without a word. Never published, never
//! sent to a model.

use super::{ChannelKey, Id, Post, RelPath};
use chrono::{DateTime, Utc};
use std::ops::Range;

/// The folder of all notes; below it one folder a post.
pub const NOTES: &str = "notes";

/// One file of `notes/POST-ID/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub id: Id,
    pub post: Id,
    pub at: DateTime<Utc>,
    /// Who wrote it, as a signature; empty where nobody is known.
    pub by: String,
    pub kind: NoteKind,
    /// Whom it is for, in the words of a hand: names or addresses, with commas between.
    pub to: Option<String>,
    /// The note that a reply or a resolution answers.
    pub about: Option<Id>,
    /// Whose text it is about; `None` for the common one, and for all of it.
    pub channel: Option<ChannelKey>,
    /// The words it is about, as they stood: found again by what they say, not by where.
    pub quote: Option<String>,
    /// May be empty where asking or settling says it all.
    pub text: String,
}

coded! {
    /// Its words are those of files, the command line and JSON.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum NoteKind {
        /// Somebody is to look at the post.
        Ask = "ask",
        /// Something must change before it goes out.
        Change = "change",
        /// Worth saying, and nothing that anybody has to do.
        Remark = "remark",
        Reply = "reply",
        /// What it is about is settled, or withdrawn.
        Resolve = "resolve",
    }
}

impl NoteKind {
    /// It means nothing without the note it answers.
    pub fn is_answer(self) -> bool {
        matches!(self, Self::Reply | Self::Resolve)
    }

    /// It says nothing without words of its own.
    pub fn needs_text(self) -> bool {
        matches!(self, Self::Change | Self::Remark | Self::Reply)
    }

    /// The post is in review until it is settled.
    pub fn holds(self) -> bool {
        matches!(self, Self::Ask | Self::Change)
    }
}

impl Note {
    pub fn path(&self) -> RelPath {
        RelPath::new(format!("{NOTES}/{}/{}.toml", self.post, self.id))
    }

    /// Post and note of a path that [`Note::path`] makes; `None` of others.
    pub fn of_path(path: &RelPath) -> Option<(Id, Id)> {
        let (post, file) = path.as_str().strip_prefix("notes/")?.split_once('/')?;
        let id = |text: &str| Id::parse(text).ok();
        Some((id(post)?, id(file.strip_suffix(".toml")?)?))
    }

    /// The words it is about, without the space around them; `None` where it is about all.
    pub fn quoted(&self) -> Option<&str> {
        self.quote.as_deref().map(str::trim).filter(|quote| !quote.is_empty())
    }

    /// Where the words it is about stand in a text: the first such place.
    pub fn place_in(&self, text: &str) -> Option<Range<usize>> {
        let quote = self.quoted()?;
        let at = text.find(quote)?;
        Some(at..at + quote.len())
    }

    /// The words it is about are no longer in the post: of its channel, where it names one,
    /// else of whatever it says anywhere.
    pub fn is_outdated(&self, post: &Post) -> bool {
        let Some(quote) = self.quoted() else { return false };
        let says = |text: &str| text.contains(quote);
        let on = |channel: &str| {
            says(&post.outgoing(channel))
                || post.headline_for(channel).is_some_and(says)
                || post.first_comment_for(channel).is_some_and(says)
        };
        let stands = match &self.channel {
            Some(channel) => on(channel),
            None => on("") || post.variants.keys().any(|channel| on(channel)),
        };
        !stands
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Variant};
    use chrono::DateTime;

    fn note(quote: &str, channel: Option<&str>) -> Note {
        let ids = Ids::from_seed(1);
        Note {
            id: ids.fresh(),
            post: ids.fresh(),
            at: DateTime::UNIX_EPOCH,
            by: "Ada".into(),
            kind: NoteKind::Change,
            to: None,
            about: None,
            channel: channel.map(str::to_owned),
            quote: Some(quote.into()),
            text: "Da quando?".into(),
        }
    }

    #[test]
    fn a_note_is_found_again_by_its_words_until_they_are_gone() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "");
        post.text = "Buongiorno. La lana torna a casa.".into();
        let own = Variant { text: Some("Lana, e basta.".into()), ..Variant::default() };
        post.variants.insert("ig".into(), own);
        let is_outdated = |quote, channel| note(quote, channel).is_outdated(&post);
        assert!(!is_outdated("La lana torna a casa.\n", None));
        assert!(!is_outdated("Lana, e basta.", None), "some channel says it");
        assert!(!is_outdated("Lana, e basta.", Some("ig")));
        assert!(is_outdated("La lana torna a casa.", Some("ig")), "not on that one");
        assert!(is_outdated("La lana torna.", None));
        assert!(!is_outdated("", None), "about all of it");
        assert_eq!(note("La lana", None).place_in(&post.text), Some(12..19));
    }

    #[test]
    fn a_path_says_which_note_of_which_post() {
        let note = note("", None);
        assert_eq!(Note::of_path(&note.path()), Some((note.post.clone(), note.id.clone())));
        assert_eq!(Note::of_path(&RelPath::new("drafts/k3f9q7ab/4t8w2zqc.toml")), None);
    }
}
