//! Who wrote each sentence of a post, as far as it can be told: computed from the text as
//! it stands and the suggestions its origin names, never stored.
//!
//! Where a suggestion is no longer in the folder, what would have come from it cannot be
//! told from a hand's own words, and is said to be unsure.

use super::{
    ChannelKey, Decision, Hunk, Id, Origin, Part, Post, Suggestion, Variant, Verdict, clause_run,
    decision_on,
};
use crate::text::{clauses, kept, sentences, similarity, unnumbered, word_count};
use chrono::{DateTime, Utc};
use std::ops::Range;

/// Less in common than this, and a sentence is another sentence rather than an edit.
const ALIKE: f32 = 0.5;
/// So much of the shorter of two sentences in the other, and one was made from the other:
/// a sentence cut in two, or two joined.
const WITHIN: f32 = 0.75;
/// Fewer words than these are found in anybody's sentences.
const TELLING: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hand {
    /// As the machine wrote it.
    Machine,
    /// A machine's, with words of a hand in it.
    Edited,
    Human,
    /// A hand's, or that of a suggestion that is gone.
    Unsure,
}

impl Hand {
    /// The word used in `--json`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Machine => "machine",
            Self::Edited => "edited",
            Self::Human => "human",
            Self::Unsure => "unsure",
        }
    }

    /// The mark beside a sentence, and its ASCII twin.
    pub fn glyph(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Machine, false) => "▪",
            (Self::Machine, true) => "=",
            (Self::Edited, false) => "✎",
            (Self::Edited, true) => "/",
            (Self::Human, false) => "·",
            (Self::Human, true) => ".",
            (Self::Unsure, _) => "?",
        }
    }
}

/// One sentence of a text, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// Bytes of the text, with the space behind.
    pub range: Range<usize>,
    pub hand: Hand,
    /// Bytes of the text that are still the machine's.
    pub kept: Vec<Range<usize>>,
    /// Where it came from; `None` for a human's sentence.
    pub came: Option<Came>,
}

/// The suggestion a sentence came from, and the decision that let it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// The folder under `drafts/`.
    pub post: Id,
    pub suggestion: Id,
    /// As the machine wrote them.
    pub words: String,
    pub verdict: Verdict,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// One of the texts of a post, or what goes out beside it, with who wrote each sentence.
#[derive(Debug, Clone)]
pub struct TracedText<'a> {
    pub part: Part,
    /// The channel that alone says it.
    pub channel: Option<&'a ChannelKey>,
    pub text: &'a str,
    pub traced: Vec<Traced>,
}

/// Words of a post, by who wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Of a machine, and still there.
    pub kept: usize,
    /// Of a hand, in a machine's sentence.
    pub rewritten: usize,
    /// Of a hand, in a sentence of its own.
    pub own: usize,
    pub unsure: usize,
}

impl Share {
    pub fn total(self) -> usize {
        self.kept + self.rewritten + self.own + self.unsure
    }

    /// Its four parts in hundredths, as they stand above: together a hundred.
    pub fn hundredths(self) -> [usize; 4] {
        let parts = super::hundredths(&[self.kept, self.rewritten, self.own, self.unsure]);
        parts.try_into().unwrap_or_default()
    }

    fn add(&mut self, text: &str, traced: &Traced) {
        let all = word_count(&text[traced.range.clone()]);
        let of_machine: usize =
            traced.kept.iter().map(|range| word_count(&text[range.clone()])).sum();
        match traced.hand {
            Hand::Machine => self.kept += all,
            Hand::Edited => {
                let of_machine = of_machine.min(all);
                self.kept += of_machine;
                self.rewritten += all - of_machine;
            }
            Hand::Human => self.own += all,
            Hand::Unsure => self.unsure += all,
        }
    }
}

impl Post {
    /// The words of all its texts by who wrote them; `None` where no machine had a part.
    pub fn share<'a>(&self, find: impl Fn(&Origin) -> Option<&'a Suggestion>) -> Option<Share> {
        if self.origin.is_empty() {
            return None;
        }
        let mut share = Share::default();
        for one in self.traced(find) {
            let text = &*unnumbered(one.text);
            one.traced.iter().for_each(|traced| share.add(text, traced));
        }
        Some(share)
    }

    /// Its texts, then the headlines and first comments that a machine had a part in, the
    /// common ones before those of channels.
    pub fn traced<'a>(
        &self,
        find: impl Fn(&Origin) -> Option<&'a Suggestion>,
    ) -> Vec<TracedText<'_>> {
        let trace = |part, channel, text| {
            let traced = trace(text, &self.origin, &find);
            TracedText { part, channel, text, traced }
        };
        let mut all: Vec<TracedText> =
            self.texts().map(|(channel, text)| trace(Part::Text, channel, text)).collect();
        if self.origin.is_empty() {
            return all;
        }
        type Own = fn(&Variant) -> Option<&String>;
        let beside: [(Part, Option<&String>, Own); 2] = [
            (Part::Headline, self.headline.as_ref(), |own| own.headline.as_ref()),
            (Part::FirstComment, self.first_comment.as_ref(), |own| own.first_comment.as_ref()),
        ];
        for (part, common, own) in beside {
            let of_channels = self.variants.iter();
            let of_channels =
                of_channels.filter_map(|(key, variant)| Some((Some(key), own(variant)?)));
            let said = common.map(|words| (None, words)).into_iter().chain(of_channels);
            let traced = said.map(|(channel, words)| trace(part, channel, words));
            all.extend(traced.filter(|one| one.traced.iter().any(|it| it.came.is_some())));
        }
        all
    }

    /// The common text, then those that channels have of their own.
    pub fn texts(&self) -> impl Iterator<Item = (Option<&ChannelKey>, &str)> {
        let own = self
            .variants
            .iter()
            .filter_map(|(key, own)| own.text.as_deref().map(|text| (Some(key), text)));
        std::iter::once((None, self.text.as_str())).chain(own)
    }
}

/// The sentences of a text in order, each exactly once. `find` looks a suggestion up.
pub fn trace<'a>(
    text: &str,
    origins: &[Origin],
    find: impl Fn(&Origin) -> Option<&'a Suggestion>,
) -> Vec<Traced> {
    let text = &*unnumbered(text);
    let mut sources = Vec::new();
    let mut gone = false;
    let mut seen: Vec<&Id> = Vec::new();
    for origin in origins {
        match find(origin) {
            Some(_) if seen.contains(&&origin.suggestion) => {}
            Some(suggestion) => sources.extend(of_suggestion(suggestion, origins)),
            None => gone = true,
        }
        seen.push(&origin.suggestion);
    }
    let ranges = sentences(text);
    let exact: Vec<Option<(usize, String)>> = ranges
        .iter()
        .map(|range| {
            sources
                .iter()
                .enumerate()
                .find_map(|(i, s)| s.exactly(text[range.clone()].trim()).map(|words| (i, words)))
        })
        .collect();
    // What is there as it was cannot be what another sentence was made from.
    let used = |at: usize| {
        exact.iter().flatten().any(|(i, words)| *i == at && *words == sources[at].words)
    };
    let free: Vec<&Source> =
        sources.iter().enumerate().filter(|(i, _)| !used(*i)).map(|(_, source)| source).collect();
    ranges
        .into_iter()
        .zip(&exact)
        .map(|(range, exact)| {
            if let Some((at, words)) = exact {
                let kept = vec![trimmed(text, &range)];
                let came = Some(sources[*at].came(words.clone()));
                return Traced { range, hand: Hand::Machine, kept, came };
            }
            if let Some((source, kept)) = edited(text, &range, &free) {
                let came = Some(source.came(source.words.clone()));
                return Traced { range, hand: Hand::Edited, kept, came };
            }
            let hand = if gone { Hand::Unsure } else { Hand::Human };
            Traced { range, hand, kept: Vec::new(), came: None }
        })
        .collect()
}

/// A sentence of a suggestion, as something a sentence of the post may have been.
struct Source<'a> {
    suggestion: &'a Suggestion,
    sentence: usize,
    words: String,
    /// Clauses of it that a hand wrote over: too short, at times, to be like the whole.
    rewritten: Vec<String>,
    clauses: usize,
    /// Somebody took it, or nobody knows what became of it.
    open_to_edits: bool,
    verdict: Verdict,
    by: &'a str,
    at: DateTime<Utc>,
}

fn of_suggestion<'a>(suggestion: &'a Suggestion, origins: &'a [Origin]) -> Vec<Source<'a>> {
    let silent = suggestion.decisions.is_empty();
    let own = |o: &&Origin| o.suggestion == suggestion.id;
    let entry = |verdict| {
        let decided = origins.iter().filter(own).find(|o| o.decision == verdict);
        decided.or_else(|| origins.iter().find(own))
    };
    // Hunks of one sentence follow each other: taken together they are the sentence.
    let (hunks, beside): (Vec<Hunk>, Vec<Hunk>) =
        suggestion.hunks().into_iter().partition(|hunk| hunk.part == Part::Text);
    let of_sentence = hunks.chunk_by(|a, b| a.spot.sentence == b.spot.sentence);
    of_sentence
        .filter_map(|hunks| {
            let (first, text) = (hunks.first()?, suggestion.text.shown());
            let sentence = first.spot.sentence;
            let words = match first.spot.clause {
                Some(_) => clause_run(text, sentence, 0..hunks.len())?,
                None => first.words.clone(),
            };
            let taken = |hunk: &Hunk| hunk.verdict.is_some_and(|v| v != Verdict::Rejected);
            let taken = hunks.iter().find(|hunk| taken(hunk));
            let decided = taken.and_then(|hunk| decision_on(&suggestion.decisions, hunk.spot));
            let verdict = taken.and_then(|hunk| hunk.verdict).unwrap_or(Verdict::Accepted);
            let rewritten = hunks
                .iter()
                .filter(|hunk| {
                    hunk.spot.clause.is_some() && hunk.verdict == Some(Verdict::Rewritten)
                })
                .map(|hunk| hunk.taken.clone())
                .collect();
            let origin = entry(verdict)?;
            Some(Source {
                suggestion,
                sentence,
                words,
                rewritten,
                clauses: clauses(&first.words).len().max(hunks.len()),
                open_to_edits: silent || taken.is_some(),
                verdict,
                by: decided.map_or(&origin.by, |decision| &decision.by),
                at: decided.map_or(origin.at, |decision| decision.at),
            })
        })
        .chain(beside.iter().flat_map(|hunk| {
            // What goes out beside the text is taken whole, and traced by its sentences.
            let decided = decision_on(&suggestion.decisions, hunk.spot);
            let verdict = hunk.verdict.unwrap_or(Verdict::Accepted);
            let taken = hunk.verdict.is_some_and(|verdict| verdict != Verdict::Rejected);
            entry(verdict).into_iter().flat_map(move |origin| {
                sentences(&hunk.words).into_iter().map(move |range| Source {
                    suggestion,
                    sentence: hunk.spot.sentence,
                    words: hunk.words[range].trim().to_owned(),
                    rewritten: Vec::new(),
                    clauses: 1,
                    open_to_edits: silent || taken,
                    verdict,
                    by: decided.map_or(&origin.by, |decision| &decision.by),
                    at: decided.map_or(origin.at, |decision| decision.at),
                })
            })
        }))
        .collect()
}

impl Source<'_> {
    /// The machine's words, where these are all of its sentence or clauses of it.
    fn exactly(&self, words: &str) -> Option<String> {
        if self.words == words {
            return Some(self.words.clone());
        }
        let decided = |clause: usize| {
            let of = |d: &&Decision| (d.sentence, d.clause) == (Some(self.sentence), Some(clause));
            self.suggestion.decisions.iter().any(|d| of(&d) && d.verdict == Verdict::Accepted)
        };
        let long_enough = word_count(words) >= TELLING;
        if self.clauses < 2 || words.len() > self.words.len() + 1 {
            return None;
        }
        let text = self.suggestion.text.shown();
        for from in 0..self.clauses {
            for to in from + 1..=self.clauses {
                let found = clause_run(text, self.sentence, from..to);
                let told = long_enough && self.open_to_edits || (from..to).all(decided);
                if told && found.as_deref() == Some(words) {
                    return found;
                }
            }
        }
        None
    }

    fn came(&self, words: String) -> Came {
        Came {
            post: self.suggestion.post.clone(),
            suggestion: self.suggestion.id.clone(),
            words,
            verdict: self.verdict,
            by: self.by.to_owned(),
            at: self.at,
        }
    }
}

/// The source a sentence is most like, and the bytes of the text that are a machine's.
fn edited<'a, 'b>(
    text: &str,
    range: &Range<usize>,
    sources: &[&'b Source<'a>],
) -> Option<(&'b Source<'a>, Vec<Range<usize>>)> {
    let words = &text[range.clone()];
    let mut found: Vec<(f32, &Source, Vec<Range<usize>>)> = Vec::new();
    let open = sources.iter().filter(|source| source.open_to_edits);
    let pieces = open.flat_map(|source| {
        std::iter::once(&source.words).chain(&source.rewritten).map(move |said| (*source, said))
    });
    for (source, said) in pieces {
        let same: Vec<Range<usize>> = kept(said, words)
            .iter()
            .map(|range| trimmed(words, range))
            .filter(|range| !range.is_empty())
            .collect();
        let common: usize = same.iter().map(|range| word_count(&words[range.clone()])).sum();
        let shorter = word_count(words).min(word_count(said));
        let within = shorter >= TELLING && common as f32 >= WITHIN * shorter as f32;
        let alike = similarity(said, words);
        if within || (alike >= ALIKE && common > 0) {
            found.push((alike, source, same));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = found.first()?.1;
    // Of other sources only what is more than a word that everybody uses.
    let joined = found.iter().enumerate().flat_map(|(i, (_, _, same))| {
        same.iter().filter(move |range| i == 0 || word_count(&words[(*range).clone()]) > 1)
    });
    let mut kept: Vec<Range<usize>> =
        joined.map(|same| range.start + same.start..range.start + same.end).collect();
    kept.sort_by_key(|range| (range.start, range.end));
    kept.dedup_by(|next, last| {
        let joins = next.start <= last.end;
        if joins {
            last.end = last.end.max(next.end);
        }
        joins
    });
    Some((best, kept))
}

fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests;
