//! The command line as a person or a script meets it: the real binary, a folder of its
//! own, a home of its own, a held clock, both languages.

#![expect(clippy::disallowed_methods, reason = "the tests make the folders they look at")]

mod approving;
mod calling;
mod checking;
mod claiming;
mod connecting;
mod counting;
mod covering;
mod disclosing;
mod folder;
mod freezing;
mod hashtags;
#[path = "../support/hostile.rs"]
mod hostile;
mod injected;
mod mistreated;
mod planning;
mod reading;
mod reviewing;
mod setting;
mod smelling;
mod suggesting;
#[path = "../support/yes.rs"]
mod yes;

use folder::Bottega;
