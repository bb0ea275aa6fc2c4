//! What is said before anything is asked: that nothing can be written down, that it is
//! approved already, what belongs to which row.

use super::*;
use crate::domain::{Gap, LedgerFault};
use crate::features::approve::offers;

fn damage(bottega: &mut Bottega) -> LedgerFault {
    let fault = LedgerFault { path: "/home/ada/ledger/acts.jsonl".into(), gap: Gap::Line(3) };
    bottega.shelf.set_ledger_fault(Some(fault.clone()));
    fault
}

#[test]
fn where_the_ledger_is_damaged_a_yes_is_refused_before_anything_is_typed() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = read(&mut bottega, noticed(&[(claim("89 €"), Severity::Informs)]));
    assert!(offers(&state, &Action::SayYes, 0, &bottega.ctx()));
    let refused = Notice::Failed(Failure::LedgerTouched(damage(&mut bottega)));
    let step = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(step, Outcome::effect(Effect::Say(refused)));
    assert!(state.confirm.is_none());
    assert!(!offers(&state, &Action::SayYes, 0, &bottega.ctx()));
}

#[test]
fn where_the_ledger_is_damaged_taking_back_is_refused_without_a_question() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = read(&mut bottega, given(Bottega::launch()));
    let refused = Notice::Failed(Failure::LedgerTouched(damage(&mut bottega)));
    let step = update(&mut state, &Action::Revoke, &bottega.ctx());
    assert_eq!(step, Outcome::effect(Effect::Say(refused)));
    assert!(!offers(&state, &Action::Revoke, 0, &bottega.ctx()));
}

#[test]
fn a_damaged_ledger_stands_on_top_with_its_line_and_the_way_out() {
    let damaged = |bottega: &mut Bottega| {
        damage(bottega);
        open(bottega)
    };
    for (width, height) in [(80, 30), (46, 40)] {
        let picture = drawn(damaged, width, height);
        let place = |text: &str| picture.find(text).unwrap_or_else(|| panic!("{text}\n{picture}"));
        assert!(place("acts.jsonl") < place("La lana torna a casa"), "{picture}");
        assert!(place("doctor") < place("La lana torna a casa"), "{picture}");
    }
}
