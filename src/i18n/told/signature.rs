//! What stands between an approval and its signature, in words.

use super::{Told, told};
use crate::domain::{Unjudged, Unsigned};
use crate::i18n::Words;

impl Words {
    /// Why nothing can be said of a signature; `subject` says whose approval it is.
    pub fn unjudged(&self, why: &Unjudged, subject: &str) -> Told {
        match why {
            Unjudged::NotYet => told(self.gate_not_yet(subject), self.next_later()),
            Unjudged::NoProgram => told(self.gate_no_keygen(subject), self.gate_next_keygen()),
            Unjudged::Silent { seconds } => {
                told(self.gate_keygen_silent(subject, *seconds), self.next_later())
            }
            Unjudged::NoSigners { path } => {
                told(self.gate_no_signers(subject, path.as_str()), self.gate_next_signers())
            }
            Unjudged::SignersInside { path } => told(
                self.gate_signers_inside(subject, path.as_str()),
                self.gate_next_signers_inside(),
            ),
            Unjudged::Settings { place } => {
                let place = place.as_deref();
                let said = place.map(|place| self.gate_settings(subject, place));
                told(said.unwrap_or_else(|| self.gate_settings_unread(subject)), self.next_config())
            }
            Unjudged::NoList => told(self.gate_no_list(subject), self.gate_next_signers()),
        }
    }

    /// Why nobody has signed, so that nothing was approved.
    pub(super) fn unsigned(&self, why: &Unsigned) -> Told {
        match why {
            Unsigned::NoProgram => told(self.failure_no_keygen(), self.gate_next_keygen()),
            Unsigned::Locked { key } => {
                told(self.failure_key_locked(key.as_str()), self.next_ssh_add(key.as_str()))
            }
            Unsigned::Silent { key, seconds } => {
                told(self.failure_key_silent(key.as_str(), *seconds), self.next_touch())
            }
            Unsigned::Refused { key, message } => told(
                self.failure_key_refused(key.as_str(), self.because(message)),
                self.next_signing_key(),
            ),
            Unsigned::NoKey => told(self.failure_no_key(), self.next_signing_key()),
            Unsigned::KeyInside { key } => {
                told(self.failure_key_inside(key.as_str()), self.next_key_outside())
            }
            Unsigned::NotTouched { key } => {
                told(self.failure_key_not_touched(key.as_str()), self.next_touched_key())
            }
            Unsigned::NoSuchKey { key } => {
                told(self.failure_key_missing(key.as_str()), self.next_key_missing())
            }
            Unsigned::Expired { key, list } => {
                told(self.failure_key_expired(key.as_str()), self.next_key_expired(list.as_str()))
            }
            Unsigned::NotASigner { key, list } => {
                told(self.failure_not_a_signer(key.as_str()), self.next_add_signer(list.as_str()))
            }
            Unsigned::Unjudged(why) => self.unjudged(why, &self.failure_unsigned()),
        }
    }
}
