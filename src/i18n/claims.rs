//! Claims in words: their kinds, how they stand, and why, short enough for a margin.

use super::Words;
use crate::domain::{ClaimKind, Ground, Part, Standing};
use chrono::{Datelike as _, NaiveDate};

impl Words {
    pub fn claim_kind(&self, kind: ClaimKind) -> String {
        match kind {
            ClaimKind::Number => self.claim_kind_number(),
            ClaimKind::Price => self.claim_kind_price(),
            ClaimKind::Percentage => self.claim_kind_percentage(),
            ClaimKind::Date => self.claim_kind_date(),
            ClaimKind::Hour => self.claim_kind_hour(),
            ClaimKind::Superlative => self.claim_kind_superlative(),
            ClaimKind::Comparison => self.claim_kind_comparison(),
            ClaimKind::Name => self.claim_kind_name(),
            ClaimKind::Quotation => self.claim_kind_quotation(),
            ClaimKind::Link => self.claim_kind_link(),
            ClaimKind::Mention => self.claim_kind_mention(),
            ClaimKind::Hashtag => self.claim_kind_hashtag(),
        }
    }

    /// How it stands, in one word.
    pub fn claim_standing(&self, standing: &Standing) -> String {
        match standing {
            Standing::Supported(_) => self.claim_supported(),
            Standing::Contradicted { .. } => self.claim_contradicted(),
            Standing::Unknown | Standing::Elsewhere { .. } => self.claim_unknown(),
            Standing::Expired { .. } => self.claim_expired(),
        }
    }

    /// Why a claim stands as it does.
    pub fn claim_reason(&self, kind: ClaimKind, standing: &Standing) -> String {
        match standing {
            Standing::Supported(ground) => self.claim_support(ground),
            Standing::Contradicted { by, said } => match by {
                Ground::Fact { id, .. } => self.claim_against_fact(id.as_str(), said.as_str()),
                Ground::Brief => self.claim_against_brief(said.as_str()),
                Ground::Post => self.claim_against_post(said.as_str()),
                Ground::Brand => self.claim_against_brand(said.as_str()),
                Ground::Calendar(day) => self.claim_against_calendar(self.weekday(*day)),
            },
            Standing::Expired { fact, on } => self.claim_past(fact.as_str(), self.last_day(*on)),
            Standing::Elsewhere { fact } => self.claim_elsewhere(fact.as_str()),
            Standing::Unknown => match kind {
                ClaimKind::Number => self.claim_no_number(),
                ClaimKind::Price => self.claim_no_price(),
                ClaimKind::Percentage => self.claim_no_percentage(),
                ClaimKind::Date => self.claim_no_date(),
                ClaimKind::Hour => self.claim_no_hour(),
                ClaimKind::Superlative => self.claim_no_superlative(),
                ClaimKind::Comparison => self.claim_no_comparison(),
                ClaimKind::Name => self.claim_no_name(),
                ClaimKind::Quotation => self.claim_no_quotation(),
                ClaimKind::Link => self.claim_no_link(),
                ClaimKind::Mention => self.claim_no_mention(),
                ClaimKind::Hashtag => self.claim_no_hashtag(),
            },
        }
    }

    /// What to do about one that does not stand.
    pub fn claim_next(&self, kind: ClaimKind, standing: &Standing) -> String {
        match kind {
            _ if matches!(standing, Standing::Expired { .. }) => self.next_claim_expired(),
            ClaimKind::Hashtag => self.next_hashtag(),
            ClaimKind::Mention => self.next_mention(),
            _ => self.next_claim(),
        }
    }

    /// Where it is not the text, it says in what it stands.
    pub fn of_part(&self, part: Part, medium: Option<&str>, said: String) -> String {
        match (part, medium) {
            (Part::Text, _) => said,
            (Part::Alt, Some(path)) => {
                let name = path.rsplit('/').next().unwrap_or(path);
                self.claim_in_alt(name, said)
            }
            (part, _) => self.claim_in_part(self.part(part), said),
        }
    }

    fn claim_support(&self, ground: &Ground) -> String {
        match ground {
            Ground::Fact { id, expires: Some(day) } => {
                self.claim_by_fact_until(id.as_str(), self.last_day(*day))
            }
            Ground::Fact { id, expires: None } => self.claim_by_fact(id.as_str()),
            Ground::Brief => self.claim_by_brief(),
            Ground::Post | Ground::Calendar(_) => self.claim_by_post(),
            Ground::Brand => self.claim_by_brand(),
        }
    }

    fn last_day(&self, day: NaiveDate) -> String {
        format!("{} {}", self.day_month(day), day.year())
    }
}
