use super::*;
use crate::domain::{
    Channel, Evidence, FindingKind, Id, Pillar, Post, Published, Severity, TagUse, Voice, When,
    Workspace,
};
use chrono_tz::Europe::Rome;

fn bottega() -> Workspace {
    let voice = Voice {
        hashtags: vec!["bottegaaurora".into(), "#TintaInCasa".into()],
        never_hashtags: vec!["followme".into()],
        ..Voice::default()
    };
    Workspace {
        languages: vec!["it".into()],
        channels: vec![Channel {
            key: "ig".into(),
            network: "instagram".into(),
            account: Some("@bottega.aurora".into()),
            short: None,
            limit: None,
            slots: Vec::new(),
        }],
        pillars: vec![Pillar {
            key: "prodotto".into(),
            name: "Prodotto".into(),
            share: None,
            promotes: false,
        }],
        voice,
        ..Workspace::new(id(), "Bottega Aurora", Rome)
    }
}

fn id() -> Id {
    Id::parse("k3f9q7ab").expect("an id")
}

fn published(text: &str, pillar: &str) -> Post {
    let mut post = Post::new(id(), "Un post");
    post.when = Some(When::Local("2026-11-02T12:00:00".parse().expect("a time")));
    post.channels = vec!["ig".into()];
    post.pillar = Some(pillar.into());
    post.text = text.into();
    let at = "2026-11-02T11:00:00Z".parse().expect("an instant");
    post.published.insert("ig".into(), Published { at, url: None });
    post
}

fn archive() -> TagUse {
    TagUse::of(&[
        published("Sciarpe in lana #lana #telaio", "prodotto"),
        published("Una sciarpa al giorno #lana #telaio", "prodotto"),
        published("Coperte #lana", "prodotto"),
        published("Chi tesse: Marta #persone, con @marta.tinge", "persone"),
        published("Buongiorno #passione", "persone"),
    ])
}

fn tags(found: &[Advised]) -> Vec<&str> {
    found.iter().map(|advised| advised.tag.as_str()).collect()
}

fn why<'a>(found: &'a [Advised], tag: &str) -> &'a [Evidence] {
    let advised = found.iter().find(|advised| advised.tag == tag);
    &advised.unwrap_or_else(|| panic!("{tag} in {found:?}")).why
}

#[test]
fn each_hashtag_says_what_speaks_for_it() {
    let proposed = ["filati".to_owned(), "lana".to_owned()];
    let about = About {
        text: "La sciarpa nuova",
        pillar: Some("prodotto"),
        campaign: None,
        lang: None,
        proposed: &proposed,
    };
    let found = advise(&about, &archive(), &bottega());
    let lana = why(&found, "#lana");
    assert!(lana.contains(&Evidence::Pillar { name: "Prodotto".into(), posts: 3, of: 3 }));
    assert!(lana.contains(&Evidence::Word { word: "sciarpa".into(), posts: 2 }), "{lana:?}");
    assert!(lana.contains(&Evidence::Proposed { posts: 3 }));
    assert_eq!(why(&found, "#filati"), [Evidence::Proposed { posts: 0 }]);
    assert_eq!(why(&found, "#bottegaaurora"), [Evidence::Brand]);
    assert_eq!(tags(&found)[0], "#lana");
}

#[test]
fn a_hashtag_in_the_text_calls_those_it_goes_with_and_is_not_offered_again() {
    let about = About { text: "Coperte #Lana", ..About::default() };
    let found = advise(&about, &archive(), &bottega());
    assert!(!tags(&found).contains(&"#lana"));
    let next = Evidence::NextTo { tag: "#lana".into(), posts: 2 };
    assert!(why(&found, "#telaio").contains(&next));
}

#[test]
fn what_fits_anybody_comes_last_and_what_is_never_used_not_at_all() {
    let proposed = ["FollowMe".to_owned(), "crescita".to_owned()];
    let about = About { text: "", proposed: &proposed, ..About::default() };
    let found = advise(&about, &archive(), &bottega());
    let generic: Vec<&str> =
        found.iter().filter(|tag| tag.is_generic()).map(|tag| tag.tag.as_str()).collect();
    assert_eq!(generic, ["#crescita", "#passione"]);
    assert!(tags(&found).ends_with(&generic));
    assert!(!tags(&found).contains(&"#FollowMe"));
}

#[test]
fn what_only_stood_beside_another_language_comes_after() {
    let mut english = published("Wool from Biella #wool #aurora", "prodotto");
    english.lang = Some("en".into());
    let mut italian = published("Lana #lana", "persone");
    italian.lang = Some("it".into());
    let used = TagUse::of([&english, &english, &english, &italian]);
    let place = |lang| {
        let about = About { lang, pillar: Some("prodotto"), ..About::default() };
        let found = advise(&about, &used, &bottega());
        tags(&found).iter().position(|tag| *tag == "#wool").expect("#wool is offered")
    };
    assert!(place(Some("it")) > place(Some("en")));
}

#[test]
fn the_brands_accounts_come_before_those_its_posts_name() {
    let found = mentions(&archive(), &bottega());
    assert_eq!(tags(&found), ["@bottega.aurora", "@marta.tinge"]);
    assert_eq!(found[1].why, [Evidence::Published { posts: 1 }]);
}

#[test]
fn generic_and_forbidden_hashtags_are_findings_unless_the_brand_chose_them() {
    let mut voice = bottega().voice;
    let text = "Nuova #lana #Passione #followme";
    let codes = |voice: &Voice, smelt: bool| -> Vec<(&str, Severity)> {
        let found = findings(text, voice, smelt);
        found.iter().map(|(kind, severity, _)| (kind.code(), *severity)).collect()
    };
    let generic = ("generic-hashtag", Severity::Informs);
    let never = ("never-hashtag", Severity::Warns);
    assert_eq!(codes(&voice, false), [generic, never]);
    assert_eq!(codes(&voice, true), [never], "the smell has said it");
    let (kind, _, span) = findings(text, &voice, false).remove(0);
    assert_eq!(kind, FindingKind::GenericHashtag { tag: "#Passione".into() });
    assert_eq!(&text[span], "#Passione");
    voice.hashtags.push("passione".into());
    assert_eq!(codes(&voice, false), [never]);
}

#[test]
fn only_what_has_to_do_with_the_text_is_tied_to_it() {
    let tied = |text: &str| -> Vec<String> {
        let about = About { text, ..About::default() };
        let found = advise(&about, &archive(), &bottega()).into_iter();
        found.filter(Advised::is_tied).map(|advised| advised.tag).collect()
    };
    assert!(tied("Domani il consiglio comunale parla del parcheggio").is_empty());
    assert_eq!(tied("Un telaio nuovo"), ["#telaio"], "the text says it");
    assert!(tied("A casa di Marta").is_empty(), "too short to tell");
    assert_eq!(tied("Quello che c’è da sapere sulla tinta"), ["#TintaInCasa"]);
    assert_eq!(tied("In bottega da lunedì"), ["#bottegaaurora"]);
}
