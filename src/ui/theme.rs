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
                let file: Rows = toml::from_str(source).unwrap_or_default();
                let of = |name: &str| {
                    file.role.get(name).map_or_else(Style::default, |row| row.style(colors))
                };
                let networks = file.network.iter();
                Self {
                    $($field: of(stringify!($field)),)*
                    networks: networks.map(|(k, row)| (k.clone(), row.style(colors))).collect(),
                    ascii,
                }
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
    #[doc = "A span with a finding."]
    marked_span MarkedSpan,
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

const DARK: &str = include_str!("../../assets/themes/dark.toml");
const LIGHT: &str = include_str!("../../assets/themes/light.toml");

const NEUTRAL: &str = include_str!("../../assets/themes/neutral.toml");

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
mod tests {
    use super::*;

    #[test]
    fn both_themes_have_a_row_for_every_role_and_no_other() {
        for source in [DARK, LIGHT, NEUTRAL] {
            let file: Rows = toml::from_str(source).expect("a theme");
            let rows: Vec<&str> = file.role.keys().map(String::as_str).collect();
            let mut names = Theme::names().to_vec();
            names.sort_unstable();
            assert_eq!(rows, names);
        }
    }

    #[test]
    fn every_colour_of_every_level_is_one() {
        for source in [DARK, LIGHT, NEUTRAL] {
            let file: Rows = toml::from_str(source).expect("a theme");
            for (name, row) in file.role.iter().chain(&file.network) {
                for (rgb, _, ansi) in row.fg.iter().chain(&row.bg) {
                    assert!(matches!(rgb.parse(), Ok(Color::Rgb(..))), "{name}: {rgb}");
                    assert!(ansi.parse::<Color>().is_ok(), "{name}: {ansi}");
                }
                let known = |m: &String| !modifier(m).is_empty();
                assert!(row.with.iter().chain(&row.bare).all(known), "{name}");
            }
        }
    }

    #[test]
    fn without_colours_the_cursor_the_warning_and_the_machine_still_look_different() {
        let bare = Theme::new(Colors::None, false, false);
        for role in [Role::Selected, Role::Warm, Role::Machine, Role::Cursor, Role::Marked] {
            let style = bare.style(role);
            assert_eq!((style.fg, style.bg), (None, None));
            assert_ne!(style, bare.text, "{role:?}");
        }
    }

    /// Relative luminance as WCAG 2 defines it.
    fn luminance(color: Color) -> f64 {
        let Color::Rgb(r, g, b) = color else { panic!("{color:?}") };
        let part = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    #[test]
    fn every_text_reads_at_four_and_a_half_to_one() {
        let grounds = [(false, Color::Rgb(0x1e, 0x1e, 0x1e)), (true, Color::Rgb(0xfa, 0xfa, 0xfa))];
        for (light, ground) in grounds {
            let theme = Theme::new(Colors::True, light, false);
            let networks = theme.networks.values().copied();
            let lines = [Role::Border, Role::BorderFocused];
            let roles = Role::ALL.iter().filter(|role| !lines.contains(role));
            for style in roles.map(|role| theme.style(*role)).chain(networks) {
                let Some(fg) = style.fg else { continue };
                let (a, b) = (luminance(fg), luminance(style.bg.unwrap_or(ground)));
                let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(ratio >= 4.5, "{style:?} on {light}: {ratio:.2}");
            }
        }
    }

    #[test]
    fn the_neutral_theme_reads_on_white_and_on_dark() {
        let theme = Theme::neutral(Colors::True, false);
        let networks = theme.networks.values().copied();
        let roles = Role::ALL.iter().filter(|role| **role != Role::Border);
        for style in roles.map(|role| theme.style(*role)).chain(networks) {
            let (Some(fg), None) = (style.fg, style.bg) else { continue };
            for ground in [Color::Rgb(0xff, 0xff, 0xff), Color::Rgb(0x1e, 0x1e, 0x1e)] {
                let (a, b) = (luminance(fg), luminance(ground));
                let ratio = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                assert!(ratio >= 3.9, "{style:?} on {ground:?}: {ratio:.2}");
            }
        }
    }
}
