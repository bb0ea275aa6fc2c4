use super::*;
use crate::domain::Reason;
use crate::features::ViewCtx;
use crate::i18n::{Language, Words};
use crate::ui::{Colors, DraftsView, Hint, Theme, render_to_string};

pub fn drawn(story: &Story, language: Language, (width, height): (u16, u16)) -> String {
    let words = Words::new(language);
    let theme = Theme::new(Colors::None, false, false);
    let hints: Vec<Hint> = Vec::new();
    let ctx = Ctx { pane: Room { width, height }, ..story.world.ctx() };
    let cx = ViewCtx { ctx, words: &words, theme: &theme, hints: &hints };
    let view = view(&story.state, &cx);
    render_to_string(width, height, |area, buf| DraftsView::draw(&view, area, buf, &theme))
}

fn three() -> Story {
    let mut world = World::new();
    let post = world.post("La lana torna a casa.\n\nVi aspettiamo in bottega.");
    world.suggestion(
        &post,
        "La lana è tornata. Ha perso il treno, ma è arrivata.\n\nDa lunedì 24 la trovi in bottega: tre colori, quaranta gomitoli.",
        &["lana", "bottegaaurora"],
    );
    world.suggestion(&post, "Tre colori nuovi. Li abbiamo tinti noi, a mano.", &[]);
    let mut story = Story::open(world, Some(&post), None);
    story.state.focus_on(1);
    story.act(Action::Accept).act(Action::Reject).act(Action::Because(Reason::NotUs));
    story.act(Action::Another);
    let job = story.state.panes[2].job();
    story.hear(Event::SuggestionGrew { job, piece: ModelText::new("Da lunedì la lana è di nu") });
    story.state.focus_on(1);
    story
}

#[test]
fn under_a_hundred_columns_one_pane_at_a_time_with_counters() {
    let shown = drawn(&three(), Language::English, (46, 18));
    assert!(shown.contains("[1/3]"), "{shown}");
    assert!(!shown.contains("Tre colori nuovi."), "{shown}");
}
