//! Which sentence of one text answers to which of another that says the same differently.
//!
//! Owns the pairing of two lists of sentences in order: by the words they share, and by
//! their place where they share none. It knows nothing of who wrote them.

use super::diff::similarity;

/// What standing at the same place is worth, against sharing every word.
const PLACE: f32 = 0.2;

/// For each sentence of `a`, its counterpart in `b`, if any. Pairs never cross: what comes
/// later in one comes later in the other.
pub fn pair(a: &[&str], b: &[&str]) -> Vec<Option<usize>> {
    let width = b.len() + 1;
    let worth = |i: usize, j: usize| {
        let (x, y) = (i as f32 / a.len() as f32, j as f32 / b.len() as f32);
        similarity(a[i], b[j]) + PLACE * (1.0 - (x - y).abs())
    };
    let worths: Vec<f32> =
        (0..a.len() * b.len()).map(|at| worth(at / b.len(), at % b.len())).collect();
    // The best that can be had of the first `i` and the first `j`.
    let mut best = vec![0.0_f32; (a.len() + 1) * width];
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let together = best[(i - 1) * width + j - 1] + worths[(i - 1) * b.len() + j - 1];
            let apart = best[(i - 1) * width + j].max(best[i * width + j - 1]);
            best[i * width + j] = together.max(apart);
        }
    }
    let mut pairs = vec![None; a.len()];
    let (mut i, mut j) = (a.len(), b.len());
    while i > 0 && j > 0 {
        let here = best[i * width + j];
        if here <= best[(i - 1) * width + j] {
            i -= 1;
        } else if here <= best[i * width + j - 1] {
            j -= 1;
        } else {
            (i, j) = (i - 1, j - 1);
            pairs[i] = Some(j);
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sentences_answer_to_those_that_share_their_words() {
        let first = ["La lana torna a casa.", "Tre colori nuovi."];
        let second = ["Ciao!", "Finalmente la lana torna.", "Costa poco.", "Nuovi i colori: tre."];
        assert_eq!(pair(&first, &second), [Some(1), Some(3)]);
        assert_eq!(pair(&second, &first), [None, Some(0), None, Some(1)]);
    }

    #[test]
    fn where_no_word_is_shared_the_place_decides() {
        assert_eq!(pair(&["Uno.", "Due."], &["Rosso.", "Verde."]), [Some(0), Some(1)]);
        assert_eq!(pair(&["Uno.", "Due."], &["Rosso."]), [Some(0), None]);
        assert_eq!(pair(&[], &["Rosso."]), []);
    }

    proptest! {
        #[test]
        fn pairs_never_cross_and_a_text_pairs_with_itself(
            a in proptest::collection::vec("(lana|seta|casa|torna| ){0,6}", 0..6),
            b in proptest::collection::vec("(lana|seta|casa|torna| ){0,6}", 0..6),
        ) {
            let a: Vec<&str> = a.iter().map(String::as_str).collect();
            let b: Vec<&str> = b.iter().map(String::as_str).collect();
            let pairs = pair(&a, &b);
            prop_assert_eq!(pairs.len(), a.len());
            let found: Vec<usize> = pairs.into_iter().flatten().collect();
            prop_assert!(found.is_sorted_by(|x, y| x < y) && found.iter().all(|j| *j < b.len()));
            let same: Vec<Option<usize>> = (0..a.len()).map(Some).collect();
            prop_assert_eq!(pair(&a, &a), same);
        }
    }
}
