//! Where in a post file a finding stands that was made on the post and not on the file,
//! so that an editor can open there.

use crate::document::{Source, parse};
use crate::domain::{Finding, FindingKind, Message, Part, RelPath};
use crate::text::BREAK;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line and column, both from 1, of the key or the value that `finding` is about. `None`
/// where it has a place already, or nothing in the file stands for it.
pub fn finding_place(path: &RelPath, bytes: &[u8], finding: &Finding) -> Option<(usize, usize)> {
    if finding.line > 0 {
        return None;
    }
    let source = Source::new(path, bytes).ok()?;
    let tree = parse(&source).ok()?;
    use FindingKind as F;
    let of_part = matches!(finding.kind, F::Smell { part, .. } if part != Part::Text);
    let of_words = matches!(
        finding.kind,
        F::Claim { .. } | F::BlankLeft { .. } | F::ForbiddenWord { .. } | F::AgainstRule { .. }
    );
    let exact =
        (of_part || of_words).then(|| in_text(tree.get_ref(), finding, source.text)).flatten();
    exact.or_else(|| offset(tree.get_ref(), finding)).map(|offset| source.place(offset))
}

/// Line and column, both from 1, of the key of a post's text: the one of `channel`, else the
/// common one.
pub fn text_place(path: &RelPath, bytes: &[u8], channel: Option<&str>) -> Option<(usize, usize)> {
    let source = Source::new(path, bytes).ok()?;
    let tree = parse(&source).ok()?;
    own_key(tree.get_ref(), channel, "text").map(|offset| source.place(offset))
}

/// Line and column, both from 1, of a key of a table of any file.
pub fn key_place(path: &RelPath, bytes: &[u8], of: &str, name: &str) -> Option<(usize, usize)> {
    let source = Source::new(path, bytes).ok()?;
    let tree = parse(&source).ok()?;
    key(table(tree.get_ref(), of)?, name).map(|offset| source.place(offset))
}

fn offset(root: &DeTable, finding: &Finding) -> Option<usize> {
    use FindingKind as F;
    let own = |key: &str| own_key(root, finding.channel.as_deref(), key);
    match &finding.kind {
        F::OverLimit { part: Part::Alt, .. } => key(root, "media"),
        F::OverLimit { message: Some(message), .. }
        | F::EmptyMessage { message }
        | F::Misnumbered { message } => {
            message_of(root, finding.channel.as_deref(), *message).or_else(|| own("text"))
        }
        F::OverLimit { part, .. } => own(key_of(*part)),
        F::TooManyHashtags { .. } => key(root, "hashtags").or_else(|| own("text")),
        F::Claim { medium: Some(path), .. }
        | F::Smell { medium: Some(path), .. }
        | F::BlankLeft { medium: Some(path), .. } => medium(root, path).map(|(start, _)| start),
        F::Claim { part, .. } | F::Smell { part, .. } | F::BlankLeft { part, .. } => {
            own(key_of(*part))
        }
        F::OddHost { .. } if finding.span.is_none() => key(root, "link"),
        F::OddHost { .. }
        | F::Invisibles { .. }
        | F::EmptyText
        | F::ThreadAsOne { .. }
        | F::ForbiddenWord { .. }
        | F::AgainstRule { .. }
        | F::AgainstLearned { .. }
        | F::StraysFromVoice { .. }
        | F::OpensUnlikeVoice { .. }
        | F::OpensOtherwise { .. }
        | F::ClosesUnlikeVoice { .. }
        | F::OtherAddress { .. } => own("text"),
        F::UnknownChannel { key: channel } | F::UnknownNetwork { channel, .. } => {
            element(root, "channels", channel).or_else(|| key(table(root, "variants")?, channel))
        }
        F::SameHour { .. } | F::OnHoliday { .. } => own("when"),
        F::NearlySame { .. } => own("text"),
        F::SameHashtags { .. } => key(root, "hashtags").or_else(|| own("text")),
        F::PromotionsInARow { .. } => key(root, "pillar"),
        F::OtherLanguage { .. } => key(root, "lang").or_else(|| own("text")),
        F::ApprovalVoid { .. } => key(root, "approval"),
        F::UnknownPillar { .. } => key(root, "pillar"),
        F::NoChannels => key(root, "channels").or_else(|| key(root, "when")),
        F::DuplicateId { .. } => key(root, "id"),
        F::MissingMedia { path }
        | F::MediaOutside { path }
        | F::MissingAlt { path }
        | F::AiLabel { path, .. }
        | F::RealisticUnsaid { path, .. } => medium(root, path).map(|(start, _)| start),
        F::AiUnderstated { .. } => key(root, "ai"),
        F::GeneratedUnapproved { .. } => own("text"),
        _ => None,
    }
}

/// The key of the file that holds a part.
fn key_of(part: Part) -> &'static str {
    match part {
        Part::Text => "text",
        Part::Headline => "headline",
        Part::FirstComment => "first_comment",
        Part::Alt => "alt",
    }
}

/// Where a span of a part stands in the file: only where the file spells the part as it
/// is, with no escapes and no carriage returns. A text goes on in the entries of `parts`.
fn in_text(root: &DeTable, finding: &Finding, file: &str) -> Option<usize> {
    let name = key_of(finding.part());
    let table = if let Some(path) = finding.medium() {
        medium(root, path)?.1
    } else {
        let variant = finding.channel.as_deref();
        let variant = variant.and_then(|channel| table(table(root, "variants")?, channel));
        variant.filter(|own| entry(own, name).is_some()).unwrap_or(root)
    };
    let span = finding.span.clone()?;
    let (_, first) = entry(table, name)?;
    let rest = entry(table, "parts").filter(|_| name == "text");
    let rest = rest.and_then(|(_, list)| list.get_ref().as_array()).into_iter().flatten();
    let mut begins = 0;
    for value in std::iter::once(first).chain(rest) {
        let words = value.get_ref().as_str()?;
        let ends = begins + words.strip_suffix('\n').unwrap_or(words).len();
        if (begins..=ends).contains(&span.start) {
            return (span.end <= ends).then(|| exactly(value, file, span.start - begins))?;
        }
        begins = ends + BREAK.len_utf8();
    }
    None
}

/// The byte of the file at a byte of a value, where the file spells it as it is.
fn exactly(value: &Spanned<DeValue>, file: &str, at: usize) -> Option<usize> {
    let raw = file.get(value.span())?;
    let mark = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|mark| raw.starts_with(mark))?;
    let content = raw.get(mark.len()..raw.len().checked_sub(mark.len())?)?;
    let line = usize::from(mark.len() == 3 && content.starts_with('\n'));
    let plain = !content.contains('\r') && (mark.starts_with('\'') || !content.contains('\\'));
    plain.then(|| value.span().start + mark.len() + line + at)
}

fn entry<'a, 'd>(table: &'a DeTable<'d>, name: &str) -> Option<(usize, &'a Spanned<DeValue<'d>>)> {
    let found = table.iter().find(|(key, _)| key.get_ref() == name);
    found.map(|(key, value)| (key.span().start, value))
}

fn key(table: &DeTable, name: &str) -> Option<usize> {
    entry(table, name).map(|(start, _)| start)
}

fn table<'a, 'd>(root: &'a DeTable<'d>, name: &str) -> Option<&'a DeTable<'d>> {
    entry(root, name)?.1.get_ref().as_table()
}

/// A key of the channel's variant, else of the post.
fn own_key(root: &DeTable, channel: Option<&str>, name: &str) -> Option<usize> {
    let variant = channel.and_then(|channel| table(table(root, "variants")?, channel));
    variant.and_then(|variant| key(variant, name)).or_else(|| key(root, name))
}

/// The entry of `parts` that holds a message; `None` for the first, which is the text.
fn message_of(root: &DeTable, channel: Option<&str>, message: Message) -> Option<usize> {
    let variant = channel.and_then(|channel| table(table(root, "variants")?, channel));
    let own = variant.filter(|own| entry(own, "text").or_else(|| entry(own, "parts")).is_some());
    let list = entry(own.unwrap_or(root), "parts")?.1.get_ref().as_array()?;
    list.get(message.number.checked_sub(2)?).map(|item| item.span().start)
}

fn element(root: &DeTable, name: &str, wanted: &str) -> Option<usize> {
    let list = entry(root, name)?.1.get_ref().as_array()?;
    list.iter().find(|item| item.get_ref().as_str() == Some(wanted)).map(|item| item.span().start)
}

/// The picture of this path, and where its path stands.
fn medium<'a, 'd>(root: &'a DeTable<'d>, path: &str) -> Option<(usize, &'a DeTable<'d>)> {
    let media = entry(root, "media")?.1.get_ref().as_array()?;
    let tables = media.iter().filter_map(|item| item.get_ref().as_table());
    let mut paths = tables.filter_map(|table| Some((entry(table, "path")?, table)));
    let found = paths.find(|((_, value), _)| value.get_ref().as_str() == Some(path));
    found.map(|((start, _), table)| (start, table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Severity, Standing, Unit};

    const POST: &str = r#"id = "k3f9q7ab"
channels = ["ig", "tv"]
first_comment = "Da 89 €."
text = """
La lana torna a casa.
"""

[variants.ig]
text = "Lana."

[[media]]
path = "media/lana.jpg"
alt = "Lana a 9 €"
"#;

    fn place(kind: FindingKind, channel: Option<&str>) -> Option<(usize, usize)> {
        let channel = channel.map(str::to_owned);
        let finding = Finding { channel, ..Finding::of_file(kind, Severity::Warns) };
        finding_place(&RelPath::new("a.toml"), POST.as_bytes(), &finding)
    }

    fn too_long() -> FindingKind {
        let network = "Instagram".to_owned();
        FindingKind::OverLimit {
            network,
            part: Part::Text,
            message: None,
            unit: Unit::Utf16,
            count: 2,
            limit: 1,
        }
    }

    #[test]
    fn a_finding_stands_at_what_it_is_about() {
        assert_eq!(place(too_long(), Some("ig")), Some((9, 1)));
        assert_eq!(place(too_long(), Some("li")), Some((4, 1)));
        assert_eq!(place(FindingKind::UnknownChannel { key: "tv".into() }, None), Some((2, 19)));
        let path = "media/lana.jpg".to_owned();
        assert_eq!(place(FindingKind::MissingAlt { path }, None), Some((12, 1)));
        assert_eq!(place(FindingKind::UnknownPillar { key: "x".into() }, None), None);
    }

    #[test]
    fn a_claim_stands_where_its_words_do_in_whatever_part() {
        let at = |part, medium: Option<&str>, span| {
            let quote = "89 €".to_owned();
            let (kind, standing) = (crate::domain::ClaimKind::Price, Standing::Unknown);
            let medium = medium.map(str::to_owned);
            let reopened = None;
            let kind = FindingKind::Claim { kind, quote, standing, part, medium, reopened };
            let finding = Finding::of_file(kind, Severity::Informs);
            let finding = Finding { span: Some(span), ..finding };
            finding_place(&RelPath::new("a.toml"), POST.as_bytes(), &finding)
        };
        assert_eq!(at(Part::FirstComment, None, 3..9), Some((3, 21)));
        assert_eq!(at(Part::Alt, Some("media/lana.jpg"), 7..12), Some((13, 15)));
        assert_eq!(at(Part::Headline, None, 0..2), None);
    }

    #[test]
    fn a_word_the_brand_never_uses_stands_where_the_text_has_it() {
        let kind = FindingKind::ForbiddenWord { word: "casa".into() };
        let finding = Finding::of_file(kind, Severity::Warns);
        let finding = Finding { span: Some(16..20), ..finding };
        let place = finding_place(&RelPath::new("a.toml"), POST.as_bytes(), &finding);
        assert_eq!(place, Some((5, 17)));
    }

    #[test]
    fn a_blank_stands_where_the_text_has_it() {
        let at = |medium: Option<&str>, part, span| {
            let medium = medium.map(str::to_owned);
            let kind = FindingKind::BlankLeft { mark: "[…]".into(), part, medium };
            let finding = Finding::of_file(kind, Severity::Warns);
            let finding = Finding { span: Some(span), ..finding };
            finding_place(&RelPath::new("a.toml"), POST.as_bytes(), &finding)
        };
        assert_eq!(at(None, Part::Text, 16..20), Some((5, 17)));
        assert_eq!(at(Some("media/lana.jpg"), Part::Alt, 7..12), Some((13, 15)));
    }

    #[test]
    fn a_claim_of_a_later_message_stands_in_its_entry_of_parts() {
        let file =
            "id = \"k3f9q7ab\"\ntext = \"Uno.\"\nparts = [\n  \"Due.\",\n  \"A 89 €.\",\n]\n";
        let kind = FindingKind::Claim {
            kind: crate::domain::ClaimKind::Price,
            quote: "89 €".into(),
            standing: crate::domain::Standing::Unknown,
            part: Part::Text,
            medium: None,
            reopened: None,
        };
        let mut finding = Finding::of_file(kind, Severity::Warns);
        finding.span = Some(12..18);
        let place = finding_place(&RelPath::new("a.toml"), file.as_bytes(), &finding);
        assert_eq!(place, Some((5, 6)));
        let message = Message { number: 3, of: 3 };
        let finding = Finding::of_file(FindingKind::EmptyMessage { message }, Severity::Blocks);
        let place = finding_place(&RelPath::new("a.toml"), file.as_bytes(), &finding);
        assert_eq!(place, Some((5, 3)));
    }

    #[test]
    fn a_place_that_is_known_is_kept() {
        let mut finding = Finding::of_file(too_long(), Severity::Warns);
        finding.line = 4;
        assert_eq!(finding_place(&RelPath::new("a.toml"), POST.as_bytes(), &finding), None);
    }

    #[test]
    fn the_text_of_a_channel_is_found_or_else_the_common_one() {
        let file =
            "id = \"k3f9q7ab\"\ntext = \"A tutti.\"\n\n[variants.ig]\ntext = \"Solo qui.\"\n";
        let place =
            |file: &str, channel| text_place(&RelPath::new("a.toml"), file.as_bytes(), channel);
        assert_eq!(place(file, None), Some((2, 1)));
        assert_eq!(place(file, Some("ig")), Some((5, 1)));
        assert_eq!(place(file, Some("bs")), Some((2, 1)));
        assert_eq!(place("text = \"rotto", None), None);
    }
}
