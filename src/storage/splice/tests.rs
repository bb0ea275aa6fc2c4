//! Edits as before–edit–after, and twenty thousand random ones that may touch nothing
//! outside the value they are about.

use super::splice;
use crate::domain::{FieldEdit, FieldValue, When};
use std::ops::Range;

fn key(path: &str) -> Vec<String> {
    path.split('.').map(str::to_owned).collect()
}

fn set(path: &str, to: FieldValue) -> FieldEdit {
    FieldEdit::Replace { key: key(path), from: None, to: Some(to) }
}

fn unset(path: &str) -> FieldEdit {
    FieldEdit::Replace { key: key(path), from: None, to: None }
}

fn text(text: &str) -> FieldValue {
    FieldValue::Text(text.into())
}

fn word(text: &str) -> FieldValue {
    FieldValue::Str(text.into())
}

fn list(items: &[&str]) -> FieldValue {
    FieldValue::List(items.iter().map(|&item| item.to_owned()).collect())
}

fn table(rows: &[(&str, &str)]) -> FieldValue {
    FieldValue::Table(rows.iter().map(|&(key, value)| (key.to_owned(), word(value))).collect())
}

fn when(text: &str) -> FieldValue {
    FieldValue::When(When::Local(text.parse().expect("a date and time")))
}

fn edited(before: &str, edit: &FieldEdit) -> String {
    let after = splice(before.as_bytes(), std::slice::from_ref(edit));
    String::from_utf8(after.unwrap_or_else(|| panic!("refused on {before:?}"))).expect("UTF-8")
}

#[test]
fn only_the_bytes_of_the_value_change() {
    let rows = [
        // Comments, spacing, order and unknown keys stay.
        (
            "# su\r\nx=  1 # mio\r\ntitle='a'\t# qui\r\n",
            set("title", word("b")),
            "# su\r\nx=  1 # mio\r\ntitle='b'\t# qui\r\n",
        ),
        ("title='a'", set("title", word("l'alba")), "title=\"l'alba\""),
        ("\u{FEFF}title = \"a\"", set("title", word("b")), "\u{FEFF}title = \"b\""),
        (
            "title = \"a\"",
            set("title", word("due\nrighe \\ \"e\" \u{1B}")),
            "title = \"due\\nrighe \\\\ \\\"e\\\" \\u001B\"",
        ),
        (
            "when = 2026-11-24 18:30:00 # sera",
            set("when", when("2026-11-25T08:00:00")),
            "when = 2026-11-25 08:00:00 # sera",
        ),
        (
            "when = 2026-11-24",
            set("when", when("2026-11-25T08:00:00")),
            "when = 2026-11-25T08:00:00",
        ),
        // Prose keeps its form where that form can hold it.
        (
            "text = \"\"\"\nuno\n\"\"\"\n",
            set("text", text("due\ntre")),
            "text = \"\"\"\ndue\ntre\n\"\"\"\n",
        ),
        ("text = '''\nuno\n'''", set("text", text("C:\\lana")), "text = '''\nC:\\lana\n'''"),
        (
            "text = '''\nuno\n'''",
            set("text", text("tre ''' apici")),
            "text = \"\"\"\ntre ''' apici\n\"\"\"",
        ),
        ("text = \"\"\"uno\"\"\"", set("text", text("due")), "text = \"\"\"\ndue\"\"\""),
        ("text = \"\"\"uno\"\"\"", set("text", text("\"due\"")), "text = \"\"\"\n\"due\\\"\"\"\""),
        ("text = \"uno\"", set("text", text("due")), "text = \"due\""),
        ("text = \"uno\"", set("text", text("due\ntre")), "text = \"\"\"\ndue\ntre\n\"\"\""),
        (
            "text = \"\"\"\r\nuno\r\n\"\"\"\r\n",
            set("text", text("due\ntre")),
            "text = \"\"\"\r\ndue\r\ntre\r\n\"\"\"\r\n",
        ),
        (
            "text = \"\"\"\nuno\n\"\"\"",
            set("text", text("\"\"\"\" e \\")),
            "text = \"\"\"\n\"\"\\\"\" e \\\\\n\"\"\"",
        ),
        (
            "text = \"\"\"\nuno\n\"\"\"",
            set("text", text("fine\n\n")),
            "text = \"\"\"\nfine\n\n\n\"\"\"",
        ),
        ("text = \"\"\"\nuno\n\"\"\"", set("text", text("")), "text = \"\""),
        // Lists keep their lines and comments.
        (
            "channels = [\"ig\", 'fb']",
            set("channels", list(&["ig", "fb", "li"])),
            "channels = [\"ig\", 'fb', \"li\"]",
        ),
        (
            "channels = [\n  \"ig\", # foto\n  \"fb\",\n]",
            set("channels", list(&["ig", "fb", "li"])),
            "channels = [\n  \"ig\", # foto\n  \"fb\",\n  \"li\",\n]",
        ),
        (
            "channels = [\n  \"ig\",\n  \"fb\",\n]",
            set("channels", list(&["ig", "li"])),
            "channels = [\n  \"ig\",\n  \"li\",\n]",
        ),
        (
            "channels = [\"ig\", \"fb\", \"li\"]",
            set("channels", list(&["ig", "li"])),
            "channels = [\"ig\", \"li\"]",
        ),
        ("channels = [\"ig\"]", set("channels", list(&[])), "channels = []"),
        ("channels = []", set("channels", list(&["ig"])), "channels = [\"ig\"]"),
        (
            "channels = [ \"ig\", ]",
            set("channels", list(&["fb", "ig"])),
            "channels = [ \"fb\", \"ig\", ]",
        ),
    ];
    for (before, edit, after) in rows {
        assert_eq!(edited(before, &edit), after, "{before}");
    }
}

#[test]
fn a_new_key_goes_where_a_person_would_look_for_it_and_comes_out_again() {
    let rows = [
        (
            "id = \"k\"\ntext = \"a\"\n",
            set("when", when("2026-11-24T18:30:00")),
            "id = \"k\"\nwhen = 2026-11-24T18:30:00\ntext = \"a\"\n",
        ),
        ("id = \"k\"", set("title", word("a")), "id = \"k\"\ntitle = \"a\""),
        (
            "# nota\nid = \"k\"\n\n[variants.ig]\nheadline = \"x\"\n",
            set("text", text("a")),
            "# nota\nid = \"k\"\ntext = \"\"\"\na\n\"\"\"\n\n[variants.ig]\nheadline = \"x\"\n",
        ),
        (
            "id = \"k\"\n\n  [variants.ig]\n  headline = \"x\"\n",
            set("variants.ig.when", when("2026-11-24T18:30:00")),
            "id = \"k\"\n\n  [variants.ig]\n  when = 2026-11-24T18:30:00\n  headline = \"x\"\n",
        ),
        (
            "id = \"k\"\n",
            set("variants.ig.text", text("a")),
            "id = \"k\"\n\n[variants.ig]\ntext = \"\"\"\na\n\"\"\"\n",
        ),
        (
            "id = \"k\"\nvariants.ig.headline = \"x\"\n",
            set("variants.ig.text", text("a")),
            "id = \"k\"\nvariants.ig.headline = \"x\"\nvariants.ig.text = \"\"\"\na\n\"\"\"\n",
        ),
        (
            "id = \"k\"\nvariants = { ig = { headline = \"x\" } }\n",
            set("variants.ig.text", text("a")),
            "id = \"k\"\nvariants = { ig = { headline = \"x\", text = \"a\" } }\n",
        ),
        (
            "id = \"k\"\nvariants = {}\n",
            set("variants.ig.text", text("a\nb")),
            "id = \"k\"\nvariants = { ig.text = \"a\\nb\" }\n",
        ),
        (
            "id = \"k\"\n\n[approval]\nhash = \"x\"\n",
            set("published.ig", table(&[("url", "u")])),
            "id = \"k\"\n\n[approval]\nhash = \"x\"\n\n[published.ig]\nurl = \"u\"\n",
        ),
        (
            "id = \"k\"\n\n[published.ig]\nurl = \"u\"\n",
            set("published.fb", table(&[("url", "v")])),
            "id = \"k\"\n\n[published.ig]\nurl = \"u\"\n\n[published.fb]\nurl = \"v\"\n",
        ),
        (
            "id = \"k\"\n\n[approval]\nhash = \"x\"",
            FieldEdit::Add { key: key("origin"), item: table(&[("draft", "a/b")]) },
            "id = \"k\"\n\n[[origin]]\ndraft = \"a/b\"\n\n[approval]\nhash = \"x\"",
        ),
        (
            "id = \"k\"\r\n\r\n[[origin]]\r\ndraft = \"a/b\"\r\n",
            FieldEdit::Add { key: key("origin"), item: table(&[("draft", "c/d")]) },
            "id = \"k\"\r\n\r\n[[origin]]\r\ndraft = \"a/b\"\r\n\r\n[[origin]]\r\ndraft = \"c/d\"\r\n",
        ),
        (
            "origin = [{ draft = \"a/b\" }]\n",
            FieldEdit::Add { key: key("origin"), item: table(&[("draft", "c/d")]) },
            "origin = [{ draft = \"a/b\" }, { draft = \"c/d\" }]\n",
        ),
        (
            "id = \"k\"",
            set("media", FieldValue::Tables(vec![vec![("path".into(), word("a.jpg"))]])),
            "id = \"k\"\n\n[[media]]\npath = \"a.jpg\"",
        ),
    ];
    for (before, edit, after) in rows {
        let found = edited(before, &edit);
        assert_eq!(found, after, "{before}");
        let back = match edit {
            FieldEdit::Replace { key, to, .. } => FieldEdit::Replace { key, from: to, to: None },
            FieldEdit::Add { key, item } => FieldEdit::Remove { key, item },
            FieldEdit::Remove { key, item } => FieldEdit::Add { key, item },
        };
        let again = edited(&found, &back);
        let spaced = before.replace("{}", "{  }");
        assert!(again == before || again == spaced, "undone: {again:?}, before: {before:?}");
    }
}

#[test]
fn tables_are_edited_row_by_row_and_lists_of_tables_entry_by_entry() {
    let before =
        "id = \"k\"\n[published.ig] # a mano\nat = 2026-11-24T18:00:00Z\nurl = \"u\"\nnota = 1\n";
    let url = |url: &str| FieldValue::Table(vec![("url".into(), word(url))]);
    let edit =
        FieldEdit::Replace { key: key("published.ig"), from: Some(url("u")), to: Some(url("v")) };
    assert_eq!(edited(before, &edit), before.replace("\"u\"", "\"v\""));
    let none = FieldValue::Table(vec![]);
    let edit =
        FieldEdit::Replace { key: key("published.ig"), from: Some(url("u")), to: Some(none) };
    assert_eq!(edited(before, &edit), before.replace("url = \"u\"\n", ""));

    let media =
        "[[media]]\npath = \"a.jpg\" # la prima\nalt = \"A\"\n\n[[media]]\npath = \"b.jpg\"\n";
    let rows = |path: &str, alt: &str| vec![("path".into(), word(path)), ("alt".into(), word(alt))];
    let to = FieldValue::Tables(vec![rows("a.jpg", "Lana")]);
    let one = edited(media, &set("media", to));
    assert_eq!(one, "[[media]]\npath = \"a.jpg\" # la prima\nalt = \"Lana\"\n");
    let to = FieldValue::Tables(vec![rows("a.jpg", "A"), rows("b.jpg", "B"), rows("c.jpg", "C")]);
    let three = "[[media]]\npath = \"a.jpg\" # la prima\nalt = \"A\"\n\n[[media]]\npath = \"b.jpg\"\nalt = \"B\"\n\n[[media]]\npath = \"c.jpg\"\nalt = \"C\"\n";
    assert_eq!(edited(media, &set("media", to)), three);
}

#[test]
fn what_is_not_toml_or_cannot_be_edited_faithfully_is_refused() {
    assert_eq!(splice(b"id = \n", &[set("title", word("a"))]), None);
    assert_eq!(splice(b"\xFF", &[set("title", word("a"))]), None);
    assert_eq!(splice(b"variants = 3\n", &[set("variants.ig.text", text("a"))]), None);
    assert_eq!(splice(b"[[variants]]\nx = 1\n", &[set("variants.ig.text", text("a"))]), None);
}

/// A small generator of its own, so that a failing case can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.0 >> 33) as usize) % sides
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }

    fn prose(&mut self) -> String {
        let bits = [
            "La lana torna.",
            "\n",
            "\"",
            "\\",
            "\"\"\"",
            "'''",
            "è",
            "🧶",
            "\t",
            " ",
            "#",
            "\u{1B}",
            "\u{7F}",
            "\r\n",
            "]",
            "=",
        ];
        (0..self.roll(9)).map(|_| self.pick(&bits)).collect()
    }

    /// A post in some hand's style.
    fn file(&mut self) -> String {
        let eq = self.pick(&[" = ", "=", "  =\t"]);
        let note = self.pick(&["", " # nota", "\t#x = \"]\""]);
        let blank = self.pick(&["", "\n", "\n# --- \n\n"]);
        let title = self.pick(&["\"Lancio\"", "'Lancio'", "\"\\u00e8\"", "\"\"\"Lancio\"\"\""]);
        let prose = self.pick(&[
            "\"uno\"",
            "\"\"\"\nuno\ndue\n\"\"\"",
            "'''uno'''",
            "\"\"\"uno \\\n  due\"\"\"",
        ]);
        let channels =
            self.pick(&["[]", "[\"ig\"]", "[ 'ig', \"fb\" ]", "[\n  \"ig\", # foto\n  \"fb\",\n]"]);
        let tail = self.pick(&[
            "",
            "[variants.ig]\ntext = \"v\"\n",
            "[variants]\nig = { text = \"v\" }\n",
            "[[origin]]\ndraft = \"k3f9q7ab/4t8w2zqc\"\n",
            "[altro]\n\"chiave strana\" = [1, {a = 2}]\n",
        ]);
        let file = format!(
            "# testa\nid{eq}\"k3f9q7ab\"{note}\n{blank}title{eq}{title}{note}\nchannels{eq}{channels}{note}\nmia{eq}1979-05-27{note}\ntext{eq}{prose}{note}\n{blank}{tail}"
        );
        let file = if self.roll(2) == 0 { file.replace('\n', "\r\n") } else { file };
        let file = if self.roll(3) == 0 { file.trim_end().to_owned() } else { file };
        if self.roll(4) == 0 { format!("\u{FEFF}{file}") } else { file }
    }

    fn edit(&mut self) -> FieldEdit {
        let prose = self.prose();
        match self.roll(9) {
            0 => set("title", word(&prose)),
            1 => set("text", text(&prose)),
            2 => set("channels", list(&["ig", "fb", "linkedin"][self.roll(3)..])),
            3 => set("when", when("2026-11-24T18:30:00")),
            4 => set("variants.ig.text", text(&prose)),
            5 => set("notes", text(&prose)),
            6 => FieldEdit::Add {
                key: key("origin"),
                item: table(&[("draft", "k3f9q7ab/00000000")]),
            },
            7 => unset(["title", "channels", "text"][self.roll(3)]),
            _ => set("published.ig", table(&[("url", &prose)])),
        }
    }
}

/// The bytes of `old` that are not in `new` any more, cut at both ends.
fn changed(old: &str, new: &str) -> Range<usize> {
    let (old, new) = (old.as_bytes(), new.as_bytes());
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    start..old.len() - end
}

/// The span of a value as the other parser sees it, with the whole line when it is removed.
fn allowed(old: &str, edit: &FieldEdit) -> Range<usize> {
    let mark = if old.starts_with('\u{FEFF}') { 3 } else { 0 };
    let tree = toml::de::DeTable::parse(&old[mark..]).expect("the generated file is TOML");
    let FieldEdit::Replace { key, to, .. } = edit else { return 0..0 };
    let mut value = tree.get_ref().get(key[0].as_str());
    for part in &key[1..] {
        value = value.and_then(|value| value.get_ref().as_table()?.get(part.as_str()));
    }
    let Some(value) = value else { return 0..0 };
    let span = value.span().start + mark..value.span().end + mark;
    if to.is_some() {
        return span;
    }
    let start = old[..span.start].rfind('\n').map_or(mark, |feed| feed + 1);
    let end = old[span.end..].find('\n').map_or(old.len(), |feed| span.end + feed + 1);
    // Equal characters on both sides can make the difference look one line higher.
    start.saturating_sub(2)..end
}

#[test]
fn twenty_thousand_edits_change_no_byte_outside_their_values() {
    let mut dice = Dice(20_261_124);
    let mut refused = 0;
    for round in 0..20_000 {
        let (old, edit) = (dice.file(), dice.edit());
        let Some(new) = splice(old.as_bytes(), std::slice::from_ref(&edit)) else {
            refused += 1;
            continue;
        };
        let new = String::from_utf8(new).expect("UTF-8");
        let (changed, allowed) = (changed(&old, &new), allowed(&old, &edit));
        let inside =
            changed.is_empty() || changed.start >= allowed.start && changed.end <= allowed.end;
        assert!(inside, "round {round}: {edit:?} changed {:?} of\n{old}", &old[changed]);
        assert!(toml::de::DeTable::parse(new.trim_start_matches('\u{FEFF}')).is_ok(), "{new}");
    }
    assert_eq!(refused, 0, "every one of these edits can be made");
}
