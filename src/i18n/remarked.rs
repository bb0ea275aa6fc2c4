//! What a source says of its own work, in words: what was missing, what was left out.

use super::Words;
use crate::domain::{Brief, Fragment, Lack, LeftOut, Omission, Remarks, Task};
use crate::text::reveal_line;

impl Words {
    /// `senza fatti, tono · non segue: pubblico`, for the foot of a pane.
    pub fn lacks_short(&self, remarks: &Remarks) -> Option<String> {
        let (followed, ignored): (Vec<Lack>, Vec<Lack>) = remarks
            .lacks
            .iter()
            .partition(|lack| matches!(lack, Lack::Facts | Lack::Tone | Lack::Past));
        let named = |lacks: Vec<Lack>| {
            let names: Vec<String> = lacks.into_iter().map(|lack| self.lack_name(lack)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let without = named(followed).map(|names| self.remark_without(names));
        let ignored = named(ignored).map(|names| self.remark_ignored(names));
        let said: Vec<String> = without.into_iter().chain(ignored).collect();
        (!said.is_empty()).then(|| said.join(" · "))
    }

    /// How many sentences were left out.
    pub fn left_out_short(&self, remarks: &Remarks) -> Option<String> {
        let many = remarks.left_out.len();
        (many > 0).then(|| self.remark_left_out(many))
    }

    /// Why a suggestion is not whole.
    pub fn fragment(&self, why: Fragment) -> String {
        match why {
            Fragment::Cut => self.drafts_fragment_cut(),
            Fragment::Stopped => self.drafts_fragment_stopped(),
            Fragment::Broken => self.drafts_fragment_broken(),
        }
    }

    /// To whom a reply answers, on one line; `None` for what is none.
    pub fn in_reply(&self, brief: &Brief) -> Option<String> {
        let topic = reveal_line(brief.topic.trim()).into_owned();
        (brief.task == Task::Reply).then(|| self.drafts_in_reply(topic))
    }

    fn lack_name(&self, lack: Lack) -> String {
        match lack {
            Lack::Facts => self.remark_facts(),
            Lack::Tone | Lack::ToneSentences => self.remark_tone(),
            Lack::Past => self.remark_past(),
            Lack::Audience => self.remark_audience(),
            Lack::Instruction => self.remark_instruction(),
            Lack::Language => self.remark_language(),
        }
    }

    /// What is missing, why that matters, and what to do.
    pub fn lack(&self, lack: Lack) -> String {
        match lack {
            Lack::Facts => self.remark_lack_facts(),
            Lack::Tone => self.remark_lack_tone(),
            Lack::ToneSentences => self.remark_lack_tone_sentences(),
            Lack::Past => self.remark_lack_past(),
            Lack::Audience => self.remark_lack_audience(),
            Lack::Instruction => self.remark_lack_instruction(),
            Lack::Language => self.remark_lack_language(),
        }
    }

    /// Words that were left out, and why.
    pub fn left_out(&self, one: &LeftOut) -> String {
        let why = match one.why {
            Omission::NoRoom => self.remark_because_no_room(),
            Omission::TurnedDown => self.remark_because_turned_down(),
            Omission::Standing => self.remark_because_standing(),
            Omission::Question => self.remark_because_question(),
            Omission::Shorter => self.remark_because_shorter(),
            Omission::Invites => self.remark_because_invites(),
            Omission::Dated => self.remark_because_dated(),
        };
        self.remark_quoted(reveal_line(&one.text), why)
    }
}
