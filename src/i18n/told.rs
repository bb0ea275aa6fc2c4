//! Problems, findings and failures in words: what happened, and what to do next.

use super::Words;
use crate::domain::Reopened;
use crate::domain::{Distrust, Failure, FindingKind, KeyFault, ProblemKind, Unreachable, Unusable};
use crate::text::Edit;
use crate::vocab::{Action, Scope};

/// A sentence and its next step. The step is empty where nothing can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub sentence: String,
    pub next: String,
}

pub(super) fn told(sentence: String, next: String) -> Told {
    Told { sentence, next }
}

impl Words {
    pub fn problem(&self, kind: &ProblemKind) -> Told {
        use ProblemKind as P;
        let edit = self.step(
            self.next_edit_place(self.key(Scope::Week, &Action::Edit)),
            self.next_edit_place_cli(),
        );
        match kind {
            P::Syntax { expected, found } if expected.is_empty() => {
                told(self.problem_syntax_unexpected(self.found(found)), edit)
            }
            P::Syntax { expected, found } => {
                // Words after a closed string: most often quotes that were meant inside it.
                let quotes = found.starts_with(char::is_alphabetic)
                    && expected.iter().any(|token| token == "newline");
                let next = if quotes {
                    self.step(
                        self.next_quotes(self.key(Scope::Week, &Action::Edit)),
                        self.next_quotes_cli(),
                    )
                } else {
                    edit
                };
                told(self.problem_syntax(self.tokens(expected), self.found(found)), next)
            }
            P::DuplicateKey { key } => {
                told(self.problem_duplicate_key(key.as_str()), self.next_keep_one())
            }
            P::MissingKey { key } => {
                told(self.problem_missing_key(key.as_str()), self.next_add_key(key.as_str()))
            }
            P::WrongType { key, expected, found } => {
                let expected = self.by_key(&format!("type-{expected}"));
                told(self.problem_wrong_type(key.as_str(), expected, self.found_type(found)), edit)
            }
            P::BadDate { found } => told(self.problem_bad_date(found.as_str()), self.next_date()),
            P::BadId { found } => told(self.problem_bad_id(found.as_str()), self.next_id()),
            P::BreakInText { key } => {
                told(self.problem_break_in_text(key.as_str()), self.problem_break_in_text_next())
            }
            P::BadValue { key, found, allowed } => told(
                self.problem_bad_value(key.as_str(), found.as_str()),
                self.next_one_of(allowed.join(", ")),
            ),
            P::BadPattern { found, fault } => {
                use crate::text::PatternFault as F;
                let next = match fault {
                    F::Empty => self.problem_bad_pattern_empty(),
                    F::OpenStart => self.problem_bad_pattern_open(),
                    F::ShortStem => self.problem_bad_pattern_short(),
                    F::Sign(sign) => self.problem_bad_pattern_sign(sign.to_string()),
                };
                told(self.problem_bad_pattern(found.as_str()), next)
            }
            P::UnknownZone { found, meant } => told(
                self.problem_unknown_zone(found.as_str()),
                meant.as_ref().map_or_else(
                    || self.next_zone(),
                    |meant| self.next_did_you_mean(meant.as_str()),
                ),
            ),
            P::UnknownFormat { found } => {
                told(self.problem_unknown_format(*found), self.next_update())
            }
            P::TooDeep => told(self.problem_too_deep(), edit),
            P::NotUtf8 => told(self.problem_not_utf8(), self.next_utf8()),
            P::Utf16 => told(self.problem_utf16(), self.next_utf8()),
            P::NulByte => told(self.problem_nul(), edit),
            P::MergeConflict => told(self.problem_merge_conflict(), self.next_merge()),
            P::TooLarge { bytes, limit } => {
                told(self.problem_too_large(*bytes / 1024, *limit / 1024), self.next_smaller())
            }
            P::LinkOutside => told(self.problem_link_outside(), self.next_copy_inside()),
            P::NotAFile => told(self.problem_not_a_file(), self.next_remove()),
            P::ForeignCopy => told(self.problem_foreign_copy(), self.next_foreign_copy()),
            P::NotAllowed => told(self.problem_not_allowed(), self.next_permissions()),
            P::Unreadable { reason } => {
                told(self.problem_unreadable(self.because(reason)), self.next_permissions())
            }
        }
    }

    pub fn finding(&self, kind: &FindingKind) -> Told {
        use FindingKind as F;
        match kind {
            F::OverLimit { network, part, message, unit, count, limit } => told(
                self.finding_over_limit(
                    network.as_str(),
                    self.part_of(*part, *message),
                    self.number(count.saturating_sub(*limit)),
                    self.unit(*unit),
                    self.number(*count),
                    self.number(*limit),
                ),
                self.next_shorten(),
            ),
            F::TooManyHashtags { network, count, limit } => told(
                self.finding_too_many_hashtags(network.as_str(), *count as u64, *limit as u64),
                self.next_fewer_hashtags(),
            ),
            F::ManyHashtags { network, count, usual } => told(
                self.finding_many_hashtags(network.as_str(), *count as u64, *usual as u64),
                self.next_fewer_hashtags(),
            ),
            F::GenericHashtag { tag } => {
                told(self.finding_generic_hashtag(tag.as_str()), self.next_other_hashtag())
            }
            F::NeverHashtag { tag } => {
                told(self.finding_never_hashtag(tag.as_str()), self.next_never_hashtag())
            }
            F::Misfiled { expected } => told(
                self.finding_misfiled(expected.folder()),
                self.step(
                    self.next_fix_folder(self.key(Scope::Week, &Action::Fix)),
                    self.next_fix_folder_cli(),
                ),
            ),
            F::NoWhen => told(
                self.finding_no_when(),
                self.step(
                    self.next_set_when(self.key(Scope::Week, &Action::Move)),
                    self.next_set_when_cli(),
                ),
            ),
            F::StatusKey { key } => told(self.finding_status_key(key.as_str()), self.next_status()),
            F::UnknownKey { key, meant } => told(
                self.finding_unknown_key(key.as_str()),
                meant.as_ref().map_or_else(
                    || self.next_unknown_key(),
                    |meant| self.next_did_you_mean(meant.as_str()),
                ),
            ),
            F::UnknownChannel { key } => told(
                self.finding_unknown_channel(key.as_str()),
                self.next_add_channel(key.as_str()),
            ),
            F::UnknownNetwork { channel, network } => told(
                self.finding_unknown_network(channel.as_str(), network.as_str()),
                self.next_networks(),
            ),
            F::UnknownPillar { key } => {
                told(self.finding_unknown_pillar(key.as_str()), self.next_add_pillar(key.as_str()))
            }
            F::NoChannels => told(
                self.finding_no_channels(),
                self.step(
                    self.next_channels(self.key(Scope::Week, &Action::Fields)),
                    self.next_channels_cli(),
                ),
            ),
            F::DuplicateId { other } => {
                told(self.finding_duplicate_id(other.as_str()), self.next_duplicate_id())
            }
            F::MissingMedia { path } => {
                told(self.finding_missing_media(path.as_str()), self.next_media())
            }
            F::MediaOutside { path } => {
                told(self.finding_media_outside(path.as_str()), self.next_copy_inside())
            }
            F::MissingAlt { path } => told(
                self.finding_missing_alt(path.as_str()),
                self.step(
                    self.next_alt(self.key(Scope::Week, &Action::Fields)),
                    self.next_alt_cli(),
                ),
            ),
            F::TimeSkipped { before, after } => told(
                self.finding_time_skipped(),
                self.next_time_skipped(self.time(*before), self.time(*after)),
            ),
            F::TimeTwice => told(
                self.finding_time_twice(),
                self.step(
                    self.next_time_twice(self.key(Scope::Week, &Action::Move)),
                    self.next_time_twice_cli(),
                ),
            ),
            F::ConflictInText => told(self.finding_conflict_in_text(), self.next_merge()),
            F::Invisibles { count } => told(
                self.finding_invisibles(*count as u64),
                self.step(self.next_invisibles(), self.next_invisibles_cli()),
            ),
            F::EmptyText => told(
                self.finding_empty_text(),
                self.step(
                    self.next_write(
                        self.key(Scope::Week, &Action::Edit),
                        self.key(Scope::Week, &Action::Drafts),
                    ),
                    self.next_write_cli(),
                ),
            ),
            F::EmptyMessage { message } => told(
                self.finding_empty_message(message.number, message.of),
                self.step(
                    self.next_empty_message(
                        self.key(Scope::Text, &Action::Write(Edit::DeleteBack)),
                    ),
                    self.next_empty_message_cli(),
                ),
            ),
            F::ThreadAsOne { network, messages } => told(
                self.finding_thread_as_one(network.as_str(), *messages as u64),
                self.next_thread_as_one(),
            ),
            F::Misnumbered { message } => told(
                self.finding_misnumbered(message.number, message.of),
                self.step(
                    self.next_misnumbered(self.key(Scope::Text, &Action::NumberMessages)),
                    self.next_misnumbered_cli(),
                ),
            ),
            F::Claim { kind, quote, standing, part, medium, reopened } => {
                let reason = self.claim_reason(*kind, standing);
                let said = self.claim_said(quote.as_str(), reason);
                let said = match reopened {
                    Some(Reopened::Tick) => self.claim_reopened(said),
                    Some(Reopened::Fact(fact)) => self.claim_said_once(said, fact.as_str()),
                    None => said,
                };
                told(self.claim_of_part(*part, medium.as_deref(), said), self.next_claim())
            }
            F::Smell { marker, quote, instead, company } => {
                let reason = self.smell_reason(*marker, quote);
                let said =
                    if *company { self.smell_finding(reason) } else { self.smell_hint(reason) };
                told(said, self.smell_instead(*marker, quote, instead.as_deref()))
            }
            F::ForbiddenWord { word } => {
                told(self.voice_forbidden(word.as_str()), self.voice_next_forbidden())
            }
            F::AgainstRule { rule } => told(self.voice_rule(rule.as_str()), self.voice_next_rule()),
            F::AgainstLearned { rule, size, since, instead } => {
                self.against_learned(rule, *size, *since, instead.as_deref())
            }
            F::StraysFromVoice { habit, usual, here, posts } => {
                let (usual, here) = (self.figure(*usual), self.figure(*here));
                told(
                    self.voice_strays(self.habit(*habit), usual, here),
                    self.voice_next_strays(*posts as u64),
                )
            }
            F::OpensUnlikeVoice { opening, count, posts } => told(
                self.voice_opens(self.opening(*opening), *count as u64, *posts as u64),
                self.voice_next_opens(),
            ),
            F::OpensOtherwise { word, count, posts } => told(
                self.voice_opens_otherwise(word.as_str(), *count as u64, *posts as u64),
                self.voice_next_opens(),
            ),
            F::ClosesUnlikeVoice { asks, count, posts } => {
                let (count, posts) = (*count as u64, *posts as u64);
                let said = if *asks {
                    self.voice_closes_asking(count, posts)
                } else {
                    self.voice_closes_without_asking(count, posts)
                };
                told(said, self.voice_next_closes())
            }
            F::OtherAddress { usual, here } => told(
                self.voice_other_address(here.code(), usual.code()),
                self.voice_next_address(usual.code()),
            ),
            F::ApprovalNotVerified => {
                told(self.finding_approval_not_verified(), self.next_approval())
            }
        }
    }

    pub fn failure(&self, failure: &Failure) -> Told {
        use Failure as X;
        let kept = self.next_kept();
        match failure {
            X::DiskFull { path } => told(self.failure_disk_full(path.as_str()), kept),
            X::ReadOnly { path } => told(self.failure_read_only(path.as_str()), kept),
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
                    self.next_edit_place(self.key(Scope::Week, &Action::Edit)),
                    self.next_edit_place_cli(),
                ),
            ),
            X::NotOurs { path } => {
                told(self.failure_not_ours(path.as_str()), self.next_copy_inside())
            }
            X::Io { path, reason } => {
                told(self.failure_io(path.as_str(), self.because(reason)), kept)
            }
            X::NotFaithful { path } => told(
                self.failure_not_faithful(path.as_str()),
                self.step(
                    self.next_edit_place(self.key(Scope::Week, &Action::Edit)),
                    self.next_edit_place_cli(),
                ),
            ),
            X::AiUnreachable { host, why: why @ Unreachable::Tls(_) } => {
                told(self.unreachable(host, why), self.next_ai_certificate())
            }
            X::AiUnreachable { host, why } => told(self.unreachable(host, why), self.next_ai()),
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
            X::AiNoModel { model } => told(self.failure_ai_model(model.as_str()), self.next_ai()),
            X::AiBusy { wait_seconds } => told(
                self.failure_ai_busy(),
                wait_seconds.map_or_else(|| self.next_later(), |s| self.next_wait(s)),
            ),
            X::AiServer { status, message } if message.is_empty() => {
                told(self.failure_ai_server_bare(status.to_string()), self.next_ai())
            }
            X::AiServer { status, message } => {
                told(self.failure_ai_server(status.to_string(), message.as_str()), self.next_ai())
            }
            X::AiSilent { seconds } => told(self.failure_ai_silent(*seconds), self.next_ai()),
            X::AiTooSlow { seconds } => told(self.failure_ai_slow(*seconds), self.next_ai()),
            X::AiPromptTooLong { limit_tokens } => told(
                limit_tokens.map_or_else(
                    || self.failure_ai_prompt(),
                    |tokens| self.failure_ai_prompt_tokens(self.number(tokens as usize)),
                ),
                self.next_brief(),
            ),
            X::AiTooMuch { limit_bytes } => {
                told(self.failure_ai_too_much(*limit_bytes / 1024), self.next_ai())
            }
            X::AiUnusable { why: Unusable::NoRoom } => {
                told(self.failure_ai_no_room(), self.next_ai_room())
            }
            X::AiUnusable { why: Unusable::NeedsAi } => {
                told(self.failure_ai_needed(), self.next_ai_choose())
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
            X::EditorFailed { program, reason } => told(
                self.failure_editor(program.as_str(), self.because(reason)),
                self.next_editor(),
            ),
            X::ClipboardTooLarge { bytes } => {
                told(self.failure_clipboard((*bytes / 1024) as u64), self.next_show_text())
            }
            X::Crashed { report } => told(self.failure_crashed(), self.next_crashed(report)),
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

    /// A next step that names a key, or what does the same without a screen.
    fn step(&self, on_screen: String, without: String) -> String {
        if self.no_screen { without } else { on_screen }
    }

    fn unreachable(&self, host: &str, why: &Unreachable) -> String {
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

    fn key_file(&self, path: &str, why: &KeyFault) -> Told {
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

    fn unusable(&self, why: &Unusable) -> String {
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
