//! The names of things that are variants in code: stages, reasons, sources, parts, units.

use super::Words;
use crate::domain::{
    Flag, Grade, Hand, Label, MediumSource, Message, NoteKind, Part, Reason, Severity, Share,
    Stage, Unit,
};
use crate::text::reveal_line;
use crate::vocab::{Action, Scope};

impl Words {
    /// Who signed, without the address behind the name.
    pub fn person(&self, signature: &str) -> String {
        reveal_line(signature.split(" <").next().unwrap_or(signature)).into_owned()
    }

    pub fn stage(&self, stage: Stage) -> String {
        match stage {
            Stage::Idea => self.stage_idea(),
            Stage::Planned => self.stage_planned(),
            Stage::InReview => self.stage_in_review(),
            Stage::Approved => self.stage_approved(),
            Stage::Published => self.stage_published(),
        }
    }

    pub fn flag(&self, flag: Flag) -> String {
        match flag {
            Flag::NeedsPerson => self.flag_needs_person(),
            Flag::Frozen => self.flag_frozen(),
            Flag::Overdue => self.flag_overdue(),
            Flag::SuggestionsWaiting => self.flag_suggestions_waiting(),
        }
    }

    /// The reason, or the person's own words for it.
    pub fn because_of(&self, reason: Reason, words: Option<&str>) -> String {
        words.map_or_else(|| self.reason(reason), |words| reveal_line(words).into_owned())
    }

    pub fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Salesy => self.reason_salesy(),
            Reason::False => self.reason_false(),
            Reason::NotUs => self.reason_not_us(),
            Reason::ToneDeaf => self.reason_tone_deaf(),
            Reason::Other => self.reason_other(),
        }
    }

    pub fn hand(&self, hand: Hand) -> String {
        match hand {
            Hand::Machine => self.origin_machine(),
            Hand::Edited => self.origin_edited(),
            Hand::Human => self.origin_human(),
            Hand::Unsure => self.origin_unsure(),
        }
    }

    /// How much of a post's words is whose, in hundredths.
    pub fn share(&self, share: Share) -> String {
        let [kept, rewritten, own, unsure] = share.hundredths();
        let parts = [
            (kept, self.origin_share_kept(kept)),
            (rewritten, self.origin_share_rewritten(rewritten)),
            (own, self.origin_share_own(own)),
            (unsure, self.origin_share_unsure(unsure)),
        ];
        let some = parts.into_iter().filter(|(share, _)| *share > 0).map(|(_, said)| said);
        some.collect::<Vec<_>>().join(" · ")
    }

    pub fn severity(&self, severity: Severity) -> String {
        match severity {
            Severity::Blocks => self.severity_blocks(),
            Severity::Warns => self.severity_warns(),
            Severity::Informs => self.severity_informs(),
        }
    }

    pub fn medium_source(&self, source: MediumSource) -> String {
        match source {
            MediumSource::Camera => self.source_camera(),
            MediumSource::Edited => self.source_edited(),
            MediumSource::Ai => self.source_ai(),
            MediumSource::AiEdited => self.source_ai_edited(),
            MediumSource::Unknown => self.source_unknown(),
        }
    }

    pub fn part(&self, part: Part) -> String {
        match part {
            Part::Text => self.part_text(),
            Part::Headline => self.part_headline(),
            Part::FirstComment => self.part_first_comment(),
            Part::Alt => self.part_alt(),
        }
    }

    /// A part, or one message of a thread.
    pub fn part_of(&self, part: Part, message: Option<Message>) -> String {
        message.map_or_else(|| self.part(part), |message| self.message(message))
    }

    pub fn message(&self, message: Message) -> String {
        self.part_message(message.number as u64, message.of as u64)
    }

    pub fn unit(&self, unit: Unit) -> String {
        match unit {
            Unit::XWeighted => self.unit_weighted(),
            Unit::Bytes => self.unit_bytes(),
            Unit::Graphemes | Unit::Mastodon | Unit::Threads | Unit::Utf16 | Unit::Chars => {
                self.unit_characters()
            }
        }
    }

    pub fn grade(&self, grade: Grade) -> String {
        match grade {
            Grade::Official => self.grade_official(),
            Grade::Implementers => self.grade_implementers(),
            Grade::Repeated => self.grade_repeated(),
            Grade::Unverified => self.grade_unverified(),
        }
    }

    /// What was done, as a thing that can be taken back.
    pub fn step_named(&self, label: &Label) -> String {
        match label {
            Label::New => self.step_new(),
            Label::Duplicate => self.step_duplicate(),
            Label::Move => self.step_move(),
            Label::Push => self.step_push(),
            Label::Trash => self.step_trash(),
            Label::Text => self.step_text(),
            Label::Fields => self.step_fields(),
            Label::Suggest => self.step_suggest(),
            Label::Accept => self.step_accept(),
            Label::Rewrite => self.step_rewrite(),
            Label::Replace => self.step_replace(),
            Label::Reject => self.step_reject(),
            Label::Published => self.step_published(),
            Label::FixFolder => self.step_fix_folder(),
            Label::Tick => self.step_tick(),
            Label::Fact => self.step_fact(),
            Label::Learn => self.step_learn(),
            Label::Freeze { .. } => self.step_freeze(),
            Label::Thaw(_) => self.step_thaw(),
            Label::Approve(_) => self.step_approve(),
            Label::Note(NoteKind::Ask) => self.step_note_ask(),
            Label::Note(NoteKind::Change) => self.step_note_change(),
            Label::Note(NoteKind::Remark) => self.step_note_remark(),
            Label::Note(NoteKind::Reply) => self.step_note_reply(),
            Label::Note(NoteKind::Resolve) => self.step_note_resolve(),
        }
    }

    /// What was done, for the toast: "moved", "accepted".
    pub fn label(&self, label: &Label) -> String {
        match label {
            Label::New => self.done_new(),
            Label::Duplicate => self.done_duplicate(),
            Label::Move => self.done_move(),
            Label::Push => self.done_push(),
            Label::Trash => self.done_trash(),
            Label::Text => self.done_text(),
            Label::Fields => self.done_fields(),
            Label::Suggest => self.done_suggest(),
            Label::Accept => self.done_accept(),
            Label::Rewrite => self.done_rewrite(),
            Label::Replace => self.done_replace(self.key(Scope::Global, &Action::Undo)),
            Label::Reject => self.done_reject(),
            Label::Published => self.done_published(),
            Label::FixFolder => self.done_fix_folder(),
            Label::Tick => self.done_tick(),
            Label::Fact => self.done_fact(),
            Label::Learn => self.done_learn(),
            Label::Freeze { what, posts } => self.done_freeze(self.frozen(what), *posts as u64),
            Label::Thaw(what) => self.done_thaw(self.frozen(what)),
            Label::Approve(_) => self.done_approve(),
            Label::Note(NoteKind::Ask) => self.done_note_ask(),
            Label::Note(NoteKind::Change) => self.done_note_change(),
            Label::Note(NoteKind::Remark) => self.done_note_remark(),
            Label::Note(NoteKind::Reply) => self.done_note_reply(),
            Label::Note(NoteKind::Resolve) => self.done_note_resolve(),
        }
    }
}
