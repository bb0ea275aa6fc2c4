//! A post as it is laid before somebody at a terminal who may approve it: all that goes out,
//! channel by channel, and what is known of it. The screen says the same in the approve view.

use super::approval::shown;
use super::line::channel_name;
use super::{Opened, Session, Stop, consent, origin, paper};
use crate::domain::{
    Before, Consent, CoveredLine, Entry, Finding, FindingKind, Gravity, MediumSource, Open, Point,
    placements,
};
use crate::features::approve::{Change, changes};
use crate::gate::Covered;
use crate::i18n::Words;
use crate::text::{reveal, reveal_line};
use crate::ui::difference;
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// What stands above the text of a channel already.
const SAID_IN_HEAD: [&str; 4] = ["channel", "network", "account", "instant"];

/// What is to be written, and what it is written from.
pub struct Sheet<'a> {
    pub entry: &'a Arc<Entry>,
    pub covered: &'a Covered,
    pub open: &'a Open<'a>,
}

impl Sheet<'_> {
    pub fn write(&self, session: &mut Session, opened: &mut Opened) -> Result<(), Stop> {
        let post = &self.entry.post;
        let title = format!("{} ({})", super::line::title(self.entry), post.id);
        paper::write(session, "", &title)?;
        let void = matches!(self.entry.consent, Consent::Void { .. });
        let words = &session.words;
        let void = void.then(|| consent::said(words, opened, post, &self.entry.consent));
        let above = void.into_iter().chain(consent::frozen(session, opened, post));
        for line in above.collect::<Vec<_>>() {
            paper::write(session, "", &line)?;
        }
        self.channels(session, opened)?;
        self.common(session)?;
        let parts = [
            self.since(session, opened),
            Some(self.noticed(session)),
            self.besides(session),
            self.ticks(session),
            machine(session, opened, self.entry),
        ];
        for (heading, lines) in parts.into_iter().flatten() {
            writeln!(session.out)?;
            paper::write(session, "", &format!("{heading}:"))?;
            for line in lines {
                paper::write(session, "  ", &line)?;
            }
        }
        writeln!(session.out, "\nsha256:{}\n", self.covered.hash())?;
        Ok(())
    }

    /// Channel by channel.
    fn channels(&self, session: &mut Session, opened: &Opened) -> Result<(), Stop> {
        for card in placements(&self.entry.post, opened.zone()) {
            for channel in &card.channels {
                let of = |line: &&CoveredLine| line.channel.as_ref() == Some(channel);
                let lines: Vec<&CoveredLine> = self.covered.lines().iter().filter(of).collect();
                let said = |name: &str| {
                    let mut all = lines.iter().filter(|line| line.name == name);
                    all.next().map_or("", |line| line.value.as_str())
                };
                let when = session.when(card.when, opened.now);
                let head = [channel_name(opened, channel), shown(said("account")), when];
                let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
                writeln!(session.out)?;
                paper::write(session, "── ", &format!("{} ──", head.join(" · ")))?;
                for line in lines.iter().filter(|line| !SAID_IN_HEAD.contains(&line.name.as_str()))
                {
                    if line.value.is_empty() {
                        continue;
                    }
                    let words = &session.words;
                    let name = words.covered_name(&line.name);
                    let said = match line.name.as_str() {
                        "text" => format!("\n{}", reveal(&line.value)),
                        name_of => {
                            let value = words.covered_value(name_of, &line.value);
                            format!("{name}: {}", reveal(&value))
                        }
                    };
                    paper::write(session, "", &said)?;
                }
            }
        }
        writeln!(session.out).map_err(Stop::from)
    }

    /// What goes out with the texts of all channels: the covered bytes name a picture by its
    /// hash alone, so the name that the post has for it stands beside.
    fn common(&self, session: &mut Session) -> Result<(), Stop> {
        let mut media = self.entry.post.media.iter();
        let mut source = MediumSource::default();
        let common = self.covered.lines().iter().filter(|line| line.channel.is_none());
        for line in common.filter(|line| line.name != "post") {
            let words = &session.words;
            let name = words.covered_name(&line.name);
            let value = line.value.as_str();
            let said = match line.name.as_str() {
                "sha256" => {
                    let path = media.next().map(|medium| reveal_line(&medium.path));
                    let path = path.unwrap_or_default();
                    format!("{name}: {path} (sha256:{value})")
                }
                "alt" if value.is_empty() => words.approve_no_alt(),
                "source" => {
                    source = MediumSource::from_code(value).unwrap_or_default();
                    continue;
                }
                "realistic" => {
                    let name = words.covered_name("source");
                    let real = words.looks_real(source, value);
                    let said = [Some(words.medium_source(source)), real];
                    let said: Vec<String> = said.into_iter().flatten().collect();
                    format!("{name}: {}", said.join(", "))
                }
                _ if value.is_empty() => continue,
                name_of => format!("{name}: {}", shown(&words.covered_value(name_of, value))),
            };
            paper::write(session, "", &said)?;
        }
        Ok(())
    }

    /// What goes out otherwise than it was approved last.
    fn since(&self, session: &Session, opened: &Opened) -> Option<(String, Vec<String>)> {
        let entry = (**self.entry).clone();
        let sheet = opened.notary.sheet(entry, &opened.workspace, &opened.folder);
        let Before { by, at, lines, taken_back } = sheet.before?;
        let words = &session.words;
        let (who, when) = (words.person(&by), moment(at, words, opened));
        let Some(before) = lines else {
            return Some((words.approve_since(who, when), vec![words.approve_since_lost()]));
        };
        let changed = changes(&before, self.covered.lines());
        let mut told: Vec<String> = Vec::new();
        told.extend(taken_back.as_ref().map(|back| {
            words.approve_taken_back(words.person(&back.by), moment(back.at, words, opened))
        }));
        told.extend(changed.is_empty().then(|| words.approve_since_nothing()));
        told.extend(changed.iter().map(|change| line(change, words, opened)));
        // It was no change that ended it.
        let heading = if taken_back.is_some() || changed.is_empty() {
            words.approve_had(who, when)
        } else {
            words.approve_since(who, when)
        };
        Some((heading, told))
    }

    /// What is open: every line of it counts.
    fn noticed(&self, session: &Session) -> (String, Vec<String>) {
        let words = &session.words;
        let mut lines: Vec<String> = Vec::new();
        for Point { note, .. } in &self.open.points {
            lines.push(format!("◇ {}", consent::asked(words, note)));
        }
        lines.extend(told(&self.open.findings, words));
        if lines.is_empty() {
            lines.push(words.approve_nothing_noticed());
        }
        (words.approve_noticed(), lines)
    }

    /// What is no reason to ask twice.
    fn besides(&self, session: &Session) -> Option<(String, Vec<String>)> {
        let words = &session.words;
        let lines = told(&self.open.others, words);
        (!lines.is_empty()).then(|| (words.approve_besides(), lines))
    }

    /// What somebody answers for.
    fn ticks(&self, session: &Session) -> Option<(String, Vec<String>)> {
        let words = &session.words;
        let said =
            |quote: &str| self.covered.lines().iter().any(|line| line.value.contains(quote.trim()));
        let ticks = self.entry.post.ticks.iter().filter(|tick| said(&tick.quote));
        let lines: Vec<String> = ticks
            .map(|tick| {
                let quote = words.drafts_quote(reveal_line(&tick.quote).into_owned());
                let note = tick.note.as_deref().map(|note| format!(": {}", reveal_line(note)));
                format!("{quote} · {}{}", words.person(&tick.by), note.unwrap_or_default())
            })
            .collect();
        (!lines.is_empty()).then(|| (words.approve_ticks(), lines))
    }
}

/// The gravest first, each once.
fn told(found: &[Finding], words: &Words) -> Vec<String> {
    let mut found: Vec<&Finding> = found.iter().collect();
    // Said at the top.
    found.retain(|finding| !matches!(finding.kind, FindingKind::ApprovalVoid { .. }));
    found.sort_by_key(|finding| finding.gravity());
    let mut lines: Vec<String> = Vec::new();
    for finding in found {
        let mark = if finding.gravity() <= Gravity::Warns { "!" } else { "?" };
        let sentence = words.finding(&finding.kind).sentence;
        let line = format!("{mark} {}", reveal_line(&sentence));
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// What a machine had to do with it; nothing where none had.
fn machine(session: &Session, opened: &mut Opened, entry: &Entry) -> Option<(String, Vec<String>)> {
    let post = &entry.post;
    let of_media = post.media.iter().any(|medium| medium.source.is_ai());
    if post.origin.is_empty() && post.ai.is_none() && !of_media {
        return None;
    }
    Some((session.words.approve_machine(), origin::machine(session, opened, post)))
}

/// `testo (Instagram): La [-lana-]{+seta+} torna a casa.`
fn line(change: &Change, words: &Words, opened: &Opened) -> String {
    let channel = change.channel.map(|key| channel_name(opened, key)).unwrap_or_default();
    if change.name == "channel" {
        return match change.old {
            None => words.approve_channel_added(channel),
            Some(_) => words.approve_channel_removed(channel),
        };
    }
    let of = if channel.is_empty() { String::new() } else { format!(" ({channel})") };
    let at = |value: Option<&str>| {
        let at = value?.parse::<DateTime<Utc>>().ok()?;
        Some(moment(at, words, opened))
    };
    let said = match (change.name, at(change.old), at(change.new)) {
        ("instant", Some(old), Some(new)) => format!("{old} → {new}"),
        ("sha256", ..) => match (change.old, change.new) {
            (None, _) => words.approve_file_added(),
            (_, None) => words.approve_file_removed(),
            _ => words.approve_file_other(),
        },
        _ => {
            let named =
                |value: Option<&str>| words.covered_value(change.name, value.unwrap_or_default());
            difference(&named(change.old), &named(change.new))
                .into_iter()
                .map(|span| span.text)
                .collect()
        }
    };
    let name = match change.name {
        // Of which picture, as the view says it.
        "realistic" => words.approve_name_medium(change.at as u64 + 1),
        name => words.covered_name(name),
    };
    format!("{name}{of}: {said}")
}

fn moment(at: DateTime<Utc>, words: &Words, opened: &Opened) -> String {
    words.moment(at.with_timezone(&opened.zone()).naive_local())
}
