//! No verb: the screen. The one place where the command line hands over to `runtime`.

use super::settings::{DUMB, variable};
use super::{Exit, Session, Stop, left, look};
use crate::app::Look;
use crate::runtime::{Clock, Ended, EventLoop, Plain, Profiles, Start, Terminal, crash};
use crate::storage::{Folder, state_home};
use crate::vocab::{Action, Scope};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the content folder round `-C` on the screen, or the last one that was open.
pub fn run(session: &mut Session) -> Result<Exit, Stop> {
    let no_home = || Stop::said(session.words.cli_config_no_home(), String::new());
    let state_home = state_home().ok_or_else(no_home)?;
    let folder = folder(session, &state_home)?;
    let (workspace, _) = folder.workspace()?;
    let clock = session.clock(workspace.zone)?;
    if !session.on_terminal || !is_terminal_in() {
        return Err(Stop::said(session.words.cli_no_terminal(), session.words.cli_next_verbs()));
    }
    remember(&state_home, &folder);
    let first_time = first_time(&state_home);
    let config = session.settings.config.clone();
    let profiles = Profiles::new(config.clone(), workspace.ai_profile.clone());
    let mut ready = Start {
        folder,
        state_home,
        look: look::look(session),
        clock,
        seed: seed(clock)?,
        sources: Arc::new(profiles),
        by: config.by,
        approvals: config.approvals,
        watches: true,
        pretends: clock != Clock::System,
    }
    .open()?;
    ready.session.app.viewer = machine_zone();
    if first_time {
        ready.session.app.tour(&ready.session.look);
    }
    let Ended { code, left } = if session.plain {
        ready.session.look.aloud = true;
        let why = plain_because(session, &ready.session.look);
        EventLoop::start(ready, Plain::enter(&why)?)?.run()
    } else {
        EventLoop::start(ready, Terminal::enter()?)?.run()
    };
    left::tell(session, &left);
    match u8::try_from(code?).unwrap_or(1) {
        crash::CODE => Err(Stop::crashed()),
        0 if !left.is_empty() => Ok(Exit::Trouble),
        code => Ok(Exit::Ended(code)),
    }
}

/// `-C` and upwards; only where nothing was asked for, the last folder that was open.
fn folder(session: &Session, state_home: &std::path::Path) -> Result<Folder, Stop> {
    let found = session.open_folder();
    match found {
        Err(stop) if session.dir.as_os_str() == "." => {
            let last = std::fs::read_to_string(state_home.join(LAST)).ok();
            let last = last.map(PathBuf::from).and_then(|root| Folder::find(&root));
            match last {
                Some(root) => Ok(Folder::open(&root)?.spoken(session.words.language().tag())),
                None => Err(stop),
            }
        }
        found => found,
    }
}

fn machine_zone() -> Option<chrono_tz::Tz> {
    iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok())
}

const LAST: &str = "last";

/// Best effort: without it the next start asks for a folder.
fn remember(state_home: &std::path::Path, folder: &Folder) {
    #[expect(clippy::disallowed_methods, reason = "one line in the state directory")]
    let _ = std::fs::create_dir_all(state_home).and_then(|()| {
        let root = std::path::absolute(folder.root())?;
        std::fs::write(state_home.join(LAST), root.to_string_lossy().as_bytes())
    });
}

const TOURED: &str = "toured";

/// Says so once: the next time the file is there.
fn first_time(state_home: &std::path::Path) -> bool {
    #[expect(clippy::disallowed_methods, reason = "one empty file in the state directory")]
    let written = || std::fs::write(state_home.join(TOURED), b"");
    !state_home.join(TOURED).exists() && written().is_ok()
}

fn is_terminal_in() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stdin())
}

/// With a fixed clock ids are fixed too, so that pictures and stories can be repeated.
fn seed(clock: Clock) -> Result<u64, Stop> {
    match clock {
        Clock::Fixed(at) => Ok(at.timestamp().unsigned_abs()),
        Clock::System => {
            getrandom::u64().map_err(|error| Stop::Output(std::io::Error::other(error.to_string())))
        }
    }
}

/// Which switch asked for lines instead of boxes: flag, variable, setting, or a terminal
/// that knows nothing else.
fn plain_because(session: &Session, look: &Look) -> String {
    let by = if session.plain_flag {
        "--plain"
    } else if variable("PALINSESTO_PLAIN").is_some() {
        "PALINSESTO_PLAIN"
    } else if session.settings.config.plain.is_some() {
        "config.toml"
    } else {
        return look
            .words
            .plain_dumb(format!("TERM={DUMB}"), look.words.key(Scope::Global, &Action::Help));
    };
    look.words.plain_because(by, look.words.key(Scope::Global, &Action::Help))
}
