//! Posts beside each other and weeks that lack something, in Italian and English.

use super::*;
use crate::checks::networks;
use crate::domain::{
    ContentHash, Holiday, Id, Ids, Pillar, PlanNotice, Post, Published, Slot, Variant, Voice, When,
    file_path,
};
use chrono::{NaiveDateTime, Weekday};
use chrono_tz::Europe::Rome;

/// Sunday 22 November 2026, eleven in the morning in Rome.
fn now() -> Now {
    Now { utc: "2026-11-22T10:00:00Z".parse().expect("an instant"), zone: Rome }
}

fn brand() -> Workspace {
    use Weekday::{Fri, Mon, Sun, Thu, Tue, Wed};
    let slots = |days: &[(Weekday, &str)]| {
        let slot = |(day, time): &(Weekday, &str)| Slot {
            day: *day,
            time: format!("{time}:00").parse().expect("a time"),
        };
        days.iter().map(slot).collect::<Vec<_>>()
    };
    let channel = |key: &str, network: &str, slots| Channel {
        key: key.into(),
        network: network.into(),
        account: None,
        short: None,
        limit: None,
        slots,
    };
    let pillar = |key: &str, share, promotes| Pillar {
        key: key.into(),
        name: key.into(),
        share: Some(share),
        promotes,
    };
    let noon = [(Mon, "12:30"), (Tue, "18:30"), (Wed, "12:30"), (Thu, "18:30"), (Fri, "12:30")];
    Workspace {
        country: Some("IT".into()),
        channels: vec![
            channel("ig", "instagram", slots(&noon)),
            channel("li", "linkedin", slots(&[(Tue, "08:45"), (Thu, "08:45")])),
            channel("tg", "telegram", slots(&[(Sun, "18:00")])),
            channel("fb", "facebook", Vec::new()),
        ],
        pillars: vec![pillar("prodotto", 0.4, true), pillar("mestiere", 0.6, false)],
        voice: Voice { hashtags: vec!["BottegaAurora".into()], ..Voice::default() },
        ..Workspace::new(Ids::from_seed(9).fresh(), "Bottega Aurora", Rome)
    }
}

struct Desk {
    ids: Ids,
    shelf: Shelf,
    workspace: Workspace,
}

impl Desk {
    fn new() -> Self {
        let mut shelf = Shelf::default();
        for back in -1..=6 {
            let week = Week::of(now().today()).offset(-back);
            shelf.replace_folder(&week.folder(), Vec::new(), Vec::new());
        }
        Self { ids: Ids::from_seed(48), shelf, workspace: brand() }
    }

    /// `when` is a day, or a day and an hour; channels apart by blanks.
    fn put(&mut self, when: &str, channels: &str, text: &str, more: impl FnOnce(&mut Post)) -> Id {
        let mut post = Post::new(self.ids.fresh(), "");
        post.title = text.split([' ', '.']).take(2).collect::<Vec<_>>().join(" ");
        post.when = Some(match when.split_once(' ') {
            Some(_) => When::Local(at(when)),
            None => When::Day(when.parse().expect("a day")),
        });
        post.channels = channels.split(' ').map(str::to_owned).collect();
        post.text = text.into();
        more(&mut post);
        let (id, path) = (post.id.clone(), file_path(&post, Rome));
        let hash = ContentHash::of(format!("{post:?}").as_bytes());
        self.shelf.put(Entry::new(path, hash, post));
        id
    }

    fn told(&self, id: &Id) -> Vec<FindingKind> {
        let plan = plan(&self.shelf, &self.workspace, networks(), now().today());
        let entry = self.shelf.get(id).expect("a post");
        plan.of(&entry.path).iter().map(|finding| finding.kind.clone()).collect()
    }

    fn codes(&self, id: &Id) -> Vec<&'static str> {
        self.told(id).iter().map(FindingKind::code).collect()
    }

    fn notices(&self, week: u32) -> Vec<PlanNotice> {
        let week = Week::new(2026, week).expect("a week");
        notices(week, &self.shelf, &self.workspace, now())
    }
}

fn at(text: &str) -> NaiveDateTime {
    format!("{}:00", text.replace(' ', "T")).parse().expect("a date and time")
}

fn as_is(_: &mut Post) {}

fn published(post: &mut Post) {
    for key in post.channels.clone() {
        let at = "2026-11-20T10:00:00Z".parse().expect("an instant");
        post.published.insert(key, Published { at, url: None });
    }
}

fn pillar(key: &str) -> impl FnOnce(&mut Post) {
    let key = key.to_owned();
    move |post| post.pillar = Some(key)
}

#[test]
fn two_posts_within_the_hour_on_one_channel_name_each_other() {
    let mut desk = Desk::new();
    let one = desk.put("2026-11-24 18:30", "ig fb", "La lana torna a casa.", as_is);
    let two = desk.put("2026-11-24 19:29", "fb ig", "Il telaio grande riposa.", as_is);
    let later = desk.put("2026-11-24 20:29", "ig", "Domani si tinge.", as_is);
    let elsewhere = desk.put("2026-11-24 18:30", "li", "Chi tesse la lana.", as_is);
    let untimed = desk.put("2026-11-24", "ig", "Un giorno senza ora.", as_is);
    let neighbour =
        Neighbour { title: "Il telaio".into(), at: at("2026-11-24 19:29"), timed: true };
    let channels = vec!["Instagram".into(), "Facebook".into()];
    assert_eq!(desk.told(&one), [FindingKind::SameHour { channels, other: neighbour }]);
    assert_eq!(desk.codes(&two), ["same-hour"]);
    for id in [later, elsewhere, untimed] {
        assert!(desk.told(&id).is_empty());
    }
}

#[test]
fn who_speaks_to_others_or_has_gone_out_is_not_in_the_way() {
    let mut desk = Desk::new();
    let lang = |lang: &str| {
        let lang = Some(lang.to_owned());
        |post: &mut Post| post.lang = lang
    };
    let it = desk.put("2026-11-24 12:30", "ig", "Stasera telaio aperto.", lang("it"));
    let en = desk.put("2026-11-24 12:45", "ig", "Open loom tonight.", lang("en-GB"));
    assert!(desk.told(&it).is_empty() && desk.told(&en).is_empty());
    let gone = desk.put("2026-11-26 12:30", "ig", "Uscito da poco.", published);
    let next = desk.put("2026-11-26 13:00", "ig", "Esce subito dopo.", as_is);
    assert!(desk.told(&gone).is_empty(), "nothing can be done about it");
    assert_eq!(desk.codes(&next), ["same-hour"]);
    let never_marked = desk.put("2026-11-18 12:30", "ig", "Il mercoledì si tinge.", as_is);
    desk.put("2026-11-18 13:00", "ig", "Il mercoledì si fila.", as_is);
    assert!(desk.told(&never_marked).is_empty(), "its day is over");
}

const LANA: &str = "Da lunedì la lana grezza torna in bottega, con tre colori nuovi e quaranta \
                    gomitoli che Bruno ha tinto a mano la settimana scorsa.";

#[test]
fn a_caption_that_is_nearly_another_says_how_much_and_of_which() {
    let mut desk = Desk::new();
    let one = desk.put("2026-11-23 12:30", "ig", LANA, as_is);
    let text = LANA.replace("quaranta", "cinquanta");
    let two = desk.put("2026-12-04 12:30", "ig fb", &text, as_is);
    let told = desk.told(&one);
    let [FindingKind::NearlySame { other, percent }] = &told[..] else { panic!("{told:?}") };
    assert_eq!((other.at, *percent), (at("2026-12-04 12:30"), 86));
    assert_eq!(desk.codes(&two), ["nearly-same"]);
    let same = desk.put("2026-12-10 12:30", "ig", &format!("{LANA}\n\n#lana #tintura"), as_is);
    let told = desk.told(&same);
    let [FindingKind::NearlySame { other, percent }] = &told[..] else { panic!("{told:?}") };
    assert_eq!((other.at, *percent), (at("2026-11-23 12:30"), 100), "hashtags are no words of it");
}

#[test]
fn what_is_alike_elsewhere_long_ago_or_by_chance_is_let_be() {
    let mut desk = Desk::new();
    desk.put("2026-10-12 12:30", "ig", LANA, published);
    let again = desk.put("2026-11-23 12:30", "ig", LANA, as_is);
    let other_channel = desk.put("2026-11-24 08:45", "li", LANA, as_is);
    let own = desk.put("2026-11-25 08:45", "ig li", "Un testo che parla del telaio.", |post| {
        let text = Some(LANA.to_owned());
        post.variants.insert("li".into(), Variant { text, ..Variant::default() });
    });
    assert!(desk.told(&again).is_empty(), "six weeks are enough");
    assert_eq!(desk.codes(&own), ["nearly-same"], "by what it says there");
    assert_eq!(desk.codes(&other_channel), ["nearly-same"]);
    let short = desk.put("2026-11-26 18:30", "tg", "Buona domenica a tutti voi.", as_is);
    desk.put("2026-11-29 18:00", "tg", "Buona domenica a tutti voi.", as_is);
    assert!(desk.told(&short).is_empty());
    let opening = "The workshop is open on Saturday from nine to one, come and see the loom.";
    let course = desk.put("2026-12-01 12:30", "fb", &format!("{opening} We dye with madder, slowly, and the yard will be red by noon if it does not rain."), as_is);
    desk.put("2026-12-03 12:30", "fb", &format!("{opening} Nora has bread and Bruno has wine which nobody has asked him to explain so far."), as_is);
    assert!(desk.told(&course).is_empty(), "a sentence that comes back is no copy");
}

#[test]
fn the_same_hashtags_on_two_posts_that_follow_are_told_once() {
    let mut desk = Desk::new();
    let one = desk.put("2026-11-23 12:30", "ig", "Si carda.\n#lana #Telaio #tessitura", as_is);
    let two = desk.put("2026-11-24 18:30", "ig", "Si fila. #tessitura", |post| {
        post.hashtags = vec!["telaio".into(), "lana".into()];
    });
    let three = desk.put("2026-11-25 12:30", "ig", "Si tesse. #lana #telaio #tessitura", as_is);
    let kind = |title: &str, when| FindingKind::SameHashtags {
        channel: "Instagram".into(),
        other: Neighbour { title: title.into(), at: at(when), timed: true },
        count: 3,
    };
    assert_eq!(desk.told(&one), [kind("Si fila", "2026-11-24 18:30")]);
    assert_eq!(desk.told(&two), [kind("Si carda", "2026-11-23 12:30")]);
    assert_eq!(desk.told(&three), [kind("Si fila", "2026-11-24 18:30")]);
}

#[test]
fn two_hashtags_the_brands_own_or_those_of_another_week_are_no_block() {
    for (tags, next) in [
        ("#lana #telaio", "2026-11-24 18:30"),
        ("#lana #telaio #bottegaaurora", "2026-11-24 18:30"),
        ("#lana #telaio #tessitura", "2026-12-02 12:30"),
    ] {
        let mut desk = Desk::new();
        let one = desk.put("2026-11-24 12:30", "ig", &format!("Si carda. {tags}"), as_is);
        desk.put(next, "ig", &format!("Si fila. {tags}"), as_is);
        assert!(desk.told(&one).is_empty(), "{tags} {next}");
    }
}

#[test]
fn three_promotions_in_a_row_are_told_where_the_brand_says_what_one_is() {
    let mut desk = Desk::new();
    let first = desk.put("2026-11-20 12:30", "ig", "Sciarpe in offerta.", |post| {
        post.pillar = Some("prodotto".into());
        published(post);
    });
    let second = desk.put("2026-11-23 12:30", "ig", "Berretti in offerta.", pillar("prodotto"));
    desk.put("2026-11-24 08:45", "li", "Come si carda.", pillar("mestiere"));
    let third = desk.put("2026-11-25 12:30", "ig", "Guanti in offerta.", pillar("prodotto"));
    assert!(desk.told(&first).is_empty());
    let told = desk.told(&second);
    let [FindingKind::PromotionsInARow { channel, count: 3, others }] = &told[..] else {
        panic!("{told:?}")
    };
    let titles: Vec<&str> = others.iter().map(|other| other.title.as_str()).collect();
    assert_eq!((channel.as_str(), titles), ("Instagram", vec!["Sciarpe in", "Guanti in"]));
    assert_eq!(desk.codes(&third), ["promotions-in-a-row"]);
    desk.workspace.pillars[0].promotes = false;
    desk.shelf.replace_brand(&[]);
    assert!(desk.told(&third).is_empty(), "nobody says what a promotion is");
    desk.workspace.pillars[0].promotes = true;
    desk.put("2026-11-24 18:30", "ig", "Chi tesse la lana.", pillar("mestiere"));
    assert!(desk.told(&third).is_empty(), "something else stands between them");
}

#[test]
fn what_goes_out_on_a_holiday_is_told_by_its_name() {
    let mut desk = Desk::new();
    let id = desk.put("2026-12-08 12:30", "ig fb", "Il presepe di lana.", as_is);
    let told = desk.told(&id);
    let [FindingKind::OnHoliday { holiday: Holiday { name, instead: false }, .. }] = &told[..]
    else {
        panic!("{told:?}")
    };
    assert_eq!((name.italian, name.english), ("Immacolata", "Immaculate Conception"));
    for country in [None, Some("UK")] {
        desk.workspace.country = country.map(str::to_owned);
        desk.shelf.replace_brand(&[]);
        assert!(desk.told(&id).is_empty(), "{country:?}");
    }
    let known = unknown_country(&desk.workspace);
    assert!(matches!(known, Some(PlanNotice::NoHolidays { country, .. }) if country == "UK"));
}

#[test]
fn a_week_says_which_usual_slots_it_leaves_empty() {
    let mut desk = Desk::new();
    desk.put("2026-11-20 12:30", "ig", "Venerdì.", published);
    for day in ["23", "24", "26", "27"] {
        desk.put(&format!("2026-11-{day} 11:00"), "ig", "Un filo al giorno.", as_is);
    }
    desk.put("2026-11-24 08:45", "li", "Chi tesse la lana.", as_is);
    desk.put("2026-11-29", "tg", "La lettera.", as_is);
    let unfilled = |channel: &str, slot| PlanNotice::Unfilled {
        channel: channel.into(),
        slots: vec![at(slot)],
    };
    let lacks = [unfilled("ig", "2026-11-25 12:30"), unfilled("li", "2026-11-26 08:45")];
    assert_eq!(desk.notices(48), lacks);
    assert_eq!(desk.notices(49), [], "nobody has begun to plan it");
    assert_eq!(desk.notices(46), [], "it is over");
    let read = Shelf::default();
    let shelf = std::mem::replace(&mut desk.shelf, read);
    desk.shelf.put(shelf.entries().next().expect("a post").clone());
    assert_eq!(desk.notices(48), [], "what was before is not read");
}

#[test]
fn nobody_is_asked_to_post_on_a_holiday() {
    let mut desk = Desk::new();
    for week in 49..=50 {
        let week = Week::new(2026, week).expect("a week");
        desk.shelf.replace_folder(&week.folder(), Vec::new(), Vec::new());
    }
    // Week 50: Tuesday 8 December is a holiday.
    for day in ["07", "09", "10", "11"] {
        desk.put(&format!("2026-12-{day} 12:30"), "ig", "Un filo al giorno.", as_is);
    }
    desk.put("2026-12-10 08:45", "li", "Chi tesse la lana.", as_is);
    desk.put("2026-12-13 18:00", "tg", "La lettera.", as_is);
    assert_eq!(desk.notices(50), []);
}

#[test]
fn a_channel_that_was_heard_and_is_no_more_is_silent_since_its_last_post() {
    let mut desk = Desk::new();
    desk.put("2026-11-19 18:30", "ig", "Giovedì.", published);
    desk.put("2026-11-19 08:45", "li", "Chi tesse la lana.", published);
    desk.put("2026-11-26 08:45", "li", "Chi ha tessuto la lana.", as_is);
    let silence = |channel: &str, slot, days| PlanNotice::Silence {
        channel: channel.into(),
        at: at(slot),
        days,
    };
    let told = desk.notices(48);
    // Friday and Monday have passed by; of LinkedIn only Tuesday. The letter never began.
    assert_eq!(told[0], silence("ig", "2026-11-24 18:30", 5));
    assert!(told[1..].iter().all(|other| matches!(other, PlanNotice::Unfilled { .. })), "{told:?}");
    assert_eq!(told.len(), 3);
}

#[test]
fn a_pillar_far_from_its_share_is_told_over_four_weeks_and_not_on_few_posts() {
    let mut desk = Desk::new();
    for day in 2..=10 {
        let when = format!("2026-11-{day:02} 10:00");
        desk.put(&when, "fb", "Un prodotto al giorno.", |post| {
            post.pillar = Some("prodotto".into());
            published(post);
        });
    }
    let share = |notices: Vec<PlanNotice>| {
        let shares = notices.into_iter().filter(|n| matches!(n, PlanNotice::Share { .. }));
        shares.collect::<Vec<_>>()
    };
    assert_eq!(share(desk.notices(48)), []);
    desk.put("2026-11-24 10:00", "fb ig", "Come si carda la lana.", pillar("mestiere"));
    let of = |pillar: &str, wanted, here| PlanNotice::Share {
        pillar: pillar.into(),
        wanted,
        here,
        posts: 10,
        weeks: 4,
    };
    let far = [of("mestiere", 60, 10), of("prodotto", 40, 90)];
    assert_eq!(share(desk.notices(48)), far, "the rare one first");
    desk.workspace.pillars[0].share = Some(0.8);
    desk.workspace.pillars[1].share = None;
    assert_eq!(share(desk.notices(48)), [], "a tenth is no distance");
}

#[test]
fn thousands_of_posts_are_compared_in_the_time_of_a_breath() {
    let words: Vec<String> = (0..997).map(|n| format!("parola{n}")).collect();
    let mut desk = Desk::new();
    for n in 0..4_000_usize {
        let text: Vec<&str> =
            (0..40).map(|at| words[(n * 31 + at * at * (n % 89 + 1)) % 997].as_str()).collect();
        let day = NaiveDateTime::default() + TimeDelta::hours(20_790 * 24 + n as i64);
        desk.put(&day.format("%Y-%m-%d %H:%M").to_string(), "ig", &text.join(" "), as_is);
    }
    let begun = std::time::Instant::now();
    let all = plan(&desk.shelf, &desk.workspace, networks(), now().today());
    let took = begun.elapsed();
    assert!(all.captions.len() == 4_000 && took.as_secs() < 10, "{took:?} without optimising");
}
