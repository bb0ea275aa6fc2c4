use super::*;
use crate::domain::Reason;
use crate::features::ViewCtx;
use crate::i18n::Language;
use crate::ui::{Colors, DraftsView, Hint, Theme, plain, render_to_string};
use crate::vocab::{Mouse, MouseKind, Target};
use insta::assert_snapshot;
use ratatui::layout::Rect;

/// Does something with the view of a story on a screen of a size.
pub(super) fn with<T>(
    story: &Story,
    language: Language,
    (width, height): (u16, u16),
    f: impl FnOnce(&ViewCtx) -> T,
) -> T {
    let words = crate::features::fixture::words(language);
    let theme = Theme::new(Colors::None, false, false);
    let hint = |keys: &str, reason| Hint {
        keys: keys.into(),
        label: words.reason(reason),
        action: Action::Because(reason),
    };
    let hints = [hint("s", Reason::Salesy), hint("f", Reason::False), hint("n", Reason::NotUs)];
    let ctx = Ctx { pane: Room { width, height }, ..story.world.ctx() };
    f(&ViewCtx { ctx, words: &words, theme: &theme, hints: &hints })
}

pub(super) fn drawn(story: &Story, language: Language, size: (u16, u16)) -> String {
    with(story, language, size, |cx| {
        let view = view(&story.state, cx);
        render_to_string(size.0, size.1, |area, buf| {
            DraftsView::draw(&view, area, buf, cx.theme);
        })
    })
}

/// A text, a suggestion half decided, one that waits, one that is being written.
fn three() -> Story {
    let mut world = World::new();
    let post = world.post("La lana torna a casa.\n\nVi aspettiamo in bottega.");
    world.suggestion(
        &post,
        "La lana è tornata. Ha perso il treno, ma è arrivata.\n\nDa lunedì 24 la trovi in bottega: tre colori, quaranta gomitoli.",
        &["lana", "bottegaaurora"],
    );
    world.suggestion(&post, "Tre colori nuovi. Li abbiamo tinti noi, a mano.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    let first = story.state.panes.iter().position(|pane| pane.text.shown().starts_with("La"));
    let first = first.expect("the first") + 1;
    story.state.focus_on(first);
    story.act(Action::Accept).act(Action::Reject).act(Action::Because(Reason::NotUs));
    story.act(Action::Another);
    let job = story.state.panes[2].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("Da lunedì la lana è di nu") });
    story.state.focus_on(first);
    story
}

fn asking() -> Story {
    let time = "08:45:00".parse().expect("a time");
    let slot = Slot { date: day("2026-11-26"), time: Some(time) };
    let mut story = Story::open(World::new(), None, Some(slot));
    story.hear(Event::SourcesFound(vec![composer(), ollama()]));
    story.write("Gomitoli nuovi");
    story
}

#[test]
fn the_human_text_stands_first_and_the_suggestions_beside_it() {
    assert_snapshot!(drawn(&three(), Language::Italian, (160, 16)), @r#"
    Lancio collezione invernale · mar 24 nov 18:30

    il tuo testo                          │ 1/3 · ironico · clienti · IG          │ 2/3 · ironico · clienti · IG          │ 3/3 · ironico · clienti · IG · cifra
    ───────────────────────────────────── │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ │ ───────────────────────────────────── │ ──────────────────────────────────────
      La lana torna a casa.               │ ✓ La lana è tornata.                  │▏? Tre colori nuovi.                   │▏  Da lunedì la lana è di nu▍
                                          │ ✗ Ha perso il treno, ma è arrivata.   │   Li abbiamo tinti noi, a mano.       │
      Vi aspettiamo in bottega. ▪ La lana │                                       │                                       │
      è tornata.                          │▌? Da lunedì 24 la trovi in bottega:   │                                       │
                                          │▌  tre colori, quaranta gomitoli.      │                                       │
                                          │   ? nessun fatto conferma «lunedì     │                                       │
                                          │   24», «tre colori», «quaranta        │                                       │
                                          │   gomitoli»                           │                                       │
                                          │   Si conferma nel testo: M-t, M-f     │                                       │
                                          │                                      ↓│                                       │
                                          │ [2/4]  IG 139/2.200 · 3 da verificare │ [0/2]  IG 47/2.200 · 1 da verificare  │ sta scrivendo…  IG 25/2.200
    IG 67/2.200                           │                            ✦ llama3.2 │                            ✦ llama3.2 │ un racconto · distesa
    "#);
    assert_snapshot!(drawn(&three(), Language::English, (120, 16)), @r#"
    Lancio collezione invernale · Tue 24 Nov 18:30

    your text                   │ 1/3 · ironico · clienti · … │ 2/3 · ironico · clienti · … │ 3/3 · ironico · clienti · …
    ─────────────────────────── │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━ │ ─────────────────────────── │ ────────────────────────────
      La lana torna a casa.     │ ✓ La lana è tornata.        │▏? Tre colori nuovi.         │▏  Da lunedì la lana è di nu▍
                                │ ✗ Ha perso il treno, ma è   │   Li abbiamo tinti noi, a   │
      Vi aspettiamo in bottega. │   arrivata.                 │   mano.                     │
      ▪ La lana è tornata.      │                             │                             │
                                │▌? Da lunedì 24 la trovi in  │                             │
                                │▌  bottega: tre colori,      │                             │
                                │▌  quaranta gomitoli.        │                             │
                                │   ? no fact confirms        │                             │
                                │   “lunedì 24”, “tre         │                             │
                                │   colori”, “quaranta       ↓│                             │
                                │ [2/4]  IG 139/2,200         │ [0/2]  IG 47/2,200          │ writing…  IG 25/2,200
    IG 67/2,200                 │ 3 to check       ✦ llama3.2 │ 1 to check       ✦ llama3.2 │ a story · roomy
    "#);
}

#[test]
fn under_a_hundred_columns_one_pane_at_a_time_with_counters() {
    assert_snapshot!(drawn(&three(), Language::Italian, (80, 14)), @r#"
     Lancio collezione invernale · mar 24 nov 18:30

      tuo  [1/3]  2/3   3/3
     1/3 · ironico · clienti · IG                                        ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
     ✓ La lana è tornata.
     ✗ Ha perso il treno, ma è arrivata.

    ▌? Da lunedì 24 la trovi in bottega: tre colori, quaranta gomitoli.
       ? nessun fatto conferma «lunedì 24», «tre colori», «quaranta gomitoli»
       Si conferma nel testo: M-t, M-f

       #lana #bottegaaurora
     [2/4]  IG 139/2.200 · 3 da verificare
    "#);
    assert_snapshot!(drawn(&three(), Language::English, (46, 14)), @r#"
     Lancio collezione invernale · Tue 24 Nov 18…

      yours  [1/3]  2/3   3/3
     1/3 · ironico · clienti · IG      ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
     ✓ La lana è tornata.
     ✗ Ha perso il treno, ma è arrivata.

    ▌? Da lunedì 24 la trovi in bottega: tre
    ▌  colori, quaranta gomitoli.
       ? no fact confirms “lunedì 24”, “tre
       colori”, “quaranta gomitoli”
       Settle it in the text: M-t, M-f           ↓
     [2/4]  IG 139/2,200 · 3 to check
    "#);
}

#[test]
fn the_brief_says_who_writes_and_where_the_words_go() {
    assert_snapshot!(drawn(&asking(), Language::Italian, (100, 18)), @r#"
    Bozze per gio 26 nov 08:45

               ╭─ Che cosa chiedi ────────────────────────────────────────────────────────╮
               │ Argomento   Gomitoli nuovi                                               │
               │                                                                          │
               │ Tono         nessuno  [caldo]  ironico   asciutto                        │
               │ Pubblico     nessuno  [clienti]  25–34                                   │
               │ Canale       nessuno   IG Instagram  [LI LinkedIn]                       │
               │ Lingua      [it]  en                                                     │
               │ Quanti       1   2  [3]  4                                               │
               │ Appunti     [no]  sì                                                     │
               │ Chi scrive   compositore  [ollama]                                       │
               │                                                                          │
               │ llama3.2, su questo computer (127.0.0.1:11434)                           │
               ╰──────────────────────────────────────────────────────────────────────────╯
    "#);
    let mut story = asking();
    story.act(Action::Up).act(Action::Left);
    assert_snapshot!(drawn(&story, Language::English, (46, 16)), @r#"
    ╭─ What you ask for ─────────────────────────╮
    │ Topic       Gomitoli nuovi                 │
    │                                            │
    │ Tone         any  [caldo]  ironico         │
    │              asciutto                      │
    │ Audience     any  [clienti]  25–34         │
    │ Channel      any   IG  [LI]                │
    │ Language    [it]  en                       │
    │ How many     1   2  [3]  4                 │
    │ Notes       [no]  yes                      │
    │ Who writes  [composer]  ollama             │
    │                                            │
    │ Built-in composer: not an AI, and nothing  │
    │ leaves this program                        │
    ╰────────────────────────────────────────────╯
    "#);
}

#[test]
fn a_rejection_offers_its_reasons_with_their_keys() {
    let mut story = three();
    story.act(Action::RejectAll);
    let shown = drawn(&story, Language::Italian, (120, 16));
    assert!(
        shown.contains("Perché scarti il suggerimento?  s sa di vendita  f falso  n non è da noi"),
        "{shown}"
    );
}

#[test]
fn a_failure_leaves_no_pane_among_the_suggestions() {
    let mut story = three();
    let job = story.state.panes[2].job();
    story.act(Action::Another);
    let last = story.state.panes.len();
    let failed = story.state.panes[last - 1].job();
    assert_ne!(job, failed);
    let failure = crate::domain::Failure::AiSilent { seconds: 30 };
    story.hear(Event::SuggestionFailed { job: failed, failure });
    let shown = drawn(&story, Language::Italian, (46, 16));
    assert!(!shown.contains("4/4"), "{shown}");
}

#[test]
fn as_lines_every_sentence_says_what_was_decided() {
    let lines = with(&three(), Language::Italian, (80, 24), |cx| {
        plain::drafts(&view(&three().state, cx), cx.words).all().join("\n")
    });
    assert_snapshot!(lines, @r#"
    Lancio collezione invernale · mar 24 nov 18:30
    il tuo testo
    tu: La lana torna a casa.
    tu: Vi aspettiamo in bottega. La lana è tornata.
    1/3 · ironico · clienti · IG, ✦ llama3.2
    IA: La lana è tornata.
    IA: Ha perso il treno, ma è arrivata.
    IA: Da lunedì 24 la trovi in bottega: tre colori, quaranta gomitoli.
    IA: #lana #bottegaaurora
    2/3 · ironico · clienti · IG, ✦ llama3.2
    IA: Tre colori nuovi.
    IA: Li abbiamo tinti noi, a mano.
    3/3 · ironico · clienti · IG · cifra
    3/3: sta scrivendo…
    1/3, frase 3 di 4, IA: Da lunedì 24 la trovi in bottega: tre colori, quaranta gomitoli.
    ? nessun fatto conferma «lunedì 24», «tre colori», «quaranta gomitoli»
    Si conferma nel testo: M-t, M-f
    3 da verificare
    "#);
}

#[test]
fn a_click_finds_the_sentence_it_was_drawn_on() {
    let story = three();
    let screen = Rect::new(0, 2, 120, 16);
    let words = "Da lunedì 24";
    let drawn = drawn(&story, Language::Italian, (120, 16));
    let row = drawn.lines().position(|line| line.contains(words)).expect("there") as u16 + 2;
    let line = drawn.lines().nth(row as usize - 2).expect("there");
    let before = line.split(words).next().expect("before");
    let column = crate::text::width(before) as u16;
    let mouse = |clicks| Mouse { kind: MouseKind::Down, column, row, clicks, shift: false };
    let hit = |clicks| {
        with(&story, Language::Italian, (120, 16), |cx| {
            hit(&story.state, cx, screen, &mouse(clicks))
        })
    };
    let target = Target::Sentence { pane: story.state.focus, sentence: 2 };
    assert_eq!(hit(1), Some(Action::Point(target.clone())));
    assert_eq!(hit(2), Some(Action::OpenAt(target)));
}

#[test]
fn on_a_narrow_screen_every_choice_of_the_brief_is_in_sight() {
    let mut story = asking();
    let many = ["caldo", "ironico", "asciutto", "affettuoso", "divulgativo", "istituzionale"];
    story.state.form.tone.keys = many.map(str::to_owned).to_vec();
    for rows in [20, 17] {
        let shown = drawn(&story, Language::Italian, (46, rows));
        for tone in many {
            assert!(shown.contains(tone), "{tone} in {shown}");
        }
        assert!(shown.contains("(127.0.0.1:11434)"), "where the words go: {shown}");
    }
}

#[test]
fn suggestions_out_of_sight_are_counted() {
    let mut story = three();
    story.act(Action::Another).act(Action::Another);
    story.state.focus_on(1);
    let right = drawn(&story, Language::Italian, (120, 16));
    assert!(right.lines().next().is_some_and(|line| line.contains("2›")), "{right}");
    story.state.focus_on(5);
    let left = drawn(&story, Language::Italian, (120, 16));
    assert!(left.lines().next().is_some_and(|line| line.contains("‹2")), "{left}");
}

#[test]
fn a_click_on_a_chip_of_the_brief_chooses_it() {
    let mut story = asking();
    let size = (100, 18);
    let drawn = drawn(&story, Language::Italian, size);
    let row = drawn.lines().position(|line| line.contains("ironico")).expect("there");
    let line = drawn.lines().nth(row).expect("there");
    let column = crate::text::width(line.split("ironico").next().expect("before")) as u16;
    let mouse = Mouse { kind: MouseKind::Down, column, row: row as u16, clicks: 1, shift: false };
    let area = Rect::new(0, 0, size.0, size.1);
    let action = with(&story, Language::Italian, size, |cx| hit(&story.state, cx, area, &mouse));
    story.act(action.expect("a chip"));
    assert_eq!(story.state.form.tone.key(), Some("ironico"));
}

#[test]
fn letters_find_a_choice_of_the_brief_as_it_is_called_in_either_language() {
    use super::super::brief::Field;
    let mut story = asking();
    let size = (46, 20);
    let mut called = |field: Field, language: Language| {
        story.state.form.field = field;
        with(&story, language, size, |cx| choices(&story.state, cx))
    };
    assert_eq!(called(Field::Topic, Language::Italian), None, "there letters are typed");
    let tones = called(Field::Tone, Language::Italian).expect("tones");
    assert_eq!((tones.names[0][0].as_str(), tones.names[1][0].as_str()), ("nessuno", "caldo"));
    assert_eq!(tones.at, 1);
    let channels = called(Field::Channel, Language::English).expect("channels");
    assert_eq!(channels.names[0], ["any"]);
    assert!(channels.names[2].iter().any(|name| name == "LI LinkedIn"), "{channels:?}");
    let notes = called(Field::Notes, Language::Italian).expect("no or yes");
    assert_eq!(notes.names, [["no"], ["sì"]]);

    story.state.form.field = Field::Tone;
    story.act(Action::Toggle).act(Action::ToChoice(2));
    let tone = &story.state.form.tone;
    assert_eq!((tone.at, tone.marked.len()), (Some(1), 1), "what is marked stays marked");
    story.state.form.field = Field::Count;
    story.act(Action::ToChoice(1));
    assert_eq!(story.state.form.sum().each, 2);
}

#[test]
fn what_the_brief_is_about_is_asked_for_below_its_line_and_nothing_is_pushed_out() {
    for language in [Language::Italian, Language::English] {
        for size in [(160, 46), (80, 22), (46, 18), (46, 14)] {
            let mut story = Story::open(World::new(), None, None);
            story.act(Action::Confirm);
            let shown = drawn(&story, language, size);
            let rows: Vec<&str> = shown.lines().collect();
            let topic = rows.iter().position(|row| {
                row.contains(match language {
                    Language::Italian => "Argomento",
                    Language::English => "Topic",
                })
            });
            let below = rows[topic.expect("the topic") + 1];
            let begins = if language == Language::Italian { "Scrivi prima" } else { "Say first" };
            assert!(below.contains(begins), "{size:?}\n{shown}");
            let last = if language == Language::Italian { "Cerco chi" } else { "Looking for" };
            assert!(shown.contains(last), "{size:?}\n{shown}");
            let heard = with(&story, language, size, |cx| {
                plain::drafts(&view(&story.state, cx), cx.words).all().join("\n")
            });
            assert!(heard.contains(begins), "{heard}");
        }
    }
}

#[test]
fn a_low_screen_says_on_which_side_choices_are_out_of_sight() {
    let mut story = asking();
    let many = ["caldo", "ironico", "asciutto", "affettuoso", "divulgativo", "istituzionale"];
    story.state.form.tone.keys = many.map(str::to_owned).to_vec();
    story.state.form.tone.at = Some(0);
    let row = |story: &Story| {
        let shown = drawn(story, Language::Italian, (46, 11));
        shown.lines().find(|line| line.contains("Tono")).expect("the row").to_owned()
    };
    let first = row(&story);
    assert!(first.contains('›') && !first.contains('‹'), "{first}");
    story.state.form.tone.at = Some(5);
    let last = row(&story);
    assert!(last.contains('‹') && last.contains("istituzionale"), "{last}");
}

#[test]
fn the_machines_words_are_dim_and_the_hands_bright_while_typing_and_after() {
    use crate::ui::Role::{Hand, Machine, Text};
    let mut world = World::new();
    let post = world.post("Buongiorno a tutte.");
    world.suggestion(&post, "Ha perso il treno, ma è arrivata.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    let spans = |story: &Story, pane: usize| -> Vec<(String, crate::ui::Role)> {
        with(story, Language::Italian, (120, 16), |cx| {
            let view = view(&story.state, cx);
            let blocks = view.panes[pane].blocks.iter().flat_map(|block| &block.spans);
            blocks.map(|span| (span.text.trim().to_owned(), span.role)).collect()
        })
    };
    let of = |words: &str, role| (words.to_owned(), role);
    let (left, right) = (crate::text::Motion::WordLeft, crate::text::Motion::Start);
    let go = |motion| Action::Go { motion, select: false };
    story.act(Action::Rewrite).act(go(right)).write("Ieri ");
    let typing = spans(&story, 1);
    assert_eq!(typing[0], of("Ieri", Hand), "{typing:?}");
    assert!(typing.iter().any(|(words, role)| words.contains("perso il") && *role == Machine));
    story.act(go(crate::text::Motion::End)).act(go(left)).act(Action::Confirm);
    let rewritten = [of("Ieri", Hand), of("Ha perso il treno, ma è arrivata.", Machine)];
    assert_eq!(spans(&story, 1), rewritten);
    let human = spans(&story, 0);
    assert_eq!(human[0], of("Buongiorno a tutte.", Text));
    assert_eq!(human[1..], rewritten);
}

#[test]
fn the_prompt_of_a_suggestion_from_the_disk_is_said_to_be_another() {
    let mut story = three();
    story.act(Action::ShowPrompt);
    let remarks = crate::domain::Remarks::default();
    story.hear(Event::PromptReady { to: composer(), layers: Vec::new(), remarks });
    let by = &story.state.panes[story.state.focus - 1].source.model;
    for (language, by, nothing) in [
        (Language::Italian, format!("è di ✦ {by}, e il prompt"), "Non parte nulla"),
        (Language::English, format!("is by ✦ {by}, and the prompt"), "Nothing is sent"),
    ] {
        let drawn = drawn(&story, language, (120, 24));
        let line = |wanted: &str| drawn.lines().position(|line| line.contains(wanted));
        assert!(line(&by).is_some() && line(&by) < line(nothing), "{drawn}");
    }
    // What this session asked for is shown as it was sent, where it was sent to anybody.
    for is_ai in [true, false] {
        let mut story = asking();
        story.act(Action::Confirm).act(Action::ShowPrompt);
        story.hear(Event::PromptReady {
            to: crate::vocab::SourceInfo { is_ai, ..composer() },
            layers: Vec::new(),
            remarks: crate::domain::Remarks::default(),
        });
        let drawn = drawn(&story, Language::English, (120, 24));
        assert_eq!(drawn.contains("as it was sent"), is_ai, "{drawn}");
        assert!(!drawn.contains("is not here"), "{drawn}");
    }
}

#[test]
fn what_a_source_lacked_stands_below_its_words_and_why_in_the_prompt() {
    use crate::domain::{Lack, LeftOut, Omission, Remarks, SuggestionSource};
    let mut story = asking();
    story.act(Action::Confirm);
    let job = story.state.panes[0].job();
    let left_out = vec![LeftOut { text: "Vieni\u{202e}!".into(), why: Omission::NoRoom }];
    let remarks = Remarks { lacks: vec![Lack::Facts, Lack::Tone], left_out };
    story.hear(Event::SuggestionEnded {
        job,
        end: StreamEnd::Complete,
        text: ModelText::new("Gomitoli nuovi."),
        hashtags: Vec::new(),
        extras: crate::domain::Extras::default(),
        source: SuggestionSource { remarks: remarks.clone(), ..SuggestionSource::default() },
    });
    let it = drawn(&story, Language::Italian, (160, 16));
    assert!(it.contains("senza fatti, tono ") && it.contains("1 frase lasciata fuori"), "{it}");
    let en = drawn(&story, Language::English, (160, 16));
    assert!(en.contains("no facts, tone ") && en.contains("1 sentence left out"), "{en}");
    story.act(Action::ShowPrompt);
    story.hear(Event::PromptReady { to: composer(), layers: Vec::new(), remarks });
    let it = drawn(&story, Language::Italian, (160, 30));
    assert!(it.contains("Fatti: nessuno di quelli") && it.contains("sulla rete non c’era"), "{it}");
    assert!(it.contains("U+202E") && !it.contains('\u{202e}'), "{it}");
    let en = drawn(&story, Language::English, (160, 30));
    assert!(en.contains("What it left out") && en.contains("no room"), "{en}");
}

#[test]
fn only_this_machine_is_said_to_be_this_machine() {
    let said = |host: &str| {
        let mut story = three();
        story.act(Action::ShowPrompt);
        let layers = vec![crate::domain::Layer::new(crate::domain::LayerKind::Topic, "Scrivi…")];
        let to = SourceInfo { host: Some(host.to_owned()), ..ollama() };
        let remarks = crate::domain::Remarks::default();
        story.hear(Event::PromptReady { to, layers, remarks });
        with(&story, Language::English, (120, 24), |cx| {
            view(&story.state, cx).prompt.expect("the prompt").to
        })
    };
    let here = said("127.0.0.1:11434").replace("127.0.0.1:11434", "");
    for host in ["localhost:8080", "[::1]:8080", "127.8.8.8", "localhost"] {
        assert_eq!(said(host).replace(host, ""), here, "{host}");
    }
    for host in ["localhost.example.org", "127.0.0.1.nip.io:8080", "127.example.org", "10.0.0.1"] {
        assert_ne!(said(host).replace(host, ""), here, "{host}");
    }
}
