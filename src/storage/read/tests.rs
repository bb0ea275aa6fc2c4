//! The corpus of bad input: every file gives exactly one problem, or the findings it
//! should, at the right line and column. A good file beside them gives neither.

use super::{read_note, read_placed_facts, read_post, read_suggestion, read_voice, read_workspace};
use crate::domain::{Finding, Problem, ProblemKind, RelPath};
use chrono_tz::Europe::Rome;

const PATH: &str = "posts/2026/W48/prova.k3f9q7ab.toml";
const ID: &str = "id = \"k3f9q7ab\"\nwhen = 2026-11-24T18:30:00\n";

fn post(bytes: &[u8]) -> Result<Vec<Finding>, Problem> {
    read_post(&RelPath::new(PATH), bytes, Rome).map(|entry| entry.findings)
}

/// `code line:column` of what came out, the findings in the order they were noticed.
fn outcome(found: Result<Vec<Finding>, Problem>) -> String {
    match found {
        Err(problem) => format!("{} {}:{}", problem.kind.code(), problem.line, problem.column),
        Ok(findings) => {
            let line = |f: &Finding| format!("+{} {}:{}", f.kind.code(), f.line, f.column);
            findings.iter().map(line).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Compares all rows before failing, so that one run shows every difference.
fn assert_all<T: AsRef<[u8]>>(rows: &[(&str, T, &str)], read: impl Fn(&[u8]) -> String) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(name, bytes, expected)| (name, read(bytes.as_ref()), expected))
        .filter(|(_, found, expected)| found != *expected)
        .map(|(name, found, expected)| format!("{name}: expected `{expected}`, found `{found}`"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn bytes_that_are_not_text_are_refused_with_their_place() {
    let utf16: Vec<u8> = "id = 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let rows: Vec<(&str, Vec<u8>, &str)> = vec![
        ("latin-1", b"id = \"k3f9q7ab\"\ntitle = \"citt\xE0\"\n".to_vec(), "not-utf8 2:14"),
        ("a stray byte after an accent", "# è ".bytes().chain([0xC0]).collect(), "not-utf8 1:5"),
        ("a surrogate in UTF-8", b"# \xED\xA0\x80".to_vec(), "not-utf8 1:3"),
        ("a cut character at the end", b"# \xE2\x82".to_vec(), "not-utf8 1:3"),
        ("UTF-16 with a mark", [&[0xFF, 0xFE][..], &utf16].concat(), "utf16 1:1"),
        ("UTF-16 without a mark", utf16, "utf16 1:1"),
        ("UTF-16, the other way round", b"\0i\0d\0 \0=\0 \x001".to_vec(), "utf16 1:1"),
        ("NUL", b"id = \"k3f9q7ab\"\ntitle = \"a\0b\"\n".to_vec(), "nul-byte 2:11"),
        ("1 MiB and a byte", vec![b' '; (1 << 20) + 1], "too-large 0:0"),
        ("an empty file", Vec::new(), "missing-key 1:1"),
        ("only a byte order mark", "\u{FEFF}".into(), "missing-key 1:1"),
        ("a picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), "nul-byte 3:1"),
    ];
    assert_all(&rows, |bytes| outcome(post(bytes)));
}

#[test]
fn what_toml_refuses_is_one_problem_with_its_place() {
    let deep = "a = ".to_owned() + &"[".repeat(200) + &"]".repeat(200);
    let dotted = vec!["a"; 2_000].join(".") + " = 1";
    let header = format!("[{}]", vec!["a"; 2_000].join("."));
    let rows = [
        ("an unclosed string", "title = \"Lancio\n", "syntax 3:16"),
        ("an unclosed multi-line string", "text = \"\"\"\nLa lana\n", "syntax 5:1"),
        ("a value without quotes", "title = Lancio\n", "unquoted 3:9"),
        ("two words without quotes", "title = Lancio invernale\n", "unquoted 3:9"),
        ("no value", "title =\n", "syntax 3:8"),
        ("no equals sign", "title \"Lancio\"\n", "syntax 3:7"),
        ("a colon for the equals sign", "title: \"Lancio\"\n", "syntax 3:8"),
        ("two keys on a line", "title = \"a\" lang = \"it\"\n", "syntax 3:13"),
        ("an accent in a bare key", "città = \"x\"\n", "syntax 3:5"),
        ("an unclosed list", "channels = [\"ig\", \"fb\"\n", "syntax 3:23"),
        ("an unclosed header", "[variants.ig\n", "syntax 3:13"),
        ("curly quotes", "title = “Lancio”\n", "unquoted 3:9"),
        ("a wrong escape", "title = \"C:\\foto\\lana\"\n", "syntax 3:18"),
        ("a lone surrogate escape", "title = \"\\uD800\"\n", "syntax 3:12"),
        ("a raw ESC in a string", "title = \"a\u{1B}[31m\"\n", "syntax 3:11"),
        ("a bare CR", "title = \"a\"\rlang = \"it\"\n", "syntax 3:13"),
        ("a key twice", "title = \"a\"\ntitle = \"b\"\n", "duplicate-key 4:1"),
        ("the id twice", "id = \"k3f9q7ab\"\n", "duplicate-key 3:1"),
        ("a table twice", "[variants.ig]\n[variants.ig]\n", "duplicate-key 4:11"),
        (
            "a table and a dotted key",
            "[approval]\n[variants]\nig.text = \"a\"\n[variants.ig]\n",
            "duplicate-key 6:11",
        ),
        ("30 February", "[published.ig]\nat = 2026-02-30T10:00:00Z\n", "bad-date 4:6"),
        ("29 February of a common year", "[published.ig]\nat = 2026-02-29\n", "bad-date 4:6"),
        ("24:00", "[published.ig]\nat = 2026-11-24T24:00:00 # notte\n", "bad-date 4:6"),
        ("25:61", "[published.ig]\nat = 2026-11-24T25:61:00\n", "bad-date 4:6"),
        ("the second 60", "[published.ig]\nat = 2026-11-24T23:59:60Z\n", "bad-date 4:6"),
        ("year 10000", "[published.ig]\nat = 10000-01-01T00:00:00Z\n", "bad-date 4:6"),
        ("month 13", "[published.ig]\nat = 2026-13-01\n", "bad-date 4:6"),
        ("an Italian date", "[published.ig]\nat = 24/11/2026\n", "syntax 4:6"),
        (
            "an offset of 25 hours",
            "[published.ig]\nat = 2026-11-24T10:00:00+25:00\n",
            "bad-date 4:6",
        ),
        ("200 brackets", deep.as_str(), "too-deep 3:85"),
        ("a dotted key of 2,000 parts", dotted.as_str(), "too-deep 3:1"),
        ("a header of 2,000 parts", header.as_str(), "too-deep 3:1"),
        (
            "an unfinished merge",
            "<<<<<<< HEAD\ntitle = \"a\"\n=======\ntitle = \"b\"\n>>>>>>> altro\n",
            "merge-conflict 3:1",
        ),
        (
            "an unfinished merge with CRLF",
            "<<<<<<< HEAD\r\ntitle = \"a\"\r\n=======\r\n>>>>>>> x\r\n",
            "merge-conflict 3:1",
        ),
    ];
    assert_all(&rows, |body| outcome(post(&[ID.as_bytes(), body].concat())));
}

#[test]
fn a_value_of_the_wrong_kind_is_one_problem_with_its_place() {
    let rows = [
        ("a title in figures", "title = 2026\n", "wrong-type 3:9"),
        ("channels as a word", "channels = \"ig\"\n", "wrong-type 3:12"),
        ("a figure among the channels", "channels = [\"ig\", 3]\n", "wrong-type 3:19"),
        ("a channel far down", "channels = [\n  \"ig\",\n  true,\n]\n", "wrong-type 5:3"),
        ("variants as a list", "variants = [\"ig\"]\n", "wrong-type 3:12"),
        ("a variant as text", "[variants]\nig = \"testo\"\n", "wrong-type 4:6"),
        ("a time in quotes", "[variants.ig]\nwhen = \"2026-11-24\"\n", "wrong-type 4:8"),
        ("a time without a day", "[variants.ig]\nwhen = 18:30:00\n", "wrong-type 4:8"),
        ("one medium as a table", "[media]\npath = \"a.jpg\"\n", "wrong-type 3:1"),
        ("a medium without a path", "[[media]]\nalt = \"Lana\"\n", "missing-key 3:1"),
        (
            "a source nobody knows",
            "[[media]]\npath = \"a.jpg\"\nsource = \"phone\"\n",
            "bad-value 5:10",
        ),
        (
            "whether a picture looks real, in words",
            "[[media]]\npath = \"a.jpg\"\nrealistic = \"si\"\n",
            "wrong-type 5:13",
        ),
        ("an origin that leads nowhere", "[[origin]]\ndraft = \"boh\"\n", "bad-value 4:9"),
        (
            "an origin of a rejection",
            "[[origin]]\ndraft = \"k3f9q7ab/4t8w2zqc\"\ndecision = \"rejected\"\n",
            "bad-value 5:12",
        ),
        (
            "an origin without its time",
            "[[origin]]\ndraft = \"k3f9q7ab/4t8w2zqc\"\ndecision = \"accepted\"\n",
            "missing-key 3:1",
        ),
        (
            "published without a time",
            "[published.ig]\nurl = \"https://example.org\"\n",
            "missing-key 3:1",
        ),
    ];
    assert_all(&rows, |body| outcome(post(&[ID.as_bytes(), body].concat())));
    let heads = [
        ("no id", "title = \"Lancio\"\n", "missing-key 1:1"),
        ("an id with an o", "id = \"k3f9q7ob\"\n", "bad-id 1:6"),
        ("an id in figures", "id = 12345678\n", "wrong-type 1:6"),
        ("an id inside a table", "[variants.ig]\nid = \"k3f9q7ab\"\n", "missing-key 1:1"),
    ];
    assert_all(&heads, |bytes| outcome(post(bytes)));
}

#[test]
fn what_can_be_read_but_not_meant_is_a_finding_with_its_place() {
    let rows = [
        ("nothing wrong", "title = \"Lancio\"\n", ""),
        ("CRLF", "title = \"Lancio\"\r\ntext = \"\"\"\r\nLa lana.\r\n\"\"\"\r\n", ""),
        ("reserved keys", "visibility = \"public\"\nparts = [\"a\"]\n", ""),
        ("an unknown key", "title = \"a\"\nbudget = 3\n", "+unknown-key 4:1"),
        ("an unknown table", "[note]\nx = 1\n", "+unknown-key 3:2"),
        ("an unknown key in a variant", "[variants.ig]\ntesto = \"a\"\n", "+unknown-key 4:1"),
        ("AI that is declared", "ai = \"assisted\"\n", ""),
        ("a word for AI that is none", "ai = \"assistita\"\n", "+unknown-ai 3:6"),
        ("AI as a yes", "ai = true\n", "+unknown-ai 3:6"),
        ("a picture that looks real", "[[media]]\npath = \"a.jpg\"\nrealistic = true\n", ""),
        ("a status", "status = \"approved\"\n", "+status-key 3:10"),
        ("approved by hand", "approval = true\n", "+status-key 3:12"),
        ("published by hand", "published = true\n", "+status-key 3:13"),
        ("an approval", "[approval]\nhash = \"sha256:00\"\n", ""),
        ("an approval of other types", "[approval]\nhash = 1\nby = [2]\nat = \"oggi\"\n", ""),
        (
            "markers in the text",
            "text = \"\"\"\nUno\n<<<<<<< HEAD\nDue\n\"\"\"\n",
            "+conflict-in-text 5:1",
        ),
        (
            "markers in a variant",
            "[variants.ig]\ntext = \"\"\"\n>>>>>>> altro\n\"\"\"\n",
            "+conflict-in-text 5:1",
        ),
        ("arrows in a text", "text = \"\"\"\nGuarda >>>>>>> qui\n\"\"\"\n", ""),
        (
            "an hour that is skipped",
            "[variants.ig]\nwhen = 2026-03-29T02:30:00\n",
            "+time-skipped 4:8",
        ),
        (
            "an hour that comes twice",
            "[variants.ig]\nwhen = 2026-10-25T02:30:00\n",
            "+time-twice 4:8",
        ),
        ("the same hour, told apart", "[variants.ig]\nwhen = 2026-10-25T02:30:00+01:00\n", ""),
        ("a variant in another week", "[variants.ig]\nwhen = 2026-12-25T09:00:00\n", ""),
    ];
    assert_all(&rows, |body| outcome(post(&[ID.as_bytes(), body].concat())));
    let id = "id = \"k3f9q7ab\"\n";
    let places = [
        ("a post without a time", PATH, "", "+no-when 0:0"),
        ("a post of another week", PATH, "when = 2026-12-01\n", "+misfiled 0:0"),
        ("a post loose under posts", "posts/a.toml", "when = 2026-12-01\n", "+misfiled 0:0"),
        ("an idea with a time", "ideas/a.toml", "when = 2026-11-24\n", "+misfiled 0:0"),
        ("an idea", "ideas/a.toml", "", ""),
        ("its own id", "ideas/a.k3f9q7ab.toml", "", ""),
        ("another id", "ideas/a.4t8w2zqc.toml", "", "+named-for-another 0:0"),
        ("no slug", "ideas/4t8w2zqc.toml", "", ""),
        ("a day in its week", PATH, "when = 2026-11-29\n", ""),
        ("New Year in the old ISO year", "posts/2026/W53/a.toml", "when = 2027-01-01\n", ""),
    ];
    for (name, path, body, expected) in places {
        let found = read_post(&RelPath::new(path), format!("{id}{body}").as_bytes(), Rome);
        assert_eq!(outcome(found.map(|entry| entry.findings)), expected, "{name}");
    }
}

#[test]
fn the_brand_is_refused_with_the_place_and_what_was_meant() {
    let head = "format = 1\nid = \"b7m2x9qe\"\n[brand]\nname = \"Bottega Aurora\"\n";
    let zone = "timezone = \"Europe/Rome\"\n";
    let rows = [
        ("a zone misspelt", "timezone = \"Europe/Roma\"\n".to_owned(), "unknown-zone 5:12"),
        ("no zone", String::new(), "missing-key 3:1"),
        ("a channel without a network", format!("{zone}[channels.ig]\n"), "missing-key 6:1"),
        (
            "a slot without an hour",
            format!("{zone}[channels.ig]\nnetwork = \"instagram\"\nslots = [\"mon\"]\n"),
            "bad-value 8:9",
        ),
        (
            "a slot on no day",
            format!("{zone}[channels.ig]\nnetwork = \"instagram\"\nslots = [\"xyz 12:30\"]\n"),
            "bad-value 8:9",
        ),
        ("a share in words", format!("{zone}[pillars.a]\nshare = \"metà\"\n"), "wrong-type 7:9"),
        (
            "nothing wrong",
            format!("{zone}[channels.ig]\nnetwork = \"instagram\"\nslots = [\"lun gio 9:05\"]\n"),
            "",
        ),
    ];
    let read = |bytes: &[u8]| {
        outcome(read_workspace(&RelPath::new("palinsesto.toml"), bytes).map(|_| Vec::new()))
    };
    assert_all(&rows, |body| read(&[head.as_bytes(), body].concat()));
    assert_eq!(read(b"format = 2\nid = \"b7m2x9qe\"\n"), "unknown-format 1:10");
    let wrong = format!("{head}timezone = \"Europe/Roma\"\n");
    let problem = read_workspace(&RelPath::new("palinsesto.toml"), wrong.as_bytes());
    let problem = problem.expect_err("an unknown zone");
    let meant = format!("{:?}", problem.kind);
    assert!(meant.contains("Europe/Rome"), "{meant}");
}

#[test]
fn a_suggestion_needs_its_text_its_time_and_a_name_that_is_an_id() {
    let good = "at = 2026-11-22T10:00:00Z\ntext = \"La lana torna.\"\n";
    let rows = [
        ("4t8w2zqc.toml", good.to_owned(), ""),
        ("bozza.toml", good.to_owned(), "bad-id 1:1"),
        ("4t8w2zqc.toml", "at = 2026-11-22T10:00:00Z\n".to_owned(), "missing-key 1:1"),
        ("4t8w2zqc.toml", format!("{good}[[decision]]\nverdict = \"maybe\"\n"), "bad-value 4:11"),
        ("4t8w2zqc.toml", format!("{good}[brief]\ntone = 3\n"), "wrong-type 4:8"),
    ];
    for (name, body, expected) in rows {
        let path = RelPath::new(format!("drafts/k3f9q7ab/{name}"));
        let found = read_suggestion(&path, body.as_bytes(), Rome).map(|_| Vec::new());
        assert_eq!(outcome(found), expected, "{body}");
    }
}

#[test]
fn a_reason_in_words_is_read_back_beside_the_known_ones() {
    let path = RelPath::new("drafts/k3f9q7ab/4t8w2zqc.toml");
    let read = |reason: &str| {
        let body = format!(
            "at = 2026-11-22T10:00:00Z\ntext = \"La lana.\"\n[[decision]]\nsentence = 0\n\
             verdict = \"rejected\"\nreason = {reason:?}\nat = 2026-11-22T10:05:00Z\n"
        );
        let found = read_suggestion(&path, body.as_bytes(), Rome).expect("a suggestion");
        let decision = found.decisions[0].clone();
        (decision.reason, decision.words)
    };
    use crate::domain::Reason;
    assert_eq!(read("not-us"), (Some(Reason::NotUs), None));
    let words = "troppo lungo per noi";
    assert_eq!(read(words), (Some(Reason::Other), Some(words.to_owned())));
    assert_eq!(read("other"), (Some(Reason::Other), None));
}

#[test]
fn a_phrase_that_cannot_be_looked_for_is_told_where_it_stands_and_costs_only_itself() {
    let written =
        "dont = [\"Niente sconti\"]\nforbidden = [\n  \"magia\",\n  \"più la*\",\n  \"✨\",\n]\n";
    let (voice, problems) = read_voice(&RelPath::new("voice.toml"), written.as_bytes())
        .unwrap_or_else(|problem| panic!("{problem:?}"));
    assert_eq!((voice.forbidden.len(), voice.donts.len()), (3, 1));
    let told = problems.iter().map(|p| format!("{} {}:{}", p.kind.code(), p.line, p.column));
    assert_eq!(told.collect::<Vec<_>>(), ["bad-pattern 4:8"]);
}

#[test]
fn a_key_of_the_brands_files_that_is_misspelt_is_told_and_one_of_somebodys_own_is_not() {
    let brand = "format = 1\nid = \"b7m2x9qe\"\n[brand]\nname = \"Aurora\"\ntimezone = \"Europe/Rome\"\n\
                 motto = \"piano\"\n[channels.ig]\nnetwork = \"instagram\"\nslotts = []\n[pilars.a]\n";
    let path = RelPath::new("palinsesto.toml");
    let (_, told) = read_workspace(&path, brand.as_bytes()).expect("a brand");
    assert_eq!(slips(&told), ["channels.ig.slotts → slots 9:1", "pilars → pillars 10:2"]);

    let voice = "forbiden = [\"magia\"]\ndnot = []\nnotes = \"mie\"\n[smell]\nalow = []\n\
                 [[learned]]\nrule = \"Piano.\"\nkidn = \"no-emoji\"\n[tones]\ndot = \"secco\"\n";
    let (_, told) = read_voice(&RelPath::new("voice.toml"), voice.as_bytes()).expect("a voice");
    let expected = [
        "dnot → dont 2:1",
        "forbiden → forbidden 1:1",
        "smell.alow → allow 5:1",
        "learned.kidn → kind 8:1",
    ];
    assert_eq!(slips(&told), expected);

    let facts = "[[fact]]\nid = \"prezzo\"\ntext = \"Il plaid costa 120 €\"\nexpiry = 2026-12-20\n\
                 [[fact]]\nid = \"ore\"\nexpires = \"domani\"\ntext = \"Tre ore\"\n[[fcat]]\nid = \"x\"\n";
    let path = RelPath::new("facts/listino.toml");
    let (facts, told) = read_placed_facts(&path, facts.as_bytes(), Rome).expect("facts");
    assert_eq!(facts.len(), 1, "a fact with a fault costs only itself");
    assert_eq!(slips(&told), ["fact.expiry → expires 4:1", "wrong-type 7:11", "fcat → fact 9:3"]);
}

fn slips(told: &[Problem]) -> Vec<String> {
    told.iter()
        .map(|problem| {
            let place = format!("{}:{}", problem.line, problem.column);
            match &problem.kind {
                ProblemKind::Misspelt { key, meant } => format!("{key} → {meant} {place}"),
                kind => format!("{} {place}", kind.code()),
            }
        })
        .collect()
}

#[test]
fn a_note_that_cannot_be_used_says_where_and_why() {
    const AT: &str = "at = 2026-11-22T10:12:00Z\n";
    let rows = [
        ("good", format!("{AT}kind = \"remark\"\ntext = \"Bene.\"\n"), "Bene."),
        ("an ask says enough by itself", format!("{AT}kind = \"ask\"\n"), ""),
        ("no time", "kind = \"ask\"\n".to_owned(), "missing-key 1:1"),
        ("no kind", AT.to_owned(), "missing-key 1:1"),
        ("another kind", format!("{AT}kind = \"veto\"\n"), "bad-value 2:8"),
        ("no words", format!("{AT}kind = \"change\"\ntext = \" \"\n"), "missing-key 1:1"),
        ("of nothing", format!("{AT}kind = \"resolve\"\n"), "missing-key 1:1"),
        ("about no id", format!("{AT}kind = \"reply\"\nabout = \"io\"\n"), "bad-id 3:9"),
        ("of another post", format!("post = \"00000000\"\n{AT}"), "for-another 1:8"),
        ("not closed", format!("{AT}kind = \"ask\n"), "syntax 2:12"),
    ];
    assert_all(&rows, |bytes| {
        match read_note(&RelPath::new("notes/k3f9q7ab/5t8w2zqc.toml"), bytes, Rome) {
            Ok(note) => note.text,
            Err(problem) => format!("{} {}:{}", problem.kind.code(), problem.line, problem.column),
        }
    });
    let path = RelPath::new("notes/k3f9q7ab/nota.toml");
    let named = read_note(&path, AT.as_bytes(), Rome).expect_err("a name that is no id");
    assert_eq!(named.kind, ProblemKind::BadId { found: "nota".into() });
}
