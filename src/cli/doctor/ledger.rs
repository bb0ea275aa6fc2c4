//! The ledger of approvals as it is found, and a person's word to go on without one that is
//! not as it was written: it is set aside whole, and a new one begins.

use super::{Row, row};
use crate::cli::approve::asked;
use crate::cli::consent::{self, Lacking};
use crate::cli::{Exit, Opened, Session, Stop, paper};
use crate::domain::{Gap, LedgerFault, NotAnAct};
use crate::gate::{Deed, Ledger};
use crate::i18n::Words;
use crate::runtime::Clock;
use std::path::Path;

/// `None` where nothing was decided yet.
pub fn found(words: &Words, opened: &Opened) -> Option<Row> {
    let notary = &opened.notary;
    let ledger = notary.ledger();
    let acts = ledger.acts().len() as u64;
    let name = words.cli_doctor_ledger_file();
    let Some(fault) = ledger.fault() else {
        if let Some(Lacking { bad, sentence, next }) = consent::lacking(words, opened) {
            return Some(Row { advice: Some(next), bad, ..row("ledger", name, sentence) });
        }
        let path = notary.ledger_path().filter(|_| acts > 0)?;
        return Some(row("ledger", name, words.cli_doctor_ledger_sound(acts, shown(&path))));
    };
    let advice = Some(words.cli_next_set_aside());
    Some(Row { advice, bad: true, ..row("ledger", name, faulty(words, fault)) })
}

fn faulty(words: &Words, fault: &LedgerFault) -> String {
    let path = fault.path.as_str();
    let sound = fault.gap.sound() as u64;
    match fault.gap {
        Gap::Line(line) => words.cli_doctor_ledger_line(format!("{path}:{line}"), sound),
        Gap::End { after } => words.cli_doctor_ledger_end(format!("{path}:{after}"), sound),
        Gap::Key => words.cli_doctor_ledger_key(path),
    }
}

/// Asks at the terminal itself, as for an approval: no flag and no pipe answers.
pub fn set_aside(session: &mut Session) -> Result<Exit, Stop> {
    session.no_json()?;
    let opened = session.open()?;
    let words = &session.words;
    let next = || words.cli_next_help("palinsesto doctor");
    if session.clock(opened.zone())? != Clock::System {
        return Err(Stop::said(words.not_an_act(NotAnAct::Pretended), next()));
    }
    let ledger = opened.notary.ledger();
    let Some(fault) = ledger.fault() else {
        return Err(Stop::said(words.cli_ledger_is_sound(), next()));
    };
    for line in [faulty(words, fault), words.cli_set_aside_means()] {
        let line = paper::folded(session, "", &line);
        writeln!(session.out, "{line}")?;
    }
    session.out.flush()?;
    let id = opened.workspace.id.as_str();
    let typed = asked(&paper::folded(session, "", &words.cli_type_folder(id)))
        .map_err(|_| Stop::said(words.cli_at_a_terminal(), next()))?;
    if typed.trim() != id {
        return Err(Stop::said(words.cli_not_set_aside(), next()));
    }
    put_aside(session, &opened)
}

fn put_aside(session: &mut Session, opened: &Opened) -> Result<Exit, Stop> {
    let by = session.by(opened);
    let aside = opened.notary.set_aside(&by, opened.now.utc)?;
    let words = &session.words;
    let Some(aside) = aside else {
        let next = words.cli_next_help("palinsesto doctor");
        return Err(Stop::said(words.cli_ledger_is_sound(), next));
    };
    let done = words.cli_set_aside_done(
        shown(&aside.place),
        count(&aside.ledger, Deed::Revoke),
        count(&aside.ledger, Deed::SetAside),
    );
    writeln!(session.out, "{done}")?;
    Ok(Exit::Fine)
}

fn count(ledger: &Ledger, deed: Deed) -> u64 {
    ledger.acts().iter().filter(|act| act.deed == deed).count() as u64
}

fn shown(path: &Path) -> String {
    crate::text::reveal_line(&path.to_string_lossy()).into_owned()
}
