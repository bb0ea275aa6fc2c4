//! `freeze.toml`: what is held back, by whom and why.
//!
//! ```toml
//! [[freeze]]
//! channel = "ig"                    # or `campaign = "…"`, or `all = true`
//! since = 2026-11-25T08:12:00Z
//! by = "Ada Neri <ada@example.org>"
//! why = "alluvione a Biella"        # optional
//! ```

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Freeze, Frozen, Problem, RelPath};
use chrono_tz::Tz;

/// One fault costs the whole file: what it holds back is then not known.
pub fn read_freezes(path: &RelPath, bytes: &[u8]) -> Result<Vec<Freeze>, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone: Tz::UTC }, &tree);
    let mut found = Vec::new();
    for mut fields in fields.tables("freeze")? {
        let (channel, campaign) = (fields.string("channel")?, fields.string("campaign")?);
        let all = fields.bool("all")?;
        let (since, by, why) =
            (fields.instant("since")?, fields.string("by")?, fields.string("why")?);
        if let Some(problem) = fields.misspelt().into_iter().next() {
            return Err(problem);
        }
        let what = match (channel, campaign, all) {
            (Some(key), None, None | Some(false)) => Frozen::Channel(key),
            (None, Some(name), None | Some(false)) => Frozen::Campaign(name),
            (None, None, Some(true)) => Frozen::All,
            _ => return Err(fields.missing("channel")),
        };
        let since = fields.required("since", since)?;
        found.push(Freeze { what, since, by: by.unwrap_or_default(), why });
    }
    if let Some(problem) = fields.misspelt().into_iter().next() {
        return Err(problem);
    }
    Ok(found)
}
