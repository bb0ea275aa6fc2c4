//! Sources of suggestions as a person connects them: listed, tried out, and never giving
//! a key away.

use crate::Bottega;
use crate::folder::said;
use serde_json::json;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;

/// Every key in these tests holds this.
const CANARY: &str = "sk-CANARINO-7f3a";

/// A server that answers each request with these bytes; gives its address and port.
fn server(answer: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let answer = answer.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { break };
            let (mut request, mut buffer) = (String::new(), vec![0; 65_536]);
            while !request.contains("\r\n\r\n") || !request.trim_end().ends_with('}') {
                let Ok(n @ 1..) = stream.read(&mut buffer) else { break };
                request += &String::from_utf8_lossy(&buffer[..n]);
            }
            // A server that tells everybody what it was sent.
            let key = if request.contains(CANARY) { CANARY } else { "" };
            let _ = stream.write_all(answer.replace("{key}", key).as_bytes());
        }
    });
    address.to_string()
}

fn http(status: &str, kind: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nConnection: close\r\n\r\n{body}")
}

const GOOD: &str = "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"mm\"}}]}\n\n\
                    data: {\"choices\":[{\"delta\":{\"content\":\"{\\\"text\\\": \\\"La lana torna.\\\", \\\"hashtags\\\": []}\"}}]}\n\n\
                    data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n\
                    data: [DONE]\n\n";

fn profile(name: &str, kind: &str, address: &str, rest: &str) -> String {
    format!(
        "[ai.profiles.{name}]\nkind = \"{kind}\"\nbase_url = \"http://{address}/v1\"\nmodel = \
         \"piccolo\"\n{rest}\n"
    )
}

#[test]
fn profiles_are_listed_with_what_they_are_for_and_where_their_key_is_but_not_asked_for_it() {
    let bottega = Bottega::sound();
    let mark = bottega.root().with_file_name("asked");
    let key = format!("key_command = [\"sh\", \"-c\", \": > '{}'\"]", mark.display());
    bottega.write_settings(&format!(
        "{}{}[ai.profiles.offline]\nkind = \"composer\"\n[ai.tasks]\ndrafts = \"casa\"\nreply = \
         \"casa\"\n",
        profile("casa", "anthropic", "127.0.0.1:9", &key),
        profile("vicina", "gemini", "127.0.0.1:9", "key_env = \"CHIAVE\"")
    ));
    let it = bottega.it(&["ai"]);
    assert_eq!(it.code, 0, "{it:?}");
    for line in [
        "casa: anthropic · piccolo · 127.0.0.1:9 · chiave da sh · scelto per le bozze · per: bozze, risposte",
        "vicina: gemini · piccolo · 127.0.0.1:9 · chiave dalla variabile CHIAVE",
        "offline: composer · non è un’IA: compone dai fatti e dalla voce della cartella",
    ] {
        assert!(it.out.contains(line), "{line} is not in {}", it.out);
    }
    let list = bottega.en(&["ai", "list", "--json"]).json();
    assert_eq!(list["format"], json!(1));
    let casa = &list["profiles"][0];
    assert_eq!((&casa["name"], &casa["tasks"]), (&json!("casa"), &json!(["drafts", "reply"])));
    assert_eq!((&casa["chosen"], &casa["key"]["command"]), (&json!(true), &json!("sh")));
    assert!(!mark.exists(), "the key was asked for to list the profile");
}

#[test]
fn a_test_says_what_works_and_how_soon_and_what_does_not_and_why() {
    let bottega = Bottega::sound();
    let good = server(&http("200 OK", "text/event-stream", GOOD));
    let cut = GOOD.replace("\"stop\"", "\"length\"");
    let cut = server(&http("200 OK", "text/event-stream", &cut));
    let bad = server(&http("401 No", "application/json", "{}"));
    bottega.write_settings(&format!(
        "{}{}{}{}[ai.profiles.manca]\nkind = \"command\"\ncommand = [\"nessuno-qui\"]\n",
        profile("buono", "openai", &good, ""),
        profile("cattivo", "openai", &bad, "key_command = [\"echo\", \"x\"]"),
        profile("chiuso", "ollama", "127.0.0.1:9", ""),
        profile("corto", "openai", &cut, "")
    ));
    let one = bottega.it(&["ai", "test", "buono"]);
    assert_eq!(one.code, 0, "{one:?}");
    assert!(one.out.starts_with("buono: funziona · piccolo · 127.0.0.1:"), "{one:?}");
    assert!(one.out.contains("ha ragionato prima di scrivere"), "{one:?}");
    let all = bottega.en(&["ai", "test", "--json"]);
    assert_eq!(all.code, 1, "{all:?}");
    let tests = all.json()["tests"].as_array().expect("a list").clone();
    let of = |name: &str| tests.iter().find(|test| test["name"] == name).expect("a row").clone();
    let good = of("buono");
    assert_eq!((&good["ok"], &good["reachable"]), (&json!(true), &json!(true)));
    assert_eq!((&good["form"], &good["reasons"]), (&json!("schema"), &json!(true)));
    assert!(good["first_ms"].as_u64() <= good["total_ms"].as_u64(), "{good}");
    assert_eq!((&of("corto")["ok"], &of("corto")["cut"]), (&json!(true), &json!(true)));
    let bad = of("cattivo");
    assert_eq!((&bad["ok"], &bad["reachable"]), (&json!(false), &json!(true)));
    assert!(bad["message"].as_str().is_some_and(|told| told.ends_with("refuses the key")), "{bad}");
    for name in ["chiuso", "manca"] {
        assert_eq!((&of(name)["ok"], &of(name)["reachable"]), (&json!(false), &json!(false)));
    }
    assert_eq!(of("composer")["ok"], json!(true));
    let unknown = bottega.it(&["ai", "test", "altro"]);
    assert!(
        unknown.out.contains("altro: non va. Nessun profilo IA si chiama «altro»."),
        "{unknown:?}"
    );
}

#[test]
fn a_key_file_that_others_can_read_is_refused_and_one_of_ones_own_is_used() {
    let bottega = Bottega::sound();
    let address = server(&http("200 OK", "text/event-stream", GOOD));
    let file = bottega.root().with_file_name("chiave");
    std::fs::write(&file, CANARY).expect("a file");
    let mode = |mode| std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode));
    bottega.write_settings(&profile("mio", "openai", &address, "key_file = \"~/chiave\""));
    mode(0o644).expect("a mode");
    let open = bottega.it(&["ai", "test", "mio"]);
    assert!(open.out.contains("chmod 600") && open.code == 1, "{open:?}");
    mode(0o600).expect("a mode");
    let own = bottega.it(&["ai", "test", "mio"]);
    assert!(own.out.starts_with("mio: funziona"), "{own:?}");
}

#[test]
fn no_key_is_ever_said_shown_or_handed_on_whatever_the_server_repeats() {
    let echo = "your key is {key}";
    let hostile = "\u{1b}]52;c;AAAA\u{7} {key} \u{202e}";
    let error = |text: &str| json!({ "error": { "message": text } }).to_string();
    let in_stream = format!("data: {}\n\n", error(echo));
    let at_the_cut = format!("{}{{key}}", "x".repeat(290));
    let answers = [
        http("401 No", "application/json", &error(echo)),
        http("500 Oh", "text/plain", echo),
        http("400 Bad", "application/json", &error(hostile)),
        http("500 Oh", "application/json", &error(&at_the_cut)),
        http("200 OK", "text/event-stream", &in_stream),
        http("200 OK", "application/json", &error(echo)),
        http("302 Found\r\nLocation: http://127.0.0.1:9/?key={key}", "text/plain", echo),
        "{key}".to_owned(),
    ];
    let bottega = Bottega::sound();
    let spy = "cat; env; tr '\\0' ' ' < /proc/$PPID/cmdline";
    let mut settings = format!(
        "[ai.profiles.spia]\nkind = \"command\"\ncommand = [\"sh\", \"-c\", \"\"\"({}) > \
         $HOME/spia; echo visto\"\"\"]\n",
        spy.replace('\\', "\\\\")
    );
    for (number, answer) in answers.iter().enumerate() {
        for kind in ["openai", "responses", "anthropic", "ollama", "gemini"] {
            let name = format!("p{number}-{kind}");
            settings += &profile(&name, kind, &server(answer), "key_env = \"CHIAVE\"");
        }
    }
    bottega.write_settings(&settings);
    for args in [
        &["ai", "list"][..],
        &["ai", "test"],
        &["ai", "test", "--json"],
        &["config"],
        &["config", "--json"],
        &["doctor"],
        &["suggest", "k3f9q7ab", "--profile", "p0-openai"],
        &["suggest", "k3f9q7ab", "--profile", "p4-anthropic", "--json"],
        &["suggest", "k3f9q7ab", "--profile", "p2-openai"],
        &["suggest", "k3f9q7ab", "--profile", "p2-ollama", "--json"],
        &["suggest", "k3f9q7ab", "--profile", "p1-openai", "--prompt"],
        &["suggest", "k3f9q7ab", "--profile", "spia"],
    ] {
        for lang in ["it", "en"] {
            let mut command = bottega.command();
            let run = said(command.env("CHIAVE", CANARY).args(["--lang", lang]).args(args));
            for text in [&run.out, &run.err] {
                // Also a beginning of it would be too much.
                assert!(!text.contains("sk-CANA"), "{args:?} in {lang}: {text}");
                assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{args:?}: {text:?}");
            }
        }
    }
    let spied = std::fs::read_to_string(bottega.root().with_file_name("spia")).expect("a report");
    assert!(spied.contains("PATH=") && spied.contains("suggest"), "{spied}");
    let found = std::process::Command::new("grep")
        .args(["-rlF", CANARY])
        .arg(bottega.root().parent().expect("a home"))
        .output()
        .expect("grep");
    assert_eq!(String::from_utf8_lossy(&found.stdout), "", "a file holds the key");
}

#[test]
fn a_program_that_does_not_give_the_key_is_told_with_its_own_words() {
    let bottega = Bottega::sound();
    let script = "echo 'Error: ai is not in the password store.' >&2; exit 1";
    let key = format!("key_command = [\"sh\", \"-c\", {script:?}]");
    bottega.write_settings(&profile("casa", "openai", "127.0.0.1:9", &key));
    let asked = ["suggest", "k3f9q7ab", "--profile", "casa", "-n", "1"];
    for said in [bottega.it(&asked), bottega.en(&asked)] {
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
        assert!(said.err.contains("sh "), "{said:?}");
        assert!(said.err.contains("Error: ai is not in the password store."), "{said:?}");
    }
}
