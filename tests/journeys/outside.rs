//! Other hands in the folder: what they change appears by itself, what they break is a card.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::stage::Stage;
use palinsesto::domain::RelPath;
use palinsesto::i18n::Language;
use palinsesto::runtime::TerminalOrder;
use palinsesto::vocab::ExternalEdit;
use std::time::Duration;

const NEW: &str = "posts/2026/W48/nuova.z2z3z4z5.toml";

fn post(id: &str, title: &str) -> String {
    format!(
        "id = \"{id}\"\ntitle = \"{title}\"\nwhen = 2026-11-28T10:00:00\n\
         channels = [\"ig\"]\ntext = \"Da fuori.\"\n"
    )
}

fn write(stage: &Stage, path: &str, text: &str) {
    let path = stage.folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

#[test]
fn a_post_written_by_another_program_appears_by_itself() {
    let stage = Stage::with(BOTTEGA).watching();
    write(&stage, NEW, &post("z2z3z4z5", "Da fuori"));
    let stage = stage.until_shows("Da fuori");
    write(&stage, NEW, &post("z2z3z4z5", "Cambiata"));
    let stage = stage.until_shows("Cambiata");
    std::fs::remove_file(stage.folder.join(NEW)).expect("it is there");
    let stage = stage.until_hides("Cambiata");
    write(&stage, "ideas/altra.z6z7z8z9.toml", "id = \"z6z7z8z9\"\ntitle = \"Altra\"\n");
    stage.until_shows("2 idee");
}

#[test]
fn a_suggestion_dropped_in_by_a_script_appears_in_the_pane() {
    let stage = Stage::with(BOTTEGA).watching();
    let words = "post = \"k3f9q7ab\"\nat = 2026-11-24T10:00:00Z\ntext = \"Da uno script.\"\n";
    write(&stage, "drafts/k3f9q7ab/4t8w2zqc.toml", words);
    let stage = stage.until_shows("12:30 ? IG");
    stage.press("a").shows("Da uno script.");
}

#[test]
fn a_broken_file_is_a_card_and_e_opens_it_at_the_place() {
    let broken = "id = \"z2z3z4z5\"\ntitle = \"Rotta\nwhen = 2026-11-28T10:00:00\n";
    let stage = Stage::with(BOTTEGA).outside(NEW, broken);
    let stage = stage.shows("! nuova");
    let stage = stage.click("! nuova").press("e");
    let Some(TerminalOrder::Edit(ExternalEdit::File { path, line, column })) = stage.orders.last()
    else {
        panic!("{:?}", stage.orders)
    };
    assert_eq!((path, *line), (&RelPath::new(NEW), 2));
    assert!(*column > 0);
    assert_eq!(stage.press("m x >").file(NEW), broken, "never rewritten, never moved");
}

#[test]
fn two_files_with_one_id_are_both_flagged() {
    let stage = Stage::speaking(Language::English, BOTTEGA)
        .outside(NEW, &post("k3f9q7ab", "Twin"))
        .press("t")
        .click("Twin");
    stage.shows("same id");
}

#[test]
fn a_brand_that_breaks_leaves_the_week_on_the_screen() {
    let stage = Stage::with(BOTTEGA);
    let brand = stage.file("palinsesto.toml");
    let stage = stage.outside("palinsesto.toml", "format = 1\n[brand\n").shows("La lana");
    let stage = stage.shows("palinsesto.toml").outside("palinsesto.toml", &brand);
    stage.hides("palinsesto.toml").shows("La lana");
}

/// Files of the brand that cannot be read, and the line of the fault in each.
const BROKEN: [(&str, &str, usize); 3] = [
    ("facts/listino.toml", "[[fact]]\nid = \"sciarpa\"\ntext = \"La sciarpa\n", 3),
    ("prompts/it/draft.toml", "system = \"Scrivi\"\nlayers = [\"tutto\"]\n", 2),
    ("voice.toml", "# La voce\nforbidden = \"avvolgere\n", 2),
];

/// Each is a card of the week, `d` goes to it and `E` opens it where it is broken.
fn walks_to_the_brand(mut stage: Stage) {
    for (path, text, line) in BROKEN {
        stage = stage.shows(&card(path, line)).hides("settimana a posto");
        for _ in 0..BROKEN.len() + 3 {
            stage = stage.press("d").press("E");
            if edited(&stage) == Some((path, line)) {
                break;
            }
        }
        assert_eq!(edited(&stage), Some((path, line)), "{:?}", stage.orders);
        assert_eq!(stage.file(path), text, "never rewritten");
    }
}

/// The place as a card says it.
fn card(path: &str, line: usize) -> String {
    format!("{}:{line}:", path.rsplit('/').next().unwrap_or(path))
}

/// The file that `$EDITOR` was last asked for, and the line.
fn edited(stage: &Stage) -> Option<(&str, usize)> {
    match stage.orders.last()? {
        TerminalOrder::Edit(ExternalEdit::File { path, line, .. }) => Some((path.as_str(), *line)),
        _ => None,
    }
}

#[test]
fn what_is_broken_of_the_brand_at_the_start_needs_a_person_like_a_post() {
    let broken = BROKEN.map(|(path, text, _)| (path, text));
    let files: Vec<_> = BOTTEGA.iter().copied().chain(broken).collect();
    walks_to_the_brand(Stage::with(&files).shows("3 file"));
}

#[test]
fn what_breaks_of_the_brand_meanwhile_is_seen_by_itself_and_so_is_its_repair() {
    let mut stage = Stage::with(BOTTEGA).watching();
    std::fs::create_dir_all(stage.folder.join("prompts/it")).expect("a folder");
    stage = stage.focused();
    for (path, text, line) in BROKEN {
        write(&stage, path, text);
        stage = stage.until_shows(&card(path, line));
    }
    for (path, _, _) in BROKEN {
        write(&stage, path, if path.starts_with("prompts") { "system = \"Scrivi\"\n" } else { "" });
        stage = stage.until_hides(card(path, 0).trim_end_matches(":0:"));
    }
    stage.hides("da sistemare");
}

#[test]
fn a_file_where_a_week_has_to_be_is_seen_there_and_takes_no_post() {
    let table = [
        (Language::Italian, "è un file, ma lì ci vuole", "È un file, ma qui ci vuole"),
        (Language::English, "is a file, where a folder has", "A file stands here, where"),
    ];
    for (language, refused, seen) in table {
        let stage = Stage::speaking(language, BOTTEGA).outside("posts/2026/W49", "appunti");
        // A card is carried there, and stays where it was.
        let stage = stage.press("m PgDn Enter").shows("posts/2026/W49").shows(refused);
        assert_eq!(stage.file("posts/2026/W49"), "appunti");
        let stage = stage.press("t").shows("La lana").hides("W49: ").press("PgDn").shows(seen);
        // Out of the way, it is a week like any other.
        std::fs::remove_file(stage.folder.join("posts/2026/W49")).expect("it is there");
        let stage = stage.focused().hides(seen).press("t m PgDn Enter").hides(refused);
        stage.file("posts/2026/W49/la-lana-torna.k3f9q7ab.toml");
    }
}

#[test]
fn files_that_are_no_posts_are_named_once_in_their_week_and_ask_for_nothing() {
    let table = [
        (
            Language::Italian,
            "da riempire: ven 27 IG",
            "Qui 2 file non sono post",
            "un file non è un post",
            "Questi file non",
        ),
        (
            Language::English,
            "to fill: Fri 27 IG",
            "2 files here are no posts",
            "One file here is no post",
            "These files are",
        ),
    ];
    for (language, fine, two, one, refused) in table {
        let stage = Stage::speaking(language, BOTTEGA).shows(fine);
        write(&stage, "posts/2026/W48/scaletta.odt", "x");
        write(&stage, "posts/2026/W48/nota.md", "x");
        write(&stage, "posts/LEGGIMI.txt", "x");
        let stage = stage.focused().shows(&format!("· {two}: nota.md, scaletta.odt"));
        // Nothing is to be done about them: the footer counts nothing.
        let stage = stage.shows(fine).shows("LEGGIMI.txt");
        let stage = stage.click(two).shows("│ scaletta.odt").press("e").shows(refused);
        assert!(stage.orders.is_empty(), "{:?}", stage.orders);
        // What belongs to no week is said in today's alone.
        let stage = stage.press("PgDn").hides("LEGGIMI").hides("nota.md").press("t");
        std::fs::remove_file(stage.folder.join("posts/2026/W48/scaletta.odt"))
            .expect("it is there");
        std::fs::remove_file(stage.folder.join("posts/LEGGIMI.txt")).expect("it is there");
        let stage = stage.focused().hides("LEGGIMI").shows(one).sized(46, 20).press("t");
        assert_eq!(stage.shows(one).file("posts/2026/W48/nota.md"), "x");
    }
}

#[test]
fn a_suggestion_that_is_mended_is_no_problem_any_more() {
    let at = "drafts/k3f9q7ab/4t8w2zqc.toml";
    let stage = Stage::with(BOTTEGA).outside(at, "post = \n").shows("4t8w2zqc.toml:1:");
    let words = "post = \"k3f9q7ab\"\nat = 2026-11-24T10:00:00Z\ntext = \"Da uno script.\"\n";
    stage.outside(at, words).hides("4t8w2zqc").shows("12:30 ? IG");
}

#[test]
fn what_was_on_the_screen_can_be_had_back_when_another_program_writes_over_it() {
    let (path, before) = BOTTEGA.iter().find(|(path, _)| path.contains("/W48/")).expect("a post");
    let stage = Stage::with(BOTTEGA).watching().reopened(Language::Italian, Canned::silent());
    write(&stage, path, &post("k3f9q7ab", "Un’altra mano"));
    let home = std::sync::Arc::clone(&stage.home);
    let kept = |text: &str| holds(home.path(), text);
    // Nobody is told when a version is kept: that is the point of it.
    let begun = std::time::Instant::now();
    while !kept(before) {
        assert!(begun.elapsed() < Duration::from_secs(20), "the first version is nowhere");
        std::thread::park_timeout(Duration::from_millis(20));
    }
    drop(stage);
}

/// Whether some file below `folder`, the content folder and git aside, is this text.
pub fn holds(folder: &std::path::Path, text: &str) -> bool {
    std::fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        let ours = path.file_name().is_some_and(|name| name != "bottega");
        ours && if path.is_dir() {
            holds(&path, text)
        } else {
            std::fs::read(&path).is_ok_and(|bytes| bytes == text.as_bytes())
        }
    })
}

#[test]
fn a_second_window_on_the_folder_says_so_once() {
    let one = Stage::with(BOTTEGA).hides("Un’altra finestra");
    let open = || {
        let (home, folder) = (one.home.clone(), one.folder.clone());
        Stage::open(home, folder, Language::Italian, Canned::silent())
    };
    let two = open().shows("Un’altra finestra").press("l").hides("Un’altra finestra");
    let path = "posts/2026/W48/la-lana-torna.k3f9q7ab.toml";
    let two = two.press("h e").type_text("Ciao. ").press("Esc");
    assert!(two.file(path).contains("Ciao. "), "{}", two.file(path));
    drop(one);
}
