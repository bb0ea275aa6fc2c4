//! What the approve view does with sheets, keys and what happens meanwhile.

mod marked;
mod open;
mod said;

use super::changes::{changes, only_the_time};
use super::rows::Shown;
use super::state::Sight;
use super::{State, on_event, scopes, update};
use crate::domain::{
    Approval, Before, Consent, CoveredLine, Entry, Finding, FindingKind, Given, NotAnAct, Post,
    Seen, Severity, Sheet, Trust, Uncovered, file_path,
};
use crate::domain::{ContentHash, Failure};
use crate::features::fixture::{Bottega, id, in_both};
use crate::features::{Outcome, Pane, ViewCtx};
use crate::i18n::Language;
use crate::text::Edit;
use crate::ui::render_to_string;
use crate::vocab::{Action, Effect, Event, Notice, Scope, Screen, Why};
use chrono_tz::Europe::Rome;
use std::sync::Arc;

fn line(channel: Option<&str>, name: &str, value: &str) -> CoveredLine {
    let channel = channel.map(str::to_owned);
    CoveredLine { channel, name: name.to_owned(), value: value.to_owned() }
}

/// As the gate covers a post that says the same on its channels.
fn lines(post: &Post, instant: &str) -> Vec<CoveredLine> {
    let mut lines = vec![line(None, "post", post.id.as_str()), line(None, "zone", "Europe/Rome")];
    for key in &post.channels {
        let of = |name, value: &str| line(Some(key), name, value);
        lines.extend([
            of("channel", key),
            of("network", if key == "ig" { "instagram" } else { "linkedin" }),
            of("account", "@bottega.aurora"),
            of("visibility", ""),
            of("language", "it"),
            of("instant", instant),
            of("text", post.text_for(key)),
            of("headline", ""),
            of("first-comment", ""),
        ]);
    }
    lines.push(line(None, "link", post.link.as_deref().unwrap_or_default()));
    for medium in &post.media {
        lines.push(line(None, "sha256", "ab"));
        lines.push(line(None, "alt", medium.alt.as_deref().unwrap_or_default()));
        lines.push(line(None, "source", medium.source.code()));
        lines.push(line(None, "realistic", ""));
    }
    lines
}

const TUESDAY: &str = "2026-11-24T17:30:00Z";
const WEDNESDAY: &str = "2026-11-25T07:45:00Z";

fn entry(post: Post) -> Entry {
    let hash = ContentHash::of(format!("{post:?}").as_bytes());
    Entry::new(file_path(&post, Rome), hash, post)
}

fn sheet(post: Post) -> Sheet {
    let lines = lines(&post, TUESDAY);
    let hash = Ok(ContentHash::of(format!("{lines:?}").as_bytes()));
    Sheet { entry: Arc::new(entry(post)), hash, lines, before: None }
}

/// The view with a sheet that lies there and was read to its end.
fn read(bottega: &mut Bottega, sheet: Sheet) -> State {
    bottega.shelf.put(sheet.entry.clone());
    let posts = [sheet.entry.post.id.clone()];
    let (mut state, effects) = State::open(&posts, &bottega.ctx()).expect("it can be approved");
    assert_eq!(effects[0], Effect::ReadSheet(posts[0].clone()));
    on_event(&mut state, &Event::SheetRead(Box::new(sheet)), &bottega.ctx());
    state.was_shown(Sight { last: 0, rows: 20, ..SIGHT });
    state
}

fn open(bottega: &mut Bottega) -> State {
    read(bottega, sheet(Bottega::launch()))
}

fn yes(post: &str) -> Outcome {
    Outcome::effect(Effect::Approve(id(post)))
}

fn seen(state: &State, bottega: &Bottega) -> Option<Seen> {
    state.seen(&bottega.ctx())
}

/// A page of forty rows, ten of them in sight.
const SIGHT: Sight = Sight { last: 30, rows: 10, width: 80, open: 0 };

#[test]
fn a_yes_is_asked_for_of_what_lies_there() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    let shown = seen(&state, &bottega).expect("it lies there");
    assert!(shown.to_the_end && shown.typed.is_none() && !shown.bulk);
    assert_eq!((shown.open, shown.post), (0, id("k3f9q7ab")));
    assert_eq!(update(&mut state, &Action::SayYes, &bottega.ctx()), yes("k3f9q7ab"));
}

#[test]
fn nothing_can_be_approved_before_its_file_was_read() {
    let mut bottega = Bottega::new(Language::Italian);
    bottega.shelf.put(entry(Bottega::launch()));
    let (mut state, _) = State::open(&[id("k3f9q7ab")], &bottega.ctx()).expect("it is a post");
    state.was_shown(Sight { last: 0, rows: 20, ..SIGHT });
    assert_eq!(seen(&state, &bottega), None);
    // What comes of the key is the gate's to say.
    assert_eq!(update(&mut state, &Action::SayYes, &bottega.ctx()), yes("k3f9q7ab"));
}

#[test]
fn ideas_and_what_has_gone_out_are_refused_with_the_reason() {
    let mut bottega = Bottega::new(Language::Italian);
    let idea = Post { when: None, ..Bottega::launch() };
    bottega.shelf.put(entry(idea));
    let why = |bottega: &Bottega| State::open(&[id("k3f9q7ab")], &bottega.ctx()).err();
    assert_eq!(why(&bottega), Some(Why::AnIdeaIsNotApproved));
    let mut out = Bottega::launch();
    for channel in &out.channels {
        let published = crate::domain::Published { at: bottega.now.utc, url: None };
        out.published.insert(channel.clone(), published);
    }
    let bottega = Bottega::new(Language::Italian).with(out);
    assert_eq!(why(&bottega), Some(Why::AlreadyPublished));
    let none = Bottega::new(Language::Italian);
    assert_eq!(why(&none), Some(Why::NoPostHere));
}

#[test]
fn it_is_read_when_each_of_its_rows_was_on_the_screen_and_stays_read() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    (state.read, state.shown) = (false, Shown::default());
    let sight = SIGHT;
    state.was_shown(sight);
    let step = |state: &mut State, action: Action| {
        assert_eq!(update(state, &action, &bottega.ctx()), Outcome::done());
        let promised = state.reads(sight);
        state.was_shown(sight);
        assert_eq!(state.read, promised, "the footer says it of the frame it stands in");
        (state.scroll, state.read, state.shown.missing(state.scroll, sight))
    };
    assert_eq!(step(&mut state, Action::Up), (0, false, 30));
    assert_eq!(step(&mut state, Action::PageDown), (9, false, 21));
    assert_eq!(step(&mut state, Action::Wheel { up: false }), (12, false, 18));
    // Who leaps to the end has not had the middle before their eyes.
    assert_eq!(step(&mut state, Action::Last), (30, false, 8));
    assert_eq!(step(&mut state, Action::First), (0, false, 8));
    assert_eq!(step(&mut state, Action::Last), (30, false, 8));
    assert_eq!(step(&mut state, Action::PageUp), (21, true, 0));
    assert_eq!(step(&mut state, Action::First), (0, true, 0));
    // On a smaller screen there is more to scroll, but it was seen.
    state.was_shown(Sight { last: 80, rows: 5, width: 40, ..SIGHT });
    assert!(seen(&state, &bottega).expect("it lies there").to_the_end);
}

#[test]
fn what_the_file_does_not_say_any_more_is_not_approvable() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    let other = Post { text: "La lana resta.".into(), ..Bottega::launch() };
    bottega.shelf.put(entry(other.clone()));
    let folder =
        Event::FolderRead { folder: String::new(), entries: Vec::new(), problems: Vec::new() };
    let effects = on_event(&mut state, &folder, &bottega.ctx());
    assert_eq!(effects, [Effect::ReadSheet(id("k3f9q7ab"))]);
    assert_eq!(seen(&state, &bottega), None);
    assert_eq!(on_event(&mut state, &folder, &bottega.ctx()), [], "asked for once");
    on_event(&mut state, &Event::SheetRead(Box::new(sheet(other))), &bottega.ctx());
    assert!(state.changed);
    let shown = seen(&state, &bottega).expect("it lies there");
    assert!(!shown.to_the_end, "nobody has read it yet");
}

#[test]
fn what_is_not_covered_changes_nothing_that_was_read() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    let noted = Post { notes: Some("Foto dal magazzino".into()), ..Bottega::launch() };
    on_event(&mut state, &Event::SheetRead(Box::new(sheet(noted))), &bottega.ctx());
    assert!(!state.changed);
    assert!(seen(&state, &bottega).expect("it lies there").to_the_end);
}

#[test]
fn a_file_that_is_gone_leaves_nothing_to_approve() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    state.read_again();
    let path = file_path(&Bottega::launch(), Rome);
    on_event(&mut state, &Event::NotDone(Failure::Gone { path }), &bottega.ctx());
    assert!(state.gone);
    assert_eq!(seen(&state, &bottega), None);
}

fn claim(quote: &str) -> FindingKind {
    FindingKind::Claim {
        kind: crate::domain::ClaimKind::Price,
        quote: quote.into(),
        standing: crate::domain::Standing::Unknown,
        part: crate::domain::Part::Text,
        medium: None,
        reopened: None,
    }
}

/// The launch with these things noticed about it.
fn noticed(findings: &[(FindingKind, Severity)]) -> Sheet {
    let sheet = sheet(Bottega::launch());
    let mut entry = (*sheet.entry).clone();
    let found = findings.iter().map(|(kind, how)| Finding::of_file(kind.clone(), *how));
    entry.findings.extend(found);
    Sheet { entry: Arc::new(entry), ..sheet }
}

#[test]
fn with_a_claim_open_one_key_is_not_enough() {
    let mut bottega = Bottega::new(Language::Italian);
    let open = [(claim("89 €"), Severity::Informs), (claim("89 €"), Severity::Informs)];
    let mut state = read(&mut bottega, noticed(&open));
    assert_eq!(seen(&state, &bottega).expect("it lies there").open, 1, "the same is one");
    let mut step = |action: &Action| update(&mut state, action, &bottega.ctx());
    assert_eq!(step(&Action::SayYes), Outcome::done());
    let pasted = Action::Write(Edit::Paste("ab12".into()));
    assert_eq!(step(&pasted), Outcome::Disabled(Why::TypedByHand));
    for letter in ["a", "b"] {
        step(&Action::Write(Edit::Type(letter.into())));
    }
    assert_eq!(step(&Action::Confirm), yes("k3f9q7ab"));
    assert_eq!(scopes(&state), [Scope::Line, Scope::Approve]);
    let shown = seen(&state, &bottega).expect("it lies there");
    assert_eq!(shown.typed.as_deref(), Some("ab"));
    let (post, why) = (id("k3f9q7ab"), NotAnAct::NotConfirmed);
    on_event(&mut state, &Event::NotApproved { post, why }, &bottega.ctx());
    assert_eq!(seen(&state, &bottega).expect("it lies there").typed.as_deref(), Some(""));
    assert_eq!(update(&mut state, &Action::Cancel, &bottega.ctx()), Outcome::done());
    assert_eq!(scopes(&state), [Scope::Approve]);
}

#[test]
fn an_approval_that_fell_asks_for_no_typing() {
    let mut bottega = Bottega::new(Language::Italian);
    let why = crate::domain::Voided::Changed;
    let void = FindingKind::ApprovalVoid { why, by: "Ada".into() };
    let mut state = read(&mut bottega, noticed(&[(void, Severity::Warns)]));
    assert_eq!(update(&mut state, &Action::SayYes, &bottega.ctx()), yes("k3f9q7ab"));
}

#[test]
fn what_cannot_go_out_is_refused_with_what_holds_it_back() {
    let mut bottega = Bottega::new(Language::Italian);
    let blocks = FindingKind::NoChannels;
    let mut state = read(&mut bottega, noticed(&[(blocks.clone(), Severity::Blocks)]));
    let says = |notice| Outcome::effect(Effect::Say(notice));
    let step = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(step, says(Notice::HeldBack(Box::new(blocks))));
    let hidden = FindingKind::Invisibles { count: 2 };
    let mut state = read(&mut bottega, noticed(&[(hidden.clone(), Severity::Warns)]));
    let step = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(step, says(Notice::HeldBack(Box::new(hidden))));
    let why = vec![Uncovered::NoInstant("ig".into())];
    let uncovered = Sheet { hash: Err(why.clone()), ..sheet(Bottega::launch()) };
    let mut state = read(&mut bottega, uncovered);
    assert_eq!(seen(&state, &bottega), None);
    let step = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(step, says(Notice::NothingToApprove(why)));
}

fn given(post: Post) -> Sheet {
    let sheet = sheet(Post { approval: Some(Approval::default()), ..post });
    let mut entry = (*sheet.entry).clone();
    let (by, at) = ("Ada Neri <ada@example.org>".to_owned(), TUESDAY.parse().expect("an instant"));
    entry.consent = Consent::Given(Given { by, at, trust: Trust::Ledger });
    Sheet { entry: Arc::new(entry), ..sheet }
}

#[test]
fn a_yes_that_was_taken_back_is_not_said_anew_before_it_was_read_again() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = read(&mut bottega, given(Bottega::launch()));
    state.lay(&sheet(Bottega::launch()));
    // It says more than before: who took it back.
    state.was_shown(Sight { last: 2, rows: 20, ..SIGHT });
    assert!(!seen(&state, &bottega).expect("it lies there").to_the_end);
    update(&mut state, &Action::Last, &bottega.ctx());
    state.was_shown(Sight { last: 2, rows: 20, ..SIGHT });
    assert!(seen(&state, &bottega).expect("it lies there").to_the_end);
}

#[test]
fn what_is_approved_is_not_approved_twice_and_is_taken_back_after_a_question() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    let back = update(&mut state, &Action::Revoke, &bottega.ctx());
    assert_eq!(back, Outcome::Disabled(Why::NothingApproved));
    let mut state = read(&mut bottega, given(Bottega::launch()));
    let again = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(again, Outcome::Disabled(Why::AlreadyApproved));
    let Outcome::Handled(effects) = update(&mut state, &Action::Revoke, &bottega.ctx()) else {
        panic!("it is asked");
    };
    let [Effect::Show(Screen::Question(question))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(question.answers[0].effects, [], "leaving it stands first");
    assert_eq!(question.answers[1].effects, [Effect::Revoke(id("k3f9q7ab"))]);
}

#[test]
fn after_a_yes_the_next_post_that_nobody_stands_behind_comes() {
    let mut bottega = Bottega::new(Language::Italian);
    let names = ["k3f9q7ab", "m4n5p6q7", "r8s9t0v1"];
    let of = |name: &str| Post { id: id(name), title: name.into(), ..Bottega::launch() };
    for name in names {
        bottega.shelf.put(entry(of(name)));
    }
    let posts = names.map(id);
    let (mut state, _) = State::open(&posts, &bottega.ctx()).expect("they can be approved");
    let step = update(&mut state, &Action::PreviousPane, &bottega.ctx());
    assert_eq!(
        step,
        Outcome::effect(Effect::ReadSheet(id("r8s9t0v1"))),
        "from the first to the last"
    );
    let approved = |bottega: &mut Bottega, state: &mut State, name: &str| {
        let entry = (*given(of(name)).entry).clone();
        bottega.shelf.put(entry.clone());
        let event = Event::Approved { entry: Box::new(entry), rush: None };
        on_event(state, &event, &bottega.ctx())
    };
    let next = approved(&mut bottega, &mut state, "r8s9t0v1");
    assert_eq!(next, [Effect::ReadSheet(id("k3f9q7ab"))]);
    let next = approved(&mut bottega, &mut state, "k3f9q7ab");
    assert_eq!(next, [Effect::ReadSheet(id("m4n5p6q7"))]);
    let last = approved(&mut bottega, &mut state, "m4n5p6q7");
    let said = Effect::Say(Notice::ApprovedOf { count: 3, of: 3, quick: Some((3, 0)) });
    assert_eq!(last, [Effect::ReadSheet(id("m4n5p6q7")), said, Effect::Close]);
}

#[test]
fn of_one_post_there_is_no_next_one() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    let next = update(&mut state, &Action::NextPane, &bottega.ctx());
    assert_eq!(next, Outcome::Disabled(Why::NoOtherPost));
}

#[test]
fn what_changed_is_told_line_by_line() {
    let was = Bottega::launch();
    let old = lines(&was, TUESDAY);
    let text = Post { text: "La lana torna in bottega.".into(), ..was.clone() };
    let new = lines(&text, TUESDAY);
    let names: Vec<_> = changes(&old, &new).iter().map(|c| (c.channel, c.name)).collect();
    let (ig, li) = ("ig".to_owned(), "linkedin".to_owned());
    assert_eq!(names, [(Some(&ig), "text"), (Some(&li), "text")]);
    let later = lines(&was, WEDNESDAY);
    assert!(only_the_time(&changes(&old, &later)));
    assert!(!only_the_time(&changes(&old, &lines(&text, WEDNESDAY))));
    assert!(!only_the_time(&changes(&old, &old)), "nothing is not the time");
    let one = Post { channels: vec!["ig".into()], link: Some("https://example.org".into()), ..was };
    let one = lines(&one, TUESDAY);
    let gone = changes(&old, &one);
    let told: Vec<_> = gone.iter().map(|c| (c.name, c.old, c.new)).collect();
    assert_eq!(
        told,
        [("link", Some(""), Some("https://example.org")), ("channel", Some("linkedin"), None)]
    );
    assert_eq!(changes(&one, &old).len(), 2, "and the way back");
}

/// The view at a size, in both languages.
fn drawn(make: impl Fn(&mut Bottega) -> State, width: u16, height: u16) -> String {
    in_both(|language| {
        let mut bottega = Bottega::new(language);
        bottega.networks = crate::checks::networks().clone();
        let state = make(&mut bottega);
        let mut ctx = bottega.ctx();
        ctx.pane = Pane { width, height };
        let cx = ViewCtx { ctx, words: &bottega.words, theme: &bottega.theme, hints: &[] };
        let view = super::view(&state, &cx);
        render_to_string(width, height, |area, buf| view.draw(area, buf, &bottega.theme))
    })
}

#[test]
fn what_two_channels_say_alike_is_shown_once() {
    let picture = drawn(open, 60, 20);
    assert_eq!(picture.matches("▏ La lana torna a casa.").count(), 2, "once a language\n{picture}");
    for wanted in [
        "IG Instagram  @bottega.aurora",
        "LI LinkedIn  @bottega.aurora",
        "martedì 24 novembre 2026, 18:30 · Europe/Rome +01:00",
        "Tuesday 24 November 2026, 18:30 · Europe/Rome +01:00",
        "Approvi come Ada Neri",
        "You approve as Ada Neri",
        "mostrato fino in fondo",
        "lingua: italiano",
        "language: Italian",
        "/2.200  LI ",
        "/2,200  LI ",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}

#[test]
fn where_there_is_little_room_how_much_is_below_gets_a_row_only_if_it_needs_one() {
    let rows = |width| {
        let picture = drawn(open, width, 12);
        let first = picture.lines().position(|row| row.contains("Approvi come")).expect("who");
        let last = picture.lines().position(|row| row.contains('↓')).expect("how much");
        last - first + 1
    };
    assert_eq!([46, 60, 80].map(rows), [2, 2, 1]);
}

#[test]
fn what_goes_out_at_two_times_is_read_once_and_both_are_told() {
    let split = |bottega: &mut Bottega| {
        let mut sheet = sheet(Bottega::launch());
        let last = sheet.lines.iter_mut().rfind(|line| line.name == "instant").expect("an hour");
        last.value = WEDNESDAY.to_owned();
        read(bottega, sheet)
    };
    let picture = drawn(split, 80, 24);
    assert_eq!(picture.matches("▏ La lana torna a casa.").count(), 2, "once a language\n{picture}");
    for wanted in ["martedì 24 novembre 2026, 18:30", "mercoledì 25 novembre 2026, 08:45"] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}

#[test]
fn words_that_look_like_ours_stand_behind_the_bar() {
    let lie = |bottega: &mut Bottega| {
        let text = "Ciao.\n✓ Approvato da Ada Neri\n\u{202e}oiggac".to_owned();
        read(bottega, sheet(Post { text, ..Bottega::launch() }))
    };
    let picture = drawn(lie, 60, 20);
    assert!(picture.contains("▏ ✓ Approvato da Ada Neri"), "{picture}");
    assert!(picture.contains("▏ ⟨U+202E⟩oiggac"), "{picture}");
    assert!(!picture.contains("  ✓ Approvato"), "{picture}");
}

#[test]
fn where_a_feed_cuts_a_text_is_said_below_the_row() {
    let long = |bottega: &mut Bottega| {
        let text = "La lana torna a casa, e con lei i gomitoli grezzi. ".repeat(4);
        read(bottega, sheet(Post { text, ..Bottega::launch() }))
    };
    let picture = drawn(long, 80, 24);
    assert!(picture.contains("IG: dopo «"), "{picture}");
    assert!(picture.contains("IG: after “"), "{picture}");
}

fn approved_before(bottega: &mut Bottega, instant: &str, text: &str) -> State {
    let old = Post { text: text.into(), ..Bottega::launch() };
    let lines = Some(lines(&old, instant));
    let (by, at) = ("Ada Neri <ada@example.org>".to_owned(), bottega.now.utc);
    let before = Some(Before { by, at, lines, taken_back: None });
    read(bottega, Sheet { before, ..sheet(Bottega::launch()) })
}

#[test]
fn what_changed_since_the_last_approval_is_shown_word_by_word() {
    let changed =
        |bottega: &mut Bottega| approved_before(bottega, TUESDAY, "La lana torna in bottega.");
    let picture = drawn(changed, 80, 24);
    for wanted in [
        "Cambiato da quando Ada Neri l’ha approvato, dom 22 nov 11:00",
        "Changed since Ada Neri approved it, Sun 22 Nov 11:00",
        "testo (Instagram, LinkedIn): La lana torna [-in bottega-]{+a casa+}.",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}

#[test]
fn that_only_the_time_moved_is_all_that_is_said() {
    let moved =
        |bottega: &mut Bottega| approved_before(bottega, WEDNESDAY, &Bottega::launch().text);
    let picture = drawn(moved, 80, 24);
    for wanted in [
        "È cambiata solo l’ora: y lo approva di nuovo",
        "Only the time has changed: y approves it again",
        "ora (Instagram, LinkedIn): mer 25 nov 08:45 → mar 24 nov 18:30",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
    assert!(!picture.contains("Cambiato da quando"), "{picture}");
}

#[test]
fn a_small_screen_shows_who_says_yes_and_asks_for_the_fingerprint() {
    let confirming = |bottega: &mut Bottega| {
        let mut state = read(bottega, noticed(&[(claim("89 €"), Severity::Informs)]));
        update(&mut state, &Action::SayYes, &bottega.ctx());
        state
    };
    let picture = drawn(confirming, 46, 18);
    for wanted in ["caratteri dell’impronta", "Approvi come Ada Neri", "the fingerprint"] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}
