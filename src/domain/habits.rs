//! What a brand's published posts have in common, counted in one language.
//!
//! Owns the counts and what they make together; they follow a post that changes, and stay
//! small however many posts there are. Under [`Habits::NEEDED`] there is no evidence.

use super::heard::{address, closing_question, counted, first_word, opening};
use super::{Address, Habit, Opening};
use crate::text::unnumbered;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// Different first words that are counted; beyond them those seen once give way.
const MOST_WORDS: usize = 512;

/// One figure over all posts.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Measure {
    pub mean: f64,
    /// What nine in ten stay under.
    pub high: f64,
    pub most: f64,
}

/// How a brand writes in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Habits {
    /// How many posts were counted.
    pub posts: usize,
    /// How often each figure was met.
    figures: BTreeMap<Habit, BTreeMap<usize, usize>>,
    /// Posts that end with a question.
    pub questions: usize,
    /// Posts by whom they speak to; most speak to nobody.
    pub addresses: BTreeMap<Address, usize>,
    /// Posts by what they open with.
    pub openings: BTreeMap<Opening, usize>,
    first_words: BTreeMap<String, usize>,
}

impl Habits {
    /// So many published posts make a habit.
    pub const NEEDED: usize = 8;

    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut habits = Self::default();
        texts.into_iter().for_each(|text| habits.add(text));
        habits
    }

    /// There are enough of them to say anything.
    pub fn is_evidence(&self) -> bool {
        self.posts >= Self::NEEDED
    }

    pub fn add(&mut self, text: &str) {
        self.count(text, |count| *count += 1);
        if self.first_words.len() > 2 * MOST_WORDS {
            self.first_words.retain(|_, count| *count > 1);
            while self.first_words.len() > 2 * MOST_WORDS {
                self.first_words.pop_last();
            }
        }
    }

    /// Takes out a text that was counted.
    pub fn take(&mut self, text: &str) {
        self.count(text, |count| *count = count.saturating_sub(1));
        self.addresses.retain(|_, count| *count > 0);
        self.openings.retain(|_, count| *count > 0);
        self.first_words.retain(|_, count| *count > 0);
        for figures in self.figures.values_mut() {
            figures.retain(|_, count| *count > 0);
        }
    }

    fn count(&mut self, text: &str, step: impl Fn(&mut usize)) {
        let text = &*unnumbered(text);
        step(&mut self.posts);
        for (habit, (figure, _)) in counted(text) {
            step(self.figures.entry(habit).or_default().entry(figure).or_default());
        }
        if closing_question(text).is_some() {
            step(&mut self.questions);
        }
        if let Some((opening, _)) = opening(text) {
            step(self.openings.entry(opening).or_default());
        }
        let words = Words::of(text);
        if let Some((address, _)) = address(&words) {
            step(self.addresses.entry(address).or_default());
        }
        if let Some((word, _)) = first_word(&words) {
            step(self.first_words.entry(word.to_owned()).or_default());
        }
    }

    pub fn measure(&self, habit: Habit) -> Option<Measure> {
        let figures = self.figures.get(&habit)?;
        let times: usize = figures.values().sum();
        let (most, _) = figures.last_key_value()?;
        let sum: usize = figures.iter().map(|(figure, times)| figure * times).sum();
        // The figure of the one that stands at nine tenths of them, in order.
        let mut left = (times - 1) * 9 / 10;
        let high = figures.iter().find(|(_, times)| {
            let here = left < **times;
            left = left.saturating_sub(**times);
            here
        });
        Some(Measure {
            mean: sum as f64 / times as f64,
            high: high.map_or(*most, |(figure, _)| *figure) as f64,
            most: *most as f64,
        })
    }

    /// Whom the brand speaks to, where it nearly always speaks to the same.
    pub fn address(&self) -> Option<Address> {
        const ENOUGH: usize = 5;
        let all: usize = self.addresses.values().sum();
        let (address, count) = self.addresses.iter().max_by_key(|(_, count)| **count)?;
        (*count >= ENOUGH && count * 10 >= all * 9).then_some(*address)
    }

    /// First words with how many posts begin so; those of two or more, the five most common.
    pub fn first_words(&self) -> Vec<(&str, usize)> {
        const TOLD: usize = 5;
        let often = self.first_words.iter().filter(|(_, count)| **count > 1);
        let mut often: Vec<_> = often.map(|(word, count)| (word.as_str(), *count)).collect();
        often.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
        often.truncate(TOLD);
        often
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 3] = [
        "Oggi al telaio contiamo i fili. Vi aspettiamo!",
        "🧶 Gomitoli nuovi in vetrina. Quale scegliete?\n\n#lana",
        "Ieri la bottega era chiusa per la neve.",
    ];

    #[test]
    fn a_text_taken_out_leaves_no_trace() {
        let two = Habits::of(TEXTS[..2].iter().copied());
        let mut three = Habits::of(TEXTS);
        assert_ne!(three, two);
        three.take(TEXTS[2]);
        assert_eq!(three, two);
    }

    #[test]
    fn figures_are_those_of_the_sorted_row() {
        let texts: Vec<String> = (1..=10).map(|n| "!".repeat(n)).collect();
        let habits = Habits::of(texts.iter().map(String::as_str));
        let measure = habits.measure(Habit::Exclamations).expect("counted");
        assert_eq!((measure.mean, measure.high, measure.most), (5.5, 9.0, 10.0));
    }
}
