//! A file that cannot be used: where it is, what is wrong with it, and that it stays as it is.

use super::text;
use crate::domain::{Problem, ProblemKind};
use crate::features::ViewCtx;
use crate::text::{reveal, reveal_line};
use crate::ui::{Para, Role};

pub fn broken(problem: &Problem, cx: &ViewCtx) -> Vec<Para> {
    let told = cx.words.problem(&problem.kind);
    if let ProblemKind::NotPosts { names } = &problem.kind {
        let mut parts = vec![
            text(cx.words.calendar_others(), Role::Title),
            text(reveal_line(problem.path.as_str()).into_owned(), Role::Dim),
            Para::Blank,
        ];
        parts.extend(names.iter().map(|name| text(reveal_line(name).into_owned(), Role::Text)));
        parts.extend([Para::Blank, text(told.next, Role::Dim)]);
        return parts;
    }
    let mut place = reveal_line(problem.path.as_str()).into_owned();
    if problem.line > 0 {
        place = format!("{place}:{}:{}", problem.line, problem.column);
    }
    vec![
        text(cx.words.calendar_broken(), Role::Warm),
        text(place, Role::Dim),
        Para::Blank,
        text(reveal(&told.sentence).into_owned(), Role::Text),
        text(reveal(&told.next).into_owned(), Role::Dim),
        Para::Blank,
        text(cx.words.calendar_broken_kept(), Role::Dim),
    ]
}
