//! `palinsesto check [PATH…]`: every problem and finding, as `path:line:column: sentence`.
//!
//! Owns what is looked at and what it ends with; how it is printed is `report`'s.

mod report;

use super::week::lacking;
use super::{Exit, Opened, Session, Stop, Verb, freeze, json, voice};
use crate::checks::{once, plan};
use crate::domain::{Finding, Freezes, PlanNotice, Problem, RelPath, Severity, Week};
use crate::i18n::{Told, Words};
use crate::storage::{BRAND_FILE, read::key_place};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

pub const VERB: Verb = Verb { name: "check", command, run };

/// What there is to be told.
#[derive(Default)]
struct Noticed<'a> {
    problems: Vec<&'a Problem>,
    findings: Vec<(&'a RelPath, Finding)>,
    /// What this week and the next lack, by what it is told of.
    notices: Vec<Lacking>,
    /// Below `posts/`, and nobody's post: said, and no fault.
    others: Vec<&'a RelPath>,
    /// What is held back at the moment, in words: said, and no fault.
    frozen: Vec<String>,
    /// The same for programs; `None` where the brand cannot be read, and so nobody knows.
    freezes: Option<&'a Freezes>,
}

/// What the plan lacks, and where it is told of: the folder of a week, or the brand's file.
struct Lacking {
    path: RelPath,
    place: (usize, usize),
    notice: PlanNotice,
    told: Told,
}

fn command(words: &Words) -> Command {
    let paths = Arg::new("paths")
        .value_name(words.cli_value_path())
        .num_args(0..)
        .value_parser(clap::value_parser!(PathBuf))
        .help(words.cli_arg_check_paths());
    let strict =
        Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(words.cli_arg_strict());
    Command::new("check").about(words.cli_check()).args([paths, strict])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = match session.open() {
        // Without the brand nothing else can be judged; that is a problem like the others.
        Err(Stop::Problem(problem)) => {
            let noticed = Noticed { problems: vec![&problem], ..Noticed::default() };
            return tell(session, &noticed, true);
        }
        opened => opened?,
    };
    let only: Vec<String> = args
        .get_many::<PathBuf>("paths")
        .unwrap_or_default()
        .map(|path| inside(session, &opened, path))
        .collect::<Result<_, _>>()?;
    opened.load_all();
    let ids: BTreeSet<_> = opened.shelf.entries().map(|entry| entry.post.id.clone()).collect();
    for id in &ids {
        opened.suggestions(id);
    }
    let zone = opened.zone();
    let noted = opened.folder.noted();
    let mut slips = opened.folder.lost_notes(|post| ids.contains(post));
    slips.extend(
        ids.iter()
            .filter(|id| noted.contains(id))
            .flat_map(|id| opened.folder.note_slips(id, zone)),
    );
    let this = Week::of(opened.now.today());
    opened.load_weeks(this.offset(-plan::BACK), this.next());
    let wanted = |path: &RelPath| {
        only.is_empty() || only.iter().any(|p| p.is_empty() || below(path.as_str(), p))
    };
    let brand = &opened.brand_problems;
    let strays = opened.folder.strays(|_| true);
    let disagreeing = crate::checks::disagreements(&opened.workspace, opened.now.today());
    let others = opened.shelf.problems().filter(|found| !brand.contains(found));
    let told = |found: &&Problem| !opened.shelf.problems().any(|other| other.path == found.path);
    let blocked = strays.problems.iter().filter(told);
    let problems: Vec<&Problem> = brand
        .iter()
        .chain(&disagreeing)
        .chain(others)
        .chain(blocked)
        .chain(&slips)
        .filter(|problem| wanted(&problem.path))
        .collect();
    let voices = voice::voices(&opened);
    let mut findings: Vec<(&RelPath, Finding)> = opened
        .shelf
        .entries()
        .filter(|entry| wanted(&entry.path))
        .flat_map(|entry| {
            let mut findings = opened.findings(entry, None);
            findings.extend(voice::written(&opened, &entry.post, &voices));
            once(&mut findings);
            let findings = opened.placed(&entry.path, findings);
            findings.into_iter().map(|finding| (&entry.path, finding))
        })
        .collect();
    // What holds a post back stands above what is only worth a look.
    findings.sort_by_key(|(_, finding)| finding.severity);
    let strict = args.get_flag("strict");
    let counts = |finding: &Finding| {
        finding.severity == Severity::Blocks || strict && finding.severity == Severity::Warns
    };
    let bad = !problems.is_empty() || findings.iter().any(|(_, finding)| counts(finding));
    let others: Vec<&RelPath> = strays.others.iter().filter(|path| wanted(path)).collect();
    let notices = notices(session, &opened, this);
    let notices = notices.into_iter().filter(|lacking| wanted(&lacking.path)).collect();
    let freezes = opened.workspace.freezes.all.iter().filter(|_| only.is_empty());
    let frozen = freezes.map(|freeze| freeze::line(session, &opened, freeze)).collect();
    let freezes = Some(&opened.workspace.freezes);
    tell(session, &Noticed { problems, findings, notices, others, frozen, freezes }, bad)
}

/// What the plan lacks in this week and the next, and a country whose holidays nobody knows.
/// Weeks further off are still being made.
fn notices(session: &Session, opened: &Opened, this: Week) -> Vec<Lacking> {
    let told = |notice: &PlanNotice| lacking(session, opened, notice);
    let of_week = |week: Week| {
        let notices = opened.notices(week).into_iter();
        notices.map(move |notice| (RelPath::new(week.folder()), (0, 0), notice))
    };
    let brand = plan::unknown_country(&opened.workspace).map(|notice| {
        let path = RelPath::new(BRAND_FILE);
        let bytes = opened.folder.bytes(&path).unwrap_or_default();
        let place = key_place(&path, &bytes, "brand", "country").unwrap_or_default();
        (path, place, notice)
    });
    let all = brand.into_iter().chain([this, this.next()].into_iter().flat_map(of_week));
    all.map(|(path, place, notice)| {
        let told = told(&notice);
        Lacking { path, place, notice, told }
    })
    .collect()
}

fn tell(session: &mut Session, noticed: &Noticed, bad: bool) -> Result<Exit, Stop> {
    if session.json {
        as_json(session, noticed)?;
    } else {
        report::print(session, noticed)?;
    }
    Ok(if bad { Exit::Found } else { Exit::Fine })
}

fn below(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A path of the command line as the folder names it.
pub(super) fn inside(session: &Session, opened: &Opened, path: &Path) -> Result<String, Stop> {
    let absolute = |path: &Path| std::path::absolute(path).map(|path| tidy(&path));
    let outside = || {
        let words = &session.words;
        Stop::said(
            words.cli_path_outside(super::session::shown(path)),
            words.cli_next_help("palinsesto check"),
        )
    };
    let (given, root) = (absolute(&session.path(path))?, absolute(opened.folder.root())?);
    let rest = given.strip_prefix(&root).map_err(|_| outside())?;
    Ok(RelPath::new(rest.to_string_lossy()).as_str().to_owned())
}

/// Without `.` and `..`, by names alone.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    tidy
}

fn as_json(session: &mut Session, noticed: &Noticed) -> Result<(), Stop> {
    let words = &session.words;
    let finding = |(path, finding): &(&RelPath, Finding)| {
        let mut value = json::finding(words, finding);
        value["path"] = json!(path.as_str());
        value
    };
    let notice = |lacking: &Lacking| {
        let mut value = json::notice(&lacking.notice, &lacking.told);
        value["path"] = json!(lacking.path.as_str());
        value
    };
    let value = json!({
        "format": json::FORMAT,
        "problems": noticed.problems.iter().map(|p| json::problem(words, p)).collect::<Vec<_>>(),
        "findings": noticed.findings.iter().map(finding).collect::<Vec<_>>(),
        "notices": noticed.notices.iter().map(notice).collect::<Vec<_>>(),
        "freezes": noticed.freezes.map(|it| it.all.iter().map(freeze::row).collect::<Vec<_>>()),
        "freezes_unread": noticed.freezes.map(Freezes::unread),
        "others": noticed.others.iter().map(|path| path.as_str()).collect::<Vec<_>>(),
    });
    session.print_json(&value)
}
