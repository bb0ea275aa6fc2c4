//! Every claim of a text, and whether the brand stands behind it. Pure and offline.
//!
//! Owns the reading of claims in Italian and English and their comparison with facts,
//! brief, post and brand. It does not know whether a claim is true: it says what stands
//! behind it, and that nothing does. Words for people come from `i18n`.

mod agree;
mod amount;
mod bounds;
mod dates;
mod days;
mod degrees;
mod figures;
mod finding;
mod grounds;
mod hours;
mod judge;
mod names;
mod page;
mod ranges;
mod read;
mod tables;
mod turns;
mod units;
mod unsaid;
mod value;
mod whole;
mod years;

pub use agree::disagreements;
pub use finding::{PostClaims, claim_findings, claim_text, claims_of_post, is_ticked, open_claims};
pub use grounds::Grounds;

use crate::domain::{Claim, ClaimKind, Post};
use crate::text::unnumbered;
use chrono::NaiveDate;

/// What a text is compared with.
#[derive(Clone, Copy)]
pub struct ClaimContext<'a> {
    pub grounds: &'a Grounds,
    pub brief: Option<&'a str>,
    pub post: Option<&'a Post>,
    /// The language where the words leave it open.
    pub lang: Option<&'a str>,
    pub today: NaiveDate,
}

/// The claims of a text in its order, each with how it stands.
pub fn claims(text: &str, context: &ClaimContext) -> Vec<Claim> {
    let text = &*unnumbered(text);
    let tongue = context.lang.or(context.grounds.tongue.as_deref());
    let read = read::Text::read(text, tongue, &context.grounds.known);
    if read.found.is_empty() {
        return Vec::new();
    }
    let own = context.grounds.beside(context.brief, context.post);
    // "Domani" is said on the day the post goes out.
    let when = context.post.and_then(|post| post.when).zip(context.grounds.zone);
    let planned = when.map(|(when, zone)| when.date(zone));
    let said_on = planned.unwrap_or(context.today);
    let grounds = [context.grounds, &own];
    let court = judge::Court { text: &read, grounds, today: context.today, said_on };
    let claim = |found: &read::Found| Claim {
        kind: match found.value {
            value::Value::Hour(_) => ClaimKind::Hour,
            _ => found.kind,
        },
        span: found.span.clone(),
        standing: court.standing(found),
    };
    let said = |(found, claim): &(&read::Found, Claim)| {
        turns::is_said(&read.page, found, &claim.standing)
            // The day of its post says which day is meant: then only what is announced is said.
            && !(planned.is_some() && turns::is_told_of_a_day(&read.page, found, &claim.standing))
    };
    read.found.iter().map(|found| (found, claim(found))).filter(said).map(|it| it.1).collect()
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;
