//! What the composer promises: its own sentences are fit to print, and nothing in a
//! draft comes from nowhere.

use super::*;
use crate::ai::fixture::test_ask;
use crate::ai::{Rejection, Target};
use crate::domain::{
    Angle, ChosenFact, Lack, Named, Near, NearTo, Omission, Reason, Remarks, Task, Unit,
};
use std::collections::BTreeSet;

/// As an ask chooses it.
fn fact(text: &str, topic: &str) -> ChosenFact {
    let words = crate::ai::closeness::shared(text, topic);
    let near = (!words.is_empty()).then_some(Near { to: NearTo::Topic, words });
    ChosenFact { near: near.into_iter().collect(), ..text.into() }
}

fn ask(lang: &str, topic: &str) -> Ask {
    let mut ask = test_ask(lang);
    ask.brief.topic = topic.into();
    ask.facts = vec![
        fact("La collezione invernale conta 12 capi in lana merino", topic),
        fact("La sciarpa della collezione costa 89 €", topic),
        fact("Il caffè si serve fino alle 18", topic),
    ];
    ask.voice.hashtags = vec!["lana".into(), "bottegaaurora".into()];
    ask
}

fn written(ask: &Ask) -> Written {
    Composer.write(ask, &mut |_| (), &Stop::new()).expect("a draft")
}

fn text(ask: &Ask) -> String {
    written(ask).text.shown().to_owned()
}

const TOPICS: [&str; 6] = [
    "la nuova collezione invernale",
    "le sciarpe di lana",
    "l'apertura serale",
    "Lancio collezione invernale",
    "come si lava la lana",
    "Saldi",
];

#[test]
fn each_language_has_enough_sentences_and_every_angle_its_own() {
    for lang in ["it", "en"] {
        let sheet = phrases::of(lang);
        assert_eq!(sheet.lang, lang);
        assert!(sheet.all().len() >= 40, "{lang}: {}", sheet.all().len());
        for angle in Angle::ALL {
            for (role, least) in [("open", 6), ("plain", 1), ("bare", 3), ("ask", 3)] {
                let [_, any] = sheet.sentences(angle.code(), role, "any");
                let moods = ["warm", "wry", "brisk"]
                    .map(|m| sheet.sentences(angle.code(), role, m)[0].len());
                let all = any.len() + moods.iter().sum::<usize>();
                assert!(all >= least && !any.is_empty(), "{lang} {} {role}", angle.code());
            }
        }
    }
}

#[test]
fn no_sentence_smells_of_machine_or_states_a_figure() {
    let smells = [
        "scopri",
        "immergiti",
        "lasciati",
        "non perder",
        "innovativ",
        "unico nel",
        "straordinari",
        "imperdibil",
        "non solo",
        "ma anche",
        "mozzafiato",
        "il risultato?",
        "vale la pena",
        "è importante",
        "nel mondo",
        "in un mondo",
        "cosa ne pens",
        "davvero",
        "—",
        "–",
        "discover",
        "unlock",
        "elevate",
        "embark",
        "delve",
        "journey",
        "not just",
        "not only",
        "vibrant",
        "seamless",
        "game-changer",
        "get ready",
        "whether you",
        "in today's",
        "what do you think",
        "the result?",
        "here's how",
        "truly",
        "ultimately",
        "🚀",
        "✨",
    ];
    for lang in ["it", "en"] {
        for sentence in phrases::of(lang).all() {
            let small = sentence.to_lowercase();
            for smell in smells {
                assert!(!small.contains(smell), "{smell:?} in {sentence:?}");
            }
            assert!(!sentence.contains(|c: char| c.is_ascii_digit()), "a figure in {sentence:?}");
        }
    }
}

#[test]
fn drafts_asked_for_together_share_no_sentence_but_facts() {
    for lang in ["it", "en"] {
        for topic in TOPICS {
            for seed in 0..20 {
                let mut seen = BTreeSet::new();
                for number in 1..=4 {
                    let mut ask = ask(lang, topic).numbered(number);
                    ask.seed = seed;
                    let plan::Draft { paragraphs, .. } = plan::draft(&ask);
                    for sentence in paragraphs.concat() {
                        let own = !sentence.contains(|c: char| c.is_ascii_digit());
                        let shared = own && !seen.insert(sentence.clone());
                        assert!(!shared, "{sentence:?} twice for {topic:?}, seed {seed}");
                    }
                }
            }
        }
    }
}

#[test]
fn figures_and_links_come_from_the_ask_or_not_at_all() {
    for seed in 0..200 {
        let mut ask = ask("it", "la nuova collezione invernale").numbered(seed as usize % 4 + 1);
        ask.seed = seed;
        ask.past = vec![
            "La collezione conta quattro sciarpe. Della collezione restano duemila metri di lana. \
             La collezione è di una dozzina di berretti. La collezione nasce dal filo. \
             Aperti domenica 7. La collezione esce lunedì."
                .into(),
        ];
        let known = format!(
            "{} {}",
            ask.facts.iter().map(|fact| fact.text.as_str()).collect::<Vec<_>>().join(" "),
            ask.brief.topic
        );
        let text = text(&ask);
        for figure in text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()) {
            assert!(known.contains(figure), "{figure} in {text}");
        }
        assert!(!text.contains("lunedì") && !text.contains("http"), "{text}");
        for word in ["quattro", "duemila", "dozzina"] {
            assert!(!text.contains(word), "somebody else's figure: {text}");
        }
        assert!(!text.contains("caffè"), "a fact about something else: {text}");
        assert!(!text.contains(['{', '}', '[', ']', '<', '>', '|']), "an open slot: {text}");
        assert!(!text.contains("..") && !text.contains(" ."), "{text}");
    }
}

#[test]
fn the_same_seed_gives_the_same_draft_and_another_seed_another() {
    let with = |seed| text(&Ask { seed, ..ask("it", "la nuova collezione invernale") });
    assert_eq!(with(3), with(3));
    let all: BTreeSet<String> = (0..12).map(with).collect();
    assert!(all.len() >= 6, "{}", all.len());
}

#[test]
fn every_limit_is_respected_hashtags_included() {
    for unit in Unit::ALL {
        for max in (1..320).step_by(7) {
            let mut ask =
                ask("it", "la nuova collezione invernale, caffè 🍞 e https://example.org/a");
            ask.link = Some("https://example.org/inverno".into());
            ask.target = Some(Target {
                network: "X".into(),
                max: Some(max),
                unit,
                threads: true,
                wants: Vec::new(),
            });
            match Composer.write(&ask, &mut |_| (), &Stop::new()) {
                Ok(written) => {
                    let tags: Vec<String> =
                        written.hashtags.iter().map(|t| format!("#{t}")).collect();
                    let mut all = written.text.shown().to_owned();
                    if !tags.is_empty() {
                        all = format!("{all}\n\n{}", tags.join(" "));
                    }
                    assert!(unit.count(&all) <= max, "{unit:?} {max}: {all:?}");
                }
                Err(failure) => {
                    assert_eq!(failure, Failure::AiUnusable { why: Unusable::Empty });
                    assert!(max < 10, "nothing at {max}");
                }
            }
        }
    }
}

#[test]
fn a_tone_chooses_its_mood_and_an_instruction_is_followed() {
    let mut dry = Ask { seed: 0, ..ask("it", "La collezione") };
    dry.tone = Some(Named { key: "asciutto".into(), description: "poche parole".into() });
    let brisk = phrases::of("it").sentences(dry.angle().code(), "plain", "brisk")[0].to_vec();
    assert!(text(&dry).starts_with(&format!("{} La collezione", brisk[0])), "{}", text(&dry));
    let long = ask("it", "la nuova collezione invernale");
    let mut short = long.clone();
    short.brief.instruction = Some("più corto, senza hashtag e senza domande".into());
    for number in 1..=6 {
        let (long, short) = (written(&long.numbered(number)), written(&short.numbered(number)));
        let count = |written: &Written| crate::text::sentences(written.text.shown()).len();
        assert!(count(&short) <= count(&long) && count(&short) <= 2, "{short:?}");
        assert!(short.hashtags.is_empty() && !short.text.shown().contains('?'));
    }
}

#[test]
fn what_was_turned_down_is_not_said_again() {
    let mut ask = ask("it", "la nuova collezione invernale");
    let first = plan::draft(&ask).paragraphs.concat();
    ask.rejected = first
        .iter()
        .map(|text| Rejection { text: text.clone(), reason: Some(Reason::Salesy), words: None })
        .collect();
    for sentence in plan::draft(&ask).paragraphs.concat() {
        assert!(!first.contains(&sentence), "{sentence:?} again");
    }
}

#[test]
fn it_streams_sentence_by_sentence_stops_between_them_and_says_it_is_no_ai() {
    let ask = ask("it", "la nuova collezione invernale");
    let (stop, mut seen) = (Stop::new(), Vec::new());
    let whole = Composer.write(&ask, &mut |piece| seen.push(piece), &Stop::new()).expect("a draft");
    let pieces: String =
        seen.iter().map(|p| if let Piece::Text(t) = p { t.as_str() } else { "" }).collect();
    assert_eq!(pieces, whole.text.shown());
    assert!(seen.len() > 2);
    let switch = stop.clone();
    let cut = Composer.write(&ask, &mut |_| switch.trigger(), &stop).expect("a stop is no failure");
    assert_eq!(cut.ended, Ended::Stopped);
    assert!(whole.text.shown().starts_with(cut.text.shown()) && cut.text != whole.text);
    assert!(!Composer.describe().is_ai && Composer.describe().host.is_none());
    assert!(Composer.prompt(&ask).sent.is_empty());
}

#[test]
fn nothing_to_write_about_is_an_empty_answer() {
    let mut nothing = ask("it", " ");
    nothing.facts.clear();
    let lines = Composer.write(&nothing, &mut |_| (), &Stop::new());
    assert!(lines.is_ok() || lines == Err(Failure::AiUnusable { why: Unusable::Empty }));
}

#[test]
fn where_no_fact_is_about_the_topic_each_draft_borrows_a_sentence_of_its_own() {
    let mut ask = ask("it", "come si lava un plaid");
    ask.facts = vec!["Il caffè si serve fino alle 18".into()];
    ask.past = vec![
        "Il plaid si asciuga steso in piano.".into(),
        "Un plaid si lava a mano, in acqua fredda.".into(),
        "Sabato il plaid costa 40 €.".into(),
    ];
    let drafts = [1, 2, 3].map(|number| text(&ask.numbered(number)));
    assert!(drafts[0].contains(&ask.past[0]) && !drafts[0].contains(&ask.past[1]), "{drafts:?}");
    assert!(drafts[1].contains(&ask.past[1]) && !drafts[1].contains(&ask.past[0]), "{drafts:?}");
    assert!(drafts.iter().all(|text| !text.contains("40")), "{drafts:?}");
}

#[test]
fn without_a_fact_four_drafts_ask_for_what_only_a_person_knows_each_from_its_own_side() {
    for (lang, topics) in [
        ("it", TOPICS),
        (
            "en",
            [
                "the new collection",
                "our wool scarves",
                "late opening",
                "Winter collection",
                "how to wash wool",
                "Sale",
            ],
        ),
    ] {
        for topic in topics {
            let mut ask = ask(lang, topic);
            ask.facts.clear();
            let drafts = [1, 2, 3, 4].map(|number| text(&ask.numbered(number)));
            let mut asked = BTreeSet::new();
            for draft in &drafts {
                let own: Vec<&str> = crate::text::sentences(draft)
                    .into_iter()
                    .map(|range| draft[range].trim())
                    .collect();
                let (blank, said): (Vec<&str>, Vec<&str>) =
                    own.into_iter().partition(|one| crate::domain::has_blank(one));
                // What can be taken as it stands, and what waits for a hand, are apart.
                assert!(blank.len() == 2 && !said.is_empty(), "{draft}");
                assert!(blank.iter().all(|one| asked.insert((*one).to_owned())), "{drafts:?}");
            }
            assert!(!drafts.concat().contains(|c: char| c.is_ascii_digit()), "{drafts:?}");
            assert!(remarks(&ask).lacks.contains(&Lack::Facts));
        }
    }
    // Beside a sentence of the brand's own there is one, and where there is room for none
    // nothing is opened on it.
    let mut own = ask("it", "come si lava un plaid");
    own.facts.clear();
    own.past = vec!["Il plaid si asciuga steso in piano.".into()];
    let draft = text(&own);
    assert_eq!(draft.matches(crate::domain::BLANK).count(), 1, "{draft}");
    let mut narrow = ask("it", "le sciarpe");
    narrow.facts.clear();
    narrow.voice.hashtags.clear();
    narrow.target = Some(Target {
        network: "X".into(),
        max: Some(48),
        unit: Unit::Graphemes,
        threads: true,
        wants: Vec::new(),
    });
    for number in 1..=6 {
        let text = text(&narrow.numbered(number));
        let opens = ["cose da sapere", "ne parliamo", "cominciamo da qui", "un promemoria"];
        let asks = text.contains(crate::domain::BLANK);
        assert!(asks || !opens.iter().any(|open| text.contains(open)), "{text}");
    }
}

const HUMAN: &str =
    "La lana torna a casa. La tosiamo noi.\n\nDa lunedì è in bottega. Passa a toccarla.";

fn asked_to(task: Task, number: usize) -> Ask {
    let mut ask = ask("it", "la nuova collezione invernale").numbered(number);
    ask.brief.task = task;
    ask.human = HUMAN.to_owned();
    ask
}

#[test]
fn shortening_leaves_out_whole_sentences_and_adds_no_word() {
    let mut lengths = Vec::new();
    for number in 1..=3 {
        let short = text(&asked_to(Task::Shorten, number));
        let own = crate::text::sentences(&short).into_iter().map(|range| short[range].trim());
        assert!(own.clone().all(|sentence| HUMAN.contains(sentence)), "{short}");
        assert!(short.starts_with("La lana torna a casa."), "{short}");
        lengths.push(own.count());
    }
    assert_eq!(lengths, [2, 2, 1]);
    let mut one = asked_to(Task::Shorten, 1);
    one.human = "La lana torna a casa.".to_owned();
    let refused = Composer.write(&one, &mut |_| (), &Stop::new());
    assert_eq!(refused, Err(Failure::AiUnusable { why: Unusable::NothingToCut }));
}

#[test]
fn every_message_of_a_thread_fits_and_no_sentence_is_lost() {
    for number in 1..=3 {
        let mut thread = asked_to(Task::Thread, number);
        let target = Target {
            network: "X".into(),
            max: Some(40),
            unit: Unit::Graphemes,
            threads: true,
            wants: Vec::new(),
        };
        thread.target = Some(target);
        let text = text(&thread);
        let thread = crate::domain::as_thread(&text);
        let messages = crate::text::messages(&thread);
        assert!(messages.iter().all(|m| Unit::Graphemes.count(m) <= 40), "{text}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&text), words(HUMAN));
    }
}

#[test]
fn what_it_cannot_do_it_says_and_first_lines_are_all_different() {
    for task in [Task::Tone, Task::Translate, Task::AltText, Task::Reply] {
        let refused = Composer.write(&asked_to(task, 1), &mut |_| (), &Stop::new());
        assert_eq!(refused, Err(Failure::AiUnusable { why: Unusable::NeedsAi }), "{task:?}");
    }
    let mut nothing = asked_to(Task::Tone, 1);
    nothing.human.clear();
    let refused = Composer.write(&nothing, &mut |_| (), &Stop::new());
    assert_eq!(refused, Err(Failure::AiUnusable { why: Unusable::NothingToChange }));
    let hooks = text(&asked_to(Task::Hooks, 1));
    let lines: BTreeSet<&str> = hooks.split("\n\n").collect();
    assert!(lines.len() >= 3, "{hooks}");
}

fn remarks(ask: &Ask) -> Remarks {
    Composer.prompt(ask).remarks
}

fn named(key: &str) -> Named {
    Named { key: key.into(), description: String::new() }
}

#[test]
fn what_is_missing_for_a_draft_is_said_and_what_is_there_is_not() {
    let bare = Ask { facts: Vec::new(), ..ask("it", "i saldi") };
    assert_eq!(remarks(&bare).lacks, [Lack::Facts, Lack::Past]);
    let given = Ask {
        tone: Some(named("ironico")),
        past: vec!["La lana torna a casa.".into()],
        ..ask("it", "le sciarpe della collezione")
    };
    assert_eq!(remarks(&given).lacks, []);
    let mut strange = Ask { tone: Some(named("barocco")), audience: Some(named("sarti")), ..given };
    strange.lang = "de".into();
    strange.brief.instruction = Some("in rima".into());
    let odd = [Lack::ToneSentences, Lack::Audience, Lack::Instruction, Lack::Language];
    assert_eq!(remarks(&strange).lacks, odd);
    strange.brief.instruction = Some("shorter".into());
    assert!(!remarks(&strange).lacks.contains(&Lack::Instruction));
}

#[test]
fn a_sentence_left_out_is_named_with_its_reason_and_stands_nowhere() {
    let whys = |ask: &Ask| -> BTreeSet<Omission> {
        let text = text(ask);
        let left_out = remarks(ask).left_out;
        assert!(left_out.iter().all(|one| !text.contains(&one.text)), "{left_out:?} in {text}");
        left_out.into_iter().map(|one| one.why).collect()
    };
    let plain = ask("it", "la nuova collezione invernale");
    assert_eq!(whys(&plain), BTreeSet::new());
    let mut narrow = plain.clone();
    narrow.target = Some(Target {
        network: "X".into(),
        max: Some(60),
        unit: Unit::Graphemes,
        threads: true,
        wants: Vec::new(),
    });
    assert_eq!(whys(&narrow), [Omission::NoRoom].into());
    let mut told = plain.clone();
    told.human = told.facts[0].text.clone();
    assert_eq!(whys(&told), [Omission::Standing].into());
    let mut dated = ask("it", "come si lava un plaid");
    dated.past = vec!["Sabato il plaid costa 40 €.".into()];
    assert_eq!(whys(&dated), [Omission::Dated].into());
}

#[test]
fn phrases_of_its_own_that_it_left_out_are_nobodys_concern() {
    let plain = ask("it", "la nuova collezione invernale");
    let refused = |text: &str, reason| Rejection { text: text.into(), reason, words: None };
    let opening = text(&plain);
    let first = crate::text::sentences(&opening)[0].clone();
    let mut asks = vec![plain.clone(), plain.clone(), plain.clone()];
    asks[0].brief.instruction = Some("più corto, senza domande".into());
    asks[1].rejected = vec![refused(opening[first].trim(), None)];
    asks[2].rejected = vec![refused("Compra ora!", Some(Reason::Salesy))];
    for ask in asks {
        assert_eq!(remarks(&ask).left_out, []);
    }
}

/// The same brand, asked about one post after the other: what it composed before is known.
#[test]
fn no_phrase_comes_back_while_another_suggestion_with_it_waits() {
    for lang in ["it", "en"] {
        let mut said: Vec<String> = Vec::new();
        let mut seen = BTreeSet::new();
        for topic in ["la sciarpa Aurora", "la collezione di cappelli", "i gomitoli"] {
            let mut ask = ask(lang, topic);
            ask.facts = vec![fact(&format!("{topic}: 12 colori"), topic)];
            ask.said.clone_from(&said);
            for number in 1..=3 {
                let text = text(&ask.numbered(number));
                for range in crate::text::sentences(&text) {
                    let frame = text[range].replace(topic, "").replace(&capital(topic), "");
                    let bare = frame.chars().filter(|c| c.is_alphabetic()).count() < 8;
                    assert!(bare || seen.insert(frame.clone()), "{frame:?} again, {lang}");
                }
                said.push(text);
            }
        }
    }
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}

#[test]
fn a_fact_is_told_where_it_shares_what_the_topic_is_about() {
    let says = |topic: &str, about: &str| {
        let mut ask = ask("it", topic);
        ask.facts = vec![fact(about, topic)];
        (1..=6).any(|number| text(&ask.numbered(number)).contains(about))
    };
    assert!(says("Gomitoli grezzi", "Il gomitolo di lana grezza costa 9 €"));
    // The place, the brand's name and a day are in half of what a brand knows.
    assert!(!says("I gomitoli della bottega", "In bottega lavorano Ada Neri e Nora Weiss"));
    assert!(!says("I gomitoli di Aurora", "Aurora è nata nel 1931"));
    assert!(!says("Il corso di sabato", "Sabato pranza Bruno"));
    // Who is asked to come may want to know when.
    let hours = "La lana si vede a bottega aperta, dalle 9 alle 13";
    assert!(!says("Il corso sulla lana", hours));
    assert!(says("La lana: venite a vederla", hours));
}

#[test]
fn a_post_called_by_its_first_line_does_not_say_it_again() {
    for lang in ["it", "en"] {
        let line = "Da lunedì la lana grezza torna in bottega, e questa volta sono 40 gomitoli";
        let mut ask = ask(lang, line);
        ask.human = format!("{line}.\nPassate.");
        ask.facts = vec![fact("Il gomitolo di lana grezza costa 9 €", line)];
        for number in 1..=6 {
            let with = text(&ask.numbered(number));
            assert!(!with.contains("Da lunedì") && with.contains("9 €"), "{with}");
            let bare = Ask { facts: Vec::new(), ..ask.clone() };
            let without = text(&bare.numbered(number));
            assert!(!without.contains("Da lunedì") && !without.is_empty(), "{without}");
        }
    }
}

#[test]
fn no_phrase_speaks_of_what_happened_or_agrees_with_the_topic() {
    let invented = [
        "com'è andata",
        "ci abbiamo",
        "all'inizio",
        "è venuto",
        "andata storta",
        "how it went",
        "we do the same",
        "a taste for it",
        "went wrong",
        "raccontarla",
        "a farla",
        "organizzarsi",
    ];
    for lang in ["it", "en"] {
        for sentence in phrases::of(lang).all() {
            let small = sentence.to_lowercase();
            assert!(!invented.iter().any(|words| small.contains(words)), "{sentence}");
        }
        // A topic of either gender and number stands in the same words.
        for angle in Angle::ALL {
            for topic in ["il feltro", "la lana", "i gomitoli", "le sciarpe"] {
                let mut ask = ask(lang, topic);
                ask.brief.angle = Some(angle);
                ask.facts.clear();
                let text = text(&ask);
                let said = crate::text::sentences(&text).into_iter();
                let said = said.filter(|range| !crate::domain::has_blank(&text[range.clone()]));
                assert!(said.count() <= 2, "padding: {text}");
            }
        }
    }
}

#[test]
fn what_shortening_leaves_out_is_named() {
    let left_out = remarks(&asked_to(Task::Shorten, 3)).left_out;
    let words: Vec<&str> = left_out.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(words, ["Passa a toccarla.", "Da lunedì è in bottega.", "La tosiamo noi."]);
    assert!(left_out.iter().all(|one| one.why == Omission::Shorter));
}

#[test]
fn what_goes_along_comes_from_the_ask_and_only_where_there_is_a_place_for_it() {
    let mut ask = ask("it", "le sciarpe di lana");
    ask.link = Some("https://example.org/sciarpe".to_owned());
    assert_eq!(written(&ask).extras, Extras::default());
    let mut target = Target {
        network: "YouTube".into(),
        max: None,
        unit: Unit::Bytes,
        threads: true,
        wants: vec![crate::domain::Part::Headline],
    };
    ask.target = Some(target.clone());
    let extras = written(&ask).extras;
    assert_eq!(extras.headline, Some(ModelText::new("Le sciarpe di lana")));
    assert_eq!(extras.first_comment, None);
    target.wants = vec![crate::domain::Part::FirstComment];
    ask.target = Some(target);
    let comment = written(&ask).extras.first_comment;
    assert_eq!(comment, Some(ModelText::new("https://example.org/sciarpe")));
    ask.link = None;
    assert_eq!(written(&ask).extras, Extras::default());
}

#[test]
fn a_thread_is_shortened_message_by_message_each_to_the_limit() {
    let mut ask = asked_to(Task::Shorten, 1);
    ask.human =
        "La lana torna a casa. La tosiamo noi. Con calma. 1/2\u{c}Da lunedì è in bottega. Passa. 2/2".into();
    let mut target = Target {
        network: "X".into(),
        max: Some(25),
        unit: Unit::Graphemes,
        threads: true,
        wants: Vec::new(),
    };
    ask.target = Some(target.clone());
    assert_eq!(ask.most(), Some(21), "the number has to fit as well");
    assert_eq!(text(&ask), "La lana torna a casa.\u{c}Da lunedì è in bottega.");
    // The longest message gives first, so that two ways to be shorter differ.
    ask.target = None;
    assert_eq!(text(&ask), "La lana torna a casa.\u{c}Da lunedì è in bottega. Passa.");
    assert_eq!(text(&ask.numbered(2)), "La lana torna a casa.\u{c}Da lunedì è in bottega.");
    target.threads = false;
    target.max = Some(60);
    ask.target = Some(target);
    assert_eq!(text(&ask), "La lana torna a casa. La tosiamo noi. Con calma.");
}

#[test]
fn nobody_is_told_of_a_tone_or_an_audience_that_was_only_there_first() {
    let mut ask = ask("en", "the winter sale");
    ask.past = vec!["The wool is back.".into()];
    ask.voice.tones = vec![named("baroque"), named("gothic")];
    ask.voice.audiences = vec![named("tailors"), named("knitters")];
    (ask.tone, ask.audience) = (Some(named("baroque")), Some(named("tailors")));
    let lacks = |ask: &Ask| remarks(ask).lacks;
    assert!(!lacks(&ask).contains(&Lack::ToneSentences), "{:?}", lacks(&ask));
    assert!(!lacks(&ask).contains(&Lack::Audience));
    (ask.tone, ask.audience) = (Some(named("gothic")), Some(named("knitters")));
    assert!(lacks(&ask).contains(&Lack::ToneSentences) && lacks(&ask).contains(&Lack::Audience));
}

#[test]
fn the_tones_a_new_folder_begins_with_have_sentences_of_their_own() {
    for lang in ["it", "en"] {
        for (tone, mood) in [
            ("warm", "warm"),
            ("dry", "brisk"),
            ("ironic", "wry"),
            ("wry", "wry"),
            ("caldo", "warm"),
            ("asciutto", "brisk"),
            ("ironico", "wry"),
        ] {
            let ask = Ask { tone: Some(named(tone)), ..ask(lang, "la lana") };
            assert_eq!(plan::mood(&ask, phrases::of(lang)), mood, "{lang} {tone}");
        }
    }
}

#[test]
fn only_hashtags_that_suit_go_along() {
    let mut ask = ask("en", "the wool is back");
    ask.brand = "Bottega Aurora".into();
    ask.voice.hashtags =
        ["theatre", "wool", "bottegaaurora", "knitting"].map(str::to_owned).to_vec();
    assert_eq!(written(&ask).hashtags, ["wool", "bottegaaurora"]);
    ask.brief.topic = "the stairs".into();
    ask.brand = "Another".into();
    assert_eq!(written(&ask).hashtags, ["theatre"]);
}

#[test]
fn nothing_is_hung_on_a_topic_that_is_a_sentence() {
    for number in 1..=6 {
        let text = text(&ask("en", "The Winter's Tale opens tonight").numbered(number));
        assert!(!text.contains("tonight,"), "{text}");
    }
}

#[test]
fn a_fact_that_names_the_topic_has_no_heading_that_names_it_too() {
    for (lang, topic, line) in [
        ("it", "la sciarpa Aurora", "La sciarpa Aurora costa 89 €"),
        ("it", "i berretti Tirno", "Il berretto Tirno costa 45 €"),
        ("en", "Open loom", "Open loom is on Thursday 26 November"),
    ] {
        for mood in ["caldo", "ironico", "asciutto", "altro"] {
            let mut asked = ask(lang, topic);
            asked.tone = Some(named(mood));
            asked.facts = vec![fact(line, topic)];
            for number in 1..=6 {
                let text = text(&asked.numbered(number));
                let named = crate::ai::closeness::shared(&text.replacen(line, "", 1), topic);
                assert!(named.is_empty() && text.contains(line), "{text}");
            }
        }
    }
    // Where what follows does not name it, something has to.
    let mut other = ask("en", "the big loom");
    other.facts = vec![fact("The cloth of the loom measures one metre ten", "the big loom")];
    assert!(text(&other).to_lowercase().contains("the big loom"), "{}", text(&other));
}

#[test]
fn what_one_fact_has_told_no_other_tells_again() {
    let topic = "i rammendi";
    let mut asked = ask("it", topic);
    let same = [
        "I rammendi partono da 15 € e richiedono dieci giorni",
        "Per un rammendo servono dieci giorni e si parte da 15 €",
    ];
    asked.facts = same.iter().map(|text| fact(text, topic)).collect();
    asked.facts.push(fact("Ai rammendi lavora Nora, 9 ore alla settimana", topic));
    asked.brief.angle = Some(Angle::Announcement);
    for number in 1..=3 {
        let text = text(&asked.numbered(number));
        assert_eq!(text.matches("15 €").count(), 1, "{text}");
        assert!(text.contains("Nora"), "{text}");
    }
}

#[test]
fn no_sentence_is_borrowed_that_points_at_what_stood_around_it() {
    let mut asked = ask("it", "il corso di telaio");
    asked.facts.clear();
    asked.past = vec![
        "Rispondete a questo messaggio e il telaio è vostro. Il telaio si tende in due.".into(),
    ];
    let mut plain = asked.clone();
    plain.past = vec!["Il telaio si tende con calma.".into()];
    assert!(!text(&asked).contains("messaggio"), "{}", text(&asked));
    assert!(text(&plain).contains("con calma"), "{}", text(&plain));
}

#[test]
fn where_there_is_no_room_for_what_an_opening_opens_on_it_does_not_stand_alone() {
    for max in 20..120 {
        let mut narrow = ask("it", "la sciarpa della collezione");
        narrow.facts.truncate(2);
        narrow.link = Some("https://example.org".into());
        narrow.target = Some(Target {
            network: "X".into(),
            max: Some(max),
            unit: Unit::Graphemes,
            threads: true,
            wants: Vec::new(),
        });
        for number in 1..=6 {
            let text = text(&narrow.numbered(number));
            let sheet = phrases::of("it");
            let angle = narrow.numbered(number).angle();
            let [_, plain] = sheet.sentences(angle.code(), "plain", "any");
            let opens = plain.iter().any(|plain| text.starts_with(plain.as_str()));
            assert!(!opens || text.contains("collezione"), "{max}: {text}");
        }
    }
}
