//! Palinsesto: a terminal content calendar.
//!
//! The map, one sentence a room. Who may import whom stands in `ARCHITECTURE.md`
//! and is tested.

// Tests make folders, files and programs to try the owners with; the code itself may not.
#![cfg_attr(test, allow(clippy::disallowed_methods))]

/// Suggestions from models, commands and the built-in composer.
pub mod ai;
/// The whole program as one state: routing, focus, overlays, toasts, undo.
pub mod app;
/// What can be noticed about a post: limits, files, times.
pub mod checks;
/// One call of another program: fed, drained, ended with all it has started.
pub mod child;
/// One verb of the command line, one small file.
pub mod cli;
/// The user's own settings.
pub mod config;
/// TOML read key by key, every value with its place; pure.
pub mod document;
/// Posts, placements, weeks, suggestions, decisions; pure.
pub mod domain;
/// A room per thing a person does.
pub mod features;
/// Which bytes a person said yes to, and how anybody can tell; pure.
pub mod gate;
/// The history around the folder: branch, changes, author.
pub mod git;
/// Every sentence a person reads, in Italian and English.
pub mod i18n;
/// Keys as data: a row of TOML becomes an action.
pub mod keymap;
/// Event loop, terminal, input, signals: where effects become events.
pub mod runtime;
/// SSH signatures over approvals, by the user's own `ssh-keygen`.
pub mod signing;
/// The only hand on the content folder.
pub mod storage;
/// Graphemes, sentences, counting, diff, the editing buffer; pure.
pub mod text;
/// Layout, theme, widgets, and the plain renderer.
pub mod ui;
/// The words rooms speak: actions, events, effects.
pub mod vocab;
