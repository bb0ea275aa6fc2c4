//! Attacks on what was approved: the same text in other bytes, and other text in what
//! looks like the same.

use crate::field::*;
use crate::{Attack, attack};

const TEXT: &str =
    "text = \"\"\"\nLa lana torna a casa, perché è casa sua.\nChi passa la può toccare.\n\"\"\"";

/// The text written in another way.
fn spelled(field: &mut Field, how: &str) {
    field.swap(LANA, TEXT, how);
}

fn line(field: &mut Field, line: &str) {
    field.swap(LANA, "lang = \"it\"\n", &format!("lang = \"it\"\n{line}\n"));
}

fn when(field: &mut Field, when: &str) {
    field.swap(LANA, "2026-11-25T12:30:00", when);
}

fn channels(field: &mut Field, channels: &str) {
    field.swap(LANA, "[\"ig\", \"bs\"]", channels);
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xFEFF);
    let units = mark.into_iter().chain(text.encode_utf16());
    units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

pub fn attacks() -> Vec<Attack> {
    [letters(), encodings(), fields(), times()].into_iter().flatten().collect()
}

/// What looks the same, or nearly, and is not.
fn letters() -> Vec<Attack> {
    vec![
        attack("a Cyrillic a in the text", "changed", |f| f.swap(LANA, "casa,", "cаsa,")),
        attack("accents taken apart (NFD)", "changed", |f| {
            f.swap(LANA, "perché", "perche\u{301}");
        }),
        attack("a zero-width non-joiner in the text", "changed", |f| {
            f.swap(LANA, "toccare", "tocca\u{200C}re");
        }),
        attack("a zero-width space in the text", "changed", |f| {
            f.swap(LANA, "casa,", "ca\u{200B}sa,");
        }),
        attack("a zero-width joiner in the text", "changed", |f| {
            f.swap(LANA, "casa,", "ca\u{200D}sa,");
        }),
        attack("a word joiner at the end", "changed", |f| f.swap(LANA, "re.\n", "re.\u{2060}\n")),
        attack("a byte order mark inside the text", "changed", |f| {
            f.swap(LANA, "La lana torna a", "\u{FEFF}La lana torna a");
        }),
        attack("an override of direction", "changed", |f| {
            f.swap(LANA, "sua.", "\u{202E}.aus");
        }),
        attack("an isolate of direction", "changed", |f| {
            f.swap(LANA, "sua.", "\u{2067}sua.\u{2069}");
        }),
        attack("tag characters", "changed", |f| f.swap(LANA, "sua.", "sua.\u{E0041}\u{E007F}")),
        attack("a variation selector", "changed", |f| f.swap(LANA, "sua.", "sua.\u{FE0F}")),
        attack("a soft hyphen", "changed", |f| f.swap(LANA, "toccare", "toc\u{AD}care")),
        attack("a space that does not break", "changed", |f| {
            f.swap(LANA, "a casa,", "a\u{A0}casa,");
        }),
        attack("two spaces for one", "changed", |f| f.swap(LANA, "a casa,", "a  casa,")),
        attack("a space at the end of a line", "changed", |f| f.swap(LANA, "sua.\n", "sua. \n")),
        attack("a space at the end of the text", "changed", |f| {
            f.swap(LANA, "toccare.\n", "toccare. \n");
        }),
        attack("a tab for a space", "changed", |f| f.swap(LANA, "a casa,", "a\tcasa,")),
        attack("a capital", "changed", |f| f.swap(LANA, "La lana torna a", "la lana torna a")),
        attack("a line separator", "changed", |f| f.swap(LANA, "sua.\nChi", "sua.\u{2028}Chi")),
        // The hashtags begin a line of their own either way: the same bytes go out.
        attack("a line feed more at the end, before the hashtags", "approved", |f| {
            f.swap(LANA, "toccare.\n", "toccare.\n\n");
        }),
        attack("two line feeds more at the end", "changed", |f| {
            f.swap(LANA, "toccare.\n", "toccare.\n\n\n");
        }),
        attack("a carriage return alone in the text", "changed", |f| {
            spelled(
                f,
                "text = \"La lana torna a casa, perché è casa sua.\\rChi passa la può toccare.\"",
            );
        }),
        attack("a look-alike in the text of one channel", "changed", |f| {
            f.swap(LANA, "text = \"La lana torna.\"", "text = \"La lana tоrna.\"");
        }),
        attack("a look-alike in the link", "changed", |f| {
            f.swap(LANA, "example.org/inverno", "exаmple.org/inverno");
        }),
        attack("a look-alike in a hashtag", "changed", |f| {
            f.swap(LANA, "\"lana\", ", "\"lаna\", ");
        }),
        attack("something invisible in a hashtag", "changed", |f| {
            f.swap(LANA, "\"lana\", ", "\"lana\u{200B}\", ");
        }),
        attack("something invisible in the alternative text", "changed", |f| {
            f.swap(LANA, "lana grezza", "lana\u{200B} grezza");
        }),
    ]
}

/// The same file in other bytes.
fn encodings() -> Vec<Attack> {
    vec![
        attack("a byte order mark before the file", "approved", |f| {
            f.write(LANA, format!("\u{FEFF}{}", f.read(LANA)));
        }),
        attack("CRLF in the whole file", "approved", |f| {
            f.write(LANA, f.read(LANA).replace('\n', "\r\n"));
        }),
        attack("CRLF in the text alone", "approved", |f| {
            f.swap(LANA, TEXT, &TEXT.replace('\n', "\r\n"));
        }),
        attack("UTF-16 with a mark", "broken", |f| f.write(LANA, utf16(&f.read(LANA), true, true))),
        attack("UTF-16 without a mark", "broken", |f| {
            f.write(LANA, utf16(&f.read(LANA), false, false));
        }),
        attack("Latin-1", "broken", |f| {
            let latin: Vec<u8> = f.read(LANA).chars().map(|c| c as u8).collect();
            f.write(LANA, latin);
        }),
        attack("a NUL in the text", "broken", |f| f.swap(LANA, "sua.", "sua.\0")),
        attack("the file cut off in the text", "broken", |f| {
            let text = f.read(LANA);
            f.write(LANA, &text[..text.find("Chi passa").expect("the text")]);
        }),
        attack("the file cut off in the block", "malformed", |f| {
            let text = f.read(LANA);
            f.write(LANA, &text[..text.find("hash = ").expect("a hash")]);
        }),
        attack("an empty file", "broken", |f| f.write(LANA, "")),
        attack("conflict markers around the time", "broken", |f| {
            f.swap(
                LANA,
                "when = 2026-11-25T12:30:00\n",
                "<<<<<<< a\nwhen = 2026-11-25T12:30:00\n=======\nwhen = 2026-11-25T13:30:00\n>>>>>>> b\n",
            );
        }),
        attack("conflict markers in the text", "changed", |f| {
            f.swap(LANA, "Chi passa", "<<<<<<< a\nChi passa");
        }),
        attack("the text spelled with escapes", "approved", |f| {
            f.swap(LANA, "perché", "perch\\u00e9");
        }),
        attack("another text spelled with escapes", "changed", |f| {
            f.swap(LANA, "perché", "perche\\u0301");
        }),
        attack("the text on one line with \\n", "approved", |f| {
            spelled(
                f,
                "text = \"La lana torna a casa, perché è casa sua.\\nChi passa la può toccare.\"",
            );
        }),
        attack("the text on one line with \\r\\n", "approved", |f| {
            spelled(
                f,
                "text = \"La lana torna a casa, perché è casa sua.\\r\\nChi passa la può toccare.\\r\\n\"",
            );
        }),
        attack("the text in a literal string", "approved", |f| {
            f.swap(LANA, TEXT, &TEXT.replace("\"\"\"", "'''"));
        }),
        attack("a long line folded with a backslash", "approved", |f| {
            f.swap(LANA, "torna a casa", "torna \\\n    a casa");
        }),
        attack("a text that begins after an empty line", "changed", |f| {
            f.swap(LANA, "text = \"\"\"\nLa", "text = \"\"\"\n\nLa");
        }),
        attack("the text under a dotted key of a channel", "approved", |f| {
            f.swap(LANA, "[variants.bs]\ntext =", "[variants]\nbs.text =");
        }),
        attack("the text of a channel twice", "broken", |f| {
            f.swap(LANA, "[[media]]", "[variants.bs]\ntext = \"Altro.\"\n\n[[media]]");
        }),
        attack("the text twice", "broken", |f| line(f, "text = \"Altro.\"")),
    ]
}

/// What goes out besides the text, and what does not.
fn fields() -> Vec<Attack> {
    vec![
        attack("another address of the link", "changed", |f| {
            f.swap(LANA, "https://example.org/inverno", "http://example.org/inverno");
        }),
        attack("no link", "changed", |f| {
            f.swap(LANA, "link = \"https://example.org/inverno\"\n", "");
        }),
        attack("hashtags in another order", "changed", |f| {
            f.swap(LANA, "[\"lana\", \"inverno\"]", "[\"inverno\", \"lana\"]");
        }),
        attack("a hashtag more", "changed", |f| {
            f.swap(LANA, "\"inverno\"]", "\"inverno\", \"sconti\"]");
        }),
        attack("another language", "changed", |f| f.swap(LANA, "lang = \"it\"", "lang = \"en\"")),
        attack("a visibility", "changed", |f| line(f, "visibility = \"unlisted\"")),
        attack("words declared to be by AI", "changed", |f| line(f, "ai = \"generated\"")),
        attack("a headline", "changed", |f| line(f, "headline = \"La lana\"")),
        attack("a first comment", "changed", |f| line(f, "first_comment = \"Scrivete qui.\"")),
        attack("a headline on one channel", "changed", |f| {
            f.swap(LANA, "[variants.bs]\n", "[variants.bs]\nheadline = \"La lana\"\n");
        }),
        attack("other words for one channel", "changed", |f| {
            f.swap(LANA, "text = \"La lana torna.\"", "text = \"La lana va.\"");
        }),
        attack("the words of one channel as a thread", "changed", |f| {
            let thread = "text = \"La lana torna.\"\nparts = [\"Domani.\"]";
            f.swap(LANA, "text = \"La lana torna.\"", thread);
        }),
        attack("words for a channel that had none of its own", "changed", |f| {
            f.swap(LANA, "[[media]]", "[variants.ig]\ntext = \"Solo qui.\"\n\n[[media]]");
        }),
        attack("a channel loses its own words", "changed", |f| {
            f.swap(LANA, "[variants.bs]\ntext = \"La lana torna.\"\n", "");
        }),
        attack("words for a channel it does not go to", "approved", |f| {
            f.swap(LANA, "[[media]]", "[variants.li]\ntext = \"Altrove.\"\n\n[[media]]");
        }),
        attack("the words of a channel under its look-alike", "changed", |f| {
            f.swap(LANA, "[variants.bs]", "[variants.\"bѕ\"]");
        }),
        attack("channels in another order", "approved", |f| channels(f, "[\"bs\", \"ig\"]")),
        attack("a channel twice", "approved", |f| channels(f, "[\"ig\", \"bs\", \"ig\"]")),
        attack("a channel more", "changed", |f| channels(f, "[\"ig\", \"bs\", \"li\"]")),
        attack("a channel less", "changed", |f| channels(f, "[\"ig\"]")),
        attack("no channels", "uncovered", |f| channels(f, "[]")),
        attack("a channel the brand does not have", "uncovered", |f| {
            channels(f, "[\"ig\", \"bs\", \"tv\"]");
        }),
        attack("a channel in upper case", "uncovered", |f| channels(f, "[\"IG\", \"bs\"]")),
        attack("another title, notes, labels, campaign", "approved", |f| {
            f.swap(LANA, "title = \"La lana torna\"", "title = \"Altro\"");
            line(f, "notes = \"Chiedere a Bea\"\nlabels = [\"x\"]\ncampaign = \"c\"");
        }),
        attack("keys nobody knows, and comments", "approved", |f| {
            line(f, "colore = \"robbia\" # rosso\n# text = \"Altro\"");
        }),
        attack("a time written as published, and taken away", "approved", |f| {
            let before = f.read(LANA);
            f.write(LANA, format!("{before}\n[published.ig]\nat = 2026-11-25T11:30:04Z\n"));
            assert_eq!(f.verdict(LANA_ID), "approved");
            f.write(LANA, before);
        }),
        attack("a machine's origin added", "approved", |f| {
            let origin = "[[origin]]\ndraft = \"k3f9q7ab/4t8w2zqc\"\ndecision = \"accepted\"\n\
                at = 2026-11-22T10:12:00Z\n\n";
            f.swap(LANA, "[approval]", &format!("{origin}[approval]"));
        }),
    ]
}

/// The same instant in other words, and others in what looks like the same.
fn times() -> Vec<Attack> {
    vec![
        attack("a minute later", "changed", |f| when(f, "2026-11-25T12:31:00")),
        attack("half a second later", "changed", |f| when(f, "2026-11-25T12:30:00.5")),
        attack("a year later", "changed", |f| when(f, "2027-11-25T12:30:00")),
        attack("the same instant with the offset of Rome", "approved", |f| {
            when(f, "2026-11-25T12:30:00+01:00");
        }),
        attack("the same instant in UTC", "approved", |f| when(f, "2026-11-25T11:30:00Z")),
        attack("the same instant from Tokyo", "approved", |f| when(f, "2026-11-25T20:30:00+09:00")),
        attack("the same hour with another offset", "changed", |f| {
            when(f, "2026-11-25T12:30:00+02:00");
        }),
        attack("the same hour in UTC", "changed", |f| when(f, "2026-11-25T12:30:00Z")),
        attack("a space for the T", "approved", |f| when(f, "2026-11-25 12:30:00")),
        attack("a day without an hour", "uncovered", |f| when(f, "2026-11-25")),
        attack("no time at all", "uncovered", |f| f.swap(LANA, "when = 2026-11-25T12:30:00\n", "")),
        attack("an hour that daylight saving skips", "uncovered", |f| {
            when(f, "2027-03-28T02:30:00");
        }),
        attack("an hour that daylight saving repeats", "uncovered", |f| {
            when(f, "2026-10-25T02:30:00");
        }),
        attack("the other one of two equal hours", "changed", |f| {
            when(f, "2026-10-25T02:30:00+02:00");
            f.approve(LANA_ID);
            assert_eq!(f.verdict(LANA_ID), "approved");
            when_from(f, "+02:00", "+01:00");
        }),
        attack("one of two equal hours loses its offset", "uncovered", |f| {
            when(f, "2026-10-25T02:30:00+02:00");
            f.approve(LANA_ID);
            when_from(f, "+02:00", "");
        }),
        attack("a time of its own for one channel", "changed", |f| {
            f.swap(LANA, "[variants.bs]\n", "[variants.bs]\nwhen = 2026-11-26T08:00:00\n");
        }),
        attack("the same time again for one channel", "approved", |f| {
            f.swap(LANA, "[variants.bs]\n", "[variants.bs]\nwhen = 2026-11-25T12:30:00\n");
        }),
    ]
}

fn when_from(field: &mut Field, from: &str, to: &str) {
    field.swap(LANA, &format!("02:30:00{from}"), &format!("02:30:00{to}"));
}
