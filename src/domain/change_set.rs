//! A list of changes to files: built by a room, described, applied once by storage,
//! and invertible, because every edit carries what it replaces.

use super::{
    Decision, FREEZES, Fact, Freeze, Frozen, Id, Learned, Medium, MediumSource, NOTES, Note,
    NoteKind, Origin, Post, Published, RelPath, Suggestion, Tick, When,
};
use chrono::{DateTime, Utc};

/// What was learned of the brand's voice goes here.
pub const VOICE: &str = "voice.toml";

/// Built by a room, handed to storage, undone by handing back its inverse.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeSet {
    /// What the person did, for the toast and the undo list.
    pub label: Label,
    /// Applied in this order; a post before the decision that touches it.
    pub changes: Vec<Change>,
}

/// What a change set is, in the words of the person who made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    New,
    Duplicate,
    Move,
    Push,
    Trash,
    Text,
    Fields,
    Suggest,
    Accept,
    Rewrite,
    /// Accepted or rewritten words took the place of the text they were made from.
    Replace,
    Reject,
    Published,
    FixFolder,
    /// A claim was looked at.
    Tick,
    /// A claim became a fact.
    Fact,
    /// A proposed rule was answered, or an answer taken back.
    Learn,
    /// Something is held back from now on.
    /// As it is shown, with how many posts that is, as far as they are known.
    Freeze {
        what: Frozen,
        posts: usize,
    },
    /// It is let go.
    Thaw(Frozen),
    /// A post was approved; undone by taking that back, and never redone.
    Approve(Id),
    /// Something was said about a post, or settled.
    Note(NoteKind),
}

impl Label {
    /// It is written down with who decided, or said it.
    pub fn is_decision(&self) -> bool {
        matches!(self, Self::Accept | Self::Rewrite | Self::Replace | Self::Reject | Self::Tick)
            || matches!(self, Self::Note(_))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A new post or idea file. Refused when the path exists.
    Create { path: RelPath, post: Box<Post> },
    /// Edits to a file, which may move to another path at the same time.
    Edit { path: RelPath, to: Option<RelPath>, edits: Vec<FieldEdit> },
    /// A new file under `drafts/`.
    Suggest(Box<Suggestion>),
    /// A new file under `notes/`.
    Note(Box<Note>),
    /// Decisions appended to, and taken back from, a suggestion.
    Decide { post: Id, suggestion: Id, add: Vec<Decision>, remove: Vec<Decision> },
    /// Facts appended to, and taken back from, a file under `facts/`, made where it is not there.
    Facts { path: RelPath, add: Vec<Fact>, remove: Vec<Fact> },
    /// Rules appended to, and taken back from, `voice.toml`, made where it is not there.
    Learn { add: Vec<Learned>, remove: Vec<Learned> },
    /// What is held back and let go, in `freeze.toml`, made where it is not there.
    Freeze { add: Vec<Freeze>, remove: Vec<Freeze> },
    /// Into the trash of the state directory, with the post's suggestions and notes when it has any.
    Trash { path: RelPath },
    /// Back from the trash, byte for byte: the inverse of `Trash`.
    Restore { path: RelPath },
}

/// One value of a post file. `from` is what the room saw: where the file says something
/// else by now, storage merges or asks, and never overwrites.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldEdit {
    Replace {
        key: FieldPath,
        from: Option<FieldValue>,
        to: Option<FieldValue>,
    },
    /// One entry of an array of tables, such as `[[origin]]`.
    Add {
        key: FieldPath,
        item: FieldValue,
    },
    Remove {
        key: FieldPath,
        item: FieldValue,
    },
}

/// `["text"]`, `["variants", "linkedin", "when"]`, `["published", "ig"]`.
pub type FieldPath = Vec<String>;

#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    Str(String),
    /// Prose: written as a multi-line string, with one final line feed added.
    Text(String),
    List(Vec<String>),
    /// Prose, one after the other: `parts` of a thread.
    Texts(Vec<String>),
    Number(i64),
    Bool(bool),
    When(When),
    Instant(DateTime<Utc>),
    Table(Vec<(String, FieldValue)>),
    /// `[[media]]`.
    Tables(Vec<Vec<(String, FieldValue)>>),
}

/// What decisions about a suggestion were about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    Whole,
    Headline,
    FirstComment,
    Hashtags,
    Sentences(usize),
}

impl ChangeSet {
    /// What was accepted, rewritten or rejected, here or by what this takes back; `None`
    /// where nothing was. `find` knows the suggestion of a post: a decision has only a number.
    pub fn judged<'a>(
        &self,
        find: impl FnOnce(&Id, &Id) -> Option<&'a Suggestion>,
    ) -> Option<Judgement> {
        let (post, suggestion, decisions) =
            self.changes.iter().find_map(|change| match change {
                Change::Decide { post, suggestion, add, remove } => {
                    Some((post, suggestion, add.iter().chain(remove)))
                }
                _ => None,
            })?;
        let sentences: Vec<Option<usize>> = decisions.map(|one| one.sentence).collect();
        Some(match sentences.as_slice() {
            [] | [None, ..] => Judgement::Whole,
            [Some(one)] => find(post, suggestion)
                .map_or(Judgement::Sentences(1), |suggestion| suggestion.kind_of(*one)),
            some => Judgement::Sentences(some.len()),
        })
    }

    pub fn one(label: Label, change: Change) -> Self {
        Self { label, changes: vec![change] }
    }

    /// How many posts it is about: decisions, suggestions, notes and facts go with one.
    pub fn posts(&self) -> usize {
        let is_post = |path: &RelPath| !matches!(path.top(), "drafts" | NOTES | "facts");
        let about = |change: &&Change| match change {
            Change::Create { path, .. }
            | Change::Edit { path, .. }
            | Change::Trash { path }
            | Change::Restore { path } => is_post(path),
            Change::Suggest(_)
            | Change::Note(_)
            | Change::Decide { .. }
            | Change::Facts { .. }
            | Change::Learn { .. }
            | Change::Freeze { .. } => false,
        };
        self.changes.iter().filter(about).count()
    }

    /// The change set that undoes this one when nothing else happened in between.
    /// A `Create` is undone by a `Trash`, so that what was made can still be had back.
    pub fn inverse(&self) -> Self {
        let changes = self.changes.iter().rev().map(Change::inverse).collect();
        Self { label: self.label.clone(), changes }
    }
}

impl Change {
    /// The file it writes, as it is called before.
    pub fn path(&self) -> RelPath {
        match self {
            Self::Create { path, .. }
            | Self::Edit { path, .. }
            | Self::Facts { path, .. }
            | Self::Trash { path }
            | Self::Restore { path } => path.clone(),
            Self::Suggest(suggestion) => suggestion.path(),
            Self::Note(note) => note.path(),
            Self::Decide { post, suggestion, .. } => Suggestion::path_of(post, suggestion),
            Self::Learn { .. } => RelPath::new(VOICE),
            Self::Freeze { .. } => RelPath::new(FREEZES),
        }
    }

    fn inverse(&self) -> Self {
        match self {
            Self::Create { path, .. } | Self::Restore { path } => {
                Self::Trash { path: path.clone() }
            }
            Self::Edit { path, to, edits } => Self::Edit {
                path: to.as_ref().unwrap_or(path).clone(),
                to: to.as_ref().map(|_| path.clone()),
                edits: edits.iter().rev().map(FieldEdit::inverse).collect(),
            },
            Self::Suggest(suggestion) => Self::Trash { path: suggestion.path() },
            Self::Note(note) => Self::Trash { path: note.path() },
            Self::Decide { post, suggestion, add, remove } => Self::Decide {
                post: post.clone(),
                suggestion: suggestion.clone(),
                add: remove.clone(),
                remove: add.clone(),
            },
            Self::Facts { path, add, remove } => {
                Self::Facts { path: path.clone(), add: remove.clone(), remove: add.clone() }
            }
            Self::Learn { add, remove } => Self::Learn { add: remove.clone(), remove: add.clone() },
            Self::Freeze { add, remove } => {
                Self::Freeze { add: remove.clone(), remove: add.clone() }
            }
            Self::Trash { path } => Self::Restore { path: path.clone() },
        }
    }
}

impl FieldEdit {
    pub fn replace(key: &[&str], from: Option<FieldValue>, to: Option<FieldValue>) -> Self {
        Self::Replace { key: key.iter().map(|&part| part.to_owned()).collect(), from, to }
    }

    pub fn inverse(&self) -> Self {
        match self {
            Self::Replace { key, from, to } => {
                Self::Replace { key: key.clone(), from: to.clone(), to: from.clone() }
            }
            Self::Add { key, item } => Self::Remove { key: key.clone(), item: item.clone() },
            Self::Remove { key, item } => Self::Add { key: key.clone(), item: item.clone() },
        }
    }
}

impl FieldValue {
    pub fn origin(origin: &Origin) -> Self {
        let mut rows = vec![
            ("draft".into(), Self::Str(format!("{}/{}", origin.post, origin.suggestion))),
            ("decision".into(), Self::Str(origin.decision.code().into())),
            ("at".into(), Self::Instant(origin.at)),
        ];
        rows.extend(Self::signature(&origin.by));
        Self::Table(rows)
    }

    /// `by`, where somebody is known: an empty name signs nothing.
    fn signature(by: &str) -> Option<(String, Self)> {
        (!by.is_empty()).then(|| ("by".into(), Self::Str(by.to_owned())))
    }

    /// One `[[fact]]`.
    pub fn fact(fact: &Fact) -> Self {
        let text = |key: &str, value: &str| (key.to_owned(), Self::Str(value.to_owned()));
        let mut rows = vec![text("id", &fact.id), text("text", &fact.text)];
        rows.extend(fact.source.as_deref().map(|source| text("source", source)));
        rows.extend(fact.expires.map(|day| ("expires".to_owned(), Self::When(When::Day(day)))));
        Self::Table(rows)
    }

    /// One `[[learned]]`.
    pub fn learned(learned: &Learned) -> Self {
        let text = |key: &str, value: &str| (key.to_owned(), Self::Str(value.to_owned()));
        let some = |key: &str, value: &str| (!value.is_empty()).then(|| text(key, value));
        let mut rows = vec![text("rule", &learned.rule)];
        rows.extend(some("kind", &learned.kind));
        rows.extend(learned.value.as_deref().map(|value| match value.parse() {
            Ok(number) => ("value".to_owned(), Self::Number(number)),
            Err(_) => text("value", value),
        }));
        rows.extend(learned.with.as_deref().map(|with| text("with", with)));
        rows.extend(some("evidence", &learned.evidence));
        let day = if learned.refused { "refused" } else { "since" };
        rows.extend(learned.since.map(|since| (day.to_owned(), Self::When(When::Day(since)))));
        Self::Table(rows)
    }

    /// What a `[[freeze]]` is found again by, whatever else a hand has changed in it.
    pub fn frozen(what: &Frozen) -> Self {
        let text = |key: &str, value: &str| (key.to_owned(), Self::Str(value.to_owned()));
        Self::Table(vec![match what {
            Frozen::All => ("all".to_owned(), Self::Bool(true)),
            Frozen::Channel(key) => text("channel", key),
            Frozen::Campaign(name) => text("campaign", name),
        }])
    }

    /// One `[[freeze]]`.
    pub fn freeze(freeze: &Freeze) -> Self {
        let text = |key: &str, value: &str| (key.to_owned(), Self::Str(value.to_owned()));
        let Self::Table(mut rows) = Self::frozen(&freeze.what) else { return Self::Table(vec![]) };
        rows.push(("since".to_owned(), Self::Instant(freeze.since)));
        rows.extend(Self::signature(&freeze.by));
        rows.extend(freeze.why.as_deref().map(|why| text("why", why)));
        Self::Table(rows)
    }

    /// What a `[[learned]]` is found again by, whatever else a hand has changed in it.
    pub fn learned_name(learned: &Learned) -> Self {
        let rows = [("rule", &learned.rule), ("kind", &learned.kind)];
        let rows = rows.into_iter().filter(|(_, value)| !value.is_empty());
        Self::Table(rows.map(|(key, value)| (key.into(), Self::Str(value.clone()))).collect())
    }

    pub fn tick(tick: &Tick) -> Self {
        let text = |key: &str, value: &str| (key.to_owned(), Self::Str(value.to_owned()));
        let mut rows = vec![
            text("quote", &tick.quote),
            text("kind", tick.kind.code()),
            text("verdict", &tick.verdict),
        ];
        rows.extend(tick.note.as_deref().map(|note| text("note", note)));
        if let Some((id, version)) = &tick.fact {
            rows.extend([text("fact", id), text("fact_version", version)]);
        }
        rows.push(("at".into(), Self::Instant(tick.at)));
        rows.extend(Self::signature(&tick.by));
        Self::Table(rows)
    }

    pub fn published(published: &Published) -> Self {
        let mut table = vec![("at".into(), Self::Instant(published.at))];
        table.extend(published.url.clone().map(|url| ("url".into(), Self::Str(url))));
        Self::Table(table)
    }

    pub fn media(media: &[Medium]) -> Self {
        let table = |medium: &Medium| {
            let mut rows = vec![("path".to_owned(), Self::Str(medium.path.clone()))];
            rows.extend(medium.alt.clone().map(|alt| ("alt".into(), Self::Str(alt))));
            // Unknown is what an absent key says, and the file may well have none.
            if medium.source != MediumSource::Unknown {
                rows.push(("source".into(), Self::Str(medium.source.code().into())));
            }
            rows.extend(medium.realistic.map(|seems| ("realistic".into(), Self::Bool(seems))));
            rows
        };
        Self::Tables(media.iter().map(table).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Ids;

    #[test]
    fn the_inverse_of_the_inverse_is_the_change() {
        let key = FieldEdit::replace(
            &["text"],
            Some(FieldValue::Text("prima".into())),
            Some(FieldValue::Text("dopo".into())),
        );
        let path = RelPath::new("posts/2026/W48/a.toml");
        let to = Some(RelPath::new("posts/2026/W49/a.toml"));
        let change = Change::Edit { path: path.clone(), to, edits: vec![key] };
        let set = ChangeSet { label: Label::Move, changes: vec![change, Change::Trash { path }] };
        assert_eq!(set.inverse().inverse(), set);
    }

    #[test]
    fn undoing_a_new_post_moves_it_to_the_trash() {
        let path = RelPath::new("ideas/x.toml");
        let post = Box::new(Post::new(Ids::from_seed(1).fresh(), "x"));
        let set = ChangeSet::one(Label::New, Change::Create { path: path.clone(), post });
        assert_eq!(set.inverse().changes, [Change::Trash { path }]);
    }
}
