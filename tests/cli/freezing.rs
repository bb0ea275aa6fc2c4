//! `freeze` and `thaw`: what is held back, what is refused, and a file that is not understood.

use crate::folder::Bottega;
use serde_json::json;

const PATH: &str = "posts/2026/W48/inverno.m4n5p6q7.toml";
const FREEZES: &str = "freeze.toml";

const POST: &str = r#"id = "m4n5p6q7"
title = "Inverno"
when = 2026-11-25T10:30:00
channels = ["ig"]
campaign = "inverno-26"
lang = "it"
text = "La lana torna a casa."

[variants.li]
when = 2026-11-26T10:30:00
"#;

fn bottega() -> Bottega {
    let bottega = Bottega::sound();
    // One post on two days is one post.
    bottega.write(PATH, &POST.replace("[\"ig\"]", "[\"ig\", \"li\"]"));
    bottega
}

fn there(bottega: &Bottega) -> bool {
    bottega.root().join(FREEZES).exists()
}

#[test]
fn what_is_frozen_is_said_and_what_it_held_back_when_it_is_thawed() {
    let bottega = bottega();
    assert_eq!(bottega.it(&["freeze"]).out, "Niente è fermo\n");
    let said = bottega.en(&["freeze", "--channel", "instagram", "--why", "flood"]);
    assert_eq!(said.code, 0, "{said:?}");
    // The launch of yesterday that nobody has marked is held back, too.
    assert_eq!(said.out, "Frozen: Instagram. 2 posts are held back\n", "{said:?}");
    let listed = bottega.it(&["freeze"]);
    assert!(listed.out.starts_with("Fermo, finché"), "{listed:?}");
    assert!(listed.out.contains("\n  Instagram · da mer 25 nov"), "{listed:?}");
    assert!(listed.out.ends_with(" · flood\n"), "{listed:?}");
    let week = bottega.en(&["week", "--json"]).json().to_string();
    assert!(week.contains("\"frozen\""), "{week}");
    assert_eq!(bottega.en(&["freeze", "--channel", "tv"]).code, 2);
    let later = ["--today", "2026-11-25T11:00", "--lang", "it", "thaw", "--channel", "ig"];
    let thawed = bottega.run(&later, "");
    let missed = "Riparte Instagram. Un post torna in programma\n\
        Intanto un post ha perso il suo orario:\n  m4n5p6q7 · Inverno";
    assert!(thawed.out.starts_with(missed), "{thawed:?}");
    assert_eq!(bottega.it(&["freeze"]).out, "Niente è fermo\n");
    assert!(!there(&bottega), "no empty file is left");
}

#[test]
fn a_post_of_several_cards_is_counted_once() {
    let bottega = bottega();
    let said = bottega.it(&["freeze", "--campaign", "inverno-26"]);
    // The launch is one, too; this one has two cards.
    assert_eq!(said.out, "Hai fermato la campagna inverno-26: 2 post non escono\n");
}

#[test]
fn what_would_hold_back_nothing_is_refused() {
    let bottega = bottega();
    let said = bottega.it(&["freeze", "--campaign", "inverno-62"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("Nessun post è della campagna «inverno-62»"), "{said:?}");
    assert!(said.err.contains("inverno-26"), "{said:?}");
    let said = bottega.it(&["freeze", "--campaign", "primavera"]);
    assert!(said.err.contains("Può essere: inverno-26"), "{said:?}");
    let said = bottega.en(&["freeze", "--why", "flood"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("--channel CHANNEL, --campaign CAMPAIGN or --all"), "{said:?}");
    let said = bottega.it(&["thaw"]);
    assert!(said.code == 2 && said.err.contains("Niente è fermo"), "{said:?}");
    assert!(!there(&bottega));
}

#[test]
fn everything_is_thawed_as_it_was_frozen_and_what_stays_frozen_is_said() {
    let bottega = bottega();
    bottega.en(&["freeze", "--campaign", "inverno-26"]);
    let said = bottega.en(&["thaw", "--all"]);
    assert_eq!(said.code, 2, "{said:?}");
    assert!(said.err.contains("palinsesto thaw --campaign inverno-26"), "{said:?}");
    let said = bottega.en(&["thaw"]);
    assert!(said.err.contains("palinsesto thaw --campaign inverno-26"), "{said:?}");
    bottega.en(&["freeze", "--all"]);
    let said = bottega.en(&["thaw", "--all"]);
    assert!(said.out.starts_with("Thawed: everything. "), "{said:?}");
    assert!(said.out.ends_with("Still frozen: the campaign inverno-26\n"), "{said:?}");
}

#[test]
fn a_second_reason_takes_the_place_of_the_first_and_the_hour_stays() {
    let bottega = bottega();
    bottega.en(&["freeze", "--channel", "ig", "--why", "flood"]);
    let first = bottega.read(FREEZES);
    let later = |why| {
        let args = ["--today", "2026-11-25T15:00", "--lang", "en", "freeze", "--channel", "ig"];
        bottega.run(&[&args[..], why].concat(), "")
    };
    let said = later(&["--why", "landslide"]);
    assert!(said.out.starts_with("Frozen already since "), "{said:?}");
    assert!(said.out.ends_with("The reason is now: landslide\n"), "{said:?}");
    assert_eq!(bottega.read(FREEZES), first.replace("flood", "landslide"));
    assert!(!later(&[]).out.contains("reason"));
    assert_eq!(bottega.read(FREEZES), first.replace("flood", "landslide"));
}

#[test]
fn a_file_that_is_not_understood_holds_everything_and_leads_to_its_place() {
    let bottega = bottega();
    bottega.write(FREEZES, "# alluvione\nchannel = \"ig\"\n");
    for args in [&["freeze"][..], &["freeze", "--all"], &["thaw", "--all"], &["thaw"]] {
        let said = bottega.it(args);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert!(said.err.contains("freeze.toml:2:1: «channel»"), "{args:?}: {said:?}");
        assert!(said.err.contains("Scrivi una riga [[freeze]]"), "{args:?}: {said:?}");
        assert!(said.err.contains("è tutto fermo"), "{args:?}: {said:?}");
    }
    let checked = bottega.en(&["check"]);
    assert!(checked.code == 1 && checked.out.contains("freeze.toml:2:1: "), "{checked:?}");
    let week = bottega.en(&["week", "--json"]).json().to_string();
    assert!(week.contains("\"frozen\""), "{week}");
}

#[test]
fn a_channel_that_there_is_not_holds_everything_until_it_is_taken_out() {
    let bottega = bottega();
    bottega.write(FREEZES, "[[freeze]]\nchannel = \"zz\"\nsince = 2026-11-01T10:00:00\n");
    let said = bottega.it(&["freeze"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert_eq!(
        said.out,
        "Fermo, finché qualcuno non lo fa ripartire:\n  zz · da dom 1 nov 10:00 · 0 post\n"
    );
    assert!(said.err.starts_with("freeze.toml:2:11: «freeze.channel»"), "{said:?}");
    let week = bottega.en(&["week", "--json"]).json().to_string();
    assert!(week.contains("\"frozen\""), "{week}");
    assert_eq!(bottega.it(&["thaw", "--channel", "zz"]).code, 0);
    assert!(!there(&bottega));
}

#[test]
fn verify_says_once_and_with_its_place_that_nobody_knows_what_is_frozen() {
    let bottega = Bottega::sound();
    let other =
        "id = \"m4n5p6q7\"\nwhen = 2026-11-27T18:30:00\nchannels = [\"ig\"]\ntext = \"Sì.\"\n";
    bottega.write("posts/2026/W48/altro.m4n5p6q7.toml", other);
    bottega.write("freeze.toml", "# alluvione\nchannel = \"ig\"\n");
    let said = bottega.en(&["verify"]);
    assert_eq!(said.out.matches("everything is frozen").count(), 1, "{said:?}");
    assert!(said.out.contains("m4n5p6q7") && said.out.contains("k3f9q7ab"), "{said:?}");
    assert!(said.out.contains("\nfreeze.toml:2:1: "), "{said:?}");
    // Of one post it is said where it is asked for.
    let said = bottega.en(&["approval", "m4n5p6q7"]);
    assert!(said.out.contains("freeze.toml cannot be understood"), "{said:?}");
}

#[test]
fn check_says_as_data_what_is_frozen_and_whether_anybody_knows() {
    let bottega = Bottega::sound();
    let nothing = bottega.en(&["check", "--json"]).json();
    assert_eq!((&nothing["freezes"], &nothing["freezes_unread"]), (&json!([]), &json!(false)));
    assert_eq!(bottega.en(&["freeze", "--channel", "ig", "--why", "alluvione"]).code, 0);
    let [check, freeze] =
        [["check", "--json"], ["freeze", "--json"]].map(|it| bottega.en(&it).json());
    let row = json!({ "what": "channel", "name": "ig", "since": "2026-11-25T09:00:00+00:00",
        "by": "", "why": "alluvione" });
    assert_eq!((&check["freezes"], &freeze["freezes"]), (&json!([row]), &json!([row])));
    bottega.write("freeze.toml", "channel = \"ig\"\n");
    let unread = bottega.en(&["check", "--json"]).json();
    assert_eq!(
        (&unread["freezes_unread"], &unread["problems"][0]["path"]),
        (&json!(true), &json!("freeze.toml"))
    );
    bottega.write("palinsesto.toml", "");
    let unknown = bottega.en(&["check", "--json"]).json();
    assert_eq!((&unknown["freezes"], &unknown["freezes_unread"]), (&json!(null), &json!(null)));
}
