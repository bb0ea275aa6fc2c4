//! `palinsesto approve POST` and `palinsesto revoke POST`: a person's yes without a screen,
//! and taking it back. The post is written out as it goes out; the first characters of its
//! fingerprint are then typed at the terminal itself. No flag, no pipe and no variable
//! stands for them.

use super::approval::covered;
use super::sheet::Sheet;
use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, consent, json, paper};
use crate::domain::{Entry, Failure, NotAnAct, Open, RelPath, Seen};
use crate::gate::{ApproveAct, TYPED};
use crate::i18n::{Told, Words};
use crate::runtime::Clock;
use crate::storage::{Hand, state_dir, state_home};
use crate::text::reveal_line;
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
    // What nobody can say yes to is not laid before anybody.
    if let Some(fault) = opened.notary.ledger().fault() {
        return Err(Failure::LedgerTouched(fault.clone()).into());
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
    if entry.consent.given().is_some() {
        // A second act would say nothing that the first one does not.
        let said = consent::said(&session.words, &opened, &entry.post, &entry.consent);
        let said = session.words.cli_approved_already(said);
        paper::write(session, "", &said)?;
        return Ok(Exit::Fine);
    }
    let review = opened.review(&entry.post.id);
    let open = Open::of(findings, &review);
    let sheet = Sheet { entry: &entry, covered: &covered, open: &open };
    sheet.write(session, &mut opened)?;
    session.out.flush()?;
    let first = covered.hash().to_string()[..TYPED].to_owned();
    let question = session.words.cli_type_hash(by.as_str(), first.as_str());
    let typed = asked(&paper::folded(session, "", &question)).map_err(|_| {
        let words = &session.words;
        Stop::said(words.cli_approve_no_terminal(), words.cli_next_help("palinsesto approve"))
    })?;
    let seen = Seen {
        post: entry.post.id.clone(),
        hash: covered.hash(),
        to_the_end: true,
        open: open.count(),
        ticked: entry.post.ticks.len() as u32,
        typed: None,
        bulk: false,
    };
    let act = ApproveAct::typed(&typed, &seen).map_err(|_| {
        let words = &session.words;
        let typed = reveal_line(typed.trim()).into_owned();
        let sentence = match typed.as_str() {
            "" => words.cli_nothing_typed(),
            typed => words.cli_other_typed(typed, first),
        };
        Stop::said(sentence, words.cli_next_approve(entry.post.id.as_str()))
    })?;
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
        return Err(Failure::ApprovalOfOther { path }.into());
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
    let had = opened.notary.withdraw(&entry.post, &by, opened.now.utc);
    let had = had.map_err(|failure| not_taken_back(session, &entry, failure))?;
    let exit = if had { Exit::Fine } else { Exit::Found };
    if entry.post.approval.is_some() {
        Hand::open(opened.folder.root(), &state, opened.zone())?.unapprove(&entry.path)?;
    }
    if session.json {
        let path: RelPath = entry.path.clone();
        if let Some(entry) = opened.load_path(&path) {
            session.print_json(&json::one_post(&mut opened, &session.words, &entry))?;
        }
        return Ok(exit);
    }
    let words = &session.words;
    let said = if had { words.notice_revoked() } else { words.cli_nothing_to_revoke() };
    writeln!(session.out, "{said}")?;
    Ok(exit)
}

/// Why an approval was not taken back. Its block stays where it is: taken out of the file
/// without a line in the ledger, it would hold again as soon as a merge brings it back.
fn not_taken_back(session: &Session, entry: &Entry, failure: Failure) -> Stop {
    let words = &session.words;
    let Failure::LedgerTouched(fault) = &failure else { return failure.into() };
    let fault = words.ledger_fault(fault);
    let sentence = match &entry.post.approval {
        Some(_) => words.cli_still_approved(fault, reveal_line(entry.path.as_str())),
        None => words.cli_not_taken_back(fault),
    };
    let next = words.cli_next_revoke(entry.post.id.as_str());
    Stop::Failed(Told { sentence: reveal_line(&sentence).into_owned(), next })
}

/// The state directory of the folder, made where it is not there yet.
fn state(session: &Session, opened: &Opened) -> Result<PathBuf, Stop> {
    let words = &session.words;
    let home =
        state_home().ok_or_else(|| Stop::said(words.cli_no_state_home(), words.cli_next_home()))?;
    Ok(state_dir(&home, &opened.workspace.id, opened.folder.root())?)
}

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
