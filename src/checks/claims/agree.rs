//! Facts that say different things of one and the same thing: then both figures stand, and
//! no text is warned of either.
//!
//! Owns which facts do not agree. Which of them is right is for a person to say.

use super::grounds::{Grounds, Said};
use super::value::{Match, Stem, Value, compare};
use super::{ClaimContext, claims};
use crate::domain::{
    ClaimKind, Disagreement, Fact, Ground, Problem, ProblemKind, Standing, Workspace,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Facts in force today that give different figures for the same subject, each told once, at
/// the later of the two. Hours and days are left out: they differ by rights.
pub fn disagreements(workspace: &Workspace, today: NaiveDate) -> Vec<Problem> {
    let grounds = Grounds::of(workspace);
    let mut by_subject: BTreeMap<Subject, Vec<&Said>> = BTreeMap::new();
    for said in &grounds.claims {
        let source = &grounds.sources[said.source as usize];
        let is_fact = matches!(source.ground, Ground::Fact { .. });
        if let Some(subject) = subject(said).filter(|_| is_fact && source.holds_on(today)) {
            by_subject.entry(subject).or_default().push(said);
        }
    }
    let mut found = Vec::new();
    for told in by_subject.values().filter(|told| told.len() > 1) {
        // A fact that gives several figures of one thing tells them apart by other words.
        let once = |said: &&&Said| told.iter().filter(|it| it.source == said.source).count() == 1;
        let told: Vec<&&Said> = told.iter().filter(once).collect();
        let Some((first, others)) = told.split_first() else { continue };
        let fact = |said: &Said| {
            let source = &grounds.sources[said.source as usize];
            let own = |fact: &&Fact| {
                matches!(&source.ground, Ground::Fact { id, .. } if *id == fact.id)
                    && fact.text == source.text
            };
            workspace.facts.iter().find(own)
        };
        for other in others {
            let differ = compare(&first.value, &other.value, today) == Match::Other
                && compare(&other.value, &first.value, today) == Match::Other;
            let Some((one, two)) = fact(first).zip(fact(other)).filter(|_| differ) else {
                continue;
            };
            if denies(one, two, workspace, today) && denies(two, one, workspace, today) {
                found.extend(problem(one, two, workspace));
            }
        }
    }
    found.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    found
}

/// All that is said of what a figure is of: in the same words, of the same kind.
type Subject = (ClaimKind, [Vec<Stem>; 5], u8);

fn subject(said: &Said) -> Option<Subject> {
    use ClaimKind as Kind;
    let counted = matches!(said.kind, Kind::Price | Kind::Percentage | Kind::Number);
    if !counted || said.topic.is_empty() || !matches!(said.value, Value::Figure(_)) {
        return None;
    }
    let topic = &said.topic;
    let mut words =
        [&topic.common, &topic.proper, &topic.which, &topic.placed, &said.beside].map(Clone::clone);
    for words in &mut words {
        words.sort_unstable();
    }
    Some((said.kind, words, said.stance))
}

/// As a text of somebody's, `fact` would be contradicted by `other` alone.
fn denies(other: &Fact, fact: &Fact, workspace: &Workspace, today: NaiveDate) -> bool {
    let alone = Workspace { facts: vec![other.clone()], former: Vec::new(), ..workspace.clone() };
    let grounds = Grounds::new(&alone);
    let context = ClaimContext { grounds: &grounds, brief: None, post: None, lang: None, today };
    claims(&fact.text, &context).iter().any(|claim| {
        matches!(&claim.standing, Standing::Contradicted { by: Ground::Fact { .. }, .. })
    })
}

fn problem(one: &Fact, two: &Fact, workspace: &Workspace) -> Option<Problem> {
    let (first, second) = (workspace.fact_place(one)?, workspace.fact_place(two)?);
    let kind = ProblemKind::FactsDisagree(Box::new(Disagreement {
        fact: two.id.clone(),
        says: two.text.clone(),
        other: one.id.clone(),
        other_says: one.text.clone(),
        place: format!("{}:{}", first.path, first.line),
    }));
    let (path, line, column) = (second.path.clone(), second.line, second.column);
    Some(Problem { path, line, column, kind })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FactPlace, RelPath};

    fn found(texts: &[&str]) -> Vec<(usize, String)> {
        let fact = |(i, text): (usize, &&str)| {
            let (text, expires) = match text.strip_prefix("ieri: ") {
                Some(text) => (text, "2026-11-21".parse().ok()),
                None => (*text, None),
            };
            Fact { id: format!("f{i}"), text: text.to_owned(), source: None, expires }
        };
        let mut workspace = crate::checks::claims::tests::workspace(&[]);
        workspace.facts = texts.iter().enumerate().map(fact).collect();
        let place = |(i, fact): (usize, &Fact)| {
            FactPlace::new(fact, RelPath::new("facts/listino.toml"), (i + 1, 1))
        };
        workspace.fact_places = workspace.facts.iter().enumerate().map(place).collect();
        let today = "2026-11-22".parse().expect("a day");
        let told = disagreements(&workspace, today).into_iter();
        told.map(|problem| match problem.kind {
            ProblemKind::FactsDisagree(facts) => (problem.line, facts.other),
            other => panic!("{other:?}"),
        })
        .collect()
    }

    #[test]
    fn two_figures_of_one_thing_are_told_at_the_later_fact() {
        let told = vec![(2, "f0".to_owned())];
        assert_eq!(found(&["La sciarpa Aurora costa 89 €", "La sciarpa Aurora costa 79 €"]), told);
        assert_eq!(found(&["The Aurora scarf costs €89", "The Aurora scarf costs €79"]), told);
    }

    #[test]
    fn what_differs_by_rights_is_no_disagreement() {
        for facts in [
            ["La sciarpa Aurora costa 89 €", "La sciarpa Aurora costa 89,00 €"],
            ["La sciarpa Aurora costa 89 €", "Il cappello Aurora costa 39 €"],
            ["La sciarpa Aurora costa 89 €", "La sciarpa Aurora misura 180 cm"],
            ["La sciarpa Aurora costa 89 €", "La sciarpa Aurora piccola costa 59 €"],
            ["La sciarpa Aurora costa 89 €", "ieri: La sciarpa Aurora costa 79 €"],
            ["La bottega apre alle 9", "La bottega apre alle 10 il sabato"],
            ["La spedizione costa 9 €, gratis sopra i 150 €", "La spedizione costa 9 €"],
        ] {
            assert_eq!(found(&facts), [], "{facts:?}");
        }
    }
}
