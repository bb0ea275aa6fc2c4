//! Deciding about machine text: sentence by sentence, whole, with and without a reason,
//! stopped half way, or never arrived.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TEXTS: [&str; 3] = [
    "Uno torna a casa. Due restano fuori.",
    "Tre colori nuovi. Quattro gomitoli.",
    "Cinque mani. Sei telai in bottega.",
];

fn asked(language: Language) -> Stage {
    let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    stage.press("a").type_text(" di lana").press("Enter").shows("Uno torna a casa.")
}

fn drafts(stage: &Stage) -> String {
    stage.files("drafts").iter().map(|path| stage.file(path)).collect()
}

#[test]
fn a_sentence_is_turned_down_with_a_reason_or_without() {
    let stage = asked(Language::Italian).press("n f n Enter");
    let judged = drafts(&stage);
    assert_eq!(judged.matches("verdict = \"rejected\"").count(), 2, "{judged}");
    assert_eq!(judged.matches("reason = \"false\"").count(), 1, "{judged}");
    assert!(stage.file(LANA).contains("text = \"\""), "nothing got into the post");
    let stage = stage.press("u u");
    assert_eq!(drafts(&stage).matches("verdict").count(), 0);
}

#[test]
fn a_whole_suggestion_is_taken_and_taken_back() {
    let stage = asked(Language::English).press("Y");
    let post = stage.file(LANA);
    assert!(post.contains(TEXTS[0]), "{post}");
    assert_eq!(post.matches("[[origin]]").count(), 1, "{post}");
    let stage = stage.press("u");
    assert!(stage.file(LANA).contains("text = \"\""));
    assert!(!stage.file(LANA).contains("[[origin]]"));
}

#[test]
fn sentences_taken_into_an_empty_text_and_taken_back_leave_the_file_as_it_was() {
    let stage = asked(Language::Italian).press("y y");
    assert!(stage.file(LANA).contains(TEXTS[0]), "{}", stage.file(LANA));
    let stage = stage.shows("▪ Uno torna");
    let stage = stage.press("u u");
    assert!(!stage.diff().contains(LANA), "{}", stage.diff());
}

#[test]
fn a_sentence_is_emptied_with_one_key_and_written_anew() {
    let stage = asked(Language::English).press("e").shows("C-u clear").press("C-u");
    let stage = stage.type_text("One comes home.").press("Enter");
    assert!(stage.file(LANA).contains("One comes home."), "{}", stage.file(LANA));
    assert!(!stage.file(LANA).contains("Uno torna"), "{}", stage.file(LANA));
}

#[test]
fn where_sentences_go_in_stays_right_while_somebody_else_writes() {
    const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";
    let told = "Ogni sciarpa porta il nome di chi l'ha tessuta.";
    let two = format!("{told} Il filo arriva da Biella.");
    let post = BOTTEGA.iter().find(|(path, _)| *path == TESSE).expect("the post").1;
    let post = post.replace(told, &two);
    let mut files = BOTTEGA.to_vec();
    files.retain(|(path, _)| *path != TESSE);
    files.push((TESSE, &post));
    let stage = Stage::suggesting(Language::Italian, &files, Canned::saying(TEXTS.to_vec()));
    let stage = stage.press("l k a").type_text(" telai").press("Enter").shows("Uno torna");
    // The cursor of the text stands before its second sentence.
    let stage = stage.press("h k l y");
    let taken = format!("{told} Uno torna a casa. Il filo arriva da Biella.");
    assert!(stage.file(TESSE).contains(&taken), "{}", stage.file(TESSE));
    let theirs = stage.file(TESSE).replace(&taken, &format!("Buongiorno a tutti. {taken}"));
    let stage = stage.outside(TESSE, &theirs).press("y");
    let both = format!("Buongiorno a tutti. {told} Uno torna a casa. Due restano fuori. Il filo");
    assert!(stage.file(TESSE).contains(&both), "{}", stage.file(TESSE));
}

#[test]
fn the_second_sentence_is_picked_from_the_third_suggestion() {
    let stage = asked(Language::Italian).press("y 3");
    let post = stage.file(LANA);
    assert!(post.contains("Uno torna a casa. Sei telai in bottega."), "{post}");
    assert_eq!(post.matches("[[origin]]").count(), 2, "each keeps its origin: {post}");
}

#[test]
fn half_a_sentence_is_taken_the_other_half_left_and_both_are_taken_back() {
    let texts = vec!["Ha perso il treno, ma è arrivata. Vieni."];
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(texts));
    let stage = stage.press("a").type_text(" di lana").press("Enter").press("s y n Enter");
    let post = stage.file(LANA);
    assert!(post.contains("\"Ha perso il treno.\""), "{post}");
    let judged = drafts(&stage);
    assert_eq!(judged.matches("sentence = 0\nclause = ").count(), 2, "{judged}");
    let stage = stage.press("u u");
    assert!(stage.file(LANA).contains("text = \"\""));
    assert_eq!(drafts(&stage).matches("verdict").count(), 0);
}

#[test]
fn another_one_is_added_and_nothing_is_replaced() {
    let stage = asked(Language::Italian).press("r");
    assert_eq!(stage.files("drafts").len(), 4);
    let stage = stage.press("c").type_text("più corto").press("Enter");
    assert_eq!(stage.files("drafts").len(), 5);
    let judged = drafts(&stage);
    assert_eq!(judged.matches("instruction = \"più corto\"").count(), 1, "{judged}");
}

#[test]
fn the_prompt_is_shown_with_where_it_goes() {
    let stage =
        asked(Language::Italian).press("p").shows("Scrivi un post.").shows("127.0.0.1:8080");
    stage.press("Esc").shows("Uno torna a casa.");
}

#[test]
fn two_languages_at_once_are_two_suggestions_and_the_panes_say_which() {
    for (language, sum) in [
        (Language::Italian, "2 lingue = 2 suggerimenti"),
        (Language::English, "2 languages = 2 suggestions"),
    ] {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(TEXTS.to_vec())).press("a");
        let stage = stage.type_text(" di lana").press("Down Down Down Down");
        let stage = stage.press("Space Right Space").shows(sum).press("Enter");
        let stage = stage.shows("Uno torna a casa.").shows("Tre colori nuovi.");
        let stage = stage.shows("1/2 · IG · it").shows("2/2 · IG · en");
        let kept = drafts(&stage);
        assert!(kept.contains("lang = \"it\"") && kept.contains("lang = \"en\""), "{kept}");
        assert_eq!(kept.matches("angle = ").count(), 2, "{kept}");
    }
}

#[test]
fn the_prompt_says_its_layers_with_their_size_and_that_it_was_sent() {
    let stage = asked(Language::Italian).press("p").shows("Prompt, come è partito");
    let stage = stage.shows("In tutto ").shows("Il compito · ").shows("Argomento · ");
    stage.press("Esc").shows("Uno torna a casa.");
    let stage = asked(Language::English).press("p").shows("Prompt, as it was sent");
    stage.shows("In all ").shows("The task · ").shows("characters, about");
}

#[test]
fn a_broken_prompt_of_the_folder_keeps_nobody_from_asking() {
    let broken = ("prompts/it/draft.toml", "system = \"Scrivi\"\nlayers = [\"tutto\"]\n");
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain([broken]).collect();
    let stage = Stage::suggesting(Language::Italian, &files, Canned::saying(TEXTS.to_vec()));
    stage.press("a").type_text(" di lana").press("Enter").shows("Uno torna a casa.");
}

#[test]
fn suggestions_for_an_empty_slot_become_a_post_with_the_first_accepted_sentence() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::saying(TEXTS.to_vec()));
    let stage = stage.press("l l a").type_text("Telai").press("Enter");
    let idea = stage.only("telai");
    assert!(idea.starts_with("ideas/"), "{idea}");
    let stage = stage.press("y");
    let post = stage.only("telai");
    assert!(post.starts_with("posts/2026/W48/telai."), "{post}");
    let text = stage.file(&post);
    assert!(text.contains("when = 2026-11-27T12:30:00\n"), "{text}");
    assert!(text.contains("Uno torna a casa."), "{text}");
    let stage = stage.press("u");
    assert!(stage.only("telai").starts_with("ideas/"), "{:?}", stage.files(""));
    // The cursor stands on the post that has come to stand there.
    stage.press("y Esc").shows("programmato").press("e").shows("[comune]");
}

#[test]
fn what_was_asked_for_a_place_and_not_taken_is_said_to_wait_with_the_ideas() {
    for (language, said) in [
        (Language::Italian, "le bozze aspettano tra le idee, m ne porta qui una"),
        (Language::English, "the drafts wait with the ideas, m puts one here"),
    ] {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(TEXTS.to_vec()));
        let stage = stage.press("l l a").type_text("Telai").press("Enter Esc").shows(said);
        let stage = stage.press("m Enter");
        assert!(stage.only("telai").starts_with("posts/2026/W48/telai."), "{:?}", stage.files(""));
    }
}

#[test]
fn what_had_arrived_when_somebody_left_is_said_to_wait_with_the_ideas_too() {
    for (language, said) in [
        (Language::Italian, "le bozze aspettano tra le idee, m ne porta qui una"),
        (Language::English, "the drafts wait with the ideas, m puts one here"),
    ] {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::stuck_after(HALF));
        let stage = stage.press("l l a").type_text("Telai").press_now("Enter").until_shows("E mez");
        let stage = stage.press("q").shows(said);
        let idea = stage.only("telai");
        assert!(idea.starts_with("ideas/"), "{idea}");
        assert!(!stage.files("drafts").is_empty());
        // Before a word has come there is nothing that could wait.
        let stage = Stage::suggesting(language, BOTTEGA, Canned::stuck_after(""));
        let stage = stage.press("l l a").type_text("Telai").press_now("Enter");
        assert_eq!(stage.press("q").hides(said).diff(), "");
    }
}

#[test]
fn letters_choose_in_the_brief_and_digits_say_how_many() {
    for (language, notes) in [(Language::Italian, "s"), (Language::English, "y")] {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(TEXTS.to_vec()));
        let stage = stage.press("a Down Down Down").type_text("blue").press("Down e");
        // Bluesky has threads, so that there is a row for them.
        let stage = stage.press("Down Down 2 Down").press(notes).press("Enter");
        let drafts = stage.files("drafts");
        assert_eq!(drafts.len(), 2, "{drafts:?}");
        for path in drafts {
            let draft = stage.file(&path);
            for line in ["channel = \"bs\"", "lang = \"en\"", "notes = true"] {
                assert!(draft.contains(line), "{line} in {draft}");
            }
        }
    }
}

const HALF: &str = "Una frase. E mez";

#[test]
fn esc_stops_the_stream_and_keeps_the_fragment() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::stuck_after(HALF));
    let stage = stage.press("a").type_text(" lenta").press_now("Enter").until_shows("E mez");
    let stage = stage.press("Esc").shows("frammento");
    assert_eq!(stage.files("drafts").len(), 3, "{:?}", stage.files(""));
    let stage = stage.press("y");
    assert!(stage.file(LANA).contains("Una frase."), "{}", stage.file(LANA));
}

#[test]
fn an_answer_cut_by_its_length_says_so_waits_for_nobody_and_is_never_taken_whole() {
    let canned = Canned::cut_after(HALF);
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, canned.clone());
    let stage = stage.press("a").type_text(" corta").press("Enter");
    let stage = stage.shows("frammento: tagliato dal");
    assert_eq!(drafts(&stage).matches("ended = \"cut\"").count(), 3, "{}", drafts(&stage));
    let stage = stage.press("Y").shows("È un frammento: prendi le frasi intere una per una con y");
    let stage = stage.press("j y").shows("Questa frase è rimasta a metà: premi e");
    assert!(stage.file(LANA).contains("text = \"\""), "{}", stage.file(LANA));
    let stage = stage.press("q").shows("settimana 48").hides("da valutare");
    let stage = stage.press("a").shows("frammento: tagliato dal");
    let stage = stage.press("k y");
    assert!(stage.file(LANA).contains("Una frase."), "{}", stage.file(LANA));
    assert!(!stage.file(LANA).contains("E mez"), "{}", stage.file(LANA));
    let stage = Stage::suggesting(Language::English, BOTTEGA, canned);
    let stage = stage.press("a").type_text(" short").press("Enter");
    stage.shows("a fragment: cut by").press("Y").shows("It is a fragment");
}

const REPLY: &str = "post = \"k3f9q7ab\"\nat = 2026-11-22T10:00:00Z\ntext = \"Sì, anche \
    sabato. Ti aspettiamo!\"\n\n[brief]\ntask = \"reply\"\ntopic = \"Siete aperti sabato?\"\n\n\
    [source]\nprovider = \"openai\"\nmodel = \"prova\"\n";

#[test]
fn a_reply_is_copied_and_never_enters_the_post_it_stands_under() {
    let reply = ("drafts/k3f9q7ab/9v8w7x6y.toml", REPLY);
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain([reply]).collect();
    let stage = Stage::suggesting(Language::Italian, &files, Canned::silent()).press("a");
    let stage = stage.shows("in risposta a: «Siete aperti sabato?»");
    let stage = stage.press("y").shows("nel post non entra: premi Y");
    let stage = stage.press("e").shows("nel post non entra: premi Y").press("Y");
    assert!(!stage.file(LANA).contains("sabato"), "{}", stage.file(LANA));
    assert_eq!(drafts(&stage).matches("verdict = \"accepted\"").count(), 1);
    let stage = stage.press("u");
    assert_eq!(drafts(&stage).matches("verdict").count(), 0);
}

#[test]
fn an_instruction_that_came_to_nothing_comes_back_in_its_line() {
    let suggestion = ("drafts/k3f9q7ab/9v8w7x6y.toml", WITH_HEADLINE);
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain([suggestion]).collect();
    for (language, asks) in
        [(Language::Italian, "Un altro, ma"), (Language::English, "Another one, but")]
    {
        let stage = Stage::suggesting(language, &files, Canned::gone()).press("a c");
        let stage = stage.shows(asks).type_text("senza domanda finale").press("Enter");
        let stage = stage.shows("192.0.2.1:8080").shows(asks).shows("senza domanda finale");
        assert_eq!(stage.press("Esc").hides(asks).files("drafts").len(), 1);
    }
}

const WITH_BLANK: &str = "post = \"k3f9q7ab\"\nat = 2026-11-22T10:00:00Z\ntext = \"La lana torna. \
    Da quando: […].\"\n\n[brief]\ntopic = \"Lana\"\n\n[source]\nprovider = \"composer\"\nmodel = \
    \"composer-5\"\n";

#[test]
fn a_blank_is_filled_by_a_hand_and_taken_by_no_key() {
    let suggestion = ("drafts/k3f9q7ab/9v8w7x6y.toml", WITH_BLANK);
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain([suggestion]).collect();
    for (language, says, refuses) in [
        (Language::Italian, "e riempie gli spazi", "C’è uno spazio da riempire: premi e"),
        (Language::English, "e fills what is left open", "Something is left open in it: press e"),
    ] {
        let stage = Stage::suggesting(language, &files, Canned::silent()).press("a").shows(says);
        let stage = stage.press("Y");
        assert!(stage.file(LANA).contains("text = \"La lana torna.\""), "{}", stage.file(LANA));
        let stage = stage.press("y").shows(refuses);
        let stage = stage.press("e").type_text("lunedì").press("Enter").hides(says);
        let post = stage.file(LANA);
        assert!(post.contains("La lana torna. Da quando: lunedì."), "{post}");
        let stage = stage.press("u u");
        assert!(stage.file(LANA).contains("text = \"\""), "{}", stage.file(LANA));
    }
}

const WITH_HEADLINE: &str = "post = \"k3f9q7ab\"\nat = 2026-11-22T10:00:00Z\ntext = \"La lana \
    torna.\"\nheadline = \"Un ritorno\"\nfirst_comment = \"Chi passa?\"\nhashtags = [\"lana\"]\n\n\
    [brief]\ntopic = \"Lana\"\n\n[source]\nprovider = \"openai\"\nmodel = \"prova\"\n";

#[test]
fn what_is_rejected_is_named_as_what_it_is() {
    let suggestion = ("drafts/k3f9q7ab/9v8w7x6y.toml", WITH_HEADLINE);
    let files: Vec<(&str, &str)> = BOTTEGA.iter().copied().chain([suggestion]).collect();
    for (language, said) in [
        (
            Language::Italian,
            ["Titolo scartato", "Frase scartata", "Hashtag scartati", "Primo commento scartato"],
        ),
        (
            Language::English,
            [
                "Headline rejected",
                "Sentence rejected",
                "Hashtags rejected",
                "First comment rejected",
            ],
        ),
    ] {
        let mut stage = Stage::suggesting(language, &files, Canned::silent()).press("a");
        for said in said {
            stage = stage.press("n Enter").shows(said);
        }
        let undone = said[3].to_lowercase();
        assert_eq!(drafts(&stage).matches("verdict = \"rejected\"").count(), 4);
        let stage = stage.press("u").shows(&format!(": {undone}"));
        stage.press("y").shows(if language == Language::Italian {
            "Primo commento accettato"
        } else {
            "First comment accepted"
        });
    }
}

#[test]
fn a_stream_that_is_left_alone_leaves_what_had_arrived() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::stuck_after(HALF));
    let stage = stage.press("a").type_text(" lenta").press_now("Enter");
    let all = |screen: &str| screen.matches("E mez").count() == 3;
    let stage = stage.until("three streams", all).press("q").shows("settimana 48");
    assert_eq!(stage.files("drafts").len(), 3, "{:?}", stage.files(""));
}

#[test]
fn a_source_that_does_not_answer_is_said_in_words() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::gone());
    let stage = stage.press("a").type_text(" muta").press("Enter").shows("192.0.2.1:8080");
    assert_eq!(stage.press("Esc").shows("settimana 48").diff(), "");
}
