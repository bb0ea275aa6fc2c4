//! Attacks on the ledger. Its key stands beside it: against whoever can read that, and write
//! all three files, the ledger is no help, and the table says so.

use crate::field::*;
use crate::{Attack, attack};
use std::path::{Path, PathBuf};

fn file(field: &Field, name: &str) -> PathBuf {
    field.state().join("ledger").join(name)
}

fn acts(field: &Field) -> String {
    std::fs::read_to_string(file(field, "acts.jsonl")).expect("a ledger")
}

fn lines(field: &Field) -> Vec<String> {
    acts(field).lines().map(|line| format!("{line}\n")).collect()
}

fn put(field: &Field, name: &str, bytes: impl AsRef<[u8]>) {
    std::fs::write(file(field, name), bytes).expect("written");
}

fn edited(field: &Field, from: &str, to: &str) {
    let text = acts(field);
    assert!(text.contains(from), "{from:?} is not in {text}");
    put(field, "acts.jsonl", text.replacen(from, to, 1));
}

/// Everything the ledger is, to be put back later.
fn kept(field: &Field) -> Vec<(String, Vec<u8>)> {
    let read = |name: &str| Some((name.to_owned(), std::fs::read(file(field, name)).ok()?));
    ["acts.jsonl", "head", "key"].into_iter().filter_map(read).collect()
}

fn put_back(field: &Field, kept: &[(String, Vec<u8>)]) {
    for (name, bytes) in kept {
        put(field, name, bytes);
    }
}

/// The MAC with which a line ends.
fn mac(line: &str) -> String {
    let (_, mac) = line.trim_end().rsplit_once("\"mac\":\"").expect("a MAC");
    mac.trim_end_matches("\"}").to_owned()
}

fn gone(path: &Path) {
    std::fs::remove_file(path).expect("deleted");
}

pub fn attacks() -> Vec<Attack> {
    [files(), taken_back(), set_aside(), limits()].into_iter().flatten().collect()
}

fn files() -> Vec<Attack> {
    vec![
        attack("the lines deleted", "ledger", |f| gone(&file(f, "acts.jsonl"))),
        attack("the head deleted", "ledger", |f| gone(&file(f, "head"))),
        attack("the key deleted", "ledger", |f| gone(&file(f, "key"))),
        attack("lines and head deleted", "elsewhere", |f| {
            gone(&file(f, "acts.jsonl"));
            gone(&file(f, "head"));
        }),
        attack("the whole ledger deleted", "elsewhere", |f| {
            std::fs::remove_dir_all(file(f, "")).expect("deleted");
        }),
        attack("another key", "ledger", |f| put(f, "key", [1; 32])),
        attack("a key of other length", "ledger", |f| put(f, "key", [1; 31])),
        attack("a head of zeros", "ledger", |f| put(f, "head", "0".repeat(64))),
        attack("an empty head", "ledger", |f| put(f, "head", "")),
        attack("the head in upper case", "ledger", |f| {
            put(f, "head", mac(&lines(f)[1]).to_uppercase() + "F");
        }),
        attack("the first line dropped", "ledger", |f| {
            put(f, "acts.jsonl", lines(f)[1..].concat());
        }),
        attack("the last line dropped", "ledger", |f| put(f, "acts.jsonl", &lines(f)[0])),
        attack("two lines swapped", "ledger", |f| {
            let lines = lines(f);
            put(f, "acts.jsonl", format!("{}{}", lines[1], lines[0]));
        }),
        attack("the last line doubled", "ledger", |f| {
            put(f, "acts.jsonl", acts(f) + &lines(f)[1]);
        }),
        attack("the first line again at the end", "ledger", |f| {
            put(f, "acts.jsonl", acts(f) + &lines(f)[0]);
        }),
        attack("another name in a line", "ledger", |f| edited(f, "Ada Neri", "Eva Neri")),
        attack("another hash in a line", "ledger", |f| {
            f.swap(LANA, "a casa", "da Bea");
            let (right, was) = (f.covered(LANA_ID).hash().to_string(), f.value("hash"));
            edited(f, &was[7..], &right);
            f.swap(LANA, &was[7..], &right);
        }),
        attack("another post in a line", "ledger", |f| edited(f, LANA_ID, FERMO_ID)),
        attack("another time in a line", "ledger", |f| {
            edited(f, "2026-11-22T10:15", "2026-11-22T10:14");
        }),
        attack("other circumstances in a line", "ledger", |f| {
            edited(f, "\"seconds\":1", "\"seconds\":9");
        }),
        attack("a key more in a line", "ledger", |f| edited(f, "{\"act\"", "{\"x\":1,\"act\"")),
        attack("a space more in a line", "ledger", |f| edited(f, "{\"act\"", "{ \"act\"")),
        attack("a letter of a line spelled with an escape", "ledger", |f| {
            edited(f, "Ada", "\\u0041da");
        }),
        attack("an empty line", "ledger", |f| put(f, "acts.jsonl", format!("\n{}", acts(f)))),
        attack("CRLF in the ledger", "ledger", |f| {
            put(f, "acts.jsonl", acts(f).replace('\n', "\r\n"));
        }),
        attack("a byte order mark before the ledger", "ledger", |f| {
            put(f, "acts.jsonl", format!("\u{FEFF}{}", acts(f)));
        }),
        attack("a line for a post nobody approved", "ledger", |f| {
            let right = f.covered(FERMO_ID).hash().to_string();
            let line = lines(f)[1].replace(TELAIO_ID, FERMO_ID);
            let hash = f.block(TELAIO);
            let was = hash.split("sha256:").nth(1).expect("a hash")[..64].to_owned();
            put(f, "acts.jsonl", acts(f) + &line.replace(&was, &right));
            let block = f.block(TELAIO).replace(&was, &right);
            f.put_block(FERMO, &format!("\n{block}"));
            assert_eq!(f.verdict(FERMO_ID), "ledger");
        }),
        attack("the ledger cut off at any byte", "ledger", |f| {
            let all = acts(f);
            for end in 0..all.len() {
                put(f, "acts.jsonl", &all[..end]);
                let verdict = f.verdict(LANA_ID);
                assert_eq!(verdict, "ledger", "cut off after {end} bytes of {}", all.len());
            }
        }),
        attack("the ledger is a folder", "ledger", |f| {
            gone(&file(f, "acts.jsonl"));
            std::fs::create_dir(file(f, "acts.jsonl")).expect("a folder");
        }),
        attack("an older ledger without its head", "ledger", |f| {
            let old = kept(f);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            put_back(f, &old[..1]);
        }),
        attack("the ledger of another folder", "elsewhere", |f| {
            let mut other = Field::untouched();
            other.approve(FERMO_ID);
            put_back(f, &kept(&other));
        }),
        attack("the lines of another folder's ledger after ours", "ledger", |f| {
            let mut other = Field::untouched();
            other.approve(LANA_ID);
            put(f, "acts.jsonl", acts(f) + &acts(&other));
        }),
        attack("a ledger from before the approval", "elsewhere", |f| {
            let mut other = Field::untouched();
            other.approve(TELAIO_ID);
            let old = kept(&other);
            other.approve(LANA_ID);
            put_back(f, &old);
        }),
    ]
}

/// What was taken back stays so, whatever the file says.
fn taken_back() -> Vec<Attack> {
    vec![
        attack("an approval taken back", "none", |f| f.revoke(LANA_ID)),
        attack("an approval taken back and put into the file again", "revoked", |f| {
            let file = f.read(LANA);
            f.revoke(LANA_ID);
            f.write(LANA, file);
        }),
        attack("taken back while the file carried an earlier approval", "revoked", |f| {
            let earlier = f.block(LANA);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            let file = f.read(LANA);
            f.put_block(LANA, &earlier);
            f.revoke(LANA_ID);
            f.write(LANA, file);
        }),
        attack("taken back while the file carried a made-up approval", "revoked", |f| {
            let file = f.read(LANA);
            f.swap(LANA, &f.value("hash"), &format!("sha256:{}", "0".repeat(64)));
            f.revoke(LANA_ID);
            f.write(LANA, file);
        }),
        attack("taken back, and an earlier version put back whole", "revoked", |f| {
            let earlier = f.read(LANA);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            f.revoke(LANA_ID);
            f.write(LANA, earlier);
        }),
        attack("taken back and approved anew", "approved", |f| {
            f.revoke(LANA_ID);
            f.approve(LANA_ID);
        }),
        attack("taken back under a clock that was set back", "revoked", |f| {
            let file = f.read(LANA);
            f.at = "1999-01-01T00:00:00Z".parse().expect("a time");
            f.revoke(LANA_ID);
            f.write(LANA, file);
        }),
        attack("approved under a clock that was set forward", "approved", |f| {
            f.at = "2199-01-01T00:00:00Z".parse().expect("a time");
            f.approve(LANA_ID);
        }),
        attack("the line of a withdrawal dropped", "ledger", |f| {
            let (file, before) = (f.read(LANA), acts(f));
            f.revoke(LANA_ID);
            f.write(LANA, file);
            put(f, "acts.jsonl", before);
        }),
        attack("the line of a withdrawal cut short", "ledger", |f| {
            let file = f.read(LANA);
            f.revoke(LANA_ID);
            f.write(LANA, file);
            let all = acts(f);
            put(f, "acts.jsonl", all.trim_end());
        }),
        attack("a withdrawal turned into an approval", "ledger", |f| {
            let file = f.read(LANA);
            f.revoke(LANA_ID);
            f.write(LANA, file);
            edited(f, "\"act\":\"revoke\"", "\"act\":\"approve\"");
        }),
        attack("another post's approval taken back", "approved", |f| f.revoke(TELAIO_ID)),
    ]
}

/// As a person has it done at the terminal.
fn aside(field: &Field) {
    let aside = field.window.set_aside(ADA, field.at).expect("done");
    assert!(aside.is_some(), "there is nothing wrong with it");
}

/// What is made of a ledger that was touched brings no yes back.
fn set_aside() -> Vec<Attack> {
    vec![
        attack("a line touched, and the ledger set aside", "set-aside", |f| {
            edited(f, "Ada Neri", "Eva Neri");
            aside(f);
        }),
        attack("the lines deleted, and the ledger set aside", "set-aside", |f| {
            gone(&file(f, "acts.jsonl"));
            aside(f);
        }),
        attack("the key deleted, and the ledger set aside", "set-aside", |f| {
            gone(&file(f, "key"));
            aside(f);
        }),
        attack("a withdrawal dropped, and the ledger set aside", "set-aside", |f| {
            let (file, before) = (f.read(LANA), acts(f));
            f.revoke(LANA_ID);
            f.write(LANA, file);
            put(f, "acts.jsonl", before);
            aside(f);
        }),
        attack("taken back, rubbish at the end, and set aside", "revoked", |f| {
            let file = f.read(LANA);
            f.revoke(LANA_ID);
            f.write(LANA, file);
            put(f, "acts.jsonl", acts(f) + "rubbish\n");
            aside(f);
        }),
        attack("set aside, and the old lines and head put back", "ledger", |f| {
            let old = kept(f);
            put(f, "head", "x");
            aside(f);
            put_back(f, &old[..2]);
        }),
        attack("set aside and approved anew", "approved", |f| {
            put(f, "head", "x");
            aside(f);
            f.approve(LANA_ID);
        }),
    ]
}

/// Taken back in the ledger; the field goes on taking what was approved for honest.
fn withdrawn(field: &Field) {
    let post = field.entry(LANA_ID).post;
    field.window.withdraw(&post, ADA, field.at).expect("written down");
}

/// What no ledger beside its own key can stop: the older trust says so, and a signature does.
fn limits() -> Vec<Attack> {
    vec![
        attack("limit: the ledger put back whole as before a withdrawal", "approved", |f| {
            let (file, old) = (f.read(LANA), kept(f));
            withdrawn(f);
            f.write(LANA, file);
            put_back(f, &old);
        }),
        attack(
            "limit: a withdrawal dropped and the head set back to the line before",
            "approved",
            |f| {
                let file = f.read(LANA);
                withdrawn(f);
                f.write(LANA, file);
                let lines = lines(f);
                let (last, rest) = lines.split_last().expect("lines");
                assert!(last.contains("revoke"));
                put(f, "acts.jsonl", rest.concat());
                put(f, "head", mac(rest.last().expect("a line")));
            },
        ),
        attack("a kill between the line and its head", "approved", |f| {
            put(f, "head", mac(&lines(f)[0]));
        }),
    ]
}
