//! Figures as people write them: "1.234,50", "€1,234.50", "quaranta", "three hundred".
//!
//! Owns the reading of one figure. What it counts is for the checks, and what to do with
//! it for whoever asks.

use super::fold::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that make a figure of what they stand beside, or are one: no spelling gives them.
const ROUND: [&str; 27] = [
    "mila",
    "migliaio",
    "migliaia",
    "milione",
    "milioni",
    "miliardo",
    "miliardi",
    "mln",
    "mld",
    "centinaio",
    "centinaia",
    "decina",
    "decine",
    "dozzina",
    "dozzine",
    "ventina",
    "trentina",
    "quarantina",
    "cinquantina",
    "sessantina",
    "hundred",
    "thousand",
    "million",
    "billion",
    "bn",
    "dozen",
    "k",
];

/// Whether a text states a figure, in digits or in words of either language: `quattro`,
/// `duemila`, `a dozen`. "sei" counts even where it is the verb.
pub fn states_a_figure(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let spelled = [true, false].into_iter().flat_map(words).map(|(word, _)| word);
        spelled.chain(ROUND.map(str::to_owned)).collect()
    });
    let small = |word: &str| WORDS.contains(word).then_some(1);
    let is_figure = |word: &str| {
        let plural = || word.strip_suffix('s').is_some_and(|one| ROUND.contains(&one));
        small(word).is_some() || plural() || italian_thousands(word, small).is_some()
    };
    text.contains(|c: char| c.is_ascii_digit())
        || fold(text).split(|c: char| !c.is_alphanumeric()).any(is_figure)
}

/// Every figure below a thousand that one word can say, without accents. The English
/// hundreds are two words and not here.
pub fn words(italian: bool) -> Vec<(String, u32)> {
    let below = if italian { 1000 } else { 100 };
    let spell = if italian { in_italian } else { in_english };
    let mut all: Vec<(String, u32)> = (0..below).map(|n| (spell(n), n)).collect();
    // "zero sprechi" counts nothing.
    all.retain(|(_, n)| *n != 0);
    if italian {
        all.extend([("due".into(), 2), ("mille".into(), 1000)]);
        all.retain(|(_, n)| *n != 1);
    } else {
        all.retain(|(word, n)| *n != 1 && !word.contains('-'));
    }
    all
}

const IT_SMALL: [&str; 20] = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
];
const IT_TENS: [&str; 8] =
    ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];
const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

fn in_italian(n: u32) -> String {
    match n {
        0..20 => IT_SMALL[n as usize].to_owned(),
        20..100 => {
            let (ten, unit) = (IT_TENS[(n / 10 - 2) as usize], n % 10);
            match unit {
                0 => ten.to_owned(),
                1 | 8 => format!("{}{}", &ten[..ten.len() - 1], IT_SMALL[unit as usize]),
                _ => format!("{ten}{}", IT_SMALL[unit as usize]),
            }
        }
        _ => {
            let hundred = if n / 100 == 1 { "" } else { IT_SMALL[(n / 100) as usize] };
            let rest = if n.is_multiple_of(100) { String::new() } else { in_italian(n % 100) };
            format!("{hundred}cento{rest}")
        }
    }
}

fn in_english(n: u32) -> String {
    match n {
        0..20 => EN_SMALL[n as usize].to_owned(),
        _ if n.is_multiple_of(10) => EN_TENS[(n / 10 - 2) as usize].to_owned(),
        _ => format!("{}-{}", EN_TENS[(n / 10 - 2) as usize], EN_SMALL[(n % 10) as usize]),
    }
}

/// "tremila", "duemilacinquecento": Italian thousands are one word. `small` knows the
/// words below a thousand.
pub fn italian_thousands(word: &str, small: impl Fn(&str) -> Option<u32>) -> Option<f64> {
    // Asked of every word: the search of `str` prepares itself for longer ones.
    let mila = word.as_bytes().windows(4).position(|four| four == b"mila");
    let (left, right) = match mila {
        Some(at) if at > 0 => (small(&word[..at])?, &word[at + 4..]),
        _ => (1, word.strip_prefix("mille")?),
    };
    let rest = if right.is_empty() { 0 } else { small(right)? };
    Some(f64::from(left * 1000 + rest))
}

/// A figure in digits: `1.234,50`, `1,234.50`, `1.234` and `3,5`. Where one mark could be
/// either, three digits behind it make it a thousands mark in the language that uses it
/// so, and always before a currency.
pub fn digits(raw: &str, italian: bool, money: bool) -> Option<f64> {
    let (dot, comma) = (raw.matches('.').count(), raw.matches(',').count());
    let decimal = match (dot, comma) {
        (0, 0) => None,
        (1.., 1..) => {
            if raw.rfind('.') > raw.rfind(',') {
                Some('.')
            } else {
                Some(',')
            }
        }
        (1, 0) | (0, 1) => {
            let mark = if dot == 1 { '.' } else { ',' };
            let (lead, rest) = raw.split_once(mark)?;
            let groups = rest.len() == 3 && lead.len() <= 3 && lead != "0";
            let thousands = groups && (money || (mark == '.') == italian);
            (!thousands).then_some(mark)
        }
        _ => None,
    };
    let plain: String = raw
        .chars()
        .filter_map(|c| match c {
            c if c.is_ascii_digit() => Some(c),
            c if Some(c) == decimal => Some('.'),
            _ => None,
        })
        .collect();
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_in_both_notations() {
        for (raw, italian, money, value) in [
            ("1.234,50", true, true, 1234.5),
            ("1,234.50", false, true, 1234.5),
            ("1.234,50", false, false, 1234.5),
            ("1.234", true, false, 1234.0),
            ("1.234", false, false, 1.234),
            ("1,234", false, false, 1234.0),
            ("1,234", true, false, 1.234),
            ("1.200", false, true, 1200.0),
            ("3,5", true, false, 3.5),
            ("0.125", true, false, 0.125),
            ("1.000.000", true, false, 1_000_000.0),
            ("89", true, true, 89.0),
        ] {
            assert_eq!(digits(raw, italian, money), Some(value), "{raw} {italian} {money}");
        }
    }

    #[test]
    fn a_figure_is_heard_in_digits_and_in_words() {
        for text in [
            "Restano 3 pezzi.",
            "Quattro telai.",
            "Ne abbiamo ventitré.",
            "Duemila nodi.",
            "Una dozzina di gomitoli.",
            "l'ordito ha seicentoquaranta fili",
            "twenty-two children",
            "a dozen hats",
            "Two hundred knots.",
        ] {
            assert!(states_a_figure(text), "{text}");
        }
        for text in ["Un telaio in cortile.", "One loom, in the yard.", "Zero sprechi.", ""] {
            assert!(!states_a_figure(text), "{text}");
        }
    }

    #[test]
    fn italian_figures_are_one_word() {
        let small = |word: &str| words(true).into_iter().find(|(w, _)| w == word).map(|(_, n)| n);
        for (word, n) in [("ventuno", 21), ("quarantotto", 48), ("duecentocinquanta", 250)] {
            assert_eq!(small(word), Some(n));
        }
        for (word, n) in
            [("tremila", 3000.0), ("duemilacinquecento", 2500.0), ("millecento", 1100.0)]
        {
            assert_eq!(italian_thousands(word, small), Some(n), "{word}");
        }
        assert_eq!(italian_thousands("millefoglie", small), None);
    }
}
