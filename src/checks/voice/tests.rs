//! Voice.

use super::*;
use crate::domain::{Address, FindingKind, Habit, Habits, Opening, Voice};

fn bottega() -> Vec<String> {
    let line = |i: usize| {
        format!(
            "Oggi al telaio abbiamo contato {i} fili. Vi aspettiamo in bottega.\n#bottegaaurora"
        )
    };
    (1..=9).map(line).collect()
}

fn habits() -> Habits {
    let texts = bottega();
    Habits::of(texts.iter().map(String::as_str))
}

#[test]
fn too_few_posts_are_no_evidence() {
    let of = |count: usize| Habits::of(vec!["La lana torna a casa."; count]);
    let text = "✨ Pronti? 🎉🎉🎉 Che ne dite?";
    assert_eq!(strays(&of(Habits::NEEDED - 1), text), []);
    assert_ne!(strays(&of(Habits::NEEDED), text), []);
}

#[test]
fn habits_are_measured_with_their_sizes() {
    let habits = habits();
    assert_eq!(habits.posts, 9);
    let words = habits.measure(Habit::SentenceWords).expect("measured");
    assert!((words.mean - 5.5).abs() < 0.01, "{words:?}");
    assert!((habits.measure(Habit::Hashtags).expect("measured").mean - 1.0).abs() < 0.01);
    assert_eq!(habits.address(), Some(Address::Voi));
    assert_eq!(habits.first_words(), [("oggi", 9)]);
}

#[test]
fn a_text_that_strays_says_where_and_by_how_much() {
    let long = "Questa è una frase che non finisce mai perché chi la scrive non sa dove fermarsi";
    let text = format!("Ti aspettiamo. {long}! 🎉🎉🎉");
    let found = strays(&habits(), &text);
    let of = |wanted: Habit| {
        found.iter().find_map(|f| match f.kind {
            FindingKind::StraysFromVoice { habit, here, .. } if habit == wanted => {
                Some((here, &text[f.span.clone()?]))
            }
            _ => None,
        })
    };
    let (words, span) = of(Habit::SentenceWords).expect("a long sentence");
    assert!(words > 14.0 && span.starts_with(long), "{found:?}");
    assert_eq!(of(Habit::Emoji).map(|(here, span)| (here as usize, span)), Some((3, "🎉🎉🎉")));
    assert!(found.iter().any(|f| matches!(
        f.kind,
        FindingKind::OtherAddress { usual: Address::Voi, here: Address::Tu }
    )));
    assert!(strays(&habits(), &bottega()[0]).is_empty());
}

#[test]
fn how_a_text_opens_and_closes_is_held_against_the_posts() {
    let kinds = |habits: &Habits, text: &str| -> Vec<FindingKind> {
        let found = strays(habits, text).into_iter().map(|finding| finding.kind);
        let told = |kind: &FindingKind| {
            use FindingKind as F;
            matches!(
                kind,
                F::OpensUnlikeVoice { .. } | F::OpensOtherwise { .. } | F::ClosesUnlikeVoice { .. }
            )
        };
        found.filter(told).collect()
    };
    let (habits, posts) = (habits(), 9);
    assert_eq!(
        kinds(&habits, "🧶 Gomitoli nuovi. Quale scegliete?\n#bottegaaurora"),
        [
            FindingKind::OpensUnlikeVoice { opening: Opening::Emoji, count: 0, posts },
            FindingKind::OpensOtherwise { word: "oggi".into(), count: 9, posts },
            FindingKind::ClosesUnlikeVoice { asks: true, count: 0, posts },
        ]
    );
    assert_eq!(kinds(&habits, "Oggi si apre alle nove."), []);
    // Who always asks strays without a question; who asks now and then does neither.
    let always = Habits::of(["Filo rosso. Quale scegliete?"; 10]);
    let kind = FindingKind::ClosesUnlikeVoice { asks: false, count: 10, posts: 10 };
    assert_eq!(kinds(&always, "Filo blu. Si apre alle nove."), [kind]);
    assert_eq!(kinds(&always, "Filo blu"), [], "not closed yet");
    let mut texts = vec!["Filo rosso. Si apre alle nove."; 8];
    texts.extend(["Lana blu. Quale scegliete?", "È lana? Sì."]);
    let mixed = Habits::of(texts);
    assert_eq!(kinds(&mixed, "Filo blu. Si apre alle dieci."), []);
    assert_eq!(kinds(&mixed, "È filo? Quale?"), []);
}

#[test]
fn what_is_forbidden_may_be_a_word_a_stem_or_a_sign() {
    let found = |forbidden: &str, text: &str| {
        let voice = Voice { forbidden: vec![forbidden.into()], ..Voice::default() };
        let spans = rules(text, &voice).into_iter().map(|(_, _, span)| text[span].to_owned());
        spans.collect::<Vec<_>>().join("/")
    };
    for (forbidden, text, expected) in [
        ("Magia", "La magia del filo, magico.", "magia"),
        ("Unic*", "Un pezzo unico, due pezzi unici.", "unico/unici"),
        (
            "porta ~ al livello",
            "Porta la tua lana al livello giusto.",
            "Porta la tua lana al livello",
        ),
        ("✨", "Lana ✨ e luce ✨", "✨/✨"),
        ("senza tempo", "Eleganza senza tempo.", "senza tempo"),
        ("la*", "La lana.", ""),
        ("", "La lana.", ""),
    ] {
        assert_eq!(found(forbidden, text), expected, "{forbidden}");
    }
}

#[test]
fn forbidden_words_and_rules_that_name_words_are_found() {
    let voice = Voice {
        forbidden: vec!["tradizione secolare".into()],
        donts: vec![
            "Use the words timeless, unique or journey.".into(),
            "Mettere fretta: niente «ultimi pezzi» se non c'è un numero.".into(),
            "Chiudere con una domanda per far commentare.".into(),
            "Parlare di magia.".into(),
        ],
        ..Voice::default()
    };
    let text =
        "Una Tradizione secolare, a timeless plaid. Ultimi pezzi! E la magia? Che ne dite? #lana";
    let found: Vec<&str> =
        rules(text, &voice).into_iter().map(|(_, _, span)| &text[span]).collect();
    assert_eq!(found, ["Tradizione secolare", "timeless", "Ultimi pezzi", "Che ne dite?"]);
    assert!(rules("La lana torna a casa.", &voice).is_empty());
}
