//! How what is to be told of AI looks: one row for each text, medium and wish, and what is
//! known of the one under the cursor.

use crate::checks::{Told, rules_read};
use crate::domain::{Ai, Ask, Hand, Medium, MediumSource, Post, TextAi};
use crate::features::ViewCtx;
use crate::text::reveal_line;
use crate::ui::{InspectorView, OriginRow, Para, Role, Span};

pub fn row(told: &Told, cx: &ViewCtx) -> OriginRow {
    let words = cx.words;
    let (glyph, label, role, said) = match told {
        Told::Text(text) => {
            let (hand, role) = of_text(text.ai);
            let said = words.text_ai(text, &channels(text, cx));
            (hand.glyph(cx.theme.ascii), words.part(text.part), role, said)
        }
        Told::Medium(medium) => {
            let (hand, role) = of_medium(medium);
            let label = words.disclosure_medium();
            (hand.glyph(cx.theme.ascii), label, role, words.medium_ai(medium))
        }
        Told::Asked(one) => {
            let said = words.asked(one.rule, &one.by, one.sure);
            match (one.rule.asks, one.sure) {
                (Ask::Mark, _) => ("", words.disclosure_mark(), Role::Dim, said),
                (Ask::Label, true) => ("!", words.disclosure_asked(), Role::Warm, said),
                _ => ("?", words.disclosure_asked(), Role::Text, said),
            }
        }
        Told::Nothing => {
            let said = words.disclosure_nothing_asked(words.date(rules_read()));
            ("", words.disclosure_asked(), Role::Dim, said)
        }
    };
    OriginRow {
        glyph: glyph.to_owned(),
        label,
        role: Some(role),
        lead: None,
        spans: vec![Span::new(said, if role == Role::Dim { role } else { Role::Text })],
        gap: false,
        message: None,
    }
}

pub fn about(told: &Told, post: &Post, cx: &ViewCtx) -> InspectorView {
    let words = cx.words;
    let (title, lines) = match told {
        Told::Text(text) => (words.part(text.part), words.text_ai_told(text, post.ai)),
        Told::Medium(medium) => {
            let name = medium.path.rsplit('/').next().unwrap_or(&medium.path);
            (reveal_line(name).into_owned(), words.medium_ai_told(medium))
        }
        Told::Asked(one) => (words.askers(&one.by), words.rule_told(one.rule)),
        Told::Nothing => (words.disclosure_asked(), vec![words.disclosure_no_advice()]),
    };
    let part = |line| Para::Text(vec![Span::new(line, Role::Text)]);
    let parts = lines.into_iter().map(part).collect();
    InspectorView { title, parts, scroll: 0, focused: false }
}

/// By their names; none where the post has no channel yet.
fn channels(text: &TextAi, cx: &ViewCtx) -> String {
    let names = text.channels.iter().map(|key| cx.channel_name(key));
    names.collect::<Vec<_>>().join(", ")
}

fn of_text(ai: Ai) -> (Hand, Role) {
    match ai {
        Ai::None => (Hand::Human, Role::Text),
        Ai::Assisted => (Hand::Edited, Role::Hand),
        Ai::Generated => (Hand::Machine, Role::Machine),
    }
}

fn of_medium(medium: &Medium) -> (Hand, Role) {
    match medium.source {
        MediumSource::Camera | MediumSource::Edited => (Hand::Human, Role::Text),
        MediumSource::AiEdited => (Hand::Edited, Role::Hand),
        MediumSource::Ai => (Hand::Machine, Role::Machine),
        MediumSource::Unknown => (Hand::Unsure, Role::Warm),
    }
}
