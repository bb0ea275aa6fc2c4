//! Long texts: what is remembered of them is what would be found afresh.

use super::*;
use crate::checks::{self, CheckContext};
use crate::text::wrap;

fn check(story: &Story) {
    let (writing, ctx) = (story.writing(), Ctx { pane: story.room, ..story.world.ctx() });
    // A copy remembers nothing.
    let fresh = writing.clone();
    assert_eq!(writing.noticed(&ctx), fresh.noticed(&ctx));
    let pane = geometry(ctx.pane);
    assert_eq!(writing.tab().layout(pane).rows(), wrap(story.text(), pane.cells.into()));
    let post = writing.post_now(&ctx).expect("the post");
    let short = checks::as_far_as_read(&post);
    let context = CheckContext {
        workspace: ctx.workspace,
        networks: ctx.networks,
        exists: &|_| true,
        voices: None,
    };
    let today = ctx.now.today();
    let read = |post| {
        let claims = checks::claim_findings(post, ctx.workspace, today);
        (checks::prose(post, &context), claims, checks::other_language(post, ctx.workspace))
    };
    assert_eq!(read(&short), read(&post));
}

#[test]
fn what_is_remembered_of_a_long_text_is_what_is_found_afresh() {
    let line = "È tornata la lana: 89 € la sciarpa, dicono gli esperti.\n";
    for shift in ["", "a", "è"] {
        let mut post = launch_with(&format!("{shift}{}", line.repeat(290)));
        post.hashtags = vec!["lana".into(), "seta".into()];
        let mut story = Story::of(post, None);
        check(&story);
        story.write(" Solo 12 posti!").go(Motion::Up);
        check(&story);
        story.go(Motion::Start).act(Action::Write(Edit::NewLine)).write("37 €");
        check(&story);
        story.act(Action::Undo).act(Action::Write(Edit::Break));
        check(&story);
    }
}

#[test]
fn what_is_noticed_in_the_common_text_is_not_marked_in_a_channels_own() {
    let mut post = launch_with("La sciarpa costa 89 €.");
    let own = crate::domain::Variant { text: Some("Ciao.".into()), ..Default::default() };
    post.variants.insert("ig".into(), own);
    let mut story = Story::of(post, None);
    let found = |story: &Story| story.writing().noticed(&story.world.ctx()).findings.len();
    assert_eq!(found(&story), 1);
    story.act(Action::NextPane);
    assert_eq!((story.text(), found(&story)), ("Ciao.", 0));
}
