//! Threads: asked for, taken message by message, broken and joined by hand, copied.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;
use palinsesto::vocab::ExternalEdit;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
const TESSE: &str = "posts/2026/W48/chi-tesse.m4n5p6q7.toml";

#[test]
fn a_thread_is_asked_for_taken_and_stands_in_the_folder_message_by_message() {
    for (language, row, part) in [
        (Language::Italian, "Thread      [no]  sì", "3 messaggi · BS "),
        (Language::English, "Thread      [no]  yes", "3 messages · BS "),
    ] {
        let says = vec!["La lana torna a casa.\n---\nDa lunedì in bottega.\n---\nVieni?"];
        let stage = Stage::suggesting(language, BOTTEGA, Canned::saying(says)).press("a");
        let stage = stage.type_text("la lana").press("Down Down Down Right Down").shows(row);
        let stage = stage.press("Down Right Enter").shows("── 2/3 ──").shows(part);
        let stage = stage.press("Y");
        let diff = stage.diff();
        let of_post = diff.split("diff --git").find(|part| part.contains(LANA)).expect("the post");
        let text = "-text = \"\"\n+text = \"La lana torna a casa.\"\n+parts = [\n\
                    +    \"Da lunedì in bottega.\",\n+    \"Vieni?\",\n+]\n";
        assert!(of_post.contains(text), "{of_post}");
        let draft: String = stage.files("drafts").iter().map(|path| stage.file(path)).collect();
        assert!(draft.contains("task = \"thread\"") && draft.contains("parts = ["), "{draft}");
        let stage = stage.press("u");
        assert!(!stage.file(LANA).contains("parts"), "{}", stage.file(LANA));
    }
}

#[test]
fn messages_are_made_numbered_and_joined_in_the_editor() {
    let stage = Stage::suggesting(Language::Italian, BOTTEGA, Canned::silent());
    let stage = stage.press("l k e M-Enter").type_text("E chi la porta?").shows("── 2/2 ──");
    let stage = stage.press("M-n").shows("E chi la porta? 2/2").press("M-n C-s");
    let file = stage.file(TESSE);
    assert!(file.contains("parts = [\n    \"E chi la porta?\",\n]"), "{file}");
    let stage = stage.press("Home Backspace C-s");
    let file = stage.file(TESSE);
    assert!(file.contains("l'ha tessuta.E chi la porta?") && !file.contains("parts"), "{file}");
}

#[test]
fn a_thread_is_seen_in_the_week_and_copied_message_by_message() {
    for (language, second, thread) in [
        (Language::Italian, "messaggio 2 di 2", "≡ thread di 2 messaggi"),
        (Language::English, "message 2 of 2", "≡ thread of 2 messages"),
    ] {
        let stage = Stage::suggesting(language, BOTTEGA, Canned::silent());
        let stage = stage.press("l k e M-Enter").type_text("E chi la porta?").press("Esc");
        let stage = stage.shows("── 2/2 ──").shows("BS 1/2 47/300").shows("Instagram");
        let stage = stage.shows("≡2 Chi").shows(thread).sized(46, 20).shows("≡2 Chi tesse");
        let stage = stage.sized(120, 36);
        stage.press("Y").shows(second);
    }
}

/// A thread with its numbers, as the editor writes them, for a network with threads and one
/// without.
const NUMBERED: &str = r#"id = "m4n5p6q7"
when = 2026-11-26T09:00:00
channels = ["bs", "ig"]
lang = "it"
text = "Ogni sciarpa porta un nome. Quello di chi l'ha tessuta. 1/2"
parts = [
    "Il filo arriva da Biella. Lo sceglie Ada. 2/2",
]
"#;

fn numbered(language: Language, says: Vec<&'static str>) -> Stage {
    let mut files: Vec<_> = BOTTEGA.iter().filter(|(path, _)| *path != TESSE).copied().collect();
    files.push((TESSE, NUMBERED));
    Stage::suggesting(language, &files, Canned::saying(says)).press("l k")
}

#[test]
fn a_shorter_thread_is_a_thread_with_its_numbers_and_one_text_where_there_are_none() {
    let says = vec!["Ogni sciarpa ha un nome.\n---\nIl filo è di Biella."];
    let stage = numbered(Language::Italian, says.clone()).press("C 1");
    let stage = stage.shows("Per quale canale?").press("1").shows("── 2/2 ──");
    let stage = stage.shows("BS 28 24/300").press("Y");
    let post = stage.file(TESSE);
    let own = "[variants.bs]\ntext = \"\"\"\nOgni sciarpa ha un nome. 1/2\n\"\"\"\nparts = [\n    \
               \"Il filo è di Biella. 2/2\",\n]\n";
    assert!(post.contains(own), "{post}");
    assert_eq!(stage.press("u").file(TESSE), NUMBERED);
    let stage = numbered(Language::Italian, says).press("C 1");
    let stage = stage.shows("Per quale canale?").press("2").shows("Il filo è").press("Y");
    let post = stage.file(TESSE);
    let own = post.split("[variants.ig]").nth(1).expect("a text of its own");
    assert!(!own.contains("parts") && !own.contains("1/2"), "{post}");
}

#[test]
fn sentences_of_a_thread_taken_out_of_order_stand_in_their_messages_in_order() {
    let says = vec!["Ogni sciarpa. Ha un nome.\n---\nIl filo. È di Biella."];
    let stage = numbered(Language::Italian, says).press("C 1 1").shows("── 2/2 ──");
    // The last sentence first, then up from the bottom.
    let stage = stage.press("Down Down Down y").press("Up Up Up y y y");
    let post = stage.file(TESSE);
    let own = "text = \"\"\"\nOgni sciarpa. Ha un nome. 1/2\n\"\"\"\nparts = [\n    \
               \"Il filo. È di Biella. 2/2\",\n]\n";
    assert!(post.contains(own), "{post}");
}

#[test]
fn numbers_are_no_claim_no_title_and_nobodys_sentence() {
    for (language, whose) in [(Language::Italian, "a mano"), (Language::English, "by hand")] {
        let stage = numbered(language, vec!["x"]).shows("Ogni sciarpa porta un nome.");
        let stage = stage.shows("── 2/2 ──");
        let screen = stage.rows().join("\n");
        assert!(!screen.contains("«1/2»") && !screen.contains("“1/2”"), "{screen}");
        let title = screen.lines().filter(|line| line.contains("tessuta. 1/2")).count();
        assert!(title <= 1, "only the text itself ends with its number:\n{screen}");
        let said = stage.press("b").rows().join("\n");
        assert!(said.matches(whose).count() <= 4 + 1, "four sentences and a sum:\n{said}");
    }
}

/// A post of which every channel says something of its own.
const OWN: &str = r#"id = "m4n5p6q7"
when = 2026-11-26T09:00:00
channels = ["ig", "bs"]
lang = "it"
text = "Nessuno mi manda."

[variants.bs]
text = "Il filo è di Biella."

[variants.ig]
text = "Ogni sciarpa ha un nome."
"#;

#[test]
fn where_every_channel_says_its_own_one_reads_and_writes_what_is_sent() {
    for (language, header) in [
        (Language::Italian, ["comune, non esce", "Il testo comune non esce"]),
        (Language::English, ["common, not sent", "No channel sends the common text"]),
    ] {
        let mut files: Vec<_> =
            BOTTEGA.iter().filter(|(path, _)| *path != TESSE).copied().collect();
        files.push((TESSE, OWN));
        let stage = Stage::suggesting(language, &files, Canned::saying(vec!["Un nome."]));
        let stage = stage.press("l k").shows("Ogni sciarpa ha un nome.");
        assert!(
            !stage.rows().join("\n").contains("Nessuno mi manda."),
            "{}",
            stage.rows().join("\n")
        );
        let stage = stage.press("E");
        let Some(TerminalOrder::Edit(ExternalEdit::Post { channel, .. })) = stage.orders.last()
        else {
            panic!("{:?}", stage.orders)
        };
        assert_eq!(channel.as_deref(), Some("ig"));
        let stage = stage.press("e").shows(header[0]).press("C-End").type_text(" Vieni.");
        let stage = stage.press("Esc");
        assert!(stage.file(TESSE).contains("ha un nome. Vieni.\""), "{}", stage.file(TESSE));
        let stage = stage.press("e M-Left").shows(header[1]).shows("Nessuno mi manda.");
        let stage = stage.press("Esc").press("a").shows("Ogni sciarpa ha un nome. Vieni.");
        assert!(
            !stage.rows().join("\n").contains("Nessuno mi manda."),
            "{}",
            stage.rows().join("\n")
        );
    }
}

#[test]
fn a_thread_that_is_translated_into_a_post_of_its_own_stays_a_thread() {
    let says = vec!["Every scarf bears a name.\n---\nThe yarn is from Biella."];
    // The first channel has no threads; the new post is for both.
    let post = NUMBERED.replace("[\"bs\", \"ig\"]", "[\"ig\", \"bs\"]\ntitle = \"Nomi\"");
    let mut files: Vec<_> = BOTTEGA.iter().filter(|(path, _)| *path != TESSE).copied().collect();
    files.push((TESSE, &post));
    let stage = Stage::suggesting(Language::Italian, &files, Canned::saying(says));
    let stage = stage.press("l k C 3 2").shows("── 2/2 ──").press("y y");
    let new = stage.only("nomi-en");
    let text = stage.file(&new);
    for part in
        ["Every scarf bears a name. 1/2", "parts = [\n    \"The yarn is from Biella. 2/2\",\n]"]
    {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_thread_that_is_found_carries_the_sign_of_its_card() {
    let thread = "id = \"3h3g3f3d\"\ntitle = \"Filo lungo\"\nwhen = 2025-03-05T10:00:00\n\
                  channels = [\"bs\"]\ntext = \"La navetta va.\"\nparts = [\"E torna.\"]\n";
    let single = thread.replace("3h3g3f3d", "3h3g3f3e").replace("\"bs\"", "\"ig\"");
    let single = single.replace("Filo lungo", "Filo corto");
    let posts = [("posts/2025/W10/filo.toml", thread), ("posts/2025/W10/solo.toml", &single)];
    let files: Vec<_> = BOTTEGA.iter().copied().chain(posts).collect();
    let stage = Stage::with(&files).press("/").type_text("navetta");
    stage.shows("≡2 Filo lungo").shows("Filo corto").hides("≡2 Filo corto");
}
