//! A text being written: its rows with colours, marks and reasons, its counters, and
//! whatever line or question lies below.

use super::counters::counters;
use super::status::{below, gone_out, language, status};
use crate::checks::{Count, one_message};
use crate::domain::{Evidence, Finding, Gravity, Message, Part};
use crate::features::editor::complete::Choice as Completed;
use crate::features::editor::layout::{GUTTER, geometry};
use crate::features::editor::state::{Choice, Clash, Writing};
use crate::features::editor::tab::Tab;
use crate::features::editor::update::layout;
use crate::features::{ViewCtx, underline, weight};
use crate::text::{BREAK, cut, entities, invisibles, message_at, messages, reveal, reveal_line};
use crate::ui::plain::Typing;
use crate::ui::{
    Chip, ClashView, EditorRow, EditorSize, EditorView, InputView, Line, Popup, PopupRow, Role,
    SearchView, Span, Typed, difference, typed, wrap,
};
use crate::vocab::{Action, Scope};
use std::ops::Range;

pub fn view(writing: &Writing, cx: &ViewCtx) -> EditorView {
    let size = geometry(cx.ctx.pane);
    let tab = writing.tab();
    let noticed = writing.noticed(&cx.ctx);
    let (findings, counted) = (&noticed.findings, counted(writing, &noticed.counts));
    let fold = counted.iter().filter_map(|count| count.fold).min();
    let folded = layout(writing, &cx.ctx);
    let text = tab.text();
    let visible = folded.rows().iter().skip(tab.scroll).take(size.rows.into());
    let bytes = visible.clone().fold(None, |seen: Option<Range<usize>>, row| {
        Some(seen.map_or(row.start, |seen| seen.start)..row.end)
    });
    let bytes = bytes.unwrap_or_default();
    let fold = fold.and_then(|fold| text.char_indices().nth(fold)).map(|(at, _)| at);
    // A feed shows the first message.
    let fold = fold.filter(|at| message_at(text, *at) == 0);
    let before =
        |finding: &Finding| finding.span.as_ref().is_some_and(|span| span.start < bytes.start);
    let seen = &findings[findings.partition_point(before)..];
    let mut reasons =
        Reasons { room: size.margin, coming: seen, cx, due: Vec::new(), begun: false };
    let look = look(writing, findings, bytes);
    let mut rows: Vec<EditorRow> = visible
        .map(|range| {
            let line = if text[range.clone()].starts_with(BREAK) {
                let number = message_at(text, range.end) + 1;
                let message = Message { number, of: messages(text).len() };
                Line::parting(message, cx.theme.ascii)
            } else {
                Line { spans: typed(text, range.clone(), Role::Text, &look) }
            };
            let last = range.end == text.len();
            let holds = |at: usize| range.contains(&at) || (last && at == range.end);
            row(line, fold.is_some_and(holds), reasons.begin(holds), &mut reasons, cx)
        })
        .collect();
    // Reasons may take the free rows below the text.
    while rows.len() < usize::from(size.rows)
        && let Some(reason) = reasons.next_line()
    {
        rows.push(EditorRow { reason: Some(reason), ..EditorRow::default() });
    }
    let unsaid = if size.margin == 0 { below(&mut rows, findings, size, cx) } else { Vec::new() };
    if let Some(last) = rows.last_mut().filter(|_| reasons.begun) {
        shorten(last, size.margin.into());
    }
    let place = |at: usize| folded.place(text, at);
    let popup = writing.completion.as_ref().map(|completion| {
        let at = place(completion.range.start);
        Popup {
            row: at.row.saturating_sub(tab.scroll),
            column: at.column,
            choices: completion.choices.iter().map(|choice| offered(choice, cx)).collect(),
            selected: completion.selected,
        }
    });
    EditorView {
        size: EditorSize {
            top: size.top,
            gutter: GUTTER,
            cells: size.cells,
            rows: size.rows,
            margin: size.margin,
            foot: size.foot,
        },
        tabs: tabs(writing, cx),
        note: note(writing, cx),
        rows,
        placeholder: if text.is_empty() { empty(cx) } else { String::new() },
        popup,
        counters: counters(&counted, cx.ctx.pane.width.saturating_sub(2).into(), cx),
        status: status(writing, &unsaid, cx),
        search: search(writing, cx),
        // For whoever does not see the rows: [`heard`].
        typing: Typing::default(),
        reasons: Vec::new(),
        clash: writing.clash.as_ref().map(|clash| clash_view(writing, clash, cx)),
    }
}

/// The same with the whole text and the reason of everything noticed in it, of which a screen
/// shows a part.
pub fn heard(writing: &Writing, cx: &ViewCtx) -> EditorView {
    let findings = &writing.noticed(&cx.ctx).findings;
    let (typing, reasons) = (typing(writing, cx), aloud(writing, findings, cx));
    EditorView { typing, reasons, ..view(writing, cx) }
}

/// What stands where nothing is written yet; that it is safe only where it is.
fn empty(cx: &ViewCtx) -> String {
    match cx.ctx.keeping.refused {
        None => cx.words.editor_empty(),
        Some(_) => cx.words.editor_empty_unkept(),
    }
}

fn offered(choice: &Completed, cx: &ViewCtx) -> PopupRow {
    let why = choice.why.as_ref().map(|why| cx.words.evidence(why)).unwrap_or_default();
    PopupRow {
        word: reveal_line(&choice.word).into_owned(),
        why: reveal_line(&why).into_owned(),
        warm: choice.why == Some(Evidence::Generic),
    }
}

/// The active text as it is heard: revealed, with its cursor and what is selected; every
/// message of a thread but the first begins with its number.
fn typing(writing: &Writing, cx: &ViewCtx) -> Typing {
    let buffer = &writing.tab().buffer;
    let text = buffer.text();
    let of = messages(text).len();
    let heard = |at: usize| {
        let told = messages(&text[..at]).into_iter().zip(Message::all(of));
        let told = told.map(|(message, own)| match own.number {
            1 => reveal(message).into_owned(),
            _ => format!("{}\n{}", cx.words.message(own), reveal(message)),
        });
        told.collect::<Vec<_>>().join("\n")
    };
    let shown = |at: usize| heard(at).len();
    let selection = buffer.selection().unwrap_or_default();
    Typing {
        text: heard(text.len()),
        cursor: shown(buffer.cursor()),
        selection: shown(selection.start)..shown(selection.end),
        ..Typing::default()
    }
}

fn aloud(writing: &Writing, findings: &[Finding], cx: &ViewCtx) -> Vec<String> {
    let sentence = |finding: &Finding| cx.words.finding(&finding.kind).sentence;
    let found = findings.iter().map(|finding| reveal_line(&sentence(finding)).into_owned());
    let known = language(writing, cx).into_iter().chain(gone_out(writing, cx));
    known.chain(found).collect()
}

fn row(
    line: Line,
    folds: bool,
    noticed: Option<Gravity>,
    reasons: &mut Reasons<'_>,
    cx: &ViewCtx,
) -> EditorRow {
    let fold = if cx.theme.ascii { "-" } else { "┄" };
    let mark = match noticed.map(weight) {
        Some((sign, role)) => Some((sign.to_owned(), role)),
        None => folds.then(|| (fold.to_owned(), Role::Dim)),
    };
    if folds && reasons.room > 0 {
        let spans = [Span::new(cx.words.editor_fold(), Role::Dim)];
        reasons.due.push((Gravity::Warns, wrap(&spans, reasons.room.into())));
    }
    EditorRow { line, mark, reason: reasons.next_line() }
}

/// A reason that has no row left for its end says so.
fn shorten(row: &mut EditorRow, room: usize) {
    let Some(reason) = &mut row.reason else { return };
    let role = reason.spans.last().map_or(Role::Dim, |span| span.role);
    let words = cut(&format!("{}…", reason.plain()), room);
    *reason = Line::of(words, role);
}

/// Reasons beside the rows their spans begin in, one below the other where they crowd.
struct Reasons<'a> {
    /// Cells of the margin.
    room: u16,
    /// From the first row in sight on, in the order in which they begin.
    coming: &'a [Finding],
    cx: &'a ViewCtx<'a>,
    /// Each with the lines still to be said; one that has begun is finished first.
    due: Vec<(Gravity, Vec<Line>)>,
    begun: bool,
}

impl Reasons<'_> {
    /// Those whose span begins in this row, one row after the other; the gravest of them.
    fn begin(&mut self, holds: impl Fn(usize) -> bool) -> Option<Gravity> {
        let starts = |finding: &Finding| finding.span.as_ref().is_some_and(|s| holds(s.start));
        let count = self.coming.iter().take_while(|finding| starts(finding)).count();
        let (here, coming) = self.coming.split_at(count);
        self.coming = coming;
        if self.room > 0 {
            let said = here.iter().map(|finding| (finding.gravity(), self.said(finding)));
            let said: Vec<_> = said.collect();
            self.due.extend(said);
        }
        here.iter().map(Finding::gravity).min()
    }

    fn said(&self, finding: &Finding) -> Vec<Line> {
        let sentence = self.cx.words.finding(&finding.kind).sentence;
        let spans = [Span::new(reveal(&sentence), weight(finding.gravity()).1)];
        wrap(&spans, self.room.into())
    }

    fn next_line(&mut self) -> Option<Line> {
        if !self.begun {
            // What holds a post back before what is only worth a look.
            self.due.sort_by_key(|(gravity, _)| *gravity);
        }
        let (_, lines) = self.due.first_mut()?;
        let line = lines.remove(0);
        self.begun = !lines.is_empty();
        if !self.begun {
            self.due.remove(0);
        }
        Some(line)
    }
}

/// Colours of these bytes; whoever looks at a part sees the whole lines it lies in.
fn look(writing: &Writing, findings: &[Finding], seen: Range<usize>) -> Typed {
    let tab = writing.tab();
    let text = tab.text();
    let ends = |c: char| c == '\n' || c == BREAK;
    let from = text[..seen.start].rfind(ends).map_or(0, |at| at + 1);
    let to = text[seen.end..].find(ends).map_or(text.len(), |at| seen.end + at);
    let part = &text[from..to];
    let moved = |range: Range<usize>| from + range.start..from + range.end;
    let mut roles: Vec<(Range<usize>, Role)> =
        entities(part).into_iter().map(|entity| (moved(entity.range), Role::Tag)).collect();
    roles.extend(invisibles(part).into_iter().map(|range| (moved(range), Role::Warm)));
    // What needs a person wins where they overlap.
    let mut gravest: Vec<&Finding> = findings.iter().collect();
    gravest.sort_by_key(|finding| std::cmp::Reverse(finding.gravity()));
    let spans = gravest.into_iter().filter_map(|f| Some((f.span.clone()?, underline(f.gravity()))));
    let near = spans.filter(|(span, _)| span.start < seen.end && seen.start < span.end);
    roles.extend(near.map(|(span, role)| (span.start..span.end.min(text.len()), role)));
    let selection = tab.buffer.selection().unwrap_or_default();
    let typing = writing.search.is_none() && writing.note.is_none() && writing.clash.is_none();
    Typed { roles, selection, cursor: typing.then(|| tab.buffer.cursor()) }
}

/// Of the counters those that are shown: the limit usually met first stands first, a second
/// one only when it is broken.
fn counted(writing: &Writing, counts: &[Count]) -> Vec<Count> {
    let own = |count: &Count| {
        writing.tabs.iter().any(|tab| tab.channel.as_ref() == Some(&count.channel) && tab.is_own())
    };
    // The common tab counts for the channels that say the common text.
    let all = counts.iter().filter(|count| writing.tab().channel.is_some() || !own(count));
    let here = message_at(writing.tab().text(), writing.tab().buffer.cursor()) + 1;
    let mut seen: Vec<String> = Vec::new();
    one_message(all.cloned().collect(), Some(here))
        .into_iter()
        .filter(|count| {
            let first = !seen.contains(&count.channel);
            seen.push(count.channel.clone());
            first || count.over > 0
        })
        .collect()
}

fn tabs(writing: &Writing, cx: &ViewCtx) -> Vec<Chip> {
    let chip = |(i, tab): (usize, &Tab)| {
        let name = match &tab.channel {
            None if writing.is_common_unsent() => cx.words.editor_tab_unsent(),
            None => cx.words.editor_tab_common(),
            Some(channel) => cx.channel_short(channel),
        };
        // A channel that says something of its own is marked.
        let own = tab.channel.is_some() && tab.is_own();
        let label = if own { format!("{name}*") } else { name };
        Chip { label, on: i == writing.active, focused: false }
    };
    writing.tabs.iter().enumerate().map(chip).collect()
}

fn note(writing: &Writing, cx: &ViewCtx) -> String {
    if writing.leaving {
        cx.words.editor_saving_leave(cx.words.key(Scope::Text, &Action::Cancel))
    } else if !writing.sent.is_empty() {
        cx.words.editor_saving()
    } else if writing.tabs.iter().any(Tab::is_dirty) {
        cx.words.editor_unsaved()
    } else {
        cx.words.editor_saved()
    }
}

fn search(writing: &Writing, cx: &ViewCtx) -> Option<SearchView> {
    if let Some(note) = &writing.note {
        let quote = reveal_line(&note.tick.quote).into_owned();
        // Short: what is typed stands behind it on the same line.
        let label = match note.part {
            Part::Text => cx.words.editor_claim_note(quote),
            part => cx.words.editor_claim_note_in(cx.words.part(part), quote),
        };
        let input = InputView::of(&note.line, true);
        return Some(SearchView { label, input, found: String::new() });
    }
    let search = writing.search.as_ref()?;
    let found = match search.found {
        Some(found) => cx.words.editor_found(found.number, found.of),
        None if search.line.text().is_empty() => String::new(),
        None => cx.words.editor_not_found(),
    };
    let input = InputView::of(&search.line, true);
    Some(SearchView { label: cx.words.editor_find(), input, found })
}

fn clash_view(writing: &Writing, clash: &Clash, cx: &ViewCtx) -> ClashView {
    let mine = writing.tabs[clash.tab].text();
    let theirs = clash.theirs.as_deref().unwrap_or_default();
    let label = |choice: Choice| match choice {
        Choice::Mine => cx.words.editor_clash_mine(),
        Choice::Theirs => cx.words.editor_clash_theirs(),
        Choice::Both => cx.words.editor_clash_both(),
    };
    let choices = Choice::ALL.iter().enumerate().map(|(i, choice)| Chip {
        label: format!("{} {}", i + 1, label(*choice)),
        on: *choice == clash.choice,
        focused: *choice == clash.choice,
    });
    let cells = usize::from(cx.ctx.pane.width.saturating_sub(4)).max(10);
    ClashView {
        title: cx.words.editor_clash_title(),
        theirs: compared(mine, theirs, cells),
        choices: choices.collect(),
    }
}

/// The way from one text to another, as rows.
pub fn compared(old: &str, new: &str, cells: usize) -> Vec<Line> {
    wrap(&difference(old, new), cells)
}
