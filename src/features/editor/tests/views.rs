use super::*;
use crate::features::ViewCtx;
use crate::ui::render_to_string;

pub fn drawn(story: &Story, language: Language, (width, height): (u16, u16)) -> String {
    let words = crate::i18n::Words::new(language);
    let room = Pane { width, height };
    let ctx = Ctx { pane: room, ..story.world.ctx() };
    let cx = ViewCtx { ctx, words: &words, theme: &story.world.theme, hints: &[] };
    let view = view(&story.state, &cx);
    render_to_string(width, height, |area, buf| draw(&view, area, buf, &story.world.theme))
}

#[test]
fn what_cannot_be_seen_is_shown_and_its_reason_stands_beside_it() {
    let story = Story::on("La lana\u{202e} torna.");
    let shown = drawn(&story, Language::Italian, (120, 24));
    assert!(shown.contains("⟨U+202E⟩"), "{shown}");
    assert!(shown.lines().any(|row| row.starts_with('!')), "{shown}");
}
