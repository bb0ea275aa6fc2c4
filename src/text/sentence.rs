//! Where sentences begin and end, in Italian and English.
//!
//! Owns the cut between sentences: the unit in which a person takes or leaves a
//! machine's text. Every byte belongs to exactly one sentence, so nothing can fall
//! between two decisions. It knows no hash and no decision.

use super::emoji::{is_emoji, is_pictograph};
use super::message::BREAK;
use super::numbering::unnumbered;
use super::width::graphemes;
use std::ops::Range;

/// Never the end of a sentence, whatever follows.
const TITLES: [&str; 21] = [
    "sig", "sigg", "dott", "dr", "prof", "proff", "ing", "avv", "arch", "geom", "rag", "mr", "mrs",
    "ms", "st", "vs", "cfr", "es", "p.es", "e.g", "i.e",
];

/// Not the end when a figure or a small letter follows: `ecc. e`, `pag. 12`, `24 nov. 2026`.
const SHORTENED: [&str; 68] = [
    "ecc", "etc", "inc", "ltd", "co", "corp", "spa", "srl", "pag", "pagg", "p", "pp", "art",
    "artt", "cap", "fig", "tab", "vol", "n", "nr", "num", "no", "tel", "cell", "min", "max", "ca",
    "approx", "est", "ed", "rev", "jr", "sr", "v", "int", "dept", "gen", "feb", "mar", "apr",
    "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic", "jan", "jun", "jul", "aug", "sep",
    "sept", "oct", "dec", "lun", "mer", "gio", "ven", "sab", "dom", "mon", "tue", "wed", "thu",
    "fri", "sat",
];

/// The sentences of a text as byte ranges, each with the space and the line feeds behind
/// it. They follow one another without a gap, from the first byte to the last. A line
/// feed, and a break between messages, always end a sentence; blank lines belong to the
/// sentence before them, and the number of a message to the one it stands beside.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let text = &*unnumbered(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive(['\n', BREAK]) {
        if line.trim().is_empty() {
            // Blank lines before the first sentence wait for it.
            if let Some(last) = found.last_mut() {
                last.end = at + line.len();
                start = last.end;
            }
        } else {
            for end in ends(line) {
                found.push(start..at + end);
                start = at + end;
            }
        }
        at += line.len();
    }
    if start < text.len() {
        found.push(start..text.len());
    }
    found
}

/// The parts of a sentence between commas, semicolons, colons and dashes, as byte ranges
/// without gaps, each with its mark and the space behind it.
pub fn clauses(sentence: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut after_mark = false;
    let mut after_space = false;
    for (at, c) in sentence.char_indices() {
        if after_mark && after_space && !c.is_whitespace() {
            found.push(start..at);
            start = at;
            after_mark = false;
        }
        after_space = c.is_whitespace();
        after_mark = matches!(c, ',' | ';' | ':' | '–' | '—') || (after_mark && after_space);
    }
    if start < sentence.len() {
        found.push(start..sentence.len());
    }
    found
}

/// Where the sentences of one line end, in bytes; the last is the end of the line.
fn ends(line: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(stop) = line[at..].find(is_stop).map(|offset| at + offset) {
        let marks_end = stop + span(&line[stop..], is_stop);
        let closed = marks_end + span(&line[marks_end..], is_closer);
        let next = skip_tail(line, closed);
        let separated = next.start > closed;
        if separated
            && is_end(
                &line[..stop],
                &line[stop..marks_end],
                closed > marks_end,
                &line[next.start..],
            )
        {
            found.push(next.start);
        }
        at = next.start.max(marks_end);
    }
    if found.last() != Some(&line.len()) {
        found.push(line.len());
    }
    found
}

/// The marks a sentence ends with.
pub(super) const TERMINAL: [char; 7] = ['.', '!', '?', '…', '。', '！', '？'];

fn is_stop(c: char) -> bool {
    TERMINAL.contains(&c)
}

fn is_closer(c: char) -> bool {
    matches!(c, '»' | '”' | '’' | '"' | '\'' | ')' | ']' | '」')
}

/// Bytes of the characters at the start that satisfy a test.
fn span(text: &str, test: impl Fn(char) -> bool) -> usize {
    text.find(|c| !test(c)).unwrap_or(text.len())
}

/// From the end of the marks to where the next sentence would begin: spaces, emoji (they
/// colour the sentence they follow), a guillemet set apart by a space.
fn skip_tail(line: &str, from: usize) -> Range<usize> {
    let mut at = from;
    for grapheme in graphemes(&line[from..]) {
        let emoji = is_emoji(grapheme) || grapheme.chars().all(is_pictograph);
        if !emoji && grapheme != "»" && !grapheme.chars().all(char::is_whitespace) {
            break;
        }
        at += grapheme.len();
    }
    at..line.len()
}

fn is_end(before: &str, marks: &str, closed: bool, next: &str) -> bool {
    if before.trim().is_empty() {
        return false;
    }
    let Some(next) = next.chars().next() else { return true };
    let goes_on = next.is_lowercase();
    if closed && (goes_on || matches!(next, '-' | '–' | '—')) {
        return false;
    }
    match marks {
        "." => !is_abbreviation(before, goes_on || next.is_ascii_digit()),
        _ if marks.starts_with("..") || marks.ends_with('…') => !goes_on,
        _ => true,
    }
}

fn is_abbreviation(before: &str, goes_on: bool) -> bool {
    let is_opening = |c: char| matches!(c, '(' | '[' | '«' | '“' | '"' | '‘' | '\'' | '’' | '-');
    let token = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let starts_line = before.trim_start() == token;
    let token = token.rsplit(is_opening).next().unwrap_or(token);
    let small = token.to_lowercase();
    let mut letters = token.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // "1. Lana" at the start of a line counts, it does not end.
    let counts = starts_line && !token.is_empty() && token.chars().all(|c| c.is_ascii_digit());
    let dotted =
        small.split('.').count() > 1 && small.split('.').all(|part| part.chars().count() == 1);
    counts
        || initial
        || TITLES.contains(&small.as_str())
        || (goes_on && (dotted || SHORTENED.contains(&small.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        // `|` stands between sentences.
        for marked in [
            "La lana torna a casa. |Da lunedì in bottega.",
            "Il dott. Neri e la sig.ra Bianchi, ecc. e altri. |Poi basta.",
            "Gomitoli, aghi, ecc. |Tutto in bottega.",
            "Per es. La lana, p. es. quella grezza, a pag. 12.",
            "Mr. Reed likes wool, e.g. merino. |So do we.",
            "Costa 3,50 € al metro, 89 € la sciarpa. |Il 24.11 apriamo.",
            "Versione 2.1 su example.org. |Vieni!",
            "E poi… niente. |Aspetta... |Che freddo!",
            "E poi… |Niente.",
            "Davvero?! |Sì.",
            "«Vieni?» disse Ada. |«Vengo.» |E venne.",
            "« Vieni ! » |Poi tace.",
            "(Chiusi il lunedì.) |Apriamo martedì (forse.) e poi no.",
            "Si riparte! 🎉🎉 |Da lunedì la trovi in bottega 🧶",
            "È tornata!🎉 |Evviva. ❤️\n|🧶 Tre colori.\n",
            "Tre colori:\n|- rosso\n|- verde. |Sempre\n|1. Lana\n|2. Seta. |Fine",
            "La lana torna.\n\n|#lana #inverno\n|@bottega.aurora",
            "Apre alle 9.30 a.m. ogni giorno. |Bottega Aurora S.r.l. è qui.",
            "Lo dice G. Verdi. |Bello.",
            "24 nov. 2026, n. 5. |Fatto.",
            "日本語。 |はい。",
            "... e allora?",
            "\n\nPrima riga\n \n|seconda",
            "Uno senza punto\u{c}|Due. \n\u{c}|Tre",
            "Uno. 1/2\u{c}|2/2 Due. |Due e mezzo.",
            "Senza fine",
            " \n ",
        ] {
            let expected: Vec<_> = marked.split('|').collect();
            assert_eq!(split(&marked.replace('|', "")), expected);
        }
        assert!(split("").is_empty());
    }

    #[test]
    fn clauses_follow_the_marks_inside_a_sentence() {
        let text = "Da lunedì, in bottega: 3,50 € al metro — e basta.";
        let parts: Vec<_> = clauses(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["Da lunedì, ", "in bottega: ", "3,50 € al metro — ", "e basta."]);
    }

    proptest! {
        #[test]
        fn sentences_and_clauses_cover_every_byte_once(
            text in "([aBè1. ,!?…»«\n\u{c}🎉#\u{301}\r-]|ecc|Sig\\.|3,5){0,40}"
        ) {
            for ranges in [sentences(&text), clauses(&text)] {
                let mut at = 0;
                for range in ranges {
                    prop_assert_eq!(range.start, at);
                    prop_assert!(range.end > at && text.is_char_boundary(range.end));
                    at = range.end;
                }
                prop_assert_eq!(at, text.len());
            }
        }
    }
}
