//! Turns the English Fluent files into typed functions, so that a message that is
//! missing, or called with the wrong number of arguments, does not compile. Lays out the
//! messages of each language by key, so that a run parses only those it says.
//! That the Italian files say the same things is a test's job (`i18n::tests`).
//!
//! Turns the tables that every start reads from TOML into JSON, which is read ten times
//! as fast, and the rows of the key table into Rust, which need not be read at all.

#![expect(clippy::disallowed_methods, reason = "cargo speaks to a build script this way")]
#![expect(clippy::format_collect, reason = "a few hundred short strings, once a build")]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Resource};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Read at every start.
const TABLES: [&str; 8] = [
    "claims/en",
    "claims/it",
    "disclosure",
    "holidays",
    "networks",
    "themes/dark",
    "themes/light",
    "themes/neutral",
];

fn main() {
    println!("cargo:rerun-if-changed=assets/locales");
    stand_still();
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let locales = root.join("assets/locales");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("keymap.rs"), key_rows(&table_of(&root, "keymap")))
        .expect("OUT_DIR is writable");
    for table in TABLES {
        let value = table_of(&root, table);
        let json = serde_json::to_string(&value).expect("TOML of texts and numbers");
        let name = table.replace('/', "-");
        fs::write(out.join(format!("{name}.json")), json).expect("OUT_DIR is writable");
    }
    let mut code = String::new();
    for lang in ["en", "it"] {
        let files = ftl_files(&locales.join(lang));
        let mut messages: Vec<(String, String)> =
            files.iter().flat_map(|file| messages_of(file)).collect();
        messages.sort();
        let table = lang.to_uppercase();
        writeln!(code, "const {table}: &[(&str, &str)] = &{messages:?};").expect("a String");
        if lang == "en" {
            let functions: String = files.iter().map(|file| functions_of(file)).collect();
            // A message takes as many arguments as its sentence has.
            let many = "#[expect(clippy::too_many_arguments, reason = \"one for each place\")]";
            writeln!(code, "{many}\nimpl Words {{\n{functions}}}").expect("a String");
        }
    }
    fs::write(out.join("words.rs"), code).expect("OUT_DIR is writable");
}

/// Where the system starts programs at any address, fifty thousand addresses in ours have to
/// be corrected first, most of them in the tables of time zones: a tenth of the time to the
/// first frame. What is built to be used stands where it was linked instead. The heap, the
/// stacks and the libraries still stand anywhere, and nothing of ours is `unsafe`.
fn stand_still() {
    let of = |name: &str| env::var(name).unwrap_or_default();
    let gnu = of("CARGO_CFG_TARGET_OS") == "linux" && of("CARGO_CFG_TARGET_ENV") == "gnu";
    if gnu && of("PROFILE") == "release" {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}

fn table_of(root: &Path, name: &str) -> toml::Value {
    let file = root.join(format!("assets/{name}.toml"));
    println!("cargo:rerun-if-changed={}", file.display());
    let text = fs::read_to_string(&file).expect("a readable table");
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The rows of the key table as `keymap::table::RawRow`s.
fn key_rows(table: &toml::Value) -> String {
    let word = |value: &toml::Value| format!("{:?}", value.as_str().expect("a word"));
    let words = |value: &toml::Value| match value.as_array() {
        Some(all) => format!("&[{}]", all.iter().map(word).collect::<Vec<_>>().join(", ")),
        None => format!("&[{}]", word(value)),
    };
    let rows = table.get("key").and_then(toml::Value::as_array).expect("rows of keys");
    let row = |row: &toml::Value| {
        let row = row.as_table().expect("a row is a table");
        let known = ["scope", "keys", "action", "say", "hint"];
        let odd = row.keys().find(|key| !known.contains(&key.as_str()));
        assert!(odd.is_none(), "a row of keys has no {odd:?}: {row}");
        let field =
            |key| row.get(key).unwrap_or_else(|| panic!("a row of keys has a {key}: {row}"));
        let (scopes, keys) = (words(field("scope")), words(field("keys")));
        let (action, say) = (word(field("action")), word(field("say")));
        let hint = row.get("hint").map_or("None".to_owned(), |hint| format!("Some({hint})"));
        format!(
            "RawRow {{ scopes: {scopes}, keys: {keys}, action: {action}, say: {say}, hint: {hint} }},\n"
        )
    };
    format!("&[\n{}]", rows.iter().map(row).collect::<String>())
}

fn ftl_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("assets/locales/LANG exists")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "ftl"))
        .collect();
    files.sort();
    files
}

fn parsed(file: &Path) -> Resource<String> {
    println!("cargo:rerun-if-changed={}", file.display());
    let text = fs::read_to_string(file).expect("a readable ftl file");
    fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()))
}

/// The key and the source of every message of a file.
fn messages_of(file: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in parsed(file).body {
        let Entry::Message(mut message) = entry else { continue };
        message.comment = None;
        let key = message.id.name.clone();
        let alone = Resource { body: vec![Entry::Message(message)] };
        found.push((key, fluent_syntax::serializer::serialize(&alone)));
    }
    found
}

fn functions_of(file: &Path) -> String {
    let resource = parsed(file);
    let mut code = String::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = &message.value else { continue };
        let mut names = Vec::new();
        variables(&pattern.elements, &mut names);
        let id = &message.id.name;
        let params: String = names
            .iter()
            .map(|n| format!(", {}: impl Into<Arg<'a>>", n.replace('-', "_")))
            .collect();
        let args: String =
            names.iter().map(|n| format!("({n:?}, {}.into()),", n.replace('-', "_"))).collect();
        let lifetime = if names.is_empty() { "" } else { "<'a>" };
        writeln!(
            code,
            "    pub fn {}{lifetime}(&self{params}) -> String {{ self.say({id:?}, [{args}]) }}",
            id.replace('-', "_")
        )
        .expect("a String");
    }
    code
}

/// The arguments of a message in the order in which they first appear.
fn variables<'s>(elements: &'s [PatternElement<String>], names: &mut Vec<&'s str>) {
    for element in elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression<'s>(expression: &'s Expression<String>, names: &mut Vec<&'s str>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            for variant in variants {
                variables(&variant.value.elements, names);
            }
        }
    }
}

fn in_inline<'s>(inline: &'s InlineExpression<String>, names: &mut Vec<&'s str>) {
    match inline {
        InlineExpression::VariableReference { id } if !names.contains(&id.name.as_str()) => {
            names.push(&id.name);
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                in_inline(argument, names);
            }
        }
        _ => {}
    }
}
