use super::*;

/// Wednesday.
const NOW: &str = "2026-11-25T10:00:00";

fn at(now: &str) -> NaiveDateTime {
    now.parse().expect("a date and time")
}

/// `2026-11-26`, `2026-11-26 18:30`, with ` | other` for a second reading, `W` for a week.
fn said(text: &str, now: &str) -> String {
    let show = |r: Reading| match r.time {
        Some(time) => format!("{} {}", r.date, time.format("%H:%M")),
        None => r.date.to_string(),
    };
    match parse(text, at(now)) {
        Ok(resolved) => {
            let readings: Vec<String> = resolved.readings().map(show).collect();
            format!("{}{}", readings.join(" | "), if resolved.whole_week { " W" } else { "" })
        }
        Err(error) => format!("{:?} at {}", error.why, error.at),
    }
}

fn table(rows: &[(&str, &str)]) {
    let differ = |(phrase, expected): &(&str, &str)| {
        let found = said(phrase, NOW);
        (found != *expected).then(|| format!("{phrase}: {found}, not {expected}"))
    };
    let wrong: Vec<String> = rows.iter().filter_map(differ).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_and_times_in_italian() {
    table(&[
        ("oggi", "2026-11-25"),
        ("domani", "2026-11-26"),
        ("Domani alle 9", "2026-11-26 09:00"),
        ("domani alle 9.30", "2026-11-26 09:30"),
        ("domani alle nove", "2026-11-26 09:00"),
        ("domani alle 18 e 30", "2026-11-26 18:30"),
        ("domani alle 18 e mezza", "2026-11-26 18:30"),
        ("domani sera alle 9", "2026-11-26 21:00"),
        ("domani mattina alle 9", "2026-11-26 09:00"),
        ("domattina alle 8", "2026-11-26 08:00"),
        ("stasera alle 8", "2026-11-25 20:00"),
        ("domani alle 3 del pomeriggio", "2026-11-26 15:00"),
        ("domani a mezzogiorno", "2026-11-26 12:00"),
        ("domani 18", "2026-11-26 18:00"),
        ("dopodomani", "2026-11-27"),
        ("dopodomani ore 18:30", "2026-11-27 18:30"),
        ("ieri", "2026-11-24"),
        ("l'altro ieri", "2026-11-23"),
        ("oggi a otto", "2026-12-02"),
        ("18:30", "2026-11-25 18:30"),
        ("alle 9", "2026-11-26 09:00"),
    ]);
}

#[test]
fn days_and_times_in_english() {
    table(&[
        ("today", "2026-11-25"),
        ("tomorrow 9:30", "2026-11-26 09:30"),
        ("tomorrow 9am", "2026-11-26 09:00"),
        ("tomorrow at 9 pm", "2026-11-26 21:00"),
        ("tomorrow at 9 p.m.", "2026-11-26 21:00"),
        ("tomorrow at noon", "2026-11-26 12:00"),
        ("tomorrow at 12am", "2026-11-26 00:00"),
        ("tomorrow 9 in the evening", "2026-11-26 21:00"),
        ("tonight at 8", "2026-11-25 20:00"),
        ("the day after tomorrow", "2026-11-27"),
        ("yesterday", "2026-11-24"),
        ("9:30 pm", "2026-11-25 21:30"),
        ("9am", "2026-11-26 09:00"),
    ]);
}

#[test]
fn weekdays_are_the_coming_ones() {
    table(&[
        ("gio 18:30", "2026-11-26 18:30"),
        ("giovedì", "2026-11-26"),
        ("gio. alle 18", "2026-11-26 18:00"),
        ("mar", "2026-12-01"),
        ("lunedì alle 9", "2026-11-30 09:00"),
        ("questo venerdì", "2026-11-27"),
        ("martedì prossimo", "2026-12-01"),
        ("il prossimo martedì alle 9", "2026-12-01 09:00"),
        ("lunedì scorso", "2026-11-23"),
        ("fri 6pm", "2026-11-27 18:00"),
        ("next tue 9am", "2026-12-01 09:00"),
        ("this friday", "2026-11-27"),
        ("last monday", "2026-11-23"),
        ("on monday at 9", "2026-11-30 09:00"),
        ("weekend", "2026-11-28"),
        ("fine settimana", "2026-11-28"),
    ]);
}

#[test]
fn dates_in_both_languages() {
    table(&[
        ("24 dic 18:00", "2026-12-24 18:00"),
        ("24 dicembre", "2026-12-24"),
        ("il 24 dicembre alle 18", "2026-12-24 18:00"),
        ("il prossimo 24 dicembre", "2026-12-24"),
        ("24 dic. 2027", "2027-12-24"),
        ("giovedì 24 dicembre", "2026-12-24"),
        ("2026-12-24", "2026-12-24"),
        ("2026-12-24T18:30", "2026-12-24 18:30"),
        ("2026-12-24 18:30:00", "2026-12-24 18:30"),
        ("24/12", "2026-12-24"),
        ("24/12/2026", "2026-12-24"),
        ("24/12/26 18:30", "2026-12-24 18:30"),
        ("24.12.2026", "2026-12-24"),
        ("24-12-2026", "2026-12-24"),
        ("1 ago", "2027-08-01 | 2026-08-01"),
        ("3 mar", "2027-03-03"),
        ("dec 24 6pm", "2026-12-24 18:00"),
        ("december 24th, 2026", "2026-12-24"),
        ("24th of december", "2026-12-24"),
        ("24 dec", "2026-12-24"),
        ("may 3", "2027-05-03"),
        ("12/24", "2026-12-24"),
        ("il 10", "2026-12-10"),
        ("the 30th at 9", "2026-11-30 09:00"),
        ("gio 26", "2026-11-26"),
        ("29 feb", "2028-02-29"),
        ("mar 1", "2026-12-01 | 2027-03-01"),
        ("mar 3 9:00", "2027-03-03 09:00"),
        ("mar 9 feb", "2027-02-09"),
    ]);
}

#[test]
fn counted_days_weeks_and_months() {
    table(&[
        ("fra 3 giorni", "2026-11-28"),
        ("tra tre giorni alle 9", "2026-11-28 09:00"),
        ("fra una settimana", "2026-12-02"),
        ("fra due settimane", "2026-12-09"),
        ("fra un mese", "2026-12-25"),
        ("fra 2 ore", "2026-11-25 12:00"),
        ("3 giorni fa", "2026-11-22"),
        ("una settimana fa", "2026-11-18"),
        ("in 3 days", "2026-11-28"),
        ("in 3 days at 18:30", "2026-11-28 18:30"),
        ("in a week", "2026-12-02"),
        ("in two weeks", "2026-12-09"),
        ("2 weeks ago", "2026-11-11"),
        ("+2w", "2026-12-09"),
        ("+1s", "2026-12-02"),
        ("+3g", "2026-11-28"),
        ("+3d 9:00", "2026-11-28 09:00"),
        ("-1w", "2026-11-18"),
        ("+1", "2026-11-26"),
    ]);
}

#[test]
fn weeks_and_edges_of_months() {
    table(&[
        ("w50", "2026-12-07 W"),
        ("W50", "2026-12-07 W"),
        ("settimana 50", "2026-12-07 W"),
        ("week 50", "2026-12-07 W"),
        ("2026-W50", "2026-12-07 W"),
        ("2027w01", "2027-01-04 W"),
        ("w10", "2027-03-08 W"),
        ("gio settimana 50", "2026-12-10"),
        ("w50 thu 18:30", "2026-12-10 18:30"),
        ("settimana prossima", "2026-11-30 W"),
        ("la prossima settimana", "2026-11-30 W"),
        ("questa settimana", "2026-11-23 W"),
        ("settimana scorsa", "2026-11-16 W"),
        ("next week", "2026-11-30 W"),
        ("giovedì della prossima settimana", "2026-12-03"),
        ("thu next week 9am", "2026-12-03 09:00"),
        ("fine mese", "2026-11-30"),
        ("a fine mese", "2026-11-30"),
        ("fine dicembre", "2026-12-31"),
        ("metà dicembre", "2026-12-15"),
        ("inizio mese", "2026-12-01"),
        ("fine del mese prossimo", "2026-12-31"),
        ("end of month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("mid december", "2026-12-15"),
        ("fine anno", "2026-12-31"),
        ("mese prossimo", "2026-12-01"),
        ("eom", "2026-11-30"),
    ]);
}

#[test]
fn two_readings_come_back_where_people_differ() {
    const SUNDAY: &str = "2026-11-22T10:00:00";
    assert_eq!(said("next tue", SUNDAY), "2026-11-24 | 2026-12-01");
    assert_eq!(said("martedì prossimo", SUNDAY), "2026-11-24 | 2026-12-01");
    assert_eq!(said("next tue", "2026-11-21T10:00:00"), "2026-11-24");
    assert_eq!(said("next fri", "2026-11-23T10:00:00"), "2026-11-27 | 2026-12-04");
    assert_eq!(said("mer", NOW), "2026-11-25 | 2026-12-02");
    assert_eq!(said("mer 18:30", NOW), "2026-11-25 18:30 | 2026-12-02 18:30");
    assert_eq!(said("mer 9:00", NOW), "2026-12-02 09:00");
    assert_eq!(said("3/12", NOW), "2026-12-03 | 2027-03-12");
    assert_eq!(said("24/11", NOW), "2027-11-24 | 2026-11-24");
    assert_eq!(said("martedì 24/11", NOW), "2026-11-24");
    assert_eq!(said("w47", NOW), "2027-11-22 | 2026-11-16 W");
    let doubt = parse("next tue", at(SUNDAY)).expect("understood").ambiguous;
    assert_eq!(doubt.map(|(why, _)| why), Some(Doubt::NextWeekday));
}

#[test]
fn a_day_without_its_year_is_never_silently_past() {
    let now = at(NOW);
    for month in 1..=12 {
        for day in 1..=28 {
            let resolved = parse(&format!("{day}.{month}."), now).expect("a date");
            assert!(!resolved.reading().is_past(now), "{day}.{month}.");
        }
    }
    for phrase in ["lun", "mar", "mer", "gio", "ven", "sab", "dom", "18:30", "9:00", "w1", "il 3"] {
        assert!(!parse(phrase, now).expect("understood").reading().is_past(now), "{phrase}");
    }
    assert!(parse("2026-11-24", now).expect("a date").reading().is_past(now));
    assert!(parse("oggi alle 9", now).expect("a time").reading().is_past(now));
}

#[test]
fn what_makes_no_sense_says_where() {
    table(&[
        ("", "Empty at 0"),
        ("   ", "Empty at 0"),
        ("quando capita", "UnknownWord at 0"),
        ("domani forse", "UnknownWord at 7"),
        ("30 feb", "NoSuchTime at 0"),
        ("2026-02-30", "NoSuchTime at 0"),
        ("2026-W54", "NoSuchTime at 0"),
        ("domani 25:00", "NoSuchTime at 7"),
        ("domani 13pm", "NoSuchTime at 7"),
        ("giovedì 25 dicembre", "OtherWeekday(2026-12-25) at 0"),
        ("tue 23", "OtherWeekday(2026-12-23) at 4"),
        ("tue 23 8:00", "OtherWeekday(2026-12-23) at 0"),
        ("tuesday week week", "UnknownWord at 13"),
        ("half thirteen", "UnknownWord at 0"),
        ("w/c", "UnknownWord at 0"),
        ("domani giovedì alle 9 alle 10", "SaidTwice at 28"),
        ("domani oggi", "SaidTwice at 7"),
        ("prossimo", "UnknownWord at 0"),
        ("24", "UnknownWord at 0"),
        ("domani a mezzanotte", "UnknownWord at 7"),
        ("99999999999999", "UnknownWord at 0"),
        ("fra 99999999999 giorni", "NoSuchTime at 0"),
        ("+", "UnknownWord at 0"),
    ]);
}

#[test]
fn a_weekday_and_a_figure_are_the_day_that_has_just_gone_by_where_none_to_come_agrees() {
    table(&[
        ("mon 23", "2026-11-23"),
        ("mon 23 8:00", "2026-11-23 08:00"),
        ("lun 23 alle 8", "2026-11-23 08:00"),
        ("mar 24", "2026-11-24 | 2027-03-24"),
        ("sun 22", "2026-11-22"),
        ("wed 23", "2026-12-23"),
    ]);
    assert_eq!(said("mon 23 8:00", "2026-03-10T10:00:00"), "2026-03-23 08:00");
    assert_eq!(said("mon 2 8:00", "2026-02-10T10:00:00"), "2026-03-02 08:00 | 2026-02-02 08:00");
}

#[test]
fn a_figure_after_a_weekday_is_an_hour_a_day_or_both() {
    table(&[
        ("tues 9", "2026-12-01 09:00"),
        ("gio 10", "2026-12-10 | 2026-11-26 10:00"),
        ("tue 17", "2026-12-01 17:00 | 2026-11-17"),
        ("tuesday 9 in the evening", "2026-12-01 21:00"),
        ("next tue 9", "2026-12-01 09:00"),
        ("gio 26", "2026-11-26"),
        ("tue the 17th", "2026-11-17"),
    ]);
    let doubt = parse("gio 10", at(NOW)).expect("understood").ambiguous;
    assert_eq!(doubt.map(|(why, _)| why), Some(Doubt::HourOrDay));
}

#[test]
fn a_week_after_a_day_and_the_week_of_a_day() {
    table(&[
        ("tuesday week", "2026-12-08"),
        ("tuesday week at 9", "2026-12-08 09:00"),
        ("wednesday week", "2026-12-02"),
        ("a week on tuesday", "2026-12-08"),
        ("a week tuesday 9:00", "2026-12-08 09:00"),
        ("two weeks on tuesday", "2026-12-15"),
        ("tomorrow week", "2026-12-03"),
        ("martedì a otto", "2026-12-08"),
        ("martedì a otto alle 9", "2026-12-08 09:00"),
        ("giovedì settimana prossima", "2026-12-03"),
        ("w/c 7 dec", "2026-12-07 W"),
        ("W/C 9 December", "2026-12-07 W"),
        ("week commencing 7 dec", "2026-12-07 W"),
        ("settimana del 7 dicembre", "2026-12-07 W"),
    ]);
}

#[test]
fn half_an_hour_in_words_is_of_either_half_of_the_day() {
    table(&[
        ("friday half seven", "2026-11-27 19:30 | 2026-11-27 07:30"),
        ("friday at half past 7", "2026-11-27 19:30 | 2026-11-27 07:30"),
        ("friday half past nine", "2026-11-27 09:30 | 2026-11-27 21:30"),
        ("friday half seven pm", "2026-11-27 19:30"),
        ("friday half seven in the morning", "2026-11-27 07:30"),
        ("friday quarter to nine", "2026-11-27 08:45 | 2026-11-27 20:45"),
        ("friday at quarter past 12", "2026-11-27 12:15"),
        ("venerdì alle sette e mezza", "2026-11-27 19:30 | 2026-11-27 07:30"),
        ("venerdì alle sette e mezza di sera", "2026-11-27 19:30"),
        ("venerdì alle 18 e mezza", "2026-11-27 18:30"),
    ]);
}

#[test]
fn near_the_ends_of_months_and_years() {
    assert_eq!(said("fra un mese", "2026-01-31T10:00:00"), "2026-02-28");
    assert_eq!(said("w1", "2026-12-30T10:00:00"), "2027-01-04 W");
    assert_eq!(said("domani", "2026-12-31T23:59:00"), "2027-01-01");
    assert_eq!(said("il 31", "2026-02-01T10:00:00"), "2026-03-31");
    assert_eq!(said("fine mese", "2028-02-10T10:00:00"), "2028-02-29");
    assert_eq!(said("15 gen", "2026-12-20T10:00:00"), "2027-01-15");
}

proptest::proptest! {
    #[test]
    fn no_phrase_brings_it_down(text in "\\PC{0,40}") {
        let _ = parse(&text, at(NOW));
    }

    #[test]
    fn words_of_the_table_in_any_order_never_bring_it_down(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "fra", "3", "giorni", "gio", "prossimo", "settimana", "50", "alle", "9", ":", "30",
                "24", "dic", "/", "-", "+", "w", "fine", "mese", "next", "tue", "a", "otto", "am",
                "2026", "th", "of", "oggi", "4294967295", "fa", "anno", "week", "on", "half", "past",
                "quarter", "to", "wc", "c", "tuesday", "e", "mezza", "sera",
            ]),
            0..8,
        ),
    ) {
        let _ = parse(&words.join(" "), at(NOW));
        let _ = parse(&words.join(""), at(NOW));
    }
}

#[test]
fn feasts_are_days() {
    table(&[
        ("natale", "2026-12-25"),
        ("natale alle 9", "2026-12-25 09:00"),
        ("a natale", "2026-12-25"),
        ("il prossimo natale", "2026-12-25"),
        ("la vigilia di Natale alle 18", "2026-12-24 18:00"),
        ("natale 2027", "2027-12-25"),
        ("capodanno", "2027-01-01"),
        ("san silvestro", "2026-12-31"),
        ("epifania", "2027-01-06"),
        ("l'Immacolata", "2026-12-08"),
        ("ferragosto", "2027-08-15 | 2026-08-15"),
        ("pasqua", "2027-03-28"),
        ("Pasqua 2028", "2028-04-16"),
        ("pasquetta", "2027-03-29"),
        ("lunedì dell'Angelo", "2027-03-29"),
        ("festa della mamma", "2027-05-09"),
        ("christmas", "2026-12-25"),
        ("at christmas", "2026-12-25"),
        ("Christmas Eve at 6pm", "2026-12-24 18:00"),
        ("next christmas", "2026-12-25"),
        ("new year's day", "2027-01-01"),
        ("new year’s eve", "2026-12-31"),
        ("easter", "2027-03-28"),
        ("easter monday", "2027-03-29"),
        ("good friday", "2027-03-26"),
        ("halloween", "2027-10-31 | 2026-10-31"),
        ("black friday", "2026-11-27"),
        ("cyber monday", "2026-11-30"),
        ("natale pasqua", "SaidTwice at 7"),
    ]);
}

#[test]
fn the_first_of_a_month_is_said_in_letters() {
    table(&[
        ("primo dicembre", "2026-12-01"),
        ("il primo", "2026-12-01"),
        ("il primo gennaio alle 9", "2027-01-01 09:00"),
        ("il primo di gennaio", "2027-01-01"),
        ("il primo del mese", "2026-12-01"),
        ("il primo del mese prossimo", "2026-12-01"),
        ("the first of december", "2026-12-01"),
        ("december first", "2026-12-01"),
        ("first december 2027", "2027-12-01"),
        ("martedì primo", "2026-12-01"),
    ]);
}
