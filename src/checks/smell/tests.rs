//! The corpora of `tests/corpus/smell`: invented posts as people write them, of many
//! trades, and posts as models write them.

#![expect(clippy::print_stdout, reason = "the counts are what these tests are run for")]

use super::*;
use crate::domain::{SmellMarker, SmellTuning};
use TextLanguage::{English, Italian};

const HUMAN: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en.txt")),
];
const MACHINE: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en.txt")),
];
/// Whole posts as they stand on a network, with their paragraphs, emoji and hashtags.
const HUMAN_WHOLE: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it_whole.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en_whole.txt")),
];
const MACHINE_WHOLE: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it_whole.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en_whole.txt")),
];

/// Posts that were judged once before the habits of [`super::habit`] were chosen, and are
/// what they were chosen on: chat, notices, several networks.
const HUMAN_LATER: [(TextLanguage, &str); 4] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it_trades.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en_trades.txt")),
    (Italian, include_str!("../../../tests/corpus/smell/human/it_notices.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en_notices.txt")),
];
const MACHINE_LATER: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it_registers.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en_registers.txt")),
];
/// Posts nobody may write a rule from: what is found here is what to expect.
const HUMAN_UNSEEN: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it_unseen.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en_unseen.txt")),
];
const MACHINE_UNSEEN: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it_unseen.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en_unseen.txt")),
];

/// Posts of twenty voices in each language (a baker, a museum, a choir, a town hall, somebody
/// who ships software), and what a model writes for the same people. Written to measure, after
/// the rules; one row was mended for them, and no rule was made.
const HUMAN_STRANGERS: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it_strangers.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en_strangers.txt")),
];
const MACHINE_STRANGERS: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it_strangers.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en_strangers.txt")),
];

fn posts(corpus: &'static str) -> Vec<&'static str> {
    corpus.trim_end().split("\n%\n").collect()
}

fn smelt(text: &str, language: TextLanguage) -> Smell {
    smell(text, language, &SmellTuning::default())
}

/// How many smell, how many give a hint; prints those where `told` wants it.
fn tally(
    corpus: (TextLanguage, &'static str),
    told: impl Fn(&Smell) -> bool,
) -> (usize, usize, usize) {
    let (language, texts) = corpus;
    let posts = posts(texts);
    let (mut smelling, mut hints) = (0, 0);
    for post in &posts {
        let smell = smelt(post, language);
        smelling += usize::from(smell.smells);
        hints += usize::from(!smell.smells && !smell.whiffs.is_empty());
        if told(&smell) {
            let why: Vec<String> = smell
                .whiffs
                .iter()
                .map(|w| format!("{}:{} «{}»", w.marker.code(), w.strength, w.quote))
                .collect();
            println!("{} | {}\n    {}", language.tag(), post.replace('\n', " / "), why.join(", "));
        }
    }
    println!("{}: {smelling} smell, {hints} hint, of {}", language.tag(), posts.len());
    (smelling, hints, posts.len())
}

#[test]
fn fewer_than_two_of_a_hundred_human_posts_smell() {
    for corpus in HUMAN {
        let (smelling, _, all) = tally(corpus, |smell| !smell.whiffs.is_empty());
        assert!(all >= 150, "{all}");
        assert!(smelling * 100 < all * 2, "{smelling} of {all}");
    }
}

#[test]
fn most_posts_of_models_smell() {
    for corpus in MACHINE {
        let (smelling, _, all) = tally(corpus, |smell| !smell.smells);
        assert!(all >= 60, "{all}");
        // What the markers were chosen on. Texts nobody has looked at smell less often.
        assert!(smelling * 100 >= all * 90, "{smelling} of {all}");
    }
}

#[test]
fn whole_posts_are_judged_as_single_paragraphs_are() {
    for corpus in HUMAN_WHOLE {
        let (smelling, _, all) = tally(corpus, |smell| smell.smells);
        assert!(all >= 140, "{all}");
        assert!(smelling * 100 < all * 2, "{smelling} of {all}");
    }
    for corpus in MACHINE_WHOLE {
        let (smelling, _, all) = tally(corpus, |smell| !smell.smells);
        assert!(all >= 85, "{all}");
        // All but the last ten were read when the rules learnt from them. Of those nobody had
        // read, between 40 and 70 of 100 were found each time.
        assert!(smelling * 100 >= all * 80, "{smelling} of {all}");
    }
}

#[test]
fn fewer_than_one_of_a_hundred_people_is_told_their_post_smells() {
    for language in [Italian, English] {
        let corpora = HUMAN.iter().chain(&HUMAN_WHOLE).chain(&HUMAN_LATER).chain(&HUMAN_UNSEEN);
        let (mut smelling, mut all) = (0, 0);
        for corpus in corpora.filter(|corpus| corpus.0 == language) {
            let (here, _, posts) = tally(*corpus, |smell| smell.smells);
            (smelling, all) = (smelling + here, all + posts);
        }
        assert!(all >= 500 && smelling * 100 < all, "{smelling} of {all}");
    }
}

#[test]
fn about_half_the_posts_of_models_that_nobody_has_looked_at_smell() {
    // On first sight 45 and 57 of 100, before the habits.
    for corpus in MACHINE_LATER {
        let (smelling, _, all) = tally(corpus, |_| false);
        assert!(all >= 40 && smelling * 100 >= all * 58, "{smelling} of {all}");
    }
    // On first sight 42 and 50 of 100, with the habits; 30 and 47 without them.
    for corpus in MACHINE_UNSEEN {
        let (smelling, _, all) = tally(corpus, |_| false);
        assert!(all >= 40 && smelling * 100 >= all * 48, "{smelling} of {all}");
    }
    for corpus in HUMAN_UNSEEN {
        let (smelling, _, all) = tally(corpus, |smell| smell.smells);
        assert!(all >= 50 && smelling * 100 < all * 2, "{smelling} of {all}");
    }
}

#[test]
fn at_most_one_human_post_in_ten_gets_a_light_remark() {
    for language in [Italian, English] {
        let corpora = HUMAN.iter().chain(&HUMAN_WHOLE).chain(&HUMAN_LATER).chain(&HUMAN_UNSEEN);
        let (mut told, mut all) = (0, 0);
        for corpus in corpora.chain(&HUMAN_STRANGERS).filter(|corpus| corpus.0 == language) {
            let (smelling, hints, posts) = tally(*corpus, |smell| !smell.whiffs.is_empty());
            (told, all) = (told + smelling + hints, all + posts);
        }
        println!("{}: something is told of {told} of {all}", language.tag());
        assert!(all >= 530 && told * 10 <= all, "{told} of {all}");
    }
    for corpus in HUMAN_STRANGERS {
        let (smelling, hints, all) = tally(corpus, |smell| !smell.whiffs.is_empty());
        assert!(all == 20 && smelling == 0 && hints <= 2, "{smelling} and {hints} of {all}");
    }
    for corpus in MACHINE_STRANGERS {
        let (smelling, _, all) = tally(corpus, |smell| !smell.smells);
        assert!(all == 10 && smelling >= 9, "{smelling} of {all}");
    }
}

fn markers(text: &str, language: TextLanguage) -> Vec<SmellMarker> {
    smelt(text, language).whiffs.into_iter().map(|whiff| whiff.marker).collect()
}

#[test]
fn one_kind_is_a_hint_and_two_are_a_smell() {
    let hint = smelt("The result? A warmer plaid for the whole winter.", English);
    assert!(!hint.smells && hint.kinds() == 1, "{hint:?}");
    let smell = smelt("It's not just a plaid, it's a tapestry of moments.", English);
    assert!(smell.smells && smell.kinds() >= 2, "{smell:?}");
    for (language, corpus) in HUMAN.into_iter().chain(MACHINE) {
        for post in posts(corpus) {
            let smell = smelt(post, language);
            assert_eq!(smell.smells, smell.kinds() >= 2, "{post}");
            // A hint is of one kind, and weak findings never stand alone.
            assert!(smell.smells || smell.whiffs.iter().all(|w| w.strength > 1), "{post}");
        }
    }
}

#[test]
fn every_finding_says_where_it_stands() {
    for (language, corpus) in MACHINE {
        for post in posts(corpus) {
            for whiff in smelt(post, language).whiffs {
                assert_eq!(post.get(whiff.span.clone()), Some(whiff.quote.as_str()), "{post}");
                assert!(!whiff.quote.is_empty(), "{whiff:?}");
            }
        }
    }
}

#[test]
fn markers_are_found_where_they_are_meant() {
    use SmellMarker as M;
    for (language, text, marker) in [
        (Italian, "Nell’era digitale la lana conta ancora.", M::OpeningCliche),
        (Italian, "Un plaid caldo, rendendo ogni sera speciale.", M::Tail),
        (Italian, "Niente fronzoli. Niente sprechi. Solo lana.", M::Staccato),
        (Italian, "Certo! Ecco una bozza per il tuo post.", M::Leftover),
        (Italian, "Passione, qualità e cura in bottega.", M::Triad),
        (English, "It doesn't sell wool. It sells warmth.", M::Contrast),
        (English, "Studies show that wool is warm.", M::Authority),
        (English, "**Wool** is back.", M::Markdown),
        (
            English,
            "🌿 Natural comfort: soft all day\n🔥 Lasting warmth: cosy all night\n💛 Timeless style: yours to keep",
            M::EmojiBullets,
        ),
        (Italian, "Ogni gomitolo custodisce ricordi di famiglia.", M::Universal),
        (English, "Everything is here, from gentle wool to heavy felt.", M::Range),
        (English, "It means wool. It means time. It means a warm back in May.", M::Refrain),
        (Italian, "Lana, seta e un filo. Telaio, navetta e un pettine nuovo.", M::Threes),
    ] {
        assert!(markers(text, language).contains(&marker), "{text}: {:?}", markers(text, language));
    }
}

#[test]
fn what_people_write_for_good_reasons_is_no_marker() {
    for (language, text) in [
        (Italian, "🕘 lun-ven 9-13\n📍 via Roma 4\n📞 030 000000"),
        (Italian, "Pane, olio e pomodoro."),
        (English, "Flour, water and salt."),
        (English, "Bring to the bank:\n• Proof of address\n• Proof of income\n• Passport copy"),
        (English, "— Where is Ada?\n— At the loom."),
        (English, "Open from early morning to midnight, from tuesday to sunday."),
        (Italian, "Due sciarpe, tre plaid e un berretto; otto gomitoli, una cesta e un pouf."),
        (English, "More at https://example.org/innovation #wool #loom"),
        (
            Italian,
            "Grigio pecora, bianco pecora, e quel beige che non ha un nome. Il gomitolo, per \
             chi tinge a casa e poi viene a lamentarsi.",
        ),
    ] {
        assert_eq!(markers(text, language), [], "{text}");
    }
}

#[test]
fn a_sentence_about_a_thing_of_the_trade_or_with_a_figure_is_no_universal() {
    let universal = |text: &str, tuning: &SmellTuning| {
        let found = smell(text, Italian, tuning).whiffs.into_iter();
        found.filter(|whiff| whiff.marker == SmellMarker::Universal).count()
    };
    let none = SmellTuning::default();
    let said = "Ogni plaid ha un numero cucito dietro e le iniziali di chi ci ha lavorato. \
                Si vede ogni rammendo, ed è giusto così. La sciarpa è una storia.";
    assert!(universal(said, &none) > 0);
    let mut own = SmellTuning::default();
    own.learn_things("Per un plaid Forcella ci vogliono 22 ore, per un rammendo dieci giorni");
    assert_eq!(universal(said, &own), 0);
    let empty = "Lungo la strada si impara con cura a guardare. \
                 Resta dentro di noi ogni passo fatto davanti al mare.";
    assert!(universal(empty, &own) > 0);
    let figures = "Ogni sacco pesa 25 kg. Ogni giro dura due ore. Ogni lunedì passa Elio.";
    assert_eq!(universal(figures, &none), 0);
}

#[test]
fn six_sentences_of_one_length_are_too_few_to_say_so() {
    let line = "La lana grezza torna in bottega. ";
    let even = |count: usize| {
        let mut found = Vec::new();
        super::shape::find(&line.repeat(count), Italian, &mut found);
        found.iter().any(|whiff| whiff.marker == SmellMarker::EvenSentences)
    };
    assert!(!even(6) && even(7));
}

#[test]
fn a_brand_keeps_its_own_words_and_switches_markers_off() {
    let text = "Un telaio innovativo — a 360 gradi.";
    let found = |tuning: &SmellTuning| smell(text, Italian, tuning).whiffs;
    let quoted = |whiffs: &[Whiff], words: &str| whiffs.iter().any(|w| w.quote.contains(words));
    assert!(quoted(&found(&SmellTuning::default()), "innovativo"));
    let own = SmellTuning { allow: vec!["Innovativo".into()], ..SmellTuning::default() };
    assert!(!quoted(&found(&own), "innovativo") && quoted(&found(&own), "360"));
    let off = SmellTuning { off: vec![SmellMarker::SlopWord], ..SmellTuning::default() };
    assert!(found(&off).iter().all(|whiff| whiff.marker != SmellMarker::SlopWord));
}
