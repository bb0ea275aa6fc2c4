//! Every dialect as its servers really speak it, cut at every byte.

use super::*;
use crate::ai::answer::Answer;
use crate::ai::stream::{Stream, not_an_answer, said};
use crate::ai::{Ended, Piece, Written};
use crate::domain::{Failure, Unusable};

/// A stream of `dialect` in which a model thinks, says `words` and ends with `reason`,
/// which is the dialect's own; none where the stream is to break off.
fn stream(dialect: Dialect, words: &[&str], reason: Option<&str>) -> String {
    let json = |word: &str| json!(word).to_string();
    match dialect {
        Dialect::OpenAi => {
            let mut lines: Vec<String> = vec![
                r#"{"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]}"#.into(),
                r#"{"choices":[{"delta":{"reasoning_content":"SEGRETO"}}]}"#.into(),
                r#"{"choices":[{"delta":{"content":[{"type":"thinking","thinking":[{"type":"text","text":"SEGRETO"}]}]}}]}"#.into(),
            ];
            lines.extend(words.iter().map(|word| {
                format!(
                    r#"{{"choices":[{{"delta":{{"content":{}}},"finish_reason":null}}]}}"#,
                    json(word)
                )
            }));
            if let Some(reason) = reason {
                lines.push(format!(
                    r#"{{"choices":[{{"delta":{{}},"finish_reason":"{reason}"}}]}}"#
                ));
                lines.push(r#"{"choices":[],"usage":{"total_tokens":3}}"#.into());
                lines.push("[DONE]".into());
            }
            framed(&lines, "data: ", "\n\n")
        }
        Dialect::Responses => {
            let mut lines: Vec<String> = vec![
                r#"{"type":"response.created","response":{"status":"in_progress","error":null}}"#
                    .into(),
                r#"{"type":"response.output_item.added","item":{"type":"reasoning","summary":[]}}"#
                    .into(),
                r#"{"type":"response.reasoning_text.delta","delta":"SEGRETO"}"#.into(),
                r#"{"type":"response.reasoning_summary_text.delta","delta":"SEGRETO"}"#.into(),
            ];
            lines.extend(words.iter().map(|word| {
                format!(r#"{{"type":"response.output_text.delta","delta":{}}}"#, json(word))
            }));
            lines.push(format!(
                r#"{{"type":"response.output_text.done","text":{}}}"#,
                json("tutto")
            ));
            lines.extend(reason.map(|reason| {
                let (event, status) = match reason {
                    "completed" => ("completed", "completed"),
                    "failed" => ("failed", "failed"),
                    _ => ("incomplete", "incomplete"),
                };
                format!(r#"{{"type":"response.{event}","response":{{"status":"{status}","incomplete_details":{{"reason":"{reason}"}},"error":{{"message":"failed"}}}}}}"#)
            }));
            framed(&lines, "event: x\ndata: ", "\n\n")
        }
        Dialect::Anthropic => {
            let mut lines: Vec<String> = vec![
                r#"{"type":"message_start","message":{"content":[],"stop_reason":null}}"#.into(),
                r#"{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"SEGRETO"}}"#.into(),
                r#"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"SEGRETO"}}"#.into(),
                r#"{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"SEGRETO"}}"#.into(),
                r#"{"type":"content_block_start","index":1,"content_block":{"type":"redacted_thinking","data":"SEGRETO"}}"#.into(),
                r#"{"type":"ping"}"#.into(),
                r#"{"type":"content_block_start","index":2,"content_block":{"type":"text","text":""}}"#.into(),
            ];
            lines.extend(words.iter().map(|word| {
                format!(r#"{{"type":"content_block_delta","index":2,"delta":{{"type":"text_delta","text":{}}}}}"#, json(word))
            }));
            if let Some(reason) = reason {
                lines.push(r#"{"type":"content_block_stop","index":2}"#.into());
                lines.push(format!(r#"{{"type":"message_delta","delta":{{"stop_reason":"{reason}"}},"usage":{{}}}}"#));
                lines.push(r#"{"type":"message_stop"}"#.into());
            }
            framed(&lines, "event: x\ndata: ", "\n\n")
        }
        Dialect::Ollama => {
            let mut lines: Vec<String> = vec![
                r#"{"message":{"role":"assistant","content":"","thinking":"SEGRETO"},"done":false}"#.into(),
            ];
            lines.extend(words.iter().map(|word| {
                format!(
                    r#"{{"message":{{"role":"assistant","content":{}}},"done":false}}"#,
                    json(word)
                )
            }));
            lines.extend(reason.map(|reason| {
                format!(r#"{{"message":{{"role":"assistant","content":""}},"done":true,"done_reason":"{reason}"}}"#)
            }));
            framed(&lines, "", "\n")
        }
        Dialect::Gemini => {
            let mut lines: Vec<String> = vec![
                r#"{"candidates":[{"content":{"parts":[{"text":"SEGRETO","thought":true}]}}]}"#
                    .into(),
            ];
            lines.extend(words.iter().map(|word| {
                format!(r#"{{"candidates":[{{"content":{{"parts":[{{"text":{}}}],"role":"model"}}}}]}}"#, json(word))
            }));
            lines.extend(reason.map(|reason| {
                format!(r#"{{"candidates":[{{"content":{{"parts":[{{"thoughtSignature":"x"}}]}},"finishReason":"{reason}"}}],"usageMetadata":{{}}}}"#)
            }));
            framed(&lines, "data: ", "\r\n\r\n")
        }
    }
}

fn framed(lines: &[String], before: &str, after: &str) -> String {
    lines.iter().flat_map(|line| [before, line, after]).collect()
}

/// How each dialect says that all is well, that its length was used up, and that
/// something else stopped it.
fn reasons(dialect: Dialect) -> [&'static str; 3] {
    match dialect {
        Dialect::OpenAi => ["stop", "length", "content_filter"],
        Dialect::Responses => ["completed", "max_output_tokens", "content_filter"],
        Dialect::Anthropic => ["end_turn", "max_tokens", "refusal"],
        Dialect::Ollama => ["stop", "length", ""],
        Dialect::Gemini => ["STOP", "MAX_TOKENS", "SAFETY"],
    }
}

/// Reads the pieces as they would arrive before the connection ends.
fn read(dialect: Dialect, pieces: &[&[u8]]) -> (Result<Written, Failure>, String) {
    let mut seen = String::new();
    let mut sink = |piece| match piece {
        Piece::Text(words) => seen.push_str(&words),
        Piece::Thinking => seen.push_str("[pensa]"),
    };
    let mut answer = Answer::new(&mut sink);
    let mut stream = Stream::new(wire(dialect));
    let taken = pieces.iter().try_for_each(|piece| stream.take(piece, &mut answer));
    let ended = taken.and_then(|()| stream.close(&mut answer)).and_then(|()| stream.ended(100));
    let broken = || Failure::AiBroken { host: "prova".into() };
    let ended = match ended.and_then(|ended| ended.ok_or_else(broken)) {
        Ok(ended) => ended,
        Err(failure) => Ended::Broken(failure),
    };
    (answer.end(ended), seen)
}

const WORDS: [&str; 3] = ["Caffè ", "🍞 «già» ", "a \"casa\".\nCiao."];
const TEXT: &str = "Caffè 🍞 «già» a \"casa\".\nCiao.";

#[test]
fn every_dialect_streams_a_post_and_keeps_its_thoughts_wherever_it_is_split() {
    for dialect in Dialect::ALL {
        let all = stream(dialect, &WORDS, Some(reasons(dialect)[0]));
        for cut in 0..=all.len() {
            let (written, seen) = read(dialect, &[&all.as_bytes()[..cut], &all.as_bytes()[cut..]]);
            let written = written.expect("a post");
            assert_eq!(written.text.shown(), TEXT, "{dialect:?} cut at {cut}");
            assert_eq!(written.ended, Ended::Complete, "{dialect:?} cut at {cut}");
            assert_eq!(seen, format!("[pensa]{TEXT}"), "{dialect:?} cut at {cut}");
        }
        let bytes: Vec<&[u8]> = all.as_bytes().chunks(1).collect();
        assert_eq!(read(dialect, &bytes).0.expect("a post").text.shown(), TEXT, "{dialect:?}");
    }
}

#[test]
fn every_dialect_that_breaks_off_leaves_a_fragment_or_a_failure_and_never_a_whole() {
    for dialect in Dialect::ALL {
        let all = stream(dialect, &WORDS, None);
        for cut in 0..=all.len() {
            match read(dialect, &[&all.as_bytes()[..cut]]).0 {
                Ok(part) => {
                    let text = part.text.shown();
                    assert!(TEXT.starts_with(text), "{dialect:?} cut at {cut}: {text}");
                    let broken = matches!(part.ended, Ended::Broken(Failure::AiBroken { .. }));
                    assert!(broken, "{dialect:?} cut at {cut}: {:?}", part.ended);
                }
                Err(failure) => assert!(
                    matches!(failure, Failure::AiBroken { .. } | Failure::AiUnusable { .. }),
                    "{dialect:?} cut at {cut}: {failure:?}"
                ),
            }
        }
    }
}

#[test]
fn every_dialect_says_when_its_length_cut_the_post_or_left_no_room_for_it() {
    for dialect in Dialect::ALL {
        let cut = reasons(dialect)[1];
        let written = read(dialect, &[stream(dialect, &["La lana tor"], Some(cut)).as_bytes()]).0;
        assert_eq!(written.expect("words").ended, Ended::Cut, "{dialect:?}");
        let nothing = read(dialect, &[stream(dialect, &[], Some(cut)).as_bytes()]).0;
        assert_eq!(nothing, Err(Failure::AiUnusable { why: Unusable::NoRoom }), "{dialect:?}");
    }
}

#[test]
fn what_a_server_withholds_is_told_in_its_word_and_what_came_is_kept() {
    for dialect in Dialect::ALL {
        let reason = reasons(dialect)[2];
        if reason.is_empty() {
            continue;
        }
        let all = stream(dialect, &["La lana"], Some(reason));
        let written = read(dialect, &[all.as_bytes()]).0.expect("words");
        assert_eq!(written.text.shown(), "La lana");
        assert_eq!(written.ended, Ended::Broken(said(reason)), "{dialect:?}");
    }
    let blocked = br#"data: {"promptFeedback":{"blockReason":"SAFETY"}}"#;
    assert_eq!(read(Dialect::Gemini, &[blocked]).0, Err(said("SAFETY")));
    let refused = b"data: {\"choices\":[{\"delta\":{\"refusal\":\"Non \"}}]}\n\n\
                    data: {\"choices\":[{\"delta\":{\"refusal\":\"posso.\"},\"finish_reason\":\"stop\"}]}\n\n";
    assert_eq!(read(Dialect::OpenAi, &[refused]).0, Err(said("Non posso.")));
}

#[test]
fn an_error_in_the_middle_of_any_stream_is_told_in_its_own_words() {
    for (dialect, error) in [
        (Dialect::OpenAi, "data: {\"error\":{\"message\":\"esaurito\"}}\n\n"),
        (
            Dialect::Responses,
            "event: error\ndata: {\"type\":\"error\",\"message\":\"esaurito\"}\n\n",
        ),
        (
            Dialect::Anthropic,
            "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"esaurito\"}}\n\n",
        ),
        (Dialect::Ollama, "{\"error\":\"esaurito\"}\n"),
        (Dialect::Gemini, "data: {\"error\":{\"code\":503,\"message\":\"esaurito\"}}\n\n"),
    ] {
        let all = stream(dialect, &["La lana"], None) + error;
        let written = read(dialect, &[all.as_bytes()]).0.expect("words");
        assert_eq!(written.text.shown(), "La lana", "{dialect:?}");
        assert_eq!(written.ended, Ended::Broken(said("esaurito")), "{dialect:?}");
    }
}

#[test]
fn garbage_in_any_stream_ends_it_and_is_not_skipped() {
    for dialect in Dialect::ALL {
        let all = stream(dialect, &["La lana"], None);
        let garbage =
            if wire(dialect).is_lines() { "{oops\n{\"a\":1}\n" } else { "data: {oops\n\n" };
        let all = format!("{all}{garbage}{}", stream(dialect, &["!"], Some(reasons(dialect)[0])));
        let written = read(dialect, &[all.as_bytes()]).0.expect("words");
        assert_eq!(written.ended, Ended::Broken(not_an_answer()), "{dialect:?}");
        assert_eq!(written.text.shown(), "La lana", "{dialect:?}");
    }
}

#[test]
fn an_answer_in_one_body_is_read_in_every_dialect() {
    for (dialect, body) in [
        (
            Dialect::OpenAi,
            r#"{"choices":[{"message":{"content":"Ciao.","reasoning_content":"SEGRETO"},"finish_reason":"stop"}]}"#,
        ),
        (
            Dialect::Responses,
            r#"{"status":"completed","error":null,"output":[{"type":"reasoning","content":[{"type":"reasoning_text","text":"SEGRETO"}]},{"type":"message","content":[{"type":"output_text","text":"Ciao."}]}]}"#,
        ),
        (
            Dialect::Anthropic,
            r#"{"type":"message","content":[{"type":"thinking","thinking":"SEGRETO"},{"type":"text","text":"Ciao."}],"stop_reason":"end_turn"}"#,
        ),
        (Dialect::Ollama, r#"{"message":{"content":"Ciao.","thinking":"SEGRETO"},"done":true}"#),
        (
            Dialect::Gemini,
            r#"[{"candidates":[{"content":{"parts":[{"text":"SEGRETO","thought":true},{"text":"Ci"}]}}]},{"candidates":[{"content":{"parts":[{"text":"ao."}]},"finishReason":"STOP"}]}]"#,
        ),
    ] {
        let mut thought = false;
        let mut sink = |piece| thought |= piece == Piece::Thinking;
        let mut answer = Answer::new(&mut sink);
        let mut stream = Stream::new(wire(dialect));
        stream.whole(body.as_bytes(), &mut answer).expect("an answer");
        assert_eq!(stream.ended(100), Ok(Some(Ended::Complete)), "{dialect:?}");
        assert_eq!(answer.end(Ended::Complete).expect("words").text.shown(), "Ciao.");
        assert!(thought, "{dialect:?}");
    }
}

#[test]
fn no_dialect_takes_another_for_an_answer() {
    for dialect in Dialect::ALL {
        for other in Dialect::ALL.into_iter().filter(|other| *other != dialect) {
            let all = stream(other, &["La lana"], Some(reasons(other)[0]));
            let read = read(dialect, &[all.as_bytes()]).0;
            assert!(
                matches!(read, Err(Failure::AiUnusable { .. })),
                "{dialect:?} {other:?} {read:?}"
            );
        }
    }
}

#[test]
fn each_form_is_asked_for_in_the_words_of_the_dialect_and_text_asks_for_none() {
    for dialect in Dialect::ALL {
        let wire = wire(dialect);
        let body = |form| {
            let order = Order {
                model: "piccolo",
                system: "Sei conciso.",
                user: "Ciao",
                max_tokens: 77,
                temperature: Some(0.5),
                form,
                fields: &[Field::Text, Field::Hashtags],
                host: "prova",
            };
            wire.body(&order).to_string()
        };
        let bodies: Vec<String> = wire.forms().iter().map(|form| body(*form)).collect();
        for (form, body) in wire.forms().iter().zip(&bodies) {
            for part in ["Sei conciso.", "Ciao", "77", "0.5"] {
                assert!(body.contains(part), "{dialect:?} {form:?} lacks {part}: {body}");
            }
            let has_schema = body.contains("hashtags");
            assert_eq!(has_schema, *form == Form::Schema, "{dialect:?} {form:?}: {body}");
            let asks = ["json", "format"].iter().any(|word| body.contains(word));
            assert_eq!(asks, *form != Form::Text, "{dialect:?} {form:?}: {body}");
        }
        assert_eq!(wire.forms().last(), Some(&Form::Text));
    }
}

#[test]
fn an_answer_called_complete_that_used_up_its_length_was_cut() {
    let ended = |spent: u32| {
        let body = json!({
            "status": "completed",
            "output": [{ "type": "message", "content": [{ "type": "output_text", "text": "La" }] }],
            "usage": { "output_tokens": spent },
        });
        let mut sink = |_| ();
        let mut answer = Answer::new(&mut sink);
        let mut stream = Stream::new(wire(Dialect::Responses));
        stream.whole(body.to_string().as_bytes(), &mut answer).expect("an answer");
        stream.ended(100).expect("an end")
    };
    assert_eq!(ended(99), Some(Ended::Complete));
    assert_eq!(ended(100), Some(Ended::Cut));
}

#[test]
fn an_event_may_come_in_many_lines_and_one_without_end_is_refused_and_costs_no_time() {
    let all = stream(Dialect::OpenAi, &["La lana", " torna."], Some(reasons(Dialect::OpenAi)[0]));
    let apart = all.replace(",\"", ",\ndata: \"");
    assert_ne!(all, apart);
    let (written, seen) = read(Dialect::OpenAi, &[apart.as_bytes()]);
    assert_eq!(written.expect("an answer").text.shown(), "La lana torna.");
    assert!(seen.ends_with("La lana torna.") && !seen.contains("SEGRETO"), "{seen}");
    // Read from its beginning at each of these lines, it would take minutes.
    let mut endless = b"data: {\"x\": [\n".to_vec();
    for _ in 0..400_000 {
        endless.extend_from_slice(b"data: {},\n");
    }
    let most = crate::ai::sse::LONGEST_LINE as u64;
    assert_eq!(read(Dialect::OpenAi, &[&endless]).0, Err(Failure::AiTooMuch { limit_bytes: most }));
}
