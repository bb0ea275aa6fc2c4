//! Several chips at once: what is asked for, what is refused, and how the panes differ.

use super::*;
use crate::features::drafts::brief::Field;
use crate::features::drafts::pane::Like;
use crate::vocab::{SuggestionAsk, Why};

fn asking() -> Story {
    let mut world = World::new();
    let post = world.post("");
    Story::open(world, Some(&post), None)
}

/// Marks the chip at the cursor of a row and the one to its right.
fn two(story: &mut Story, field: Field) {
    story.state.form.field = field;
    story.act(Action::Toggle).act(Action::Right).act(Action::Toggle);
}

fn asks(story: &Story) -> Vec<&SuggestionAsk> {
    let asked = story.effects.iter().filter_map(|effect| match effect {
        Effect::Suggest(ask) => Some(ask.as_ref()),
        _ => None,
    });
    asked.collect()
}

#[test]
fn two_tones_and_two_channels_are_four_suggestions_each_of_its_own_combination() {
    let mut story = asking();
    two(&mut story, Field::Tone);
    two(&mut story, Field::Channel);
    assert_eq!((story.state.form.sum().combinations(), story.state.form.sum().total()), (4, 4));
    story.act(Action::Confirm);
    let asked: Vec<(&str, &str)> = asks(&story)
        .iter()
        .map(|ask| {
            (ask.brief.tone.as_deref().unwrap_or(""), ask.brief.channel.as_deref().unwrap_or(""))
        })
        .collect();
    let all = [("caldo", "ig"), ("caldo", "linkedin"), ("ironico", "ig"), ("ironico", "linkedin")];
    assert_eq!(asked, all);
    let angles: std::collections::HashSet<_> =
        asks(&story).iter().map(|ask| ask.brief.angle).collect();
    assert_eq!(angles.len(), 4, "each comes from somewhere else");
    assert_eq!(story.state.focus, 1, "the first of them");
}

#[test]
fn more_than_can_be_compared_is_refused_and_nothing_is_asked() {
    let mut story = asking();
    two(&mut story, Field::Tone);
    two(&mut story, Field::Channel);
    story.state.form.field = Field::Count;
    story.act(Action::Right).act(Action::Right);
    assert_eq!(story.state.form.sum().total(), 12);
    assert_eq!(story.refused(Action::Confirm), Why::TooManySuggestions);
    assert!(story.state.panes.is_empty());
    story.act(Action::Left).act(Action::Confirm);
    assert_eq!(asks(&story).len(), 8);
}

#[test]
fn a_mark_taken_away_and_nothing_in_particular_leave_one_combination() {
    let mut story = asking();
    two(&mut story, Field::Tone);
    story.act(Action::Toggle);
    assert_eq!(story.state.form.tone.chosen(), [Some("caldo".to_owned())]);
    story.state.form.tone.at = None;
    story.act(Action::Toggle);
    assert_eq!(story.state.form.tone.chosen(), [None]);
    assert_eq!(story.state.form.sum().total(), 3);
}

#[test]
fn notes_go_along_only_where_the_brief_says_so() {
    let mut world = World::new();
    let id = world.post("Uno.");
    let entry = world.shelf.get(&id).expect("the post").clone();
    let mut post = entry.post.clone();
    post.notes = Some("Foto dal magazzino".to_owned());
    world.put(entry.path.clone(), post);
    let mut story = Story::open(world, Some(&id), None);
    story.act(Action::Confirm);
    assert!(asks(&story).iter().all(|ask| ask.notes.is_none() && !ask.brief.notes));
    story.act(Action::Drafts);
    story.state.form.field = Field::Notes;
    story.act(Action::Right).act(Action::Confirm);
    assert_eq!(asks(&story)[0].notes.as_deref(), Some("Foto dal magazzino"));
}

#[test]
fn a_suggestion_that_repeats_another_is_said_to() {
    let mut story = asking();
    story.act(Action::Confirm);
    let text = "La lana torna a casa, da lunedì in bottega.";
    for at in 0..2 {
        let job = story.state.panes[at].job();
        story.hear(Event::SuggestionEnded {
            job,
            end: crate::vocab::StreamEnd::Complete,
            text: ModelText::new(text),
            hashtags: Vec::new(),
            extras: crate::domain::Extras::default(),
            source: SuggestionSource::default(),
        });
    }
    assert_eq!(story.state.panes[0].like, None);
    assert_eq!(story.state.panes[1].like, Some(Like::Pane(0)));
}

#[test]
fn what_was_sent_is_read_again_as_it_was_sent() {
    let mut story = asking();
    story.act(Action::Confirm);
    let sent = asks(&story)[0].clone();
    story.act(Action::ShowPrompt);
    let [Effect::ShowPrompt(shown)] = story.effects.as_slice() else {
        panic!("{:?}", story.effects)
    };
    assert_eq!(**shown, sent);
}
