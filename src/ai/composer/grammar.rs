//! Putting a topic into a sentence: articles, number, form of address.
//!
//! Knows as much grammar as the sentences need and refuses those it cannot fill well.

use crate::domain::BLANK;

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
/// A topic with one of these is a sentence and no noun, whatever it begins with.
const OF_A_SENTENCE: &[&str] = &[
    "è", "é", "sono", "ha", "hanno", "torna", "tornano", "arriva", "arrivano", "esce", "escono",
    "apre", "aprono", "chiude", "chiudono", "riapre", "cambia", "cambiano", "costa", "costano",
    "nasce", "nascono", "parte", "partono", "inizia", "comincia", "finisce", "resta", "restano",
    "va", "vanno", "viene", "vengono", "fa", "fanno", "sta", "stanno", "diventa", "cresce",
    "compie", "aspetta", "vale", "serve", "servono", "dura", "si", "ci", "vi", "non", "che", "chi",
    "come", "perché", "quando", "is", "are", "has", "have", "was", "were", "goes", "comes",
    "opens", "closes", "runs", "plays", "returns", "starts", "ends", "costs", "turns", "gets",
    "makes", "we", "you", "that", "who", "how", "why", "when", "will", "can",
];
/// Words of a topic beyond which it does not go into the middle of a sentence.
const LONGEST_NOUN: usize = 6;
const CONTRACTIONS: &[(&str, [&str; 7])] = &[
    ("da", ["dal ", "dallo ", "dalla ", "dai ", "dagli ", "dalle ", "dall'"]),
    ("di", ["del ", "dello ", "della ", "dei ", "degli ", "delle ", "dell'"]),
    ("a", ["al ", "allo ", "alla ", "ai ", "agli ", "alle ", "all'"]),
    ("su", ["sul ", "sullo ", "sulla ", "sui ", "sugli ", "sulle ", "sull'"]),
];

impl Filling<'_> {
    /// The sentence with its slots filled; `None` where this topic does not fit them.
    pub fn fill(&self, sentence: &str) -> Option<String> {
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
                '}' => out.push_str(&self.slot(slot, &rest[end + 1..])?),
                ']' => out.push_str(either(slot, self.informal)?),
                _ => out.push_str(either(slot, self.is_plural())?),
            }
            rest = &rest[end + 1..];
        }
        out.push_str(rest);
        // A topic or a fact may bring its own full stop.
        Some(out.replace("..", ".").replace("?.", "?").replace("!.", "!"))
    }

    /// `after`: the sentence goes on with this.
    fn slot(&self, slot: &str, after: &str) -> Option<String> {
        let topic = bare(self.topic);
        match slot {
            "Topic" => {
                let joined = after.starts_with([':', ',']);
                let whole = topic.contains(':') || topic.ends_with(['?', '!', '…', '.']);
                // "The play opens tonight, once more": nothing is hung on a whole sentence.
                let whole = whole || after.starts_with(',') && is_sentence(topic);
                Some(capital(topic)).filter(|topic| !(topic.is_empty() || joined && whole))
            }
            "topic" => self.is_noun().then(|| small(topic)),
            "blank" => Some(BLANK.to_owned()),
            "link" => Some(self.link.to_owned()).filter(|link| !link.is_empty()),
            other => {
                let preposition = other.strip_suffix(" topic")?;
                self.is_noun().then(|| contracted(preposition, &small(topic)))
            }
        }
    }

    /// The topic is a noun behind its article, so it can stand inside a sentence.
    fn is_noun(&self) -> bool {
        let topic = bare(self.topic).to_lowercase();
        let first = first_word(&topic);
        let known = if self.italian { ARTICLES } else { DETERMINERS };
        let mut words = topic.split_whitespace();
        known.contains(&first.as_str())
            && words.clone().count() <= LONGEST_NOUN
            && !topic.contains([',', ':', ';', '.', '?', '!', '(', '«', '"'])
            && !words.any(|word| OF_A_SENTENCE.contains(&word))
    }

    fn is_plural(&self) -> bool {
        PLURAL.contains(&first_word(self.topic).as_str())
    }

    /// The words of a sentence that stand there whatever it is filled with, in their order.
    pub fn frame<'a>(&self, sentence: &'a str) -> Vec<&'a str> {
        let mut words = Vec::new();
        let mut rest = sentence;
        while let Some(at) = rest.find(['{', '[', '<']) {
            words.push(&rest[..at]);
            let end = rest[at..].find(['}', ']', '>']).map_or(rest.len(), |end| at + end);
            if rest.as_bytes()[at] == b'[' {
                words.extend(either(&rest[at + 1..end], self.informal));
            }
            rest = rest.get(end + 1..).unwrap_or_default();
        }
        words.push(rest);
        words.retain(|words| words.contains(char::is_alphabetic));
        words
    }
}

fn is_sentence(topic: &str) -> bool {
    topic.to_lowercase().split_whitespace().any(|word| OF_A_SENTENCE.contains(&word))
}

/// For the middle of a sentence: articles lose their capital.
fn small(topic: &str) -> String {
    let mut letters = topic.chars();
    letters.next().map_or_else(String::new, |c| c.to_lowercase().chain(letters).collect())
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

/// A fact as a sentence of its own: nothing is put before it that would need its first
/// letter small, since nobody can tell a name from the word that opens it.
pub fn sentence(fact: &str) -> String {
    let fact = capital(bare(fact));
    if fact.ends_with(['.', '!', '?', '…']) { fact } else { format!("{fact}.") }
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
            assert_eq!(it(topic).fill("Parliamo {di topic}.").as_deref(), Some(filled));
        }
        let about = it("L’autunno").fill("Un appunto {su topic}.");
        assert_eq!(about.as_deref(), Some("Un appunto sull'autunno."));
    }

    #[test]
    fn a_topic_without_an_article_only_opens_a_sentence() {
        let label = it("lancio collezione");
        assert_eq!(label.fill("C'è {topic}."), None);
        assert_eq!(
            label.fill("{Topic}: ci siamo.").as_deref(),
            Some("Lancio collezione: ci siamo.")
        );
    }

    #[test]
    fn a_topic_that_is_a_sentence_or_ends_one_is_not_put_into_another() {
        for topic in ["La lana torna a casa", "Il plaid esce martedì", "Un corso: come si rammenda"]
        {
            assert_eq!(it(topic).fill("Parliamo {di topic}."), None, "{topic}");
        }
        assert_eq!(it("Corso: si rammenda").fill("{Topic}: un appunto."), None);
        assert_eq!(it("Saldi!").fill("{Topic}, in breve."), None);
        let alone = it("Corso: si rammenda").fill("{Topic}. Un appunto.");
        assert_eq!(alone.as_deref(), Some("Corso: si rammenda. Un appunto."));
    }

    #[test]
    fn number_and_address_follow_the_topic_and_the_brand() {
        let sentence = "{Topic} <è|sono> qui: [venite|vieni].";
        assert_eq!(it("la sciarpa").fill(sentence).as_deref(), Some("La sciarpa è qui: venite."));
        let friends = Filling { informal: true, ..it("le sciarpe") };
        assert_eq!(friends.fill(sentence).as_deref(), Some("Le sciarpe sono qui: vieni."));
    }

    #[test]
    fn a_fact_is_a_sentence_with_its_own_capitals() {
        for (fact, said) in [
            ("Tingiamo con robbia", "Tingiamo con robbia."),
            ("dei plaid ne restano tre.", "Dei plaid ne restano tre."),
            ("Brodo è il cane del tabaccaio;", "Brodo è il cane del tabaccaio."),
            ("Si può lavare? Sì!", "Si può lavare? Sì!"),
        ] {
            assert_eq!(sentence(fact), said);
        }
    }
}
