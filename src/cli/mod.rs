//! The command line: one verb, one small file.

pub mod demo;
pub mod init;
pub mod place;
