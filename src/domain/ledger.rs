//! Where the ledger of approvals stops being what was written, to be told to a person.
//! What a line says, and whether it is believed, is the gate's.

/// What is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerFault {
    /// The file, as the person finds it.
    pub path: String,
    pub gap: Gap,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// From this line on, counted from 1.
    Line(usize),
    /// The lines hold, and what the last of them should be is not what stands after this one.
    End { after: usize },
    /// Without the key that was made for it no line can be verified.
    Key,
}

impl Gap {
    /// How many lines before it hold.
    pub fn sound(self) -> usize {
        match self {
            Self::Line(line) => line.saturating_sub(1),
            Self::End { after } => after,
            Self::Key => 0,
        }
    }
}
