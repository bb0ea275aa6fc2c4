//! One suggestion as a pane: its sentences with their marks, in their order, as they are
//! taken, refused or written over.

use super::foot::foot;
use super::human::Human;
use super::noticed::{notice, noticed};
use crate::domain::{Hunk, Message, Part, SuggestionSource, Verdict};
use crate::features::ViewCtx;
use crate::features::drafts::pane::{Pane, Writing};
use crate::features::drafts::state::{Mode, State};
use crate::text::{messages, reveal, reveal_line};
use crate::ui::{Block, Mark, PaneView, Role, Span, Typed, palimpsest, typed};

pub fn suggestion(state: &State, at: usize, human: &Human, cx: &ViewCtx) -> PaneView {
    let pane = &state.panes[at];
    let hunks = pane.hunks();
    // What became a post of its own stands there, not beside.
    let made = state.made(pane, &cx.ctx);
    let made = made.map(|(_, post)| Human::traced(post.text.clone(), &post.origin, cx));
    let human = made.as_ref().unwrap_or(human);
    let blocks = hunks.iter().enumerate().map(|(i, hunk)| {
        let mut block = block(state, pane, i, hunk, human);
        let typing = block.spans.iter().any(|span| span.role == Role::Cursor);
        if hunk.part != Part::Text && !typing {
            let name = format!("{}: ", cx.words.part(hunk.part));
            block.spans.insert(0, Span::new(name, Role::Dim));
        }
        block
    });
    let mut blocks: Vec<Block> = blocks.collect();
    let of = messages(pane.text.shown()).len();
    for (i, pair) in hunks.windows(2).enumerate() {
        if pair[0].part != pair[1].part {
            blocks[i + 1].gap = true;
        } else if pair[0].message != pair[1].message {
            blocks[i + 1].message = Some(Message { number: pair[1].message + 1, of });
        }
    }
    let notes = state.noticed.of(&pane.id).filter(|_| !pane.is_running());
    if let Some(notes) = notes {
        let reading = matches!(state.mode, Mode::Reading) && state.focus == at + 1;
        for (block, hunk) in blocks.iter_mut().zip(&hunks).filter(|(_, h)| h.verdict.is_none()) {
            notice(block, hunk, notes, reading, cx);
        }
    }
    if let Some(block) = answering(state, at).and_then(|hunk| blocks.get_mut(hunk)) {
        block.pick = Some(at + 1);
    }
    if pane.is_running() {
        if blocks.is_empty() {
            blocks.push(Block::default());
        }
        if let Some(last) = blocks.last_mut() {
            last.caret = true;
        }
    }
    let number = format!("{}/{}", at + 1, state.panes.len());
    PaneView {
        title: title(state, &number, pane, cx),
        tab: number,
        note: source(&pane.source, cx),
        running: pane.is_running(),
        blocks,
        empty: empty(pane, cx),
        noticed: notes.map(|notes| noticed(notes, cx)).unwrap_or_default(),
        foot: foot(state, pane, &hunks, cx),
    }
}

/// The hunk that the digit of a suggestion would take.
fn answering(state: &State, at: usize) -> Option<usize> {
    let here = state.current()?;
    let takes = |pane: &Pane| !pane.is_running() && at < 9;
    if at == here || state.panes[here].is_running() || !takes(&state.panes[at]) {
        return None;
    }
    state.counterpart(at).filter(|hunk| state.panes[at].verdict(*hunk).is_none())
}

fn block(state: &State, pane: &Pane, i: usize, hunk: &Hunk, human: &Human) -> Block {
    let mark = hunk.verdict.map(|verdict| match verdict {
        Verdict::Accepted => Mark::Accepted,
        Verdict::Rewritten => Mark::Rewritten,
        Verdict::Rejected => Mark::Rejected,
    });
    let current = pane.cursor == i;
    let gap = hunk.paragraph && i > 0;
    if let Mode::Rewriting(open) = &state.mode
        && open.suggestion == pane.id
        && open.spot == hunk.spot
    {
        let look = Typed {
            roles: open.machine().into_iter().map(|range| (range, Role::Machine)).collect(),
            selection: open.buffer.selection().unwrap_or_default(),
            cursor: Some(open.buffer.cursor()),
        };
        let text = open.buffer.text();
        return Block {
            spans: typed(text, 0..text.len(), Role::Hand, &look),
            mark,
            current,
            gap,
            ..Block::default()
        };
    }
    if hunk.verdict == Some(Verdict::Rewritten)
        && let Some(one) = human.rewritten(pane, hunk)
    {
        let words = human.text[one.range.clone()].trim_end().len();
        let range = one.range.start..one.range.start + words;
        let spans = palimpsest(&human.text, range, std::slice::from_ref(one));
        return Block { spans, mark, current, gap, ..Block::default() };
    }
    let role = match (hunk.verdict, hunk.hashtags) {
        (Some(Verdict::Rejected), _) => Role::Rejected,
        (Some(_), _) => Role::Dim,
        (None, true) => Role::Tag,
        (None, false) => Role::Text,
    };
    let spans = vec![Span::new(reveal(&hunk.words), role)];
    Block { spans, mark, current, gap, ..Block::default() }
}

/// `1/3 · ironico · clienti · IG · scena`.
fn title(state: &State, number: &str, pane: &Pane, cx: &ViewCtx) -> String {
    let brief = &pane.brief;
    let mut parts = vec![number.to_owned()];
    parts.extend(brief.tone.as_deref().map(|tone| reveal_line(tone).into_owned()));
    parts.extend(brief.audience.as_deref().map(|audience| reveal_line(audience).into_owned()));
    parts.extend(brief.channel.as_deref().map(|channel| cx.channel_short(channel)));
    // Said where it is not the same for all that stand side by side.
    let langs =
        brief.new_post.is_some() || state.panes.iter().any(|other| other.brief.lang != brief.lang);
    parts
        .extend(brief.lang.as_deref().filter(|_| langs).map(|lang| reveal_line(lang).into_owned()));
    parts.extend(brief.hook.map(|hook| cx.words.hook(hook)));
    parts.extend(
        brief
            .instruction
            .as_deref()
            .map(|words| cx.words.drafts_quote(reveal_line(words).into_owned())),
    );
    parts.join(" · ")
}

/// Who wrote, as short as it can be said; empty where nothing says it.
pub(super) fn source(source: &SuggestionSource, cx: &ViewCtx) -> String {
    match source.provider.as_str() {
        "" => String::new(),
        "composer" => cx.words.drafts_note_composer(),
        _ => {
            let star = if cx.theme.ascii { "*" } else { "✦" };
            format!("{star} {}", reveal_line(&source.model))
        }
    }
}

fn empty(pane: &Pane, cx: &ViewCtx) -> Vec<Span> {
    match &pane.writing {
        Writing::Failed(failure) => {
            let told = cx.words.failure(failure);
            vec![
                Span::new(reveal(&told.sentence), Role::Error),
                Span::new("\n\n", Role::Text),
                Span::new(reveal(&told.next), Role::Dim),
            ]
        }
        _ => vec![Span::new(cx.words.drafts_waiting(), Role::Dim)],
    }
}
