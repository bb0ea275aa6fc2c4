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
    assert!(offers(&state, &Action::SayYes, SIGHT, &bottega.ctx()));
    let refused = Notice::Failed(Failure::LedgerTouched(damage(&mut bottega)));
    let step = update(&mut state, &Action::SayYes, &bottega.ctx());
    assert_eq!(step, Outcome::effect(Effect::Say(refused)));
    assert!(state.confirm.is_none());
    assert!(!offers(&state, &Action::SayYes, SIGHT, &bottega.ctx()));
}

#[test]
fn where_the_ledger_is_damaged_taking_back_is_refused_without_a_question() {
    let mut bottega = Bottega::new(Language::Italian);
    let mut state = read(&mut bottega, given(Bottega::launch()));
    let refused = Notice::Failed(Failure::LedgerTouched(damage(&mut bottega)));
    let step = update(&mut state, &Action::Revoke, &bottega.ctx());
    assert_eq!(step, Outcome::effect(Effect::Say(refused)));
    assert!(!offers(&state, &Action::Revoke, SIGHT, &bottega.ctx()));
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

#[test]
fn of_what_is_approved_it_is_said_by_whom_and_since_when_and_nobody_is_asked_to() {
    let approved = |bottega: &mut Bottega| read(bottega, given(Bottega::launch()));
    for (width, height) in [(80, 24), (46, 20)] {
        let picture = drawn(approved, width, height);
        for wanted in ["Approvato · ", "Approved · ", "✓ Approvato da Ada Neri, mar 24 nov 18:30"]
        {
            assert!(picture.contains(wanted), "{wanted}\n{picture}");
        }
        assert_eq!(picture.matches("✓ Appro").count(), 2, "once a language\n{picture}");
        for other in ["Da approvare", "To approve", "Approvi come", "You approve as"] {
            assert!(!picture.contains(other), "{other}\n{picture}");
        }
    }
}

#[test]
fn where_something_is_settled_stands_with_its_own_rows() {
    let mixed = |bottega: &mut Bottega| {
        let alt = FindingKind::MissingAlt { path: "media/a.jpg".into() };
        let found = [(claim("89 €"), Severity::Informs), (alt, Severity::Warns)];
        let state = read(bottega, noticed(&found));
        bottega.shelf.replace_notes(id("k3f9q7ab"), vec![super::open::wish()], Vec::new());
        state
    };
    let picture = drawn(mixed, 80, 34);
    let place = |text: &str| picture.find(text).unwrap_or_else(|| panic!("{text}\n{picture}"));
    let order = ["◇ ", "R mostra", "media/a.jpg", "«89 €»: ", "M-t conferma"];
    let places = order.map(place);
    assert!(places.is_sorted(), "{order:?}: {places:?}\n{picture}");
}

#[test]
fn that_there_is_more_is_no_letter_where_only_ascii_may_stand() {
    let mut bottega = Bottega::new(Language::English);
    bottega.theme = crate::ui::Theme::new(crate::ui::Colors::None, false, true);
    let state = open(&mut bottega);
    let ctx = crate::features::Ctx { pane: Pane { width: 46, height: 10 }, ..bottega.ctx() };
    let cx = ViewCtx { ctx, words: &bottega.words, theme: &bottega.theme, hints: &[] };
    let view = super::super::view(&state, &cx);
    let picture = render_to_string(46, 10, |area, buf| view.draw(area, buf, &bottega.theme));
    assert!(picture.contains("more rows") && !picture.contains("v "), "{picture}");
    assert!(picture.lines().any(|line| line.ends_with(':')), "{picture}");
}
