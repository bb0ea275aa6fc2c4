//! What an approval has to rest on in this folder, who may give one, and with what it is
//! signed and verified here.

use super::{Row, row};
use crate::domain::{Failure, Trust, Unsigned};
use crate::i18n::Words;
use crate::runtime::Judge;

pub fn rows(words: &Words, judge: &Judge) -> Vec<Row> {
    let wanted = judge.wanted();
    let signs = wanted > Trust::Ledger;
    let mut rows = vec![trust(words, judge)];
    if signs || judge.signers().is_some() || judge.key().is_some() {
        rows.extend([program(words, judge), signers(words, judge), key(words, judge)]);
    }
    for row in &mut rows {
        // Where no signature is asked for, what is missing for one is only worth knowing.
        row.bad &= signs;
    }
    rows
}

fn trust(words: &Words, judge: &Judge) -> Row {
    let value = match judge.wanted() {
        Trust::Ledger => words.cli_doctor_ledger(),
        Trust::Signed => words.cli_doctor_signed(),
        Trust::Touched => words.cli_doctor_touched(),
    };
    let Some(why) = judge.refused() else {
        return row("approvals", words.cli_doctor_approvals(), value);
    };
    let told = words.unjudged(&why, &words.cli_doctor_no_approval());
    let advice = Some(told.next);
    Row { advice, bad: true, ..row("approvals", words.cli_doctor_approvals(), told.sentence) }
}

fn program(words: &Words, judge: &Judge) -> Row {
    let found = judge.program().map(|path| path.to_string_lossy().into_owned());
    let missing = found.is_none();
    let row = row("ssh-keygen", "ssh-keygen".to_owned(), found.unwrap_or("–".to_owned()));
    Row { advice: missing.then(|| words.gate_next_keygen()), bad: missing, ..row }
}

fn signers(words: &Words, judge: &Judge) -> Row {
    let names = judge.names().unwrap_or_default();
    let nobody = names.is_empty();
    let value = if nobody { "–".to_owned() } else { names.join(", ") };
    let list = judge.signers().map(|list| list.to_string_lossy().into_owned());
    let value = list.map_or(value.clone(), |list| format!("{value} ({list})"));
    let row = row("signers", words.cli_doctor_signers(), value);
    Row { advice: nobody.then(|| words.gate_next_signers()), bad: nobody, ..row }
}

fn key(words: &Words, judge: &Judge) -> Row {
    let key = judge.key().map(|key| key.to_string_lossy().into_owned());
    let value = match (&key, judge.waits_for_touch()) {
        (Some(key), true) => words.cli_doctor_touched_key(key.as_str()),
        (Some(key), false) => key.clone(),
        (None, _) => "–".to_owned(),
    };
    let wrong = match (&key, judge.key_refused()) {
        // Whoever only reads needs none.
        (None, _) => Some(Unsigned::NoKey),
        (Some(_), wrong) => wrong,
    };
    let told = wrong.map(|why| words.failure(&Failure::Unsigned(why)));
    let row = row("key", words.cli_doctor_key(), value);
    Row { bad: key.is_some() && told.is_some(), advice: told.map(|told| told.next), ..row }
}
