//! How much a figure says: digits in groups, words, "20mila", "a dozen".
//!
//! Owns where the digits or words of one figure begin and end. What they count is `units`'.

use super::page::{Kind, Page};
use super::tables::is;
use super::unsaid::and_a_half;
use crate::text::numeral::{digits, italian_thousands};

/// A figure as it was read, before its unit: its value and the token behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub value: f64,
    pub next: usize,
    /// "una dozzina", "due milioni": what is counted may follow a "di".
    pub round: bool,
}

/// One figure in digits or words.
pub(super) fn numeral(page: &Page, i: usize, money: bool) -> Option<Amount> {
    let italian = page.table.italian;
    let mut read = match page.kind(i)? {
        Kind::Digits => {
            let mut raw = page.raw(i).to_owned();
            let mut next = i + 1;
            let group = |at: usize| page.kind(at) == Some(Kind::Digits) && page.raw(at).len() == 3;
            while raw.len() <= 3 && next == i + 1 && group(next) && one_space(page, next)
                || next > i + 1 && group(next) && one_space(page, next)
            {
                raw.push_str(page.raw(next));
                next += 1;
            }
            Amount { value: digits(&raw, italian, money)?, next, round: false }
        }
        Kind::Sign('½') => Amount { value: 0.5, next: i + 1, round: false },
        Kind::Word => in_words(page, i)?,
        _ => return None,
    };
    // "2½", "two and a half hours".
    if page.is_sign(read.next, &['½']) && page.kind(i) == Some(Kind::Digits) {
        read = Amount { value: read.value + 0.5, next: read.next + 1, ..read };
    } else if !page.table.italian
        && let (more, next) = and_a_half(page, read.next)
        && next > read.next
    {
        read = Amount { value: read.value + more, next, ..read };
    }
    // "20mila", "3 milioni", "two hundred thousand".
    while let Some(times) = page.sense(read.next).and_then(|sense| sense.multiplier) {
        if !page.is_free(read.next) || (page.word(read.next) == "k" && !page.touches(read.next)) {
            break;
        }
        read = Amount { value: read.value * times as f64, next: read.next + 1, round: true };
    }
    Some(read)
}

fn one_space(page: &Page, i: usize) -> bool {
    let gap = &page.text[page.tokens[i - 1].end..page.tokens[i].start];
    let mut chars = gap.chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if c.is_whitespace())
}

fn in_words(page: &Page, i: usize) -> Option<Amount> {
    let sense = page.sense(i)?;
    if page.table.italian {
        let small = |word: &str| match word {
            "un" | "uno" => Some(1),
            _ => page.table.sense(word).number,
        };
        if let Some(count) = sense.collective {
            let some = page.word(i) != "ventina";
            return some.then_some(Amount { value: count.into(), next: i + 1, round: true });
        }
        if page.word(i) == "sei" && page.sense(i + 1).is_none_or(|s| s.not_six)
            || page.word(i) == "sei" && page.kind(i + 1) != Some(Kind::Word)
        {
            return None;
        }
        // "quarant'anni", "vent'anni", "cent'anni".
        let cut = page.is_sign(i + 1, &['\'', '’']) && page.touches(i + 1) && page.touches(i + 2);
        if cut && page.word(i).ends_with("nt") {
            let whole = |end: &str| page.table.sense(&format!("{}{end}", page.word(i))).number;
            let value = ["a", "i", "o"].into_iter().find_map(whole)?;
            return Some(Amount { value: value.into(), next: i + 2, round: false });
        }
        let value = match sense.number {
            Some(number) => Some(f64::from(number)),
            None => italian_thousands(page.word(i), small),
        }?;
        return Some(Amount { value, next: i + 1, round: false });
    }
    english_words(page, i)
}

/// "three hundred and fifty", "twenty-five", "a dozen".
fn english_words(page: &Page, i: usize) -> Option<Amount> {
    let number = |at: usize| page.sense(at).filter(|_| page.is_free(at)).and_then(|s| s.number);
    let starts = page.has(i, is::DETERMINER) && matches!(page.word(i), "a") || number(i).is_some();
    if let Some(count) = page.sense(i)?.collective {
        return Some(Amount { value: count.into(), next: i + 1, round: true });
    }
    if !starts {
        return None;
    }
    let (mut total, mut part, mut next) = (0.0, None, i);
    let mut round = false;
    if number(i).is_none() {
        // "a hundred", "a thousand": the article counts only before them.
        page.sense(i + 1)?.multiplier.filter(|times| *times >= 100)?;
        if page.word(i + 1) == "k" {
            return None;
        }
        (part, next) = (Some(1.0), i + 1);
    }
    loop {
        let ten = number(next).filter(|n| *n >= 20);
        let one =
            |at: usize| number(at).filter(|n| *n < 10).or((page.word(at) == "one").then_some(1));
        if let (Some(ten), true) = (ten, page.is_sign(next + 1, &['-'])) {
            let unit = one(next + 2)?;
            part = Some(part.unwrap_or(0.0) + f64::from(ten + unit));
            next += 3;
        } else if let Some(n) = number(next) {
            part = Some(part.unwrap_or(0.0) + f64::from(n));
            next += 1;
        } else if let (Some(times), Some(so_far)) =
            (page.sense(next).and_then(|s| s.multiplier), part)
            && page.word(next) != "k"
        {
            round = true;
            let value = so_far * times as f64;
            if times == 100 {
                part = Some(value);
            } else {
                total += value;
                part = None;
            }
            next += 1;
        } else if round && page.word(next) == "and" && number(next + 1).is_some() {
            next += 1;
            continue;
        } else {
            break;
        }
        if !round && page.sense(next).and_then(|s| s.multiplier).is_none() {
            break;
        }
    }
    let value = total + part.unwrap_or(0.0);
    (next > i && value > 0.0).then_some(Amount { value, next, round })
}
