//! The state of the program, and the way of an input through it: key → action → the top
//! layer, else the calendar, else the app itself.

use super::paint::Below;
use super::undo::Undo;
use super::{Layer, Look, World};
use crate::domain::{Brief, Change, ChangeSet, Id, Label, Memo, Seen};
use crate::features::{Ctx, Outcome, Pane, Typed, ask, calendar, editor};
use crate::keymap::KeyReader;
use crate::ui::layout;
use crate::vocab::{
    Action, Effect, Event, Input, InputKind, Notice, Provenance, Recovered, Scope, Screen, Why,
};
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct App {
    pub world: World,
    pub calendar: calendar::State,
    /// What lies on top of the calendar; the last one has the keys.
    pub layers: Vec<Layer>,
    pub(super) keys: KeyReader,
    /// The letters typed so far on a row of choices.
    pub(super) typed: Typed,
    pub(super) undo: Undo,
    pub(super) notice: Option<Notice>,
    /// What was said when the minute changed last, and after which turn.
    pub(super) stood: Option<(u64, Notice)>,
    /// Counts what the person has asked for.
    pub(super) turn: u64,
    pub(super) status: Status,
    pub(super) area: Rect,
    /// What lies under the layers, while only they change.
    pub(super) below: Memo<(Rect, Rect, bool), Arc<Below>>,
    /// It has been said that nobody signs what is decided.
    pub(super) unsigned: bool,
    /// What the footer was last clicked for.
    pub(super) footer_click: Option<Action>,
    /// Texts that are in the journal and in no file: asked about before one writes there.
    pub(super) left: Vec<Recovered>,
    /// Words typed for requests that the panes were left before an answer, by post.
    pub(super) unheard: BTreeMap<Id, Brief>,
    /// Notes that were begun and are in no file yet.
    pub(super) unsaid: Vec<ask::NoteForm>,
    /// Leaves as soon as the journal has answered for what was typed.
    pub(super) quitting: bool,
    /// What is to be done once the first frame is on the screen.
    first: Vec<Effect>,
    /// The zone of the machine, where it is known: shown when it is not the brand's.
    pub viewer: Option<chrono_tz::Tz>,
}

/// What the header says besides the week.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Status {
    pub branch: Option<String>,
    pub changed: usize,
    pub ahead: usize,
    pub behind: usize,
    /// The AI last found, and whether it answers; without a name the composer, which is none.
    pub source: Option<(String, bool)>,
}

impl App {
    pub fn new(world: World) -> Self {
        let calendar = calendar::State::new(world.now.today());
        Self {
            world,
            calendar,
            layers: Vec::new(),
            keys: KeyReader::default(),
            typed: Typed::default(),
            undo: Undo::default(),
            notice: None,
            stood: None,
            turn: 0,
            status: Status::default(),
            left: Vec::new(),
            unheard: BTreeMap::new(),
            unsaid: Vec::new(),
            quitting: false,
            area: Rect::new(0, 0, 80, 24),
            below: Memo::default(),
            unsigned: false,
            footer_click: None,
            first: Vec::new(),
            viewer: None,
        }
    }

    /// What the first frame does not need.
    pub fn begin(&mut self) -> Vec<Effect> {
        let ctx = self.world.ctx(self.body_pane());
        let mut effects = std::mem::take(&mut self.first);
        effects.extend(calendar::start(&mut self.calendar, &ctx));
        effects
    }

    /// Takes in an event before anything may be asked of the crew; what the calendar
    /// would ask now it asks in [`App::begin`].
    pub fn learn(&mut self, event: &Event) {
        self.below.forget();
        self.world.learn(event);
        let ctx = self.world.ctx(self.body_pane());
        let asked = calendar::on_event(&mut self.calendar, event, &ctx);
        self.first.extend(asked);
    }

    pub fn resize(&mut self, area: Rect) {
        self.area = area;
    }

    pub fn input(&mut self, input: &Input, look: &Look) -> Vec<Effect> {
        let scopes = self.scopes();
        let action = match &input.kind {
            InputKind::Key(key) => self.keys.read(&look.keymap, *key, &scopes),
            InputKind::Paste(text) => {
                self.keys.forget();
                look.keymap.paste(text.clone(), &scopes)
            }
            InputKind::Mouse(mouse) => {
                self.keys.forget();
                self.clicked(*mouse, look)
            }
            InputKind::Resize { width, height } => {
                self.area = Rect::new(0, 0, *width, *height);
                None
            }
            InputKind::FocusGained | InputKind::FocusLost => None,
        };
        let Some(action) = action else { return Vec::new() };
        let action = match action {
            Action::ByLetter(letter) => self.by_letter(letter, input.read_at, look),
            other => {
                self.typed.forget();
                Some(other)
            }
        };
        let Some(action) = action else { return Vec::new() };
        self.turn += 1;
        self.quitting &= matches!(action, Action::Quit | Action::Back);
        // A notice stays until the next thing the person does.
        if input.provenance != Provenance::Terminal {
            self.notice = None;
        }
        if matches!(action, Action::Up | Action::Down | Action::Wheel { .. }) {
            self.hold_scroll(look);
        }
        let layers = self.layers.len();
        let effects = self.act(&action);
        let above = layers > 0 && !effects.iter().any(reaches_below);
        let effects = self.settle(effects, look);
        if !above || self.layers.len() != layers {
            self.below.forget();
        }
        effects
    }

    pub fn event(&mut self, event: &Event, look: &Look) -> Vec<Effect> {
        // That a letter is in the journal is of the text it was typed into alone.
        if !matches!(event, Event::TextKept { .. }) {
            self.below.forget();
        }
        let was_refused = self.world.keeping.refused.is_some();
        let before = self.touched(event);
        let stood = self.approved(event);
        self.world.learn(event);
        let after = self.touched(event);
        self.give_way(event);
        self.tell(event);
        let mut out = Vec::new();
        while let Some(step) = self.undo.due() {
            out.extend(self.step(step.map(Some)));
        }
        if let (Event::NotKept(failure), false) = (event, was_refused) {
            self.notice = Some(Notice::NotKept(failure.clone()));
        }
        if let Event::Applied { set, .. } = event {
            out.extend(self.in_file(set));
        }
        let mut effects = self.quit_when_kept(event);
        let ctx = self.world.ctx(self.body_pane());
        effects.extend(calendar::on_event(&mut self.calendar, event, &ctx));
        effects.extend(self.show_step(before, after));
        self.say_voided(&stood);
        for at in 0..self.layers.len() {
            let ctx = self.world.ctx(self.layers[at].pane(self.area));
            let mut more = self.layers[at].on_event(event, &ctx);
            // What is done with is closed only where nothing lies over it.
            if matches!(self.layers[at], Layer::Approve(_)) && at + 1 < self.layers.len() {
                more.retain(|effect| *effect != Effect::Close);
            }
            effects.extend(more);
        }
        out.extend(self.settle(effects, look));
        out
    }

    /// Nearest first: the top layer's, or the calendar's, then those of everywhere.
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = match self.layers.last() {
            Some(layer) => layer.scopes(),
            None => calendar::scopes(&self.calendar),
        };
        scopes.push(Scope::Global);
        scopes
    }

    pub(super) fn act(&mut self, action: &Action) -> Vec<Effect> {
        let outcome = if let Some(layer) = self.layers.last_mut() {
            let ctx = self.world.ctx(layer.pane(self.area));
            layer.update(action, &ctx)
        } else {
            let ctx = self.world.ctx(self.body_pane());
            calendar::update(&mut self.calendar, action, &ctx)
        };
        match outcome {
            Outcome::Handled(mut effects) => {
                let opens = |effect: &Effect| matches!(effect, Effect::Show(Screen::Editor { .. }));
                // The editor opens beside the week; asked for in full, it is widened at once.
                if *action == Action::FullScreen && effects.iter().any(opens) {
                    effects.push(Effect::Do(Box::new(Action::FullScreen)));
                }
                effects
            }
            Outcome::Disabled(why) => vec![Effect::Say(Notice::Cannot(why))],
            Outcome::Ignored => self.everywhere(action),
        }
    }

    /// What no room wanted.
    fn everywhere(&mut self, action: &Action) -> Vec<Effect> {
        match action {
            Action::Help => vec![Effect::Show(Screen::Help)],
            Action::Palette => vec![Effect::Show(Screen::Palette)],
            Action::Search => vec![Effect::Show(Screen::Search)],
            Action::GoVoice => vec![Effect::Show(Screen::Voice)],
            Action::GoNeeds => vec![Effect::Show(Screen::Needs)],
            Action::Undo => vec![Effect::Undo],
            Action::Redo => vec![Effect::Redo],
            Action::Back if self.layers.is_empty() => vec![Effect::Quit],
            Action::Back | Action::Cancel if !self.layers.is_empty() => vec![Effect::Close],
            Action::GoCalendar => {
                self.close_all();
                Vec::new()
            }
            Action::Redraw => vec![Effect::Redraw],
            Action::Suspend => vec![Effect::Suspend],
            Action::Quit => vec![Effect::Quit],
            // A wheel over nothing, an Esc with nothing to leave: no word is lost on it.
            Action::Cancel
            | Action::Point(_)
            | Action::OpenAt(_)
            | Action::DragTo(_)
            | Action::Drop(_)
            | Action::Wheel { .. } => Vec::new(),
            _ => vec![Effect::Say(Notice::Cannot(Why::NotHere))],
        }
    }

    /// Carries out what concerns the app itself; the rest goes to the runtime.
    pub(super) fn settle(&mut self, effects: Vec<Effect>, look: &Look) -> Vec<Effect> {
        let mut out = Vec::new();
        for effect in effects {
            match effect {
                Effect::Show(screen) => {
                    let more = self.show(screen, look);
                    out.extend(self.settle(more, look));
                }
                Effect::Close => {
                    let forgotten = self.close();
                    out.extend(forgotten.map(|set| self.ordered(set)));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                Effect::GoTo { date, time, post } => {
                    let ctx = self.world.ctx(self.body_pane());
                    let (calendar, post) = (&mut self.calendar, post.as_ref());
                    let more = calendar::go_to(calendar, (date, time), post, &ctx);
                    out.extend(self.settle(more, look));
                }
                Effect::SetFilter(filter) => {
                    let ctx = self.world.ctx(self.body_pane());
                    calendar::set_filter(&mut self.calendar, filter, &ctx);
                }
                Effect::Do(action) => {
                    let more = self.act(&action);
                    out.extend(self.settle(more, look));
                }
                Effect::LetGo(week) => {
                    self.world.shelf.let_go(week, self.world.workspace.zone);
                    out.push(Effect::LetGo(week));
                }
                Effect::Undo => {
                    let step = self.undo.undo();
                    out.extend(self.step(step));
                }
                Effect::Redo => {
                    let step = self.undo.redo();
                    out.extend(self.step(step));
                }
                Effect::Apply(set) => {
                    let set = self.undo.doing(set);
                    out.push(self.ordered(set));
                }
                // Asked again before the journal has answered, it is not waited for.
                Effect::Quit if self.world.keeping.is_all_kept() || self.quitting => {
                    out.push(Effect::Quit);
                }
                Effect::Quit => {
                    self.quitting = true;
                    out.extend(self.world.keeping.again());
                }
                other => {
                    self.world.keeping.asked(&other);
                    out.push(other);
                }
            }
        }
        out
    }

    /// A step back or forth, which may have to wait for what is on its way.
    fn step(&mut self, step: Result<Option<ChangeSet>, Why>) -> Option<Effect> {
        match step {
            Ok(Some(ChangeSet { label: Label::Approve(post), .. })) => Some(Effect::Revoke(post)),
            Ok(set) => set.map(|set| self.ordered(set)),
            Err(why) => {
                self.notice = Some(Notice::Cannot(why));
                None
            }
        }
    }

    pub(super) fn close_all(&mut self) {
        while self.put_away().is_some() {}
    }

    fn put_away(&mut self) -> Option<Layer> {
        let layer = self.layers.pop()?;
        match &layer {
            Layer::Editor(state) => {
                if matches!(**state, editor::State::Rescue(_)) {
                    self.left.clear();
                }
                self.left.extend(state.unsaved(self.world.now.utc));
            }
            Layer::Drafts(state) => {
                self.unheard.extend(state.unheard().map(|brief| (state.post.clone(), brief)));
            }
            Layer::Ask(state) => {
                if let ask::State::Note(form) = &**state {
                    self.unsaid.retain(|other| other.new != form.new);
                    self.unsaid.extend((!form.is_blank()).then(|| (**form).clone()));
                }
            }
            _ => {}
        }
        Some(layer)
    }

    /// Closes the top layer. A post that was just made and left without a word is not
    /// left behind.
    fn close(&mut self) -> Option<ChangeSet> {
        let Layer::Editor(state) = self.put_away()? else { return None };
        let entry = self.world.shelf.get(state.post()?)?;
        let blank = entry.post.is_blank() && state.unsaved(self.world.now.utc).is_empty();
        if blank { self.undo.forget(&entry.post.id) } else { None }
    }

    /// What an event means for the line at the bottom and for the header.
    fn tell(&mut self, event: &Event) {
        match event {
            Event::Applied { set, .. } => {
                let notice = self.undo.applied(set, &self.world.shelf);
                self.notice = notice.or(self.notice.take());
                for change in &set.changes {
                    if let Change::Note(note) = change {
                        self.unsaid.retain(|form| !form.new.became(note));
                    }
                }
                if self.world.nobody && set.label.is_decision() && !self.unsigned {
                    self.unsigned = true;
                    self.notice = Some(Notice::Unsigned);
                }
            }
            Event::NotApplied { set, failure } => {
                self.undo.refused(set);
                self.notice = Some(Notice::Failed(failure.clone()));
            }
            Event::Approved { entry, rush } => {
                self.undo.approved(&entry.post.id);
                let post = entry.post.short_title().into_owned();
                self.notice = Some(Notice::Approved { post, rush: *rush });
            }
            Event::TouchWanted => self.notice = Some(Notice::TouchKey),
            Event::NotApproved { why, .. } => self.notice = Some(Notice::NotApproved(*why)),
            Event::Revoked { entry } => {
                self.undo.revoked(&entry.post.id);
                let post = entry.post.short_title().into_owned();
                self.notice = Some(Notice::Revoked { post });
            }
            Event::NotDone(failure) => self.notice = Some(Notice::Failed(failure.clone())),
            Event::TextCopied { characters } => {
                let without = match self.notice.take() {
                    Some(Notice::LinkNotIn(link)) => Some(link),
                    _ => None,
                };
                self.notice = Some(Notice::TextCopied { characters: *characters, without });
            }
            Event::OpenElsewhere => self.notice = Some(Notice::OpenElsewhere),
            Event::Recovered(texts) => {
                let rescue = editor::State::recovered(texts.clone());
                self.layers.push(Layer::Editor(Box::new(rescue)));
            }
            Event::SourcesFound(sources) => {
                let first = sources.iter().find(|source| source.is_ai);
                let ai = |source: &crate::vocab::SourceInfo| {
                    (source.profile.clone(), source.reachable.unwrap_or(true))
                };
                self.status.source = Some(first.map_or_else(Default::default, ai));
            }
            Event::HistoryRead { branch, changed, ahead, behind, .. } => {
                self.status.branch.clone_from(branch);
                (self.status.changed, self.status.ahead, self.status.behind) =
                    (*changed, *ahead, *behind);
            }
            _ => {}
        }
    }

    pub(super) fn body_pane(&self) -> Pane {
        let body = self.week_area(self.area);
        Pane { width: body.width, height: body.height }
    }

    /// Where the calendar stands: the whole body, or what a text beside it leaves.
    pub(super) fn week_area(&self, screen: Rect) -> Rect {
        let body = layout::frame(screen).body;
        let beside = self.layers.iter().any(Layer::is_beside);
        layout::beside_text(body).filter(|_| beside).map_or(body, |(week, _)| week)
    }

    /// The pane of whatever has the keys.
    pub(super) fn top_pane(&self) -> Pane {
        self.layers.last().map_or_else(|| self.body_pane(), |layer| layer.pane(self.area))
    }

    /// What stands before the eyes of whoever may say yes; `None` anywhere else.
    pub fn seen(&self) -> Option<Seen> {
        let layer = self.layers.last()?;
        layer.seen(&self.world.ctx(layer.pane(self.area)))
    }

    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// The context of the calendar, for whoever asks from outside.
    pub fn ctx(&self) -> Ctx<'_> {
        self.world.ctx(self.body_pane())
    }
}

/// Carrying it out changes more than the layer that asked for it.
fn reaches_below(effect: &Effect) -> bool {
    use Effect::{Close, Do, GoTo, SetFilter, Show};
    matches!(effect, Show(_) | Close | GoTo { .. } | SetFilter(_) | Do(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Label};
    use crate::features::fixture::Bottega;
    use crate::i18n::Language;

    fn app() -> App {
        let bottega = Bottega::new(Language::Italian);
        let (workspace, now) = (bottega.workspace.clone(), bottega.ctx().now);
        App::new(World {
            workspace,
            networks: crate::checks::networks(),
            shelf: crate::domain::Shelf::default(),
            ids: Ids::from_seed(1),
            now,
            by: String::new(),
            keeping: crate::vocab::Keeping::default(),
            by_git: true,
            nobody: false,
        })
    }

    fn look() -> Look {
        let bottega = Bottega::new(Language::Italian);
        Look::new(bottega.words, bottega.theme, crate::keymap::Keymap::builtin())
    }

    #[test]
    fn looking_at_the_keys_uses_up_no_id() {
        let (mut app, look) = (app(), look());
        let before = app.world.ids.clone();
        app.show(Screen::Help, &look);
        app.show(Screen::Palette, &look);
        assert_eq!(app.world.ids, before);
    }

    #[test]
    fn beside_the_tour_no_key_is_named_that_does_nothing_there() {
        let (mut app, look) = (app(), look());
        app.tour(&look);
        let footer = app.footer(Vec::new(), &look.words, &app.hints(&look));
        let names = |action: Action| footer.hints.iter().any(|hint| hint.action == action);
        assert!(names(Action::New) && names(Action::Drafts));
        assert!(!names(Action::Approve) && !names(Action::MarkPublished), "there is no post");
    }

    fn decided(app: &mut App, label: Label) -> Option<Notice> {
        let set = ChangeSet { label, changes: Vec::new() };
        let set = app.undo.doing(set);
        app.notice = None;
        app.tell(&Event::Applied { set, entries: Vec::new(), removed: Vec::new() });
        app.notice.clone()
    }

    #[test]
    fn that_nobody_signs_is_said_at_the_first_decision_and_never_again() {
        let mut app = app();
        assert_ne!(decided(&mut app, Label::Accept), Some(Notice::Unsigned), "git was not asked");
        let author = None;
        let (branch, changed, ahead, behind) = (None, 0, 0, 0);
        app.world.learn(&Event::HistoryRead { author, branch, changed, ahead, behind });
        assert_ne!(decided(&mut app, Label::Move), Some(Notice::Unsigned), "nothing was decided");
        assert_eq!(decided(&mut app, Label::Reject), Some(Notice::Unsigned));
        assert_ne!(decided(&mut app, Label::Reject), Some(Notice::Unsigned));
    }
}
