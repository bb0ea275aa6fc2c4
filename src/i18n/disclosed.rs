//! AI in a post, in words: how much of a text is its, where a medium comes from, who wants
//! what said, and what that is based on. Says what was derived or declared; derives nothing.

use super::Words;
use crate::domain::{Ai, Ask, Asker, DisclosureRule, Medium, MediumSource, RuleId, TextAi};
use crate::text::reveal_line;

/// Where the terms for the source of a medium are explained.
const IPTC: &str = "cv.iptc.org/newscodes/digitalsourcetype";

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

    pub fn ai(&self, ai: Ai) -> String {
        match ai {
            Ai::None => self.disclosure_ai_none(),
            Ai::Assisted => self.disclosure_ai_assisted(),
            Ai::Generated => self.disclosure_ai_generated(),
        }
    }

    /// How much AI is in one text; `on` names the channels it goes out on.
    pub fn text_ai(&self, text: &TextAi, on: &str) -> String {
        let ai = self.ai(text.ai);
        let is_sure = text.sentences.unsure == 0 || text.ai == Ai::Generated;
        let ai = if is_sure { ai } else { self.disclosure_at_least(ai) };
        if on.is_empty() { ai } else { self.disclosure_on(on, ai) }
    }

    /// What is known of the sentences of one text, a line each.
    pub fn text_ai_told(&self, text: &TextAi, declared: Option<Ai>) -> Vec<String> {
        let found = text.sentences;
        let rule = match text.derived {
            Ai::None => self.disclosure_told_none(),
            Ai::Assisted => self.disclosure_told_assisted(),
            Ai::Generated => self.disclosure_told_generated(),
        };
        let all = found.total() as u64;
        let counted = [
            (found.machine, self.disclosure_count_machine(found.machine as u64, all)),
            (found.edited, self.disclosure_count_edited(found.edited as u64, all)),
            (found.composed, self.disclosure_count_composed(found.composed as u64, all)),
            (found.human, self.disclosure_count_human(found.human as u64, all)),
            (found.unsure, self.disclosure_count_unsure(found.unsure as u64, all)),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said);
        let declared = declared.map(|said| {
            if said < text.derived {
                self.disclosure_understated(said.code())
            } else {
                self.disclosure_declared(said.code())
            }
        });
        std::iter::once(rule).chain(counted).chain(declared).collect()
    }

    /// Whether a medium looks real, from the word that an approval covers.
    pub fn looks_real(&self, source: MediumSource, realistic: &str) -> Option<String> {
        match realistic {
            "yes" => Some(self.disclosure_realistic()),
            "no" => Some(self.disclosure_not_realistic()),
            _ => source.is_ai().then(|| self.disclosure_realistic_unsaid()),
        }
    }

    /// Where a medium comes from, and whether it looks real.
    pub fn medium_ai(&self, medium: &Medium) -> String {
        let mut said = vec![self.medium_source(medium.source)];
        said.extend(medium.digital_source_type().map(str::to_owned));
        let realistic = match medium.realistic {
            Some(true) => "yes",
            Some(false) => "no",
            None => "",
        };
        said.extend(self.looks_real(medium.source, realistic));
        self.disclosure_on(reveal_line(&medium.path), said.join(" · "))
    }

    /// What is known of one medium, a line each.
    pub fn medium_ai_told(&self, medium: &Medium) -> Vec<String> {
        let term = medium.digital_source_type();
        let term =
            term.map_or_else(|| self.disclosure_no_term(), |term| self.disclosure_term(term, IPTC));
        let alt = medium.alt.as_deref().map(str::trim).filter(|alt| !alt.is_empty());
        let alt = alt.map(|alt| self.disclosure_alt(reveal_line(alt)));
        std::iter::once(term).chain(alt).collect()
    }

    /// What somebody wants; `sure` is whether it holds as the medium is described.
    pub fn asked(&self, rule: &DisclosureRule, by: &[Asker], sure: bool) -> String {
        let by = self.askers(by);
        match rule.asks {
            Ask::Label if sure => self.disclosure_asks_label(by),
            Ask::Label => self.disclosure_asks_label_if(by),
            Ask::Mark => self.disclosure_asks_mark(by),
            Ask::Review => self.disclosure_asks_review(by),
        }
    }

    /// Where a rule is from, what it says, and what it is not: a line each.
    pub fn rule_told(&self, rule: &DisclosureRule) -> Vec<String> {
        let says = match rule.id {
            RuleId::EuMedia => self.disclosure_rule_eu_media(),
            RuleId::EuText => self.disclosure_rule_eu_text(),
            RuleId::TikTok => self.disclosure_rule_tiktok(),
            RuleId::YouTube => self.disclosure_rule_youtube(),
            RuleId::Meta => self.disclosure_rule_meta(),
            RuleId::MetaMark => self.disclosure_rule_meta_mark(),
            RuleId::PinterestMark => self.disclosure_rule_pinterest_mark(),
            RuleId::LinkedInMark => self.disclosure_rule_linkedin_mark(),
        };
        let source = self.disclosure_source(rule.source.as_str(), self.date(rule.read));
        let unsure = (!rule.certain).then(|| self.disclosure_uncertain());
        // Where there is little room, what it rests on is in sight.
        let mut told = vec![source, says];
        told.extend(unsure);
        told.push(self.disclosure_no_advice());
        told
    }
}
