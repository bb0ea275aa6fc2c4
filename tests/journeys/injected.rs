//! Words of strangers in every file of the folder, and a model that obeys them: they are
//! shown for what they are, and they change nothing that nobody has decided.

use crate::BOTTEGA;
use crate::canned::Canned;
use crate::hostile::{answers, material, unseen};
use crate::stage::Stage;
use palinsesto::i18n::Language;

/// As a TOML string of one line.
fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

/// The brand with texts of the corpus in the places that can hold one, in turn.
fn poisoned(words: &[String]) -> Vec<(String, String)> {
    let quoted: Vec<String> = words.iter().map(|words| quoted(words)).collect();
    let mut next = quoted.iter().cycle();
    let mut next = || next.next().expect("a text");
    let (title, notes, text) = (next(), next(), next());
    let post = format!(
        "id = \"m4n5p6q7\"\ntitle = {title}\nwhen = 2026-11-26T09:00:00\nchannels = [\"ig\", \"bs\"]\n\
         lang = \"it\"\nnotes = {notes}\nlabels = [{notes}]\ncampaign = {title}\ntext = {text}\n"
    );
    let (voice, fact, draft, prompt) = (next(), next(), next(), next());
    let voice = format!(
        "[tones]\ncaldo = {voice}\n\n[[learned]]\nrule = {voice}\nkind = \"no-emoji\"\n\
         evidence = {voice}\n"
    );
    let draft = format!(
        "post = \"m4n5p6q7\"\nat = 2026-11-22T10:12:00Z\ntext = {draft}\n\n[brief]\n\
         topic = {draft}\ntone = {draft}\n\n[source]\nprovider = {draft}\nmodel = {draft}\n"
    );
    let prompt = format!("system = {prompt}\nclosing = {prompt}\n\n[label]\ntopic = {prompt}\n");
    let own = BOTTEGA.iter().filter(|(path, _)| !path.contains("m4n5p6q7"));
    let mut files: Vec<(String, String)> =
        own.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    for (path, text) in [
        ("posts/2026/W48/chi-tesse.m4n5p6q7.toml", post),
        ("voice.toml", voice),
        ("facts/f.toml", format!("[[fact]]\nid = \"uno\"\ntext = {fact}\nsource = {fact}\n")),
        ("prompts/it/draft.toml", prompt),
        ("drafts/m4n5p6q7/4t8w2zqc.toml", draft),
    ] {
        files.push((path.to_owned(), text));
    }
    files
}

/// Nothing on the screen that a terminal would obey or nobody would see.
#[track_caller]
fn harmless(stage: &Stage, words: &[String]) {
    for row in stage.rows() {
        let bad: Vec<char> = row.chars().filter(|c| unseen(*c)).collect();
        assert!(bad.is_empty(), "{bad:?} of {words:?} in {row:?}");
    }
}

/// What is not a suggestion, as it stands on disk.
fn folder(stage: &Stage) -> Vec<(String, String)> {
    let kept = |path: &String| !path.starts_with("drafts/") && !path.starts_with(".git/");
    stage.files("").into_iter().filter(kept).map(|path| (path.clone(), stage.file(&path))).collect()
}

/// The files that are not as they were.
fn changed(stage: &Stage, before: &[(String, String)]) -> Vec<(String, String)> {
    let now = folder(stage);
    assert_eq!(now.len(), before.len(), "{now:?}");
    now.into_iter().filter(|file| !before.contains(file)).collect()
}

#[test]
fn strangers_words_in_every_file_are_shown_harmless_and_change_nothing() {
    // A form feed divides the messages of a thread: by hand it stands in no file.
    let (refused, texts): (Vec<_>, Vec<_>) =
        material().into_iter().partition(|words| words.contains('\u{c}'));
    let answers = answers();
    for (at, words) in texts.chunks(7).chain([refused.as_slice()]).enumerate() {
        let files = poisoned(words);
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let language = if at % 2 == 0 { Language::Italian } else { Language::English };
        let answer = answers[at % answers.len()].clone();
        let stage = Stage::suggesting(language, &files, Canned::saying([answer]));
        let before = folder(&stage);
        harmless(&stage, words);
        // The post with its suggestion, the prompt, an answer that obeys, and back.
        let mut stage = stage.press("l k");
        for keys in ["a", "p", "Esc", "r", "Tab", "q", "i", "Esc", "b", "Esc"] {
            stage = stage.press(keys);
            harmless(&stage, words);
        }
        assert_eq!(changed(&stage, &before), [], "{words:?} have changed a file by themselves");
        let suggestions = stage.files("drafts");
        assert!(suggestions.iter().all(|path| path.starts_with("drafts/m4n5p6q7/")));
        let made = if words == refused { 1 } else { 2 };
        let screen = stage.rows().join("\n");
        assert_eq!(suggestions.len(), made, "one more suggestion: {words:?}\n{screen}");
    }
}

#[test]
fn the_answers_of_a_model_that_obeys_are_suggestions_until_a_person_takes_them() {
    for words in answers().chunks(3) {
        let canned = Canned::saying(words.iter().cloned());
        let stage = Stage::suggesting(Language::Italian, BOTTEGA, canned);
        let before = folder(&stage);
        let mut stage = stage.press("a").type_text(" di lana").press("Enter");
        harmless(&stage, words);
        assert_eq!(changed(&stage, &before), [], "{words:?} was written by itself");
        assert!(stage.files("drafts").iter().all(|path| path.starts_with("drafts/k3f9q7ab/")));
        for _ in words {
            // Taken whole, it is text: no key of the file but the text and where it is from.
            stage = stage.press("Y");
            harmless(&stage, words);
            let changes = changed(&stage, &before);
            let [(path, text)] = changes.as_slice() else { panic!("{words:?}: {changes:?}") };
            assert!(path.contains("k3f9q7ab"), "{path}");
            let post: toml::Table = text.parse().expect(text);
            for key in ["approval", "published", "ai"] {
                assert!(!post.contains_key(key), "{key} was smuggled in by {words:?}: {text}");
            }
            assert_eq!(post["id"].as_str(), Some("k3f9q7ab"));
            assert_eq!(post["origin"].as_array().map(Vec::len), Some(1), "{text}");
            stage = stage.press("u Tab");
            let post: toml::Table = stage.file(path).parse().expect("a post");
            assert_eq!(post["text"].as_str().map(str::trim), Some(""), "{words:?}");
            assert!(!post.contains_key("origin"), "{words:?}");
        }
    }
}
