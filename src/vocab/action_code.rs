//! The name of each action in the key table, the settings and `palinsesto keys`.
//! One list makes both directions; a new action without a name does not compile.

use super::Action;
use crate::domain::Reason;
use crate::text::{Edit, Motion};

macro_rules! named {
    ($($variant:ident $code:literal,)*) => {
        impl Action {
            /// Every action without a payload.
            pub const PLAIN: &[Self] = &[$(Self::$variant,)*];

            fn plain_from_code(code: &str) -> Option<Self> {
                Some(match code {
                    $($code => Self::$variant,)*
                    _ => return None,
                })
            }

            /// The name in the key table. `None` for what only a mouse or typing makes.
            pub fn code(&self) -> Option<String> {
                let code = match self {
                    $(Self::$variant => $code,)*
                    Self::Pick(_) => "pick",
                    Self::Choose(_) => "choose",
                    Self::ByLetter(_) => "by-letter",
                    Self::Because(reason) => return Some(format!("because-{}", reason.code())),
                    Self::Write(edit) => edit_code(edit)?,
                    Self::Go { motion, select } => {
                        let verb = if *select { "select" } else { "go" };
                        return Some(format!("{verb}-{}", motion_code(*motion)));
                    }
                    Self::ToChoice(_)
                    | Self::Point(_)
                    | Self::OpenAt(_)
                    | Self::DragTo(_)
                    | Self::Drop(_)
                    | Self::Wheel { .. } => return None,
                };
                Some(code.to_owned())
            }
        }
    };
}

named! {
    Help "help",
    Palette "palette",
    Search "search",
    NextPane "next-pane",
    PreviousPane "previous-pane",
    Undo "undo",
    Redo "redo",
    Back "back",
    Cancel "cancel",
    Confirm "confirm",
    GoCalendar "go-calendar",
    GoIdeas "go-ideas",
    GoVoice "go-voice",
    GoNeeds "go-needs",
    Redraw "redraw",
    Suspend "suspend",
    Quit "quit",
    Left "left",
    Right "right",
    Up "up",
    Down "down",
    First "first",
    Last "last",
    PageUp "page-up",
    PageDown "page-down",
    PreviousWeek "previous-week",
    NextWeek "next-week",
    Today "today",
    GoToDate "go-to-date",
    NextNeed "next-need",
    PreviousNeed "previous-need",
    Open "open",
    New "new",
    Edit "edit",
    Drafts "drafts",
    Move "move",
    MoveAll "move-all",
    PushWeek "push-week",
    Copy "copy",
    Paste "paste",
    Trash "trash",
    Range "range",
    Filter "filter",
    ClearFilter "clear-filter",
    Origin "origin",
    Review "review",
    Hours "hours",
    CopyText "copy-text",
    Helps "helps",
    Fields "fields",
    MarkPublished "mark-published",
    Freeze "freeze",
    Approve "approve",
    SayYes "say-yes",
    Revoke "revoke",
    Fix "fix",
    ToBacklog "to-backlog",
    EditOutside "edit-outside",
    Inspector "inspector",
    FullScreen "full-screen",
    NumberMessages "number-messages",
    TickClaim "tick-claim",
    KeepFact "keep-fact",
    Accept "accept",
    Reject "reject",
    AcceptAll "accept-all",
    RejectAll "reject-all",
    Split "split",
    Rewrite "rewrite",
    Another "another",
    AnotherWith "another-with",
    ShowPrompt "show-prompt",
    WithoutReason "without-reason",
    AskReview "ask-review",
    AskChange "ask-change",
    Remark "remark",
    Reply "reply",
    Resolve "resolve",
    Save "save",
    Revert "revert",
    NextLanguage "next-language",
    CutText "cut-text",
    CopySelection "copy-selection",
    Find "find",
    FindNext "find-next",
    FindPrevious "find-previous",
    Complete "complete",
    Toggle "toggle",
    Remove "remove",
    Add "add",
}

const EDITS: &[Edit] = &[
    Edit::NewLine,
    Edit::Break,
    Edit::DeleteBack,
    Edit::DeleteForward,
    Edit::DeleteWordBack,
    Edit::DeleteWordForward,
    Edit::DeleteSelection,
    Edit::Clear,
    Edit::SelectAll,
    Edit::SelectNone,
    Edit::Undo,
    Edit::Redo,
];

const MOTIONS: &[Motion] = &[
    Motion::Left,
    Motion::Right,
    Motion::Up,
    Motion::Down,
    Motion::WordLeft,
    Motion::WordRight,
    Motion::RowStart,
    Motion::RowEnd,
    Motion::PageUp,
    Motion::PageDown,
    Motion::Start,
    Motion::End,
];

impl Action {
    /// The action of a name. `pick` and `choose` come with 0, `by-letter` with a space: the
    /// key table puts in what was pressed.
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(plain) = Self::plain_from_code(code) {
            return Some(plain);
        }
        let motions = [false, true].into_iter().flat_map(|select| {
            MOTIONS.iter().map(move |motion| Self::Go { motion: *motion, select })
        });
        let edits = EDITS.iter().cloned().map(Self::Write);
        edits
            .chain(Reason::ALL.into_iter().map(Self::Because))
            .chain([Self::Pick(0), Self::Choose(0), Self::ByLetter(' ')])
            .chain(motions)
            .find(|action| action.code().as_deref() == Some(code))
    }
}

fn edit_code(edit: &Edit) -> Option<&'static str> {
    Some(match edit {
        Edit::Type(_) | Edit::Paste(_) => return None,
        Edit::NewLine => "new-line",
        Edit::Break => "new-message",
        Edit::DeleteBack => "delete-back",
        Edit::DeleteForward => "delete-forward",
        Edit::DeleteWordBack => "delete-word-back",
        Edit::DeleteWordForward => "delete-word-forward",
        Edit::DeleteSelection => "delete-selection",
        Edit::Clear => "clear-line",
        Edit::SelectAll => "select-all",
        Edit::SelectNone => "select-none",
        Edit::Undo => "undo-typing",
        Edit::Redo => "redo-typing",
    })
}

fn motion_code(motion: Motion) -> &'static str {
    match motion {
        Motion::Left => "left",
        Motion::Right => "right",
        Motion::Up => "up",
        Motion::Down => "down",
        Motion::WordLeft => "word-left",
        Motion::WordRight => "word-right",
        Motion::RowStart => "row-start",
        Motion::RowEnd => "row-end",
        Motion::PageUp => "page-up",
        Motion::PageDown => "page-down",
        Motion::Start => "start",
        Motion::End => "end",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_leads_back_to_its_action_and_none_is_used_twice() {
        let mut seen = BTreeSet::new();
        for action in Action::PLAIN {
            let code = action.code().expect("a plain action has a name");
            assert_eq!(Action::from_code(&code).as_ref(), Some(action));
            assert!(seen.insert(code.clone()), "{code} names two actions");
        }
        for code in ["pick", "by-letter", "because-not-us", "select-word-left", "delete-word-back"]
        {
            let action = Action::from_code(code).expect(code);
            assert_eq!(action.code().as_deref(), Some(code));
            assert!(seen.insert(code.to_owned()));
        }
        assert_eq!(Action::from_code("approve-all"), None);
    }
}
