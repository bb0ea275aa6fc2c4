//! A little language for words, stems and gaps, and where they stand in a text. The data of
//! `assets/smell` is written in it, and what a brand forbids itself.
//!
//! Owns reading a pattern and finding all of them in one pass: each waits under its first
//! word or stem, so that a text costs two look-ups a word however many patterns there are.

use super::words::{Gap, Sort, Words};
use std::collections::HashMap;
use std::ops::Range;

/// Stems are looked up by so many bytes.
const STEM: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// One of these words; a stem stands for all that begin with it.
    Word(Vec<Form>),
    /// What must stand before the next word.
    Gap(Gap),
    /// At most so many words, without the end of a sentence.
    Skip(usize),
    Any,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Whole(Box<str>),
    Stem(Box<str>),
}

impl Form {
    fn is(&self, word: &str) -> bool {
        match self {
            Self::Whole(form) => **form == *word,
            Self::Stem(stem) => word.starts_with(&**stem),
        }
    }
}

/// Why a pattern cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternFault {
    /// Nothing to look for.
    Empty,
    /// It begins with any number of words.
    OpenStart,
    /// Fewer than [`STEM`] letters before an asterisk.
    ShortStem,
    /// A sign that is neither letter nor one of the language's.
    Sign(char),
}

/// A fault, and the characters before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Misread {
    pub fault: PatternFault,
    pub at: usize,
}

/// Whether a phrase is written in the language, and is not just words.
pub fn is_pattern(written: &str) -> bool {
    let gap = |part: &str| matches!(part, "~" | "..." | "_");
    written.contains(['*', '|']) || written.split_whitespace().any(gap)
}

/// Many patterns, found together. They are known by the number they were added with.
#[derive(Debug, Default)]
pub struct Patterns {
    all: Vec<Vec<Step>>,
    by_word: HashMap<Box<str>, Vec<usize>>,
    by_stem: HashMap<Box<str>, Vec<usize>>,
    /// They begin with any word, at the start of a sentence.
    free: Vec<usize>,
}

/// Where a pattern stands: words, from and to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    pub pattern: usize,
    pub words: Range<usize>,
}

impl Patterns {
    /// Adds a pattern and gives its number, or says where it cannot be read.
    pub fn add(&mut self, written: &str) -> Result<usize, Misread> {
        let steps = steps(written)?;
        self.take(steps).ok_or(Misread { fault: PatternFault::OpenStart, at: 0 })
    }

    /// Adds the words of a phrase as they stand; `None` where it has none.
    pub fn add_words(&mut self, phrase: &str) -> Option<usize> {
        let words = Words::of(phrase);
        let step = |at| Step::Word(vec![Form::Whole(words.small(at).into())]);
        self.take((0..words.len()).map(step).collect())
    }

    fn take(&mut self, steps: Vec<Step>) -> Option<usize> {
        let number = self.all.len();
        match steps.iter().find(|step| !matches!(step, Step::Gap(_)))? {
            Step::Word(forms) => {
                for form in forms {
                    let waiting = match form {
                        Form::Whole(word) => self.by_word.entry(word.clone()),
                        Form::Stem(stem) => self.by_stem.entry(stem.get(..STEM)?.into()),
                    };
                    waiting.or_default().push(number);
                }
            }
            Step::Any => self.free.push(number),
            Step::Gap(_) | Step::Skip(_) => return None,
        }
        self.all.push(steps);
        Some(number)
    }

    /// Every place where a pattern stands, by its first word.
    pub fn find(&self, words: &Words) -> Vec<Stand> {
        let mut found = Vec::new();
        for at in 0..words.len() {
            let small = words.small(at);
            let whole = self.by_word.get(small);
            let stem = small.get(..STEM).and_then(|start| self.by_stem.get(start));
            let free = words.before(at).has(Gap::ENDS).then_some(&self.free);
            for &pattern in whole.into_iter().chain(stem).chain(free).flatten() {
                if let Some(end) = ends(&self.all[pattern], words, at) {
                    found.push(Stand { pattern, words: at..end });
                }
            }
        }
        found
    }
}

/// Where the steps end that begin at the word `at`, if they are all there.
fn ends(steps: &[Step], words: &Words, at: usize) -> Option<usize> {
    walk(steps, words, at, true)
}

/// `marked`: what stands before the word at `at` is already accounted for.
fn walk(steps: &[Step], words: &Words, at: usize, marked: bool) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::Gap(mark) => words.before(at).has(*mark).then(|| walk(rest, words, at, true))?,
        _ if !marked && words.before(at).has(Gap::BREAK) && !matches!(step, Step::Skip(_)) => None,
        Step::Any => {
            words.get(at).filter(|word| word.sort != Sort::Hashtag)?;
            walk(rest, words, at + 1, false)
        }
        Step::Word(forms) => {
            let here =
                words.get(at).is_some_and(|word| matches!(word.sort, Sort::Word | Sort::Number));
            let small = words.small(at);
            (here && forms.iter().any(|form| form.is(small)))
                .then(|| walk(rest, words, at + 1, false))?
        }
        Step::Skip(most) => {
            // A long gap may hold commas; none holds the end of a sentence.
            let barrier = if *most > 3 { Gap::ENDS } else { Gap::BREAK };
            for here in at..=at + most {
                let open = (here == at && marked) || !words.before(here).has(barrier);
                if let Some(end) = walk(rest, words, here, open) {
                    return Some(end);
                }
                if !open || here >= words.len() {
                    return None;
                }
            }
            None
        }
    }
}

fn steps(written: &str) -> Result<Vec<Step>, Misread> {
    let mut steps = Vec::new();
    let begins = |part: &str| written[..part.as_ptr() as usize - written.as_ptr() as usize].chars();
    for part in written.split_whitespace() {
        let step = match part {
            "^" => Step::Gap(Gap::ENDS),
            "^^" | "$" => Step::Gap(Gap::EDGE),
            "," => Step::Gap(both(Gap::COMMA, Gap::DASH)),
            "." => Step::Gap(Gap::ENDS),
            "?" => Step::Gap(Gap::QUESTION),
            ":" => Step::Gap(Gap::COLON),
            "/" => Step::Gap(Gap::BREAK),
            "_" => Step::Any,
            "~" => Step::Skip(3),
            "..." => Step::Skip(9),
            words => {
                let at = begins(words).count();
                forms(words, &mut steps).map_err(|fault| Misread { fault, at })?;
                continue;
            }
        };
        steps.push(step);
    }
    let said = steps.iter().any(|step| !matches!(step, Step::Gap(_)));
    if said { Ok(steps) } else { Err(Misread { fault: PatternFault::Empty, at: 0 }) }
}

fn both(one: Gap, other: Gap) -> Gap {
    let mut gap = one;
    gap.add(other);
    gap
}

/// `all'avanguardia` is two words; `nell'era|epoca` is two as well, the second of two forms.
fn forms(written: &str, steps: &mut Vec<Step>) -> Result<(), PatternFault> {
    let is_joint = |c: char| matches!(c, '\'' | '’' | '-');
    let (head, last) = written
        .trim_end_matches(is_joint)
        .rsplit_once(is_joint)
        .map_or((None, written.trim_end_matches(is_joint)), |(head, last)| (Some(head), last));
    for word in head.into_iter().flat_map(|head| head.split(is_joint)) {
        steps.push(Step::Word(vec![form(word)?]));
    }
    steps.push(Step::Word(last.split('|').map(form).collect::<Result<_, _>>()?));
    Ok(())
}

fn form(word: &str) -> Result<Form, PatternFault> {
    let stem = word.strip_suffix('*');
    let letters = stem.unwrap_or(word);
    if let Some(sign) = letters.chars().find(|c| !c.is_alphanumeric() && *c != '°') {
        return Err(PatternFault::Sign(sign));
    }
    match stem {
        Some(stem) if stem.len() < STEM => Err(PatternFault::ShortStem),
        // Looked up by their first bytes, of which none may be half a letter.
        Some(stem) if !stem.is_char_boundary(STEM) => Err(PatternFault::ShortStem),
        Some(stem) => Ok(Form::Stem(stem.into())),
        None if word.is_empty() => Err(PatternFault::Empty),
        None => Ok(Form::Whole(word.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Vec<String> {
        let mut patterns = Patterns::default();
        patterns.add(pattern).expect("a pattern");
        let words = Words::of(text);
        let shown =
            |stand: Stand| (stand.words).map(|at| words.small(at)).collect::<Vec<_>>().join(" ");
        patterns.find(&words).into_iter().map(shown).collect()
    }

    #[test]
    fn patterns_stand_where_their_words_and_marks_do() {
        for (pattern, text, expected) in [
            ("all'avanguardia", "Impianti all’avanguardia", "all avanguardia"),
            ("nell'era|epoca di", "Nell’epoca di oggi", "nell epoca di"),
            ("innovativ*", "Una ricetta innovativa", "innovativa"),
            (
                "not just ... but",
                "It is not just wool, it is home, but warm",
                "not just wool it is home but",
            ),
            ("not just ... but", "It is not just wool. But warm", ""),
            ("take ~ to the", "Take your whole day to the sea", "take your whole day to the"),
            ("take ~ to the", "Take it, to the sea", ""),
            (", making it", "We knit, making it warm", "making it"),
            (", making it", "We are making it warm", ""),
            ("^ the result ?", "We knit. The result? Warm", "the result"),
            ("^ the result ?", "We saw the result? Warm", ""),
            ("^^ certo / ecco", "Certo! Ecco la bozza", "certo ecco"),
            ("ti aspetta $", "La lana ti aspetta!", "ti aspetta"),
            ("ti aspetta $", "Ti aspetta il caffè", ""),
            ("^ no _ . no ~ . just", "No fluff. No filler. Just wool.", "no fluff no filler just"),
            ("lana", "#lana @lana https://example.org/lana", ""),
        ] {
            assert_eq!(found(pattern, text).join("/"), expected, "{pattern}: {text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        use PatternFault as F;
        for (pattern, fault, at) in [
            ("", F::Empty, 0),
            ("^", F::Empty, 0),
            ("~ lana", F::OpenStart, 0),
            ("la lana: seta", F::Sign(':'), 3),
            ("più la*", F::ShortStem, 4),
            ("lana||seta", F::Empty, 0),
        ] {
            let refused = Patterns::default().add(pattern);
            assert_eq!(refused, Err(Misread { fault, at }), "{pattern}");
        }
    }
}
