//! `palinsesto verify [--base REV]`: who stands behind each post that is going out, for
//! whoever does not trust this program's screen, and for CI. Writes nothing.

use super::approval::{consent, said};
use super::line::title;
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::checks::networks;
use crate::domain::{Consent, Entry, RelPath, Voided, When, covered_changes, placements};
use crate::gate::{Covered, covered, hash_of};
use crate::git;
use crate::i18n::Words;
use crate::storage::read_post;
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
    /// Sentences that stand as a machine wrote them.
    machine: usize,
}

/// How an approval came to be void.
struct Change {
    names: BTreeSet<String>,
    /// `None` where nobody has committed it yet.
    commit: Option<git::Version>,
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
            "posts": verdicts.iter().map(|verdict| as_json(words, verdict)).collect::<Vec<_>>(),
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
        let (all, bad) = (verdicts.len() as u64, bad as u64);
        writeln!(session.out, "{}", session.words.cli_verified(all - bad, all))?;
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
    let change = matches!(consent, Consent::Void { why: Voided::Changed, .. })
        .then(|| what_changed(opened, &entry))
        .flatten();
    let machine = super::origin::machine_sentences(opened, &entry.post);
    Verdict { entry, consent, good, change, machine }
}

/// Holds the post against its earlier versions, until one is as it was approved.
fn what_changed(opened: &Opened, entry: &Entry) -> Option<Change> {
    let approved = hash_of(entry.post.approval.as_ref()?)?;
    let now = opened.notary.covered(&entry.post, &opened.workspace, &opened.folder).ok()?;
    let names = |then: &Covered| covered_changes(then.lines(), now.lines());
    let root = opened.folder.root();
    let media: Vec<_> =
        entry.post.media.iter().map(|m| opened.folder.medium_hash(&m.path)).collect();
    let mut later = None;
    for (version, path) in git::versions(root, &entry.path).unwrap_or_default() {
        let bytes = git::file_at(root, &version.commit, &path)?;
        let then = read_post(&path, &bytes, opened.zone()).ok();
        let then =
            then.and_then(|then| covered(&then.post, &opened.workspace, networks(), &media).ok());
        if let Some(then) = then.filter(|then| then.hash() == approved) {
            return Some(Change { names: names(&then), commit: later });
        }
        later = Some(version);
    }
    // Never committed as it was approved: this machine may know it all the same.
    let then = opened.notary.kept(approved)?;
    Some(Change { names: names(&then), commit: None })
}

fn print(session: &mut Session, opened: &Opened, verdict: &Verdict) -> Result<(), Stop> {
    let words = &session.words;
    let Verdict { entry, consent, good, change, machine } = verdict;
    let mark = if *good { "✓" } else { "✗" };
    let when = entry.post.when.map(|when| day_and_hour(opened, when)).unwrap_or_default();
    let head = format!("{mark} {} {when} {}", entry.post.id, title(entry));
    let mut lines = vec![format!("{head}: {}", said(words, opened, consent))];
    if let Some(Change { names, commit }) = change {
        let names: Vec<String> = names.iter().map(|name| words.covered_name(name)).collect();
        let names = names.join(", ");
        lines.push(match commit {
            Some(version) => words.cli_voided_by(
                reveal_line(&version.subject),
                words.person(&version.by),
                version.day.as_str(),
                version.commit.get(..10).unwrap_or_default(),
                names,
            ),
            None => words.cli_voided_uncommitted(names),
        });
    }
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

fn as_json(words: &Words, verdict: &Verdict) -> Value {
    let mut value = consent(words, &verdict.consent);
    value["id"] = json!(verdict.entry.post.id.as_str());
    value["path"] = json!(verdict.entry.path.as_str());
    value["title"] = json!(verdict.entry.post.display_title());
    value["good"] = json!(verdict.good);
    value["machine_sentences"] = json!(verdict.machine);
    value["changed"] = json!(verdict.change.as_ref().map(|change| json!({
        "what": change.names,
        "commit": change.commit.as_ref().map(|version| version.commit.as_str()),
        "by": change.commit.as_ref().map(|version| version.by.as_str()),
    })));
    value
}
