//! Where a file stands in the content folder, and what it held when it was read.

use super::Week;
use std::fmt;
use std::sync::Arc;

/// A path inside the content folder, with `/` between its parts and never a `..`.
///
/// Its letters are shared: the shelf finds one post by several ways, each with its path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RelPath(Arc<str>);

impl RelPath {
    /// The caller has already made sure the path stays inside the folder; parts that
    /// would leave it are dropped here so that no later join can escape.
    pub fn new(path: impl AsRef<str>) -> Self {
        let parts: Vec<&str> = path
            .as_ref()
            .split('/')
            .filter(|part| !part.is_empty() && *part != "." && *part != "..")
            .collect();
        Self(parts.join("/").into())
    }

    /// A place outside the folder, only to be named to a person: it keeps its leading `/`.
    pub fn outside(path: impl AsRef<str>) -> Self {
        let inside = Self::new(path.as_ref());
        if path.as_ref().starts_with('/') { Self(format!("/{inside}").into()) } else { inside }
    }

    /// Where the files of a folder begin in the order of paths; no path itself.
    pub(super) fn first_in(folder: &str) -> Self {
        let first = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        Self(first.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first part, such as `posts`.
    pub fn top(&self) -> &str {
        self.0.split('/').next().unwrap_or(&self.0)
    }

    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The week whose folder this is, or whose folder holds it.
    pub fn week(&self) -> Option<Week> {
        Week::from_folder(self.parent()).or_else(|| Week::from_folder(self.as_str()))
    }

    /// The folder part, empty for a file at the root.
    pub fn parent(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(parent, _)| parent)
    }
}

impl fmt::Display for RelPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256 of a file's bytes, so that `sha256sum` can check it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ContentHash(pub [u8; 32]);

impl ContentHash {
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Self(sha2::Sha256::digest(bytes).into())
    }

    /// The same of everything that can be read from somewhere.
    pub fn of_all(mut from: impl std::io::Read) -> std::io::Result<Self> {
        use sha2::Digest as _;
        let (mut hasher, mut piece) = (sha2::Sha256::new(), vec![0; 1 << 16]);
        loop {
            match from.read(&mut piece) {
                Ok(0) => return Ok(Self(hasher.finalize().into())),
                Ok(read) => hasher.update(&piece[..read]),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// What `sha256sum` prints: 64 lower-case hex digits and nothing else.
    pub fn parse(hex: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut bytes = [0; 32];
        if hex.len() != 2 * bytes.len() {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_leave_the_folder() {
        assert_eq!(RelPath::new("posts/../../etc/./passwd").as_str(), "posts/etc/passwd");
    }

    #[test]
    fn the_hash_is_what_sha256sum_prints() {
        assert_eq!(
            ContentHash::of(b"abc").to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        let hash = ContentHash::of(b"abc");
        let hex = hash.to_string();
        assert_eq!(ContentHash::parse(&hex), Some(hash));
        for other in [&hex[1..], &hex.to_uppercase(), &hex.replace('b', "g"), &format!("{hex} ")] {
            assert_eq!(ContentHash::parse(other), None, "{other}");
        }
    }
}
