//! Questions of other rooms, and their answers, in words.

use super::Words;
use crate::domain::Frozen;
use crate::text::reveal_line;
use crate::vocab::{Asks, Says};

impl Words {
    pub fn asks(&self, asks: &Asks) -> String {
        match asks {
            Asks::TimeTwice(wall) => self.ask_time_twice(self.moment(*wall)),
            Asks::TimeSkipped(wall) => self.ask_time_skipped(self.moment(*wall)),
            Asks::AlreadyPublished => self.ask_already_published(),
            Asks::LeaveUnkept => self.ask_leave_unkept(),
            Asks::QuitUnkept => self.ask_quit_unkept(),
            Asks::WhatToFreeze => self.freeze_what(),
            Asks::Freeze { what, posts } => self.freeze_really(self.frozen(what), *posts as u64),
            Asks::Thaw { what, by, since, held } => {
                let (what, by) = (self.frozen(what), self.person(by));
                let said = self.freeze_since(what, by, self.moment(*since));
                let held: Vec<String> =
                    held.iter().map(|title| reveal_line(title).into_owned()).collect();
                if held.is_empty() {
                    format!("{said}. {}", self.freeze_held_nothing())
                } else {
                    format!("{said}. {}", self.freeze_held(held.len() as u64, held.join("; ")))
                }
            }
            Asks::TakeBack => self.approve_take_back(),
        }
    }

    /// What is held back, by its name.
    pub fn frozen(&self, what: &Frozen) -> String {
        match what {
            Frozen::All => self.freeze_all(),
            Frozen::Channel(key) => self.freeze_channel(reveal_line(key)),
            Frozen::Campaign(name) => self.freeze_campaign(reveal_line(name)),
        }
    }

    pub fn says(&self, says: &Says) -> String {
        match says {
            Says::At(at) => format!("{} ({})", self.moment(at.naive_local()), at.offset()),
            Says::Freeze(what) => self.freeze_this(self.frozen(what)),
            Says::Thaw(what) => self.freeze_thaw_this(self.frozen(what)),
            Says::GoAhead => self.ask_go_ahead(),
            Says::LeaveIt => self.ask_leave_it(),
        }
    }
}
