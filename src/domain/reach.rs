//! How far words go that are sent to a host. Decided here alone, by the whole of its name or
//! number: for the connection, for the settings and for what is said to a person.

use std::net::IpAddr;

/// From nearest to farthest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// They do not leave this machine.
    Here,
    /// The private network it stands in.
    Near,
    Far,
}

/// Endings that no public name has.
const PRIVATE: [&str; 3] = [".local", ".lan", ".internal"];

impl Reach {
    /// Of a host as an address writes it, with or without its port. What cannot be told is
    /// far.
    pub fn of(host: &str) -> Self {
        let name = without_port(host).to_ascii_lowercase();
        match name.parse() {
            Ok(IpAddr::V4(ip)) if ip.is_loopback() => Self::Here,
            Ok(IpAddr::V6(ip)) if ip.is_loopback() => Self::Here,
            Ok(IpAddr::V4(ip)) if ip.is_private() || ip.is_link_local() => Self::Near,
            Ok(IpAddr::V6(ip)) if ip.is_unique_local() || ip.is_unicast_link_local() => Self::Near,
            Ok(_) => Self::Far,
            Err(_) if name == "localhost" => Self::Here,
            Err(_) if PRIVATE.iter().any(|end| name.ends_with(end)) => Self::Near,
            Err(_) => Self::Far,
        }
    }
}

fn without_port(host: &str) -> &str {
    if let Some(v6) = host.strip_prefix('[') {
        return v6.split(']').next().unwrap_or_default();
    }
    match host.split_once(':') {
        // More than one colon: a number of version six without its brackets.
        Some((_, rest)) if rest.contains(':') => host,
        Some((name, _)) => name,
        None => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_here_by_its_whole_name_and_never_by_how_it_begins() {
        let of = |hosts: &[&str], reach| {
            for host in hosts {
                assert_eq!(Reach::of(host), reach, "{host}");
            }
        };
        of(&["localhost", "LocalHost:80", "127.0.0.1:11434", "127.9.9.9"], Reach::Here);
        of(&["[::1]:8080", "[::1]", "::1"], Reach::Here);
        of(&["10.0.0.1", "192.168.1.4:80", "169.254.1.1", "[fd00::1]", "fe80::1"], Reach::Near);
        of(&["aurora.local:11434", "nas.lan", "llm.internal"], Reach::Near);
        of(&["localhost.example.org", "127.0.0.1.nip.io:80", "127.example.org"], Reach::Far);
        of(&["example.org:443", "8.8.8.8", "[2001:db8::1]:443", "local", ""], Reach::Far);
    }
}
