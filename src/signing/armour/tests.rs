//! Armours made by hand. No key that is touched is at hand where the tests run, so what one
//! would say is put together here from `PROTOCOL.u2f`; `ssh-keygen` never sees these.

use super::*;

/// What a signature is made of.
struct Parts {
    version: u32,
    namespace: &'static str,
    key: &'static str,
    kind: &'static str,
    flags: Option<u8>,
    after: Vec<u8>,
}

impl Default for Parts {
    fn default() -> Self {
        let key = "sk-ssh-ed25519@openssh.com";
        Self { version: 1, namespace: NAMESPACE, key, kind: key, flags: Some(1), after: vec![] }
    }
}

fn string(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).expect("short");
    [&length.to_be_bytes(), bytes].concat()
}

impl Parts {
    fn bytes(&self) -> Vec<u8> {
        let key = [string(self.key.as_bytes()), string(&[7; 32]), string(b"ssh:")].concat();
        let mut signature = [string(self.kind.as_bytes()), string(&[9; 64])].concat();
        if let Some(flags) = self.flags {
            signature.push(flags);
            signature.extend(41_u32.to_be_bytes());
        }
        signature.extend(&self.after);
        [
            MAGIC.to_vec(),
            self.version.to_be_bytes().to_vec(),
            string(&key),
            string(self.namespace.as_bytes()),
            string(b""),
            string(b"sha512"),
            string(&signature),
        ]
        .concat()
    }

    fn touched(&self) -> Option<bool> {
        is_touched(&self.bytes())
    }
}

fn encoded(bytes: &[u8]) -> String {
    const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, at| {
            bits << 8 | u32::from(group.get(at).copied().unwrap_or_default())
        });
        for at in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= group.len() { sign.into() } else { '=' });
        }
    }
    out
}

fn armour(bytes: &[u8]) -> String {
    let text = encoded(bytes);
    let lines: Vec<&str> =
        text.as_bytes().chunks(70).map(|line| std::str::from_utf8(line).expect("ASCII")).collect();
    format!("{BEGIN}\n{}\n{END}\n", lines.join("\n"))
}

#[test]
fn a_touch_counts_where_the_authenticator_says_there_was_one() {
    let with = |flags| Parts { flags: Some(flags), ..Parts::default() };
    assert_eq!(with(0x00).touched(), Some(false), "made without a touch");
    assert_eq!(with(0x01).touched(), Some(true));
    assert_eq!(with(0x05).touched(), Some(true), "with a PIN as well");
    assert_eq!(with(0x04).touched(), Some(false), "a PIN is no touch");
    let ecdsa = "sk-ecdsa-sha2-nistp256@openssh.com";
    assert_eq!(Parts { key: ecdsa, kind: ecdsa, ..Parts::default() }.touched(), Some(true));
    let browser = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com";
    let after = [string(b"https://example.org"), string(b"{}"), string(b"")].concat();
    let browser = Parts { key: ecdsa, kind: browser, after, ..Parts::default() };
    assert_eq!(browser.touched(), Some(true));
}

#[test]
fn a_key_in_a_file_is_never_touched_whatever_its_signature_says() {
    let plain = || Parts { key: "ssh-ed25519", kind: "ssh-ed25519", ..Parts::default() };
    assert_eq!(Parts { flags: None, ..plain() }.touched(), Some(false));
    assert_eq!(Parts { flags: Some(1), ..plain() }.touched(), None, "bytes that mean nothing");
    let claims = Parts { key: "ssh-ed25519", flags: None, ..Parts::default() };
    assert_eq!(claims.touched(), Some(false), "only the signature calls itself touched");
}

#[test]
fn what_is_no_signature_for_an_approval_is_refused() {
    let parts = Parts::default;
    assert_eq!(Parts { namespace: "git", ..parts() }.touched(), None);
    assert_eq!(Parts { namespace: "palinsesto-approval2", ..parts() }.touched(), None);
    assert_eq!(Parts { namespace: "", ..parts() }.touched(), None);
    assert_eq!(Parts { version: 2, ..parts() }.touched(), None);
    assert_eq!(Parts { flags: None, ..parts() }.touched(), None, "no flags at all");
    assert_eq!(Parts { after: vec![0], ..parts() }.touched(), None, "something after it");
    let whole = parts().bytes();
    for end in 0..whole.len() {
        assert_eq!(is_touched(&whole[..end]), None, "cut at {end}");
    }
    assert_eq!(is_touched(&[&whole[..], b"!"].concat()), None);
}

#[test]
fn one_armour_and_nothing_round_it() {
    let one = armour(&Parts::default().bytes());
    let read = Armour::read(&one).expect("a signature");
    assert_eq!((read.text(), read.touched()), (one.as_str(), true));
    let carriages = one.replace('\n', "\r\n");
    assert_eq!(Armour::read(&carriages).as_ref(), Some(&read), "as git may write it");
    assert_eq!(Armour::read(&format!("\n{}", one.trim_end())).as_ref(), Some(&read));
    for other in [
        String::new(),
        format!("{one}{one}"),
        format!("approvo\n{one}"),
        format!("{one}approvo\n"),
        one.replace(END, ""),
        one.replace(BEGIN, "-----BEGIN PGP SIGNATURE-----"),
        one.replacen('\n', "\n\n", 1),
        one.replacen('\n', "\n# \n", 1),
        one.replacen('U', "é", 1),
        one[..one.len() / 2].to_owned(),
        format!("{BEGIN}\n{END}\n"),
        format!("{}{one}", " ".repeat(MOST)),
    ] {
        assert_eq!(Armour::read(&other), None, "{other}");
    }
}
