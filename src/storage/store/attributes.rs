//! What a new version of a file keeps of the old one besides its name: mode, owner, the
//! access list and the other extended attributes. Where the file system has no such thing,
//! or it is not ours to give, the new version does without.

use rustix::fs::{self, Gid, Mode, Uid, XattrFlags};
use rustix::io::{Errno, Result};
use std::os::fd::BorrowedFd;

const ACCESS: &str = "system.posix_acl_access";
/// What belongs to the file and not to its bytes: a checksum of the old ones would lie.
const KEPT: [&str; 3] = ["user.", ACCESS, "security.selinux"];
/// Linux allows no longer list of names, and no longer value.
const MOST: usize = 1 << 16;

/// Makes `to` what `from` is. Fails where the disk is full or broken.
pub fn copy(from: BorrowedFd, to: BorrowedFd) -> Result<()> {
    let stat = fs::fstat(from)?;
    // Only root may give a file away; the mode is kept either way.
    let _ = fs::fchown(to, Some(Uid::from_raw(stat.st_uid)), Some(Gid::from_raw(stat.st_gid)));
    let names = names(from)?;
    if !names.iter().any(|name| name == ACCESS) {
        // The folder may hand a list of its own to every new file.
        tolerate(fs::fremovexattr(to, ACCESS))?;
    }
    fs::fchmod(to, Mode::from_raw_mode(stat.st_mode & 0o7777))?;
    let mut value = vec![0; MOST];
    for name in names.iter().filter(|name| KEPT.iter().any(|kept| name.starts_with(kept))) {
        match fs::fgetxattr(from, name.as_str(), &mut value[..]) {
            Ok(length) => {
                let set = fs::fsetxattr(to, name.as_str(), &value[..length], XattrFlags::empty());
                tolerate(set)?;
            }
            refused => tolerate(refused.map(drop))?,
        }
    }
    Ok(())
}

fn names(file: BorrowedFd) -> Result<Vec<String>> {
    let mut list = vec![0; MOST];
    let length = match fs::flistxattr(file, &mut list[..]) {
        Ok(length) => length,
        refused => return tolerate(refused.map(drop)).map(|()| Vec::new()),
    };
    let names = list[..length].split(|&byte| byte == 0).filter(|name| !name.is_empty());
    Ok(names.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
}

/// No such thing here, or not for us: the bytes matter more.
fn tolerate(done: Result<()>) -> Result<()> {
    match done {
        Err(Errno::OPNOTSUPP | Errno::NOSYS | Errno::NODATA | Errno::INVAL) => Ok(()),
        Err(Errno::PERM | Errno::ACCESS | Errno::TOOBIG | Errno::RANGE) => Ok(()),
        done => done,
    }
}
