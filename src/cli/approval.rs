//! `palinsesto approval POST`: what an approval of a post covers, and whether there is one
//! that holds. With `--bytes` the covered bytes themselves, for `sha256sum`.

use super::show::{post, post_arg};
use super::{Exit, Opened, Session, Stop, Verb, consent, json};
use crate::domain::{CoveredLine, Entry, Uncovered};
use crate::gate::Covered;
use crate::i18n::Words;
use crate::text::reveal_line;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "approval", command, run };

/// Under this key verbs tell of it in JSON. Written once: in a post file only one hand
/// writes a key of that name.
pub const KEY: &str = "approval";

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
        let words = &session.words;
        let mut value = Value::Object(consent::more(words, &opened, &entry.post, &entry.consent));
        value[KEY] = json!(consent::code(&entry.consent));
        value["changed"] = json!(consent::changed(&opened, &entry).map(|it| it.as_json()));
        value["in_review"] = json!(opened.shelf.review(&entry.post.id).is_open());
        value["frozen"] = json!(opened.is_frozen(&entry.post, &entry.post.channels));
        value["format"] = json!(json::FORMAT);
        value["post"] = json!(entry.post.id.as_str());
        value["hash"] = json!(covered.as_ref().ok().map(|covered| covered.hash().to_string()));
        let lines = covered.map(|covered| covered.lines().iter().map(line).collect::<Vec<_>>());
        value["covered"] = json!(lines.ok());
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    writeln!(session.out, "{} ({})", super::line::title(&entry), entry.post.id)?;
    for line in of(session, &opened, &entry) {
        writeln!(session.out, "{line}")?;
    }
    writeln!(session.out, "sha256:{}", covered?.hash())?;
    Ok(Exit::Fine)
}

/// Whether somebody stands behind a post, what changed since, what is asked for in its review
/// and not settled, and what holds it back.
pub fn of(session: &Session, opened: &Opened, entry: &Entry) -> Vec<String> {
    let said = consent::said(&session.words, opened, &entry.post, &entry.consent);
    let changed = consent::changed(opened, entry).map(|it| it.said(&session.words));
    let next = consent::next(&session.words, opened, entry);
    let open = consent::still_open(&session.words, opened, &entry.post);
    let frozen = consent::frozen(session, opened, &entry.post);
    [said].into_iter().chain(next).chain(changed).chain(open).chain(frozen).collect()
}

/// What a yes to a post would cover, or why there can be none.
pub fn covered(session: &Session, opened: &Opened, entry: &Entry) -> Result<Covered, Stop> {
    let covered = opened.notary.covered(&entry.post, &opened.workspace, &opened.folder);
    covered.map_err(|why| {
        let words = &session.words;
        let next = why.first().map(|why| next(words, opened, entry, why));
        Stop::said(words.cli_not_coverable(words.uncovered_all(&why)), next.unwrap_or_default())
    })
}

/// What to do first about it.
fn next(words: &Words, opened: &Opened, entry: &Entry, why: &Uncovered) -> String {
    match why {
        Uncovered::NoChannel => words.next_channels_cli(),
        Uncovered::UnknownChannel(_) => {
            let known = &opened.workspace.channels;
            let keys: Vec<&str> = known.iter().map(|channel| channel.key.as_str()).collect();
            words.next_one_of(reveal_line(&keys.join(", ")))
        }
        Uncovered::NoInstant(_) => {
            let day = entry.post.when.map(|when| when.date(opened.zone()));
            let day = day.unwrap_or_else(|| opened.now.today()).to_string();
            words.cli_next_no_instant(entry.post.id.as_str(), day)
        }
        Uncovered::Nothing(_) => words.cli_next_no_text(reveal_line(entry.path.as_str())),
        Uncovered::NoMedium(_) => words.next_media(),
    }
}

fn line(line: &CoveredLine) -> Value {
    json!({ "channel": line.channel, "name": line.name, "value": line.value })
}

/// A value as it may be shown, on one line.
pub fn shown(value: &str) -> String {
    reveal_line(value).into_owned()
}
