use super::*;
use crate::checks::{CheckContext, counts, networks};
use crate::domain::{
    Channel, Id, Medium, MediumSource, Message, Part, Published, Unit, Variant, When, Workspace,
};

fn workspace() -> Workspace {
    let channel = |key: &str, network: &str, limit| Channel {
        key: key.into(),
        network: network.into(),
        account: None,
        short: None,
        limit,
        slots: Vec::new(),
    };
    Workspace {
        languages: vec!["it".into()],
        channels: vec![
            channel("ig", "instagram", None),
            channel("x", "x", None),
            channel("bs", "bluesky", None),
            channel("toot", "mastodon", Some(1000)),
            channel("tg", "telegram", None),
            channel("fb", "facebook", None),
            channel("gb", "google-business", None),
            channel("carta", "newsletter", None),
        ],
        ..Workspace::new(
            Id::parse("b7m2x9qe").expect("an id"),
            "Bottega Aurora",
            chrono_tz::Europe::Rome,
        )
    }
}

fn planned(channels: &[&str], text: &str) -> Post {
    let mut post = Post::new(Id::parse("k3f9q7ab").expect("an id"), "Lancio");
    post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a time")));
    post.channels = channels.iter().map(|&key| key.to_owned()).collect();
    post.text = text.into();
    post
}

fn checked(post: &Post) -> Vec<Finding> {
    let workspace = workspace();
    let exists = |path: &str| path == "media/lana.jpg";
    let context =
        CheckContext { workspace: &workspace, networks: networks(), exists: &exists, voices: None };
    super::post(post, &context)
}

fn codes(post: &Post) -> Vec<&'static str> {
    checked(post).iter().map(|finding| finding.kind.code()).collect()
}

fn picture(path: &str, alt: Option<&str>) -> Medium {
    let alt = alt.map(str::to_owned);
    Medium { alt, source: MediumSource::Camera, ..Medium::new(path) }
}

#[test]
fn a_plain_post_has_nothing_to_notice() {
    assert_eq!(codes(&planned(&["ig", "x"], "La lana torna a casa.")), [""; 0]);
}

#[test]
fn a_text_too_long_blocks_where_it_is_too_long_and_marks_the_rest() {
    let found = checked(&planned(&["ig", "bs"], &"lana ".repeat(61)));
    let [only] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(only.channel.as_deref(), Some("bs"));
    assert_eq!(only.severity, Severity::Blocks);
    assert_eq!(only.span, Some(300..305));
    let FindingKind::OverLimit { network, unit, count, limit, .. } = &only.kind else {
        panic!("{only:?}")
    };
    assert_eq!((network.as_str(), *unit, *count, *limit), ("Bluesky", Unit::Graphemes, 305, 300));
}

#[test]
fn a_figure_nobody_official_wrote_only_warns() {
    let mut post = planned(&["gb"], "Da lunedì in bottega.");
    post.headline = Some("Lana ".repeat(12));
    let found = checked(&post);
    assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Warns]);
    assert_eq!(found[0].span, None);
}

#[test]
fn a_channels_own_limit_and_own_text_are_the_ones_that_count() {
    let mut post = planned(&["toot", "bs"], &"a".repeat(600));
    post.variants
        .insert("bs".into(), Variant { text: Some("Breve.".into()), ..Variant::default() });
    assert_eq!(codes(&post), [""; 0]);
    let limits: Vec<usize> =
        counts(&post, &workspace(), networks()).iter().map(|c| c.limit).collect();
    assert_eq!(limits, [1000, 300, 3000]);
}

#[test]
fn a_caption_has_less_room_than_a_text() {
    let mut post = planned(&["tg"], &"a".repeat(1025));
    assert_eq!(codes(&post), [""; 0]);
    post.media.push(picture("media/lana.jpg", Some("Gomitoli")));
    assert_eq!(codes(&post), ["over-limit"]);
}

#[test]
fn hashtags_kept_apart_count_too() {
    let mut post = planned(&["ig"], "Lana nuova #lana #bottega");
    post.hashtags = ["aurora", "filato", "inverno", "telaio"].map(str::to_owned).to_vec();
    let found = checked(&post);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let expected = FindingKind::TooManyHashtags { network: "Instagram".into(), count: 6, limit: 5 };
    assert_eq!(only.kind, expected);
    let text = post.outgoing("ig");
    assert_eq!(&text[only.span.clone().expect("a span")], "#telaio");
    assert_eq!(counts(&post, &workspace(), networks())[0].count, text.chars().count());
}

#[test]
fn the_messages_of_a_thread_are_counted_each_by_itself() {
    let long = "lana ".repeat(61);
    let post = planned(&["bs"], &format!("Uno.\u{c}{long}\u{c}Tre."));
    let found = checked(&post);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let FindingKind::OverLimit { message, count, limit, .. } = &only.kind else {
        panic!("{only:?}")
    };
    assert_eq!((*message, *count, *limit), (Some(Message { number: 2, of: 3 }), 305, 300));
    assert_eq!(only.span, Some(5 + 300..5 + 305));
    let of = |count: &crate::checks::Count| count.message.map(|m| (m.number, count.count));
    let rows = counts(&post, &workspace(), networks());
    let first: Vec<_> = rows.iter().filter(|row| row.unit == Unit::Graphemes).map(of).collect();
    assert_eq!(first, [Some((1, 4)), Some((2, 305)), Some((3, 4))]);
}

#[test]
fn hashtags_close_the_last_message_and_are_counted_with_it() {
    let mut post = planned(&["x"], "Uno #lana #seta.\u{c}Due.");
    post.hashtags = ["aurora", "filato", "inverno"].map(str::to_owned).to_vec();
    let found = checked(&post);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let expected = FindingKind::ManyHashtags { network: "X".into(), count: 3, usual: 2 };
    assert_eq!(only.kind, expected);
    let text = post.outgoing("x");
    assert_eq!(&text[only.span.clone().expect("a span")], "#inverno");
    let last = counts(&post, &workspace(), networks()).pop().map(|count| count.count);
    assert_eq!(last, Some("Due.\n#aurora #filato #inverno".len()));
}

#[test]
fn where_there_are_no_threads_the_messages_are_one_text_and_a_note_says_so() {
    let post = planned(&["ig"], "Uno.\u{c}Due.");
    let found = checked(&post);
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let expected = FindingKind::ThreadAsOne { network: "Instagram".into(), messages: 2 };
    assert_eq!((&only.kind, only.severity), (&expected, Severity::Informs));
    let rows = counts(&post, &workspace(), networks());
    let [count] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((count.message, count.count), (None, "Uno.\n\nDue.".len()));
    let mut long = planned(&["tg"], &format!("{}\u{c}Due.", "a".repeat(4095)));
    assert_eq!(codes(&long), ["over-limit", "thread-as-one"]);
    assert_eq!(checked(&long)[0].span, Some(4095..4100));
    long.text = "a".repeat(4096);
    assert_eq!(codes(&long), [""; 0]);
}

#[test]
fn an_empty_message_blocks_and_half_a_numbering_warns() {
    assert_eq!(codes(&planned(&["bs"], "Uno.\u{c} \u{c}Tre.")), ["empty-message"]);
    let found = checked(&planned(&["bs"], "Uno. 1/3\u{c}Due.\u{c}Tre. 3/3"));
    let [only] = found.as_slice() else { panic!("{found:?}") };
    let expected = FindingKind::Misnumbered { message: Message { number: 2, of: 3 } };
    assert_eq!((&only.kind, only.severity), (&expected, Severity::Warns));
    assert_eq!(only.span, Some(9..13));
    assert_eq!(codes(&planned(&["bs"], "Uno. 1/2\u{c}Due. 2/2")), [""; 0]);
}

#[test]
fn what_is_not_in_the_workspace_is_said() {
    let mut post = planned(&["tv", "carta"], "Ciao.");
    post.pillar = Some("prodoto".into());
    post.variants.insert("radio".into(), Variant::default());
    let expected = ["unknown-channel", "unknown-channel", "unknown-network", "unknown-pillar"];
    assert_eq!(codes(&post), expected);
}

#[test]
fn a_planned_post_needs_channels_and_a_text_and_an_idea_does_not() {
    let mut post = planned(&[], " \n");
    assert_eq!(codes(&post), ["no-channels", "empty-text"]);
    post.when = None;
    assert_eq!(codes(&post), [""; 0]);
}

#[test]
fn a_picture_may_stand_without_words_but_not_without_its_description() {
    let mut post = planned(&["ig"], "");
    post.media.push(picture("media/lana.jpg", Some(" ")));
    assert_eq!(codes(&post), ["missing-alt"]);
}

#[test]
fn media_that_is_not_there_or_leads_out_blocks() {
    let mut post = planned(&["fb"], "Ciao.");
    let away = ["/etc/passwd", "media/../../segreto.jpg", "~/foto.jpg", "C:\\foto.jpg", ".."];
    for path in away {
        post.media = vec![picture(path, Some("x"))];
        assert_eq!(codes(&post), ["media-outside"], "{path}");
    }
    post.media = vec![picture("media/altra.jpg", Some("x")), picture("media/lana.jpg", None)];
    assert_eq!(codes(&post), ["missing-media", "missing-alt"]);
    post.media = vec![picture("media/2026/../lana.jpg", Some("x"))];
    assert_eq!(codes(&post), ["missing-media"]);
}

#[test]
fn invisible_characters_are_counted_where_they_stand() {
    let mut post = planned(&["ig"], "La\u{200b} lana\u{202e}.");
    let own = Variant { text: Some("Chi\u{7}".into()), ..Variant::default() };
    post.variants.insert("ig".into(), own);
    let found = checked(&post);
    let kinds: Vec<_> = found.iter().map(|f| (f.kind.clone(), f.channel.clone())).collect();
    assert_eq!(
        kinds,
        [
            (FindingKind::Invisibles { count: 2 }, None),
            (FindingKind::Invisibles { count: 1 }, Some("ig".into()))
        ]
    );
}

#[test]
fn a_blank_left_in_a_planned_post_is_found_where_it_stands() {
    let mut post = planned(&["ig", "fb"], "Torna il […], da [...] in bottega.");
    let own = Variant { first_comment: Some("Costa […].".into()), ..Variant::default() };
    post.variants.insert("ig".into(), own);
    post.media.push(picture("media/lana.jpg", Some("Un […] di lana")));
    let found: Vec<_> = (checked(&post).into_iter())
        .filter(|finding| finding.kind.code() == "blank-left")
        .map(|finding| {
            assert_eq!(finding.severity, Severity::Warns);
            let (part, medium) = (finding.part(), finding.medium().map(str::to_owned));
            (part, medium, finding.channel.clone(), finding.span.clone().expect("a span"))
        })
        .collect();
    let medium = Some("media/lana.jpg".to_owned());
    assert_eq!(
        found,
        [
            (Part::Text, None, None, 9..14),
            (Part::Text, None, None, 19..24),
            (Part::FirstComment, None, Some("ig".into()), 6..11),
            (Part::Alt, medium, None, 3..8),
        ]
    );
    // What waits among the ideas may stay open, and what is out is not called back.
    let idea = Post { when: None, ..post.clone() };
    assert!(!codes(&idea).contains(&"blank-left"));
    let at = "2026-11-24T17:30:04Z".parse().expect("an instant");
    for channel in ["ig", "fb"] {
        post.published.insert(channel.into(), Published { at, url: None });
    }
    assert!(!codes(&post).contains(&"blank-left"));
}

#[test]
fn what_has_gone_out_is_not_judged_again() {
    let mut post = planned(&["bs"], &"a".repeat(400));
    assert_eq!(codes(&post), ["over-limit"]);
    let at = "2026-11-24T17:30:04Z".parse().expect("an instant");
    post.published.insert("bs".into(), Published { at, url: None });
    assert_eq!(codes(&post), [""; 0]);
}

#[test]
fn alt_texts_have_limits_too() {
    let mut post = planned(&["toot"], "Ciao.");
    post.media.push(picture("media/lana.jpg", Some(&"a".repeat(1501))));
    let found = checked(&post);
    let parts: Vec<_> = found.iter().map(|finding| &finding.kind).collect();
    assert!(matches!(parts[..], [FindingKind::OverLimit { part: Part::Alt, .. }]), "{parts:?}");
}

#[test]
fn a_link_that_may_be_taken_for_another_is_a_finding_and_blocks_nothing() {
    let id = Id::parse("k3f9q7ab").expect("an id");
    let mut post = Post::new(id, "Lancio");
    post.text = "Tutto su https://аpple.com/lana.".into();
    post.link = Some("https://caffè.it".into());
    let own = Variant { text: Some("Anche su пример.com".into()), ..Variant::default() };
    post.variants.insert("ig".into(), own);
    let workspace = workspace();
    let exists = |_: &str| true;
    let context =
        CheckContext { workspace: &workspace, networks: networks(), exists: &exists, voices: None };
    let found: Vec<_> = super::post(&post, &context)
        .into_iter()
        .filter_map(|finding| match finding.kind {
            FindingKind::OddHost { ascii, mixed, .. } => {
                Some((ascii, mixed, finding.severity, finding.span, finding.channel))
            }
            _ => None,
        })
        .collect();
    let odd = |ascii: &str, mixed, severity, span, channel: Option<&str>| {
        (ascii.to_owned(), mixed, severity, span, channel.map(str::to_owned))
    };
    assert_eq!(
        found,
        [
            odd("xn--pple-43d.com", true, Severity::Warns, Some(9..32), None),
            odd("xn--e1afmkfd.com", true, Severity::Warns, Some(9..25), Some("ig")),
            odd("xn--caff-8oa.it", false, Severity::Informs, None, None),
        ]
    );
}

#[test]
fn a_language_a_link_and_a_channel_that_cannot_be_meant_are_each_said_once() {
    let codes = |change: &dyn Fn(&mut Post)| {
        let mut post = planned(&["ig"], "La lana torna a casa.");
        change(&mut post);
        let said = ["unknown-language", "not-a-link", "channel-twice"];
        let found = checked(&post).into_iter().map(|finding| finding.kind.code());
        found.filter(|code| said.contains(code)).collect::<Vec<_>>()
    };
    for (lang, expected) in [("xx", vec!["unknown-language"]), ("en-GB", vec![]), ("it", vec![])] {
        assert_eq!(codes(&|post| post.lang = Some(lang.into())), expected, "{lang}");
    }
    for (link, expected) in [
        ("javascript:alert(1)", vec!["not-a-link"]),
        ("example.org", vec!["not-a-link"]),
        ("https://", vec!["not-a-link"]),
        ("HTTPS://example.org/inverno", vec![]),
    ] {
        assert_eq!(codes(&|post| post.link = Some(link.into())), expected, "{link}");
    }
    let three = |post: &mut Post| post.channels = vec!["ig".into(); 3];
    assert_eq!(codes(&three), ["channel-twice"]);
}
