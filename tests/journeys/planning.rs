//! A week being planned: a post made, copied, pushed, thrown away, and every step taken back.

use crate::BOTTEGA;
use crate::stage::Stage;
use palinsesto::i18n::Language;

const LANA: &str = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";

fn opened() -> Stage {
    Stage::with(BOTTEGA)
}

#[test]
fn a_post_made_in_an_empty_slot_has_its_time_and_channel_and_a_text() {
    let stage = opened().press("l l n").type_text("Il venerdì si tinge.").press("Esc");
    let path = stage.files("posts/2026/W48").into_iter().find(|p| !is_given(p)).expect("a file");
    let post = stage.file(&path);
    assert!(post.contains("when = 2026-11-27T12:30:00\n"), "{post}");
    assert!(post.contains("channels = [\"ig\"]\n"), "{post}");
    assert!(post.contains("lang = \"it\"\n"), "{post}");
    assert!(post.contains("text = \"Il venerdì si tinge.\"\n"), "{post}");
    let stage = stage.shows("Il venerdì").press("u");
    assert!(!stage.diff().contains("Il venerdì"), "the text is taken back first");
    let stage = stage.press("u").hides("Il venerdì");
    assert_eq!(stage.diff(), "", "then the post");
    let stage = stage.press("C-r C-r").shows("Il venerdì");
    assert_eq!(stage.file(&path), post, "and both come back");
}

fn is_given(path: &str) -> bool {
    BOTTEGA.iter().any(|(given, _)| *given == path)
}

#[test]
fn a_post_made_and_left_without_a_word_is_not_left_behind() {
    let stage = Stage::speaking(Language::English, BOTTEGA).press("l l n Esc");
    assert_eq!(stage.diff(), "");
    let stage = stage.shows("was not kept").press("u").shows("Nothing to undo");
    assert_eq!(stage.diff(), "");
    let stage = stage.press("l n").type_text("Un filo").press("C-s");
    let stage = stage.press("C-a Backspace Esc");
    assert!(!stage.diff().is_empty(), "what was saved once is the person's");
}

#[test]
fn a_copy_has_an_id_of_its_own_and_the_place_of_the_cursor() {
    let stage = opened().press("y l l p");
    let path = stage.files("posts/2026/W48").into_iter().find(|p| !is_given(p)).expect("a copy");
    let copy = stage.file(&path);
    assert!(copy.contains("title = \"La lana torna\"\n"), "{copy}");
    assert!(copy.contains("when = 2026-11-27T12:30:00\n"), "{copy}");
    assert!(!copy.contains("k3f9q7ab"), "{copy}");
    assert!(stage.diff().lines().filter(|line| line.starts_with("diff")).count() == 1);
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn a_week_later_is_another_folder_and_one_line() {
    let stage = opened().press(">").shows("settimana 49");
    let to = "posts/2026/W49/la-lana-torna.k3f9q7ab.toml";
    assert!(stage.file(to).contains("when = 2026-12-02T12:30:00   # mezz'ora"), "{to}");
    let changed = stage.changed();
    assert_eq!(changed.len(), 2, "{changed:?}");
    let diff = stage.diff();
    assert!(diff.contains(&format!("rename from {LANA}\nrename to {to}\n")), "{diff}");
    assert_eq!(stage.press("u").shows("settimana 48").diff(), "");
}

#[test]
fn what_is_taken_back_before_it_is_saved_is_the_last_step_and_not_the_one_before() {
    let pushed = "posts/2026/W49/la-lana-torna.k3f9q7ab.toml";
    let stage = opened().press(">").press_now("> u").focused();
    assert!(stage.file(pushed).contains("when = 2026-12-02T12:30:00"));
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn the_trash_takes_suggestions_along_and_gives_them_back() {
    let draft = "drafts/k3f9q7ab/4t8w2zqc.toml";
    let words = r#"post = "k3f9q7ab"
at = 2026-11-24T10:00:00Z
text = """
La lana è tornata.
"""
"#;
    let stage = opened().outside(draft, words).press("x").hides("La lana");
    assert_eq!(stage.files("drafts"), Vec::<String>::new());
    assert!(!stage.folder.join(LANA).exists());
    let stage = stage.press("u").shows("La lana");
    assert_eq!(stage.file(draft), words);
    assert!(stage.folder.join(LANA).exists());
}

#[test]
fn suggestions_that_a_kill_left_in_the_trash_are_back_with_their_post_at_the_next_start() {
    let words = "post = \"k3f9q7ab\"\nat = 2026-11-24T10:00:00Z\ntext = \"Da una macchina.\"\n";
    let stage = opened();
    let home = stage.home.path().join("state");
    let state = std::fs::read_dir(home).expect("a home").flatten().find(|e| e.path().is_dir());
    let trash = state.expect("the folder's own").path().join("trash");
    let companions = trash.join(format!("{LANA}.drafts"));
    std::fs::create_dir_all(&companions).expect("a folder");
    std::fs::write(companions.join("4t8w2zqc.toml"), words).expect("a suggestion");
    let note = trash.join("1-a.moving");
    std::fs::write(&note, format!("k3f9q7ab {LANA}")).expect("a note");
    let stage = stage.killed().shows("12:30 ? IG");
    assert_eq!(stage.file("drafts/k3f9q7ab/4t8w2zqc.toml"), words);
    assert!(!note.exists());
}

#[test]
fn a_range_is_moved_pushed_and_thrown_away_as_one() {
    let moved = opened().press("v l m l Enter");
    assert!(moved.file(LANA).contains("when = 2026-11-26T12:30:00"));
    let tesse = moved.file("posts/2026/W48/chi-tesse.m4n5p6q7.toml");
    assert!(tesse.contains("when = 2026-11-27T09:00:00"), "{tesse}");
    let stage = moved.press("u");
    assert_eq!(stage.diff(), "", "one step");
    let stage = stage.press("t v l >");
    assert_eq!(stage.files("posts/2026/W49").len(), 2, "{:?}", stage.files("posts"));
    let stage = stage.press("u");
    assert_eq!(stage.diff(), "");
    let stage = stage.press("t v l x");
    assert_eq!(stage.files("posts"), Vec::<String>::new());
    assert_eq!(stage.press("u").diff(), "");
}

#[test]
fn a_post_in_the_wrong_folder_goes_to_its_own_with_one_key() {
    let lost = "posts/2026/W48/persa.t5t6t7t8.toml";
    let text = "id = \"t5t6t7t8\"\ntitle = \"Persa\"\nwhen = 2026-12-02T12:30:00\n\
                channels = [\"ig\"]\ntext = \"Dove sono?\"\n";
    let stage = opened().outside(lost, text).press("PgDn").shows("settimana 49");
    let stage = stage.click("Persa").press("F");
    assert_eq!(stage.file("posts/2026/W49/persa.t5t6t7t8.toml"), text, "not a byte of it changes");
    assert!(!stage.folder.join(lost).exists());
    assert_eq!(stage.press("u").file(lost), text);
}

#[test]
fn what_should_have_gone_out_is_said_until_it_is_marked() {
    let late = "posts/2026/W48/ieri.t5t6t7t8.toml";
    let text = "id = \"t5t6t7t8\"\ntitle = \"Ieri\"\nwhen = 2026-11-24T09:00:00\n\
                channels = [\"ig\"]\ntext = \"Era per ieri.\"\n";
    let stage = opened().outside(late, text).shows("1 post in ritardo");
    let stage = stage.click("Ieri").shows("« in ritardo").press("P Enter Enter Enter");
    assert!(stage.file(late).contains("[published.ig]"), "{}", stage.file(late));
    assert!(!stage.hides("post in ritardo").diff().is_empty());
}

#[test]
fn what_the_plan_lacks_is_counted_where_its_sentences_have_no_room() {
    let near = "id = \"7n8p9q2r\"\ntitle = \"Vicino\"\nwhen = 2026-11-25T12:50:00\n\
        channels = [\"ig\"]\nlang = \"it\"\ntext = \"Si fila.\"\n";
    let stage = opened().outside("posts/2026/W48/vicino.7n8p9q2r.toml", near);
    let stage = stage.sized(160, 40).shows("2 post con avvisi").hides("piano: ");
    stage.sized(80, 24).shows("▸ piano: ").hides("post con avvisi");
}

#[test]
fn one_of_two_times_is_moved_and_the_cursor_stays_on_it() {
    let both = "posts/2026/W48/due-volte.t5t6t7t8.toml";
    let text = "id = \"t5t6t7t8\"\ntitle = \"Due volte\"\nwhen = 2026-11-27T09:00:00\n\
                channels = [\"ig\", \"bs\"]\ntext = \"Due.\"\n\n\
                [variants.bs]\nwhen = 2026-11-28T18:00:00\n";
    let stage = opened().outside(both, text).click("18:00 ~");
    let stage = stage.press("m h Enter").press("m h Enter");
    let file = stage.file(both);
    assert!(file.contains("when = 2026-11-27T09:00:00"), "the other stays: {file}");
    assert!(file.contains("when = 2026-11-26T18:00:00"), "{file}");
}

#[test]
fn on_sunday_evening_today_is_still_today_and_last_week_is_counted() {
    let broken = ("posts/2026/W47/rotto.v2w3x4y5.toml", "id = \"v2w3x4y5\"\ntitle = \"Rotto\n");
    let files: Vec<_> = BOTTEGA.iter().copied().chain([broken]).collect();
    let stage = Stage::with(&files).at("2026-11-29T20:35:00Z").shows("settimana 48");
    let stage = stage.shows("in ritardo").shows("1 cosa da vedere in un’altra settimana: d");
    let stage = stage.press("PgDn").shows("settimana 49").press("t").shows("settimana 48");
    let stage = stage.press("l").shows("settimana 49");
    stage.press("h").click("cosa da vedere").shows("settimana 47").shows("rotto");
}

#[test]
fn an_hour_that_is_gone_to_is_the_hour_of_what_is_made_there() {
    let stage = Stage::with(BOTTEGA).sized(80, 24).press("G").type_text("sabato 15:40");
    let stage = stage.press("Enter").shows("sett. 48 · sab 28 nov 15:40").press("n");
    let stage = stage.type_text("Aperti anche oggi.").press("Esc").shows("15:40 ~");
    stage.press("l").shows("sett. 48 · dom 29 nov");
}

#[test]
fn a_new_file_takes_the_name_of_what_is_first_written_and_undo_gives_it_back() {
    let own = |stage: &Stage| stage.files("posts/2026/W48").into_iter().find(|p| !is_given(p));
    let stage = opened().press("l l n").type_text("Il venerdì si tinge.").press("C-s");
    let stage = stage.type_text(" Anche oggi.").press("C-s");
    let named = own(&stage).expect("a file");
    assert!(named.starts_with("posts/2026/W48/il-venerdi-si-tinge."), "{named}");
    let stage = stage.press("C-a").type_text("Altro.").press("Esc");
    assert_eq!(own(&stage), Some(named.clone()), "a name is given once");
    assert!(stage.file(&named).contains("Altro."), "{}", stage.file(&named));
    let stage = stage.press("u u u");
    let before = own(&stage).expect("a file");
    assert!(before.starts_with("posts/2026/W48/post."), "{before}");
    let stage = stage.press("u");
    assert_eq!(own(&stage), None);
    let stage = stage.press("C-r C-r");
    assert_eq!(own(&stage), Some(named));
}

#[test]
fn a_post_in_a_folder_that_is_no_week_is_shown_in_its_week_and_mended_with_one_key() {
    let post = "id = \"2222222a\"\ntitle = \"Randagio\"\nwhen = 2026-11-27T10:00:00\n\
                channels = [\"ig\"]\nlang = \"it\"\ntext = \"La lana c'è.\"\n";
    let at = "posts/2026/w48/sub/randagio.2222222a.toml";
    let stage = Stage::with(BOTTEGA).outside(at, post).shows("Randagio");
    let stage = stage.click("Randagio").press("F");
    assert_eq!(stage.file("posts/2026/W48/randagio.2222222a.toml"), post);
    let gone = |stage: &Stage| !stage.folder.join(at).exists();
    assert!(gone(&stage));
    let stage = stage.press("u");
    assert_eq!(stage.file(at), post, "undo takes it back, folder and all");
}
