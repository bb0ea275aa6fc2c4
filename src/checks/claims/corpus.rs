//! Posts of ten trades with their claims marked, `tests/corpus/claims`: how many are found,
//! how many that are none, how many verdicts are right.
//!
//! Printed: found of the marked, right verdicts of the found, extra ones of the said.
//! The corpus is ours and was read while the rules were written: it guards against steps
//! back, it does not prove how well strangers' texts are read.

use super::{ClaimContext, Grounds, claims};
use crate::domain::{Claim, ClaimKind, Fact, Workspace};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

const ITALIAN: &str = include_str!("../../../tests/corpus/claims/it.txt");
const ENGLISH: &str = include_str!("../../../tests/corpus/claims/en.txt");
const ITALIAN_MORE: &str = include_str!("../../../tests/corpus/claims/it_more.txt");
const ENGLISH_MORE: &str = include_str!("../../../tests/corpus/claims/en_more.txt");

const ITALIAN_THIRD: &str = include_str!("../../../tests/corpus/claims/it_third.txt");
const ENGLISH_THIRD: &str = include_str!("../../../tests/corpus/claims/en_third.txt");

const ITALIAN_FOURTH: &str = include_str!("../../../tests/corpus/claims/it_fourth.txt");
const ENGLISH_FOURTH: &str = include_str!("../../../tests/corpus/claims/en_fourth.txt");

const ITALIAN_WHOLE: &str = include_str!("../../../tests/corpus/claims/it_whole.txt");
const ENGLISH_WHOLE: &str = include_str!("../../../tests/corpus/claims/en_whole.txt");

struct Marked {
    kind: ClaimKind,
    verdict: &'static str,
    span: Range<usize>,
}

#[derive(Default)]
struct Score {
    marked: usize,
    found: usize,
    judged: usize,
    said: usize,
    wrong: usize,
}

/// `{price +|89 €}` becomes `89 €` and a mark.
fn unmarked(line: &str) -> (String, Vec<Marked>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (mark, behind) = after.split_once('}').expect("a closed mark");
        let (head, quote) = mark.split_once('|').expect("a quote");
        let (kind, verdict) = head.split_once(' ').expect("a verdict");
        let verdict = match verdict {
            "+" => "supported",
            "!" => "contradicted",
            "?" => "unknown",
            "x" => "expired",
            other => panic!("{other}: {line}"),
        };
        let start = text.len();
        text.push_str(quote);
        let kind = ClaimKind::from_code(kind).expect("a kind");
        marks.push(Marked { kind, verdict, span: start..text.len() });
        rest = behind;
    }
    text.push_str(rest);
    (text, marks)
}

fn fact(line: &str) -> Fact {
    let (head, text) = line.split_once(": ").expect("a text");
    let (id, expires) = head.split_once(' ').unwrap_or((head, ""));
    Fact {
        id: id.into(),
        text: text.into(),
        source: None,
        expires: (!expires.is_empty()).then(|| expires.parse().expect("a day")),
    }
}

fn overlaps(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

fn run(corpus: &str, lang: &str) -> (BTreeMap<ClaimKind, Score>, usize, String) {
    let mut scores: BTreeMap<ClaimKind, Score> = BTreeMap::new();
    let (mut texts, mut notes) = (0, String::new());
    for trade in corpus.split("\n## ").skip(1) {
        let facts = trade.lines().filter_map(|line| line.strip_prefix("fact ")).map(fact).collect();
        let workspace = Workspace { facts, ..super::tests::workspace(&[]) };
        let grounds = Grounds::new(&workspace);
        // A post has as many paragraphs as it likes, up to the next one.
        for post in trade.split("\n- ").skip(1) {
            let (text, marks) = unmarked(post.trim_end());
            texts += 1;
            let today = super::tests::today();
            let context = ClaimContext {
                grounds: &grounds,
                brief: None,
                post: None,
                lang: Some(lang),
                today,
            };
            let found = claims(&text, &context);
            let mut used = vec![false; found.len()];
            for mark in &marks {
                let score = scores.entry(mark.kind).or_default();
                score.marked += 1;
                let hit = |(i, claim): &(usize, &Claim)| {
                    claim.kind.is(mark.kind) && !used[*i] && overlaps(&claim.span, &mark.span)
                };
                let Some((i, claim)) = found.iter().enumerate().find(hit) else {
                    let quote = &text[mark.span.clone()];
                    writeln!(notes, "MISSED {} {quote} | {text}", mark.kind.code())
                        .expect("a String");
                    continue;
                };
                used[i] = true;
                score.found += 1;
                let code = claim.standing.code();
                if code == mark.verdict {
                    score.judged += 1;
                } else {
                    let quote = &text[mark.span.clone()];
                    writeln!(notes, "{code} NOT {} {quote} | {text}", mark.verdict)
                        .expect("a String");
                }
            }
            for (claim, used) in found.iter().zip(used) {
                let score = scores.entry(filed(claim.kind)).or_default();
                score.said += 1;
                if !used {
                    score.wrong += 1;
                    let quote = &text[claim.span.clone()];
                    writeln!(notes, "EXTRA {} {quote} | {text}", claim.kind.code())
                        .expect("a String");
                }
            }
        }
    }
    (scores, texts, notes)
}

/// As the marks of the corpora call it.
fn filed(kind: ClaimKind) -> ClaimKind {
    ClaimKind::from_code(kind.code()).unwrap_or(kind)
}

/// Marked, found, rightly judged, said, said wrongly: of all kinds together, printed by kind.
#[expect(clippy::print_stdout, reason = "the counts are what the test is for")]
fn totals(corpora: [(&str, &str); 2]) -> (Vec<Score>, usize) {
    let (mut texts, mut totals) = (0, Vec::new());
    for (corpus, lang) in corpora {
        let (scores, read, notes) = run(corpus, lang);
        texts += read;
        println!("{lang}: {read} texts\n{notes}");
        let mut all = Score::default();
        for (kind, score) in &scores {
            let Score { marked, found, judged, said, wrong } = score;
            println!("{lang} {:<12} {found}/{marked} {judged}/{found} {wrong}/{said}", kind.code());
            all.marked += marked;
            all.found += found;
            all.judged += judged;
            all.said += said;
            all.wrong += wrong;
        }
        let Score { marked, found, judged, said, wrong } = all;
        println!("{lang} {:<12} {found}/{marked} {judged}/{found} {wrong}/{said}", "all");
        totals.push(all);
    }
    (totals, texts)
}

/// In each language: the claims found and the verdicts right, at least, and what is said and
/// is no claim, at most, in percent. How many texts there were.
fn read_at_least(
    corpora: [(&str, &str); 2],
    [least_found, least_judged, most_wrong]: [usize; 3],
) -> usize {
    let (totals, texts) = totals(corpora);
    for Score { marked, found, judged, said, wrong } in totals {
        assert!(found * 100 >= marked * least_found, "{found} of {marked} claims found");
        assert!(judged * 100 >= found * least_judged, "{judged} of {found} verdicts right");
        assert!(wrong * 100 <= said * most_wrong, "{wrong} of {said} claims are none");
    }
    texts
}

#[test]
fn ten_trades_are_read_in_both_languages() {
    let texts = read_at_least([(ITALIAN, "it"), (ENGLISH, "en")], [97, 97, 4]);
    assert!(texts >= 120, "{texts}");
}

/// Marked before the rules were looked at; a few marks were added where the rules were right.
#[test]
fn ten_trades_nobody_had_in_mind_are_read_nearly_as_well() {
    let corpora = [(ITALIAN_MORE, "it"), (ENGLISH_MORE, "en")];
    let texts = read_at_least(corpora, [97, 93, 4]);
    assert!(texts >= 70, "{texts}");
    nothing_wrong_is_supported(corpora);
}

/// Marked before anybody looked at what the rules do with it. At first sight 143 of 148 and
/// 131 of 145 claims were found, 117 and 113 of them rightly judged, 3 and 2 were none; then
/// the general causes were mended, and seven marks that were wrong themselves.
#[test]
fn ten_trades_marked_unseen_are_read_nearly_as_well_too() {
    let corpora = [(ITALIAN_THIRD, "it"), (ENGLISH_THIRD, "en")];
    let texts = read_at_least(corpora, [95, 91, 2]);
    assert!(texts >= 140, "{texts}");
    nothing_wrong_is_supported(corpora);
}

/// Everyday posts, full of figures that nobody could dispute: those are no claims at all.
/// At first sight 86 of 90 claims were found, 74 of them rightly judged, and 16 more that
/// are none; then the causes were mended, and two marks of names that were forgotten.
#[test]
fn everyday_posts_have_few_notes() {
    let corpora = [(ITALIAN_FOURTH, "it"), (ENGLISH_FOURTH, "en")];
    let texts = read_at_least(corpora, [97, 95, 2]);
    assert_eq!(texts, 60);
    nothing_wrong_is_supported(corpora);
}

/// Posts of several paragraphs, marked before the check was run on them. At first sight 90 of
/// 96 and 87 of 98 claims were found, 85 and 79 of them rightly judged, 16 and 20 were none;
/// then the causes were mended, and six marks in each language that were forgotten.
#[test]
fn whole_posts_are_read_beyond_their_first_paragraph() {
    let corpora = [(ITALIAN_WHOLE, "it"), (ENGLISH_WHOLE, "en")];
    let texts = read_at_least(corpora, [97, 90, 6]);
    assert_eq!(texts, 40);
    nothing_wrong_is_supported(corpora);
}

/// What is not sure is unknown.
fn nothing_wrong_is_supported(corpora: [(&str, &str); 2]) {
    for (corpus, lang) in corpora {
        let (_, _, notes) = run(corpus, lang);
        assert!(!notes.contains("supported NOT"), "{notes}");
        assert!(!notes.contains("contradicted NOT"), "{notes}");
    }
}
