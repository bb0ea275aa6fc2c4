//! What events do to the editor: saves come back, files change, `$EDITOR` hands a text in.

use super::state::{State, Writing};
use crate::features::Ctx;
use crate::vocab::{Effect, Event};

pub fn on_event(state: &mut State, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    match state {
        State::Writing(writing) => written(writing, event, ctx),
        State::Rescue(rescue) => rescue.on_event(event),
    }
}

fn written(writing: &mut Writing, event: &Event, ctx: &Ctx) -> Vec<Effect> {
    if matches!(event, Event::TextKept { .. } | Event::NotKept(_)) {
        return writing.answered(event, ctx);
    }
    // The brand, its facts or its other posts may be others now.
    writing.remembered.forget();
    match event {
        Event::Applied { set, .. } => {
            let mut effects = writing.saved(set);
            if !effects.contains(&Effect::Close) {
                effects.extend(writing.follow(ctx));
            }
            effects
        }
        Event::NotApplied { set, failure } => writing.not_saved(set, failure, ctx),
        Event::FolderRead { .. } | Event::Noticed { .. } => writing.follow(ctx),
        Event::TextEditedOutside { key, text } if writing.outside => {
            writing.outside = false;
            let at = writing.tabs.iter().position(|tab| tab.key(&writing.post) == *key);
            let Some(at) = at else { return Vec::new() };
            writing.go_to(at);
            let tab = writing.tab_mut();
            tab.put(text);
            tab.touched = true;
            vec![writing.journal()]
        }
        Event::NotDone(_) => {
            writing.outside = false;
            Vec::new()
        }
        _ => Vec::new(),
    }
}
