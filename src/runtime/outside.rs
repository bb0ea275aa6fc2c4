//! `$EDITOR`: which one, at which place of which file.

#![expect(clippy::disallowed_methods, reason = "the runtime starts the person's editor")]

use super::signals;
use crate::domain::Failure;
use crate::storage::Folder;
use crate::storage::read::text_place;
use crate::text::{as_pages, canonical, from_pages};
use crate::vocab::{Event, ExternalEdit};
use std::env;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// The words of the person's editor: `VISUAL`, else `EDITOR`, else `vi`.
fn program() -> Vec<String> {
    ["VISUAL", "EDITOR"]
        .iter()
        .filter_map(|name| env::var(name).ok())
        .filter_map(|value| shell_words::split(&value).ok())
        .find(|words| !words.is_empty())
        .unwrap_or_else(|| vec!["vi".to_owned()])
}

/// Opens the editor on a file of the folder at `root`, or on a text through a file of its
/// own, and says what came of it.
pub fn edit_what(root: &Path, what: ExternalEdit) -> Event {
    match what {
        ExternalEdit::Post { path, channel } => {
            let folder = Folder::open(root);
            let bytes = folder.and_then(|folder| folder.bytes(&path)).unwrap_or_default();
            let place = text_place(&path, &bytes, channel.as_deref());
            let (line, column) = place.unwrap_or_default();
            edit_what(root, ExternalEdit::File { path, line, column })
        }
        ExternalEdit::File { path, line, column } => {
            match edit(&root.join(path.as_str()), line, column) {
                Ok(()) => Event::FileEditedOutside(path),
                Err(failure) => Event::NotDone(failure),
            }
        }
        ExternalEdit::Text { key, text } => match edit_text(&text) {
            Ok(text) => Event::TextEditedOutside { key, text },
            Err(failure) => Event::NotDone(failure),
        },
    }
}

/// Through a private file that ends in `.md`, so that editors wrap prose. Messages of a
/// thread are pages of it.
fn edit_text(text: &str) -> Result<String, Failure> {
    let failed = |error: std::io::Error| Failure::FileNotReadable {
        path: env::temp_dir().to_string_lossy().into_owned(),
        reason: error.kind().to_string(),
    };
    let mut file =
        tempfile::Builder::new().prefix("palinsesto-").suffix(".md").tempfile().map_err(failed)?;
    file.write_all(to_file(text).as_bytes()).and_then(|()| file.flush()).map_err(failed)?;
    edit(file.path(), 0, 0)?;
    // Editors that save by renaming leave another file at the same path.
    let bytes = std::fs::read(file.path()).map_err(failed)?;
    let text =
        String::from_utf8(bytes).map_err(|_| failed(std::io::ErrorKind::InvalidData.into()))?;
    Ok(from_file(&text))
}

/// Messages as pages, the last line ended as editors end it.
fn to_file(text: &str) -> String {
    let end = if text.is_empty() { "" } else { "\n" };
    as_pages(text) + end
}

/// The way back: the line feed that ends the last line is the file's, any before it are the
/// text's. The rooms take the text as it comes from here.
fn from_file(file: &str) -> String {
    from_pages(&canonical(file))
}

/// Opens the editor on `file` and waits. `line` and `column` from 1; 0 for none.
/// The caller has given the terminal away before.
fn edit(file: &Path, line: usize, column: usize) -> Result<(), Failure> {
    let words = program();
    let failed = |reason: String| Failure::EditorFailed { program: words[0].clone(), reason };
    signals::away(true);
    let status = Command::new(&words[0])
        .args(&words[1..])
        .args(place(&words[0], file, line, column))
        .status();
    signals::away(false);
    let status = status.map_err(|error| failed(error.kind().to_string()))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::EditorEnded { program: words[0].clone(), code: status.code() })
}

/// How each family of editors is told the place. The file goes as it is named, be that text
/// or not.
fn place(program: &str, file: &Path, line: usize, column: usize) -> Vec<OsString> {
    let path = file.as_os_str().to_owned();
    let name = Path::new(program).file_name().map(|n| n.to_string_lossy().into_owned());
    let name = name.unwrap_or_default();
    let column = column.max(1);
    let mut at = path.clone();
    at.push(format!(":{line}:{column}"));
    match name.as_str() {
        _ if line == 0 => vec![path],
        "hx" | "helix" | "subl" | "zed" => vec![at],
        "code" | "codium" | "code-insiders" => vec!["--wait".into(), "--goto".into(), at],
        "vim" | "nvim" | "vi" | "gvim" => {
            vec![format!("+call cursor({line},{column})").into(), path]
        }
        "nano" => vec![format!("+{line},{column}").into(), path],
        "emacs" | "emacsclient" => vec![format!("+{line}:{column}").into(), path],
        _ => vec![format!("+{line}").into(), path],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_place_in_its_own_way() {
        let file = Path::new("/x/a.toml");
        assert_eq!(place("/usr/bin/hx", file, 3, 7), ["/x/a.toml:3:7"]);
        assert_eq!(place("code", file, 3, 0), ["--wait", "--goto", "/x/a.toml:3:1"]);
        assert_eq!(place("joe", file, 3, 7), ["+3", "/x/a.toml"]);
        assert_eq!(place("nvim", file, 0, 0), ["/x/a.toml"]);
    }

    #[test]
    fn a_text_comes_back_from_an_editor_that_changes_nothing_as_it_was() {
        for text in ["", "Uno.", "Uno.\n", "Uno.\n\n", "\n", "Uno.\u{c}Due.\n\n", "Uno.\u{c}"] {
            assert_eq!(from_file(&to_file(text)), text, "{text:?}");
        }
        assert_eq!(from_file("Uno.\r\nDue.\r\n"), "Uno.\nDue.");
        assert_eq!(from_file("senza fine"), "senza fine", "nor does every editor end it");
    }

    #[test]
    fn a_file_whose_path_is_no_text_is_the_one_that_is_opened() {
        use std::os::unix::ffi::{OsStrExt as _, OsStringExt as _};
        let file = Path::new(std::ffi::OsStr::from_bytes(b"/x/l\xe0na/a.toml"));
        assert_eq!(place("vi", file, 0, 0), [file.as_os_str()]);
        let at = OsString::from_vec(b"/x/l\xe0na/a.toml:3:7".to_vec());
        assert_eq!(place("hx", file, 3, 7), [at]);
    }
}
