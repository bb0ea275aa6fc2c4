//! Web addresses inside a text.
//!
//! Owns what counts as a link: with a scheme, or a bare domain whose last part is a
//! known top-level domain, since that is what the networks link and count as one.

use super::punycode::{ascii_host, mixes_alphabets};
use linkify::{LinkFinder, LinkKind};
use std::ops::Range;

/// IANA's country codes, and the general endings a brand is likely to use. An ending
/// missing here makes a bare domain plain text; with a scheme any ending will do.
const TOP_LEVEL: &str = include_str!("../../assets/top-level-domains.txt");

/// A link, as bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub range: Range<usize>,
    /// Whether it begins with `http://` or `https://`.
    pub has_scheme: bool,
}

/// The web addresses of a text, in order, without the punctuation that follows them.
/// An e-mail address is none.
pub fn links(text: &str) -> Vec<Link> {
    // Looking for links costs far more than looking for their dots.
    if !text.contains('.') {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]).url_must_have_scheme(false);
    finder.links(text).filter_map(|found| link(text, found.start()..found.end())).collect()
}

fn link(text: &str, found: Range<usize>) -> Option<Link> {
    // An emoji or a quote is not part of the address it touches.
    let touches_address = |c: char| !c.is_ascii() && !c.is_alphanumeric();
    let address = text[found.clone()].trim_start_matches(touches_address);
    let start = found.end - address.len();
    let address = address.split(touches_address).next().unwrap_or(address);
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let before = text[..start].chars().next_back();
    let glued = |also: &[char]| before.is_some_and(|c| c.is_alphanumeric() || also.contains(&c));
    let rest = strip_scheme(address);
    let linked = if let Some(rest) = rest {
        host(rest).contains('.') && !glued(&['@', '$', '#'])
    } else {
        has_known_ending(host(address)) && !glued(&['@', '$', '#', '-', '_', '.', '/'])
    };
    linked.then(|| Link { range: start..start + address.len(), has_scheme: rest.is_some() })
}

/// A server's name that is not plain ASCII: it may be taken for another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disguise {
    /// The address it stands in, as bytes of the text.
    pub range: Range<usize>,
    /// As it is written.
    pub host: String,
    /// As a machine reads it.
    pub ascii: String,
    /// Its letters are of more than one alphabet.
    pub mixed: bool,
}

/// The links of a text whose server's name is not plain ASCII, in order.
pub fn disguises(text: &str) -> Vec<Disguise> {
    // Looking for links costs far more than looking for a dot between such letters.
    let worth = |chunk: &str| {
        let inside = |(at, _): (usize, &str)| chunk[at + 1..].starts_with(char::is_alphanumeric);
        !chunk.is_ascii() && chunk.match_indices('.').any(inside)
    };
    if text.is_ascii() || !text.split_whitespace().any(worth) {
        return Vec::new();
    }
    let disguise = |Link { range, .. }: Link| {
        let address = &text[range.clone()];
        let server = server(address);
        let ascii = ascii_host(server)?;
        let mixed = mixes_alphabets(server);
        Some(Disguise { range, host: server.to_owned(), ascii, mixed })
    };
    links(text).into_iter().filter_map(disguise).collect()
}

/// The server an address leads to, with or without its scheme: what stands before an `@`
/// names nobody.
pub fn server(address: &str) -> &str {
    let is_scheme = |scheme: &str| scheme.chars().all(|c| c.is_ascii_alphanumeric() || c == '+');
    let rest = address.split_once("://").filter(|(scheme, _)| is_scheme(scheme));
    let rest = rest.map_or(address, |(_, rest)| rest);
    let server = rest.split(['/', '?', '#', '\\']).next().unwrap_or(rest);
    host(server.rsplit('@').next().unwrap_or(server))
}

/// The server's name in an address without its scheme.
pub fn host(address: &str) -> &str {
    address.split(['/', '?', '#', ':']).next().unwrap_or(address)
}

fn strip_scheme(address: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| &address[scheme.len()..])
    })
}

fn has_known_ending(host: &str) -> bool {
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let ending = ending.to_ascii_lowercase();
    !name.is_empty() && TOP_LEVEL.lines().any(|known| known == ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        links(text).into_iter().map(|link| &text[link.range]).collect()
    }

    #[test]
    fn links_are_found_with_and_without_a_scheme() {
        for (text, expected) in [
            (
                "Vieni su https://example.org/inverno?utm=ig.",
                vec!["https://example.org/inverno?utm=ig"],
            ),
            ("(example.org/lana), e poi", vec!["example.org/lana"]),
            ("https://it.example.org/lana_(seta) qui", vec!["https://it.example.org/lana_(seta)"]),
            ("EXAMPLE.ORG!", vec!["EXAMPLE.ORG"]),
            ("https://example.org🎉 e «example.it»", vec!["https://example.org", "example.it"]),
            ("https://example.org/città…", vec!["https://example.org/città"]),
            ("scrivi a ada@example.org", vec![]),
            ("Costa 3.50 € dalle 9.30, ecc.ecc", vec![]),
            ("Fine.Poi basta.", vec![]),
            ("ftp://example.org mailto:ada@example.org http://localhost", vec![]),
            ("niente", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
        assert!(links("http://example.org")[0].has_scheme);
        assert!(!links("example.org")[0].has_scheme);
    }

    #[test]
    fn an_address_leads_to_the_server_behind_whatever_stands_before_it() {
        for (address, leads) in [
            ("https://example.org/inverno?utm=ig", "example.org"),
            ("example.org/?u=https://altrove.example", "example.org"),
            ("https://apple.com@example.org/", "example.org"),
            ("https://apple.com:80@example.org:8080/x@y", "example.org"),
        ] {
            assert_eq!(server(address), leads, "{address}");
        }
    }

    #[test]
    fn a_name_that_is_not_plain_ascii_is_a_disguise() {
        let named = |text: &str| -> Vec<_> {
            disguises(text).into_iter().map(|d| (d.host, d.ascii, d.mixed)).collect()
        };
        for (text, host, ascii, mixed) in [
            ("Vedi https://аpple.com/it?x=1.", "аpple.com", "xn--pple-43d.com", true),
            ("su аррӏе.com!", "аррӏе.com", "xn--80ak6aa92e.com", true),
            ("https://caffè.it/menù", "caffè.it", "xn--caff-8oa.it", false),
            ("https://apple.com@аpple.com:8080/", "аpple.com", "xn--pple-43d.com", true),
        ] {
            assert_eq!(named(text), [(host.to_owned(), ascii.to_owned(), mixed)], "{text}");
        }
        for text in
            ["https://example.org/città", "È così.E basta", "un caffè. Poi example.org", "perché…"]
        {
            assert_eq!(named(text), [], "{text}");
        }
        let text = "su https://аpple.com, qui";
        assert_eq!(&text[disguises(text)[0].range.clone()], "https://аpple.com");
    }
}
