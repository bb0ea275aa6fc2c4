use super::*;
use crate::domain::{Brief, Ids, ModelText, SuggestionSource};
use proptest::prelude::*;

const MACHINE: &str = "La lana è tornata in bottega. Ha perso il treno, ma è arrivata con tre \
                       colori nuovi. Che freddo fuori!";

struct World {
    ids: Ids,
    suggestions: Vec<Suggestion>,
    origins: Vec<Origin>,
}

impl World {
    fn new() -> Self {
        Self { ids: Ids::from_seed(3), suggestions: Vec::new(), origins: Vec::new() }
    }

    /// A suggestion of which `taken` sentences were taken and the rest left.
    fn with(mut self, text: &str, taken: &[usize]) -> Self {
        let at = "2026-11-22T10:12:00Z".parse().expect("an instant");
        let suggestion = Suggestion {
            id: self.ids.fresh(),
            post: self.ids.fresh(),
            at,
            brief: Brief::default(),
            source: SuggestionSource::default(),
            text: ModelText::new(text),
            hashtags: vec!["lana".into(), "bottega".into()],
            extras: crate::domain::Extras::default(),
            fragment: None,
            decisions: taken
                .iter()
                .map(|at| decision(*at, None, Verdict::Accepted))
                .chain(std::iter::once(decision(99, None, Verdict::Rejected)))
                .collect(),
        };
        self.origins.push(Origin {
            post: suggestion.post.clone(),
            suggestion: suggestion.id.clone(),
            decision: Verdict::Accepted,
            at,
            by: "Ada Neri".into(),
        });
        self.suggestions.push(suggestion);
        self
    }

    fn decided(mut self, decisions: Vec<Decision>) -> Self {
        self.suggestions[0].decisions = decisions;
        self
    }

    fn find<'a>(&'a self) -> impl Fn(&Origin) -> Option<&'a Suggestion> {
        |origin| self.suggestions.iter().find(|s| s.id == origin.suggestion)
    }

    fn trace(&self, text: &str) -> Vec<Traced> {
        trace(text, &self.origins, self.find())
    }

    /// `machine La lana.`, `edited [La] seta.`: what is the machine's in brackets.
    fn shown(&self, text: &str) -> Vec<String> {
        let line = |traced: Traced| {
            let mut words = String::new();
            let mut at = traced.range.start;
            for kept in traced.kept.iter().filter(|_| traced.hand == Hand::Edited) {
                words += &text[at..kept.start];
                words.extend(["[", &text[kept.clone()], "]"]);
                at = kept.end;
            }
            words += &text[at..traced.range.end];
            format!("{} {}", traced.hand.code(), words.trim())
        };
        self.trace(text).into_iter().map(line).collect()
    }
}

fn decision(sentence: usize, clause: Option<usize>, verdict: Verdict) -> Decision {
    Decision {
        sentence: Some(sentence),
        clause,
        hash: String::new(),
        verdict,
        reason: None,
        words: None,
        by: "Bruno Salis".into(),
        at: "2026-11-22T10:15:00Z".parse().expect("an instant"),
    }
}

#[test]
fn sentences_are_the_machines_the_hands_or_both() {
    let world = World::new().with(MACHINE, &[0, 1, 2]);
    assert_eq!(
        world.shown(
            "Ciao a tutte. La lana è tornata in bottega. Ha perso il tram, ma è arrivata con \
             tre colori nuovi. Vi aspettiamo.\n#lana #bottega"
        ),
        [
            "human Ciao a tutte.",
            "machine La lana è tornata in bottega.",
            "edited [Ha perso il] tram[, ma è arrivata con tre colori nuovi.]",
            "human Vi aspettiamo.",
            "machine #lana #bottega",
        ]
    );
}

#[test]
fn what_a_hand_cuts_or_joins_is_still_the_machines() {
    let world = World::new().with(MACHINE, &[0, 1, 2]);
    assert_eq!(
        world.shown("Ha perso il treno. Ma è arrivata con tre colori nuovi."),
        ["machine Ha perso il treno.", "machine Ma è arrivata con tre colori nuovi."]
    );
    assert_eq!(
        world.shown("La lana è tornata in bottega, ha perso il treno, ma è arrivata!"),
        ["edited [La lana è tornata in bottega], ha [perso il treno, ma è arrivata]!"]
    );
}

#[test]
fn a_clause_that_was_taken_alone_is_the_machines_however_short() {
    let taken = decision(2, Some(0), Verdict::Accepted);
    let world = World::new().with("Uno qui. Due lì. Freddo, che inverno.", &[]);
    assert_eq!(world.shown("Freddo."), ["human Freddo."]);
    assert_eq!(world.decided(vec![taken]).shown("Freddo."), ["machine Freddo."]);
}

#[test]
fn a_human_sentence_beside_the_machines_own_version_of_it_stays_human() {
    let world = World::new().with(MACHINE, &[0]);
    assert_eq!(
        world.shown("La lana torna in bottega. La lana è tornata in bottega."),
        ["human La lana torna in bottega.", "machine La lana è tornata in bottega."]
    );
    assert_eq!(
        world.shown("Fuori che freddo boia!"),
        ["human Fuori che freddo boia!"],
        "nobody took the machine's"
    );
}

#[test]
fn a_sentence_says_who_let_it_in_and_when() {
    let world = World::new()
        .with(MACHINE, &[0])
        .decided(vec![decision(0, None, Verdict::Rewritten), decision(1, None, Verdict::Rejected)]);
    let traced = world.trace("La lana è tornata, finalmente, in bottega.");
    let came = traced[0].came.as_ref().expect("from a suggestion");
    assert_eq!(came.words, "La lana è tornata in bottega.");
    assert_eq!((came.verdict, came.by.as_str()), (Verdict::Rewritten, "Bruno Salis"));
    assert_eq!(came.suggestion, world.suggestions[0].id);
}

#[test]
fn without_its_file_a_suggestion_leaves_a_doubt_and_no_error() {
    let mut world = World::new().with(MACHINE, &[0]).with("Tre colori appena arrivati.", &[0]);
    world.suggestions.pop();
    assert_eq!(
        world.shown("La lana è tornata in bottega. Tre colori appena arrivati."),
        ["machine La lana è tornata in bottega.", "unsure Tre colori appena arrivati."]
    );
}

#[test]
fn shares_count_words_and_never_round_to_all_or_nothing() {
    let world = World::new().with(MACHINE, &[0, 1, 2]);
    let mut post = Post::new(world.ids.fresh(), "");
    assert_eq!(post.share(world.find()), None, "no machine had a part");
    post.origin.clone_from(&world.origins);
    post.text = "La lana è tornata in bottega. Che gran freddo fuori! Vieni.".into();
    let share = post.share(world.find()).expect("a share");
    assert_eq!(share, Share { kept: 9, rewritten: 1, own: 1, unsure: 0 });
    assert_eq!(share.hundredths(), [82, 9, 9, 0]);
    let nearly = Share { kept: 999, own: 1, ..Share::default() };
    assert_eq!(nearly.hundredths(), [99, 0, 1, 0]);
}

/// What a hand does to a text that has machine words in it, sentence by sentence.
#[derive(Debug, Clone)]
enum Did {
    Swap(usize, usize),
    Write(usize, &'static str),
    OneWord(usize),
}

fn doing() -> impl Strategy<Value = Did> {
    let own = prop_oneof![Just("Vi aspettiamo."), Just("Grazie a chi c'era!"), Just("Passate.")];
    prop_oneof![
        (0..6usize, 0..6usize).prop_map(|(a, b)| Did::Swap(a, b)),
        (0..6usize, own).prop_map(|(at, words)| Did::Write(at, words)),
        (0..6usize).prop_map(Did::OneWord),
    ]
}

proptest! {
    /// Whatever a hand moves, adds or changes a word of: no sentence of the machine's is
    /// ever called a human's.
    #[test]
    fn a_machine_sentence_never_becomes_human_by_editing_around_it(
        doings in proptest::collection::vec(doing(), 0..8)
    ) {
        let world = World::new().with(MACHINE, &[0, 1, 2]);
        let mut text: Vec<(bool, String)> =
            sentences(MACHINE).into_iter().map(|r| (true, MACHINE[r].trim().to_owned())).collect();
        let mut changed = Vec::new();
        for did in doings {
            let len = text.len();
            match did {
                Did::Swap(a, b) => text.swap(a % len, b % len),
                Did::Write(at, words) => text.insert(at % (len + 1), (false, words.to_owned())),
                Did::OneWord(at) => {
                    let (machine, words) = &mut text[at % len];
                    if *machine && !changed.contains(words) {
                        *words = words.replacen(' ', " davvero ", 1);
                        changed.push(words.clone());
                    }
                }
            }
        }
        let whole = text.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join(" ");
        let traced = world.trace(&whole);
        prop_assert_eq!(traced.len(), text.len());
        for (traced, (machine, words)) in traced.iter().zip(&text) {
            let wanted = match (machine, changed.contains(words)) {
                (true, false) => Hand::Machine,
                (true, true) => Hand::Edited,
                (false, _) => Hand::Human,
            };
            prop_assert_eq!(traced.hand, wanted, "{}", words);
        }
    }

    #[test]
    fn every_sentence_is_traced_once_and_what_is_kept_lies_inside_it(
        text in "([aBè1. ,!?…»«\n🎉#\u{301}\r-]|la lana|ha perso il treno|Che freddo){0,30}"
    ) {
        let world = World::new().with(MACHINE, &[0, 1, 2]);
        let traced = world.trace(&text);
        let ranges: Vec<Range<usize>> = traced.iter().map(|t| t.range.clone()).collect();
        prop_assert_eq!(ranges, sentences(&text));
        for one in &traced {
            let mut at = one.range.start;
            for kept in &one.kept {
                prop_assert!(kept.start >= at && kept.end <= one.range.end);
                prop_assert!(text.is_char_boundary(kept.start) && text.is_char_boundary(kept.end));
                at = kept.end;
            }
            prop_assert_eq!(one.came.is_some(), matches!(one.hand, Hand::Machine | Hand::Edited));
        }
    }
}

#[test]
fn the_numbers_of_a_thread_are_nobodys_words() {
    let world = World::new().with("La lana torna.\u{c}Da lunedì in bottega, con calma.", &[0, 1]);
    let hands = |text: &str| -> Vec<Hand> {
        let find = |o: &Origin| world.suggestions.iter().find(|s| s.id == o.suggestion);
        trace(text, &world.origins, find).iter().map(|traced| traced.hand).collect()
    };
    let plain = "La lana torna.\u{c}Da lunedì in bottega, con calma.";
    assert_eq!(hands(plain), [Hand::Machine; 2]);
    let numbered = [
        "La lana torna. 1/2\u{c}Da lunedì in bottega, con calma. 2/2",
        "1/2 La lana torna.\u{c}2/2 Da lunedì in bottega, con calma.",
        "La lana torna.\n1/2\u{c}Da lunedì in bottega, con calma.\n2/2",
    ];
    for text in numbered {
        assert_eq!(hands(text), [Hand::Machine; 2], "{text:?}");
        let mut post = Post::new(Ids::from_seed(9).fresh(), "");
        (post.text, post.origin) = (text.into(), world.origins.clone());
        let find = |o: &Origin| world.suggestions.iter().find(|s| s.id == o.suggestion);
        let share = post.share(find).expect("a machine had a part");
        assert_eq!((share.kept, share.total()), (9, 9), "{text:?}");
    }
}
