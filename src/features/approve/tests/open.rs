//! What is open in a post, as the view shows it, counts it and asks for it to be accepted;
//! and what it says above and below: freezes, notes of its own, what a machine did.

use super::*;
use crate::domain::{
    Ai, Brief, Decision, Extras, Freeze, Frozen, Medium, MediumSource, ModelText, Note, NoteKind,
    Origin, Suggestion, SuggestionSource, TakenBack, Verdict,
};
use crate::features::approve::offers;

/// A change that somebody wants.
pub(super) fn wish() -> Note {
    note(NoteKind::Change)
}

fn note(kind: NoteKind) -> Note {
    Note {
        id: id("5t8w2zqc"),
        post: id("k3f9q7ab"),
        at: TUESDAY.parse().expect("an instant"),
        by: "Bea Riva <bea@example.org>".into(),
        kind,
        to: None,
        about: None,
        channel: None,
        quote: Some("La lana torna a casa.".into()),
        text: "Da quando? Manca il giorno.".into(),
    }
}

fn wanted(bottega: &mut Bottega) -> State {
    let state = open(bottega);
    bottega.shelf.replace_notes(id("k3f9q7ab"), vec![note(NoteKind::Change)], Vec::new());
    state
}

#[test]
fn a_change_that_is_wanted_is_shown_counted_and_accepted_by_typing() {
    let picture = drawn(wanted, 80, 24).replace('\u{a0}', " ");
    for wanted in [
        "◇ Bea Riva wants a change · “La lana torna a casa.”",
        "◇ Bea Riva chiede una modifica · «La lana torna a casa.»",
        "Da quando? Manca il giorno.",
        "open: 1",
        "aperti: 1",
        "R shows what was said about it",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
    assert!(!picture.contains("Niente che Palinsesto noti"), "{picture}");
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = wanted(&mut bottega);
    assert_eq!(seen(&state, &bottega).expect("it lies there").open, 1);
    assert_eq!(update(&mut state, &Action::SayYes, &bottega.ctx()), Outcome::done());
    assert!(state.confirm.is_some(), "one key is not enough");
}

#[test]
fn what_warns_is_accepted_by_typing_and_what_only_informs_is_not_counted() {
    let mut bottega = Bottega::new(Language::Italian);
    let alt = FindingKind::MissingAlt { path: "media/a.jpg".into() };
    let found = [(alt.clone(), Severity::Warns), (FindingKind::NoWhen, Severity::Informs)];
    let mut state = read(&mut bottega, noticed(&found));
    assert_eq!(seen(&state, &bottega).expect("it lies there").open, 1);
    update(&mut state, &Action::SayYes, &bottega.ctx());
    assert!(state.confirm.is_some());
    let found = [(FindingKind::NoWhen, Severity::Informs)];
    let mut state = read(&mut bottega, noticed(&found));
    assert_eq!(update(&mut state, &Action::SayYes, &bottega.ctx()), yes("k3f9q7ab"));
    let both = |bottega: &mut Bottega| {
        let alt = FindingKind::MissingAlt { path: "media/a.jpg".into() };
        let found = [(alt, Severity::Warns), (FindingKind::NoWhen, Severity::Informs)];
        read(bottega, noticed(&found))
    };
    let picture = drawn(both, 80, 30);
    let place = |text: &str| picture.find(text).unwrap_or_else(|| panic!("{text}\n{picture}"));
    assert!(place("! ") < place("Notato anche, senza nulla da confermare"), "{picture}");
    assert!(place("Notato anche, senza nulla da confermare") < place("? "), "{picture}");
}

#[test]
fn every_claim_that_counts_is_a_row_with_its_sign() {
    let claims = |bottega: &mut Bottega| {
        let found = [(claim("89 €"), Severity::Informs), (claim("12 €"), Severity::Informs)];
        read(bottega, noticed(&found))
    };
    let picture = drawn(claims, 80, 24).replace('\u{a0}', " ");
    for wanted in ["? «89 €»: ", "? «12 €»: ", "aperti: 2", "M-t conferma un’affermazione"]
    {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
}

#[test]
fn what_is_to_be_accepted_is_in_sight_while_it_is_asked_for() {
    let confirming = |bottega: &mut Bottega| {
        let text = "La lana torna a casa, e con lei i gomitoli grezzi. ".repeat(20);
        let long = sheet(Post { text, ..Bottega::launch() });
        let mut entry = (*long.entry).clone();
        let found = [claim("89 €"), claim("12 €")];
        entry.findings.extend(found.map(|kind| Finding::of_file(kind, Severity::Informs)));
        let mut state = read(bottega, Sheet { entry: Arc::new(entry), ..long });
        state.was_shown(Sight { last: 40, rows: 10, open: 0, ..SIGHT });
        update(&mut state, &Action::Last, &bottega.ctx());
        state.was_shown(Sight { last: 40, rows: 10, open: 0, ..SIGHT });
        update(&mut state, &Action::SayYes, &bottega.ctx());
        state
    };
    for (width, height) in [(80, 20), (46, 16), (120, 32)] {
        let picture = drawn(confirming, width, height);
        for wanted in ["? «89 €»: ", "? «12 €»: ", "[          ]", "? “89 €”: "] {
            assert!(picture.contains(wanted), "{wanted}\n{picture}");
        }
    }
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = confirming(&mut bottega);
    assert_eq!(state.scroll, 0);
    let to_the_end = |state: &State, bottega: &Bottega| {
        state.seen(&bottega.ctx()).expect("it lies there").to_the_end
    };
    state.was_shown(Sight { last: 40, rows: 4, open: 2, ..SIGHT });
    assert!(!to_the_end(&state, &bottega), "the last of it is below the edge");
    update(&mut state, &Action::PageDown, &bottega.ctx());
    state.was_shown(Sight { last: 40, rows: 4, open: 2, ..SIGHT });
    assert!(to_the_end(&state, &bottega));
    update(&mut state, &Action::Cancel, &bottega.ctx());
    assert_eq!(state.scroll, 40, "back to where it was read");
}

#[test]
fn wrong_characters_are_said_to_be_wrong_and_asked_for_again() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = read(&mut bottega, noticed(&[(claim("89 €"), Severity::Informs)]));
    update(&mut state, &Action::SayYes, &bottega.ctx());
    update(&mut state, &Action::Write(Edit::Type("zz".into())), &bottega.ctx());
    let (post, why) = (id("k3f9q7ab"), NotAnAct::NotConfirmed);
    let said = on_event(&mut state, &Event::NotApproved { post, why }, &bottega.ctx());
    let first = state.first().expect("there is a hash");
    assert_eq!(first.len(), 4);
    let notice = Notice::NotTheHash { typed: "zz".into(), first: first.clone() };
    assert_eq!(said, [Effect::Say(notice.clone())]);
    assert!(state.confirm.is_some());
    let told = |language| crate::features::fixture::words(language).notice(&notice);
    assert_eq!(
        told(Language::Italian),
        format!("«zz» non è {first}: non è stato approvato niente")
    );
    assert_eq!(told(Language::English), format!("“zz” is not {first}: nothing was approved"));
}

fn taken_back(bottega: &mut Bottega, instant: &str) -> State {
    let post = Bottega::launch();
    let (by, at) = ("Nia Clark <nia@example.org>".to_owned(), bottega.now.utc);
    let lines = Some(lines(&post, instant));
    let taken_back = Some(TakenBack { by: "Ada Neri".into(), at });
    let before = Some(Before { by, at, lines, taken_back });
    read(bottega, Sheet { before, ..sheet(post) })
}

#[test]
fn an_approval_that_was_taken_back_is_no_change() {
    let picture = drawn(|bottega| taken_back(bottega, TUESDAY), 80, 24);
    for wanted in [
        "Ada Neri took the approval back, Sun 22 Nov 11:00",
        "Ada Neri ha ritirato l’approvazione, dom 22 nov 11:00",
        "Nia Clark had approved it, Sun 22 Nov 11:00",
        "Nothing that goes out has changed since",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
    assert!(!picture.contains("Changed since"), "{picture}");
}

#[test]
fn one_that_was_taken_back_is_not_renewed_because_only_the_time_moved() {
    let picture = drawn(|bottega| taken_back(bottega, WEDNESDAY), 80, 24);
    assert!(!picture.contains("Only the time has changed"), "{picture}");
    assert!(picture.contains("Ada Neri took the approval back"), "{picture}");
    assert!(picture.contains("time (Instagram, LinkedIn): "), "{picture}");
}

#[test]
fn an_approval_that_is_too_weak_by_now_is_no_change_either() {
    let weak = |bottega: &mut Bottega| {
        let mut entry = entry(Bottega::launch());
        let why = crate::domain::Voided::TooWeak { wanted: Trust::Signed };
        entry.consent = Consent::Void { why, by: "Ada Neri".into() };
        let sheet = sheet(Bottega::launch());
        let (by, at) = ("Ada Neri".to_owned(), bottega.now.utc);
        let lines = Some(sheet.lines.clone());
        let before = Some(Before { by, at, lines, taken_back: None });
        read(bottega, Sheet { entry: Arc::new(entry), before, ..sheet })
    };
    let picture = drawn(weak, 80, 24);
    assert!(!picture.contains("Changed since"), "{picture}");
    assert!(picture.contains("this folder asks for an SSH signature"), "{picture}");
    assert!(picture.contains("Ada Neri had approved it"), "{picture}");
}

#[test]
fn a_key_is_offered_when_it_works() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = open(&mut bottega);
    state.read = false;
    let offered = |state: &State, bottega: &Bottega, action: &Action| {
        offers(state, action, SIGHT, &bottega.ctx())
    };
    assert!(!offered(&state, &bottega, &Action::SayYes), "its end has not been in sight");
    assert!(offered(&state, &bottega, &Action::PageDown));
    state.shown.add(0, Sight { rows: 30, ..SIGHT });
    state.scroll = 30;
    assert!(offered(&state, &bottega, &Action::SayYes));
    assert!(
        !offered(&state, &bottega, &Action::PageDown) && !offered(&state, &bottega, &Action::Last)
    );
    let nobody = crate::features::Ctx { by: "", ..bottega.ctx() };
    assert!(!offers(&state, &Action::SayYes, SIGHT, &nobody), "nobody is at the keys");
}

#[test]
fn a_post_that_is_held_back_says_so_on_top() {
    let frozen = |bottega: &mut Bottega| {
        let (what, by) = (Frozen::Channel("ig".into()), "Nia Clark".to_owned());
        let since = TUESDAY.parse().expect("an instant");
        bottega.workspace.freezes.all.push(Freeze { what, since, by, why: None });
        open(bottega)
    };
    let picture = drawn(frozen, 80, 24);
    for wanted in [
        "Frozen on Instagram, since Tue 24 Nov 18:30 (Nia Clark)",
        "da mar 24 nov 18:30 (Nia Clark)",
        "Approved or not, it does not go out",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
    let other = |bottega: &mut Bottega| {
        let state = frozen(bottega);
        bottega.workspace.freezes.all[0].what = Frozen::Campaign("estate".into());
        state
    };
    assert!(!drawn(other, 80, 24).contains("Frozen"));
}

#[test]
fn its_own_notes_are_read_too_and_stand_behind_no_bar() {
    let noted = |bottega: &mut Bottega| {
        let notes = Some("31 is a guess until the card is written.".to_owned());
        read(bottega, sheet(Post { notes, ..Bottega::launch() }))
    };
    let picture = drawn(noted, 80, 24);
    assert!(picture.contains("Notes of its own: they do not go out"), "{picture}");
    assert!(picture.contains("  31 is a guess until the card is written."), "{picture}");
    assert!(!picture.contains("▏ 31 is"), "{picture}");
}

fn picture_of(source: MediumSource) -> Medium {
    let alt = Some("Un gomitolo".into());
    Medium { alt, source, ..Medium::new("media/gomitolo.jpg") }
}

#[test]
fn how_a_picture_was_made_is_compared_by_its_name() {
    let changed = |bottega: &mut Bottega| {
        let post = Post { media: vec![picture_of(MediumSource::Ai)], ..Bottega::launch() };
        let mut now = sheet(post);
        let before = now.lines.clone();
        for line in now.lines.iter_mut().filter(|line| line.name == "realistic") {
            line.value = "yes".into();
        }
        let (by, at) = ("Ada Neri".to_owned(), bottega.now.utc);
        let before = Some(Before { by, at, lines: Some(before), taken_back: None });
        read(bottega, Sheet { before, ..now })
    };
    let picture = drawn(changed, 80, 30);
    assert!(picture.contains("picture 1: {+looks real+}"), "{picture}");
    assert!(picture.contains("immagine 1: {+sembra vero+}"), "{picture}");
    assert!(!picture.contains("{+yes+}"), "{picture}");
}

#[test]
fn what_a_machine_had_to_do_with_it_is_told() {
    let made = |bottega: &mut Bottega| {
        let media = vec![picture_of(MediumSource::Ai)];
        read(bottega, sheet(Post { media, ai: Some(Ai::Assisted), ..Bottega::launch() }))
    };
    let picture = drawn(made, 80, 40);
    for wanted in [
        "What a machine had to do with it",
        "Quanto c’è di una macchina",
        "può ricevere un’etichetta automatica: ",
        "may be labelled automatically: ",
    ] {
        assert!(picture.contains(wanted), "{wanted}\n{picture}");
    }
    assert!(!picture.contains("! può ricevere"), "as the origin view signs it\n{picture}");
}

#[test]
fn the_machines_words_stand_beside_what_a_hand_made_of_them() {
    let rewritten = |bottega: &mut Bottega| {
        let (post, at) = (id("k3f9q7ab"), bottega.now.utc);
        let suggestion = Suggestion {
            id: id("6t9w3zrb"),
            post: post.clone(),
            at,
            brief: Brief::default(),
            source: SuggestionSource::default(),
            text: ModelText::new("La lana torna in bottega."),
            hashtags: Vec::new(),
            extras: Extras::default(),
            fragment: None,
            decisions: vec![Decision {
                sentence: Some(0),
                clause: None,
                hash: String::new(),
                verdict: Verdict::Rewritten,
                reason: None,
                words: None,
                by: "Ada".into(),
                at,
            }],
        };
        let (by, decision) = ("Ada".into(), Verdict::Rewritten);
        let of = suggestion.id.clone();
        let origin = Origin { post: post.clone(), suggestion: of, decision, at, by };
        bottega.shelf.set_suggestions(post, vec![suggestion]);
        read(bottega, sheet(Post { origin: vec![origin], ..Bottega::launch() }))
    };
    let picture = drawn(rewritten, 80, 40);
    assert!(picture.contains("La lana torna [-in bottega-]{+a casa+}."), "{picture}");
}

#[test]
fn after_the_last_of_several_it_is_said_that_the_first_comes_again() {
    let mut bottega = Bottega::new(Language::Italian);
    let names = ["k3f9q7ab", "m4n5p6q7"];
    for name in names {
        bottega.shelf.put(entry(Post { id: id(name), ..Bottega::launch() }));
    }
    let (mut state, _) = State::open(&names.map(id), &bottega.ctx()).expect("two posts");
    let next = |state: &mut State| update(state, &Action::NextPane, &bottega.ctx());
    assert_eq!(next(&mut state), Outcome::effect(Effect::ReadSheet(id("m4n5p6q7"))));
    let said = Effect::Say(Notice::FromTheFirst { left: 2, of: 2 });
    let again = Outcome::Handled(vec![Effect::ReadSheet(id("k3f9q7ab")), said]);
    assert_eq!(next(&mut state), again);
}

#[test]
fn several_that_are_left_half_way_say_how_many_and_how_fast() {
    let mut bottega = Bottega::new(Language::Italian);
    let names = ["k3f9q7ab", "m4n5p6q7", "r8s9t0v1"];
    let of = |name: &str| Post { id: id(name), ..Bottega::launch() };
    for name in names {
        bottega.shelf.put(entry(of(name)));
    }
    let (mut state, _) = State::open(&names.map(id), &bottega.ctx()).expect("three posts");
    let leave =
        |state: &mut State, bottega: &Bottega| update(state, &Action::Cancel, &bottega.ctx());
    assert_eq!(leave(&mut state.clone(), &bottega), Outcome::effect(Effect::Close));
    for name in &names[..2] {
        let entry = (*given(of(name)).entry).clone();
        bottega.shelf.put(entry.clone());
        let event = Event::Approved { entry: Box::new(entry), rush: None };
        on_event(&mut state, &event, &bottega.ctx());
    }
    let quick = Some((2, 0));
    let said = Effect::Say(Notice::ApprovedOf { count: 2, of: 3, quick });
    assert_eq!(leave(&mut state, &bottega), Outcome::Handled(vec![said, Effect::Close]));
    state.done[0] -= chrono::TimeDelta::seconds(60);
    let said = Effect::Say(Notice::ApprovedOf { count: 2, of: 3, quick: None });
    assert_eq!(leave(&mut state, &bottega), Outcome::Handled(vec![said, Effect::Close]));
}
