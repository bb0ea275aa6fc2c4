//! Where a text has what a rule speaks against.

use crate::checks::voice::stands;
use crate::domain::Lesson;
use crate::domain::heard::closing_question;
use crate::text::emoji::is_emoji;
use crate::text::hashtags;
use crate::text::width::grapheme_indices;
use crate::text::words::Words;
use std::ops::Range;

/// Byte ranges of `text`, in order; none where it keeps to the rule, or nobody can tell.
pub fn against(lesson: &Lesson, text: &str) -> Vec<Range<usize>> {
    let span = |(at, part): (usize, &str)| at..at + part.len();
    match lesson {
        Lesson::NoClosingQuestion => closing_question(text).into_iter().collect(),
        Lesson::NoExclamation => text.match_indices('!').map(span).collect(),
        Lesson::NoEmoji => {
            let emoji = |(_, part): &(usize, &str)| !part.is_ascii() && is_emoji(part);
            grapheme_indices(text).filter(emoji).map(span).collect()
        }
        Lesson::NoDash => {
            let mut found: Vec<_> =
                text.match_indices('—').chain(text.match_indices(" – ")).map(span).collect();
            found.sort_by_key(|range| range.start);
            found
        }
        Lesson::Hashtags(most) => {
            let start = text.as_ptr() as usize;
            let tags = hashtags(text);
            let over = tags.iter().skip(*most).map(|tag| (tag.as_ptr() as usize - start, *tag));
            over.map(span).collect()
        }
        Lesson::Replace { from: word, .. } | Lesson::Without(word) => {
            stands(&Words::of(text), word)
        }
        // A text by itself is neither shorter nor longer.
        Lesson::Shorter(_) => Vec::new(),
    }
}

/// Whether the words of a phrase stand in a text, in their order.
pub fn has(text: &str, phrase: &str) -> bool {
    !stands(&Words::of(text), phrase).is_empty()
}
