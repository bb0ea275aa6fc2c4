//! What can be told of a key without opening it: whether it is one that is touched.

use super::base64::decoded;
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Larger than any key, in bytes.
const MOST: u64 = 64 * 1024;
/// How the names of keys begin that live in hardware.
const KINDS: [&str; 2] = ["sk-ssh-", "sk-ecdsa-"];

/// Whether a signature with this key waits for a finger. The public half stands beside the
/// other one, and in clear inside it.
pub fn is_touched(key: &Path) -> bool {
    let public = read(key).filter(|text| is_public(text));
    let public = public.or_else(|| read(&beside(key)));
    let named = |text: &str| KINDS.iter().any(|kind| text.contains(kind));
    match public {
        Some(text) => named(&text),
        None => read(key).is_some_and(|text| {
            let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
            let bytes = decoded(&body).unwrap_or_default();
            named(&String::from_utf8_lossy(&bytes))
        }),
    }
}

fn is_public(text: &str) -> bool {
    !text.starts_with("-----BEGIN")
}

fn beside(key: &Path) -> PathBuf {
    let mut name = key.as_os_str().to_owned();
    name.push(".pub");
    name.into()
}

fn read(path: &Path) -> Option<String> {
    let mut text = String::new();
    let file = std::fs::File::open(path).ok().filter(is_file)?;
    file.take(MOST).read_to_string(&mut text).ok()?;
    Some(text)
}

fn is_file(file: &std::fs::File) -> bool {
    file.metadata().is_ok_and(|meta| meta.is_file())
}
