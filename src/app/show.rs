//! Opening a screen or an overlay: which room, with what it needs to know.

use super::{App, Layer, Look};
use crate::domain::Id;
use crate::features::{
    Ctx, approve, ask, calendar, drafts, editor, fields, help, needs, origin, review, search, voice,
};
use crate::vocab::{Action, Effect, Notice, Screen, Why};

impl App {
    pub(super) fn show(&mut self, screen: Screen, look: &Look) -> Vec<Effect> {
        let ctx = self.world.ctx(self.body_pane());
        match screen {
            Screen::Week => {
                self.close_all();
                Vec::new()
            }
            Screen::Drafts { post, slot } => {
                let (mut state, effects) = drafts::State::open(post, slot, &ctx);
                state.unanswered = self.unheard.remove(&state.post);
                self.layers.push(Layer::Drafts(Box::new(state)));
                effects
            }
            Screen::Helps { left: Some(left), post, .. }
                if left.at_once && !self.is_on_drafts_of(&post) =>
            {
                // Somebody is at something else by now: the words wait where they came back to.
                Vec::new()
            }
            Screen::Helps { post, channel, left } => {
                let entry = ctx.shelf.get(&post).ok_or(Why::NoPostHere);
                let left = left.or_else(|| drafts::left_of(self.unheard.get(&post)?));
                let state =
                    entry.map(|entry| ask::State::helps(entry, channel.as_ref(), left, &ctx));
                // What only a model can do is marked as soon as it is known that there is none.
                let look = state.is_ok().then_some(Effect::FindSources);
                self.ask_or_say(state).into_iter().chain(look).collect()
            }
            Screen::Helped { post, brief } => {
                // Asked from among the panes, it joins them.
                if let Some(Layer::Drafts(state)) = self.layers.last_mut()
                    && state.post == post
                {
                    return state.helped(*brief, &ctx);
                }
                let (mut state, mut effects) = drafts::State::open(Some(post), None, &ctx);
                state.unanswered = self.unheard.remove(&state.post);
                effects.extend(state.helped(*brief, &ctx));
                self.layers.push(Layer::Drafts(Box::new(state)));
                effects
            }
            Screen::Help => {
                let items = self.items(look);
                self.layers.push(Layer::Help(Box::new(help::State::keys(items))));
                Vec::new()
            }
            Screen::Palette => {
                let items = self.items(look);
                self.layers.push(Layer::Help(Box::new(help::State::palette(items))));
                Vec::new()
            }
            Screen::Editor { post, .. } if self.left.iter().any(|text| text.key.post == post) => {
                let mut rescue = editor::Rescue::new(self.left.clone());
                rescue.choose(&post);
                self.layers.push(Layer::Editor(Box::new(editor::State::Rescue(rescue))));
                Vec::new()
            }
            Screen::Editor { post, channel } => {
                match editor::State::open(&post, channel.as_ref(), &ctx) {
                    Some((state, effects)) => {
                        self.layers.push(Layer::Editor(Box::new(state)));
                        effects
                    }
                    None => vec![Effect::Say(Notice::Cannot(Why::NoPostHere))],
                }
            }
            Screen::Fields { post, at } => match ctx.shelf.get(&post) {
                Some(entry) => {
                    let mut state = fields::State::new(entry, ctx.workspace);
                    if let Some((part, channel)) = at {
                        state.focus_on_part(part, channel);
                    }
                    self.layers.push(Layer::Fields(Box::new(state)));
                    vec![Effect::ListMedia]
                }
                None => vec![Effect::Say(Notice::Cannot(Why::NoPostHere))],
            },
            Screen::Origin { post, channel } => match ctx.shelf.get(&post) {
                Some(entry) => {
                    let (state, effects) = origin::State::open(&entry.post, channel.as_ref());
                    self.layers.push(Layer::Origin(Box::new(state)));
                    effects
                }
                None => vec![Effect::Say(Notice::Cannot(Why::NoPostHere))],
            },
            Screen::Approve { posts } => match approve::State::open(&posts, &ctx) {
                Ok((mut state, effects)) => {
                    state.viewer = self.viewer;
                    self.layers.push(Layer::Approve(Box::new(state)));
                    effects
                }
                Err(why) => vec![Effect::Say(Notice::Cannot(why))],
            },
            Screen::Review { post, channel, note } => match ctx.shelf.get(&post) {
                Some(entry) => {
                    let (channel, post) = (channel.as_ref(), &entry.post);
                    let (state, effects) = review::State::open(post, channel, note, &ctx);
                    self.layers.push(Layer::Review(Box::new(state)));
                    effects
                }
                None => vec![Effect::Say(Notice::Cannot(Why::NoPostHere))],
            },
            Screen::WriteNote(new) => {
                let left = self.unsaid.iter().position(|form| form.new == *new);
                let left = left.map(|at| self.unsaid.remove(at));
                let state = ask::State::note(*new, left, &ctx);
                self.ask(state)
            }
            Screen::Needs => {
                let state = needs::State::open(&ctx);
                self.layers.push(Layer::Needs(Box::new(state)));
                Vec::new()
            }
            Screen::Voice => {
                let state = voice::State::open(&ctx);
                self.layers.push(Layer::Voice(Box::new(state)));
                Vec::new()
            }
            Screen::Search => {
                let (state, effects) = search::open();
                self.layers.push(Layer::Search(Box::new(state)));
                effects
            }
            Screen::GoToDate => self.ask(ask::State::go_to_date()),
            Screen::Filter => {
                let state = ask::State::filter(&self.calendar.filter, &ctx);
                self.ask(state)
            }
            Screen::Question(question) => self.ask(ask::State::question(*question)),
            Screen::FreezeWhy { freeze, posts } => self.ask(ask::State::freeze_why(*freeze, posts)),
            Screen::MarkPublished { post } => {
                let entry = ctx.shelf.get(&post).ok_or(Why::NoPostHere);
                let state = entry.and_then(|entry| ask::State::mark_published(entry, &ctx));
                self.ask_or_say(state)
            }
            Screen::CopyText { post } => {
                let entry = ctx.shelf.get(&post).ok_or(Why::NoPostHere);
                let state = entry.and_then(|entry| ask::State::copy_text(entry, &ctx));
                self.ask_or_say(state)
            }
        }
    }

    fn is_on_drafts_of(&self, post: &Id) -> bool {
        matches!(self.layers.last(), Some(Layer::Drafts(state)) if state.post == *post)
    }

    fn ask(&mut self, state: ask::State) -> Vec<Effect> {
        self.layers.push(Layer::Ask(Box::new(state)));
        Vec::new()
    }

    fn ask_or_say(&mut self, state: Result<ask::State, Why>) -> Vec<Effect> {
        match state {
            Ok(state) => self.ask(state),
            Err(why) => vec![Effect::Say(Notice::Cannot(why))],
        }
    }

    /// The three keys to begin with, at the very first start.
    pub fn tour(&mut self, look: &Look) {
        let first = [Action::Drafts, Action::Edit, Action::Move];
        let items = self.items(look).into_iter().filter(|item| first.contains(&item.action));
        // What it says holds for every post: not only for the one under the cursor.
        let items = items.map(|item| help::Item { why: None, ..item });
        let tour = help::State::tour(items.collect());
        self.layers.push(Layer::Help(Box::new(tour)));
    }

    /// The rows of the key table that are in force, worded, with the reason why an action
    /// does nothing now.
    fn items(&self, look: &Look) -> Vec<help::Item> {
        let rows = look.keymap.in_force(&self.scopes()).into_iter();
        rows.map(|row| help::Item {
            scope: row.scope,
            keys: row.written(
                |key| look.words.stroke(*key),
                if look.theme.ascii { "1-9" } else { "1–9" },
            ),
            label: look.words.by_key(&row.say),
            action: row.action.clone(),
            why: self.why_not(&row.action),
        })
        .collect()
    }

    /// Tried on a copy of the calendar: what an action would answer.
    fn why_not(&self, action: &Action) -> Option<Why> {
        if !self.layers.is_empty() {
            return None;
        }
        // Ids that a trial makes are not used up.
        let ids = self.world.ids.clone();
        let ctx = Ctx { ids: &ids, ..self.world.ctx(self.body_pane()) };
        match calendar::update(&mut self.calendar.clone(), action, &ctx) {
            crate::features::Outcome::Disabled(why) => Some(why),
            _ => match action {
                Action::Undo if !self.undo.can_undo() => Some(Why::NothingToUndo),
                Action::Redo if !self.undo.can_redo() => Some(Why::NothingToRedo),
                _ => None,
            },
        }
    }
}
