//! The folder on a real disk: what is refused before it is read, what belongs to other
//! programs, and that one bad file never hides the others.

use crate::domain::{ContentHash, Network, Networks, Problem, ProblemKind, RelPath};
use crate::storage::{Folder, Hand, state_dir};
use chrono_tz::Europe::Rome;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

const WEEK: &str = "posts/2026/W48";

fn post(id: &str, title: &str) -> String {
    format!("id = \"{id}\"\ntitle = \"{title}\"\nwhen = 2026-11-24T18:30:00\n")
}

fn folder() -> (tempfile::TempDir, Folder) {
    let home = tempfile::tempdir().expect("a directory");
    std::fs::create_dir_all(home.path().join(WEEK)).expect("a week");
    let folder = Folder::open(home.path()).expect("a folder");
    (home, folder)
}

fn codes(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|p| format!("{} {}", p.path.file_name(), p.kind.code())).collect()
}

#[test]
fn one_bad_file_is_a_card_and_the_others_load() {
    let (home, folder) = folder();
    let week = home.path().join(WEEK);
    std::fs::write(week.join("a.k3f9q7ab.toml"), post("k3f9q7ab", "Uno")).expect("written");
    std::fs::write(week.join("b.toml"), "id = \n").expect("written");
    std::fs::write(week.join("big.toml"), vec![b'#'; (1 << 20) + 1]).expect("written");
    std::fs::create_dir(week.join("dir.toml")).expect("made");
    let outside = home.path().join("../fuori.toml");
    symlink(&outside, week.join("gone.toml")).expect("linked");
    symlink("/etc/hostname", week.join("out.toml")).expect("linked");
    symlink("loop.toml", week.join("loop.toml")).expect("linked");
    let fifo = rustix::fs::CWD;
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    rustix::fs::mknodat(fifo, week.join("pipe.toml"), rustix::fs::FileType::Fifo, mode, 0)
        .expect("made");
    for foreign in [
        "a.sync-conflict-20261124-X.toml",
        "a.toml.orig",
        "a.toml~",
        "a (conflicted copy 2026).toml",
    ] {
        std::fs::write(week.join(foreign), post("k3f9q7ab", "Copia")).expect("written");
    }
    for ignored in [".palinsesto-1-2", "LEGGIMI.md", ".gitkeep", ".nascosto.toml"] {
        std::fs::write(week.join(ignored), "x").expect("written");
    }
    let (entries, problems) = folder.load_folder(WEEK, Rome);
    assert_eq!(entries.iter().map(|e| e.post.title.as_str()).collect::<Vec<_>>(), ["Uno"]);
    assert_eq!(
        codes(&problems),
        [
            "a (conflicted copy 2026).toml foreign-copy",
            "a.sync-conflict-20261124-X.toml foreign-copy",
            "a.toml.orig foreign-copy",
            "a.toml~ foreign-copy",
            "b.toml syntax",
            "big.toml too-large",
            "dir.toml not-a-file",
            "gone.toml link-outside",
            "loop.toml link-outside",
            "out.toml link-outside",
            "pipe.toml not-a-file",
            "W48 not-posts",
        ]
    );
    let note = problems.last().map(|note| note.kind.clone());
    assert_eq!(note, Some(ProblemKind::NotPosts { names: vec!["LEGGIMI.md".into()] }));
}

#[test]
fn a_week_that_is_a_link_out_of_the_folder_is_refused_and_one_that_is_missing_is_empty() {
    let (home, folder) = folder();
    symlink("/etc", home.path().join("ideas")).expect("linked");
    assert_eq!(codes(&folder.load_folder("ideas", Rome).1), ["ideas link-outside"]);
    assert_eq!(folder.load_folder("posts/2026/W01", Rome), (vec![], vec![]));
}

#[test]
fn what_stands_where_a_year_or_a_week_has_to_be_is_a_problem_and_no_other_file() {
    let (home, folder) = folder();
    std::fs::write(home.path().join("posts/2025"), "x").expect("written");
    std::fs::write(home.path().join("posts/2026/W49"), "x").expect("written");
    std::fs::write(home.path().join("posts/appunti.md"), "x").expect("written");
    symlink("/etc", home.path().join("posts/2024")).expect("linked");
    symlink("manca", home.path().join("posts/2023")).expect("linked");
    symlink("2026", home.path().join("posts/2022")).expect("linked");
    let strays = folder.strays(|_| true);
    let expected =
        ["2023 link-outside", "2024 link-outside", "2025 not-a-folder", "W49 not-a-folder"];
    assert_eq!(codes(&strays.problems), expected);
    assert_eq!(strays.others, [RelPath::new("posts/appunti.md")]);
    // The part that is in the way is named, whatever was asked for below it.
    assert_eq!(codes(&folder.load_folder("posts/2025/W01", Rome).1), ["2025 not-a-folder"]);
}

#[test]
fn a_folders_own_prompts_come_with_the_brand_and_a_broken_one_names_its_place() {
    let (home, folder) = folder();
    let brand =
        "id = \"b7m2x9qe\"\n[brand]\nname = \"Bottega Aurora\"\ntimezone = \"Europe/Rome\"\n";
    std::fs::write(home.path().join("palinsesto.toml"), brand).expect("written");
    std::fs::create_dir_all(home.path().join("prompts/it")).expect("made");
    let write = |name: &str, text: &str| {
        std::fs::write(home.path().join("prompts/it").join(name), text).expect("written");
    };
    write("draft.toml", "system = \"Scrivi\"\nlayers = [\"tutto\"]\n");
    write("hooks.toml", "system = \"Comincia\"\n");
    let (workspace, problems) = folder.workspace().expect("a workspace");
    assert_eq!(codes(&problems), ["draft.toml bad-value"]);
    assert_eq!(problems[0].line, 2);
    let known: Vec<_> = workspace.prompts.keys().cloned().collect();
    assert_eq!(known, [("it".to_owned(), crate::domain::Task::Hooks)]);
}

#[test]
fn the_brand_comes_with_its_voice_and_facts_and_their_faults_beside_it() {
    let (home, folder) = folder();
    let brand = "id = \"b7m2x9qe\"\n[brand]\nname = \"Bottega Aurora\"\ntimezone = \"Europe/Rome\"\n[channels.ig]\nnetwork = \"instagram\"\nslots = [\"mon wed 12:30\"]\n";
    std::fs::write(home.path().join("palinsesto.toml"), brand).expect("written");
    let voice = "do = [\"Diciamo il prezzo\"]\nhashtags = [\"#lana\"]\n[tones]\ncaldo = \"vicino\"\nsecco = { description = \"poche parole\" }\n[rules]\ndont = \"Niente urla\"\n";
    std::fs::write(home.path().join("voice.toml"), voice).expect("written");
    std::fs::create_dir(home.path().join("facts")).expect("made");
    let fact = "[[fact]]\nid = \"sciarpa\"\ntext = \"Costa 89 €\"\nexpires = 2026-12-31\n";
    std::fs::write(home.path().join("facts/a.toml"), fact).expect("written");
    std::fs::write(home.path().join("facts/b.toml"), "[[fact]]\nid = \"x\"\n").expect("written");
    let (workspace, problems) = folder.workspace().expect("a workspace");
    assert_eq!(codes(&problems), ["b.toml missing-key"]);
    assert_eq!(workspace.channels[0].slots.len(), 2);
    assert_eq!(workspace.voice.dos, ["Diciamo il prezzo"]);
    assert_eq!(workspace.voice.donts, ["Niente urla"]);
    assert_eq!(workspace.voice.hashtags, ["lana"]);
    assert_eq!(workspace.voice.tones[1].description, "poche parole");
    assert_eq!(workspace.facts.len(), 1);
    let deep = home.path().join(WEEK);
    assert_eq!(Folder::find(&deep), Some(home.path().to_owned()));
    assert_eq!(Folder::find(Path::new("/proc")), None);
}

#[test]
fn a_post_is_found_by_id_under_its_name_and_under_any_other() {
    let (home, folder) = folder();
    std::fs::write(home.path().join(WEEK).join("a.k3f9q7ab.toml"), post("k3f9q7ab", "Uno"))
        .expect("written");
    std::fs::create_dir(home.path().join("ideas")).expect("made");
    std::fs::write(home.path().join("ideas/rinominata.toml"), post("00000000", "Due"))
        .expect("written");
    let locate = |id: &str| folder.locate(&super::id(id), Rome).map(|path| path.to_string());
    assert_eq!(locate("k3f9q7ab"), Some(format!("{WEEK}/a.k3f9q7ab.toml")));
    assert_eq!(locate("00000000"), Some("ideas/rinominata.toml".to_owned()));
    assert_eq!(locate("99999999"), None);
}

#[test]
fn all_is_read_once_the_ideas_the_weeks_from_the_newest_back_and_whatever_holds_posts_besides() {
    let (home, folder) = folder();
    let inside = format!("{WEEK}/vecchi");
    let all = ["ideas", WEEK, "posts/2025/W03", "posts/2026/bozze", &inside, "ideas/x"];
    for folder in all {
        std::fs::create_dir_all(home.path().join(folder)).expect("a folder");
        let file = home.path().join(folder).join("lancio.k3f9q7ab.toml");
        std::fs::write(file, super::POST_FILE).expect("written");
    }
    let mut read = Vec::new();
    folder.load_all(Rome, &mut |folder, entries, _| {
        read.push((folder.to_owned(), entries.len()));
        true
    });
    let expected = ["ideas", WEEK, "posts/2025/W03", &inside, "posts/2026/bozze"];
    assert_eq!(read, expected.map(|folder| (folder.to_owned(), 1)));
}

#[test]
fn a_save_keeps_the_mode_of_the_file_and_refuses_links_and_second_names() {
    let (home, _) = folder();
    let week = home.path().join(WEEK);
    let file = home.path().join(super::POST);
    std::fs::write(&file, super::POST_FILE).expect("written");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o640)).expect("a mode");
    let states = tempfile::tempdir().expect("a directory");
    let state = state_dir(states.path(), &super::id("b7m2x9qe"), home.path()).expect("state");
    let mut hand = Hand::open(home.path(), &state, Rome).expect("a hand");
    let set = super::edit(None, vec![super::retitled("Arrivo")]);
    hand.apply(&set).expect("saved");
    hand.settle_late();
    assert_eq!(file.metadata().expect("the file").permissions().mode() & 0o777, 0o640);
    let expected = super::POST_FILE.replace("Lancio", "Arrivo");
    assert_eq!(
        ContentHash::of(&std::fs::read(&file).expect("read")),
        ContentHash::of(expected.as_bytes())
    );
    assert_eq!(week.read_dir().expect("a folder").count(), 1, "nothing is left lying about");

    hand.apply(&set.inverse()).expect("undone");
    std::fs::hard_link(&file, home.path().join("altro-nome.toml")).expect("linked");
    let failure = hand.apply(&set).expect_err("a second name");
    assert_eq!(failure, crate::domain::Failure::NotOurs { path: RelPath::new(super::POST) });
    std::fs::remove_file(&file).expect("removed");
    symlink(home.path().join("altro-nome.toml"), &file).expect("linked");
    assert!(hand.apply(&set).is_err(), "a link is not written through");
    symlink("altro-nome.toml", week.join("x.toml")).expect("linked");
    assert_eq!(
        std::fs::read_to_string(home.path().join("altro-nome.toml")).expect("read"),
        super::POST_FILE
    );
}

#[test]
fn a_channel_on_an_unknown_network_is_told_with_its_place_and_the_brand_is_used() {
    let (home, folder) = folder();
    let brand = "id = \"b7m2x9qe\"\n[brand]\nname = \"Bottega Aurora\"\ntimezone = \"Europe/Rome\"\n[channels.ig]\nnetwork = \"instagram\"\n[channels.tv]\nnetwork = \"telelana\"\n[channels.fb]\nnetwork = \"feisbuc\"\n";
    std::fs::write(home.path().join("palinsesto.toml"), brand).expect("written");
    let known = Networks { all: vec![network("instagram"), network("mastodon")] };
    let (workspace, problems) = folder.workspace_on(&known).expect("a workspace");
    assert_eq!(workspace.channels.len(), 3);
    let places: Vec<_> = problems.iter().map(|found| (found.line, found.column)).collect();
    assert_eq!(places, [(8, 11), (10, 11)]);
    let allowed = vec!["instagram".to_owned(), "mastodon".to_owned()];
    let (key, found) = ("channels.tv.network".to_owned(), "telelana".to_owned());
    assert_eq!(problems[0].kind, ProblemKind::BadValue { key, found, allowed });
}

fn network(key: &str) -> Network {
    Network {
        key: key.to_owned(),
        name: key.to_owned(),
        short: key[..2].to_owned(),
        threads: false,
        wants: Vec::new(),
        limits: Vec::new(),
        fold: None,
        hashtags: None,
        usual_hashtags: None,
    }
}

/// An access list that lets one more user read: owner rw, user 12345 r, group r, mask r.
fn access_list() -> Vec<u8> {
    let none = u32::MAX;
    let rows = [(1, 6, none), (2, 4, 12345), (4, 4, none), (0x10, 4, none), (0x20, 0, none)];
    let row = |(tag, allowed, who): (u16, u16, u32)| {
        [&tag.to_le_bytes()[..], &allowed.to_le_bytes(), &who.to_le_bytes()].concat()
    };
    [2_u32.to_le_bytes().to_vec(), rows.into_iter().flat_map(row).collect()].concat()
}

fn attribute(path: &Path, name: &str) -> Option<Vec<u8>> {
    let mut value = vec![0; 256];
    let length = rustix::fs::getxattr(path, name, &mut value[..]).ok()?;
    value.truncate(length);
    Some(value)
}

#[test]
fn a_save_keeps_the_extended_attributes_and_the_access_list_of_the_file() {
    let (home, _) = folder();
    let file = home.path().join(super::POST);
    std::fs::write(&file, super::POST_FILE).expect("written");
    let list = access_list();
    let wanted = [("user.palinsesto.prova", &b"lana"[..]), ("system.posix_acl_access", &list)];
    for (name, value) in wanted {
        let flags = rustix::fs::XattrFlags::empty();
        if rustix::fs::setxattr(&file, name, value, flags).is_err() {
            // This file system has none: there is nothing to keep.
            return;
        }
    }
    let states = tempfile::tempdir().expect("a directory");
    let state = state_dir(states.path(), &super::id("b7m2x9qe"), home.path()).expect("state");
    let mut hand = Hand::open(home.path(), &state, Rome).expect("a hand");
    let set = super::edit(None, vec![super::retitled("Arrivo")]);
    hand.apply(&set).expect("saved");
    assert!(std::fs::read_to_string(&file).expect("the post").contains("Arrivo"));
    for (name, value) in wanted {
        assert_eq!(attribute(&file, name).as_deref(), Some(value), "{name}");
    }

    // Where the file has no list, none of its folder's comes upon it.
    let flags = rustix::fs::XattrFlags::empty();
    rustix::fs::removexattr(&file, "system.posix_acl_access").expect("removed");
    rustix::fs::setxattr(file.parent().expect("a week"), "system.posix_acl_default", &list, flags)
        .expect("a list for new files");
    hand.apply(&set.inverse()).expect("undone");
    assert_eq!(attribute(&file, "system.posix_acl_access"), None);
    assert_eq!(attribute(&file, "user.palinsesto.prova").as_deref(), Some(&b"lana"[..]));
}

/// A duplicate, a translation and a new post are files made from nothing.
#[test]
fn a_new_file_says_everything_its_post_says() {
    let written = "id = \"k3f9q7ab\"\ntitle = \"Lancio\"\nwhen = 2026-11-24T18:30:00\n\
        channels = [\"ig\", \"li\"]\npillar = \"prodotto\"\ncampaign = \"inverno\"\nlang = \"it\"\n\
        link = \"https://example.org\"\nheadline = \"Torna\"\nlabels = [\"lancio\"]\nnotes = \"Per noi\"\n\
        text = \"Uno.\"\nparts = [\"Due.\"]\nhashtags = [\"lana\"]\nfirst_comment = \"Chi passa?\"\n\
        ai = \"assisted\"\n\n\
        [variants.li]\nwhen = 2026-11-25T08:45:00+01:00\nheadline = \"Altra\"\ntext = \"Tre.\"\n\n\
        [[media]]\npath = \"media/lana.jpg\"\nalt = \"Gomitoli\"\nsource = \"ai-edited\"\n\
        realistic = false\n\n\
        [[origin]]\ndraft = \"k3f9q7ab/4t8w2zqc\"\ndecision = \"rewritten\"\n\
        at = 2026-11-22T10:12:00Z\nby = \"Ada Neri\"\n\n\
        [[claim]]\nquote = \"40 gomitoli\"\nkind = \"number\"\nverdict = \"unknown\"\n\
        note = \"Contati\"\nat = 2026-11-23T09:40:00Z\nby = \"Ada Neri\"\n\n\
        [published.ig]\nat = 2026-11-24T17:30:04Z\nurl = \"https://example.org/p\"\n";
    let read = |text: &str| {
        let path = RelPath::new("posts/2026/W48/lancio.k3f9q7ab.toml");
        crate::storage::read_post(&path, text.as_bytes(), Rome).expect("a post").post
    };
    let post = read(written);
    assert!(!post.ticks.is_empty() && !post.origin.is_empty() && !post.published.is_empty());
    let new = crate::storage::write::post_file(&post);
    assert_eq!(read(&new), post, "{new}");
}
