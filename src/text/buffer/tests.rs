//! Editing as text, keys, text. `|` is the cursor, `⟨…⟩` a selection; keys are words,
//! `'ciao` types four letters one by one, `paste:…` pastes; in both `_` is a space, `⏎` a
//! line feed, `␍` a carriage return, `␌` a break between messages.

use super::*;
use crate::text::{Motion, graphemes};
use proptest::prelude::*;

const FAMILY: &str = "👨‍👩‍👧‍👦";

fn parse(marked: &str) -> Buffer {
    let marked = &marked.replace('␌', "\u{c}");
    let strip = |mark: &[char]| {
        let at = marked.find(mark)?;
        let others = marked[..at].matches(['|', '⟨', '⟩']);
        Some(at - others.map(str::len).sum::<usize>())
    };
    let mut buffer = Buffer::new(marked.replace(['|', '⟨', '⟩'], ""));
    let cursor = strip(&['|']).expect("every text has a cursor");
    match (strip(&['⟨']), strip(&['⟩'])) {
        (Some(start), Some(end)) => {
            buffer.move_to(if cursor == start { end } else { start }, false);
            buffer.move_to(cursor, true);
        }
        _ => buffer.move_to(cursor, false),
    }
    buffer
}

fn show(buffer: &Buffer) -> String {
    let mut shown = buffer.text().to_owned();
    let cursor = buffer.cursor();
    if let Some(range) = buffer.selection() {
        let (open, close) = if cursor == range.start { ("⟨|", "⟩") } else { ("⟨", "|⟩") };
        shown.insert_str(range.end, close);
        shown.insert_str(range.start, open);
    } else {
        shown.insert(cursor, '|');
    }
    shown.replace('\u{c}', "␌")
}

fn press(buffer: &mut Buffer, key: &str, cells: usize) {
    let spelled = |text: &str| {
        text.replace('_', " ").replace('⏎', "\n").replace('␍', "\r").replace('␌', "\u{c}")
    };
    if let Some(typed) = key.strip_prefix('\'') {
        for grapheme in graphemes(&spelled(typed)) {
            buffer.apply(Edit::Type(grapheme.to_owned()));
        }
        return;
    }
    if let Some(pasted) = key.strip_prefix("paste:") {
        buffer.apply(Edit::Paste(spelled(pasted)));
        return;
    }
    let (select, name) = key.strip_prefix("S-").map_or((false, key), |name| (true, name));
    let motion = match name {
        "left" => Motion::Left,
        "right" => Motion::Right,
        "up" => Motion::Up,
        "down" => Motion::Down,
        "word-left" => Motion::WordLeft,
        "word-right" => Motion::WordRight,
        "home" => Motion::RowStart,
        "end" => Motion::RowEnd,
        "page-up" => Motion::PageUp,
        "page-down" => Motion::PageDown,
        "top" => Motion::Start,
        "bottom" => Motion::End,
        _ => {
            buffer.apply(match name {
                "enter" => Edit::NewLine,
                "break" => Edit::Break,
                "back" => Edit::DeleteBack,
                "delete" => Edit::DeleteForward,
                "word-back" => Edit::DeleteWordBack,
                "word-delete" => Edit::DeleteWordForward,
                "cut" => Edit::DeleteSelection,
                "all" => Edit::SelectAll,
                "none" => Edit::SelectNone,
                "undo" => Edit::Undo,
                "redo" => Edit::Redo,
                other => panic!("no such key: {other}"),
            });
            return;
        }
    };
    let layout = buffer.layout(cells, 3);
    buffer.motion(motion, select, &layout);
}

#[track_caller]
fn check_in(cells: usize, before: &str, keys: &str, after: &str) {
    let mut buffer = parse(before);
    for key in keys.split_whitespace() {
        press(&mut buffer, key, cells);
    }
    assert_eq!(show(&buffer), after, "{before:?} {keys}");
}

#[track_caller]
fn check(before: &str, keys: &str, after: &str) {
    check_in(10, before, keys, after);
}

#[test]
fn one_backspace_deletes_one_grapheme() {
    for whole in [FAMILY, "🇮🇹", "❤️", "👍🏽", "1️⃣", "e\u{301}", "à", "日"] {
        check(&format!("a{whole}|b"), "back", "a|b");
        check(&format!("a|{whole}b"), "delete", "a|b");
    }
    check("|a", "back", "|a");
    check("a|", "delete", "a|");
}

#[test]
fn the_cursor_steps_over_whole_graphemes() {
    check(&format!("a|{FAMILY}b"), "right", &format!("a{FAMILY}|b"));
    check("a🇮🇹|b", "left", "a|🇮🇹b");
    check("|", "left right up down home end", "|");
}

#[test]
fn the_cursor_is_drawn_behind_what_it_stands_behind() {
    for (marked, column) in [
        (format!("a{FAMILY}|b"), 3),
        ("سلام|".into(), 4),
        ("e\u{301}e\u{301}|".into(), 2),
        ("日本|".into(), 4),
        ("a\u{202e}|b".into(), 9),
    ] {
        let buffer = parse(&marked);
        let place = buffer.layout(20, 3).place(buffer.text(), buffer.cursor());
        assert_eq!(place, Place { row: 0, column }, "{marked:?}");
    }
}

#[test]
fn down_and_up_follow_visual_rows_and_keep_their_column() {
    // In ten cells: "La lana ", "torna a ", "casa"; line feeds end rows too.
    check("La l|ana torna a casa", "down", "La lana torn|a a casa");
    check("La l|ana torna a casa", "down down", "La lana torna a casa|");
    check("La lan|a torna a casa", "down down up", "La lana torna |a casa");
    check("lungo|\nb\nlungo", "down down", "lungo\nb\nlungo|");
    check("lungo|\nb\nlungo", "down left down", "lungo\nb\n|lungo");
    check("ab|c\ndef", "up", "|abc\ndef");
    check("abc\nd|ef", "down", "abc\ndef|");
    check("日本|語\nabcdef", "down", "日本語\nabcd|ef");
    check("abc|\n日本語", "down", "abc\n日|本語");
    check("a\n|", "up down", "a\n|");
}

#[test]
fn home_and_end_are_those_of_the_visual_row() {
    check("La lana to|rna a casa", "home", "La lana |torna a casa");
    check("La lana to|rna a casa", "end", "La lana torna a| casa");
    check("una\nriga| qui\n", "end", "una\nriga qui|\n");
    check("La lana to|rna", "top", "|La lana torna");
    check("La lana to|rna", "bottom", "La lana torna|");
}

#[test]
fn pages_are_as_high_as_the_box() {
    check("a\nb|\nc\nd\ne\nf", "page-down", "a\nb\nc\nd\ne|\nf");
    check("a\nb\nc\nd\ne|\nf", "page-up", "a\nb|\nc\nd\ne\nf");
    check("a\nb|", "page-up page-up", "|a\nb");
}

#[test]
fn words_are_stepped_over_as_people_expect() {
    check("|La lana, torna", "word-right word-right", "La lana|, torna");
    check("La lana|, torna", "word-right word-right", "La lana, torna|");
    check("La lana, torna|", "word-left word-left", "La lana|, torna");
    check("perche\u{301} no|", "word-left word-left", "|perche\u{301} no");
    check(&format!("ciao {FAMILY}{FAMILY}|"), "word-left", &format!("ciao {FAMILY}|{FAMILY}"));
    check("uno|\n\n  due", "word-right", "uno\n\n  due|");
    check("uno\n\n  |due", "word-left", "|uno\n\n  due");
    check("Costa |3,50 €", "word-right", "Costa 3,50| €");
}

#[test]
fn words_are_deleted_whole() {
    check("La lana torna|", "word-back", "La lana |");
    check("La lana |torna", "word-back", "La |torna");
    check("La |lana torna", "word-delete", "La | torna");
    check("uno\n|due", "word-back", "uno|due");
    check("uno|\ndue", "word-delete", "uno|due");
    check("ciao 🧶|", "word-back", "ciao |");
}

#[test]
fn selection_grows_shrinks_and_collapses() {
    check("La |lana", "S-right S-right", "La ⟨la|⟩na");
    check("La ⟨la|⟩na", "S-left", "La ⟨l|⟩ana");
    check("La ⟨la|⟩na", "left", "La |lana");
    check("La ⟨|la⟩na", "right", "La la|na");
    check("La |lana", "S-word-right", "La ⟨lana|⟩");
    check("La |lana torna", "S-down", "La ⟨lana tor|⟩na");
    check("La l|ana", "all", "⟨La lana|⟩");
    check("La ⟨la|⟩na", "none", "La la|na");
    check("La |lana", "S-right S-left", "La |lana");
}

#[test]
fn what_is_selected_is_replaced_or_removed() {
    check("La ⟨lana|⟩ torna", "'seta", "La seta| torna");
    check("La ⟨lana|⟩ torna", "back", "La | torna");
    check("La ⟨|lana⟩ torna", "word-delete", "La | torna");
    check("La ⟨lana|⟩ torna", "cut undo", "La ⟨lana|⟩ torna");
    check("La ⟨lana|⟩ torna", "paste:s⏎t", "La s\nt| torna");
    assert_eq!(parse("La ⟨lana|⟩").selected_text(), Some("lana"));
}

#[test]
fn typing_is_undone_word_by_word() {
    check("|", "'hello_world undo", "hello |");
    check("|", "'hello_world undo undo", "|");
    check("|", "'hello_world undo undo redo", "hello |");
    check("|", "'hello_world undo redo redo undo", "hello |");
    check("ciao bella|", "back back back back back undo", "ciao bella|");
    check("ciao bella|", "back back back back back back back undo", "ciao |");
    check("|ciao bella", "delete delete delete delete delete delete undo", "|bella");
    check("|", "'a enter 'b undo undo", "a|");
}

#[test]
fn undo_never_joins_typing_across_a_movement() {
    check("|", "'ab left right 'cd undo", "ab|");
    check("|", "'ab home 'cd undo", "|ab");
    check("|", "'ab undo 'cd undo", "|");
    check("|", "'ab undo 'c redo", "c|");
}

#[test]
fn a_paste_is_clean_and_one_step() {
    check("a|b", "paste:1␍⏎2␍3⏎4", "a1\n2\n3\n4|b");
    check("a|b", "'x paste:1␍⏎2 undo", "ax|b");
    check("a|b", "paste:", "a|b");
    let mut line = Buffer::one_line("");
    press(&mut line, "paste:a␍⏎b⏎c", 10);
    press(&mut line, "enter", 10);
    assert_eq!(line.text(), "a b c");
}

#[test]
fn a_break_parts_two_messages_without_the_space_around_it() {
    check("Uno. |Due.", "break", "Uno.␌|Due.");
    check("Uno.⟨ E poi. |⟩Due.", "break 'x", "Uno.␌x|Due.");
    check("Uno.\n\n|\nDue.", "break undo", "Uno.\n\n|\nDue.");
    check("Uno.|", "break break 'Tre. undo undo", "Uno.␌|");
    let mut line = Buffer::one_line("Uno.");
    assert!(!line.apply(Edit::Break));
}

#[test]
fn deleting_a_break_joins_and_deleting_by_word_stops_there() {
    check("Uno.␌|Due.", "back", "Uno.|Due.");
    check("Uno.|␌Due.", "delete", "Uno.|Due.");
    check("Uno.␌|Due.", "word-back", "Uno.|Due.");
    check("Uno |␌Due.", "word-delete undo", "Uno |␌Due.");
    check("Uno␌|Due", "word-left", "|Uno␌Due");
}

#[test]
fn breaks_that_are_pasted_are_blank_lines() {
    check("a|b", "paste:1␌2", "a1\n\n2|b");
}

#[test]
fn no_cursor_stands_in_a_break() {
    check("Uno|␌Due", "down", "Uno␌Due|");
    check("Uno␌D|ue", "up left", "|Uno␌Due");
    check("␌|", "up", "|␌");
    check("|␌", "down page-up end", "|␌");
    check("Un|o␌Due", "end right", "Uno␌|Due");
    let buffer = Buffer::new("Uno\u{c}Due");
    let layout = buffer.layout(10, 3);
    let place = |at| layout.place(buffer.text(), at);
    assert_eq!((place(3), place(4)), (Place { row: 0, column: 3 }, Place { row: 2, column: 0 }));
    assert_eq!(layout.position(buffer.text(), Place { row: 1, column: 2 }), 3);
}

#[test]
fn a_megabyte_is_pasted_in_one_breath_and_undone() {
    let megabyte = "La lana torna a casa.\r\n".repeat(45_000);
    let mut buffer = Buffer::new("x");
    assert!(buffer.apply(Edit::Paste(megabyte)));
    assert!(buffer.text().len() > 980_000 && !buffer.text().contains('\r'));
    buffer.apply(Edit::Undo);
    assert_eq!(show(&buffer), "x|");
}

#[test]
fn joining_two_halves_of_an_emoji_leaves_the_cursor_beside_it() {
    check("🇮x|🇹", "back", "🇮🇹|");
    check("👩|", "paste:\u{200d}👧", "👩\u{200d}👧|");
    check("e|", "'\u{301}", "e\u{301}|");
}

#[test]
fn apply_says_whether_the_text_is_another() {
    let mut buffer = Buffer::new("a");
    assert!(buffer.apply(Edit::DeleteBack) && buffer.can_undo());
    assert!(!buffer.apply(Edit::DeleteBack));
    assert!(!buffer.apply(Edit::SelectAll));
    assert!(buffer.apply(Edit::Undo) && !buffer.can_undo() && buffer.can_redo());
    assert!(!buffer.apply(Edit::Undo));
}

#[test]
fn find_goes_round_and_does_not_mind_accents() {
    let mut buffer = parse("|Perché no? PERCHE sì, perche\u{301}.");
    let mut found = Vec::new();
    for find in [Find::Here, Find::Here, Find::Next, Find::Next, Find::Next, Find::Previous] {
        let which = buffer.find("perché", find).expect("it is there");
        found.push((which.number, buffer.selected_text().expect("selected").to_owned()));
    }
    let numbers: Vec<_> = found.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [1, 1, 2, 3, 1, 3]);
    assert_eq!(found[3].1, "perche\u{301}");
    let before = show(&buffer);
    assert_eq!(buffer.find("seta", Find::Next), None);
    assert_eq!(show(&buffer), before);
}

#[test]
fn the_mouse_hits_what_is_drawn() {
    let click = |marked: &str, row, column, clicks, select| {
        let mut buffer = parse(marked);
        let layout = buffer.layout(10, 3);
        buffer.click(Click { place: Place { row, column }, clicks, select }, &layout);
        show(&buffer)
    };
    let text = "|La lana torna a\ncasa 日本";
    assert_eq!(click(text, 1, 2, 1, false), "La lana to|rna a\ncasa 日本");
    assert_eq!(click(text, 0, 40, 1, false), "La lana| torna a\ncasa 日本");
    assert_eq!(click(text, 9, 0, 1, false), "La lana torna a\ncasa 日本|");
    assert_eq!(click(text, 2, 6, 1, false), "La lana torna a\ncasa |日本");
    assert_eq!(click(text, 0, 5, 1, true), "⟨La la|⟩na torna a\ncasa 日本");
    assert_eq!(click(text, 1, 2, 2, false), "La lana ⟨torna|⟩ a\ncasa 日本");
    assert_eq!(click(text, 1, 2, 3, false), "⟨La lana torna a|⟩\ncasa 日本");
}

#[test]
fn a_layout_of_an_earlier_text_is_not_believed() {
    let mut buffer = Buffer::new("una riga lunga di parole");
    let stale = buffer.layout(10, 3);
    buffer.apply(Edit::SelectAll);
    buffer.apply(Edit::Type("é".into()));
    buffer.motion(Motion::Up, false, &stale);
    assert_eq!(show(&buffer), "|é");
}

fn span(id: u32, range: Range<usize>, inside: Inside) -> Span {
    Span { id: SpanId(id), range, inside }
}

/// The words the spans lie on, in order.
fn marked_words(buffer: &Buffer) -> Vec<&str> {
    buffer.spans().iter().map(|span| &buffer.text()[span.range.clone()]).collect()
}

#[test]
fn spans_stay_on_their_words_and_come_back_through_undo() {
    let mut buffer = parse("|La lana torna a casa");
    buffer.add_span(span(1, 3..7, Inside::Grows));
    buffer.add_span(span(2, 8..13, Inside::Tears));
    press(&mut buffer, "'Ecco:_", 10);
    assert_eq!(marked_words(&buffer), ["lana", "torna"]);
    buffer.move_to("Ecco: La lana".len(), false);
    press(&mut buffer, "'xy", 10);
    assert_eq!(marked_words(&buffer), ["lana", "torna"], "typing at an end is outside");
    buffer.move_to("Ecco: La la".len(), false);
    press(&mut buffer, "'__", 10);
    assert_eq!(marked_words(&buffer), ["la  na", "torna"]);
    buffer.move_to("Ecco: La la  naxy tor".len(), false);
    press(&mut buffer, "'--", 10);
    assert_eq!(marked_words(&buffer), ["la  na", "tor", "na"], "a torn span has two parts");
    press(&mut buffer, "all", 10);
    press(&mut buffer, "back", 10);
    assert_eq!(marked_words(&buffer), [""; 0]);
    for _ in 0..5 {
        press(&mut buffer, "undo", 10);
    }
    assert_eq!(show(&buffer), "|La lana torna a casa");
    assert_eq!(marked_words(&buffer), ["lana", "torna"]);
}

#[test]
fn spans_taken_away_do_not_come_back() {
    let mut buffer = parse("La lana|");
    buffer.add_span(span(1, 3..7, Inside::Grows));
    press(&mut buffer, "word-back", 10);
    buffer.remove_spans(|id| id == SpanId(1));
    press(&mut buffer, "undo", 10);
    assert_eq!(marked_words(&buffer), [""; 0]);
    buffer.add_span(span(2, 3..99, Inside::Grows));
    buffer.add_span(span(3, 4..4, Inside::Grows));
    assert_eq!(marked_words(&buffer), [""; 0], "what is not in the text is no span");
}

fn any_key() -> impl Strategy<Value = String> {
    let keys = "left right up down word-left word-right home end page-up page-down top bottom \
                break break S-left S-right S-up S-down S-word-left S-end S-top enter back back back delete \
                word-back word-delete cut all none 'lana_torna 'è '👩 '\u{200d} '\u{301} '🇮 '🇹 \
                paste:a␍⏎b paste:⟨\u{202e}⟩ '__";
    let keys: Vec<String> = keys.split_whitespace().map(str::to_owned).collect();
    prop::sample::select(keys)
}

proptest! {
    #[test]
    fn undo_gives_back_text_and_spans_and_redo_the_rest(
        keys in prop::collection::vec(any_key(), 1..40),
        cells in 1usize..12,
        cuts in prop::collection::vec((0usize..40, 0usize..40, any::<bool>()), 0..5),
    ) {
        let text = "La lana 👩‍👧 torna a cafe\u{301}, 🇮🇹!\nDa lunedì.\n";
        let mut buffer = Buffer::new(text);
        for (id, (a, b, tears)) in (1..).zip(cuts) {
            let inside = if tears { Inside::Tears } else { Inside::Grows };
            let [a, b] = [a, b].map(|at| text.floor_char_boundary(at));
            buffer.add_span(span(id, a.min(b)..a.max(b), inside));
        }
        let spans = buffer.spans().to_vec();
        for key in &keys {
            press(&mut buffer, key, cells);
            prop_assert!(is_boundary(buffer.text(), buffer.cursor()), "{}", key);
            if let Some(range) = buffer.selection() {
                prop_assert!(is_boundary(buffer.text(), range.start));
                prop_assert!(is_boundary(buffer.text(), range.end));
            }
            let layout = buffer.layout(cells, 3);
            let place = layout.place(buffer.text(), buffer.cursor());
            prop_assert!(place.row < layout.rows().len() && place.column <= cells);
            prop_assert_eq!(layout.rows().last().map(|row| row.end), Some(buffer.text().len()));
            for span in buffer.spans() {
                prop_assert!(buffer.text().get(span.range.clone()).is_some_and(|on| !on.is_empty()));
            }
        }
        let written = (buffer.text().to_owned(), buffer.spans().to_vec());
        while buffer.apply(Edit::Undo) {}
        prop_assert_eq!((buffer.text(), buffer.spans()), (text, &spans[..]));
        while buffer.apply(Edit::Redo) {}
        prop_assert_eq!((buffer.text().to_owned(), buffer.spans().to_vec()), written);
        while buffer.apply(Edit::Undo) {}
        prop_assert_eq!((buffer.text(), buffer.spans()), (text, &spans[..]));
    }

    #[test]
    fn every_drawn_position_is_hit_where_it_is_drawn(text in "[ab è日\n\u{c}👩]{0,30}", cells in 2usize..9) {
        let buffer = Buffer::new(text);
        let layout = buffer.layout(cells, 3);
        let text = buffer.text();
        for (at, _) in crate::text::width::grapheme_indices(text) {
            let place = layout.place(text, at);
            // Spaces over the edge share the edge.
            if place.column < cells {
                prop_assert_eq!(layout.position(text, place), at);
            }
        }
    }
}
