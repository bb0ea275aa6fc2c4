use super::*;
use crate::domain::{Brief, Decision, Ids, ModelText, SuggestionSource, Variant, Verdict};

const MACHINE: &str = "La lana è tornata in bottega. Ha perso il treno, ma è arrivata. Che freddo!";

/// A post with two channels, and one suggestion of which every sentence was taken.
struct World {
    post: Post,
    suggestion: Suggestion,
    gone: bool,
}

impl World {
    fn new(text: &str) -> Self {
        let ids = Ids::from_seed(11);
        let at = "2026-11-22T10:12:00Z".parse().expect("an instant");
        let mut post = Post::new(ids.fresh(), "");
        post.channels = vec!["ig".into(), "linkedin".into()];
        post.text = text.into();
        let decided = |sentence| Decision {
            sentence: Some(sentence),
            clause: None,
            hash: String::new(),
            verdict: Verdict::Accepted,
            reason: None,
            words: None,
            by: "Ada Neri".into(),
            at,
        };
        let suggestion = Suggestion {
            id: ids.fresh(),
            post: post.id.clone(),
            at,
            brief: Brief::default(),
            source: SuggestionSource { provider: "openai".into(), ..SuggestionSource::default() },
            text: ModelText::new(MACHINE),
            hashtags: vec!["lana".into()],
            extras: crate::domain::Extras::default(),
            fragment: None,
            decisions: (0..4).map(decided).collect(),
        };
        post.origin.push(Origin {
            post: post.id.clone(),
            suggestion: suggestion.id.clone(),
            decision: Verdict::Accepted,
            at,
            by: "Ada Neri".into(),
        });
        Self { post, suggestion, gone: false }
    }

    fn disclosure(&self) -> Disclosure<'_> {
        self.post.disclosure(|_| (!self.gone).then_some(&self.suggestion))
    }
}

fn ai_of(text: &str) -> Ai {
    World::new(text).disclosure().ai()
}

#[test]
fn a_text_is_ais_only_where_every_sentence_stands_as_ai_wrote_it() {
    let rows = [
        ("Vi aspettiamo da lunedì, come sempre.", Ai::None),
        (MACHINE, Ai::Generated),
        ("Ha perso il treno, ma è arrivata. La lana è tornata in bottega.", Ai::Generated),
        ("La lana è tornata in bottega. Vi aspettiamo da lunedì.", Ai::Assisted),
        ("La lana è tornata finalmente in bottega.", Ai::Assisted),
    ];
    for (text, ai) in rows {
        assert_eq!(ai_of(text), ai, "{text}");
    }
}

#[test]
fn hashtags_links_and_emoji_of_a_hand_do_not_make_a_text_its_own() {
    for added in ["#maglia #inverno", "@bottega.aurora", "https://example.org/lana", "🧶🧶"] {
        assert_eq!(ai_of(&format!("{MACHINE}\n{added}")), Ai::Generated, "{added}");
    }
    assert_eq!(ai_of(&format!("{MACHINE}\nDa noi: #maglia")), Ai::Assisted);
    assert_eq!(ai_of("Vi aspettiamo da lunedì.\n#lana"), Ai::Assisted, "the tag is a machine's");
    assert_eq!(ai_of("Vi aspettiamo da lunedì.\nhttps://example.org/lana"), Ai::None);
}

#[test]
fn the_composers_words_are_no_ais() {
    let mut world = World::new(MACHINE);
    world.suggestion.source.provider = "composer".into();
    let found = world.disclosure();
    assert_eq!(found.ai(), Ai::None);
    assert_eq!(found.texts[0].sentences, Sentences { composed: 3, ..Sentences::default() });
}

#[test]
fn what_may_have_come_from_a_suggestion_that_is_gone_is_assisted_at_least() {
    let world = World { gone: true, ..World::new(MACHINE) };
    let found = world.disclosure();
    assert_eq!((found.ai(), found.texts[0].sentences.unsure), (Ai::Assisted, 3));
}

#[test]
fn a_hand_can_declare_more_than_is_derived_and_never_less() {
    for (declared, text, ai) in [
        (Ai::Assisted, "Vi aspettiamo da lunedì.", Ai::Assisted),
        (Ai::Generated, "Vi aspettiamo da lunedì.", Ai::Generated),
        (Ai::None, MACHINE, Ai::Generated),
        (Ai::Assisted, MACHINE, Ai::Generated),
    ] {
        let mut world = World::new(text);
        world.post.ai = Some(declared);
        let found = world.disclosure();
        assert_eq!((found.ai(), found.texts[0].ai), (ai, ai), "{declared:?} {text}");
        let derived = found.derived();
        world.post.ai = None;
        assert_eq!(world.disclosure().derived(), derived, "derived all the same");
    }
}

#[test]
fn each_text_says_where_it_goes_out_and_one_that_nobody_sends_says_nothing() {
    let mut world = World::new(MACHINE);
    let own = Variant { text: Some("Passate a trovarci.".into()), ..Variant::default() };
    world.post.variants.insert("linkedin".into(), own.clone());
    let told = |world: &World| -> Vec<(Vec<String>, Ai)> {
        let texts = world.disclosure().texts;
        texts.iter().map(|t| (t.channels.iter().map(|&c| c.clone()).collect(), t.ai)).collect()
    };
    assert_eq!(
        told(&world),
        [(vec!["ig".into()], Ai::Generated), (vec!["linkedin".into()], Ai::None)]
    );
    world.post.variants.insert("ig".into(), own);
    assert_eq!(
        told(&world),
        [(vec!["ig".into()], Ai::None), (vec!["linkedin".into()], Ai::None)],
        "the common text goes nowhere"
    );
}

#[test]
fn a_medium_has_the_term_of_iptc_for_its_source_and_none_where_nobody_knows() {
    let terms = MediumSource::ALL
        .map(|source| Medium { source, ..Medium::new("media/lana.jpg") }.digital_source_type());
    assert_eq!(
        terms,
        [
            Some("digitalCapture"),
            Some("humanEdits"),
            Some("trainedAlgorithmicMedia"),
            Some("compositeWithTrainedAlgorithmicMedia"),
            None
        ]
    );
    assert!(Medium::new("media/a.b/lana.MP4").is_video_or_audio());
    assert!(!Medium::new("media/mp4").is_video_or_audio());
}
