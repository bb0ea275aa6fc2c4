//! The list of who may approve, as `ssh-keygen` reads it: only the names in it, to be shown.
//! Who is believed is never decided here.

use std::path::Path;

/// More than any team has people, in bytes.
const MOST: u64 = 1 << 20;

/// The names of `allowed_signers`, in its order; `None` where it cannot be read. Untrusted
/// until revealed.
pub fn names(path: &Path) -> Option<Vec<String>> {
    let meta = std::fs::metadata(path).ok()?;
    if !meta.is_file() || meta.len() > MOST {
        return None;
    }
    let text = String::from_utf8_lossy(&std::fs::read(path).ok()?).into_owned();
    let mut names: Vec<String> = Vec::new();
    for name in text.lines().flat_map(of_line) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(names)
}

/// `ada@example.org,"Bea Verdi" namespaces="…" ssh-ed25519 AAAA…`
fn of_line(line: &str) -> Vec<String> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return Vec::new();
    }
    let quoted = line.strip_prefix('"').and_then(|rest| rest.split_once('"'));
    let named = quoted.map(|(names, _)| names).or_else(|| line.split_whitespace().next());
    named.unwrap_or_default().split(',').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_on_the_list_is_named_once() {
        let home = tempfile::tempdir().expect("a folder");
        let list = home.path().join("allowed_signers");
        let text = "# chi approva\n\nada@example.org,ada.neri@example.org ssh-ed25519 AAAA\n\
                    \"Bea Verdi\" namespaces=\"git\" ssh-ed25519 BBBB\n\
                    ada@example.org valid-before=\"20270101\" ssh-rsa CCCC\n";
        std::fs::write(&list, text).expect("a list");
        let all = ["ada@example.org", "ada.neri@example.org", "Bea Verdi"].map(str::to_owned);
        assert_eq!(names(&list), Some(all.to_vec()));
        assert_eq!(names(home.path()), None);
        assert_eq!(names(&home.path().join("nobody")), None);
    }
}
