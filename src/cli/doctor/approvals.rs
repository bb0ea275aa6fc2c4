//! What an approval has to rest on in this folder, who may give one, and with what it is
//! signed and verified here.

use super::{Row, row};
use crate::domain::{Failure, Trust, Unsigned};
use crate::i18n::Words;
use crate::runtime::Judge;
use crate::signing::Standing;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

pub fn rows(words: &Words, judge: &Judge, now: DateTime<Utc>) -> Vec<Row> {
    let wanted = judge.wanted();
    // A key that is set signs also where nobody asks for it.
    let signs = wanted > Trust::Ledger || judge.key().is_some();
    let mut rows = vec![trust(words, judge)];
    if signs || judge.signers().is_some() || judge.key().is_some() {
        rows.extend([program(words, judge), signers(words, judge, now), key(words, judge)]);
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

fn signers(words: &Words, judge: &Judge, now: DateTime<Utc>) -> Row {
    let zone = iana_time_zone::get_timezone().ok().and_then(|zone| zone.parse().ok());
    let listed = judge.listed(now.with_timezone(&zone.unwrap_or(Tz::UTC))).unwrap_or_default();
    let names = listed.names.iter().map(|(name, standing)| match standing {
        Standing::Counts => name.clone(),
        Standing::NotYet => words.cli_doctor_not_yet(name.as_str()),
        Standing::Expired => words.cli_doctor_expired(name.as_str()),
        Standing::Elsewhere => words.cli_doctor_not_for(name.as_str()),
    });
    let names = names.collect::<Vec<_>>().join(", ");
    let value = if names.is_empty() { "–".to_owned() } else { names };
    let list = judge.signers().map(|list| list.to_string_lossy().into_owned());
    let value = list.as_ref().map_or(value.clone(), |list| format!("{value} ({list})"));
    let row = row("signers", words.cli_doctor_signers(), value);
    let nobody = !listed.names.iter().any(|(_, standing)| *standing == Standing::Counts);
    let list = list.unwrap_or_default();
    let places: Vec<_> = listed.slips.iter().map(|line| format!("{list}:{line}")).collect();
    let slips = (!places.is_empty()).then(|| words.cli_doctor_no_signer(places.join(", ")));
    let expired = listed.names.iter().any(|(_, standing)| *standing == Standing::Expired);
    let advice = slips.or_else(|| {
        let expired = expired.then(|| words.next_key_expired(list.as_str()));
        nobody.then(|| expired.unwrap_or_else(|| words.gate_next_signers()))
    });
    // Without a list whoever only asks for the ledger signs all the same.
    // Where the settings cannot be used it is they that are wrong, and that is said already.
    let asked = judge.wanted() > Trust::Ledger || judge.signers().is_some();
    let matters = asked && judge.refused().is_none();
    Row { bad: advice.is_some() && matters, advice, ..row }
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
