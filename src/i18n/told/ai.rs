//! Why a source of suggestions gave none: who could not be reached, which key could not be
//! read, which answer could not be used.

use super::{Told, told};
use crate::domain::{Distrust, KeyFault, Unreachable, Unusable};
use crate::i18n::Words;

impl Words {
    pub(super) fn unreachable(&self, host: &str, why: &Unreachable) -> String {
        match why {
            Unreachable::Refused => self.failure_ai_refused(host),
            Unreachable::NoSuchHost => self.failure_ai_no_host(host),
            Unreachable::Tls(why) => match why {
                Distrust::Unsigned => self.failure_ai_tls_unsigned(host),
                Distrust::Expired => self.failure_ai_tls_expired(host),
                Distrust::OtherHost => self.failure_ai_tls_other(host),
                Distrust::Other => self.failure_ai_tls(host),
            },
            Unreachable::Timeout => self.failure_ai_no_answer(host),
            Unreachable::Other(reason) => self.failure_ai_unreachable(host, self.because(reason)),
        }
    }

    /// What a refusal means for the person: a wrong address, a request that can be put
    /// right, an account, or a fault that is the server's own.
    pub(super) fn server(&self, status: u16, message: &str) -> Told {
        let (code, bare) = (status.to_string(), message.is_empty());
        match status {
            404 if bare => told(self.failure_ai_address_bare(), self.next_ai_address()),
            404 => told(self.failure_ai_address(message), self.next_ai_address()),
            400..500 => {
                let said = if bare {
                    self.failure_ai_request_bare(code)
                } else {
                    self.failure_ai_request(code, message)
                };
                let is_account = matches!(status, 402 | 429);
                let next = if is_account { self.next_ai_account() } else { self.next_ai_request() };
                told(said, next)
            }
            _ if bare => told(self.failure_ai_fault_bare(code), self.next_ai_server()),
            _ => told(self.failure_ai_fault(code, message), self.next_ai_server()),
        }
    }

    pub(super) fn key_file(&self, path: &str, why: &KeyFault) -> Told {
        match why {
            KeyFault::OpenToOthers => {
                told(self.failure_ai_key_open(path), self.next_ai_key_mode(path))
            }
            KeyFault::InFolder => told(self.failure_ai_key_inside(path), self.next_ai_key_move()),
            KeyFault::Empty => told(self.failure_ai_key_empty(path), self.next_ai_key()),
            KeyFault::Unreadable(reason) => {
                told(self.failure_file(path, self.because(reason)), self.next_permissions())
            }
        }
    }

    pub(super) fn unusable(&self, why: &Unusable) -> String {
        match why {
            Unusable::Empty => self.failure_ai_empty(),
            Unusable::NotAnAnswer => self.failure_ai_not_an_answer(),
            Unusable::WrongShape => self.failure_ai_shape(),
            Unusable::NoRoom => self.failure_ai_no_room(),
            Unusable::NeedsAi => self.failure_ai_needed(),
            Unusable::NothingToChange => self.failure_ai_no_text(),
            Unusable::NothingToCut => self.failure_ai_no_cut(),
            Unusable::Said(message) => self.failure_ai_said(message.as_str()),
        }
    }
}
