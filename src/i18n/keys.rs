//! Keys as sentences name them, scopes, and what is wrong with a key of the settings.

use super::Words;
use crate::vocab::{Action, KeyFault, KeyFaultKind, Scope, Stroke};

impl Words {
    /// The key of an action in a scope, else wherever it has one; where the person took it
    /// away, how the palette finds it: `: sposta`.
    pub fn key(&self, scope: Scope, action: &Action) -> String {
        let mut rows = self.keys.iter().filter(|row| row.action == *action);
        let here = rows.clone().find(|row| row.scope == scope);
        let Some(row) = here.or_else(|| rows.next()) else { return String::new() };
        if let Some(stroke) = row.stroke {
            return self.stroke(stroke);
        }
        let mut palette = self.keys.iter().filter(|row| row.action == Action::Palette);
        let palette = palette.find_map(|row| row.stroke);
        let palette = palette.map(|stroke| self.stroke(stroke) + " ").unwrap_or_default();
        format!("{palette}{}", self.by_key(&row.say))
    }

    /// A key beside a label: arrows and `⏎` where they can be shown.
    pub fn stroke(&self, stroke: Stroke) -> String {
        if self.ascii { self.stroke_name(stroke) } else { self.own_names(stroke.shown()) }
    }

    /// A key by its name, as it stands on the keyboards of the language.
    pub fn stroke_name(&self, stroke: Stroke) -> String {
        self.own_names(stroke.to_string())
    }

    fn own_names(&self, keys: String) -> String {
        let names = [
            ("Enter", self.key_name_enter()),
            ("Space", self.key_name_space()),
            ("Delete", self.key_name_delete()),
            ("Letter", self.key_name_letter()),
        ];
        names.iter().fold(keys, |keys, (name, own)| keys.replace(name, own))
    }

    /// The heading of a scope's keys in the help.
    pub fn scope(&self, scope: Scope) -> String {
        match scope {
            Scope::Global => self.scope_global(),
            Scope::Week => self.scope_week(),
            Scope::Day => self.scope_day(),
            Scope::Backlog => self.scope_backlog(),
            Scope::Bring => self.scope_bring(),
            Scope::Move => self.scope_move(),
            Scope::Range => self.scope_range(),
            Scope::Drafts => self.scope_drafts(),
            Scope::Brief => self.scope_brief(),
            Scope::Reason => self.scope_reason(),
            Scope::Origin => self.scope_origin(),
            Scope::Voice => self.scope_voice(),
            Scope::Review => self.scope_review(),
            Scope::Needs => self.scope_needs(),
            Scope::Approve => self.scope_approve(),
            Scope::Text => self.scope_text(),
            Scope::Line => self.scope_line(),
            Scope::Filter => self.scope_filter(),
            Scope::Choices => self.scope_choices(),
            Scope::Form => self.scope_form(),
            Scope::List => self.scope_list(),
            Scope::Fields => self.scope_fields(),
            Scope::Picker => self.scope_picker(),
            Scope::Search => self.scope_search(),
            Scope::Reader => self.scope_reader(),
            Scope::Question => self.scope_question(),
        }
    }

    pub fn key_fault(&self, fault: &KeyFault) -> String {
        let why = match &fault.kind {
            KeyFaultKind::NoSuchRow => self.key_fault_no_row(),
            KeyFaultKind::NotAKey(key) => self.key_fault_no_key(key.as_str()),
            KeyFaultKind::Taken { key, by } => self.key_fault_taken(key.as_str(), by.as_str()),
        };
        self.key_fault_message(fault.row.as_str(), why)
    }
}
