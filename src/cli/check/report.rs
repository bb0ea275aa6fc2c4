//! What `check` prints for a person: problems, then what needs somebody, then notes, and
//! the counts below.
//!
//! Owns the order of the lines and which notes share one. Words come from `i18n`; the JSON
//! beside it says every finding by itself.

use super::super::{Session, Stop};
use super::Noticed;
use crate::domain::{ClaimKind, Finding, FindingKind, Part, RelPath, Severity, Standing};
use crate::i18n::{Told, Words};
use crate::text::reveal_line;

/// As many names as a line takes.
const SHOWN: usize = 3;

pub(super) fn print(session: &mut Session, noticed: &Noticed) -> Result<(), Stop> {
    let Noticed { problems, findings, notices, others, frozen, .. } = noticed;
    let words = &session.words;
    if problems.is_empty() && findings.is_empty() && notices.is_empty() {
        let clean = words.cli_check_clean();
        session.remark(&clean)?;
        return print_beside(session, others, frozen);
    }
    let broken = problems.iter().map(|problem| {
        let told = words.problem(&problem.kind);
        Line::new(&problem.path, (problem.line, problem.column), words.cli_problem(), told)
    });
    let (noted, pressing): (Vec<_>, Vec<_>) =
        findings.iter().partition(|(_, finding)| finding.severity == Severity::Informs);
    let pressing = pressing.iter().map(|(path, finding)| {
        let told = words.finding(&finding.kind);
        Line::new(path, place(finding), words.severity(finding.severity), told)
    });
    let noted = notes(words, &noted);
    let lacking = notices.iter().map(|it| {
        let severity = words.severity(Severity::Informs);
        let says = format!("{}: {severity}: {}", it.path.as_str(), it.told.sentence);
        match it.place {
            // A week is a folder, where no editor opens.
            (0, _) => Line { says, next: it.told.next.clone() },
            place => Line::new(&it.path, place, severity, it.told.clone()),
        }
    });
    let lacking: Vec<Line> = lacking.collect();
    // As many as there are lines of them: those that say the same share one.
    let notes = (noted.len() + lacking.len()) as u64;
    for group in [broken.collect(), pressing.collect(), noted, lacking] {
        print_group(session, group)?;
    }
    let of = |severity: Severity| findings.iter().filter(|(_, f)| f.severity == severity).count();
    let [blocks, warnings] = [Severity::Blocks, Severity::Warns].map(|it| of(it) as u64);
    let counts = session.words.cli_check_summary(problems.len() as u64, blocks, warnings, notes);
    writeln!(session.out, "{counts}")?;
    print_beside(session, others, frozen)
}

/// What is no fault, and that nobody should overlook.
fn print_beside(session: &mut Session, others: &[&RelPath], frozen: &[String]) -> Result<(), Stop> {
    print_others(session, others)?;
    for line in frozen {
        writeln!(session.out, "{line}")?;
    }
    Ok(())
}

/// What stands among the posts and is none, in one line: no fault, but nobody should think
/// that it is read.
fn print_others(session: &mut Session, others: &[&RelPath]) -> Result<(), Stop> {
    let Some(rest) = others.len().checked_sub(1) else { return Ok(()) };
    let mut names: Vec<String> =
        others.iter().take(SHOWN).map(|path| reveal_line(path.as_str()).into_owned()).collect();
    if rest >= SHOWN {
        names.push("…".to_owned());
    }
    let said = session.words.cli_check_others(others.len() as u64, names.join(", "));
    writeln!(session.out, "{said}").map_err(Stop::from)
}

/// What wants the same to be done stands together, and says so once below.
fn print_group(session: &mut Session, mut lines: Vec<Line>) -> Result<(), Stop> {
    if lines.is_empty() {
        return Ok(());
    }
    let steps: Vec<String> = lines.iter().map(|line| line.next.clone()).collect();
    lines.sort_by_key(|line| steps.iter().position(|next| *next == line.next));
    for (at, line) in lines.iter().enumerate() {
        writeln!(session.out, "{}", line.says)?;
        let again = lines.get(at + 1).is_some_and(|below| below.next == line.next);
        if !again && !line.next.is_empty() {
            writeln!(session.out, "    {}", reveal_line(&line.next))?;
        }
    }
    writeln!(session.out).map_err(Stop::from)
}

fn place(finding: &Finding) -> (usize, usize) {
    (finding.line, finding.column)
}

/// The notes of one post that say the same of several words, in one line.
fn notes(words: &Words, findings: &[&(&RelPath, Finding)]) -> Vec<Line> {
    let mut all: Vec<Noted> = Vec::new();
    for (path, finding) in findings.iter().copied() {
        let told = words.finding(&finding.kind);
        let sort = Sort::of(finding);
        let quote = quote(words, &finding.kind);
        let same = all.iter_mut().find(|it| sort.is_some() && it.path == *path && it.sort == sort);
        if let Some(noted) = same {
            if !noted.quotes.contains(&quote) {
                noted.quotes.push(quote);
            }
            continue;
        }
        all.push(Noted { path, place: place(finding), sort, quotes: vec![quote], told });
    }
    all.into_iter().map(|noted| noted.line(words)).collect()
}

/// Notes that may share a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// No fact says so.
    Unconfirmed,
    Hashtags,
}

impl Sort {
    fn of(finding: &Finding) -> Option<Self> {
        match &finding.kind {
            _ if finding.is_unconfirmed() => Some(Self::Unconfirmed),
            FindingKind::Claim {
                kind: ClaimKind::Hashtag,
                standing: Standing::Unknown,
                reopened: None,
                ..
            } => Some(Self::Hashtags),
            _ => None,
        }
    }
}

struct Noted<'a> {
    path: &'a RelPath,
    place: (usize, usize),
    sort: Option<Sort>,
    quotes: Vec<String>,
    /// The first of them by itself.
    told: Told,
}

impl Noted<'_> {
    fn line(self, words: &Words) -> Line {
        let Self { path, place, sort, quotes, told } = self;
        let sentence = match sort {
            Some(sort) if quotes.len() > 1 => {
                let quotes = quotes.join(", ");
                match sort {
                    Sort::Unconfirmed => words.cli_check_unconfirmed(quotes),
                    Sort::Hashtags => words.cli_check_hashtags(quotes),
                }
            }
            _ => told.sentence,
        };
        let told = Told { sentence, next: told.next };
        Line::new(path, place, words.severity(Severity::Informs), told)
    }
}

/// The words a claim's finding is about, and where they stand if not in the text.
fn quote(words: &Words, kind: &FindingKind) -> String {
    match kind {
        FindingKind::Claim { quote, part: Part::Text, .. } => words.cli_check_quote(quote.as_str()),
        FindingKind::Claim { quote, part, .. } => {
            words.cli_check_quote_in(quote.as_str(), words.part(*part))
        }
        _ => String::new(),
    }
}

struct Line {
    says: String,
    next: String,
}

impl Line {
    fn new(path: &RelPath, (line, column): (usize, usize), severity: String, told: Told) -> Self {
        // Editors jump to the first character where no place is known.
        let place = format!("{}:{}:{}", reveal_line(path.as_str()), line.max(1), column.max(1));
        let says = format!("{place}: {severity}: {}", reveal_line(&told.sentence));
        Self { says, next: told.next }
    }
}
