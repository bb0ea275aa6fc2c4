//! Attacks on the `[approval]` itself: forged, copied, spelled otherwise.

use crate::field::*;
use crate::{Attack, attack, on};

/// A valid block with other words in it.
fn forged(field: &mut Field, from: &str, to: &str) {
    let block = field.block(LANA);
    assert!(block.contains(from), "{block}");
    field.put_block(LANA, &block.replacen(from, to, 1));
}

/// The hash of the block, written in another way.
fn rewritten(field: &mut Field, how: impl FnOnce(&str) -> String) {
    let hash = field.value("hash");
    forged(field, &format!("\"{hash}\""), &how(&hash));
}

fn of_keys(field: &mut Field, shape: &str) {
    let mut text = shape.to_owned();
    for key in ["scheme", "hash", "by", "at"] {
        text = text.replace(&key.to_uppercase(), &field.value(key));
    }
    // Before the first table: a key below one would be in it.
    let bare = field.bare(LANA);
    let at = bare.find("[variants").expect("a table");
    field.write(LANA, format!("{}{text}\n{}", &bare[..at], &bare[at..]));
}

pub fn attacks() -> Vec<Attack> {
    vec![
        attack("nothing is attacked", "approved", |_| {}),
        on(FERMO_ID, "a block copied to a post nobody approved", "changed", |f| {
            f.put_block(FERMO, &format!("\n{}", f.block(LANA)));
        }),
        attack("the block of another approved post", "changed", |f| {
            f.put_block(LANA, &f.block(TELAIO));
        }),
        on(FERMO_ID, "text, time and block copied to another id", "changed", |f| {
            f.write(FERMO, f.read(TELAIO).replace(TELAIO_ID, FERMO_ID));
        }),
        attack("a hash of zeros", "changed", |f| {
            rewritten(f, |_| format!("\"sha256:{}\"", "0".repeat(64)));
        }),
        attack("another text with its own right hash", "elsewhere", |f| {
            f.swap(LANA, "a casa", "da Bea");
            let hash = f.covered(LANA_ID).hash();
            rewritten(f, |_| format!("\"sha256:{hash}\""));
        }),
        on(FERMO_ID, "a whole block invented, with the right hash", "elsewhere", |f| {
            let (block, hash) = (f.block(LANA), f.value("hash"));
            let right = format!("sha256:{}", f.covered(FERMO_ID).hash());
            f.put_block(FERMO, &format!("\n{}", block.replace(&hash, &right)));
        }),
        attack("the hash in upper case", "malformed", |f| {
            rewritten(f, |h| format!("\"sha256:{}\"", h[7..].to_uppercase()));
        }),
        attack("one letter of the hash in upper case", "malformed", |f| {
            rewritten(f, |h| {
                let at = h.rfind(|c: char| c.is_ascii_lowercase()).expect("a letter");
                let letter = h[at..=at].to_uppercase();
                format!("\"{}{letter}{}\"", &h[..at], &h[at + 1..])
            });
        }),
        attack("SHA256 in upper case", "malformed", |f| {
            rewritten(f, |h| format!("\"SHA256{}\"", &h[6..]));
        }),
        attack("a hash without its algorithm", "malformed", |f| {
            rewritten(f, |h| format!("\"{}\"", &h[7..]));
        }),
        attack("another algorithm, b3", "malformed", |f| {
            rewritten(f, |h| format!("\"b3:{}\"", &h[7..]));
        }),
        attack("another algorithm, sha512", "malformed", |f| {
            rewritten(f, |h| format!("\"sha512:{0}{0}\"", &h[7..]));
        }),
        attack("a hash cut short", "malformed", |f| {
            rewritten(f, |h| format!("\"{}\"", &h[..h.len() - 1]));
        }),
        attack("a hash of four characters", "malformed", |f| {
            rewritten(f, |h| format!("\"{}\"", &h[..11]));
        }),
        attack("no hash at all", "malformed", |f| rewritten(f, |_| "\"\"".to_owned())),
        attack("a hash with one character more", "malformed", |f| {
            rewritten(f, |h| format!("\"{h}0\""));
        }),
        attack("a hash with a space before it", "malformed", |f| {
            rewritten(f, |h| format!("\" {h}\""));
        }),
        attack("a hash with a line feed after it", "malformed", |f| {
            rewritten(f, |h| format!("\"{h}\\n\""));
        }),
        attack("a hash with a zero-width space in it", "malformed", |f| {
            rewritten(f, |h| format!("\"{h}\u{200B}\""));
        }),
        attack("a hash with wide digits", "malformed", |f| {
            rewritten(f, |h| format!("\"{}\"", h.replace('0', "０").replace('1', "１")));
        }),
        attack("a hash that is a number", "malformed", |f| rewritten(f, |_| "0".to_owned())),
        attack("a hash that is a list of hashes", "malformed", |f| {
            rewritten(f, |h| format!("[\"{h}\", \"{h}\"]"));
        }),
        attack("the hash spelled with escapes", "approved", |f| {
            rewritten(f, |h| format!("\"\\u0073{}\"", &h[1..]));
        }),
        attack("the hash in a literal string", "approved", |f| {
            rewritten(f, |h| format!("'{h}'"));
        }),
        attack("the hash in a string of several lines", "approved", |f| {
            rewritten(f, |h| format!("\"\"\"\n{h}\"\"\""));
        }),
        attack("scheme 2", "malformed", |f| forged(f, "approval-1", "approval-2")),
        attack("no scheme", "malformed", |f| {
            forged(f, "scheme = \"palinsesto-approval-1\"\n", "");
        }),
        attack("a scheme with a space after it", "malformed", |f| {
            forged(f, "approval-1", "approval-1 ");
        }),
        attack("a scheme in upper case", "malformed", |f| forged(f, "palinsesto-", "PALINSESTO-")),
        attack("no time of approval", "malformed", |f| {
            let line = format!("at = {}\n", f.value("at"));
            forged(f, &line, "");
        }),
        attack("a time of approval in words", "malformed", |f| {
            let at = f.value("at");
            forged(f, &at, "\"ieri\"");
        }),
        attack("another time of approval", "approved", |f| {
            let at = f.value("at");
            forged(f, &at, "1999-01-01T00:00:00Z");
        }),
        attack("another name in the block", "approved", |f| {
            forged(f, "Ada Neri", "Bea Riva");
            let entry = checked_entry(f, LANA_ID);
            let given = entry.consent.given().expect("it holds");
            assert_eq!(given.by, ADA, "the ledger says who it was");
        }),
        attack("the block taken out", "none", |f| f.write(LANA, f.bare(LANA))),
        attack("the block commented out", "none", |f| {
            let block = f.block(LANA).trim_end().replace('\n', "\n# ");
            f.put_block(LANA, &format!("# {block}\n"));
        }),
        attack("an empty block", "malformed", |f| f.put_block(LANA, "[approval]\n")),
        attack("approval = true", "none", |f| of_keys(f, "approval = true")),
        attack("approval in words", "none", |f| of_keys(f, "approval = \"SCHEME HASH BY AT\"")),
        attack("a list of approvals", "none", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[[approval]]"));
        }),
        attack("a list of two approvals", "none", |f| {
            let block = f.block(LANA).replace("[approval]", "[[approval]]");
            f.put_block(LANA, &format!("{block}\n{block}"));
        }),
        attack("approvals as a list in one line", "none", |f| {
            let shape = "[{ scheme = \"SCHEME\", hash = \"HASH\", by = \"BY\", at = AT }]";
            of_keys(f, &format!("approval = {shape}"));
        }),
        attack("the block twice", "broken", |f| {
            let block = f.block(LANA);
            f.put_block(LANA, &format!("{block}\n{block}"));
        }),
        attack("a good block, then a bad one", "broken", |f| {
            f.put_block(LANA, &format!("{}\n[approval]\n", f.block(LANA)));
        }),
        attack("a hash twice in one block", "broken", |f| {
            let hash = f.value("hash");
            f.put_block(LANA, &format!("{}hash = \"{hash}\"\n", f.block(LANA)));
        }),
        attack("the block in one line", "approved", |f| {
            let shape = "{ scheme = \"SCHEME\", hash = \"HASH\", by = \"BY\", at = AT }";
            of_keys(f, &format!("approval = {shape}"));
        }),
        attack("the block as dotted keys", "approved", |f| {
            of_keys(
                f,
                "approval.scheme = \"SCHEME\"\napproval.hash = \"HASH\"\n\
                 approval.by = \"BY\"\napproval.at = AT",
            );
        }),
        attack("the block under a key in quotes", "approved", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[\"\\u0061pproval\"]"));
        }),
        attack("its keys in another order, with comments", "approved", |f| {
            let block = f.block(LANA);
            let mut lines: Vec<&str> = block.lines().skip(1).filter(|l| !l.is_empty()).collect();
            lines.reverse();
            f.put_block(LANA, &format!("[approval] # sì\n{} # no\n", lines.join("\n")));
        }),
        attack("a block with keys of its own", "approved", |f| {
            f.put_block(LANA, &format!("{}machine = true\nforce = \"yes\"\n", f.block(LANA)));
        }),
        attack("a signature that signs nothing", "approved", |f| {
            f.put_block(LANA, &format!("{}sig = \"-----BEGIN\"\n", f.block(LANA)));
        }),
        on(FERMO_ID, "a made-up block with a made-up signature", "elsewhere", |f| {
            let (block, hash) = (f.block(LANA), f.value("hash"));
            let right = format!("sha256:{}", f.covered(FERMO_ID).hash());
            let block = block.replace(&hash, &right);
            f.put_block(FERMO, &format!("\n{block}sig = \"-----BEGIN SSH SIGNATURE-----\"\n"));
        }),
        attack("the block inside a channel", "none", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[variants.bs.approval]"));
        }),
        attack("the block inside a table of its own", "none", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[mio.approval]"));
        }),
        attack("the block under a key with a capital", "none", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[Approval]"));
        }),
        attack("the block under a look-alike key", "none", |f| {
            f.put_block(LANA, &f.block(LANA).replace("[approval]", "[\"аpproval\"]"));
        }),
        on(FERMO_ID, "a stage written by hand", "none", |f| {
            f.write(FERMO, format!("{}status = \"approved\"\napproved = true\n", f.read(FERMO)));
        }),
        attack("the block of an earlier version", "changed", |f| {
            let earlier = f.block(LANA);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            f.put_block(LANA, &earlier);
        }),
        attack("the block of a later version", "changed", |f| {
            let earlier = f.bare(LANA);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            f.write(LANA, earlier + &f.block(LANA));
        }),
        attack("an earlier version whole, block and all", "approved", |f| {
            let earlier = f.read(LANA);
            f.swap(LANA, "a casa", "da noi");
            f.approve(LANA_ID);
            f.write(LANA, earlier);
        }),
    ]
}

fn checked_entry(field: &Field, id: &str) -> palinsesto::domain::Entry {
    let (folder, workspace) = field.open();
    palinsesto::runtime::checked(field.entry(id), &folder, &workspace, &field.window)
}
