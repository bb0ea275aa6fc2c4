//! One switch that ends a job from another thread.
//!
//! It only calls what the job has hung on it; how a stream or a process is ended is
//! the job's own business.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

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
        let mut hooks = self.hooks();
        self.inner.triggered.store(true, Ordering::SeqCst);
        let called = std::mem::take(&mut *hooks);
        // What they do is theirs: they find the switch free.
        drop(hooks);
        for hook in called {
            hook();
        }
    }

    pub fn is_triggered(&self) -> bool {
        self.inner.triggered.load(Ordering::SeqCst)
    }

    /// Calls `hook` when the switch is triggered: at once if it already is. Hooks must
    /// be quick.
    pub(super) fn on_trigger(&self, hook: impl Fn() + Send + 'static) {
        let mut hooks = self.hooks();
        if self.is_triggered() {
            drop(hooks);
            hook();
        } else {
            hooks.push(Box::new(hook));
        }
    }

    fn hooks(&self) -> MutexGuard<'_, Vec<Hook>> {
        self.inner.hooks.lock().unwrap_or_else(PoisonError::into_inner)
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

    #[test]
    fn a_hook_may_touch_the_switch_it_hangs_on() {
        let stop = Stop::new();
        let (own, (send, called)) = (stop.clone(), std::sync::mpsc::channel());
        stop.on_trigger(move || {
            let send = send.clone();
            own.trigger();
            own.on_trigger(move || send.send(()).expect("somebody waits"));
        });
        // Somewhere else, so that a lock that is held fails the test and does not stop it.
        std::thread::spawn(move || stop.trigger());
        called.recv_timeout(std::time::Duration::from_secs(5)).expect("called");
    }
}
