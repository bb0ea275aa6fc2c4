//! Questions of other rooms, and their answers, in words.

use super::Words;
use crate::vocab::{Asks, Says};

impl Words {
    pub fn asks(&self, asks: &Asks) -> String {
        match asks {
            Asks::TimeTwice(wall) => self.ask_time_twice(self.moment(*wall)),
            Asks::TimeSkipped(wall) => self.ask_time_skipped(self.moment(*wall)),
            Asks::AlreadyPublished => self.ask_already_published(),
            Asks::LeaveUnkept => self.ask_leave_unkept(),
            Asks::QuitUnkept => self.ask_quit_unkept(),
            Asks::TakeBack => self.approve_take_back(),
        }
    }

    pub fn says(&self, says: &Says) -> String {
        match says {
            Says::At(at) => format!("{} ({})", self.moment(at.naive_local()), at.offset()),
            Says::GoAhead => self.ask_go_ahead(),
            Says::LeaveIt => self.ask_leave_it(),
        }
    }
}
