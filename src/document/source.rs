//! Bytes of a file as text with places: refuses what is not text, turns byte offsets
//! into lines and columns. Knows nothing of TOML.

use crate::domain::{Problem, ProblemKind, RelPath};

/// No file of the folder is larger than this; larger ones are refused unread.
pub const MAX_BYTES: u64 = 1 << 20;

/// The text of one file, without its byte order mark.
pub struct Source<'a> {
    pub path: &'a RelPath,
    pub text: &'a str,
}

impl<'a> Source<'a> {
    /// Refuses UTF-16, NUL bytes, invalid UTF-8 and files over [`MAX_BYTES`], each with
    /// the place where it was noticed.
    pub fn new(path: &'a RelPath, bytes: &'a [u8]) -> Result<Self, Problem> {
        let refuse = |(line, column), kind| Problem { path: path.clone(), line, column, kind };
        let length = bytes.len() as u64;
        if length > MAX_BYTES {
            return Err(refuse((0, 0), ProblemKind::TooLarge { bytes: length, limit: MAX_BYTES }));
        }
        if is_utf16(bytes) {
            return Err(refuse((1, 1), ProblemKind::Utf16));
        }
        if let Some(nul) = bytes.iter().position(|&byte| byte == 0) {
            return Err(refuse(place(bytes, nul), ProblemKind::NulByte));
        }
        let text = str::from_utf8(bytes)
            .map_err(|error| refuse(place(bytes, error.valid_up_to()), ProblemKind::NotUtf8))?;
        Ok(Self { path, text: text.strip_prefix('\u{FEFF}').unwrap_or(text) })
    }

    /// Line and column of a byte of the text, both from 1, the column in characters.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        place(self.text.as_bytes(), offset)
    }

    pub fn problem(&self, offset: usize, kind: ProblemKind) -> Problem {
        let (line, column) = self.place(offset);
        Problem { path: self.path.clone(), line, column, kind }
    }
}

fn place(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = &bytes[..offset.min(bytes.len())];
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let line = before.split(|&byte| byte == b'\n').count();
    let mut head = &before[start..];
    if start == 0 {
        head = head.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(head);
    }
    (line, String::from_utf8_lossy(head).chars().count() + 1)
}

/// By its mark, or by every second byte being NUL, as editors without a mark write it.
fn is_utf16(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let head = &bytes[..bytes.len().min(64) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).all(|&byte| byte == 0);
    marked || (head.len() >= 4 && zeros(0) != zeros(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let path = RelPath::new("a.toml");
        let source = Source::new(&path, "\u{FEFF}però = 1\ncittà = 2".as_bytes()).expect("text");
        assert_eq!(source.place(0), (1, 1));
        assert_eq!(source.place("però = 1\ncittà".len()), (2, 6));
    }

    #[test]
    fn a_stray_byte_is_found_after_the_characters_before_it() {
        let path = RelPath::new("a.toml");
        let bytes = [b"id = 1\n\xC3\xA8 ", &[0xFF_u8][..]].concat();
        let problem = Source::new(&path, &bytes).err().expect("a problem");
        assert_eq!((problem.line, problem.column, problem.kind), (2, 3, ProblemKind::NotUtf8));
    }
}
