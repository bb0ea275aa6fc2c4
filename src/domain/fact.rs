//! A claim the brand stands behind.

use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub id: String,
    pub text: String,
    pub source: Option<String>,
    /// After this day the fact supports nothing.
    pub expires: Option<NaiveDate>,
}

impl Fact {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.expires.is_none_or(|last| day <= last)
    }
}
