//! Nothing hides, nothing is lost, nothing harmless is touched.

use super::super::width::graphemes;
use super::*;
use proptest::prelude::*;

/// What must hold for every text there is.
fn check(text: &str) {
    assert_eq!(shown_width(text), width(&reveal(text)), "{text:?}");
    let line = text.contains('\n').then(|| (reveal_line(text), false));
    for (shown, lines) in [(reveal(text), true)].into_iter().chain(line) {
        assert_eq!(unreveal(&shown), text, "lossless {text:?} → {shown:?}");
        for grapheme in graphemes(&shown) {
            if lines && grapheme == "\n" {
                continue;
            }
            assert!(!grapheme.contains(char::is_control), "{text:?} → {shown:?}");
            assert!(width(grapheme) > 0, "{text:?} → {shown:?}: {grapheme:?} takes no cell");
        }
    }
}

/// Ideographs, syllables, private use and unassigned planes: a sample of them is enough.
fn is_one_of_many(c: char) -> bool {
    let many = matches!(c, '\u{3400}'..='\u{d7a3}' | '\u{e000}'..='\u{f8ff}' | '\u{20000}'..)
        && !('\u{e0000}'..'\u{e1000}').contains(&c);
    many && u32::from(c) % 97 > 1
}

#[test]
fn every_character_between_two_letters_is_seen_and_comes_back() {
    let mut text = String::new();
    for c in '\0'..=char::MAX {
        if c >= '\u{20000}' && is_one_of_many(c) {
            continue;
        }
        text.clear();
        text.extend(['a', c, 'b']);
        check(&text);
    }
}

#[test]
fn every_character_of_the_basic_plane_is_seen_alone_and_on_an_emoji() {
    for c in ('\0'..='\u{ffff}').filter(|&c| !is_one_of_many(c)) {
        check(&c.to_string());
        check(&format!("👩{c}👩"));
    }
}

#[test]
fn dangerous_characters_become_marks() {
    for (text, expected) in [
        ("A\u{1b}]52;c;ZXZpbA==\u{7}B", "A␛]52;c;ZXZpbA==␇B"),
        ("abc\u{202e}fed", "abc⟨U+202E⟩fed"),
        ("la\u{200b}na", "la⟨U+200B⟩na"),
        ("la\u{ad}na", "la⟨U+00AD⟩na"),
        ("a\u{200d}b", "a⟨U+200D⟩b"),
        ("a\u{fe0f}b", "a⟨U+FE0F⟩b"),
        ("A\tB\r\nC", "A␉B␍\nC"),
        ("c1\u{9b}31m", "c1⟨U+009B⟩31m"),
        ("tag\u{e0041}", "tag⟨U+E0041⟩"),
        ("\u{301}a", "⟨U+0301⟩a"),
        ("a\u{1161}b", "a⟨U+1161⟩b"),
        ("\u{7f}", "␡"),
        // A mark that would lean on nothing, or on a bracket of ours.
        ("\u{1161}\u{fe0e}🏽", "⟨U+1161⟩⟨U+FE0E⟩🏽"),
    ] {
        assert_eq!(reveal(text), expected);
    }
}

#[test]
fn honest_text_stays_as_it_is_and_is_not_copied() {
    for text in [
        "La lana torna a casa.\nDa lunedì in bottega: 89 €.",
        "Famiglia 👨‍👩‍👧‍👦, cuore ❤️, pollice 👍🏽, bandiera 🇮🇹, uno 1️⃣, dottoressa 👩🏽‍⚕️, nuvola ☁︎",
        "perche\u{301} no\u{a0}grazie",
        "日本語 и кириллица सलाम",
    ] {
        assert!(matches!(reveal(text), Cow::Borrowed(same) if same == text), "{text:?}");
        assert!(invisibles(text).is_empty());
    }
}

#[test]
fn a_text_cannot_pretend_to_hold_marks() {
    assert_eq!(reveal("⟨U+202E⟩"), "⟨U+27E8⟩U+202E⟩");
    assert_eq!(reveal("␛[0m"), "⟨U+241B⟩[0m");
    assert_ne!(reveal("⟨U+202E⟩"), reveal("\u{202e}"));
    assert_eq!(unreveal("⟨U+zz⟩ ⟨U+110000⟩ ⟨"), "⟨U+zz⟩ ⟨U+110000⟩ ⟨");
}

#[test]
fn a_pile_of_marks_is_spelled_out_beyond_the_fifth() {
    let pile = format!("e{}", "\u{301}".repeat(7));
    assert_eq!(reveal(&pile), format!("e{}⟨U+0301⟩⟨U+0301⟩", "\u{301}".repeat(5)));
    assert_eq!(invisibles(&pile).first(), Some(&(11..15)));
    let pile = format!("e{}", "\u{301}".repeat(10_000));
    let spelled = "⟨U+0301⟩".repeat(9_995);
    assert_eq!(reveal(&pile), format!("e{}{spelled}", "\u{301}".repeat(5)));
    assert_eq!(unreveal(&reveal(&pile)), pile);
}

#[test]
fn one_line_text_shows_its_line_feeds() {
    assert_eq!(reveal_line("a\nb"), "a␊b");
    assert_eq!(reveal("a\nb"), "a\nb");
}

#[test]
fn invisibles_are_found_where_they_stand() {
    let text = "là\u{200b}\u{202e}na ⟨x⟩\n\u{feff}";
    let found: Vec<_> = invisibles(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, ["\u{200b}\u{202e}", "\u{feff}"]);
}

proptest! {
    #[test]
    fn any_text_is_seen_and_comes_back(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_of_troublesome_characters_is_seen_and_comes_back(
        text in "[ab\n\r\t⟨⟩␛U+0-9\u{1b}\u{200b}-\u{200f}\u{202e}\u{301}\u{fe0f}\u{fe0e}👩❤🏽🇮🇹\u{20e3}\u{e0020}\u{1161}क\u{94d}]{0,24}"
    ) {
        check(&text);
    }

    #[test]
    fn texts_that_differ_look_different(
        a in "[a⟨⟩␛U+20E\u{202e}\u{1b}]{0,8}",
        b in "[a⟨⟩␛U+20E\u{202e}\u{1b}]{0,8}",
    ) {
        prop_assert_eq!(a == b, reveal(&a) == reveal(&b));
    }
}
