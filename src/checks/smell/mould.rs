//! The mould models pour a post into: a hook on its own, short paragraphs with an emoji at
//! the edge, a call or a question, a row of hashtags in capitals.
//!
//! Owns the form of the whole. People use it too, with something of their own in it: it
//! is never told alone, only beside what the words say.

use super::Whiff;
use crate::domain::SmellMarker;
use crate::text::emoji::is_emoji;
use crate::text::graphemes;
use std::collections::HashSet;

/// A hook has at most so many words, a post in the mould at least so many.
const HOOK: usize = 14;
const POST: usize = 25;
const PARAGRAPHS: usize = 3;
/// So many of the four signs make the mould, so many make it plain.
const SOME: usize = 2;
const MOST: usize = 4;

pub fn find(text: &str, found: &mut Vec<Whiff>) {
    let paragraphs: Vec<&str> =
        text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()).collect();
    let words = text.split_whitespace().filter(|word| !word.starts_with('#'));
    if paragraphs.len() < PARAGRAPHS || words.count() < POST {
        return;
    }
    let tags: Vec<&str> = paragraphs[paragraphs.len() - 1].split_whitespace().collect();
    let tagged = tags.iter().all(|word| word.starts_with('#'));
    let body = &paragraphs[..paragraphs.len() - usize::from(tagged)];
    let (Some(first), Some(last)) = (body.first(), body.last()) else { return };
    let signs = [
        is_hook(first),
        has_decorated_edges(text),
        tagged && is_in_capitals(&tags),
        bare(last).ends_with(['?', '!']),
    ];
    let count = signs.into_iter().filter(|sign| *sign).count();
    if count >= SOME {
        found.push(Whiff {
            marker: SmellMarker::Mould,
            span: 0..text.trim_end().len(),
            quote: text.trim_end().to_owned(),
            instead: None,
            strength: if count >= MOST { 3 } else { 2 },
        });
    }
}

/// One short line that names no figure.
fn is_hook(paragraph: &str) -> bool {
    let figure = paragraph.contains(|c: char| c.is_ascii_digit());
    !figure && !paragraph.contains('\n') && paragraph.split_whitespace().count() <= HOOK
}

/// Different emoji at the beginning or the end of lines.
fn has_decorated_edges(text: &str) -> bool {
    let mut seen = HashSet::new();
    for line in text.lines().map(str::trim) {
        let mut all = graphemes(line);
        let first = all.next();
        seen.extend(first.into_iter().chain(all.last()).filter(|edge| is_emoji(edge)));
    }
    seen.len() >= 2
}

/// `#ComfortFood #Foodie #RestaurantLife`.
fn is_in_capitals(tags: &[&str]) -> bool {
    let capital = |tag: &&str| tag.chars().nth(1).is_some_and(char::is_uppercase);
    let humped = |tag: &&str| {
        let letters: Vec<char> = tag.chars().skip(1).collect();
        letters.windows(2).any(|two| two[0].is_lowercase() && two[1].is_uppercase())
    };
    tags.len() >= 3 && tags.iter().all(capital) && tags.iter().any(humped)
}

/// Without the emoji at its end.
fn bare(paragraph: &str) -> &str {
    paragraph.trim_end_matches(|c: char| !c.is_ascii() && !c.is_alphabetic() || c == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strength(text: &str) -> Option<u8> {
        let mut found = Vec::new();
        find(text, &mut found);
        found.first().map(|whiff| whiff.strength)
    }

    #[test]
    fn a_hook_emoji_a_call_and_capital_hashtags_are_the_mould() {
        let body = "The loaves rest for a night, and the crust sings when it leaves the oven \
                    in the early hours, before anybody else in the street is awake.";
        let post =
            format!("Bread is back! 🥖\n\n{body} 🌾\n\nCome by!\n\n#FreshBread #Crust #Oven");
        assert_eq!(strength(&post), Some(3));
        assert_eq!(strength(&format!("Bread is back!\n\n{body}\n\nCome by! 🥖")), Some(2));
        assert_eq!(strength(&format!("Back on 3 May.\n\n{body}\n\nCome by.")), None);
        assert_eq!(strength(&format!("{body} Come by! 🥖\n\n#FreshBread #Crust #Oven")), None);
    }
}
