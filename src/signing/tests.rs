//! The real `ssh-keygen`, with keys made for the occasion. Where there is none, these say so
//! and pass.

use super::*;
use crate::domain::{Unheld, Unjudged, Unsigned};
use crate::gate::Signature;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TEXT: &[u8] = b"palinsesto-approval-1\npost 8:k3f9q7ab\ntext 21:La lana torna a casa.\n";

/// A home with keys in it.
struct Home {
    dir: tempfile::TempDir,
    keygen: Keygen,
}

impl Home {
    /// `None` where nothing can be tried.
    fn new() -> Option<Self> {
        let path = std::env::var_os("PATH").map(|path| ("PATH".into(), path));
        let keygen = Keygen::new(path);
        if keygen.program().is_none() {
            let _ = writeln!(std::io::stderr(), "not tried: there is no ssh-keygen here");
            return None;
        }
        Some(Self { dir: tempfile::tempdir().expect("a home"), keygen })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A new key, locked where there is a passphrase.
    fn key(&self, name: &str, passphrase: &str) -> PathBuf {
        let path = self.path(name);
        let mut make = Command::new("ssh-keygen");
        make.args(["-q", "-t", "ed25519", "-N", passphrase, "-C", name, "-f"]).arg(&path);
        assert!(make.status().expect("it starts").success());
        path
    }

    /// The line of a key on a list of who may approve.
    fn line(names: &str, options: &str, key: &Path) -> String {
        let public = std::fs::read_to_string(format!("{}.pub", key.display())).expect("a key");
        let words: Vec<&str> = public.split(' ').take(2).collect();
        format!("{names} {options} {}\n", words.join(" "))
    }

    fn list(&self, text: &str) -> PathBuf {
        let path = self.path("allowed_signers");
        std::fs::write(&path, text).expect("a list");
        path
    }

    fn by_hand(namespace: &str, key: &Path) -> String {
        let mut sign = Command::new("ssh-keygen");
        sign.args(["-Y", "sign", "-n", namespace, "-f"]).arg(key);
        sign.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = sign.spawn().expect("it starts");
        child.stdin.take().expect("a pipe").write_all(TEXT).expect("written");
        let said = child.wait_with_output().expect("it ends");
        String::from_utf8(said.stdout).expect("an armour")
    }
}

fn good(by: &str) -> Signature {
    Signature::Good { by: by.to_owned(), touched: false }
}

#[test]
fn what_a_key_on_the_list_signed_holds_and_nothing_else_does() {
    let Some(home) = Home::new() else { return };
    let (ada, eva) = (home.key("ada", ""), home.key("eva", ""));
    let list = home.list(&Home::line("ada@example.org", "", &ada));
    let armour = home.keygen.sign(TEXT, &ada).expect("signed");
    let verify = |bytes: &[u8], armour: &str| home.keygen.verify(bytes, armour, &list);
    assert_eq!(verify(TEXT, &armour), good("ada@example.org"));
    assert_eq!(verify(TEXT, &armour.replace('\n', "\r\n")), good("ada@example.org"));
    let other = [TEXT, b" "].concat();
    assert_eq!(verify(&other, &armour), Signature::Bad(Unheld::Other), "other bytes");
    assert_eq!(verify(b"", &armour), Signature::Bad(Unheld::Other), "no bytes");
    let foreign = home.keygen.sign(TEXT, &eva).expect("signed");
    assert_eq!(verify(TEXT, &foreign), Signature::Bad(Unheld::Stranger), "not on the list");
    assert_eq!(
        verify(TEXT, &Home::by_hand("git", &ada)),
        Signature::Bad(Unheld::Malformed),
        "made for git"
    );
    assert_eq!(verify(TEXT, &Home::by_hand(NAMESPACE, &ada)), good("ada@example.org"));
    assert_eq!(
        verify(TEXT, &armour[..armour.len() / 2]),
        Signature::Bad(Unheld::Malformed),
        "cut short"
    );
    assert_eq!(verify(TEXT, &armour.repeat(2)), Signature::Bad(Unheld::Malformed), "two of them");
    assert_eq!(
        verify(TEXT, &format!("x{armour}")),
        Signature::Bad(Unheld::Malformed),
        "words before it"
    );
    // The bytes of another signature by the same key, under the same head.
    let of_other = home.keygen.sign(&other, &ada).expect("signed");
    assert_eq!(verify(TEXT, &of_other), Signature::Bad(Unheld::Other), "over other bytes");
}

#[test]
fn a_key_counts_while_the_list_says_so_and_for_what_it_says() {
    let Some(home) = Home::new() else { return };
    let ada = home.key("ada", "");
    let armour = home.keygen.sign(TEXT, &ada).expect("signed");
    let with = |options: &str| {
        let list = home.list(&Home::line("ada@example.org", options, &ada));
        home.keygen.verify(TEXT, &armour, &list)
    };
    assert_eq!(
        with("valid-before=\"20200101\""),
        Signature::Bad(Unheld::Expired),
        "its time is over"
    );
    assert_eq!(
        with("valid-after=\"20990101\""),
        Signature::Bad(Unheld::Stranger),
        "its time has not come"
    );
    assert_eq!(with("valid-before=\"20990101\""), good("ada@example.org"));
    assert_eq!(with("namespaces=\"git\""), Signature::Bad(Unheld::Stranger), "it may sign commits");
    let both = format!("namespaces=\"git,{NAMESPACE}\"");
    assert_eq!(with(&both), good("ada@example.org"));
    assert_eq!(
        with("cert-authority"),
        Signature::Bad(Unheld::Stranger),
        "it only vouches for others"
    );
}

#[test]
fn whoever_signed_is_called_as_the_list_calls_them() {
    let Some(home) = Home::new() else { return };
    let (ada, eva) = (home.key("ada", ""), home.key("eva", ""));
    let armour = home.keygen.sign(TEXT, &ada).expect("signed");
    let by = |list: &str| home.keygen.verify(TEXT, &armour, &home.list(list));
    let line = |names: &str, key: &Path| Home::line(names, "", key);
    assert_eq!(by(&line("ada@example.org,neri@example.org", &ada)), good("ada@example.org"));
    assert_eq!(by(&line("\"Ada Neri\"", &ada)), good("Ada Neri"));
    assert_eq!(by(&line("!eva@example.org,ada@example.org", &ada)), good("ada@example.org"));
    // A Cyrillic а is another name; whose key it is stays what counts.
    let alike = line("аda@example.org", &eva) + &line("ada@example.org", &ada);
    assert_eq!(by(&alike), good("ada@example.org"));
    let same_name = line("ada@example.org", &eva) + &line("ada@example.org", &ada);
    assert_eq!(by(&same_name), good("ada@example.org"), "one person, two keys");
    assert_eq!(
        by(&line("ada@example.org", &eva)),
        Signature::Bad(Unheld::Stranger),
        "the name and another key"
    );
    assert_eq!(by("# nobody\n"), Signature::Bad(Unheld::Stranger));
    assert_eq!(by("ada@example.org ssh-ed25519 rubbish\n"), Signature::Bad(Unheld::Stranger));
}

#[test]
fn where_nothing_can_judge_nothing_is_called_bad() {
    let Some(home) = Home::new() else { return };
    let ada = home.key("ada", "");
    let armour = home.keygen.sign(TEXT, &ada).expect("signed");
    let nowhere = home.path("nobody");
    let path = nowhere.to_string_lossy().into_owned();
    let unlisted = Signature::Unjudged(Unjudged::NoSigners { path });
    assert_eq!(home.keygen.verify(TEXT, &armour, &nowhere), unlisted);
    let list = home.list(&Home::line("ada@example.org", "", &ada));
    let empty = home.path("bin");
    std::fs::create_dir(&empty).expect("a folder");
    for path in [empty.as_os_str(), ".".as_ref(), "".as_ref()] {
        let bare = Keygen::new([("PATH".into(), path.to_owned())]);
        let missing = Signature::Unjudged(Unjudged::NoProgram);
        assert_eq!(bare.verify(TEXT, &armour, &list), missing, "{path:?}");
        assert_eq!(bare.sign(TEXT, &ada), Err(Unsigned::NoProgram), "{path:?}");
    }
}

#[test]
fn a_locked_key_signs_nothing_asks_nobody_and_says_so() {
    let Some(home) = Home::new() else { return };
    let locked = home.key("locked", "una passphrase lunga");
    let key = locked.to_string_lossy().into_owned();
    assert_eq!(home.keygen.sign(TEXT, &locked), Err(Unsigned::Locked { key }));
    // Only its public half is here, and no agent has the other one.
    let public = home.path("locked.pub");
    let key = public.to_string_lossy().into_owned();
    assert_eq!(home.keygen.sign(TEXT, &public), Err(Unsigned::Locked { key }));
    let refused = |path: &Path| match home.keygen.sign(TEXT, path) {
        Err(Unsigned::Refused { message, .. }) => message,
        other => panic!("{other:?}"),
    };
    assert!(!refused(&home.path("nowhere")).is_empty());
    let rubbish = home.path("rubbish");
    std::fs::write(&rubbish, "non è una chiave\n").expect("a file");
    assert!(!refused(&rubbish).is_empty());
}

#[test]
fn a_program_that_hangs_is_ended_with_its_leash() {
    let Some(home) = Home::new() else { return };
    let ada = home.key("ada", "");
    let bin = home.path("bin");
    std::fs::create_dir(&bin).expect("a folder");
    let hangs = bin.join("ssh-keygen");
    let begun = home.path("begun");
    std::fs::write(&hangs, format!("#!/bin/sh\n: > '{}'\nexec sleep 600\n", begun.display()))
        .expect("a program");
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(&hangs, std::fs::Permissions::from_mode(0o755)).expect("a program");
    let path = std::env::join_paths([bin, "/bin".into(), "/usr/bin".into()]).expect("a path");
    let leash = crate::child::Leash::default();
    let keygen = Keygen::new([("PATH".into(), path)]).on(&leash);
    let signing = std::thread::spawn(move || keygen.sign(TEXT, &ada));
    while !begun.exists() {
        std::thread::yield_now();
    }
    leash.cut();
    assert!(signing.join().expect("an answer").is_err());
}

#[test]
fn a_key_that_is_touched_is_known_by_either_half() {
    let home = tempfile::tempdir().expect("a home");
    let key = home.path().join("id_ed25519_sk");
    let public = home.path().join("id_ed25519_sk.pub");
    std::fs::write(&public, "sk-ssh-ed25519@openssh.com AAAA ada\n").expect("a key");
    assert!(is_touched(&public));
    assert!(is_touched(&key));
    std::fs::write(&public, "ssh-ed25519 AAAA ada\n").expect("a key");
    assert!(!is_touched(&key));
    std::fs::remove_file(&public).expect("gone");
    // `openssh-key-v1`, then the public half in clear, as far as its name.
    let body = "b3BlbnNzaC1rZXktdjEAAAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29t";
    let text = |body: &str| {
        format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{body}\n-----END OPENSSH PRIVATE KEY-----\n")
    };
    std::fs::write(&key, text(body)).expect("a key");
    assert!(is_touched(&key));
    std::fs::write(&key, text("b3BlbnNzaC1rZXktdjEA")).expect("a key");
    assert!(!is_touched(&key));
}

#[test]
fn calls_on_one_leash_do_not_end_each_other() {
    let Some(home) = Home::new() else { return };
    let ada = home.key("ada", "");
    let list = home.list(&Home::line("ada@example.org", "", &ada));
    let armour = home.keygen.sign(TEXT, &ada).expect("signed");
    std::thread::scope(|scope| {
        let all =
            || (0..8).all(|_| home.keygen.verify(TEXT, &armour, &list) == good("ada@example.org"));
        let asked: Vec<_> = (0..4).map(|_| scope.spawn(all)).collect();
        assert!(asked.into_iter().all(|asked| asked.join().expect("an answer")));
    });
}

#[test]
fn a_key_in_an_agent_signs_by_its_public_half() {
    let Some(home) = Home::new() else { return };
    let ada = home.key("ada", "");
    let list = home.list(&Home::line("ada@example.org", "", &ada));
    let socket = home.path("agent");
    let mut agent = Command::new("ssh-agent");
    agent.arg("-D").arg("-a").arg(&socket).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut agent) = agent.spawn() else {
        let _ = writeln!(std::io::stderr(), "not tried: there is no ssh-agent here");
        return;
    };
    let add = || {
        let mut add = Command::new("ssh-add");
        add.arg("-q").arg(&ada).env("SSH_AUTH_SOCK", &socket).stderr(Stdio::null());
        add.status().is_ok_and(|status| status.success())
    };
    let added = (0..500).any(|_| add() || agent.try_wait().is_ok_and(|ended| ended.is_some()));
    std::fs::remove_file(&ada).expect("only the agent has it");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let keygen = Keygen::new([
        ("PATH".into(), path),
        ("SSH_AUTH_SOCK".into(), socket.clone().into_os_string()),
    ]);
    let signed = keygen.sign(TEXT, &home.path("ada.pub"));
    agent.kill().expect("ended");
    agent.wait().expect("buried");
    assert!(added);
    let armour = signed.expect("signed");
    assert_eq!(keygen.verify(TEXT, &armour, &list), good("ada@example.org"));
}
