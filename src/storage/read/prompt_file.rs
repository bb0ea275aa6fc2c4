//! `prompts/LANGUAGE/TASK.toml`: the folder's own way of asking for a task, in place of the
//! built-in one. Its rules about material always hold; a folder cannot replace them.
//!
//! ```toml
//! system = "Scrivi come parla la bottega."   # what the task is
//! closing = "Scrivi adesso il post."          # the last line; else the built-in one
//! layers = ["brand", "topic", "facts"]        # what goes along; else the built-in list
//! ways = ["breve", "con un dettaglio"]        # how suggestions asked together differ
//!
//! [label]                                     # names of layers
//! topic = "Di che cosa si parla"
//! ```

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{
    ContentHash, Lang, LayerKind, Problem, ProblemKind, PromptSheet, RelPath, Task,
};
use chrono_tz::Tz;

/// The folder whose folders are languages.
pub const PROMPTS: &str = "prompts";

pub fn read_prompt(path: &RelPath, bytes: &[u8]) -> Result<((Lang, Task), PromptSheet), Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let name = path.file_name().trim_end_matches(".toml");
    let lang = path.parent().rsplit('/').next().unwrap_or_default().to_owned();
    let task = Task::from_code(name).ok_or_else(|| {
        let allowed = Task::ALL.map(|task| task.code().to_owned()).to_vec();
        let kind = ProblemKind::BadValue { key: "TASK.toml".into(), found: name.into(), allowed };
        source.problem(0, kind)
    })?;
    let mut fields = Fields::root(Context { source: &source, zone: Tz::UTC }, &tree);
    let system = fields.text("system")?;
    let mut layers = Vec::new();
    for code in fields.strings("layers")? {
        let allowed = LayerKind::MATERIAL.map(LayerKind::code);
        let kind = LayerKind::from_code(&code);
        layers.push(kind.ok_or_else(|| fields.bad_value("layers", code, &allowed))?);
    }
    let mut labels = std::collections::BTreeMap::new();
    if let Some(table) = fields.table("label")? {
        for (key, value) in table.entries() {
            if let Some(label) = value.get_ref().as_str() {
                labels.insert(key.to_owned(), label.to_owned());
            }
        }
    }
    let hash = ContentHash::of(bytes).to_string();
    let hash: String = hash.rsplit(':').next().unwrap_or_default().chars().take(8).collect();
    let sheet = PromptSheet {
        // Of the folder, and which version of it: a suggestion's file names both.
        version: format!("folder-{hash}"),
        system: fields.required("system", system)?,
        closing: fields.text("closing")?.unwrap_or_default(),
        layers,
        ways: fields.strings("ways")?,
        labels,
    };
    Ok(((lang, task), sheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Result<((Lang, Task), PromptSheet), Problem> {
        read_prompt(&RelPath::new(format!("prompts/it/{name}.toml")), text.as_bytes())
    }

    #[test]
    fn a_sheet_is_of_the_language_and_the_task_that_its_path_names() {
        let text =
            "system = \"Scrivi.\"\nlayers = [\"topic\", \"facts\"]\n[label]\ntopic = \"Di\"\n";
        let ((lang, task), sheet) = read("first_comment", text).expect("a sheet");
        assert_eq!((lang.as_str(), task), ("it", Task::FirstComment));
        assert_eq!(sheet.layers, [LayerKind::Topic, LayerKind::Facts]);
        assert_eq!(sheet.labels["topic"], "Di");
        assert!(sheet.version.starts_with("folder-") && sheet.version.len() == 15);
    }

    #[test]
    fn what_cannot_be_meant_is_a_problem_with_its_place() {
        let place = |result: Result<_, Problem>| {
            let problem = result.expect_err("a problem");
            (problem.line, problem.column, problem.kind.code())
        };
        let layers = place(read("draft", "system = \"x\"\nlayers = [\"everything\"]\n"));
        assert_eq!((layers.0, layers.2), (2, "bad-value"));
        assert_eq!(place(read("draft", "closing = \"x\"\n")).2, "missing-key");
        assert_eq!(place(read("draft", "system = \"x\n")).0, 1);
        assert_eq!(place(read("poem", "system = \"x\"\n")).2, "bad-value");
        assert_eq!(place(read("draft", "system = 3\n")).2, "wrong-type");
    }
}
