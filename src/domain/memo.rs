//! The last answers to questions that are asked again and again.
//!
//! Owns nothing but the remembering: whoever holds it forgets when what the answer was
//! made of changes.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Remembers the answers to the last `N` questions. A copy begins without any, so that it
/// cannot be told something about another's contents.
pub struct Memo<Q, A, const N: usize = 1>(Mutex<Vec<(Q, A)>>);

impl<Q: PartialEq, A: Clone, const N: usize> Memo<Q, A, N> {
    /// The answer as it is known, else as `find` finds it.
    pub fn get(&self, question: Q, find: impl FnOnce(&Q) -> A) -> A {
        if let Some(answer) = self.known(&question) {
            return answer;
        }
        // Nothing is held while it is found: that may ask the same memo.
        let answer = find(&question);
        self.remember(question, answer)
    }

    /// What was answered last is asked first.
    fn known(&self, question: &Q) -> Option<A> {
        let mut held = self.held();
        let at = held.iter().position(|(asked, _)| asked == question)?;
        held[..=at].rotate_right(1);
        Some(held[0].1.clone())
    }

    /// Takes over an answer that was found elsewhere.
    pub fn learn(&mut self, question: Q, answer: A) {
        self.remember(question, answer);
    }

    fn remember(&self, question: Q, answer: A) -> A {
        let mut held = self.held();
        held.truncate(N.saturating_sub(1));
        held.insert(0, (question, answer.clone()));
        answer
    }

    fn held(&self) -> MutexGuard<'_, Vec<(Q, A)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn forget(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl<Q: PartialEq, A: Clone> Memo<Q, A> {
    /// As [`Memo::get`], where an answer is made more easily from the last question and its.
    pub fn after(&self, question: Q, find: impl FnOnce(&Q, Option<(&Q, &A)>) -> A) -> A {
        if let Some(answer) = self.known(&question) {
            return answer;
        }
        let last = self.held().pop();
        let answer = find(&question, last.as_ref().map(|(asked, answer)| (asked, answer)));
        self.remember(question, answer)
    }
}

impl<Q, A, const N: usize> Default for Memo<Q, A, N> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<Q, A, const N: usize> Clone for Memo<Q, A, N> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What is remembered is no part of what anything is.
impl<Q, A, const N: usize> PartialEq for Memo<Q, A, N> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<Q, A, const N: usize> fmt::Debug for Memo<Q, A, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_once_until_it_is_forgotten_or_another_is_asked_for() {
        let mut memo: Memo<_, _> = Memo::default();
        assert_eq!(memo.get("week 48", |_| 1), 1);
        assert_eq!(memo.get("week 48", |_| 2), 1);
        assert_eq!(memo.clone().get("week 48", |_| 3), 3);
        assert_eq!(memo.get("week 49", |_| 4), 4);
        assert_eq!(memo.get("week 48", |_| 5), 5);
        memo.forget();
        assert_eq!(memo.get("week 48", |_| 6), 6);
        let joined = |asked: &&str, last: Option<(&&str, &i32)>| {
            assert_eq!((*asked, last), ("week 49", Some((&"week 48", &6))));
            7
        };
        assert_eq!((memo.after("week 49", joined), memo.after("week 49", joined)), (7, 7));
    }

    #[test]
    fn a_few_answers_are_kept_and_the_one_not_asked_for_longest_goes() {
        let memo = Memo::<_, _, 2>::default();
        let ask = |week, answer| memo.get(week, |_| answer);
        assert_eq!((ask(48, 1), ask(49, 2), ask(48, 3)), (1, 2, 1));
        assert_eq!((ask(50, 4), ask(48, 5), ask(49, 6)), (4, 1, 6));
    }

    #[test]
    fn finding_one_answer_may_ask_for_another() {
        let (send, answered) = std::sync::mpsc::channel();
        // Somewhere else, so that a lock that is held fails the test and does not stop it.
        std::thread::spawn(move || {
            let memo: Memo<_, _> = Memo::default();
            let answer = memo.get("this week", |_| memo.get("last week", |_| 1) + 1);
            send.send(answer).expect("somebody waits");
        });
        assert_eq!(answered.recv_timeout(std::time::Duration::from_secs(5)), Ok(2));
    }
}
