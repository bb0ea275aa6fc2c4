//! What is open of a post when somebody is to say yes to it: what was noticed and nobody
//! stands behind, and what was asked for in its review and is not settled. The view and the
//! command line count the same, since the ledger keeps the count.

use super::{Finding, FindingKind, Point, Review, SmellMarker};
use crate::domain::Gravity;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Open<'a> {
    /// The same of several texts is here for each of them.
    pub findings: Vec<Finding>,
    pub points: Vec<&'a Point>,
    /// What was noticed besides, and is no reason to ask twice.
    pub others: Vec<Finding>,
}

impl<'a> Open<'a> {
    pub fn of(found: Vec<Finding>, review: &'a Review) -> Self {
        let (findings, others) = found.into_iter().partition(Finding::is_open);
        Self { findings, points: review.open().collect(), others }
    }

    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.points.is_empty()
    }

    /// How much that is: the same of several texts is one.
    pub fn count(&self) -> u32 {
        let mut kinds: Vec<&FindingKind> = Vec::new();
        for finding in &self.findings {
            if !kinds.contains(&&finding.kind) {
                kinds.push(&finding.kind);
            }
        }
        u32::try_from(kinds.len() + self.points.len()).unwrap_or(u32::MAX)
    }
}

impl Finding {
    /// It says something of all the words: none of them is to be underlined.
    pub fn is_of_the_whole(&self) -> bool {
        use SmellMarker::{EvenSentences, LongWords, NoDetail, ReaderPronouns};
        matches!(
            self.kind,
            FindingKind::Smell {
                marker: NoDetail | EvenSentences | LongWords | ReaderPronouns,
                ..
            }
        )
    }

    /// A claim that nobody stands behind, or what warns. That an approval does not hold is
    /// what somebody is there for.
    pub fn is_open(&self) -> bool {
        match self.kind {
            FindingKind::ApprovalVoid { .. } => false,
            FindingKind::Claim { .. } => true,
            _ => self.gravity() <= Gravity::Warns,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ClaimKind, Ids, Note, NoteKind, Part, Severity, Standing, Voided};

    fn claim() -> Finding {
        let kind = FindingKind::Claim {
            kind: ClaimKind::Price,
            quote: "89 €".into(),
            standing: Standing::Unknown,
            part: Part::Text,
            medium: None,
            reopened: None,
        };
        Finding::of_file(kind, Severity::Informs)
    }

    #[test]
    fn claims_warnings_and_notes_are_open_and_what_only_informs_is_not() {
        let alt = FindingKind::MissingAlt { path: "media/a.jpg".into() };
        let void = FindingKind::ApprovalVoid { why: Voided::Changed, by: "Ada".into() };
        let found = vec![
            claim(),
            claim(),
            Finding::of_file(alt, Severity::Warns),
            Finding::of_file(void, Severity::Warns),
            Finding::of_file(FindingKind::NoWhen, Severity::Informs),
        ];
        let ids = Ids::from_seed(1);
        let note = |kind| Note {
            id: ids.fresh(),
            post: ids.fresh(),
            at: chrono::DateTime::UNIX_EPOCH,
            by: "Ada".into(),
            kind,
            to: None,
            about: None,
            channel: None,
            quote: None,
            text: "Così no.".into(),
        };
        let review = Review::of([note(NoteKind::Change), note(NoteKind::Remark)]);
        let open = Open::of(found, &review);
        assert_eq!(open.count(), 3, "the claim once, the picture, the change that is wanted");
        assert_eq!(open.points.len(), 1, "a remark is nothing that anybody has to do");
        assert_eq!(open.others.len(), 2);
        assert!(Open::of(Vec::new(), &Review::default()).is_empty());
    }
}
