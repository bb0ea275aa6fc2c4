//! What a check noticed, in words: what it is, and what a person can do about it.

use super::{Told, told};
use crate::domain::{Ai, FindingKind, Reopened};
use crate::i18n::Words;
use crate::text::Edit;
use crate::vocab::{Action, Scope};

impl Words {
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
            F::UnknownLanguage { said, spoken } => told(
                self.finding_unknown_language(said.as_str()),
                self.next_one_of(spoken.join(", ")),
            ),
            F::NotALink { link } => {
                told(self.finding_not_a_link(link.as_str()), self.next_web_link())
            }
            F::ChannelTwice { key } => {
                told(self.finding_channel_twice(key.as_str()), self.next_once())
            }
            F::NamedForAnother { named } => {
                told(self.finding_named_for_another(named.as_str()), self.next_own_name())
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
            F::OddHost { host, ascii, mixed } => {
                let (host, ascii) = (host.as_str(), ascii.as_str());
                let said = if *mixed {
                    self.finding_mixed_host(host, ascii)
                } else {
                    self.finding_odd_host(host, ascii)
                };
                told(said, self.next_host())
            }
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
            F::BlankLeft { mark, part, medium } => {
                let said = self.finding_blank_left(mark.as_str());
                told(self.of_part(*part, medium.as_deref(), said), self.next_blank())
            }
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
                told(self.of_part(*part, medium.as_deref(), said), self.claim_next(*kind, standing))
            }
            F::Smell { marker, quote, instead, company, part, medium } => {
                let reason = self.smell_reason(*marker, quote);
                let reason = self.of_part(*part, medium.as_deref(), reason);
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
            F::SameHour { channels, other } => self.same_hour(channels, other),
            F::NearlySame { other, percent } => self.nearly_same(other, *percent),
            F::SameHashtags { channel, other, count } => self.same_hashtags(channel, other, *count),
            F::PromotionsInARow { channel, count, others } => {
                self.promotions(channel, *count, others)
            }
            F::OnHoliday { holiday, date } => self.on_holiday(*holiday, *date),
            F::OtherLanguage { said, seems } => told(
                self.finding_other_language(
                    self.language_name(seems.tag()),
                    self.language_name(said),
                ),
                self.step(
                    self.next_other_language(self.key(Scope::Week, &Action::Fields)),
                    self.next_other_language_cli(seems.tag()),
                ),
            ),
            F::UnknownAi { said } => {
                let words = Ai::ALL.map(Ai::code).join(", ");
                told(self.finding_unknown_ai(said.as_str()), self.next_one_of(words))
            }
            F::AiUnderstated { said, found } => told(
                self.finding_ai_understated(said.code(), found.code()),
                self.next_ai_understated(),
            ),
            F::GeneratedUnapproved { source, read } => told(
                self.finding_generated_unapproved(),
                self.step(
                    self.next_generated(self.key(Scope::Week, &Action::Origin)),
                    self.next_generated_cli(source.as_str(), self.date(*read)),
                ),
            ),
            F::AiLabel { path, by, source, read } => told(
                self.finding_ai_label(path.as_str(), self.askers(by)),
                self.step(
                    self.next_ai_label(self.key(Scope::Week, &Action::Origin)),
                    self.next_ai_label_cli(source.as_str(), self.date(*read)),
                ),
            ),
            F::RealisticUnsaid { path, by } => told(
                self.finding_realistic_unsaid(path.as_str(), self.askers(by)),
                self.step(
                    self.next_realistic(self.key(Scope::Week, &Action::Fields)),
                    self.next_realistic_cli(),
                ),
            ),
            F::ApprovalVoid { why, by } => self.voided(why, by),
        }
    }
}
