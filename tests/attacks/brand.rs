//! Attacks on what a post leans on: its pictures, its brand, its file and its id.

use crate::field::*;
use crate::{Attack, attack, on};
use std::os::unix::fs::symlink;
use std::path::Path;

pub fn attacks() -> Vec<Attack> {
    [pictures(), brands(), files()].into_iter().flatten().collect()
}

const MEDIUM: &str = "[[media]]\npath = \"media/lana.jpg\"\n";

fn path(field: &mut Field, path: &str) {
    field.swap(LANA, "media/lana.jpg", path);
}

/// Other bytes of the same length, with the times of the old ones.
fn swapped_quietly(file: &Path) {
    let (old, times) = (std::fs::read(file).expect("a file"), file.metadata().expect("times"));
    let new: Vec<u8> = old.iter().map(|byte| byte ^ 1).collect();
    std::fs::write(file, new).expect("written");
    let open = std::fs::File::options().write(true).open(file).expect("a file");
    let modified = times.modified().expect("a time");
    let both = std::fs::FileTimes::new().set_modified(modified).set_accessed(modified);
    open.set_times(both).expect("times");
}

fn pictures() -> Vec<Attack> {
    vec![
        attack("another picture under the same name", "changed", |f| {
            f.write(PICTURE, "un'altra fotografia");
        }),
        attack("another picture of the same size and time", "changed", |f| {
            swapped_quietly(&f.path(PICTURE));
        }),
        attack("another picture, quietly, under an open window", "changed", |f| {
            assert_eq!(f.verdict_in_window(LANA_ID), "approved");
            swapped_quietly(&f.path(PICTURE));
            assert_eq!(f.verdict_in_window(LANA_ID), "changed");
        }),
        attack("another picture moved over it, as old as it was", "changed", |f| {
            assert_eq!(f.verdict_in_window(LANA_ID), "approved");
            let (other, own) = (f.path("media/altra.jpg"), f.path(PICTURE));
            std::fs::write(&other, "una fotografia di lama").expect("written");
            let modified = own.metadata().expect("times").modified().expect("a time");
            let open = std::fs::File::options().write(true).open(&other).expect("a file");
            open.set_modified(modified).expect("times");
            std::fs::rename(other, own).expect("moved");
            assert_eq!(f.verdict_in_window(LANA_ID), "changed");
        }),
        attack("the picture deleted", "uncovered", |f| {
            std::fs::remove_file(f.path(PICTURE)).expect("deleted");
        }),
        attack("the picture deleted and put back", "approved", |f| {
            let bytes = f.read(PICTURE);
            std::fs::remove_file(f.path(PICTURE)).expect("deleted");
            assert_eq!(f.verdict(LANA_ID), "uncovered");
            f.write(PICTURE, bytes);
        }),
        attack("the picture renamed", "uncovered", |f| {
            std::fs::rename(f.path(PICTURE), f.path("media/filo.jpg")).expect("renamed");
        }),
        attack("the picture renamed, in the post too", "approved", |f| {
            std::fs::rename(f.path(PICTURE), f.path("media/filo.jpg")).expect("renamed");
            path(f, "media/filo.jpg");
        }),
        attack("the post names another picture", "changed", |f| path(f, OTHER_PICTURE)),
        attack("the picture is a link out of the folder", "uncovered", |f| {
            let outside = f.home.path().join("fuori.jpg");
            std::fs::copy(f.path(PICTURE), &outside).expect("copied");
            std::fs::remove_file(f.path(PICTURE)).expect("deleted");
            symlink(outside, f.path(PICTURE)).expect("linked");
        }),
        attack("the picture is a link to another one", "changed", |f| {
            std::fs::remove_file(f.path(PICTURE)).expect("deleted");
            symlink("telaio.jpg", f.path(PICTURE)).expect("linked");
        }),
        attack("the folder of pictures is a link out of the folder", "uncovered", |f| {
            std::fs::rename(f.path("media"), f.home.path().join("media")).expect("moved");
            symlink("../media", f.path("media")).expect("linked");
        }),
        attack("a path that climbs out of the folder", "uncovered", |f| {
            std::fs::copy(f.path(PICTURE), f.home.path().join("lana.jpg")).expect("copied");
            path(f, "../lana.jpg");
        }),
        attack("a path from the root of the disk", "uncovered", |f| {
            let absolute = f.path(PICTURE).to_string_lossy().into_owned();
            path(f, &absolute);
        }),
        attack("a folder for a picture", "uncovered", |f| {
            std::fs::remove_file(f.path(PICTURE)).expect("deleted");
            std::fs::create_dir(f.path(PICTURE)).expect("a folder");
        }),
        attack("a pointer of git LFS for a picture", "changed", |f| {
            f.write(
                PICTURE,
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 22\n",
            );
        }),
        attack("a picture more", "changed", |f| {
            f.swap(LANA, "[approval]", "[[media]]\npath = \"media/telaio.jpg\"\n\n[approval]");
        }),
        attack("no picture", "changed", |f| {
            let text = f.read(LANA);
            let (at, end) = (text.find(MEDIUM), text.find("[approval]"));
            let (at, end) = (at.expect("a picture"), end.expect("a block"));
            f.write(LANA, format!("{}{}", &text[..at], &text[end..]));
        }),
        attack("two pictures in another order", "changed", |f| {
            let second = "[[media]]\npath = \"media/telaio.jpg\"\nalt = \"Un telaio\"\n\n";
            f.swap(LANA, "[approval]", &format!("{second}[approval]"));
            f.approve(LANA_ID);
            assert_eq!(f.verdict(LANA_ID), "approved");
            f.swap(LANA, second, "");
            f.swap(LANA, MEDIUM, &format!("{second}{MEDIUM}"));
        }),
        attack("another alternative text", "changed", |f| f.swap(LANA, "grezza", "fina")),
        attack("no alternative text", "changed", |f| {
            f.swap(LANA, "alt = \"Gomitoli di lana grezza\"\n", "");
        }),
        attack("a picture by AI declared as a photograph", "changed", |f| {
            f.swap(LANA, "source = \"camera\"", "source = \"ai\"");
            f.approve(LANA_ID);
            assert_eq!(f.verdict(LANA_ID), "approved");
            f.swap(LANA, "source = \"ai\"", "source = \"camera\"");
        }),
        attack("a picture declared to look real", "changed", |f| {
            f.swap(LANA, "source = \"camera\"", "source = \"camera\"\nrealistic = true");
        }),
    ]
}

fn brands() -> Vec<Attack> {
    vec![
        attack("another account", "changed", |f| f.swap(BRAND, "@bottega", "@altra")),
        attack("a look-alike account", "changed", |f| f.swap(BRAND, "@bottega.a", "@bоttega.a")),
        attack("no account", "changed", |f| f.swap(BRAND, "account = \"@bottega.aurora\"\n", "")),
        attack("two accounts changed for one another", "changed", |f| {
            f.swap(BRAND, "@bottega.aurora", "aurora.example.org");
            f.swap(
                BRAND,
                "account = \"aurora.example.org\"\n\n[channels.li",
                "account = \"@bottega.aurora\"\n\n[channels.li",
            );
        }),
        attack("another network", "changed", |f| f.swap(BRAND, "\"instagram\"", "\"facebook\"")),
        attack("a channel taken from the brand", "uncovered", |f| {
            f.swap(BRAND, "[channels.bs]", "[channels.altro]");
        }),
        attack("another zone", "changed", |f| f.swap(BRAND, "Europe/Rome", "Asia/Tokyo")),
        attack("another zone with the same hours", "changed", |f| {
            f.swap(BRAND, "Europe/Rome", "Europe/Paris");
        }),
        attack("another name, slots, languages", "approved", |f| {
            f.swap(BRAND, "Bottega Aurora", "Bottega Tramonto");
            f.swap(BRAND, "mon wed fri 12:30", "sun 10:00");
            f.swap(BRAND, "[\"it\", \"en\"]", "[\"en\"]");
        }),
        attack("another id of the folder", "elsewhere", |f| f.swap(BRAND, "b7m2x9qe", "c7m2x9qe")),
        attack("a brand that cannot be read", "no brand", |f| f.write(BRAND, "[brand\n")),
        attack("the whole folder copied elsewhere", "elsewhere", |f| {
            let elsewhere = f.home.path().join("copia");
            copied(&f.root, &elsewhere);
            f.root = elsewhere;
        }),
    ]
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copied(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("copied");
        }
    }
}

fn files() -> Vec<Attack> {
    vec![
        attack("the whole file copied beside itself", "twins", |f| {
            f.write("posts/2026/W48/copia.toml", f.read(LANA));
        }),
        attack("the whole file copied into another week", "twins", |f| {
            f.write("posts/2026/W50/lana.k3f9q7ab.toml", f.read(LANA));
        }),
        attack("the whole file copied among the ideas", "twins", |f| {
            f.write("ideas/lana.k3f9q7ab.toml", f.read(LANA));
        }),
        attack("a copy with other words", "twins", |f| {
            f.write("posts/2026/W48/a.k3f9q7ab.toml", f.read(LANA).replace("casa", "cena"));
        }),
        attack("a copy that is taken away again", "approved", |f| {
            f.write("posts/2026/W48/copia.toml", f.read(LANA));
            assert_eq!(f.verdict(LANA_ID), "twins");
            std::fs::remove_file(f.path("posts/2026/W48/copia.toml")).expect("deleted");
        }),
        attack("an unapproved post takes its id", "twins", |f| {
            f.swap(FERMO, FERMO_ID, LANA_ID);
        }),
        on("z7m2x9qe", "a copy with an id of its own", "changed", |f| {
            let text = f.read(LANA).replace(LANA_ID, "z7m2x9qe");
            f.write("posts/2026/W48/lana.z7m2x9qe.toml", text);
        }),
        on("z7m2x9qe", "another id for the post", "changed", |f| {
            f.swap(LANA, LANA_ID, "z7m2x9qe");
        }),
        attack("the id in upper case", "broken", |f| f.swap(LANA, LANA_ID, "K3F9Q7AB")),
        attack("the id with something invisible", "broken", |f| {
            f.swap(LANA, LANA_ID, "k3f9q7ab\u{200B}");
        }),
        attack("two approved posts change their ids", "changed", |f| {
            f.swap(LANA, LANA_ID, TELAIO_ID);
            f.swap(TELAIO, TELAIO_ID, LANA_ID);
        }),
        attack("the file renamed", "approved", |f| {
            std::fs::rename(f.path(LANA), f.path("posts/2026/W48/filo.k3f9q7ab.toml"))
                .expect("renamed");
        }),
        attack("the file moved to another week", "approved", |f| {
            f.write("posts/2026/W50/lana.k3f9q7ab.toml", f.read(LANA));
            std::fs::remove_file(f.path(LANA)).expect("deleted");
        }),
        attack("a copy that an editor left", "approved", |f| {
            f.write(format!("{LANA}~").as_str(), f.read(LANA).replace("casa", "cena"));
        }),
        attack("the file is a link out of the folder", "broken", |f| {
            let outside = f.home.path().join("fuori.toml");
            std::fs::rename(f.path(LANA), &outside).expect("moved");
            symlink(outside, f.path(LANA)).expect("linked");
        }),
        attack("the file deleted", "gone", |f| {
            std::fs::remove_file(f.path(LANA)).expect("deleted");
        }),
        attack("every text of the folder replaced by an agent", "changed", |f| {
            f.swap(LANA, "torna a casa", "va via");
            f.swap(TELAIO, "sciarpa", "coperta");
            assert_eq!(f.verdict(TELAIO_ID), "changed");
        }),
    ]
}
