//! Server-sent events, from bytes that may be split anywhere.
//!
//! Bytes become text only at line ends, so a character cut in two is never seen. What
//! the events mean is the caller's business.

/// A line longer than this is no event of a chat.
pub(super) const LONGEST_LINE: usize = 1024 * 1024;

#[derive(Debug, Default)]
pub(super) struct Lines {
    line: Vec<u8>,
    after_cr: bool,
    begun: bool,
}

/// A line, or an event, that outgrew its limit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

impl Lines {
    /// Hands every line that `bytes` completes to `each`, without its end.
    pub fn push(&mut self, bytes: &[u8], mut each: impl FnMut(&[u8])) -> Result<(), TooLong> {
        for &byte in bytes {
            match byte {
                b'\n' if self.after_cr => self.after_cr = false,
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    self.end(&mut each);
                }
                _ => {
                    self.after_cr = false;
                    self.line.push(byte);
                    if self.line.len() > LONGEST_LINE {
                        return Err(TooLong);
                    }
                }
            }
        }
        Ok(())
    }

    /// The line that has not ended yet.
    pub fn open(&self) -> &[u8] {
        &self.line
    }

    /// The last line, where the stream ended without closing it.
    pub fn finish(&mut self, mut each: impl FnMut(&[u8])) {
        if !self.line.is_empty() {
            self.end(&mut each);
        }
    }

    fn end(&mut self, each: &mut impl FnMut(&[u8])) {
        let mut line = std::mem::take(&mut self.line);
        if !self.begun {
            self.begun = true;
            if let Some(rest) = line.strip_prefix(b"\xEF\xBB\xBF") {
                line = rest.to_vec();
            }
        }
        each(&line);
    }
}

/// What a line of the stream carries: the value of a `data:` field, or nothing of use
/// (a comment that keeps the line open, an `event:` or `id:` field).
pub(super) fn data(line: &[u8]) -> Option<&[u8]> {
    let value = line.strip_prefix(b"data:")?;
    Some(value.strip_prefix(b" ").unwrap_or(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(parts: &[&[u8]]) -> Vec<String> {
        let mut lines = Lines::default();
        let mut found = Vec::new();
        let mut keep = |line: &[u8]| found.push(String::from_utf8(line.to_vec()).expect("text"));
        for part in parts {
            lines.push(part, &mut keep).expect("short lines");
        }
        lines.finish(&mut keep);
        found
    }

    #[test]
    fn a_stream_cut_at_any_byte_reads_the_same() {
        let stream = "\u{FEFF}data: caffè 🍞\r\n\r\n: vivo\ndata:ultimo\r\rdata: fine".as_bytes();
        let whole = read(&[stream]);
        assert_eq!(whole, ["data: caffè 🍞", "", ": vivo", "data:ultimo", "", "data: fine"]);
        for cut in 0..=stream.len() {
            assert_eq!(read(&[&stream[..cut], &stream[cut..]]), whole, "cut at {cut}");
        }
        let bytes: Vec<&[u8]> = stream.chunks(1).collect();
        assert_eq!(read(&bytes), whole);
    }

    #[test]
    fn only_data_counts_and_one_space_after_the_colon_is_not_part_of_it() {
        assert_eq!(data(b"data: x"), Some(&b"x"[..]));
        assert_eq!(data(b"data:  x"), Some(&b" x"[..]));
        assert_eq!(data(b"data:x"), Some(&b"x"[..]));
        assert_eq!(data(b": keep-alive"), None);
        assert_eq!(data(b"event: message"), None);
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let mut lines = Lines::default();
        let much = vec![b'x'; LONGEST_LINE + 1];
        assert_eq!(lines.push(&much, |_| ()), Err(TooLong));
    }
}
