//! What is said when, told as stories of a few keys.

use super::*;
use crate::i18n::Language;

struct Ear {
    teller: Teller,
    words: Words,
    turn: u64,
}

impl Ear {
    fn new(language: Language) -> Self {
        Self { teller: Teller::default(), words: Words::new(language), turn: 0 }
    }

    /// What is heard after a key that leads to this.
    fn hears(&mut self, depth: usize, said: &Said) -> Vec<String> {
        self.turn += 1;
        self.hears_by_itself(depth, said, None)
    }

    /// What is heard without a key.
    fn hears_by_itself(&mut self, depth: usize, said: &Said, notice: Option<&str>) -> Vec<String> {
        let spoken = Spoken {
            depth,
            said: said.clone(),
            notice: notice.map(str::to_owned),
            turn: self.turn,
            hints: String::new(),
        };
        self.teller.tell(spoken, &self.words)
    }
}

fn week(cards: &[&str], here: &str) -> Said {
    Said {
        place: "settimana 48".to_owned(),
        live: true,
        lines: cards.iter().map(|&card| card.to_owned()).collect(),
        here: vec![here.to_owned()],
        ..Said::default()
    }
}

fn writing(text: &str, cursor: usize) -> Said {
    let typing = Typing { text: text.to_owned(), cursor, ..Typing::default() };
    Said { place: "Testo".to_owned(), typing: Some(typing), ..Said::default() }
}

#[test]
fn arriving_says_everything_and_moving_says_only_where_one_stands() {
    let mut ear = Ear::new(Language::Italian);
    let cards = ["lun: Gomitoli", "mar: Lancio"];
    assert_eq!(
        ear.hears(0, &week(&cards, cards[0])),
        ["settimana 48", "lun: Gomitoli", "mar: Lancio", "qui: lun: Gomitoli"]
    );
    assert_eq!(ear.hears(0, &week(&cards, cards[1])), ["mar: Lancio"]);
}

#[test]
fn a_key_that_changes_nothing_is_answered_and_silence_stays_silent() {
    let mut ear = Ear::new(Language::Italian);
    let here = week(&["lun: Gomitoli"], "lun: Gomitoli");
    ear.hears(0, &here);
    assert_eq!(ear.hears(0, &here), ["lun: Gomitoli"]);
    assert!(ear.hears_by_itself(0, &here, None).is_empty());
}

#[test]
fn coming_back_says_where_one_is_and_what_is_new_there() {
    let mut ear = Ear::new(Language::English);
    ear.hears(0, &week(&["a", "b"], "a"));
    assert_eq!(ear.hears(2, &Said::at("Help")), ["Help"]);
    assert_eq!(ear.hears(0, &week(&["a", "b", "c"], "a")), ["settimana 48", "c", "a"]);
    // Left and opened again, the help is somewhere to arrive.
    assert_eq!(ear.hears(2, &Said::at("Help")), ["Help"]);
}

#[test]
fn of_a_text_that_grew_only_the_new_words_are_said() {
    let mut ear = Ear::new(Language::Italian);
    ear.hears(0, &week(&["tu: La lana."], "a"));
    let heard = ear.hears(0, &week(&["tu: La lana. Torna a casa."], "a"));
    assert_eq!(heard, ["… Torna a casa."]);
}

#[test]
fn the_same_notice_is_said_again_only_after_another_key() {
    let mut ear = Ear::new(Language::Italian);
    let here = week(&["a"], "a");
    ear.hears(0, &here);
    assert_eq!(ear.hears_by_itself(0, &here, Some("Spostato")), ["Spostato"]);
    assert!(ear.hears_by_itself(0, &here, Some("Spostato")).is_empty());
    ear.turn += 1;
    assert_eq!(ear.hears_by_itself(0, &here, Some("Spostato")), ["Spostato"]);
}

#[test]
fn a_word_is_said_when_it_is_finished() {
    let mut ear = Ear::new(Language::Italian);
    assert_eq!(ear.hears(2, &writing("La", 2)), ["Testo", "La", "cursore alla fine"]);
    assert!(ear.hears(2, &writing("La l", 4)).len() == 1);
    let mut ear = Ear::new(Language::Italian);
    ear.hears(2, &writing("", 0));
    let text = "C'è lana.";
    let heard: Vec<String> = text
        .char_indices()
        .flat_map(|(at, letter)| {
            let end = at + letter.len_utf8();
            ear.hears(2, &writing(&text[..end], end))
        })
        .collect();
    assert_eq!(heard, ["C'è", "lana."]);
}

#[test]
fn what_is_deleted_pasted_and_passed_over_has_a_name() {
    let mut ear = Ear::new(Language::Italian);
    ear.hears(2, &writing("La lana", 7));
    assert_eq!(ear.hears(2, &writing("La lan", 6)), ["cancellato: a"]);
    assert_eq!(ear.hears(2, &writing("La lana grezza", 14)), ["inserito: a grezza"]);
    assert_eq!(ear.hears(2, &writing("La lana grezza", 13)), ["a"]);
    assert_eq!(ear.hears(2, &writing("La lana grezza", 8)), ["grezza"]);
    assert_eq!(ear.hears(2, &writing("La lana grezza", 7)), ["spazio"]);
    assert_eq!(ear.hears(2, &writing("La lana grezza", 14)), ["fine del testo"]);
}

#[test]
fn another_line_is_read_and_a_selection_is_quoted() {
    let mut ear = Ear::new(Language::English);
    let text = "First\n\nThird";
    assert_eq!(
        ear.hears(2, &writing(text, 1)),
        ["Testo", "First", "Third", "cursor on line 1 of 3"]
    );
    assert_eq!(ear.hears(2, &writing(text, 6)), ["blank line"]);
    assert_eq!(ear.hears(2, &writing(text, 7)), ["Third"]);
    let mut selected = writing(text, 12);
    selected.typing.as_mut().expect("it is typed").selection = 7..12;
    assert_eq!(ear.hears(2, &selected), ["selected: Third"]);
    assert_eq!(ear.hears(2, &writing(text, 12)), ["nothing selected"]);
}

#[test]
fn what_comes_to_lie_there_brings_the_keys_that_work_on_it() {
    let mut ear = Ear::new(Language::English);
    let page = |lines: &[&str]| Said {
        place: "To approve".to_owned(),
        live: true,
        lines: lines.iter().map(|&line| line.to_owned()).collect(),
        ..Said::default()
    };
    let mut hears = |said: Said, hints: &str| {
        let (notice, turn, hints) = (None, ear.turn, hints.to_owned());
        ear.teller.tell(Spoken { depth: 1, said, notice, turn, hints }, &ear.words)
    };
    let awaited = hears(page(&["Reading the file…"]), "Esc close");
    assert!(awaited.last().is_some_and(|line| line.contains("Esc close")), "{awaited:?}");
    let there = hears(page(&["La lana torna a casa."]), "y approve, Esc close");
    assert!(there.last().is_some_and(|line| line.contains("y approve")), "{there:?}");
    let same = hears(page(&["La lana torna a casa."]), "n next post");
    assert!(same.is_empty(), "nothing came: {same:?}");
}
