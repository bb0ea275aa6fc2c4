//! What could not be done, in words: files, programs, the clipboard, ourselves. Why a
//! source of suggestions gave none is worded in a file of its own.

use super::{Told, told};
use crate::domain::{Failure, Unreachable, Unusable};
use crate::i18n::Words;
use crate::vocab::{Action, Scope};

impl Words {
    pub fn failure(&self, failure: &Failure) -> Told {
        use Failure as X;
        let kept = self.step(self.next_kept(), self.next_kept_cli());
        match failure {
            X::DiskFull { path } => told(self.failure_disk_full(path.as_str()), kept),
            X::ReadOnly { path } => {
                told(self.failure_read_only(path.as_str()), self.next_read_only())
            }
            X::Gone { path } => told(self.failure_gone(path.as_str()), kept),
            X::AlreadyThere { path } => {
                told(self.failure_already_there(path.as_str()), self.next_other_name())
            }
            X::Conflict { path, .. } => told(
                self.failure_conflict(path.as_str()),
                self.step(self.next_conflict(), self.next_conflict_cli()),
            ),
            X::Broken { path } => told(
                self.failure_broken(path.as_str()),
                self.step(
                    self.next_edit_file(self.key(Scope::Week, &Action::Edit)),
                    self.next_edit_place_cli(),
                ),
            ),
            X::NotOurs { path } => {
                told(self.failure_not_ours(path.as_str()), self.next_copy_inside())
            }
            X::NotAFolder { path } => {
                told(self.failure_not_a_folder(path.as_str()), self.next_not_a_folder())
            }
            X::Io { path, reason } => {
                told(self.failure_io(path.as_str(), self.because(reason)), kept)
            }
            X::NotFaithful { path } => told(
                self.failure_not_faithful(path.as_str()),
                self.step(
                    self.next_edit_file(self.key(Scope::Week, &Action::Edit)),
                    self.next_edit_place_cli(),
                ),
            ),
            X::NoLedger => told(self.failure_no_ledger(), self.next_state_home()),
            X::Unsigned(why) => self.unsigned(why),
            // The file and its line stand where there is room: here they would push what to do
            // out of sight.
            X::LedgerTouched(fault) => told(
                self.step(
                    self.failure_ledger_damaged(),
                    self.failure_ledger_touched(self.ledger_fault(fault)),
                ),
                self.step(self.next_ledger_doctor(), self.gate_next_ledger()),
            ),
            X::ApprovalOfOther { path } => {
                told(self.failure_approval_of_other(path.as_str()), self.next_read_again())
            }
            X::AiUnreachable { host, why: why @ Unreachable::Tls(_) } => {
                told(self.unreachable(host, why), self.next_ai_certificate())
            }
            X::AiUnreachable { host, why } => {
                told(self.unreachable(host, why), self.next_ai_running())
            }
            X::AiBroken { host } => told(
                self.failure_ai_broken(host.as_str()),
                self.step(
                    self.next_another(self.key(Scope::Drafts, &Action::Another)),
                    self.next_another_cli(),
                ),
            ),
            X::AiRefusedKey { host } => {
                told(self.failure_ai_key(host.as_str()), self.next_ai_key())
            }
            X::AiNoKey { profile } => {
                told(self.failure_ai_no_key(profile.as_str()), self.next_ai_key())
            }
            X::AiKeyFile { path, why } => self.key_file(path, why),
            X::AiNoModel { model } => {
                told(self.failure_ai_model(model.as_str()), self.next_ai_model())
            }
            X::AiBusy { wait_seconds } => told(
                self.failure_ai_busy(),
                wait_seconds.map_or_else(|| self.next_later(), |s| self.next_wait(s)),
            ),
            X::AiServer { status, message } => self.server(*status, message),
            X::AiSilent { seconds } => told(self.failure_ai_silent(*seconds), self.next_ai_idle()),
            X::AiTooSlow { seconds } => told(self.failure_ai_slow(*seconds), self.next_ai_slow()),
            X::AiPromptTooLong { limit_tokens } => told(
                limit_tokens.map_or_else(
                    || self.failure_ai_prompt(),
                    |tokens| self.failure_ai_prompt_tokens(self.number(tokens as usize)),
                ),
                self.next_brief(),
            ),
            X::AiTooMuch { limit_bytes } => {
                told(self.failure_ai_too_much(*limit_bytes / 1024), self.next_ai_too_much())
            }
            X::AiUnusable { why: Unusable::NoRoom } => {
                told(self.failure_ai_no_room(), self.next_ai_room())
            }
            X::AiUnusable { why: Unusable::NeedsAi } => {
                told(self.failure_ai_needed(), self.next_ai_choose())
            }
            X::AiUnusable { why: why @ Unusable::NotAnAnswer } => {
                told(self.unusable(why), self.next_ai_address())
            }
            X::AiUnusable { why } => told(
                self.unusable(why),
                self.step(
                    self.next_another(self.key(Scope::Drafts, &Action::Another)),
                    self.next_another_cli(),
                ),
            ),
            X::AiRedirect { host } => {
                told(self.failure_ai_redirect(host.as_str()), self.next_ai_address())
            }
            X::AiProfileUnknown { profile } => {
                told(self.failure_ai_profile(profile.as_str()), self.next_config())
            }
            X::CommandMissing { program } => {
                told(self.failure_command_missing(program.as_str()), self.next_config())
            }
            X::CommandFailed { program, code, message } => {
                let code = code.map_or_else(|| "–".to_owned(), |c| c.to_string());
                told(
                    self.failure_command_failed(program.as_str(), code, message.as_str()),
                    self.next_config(),
                )
            }
            X::CommandSilent { program, seconds } => {
                told(self.failure_command_silent(program.as_str(), *seconds), self.next_config())
            }
            X::EditorEnded { program, code: Some(code) } => {
                told(self.failure_editor_ended(program.as_str(), *code), self.next_editor_ended())
            }
            X::EditorEnded { program, code: None } => {
                told(self.failure_editor_stopped(program.as_str()), self.next_editor_ended())
            }
            X::EditorFailed { program, reason } => told(
                self.failure_editor(program.as_str(), self.because(reason)),
                self.next_editor(),
            ),
            X::GitSilent { seconds } => {
                told(self.failure_git_silent(*seconds), self.next_git_silent())
            }
            X::NoThread => told(self.failure_no_thread(), self.next_no_thread()),
            X::ClipboardTooLarge { bytes } => {
                told(self.failure_clipboard((*bytes / 1024) as u64), self.next_show_text())
            }
            X::Crashed { report } => told(self.failure_crashed(), self.next_crashed(report)),
            X::LeftUnreadable { path } => {
                told(self.failure_left_unreadable(path.as_str()), self.next_left_unreadable())
            }
            X::FileNotReadable { path, reason } => told(
                self.failure_file(path.as_str(), self.because(reason)),
                self.next_permissions(),
            ),
        }
    }

    /// What to do about a fault of our own, whether or not a report could be written.
    pub fn next_crashed(&self, report: &Option<String>) -> String {
        report.as_deref().map_or_else(|| self.next_report_none(), |path| self.next_report(path))
    }
}
