//! What nobody can dispute although it has a figure: "due volte", "in tre", "three of you",
//! somebody's age, the hour at which something happened.
//!
//! Owns which claims are only turns of phrase: they are said where a fact speaks of them
//! and left alone where none does. Takes no word away from the finders.

use super::page::{Case, Kind, Page};
use super::read::Found;
use super::tables::is;
use super::value::{Bound, Day, Figure, Unit, Value};
use crate::domain::Standing;
use std::ops::Range;

/// Worth saying to a person, as it stands.
pub(super) fn is_said(page: &Page, claim: &Found, standing: &Standing) -> bool {
    match standing {
        Standing::Unknown | Standing::Elsewhere { .. } => !is_turn(page, claim),
        Standing::Supported(_) => !is_each(claim.value),
        Standing::Contradicted { .. } | Standing::Expired { .. } => true,
    }
}

pub(super) fn is_turn(page: &Page, claim: &Found) -> bool {
    let tokens = &claim.tokens;
    match claim.value {
        Value::Figure(figure) => {
            is_each(claim.value)
                || repeated(page, tokens, figure)
                || people(page, tokens, figure)
                || age(page, tokens, figure)
                || moment(page, tokens, figure)
                || alone(page, tokens)
                || later(page, tokens, figure)
                || rough(page, tokens, figure)
        }
        Value::Hour(hour) => hour.to.is_none() && is_past(page, tokens),
        // Of a day that was told by its name alone; "ieri" says which it is.
        Value::Day(Day {
            year: 0,
            month: 0,
            day: 0,
            until_weekday: 0,
            nth: 0,
            ahead: None,
            ..
        }) => is_past(page, tokens),
        _ => false,
    }
}

/// "Da ieri", "stasera si chiacchiera": a day named from the one it is said on, on which
/// nothing is announced.
pub(super) fn is_told_of_a_day(page: &Page, claim: &Found, standing: &Standing) -> bool {
    let Value::Day(day) = claim.value else { return false };
    if !standing.is_unknown() || day.ahead.is_none() && !day.near {
        return false;
    }
    let mut words = page.clause(claim.tokens.start);
    day.ahead.is_some_and(|days| days < 0) || !words.any(|at| page.has(at, is::ANNOUNCES))
}

fn is_one(figure: f64) -> bool {
    (figure - 1.0).abs() < f64::EPSILON
}

/// "ogni anno": says something only beside "ogni due anni".
fn is_each(value: Value) -> bool {
    matches!(value, Value::Figure(Figure { low, bound: Bound::Every, .. }) if is_one(low))
}

fn back<'p>(page: &'p Page, tokens: &Range<usize>, by: usize) -> &'p str {
    tokens.start.checked_sub(by).map_or("", |at| page.word(at))
}

/// "avvolta due volte"; "due volte al giorno" is a dose.
fn repeated(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    let times = matches!(page.word(tokens.end - 1), "volte" | "volta" | "times");
    let rate = matches!(
        page.word(tokens.end),
        "a" | "al"
            | "alla"
            | "all"
            | "l"
            | "il"
            | "la"
            | "lo"
            | "per"
            | "ogni"
            | "in"
            | "piu"
            | "the"
            | "as"
            | "more"
            | "every"
            | "each"
    );
    times && !rate && figure.low <= 2.0 && figure.bound == Bound::Exactly
}

/// "in tre ci hanno scritto", "three of you asked".
fn people(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    if figure.unit != Unit::Bare || figure.low > 30.0 || page.kind(tokens.start) != Some(Kind::Word)
    {
        return false;
    }
    let behind = (page.word(tokens.end), page.word(tokens.end + 1));
    let ours = matches!(back(page, tokens, 2), "siamo" | "eravamo" | "saremo");
    let together = page.table.italian && back(page, tokens, 1) == "in" && !ours;
    let you = matches!(behind, ("of", "you") | ("di", "voi"));
    let wrote =
        page.has(tokens.end + 2, is::PAST) || matches!(page.word(tokens.end + 2), "have" | "hanno");
    together || you && (wrote || (1..=4).any(|by| matches!(back(page, tokens, by), "if" | "se")))
}

/// "una signora di ottant'anni", "chi ha più di quarant'anni", "an eighty-year-old".
fn age(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    if figure.unit != Unit::Measure("year") {
        return false;
    }
    if page.is_sign(tokens.end, &['-']) && matches!(page.word(tokens.end + 1), "old" | "olds") {
        return page.content(tokens.end + 2).is_none();
    }
    let person = tokens.start.checked_sub(2).is_some_and(|at| page.has(at, is::PERSON));
    let of_person = back(page, tokens, 1) == "di" && person;
    let lead = (1..=4).any(|by| {
        matches!(
            (back(page, tokens, by + 1), back(page, tokens, by)),
            ("chi", "ha" | "aveva" | "compie")
                | ("anyone" | "anybody", "over" | "under")
                | ("arrivato" | "arrivata", "a")
                | ("to", "be")
        )
    });
    of_person
        || lead
        || back(page, tokens, 1) == "aged"
        || page.word(tokens.end) == "old"
        || matches!(
            (page.word(tokens.end), page.word(tokens.end + 1)),
            ("per", "uno" | "una") | ("a", "testa") | ("l", _)
        )
}

/// "one minute of patience".
fn moment(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    let word = matches!(page.word(tokens.start), "one" | "un");
    word && figure.unit == Unit::Measure("min") && is_one(figure.low)
}

/// "una sola lavatesta", "only one basin".
fn alone(page: &Page, tokens: &Range<usize>) -> bool {
    super::unsaid::is_single(page, tokens.start)
}

/// "Otto ore dopo", "eight hours later".
fn later(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    let time = matches!(figure.unit, Unit::Measure("h" | "min" | "d" | "w" | "month" | "year"));
    time && matches!(page.word(tokens.end), "dopo" | "later" | "earlier")
}

/// "oppure per due", "verso le quattro", "il numero 31", "dell'Ottocento".
fn rough(page: &Page, tokens: &Range<usize>, figure: Figure) -> bool {
    if figure.unit != Unit::Bare {
        return false;
    }
    let (second, first) = (back(page, tokens, 2), back(page, tokens, 1));
    if matches!(first, "numero" | "number") {
        return true;
    }
    let word = page.kind(tokens.start) == Some(Kind::Word);
    let century = page.tokens[tokens.start].case == Case::Capital
        && page.word(tokens.start).ends_with("cento")
        && tokens.start > 0
        && page.is_sign(tokens.start - 1, &['\'', '’']);
    let choice = first == "or" || second == "oppure" || first == "oppure";
    let hour = second == "verso" && first == "le" || first == "around";
    word && (century || (choice || hour) && figure.low <= 12.0)
}

/// The clause tells what has happened.
fn is_past(page: &Page, tokens: &Range<usize>) -> bool {
    page.clause(tokens.start).any(|at| {
        let word = page.word(at);
        let imperfect = page.table.italian
            && word.len() > 5
            && ["avano", "evano", "ivano", "ava", "eva"].iter().any(|end| word.ends_with(end));
        let days = page.sense(at).and_then(|sense| sense.days).is_some_and(|days| days < 0);
        let last = word == "last"
            && matches!(
                page.word(at + 1),
                "night" | "week" | "month" | "year" | "summer" | "winter"
            );
        imperfect || days || last || page.has(at, is::PAST)
    })
}
