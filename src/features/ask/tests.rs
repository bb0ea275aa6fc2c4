use super::*;
use crate::domain::{
    Change, ChangeSet, FieldEdit, FieldValue, Filter, Frozen, Label, Note, NoteKind, Post, Stage,
};
use crate::features::Outcome;
use crate::features::fixture::{Bottega, id, in_both};
use crate::i18n::Language;
use crate::text::Edit;
use crate::ui::{draw_popup, plain, render_to_string};
use crate::vocab::{Action, Answer, Asks, Effect, NewNote, Question, Says, Target, Why};
use insta::assert_snapshot;

fn bottega() -> Bottega {
    Bottega::new(Language::Italian).with(Bottega::launch())
}

fn does(state: &mut State, action: Action, bottega: &Bottega) -> Vec<Effect> {
    match update(state, &action, &bottega.ctx()) {
        Outcome::Handled(effects) => effects,
        other => panic!("{other:?}"),
    }
}

fn types(state: &mut State, text: &str, bottega: &Bottega) -> Vec<Effect> {
    does(state, Action::Write(Edit::Paste(text.into())), bottega)
}

fn marking(bottega: &Bottega) -> State {
    let id = Bottega::launch().id;
    let entry = bottega.shelf.get(&id).expect("on the shelf");
    State::mark_published(entry, &bottega.ctx()).expect("not out yet")
}

fn screen(state: &State, bottega: &Bottega, width: u16, height: u16) -> String {
    let view = view(state, &bottega.view());
    render_to_string(width, height, |area, buf| draw_popup(&view, area, buf, &bottega.theme))
}

#[test]
fn a_phrase_goes_to_its_day_and_the_nearer_of_two_readings_is_chosen() {
    let bottega = bottega();
    let mut state = State::go_to_date();
    types(&mut state, "fra 3 settimane", &bottega);
    let date = "2026-12-13".parse().expect("a date");
    assert_eq!(
        does(&mut state, Action::Confirm, &bottega),
        [Effect::Close, Effect::GoTo { date, time: None, post: None }]
    );

    let mut state = State::go_to_date();
    types(&mut state, "gio 18:30", &bottega);
    let going = does(&mut state, Action::Confirm, &bottega);
    let at = "18:30:00".parse().ok();
    assert!(matches!(going[1], Effect::GoTo { time, .. } if time == at), "{going:?}");

    let mut state = State::go_to_date();
    types(&mut state, "20/11", &bottega);
    let past = "2026-11-20".parse().expect("a date");
    let going = does(&mut state, Action::Confirm, &bottega);
    assert_eq!(
        going[1],
        Effect::GoTo { date: past, time: None, post: None },
        "two days ago, not in a year"
    );
    does(&mut state, Action::Up, &bottega);
    let coming = "2027-11-20".parse().expect("a date");
    let going = does(&mut state, Action::Confirm, &bottega);
    assert_eq!(going[1], Effect::GoTo { date: coming, time: None, post: None });
}

#[test]
fn a_phrase_that_means_nothing_goes_nowhere() {
    let bottega = bottega();
    let mut state = State::go_to_date();
    types(&mut state, "il giorno di mai", &bottega);
    assert_eq!(does(&mut state, Action::Confirm, &bottega), []);
    assert_eq!(does(&mut state, Action::Cancel, &bottega), [Effect::Close]);
}

#[test]
fn the_calendar_follows_the_filter_at_once_and_esc_puts_back_what_was() {
    let bottega = bottega();
    let before = Filter { text: "lana".into(), ..Filter::default() };
    let mut state = State::filter(&before, &bottega.ctx());
    does(&mut state, Action::Down, &bottega);
    does(&mut state, Action::Right, &bottega);
    let wanted = Filter { channels: vec!["linkedin".into()], ..before.clone() };
    let followed = does(&mut state, Action::Toggle, &bottega);
    assert_eq!(followed, [Effect::SetFilter(wanted)]);
    let left = does(&mut state, Action::Cancel, &bottega);
    assert_eq!(left, [Effect::SetFilter(before), Effect::Close]);
}

#[test]
fn a_filter_offers_the_campaigns_and_the_stages_there_are() {
    let bottega = bottega();
    let mut state = State::filter(&Filter::default(), &bottega.ctx());
    let click = |row, choice| Action::Point(Target::Choice { row, choice });
    does(&mut state, click(filter::CAMPAIGNS, 0), &bottega);
    does(&mut state, click(filter::STAGES, 4), &bottega);
    let State::Filter(form) = &state else { panic!("a filter") };
    let wanted = form.filter();
    assert_eq!(wanted.campaign.as_deref(), Some("inverno-26"));
    assert_eq!(wanted.stages, [Stage::Published]);
    assert_eq!(does(&mut state, Action::Confirm, &bottega), [Effect::Close]);
}

#[test]
fn what_went_out_is_written_for_each_channel_with_its_address() {
    let bottega = bottega();
    let mut state = marking(&bottega);
    does(&mut state, Action::Down, &bottega);
    does(&mut state, Action::Write(Edit::SelectAll), &bottega);
    types(&mut state, "ieri alle 18:30", &bottega);
    does(&mut state, Action::Down, &bottega);
    types(&mut state, "https://example.org/p/1", &bottega);
    let effects = does(&mut state, Action::Confirm, &bottega);
    let [Effect::Apply(ChangeSet { label: Label::Published, changes }), Effect::Close] =
        &effects[..]
    else {
        panic!("{effects:?}")
    };
    let [Change::Edit { edits, to: None, .. }] = &changes[..] else { panic!("{changes:?}") };
    let at = ("at".to_owned(), FieldValue::Instant("2026-11-21T17:30:00Z".parse().expect("t")));
    let url = ("url".to_owned(), FieldValue::Str("https://example.org/p/1".into()));
    assert_eq!(
        edits[..],
        [
            FieldEdit::replace(
                &["published", "ig"],
                None,
                Some(FieldValue::Table(vec![at.clone(), url]))
            ),
            FieldEdit::replace(&["published", "linkedin"], None, Some(FieldValue::Table(vec![at]))),
        ]
    );
}

#[test]
fn nothing_can_have_gone_out_tomorrow_nowhere_or_at_no_hour() {
    let bottega = bottega();
    let missing = |state: &State| match state {
        State::Published(form) => form.missing,
        _ => None,
    };
    for (said, why) in [("domani alle 9", Missing::Future), ("ieri", Missing::Hour)] {
        let mut state = marking(&bottega);
        does(&mut state, Action::Down, &bottega);
        does(&mut state, Action::Write(Edit::SelectAll), &bottega);
        types(&mut state, said, &bottega);
        assert_eq!(does(&mut state, Action::Confirm, &bottega), []);
        assert_eq!(missing(&state), Some(why), "{said}");
    }
    let mut state = marking(&bottega);
    does(&mut state, Action::Toggle, &bottega);
    does(&mut state, Action::Right, &bottega);
    does(&mut state, Action::Toggle, &bottega);
    assert_eq!(does(&mut state, Action::Confirm, &bottega), []);
    assert_eq!(missing(&state), Some(Missing::Channel));
}

#[test]
fn the_text_of_a_channel_is_copied_with_its_hashtags() {
    let mut post = Bottega::launch();
    post.hashtags = vec!["lana".into()];
    post.variants.entry("linkedin".into()).or_default().text = Some("Tessere a mano.".into());
    let bottega = Bottega::new(Language::Italian).with(post.clone());
    let entry = bottega.shelf.get(&post.id).expect("on the shelf");
    let mut state = State::copy_text(entry, &bottega.ctx()).expect("a text");
    let copied = does(&mut state, Action::Choose(2), &bottega);
    assert_eq!(copied, [Effect::CopyToClipboard("Tessere a mano.\n#lana".into()), Effect::Close]);
    assert_eq!(does(&mut state, Action::Choose(9), &bottega), []);
}

#[test]
fn a_thread_is_copied_message_by_message_where_it_goes_out_as_one() {
    let mut post = Bottega::launch();
    post.text = "Uno.\u{c}Due.".into();
    let mut bottega = Bottega::new(Language::Italian).with(post.clone());
    bottega.networks = crate::checks::networks().clone();
    bottega.workspace.channels[1].network = "bluesky".into();
    let copy = CopyText::new(&post, &bottega.ctx()).expect("a text");
    let texts: Vec<&str> = copy.choices.iter().map(|choice| choice.text.as_str()).collect();
    assert_eq!(texts, ["Uno.\n\nDue.", "Uno.", "Due."]);
    let second = copy.choices[2].message.map(|message| message.to_string());
    assert_eq!(second.as_deref(), Some("2/2"));
}

#[test]
fn without_channels_or_words_there_is_nothing_to_copy() {
    let mut post: Post = Bottega::launch();
    post.text.clear();
    let bottega = Bottega::new(Language::Italian);
    assert_eq!(CopyText::new(&post, &bottega.ctx()), Err(Why::NoText));
    post.channels.clear();
    assert_eq!(CopyText::new(&post, &bottega.ctx()), Err(Why::NoChannels));
}

fn fold() -> State {
    let answer = |at: &str| Answer {
        says: Says::At(at.parse().expect("a date")),
        effects: vec![Effect::Redraw],
    };
    let wall = "2026-10-25T02:30:00".parse().expect("a date and time");
    State::question(Question {
        asks: Asks::TimeTwice(wall),
        answers: vec![answer("2026-10-25T02:30:00+02:00"), answer("2026-10-25T02:30:00+01:00")],
    })
}

#[test]
fn an_answer_closes_the_question_and_does_what_it_brought() {
    let bottega = bottega();
    let answered = does(&mut fold(), Action::Choose(2), &bottega);
    assert_eq!(answered, [Effect::Close, Effect::Redraw]);
    assert_eq!(does(&mut fold(), Action::Cancel, &bottega), [Effect::Close]);
}

#[test]
fn an_answer_past_the_ninth_has_no_digit_and_is_reached_by_going_down() {
    let bottega = Bottega::new(Language::English);
    let all = (1..=12).map(|number| Answer {
        says: Says::Freeze(Frozen::Campaign(format!("c{number}"))),
        effects: vec![Effect::Redraw],
    });
    let asks = Asks::WhatToFreeze { frozen: false };
    let mut state = State::question(Question { asks, answers: all.collect() });
    let low = |state: &State| screen(state, &bottega, 60, 12);
    assert!(low(&state).contains("1 freeze the campaign c1 "));
    assert!(!low(&state).contains("campaign c12"));
    for _ in 0..11 {
        does(&mut state, Action::Down, &bottega);
    }
    let shown = low(&state);
    assert!(shown.contains("  freeze the campaign c12") && !shown.contains("12 freeze"), "{shown}");
    assert_eq!(does(&mut state, Action::Confirm, &bottega), [Effect::Close, Effect::Redraw]);
}

#[test]
fn dates_and_questions_look_like_this() {
    let date = |language| {
        let bottega = Bottega::new(language).with(Bottega::launch());
        let mut state = State::go_to_date();
        types(&mut state, "20/11", &bottega);
        screen(&state, &bottega, 70, 12)
    };
    assert_snapshot!(in_both(date), @r#"
    ╭─ Vai a una data ───────────────────────────────────────────────────╮
    │ › 20/11                                                            │
    │                                                                    │
    │ sabato 20 novembre 2027                               settimana 46 │
    │ venerdì 20 novembre 2026                              settimana 47 │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    ╰────────────────────────────────────────────────────────────────────╯

    ╭─ Go to a date ─────────────────────────────────────────────────────╮
    │ › 20/11                                                            │
    │                                                                    │
    │ Saturday 20 November 2027                                  week 46 │
    │ Friday 20 November 2026                                    week 47 │
    │                                                                    │
    │                                                                    │
    │                                                                    │
    ╰────────────────────────────────────────────────────────────────────╯
    "#);
    let question = |language| screen(&fold(), &Bottega::new(language), 46, 14);
    assert_snapshot!(in_both(question), @r#"
    ╭─ Prima una cosa ───────────────────────────╮
    │ Le lancette tornano indietro: dom 25 ott   │
    │ 02:30 c’è due volte. Quale delle due?      │
    │                                            │
    │ 1 dom 25 ott 02:30 (+02:00)                │
    │ 2 dom 25 ott 02:30 (+01:00)                │
    │                                            │
    ╰────────────────────────────────────────────╯


    ╭─ One thing first ──────────────────────────╮
    │ The clocks go back: Sun 25 Oct 02:30 comes │
    │ twice. Which one?                          │
    │                                            │
    │ 1 Sun 25 Oct 02:30 (+02:00)                │
    │ 2 Sun 25 Oct 02:30 (+01:00)                │
    │                                            │
    ╰────────────────────────────────────────────╯
    "#);
    let bottega = bottega();
    assert_snapshot!(plain::popup(&view(&fold(), &bottega.view()), bottega.view().words).all().join("\n"), @r#"
    Prima una cosa
    Le lancette tornano indietro: dom 25 ott 02:30 c’è due volte. Quale delle due?
    1. dom 25 ott 02:30 (+02:00)
    2. dom 25 ott 02:30 (+01:00)
    1. dom 25 ott 02:30 (+02:00)
    "#);
}

#[test]
fn the_filter_and_what_went_out_look_like_this() {
    let bottega = Bottega::new(Language::English).with(Bottega::launch());
    let state = State::filter(&Filter::default(), &bottega.ctx());
    assert_snapshot!(screen(&state, &bottega, 80, 16), @r#"


    ╭─ Show only ────────────────────────────────────────────────────╮
    │ words     in the title, the text, labels, hashtags             │
    │ channels   ig   linkedin                                       │
    │ pillars    Prodotto   Persone                                  │
    │ campaign   inverno-26                                          │
    │ stage      idea   planned   in review   approved   published   │
    │            needs you                                           │
    │                                                                │
    ╰────────────────────────────────────────────────────────────────╯
    "#);
    let mut state = marking(&bottega);
    types_tomorrow(&mut state, &bottega);
    assert_snapshot!(screen(&state, &bottega, 80, 16), @r#"

    ╭─ Published by hand ──────────────────────────────────────────────────────────╮
    │ where                [ig] [linkedin]                                         │
    │ when                 tomorrow at 9                                           │
    │                      It cannot be out yet: that time has still to come       │
    │                      Monday 23 November 2026, 09:00                          │
    │ address on ig        https:// … (if you have it)                             │
    │ address on linkedin  https:// … (if you have it)                             │
    │                                                                              │
    ╰──────────────────────────────────────────────────────────────────────────────╯
    "#);
}

fn types_tomorrow(state: &mut State, bottega: &Bottega) {
    does(state, Action::Down, bottega);
    does(state, Action::Write(Edit::SelectAll), bottega);
    types(state, "tomorrow at 9", bottega);
    does(state, Action::Confirm, bottega);
}

#[test]
fn on_a_narrow_screen_every_choice_of_the_filter_is_in_sight() {
    let mut bottega = bottega();
    bottega.networks = crate::checks::networks().clone();
    for key in ["facebook", "mastodon", "bluesky", "telegram"] {
        let mut channel = bottega.workspace.channels[0].clone();
        (channel.key, channel.network) = (key.into(), key.into());
        bottega.workspace.channels.push(channel);
    }
    let state = State::filter(&Filter::default(), &bottega.ctx());
    let mut cx = bottega.view();
    cx.ctx.pane = crate::features::Pane { width: 46, height: 18 };
    let view = view(&state, &cx);
    let shown = render_to_string(46, 18, |area, buf| draw_popup(&view, area, buf, &bottega.theme));
    for option in ["IG Instagram", "TG Telegram", "idea", "programmato", "pubblicato"] {
        assert!(shown.contains(option), "{option} in\n{shown}");
    }
}

#[test]
fn two_accounts_on_one_network_are_told_apart() {
    let mut bottega = bottega();
    bottega.networks = crate::checks::networks().clone();
    let mut second = bottega.workspace.channels[0].clone();
    (second.key, second.account) = ("ig-2".into(), Some("@aurora.lab".into()));
    bottega.workspace.channels.push(second);
    let cx = bottega.view();
    assert_eq!(cx.channel_name("ig-2"), "Instagram @aurora.lab");
    assert_eq!(cx.channel_label("linkedin"), "LI LinkedIn");
    assert_eq!(cx.channel_label("gone"), "gone");
}

#[test]
fn helps_ask_only_what_they_still_have_to_know() {
    let mut bottega = bottega();
    bottega.workspace.voice.tones = ["caldo", "asciutto"]
        .map(|key| crate::domain::Named { key: key.into(), description: "vicino".into() })
        .to_vec();
    let asked = |numbers: &[u8]| {
        let entry = bottega.shelf.get(&Bottega::launch().id).expect("on the shelf");
        let mut state = State::helps(entry, Some(&"linkedin".to_owned()), None, &bottega.ctx());
        let mut last = Vec::new();
        for number in numbers {
            last = does(&mut state, Action::Choose(*number), &bottega);
        }
        match last.into_iter().nth(1) {
            Some(Effect::Show(crate::vocab::Screen::Helped { brief, .. })) => *brief,
            other => panic!("{other:?}"),
        }
    };
    use crate::domain::Task;
    let shorter = asked(&[1, 1]);
    let channel = shorter.channel.as_deref();
    assert_eq!((shorter.task, channel), (Task::Shorten, Some("linkedin")), "the one in sight");
    let tone = asked(&[2, 2, 2]);
    assert_eq!((tone.tone.as_deref(), tone.channel.as_deref()), (Some("asciutto"), Some("ig")));
    let hooks = asked(&[5]);
    assert_eq!((hooks.task, hooks.topic.as_str()), (Task::Hooks, "Lancio collezione invernale"));
    let translation = asked(&[3, 1, 2]);
    assert_eq!(translation.lang.as_deref(), Some("en"), "the only other language");
    assert_eq!((translation.channel.as_deref(), translation.new_post), (Some("ig"), None));
    let apart = asked(&[3, 2]);
    assert_eq!(apart.channel.as_deref(), Some("linkedin"), "the text in sight");
    assert!(apart.new_post.is_some_and(|id| id != Bottega::launch().id));
}

#[test]
fn a_reply_asks_what_was_written_and_where_and_answers_in_its_language() {
    let bottega = bottega();
    let entry = bottega.shelf.get(&Bottega::launch().id).expect("on the shelf");
    let mut state = State::helps(entry, None, None, &bottega.ctx());
    does(&mut state, Action::Choose(8), &bottega);
    assert!(scopes(&state)[0].takes_letters());
    let refused = update(&mut state, &Action::Confirm, &bottega.ctx());
    assert_eq!(refused, Outcome::Disabled(Why::NoText), "there is nothing to answer");
    let wrote = "Are you open on Saturday, too?\nI would come with my mother.";
    does(&mut state, Action::Write(Edit::Paste(wrote.into())), &bottega);
    does(&mut state, Action::Confirm, &bottega);
    let shown = screen(&state, &bottega, 80, 12);
    assert!(shown.contains("Su quale canale ha scritto?"), "{shown}");
    let effects = does(&mut state, Action::Choose(2), &bottega);
    let Some(Effect::Show(crate::vocab::Screen::Helped { brief, .. })) = effects.get(1) else {
        panic!("{effects:?}")
    };
    use crate::domain::Task;
    assert_eq!((brief.task, brief.channel.as_deref()), (Task::Reply, Some("linkedin")));
    assert_eq!(brief.lang.as_deref(), Some("en"), "the post is Italian, the question is not");
    assert!(brief.topic.starts_with("Are you open") && brief.topic.ends_with("my mother."));
}

#[test]
fn the_menu_of_helps_says_where_each_goes_at_every_width() {
    let bottega = bottega();
    let entry = bottega.shelf.get(&Bottega::launch().id).expect("on the shelf");
    let mut state = State::helps(entry, None, None, &bottega.ctx());
    for (width, height) in [(160, 48), (120, 36), (80, 24), (46, 20)] {
        let shown = screen(&state, &bottega, width, height);
        for said in ["1 più corto", "7 testo alternativo", "8 rispondi", "nel primo commento"] {
            assert!(shown.contains(said), "{said} at {width}:\n{shown}");
        }
    }
    let heard = plain::popup(&view(&state, &bottega.view()), &bottega.words);
    assert!(heard.lines.iter().any(|line| line.contains("primo commento")), "{heard:?}");
    does(&mut state, Action::Choose(1), &bottega);
    assert_snapshot!(screen(&state, &bottega, 80, 12), @r#"
    ╭─ Più corto ──────────────────────────────────────────────────╮
    │ Per quale canale? Quello che prendi diventa il suo testo.    │
    │                                                              │
    │ 1 ig  @bottega.aurora                                        │
    │ 2 linkedin  @bottega.aurora                                  │
    │                                                              │
    │                                                              │
    ╰──────────────────────────────────────────────────────────────╯
    "#);
}

#[test]
fn letters_typed_over_the_choices_of_a_filter_are_words_to_look_for() {
    let bottega = Bottega::new(Language::Italian);
    let mut state = State::filter(&Filter::default(), &bottega.ctx());
    does(&mut state, Action::Down, &bottega);
    assert!(scopes(&state)[0].takes_letters(), "h, j, k and l are letters too");
    does(&mut state, Action::Write(Edit::Type("l".into())), &bottega);
    let State::Filter(form) = &state else { panic!("a filter") };
    assert_eq!((form.filter().text.as_str(), form.focus), ("l", 0), "and it is seen where they go");
}

#[test]
fn what_only_a_model_can_do_is_marked_where_there_is_none_and_asks_for_nothing() {
    let bottega = bottega();
    let entry = bottega.shelf.get(&Bottega::launch().id).expect("on the shelf");
    let mut state = State::helps(entry, None, None, &bottega.ctx());
    assert!(!screen(&state, &bottega, 80, 20).contains("serve un modello"), "nobody knows yet");
    on_event(&mut state, &crate::vocab::Event::SourcesFound(Vec::new()), &bottega.ctx());
    let drawn = screen(&state, &bottega, 80, 20);
    assert_eq!(drawn.matches("serve un modello").count(), 4, "{drawn}");
    let translate = update(&mut state, &Action::Choose(3), &bottega.ctx());
    assert_eq!(translate, Outcome::Disabled(Why::NeedsModel));
    assert_eq!(does(&mut state, Action::Choose(5), &bottega).len(), 2, "first lines it can do");
}

/// A post about which two people have spoken, to a third.
fn spoken(language: Language) -> Bottega {
    let mut bottega = Bottega::new(language).with(Bottega::launch());
    let note = |name: &str, by: &str, to: &str| Note {
        id: id(name),
        post: Bottega::launch().id,
        at: "2026-11-22T09:12:00Z".parse().expect("an instant"),
        by: by.into(),
        kind: NoteKind::Change,
        to: Some(to.into()),
        about: None,
        channel: None,
        quote: None,
        text: "Da quando?".into(),
    };
    let notes = vec![
        note("10000000", "Bea Riva <bea@example.org>", "Ada, di' pure che cosa ne pensi davvero"),
        note("20000000", "Ada Neri <ada@example.org>", "Bea, Carlo Vini"),
    ];
    bottega.shelf.replace_notes(Bottega::launch().id, notes, Vec::new());
    bottega
}

fn wanting(bottega: &Bottega) -> State {
    let post = Bottega::launch().id;
    let new = NewNote { post, kind: NoteKind::Change, about: None, channel: None, quote: None };
    State::note(new, None, &bottega.ctx())
}

#[test]
fn a_note_asks_first_for_its_words_and_then_for_whom_with_the_names_that_are_known() {
    let bottega = spoken(Language::Italian);
    let mut state = wanting(&bottega);
    types(&mut state, "Manca il giorno.", &bottega);
    does(&mut state, Action::NextPane, &bottega);
    assert_snapshot!(in_both(|language| {
        let bottega = spoken(language);
        screen(&state, &bottega, 46, 12)
    }), @r#"
    ╭─ Chiedi una modifica ──────────────────────╮
    │ Parole  Manca il giorno.                   │
    │ A chi   un nome; vuoto: chiunque           │
    │         Qui si conoscono: Bea Riva, Carlo  │
    │         Vini                               │
    ╰────────────────────────────────────────────╯


    ╭─ Ask for a change ─────────────────────────╮
    │ Words     Manca il giorno.                 │
    │ For whom  a name; empty: anyone            │
    │           Known here: Bea Riva, Carlo Vini │
    │                                            │
    ╰────────────────────────────────────────────╯
    "#);
    types(&mut state, "ca", &bottega);
    does(&mut state, Action::Complete, &bottega);
    assert!(matches!(&state, State::Note(form) if form.to.text() == "Carlo Vini"), "{state:?}");
    does(&mut state, Action::Complete, &bottega);
    assert!(matches!(&state, State::Note(form) if form.to.text() == "Bea Riva"), "the next");
    types(&mut state, ", c", &bottega);
    does(&mut state, Action::Complete, &bottega);
    let made = does(&mut state, Action::Confirm, &bottega);
    let [Effect::Close, Effect::Apply(set)] = made.as_slice() else { panic!("{made:?}") };
    let [Change::Note(note)] = set.changes.as_slice() else { panic!("{set:?}") };
    assert_eq!(note.to.as_deref(), Some("Bea Riva, Carlo Vini"));
    assert_eq!(note.text, "Manca il giorno.");
}

#[test]
fn a_sentence_where_a_name_is_asked_for_is_asked_about_once() {
    let bottega = spoken(Language::English);
    let mut state = wanting(&bottega);
    types(&mut state, "Please", &bottega);
    does(&mut state, Action::NextPane, &bottega);
    types(&mut state, "Say what the figure is for, please.", &bottega);
    assert!(does(&mut state, Action::Confirm, &bottega).is_empty());
    let drawn = screen(&state, &bottega, 80, 12);
    assert!(drawn.contains("reads like a sentence, not a name"), "{drawn}");
    let meant = does(&mut state, Action::Confirm, &bottega);
    assert!(matches!(meant.as_slice(), [Effect::Close, Effect::Apply(_)]), "{meant:?}");

    let mut state = wanting(&bottega);
    types(&mut state, "Please", &bottega);
    does(&mut state, Action::NextPane, &bottega);
    types(&mut state, "Dario F.", &bottega);
    let drawn = screen(&state, &bottega, 80, 12);
    assert!(drawn.contains("Nobody here goes by that name"), "{drawn}");
    let named = does(&mut state, Action::Confirm, &bottega);
    assert!(matches!(named.as_slice(), [Effect::Close, Effect::Apply(_)]), "{named:?}");
}
