//! check.

use crate::Bottega;
use serde_json::json;

#[test]
fn every_problem_and_finding_has_its_place_and_its_next_step() {
    let said = Bottega::new().it(&["check"]);
    assert_eq!(said.code, 1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[0].starts_with("posts/2026/W48/rotto.2222223d.toml:2:"), "{said:?}");
    assert!(lines[0].contains(": problema: "), "{said:?}");
    assert!(lines[1].starts_with("    "), "{said:?}");
    let over = "posts/2026/W48/telaio.h7p84tm7.toml:5:1: blocca: Bluesky: testo troppo lungo di 36 caratteri (336 su 300)";
    assert_eq!((lines[2], lines[3]), ("", over));
    // The rest are claims that no fact supports: notes, which end with 0.
    let (last, notes) = lines[6..].split_last().expect("a last line");
    let note = |line: &&str| line.contains(": nota: ") || line.starts_with("    ");
    assert!(notes.iter().all(|line| note(line) || line.is_empty()), "{said:?}");
    assert!(last.starts_with("Un problema; un rilievo che blocca, nessun avviso, "), "{said:?}");
}

#[test]
fn notes_of_one_post_share_a_line_and_what_needs_somebody_stands_above_them() {
    let bottega = Bottega::sound();
    bottega.write("voice.toml", "hashtags = [\"bottegaaurora\"]\n");
    let text = "Arrivano 40 gomitoli e 12 sciarpe a 31 €. #lanaviva #filobuono";
    let idea = format!("id = \"9q8r7s6t\"\ntitle = \"y\"\nlang = \"it\"\ntext = \"{text}\"\n");
    bottega.write(
        "posts/2026/W48/y.9q8r7s6t.toml",
        &format!("{idea}when = 2026-11-27T10:00:00\nchannels = [\"ig\"]\npillar = \"pordotto\"\n"),
    );
    let said = bottega.it(&["check", "posts/2026/W48/y.9q8r7s6t.toml"]);
    let place = "posts/2026/W48/y.9q8r7s6t.toml";
    let lines: Vec<&str> = said.out.lines().filter(|line| !line.starts_with("    ")).collect();
    assert!(lines[0].contains(": avviso: "), "{said:?}");
    let prices =
        format!("{place}:4:18: nota: nessun fatto conferma «40 gomitoli», «12 sciarpe», «31 €»");
    let tags = format!(
        "{place}:4:51: nota: non sono tra gli hashtag del brand: «#lanaviva», «#filobuono»"
    );
    assert_eq!(lines[1..4], ["", &prices, &tags], "{said:?}");
    assert!(said.out.ends_with("un avviso, 2 note\n"), "{said:?}");
    let json = bottega.it(&["check", place, "--json"]).json();
    assert_eq!(json["findings"].as_array().map(Vec::len), Some(6));
}

#[test]
fn a_blank_that_nobody_filled_is_told_with_its_place_in_both_languages() {
    let bottega = Bottega::sound();
    let post = |rest: &str| {
        format!("id = \"9q8r7s6t\"\ntitle = \"y\"\nlang = \"it\"\ntext = \"Torna il […].\"\n{rest}")
    };
    let place = "posts/2026/W48/y.9q8r7s6t.toml";
    bottega.write(place, &post("when = 2026-11-27T10:00:00\nchannels = [\"ig\"]\n"));
    for (said, kind, told, next) in [
        (
            bottega.it(&["check", place]),
            "avviso",
            "Qui manca ancora qualcosa, e uscirebbe così: […]",
            "Scrivi quello che manca, o rifai la frase senza",
        ),
        (
            bottega.en(&["check", place]),
            "warning",
            "Something is still missing here, and it would go out like this: […]",
            "Write what is missing, or make the sentence do without",
        ),
    ] {
        assert!(said.out.contains(&format!("{place}:4:18: {kind}: {told}\n")), "{said:?}");
        assert!(said.out.contains(next), "{said:?}");
    }
    // An idea may stay open.
    std::fs::remove_file(bottega.root().join(place)).expect("removed");
    bottega.write("ideas/y.9q8r7s6t.toml", &post(""));
    let said = bottega.it(&["check", "ideas/y.9q8r7s6t.toml"]);
    assert!(!said.out.contains("[…]"), "{said:?}");
}

#[test]
fn a_sound_folder_has_nothing_to_say() {
    let bottega = Bottega::sound();
    // A brand that says when it usually posts is told which of these slots are empty.
    let brand = bottega.read("palinsesto.toml");
    let slots = "slots = [\"mon wed fri 12:30\"]\n";
    assert!(brand.contains(slots));
    bottega.write("palinsesto.toml", &brand.replace(slots, ""));
    let said = bottega.en(&["check"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert_eq!(said.err, "Nothing to say: all files can be read, no finding\n");
}

#[test]
fn a_misspelt_key_of_the_brands_files_is_no_silence() {
    let bottega = Bottega::sound();
    bottega.write(
        "facts/corso.toml",
        "[[fact]]\nid = \"c\"\ntext = \"Sei ore\"\nexpiry = 2026-12-20\n",
    );
    bottega.write("voice.toml", "forbiden = [\"magia\"]\n");
    let said = bottega.en(&["check"]);
    assert_eq!(said.code, 1);
    for line in [
        "facts/corso.toml:4:1: problem: “fact.expiry” is a key that means nothing here",
        "Did you mean “expires”?",
        "voice.toml:1:1: problem: “forbiden” is a key that means nothing here",
        "Did you mean “forbidden”?",
    ] {
        assert!(said.out.contains(line), "{line}: {said:?}");
    }
}

#[test]
fn a_warning_is_said_and_counts_only_when_asked_to() {
    let bottega = Bottega::sound();
    bottega.write(
        "ideas/y.9q8r7s6t.toml",
        "id = \"9q8r7s6t\"\ntitle = \"y\"\npillar = \"pordotto\"\n",
    );
    let said = bottega.en(&["check"]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.starts_with("ideas/y.9q8r7s6t.toml:3:1: warning: No pillar is called “pordotto”"),
        "{said:?}"
    );
    assert_eq!(bottega.en(&["check", "--strict"]).code, 1);
}

#[test]
fn only_what_is_asked_for_is_said() {
    let bottega = Bottega::new();
    assert_eq!(bottega.en(&["check", "posts/2026/W47", "ideas"]).code, 0);
    let said = bottega.en(&["check", "posts/2026/W48/telaio.h7p84tm7.toml", "--json"]);
    let found = said.json();
    assert_eq!(found["problems"], json!([]));
    assert_eq!(found["findings"][0]["code"], "over-limit");
    assert_eq!(found["findings"][0]["path"], "posts/2026/W48/telaio.h7p84tm7.toml");
    let outside = bottega.it(&["check", "../altrove"]);
    assert_eq!(outside.code, 2);
    assert!(outside.err.contains("è fuori dalla cartella dei contenuti"), "{outside:?}");
}

#[test]
fn two_files_with_one_id_are_both_told() {
    let bottega = Bottega::sound();
    let text = bottega.read("ideas/perche-il-grigio.5k6m7n8p.toml");
    bottega.write("ideas/copia.5k6m7n8p.toml", &text);
    let found = bottega.en(&["check", "--json"]).json();
    let codes: Vec<_> =
        found["findings"].as_array().expect("a list").iter().map(|f| &f["code"]).collect();
    assert_eq!(codes, ["duplicate-id", "duplicate-id"]);
}

#[test]
fn a_network_nobody_knows_is_said_before_any_post_uses_it_and_others_are_not_hidden_by_it() {
    let bottega = Bottega::sound();
    let brand = bottega.read("palinsesto.toml");
    let more = "[channels.tv]\nnetwork = \"telelana\"\n\n[channels.fb]\nnetwork = \"feisbuc\"\n";
    bottega.write("palinsesto.toml", &format!("{brand}\n{more}"));
    let line = brand.lines().count() + 3;
    let said = bottega.en(&["check"]);
    assert_eq!(said.code, 1);
    let first = format!("palinsesto.toml:{line}:11: problem: “channels.tv.network” cannot be");
    assert!(said.out.starts_with(&first), "{said:?}");
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[1].contains("“channels.fb.network”"), "{said:?}");
    assert!(lines[2].contains("bluesky") && lines[2].contains("mastodon"), "{said:?}");
}

/// Names that are no week's, each with a post of week 48 in it.
const STRAYS: [(&str, &str); 6] = [
    ("posts", "2222222a"),
    ("posts/2026/48", "2222222b"),
    ("posts/2026/W99", "2222222c"),
    ("posts/2026/W48/sub", "2222222d"),
    ("posts/2026/w48", "2222222e"),
    ("posts/2026/W5", "2222222f"),
];

#[test]
fn a_post_in_a_folder_that_is_no_week_is_there_for_every_verb() {
    let bottega = Bottega::sound();
    for (folder, id) in STRAYS {
        let post = format!(
            "id = \"{id}\"\ntitle = \"Randagio {id}\"\nwhen = 2026-11-27T10:00:00\n\
             channels = [\"ig\"]\ntext = \"La lana c'è.\"\n"
        );
        bottega.write(&format!("{folder}/x.{id}.toml"), &post);
    }
    bottega.write("posts/2026/W99/rotto.toml", "id = \"\n");
    bottega.write("posts/2026/appunti.md", "Da fare\n");
    let check = bottega.it(&["check"]);
    let listed = bottega.it(&["list", "--from", "2026-11-23", "--to", "2026-11-29"]);
    for (folder, id) in STRAYS {
        let misfiled = format!("{folder}/x.{id}.toml:1:1: avviso: ");
        let line = check.out.lines().find(|line| line.starts_with(&misfiled));
        assert!(line.is_some_and(|line| line.contains("posts/2026/W48")), "{folder}: {check:?}");
        assert!(listed.out.contains(id), "{folder}: {listed:?}");
        assert!(bottega.it(&["show", id]).out.contains(id), "{folder}");
    }
    assert!(check.out.contains("posts/2026/W99/rotto.toml:1:"), "{check:?}");
    let last = check.out.lines().last().expect("a line");
    assert!(last.starts_with("Sotto posts/ ci sono 6 cose"), "{check:?}");
    assert!(last.contains("posts/2026/48, "), "{check:?}");
    let others = bottega.it(&["check", "--json"]).json()["others"].clone();
    assert!(others.as_array().is_some_and(|all| all.contains(&json!("posts/2026/appunti.md"))));
}

#[test]
fn a_key_that_is_missing_is_to_be_written_where_it_would_count() {
    let bottega = Bottega::sound();
    bottega.write("facts/lana.toml", "[[fact]]\nid = \"lana\"\n");
    bottega.write("freeze.toml", "[[freeze]]\nall = true\n");
    let said = bottega.it(&["check"]);
    for step in [
        "Sotto questo [[fact]] aggiungi una riga: text = …",
        "[[freeze]] aggiungi una riga: since = …",
    ] {
        assert!(said.out.contains(step), "{step}: {said:?}");
    }
    let brand = bottega.read("palinsesto.toml").replace("timezone = \"Europe/Rome\"\n", "");
    bottega.write("palinsesto.toml", &brand);
    let said = bottega.en(&["check"]);
    assert!(said.out.contains("Below [brand] add a line: timezone = …"), "{said:?}");
}
