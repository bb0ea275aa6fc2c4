//! One switch that ends a job from another thread.
//!
//! It only calls what the job has hung on it; how a stream or a process is ended is
//! the job's own business.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

type Hook = Box<dyn Fn() + Send>;

/// Cheap to clone; every clone is the same switch. Once triggered it stays so.
#[derive(Clone, Default)]
pub struct Stop {
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    triggered: AtomicBool,
    hooks: Mutex<Vec<Hook>>,
}

impl Stop {
    pub fn new() -> Self {
        Self::default()
    }

    /// Ends the job. Calls what hangs on the switch, on the caller's thread.
    pub fn trigger(&self) {
        let mut hooks = self.inner.hooks.lock().unwrap_or_else(PoisonError::into_inner);
        self.inner.triggered.store(true, Ordering::SeqCst);
        for hook in hooks.drain(..) {
            hook();
        }
    }

    pub fn is_triggered(&self) -> bool {
        self.inner.triggered.load(Ordering::SeqCst)
    }

    /// Calls `hook` when the switch is triggered: at once if it already is. Hooks must
    /// be quick and must not touch the switch.
    pub(super) fn on_trigger(&self, hook: impl Fn() + Send + 'static) {
        let mut hooks = self.inner.hooks.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_triggered() {
            hook();
        } else {
            hooks.push(Box::new(hook));
        }
    }
}

impl std::fmt::Debug for Stop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stop").field("triggered", &self.is_triggered()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    #[test]
    fn a_hook_is_called_once_whether_it_comes_before_or_after_the_trigger() {
        let calls = Arc::new(AtomicUsize::new(0));
        let stop = Stop::new();
        let count = |calls: &Arc<AtomicUsize>| {
            let calls = Arc::clone(calls);
            move || {
                calls.fetch_add(1, Ordering::SeqCst);
            }
        };
        stop.on_trigger(count(&calls));
        stop.clone().trigger();
        stop.trigger();
        assert_eq!(calls.load(Ordering::SeqCst), 1);
        stop.on_trigger(count(&calls));
        assert_eq!(calls.load(Ordering::SeqCst), 2);
        assert!(stop.is_triggered());
    }
}
