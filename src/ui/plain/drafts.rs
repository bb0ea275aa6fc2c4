//! The panes of suggestions as lines: every sentence with who wrote it and what was
//! decided, the focused one marked.

use crate::ui::{BriefView, DraftsView, Line, Mark, PaneView, Span};

pub fn drafts(view: &DraftsView) -> Vec<String> {
    if let Some(brief) = &view.brief {
        return self::brief(brief);
    }
    if let Some(prompt) = &view.prompt {
        let mut lines = vec![format!("{}: {}", prompt.title, prompt.to)];
        lines.extend(prompt.text.lines().map(str::to_owned));
        return lines;
    }
    let mut lines = vec![view.title.clone()];
    for (i, pane) in view.panes.iter().enumerate() {
        lines.extend(self::pane(pane, i == view.focus));
    }
    if let Some(ask) = &view.ask {
        let typed = ask.input.as_ref().map_or("", |input| input.text.as_str());
        lines.push(format!("{} {}{typed}", ask.label, said(&ask.spans)).trim_end().to_owned());
    }
    lines
}

fn pane(pane: &PaneView, focused: bool) -> Vec<String> {
    let mark = if focused { "> " } else { "" };
    let note = if pane.note.is_empty() { String::new() } else { format!(", {}", pane.note) };
    let mut lines = vec![format!("{mark}{}{note}:", pane.title)];
    if pane.blocks.is_empty() {
        lines.push(said(&pane.empty));
    }
    for block in &pane.blocks {
        let cursor = if block.current && focused { "> " } else { "  " };
        let verdict = match block.mark {
            None => "",
            Some(Mark::Accepted) => "[+] ",
            Some(Mark::Rewritten) => "[/] ",
            Some(Mark::Rejected) => "[x] ",
        };
        lines.push(format!("{cursor}{verdict}{}", said(&block.spans)));
    }
    lines.extend(pane.foot.iter().map(Line::plain).filter(|line| !line.is_empty()));
    lines
}

fn brief(brief: &BriefView) -> Vec<String> {
    let mark = |field: usize| if brief.field == field { "> " } else { "" };
    let mut lines = vec![brief.title.clone()];
    lines.push(format!("{}1. {}: {}", mark(0), brief.topic_label, brief.topic.text));
    for (i, row) in brief.rows.iter().enumerate() {
        let chips: Vec<String> = row.chips.iter().map(super::choice).collect();
        lines.push(format!("{}{}. {}: {}", mark(i + 1), i + 2, row.label, chips.join(", ")));
    }
    lines.extend(said(&brief.source).lines().map(str::to_owned));
    lines
}

fn said(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
