//! What the screen is made with: the theme that suits the terminal, the keys in force.
//!
//! The terminal is never asked (an answer would arrive as typed letters): the settings
//! decide, then `COLORFGBG`; else a neutral theme that reads on dark and on light.

use super::settings::variable;
use super::{Session, Settings};
use crate::app::Look;
use crate::i18n::Words;
use crate::keymap::Keymap;
use crate::ui::{Colors, Theme};
use std::io::stdout;
use termprofile::{DetectorSettings, TermProfile};

/// The look of this run. Rows of `[keys]` that cannot be used are left out; `palinsesto
/// config` names them.
pub fn look(session: &Session) -> Look {
    let settings = &session.settings;
    let (keymap, _) = Keymap::builtin().with_overrides(&settings.config.keys);
    let words = Words::new(session.words.language());
    Look::new(words, theme(settings), keymap)
}

fn theme(settings: &Settings) -> Theme {
    let light = match settings.config.theme.as_deref() {
        Some(name) => Some(name == "light"),
        None => background_is_light(),
    };
    match light {
        Some(light) => Theme::new(colors(), light, ascii()),
        None => Theme::neutral(colors(), ascii()),
    }
}

/// How many colours the terminal has.
pub fn colors() -> Colors {
    // Neither terminfo nor tmux is asked: that would start a program before the first frame.
    let quick = DetectorSettings::default().enable_tmux_info(false);
    #[expect(clippy::disallowed_methods, reason = "asked about, not written to")]
    let profile = TermProfile::detect(&stdout(), quick);
    match profile {
        TermProfile::NoTty | TermProfile::NoColor => Colors::None,
        TermProfile::Ansi16 => Colors::Ansi16,
        TermProfile::Ansi256 => Colors::Ansi256,
        TermProfile::TrueColor => Colors::True,
    }
}

/// `15;0` is light text on black: the last number is the background. Most terminals say
/// nothing.
fn background_is_light() -> Option<bool> {
    let value = variable("COLORFGBG")?;
    let ground: u8 = value.rsplit(';').next()?.parse().ok()?;
    Some(matches!(ground, 7 | 15))
}

/// A locale that cannot show `✓` gets the ASCII twins.
pub fn ascii() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| variable(name))
        .find(|value| !value.is_empty())
        .unwrap_or_default()
        .to_ascii_lowercase();
    let linux_console = variable("TERM").as_deref() == Some("linux");
    linux_console || !(locale.contains("utf-8") || locale.contains("utf8"))
}
