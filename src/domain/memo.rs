//! The last answer to a question that is asked again and again.
//!
//! Owns nothing but the remembering: whoever holds it forgets when what the answer was
//! made of changes.

use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Remembers one answer. A copy begins without any, so that it cannot be told something
/// about another's contents.
pub struct Memo<Q, A>(Mutex<Option<(Q, A)>>);

impl<Q: PartialEq, A: Clone> Memo<Q, A> {
    /// The answer as it is known, else as `find` finds it.
    pub fn get(&self, question: Q, find: impl FnOnce(&Q) -> A) -> A {
        self.after(question, |question, _| find(question))
    }

    /// As [`Memo::get`], where an answer is made more easily from the last question and its.
    pub fn after(&self, question: Q, find: impl FnOnce(&Q, Option<(&Q, &A)>) -> A) -> A {
        let mut held = self.held();
        if let Some((_, answer)) = held.as_ref().filter(|(asked, _)| *asked == question) {
            return answer.clone();
        }
        // Taken out, so that nothing is held while it is found: that may ask the same memo.
        let last = held.take();
        drop(held);
        let answer = find(&question, last.as_ref().map(|(asked, answer)| (asked, answer)));
        *self.held() = Some((question, answer.clone()));
        answer
    }

    fn held(&self) -> MutexGuard<'_, Option<(Q, A)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn forget(&mut self) {
        *self.0.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl<Q, A> Default for Memo<Q, A> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<Q, A> Clone for Memo<Q, A> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// What is remembered is no part of what anything is.
impl<Q, A> PartialEq for Memo<Q, A> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<Q, A> fmt::Debug for Memo<Q, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memo")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_once_until_it_is_forgotten_or_another_is_asked_for() {
        let mut memo = Memo::default();
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
    fn finding_one_answer_may_ask_for_another() {
        let (send, answered) = std::sync::mpsc::channel();
        // Somewhere else, so that a lock that is held fails the test and does not stop it.
        std::thread::spawn(move || {
            let memo = Memo::default();
            let answer = memo.get("this week", |_| memo.get("last week", |_| 1) + 1);
            send.send(answer).expect("somebody waits");
        });
        assert_eq!(answered.recv_timeout(std::time::Duration::from_secs(5)), Ok(2));
    }
}
