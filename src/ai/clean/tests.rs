//! Answers as small models really give them.

use super::*;

fn text(raw: &str) -> String {
    clean(raw).text
}

#[test]
fn the_wrapping_goes_and_the_post_stays() {
    for raw in [
        "La lana torna a casa.",
        "  \nLa lana torna a casa.\n\n",
        "Ecco una bozza per Instagram:\n\nLa lana torna a casa.",
        "Certo!\nEcco il post:\n\nLa lana torna a casa.",
        "**Bozza 1:**\nLa lana torna a casa.",
        "Here is a draft for you:\n\"La lana torna a casa.\"",
        "```\nLa lana torna a casa.\n```",
        "```text\r\nLa lana torna a casa.\r\n```",
        "«La lana torna a casa.»",
        "**La lana** torna a casa.",
        "La lana torna a casa.\n\nFammi sapere se vuoi un tono diverso!",
    ] {
        assert_eq!(text(raw), "La lana torna a casa.", "{raw:?}");
    }
}

#[test]
fn what_may_belong_to_the_post_stays() {
    for raw in [
        "Ecco i nostri orari:\ndal martedì al sabato",
        "«Ciao» disse la lana. E noi: «Ciao»",
        "Fammi sapere nei commenti.",
        "Prezzi:\n89 € la sciarpa",
        "Un asterisco ** solo.",
        "#lana è la parola del giorno",
    ] {
        assert_eq!(text(raw), raw);
    }
}

#[test]
fn hashtags_of_the_last_line_are_taken_apart() {
    let cleaned = clean("La lana torna a casa.\n\n#lana, #BottegaAurora #caffè_lento");
    assert_eq!(cleaned.text, "La lana torna a casa.");
    assert_eq!(cleaned.hashtags, ["lana", "BottegaAurora", "caffè_lento"]);
}

#[test]
fn however_an_answer_is_split_the_preview_is_the_same() {
    let raw = "Ecco il testo:\n\nLa lana è «a casa».\nDa lunedì.\n#lana";
    let all: Vec<char> = raw.chars().collect();
    for cut in 0..=all.len() {
        let (a, b) = (all[..cut].iter().collect::<String>(), all[cut..].iter().collect::<String>());
        let mut cleaner = Cleaner::default();
        let shown = cleaner.push(&a) + &cleaner.push(&b) + &cleaner.rest();
        assert_eq!(shown, "La lana è «a casa».\nDa lunedì.\n#lana", "cut at {cut}");
        assert_eq!(cleaner.finish().text, "La lana è «a casa».\nDa lunedì.");
    }
}

#[test]
fn words_that_begin_no_preface_are_shown_at_once_and_those_that_may_wait() {
    let mut cleaner = Cleaner::default();
    assert_eq!(cleaner.push("La"), "", "the word may go on");
    assert_eq!(cleaner.push(" lana"), "La lana");
    assert_eq!(cleaner.push(" torna"), " torna");
    assert_eq!(cleaner.rest(), "");
    for waits in ["Ecco la lana nuova", "Certo, la lana", "**Post", "```", "Here's wool"] {
        let mut cleaner = Cleaner::default();
        assert_eq!(cleaner.push(waits), "", "{waits}");
        assert_eq!(cleaner.rest(), waits);
        assert_eq!(cleaner.rest(), "");
    }
}
