//! What can lie on top of the calendar: one variant a room, every call passed on.

use crate::features::{Ctx, Outcome, Pane, ViewCtx, ask, drafts, editor, fields, help, search};
use crate::vocab::{Action, Effect, Event, Mouse, Scope, Screen};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub enum Layer {
    Drafts(Box<drafts::State>),
    Editor(Box<editor::State>),
    Fields(Box<fields::State>),
    Search(Box<search::State>),
    Help(Box<help::State>),
    Ask(Box<ask::State>),
}
