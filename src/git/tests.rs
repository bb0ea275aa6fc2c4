//! Git against real repositories, friendly and hostile.

use super::*;
use crate::domain::RelPath;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const ADA: &str = "Ada Neri <ada@example.org>";

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("voice.toml"), "tones = []\n").expect("a file");
    dir
}

fn with_history() -> tempfile::TempDir {
    let dir = folder();
    init(dir.path()).expect("git init");
    save(dir.path(), "First text");
    dir
}

fn save(root: &Path, message: &str) {
    save_with(Git::fresh(root), message);
}

fn save_with(git: Git, message: &str) {
    let paths = [RelPath::new("voice.toml")];
    let at = "2026-11-20T18:05:00+01:00".parse().expect("a date");
    let planned = Commit { by: ADA, at, message, paths: &paths };
    history::commit_with(git, &planned).expect("a commit");
}

/// A program that leaves its name in `trace` and passes its input on.
fn plant(path: &Path, trace: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let script = format!("#!/bin/sh\necho \"$0 $*\" >> '{}'\ncat\n", trace.display());
    fs::write(path, script).expect("a script");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a mode");
}

/// Plain git, as a person or an attacker would call it.
fn git(root: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.current_dir(root).args(arguments).env("GIT_CONFIG_GLOBAL", "/dev/null");
    let output = command.output().expect("git runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn outside_a_repository_there_is_no_answer() {
    let dir = folder();
    assert_eq!(status(dir.path()), None);
    assert_eq!(head(dir.path()), None);
    assert!(!is_repo(dir.path()));
    assert_eq!(status(Path::new("/nowhere/at/all")), None);
}

#[test]
fn a_commit_carries_the_author_and_date_it_was_given() {
    let dir = with_history();
    let seen = git(dir.path(), &["log", "--format=%an %ae %ad %cn %s", "--date=iso-strict"]);
    assert_eq!(seen, "Ada Neri ada@example.org 2026-11-20T18:05:00+01:00 Ada Neri First text");
    assert_eq!(head(dir.path()).map(|hash| hash.len()), Some(40));
    assert!(is_repo(dir.path()));
}

#[test]
fn changed_and_new_files_are_counted() {
    let dir = with_history();
    let clean = Status { branch: Some("main".into()), ..Status::default() };
    assert_eq!(status(dir.path()), Some(clean.clone()));
    fs::write(dir.path().join("voice.toml"), "tones = [1]\n").expect("a file");
    fs::create_dir(dir.path().join("ideas")).expect("a folder");
    fs::write(dir.path().join("ideas/a.toml"), "").expect("a file");
    fs::write(dir.path().join("ideas/b.toml"), "").expect("a file");
    assert_eq!(status(dir.path()), Some(Status { changed: 3, ..clean }));
}

#[test]
fn commits_ahead_of_the_upstream_are_counted() {
    let dir = with_history();
    let copy = tempfile::tempdir().expect("a temporary folder");
    let from = dir.path().to_str().expect("a plain path");
    git(copy.path(), &["clone", "--quiet", from, "copy"]);
    let copy = copy.path().join("copy");
    fs::write(copy.join("voice.toml"), "tones = [1]\n").expect("a file");
    save(&copy, "Second text");
    assert_eq!(status(&copy).map(|s| (s.ahead, s.behind)), Some((1, 0)));
}

#[test]
fn the_author_is_who_the_person_said() {
    let dir = with_history();
    git(dir.path(), &["config", "user.name", "Bruno Salis"]);
    git(dir.path(), &["config", "user.email", "bruno@example.org"]);
    assert_eq!(author(dir.path()).as_deref(), Some("Bruno Salis <bruno@example.org>"));
}

/// A repository in which everything that can name a program names one that leaves a trace.
struct Trapped {
    dir: tempfile::TempDir,
    trace: PathBuf,
}

fn trapped() -> Trapped {
    let dir = with_history();
    let root = dir.path();
    let trace = root.join(".git/trace");
    let trap = root.join(".git/trap");
    plant(&trap, &trace);
    fs::create_dir_all(root.join(".git/hooks")).expect("a folder");
    for hook in ["pre-commit", "commit-msg", "post-commit", "post-index-change", "fsmonitor"] {
        plant(&root.join(".git/hooks").join(hook), &trace);
    }
    let trap = trap.to_str().expect("a plain path");
    for key in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.askPass",
        "core.sshCommand",
        "pager.status",
        "diff.external",
        "diff.planted.textconv",
        "diff.planted.command",
        "filter.planted.clean",
        "filter.planted.smudge",
        "filter.two.dots.clean",
        "filter.late.process",
        "merge.planted.driver",
        "gpg.program",
        "credential.helper",
    ] {
        git(root, &["config", key, trap]);
    }
    git(root, &["config", "filter.planted.required", "true"]);
    git(root, &["config", "commit.gpgSign", "true"]);
    fs::write(root.join(".git/included"), format!("[filter \"inc\"]\n\tclean = {trap}\n"))
        .expect("a file");
    git(root, &["config", "include.path", "included"]);
    fs::write(
        root.join(".gitattributes"),
        "*.toml filter=planted diff=planted merge=planted\n*.txt filter=two.dots\n\
         *.md filter=late\n*.csv filter=inc\n",
    )
    .expect("a file");
    for name in ["b.txt", "c.md", "d.csv"] {
        fs::write(root.join(name), "ciao\n").expect("a file");
    }
    // Into the index without their filters, so that a later look has to clean them.
    let off = ["filter.planted.clean=", "filter.two.dots.clean=", "filter.inc.clean="];
    let mut add: Vec<&str> = off.iter().flat_map(|setting| ["-c", setting]).collect();
    add.extend(["-c", "filter.planted.required=false", "-c", "filter.late.process="]);
    add.extend(["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"]);
    add.extend(["add", "voice.toml", "b.txt", "c.md", "d.csv"]);
    git(root, &add);
    // The same size, other bytes: git has to look inside.
    for (name, text) in [
        ("voice.toml", "tones = {}\n"),
        ("b.txt", "miao\n"),
        ("c.md", "miao\n"),
        ("d.csv", "miao\n"),
    ] {
        fs::write(root.join(name), text).expect("a file");
    }
    let _ = fs::remove_file(&trace);
    Trapped { dir, trace }
}

#[test]
fn nothing_planted_in_a_folder_runs() {
    let Trapped { dir, trace } = trapped();
    assert_eq!(status(dir.path()).map(|s| s.changed), Some(5));
    assert!(is_repo(dir.path()));
    assert!(head(dir.path()).is_some());
    let _ = author(dir.path());
    assert!(!trace.exists(), "{}", fs::read_to_string(&trace).unwrap_or_default());
    // The traps are live: the same question asked plainly springs them.
    git(dir.path(), &["status"]);
    let sprung = fs::read_to_string(&trace).unwrap_or_default();
    assert!(sprung.contains("trap"), "{sprung}");
}

#[test]
fn a_driver_whose_name_cannot_be_switched_off_means_no_git() {
    let Trapped { dir, trace } = trapped();
    git(dir.path(), &["config", "filter.a=b.clean", "touch /nowhere"]);
    let _ = fs::remove_file(&trace);
    assert_eq!(status(dir.path()), None);
    assert!(!trace.exists());
}

#[test]
fn a_first_history_needs_nothing_of_the_users_own_settings() {
    let dir = folder();
    let home = tempfile::tempdir().expect("a temporary folder");
    let (trap, trace) = (home.path().join("pre-commit"), home.path().join("trace"));
    let hooks = home.path().join("template/hooks");
    fs::create_dir_all(&hooks).expect("a folder");
    plant(&trap, &trace);
    plant(&hooks.join("pre-commit"), &trace);
    fs::write(home.path().join("ignored"), "*\n").expect("a file");
    fs::write(home.path().join("attributes"), "* filter=own\n").expect("a file");
    let (at, trap) = (home.path().display(), trap.display());
    let settings = format!(
        "[core]\nhooksPath = {at}\nexcludesFile = {at}/ignored\nattributesFile = {at}/attributes\n\
         autocrlf = true\n[commit]\ngpgSign = true\n[gpg]\nprogram = {trap}\n\
         [init]\ntemplateDir = {at}/template\n[filter \"own\"]\nclean = {trap}\n"
    );
    let config = home.path().join("gitconfig");
    fs::write(&config, settings).expect("a file");
    let config = config.to_str().expect("a plain path");
    let git_of_a_busy_person = || Git::fresh(dir.path()).with_env("GIT_CONFIG_GLOBAL", config);
    history::init_with(&git_of_a_busy_person()).expect("git init");
    save_with(git_of_a_busy_person(), "First text");
    assert!(head(dir.path()).is_some());
    assert!(!trace.exists(), "{}", fs::read_to_string(&trace).unwrap_or_default());
    assert!(!dir.path().join(".git/hooks").exists());
}

#[test]
fn a_folder_dressed_as_a_bare_repository_is_not_one() {
    let Trapped { dir, trace } = trapped();
    let bait = dir.path().join("bait");
    git(dir.path(), &["-c", "core.fsmonitor=false", "init", "--quiet", "--bare", "bait"]);
    fs::copy(dir.path().join(".git/config"), bait.join("config")).expect("a file");
    git(&bait, &["config", "core.worktree", dir.path().to_str().expect("a plain path")]);
    let _ = fs::remove_file(&trace);
    assert_eq!(status(&bait), None);
    assert!(!is_repo(&bait));
    assert!(!trace.exists(), "{}", fs::read_to_string(&trace).unwrap_or_default());
}

#[test]
fn a_config_that_cannot_be_read_means_no_git() {
    let dir = with_history();
    fs::write(dir.path().join(".git/config"), "[core\n").expect("a file");
    assert_eq!(status(dir.path()), None);
    assert_eq!(head(dir.path()), None);
}

/// A git that has started another program, says nothing and goes on for ever, and the file
/// that holds the numbers of both.
fn hung() -> (tempfile::TempDir, PathBuf, Git) {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().expect("a temporary folder");
    let (program, pids) = (dir.path().join("git"), dir.path().join("pids"));
    let (new, file) = (pids.with_extension("new").display().to_string(), pids.display());
    let script = format!("#!/bin/sh\nsleep 600 &\necho $$ $! > {new} && mv {new} {file}\nwait\n");
    fs::write(&program, script).expect("a script");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a mode");
    let path = format!("{}:{}", dir.path().display(), std::env::var("PATH").unwrap_or_default());
    let git = Git::fresh(dir.path()).with_env("PATH", path);
    (dir, pids, git)
}

/// Waits for what another thread or the system does in its own time.
#[track_caller]
fn until(what: &str, mut done: impl FnMut() -> bool) {
    for _ in 0..2000 {
        if done() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("never: {what}");
}

/// git itself is buried by us; what it had started by whoever inherits it.
#[track_caller]
fn are_ended(pids: &Path) {
    let numbers = fs::read_to_string(pids).expect("they have begun");
    let numbers: Vec<&str> = numbers.split_whitespace().collect();
    let stat = |pid: &str| fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    until("git is buried", || stat(numbers[0]).is_empty());
    let ends = |stat: String| stat.is_empty() || stat.contains(") Z ");
    until("what it had started has ended", || ends(stat(numbers[1])));
}

#[test]
fn a_git_that_does_not_answer_is_ended_with_what_it_has_started() {
    let (dir, pids, git) = hung();
    let waiting = git.within(std::time::Duration::from_secs(1));
    // A machine that is busy starts it late.
    until("it has begun", || {
        assert_eq!(waiting.run(&["status"], &[]), Err(Trouble::Silent { seconds: 1 }));
        pids.exists()
    });
    are_ended(&pids);
    drop(dir);
}

#[test]
fn a_git_whose_leash_is_cut_ends_at_once_and_no_other_begins() {
    let (_dir, pids, git) = hung();
    let leash = Leash::default();
    let git = git.on(&leash);
    let asked = std::thread::spawn(move || (git.run(&["status"], &[]), git));
    until("it has begun", || pids.exists());
    leash.cut();
    let (ended, git) = asked.join().expect("an answer");
    assert!(matches!(ended, Err(Trouble::Failed(_))), "{ended:?}");
    are_ended(&pids);
    fs::remove_file(&pids).expect("to remove it");
    assert!(git.run(&["status"], &[]).is_err());
    assert!(!pids.exists(), "nothing has begun");
}
