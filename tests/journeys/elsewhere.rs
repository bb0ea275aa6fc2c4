//! What happens out of sight: steps taken back in another week, keys pressed among the
//! ideas, ideas that a filter hides.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;
use palinsesto::vocab::Event;

const DRAFT: &str = "drafts/m4n5p6q7/4t8w2zqc.toml";
const WORDS: &str = r#"post = "m4n5p6q7"
at = 2026-11-24T10:00:00Z
text = """
La lana è tornata.
"""
"#;

#[test]
fn a_step_taken_back_in_another_week_is_named_and_gone_to() {
    let stage = Stage::speaking(Language::English, BOTTEGA).press("y ] p").shows("week 49");
    let stage = stage.press("t u").shows("Undone: duplicate · “La lana torna”").shows("week 49");
    assert_eq!(stage.diff(), "");
    let stage = stage.press("t C-r").shows("Done again: duplicate · “La lana torna”");
    let stage = stage.shows("week 49");
    let copy = stage.files("posts/2026/W49");
    assert_eq!(copy.len(), 1, "{copy:?}");
}

#[test]
fn a_step_taken_back_among_the_suggestions_of_another_post_is_shown_where_it_was() {
    let stage = Stage::with(BOTTEGA).press("y ] p t").outside(DRAFT, WORDS).click("Chi tesse");
    let stage = stage.press("a").shows("La lana è tornata.").press("u");
    stage.shows("Annullato: duplicato · «La lana torna»").shows("settimana 49");
}

#[test]
fn a_step_of_the_post_in_sight_leaves_everything_where_it_is() {
    let stage = Stage::with(BOTTEGA).outside(DRAFT, WORDS).click("Chi tesse");
    let stage = stage.press("a y").shows("[1/1]").press("u");
    stage.shows("Annullato: ").shows("La lana è tornata.").shows("[0/1]");
}

#[test]
fn the_keys_of_the_week_lead_out_of_the_ideas() {
    let stage = Stage::with(BOTTEGA).press("g i G").type_text("4 dic").press("Enter");
    let stage = stage.shows("settimana 49").press("g i ]").shows("settimana 50");
    let stage = stage.press("g i t").shows("settimana 48").press("g i >");
    stage.shows("non ha un orario");
}

#[test]
fn a_filter_that_hides_the_ideas_says_so() {
    let stage = Stage::speaking(Language::English, BOTTEGA).sized(160, 40);
    let stage = stage.shows("quaderno").press("f");
    let stage = stage.type_text("zzz").press("Enter");
    stage.hides("quaderno").shows("The filter hides");
}

#[test]
fn what_is_copied_without_the_link_says_so() {
    let post = "posts/2026/W48/con-link.v2w3x4y5.toml";
    let text = "id = \"v2w3x4y5\"\ntitle = \"Con link\"\nwhen = 2026-11-27T12:30:00\n\
                channels = [\"ig\"]\nlink = \"https://example.org/lana\"\n\
                headline = \"La lana in un minuto\"\nfirst_comment = \"Chi viene?\"\n\
                text = \"La lana è qui.\"\n";
    let stage = Stage::with(BOTTEGA).sized(160, 40).outside(post, text).click("Con link");
    let stage = stage.shows("titolo: La lana in un minuto").shows("primo commento: Chi viene?");
    let stage = stage.shows("accanto").press("Y");
    let stage = stage.shows("Il link https://example.org/lana non è nel testo");
    let stage = stage.event(Event::TextCopied { characters: 14 });
    stage.shows("14 caratteri copiati, senza il link https://example.org/lana");
}
