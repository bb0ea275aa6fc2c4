//! Three posts in a row on one channel that sell something.
//!
//! What sells is the brand's to say: a pillar with `promotes = true`. Where no pillar says so,
//! nothing is noticed.

use super::outings::Outing;
use super::{BESIDE, Row, Told, neighbour};
use crate::domain::{FindingKind, Severity};

const TOO_MANY: usize = 3;

pub(super) fn in_a_row(row: &Row, told: &mut Told) {
    let workspace = told.workspace;
    let sells = |outing: &Outing| {
        let pillar = outing.entry.post.pillar.as_deref();
        workspace.pillars.iter().any(|known| known.promotes && Some(&*known.key) == pillar)
    };
    let follows =
        |one: &Outing, two: &Outing| sells(one) && sells(two) && two.date() - one.date() <= BESIDE;
    let name = told.name(row.channel);
    for run in row.outings.chunk_by(follows).filter(|run| run.len() >= TOO_MANY) {
        for (at, outing) in run.iter().enumerate().filter(|(_, outing)| !outing.out) {
            // Those beside it: of a first or a last one the next two.
            let from = at.saturating_sub(1).min(run.len() - TOO_MANY);
            let beside = (from..from + TOO_MANY).filter(|other| *other != at);
            let others = beside.map(|other| neighbour(&run[other])).collect();
            let kind =
                FindingKind::PromotionsInARow { channel: name.clone(), count: run.len(), others };
            told.tell(outing, row.channel, kind, Severity::Warns);
        }
    }
}
