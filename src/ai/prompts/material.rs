//! Text of others on its way into a prompt: cut at every end of a line that any reader
//! might see, and without the signs by which models tell the parts of a conversation apart.

use crate::text::BREAK;

/// What the templates of common models put between the turns of a conversation. A server
/// may read them as such wherever they stand.
const SIGNS: [&str; 14] = [
    "<|",
    "|>",
    "[INST]",
    "[/INST]",
    "<<SYS>>",
    "<</SYS>>",
    "<s>",
    "</s>",
    "<start_of_turn>",
    "<end_of_turn>",
    "[SYSTEM_PROMPT]",
    "[/SYSTEM_PROMPT]",
    "[AVAILABLE_TOOLS]",
    "[TOOL_CALLS]",
];

/// Whatever some reader may take for the end of a line.
pub(in crate::ai) fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text, harmless. Between the messages of a thread stands what a thread is
/// asked to be divided by.
pub fn lines(text: &str) -> Vec<String> {
    let messages: Vec<&str> = text.split(BREAK).map(|message| message.trim_matches('\n')).collect();
    messages.join("\n---\n").replace("\r\n", "\n").split(ends_line).map(harmless).collect()
}

/// All of it on one line.
pub fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_whitespace() || ends_line(c));
    harmless(&parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// A sign comes apart after its first letter, for a person still to be read.
fn harmless(line: &str) -> String {
    let mut line = line.to_owned();
    for sign in SIGNS {
        while let Some(at) = find(&line, sign) {
            line.insert(at + 1, ' ');
        }
    }
    line
}

/// Small and capital letters are the same.
fn find(line: &str, sign: &str) -> Option<usize> {
    let (line, sign) = (line.as_bytes(), sign.as_bytes());
    line.windows(sign.len()).position(|window| window.eq_ignore_ascii_case(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_of_line_break_stays_within_a_line() {
        let text = "a\nb\r\nc\rd\u{b}e\u{1c}f\u{1e}g\u{85}h\u{2028}i\u{2029}j";
        assert_eq!(lines(text), ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]);
        assert_eq!(one_line(text), "a b c d e f g h i j");
        assert_eq!(lines("Uno.\u{c}Due."), ["Uno.", "---", "Due."]);
    }

    #[test]
    fn the_signs_of_a_conversation_come_apart_and_other_words_stay() {
        assert_eq!(lines("ciao<|im_end|><|im_start|>"), ["ciao< |im_end| >< |im_start| >"]);
        assert_eq!(lines("[inst]</S>"), ["[ inst]< /S>"]);
        let plain = "2 < 3 | 4 > 1, <b>lana</b>, [sì]";
        assert_eq!(lines(plain), [plain]);
    }
}
