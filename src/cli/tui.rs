//! No verb: the screen. The one place where the command line hands over to `runtime`.

use super::{Exit, Session, Stop};

/// Opens the content folder round `-C` on the screen.
pub fn run(session: &mut Session) -> Result<Exit, Stop> {
    let opened = session.open()?;
    let root = super::session::shown(opened.folder.root());
    // Until the screen is there, the verbs are the program.
    session.remark(&session.words.cli_no_screen(root))?;
    Ok(Exit::Trouble)
}
