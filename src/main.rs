//! Parse, run, and the only exit code.

fn main() {}
