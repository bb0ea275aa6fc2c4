//! What can lie on top of the calendar: one variant a room, every call passed on.

use crate::domain::Seen;
use crate::features::{
    Ctx, Names, Outcome, Pane, ViewCtx, approve, ask, drafts, editor, fields, help, needs, origin,
    review, search, voice,
};
use crate::ui::plain::Said;
use crate::ui::{self, layout};
use crate::vocab::{Action, Effect, Event, Mouse, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Rows of a screen on which an overlay leaves the header alone.
const ROOMY: u16 = 30;

pub enum Layer {
    Approve(Box<approve::State>),
    Ask(Box<ask::State>),
    Drafts(Box<drafts::State>),
    Editor(Box<editor::State>),
    Fields(Box<fields::State>),
    Help(Box<help::State>),
    Needs(Box<needs::State>),
    Origin(Box<origin::State>),
    Review(Box<review::State>),
    Search(Box<search::State>),
    Voice(Box<voice::State>),
}

/// The same call for whichever room it is.
macro_rules! each {
    ($layer:expr, $room:ident, $state:ident => $body:expr) => {
        match $layer {
            Layer::Approve($state) => {
                use approve as $room;
                $body
            }
            Layer::Ask($state) => {
                use ask as $room;
                $body
            }
            Layer::Drafts($state) => {
                use drafts as $room;
                $body
            }
            Layer::Editor($state) => {
                use editor as $room;
                $body
            }
            Layer::Fields($state) => {
                use fields as $room;
                $body
            }
            Layer::Help($state) => {
                use help as $room;
                $body
            }
            Layer::Needs($state) => {
                use needs as $room;
                $body
            }
            Layer::Origin($state) => {
                use origin as $room;
                $body
            }
            Layer::Review($state) => {
                use review as $room;
                $body
            }
            Layer::Search($state) => {
                use search as $room;
                $body
            }
            Layer::Voice($state) => {
                use voice as $room;
                $body
            }
        }
    };
}

impl Layer {
    pub fn update(&mut self, action: &Action, ctx: &Ctx) -> Outcome {
        each!(self, room, state => room::update(state, action, ctx))
    }

    pub fn on_event(&mut self, event: &Event, ctx: &Ctx) -> Vec<Effect> {
        each!(self, room, state => room::on_event(state, event, ctx))
    }

    pub fn scopes(&self) -> Vec<Scope> {
        each!(self, room, state => room::scopes(state))
    }

    pub fn hit(&self, cx: &ViewCtx, screen: Rect, mouse: &Mouse) -> Option<Action> {
        let area = self.area(screen);
        each!(self, room, state => room::hit(state, cx, area, mouse))
    }

    /// The choices of the row in focus, where letters lead to them.
    pub fn choices(&self, cx: &ViewCtx) -> Option<Names> {
        match self {
            Self::Ask(state) => ask::choices(state, cx),
            Self::Drafts(state) => drafts::choices(state, cx),
            Self::Fields(state) => fields::choices(state, cx),
            Self::Approve(_)
            | Self::Editor(_)
            | Self::Help(_)
            | Self::Needs(_)
            | Self::Origin(_)
            | Self::Review(_)
            | Self::Search(_)
            | Self::Voice(_) => None,
        }
    }

    /// It takes the whole body, so that nothing below it needs to be drawn.
    pub fn covers(&self, screen: Rect) -> bool {
        self.area(screen) == layout::frame(screen).body
    }

    /// It stands beside the week, where there is room for both.
    pub fn is_beside(&self) -> bool {
        matches!(self, Self::Editor(state) if !state.is_full())
    }

    /// Screens stay between header and footer; overlays may lie anywhere above the footer.
    pub fn area(&self, screen: Rect) -> Rect {
        let frame = layout::frame(screen);
        match self {
            Self::Approve(_)
            | Self::Drafts(_)
            | Self::Needs(_)
            | Self::Origin(_)
            | Self::Review(_)
            | Self::Voice(_) => frame.body,
            Self::Editor(state) if state.is_full() => frame.body,
            // Beside the week, where there is room for both.
            Self::Editor(_) => layout::beside_text(frame.body).map_or(frame.body, |(_, text)| text),
            Self::Ask(_) | Self::Fields(_) | Self::Help(_) | Self::Search(_) => {
                // The header stays in sight where there are rows for both.
                let top = if screen.height < ROOMY { screen.y } else { frame.header.bottom() };
                Rect { y: top, height: frame.footer.y - top, ..screen }
            }
        }
    }

    /// Something in it can be completed, so the key for it is worth a word.
    pub fn completes(&self) -> bool {
        match self {
            Self::Ask(state) => match &**state {
                ask::State::Published(form) => form.focus == 1,
                ask::State::Note(form) => form.is_on_names() && !form.known.is_empty(),
                _ => false,
            },
            Self::Fields(state) => fields::completes(state),
            Self::Editor(_) => true,
            Self::Approve(_)
            | Self::Drafts(_)
            | Self::Help(_)
            | Self::Needs(_)
            | Self::Origin(_)
            | Self::Review(_)
            | Self::Search(_)
            | Self::Voice(_) => false,
        }
    }

    /// What somebody may say yes to.
    pub fn seen(&self, ctx: &Ctx) -> Option<Seen> {
        if let Self::Approve(state) = self { state.seen(ctx) } else { None }
    }

    pub fn pane(&self, screen: Rect) -> Pane {
        let area = self.area(screen);
        Pane { width: area.width, height: area.height }
    }

    /// What there is to be heard of it.
    pub fn spoken(&self, cx: &ViewCtx) -> Said {
        let words = cx.words;
        match self {
            Self::Approve(state) => ui::plain::approve(&approve::view(state, cx)),
            Self::Ask(state) => ui::plain::popup(&ask::view(state, cx), words),
            Self::Drafts(state) => ui::plain::drafts(&drafts::view(state, cx), words),
            Self::Editor(state) => editor::plain(state, cx),
            Self::Fields(state) => ui::plain::form(&fields::view(state, cx), words),
            Self::Help(state) => ui::plain::picker(&help::view(state, cx), cx.words),
            Self::Needs(state) => ui::plain::notes(&needs::view(state, cx), words),
            Self::Origin(state) => ui::plain::origin(&origin::view(state, cx), words),
            Self::Review(state) => ui::plain::notes(&review::view(state, cx), words),
            Self::Search(state) => ui::plain::picker(&search::view(state, cx), cx.words),
            Self::Voice(state) => ui::plain::voice(&voice::view(state, cx), words),
        }
    }

    pub fn paint(&self, cx: &ViewCtx, screen: Rect, buf: &mut Buffer) {
        let area = self.area(screen);
        match self {
            Self::Approve(state) => approve::view(state, cx).draw(area, buf, cx.theme),
            Self::Ask(state) => ui::draw_popup(&ask::view(state, cx), area, buf, cx.theme),
            Self::Drafts(state) => {
                ui::DraftsView::draw(&drafts::view(state, cx), area, buf, cx.theme);
            }
            Self::Editor(state) => editor::draw(&editor::view(state, cx), area, buf, cx.theme),
            Self::Fields(state) => ui::draw_form(&fields::view(state, cx), area, buf, cx.theme),
            Self::Help(state) => ui::draw_picker(&help::view(state, cx), area, buf, cx.theme),
            Self::Needs(state) => needs::view(state, cx).draw(area, buf, cx.theme),
            Self::Origin(state) => origin::view(state, cx).draw(area, buf, cx.theme),
            Self::Review(state) => review::view(state, cx).draw(area, buf, cx.theme),
            Self::Search(state) => ui::draw_picker(&search::view(state, cx), area, buf, cx.theme),
            Self::Voice(state) => voice::view(state, cx).draw(area, buf, cx.theme),
        }
    }
}
