//! The human text and one suggestion as panes: sentences with their marks, and a foot that
//! says how long it is, how far the decisions have come, and what to know before taking it.

use super::noticed::{notice, noticed};
use crate::checks::{self, Count, counts, one_message};
use crate::domain::{Fate, FindingKind, Hunk, Message, Origin, Part, Post, Traced, Verdict, trace};
use crate::features::ViewCtx;
use crate::features::drafts::pane::{Like, Pane, Writing};
use crate::features::drafts::state::{Mode, State};
use crate::text::{BREAK, is_thread, message_at, messages, reveal, reveal_line, sentences};
use crate::ui::{Block, Line, Mark, PaneView, Role, Span, Typed, palimpsest, typed};

/// The human text with what is known of who wrote it.
pub struct Human {
    text: String,
    traced: Vec<Traced>,
}

impl Human {
    pub fn of(state: &State, cx: &ViewCtx) -> Self {
        let text = state.human(&cx.ctx);
        let origin = state.entry(&cx.ctx).map_or(&[][..], |(_, post)| &post.origin);
        Self::traced(text, origin, cx)
    }

    fn traced(text: String, origin: &[Origin], cx: &ViewCtx) -> Self {
        let traced = trace(&text, origin, |origin| cx.ctx.shelf.suggestion(origin));
        Self { text, traced }
    }

    /// What became of a sentence that a hand wrote over.
    fn rewritten(&self, pane: &Pane, hunk: &Hunk) -> Option<&Traced> {
        self.traced.iter().find(|one| {
            one.came
                .as_ref()
                .is_some_and(|came| came.suggestion == pane.id && came.words.contains(&hunk.words))
        })
    }
}

pub fn human(state: &State, human: &Human, cx: &ViewCtx) -> PaneView {
    let post = state.entry(&cx.ctx).map(|(_, post)| post.clone());
    let channel = post.as_ref().and_then(|p| state.channel(state.current(), p).cloned());
    let title = match &channel {
        Some(channel) => cx.words.drafts_human_for(cx.channel_short(channel)),
        None => cx.words.drafts_human(),
    };
    let foot = post.map(|post| lengths(&post, channel.as_deref(), cx)).unwrap_or_default();
    PaneView {
        title,
        tab: cx.words.drafts_human_tab(),
        note: String::new(),
        running: false,
        blocks: prose(human, state.insert, cx),
        noticed: Vec::new(),
        empty: vec![Span::new(cx.words.drafts_human_empty(), Role::Dim)],
        foot: if foot.is_empty() { Vec::new() } else { vec![Line { spans: foot }] },
    }
}

/// The human text line by line, with a mark where accepted words will go in.
fn prose(human: &Human, insert: Option<usize>, cx: &ViewCtx) -> Vec<Block> {
    let text = human.text.as_str();
    let spans_of = |range| palimpsest(text, range, &human.traced);
    if text.is_empty() {
        return Vec::new();
    }
    let caret = if cx.theme.ascii { "|" } else { "▏" };
    let at = insert.and_then(|at| sentences(text).get(at).map(|range| range.start));
    let of = messages(text).len();
    let mut start = 0;
    let mut blocks = Vec::new();
    let (mut gap, mut message) = (false, None);
    for line in text.split_inclusive(['\n', BREAK]) {
        let words = line.trim_end();
        let here = at.filter(|at| (start..start + line.len()).contains(at));
        if words.is_empty() {
            gap = !blocks.is_empty();
        } else {
            let split = here.map_or(0, |at| (at - start).min(words.len()));
            let mut spans = Vec::new();
            if split > 0 {
                spans.extend(spans_of(start..start + split));
            }
            if here.is_some() {
                spans.push(Span::new(caret, Role::Accent));
            }
            spans.extend(spans_of(start + split..start + words.len()));
            let current = here.is_some();
            blocks.push(Block { spans, current, gap, message, ..Block::default() });
            (gap, message) = (false, None);
        }
        start += line.len();
        if line.ends_with(BREAK) {
            message = Some(Message { number: message_at(text, start) + 1, of });
        }
    }
    // An empty message at the end is there all the same.
    if let Some(message) = message {
        blocks.push(Block { message: Some(message), ..Block::default() });
    }
    blocks
}

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
        note: source(pane, cx),
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

/// `1/3 · ironico · clienti · IG`.
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
    parts.extend(
        brief
            .instruction
            .as_deref()
            .map(|words| cx.words.drafts_quote(reveal_line(words).into_owned())),
    );
    parts.join(" · ")
}

fn source(pane: &Pane, cx: &ViewCtx) -> String {
    match pane.source.provider.as_str() {
        "" => String::new(),
        "composer" => cx.words.drafts_note_composer(),
        _ => {
            let star = if cx.theme.ascii { "*" } else { "✦" };
            format!("{star} {}", reveal_line(&pane.source.model))
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

fn foot(state: &State, pane: &Pane, hunks: &[Hunk], cx: &ViewCtx) -> Vec<Line> {
    let mut spans = Vec::new();
    let decided = hunks.iter().filter(|hunk| hunk.verdict.is_some()).count();
    if pane.is_running() {
        spans.push(Span::new(cx.words.drafts_writing(), Role::Accent));
    } else if !hunks.is_empty() {
        let role = if decided == hunks.len() { Role::Accepted } else { Role::Dim };
        spans.push(Span::new(format!("[{decided}/{}]", hunks.len()), role));
    }
    let mut post = Post::new(pane.post.clone(), "");
    pane.text.shown().clone_into(&mut post.text);
    post.hashtags.clone_from(&pane.hashtags);
    post.channels.extend(pane.brief.channel.clone());
    if !post.text.is_empty() {
        let long = if is_thread(&post.text) { thread(&post, cx) } else { lengths(&post, None, cx) };
        if !long.is_empty() && !spans.is_empty() {
            spans.push(Span::new("  ", Role::Dim));
        }
        spans.extend(long);
    }
    let mut lines = vec![Line { spans }];
    let here = state.current().is_some_and(|at| state.panes[at].id == pane.id);
    let learned = learned(pane, hunks.get(pane.cursor).filter(|_| here), &post, cx);
    lines.extend(learned.into_iter().map(|words| Line::of(words, Role::Warm)));
    let mut told = Vec::new();
    match &pane.writing {
        Writing::Fragment => told.push(cx.words.drafts_fragment()),
        Writing::Failed(_) if !hunks.is_empty() => told.push(cx.words.drafts_broke_off()),
        _ => {}
    }
    if state.is_unsaved(pane) {
        told.push(cx.words.drafts_unsaved());
    }
    match pane.like {
        Some(Like::Pane(other)) => told.push(cx.words.drafts_like(other + 1)),
        Some(Like::Rejected) => told.push(cx.words.drafts_like_rejected()),
        None => {}
    }
    if state.is_stale(pane) && !pane.is_running() {
        told.push(cx.words.drafts_stale());
    }
    if !told.is_empty() {
        lines.push(Line::of(told.join(" · "), Role::Warm));
    }
    let remarks = &pane.source.remarks;
    let said = [cx.words.lacks_short(remarks), cx.words.left_out_short(remarks)];
    lines.extend(said.into_iter().flatten().map(|words| Line::of(words, Role::Dim)));
    lines.extend(becomes(state, pane, cx).map(|words| Line::of(words, Role::Dim)));
    lines.extend(differs(pane, cx).map(|words| Line::of(words, Role::Dim)));
    lines
}

/// The post that it becomes, or has become.
fn becomes(state: &State, pane: &Pane, cx: &ViewCtx) -> Option<String> {
    pane.brief.new_post.as_ref()?;
    Some(match state.made(pane, &cx.ctx) {
        Some((_, post)) => cx.words.drafts_became(reveal_line(post.display_title())),
        None => cx.words.drafts_becomes(),
    })
}

/// How it was asked to differ from those beside it.
fn differs(pane: &Pane, cx: &ViewCtx) -> Option<String> {
    let angle = cx.words.angle(pane.brief.angle?);
    Some(match pane.brief.length {
        Some(length) => cx.words.drafts_differs(angle, cx.words.length(length)),
        None => angle,
    })
}

/// What was learned before: a rule that the text goes against, and a rejected sentence that
/// the one under the cursor is like.
fn learned(pane: &Pane, hunk: Option<&Hunk>, post: &Post, cx: &ViewCtx) -> Vec<String> {
    let rules = &cx.ctx.workspace.voice.learned;
    let broken = checks::learned::broken(&post.outgoing(""), rules);
    let broken = broken.into_iter().find_map(|(kind, _, _)| match kind {
        FindingKind::AgainstLearned { rule, .. } => Some(reveal_line(&rule).into_owned()),
        _ => None,
    });
    // Short, for a narrow pane: text and `check` say when it was learned, and from what.
    let mut told: Vec<String> =
        broken.map(|rule| cx.words.learned_short(rule)).into_iter().collect();
    let open =
        hunk.filter(|hunk| hunk.verdict.is_none() && !hunk.hashtags && hunk.part == Part::Text);
    let others = || cx.ctx.shelf.judged().filter(|one| one.suggestion != pane.id);
    let rejected = open.and_then(|hunk| checks::learned::resembles(&hunk.words, others()));
    if let Some(one) = rejected {
        let day = cx.words.day_month(one.at.with_timezone(&cx.ctx.workspace.zone).date_naive());
        told.push(match one.fate {
            Fate::Rejected { reason: Some(reason), .. } => {
                cx.words.learned_resembles_because(day, cx.words.reason(reason))
            }
            _ => cx.words.learned_resembles(day),
        });
    }
    told
}

/// `3 messaggi · BS 120 98 !310/300`: every message of a thread against the limit it has to
/// keep.
fn thread(post: &Post, cx: &ViewCtx) -> Vec<Span> {
    let all = counts(post, cx.ctx.workspace, cx.ctx.networks);
    let first = all.iter().find(|count| count.message.is_some());
    let counted: Vec<_> = first.map_or_else(Vec::new, |first| {
        let same = |c: &&Count| c.unit == first.unit && c.channel == first.channel;
        all.iter().filter(|c| c.message.is_some()).filter(same).collect()
    });
    let of = messages(&post.text).len();
    let mut spans = vec![Span::new(cx.words.drafts_thread(of), Role::Dim)];
    let Some(first) = first else {
        // On a network without threads they are one text.
        let long = lengths(post, None, cx);
        if !long.is_empty() {
            spans.push(Span::new(" · ", Role::Dim));
        }
        spans.extend(long);
        return spans;
    };
    let most = cx.words.number(first.limit);
    let name = cx.channel_short(&first.channel);
    for (at, count) in counted.iter().enumerate() {
        let before = if at == 0 { format!(" · {name} ") } else { " ".to_owned() };
        spans.push(Span::new(before, Role::Dim));
        let (mark, role) = if count.over > 0 { ("!", Role::Warm) } else { ("", Role::Dim) };
        spans.push(Span::new(format!("{mark}{}", cx.words.number(count.count)), role));
    }
    spans.push(Span::new(format!("/{most}"), Role::Dim));
    spans
}

/// `IG 212/2.200  LI 198/3.000`: the text of a post as each of its channels counts it.
fn lengths(post: &Post, only: Option<&str>, cx: &ViewCtx) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for count in one_message(counts(post, cx.ctx.workspace, cx.ctx.networks), None) {
        let text = count.part == Part::Text;
        let wanted = only.is_none_or(|key| key == count.channel);
        // The limit usually met first stands first; a second one only when it is broken.
        if !text || !wanted || (seen.contains(&count.channel) && count.over == 0) {
            continue;
        }
        if !spans.is_empty() {
            spans.push(Span::new("  ", Role::Dim));
        }
        let name = cx.channel_short(&count.channel);
        seen.push(count.channel);
        let (long, most) = (cx.words.number(count.count), cx.words.number(count.limit));
        let role = if count.over > 0 { Role::Warm } else { Role::Dim };
        let mark = if count.over > 0 { "!" } else { "" };
        let which = count.message.map_or_else(String::new, |message| format!(" {message}"));
        spans.push(Span::new(format!("{mark}{name}{which} {long}/{most}"), role));
    }
    spans
}
