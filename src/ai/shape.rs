//! A post that was asked for in JSON, read while it arrives and from whatever came.
//!
//! `{"text": "…", "hashtags": ["…"]}`, or with `parts`, `headline` and `first_comment` where
//! they were asked for, perhaps in a fence or behind a preface. What is
//! no JSON is plain text; what is JSON without a post in it is no answer. No field is
//! ever made up from another.

use crate::text::thread;
use serde_json::Value;

/// What the whole answer was.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Plain,
    Post {
        post: Post,
        /// The object was closed.
        whole: bool,
    },
    /// JSON, and no post in it.
    Other,
}

/// The fields of a post as they came; what did not come is empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    pub text: String,
    pub parts: Vec<String>,
    pub hashtags: Vec<String>,
    pub headline: String,
    pub first_comment: String,
}

impl Post {
    /// The messages of a thread, or the one text. Some list the messages that follow the
    /// text, some all of them, with the text empty or said once more.
    pub fn messages(&self) -> Vec<String> {
        let parts = self.parts.iter().filter(|part| !part.trim().is_empty());
        let parts: Vec<String> = parts.cloned().collect();
        if parts.is_empty() {
            return vec![self.text.clone()];
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let text = letters(&self.text);
        let listed = parts.first().is_some_and(|first| letters(first) == text)
            || letters(&parts.concat()) == text;
        let alone = text.is_empty() || listed;
        let first = (!alone).then(|| self.text.clone());
        first.into_iter().chain(parts).collect()
    }

    fn of(value: &Value) -> Option<Self> {
        let said = |key: &str| value[key].as_str().map(str::to_owned);
        let list = value["parts"].as_array();
        let parts: Vec<String> = list
            .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            .unwrap_or_default();
        let text = said("text").or_else(|| (!parts.is_empty()).then(String::new))?;
        Some(Self {
            text,
            parts,
            hashtags: value["hashtags"].as_array().map_or_else(Vec::new, |list| tags(list)),
            headline: said("headline").unwrap_or_default(),
            first_comment: said("first_comment").unwrap_or_default(),
        })
    }
}

#[derive(Debug, Default)]
pub(super) struct Shape {
    raw: String,
    /// Bytes of the post's text, or of the plain one, already handed on.
    passed: usize,
}

impl Shape {
    /// Takes the next words and gives back what of the post they add.
    pub fn push(&mut self, words: &str) -> String {
        self.raw.push_str(words);
        let text = match start(&self.raw) {
            Start::Open => return String::new(),
            Start::Plain => self.raw.clone(),
            Start::Json(at) => {
                let post = open_post(&self.raw[at..]).unwrap_or_default();
                thread(&post.messages())
            }
        };
        let added = text.get(self.passed..).unwrap_or_default().to_owned();
        self.passed = self.passed.max(text.len());
        added
    }

    /// Bytes taken so far.
    pub fn len(&self) -> usize {
        self.raw.len()
    }

    /// What is still held back because the answer ended early.
    pub fn rest(&mut self) -> String {
        let undecided = matches!(start(&self.raw), Start::Open);
        if undecided { std::mem::take(&mut self.raw) } else { String::new() }
    }

    pub fn found(&self) -> Found {
        let from = match start(&self.raw) {
            Start::Json(at) => at,
            // Behind a preface the object begins a line of its own.
            _ => match self.raw.find("\n{") {
                Some(at) => at + 1,
                None => return Found::Plain,
            },
        };
        let json = &self.raw[from..];
        let first = serde_json::Deserializer::from_str(json).into_iter::<Value>().next();
        match first {
            Some(Ok(value)) => match Post::of(&value) {
                Some(post) => Found::Post { post, whole: true },
                None => Found::Other,
            },
            _ => match open_post(json) {
                Some(post) => Found::Post { post, whole: false },
                None if from == 0 || json.len() == self.raw.trim_start().len() => Found::Other,
                None => Found::Plain,
            },
        }
    }
}

enum Start {
    /// Not known yet.
    Open,
    Plain,
    /// The object begins here.
    Json(usize),
}

fn start(raw: &str) -> Start {
    let text = raw.trim_start();
    let at = raw.len() - text.len();
    if text.starts_with('{') {
        return Start::Json(at);
    }
    if text.is_empty() || "```".starts_with(text) {
        return Start::Open;
    }
    if text.starts_with("```") {
        return match text.split_once('\n') {
            None => Start::Open,
            Some((fence, rest)) => {
                let inside = rest.trim_start();
                match inside.chars().next() {
                    None => Start::Open,
                    Some('{') => Start::Json(at + fence.len() + 1 + (rest.len() - inside.len())),
                    Some(_) => Start::Plain,
                }
            }
        };
    }
    Start::Plain
}

/// The fields of an object that may still be growing, as far as they have come. `None`
/// until the text or the messages of a thread begin.
fn open_post(json: &str) -> Option<Post> {
    let mut reader = Reader { rest: json.trim_start().strip_prefix('{')? };
    let (mut post, mut begun) = (Post::default(), false);
    while let Some(key) = reader.key() {
        let taken = match key.as_str() {
            "text" => reader.string().map(|text| {
                post.text = text.value;
                begun = true;
                text.whole
            }),
            "parts" => reader.strings().map(|(parts, whole)| {
                post.parts = parts;
                begun |= !post.parts.is_empty();
                whole
            }),
            "headline" | "first_comment" => reader.string().map(|words| {
                let field =
                    if key == "headline" { &mut post.headline } else { &mut post.first_comment };
                // Half a title is none.
                if words.whole {
                    *field = words.value;
                }
                words.whole
            }),
            _ => reader.value().map(|()| true),
        };
        if taken != Some(true) {
            break;
        }
    }
    begun.then_some(post)
}

struct Reader<'a> {
    rest: &'a str,
}

/// A string, closed or not.
struct Str {
    value: String,
    whole: bool,
}

impl Reader<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn string(&mut self) -> Option<Str> {
        let inside = self.rest.strip_prefix('"')?;
        let mut escaped = false;
        let end = inside.char_indices().find(|&(_, c)| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let Some((end, _)) = end else {
            self.rest = "";
            return Some(Str { value: unescaped(inside), whole: false });
        };
        self.rest = &inside[end + 1..];
        Some(Str { value: unescaped(&inside[..end]), whole: true })
    }

    /// The next key of an object, with its colon.
    fn key(&mut self) -> Option<String> {
        self.skip_space();
        self.rest = self.rest.strip_prefix(',').unwrap_or(self.rest);
        self.skip_space();
        let key = self.string().filter(|key| key.whole)?;
        self.skip_space();
        self.rest = self.rest.strip_prefix(':')?;
        self.skip_space();
        Some(key.value)
    }

    /// A list of strings, and whether it was closed. What is no string ends it.
    fn strings(&mut self) -> Option<(Vec<String>, bool)> {
        self.rest = self.rest.strip_prefix('[')?;
        let mut list = Vec::new();
        loop {
            self.skip_space();
            if let Some(rest) = self.rest.strip_prefix(']') {
                self.rest = rest;
                return Some((list, true));
            }
            self.rest = self.rest.strip_prefix(',').unwrap_or(self.rest);
            self.skip_space();
            let Some(one) = self.string() else { return Some((list, false)) };
            list.push(one.value);
            if !one.whole {
                return Some((list, false));
            }
        }
    }

    /// Passes over one whole value of any kind.
    fn value(&mut self) -> Option<()> {
        let mut values = serde_json::Deserializer::from_str(self.rest).into_iter::<Value>();
        values.next()?.ok()?;
        let end = values.byte_offset();
        self.rest = self.rest.get(end..)?;
        Some(())
    }
}

/// The words of a string's inside; an escape that is still growing is left out, and a
/// line break that should have been escaped is one.
fn unescaped(inside: &str) -> String {
    // An escape and the second half of a pair are twelve bytes at most.
    (0..=12.min(inside.len()))
        .filter_map(|less| inside.get(..inside.len() - less))
        .find_map(|part| {
            let part = part.replace('\n', "\\n").replace('\r', "").replace('\t', "\\t");
            serde_json::from_str(&format!("\"{part}\"")).ok()
        })
        .unwrap_or_default()
}

/// Hashtags as they can be published, without their sign.
fn tags(list: &[Value]) -> Vec<String> {
    let word = |tag: &Value| tag.as_str().map(|tag| tag.trim().trim_start_matches('#').to_owned());
    let fits =
        |tag: &String| !tag.is_empty() && tag.chars().all(|c| c.is_alphanumeric() || c == '_');
    list.iter().filter_map(word).filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const POST: &str = r##"{"hashtags": ["lana", "#casa", "due parole"], "x": {"y": [1, "}"]}, "text": "La «lana»\nè \"qui\" \ud83c\udf5e."}"##;
    const TEXT: &str = "La «lana»\nè \"qui\" 🍞.";

    fn shown(pieces: &[&str]) -> (String, Found) {
        let mut shape = Shape::default();
        let mut shown: String = pieces.iter().map(|piece| shape.push(piece)).collect();
        shown += &shape.rest();
        (shown, shape.found())
    }

    #[test]
    fn a_post_in_json_is_shown_while_it_arrives_wherever_it_is_split() {
        for raw in [POST.to_owned(), format!("```json\n{POST}\n```"), format!("\n {POST} ciao")] {
            let (text, hashtags) = (TEXT.into(), vec!["lana".into(), "casa".into()]);
            let post = Post { text, hashtags, ..Post::default() };
            let found = Found::Post { post, whole: true };
            let letters: Vec<String> = raw.chars().map(String::from).collect();
            let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
            assert_eq!(shown(&letters), (TEXT.to_owned(), found), "{raw}");
            for (cut, _) in raw.char_indices() {
                assert_eq!(shown(&[&raw[..cut], &raw[cut..]]).0, TEXT, "{raw} cut at {cut}");
            }
        }
    }

    #[test]
    fn an_answer_cut_at_any_place_keeps_a_beginning_of_the_post() {
        for (cut, _) in POST.char_indices() {
            match shown(&[&POST[..cut]]) {
                (seen, Found::Post { post, whole }) => {
                    let text = post.text;
                    assert!(!whole, "cut at {cut}");
                    assert!(TEXT.starts_with(&text) && seen == text, "cut at {cut}: {text}");
                }
                (seen, Found::Other | Found::Plain) => assert_eq!(seen, "", "cut at {cut}"),
            }
        }
    }

    #[test]
    fn plain_words_stay_as_they_are_and_other_json_is_no_post() {
        for raw in ["La lana torna a casa.", "``` ecco", "```\nLa lana\n```", "\"La lana\""] {
            assert_eq!(shown(&[raw]), (raw.to_owned(), Found::Plain));
        }
        for raw in ["{}", r#"{"post": "La lana"}"#, r#"{"text": 3}"#, "{oops", r#"{"text": ["a"]}"#]
        {
            assert_eq!(shown(&[raw]).1, Found::Other, "{raw}");
        }
    }

    #[test]
    fn behind_a_preface_the_object_is_found_at_the_end() {
        let found = shown(&["Ecco il JSON:\n", r#"{"text": "La lana", "hashtags": []}"#]).1;
        let post = Post { text: "La lana".into(), ..Post::default() };
        assert_eq!(found, Found::Post { post, whole: true });
    }

    const THREAD: &str = r#"{"headline": "Lana", "parts": ["Uno.\nAncora.", "Due \"qui\"."], "text": "", "hashtags": ["lana"], "first_comment": "Vieni?"}"#;

    #[test]
    fn the_messages_of_a_thread_are_shown_while_they_arrive() {
        let shown_whole = "Uno.\nAncora.\u{c}Due \"qui\".";
        for (cut, _) in THREAD.char_indices() {
            let mut shape = Shape::default();
            let first = shape.push(&THREAD[..cut]);
            assert!(shown_whole.starts_with(&first), "cut at {cut}: {first}");
            assert_eq!(first + &shape.push(&THREAD[cut..]), shown_whole, "cut at {cut}");
            let Found::Post { post, whole } = shape.found() else { panic!("cut at {cut}") };
            assert_eq!(post.messages(), ["Uno.\nAncora.", "Due \"qui\"."]);
            assert_eq!((post.headline.as_str(), post.first_comment.as_str()), ("Lana", "Vieni?"));
            assert!(whole);
        }
    }

    #[test]
    fn messages_are_listed_in_more_than_one_way() {
        let messages = |text: &str, parts: &[&str]| {
            let parts = parts.iter().map(|&part| part.to_owned()).collect();
            Post { text: text.to_owned(), parts, ..Post::default() }.messages()
        };
        assert_eq!(messages("Uno.", &[]), ["Uno."]);
        assert_eq!(messages("", &["Uno.", "Due."]), ["Uno.", "Due."]);
        assert_eq!(messages("Uno.", &["Uno.", "Due."]), ["Uno.", "Due."]);
        assert_eq!(messages("Uno.\n\nDue.", &["Uno.", "Due."]), ["Uno.", "Due."]);
        assert_eq!(messages("Uno.", &["Due.", "Tre."]), ["Uno.", "Due.", "Tre."]);
    }

    #[test]
    fn a_line_break_that_nobody_escaped_is_a_line_break() {
        assert_eq!(shown(&["{\"text\": \"uno\ndue\""]).0, "uno\ndue");
    }
}
