use super::*;
use crate::features::calendar::{Cursor, Grid, hit, needs, plain, view};
use crate::features::fixture::in_both;
use crate::features::{Pane, ViewCtx};
use crate::ui::{FooterView, HeaderView, Hint, layout, render_to_string};
use crate::vocab::{Mouse, MouseKind, Target};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

fn hints(b: &Bottega) -> Vec<Hint> {
    let hint = |keys: &str, say: &str, action| Hint {
        keys: keys.into(),
        label: b.words.by_key(say),
        action,
    };
    vec![
        hint("⏎", "key-open", Action::Open),
        hint("a", "key-drafts", Action::Drafts),
        hint("m", "key-move", Action::Move),
        hint("n", "key-new", Action::New),
    ]
}

/// The whole screen, as the app puts it together.
fn draw(state: &State, b: &Bottega, area: Rect, buf: &mut Buffer) {
    let frame = layout::frame(area);
    let hints = hints(b);
    let pane = Pane { width: frame.body.width, height: frame.body.height };
    let ctx = Ctx { pane, ..b.ctx() };
    let cx = ViewCtx { ctx, words: &b.words, theme: &b.theme, hints: &hints };
    let around = crate::features::calendar::Around {
        branch: Some("main"),
        changed: 3,
        ahead: 1,
        source: Some(("ollama", true)),
        ..Default::default()
    };
    let header: HeaderView = crate::features::calendar::header(state, &around, &cx);
    header.draw(frame.header, buf, &b.theme);
    view(state, &Grid::of(state, &cx.ctx), &cx).draw(frame.body, buf, &b.theme);
    let footer = FooterView {
        toast: None,
        needs: needs(state, &Grid::of(state, &cx.ctx), &cx),
        hints: hints.clone(),
    };
    footer.draw(frame.footer, buf, &b.theme);
}

fn screen(state: &State, b: &Bottega, width: u16, height: u16) -> String {
    render_to_string(width, height, |area, buf| draw(state, b, area, buf))
}

#[test]
fn with_room_the_ideas_the_week_and_the_post_stand_side_by_side() {
    let b = broken(suggested(bottega(Language::Italian), "nvm00000"));
    let state = opened(&b.ctx());
    insta::assert_snapshot!(screen(&state, &b, 160, 24), @r#"
     Palinsesto · Bottega Aurora                                 ‹ settimana 48 · 23–29 novembre 2026 ›                   Europe/Rome +01   ⎇ main ✎3 ↑1   ✦ ollama

     1 idea                        lun 23       mar 24       mer 25 oggi  gio 26       ven 27       sab 28       dom 29       mer 25 nov 12:30
    ───────────────────── ──────────────────────────────────━━━━━━━━━━━━────────────────────────────────────────────────────────────────────────────────────────────
     · Dietro le quinte  │ ! saldi.toml:3:8: «title» è scritto due volte                                                    │ Promo week
       del telaio        │ 08–09 │            │ 08:45 « LI │            │ 08:30 ? LI │            │            │            │ ~ programmato
       IG                │       │            │ Chi tesse  │            │ Un numero, │            │            │            │ Instagram
                         │       │            │ la lana    │            │ tre mani   │            │            │            │
                         │       │            │            │            │            │            │            │            │ Promo week. Da lunedì in bottega, con
                         │       │            │            │            │            │            │            │            │ #lana e pazienza.
                         │ ···   │            │            │ 10:24 ─────│            │            │            │            │ ─────────────────────────────────────
                         │ 12–13 │ 12:15 ● IG │            │ 12:30 ~ IG │            │ 12:30 ○ IG │            │            │ IG 55/2.200
                         │       │ Gomitoli   │            │ Promo week │            │            │            │            │
                         │       │            │            │            │            │            │            │            │
                         │       │            │            │            │            │            │            │            │
                         │ ···   │            │            │            │            │            │            │            │
                         │ 18–19 │            │ 18:30 «    │            │            │ 18:00 ~    │            │            │
                         │       │            │ Lancio     │            │            │ Tinture    │            │            │
                         │       │            │ collezione │            │            │ naturali:  │            │            │
                         │       │            │ invernale  │            │            │ il blu del │            │            │
                         │       │            │ IG LI      │            │            │ guado 🧶   │            │            │
                         │       │            │            │            │            │ IG LI      │            │            │
     ▸ 1 file da sistemare   ▸ 2 post in ritardo   ▸ 1 suggerimento da valutare   ▸ 1 idea
     ⏎ apri   a bozze   m sposta   n nuovo
    "#);
}

#[test]
fn what_stands_against_several_texts_of_a_post_is_told_once_with_their_channels() {
    use crate::domain::{ClaimKind, Finding, FindingKind, Ground, Part, Severity, Standing};
    let mut b = bottega(Language::Italian);
    let mut entry = b.shelf.get(&post("pr0m0000")).expect("a post").as_ref().clone();
    entry.post.channels.push("linkedin".into());
    let own = crate::domain::Variant { text: Some("Altro.".into()), ..Default::default() };
    entry.post.variants.insert("linkedin".into(), own);
    let claim = |channel: Option<&str>| {
        let kind = FindingKind::Claim {
            kind: ClaimKind::Price,
            quote: "95 €".into(),
            standing: Standing::Contradicted { by: Ground::Brand, said: "89 €".into() },
            part: Part::Text,
            medium: None,
            reopened: None,
        };
        let channel = channel.map(str::to_owned);
        Finding { channel, span: Some(0..4), ..Finding::of_file(kind, Severity::Warns) }
    };
    entry.findings = vec![claim(None), claim(Some("linkedin"))];
    b.shelf.put(entry);
    let state = opened(&b.ctx());
    let seen = screen(&state, &b, 160, 30);
    assert_eq!(seen.matches("«95 €»").count(), 1, "{seen}");
    let flat: String = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("(Instagram") && flat.contains("LinkedIn)"), "{seen}");
}

#[test]
fn at_120_columns_the_inspector_stands_beside_the_week() {
    let b = suggested(bottega(Language::English), "nvm00000");
    let state = opened(&b.ctx());
    insta::assert_snapshot!(screen(&state, &b, 120, 24), @r#"
     Palinsesto · Bottega Aurora               ‹ week 48 · 23–29 November 2026 ›  Europe/Rome +01   ⎇ main ✎3 ↑1   ✦ ollama

            Mon 23     Tue 24     Wed 25     Thu 26     Fri 27     Sat 28     Sun 29      Wed 25 Nov 12:30
    ──────────────────────────────━━━━━━━━━━────────────────────────────────────────────────────────────────────────────────
     08–09 │          │08:45 « LI│          │08:30 ? LI│          │          │          │ Promo week
           │          │Chi tesse │          │Un numero,│          │          │          │ ~ planned
           │          │la lana   │          │tre mani  │          │          │          │ Instagram
           │          │          │          │          │          │          │          │
           │          │          │          │          │          │          │          │ Promo week. Da lunedì in bottega,
     ···   │          │          │10:24 ────│          │          │          │          │ con #lana e pazienza.
     12–13 │12:15 ● IG│          │12:30 ~ IG│          │12:30 ○ IG│          │          │ ─────────────────────────────────
           │Gomitoli  │          │Promo week│          │          │          │          │ IG 55/2,200
           │          │          │          │          │          │          │          │
           │          │          │          │          │          │          │          │
     ···   │          │          │          │          │          │          │          │
     18–19 │          │18:30 «   │          │          │18:00 ~   │          │          │
           │          │Lancio    │          │          │Tinture   │          │          │
           │          │collezione│          │          │naturali: │          │          │
           │          │invernale │          │          │il blu del│          │          │
           │          │IG LI     │          │          │guado 🧶  │          │          │
           │          │          │          │          │IG LI     │          │          │
           │          │          │          │          │          │          │          │
     ▸ 2 posts overdue   ▸ 1 suggestion to decide   ▸ 1 idea
     ⏎ open   a drafts   m move   n new
    "#);
}

#[test]
fn at_80_columns_the_ghost_says_below_where_it_goes() {
    let picture = |language| {
        let b = bottega(language);
        let mut state = opened(&b.ctx());
        does(&mut state, &[Action::Move, Action::Right, Action::Down], &b.ctx());
        screen(&state, &b, 80, 24)
    };
    insta::assert_snapshot!(in_both(picture), @r#"
     Bottega Aurora          ‹ sett. 48 · gio 26 nov 12:45 ›     +01   ⎇ main ✎3 ↑1

    lun 23      mar 24     mer 25 oggi gio 26     ven 27      sab 28     dom 29
    ───────────────────────━━━━━━━━━━━──────────────────────────────────────────────
               │08:45 « LI│           │08:30 ~ LI│           │          │
               │Chi tesse │           │Un numero,│           │          │
               │la lana   │           │tre mani  │           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │          │10:24 ─────│          │           │          │
    12:15 ● IG │          │12:30 ~ IG │┌12:45 ╌╌┐│12:30 ○ IG │          │
    Gomitoli   │          │Promo week │╎Promo w…╎│           │          │
               │          │           │└╌╌╌╌╌╌╌╌┘│           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │18:30 «   │           │          │18:00 ~    │          │
               │Lancio    │           │          │Tinture    │          │
               │collezione│           │          │naturali:  │          │
               │invernale │           │          │il blu del │          │
               │IG LI     │           │          │guado 🧶   │          │
               │          │           │          │IG LI      │          │
     ▸ da mer 25 nov 12:30   ▸ a gio 26 nov 12:45
     ⏎ apri   a bozze   m sposta   n nuovo
     Bottega Aurora           ‹ wk 48 · Thu 26 Nov 12:45 ›       +01   ⎇ main ✎3 ↑1

    Mon 23      Tue 24     Wed 25      Thu 26     Fri 27      Sat 28     Sun 29
    ───────────────────────━━━━━━━━━━━──────────────────────────────────────────────
               │08:45 « LI│           │08:30 ~ LI│           │          │
               │Chi tesse │           │Un numero,│           │          │
               │la lana   │           │tre mani  │           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │          │10:24 ─────│          │           │          │
    12:15 ● IG │          │12:30 ~ IG │┌12:45 ╌╌┐│12:30 ○ IG │          │
    Gomitoli   │          │Promo week │╎Promo w…╎│           │          │
               │          │           │└╌╌╌╌╌╌╌╌┘│           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │          │           │          │           │          │
               │18:30 «   │           │          │18:00 ~    │          │
               │Lancio    │           │          │Tinture    │          │
               │collezione│           │          │naturali:  │          │
               │invernale │           │          │il blu del │          │
               │IG LI     │           │          │guado 🧶   │          │
               │          │           │          │IG LI      │          │
     ▸ from Wed 25 Nov 12:30   ▸ to Thu 26 Nov 12:45
     ⏎ open   a drafts   m move   n new
    "#);
}

#[test]
fn at_60_columns_three_days_stand_under_a_strip_of_the_week() {
    let picture = |language| {
        let b = bottega(language);
        screen(&opened(&b.ctx()), &b, 60, 20)
    };
    insta::assert_snapshot!(in_both(picture), @r#"
     Bottega Aurora   ‹ sett. 48 · mer 25 nov 12:30 ›       +01
     lun 23• mar 24• mer 25• gio 26• ven 27• sab 28  dom 29

             mar 24           mer 25 oggi       gio 26
    ─────────────────────────━━━━━━━━━━━━━━━━━──────────────────
     08–09 │ 08:45 « LI     │                 │ 08:30 ~ LI
           │ Chi tesse la   │                 │ Un numero, tre
           │ lana           │                 │ mani
           │                │                 │
     ···   │                │ 10:24 ──────────│
     12–13 │                │ 12:30 ~ IG      │
           │                │ Promo week      │
           │                │                 │
     ···   │                │                 │
     18–19 │ 18:30 « IG LI  │                 │
           │ Lancio         │                 │
           │ collezione     │                 │
           │ invernale      │                 │
     ▸ 2 post in ritardo   ▸ 1 idea
     ⏎ apri   a bozze   m sposta   n nuovo
     Bottega Aurora   ‹ wk 48 · Wed 25 Nov 12:30 ›          +01
     Mon 23• Tue 24• Wed 25• Thu 26• Fri 27• Sat 28  Sun 29

             Tue 24           Wed 25 today      Thu 26
    ─────────────────────────━━━━━━━━━━━━━━━━━──────────────────
     08–09 │ 08:45 « LI     │                 │ 08:30 ~ LI
           │ Chi tesse la   │                 │ Un numero, tre
           │ lana           │                 │ mani
           │                │                 │
     ···   │                │ 10:24 ──────────│
     12–13 │                │ 12:30 ~ IG      │
           │                │ Promo week      │
           │                │                 │
     ···   │                │                 │
     18–19 │ 18:30 « IG LI  │                 │
           │ Lancio         │                 │
           │ collezione     │                 │
           │ invernale      │                 │
     ▸ 2 posts overdue   ▸ 1 idea
     ⏎ open   a drafts   m move   n new
    "#);
}

#[test]
fn at_46_columns_the_week_is_a_list() {
    let picture = |language| {
        let b = bottega(language);
        screen(&opened(&b.ctx()), &b, 46, 20)
    };
    insta::assert_snapshot!(in_both(picture), @r#"
    Bottega…   ‹ sett. 48 · mer 25 nov 12:30 ›
    lun 23 nov
    12:15 ● Gomitoli                          IG

    mar 24 nov
    08:45 « Chi tesse la lana                 LI
    18:30 « Lancio collezione invernale    IG LI

    mer 25 nov · oggi
    12:30 ~ Promo week                        IG

    gio 26 nov
    08:30 ~ Un numero, tre mani               LI

    ven 27 nov
    12:30 ○ libero                            IG
    18:00 ~ Tinture naturali: il blu del … IG LI

    ▸ 2 post in ritardo   ▸ 1 idea
    ⏎ apri   a bozze   m sposta   n nuovo
    Botteg…   ‹ wk 48 · Wed 25 Nov 12:30 ›   +01
    Mon 23 Nov
    12:15 ● Gomitoli                          IG

    Tue 24 Nov
    08:45 « Chi tesse la lana                 LI
    18:30 « Lancio collezione invernale    IG LI

    Wed 25 Nov · today
    12:30 ~ Promo week                        IG

    Thu 26 Nov
    08:30 ~ Un numero, tre mani               LI

    Fri 27 Nov
    12:30 ○ free                              IG
    18:00 ~ Tinture naturali: il blu del … IG LI

    ▸ 2 posts overdue   ▸ 1 idea
    ⏎ open   a drafts   m move   n new
    "#);
}

#[test]
fn an_empty_week_teaches_and_a_tiny_window_asks_for_room() {
    let mut b = Bottega::new(Language::Italian);
    b.shelf.replace_folder("posts/2026/W47", Vec::new(), Vec::new());
    let state = State::new(b.now.today());
    let shown = screen(&state, &b, 80, 24);
    assert!(shown.contains("Settimana ancora vuota"), "{shown}");
    let shown = screen(&state, &b, 29, 9);
    assert!(shown.contains("Allarga un po"), "{shown}");
}

#[test]
fn the_plain_week_is_one_sentence_a_card() {
    let b = broken(suggested(bottega(Language::Italian), "nvm00000"));
    let mut state = opened(&b.ctx());
    let cx = ViewCtx { ctx: b.ctx(), words: &b.words, theme: &b.theme, hints: &[] };
    assert!(plain(&state, &cx).notes.is_empty(), "the weeks around are still being read");
    state.asked.clear();
    insta::assert_snapshot!(plain(&state, &cx).all().join("\n"), @r#"
    settimana 48 · 23–29 novembre 2026
    lun 23 nov, 12:15, Instagram, pubblicato: Gomitoli
    mar 24 nov, 08:45, LinkedIn, programmato, in ritardo: Chi tesse la lana
    mar 24 nov, 18:30, Instagram, LinkedIn, programmato, in ritardo: Lancio collezione invernale
    mer 25 nov, 12:30, Instagram, programmato: Promo week
    gio 26 nov, 08:30, LinkedIn, programmato, suggerimenti da valutare: Un numero, tre mani
    ven 27 nov, 18:00, Instagram, LinkedIn, programmato: Tinture naturali: il blu del guado 🧶
    posts/2026/W48/saldi.toml:3:8: «title» è scritto due volte
    mer 25 nov, 12:30, Instagram, programmato: Promo week
    1 file da sistemare
    2 post in ritardo
    1 suggerimento da valutare
    1 idea
    "#);
}

#[test]
fn what_is_under_the_mouse_is_what_was_drawn_there() {
    let b = bottega(Language::Italian);
    let state = opened(&b.ctx());
    let cx = ViewCtx { ctx: b.ctx(), words: &b.words, theme: &b.theme, hints: &[] };
    let area = Rect::new(0, 0, 120, 36);
    let grid = Grid::of(&state, &cx.ctx);
    let shown = view(&state, &grid, &cx);
    let text = render_to_string(120, 36, |area, buf| shown.draw(area, buf, &b.theme));
    for (title, key) in [("Gomitoli", "gm1t0000"), ("tre mani", "nvm00000")] {
        let (row, line) =
            text.lines().enumerate().find(|(_, line)| line.contains(title)).expect("the title");
        let before = line.split(title).next().unwrap_or_default();
        let mouse = Mouse {
            kind: MouseKind::Down,
            column: crate::text::width(before) as u16,
            row: row as u16,
            clicks: 1,
            shift: false,
        };
        let action = hit(&state, &cx, area, &mouse);
        let Some(Action::Point(Target::Card { post: id, .. })) = action else {
            panic!("{action:?}")
        };
        assert_eq!(id, post(key));
    }
}

#[test]
fn a_ninth_card_in_one_hour_is_counted_and_stays_in_reach() {
    let mut b = bottega(Language::Italian);
    for i in 0..9_u64 {
        let mut post = Bottega::launch();
        post.id = crate::domain::Ids::from_seed(i).fresh();
        post.title = format!("Gomitolo {i}");
        post.when = Some(local(&format!("2026-11-25T12:4{i}:00")));
        b = b.with(post);
    }
    let mut state = opened(&b.ctx());
    assert!(screen(&state, &b, 120, 30).contains('+'));
    let last = std::array::from_fn::<_, 8, _>(|_| Action::Down);
    does(&mut state, &last, &b.ctx());
    does(&mut state, &[Action::Down], &b.ctx());
    assert!(screen(&state, &b, 120, 30).contains("12:48"));
}

#[test]
fn hostile_titles_are_shown_for_what_they_hold() {
    let mut post = Bottega::launch();
    post.title = "La\u{1b}[31mna\u{202e}".into();
    let b = bottega(Language::Italian).with(post);
    let state = opened(&b.ctx());
    for width in [46, 80, 120, 160] {
        let shown = screen(&state, &b, width, 36);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    }
    assert!(screen(&state, &b, 120, 36).contains('␛'));
}

#[test]
fn the_list_of_a_narrow_screen_says_how_many_cards_lie_out_of_sight() {
    let b = bottega(Language::Italian);
    let mut state = opened(&b.ctx());
    let middle = screen(&state, &b, 46, 12);
    assert!(middle.lines().nth(1).is_some_and(|row| row.ends_with("▲ 1")), "{middle}");
    assert!(middle.lines().nth(10).is_some_and(|row| row.ends_with("▼ 1")), "{middle}");
    let ctx = Ctx { pane: Pane { width: 46, height: 10 }, ..b.ctx() };
    does(&mut state, &[Action::Up, Action::Up, Action::Up], &ctx);
    let top = screen(&state, &b, 46, 12);
    assert!(!top.contains('▲'), "{top}");
}

#[test]
fn of_many_broken_files_the_chosen_one_is_in_sight_and_the_others_are_counted() {
    let mut b = bottega(Language::Italian);
    let path = |n: usize| RelPath::new(format!("posts/2026/W48/rotto-{n:02}.toml"));
    for n in 0..37 {
        let kind = ProblemKind::DuplicateKey { key: "title".into() };
        b.shelf.put_problem(Problem { path: path(n), line: 3, column: 8, kind });
    }
    let mut state = opened(&b.ctx());
    let rows = |shown: &str| shown.matches("rotto-").count();
    let shown = screen(&state, &b, 120, 36);
    assert!(shown.contains("rotto-00"), "{shown}");
    assert!(shown.contains(&format!("+{} altri", 37 - rows(&shown))), "{shown}");
    assert!(shown.contains("altri file: li elenca tutti «palinsesto check»"), "{shown}");
    assert!(rows(&shown) < 6, "the week is what is looked at: {shown}");
    for n in [36, 20] {
        state.cursor = Cursor::Problem { path: path(n), week: state.week() };
        let shown = screen(&state, &b, 120, 36);
        assert!(shown.lines().any(|line| line.contains(&format!("rotto-{n}"))), "{n}: {shown}");
    }
}

#[test]
fn of_several_cards_the_question_says_whose_hour_it_is_about() {
    let mut b = Bottega::new(Language::Italian);
    b.now.utc = "2026-03-10T09:00:00Z".parse().expect("an instant");
    for (key, title, when) in [
        ("m0nd4y00", "Il filo", "2026-03-16T10:00:00"),
        ("s0nd4y00", "Il telaio", "2026-03-22T02:30:00"),
    ] {
        let mut post = crate::domain::Post::new(id(key), title);
        (post.when, post.channels) = (Some(local(when)), vec!["ig".into()]);
        b = b.with(post);
    }
    let mut state = State::new(b.now.today());
    state.cursor = on_card("s0nd4y00", "2026-03-22T02:30:00");
    state.mode = crate::features::calendar::Mode::Range(on_card("m0nd4y00", "2026-03-16T10:00:00"));
    does(&mut state, &[Action::PushWeek], &b.ctx());
    let screen = screen(&state, &b, 160, 40);
    assert!(screen.contains("Il telaio · dom 29 mar 02:30"), "{screen}");
}
