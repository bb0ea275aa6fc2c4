//! init, demo, new, move, schema.

use crate::Bottega;
use crate::folder::said;

#[test]
fn a_new_folder_has_nothing_wrong_with_it() {
    for lang in ["it", "en"] {
        let bottega = Bottega::sound();
        let done = bottega.run(&["--lang", lang, "init", "nuova", "--yes"], "");
        assert_eq!(done.code, 0, "{done:?}");
        let checked = said(bottega.command().args(["-C", "nuova", "--lang", lang, "check"]));
        assert_eq!((checked.code, checked.out.as_str()), (0, ""), "{checked:?}");
        let again = bottega.run(&["--lang", lang, "init", "nuova", "--yes"], "");
        assert_eq!(again.code, 2);
    }
}

#[test]
fn the_demo_is_made_and_can_be_read() {
    let bottega = Bottega::sound();
    let made = bottega.it(&["demo", "prova", "--no-open"]);
    assert_eq!(made.code, 0, "{made:?}");
    let week = bottega.en(&["-C", "prova", "week", "--json"]).json();
    let days = week["days"].as_array().expect("days");
    let cards: usize = days.iter().map(|d| d["placements"].as_array().expect("cards").len()).sum();
    assert!(cards >= 12, "{cards} cards this week");
    assert_eq!(bottega.en(&["-C", "prova", "check"]).code, 1);
}

const LAUNCH: &str = "posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml";

#[test]
fn a_new_post_stands_in_its_week_as_it_was_said() {
    let bottega = Bottega::sound();
    let said = bottega.run(
        &[
            "--lang",
            "it",
            "new",
            "Gomitoli",
            "e",
            "telai",
            "--when",
            "gio 18:30",
            "--channel",
            "ig",
            "--channel",
            "li",
            "--label",
            "lancio",
            "--pillar",
            "prodotto",
            "--text",
            "-",
        ],
        "Due lane, un telaio.\n",
    );
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.ends_with("Quando: giovedì 26 novembre 2026 18:30\n"), "{said:?}");
    let path = said.out.lines().next().and_then(|line| line.strip_prefix("Nuovo post: "));
    let path = path.expect("the path");
    assert!(path.starts_with("posts/2026/W48/gomitoli-e-telai."), "{path}");
    let shown = bottega.en(&["show", path, "--json"]).json();
    assert_eq!(shown["title"], "Gomitoli e telai");
    assert_eq!(shown["when"], "2026-11-26T18:30:00+01:00");
    assert_eq!(shown["text"], "Due lane, un telaio.");
    assert_eq!(shown["labels"], serde_json::json!(["lancio"]));
    assert_eq!(shown["lang"], "it");
    assert_eq!(bottega.en(&["check", path]).code, 0);
}

#[test]
fn a_day_among_the_words_of_a_title_is_asked_about_and_never_made_a_title() {
    let bottega = Bottega::sound();
    for args in [&["thu 18:30", "Hi"][..], &["thu", "18:30", "Hi"], &["thu 18:30"]] {
        let said = bottega.en(&[&["new"], args].concat());
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains("“thu 18:30” is a day"), "{said:?}");
        assert!(said.err.contains("--when \"thu 18:30\""), "{said:?}");
    }
    for title in ["Natale in bottega", "Domani si apre", "24 idee", "Open at 9"] {
        let said = bottega.it(&["new", title]);
        assert!(said.out.starts_with("Nuova idea, senza giorno: ideas/"), "{said:?}");
    }
}

#[test]
fn a_post_with_a_day_and_no_channel_takes_the_one_that_is_usual_then_and_says_so() {
    let bottega = Bottega::sound();
    let said = bottega.en(&["new", "Red scarves", "--when", "fri 12:30"]);
    assert!(said.out.contains("Channel: Instagram"), "{said:?}");
    assert!(said.out.contains("--channel chooses another"), "{said:?}");
    let path = said.out.lines().next().and_then(|line| line.split(": ").nth(1));
    let checked = bottega.en(&["check", path.expect("a path")]);
    assert!(!checked.out.contains("channel"), "{checked:?}");
    let brand = bottega.read("palinsesto.toml");
    let slots = "network = \"linkedin\"\nslots = [\"tue thu 08:45\"]";
    bottega.write("palinsesto.toml", &brand.replace("network = \"linkedin\"", slots));
    let shown = bottega.en(&["new", "Blue", "--when", "thu 8:45", "--json"]).json();
    assert_eq!(shown["channels"][0]["key"], "li", "the one whose slot it is: {shown}");
    let idea = bottega.en(&["new", "Green", "--json"]).json();
    assert_eq!(idea["channels"], serde_json::json!([]), "an idea has none yet");
}

#[test]
fn without_a_day_it_is_an_idea() {
    let bottega = Bottega::sound();
    let made = bottega.en(&["new", "Why grey", "--json"]).json();
    assert_eq!((made["stage"].as_str(), made["when"].is_null()), (Some("idea"), true));
    assert!(made["path"].as_str().is_some_and(|path| path.starts_with("ideas/why-grey.")));
}

#[test]
fn a_new_post_speaks_the_brands_language_or_that_of_a_text_that_leaves_no_doubt() {
    let bottega = Bottega::sound();
    let lang = |text: &str, more: &[&str]| {
        let args = [&["new", "Lana", "--json", "--text", text], more].concat();
        bottega.en(&args).json()["lang"].as_str().map(str::to_owned)
    };
    let english = "The wool is back in the shop, and it is the best of the year for our scarves.";
    assert_eq!(lang("Back on Monday.", &[]).as_deref(), Some("it"), "a few words are no evidence");
    assert_eq!(lang(english, &[]).as_deref(), Some("en"));
    assert_eq!(lang(english, &["--language", "it"]).as_deref(), Some("it"), "who says it, knows");
    let said = bottega.it(&["new", "Lana", "--text", english]);
    assert!(said.out.contains("Lingua: inglese, come il testo"), "{said:?}");
}

#[test]
fn a_day_that_is_not_clear_is_never_written() {
    let bottega = Bottega::sound();
    let cases = [
        ("ieri", "è già passato", "has gone by"),
        ("oggi alle 9", "è già passato", "has gone by"),
        ("2026-11-24", "è già passato", "has gone by"),
        ("w50", "è una settimana intera", "is a whole week"),
        ("mer 18:30", "mercoledì 2 dicembre 2026 18:30", "Wednesday 2 December 2026 18:30"),
        ("24/11", "mercoledì 24 novembre 2027", "Wednesday 24 November 2027"),
        ("presto", "Non capisco", "do not understand"),
        ("2027-03-28 02:30", "saltano quest’ora", "skip this hour"),
        ("2027-10-31 02:30", "due volte quest’ora", "this hour twice"),
    ];
    for (when, it, en) in cases {
        for (said, expected) in [
            (bottega.it(&["new", "Lana", "--when", when]), it),
            (bottega.en(&["new", "Lana", "--when", when]), en),
        ] {
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{when}: {said:?}");
            assert!(said.err.contains(expected), "{when}: {said:?}");
        }
    }
    let fold = bottega.en(&["new", "Lana", "--when", "2027-10-31 02:30"]);
    assert!(
        fold.err.contains("2027-10-31T02:30:00+02:00 or 2027-10-31T02:30:00+01:00"),
        "{fold:?}"
    );
    let told = bottega.en(&["new", "Lana", "--when", "2027-10-31T02:30:00+01:00", "--json"]);
    assert_eq!(told.json()["when"], "2027-10-31T02:30:00+01:00");
    assert_eq!(bottega.files("ideas").len(), 1);
    assert_eq!(bottega.files("posts/2026/W48").len(), 1);
}

#[test]
fn a_channel_or_a_pillar_nobody_knows_is_refused_with_those_there_are() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["new", "Lana", "--channel", "tv"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Nessun canale si chiama «tv»\nPuò essere: ig, li, bs"), "{said:?}");
    let said = bottega.en(&["new", "Lana", "--pillar", "x"]);
    assert!(said.err.contains("It can be: prodotto"), "{said:?}");
}

#[test]
fn moving_within_the_week_changes_one_line() {
    let bottega = Bottega::sound();
    let before = bottega.read(LAUNCH);
    let said = bottega.it(&["move", "k3f9q7ab", "gio"]);
    assert_eq!(said.code, 0, "{said:?}");
    let expected = "\
Spostato: posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml
Quando: mercoledì 25 novembre 2026 18:45  LinkedIn
Quando: giovedì 26 novembre 2026 18:30  Instagram
";
    assert_eq!(said.out, expected);
    let after = before.replace("2026-11-24T18:30:00", "2026-11-26T18:30:00");
    assert_eq!(bottega.read(LAUNCH), after);
}

#[test]
fn moving_to_another_week_takes_the_file_along() {
    let bottega = Bottega::sound();
    let before = bottega.read(LAUNCH);
    let said = bottega.en(&["move", "k3f9q7ab", "+1w", "--all", "--json"]);
    assert_eq!(said.json()["when"], "2026-12-01T18:30:00+01:00", "{said:?}");
    assert_eq!(said.json()["suggestions"], 1);
    let findings = said.json()["findings"].to_string();
    assert!(!findings.contains("duplicate-id"), "{findings}");
    let moved = bottega.read("posts/2026/W49/lancio-collezione-invernale.k3f9q7ab.toml");
    let after = before
        .replace("2026-11-24T18:30:00", "2026-12-01T18:30:00")
        .replace("2026-11-25T18:45:00", "2026-12-02T18:45:00");
    assert_eq!(moved, after);
    assert_eq!(bottega.files("posts/2026/W48").len(), 0);
}

#[test]
fn a_whole_week_keeps_the_weekday_and_the_time() {
    let bottega = Bottega::sound();
    let said = bottega.en(&["move", "k3f9q7ab", "w50", "--json"]);
    assert_eq!(said.json()["when"], "2026-12-08T18:30:00+01:00", "{said:?}");
}

#[test]
fn one_channel_can_move_by_itself() {
    let bottega = Bottega::sound();
    let said = bottega.en(&["move", "k3f9q7ab", "fri 9am", "--channel", "li"]);
    assert_eq!(said.code, 0, "{said:?}");
    let text = bottega.read(LAUNCH);
    assert!(
        text.contains("when = 2026-11-24T18:30:00") && text.contains("when = 2026-11-27T09:00:00")
    );
    let other = bottega.it(&["move", "k3f9q7ab", "ven", "--channel", "bs"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("Il post non esce su «bs»"), "{other:?}");
}

#[test]
fn a_post_goes_among_the_ideas_and_back() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["move", "k3f9q7ab", "--ideas"]);
    assert_eq!(said.out, "Spostato: ideas/lancio-collezione-invernale.k3f9q7ab.toml\n", "{said:?}");
    let back = bottega.en(&["move", "k3f9q7ab", "2026-12-03 18:30", "--json"]).json();
    assert_eq!(back["path"], "posts/2026/W49/lancio-collezione-invernale.k3f9q7ab.toml");
    assert_eq!(back["stage"], "planned");
}

#[test]
fn nothing_moves_into_the_past() {
    let bottega = Bottega::sound();
    let before = bottega.read(LAUNCH);
    let said = bottega.it(&["move", "k3f9q7ab", "--", "-1w"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("martedì 17 novembre 2026 18:30 è già passato"), "{said:?}");
    assert_eq!(bottega.read(LAUNCH), before);
}

#[test]
fn the_schema_describes_a_post() {
    let schema = Bottega::sound().en(&["schema"]).json();
    assert!(schema["properties"]["channels"].is_object(), "{schema}");
}

#[test]
fn suggestions_are_kept_beside_the_post_and_never_in_it() {
    let bottega = Bottega::sound();
    let before = bottega.read(LAUNCH);
    let said = bottega.it(&["suggest", "k3f9q7ab", "-n", "2", "--topic", "la lana nuova"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("── 1/2 · compositore interno, non IA"), "{said:?}");
    assert!(said.err.contains("a te decidere: palinsesto show k3f9q7ab"), "{said:?}");
    assert_eq!(bottega.files("drafts/k3f9q7ab").len(), 3);
    assert_eq!(bottega.read(LAUNCH), before);
    let shown = bottega.en(&["show", "k3f9q7ab", "--json"]).json();
    assert_eq!(
        (&shown["suggestions"], shown["drafts"].as_array().map(Vec::len)),
        (&3.into(), Some(3))
    );
    assert!(bottega.it(&["show", "k3f9q7ab"]).out.contains("La lana è tornata."));
    let week = bottega.en(&["week", "--json"]).json();
    assert_eq!(week["days"][1]["placements"][0]["suggestions"], 3);
    assert_eq!(bottega.en(&["check"]).code, 0);
}

#[test]
fn suggestions_can_be_looked_at_without_keeping_them() {
    let bottega = Bottega::sound();
    let said = bottega.en(&["suggest", "k3f9q7ab", "--dry-run", "--json", "-n", "3"]).json();
    let texts: std::collections::BTreeSet<_> = said["suggestions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| s["text"].to_string())
        .collect();
    assert_eq!(texts.len(), 3, "they differ: {texts:?}");
    assert_eq!(bottega.files("drafts/k3f9q7ab").len(), 1);
}

#[test]
fn the_prompt_is_shown_and_not_sent() {
    let bottega = Bottega::sound();
    bottega.write_settings(
        "[ai.profiles.lontano]\nkind = \"openai\"\nbase_url = \"http://127.0.0.1:9/v1\"\nmodel = \"m\"\n\
         [ai.profiles.senza]\nkind = \"openai\"\nbase_url = \"http://127.0.0.1:9/v1\"\nmodel = \"m\"\n\
         key_env = \"PALINSESTO_NO_SUCH_KEY\"\n",
    );
    let keyless = bottega.it(&["suggest", "k3f9q7ab", "--profile", "senza", "--prompt"]);
    assert!(keyless.out.starts_with("A 127.0.0.1:9, per m:\n"), "{keyless:?}");
    let said = bottega.it(&["suggest", "k3f9q7ab", "--profile", "lontano", "--prompt"]);
    assert!(said.out.starts_with("A 127.0.0.1:9, per m:\n"), "{said:?}");
    assert!(said.out.contains("La lana torna a casa."), "{said:?}");
    assert!(!said.out.contains("Foto dal magazzino"), "notes are for the team: {said:?}");
    let sent = bottega.it(&["suggest", "k3f9q7ab", "--profile", "lontano"]);
    assert_eq!(sent.code, 2);
    assert!(sent.err.contains("127.0.0.1:9"), "{sent:?}");
    let unknown = bottega.en(&["suggest", "k3f9q7ab", "--profile", "nessuno"]);
    assert!(unknown.err.contains("There is no AI profile called “nessuno”"), "{unknown:?}");
}

#[test]
fn what_is_doubtful_only_between_two_languages_is_read_in_the_one_spoken() {
    let bottega = Bottega::sound();
    let when = |said: crate::folder::Said| said.json()["when"].as_str().unwrap_or("").to_owned();
    let day = ["new", "Lana", "--json", "--when", "mar 1"];
    assert_eq!(when(bottega.it(&day)), "2026-12-01");
    assert_eq!(when(bottega.en(&day)), "2027-03-01");
    let order = ["new", "Lana", "--json", "--when", "3/12"];
    assert_eq!(when(bottega.it(&order)), "2026-12-03");
    assert_eq!(bottega.en(&order).code, 2);
}

#[test]
fn the_history_of_a_new_folder_begins_where_git_knows_who_works_there() {
    for (lang, left, message) in [
        ("it", "in nessun commit", "Il calendario di Nuova"),
        ("en", "in no commit yet", "The calendar of Nuova"),
    ] {
        let bottega = Bottega::sound();
        let home = bottega.root().parent().expect("a home").to_owned();
        let init = |name: &str| bottega.run(&["--lang", lang, "init", name, "--yes"], "");
        let git = |name: &str, arguments: &[&str]| {
            let mut git = std::process::Command::new("git");
            git.env("HOME", &home).env("GIT_CONFIG_NOSYSTEM", "1");
            let done = git.arg("-C").arg(bottega.root().join(name)).args(arguments).output();
            String::from_utf8(done.expect("git").stdout).expect("text")
        };
        let said = init("senza");
        assert!(said.code == 0 && said.out.contains(left), "{said:?}");
        assert_eq!(git("senza", &["log", "--format=%s"]), "");
        std::fs::write(
            home.join(".gitconfig"),
            "[user]\nname = Ada Neri\nemail = ada@example.org\n",
        )
        .expect("a file");
        let said = init("nuova");
        assert!(said.code == 0 && !said.out.contains(left), "{said:?}");
        let log = git("nuova", &["log", "--format=%an %s"]);
        assert_eq!(log, format!("Ada Neri {message}\n"));
        assert_eq!(git("nuova", &["status", "--porcelain"]), "");
    }
}
