//! The user's `ssh-keygen`, called without a shell, without a terminal and with as little
//! of the environment as it needs. What it prints is only looked at, never shown raw.

use super::armour::Armour;
use super::{NAMESPACE, is_touched};
use crate::child::{self, Call, Leash, Lost, Said};
use crate::domain::{Unheld, Unjudged, Unsigned};
use crate::gate::Signature;
use rustix::io::{FdFlags, fcntl_setfd};
use std::ffi::OsString;
use std::io::{PipeReader, Write as _, pipe};
use std::os::fd::AsRawFd as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

const PROGRAM: &str = "ssh-keygen";
/// What it may know: where programs and keys are, who holds the keys that are open, and
/// how hardware is spoken to.
const ENVIRONMENT: [&str; 5] =
    ["PATH", "HOME", "SSH_AUTH_SOCK", "SSH_SK_PROVIDER", "SSH_SK_HELPER"];
/// The most that is read of what it prints, in bytes.
const ANSWER: u64 = 64 * 1024;
/// How long it may take …
const PATIENCE: Duration = Duration::from_secs(10);
/// … and how long where a finger is waited for.
const TOUCHED: Duration = Duration::from_mins(1);
/// One key may go by several names; more than so many are not tried.
const NAMES: usize = 16;

#[derive(Clone, Default)]
pub struct Keygen {
    environment: Vec<(OsString, OsString)>,
    leash: Leash,
}

impl Keygen {
    /// Of `environment` it sees what it needs.
    pub fn new(environment: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        let needs = |name: &OsString| ENVIRONMENT.iter().any(|needed| name == needed);
        let environment = environment.into_iter().filter(|(name, _)| needs(name)).collect();
        Self { environment, leash: Leash::default() }
    }

    /// The same, for whoever may want to end it.
    pub fn on(self, leash: &Leash) -> Self {
        Self { leash: leash.clone(), ..self }
    }

    /// Where the program is, where there is one. A `PATH` that leads somewhere else from
    /// every folder is not followed: the content folder may hold anything.
    pub fn program(&self) -> Option<PathBuf> {
        let path =
            self.environment.iter().find(|(name, _)| name == "PATH").map(|(_, path)| path)?;
        let folders = std::env::split_paths(path).filter(|folder| folder.is_absolute());
        folders.map(|folder| folder.join(PROGRAM)).find(|file| is_program(file))
    }

    /// What is to be thought of a signature over `bytes`, by those who may approve.
    pub fn verify(&self, bytes: &[u8], armour: &str, allowed: &Path) -> Signature {
        let Some(armour) = Armour::read(armour) else {
            return Signature::Bad(Unheld::Malformed);
        };
        // Its own answer would be the same for a list it cannot read.
        if !std::fs::File::open(allowed).is_ok_and(|file| is_file(&file)) {
            let path = allowed.to_string_lossy().into_owned();
            return Signature::Unjudged(Unjudged::NoSigners { path });
        }
        match self.by_whom(bytes, &armour, allowed) {
            Ok(Ok(by)) => Signature::Good { by, touched: armour.touched() },
            Ok(Err(why)) => Signature::Bad(why),
            Err(Lost::Silent { seconds }) => Signature::Unjudged(Unjudged::Silent { seconds }),
            Err(Lost::Missing | Lost::Failed(_)) => Signature::Unjudged(Unjudged::NoProgram),
        }
    }

    /// The name of whoever signed, where they may; or why it does not hold.
    fn by_whom(
        &self,
        bytes: &[u8],
        armour: &Armour,
        allowed: &Path,
    ) -> Result<Result<String, Unheld>, Lost> {
        let signature = Handed::new(armour.text())?;
        let mut find = self.command(["-Y", "find-principals"], allowed)?;
        find.arg("-s").arg(signature.path());
        let found = self.say(&mut find, &[], PATIENCE)?;
        drop(signature);
        match found.status.code() {
            Some(0) => {}
            Some(_) => return Ok(Err(unheld(&found.stderr, Unheld::Stranger))),
            // Ended from outside, it has said nothing.
            None => return Err(Lost::Failed(String::new())),
        }
        let found = String::from_utf8(found.stdout).unwrap_or_default();
        if found.is_empty() {
            return Err(Lost::Silent { seconds: PATIENCE.as_secs() });
        }
        // A name may be a pattern; one with a mark in front says who is not meant.
        let names = found.lines().filter(|name| !name.is_empty() && !name.starts_with('!'));
        let mut why = Unheld::Stranger;
        for name in names.take(NAMES) {
            let signature = Handed::new(armour.text())?;
            let mut verify = self.command(["-Y", "verify"], allowed)?;
            verify.args(["-n", NAMESPACE, "-I", name, "-s"]).arg(signature.path());
            let said = self.say(&mut verify, bytes, PATIENCE)?;
            match said.status.code() {
                Some(0) => return Ok(Ok(name.to_owned())),
                Some(_) => why = unheld(&said.stderr, Unheld::Other),
                None => return Err(Lost::Failed(String::new())),
            }
        }
        Ok(Err(why))
    }

    /// A signature over `bytes`, in its armour. A key in hardware waits for a finger; one
    /// that is locked and in no agent makes none.
    pub fn sign(&self, bytes: &[u8], key: &Path) -> Result<String, Unsigned> {
        let name = || key.to_string_lossy().into_owned();
        if let Err(error) = std::fs::metadata(key) {
            let message = error.kind().to_string();
            return Err(Unsigned::Refused { key: name(), message });
        }
        let at_most = if is_touched(key) { TOUCHED } else { PATIENCE };
        let said = self.command(["-Y", "sign"], key).and_then(|mut sign| {
            sign.args(["-n", NAMESPACE]);
            self.say(&mut sign, bytes, at_most)
        });
        let said = said.map_err(|lost| match lost {
            Lost::Missing => Unsigned::NoProgram,
            Lost::Silent { seconds } => Unsigned::Silent { key: name(), seconds },
            Lost::Failed(message) => Unsigned::Refused { key: name(), message },
        })?;
        let armour = String::from_utf8(said.stdout).ok();
        let armour = armour.filter(|_| said.status.success());
        if let Some(armour) = armour.as_deref().and_then(Armour::read) {
            return Ok(armour.text().trim_end().to_owned());
        }
        let message = String::from_utf8_lossy(&said.stderr).trim().to_owned();
        let locked = ["passphrase", "agent", "No private"];
        Err(if locked.iter().any(|word| message.contains(word)) {
            Unsigned::Locked { key: name() }
        } else {
            Unsigned::Refused { key: name(), message }
        })
    }

    fn say(&self, command: &mut Command, input: &[u8], at_most: Duration) -> Result<Said, Lost> {
        let own_session = setsid().is_some();
        // On a busy machine its words come later than its end, and without them a good
        // signature would pass for a bad one.
        let (leash, last_words) = (&self.leash, PATIENCE);
        let call = Call { input, most: ANSWER, at_most, last_words, leash, own_session };
        child::run(command, &call)
    }

    /// The call up to the file it is about. In a session of its own, where the system offers
    /// one, there is no terminal to ask for a passphrase on; the rest sees to systems that
    /// do not, and to askers with a window.
    #[expect(clippy::disallowed_methods, reason = "the one place that starts ssh-keygen")]
    fn command(&self, what: [&str; 2], file: &Path) -> Result<Command, Lost> {
        let program = self.program().ok_or(Lost::Missing)?;
        let mut command = match setsid() {
            Some(setsid) => {
                let mut command = Command::new(setsid);
                command.arg(program);
                command
            }
            None => Command::new(program),
        };
        command
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .env("LC_ALL", "C")
            .env("SSH_ASKPASS_REQUIRE", "force")
            .env("SSH_ASKPASS", "false")
            .current_dir("/")
            .args(what)
            .arg("-f")
            .arg(std::path::absolute(file).map_err(|error| Lost::Failed(error.to_string()))?)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        Ok(command)
    }
}

/// A text that a child reads as a file and that never is one: its end of a pipe.
struct Handed(PipeReader);

impl Handed {
    fn new(text: &str) -> Result<Self, Lost> {
        let failed = |error: std::io::Error| Lost::Failed(error.to_string());
        let (reader, mut writer) = pipe().map_err(failed)?;
        fcntl_setfd(&reader, FdFlags::empty()).map_err(|error| failed(error.into()))?;
        let text = text.to_owned();
        // Small pipes fill up before anybody reads.
        std::thread::spawn(move || writer.write_all(text.as_bytes()));
        Ok(Self(reader))
    }

    fn path(&self) -> String {
        format!("/dev/fd/{}", self.0.as_raw_fd())
    }
}

/// What it said in English of a key that it did not believe, where that is known.
fn unheld(said: &[u8], otherwise: Unheld) -> Unheld {
    let said = String::from_utf8_lossy(said);
    if said.contains("has expired") {
        return Unheld::Expired;
    }
    if said.contains("not permitted") || said.contains("not yet") {
        return Unheld::Stranger;
    }
    otherwise
}

/// What makes a session, on systems that have it.
fn setsid() -> Option<&'static Path> {
    let files = ["/usr/bin/setsid", "/bin/setsid"].map(Path::new);
    files.into_iter().find(|file| is_program(file))
}

fn is_program(path: &Path) -> bool {
    path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

fn is_file(file: &std::fs::File) -> bool {
    file.metadata().is_ok_and(|meta| meta.is_file())
}
