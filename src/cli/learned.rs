//! `palinsesto voice`, the second half: the rules learned from decisions, those that are
//! proposed, and the answers to them. Proposals are numbered first, then what
//! `voice.toml` holds: one row of numbers for `accept`, `refuse` and `revoke`.

use super::{Exit, Opened, Session, Stop};
use crate::checks::learned::{proposals, sentence};
use crate::domain::{
    Case, Change, ChangeSet, Fate, Judged, Label, Learned, Proposal, Reason, judged,
};
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

/// What the folder's decisions and its `voice.toml` say together.
pub struct Lessons {
    pub decisions: usize,
    pub proposed: Vec<Proposal>,
    pub learned: Vec<Learned>,
}

pub fn commands(words: &Words) -> [Command; 3] {
    let number = || {
        Arg::new("number")
            .value_name(words.cli_value_number())
            .required(true)
            .value_parser(clap::value_parser!(usize))
            .help(words.cli_arg_voice_number())
    };
    [
        Command::new("accept").about(words.cli_voice_accept()).arg(number()),
        Command::new("refuse").about(words.cli_voice_refuse()).arg(number()),
        Command::new("revoke").about(words.cli_voice_revoke()).arg(number()),
    ]
}

/// Reads all the posts and their suggestions.
pub fn lessons(opened: &mut Opened) -> Lessons {
    let ids: Vec<_> = opened.shelf.entries().map(|entry| entry.post.id.clone()).collect();
    let mut all: Vec<Judged> = Vec::new();
    for id in ids {
        let suggestions = opened.suggestions(&id);
        if let Some(entry) = opened.shelf.get(&id).filter(|_| !suggestions.is_empty()) {
            all.extend(judged(Some(&entry.post), suggestions.iter().map(AsRef::as_ref)));
        }
    }
    let learned = opened.workspace.voice.learned.clone();
    Lessons { decisions: all.len(), proposed: proposals(&all, &learned), learned }
}

pub fn answer(verb: &str, args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    opened.load_all();
    let lessons = lessons(&mut opened);
    let number = args.get_one::<usize>("number").copied().unwrap_or_default();
    let none =
        |words: &Words| Stop::said(words.cli_voice_no_such(number as u64), words.cli_voice_next());
    let index = number.checked_sub(1).ok_or_else(|| none(&session.words))?;
    let (add, remove) = if verb == "revoke" {
        let held = index.checked_sub(lessons.proposed.len());
        let rule = held.and_then(|index| lessons.learned.get(index));
        (None, Some(rule.ok_or_else(|| none(&session.words))?.clone()))
    } else {
        let found = lessons.proposed.get(index).ok_or_else(|| none(&session.words))?;
        let rule = sentence(&found.lesson, opened.workspace.first_language());
        (Some(found.learned(rule, opened.now.today(), verb == "refuse")), None)
    };
    let rule = add.as_ref().or(remove.as_ref()).map(|rule| rule.rule.clone()).unwrap_or_default();
    let change =
        Change::Learn { add: add.iter().cloned().collect(), remove: remove.into_iter().collect() };
    opened.apply(session, &ChangeSet::one(Label::Learn, change))?;
    let words = &session.words;
    let said = match add {
        Some(_) => words.cli_voice_written(reveal_line(&rule)),
        None => words.cli_voice_taken_out(reveal_line(&rule)),
    };
    session.remark(&said)?;
    Ok(Exit::Fine)
}

/// The rows behind the habits.
pub fn tell(session: &mut Session, lessons: &Lessons) -> Result<(), Stop> {
    let words = &session.words;
    let mut lines = Vec::new();
    if lessons.proposed.is_empty() {
        lines.push(words.learned_no_proposals(lessons.decisions as u64));
    } else {
        lines.push(words.learned_proposals());
    }
    for (at, found) in lessons.proposed.iter().enumerate() {
        lines.push(format!("  {}. {}", at + 1, words.lesson(&found.lesson)));
        lines.push(format!("     {}", words.proposal_evidence(found)));
        lines.extend(found.cases.iter().map(|case| format!("     {}", shown(case, words))));
    }
    if lessons.learned.is_empty() {
        lines.push(words.learned_none());
    } else {
        lines.push(words.learned_heading());
    }
    for (at, rule) in lessons.learned.iter().enumerate() {
        let number = lessons.proposed.len() + at + 1;
        let notes = words.learned_notes(rule);
        let notes = if notes.is_empty() { notes } else { format!(" ({notes})") };
        lines.push(format!("  {number}. {}{notes}", rule.rule));
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(())
}

fn shown(case: &Case, words: &Words) -> String {
    let mark = if case.agrees { "+" } else { "-" };
    let one = &case.judged;
    let quote = words.drafts_quote(one.words.as_str());
    format!("{mark} {}/{}: {quote} → {}", one.post, one.suggestion, words.fate(&one.fate))
}

pub fn proposed_json(found: &Proposal, words: &Words) -> Value {
    let (value, with) = found.lesson.values();
    json!({
        "kind": found.lesson.code(),
        "value": value,
        "with": with,
        "message": words.lesson(&found.lesson),
        "agreeing": found.agreeing(),
        "cases": found.cases.iter().map(case_json).collect::<Vec<_>>(),
    })
}

fn case_json(case: &Case) -> Value {
    let one = &case.judged;
    let (verdict, hand, reason) = match &one.fate {
        Fate::Kept => ("accepted", None, None),
        Fate::Rewritten(hand) => ("rewritten", Some(hand), None),
        Fate::Rejected { reason, .. } => ("rejected", None, reason.map(Reason::code)),
    };
    json!({
        "post": one.post.as_str(),
        "suggestion": one.suggestion.as_str(),
        "words": one.words,
        "verdict": verdict,
        "hand": hand,
        "reason": reason,
        "at": one.at,
        "agrees": case.agrees,
    })
}

pub fn learned_json(rule: &Learned) -> Value {
    json!({
        "rule": rule.rule,
        "kind": rule.kind,
        "value": rule.value,
        "with": rule.with,
        "evidence": rule.evidence,
        "since": rule.since,
        "refused": rule.refused,
        "known": rule.lesson().is_some(),
    })
}
