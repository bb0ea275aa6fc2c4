//! Settings a person could write, good and bad.

use super::*;
use crate::domain::{Dialect, Form};

fn problems(text: &str) -> Vec<(usize, usize, String)> {
    let (_, problems) = Config::parse(text);
    problems.into_iter().map(|p| (p.line, p.column, p.kind.code().to_owned())).collect()
}

#[test]
fn the_example_shows_every_setting_and_reads_cleanly() {
    let (config, problems) = Config::parse(EXAMPLE);
    assert_eq!(problems, []);
    assert_eq!(config.lang.as_deref(), Some("it"));
    assert_eq!(config.plain, Some(false));
    let names: Vec<&str> = config.profiles.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "anthropic",
            "claude",
            "cloud",
            "default",
            "gemini",
            "llm",
            "local",
            "offline",
            "ollama-run",
            "responses"
        ]
    );
    let kinds: std::collections::BTreeSet<&str> =
        config.profiles.values().map(Profile::code).collect();
    assert_eq!(kinds.len(), Dialect::ALL.len() + 2, "a kind is not shown");
    assert_eq!(config.tasks.len(), Task::ALL.len());
    let Profile::Model(cloud) = &config.profiles["cloud"] else { panic!("not a chat") };
    assert_eq!(cloud.key_env.as_deref(), Some("EXAMPLE_API_KEY"));
    assert_eq!((cloud.max_tokens, cloud.temperature), (Some(1500), Some(0.8)));
    assert_eq!(cloud.limits.total.as_secs(), 180);
    let Profile::Command(llm) = &config.profiles["llm"] else { panic!("not a command") };
    assert_eq!(llm.command, ["llm", "-m", "gpt-4o-mini"]);
    assert_eq!(config.profiles["offline"], Profile::Composer);
    assert_eq!(config.keys["week.today"], ["t", "F4"]);
    let bottega = crate::domain::Id::parse("b7m2x9qe").expect("an id");
    let rules = config.approvals.of(Some(&bottega));
    assert_eq!((rules.trust, rules.slip.is_some()), (crate::domain::Trust::Signed, false));
    assert!(rules.allowed_signers.is_some() && rules.key.is_some());
}

#[test]
fn no_file_is_no_problem_and_gives_the_defaults() {
    let folder = tempfile::tempdir().expect("a folder");
    let nothing = Config::load(&folder.path().join("config.toml"));
    assert_eq!(nothing, (Config::default(), Vec::new()));
}

#[test]
fn what_is_no_settings_file_is_refused_unread() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("config.toml");
    let code = |path: &Path| Config::load(path).1[0].kind.code();
    assert_eq!(code(folder.path()), "not-a-file");
    std::fs::write(&file, b"lang = \"\xFF\"").expect("a file");
    assert_eq!(code(&file), "not-utf8");
    std::fs::write(&file, vec![b'#'; (MOST_BYTES + 1) as usize]).expect("a file");
    assert_eq!(code(&file), "too-large");
}

#[test]
fn a_bad_value_is_told_with_its_place_and_the_rest_is_used() {
    for (text, line, column, code) in [
        ("plain = true\nlang = \"de\"", 2, 8, "bad-value"),
        ("plain = true\ntheme = 3", 2, 9, "wrong-type"),
        ("plain = true\ntehme = \"x\"", 2, 1, "unknown-setting"),
        ("plain = true\n[ai.profiles]\nx = 1", 3, 5, "wrong-type"),
        ("plain = true\n[ai.profiles.x]\nmodel = \"m\"", 2, 1, "missing-key"),
        ("plain = true\n[ai.profiles.x]\nkind = \"gpt\"", 3, 8, "bad-value"),
        ("plain = true\n[ai.profiles.x]\nkind = \"openai\"\nmodel=\"m\"", 2, 1, "missing-key"),
        ("plain = true\n[ai.profiles.x]\nkind = \"command\"", 2, 1, "missing-key"),
        ("plain = true\n[ai.profiles.x]\nkind = \"command\"\ncommand = [1]", 4, 12, "wrong-type"),
        ("plain = true\n[keys]\ntoday = 7", 3, 9, "wrong-type"),
    ] {
        let (config, _) = Config::parse(text);
        assert_eq!(problems(text), [(line, column, code.to_owned())], "{text}");
        assert_eq!(config.plain, Some(true), "{text}");
        assert!(config.profiles.is_empty(), "{text}");
    }
}

#[test]
fn what_is_not_toml_is_told_where() {
    assert_eq!(problems("lang = \"it\"\nby = Ada"), [(2, 6, "unquoted".to_owned())]);
    assert_eq!(problems("lang = \"it\"\nlang = \"en\""), [(2, 1, "duplicate-key".to_owned())]);
}

#[test]
fn a_key_in_the_file_is_refused_without_repeating_it() {
    let text = "[ai.profiles.x]\nkind = \"openai\"\nmodel = \"m\"\nbase_url = \"https://a.example.org\"\napi_key = \"SEGRETO\"";
    let (config, problems) = Config::parse(text);
    assert!(config.profiles.is_empty());
    assert_eq!(problems.len(), 1);
    assert!(!format!("{problems:?}").contains("SEGRETO"));
}

#[test]
fn a_key_travels_without_tls_only_to_this_machine_or_its_network() {
    let good = |url: &str, key: &str| {
        let text = format!(
            "[ai.profiles.x]\nkind = \"openai\"\nmodel = \"m\"\nbase_url = \"{url}\"\n{key}"
        );
        Config::parse(&text).1.is_empty()
    };
    let key = "key_env = \"K\"";
    for url in [
        "https://a.example.org/v1",
        "http://127.0.0.1:1/v1",
        "http://[::1]:1",
        "http://192.168.1.9:8080",
        "http://nas.local/v1",
    ] {
        assert!(good(url, key), "{url}");
    }
    for url in [
        "http://a.example.org/v1",
        "http://127.0.0.1.example.org",
        "http://localhost@a.example.org",
        "ftp://a.example.org",
        "a.example.org",
    ] {
        assert!(!good(url, key), "{url}");
    }
    assert!(good("http://a.example.org/v1", ""));
}

#[test]
fn git_signs_where_the_settings_do_not() {
    let git = || Some("Bruno Sala <bruno@example.org>".to_owned());
    assert_eq!(Config::parse("by = \" \"").0.by(git()), git());
    assert_eq!(Config::parse("by = \"Ada\"").0.by(git()).as_deref(), Some("Ada"));
}

fn model(text: &str) -> Result<ModelProfile, Vec<(usize, usize, String)>> {
    let (mut config, _) = Config::parse(text);
    match config.profiles.remove("x") {
        Some(Profile::Model(own)) => Ok(own),
        _ => Err(problems(text)),
    }
}

#[test]
fn a_dialect_with_one_home_needs_no_address() {
    for (kind, home) in [
        ("anthropic", "https://api.anthropic.com/v1"),
        ("ollama", "http://127.0.0.1:11434"),
        ("gemini", "https://generativelanguage.googleapis.com/v1beta"),
    ] {
        let text = format!("[ai.profiles.x]\nkind = \"{kind}\"\nmodel = \"m\"");
        let own = model(&text).expect("a profile");
        assert_eq!((own.base_url.as_str(), own.dialect.code()), (home, kind));
        let own = model(&format!("{text}\nbase_url = \"https://a.example.org\"")).expect("one");
        assert_eq!(own.base_url, "https://a.example.org");
    }
    for kind in ["openai", "responses"] {
        let text = format!("[ai.profiles.x]\nkind = \"{kind}\"\nmodel = \"m\"");
        assert_eq!(model(&text).expect_err("no address"), [(1, 1, "missing-key".to_owned())]);
    }
}

#[test]
fn the_form_of_an_answer_can_be_set_and_is_strict_unless_it_is() {
    let text = "[ai.profiles.x]\nkind = \"ollama\"\nmodel = \"m\"\n";
    assert_eq!(model(text).expect("a profile").form, Form::Schema);
    for form in Form::ALL {
        let text = format!("{text}structured = \"{}\"", form.code());
        assert_eq!(model(&text).expect("a profile").form, form);
    }
    let bad = model(&format!("{text}structured = \"xml\""));
    assert_eq!(bad.expect_err("no form"), [(4, 14, "bad-value".to_owned())]);
}

#[test]
fn a_task_goes_to_a_profile_that_is_there() {
    let casa = "[ai.profiles.casa]\nkind = \"composer\"\n[ai.tasks]\n";
    let (config, problems) =
        Config::parse(&format!("{casa}drafts = \"casa\"\nalt_text = \"composer\""));
    assert_eq!(problems, []);
    let of = |task| config.profile_for(task, None);
    assert_eq!(of(Task::Draft).as_deref(), Some("casa"));
    assert_eq!(of(Task::AltText).as_deref(), Some("composer"));
    assert_eq!(of(Task::Reply), None);
    assert_eq!(config.profile_for(Task::Reply, Some("default")).as_deref(), Some("default"));
    for line in ["drafts = \"altrove\"", "bozze = \"casa\""] {
        let (config, problems) = Config::parse(&format!("{casa}{line}"));
        assert_eq!((problems.len(), config.tasks.len()), (1, 0), "{line}");
    }
}

#[test]
fn an_unknown_key_is_named_and_problems_come_in_the_order_of_the_file() {
    let (_, problems) = super::read::read("foo = 1\nlang = \"fr\"\n\n[ai]\nbar = 2\n");
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [1, 2, 5]);
    let words = crate::i18n::Words::new(crate::i18n::Language::Italian);
    let said: Vec<String> = problems.iter().map(|p| words.problem(&p.kind).sentence).collect();
    assert!(said[0].contains("«foo»") && said[2].contains("«ai.bar»"), "{said:?}");
}
