//! What the terminal sent, freed of any terminal library.

/// One thing a person did at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    pub kind: InputKind,
    pub press: Press,
    pub provenance: Provenance,
    /// Milliseconds since the program started, taken when the bytes were read.
    pub read_at: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputKind {
    Key(Key),
    Paste(String),
    Mouse(Mouse),
    Resize { width: u16, height: u16 },
    FocusGained,
    FocusLost,
}

/// A decision that matters takes a press, never a repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Press {
    Press,
    Repeat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Provenance {
    Keyboard,
    Paste,
    Mouse,
    Terminal,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyCode {
    Char(char),
    F(u8),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// Any letter or figure. A row of the key table may ask for it; no terminal sends it.
    Letter,
}

impl Key {
    pub fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// This key of the table is the one that was pressed.
    pub fn is(self, pressed: Self) -> bool {
        let any = self.code == KeyCode::Letter;
        self == pressed || any && pressed.letter().is_some_and(char::is_alphanumeric)
    }

    /// The letter a person typed, where the key is one: nothing but Shift is held.
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mouse {
    pub kind: MouseKind,
    pub column: u16,
    pub row: u16,
    /// 1 for a click, 2 for a double one, 3 for a triple one.
    pub clicks: u8,
    pub shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MouseKind {
    Down,
    Drag,
    Up,
    WheelUp,
    WheelDown,
}
