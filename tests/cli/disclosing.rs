//! What is to be told of AI in a post: its origin sentence by sentence, the ledger below it,
//! and what the checks make of it.

use crate::Bottega;
use serde_json::json;

const TORNA: &str = "posts/2026/W48/torna.7k6m5n4p.toml";

/// A text of AI's as it came with a sentence of a hand's on `LinkedIn`, and a video that looks
/// real.
fn bottega() -> Bottega {
    let bottega = Bottega::sound();
    bottega.write(
        TORNA,
        "id = \"7k6m5n4p\"\ntitle = \"Torna\"\nwhen = 2026-11-26T18:30:00\n\
         channels = [\"ig\", \"li\"]\ntext = \"\"\"\nLa lana è tornata in bottega. Ha perso il treno.\n\
         #bottega\n\"\"\"\n\n[variants.li]\ntext = \"La lana è tornata in bottega. Vi aspettiamo, \
         c’è posto.\"\n\n[[media]]\npath = \"media/lana.mp4\"\nalt = \"Un gomitolo rotola\"\n\
         source = \"ai\"\nrealistic = true\n\n[[media]]\npath = \"media/banco.jpg\"\n\
         alt = \"Il banco\"\nsource = \"camera\"\n\n[[origin]]\ndraft = \"7k6m5n4p/5v4w3x2y\"\n\
         decision = \"accepted\"\nat = 2026-11-22T10:15:00Z\nby = \"Ada Neri <ada@example.org>\"\n",
    );
    bottega.write(
        "drafts/7k6m5n4p/5v4w3x2y.toml",
        "post = \"7k6m5n4p\"\nat = 2026-11-22T10:12:00Z\n\
         text = \"La lana è tornata in bottega. Ha perso il treno.\"\n\n[brief]\ntopic = \"lana\"\n\n\
         [source]\nprovider = \"openai\"\nmodel = \"grande\"\n\n[[decision]]\nhash = \"\"\n\
         verdict = \"accepted\"\nby = \"Ada Neri <ada@example.org>\"\nat = 2026-11-22T10:15:00Z\n",
    );
    bottega.write("media/lana.mp4", "");
    bottega.write("media/banco.jpg", "");
    bottega
}

#[test]
fn the_origin_of_a_post_ends_with_what_is_to_be_told_of_ai_in_both_languages() {
    let bottega = bottega();
    let it = bottega.it(&["origin", "7k6m5n4p"]);
    assert_eq!(it.code, 0, "{it:?}");
    for line in [
        "  macchina: La lana è tornata in bottega.\n    grande, dom 22 nov 11:12 · presa da Ada Neri",
        "  a mano: Vi aspettiamo, c’è posto.",
        "Quanta IA c’è nel post:",
        "  testo: Instagram: scritto dall’IA",
        "  testo: LinkedIn: con l’aiuto dell’IA",
        "    Frasi scritte a mano: 1 su 2",
        "  media: media/lana.mp4: IA · trainedAlgorithmicMedia · sembra vero",
        "  media: media/banco.jpg: fotocamera · digitalCapture",
        "  chiesto: va segnalato: AI Act dell’UE",
        "  chiesto: va segnalato: Instagram",
        "  chiesto: va rivisto da una persona, o dichiarato: AI Act dell’UE",
        "  segno: può ricevere un’etichetta automatica: LinkedIn",
        "    Fonte: https://eur-lex.europa.eu/eli/reg/2024/1689/oj (letta: 23 novembre 2026)",
        "    Non è un parere legale.",
    ] {
        assert!(it.out.contains(line), "{line}\n{}", it.out);
    }
    let en = bottega.en(&["origin", "7k6m5n4p"]).out;
    for line in ["  text: Instagram: AI-generated", "  asked: wants a label: Instagram", "no legal"]
    {
        assert!(en.contains(line), "{line}\n{en}");
    }
}

#[test]
fn as_data_the_origin_is_what_show_says_of_it() {
    let bottega = bottega();
    let mut origin = bottega.en(&["origin", "7k6m5n4p", "--json"]).json();
    let shown = bottega.en(&["show", "7k6m5n4p", "--json"]).json();
    assert_eq!(origin["id"], json!("7k6m5n4p"));
    let told = origin["disclosure"].clone();
    assert_eq!((&told["ai"], &told["declared"]), (&json!("generated"), &json!(null)));
    let ai: Vec<_> =
        (0..2).map(|i| (&told["texts"][i]["channels"], &told["texts"][i]["ai"])).collect();
    assert_eq!(ai, [(&json!(["ig"]), &json!("generated")), (&json!(["li"]), &json!("assisted"))]);
    assert_eq!(told["media"][0]["digital_source_type"], json!("trainedAlgorithmicMedia"));
    assert_eq!(
        (&told["media"][0]["realistic"], &told["media"][1]["realistic"]),
        (&json!(true), &json!(null))
    );
    let rules: Vec<_> =
        told["asked"].as_array().expect("a list").iter().map(|one| &one["rule"]).collect();
    assert_eq!(rules, ["eu-text", "eu-media", "meta", "meta-mark", "linkedin-mark"]);
    assert_eq!(
        (&told["asked"][2]["by"], &told["asked"][2]["read"]),
        (&json!(["Instagram"]), &json!("2026-11-23"))
    );
    for key in ["format", "id", "path", "title"] {
        origin.as_object_mut().expect("an object").remove(key);
    }
    assert_eq!(origin, shown["origin"]);
}

#[test]
fn a_post_of_hands_alone_has_an_origin_too() {
    let it = Bottega::sound().it(&["origin", "k3f9q7ab"]).out;
    assert!(it.contains("Nessun suggerimento ha avuto parte"), "{it}");
    assert!(it.contains("  testo: Instagram: nessuna IA"), "{it}");
    assert!(!it.contains("chiesto"), "{it}");
}

#[test]
fn the_checks_say_what_is_worth_a_word_and_where_it_stands() {
    let bottega = bottega();
    let it = bottega.it(&["check", TORNA]);
    assert_eq!(it.code, 0, "nothing of it holds the post back: {it:?}");
    for line in [
        "media/lana.mp4 mostra come vero qualcosa fatto con l’IA, e va detto (Instagram)",
        "media/lana.mp4 mostra come vero qualcosa fatto con l’IA, e va detto (AI Act dell’UE)",
        "Ogni frase è come l’ha scritta l’IA, e nessuno l’ha ancora approvata",
        "non è un parere legale",
    ] {
        assert!(it.out.contains(line), "{line}\n{}", it.out);
    }
    let less = bottega.read(TORNA).replace("realistic = true\n", "");
    bottega.write(TORNA, &less.replacen("channels", "ai = \"none\"\nchannels", 1));
    let en = bottega.en(&["check", TORNA]).out;
    let understated = format!("{TORNA}:4:1: warning: The key ai says “none”");
    assert!(en.contains(&understated), "{en}");
    assert!(en.contains("nobody has said") && !en.contains("as if it were real,"), "{en}");
}

#[test]
fn a_word_for_ai_that_is_none_is_told_and_the_post_still_read() {
    let bottega = bottega();
    let odd = bottega.read(TORNA).replacen("channels", "ai = \"assistita\"\nchannels", 1);
    bottega.write(TORNA, &odd);
    let it = bottega.it(&["check", TORNA]);
    assert!(it.out.contains("«assistita» non dice quanta IA c’è"), "{}", it.out);
    assert!(it.out.contains("none, assisted, generated"), "{}", it.out);
    assert_eq!(bottega.it(&["show", "7k6m5n4p"]).code, 0);
}
