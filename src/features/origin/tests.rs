use super::*;
use crate::domain::{
    Brief, Decision, ModelText, Origin, Part, Post, Suggestion, SuggestionSource, Variant, Verdict,
};
use crate::features::fixture::{Bottega, id};
use crate::features::{Ctx, Outcome, Pane, ViewCtx};
use crate::i18n::Language;
use crate::ui::{plain, render_to_string};
use crate::vocab::{Action, Effect, Event, Mouse, MouseKind, Screen, Target};
use insta::assert_snapshot;
use ratatui::layout::Rect;

const BY: &str = "Ada Neri <ada@example.org>";

fn suggestion(name: &str, text: &str, verdicts: &[Verdict]) -> Suggestion {
    let decided = |(i, verdict): (usize, &Verdict)| Decision {
        sentence: Some(i),
        clause: None,
        hash: String::new(),
        verdict: *verdict,
        reason: None,
        words: None,
        by: BY.into(),
        at: "2026-11-22T09:15:00Z".parse().expect("an instant"),
    };
    Suggestion {
        id: id(name),
        post: id("k3f9q7ab"),
        at: "2026-11-22T09:12:00Z".parse().expect("an instant"),
        brief: Brief {
            topic: "il ritorno della lana".into(),
            tone: Some("ironico".into()),
            channel: Some("ig".into()),
            instruction: Some("più corto".into()),
            ..Brief::default()
        },
        source: SuggestionSource {
            provider: "openai".into(),
            model: "llama3.2".into(),
            ..SuggestionSource::default()
        },
        text: ModelText::new(text),
        hashtags: Vec::new(),
        extras: crate::domain::Extras::default(),
        fragment: None,
        decisions: verdicts.iter().enumerate().map(decided).collect(),
    }
}

fn origin(name: &str, decision: Verdict) -> Origin {
    let at = "2026-11-22T09:15:00Z".parse().expect("an instant");
    Origin { post: id("k3f9q7ab"), suggestion: id(name), decision, at, by: BY.into() }
}

/// A text of two hands: a sentence of the machine's, one rewritten, one of a hand's own.
fn launch() -> Post {
    let mut post = Bottega::launch();
    post.text = "La lana è tornata in bottega. Ha perso il tram, ma è arrivata con tre colori \
                 nuovi.\n\nVi aspettiamo da lunedì."
        .into();
    post.origin =
        vec![origin("4t8w2zqc", Verdict::Accepted), origin("4t8w2zqc", Verdict::Rewritten)];
    post
}

fn world(language: Language, post: Post) -> Bottega {
    let mut bottega = Bottega::new(language).with(post);
    let text = "La lana è tornata in bottega. Ha perso il treno, ma è arrivata con tre colori \
                nuovi. Che freddo!";
    let verdicts = [Verdict::Accepted, Verdict::Rewritten, Verdict::Rejected];
    let made = suggestion("4t8w2zqc", text, &verdicts);
    bottega.shelf.set_suggestions(id("k3f9q7ab"), vec![made]);
    bottega
}

fn opened(bottega: &Bottega) -> State {
    let post = &bottega.shelf.get(&id("k3f9q7ab")).expect("the post").post;
    State::open(post, None).0
}

fn with<T>(bottega: &Bottega, (width, height): (u16, u16), f: impl FnOnce(&ViewCtx) -> T) -> T {
    let ctx = Ctx { pane: Pane { width, height }, ..bottega.ctx() };
    f(&ViewCtx { ctx, ..bottega.view() })
}

fn drawn(bottega: &Bottega, state: &State, size: (u16, u16)) -> String {
    with(bottega, size, |cx| {
        let view = view(state, cx);
        render_to_string(size.0, size.1, |area, buf| view.draw(area, buf, cx.theme))
    })
}

fn act(state: &mut State, bottega: &Bottega, action: Action) -> Vec<Effect> {
    match update(state, &action, &bottega.ctx()) {
        Outcome::Handled(effects) => effects,
        outcome => panic!("{action:?}: {outcome:?}"),
    }
}

#[test]
fn sentences_say_who_wrote_them_and_the_chosen_one_where_it_came_from() {
    let bottega = world(Language::Italian, launch());
    let mut state = opened(&bottega);
    act(&mut state, &bottega, Action::Down);
    assert_snapshot!(drawn(&bottega, &state, (160, 12)), @r#"
    Provenienza · Lancio collezione invernale
    macchina 76% · riscritto 5% · a mano 19%
     ▪ macchina   La lana è tornata in bottega.                                                     riscritta
    ▌✎ riscritta  Ha perso il tram, ma è arrivata con tre colori nuovi.                           ────────────────────────────────────────────────────────────────
                                                                                                    Che cosa ha cambiato una mano:
     · a mano     Vi aspettiamo da lunedì.                                                          Ha perso il [-treno-]{+tram+}, ma è arrivata con tre colori
                                                                                                    nuovi.
                  Quanta IA c’è nel post
     ✎ testo      ig, linkedin: con l’aiuto dell’IA                                                 ✦ llama3.2, dom 22 nov 10:12
       chiesto    nessuno chiede di dirlo, per quanto si sa (23 novembre 2026)                      chiesto: «il ritorno della lana» · ironico · IG · «più corto»
                                                                                                    riscritta da Ada Neri, dom 22 nov 10:15
    "#);
    assert_snapshot!(drawn(&bottega, &state, (120, 12)), @r#"
    Provenienza · Lancio collezione invernale
    macchina 76% · riscritto 5% · a mano 19%
     ▪ macchina   La lana è tornata in bottega.                             riscritta
    ▌✎ riscritta  Ha perso il tram, ma è arrivata con tre colori nuovi.   ────────────────────────────────────────────────
                                                                            Che cosa ha cambiato una mano:
     · a mano     Vi aspettiamo da lunedì.                                  Ha perso il [-treno-]{+tram+}, ma è arrivata
                                                                            con tre colori nuovi.
                  Quanta IA c’è nel post
     ✎ testo      ig, linkedin: con l’aiuto dell’IA                         ✦ llama3.2, dom 22 nov 10:12
       chiesto    nessuno chiede di dirlo, per quanto si sa (23 novembre    chiesto: «il ritorno della lana» · ironico ·
                  2026)                                                     IG · «più corto»
                                                                            riscritta da Ada Neri, dom 22 nov 10:15
    "#);
}

#[test]
fn what_is_known_stands_below_where_there_is_no_room_beside() {
    let bottega = world(Language::English, launch());
    let mut state = opened(&bottega);
    assert_snapshot!(drawn(&bottega, &state, (80, 18)), @r#"
    Origin · Lancio collezione invernale
    machine 76% · rewritten 5% · by hand 19%

    ▌▪ machine  La lana è tornata in bottega.
     ✎ edited   Ha perso il tram, ma è arrivata con tre colori nuovi.

     · by hand  Vi aspettiamo da lunedì.

                How much AI is in the post
     ✎ text     ig, linkedin: AI-assisted
       asked    nobody asks for it to be said, as far as known (23 November 2026)
      machine
    ──────────────────────────────────────────────────────────────────────────────
      As the machine wrote it.

      ✦ llama3.2, Sun 22 Nov 10:12
      asked for: “il ritorno della lana” · ironico · IG · “più corto”
      taken by Ada Neri, Sun 22 Nov 10:15
    "#);
    act(&mut state, &bottega, Action::Down);
    act(&mut state, &bottega, Action::Down);
    assert_snapshot!(drawn(&bottega, &state, (46, 18)), @r#"
    Origin · Lancio collezione invernale
    machine 76% · rewritten 5% · by hand 19%

     ▪  La lana è tornata in bottega.
     ✎  Ha perso il tram, ma è arrivata con tre
        colori nuovi.

    ▌·  Vi aspettiamo da lunedì.

        How much AI is in the post
     ✎  ig, linkedin: AI-assisted
        nobody asks for it to be said, as far
        as known (23 November 2026)
      by hand
    ────────────────────────────────────────────
      Written by hand: no suggestion that was
      taken has these words.
    "#);
}

#[test]
fn as_lines_every_sentence_is_behind_the_word_for_its_writer() {
    let bottega = world(Language::Italian, launch());
    let mut state = opened(&bottega);
    act(&mut state, &bottega, Action::Down);
    let lines =
        with(&bottega, (80, 24), |cx| plain::origin(&view(&state, cx), cx.words).all().join("\n"));
    assert_snapshot!(lines, @r#"
    Provenienza · Lancio collezione invernale
    macchina: La lana è tornata in bottega.
    riscritta: Ha perso il tram, ma è arrivata con tre colori nuovi.
    a mano: Vi aspettiamo da lunedì.
    Quanta IA c’è nel post
    testo: ig, linkedin: con l’aiuto dell’IA
    chiesto: nessuno chiede di dirlo, per quanto si sa (23 novembre 2026)
    frase 2 di 3, riscritta: Ha perso il tram, ma è arrivata con tre colori nuovi.
    Che cosa ha cambiato una mano:
    Ha perso il [-treno-]{+tram+}, ma è arrivata con tre colori nuovi.
    ✦ llama3.2, dom 22 nov 10:12
    chiesto: «il ritorno della lana» · ironico · IG · «più corto»
    riscritta da Ada Neri, dom 22 nov 10:15
    macchina 76% · riscritto 5% · a mano 19%
    "#);
}

#[test]
fn a_suggestion_that_is_gone_leaves_a_doubt_and_the_name_of_who_took_it() {
    let mut bottega = world(Language::Italian, launch());
    bottega.shelf.set_suggestions(id("k3f9q7ab"), Vec::new());
    assert_snapshot!(drawn(&bottega, &opened(&bottega), (120, 12)), @r#"
    Provenienza · Lancio collezione invernale
    incerto 100%
    ▌? incerta  La lana è tornata in bottega.                               incerta
     ? incerta  Ha perso il tram, ma è arrivata con tre colori nuovi.     ────────────────────────────────────────────────
                                                                            Il suggerimento non è più nella cartella: se
     ? incerta  Vi aspettiamo da lunedì.                                    questa frase viene da lì non si può più dire.
                                                                            un suggerimento preso da Ada Neri, dom 22 nov
                Quanta IA c’è nel post                                      10:15
     ✎ testo    ig, linkedin: almeno con l’aiuto dell’IA                    un suggerimento riscritto da Ada Neri, dom 22
       chiesto  nessuno chiede di dirlo, per quanto si sa (23 novembre      nov 10:15
                2026)
    "#);
}

#[test]
fn before_the_suggestions_are_read_nothing_is_claimed() {
    let bottega = Bottega::new(Language::Italian).with(launch());
    let state = opened(&bottega);
    let shown = drawn(&bottega, &state, (120, 12));
    assert!(shown.contains("Leggo i suggerimenti"), "{shown}");
    let post = &bottega.shelf.get(&state.post).expect("the post").post;
    assert_eq!(State::open(post, None).1, [Effect::ReadSuggestions(vec![id("k3f9q7ab")])]);
}

#[test]
fn a_post_without_an_origin_is_by_hand_and_one_without_text_says_what_will_be_here() {
    let bottega = Bottega::new(Language::English).with(Bottega::launch());
    let shown = drawn(&bottega, &opened(&bottega), (120, 12));
    assert!(shown.contains("No suggestion had a part in this post"), "{shown}");
    let mut empty = Bottega::launch();
    empty.text.clear();
    let bottega = Bottega::new(Language::English).with(empty);
    let shown = drawn(&bottega, &opened(&bottega), (120, 12));
    assert!(shown.contains("No text yet"), "{shown}");
}

#[test]
fn each_text_of_a_post_has_its_sentences() {
    let mut post = launch();
    let own = Variant { text: Some("Solo qui. Che freddo!".into()), ..Variant::default() };
    post.variants.insert("linkedin".into(), own);
    let bottega = world(Language::Italian, post);
    let mut state = opened(&bottega);
    act(&mut state, &bottega, Action::Last);
    act(&mut state, &bottega, Action::NextPane);
    assert_eq!((state.tab, state.row), (1, 0));
    let shown = drawn(&bottega, &state, (120, 12));
    assert!(shown.contains("Solo qui."), "{shown}");
    let post = id("k3f9q7ab");
    let channel = Some("linkedin".to_owned());
    let effects = act(&mut state, &bottega, Action::Edit);
    assert_eq!(effects, [Effect::Show(Screen::Editor { post, channel })]);
    act(&mut state, &bottega, Action::NextPane);
    assert_eq!(state.tab, 0, "round again");
}

#[test]
fn the_cursor_stays_on_a_row_that_is_there() {
    let mut bottega = world(Language::Italian, launch());
    let mut state = opened(&bottega);
    act(&mut state, &bottega, Action::Last);
    let mut shorter = launch();
    shorter.text = "Vi aspettiamo da lunedì.".into();
    bottega = bottega.with(shorter);
    let event = Event::FolderRead { folder: "x".into(), entries: vec![], problems: vec![] };
    assert!(on_event(&mut state, &event, &bottega.ctx()).is_empty());
    assert_eq!(state.row, 1, "one sentence, and what is told of its text");
    assert_eq!(act(&mut state, &bottega, Action::Cancel), [Effect::Close]);
}

#[test]
fn a_click_finds_the_sentence_it_was_drawn_on() {
    let bottega = world(Language::Italian, launch());
    let state = opened(&bottega);
    let screen = drawn(&bottega, &state, (120, 12));
    let row = screen.lines().position(|line| line.contains("Vi aspettiamo")).expect("there");
    let mouse =
        Mouse { kind: MouseKind::Down, column: 30, row: row as u16, clicks: 1, shift: false };
    let area = Rect::new(0, 0, 120, 12);
    let found = with(&bottega, (120, 12), |cx| hit(&state, cx, area, &mouse));
    assert_eq!(found, Some(Action::Point(Target::Row(2))));
}

/// A headline that was taken as it came, a first comment that a hand went over, and a headline
/// of a hand's own on another channel.
fn beside(language: Language) -> Bottega {
    let mut post = launch();
    post.headline = Some("Lana, un ritorno".into());
    post.first_comment = Some("Chi passa lunedì? Portate un'amica.".into());
    let own = Variant { headline: Some("Il tram perso".into()), ..Variant::default() };
    post.variants.insert("li".into(), own);
    let mut bottega = Bottega::new(language).with(post);
    let mut made = suggestion("4t8w2zqc", "La lana è tornata in bottega.", &[Verdict::Accepted]);
    made.extras = crate::domain::Extras {
        headline: Some(ModelText::new("Lana, un ritorno")),
        first_comment: Some(ModelText::new("Chi passa domani? Portate un'amica.")),
    };
    // Behind one sentence and the place of the hashtags.
    for (sentence, verdict) in [(2, Verdict::Accepted), (3, Verdict::Rewritten)] {
        let first = made.decisions[0].clone();
        made.decisions.push(Decision { sentence: Some(sentence), verdict, ..first });
    }
    bottega.shelf.set_suggestions(id("k3f9q7ab"), vec![made]);
    bottega
}

#[test]
fn what_a_machine_put_beside_the_text_is_told_and_counted_and_a_hands_own_is_not_listed() {
    for (language, tabs) in [
        (Language::Italian, ["comune", "titolo", "primo commento"]),
        (Language::English, ["shared", "headline", "first comment"]),
    ] {
        let bottega = beside(language);
        let mut state = opened(&bottega);
        let shown = with(&bottega, (120, 24), |cx| view(&state, cx));
        let labels: Vec<_> = shown.tabs.iter().map(|tab| tab.label.as_str()).collect();
        assert_eq!(labels.len(), 3, "{labels:?}");
        assert_eq!(labels[1..], tabs[1..], "{labels:?}");
        let hands = |state: &State| {
            with(&bottega, (120, 24), |cx| {
                view(state, cx).rows.iter().map(|row| row.glyph.clone()).collect::<String>()
            })
        };
        state.tab = 1;
        assert_eq!(hands(&state), "▪");
        state.tab = 2;
        assert_eq!(hands(&state), "✎▪");
    }
    let bottega = beside(Language::Italian);
    let post = &bottega.shelf.get(&id("k3f9q7ab")).expect("the post").post;
    let share = |post: &Post| post.share(|origin| bottega.shelf.suggestion(origin)).expect("one");
    let with_them = share(post);
    let text_alone = share(&Post { headline: None, first_comment: None, ..post.clone() });
    // Three words of the headline; "Chi passa … Portate un'amica" of the comment.
    assert_eq!(with_them.kept, text_alone.kept + 3 + 4, "{with_them:?} {text_alone:?}");
    assert_eq!(with_them.rewritten, text_alone.rewritten + 1, "{with_them:?}");
    assert_eq!(with_them.own, text_alone.own, "a headline of a hand's own is not weighed");
}

#[test]
fn what_stands_beside_the_text_is_edited_in_the_form_of_fields() {
    let bottega = beside(Language::Italian);
    let mut state = opened(&bottega);
    state.tab = 1;
    let outcome = update(&mut state, &Action::Edit, &bottega.ctx());
    assert_eq!(
        outcome,
        Outcome::effect(Effect::Show(Screen::Fields {
            post: id("k3f9q7ab"),
            at: Some((Part::Headline, None))
        }))
    );
}

/// A text of two hands on two channels, a video of AI's that looks real, a photograph.
fn with_media(language: Language) -> Bottega {
    use crate::domain::{Medium, MediumSource};
    let mut post = launch();
    let video = Medium {
        source: MediumSource::Ai,
        realistic: Some(true),
        ..Medium::new("media/2026/lana.mp4")
    };
    let photo = Medium { source: MediumSource::Camera, ..Medium::new("media/2026/banco.jpg") };
    post.media = vec![video, photo];
    world(language, post)
}

#[test]
fn below_the_sentences_stands_what_is_to_be_told_and_the_chosen_row_says_on_what_grounds() {
    let bottega = with_media(Language::Italian);
    let mut state = opened(&bottega);
    for _ in 0..5 {
        act(&mut state, &bottega, Action::Down);
    }
    assert_snapshot!(drawn(&bottega, &state, (160, 20)), @r#"
    Provenienza · Lancio collezione invernale
    macchina 76% · riscritto 5% · a mano 19%

     ▪ macchina   La lana è tornata in bottega.                                                     AI Act dell’UE
     ✎ riscritta  Ha perso il tram, ma è arrivata con tre colori nuovi.                           ────────────────────────────────────────────────────────────────
                                                                                                    Fonte: https://eur-lex.europa.eu/eli/reg/2024/1689/oj (letta:
     · a mano     Vi aspettiamo da lunedì.                                                          23 novembre 2026)
                                                                                                    Art. 50, par. 4: chi pubblica immagini, audio o video fatti o
                  Quanta IA c’è nel post                                                            alterati con l’IA che passerebbero per veri (persone, luoghi,
     ✎ testo      ig, linkedin: con l’aiuto dell’IA                                                 fatti) lo dice.
     ▪ media      media/2026/lana.mp4: IA · trainedAlgorithmicMedia · sembra vero                   Non è un parere legale.
    ▌! chiesto    va segnalato: AI Act dell’UE
     ! chiesto    va segnalato: instagram
       segno      può ricevere un’etichetta automatica: instagram
       segno      può ricevere un’etichetta automatica: linkedin
     · media      media/2026/banco.jpg: fotocamera · digitalCapture
    "#);
    assert_snapshot!(drawn(&bottega, &state, (120, 20)), @r#"
    Provenienza · Lancio collezione invernale
    macchina 76% · riscritto 5% · a mano 19%

     ▪ macchina   La lana è tornata in bottega.                             AI Act dell’UE
     ✎ riscritta  Ha perso il tram, ma è arrivata con tre colori nuovi.   ────────────────────────────────────────────────
                                                                            Fonte: https://eur-lex.europa.eu/eli/
     · a mano     Vi aspettiamo da lunedì.                                  reg/2024/1689/oj (letta: 23 novembre 2026)
                                                                            Art. 50, par. 4: chi pubblica immagini, audio
                  Quanta IA c’è nel post                                    o video fatti o alterati con l’IA che
     ✎ testo      ig, linkedin: con l’aiuto dell’IA                         passerebbero per veri (persone, luoghi,
     ▪ media      media/2026/lana.mp4: IA · trainedAlgorithmicMedia ·       fatti) lo dice.
                  sembra vero                                               Non è un parere legale.
    ▌! chiesto    va segnalato: AI Act dell’UE
     ! chiesto    va segnalato: instagram
       segno      può ricevere un’etichetta automatica: instagram
       segno      può ricevere un’etichetta automatica: linkedin
     · media      media/2026/banco.jpg: fotocamera · digitalCapture
    "#);
    let bottega = with_media(Language::English);
    assert_snapshot!(drawn(&bottega, &state, (80, 24)), @r#"
    Origin · Lancio collezione invernale
    machine 76% · rewritten 5% · by hand 19%

     ▪ machine  La lana è tornata in bottega.
     ✎ edited   Ha perso il tram, ma è arrivata con tre colori nuovi.

     · by hand  Vi aspettiamo da lunedì.

                How much AI is in the post
     ✎ text     ig, linkedin: AI-assisted
     ▪ media    media/2026/lana.mp4: AI · trainedAlgorithmicMedia · looks real
    ▌! asked    wants a label: EU AI Act
     ! asked    wants a label: instagram
       mark     may be labelled automatically: instagram
       mark     may be labelled automatically: linkedin
     · media    media/2026/banco.jpg: camera · digitalCapture

      EU AI Act
    ──────────────────────────────────────────────────────────────────────────────
      Source: https://eur-lex.europa.eu/eli/reg/2024/1689/oj (read: 23 November
      2026)
      Art. 50(4): whoever publishes images, sound or video that AI made or
      changed and that would pass for real (people, places, events) says so.
      This is no legal advice.
    "#);
    assert_snapshot!(drawn(&bottega, &state, (46, 20)), @r#"
    Origin · Lancio collezione invernale
    machine 76% · rewritten 5% · by hand 19%

     ·  Vi aspettiamo da lunedì.

        How much AI is in the post
     ✎  ig, linkedin: AI-assisted
     ▪  media/2026/lana.mp4: AI ·
        trainedAlgorithmicMedia · looks real
    ▌!  wants a label: EU AI Act
     !  wants a label: instagram               ↓
      EU AI Act
    ────────────────────────────────────────────
      Source: https://eur-lex.europa.eu/eli/
      reg/2024/1689/oj (read: 23 November 2026)
      Art. 50(4): whoever publishes images,
      sound or video that AI made or changed
      and that would pass for real (people,
      places, events) says so.
      This is no legal advice.
    "#);
    act(&mut state, &bottega, Action::First);
    for _ in 0..4 {
        act(&mut state, &bottega, Action::Down);
    }
    let lines =
        with(&bottega, (80, 24), |cx| plain::origin(&view(&state, cx), cx.words).all().join("\n"));
    assert_snapshot!(lines, @r#"
    Origin · Lancio collezione invernale
    machine: La lana è tornata in bottega.
    edited: Ha perso il tram, ma è arrivata con tre colori nuovi.
    by hand: Vi aspettiamo da lunedì.
    How much AI is in the post
    text: ig, linkedin: AI-assisted
    media: media/2026/lana.mp4: AI · trainedAlgorithmicMedia · looks real
    asked: wants a label: EU AI Act
    asked: wants a label: instagram
    mark: may be labelled automatically: instagram
    mark: may be labelled automatically: linkedin
    media: media/2026/banco.jpg: camera · digitalCapture
    media: media/2026/lana.mp4: AI · trainedAlgorithmicMedia · looks real
    IPTC’s term for its source: trainedAlgorithmicMedia (cv.iptc.org/newscodes/digitalsourcetype)
    machine 76% · rewritten 5% · by hand 19%
    "#);
}

#[test]
fn what_is_told_is_written_in_the_form_of_fields() {
    let bottega = with_media(Language::Italian);
    let mut state = opened(&bottega);
    act(&mut state, &bottega, Action::Last);
    let post = id("k3f9q7ab");
    let at = Some((Part::Alt, None));
    let screen = Screen::Fields { post: post.clone(), at };
    assert_eq!(act(&mut state, &bottega, Action::Edit), [Effect::Show(screen)]);
    state.row = 3;
    let screen = Screen::Fields { post, at: None };
    assert_eq!(act(&mut state, &bottega, Action::Edit), [Effect::Show(screen)]);
}
