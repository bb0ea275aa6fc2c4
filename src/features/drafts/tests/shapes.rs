//! What a suggestion brings besides one text: the messages of a thread, a headline, a first
//! comment. Each is taken by itself and lands where it belongs.

use super::views::{drawn, with as viewed};
use super::*;
use crate::domain::{Extras, Label, Part, Task, Variant, Verdict};
use crate::features::drafts::caret::Caret;
use crate::i18n::Language;
use crate::ui::plain;
use crate::vocab::Why;
use insta::assert_snapshot;

/// A post with what stands there already, and one suggestion that has a headline and a
/// first comment.
fn with(text: &str, change: impl FnOnce(&mut Post)) -> (Story, Id) {
    let mut world = World::new();
    let post = world.post(text);
    let entry = world.shelf.get(&post).expect("the post").clone();
    let mut changed = entry.post.clone();
    change(&mut changed);
    world.put(entry.path.clone(), changed);
    world.suggestion(&post, "La lana è tornata.", &["lana"]);
    let mut own = world.shelf.suggestions(&post)[0].as_ref().clone();
    let words = |text: &str| Some(ModelText::new(text));
    own.extras = Extras { headline: words("Lana, un ritorno"), first_comment: words("Chi passa?") };
    world.shelf.set_suggestions(post.clone(), vec![own]);
    (Story::open(world, Some(&post), None), post)
}

fn post<'a>(story: &'a Story, id: &Id) -> &'a Post {
    &story.world.shelf.get(id).expect("the post").post
}

#[test]
fn headline_and_first_comment_are_hunks_of_their_own_and_land_in_their_fields() {
    let (mut story, id) = with("", |_| ());
    let words = |story: &Story| -> Vec<String> {
        story.state.panes[0].hunks().into_iter().map(|hunk| hunk.words).collect()
    };
    assert_eq!(words(&story), ["Lana, un ritorno", "La lana è tornata.", "#lana", "Chi passa?"]);
    story.act(Action::Accept);
    assert_eq!(post(&story, &id).headline.as_deref(), Some("Lana, un ritorno"));
    assert_eq!(post(&story, &id).text, "");
    story.act(Action::Accept).act(Action::Reject).act(Action::WithoutReason);
    story.act(Action::Accept);
    let done = post(&story, &id);
    assert_eq!(
        (done.text.as_str(), done.first_comment.as_deref()),
        ("La lana è tornata.", Some("Chi passa?"))
    );
    assert_eq!(done.origin.len(), 1);
    let decided: Vec<_> = story.world.shelf.suggestions(&id)[0]
        .decisions
        .iter()
        .map(|decision| (decision.sentence, decision.verdict))
        .collect();
    let (yes, no) = (Verdict::Accepted, Verdict::Rejected);
    assert_eq!(decided, [(Some(2), yes), (Some(0), yes), (Some(1), no), (Some(3), yes)]);
    story.undo();
    assert_eq!(post(&story, &id).first_comment, None);
}

#[test]
fn taken_as_a_whole_everything_lands_at_once_and_is_undone_at_once() {
    let (mut story, id) = with("", |_| ());
    story.act(Action::AcceptAll);
    let done = post(&story, &id);
    assert_eq!(done.headline.as_deref(), Some("Lana, un ritorno"));
    assert_eq!(done.text, "La lana è tornata.\n#lana");
    assert_eq!(done.first_comment.as_deref(), Some("Chi passa?"));
    story.undo();
    let before = post(&story, &id);
    assert_eq!((before.headline.as_ref(), before.text.as_str()), (None, ""));
}

#[test]
fn a_headline_that_a_person_wrote_is_never_written_over() {
    let (mut story, id) = with("", |post| post.headline = Some("Il nostro".into()));
    assert_eq!(story.refused(Action::Accept), Why::HeadlineThere);
    story.act(Action::AcceptAll);
    let done = post(&story, &id);
    assert_eq!(done.headline.as_deref(), Some("Il nostro"));
    assert_eq!(done.text, "La lana è tornata.\n#lana");
    assert_eq!(story.state.panes[0].open(), [0], "the headline still waits");
}

#[test]
fn where_the_channel_has_something_of_its_own_they_land_there() {
    let (mut story, id) = with("", |post| {
        post.variants
            .insert("ig".into(), Variant { text: Some("Solo qui.".into()), ..Variant::default() });
    });
    story.act(Action::AcceptAll);
    let done = post(&story, &id);
    assert_eq!((done.headline.as_ref(), done.first_comment.as_ref()), (None, None));
    assert_eq!(done.headline_for("ig"), Some("Lana, un ritorno"));
    assert_eq!(done.first_comment_for("ig"), Some("Chi passa?"));
    assert_eq!(done.text_for("ig"), "Solo qui. La lana è tornata.\n#lana");
}

/// A post that says something of its own on a channel, and two shorter ways of it.
fn shortened() -> (Story, Id) {
    let mut world = World::new();
    let id = world.post("La lana torna a casa.");
    let entry = world.shelf.get(&id).expect("the post").clone();
    let mut changed = entry.post.clone();
    let own = "La lana torna a casa. Da lunedì la trovi in bottega.\n#lana";
    changed.variants.entry("ig".into()).or_default().text = Some(own.into());
    world.put(entry.path.clone(), changed);
    world.suggestion(&id, "La lana è tornata. Da lunedì.", &[]);
    world.suggestion(&id, "Lana da lunedì.", &[]);
    let all = world.shelf.suggestions(&id).iter().map(|s| s.as_ref().clone());
    let all = all.map(|mut suggestion| {
        suggestion.brief.task = Task::Shorten;
        suggestion.source.post_hash = Some(ContentHash::of(own.as_bytes()).to_string());
        suggestion
    });
    let mut all: Vec<Suggestion> = all.collect();
    all.sort_by_key(|suggestion| suggestion.text.shown().len());
    for (minute, suggestion) in (0..).zip(&mut all) {
        suggestion.at = now() - chrono::TimeDelta::minutes(minute);
    }
    world.shelf.set_suggestions(id.clone(), all);
    (Story::open(world, Some(&id), None), id)
}

#[test]
fn a_shorter_text_takes_the_place_of_the_one_it_was_made_from_and_undo_brings_it_back() {
    let (mut story, id) = shortened();
    let before = post(&story, &id).clone();
    story.act(Action::First).state.insert = Some(Caret::new(1, before.text_for("ig")));
    story.act(Action::Accept);
    assert_eq!(post(&story, &id).text_for("ig"), "La lana è tornata.");
    assert_eq!(story.done.last().map(|set| &set.label), Some(&Label::Replace));
    assert_eq!(post(&story, &id).text, before.text, "what the others say stays");
    // The second sentence joins the first, and so does one of the other way to say it.
    story.act(Action::Accept);
    assert_eq!(post(&story, &id).text_for("ig"), "La lana è tornata. Da lunedì.");
    assert_eq!(story.done.last().map(|set| &set.label), Some(&Label::Accept));
    story.state.focus_on(2);
    story.act(Action::Accept);
    assert_eq!(post(&story, &id).text_for("ig"), "La lana è tornata. Da lunedì. Lana da lunedì.");
    story.undo().undo().undo();
    let after = post(&story, &id);
    assert_eq!((after.text_for("ig"), &after.origin), (before.text_for("ig"), &before.origin));
    // Once nothing of it is taken, it takes the place again; a hand's words do so too.
    story.state.focus_on(1);
    story.act(Action::First).act(Action::Rewrite).write("!").act(Action::Confirm);
    assert_eq!(post(&story, &id).text_for("ig"), "La lana è tornata.!");
}

#[test]
fn what_would_take_a_texts_place_says_so_until_it_has() {
    for (language, says) in [
        (Language::Italian, "prende il posto del testo per IG"),
        (Language::English, "takes the place of the text for IG"),
    ] {
        let (mut story, _) = shortened();
        let screen = |story: &Story| drawn(story, language, (120, 30));
        assert!(screen(&story).contains(says), "{}", screen(&story));
        story.act(Action::Reject).act(Action::WithoutReason);
        assert!(screen(&story).contains(says), "{}", screen(&story));
        story.act(Action::Accept);
        assert!(!screen(&story).contains(says), "{}", screen(&story));
    }
}

#[test]
fn the_other_suggestions_headline_answers_to_the_one_under_the_cursor() {
    let (mut story, _) = with("", |_| ());
    let mut other = story.state.panes[0].clone();
    other.id = story.world.ids.fresh();
    other.extras.headline = Some(ModelText::new("Altro titolo"));
    story.state.panes.push(other);
    let part = |story: &Story| {
        let at = story.state.counterpart(1).expect("a counterpart");
        story.state.panes[1].hunks()[at].part
    };
    assert_eq!(part(&story), Part::Headline);
    story.act(Action::Down);
    assert_eq!(part(&story), Part::Text);
    assert_eq!(story.state.counterpart(1), Some(1));
}

/// A suggestion of a thread for a post, asked for where `human` stood.
fn thread(human: &str) -> (Story, Id) {
    let mut world = World::new();
    let id = world.post(human);
    world.suggestion(&id, "Uno. Ancora uno.\u{c}Due.\u{c}Tre.", &["lana"]);
    let mut own = world.shelf.suggestions(&id)[0].as_ref().clone();
    own.brief.task = Task::Thread;
    world.shelf.set_suggestions(id.clone(), vec![own]);
    (Story::open(world, Some(&id), None), id)
}

#[test]
fn accepted_messages_begin_messages_of_the_text() {
    let (mut story, id) = thread("");
    story.act(Action::AcceptAll);
    assert_eq!(story.world.text(&id), "Uno. Ancora uno.\u{c}Due.\u{c}Tre.\n#lana");
}

#[test]
fn a_message_begins_with_the_first_of_it_that_is_taken() {
    let (mut story, id) = thread("");
    story.act(Action::Accept).act(Action::Down);
    assert_eq!(story.world.text(&id), "Uno.");
    story.act(Action::Accept);
    assert_eq!(story.world.text(&id), "Uno.\u{c}Due.");
    story.act(Action::Accept).act(Action::Accept);
    assert_eq!(story.world.text(&id), "Uno.\u{c}Due.\u{c}Tre.\n#lana");
}

#[test]
fn a_text_that_is_split_becomes_the_channels_own_thread() {
    let (mut story, id) = thread("Uno. Ancora uno. Due. Tre.");
    story.act(Action::AcceptAll);
    let done = post(&story, &id);
    assert_eq!(done.text, "Uno. Ancora uno. Due. Tre.");
    assert_eq!(done.text_for("ig"), "Uno. Ancora uno.\u{c}Due.\u{c}Tre.\n#lana");
}

#[test]
fn messages_stand_apart_in_both_panes_and_each_is_counted() {
    let (mut story, _) = thread("");
    let bluesky = crate::domain::Channel {
        key: "bs".into(),
        network: "bluesky".into(),
        account: None,
        short: None,
        limit: None,
        slots: vec![],
    };
    story.world.workspace.channels.push(bluesky);
    story.state.panes[0].brief.channel = Some("bs".into());
    story.act(Action::Accept).act(Action::Accept).act(Action::Accept);
    assert_snapshot!(drawn(&story, Language::Italian, (80, 16)), @r"
     Lancio collezione invernale · mar 24 nov 18:30

      tuo  [1/1]
     1/1 · ironico · clienti · BS                                        ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
     ✓ Uno.
     ✓ Ancora uno.
       ── 2/3 ──
     ✓ Due.
       ── 3/3 ──
    ▌? Tre.
       ? «Tre»: nessun fatto ha questa cifra
       Si conferma nel testo: M-t, M-f

       #lana
     [3/5]  3 messaggi · BS 16 4 10/300 · 2 da verificare
    ");
    let said = viewed(&story, Language::Italian, (80, 16), |cx| {
        plain::drafts(&view(&story.state, cx), cx.words).all()
    });
    assert!(said.contains(&"messaggio 2 di 2, tu: Due.".to_owned()), "{said:#?}");
}

#[test]
fn headline_and_first_comment_say_what_they_are() {
    let (story, _) = with("", |_| ());
    assert_snapshot!(drawn(&story, Language::Italian, (80, 16)), @r"
     Lancio collezione invernale · mar 24 nov 18:30

      tuo  [1/1]
     1/1 · ironico · clienti · IG                                        ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    ▌  titolo: Lana, un ritorno

       La lana è tornata.

       #lana

       primo commento: Chi passa?



     [0/4]  IG 24/2.200
    ");
    let said = viewed(&story, Language::English, (80, 16), |cx| {
        plain::drafts(&view(&story.state, cx), cx.words).all()
    });
    assert!(said.iter().any(|line| line.contains("first comment: Chi passa?")), "{said:#?}");
}

#[test]
fn a_claim_in_a_headline_is_marked_where_one_decides() {
    let (mut story, _) = with("", |_| ());
    story.state.panes[0].extras.headline = Some(ModelText::new("Lana a 89 €"));
    story.state.notice(&story.world.ctx());
    let seen = drawn(&story, Language::Italian, (80, 16));
    assert!(seen.contains("▌? titolo: Lana a 89 €"), "{seen}");
    assert!(seen.contains("1 da verificare"), "{seen}");
}
