//! The post of the folder that somebody names, by its path or its id, to a verb that reads
//! any text; and how a part of it is called. What names no post is a file like any other.

use super::check::inside;
use super::opened::Opened;
use super::{Session, Stop};
use crate::domain::{ChannelKey, Entry, Id, Part, RelPath};
use std::path::Path;

/// The post. `None` where the argument names none; a problem where its file cannot be read.
pub fn post(session: &Session, opened: &mut Opened, named: &str) -> Result<Option<Entry>, Stop> {
    if let Some(id) = Id::parse(named).ok().filter(|_| !session.path(Path::new(named)).exists()) {
        return Ok(opened.find(&id).map(|entry| entry.as_ref().clone()));
    }
    let Some(path) = inside(session, opened, Path::new(named)).ok().filter(|_| named != "-") else {
        return Ok(None);
    };
    let week = path.starts_with("posts/") || path.starts_with("ideas/");
    if !week || Path::new(&path).extension().is_none_or(|end| end != "toml") {
        return Ok(None);
    }
    let zone = opened.zone();
    Ok(opened.folder.load_post(&RelPath::new(path), zone).transpose()?)
}

/// `ID[headline, ig]`: where in the post something stands.
pub fn place(
    session: &Session,
    named: &str,
    (part, channel, medium): (Part, Option<&ChannelKey>, Option<&str>),
) -> String {
    let beside = channel.map(ToString::to_string).or_else(|| medium.map(str::to_owned));
    let place = [Some(session.words.part(part)), beside];
    format!("{named}[{}]", place.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
