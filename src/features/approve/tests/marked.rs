//! What was noticed is underlined in the very words that go out, also where a network sends
//! them as one text, and nothing else is.

use super::*;
use crate::features::approve::view::Noticed;
use crate::features::approve::view::goes_out;
use crate::ui::{Para, Role, Span};

fn at(quote: &str, text: &str, severity: Severity) -> Finding {
    let start = text.find(quote).expect("it says so");
    let span = Some(start..start + quote.len());
    Finding { span, ..Finding::of_file(claim(quote), severity) }
}

/// What goes out is laid out, and of its words those that are underlined.
fn underlined(bottega: &Bottega, state: &State) -> Vec<String> {
    let ctx = bottega.ctx();
    let cx = ViewCtx { ctx, words: &bottega.words, theme: &bottega.theme, hints: &[] };
    let parts = goes_out(state, &cx);
    let said = parts.iter().filter_map(|part| match part {
        Para::Said(said) => Some(&said.spans),
        _ => None,
    });
    let marked = |span: &&Span| matches!(span.role, Role::Noticed | Role::MarkedSpan);
    said.flatten().filter(marked).map(|span| span.text.clone()).collect()
}

fn laid(post: Post, findings: Vec<Finding>) -> Sheet {
    let sheet = sheet(post);
    let mut entry = (*sheet.entry).clone();
    entry.findings = findings;
    Sheet { entry: Arc::new(entry), ..sheet }
}

#[test]
fn what_was_noticed_is_underlined_once_in_what_two_channels_say_alike() {
    let mut bottega = Bottega::new(Language::Italian);
    let text = "È la più calda. Costa 89 € con #lana.";
    let post = Post { text: text.into(), ..Bottega::launch() };
    let found = vec![
        at("89 €", text, Severity::Informs),
        at("calda", text, Severity::Warns),
        at("89", text, Severity::Warns),
    ];
    let state = read(&mut bottega, laid(post, found));
    assert_eq!(underlined(&bottega, &state), ["calda", "89", " €"]);
}

#[test]
fn what_is_of_one_channel_is_underlined_there_alone() {
    let mut bottega = Bottega::new(Language::Italian);
    let (common, own) = ("Costa 89 €.", "Su LinkedIn: 89 €.");
    let mut post = Post { text: common.into(), ..Bottega::launch() };
    post.variants.entry("linkedin".into()).or_default().text = Some(own.into());
    let of = |channel: &str, finding| Finding { channel: Some(channel.into()), ..finding };
    let found = vec![of("linkedin", at("89 €", own, Severity::Informs))];
    let state = read(&mut bottega, laid(post.clone(), found));
    assert_eq!(underlined(&bottega, &state), ["89 €"]);
    let found = vec![at("89 €", common, Severity::Informs)];
    let state = read(&mut bottega, laid(post, found));
    assert_eq!(underlined(&bottega, &state), ["89 €"], "the common text, not the other");
}

#[test]
fn in_messages_that_go_out_as_one_text_the_words_are_found_again() {
    let bottega = Bottega::new(Language::Italian);
    let written = "Una cosa.\u{c}Costa 89 €.\u{c}Fine: 12 €.";
    let post = Post { text: written.into(), ..Bottega::launch() };
    let found = vec![at("89 €", written, Severity::Warns), at("12 €", written, Severity::Warns)];
    let noticed = Noticed::new(&post, found);
    let group = |texts: &[&str]| {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        let account = super::super::outgoing::Account {
            channel: "ig".into(),
            network: "instagram".into(),
            name: String::new(),
            instant: Some(bottega.now.utc),
        };
        let sent = super::super::outgoing::Sent { texts, ..Default::default() };
        super::super::outgoing::Group { accounts: vec![account], sent }
    };
    let words = |texts: &[&str]| -> Vec<Vec<String>> {
        let marks = noticed.texts(&group(texts));
        let of = |(text, marks): (&&str, Vec<(std::ops::Range<usize>, Role)>)| {
            marks.into_iter().map(|(range, _)| text[range].to_owned()).collect()
        };
        texts.iter().zip(marks).map(of).collect()
    };
    let one = words(&["Una cosa.\n\nCosta 89 €.\n\nFine: 12 €."]);
    assert_eq!(one, [["89 €", "12 €"]]);
    let thread = words(&["Una cosa.", "Costa 89 €.", "Fine: 12 €."]);
    assert_eq!(thread, [vec![], vec!["89 €".to_owned()], vec!["12 €".to_owned()]]);
    // What is sent is not what is written: no word of it is claimed to be the one.
    assert_eq!(words(&["Tutt’altro, 89 €."]), [[""; 0]]);
    assert_eq!(words(&["Una cosa.", "Costa 89 €!", "Fine: 12 €."])[1], [""; 0]);
}

#[test]
fn a_sentence_about_the_whole_text_underlines_none_of_it() {
    let mut bottega = Bottega::new(Language::Italian);
    let kind = FindingKind::Smell {
        marker: crate::domain::SmellMarker::NoDetail,
        quote: String::new(),
        instead: None,
        company: false,
        part: crate::domain::Part::Text,
        medium: None,
    };
    let finding = Finding { span: Some(0..20), ..Finding::of_file(kind, Severity::Informs) };
    let state = read(&mut bottega, laid(Bottega::launch(), vec![finding]));
    assert_eq!(underlined(&bottega, &state), [""; 0]);
}
