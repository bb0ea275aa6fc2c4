//! Any server that speaks chat completions, or Ollama's dialect, at an address of one's own:
//! `PALINSESTO_TEST_OPENAI` or `PALINSESTO_TEST_OLLAMA`, each with `_MODEL`, and `_KEY` where it
//! wants one. `wires.sh` starts one of each.

use crate::folder::Bottega;
use crate::near::{address, ask, endpoint, letters};
use palinsesto::ai::{Agreed, Ended, Endpoint, Piece, Source, Stop, discover};
use palinsesto::domain::{Dialect, Failure, Form, Unusable};
use secrecy::SecretString;
use std::time::{Duration, Instant};

struct Server {
    root: String,
    dialect: Dialect,
    model: String,
    key: Option<String>,
}

/// Those that were named; for each that was not, which script starts one.
fn servers() -> Vec<Server> {
    let named = [("OPENAI", Dialect::OpenAi), ("OLLAMA", Dialect::Ollama)];
    let server = |(name, dialect): (&str, Dialect)| {
        let said = |what: &str| std::env::var(format!("PALINSESTO_TEST_{name}_{what}")).ok();
        let root = address(&format!("PALINSESTO_TEST_{name}"), "wires.sh")?;
        let root = root.trim_end_matches('/').to_owned();
        Some(Server { root, dialect, model: said("MODEL")?, key: said("KEY") })
    };
    named.into_iter().filter_map(server).collect()
}

impl Server {
    fn source(&self, form: Form) -> Endpoint {
        Endpoint {
            form: Agreed::new(form),
            key: self.key.clone().map(SecretString::from),
            ..endpoint(self.dialect, &self.root, &self.model)
        }
    }
}

#[test]
fn in_every_form_words_stream_and_become_the_suggestion() {
    for server in servers() {
        for form in Form::ALL {
            let source = server.source(form);
            let arrived = (0..10).any(|_| {
                let (mut preview, mut pieces) = (String::new(), 0);
                let mut sink = |piece| {
                    if let Piece::Text(words) = piece {
                        pieces += 1;
                        preview.push_str(&words);
                    }
                };
                match source.write(&ask(), &mut sink, &Stop::new()) {
                    Ok(written) => {
                        let words = letters(written.text.shown());
                        pieces > 1 && !words.is_empty() && letters(&preview).contains(&words)
                    }
                    // JSON that nothing holds to a shape need not be a post.
                    Err(Failure::AiUnusable { .. }) => form == Form::Json,
                    Err(failure) => panic!("{:?} {form:?}: {failure:?}", server.dialect),
                }
            });
            assert!(arrived, "{:?} {form:?} never wrote", server.dialect);
        }
    }
}

#[test]
fn a_length_that_is_used_up_is_told_from_an_end() {
    for server in servers() {
        // JSON that never closes was cut, also where a server says that it just ended.
        let short = Endpoint { max_tokens: Some(24), ..server.source(Form::Schema) };
        let ended = (0..3).map(|_| short.write(&ask(), &mut |_| (), &Stop::new()));
        let ended: Vec<_> = ended.map(|one| one.map(|written| written.ended)).collect();
        let cut = |one: &Result<Ended, Failure>| {
            matches!(one, Ok(Ended::Cut) | Err(Failure::AiUnusable { why: Unusable::NoRoom }))
        };
        assert!(ended.iter().all(cut), "{:?}: {ended:?}", server.dialect);
    }
}

#[test]
fn a_stop_is_obeyed_in_the_middle() {
    for server in servers() {
        let caught = (0..20).any(|_| {
            let (stop, mut pressed) = (Stop::new(), None);
            let mut sink = |piece| {
                if let (Piece::Text(_), None) = (piece, pressed) {
                    pressed = Some(Instant::now());
                    stop.trigger();
                }
            };
            let source = Endpoint { max_tokens: Some(2_000), ..server.source(Form::Text) };
            let written = source.write(&ask(), &mut sink, &stop).expect("a stop is no failure");
            let took = pressed.map(|pressed| pressed.elapsed());
            assert!(took < Some(Duration::from_millis(100)), "{:?}: {took:?}", server.dialect);
            // It may have come in one piece, and been whole before the stop.
            written.ended == Ended::Stopped
        });
        assert!(caught, "{:?} was never stopped", server.dialect);
    }
}

#[test]
fn a_model_that_is_not_there_and_a_wrong_key_are_told_and_the_key_is_not() {
    for server in servers() {
        let model = "nessuno-tesse-qui/niente".to_owned();
        let unknown = Endpoint { model, ..server.source(Form::Schema) };
        let told = unknown.write(&ask(), &mut |_| (), &Stop::new());
        let named = matches!(told, Err(Failure::AiNoModel { .. } | Failure::AiServer { .. }));
        assert!(named, "{:?}: {told:?}", server.dialect);
        if server.key.is_some() {
            let key = Some(SecretString::from("sk-sbagliata-e-lunga"));
            let wrong = Endpoint { key, ..server.source(Form::Schema) };
            let told = wrong.write(&ask(), &mut |_| (), &Stop::new());
            let words = format!("{told:?}");
            assert!(told.is_err() && !words.contains("sbagliata-e-lunga"), "{words}");
        }
    }
}

#[test]
fn one_without_a_key_is_found_with_its_models_and_one_behind_a_key_is_not_offered() {
    for server in servers() {
        let found = discover(&[("Prova", &server.root)], &Stop::new());
        let models: Vec<_> = found.iter().flat_map(|one| &one.models).collect();
        assert_eq!(models.contains(&&server.model), server.key.is_none(), "{models:?}");
    }
}

#[test]
fn the_program_tries_it_out_and_keeps_what_it_writes() {
    for server in servers() {
        let bottega = Bottega::sound();
        let key = server.key.as_ref().map(|key| format!("key_command = [\"printf\", \"{key}\"]"));
        bottega.write_settings(&format!(
            "[ai.profiles.vera]\nkind = \"{}\"\nbase_url = \"{}/v1\"\nmodel = \"{}\"\nmax_tokens = \
             400\n{}\n",
            server.dialect.code(),
            server.root,
            server.model,
            key.unwrap_or_default()
        ));
        let tried = bottega.it(&["ai", "test", "vera"]);
        assert_eq!(tried.code, 0, "{tried:?}");
        let said = bottega.it(&["suggest", "3f4g5h6j", "--profile", "vera", "-n", "2", "--json"]);
        assert_eq!(said.code, 0, "{said:?}");
        assert_eq!(bottega.files("drafts/3f4g5h6j").len(), 2);
        assert_eq!(said.json()["suggestions"][1]["provider"], server.dialect.code());
    }
}

/// litellm's own ways: its other dialects, and its mocks.
fn litellm() -> Option<Server> {
    std::env::var("PALINSESTO_TEST_LITELLM").ok()?;
    servers().into_iter().find(|server| server.dialect == Dialect::OpenAi)
}

#[test]
fn litellm_is_understood_in_each_of_its_dialects() {
    let Some(server) = litellm() else { return };
    for dialect in [Dialect::OpenAi, Dialect::Responses, Dialect::Anthropic] {
        for (model, form) in [("tiny", Form::Schema), ("tiny", Form::Text), ("mock", Form::Text)] {
            let (model, known) = (model.to_owned(), model == "mock");
            // Asked to stream one of its mocks in this dialect, it trips over itself.
            if known && dialect == Dialect::Responses {
                continue;
            }
            let source = Endpoint { dialect, model, ..server.source(form) };
            let write = |_| source.write(&ask(), &mut |_| (), &Stop::new());
            let written: Vec<_> = (0..3).map(write).collect();
            let one = written.iter().find_map(|one| one.as_ref().ok());
            let one = one.unwrap_or_else(|| panic!("{dialect:?} {form:?}: {written:?}"));
            let (text, ended) = (one.text.shown(), &one.ended);
            assert!(!text.is_empty(), "{dialect:?} {form:?}");
            if known {
                assert!(text.starts_with("La lana torna: 🍞 è già qui."), "{dialect:?}: {text}");
                assert_eq!(*ended, Ended::Complete, "{dialect:?}");
            }
        }
    }
}

#[test]
fn litellm_that_is_busy_and_litellm_that_breaks_are_told_apart() {
    let Some(server) = litellm() else { return };
    let told = |model: &str| {
        let source = Endpoint { model: model.to_owned(), ..server.source(Form::Schema) };
        source.write(&ask(), &mut |_| (), &Stop::new())
    };
    let (busy, broken) = (told("busy"), told("broken"));
    assert!(matches!(busy, Err(Failure::AiBusy { .. })), "{busy:?}");
    assert!(matches!(broken, Err(Failure::AiServer { status: 500, .. })), "{broken:?}");
}
