//! Pillars far from the share of the plan that the brand wants them to have.
//!
//! Counted over some weeks, since a week has too few posts to have shares, and said only
//! where so many posts would have to be others that it is no chance.

use super::week::first_of;
use crate::domain::{Id, Pillar, Placed, PlanNotice, Week, Workspace};
use std::collections::HashMap;
use std::sync::Arc;

/// Weeks that are counted, the last one the week itself.
const WEEKS: usize = 4;
/// Under so many posts shares say nothing.
const FEWEST: usize = 10;
/// Hundredths from the wanted share.
const FAR: f64 = 15.0;
/// Posts too many or too few.
const POSTS: f64 = 2.0;

/// The pillars that are too rare first, then those that are too common, the farthest first.
pub(super) fn shares(week: Week, workspace: &Workspace, cards: &[Arc<Placed>]) -> Vec<PlanNotice> {
    let first = first_of(week, WEEKS);
    // A post with several times counts once.
    let counted: HashMap<&Id, Option<&str>> = cards
        .iter()
        .filter(|card| card.placement.wall.date() >= first)
        .map(|card| (&card.entry.post.id, card.entry.post.pillar.as_deref()))
        .collect();
    let known = |key: &&str| workspace.pillars.iter().any(|pillar| pillar.key == **key);
    let of: Vec<&str> = counted.values().copied().flatten().filter(known).collect();
    // Where most posts are of no pillar, the others are no plan.
    if of.len() < FEWEST || of.len() * 2 < counted.len() {
        return Vec::new();
    }
    let mut far: Vec<(f64, PlanNotice)> =
        workspace.pillars.iter().filter_map(|pillar| distance(pillar, &of)).collect();
    far.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    far.into_iter().map(|(_, notice)| notice).collect()
}

/// In hundredths from what is wanted, less than none where it is too rare.
fn distance(pillar: &Pillar, of: &[&str]) -> Option<(f64, PlanNotice)> {
    let wanted = pillar.share.filter(|share| (0.0..=1.0).contains(share))?;
    let count = of.iter().filter(|key| **key == pillar.key).count();
    let (count, posts) = (count as f64, of.len() as f64);
    let (here, wanted) = (100.0 * count / posts, 100.0 * wanted);
    let far = (here - wanted).abs() >= FAR && (count - posts * wanted / 100.0).abs() >= POSTS;
    let notice = || PlanNotice::Share {
        pillar: pillar.name.clone(),
        wanted: wanted.round() as usize,
        here: here.round() as usize,
        posts: of.len(),
        weeks: WEEKS,
    };
    far.then(|| (here - wanted, notice()))
}
