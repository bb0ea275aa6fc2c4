//! Against real model servers, none of which is ours.
//!
//! A script beside this file starts each and prints what to export; without it a test says
//! which script that is and passes without having looked.

#![allow(clippy::disallowed_methods, reason = "addresses, folders and waits are the tests' own")]

#[path = "../cli/folder.rs"]
#[allow(dead_code, reason = "these stories need a part of it")]
mod folder;
mod llama;
mod near;
mod program;
mod relay;
mod slow;
mod wires;
