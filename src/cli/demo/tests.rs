//! The demo as its reader meets it: it loads, it lives, and it is the same for everyone
//! on the same day.

use super::*;
use crate::checks::{self, CheckContext};
use crate::domain::{ContentHash, FindingKind, Severity, Stage, Verdict, placements};
use crate::git;
use crate::i18n::Language;
use crate::text::sentence::sentences;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// A Wednesday, the last day of a long year, its first week, a day before each change of
/// the clocks, and a Monday just after midnight.
const DAYS: [&str; 6] = [
    "2026-11-25T09:00:00Z",
    "2026-12-31T22:30:00Z",
    "2027-01-02T08:00:00Z",
    "2026-03-28T12:00:00Z",
    "2026-10-24T12:00:00Z",
    "2026-11-22T23:05:00Z",
];

struct Made {
    dir: tempfile::TempDir,
    now: Now,
}

fn at(utc: &str) -> Now {
    Now { utc: utc.parse().expect("an instant"), zone: make::ZONE }
}

/// The whole demo, with its history.
fn made(utc: &str) -> Made {
    let dir = tempfile::tempdir().expect("a temporary folder");
    make(dir.path(), at(utc), Language::Italian).expect("a writable folder").expect("git");
    Made { dir, now: at(utc) }
}

/// Its files alone, without the care that a disk needs.
fn written(utc: &str, language: Language) -> Made {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in planned(utc, language) {
        fs::create_dir_all(dir.path().join(path.parent())).expect("a folder");
        fs::write(dir.path().join(path.as_str()), bytes).expect("a file");
    }
    Made { dir, now: at(utc) }
}

fn planned(utc: &str, language: Language) -> Vec<crate::storage::Planned> {
    make::files(&edition::Edition::new(language), &dates::Dates::new(at(utc)), at(utc).utc)
}

/// Every day in both languages.
fn all() -> impl Iterator<Item = (&'static str, Language)> {
    DAYS.into_iter().flat_map(|day| [(day, Language::Italian), (day, Language::English)])
}

impl Made {
    fn folder(&self) -> Folder {
        Folder::open(self.dir.path()).expect("a content folder")
    }

    fn entries(&self) -> (Vec<crate::domain::Entry>, Vec<crate::domain::Problem>) {
        let (mut entries, mut problems) = (Vec::new(), Vec::new());
        self.folder().load_all(self.now.zone, &mut |_, more, faults| {
            entries.extend(more);
            problems.extend(faults);
            true
        });
        (entries, problems)
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut command = std::process::Command::new("git");
        let output = command.current_dir(self.dir.path()).args(arguments).output();
        String::from_utf8_lossy(&output.expect("git").stdout).trim().to_owned()
    }
}

#[test]
fn the_list_of_files_is_the_folder() {
    for (folder, files) in [("demo", files::FILES), ("demo-en", files::ENGLISH)] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(folder);
        let mut found = BTreeSet::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let inside = path.strip_prefix(&root).expect("inside");
                    found.insert(inside.to_string_lossy().into_owned());
                }
            }
        }
        let listed: BTreeSet<String> = files.iter().map(|(path, _)| (*path).into()).collect();
        assert_eq!(listed, found);
    }
}

#[test]
fn whatever_the_day_one_file_is_broken_and_all_others_are_found() {
    for (day, language) in all() {
        let made = written(day, language);
        let (workspace, problems) = made.folder().workspace().expect("a brand");
        assert!(problems.is_empty(), "{day}: {problems:?}");
        assert_eq!(workspace.channels.len(), 6);
        let ids: BTreeSet<&str> = workspace.facts.iter().map(|fact| fact.id.as_str()).collect();
        assert!(ids.len() > 30 && ids.len() == workspace.facts.len(), "{}", ids.len());
        let today = made.now.today();
        assert_eq!(workspace.facts.iter().filter(|fact| !fact.holds_on(today)).count(), 1);

        let (entries, problems) = made.entries();
        assert_eq!(problems.len(), 1, "{day}: {problems:?}");
        assert!(problems[0].path.as_str().ends_with("wj66fmz4.toml"));
        assert_eq!((problems[0].kind.code(), problems[0].line), ("syntax", 6));

        let kinds: Vec<&FindingKind> =
            entries.iter().flat_map(|entry| &entry.findings).map(|f| &f.kind).collect();
        let FindingKind::UnknownKey { key, meant } = kinds[0] else { panic!("{kinds:?}") };
        assert_eq!((key.as_str(), meant.as_deref()), ("campain", Some("campaign")));
        assert_eq!(kinds.len(), 1, "{day}: {kinds:?}");
    }
}

#[test]
fn the_checks_find_one_text_too_long_and_one_picture_without_words() {
    for (day, language) in all() {
        let made = written(day, language);
        let (workspace, _) = made.folder().workspace().expect("a brand");
        let exists = |path: &str| made.dir.path().join(path).is_file();
        let context = CheckContext {
            workspace: &workspace,
            networks: checks::networks(),
            exists: &exists,
            voices: None,
        };
        let (entries, _) = made.entries();
        let findings: Vec<_> = entries
            .iter()
            .flat_map(|entry| checks::post(&entry.post, &context))
            .filter(|finding| finding.severity != Severity::Informs)
            .map(|finding| (finding.kind.code(), finding.severity.code()))
            .collect();
        let expected = [("missing-alt", "warns"), ("over-limit", "blocks")];
        assert_eq!(findings, expected, "{day}");
    }
}

/// A shop that keeps its facts: what is left open is left on purpose, one of each kind.
#[test]
fn few_claims_are_open_and_every_kind_of_them_can_be_seen() {
    use crate::domain::ClaimKind as K;
    for (day, language) in all() {
        let made = written(day, language);
        let (workspace, _) = made.folder().workspace().expect("a brand");
        let (entries, _) = made.entries();
        let today = made.now.today();
        let (mut open, mut denied, mut past) = (Vec::new(), Vec::new(), Vec::new());
        for entry in &entries {
            for finding in checks::claim_findings(&entry.post, &workspace, today) {
                let FindingKind::Claim { kind, quote, standing, .. } = finding.kind else {
                    panic!("no claim")
                };
                match standing.code() {
                    "contradicted" => denied.push(quote),
                    "expired" => past.push(quote),
                    _ => open.push((kind, quote)),
                }
            }
        }
        let case = format!("{day} {language:?} {open:?}");
        assert_eq!((denied.len(), past.len()), (1, 1), "{case} {denied:?} {past:?}");
        assert!(denied[0].contains("85") && past[0].contains("38"), "{denied:?} {past:?}");
        assert!((6..=8).contains(&open.len()), "{case}");
        for kind in [K::Number, K::Date, K::Name, K::Superlative, K::Quotation, K::Hashtag] {
            assert!(open.iter().any(|(it, _)| *it == kind), "{kind:?} {case}");
        }
    }
}

#[test]
fn no_placeholder_is_left() {
    for (day, language) in all() {
        let files = planned(day, language);
        for (path, bytes) in files.iter().filter(|(path, _)| !path.as_str().starts_with("media/")) {
            let text = std::str::from_utf8(bytes).expect("a text");
            assert!(!text.contains("{mon"), "{day}: {path}\n{text}");
            assert!(!path.as_str().contains("week"), "{day}: {path}");
        }
    }
}

#[test]
fn this_week_is_full_and_five_weeks_are_there() {
    for language in [Language::Italian, Language::English] {
        let made = written(DAYS[0], language);
        let (entries, _) = made.entries();
        let week = Week::of(made.now.today());
        let mut by_day: BTreeMap<_, usize> = BTreeMap::new();
        let mut weeks = BTreeSet::new();
        for entry in &entries {
            for card in placements(&entry.post, made.now.zone) {
                weeks.insert(Week::of(card.wall.date()));
                if week.contains(card.wall.date()) {
                    *by_day.entry(card.wall.date()).or_default() += 1;
                }
            }
        }
        assert_eq!(weeks.len(), 5);
        assert_eq!(by_day.values().copied().collect::<Vec<_>>(), [2, 2, 2, 5, 3, 1, 1]);
        let stages = |stage| entries.iter().filter(|e| Stage::of_post(&e.post) == stage).count();
        assert_eq!(stages(Stage::Idea), 7);
        assert_eq!(stages(Stage::Published) + stages(Stage::Planned), 53);
    }
}

#[test]
fn what_is_behind_us_went_out_and_what_is_ahead_did_not() {
    for (day, language) in all() {
        let made = written(day, language);
        let (entries, _) = made.entries();
        let late = |published: &crate::domain::Published| published.at > made.now.utc;
        assert!(entries.iter().all(|entry| !entry.post.published.values().any(late)), "{day}");
        let out = entries.iter().filter(|e| !e.post.published.is_empty()).count();
        assert!(out >= 19, "{day}: the two weeks before are published");
    }
}

#[test]
fn suggestions_wait_for_posts_that_exist_and_judged_ones_name_their_sentence() {
    for language in [Language::Italian, Language::English] {
        let made = written(DAYS[0], language);
        let (entries, _) = made.entries();
        let ids: BTreeSet<&Id> = entries.iter().map(|entry| &entry.post.id).collect();
        assert_eq!(ids.len(), entries.len());
        let drafts = fs::read_dir(made.dir.path().join("drafts")).expect("drafts");
        let (mut waiting, mut decided) = (0, 0);
        for draft in drafts {
            let name = draft.expect("an entry").file_name();
            let post = Id::parse(&name.to_string_lossy()).expect("an id");
            assert!(ids.contains(&post), "{post}");
            let (suggestions, problems) = made.folder().suggestions(&post, made.now.zone);
            assert!(problems.is_empty(), "{problems:?}");
            for suggestion in suggestions {
                assert!(suggestion.at <= made.now.utc);
                waiting += usize::from(suggestion.is_waiting());
                for decision in suggestion.decisions {
                    decided += 1;
                    let text = suggestion.text.shown();
                    let judged = match decision.sentence {
                        Some(index) => text[sentences(text)[index].clone()].trim(),
                        None => text,
                    };
                    assert_eq!(decision.hash, ContentHash::of(judged.as_bytes()).to_string());
                    assert_ne!(decision.verdict == Verdict::Rejected, decision.reason.is_none());
                }
            }
        }
        assert_eq!((waiting, decided), (12, 14));
    }
}

#[test]
fn the_english_demo_is_half_english_and_speaks_of_itself_in_english() {
    let italian = |entry: &crate::domain::Entry| entry.post.lang.as_deref() == Some("it");
    let made = written(DAYS[0], Language::English);
    let (workspace, _) = made.folder().workspace().expect("a brand");
    assert_eq!(workspace.first_language(), "en");
    let (entries, _) = made.entries();
    let others = entries.iter().filter(|entry| italian(entry)).count();
    assert!((entries.len() * 2 / 5..=entries.len() * 3 / 5).contains(&others), "{others}");
    let keys: BTreeSet<&str> = workspace.pillars.iter().map(|pillar| pillar.key.as_str()).collect();
    for entry in &entries {
        assert!(keys.contains(entry.post.pillar.as_deref().expect("a pillar")), "{}", entry.path);
        let named = entry.post.campaign.iter().chain(&entry.post.labels);
        for key in named {
            assert!(!key.contains("plaid") && !key.contains("evento"), "{}: {key}", entry.path);
        }
    }
    let (entries, _) = written(DAYS[0], Language::Italian).entries();
    let others = entries.iter().filter(|entry| italian(entry)).count();
    assert!(others * 3 > entries.len() * 2, "{others}");
}

#[test]
fn the_history_is_believable_and_the_tree_is_clean() {
    let made = made(DAYS[0]);
    let status = git::status(made.dir.path()).expect("a repository");
    assert_eq!((status.branch.as_deref(), status.changed), (Some("main"), 0));
    assert_eq!(made.git(&["ls-files"]).lines().count(), files::FILES.len());
    let log = made.git(&["log", "--format=%ad %an", "--date=format:%Y-%m-%d"]);
    let expected = "2026-11-25 Nora Weiss\n2026-11-21 Nora Weiss\n2026-11-20 Ada Neri\n\
        2026-11-19 Nora Weiss\n2026-11-13 Nora Weiss\n2026-11-11 Bruno Salis\n\
        2026-11-06 Nora Weiss\n2026-11-03 Ada Neri";
    assert_eq!(log, expected);
}

#[test]
fn the_same_moment_makes_the_same_demo() {
    let (a, b) = (made(DAYS[1]), made(DAYS[1]));
    assert_eq!(git::head(a.dir.path()), git::head(b.dir.path()));
    assert!(git::head(a.dir.path()).is_some());
}

fn told(dir: &Path, utc: &str, words: &Words) -> (Outcome, String) {
    let now = Now { utc: utc.parse().expect("an instant"), zone: chrono_tz::Asia::Tokyo };
    let mut out = Vec::new();
    let outcome = run(dir, now, words, &mut out).expect("a writer");
    (outcome, String::from_utf8(out).expect("text"))
}

#[test]
fn a_demo_is_opened_again_and_never_made_over() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let place = dir.path().join("la mia demo");
    let words = Words::new(Language::Italian);
    let (outcome, said) = told(&place, DAYS[0], &words);
    assert_eq!(outcome, Outcome::Ready(place.clone()));
    assert!(said.contains("palinsesto -C '"), "{said}");
    fs::write(place.join("voice.toml"), "").expect("a change");
    let (outcome, said) = told(&place, DAYS[0], &words);
    assert_eq!(outcome, Outcome::Ready(place.clone()));
    assert!(said.contains("come l’hai lasciata") && !said.contains("ormai"), "{said}");
    assert_eq!(fs::read(place.join("voice.toml")).expect("a file"), b"");
    let (_, said) = told(&place, "2027-02-01T09:00:00Z", &words);
    assert!(said.contains("ormai sono passate"), "{said}");
}

#[test]
fn a_folder_of_something_else_is_left_alone() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("tesi.txt"), "non toccare").expect("a file");
    let words = Words::new(Language::English);
    let (outcome, said) = told(dir.path(), DAYS[0], &words);
    assert_eq!(outcome, Outcome::Refused);
    assert!(said.contains("nothing was written"), "{said}");
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 1);
}

#[test]
fn the_decisions_of_the_demo_teach_one_rule() {
    for language in [Language::Italian, Language::English] {
        let made = written(DAYS[0], language);
        let (entries, _) = made.entries();
        let all: Vec<crate::domain::Judged> = entries
            .iter()
            .flat_map(|entry| {
                let (suggestions, _) = made.folder().suggestions(&entry.post.id, made.now.zone);
                crate::domain::judged(Some(&entry.post), &suggestions)
            })
            .collect();
        let found = crate::checks::learned::proposals(&all, &[]);
        let found: Vec<(&str, usize, usize)> =
            found.iter().map(|p| (p.lesson.code(), p.agreeing(), p.cases.len())).collect();
        assert_eq!(found, [("no-exclamation", 5, 5)], "{language:?}");
    }
}
