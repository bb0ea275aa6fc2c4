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

/// An hour as far as it has been read.
struct Clock {
    hours: u16,
    minutes: u16,
    next: usize,
    sure: bool,
}

fn time(page: &Page, i: usize, led: bool) -> Option<Time> {
    let named = match page.word(i) {
        "mezzogiorno" | "noon" | "midday" => Some(720),
        "mezzanotte" | "midnight" => Some(0),
        _ => None,
    };
    if let Some(minutes) = named {
        return Some(Time { minutes, next: i + 1, sure: true, half: false });
    }
    if let Some((more, at)) = past(page, i) {
        let whole = time(page, at, true)?;
        let minutes = whole.minutes.checked_add_signed(more)?;
        return Some(Time { minutes, sure: true, ..whole });
    }
    if !page.is_free(i) || (page.touches(i) && page.kind(i - 1) == Some(Kind::Word)) {
        return None;
    }
    let mut clock = written(page, i, led)?;
    if clock.hours > 24 || clock.minutes > 59 {
        return None;
    }
    let half = half_of_day(page, &mut clock)?;
    let Clock { mut hours, mut minutes, mut next, sure } = clock;
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

/// The figures or the number word of an hour.
fn written(page: &Page, i: usize, led: bool) -> Option<Clock> {
    let whole = |hours| Clock { hours, minutes: 0, next: i + 1, sure: false };
    match page.kind(i)? {
        Kind::Digits => digits(page, i, led),
        // "fra l'una e le due"
        Kind::Word if led && page.word(i) == "una" && page.is_sign(i - 1, &['\'', '’']) => {
            Some(Clock { sure: true, ..whole(1) })
        }
        Kind::Word if led => {
            let number = page.sense(i)?.number.filter(|n| (2..=24).contains(n))?;
            Some(whole(number as u16))
        }
        _ => None,
    }
}

/// `9.30`, `18:30`, `18h30`, `18h`, `9`.
fn digits(page: &Page, i: usize, led: bool) -> Option<Clock> {
    let raw = page.raw(i);
    if let Some((hours, minutes)) = raw.split_once('.') {
        if minutes.len() != 2 || !(led || ampm(page, i + 1).is_some()) {
            return None;
        }
        let (hours, minutes) = (hours.parse().ok()?, minutes.parse().ok()?);
        return Some(Clock { hours, minutes, next: i + 1, sure: led });
    }
    let hours = raw.parse().ok()?;
    let colon = page.is_sign(i + 1, &[':']) && page.touches(i + 1) && page.touches(i + 2);
    let h = page.word(i + 1) == "h" && page.touches(i + 1);
    let digits = page.kind(i + 2) == Some(Kind::Digits) && page.touches(i + 2);
    if digits && (h || colon && page.raw(i + 2).len() == 2) {
        let minutes = page.raw(i + 2).parse().ok()?;
        return Some(Clock { hours, minutes, next: i + 3, sure: true });
    }
    let alone = h && hours > 6 && led;
    Some(Clock { hours, minutes: 0, next: i + 1 + usize::from(alone), sure: alone })
}

/// Reads "pm" or "o'clock" behind an hour; whether it may be of either half of the day.
/// `None` where it is no hour.
fn half_of_day(page: &Page, clock: &mut Clock) -> Option<bool> {
    if let Some((pm, end)) = ampm(page, clock.next) {
        if clock.hours > 12 {
            return None;
        }
        clock.hours = clock.hours % 12 + if pm { 12 } else { 0 };
        (clock.next, clock.sure) = (end, true);
        return Some(false);
    }
    let next = clock.next;
    if page.word(next) == "o'clock" {
        clock.sure = true;
    } else if page.word(next) == "o"
        && page.is_sign(next + 1, &['\'', '’'])
        && page.word(next + 2) == "clock"
    {
        (clock.next, clock.sure) = (next + 3, true);
    }
    Some(!page.table.italian && clock.hours <= 12)
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

/// What leads to an hour.
struct Lead<'a> {
    word: &'a str,
    /// It says that an hour follows, or may follow.
    led: bool,
    strong: bool,
    /// After a weekday bare figures are hours: "lun-ven 9-18".
    after_day: bool,
    /// The token where the hour begins.
    start: usize,
}

pub(super) fn hour(page: &Page, i: usize) -> Option<(Hour, usize)> {
    let lead = lead(page, i);
    let first = time(page, lead.start, lead.led || lead.after_day)?;
    span(page, i, &lead, first).or_else(|| alone(page, i, &lead, first))
}

fn lead<'a>(page: &'a Page, i: usize) -> Lead<'a> {
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
    let after_day =
        i > 0 && (i.saturating_sub(2)..i).any(|at| page.sense(at).is_some_and(|s| s.weekday != 0));
    Lead { word, led, strong, after_day, start }
}

/// "dalle 9 alle 18", "9-18": from one hour to another.
fn span(page: &Page, i: usize, lead: &Lead, first: Time) -> Option<(Hour, usize)> {
    let word = lead.word;
    let sep = page.is_sign(first.next, &['-', '–', '—', '/']);
    let joined = sep
        || matches!(page.word(first.next), "alle" | "to" | "till" | "until" | "all")
        || matches!((word, page.word(first.next)), ("tra" | "fra" | "between", "e" | "and"));
    if !joined {
        return None;
    }
    let mut second = first.next + 1;
    second += usize::from(matches!(page.word(second), "le" | "ore"));
    second += usize::from(page.is_sign(second, &['\'', '’']));
    let one = || (page.word(second) == "one" && word == "from").then(|| one_o_clock(second));
    let last = time(page, second, true).or_else(one)?;
    // "from 3 to 19 December"
    let behind = last.next + usize::from(matches!(page.word(last.next), "of" | "di"));
    if !(first.sure || last.sure) && page.sense(behind).is_some_and(|sense| sense.month != 0) {
        return None;
    }
    let named = lead.strong || lead.after_day || word == "from" && opens(page, i);
    if !(first.sure || last.sure || named) || counts(page, last.next, last.sure) {
        return None;
    }
    let (mut from, mut to) = (first.minutes, last.minutes);
    // "9-6pm", "from 9 to 6".
    let same_half = last.sure && !last.half && first.half && from + 720 <= to;
    if same_half && !page.table.italian && from < 420 {
        from += 720;
    }
    if to <= from && to <= 720 {
        to += 720;
    }
    let half = first.half && last.half;
    Some((Hour { from, to: Some(to), bound: Bound::Exactly, half }, last.next))
}

fn alone(page: &Page, i: usize, lead: &Lead, first: Time) -> Option<(Hour, usize)> {
    let sure = first.sure
        && (lead.led
            || first.next > lead.start + 1
            || page.table.italian
            || ampm(page, first.next - 1).is_some());
    let plausible = lead.strong
        && !counts(page, first.next, false)
        && (page.table.italian || first.minutes <= 720);
    if !(sure || plausible) || page.is_sign(first.next, &['%', '€', '$', '£']) {
        return None;
    }
    // "al massimo alle 9"? The lead says which end it is.
    let bound = match lead.word {
        "dalle" | "from" | "dall" | "after" => Bound::From,
        "until" | "till" | "by" | "before" => Bound::UpTo,
        _ if i > 0 && matches!(page.word(i - 1), "fino" | "entro" | "until") => Bound::UpTo,
        _ => Bound::Exactly,
    };
    let half = first.half && !page.table.italian;
    Some((Hour { from: first.minutes, to: None, bound, half }, first.next))
}

/// The sentence is about being open.
fn opens(page: &Page, i: usize) -> bool {
    page.sentence(i).any(|at| {
        page.word(at).starts_with("open")
            || page.word(at).starts_with("hour") && at < i
            || page.tokens[at].sense.weekday != 0
    })
}
