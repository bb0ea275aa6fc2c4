//! Where a key counts. The key table has one section a scope; the app hands the scopes
//! in force, nearest first.

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Everywhere outside a text.
    Global,
    Week,
    /// The day view that `+N` opens.
    Day,
    /// The list of ideas beside the week.
    Backlog,
    /// An idea is being chosen for an empty place of the week.
    Bring,
    /// A move in progress: arrows carry the card.
    Move,
    /// A range is being selected.
    Range,
    /// The panes of suggestions.
    Drafts,
    /// What is asked for, before it is.
    Brief,
    /// Why a suggestion is rejected: one key.
    Reason,
    /// Where the words of a post come from.
    Origin,
    /// The rules learned from decisions.
    Voice,
    /// What was said about a post.
    Review,
    /// All that waits for this person.
    Needs,
    /// A post as it goes out, to be approved.
    Approve,
    /// A text of many lines being edited.
    Text,
    /// A text of one line.
    Line,
    /// The fields of a post, which are saved on leaving.
    Fields,
    /// Typing narrows a list: the palette, the search, the date to go to.
    Picker,
    /// What was found, below the words that are looked for.
    Search,
    /// The choices of a filter: letters are words to look for.
    Filter,
    /// A row of choices in a form: letters lead to the choice that begins with them.
    Choices,
    /// A form: rows of fields.
    Form,
    /// A list to choose from.
    List,
    /// Something to read: help, the prompt.
    Reader,
    /// A question with named answers.
    Question,
}

impl Scope {
    pub const ALL: [Self; 26] = [
        Self::Global,
        Self::Week,
        Self::Day,
        Self::Backlog,
        Self::Bring,
        Self::Move,
        Self::Range,
        Self::Drafts,
        Self::Brief,
        Self::Reason,
        Self::Origin,
        Self::Voice,
        Self::Review,
        Self::Needs,
        Self::Approve,
        Self::Text,
        Self::Line,
        Self::Fields,
        Self::Picker,
        Self::Search,
        Self::Filter,
        Self::Choices,
        Self::Form,
        Self::List,
        Self::Reader,
        Self::Question,
    ];

    /// The section's name in the key table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Week => "week",
            Self::Day => "day",
            Self::Backlog => "backlog",
            Self::Bring => "bring",
            Self::Move => "move",
            Self::Range => "range",
            Self::Drafts => "drafts",
            Self::Brief => "brief",
            Self::Reason => "reason",
            Self::Origin => "origin",
            Self::Voice => "voice",
            Self::Review => "review",
            Self::Needs => "needs",
            Self::Approve => "approve",
            Self::Text => "text",
            Self::Line => "line",
            Self::Fields => "fields",
            Self::Picker => "picker",
            Self::Search => "search",
            Self::Filter => "filter",
            Self::Choices => "choices",
            Self::Form => "form",
            Self::List => "list",
            Self::Reader => "reader",
            Self::Question => "question",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }

    /// Letters without a row are typed here.
    pub fn takes_letters(self) -> bool {
        matches!(self, Self::Text | Self::Line | Self::Filter)
    }
}
