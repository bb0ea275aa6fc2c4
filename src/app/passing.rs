//! How long something is said: until the person does the next thing, and where that hides what
//! holds on and on, no longer than the minute after. Needs no clock of its own: it goes by the
//! minutes that change anyway.

use super::App;
use crate::vocab::Event;

impl App {
    /// A minute has changed: what has been said for at least a whole one gives way.
    pub(super) fn give_way(&mut self, event: &Event) {
        if !matches!(event, Event::Ticked(_)) {
            return;
        }
        let passing = self.notice.as_ref().filter(|said| said.passes() && self.hides());
        let said = passing.map(|said| (self.turn, said.clone()));
        if said.is_some() && said == self.stood {
            self.notice = None;
        }
        self.stood = said;
    }

    /// What is said stands where something else should.
    fn hides(&self) -> bool {
        let freezes = &self.world.workspace.freezes;
        let damaged = self.world.shelf.ledger_fault().is_some();
        damaged || freezes.unread() || !freezes.all.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{App, tests};
    use crate::domain::{Failure, Freeze, Frozen, Label};
    use crate::vocab::{Event, Notice};
    use chrono::TimeDelta;

    fn frozen() -> App {
        let (mut app, _) = tests::app();
        let (what, since) = (Frozen::All, app.world.now.utc);
        let freeze = Freeze { what, since, by: "Ada".into(), why: None };
        app.world.workspace.freezes.all.push(freeze);
        app
    }

    fn minute(app: &mut App) {
        app.give_way(&Event::Ticked(app.world.now.utc + TimeDelta::minutes(1)));
    }

    #[test]
    fn an_answer_to_a_key_gives_way_after_a_minute_to_a_freeze_it_hides() {
        let mut app = frozen();
        app.notice = Some(Notice::Done(Label::Move));
        minute(&mut app);
        assert!(app.notice.is_some(), "it may have been said a second ago");
        minute(&mut app);
        assert_eq!(app.notice, None);
    }

    #[test]
    fn what_is_said_anew_begins_anew() {
        let mut app = frozen();
        app.notice = Some(Notice::Done(Label::Move));
        minute(&mut app);
        app.turn += 1;
        minute(&mut app);
        assert!(app.notice.is_some());
    }

    #[test]
    fn a_failure_stays_and_so_does_everything_where_nothing_is_hidden() {
        let mut app = frozen();
        app.notice = Some(Notice::Failed(Failure::NoLedger));
        minute(&mut app);
        minute(&mut app);
        assert!(app.notice.is_some());
        let (mut app, _) = tests::app();
        app.notice = Some(Notice::Done(Label::Move));
        minute(&mut app);
        minute(&mut app);
        assert!(app.notice.is_some());
    }
}
