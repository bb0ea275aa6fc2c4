//! The names of servers as a machine reads them: letters beyond ASCII in the ASCII form of
//! RFC 3492, and which alphabets a name is written in.
//!
//! For showing only. What a browser maps besides capitals and composed accents is left as
//! it is; nothing is looked up.

use unicode_normalization::UnicodeNormalization as _;

const BASE: u32 = 36;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 0x80;
const LOWEST: u32 = 1;
const HIGHEST: u32 = 26;

/// `xn--pple-43d.com` for a name that only looks like `apple.com`; `None` for a plain one.
pub fn ascii_host(host: &str) -> Option<String> {
    if host.is_ascii() {
        return None;
    }
    let label = |label: &str| {
        let label: String = label.to_lowercase().nfc().collect();
        if label.is_ascii() { label } else { format!("xn--{}", encode(&label)) }
    };
    Some(host.split('.').map(label).collect::<Vec<_>>().join("."))
}

/// Letters of more than one alphabet. Digits and hyphens belong to all of them, and so do
/// the accents that stand apart from their letter.
pub fn mixes_alphabets(name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphabetic()).map(alphabet);
    letters.next().is_some_and(|first| letters.any(|other| other != first))
}

/// The alphabets whose letters look like each other's, and everything else.
#[derive(PartialEq)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Cherokee,
    Other,
}

fn alphabet(letter: char) -> Alphabet {
    match letter {
        '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' => Alphabet::Latin,
        '\u{250}'..='\u{2af}' | '\u{a720}'..='\u{a7ff}' | '\u{ff21}'..='\u{ff5a}' => {
            Alphabet::Latin
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Alphabet::Greek,
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{2de0}'..='\u{2dff}' => {
            Alphabet::Cyrillic
        }
        '\u{a640}'..='\u{a69f}' => Alphabet::Cyrillic,
        '\u{530}'..='\u{58f}' => Alphabet::Armenian,
        '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Alphabet::Cherokee,
        _ => Alphabet::Other,
    }
}

/// One label, as RFC 3492 section 6.3 has it. A label is far too short to overflow.
fn encode(label: &str) -> String {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    if basic > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias, mut done) = (FIRST_CODE, 0u32, FIRST_BIAS, basic);
    let codes: Vec<u32> = label.chars().map(u32::from).collect();
    while let Some(next) = codes.iter().copied().filter(|c| *c >= code).min() {
        delta = delta.saturating_add((next - code).saturating_mul(done + 1));
        for &here in &codes {
            if here < next {
                delta = delta.saturating_add(1);
            }
            if here == next {
                push(&mut out, delta, bias);
                bias = adapt(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.saturating_add(1);
        code = next + 1;
    }
    out
}

/// A number in digits whose value depends on where they stand.
fn push(out: &mut String, number: u32, bias: u32) {
    let digit = |value: u32| char::from_digit(value, BASE).map_or('0', base_36);
    let mut rest = number;
    for place in 1.. {
        let least = (place * BASE).saturating_sub(bias).clamp(LOWEST, HIGHEST);
        if rest < least {
            break;
        }
        out.push(digit(least + (rest - least) % (BASE - least)));
        rest = (rest - least) / (BASE - least);
    }
    out.push(digit(rest));
}

/// Letters come before figures here.
fn base_36(digit: char) -> char {
    match digit.to_digit(BASE) {
        Some(value @ 0..26) => char::from(b'a' + value as u8),
        Some(value) => char::from(b'0' + (value - 26) as u8),
        None => digit,
    }
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut steps = 0;
    while delta > (BASE - LOWEST) * HIGHEST / 2 {
        delta /= BASE - LOWEST;
        steps += BASE;
    }
    steps + (BASE - LOWEST + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_written_as_the_standard_writes_it() {
        // The first four are samples of RFC 3492, section 7.1, in lower case.
        for (label, ascii) in [
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("bücher", "bcher-kva"),
            ("caffè", "caff-8oa"),
            ("münchen", "mnchen-3ya"),
            ("аррӏе", "80ak6aa92e"),
        ] {
            assert_eq!(encode(label), ascii, "{label}");
        }
    }

    #[test]
    fn only_labels_with_other_letters_change() {
        assert_eq!(ascii_host("www.аpple.COM").as_deref(), Some("www.xn--pple-43d.com"));
        assert_eq!(ascii_host("CAFFÈ.it").as_deref(), Some("xn--caff-8oa.it"));
        assert_eq!(ascii_host("caffe\u{300}.it").as_deref(), Some("xn--caff-8oa.it"));
        assert_eq!(ascii_host("example.org"), None);
    }

    #[test]
    fn alphabets_are_told_apart() {
        for (name, mixed) in [
            ("аpple.com", true),
            ("аррӏе.com", true),
            ("gοοgle.gr", true),
            ("bottega-2.it", false),
            ("caffè.it", false),
            ("пример.рф", false),
            ("2026.10", false),
        ] {
            assert_eq!(mixes_alphabets(name), mixed, "{name}");
        }
    }
}
