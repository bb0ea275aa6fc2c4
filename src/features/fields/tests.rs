use super::*;
use crate::domain::{
    Change, ChangeSet, Entry, FieldEdit, FieldValue, Label, Part, Post, Published, RelPath,
};
use crate::features::Outcome;
use crate::features::fixture::{Bottega, in_both, local};
use crate::i18n::Language;
use crate::text::Edit;
use crate::ui::{draw_form, plain, render_to_string};
use crate::vocab::{Action, Effect, Event, Scope, Screen, Target, Why};
use insta::assert_snapshot;

const PATH: &str = "posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml";

struct Form {
    bottega: Bottega,
    state: State,
}

impl Form {
    fn of(post: Post) -> Self {
        Self::speaking(Language::Italian, post)
    }

    fn speaking(language: Language, post: Post) -> Self {
        let bottega = Bottega::new(language).with(post.clone());
        let entry: &Entry = bottega.shelf.get(&post.id).expect("on the shelf");
        let state = State::new(entry, &bottega.workspace);
        Self { bottega, state }
    }

    fn on(&mut self, key: Key) -> &mut Self {
        self.state.focus_on(&key);
        self
    }

    fn does(&mut self, action: Action) -> Outcome {
        update(&mut self.state, &action, &self.bottega.ctx())
    }

    /// Replaces what stands in the field in focus.
    fn says(&mut self, text: &str) -> &mut Self {
        self.does(Action::Write(Edit::SelectAll));
        self.does(Action::Write(Edit::Paste(text.into())));
        self
    }

    /// The edits that leaving saves, and the new path.
    fn saved(&mut self) -> (Vec<FieldEdit>, Option<RelPath>) {
        let Outcome::Handled(effects) = self.does(Action::Cancel) else { panic!("handled") };
        assert_eq!(effects.last(), Some(&Effect::Close));
        match effects.first() {
            Some(Effect::Apply(ChangeSet { label: Label::Fields, changes })) => {
                match &changes[..] {
                    [Change::Edit { path, to, edits }] => {
                        assert_eq!(path.as_str(), PATH);
                        (edits.clone(), to.clone())
                    }
                    other => panic!("{other:?}"),
                }
            }
            _ => (Vec::new(), None),
        }
    }
}

fn launch() -> Form {
    Form::of(Bottega::launch())
}

#[expect(clippy::unnecessary_wraps, reason = "as an edit holds it")]
fn text(text: &str) -> Option<FieldValue> {
    Some(FieldValue::Str(text.into()))
}

#[test]
fn a_form_that_was_only_looked_at_leaves_the_file_alone() {
    let mut form = launch();
    assert_eq!(form.saved(), (Vec::new(), None));
}

#[test]
fn leaving_saves_only_what_changed_with_what_it_replaces() {
    let mut form = launch();
    form.on(Key::Title).says("Lancio d’inverno");
    form.on(Key::Link).says(" https://example.org/inverno ");
    let (edits, to) = form.saved();
    let title = text("Lancio collezione invernale");
    assert_eq!(
        edits,
        [
            FieldEdit::replace(&["title"], title, text("Lancio d’inverno")),
            FieldEdit::replace(&["link"], None, text("https://example.org/inverno")),
        ]
    );
    assert_eq!(to, None, "the file keeps its name");
}

#[test]
fn another_week_moves_the_file_and_another_day_of_the_week_does_not() {
    let mut form = launch();
    form.on(Key::When).says("2026-11-26 09:00");
    let (edits, to) = form.saved();
    let when = |text| Some(FieldValue::When(local(text)));
    let from = when("2026-11-24T18:30:00");
    let there = when("2026-11-26T09:00:00");
    assert_eq!(edits, [FieldEdit::replace(&["when"], from, there)]);
    assert_eq!(to, None);

    let mut form = launch();
    form.on(Key::When).says("2026-12-01 09:00");
    let (_, to) = form.saved();
    assert_eq!(to, Some(RelPath::new(PATH.replace("W48", "W49"))));
}

#[test]
fn without_a_time_the_post_goes_back_to_the_ideas() {
    let mut form = launch();
    form.on(Key::When).says("");
    form.does(Action::Write(Edit::DeleteSelection));
    let (edits, to) = form.saved();
    assert!(matches!(&edits[..], [FieldEdit::Replace { to: None, .. }]));
    assert_eq!(to.map(|to| to.parent().to_owned()).as_deref(), Some("ideas"));
}

#[test]
fn a_date_that_means_nothing_is_shown_once_and_then_left_as_it_was() {
    let mut form = launch();
    form.on(Key::When).says("quando capita");
    form.on(Key::Title).says("Altro titolo");
    assert_eq!(form.does(Action::Cancel), Outcome::done(), "still open");
    assert_eq!(form.state.focused().map(|field| &field.key), Some(&Key::When));
    let (edits, _) = form.saved();
    assert_eq!(edits.len(), 1, "the title is saved, the time is not touched");
}

#[test]
fn channels_are_marked_and_bring_their_own_time_and_text() {
    let mut form = launch();
    let own = Key::ChannelWhen("linkedin".into());
    form.on(own.clone()).says("2026-11-25 08:45");
    let (edits, _) = form.saved();
    let when = Some(FieldValue::When(local("2026-11-25T08:45:00")));
    assert_eq!(edits, [FieldEdit::replace(&["variants", "linkedin", "when"], None, when)]);

    let mut form = launch();
    form.on(Key::Channels);
    form.does(Action::Right);
    form.does(Action::Toggle);
    assert!(!form.state.visible().iter().any(|i| form.state.fields[*i].key == own));
    let list = |keys: &[&str]| Some(FieldValue::List(keys.iter().map(|&k| k.into()).collect()));
    let (edits, _) = form.saved();
    assert_eq!(
        edits,
        [FieldEdit::replace(&["channels"], list(&["ig", "linkedin"]), list(&["ig"]))]
    );
}

#[test]
fn one_pillar_takes_the_place_of_another_and_can_be_taken_away() {
    let mut form = launch();
    form.on(Key::Pillar);
    form.does(Action::Point(Target::Choice { row: 3, choice: 1 }));
    assert_eq!(form.state.edited(form.bottega.now).pillar.as_deref(), Some("persone"));
    form.does(Action::Toggle);
    assert_eq!(form.state.edited(form.bottega.now).pillar, None);
}

#[test]
fn labels_and_hashtags_are_lists_without_repeats() {
    let mut form = launch();
    form.on(Key::Labels).says("lancio, inverno , lancio,");
    form.on(Key::Hashtags).says("#lana bottega, #lana");
    let post = form.state.edited(form.bottega.now);
    assert_eq!(post.labels, ["lancio", "inverno"]);
    assert_eq!(post.hashtags, ["lana", "bottega"]);
}

#[test]
fn a_picture_is_added_described_and_removed() {
    let mut form = launch();
    form.on(Key::AddMedium);
    form.does(Action::Confirm);
    form.says("media/2026/lana.jpg");
    form.does(Action::Down);
    form.says("Gomitoli di lana grezza");
    let media = form.state.edited(form.bottega.now).media;
    assert_eq!(media.len(), 1);
    assert_eq!(media[0].alt.as_deref(), Some("Gomitoli di lana grezza"));
    form.does(Action::Remove);
    assert!(form.state.edited(form.bottega.now).media.is_empty());
    assert_eq!(form.does(Action::Remove), Outcome::Disabled(Why::NotHere));
}

#[test]
fn a_path_that_leads_out_of_the_folder_is_refused() {
    let mut form = launch();
    form.on(Key::AddMedium);
    form.does(Action::Confirm);
    for path in ["/etc/passwd", "media/../../x.jpg", "~/foto.jpg"] {
        form.says(path);
        let fault = form.state.first_fault(form.bottega.now).map(|(_, fault)| fault);
        assert_eq!(fault, Some(Fault::NotInFolder), "{path}");
        assert!(form.state.edited(form.bottega.now).media.is_empty());
    }
}

#[test]
fn completing_goes_round_what_other_posts_use() {
    let mut form = launch();
    form.on(Key::Campaign).says("inv");
    form.does(Action::Complete);
    assert_eq!(form.state.edited(form.bottega.now).campaign.as_deref(), Some("inverno-26"));
    form.state.media_files = vec!["media/2026/lana.jpg".into(), "media/2026/telaio.jpg".into()];
    form.on(Key::AddMedium);
    form.does(Action::Confirm);
    form.says("tel");
    form.does(Action::Complete);
    assert_eq!(form.state.edited(form.bottega.now).media[0].path, "media/2026/telaio.jpg");
}

#[test]
fn hashtags_are_offered_with_why_the_best_first() {
    let mut form = launch();
    let mut archive = crate::domain::Archive::new("it");
    let mut old = Bottega::launch();
    (old.channels, old.variants) = (vec!["ig".into()], std::collections::BTreeMap::new());
    old.text = "Sciarpe in fila #lanalenta #telaio".into();
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    old.published.insert("ig".into(), Published { at, url: None });
    (0..2).for_each(|_| archive.add(&old));
    form.bottega.shelf.set_archive(std::sync::Arc::new(archive));
    form.bottega.workspace.voice.never_hashtags = vec!["telaio".into()];
    form.on(Key::Hashtags).says("lanal");
    let note = |form: &Form| {
        let cx = form.bottega.view();
        let rows = view(&form.state, &cx).rows;
        rows.into_iter().map(|row| row.note).find(|note| note.contains("lanalenta"))
    };
    let said = note(&form).expect("an offer");
    assert!(said.contains("lanalenta (") && said.contains("2 post su 2"), "{said}");
    assert!(!said.contains("telaio"), "never offered: {said}");
    form.does(Action::Complete);
    assert_eq!(form.state.edited(form.bottega.now).hashtags, ["lanalenta"]);
    form.says("lanalenta ");
    assert_eq!(note(&form), None, "it stands there already");
}

#[test]
fn a_post_that_went_out_keeps_its_time() {
    let mut post = Bottega::launch();
    let at = "2026-11-24T17:30:04Z".parse().expect("an instant");
    for channel in ["ig", "linkedin"] {
        post.published.insert(channel.into(), Published { at, url: None });
    }
    let mut form = Form::of(post);
    form.on(Key::When);
    let typed = form.does(Action::Write(Edit::Type("x".into())));
    assert_eq!(typed, Outcome::Disabled(Why::AlreadyPublished));
}

#[test]
fn the_editor_opens_on_a_channels_own_text_after_saving() {
    let mut form = launch();
    form.on(Key::Title).says("Altro");
    form.on(Key::OwnText("ig".into()));
    let Outcome::Handled(effects) = form.does(Action::Confirm) else { panic!("handled") };
    let editor = Screen::Editor { post: form.state.post.clone(), channel: Some("ig".into()) };
    assert!(matches!(effects[0], Effect::Apply(_)));
    assert_eq!(effects[1..], [Effect::Close, Effect::Show(editor)]);
}

#[test]
fn what_a_channel_says_beside_its_text_is_written_there_and_only_where_it_has_its_own() {
    let mut post = Bottega::launch();
    post.headline = Some("La lana torna".into());
    let own = post.variants.entry("ig".into()).or_default();
    own.headline = Some("Lana, dal vivo".into());
    own.first_comment = Some("Chi passa?".into());
    let mut form = Form::of(post);
    let visible = |form: &Form, key: &Key| {
        form.state.visible().iter().any(|i| form.state.fields[*i].key == *key)
    };
    assert!(visible(&form, &Key::ChannelHeadline("ig".into())));
    assert!(!visible(&form, &Key::ChannelHeadline("linkedin".into())));
    form.state.focus_on_part(Part::Headline, Some("ig".into()));
    form.says("Lana in diretta");
    form.state.focus_on_part(Part::FirstComment, Some("ig".into()));
    form.says("");
    let (edits, _) = form.saved();
    assert_eq!(
        edits,
        [
            FieldEdit::replace(
                &["variants", "ig", "headline"],
                text("Lana, dal vivo"),
                text("Lana in diretta")
            ),
            FieldEdit::replace(&["variants", "ig", "first_comment"], text("Chi passa?"), None),
        ]
    );
}

#[test]
fn an_untouched_form_follows_the_file_and_a_touched_one_keeps_what_was_typed() {
    let read = Event::FolderRead {
        folder: "posts/2026/W48".into(),
        entries: Vec::new(),
        problems: Vec::new(),
    };
    let mut changed = Bottega::launch();
    changed.campaign = Some("natale-26".into());
    let mut form = launch();
    form.bottega = form.bottega.with(changed.clone());
    on_event(&mut form.state, &read, &form.bottega.ctx());
    assert_eq!(form.state.first.campaign.as_deref(), Some("natale-26"));

    let mut form = launch();
    form.on(Key::Title).says("Mio");
    form.bottega = form.bottega.with(changed);
    on_event(&mut form.state, &read, &form.bottega.ctx());
    let (edits, _) = form.saved();
    assert_eq!(edits.len(), 1, "the campaign of the other hand is not written over");
}

#[test]
fn letters_are_typed_in_lines_and_lead_to_choices() {
    let mut form = launch();
    assert_eq!(scopes(&form.state), [Scope::Fields, Scope::Line, Scope::Form]);
    form.on(Key::AddMedium);
    assert_eq!(scopes(&form.state), [Scope::Fields, Scope::Form]);
    form.on(Key::Pillar);
    assert_eq!(scopes(&form.state), [Scope::Fields, Scope::Choices, Scope::Form]);
    let called = choices(&form.state, &form.bottega.view()).expect("a row of choices");
    assert_eq!(called.names, [["Prodotto"], ["Persone"]], "as they are written there");
    form.does(Action::ToChoice(1));
    let Some(Value::Choice(pillar)) = form.state.focused().map(|field| &field.value) else {
        panic!("a choice")
    };
    assert_eq!((pillar.at, pillar.one().as_deref()), (1, Some("prodotto")), "to mark is Space’s");
}

fn screen(form: &Form, width: u16, height: u16) -> String {
    let view = view(&form.state, &form.bottega.view());
    let theme = &form.bottega.theme;
    render_to_string(width, height, |area, buf| draw_form(&view, area, buf, theme))
}

#[test]
fn the_form_says_what_a_time_is_taken_to_mean() {
    let picture = |language| {
        let mut form = Form::speaking(language, Bottega::launch());
        form.on(Key::When).says("3/12");
        screen(&form, 80, 24)
    };
    assert_snapshot!(in_both(picture), @r#"
    ╭─ Campi · Lancio collezione invernale ────────────────────────────────────────╮
    │ titolo              Lancio collezione invernale                              │
    │ quando              3/12                                                     │
    │                     giovedì 3 dicembre 2026, orario da decidere · C-n:       │
    │                     oppure venerdì 12 marzo 2027, orario da decidere (prima  │
    │                     il giorno o prima il mese)                               │
    │ canali              [ig] [linkedin]                                          │
    │ pilastro            [Prodotto]  Persone                                      │
    │ campagna            inverno-26                                               │
    │ etichette                                                                    │
    │ lingua              [it]  en                                                 │
    │                                                                              │
    │ link                                                                         │
    │ hashtag                                                                      │
    │ titolo video                                                                 │
    │ primo commento                                                               │
    │ IA nei testi         nessuna   aiuta   scrive                                │
    │ note                                                                         │
    │                                                                              │
    │ media               ⏎ aggiunge un’immagine o un video                        │
    │                                                                              │
    │ quando su ig        come gli altri                                           │
    │ testo su ig         quello comune · ⏎ ne scrive un altro                    ▼│
    ╰──────────────────────────────────────────────────────────────────────────────╯
    ╭─ Fields · Lancio collezione invernale ───────────────────────────────────────╮
    │ title             Lancio collezione invernale                                │
    │ when              3/12                                                       │
    │                   Thursday 3 December 2026, hour to be set · C-n: or Friday  │
    │                   12 March 2027, hour to be set (day or month first)         │
    │ channels          [ig] [linkedin]                                            │
    │ pillar            [Prodotto]  Persone                                        │
    │ campaign          inverno-26                                                 │
    │ labels                                                                       │
    │ language          [it]  en                                                   │
    │                                                                              │
    │ link                                                                         │
    │ hashtags                                                                     │
    │ headline                                                                     │
    │ first comment                                                                │
    │ AI in texts        none   helped   wrote                                     │
    │ notes                                                                        │
    │                                                                              │
    │ media             ⏎ adds a picture or a video                                │
    │                                                                              │
    │ when on ig        as the others                                              │
    │ text on ig        the common one · ⏎ writes another                          │
    │                                                                             ▼│
    ╰──────────────────────────────────────────────────────────────────────────────╯
    "#);
    let mut form = launch();
    form.on(Key::When).says("3/12 alle 9");
    let said =
        plain::form(&view(&form.state, &form.bottega.view()), form.bottega.view().words).all();
    assert_snapshot!(said[..5].join("\n"), @r#"
    Campi · Lancio collezione invernale
    1. titolo: Lancio collezione invernale
    2. quando: 3/12 alle 9; giovedì 3 dicembre 2026, 09:00 · C-n: oppure venerdì 12 marzo 2027, 09:00 (prima il giorno o prima il mese)
    3. canali: ig; linkedin
    4. pilastro: Prodotto. anche: Persone
    "#);
}

#[test]
fn on_a_narrow_screen_the_field_in_focus_is_in_sight() {
    let picture = |language| {
        let mut form = Form::speaking(language, Bottega::launch());
        form.on(Key::Link).says("esempio.org");
        form.on(Key::OwnText("linkedin".into()));
        screen(&form, 46, 20)
    };
    assert_snapshot!(in_both(picture), @r#"
    ╭─ Campi · Lancio collezione invernale ──────╮
    │                 Un indirizzo comincia con ▲│
    │                 https://                   │
    │ hashtag                                    │
    │ titolo video                               │
    │ primo commento                             │
    │ IA nei testi     nessuna   aiuta   scrive  │
    │ note                                       │
    │                                            │
    │ media           ⏎ aggiunge un’immagine o   │
    │                 un video                   │
    │                                            │
    │ quando su ig    come gli altri             │
    │ testo su ig     quello comune · ⏎ ne       │
    │                 scrive un altro            │
    │                                            │
    │ quando su link… come gli altri             │
    │ testo su linke… quello comune · ⏎ ne       │
    │                 scrive un altro            │
    ╰────────────────────────────────────────────╯
    ╭─ Fields · Lancio collezione invernale ─────╮
    │                 An address begins with    ▲│
    │                 https://                   │
    │ hashtags                                   │
    │ headline                                   │
    │ first comment                              │
    │ AI in texts      none   helped   wrote     │
    │ notes                                      │
    │                                            │
    │ media           ⏎ adds a picture or a      │
    │                 video                      │
    │                                            │
    │ when on ig      as the others              │
    │ text on ig      the common one · ⏎ writes  │
    │                 another                    │
    │                                            │
    │ when on linked… as the others              │
    │ text on linked… the common one · ⏎ writes  │
    │                 another                    │
    ╰────────────────────────────────────────────╯
    "#);
}

#[test]
fn a_claim_in_a_field_is_said_below_it() {
    let mut post = Bottega::launch();
    post.first_comment = Some("Costa 79 €".into());
    let mut form = Form::of(post);
    form.on(Key::Headline).says("Sciarpa a 69 €");
    let cx = form.bottega.view();
    let rows = super::view::view(&form.state, &cx).rows;
    let said: Vec<_> =
        rows.iter().filter(|row| !row.note.is_empty()).map(|row| &row.note).collect();
    let open = |quote: &str| format!("«{quote}»: nessun fatto ha questo prezzo");
    assert!(said.contains(&&open("69 €")) && said.contains(&&open("79 €")), "{said:?}");
}

#[test]
fn what_smells_of_machine_in_a_field_is_said_below_it() {
    let mut form = Form::of(Bottega::launch());
    form.on(Key::Headline).says("Non è solo un plaid: è un viaggio. Lasciati avvolgere!");
    let cx = form.bottega.view();
    let rows = super::view::view(&form.state, &cx).rows;
    let said: Vec<_> = rows.iter().map(|row| format!("{}{}", row.error, row.note)).collect();
    let here = |said: &&String| said.contains("«Non è solo un plaid: è");
    assert_eq!(said.iter().filter(here).count(), 1, "{said:?}");
}

#[test]
fn ai_that_helped_outside_is_declared_and_taken_back() {
    let mut form = launch();
    form.on(Key::Ai);
    form.does(Action::ToChoice(1));
    form.does(Action::Toggle);
    let (edits, _) = form.saved();
    assert_eq!(edits, [FieldEdit::replace(&["ai"], None, text("assisted"))]);
    let mut form = Form::of(Post { ai: Some(crate::domain::Ai::Assisted), ..Bottega::launch() });
    form.on(Key::Ai);
    form.does(Action::Toggle);
    let (edits, _) = form.saved();
    assert_eq!(edits, [FieldEdit::replace(&["ai"], text("assisted"), None)]);
}

#[test]
fn whether_it_looks_real_is_asked_of_a_picture_of_ais_alone() {
    use crate::domain::{Medium, MediumSource};
    let shown = |form: &Form| {
        let visible = form.state.visible();
        visible.iter().any(|i| form.state.fields[*i].key == Key::MediumRealistic(0))
    };
    let mut post = Bottega::launch();
    let camera = Medium { source: MediumSource::Camera, ..Medium::new("media/lana.jpg") };
    post.media = vec![camera.clone()];
    let mut form = Form::of(post);
    assert!(!shown(&form));
    form.on(Key::MediumSource(0));
    form.does(Action::ToChoice(2));
    form.does(Action::Toggle);
    assert!(shown(&form), "{:?}", form.state.focused());
    form.on(Key::MediumRealistic(0));
    form.does(Action::Toggle);
    let (edits, _) = form.saved();
    let real = Medium { source: MediumSource::Ai, realistic: Some(true), ..camera.clone() };
    let media = |medium: &Medium| Some(FieldValue::media(std::slice::from_ref(medium)));
    assert_eq!(edits, [FieldEdit::replace(&["media"], media(&camera), media(&real))]);
}
