//! Putting a topic and facts into a sentence: articles, number, form of address.
//!
//! Knows as much grammar as the sentences need and refuses those it cannot fill well.

/// What a sentence can be filled with.
pub struct Filling<'a> {
    pub topic: &'a str,
    pub link: &'a str,
    /// The brand says "tu" where it would else say "voi".
    pub informal: bool,
    pub italian: bool,
}

const ARTICLES: &[&str] = &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l'", "un'"];
const PLURAL: &[&str] = &["i", "gli", "le", "questi", "queste", "nostri", "nostre"];
const DETERMINERS: &[&str] =
    &["the", "a", "an", "our", "your", "this", "that", "these", "those", "my", "its", "their"];
/// May open a sentence in capitals without being a name.
const SMALL: &[&str] =
    &["in", "da", "per", "con", "chi", "dal", "dalla", "we", "it", "there", "you"];
const CONTRACTIONS: &[(&str, [&str; 7])] = &[
    ("di", ["del ", "dello ", "della ", "dei ", "degli ", "delle ", "dell'"]),
    ("a", ["al ", "allo ", "alla ", "ai ", "agli ", "alle ", "all'"]),
    ("su", ["sul ", "sullo ", "sulla ", "sui ", "sugli ", "sulle ", "sull'"]),
];

impl Filling<'_> {
    /// The sentence with its slots filled; `None` where this topic does not fit them.
    pub fn fill(&self, sentence: &str, fact: Option<&str>) -> Option<String> {
        let mut out = String::new();
        let mut rest = sentence;
        while let Some(at) = rest.find(['{', '[', '<']) {
            out.push_str(&rest[..at]);
            let close = match rest.as_bytes()[at] {
                b'{' => '}',
                b'[' => ']',
                _ => '>',
            };
            let end = at + rest[at..].find(close)?;
            let slot = &rest[at + 1..end];
            match close {
                '}' => out.push_str(&self.slot(slot, fact)?),
                ']' => out.push_str(either(slot, self.informal)?),
                _ => out.push_str(either(slot, self.is_plural())?),
            }
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        // A topic or a fact may bring its own full stop.
        Some(out.replace("..", ".").replace("?.", "?").replace("!.", "!"))
    }

    fn slot(&self, slot: &str, fact: Option<&str>) -> Option<String> {
        let topic = bare(self.topic);
        match slot {
            "Topic" => Some(capital(topic)).filter(|topic| !topic.is_empty()),
            "TOPIC" => self.is_noun().then(|| capital(topic)),
            "topic" => self.is_noun().then(|| self.small(topic)),
            "Fact" => fact.map(|fact| capital(bare(fact))),
            "fact" => fact.map(|fact| self.small(bare(fact))),
            "link" => Some(self.link.to_owned()).filter(|link| !link.is_empty()),
            other => {
                let preposition = other.strip_suffix(" topic")?;
                self.is_noun().then(|| contracted(preposition, &self.small(topic)))
            }
        }
    }

    /// The topic begins with an article, so it can stand inside a sentence.
    fn is_noun(&self) -> bool {
        let first = first_word(self.topic);
        if self.italian {
            ARTICLES.contains(&first.as_str())
        } else {
            DETERMINERS.contains(&first.as_str())
        }
    }

    fn is_plural(&self) -> bool {
        PLURAL.contains(&first_word(self.topic).as_str())
    }

    /// For the middle of a sentence: names keep their capital, articles do not.
    fn small(&self, text: &str) -> String {
        let first = first_word(text);
        let known = if self.italian { ARTICLES } else { DETERMINERS };
        if !known.contains(&first.as_str()) && !SMALL.contains(&first.as_str()) {
            return text.to_owned();
        }
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect())
    }
}

/// The first word in small letters, with its apostrophe where it is elided.
fn first_word(text: &str) -> String {
    let text = text.trim().replace('’', "'");
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let end = if text[end..].starts_with('\'') { end + 1 } else { end };
    text[..end].to_lowercase()
}

fn contracted(preposition: &str, noun: &str) -> String {
    let plain = || format!("{preposition} {noun}");
    let Some((_, forms)) = CONTRACTIONS.iter().find(|(name, _)| *name == preposition) else {
        return plain();
    };
    let first = first_word(noun);
    let definite = ["il", "lo", "la", "i", "gli", "le", "l'"];
    let Some(which) = definite.iter().position(|article| *article == first) else {
        return plain();
    };
    let rest: String = noun.chars().skip(first.chars().count()).collect();
    format!("{}{}", forms[which], rest.trim_start())
}

/// Without the full stop a person may have typed.
fn bare(text: &str) -> &str {
    let text = text.trim();
    if text.ends_with("...") {
        text
    } else {
        text.trim_end_matches(['.', ';', ':', ',']).trim_end()
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |c| c.to_uppercase().chain(letters).collect())
}

fn either(slot: &str, second: bool) -> Option<&str> {
    let (a, b) = slot.split_once('|')?;
    Some(if second { b } else { a })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn it(topic: &str) -> Filling<'_> {
        Filling { topic, link: "", informal: false, italian: true }
    }

    #[test]
    fn italian_articles_join_their_prepositions() {
        for (topic, filled) in [
            ("la nuova collezione", "Parliamo della nuova collezione."),
            ("Il feltro", "Parliamo del feltro."),
            ("l'inverno", "Parliamo dell'inverno."),
            ("gli scialli.", "Parliamo degli scialli."),
            ("una storia", "Parliamo di una storia."),
        ] {
            assert_eq!(it(topic).fill("Parliamo {di topic}.", None).as_deref(), Some(filled));
        }
        let about = it("L’autunno").fill("Un appunto {su topic}.", None);
        assert_eq!(about.as_deref(), Some("Un appunto sull'autunno."));
    }

    #[test]
    fn a_topic_without_an_article_only_opens_a_sentence() {
        let label = it("lancio collezione");
        assert_eq!(label.fill("C'è {topic}.", None), None);
        assert_eq!(
            label.fill("{Topic}: ci siamo.", None).as_deref(),
            Some("Lancio collezione: ci siamo.")
        );
    }

    #[test]
    fn number_and_address_follow_the_topic_and_the_brand() {
        let sentence = "{TOPIC} <è|sono> qui: [venite|vieni].";
        assert_eq!(
            it("la sciarpa").fill(sentence, None).as_deref(),
            Some("La sciarpa è qui: venite.")
        );
        let friends = Filling { informal: true, ..it("le sciarpe") };
        assert_eq!(friends.fill(sentence, None).as_deref(), Some("Le sciarpe sono qui: vieni."));
    }

    #[test]
    fn facts_keep_the_capitals_of_names() {
        let fill = |fact| it("x").fill("Una cosa: {fact}.", Some(fact));
        assert_eq!(
            fill("La sciarpa costa 89 €.").as_deref(),
            Some("Una cosa: la sciarpa costa 89 €.")
        );
        assert_eq!(fill("Aurora è aperta").as_deref(), Some("Una cosa: Aurora è aperta."));
    }
}
