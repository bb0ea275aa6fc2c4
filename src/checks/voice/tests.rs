//! Voice.

use super::*;
use crate::domain::{Address, FindingKind, Habit, Voice};

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
    Habits::of(&texts.iter().map(String::as_str).collect::<Vec<_>>()).expect("enough posts")
}

#[test]
fn too_few_posts_are_no_evidence() {
    assert_eq!(Habits::of(&["La lana torna a casa."; NEEDED - 1]), None);
    assert!(Habits::of(&["La lana torna a casa."; NEEDED]).is_some());
}

#[test]
fn habits_are_measured_with_their_sizes() {
    let habits = habits();
    assert_eq!(habits.posts, 9);
    let words = habits.measures[&Habit::SentenceWords];
    assert!((words.mean - 5.5).abs() < 0.01, "{words:?}");
    assert!((habits.measures[&Habit::Hashtags].mean - 1.0).abs() < 0.01);
    assert_eq!(habits.address(), Some(Address::Voi));
    assert_eq!(habits.openings, [("oggi".to_owned(), 9)]);
}

#[test]
fn a_text_that_strays_says_where_and_by_how_much() {
    let long = "Questa è una frase che non finisce mai perché chi la scrive non sa dove fermarsi";
    let text = format!("Ti aspettiamo. {long}! 🎉🎉🎉");
    let found = habits().strays(&text);
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
    assert!(habits().strays(&bottega()[0]).is_empty());
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
