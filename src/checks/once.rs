//! One line for one span: words that are a claim and smell besides are told of once, where
//! one line can say all there is to do.

use crate::domain::{ClaimKind, Finding, FindingKind};

/// Takes away a smell over the words of a boast that weighs as much: somebody has to answer
/// for the claim. A graver smell stays beside it, since an answer takes nothing of the smell
/// away, and another word is not the only way to deal with the claim. Order is kept.
pub fn once(findings: &mut Vec<Finding>) {
    let told = findings.clone();
    findings.retain(|finding| {
        let said_by = |other: &Finding| {
            is_boast(other) && over(finding, other) && other.severity <= finding.severity
        };
        !(matches!(finding.kind, FindingKind::Smell { .. }) && told.iter().any(said_by))
    });
}

/// Both at once; figures and names are never a matter of style.
fn is_boast(finding: &Finding) -> bool {
    let kind = |kind| matches!(kind, ClaimKind::Superlative | ClaimKind::Comparison);
    matches!(finding.kind, FindingKind::Claim { kind: of, .. } if kind(of))
}

fn over(one: &Finding, other: &Finding) -> bool {
    let (Some(a), Some(b)) = (&one.span, &other.span) else { return false };
    let same_text = one.channel == other.channel && one.part() == other.part();
    // What is said of a whole text is said of none of its words.
    let short = |span: &std::ops::Range<usize>| span.len() <= MOST;
    same_text && short(a) && short(b) && a.start < b.end && b.start < a.end
}

/// Bytes of a phrase; what is longer is a passage.
const MOST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Part, Severity, SmellMarker, Standing};

    fn claim(kind: ClaimKind) -> Finding {
        let kind = FindingKind::Claim {
            kind,
            quote: "unico".into(),
            standing: Standing::Unknown,
            part: Part::Text,
            medium: None,
            reopened: None,
        };
        Finding { span: Some(11..16), ..Finding::of_file(kind, Severity::Informs) }
    }

    fn smell(severity: Severity, span: std::ops::Range<usize>) -> Finding {
        let kind = FindingKind::Smell {
            marker: SmellMarker::SlopWord,
            quote: "viaggio unico".into(),
            instead: None,
            company: severity == Severity::Warns,
            part: Part::Text,
            medium: None,
        };
        Finding { span: Some(span), ..Finding::of_file(kind, severity) }
    }

    fn left(mut findings: Vec<Finding>) -> Vec<&'static str> {
        once(&mut findings);
        let is_claim = |finding: &Finding| matches!(finding.kind, FindingKind::Claim { .. });
        findings.iter().map(|one| if is_claim(one) { "claim" } else { "smell" }).collect()
    }

    #[test]
    fn a_boast_that_smells_is_told_of_once_unless_the_smell_is_graver() {
        let hint = || smell(Severity::Informs, 3..16);
        assert_eq!(left(vec![hint(), claim(ClaimKind::Superlative)]), ["claim"]);
        let warns = smell(Severity::Warns, 3..16);
        assert_eq!(left(vec![claim(ClaimKind::Superlative), warns]), ["claim", "smell"]);
        assert_eq!(left(vec![hint(), claim(ClaimKind::Name)]), ["smell", "claim"]);
        let elsewhere = smell(Severity::Informs, 20..30);
        assert_eq!(left(vec![claim(ClaimKind::Superlative), elsewhere]), ["claim", "smell"]);
        let whole = smell(Severity::Warns, 0..200);
        assert_eq!(left(vec![whole, claim(ClaimKind::Superlative)]), ["smell", "claim"]);
    }
}
