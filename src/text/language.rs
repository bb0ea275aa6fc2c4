//! Which language a short text is in, Italian or English, by its smallest words.
//!
//! Owns the two lists and the count. It answers only where one language clearly leads:
//! three words and a hashtag are in no language it could name.

/// A language that texts are judged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextLanguage {
    Italian,
    English,
}

/// Words of the one language that are none in the other.
const ITALIAN: [&str; 61] = [
    "il", "lo", "la", "gli", "le", "un", "una", "uno", "di", "del", "della", "dei", "delle", "da",
    "dal", "dalla", "al", "alla", "ai", "alle", "nel", "nella", "nei", "con", "per", "tra", "fra",
    "su", "sul", "sulla", "che", "chi", "e", "è", "ed", "non", "ma", "se", "più", "anche", "sono",
    "siamo", "ho", "ha", "abbiamo", "hanno", "si", "ci", "vi", "ti", "mi", "questo", "questa",
    "quando", "perché", "solo", "ogni", "noi", "tuo", "tua", "dopo",
];

const ENGLISH: [&str; 56] = [
    "the", "an", "of", "to", "and", "is", "are", "was", "were", "on", "at", "for", "with", "from",
    "by", "it", "its", "we", "you", "your", "our", "they", "their", "this", "that", "these",
    "those", "not", "but", "or", "if", "as", "be", "been", "have", "has", "had", "will", "can",
    "just", "more", "all", "what", "when", "who", "how", "my", "he", "she", "her", "his", "out",
    "up", "about", "into", "there",
];

impl TextLanguage {
    /// The tag used in files and on the command line.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Italian => "it",
            Self::English => "en",
        }
    }

    /// `it`, `it-IT`, `en_GB`; `None` for any other language.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "it" => Some(Self::Italian),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// The language of a text where there is no doubt: long enough, with several of the
    /// small words of one language and next to none of the other.
    pub fn evident(text: &str) -> Option<Self> {
        let (mut words, mut italian, mut english) = (0, 0, 0);
        for word in words_of(text) {
            words += 1;
            italian += usize::from(ITALIAN.contains(&word.as_str()));
            english += usize::from(ENGLISH.contains(&word.as_str()));
        }
        let leads = |one: usize, other: usize| words >= 8 && one >= 4 && one > other * 3;
        match () {
            () if leads(italian, english) => Some(Self::Italian),
            () if leads(english, italian) => Some(Self::English),
            () => None,
        }
    }

    /// The language of a text, `None` where neither leads.
    pub fn guess(text: &str) -> Option<Self> {
        let (mut italian, mut english) = (0, 0);
        for small in words_of(text) {
            italian += usize::from(ITALIAN.contains(&small.as_str()));
            english += usize::from(ENGLISH.contains(&small.as_str()));
            // Few English words end so, nearly all Italian ones do.
            let ending = small.len() > 3 && small.ends_with(['a', 'e', 'i', 'o', 'à', 'ù']);
            italian += usize::from(ending && !small.ends_with('e'));
        }
        match italian.cmp(&(english * 2)) {
            std::cmp::Ordering::Greater => Some(Self::Italian),
            _ if english * 2 > italian => Some(Self::English),
            _ => None,
        }
    }
}

/// In lower case, without hashtags and mentions: those are in no language.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    let chunks = text.split_whitespace().filter(|chunk| !chunk.starts_with(['#', '@']));
    let words = chunks.flat_map(|chunk| chunk.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_words_tell_the_language() {
        use TextLanguage::{English, Italian};
        for (text, language) in [
            ("Da lunedì la trovi in bottega 🧶 #wool", Some(Italian)),
            ("Chiusi lunedì.", Some(Italian)),
            ("Tutto pronto! Vi aspettiamo", Some(Italian)),
            ("Vieni a vedere i gomitoli nuovi in vetrina", Some(Italian)),
            ("Back on Monday with the new wool.", Some(English)),
            ("We had pizza, pasta and tiramisu in Via Roma", Some(English)),
            ("The new menu: risotto, ossobuco and a Negroni", Some(English)),
            ("Il nostro brand su Instagram: link in bio", Some(Italian)),
            ("89 €", None),
            ("#lana #wool", None),
            ("", None),
        ] {
            assert_eq!(TextLanguage::guess(text), language, "{text}");
        }
    }

    #[test]
    fn a_language_is_evident_only_in_a_text_that_is_long_enough_and_of_one_piece() {
        use TextLanguage::{English, Italian};
        for (text, language) in [
            (
                "La sciarpa della nonna è tornata in bottega, con un filo di lana grezza.",
                Some(Italian),
            ),
            ("The scarf is back in the shop, and it has a new border of raw wool.", Some(English)),
            ("We had pizza, pasta and tiramisu in Via Roma with the whole team", Some(English)),
            ("Chiusi lunedì.", None),
            ("Back on Monday with the new wool.", None),
            ("Il nostro brand su Instagram: link in bio", None),
            (
                "La sciarpa è tornata in bottega. The scarf is back in the shop with a new border.",
                None,
            ),
            ("", None),
        ] {
            assert_eq!(TextLanguage::evident(text), language, "{text}");
        }
    }
}
