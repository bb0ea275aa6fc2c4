//! The plan as a whole in words: posts beside each other, what a week lacks, holidays.

use super::{Told, told};
use crate::domain::{Holiday, Neighbour, PlanNotice};
use crate::i18n::Words;
use crate::vocab::{Action, Scope};
use chrono::NaiveDate;

impl Words {
    /// `Natale`; of a day kept in place of another one, that too.
    pub fn holiday(&self, holiday: Holiday) -> String {
        let name = self.pick(holiday.name).to_owned();
        if holiday.instead { self.plan_holiday_instead(name) } else { name }
    }

    /// What a week lacks; `channel` says what a channel is called there.
    pub fn plan_notice(&self, notice: &PlanNotice, channel: impl Fn(&str) -> String) -> Told {
        match notice {
            PlanNotice::Silence { channel: key, at, days } => told(
                self.plan_silence(self.day_month(at.date()), channel(key), *days as u64),
                self.plan_silence_next(),
            ),
            PlanNotice::Unfilled { channel: key, slots } => {
                let days: Vec<_> = slots.iter().map(|at| self.day_month(at.date())).collect();
                told(self.plan_unfilled(channel(key), days.join(", ")), self.plan_unfilled_next())
            }
            PlanNotice::Share { pillar, wanted, here, posts, weeks } => told(
                self.plan_share(pillar.as_str(), *here as u64, *wanted as u64),
                self.plan_share_next(*posts as u64, *weeks as u64),
            ),
            PlanNotice::NoHolidays { country, known } => told(
                self.plan_no_holidays(country.as_str()),
                self.plan_no_holidays_next(known.join(", ")),
            ),
        }
    }

    pub(super) fn same_hour(&self, channels: &[String], other: &Neighbour) -> Told {
        told(
            self.plan_same_hour(channels.join(", "), self.neighbour(other, other.timed)),
            self.step(
                self.plan_same_hour_next(self.key(Scope::Week, &Action::Move)),
                self.plan_same_hour_next_cli(),
            ),
        )
    }

    pub(super) fn nearly_same(&self, other: &Neighbour, percent: usize) -> Told {
        let other = self.neighbour(other, false);
        let said = match percent {
            100.. => self.plan_same_text(other),
            _ => self.plan_nearly_same(other, percent as u64),
        };
        told(said, self.plan_nearly_same_next())
    }

    pub(super) fn same_hashtags(&self, channel: &str, other: &Neighbour, count: usize) -> Told {
        let other = self.neighbour(other, false);
        let said = self.plan_same_hashtags(count as u64, other, channel);
        told(said, self.plan_same_hashtags_next())
    }

    pub(super) fn promotions(&self, channel: &str, count: usize, others: &[Neighbour]) -> Told {
        let mut others: Vec<_> = others.iter().map(|one| self.neighbour(one, false)).collect();
        let last = others.pop().unwrap_or_default();
        let others = match others.pop() {
            Some(first) => self.plan_two_neighbours(first, last),
            None => last,
        };
        told(self.plan_promotions(count as u64, channel, others), self.plan_promotions_next())
    }

    pub(super) fn on_holiday(&self, holiday: Holiday, date: NaiveDate) -> Told {
        told(
            self.plan_on_holiday(self.day_month(date), self.holiday(holiday)),
            self.step(
                self.plan_on_holiday_next(self.key(Scope::Week, &Action::Move)),
                self.plan_on_holiday_next_cli(),
            ),
        )
    }

    /// `«Gomitoli» (lun 23 nov)`.
    fn neighbour(&self, other: &Neighbour, timed: bool) -> String {
        let title = match other.title.trim() {
            "" => self.calendar_untitled(),
            title => title.to_owned(),
        };
        let day = self.day_month(other.at.date());
        self.plan_neighbour(title, if timed { self.moment(other.at) } else { day })
    }
}
