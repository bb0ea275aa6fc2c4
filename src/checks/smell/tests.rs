//! The corpora of `tests/corpus/smell`: invented posts as people write them, of many
//! trades, and posts as models write them.

use super::*;
use crate::domain::SmellTuning;
use TextLanguage::{English, Italian};

const HUMAN: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/human/it.txt")),
    (English, include_str!("../../../tests/corpus/smell/human/en.txt")),
];
const MACHINE: [(TextLanguage, &str); 2] = [
    (Italian, include_str!("../../../tests/corpus/smell/machine/it.txt")),
    (English, include_str!("../../../tests/corpus/smell/machine/en.txt")),
];

fn posts(corpus: &'static str) -> Vec<&'static str> {
    corpus.trim_end().split("\n%\n").collect()
}

fn smelt(text: &str, language: TextLanguage) -> Smell {
    smell(text, language, &SmellTuning::default())
}

/// How many smell, how many give a hint; prints those where `told` wants it.
fn tally(
    corpus: (TextLanguage, &'static str),
    told: impl Fn(&Smell) -> bool,
) -> (usize, usize, usize) {
    let (language, texts) = corpus;
    let posts = posts(texts);
    let (mut smelling, mut hints) = (0, 0);
    for post in &posts {
        let smell = smelt(post, language);
        smelling += usize::from(smell.smells);
        hints += usize::from(!smell.smells && !smell.whiffs.is_empty());
        if told(&smell) {
            let why: Vec<String> = smell
                .whiffs
                .iter()
                .map(|w| format!("{}:{} «{}»", w.marker.code(), w.strength, w.quote))
                .collect();
            println!("{} | {}\n    {}", language.tag(), post.replace('\n', " / "), why.join(", "));
        }
    }
    println!("{}: {smelling} smell, {hints} hint, of {}", language.tag(), posts.len());
    (smelling, hints, posts.len())
}

#[test]
fn fewer_than_two_of_a_hundred_human_posts_smell() {
    for corpus in HUMAN {
        let (smelling, _, all) = tally(corpus, |smell| !smell.whiffs.is_empty());
        assert!(all >= 150, "{all}");
        assert!(smelling * 100 < all * 2, "{smelling} of {all}");
    }
}

#[test]
fn most_posts_of_models_smell() {
    for corpus in MACHINE {
        let (smelling, _, all) = tally(corpus, |smell| !smell.smells);
        assert!(all >= 60, "{all}");
        assert!(smelling * 100 >= all * 90, "{smelling} of {all}");
    }
}
