//! What is proposed, and what is not: invented decisions of an invented hand.

use super::*;
use crate::domain::{Fate, FindingKind, Id, Judged, Learned, Lesson, Reason};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

fn judged(n: usize, words: &str, fate: Fate) -> Judged {
    let id = |n: usize| Id::parse(&format!("{n:0>8}")).expect("an id");
    let start: DateTime<Utc> = "2026-10-02T09:00:00Z".parse().expect("an instant");
    Judged {
        post: id(n),
        suggestion: id(n),
        words: words.into(),
        fate,
        hashtags: words.starts_with('#'),
        last: true,
        at: start + TimeDelta::days(n as i64),
    }
}

fn to(hand: &str) -> Fate {
    Fate::Rewritten(hand.into())
}

fn rejected() -> Fate {
    Fate::Rejected { reason: None, words: None, others_taken: true }
}

fn lessons(all: &[Judged]) -> Vec<Lesson> {
    proposals(all, &[]).into_iter().map(|found| found.lesson).collect()
}

/// Five questions at the end, four of them cut; other sentences are mostly taken.
fn questions() -> Vec<Judged> {
    let mut all: Vec<Judged> =
        (0..4).map(|n| judged(n, "E voi che cosa ne pensate?", rejected())).collect();
    all.push(judged(4, "Chi viene lunedì?", Fate::Kept));
    all.extend((0..5).map(|n| judged(n, "La lana torna in bottega.", Fate::Kept)));
    all
}

#[test]
fn a_question_that_is_always_cut_becomes_a_rule_with_its_cases() {
    let found = proposals(&questions(), &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    let found = &found[0];
    assert_eq!(found.lesson, Lesson::NoClosingQuestion);
    assert_eq!((found.agreeing(), found.cases.len()), (4, 5));
    assert_eq!(found.evidence(), "4 of 5, 2026-10-02…2026-10-06");
    assert!(!found.cases[0].agrees, "the newest comes first");
}

#[test]
fn three_cases_or_a_divided_hand_are_no_evidence() {
    let mut all = questions();
    all.remove(0);
    all.remove(0);
    assert_eq!(lessons(&all), []);
    let mut divided = questions();
    divided.push(judged(5, "Vi aspettiamo?", Fate::Kept));
    assert_eq!(lessons(&divided), [], "four of six");
    let mut one = questions();
    for judged in &mut one {
        judged.suggestion = Id::parse("00000001").expect("an id");
    }
    assert_eq!(lessons(&one), [], "all from one suggestion");
}

#[test]
fn who_rejects_everything_has_said_nothing_about_questions() {
    let mut all = questions();
    for judged in &mut all {
        judged.fate = rejected();
    }
    assert_eq!(lessons(&all), []);
    let mut whole = questions();
    for judged in &mut whole {
        if let Fate::Rejected { others_taken, .. } = &mut judged.fate {
            *others_taken = false;
        }
    }
    assert_eq!(lessons(&whole), [], "the whole suggestion was left");
    let mut untrue = questions();
    for judged in &mut untrue {
        if let Fate::Rejected { reason, .. } = &mut judged.fate {
            *reason = Some(Reason::False);
        }
    }
    assert_eq!(lessons(&untrue), [], "not true is no matter of voice");
}

#[test]
fn words_a_hand_puts_in_place_of_others_are_found_without_their_articles() {
    let pairs = [
        ("Vi aspettiamo nel negozio lunedì mattina.", "Vi aspettiamo in bottega lunedì mattina."),
        ("Il negozio apre alle nove e mezza.", "La bottega apre alle nove e mezza."),
        ("Da domani in negozio tre colori nuovi.", "Da domani in bottega tre colori nuovi."),
        ("Il plaid si ritira in negozio da Ada.", "Il plaid si ritira in bottega da Ada."),
    ];
    let all: Vec<Judged> =
        pairs.iter().enumerate().map(|(n, (a, b))| judged(n, a, to(b))).collect();
    let replaced = Lesson::Replace { from: "negozio".into(), to: "bottega".into() };
    assert_eq!(lessons(&all), std::slice::from_ref(&replaced));
    let kept = judged(9, "Il negozio resta aperto.", Fate::Kept);
    let five = [all.clone(), vec![kept.clone()]].concat();
    assert_eq!(lessons(&five), [replaced], "four of five");
    let six = [five, vec![kept]].concat();
    assert_eq!(lessons(&six), [], "four of six");
    let phrase: Vec<Judged> = (0..4)
        .map(|n| {
            let colour = ["rosso", "verde", "giallo", "bianco"][n];
            let rest = format!("il nuovo plaid {colour} della bottega");
            judged(n, &format!("Scopri {rest}."), to(&format!("Vieni a vedere {rest}.")))
        })
        .collect();
    let replaced = Lesson::Replace { from: "scopri".into(), to: "vieni a vedere".into() };
    assert_eq!(lessons(&phrase), [replaced]);
}

#[test]
fn marks_hashtags_and_length_are_learned_from_what_the_hand_leaves() {
    let marks: Vec<Judged> = (0..4)
        .map(|n| judged(n, "Arriva la lana nuova! 🎉", to("Arriva la lana nuova.")))
        .collect();
    assert_eq!(lessons(&marks), [Lesson::NoExclamation, Lesson::NoEmoji]);
    let tags: Vec<Judged> = (0..5)
        .map(|n| judged(n, "#lana #telaio #bottega #plaid #filati", to("#lana #telaio #bottega")))
        .collect();
    assert_eq!(lessons(&tags), [Lesson::Hashtags(3)]);
    let long = "Da lunedì mattina in bottega trovate tutti i nuovi colori della stagione.";
    let short = "Da lunedì in bottega trovate i nuovi colori.";
    let shorter: Vec<Judged> = (0..4).map(|n| judged(n, long, to(short))).collect();
    assert!(lessons(&shorter).contains(&Lesson::Shorter(35)), "{:?}", lessons(&shorter));
}

#[test]
fn a_rule_that_was_answered_is_not_proposed_again() {
    let found = &proposals(&questions(), &[])[0];
    let day = "2026-11-22".parse().expect("a day");
    for refused in [false, true] {
        let known = found.learned("Non chiudere con una domanda.".into(), day, refused);
        assert_eq!(proposals(&questions(), &[known]), []);
    }
}

#[test]
fn a_text_against_a_learned_rule_is_found_with_its_evidence() {
    let rule = |kind: &str, value: Option<&str>, with: Option<&str>| Learned {
        rule: "Una regola.".into(),
        kind: kind.into(),
        value: value.map(str::to_owned),
        with: with.map(str::to_owned),
        evidence: "6 of 7, 2026-10-02…2026-11-20".into(),
        ..Learned::default()
    };
    let found = |rule: Learned, text: &str| -> Vec<String> {
        broken(text, &[rule]).into_iter().map(|(_, _, span)| text[span].to_owned()).collect()
    };
    let text = "Scopri il negozio! ✨ La lana — quella buona — è qui.\nChi viene?\n#a1 #b2 #c3";
    assert_eq!(found(rule("no-closing-question", None, None), text), ["Chi viene?"]);
    assert_eq!(found(rule("no-exclamation", None, None), text), ["!"]);
    assert_eq!(found(rule("no-emoji", None, None), text), ["✨"]);
    assert_eq!(found(rule("no-dash", None, None), text), ["—", "—"]);
    assert_eq!(found(rule("hashtags", Some("1"), None), text).len(), 1);
    assert_eq!(found(rule("hashtags", Some("3"), None), text), [""; 0]);
    assert_eq!(found(rule("replace", Some("negozio"), Some("bottega")), text), ["negozio"]);
    assert_eq!(found(rule("without", Some("scopri"), None), text), ["Scopri"]);
    assert_eq!(found(rule("shorter", Some("30"), None), text), [""; 0]);
    assert_eq!(found(rule("of-tomorrow", None, None), text), [""; 0]);
    let refused = Learned { refused: true, ..rule("no-emoji", None, None) };
    assert_eq!(found(refused, text), [""; 0]);
    let kind = broken(text, &[rule("no-emoji", None, None)]).remove(0).0;
    assert!(matches!(kind, FindingKind::AgainstLearned { size: Some((6, 7)), .. }), "{kind:?}");
}

#[test]
fn a_sentence_like_a_rejected_one_is_known_again() {
    let all = [
        judged(0, "Un viaggio unico nel cuore della tradizione.", rejected()),
        judged(1, "La lana torna in bottega da lunedì.", Fate::Kept),
    ];
    let found = resembles("Un viaggio nel cuore della nostra tradizione.", &all);
    assert_eq!(found.map(|one| one.words.as_str()), Some(all[0].words.as_str()));
    assert_eq!(resembles("La lana torna in bottega da lunedì.", &all), None, "it was taken");
    assert_eq!(resembles("Un viaggio.", &all), None);
}

#[test]
fn every_rule_has_a_sentence_in_both_languages_and_comes_back_from_its_code() {
    let all = [
        Lesson::NoClosingQuestion,
        Lesson::NoExclamation,
        Lesson::NoEmoji,
        Lesson::NoDash,
        Lesson::Hashtags(3),
        Lesson::Replace { from: "negozio".into(), to: "bottega".into() },
        Lesson::Without("scopri".into()),
        Lesson::Shorter(30),
    ];
    for lesson in all {
        let (it, en) = (sentence(&lesson, "it-IT"), sentence(&lesson, "fr"));
        assert!(!it.is_empty() && !en.is_empty() && it != en, "{lesson:?}: {it} {en}");
        assert!(!it.contains('$') && !en.contains('$'), "{it} {en}");
        let (value, with) = lesson.values();
        let back = Lesson::from_code(lesson.code(), value.as_deref(), with.as_deref());
        assert_eq!(back, Some(lesson));
    }
}

fn some() -> impl Strategy<Value = Vec<Judged>> {
    let words = "(Scopri|Vieni|La lana|il negozio|domani)( qui| oggi){0,2}[.!?]( 🎉)?";
    let fate = prop_oneof![
        Just(Fate::Kept),
        words.prop_map(Fate::Rewritten),
        any::<bool>().prop_map(|others_taken| Fate::Rejected {
            reason: None,
            words: None,
            others_taken
        }),
    ];
    let one = (0usize..9, words, fate).prop_map(|(n, words, fate)| judged(n, &words, fate));
    proptest::collection::vec(one, 0..30)
}

proptest! {
    #[test]
    fn what_is_proposed_has_enough_cases_of_one_mind(all in some()) {
        for found in proposals(&all, &[]) {
            prop_assert!(found.cases.len() >= NEEDED);
            prop_assert!(found.agreeing() * 5 >= found.cases.len() * 4);
            prop_assert!(found.cases.iter().all(|case| all.contains(&case.judged)));
        }
    }

    #[test]
    fn the_order_of_the_decisions_does_not_matter(all in some()) {
        let mut turned = all.clone();
        turned.reverse();
        let of = |all: &[Judged]| -> Vec<(Lesson, usize, usize)> {
            let found = proposals(all, &[]).into_iter();
            found.map(|p| (p.lesson.clone(), p.agreeing(), p.cases.len())).collect()
        };
        prop_assert_eq!(of(&all), of(&turned));
    }

    #[test]
    fn a_hand_that_keeps_everything_teaches_nothing(all in some()) {
        let kept: Vec<Judged> =
            all.into_iter().map(|one| Judged { fate: Fate::Kept, ..one }).collect();
        prop_assert_eq!(proposals(&kept, &[]), vec![]);
    }
}
