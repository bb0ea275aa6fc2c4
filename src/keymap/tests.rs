use super::*;
use crate::i18n::{Language, Words};
use crate::vocab::{KeyFaultKind, Scope};
use std::collections::{BTreeMap, BTreeSet};

fn key(name: &str) -> Key {
    Key::parse(name).expect("a key")
}

fn does(name: &str, scopes: &[Scope]) -> Resolved {
    Keymap::builtin().resolve(None, key(name), scopes)
}

fn types(letter: &str) -> Resolved {
    Resolved::Action(Action::Write(Edit::Type(letter.into())))
}

const WEEK: [Scope; 2] = [Scope::Week, Scope::Global];
const DRAFTS: [Scope; 2] = [Scope::Drafts, Scope::Global];
const FILTERED: [Scope; 3] = [Scope::Line, Scope::List, Scope::Global];

#[test]
fn the_builtin_table_reads_and_no_two_rows_of_a_scope_share_a_key() {
    table::read(table::BUILTIN).expect("the builtin table");
    let keymap = Keymap::builtin();
    let all: BTreeSet<usize> = (0..keymap.rows.len()).collect();
    let clash = keymap.clash(&all).map(|(a, b, key)| {
        format!("{key}: {} and {}", keymap.rows[a].name(), keymap.rows[b].name())
    });
    assert_eq!(clash, None);
    let names: BTreeSet<String> = keymap.rows().iter().map(Row::name).collect();
    assert_eq!(names.len(), keymap.rows().len(), "a row's name is its own");
}

#[test]
fn every_plain_action_has_a_key() {
    let keymap = Keymap::builtin();
    let bound = |action: &Action| keymap.rows().iter().any(|row| row.action == *action);
    let without: Vec<&Action> = Action::PLAIN.iter().filter(|action| !bound(action)).collect();
    assert!(without.is_empty(), "no key for {without:?}");
}

#[test]
fn every_row_resolves_to_its_own_action_in_its_own_scope() {
    let keymap = Keymap::builtin();
    for row in keymap.rows() {
        for stroke in &row.keys {
            let (held, last) = match stroke.then {
                Some(then) => (Some(stroke.first), then),
                None => (None, stroke.first),
            };
            let found = keymap.resolve(held, last, &[row.scope]);
            assert_eq!(found, Resolved::Action(row.action_for(last)), "{} {stroke}", row.name());
        }
    }
}

#[test]
fn every_row_is_worded_in_both_languages() {
    for language in [Language::English, Language::Italian] {
        let words = Words::new(language);
        for row in Keymap::builtin().rows() {
            assert_ne!(words.by_key(&row.say), row.say, "{}", row.name());
        }
    }
}

#[test]
fn letters_are_typed_in_a_text_and_the_keys_of_everywhere_stay_outside() {
    for letter in ["q", "u", "?", "/", "Z", "è"] {
        assert_eq!(does(letter, &[Scope::Text, Scope::Drafts, Scope::Global]), types(letter));
    }
    assert_eq!(does("Space", &FILTERED), types(" "));
    assert_eq!(does("C-r", &[Scope::Text, Scope::Global]), Resolved::Nothing);
    assert_eq!(does("F1", &[Scope::Text, Scope::Global]), Resolved::Action(Action::Help));
}

#[test]
fn a_line_above_a_list_types_letters_and_leaves_the_arrows_to_the_list() {
    assert_eq!(does("j", &FILTERED), types("j"));
    assert_eq!(does("Down", &FILTERED), Resolved::Action(Action::Down));
    assert_eq!(does("PgDn", &FILTERED), Resolved::Action(Action::PageDown));
}

#[test]
fn on_a_row_of_choices_letters_and_figures_lead_to_one_and_signs_keep_their_keys() {
    const CHOICES: [Scope; 4] = [Scope::Fields, Scope::Choices, Scope::Form, Scope::Global];
    for letter in ["l", "J", "è", "3", "q", "g"] {
        let typed = letter.chars().next().expect("a letter");
        assert_eq!(does(letter, &CHOICES), Resolved::Action(Action::ByLetter(typed)));
    }
    for (name, action) in [
        ("Space", Action::Toggle),
        ("Right", Action::Right),
        ("+", Action::Add),
        ("?", Action::Help),
        ("C-p", Action::Palette),
    ] {
        assert_eq!(does(name, &CHOICES), Resolved::Action(action), "{name}");
    }
    assert_eq!(does("M-l", &CHOICES), Resolved::Nothing);
    let keymap = Keymap::builtin();
    let said = |action: &Action| keymap.key_of(action, &CHOICES);
    assert_eq!(said(&Action::ByLetter(' ')).as_deref(), Some("a–z"));
    let down = keymap.in_force(&CHOICES).into_iter().find(|row| row.action == Action::Down);
    assert_eq!(down.map(|row| row.shown()).as_deref(), Some("↓"), "the help names what works");

    let off = BTreeMap::from([("choices.by-letter".to_owned(), Vec::new())]);
    let (keymap, faults) = Keymap::builtin().with_overrides(&off);
    assert!(faults.is_empty(), "{faults:?}");
    let right = keymap.resolve(None, key("l"), &CHOICES);
    assert_eq!(right, Resolved::Action(Action::Right));
}

#[test]
fn an_unbound_letter_with_alt_never_becomes_a_decision() {
    for letter in ["M-y", "M-n", "M-Y", "M-N", "M-r"] {
        assert_eq!(does(letter, &DRAFTS), Resolved::Nothing, "{letter}");
        assert_eq!(does(letter, &[Scope::Line, Scope::Drafts]), Resolved::Nothing, "{letter}");
    }
}

#[test]
fn shift_tab_of_the_linux_console_goes_back_one_pane() {
    assert_eq!(does("M-Tab", &WEEK), Resolved::Action(Action::PreviousPane));
}

#[test]
fn a_capital_is_another_key_however_the_terminal_sends_it() {
    let shifted = Key { shift: true, ..key("m") };
    let found = Keymap::builtin().resolve(None, shifted, &WEEK);
    assert_eq!(found, Resolved::Action(Action::MoveAll));
}

#[test]
fn a_digit_picks_the_sentence_of_that_suggestion() {
    assert_eq!(does("3", &DRAFTS), Resolved::Action(Action::Pick(3)));
    assert_eq!(does("9", &[Scope::Question]), Resolved::Action(Action::Choose(9)));
}

#[test]
fn two_keys_go_somewhere_and_a_second_key_that_fits_nothing_is_dropped() {
    let keymap = Keymap::builtin();
    let mut reader = KeyReader::default();
    assert_eq!(reader.read(&keymap, key("g"), &WEEK), None);
    assert_eq!(reader.held(), Some(key("g")));
    assert_eq!(keymap.after(key("g"), &WEEK).len(), 4);
    assert_eq!(reader.read(&keymap, key("i"), &WEEK), Some(Action::GoIdeas));
    reader.read(&keymap, key("g"), &WEEK);
    assert_eq!(reader.read(&keymap, key("x"), &WEEK), None, "x alone would trash a post");
    assert_eq!(reader.read(&keymap, key("x"), &WEEK), Some(Action::Trash));
}

#[test]
fn a_paste_goes_into_a_text_or_nowhere() {
    let keymap = Keymap::builtin();
    let pasted = keymap.paste("yyy".into(), &FILTERED);
    assert_eq!(pasted, Some(Action::Write(Edit::Paste("yyy".into()))));
    assert_eq!(keymap.paste("yyy".into(), &DRAFTS), None);
}

#[test]
fn the_footer_says_what_works_here_nearest_first() {
    let keymap = Keymap::builtin();
    let said = |scopes: &[Scope]| {
        let rows = keymap.hints(scopes);
        rows.iter().map(super::table::Row::name).collect::<Vec<_>>()
    };
    let week = said(&WEEK);
    assert_eq!(week[..3], ["week.open", "week.drafts", "week.edit"]);
    assert_eq!(week.last().map(String::as_str), Some("global.help"));
    let carrying = said(&[Scope::Move, Scope::Week, Scope::Global]);
    assert!(carrying.contains(&"week.drafts".to_owned()));
    assert!(!carrying.contains(&"week.open".to_owned()), "Enter puts the card down");
    let typing = said(&[Scope::Text, Scope::Global]);
    assert!(!typing.iter().any(|name| name.starts_with("global")));
}

#[test]
fn own_keys_replace_those_of_a_row_and_the_old_ones_do_nothing() {
    let own = BTreeMap::from([
        ("week.trash".to_owned(), vec!["C-d".to_owned()]),
        ("week.push-week".to_owned(), Vec::new()),
    ]);
    let (keymap, faults) = Keymap::builtin().with_overrides(&own);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(keymap.resolve(None, key("C-d"), &WEEK), Resolved::Action(Action::Trash));
    assert_eq!(keymap.resolve(None, key("x"), &WEEK), Resolved::Nothing);
    assert_eq!(keymap.resolve(None, key(">"), &WEEK), Resolved::Nothing);
    let trash = keymap.key_of(&Action::Trash, &WEEK);
    assert_eq!(trash.as_deref(), Some("C-d"));
}

#[test]
fn own_keys_may_be_swapped_but_not_taken_from_another_row() {
    let own = |rows: &[(&str, &str)]| -> BTreeMap<String, Vec<String>> {
        rows.iter().map(|(row, key)| ((*row).into(), vec![(*key).into()])).collect()
    };
    let swap = own(&[("week.copy", "p"), ("week.paste", "y")]);
    let (swapped, faults) = Keymap::builtin().with_overrides(&swap);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(swapped.resolve(None, key("y"), &WEEK), Resolved::Action(Action::Paste));

    let bad = own(&[("week.trash", "m"), ("week.fly", "w"), ("global.undo", "Ctrl+Z")]);
    let (kept, faults) = Keymap::builtin().with_overrides(&bad);
    assert_eq!(kept, Keymap::builtin());
    let kinds: Vec<_> = faults.into_iter().map(|fault| fault.kind).collect();
    assert_eq!(
        kinds,
        [
            KeyFaultKind::NotAKey("Ctrl+Z".into()),
            KeyFaultKind::NoSuchRow,
            KeyFaultKind::Taken { key: "m".into(), by: "week.move".into() },
        ]
    );
}

/// What the first pages say of keys: the key, where it is pressed, what it does.
const TOLD: &[(&str, Scope, &str)] = &[
    ("h", Scope::Week, "left"),
    ("j", Scope::Week, "down"),
    ("k", Scope::Week, "up"),
    ("l", Scope::Week, "right"),
    ("[", Scope::Week, "previous-week"),
    ("]", Scope::Week, "next-week"),
    ("PgUp", Scope::Week, "previous-week"),
    ("PgDn", Scope::Week, "next-week"),
    ("t", Scope::Week, "today"),
    ("n", Scope::Week, "new"),
    ("e", Scope::Week, "edit"),
    ("a", Scope::Week, "drafts"),
    ("C", Scope::Week, "helps"),
    ("M-c", Scope::Text, "helps"),
    ("y", Scope::Drafts, "accept"),
    ("n", Scope::Drafts, "reject"),
    ("e", Scope::Drafts, "rewrite"),
    ("C-u", Scope::Line, "clear-line"),
    ("Esc", Scope::Text, "cancel"),
    ("M-z", Scope::Text, "revert"),
    ("M-l", Scope::Text, "next-language"),
    ("M-t", Scope::Text, "tick-claim"),
    ("M-f", Scope::Text, "keep-fact"),
    ("M-Enter", Scope::Text, "new-message"),
    ("M-n", Scope::Text, "number-messages"),
    ("m", Scope::Week, "move"),
    ("Enter", Scope::Move, "confirm"),
    ("u", Scope::Global, "undo"),
    ("?", Scope::Global, "help"),
    (":", Scope::Global, "palette"),
    ("F1", Scope::Text, "help"),
    ("C-p", Scope::Text, "palette"),
    ("d", Scope::Week, "next-need"),
    ("b", Scope::Week, "origin"),
    ("A", Scope::Week, "approve"),
    ("M-A", Scope::Text, "approve"),
    ("S", Scope::Week, "freeze"),
    ("y", Scope::Approve, "say-yes"),
    ("r", Scope::Approve, "revoke"),
    ("R", Scope::Week, "review"),
    ("M-r", Scope::Text, "review"),
    ("c", Scope::Review, "ask-change"),
    ("r", Scope::Review, "reply"),
    ("/", Scope::Global, "search"),
    ("G", Scope::Week, "go-to-date"),
    ("q", Scope::Global, "back"),
    ("i", Scope::Week, "fields"),
    (">", Scope::Week, "push-week"),
    ("v", Scope::Week, "range"),
    ("y", Scope::Week, "copy"),
    ("p", Scope::Week, "paste"),
    ("x", Scope::Week, "trash"),
    ("Y", Scope::Week, "copy-text"),
    ("P", Scope::Week, "mark-published"),
    ("f", Scope::Week, "filter"),
    ("z", Scope::Week, "hours"),
    ("p", Scope::Drafts, "show-prompt"),
    ("M-p", Scope::Brief, "show-prompt"),
];

#[test]
fn the_first_pages_name_the_keys_of_the_table_and_no_others() {
    let keymap = Keymap::builtin();
    for (name, scope, code) in TOLD {
        let action = Action::from_code(code).expect("an action");
        let found = keymap.resolve(None, key(name), &[*scope]);
        assert_eq!(found, Resolved::Action(action), "{name} in {}", scope.code());
    }
    let readme = include_str!("../../README.md");
    let rows =
        readme.split("## The first five minutes").nth(1).and_then(|rest| rest.split("\n![").next());
    let rows = rows.expect("the table of keys");
    let named: BTreeSet<&str> =
        rows.split('`').skip(1).step_by(2).filter(|name| Key::parse(name).is_some()).collect();
    let told: BTreeSet<&str> = TOLD.iter().map(|(name, ..)| *name).collect();
    let stray: Vec<_> = named.difference(&told).collect();
    assert!(stray.is_empty(), "the README names {stray:?}, and no test knows what they do");
    let unsaid: Vec<_> =
        told.iter().filter(|name| !readme.contains(&format!("`{name}`"))).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}
