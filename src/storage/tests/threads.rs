//! Threads in files: one text in memory, `text` and `parts` on the disk, and no byte
//! outside the message that was edited.

use super::*;
use crate::domain::{Entry, Post, ProblemKind};
use crate::storage::read_post;
use crate::storage::write::post_file;
use crate::text::{messages, thread};
use proptest::prelude::*;

const THREAD: &str = r#"# a mano
id = "k3f9q7ab"
text = """
Uno.
"""
# il seguito
parts = [
    "Due.", # da rivedere
    '''
Tre.
E ancora.''',
]
labels = ["lana"]

[variants.ig]
text = "Solo per IG."
"#;

fn read(file: &str) -> Result<Entry, crate::domain::Problem> {
    read_post(&path(POST), file.as_bytes(), Rome)
}

/// The file after one edit of a text, from what stands there.
fn after(file: &str, key: &[&str], to: Option<&str>) -> String {
    let mut world = World::default();
    world.put(&format!("content/{POST}"), file.as_bytes());
    let world = Arc::new(Mutex::new(world));
    let post = read(file).expect("a post").post;
    let from = match key {
        [_, channel, _] => post.variants.get(*channel).and_then(|own| own.text.clone()),
        _ => Some(post.text),
    };
    let value = |text: String| FieldValue::Text(text);
    let one = FieldEdit::replace(key, from.map(value), to.map(str::to_owned).map(value));
    let set = edit(None, vec![one]);
    hand(&world).apply(&set).expect("applied");
    let written = content(&world)[POST].clone();
    // Going back gives back the words, whatever became of comments.
    hand(&world).apply(&set.inverse()).expect("taken back");
    let back = read(&content(&world)[POST]).expect("a post").post;
    let before = read(file).expect("a post").post;
    assert_eq!((&back.text, &back.variants), (&before.text, &before.variants), "{written}");
    written
}

#[test]
fn a_thread_is_read_as_one_text_with_breaks() {
    let post = read(THREAD).expect("a post").post;
    assert_eq!(messages(&post.text), ["Uno.", "Due.", "Tre.\nE ancora."]);
    assert_eq!(post.text_for("ig"), "Solo per IG.");
    let entry = read("id = \"k3f9q7ab\"\nparts = []\n").expect("a post");
    assert_eq!((entry.post.text.as_str(), entry.findings.len()), ("", 1), "{:?}", entry.findings);
}

#[test]
fn an_edit_of_one_message_touches_that_value_and_nothing_else() {
    for (to, old, new) in [
        ("Uno!\u{c}Due.\u{c}Tre.\nE ancora.", "Uno.", "Uno!"),
        ("Uno.\u{c}Due!\u{c}Tre.\nE ancora.", "Due.", "Due!"),
        ("Uno.\u{c}Due.\u{c}Tre!\nE ancora.", "Tre.", "Tre!"),
    ] {
        assert_eq!(after(THREAD, &["text"], Some(to)), THREAD.replacen(old, new, 1));
    }
    let more = after(THREAD, &["text"], Some("Uno.\u{c}Due.\u{c}Tre.\nE ancora.\u{c}Quattro."));
    assert_eq!(more, THREAD.replace("ancora.''',\n", "ancora.''',\n    \"Quattro.\",\n"));
    let ig = after(THREAD, &["variants", "ig", "text"], Some("Solo per IG.\u{c}E poi."));
    assert_eq!(ig, format!("{THREAD}parts = [\n    \"E poi.\",\n]\n"));
}

#[test]
fn a_thread_that_becomes_one_message_loses_its_list() {
    let one = after(THREAD, &["text"], Some("Uno."));
    assert!(!one.contains("parts") && one.contains("# il seguito"), "{one}");
    let gone = after(
        "id = \"k3f9q7ab\"\n\n[variants.ig]\ntext = \"Uno.\"\nparts = [\"Due.\"]\n",
        &["variants", "ig", "text"],
        None,
    );
    assert_eq!(gone, "id = \"k3f9q7ab\"\n");
}

#[test]
fn a_post_without_a_thread_is_written_as_ever() {
    let plain = after(POST_FILE, &["text"], Some("La lana torna."));
    assert_eq!(plain, POST_FILE.replace(TEXT, "La lana torna."));
    let broken =
        after(POST_FILE, &["text"], Some("La lana torna a casa.\u{c}Da lunedì in bottega."));
    let list = "La lana torna a casa.\n\"\"\"\nparts = [\n    \"Da lunedì in bottega.\",\n]\n";
    assert_eq!(broken, POST_FILE.replace(&format!("{TEXT}\n\"\"\"\n"), list));
}

#[test]
fn what_another_wrote_into_one_message_is_merged_with_what_was_typed_into_another() {
    let mut world = World::default();
    world.put(&format!("content/{POST}"), THREAD.replace("Due.", "Due, da loro.").as_bytes());
    let world = Arc::new(Mutex::new(world));
    let base = "Uno.\u{c}Due.\u{c}Tre.\nE ancora.";
    let ours = "Uno, da noi.\u{c}Due.\u{c}Tre.\nE ancora.";
    let one = FieldEdit::replace(&["text"], text(base), text(ours));
    hand(&world).apply(&edit(None, vec![one])).expect("merged");
    let both = THREAD.replace("Due.", "Due, da loro.").replace("Uno.", "Uno, da noi.");
    assert_eq!(content(&world)[POST], both);
}

#[test]
fn a_second_edit_in_one_set_is_made_on_the_first() {
    let world = world();
    let first = FieldEdit::replace(&["text"], text(TEXT), text("Uno.\u{c}Due."));
    let second = FieldEdit::replace(&["text"], text("Uno.\u{c}Due."), text("Tre."));
    hand(&world).apply(&edit(None, vec![first, second])).expect("applied");
    assert_eq!(content(&world)[POST], POST_FILE.replace(TEXT, "Tre."));
}

#[test]
fn a_form_feed_in_a_string_is_a_problem_and_never_a_break() {
    for (file, key) in [
        ("text = \"Uno.\\fDue.\"", "text"),
        ("parts = [\"Uno.\\u000CDue.\"]", "parts"),
        ("variants.ig.text = \"a\\fb\"", "variants.ig.text"),
    ] {
        let problem = read(&format!("id = \"k3f9q7ab\"\n{file}\n")).expect_err("a problem");
        assert_eq!(problem.kind, ProblemKind::BreakInText { key: key.into() });
        assert_eq!(problem.line, 2);
    }
}

proptest! {
    #[test]
    fn a_new_file_says_the_messages_it_was_made_from(
        list in proptest::collection::vec("([a-zè .\n\"'\\\\\t#]|\"\"\"|'''){0,12}", 1..5),
        own in proptest::collection::vec("[a-z\n]{0,4}", 0..3),
    ) {
        let mut post = Post::new(id("k3f9q7ab"), "Lancio");
        post.text = thread(&list);
        if !own.is_empty() {
            post.variants.entry("ig".into()).or_default().text = Some(thread(&own));
        }
        let file = post_file(&post);
        let read = read(&file).expect("a post").post;
        prop_assert_eq!(messages(&read.text), list.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(&read, &post, "{}", file);
    }

    #[test]
    fn any_thread_can_become_any_other(
        a in proptest::collection::vec("[ab \n\"]{0,5}", 1..4),
        b in proptest::collection::vec("[ab \n\"]{0,5}", 1..4),
    ) {
        let mut post = Post::new(id("k3f9q7ab"), "Lancio");
        post.text = thread(&a);
        let file = post_file(&post);
        let written = after(&file, &["text"], Some(&thread(&b)));
        let read = read(&written).expect("a post").post;
        prop_assert_eq!(messages(&read.text), b.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert_eq!(written.contains("parts"), b.len() > 1, "{}", written);
    }
}
