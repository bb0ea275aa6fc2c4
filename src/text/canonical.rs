//! One form for prose: what a file says and what a person typed are compared in it.

use std::borrow::Cow;

/// Line feeds only, exactly one final line feed dropped: the one that ends the last line of a
/// multi-line string. Merging, and the proof that an edit says what it should, rest on this
/// being one rule.
pub fn canonical(text: &str) -> Cow<'_, str> {
    let lines = if text.contains("\r\n") {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    };
    match lines {
        Cow::Borrowed(text) => Cow::Borrowed(text.strip_suffix('\n').unwrap_or(text)),
        Cow::Owned(mut text) => {
            if text.ends_with('\n') {
                text.pop();
            }
            Cow::Owned(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_feed_at_the_end_is_the_files_and_more_are_the_texts() {
        for (written, text) in
            [("a\r\nb\r\n", "a\nb"), ("a\n\n", "a\n"), ("a\rb", "a\rb"), ("\n", ""), ("", "")]
        {
            assert_eq!(canonical(written), text);
        }
    }
}
