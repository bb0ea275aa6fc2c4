//! A disk for tests: names and bytes in memory, with what would survive a power cut told
//! apart from what is only live, an operation that fails or never returns on demand, and
//! another writer who acts just before any operation.

use super::{Held, Like, Lock, Look, Name, Refusal, Store};
use crate::domain::RelPath;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, SystemTime};

type Result<T> = std::result::Result<T, Refusal>;
type Names = BTreeMap<String, usize>;

/// What happens at the operation of this number, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    None,
    FailOnce(usize, Refusal),
    FailFrom(usize, Refusal),
    /// The process is killed in the middle of it; a write in progress is torn.
    Crash(usize),
}

type Actor = Box<dyn FnMut(usize, &mut World) + Send>;

/// One machine: all its directories, and the operation counter they share.
pub struct World {
    live: Names,
    durable: Names,
    /// Changes of names that no sync has covered yet, each all or nothing.
    pending: Vec<Vec<(String, Option<usize>)>>,
    files: Vec<Vec<u8>>,
    /// The day each file was last written or touched.
    stamps: Vec<u64>,
    /// The files somebody holds.
    locked: BTreeSet<usize>,
    pub today: u64,
    /// Every version that somebody read from the content folder.
    pub seen: BTreeSet<Vec<u8>>,
    pub operations: usize,
    pub fault: Fault,
    pub dead: bool,
    pub before: Option<Actor>,
    pub can_exchange: bool,
}

impl Default for World {
    fn default() -> Self {
        Self {
            live: Names::new(),
            durable: Names::new(),
            pending: Vec::new(),
            files: Vec::new(),
            stamps: Vec::new(),
            locked: BTreeSet::new(),
            today: 0,
            seen: BTreeSet::new(),
            operations: 0,
            fault: Fault::None,
            dead: false,
            before: None,
            can_exchange: true,
        }
    }
}

impl World {
    /// A file that another program has put there by a rename, long ago.
    pub fn put(&mut self, path: &str, bytes: &[u8]) {
        let file = self.store(bytes);
        // What is durable now is not undone by what came before it.
        for change in &mut self.pending {
            change.retain(|(name, _)| name != path);
        }
        self.live.insert(path.to_owned(), file);
        self.durable.insert(path.to_owned(), file);
    }

    /// Another program writes into the file that is there, in place.
    pub fn overwrite(&mut self, path: &str, bytes: &[u8]) {
        if let Some(&file) = self.live.get(path) {
            self.files[file] = bytes.to_vec();
        }
    }

    /// Another instance keeps a version, touching the one that stands at `path` or putting
    /// it there. Says whether it had to be put.
    pub fn keep_again(&mut self, path: &str, bytes: &[u8]) -> bool {
        if let Some(&file) = self.live.get(path) {
            self.stamps[file] = self.today;
            return false;
        }
        self.put(path, bytes);
        true
    }

    fn store(&mut self, bytes: &[u8]) -> usize {
        self.files.push(bytes.to_vec());
        self.stamps.push(self.today);
        self.files.len() - 1
    }

    /// Everything there is, by path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.live.iter().map(|(path, &file)| (path.clone(), self.files[file].clone())).collect()
    }

    /// The power goes: of what was not synced, each change survives or not, as `seed` says.
    pub fn power_cut(&mut self, mut seed: u64) {
        for change in std::mem::take(&mut self.pending) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
            if seed >> 63 == 0 {
                continue;
            }
            for (path, file) in change {
                set(&mut self.durable, path, file);
            }
        }
        self.live = self.durable.clone();
    }

    /// The machine is on again, and nothing is wrong with it.
    pub fn start(&mut self) {
        (self.dead, self.fault, self.operations, self.before) = (false, Fault::None, 0, None);
        self.locked.clear();
    }

    fn change(&mut self, names: Vec<(String, Option<usize>)>) {
        for (path, file) in names.clone() {
            set(&mut self.live, path, file);
        }
        self.pending.push(names);
    }

    fn new_file(&mut self, path: String, bytes: &[u8]) {
        let file = self.store(bytes);
        self.change(vec![(path, Some(file))]);
    }
}

fn set(names: &mut Names, path: String, file: Option<usize>) {
    match file {
        Some(file) => drop(names.insert(path, file)),
        None => drop(names.remove(&path)),
    }
}

/// Gone with the process that has it.
struct Holding {
    world: Arc<Mutex<World>>,
    file: usize,
}

impl Drop for Holding {
    fn drop(&mut self) {
        self.world.lock().expect("no test thread panicked").locked.remove(&self.file);
    }
}

/// One directory of a world.
#[derive(Clone)]
pub struct Sim {
    pub world: Arc<Mutex<World>>,
    pub root: &'static str,
}

impl Sim {
    fn path(&self, path: &RelPath) -> String {
        format!("{}/{path}", self.root)
    }

    /// Counts one operation, lets the other writer act, and decides what becomes of it.
    fn step(&self, torn: Option<(&RelPath, &[u8])>) -> Result<MutexGuard<'_, World>> {
        let mut world = self.world.lock().expect("no test thread panicked");
        let gone = Refusal::Other { reason: "dead".into() };
        if world.dead {
            return Err(gone);
        }
        world.operations += 1;
        let now = world.operations;
        if let Some(mut actor) = world.before.take() {
            actor(now, &mut world);
            world.before = Some(actor);
        }
        match world.fault.clone() {
            Fault::FailOnce(at, refusal) if at == now => Err(refusal),
            Fault::FailFrom(at, refusal) if at <= now => Err(refusal),
            Fault::Crash(at) if at == now => {
                if let Some((path, bytes)) = torn {
                    let path = self.path(path);
                    world.new_file(path, &bytes[..bytes.len() / 2]);
                }
                world.dead = true;
                Err(gone)
            }
            _ => Ok(world),
        }
    }

    fn find(&self, world: &World, path: &RelPath) -> Result<usize> {
        world.live.get(&self.path(path)).copied().ok_or(Refusal::Missing)
    }
}

impl Store for Sim {
    fn read(&self, path: &RelPath) -> Result<Held> {
        let mut world = self.step(None)?;
        let file = self.find(&world, path)?;
        if self.root == "content" {
            let bytes = world.files[file].clone();
            world.seen.insert(bytes);
        }
        Ok(Held { bytes: world.files[file].clone(), plain: true })
    }

    fn is_file(&self, path: &RelPath) -> bool {
        self.read(path).is_ok()
    }

    fn list(&self, folder: &str) -> Result<Vec<Name>> {
        let world = self.step(None)?;
        let inside = format!("{}/{folder}/", self.root);
        let names = world.live.keys().filter_map(|path| path.strip_prefix(&inside));
        let name = |name: &str| Name { name: name.to_owned(), is_folder: false, is_link: false };
        Ok(names.filter(|name| !name.contains('/')).map(name).collect())
    }

    fn create(&self, path: &RelPath, bytes: &[u8], _: Like) -> Result<()> {
        let mut world = self.step(Some((path, bytes)))?;
        if self.find(&world, path).is_ok() {
            return Err(Refusal::Exists);
        }
        world.new_file(self.path(path), bytes);
        Ok(())
    }

    fn look(&self, path: &RelPath) -> Result<Look> {
        let world = self.step(None)?;
        let file = self.find(&world, path)?;
        let stamp = world.stamps[file];
        let days = |days: u64| Duration::from_hours(24 * days);
        let written = SystemTime::UNIX_EPOCH + days(stamp);
        Ok(Look {
            bytes: world.files[file].len() as u64,
            written,
            changed: written,
            age: days(world.today.saturating_sub(stamp)),
        })
    }

    fn touch(&self, path: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        let file = self.find(&world, path)?;
        world.stamps[file] = world.today;
        Ok(())
    }

    fn append(&self, path: &RelPath, bytes: &[u8]) -> Result<()> {
        let mut world = self.step(None)?;
        match self.find(&world, path) {
            Ok(file) => world.files[file].extend_from_slice(bytes),
            Err(_) => world.new_file(self.path(path), bytes),
        }
        Ok(())
    }

    fn sync_folder(&self, folder: &str) -> Result<()> {
        let mut world = self.step(None)?;
        let folder = format!("{}/{folder}", self.root);
        let inside = |path: &str| path.rsplit_once('/').is_some_and(|(parent, _)| parent == folder);
        for mut change in std::mem::take(&mut world.pending) {
            for (path, file) in change.extract_if(.., |(path, _)| inside(path)) {
                set(&mut world.durable, path, file);
            }
            if !change.is_empty() {
                world.pending.push(change);
            }
        }
        Ok(())
    }

    fn exchange(&self, a: &RelPath, b: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        if !world.can_exchange {
            return Err(Refusal::Unsupported);
        }
        let (file_a, file_b) = (self.find(&world, a)?, self.find(&world, b)?);
        world.change(vec![(self.path(a), Some(file_b)), (self.path(b), Some(file_a))]);
        Ok(())
    }

    fn rename_new(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        let file = self.find(&world, from)?;
        if self.find(&world, to).is_ok() {
            return Err(Refusal::Exists);
        }
        world.change(vec![(self.path(to), Some(file)), (self.path(from), None)]);
        Ok(())
    }

    fn replace(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        let file = self.find(&world, from)?;
        world.change(vec![(self.path(to), Some(file)), (self.path(from), None)]);
        Ok(())
    }

    fn link(&self, from: &RelPath, to: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        let file = self.find(&world, from)?;
        world.change(vec![(self.path(to), Some(file))]);
        Ok(())
    }

    fn remove(&self, path: &RelPath) -> Result<()> {
        let mut world = self.step(None)?;
        self.find(&world, path)?;
        world.change(vec![(self.path(path), None)]);
        Ok(())
    }

    fn make_folder(&self, _: &str) -> Result<()> {
        self.step(None).map(drop)
    }

    fn lock(&self, path: &RelPath) -> Result<Option<Lock>> {
        let mut world = self.step(None)?;
        let file = self.find(&world, path)?;
        let free = world.locked.insert(file);
        Ok(free.then(|| Box::new(Holding { world: Arc::clone(&self.world), file }) as Lock))
    }

    fn remove_empty_folder(&self, _: &str) {}
}
