//! The panes of suggestions as lines: every sentence with who wrote it, the one under the
//! cursor with its number and what was decided about it.

use super::overlays::shown;
use super::{Said, Typing, choices, joined};
use crate::i18n::Words;
use crate::ui::{Block, BriefView, DraftsView, Line, Mark, PaneView};

pub fn drafts(view: &DraftsView, words: &Words) -> Said {
    if let Some(brief) = &view.brief {
        return self::brief(brief, words);
    }
    if let Some(prompt) = &view.prompt {
        let lines = prompt.lines.iter().map(Line::plain).filter(|line| !line.trim().is_empty());
        return Said {
            place: format!("{}: {}", prompt.title, prompt.to),
            over: true,
            lines: lines.collect(),
            live: true,
            ..Said::default()
        };
    }
    let mut said = Said { live: true, ..Said::at(view.title.as_str()) };
    for (i, pane) in view.panes.iter().enumerate() {
        let human = i == 0;
        said.lines.push(title(pane));
        said.lines.extend(pane.blocks.iter().filter(|_| !pane.running).map(|block| {
            let text = joined(&block.spans);
            let said = if human { words.plain_human(text) } else { words.plain_machine(text) };
            in_message(block, said, words)
        }));
        if pane.blocks.is_empty() && !pane.running {
            said.lines.push(joined(&pane.empty));
        }
        // Said once, and not again before the last word has come.
        if pane.running {
            said.lines.push(format!("{}: {}", pane.tab, words.drafts_writing()));
        }
        if i == view.focus {
            said.here = here(pane, human, words);
            let current = pane.blocks.iter().filter(|block| block.current);
            said.notes = current.flat_map(|block| &block.notes).map(Line::plain).collect();
            said.notes.extend(Some(joined(&pane.noticed)).filter(|line| !line.is_empty()));
            said.notes.extend(pane.foot.iter().skip(1).map(Line::plain));
            said.here.extend(answers(view, words));
            let typed = pane.blocks.iter().find_map(|block| Typing::in_spans("", &block.spans));
            if let Some(typing) = typed {
                said.over = true;
                said.place = words.plain_rewriting();
                said.lines.clear();
                said.here.clear();
                said.typing = Some(typing);
            }
        }
    }
    if let Some(ask) = &view.ask {
        return Said {
            place: ask.label.clone(),
            over: true,
            lines: [joined(&ask.spans)].into_iter().filter(|line| !line.is_empty()).collect(),
            typing: ask.input.as_ref().and_then(|input| Typing::in_input("", input)),
            ..Said::default()
        };
    }
    said
}

fn title(pane: &PaneView) -> String {
    if pane.note.is_empty() { pane.title.clone() } else { format!("{}, {}", pane.title, pane.note) }
}

/// What the digits would take in place of the sentence under the cursor.
fn answers(view: &DraftsView, words: &Words) -> Vec<String> {
    let blocks = view.panes.iter().flat_map(|pane| &pane.blocks);
    let picks = blocks.filter_map(|block| block.pick.map(|digit| (digit, &block.spans)));
    picks.map(|(digit, spans)| words.plain_pick(digit, joined(spans))).collect()
}

/// `2/3, frase 1 di 4, presa, IA: words`; the title where there are no words yet.
fn here(pane: &PaneView, human: bool, words: &Words) -> Vec<String> {
    let Some(at) = pane.blocks.iter().position(|block| block.current).filter(|_| !pane.running)
    else {
        return vec![title(pane)];
    };
    let block = &pane.blocks[at];
    let text = joined(&block.spans);
    if human {
        return vec![in_message(block, words.plain_insert(words.plain_human(text)), words)];
    }
    let mut parts = vec![pane.tab.clone(), words.plain_sentence(at + 1, pane.blocks.len())];
    parts.extend(verdict(block, words));
    parts.push(in_message(block, words.plain_machine(text), words));
    vec![parts.join(", ")]
}

/// Where a message of a thread begins, it is said.
fn in_message(block: &Block, said: String, words: &Words) -> String {
    block.message.map(|m| format!("{}, {said}", words.message(m))).unwrap_or(said)
}

fn verdict(block: &Block, words: &Words) -> Option<String> {
    Some(match block.mark? {
        Mark::Accepted => words.plain_accepted(),
        Mark::Rewritten => words.plain_rewritten(),
        Mark::Rejected => words.plain_rejected(),
    })
}

fn brief(brief: &BriefView, words: &Words) -> Said {
    let mut said = Said { over: true, ..Said::at(brief.title.as_str()) };
    let topic = format!("1. {}: {}", brief.topic_label, shown(&brief.topic));
    let rows = brief.rows.iter().enumerate();
    let rows =
        rows.map(|(i, row)| format!("{}. {}: {}", i + 2, row.label, choices(&row.chips, words)));
    said.lines = [topic].into_iter().chain(rows).collect();
    if brief.field == 0 {
        said.typing = Typing::in_input(&brief.topic_label, &brief.topic);
    } else {
        said.here.extend(said.lines.get(brief.field).cloned());
    }
    let note = Some(brief.topic_note.clone()).filter(|note| !note.is_empty());
    said.notes = note.into_iter().chain([joined(&brief.source)]).collect();
    said
}
