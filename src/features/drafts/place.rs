//! Where accepted words go in a human text: at its cursor, or at the end of its prose,
//! with hashtags kept as the last line. Pure functions of two texts; nothing here decides.

use crate::text::{BREAK, lines, sentences};

/// One byte each.
const LINE_ENDS: [char; 2] = ['\n', BREAK];

/// A text with new words in it, and where the words end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    pub text: String,
    pub end: usize,
}

/// What words begin with where they go in, as they stood in the suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Space,
    /// A line of their own.
    Line,
    /// A message of their own.
    Message,
}

/// Puts `words` before sentence `at` of `text` (from 0), or at the end of its prose.
pub fn insert(text: &str, at: Option<usize>, words: &str, gap: Gap) -> Placed {
    let words = words.trim();
    let (before, after) = text.split_at(offset(text, at));
    // The space behind the sentence before belongs to what follows it; a break does not.
    let kept = before.trim_end_matches(is_space);
    let space = &before[kept.len()..];
    let mut out = kept.to_owned();
    let fresh = kept.is_empty() || kept.ends_with(BREAK);
    if !fresh {
        out.push_str(match (gap, space.contains('\n') && !after.is_empty()) {
            (Gap::Line, true) => space,
            (Gap::Line, false) => "\n",
            (Gap::Message, _) => "\u{c}",
            (Gap::Space, _) => " ",
        });
    }
    out.push_str(words);
    let end = out.len();
    if after.is_empty() {
        // Nothing follows: no space is left hanging.
    } else if fresh && gap == Gap::Message {
        out.push(BREAK);
    } else if space.is_empty() {
        out.push(if is_hashtag_line(after) { '\n' } else { ' ' });
    } else {
        out.push_str(space);
    }
    out.push_str(after);
    Placed { text: out, end }
}

/// Puts `longer` in the place of `words`, where the text before sentence `at`, or its
/// prose, ends with them as a sentence of their own.
pub fn prolong(text: &str, at: Option<usize>, words: &str, longer: &str) -> Option<Placed> {
    let offset = offset(text, at);
    let last = sentences(&text[..offset]).pop()?;
    let start = last.end - text[last.clone()].trim_start().len();
    let rest = text[start..].strip_prefix(words)?;
    let space = rest.len() - rest.trim_start().len();
    if text.len() - rest.len() + space < offset {
        return None;
    }
    let before = format!("{}{longer}", &text[..start]);
    Some(Placed { end: before.len(), text: before + rest })
}

/// Puts hashtags on the last line, those that are not there yet.
pub fn append_hashtags(text: &str, tags: &[String]) -> Placed {
    let last = lines(text).filter(|line| !line.is_empty()).last();
    let last = last.filter(|line| is_hashtag_line(line));
    let there = |tag: &str| {
        last.is_some_and(|line| line.split_whitespace().any(|word| word.eq_ignore_ascii_case(tag)))
    };
    let new: Vec<String> = tags
        .iter()
        .map(|tag| format!("#{}", tag.trim_start_matches('#')))
        .filter(|tag| !there(tag))
        .collect();
    let mut out = text.trim_end_matches(is_space).to_owned();
    if !out.is_empty() && !out.ends_with(BREAK) && !new.is_empty() {
        out.push(if last.is_some() { ' ' } else { '\n' });
    }
    out.push_str(&new.join(" "));
    Placed { end: out.len(), text: out }
}

/// How many sentences of `text` end at or before byte `end`: where the cursor goes next.
/// `None` when that is the end of the prose.
pub fn sentence_after(text: &str, end: usize) -> Option<usize> {
    let ranges = sentences(text);
    let next = ranges.iter().position(|range| range.start >= end)?;
    (ranges[next].start < end_of_prose(text)).then_some(next)
}

/// Where sentence `at` begins, else where prose ends.
fn offset(text: &str, at: Option<usize>) -> usize {
    let start = at.and_then(|at| sentences(text).get(at).map(|range| range.start));
    start.unwrap_or_else(|| end_of_prose(text))
}

/// The byte where prose ends: before a last line of nothing but hashtags.
pub fn end_of_prose(text: &str) -> usize {
    let trimmed = text.trim_end();
    let start = trimmed.rfind(LINE_ENDS).map_or(0, |at| at + 1);
    if is_hashtag_line(&trimmed[start..]) { start } else { text.len() }
}

/// A break is no space: what stands behind it is another message.
fn is_space(c: char) -> bool {
    c != BREAK && c.is_whitespace()
}

fn is_hashtag_line(line: &str) -> bool {
    let mut words = line.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| word.len() > 1 && word.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(text: &str, at: Option<usize>, words: &str, new_line: bool) -> String {
        let gap = if new_line { Gap::Line } else { Gap::Space };
        let placed = insert(text, at, words, gap);
        let (before, after) = placed.text.split_at(placed.end);
        format!("{before}|{after}")
    }

    #[test]
    fn words_join_the_prose_at_its_end_and_stay_above_the_hashtags() {
        assert_eq!(placed("", None, "La lana torna. ", false), "La lana torna.|");
        assert_eq!(placed("Uno.", None, "Due.", false), "Uno. Due.|");
        assert_eq!(placed("Uno.\n", None, "Due.", true), "Uno.\nDue.|");
        assert_eq!(placed("Uno.\n\n#lana", None, "Due.", false), "Uno. Due.|\n\n#lana");
        assert_eq!(placed("#lana", None, "Due.", false), "Due.|\n#lana");
    }

    #[test]
    fn words_go_in_before_the_sentence_of_the_cursor_and_break_no_paragraph() {
        assert_eq!(placed("Uno. Tre.", Some(1), "Due.", false), "Uno. Due.| Tre.");
        assert_eq!(placed("Uno.\n\nTre.", Some(1), "Due.", false), "Uno. Due.|\n\nTre.");
        assert_eq!(placed("Uno.\n\nTre.", Some(1), "Due.", true), "Uno.\n\nDue.|\n\nTre.");
        assert_eq!(placed("Tre.", Some(0), "Uno.", false), "Uno.| Tre.");
    }

    #[test]
    fn a_message_goes_in_as_one_and_no_break_is_lost() {
        let message = |text: &str, at: Option<usize>| {
            insert(text, at, "Due.", Gap::Message).text.replace(BREAK, "␌")
        };
        assert_eq!(message("Uno.\n", None), "Uno.␌Due.");
        assert_eq!(message("Uno.\u{c}", None), "Uno.␌Due.");
        assert_eq!(message("Uno.\u{c}Tre.", Some(1)), "Uno.␌Due.␌Tre.");
        assert_eq!(message("Uno.\n#lana", None), "Uno.␌Due.\n#lana");
        let space = |text: &str, at| insert(text, at, "Due.", Gap::Space).text.replace(BREAK, "␌");
        assert_eq!(space("Uno.\u{c}Tre.", Some(1)), "Uno.␌Due. Tre.");
        assert_eq!(space("Uno.\u{c}#lana", None), "Uno.␌Due.\n#lana");
        let tags = ["lana".to_owned()];
        assert_eq!(append_hashtags("Uno.\u{c}Due.", &tags).text, "Uno.\u{c}Due.\n#lana");
        assert_eq!(append_hashtags("Uno.\u{c}", &tags).text, "Uno.\u{c}#lana");
    }

    #[test]
    fn hashtags_become_the_last_line_once() {
        let tags = ["lana".to_owned(), "#bottega".to_owned()];
        assert_eq!(append_hashtags("Uno.", &tags).text, "Uno.\n#lana #bottega");
        assert_eq!(append_hashtags("Uno.\n#Lana", &tags).text, "Uno.\n#Lana #bottega");
        assert_eq!(append_hashtags("", &tags).text, "#lana #bottega");
        assert_eq!(append_hashtags("Uno.\n#lana #bottega", &tags).text, "Uno.\n#lana #bottega");
    }

    #[test]
    fn the_cursor_goes_behind_what_was_put_in() {
        let placed = insert("Uno. Tre.", Some(1), "Due. Due e mezzo.", Gap::Space);
        assert_eq!(sentence_after(&placed.text, placed.end), Some(3));
        let placed = insert("Uno.\n#lana", None, "Due.", Gap::Space);
        assert_eq!(sentence_after(&placed.text, placed.end), None);
    }
}
