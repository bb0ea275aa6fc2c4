//! `palinsesto verify [--base REV]`: who stands behind each post that is going out, for
//! whoever does not trust this program's screen, and for CI. Writes nothing.

use super::consent::{self, Change};
use super::line::title;
use super::{Exit, Opened, Session, Stop, Verb, json};
use super::{approval, freeze};
use crate::domain::{Consent, Entry, RelPath, Voided, When, placements};
use crate::git;
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "verify", command, run };

fn command(words: &Words) -> Command {
    let base = Arg::new("base")
        .long("base")
        .value_name(words.cli_value_revision())
        .help(words.cli_arg_verify_base());
    let flag = |name: &'static str, help: String| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    let all = flag("all", words.cli_arg_verify_all());
    let claimed = flag("claimed", words.cli_arg_verify_claimed());
    Command::new("verify").about(words.cli_verify()).args([base, all, claimed])
}

/// One post and what is to be said of it.
struct Verdict {
    entry: Arc<Entry>,
    consent: Consent,
    /// It counts as approved here.
    good: bool,
    /// What is other than what was approved, and by which commit, where that can be told.
    change: Option<Change>,
    /// Something of it is held back.
    frozen: bool,
    /// Sentences that stand as a machine wrote them.
    machine: usize,
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    opened.load_all();
    let only = args.get_one::<String>("base").map(|base| changed(session, &opened, base));
    let only = only.transpose()?;
    let wanted = |entry: &&Arc<Entry>| {
        let scheduled = opened.shelf.stage(entry).is_ahead()
            && (args.get_flag("all") || is_to_come(entry, &opened));
        scheduled && only.as_ref().is_none_or(|only| only.contains(&entry.path))
    };
    let mut entries: Vec<Arc<Entry>> = opened.shelf.entries().filter(wanted).cloned().collect();
    entries.sort_by_key(|entry| {
        (entry.post.when.map(|when| when.wall(opened.zone())), entry.path.clone())
    });
    let claimed = args.get_flag("claimed");
    let verdicts: Vec<Verdict> =
        entries.into_iter().map(|entry| verdict(&mut opened, entry, claimed)).collect();
    let problems = opened.shelf.problems().filter(|problem| {
        problem.path.top() == "posts"
            && only.as_ref().is_none_or(|only| only.contains(&problem.path))
    });
    let broken: Vec<_> = problems.cloned().collect();
    let bad = verdicts.iter().filter(|verdict| !verdict.good).count();
    if session.json {
        let words = &session.words;
        let value = json!({
            "format": json::FORMAT,
            "approved": verdicts.len() - bad,
            "not_approved": bad,
            "posts": verdicts.iter().map(|verdict| as_json(words, &opened, verdict)).collect::<Vec<_>>(),
            "problems": broken.iter().map(|p| json::problem(words, p)).collect::<Vec<_>>(),
        });
        session.print_json(&value)?;
    } else {
        for verdict in &verdicts {
            print(session, &opened, verdict)?;
        }
        for problem in &broken {
            let told = session.words.problem(&problem.kind);
            let (line, column) = (problem.line, problem.column);
            writeln!(session.out, "✗ {}:{line}:{column}: {}", problem.path, told.sentence)?;
        }
        // Where it is taken on trust, nobody asks the ledger.
        let lacking = consent::lacking(&session.words, &opened).filter(|_| !claimed);
        if let Some(consent::Lacking { sentence, next, .. }) = lacking {
            let name = session.words.cli_doctor_ledger_file();
            writeln!(session.out, "{name}: {sentence}\n    {next}")?;
        }
        for line in freeze::faults(session, &opened) {
            writeln!(session.out, "{line}")?;
        }
        let (all, bad) = (verdicts.len() as u64, bad as u64);
        let said = match args.get_one::<String>("base") {
            Some(base) if all == 0 => session.words.cli_verify_no_change(reveal_line(base)),
            _ => session.words.cli_verified(all, all - bad),
        };
        writeln!(session.out, "{said}")?;
    }
    Ok(if bad == 0 && broken.is_empty() { Exit::Fine } else { Exit::Found })
}

/// Some card of it has not had its hour yet, or has none.
fn is_to_come(entry: &Entry, opened: &Opened) -> bool {
    let cards = placements(&entry.post, opened.zone());
    cards.iter().any(|card| card.instant.is_none_or(|at| at >= opened.now.utc))
}

/// The files that are not as they were in another commit.
fn changed(session: &Session, opened: &Opened, base: &str) -> Result<BTreeSet<RelPath>, Stop> {
    let words = &session.words;
    if !git::is_repo(opened.folder.root()) {
        let sentence = words.cli_verify_no_git(reveal_line(base));
        return Err(Stop::said(sentence, words.cli_next_no_git()));
    }
    let paths = git::changed_since(opened.folder.root(), base, &["posts"]);
    let paths = paths.map_err(|_| {
        Stop::said(words.cli_no_such_revision(reveal_line(base)), words.cli_next_revision())
    })?;
    Ok(paths.into_iter().collect())
}

fn verdict(opened: &mut Opened, entry: Arc<Entry>, claimed: bool) -> Verdict {
    let twin = opened.shelf.twins(&entry).next().is_some();
    let consent = if twin { Consent::None } else { entry.consent.clone() };
    let elsewhere = matches!(consent, Consent::Void { why: Voided::Elsewhere, .. });
    let good = consent.given().is_some() || claimed && elsewhere;
    let change = if twin { None } else { consent::changed(opened, &entry) };
    let frozen = opened.is_frozen(&entry.post, &entry.post.channels);
    let machine = super::origin::machine_sentences(opened, &entry.post);
    Verdict { entry, consent, good, change, frozen, machine }
}

fn print(session: &mut Session, opened: &Opened, verdict: &Verdict) -> Result<(), Stop> {
    let words = &session.words;
    let Verdict { entry, consent, good, change, machine, .. } = verdict;
    let mark = if *good { "✓" } else { "✗" };
    let when = entry.post.when.map(|when| day_and_hour(opened, when)).unwrap_or_default();
    let head = format!("{mark} {} {when} {}", entry.post.id, title(entry));
    let said = match consent {
        // It counts because it was asked to.
        Consent::Void { by, .. } if *good => match words.person(by) {
            by if by.is_empty() => words.cli_claimed(),
            by => format!("{} ({by})", words.cli_claimed()),
        },
        consent => consent::said(words, opened, &entry.post, consent),
    };
    let mut lines = vec![format!("{head} · {said}")];
    lines.extend(change.as_ref().map(|change| change.said(words)));
    lines.extend(consent::still_open(words, opened, &entry.post));
    lines.extend(consent::frozen_by_name(session, opened, &entry.post));
    if !good && *machine > 0 {
        lines.push(words.cli_machine_unreviewed(*machine as u64));
    }
    for (at, line) in lines.iter().enumerate() {
        writeln!(session.out, "{}{line}", if at == 0 { "" } else { "    " })?;
    }
    Ok(())
}

/// Day and hour of the brand, as they sort.
fn day_and_hour(opened: &Opened, when: When) -> String {
    let shape = if when.has_time() { "%Y-%m-%d %H:%M" } else { "%Y-%m-%d" };
    when.wall(opened.zone()).format(shape).to_string()
}

fn as_json(words: &Words, opened: &Opened, verdict: &Verdict) -> Value {
    let post = &verdict.entry.post;
    let mut value = Value::Object(consent::more(words, opened, post, &verdict.consent));
    value[approval::KEY] = json!(consent::code(&verdict.consent));
    value["when"] = json!(post.when.map(|when| json::when_text(when, opened.zone())));
    value["time_set"] = json!(post.when.is_some_and(When::has_time));
    value["in_review"] = json!(opened.shelf.review(&post.id).is_open());
    value["frozen"] = json!(verdict.frozen);
    value["id"] = json!(verdict.entry.post.id.as_str());
    value["path"] = json!(verdict.entry.path.as_str());
    value["title"] = json!(verdict.entry.post.display_title());
    value["good"] = json!(verdict.good);
    value["machine_sentences"] = json!(verdict.machine);
    value["changed"] = json!(verdict.change.as_ref().map(Change::as_json));
    value
}
