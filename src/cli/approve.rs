//! `palinsesto approve POST` and `palinsesto revoke POST`: a person's yes without a screen,
//! and taking it back. The post is written out as it goes out; the first characters of its
//! fingerprint are then typed at the terminal itself. No flag, no pipe and no variable
//! stands for them.

use super::approval::{covered, shown};
use super::line::channel_name;
use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::domain::{CoveredLine, Entry, Finding, Gravity, NotAnAct, RelPath, Seen, placements};
use crate::gate::{ApproveAct, Covered, TYPED};
use crate::i18n::Words;
use crate::runtime::Clock;
use crate::storage::{Hand, state_dir, state_home};
use crate::text::reveal;
use clap::{ArgMatches, Command};
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;

pub const VERB: Verb = Verb { name: "approve", command, run };
pub const REVOKE: Verb = Verb { name: "revoke", command: revoke_command, run: revoke };

fn command(words: &Words) -> Command {
    Command::new("approve").about(words.cli_approve()).arg(post_arg(words))
}

fn revoke_command(words: &Words) -> Command {
    Command::new("revoke").about(words.cli_revoke()).arg(post_arg(words))
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    session.no_json()?;
    let mut opened = session.open()?;
    let refused = |session: &Session, why| {
        Stop::said(session.words.not_an_act(why), session.words.cli_next_help("palinsesto approve"))
    };
    if session.clock(opened.zone())? != Clock::System {
        return Err(refused(session, NotAnAct::Pretended));
    }
    let by = session.by(&opened);
    if by.trim().is_empty() {
        return Err(refused(session, NotAnAct::Nobody));
    }
    // A second file of the same id may stand anywhere.
    opened.load_all();
    let entry = post(session, &mut opened, args)?;
    let findings = opened.findings(&entry, None);
    if let Some(finding) = findings.iter().find(|finding| finding.forbids_approval()) {
        let told = session.words.finding(&finding.kind);
        let sentence = session.words.cli_blocked_by(told.sentence);
        return Err(Stop::said(sentence, told.next));
    }
    let covered = covered(session, &opened, &entry)?;
    write_out(session, &opened, &entry, &covered)?;
    let open: Vec<&Finding> =
        findings.iter().filter(|finding| finding.gravity() <= Gravity::Warns).collect();
    for finding in &open {
        writeln!(session.out, "! {}", session.words.finding(&finding.kind).sentence)?;
    }
    session.out.flush()?;
    let first = covered.hash().to_string()[..TYPED].to_owned();
    let typed = asked(&session.words.cli_type_hash(by.as_str(), first))
        .map_err(|_| refused(session, NotAnAct::NotAPress))?;
    let seen = Seen {
        post: entry.post.id.clone(),
        hash: covered.hash(),
        to_the_end: true,
        open: open.len() as u32,
        ticked: entry.post.ticks.len() as u32,
        typed: None,
        bulk: false,
    };
    let act = ApproveAct::typed(&typed, &seen).map_err(|why| refused(session, why))?;
    // As it is now: somebody may have written meanwhile.
    let Some(fresh) = opened.load_path(&entry.path) else { return Ok(Exit::Trouble) };
    let covered = super::approval::covered(session, &opened, &fresh)?;
    let state = state(session, &opened)?;
    opened.notary = opened.notary.at(&state);
    if opened.notary.judge().waits_for_touch() {
        session.remark(&session.words.notice_touch_key())?;
    }
    let block = opened.notary.decide(act, &covered, &by, opened.now.utc)?;
    let Some(block) = block else {
        let path = entry.path.clone();
        return Err(crate::domain::Failure::ApprovalOfOther { path }.into());
    };
    Hand::open(opened.folder.root(), &state, opened.zone())?.approve(&entry.path, &block)?;
    writeln!(session.out, "{}", session.words.done_approve())?;
    Ok(Exit::Fine)
}

fn revoke(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    let by = session.by(&opened);
    let state = state(session, &opened)?;
    opened.notary = opened.notary.at(&state);
    let had = opened.notary.withdraw(&entry.post, &by, opened.now.utc)?;
    if entry.post.approval.is_some() {
        Hand::open(opened.folder.root(), &state, opened.zone())?.unapprove(&entry.path)?;
    }
    if session.json {
        let path: RelPath = entry.path.clone();
        if let Some(entry) = opened.load_path(&path) {
            session.print_json(&json::one_post(&mut opened, &session.words, &entry))?;
        }
        return Ok(Exit::Fine);
    }
    let words = &session.words;
    let said = if had { words.notice_revoked() } else { words.cli_not_approved() };
    writeln!(session.out, "{said}")?;
    Ok(Exit::Fine)
}

/// The state directory of the folder, made where it is not there yet.
fn state(session: &Session, opened: &Opened) -> Result<PathBuf, Stop> {
    let words = &session.words;
    let home =
        state_home().ok_or_else(|| Stop::said(words.cli_no_state_home(), words.cli_next_home()))?;
    Ok(state_dir(&home, &opened.workspace.id, opened.folder.root())?)
}

/// Everything that goes out, channel by channel; what several share is said once.
fn write_out(
    session: &mut Session,
    opened: &Opened,
    entry: &Entry,
    covered: &Covered,
) -> Result<(), Stop> {
    let words = &session.words;
    writeln!(session.out, "{} ({})", super::line::title(entry), entry.post.id)?;
    for card in placements(&entry.post, opened.zone()) {
        for channel in &card.channels {
            let of = |line: &&CoveredLine| line.channel.as_ref() == Some(channel);
            let lines: Vec<&CoveredLine> = covered.lines().iter().filter(of).collect();
            let said = |name: &str| {
                let mut all = lines.iter().filter(|line| line.name == name);
                all.next().map_or("", |line| line.value.as_str())
            };
            let when = session.when(card.when, opened.now);
            let account = shown(said("account"));
            let head = [channel_name(opened, channel), account, when];
            let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
            writeln!(session.out, "\n── {} ──", head.join(" · "))?;
            for line in lines.iter().filter(|line| !SAID_IN_HEAD.contains(&line.name.as_str())) {
                if line.value.is_empty() {
                    continue;
                }
                if line.name == "text" {
                    writeln!(session.out, "\n{}", reveal(&line.value))?;
                } else {
                    let name = words.covered_name(&line.name);
                    writeln!(session.out, "{name}: {}", reveal(&line.value))?;
                }
            }
        }
    }
    writeln!(session.out)?;
    let common = covered.lines().iter().filter(|line| line.channel.is_none());
    for line in common.filter(|line| !line.value.is_empty() && line.name != "post") {
        writeln!(session.out, "{}: {}", words.covered_name(&line.name), shown(&line.value))?;
    }
    writeln!(session.out, "sha256:{}\n", covered.hash())?;
    Ok(())
}

/// What stands above the text of a channel already.
const SAID_IN_HEAD: [&str; 4] = ["channel", "network", "account", "instant"];

/// A line typed at the terminal this runs in, after the question: nothing that was typed
/// before, nothing from a pipe.
pub(super) fn asked(question: &str) -> std::io::Result<String> {
    let mut tty = File::options().read(true).write(true).open("/dev/tty")?;
    rustix::termios::tcflush(&tty, rustix::termios::QueueSelector::IFlush)?;
    write!(tty, "{question} ")?;
    tty.flush()?;
    let mut line = String::new();
    BufReader::new(tty).read_line(&mut line)?;
    Ok(line)
}
