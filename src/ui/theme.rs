//! Roles, not colours: what a thing is decides how it looks, in four designed levels of
//! colour on dark and on light. The values stand in `assets/themes/`.
//!
//! No meaning is carried by colour alone: every role that means something has a weight,
//! an underline or a glyph of its own where there are no colours.

use ratatui::style::{Color, Modifier, Style};
use std::collections::BTreeMap;

/// How many colours the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Colors {
    None,
    Ansi16,
    Ansi256,
    True,
}

macro_rules! roles {
    ($($(#[doc = $doc:literal])? $field:ident $role:ident,)*) => {
        /// What a piece of the screen is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role {
            $($(#[doc = $doc])? $role,)*
        }

        /// The styles of every role, ready to draw with.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Theme {
            $(pub $field: Style,)*
            networks: BTreeMap<String, Style>,
            /// Draw with ASCII twins instead of `✓ ● …`.
            pub ascii: bool,
        }

        impl Role {
            pub const ALL: &'static [Self] = &[$(Self::$role,)*];
        }

        impl Theme {
            pub fn style(&self, role: Role) -> Style {
                match role { $(Role::$role => self.$field,)* }
            }

            fn read(source: &str, colors: Colors, ascii: bool) -> Self {
                let file: Rows = serde_json::from_str(source).unwrap_or_default();
                let of = |name: &str| {
                    file.role.get(name).map_or_else(Style::default, |row| row.style(colors))
                };
                let networks = file.network.iter();
                let mut theme = Self {
                    $($field: of(stringify!($field)),)*
                    networks: networks.map(|(k, row)| (k.clone(), row.style(colors))).collect(),
                    ascii,
                };
                theme.cursor = theme.cursor.add_modifier(super::cursor::MARK);
                theme
            }

            #[cfg(test)]
            fn names() -> &'static [&'static str] {
                &[$(stringify!($field),)*]
            }
        }
    };
}

roles! {
    text Text,
    #[doc = "What can be read later: labels, axes, explanations."]
    dim Dim,
    #[doc = "A card's title, a heading."]
    title Title,
    #[doc = "Focus, and today."]
    accent Accent,
    border Border,
    border_focused BorderFocused,
    title_focused TitleFocused,
    today Today,
    #[doc = "What the cursor stands on."]
    selected Selected,
    #[doc = "What the cursor stands on in a pane that has not the focus."]
    selected_dim SelectedDim,
    #[doc = "Marked with others in a range."]
    marked Marked,
    #[doc = "Needs a person."]
    warm Warm,
    error Error,
    planned Planned,
    published Published,
    idea Idea,
    #[doc = "Outlined, never filled: a free slot, a move in progress."]
    ghost Ghost,
    #[doc = "A move in progress."]
    moving Moving,
    #[doc = "Words a machine wrote."]
    machine Machine,
    #[doc = "Words a hand wrote over a machine's."]
    hand Hand,
    accepted Accepted,
    rejected Rejected,
    #[doc = "The key of a hint."]
    key Key,
    chip Chip,
    chip_on ChipOn,
    #[doc = "Hashtags, mentions and links."]
    tag Tag,
    #[doc = "What matched a search."]
    matched Matched,
    #[doc = "The text cursor's cell."]
    cursor Cursor,
    #[doc = "Text selected for copying."]
    selection Selection,
    #[doc = "A span with a finding that needs a person."]
    marked_span MarkedSpan,
    #[doc = "A span with a finding that only informs."]
    noticed Noticed,
    toast Toast,
    #[doc = "The line of now across today."]
    now Now,
}

#[derive(Default, serde::Deserialize)]
struct Rows {
    role: BTreeMap<String, Row>,
    network: BTreeMap<String, Row>,
}

/// One role: colours as `["#rrggbb", 256-colour index, "16-colour name"]`.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    fg: Option<(String, u8, String)>,
    bg: Option<(String, u8, String)>,
    /// Attributes at every level.
    #[serde(default)]
    with: Vec<String>,
    /// Attributes only where colours cannot say it.
    #[serde(default)]
    bare: Vec<String>,
}

impl Row {
    fn style(&self, colors: Colors) -> Style {
        let pick = |entry: &Option<(String, u8, String)>| {
            let (rgb, index, name) = entry.as_ref()?;
            match colors {
                Colors::None => None,
                Colors::Ansi16 => name.parse::<Color>().ok(),
                Colors::Ansi256 => Some(Color::Indexed(*index)),
                Colors::True => rgb.parse::<Color>().ok(),
            }
        };
        let mut style = Style { fg: pick(&self.fg), bg: pick(&self.bg), ..Style::default() };
        let bare = self.bare.iter().filter(|_| colors == Colors::None);
        for name in self.with.iter().chain(bare) {
            style = style.add_modifier(modifier(name));
        }
        style
    }
}

fn modifier(name: &str) -> Modifier {
    match name {
        "bold" => Modifier::BOLD,
        "dim" => Modifier::DIM,
        "italic" => Modifier::ITALIC,
        "underlined" => Modifier::UNDERLINED,
        "reversed" => Modifier::REVERSED,
        "crossed" => Modifier::CROSSED_OUT,
        _ => Modifier::empty(),
    }
}

const DARK: &str = include_str!(concat!(env!("OUT_DIR"), "/themes-dark.json"));
const LIGHT: &str = include_str!(concat!(env!("OUT_DIR"), "/themes-light.json"));

const NEUTRAL: &str = include_str!(concat!(env!("OUT_DIR"), "/themes-neutral.json"));

impl Theme {
    /// Where nobody says whether the ground is dark or light: it reads on both.
    pub fn neutral(colors: Colors, ascii: bool) -> Self {
        Self::read(NEUTRAL, colors, ascii)
    }

    pub fn new(colors: Colors, light: bool, ascii: bool) -> Self {
        Self::read(if light { LIGHT } else { DARK }, colors, ascii)
    }

    /// What a ghost has over a full card: its slant or its weight, not its colour.
    pub fn ghost_mark(&self) -> Style {
        Style { fg: None, bg: None, ..self.ghost }
    }

    /// The quiet hue of a network; plain text for one without.
    pub fn network(&self, key: &str) -> Style {
        self.networks.get(key).copied().unwrap_or(self.text)
    }
}

#[cfg(test)]
mod tests;
