//! smell and voice.

use crate::Bottega;
use serde_json::json;

const MACHINE: &str = "Non è solo un plaid: è un viaggio sensoriale. Lasciati avvolgere!\n";

#[test]
fn a_text_from_a_pipe_says_what_smells_and_what_to_do() {
    let bottega = Bottega::sound();
    let said = bottega.run(&["--lang", "it", "smell", "-"], MACHINE);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.starts_with("-:1:1: «Non è solo un plaid: è"), "{said:?}");
    assert!(said.err.contains("sa di macchina (3 segni, di 3 tipi)"), "{said:?}");
    let human = bottega.run(&["--lang", "it", "smell", "-"], "Domani siamo chiusi.\n");
    assert_eq!((human.code, human.out.as_str()), (0, ""));
}

#[test]
fn with_json_each_text_is_one_line() {
    let bottega = Bottega::sound();
    bottega.write("a.txt", MACHINE);
    bottega.write("b.txt", "We open at nine.\n");
    let said = bottega.en(&["smell", "a.txt", "b.txt", "--json"]);
    let rows: Vec<serde_json::Value> =
        said.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    assert_eq!(rows.len(), 2, "{said:?}");
    assert_eq!((&rows[0]["path"], &rows[0]["lang"]), (&json!("a.txt"), &json!("it")));
    assert_eq!((&rows[0]["format"], &rows[0]["smells"]), (&json!(1), &json!(true)));
    let first = &rows[0]["findings"][0];
    assert_eq!(first["span"]["start"], 0);
    for key in ["kind", "marker", "reason", "instead"] {
        assert!(first[key].as_str().is_some_and(|said| !said.is_empty()), "{key}: {first}");
    }
    assert_eq!((&rows[1]["lang"], &rows[1]["findings"]), (&json!("en"), &json!([])));
}

#[test]
fn the_language_can_be_said() {
    let row = Bottega::sound().run(&["smell", "-", "--text-lang", "en", "--json"], "89 €\n");
    assert_eq!(row.json()["lang"], "en");
}

#[test]
fn a_file_that_is_missing_does_not_stop_the_others() {
    let bottega = Bottega::sound();
    bottega.write("b.txt", "We open at nine.\n");
    let said = bottega.en(&["smell", "manca.txt", "b.txt", "--json"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.out.contains("b.txt"), "{said:?}");
}

#[test]
fn the_voice_says_when_it_has_no_evidence() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["voice"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("ancora troppo poco per dirlo"), "{said:?}");
    let voices = bottega.en(&["voice", "--json"]).json();
    assert_eq!((&voices["voices"][0]["lang"], &voices["needed"]), (&json!("it"), &json!(8)));
}

#[test]
fn check_tells_a_post_that_smells_and_a_word_that_is_forbidden() {
    let bottega = Bottega::sound();
    bottega.write("voice.toml", "forbidden = [\"avvolgere\"]\n");
    let post = format!("id = \"9q8r7s6t\"\ntitle = \"y\"\nlang = \"it\"\ntext = {MACHINE:?}\n");
    bottega.write("ideas/y.9q8r7s6t.toml", &post);
    let found = bottega.en(&["check", "ideas/y.9q8r7s6t.toml", "--json"]).json();
    let codes: Vec<_> =
        found["findings"].as_array().expect("a list").iter().map(|f| &f["code"]).collect();
    assert!(
        codes.contains(&&json!("smell")) && codes.contains(&&json!("forbidden-word")),
        "{codes:?}"
    );
    assert_eq!(found["findings"][0]["line"], 4);
}

#[test]
fn what_goes_out_beside_the_text_is_smelt_too_and_said_at_its_place() {
    let bottega = Bottega::sound();
    let said = MACHINE.trim();
    let post = format!(
        "id = \"9q8r7s6t\"\ntitle = \"y\"\nlang = \"it\"\ntext = \"Domani siamo chiusi.\"\n\
         headline = {said:?}\nfirst_comment = {said:?}\n\n[variants.li]\nheadline = {said:?}\n\n\
         [[media]]\npath = \"media/plaid.jpg\"\nalt = {said:?}\n"
    );
    bottega.write("ideas/y.9q8r7s6t.toml", &post);
    let it = bottega.it(&["check", "ideas/y.9q8r7s6t.toml"]).out;
    for (place, part) in
        [("5:13", "nel titolo: "), ("6:18", "nel primo commento: "), ("9:13", "nel titolo: ")]
    {
        let line = format!("9q8r7s6t.toml:{place}: avviso: Sa di macchina: {part}");
        assert!(it.contains(&line), "{line} is not in\n{it}");
    }
    assert!(it.contains("nel testo alternativo di plaid.jpg: "), "{it}");
    let en = bottega.en(&["check", "ideas/y.9q8r7s6t.toml"]).out;
    assert!(en.contains("in the headline: ") && en.contains("in the first comment: "), "{en}");
    let plain = post.replace(said, "Un plaid di lana grezza, tessuto da Ada.");
    bottega.write("ideas/y.9q8r7s6t.toml", &plain);
    assert!(!bottega.it(&["check", "ideas/y.9q8r7s6t.toml", "--json"]).out.contains("smell"));
}

#[test]
fn a_post_is_read_as_one_by_its_path_or_its_id_and_another_file_as_a_text() {
    let bottega = Bottega::sound();
    let path = "ideas/plaid.9q8r7s6t.toml";
    let said = MACHINE.trim();
    let post = format!(
        "id = \"9q8r7s6t\"\ntitle = \"Non è solo un titolo: è un viaggio sensoriale\"\nlang = \"it\"\n\
         channels = [\"ig\", \"li\"]\nheadline = {said:?}\ntext = \"Domani siamo chiusi.\"\n\n\
         [variants.li]\ntext = \"Chiusi, e via.\\n{said}\"\n\n\
         [published.li]\nat = 2026-11-20T10:00:00Z\n"
    );
    bottega.write(path, &post);
    for named in [path, "9q8r7s6t"] {
        let it = bottega.it(&["smell", named]);
        assert_eq!(it.code, 1, "{it:?}");
        assert!(it.out.contains(&format!("{named}[titolo]:1:1: ")), "{it:?}");
        // What went out is read too: it was asked for.
        assert!(it.out.contains(&format!("{named}[testo, li]:2:1: ")), "{it:?}");
        assert!(it.err.contains(&format!("{named}[testo]: niente sa di macchina")), "{it:?}");
        // The title is internal, and nothing of the file itself is a text.
        assert!(!it.out.contains("solo un titolo"), "{it:?}");
        let en = bottega.en(&["smell", named]);
        assert!(en.out.contains(&format!("{named}[text, li]:2:1: ")), "{en:?}");
    }
    let json = bottega.en(&["smell", path, "--json"]);
    let rows: Vec<serde_json::Value> =
        json.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    let keys: Vec<_> =
        rows.iter().map(|row| (&row["part"], &row["channel"], &row["smells"])).collect();
    assert_eq!(
        keys,
        [
            (&json!("text"), &json!(null), &json!(false)),
            (&json!("text"), &json!("li"), &json!(true)),
            (&json!("headline"), &json!(null), &json!(true)),
        ],
        "{json:?}"
    );
    assert_eq!((&rows[0]["post"], &rows[0]["lang"]), (&json!("9q8r7s6t"), &json!("it")));
    // The same bytes elsewhere are no post.
    bottega.write("altrove.toml", &post);
    assert!(bottega.it(&["smell", "altrove.toml"]).out.contains("altrove.toml:2:10: "));
    bottega.write(path, &post.replace("lang = \"it\"", "lang = \"de\""));
    let it = bottega.it(&["smell", path]);
    assert!(it.err.contains("si giudicano solo italiano e inglese") && it.code == 0, "{it:?}");
    bottega.write(path, "id = \"9q8r7s6t\"\ntext = \n");
    let broken = bottega.it(&["smell", path]);
    assert!(broken.code == 2 && broken.err.contains(&format!("{path}:2:")), "{broken:?}");
}

#[test]
fn spans_are_bytes_of_the_file_as_it_lies_there() {
    let bottega = Bottega::sound();
    let raw = "\u{feff}Perché no.\r\n\r\nNon è solo un plaid: è un viaggio sensoriale.\r\nCosta 89 €.\r\n";
    bottega.write("a.txt", raw);
    for (verb, key) in [("smell", "findings"), ("claims", "claims")] {
        let said = bottega.en(&[verb, "a.txt", "--json"]).json();
        let found = said[key].as_array().expect("a list");
        assert!(!found.is_empty(), "{verb}");
        for row in found {
            let at = |end: &str| row["span"][end].as_u64().expect("a byte") as usize;
            assert_eq!(raw.get(at("start")..at("end")), row["quote"].as_str(), "{verb}: {row}");
        }
    }
}

#[test]
fn a_proposed_rule_is_accepted_by_its_number_and_revoked_again() {
    let bottega = Bottega::sound();
    let taken = ["La lana torna.", "Sabato si apre presto.", "Il telaio è pronto.", "Tre colori."];
    let mut origin = String::new();
    for (n, taken) in taken.iter().enumerate() {
        let decision = |at: usize, verdict: &str| {
            format!(
                "\n[[decision]]\nsentence = {at}\nhash = \"\"\nverdict = \"{verdict}\"\nby = \"Ada\"\nat = 2026-11-1{n}T10:00:00Z\n"
            )
        };
        bottega.write(
            &format!("drafts/3e5t7v9w/4t8w2zq{n}.toml"),
            &format!(
                "post = \"3e5t7v9w\"\nat = 2026-11-1{n}T09:00:00Z\ntext = \"{taken} Venite a vederlo!\"\n{}{}",
                decision(0, "accepted"),
                decision(1, "rejected")
            ),
        );
        let entry = format!(
            "\n[[origin]]\ndraft = \"3e5t7v9w/4t8w2zq{n}\"\ndecision = \"accepted\"\nat = 2026-11-1{n}T10:00:00Z\nby = \"Ada\"\n"
        );
        origin.push_str(&entry);
    }
    let post =
        format!("id = \"3e5t7v9w\"\ntitle = \"Lana\"\ntext = \"{}\"\n{origin}", taken.join(" "));
    bottega.write("ideas/lana.3e5t7v9w.toml", &post);
    let said = bottega.it(&["voice"]);
    assert!(said.out.contains("1. Non lasci mai un punto esclamativo"), "{said:?}");
    assert!(said.out.contains("4 decisioni su 4"), "{said:?}");
    let found = bottega.en(&["voice", "--json"]).json();
    assert_eq!(found["proposals"][0]["kind"], "no-exclamation");
    assert_eq!(found["proposals"][0]["cases"].as_array().map(Vec::len), Some(4));
    let done = bottega.it(&["voice", "accept", "1"]);
    assert_eq!(done.code, 0, "{done:?}");
    let found = bottega.en(&["voice", "--json"]).json();
    assert_eq!(
        (&found["proposals"], &found["learned"][0]["kind"]),
        (&json!([]), &json!("no-exclamation"))
    );
    bottega.write(
        "ideas/altra.5g7h9j2k.toml",
        "id = \"5g7h9j2k\"\ntitle = \"Altra\"\ntext = \"Venite!\"\n",
    );
    let checked = bottega.it(&["check"]);
    assert!(checked.out.contains("da 4 decisioni su 4"), "{checked:?}");
    assert_eq!(bottega.it(&["voice", "revoke", "1"]).code, 0);
    assert_eq!(bottega.it(&["voice", "refuse", "7"]).code, 2);
}

#[test]
fn a_phrase_of_the_voice_that_cannot_be_looked_for_is_a_problem_at_its_place() {
    let bottega = Bottega::sound();
    bottega
        .write("voice.toml", "dont = [\"Niente sconti\"]\nforbidden = [\"magia\", \"più la*\"]\n");
    let found = bottega.en(&["check", "--json"]);
    assert_eq!(found.code, 1, "{found:?}");
    let problem = &found.json()["problems"][0];
    let place = (&problem["path"], &problem["line"], &problem["column"], &problem["code"]);
    let expected = (&json!("voice.toml"), &json!(2), &json!(28), &json!("bad-pattern"));
    assert_eq!(place, expected, "{problem}");
    let said = bottega.it(&["check"]);
    assert!(said.out.contains("voice.toml:2:28") && said.out.contains("unic*"), "{said:?}");
}
