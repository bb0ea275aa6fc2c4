//! Days, months, years and hours: "lunedì 24", "24/11", "Nov 24th", "dalle 9 alle 18".
//!
//! Owns where they begin and end in a text; it runs before the figures.

use super::days::day;
use super::hours::hour;
use super::page::{Case, Kind, Page};
use super::read::Found;
use super::tables::is;
use super::value::Value;
use crate::domain::ClaimKind;

pub(super) fn find(page: &mut Page, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < page.tokens.len() {
        if !page.is_free(i) {
            i += 1;
            continue;
        }
        let read = hour(page, i)
            .map(|(hour, end)| (Value::Hour(hour), end))
            .or_else(|| day(page, i).map(|(day, end)| (Value::Day(day), end)));
        let Some((value, end)) = read else {
            i += 1;
            continue;
        };
        // A lead word ("alle", "the") is part of the phrase, not of the claim.
        let mut start = i;
        while start + 1 < end && lead_only(page, start) {
            start += 1;
        }
        page.take(i..end);
        found.push(Found {
            kind: ClaimKind::Date,
            span: page.span(start..end),
            tokens: start..end,
            value,
        });
        i = end;
    }
}

fn lead_only(page: &Page, i: usize) -> bool {
    let sense = page.tokens[i].sense;
    page.kind(i) == Some(Kind::Word)
        && sense.has(is::STOP | is::CLOCK | is::DATE_LEAD | is::YEAR_LEAD)
        && sense.month == 0
        && sense.weekday == 0
        && sense.days.is_none()
        && sense.number.is_none()
        && !matches!(page.word(i), "questo" | "questa" | "this" | "next" | "prossimo" | "prossima")
        || page.is_sign(i, &['\'', '’'])
}

/// What follows is counted: "alle 46 pecore" is no hour.
pub(super) fn counts(page: &Page, i: usize, sure: bool) -> bool {
    let Some(sense) = page.sense(i) else { return false };
    // "at 12 Mill Lane".
    let street = !page.table.italian && page.tokens[i].case == Case::Capital;
    if sure {
        return false;
    }
    // "alle undici regnava il silenzio", "at nine somebody rang".
    let of_word = page.kind(i - 1) == Some(Kind::Word);
    let plural = |at: usize| page.content(at).is_some() && page.is_plural(at);
    let one = if page.table.italian { plural(i) } else { (i..i + 3).any(plural) };
    if of_word && !one && sense.unit.is_none() && sense.multiplier.is_none() {
        return false;
    }
    sense.unit.is_some()
        || sense.multiplier.is_some()
        || sense.currency.is_some()
        || page.is_sign(i, &['%', '€', '$', '£'])
        || (page.content(i).is_some()
            && sense.weekday == 0
            && sense.month == 0
            && (page.tokens[i].case == Case::Lower || street)
            && !same_line_end(page, i))
}

pub(super) fn same_line_end(page: &Page, i: usize) -> bool {
    page.tokens[i].clause != page.tokens[i - 1].clause
}

#[cfg(test)]
mod tests {
    use super::super::page::Page;

    #[test]
    fn what_is_counted_is_no_hour() {
        let text = "La lana viene dalle 46 pecore di Elio, 24 ore su 24.";
        let mut page = Page::new(text, Some("it"));
        let mut found = Vec::new();
        super::find(&mut page, &mut found);
        let found: Vec<_> = found.iter().map(|claim| &text[claim.span.clone()]).collect();
        assert!(found.is_empty(), "{found:?}");
    }
}
