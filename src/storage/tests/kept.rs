//! The versions that are kept: whole ones only, together and one by one, for as long as was
//! promised, and not those that only a search has read.

use super::*;
use crate::domain::{ContentHash, Fact, Learned};
use crate::storage::objects::Objects;
use crate::storage::retention::{Limits, prune_reports};
use crate::storage::store::sim::Fault;
use crate::storage::{Folder, Keeper, state_dir};
use std::time::Duration;

fn state(world: &Arc<Mutex<World>>) -> Sim {
    Sim { world: Arc::clone(world), root: "state" }
}

fn versions(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|number| format!("title = \"Versione {number}\"\n").into_bytes()).collect()
}

fn has(world: &Arc<Mutex<World>>, bytes: &[u8]) -> bool {
    Objects { state: &state(world) }.has(ContentHash::of(bytes))
}

/// Every name among the objects that promises a version has it.
fn check_names(world: &Arc<Mutex<World>>, what: &str) {
    for (path, bytes) in world.lock().expect("no panic").files() {
        let Some(name) = path.strip_prefix("state/objects/") else { continue };
        if !name.contains('.') {
            assert_eq!(name.replace('/', ""), ContentHash::of(&bytes).to_string(), "{what}");
        }
    }
}

#[test]
fn versions_kept_together_are_whole_wherever_the_power_goes_and_there_once_it_is_said() {
    let versions = versions(5);
    for at in 1.. {
        for seed in 0..8_u64 {
            let world = Arc::new(Mutex::new(World::default()));
            world.lock().expect("no panic").fault = Fault::Crash(at);
            let kept = Objects { state: &state(&world) }.keep_all(&versions);
            {
                let mut world = world.lock().expect("no panic");
                world.power_cut(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
                world.start();
            }
            check_names(&world, &format!("power cut at {at}, seed {seed}"));
            let all = versions.iter().all(|version| has(&world, version));
            assert!(kept.is_err() || all, "power cut at {at}, seed {seed}: said kept");
            Objects { state: &state(&world) }.keep_all(&versions).expect("kept");
            assert!(versions.iter().all(|version| has(&world, version)));
            if kept.is_ok() && seed == 7 {
                assert!(at > 10, "the power never went");
                return;
            }
        }
    }
}

#[test]
fn a_full_disk_keeps_nothing_half_and_leaves_nothing_lying_about() {
    let versions = versions(3);
    for at in 1..12 {
        let world = Arc::new(Mutex::new(World::default()));
        let full = crate::storage::store::Refusal::Full;
        world.lock().expect("no panic").fault = Fault::FailOnce(at, full);
        let kept = Objects { state: &state(&world) }.keep_all(&versions);
        let files = world.lock().expect("no panic").files();
        let left = files.keys().filter(|path| path.contains('.')).count();
        assert!(kept.is_ok() || left == 0, "at {at}: {:?}", files.keys());
        check_names(&world, &format!("full at {at}"));
    }
}

fn aged(ages: &[u64]) -> (Arc<Mutex<World>>, Vec<Vec<u8>>) {
    let world = Arc::new(Mutex::new(World::default()));
    let versions = versions(ages.len());
    for (version, age) in versions.iter().zip(ages) {
        world.lock().expect("no panic").today = 1000 - age;
        Objects { state: &state(&world) }.keep(version).expect("kept");
    }
    world.lock().expect("no panic").today = 1000;
    (world, versions)
}

fn left(world: &Arc<Mutex<World>>, versions: &[Vec<u8>]) -> Vec<bool> {
    versions.iter().map(|version| has(world, version)).collect()
}

#[test]
fn what_is_too_old_goes_and_without_room_the_oldest_but_never_one_of_thirty_days() {
    let ages = [100, 91, 90, 60, 31, 30, 10, 0];
    let room = Limits::default();
    let (world, versions) = aged(&ages);
    Objects { state: &state(&world) }.prune(room).expect("pruned");
    assert_eq!(left(&world, &versions), [false, false, true, true, true, true, true, true]);

    let (world, versions) = aged(&ages);
    let narrow = Limits { bytes: 5 * 4096, ..room };
    Objects { state: &state(&world) }.prune(narrow).expect("pruned");
    assert_eq!(left(&world, &versions), [false, false, false, true, true, true, true, true]);

    let (world, versions) = aged(&ages);
    let none = Limits { bytes: 0, ..room };
    Objects { state: &state(&world) }.prune(none).expect("pruned");
    assert_eq!(left(&world, &versions), [false, false, false, false, false, true, true, true]);
}

#[test]
fn a_version_seen_again_is_as_young_as_a_new_one() {
    let (world, versions) = aged(&[80, 80]);
    Objects { state: &state(&world) }.keep_all(&versions[..1]).expect("kept");
    world.lock().expect("no panic").today += 15;
    Objects { state: &state(&world) }.prune(Limits::default()).expect("pruned");
    assert_eq!(left(&world, &versions), [true, false]);
}

#[test]
fn a_version_that_another_instance_sees_while_it_is_thrown_away_stays() {
    let mut seen_aside = 0;
    for at in 1.. {
        let (world, versions) = aged(&[100]);
        let files = world.lock().expect("no panic").files();
        let path = files.into_keys().next().expect("an object");
        let fired = Arc::new(Mutex::new(None));
        {
            let mut world = world.lock().expect("no panic");
            world.start();
            let (fired, version) = (Arc::clone(&fired), versions[0].clone());
            world.before = Some(Box::new(move |now, world| {
                if now == at {
                    let aside = world.keep_again(&path, &version);
                    *fired.lock().expect("no panic") = Some(aside);
                }
            }));
        }
        Objects { state: &state(&world) }.prune(Limits::default()).expect("pruned");
        let Some(aside) = *fired.lock().expect("no panic") else { break };
        seen_aside += usize::from(aside);
        assert_eq!(left(&world, &versions), [true], "seen again before operation {at}");
    }
    assert!(seen_aside > 0, "never in the very moment");
}

#[test]
fn a_pruning_that_is_cut_short_loses_nothing_young_and_is_repeated() {
    for at in 1..600 {
        let (world, versions) = aged(&[100, 10]);
        world.lock().expect("no panic").start();
        world.lock().expect("no panic").fault = Fault::Crash(at);
        let _ = Objects { state: &state(&world) }.prune(Limits::default());
        {
            let mut world = world.lock().expect("no panic");
            world.start();
            world.today += 2;
        }
        Objects { state: &state(&world) }.prune(Limits::default()).expect("pruned");
        world.lock().expect("no panic").today += 2;
        Objects { state: &state(&world) }.prune(Limits::default()).expect("pruned");
        assert_eq!(left(&world, &versions), [false, true], "cut at {at}");
        let files = world.lock().expect("no panic").files();
        assert_eq!(files.len(), 2, "cut at {at}: {:?}", files.keys());
    }
}

#[test]
fn what_is_read_to_be_shown_is_kept_and_what_a_search_goes_through_is_not() {
    let home = tempfile::tempdir().expect("a directory");
    let root = home.path().join("content");
    for week in ["posts/2026/W47", "posts/2026/W48"] {
        std::fs::create_dir_all(root.join(week)).expect("a week");
    }
    let broken = POST_FILE.replace("title =", "title");
    let other = POST_FILE.replace("Lancio", "Altro").replace("k3f9q7ab", "00000000");
    std::fs::write(root.join(POST), POST_FILE).expect("a post");
    std::fs::write(root.join("posts/2026/W48/rotta.toml"), &broken).expect("a broken one");
    std::fs::write(root.join("posts/2026/W47/altro.toml"), &other).expect("another week");
    let state = state_dir(&home.path().join("state"), &id("b7m2x9qe"), &root).expect("a state");
    let keeper = Keeper::start(&state).expect("a keeper");
    let folder = Folder::open(&root).expect("a folder").kept_by(keeper);

    let disk = crate::storage::store::Disk::open(&state).expect("the state");
    let kept = |text: &str| Objects { state: &disk }.has(ContentHash::of(text.as_bytes()));
    folder.load_all(Rome, &mut |_, _, _| true);
    assert!(folder.locate(&id("00000000"), Rome).is_some());
    folder.settle_kept(Duration::from_mins(1));
    assert_eq!([POST_FILE, &broken, &other].map(kept), [false, false, false]);
    folder.load_folder("posts/2026/W48", Rome);
    folder.settle_kept(Duration::from_mins(1));
    assert_eq!([POST_FILE, &broken, &other].map(kept), [true, true, false]);
}

/// The brand's own file, its voice and its facts, as somebody wrote them by hand.
const BRAND: [(&str, &str); 3] = [
    (
        "palinsesto.toml",
        "format = 1\nid = \"b7m2x9qe\"\n[brand]\nname = \"Bottega Aurora\"\ntimezone = \"Europe/Rome\"\nlanguages = [\"it\"]\n",
    ),
    ("voice.toml", "# a mano\ndo = [\"Il prezzo\"]\n"),
    ("facts/listino.toml", "# a mano\n[[fact]]\nid = \"a\"\ntext = \"Costa 89 €\"\n"),
];

#[test]
fn what_the_brand_says_is_kept_when_it_is_read_to_be_shown() {
    let home = tempfile::tempdir().expect("a directory");
    let root = home.path().join("content");
    std::fs::create_dir_all(root.join("facts")).expect("facts");
    for (path, text) in BRAND {
        std::fs::write(root.join(path), text).expect("written");
    }
    let state = state_dir(&home.path().join("state"), &id("b7m2x9qe"), &root).expect("a state");
    let disk = crate::storage::store::Disk::open(&state).expect("the state");
    let kept = |text: &str| Objects { state: &disk }.has(ContentHash::of(text.as_bytes()));
    let folder = Folder::open(&root).expect("a folder");
    folder.workspace().expect("a brand");
    assert_eq!(BRAND.map(|(_, text)| kept(text)), [false; 3]);
    let folder = folder.kept_by(Keeper::start(&state).expect("a keeper"));
    folder.workspace().expect("a brand");
    folder.settle_kept(Duration::from_mins(1));
    assert_eq!(BRAND.map(|(_, text)| kept(text)), [true; 3]);
}

#[test]
fn what_a_change_of_the_voice_or_the_facts_replaces_is_kept_and_so_is_what_it_writes() {
    let world = world();
    for (path, text) in BRAND {
        world.lock().expect("no panic").put(&format!("content/{path}"), text.as_bytes());
    }
    let fact = Fact { id: "b".into(), text: "Dura anni".into(), source: None, expires: None };
    let facts = path(BRAND[2].0);
    let learned =
        Learned { rule: "Niente emoji.".into(), kind: "emoji".into(), ..Learned::default() };
    let changes = vec![
        Change::Facts { path: facts, add: vec![fact], remove: vec![] },
        Change::Learn { add: vec![learned], remove: vec![] },
    ];
    let set = ChangeSet { label: Label::Fact, changes };
    hand(&world).apply(&set).expect("applied");
    let now = content(&world);
    for (path, before) in &BRAND[1..] {
        assert_ne!(now[*path], *before);
        assert!(has(&world, before.as_bytes()) && has(&world, now[*path].as_bytes()), "{path}");
    }
}

#[test]
fn reports_of_crashes_go_as_versions_do_and_nothing_else_does() {
    let ages = [200, 100, 80, 31, 29, 0];
    let reports = |room: u64, one: usize| {
        let world = Arc::new(Mutex::new(World::default()));
        let name = |age: u64| format!("state/crashes/20260101T000000Z-{age}.txt");
        for age in ages {
            let mut world = world.lock().expect("no panic");
            world.today = 1000 - age;
            world.put(&name(age), &vec![b'x'; one]);
        }
        world.lock().expect("no panic").today = 0;
        world.lock().expect("no panic").put("state/last", b"/home/ada/bottega");
        world.lock().expect("no panic").today = 1000;
        prune_reports(&state(&world), Limits { bytes: room, ..Limits::default() });
        let files = world.lock().expect("no panic").files();
        assert!(files.contains_key("state/last"));
        ages.map(|age| files.contains_key(&name(age)))
    };
    assert_eq!(reports(1 << 20, 9000), [false, false, true, true, true, true]);
    assert_eq!(reports(0, 9000), [false, false, false, false, true, true]);
    assert_eq!(reports(12288 * 3, 9000), [false, false, false, true, true, true]);
}
