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
/// other fault costs the whole file: what it holds back is then not known.
pub fn read_freezes(
    path: &RelPath,
    bytes: &[u8],
    zone: Tz,
    channels: &[&str],
) -> Result<(Vec<Freeze>, Vec<Problem>), Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone }, &tree);
    let outside = |key: &str| ProblemKind::FreezeOutside { key: key.to_owned() };
    // `[freeze]` is a slip for `[[freeze]]`.
    let tables = fields.tables("freeze").map_err(|problem| match problem.kind {
        ProblemKind::WrongType { .. } => Problem { kind: outside("freeze"), ..problem },
        _ => problem,
    });
    if let Some((key, at)) = fields.strangers().min_by_key(|(_, at)| *at) {
        return Err(fields.problem(at, outside(key)));
    }
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for mut fields in tables? {
        let freeze = read_freeze(&mut fields)?;
        if let Frozen::Channel(key) = &freeze.what
            && !channels.contains(&key.as_str())
        {
            let meant = closest(key, channels.iter().copied()).map(|it| vec![it]);
            let allowed = meant.unwrap_or_else(|| channels.to_vec());
            unknown.push(fields.bad_value("channel", key.clone(), &allowed));
        }
        found.push(freeze);
    }
    Ok((found, unknown))
}

fn read_freeze(fields: &mut Fields) -> Result<Freeze, Problem> {
    let (channel, campaign) = (fields.string("channel")?, fields.string("campaign")?);
    let all = fields.bool("all")?;
    let (since, by, why) = (fields.instant("since")?, fields.string("by")?, fields.string("why")?);
    if let Some(problem) = fields.misspelt().into_iter().next() {
        return Err(problem);
    }
    let named = |text: &String| !text.trim().is_empty();
    let what = match (channel, campaign, all) {
        (Some(key), None, None) if named(&key) => Frozen::Channel(key),
        (None, Some(name), None) if named(&name) => Frozen::Campaign(name),
        (None, None, Some(true)) => Frozen::All,
        (channel, campaign, all) => {
            let there = [(all.is_some(), "all"), (campaign.is_some(), "campaign")];
            let there = there.into_iter().chain([(channel.is_some(), "channel")]);
            // The one that comes last in the file is the one too many.
            let last = there.filter(|(there, _)| *there).map(|(_, key)| fields.offset(key)).max();
            let at = last.unwrap_or_else(|| fields.offset(""));
            return Err(fields.problem(at, ProblemKind::FreezeOfWhat));
        }
    };
    let missing = || fields.bad("", ProblemKind::MissingKey { key: "since".to_owned() });
    let since = since.ok_or_else(missing)?;
    Ok(Freeze { what, since, by: by.unwrap_or_default(), why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FREEZES;
    use chrono_tz::Europe::Rome;

    fn read(text: &str) -> Result<(Vec<Freeze>, Vec<Problem>), Problem> {
        read_freezes(&RelPath::new(FREEZES), text.as_bytes(), Rome, &["ig", "li"])
    }

    /// Where the file stops being understood, and the code of why.
    fn fault(text: &str) -> (usize, usize, &'static str) {
        let problem = read(text).expect_err("a fault");
        (problem.line, problem.column, problem.kind.code())
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
    fn the_hour_that_is_missing_is_named_as_it_would_be_written() {
        let problem = read("[[freeze]]\nall = true\n").expect_err("no hour");
        assert_eq!(problem.kind, ProblemKind::MissingKey { key: "since".into() });
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
