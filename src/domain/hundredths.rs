//! Parts of a whole in hundredths that add up to a hundred.

/// Every part in hundredths of their sum, by the largest remainder; of a part that is there
/// at least 1. All 0 where the sum is 0.
pub fn hundredths(parts: &[usize]) -> Vec<usize> {
    let total: usize = parts.iter().sum();
    if total == 0 {
        return vec![0; parts.len()];
    }
    let mut shares: Vec<usize> =
        parts.iter().map(|part| (part * 100 / total).max(usize::from(*part > 0))).collect();
    let given: usize = shares.iter().sum();
    let mut by_rest: Vec<usize> = (0..parts.len()).filter(|&at| parts[at] > 0).collect();
    by_rest.sort_by_key(|&at| std::cmp::Reverse((parts[at] * 100 % total, parts[at])));
    for &at in by_rest.iter().cycle().take(100_usize.saturating_sub(given)) {
        shares[at] += 1;
    }
    // What small parts were given beyond their share comes from the largest.
    for _ in 100..given {
        if let Some(largest) = shares.iter_mut().max() {
            *largest -= 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn parts_add_up_to_a_hundred_and_none_that_is_there_is_nothing() {
        for (parts, expected) in [
            (vec![1, 1, 1], vec![34, 33, 33]),
            (vec![2, 1, 0], vec![67, 33, 0]),
            (vec![997, 1, 1, 1], vec![97, 1, 1, 1]),
            (vec![125, 125, 250, 500], vec![13, 12, 25, 50]),
            (vec![7], vec![100]),
            (vec![0, 0], vec![0, 0]),
        ] {
            assert_eq!(hundredths(&parts), expected, "{parts:?}");
        }
    }
}
