//! The voice as its room shows and answers it.

use super::*;
use crate::domain::{
    Brief, Change, Decision, Learned, ModelText, Origin, Suggestion, SuggestionSource, Verdict,
};
use crate::features::fixture::{Bottega, id};
use crate::features::{Ctx, Outcome, Pane, ViewCtx};
use crate::i18n::Language;
use crate::ui::{plain, render_to_string};
use crate::vocab::{Action, Effect, Event, Screen, Why};

const BY: &str = "Ada Neri <ada@example.org>";
const SAID: [(&str, &str, &str); 4] = [
    ("4t8w2zq1", "La lana è tornata in bottega.", "E voi che ne dite?"),
    ("4t8w2zq2", "Tre colori nuovi sul banco.", "Quale scegliete?"),
    ("4t8w2zq3", "Il telaio grande è già pronto.", "Chi viene a vederlo?"),
    ("4t8w2zq4", "Sabato si apre alle nove.", "Ci sarete?"),
];

/// Four suggestions of which the first sentence was taken and the question left.
fn world(language: Language) -> Bottega {
    let mut post = Bottega::launch();
    post.text = SAID.map(|(_, taken, _)| taken).join(" ");
    let at = |n: usize| format!("2026-11-1{n}T09:15:00Z").parse().expect("an instant");
    let made = |(n, (name, taken, left)): (usize, &(&str, &str, &str))| {
        let decision = |sentence, verdict| Decision {
            sentence: Some(sentence),
            clause: None,
            hash: String::new(),
            verdict,
            reason: None,
            words: None,
            by: BY.into(),
            at: at(n),
        };
        Suggestion {
            id: id(name),
            post: post.id.clone(),
            at: at(n),
            brief: Brief::default(),
            source: SuggestionSource::default(),
            text: ModelText::new(format!("{taken} {left}")),
            hashtags: Vec::new(),
            extras: crate::domain::Extras::default(),
            fragment: None,
            decisions: vec![decision(0, Verdict::Accepted), decision(1, Verdict::Rejected)],
        }
    };
    let suggestions: Vec<Suggestion> = SAID.iter().enumerate().map(made).collect();
    post.origin = suggestions
        .iter()
        .map(|one| Origin {
            post: post.id.clone(),
            suggestion: one.id.clone(),
            decision: Verdict::Accepted,
            at: one.at,
            by: BY.into(),
        })
        .collect();
    let of = post.id.clone();
    let mut bottega = Bottega::new(language).with(post);
    bottega.shelf.set_suggestions(of, suggestions);
    bottega
}

fn with<T>(bottega: &Bottega, (width, height): (u16, u16), f: impl FnOnce(&ViewCtx) -> T) -> T {
    let ctx = Ctx { pane: Pane { width, height }, ..bottega.ctx() };
    f(&ViewCtx { ctx, ..bottega.view() })
}

fn drawn(bottega: &Bottega, state: &State, size: (u16, u16)) -> String {
    with(bottega, size, |cx| {
        let view = view(state, cx);
        render_to_string(size.0, size.1, |area, buf| view.draw(area, buf, cx.theme))
    })
}

/// What the one change of an answer adds and takes out.
fn learned(outcome: Outcome) -> (Vec<Learned>, Vec<Learned>) {
    let Outcome::Handled(effects) = outcome else { panic!("{outcome:?}") };
    match &effects[..] {
        [Effect::Apply(set)] => match &set.changes[..] {
            [Change::Learn { add, remove }] => (add.clone(), remove.clone()),
            changes => panic!("{changes:?}"),
        },
        effects => panic!("{effects:?}"),
    }
}

#[test]
fn a_proposal_stands_with_its_evidence_at_every_size() {
    let bottega = world(Language::Italian);
    let state = State::open(&bottega.ctx());
    for size in [(160, 34), (120, 30), (80, 20), (46, 18)] {
        let shown = drawn(&bottega, &state, size);
        for words in ["Non chiudi mai con una", "4 decisioni su 4", "Ci sarete?"] {
            assert!(shown.contains(words), "{words} at {size:?}:\n{shown}");
        }
    }
    let english = world(Language::English);
    let shown = drawn(&english, &State::open(&english.ctx()), (120, 30));
    assert!(shown.contains("You never close with a question"), "{shown}");
}

#[test]
fn as_lines_the_rule_comes_with_how_it_stands_and_its_cases() {
    let bottega = world(Language::Italian);
    let state = State::open(&bottega.ctx());
    let said = with(&bottega, (80, 24), |cx| plain::voice(&view(&state, cx), cx.words));
    assert!(said.lines.iter().any(|line| line.starts_with("proposta: Non chiudi")), "{said:?}");
    assert!(said.here[0].starts_with("regola 1 di 1, proposta"), "{said:?}");
    assert!(said.here.iter().any(|line| line.contains("Quale scegliete?")), "{said:?}");
}

#[test]
fn a_yes_writes_the_rule_a_no_writes_that_it_is_none_and_both_end_the_proposal() {
    for (action, refused) in [(Action::Accept, false), (Action::Reject, true)] {
        let mut bottega = world(Language::Italian);
        let mut state = State::open(&bottega.ctx());
        let (add, remove) = learned(update(&mut state, &action, &bottega.ctx()));
        assert!(remove.is_empty());
        assert_eq!(add[0].rule, "Non chiudere con una domanda.");
        assert_eq!(add[0].evidence, "4 of 4, 2026-11-10…2026-11-13");
        assert_eq!((add[0].refused, add[0].since), (refused, "2026-11-22".parse().ok()));
        bottega.workspace.voice.learned = add.clone();
        let event = Event::DecisionsRead(Vec::new().into());
        assert!(on_event(&mut state, &event, &bottega.ctx()).is_empty());
        assert!(state.proposed.is_empty());
        let again = update(&mut state, &Action::Accept, &bottega.ctx());
        assert_eq!(again, Outcome::Disabled(Why::NotProposed));
        let revoked = learned(update(&mut state, &Action::Trash, &bottega.ctx()));
        assert_eq!(revoked, (Vec::new(), add));
    }
}

#[test]
fn a_case_leads_to_its_suggestions() {
    let bottega = world(Language::Italian);
    let mut state = State::open(&bottega.ctx());
    for _ in 0..9 {
        update(&mut state, &Action::Right, &bottega.ctx());
    }
    assert_eq!(state.case, 3, "the oldest is the last");
    let screen = Screen::Drafts { post: Some(id("k3f9q7ab")), slot: None };
    let opened = update(&mut state, &Action::Open, &bottega.ctx());
    assert_eq!(opened, Outcome::effect(Effect::Show(screen)));
    let closed = update(&mut state, &Action::Cancel, &bottega.ctx());
    assert_eq!(closed, Outcome::effect(Effect::Close));
}

#[test]
fn without_decisions_the_room_says_so_and_a_rule_of_tomorrow_is_kept() {
    let mut bottega = Bottega::new(Language::English);
    let state = State::open(&bottega.ctx());
    let shown = drawn(&bottega, &state, (120, 20));
    assert!(shown.contains("no decisions yet"), "{shown}");
    let rule =
        Learned { rule: "Only haiku.".into(), kind: "of-tomorrow".into(), ..Learned::default() };
    bottega.workspace.voice.learned = vec![rule];
    let shown = drawn(&bottega, &State::open(&bottega.ctx()), (120, 20));
    assert!(shown.contains("Only haiku.") && shown.contains("does not know"), "{shown}");
}

#[test]
fn the_habits_are_those_of_the_whole_archive_and_say_so_until_it_was_read() {
    let mut bottega = Bottega::new(Language::Italian);
    let state = State::open(&bottega.ctx());
    let shown = drawn(&bottega, &state, (120, 20));
    assert!(shown.contains("Sto ancora leggendo"), "{shown}");
    let mut archive = crate::domain::Archive::new("it");
    let mut post = Bottega::launch();
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    (post.channels, post.variants) = (vec!["ig".into()], std::collections::BTreeMap::new());
    post.published.insert("ig".into(), crate::domain::Published { at, url: None });
    for (text, posts) in [
        ("Oggi al telaio contiamo i fili.", 137),
        ("🧶 Gomitoli nuovi. Quale?", 137),
        ("12 fili.", 138),
    ] {
        post.text = text.into();
        (0..posts).for_each(|_| archive.add(&post));
    }
    bottega.shelf.set_archive(std::sync::Arc::new(archive));
    let shown = drawn(&bottega, &state, (160, 20)).replace('\n', " ");
    // An emoji that is two cells wide leaves a blank behind it.
    let shown = shown.replace("  ", " ");
    for words in ["412 post usciti", "parole 33%", "un’emoji 33%", "una cifra 34%", "domanda: 33%"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}

#[test]
fn the_words_of_a_learned_rule_are_shown_with_marks() {
    let mut bottega = Bottega::new(Language::Italian);
    bottega.workspace.voice.learned = vec![Learned {
        rule: "Niente s\u{202e}conti.".into(),
        kind: "without".into(),
        value: Some("s\u{202e}conto".into()),
        ..Learned::default()
    }];
    let state = State::open(&bottega.ctx());
    let said = with(&bottega, (120, 30), |cx| plain::voice(&view(&state, cx), cx.words));
    let said = format!("{:?}{:?}", said.lines, said.here);
    assert!(said.contains("s⟨U+202E⟩conti") && said.contains("s⟨U+202E⟩conto"), "{said}");
    // As debug text writes it.
    assert!(!said.contains("\\u{202e}"), "{said}");
    assert!(drawn(&bottega, &state, (120, 30)).contains("s⟨U+202E⟩conto"));
}
