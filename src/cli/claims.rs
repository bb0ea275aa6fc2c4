//! `palinsesto claims [--brief TEXT] FILE|ID|-`: every claim of a text and what stands behind it.
//!
//! Works on any text; the facts are those of the content folder one stands in. Of a post of
//! that folder, named by its path or its id, it reads all that is sent, with spans of each
//! text. Ends with 1 where a claim is contradicted or only an expired fact supports it, with
//! `--strict` also where one is unknown.

use super::count::read;
use super::given::Given;
use super::{Exit, Session, Stop, Verb, json, named};
use crate::checks::{ClaimContext, Grounds, PostClaims, claims, claims_of_post};
use crate::domain::{Claim, Ground, Standing};
use crate::i18n::Words;
use crate::storage::Folder;
use crate::text::reveal_line;
use chrono::NaiveDate;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "claims", command, run };

fn command(words: &Words) -> Command {
    let file = Arg::new("file")
        .value_name(words.cli_value_file())
        .required(true)
        .help(words.cli_arg_claims_file());
    let brief = Arg::new("brief")
        .long("brief")
        .value_name(words.cli_value_text())
        .help(words.cli_arg_claims_brief());
    let strict = Arg::new("strict")
        .long("strict")
        .action(ArgAction::SetTrue)
        .help(words.cli_arg_claims_strict());
    Command::new("claims").about(words.cli_claims()).args([brief, strict, file])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let file = args.get_one::<String>("file").map_or("-", String::as_str);
    let mut post = None;
    let (grounds, today) = if Folder::find(&session.dir).is_some() || !session.dir.is_dir() {
        let mut opened = session.open()?;
        post = named::post(session, &mut opened, file)?;
        (Grounds::new(&opened.workspace), opened.now.today())
    } else {
        let told = session.words.cli_claims_no_facts();
        session.remark(&told)?;
        (Grounds::default(), session.now(super::start::machine_zone())?.today())
    };
    let brief = args.get_one::<String>("brief").map(String::as_str);
    let context = ClaimContext { grounds: &grounds, brief, post: None, lang: None, today };
    let strict = args.get_flag("strict");
    if let Some(entry) = post {
        let texts = claims_of_post(&entry.post, &context);
        return of_post(session, (file, today), &texts, strict);
    }
    let given = Given::new(read(session, file)?);
    let text = given.text.as_str();
    let found = claims(text, &context);
    let all: Vec<&Claim> = found.iter().collect();
    if session.json {
        let rows: Vec<Value> = found.iter().map(|c| row(&session.words, &given, c)).collect();
        let value =
            json!({ "format": json::FORMAT, "today": today, "spans": "file", "claims": rows });
        session.print_json(&value)?;
    } else {
        tell(session, file, text, &found)?;
        summary(session, &all)?;
    }
    Ok(exit(&all, strict))
}

fn exit(found: &[&Claim], strict: bool) -> Exit {
    let open = |claim: &&Claim| match claim.standing {
        Standing::Supported(_) => false,
        Standing::Contradicted { .. } | Standing::Expired { .. } => true,
        Standing::Unknown | Standing::Elsewhere { .. } => strict,
    };
    if found.iter().any(open) { Exit::Found } else { Exit::Fine }
}

/// All that a post sends, text by text.
fn of_post(
    session: &mut Session,
    (file, today): (&str, NaiveDate),
    texts: &[PostClaims],
    strict: bool,
) -> Result<Exit, Stop> {
    let all: Vec<&Claim> = texts.iter().flat_map(|text| &text.claims).collect();
    if session.json {
        let mut rows = Vec::new();
        for said in texts {
            let given = Given::new(said.text.to_owned());
            for claim in &said.claims {
                let mut row = row(&session.words, &given, claim);
                row["part"] = json!(said.part.code());
                row["channel"] = json!(said.channel);
                row["medium"] = json!(said.medium);
                rows.push(row);
            }
        }
        let value =
            json!({ "format": json::FORMAT, "today": today, "spans": "text", "claims": rows });
        session.print_json(&value)?;
    } else {
        for said in texts {
            let place = named::place(session, file, (said.part, said.channel, said.medium));
            tell(session, &place, said.text, &said.claims)?;
        }
        summary(session, &all)?;
    }
    Ok(exit(&all, strict))
}

fn row(words: &Words, given: &Given, claim: &Claim) -> Value {
    let (line, column) = place(&given.text, claim.span.start);
    let span = given.bytes(&claim.span);
    let expires: Option<NaiveDate> = match &claim.standing {
        Standing::Supported(Ground::Fact { expires, .. })
        | Standing::Contradicted { by: Ground::Fact { expires, .. }, .. } => *expires,
        Standing::Expired { on, .. } => Some(*on),
        _ => None,
    };
    json!({
        "span": { "start": span.start, "end": span.end },
        "line": line,
        "column": column,
        "quote": given.quote(&claim.span),
        "kind": claim.kind.code(),
        "verdict": claim.standing.code(),
        "by": claim.standing.ground().map(Ground::code),
        "fact": claim.standing.fact(),
        "expires": expires,
        "reason": words.claim_reason(claim.kind, &claim.standing),
    })
}

fn place(text: &str, at: usize) -> (usize, usize) {
    let before = &text[..at];
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (before.matches('\n').count() + 1, column)
}

fn tell(session: &mut Session, file: &str, text: &str, found: &[Claim]) -> Result<(), Stop> {
    let path = reveal_line(file).into_owned();
    for claim in found {
        let (line, column) = place(text, claim.span.start);
        let words = &session.words;
        let kind = words.claim_kind(claim.kind);
        let standing = words.claim_standing(&claim.standing);
        let reason = words.claim_reason(claim.kind, &claim.standing);
        let said = words.claim_said(&text[claim.span.clone()], reason);
        let said = reveal_line(&said);
        writeln!(session.out, "{path}:{line}:{column}: {kind}, {standing}: {said}")?;
    }
    Ok(())
}

fn summary(session: &mut Session, found: &[&Claim]) -> Result<(), Stop> {
    let count = |code: &str| found.iter().filter(|c| c.standing.code() == code).count() as u64;
    let words = &session.words;
    let said = match found.len() {
        0 => words.cli_claims_none(),
        all => words.cli_claims_summary(
            all as u64,
            count("supported"),
            count("contradicted"),
            count("expired"),
            count("unknown"),
        ),
    };
    session.remark(&said)
}
