//! The shapes of `--json`: English codes, localised messages, a `format` number.
//! They are a promise to scripts: add keys, never change one.

use super::{Opened, opened::flags};
use crate::checks::Count;
use crate::domain::{Entry, Finding, Flag, Moment, Placed, PlanNotice, Problem, Stage, When};
use crate::i18n::{Told, Words};
use crate::text::invisibles;
use chrono_tz::Tz;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The number of these shapes.
pub const FORMAT: u32 = 1;

/// Why a run ended early: one line on the error stream.
pub fn error(code: &str, told: &Told) -> String {
    let error = json!({ "code": code, "message": told.sentence, "next": told.next });
    written(&json!({ "format": FORMAT, "error": error }).to_string())
}

/// As it may stand on a terminal: what nobody would see is escaped, which says the same.
pub fn written(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for line in value.split_inclusive('\n') {
        let mut from = 0;
        for hidden in invisibles(line) {
            out.push_str(&line[from..hidden.start]);
            for unit in line[hidden.clone()].encode_utf16() {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
            from = hidden.end;
        }
        out.push_str(&line[from..]);
    }
    out
}

pub fn placed(opened: &mut Opened, words: &Words, card: &Placed) -> Value {
    let Placed { placement, entry, stage, .. } = card;
    let waiting = opened.waiting(&entry.post.id);
    let findings = opened.placed(&entry.path, opened.findings(entry, Some(placement)));
    let mut value = post_head(opened, entry, Some(placement.when), &placement.channels);
    value["stage"] = json!(stage.code());
    let late = card.is_overdue(opened.now.utc);
    let frozen = opened.is_frozen(&entry.post, &placement.channels);
    finish(&mut value, words, &flags((*stage, frozen), &findings, late, waiting), &findings);
    value["suggestions"] = json!(waiting);
    value
}

/// A whole post as one row: its first time, all its channels.
pub fn post(opened: &mut Opened, words: &Words, entry: &Entry) -> Value {
    let waiting = opened.waiting(&entry.post.id);
    let findings = opened.placed(&entry.path, opened.findings(entry, None));
    let mut value = post_head(opened, entry, entry.post.when, &entry.post.channels);
    let stage = opened.shelf.stage(entry);
    value["stage"] = json!(stage.code());
    let late = Stage::is_late(&entry.post, opened.now);
    let frozen = opened.is_frozen(&entry.post, &entry.post.channels);
    finish(&mut value, words, &flags((stage, frozen), &findings, late, waiting), &findings);
    value["suggestions"] = json!(waiting);
    value
}

/// The whole answer of a verb that made or moved one post.
pub fn one_post(opened: &mut Opened, words: &Words, entry: &Entry) -> Value {
    let mut value = post(opened, words, entry);
    value["format"] = json!(FORMAT);
    value
}

fn post_head(opened: &Opened, entry: &Entry, when: Option<When>, channels: &[String]) -> Value {
    let post = &entry.post;
    let channel = |key: &String| {
        let network = opened.workspace.channel(key).map(|channel| channel.network.as_str());
        json!({ "key": key, "network": network })
    };
    json!({
        "id": post.id.as_str(),
        "path": entry.path.as_str(),
        "title": post.display_title(),
        "when": when.map(|when| when_text(when, opened.zone())),
        "time_set": when.is_some_and(When::has_time),
        "channels": channels.iter().map(channel).collect::<Vec<_>>(),
        "stage": Value::Null,
        "flags": [],
        "pillar": post.pillar,
        "campaign": post.campaign,
        "labels": post.labels,
        "lang": post.lang,
        "suggestions": 0,
        "findings": [],
    })
}

fn finish(value: &mut Value, words: &Words, flags: &[Flag], findings: &[Finding]) {
    let codes: Vec<&str> = flags.iter().map(|flag| flag.code()).collect();
    value["flags"] = json!(codes);
    value["findings"] = findings.iter().map(|f| finding(words, f)).collect();
}

/// With the offset where the instant is known, without it where daylight saving leaves
/// it open, a bare day where the time is to be set.
pub fn when_text(when: When, zone: Tz) -> String {
    match when.moment(zone) {
        Moment::Unset(day) => day.to_string(),
        Moment::At(at) => at.to_rfc3339(),
        Moment::Gap { .. } | Moment::Fold { .. } => {
            when.wall(zone).format("%Y-%m-%dT%H:%M:%S").to_string()
        }
    }
}

pub fn finding(words: &Words, finding: &Finding) -> Value {
    let told = words.finding(&finding.kind);
    json!({
        "code": finding.kind.code(),
        "severity": finding.severity.code(),
        "channel": finding.channel,
        "line": finding.line,
        "column": finding.column,
        // Bytes of the text as it goes out on the channel; one for the break between two
        // messages of a thread.
        "span": finding.span.as_ref().map(|s| json!({ "start": s.start, "end": s.end })),
        "message": told.sentence,
        "next": told.next,
    })
}

/// What a week lacks, or a brand; `told` with the names of its channels.
pub fn notice(notice: &PlanNotice, told: &Told) -> Value {
    let mut value = json!({
        "code": notice.code(),
        "at": notice.at().map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string()),
        "message": told.sentence,
        "next": told.next,
    });
    match notice {
        PlanNotice::Silence { channel, days, .. } => {
            (value["channel"], value["days"]) = (json!(channel), json!(days));
        }
        PlanNotice::Unfilled { channel, slots } => {
            let days: Vec<_> = slots.iter().map(|at| at.date().to_string()).collect();
            (value["channel"], value["dates"]) = (json!(channel), json!(days));
        }
        PlanNotice::Share { pillar, wanted, here, posts, .. } => {
            value["pillar"] = json!(pillar);
            (value["wanted"], value["here"]) = (json!(wanted), json!(here));
            value["posts"] = json!(posts);
        }
        PlanNotice::NoHolidays { country, .. } => value["country"] = json!(country),
    }
    value
}

pub fn problem(words: &Words, problem: &Problem) -> Value {
    let told = words.problem(&problem.kind);
    json!({
        "path": problem.path.as_str(),
        "line": problem.line,
        "column": problem.column,
        "code": problem.kind.code(),
        "message": told.sentence,
        "next": told.next,
    })
}

/// `part` is `text 2/3` for a message of a thread.
pub fn count(count: &Count) -> Value {
    let message = count.message.map_or_else(String::new, |message| format!(" {message}"));
    json!({
        "network": count.network,
        "part": format!("{}{message}", count.part.code()),
        "count": count.count,
        "limit": count.limit,
        "unit": count.unit.code(),
        "over": count.over,
        "fold": count.fold,
        "grade": count.grade.code(),
    })
}
