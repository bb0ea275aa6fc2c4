//! Text to a TOML tree whose every key and value knows its place, or the one problem
//! that says best why not.

use super::source::Source;
use crate::domain::{Problem, ProblemKind};
use toml::Spanned;
use toml::de::DeTable;

/// One pass of the parser. The places in the tree are byte offsets of `source.text`.
pub fn parse<'a>(source: &Source<'a>) -> Result<Spanned<DeTable<'a>>, Problem> {
    DeTable::parse(source.text).map_err(|error| explain(source, &error))
}

/// The first line that opens or closes a merge conflict, as a byte offset.
pub fn conflict_marker(text: &str) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let is_marker = |mark: &str| {
            line.strip_prefix(mark)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r', '\n']))
        };
        if is_marker("<<<<<<<") || is_marker(">>>>>>>") {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

fn explain(source: &Source, error: &toml::de::Error) -> Problem {
    // Whatever the parser stumbled over first, a merge that is not finished is the reason.
    if let Some(marker) = conflict_marker(source.text) {
        return source.problem(marker, ProblemKind::MergeConflict);
    }
    let message = error.message();
    let (start, end) = error.span().map_or((0, 0), |span| (span.start, span.end));
    if message.contains("recursion") {
        // A dotted key or header too deep comes without a place: it is the longest chain.
        let start = if error.span().is_some() { start } else { most_dotted_line(source.text) };
        return source.problem(start, ProblemKind::TooDeep);
    }
    let word = word_at(source.text, start);
    if message.starts_with("duplicate key") {
        let key = source.text.get(start..end).unwrap_or(word).to_owned();
        return source.problem(start, ProblemKind::DuplicateKey { key });
    }
    if let Some((at, date)) = date_around(source.text, start) {
        return source.problem(at, ProblemKind::BadDate { found: date.to_owned() });
    }
    if let Some((at, key, found)) = unquoted(source.text, start) {
        let (key, found) = (key.to_owned(), found.to_owned());
        return source.problem(at, ProblemKind::Unquoted { key, found });
    }
    let expected = message.split_once(", expected ").map_or_else(Vec::new, |(_, list)| {
        let tokens = list.split(", ").map(|token| token.trim_matches('`').to_owned());
        tokens.filter(|token| token != "nothing").collect()
    });
    source.problem(start, ProblemKind::Syntax { expected, found: word.to_owned() })
}

fn most_dotted_line(text: &str) -> usize {
    let lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end;
        *end += line.len();
        Some((line.matches('.').count(), start))
    });
    lines
        .max_by_key(|&(dots, start)| (dots, std::cmp::Reverse(start)))
        .map_or(0, |(_, start)| start)
}

/// What stands at `offset`: a word, or one character; empty at the end of the text.
fn word_at(text: &str, offset: usize) -> &str {
    let rest = text.get(offset..).unwrap_or_default();
    let is_word = |c: char| c.is_alphanumeric() || "_-+.:".contains(c);
    let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if length > 0 {
        return &rest[..length];
    }
    rest.chars().next().map_or("", |first| &rest[..first.len_utf8()])
}

/// The unquoted value round `offset` when it looks like a date or a time.
fn date_around(text: &str, offset: usize) -> Option<(usize, &str)> {
    let line = text[..offset.min(text.len())].rfind('\n').map_or(0, |end| end + 1);
    let all = text.get(line..)?.lines().next()?;
    let value = line + all.find('=')? + 1;
    let text = text.get(value..line + all.len())?;
    let start = value + (text.len() - text.trim_start().len());
    let text = text.split('#').next()?.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mark = text.as_bytes().get(digits);
    let is_date = digits >= 4 && mark == Some(&b'-') || digits == 2 && mark == Some(&b':');
    (is_date && offset >= start).then_some((start, text))
}

/// The value round `offset` when it is words without quotes: where it begins, its key, and
/// the words. `true` and the like are no words.
fn unquoted(text: &str, offset: usize) -> Option<(usize, &str, &str)> {
    let line = text.get(..offset)?.rfind('\n').map_or(0, |end| end + 1);
    let all = text.get(line..)?.lines().next()?;
    let (key, value) = all.split_once('=')?;
    let is_key = |c: char| c.is_alphanumeric() || "_-.\"' ".contains(c);
    let start = line + all.len() - value.trim_start().len();
    let words = value.split('#').next()?.trim();
    let is_word = words.starts_with(|c: char| c.is_alphabetic() || "“«‘„".contains(c));
    let means = ["true", "false", "inf", "nan"].contains(&words);
    let here = offset >= start && key.chars().all(is_key) && is_word && !means;
    here.then(|| (start, key.trim(), words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_without_quotes_are_told_with_their_key() {
        let found = |text: &str| {
            let path = crate::domain::RelPath::new("notes/k3f9q7ab/5t8w2zqc.toml");
            let source = Source::new(&path, text.as_bytes()).expect("a text");
            let problem = parse(&source).expect_err("a slip");
            (problem.line, problem.column, problem.kind)
        };
        let unquoted =
            |key: &str, found: &str| ProblemKind::Unquoted { key: key.into(), found: found.into() };
        assert_eq!(found("at = ieri\n"), (1, 6, unquoted("at", "ieri")));
        assert_eq!(found("a = 1\nkind = change # a slip\n"), (2, 8, unquoted("kind", "change")));
        assert_eq!(found("title = nata a Roma\n"), (1, 9, unquoted("title", "nata a Roma")));
        assert_eq!(found("title = «Lana»\n"), (1, 9, unquoted("title", "«Lana»")));
        let other = found("title = \"La \"lana\" torna\"\n").2;
        assert!(matches!(other, ProblemKind::Syntax { .. }), "{other:?}");
        let open = found("text = \"\"\"\na = lana\n").2;
        assert!(matches!(open, ProblemKind::Syntax { .. }), "{open:?}");
    }

    #[test]
    fn markers_count_at_the_start_of_a_line_only() {
        assert_eq!(conflict_marker("a = 1\n<<<<<<< HEAD\nb = 2"), Some(6));
        assert_eq!(conflict_marker("freccia <<<<<<< no\n<<<<<<<<<< neppure"), None);
    }
}
