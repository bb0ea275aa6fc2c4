use super::*;
use crate::checks::networks;
use crate::domain::{Approval, Channel, Ids, MediumSource, When};
use chrono_tz::Europe::Rome;
use std::collections::BTreeSet;

const CHANNELS: [&str; 6] = ["tiktok", "instagram", "facebook", "youtube", "mastodon", "pinterest"];

/// A shop with a channel on each of some networks.
fn shop(country: Option<&str>) -> Workspace {
    let mut shop = Workspace::new(Ids::from_seed(1).fresh(), "Bottega Aurora", Rome);
    shop.country = country.map(str::to_owned);
    shop.channels = CHANNELS
        .map(|network| Channel {
            key: network.into(),
            network: network.into(),
            account: None,
            short: None,
            limit: None,
            slots: Vec::new(),
        })
        .into();
    shop
}

fn post(channels: &[&str], source: MediumSource, realistic: Option<bool>, path: &str) -> Post {
    let mut post = Post::new(Ids::from_seed(2).fresh(), "Lana");
    post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a time")));
    post.text = "La lana torna a casa.".into();
    post.channels = channels.iter().map(|&key| key.to_owned()).collect();
    post.media.push(Medium { source, realistic, ..Medium::new(path) });
    post
}

/// `warns ai-label TikTok`, a line each.
fn noticed(post: &Post, country: Option<&str>) -> Vec<String> {
    let shop = shop(country);
    let context =
        CheckContext { workspace: &shop, networks: networks(), exists: &|_| true, voices: None };
    let mut found = Vec::new();
    media(post, &context, &mut found);
    let line = |finding: Finding| {
        let (FindingKind::AiLabel { by, .. } | FindingKind::RealisticUnsaid { by, .. }) =
            &finding.kind
        else {
            panic!("{finding:?}")
        };
        let names = by.iter().map(|by| match by {
            Asker::Eu => "EU",
            Asker::Network(name) => name,
        });
        let names: Vec<&str> = names.collect();
        format!("{} {} {}", finding.severity.code(), finding.kind.code(), names.join(", "))
    };
    found.into_iter().map(line).collect()
}

#[test]
fn a_medium_of_ais_that_looks_real_is_warned_of_where_somebody_wants_a_label() {
    let of = |channels: &[&str], source, realistic, path| {
        noticed(&post(channels, source, realistic, path), Some("US"))
    };
    let (ai, edited) = (MediumSource::Ai, MediumSource::AiEdited);
    assert_eq!(of(&["tiktok"], ai, Some(true), "a.jpg"), ["warns ai-label TikTok"]);
    assert_eq!(of(&["tiktok"], edited, Some(true), "a.mp4"), ["warns ai-label TikTok"]);
    assert_eq!(
        of(&["instagram", "facebook", "youtube"], ai, Some(true), "a.mp4"),
        ["warns ai-label YouTube", "warns ai-label Instagram, Facebook"]
    );
    for source in [MediumSource::Camera, MediumSource::Edited, MediumSource::Unknown] {
        assert!(of(&["tiktok"], source, Some(true), "a.jpg").is_empty(), "{source:?}");
    }
    assert!(of(&["tiktok"], ai, Some(false), "a.jpg").is_empty(), "it does not look real");
    assert!(of(&["mastodon"], ai, Some(true), "a.mp4").is_empty(), "nobody asks");
    assert!(of(&["instagram", "youtube"], ai, Some(true), "a.jpg").is_empty(), "a still picture");
    assert!(of(&["pinterest"], ai, Some(true), "a.jpg").is_empty(), "it marks them by itself");
}

#[test]
fn where_nobody_has_said_whether_it_looks_real_it_is_asked_once_for_all_who_care() {
    let unsaid = post(&["tiktok", "instagram"], MediumSource::Ai, None, "a.mp4");
    assert_eq!(noticed(&unsaid, Some("it")), ["informs realistic-unsaid EU, TikTok, Instagram"]);
}

#[test]
fn the_act_of_the_union_concerns_whoever_does_not_say_to_be_elsewhere() {
    let real = post(&["mastodon"], MediumSource::Ai, Some(true), "a.jpg");
    assert_eq!(noticed(&real, Some("IT")), ["warns ai-label EU"]);
    assert_eq!(noticed(&real, None), ["warns ai-label EU"]);
    assert!(noticed(&real, Some("CH")).is_empty());
}

fn codes(post: &Post) -> Vec<String> {
    let found = disclosed(post, &shop(Some("IT")), |_| None);
    let line = |finding: Finding| format!("{} {}", finding.severity.code(), finding.kind.code());
    found.into_iter().map(line).collect()
}

#[test]
fn a_text_that_stands_as_ai_wrote_it_is_told_until_somebody_approves_it() {
    let mut post = post(&["mastodon"], MediumSource::Camera, None, "a.jpg");
    assert!(codes(&post).is_empty());
    post.ai = Some(Ai::Assisted);
    assert!(codes(&post).is_empty(), "a hand had a part");
    post.ai = Some(Ai::Generated);
    assert_eq!(codes(&post), ["informs generated-unapproved"]);
    let approval = Approval {
        scheme: "palinsesto-approval-1".into(),
        hash: "sha256:00".into(),
        by: "Ada Neri".into(),
        at: None,
        signature: None,
    };
    let approved = Post { approval: Some(approval), ..post.clone() };
    assert!(codes(&approved).is_empty());
    let idea = Post { when: None, ..post };
    assert!(codes(&idea).is_empty(), "an idea may be as bare as it likes");
}

#[test]
fn a_network_that_marks_by_itself_is_listed_and_not_warned_of() {
    let post = post(&["instagram", "pinterest"], MediumSource::Ai, Some(false), "a.jpg");
    let disclosure = post.disclosure(|_| None);
    let shop = shop(Some("IT"));
    let listed = asked(&post, &disclosure, &shop, networks());
    let codes: Vec<&str> = listed.iter().map(|one| one.rule.id.code()).collect();
    assert_eq!(codes, ["meta-mark", "pinterest-mark"]);
    assert!(noticed(&post, Some("IT")).is_empty());
}

#[test]
fn every_row_says_where_it_is_from_and_names_networks_there_are() {
    let ids: BTreeSet<&str> = rules().iter().map(|rule| rule.id.code()).collect();
    assert_eq!(ids.len(), rules().len(), "each once");
    assert_eq!(ids.len(), RuleId::ALL.len(), "each of them");
    for rule in rules() {
        assert!(rule.source.starts_with("https://"), "{rule:?}");
        assert!(rule.networks.iter().all(|key| networks().get(key).is_some()), "{rule:?}");
    }
}

#[test]
fn a_row_that_does_not_say_whether_it_is_certain_is_refused() {
    let row = r#"{"id": "tiktok", "asks": "label", "source": "s", "read": "2026-11-23""#;
    assert_eq!(read(&format!(r#"{{"rule": [{row}}}]}}"#)), None);
    assert!(read(&format!(r#"{{"rule": [{row}, "certain": false}}]}}"#)).is_some());
}
