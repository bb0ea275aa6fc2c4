//! What can stand between an approval and its SSH signature: why one is not judged, and why
//! none was made. Whether a signature holds is the gate's to say.

/// Why nothing can be said of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unjudged {
    /// Nobody has looked at it yet.
    NotYet,
    /// There is no `ssh-keygen` here.
    NoProgram,
    /// It was ended after so long without an answer.
    Silent { seconds: u64 },
    /// The list of who may approve is not there, or cannot be read.
    NoSigners { path: String },
    /// The list stands in the content folder, where whoever writes a post could add a name.
    SignersInside { path: String },
    /// What the settings say of approvals cannot be used, so everything counts as asked for.
    Settings {
        /// `config.toml:2:9`; `None` where nothing of the file can be used.
        place: Option<String>,
    },
    /// They ask for a signature and name no list of who may approve.
    NoList,
}

/// Why a signature does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unheld {
    /// There is no such thing as a signature for an approval in it.
    Malformed,
    /// Nobody who may approve has the key.
    Stranger,
    /// The key has expired on the list of who may approve.
    Expired,
    /// It is over other bytes.
    Other,
}

/// Why nobody has signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsigned {
    /// There is no `ssh-keygen` here.
    NoProgram,
    /// The key wants a passphrase, or an agent that has it open.
    Locked { key: String },
    /// It gave no sign, most often because nobody touched it.
    Silent { key: String, seconds: u64 },
    Refused {
        key: String,
        /// The words of `ssh-keygen` or of the system; revealed before they are shown.
        message: String,
    },
    /// The folder asks for a signature, and the settings name no key.
    NoKey,
    /// The key stands in the content folder, where git would carry it about.
    KeyInside { key: String },
    /// The folder asks for a key that is touched; this one is not, or was not.
    NotTouched { key: String },
    /// There is no such file.
    NoSuchKey { key: String },
    /// The list of who may approve says that its time is over.
    Expired { key: String, list: String },
    /// Nobody on the list of who may approve has this key.
    NotASigner { key: String, list: String },
    /// The signature that was made cannot be verified here.
    Unjudged(Unjudged),
}
