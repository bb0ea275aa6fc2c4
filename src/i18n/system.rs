//! What the operating system answered, in words.
//!
//! The rest of the program hands on the kind of an error as the standard library names it
//! (`ErrorKind::to_string`): a stable code, never shown as it is. Words of other programs
//! pass through.

use super::Words;
use std::io::ErrorKind;

impl Words {
    /// The sentence for a reason that may be the system's.
    pub(super) fn because(&self, reason: &str) -> String {
        type Say = fn(&Words) -> String;
        let said: [(ErrorKind, Say); 15] = [
            (ErrorKind::NotFound, |w| w.system_not_found()),
            (ErrorKind::PermissionDenied, |w| w.system_denied()),
            (ErrorKind::IsADirectory, |w| w.system_is_a_folder()),
            (ErrorKind::NotADirectory, |w| w.system_not_a_folder()),
            (ErrorKind::StorageFull, |w| w.system_full()),
            (ErrorKind::ReadOnlyFilesystem, |w| w.system_read_only()),
            (ErrorKind::TimedOut, |w| w.system_slow()),
            (ErrorKind::Interrupted, |w| w.system_interrupted()),
            (ErrorKind::ResourceBusy, |w| w.system_busy()),
            (ErrorKind::ExecutableFileBusy, |w| w.system_busy()),
            (ErrorKind::InvalidData, |w| w.system_not_text()),
            (ErrorKind::FileTooLarge, |w| w.system_too_large()),
            (ErrorKind::HostUnreachable, |w| w.system_no_network()),
            (ErrorKind::NetworkUnreachable, |w| w.system_no_network()),
            (ErrorKind::NetworkDown, |w| w.system_no_network()),
        ];
        let known = said.iter().find(|(kind, _)| kind.to_string() == reason);
        match known {
            Some((_, say)) => say(self),
            // Kinds that the standard library has no name for.
            None if reason == ErrorKind::Other.to_string() || reason == "uncategorized error" => {
                self.system_other()
            }
            None => reason.to_owned(),
        }
    }

    pub fn system(&self, error: &std::io::Error) -> String {
        self.because(&error.kind().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;
    use std::io::Error;

    #[test]
    fn an_answer_of_the_system_is_said_in_both_languages_and_without_its_number() {
        for code in [2, 5, 13, 20, 21, 27, 28, 30] {
            let error = Error::from_raw_os_error(code);
            let said = [Language::Italian, Language::English].map(|l| Words::new(l).system(&error));
            assert_ne!(said[0], said[1], "{error}");
            assert!(said.iter().all(|said| !said.contains("os error")), "{said:?}");
            assert_ne!(said[1], error.kind().to_string());
        }
        let words = Words::new(Language::Italian);
        assert_eq!(words.because("vim: parola sua"), "vim: parola sua");
    }
}
