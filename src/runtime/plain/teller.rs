//! What was said already, so that only news is said: arriving, a change of what is
//! selected, a new line, a word as it is finished. Adds lines, never takes one back.

use crate::app::Spoken;
use crate::i18n::Words;
use crate::text::graphemes;
use crate::ui::plain::{Said, Typing};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

#[derive(Debug, Default)]
pub struct Teller {
    /// By how many views lie below.
    told: BTreeMap<usize, Said>,
    notice: Option<String>,
    turn: u64,
    hints: HashSet<String>,
}

impl Teller {
    /// The lines that are news since the last time.
    pub fn tell(&mut self, now: Spoken, words: &Words) -> Vec<String> {
        let Spoken { depth, said, notice, turn, hints } = now;
        let acted = turn != self.turn;
        let mut out = Vec::new();
        if notice != self.notice || acted {
            out.extend(notice.clone());
        }
        (self.notice, self.turn) = (notice, turn);
        let above = self.told.split_off(&(depth + 1));
        let before = self.told.get(&depth).filter(|before| before.place == said.place);
        match before {
            None => arrive(&said, words, &mut out),
            Some(before) => {
                let back = !above.is_empty();
                out.extend(back.then(|| said.place.clone()));
                go_on(before, &said, back, words, &mut out);
                if out.is_empty() && acted && said.typing.is_none() {
                    // A key that changed nothing is answered with where one stands.
                    out.extend(said.here.iter().cloned());
                }
            }
        }
        // What has come to lie there may be done other things with than what was awaited.
        let arrived = before.is_none_or(|before| said.live && before.lines != said.lines);
        if arrived && !hints.is_empty() && self.hints.insert(hints.clone()) {
            out.push(words.plain_keys(hints));
        }
        self.told.insert(depth, said);
        let mut seen = HashSet::new();
        // A sign for a key has a name.
        let enter = words.key_name_enter();
        let heard = out.into_iter().map(|line| line.replace('⏎', &enter));
        heard.filter(|line| !line.trim().is_empty() && seen.insert(line.clone())).collect()
    }

    /// Everything is news again.
    pub fn forget(&mut self) {
        *self = Self { turn: self.turn, ..Self::default() };
    }
}

fn arrive(said: &Said, words: &Words, out: &mut Vec<String>) {
    out.push(said.place.clone());
    out.extend(said.lines.iter().cloned());
    out.extend(said.notes.iter().cloned());
    if let Some(typing) = &said.typing {
        out.extend(begin(typing, words));
    }
    // Last, so that it is what one has in the ear.
    out.extend(said.here.iter().map(|here| words.plain_here(here.as_str())));
}

fn go_on(before: &Said, said: &Said, back: bool, words: &Words, out: &mut Vec<String>) {
    if said.live {
        let new = said.lines.iter().filter(|line| !before.lines.contains(line));
        out.extend(new.map(|line| grown(line, &before.lines)));
    }
    match (&before.typing, &said.typing) {
        (Some(old), Some(new)) if old.label == new.label => out.extend(typed(old, new, words)),
        (_, Some(new)) => out.extend(begin(new, words)),
        (_, None) => {}
    }
    if said.here != before.here || back {
        out.extend(said.here.iter().cloned());
    }
    out.extend(said.notes.iter().filter(|note| !before.notes.contains(note)).cloned());
}

/// A line that goes on where an old one ended: only what came is news.
fn grown(line: &str, before: &[String]) -> String {
    let rests = before.iter().filter_map(|old| line.strip_prefix(old.as_str()));
    let rest = rests.min_by_key(|rest| rest.len()).filter(|rest| rest.starts_with(' '));
    rest.map_or_else(|| line.to_owned(), |rest| format!("…{rest}"))
}

/// On entering a text: what it says, and where the cursor stands.
fn begin(typing: &Typing, words: &Words) -> Vec<String> {
    let Typing { text, cursor, .. } = typing;
    let shown = match (text.is_empty(), typing.placeholder.is_empty()) {
        (false, _) => text.clone(),
        (true, false) => typing.placeholder.clone(),
        (true, true) => words.plain_empty(),
    };
    let mut lines: Vec<String> = shown.lines().map(str::to_owned).collect();
    if let Some(first) = lines.first_mut().filter(|_| !typing.label.is_empty()) {
        *first = words.plain_typed(typing.label.as_str(), first.as_str());
    }
    let number = |text: &str| text.matches('\n').count() + 1;
    let at = number(text.get(..*cursor).unwrap_or(text));
    if *cursor == text.len() {
        lines.extend((!text.is_empty()).then(|| words.plain_cursor_end()));
    } else if *cursor == 0 {
        lines.push(words.plain_cursor_start());
    } else {
        lines.push(words.plain_cursor_line(at, number(text)));
    }
    lines
}

/// What a key did to a text: the word it finished, what it took away, where it went.
fn typed(old: &Typing, new: &Typing, words: &Words) -> Option<String> {
    if old.text == new.text {
        return moved(old, new, words);
    }
    let (gone, come) = difference(&old.text, &new.text);
    let (gone, come) = (&old.text[gone], &new.text[come]);
    if come.is_empty() {
        return Some(words.plain_deleted(named(gone, words)));
    }
    if graphemes(come).count() > 1 || !gone.is_empty() {
        return Some(words.plain_inserted(named(come, words)));
    }
    // A single letter is heard from the keyboard; a word when it is finished.
    let ends = !come.chars().any(char::is_alphanumeric) && !matches!(come, "'" | "’" | "-");
    let before = new.text.get(..new.cursor)?.strip_suffix(come)?;
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let said = if come.trim().is_empty() { word.to_owned() } else { format!("{word}{come}") };
    (ends && !said.is_empty()).then_some(said)
}

fn moved(old: &Typing, new: &Typing, words: &Words) -> Option<String> {
    if old.selection != new.selection {
        let selected = new.text.get(new.selection.clone()).unwrap_or_default();
        return Some(if selected.is_empty() {
            words.plain_selection_off()
        } else {
            words.plain_selected(named(selected, words))
        });
    }
    if old.cursor == new.cursor {
        return None;
    }
    let line = |typing: &Typing| line_at(&typing.text, typing.cursor);
    if line(old) != line(new) {
        let text = &new.text[line(new)];
        return Some(if text.is_empty() { words.plain_blank_line() } else { text.to_owned() });
    }
    let between = old.cursor.min(new.cursor)..old.cursor.max(new.cursor);
    let step = graphemes(&new.text[between]).count() == 1;
    let rest = &new.text[new.cursor..line(new).end];
    Some(match graphemes(rest).next() {
        None if new.cursor == new.text.len() => words.plain_text_end(),
        None => words.plain_line_end(),
        Some(letter) if step => named(letter, words),
        Some(_) => rest.split_whitespace().next().unwrap_or_default().to_owned(),
    })
}

/// A space that is all there is has a name.
fn named(text: &str, words: &Words) -> String {
    match text {
        " " => words.plain_space(),
        "\n" => words.plain_line_end(),
        _ => text.to_owned(),
    }
}

fn line_at(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    start..text[at..].find('\n').map_or(text.len(), |feed| at + feed)
}

/// The one place where two texts differ, in bytes of each.
fn difference(old: &str, new: &str) -> (Range<usize>, Range<usize>) {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let head = same(&mut old.chars(), &mut new.chars());
    let tail = same(&mut old[head..].chars().rev(), &mut new[head..].chars().rev());
    (head..old.len() - tail, head..new.len() - tail)
}

#[cfg(test)]
mod tests;
