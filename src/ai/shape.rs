//! A post that was asked for in JSON, read while it arrives and from whatever came.
//!
//! `{"text": "…", "hashtags": ["…"]}`, perhaps in a fence or behind a preface. What is
//! no JSON is plain text; what is JSON without a post in it is no answer. No field is
//! ever made up from another.

use serde_json::Value;

/// What the whole answer was.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    Plain,
    Post {
        text: String,
        hashtags: Vec<String>,
        /// The object was closed.
        whole: bool,
    },
    /// JSON, and no post in it.
    Other,
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
            Start::Json(at) => open_text(&self.raw[at..]).unwrap_or_default(),
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
            Some(Ok(post)) => match post["text"].as_str() {
                Some(text) => Found::Post {
                    text: text.to_owned(),
                    hashtags: post["hashtags"].as_array().map_or_else(Vec::new, |list| tags(list)),
                    whole: true,
                },
                None => Found::Other,
            },
            _ => match open_text(json) {
                Some(text) => Found::Post { text, hashtags: Vec::new(), whole: false },
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

/// The value of `text` in an object that may still be growing, as far as it has come.
fn open_text(json: &str) -> Option<String> {
    let mut reader = Reader { rest: json.trim_start().strip_prefix('{')? };
    loop {
        reader.skip_space();
        reader.rest = reader.rest.strip_prefix(',').unwrap_or(reader.rest);
        reader.skip_space();
        let key = reader.string()?;
        reader.skip_space();
        reader.rest = reader.rest.strip_prefix(':')?;
        reader.skip_space();
        if key.whole && key.value == "text" {
            return reader.string().map(|text| text.value);
        }
        reader.value()?;
    }
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
            let found = Found::Post {
                text: TEXT.into(),
                hashtags: vec!["lana".into(), "casa".into()],
                whole: true,
            };
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
                (seen, Found::Post { text, whole, .. }) => {
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
        assert_eq!(
            found,
            Found::Post { text: "La lana".into(), hashtags: Vec::new(), whole: true }
        );
    }

    #[test]
    fn a_line_break_that_nobody_escaped_is_a_line_break() {
        assert_eq!(shown(&["{\"text\": \"uno\ndue\""]).0, "uno\ndue");
    }
}
