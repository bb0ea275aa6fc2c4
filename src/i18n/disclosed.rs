//! AI in a post, in words: how much of a text is its, who wants a label, and what for.
//! Says what was derived or declared; derives nothing.

use super::Words;
use crate::domain::Asker;
use crate::text::reveal_line;

impl Words {
    pub fn asker(&self, by: &Asker) -> String {
        match by {
            Asker::Eu => self.disclosure_eu(),
            Asker::Network(name) => reveal_line(name).into_owned(),
        }
    }

    pub fn askers(&self, by: &[Asker]) -> String {
        by.iter().map(|by| self.asker(by)).collect::<Vec<_>>().join(", ")
    }
}
