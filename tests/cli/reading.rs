//! week, list, show, next, due, search.

use crate::Bottega;
use crate::folder::said;
use serde_json::json;

const WIDE: &str = "\
Bottega Aurora · settimana 48 · 23–29 novembre 2026 · Europe/Rome

 lun 23         mar 24        mer 25 oggi   gio 26         ven 27        sab 28        dom 29
─────────────────────────────━━━━━━━━━━━━━──────────────────────────────────────────────────────────
 ! rotto.2222223d.toml:2:19: Qui mi aspettavo «\"», invece c’è la fine della riga
              │             │ 10:00 ──────│              │             │             │
              │             │ 12:30 ○ IG  │              │ 12:30 ○ IG  │             │
              │             │             │              │             │             │
              │ 18:30 « IG ↔│ 18:45 ? LI ↔│ 18:15 ! BS   │             │             │
              │ Lancio      │ Lancio      │ Telaio aperto│             │             │
              │ collezione  │ collezione  │              │             │             │
              │ invernale   │ invernale   │              │             │             │

Un file da sistemare: palinsesto check
";

const NARROW: &str = "\
Bottega Aurora · settimana 48 · 23–29 novembre 2026 · Europe/Rome

 ! rotto:2:19: Qui mi aspettavo «\"», invece c’è la fine de…

 lun 23 nov

 mar 24 nov
 18:30 « Lancio collezione invernale                   IG ↔

 mer 25 nov · oggi
 12:30 ○ libero                                          IG
 18:45 ? Lancio collezione invernale                   LI ↔

 gio 26 nov
 18:15 ! Telaio aperto                                   BS

 ven 27 nov
 12:30 ○ libero                                          IG

Un file da sistemare: palinsesto check
";

#[test]
fn the_week_is_printed_as_the_screen_draws_it_and_as_a_list_where_it_is_narrow() {
    let bottega = Bottega::new();
    for (columns, expected) in [("100", WIDE), ("60", NARROW)] {
        let args = ["--lang", "it", "--today", "2026-11-25T10:00", "week"];
        let said = said(bottega.command().env("COLUMNS", columns).args(args));
        assert_eq!(said.out, expected);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
    }
}

#[test]
fn on_paper_six_posts_of_an_hour_are_all_there() {
    let bottega = Bottega::sound();
    for minute in 0..7 {
        let id = format!("2345678{minute}");
        bottega.write(
            &format!("posts/2026/W50/post-{minute}.{id}.toml"),
            &format!("id = \"{id}\"\ntitle = \"Numero {minute}\"\nwhen = 2026-12-08T18:0{minute}:00\nchannels = [\"bs\"]\ntext = \"Sì.\"\n"),
        );
    }
    let said = bottega.it(&["week", "2026-12-08"]);
    assert!((0..6).all(|minute| said.out.contains(&format!("Numero {minute}"))), "{said:?}");
    assert!(said.out.contains("+1") && !said.out.contains("Numero 6"), "{said:?}");
    assert!(said.out.lines().all(|line| line == line.trim_end()), "{said:?}");
}

#[test]
fn a_screen_reader_gets_whole_sentences() {
    let said = Bottega::new().en(&["week", "--plain"]);
    let first = "Tue 24 Nov, 18:30, Instagram, planned, overdue, suggestions to decide: Lancio collezione invernale";
    assert_eq!(said.out.lines().nth(2), Some(first));
    assert!(said.out.contains("Thu 26 Nov, 18:15, Bluesky, planned, needs you: Telaio aperto"));
}

#[test]
fn a_week_is_named_as_people_name_it() {
    let bottega = Bottega::sound();
    for phrase in ["settimana 47", "w47", "venerdì scorso", "2026-11-20", "5 days ago"] {
        let said = bottega.it(&["week", phrase]);
        assert!(said.out.contains("settimana 47 · 16–22 novembre 2026"), "{phrase}: {said:?}");
        assert!(said.out.contains("12:30 ● IG"), "{phrase}: {said:?}");
    }
    let words: Vec<&str> = "week next week".split(' ').collect();
    assert!(bottega.en(&words).out.contains("week 49 · 30 November – 6 December 2026"));
}

#[test]
fn a_phrase_with_two_readings_is_taken_with_a_remark() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["--today", "2026-11-22", "week", "next tue"]);
    assert!(said.out.contains("settimana 48"));
    assert_eq!(
        said.err,
        "«next tue» letto come martedì 24 novembre 2026; potrebbe essere anche martedì 1 dicembre 2026\n"
    );
}

#[test]
fn a_phrase_nobody_understands_says_where_it_stops() {
    let said = Bottega::sound().en(&["week", "tomorrow perhaps"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("In “tomorrow perhaps” I do not understand “perhaps”"), "{said:?}");
}

#[test]
fn the_week_as_data_says_what_the_screen_says() {
    let week = Bottega::new().en(&["week", "--json"]).json();
    let head =
        ["format", "brand", "zone", "week", "from", "to", "now"].map(|key| week[key].clone());
    let expected = json!([
        1,
        "Bottega Aurora",
        "Europe/Rome",
        "2026-W48",
        "2026-11-23",
        "2026-11-29",
        "2026-11-25T10:00:00+01:00"
    ]);
    assert_eq!(json!(head), expected);
    let days = week["days"].as_array().expect("days");
    let counts: Vec<usize> =
        days.iter().map(|day| day["placements"].as_array().expect("a list").len()).collect();
    assert_eq!(counts, [0, 1, 1, 1, 0, 0, 0]);
    let card = json!({
        "id": "k3f9q7ab",
        "path": "posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml",
        "title": "Lancio collezione invernale",
        "when": "2026-11-24T18:30:00+01:00",
        "time_set": true,
        "channels": [{ "key": "ig", "network": "instagram" }],
        "stage": "planned",
        "flags": ["overdue", "suggestions-waiting"],
        "pillar": "prodotto",
        "campaign": "inverno-26",
        "labels": ["lancio"],
        "lang": "it",
        "suggestions": 1,
        "findings": [],
    });
    assert_eq!(days[1]["placements"][0], card);
    let over = &days[3]["placements"][0];
    assert_eq!(over["flags"], json!(["needs-person"]));
    assert_eq!(over["findings"][0]["code"], "over-limit");
    let problem = &week["problems"][0];
    assert_eq!(problem["path"], "posts/2026/W48/rotto.2222223d.toml");
    assert_eq!((&problem["line"], &problem["code"]), (&json!(2), &json!("syntax")));
}

#[test]
fn the_codes_of_the_data_do_not_change_with_the_language() {
    let bottega = Bottega::new();
    let strip = |mut week: serde_json::Value| {
        for notice in week["notices"].as_array_mut().expect("notices") {
            assert_ne!(notice["message"].take(), json!(null));
            notice["next"].take();
        }
        for day in week["days"].as_array_mut().expect("days") {
            for card in day["placements"].as_array_mut().expect("cards") {
                for finding in card["findings"].as_array_mut().expect("findings") {
                    assert_ne!(finding["message"].take(), json!(null));
                    finding["next"].take();
                }
            }
        }
        for problem in week["problems"].as_array_mut().expect("problems") {
            assert_ne!(problem["message"].take(), json!(null));
            problem["next"].take();
        }
        week
    };
    let (it, en) = (bottega.it(&["week", "--json"]), bottega.en(&["week", "--json"]));
    assert_ne!(it.out, en.out);
    assert_eq!(strip(it.json()), strip(en.json()));
}

#[test]
fn the_list_is_narrowed_by_what_posts_are() {
    let bottega = Bottega::new();
    let ids = |args: &[&str]| -> Vec<String> {
        let posts = bottega.en(&[&["list", "--json"], args].concat()).json();
        let posts = posts["posts"].as_array().expect("posts").clone();
        posts.iter().map(|post| post["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids(&[]), ["3f4g5h6j", "k3f9q7ab", "h7p84tm7", "5k6m7n8p"]);
    assert_eq!(ids(&["--stage", "idea"]), ["5k6m7n8p"]);
    assert_eq!(ids(&["--stage", "published"]), ["3f4g5h6j"]);
    assert_eq!(ids(&["--channel", "li"]), ["k3f9q7ab"]);
    assert_eq!(ids(&["--label", "lancio"]), ["k3f9q7ab"]);
    assert_eq!(ids(&["--from", "2026-11-23", "--to", "2026-11-25"]), ["k3f9q7ab"]);
    let said = bottega.it(&["list", "--pillar", "niente"]);
    assert_eq!((said.code, said.out.as_str()), (0, "Nessun post corrisponde\n"));
}

#[test]
fn an_idea_stands_in_the_list_as_one() {
    let said = Bottega::sound().it(&["list", "--stage", "idea"]);
    assert_eq!(said.out, "5k6m7n8p  idea              ·               Perché il grigio\n");
}

#[test]
fn a_post_shows_its_fields_counters_and_texts() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["show", "k3f9q7ab"]);
    for line in [
        "Lancio collezione invernale",
        "Stato: programmato",
        "Quando: martedì 24 novembre 2026 18:30",
        "Quando: LinkedIn: mercoledì 25 novembre 2026 18:45",
        "Canali: Instagram, LinkedIn",
        "Note: Foto dal magazzino",
        "Lunghezza: Instagram: testo 21/2.200 caratteri",
        "Suggerimenti da valutare: 1",
        "La lana torna a casa.",
        "Perché la lana torna a casa.",
    ] {
        assert!(said.out.lines().any(|found| found == line), "{line} in {}", said.out);
    }
    let by_path = "posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml";
    assert_eq!(bottega.it(&["show", by_path]).out, said.out);
    assert!(bottega.en(&["show", "k3f9q7ab"]).out.contains("When: Tuesday 24 November 2026 18:30"));
}

#[test]
fn a_post_says_how_much_of_it_a_machine_wrote_and_which_sentences() {
    let bottega = Bottega::sound();
    bottega.write(
        "drafts/9q8r7s6t/4t8w2zqc.toml",
        "at = 2026-11-22T10:00:00Z\ntext = \"La lana è tornata in bottega.\"\n\n\
         [source]\nprovider = \"openai\"\nmodel = \"llama3.2\"\n\n\
         [[decision]]\nsentence = 0\nverdict = \"rewritten\"\nby = \"Ada\"\n\
         at = 2026-11-22T10:05:00Z\n",
    );
    let origin = |draft: &str| {
        format!(
            "[[origin]]\ndraft = \"{draft}\"\ndecision = \"rewritten\"\nby = \"Ada\"\n\
             at = 2026-11-22T10:05:00Z\n"
        )
    };
    let post = "id = \"9q8r7s6t\"\ntitle = \"x\"\n\
                text = \"La lana è tornata in negozio. Vi aspettiamo domani.\"\n\n";
    bottega.write("ideas/x.9q8r7s6t.toml", &format!("{post}{}", origin("9q8r7s6t/4t8w2zqc")));
    let said = bottega.it(&["show", "9q8r7s6t"]).out;
    let line = "Provenienza: macchina 56% · riscritto 11% · a mano 33%";
    assert!(said.lines().any(|found| found == line), "{said}");
    let shown = bottega.en(&["show", "9q8r7s6t", "--json"]).json();
    let words = json!({ "kept": 5, "rewritten": 1, "own": 3, "unsure": 0 });
    assert_eq!(shown["origin"]["words"], words);
    let sentences = &shown["origin"]["texts"][0]["sentences"];
    assert_eq!(sentences[0]["hand"], "edited");
    assert_eq!(sentences[0]["kept"], json!(["La lana è tornata in"]));
    assert_eq!(sentences[0]["from"]["draft"], "9q8r7s6t/4t8w2zqc");
    assert_eq!((&sentences[1]["hand"], &sentences[1]["from"]), (&json!("human"), &json!(null)));

    bottega.write("ideas/x.9q8r7s6t.toml", &format!("{post}{}", origin("9q8r7s6t/00000000")));
    let gone = bottega.en(&["show", "9q8r7s6t"]);
    assert!(gone.out.contains("unsure 100%"), "{gone:?}");
    let alone = bottega.en(&["show", "k3f9q7ab"]);
    assert!(!alone.out.contains("Origin:"), "{alone:?}");
}

#[test]
fn the_text_alone_goes_into_a_pipe_as_it_is() {
    let bottega = Bottega::sound();
    bottega.write(
        "ideas/x.9q8r7s6t.toml",
        "id = \"9q8r7s6t\"\ntitle = \"x\"\ntext = \"Due\\u202E lane\"\n",
    );
    assert_eq!(bottega.it(&["show", "9q8r7s6t", "--text"]).out, "Due\u{202e} lane\n");
    assert_eq!(
        bottega.it(&["show", "k3f9q7ab", "--text", "--channel", "li"]).out,
        "Perché la lana torna a casa.\n"
    );
    let shown = bottega.it(&["show", "9q8r7s6t"]).out;
    assert!(!shown.contains('\u{202e}') && shown.contains("U+202E"), "{shown}");
}

#[test]
fn a_post_that_is_not_there_is_said_with_what_to_do() {
    let bottega = Bottega::new();
    let said = bottega.it(&["show", "zzzzzzzz"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "palinsesto: Nessun post si chiama «zzzzzzzz»\n«palinsesto list» li mostra tutti\n"
    );
    let broken = bottega.en(&["show", "posts/2026/W48/rotto.2222223d.toml"]);
    assert!(
        broken.err.starts_with("palinsesto: posts/2026/W48/rotto.2222223d.toml:2:"),
        "{broken:?}"
    );
    let channel = bottega.en(&["show", "k3f9q7ab", "--channel", "fb"]);
    assert!(channel.err.contains("It can be: ig, li, bs"), "{channel:?}");
}

#[test]
fn what_comes_next_begins_now() {
    let bottega = Bottega::new();
    let ids = |args: &[&str]| -> Vec<String> {
        let cards = bottega.en(args).json();
        let cards = cards["placements"].as_array().expect("cards").clone();
        cards.iter().map(|card| card["when"].as_str().expect("a time").to_owned()).collect()
    };
    let (soon, later) = ("2026-11-25T18:45:00+01:00", "2026-11-26T18:15:00+01:00");
    assert_eq!(ids(&["next", "--json"]), [soon, later]);
    assert_eq!(ids(&["next", "1", "--json"]), [soon]);
    assert_eq!(ids(&["--today", "2026-11-25T19:00", "next", "--json"]), [later]);
    let bottega = Bottega::sound();
    let said = bottega.it(&["--today", "2026-12-25", "next"]);
    assert_eq!(said.out, "Da adesso in poi non c’è nulla in programma\n");
}

#[test]
fn what_is_broken_of_the_brand_is_said_beside_what_comes_next() {
    let bottega = Bottega::sound();
    bottega.write("voice.toml", "forbidden = \"avvolgere\n");
    bottega.write("prompts/it/draft.toml", "layers = [\"tutto\"]\n");
    for verb in ["next", "due"] {
        let said = bottega.it(&[verb]);
        assert!(said.out.ends_with("2 file da sistemare: palinsesto check\n"), "{said:?}");
        let problems = bottega.en(&[verb, "--json"]).json()["problems"].clone();
        let place = |at: usize| (problems[at]["path"].clone(), problems[at]["line"].clone());
        assert_eq!(place(0), ("prompts/it/draft.toml".into(), 1.into()));
        assert_eq!(place(1), ("voice.toml".into(), 1.into()));
    }
    let checked = bottega.it(&["check"]);
    assert_eq!(checked.code, 1);
    for place in ["voice.toml:1:", "prompts/it/draft.toml:1:"] {
        assert!(checked.out.contains(place), "{checked:?}");
    }
}

#[test]
fn what_is_late_is_due_and_what_went_out_is_not() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["due"]);
    assert_eq!(said.out, "mar 24 nov\n  18:30  «  IG        ↔ Lancio collezione invernale\n");
    assert_eq!(said.code, 1, "a script can ask");
    let early = bottega.en(&["--today", "2026-11-24", "due"]);
    assert_eq!((early.out.as_str(), early.code), ("Nothing is waiting\n", 0));
}

#[test]
fn search_does_not_mind_accents_and_case() {
    let bottega = Bottega::sound();
    let hits = bottega.en(&["search", "PERCHE", "grigio", "--json"]).json();
    assert_eq!(hits["hits"][0]["id"], "5k6m7n8p");
    assert_eq!(hits["hits"].as_array().map(Vec::len), Some(1));
    let said = bottega.it(&["search", "torna"]);
    assert!(
        said.out.contains("k3f9q7ab") && said.out.contains("La lana torna a casa."),
        "{said:?}"
    );
    assert_eq!(bottega.it(&["search", "zebra"]).out, "Nessun post corrisponde\n");
}

#[test]
fn a_week_is_named_without_saying_week_again() {
    let bottega = Bottega::sound();
    for phrase in ["next", "prossima", "prossima settimana", "next week", "settimana prossima"] {
        let said = bottega.it(&["week", phrase, "--json"]);
        assert_eq!(said.json()["week"], "2026-W49", "{phrase}: {said:?}");
    }
    assert_eq!(bottega.en(&["week", "50", "--json"]).json()["week"], "2026-W50");
    assert_eq!(bottega.en(&["week", "natale", "--json"]).json()["week"], "2026-W52");
    let wrong = bottega.it(&["week", "befanopoli"]);
    assert!(wrong.err.contains("Non capisco «befanopoli»\n"), "{wrong:?}");
    let wrong = bottega.it(&["week", "domani", "forse"]);
    assert!(wrong.err.contains("In «domani forse» non capisco «forse»"), "{wrong:?}");
}

#[test]
fn a_stage_is_asked_for_in_the_language_of_the_screen() {
    let bottega = Bottega::sound();
    for (it, en) in [("pubblicato", "published"), ("Programmato", "planned"), ("idea", "idea")] {
        let named = bottega.it(&["list", "--stage", it]);
        assert_eq!(named.code, 0, "{named:?}");
        assert_eq!(named.out, bottega.it(&["list", "--stage", en]).out);
    }
    let wrong = bottega.it(&["list", "--stage", "bozza"]);
    assert!(
        wrong.err.contains("idea, programmato, in revisione, approvato, pubblicato"),
        "{wrong:?}"
    );
}

#[test]
fn the_list_shows_the_marks_of_the_week() {
    let said = Bottega::sound().it(&["list"]);
    let launch = said.out.lines().find(|line| line.contains("k3f9q7ab")).expect("the launch");
    assert!(launch.contains("  «  "), "{launch}");
}

#[test]
fn in_lines_the_week_says_which_day_is_today() {
    let bottega = Bottega::sound();
    let today = "Oggi è mercoledì 25 novembre 2026\n";
    assert!(bottega.it(&["week", "--plain"]).out.contains(today));
    assert!(!bottega.it(&["week", "next", "--plain"]).out.contains("Oggi è"));
}

const THREAD: &str = "id = \"3h3g3f3d\"\ntitle = \"Filo\"\nwhen = 2026-11-26T09:00:00\n\
                      channels = [\"bs\", \"ig\"]\ntext = \"Uno.\"\nparts = [\"Due.\"]\n\
                      hashtags = [\"lana\"]\n";

#[test]
fn a_thread_is_shown_message_by_message_and_as_one_text_where_there_are_none() {
    let bottega = Bottega::sound();
    bottega.write("posts/2026/W48/filo.3h3g3f3d.toml", THREAD);
    let it = bottega.it(&["show", "3h3g3f3d"]).out;
    assert!(it.contains("\nUno.\n\n── 2/2 ──\n\nDue.\n#lana\n"), "{it}");
    assert!(it.contains("messaggio 2 di 2 10/300"), "{it}");
    assert!(
        it.contains("Instagram non ha i thread: i 2 messaggi escono come un testo solo"),
        "{it}"
    );
    let text =
        |channel: &str| bottega.en(&["show", "3h3g3f3d", "--text", "--channel", channel]).out;
    assert_eq!(text("bs"), "Uno.\n\u{c}\nDue.\n#lana\n");
    assert_eq!(text("ig"), "Uno.\n\nDue.\n#lana\n");
    let data = bottega.en(&["show", "3h3g3f3d", "--json"]).json();
    assert_eq!((&data["text"], &data["parts"]), (&json!("Uno."), &json!(["Due."])));
    let found = bottega.it(&["search", "due"]).out;
    assert!(found.contains("~  ≡2 "), "the sign of the list: {found}");
    let found = bottega.en(&["--plain", "search", "due"]).out;
    assert!(found.contains("thread of 2 messages"), "{found}");
    let plain = bottega.en(&["--plain", "show", "3h3g3f3d"]).out;
    assert!(plain.contains("Uno.\n\nmessage 2 of 2:\n\nDue."), "{plain}");
    let made = bottega.run(&["new", "Copia", "--text", "-", "--json"], &text("bs"));
    let path = made.json()["path"].as_str().expect("a path").to_owned();
    assert!(bottega.read(&path).contains("parts = [\n"), "{}", bottega.read(&path));
}

#[test]
fn a_form_feed_in_a_string_is_a_problem_with_its_place() {
    let bottega = Bottega::sound();
    let file = THREAD.replace("Uno.", "Uno.\\fE mezzo.");
    bottega.write("posts/2026/W48/filo.3h3g3f3d.toml", &file);
    let said = bottega.it(&["check"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("filo.3h3g3f3d.toml:5:8: problema: In «text» c’è un salto pagina"),
        "{said:?}"
    );
}

#[test]
fn the_text_of_a_post_is_the_one_that_is_sent() {
    let bottega = Bottega::sound();
    let path = "posts/2026/W48/soli.s7t8v9w0.toml";
    let head = "id = \"s7t8v9w0\"\nwhen = 2026-11-26T18:30:00\n";
    let post = |channels: &str, own: &str| {
        let text = format!("{head}channels = [{channels}]\ntext = \"A nessuno.\"\n{own}");
        bottega.write(path, &text);
    };
    let (ig, li) = ("[variants.ig]\ntext = \"Solo qui.\"\n", "[variants.li]\ntext = \"Là.\"\n");
    post("\"ig\"", ig);
    assert_eq!(bottega.en(&["show", "s7t8v9w0", "--text"]).out, "Solo qui.\n");
    post("\"ig\", \"li\"", ig);
    assert_eq!(bottega.en(&["show", "s7t8v9w0", "--text"]).out, "A nessuno.\n");
    post("\"ig\", \"li\"", &format!("{ig}{li}"));
    for (said, own, unsent) in [
        (bottega.it(&["show", "s7t8v9w0", "--text"]), "ogni canale ha un testo suo", "comune"),
        (bottega.en(&["show", "s7t8v9w0", "--text"]), "Each channel", "common"),
    ] {
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
        assert!(said.err.contains(own) && said.err.contains(unsent), "{said:?}");
        assert!(said.err.contains("--channel ig, --channel li"), "{said:?}");
    }
    assert_eq!(bottega.en(&["show", "s7t8v9w0", "--text", "--channel", "li"]).out, "Là.\n");
    let whole = bottega.it(&["show", "s7t8v9w0"]).out;
    assert!(whole.starts_with("Solo qui."), "its title is of what is sent: {whole}");
    let at = |words: &str| whole.find(words).unwrap_or_else(|| panic!("{words}: {whole}"));
    assert!(at("Là.") < at("non esce su nessun canale") && at("Là.") < at("A nessuno."), "{whole}");
}

#[test]
fn an_empty_week_says_on_paper_what_can_be_done_there() {
    let bottega = Bottega::sound();
    let it = bottega.it(&["week", "2027-02-10"]);
    assert!(it.out.contains("palinsesto new"), "{it:?}");
    assert!(!it.out.contains("premi"), "paper has no keys: {it:?}");
    let en = bottega.en(&["--plain", "week", "2027-02-10"]);
    assert!(en.out.ends_with("palinsesto new \"Title\" --when \"thu 18:30\"\n"), "{en:?}");
    let plain = bottega.it(&["--plain", "week", "2027-02-10"]);
    assert!(plain.out.contains("Settimana ancora vuota"), "{plain:?}");
}

#[test]
fn a_day_on_which_the_clocks_change_is_said_in_plain_too() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["--plain", "week", "2027-03-28"]);
    assert!(
        said.out.lines().any(|line| line.contains("28 marzo") && line.contains("ora")),
        "{said:?}"
    );
    let none = bottega.it(&["--plain", "week"]);
    assert!(!none.out.contains("ora legale") && !none.out.contains("ora solare"), "{none:?}");
}

#[test]
fn a_post_is_found_by_a_title_that_only_it_has() {
    let bottega = Bottega::sound();
    let shown = bottega.en(&["show", "gomitoli", "--json"]).json();
    assert_eq!(shown["id"], "3f4g5h6j");
    let part = bottega.en(&["show", "grigio"]);
    assert_eq!(part.code, 2);
    assert!(part.err.contains("5k6m7n8p · Perché il grigio"), "{part:?}");
    bottega.write("ideas/gomitoli.a2b3c4d5.toml", "id = \"a2b3c4d5\"\ntitle = \"Gomitoli\"\n");
    let several = bottega.it(&["show", "Gomitoli"]);
    assert!(several.err.contains("2 post si chiamano «Gomitoli»"), "{several:?}");
    assert!(several.err.contains("a2b3c4d5 · Gomitoli\n"), "{several:?}");
    assert!(several.err.contains("3f4g5h6j · Gomitoli · "), "{several:?}");
    let none = bottega.en(&["show", "PWYC"]);
    assert!(none.err.contains("No post is called “PWYC”"), "{none:?}");
}

#[test]
fn what_goes_out_beside_the_text_is_shown() {
    let bottega = Bottega::sound();
    bottega.write(
        "ideas/video.a2b3c4d5.toml",
        "id = \"a2b3c4d5\"\ntitle = \"Video\"\nchannels = [\"ig\"]\nheadline = \"Un minuto\"\n\
         first_comment = \"Chi viene?\"\nlink = \"https://example.org/v\"\n\n\
         [variants.ig]\nfirst_comment = \"Chi passa?\"\n",
    );
    let shown = bottega.en(&["show", "a2b3c4d5"]);
    for line in [
        "Headline: Un minuto",
        "First comment: Chi viene?",
        "First comment: Instagram: Chi passa?",
        "Link: https://example.org/v (beside the text",
    ] {
        assert!(shown.out.contains(line), "{line}: {shown:?}");
    }
}
