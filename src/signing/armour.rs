//! The armour of an SSH signature, read as far as the person's finger: whether the key
//! that made it had to be touched is said inside, and `ssh-keygen` does not insist on it.
//!
//! Format: `PROTOCOL.sshsig` and `PROTOCOL.u2f` of OpenSSH. Whether the signature is any
//! good is `ssh-keygen`'s to say; what is said of a touch is covered by it.

use super::NAMESPACE;
use super::base64::decoded;

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";
const MAGIC: &[u8] = b"SSHSIG";
const VERSION: u32 = 1;
/// More than the longest key makes, in bytes.
const MOST: usize = 16 * 1024;
/// The flag of an authenticator that felt a touch: "user present".
const PRESENT: u8 = 0x01;

/// One signature for an approval, and nothing round it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Armour {
    text: String,
    touched: bool,
}

impl Armour {
    /// `None` of anything else: two of them, words before or after, another namespace.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > MOST {
            return None;
        }
        let lines: Vec<&str> = text.trim().lines().collect();
        let [BEGIN, body @ .., END] = &lines[..] else { return None };
        if body.iter().any(|line| line.is_empty()) {
            return None;
        }
        let touched = is_touched(&decoded(&body.concat())?)?;
        Some(Self { text: lines.join("\n") + "\n", touched })
    }

    /// As `ssh-keygen` writes it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A key that is touched made it, and says that it was.
    pub fn touched(&self) -> bool {
        self.touched
    }
}

/// What a signature for an approval says of a touch; `None` where it is none.
fn is_touched(bytes: &[u8]) -> Option<bool> {
    let mut wire = Wire(bytes.strip_prefix(MAGIC)?);
    let version = wire.number()?;
    let key = wire.string()?;
    let namespace = wire.string()?;
    // Kept for what may be added one day; not for us to judge.
    let _reserved = wire.string()?;
    let _hash = wire.string()?;
    let mut signature = Wire(wire.string()?);
    if version != VERSION || namespace != NAMESPACE.as_bytes() || !wire.0.is_empty() {
        return None;
    }
    let kind = signature.string()?;
    let _made = signature.string()?;
    let of_touched_key = Wire(key).string()?.starts_with(b"sk-");
    if !of_touched_key {
        return signature.0.is_empty().then_some(false);
    }
    let flags = signature.byte()?;
    let _counter = signature.number()?;
    // One made in a browser goes on with what the browser was shown.
    let ends = signature.0.is_empty() || kind.starts_with(b"webauthn-sk-");
    ends.then_some(flags & PRESENT != 0)
}

/// What is left to be read of a run of bytes, as SSH writes them.
struct Wire<'a>(&'a [u8]);

impl<'a> Wire<'a> {
    fn take(&mut self, many: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(many)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    fn number(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_be_bytes)
    }

    fn string(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(usize::try_from(length).ok()?)
    }
}

#[cfg(test)]
mod tests;
