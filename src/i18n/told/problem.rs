//! A file that cannot be used, in words: what stands there and what was expected.

use super::{Told, told};
use crate::domain::ProblemKind;
use crate::i18n::Words;
use crate::vocab::{Action, Scope};

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
            P::MissingKey { key, listed } => {
                let next = match (key.rsplit_once('.'), listed) {
                    (Some((table, key)), true) => self.next_add_key_in_list(table, key),
                    (Some((table, key)), false) => self.next_add_key_in_table(table, key),
                    (None, _) => self.next_add_key(key.as_str()),
                };
                told(self.problem_missing_key(key.as_str()), next)
            }
            P::WrongType { key, expected, found } => {
                let wanted = self.wanted_type(*expected);
                told(self.problem_wrong_type(key.as_str(), wanted, self.found_type(found)), edit)
            }
            P::FactsUnread { whole, because } => {
                let Told { sentence, next } = self.problem(because);
                let sentence = if *whole {
                    self.problem_facts_unread(sentence)
                } else {
                    self.problem_fact_unread(sentence)
                };
                told(sentence, next)
            }
            P::FactsDisagree(facts) => told(
                self.problem_facts_disagree(
                    facts.fact.as_str(),
                    facts.says.as_str(),
                    facts.other.as_str(),
                    facts.place.as_str(),
                    facts.other_says.as_str(),
                ),
                self.next_facts_disagree(),
            ),
            P::BadDate { found } => told(self.problem_bad_date(found.as_str()), self.next_date()),
            P::Unquoted { key, found } => {
                told(self.problem_unquoted(found.as_str()), self.next_unquoted(key.as_str()))
            }
            P::UnknownKey { key, allowed } => {
                told(self.problem_misspelt(key.as_str()), self.next_one_of(allowed.join(", ")))
            }
            P::NoSuchNote { note } => {
                told(self.problem_no_such_note(note.as_str()), self.next_no_such_note())
            }
            P::NoSuchPost { post } => {
                told(self.problem_no_such_post(post.as_str()), self.next_no_such_post())
            }
            P::BadId { found } => told(self.problem_bad_id(found.as_str()), self.next_id()),
            P::BreakInText { key } => {
                told(self.problem_break_in_text(key.as_str()), self.problem_break_in_text_next())
            }
            P::ForAnother { post } => {
                told(self.problem_for_another(post.as_str()), self.next_for_another(post.as_str()))
            }
            P::UnknownSetting { key, allowed } => told(
                self.problem_unknown_setting(key.as_str()),
                self.next_one_of(allowed.join(", ")),
            ),
            P::Misspelt { key, meant } => {
                told(self.problem_misspelt(key.as_str()), self.next_did_you_mean(meant.as_str()))
            }
            P::BadValue { key, found, allowed } => told(
                self.problem_bad_value(key.as_str(), found.as_str()),
                self.next_one_of(allowed.join(", ")),
            ),
            P::FreezeOutside { key } => {
                told(self.freeze_outside(key.as_str()), self.freeze_outside_next())
            }
            P::FreezeOfWhat => told(self.freeze_of_what(), self.freeze_of_what_next()),
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
            P::NotAFolder => told(self.problem_not_a_folder(), self.next_not_a_folder()),
            P::NotPosts { names } => {
                told(self.problem_not_posts(names.len() as u64, some(names)), self.next_not_posts())
            }
            P::ForeignCopy => told(self.problem_foreign_copy(), self.next_foreign_copy()),
            P::NotAllowed => told(self.problem_not_allowed(), self.next_permissions()),
            P::Unreadable { reason } => {
                told(self.problem_unreadable(self.because(reason)), self.next_permissions())
            }
        }
    }
}

/// As many names as a line takes.
fn some(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let more = (names.len() > SHOWN).then_some("…");
    names.iter().take(SHOWN).map(String::as_str).chain(more).collect::<Vec<_>>().join(", ")
}
