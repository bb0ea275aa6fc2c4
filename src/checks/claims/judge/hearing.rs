//! What the facts say of one claim, heard one after the other, and what comes of it.
//!
//! Owns the order in which evidence counts: the very thing, the same value of nothing in
//! particular, what has expired, both ends of an hour, what speaks against.

use super::{Court, Subject, contrary, is_phone, is_relative, source_of, speaks_of, subject};
use crate::checks::claims::grounds::{Grounds, Said};
use crate::checks::claims::read::{Found, Near, Topic};
use crate::checks::claims::value::{Match, Value};
use crate::domain::{ClaimKind, Ground, Standing};

/// The first side of the first pair of contraries, in either language.
const OPEN: u8 = 1;

/// A claim as the facts are asked about it.
struct Asked<'a> {
    claim: &'a Found,
    /// A day that is said from another one is a date.
    value: Value,
    topic: Option<(Topic, Near)>,
    /// The facts call it by another name.
    renamed: bool,
    stance: u8,
    /// Its figure alone is found in too many facts.
    vague: bool,
    /// Nothing near it says what it is about.
    far: bool,
    relative: bool,
}

/// What the facts have said of it so far, short of the very thing.
#[derive(Default)]
struct Heard<'a> {
    /// The first that speaks against it, with its words.
    against: Option<(Ground, String)>,
    /// One says open where it says closed, or closed where it says open.
    contrary: bool,
    expired: Option<Standing>,
    /// Of nothing that is told; the same thing is looked for first.
    beside: Option<&'a Ground>,
    /// The day or the hour that the post goes out.
    goes_out: Option<&'a Ground>,
    /// A fact has just this value, of something else.
    of_another: Option<&'a Ground>,
}

impl<'a> Court<'a> {
    pub(super) fn compared(&self, claim: &Found) -> Standing {
        let asked = self.asked(claim);
        let mut heard = Heard::default();
        for grounds in self.grounds {
            for said in grounds.speaking_of(&asked.value) {
                if let Some(ground) = self.hear(&asked, grounds, said, &mut heard) {
                    return Standing::Supported(ground.clone());
                }
            }
        }
        self.verdict(&asked, heard)
    }

    fn asked<'c>(&self, claim: &'c Found) -> Asked<'c> {
        let kind = claim.kind;
        let known = |stem| self.is_known(kind, stem) || self.synonym(kind, stem).is_some();
        let mut topic = self.text.topic(claim, known);
        let renamed = topic.as_mut().is_some_and(|(topic, _)| self.renamed(kind, topic));
        let opens = matches!(claim.value, Value::Day(_)) && self.text.opens(claim);
        Asked {
            claim,
            value: self.dated(claim.value),
            far: self.is_far(kind, topic.as_ref()),
            topic,
            renamed,
            stance: self.text.stance(claim) | if opens { OPEN } else { 0 },
            vague: self.is_vague(claim),
            relative: is_relative(claim),
        }
    }

    /// Takes in what one fact says; the ground, where that is the very thing.
    fn hear(
        &self,
        asked: &Asked,
        grounds: &'a Grounds,
        said: &Said,
        heard: &mut Heard<'a>,
    ) -> Option<&'a Ground> {
        // The day of the post says which day is meant, not that it is true.
        let of_when = said.topic.is_empty() && source_of(grounds, said) == &Ground::Post;
        if asked.relative && of_when && asked.claim.kind == ClaimKind::Date {
            return None;
        }
        let source = &grounds.sources[said.source as usize];
        let holds = source.holds_on(self.today);
        let against = || (source.ground.clone(), source.text.clone());
        let told = self.told(&asked.value, &said.value, asked.relative);
        let subject = || self.subject(asked, said);
        match told {
            Match::Same | Match::Other if self.is_one_of_many(asked.claim, asked.value, said) => {}
            Match::Same if self.is_another_week(asked.claim.value, said.value) => {}
            Match::Same => match subject() {
                Subject::Same | Subject::Open | Subject::Titled
                    if holds && contrary(asked.stance, said.stance) =>
                {
                    heard.against.get_or_insert_with(against);
                    heard.contrary = true;
                }
                // That the post goes out on it opens nothing on a day that a fact closes.
                _ if of_when && heard.contrary => {}
                Subject::Open if asked.vague || asked.relative => {}
                Subject::Different if !is_phone(&asked.value) => {
                    heard.of_another = heard.of_another.or(holds.then_some(&source.ground));
                }
                _ if !holds => heard.expired = heard.expired.take().or_else(|| source.expired()),
                Subject::Open if of_when => {
                    heard.goes_out.get_or_insert(&source.ground);
                }
                Subject::Open => {
                    heard.beside.get_or_insert(&source.ground);
                }
                _ => return Some(&source.ground),
            },
            Match::Other
                if holds
                    && subject() == Subject::Same
                    && self.speaks_against(asked, grounds, said) =>
            {
                heard.against.get_or_insert_with(against);
            }
            _ => {}
        }
        None
    }

    fn subject(&self, asked: &Asked, said: &Said) -> Subject {
        let subject = subject(asked.topic.as_ref(), said, asked.stance, asked.claim);
        let titled = subject != Subject::Same && asked.far && self.titled(said);
        if titled { Subject::Titled } else { subject }
    }

    /// The same thing with another value, and nothing says that both can be true.
    fn speaks_against(&self, asked: &Asked, grounds: &Grounds, said: &Said) -> bool {
        let (claim, topic) = (asked.claim, asked.topic.as_ref());
        let any_day = said.topic.is_empty() && claim.kind == ClaimKind::Date && said.stance == 0;
        source_of(grounds, said) != &Ground::Post
            && !asked.renamed
            && !any_day
            && speaks_of(topic, said, claim)
            && !grounds.lists(said, &asked.value, self.today)
            && !self.is_said_of_another(claim, grounds, said)
            && !self.said_before(claim, topic, said)
    }

    /// Where no fact says the very thing.
    fn verdict(&self, asked: &Asked, heard: Heard) -> Standing {
        if let Some(ground) = heard.beside {
            return Standing::Supported(ground.clone());
        }
        if let Some(ground) = heard.goes_out.filter(|_| heard.against.is_none()) {
            return Standing::Supported(ground.clone());
        }
        if let Some(expired) = heard.expired {
            return expired;
        }
        if let Some(ground) = self.both_ends(asked.claim) {
            return Standing::Supported(ground.clone());
        }
        // What it is about was only read somewhere in the text: it may be about that other.
        let unsure = heard.of_another.is_some() && matches!(asked.topic, Some((_, Near::Text)));
        if let Some((by, said)) = heard.against.filter(|_| !unsure) {
            return Standing::Contradicted { by, said };
        }
        if let Value::Day(day) = asked.claim.value
            && let Some(weekday) = day.other_weekday(self.today)
        {
            return Standing::Contradicted { by: Ground::Calendar(weekday), said: String::new() };
        }
        match heard.of_another.or_else(|| self.figure_of(asked)) {
            Some(Ground::Fact { id, .. }) => Standing::Elsewhere { fact: id.clone() },
            _ => Standing::Unknown,
        }
    }

    /// "The house seats 84", where a fact says that it has 84 seats: the same number, counted
    /// in other words.
    fn figure_of(&self, asked: &Asked) -> Option<&'a Ground> {
        let Value::Figure(figure) = asked.value else { return None };
        let [grounds, _] = self.grounds;
        let same = |said: &&Said| match said.value {
            Value::Figure(other) => figure.is_number_of(&other),
            _ => false,
        };
        let mut sources = grounds.claims.iter().filter(same).map(|said| said.source as usize);
        let source = sources.find(|&at| grounds.sources[at].holds_on(self.today))?;
        Some(&grounds.sources[source].ground).filter(|_| !asked.vague)
    }
}
