//! A suggestion that becomes a post of its own: a translation that goes out beside the post
//! it was made from. Owns which post that is; the words get there by a decision, as always.

use super::pane::Pane;
use super::state::State;
use crate::domain::{Id, Post, RelPath, Suggestion, Verdict, file_path};
use crate::features::Ctx;
use crate::vocab::Why;

/// Where accepted words go.
pub struct Receiver {
    pub path: RelPath,
    pub post: Post,
    /// There is no file of it yet.
    pub fresh: bool,
}

impl State {
    /// The post that a suggestion has become, durable or not yet. `None` while nothing of it
    /// was taken, and where it goes into the post it was asked for.
    pub fn made<'a>(&'a self, pane: &Pane, ctx: &Ctx<'a>) -> Option<(&'a RelPath, &'a Post)> {
        let id = pane.brief.new_post.as_ref()?;
        let sent = self.beside.iter().rev().find(|(_, post)| post.id == *id);
        if let Some((path, post)) = sent {
            return Some((path, post));
        }
        // The id stands in a file that anyone may have written: it opens no other post.
        let own = |post: &Post| post.came_from().any(|from| *from == self.post);
        let entry = ctx.shelf.get(id).filter(|entry| own(&entry.post))?;
        Some((&entry.path, &entry.post))
    }

    /// The post that the words of a suggestion go into.
    pub fn receiver(&self, pane: usize, ctx: &Ctx) -> Result<Receiver, Why> {
        let pane = &self.panes[pane];
        let (path, post) = self.entry(ctx).ok_or(Why::NotYetRead)?;
        let Some(id) = &pane.brief.new_post else {
            return Ok(Receiver { path: path.clone(), post: post.clone(), fresh: false });
        };
        if let Some((path, post)) = self.made(pane, ctx) {
            return Ok(Receiver { path: path.clone(), post: post.clone(), fresh: false });
        }
        if *id == self.post || ctx.shelf.get(id).is_some() || self.has_taken(id, ctx) {
            return Err(Why::NewPostAway);
        }
        let post = post.in_language(id.clone(), pane.brief.lang.clone());
        Ok(Receiver { path: file_path(&post, ctx.workspace.zone), post, fresh: true })
    }

    /// Something has gone into the post of this id, which is not in sight: it stands in
    /// another week by now, or in the trash.
    fn has_taken(&self, id: &Id, ctx: &Ctx) -> bool {
        let taken = |s: &Suggestion| {
            let mut decisions = s.decisions.iter();
            let went = decisions.any(|decision| decision.verdict != Verdict::Rejected);
            s.brief.new_post.as_ref() == Some(id) && went
        };
        self.panes.iter().any(|pane| taken(&pane.suggestion()))
            || ctx.shelf.suggestions(&self.post).iter().any(|s| taken(s))
    }
}
