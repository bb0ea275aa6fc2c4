//! The words of date phrases, both languages in one table: what a word stands for.
//!
//! Owns the vocabulary and nothing of the grammar. Words are lower case without accents.

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

const WEEKDAYS: [(&[&str], Weekday); 7] = [
    (&["lunedi", "lun", "monday", "mon"], Weekday::Mon),
    (&["martedi", "tuesday", "tue", "tues"], Weekday::Tue),
    (&["mercoledi", "mer", "wednesday", "wed", "weds"], Weekday::Wed),
    (&["giovedi", "gio", "thursday", "thu", "thur", "thurs"], Weekday::Thu),
    (&["venerdi", "ven", "friday", "fri"], Weekday::Fri),
    (&["sabato", "sab", "saturday", "sat"], Weekday::Sat),
    (&["domenica", "dom", "sunday", "sun"], Weekday::Sun),
];

/// "mar" is missing: it is Tuesday or March, and the grammar decides.
const MONTHS: [&[&str]; 12] = [
    &["gennaio", "gen", "january", "jan"],
    &["febbraio", "feb", "february"],
    &["marzo", "march"],
    &["aprile", "apr", "april"],
    &["maggio", "mag", "may"],
    &["giugno", "giu", "june", "jun"],
    &["luglio", "lug", "july", "jul"],
    &["agosto", "ago", "august", "aug"],
    &["settembre", "set", "sett", "september", "sep", "sept"],
    &["ottobre", "ott", "october", "oct"],
    &["novembre", "nov", "november"],
    &["dicembre", "dic", "december", "dec"],
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
    let weekday = WEEKDAYS.iter().find(|(w, _)| is_in(w)).map(|(_, day)| Sense::Weekday(*day));
    let other = || OTHERS.iter().find(|(w, _)| is_in(w)).map(|(_, sense)| *sense);
    let month = || MONTHS.iter().position(|w| is_in(w)).map(|i| Sense::Month(i as u32 + 1));
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
