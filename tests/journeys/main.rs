//! Journeys: whole stories with keys in, screen and files out, in both languages.

#![allow(clippy::disallowed_methods, reason = "a story makes its folder and asks git about it")]

mod approving;
#[path = "../support/canned.rs"]
mod canned;
mod carrying;
mod claiming;
mod covering;
mod disclosing;
mod editing;
mod elsewhere;
mod fields;
mod finding;
mod first_day;
mod freezing;
mod helping;
#[path = "../support/hostile.rs"]
mod hostile;
mod injected;
mod learning;
mod looking;
mod on_disk;
mod origins;
mod outside;
mod planning;
mod pointing;
#[path = "../support/repository.rs"]
mod repository;
mod reviewing;
mod signing;
mod stage;
mod suggestions;
mod threads;

/// A brand with two channels, and one post this Wednesday without a text.
pub const BOTTEGA: &[(&str, &str)] = &[
    (
        "palinsesto.toml",
        r#"format = 1
id = "b7m2x9qe"

[brand]
name = "Bottega Aurora"
timezone = "Europe/Rome"
languages = ["it", "en"]
country = "IT"

[channels.ig]
network = "instagram"
account = "@bottega.aurora"
slots = ["mon wed fri 12:30"]

[channels.bs]
network = "bluesky"
account = "@aurora.example.org"

[pillars.prodotto]
name = "Prodotto"

[pillars.persone]
name = "Persone"

[ai]
profile = "canned"
"#,
    ),
    (".gitignore", ".palinsesto-*\n"),
    (
        "posts/2026/W48/la-lana-torna.k3f9q7ab.toml",
        r#"# Scritto da Ada, con la sua calma
id = "k3f9q7ab"
title = "La lana torna"
when = 2026-11-25T12:30:00   # mezz'ora dopo mezzogiorno
channels = ["ig"]
lang = "it"
colore = "robbia"
text = ""
"#,
    ),
    (
        "posts/2026/W48/chi-tesse.m4n5p6q7.toml",
        r#"id = "m4n5p6q7"
title = "Chi tesse"
when = 2026-11-26T09:00:00
channels = ["ig", "bs"]
lang = "it"
text = """
Ogni sciarpa porta il nome di chi l'ha tessuta.
"""
"#,
    ),
    (
        "ideas/il-quaderno-verde.r8s9t0v1.toml",
        r#"id = "r8s9t0v1"
title = "Il quaderno verde"
channels = ["ig"]
"#,
    ),
];
