//! `family` on systems where a process cannot be followed out of its group: there is
//! nothing to find, and what leaves the group goes on.

use rustix::process::Pid;
use std::ffi::OsString;

pub(super) struct Family;

pub(super) enum Member {}

impl Family {
    pub fn free() -> Self {
        Self
    }

    pub fn begin() -> Self {
        Self
    }

    pub fn variable(&self) -> Option<(OsString, OsString)> {
        None
    }

    pub fn members(&self, _root: Option<Pid>) -> Vec<Member> {
        Vec::new()
    }

    pub fn end(&self, _root: Option<Pid>, _left: Vec<Member>) {}
}
