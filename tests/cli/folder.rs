//! A small content folder of an invented workshop, and the program run in it.

use assert_cmd::Command;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Wednesday of week 48.
const TODAY: &str = "2026-11-25T10:00";

pub struct Bottega {
    home: TempDir,
}

/// What one run said.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

const BRAND: &str = r#"
format = 1
id = "b7m2x9qe"

[brand]
name = "Bottega Aurora"
timezone = "Europe/Rome"
languages = ["it", "en"]

[channels.ig]
network = "instagram"
slots = ["mon wed fri 12:30"]

[channels.li]
network = "linkedin"

[channels.bs]
network = "bluesky"

[pillars.prodotto]
name = "Prodotto"
"#;

const LAUNCH: &str = r#"
id = "k3f9q7ab"
title = "Lancio collezione invernale"
when = 2026-11-24T18:30:00
channels = ["ig", "li"]
pillar = "prodotto"
campaign = "inverno-26"
labels = ["lancio"]
lang = "it"
notes = "Foto dal magazzino"
text = """
La lana torna a casa.
"""

[variants.li]
when = 2026-11-25T18:45:00
text = "Perché la lana torna a casa."
"#;

const SUGGESTION: &str = r#"
post = "k3f9q7ab"
id = "4t8w2zqc"
at = 2026-11-22T10:12:00Z
text = "La lana è tornata."

[brief]
topic = "lana"

[source]
provider = "composer"
model = "1"
"#;

impl Bottega {
    /// Three posts that can be read, an idea, and a file that cannot.
    pub fn new() -> Self {
        let bottega = Self::sound();
        bottega.write(
            "posts/2026/W48/rotto.2222223d.toml",
            "id = \"2222223d\"\ntitle = \"Chi tesse\n",
        );
        let long = "Telaio aperto, stasera. Alle sei e un quarto Ada monta l'ordito grigio, \
            poi chi vuole prende la navetta e prova nove giri. Ieri si è rotto un pedale: \
            l'ha aggiustato mio zio con un pezzo di noce, cigola, però tiene. Portate un maglione, la stufa è accesa da poco. \
            Se piove entrate dal cortile, il portone su via dei Telai oggi è chiuso.";
        bottega.write(
            "posts/2026/W48/telaio.h7p84tm7.toml",
            &format!(
                "id = \"h7p84tm7\"\ntitle = \"Telaio aperto\"\nwhen = 2026-11-26T18:15:00\nchannels = [\"bs\"]\ntext = \"\"\"\n{long}\n\"\"\"\n"
            ),
        );
        bottega
    }

    /// The same without anything that a check would stop at.
    pub fn sound() -> Self {
        let bottega = Self { home: TempDir::new().expect("a folder") };
        bottega.write("palinsesto.toml", BRAND);
        bottega.write("posts/2026/W48/lancio-collezione-invernale.k3f9q7ab.toml", LAUNCH);
        bottega.write("drafts/k3f9q7ab/4t8w2zqc.toml", SUGGESTION);
        bottega.write(
            "posts/2026/W47/gomitoli.3f4g5h6j.toml",
            "id = \"3f4g5h6j\"\ntitle = \"Gomitoli\"\nwhen = 2026-11-20T12:30:00\nchannels = [\"ig\"]\ntext = \"Gomitoli grezzi.\"\n\n[published.ig]\nat = 2026-11-20T11:30:04Z\n",
        );
        bottega.write(
            "ideas/perche-il-grigio.5k6m7n8p.toml",
            "id = \"5k6m7n8p\"\ntitle = \"Perché il grigio\"\ntext = \"Il grigio non è un colore triste.\"\n",
        );
        bottega
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn root(&self) -> PathBuf {
        self.home.path().join("bottega")
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, text.trim_start_matches('\n')).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root().join(path)).expect("a file")
    }

    /// The files below a folder, by name.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let names = std::fs::read_dir(self.root().join(folder)).expect("a folder");
        let mut names: Vec<String> = names
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    pub fn write_settings(&self, text: &str) {
        let folder = self.home.path().join(".config/palinsesto");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("config.toml"), text).expect("a file");
    }

    pub fn it(&self, args: &[&str]) -> Said {
        self.run(&[&["--lang", "it"], args].concat(), "")
    }

    pub fn en(&self, args: &[&str]) -> Said {
        self.run(&[&["--lang", "en"], args].concat(), "")
    }

    /// Runs at ten on the Wednesday of week 48, unless `args` say another day.
    pub fn run(&self, args: &[&str], input: &str) -> Said {
        let mut command = self.command();
        if !args.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        said(command.args(args).write_stdin(input))
    }

    /// The program with a home of its own, in the folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("palinsesto"));
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home.path())
            .env("LANG", "C.UTF-8")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(existing(&self.root()));
        command
    }
}

fn existing(path: &Path) -> &Path {
    if path.is_dir() { path } else { path.parent().expect("a parent") }
}

pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Said {
        code: output.status.code().expect("it ended by itself"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}
