//! Texts that give orders, wherever a prompt takes material from, and models that obey them:
//! what is sent keeps its shape, and nothing else is ever sent.

use super::fixture::{Server, event_stream, test_ask, words};
use super::prompts::material::ends_line;
use super::{Agreed, Ask, Endpoint, Patience, Piece, Prompt, Rejection, Source, Stop, Target};
use crate::domain::{
    Dialect, Failure, Form, Layer, LayerKind, Learned, Named, Part, PromptSheet, Reason, Rewrite,
    Task, Unit, Unusable,
};
use crate::text::{is_thread, messages, thread};
use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[derive(Deserialize)]
struct Corpus {
    text: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    kind: String,
    words: String,
}

const LANGUAGES: [&str; 2] = ["it", "en"];

fn corpus(lang: &str) -> [Vec<Text>; 2] {
    let files = match lang {
        "it" => [
            include_str!("../../tests/corpus/injection/it/material.toml"),
            include_str!("../../tests/corpus/injection/it/answers.toml"),
        ],
        _ => [
            include_str!("../../tests/corpus/injection/en/material.toml"),
            include_str!("../../tests/corpus/injection/en/answers.toml"),
        ],
    };
    files.map(|file| toml::from_str::<Corpus>(file).expect("the corpus").text)
}

/// The text with a mark at the start of each of its lines, to be found again in a prompt.
fn marked(words: &str) -> String {
    let mut out = format!("{MARK} ");
    for c in words.chars() {
        out.push(c);
        if ends_line(c) {
            out.push_str(MARK);
            out.push(' ');
        }
    }
    out
}

const MARK: &str = "SEGNO";

/// Puts a text into every place that a folder, a colleague or a stranger can write to.
fn poisoned(ask: &Ask, words: &str) -> Ask {
    let named = || Some(Named { key: words.into(), description: words.into() });
    let mut ask = ask.clone();
    ask.brief.topic = words.into();
    ask.brief.instruction = Some(words.into());
    ask.brand = words.into();
    if let Some(target) = &mut ask.target {
        target.network = words.into();
    }
    (ask.tone, ask.audience) = (named(), named());
    ask.facts = vec![words.into(), words.into()];
    ask.past = vec![words.into()];
    ask.rewrites = vec![Rewrite { machine: words.into(), hand: words.into() }];
    ask.rejected = vec![Rejection { text: words.into(), reason: Some(Reason::False), words: None }];
    ask.human = words.into();
    ask.link = Some(words.into());
    ask.notes = Some(words.into());
    ask.voice.dos = vec![words.into()];
    ask.voice.donts = vec![words.into()];
    ask.voice.examples = vec![words.into()];
    ask.voice.hashtags = vec![words.into()];
    ask.voice.learned = vec![Learned { rule: words.into(), ..Learned::default() }];
    ask
}

/// The ask itself for a text of as many messages: a thread is asked back as one, and how
/// many it has is all that shows of it.
fn of_messages(ask: &Ask, words: &str) -> Ask {
    if !is_thread(words) {
        return ask.clone();
    }
    let mut ask = ask.clone();
    ask.human = thread(&messages(words).iter().map(|_| "Lana.").collect::<Vec<_>>());
    ask.brief.instruction = Some("breve".into());
    ask
}

fn endpoint(dialect: Dialect, form: Form, base_url: &str) -> Endpoint {
    Endpoint {
        profile: "prova".into(),
        dialect,
        base_url: base_url.into(),
        model: "piccolo".into(),
        key: Some(SecretString::from("sk-SEGRETO")),
        max_tokens: None,
        temperature: None,
        form: Agreed::new(form),
        patience: Patience::default(),
    }
}

/// For a network that is asked for all there is.
fn plain(lang: &str) -> Ask {
    let target = Target {
        network: "Instagram".into(),
        max: Some(500),
        unit: Unit::Graphemes,
        threads: true,
        wants: vec![Part::Headline, Part::FirstComment],
    };
    Ask { target: Some(target), ..test_ask(lang) }
}

fn asks(lang: &str) -> impl Iterator<Item = Ask> + use<'_> {
    Task::ALL.into_iter().map(move |task| {
        let mut ask = plain(lang);
        ask.brief.task = task;
        ask
    })
}

#[test]
fn the_corpus_attacks_in_every_way_in_both_languages() {
    let kinds = |texts: &[Text]| texts.iter().map(|t| t.kind.clone()).collect::<BTreeSet<_>>();
    let [it, en] = LANGUAGES.map(corpus);
    assert!(it[0].len() + en[0].len() >= 50);
    let all = kinds(&it[0]);
    assert_eq!(all.len(), 11);
    for texts in [&it[1], &en[0], &en[1]] {
        assert_eq!(kinds(texts), all);
    }
}

#[test]
fn every_line_of_a_hostile_text_is_marked_as_material_and_the_standing_part_stays() {
    for lang in LANGUAGES {
        let source = endpoint(Dialect::OpenAi, Form::Schema, "http://127.0.0.1:9/v1");
        for (ask, text) in asks(lang).flat_map(|ask| {
            corpus(lang)[0].iter().map(|t| (ask.clone(), marked(&t.words))).collect::<Vec<_>>()
        }) {
            let plain = source.prompt(&of_messages(&ask, &text));
            let hostile = source.prompt(&poisoned(&ask, &text));
            assert_eq!(hostile.system, plain.system, "{text:?}");
            assert_eq!((&hostile.to, &hostile.template), (&plain.to, &plain.template));
            // One line after a label of ours, where a value is one line.
            let one_line = |line: &str| line.matches(": ").count() > 0 && !line.contains('\n');
            let mut labelled = 0;
            for line in hostile.user.split(ends_line).filter(|line| line.contains(MARK)) {
                if !line.starts_with("| ") {
                    labelled += 1;
                    assert!(one_line(line), "{line:?} stands free");
                    assert!(
                        !line.starts_with(MARK),
                        "{line:?} begins with words that nobody has marked"
                    );
                }
            }
            // The brand and the network, each once.
            assert!(labelled <= 2, "{labelled} lines of {text:?} are marked by nothing");
            assert!(hostile.user.ends_with(closing(&plain)), "{text:?} has the last word");
            for sign in ["<|", "|>", "[INST]", "<<SYS>>", "</s>"] {
                assert!(!hostile.user.contains(sign), "{sign} of {text:?} is sent whole");
            }
        }
    }
}

/// The last words of a prompt.
fn closing(prompt: &Prompt) -> &str {
    let closing = |layer: &&Layer| layer.kind == LayerKind::Closing;
    prompt.layers.iter().find(closing).map_or("", |layer| layer.text.as_str())
}

#[test]
fn what_is_sent_has_the_same_shape_whatever_stands_in_it() {
    /// The names of keys and the kinds of values, with no word of theirs.
    fn shape(value: &Value) -> Value {
        match value {
            Value::Object(all) => all.iter().map(|(key, v)| (key.clone(), shape(v))).collect(),
            Value::Array(all) => all.iter().map(shape).collect(),
            Value::String(_) => json!("…"),
            other => other.clone(),
        }
    }
    for lang in LANGUAGES {
        let ask = plain(lang);
        for (dialect, form) in
            Dialect::ALL.into_iter().flat_map(|dialect| Form::ALL.map(|form| (dialect, form)))
        {
            let source = endpoint(dialect, form, "http://127.0.0.1:9/v1");
            let sent = |ask: &Ask| -> Value {
                serde_json::from_str(&source.prompt(ask).sent).expect("JSON")
            };
            for text in &corpus(lang)[0] {
                let plain = shape(&sent(&of_messages(&ask, &text.words)));
                let hostile = sent(&poisoned(&ask, &text.words));
                assert_eq!(shape(&hostile), plain, "{dialect:?} {form:?}: {:?}", text.words);
                assert!(hostile.get("tools").is_none() && hostile.get("functions").is_none());
            }
        }
    }
}

#[test]
fn a_hostile_prompt_file_of_the_folder_leaves_the_rules_and_the_marks() {
    for lang in LANGUAGES {
        let source = endpoint(Dialect::OpenAi, Form::Text, "http://127.0.0.1:9/v1");
        let rules = |prompt: &Prompt| {
            let rules = prompt.layers.iter().find(|layer| layer.kind == LayerKind::Rules);
            rules.expect("the rules").text.clone()
        };
        let usual = source.prompt(&plain(lang));
        for text in &corpus(lang)[0] {
            let mut ask = poisoned(&plain(lang), &marked(&text.words));
            ask.sheet = Some(PromptSheet {
                version: text.words.clone(),
                system: text.words.clone(),
                closing: text.words.clone(),
                layers: LayerKind::MATERIAL.to_vec(),
                ways: vec![text.words.clone()],
                labels: std::collections::BTreeMap::default(),
            });
            let prompt = source.prompt(&ask);
            assert_eq!(rules(&prompt), rules(&usual));
            assert!(prompt.system.ends_with(rules(&usual).as_str()), "rules have the last word");
            assert_eq!(prompt.to, usual.to);
            let free = |line: &&str| line.contains(MARK) && !line.starts_with("| ");
            assert!(prompt.user.split(ends_line).filter(free).count() <= 2, "{}", prompt.user);
        }
    }
}

#[test]
fn a_model_that_obeys_gets_no_second_request_and_its_words_are_only_words() {
    for lang in LANGUAGES {
        for text in &corpus(lang)[1] {
            let lines = [
                words(&text.words),
                r#"data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#.to_owned(),
                "data: [DONE]".to_owned(),
            ];
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let server = Server::answering(event_stream(&lines));
            let source = endpoint(Dialect::OpenAi, Form::Text, &server.base_url);
            let before = source.prompt(&test_ask(lang));
            let mut pieces = String::new();
            let mut sink = |piece| {
                if let Piece::Text(words) = piece {
                    pieces.push_str(&words);
                }
            };
            let written = source.write(&test_ask(lang), &mut sink, &Stop::new());
            let request = server.requests.recv().expect("one request");
            assert!(request.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"), "{request}");
            assert!(server.requests.try_recv().is_err(), "{:?} called again", text.words);
            if let Ok(written) = written {
                let kept = written.text.shown();
                // Nothing is added, but for two kinds of line breaks.
                let given = text.words.replace('\r', "\n").replace('\u{c}', "\n\n");
                let mut given = given.chars();
                let known = kept.chars().all(|c| given.any(|other| other == c));
                assert!(known, "{kept:?} from {:?}", text.words);
                let tag = |tag: &String| tag.chars().all(|c| c.is_alphanumeric() || c == '_');
                assert!(written.hashtags.iter().all(tag), "{:?}", written.hashtags);
            }
            assert_eq!(source.prompt(&test_ask(lang)), before, "the next prompt is another one");
        }
    }
}

#[test]
fn a_call_of_a_tool_is_no_answer_and_calls_nothing() {
    let call = json!({ "index": 0, "id": "1", "type": "function",
        "function": { "name": "pubblica", "arguments": "{\"post\":\"k3f9q7ab\"}" } });
    let event = json!({ "choices": [{ "index": 0, "delta": { "tool_calls": [call] },
        "finish_reason": "tool_calls" }] });
    let event = format!("data: {event}");
    let server = Server::answering(event_stream(&[event.as_str(), "data: [DONE]"]));
    let source = endpoint(Dialect::OpenAi, Form::Text, &server.base_url);
    let written = source.write(&test_ask("it"), &mut |_| (), &Stop::new());
    assert!(
        matches!(
            written,
            Err(Failure::AiUnusable { why: Unusable::Empty | Unusable::NotAnAnswer })
        ),
        "{written:?}"
    );
    assert!(server.requests.recv().is_ok() && server.requests.try_recv().is_err());
}
