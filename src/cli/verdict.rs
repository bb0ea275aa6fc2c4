//! What became of a suggestion, in a few words: that it is a fragment, then whole verdicts,
//! then how many sentences. Decides nothing.

use crate::domain::{Decision, Suggestion, Verdict};
use crate::i18n::Words;
use std::collections::{BTreeMap, BTreeSet};

/// `rejected (salesy), 2 sentences accepted`; the last decision about the same words counts.
pub fn verdict(suggestion: &Suggestion, words: &Words) -> String {
    if suggestion.is_waiting() {
        return words.cli_verdict_waiting();
    }
    let decided: BTreeMap<(Option<usize>, Option<usize>), &Decision> =
        suggestion.decisions.iter().map(|d| ((d.sentence, d.clause), d)).collect();
    let whole = decided.get(&(None, None)).map(|decision| whole(decision, words));
    // A sentence of which one half was taken and one left counts for both.
    let count = |verdict: Verdict| {
        let of = decided.values().filter(|d| d.verdict == verdict);
        of.filter_map(|d| d.sentence).collect::<BTreeSet<usize>>().len()
    };
    let sentences =
        Verdict::ALL.into_iter().filter_map(|verdict| match (verdict, count(verdict)) {
            (_, 0) => None,
            (Verdict::Accepted, n) => Some(words.cli_sentences_accepted(n as u64)),
            (Verdict::Rewritten, n) => Some(words.cli_sentences_rewritten(n as u64)),
            (Verdict::Rejected, n) => Some(words.cli_sentences_rejected(n as u64)),
        });
    let fragment = suggestion.fragment.map(|why| words.fragment(why));
    fragment.into_iter().chain(whole).chain(sentences).collect::<Vec<_>>().join(", ")
}

fn whole(decision: &Decision, words: &Words) -> String {
    let verdict = match decision.verdict {
        Verdict::Accepted => words.cli_verdict_accepted(),
        Verdict::Rewritten => words.cli_verdict_rewritten(),
        Verdict::Rejected => words.cli_verdict_rejected(),
    };
    match decision.reason {
        Some(reason) => {
            words.cli_verdict_because(verdict, words.because_of(reason, decision.words.as_deref()))
        }
        None => verdict,
    }
}
