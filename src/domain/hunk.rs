//! What a person can take or leave of a suggestion: a sentence, a clause of one that was
//! split, the line of hashtags behind the text, the headline, the first comment. Nothing
//! here decides.

use super::{Decision, Extras, Part, Verdict};
use crate::text::{clauses, message_at, sentences, standing, tag_line, unnumbered};
use std::collections::BTreeSet;
use std::ops::Range;

/// A place in a suggestion's text, which never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    /// From 0; the line of hashtags is the sentence behind the last one, headline and first
    /// comment are the two behind that, whether or not those before them are there.
    pub sentence: usize,
    /// From 0, where the sentence is split.
    pub clause: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hunk {
    pub spot: Spot,
    /// Bytes of the suggestion's text; nothing at its end for the line of hashtags.
    pub range: Range<usize>,
    /// As the machine wrote them, without the space around.
    pub words: String,
    /// As they go into a text of their own: a clause opens and closes like its sentence.
    pub taken: String,
    /// It stood on a line of its own in the suggestion.
    pub new_line: bool,
    /// An empty line stood before it.
    pub paragraph: bool,
    /// The message of a thread it belongs to, from 0.
    pub message: usize,
    pub hashtags: bool,
    /// Where it belongs.
    pub part: Part,
    pub verdict: Option<Verdict>,
}

/// The hunks of a suggestion in the order they are read: the headline above the text, the
/// first comment below it. A sentence is split where the person asked for it,
/// and where a decision about one of its clauses is known.
pub fn hunks(
    text: &str,
    hashtags: &[String],
    extras: &Extras,
    decisions: &[Decision],
    split: &BTreeSet<usize>,
) -> Vec<Hunk> {
    // The number of a message is taken with none of its words.
    let text = &*unnumbered(text);
    let ranges = sentences(text);
    let mut hunks = Vec::with_capacity(ranges.len() + 1);
    let extra = |part: Part, behind: usize| {
        let words = extras.of(part)?.shown().trim().to_owned();
        let spot = Spot { sentence: ranges.len() + behind, clause: None };
        (!words.is_empty()).then(|| Hunk {
            spot,
            range: text.len()..text.len(),
            taken: words.clone(),
            words,
            new_line: true,
            paragraph: true,
            message: 0,
            hashtags: false,
            part,
            verdict: verdict(decisions, spot),
        })
    };
    hunks.extend(extra(Part::Headline, 1));
    for (sentence, range) in ranges.iter().enumerate() {
        let words = &text[range.clone()];
        let parts = clauses(words);
        let known = || decisions.iter().any(|d| d.sentence == Some(sentence) && d.clause.is_some());
        let is_split = parts.len() > 1 && (split.contains(&sentence) || known());
        let parts = if is_split { parts } else { std::iter::once(0..words.len()).collect() };
        for (i, part) in parts.into_iter().enumerate() {
            let spot = Spot { sentence, clause: is_split.then_some(i) };
            let own = words[part.clone()].trim();
            let before = words[part.clone()].len() - words[part.clone()].trim_start().len();
            let start = range.start + part.start + before;
            hunks.push(Hunk {
                spot,
                range: start..start + own.len(),
                words: own.to_owned(),
                taken: standing(words, part),
                new_line: i == 0 && text[..range.start].ends_with('\n'),
                paragraph: i == 0 && text[..range.start].ends_with("\n\n"),
                message: message_at(text, range.start),
                hashtags: false,
                part: Part::Text,
                verdict: verdict(decisions, spot),
            });
        }
    }
    if !hashtags.is_empty() {
        let (spot, words) = (Spot { sentence: ranges.len(), clause: None }, tag_line(hashtags));
        hunks.push(Hunk {
            spot,
            range: text.len()..text.len(),
            taken: words.clone(),
            words,
            new_line: true,
            paragraph: true,
            message: message_at(text, text.len()),
            hashtags: true,
            part: Part::Text,
            verdict: verdict(decisions, spot),
        });
    }
    hunks.extend(extra(Part::FirstComment, 2));
    hunks
}

/// The clauses `run` of a sentence as one part that stands alone; `None` where the text
/// has no such clauses.
pub fn clause_run(text: &str, sentence: usize, run: Range<usize>) -> Option<String> {
    let text = &*unnumbered(text);
    let words = &text[sentences(text).get(sentence)?.clone()];
    let parts = clauses(words);
    let run = parts.get(run)?;
    let (first, last) = (run.first()?, run.last()?);
    Some(standing(words, first.start..last.end))
}

/// What was decided last about a clause, else about its sentence, else about the whole.
fn verdict(decisions: &[Decision], spot: Spot) -> Option<Verdict> {
    decision_on(decisions, spot).map(|decision| decision.verdict)
}

/// The decision that counts for a spot.
pub fn decision_on(decisions: &[Decision], spot: Spot) -> Option<&Decision> {
    let last = |sentence: Option<usize>, clause: Option<usize>| {
        decisions.iter().rev().find(move |d| d.sentence == sentence && d.clause == clause)
    };
    last(Some(spot.sentence), spot.clause)
        .or_else(|| last(Some(spot.sentence), None))
        .or_else(|| last(None, None))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    const TEXT: &str = "La lana torna. Ha perso il treno, ma è arrivata.\n\nVieni?";

    fn decision(sentence: Option<usize>, clause: Option<usize>, verdict: Verdict) -> Decision {
        let (hash, by, at) = (String::new(), "Ada".to_owned(), DateTime::UNIX_EPOCH);
        Decision { sentence, clause, hash, verdict, reason: None, words: None, by, at }
    }

    fn shown(decisions: &[Decision], split: &[usize]) -> Vec<String> {
        let split = split.iter().copied().collect();
        let tags = ["lana".to_owned()];
        let line = |hunk: Hunk| {
            let mark = hunk.verdict.map_or(' ', |verdict| match verdict {
                Verdict::Accepted => '+',
                Verdict::Rewritten => '/',
                Verdict::Rejected => 'x',
            });
            let Spot { sentence, clause } = hunk.spot;
            let clause = clause.map_or_else(String::new, |clause| format!(".{clause}"));
            format!("{sentence}{clause}{mark} {}", hunk.words)
        };
        hunks(TEXT, &tags, &Extras::default(), decisions, &split).into_iter().map(line).collect()
    }

    #[test]
    fn a_sentence_is_whole_until_it_is_split_or_a_clause_of_it_was_decided() {
        assert_eq!(
            shown(&[], &[]),
            ["0  La lana torna.", "1  Ha perso il treno, ma è arrivata.", "2  Vieni?", "3  #lana"]
        );
        let split = ["0  La lana torna.", "1.0  Ha perso il treno,", "1.1  ma è arrivata."];
        assert_eq!(shown(&[], &[1])[..3], split);
        assert_eq!(shown(&[], &[0])[0], "0  La lana torna.", "it has one clause");
        let half = decision(Some(1), Some(1), Verdict::Rejected);
        assert_eq!(shown(&[half], &[])[2], "1.1x ma è arrivata.");
    }

    #[test]
    fn every_hunk_knows_where_its_words_stand() {
        let split = std::iter::once(1).collect();
        let found = hunks(TEXT, &[], &Extras::default(), &[], &split);
        assert_eq!(found.len(), 4);
        for hunk in found {
            assert_eq!(TEXT[hunk.range.clone()], hunk.words);
        }
    }

    #[test]
    fn the_nearest_decision_counts() {
        let all = [
            decision(None, None, Verdict::Accepted),
            decision(Some(1), None, Verdict::Rejected),
            decision(Some(1), Some(0), Verdict::Rewritten),
        ];
        assert_eq!(
            shown(&all, &[]),
            [
                "0+ La lana torna.",
                "1.0/ Ha perso il treno,",
                "1.1x ma è arrivata.",
                "2+ Vieni?",
                "3+ #lana"
            ]
        );
    }

    #[test]
    fn clauses_that_follow_each_other_are_taken_as_they_stood() {
        let run = |run| clause_run(TEXT, 1, run);
        assert_eq!(run(0..1).as_deref(), Some("Ha perso il treno."));
        assert_eq!(run(0..2).as_deref(), Some("Ha perso il treno, ma è arrivata."));
        assert_eq!((run(0..3), run(1..1), clause_run(TEXT, 9, 0..1)), (None, None, None));
    }

    #[test]
    fn the_number_of_a_message_is_taken_with_none_of_its_words() {
        let text = "Uno. 1/2\u{c}2/2 Due. Tre.";
        let hunks = hunks(text, &[], &Extras::default(), &[], &BTreeSet::new());
        let said: Vec<_> = hunks.iter().map(|h| (h.taken.as_str(), h.message)).collect();
        assert_eq!(said, [("Uno.", 0), ("Due.", 1), ("Tre.", 1)]);
        assert_eq!(&text[hunks[1].range.clone()], "Due.");
    }
}
