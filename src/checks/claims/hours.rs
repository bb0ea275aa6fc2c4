//! Hours of the day: "dalle 9 alle 18", "18:30", "6pm", "from 9 to 6".
//!
//! Owns what is an hour and what is only a figure behind "at".

use super::dates::counts;
use super::page::{Kind, Page};
use super::tables::is;
use super::value::{Bound, Hour};

/// `18:30`, `9.30`, `6pm`, `18h`: minutes, the token behind, and how sure it is an hour.
#[derive(Clone, Copy)]
struct Time {
    minutes: u16,
    next: usize,
    sure: bool,
    half: bool,
}

fn time(page: &Page, i: usize, led: bool) -> Option<Time> {
    match page.word(i) {
        "mezzogiorno" | "noon" | "midday" => {
            return Some(Time { minutes: 720, next: i + 1, sure: true, half: false });
        }
        "mezzanotte" | "midnight" => {
            return Some(Time { minutes: 0, next: i + 1, sure: true, half: false });
        }
        _ => {}
    }
    if let Some((more, at)) = past(page, i) {
        let whole = time(page, at, true)?;
        let minutes = whole.minutes.checked_add_signed(more)?;
        return Some(Time { minutes, sure: true, ..whole });
    }
    if !page.is_free(i) || (page.touches(i) && page.kind(i - 1) == Some(Kind::Word)) {
        return None;
    }
    let raw = page.raw(i);
    let (mut hours, mut minutes, mut next, mut sure);
    (minutes, next, sure) = (0u16, i + 1, false);
    match page.kind(i)? {
        Kind::Digits => {
            if let Some((h, m)) = raw.split_once('.') {
                if m.len() != 2 || !(led || ampm(page, i + 1).is_some()) {
                    return None;
                }
                (hours, minutes) = (h.parse().ok()?, m.parse().ok()?);
                sure = led;
            } else {
                hours = raw.parse().ok()?;
                let colon =
                    page.is_sign(i + 1, &[':']) && page.touches(i + 1) && page.touches(i + 2);
                let h = page.word(i + 1) == "h" && page.touches(i + 1);
                let digits = page.kind(i + 2) == Some(Kind::Digits) && page.touches(i + 2);
                if digits && (h || colon && page.raw(i + 2).len() == 2) {
                    minutes = page.raw(i + 2).parse().ok()?;
                    (next, sure) = (i + 3, true);
                } else if h && hours > 6 && led {
                    (next, sure) = (i + 2, true);
                }
            }
        }
        // "fra l'una e le due"
        Kind::Word if led && page.word(i) == "una" && page.is_sign(i - 1, &['\'', '’']) => {
            (hours, sure) = (1, true);
        }
        Kind::Word if led => {
            let number = page.sense(i)?.number.filter(|n| (2..=24).contains(n))?;
            hours = number as u16;
        }
        _ => return None,
    }
    if hours > 24 || minutes > 59 {
        return None;
    }
    let mut half = !page.table.italian && hours <= 12;
    if let Some((pm, end)) = ampm(page, next) {
        if hours > 12 {
            return None;
        }
        hours = hours % 12 + if pm { 12 } else { 0 };
        (next, sure, half) = (end, true, false);
    } else if matches!(page.word(next), "o'clock") {
        sure = true;
    } else if page.word(next) == "o"
        && page.is_sign(next + 1, &['\'', '’'])
        && page.word(next + 2) == "clock"
    {
        (next, sure) = (next + 3, true);
    }
    // "alle dieci e mezza", "le nove e un quarto".
    let (more, behind) = super::unsaid::and_a_half(page, next);
    if page.table.italian && led && minutes == 0 && more > 0.0 {
        (minutes, next) = ((more * 60.0) as u16, behind);
    }
    let afternoon = matches!(
        (page.word(next), page.word(next + 1)),
        ("del", "pomeriggio") | ("di" | "della", "sera")
    );
    if afternoon && hours < 12 {
        hours += 12;
    }
    Some(Time { minutes: hours * 60 + minutes, next, sure, half })
}

/// "half past ten", "a quarter to nine": the minutes to add, and where the hour stands.
fn past(page: &Page, i: usize) -> Option<(i16, usize)> {
    let at = i + usize::from(page.word(i) == "a");
    let minutes = match page.word(at) {
        "half" => 30,
        "quarter" => 15,
        _ => return None,
    };
    match page.word(at + 1) {
        "past" => Some((minutes, at + 2)),
        "to" if minutes == 15 => Some((-minutes, at + 2)),
        _ => None,
    }
}

/// "from seven to one".
fn one_o_clock(at: usize) -> Time {
    Time { minutes: 60, next: at + 1, sure: false, half: true }
}

/// "pm", "p.m.": whether it is the second half, and the token behind.
fn ampm(page: &Page, i: usize) -> Option<(bool, usize)> {
    match page.word(i) {
        "am" => Some((false, i + 1)),
        "pm" => Some((true, i + 1)),
        letter @ ("a" | "p")
            if page.is_sign(i + 1, &['.']) && page.word(i + 2) == "m" && page.touches(i + 2) =>
        {
            let dot = page.is_sign(i + 3, &['.']) && page.touches(i + 3);
            Some((letter == "p", i + 3 + usize::from(dot)))
        }
        _ => None,
    }
}

pub(super) fn hour(page: &Page, i: usize) -> Option<(Hour, usize)> {
    let word = page.word(i);
    let led = page.kind(i) == Some(Kind::Word) && page.has(i, is::CLOCK)
        || matches!(
            word,
            "from"
                | "until"
                | "till"
                | "by"
                | "tra"
                | "fra"
                | "between"
                | "le"
                | "before"
                | "after"
        );
    let strong = matches!(word, "alle" | "dalle" | "ore" | "h" | "at");
    let mut start = i + usize::from(led);
    if strong && matches!(page.word(start), "ore" | "h") {
        start += 1;
    }
    start += usize::from(led && page.is_sign(start, &['.', '\'', '’']));
    start += usize::from(led && page.word(start) == "le");
    let lone = led && page.word(start) == "l" && page.is_sign(start + 1, &['\'', '’']);
    start += if lone { 2 } else { 0 };
    // After a weekday bare figures are hours: "lun-ven 9-18".
    let after_day =
        i > 0 && (i.saturating_sub(2)..i).any(|at| page.sense(at).is_some_and(|s| s.weekday != 0));
    let first = time(page, start, led || after_day)?;
    let sep = page.is_sign(first.next, &['-', '–', '—', '/']);
    let joined = sep
        || matches!(page.word(first.next), "alle" | "to" | "till" | "until" | "all")
        || matches!((word, page.word(first.next)), ("tra" | "fra" | "between", "e" | "and"));
    if joined {
        let mut second = first.next + 1;
        second += usize::from(matches!(page.word(second), "le" | "ore"));
        second += usize::from(page.is_sign(second, &['\'', '’']));
        let one = || (page.word(second) == "one" && word == "from").then(|| one_o_clock(second));
        if let Some(last) = time(page, second, true).or_else(one)
            && (first.sure || last.sure || strong || after_day || word == "from" && opens(page, i))
            && !counts(page, last.next, last.sure)
        {
            let (mut from, mut to) = (first.minutes, last.minutes);
            // "9-6pm", "from 9 to 6".
            if last.sure
                && !last.half
                && first.half
                && from + 720 <= to
                && !page.table.italian
                && from < 420
            {
                from += 720;
            }
            if to <= from && to <= 720 {
                to += 720;
            }
            let half = first.half && last.half;
            return Some((Hour { from, to: Some(to), bound: Bound::Exactly, half }, last.next));
        }
    }
    let sure = first.sure
        && (led
            || first.next > start + 1
            || page.table.italian
            || ampm(page, first.next - 1).is_some());
    let plausible =
        strong && !counts(page, first.next, false) && (page.table.italian || first.minutes <= 720);
    if !(sure || plausible) || page.is_sign(first.next, &['%', '€', '$', '£']) {
        return None;
    }
    // "al massimo alle 9"? The lead says which end it is.
    let bound = match word {
        "dalle" | "from" | "dall" | "after" => Bound::From,
        "until" | "till" | "by" | "before" => Bound::UpTo,
        _ if i > 0 && matches!(page.word(i - 1), "fino" | "entro" | "until") => Bound::UpTo,
        _ => Bound::Exactly,
    };
    Some((
        Hour { from: first.minutes, to: None, bound, half: first.half && !page.table.italian },
        first.next,
    ))
}

/// The sentence is about being open.
fn opens(page: &Page, i: usize) -> bool {
    page.sentence(i).any(|at| {
        page.word(at).starts_with("open")
            || page.word(at).starts_with("hour") && at < i
            || page.tokens[at].sense.weekday != 0
    })
}
