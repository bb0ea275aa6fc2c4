//! What a person's decision about machine text becomes: one change set, the post before
//! the suggestion, so that recovery can tell the decision from the post.

use super::beside::Receiver;
use super::caret::Caret;
use super::home::home;
use super::landing::Landing;
use super::place::{Gap, Placed, append_hashtags, insert, prolong, sentence_after};
use super::state::State;
use crate::domain::{
    Change, ChangeSet, Decision, FieldEdit, FieldValue, Hunk, Id, Label, Origin, Part, Post,
    Reason, RelPath, Spot, Verdict, When, clause_run, has_blank, is_numbered, moved_path,
    numbered_like,
};
use crate::features::Ctx;
use crate::text::{is_thread, without_numbers};
use crate::vocab::{Effect, Why};

/// Some hunks of one suggestion, to be taken or left together. It lives no longer than the
/// key that asks: panes and hunks are counted anew with every event.
pub struct Judged {
    pub pane: usize,
    /// From 0; `None`: the whole suggestion at once.
    pub hunks: Option<Vec<usize>>,
}

/// Why something is rejected: one of the known reasons, or the person's own words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Because {
    pub reason: Option<Reason>,
    pub words: Option<String>,
}

impl State {
    /// Takes sentences into the human text as the machine wrote them.
    pub fn accept(&mut self, mut judged: Judged, ctx: &Ctx) -> Result<Vec<Effect>, Why> {
        let hunks = self.panes[judged.pane].hunks();
        self.panes[judged.pane].can_give(judged.hunks.as_deref(), &hunks)?;
        // All that can be taken: not what only a person can finish, nor a headline where one of
        // a person's own stands in the way.
        let blank = |at: &usize| has_blank(&hunks[*at].taken);
        let free = |at: &usize| !blank(at) && !self.is_taken(judged.pane, &hunks[*at], ctx);
        let asked: Vec<usize> = match &judged.hunks {
            Some(some) => some.iter().copied().filter(|at| *at < hunks.len()).collect(),
            None => (0..hunks.len()).collect(),
        };
        let fitting: Vec<usize> = asked.iter().copied().filter(free).collect();
        if fitting.is_empty() && !asked.is_empty() {
            let blank = asked.iter().any(blank);
            return Err(if blank { Why::BlankToFill } else { Why::HeadlineThere });
        }
        if fitting.len() < asked.len() {
            judged.hunks = Some(fitting);
        }
        let taken: Vec<Hunk> = match &judged.hunks {
            Some(some) => some.iter().filter_map(|i| hunks.get(*i).cloned()).collect(),
            None => hunks,
        };
        self.take(&judged, &taken, Verdict::Accepted, ctx)
    }

    /// The pane of a suggestion and its hunk at a spot, where nobody has decided about it.
    pub fn open_hunk(&self, suggestion: &Id, spot: Spot) -> Result<(usize, usize, Hunk), Why> {
        let pane = self.pane_of(suggestion).ok_or(Why::SuggestionGone)?;
        let mut hunks = self.panes[pane].hunks().into_iter().enumerate();
        match hunks.find(|(_, hunk)| hunk.spot == spot) {
            Some((at, hunk)) if hunk.verdict.is_none() => Ok((pane, at, hunk)),
            _ => Err(Why::AlreadyDecided),
        }
    }

    /// Puts a hand's words in the place of a hunk. They go to the post only.
    pub fn rewrite(
        &mut self,
        suggestion: &Id,
        spot: Spot,
        words: &str,
        ctx: &Ctx,
    ) -> Result<Vec<Effect>, Why> {
        let (pane, at, mut hunk) = self.open_hunk(suggestion, spot)?;
        if self.is_taken(pane, &hunk, ctx) {
            return Err(Why::HeadlineThere);
        }
        if has_blank(words) {
            return Err(Why::BlankToFill);
        }
        words.trim().clone_into(&mut hunk.taken);
        hunk.hashtags &= hunk.taken.split_whitespace().all(|word| word.starts_with('#'));
        let judged = Judged { pane, hunks: Some(vec![at]) };
        let effects = self.take(&judged, &[hunk], Verdict::Rewritten, ctx)?;
        self.take_up(suggestion, spot);
        Ok(effects)
    }

    /// Leaves sentences, or the whole, where they are, and says so in the suggestion.
    pub fn reject(&mut self, judged: &Judged, because: Because, ctx: &Ctx) -> Vec<Effect> {
        let mut effects = self.keep_unsaved(ctx);
        let mut decisions = self.decisions(judged, Verdict::Rejected, because.reason, ctx);
        for decision in &mut decisions {
            decision.words.clone_from(&because.words);
        }
        let change = self.decided(judged, decisions);
        effects.extend(self.send(ChangeSet::one(Label::Reject, change)));
        effects
    }

    fn take(
        &mut self,
        judged: &Judged,
        hunks: &[Hunk],
        verdict: Verdict,
        ctx: &Ctx,
    ) -> Result<Vec<Effect>, Why> {
        if self.panes[judged.pane].is_reply() {
            return Err(Why::ReplyStaysApart);
        }
        let mut effects = self.keep_unsaved(ctx);
        let Receiver { path, post: before, fresh } = self.receiver(judged.pane, ctx)?;
        let apart = before.id != self.post;
        let lands = |there: Landing| hunks.iter().any(|h| h.part == Part::Text && there.takes(h));
        let replaces = self.replaces(judged.pane, &before, ctx).is_some_and(lands);
        let mut after = before.clone();
        let mut edits = self.put_in(judged.pane, hunks, (&before, &mut after), ctx);
        edits.extend(self.origin(judged.pane, verdict, &mut after, ctx));
        let to = if apart { None } else { self.settle(&mut after, &path, &mut edits, ctx) };
        let to = to.or_else(|| ctx.named(&path, &after).filter(|_| !fresh));
        let decisions = self.decisions(judged, verdict, None, ctx);
        let decide = self.decided(judged, decisions);
        let there = to.clone().unwrap_or_else(|| path.clone());
        let change = if fresh {
            Change::Create { path, post: Box::new(after.clone()) }
        } else {
            Change::Edit { path, to, edits }
        };
        if apart {
            self.beside.push((there, after));
        } else {
            self.ahead = Some((there, after));
        }
        self.remember(ctx);
        let label = match verdict {
            _ if replaces => Label::Replace,
            Verdict::Rewritten => Label::Rewrite,
            _ => Label::Accept,
        };
        effects.extend(self.send(ChangeSet { label, changes: vec![change, decide] }));
        Ok(effects)
    }

    /// Puts hunks where each belongs, part by part, and says which edits that takes.
    fn put_in(
        &mut self,
        pane: usize,
        hunks: &[Hunk],
        (before, after): (&Post, &mut Post),
        ctx: &Ctx,
    ) -> Vec<FieldEdit> {
        let apart = before.id != self.post;
        let own = self.channel(Some(pane), before);
        let whole = Landing::of(&self.panes[pane], own, before);
        let instead = self.replaces(pane, before, ctx);
        let mut edits = Vec::new();
        for part in [Part::Headline, Part::Text, Part::FirstComment] {
            let takes = |hunk: &&Hunk| hunk.part == part && whole.takes(hunk);
            let of_part: Vec<Hunk> = hunks.iter().filter(takes).cloned().collect();
            let landing = Landing::of_part(part, &whole, &self.panes[pane], before);
            if of_part.is_empty() {
                continue;
            }
            let old = match part {
                // One that a machine wrote gives way to another; see `is_taken`.
                Part::Headline => "",
                _ => landing.old(before).unwrap_or_default(),
            };
            let model = self.numbers(old, ctx).filter(|_| matches!(landing, Landing::Text(_)));
            let instead = instead.as_ref() == Some(&landing);
            let has_cursor = landing.has_cursor(before) && !apart && !instead;
            let cursor = if has_cursor { self.cursor_in(old) } else { None };
            let old = if instead { "" } else { old };
            let (text, cursor) = self.placed(pane, old, cursor, &of_part);
            let text = model.map_or_else(|| text.clone(), |model| numbered_like(&text, model));
            if matches!(landing, Landing::Text(_)) && !apart {
                self.insert = cursor.map(|at| Caret::new(at, &text));
            }
            edits.push(landing.put(after, text));
        }
        edits
    }

    /// Where the words came from, said once for each suggestion and verdict.
    fn origin(
        &self,
        pane: usize,
        verdict: Verdict,
        after: &mut Post,
        ctx: &Ctx,
    ) -> Option<FieldEdit> {
        let pane = &self.panes[pane];
        let same = |o: &Origin| o.suggestion == pane.id && o.decision == verdict;
        if after.origin.iter().any(same) {
            return None;
        }
        let origin = Origin {
            post: pane.post.clone(),
            suggestion: pane.id.clone(),
            decision: verdict,
            at: ctx.now.utc,
            by: ctx.by.to_owned(),
        };
        let item = FieldValue::origin(&origin);
        after.origin.push(origin);
        Some(FieldEdit::Add { key: vec!["origin".into()], item })
    }

    /// A headline stands there already that no suggestion brought: nothing takes its place.
    fn is_taken(&self, pane: usize, hunk: &Hunk, ctx: &Ctx) -> bool {
        if hunk.part != Part::Headline {
            return false;
        }
        let Ok(Receiver { post, .. }) = self.receiver(pane, ctx) else { return false };
        let text = Landing::Text(None);
        let landing = Landing::of_part(hunk.part, &text, &self.panes[pane], &post);
        let old = landing.old(&post).unwrap_or_default().trim();
        let accepted = |hunk: &Hunk| {
            hunk.part == Part::Headline
                && hunk.verdict == Some(Verdict::Accepted)
                && hunk.taken == old
        };
        !old.is_empty() && !self.panes.iter().any(|pane| pane.hunks().iter().any(accepted))
    }

    /// The first accepted sentence of an empty slot makes the idea a post of that slot.
    fn settle(
        &self,
        post: &mut Post,
        path: &RelPath,
        edits: &mut Vec<FieldEdit>,
        ctx: &Ctx,
    ) -> Option<RelPath> {
        let slot = self.slot.filter(|_| post.when.is_none())?;
        let when =
            slot.time.map_or(When::Day(slot.date), |time| When::Local(slot.date.and_time(time)));
        post.when = Some(when);
        edits.push(FieldEdit::replace(&["when"], None, Some(FieldValue::When(when))));
        moved_path(path, post, ctx.workspace.zone)
    }

    /// The text whose messages show how to number: where messages carry numbers, here or in
    /// the text that this one is made from, what is taken carries them too.
    fn numbers<'a>(&'a self, old: &'a str, ctx: &Ctx<'a>) -> Option<&'a str> {
        match old {
            old if is_numbered(old) => Some(old),
            old if is_thread(old) => None,
            _ => self.numbered_text(ctx),
        }
    }

    /// A text of the post whose messages all carry their numbers.
    pub fn numbered_text<'a>(&'a self, ctx: &Ctx<'a>) -> Option<&'a str> {
        let (_, post) = self.entry(ctx)?;
        post.texts().map(|(_, text)| text).find(|text| is_numbered(text))
    }

    /// Hunks of a suggestion as a text of their own.
    pub fn joined_up(&self, pane: usize, hunks: &[Hunk]) -> String {
        self.placed(pane, "", None, hunks).0
    }

    /// The human text with the hunks in it, without numbers of messages, and where the
    /// cursor stands afterwards.
    fn placed(
        &self,
        pane: usize,
        text: &str,
        mut cursor: Option<usize>,
        hunks: &[Hunk],
    ) -> (String, Option<usize>) {
        let machine = self.panes[pane].text.shown();
        let taken = |hunk: &Hunk| hunk.verdict.is_some_and(|v| v != Verdict::Rejected);
        let prose = |hunk: &Hunk| hunk.part == Part::Text && !hunk.hashtags;
        let before = self.panes[pane].hunks().into_iter();
        // What of the suggestion is in the text: more of it finds its message by that.
        let mut there: Vec<Hunk> = before.filter(|hunk| taken(hunk) && prose(hunk)).collect();
        let in_messages = is_thread(machine);
        let mut text =
            if is_numbered(text) { without_numbers(text).into_owned() } else { text.to_owned() };
        for hunk in hunks {
            if hunk.hashtags {
                let tags: Vec<String> = hunk.taken.split_whitespace().map(str::to_owned).collect();
                text = append_hashtags(&text, &tags).text;
            } else {
                let begun = there.iter().any(|other| other.message == hunk.message);
                let gap = match hunk.new_line {
                    _ if hunk.message > 0 && !begun => Gap::Message,
                    true => Gap::Line,
                    false => Gap::Space,
                };
                let at_home = || home(&text, hunk, &there).filter(|_| in_messages && prose(hunk));
                let placed = joined(machine, &text, cursor, hunk)
                    .or_else(at_home)
                    .unwrap_or_else(|| insert(&text, cursor, &hunk.taken, gap));
                there.extend(prose(hunk).then(|| hunk.clone()));
                cursor = cursor.and_then(|_| sentence_after(&placed.text, placed.end));
                text = placed.text;
            }
        }
        (text, cursor)
    }

    pub fn decisions(
        &self,
        judged: &Judged,
        verdict: Verdict,
        reason: Option<Reason>,
        ctx: &Ctx,
    ) -> Vec<Decision> {
        let pane = &self.panes[judged.pane];
        let one = |spot: Option<Spot>, words: &str| Decision {
            sentence: spot.map(|spot| spot.sentence),
            clause: spot.and_then(|spot| spot.clause),
            hash: Decision::hash_of(words),
            verdict,
            reason,
            words: None,
            by: ctx.by.to_owned(),
            at: ctx.now.utc,
        };
        let Some(some) = &judged.hunks else {
            return vec![one(None, pane.text.shown())];
        };
        let hunks = pane.hunks();
        let judged = some.iter().filter_map(|i| hunks.get(*i));
        judged.map(|hunk| one(Some(hunk.spot), &hunk.words)).collect()
    }

    /// The decisions as a change, taken over at once so that no key acts on them twice.
    pub fn decided(&mut self, judged: &Judged, add: Vec<Decision>) -> Change {
        let pane = &mut self.panes[judged.pane];
        pane.decisions.extend(add.iter().cloned());
        pane.step_to_open();
        let (post, suggestion) = (pane.post.clone(), pane.id.clone());
        Change::Decide { post, suggestion, add, remove: Vec::new() }
    }

    /// Hands a change set over and remembers it until it is answered.
    pub fn send(&mut self, set: ChangeSet) -> Vec<Effect> {
        self.sent.push(set.clone());
        vec![Effect::Apply(set)]
    }
}

/// A clause behind those before it, which the text has already: the sentence goes on as
/// the machine wrote it. A clause that a hand rewrote stands alone.
fn joined(machine: &str, text: &str, cursor: Option<usize>, hunk: &Hunk) -> Option<Placed> {
    let Spot { sentence, clause: Some(clause) } = hunk.spot else { return None };
    if clause_run(machine, sentence, clause..clause + 1).as_ref() != Some(&hunk.taken) {
        return None;
    }
    (0..clause).find_map(|first| {
        let before = clause_run(machine, sentence, first..clause)?;
        let longer = clause_run(machine, sentence, first..clause + 1)?;
        prolong(text, cursor, &before, &longer)
    })
}

/// The edit of the common text, or of one channel's own.
pub fn text_edit(channel: Option<&str>, old: &str, new: &str) -> FieldEdit {
    let (from, to) = (FieldValue::Text(old.to_owned()), FieldValue::Text(new.to_owned()));
    match channel {
        Some(channel) => FieldEdit::replace(&["variants", channel, "text"], Some(from), Some(to)),
        None => FieldEdit::replace(&["text"], Some(from), Some(to)),
    }
}
