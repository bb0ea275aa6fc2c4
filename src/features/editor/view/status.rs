//! What is said below a text being written: what was noticed in it, in full where there are
//! rows for it, and one line for what a person should know or is asked.

use crate::domain::{Finding, FindingKind};
use crate::features::editor::layout::Geometry;
use crate::features::editor::state::Writing;
use crate::features::{ViewCtx, weight};
use crate::text::{reveal_line, runs_right_to_left, width};
use crate::ui::{EditorRow, Line, Role, Span, wrap};
use crate::vocab::{Action, Scope};

/// Puts the reasons in the free rows below the text, the gravest first, each whole. What
/// there is no room for comes back.
pub fn below<'a>(
    rows: &mut Vec<EditorRow>,
    findings: &'a [Finding],
    size: Geometry,
    cx: &ViewCtx,
) -> Vec<&'a Finding> {
    let mut unsaid: Vec<&Finding> = findings.iter().collect();
    unsaid.sort_by_key(|finding| finding.gravity());
    let mut free = usize::from(size.rows).saturating_sub(rows.len() + 1);
    let mut said = 0;
    for finding in &unsaid {
        let lines = wrap(&[Span::new(sentence(finding, cx), Role::Dim)], size.cells.into());
        if lines.len() > free {
            break;
        }
        if said == 0 {
            rows.push(EditorRow::default());
        }
        free -= lines.len();
        said += 1;
        let (sign, role) = weight(finding.gravity());
        rows.extend(lines.into_iter().enumerate().map(|(i, line)| EditorRow {
            line: Line::of(line.plain(), role),
            mark: (i == 0).then(|| (sign.to_owned(), role)),
            reason: None,
        }));
    }
    unsaid.split_off(said)
}

/// The question that is asked, that nothing keeps what is typed, the language, what found no
/// room, where it has gone out, which way it runs, whose text it is: the first that there is.
pub fn status(writing: &Writing, unsaid: &[&Finding], cx: &ViewCtx) -> Line {
    let room = usize::from(cx.ctx.pane.width.saturating_sub(2));
    if writing.dropping {
        let key = cx.words.key(Scope::Text, &Action::Revert);
        return Line::of(cx.words.editor_dropping(key), Role::Warm);
    }
    if let Some(failure) = &cx.ctx.keeping.refused {
        let said = cx.words.editor_unkept(reveal_line(&cx.words.failure(failure).sentence));
        return Line::of(at_a_word(&said, room), Role::Warm);
    }
    if let Some(said) = language(writing, cx) {
        return Line::of(at_a_word(&said, room), Role::Warm);
    }
    if let Some(worst) = unsaid.first() {
        return Line::of(at_a_word(&sentence(worst, cx), room), weight(worst.gravity()).1);
    }
    if writing.tab().channel.is_none() && writing.is_common_unsent() {
        return Line::of(at_a_word(&cx.words.editor_unsent(), room), Role::Warm);
    }
    if let Some(said) = gone_out(writing, cx) {
        return Line::of(at_a_word(&said, room), Role::Text);
    }
    if runs_right_to_left(writing.tab().text()) {
        return Line::of(at_a_word(&cx.words.editor_right_to_left(), room), Role::Dim);
    }
    if let Some(channel) = &writing.tab().channel {
        let name = cx.channel_short(channel);
        let own = writing.tab().is_own();
        let said = if own { cx.words.editor_own(name) } else { cx.words.editor_common(name) };
        return Line::of(said, Role::Dim);
    }
    usual_language(writing, cx).map_or_else(Line::blank, |said| Line::of(said, Role::Dim))
}

/// What is written here has gone out, and where.
pub fn gone_out(writing: &Writing, cx: &ViewCtx) -> Option<String> {
    let post = &cx.ctx.shelf.get(&writing.post)?.post;
    let here = writing.tab().channel.as_ref();
    let out = post.published.keys().filter(|key| here.is_none_or(|here| here == *key));
    let names: Vec<String> = out.map(|key| cx.channel_short(key)).collect();
    (!names.is_empty()).then(|| cx.words.editor_gone_out(names.join(" ")))
}

/// The text is plainly in another language than the post says: that, and the key.
pub fn language(writing: &Writing, cx: &ViewCtx) -> Option<String> {
    match writing.noticed(&cx.ctx).language.as_ref()? {
        FindingKind::OtherLanguage { said, seems } => Some(cx.words.editor_other_language(
            cx.words.language_name(seems.tag()),
            cx.words.language_name(said),
            cx.words.key(Scope::Text, &Action::NextLanguage),
        )),
        _ => None,
    }
}

/// The post is in another language than the brand begins with: nobody should find out later.
fn usual_language(writing: &Writing, cx: &ViewCtx) -> Option<String> {
    let post = &cx.ctx.shelf.get(&writing.post)?.post;
    let lang = post.lang.as_deref().filter(|lang| *lang != cx.ctx.workspace.first_language())?;
    let key = cx.words.key(Scope::Text, &Action::NextLanguage);
    Some(cx.words.editor_language(cx.words.language_name(lang), key))
}

fn sentence(finding: &Finding, cx: &ViewCtx) -> String {
    reveal_line(&cx.words.finding(&finding.kind).sentence).into_owned()
}

/// As much as fits, up to the end of a word.
fn at_a_word(said: &str, room: usize) -> String {
    if width(said) <= room {
        return said.to_owned();
    }
    let lines = wrap(&[Span::new(said, Role::Dim)], room.saturating_sub(1).max(1));
    format!("{}…", lines.first().map(Line::plain).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_cut_at_a_word() {
        assert_eq!(at_a_word("nessun fatto ha questa data", 40), "nessun fatto ha questa data");
        assert_eq!(at_a_word("nessun fatto ha questa data", 17), "nessun fatto ha…");
    }
}
