//! Base64 as SSH writes keys and signatures. Strict: one run of bytes has one spelling.

/// The bytes of a text without white space; `None` of anything else.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    let bytes = text.as_bytes();
    let end = bytes.iter().rposition(|byte| *byte != b'=').map_or(0, |at| at + 1);
    if !bytes.len().is_multiple_of(4) || bytes.len() - end > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(end / 4 * 3 + 2);
    for group in bytes[..end].chunks(4) {
        let mut bits = 0_u32;
        for byte in group {
            bits = bits << 6 | six_bits(*byte)?;
        }
        bits <<= 6 * (4 - group.len());
        let whole = group.len() * 6 / 8;
        let [_, triple @ ..] = bits.to_be_bytes();
        // What is left over says nothing, so it has to be nothing.
        if triple[whole..].iter().any(|byte| *byte != 0) {
            return None;
        }
        out.extend(&triple[..whole]);
    }
    Some(out)
}

fn six_bits(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_run_of_bytes_has_one_spelling() {
        assert_eq!(decoded("bGFuYQ==").as_deref(), Some(&b"lana"[..]));
        assert_eq!(decoded("bGFuZQo=").as_deref(), Some(&b"lane\n"[..]));
        assert_eq!(decoded("bGFu").as_deref(), Some(&b"lan"[..]));
        assert_eq!(decoded("").as_deref(), Some(&b""[..]));
        for other in ["bGFuYQ=", "bGFuYQ", "bGFuYR==", "bGFu YQ==", "bG=uYQ==", "b===", "-_-_"] {
            assert_eq!(decoded(other), None, "{other}");
        }
    }
}
