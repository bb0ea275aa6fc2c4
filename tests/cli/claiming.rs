//! claims.

use crate::Bottega;

const FACTS: &str = r#"
[[fact]]
id = "sciarpa"
text = "La sciarpa costa 89 €."

[[fact]]
id = "corso"
text = "Il corso costa 45 €."
expires = 2026-10-31
"#;

const TEXT: &str = "È la sciarpa da 95 €. Il corso costa 45 €.\n";

fn bottega() -> Bottega {
    let bottega = Bottega::sound();
    bottega.write("facts/prezzi.toml", FACTS);
    bottega
}

#[test]
fn what_a_fact_says_passes_and_what_it_denies_does_not() {
    let bottega = bottega();
    let right = bottega.run(&["--lang", "it", "claims", "-"], "La sciarpa costa 89 €.\n");
    assert_eq!(right.code, 0, "{right:?}");
    assert!(right.out.contains("confermato: «89 €»: lo dice il fatto «sciarpa»"), "{right:?}");
    let wrong = bottega.run(&["--lang", "it", "claims", "-"], "La sciarpa costa 95 €.\n");
    assert_eq!(wrong.code, 1, "{wrong:?}");
    assert!(wrong.out.starts_with("-:1:18: prezzo, smentito: «95 €»"), "{wrong:?}");
    let old = bottega.run(&["--lang", "en", "claims", "-"], "Il corso costa 45 €.\n");
    assert_eq!(old.code, 1, "{old:?}");
    assert!(old.out.starts_with("-:1:16: price, expired: “45 €”"), "{old:?}");
}

#[test]
fn what_nobody_knows_stops_only_where_that_is_asked_for() {
    let (bottega, text) = (bottega(), "Abbiamo 40 gomitoli.\n");
    let calm = bottega.run(&["--lang", "it", "claims", "-"], text);
    assert_eq!(calm.code, 0, "{calm:?}");
    assert!(calm.out.contains("da verificare: «40 gomitoli»"), "{calm:?}");
    assert_eq!(bottega.run(&["claims", "--strict", "-"], text).code, 1);
    let asked = ["--lang", "en", "claims", "--strict", "--brief", "40 gomitoli in bottega", "-"];
    let said = bottega.run(&asked, text);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("the brief says so"), "{said:?}");
}

#[test]
fn json_gives_spans_in_bytes_and_what_stands_against_a_claim() {
    let bottega = bottega();
    bottega.write("testo.txt", TEXT);
    let said = bottega.run(&["claims", "testo.txt", "--json"], "");
    assert_eq!(said.code, 1, "{said:?}");
    let json = said.json();
    assert_eq!(json["format"], 1);
    assert_eq!(json["today"], "2026-11-25");
    let rows = json["claims"].as_array().expect("a list");
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            let at = |end: &str| row["span"][end].as_u64().expect("bytes") as usize;
            assert_eq!(row["quote"], TEXT[at("start")..at("end")], "{row}");
            (row["verdict"].as_str().expect("a word"), row["fact"].as_str().expect("an id"))
        })
        .collect();
    assert_eq!(told, [("contradicted", "sciarpa"), ("expired", "corso")]);
    assert_eq!(rows[1]["expires"], "2026-10-31");
}

const CHANGED: &str = r#"
[[fact]]
id = "sciarpa"
text = "La sciarpa costa 95 €."
"#;

/// A post of this Thursday that says a price, in its text or beside it.
fn selling(bottega: &Bottega, beside: &str, text: &str) {
    let post = format!(
        "id = \"m4n5p6q7\"\ntitle = \"Sciarpa\"\nwhen = 2026-11-26T09:00:00\n\
         channels = [\"ig\"]\nlang = \"it\"\n{beside}text = \"{text}\"\n"
    );
    bottega.write("posts/2026/W48/sciarpa.m4n5p6q7.toml", &post);
}

#[test]
fn a_fact_that_changes_reopens_the_posts_that_used_it_in_check_week_and_next() {
    let bottega = bottega();
    selling(&bottega, "", "La sciarpa costa 89 €.");
    let sciarpa = |json: &serde_json::Value| {
        let days = json["days"].as_array().expect("days");
        let cards = days.iter().flat_map(|day| day["placements"].as_array().expect("cards"));
        cards.clone().find(|card| card["id"] == "m4n5p6q7").expect("the card").clone()
    };
    let calm = sciarpa(&bottega.run(&["week", "--json"], "").json());
    assert_eq!(calm["flags"], serde_json::json!([]));
    bottega.write("facts/prezzi.toml", CHANGED);
    let open = sciarpa(&bottega.run(&["week", "--json"], "").json());
    assert_eq!(open["flags"], serde_json::json!(["needs-person"]));
    assert_eq!(open["findings"][0]["code"], "claim-contradicted");
    let next = bottega.run(&["next", "9"], "");
    assert!(next.out.contains("09:00  !  IG"), "{next:?}");
    let check = bottega.run(&["--lang", "it", "check"], "");
    let said = "«89 €»: il fatto «sciarpa» dice: La sciarpa costa 95 €.";
    assert!(check.out.contains(said), "{check:?}");
}

#[test]
fn check_finds_what_goes_out_beside_the_text_at_its_place() {
    let bottega = bottega();
    selling(&bottega, "first_comment = \"La sciarpa costa 79 €\"\n", "Eccola.");
    let check = bottega.run(&["--lang", "it", "check"], "");
    let place = "sciarpa.m4n5p6q7.toml:6:35: ";
    let line = check.out.lines().find(|line| line.contains(place)).expect("a line");
    assert!(line.contains("nel primo commento: «79 €»: il fatto «sciarpa» dice:"), "{check:?}");
}

#[test]
fn two_facts_that_give_different_figures_of_one_thing_are_said_at_both_places() {
    let bottega = bottega();
    bottega.write(
        "facts/vecchi.toml",
        "[[fact]]\nid = \"sciarpa-bis\"\ntext = \"La sciarpa costa 79 €.\"\n",
    );
    let said = bottega.it(&["check", "facts"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("facts/vecchi.toml:3:8: "), "{said:?}");
    assert!(said.out.contains("«sciarpa» (facts/prezzi.toml:3)"), "{said:?}");
    assert!(said.out.contains("dagli una scadenza"), "{said:?}");
    let told = bottega.en(&["check", "facts", "--json"]).json();
    assert_eq!(told["problems"][0]["code"], "facts-disagree", "{told}");
    // One that has had its day says nothing any more.
    bottega.write(
        "facts/vecchi.toml",
        "[[fact]]\nid = \"sciarpa-bis\"\ntext = \"La sciarpa costa 79 €.\"\nexpires = 2026-10-31\n",
    );
    assert_eq!(bottega.it(&["check", "facts"]).code, 0);
}

#[test]
fn of_a_post_of_the_folder_all_that_is_sent_is_read_and_nothing_of_its_file() {
    let bottega = bottega();
    let path = "ideas/y.9q8r7s6t.toml";
    let post = "id = \"9q8r7s6t\"\ntitle = \"Bozza 7\"\nlang = \"it\"\ntext = \"\"\"\nLa sciarpa costa 89 €.\n\nDa Ada 12 guanti.\n\"\"\"\nfirst_comment = \"La sciarpa costa 95 €.\"\n";
    bottega.write(path, post);
    let json = bottega.en(&["claims", path, "--json"]).json();
    assert_eq!(json["spans"], "text");
    let rows = json["claims"].as_array().expect("a list");
    let line = |row: &serde_json::Value| {
        format!("{} {} {}", row["part"], row["verdict"], row["quote"]).replace('"', "")
    };
    let said: Vec<String> = rows.iter().map(line).collect();
    assert!(said.contains(&"text supported 89 €".to_owned()), "{said:?}");
    assert!(said.contains(&"first-comment contradicted 95 €".to_owned()), "{said:?}");
    assert!(!said.iter().any(|row| row.contains("9q8r7s6t") || row.ends_with('7')), "{said:?}");
    let told = bottega.en(&["claims", path]);
    assert!(told.out.contains(&format!("{path}[first comment]:1:18: price")), "{told:?}");
    assert_eq!(told.code, 1);
    // Its id names it, too, and what stands where is said in the person's language.
    let told = bottega.it(&["claims", "9q8r7s6t"]);
    assert!(told.out.contains("9q8r7s6t[primo commento]:1:18: prezzo"), "{told:?}");
    assert!(told.out.contains("9q8r7s6t[testo]:1:18: prezzo"), "{told:?}");
    let by_id = bottega.it(&["claims", "9q8r7s6t", "--json"]).json();
    assert_eq!(by_id["claims"][0]["part"], rows[0]["part"]);
}
