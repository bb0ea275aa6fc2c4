//! What a person is in the middle of stays what it is about, whatever arrives meanwhile:
//! a rejection its suggestion, written words their sentence, an instruction its brief.

use super::*;
use crate::domain::{Decision, Reason, Verdict};
use crate::features::drafts::state::Mode;
use crate::text::Edit;
use crate::vocab::{ExternalEdit, Notice, Scope, Why};

/// A post with two suggestions still awaited; the second ends with words.
fn second_of_two(words: &str) -> (Story, Id) {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "Prima.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Another).act(Action::Another);
    story.stream(2, words, StreamEnd::Complete);
    (story, post)
}

fn fails(story: &mut Story, pane: usize) {
    let job = story.state.panes[pane].job();
    story.hear(Event::SuggestionFailed {
        job,
        failure: crate::domain::Failure::AiSilent { seconds: 30 },
    });
}

/// The folder of the suggestions was read: the shelf has what stands there.
fn read_again(story: &mut Story, post: &Id) {
    let (suggestions, problems) = (Vec::new(), Vec::new());
    story.hear(Event::SuggestionsRead { post: post.clone(), suggestions, problems });
}

fn verdicts<'a>(story: &'a Story, post: &Id, text: &str) -> &'a [Decision] {
    let all = story.world.shelf.suggestions(post);
    &all.iter().find(|s| s.text.shown() == text).expect("the suggestion").decisions
}

#[test]
fn a_rejection_that_waits_for_its_reason_keeps_its_suggestion_when_another_pane_goes() {
    for whole in [false, true] {
        let (mut story, post) = second_of_two("Terza. Ancora.");
        story.state.focus_on(3);
        story.act(if whole { Action::RejectAll } else { Action::Reject });
        fails(&mut story, 1);
        assert_eq!(scopes(&story.state), [Scope::Reason], "the question stands");
        story.act(Action::Because(Reason::False));
        let [no] = verdicts(&story, &post, "Terza. Ancora.") else { panic!("one decision") };
        assert_eq!((no.verdict, no.reason), (Verdict::Rejected, Some(Reason::False)));
        assert_eq!(no.sentence, (!whole).then_some(0));
        assert!(verdicts(&story, &post, "Prima.").is_empty());
    }
}

#[test]
fn a_rejection_never_turns_to_the_suggestion_that_takes_the_place_of_its_own() {
    let (mut story, post) = second_of_two("Terza.");
    story.act(Action::Another);
    story.stream(3, "Quarta.", StreamEnd::Complete);
    story.state.focus_on(3);
    story.act(Action::Reject);
    fails(&mut story, 1);
    story.act(Action::WithoutReason);
    assert_eq!(verdicts(&story, &post, "Terza.").len(), 1);
    assert!(verdicts(&story, &post, "Quarta.").is_empty());
}

#[test]
fn a_question_about_a_suggestion_that_is_taken_away_goes_with_it_and_says_so() {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "Prima.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Reject);
    story.world.shelf.set_suggestions(post.clone(), Vec::new());
    read_again(&mut story, &post);
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
    assert_eq!(story.effects, [Effect::Say(Notice::Cannot(Why::SuggestionGone))]);
}

/// The first sentence of the only suggestion, or its clause, in another window.
fn a_colleague_rejects(story: &mut Story, post: &Id, clause: Option<usize>, words: &str) {
    let mut theirs = (*story.world.shelf.suggestions(post)[0]).clone();
    theirs.decisions.push(Decision {
        sentence: Some(0),
        clause,
        hash: Decision::hash_of(words),
        verdict: Verdict::Rejected,
        reason: None,
        words: None,
        by: "Bruno <bruno@example.org>".into(),
        at: now(),
    });
    story.world.shelf.set_suggestions(post.clone(), vec![theirs]);
    read_again(story, post);
}

#[test]
fn a_sentence_decided_elsewhere_meanwhile_is_not_decided_twice() {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "Prima. Seconda.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Reject);
    a_colleague_rejects(&mut story, &post, None, "Prima.");
    assert_eq!(story.refused(Action::WithoutReason), Why::AlreadyDecided);
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
    assert_eq!(story.state.panes[0].decisions.len(), 1);
}

/// A post whose headline a person has written, beside a suggestion with one of its own.
fn headline() -> (Story, Id) {
    let mut world = World::new();
    let post = world.post("Uno.");
    let id = world.suggestion(&post, "La lana è tornata.", &[]);
    let mut all: Vec<Suggestion> =
        world.shelf.suggestions(&post).iter().map(|s| (**s).clone()).collect();
    let one = all.iter_mut().find(|s| s.id == id).expect("it");
    one.extras.headline = Some(ModelText::new("Lana, un ritorno"));
    world.shelf.set_suggestions(post.clone(), all);
    let mut story = Story::open(world, Some(&post), None);
    let entry = (**story.world.shelf.get(&post).expect("the post")).clone();
    let theirs = Post { headline: Some("Il nostro".into()), ..entry.post };
    story.world.put(entry.path, theirs);
    (story, post)
}

fn open_words(story: &Story) -> &str {
    match &story.state.mode {
        Mode::Rewriting(open) => open.buffer.text(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_that_are_refused_stay_under_the_hand_that_wrote_them() {
    let (mut story, post) = headline();
    story.act(Action::Rewrite).act(Action::Write(Edit::SelectAll)).write("Torna la lana");
    assert_eq!(story.refused(Action::Confirm), Why::HeadlineThere);
    assert_eq!(open_words(&story), "Torna la lana");
    assert_eq!(story.world.text(&post), "Uno.");
}

/// Opens `$EDITOR` on what the cursor stands on, and comes back from it with these words.
fn outside(story: &mut Story, words: &str) {
    story.act(Action::EditOutside);
    let [Effect::EditOutside(ExternalEdit::Text { key, .. })] = story.effects.as_slice() else {
        panic!("{:?}", story.effects)
    };
    let event = Event::TextEditedOutside { key: key.clone(), text: words.to_owned() };
    story.hear(event);
}

#[test]
fn words_from_outside_that_are_refused_are_set_aside_and_the_reason_is_said() {
    let (mut story, post) = headline();
    outside(&mut story, "Torna la lana");
    assert_eq!(story.effects, [Effect::Say(Notice::Cannot(Why::HeadlineThere))]);
    story.act(Action::Rewrite);
    assert_eq!(open_words(&story), "Torna la lana");
    // Where the headline is given up, the same words are taken.
    let entry = (**story.world.shelf.get(&post).expect("the post")).clone();
    story.world.put(entry.path, Post { headline: None, ..entry.post });
    story.act(Action::Confirm);
    let done = &story.world.shelf.get(&post).expect("the post").post;
    assert_eq!(done.headline.as_deref(), Some("Torna la lana"));
}

#[test]
fn a_human_text_from_outside_keeps_every_line_feed_at_its_end() {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "La lana è tornata.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.state.focus_on(0);
    outside(&mut story, "Uno.\n\n");
    assert_eq!(story.world.text(&post), "Uno.\n\n");
}

#[test]
fn words_of_a_suggestion_that_is_gone_wait_for_it_to_come_back() {
    for from_outside in [false, true] {
        let mut world = World::new();
        let post = world.post("Uno.");
        world.suggestion(&post, "La lana è tornata.", &[]);
        let mut story = Story::open(world, Some(&post), None);
        let stored: Vec<Suggestion> =
            story.world.shelf.suggestions(&post).iter().map(|s| (**s).clone()).collect();
        if from_outside {
            story.act(Action::EditOutside);
            story.world.shelf.set_suggestions(post.clone(), Vec::new());
            read_again(&mut story, &post);
            let key =
                crate::domain::JournalKey { post: post.clone(), channel: None, session: None };
            story.hear(Event::TextEditedOutside { key, text: "È qui.".into() });
        } else {
            story.act(Action::Rewrite).act(Action::Write(Edit::SelectAll)).write("È qui.");
            story.world.shelf.set_suggestions(post.clone(), Vec::new());
            read_again(&mut story, &post);
        }
        assert_eq!(story.effects, [Effect::Say(Notice::Cannot(Why::SuggestionGone))]);
        assert!(!matches!(story.state.mode, Mode::Rewriting(_)), "nobody types into nothing");
        story.world.shelf.set_suggestions(post.clone(), stored);
        read_again(&mut story, &post);
        story.state.mode = Mode::Reading;
        story.state.focus_on(1);
        story.act(Action::Rewrite);
        assert_eq!(open_words(&story), "È qui.");
    }
}

#[test]
fn an_editor_that_fails_takes_no_word_from_the_sentence_it_was_opened_over() {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "Prima. Seconda.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Rewrite).write(" Subito.").act(Action::EditOutside);
    let failure = crate::domain::Failure::EditorEnded { program: "vi".into(), code: Some(1) };
    story.hear(Event::NotDone(failure));
    // Another sentence set aside takes nothing from this one.
    story.act(Action::Down).act(Action::Rewrite).write(" Poi.");
    story.act(Action::Cancel).act(Action::Cancel).act(Action::Up).act(Action::Rewrite);
    assert_eq!(open_words(&story), "Prima. Subito.");
}

#[test]
fn an_instruction_is_for_the_brief_it_was_begun_on() {
    let (mut story, _) = second_of_two("Terza.");
    story.state.panes[1].brief.tone = Some("caldo".into());
    story.state.focus_on(2);
    story.act(Action::AnotherWith).write("più corto");
    fails(&mut story, 1);
    let effects = story.only(Action::Confirm);
    let [Effect::Suggest(ask)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(ask.brief.tone.as_deref(), Some("caldo"));
    assert_eq!(ask.brief.instruction.as_deref(), Some("più corto"));
}

#[test]
fn the_cursor_stays_on_its_sentence_when_a_colleague_decides_by_clauses() {
    let mut world = World::new();
    let post = world.post("Uno.");
    world.suggestion(&post, "La lana torna, e resta. Seconda. Terza.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Down);
    a_colleague_rejects(&mut story, &post, Some(0), "La lana torna,");
    story.act(Action::Accept);
    assert_eq!(story.world.text(&post), "Uno. Seconda.");
}
