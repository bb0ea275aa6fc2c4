//! The walls of ARCHITECTURE.md, read from its table and held against every path in `src`.
//!
//! Also the sizes of files, the openings of files, the names only one room may speak, and
//! the sentences that must come from `i18n`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::Visit;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Of the files beside the rooms of features, those that draw or speak.
const SHARED_VIEWS: &[&str] = &[
    "mod.rs",
    "fixture.rs",
    "lengths_view.rs",
    "mark.rs",
    "pointer.rs",
    "told_view.rs",
    "when_view.rs",
];

struct Source {
    /// Below `src`, such as `features/calendar/update.rs`.
    path: String,
    text: String,
}

impl Source {
    fn is_test(&self) -> bool {
        let only_for_tests = ["tests.rs", "fixture.rs"].iter().any(|end| self.path.ends_with(end));
        only_for_tests || self.path.contains("/tests/")
    }

    fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The row of the table that applies.
    fn row(&self) -> &str {
        let parts: Vec<&str> = self.path.split('/').collect();
        let shared = parts.len() == 2 && SHARED_VIEWS.contains(&parts[1]);
        let view = parts.len() > 2 && (parts[2] == "view.rs" || parts[2] == "view");
        if self.room() == "features" && (view || shared) { "features/view" } else { self.room() }
    }

    fn lines_without_tests(&self) -> usize {
        let file = parsed(self);
        let tests = file.items.iter().filter(|item| is_test_only(attrs(item)));
        let lines = tests.map(|item| {
            let from = attrs(item).first().map_or(item.span(), Spanned::span).start().line;
            item.span().end().line + 1 - from
        });
        self.text.lines().count() - lines.sum::<usize>()
    }
}

fn parsed(source: &Source) -> syn::File {
    syn::parse_file(&source.text).unwrap_or_else(|error| panic!("src/{}: {error}", source.path))
}

fn attrs(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn sources() -> Vec<Source> {
    let src = Path::new(ROOT).join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| Source {
            text: std::fs::read_to_string(&path).expect("a source file"),
            path: path.strip_prefix(&src).expect("below src").to_string_lossy().into_owned(),
        })
        .collect()
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            out.push(path);
        }
    }
}

fn walls() -> BTreeMap<String, Vec<String>> {
    let page = std::fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).expect("the page");
    let table = page.split("<!-- walls:begin -->").nth(1).expect("the table begins");
    let table = table.split("<!-- walls:end -->").next().expect("the table ends");
    table
        .lines()
        .filter(|line| {
            line.starts_with('|') && !line.starts_with("|--") && !line.contains("may import")
        })
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let allowed = cells[1].split(',').map(|room| room.trim().to_owned());
            (cells[0].to_owned(), allowed.filter(|room| !room.is_empty()).collect())
        })
        .collect()
}

/// Every path a file names, with its line, tests left out.
#[derive(Default)]
struct Paths {
    found: Vec<(Vec<String>, usize)>,
    depth: usize,
}

fn is_test_only(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| {
        attr.path().is_ident("cfg")
            && attr.parse_args::<syn::Ident>().is_ok_and(|ident| ident == "test")
    })
}

fn flatten(tree: &syn::UseTree, prefix: &[String], out: &mut Vec<Vec<String>>) {
    let with = |name: String| [prefix, &[name]].concat();
    match tree {
        syn::UseTree::Path(path) => flatten(&path.tree, &with(path.ident.to_string()), out),
        syn::UseTree::Name(name) => out.push(with(name.ident.to_string())),
        syn::UseTree::Rename(name) => out.push(with(name.ident.to_string())),
        syn::UseTree::Glob(_) => out.push(with("*".into())),
        syn::UseTree::Group(group) => group.items.iter().for_each(|t| flatten(t, prefix, out)),
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test_only(&item.attrs) {
            self.depth += 1;
            syn::visit::visit_item_mod(self, item);
            self.depth -= 1;
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test_only(&item.attrs) {
            let mut paths = Vec::new();
            flatten(&item.tree, &[], &mut paths);
            let line = item.use_token.span.start().line;
            self.found.extend(paths.into_iter().map(|path| (path, line)));
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|s| s.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |s| s.ident.span().start().line);
        self.found.push((names, line));
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        syn::visit::visit_macro(self, call);
    }
}

impl Paths {
    /// What a macro is given is not parsed for it: names joined by `::` are looked for.
    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        use proc_macro2::TokenTree as Token;
        let (mut names, mut line, mut joined) = (Vec::new(), 0, 0);
        for token in tokens {
            match token {
                Token::Ident(ident) if joined == 2 => names.push(ident.to_string()),
                Token::Punct(punct) if punct.as_char() == ':' && !names.is_empty() => {
                    joined += 1;
                    continue;
                }
                other => {
                    self.found.push((std::mem::take(&mut names), line));
                    match other {
                        Token::Ident(ident) => {
                            line = ident.span().start().line;
                            names.push(ident.to_string());
                        }
                        Token::Group(group) => self.tokens(group.stream()),
                        _ => {}
                    }
                }
            }
            joined = 0;
        }
        self.found.push((names, line));
    }
}

fn paths(source: &Source) -> Vec<(Vec<String>, usize)> {
    let mut paths = Paths::default();
    paths.visit_file(&parsed(source));
    paths.found
}

/// The room a path leads into, from a file of `source`'s room; `super` is followed.
fn target(source: &Source, path: &[String]) -> Option<String> {
    if path.first()? == "crate" {
        return path.get(1).cloned();
    }
    let ups = path.iter().take_while(|part| *part == "super").count();
    let mut inside: Vec<&str> = source.path.trim_end_matches(".rs").split('/').collect();
    if inside.last() == Some(&"mod") {
        inside.pop();
    }
    (ups >= inside.len() && ups > 0).then(|| path.get(ups).cloned()).flatten()
}

/// Where a file names a room that its row does not list.
fn broken_walls(source: &Source, walls: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let Some(allowed) = walls.get(source.row()) else {
        assert_eq!(source.path, "lib.rs", "no row for src/{}", source.path);
        return Vec::new();
    };
    if allowed.iter().any(|room| room == "*") {
        return Vec::new();
    }
    let named = paths(source).into_iter().filter_map(|(path, line)| {
        let room = target(source, &path)?;
        // `use crate::*` is a door into every room.
        let foreign = room == "*" || walls.contains_key(&room) && room != source.room();
        let broken = foreign && !allowed.contains(&room);
        broken.then(|| format!("src/{}:{line}: names {room}", source.path))
    });
    named.collect()
}

#[test]
fn no_room_names_a_room_its_row_does_not_list() {
    let walls = walls();
    assert!(walls.len() > 10, "the table was not read: {walls:?}");
    let sources = sources();
    let rooms = sources.iter().filter(|source| !source.is_test());
    let broken: Vec<String> = rooms.flat_map(|source| broken_walls(source, &walls)).collect();
    assert!(broken.is_empty(), "walls broken:\n{}", broken.join("\n"));
}

/// A wall that nothing can break is none.
#[test]
fn a_forbidden_path_is_found_however_it_is_written() {
    let walls = walls();
    for (path, text) in [
        ("text/wrap.rs", "use crate::ui::Theme;"),
        ("domain/post.rs", "fn f() -> crate::storage::Folder { todo!() }"),
        ("checks/mod.rs", "use super::i18n::Words;"),
        ("storage/hand.rs", "use crate::{domain::Post, git::History};"),
        ("features/editor/update.rs", "fn f() { let _ = crate::ui::put; }"),
        ("features/when.rs", "use crate::i18n::Words;"),
        ("ui/paint.rs", "mod inside { use crate::features::Ctx; }"),
        ("ui/paint.rs", "use crate::*;"),
        ("domain/post.rs", "fn f() { assert!(matches!(x, (1, crate::storage::Kind::Post))); }"),
        ("checks/mod.rs", "fn f() { let v = vec![super::i18n::Words::new()]; }"),
    ] {
        let source = Source { path: path.into(), text: text.into() };
        assert_eq!(broken_walls(&source, &walls).len(), 1, "{path}: {text}");
        let source = Source { path: path.into(), text: format!("#[cfg(test)] mod t {{ {text} }}") };
        assert_eq!(broken_walls(&source, &walls), [""; 0], "{path}: {text}");
    }
    for (path, text) in [
        ("storage/watch.rs", "use ratatui::crossterm::event::Event;"),
        ("ui/paint.rs", "use ratatui::crossterm::event::Event;"),
        ("features/fields/update.rs", "use ratatui::layout::Rect;"),
        ("runtime/tui.rs", "fn f() { ureq::get(\"x\"); }"),
    ] {
        let source = Source { path: path.into(), text: text.into() };
        assert_eq!(strangers(&source).len(), 1, "{path}: {text}");
    }
}

#[test]
fn feature_rooms_do_not_know_each_other_and_have_the_same_files() {
    let sources = sources();
    let mut rooms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in &sources {
        let parts: Vec<&str> = source.path.split('/').collect();
        if parts[0] != "features" || parts.len() < 3 {
            continue;
        }
        rooms.entry(parts[1].to_owned()).or_default().push(parts[2].to_owned());
        for (path, line) in paths(source) {
            let other = match path.iter().map(String::as_str).collect::<Vec<_>>()[..] {
                ["crate", "features", room, ..] => room.to_owned(),
                _ => continue,
            };
            let is_room = sources.iter().any(|s| s.path.starts_with(&format!("features/{other}/")));
            assert!(
                !is_room || other == parts[1],
                "src/{}:{line}: {} imports {other}",
                source.path,
                parts[1]
            );
        }
    }
    for (room, files) in rooms {
        for wanted in ["mod.rs", "state", "update", "view", "tests"] {
            let there = files
                .iter()
                .any(|file| file.trim_end_matches(".rs") == wanted.trim_end_matches(".rs"));
            assert!(there, "src/features/{room} has no {wanted}");
        }
    }
}

/// Which rooms may name an outside crate.
const HOMES: &[(&str, &[&str])] = &[
    ("ratatui", &["ui", "app", "runtime", "features/view"]),
    ("crossterm", &["runtime"]),
    ("ureq", &["ai"]),
    ("notify", &["storage"]),
    ("rustix", &["storage", "ai", "child", "signing", "runtime", "cli"]),
    ("fluent_bundle", &["i18n"]),
    ("clap", &["cli", "main"]),
    ("signal_hook", &["runtime", "cli", "main"]),
];

/// Where a file names a crate outside its rooms, also one that another hands on.
fn strangers(source: &Source) -> Vec<String> {
    let homeless = |name: &String| {
        let home = HOMES.iter().find(|(known, _)| known == name);
        home.is_some_and(|(_, rooms)| !rooms.contains(&source.row()))
    };
    let named = paths(source).into_iter().filter_map(|(path, line)| {
        let ours = path.first().is_some_and(|first| first == "crate" || first == "super");
        let name = path.iter().take(2).find(|name| !ours && homeless(name))?;
        Some(format!("src/{}:{line}: {name} is not for this room", source.path))
    });
    named.collect()
}

/// What nobody names any more is only built.
#[test]
fn every_dependency_is_named_by_some_code() {
    let manifest = std::fs::read_to_string(Path::new(ROOT).join("Cargo.toml")).expect("there");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    for (section, folders) in [
        ("dependencies", ["src"].as_slice()),
        ("dev-dependencies", &["src", "tests", "benches", "examples"]),
    ] {
        let code: String = folders.iter().map(|folder| rust_below(folder)).collect();
        for name in manifest[section].as_table().expect("a table").keys() {
            let named = name.replace('-', "_");
            assert!(code.contains(&format!("{named}::")), "[{section}] {name} is not used");
        }
    }
}

/// All the code of a folder.
fn rust_below(folder: &str) -> String {
    let mut files = Vec::new();
    collect(&Path::new(ROOT).join(folder), &mut files);
    files.into_iter().map(|file| std::fs::read_to_string(file).expect("a source file")).collect()
}

#[test]
fn outside_crates_stay_where_they_belong() {
    let sources = sources();
    let rooms = sources.iter().filter(|source| !source.is_test());
    let strange: Vec<String> = rooms.flat_map(strangers).collect();
    assert!(strange.is_empty(), "{}", strange.join("\n"));
}

#[test]
fn only_storage_unwraps_a_machines_words() {
    for source in sources().iter().filter(|source| !source.is_test()) {
        let speaks = source.text.contains("into_stored");
        let owner = source.room() == "storage" || source.path == "domain/suggestion.rs";
        assert!(!speaks || owner, "src/{} unwraps a ModelText", source.path);
    }
}

/// Where a name may stand, by the beginning of the path under `src/`.
const KEPT_NAMES: [(&str, &[&str]); 5] = [
    // An act is made where a key is read, and used up where it is written down.
    (
        "ApproveAct",
        &[
            "gate/",
            "runtime/session.rs",
            "runtime/crew.rs",
            "runtime/clerk.rs",
            "runtime/desk/approving.rs",
            "runtime/notary.rs",
            "cli/approve.rs",
        ],
    ),
    ("gate::Block", &["gate/", "runtime/notary.rs", "storage/approving.rs"]),
    // What a hand pressed is told by whatever reads the keys.
    ("Provenance::Keyboard", &["gate/act.rs", "runtime/input.rs"]),
    // One hand writes it; the reader of posts reads it.
    (
        "\"approval\"",
        &[
            "storage/approving.rs",
            "storage/read/post_file.rs",
            "storage/read/finding_place.rs",
            "storage/splice/insert.rs",
            "cli/approval.rs",
            // The settings have a table of that name.
            "config/approval.rs",
        ],
    ),
    // Nothing sends anything out yet.
    ("gate::Approved", &["gate/"]),
];

#[test]
fn what_an_approval_is_made_of_is_named_by_few() {
    let sources = sources();
    for (name, owners) in KEPT_NAMES {
        let speaks = |text: &str| match name.strip_prefix("gate::") {
            // However a `use` of several is written.
            Some(bare) => {
                text.split("use crate::gate::").skip(1).any(|rest| {
                    let list = rest.split(';').next().unwrap_or_default();
                    list.split(|c: char| !c.is_alphanumeric()).any(|word| word == bare)
                }) || text.contains(name)
            }
            None => text.contains(name),
        };
        let strangers: Vec<&str> = sources
            .iter()
            .filter(|source| !source.is_test() && speaks(&without_tests(&source.text)))
            .map(|source| source.path.as_str())
            .filter(|path| !owners.iter().any(|owner| path.starts_with(owner)))
            .collect();
        assert!(strangers.is_empty(), "{name} is named in {strangers:?}");
        let known = |owner: &&&str| sources.iter().any(|source| source.path.starts_with(**owner));
        assert!(owners.iter().all(|owner| known(&owner)), "an owner of {name} is gone");
    }
}

/// What stands before the tests of a file.
fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

#[test]
fn what_may_not_compile_is_tried_by_the_command_of_the_readme() {
    let gate = rust_below("src/gate");
    for (kept, what) in [
        ("ApproveAct { how: todo!() }", "made up"),
        ("act.clone()", "used twice"),
        ("gate::Block { approval", "made up"),
        ("gate::Approved { covered, given }", "made up"),
    ] {
        let at = gate.find(kept).unwrap_or_else(|| panic!("{kept}: nothing tries it {what}"));
        let opened = gate[..at].rfind("```").expect("a block of code");
        assert!(gate[opened..].starts_with("```compile_fail"), "{kept} would have to compile");
    }
    let read = |file: &str| std::fs::read_to_string(Path::new(ROOT).join(file)).expect("a file");
    // nextest runs no code of the documentation; `cargo test` does.
    assert!(read("README.md").contains("\ncargo test "), "the README names another command");
    assert!(read(".ci/run").contains("cargo test --locked\n"), "CI runs another command");
}

#[test]
fn what_people_say_of_a_post_is_no_business_of_models_or_of_what_goes_out() {
    let words = ["Note", "NoteKind", "Review", "Errand", "NOTES"];
    for source in sources().iter().filter(|source| ["ai", "gate"].contains(&source.room())) {
        let spoken = source.text.split(|c: char| !c.is_alphanumeric() && c != '_');
        let named: Vec<&str> = spoken.filter(|word| words.contains(word)).collect();
        assert!(named.is_empty(), "src/{} names {named:?}", source.path);
    }
}

#[test]
fn files_are_small_and_say_what_they_are() {
    let sources = sources();
    let mut sizes: Vec<usize> = Vec::new();
    for source in &sources {
        assert!(
            source.is_test() || source.text.starts_with("//! "),
            "src/{} does not open with what it owns",
            source.path
        );
        if source.is_test() {
            continue;
        }
        let lines = source.lines_without_tests();
        assert!(lines <= 500, "src/{} has {lines} lines without its tests", source.path);
        let tests = source.text.lines().count() - lines;
        assert!(tests <= 200, "src/{}: {tests} lines of tests belong in tests.rs", source.path);
        sizes.push(lines);
    }
    sizes.sort_unstable();
    let (median, p90) = (sizes[sizes.len() / 2], sizes[sizes.len() * 9 / 10]);
    assert!(median <= 150, "median file: {median} lines");
    assert!(p90 <= 350, "nine files of ten: {p90} lines");
}

/// Data that happens to look like words: what other programs write, and examples of values.
const DATA: &[&str] = &["copia in conflitto", "mon wed fri 12:30"];

/// String literals that look like sentences, outside the places where they belong.
#[derive(Default)]
struct Sentences {
    found: Vec<(String, usize)>,
}

impl<'ast> Visit<'ast> for Sentences {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test_only(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        // What `expect` says is for the person who reads the panic, in any language.
        if call.method == "expect" {
            self.visit_expr(&call.receiver);
        } else {
            syn::visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        let text = literal.value();
        let words = text
            .split_whitespace()
            .filter(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 1)
            .filter(|w| w.chars().all(|c| c.is_alphabetic() || ".,;:!?'’…".contains(c)))
            .count();
        if words >= 3 && !DATA.contains(&text.as_str()) {
            self.found.push((text, literal.span().start().line));
        }
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        let name = mac.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
        if ["panic", "unreachable", "assert", "debug_assert", "include_str", "env", "concat"]
            .contains(&name.as_str())
        {
            return;
        }
        let parser = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(args) = mac.parse_body_with(parser) {
            for arg in &args {
                self.visit_expr(arg);
            }
        }
    }
}

#[test]
fn every_sentence_comes_from_i18n() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|s| !s.is_test() && s.room() != "i18n") {
        let file = parsed(source);
        let mut sentences = Sentences::default();
        sentences.visit_file(&file);
        let said = sentences.found.into_iter();
        found.extend(said.map(|(text, line)| format!("src/{}:{line}: {text:?}", source.path)));
    }
    assert!(found.is_empty(), "sentences outside i18n:\n{}", found.join("\n"));
}
