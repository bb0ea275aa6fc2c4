use super::*;

#[test]
fn both_themes_have_a_row_for_every_role_and_no_other() {
    for source in [DARK, LIGHT, NEUTRAL] {
        let file: Rows = serde_json::from_str(source).expect("a theme");
        let rows: Vec<&str> = file.role.keys().map(String::as_str).collect();
        let mut names = Theme::names().to_vec();
        names.sort_unstable();
        assert_eq!(rows, names);
    }
}

#[test]
fn every_colour_of_every_level_is_one() {
    for source in [DARK, LIGHT, NEUTRAL] {
        let file: Rows = serde_json::from_str(source).expect("a theme");
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
