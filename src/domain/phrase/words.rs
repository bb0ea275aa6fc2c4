//! The words of date phrases, both languages in one table: what a word stands for.
//!
//! Owns the vocabulary and nothing of the grammar. Words are lower case without accents.

use crate::domain::names;
use chrono::Weekday;

/// What one word can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// Says nothing of its own: "il", "the", "del".
    Filler,
    Weekday(Weekday),
    /// From 1.
    Month(u32),
    /// Days from today.
    Day(i64),
    /// "stasera": today, and which part of it.
    DayPart(i64, DayPart),
    Part(DayPart),
    Unit(Unit),
    Which(Which),
    Number(u32),
    /// "fra", "in": what follows is counted from today.
    Ahead,
    /// "fa", "ago".
    Back,
    /// "alle", "at": a time follows.
    At,
    Am,
    Pm,
    Noon,
    Edge(Edge),
    Weekend,
    /// "24th".
    Ordinal,
    /// "otto giorni", "fortnight".
    Fortnight,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Afternoon,
    Evening,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
    Hour,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    This,
    Next,
    Last,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// The short names; the whole ones are in `names`.
const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["lun", "mon"], Weekday::Mon),
    (&["tue", "tues"], Weekday::Tue),
    (&["mer", "wed", "weds"], Weekday::Wed),
    (&["gio", "thu", "thur", "thurs"], Weekday::Thu),
    (&["ven", "fri"], Weekday::Fri),
    (&["sab", "sat"], Weekday::Sat),
    (&["dom", "sun"], Weekday::Sun),
];

/// "mar" is missing: it is Tuesday or March, and the grammar decides.
const MONTHS: [&[&str]; 12] = [
    &["gen", "jan"],
    &["feb"],
    &[],
    &["apr"],
    &["mag"],
    &["giu", "jun"],
    &["lug", "jul"],
    &["ago", "aug"],
    &["set", "sett", "sep", "sept"],
    &["ott", "oct"],
    &["nov"],
    &["dic", "dec"],
];

const NUMBERS: [&[&str]; 13] = [
    &[],
    &["un", "uno", "una", "one", "a", "an"],
    &["due", "two"],
    &["tre", "three"],
    &["quattro", "four"],
    &["cinque", "five"],
    &["sei", "six"],
    &["sette", "seven"],
    &["otto", "eight"],
    &["nove", "nine"],
    &["dieci", "ten"],
    &["undici", "eleven"],
    &["dodici", "twelve"],
];

const OTHERS: &[(&[&str], Sense)] = &[
    (
        &[
            "il", "lo", "la", "le", "l", "i", "del", "dello", "della", "dell", "di", "d", "nel",
            "nella", "entro", "verso", "the", "of", "on", "per", "e", "and", "giorno",
        ],
        Sense::Filler,
    ),
    (&["oggi", "today", "adesso", "now"], Sense::Day(0)),
    (&["domani", "tomorrow", "tmrw"], Sense::Day(1)),
    (&["dopodomani", "overmorrow"], Sense::Day(2)),
    (&["ieri", "yesterday"], Sense::Day(-1)),
    (&["altroieri"], Sense::Day(-2)),
    (&["stasera", "tonight"], Sense::DayPart(0, DayPart::Evening)),
    (&["stamattina", "stamani", "stamane"], Sense::DayPart(0, DayPart::Morning)),
    (&["domattina"], Sense::DayPart(1, DayPart::Morning)),
    (&["mattina", "mattino", "morning"], Sense::Part(DayPart::Morning)),
    (&["pomeriggio", "afternoon"], Sense::Part(DayPart::Afternoon)),
    (&["sera", "evening"], Sense::Part(DayPart::Evening)),
    (&["giorni", "gg", "day", "days"], Sense::Unit(Unit::Day)),
    (&["settimana", "settimane", "week", "weeks", "wk"], Sense::Unit(Unit::Week)),
    (&["mese", "mesi", "month", "months"], Sense::Unit(Unit::Month)),
    (&["anno", "anni", "year", "years"], Sense::Unit(Unit::Year)),
    (&["ora", "hour", "hours"], Sense::Unit(Unit::Hour)),
    (&["prossimo", "prossima", "prossimi", "next"], Sense::Which(Which::Next)),
    (&["questo", "questa", "quest", "this", "corrente"], Sense::Which(Which::This)),
    (&["scorso", "scorsa", "passato", "passata", "last"], Sense::Which(Which::Last)),
    (&["fra", "tra", "in"], Sense::Ahead),
    (&["fa"], Sense::Back),
    (&["alle", "all", "ore", "at", "h", "dalle"], Sense::At),
    (&["am"], Sense::Am),
    (&["pm"], Sense::Pm),
    (&["mezzogiorno", "noon", "midday"], Sense::Noon),
    (&["fine", "end", "eo"], Sense::Edge(Edge::End)),
    (&["meta", "mid", "middle"], Sense::Edge(Edge::Middle)),
    (&["inizio", "start", "beginning", "primi"], Sense::Edge(Edge::Start)),
    (&["weekend"], Sense::Weekend),
    (&["st", "nd", "rd", "th"], Sense::Ordinal),
    (&["fortnight"], Sense::Fortnight),
];

pub(super) fn sense(word: &str) -> Option<Sense> {
    let is_in = |words: &[&str]| words.contains(&word);
    let mut weekdays = WEEKDAYS.iter().zip(&names::WEEKDAYS);
    let weekday = weekdays.find(|((short, _), name)| is_in(short) || name.is(word));
    let weekday = weekday.map(|((_, day), _)| Sense::Weekday(*day));
    let other = || OTHERS.iter().find(|(w, _)| is_in(w)).map(|(_, sense)| *sense);
    let month = || {
        let mut months = MONTHS.iter().zip(&names::MONTHS);
        let at = months.position(|(short, name)| is_in(short) || name.is(word))?;
        Some(Sense::Month(at as u32 + 1))
    };
    let number = || NUMBERS.iter().position(|w| is_in(w)).map(|i| Sense::Number(i as u32));
    weekday.or_else(other).or_else(month).or_else(number)
}

/// The unit of "+2w", "3g", "in 2 ore": letters that mean a unit only after a number.
pub(super) fn unit_after_number(word: &str) -> Option<Unit> {
    match word {
        "d" | "g" | "giorno" => Some(Unit::Day),
        "w" | "s" | "sett" => Some(Unit::Week),
        "m" => Some(Unit::Month),
        "y" | "a" => Some(Unit::Year),
        "ore" => Some(Unit::Hour),
        _ => match sense(word) {
            Some(Sense::Unit(unit)) => Some(unit),
            _ => None,
        },
    }
}
