//! Scopes, and what is wrong with a key of the settings, in words.

use super::Words;
use crate::vocab::{KeyFault, KeyFaultKind, Scope};

impl Words {
    /// The heading of a scope's keys in the help.
    pub fn scope(&self, scope: Scope) -> String {
        match scope {
            Scope::Global => self.scope_global(),
            Scope::Week => self.scope_week(),
            Scope::Day => self.scope_day(),
            Scope::Backlog => self.scope_backlog(),
            Scope::Move => self.scope_move(),
            Scope::Range => self.scope_range(),
            Scope::Drafts => self.scope_drafts(),
            Scope::Reason => self.scope_reason(),
            Scope::Origin => self.scope_origin(),
            Scope::Voice => self.scope_voice(),
            Scope::Text => self.scope_text(),
            Scope::Line => self.scope_line(),
            Scope::Form => self.scope_form(),
            Scope::List => self.scope_list(),
            Scope::Fields => self.scope_fields(),
            Scope::Picker => self.scope_picker(),
            Scope::Reader => self.scope_reader(),
            Scope::Question => self.scope_question(),
        }
    }

    pub fn key_fault(&self, fault: &KeyFault) -> String {
        let why = match &fault.kind {
            KeyFaultKind::NoSuchRow => self.key_fault_no_row(),
            KeyFaultKind::NotAKey(key) => self.key_fault_no_key(key.as_str()),
            KeyFaultKind::Taken { key, by } => self.key_fault_taken(key.as_str(), by.as_str()),
            KeyFaultKind::NotATable(reason) => self.key_fault_no_table(reason.as_str()),
        };
        self.key_fault_message(fault.row.as_str(), why)
    }
}
