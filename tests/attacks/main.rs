//! Attacks on the gate. Ada has honestly approved two posts on this machine; then somebody
//! writes whatever they please. A table says what each attacker does and what the gate has
//! to say; nothing counts as approved but the very bytes that were.

#![allow(clippy::disallowed_methods, reason = "an attacker writes files and runs programs")]
#![allow(clippy::print_stdout, reason = "the table of verdicts is printed")]

mod blocks;
mod brand;
mod content;
mod field;
mod hands;
mod histories;
mod ledgers;
mod walk;
#[path = "../support/yes.rs"]
mod yes;

use field::{Field, LANA_ID};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// One attack: what it is called, what has to be said of the post it is about, and what
/// the attacker does.
pub struct Attack {
    name: &'static str,
    wanted: &'static str,
    /// The post it is about.
    post: &'static str,
    act: fn(&mut Field),
}

/// On the wool.
pub const fn attack(name: &'static str, wanted: &'static str, act: fn(&mut Field)) -> Attack {
    Attack { name, wanted, post: LANA_ID, act }
}

/// On another post.
pub const fn on(
    post: &'static str,
    name: &'static str,
    wanted: &'static str,
    act: fn(&mut Field),
) -> Attack {
    Attack { name, wanted, post, act }
}

fn all() -> Vec<(&'static str, Vec<Attack>)> {
    vec![
        ("the block", blocks::attacks()),
        ("the content", content::attacks()),
        ("the brand and the files", brand::attacks()),
        ("the ledger", ledgers::attacks()),
        ("histories", histories::attacks()),
        ("keys and commands", hands::attacks()),
    ]
}

#[test]
fn none_of_a_hundred_attacks_gets_other_bytes_approved() {
    let all = all();
    let flat: Vec<&Attack> = all.iter().flat_map(|(_, attacks)| attacks).collect();
    let (next, told) = (AtomicUsize::new(0), Mutex::new(vec![String::new(); flat.len()]));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(attack) = flat.get(at) else { return };
                    let verdict = std::panic::catch_unwind(|| {
                        let mut field = Field::new();
                        (attack.act)(&mut field);
                        let verdict = field.verdict(attack.post);
                        // The program as a whole is slower to ask.
                        if at % 8 == 0 {
                            let verified = hands::is_verified(&field, attack.post);
                            assert_eq!(verified, verdict == "approved", "palinsesto verify");
                        }
                        verdict
                    });
                    let verdict = verdict.unwrap_or_else(|_| "panicked".to_owned());
                    told.lock().expect("nobody panics with it")[at] = verdict;
                }
            });
        }
    });
    let told = told.into_inner().expect("nobody panics with it");
    let mut wrong = Vec::new();
    for (attack, verdict) in flat.iter().zip(&told) {
        println!("{verdict:<10} {}", attack.name);
        if *verdict != attack.wanted {
            wrong.push(format!("{}: {verdict}, not {}", attack.name, attack.wanted));
        }
    }
    println!("{} attacks", flat.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let names: std::collections::BTreeSet<&str> = flat.iter().map(|attack| attack.name).collect();
    assert_eq!(names.len(), flat.len(), "two attacks have one name");
    assert!(flat.len() >= 100, "only {} attacks", flat.len());
}
