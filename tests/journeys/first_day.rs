//! The sentence the program is built around: see the week, ask for drafts, accept one
//! sentence, rewrite another in place, move a post to Thursday, undo it, quit; and the
//! folder's `git diff` shows exactly those words, the record of the decision, and nothing
//! else.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";

/// One day, in one of the two languages.
struct Day {
    language: Language,
    week: &'static str,
    thursday: &'static str,
    topic: &'static str,
    /// What the model says in turn.
    says: [&'static str; 2],
    /// The first sentence of it, taken as it is.
    taken: &'static str,
    /// What the hand writes instead of the second.
    mine: &'static str,
}

const DAYS: [Day; 2] = [
    Day {
        language: Language::Italian,
        week: "settimana 48",
        thursday: "gio 26",
        topic: "i colori nuovi",
        says: [
            "La lana torna a casa. Da oggi in bottega ci sono tre colori nuovi.",
            "Tre colori nuovi. Passa a toccarli.",
        ],
        taken: "La lana torna a casa.",
        mine: "Da lunedì tre colori: robbia, reseda, guado.",
    },
    Day {
        language: Language::English,
        week: "week 48",
        thursday: "Thu 26",
        topic: "the new colours",
        says: [
            "The wool is coming home. Three new colours are in the shop from today.",
            "Three new colours. Come and touch them.",
        ],
        taken: "The wool is coming home.",
        mine: "Three colours from Monday: madder, weld, woad.",
    },
];

fn opened(day: &Day) -> Stage {
    Stage::with(BOTTEGA).reopened(day.language, Canned::saying(day.says)).shows(day.week)
}

/// Accepts the first sentence of the first suggestion, writes over the second.
fn decided(day: &Day, stage: Stage) -> Stage {
    let stage = stage.press("a").type_text(day.topic).press("Enter").shows(day.taken);
    stage.press("y j e C-a").type_text(day.mine).press("Enter")
}

/// The part of a diff that is about one file, without what it was before.
fn of_file<'a>(diff: &'a str, path: &str) -> &'a str {
    let files = diff.split("diff --git ").skip(1);
    let mut found = files.filter(|part| part.lines().next().is_some_and(|l| l.ends_with(path)));
    found.next().unwrap_or_else(|| panic!("{path} is not in the diff:\n{diff}"))
}

/// Lines added to or taken from one file.
fn lines(part: &str) -> Vec<&str> {
    let body = part.lines().skip_while(|line| !line.starts_with("@@"));
    body.filter(|line| line.starts_with(['+', '-'])).collect()
}

#[test]
fn a_first_day_leaves_exactly_what_the_hand_did() {
    for day in &DAYS {
        let stage = decided(day, opened(day));
        let decided = stage.diff();

        // To Thursday: the date is in the diff, what stands beside it is not.
        let stage = stage.press("q").shows(day.week).press("m l Enter").shows(day.thursday);
        let moved = stage.diff();
        let more: Vec<&str> =
            lines(of_file(&moved, LANA)).into_iter().filter(|l| l.contains("when = ")).collect();
        let dates = [
            "-when = 2026-11-25T12:30:00   # mezz'ora dopo mezzogiorno",
            "+when = 2026-11-26T12:30:00   # mezz'ora dopo mezzogiorno",
        ];
        assert_eq!(more, dates, "{moved}");

        let stage = stage.press("u");
        let diff = stage.diff();
        assert_eq!(diff, decided, "undo takes back the move and nothing else");

        let drafts = stage.files("drafts/k3f9q7ab");
        assert_eq!(drafts.len(), 3, "three suggestions were asked for: {drafts:?}");
        let touched = diff.lines().filter(|line| line.starts_with("diff --git")).count();
        assert_eq!(touched, 4, "one post and three suggestions:\n{diff}");

        // Of the post: its words, and where they came from.
        let first = drafts.iter().find(|path| stage.file(path).contains("[[decision]]"));
        let first = first.expect("the suggestion that was decided about");
        assert!(stage.file(first).contains(day.says[0]), "{}", stage.file(first));
        let named = first.trim_start_matches("drafts/").trim_end_matches(".toml");
        let text = format!("+text = \"{} {}\"", day.taken, day.mine);
        let draft = format!("+draft = \"{named}\"");
        let at = "+at = 2026-11-25T08:00:00Z";
        let by = "+by = \"Ada Neri <ada@example.org>\"";
        let origin = |verdict| ["+", "+[[origin]]", &draft, verdict, at, by];
        let post = [
            &["-text = \"\"", &text][..],
            &origin("+decision = \"accepted\""),
            &origin("+decision = \"rewritten\""),
        ];
        assert_eq!(lines(of_file(&diff, LANA)), post.concat(), "{diff}");

        // Of the suggestions: what the machine said stays as it was, and two decisions
        // stand below the one that was decided about.
        for path in &drafts {
            let file = stage.file(path);
            let said = day.says.iter().filter(|text| file.contains(**text)).count();
            assert_eq!(said, 1, "the machine's words stay as they were: {file}");
            let own = usize::from(path == first);
            assert_eq!(file.matches("[[decision]]").count(), own * 2, "{file}");
            assert_eq!(file.matches("verdict = \"accepted\"").count(), own, "{file}");
            assert_eq!(file.matches("verdict = \"rewritten\"").count(), own, "{file}");
        }

        let stage = stage.press("q");
        assert!(stage.orders.contains(&TerminalOrder::Quit), "one key, and it is left");
        assert_eq!(stage.diff(), diff, "leaving writes nothing");
    }
}

#[test]
fn every_step_back_is_a_step_back_on_the_disk() {
    for day in &DAYS {
        let stage = opened(day);
        let untouched = stage.file(LANA);
        let stage = decided(day, stage).press("q u u");
        assert_eq!(stage.file(LANA), untouched);
        let stage = stage.press("C-r");
        let again = stage.file(LANA);
        assert!(again.contains(day.taken), "{again}");
        assert!(!again.contains(day.mine), "{again}");
    }
}
