//! Sentence work across suggestions: taken apart by clauses, picked where they answer to
//! each other, and never without an origin.

use super::*;
use crate::domain::{Fragment, Hand, Reason, Task, Verdict, trace};
use crate::features::drafts::pane::Writing;
use crate::text::Edit;
use crate::vocab::Why;
use proptest::prelude::*;

fn with(texts: &[&str]) -> (Story, Id) {
    let mut world = World::new();
    let post = world.post("");
    for text in texts {
        world.suggestion(&post, text, &["lana"]);
    }
    // Suggestions of one instant stand in the order of their ids: begin with the first.
    let mut story = Story::open(world, Some(&post), None);
    story.state.panes.sort_by_key(|pane| texts.iter().position(|t| *t == pane.text.shown()));
    (story, post)
}

#[test]
fn of_a_fragment_only_whole_sentences_are_taken_and_one_by_one() {
    let (mut story, post) = with(&["Una frase. Un'altra. E mez"]);
    story.state.panes[0].hashtags.clear();
    story.state.panes[0].writing = Writing::Fragment(Fragment::Cut);
    assert_eq!(story.refused(Action::AcceptAll), Why::OnlyAFragment);
    story.act(Action::Accept);
    assert_eq!(story.refused(Action::AcceptAll), Why::OnlyAFragment, "what is left has a half");
    story.act(Action::Down);
    assert_eq!(story.refused(Action::Accept), Why::HalfASentence);
    story.act(Action::Rewrite);
    assert_eq!(story.refused(Action::Confirm), Why::HalfASentence, "nothing was finished");
    story.act(Action::Write(Edit::SelectAll)).write("E mezza.").act(Action::Confirm);
    assert_eq!(story.world.text(&post), "Una frase. E mezza.");
}

#[test]
fn a_reply_is_copied_without_what_was_turned_down_and_enters_no_text() {
    let (mut story, post) = with(&["Certo. Costa poco. Ciao!"]);
    let pane = &mut story.state.panes[0];
    pane.hashtags.clear();
    pane.brief.task = Task::Reply;
    for action in [Action::Accept, Action::Rewrite, Action::EditOutside, Action::Pick(1)] {
        assert_eq!(story.refused(action), Why::ReplyStaysApart);
    }
    story.act(Action::Down).act(Action::Reject).act(Action::WithoutReason);
    let effects = story.only(Action::AcceptAll);
    assert_eq!(effects[0], Effect::CopyToClipboard("Certo. Ciao!".into()));
    for effect in effects {
        story.carry_out(effect);
    }
    assert_eq!(story.world.text(&post), "");
    assert!(story.state.panes[0].open().is_empty(), "it was dealt with");
    let again = story.only(Action::AcceptAll);
    assert_eq!(again, [Effect::CopyToClipboard("Certo. Ciao!".into())], "and no second verdict");
}

const TRENO: &str = "La lana è qui. Ha perso il treno, ma è arrivata: evviva!";

#[test]
fn a_sentence_is_split_by_clauses_and_put_together_again() {
    let (mut story, _) = with(&[TRENO]);
    assert_eq!(story.refused(Action::Split), Why::OneClause);
    story.act(Action::Down).act(Action::Split).act(Action::Down);
    let words: Vec<String> = story.state.panes[0].hunks().into_iter().map(|h| h.words).collect();
    assert_eq!(
        words,
        ["La lana è qui.", "Ha perso il treno,", "ma è arrivata:", "evviva!", "#lana"]
    );
    story.act(Action::Split);
    assert_eq!(story.state.panes[0].hunks().len(), 3);
    assert_eq!(story.state.panes[0].cursor, 1, "the cursor stays on its sentence");
}

#[test]
fn half_a_sentence_is_taken_as_one_and_grows_into_the_whole() {
    let (mut story, post) = with(&[TRENO]);
    story.act(Action::Down).act(Action::Split).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Ha perso il treno!");
    assert_eq!(story.refused_split(), Why::AlreadyDecided);
    story.act(Action::Accept).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Ha perso il treno, ma è arrivata: evviva!");
    let decided = &story.world.shelf.suggestions(&post)[0].decisions;
    let places: Vec<_> = decided.iter().map(|d| (d.sentence, d.clause)).collect();
    assert_eq!(places, [(Some(1), Some(0)), (Some(1), Some(1)), (Some(1), Some(2))]);
    story.undo().undo();
    assert_eq!(story.world.text(&post), "Ha perso il treno!");
    story.undo();
    assert_eq!(story.world.text(&post), "");
    assert_eq!(story.state.panes[0].hunks().len(), 5, "it stays split while one looks at it");
}

#[test]
fn a_clause_behind_a_hole_is_a_sentence_of_its_own() {
    let (mut story, post) = with(&[TRENO]);
    story.act(Action::Down).act(Action::Split).act(Action::Accept);
    story.act(Action::Reject).act(Action::Because(Reason::NotUs)).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Ha perso il treno! Evviva!");
    assert!(story.world.shelf.suggestions(&post)[0].is_waiting(), "a sentence is open");
}

#[test]
fn a_digit_takes_the_sentence_that_answers_to_this_one() {
    let (mut story, post) = with(&[
        "La lana torna a casa. Tre colori nuovi.",
        "Ciao a tutte. Finalmente la lana torna. Vieni. Nuovi i colori: tre.",
    ]);
    story.state.focus_on(1);
    assert_eq!(story.state.counterpart(1), Some(1));
    story.act(Action::Pick(2));
    assert_eq!(story.world.text(&post), "Finalmente la lana torna.");
    assert_eq!(story.state.panes[0].cursor, 1, "on to the next");
    story.act(Action::Pick(2));
    assert_eq!(story.world.text(&post), "Finalmente la lana torna. Nuovi i colori: tre.");
    story.act(Action::Down).act(Action::Pick(2));
    assert!(story.world.text(&post).ends_with("\n#lana"), "hashtags answer to hashtags");
}

#[test]
fn where_no_sentence_answers_the_reason_is_said() {
    let (mut story, post) = with(&["Uno qui. Due qui. Tre qui.", "Due qui."]);
    story.state.focus_on(1);
    assert_eq!(story.refused(Action::Pick(2)), Why::NoCounterpart);
    story.act(Action::Down).act(Action::Pick(2));
    assert_eq!(story.world.text(&post), "Due qui.");
}

impl Story {
    fn refused_split(&mut self) -> Why {
        self.act(Action::Up);
        let why = self.refused(Action::Split);
        self.act(Action::Down);
        why
    }
}

/// What a person may do to a post, in any order.
#[derive(Debug, Clone, Copy)]
enum Did {
    Focus(usize),
    Down,
    Split,
    Accept,
    AcceptAll,
    Reject,
    Rewrite,
    Pick(u8),
    Edit,
    Undo,
}

fn doing() -> impl Strategy<Value = Did> {
    prop_oneof![
        (1..4usize).prop_map(Did::Focus),
        Just(Did::Down),
        Just(Did::Split),
        Just(Did::Accept),
        Just(Did::Accept),
        Just(Did::AcceptAll),
        Just(Did::Reject),
        Just(Did::Rewrite),
        (1..4u8).prop_map(Did::Pick),
        Just(Did::Edit),
        Just(Did::Undo),
    ]
}

fn act(story: &mut Story, did: Did) {
    let action = match did {
        Did::Focus(pane) => return story.state.focus_on(pane),
        Did::Down => Action::Down,
        Did::Split => Action::Split,
        Did::Accept => Action::Accept,
        Did::AcceptAll => Action::AcceptAll,
        Did::Reject => Action::Reject,
        Did::Rewrite => Action::Rewrite,
        Did::Pick(pane) => Action::Pick(pane),
        Did::Edit => return edit_by_hand(story),
        Did::Undo if story.done.is_empty() => return,
        Did::Undo => {
            story.undo();
            return;
        }
    };
    let outcome = update(&mut story.state, &action, &story.world.ctx());
    let Outcome::Handled(effects) = outcome else { return };
    for effect in effects {
        story.carry_out(effect);
    }
    match story.state.mode {
        Mode::Refusing(_) => {
            story.act(Action::WithoutReason);
        }
        Mode::Rewriting(_) => rewrite(story),
        _ => {}
    }
}

/// One word more before the last mark, or one more hashtag.
fn rewrite(story: &mut Story) {
    let Mode::Rewriting(open) = &story.state.mode else { return };
    let hashtags = open.original.starts_with('#');
    story.act(Action::Go { motion: crate::text::Motion::End, select: false });
    if hashtags {
        story.write(" #telaio");
    } else {
        story.act(Action::Write(Edit::DeleteBack)).write(" davvero!");
    }
    story.act(Action::Confirm);
}

/// As the editor would: a sentence of one's own before the others.
fn edit_by_hand(story: &mut Story) {
    let (path, post) = story.state.entry(&story.world.ctx()).expect("the post");
    let (path, before) = (path.clone(), post.text.clone());
    let after = format!("Grazie a chi c'era. {before}");
    let edits = vec![super::super::decide::text_edit(None, &before, &after)];
    let change = Change::Edit { path, to: None, edits };
    story.carry_out(Effect::Apply(ChangeSet::one(crate::domain::Label::Text, change)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is taken, rewritten, split, edited and undone: words of a machine are in
    /// the post exactly with the origin they came by, and each is found again.
    #[test]
    fn machine_words_are_never_in_a_post_without_their_origin(
        doings in proptest::collection::vec(doing(), 1..14)
    ) {
        let texts = [
            TRENO,
            "Rosso e verde sul telaio. Si parte a gennaio, con calma.",
            "Quaranta gomitoli da contare? Li contiamo insieme in negozio.",
        ];
        let (mut story, id) = with(&texts);
        for did in doings {
            act(&mut story, did);
            let entry = story.world.shelf.get(&id).expect("the post").clone();
            let post = &entry.post;
            let find = |origin: &crate::domain::Origin| story.world.shelf.suggestion(origin);
            for traced in trace(&post.text, &post.origin, find) {
                let words = post.text[traced.range.clone()].trim();
                let own = words == "Grazie a chi c'era.";
                prop_assert_eq!(traced.hand == Hand::Human, own, "{} in {}", words, post.text);
            }
            // An origin for each suggestion something was taken from, and for no other.
            for suggestion in story.world.shelf.suggestions(&id) {
                let taken = suggestion.decisions.iter().any(|d| d.verdict != Verdict::Rejected);
                let named = post.origin.iter().any(|o| o.suggestion == suggestion.id);
                prop_assert_eq!(taken, named);
            }
        }
        while !story.done.is_empty() {
            story.undo();
        }
        let entry = story.world.shelf.get(&id).expect("the post");
        prop_assert!(entry.post.origin.is_empty() && entry.post.text.is_empty());
    }
}

#[test]
fn a_one_word_clause_written_over_is_still_the_machines() {
    let (mut story, id) = with(&[TRENO]);
    for did in [Did::Reject, Did::Split, Did::Accept, Did::Accept, Did::Rewrite] {
        act(&mut story, did);
    }
    let post = story.world.shelf.get(&id).expect("the post").post.clone();
    let find = |origin: &crate::domain::Origin| story.world.shelf.suggestion(origin);
    let hands: Vec<Hand> = trace(&post.text, &post.origin, find).iter().map(|t| t.hand).collect();
    assert_eq!(hands, [Hand::Machine, Hand::Edited], "{}", post.text);
}

#[test]
fn what_only_a_person_can_finish_is_taken_by_no_key_and_finished_by_a_hand() {
    let mut world = World::new();
    let post = world.post("");
    world.suggestion(&post, "La lana torna. Da quando: […]. Passate.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Down);
    assert_eq!(story.refused(Action::Accept), Why::BlankToFill);
    story.act(Action::AcceptAll);
    assert_eq!(story.world.text(&post), "La lana torna. Passate.", "all but that");
    assert_eq!(story.state.panes[0].open(), [1], "it still waits");
    assert_eq!(story.refused(Action::AcceptAll), Why::BlankToFill);
    // The blank is selected: what is typed takes its place.
    story.act(Action::Rewrite);
    assert_eq!(story.refused(Action::Confirm), Why::BlankToFill);
    story.write("lunedì").act(Action::Confirm);
    assert!(story.world.text(&post).contains("Da quando: lunedì."), "{}", story.world.text(&post));
}
