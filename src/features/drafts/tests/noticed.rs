//! What the panes say of claims and of the smell of machine.

use super::views::{drawn, with};
use super::*;
use crate::domain::{Id, Post, Severity};
use crate::i18n::Language;
use crate::ui::{Role, plain};
use insta::assert_snapshot;

const TEXT: &str = "La sciarpa costa 95 €. Tre colori, 40 gomitoli in tutto.\n\nNon è solo lana, \
    ma un vero e proprio viaggio. Lasciati conquistare da un'esperienza unica!";

/// A fact speaks against a price, nothing knows of the skeins, and the end smells.
fn noticed() -> Story {
    let mut world = World::new();
    world.workspace.facts = vec![fact("sciarpa", "La sciarpa costa 89 €.")];
    let post = world.post("La lana torna a casa.");
    world.suggestion(&post, TEXT, &[]);
    Story::open(world, Some(&post), None)
}

fn fact(id: &str, text: &str) -> Fact {
    Fact { id: id.into(), text: text.into(), source: None, expires: None }
}

/// The words that look like a role, pane by pane without the human one.
fn looking(story: &Story, role: Role) -> Vec<String> {
    with(story, Language::Italian, (120, 30), |cx| {
        let view = view(&story.state, cx);
        let blocks = view.panes.iter().skip(1).flat_map(|pane| &pane.blocks);
        let spans = blocks.flat_map(|block| &block.spans).filter(|span| span.role == role);
        spans.map(|span| span.text.clone()).collect()
    })
}

#[test]
fn what_speaks_against_the_words_is_warm_and_what_nobody_knows_is_calm() {
    let mut story = noticed();
    let warm = looking(&story, Role::MarkedSpan);
    assert!(warm.contains(&"95 €".to_owned()), "{warm:?}");
    assert!(!warm.iter().any(|words| words.contains("gomitoli")), "{warm:?}");
    let calm = looking(&story, Role::Noticed);
    assert!(calm.iter().any(|words| words.contains("40")), "{calm:?}");
    // What was turned down needs no more looking at.
    story.act(Action::Reject).act(Action::Because(crate::domain::Reason::False));
    assert!(!looking(&story, Role::MarkedSpan).contains(&"95 €".to_owned()));
}

#[test]
fn the_foot_counts_what_is_open_and_the_reason_stands_below_the_sentence() {
    assert_snapshot!(drawn(&noticed(), Language::Italian, (160, 18)), @r#"
    Lancio collezione invernale · mar 24 nov 18:30

    il tuo testo                                                                  │ 1/1 · ironico · clienti · IG                                        ✦ llama3.2
    ───────────────────────────────────────────────────────────────────────────── │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      La lana torna a casa.                                                       │▌! La sciarpa costa 95 €.
                                                                                  │   ! «95 €»: il fatto «sciarpa» dice: La sciarpa costa 89 €.
                                                                                  │   Si conferma nel testo: M-t, M-f
                                                                                  │ ? Tre colori, 40 gomitoli in tutto.
                                                                                  │
                                                                                  │   Non è solo lana, ma un vero e proprio viaggio.
                                                                                  │ ? Lasciati conquistare da un'esperienza unica!
                                                                                  │
                                                                                  │
                                                                                  │
                                                                                  │
                                                                                  │
                                                                                  │
    IG 21/2.200                                                                   │ [0/4]  IG 149/2.200 · 1 smentita · 3 da verificare · sa di macchina: 3
    "#);
    assert_snapshot!(drawn(&noticed(), Language::English, (120, 18)), @r#"
    Lancio collezione invernale · Tue 24 Nov 18:30

    your text                                                 │ 1/1 · ironico · clienti · IG                    ✦ llama3.2
    ───────────────────────────────────────────────────────── │ ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      La lana torna a casa.                                   │▌! La sciarpa costa 95 €.
                                                              │   ! “95 €”: the fact “sciarpa” says: La sciarpa costa 89
                                                              │   €.
                                                              │   Settle it in the text: M-t, M-f
                                                              │ ? Tre colori, 40 gomitoli in tutto.
                                                              │
                                                              │   Non è solo lana, ma un vero e proprio viaggio.
                                                              │ ? Lasciati conquistare da un'esperienza unica!
                                                              │
                                                              │
                                                              │
                                                              │
                                                              │ [0/4]  IG 149/2,200
    IG 21/2,200                                               │ 1 contradicted · 3 to check · smell 3
    "#);
    assert_snapshot!(drawn(&noticed(), Language::Italian, (80, 16)), @r#"
     Lancio collezione invernale · mar 24 nov 18:30

      tuo  [1/1]
     1/1 · ironico · clienti · IG                                        ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    ▌! La sciarpa costa 95 €.
       ! «95 €»: il fatto «sciarpa» dice: La sciarpa costa 89 €.
       Si conferma nel testo: M-t, M-f
     ? Tre colori, 40 gomitoli in tutto.

       Non è solo lana, ma un vero e proprio viaggio.
     ? Lasciati conquistare da un'esperienza unica!



     [0/4]  IG 149/2.200 · 1 smentita · 3 da verificare · sa di macchina: 3
    "#);
    assert_snapshot!(drawn(&noticed(), Language::English, (46, 18)), @r#"
     Lancio collezione invernale · Tue 24 Nov 18…

      yours  [1/1]
     1/1 · ironico · clienti · IG      ✦ llama3.2
     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
    ▌! La sciarpa costa 95 €.
       ! “95 €”: the fact “sciarpa” says: La
       sciarpa costa 89 €.
       Settle it in the text: M-t, M-f
     ? Tre colori, 40 gomitoli in tutto.

       Non è solo lana, ma un vero e proprio
       viaggio.
     ? Lasciati conquistare da un'esperienza
       unica!

     [0/4]  IG 149/2,200
     1 contradicted · 3 to check · smell 3
    "#);
}

#[test]
fn a_fact_that_changes_is_looked_at_at_once_and_what_has_not_changed_is_not() {
    let mut story = noticed();
    let id = story.state.panes[0].id.clone();
    let count = |story: &Story| {
        let notes = story.state.noticed.of(&id).expect("it was looked at");
        (notes.contradicted(), notes.found.as_ptr())
    };
    let (before, place) = count(&story);
    assert_eq!(before, 1);
    story.hear(Event::FolderRead { folder: "posts".into(), entries: vec![], problems: vec![] });
    assert_eq!(count(&story).1, place, "nothing it depends on has changed");
    story.world.workspace.facts = vec![fact("sciarpa", "La sciarpa costa 95 €.")];
    story.hear(Event::FolderRead { folder: "posts".into(), entries: vec![], problems: vec![] });
    assert_eq!(count(&story).0, 0);
}

#[test]
fn what_was_asked_for_counts_as_said() {
    let mut story = noticed();
    let unknown = |story: &Story| {
        let id = &story.state.panes[0].id;
        story.state.noticed.of(id).expect("it was looked at").unknown()
    };
    let before = unknown(&story);
    story.state.panes[0].brief.topic = "Tre colori, 40 gomitoli in tutto".into();
    story.state.notice(&story.world.ctx());
    assert!(unknown(&story) < before, "{before}");
}

#[test]
fn nothing_is_said_of_words_that_still_arrive() {
    let mut story = noticed();
    story.act(Action::Another);
    let job = story.state.panes[1].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("La sciarpa costa 12 €. Da") });
    assert!(!looking(&story, Role::MarkedSpan).contains(&"12 €".to_owned()));
    story.stream(1, "La sciarpa costa 12 €. Da noi.", StreamEnd::Complete);
    assert!(looking(&story, Role::MarkedSpan).contains(&"12 €".to_owned()));
}

#[test]
fn whoever_hears_the_panes_hears_the_reasons_too() {
    let story = noticed();
    with(&story, Language::Italian, (120, 30), |cx| {
        let said = plain::drafts(&view(&story.state, cx), cx.words);
        let notes = said.notes.join("\n");
        assert!(
            notes.contains("! «95 €»: il fatto «sciarpa» dice: La sciarpa costa 89 €"),
            "{notes}"
        );
        assert!(notes.contains("1 smentita · "), "{notes}");
    });
}

#[test]
fn where_a_suggestion_strays_from_the_voice_stands_beside_its_claims() {
    let mut world = World::new();
    let post = world.post("La lana torna a casa.");
    world.suggestion(&post, "🧶 Vieni a vedere i gomitoli nuovi. Quale scegliete?", &[]);
    let mut story = Story::open(world, Some(&post), None);
    let strays = |story: &Story| {
        let notes = story.state.noticed.of(&story.state.panes[0].id).expect("it was looked at");
        let found = notes.found.iter().filter(|found| {
            use crate::domain::FindingKind as F;
            matches!(found.kind, F::OpensUnlikeVoice { .. } | F::ClosesUnlikeVoice { .. })
        });
        found.map(|found| found.severity).collect::<Vec<_>>()
    };
    assert_eq!(strays(&story), [], "nothing was counted yet");
    let mut archive = crate::domain::Archive::new("it");
    let mut old = Post::new(Id::parse("k3f9q7ab").expect("an id"), "Telaio");
    old.when = Some(crate::features::fixture::local("2026-11-02T12:00:00"));
    old.channels = vec!["ig".into()];
    old.text = "Oggi al telaio contiamo i fili. Vi aspettiamo in bottega.".into();
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    old.published.insert("ig".into(), crate::domain::Published { at, url: None });
    (0..12).for_each(|_| archive.add(&old));
    let archive = std::sync::Arc::new(archive);
    story.world.shelf.set_archive(archive.clone());
    story.hear(Event::ArchiveRead(archive));
    assert_eq!(strays(&story), [Severity::Informs; 2]);
}

#[test]
fn a_suggestion_in_another_language_than_the_brief_says_so() {
    let story = |text: &str| {
        let mut world = World::new();
        let post = world.post("La lana torna a casa.");
        world.suggestion(&post, text, &[]);
        Story::open(world, Some(&post), None)
    };
    let english = story("The wool is back in the shop, and it has a border of its own.");
    let it = drawn(&english, Language::Italian, (120, 18));
    assert!(it.contains("è in inglese, ma era stato chiesto in italiano"), "{it}");
    let en = drawn(&english, Language::English, (120, 18));
    assert!(en.contains("in English, though Italian was asked for"), "{en}");
    let italian = story("La lana è tornata in bottega, con un filo grezzo e una sciarpa di lino.");
    let it = drawn(&italian, Language::Italian, (120, 18));
    assert!(!it.contains("era stato chiesto"), "{it}");
}

#[test]
fn a_headline_that_smells_says_so_under_it_and_in_the_foot() {
    let smelling = "Non è solo lana: è un viaggio. Lasciati conquistare!";
    for (language, why) in [
        (Language::Italian, "! Sa di macchina: nel titolo: «Non"),
        (Language::English, "! Smells of machine: in the headline: “Non"),
    ] {
        let mut world = World::new();
        let post = world.post("La lana torna a casa.");
        world.suggestion(&post, "Da lunedì al banco.", &[]);
        let mut own = world.shelf.suggestions(&post)[0].as_ref().clone();
        own.extras.headline = Some(crate::domain::ModelText::new(smelling));
        world.shelf.set_suggestions(post.clone(), vec![own]);
        let story = Story::open(world, Some(&post), None);
        let shown = drawn(&story, language, (160, 24));
        let foot = if language == Language::Italian { "sa di macchina: 2" } else { "smell" };
        assert!(shown.contains(why) && shown.contains(foot), "{shown}");
    }
}

#[test]
fn why_a_suggestion_is_a_fragment_is_read_to_its_end_in_46_columns() {
    use crate::domain::Fragment;
    for language in [Language::Italian, Language::English] {
        for fragment in Fragment::ALL {
            let mut world = World::new();
            let post = world.post("La lana torna a casa.");
            world.suggestion(&post, "Da lunedì al banco. E mez", &["lana"]);
            let mut own = world.shelf.suggestions(&post)[0].as_ref().clone();
            own.fragment = Some(fragment);
            // Another thing to be known stands on the same line.
            own.source.post_hash = Some("an-older-text".into());
            world.shelf.set_suggestions(post.clone(), vec![own]);
            let story = Story::open(world, Some(&post), None);
            let why = with(&story, language, (46, 20), |cx| {
                format!("{} · {}", cx.words.fragment(fragment), cx.words.drafts_stale())
            });
            let shown = drawn(&story, language, (46, 20));
            let joined = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(joined.contains(&why), "{why}\n{shown}");
        }
    }
}

#[test]
fn first_lines_to_choose_from_are_read_one_by_one() {
    let smells = |task: crate::domain::Task| {
        let mut world = World::new();
        let post = world.post("La lana torna a casa.");
        let lines = "La lana torna lunedì.\n\nLa lana ha perso il treno.\n\nLa lana è al banco.\n\n\
                     La lana aspetta in bottega.";
        world.suggestion(&post, lines, &[]);
        let mut own = world.shelf.suggestions(&post)[0].as_ref().clone();
        own.brief.task = task;
        world.shelf.set_suggestions(post.clone(), vec![own]);
        let story = Story::open(world, Some(&post), None);
        let shown = drawn(&story, Language::Italian, (160, 24));
        shown.contains("stessa parola")
    };
    assert!(smells(crate::domain::Task::Draft));
    assert!(!smells(crate::domain::Task::Hooks));
}
