//! Notices and reasons in words: the short lines that come and go.

use super::Words;
use crate::domain::{Failure, Judgement, Label, Unusable};
use crate::text::{Edit, reveal_line};
use crate::vocab::{Action, Notice, Rush, Scope, Way, Why};

/// With a capital letter, as what stands by itself begins.
pub(super) fn capital(said: &str) -> String {
    let mut letters = said.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

impl Words {
    /// One line, as it may be shown: what a server, a program or a file said in it is
    /// revealed.
    pub fn notice(&self, notice: &Notice) -> String {
        reveal_line(&self.noticed(notice)).into_owned()
    }

    fn noticed(&self, notice: &Notice) -> String {
        match notice {
            Notice::Done(label) => self.label(label),
            Notice::DoneMany { label, count } => {
                self.notice_done_many(self.label(label), *count as i64)
            }
            Notice::Moved { to } => self.notice_moved(self.moment(*to)),
            Notice::Undone(label) => self.notice_undone(self.step_named(label)),
            Notice::Redone(label) => self.notice_redone(self.step_named(label)),
            Notice::About { said, post } => {
                self.notice_about(self.noticed(said), reveal_line(post).into_owned())
            }
            Notice::Judged { label, what, way } => {
                let said = self.judged(label, *what);
                match way {
                    Way::Done => capital(&said),
                    Way::Undone => self.notice_undone(said),
                    Way::Redone => self.notice_redone(said),
                }
            }
            Notice::Failed(failure) => {
                let told = self.failure(failure);
                // A server's own words may bring a full stop along.
                format!("{}. {}", told.sentence.trim_end_matches('.'), told.next)
            }
            Notice::Cannot(why) => self.why(*why),
            Notice::WhichIdea => self.notice_which_idea(
                self.key(Scope::Bring, &Action::Confirm),
                self.key(Scope::Bring, &Action::Cancel),
            ),
            Notice::PostCopied => self.notice_post_copied(self.key(Scope::Week, &Action::Paste)),
            Notice::TextCopied { characters, without: Some(link) } => {
                self.notice_copied_without(self.number(*characters), link.as_str())
            }
            Notice::TextCopied { characters, without: None } => {
                self.notice_copied(self.number(*characters))
            }
            Notice::LinkNotIn(link) => self.notice_link_not_in(link.as_str()),
            Notice::ChangedOutside => self.notice_changed_outside(),
            Notice::BrokenMeanwhile => self.notice_broken_meanwhile(
                self.key(Scope::Text, &Action::EditOutside),
                self.key(Scope::Text, &Action::Cancel),
            ),
            Notice::EmptyNotKept => self.notice_empty_not_kept(),
            Notice::WithTheIdeas => {
                self.notice_with_the_ideas(self.key(Scope::Week, &Action::Move))
            }
            Notice::Merged => self.notice_merged(),
            Notice::Stopped => self.notice_stopped(),
            Notice::OpenElsewhere => self.notice_open_elsewhere(),
            Notice::GoneOut => self.notice_gone_out(),
            Notice::LeftUnsaved => self.notice_left_unsaved(),
            Notice::LeftUnkept => self.notice_left_unkept(),
            Notice::NotKept(failure) => self.notice_not_kept(self.failure(failure).sentence),
            Notice::NotAFact { quote, kind, standing, place } => {
                let quote = crate::text::reveal_line(quote);
                let said = self.claim_said(quote, self.claim_reason(*kind, standing));
                match place {
                    Some(place) => self.notice_not_a_fact_at(said, place.as_str()),
                    None => self.notice_not_a_fact(said),
                }
            }
            Notice::Approved { post, rush } => {
                let undo = self.key(Scope::Global, &Action::Undo);
                match rush {
                    None => self.notice_approved(post.as_str(), undo),
                    Some(rush) => {
                        self.notice_approved_in_a_rush(post.as_str(), self.rush(*rush), undo)
                    }
                }
            }
            Notice::ApprovedOf { count, of, quick: None } => {
                self.notice_approved_of(*count as u64, *of as u64)
            }
            Notice::ApprovedOf { count, of, quick: Some((quick, seconds)) } => self
                .notice_approved_of_quickly(
                    *count as u64,
                    *of as u64,
                    *quick as u64,
                    u64::from(*seconds),
                ),
            Notice::FromTheFirst { left, of } => {
                self.notice_from_the_first(*left as u64, *of as u64)
            }
            Notice::TouchKey => self.notice_touch_key(),
            Notice::NotApproved(why) => self.not_an_act(*why),
            Notice::NotTheHash { typed, first } => {
                self.approve_not_the_hash(typed.as_str(), first.as_str())
            }
            Notice::Revoked { post } => self.notice_taken_back(post.as_str()),
            Notice::Voided { said, count } => self.notice_voided(self.noticed(said), *count as u64),
            Notice::HeldBack(kind) => self.approve_held_back(
                self.finding(kind).sentence,
                self.key(Scope::Approve, &Action::Edit),
                self.key(Scope::Approve, &Action::Fields),
            ),
            Notice::NothingToApprove(why) => self.approve_held_back(
                self.uncovered_all(why),
                self.key(Scope::Approve, &Action::Edit),
                self.key(Scope::Approve, &Action::Fields),
            ),
            Notice::Unsigned => self.notice_unsigned(),
            Notice::WentTo(at) => self.notice_went_to(self.moment(*at)),
        }
    }

    /// The same in fewer words, longest first; none where each of them is needed.
    pub fn notice_shorter(&self, notice: &Notice) -> Vec<String> {
        let undo = || self.key(Scope::Global, &Action::Undo);
        match notice {
            Notice::Approved { rush: None, .. } => vec![self.notice_approved_short(undo())],
            Notice::Approved { rush: Some(rush), .. } => vec![
                self.notice_approved_in_a_rush_short(self.rush(*rush), undo()),
                self.notice_approved_in_a_rush_shortest(self.how_fast(*rush), undo()),
            ],
            Notice::FromTheFirst { left, of } => {
                vec![self.notice_from_the_first_short(*left as u64, *of as u64)]
            }
            _ => Vec::new(),
        }
    }

    /// `47 words in 3 s: did you read them?`
    fn rush(&self, rush: Rush) -> String {
        match rush {
            Rush::Posts { .. } => self.notice_rush_posts(self.how_fast(rush)),
            Rush::Words { .. } => self.notice_rush_words(self.how_fast(rush)),
        }
    }

    /// `47 words in 3 s`.
    fn how_fast(&self, rush: Rush) -> String {
        match rush {
            Rush::Posts { count, seconds } => {
                self.notice_fast_posts(count as u64, u64::from(seconds))
            }
            Rush::Words { count, seconds } => {
                self.notice_fast_words(count as u64, u64::from(seconds))
            }
        }
    }

    /// `sentence accepted`, `3 sentences rejected`.
    fn judged(&self, label: &Label, what: Judgement) -> String {
        let (thing, count) = match what {
            Judgement::Whole => ("whole", 1),
            Judgement::Headline => ("headline", 1),
            Judgement::FirstComment => ("comment", 1),
            Judgement::Hashtags => ("hashtags", 1),
            Judgement::Sentences(1) => ("sentence", 1),
            Judgement::Sentences(count) => ("sentences", count as i64),
        };
        match label {
            Label::Rewrite => self.judged_rewritten(thing, count),
            Label::Reject => self.judged_rejected(thing, count),
            _ => self.judged_accepted(thing, count),
        }
    }

    pub fn why(&self, why: Why) -> String {
        match why {
            Why::NoPostHere => self.why_no_post_here(self.key(Scope::Week, &Action::New)),
            Why::NoIdeas => self.why_no_ideas(self.key(Scope::Week, &Action::New)),
            Why::NotProposed => self.why_not_proposed(),
            Why::NotLearned => self.why_not_learned(),
            Why::BrokenFile => self.why_broken_file(self.key(Scope::Week, &Action::Edit)),
            Why::NotAPost => self.why_not_a_post(),
            Why::NothingToUndo => self.why_nothing_to_undo(),
            Why::NothingToRedo => self.why_nothing_to_redo(),
            Why::NothingCopied => self.why_nothing_copied(self.key(Scope::Week, &Action::Copy)),
            Why::NothingToFix => self.why_nothing_to_fix(),
            Why::NothingSelected => self.why_nothing_selected(),
            Why::NothingToCopy => self.why_nothing_to_copy(self.key(Scope::Text, &Action::Cancel)),
            Why::NothingTyped => self.why_nothing_typed(),
            Why::NoOpenClaim => self.why_no_open_claim(),
            Why::HeadlineThere => self.why_headline_there(self.key(Scope::Drafts, &Action::Fields)),
            Why::OneMessage => {
                self.why_one_message(self.key(Scope::Text, &Action::Write(Edit::Break)))
            }
            Why::Frozen => self.why_frozen(self.key(Scope::Week, &Action::Freeze)),
            Why::AlreadyPublished => self.why_already_published(),
            Why::NoSuggestions => self.why_no_suggestions(self.key(Scope::Drafts, &Action::Drafts)),
            Why::WhichSuggestion => self.why_which_suggestion(),
            Why::StillWriting => self.why_still_writing(self.key(Scope::Global, &Action::Cancel)),
            Why::AlreadyDecided => self.why_already_decided(self.key(Scope::Global, &Action::Undo)),
            Why::SuggestionGone => self.why_suggestion_gone(),
            Why::HalfASentence => {
                self.why_half_a_sentence(self.key(Scope::Drafts, &Action::Rewrite))
            }
            Why::BlankToFill => self.why_blank_to_fill(self.key(Scope::Drafts, &Action::Rewrite)),
            Why::OnlyAFragment => {
                self.why_only_a_fragment(self.key(Scope::Drafts, &Action::Accept))
            }
            Why::ReplyStaysApart => {
                self.why_reply_stays_apart(self.key(Scope::Drafts, &Action::AcceptAll))
            }
            Why::NoCounterpart => self.why_no_counterpart(),
            Why::OneClause => self.why_one_clause(),
            Why::NoText => self.why_no_text(),
            Why::NoPicture => self.why_no_picture(self.key(Scope::Week, &Action::Fields)),
            Why::NeedsModel => {
                self.noticed(&Notice::Failed(Failure::AiUnusable { why: Unusable::NeedsAi }))
            }
            Why::NoTopic => self.why_no_topic(),
            Why::NoNote => self.why_no_note(),
            Why::AlreadySettled => self.why_already_settled(),
            Why::TooManySuggestions => {
                self.why_too_many_suggestions(self.key(Scope::Form, &Action::Toggle))
            }
            Why::NoChannels => self.why_no_channels(self.key(Scope::Week, &Action::Fields)),
            Why::AnIdeaHasNoTime => {
                self.why_idea_has_no_time(self.key(Scope::Backlog, &Action::Move))
            }
            Why::AnIdeaIsNotApproved => {
                self.approve_why_idea(self.key(Scope::Backlog, &Action::Move))
            }
            Why::AlreadyApproved => {
                self.approve_why_already(self.key(Scope::Approve, &Action::Revoke))
            }
            Why::NothingApproved => self.approve_why_nothing(),
            Why::LeaveSuggestions => {
                self.approve_why_leave(self.key(Scope::Drafts, &Action::Cancel))
            }
            Why::TypedByHand => self.approve_why_typed(),
            Why::NoOtherPost => self.approve_why_only_one(),
            Why::InThePast => self.why_in_the_past(),
            Why::NotYetRead => self.why_not_yet_read(),
            Why::NewPostAway => self.why_new_post_away(),
            Why::NothingNeedsYou => self.why_nothing_needs_you(),
            Why::NothingElseNeedsYou => self.why_nothing_else_needs_you(),
            Why::NotHere => self.why_not_here(),
        }
    }
}
