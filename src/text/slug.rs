//! A title as part of a file name.
//!
//! Owns which characters are safe in a name on every system; the id beside the slug
//! makes the name unique, so a slug may repeat.

use super::fold::fold;

const LONGEST: usize = 48;

/// At most 48 ASCII letters, digits and single hyphens, cut between words where that
/// keeps most of the title; `post` when nothing of the title can be kept.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in fold(title).chars() {
        let before = slug.len();
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'ß' => slug.push_str("ss"),
            'æ' => slug.push_str("ae"),
            'œ' => slug.push_str("oe"),
            'ø' => slug.push('o'),
            'đ' | 'ð' => slug.push('d'),
            'ł' => slug.push('l'),
            'þ' => slug.push_str("th"),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() > LONGEST {
            slug.truncate(before);
            if c != '-' {
                drop_half_word(&mut slug);
            }
            break;
        }
    }
    let kept = slug.trim_end_matches('-');
    if kept.is_empty() { "post".to_owned() } else { kept.to_owned() }
}

fn drop_half_word(slug: &mut String) {
    if let Some(hyphen) = slug.rfind('-').filter(|&hyphen| hyphen >= LONGEST / 2) {
        slug.truncate(hyphen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_become_file_names() {
        for (title, name) in [
            ("Lancio collezione invernale", "lancio-collezione-invernale"),
            ("Perché l’inverno? È qui!", "perche-l-inverno-e-qui"),
            ("  89 € — la sciarpa 🧶  ", "89-la-sciarpa"),
            ("Straße & smørrebrød", "strasse-smorrebrod"),
            ("../../etc/passwd", "etc-passwd"),
            ("🧶🧶", "post"),
            ("", "post"),
            ("日本語", "post"),
            (
                "La lana torna a casa da lunedì e resta fino a primavera",
                "la-lana-torna-a-casa-da-lunedi-e-resta-fino-a",
            ),
        ] {
            assert_eq!(slug(title), name);
        }
    }

    proptest! {
        #[test]
        fn a_slug_is_always_a_safe_name(title in any::<String>()) {
            let slug = slug(&title);
            prop_assert!((1..=LONGEST).contains(&slug.len()));
            prop_assert!(slug.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }

        #[test]
        fn a_slug_of_a_slug_is_itself(title in "[a-zA-Zàèß .,-]{0,90}") {
            prop_assert_eq!(slug(&slug(&title)), slug(&title));
        }
    }
}
