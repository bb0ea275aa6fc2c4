//! Files as bad as they come: each gets one sentence with its place and a next step, in
//! both languages, and the rest goes on.

use crate::Bottega;
use crate::folder::{Said, said};
use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

const WEEK: &str = "posts/2026/W48";

/// A file of week 48, the place that is named, and the sentence in Italian and English.
type Case = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const CASES: [Case; 21] = [
    ("cento-mega.22222220.toml", "1:1", "Il file è di 102400 KiB; il limite è 1024 KiB", "The file is 102400 KiB; the limit is 1024 KiB"),
    ("tubo.22222221.toml", "1:1", "Non è un file normale", "This is not a regular file"),
    ("cartella.22222222.toml", "1:1", "Non è un file normale", "This is not a regular file"),
    ("anello.22222223.toml", "1:1", "È un collegamento che porta fuori dalla cartella, o da nessuna parte", "This is a link that leads out of the folder, or nowhere"),
    ("fuori.22222224.toml", "1:1", "È un collegamento che porta fuori dalla cartella, o da nessuna parte", "This is a link that leads out of the folder, or nowhere"),
    ("latino.22222225.toml", "2:14", "Qui i byte non sono UTF-8", "Here the bytes are not UTF-8"),
    ("nul.22222226.toml", "2:11", "Qui c’è un byte NUL", "There is a NUL byte here"),
    ("utf16.22222227.toml", "1:1", "Il file è in UTF-16", "The file is in UTF-16"),
    ("conflitto.22222228.toml", "2:1", "Qui c’è un conflitto di merge ancora aperto", "A merge conflict is still open here"),
    ("annidato.22222229.toml", "2:85", "È annidato troppo a fondo per essere letto", "Nested too deeply to be read"),
    ("doppia.33333330.toml", "3:1", "«title» è scritto due volte", "“title” is written twice"),
    ("febbraio.33333331.toml", "3:8", "2026-02-30T09:00:00 non è una data che esiste", "2026-02-30T09:00:00 is not a date that exists"),
    ("conflitto-testo.33333332.toml", "6:1", "Nel testo ci sono segni di conflitto", "The text holds merge conflict marks"),
    ("uno.33333333.toml", "1:1", "posts/2026/W48/due.33333333.toml ha lo stesso id", "posts/2026/W48/due.33333333.toml carries the same id"),
    ("due.33333333.toml", "1:1", "posts/2026/W48/uno.33333333.toml ha lo stesso id", "posts/2026/W48/uno.33333333.toml carries the same id"),
    ("salta.33333334.toml", "3:8", "Quella notte gli orologi saltano quest’ora", "The clocks skip this hour that night"),
    ("ripete.33333335.toml", "3:8", "Quella notte gli orologi segnano due volte quest’ora", "The clocks show this hour twice that night"),
    ("canale.33333336.toml", "4:13", "Nessun canale si chiama «tiktak»", "No channel is called “tiktak”"),
    ("media.33333337.toml", "7:1", "media/manca.jpg non c’è", "media/manca.jpg is not there"),
    ("bidi.33333338.toml", "5:1", "Un carattere invisibile o di controllo nel testo", "One invisible or control character in the text"),
    ("stato.33333339.toml", "6:10", "«status» non ha effetto", "“status” does nothing"),
];

fn post(id: &str, when: &str) -> String {
    format!(
        "id = \"{id}\"\ntitle = \"Prova\"\nwhen = {when}\nchannels = [\"ig\"]\ntext = \"Ciao.\"\n"
    )
}

fn spoiled() -> Bottega {
    let bottega = Bottega::sound();
    let write = |name: &str, bytes: &[u8]| {
        fs::write(bottega.root().join(WEEK).join(name), bytes).expect("a file");
    };
    let at = |name: &str| bottega.root().join(WEEK).join(name);
    File::create(at("cento-mega.22222220.toml"))
        .and_then(|file| file.set_len(100 << 20))
        .expect("a large file");
    let pipe = Command::new("mkfifo").arg(at("tubo.22222221.toml")).status();
    assert!(pipe.is_ok_and(|status| status.success()));
    fs::create_dir(at("cartella.22222222.toml")).expect("a folder");
    symlink("anello.22222223.toml", at("anello.22222223.toml")).expect("a link");
    symlink("/etc/hostname", at("fuori.22222224.toml")).expect("a link");
    write("latino.22222225.toml", b"id = \"22222225\"\ntitle = \"caff\xe8\"\n");
    write("nul.22222226.toml", b"id = \"22222226\"\ntitle = \"a\0b\"\n");
    let wide: Vec<u8> =
        "\u{feff}id = \"22222227\"\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    write("utf16.22222227.toml", &wide);
    let conflict = "<<<<<<< HEAD\ntitle = \"a\"\n=======\ntitle = \"b\"\n>>>>>>> ramo\n";
    write("conflitto.22222228.toml", format!("id = \"22222228\"\n{conflict}").as_bytes());
    let deep = format!("id = \"22222229\"\nx = {}{}\n", "[".repeat(5_000), "]".repeat(5_000));
    write("annidato.22222229.toml", deep.as_bytes());
    write("doppia.33333330.toml", b"id = \"33333330\"\ntitle = \"a\"\ntitle = \"b\"\n");
    write("febbraio.33333331.toml", post("33333331", "2026-02-30T09:00:00").as_bytes());
    let marked = post("33333332", "2026-11-27T11:00:00")
        .replace("\"Ciao.\"", "\"\"\"\n<<<<<<< HEAD\nCiao\n=======\nSalve\n>>>>>>> ramo\n\"\"\"");
    write("conflitto-testo.33333332.toml", marked.as_bytes());
    write("uno.33333333.toml", post("33333333", "2026-11-27T12:00:00").as_bytes());
    write("due.33333333.toml", post("33333333", "2026-11-27T13:00:00").as_bytes());
    write("salta.33333334.toml", post("33333334", "2026-03-29T02:30:00").as_bytes());
    write("ripete.33333335.toml", post("33333335", "2026-10-25T02:30:00").as_bytes());
    let channel = post("33333336", "2026-11-27T14:00:00").replace("\"ig\"", "\"tiktak\"");
    write("canale.33333336.toml", channel.as_bytes());
    let media = post("33333337", "2026-11-27T15:00:00");
    let media = format!("{media}[[media]]\npath = \"media/manca.jpg\"\nalt = \"Lana\"\n");
    write("media.33333337.toml", media.as_bytes());
    let bidi = post("33333338", "2026-11-27T16:00:00").replace("Ciao.", "Ciao \\u202e.");
    write("bidi.33333338.toml", bidi.as_bytes());
    let status = post("33333339", "2026-11-27T17:00:00") + "status = \"approved\"\n";
    write("stato.33333339.toml", status.as_bytes());
    // Two that are no trouble: a mark at the beginning, and line ends of another system.
    let bom = format!("\u{feff}{}", post("4444444a", "2026-11-27T18:00:00"));
    write("bom.4444444a.toml", bom.as_bytes());
    let crlf = post("4444444b", "2026-11-27T19:00:00").replace('\n', "\r\n");
    write("crlf.4444444b.toml", crlf.as_bytes());
    bottega
}

fn has(said: &Said, place: &str, sentence: &str) {
    let mut lines = said.out.lines();
    let line = lines.find(|line| line.starts_with(place) && line.contains(sentence));
    assert!(line.is_some(), "no “{place} … {sentence}” in {}", said.out);
    // Said once, below the last of those that want the same.
    let next = lines.find(|line| line.starts_with("    ")).unwrap_or_default();
    assert!(next.strip_prefix("    ").is_some_and(|next| next.len() > 5), "after {place}: {next}");
}

#[test]
fn everything_bad_is_said_once_with_its_place_and_a_next_step() {
    let bottega = spoiled();
    let begun = Instant::now();
    let (it, en) = (bottega.it(&["check"]), bottega.en(&["check"]));
    // A pipe that is opened, or a file that is read before it is measured, takes longer.
    assert!(begun.elapsed() < Duration::from_secs(10));
    for (file, place, italian, english) in CASES {
        has(&it, &format!("{WEEK}/{file}:{place}: "), italian);
        has(&en, &format!("{WEEK}/{file}:{place}: "), english);
    }
    for said in [it, en] {
        assert_eq!(said.code, 1);
        assert!(!said.out.contains("bom.") && !said.out.contains("crlf."), "{}", said.out);
        for key in ["Premi", "Press", "premi ", "press "] {
            assert!(!said.out.contains(key), "a key of the screen: {}", said.out);
        }
    }
}

/// What a hand slips into a post, and the words of the parser that say nothing to a person.
#[test]
fn a_slip_of_the_hand_is_told_without_the_words_of_the_parser() {
    let slips = [
        "lingua == \"it\"",
        "lang = it",
        "lang \"it\"",
        "lang = \"it",
        "lang = 'it",
        "text = \"\"\"Ciao",
        "text = \"a\\q\"",
        "text = \"\\u12\"",
        "= 3",
        "labels = [\"a\" \"b\"]",
        "labels = [\"a\"",
        "labels = {a = }",
        "[variants.ig",
        "[[media]",
        "when = martedì",
        "when = \"martedì\"",
        "when = [2026]",
        "channels = \"ig\"",
        "channels = [1]",
        "text = 5",
        "media = \"foto.jpg\"",
        "nota: ciao",
        "x = 0x",
        "x = 1__0",
        "x = .5",
        "\u{feff}x = tru",
    ];
    let words = [
        "nothing",
        "type-",
        "string",
        "unquoted",
        "expected",
        "literal",
        "datetime",
        "basic",
        "token",
        "array",
        "description",
    ];
    let bottega = Bottega::sound();
    for slip in slips {
        let file = format!("id = \"k3f9q7ab\"\n{slip}\n");
        bottega.write("ideas/prova.k3f9q7ab.toml", &file);
        for said in [bottega.it(&["check"]), bottega.en(&["check"])] {
            let line = said.out.lines().find(|line| line.starts_with("ideas/prova.k3f9q7ab.toml:"));
            let line = line.unwrap_or_else(|| panic!("{slip}: {}", said.out));
            for word in words {
                assert!(!line.contains(word) || slip.contains(word), "{slip}: {line}");
            }
        }
    }
}

#[test]
fn the_week_is_printed_round_what_is_bad() {
    let said = spoiled().it(&["week"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("18:30 « IG") && said.out.contains("file da sistemare"), "{said:?}");
}

#[test]
fn a_brand_file_that_cannot_be_used_is_a_problem_with_a_place() {
    let bottega = Bottega::sound();
    let brand = bottega.read("palinsesto.toml").replace("Europe/Rome", "Europa/Roma");
    bottega.write("palinsesto.toml", &brand);
    let it = bottega.it(&["check"]);
    assert_eq!(it.code, 1);
    has(&it, "palinsesto.toml:6:12: problema: ", "Europa/Roma non è un fuso orario");
    let en = bottega.en(&["check", "--json"]);
    assert_eq!((en.code, &en.json()["problems"][0]["code"]), (1, &"unknown-zone".into()));
}

#[test]
fn a_file_one_may_not_read_is_said_without_the_words_of_the_system() {
    let bottega = Bottega::sound();
    let shut = bottega.root().join(WEEK).join("chiuso.44444447.toml");
    fs::write(&shut, post("44444447", "2026-11-27T16:00:00")).expect("a file");
    fs::set_permissions(&shut, Permissions::from_mode(0o000)).expect("permissions");
    let home = bottega.root().parent().expect("a home").to_owned();
    let root = fs::metadata(&home).expect("a home").uid() == 0;
    if root {
        // Permissions say nothing to root: the program runs as nobody.
        fs::set_permissions(&home, Permissions::from_mode(0o755)).expect("permissions");
    }
    for (lang, sentence) in
        [("it", "Non hai il permesso di leggerlo"), ("en", "You are not allowed to read it")]
    {
        let mut command = if root { as_nobody(&bottega) } else { bottega.command() };
        let said = said(command.args(["--lang", lang, "--today", "2026-11-25", "check"]));
        if root && said.err.contains("setpriv:") {
            return; // The program itself lies where nobody may not go.
        }
        assert_eq!(said.code, 1, "{said:?}");
        has(&said, "posts/2026/W48/chiuso.44444447.toml:1:1: ", sentence);
    }
}

#[test]
fn in_a_folder_that_is_read_only_what_was_to_be_written_is_given_back_with_the_reason() {
    let bottega = Bottega::sound();
    let home = bottega.root().parent().expect("a home").join("casa");
    fs::create_dir(&home).expect("a home");
    fs::set_permissions(&home, Permissions::from_mode(0o777)).expect("permissions");
    let above = home.parent().expect("a folder");
    let root = fs::metadata(above).expect("a home").uid() == 0;
    if root {
        fs::set_permissions(above, Permissions::from_mode(0o755)).expect("permissions");
    }
    let chmod = |mode: &str| {
        let done = Command::new("chmod").args(["-R", mode]).arg(bottega.root()).status();
        assert!(done.is_ok_and(|status| status.success()));
    };
    chmod("a-w");
    for (lang, sentence, next) in [
        ("it", "è in sola lettura", "Controlla i permessi"),
        ("en", "is read-only", "Check the permissions"),
    ] {
        let run = |args: &[&str]| {
            let mut command = if root { as_nobody(&bottega) } else { bottega.command() };
            said(
                command
                    .env("HOME", &home)
                    .args(["--lang", lang, "--today", "2026-11-25"])
                    .args(args),
            )
        };
        let new =
            ["new", "Tessitura", "--when", "2026-12-01 10:00", "--text", "La navetta è ferma."];
        let made = run(&new);
        if root && made.err.contains("setpriv:") {
            return; // The program itself lies where nobody may not go.
        }
        let moved = run(&["move", "k3f9q7ab", "2026-11-27"]);
        let suggested = run(&["suggest", "k3f9q7ab", "-n", "1"]);
        for said in [&made, &moved, &suggested] {
            assert_eq!(said.code, 2, "{said:?}");
            assert!(said.err.contains(sentence) && said.err.contains(next), "{said:?}");
        }
        assert!(made.out.contains("La navetta è ferma."), "{made:?}");
        assert!(suggested.out.lines().count() > 1, "the suggestion is shown: {suggested:?}");
    }
    chmod("u+w");
}

fn as_nobody(bottega: &Bottega) -> assert_cmd::Command {
    let mut command = assert_cmd::Command::new("setpriv");
    command
        .args(["--reuid", "65534", "--regid", "65534", "--clear-groups"])
        .arg(assert_cmd::cargo::cargo_bin!("palinsesto"))
        .env("HOME", bottega.root())
        .current_dir(bottega.root());
    command
}

#[test]
fn data_escapes_what_nobody_sees_and_says_the_same() {
    let bottega = spoiled();
    let said = bottega.it(&["show", "33333338", "--json"]);
    assert!(said.out.contains(r#""text": "Ciao \u202e.""#), "{}", said.out);
    assert!(!said.out.contains('\u{202e}'), "{}", said.out);
    assert_eq!(said.json()["text"], "Ciao \u{202e}.");
    let refused = bottega.it(&["show", "a\u{202e}b", "--json"]);
    assert!(!refused.err.contains('\u{202e}'), "{}", refused.err);
    // An emoji of several characters is seen as one, and stays.
    let family = bottega.it(&["new", "Una famiglia 👨\u{200d}👩\u{200d}👧", "--json"]);
    assert!(family.out.contains("👨\u{200d}👩\u{200d}👧"), "{}", family.out);
}

#[test]
fn json_never_holds_what_a_terminal_takes_for_an_order() {
    let bottega = Bottega::sound();
    let hostile = "\\u009B31m \\u202Eanal \\u200B \\U000E0041 \\u0085";
    bottega.write(
        "posts/2026/W48/ostile.2222222a.toml",
        &format!(
            "id = \"2222222a\"\ntitle = \"{hostile}\"\nwhen = 2026-11-26T10:00:00\nchannels = [\"ig\"]\n\
             pillar = \"{hostile}\"\nlabels = [\"{hostile}\"]\nnotes = \"{hostile}\"\ntext = \"{hostile}\"\n"
        ),
    );
    let calls: [&[&str]; 19] = [
        &["week"],
        &["list"],
        &["next"],
        &["due"],
        &["show", "2222222a"],
        &["check"],
        &["origin", "2222222a"],
        &["claims", "2222222a"],
        &["smell", "\u{9b}31m \u{202e}anal"],
        &["count", "\u{9b}31m \u{202e}anal"],
        &["search", "anal"],
        &["hashtags", "2222222a"],
        &["suggest", "2222222a", "--dry-run", "-n", "1"],
        &["suggest", "2222222a", "--prompt"],
        &["move", "2222222a", "\u{9b}31m"],
        &["doctor"],
        &["config"],
        &["voice"],
        &["new", "\u{9b}31m \u{202e}anal"],
    ];
    for call in calls {
        let said = bottega.it(&[call, &["--json"]].concat());
        let whole = format!("{}{}", said.out, said.err);
        let raw = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{e0000}'..);
        assert!(!whole.contains(raw), "{call:?}: {said:?}");
    }
    let shown = bottega.it(&["show", "2222222a", "--json"]);
    assert!(shown.out.contains("\\u009b31m \\u202eanal \\u200b \\udb40\\udc41"), "{shown:?}");
    let text = shown.json()["text"].as_str().map(str::to_owned);
    assert_eq!(text.as_deref(), Some("\u{9b}31m \u{202e}anal \u{200b} \u{e0041} \u{85}"));
}

#[test]
fn what_cannot_be_written_is_given_back_and_never_called_safe() {
    // A file where a folder must be: as root, too, nothing can be written there.
    let bottega = Bottega::sound();
    bottega.write("posts/2026/W49", "");
    bottega.write("drafts/3f4g5h6j", "");
    let new = ["new", "Tessitura", "--when", "2026-12-01 10:00", "--text", "La navetta è ferma."];
    let said = bottega.it(&new);
    assert_eq!(said.code, 2);
    assert!(said.out.contains("La navetta è ferma."), "{said:?}");
    assert!(!said.err.contains("sicuro"), "{said:?}");
    let named = "Non salvato: posts/2026/W49 è un file, ma lì ci vuole una cartella";
    assert!(said.err.contains(named), "what stands in the way, not what was to be made: {said:?}");
    let said = bottega.en(&["suggest", "3f4g5h6j", "-n", "1"]);
    assert_eq!(said.code, 2);
    assert!(said.out.lines().count() > 1, "the suggestion is shown: {said:?}");
    assert!(!said.err.contains("kept"), "{said:?}");
    let json = bottega.en(&["suggest", "3f4g5h6j", "-n", "1", "--json"]).json();
    assert!(json["suggestions"][0]["text"].as_str().is_some_and(|text| !text.is_empty()));
}

#[test]
fn a_file_where_a_folder_has_to_be_is_named_once_with_what_to_do_and_the_rest_goes_on() {
    let said =
        ["È un file, ma qui ci vuole una cartella", "A file stands here, where a folder has to be"];
    for (at, goes_on) in [
        ("posts", "facts/"),
        ("posts/2026", "facts/"),
        ("posts/2026/W50", "k3f9q7ab"),
        ("facts", "k3f9q7ab"),
        ("drafts", "k3f9q7ab"),
        ("ideas", "k3f9q7ab"),
        ("prompts", "k3f9q7ab"),
    ] {
        let bottega = Bottega::sound();
        bottega.write("facts/rotto.toml", "[[fact]\n");
        bottega.write(
            "posts/2026/W48/rotto.k3f9q7ab.toml",
            "id = \"k3f9q7ab\"\ntitle = \"Chi tesse\n",
        );
        let path = bottega.root().join(at);
        let _ = fs::remove_dir_all(&path);
        fs::write(&path, "appunti").expect("a file");
        for (told, sentence) in [bottega.it(&["check"]), bottega.en(&["check"])].iter().zip(said) {
            assert_eq!(told.code, 1);
            has(told, &format!("{at}:1:1: "), sentence);
            assert_eq!(told.out.matches(sentence).count(), 1, "{}", told.out);
            assert!(told.out.contains(goes_on), "{at}: {}", told.out);
        }
        assert_eq!(bottega.read(at), "appunti", "nobody's to move");
    }
}

#[test]
fn a_verb_that_has_no_json_refuses_it() {
    let bottega = Bottega::sound();
    for verb in ["init", "demo", "man"] {
        let said = bottega.it(&[verb, "--json"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{verb}: {said:?}");
        assert!(said.err.contains("niente da dire in JSON"), "{verb}: {said:?}");
    }
}

#[test]
fn a_suggestion_in_the_folder_of_another_post_is_a_problem_and_stays_where_it_is() {
    let bottega = Bottega::sound();
    let path = "drafts/3f4g5h6j/2t8w2zqc.toml";
    let own = bottega.read("drafts/k3f9q7ab/4t8w2zqc.toml").replace("4t8w2zqc", "2t8w2zqc");
    bottega.write(path, &own);
    let said = bottega.it(&["check"]);
    let line = said.out.lines().find(|line| line.starts_with(&format!("{path}:1:")));
    assert!(line.is_some_and(|line| line.contains("un altro post, k3f9q7ab")), "{said:?}");
    assert_eq!(bottega.read(path), own);
}
