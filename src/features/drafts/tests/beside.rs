//! A translation that becomes a post of its own.

use super::*;
use crate::domain::Task;
use crate::features::drafts::tests::views::drawn;
use crate::i18n::Language;
use crate::text::Motion;
use crate::vocab::Why;

/// Two translations that would be one new post, and the post they were made from.
fn asked() -> (Story, Id, Id) {
    let mut world = World::new();
    let post = world.post("La lana torna a casa. Vieni.");
    let entry = world.shelf.get(&post).expect("the post").clone();
    let mut source = entry.post.clone();
    source.lang = Some("it".into());
    source.notes = Some("Foto dal magazzino".into());
    world.put(entry.path.clone(), source);
    let new = world.ids.fresh();
    for text in ["Wool is home again. Come by.", "Our wool is back."] {
        world.suggestion(&post, text, &["wool"]);
    }
    becoming(&mut world, &post, &new);
    (Story::open(world, Some(&post), None), post, new)
}

fn becoming(world: &mut World, post: &Id, new: &Id) {
    let all = world.shelf.suggestions(post).iter().map(|s| s.as_ref().clone());
    let all = all.map(|mut suggestion| {
        suggestion.brief.task = Task::Translate;
        suggestion.brief.lang = Some("en".into());
        suggestion.brief.new_post = Some(new.clone());
        suggestion
    });
    let all = all.collect();
    world.shelf.set_suggestions(post.clone(), all);
}

#[test]
fn what_is_taken_of_two_translations_makes_one_new_post_and_undo_takes_it_back() {
    let (mut story, post, new) = asked();
    let before = story.world.shelf.get(&post).expect("the post").post.clone();
    let first = story.state.panes[0].text.shown().starts_with("Wool");
    story.state.focus_on(if first { 1 } else { 2 });
    assert!(story.world.shelf.get(&new).is_none(), "nothing is written before a decision");
    story.act(Action::Accept);
    let made = story.world.shelf.get(&new).expect("the new post").post.clone();
    assert_eq!((made.text.as_str(), made.lang.as_deref()), ("Wool is home again.", Some("en")));
    assert_eq!((made.when, &made.channels), (before.when, &before.channels));
    assert_eq!(made.notes, before.notes);
    assert!(made.is_translation_of(&before), "{:?}", made.origin);
    story.state.focus_on(if first { 2 } else { 1 });
    story.act(Action::Accept);
    assert_eq!(story.world.text(&new), "Wool is home again. Our wool is back.");
    let made = &story.world.shelf.get(&new).expect("the new post").post;
    assert_eq!(made.origin.len(), 2, "each keeps its origin");
    assert_eq!(story.world.shelf.get(&post).expect("the post").post, before);
    let translated = story.world.shelf.translated_from(made).expect("where it comes from");
    assert_eq!(translated.post.id, post);
    story.undo().undo();
    assert!(story.world.shelf.get(&new).is_none());
    assert!(story.state.panes.iter().all(|pane| pane.decisions.is_empty()));
    story.act(Action::Accept);
    assert!(story.world.shelf.get(&new).is_some(), "and again");
}

#[test]
fn two_keys_before_the_disk_has_answered_still_make_one_post() {
    let (mut story, _, new) = asked();
    let mut sent = story.only(Action::Accept);
    sent.extend(story.only(Action::AcceptAll));
    for effect in sent {
        story.carry_out(effect);
    }
    let posts = story.world.shelf.entries().filter(|entry| entry.post.id == new).count();
    assert_eq!(posts, 1);
    assert!(story.world.text(&new).ends_with("#wool"), "{}", story.world.text(&new));
}

#[test]
fn a_hands_words_go_there_too_and_the_pane_says_which_post_that_is() {
    let (mut story, _, new) = asked();
    for (language, said) in
        [(Language::Italian, "diventa un post a parte"), (Language::English, "a post of its own")]
    {
        let shown = drawn(&story, language, (160, 20));
        assert!(shown.contains(said) && shown.contains("· en"), "{shown}");
    }
    let go = |motion| Action::Go { motion, select: false };
    story.act(Action::Rewrite).act(go(Motion::End)).act(go(Motion::Left));
    story.write(" at last").act(Action::Confirm);
    assert!(story.world.text(&new).ends_with(" at last."), "{}", story.world.text(&new));
    let shown = drawn(&story, Language::Italian, (160, 20));
    assert!(shown.contains("nel post «Lancio collezione invernale · EN»"), "{shown}");
    assert!(shown.contains("at last."), "the hand's words stand in the pane: {shown}");
}

#[test]
fn a_suggestion_that_names_somebody_elses_post_cannot_write_into_it() {
    let (mut story, post, _) = asked();
    let other = story.world.post("Approvato.");
    becoming(&mut story.world, &post, &other);
    let mut story = Story::open(story.world, Some(&post), None);
    assert_eq!(story.refused(Action::Accept), Why::NewPostAway);
    becoming(&mut story.world, &post, &post);
    let mut story = Story::open(story.world, Some(&post), None);
    assert_eq!(story.refused(Action::AcceptAll), Why::NewPostAway);
    assert_eq!(story.world.text(&other), "Approvato.");
}

#[test]
fn a_post_that_has_gone_out_of_sight_is_not_made_a_second_time() {
    let (mut story, post, new) = asked();
    story.act(Action::Accept);
    let path = story.world.shelf.get(&new).expect("the new post").path.clone();
    story.world.shelf.remove(&path);
    let mut story = Story::open(story.world, Some(&post), None);
    assert_eq!(story.refused(Action::Accept), Why::NewPostAway);
}
