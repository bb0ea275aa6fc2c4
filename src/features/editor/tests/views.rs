use super::*;
use crate::features::ViewCtx;
use crate::ui::render_to_string;
use crate::vocab::{Mouse, MouseKind};
use insta::assert_snapshot;

/// Does something with the view of a story on a screen of a size.
fn with<T>(
    story: &Story,
    language: Language,
    (width, height): (u16, u16),
    f: impl FnOnce(&ViewCtx) -> T,
) -> T {
    let words = crate::features::fixture::words(language);
    let ctx = Ctx { pane: Pane { width, height }, ..story.world.ctx() };
    f(&ViewCtx { ctx, words: &words, theme: &story.world.theme, hints: &[] })
}

fn drawn(story: &Story, language: Language, size: (u16, u16)) -> String {
    with(story, language, size, |cx| {
        let view = view(&story.state, cx);
        render_to_string(size.0, size.1, |area, buf| draw(&view, area, buf, cx.theme))
    })
}

fn autumn() -> Story {
    let text = "La lana torna a casa.\n\nDa lunedì in bottega tre colori nuovi, tinti a mano da \
        @marta nel cortile di via dei Telai; passate a toccarla, che dalle foto non si capisce.\
        \u{202e}\n\n#lana #bottegaaurora";
    let mut story = Story::on(text);
    story.world.workspace.voice.hashtags = vec!["lanabuona".into(), "lanalenta".into()];
    story
}

#[test]
fn a_text_from_right_to_left_says_in_which_order_it_stands() {
    let story = Story::on("Benvenuti, שלום a tutti.");
    for (language, said) in [
        (Language::Italian, "Le lettere che si leggono da destra stanno qui"),
        (Language::English, "Letters that run right to left stand here"),
    ] {
        let drawn = drawn(&story, language, (120, 14));
        assert!(drawn.contains(said), "{drawn}");
    }
    assert!(!self::drawn(&autumn(), Language::English, (120, 14)).contains("right to left"));
}

#[test]
fn reasons_stand_beside_the_words_and_the_fold_is_marked() {
    assert_snapshot!(drawn(&autumn(), Language::Italian, (120, 14)), @r#"
     [comune]  IG   LI                                                                                              salvato
     ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      La lana torna a casa.

    ? Da lunedì in bottega tre colori nuovi, tinti a mano da @marta nel cortile di  «lunedì»: nessun fatto ha questa data
    ! via dei Telai; passate a toccarla, che dalle foto non si capisce.⟨U+202E⟩     Un carattere invisibile o di controllo
                                                                                    nel testo
    ? #lana #bottegaaurora                                                          da qui si legge solo con «altro»
                                                                                    «tre colori»: nessun fatto ha questa
                                                                                    cifra
                                                                                    «@marta»: non è tra gli account del
                                                                                    brand
     IG 188/2.200 ▏125  LI 188/3.000 ▏140
    "#);
    assert_snapshot!(drawn(&autumn(), Language::English, (46, 14)), @r#"
     [common]  IG   LI                      saved
     ────────────────────────────────────────────
      La lana torna a casa.

    ? Da lunedì in bottega tre colori nuovi,
    ? tinti a mano da @marta nel cortile di via
    ┄ dei Telai; passate a toccarla, che dalle
    ! foto non si capisce.⟨U+202E⟩

    ? #lana #bottegaaurora


     IG 188/2,200 ▏125  LI 188/3,000 ▏140
     One invisible or control character in the…
    "#);
}

#[test]
fn completions_open_below_the_word() {
    let mut story = autumn();
    story.room = Pane { width: 80, height: 16 };
    story.write(" #lana");
    assert_snapshot!(drawn(&story, Language::English, (80, 16)), @r#"
     [common]  IG   LI                                                      unsaved
     ──────────────────────────────────────────────────────────────────────────────
      La lana torna a casa.

    ? Da lunedì in bottega tre colori nuovi, tinti a      “lunedì”: no fact has this
    ? mano da @marta nel cortile di via dei Telai;        date
    ┄ passate a toccarla, che dalle foto non si           from here on behind “more”
    ! capisce.⟨U+202E⟩                                    One invisible or control
                                                          character in the text
    ? #lana #bottegaaurora #lana                          “tre colori”: no fact has
                        >#lanabuona  on the brand’s list  this figure
                         #lanalenta  on the brand’s list  “@marta”: not one of the
                                                          brand’s accounts
                                                          “via dei Telai”: no fact …
     IG 194/2,200 ▏125  LI 194/3,000 ▏140
    "#);
}

#[test]
fn every_completion_says_why_at_every_width() {
    for size in [(160, 48), (120, 36), (80, 24), (46, 20)] {
        let mut story = autumn();
        story.room = Pane { width: size.0, height: size.1 };
        story.write(" #lana");
        let shown = drawn(&story, Language::Italian, size);
        assert!(shown.contains(">#lanabuona"), "{size:?}\n{shown}");
        assert!(shown.contains("nella lista del brand"), "{size:?}\n{shown}");
    }
    let mut story = autumn();
    story.room = Pane { width: 30, height: 12 };
    story.write(" #lana");
    let shown = drawn(&story, Language::Italian, (30, 12));
    assert_eq!(shown.matches("nella lista del brand").count(), 1, "only the chosen one's\n{shown}");
    with(&story, Language::English, (30, 12), |cx| {
        let heard = plain(&story.state, cx);
        assert_eq!(
            heard.here.last().map(String::as_str),
            Some("1. #lanabuona, on the brand’s list")
        );
    });
}

#[test]
fn two_texts_that_do_not_merge_are_compared_and_the_typed_one_stays() {
    let mut story = Story::on("La lana torna a casa.");
    story.act(Action::Write(Edit::DeleteBack)).write(", finalmente.");
    story.elsewhere(|post| post.text = "La lana è tornata a casa.".into());
    assert_snapshot!(drawn(&story, Language::Italian, (80, 12)), @r#"
    [comune]  IG   LI                                                   da salvare
    ──────────────────────────────────────────────────────────────────────────────
     La lana torna a casa, finalmente.



    ━━ Intanto è cambiato anche su disco ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    [1 tieni il mio]  2 prendi quello su disco   3 tutti e due, il mio sopra
     La lana [-torna-]{+è tornata+} a casa[-, finalmente-].

    IG 33/2.200  LI 33/3.000
    "#);
}

#[test]
fn unsaved_texts_are_listed_with_what_they_would_change() {
    let mut story = Story::on("La lana torna a casa.");
    let at = "2026-11-21T18:00:00Z".parse().expect("an instant");
    let text = "La lana torna a casa.\n\nFinalmente.".into();
    story.state = State::recovered(vec![Recovered { key: key(None), text, at }]);
    assert_snapshot!(drawn(&story, Language::English, (80, 12)), @r#"
    One text left unsaved

    Lancio collezione invernale                                 Sat 21 Nov 19:00

    ────────────────────────────────────────────────────────────────────────────
    Against the disk: [-gone-] {+new+}
    La lana torna a casa.

    {+Finalmente.+}


    ⏎ keep this text   x discard it   Esc later
    "#);
    assert_snapshot!(lines(&story), @r#"
    One text left unsaved
    1. Lancio collezione invernale, Sat 21 Nov 19:00
    1. Lancio collezione invernale, Sat 21 Nov 19:00
    Against the disk: [-gone-] {+new+}
    La lana torna a casa.
    {+Finalmente.+}
    ⏎ keep this text   x discard it   Esc later
    "#);
}

#[test]
fn as_lines_the_text_comes_with_its_counters_and_what_was_noticed() {
    assert_snapshot!(lines(&autumn()), @r#"
    Text: common
    common. also: IG; LI
    La lana torna a casa.

    Da lunedì in bottega tre colori nuovi, tinti a mano da @marta nel cortile di via dei Telai; passate a toccarla, che dalle foto non si capisce.⟨U+202E⟩

    #lana #bottegaaurora
    ! “lunedì”: no fact has this date
    ! “tre colori”: no fact has this figure
    ! “@marta”: not one of the brand’s accounts
    ! “via dei Telai”: no fact has this name
    ! One invisible or control character in the text
    ! “#lana”: not one of the brand’s hashtags
    "#);
}

fn lines(story: &Story) -> String {
    with(story, Language::English, (60, 20), |cx| plain(&story.state, cx).all().join("\n"))
}

#[test]
fn a_click_goes_to_the_letter_it_was_drawn_on() {
    let mut story = autumn();
    let area = ratatui::layout::Rect::new(3, 5, 80, 16);
    let mouse =
        Mouse { kind: MouseKind::Down, column: 3 + 2 + 3, row: 5 + 2, clicks: 1, shift: false };
    let action =
        with(&story, Language::Italian, (80, 16), |cx| hit(&story.state, cx, area, &mouse));
    story.act(action.expect("a place in the text"));
    assert_eq!(story.writing().tab().buffer.cursor(), 3, "before the l of lana");
}

#[test]
fn a_click_on_a_tab_goes_to_that_channel() {
    let mut story = autumn();
    let size = (80, 16);
    let column = drawn(&story, Language::Italian, size).find("IG").expect("a tab") as u16;
    let area = ratatui::layout::Rect::new(0, 0, size.0, size.1);
    let mouse = Mouse { kind: MouseKind::Down, column, row: 0, clicks: 1, shift: false };
    let action = with(&story, Language::Italian, size, |cx| hit(&story.state, cx, area, &mouse));
    story.act(action.expect("a tab"));
    assert_eq!(story.writing().tab().channel.as_deref(), Some("ig"));
}

fn thread() -> Story {
    let post = Post { channels: vec!["bs".into(), "ig".into()], ..launch_with("") };
    let mut story = Story::of(post, None);
    let channel = |key: &str, network: &str| crate::domain::Channel {
        key: key.into(),
        network: network.into(),
        account: None,
        short: None,
        limit: None,
        slots: Vec::new(),
    };
    story.world.workspace.channels = vec![channel("bs", "bluesky"), channel("ig", "instagram")];
    story.write("La lana torna a casa.").act(Action::Write(Edit::Break));
    story.write("Da martedì è in bottega.").act(Action::Write(Edit::Break)).write("Vieni?");
    story
}

#[test]
fn messages_are_parted_by_a_rule_and_counted_each_by_itself() {
    let mut story = thread();
    story.room = Pane { width: 60, height: 12 };
    assert_snapshot!(drawn(&story, Language::Italian, (60, 12)), @r#"
    [comune]  BS   IG                               da salvare
    ──────────────────────────────────────────────────────────
     La lana torna a casa.
     ── 2/3 ──
     Da martedì è in bottega.
     ── 3/3 ──
     Vieni?



    IG 55/2.200  BS 3/3 6/300
    "#);
    story.go(Motion::Up);
    assert!(drawn(&story, Language::Italian, (60, 12)).contains("BS 2/3 24/300"));
    story.write(&" lana".repeat(60)).go(Motion::Down);
    assert!(drawn(&story, Language::Italian, (60, 12)).contains("!BS 2/3 324/300"));
}

#[test]
fn a_thread_is_heard_with_the_number_of_every_message() {
    let heard = with(&thread(), Language::Italian, (60, 12), |cx| {
        plain(&thread().state, cx).typing.expect("a text")
    });
    let text = "La lana torna a casa.\nmessaggio 2 di 3\nDa martedì è in bottega.\n\
                messaggio 3 di 3\nVieni?";
    assert_eq!((heard.text.as_str(), heard.cursor), (text, text.len()));
}

#[test]
fn a_click_chooses_an_unsaved_text_a_second_one_keeps_it_and_the_wheel_goes_through() {
    let mut story = Story::on("La lana torna a casa.");
    let at = "2026-11-21T18:00:00Z".parse().expect("an instant");
    let text = |channel, text: &str| Recovered { key: key(channel), text: text.into(), at };
    story.state = State::recovered(vec![text(None, "La lana."), text(Some("ig"), "Eccola.")]);
    let area = ratatui::layout::Rect::new(0, 1, 80, 20);
    let mouse = |story: &mut Story, kind, row, clicks| {
        let mouse = Mouse { kind, column: 6, row, clicks, shift: false };
        let hit =
            with(story, Language::Italian, (80, 20), |cx| hit(&story.state, cx, area, &mouse));
        story.act(hit.expect("something stands there"));
    };
    let list = |story: &Story| match &story.state {
        State::Rescue(rescue) => (rescue.selected, rescue.scroll, rescue.sent.len()),
        State::Writing(_) => panic!("the list is open"),
    };
    mouse(&mut story, MouseKind::Down, 4, 1);
    assert_eq!(list(&story), (1, 0, 0), "the second row is chosen, nothing is written");
    mouse(&mut story, MouseKind::WheelUp, 4, 1);
    assert_eq!(list(&story), (0, 0, 0), "over the list the wheel chooses");
    mouse(&mut story, MouseKind::WheelDown, 12, 1);
    assert_eq!(list(&story), (0, 3, 0), "over the comparison it scrolls");
    mouse(&mut story, MouseKind::Down, 3, 2);
    assert_eq!(list(&story).2, 1, "the chosen text is on its way to the file");
}

#[test]
fn where_a_text_strays_from_the_voice_is_a_note_beside_the_words() {
    let mut story = Story::on("🧶 Vieni a vedere i gomitoli nuovi in bottega.");
    let mut old = launch_with("Oggi al telaio contiamo i fili. Vi aspettiamo in bottega.");
    (old.channels, old.variants) = (vec!["ig".into()], std::collections::BTreeMap::new());
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    old.published.insert("ig".into(), crate::domain::Published { at, url: None });
    let mut archive = crate::domain::Archive::new("it");
    (0..12).for_each(|_| archive.add(&old));
    let said = "Comincia con un’emoji: lo fanno 0 post su 12";
    let squeezed = |story: &Story| {
        let shown = drawn(story, Language::Italian, (160, 14));
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(!squeezed(&story).contains(said));
    let archive = std::sync::Arc::new(archive);
    story.world.shelf.set_archive(archive.clone());
    story.hear(&crate::vocab::Event::ArchiveRead(archive));
    assert!(squeezed(&story).contains(said), "{}", drawn(&story, Language::Italian, (160, 14)));
}

#[test]
fn a_text_in_another_language_than_the_post_says_so_with_the_key() {
    let text = "The scarf is back in the shop, and it has a new border of raw wool.";
    let story = Story::of(Post { lang: Some("it".into()), ..launch_with(text) }, None);
    for size in [(46, 14), (59, 20), (100, 20)] {
        let shown = drawn(&story, Language::Italian, size);
        assert!(shown.contains("Testo in inglese, post in italiano: M-l"), "{shown}");
    }
    let english = Story::of(Post { lang: Some("en".into()), ..launch_with(text) }, None);
    let shown = drawn(&english, Language::Italian, (100, 20));
    assert!(shown.contains("Un post in inglese: M-l cambia lingua"), "{shown}");
}

#[test]
fn every_reason_is_said_whole_below_the_text_where_no_margin_is() {
    let story = Story::on("Tre colori nuovi, tinti a mano a 12 € il gomitolo da Marta.");
    let shown = drawn(&story, Language::Italian, (46, 18));
    let told = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("? «Tre colori»: nessun fatto ha questa cifra"), "{shown}");
    assert!(told.contains("«12 €»: nessun fatto ha questo prezzo"), "{shown}");
}
