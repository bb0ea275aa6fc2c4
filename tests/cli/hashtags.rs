//! Hashtags for a text, with why.

use crate::Bottega;
use serde_json::json;

const PUBLISHED: &str = r#"id = "h4s7t2ga"
title = "Gomitoli"
when = 2026-11-02T12:00:00
channels = ["ig"]
pillar = "prodotto"
text = "Gomitoli di lana #lana #telaio"

[published.ig]
at = 2026-11-02T11:00:04Z
"#;

#[test]
fn hashtags_for_a_text_say_why_and_what_is_better_left_out() {
    let bottega = Bottega::sound();
    bottega.write("posts/2026/W45/gomitoli.h4s7t2ga.toml", PUBLISHED);
    bottega.write("a.txt", "Gomitoli nuovi #lana #innovazione\n");
    let args = ["hashtags", "--network", "instagram", "--pillar", "prodotto", "a.txt"];
    let said = bottega.it(&args);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.out.contains("#telaio") && said.out.contains("con #lana in 1 post"), "{said:?}");
    assert!(said.out.contains("! #innovazione"), "{said:?}");
    assert!(said.out.contains("2 nel testo, ne accetta 5"), "{said:?}");
    assert_eq!(said.out.matches("nel testo,").count(), 1, "{said:?}");
    let row = bottega.en(&[&args[..], &["--json"]].concat()).json();
    assert_eq!(row["against"][0]["tag"], "#innovazione");
    assert_eq!(row["against"][0]["why"]["code"], "generic");
    assert_eq!(
        row["networks"][0],
        json!({"network": "instagram", "count": 2, "limit": 5, "usual": 5})
    );
    let telaio = row["offered"].as_array().expect("rows").iter();
    let telaio = telaio.clone().find(|row| row["tag"] == "#telaio").expect("#telaio");
    assert!(telaio["why"].as_array().expect("whys").iter().any(|why| why["code"] == "next-to"));
}

#[test]
fn a_text_that_has_nothing_to_do_with_the_brands_hashtags_gets_none() {
    let bottega = Bottega::sound();
    bottega.write("posts/2026/W45/gomitoli.h4s7t2ga.toml", PUBLISHED);
    bottega.write("a.txt", "Domani il consiglio comunale parla del parcheggio.\n");
    let said = bottega.it(&["hashtags", "a.txt"]);
    assert!(said.out.starts_with("Niente nella lista"), "{said:?}");
    assert!(!said.out.contains("#lana"), "{said:?}");
    assert_eq!(bottega.it(&["hashtags", "a.txt", "--json"]).json()["offered"], json!([]));
}
