//! Who signed what: `Ada Neri <ada@example.org>`, as git writes it. Owns when two
//! signatures are the same person's; knows nobody by itself.

use crate::text::fold;

/// The name of a signature, without the address; the address where there is no name.
pub fn short_name(signature: &str) -> &str {
    let (name, address) = parts(signature);
    if name.is_empty() { address.unwrap_or_default() } else { name }
}

/// Two signatures of one person: by address, where both have one, else by name. An empty
/// one is nobody's.
pub fn same_person(one: &str, other: &str) -> bool {
    let ((name, address), (other_name, other_address)) = (parts(one), parts(other));
    match (address, other_address) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        _ => !name.is_empty() && fold(name) == fold(other_name),
    }
}

/// Whether words that a hand wrote (`Bea Riva, carlo@example.org`) name this person: by
/// signature, by address, by name, or by one of its names.
pub fn is_named_in(said: &str, me: &str) -> bool {
    let (name, address) = parts(me);
    let mine = fold(name);
    said.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()).any(|one| {
        let one = one.trim_start_matches('@');
        let by_address = address.is_some_and(|address| address.eq_ignore_ascii_case(one));
        let by_one = mine.split_whitespace().any(|word| word == fold(one));
        by_address || by_one || same_person(one, me)
    })
}

/// Name and address.
fn parts(signature: &str) -> (&str, Option<&str>) {
    let signature = signature.trim();
    match signature.split_once('<') {
        Some((name, rest)) => {
            let address = rest.split('>').next().unwrap_or_default().trim();
            (name.trim(), (!address.is_empty()).then_some(address))
        }
        None if signature.contains('@') && !signature.contains(char::is_whitespace) => {
            ("", Some(signature))
        }
        None => (signature, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEA: &str = "Bea Riva <bea@example.org>";

    #[test]
    fn a_person_is_the_same_by_address_else_by_name() {
        assert!(same_person(BEA, "B. Riva <BEA@example.org>"));
        assert!(same_person(BEA, "bea@example.org"));
        assert!(same_person(BEA, "bea riva"));
        assert!(!same_person(BEA, "Bea Riva <riva@example.org>"), "two people of one name");
        assert!(!same_person("", ""), "nobody is nobody's twin");
        assert!(!same_person("ada@example.org", "Ada"));
    }

    #[test]
    fn free_words_name_a_person_among_others() {
        for said in ["Bea", "bea riva", "@bea", "bea@example.org", "Ada Neri, Bea Riva", BEA] {
            assert!(is_named_in(said, BEA), "{said}");
        }
        for said in ["", "Ada", "Beatrice", "Ada Neri <ada@example.org>"] {
            assert!(!is_named_in(said, BEA), "{said}");
        }
        assert!(!is_named_in("Bea", ""));
    }

    #[test]
    fn a_signature_is_shown_by_its_name() {
        assert_eq!(short_name(BEA), "Bea Riva");
        assert_eq!(short_name("<bea@example.org>"), "bea@example.org");
        assert_eq!(short_name("Bea"), "Bea");
    }
}
