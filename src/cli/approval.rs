//! `palinsesto approval POST`: what an approval of a post covers, and whether there is one
//! that holds. With `--bytes` the covered bytes themselves, for `sha256sum`.

use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, json};
use crate::domain::{Consent, CoveredLine, Entry, Trust};
use crate::gate::Covered;
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "approval", command, run };

fn command(words: &Words) -> Command {
    let flag = |name: &'static str, help: String| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
    };
    let bytes = flag("bytes", words.cli_arg_approval_bytes()).conflicts_with("hash");
    let hash = flag("hash", words.cli_arg_approval_hash());
    Command::new("approval").about(words.cli_approval()).args([post_arg(words), bytes, hash])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    let covered = covered(session, &opened, &entry);
    if args.get_flag("bytes") {
        // Exactly these: whoever hashes them has to come to the same.
        session.out.write_all(covered?.bytes())?;
        return Ok(Exit::Fine);
    }
    if args.get_flag("hash") {
        writeln!(session.out, "{}", covered?.hash())?;
        return Ok(Exit::Fine);
    }
    if session.json {
        let mut value = consent(&session.words, &entry.consent);
        value["format"] = json!(json::FORMAT);
        value["post"] = json!(entry.post.id.as_str());
        value["hash"] = json!(covered.as_ref().ok().map(|covered| covered.hash().to_string()));
        let lines = covered.map(|covered| covered.lines().iter().map(line).collect::<Vec<_>>());
        value["covered"] = json!(lines.ok());
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    writeln!(session.out, "{} ({})", super::line::title(&entry), entry.post.id)?;
    let said = said(&session.words, &opened, &entry.consent);
    writeln!(session.out, "{said}")?;
    writeln!(session.out, "sha256:{}", covered?.hash())?;
    Ok(Exit::Fine)
}

/// What a yes to a post would cover, or why there can be none.
pub fn covered(session: &Session, opened: &Opened, entry: &Entry) -> Result<Covered, Stop> {
    let covered = opened.notary.covered(&entry.post, &opened.workspace, &opened.folder);
    covered.map_err(|why| {
        let words = &session.words;
        let why: Vec<String> = why.iter().map(|why| words.uncovered(why)).collect();
        Stop::said(words.cli_not_coverable(why.join("; ")), words.next_channels_cli())
    })
}

/// Whether there is an approval that holds, as a sentence.
pub fn said(words: &Words, opened: &Opened, consent: &Consent) -> String {
    match consent {
        Consent::None => words.cli_not_approved(),
        Consent::Given(given) => {
            let at = given.at.with_timezone(&opened.zone()).naive_local();
            let by = words.person(&given.by);
            match given.trust {
                Trust::Ledger => words.cli_approved_ledger(by, words.moment(at)),
                Trust::Signed => words.cli_approved_signed(by, words.moment(at)),
                Trust::Touched => words.cli_approved_touched(by, words.moment(at)),
            }
        }
        Consent::Void { why, by } => words.voided(why, by).sentence,
    }
}

/// The same as data.
pub fn consent(words: &Words, consent: &Consent) -> Value {
    match consent {
        Consent::None => json!({ "approval": "none" }),
        Consent::Given(given) => json!({
            "approval": "given",
            "by": given.by,
            "at": given.at.to_rfc3339(),
            "trust": given.trust.code(),
        }),
        Consent::Void { why, by } => json!({
            "approval": "void",
            "why": why.code(),
            "by": by,
            "sentence": words.voided(why, by).sentence,
        }),
    }
}

fn line(line: &CoveredLine) -> Value {
    json!({ "channel": line.channel, "name": line.name, "value": line.value })
}

/// A value as it may be shown, on one line.
pub fn shown(value: &str) -> String {
    reveal_line(value).into_owned()
}
