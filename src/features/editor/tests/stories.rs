use super::*;
use crate::domain::Label;
use crate::vocab::{ExternalEdit, Notice, Target};

#[test]
fn every_change_goes_to_the_journal_and_an_undone_one_leaves_it() {
    let mut story = Story::on("La lana torna a casa");
    story.write(".");
    let text = "La lana torna a casa.".to_owned();
    assert_eq!(story.effects, [Effect::Journal { key: key(None), text }]);
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.effects, [Effect::JournalDrop(key(None))]);
}

#[test]
fn leaving_saves_and_closes_only_when_it_is_durable() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Cancel);
    let set = story.set();
    assert_eq!(text_edit(&set), (vec!["text".into()], Some("Uno".into()), Some("Uno!".into())),);
    assert!(!story.effects.contains(&Effect::Close));
    story.durable(&set);
    assert!(story.effects.contains(&Effect::JournalDrop(key(None))));
    assert!(story.effects.contains(&Effect::Close));
}

#[test]
fn leaving_an_unchanged_text_just_leaves() {
    let mut story = Story::on("Uno");
    story.go(Motion::Start).act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Close]);
}

#[test]
fn what_cannot_be_saved_stays_open_and_in_the_journal() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Cancel);
    let set = story.set();
    let failure = Failure::DiskFull { path: RelPath::new("posts") };
    story.hear(&Event::NotApplied { set, failure });
    assert!(!story.effects.contains(&Effect::Close));
    assert_eq!(story.text(), "Uno!");
    assert!(story.writing().tab().is_dirty());
    story.act(Action::Save);
    assert_eq!(text_edit(&story.set()).1, Some("Uno".into()));
}

#[test]
fn typing_goes_on_while_a_save_is_on_its_way() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Save);
    let first = story.set();
    story.write("?").durable(&first);
    assert_eq!(story.text(), "Uno!?");
    assert!(!story.effects.contains(&Effect::JournalDrop(key(None))), "it is not all saved");
    story.act(Action::Save);
    assert_eq!(text_edit(&story.set()).1, Some("Uno!".into()), "it builds on the first");
}

#[test]
fn a_change_elsewhere_in_another_sentence_is_merged_under_the_typing() {
    let mut story = Story::on("Uno. Due.");
    story.write(" Tre.");
    story.elsewhere(|post| post.text = "Uno e mezzo. Due.".into());
    assert_eq!(story.text(), "Uno e mezzo. Due. Tre.");
    assert!(story.effects.contains(&Effect::Say(Notice::Merged)));
    story.write("!");
    assert_eq!(story.text(), "Uno e mezzo. Due. Tre.!", "the cursor stayed on its words");
    story.act(Action::Save);
    assert_eq!(text_edit(&story.set()).1, Some("Uno e mezzo. Due.".into()));
}

#[test]
fn a_change_elsewhere_of_the_same_words_is_asked_about_and_never_typed_over() {
    let mut story = Story::on("Uno.");
    story.act(Action::Write(Edit::DeleteBack)).write("!");
    story.elsewhere(|post| post.text = "Uno?".into());
    assert_eq!(story.text(), "Uno!");
    assert_eq!(story.effects, [Effect::Say(Notice::ChangedOutside)]);
    assert_eq!(scopes(&story.state), [Scope::Question]);
    story.act(Action::Cancel);
    assert_eq!(scopes(&story.state), [Scope::Question], "it must be answered");
    story.act(Action::Choose(3));
    assert_eq!(story.text(), "Uno!\n\nUno?");
    story.act(Action::Save);
    assert_eq!(text_edit(&story.set()).1, Some("Uno?".into()));
}

#[test]
fn taking_the_text_on_disk_can_be_undone() {
    let mut story = Story::on("Uno.");
    story.write("!");
    story.elsewhere(|post| post.text = "Due.".into());
    story.act(Action::Right).act(Action::Confirm);
    assert_eq!(story.text(), "Due.");
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "Uno.!");
}

#[test]
fn a_text_that_nobody_is_changing_follows_the_disk() {
    let mut story = Story::on("Uno.");
    story.elsewhere(|post| post.text = "Due.".into());
    assert_eq!(story.text(), "Due.");
    assert!(!story.writing().tab().is_dirty());
}

#[test]
fn the_first_key_on_a_channel_gives_it_a_text_of_its_own() {
    let mut story = Story::on("Comune");
    story.act(Action::NextPane);
    assert_eq!(story.text(), "Comune");
    assert!(!story.writing().tab().is_own());
    story.write(" su IG").act(Action::Save);
    let (at, from, to) = text_edit(&story.set());
    assert_eq!(at, ["variants", "ig", "text"]);
    assert_eq!((from, to), (None, Some("Comune su IG".into())));
}

#[test]
fn a_channel_without_its_own_text_shows_the_common_one_as_it_is_typed() {
    let mut story = Story::on("Comune");
    story.write("!").act(Action::NextPane);
    assert_eq!(story.text(), "Comune!");
    story.act(Action::PreviousPane).act(Action::Save);
    let Change::Edit { edits, .. } = &story.set().changes[0] else { panic!() };
    assert_eq!(edits.len(), 1, "looking at a channel is not writing in it");
}

#[test]
fn a_channels_own_text_that_is_emptied_is_given_up() {
    let mut post = launch_with("Comune");
    post.variants.entry("ig".into()).or_default().text = Some("Solo IG".into());
    let mut story = Story::of(post, Some("ig"));
    assert_eq!(story.text(), "Solo IG");
    story.act(Action::Write(Edit::SelectAll)).act(Action::Write(Edit::DeleteBack));
    story.act(Action::Save);
    assert_eq!(text_edit(&story.set()).2, None);
}

#[test]
fn hashtags_open_by_themselves_and_tab_takes_one() {
    let mut story = Story::on("La lana.");
    story.world.workspace.voice.hashtags = vec!["lanabuona".into(), "bottega".into()];
    story.write(" #la");
    let shown = story.writing().completion.clone().expect("a completion");
    assert_eq!(shown.choices.len(), 1);
    assert_eq!((shown.chosen(), &shown.choices[0].why), ("#lanabuona", &Some(Evidence::Brand)));
    story.act(Action::Complete);
    assert_eq!(story.text(), "La lana. #lanabuona");
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "La lana. #la", "one step of undo");
}

#[test]
fn a_completion_taken_with_enter_adds_no_line_and_a_whole_word_is_left_alone() {
    let mut story = Story::on("");
    story.world.workspace.voice.hashtags = vec!["bottega".into()];
    story.write("(#bot").act(Action::Write(Edit::NewLine));
    assert_eq!(story.text(), "(#bottega");
    story.act(Action::Write(Edit::NewLine));
    assert_eq!(story.text(), "(#bottega\n");
    story.write("#bottega").act(Action::Write(Edit::NewLine));
    assert_eq!(story.text(), "(#bottega\n#bottega\n");
}

#[test]
fn asked_on_an_empty_word_hashtags_and_facts_are_offered_with_why() {
    let mut story = Story::on("");
    story.world.workspace.voice.hashtags = vec!["bottega".into()];
    let fact = crate::domain::Fact {
        id: "a".into(),
        text: "La sciarpa Aurora costa 89 €".into(),
        source: Some("listino ottobre".into()),
        expires: None,
    };
    story.world.workspace.facts = vec![fact];
    story.act(Action::Complete);
    let shown = story.writing().completion.clone().expect("a completion");
    let words: Vec<&str> = shown.choices.iter().map(|choice| choice.word.as_str()).collect();
    assert_eq!(words, ["#bottega", "La sciarpa Aurora costa 89 €"]);
    let why = Evidence::Fact { source: Some("listino ottobre".into()), expires: None };
    assert_eq!(shown.choices[1].why, Some(why));
}

#[test]
fn what_the_archive_says_comes_before_what_is_in_memory() {
    let mut story = Story::on("Sciarpe nuove");
    let mut old = launch_with("Sciarpe in fila #lanalenta");
    old.channels = vec!["ig".into()];
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    old.published.insert("ig".into(), crate::domain::Published { at, url: None });
    let mut counted = crate::domain::Archive::new("it");
    counted.add(&old);
    counted.add(&old);
    story.world.shelf.set_archive(std::sync::Arc::new(counted));
    story.write(" #");
    let shown = story.writing().completion.clone().expect("a completion");
    assert_eq!(shown.chosen(), "#lanalenta");
    let campaign = Evidence::Campaign { name: "inverno-26".into(), posts: 2, of: 2 };
    assert_eq!(shown.choices[0].why, Some(campaign));
}

#[test]
fn arrows_choose_a_completion_and_escape_closes_it_without_leaving() {
    let mut story = Story::on("");
    story.world.workspace.voice.hashtags = vec!["bottega".into(), "bosco".into()];
    story.write("#bo").go(Motion::Down);
    assert_eq!(story.writing().completion.as_ref().map(Completion::chosen), Some("#bosco"));
    story.act(Action::Cancel);
    assert!(story.effects.is_empty());
    assert_eq!(story.text(), "#bo");
}

#[test]
fn a_fact_that_holds_completes_a_word_when_asked() {
    let mut story = Story::on("");
    let fact = |id: &str, text: &str, expires: Option<&str>| crate::domain::Fact {
        id: id.into(),
        text: text.into(),
        source: None,
        expires: expires.map(|day| day.parse().expect("a day")),
    };
    story.world.workspace.facts = vec![
        fact("a", "La sciarpa Aurora costa 89 €", Some("2026-12-31")),
        fact("b", "La sciarpa Aurora costa 79 €", Some("2026-01-31")),
    ];
    story.write("sciarpa");
    assert!(story.writing().completion.is_none());
    story.act(Action::Complete).act(Action::Complete);
    assert_eq!(story.text(), "La sciarpa Aurora costa 89 €");
}

#[test]
fn a_claim_is_ticked_with_a_note_and_keeps_the_version_of_its_fact() {
    let mut story = Story::on("La sciarpa a 79 €.");
    story.act(Action::TickClaim);
    assert!(story.writing().note.is_some());
    story.write("prezzo di favore").act(Action::Confirm);
    assert!(story.writing().note.is_none());
    let set = story.set();
    assert_eq!(set.label, Label::Tick);
    let Change::Edit { edits, .. } = &set.changes[0] else { panic!("{set:?}") };
    let [FieldEdit::Add { key, item: FieldValue::Table(rows) }] = edits.as_slice() else {
        panic!("{edits:?}")
    };
    assert_eq!(key, &["claim"]);
    let said = |key: &str| {
        rows.iter().find(|(k, _)| k == key).map(|(_, value)| match value {
            FieldValue::Str(text) => text.as_str(),
            other => panic!("{other:?}"),
        })
    };
    assert_eq!(said("quote"), Some("79 €"));
    assert_eq!(said("kind"), Some("price"));
    assert_eq!(said("verdict"), Some("unknown"));
    assert_eq!(said("note"), Some("prezzo di favore"));
    assert_eq!(said("fact"), None);
}

#[test]
fn where_the_text_has_no_open_claim_the_words_that_go_out_with_it_are_meant() {
    let mut post = launch_with("La sciarpa è tornata.");
    post.first_comment = Some("Prima frase. Costa 79 €.".into());
    let mut story = Story::of(post, None);
    story.act(Action::TickClaim);
    let note = story.writing().note.as_ref().expect("a line for the note");
    assert_eq!((note.tick.quote.as_str(), note.part.code()), ("79 €", "first-comment"));
    story.act(Action::Cancel).act(Action::KeepFact);
    let set = story.set();
    let Change::Facts { add, .. } = &set.changes[0] else { panic!("{set:?}") };
    assert_eq!(add[0].text, "Costa 79 €.");
}

#[test]
fn a_claim_becomes_a_fact_that_can_be_taken_back() {
    let mut story = Story::on("Evviva. La sciarpa costa 79 €.");
    story.act(Action::KeepFact);
    let set = story.set();
    let Change::Facts { add, remove, .. } = &set.changes[0] else { panic!("{set:?}") };
    assert_eq!(add[0].text, "La sciarpa costa 79 €.");
    assert!(remove.is_empty() && !add[0].id.is_empty());
    let Change::Facts { remove, .. } = &set.inverse().changes[0] else { panic!("{set:?}") };
    assert_eq!(remove, add);
    let mut nothing = Story::on("Evviva");
    let ctx = nothing.world.ctx();
    let outcome = update(&mut nothing.state, &Action::KeepFact, &ctx);
    assert_eq!(outcome, Outcome::Disabled(Why::NoOpenClaim));
}

#[test]
fn find_minds_no_accents_goes_round_and_leaves_the_match_selected() {
    let mut story = Story::on("È qui. Perché? E ancora: è qui.");
    story.act(Action::Find).write("e qui");
    assert_eq!(scopes(&story.state), [Scope::Line, Scope::Text]);
    let selected = |story: &Story| story.writing().tab().buffer.selection();
    let first = selected(&story).expect("a match");
    story.act(Action::Confirm);
    let second = selected(&story).expect("a match");
    assert_ne!(first, second);
    story.act(Action::FindPrevious);
    assert_eq!(selected(&story), Some(first.clone()));
    story.act(Action::Cancel);
    assert_eq!(selected(&story), Some(first));
    assert_eq!(scopes(&story.state), [Scope::Text]);
}

#[test]
fn cut_goes_to_the_clipboard_and_paste_brings_it_back_as_one_step() {
    let mut story = Story::on("La lana torna");
    story.act(Action::Go { motion: Motion::WordLeft, select: true }).act(Action::CutText);
    assert_eq!(story.effects[0], Effect::CopyToClipboard("torna".into()));
    assert_eq!(story.text(), "La lana ");
    story.act(Action::Paste).act(Action::Paste);
    assert_eq!(story.text(), "La lana tornatorna");
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "La lana torna");
}

#[test]
fn nothing_selected_is_nothing_to_copy() {
    let mut story = Story::on("La lana");
    let ctx = story.world.ctx();
    assert_eq!(
        update(&mut story.state, &Action::CopySelection, &ctx),
        Outcome::Disabled(Why::NothingToCopy)
    );
}

#[test]
fn an_editor_outside_gives_its_text_back_as_an_edit() {
    let mut story = Story::on("Uno.");
    story.act(Action::EditOutside);
    let text = "Uno.".to_owned();
    assert_eq!(story.effects, [Effect::EditOutside(ExternalEdit::Text { key: key(None), text })]);
    story.hear(&Event::TextEditedOutside { key: key(None), text: "Uno. Due.\n\n".into() });
    assert_eq!(story.text(), "Uno. Due.\n\n", "every line feed is its own");
    assert!(matches!(story.effects.as_slice(), [Effect::Journal { .. }]));
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "Uno.");
}

#[test]
fn the_cursor_is_always_in_sight_and_the_wheel_does_not_move_it() {
    let long = "Una riga.\n".repeat(60);
    let mut story = Story::on(&long);
    story.go(Motion::Start);
    assert_eq!(story.writing().tab().scroll, 0);
    story.go(Motion::End);
    assert!(story.writing().tab().scroll > 30);
    let cursor = story.writing().tab().buffer.cursor();
    story.act(Action::Wheel { up: true });
    assert_eq!(story.writing().tab().buffer.cursor(), cursor);
}

#[test]
fn a_click_puts_the_cursor_and_two_select_a_word() {
    let mut story = Story::on("La lana torna a casa");
    let cell = |column, clicks| Target::Cell { row: 0, column, clicks, select: false };
    story.act(Action::Point(cell(4, 2)));
    assert_eq!(story.writing().tab().buffer.selected_text(), Some("lana"));
}

fn recovered(text: &str) -> Recovered {
    let at = "2026-11-21T18:00:00Z".parse().expect("an instant");
    Recovered { key: key(None), text: text.into(), at }
}

#[test]
fn a_recovered_text_is_kept_as_one_edit_and_leaves_the_journal_when_durable() {
    let mut story = Story::on("Uno.");
    story.state = State::recovered(vec![recovered("Uno. Due, scritto prima del buio.")]);
    assert_eq!(scopes(&story.state), [Scope::List]);
    story.act(Action::Confirm);
    let set = story.set();
    assert_eq!(text_edit(&set).1, Some("Uno.".into()));
    assert!(!story.effects.contains(&Effect::JournalDrop(key(None))));
    story.durable(&set);
    assert_eq!(story.effects, [Effect::JournalDrop(key(None)), Effect::Close]);
}

#[test]
fn a_recovered_text_goes_only_when_asked_to() {
    let mut story = Story::on("Uno.");
    story.state = State::recovered(vec![recovered("a"), recovered("b")]);
    story.act(Action::Down).act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Close]);
    story.act(Action::Remove);
    assert_eq!(story.effects, [Effect::JournalDrop(key(None))]);
}

#[test]
fn a_recovered_text_of_a_post_that_is_not_read_yet_waits() {
    let mut story = Story::on("Uno.");
    let mut other = recovered("a");
    other.key.post = crate::features::fixture::id("zzzzzzz2");
    story.state = State::recovered(vec![other]);
    let ctx = story.world.ctx();
    let outcome = update(&mut story.state, &Action::Confirm, &ctx);
    assert_eq!(outcome, Outcome::Disabled(Why::NotYetRead));
}

#[test]
fn a_break_is_one_key_and_is_saved_with_the_text() {
    let mut story = Story::on("Uno. Due.");
    for _ in 0..4 {
        story.go(Motion::Left);
    }
    story.act(Action::Write(Edit::Break));
    assert_eq!(story.text(), "Uno.\u{c}Due.");
    story.act(Action::Save);
    let saved = (vec!["text".into()], Some("Uno. Due.".into()), Some("Uno.\u{c}Due.".into()));
    assert_eq!(text_edit(&story.set()), saved);
    story.act(Action::Write(Edit::DeleteBack));
    assert_eq!(story.text(), "Uno.Due.");
    story.act(Action::Write(Edit::Undo)).act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "Uno. Due.");
}

#[test]
fn what_is_copied_goes_out_with_blank_lines_and_comes_back_with_its_messages() {
    let mut story = Story::on("Uno.\u{c}Due.");
    story.act(Action::Write(Edit::SelectAll)).act(Action::CopySelection);
    assert_eq!(story.effects, [Effect::CopyToClipboard("Uno.\n\nDue.".into())]);
    story.go(Motion::End).act(Action::Write(Edit::Break)).act(Action::Paste);
    assert_eq!(story.text(), "Uno.\u{c}Due.\u{c}Uno.\u{c}Due.");
    story.act(Action::Write(Edit::Paste("\u{c}Tre.".into())));
    assert!(story.text().ends_with("Due.\n\nTre."), "{}", story.text());
}

#[test]
fn messages_are_numbered_and_bare_again_with_one_key() {
    let mut story = Story::on("Uno.\u{c}Due.");
    story.act(Action::NumberMessages);
    assert_eq!(story.text(), "Uno. 1/2\u{c}Due. 2/2");
    assert!(matches!(story.effects.as_slice(), [Effect::Journal { .. }]), "{:?}", story.effects);
    story.act(Action::NumberMessages);
    assert_eq!(story.text(), "Uno.\u{c}Due.");
    story.act(Action::Write(Edit::Undo));
    assert_eq!(story.text(), "Uno. 1/2\u{c}Due. 2/2");
    let mut one = Story::on("Uno.");
    let outcome = update(&mut one.state, &Action::NumberMessages, &one.world.ctx());
    assert_eq!(outcome, Outcome::Disabled(Why::OneMessage));
}

#[test]
fn what_was_typed_since_the_opening_is_dropped_when_it_is_asked_for_twice() {
    let mut story = Story::on("Uno");
    story.write(" due").act(Action::Revert);
    assert_eq!((story.text(), story.writing().dropping), ("Uno due", true));
    story.act(Action::Revert);
    assert_eq!(story.text(), "Uno");
    assert!(story.effects.contains(&Effect::JournalDrop(key(None))));
    story.act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Close], "nothing is left to save");
}

#[test]
fn any_other_key_is_a_no_and_undo_brings_back_what_was_dropped() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Revert).act(Action::Cancel);
    assert_eq!((story.text(), story.writing().dropping), ("Uno!", false));
    assert!(!story.effects.contains(&Effect::Close), "it was the answer, not the way out");
    story.act(Action::Revert).write("n");
    assert_eq!((story.text(), story.writing().dropping), ("Uno!", false), "nor is it typed");
    story.act(Action::Revert).act(Action::Write(Edit::Paste("!".into())));
    assert_eq!(story.text(), "Uno!!", "what comes from elsewhere is no answer");
    story.act(Action::Undo);
    story.act(Action::Revert).act(Action::Revert).act(Action::Undo);
    assert_eq!(story.text(), "Uno!");
}

#[test]
fn what_is_left_after_dropping_stands_in_sight() {
    let mut story = Story::on("Uno");
    let rows = "Una riga.\n".repeat(60);
    story.act(Action::Write(Edit::Paste(rows)));
    assert!(story.writing().tab().scroll > 0);
    story.act(Action::Revert).act(Action::Revert);
    assert_eq!((story.text(), story.writing().tab().scroll), ("Uno", 0));
}

#[test]
fn dropping_reaches_behind_what_was_saved_meanwhile() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Save);
    let set = story.set();
    story.durable(&set).act(Action::Revert).act(Action::Revert).act(Action::Cancel);
    assert_eq!(text_edit(&story.set()).2, Some("Uno".into()));
}

#[test]
fn where_nothing_was_typed_there_is_nothing_to_drop() {
    let mut story = Story::on("Uno");
    let ctx = story.world.ctx();
    let outcome = update(&mut story.state, &Action::Revert, &ctx);
    assert_eq!(outcome, Outcome::Disabled(Why::NothingTyped));
}

#[test]
fn a_key_says_the_next_of_the_brands_languages() {
    let mut story = Story::of(Post { lang: Some("it".into()), ..launch_with("Uno") }, None);
    story.act(Action::NextLanguage);
    let set = story.set();
    let Change::Edit { edits, .. } = &set.changes[0] else { panic!("{set:?}") };
    let value = |tag: &str| Some(FieldValue::Str(tag.into()));
    assert_eq!(edits[..], [FieldEdit::replace(&["lang"], value("it"), value("en"))]);
}

#[test]
fn where_every_channel_has_its_own_text_the_common_one_is_said_to_go_nowhere() {
    let mut post = launch_with("A tutti.");
    for (channel, text) in [("ig", "Solo qui."), ("linkedin", "Al lavoro.")] {
        post.variants.entry(channel.into()).or_default().text = Some(text.into());
    }
    let mut story = Story::of(post, Some("ig"));
    assert_eq!(story.text(), "Solo qui.");
    assert!(story.writing().is_common_unsent());
    story.act(Action::PreviousPane);
    assert_eq!((story.text(), story.writing().is_common_unsent()), ("A tutti.", true));
    // Emptied, a channel goes back to the common text, which is sent again.
    story.act(Action::NextPane).act(Action::Write(Edit::SelectAll));
    story.act(Action::Write(Edit::DeleteSelection));
    assert!(!story.writing().is_common_unsent());
}

/// A text that could not be saved, and that the journal was asked to keep.
fn refused(story: &mut Story) {
    story.write("!");
    let typed = story.effects.clone();
    for effect in &typed {
        story.world.keeping.asked(effect);
    }
    story.act(Action::Cancel);
    let (set, failure) = (story.set(), Failure::DiskFull { path: RelPath::new("posts") });
    story.hear(&Event::NotApplied { set, failure });
}

#[test]
fn what_could_not_be_saved_is_called_safe_only_once_the_journal_has_it() {
    let mut story = Story::on("Uno");
    refused(&mut story);
    story.act(Action::Cancel);
    assert_eq!(story.effects.last(), Some(&Effect::KeepNow), "the journal is asked first");
    let kept = Event::TextKept { key: key(None), text: "Uno!".into() };
    story.world.keeping.learn(&kept);
    story.hear(&kept);
    assert_eq!(story.effects, [Effect::Close, Effect::Say(Notice::LeftUnsaved)]);
}

#[test]
fn a_text_that_nothing_keeps_is_left_only_after_a_question() {
    let mut story = Story::on("Uno");
    refused(&mut story);
    story.act(Action::Cancel);
    let full = Event::NotKept(Failure::DiskFull { path: RelPath::new("journal") });
    story.world.keeping.learn(&full);
    story.hear(&full);
    let [Effect::Show(crate::vocab::Screen::Question(question))] = story.effects.as_slice() else {
        panic!("{:?}", story.effects)
    };
    assert_eq!(question.answers[0].effects, [], "staying stands first");
    assert_eq!(question.answers[1].effects, [Effect::Close, Effect::Say(Notice::LeftUnkept)]);
    story.hear(&full);
    assert_eq!(story.effects, [], "it is asked once");
}

#[test]
fn a_text_whose_save_does_not_come_back_can_be_left_to_the_journal() {
    let mut story = Story::on("Uno");
    story.write("!");
    for effect in story.effects.clone() {
        story.world.keeping.asked(&effect);
    }
    story.act(Action::Cancel);
    assert!(matches!(story.effects.as_slice(), [Effect::Apply(_)]));
    // The journal does not answer either: it is asked, and then it is the person's choice.
    story.act(Action::Cancel);
    assert_eq!(story.effects.last(), Some(&Effect::KeepNow));
    story.act(Action::Cancel);
    assert!(matches!(story.effects.as_slice(), [Effect::Show(_)]), "{:?}", story.effects);
    story.world.keeping.learn(&Event::TextKept { key: key(None), text: "Uno!".into() });
    story.act(Action::Cancel);
    assert_eq!(story.effects, [Effect::Close, Effect::Say(Notice::LeftUnsaved)]);
    let left = story.state.unsaved(story.world.now.utc);
    assert_eq!(left.iter().map(|left| left.text.as_str()).collect::<Vec<_>>(), ["Uno!"]);
}

#[test]
fn a_text_whose_file_is_gone_is_not_taken_for_saved() {
    let mut story = Story::on("Uno");
    story.write("!").act(Action::Cancel);
    let set = story.set();
    let path = story.writing().path.clone();
    story.world.shelf.remove(&path);
    story.hear(&Event::NotApplied { set, failure: Failure::Gone { path } });
    assert!(story.writing().tab().is_dirty());
}

#[test]
fn a_conflict_is_asked_about_in_the_text_that_it_is_of() {
    let mut post = launch_with("A tutti.");
    post.variants.entry("linkedin".into()).or_default().text = Some("Al lavoro.".into());
    let mut story = Story::of(post, None);
    story.write("!").act(Action::NextPane).act(Action::NextPane);
    assert_eq!(story.text(), "Al lavoro.");
    story.write("!").act(Action::PreviousPane).act(Action::PreviousPane).act(Action::Save);
    let (set, path) = (story.set(), story.writing().path.clone());
    let failure = Failure::Conflict {
        path,
        key: vec!["variants".into(), "linkedin".into(), "text".into()],
        theirs: "In ufficio.".into(),
        ours: "!Al lavoro.".into(),
    };
    story.hear(&Event::NotApplied { set, failure });
    story.act(Action::Right).act(Action::Confirm);
    let writing = story.writing();
    assert_eq!(writing.tab().channel.as_deref(), Some("linkedin"));
    assert_eq!(story.text(), "In ufficio.", "theirs was chosen");
    let common = writing.tabs.iter().find(|tab| tab.channel.is_none()).expect("the common text");
    assert!(common.text().contains('!') && !common.text().contains("ufficio"), "{}", common.text());
    assert!(common.is_dirty());
}

#[test]
fn a_channel_that_is_ticked_while_a_text_is_open_gets_its_tab_in_its_place() {
    let mut post = launch_with("Uno");
    post.channels = vec!["ig".into()];
    let mut story = Story::of(post, Some("linkedin"));
    let tabs = |story: &Story| -> Vec<Option<String>> {
        story.writing().tabs.iter().map(|tab| tab.channel.clone()).collect()
    };
    let named = |keys: &[&str]| -> Vec<Option<String>> {
        std::iter::once(None).chain(keys.iter().map(|key| Some((*key).to_owned()))).collect()
    };
    assert_eq!(tabs(&story), named(&["ig", "linkedin"]));
    story.write("!");
    story.elsewhere(|post| post.channels = vec!["ig".into(), "fb".into(), "linkedin".into()]);
    assert_eq!(tabs(&story), named(&["ig", "fb", "linkedin"]));
    assert_eq!(
        story.writing().tab().channel.as_deref(),
        Some("linkedin"),
        "the open one stays open"
    );
    assert_eq!(story.text(), "Uno!");
}

#[test]
fn a_fact_is_offered_only_where_nothing_speaks_against_the_sentence() {
    let offered = |text: &str| {
        let mut story = Story::on(text);
        story.world.workspace.facts = vec![crate::domain::Fact {
            id: "sciarpa".into(),
            text: "La sciarpa costa 89 €".into(),
            source: None,
            expires: None,
        }];
        story.go(Motion::End);
        let at = text.find(" €").expect("a price");
        for _ in 0..text[at..].chars().count() {
            story.go(Motion::Left);
        }
        let ctx = story.world.ctx();
        [Action::TickClaim, Action::KeepFact].map(|action| offers(&story.state, &action, &ctx))
    };
    assert_eq!(offered("La sciarpa costa 79 €."), [true, false], "a fact says 89");
    assert_eq!(offered("Il plaid costa 79 €."), [true, true]);
}
