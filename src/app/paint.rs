//! The whole screen as one picture: header, the calendar or what covers it, overlays,
//! footer. And the way back: what stands under the mouse.

use super::{App, Layer, Look};
use crate::features::{Pane, ViewCtx, approve, calendar, editor, needs, review, voice};
use crate::i18n::Words;
use crate::ui::plain::Said;
use crate::ui::{self, FooterView, HeaderView, Need, Toast, layout};
use crate::vocab::{Action, Mouse, MouseKind, Notice, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::sync::Arc;

/// What there is to be heard, and how far from the calendar.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    pub depth: usize,
    pub said: Said,
    pub notice: Option<String>,
    /// Counts what the person has asked for.
    pub turn: u64,
    /// The keys that work here.
    pub hints: String,
}

impl App {
    /// Draws everything; the place of the text cursor, where there is one.
    pub fn paint(&self, look: &Look, buf: &mut Buffer) -> Option<(u16, u16)> {
        let hints = self.hints(look);
        let needs = if self.layers.is_empty() {
            self.paint_below(look, &hints, buf)
        } else {
            let covered = is_covered(&self.layers, buf.area);
            let week = self.week_area(buf.area);
            let below = self.below.get((buf.area, week, covered), |_| {
                let mut picture = Buffer::empty(buf.area);
                let needs = self.paint_below(look, &hints, &mut picture);
                Arc::new(Below { picture, needs })
            });
            buf.content.clone_from_slice(&below.picture.content);
            below.needs.clone()
        };
        let mut cursor = None;
        for layer in &self.layers {
            let cx = self.view_ctx(look, &hints, layer.pane(buf.area));
            layer.paint(&cx, buf.area, buf);
            // What lies below another layer is not being typed into.
            cursor = ui::take_cursor(buf, &look.theme);
        }
        let footer = layout::frame(buf.area).footer;
        self.footer(needs, &look.words, &hints).draw(footer, buf, &look.theme);
        if look.theme.ascii {
            ui::to_ascii(buf);
        }
        ui::settle_wide(buf);
        cursor
    }

    /// The header and the week; what the footer says of it.
    fn paint_below(&self, look: &Look, hints: &[ui::Hint], buf: &mut Buffer) -> Vec<Need> {
        let area = buf.area;
        let frame = layout::frame(area);
        let cx = self.view_ctx(look, hints, self.body_pane());
        let week = calendar::Grid::of(&self.calendar, &cx.ctx);
        ui::fill(buf, area, look.theme.text);
        self.header(&cx).draw(frame.header, buf, &look.theme);
        if !is_covered(&self.layers, area) {
            let week_area = self.week_area(area);
            calendar::view(&self.calendar, &week, &cx).draw(week_area, buf, &look.theme);
            if week_area != frame.body {
                ui::line_beside(week_area, buf, &look.theme);
            }
        }
        self.needs(&week, &cx)
    }

    /// The same screen for whoever listens: the top layer, what lies below it is quiet.
    pub fn spoken(&self, look: &Look) -> Spoken {
        let hints = self.hints(look);
        let cx = self.view_ctx(look, &hints, self.top_pane());
        let said = match self.layers.last() {
            Some(layer) => layer.spoken(&cx),
            None => calendar::plain(&self.calendar, &cx),
        };
        Spoken {
            // Each layer may have one view over its own.
            depth: 2 * self.layers.len() + usize::from(said.over),
            said,
            notice: self.notice.as_ref().map(|notice| look.words.notice(notice)),
            turn: self.turn,
            hints: look.spoken_hints(&self.scopes(), &hints),
        }
    }

    /// What a mouse event asks for, by what was drawn under it.
    pub(super) fn clicked(&mut self, mouse: Mouse, look: &Look) -> Option<Action> {
        let frame = layout::frame(self.area);
        let at = Position { x: mouse.column, y: mouse.row };
        if !frame.footer.contains(at) {
            return self.pointed(mouse, look);
        }
        if mouse.kind != MouseKind::Down {
            return None;
        }
        let hints = self.hints(look);
        let cx = self.view_ctx(look, &hints, self.top_pane());
        let needs = self.needs(&calendar::Grid::of(&self.calendar, &cx.ctx), &cx);
        let footer = self.footer(needs, cx.words, cx.hints);
        let asked = footer.action_at(frame.footer, mouse.column, mouse.row).cloned();
        // The first click of two may have put another key under the second one.
        if mouse.clicks > 1 && asked != self.footer_click {
            return None;
        }
        self.footer_click.clone_from(&asked);
        match asked? {
            // Of a row of figures none was pressed: the room asks for one.
            Action::Pick(_) => Some(Action::Pick(0)),
            action => Some(action),
        }
    }

    /// Where a letter leads on a row of choices, by what they are called on the screen;
    /// nowhere where none begins with it.
    pub(super) fn by_letter(&mut self, letter: char, at: u64, look: &Look) -> Option<Action> {
        let hints = self.hints(look);
        let cx = self.view_ctx(look, &hints, self.top_pane());
        let row = self.layers.last()?.choices(&cx)?;
        self.typed.letter(letter, at, &row).map(Action::ToChoice)
    }

    /// The inspector is scrolled on from where it is seen to stand: how far it goes, only
    /// the layout knows, and a screen may have grown since.
    pub(super) fn hold_scroll(&mut self, look: &Look) {
        if self.layers.is_empty() && self.calendar.scroll > 0 {
            let hints = self.hints(look);
            let cx = self.view_ctx(look, &hints, self.body_pane());
            let last = calendar::last_scroll(&self.calendar, &cx, self.week_area(self.area));
            self.calendar.scroll = self.calendar.scroll.min(last);
        }
    }

    /// A frame is on the screen, or was read aloud: how far it shows what somebody may say
    /// yes to, only the layout knows.
    pub fn was_shown(&mut self, look: &Look) {
        let Some(Layer::Approve(state)) = self.layers.last() else { return };
        let hints = self.hints(look);
        let cx = self.view_ctx(look, &hints, self.top_pane());
        let area = layout::frame(self.area).body;
        let sight = approve::sight(state, &cx, area);
        let Some(Layer::Approve(state)) = self.layers.last_mut() else { return };
        state.was_shown(sight);
        if look.aloud {
            state.was_told();
        }
    }

    fn pointed(&self, mouse: Mouse, look: &Look) -> Option<Action> {
        let hints = self.hints(look);
        let cx = self.view_ctx(look, &hints, self.top_pane());
        match self.layers.last() {
            Some(layer) => layer.hit(&cx, self.area, &mouse),
            None => calendar::hit(&self.calendar, &cx, self.week_area(self.area), &mouse),
        }
    }

    /// The keys that work here and now. With a card in hand nothing else is begun.
    pub(super) fn hints(&self, look: &Look) -> Vec<ui::Hint> {
        let mut hints = look.hints(&self.scopes());
        if !self.layers.last().is_none_or(Layer::completes) {
            hints.retain(|hint| hint.action != Action::Complete);
        }
        if let Some(Layer::Voice(state)) = self.layers.last() {
            let ctx = self.world.ctx(self.top_pane());
            hints.retain(|hint| voice::offers(state, &hint.action, &ctx));
        }
        if let Some(Layer::Review(state)) = self.layers.last() {
            let ctx = self.world.ctx(self.top_pane());
            hints.retain(|hint| review::offers(state, &hint.action, &ctx));
        }
        if let Some(Layer::Needs(state)) = self.layers.last() {
            hints.retain(|hint| needs::offers(state, &hint.action));
        }
        if let Some(Layer::Approve(state)) = self.layers.last() {
            let cx = self.view_ctx(look, &[], self.top_pane());
            // What is told aloud is told to its end at once.
            let area = layout::frame(self.area).body;
            let mut sight = approve::sight(state, &cx, area);
            if look.aloud {
                (sight.last, sight.rows) = (0, sight.rows.max(1));
            }
            hints.retain(|hint| approve::offers(state, &hint.action, sight, &cx.ctx));
            if state.confirm.is_some() {
                // The way to what is out of sight comes before the finer points of typing.
                hints.sort_by_key(|hint| match hint.action {
                    Action::Confirm => 0,
                    Action::PageDown => 1,
                    _ => 2,
                });
            }
        }
        if let Some(Layer::Editor(state)) = self.layers.last() {
            let ctx = self.world.ctx(self.top_pane());
            hints.retain(|hint| editor::offers(state, &hint.action, &ctx));
        }
        if let Some(Layer::Help(_)) = self.layers.last() {
            hints.retain(|hint| hint.action != Action::Help);
        }
        if self.layers.is_empty() && self.calendar.moving().is_some() {
            hints.retain(|hint| !matches!(hint.action, Action::Search | Action::Palette));
        }
        hints
    }

    fn view_ctx<'a>(&'a self, look: &'a Look, hints: &'a [ui::Hint], pane: Pane) -> ViewCtx<'a> {
        ViewCtx { ctx: self.world.ctx(pane), words: &look.words, theme: &look.theme, hints }
    }

    fn header(&self, cx: &ViewCtx) -> HeaderView {
        let status = &self.status;
        let around = calendar::Around {
            branch: status.branch.as_deref(),
            changed: status.changed,
            ahead: status.ahead,
            behind: status.behind,
            source: status.source.as_ref().map(|(name, answers)| (name.as_str(), *answers)),
            viewer: self.viewer,
        };
        calendar::header(&self.calendar, &around, cx)
    }

    fn needs(&self, week: &calendar::Grid, cx: &ViewCtx) -> Vec<Need> {
        if is_covered(&self.layers, self.area) {
            // They are the week's, and the week is out of sight.
            return Vec::new();
        }
        let mut needs = calendar::needs(&self.calendar, week, cx);
        if !self.layers.is_empty() {
            // What lies over the week is left by its own keys.
            for need in &mut needs {
                need.action = None;
            }
        }
        needs
    }

    pub(super) fn footer(&self, needs: Vec<Need>, words: &Words, hints: &[ui::Hint]) -> FooterView {
        let toast = self.notice.as_ref().map(|notice| Toast {
            text: words.notice(notice),
            shorter: words.notice_shorter(notice),
            warn: matches!(
                notice,
                Notice::Failed(_)
                    | Notice::Cannot(_)
                    | Notice::NotKept(_)
                    | Notice::LeftUnkept
                    | Notice::NotApproved(_)
                    | Notice::NotTheHash { .. }
                    | Notice::HeldBack(_)
                    | Notice::NothingToApprove(_)
            ),
        });
        // Reasons stand above, in the question they answer.
        let hints = hints.iter().filter(|hint| !matches!(hint.action, Action::Because(_)));
        // What needs a person may name a key that works elsewhere; here only what works here.
        let ctx = self.world.ctx(self.top_pane());
        let offered = |action| calendar::offers(&self.calendar, action, &ctx);
        // Under the tour the week's keys work already.
        let weeks = |layer: &Layer| layer.scopes().contains(&Scope::Week);
        let weeks = self.layers.last().is_none_or(weeks);
        let hints = hints.filter(|hint| !weeks || offered(&hint.action));
        FooterView { toast, needs, hints: hints.cloned().collect() }
    }
}

/// The header and the week as they were drawn under other layers: a letter typed into one
/// of those changes nothing here.
pub(super) struct Below {
    picture: Buffer,
    needs: Vec<Need>,
}

/// A layer takes the whole body: the week is not drawn.
fn is_covered(layers: &[Layer], area: Rect) -> bool {
    layers.iter().any(|layer| layer.covers(area))
}
