//! Programs that behave badly, each as a small script; none may outlive its test.

use super::*;
use crate::ai::fixture::test_ask;
use secrecy::ExposeSecret as _;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

fn env() -> Vec<(OsString, OsString)> {
    vec![
        ("PATH".into(), "/usr/bin:/bin".into()),
        ("LC_ALL".into(), "C.UTF-8".into()),
        ("OPENAI_API_KEY".into(), "sk-SEGRETO".into()),
        ("MIA".into(), "sì".into()),
    ]
}

fn program(script: &str, also: &[&str]) -> Program {
    let argv = ["sh", "-c", script].map(str::to_owned).to_vec();
    let also: Vec<String> = also.iter().map(|name| (*name).to_owned()).collect();
    Program::new(argv, env(), &also)
}

fn source(script: &str) -> CommandSource {
    CommandSource { program: program(script, &[]), model: None, patience: Patience::default() }
}

fn run(source: &CommandSource) -> Result<Written, Failure> {
    source.write(&test_ask("it"), &mut |_| (), &Stop::new())
}

fn said(script: &str) -> Result<Written, Failure> {
    run(&source(script))
}

fn text(script: &str) -> String {
    said(script).expect("some words").text.shown().to_owned()
}

/// Waits until no process carries `mark` in its command line; `false` when one stays.
fn gone(mark: &str) -> bool {
    let alive = || {
        std::fs::read_dir("/proc").expect("/proc").flatten().any(|entry| {
            let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).replace('\0', " ").contains(mark)
        })
    };
    (0..100).any(|_| {
        let done = !alive();
        if !done {
            thread::sleep(Duration::from_millis(10));
        }
        done
    })
}

#[test]
fn the_prompt_comes_on_the_input_and_the_post_on_the_output() {
    let source = source("cat");
    let mut seen = String::new();
    let mut sink = |piece| {
        if let Piece::Text(words) = piece {
            seen.push_str(&words);
        }
    };
    let written = source.write(&test_ask("it"), &mut sink, &Stop::new()).expect("an echo");
    let sent = source.prompt(&test_ask("it")).sent;
    assert_eq!(written.text.shown(), sent.trim());
    assert_eq!(written.ended, Ended::Complete);
    assert_eq!(seen.trim(), sent.trim());
    assert_eq!(source.describe().model, "sh");
}

#[test]
fn only_named_variables_pass_and_the_content_folder_is_not_where_it_runs() {
    assert_eq!(text("pwd"), "/");
    assert_eq!(text("echo \"[$OPENAI_API_KEY$MIA]\""), "[]");
    let named = CommandSource { program: program("echo \"[$MIA]\"", &["MIA"]), ..source("") };
    assert_eq!(run(&named).expect("words").text.shown(), "[sì]");
}

#[test]
fn no_shell_reads_the_arguments() {
    let argv = ["echo", "$HOME; rm -rf x"].map(str::to_owned).to_vec();
    let echo = CommandSource { program: Program::new(argv, env(), &[]), ..source("") };
    assert_eq!(run(&echo).expect("words").text.shown(), "$HOME; rm -rf x");
}

#[test]
fn there_is_no_terminal_to_write_to() {
    assert_eq!(
        text("(echo rubato > /dev/tty) 2>/dev/null || echo nessun terminale"),
        "nessun terminale"
    );
}

#[test]
fn what_is_not_there_or_cannot_run_is_said() {
    for program in ["/nessuno/qui", "nessuno-qui-davvero", "/etc/passwd", "/etc", ""] {
        let argv = vec![program.to_owned()];
        let source = CommandSource { program: Program::new(argv, env(), &[]), ..source("") };
        assert_eq!(run(&source), Err(Failure::CommandMissing { program: program.into() }));
    }
}

#[test]
fn a_failure_is_told_with_its_code_and_last_words_and_keeps_what_arrived() {
    let failed = |code, message: &str| Failure::CommandFailed {
        program: "sh".into(),
        code,
        message: message.into(),
    };
    assert_eq!(
        said("echo a >&2; echo 'no: chiave' >&2; exit 3"),
        Err(failed(Some(3), "no: chiave"))
    );
    assert_eq!(said("kill -9 $$"), Err(failed(None, "")));
    let written = said("echo La lana torna; exit 1").expect("words");
    assert_eq!(written.text.shown(), "La lana torna");
    assert_eq!(written.ended, Ended::Broken(failed(Some(1), "")));
}

#[test]
fn success_without_a_word_is_an_empty_answer() {
    assert_eq!(said("true"), Err(Failure::AiUnusable { why: Unusable::Empty }));
}

#[test]
fn a_program_that_never_reads_its_input_or_reads_it_for_ever_is_no_trouble() {
    assert_eq!(text("exec <&-; echo ciao"), "ciao");
    assert_eq!(text("cat > /dev/null; echo ciao"), "ciao");
}

#[test]
fn a_flood_of_complaints_does_not_block_the_answer() {
    assert_eq!(text("head -c 100000000 /dev/zero >&2; echo ciao"), "ciao");
}

#[test]
fn a_flood_of_words_is_cut() {
    let written = said("yes parola # palinsesto-flood").expect("words");
    assert!(matches!(written.ended, Ended::Broken(Failure::AiTooMuch { .. })));
    assert!(gone("palinsesto-flood"));
}

#[test]
fn a_child_of_its_own_that_holds_the_pipe_is_not_waited_for_and_ends() {
    let start = Instant::now();
    assert_eq!(text("(sleep 86461; : palinsesto-grandchild) & echo ciao"), "ciao");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(gone("palinsesto-grandchild") && gone("sleep 86461"));
}

/// Children of ours that have ended and that nobody has buried, by number.
fn unburied() -> BTreeSet<String> {
    let ours = format!(" Z {} ", std::process::id());
    let stats = std::fs::read_dir("/proc").expect("/proc").flatten();
    let stats = stats.filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    let ended = stats.filter(|stat| stat.contains(&ours));
    ended.filter_map(|stat| Some(stat.split(' ').next()?.to_owned())).collect()
}

/// Other tests have children too, which wait a moment for their parent.
fn all_buried_but(before: &BTreeSet<String>) -> bool {
    let end = Instant::now() + Duration::from_secs(5);
    let mut left = &unburied() - before;
    while !left.is_empty() && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(20));
        left = &left & &unburied();
    }
    left.is_empty()
}

#[cfg(target_os = "linux")]
#[test]
fn what_went_into_a_session_of_its_own_ends_with_the_program_and_is_buried() {
    for (script, left) in [
        ("setsid sleep 86465 & echo ciao", "sleep 86465"),
        ("(setsid sleep 86466 &) ; echo ciao", "sleep 86466"),
        ("setsid sh -c 'trap \"\" TERM; setsid sleep 86467; :' & echo ciao", "sleep 86467"),
        ("(cd / && exec setsid -f sleep 86468); sleep 0.1; echo ciao", "sleep 86468"),
    ] {
        let before = unburied();
        assert_eq!(text(script), "ciao", "{script}");
        assert!(gone(left), "{left} is still there");
        assert!(all_buried_but(&before), "{script}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_program_that_hands_out_keys_may_leave_its_agent_running() {
    use rustix::process::{self, Pid};
    let script = "setsid sleep 31.415 > /dev/null 2>&1 & sleep 0.2; echo sk-prova";
    let argv = ["sh", "-c", script].map(str::to_owned).to_vec();
    let key = key_from(&Program::trusted(argv, env()), &Stop::new()).expect("a key");
    assert_eq!(key.expose_secret(), "sk-prova");
    let agent = std::fs::read_dir("/proc").expect("/proc").flatten().find(|entry| {
        let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
        line == b"sleep\x0031.415\x00"
    });
    let pid = agent.expect("the agent was ended").file_name();
    let pid = pid.to_str().and_then(|pid| pid.parse().ok()).and_then(Pid::from_raw);
    // It may have come to this process, where other tests count what nobody buries.
    let pid = pid.expect("a number");
    process::kill_process(pid, process::Signal::KILL).expect("it runs");
    let _ = process::waitpid(Some(pid), process::WaitOptions::empty());
}

#[test]
fn silence_and_endless_talk_are_ended() {
    let millis = Duration::from_millis;
    let hasty = |script: &str, idle, total| CommandSource {
        patience: Patience { idle: millis(idle), total: millis(total) },
        ..source(script)
    };
    let silent = run(&hasty("sleep 86462; : palinsesto-silent", 100, 10_000));
    assert_eq!(silent, Err(Failure::CommandSilent { program: "sh".into(), seconds: 0 }));
    let talk = "while :; do echo ancora; sleep 0.02; done; : palinsesto-talk";
    let written = run(&hasty(talk, 5_000, 300)).expect("words");
    assert_eq!(written.ended, Ended::Broken(Failure::AiTooSlow { seconds: 0 }));
    assert!(gone("palinsesto-silent") && gone("sleep 86462") && gone("palinsesto-talk"));
}

#[test]
fn a_stop_returns_within_100_ms_even_when_nobody_listens_to_signals() {
    for (mark, script) in [
        ("palinsesto-polite", "echo ciao; sleep 86463; : palinsesto-polite"),
        (
            "palinsesto-deaf",
            "trap '' TERM INT HUP; echo ciao; while :; do sleep 0.05; done; : palinsesto-deaf",
        ),
        (
            "palinsesto-family",
            "trap '' TERM; (trap '' TERM; sleep 86464; : palinsesto-family) & echo ciao; wait",
        ),
    ] {
        let (stop, (sender, words)) = (Stop::new(), channel());
        let switch = stop.clone();
        let job = thread::spawn(move || {
            let mut sink = |piece| drop(sender.send(piece));
            // The preface rule holds a short first line back; a long one passes.
            let script = script.replace("ciao", &"ciao ".repeat(50));
            let written = source(&script).write(&test_ask("it"), &mut sink, &stop);
            (written, Instant::now())
        });
        words.recv().expect("the first words");
        let pressed = Instant::now();
        switch.trigger();
        let (written, returned) = job.join().expect("the job to return");
        let took = returned - pressed;
        assert!(took < Duration::from_millis(100), "{mark}: {took:?}");
        assert_eq!(written.expect("a stop is no failure").ended, Ended::Stopped);
        assert!(gone(mark), "{mark} is still there");
    }
    assert!(gone("sleep 86463") && gone("sleep 86464"), "a child was left behind");
}

#[test]
fn a_key_program_hands_out_its_first_line_only_to_us() {
    let key = |script: &str| key_from(&program(script, &[]), &Stop::new());
    let found = key("echo ' sk-prova '; echo altro").expect("a key");
    assert_eq!(found.expose_secret(), "sk-prova");
    assert!(!format!("{found:?}").contains("prova"));
    assert_eq!(
        key("echo chiuso >&2; exit 2").expect_err("a failure"),
        Failure::CommandFailed { program: "sh".into(), code: Some(2), message: "chiuso".into() }
    );
    assert!(key("true").is_err());
    let argv = ["sh", "-c", "echo $MIA"].map(str::to_owned).to_vec();
    let trusted = key_from(&Program::trusted(argv, env()), &Stop::new()).expect("a key");
    assert_eq!(trusted.expose_secret(), "sì");
}

#[test]
fn characters_split_between_reads_come_out_whole_and_wrong_bytes_are_marked() {
    let whole = "caffè 🍞 già".as_bytes();
    for cut in 0..=whole.len() {
        let mut decoder = Decoder::default();
        let text = decoder.push(&whole[..cut]) + &decoder.push(&whole[cut..]) + &decoder.rest();
        assert_eq!(text, "caffè 🍞 già", "cut at {cut}");
    }
    let mut decoder = Decoder::default();
    let text = decoder.push(b"a\xFFb\xF0\x9F") + &decoder.push(b"\x8D\x9E\xC3") + &decoder.rest();
    assert_eq!(text, "a\u{FFFD}b🍞\u{FFFD}");
}
