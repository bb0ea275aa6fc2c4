//! SSH signatures over what an approval covers: made and verified by the user's own
//! `ssh-keygen`, which knows their keys, their agent and their hardware.
//!
//! Owns how it is called, and what a signature itself says of a touch (`armour.rs`). Never
//! asks the person anything, writes no file, and decides nothing: the gate does.

mod armour;
mod base64;
mod key;
mod keygen;
mod signers;
#[cfg(test)]
mod tests;

pub use key::is_touched;
pub use keygen::Keygen;
pub use signers::{Listed, Standing, listed};

/// What a signature is for: one that was made for git, or for mail, is none here.
pub const NAMESPACE: &str = "palinsesto-approval";
