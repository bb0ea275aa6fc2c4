//! Questions of other rooms, and their answers, in words.

use super::Words;
use super::said::capital;
use crate::domain::Frozen;
use crate::text::reveal_line;
use crate::vocab::{Asks, Says, Thaw};

impl Words {
    /// What stands above a question.
    pub fn asks_title(&self, asks: &Asks) -> String {
        match asks {
            Asks::WhatToFreeze { .. } | Asks::FreezeUnread(_) | Asks::Freeze { .. } => {
                self.freeze_title()
            }
            Asks::Thaw(_) => self.freeze_thaw_title(),
            _ => self.ask_question_title(),
        }
    }

    pub fn asks(&self, asks: &Asks) -> String {
        match asks {
            Asks::TimeTwice(wall) => self.ask_time_twice(self.moment(*wall)),
            Asks::TimeSkipped(wall) => self.ask_time_skipped(self.moment(*wall)),
            Asks::AlreadyPublished => self.ask_already_published(),
            Asks::LeaveUnkept => self.ask_leave_unkept(),
            Asks::QuitUnkept => self.ask_quit_unkept(),
            Asks::WhatToFreeze { frozen: false } => self.freeze_what(),
            Asks::WhatToFreeze { frozen: true } => self.freeze_or_thaw_what(),
            Asks::FreezeUnread(problem) => {
                let told = self.problem(&problem.kind);
                let place = format!("{}:{}:{}", problem.path, problem.line, problem.column);
                let said = format!("{place}: {}. {}.", told.sentence, self.freeze_until());
                reveal_line(&said).into_owned()
            }
            Asks::Freeze { what, posts } => self.freeze_really(self.frozen(what), *posts as u64),
            Asks::Thaw(thaw) => self.asks_thaw(thaw),
            Asks::TakeBack => self.approve_take_back(),
        }
    }

    fn asks_thaw(&self, Thaw { what, by, since, why, held }: &Thaw) -> String {
        let said = self.freeze_thaw_really(self.frozen(what), self.moment(*since));
        let said = match self.frozen_by(by, why.as_deref()) {
            by if by.is_empty() => said,
            by => format!("{said} ({by})"),
        };
        let held: Vec<_> = held.iter().map(|title| reveal_line(title).into_owned()).collect();
        let missed = if held.is_empty() {
            self.freeze_held_nothing()
        } else {
            self.freeze_held(held.len() as u64, held.join("; "))
        };
        format!("{said}. {missed}")
    }

    /// Who holds something back and why, as far as that is known.
    pub fn frozen_by(&self, by: &str, why: Option<&str>) -> String {
        let by = (!by.trim().is_empty()).then(|| self.person(by));
        let why = why.filter(|why| !why.trim().is_empty());
        let why = why.map(|why| reveal_line(why).into_owned());
        by.into_iter().chain(why).collect::<Vec<_>>().join(": ")
    }

    /// What is held back, by its name.
    pub fn frozen(&self, what: &Frozen) -> String {
        match what {
            Frozen::All => self.freeze_all(),
            Frozen::Channel(name) => reveal_line(name).into_owned(),
            Frozen::Campaign(name) => self.freeze_campaign(reveal_line(name)),
        }
    }

    /// That these things are held back, as short as can be.
    pub fn frozen_stands(&self, all: impl Iterator<Item = Frozen>) -> String {
        let one = |what: Frozen| match what {
            Frozen::All => self.freeze_stands_all(),
            Frozen::Channel(name) => self.freeze_stands_channel(reveal_line(&name)),
            Frozen::Campaign(name) => self.freeze_stands_campaign(reveal_line(&name)),
        };
        self.freeze_stands(all.map(one).collect::<Vec<_>>().join(", "))
    }

    /// What a post is held back with.
    pub fn frozen_with(&self, what: &Frozen) -> String {
        match what {
            Frozen::All => self.freeze_with_all(),
            Frozen::Channel(name) => self.freeze_with_channel(reveal_line(name)),
            Frozen::Campaign(name) => self.freeze_with_campaign(reveal_line(name)),
        }
    }

    /// The same by itself, with since when.
    pub fn frozen_line(&self, what: &Frozen, since: String) -> String {
        capital(&self.freeze_line(self.frozen_with(what), since))
    }

    pub fn says(&self, says: &Says) -> String {
        match says {
            Says::At(at) => format!("{} ({})", self.moment(at.naive_local()), at.offset()),
            Says::Freeze(what) => self.freeze_this(self.frozen(what)),
            Says::FreezeWhy(what) => self.freeze_this_why(self.frozen(what)),
            Says::Thaw(what) => self.freeze_thaw_this(self.frozen(what)),
            Says::MendFreezes => self.freeze_mend(),
            Says::GoAhead => self.ask_go_ahead(),
            Says::LeaveIt => self.ask_leave_it(),
        }
    }
}
