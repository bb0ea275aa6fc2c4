//! The words of a person that a change set carries to a file: what has to be kept somewhere
//! else, or told, where the file does not get them. Knows no disk.

use super::{
    Change, ChangeSet, FieldEdit, FieldPath, FieldValue, Id, JournalKey, RelPath, Shelf, Suggestion,
};

/// Words on their way to one value of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    pub path: RelPath,
    /// As the file names it: `text`, `variants.ig.text`, `notes`.
    pub key: FieldPath,
    pub text: String,
    /// The journal's name for it, where it is the text of a post.
    pub journal: Option<JournalKey>,
}

impl ChangeSet {
    /// What is written by the hand of a person, in the order of the changes; nothing of what
    /// a machine said, and nothing of what is only taken away.
    pub fn carried(&self, shelf: &Shelf) -> Vec<Carried> {
        self.changes.iter().flat_map(|change| of_change(change, shelf)).collect()
    }
}

fn of_change(change: &Change, shelf: &Shelf) -> Vec<Carried> {
    match change {
        Change::Create { path, post } => {
            let values = [("title", Some(&post.title)), ("notes", post.notes.as_ref())];
            let values = values.into_iter().chain([("text", Some(&post.text))]);
            let said = values.filter_map(|(key, text)| Some((vec![key.to_owned()], text?.clone())));
            let own = post.variants.iter().filter_map(|(channel, variant)| {
                let key = ["variants", channel, "text"].map(str::to_owned);
                Some((key.to_vec(), variant.text.clone()?))
            });
            let carried = said.chain(own).filter(|(_, text)| !text.is_empty());
            carried.map(|(key, text)| Carried::new(path, key, text, Some(&post.id))).collect()
        }
        Change::Edit { path, edits, .. } => {
            let named = path.file_name().trim_end_matches(".toml").rsplit('.').next();
            let named = named.and_then(|id| Id::parse(id).ok());
            let post = shelf.at(path).map(|entry| entry.post.id.clone()).or(named);
            let values = edits.iter().filter_map(|edit| match edit {
                FieldEdit::Replace { key, to: Some(to), .. } => Some((key.clone(), words(to)?)),
                _ => None,
            });
            values.map(|(key, text)| Carried::new(path, key, text, post.as_ref())).collect()
        }
        Change::Facts { path, add, .. } => {
            let key = ["fact", "text"].map(str::to_owned);
            let fact = |text: &String| Carried::new(path, key.to_vec(), text.clone(), None);
            add.iter().map(|added| fact(&added.text)).collect()
        }
        Change::Decide { post, suggestion, add, .. } => {
            let path = Suggestion::path_of(post, suggestion);
            let key = ["decision", "words"].map(str::to_owned);
            let said = add.iter().filter_map(|decision| decision.words.clone());
            said.map(|text| Carried::new(&path, key.to_vec(), text, None)).collect()
        }
        Change::Note(note) => {
            let key = vec!["text".to_owned()];
            let said = Some(note.text.clone()).filter(|text| !text.is_empty());
            said.map(|text| Carried { path: note.path(), key, text, journal: None })
                .into_iter()
                .collect()
        }
        // What was learned is a machine's wording, and so is a suggestion.
        Change::Learn { .. }
        | Change::Freeze { .. }
        | Change::Suggest(_)
        | Change::Trash { .. }
        | Change::Restore { .. } => Vec::new(),
    }
}

impl Carried {
    /// A text that was being typed.
    pub fn of_text(path: RelPath, key: &JournalKey, text: &str) -> Self {
        let field = match &key.channel {
            None => vec!["text".to_owned()],
            Some(channel) => ["variants", channel, "text"].map(str::to_owned).to_vec(),
        };
        Self { path, key: field, text: text.to_owned(), journal: Some(key.clone()) }
    }

    fn new(path: &RelPath, key: FieldPath, text: String, post: Option<&Id>) -> Self {
        let key_of = |channel| Some(JournalKey { post: post?.clone(), channel, session: None });
        let journal = match key.as_slice() {
            [text] if text == "text" => key_of(None),
            [_, channel, text] if text == "text" => key_of(Some(channel.clone())),
            _ => None,
        };
        Self { path: path.clone(), key, text, journal }
    }
}

fn words(value: &FieldValue) -> Option<String> {
    let table = |rows: &Vec<(String, FieldValue)>| {
        let said = rows.iter().filter_map(|(_, value)| words(value));
        said.collect::<Vec<_>>().join(" · ")
    };
    match value {
        FieldValue::Str(text) | FieldValue::Text(text) => Some(text.clone()),
        FieldValue::List(texts) => Some(texts.join(", ")),
        FieldValue::Texts(texts) => Some(texts.join("\n\n")),
        FieldValue::Tables(tables) => Some(tables.iter().map(table).collect::<Vec<_>>().join("\n")),
        FieldValue::Number(_)
        | FieldValue::Bool(_)
        | FieldValue::When(_)
        | FieldValue::Instant(_)
        | FieldValue::Table(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Label, Post};

    #[test]
    fn the_texts_of_a_post_have_their_place_in_the_journal_and_other_words_none() {
        let edit = |key: &[&str], text: &str| {
            FieldEdit::replace(key, None, Some(FieldValue::Text(text.into())))
        };
        let moved = FieldEdit::replace(&["campaign"], Some(FieldValue::Str("x".into())), None);
        let edits = vec![
            edit(&["text"], "La lana"),
            edit(&["variants", "ig", "text"], "Lana!"),
            edit(&["notes"], "Foto dal magazzino"),
            moved,
        ];
        // No shelf knows it any more: its name does.
        let path = RelPath::new("posts/2026/W48/lana.k3f9q7ab.toml");
        let set = ChangeSet::one(Label::Text, Change::Edit { path, to: None, edits });
        let post = Id::parse("k3f9q7ab").expect("an id");
        let key = |channel| Some(JournalKey { post: post.clone(), channel, session: None });
        let carried = set.carried(&Shelf::default());
        let found: Vec<_> = carried.iter().map(|one| (one.text.as_str(), &one.journal)).collect();
        assert_eq!(
            found,
            [
                ("La lana", &key(None)),
                ("Lana!", &key(Some("ig".into()))),
                ("Foto dal magazzino", &None),
            ]
        );
    }

    #[test]
    fn a_new_post_carries_its_title_and_its_text() {
        let post = Post { text: "Lana.".into(), ..Post::new(Ids::from_seed(1).fresh(), "Lancio") };
        let key = JournalKey { post: post.id.clone(), channel: None, session: None };
        let path = RelPath::new("ideas/lancio.toml");
        let set = ChangeSet::one(Label::New, Change::Create { path, post: Box::new(post) });
        let carried = set.carried(&Shelf::default());
        let found: Vec<_> = carried.into_iter().map(|one| (one.text, one.journal)).collect();
        assert_eq!(found, [("Lancio".to_owned(), None), ("Lana.".to_owned(), Some(key))]);
    }
}
