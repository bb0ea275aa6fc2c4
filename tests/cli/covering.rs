//! check and week: the plan as a whole.

use crate::Bottega;
use serde_json::json;

fn post(id: &str, when: &str, text: &str) -> String {
    format!(
        "id = \"{id}\"\ntitle = \"Post {id}\"\nwhen = {when}\nchannels = [\"ig\"]\npillar = \"prodotto\"\ntext = \"{text}\"\n"
    )
}

#[test]
fn posts_beside_each_other_are_told_of_both_in_both_languages() {
    let bottega = Bottega::sound();
    let (one, two) = ("posts/2026/W48/a.2222222a.toml", "posts/2026/W48/b.2222222b.toml");
    bottega.write(one, &post("2222222a", "2026-11-27T12:30:00", "Si carda. #lana #filo #fuso"));
    bottega.write(two, &post("2222222b", "2026-11-27T13:00:00", "Si fila. #fuso #filo #lana"));
    let found = bottega.en(&["check", "--json"]).json();
    let of = |path: &str| -> Vec<String> {
        let all = found["findings"].as_array().expect("findings").iter();
        let here = all.filter(|it| it["path"] == path && it["code"] != "claim-unknown");
        here.map(|it| format!("{}:{} {}", it["line"], it["channel"], it["code"])).collect()
    };
    for path in [one, two] {
        assert_eq!(of(path), ["3:\"ig\" \"same-hour\"", "6:\"ig\" \"same-hashtags\""], "{found:#}");
    }
    let said = bottega.it(&["check"]);
    let line = format!(
        "{one}:3:1: avviso: Su Instagram esce anche «Post 2222222b» (ven 27 nov 13:00), a meno di un’ora da questo"
    );
    assert!(said.out.contains(&line), "{said:?}");
    assert!(said.out.contains("Gli stessi 3 hashtag di «Post 2222222a» (ven 27 nov)"), "{said:?}");
    assert_eq!(said.code, 0);
    assert_eq!(bottega.it(&["check", "--strict"]).code, 1);
}

#[test]
fn promotions_in_a_row_are_told_where_the_brand_names_them() {
    let bottega = Bottega::sound();
    for (id, day) in [("2222222a", 25), ("2222222b", 26), ("2222222c", 27)] {
        let when = format!("2026-11-{day}T12:30:00");
        bottega.write(&format!("posts/2026/W48/x.{id}.toml"), &post(id, &when, "Lana."));
    }
    assert!(!bottega.en(&["check"]).out.contains("promotions"));
    let brand = bottega.read("palinsesto.toml");
    bottega.write("palinsesto.toml", &format!("{brand}promotes = true\n"));
    let said = bottega.en(&["check"]);
    // The launch of Tuesday is of the same pillar.
    let told = "4 promotions in a row on Instagram, with “Post 2222222a” (Wed 25 Nov) and \
                “Post 2222222c” (Fri 27 Nov)";
    assert!(said.out.contains(told), "{said:?}");
}

#[test]
fn what_a_week_lacks_and_keeps_is_said_and_is_data() {
    let bottega = Bottega::sound();
    let brand = bottega.read("palinsesto.toml");
    bottega.write(
        "palinsesto.toml",
        &brand.replace("\n[channels.ig]", "country = \"IT\"\n\n[channels.ig]"),
    );
    bottega.write(
        "posts/2026/W50/x.2222222a.toml",
        &post("2222222a", "2026-12-08T12:30:00", "Il presepe di lana."),
    );
    let week = bottega.en(&["week", "2026-12-08", "--json"]).json();
    let holiday = json!({
        "name": "Immaculate Conception",
        "instead": false,
        "message": "Immaculate Conception",
    });
    assert_eq!(week["days"][1]["holiday"], holiday);
    assert_eq!(week["days"][2]["holiday"], json!(null));
    let notice = &week["notices"][0];
    assert_eq!((&notice["code"], &notice["channel"]), (&json!("silence"), &json!("ig")));
    assert_eq!((&notice["at"], &notice["days"]), (&json!("2026-12-07T12:30:00"), &json!(13)));
    let said = bottega.it(&["week", "2026-12-08", "--plain"]);
    assert!(said.out.contains("martedì 8 dicembre 2026: Immacolata\n"), "{said:?}");
    assert!(said.out.contains("lun 7 dic: nessun post su Instagram da 13 giorni\n"), "{said:?}");
    let said = bottega.it(&["check", "posts/2026/W50"]);
    assert!(said.out.contains("Esce in un giorno di festa, mar 8 dic: Immacolata"), "{said:?}");
}

#[test]
fn a_country_whose_holidays_nobody_knows_is_said_once() {
    let bottega = Bottega::sound();
    let brand = bottega.read("palinsesto.toml");
    bottega.write(
        "palinsesto.toml",
        &brand.replace("\n[channels.ig]", "country = \"UK\"\n\n[channels.ig]"),
    );
    let said = bottega.en(&["check"]);
    let line = "palinsesto.toml:8:1: note: No holidays are known for “UK”";
    assert_eq!(said.out.matches(line).count(), 1, "{said:?}");
    assert!(said.out.contains("Known are: IT, SM, CH, FR, DE, ES, GB, IE, US"), "{said:?}");
    assert_eq!(said.code, 0, "it is no fault");
    let notices = bottega.en(&["check", "palinsesto.toml", "--json"]).json()["notices"].clone();
    assert_eq!(notices[0]["code"], "no-holidays");
}
