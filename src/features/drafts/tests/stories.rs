use super::*;
use crate::domain::{Label, Reason, Verdict};
use crate::text::Edit;
use crate::vocab::{Notice, Scope, Why};

const DRAFT: &str = "La lana è tornata. Ha perso il treno.\nDa lunedì la trovi in bottega.";

fn with_text(text: &str) -> (Story, Id) {
    let mut world = World::new();
    let post = world.post(text);
    world.suggestion(&post, DRAFT, &["lana", "bottega"]);
    (Story::open(world, Some(&post), None), post)
}

#[test]
fn waiting_suggestions_are_shown_at_once_and_the_brief_stays_closed() {
    let (story, _) = with_text("Uno.");
    assert_eq!(story.state.panes.len(), 1);
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
    assert_eq!(story.state.focus, 1);
}

#[test]
fn without_suggestions_the_brief_opens_with_defaults_and_sources_are_looked_for() {
    let mut world = World::new();
    let post = world.post("");
    let story = Story::open(world, Some(&post), None);
    assert!(story.effects.contains(&Effect::FindSources));
    assert_eq!(scopes(&story.state), [Scope::Line, Scope::Form, Scope::Brief]);
    let brief = story.state.form.brief().expect("a topic");
    assert_eq!(brief.topic, "Lancio collezione invernale");
    assert_eq!(brief.tone.as_deref(), Some("caldo"));
    assert_eq!(brief.audience.as_deref(), Some("clienti"));
    assert_eq!(brief.channel.as_deref(), Some("ig"));
    assert_eq!(brief.lang.as_deref(), Some("it"));
}

#[test]
fn an_accepted_sentence_is_one_change_set_the_post_before_the_decision() {
    let (mut story, post) = with_text("Uno.");
    let effects = story.only(Action::Accept);
    let [Effect::Apply(set)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(set.label, Label::Accept);
    let [Change::Edit { edits, .. }, Change::Decide { add, .. }] = set.changes.as_slice() else {
        panic!("{set:?}")
    };
    assert_eq!(
        edits[0],
        FieldEdit::replace(
            &["text"],
            Some(FieldValue::Text("Uno.".into())),
            Some(FieldValue::Text("Uno. La lana è tornata.".into())),
        )
    );
    assert!(matches!(&edits[1], FieldEdit::Add { key, .. } if *key == ["origin"]));
    assert_eq!(add[0].sentence, Some(0));
    assert_eq!(
        add[0].hash,
        ContentHash::of("La lana è tornata.".as_bytes()).to_string(),
        "`sha256sum` of the sentence can check it"
    );
    assert_eq!(add[0].by, BY);
    assert_eq!(story.world.text(&post), "Uno.", "nothing is written here");
}

#[test]
fn accept_one_rewrite_another_undo_both() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Accept);
    assert_eq!(story.state.panes[0].cursor, 1, "on to the next");
    story.act(Action::Rewrite);
    assert_eq!(scopes(&story.state), [Scope::Line]);
    story.act(Action::Write(Edit::SelectAll)).write("Era in ritardo.").act(Action::Confirm);
    assert_eq!(story.world.text(&post), "Uno. La lana è tornata. Era in ritardo.");
    let entry = story.world.shelf.get(&post).expect("the post").clone();
    let verdicts: Vec<Verdict> = entry.post.origin.iter().map(|o| o.decision).collect();
    assert_eq!(verdicts, [Verdict::Accepted, Verdict::Rewritten]);
    let stored = &story.world.shelf.suggestions(&post)[0];
    assert_eq!(stored.text.shown(), DRAFT, "a suggestion's text never changes");
    assert_eq!(stored.decisions.len(), 2);

    story.undo();
    assert_eq!(story.world.text(&post), "Uno. La lana è tornata.");
    assert_eq!(story.state.panes[0].verdict(1), None);
    story.undo();
    assert_eq!(story.world.text(&post), "Uno.");
    assert!(story.world.shelf.get(&post).expect("the post").post.origin.is_empty());
    assert!(story.world.shelf.suggestions(&post)[0].is_waiting());
}

#[test]
fn two_quick_accepts_build_on_each_other_before_the_disk_has_answered() {
    let (mut story, post) = with_text("Uno.");
    let first = story.only(Action::Accept);
    let second = story.only(Action::Accept);
    for effect in first.into_iter().chain(second) {
        // The world checks that each edit starts from what the one before left.
        story.carry_out(effect);
    }
    assert_eq!(story.world.text(&post), "Uno. La lana è tornata. Ha perso il treno.");
}

#[test]
fn what_could_not_be_written_is_not_decided() {
    let (mut story, post) = with_text("Uno.");
    let effects = story.only(Action::Accept);
    let [Effect::Apply(set)] = effects.as_slice() else { panic!("{effects:?}") };
    let failure = crate::domain::Failure::DiskFull { path: RelPath::new("posts") };
    story.hear(Event::NotApplied { set: set.clone(), failure });
    assert_eq!(story.state.panes[0].verdict(0), None);
    story.state.panes[0].cursor = 0;
    story.act(Action::Accept);
    assert_eq!(story.world.text(&post), "Uno. La lana è tornata.");
}

#[test]
fn words_go_in_at_the_cursor_of_the_human_text() {
    let (mut story, post) = with_text("Uno. Due.");
    story.act(Action::Left).act(Action::Up);
    assert_eq!(story.state.cursor_in("Uno. Due."), Some(1));
    story.act(Action::Right).act(Action::Accept).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Uno. La lana è tornata. Ha perso il treno. Due.");
}

#[test]
fn the_cursor_of_the_human_text_keeps_its_neighbours_while_others_write() {
    let (mut story, post) = with_text("Uno è qui. Due è là.");
    story.act(Action::Left).act(Action::Up).act(Action::Right).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Uno è qui. La lana è tornata. Due è là.");
    let path = story.world.shelf.get(&post).expect("the post").path.clone();
    let mut theirs = story.world.shelf.get(&post).expect("the post").post.clone();
    theirs.text = "Ciao. Uno è qui. La lana è tornata. E poi? Due è là, sempre.".into();
    story.world.put(path, theirs);
    story.hear(Event::FolderRead {
        folder: "posts/2026/W48".into(),
        entries: vec![],
        problems: vec![],
    });
    story.act(Action::Accept);
    assert_eq!(
        story.world.text(&post),
        "Ciao. Uno è qui. La lana è tornata. E poi? Ha perso il treno. Due è là, sempre."
    );
    story.undo();
    assert_eq!(
        story.world.text(&post),
        "Ciao. Uno è qui. La lana è tornata. E poi? Due è là, sempre."
    );
    story.act(Action::Up).act(Action::Accept);
    assert!(story.world.text(&post).contains("E poi? Ha perso il treno. Due"));
}

#[test]
fn words_go_into_a_channels_own_text_where_it_has_one() {
    let mut world = World::new();
    let post = world.post("Comune.");
    let mut entry = (**world.shelf.get(&post).expect("the post")).clone();
    let own = crate::domain::Variant { text: Some("Solo IG.".into()), ..Default::default() };
    entry.post.variants.insert("ig".into(), own);
    world.put(entry.path, entry.post);
    world.suggestion(&post, DRAFT, &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.act(Action::Accept);
    let entry = story.world.shelf.get(&post).expect("the post");
    assert_eq!(entry.post.text, "Comune.");
    assert_eq!(entry.post.text_for("ig"), "Solo IG. La lana è tornata.");
}

#[test]
fn accepting_everything_keeps_lines_and_puts_hashtags_last() {
    let (mut story, post) = with_text("");
    story.act(Action::AcceptAll);
    assert_eq!(
        story.world.text(&post),
        "La lana è tornata. Ha perso il treno.\nDa lunedì la trovi in bottega.\n#lana #bottega"
    );
    assert!(story.state.panes[0].open().is_empty());
    assert_eq!(story.refused(Action::Accept), Why::AlreadyDecided);
}

#[test]
fn a_rejection_asks_for_its_reason_with_one_key_and_touches_no_human_word() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Reject);
    assert_eq!(scopes(&story.state), [Scope::Reason]);
    story.act(Action::Because(Reason::Salesy));
    let decision = &story.world.shelf.suggestions(&post)[0].decisions[0];
    assert_eq!((decision.verdict, decision.reason), (Verdict::Rejected, Some(Reason::Salesy)));
    assert_eq!(story.world.text(&post), "Uno.");
    story.act(Action::RejectAll).act(Action::WithoutReason);
    assert_eq!(story.world.shelf.suggestions(&post)[0].decisions.len(), 4);
    story.undo();
    assert_eq!(story.state.panes[0].open(), [1, 2, 3]);
}

#[test]
fn escape_takes_a_rejection_back_before_it_is_one() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::Reject).act(Action::Cancel);
    assert!(story.done.is_empty());
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
}

#[test]
fn a_rewriting_knows_the_machines_words_from_the_hands() {
    let (mut story, _) = with_text("");
    story.act(Action::Rewrite);
    let go = |motion| Action::Go { motion, select: false };
    story.act(go(crate::text::Motion::Start)).act(go(crate::text::Motion::WordRight));
    story.write(" bella");
    let Mode::Rewriting(open) = &story.state.mode else { panic!("not rewriting") };
    assert_eq!(open.buffer.text(), "La bella lana è tornata.");
    let words: Vec<&str> =
        open.machine().into_iter().map(|range| &open.buffer.text()[range]).collect();
    assert_eq!(words, ["La", " lana è tornata."]);
    story.act(Action::Cancel);
    assert!(story.done.is_empty());
}

#[test]
fn a_sentence_of_the_same_place_is_picked_from_another_suggestion() {
    let mut world = World::new();
    let post = world.post("");
    world.suggestion(&post, "Prima uno. Prima due.", &[]);
    world.suggestion(&post, "Seconda uno. Seconda due.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    let texts: Vec<String> =
        story.state.panes.iter().map(|pane| pane.text.shown().to_owned()).collect();
    let second = texts.iter().position(|text| text.starts_with("Seconda")).expect("there") as u8;
    let other = 1 - second;
    story.state.focus_on(usize::from(other) + 1);
    story.act(Action::Pick(second + 1)).act(Action::Accept);
    assert_eq!(story.world.text(&post), "Seconda uno. Prima due.");
    assert_eq!(story.state.focus, usize::from(other) + 1, "the focus stays");
    assert_eq!(story.refused(Action::Pick(7)), Why::NoSuggestions);
}

#[test]
fn a_stream_never_moves_the_cursor_nor_changes_the_focus() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::Another);
    assert_eq!(story.state.panes.len(), 2);
    assert_eq!(story.state.panes[0].text.shown(), DRAFT, "nothing is replaced");
    story.act(Action::Left).act(Action::Down);
    let (focus, cursor) = (story.state.focus, story.state.panes[0].cursor);
    let job = story.state.panes[1].job();
    for piece in ["La la", "na. E", " poi?"] {
        story.hear(Event::SuggestionGrew { job, piece: ModelText::new(piece) });
        assert_eq!((story.state.focus, story.state.panes[0].cursor), (focus, cursor));
    }
    assert_eq!(story.state.panes[1].text.shown(), "La lana. E poi?");
    story.act(Action::Right);
    assert_eq!(story.refused(Action::Accept), Why::StillWriting);
}

#[test]
fn escape_stops_the_streams_and_keeps_a_fragment_a_second_one_leaves() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Another);
    let job = story.state.panes[1].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("La lana ") });
    story.act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Stop(vec![job]), Effect::Say(Notice::Stopped)]);
    story.stream(1, "La lana ", StreamEnd::Stopped);
    let kept = story.world.shelf.suggestions(&post);
    assert!(
        kept.iter().any(|s| s.fragment == Some(crate::domain::Fragment::Stopped)
            && s.text.shown() == "La lana ")
    );
    story.act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Close]);
}

#[test]
fn leaving_in_the_middle_of_a_stream_keeps_what_has_arrived() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Another);
    let job = story.state.panes[1].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("La lana ") });
    story.act(Action::Back);
    assert!(matches!(story.effects.last(), Some(Effect::Close)));
    assert!(story.world.shelf.suggestions(&post).iter().any(|s| s.fragment.is_some()));
}

#[test]
fn a_source_that_fails_says_why_and_leaves_no_pane() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::Another);
    let failure = crate::domain::Failure::AiSilent { seconds: 30 };
    let job = story.state.panes[1].job();
    story.hear(Event::SuggestionFailed { job, failure: failure.clone() });
    assert_eq!(story.state.panes.len(), 1, "a failure is no suggestion");
    assert_eq!(story.effects, [Effect::Say(Notice::Failed(failure))], "there is nothing to keep");
}

#[test]
fn a_source_that_breaks_off_leaves_a_fragment_and_says_why() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Another);
    let failure = crate::domain::Failure::AiTooSlow { seconds: 180 };
    let job = story.state.panes[1].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("La lana ") });
    story.hear(Event::SuggestionFailed { job, failure: failure.clone() });
    assert_eq!(story.effects.last(), Some(&Effect::Say(Notice::Failed(failure))));
    assert!(story.world.shelf.suggestions(&post).iter().any(|s| s.fragment.is_some()));
}

#[test]
fn a_suggestion_waits_until_its_last_sentence_is_decided() {
    let (mut story, post) = with_text("Uno.");
    let open = |story: &Story| story.world.shelf.suggestions(&post)[0].open_sentences();
    assert_eq!(open(&story), 4, "three sentences and the hashtags");
    story.act(Action::Accept);
    assert_eq!(open(&story), 3);
    assert!(story.world.shelf.suggestions(&post)[0].is_waiting());
    story.act(Action::AcceptAll);
    assert_eq!(open(&story), 0);
    assert!(!story.world.shelf.suggestions(&post)[0].is_waiting());
}

#[test]
fn a_prompt_that_nobody_can_put_together_is_not_waited_for() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::ShowPrompt);
    story.hear(Event::NotDone(crate::domain::Failure::AiSilent { seconds: 30 }));
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
}

#[test]
fn suggestions_from_the_disk_ask_again_whoever_can_write_here() {
    let (mut story, _) = with_text("Uno.");
    assert!(story.effects.contains(&Effect::FindSources));
    story.state.panes[0].profile = "default".into();
    story.hear(Event::SourcesFound(vec![composer()]));
    let effects = story.only(Action::Another);
    let asked =
        |effect: &Effect| matches!(effect, Effect::Suggest(ask) if ask.profile == "composer");
    assert!(effects.iter().any(asked), "{effects:?}");
}

#[test]
fn leaving_a_rewritten_sentence_asks_and_what_is_set_aside_comes_back() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::Rewrite).act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Drafts], "nothing changed, nothing asked");
    story.act(Action::Rewrite).write(" Qui.").act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Line], "it asks first");
    story.write(" E ora.").act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Line], "who types on is asked again");
    story.act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
    story.act(Action::Rewrite);
    let super::super::state::Mode::Rewriting(open) = &story.state.mode else {
        panic!("not rewriting")
    };
    assert!(open.buffer.text().contains(" Qui. E ora."), "{}", open.buffer.text());
}

#[test]
fn a_brief_is_in_the_language_of_nearly_all_posts_of_the_slots_channel_or_in_the_brands() {
    let slot = Slot { date: day("2026-11-26"), time: Some("08:45:00".parse().expect("a time")) };
    let lang = |world: World| {
        Story::open(world, None, Some(slot)).state.form.lang.key().map(str::to_owned)
    };
    assert_eq!(lang(World::new()).as_deref(), Some("it"), "the folder's first");
    for (posts, expected) in [
        (&["en", "en"][..], "it"),
        (&["en", "it", "en"], "it"),
        (&["en", "it", "en", "en", "en"], "en"),
    ] {
        let mut world = World::new();
        for (at, lang) in posts.iter().enumerate() {
            let mut post = Post::new(world.ids.fresh(), "Yarn");
            post.channels = vec!["linkedin".into()];
            post.lang = Some((*lang).into());
            world.put(RelPath::new(format!("ideas/yarn-{at}.{}.toml", post.id)), post);
        }
        assert_eq!(lang(world).as_deref(), Some(expected), "{posts:?}");
    }
}

#[test]
fn on_an_empty_slot_the_first_suggestion_makes_an_idea_and_the_first_sentence_a_post() {
    let time = "08:45:00".parse().expect("a time");
    let slot = Slot { date: day("2026-11-26"), time: Some(time) };
    let mut story = Story::open(World::new(), None, Some(slot));
    story.act(Action::Down).act(Action::Confirm);
    assert!(story.effects.is_empty() && story.state.form.no_topic, "nothing to write about");
    assert_eq!(story.state.form.field, Field::Topic, "the cursor goes where it is missing");
    story.write("…");
    assert!(story.state.form.no_topic, "signs alone say nothing");
    story.act(Action::Write(Edit::DeleteBack)).write("La lana nuova");
    assert!(!story.state.form.no_topic);
    story.act(Action::Confirm);
    let asked = story.effects.iter().filter(|e| matches!(e, Effect::Suggest(_))).count();
    assert_eq!((asked, story.state.panes.len()), (3, 3));
    assert_eq!(story.state.panes[0].brief.channel.as_deref(), Some("linkedin"), "the slot's own");

    let first = {
        let job = story.state.panes[1].job();
        let event = Event::SuggestionEnded {
            job,
            end: StreamEnd::Complete,
            text: ModelText::new("La lana è qui. Vieni."),
            hashtags: vec![],
            extras: crate::domain::Extras::default(),
            source: SuggestionSource::default(),
        };
        on_event(&mut story.state, &event, &story.world.ctx())
    };
    // The second ends before the first is durable: the idea is made once.
    story.stream(0, "Eccola. È nuova.", StreamEnd::Complete);
    let id = story.state.post.clone();
    let [Effect::Apply(set)] = first.as_slice() else { panic!("{first:?}") };
    assert!(matches!(set.changes.as_slice(), [Change::Create { .. }, Change::Suggest(_)]));
    let made = story.done.pop().expect("the second");
    assert!(matches!(made.changes.as_slice(), [Change::Suggest(_)]));
    story.apply(set);
    let idea = story.world.shelf.get(&id).expect("an idea").clone();
    assert_eq!(idea.path.parent(), "ideas");
    assert_eq!(idea.post.title, "La lana nuova");

    story.state.focus_on(2);
    story.act(Action::Accept);
    let post = story.world.shelf.get(&id).expect("a post").clone();
    assert_eq!(post.path.parent(), "posts/2026/W48");
    assert_eq!(post.post.when, Some(When::Local(slot.date.and_time(time))));
    assert_eq!(post.post.text, "La lana è qui.");
    story.undo();
    assert_eq!(story.world.shelf.get(&id).expect("an idea").path.parent(), "ideas");
}

#[test]
fn a_suggestion_for_an_earlier_text_says_so_but_not_because_of_what_was_just_taken() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Accept);
    assert!(!story.state.is_stale(&story.state.panes[0]));
    let mut entry = (**story.world.shelf.get(&post).expect("the post")).clone();
    entry.post.text = "Scritto da un collega.".into();
    story.world.put(entry.path, entry.post);
    story.hear(Event::FolderRead { folder: "x".into(), entries: vec![], problems: vec![] });
    assert!(story.state.is_stale(&story.state.panes[0]));
}

#[test]
fn a_suggestion_that_a_colleague_drops_in_appears_and_one_taken_away_goes() {
    let (mut story, post) = with_text("Uno.");
    story.world.suggestion(&post, "Da un collega.", &[]);
    let read = Event::SuggestionsRead { post: post.clone(), suggestions: vec![], problems: vec![] };
    story.hear(read.clone());
    assert_eq!(story.state.panes.len(), 2);
    story.world.shelf.set_suggestions(post, vec![]);
    story.hear(read);
    assert!(story.state.panes.is_empty());
    assert_eq!(story.state.focus, 0);
}

#[test]
fn another_with_an_instruction_carries_it_and_what_was_turned_down() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::Reject).act(Action::Because(Reason::NotUs));
    story.act(Action::AnotherWith).write("più corto").act(Action::Confirm);
    let [Effect::Suggest(ask)] = story.effects.as_slice() else { panic!("{:?}", story.effects) };
    assert_eq!(ask.brief.instruction.as_deref(), Some("più corto"));
    assert_eq!(ask.human.as_deref(), Some("Uno."));
    assert_eq!(ask.decided[0].decisions[0].reason, Some(Reason::NotUs));
    assert_eq!(ask.variation, 1, "not the first one again");
}

#[test]
fn the_prompt_is_shown_with_its_destination_and_closed_again() {
    let (mut story, _) = with_text("Uno.");
    story.act(Action::ShowPrompt);
    assert!(matches!(story.effects.as_slice(), [Effect::ShowPrompt(_)]));
    assert_eq!(scopes(&story.state), [Scope::Reader]);
    story.hear(Event::PromptReady {
        to: ollama(),
        layers: vec![crate::domain::Layer::new(crate::domain::LayerKind::Topic, "Scrivi…")],
        remarks: crate::domain::Remarks::default(),
    });
    story.act(Action::Down).act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
}

#[test]
fn an_editor_outside_gives_its_words_to_the_sentence_it_was_opened_on() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::EditOutside);
    let [Effect::EditOutside(crate::vocab::ExternalEdit::Text { key, text })] =
        story.effects.as_slice()
    else {
        panic!("{:?}", story.effects)
    };
    assert_eq!(text, "La lana è tornata.");
    let key = key.clone();
    story.hear(Event::TextEditedOutside { key: key.clone(), text: "È tornata!".into() });
    assert_eq!(story.world.text(&post), "Uno. È tornata!");
    assert_eq!(story.state.panes[0].verdict(0), Some(Verdict::Rewritten));
    story.hear(Event::TextEditedOutside { key, text: "Non per noi.".into() });
    assert_eq!(story.world.text(&post), "Uno. È tornata!");
}

#[test]
fn chips_go_round_and_through_nothing_in_particular() {
    let mut world = World::new();
    let post = world.post("");
    let mut story = Story::open(world, Some(&post), None);
    story.hear(Event::SourcesFound(vec![composer(), ollama()]));
    assert_eq!(story.state.form.profile(), "ollama", "an AI that answers, where none is set");
    story.act(Action::Down);
    let tones: Vec<Option<String>> = (0..5)
        .map(|_| {
            story.act(Action::Right);
            story.state.form.tone.key().map(str::to_owned)
        })
        .collect();
    let want = [Some("ironico"), Some("asciutto"), None, Some("caldo"), Some("ironico")];
    assert_eq!(tones, want.map(|tone| tone.map(str::to_owned)));
}

#[test]
fn a_suggestion_that_could_not_be_kept_is_kept_with_the_next_decision() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Another);
    let event = Event::SuggestionEnded {
        job: story.state.panes[1].job(),
        end: StreamEnd::Complete,
        text: ModelText::new("Due."),
        hashtags: vec![],
        extras: crate::domain::Extras::default(),
        source: SuggestionSource::default(),
    };
    let effects = on_event(&mut story.state, &event, &story.world.ctx());
    let [Effect::Apply(set)] = effects.as_slice() else { panic!("{effects:?}") };
    let failure = crate::domain::Failure::DiskFull { path: RelPath::new("drafts") };
    story.hear(Event::NotApplied { set: set.clone(), failure });
    assert!(story.state.is_unsaved(&story.state.panes[1]));
    story.act(Action::Accept);
    assert_eq!(story.world.text(&post), "Uno. Due.");
    assert_eq!(story.world.shelf.suggestions(&post).len(), 2);
}

#[test]
fn another_reason_is_written_on_a_line_and_no_letter_of_it_is_a_command() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Reject).act(Action::Because(Reason::Other));
    assert_eq!(scopes(&story.state), [Scope::Line]);
    let write = |words: &str| Action::Write(crate::text::Edit::Type(words.into()));
    story.act(write("troppo  lungo per noi")).act(Action::Confirm);
    let decision = &story.world.shelf.suggestions(&post)[0].decisions[0];
    let said = (decision.reason, decision.words.as_deref());
    assert_eq!(said, (Some(Reason::Other), Some("troppo lungo per noi")));
    assert_eq!(scopes(&story.state), [Scope::Drafts]);
}

#[test]
fn esc_goes_back_to_the_reasons_and_nothing_is_as_good_an_answer() {
    let (mut story, post) = with_text("Uno.");
    story.act(Action::Reject).act(Action::Because(Reason::Other)).act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Reason]);
    story.act(Action::Because(Reason::Other)).act(Action::Confirm);
    let decision = &story.world.shelf.suggestions(&post)[0].decisions[0];
    assert_eq!((decision.reason, &decision.words), (Some(Reason::Other), &None));
}

#[test]
fn a_post_without_a_title_is_briefed_with_its_first_words() {
    let topic = |text: &str| {
        let mut world = World::new();
        let mut post = crate::domain::Post::new(world.ids.fresh(), "");
        post.text = text.into();
        let id = post.id.clone();
        world.put(crate::domain::RelPath::new(format!("ideas/senza.{id}.toml")), post);
        Story::open(world, Some(&id), None).state.form.topic.text().to_owned()
    };
    assert_eq!(topic("Domani nevica.\nSi accende la stufa."), "Domani nevica.");
    let long = "Domani nevica, e in bottega si accende la stufa per chi viene a filare con noi.";
    assert_eq!(topic(long), "Domani nevica, e in bottega si accende la stufa per chi");
}
