//! A phrase in numbers, words and signs, each with its place. Case and accents are gone,
//! and so are full stops after words ("gio.", "p.m."), commas and apostrophes.

/// One piece of a phrase and the byte where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub at: usize,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Number(u32),
    Word(String),
    Sign(char),
}

pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    // A piece goes on only while its characters touch.
    let mut end = usize::MAX;
    for (at, c) in text.char_indices() {
        let touches = end == at;
        let after = at + c.len_utf8();
        match (c, found.last_mut().map(|token| &mut token.what)) {
            ('0'..='9', Some(What::Number(n))) if touches => {
                // More digits than any year or hour has stay too large to be either.
                *n = n.saturating_mul(10).saturating_add(c as u32 - '0' as u32);
            }
            ('0'..='9', _) => {
                found.push(Token { at, what: What::Number(c as u32 - '0' as u32) });
            }
            ('.', Some(What::Word(_))) if touches => {}
            (c, Some(What::Word(word))) if touches && c.is_alphabetic() => plain(c, word),
            (c, _) if c.is_alphabetic() => {
                let mut word = String::new();
                plain(c, &mut word);
                found.push(Token { at, what: What::Word(word) });
            }
            (c, _) if c.is_whitespace() || ",;'’()°º".contains(c) => continue,
            (c, _) => found.push(Token { at, what: What::Sign(c) }),
        }
        end = after;
    }
    found
}

fn plain(c: char, out: &mut String) {
    match c {
        'à' | 'À' | 'á' => out.push('a'),
        'è' | 'È' | 'é' | 'É' => out.push('e'),
        'ì' | 'Ì' | 'í' => out.push('i'),
        'ò' | 'Ò' | 'ó' => out.push('o'),
        'ù' | 'Ù' | 'ú' => out.push('u'),
        c => out.extend(c.to_lowercase()),
    }
}
