//! Operations on the plan as change sets: pure, exact, invertible. Nothing is silent:
//! a time the clocks skip or show twice comes back as trouble to be answered.

use crate::domain::{
    Change, ChangeSet, ChannelKey, Entry, FieldEdit, FieldValue, Id, Label, Moment, Placement,
    Post, RelPath, Stage, When, file_path, moved_path,
};
use crate::features::Ctx;
use crate::vocab::Why;
use chrono::{NaiveDateTime, TimeDelta};
use chrono_tz::Tz;

/// What of a post is carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub post: Id,
    pub path: RelPath,
    pub part: Part,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Every time the post holds.
    Whole,
    /// The common time only.
    Common,
    /// The own times of these channels.
    Channels(Vec<ChannelKey>),
}

/// One time of one post on its way: the common one, or a channel's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    pub path: RelPath,
    pub channel: Option<ChannelKey>,
    /// Where it would arrive.
    pub wall: NaiveDateTime,
}

/// A time that the clocks skip or show twice there.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    pub leg: Leg,
    pub moment: Moment,
}

/// What a person said instead: of that leg, and of no other.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub leg: Leg,
    pub when: When,
}

/// Where the pieces go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Course {
    /// All by the same distance.
    By(TimeDelta),
    /// To this wall time; without a time of day where `timed` is false.
    To { wall: NaiveDateTime, timed: bool },
}

/// The piece of a post that one card stands for.
pub fn piece(entry: &Entry, placement: &Placement, all: bool) -> Result<Piece, Why> {
    let post = &entry.post;
    let gone = if all {
        post.channels.iter().any(|c| post.published.contains_key(c))
    } else {
        Stage::of_placement(post, placement) == Stage::Published
    };
    if gone {
        return Err(Why::AlreadyPublished);
    }
    let own = |key: &&ChannelKey| post.variants.get(*key).is_some_and(|v| v.when.is_some());
    let own: Vec<ChannelKey> = placement.channels.iter().filter(own).cloned().collect();
    let part = match (all || !placement.split, own.is_empty()) {
        (true, _) => Part::Whole,
        (false, true) => Part::Common,
        (false, false) => Part::Channels(own),
    };
    Ok(Piece { post: post.id.clone(), path: entry.path.clone(), part })
}

/// The change set that carries the pieces, or the first leg that nobody has answered for.
pub fn carry(
    pieces: &[Piece],
    course: Course,
    label: Label,
    answers: &[Answer],
    ctx: &Ctx,
) -> Result<ChangeSet, Box<Trouble>> {
    let zone = ctx.workspace.zone;
    let mut changes = Vec::new();
    for piece in pieces {
        let Some(entry) = ctx.shelf.at(&piece.path) else { continue };
        let mut after = entry.post.clone();
        let mut edits = Vec::new();
        if matches!(piece.part, Part::Whole | Part::Common) {
            let old = after.when;
            after.when = arrive(old, course, (&piece.path, None), answers, zone)?;
            edits.extend(when_edit(&["when"], old, after.when));
        }
        for (key, variant) in &mut after.variants {
            let taken = match &piece.part {
                Part::Whole => true,
                Part::Common => false,
                Part::Channels(keys) => keys.contains(key),
            };
            let Some(old) = variant.when.filter(|_| taken) else { continue };
            let course = match (&piece.part, course, entry.post.when) {
                // The others keep their distance from the common time.
                (Part::Whole, Course::To { wall, .. }, Some(common)) => {
                    Course::By(wall - common.wall(zone))
                }
                _ => course,
            };
            variant.when = arrive(Some(old), course, (&piece.path, Some(key)), answers, zone)?;
            edits.extend(when_edit(&["variants", key, "when"], Some(old), variant.when));
        }
        if !edits.is_empty() {
            let to = moved_path(&piece.path, &after, zone);
            changes.push(Change::Edit { path: piece.path.clone(), to, edits });
        }
    }
    Ok(ChangeSet { label, changes })
}

/// An idea that names no channel goes where its slot is usual; elsewhere the week says that
/// it has none.
pub fn give_channels(
    set: &mut ChangeSet,
    pieces: &[Piece],
    usual: impl FnOnce() -> Vec<ChannelKey>,
    ctx: &Ctx,
) {
    let ([Change::Edit { edits, .. }], [piece]) = (set.changes.as_mut_slice(), pieces) else {
        return;
    };
    let entry = ctx.shelf.at(&piece.path);
    let bare = |post: &Post| Stage::of_post(post) == Stage::Idea && post.channels.is_empty();
    if !entry.is_some_and(|entry| bare(&entry.post)) {
        return;
    }
    let channels = usual();
    if !channels.is_empty() {
        let to = Some(FieldValue::List(channels));
        edits.push(FieldEdit::replace(&["channels"], None, to));
    }
}

/// The new value of a `when` of a file, or what is wrong with it. Without a `when` there is
/// nothing to carry by a distance.
fn arrive(
    old: Option<When>,
    course: Course,
    (path, channel): (&RelPath, Option<&ChannelKey>),
    answers: &[Answer],
    zone: Tz,
) -> Result<Option<When>, Box<Trouble>> {
    let target = match (old, course) {
        (Some(old), Course::By(distance)) => old.moved_to(old.wall(zone) + distance, zone),
        (None, Course::By(_)) => return Ok(None),
        (_, Course::To { wall, timed: false }) => When::Day(wall.date()),
        (Some(old @ When::Offset(_)), Course::To { wall, .. }) => old.moved_to(wall, zone),
        (_, Course::To { wall, .. }) => When::Local(wall),
    };
    let wall = target.wall(zone);
    // An offset chosen by a machine is no answer: the wall time decides what is asked.
    let asked = if target.has_time() { When::Local(wall) } else { target };
    let moment = asked.moment(zone);
    if !matches!(moment, Moment::Gap { .. } | Moment::Fold { .. }) {
        return Ok(Some(target));
    }
    let leg = Leg { path: path.clone(), channel: channel.cloned(), wall };
    match answers.iter().find(|answer| answer.leg == leg) {
        Some(answer) => Ok(Some(match (old, answer.when) {
            (Some(old @ When::Offset(_)), When::Local(wall)) => old.moved_to(wall, zone),
            (_, when) => when,
        })),
        None => Err(Box::new(Trouble { leg, moment })),
    }
}

fn when_edit(key: &[&str], from: Option<When>, to: Option<When>) -> Option<FieldEdit> {
    let value = |when: Option<When>| when.map(FieldValue::When);
    (from != to).then(|| FieldEdit::replace(key, value(from), value(to)))
}

/// A new post, an idea when it has no `when`.
pub fn create(post: Post, label: Label, ctx: &Ctx) -> ChangeSet {
    let path = file_path(&post, ctx.workspace.zone);
    ChangeSet::one(label, Change::Create { path, post: Box::new(post) })
}

/// A copy with an id of its own. It keeps where its words came from, and drops what was
/// true of the original only: approval, publication, own times.
pub fn duplicate(original: &Post, when: Option<When>, ctx: &Ctx) -> Post {
    let mut post = original.clone();
    post.id = ctx.ids.fresh();
    post.when = when;
    post.approval = None;
    post.published.clear();
    for variant in post.variants.values_mut() {
        variant.when = None;
    }
    post
}

/// Without any time: back among the ideas.
pub fn to_backlog(entry: &Entry, ctx: &Ctx) -> Result<ChangeSet, Why> {
    if !entry.post.published.is_empty() {
        return Err(Why::AlreadyPublished);
    }
    let mut after = entry.post.clone();
    let mut edits: Vec<FieldEdit> =
        when_edit(&["when"], after.when.take(), None).into_iter().collect();
    for (key, variant) in &mut after.variants {
        edits.extend(when_edit(&["variants", key, "when"], variant.when.take(), None));
    }
    let to = moved_path(&entry.path, &after, ctx.workspace.zone);
    Ok(ChangeSet::one(Label::Move, Change::Edit { path: entry.path.clone(), to, edits }))
}

/// To the folder its `when` says.
pub fn file_away(entry: &Entry, ctx: &Ctx) -> Option<ChangeSet> {
    let zone = ctx.workspace.zone;
    if entry.path.parent() == entry.post.home_folder(zone) {
        return None;
    }
    let to = moved_path(&entry.path, &entry.post, zone)?;
    let edit = Change::Edit { path: entry.path.clone(), to: Some(to), edits: Vec::new() };
    Some(ChangeSet::one(Label::FixFolder, edit))
}
