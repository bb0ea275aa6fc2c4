//! Why an approval does not hold, in words, and what to do about it.

use super::{Told, told};
use crate::domain::{
    Ai, Gap, LedgerFault, MediumSource, NotAnAct, Trust, Uncovered, Unheld, Voided,
};
use crate::i18n::Words;
use crate::text::reveal_line;
use crate::vocab::{Action, Scope};

impl Words {
    pub fn voided(&self, why: &Voided, by: &str) -> Told {
        let again = || {
            let key = self.key(Scope::Week, &Action::Approve);
            self.step(self.gate_next_approve(key), self.gate_next_approve_cli())
        };
        let by = self.person(by);
        let by = Some(by.as_str()).filter(|by| !by.is_empty());
        let void = || by.map_or_else(|| self.gate_void_nobody(), |by| self.gate_void(by));
        match why {
            Voided::Changed => {
                let told_by = by.map(|by| self.gate_changed(by));
                told(told_by.unwrap_or_else(|| self.gate_changed_nobody()), again())
            }
            Voided::Elsewhere => {
                let told_by = by.map(|by| self.gate_elsewhere(by));
                told(told_by.unwrap_or_else(|| self.gate_elsewhere_nobody()), again())
            }
            Voided::Revoked { by, at } => {
                let day = self.day_month(at.date_naive());
                told(self.gate_revoked(self.person(by), day), again())
            }
            Voided::Malformed => told(self.gate_malformed(void()), again()),
            Voided::Uncovered(why) => {
                told(self.gate_uncovered(void(), self.uncovered_all(why)), again())
            }
            Voided::BadSignature(why) => {
                let said = match why {
                    Unheld::Malformed => self.gate_no_signature(void()),
                    Unheld::Stranger => self.gate_not_a_signer(void()),
                    Unheld::Expired => self.gate_key_expired(void()),
                    Unheld::Other => self.gate_bad_signature(void()),
                };
                told(said, again())
            }
            Voided::TooWeak { wanted: Trust::Touched } => {
                told(self.gate_too_weak_touched(void()), again())
            }
            Voided::TooWeak { .. } => told(self.gate_too_weak_signed(void()), again()),
            Voided::Unjudged(why) => {
                let subject = by.map(|by| self.gate_unjudged(by));
                self.unjudged(why, &subject.unwrap_or_else(|| self.gate_unjudged_nobody()))
            }
            Voided::Ledger(fault) => {
                told(self.gate_ledger(void(), self.ledger_fault(fault)), self.gate_next_ledger())
            }
            Voided::SetAside { at } => {
                told(self.gate_set_aside(void(), self.day_month(at.date_naive())), again())
            }
        }
    }

    /// What of the ledger is not as it was written, in the middle of a sentence.
    pub fn ledger_fault(&self, fault: &LedgerFault) -> String {
        let path = fault.path.as_str();
        match fault.gap {
            Gap::Line(line) => self.gate_ledger_line(line as u64, path),
            Gap::End { after } => self.gate_ledger_end(after as u64, path),
            Gap::Key => self.gate_ledger_key(path),
        }
    }

    /// What a value that an approval covers is called.
    pub fn covered_name(&self, name: &str) -> String {
        match name {
            "text" => self.covered_text(),
            "instant" => self.covered_instant(),
            "zone" => self.covered_zone(),
            "channel" => self.covered_channel(),
            "network" => self.covered_network(),
            "account" => self.covered_account(),
            "visibility" => self.covered_visibility(),
            "language" => self.covered_language(),
            "headline" => self.covered_headline(),
            "first-comment" => self.covered_first_comment(),
            "link" => self.covered_link(),
            "ai" => self.covered_ai(),
            "sha256" => self.covered_picture(),
            "alt" => self.covered_alt(),
            "source" => self.covered_source(),
            "realistic" => self.covered_realistic(),
            other => other.to_owned(),
        }
    }

    /// A value that an approval covers, as people say it where the file has a code for it.
    pub fn covered_value(&self, name: &str, value: &str) -> String {
        let said = match (name, value) {
            ("realistic", "yes") => Some(self.disclosure_realistic()),
            ("realistic", "no") => Some(self.disclosure_not_realistic()),
            ("source", code) => MediumSource::from_code(code).map(|it| self.medium_source(it)),
            ("ai", code) => Ai::from_code(code).map(|ai| self.ai(ai)),
            ("language", "it" | "en") => Some(self.language_name(value)),
            _ => None,
        };
        said.unwrap_or_else(|| value.to_owned())
    }

    /// Why a key was no act of approving.
    pub fn not_an_act(&self, why: NotAnAct) -> String {
        match why {
            NotAnAct::NotAPress => self.gate_not_a_press(),
            NotAnAct::TooSoon => self.gate_too_soon(),
            NotAnAct::NotToTheEnd => self.gate_not_to_the_end(),
            NotAnAct::NotConfirmed => self.gate_not_confirmed(),
            NotAnAct::Blocked => self.gate_blocked(),
            NotAnAct::Nobody => self.gate_nobody(),
            NotAnAct::Pretended => self.gate_pretended(),
        }
    }

    /// Why nobody can say yes to a post as it stands.
    pub fn uncovered(&self, why: &Uncovered) -> String {
        match why {
            Uncovered::NoChannel => self.gate_no_channel(),
            Uncovered::UnknownChannel(channel) => self.gate_unknown_channel(reveal_line(channel)),
            Uncovered::NoInstant(channel) => self.gate_no_instant(reveal_line(channel)),
            Uncovered::Nothing(channel) => self.gate_nothing(reveal_line(channel)),
            Uncovered::NoMedium(path) => self.gate_no_medium(reveal_line(path)),
        }
    }

    /// All of it; what is the same on several channels is said once.
    pub fn uncovered_all(&self, all: &[Uncovered]) -> String {
        let on = |of: fn(&Uncovered) -> Option<&String>| {
            let names: Vec<String> =
                all.iter().filter_map(of).map(|name| reveal_line(name).into_owned()).collect();
            Some(names.join(", ")).filter(|names| !names.is_empty())
        };
        let untimed = on(|why| match why {
            Uncovered::NoInstant(channel) => Some(channel),
            _ => None,
        });
        let empty = on(|why| match why {
            Uncovered::Nothing(channel) => Some(channel),
            _ => None,
        });
        let rest = all
            .iter()
            .filter(|why| !matches!(why, Uncovered::NoInstant(_) | Uncovered::Nothing(_)));
        let rest = rest.map(|why| self.uncovered(why));
        let untimed = untimed.map(|names| self.gate_no_instant(names));
        let empty = empty.map(|names| self.gate_nothing(names));
        rest.chain(untimed).chain(empty).collect::<Vec<_>>().join("; ")
    }
}
