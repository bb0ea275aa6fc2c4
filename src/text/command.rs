//! What a person can ask of a text: data, so that a key table can name it and a test
//! can list it. The buffer carries it out; nothing here does.

/// Where the cursor goes. With selection, the other end stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    Left,
    Right,
    /// By visual row, keeping the column.
    Up,
    Down,
    WordLeft,
    WordRight,
    /// Ends of the visual row.
    RowStart,
    RowEnd,
    PageUp,
    PageDown,
    Start,
    End,
}

/// What happens to the text. Each is one step of undo, but typed letters join by word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Edit {
    /// Typed: a grapheme or a few.
    Type(String),
    /// Anything that arrived at once, whatever its size: one step.
    Paste(String),
    NewLine,
    /// Here the next message of a thread begins.
    Break,
    DeleteBack,
    DeleteForward,
    DeleteWordBack,
    DeleteWordForward,
    /// Removes the selection; the caller has copied it before.
    DeleteSelection,
    /// Removes everything, as one step.
    Clear,
    SelectAll,
    SelectNone,
    Undo,
    Redo,
}
