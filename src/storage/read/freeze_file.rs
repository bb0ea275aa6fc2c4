//! `freeze.toml`: what is held back, by whom and why. `docs/freeze.md` describes it.
//!
//! ```toml
//! [[freeze]]
//! channel = "ig"                    # or `campaign = "…"`, or `all = true`
//! since = 2026-11-25T08:12:00Z
//! by = "Ada Neri <ada@example.org>" # optional
//! why = "alluvione a Biella"        # optional
//! ```

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{Freeze, Frozen, Problem, ProblemKind, RelPath};
use crate::text::closest;
use chrono_tz::Tz;

/// What the file says, and what of it holds back a channel that is none of `channels`. Any
/// other fault costs the whole file: what it holds back is then not known, and every fault of
/// it is told, in the order of the file.
pub fn read_freezes(
    path: &RelPath,
    bytes: &[u8],
    zone: Tz,
    channels: &[&str],
) -> Result<(Vec<Freeze>, Vec<Problem>), Vec<Problem>> {
    let source = Source::new(path, bytes).map_err(|problem| vec![problem])?;
    let tree = parse(&source).map_err(|problem| vec![problem])?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let outside = |key: &str| ProblemKind::FreezeOutside { key: key.to_owned() };
    // `[freeze]` is a slip for `[[freeze]]`.
    let tables = fields.tables("freeze").map_err(|problem| match problem.kind {
        ProblemKind::WrongType { .. } => Problem { kind: outside("freeze"), ..problem },
        _ => problem,
    });
    let strangers = fields.strangers().map(|(key, at)| fields.problem(at, outside(key)));
    let mut faults: Vec<Problem> = strangers.collect();
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    let tables = tables.unwrap_or_else(|problem| {
        faults.push(problem);
        Vec::new()
    });
    for mut fields in tables {
        let Some(freeze) = read_freeze(&mut fields, &mut faults) else { continue };
        if let Frozen::Channel(key) = &freeze.what
            && !channels.contains(&key.as_str())
        {
            let meant = closest(key, channels.iter().copied()).map(|it| vec![it]);
            let allowed = meant.unwrap_or_else(|| channels.to_vec());
            unknown.push(fields.bad_value("channel", key.clone(), &allowed));
        }
        found.push(freeze);
    }
    if faults.is_empty() {
        return Ok((found, unknown));
    }
    faults.extend(unknown);
    faults.sort_by_key(|problem| (problem.line, problem.column));
    Err(faults)
}

/// One of them, or all that is wrong with it. What a fault explains is not told a second time:
/// of a freeze whose `channel` is misspelt nobody says that it names nothing.
fn read_freeze(fields: &mut Fields, faults: &mut Vec<Problem>) -> Option<Freeze> {
    let before = faults.len();
    let (channel, campaign) = (fields.string("channel"), fields.string("campaign"));
    let channel = kept(channel, faults).flatten();
    let campaign = kept(campaign, faults).flatten();
    let all = kept(fields.bool("all"), faults).flatten();
    let names_one = faults.len() == before;
    let since = kept(fields.instant("since"), faults);
    let by = kept(fields.string("by"), faults).flatten();
    let why = kept(fields.string("why"), faults).flatten();
    let slips = fields.misspelt();
    let meant = |keys: &[&str]| {
        let means = |slip: &Problem| match &slip.kind {
            ProblemKind::Misspelt { meant, .. } => keys.contains(&meant.as_str()),
            _ => false,
        };
        slips.iter().any(means)
    };
    let named = |text: &String| !text.trim().is_empty();
    let what = match (channel, campaign, all) {
        (Some(key), None, None) if named(&key) => Some(Frozen::Channel(key)),
        (None, Some(name), None) if named(&name) => Some(Frozen::Campaign(name)),
        (None, None, Some(true)) => Some(Frozen::All),
        (channel, campaign, all) => {
            let there = [(all.is_some(), "all"), (campaign.is_some(), "campaign")];
            let there = there.into_iter().chain([(channel.is_some(), "channel")]);
            // The one that comes last in the file is the one too many.
            let last = there.filter(|(there, _)| *there).map(|(_, key)| fields.offset(key)).max();
            let at = last.unwrap_or_else(|| fields.offset(""));
            if names_one && !meant(&["channel", "campaign", "all"]) {
                faults.push(fields.problem(at, ProblemKind::FreezeOfWhat));
            }
            None
        }
    };
    if since == Some(None) && !meant(&["since"]) {
        faults.push(fields.missing("since"));
    }
    faults.extend(slips);
    let freeze = Freeze { what: what?, since: since??, by: by.unwrap_or_default(), why };
    (faults.len() == before).then_some(freeze)
}

/// What was read, or nothing and why.
fn kept<T>(read: Result<T, Problem>, faults: &mut Vec<Problem>) -> Option<T> {
    read.map_err(|problem| faults.push(problem)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FREEZES;
    use chrono_tz::Europe::Rome;

    fn read(text: &str) -> Result<(Vec<Freeze>, Vec<Problem>), Vec<Problem>> {
        read_freezes(&RelPath::new(FREEZES), text.as_bytes(), Rome, &["ig", "li"])
    }

    /// Where the file stops being understood, and the code of why.
    fn fault(text: &str) -> (usize, usize, &'static str) {
        let faults = faults(text);
        let [one] = faults.as_slice() else { panic!("{faults:?}") };
        *one
    }

    fn faults(text: &str) -> Vec<(usize, usize, &'static str)> {
        let faults = read(text).expect_err("a fault");
        faults.iter().map(|it| (it.line, it.column, it.kind.code())).collect()
    }

    #[test]
    fn every_fault_of_the_file_is_told_at_once_and_none_twice() {
        let text = "channel = \"ig\"\n\n\
                    [[freeze]]\nchannel = 3\nsinc = 2026-11-25T08:12:00Z\n\n\
                    [[freeze]]\ncampain = \"inverno\"\nby = 7\n\n\
                    [[freeze]]\nchannel = \"gi\"\nsince = 2026-11-25T08:12:00Z\n\n\
                    [other]\n";
        let told = faults(text);
        let expected = [
            (1, 1, "freeze-outside"),
            (4, 11, "wrong-type"),
            (5, 1, "misspelt-key"),
            (7, 1, "missing-key"),
            (8, 1, "misspelt-key"),
            (9, 6, "wrong-type"),
            (12, 11, "bad-value"),
            (15, 2, "freeze-outside"),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_is_written_outside_a_freeze_is_told_by_its_place() {
        assert_eq!(fault("# alluvione\nchannel = \"ig\"\n"), (2, 1, "freeze-outside"));
        assert_eq!(fault("[freezes]\nall = true\n"), (1, 2, "freeze-outside"));
        assert_eq!(fault("[freeze]\nall = true\n"), (1, 1, "freeze-outside"));
    }

    #[test]
    fn a_freeze_holds_one_thing_and_the_one_too_many_is_pointed_at() {
        let since = "since = 2026-11-25T08:12:00Z\n";
        let two = format!("[[freeze]]\ncampaign = \"c\"\nchannel = \"ig\"\n{since}");
        assert_eq!(fault(&two), (3, 11, "freeze-of-what"));
        assert_eq!(fault(&format!("[[freeze]]\nall = false\n{since}")), (2, 7, "freeze-of-what"));
        assert_eq!(fault(&format!("[[freeze]]\nchannel = \"\"\n{since}")).2, "freeze-of-what");
        let second = format!("[[freeze]]\nchannel = \"ig\"\n{since}\n[[freeze]]\n{since}");
        assert_eq!(fault(&second), (5, 1, "freeze-of-what"));
    }

    #[test]
    fn the_page_about_freezes_shows_a_file_that_is_understood() {
        let page = include_str!("../../../docs/freeze.md");
        let block = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        let (found, unknown) = read(block.expect("a file")).expect("it is understood");
        assert_eq!((found.len(), unknown), (1, Vec::new()));
    }

    #[test]
    fn the_hour_that_is_missing_is_named_with_the_list_it_is_missing_in() {
        let faults = read("[[freeze]]\nall = true\n").expect_err("no hour");
        assert_eq!(
            faults[0].kind,
            ProblemKind::MissingKey { key: "freeze.since".into(), listed: true }
        );
    }

    #[test]
    fn an_unknown_channel_is_a_fault_beside_what_was_read() {
        let text = "[[freeze]]\nchannel = \"gi\"\nsince = 2026-11-25T09:12:00\n";
        let (found, unknown) = read(text).expect("it is written well");
        // An hour without a zone is the brand's.
        assert_eq!(found[0].since.to_rfc3339(), "2026-11-25T08:12:00+00:00");
        let [problem] = unknown.as_slice() else { panic!("{unknown:?}") };
        assert_eq!((problem.line, problem.column), (2, 11));
        let allowed = vec!["ig".to_owned()];
        let kind =
            ProblemKind::BadValue { key: "freeze.channel".into(), found: "gi".into(), allowed };
        assert_eq!(problem.kind, kind);
    }
}
