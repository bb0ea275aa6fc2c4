//! Change sets on a good day, and their undoing.

use super::*;
use crate::domain::{
    Brief, Decision, Failure, Learned, ModelText, Note, NoteKind, Origin, Post, Reason, Suggestion,
    SuggestionSource, Verdict, When, file_path,
};
use chrono::DateTime;
use proptest::prelude::*;

fn suggestion() -> Suggestion {
    Suggestion {
        id: id("9v8w7x6y"),
        post: id("k3f9q7ab"),
        at: DateTime::UNIX_EPOCH,
        brief: Brief { topic: "lana".into(), ..Brief::default() },
        source: SuggestionSource { provider: "composer".into(), ..SuggestionSource::default() },
        text: ModelText::new("Prima.\nSeconda \"citata\".\n"),
        hashtags: vec!["lana".into()],
        extras: crate::domain::Extras {
            headline: Some(ModelText::new("Lana, un «ritorno»")),
            first_comment: Some(ModelText::new("Chi passa?\nCiao.")),
        },
        fragment: Some(crate::domain::Fragment::Cut),
        decisions: Vec::new(),
    }
}

fn note() -> Note {
    Note {
        id: id("5t8w2zqc"),
        post: id("k3f9q7ab"),
        at: "2026-11-22T10:12:00Z".parse().expect("an instant"),
        by: "Bea Riva <bea@example.org>".into(),
        kind: NoteKind::Change,
        to: None,
        about: None,
        channel: Some("ig".into()),
        quote: Some("La lana torna a casa.".into()),
        text: "Da quando? Manca il giorno.".into(),
    }
}

fn decision() -> Decision {
    Decision {
        sentence: Some(1),
        clause: None,
        hash: "00".into(),
        verdict: Verdict::Rejected,
        reason: Some(Reason::Other),
        words: Some("troppo «lungo», per noi".into()),
        by: "Ada Neri <ada@example.org>".into(),
        at: DateTime::UNIX_EPOCH,
    }
}

fn ticked() -> FieldEdit {
    let tick = crate::domain::Tick {
        quote: "79 €".into(),
        kind: crate::domain::ClaimKind::Price,
        verdict: "contradicted".into(),
        note: Some("Prezzo di favore".into()),
        fact: Some(("sciarpa".into(), "00".into())),
        by: "Ada Neri <ada@example.org>".into(),
        at: DateTime::UNIX_EPOCH,
    };
    FieldEdit::Add { key: vec!["claim".into()], item: FieldValue::tick(&tick) }
}

#[test]
fn every_change_is_applied_and_its_inverse_leaves_the_folder_as_it_was() {
    let moved = "posts/2026/W49/lancio.k3f9q7ab.toml";
    let when = |text: &str| Some(FieldValue::When(When::Local(text.parse().expect("a date"))));
    let week =
        FieldEdit::replace(&["when"], when("2026-11-24T18:30:00"), when("2026-12-01T09:00:00"));
    let origin = Origin {
        post: id("k3f9q7ab"),
        suggestion: id("4t8w2zqc"),
        decision: Verdict::Accepted,
        at: DateTime::UNIX_EPOCH,
        by: "Ada".into(),
    };
    let origin = FieldEdit::Add { key: vec!["origin".into()], item: FieldValue::origin(&origin) };
    let post = Post { text: "Ciao".into(), ..Post::new(id("00000000"), "Nuova") };
    let decide = Change::Decide {
        post: id("k3f9q7ab"),
        suggestion: id("4t8w2zqc"),
        add: vec![decision()],
        remove: vec![],
    };
    let accept = |edit: FieldEdit| Change::Edit {
        path: path(POST),
        to: None,
        edits: vec![edit, origin.clone()],
    };
    let sets = [
        edit(None, vec![retitled("Arrivo"), rewritten("Altro.")]),
        edit(Some(moved), vec![week]),
        ChangeSet::one(
            Label::New,
            Change::Create { path: file_path(&post, Rome), post: Box::new(post) },
        ),
        ChangeSet::one(Label::Suggest, Change::Suggest(Box::new(suggestion()))),
        ChangeSet::one(Label::Note(NoteKind::Change), Change::Note(Box::new(note()))),
        ChangeSet {
            label: Label::Accept,
            changes: vec![accept(rewritten("La lana è tornata.")), decide],
        },
        ChangeSet::one(Label::Trash, Change::Trash { path: path(POST) }),
        edit(None, vec![ticked()]),
    ];
    for set in sets {
        let world = world();
        let before = content(&world);
        let mut hand = hand(&world);
        let applied = hand.apply(&set).unwrap_or_else(|failure| panic!("{failure:?}: {set:?}"));
        let after = content(&world);
        assert_ne!(before, after, "{set:?}");
        for entry in &applied.entries {
            assert!(after.contains_key(entry.path.as_str()), "{set:?}");
        }
        assert!(applied.removed.iter().all(|path| !after.contains_key(path.as_str())));
        hand.apply(&set.inverse()).expect("undone");
        assert_eq!(content(&world), before, "undo of {set:?}");
        hand.apply(&set).expect("redone");
        assert_eq!(content(&world), after, "redo of {set:?}");
        drop(hand);
        let files = world.lock().expect("no panic").files();
        assert!(files.keys().all(|path| !path.contains("/.palinsesto-")), "{:?}", files.keys());
    }
}

#[test]
fn what_is_taken_back_leaves_the_very_bytes_however_an_empty_text_was_written() {
    for written in [
        "text = \"\"",
        "text = ''",
        "text = \"\"\"\"\"\"",
        "text = \"\"\"\n\"\"\"   # vuoto",
        "text = ''' Una riga'''",
    ] {
        let world = world();
        let file = format!("id = \"k3f9q7ab\"\ntitle = \"Lancio\"\n{written}\nnote_mie = 1\n");
        world.lock().expect("no panic").put(&format!("content/{POST}"), file.as_bytes());
        let mut hand = hand(&world);
        let old = if written.contains("Una") { " Una riga" } else { "" };
        let first = FieldEdit::replace(&["text"], text(old), text("Una.\nDue."));
        let second = FieldEdit::replace(&["text"], text("Una.\nDue."), text("Una.\nDue.\nTre."));
        let (first, second) = (edit(None, vec![first]), edit(None, vec![second]));
        hand.apply(&first).expect("done");
        let between = content(&world)[POST].clone();
        hand.apply(&second).expect("done");
        hand.apply(&second.inverse()).expect("undone");
        assert_eq!(content(&world)[POST], between);
        hand.apply(&first.inverse()).expect("undone");
        assert_eq!(content(&world)[POST], file);
    }
}

#[test]
fn a_text_that_becomes_empty_is_written_as_one_whoever_took_it_away() {
    let world = world();
    let set = edit(None, vec![rewritten("")]);
    hand(&world).apply(&set).expect("done");
    assert!(content(&world)[POST].contains("text = \"\"\n"), "{}", content(&world)[POST]);
}

#[test]
fn who_is_not_known_signs_nothing() {
    let decision = Decision { by: String::new(), ..decision() };
    let world = world();
    let (post, suggestion) = (id("k3f9q7ab"), id("4t8w2zqc"));
    let decide = Change::Decide { post, suggestion, add: vec![decision], remove: vec![] };
    let set = ChangeSet::one(Label::Accept, decide);
    let before = content(&world);
    let mut hand = hand(&world);
    hand.apply(&set).expect("done");
    assert!(!content(&world)[DRAFT].contains("by ="), "{}", content(&world)[DRAFT]);
    hand.apply(&set.inverse()).expect("undone");
    assert_eq!(content(&world), before);
}

#[test]
fn a_new_file_reads_back_as_what_it_was_made_from() {
    let world = world();
    let mut hand = hand(&world);
    let mut post = Post::new(id("00000000"), "Nuova \"citata\"");
    post.text = "Uno\n\ndue \\ tre\n".into();
    post.channels = vec!["ig".into()];
    post.labels = vec!["a".into(), "b".into()];
    post.notes = Some("nota".into());
    post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a date")));
    let variant = crate::domain::Variant { text: Some("Altro".into()), ..Default::default() };
    post.variants.insert("canale strano".into(), variant);
    let create = Change::Create { path: file_path(&post, Rome), post: Box::new(post.clone()) };
    let set = ChangeSet::one(Label::New, create);
    let applied = hand.apply(&set).expect("created");
    assert_eq!(applied.entries[0].post, post);
    assert_eq!(applied.entries[0].findings, []);
    assert!(matches!(hand.apply(&set), Err(Failure::AlreadyThere { .. })));

    let made = suggestion();
    hand.apply(&ChangeSet::one(Label::Suggest, Change::Suggest(Box::new(made.clone()))))
        .expect("made");
    let file = &content(&world)[made.path().as_str()];
    let read = super::super::read_suggestion(&made.path(), file.as_bytes(), Rome);
    assert_eq!(read, Ok(made));
}

#[test]
fn what_others_wrote_since_is_merged_by_field_and_by_sentence() {
    let world = world();
    let theirs = POST_FILE.replace("casa.", "casa, finalmente.").replace("a mano", "di Bea");
    world.lock().expect("no panic").put(&format!("content/{POST}"), theirs.as_bytes());
    let set = edit(
        None,
        vec![retitled("Arrivo"), rewritten("La lana torna a casa. Da martedì in bottega.")],
    );
    hand(&world).apply(&set).expect("merged");
    let file = &content(&world)[POST];
    let expected = theirs.replace("Lancio", "Arrivo").replace("lunedì", "martedì");
    assert_eq!(*file, expected);
}

#[test]
fn the_same_words_changed_twice_are_a_conflict_and_nothing_is_written() {
    let world = world();
    let theirs = POST_FILE.replace("lunedì", "giovedì");
    world.lock().expect("no panic").put(&format!("content/{POST}"), theirs.as_bytes());
    let set = edit(None, vec![rewritten("La lana torna a casa. Da martedì in bottega.")]);
    let failure = hand(&world).apply(&set).expect_err("a conflict");
    let Failure::Conflict { theirs: a, ours: b, .. } = failure else { panic!("{failure:?}") };
    assert!(a.contains("giovedì") && b.contains("martedì"));
    assert_eq!(content(&world)[POST], theirs);
}

#[test]
fn media_seen_without_a_source_are_edited_without_a_conflict() {
    let world = world();
    let file = format!("{POST_FILE}\n[[media]]\npath = \"a.jpg\" # la prima\n");
    world.lock().expect("no panic").put(&format!("content/{POST}"), file.as_bytes());
    let mut hand = hand(&world);
    let mut media = hand.entry(&path(POST)).expect("readable").post.media;
    let seen = FieldValue::media(&media);
    media[0].alt = Some("Lana".into());
    media[0].source = crate::domain::MediumSource::Camera;
    let change = FieldEdit::replace(&["media"], Some(seen), Some(FieldValue::media(&media)));
    let set = edit(None, vec![change]);
    hand.apply(&set).expect("edited");
    let expected = format!("{file}alt = \"Lana\"\nsource = \"camera\"\n");
    assert_eq!(content(&world)[POST], expected);
    hand.apply(&set.inverse()).expect("undone");
    assert_eq!(content(&world)[POST], file);
}

#[test]
fn when_a_later_change_fails_the_earlier_ones_are_taken_back() {
    let world = world();
    let before = content(&world);
    let changes = vec![
        edit(None, vec![retitled("Arrivo")]).changes.remove(0),
        Change::Trash { path: path("posts/2026/W48/manca.toml") },
    ];
    let failure = hand(&world).apply(&ChangeSet { label: Label::Push, changes });
    assert_eq!(failure, Err(Failure::Gone { path: path("posts/2026/W48/manca.toml") }));
    assert_eq!(content(&world), before);
}

#[test]
fn a_file_that_cannot_be_read_is_never_written_moved_or_thrown_away() {
    let world = world();
    let broken = POST_FILE.replace("title =", "title");
    world.lock().expect("no panic").put(&format!("content/{POST}"), broken.as_bytes());
    let broken_now = content(&world);
    let to = "posts/2026/W49/lancio.k3f9q7ab.toml";
    for set in [
        edit(None, vec![retitled("Arrivo")]),
        edit(Some(to), vec![retitled("Arrivo")]),
        edit(Some(to), vec![]),
        ChangeSet::one(Label::Trash, Change::Trash { path: path(POST) }),
    ] {
        assert_eq!(hand(&world).apply(&set), Err(Failure::Broken { path: path(POST) }), "{set:?}");
        assert_eq!(content(&world), broken_now);
    }
}

#[test]
fn a_move_onto_another_file_is_refused_and_the_post_stays_as_it_was() {
    let world = world();
    let to = "posts/2026/W49/lancio.k3f9q7ab.toml";
    world.lock().expect("no panic").put(&format!("content/{to}"), b"id = \"00000000\"\n");
    let before = content(&world);
    let failure = hand(&world).apply(&edit(Some(to), vec![retitled("Arrivo")]));
    assert_eq!(failure, Err(Failure::AlreadyThere { path: path(to) }));
    assert_eq!(content(&world), before);
}

/// A sentence taken from a suggestion, by somebody who saw the file as it was at first.
fn taken(name: &str, new: &str) -> ChangeSet {
    let origin = Origin {
        post: id("k3f9q7ab"),
        suggestion: id(name),
        decision: Verdict::Accepted,
        at: DateTime::UNIX_EPOCH,
        by: "Ada".into(),
    };
    let add = FieldEdit::Add { key: vec!["origin".into()], item: FieldValue::origin(&origin) };
    edit(None, vec![rewritten(new), add])
}

proptest! {
    /// Whoever is merged with whom, and whatever of it is undone: a post names exactly the
    /// suggestions whose sentences it still has.
    #[test]
    fn an_origin_goes_with_its_sentence_through_merges_and_undo(
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        undone in proptest::collection::vec(any::<bool>(), 4),
    ) {
        let names = ["4t8w2zqc", "9v8w7x6y"];
        let words = ["Ciao a tutte.", "Tre colori."];
        let sets = [
            taken(names[0], &format!("{} {TEXT}", words[0])),
            taken(names[1], &format!("{TEXT} {}", words[1])),
            edit(None, vec![rewritten(&TEXT.replace("lunedì", "martedì"))]),
            edit(None, vec![retitled("Arrivo")]),
        ];
        let world = world();
        let mut hand = hand(&world);
        for at in &order {
            hand.apply(&sets[*at]).expect("merged");
        }
        for at in order.iter().filter(|at| undone[**at]) {
            hand.apply(&sets[*at].inverse()).expect("undone");
        }
        let post = hand.entry(&path(POST)).expect("readable").post;
        for at in 0..names.len() {
            prop_assert_eq!(post.text.contains(words[at]), !undone[at], "{}", post.text);
            let named = post.origin.iter().filter(|o| o.suggestion == id(names[at])).count();
            prop_assert_eq!(named, usize::from(!undone[at]));
        }
    }
}

#[test]
fn a_learned_rule_goes_into_the_voice_and_out_again_byte_for_byte() {
    let rule = |rule: &str, refused: bool| Learned {
        rule: rule.into(),
        kind: "hashtags".into(),
        value: Some("3".into()),
        with: None,
        evidence: "6 of 7, 2026-10-02…2026-11-20".into(),
        since: Some("2026-11-22".parse().expect("a day")),
        refused,
    };
    let world = world();
    let before = "# a mano\ndo = [\"Il prezzo\"] # sempre\n\n[[learned]]\nrule = \"Solo haiku.\"\nkind = \"of-tomorrow\"\nvalue = \"5-7-5\"\n\n[tones]\ncaldo = \"vicino\"\n";
    world.lock().expect("the world").put("content/voice.toml", before.as_bytes());
    let mut hand = hand(&world);
    let voice = || content(&world).remove("voice.toml").expect("there");
    let add = vec![rule("Non più di 3 hashtag.", false), rule("Niente emoji.", true)];
    let set = ChangeSet::one(Label::Learn, Change::Learn { add: add.clone(), remove: vec![] });
    hand.apply(&set).expect("applied");
    let written = voice();
    assert!(
        written.contains("value = 3\n") && written.contains("refused = 2026-11-22"),
        "{written}"
    );
    let read = super::super::read::read_voice(&path("voice.toml"), written.as_bytes());
    let learned = read.expect("a voice").0.learned;
    assert_eq!(learned[0].value.as_deref(), Some("5-7-5"), "what nobody knows is kept");
    assert_eq!(learned[1..], add);
    hand.apply(&set.inverse()).expect("taken out");
    assert_eq!(voice(), before);
}

#[test]
fn a_brief_of_any_task_comes_back_as_it_was_written_and_a_thread_names_its_messages() {
    use crate::domain::{Angle, Lack, LeftOut, Length, Omission, Remarks, Task};
    for task in Task::ALL {
        let brief = Brief {
            task,
            angle: Some(Angle::BehindTheScenes),
            hook: Some(crate::domain::Hook::Scene),
            length: Some(Length::Short),
            notes: task == Task::Reply,
            new_post: (task == Task::Translate).then(|| suggestion().id),
            ..suggestion().brief
        };
        let thread = task == Task::Thread;
        let apart = if thread { "Ancora.\u{c}" } else { "" };
        let text = ModelText::new(format!("Uno.\n\n{apart}Due \"citato\"."));
        let left_out = Omission::ALL.map(|why| LeftOut { text: "Vieni.".into(), why }).into();
        let remarks = Remarks { lacks: Lack::ALL.into(), left_out };
        let source = SuggestionSource { remarks, ..suggestion().source };
        let made = Suggestion { brief, source, text, ..suggestion() };
        let file = super::super::write::suggestion_file(&made);
        let read =
            crate::storage::read_suggestion(&made.path(), file.as_bytes(), chrono_tz::Tz::UTC)
                .expect(&file);
        assert_eq!(read, made, "{file}");
        assert_eq!(file.contains("parts = ["), task == Task::Thread, "{file}");
    }
}

#[test]
fn the_messages_of_a_thread_may_be_listed_in_more_than_one_way() {
    let path = RelPath::new("drafts/k3f9q7ab/4t8w2zqc.toml");
    for (lines, expected) in [
        ("text = \"Uno.\"\nparts = [\"Due.\", \"Tre.\"]", vec!["Uno.", "Due.", "Tre."]),
        ("parts = [\"Uno.\\n\\nAncora.\", \"Due.\"]", vec!["Uno.\n\nAncora.", "Due."]),
        ("text = \"Uno.\\n\\nDue.\"\nparts = [\"Uno.\", \"Due.\"]", vec!["Uno.", "Due."]),
        ("text = \"Uno.\\n\\nDue.\"\n[brief]\ntask = \"thread\"", vec!["Uno.", "Due."]),
        ("text = \"Uno.\\n\\nDue.\"\nparts = []\n[brief]\ntask = \"thread\"", vec![]),
        ("text = \"Uno.\\n\\nDue.\"", vec![]),
    ] {
        let file = format!("at = 2026-11-22T10:12:00Z\n{lines}\n");
        let read = crate::storage::read_suggestion(&path, file.as_bytes(), chrono_tz::Tz::UTC)
            .expect("a suggestion");
        assert_eq!(read.messages(), expected, "{lines}");
    }
}

#[test]
fn a_note_is_written_as_documented_and_read_back_as_it_was() {
    let file = super::super::write::note_file(&note());
    assert_eq!(file, NOTE_FILE);
    let read = crate::storage::read::read_note(&note().path(), file.as_bytes(), Rome);
    assert_eq!(read, Ok(note()));
    let reply = Note {
        kind: NoteKind::Reply,
        about: Some(note().id),
        channel: None,
        quote: Some("Una riga.\nE un'altra.".into()),
        text: "Sì:\n\u{7}lunedì, \"forse\"".into(),
        to: Some("Bea".into()),
        ..note()
    };
    let file = super::super::write::note_file(&reply);
    let read = crate::storage::read::read_note(&reply.path(), file.as_bytes(), Rome);
    assert_eq!(read, Ok(reply));
}

#[test]
fn notes_go_to_the_trash_with_their_post_and_come_back_with_it() {
    let world = world();
    world.lock().expect("no panic").put(&format!("content/{NOTE}"), NOTE_FILE.as_bytes());
    let before = content(&world);
    let mut hand = hand(&world);
    let set = ChangeSet::one(Label::Trash, Change::Trash { path: path(POST) });
    let applied = hand.apply(&set).expect("thrown away");
    assert_eq!((content(&world).len(), applied.beside), (0, vec![id("k3f9q7ab")]));
    let applied = hand.apply(&set.inverse()).expect("brought back");
    assert_eq!((content(&world), applied.beside), (before, vec![id("k3f9q7ab")]));
}
