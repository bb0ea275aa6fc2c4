//! What the parser expected and what it found, in words: its tokens are English or bare
//! signs, and neither belongs in the middle of a sentence.

use super::Words;
use crate::domain::ValueType;

impl Words {
    /// `a new line or “#”`: what could have stood there.
    pub(super) fn tokens(&self, expected: &[String]) -> String {
        let mut words: Vec<String> = expected.iter().map(|token| self.token(token)).collect();
        words.dedup();
        match words.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                self.token_or(first.join(", "), last.as_str())
            }
            _ => words.concat(),
        }
    }

    /// What stands there instead; nothing at all is the end of the file.
    pub(super) fn found(&self, found: &str) -> String {
        match found {
            "" => self.token_end(),
            "\n" | "\r" => self.token_line_end(),
            found => self.token_quoted(found),
        }
    }

    /// A kind of value as a key wants it; a date with the way it is written.
    pub(super) fn wanted_type(&self, wanted: ValueType) -> String {
        match wanted {
            ValueType::String => self.type_string(),
            ValueType::List => self.type_list(),
            ValueType::DateTime => self.type_date_written(),
            ValueType::Date => self.type_day_written(),
            ValueType::Number => self.type_number(),
            ValueType::Boolean => self.type_boolean(),
            ValueType::Table => self.type_table(),
        }
    }

    /// A kind of value as the parser names it, or the value as it is written.
    pub(super) fn found_type(&self, found: &str) -> String {
        match found {
            "string" => self.type_string(),
            "integer" => self.type_integer(),
            "float" => self.type_number(),
            "boolean" => self.type_boolean(),
            "datetime" => self.type_date(),
            "array" => self.type_list(),
            "table" => self.type_table(),
            written => self.token_quoted(written),
        }
    }

    fn token(&self, token: &str) -> String {
        match token {
            "newline" | "\n" => self.token_newline(),
            "key" => self.token_key(),
            "value" => self.token_value(),
            "basic string"
            | "literal string"
            | "multi-line basic string"
            | "multi-line literal string" => self.token_string(),
            "unquoted string" => self.token_value(),
            "digits" | "numbers" => self.token_digits(),
            "letters" => self.token_letters(),
            "printable characters" | "characters" => self.token_characters(),
            "non-double-quote visible characters"
            | "non-single-quote visible characters"
            | "non-single-quote characters" => self.token_characters(),
            "unicode hexadecimal value" => self.token_hexadecimal(),
            sign => self.token_quoted(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn signs_are_quoted_and_descriptions_are_words() {
        let expected = ["newline".to_owned(), "#".to_owned()];
        let (it, en) = (Words::new(Language::Italian), Words::new(Language::English));
        assert_eq!(it.tokens(&expected), "un a capo oppure «#»");
        assert_eq!(en.tokens(&expected), "a new line or “#”");
        assert_eq!(it.tokens(&["value".to_owned()]), "un valore");
        assert_eq!(it.found("niente"), "«niente»");
        assert_eq!(it.found(""), "la fine del file");
        assert_eq!(it.found_type("integer"), "un numero intero");
        assert_eq!(en.found_type("12 lane"), "“12 lane”");
    }
}
