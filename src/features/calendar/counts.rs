//! Live lengths of the post in the inspector: the view may not ask the checks itself.

use crate::checks;
use crate::checks::Count;
use crate::domain::{Part, Post};
use crate::features::Ctx;

/// One counter a channel: the text, or the fullest message of a thread, against the limit
/// that is met first.
pub fn counts(post: &Post, ctx: &Ctx) -> Vec<Count> {
    let all = checks::counts(post, ctx.workspace, ctx.networks);
    let mut rows: Vec<Count> = checks::one_message(all, None);
    rows.retain(|row| row.part == Part::Text);
    rows.dedup_by(|a, b| a.channel == b.channel);
    rows
}
