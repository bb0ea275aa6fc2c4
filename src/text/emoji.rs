//! Which characters and graphemes are emoji.
//!
//! Owns the one table of pictographs; counting and revealing ask here.
//! Source: Unicode 16 `emoji-data.txt`, property Emoji; the blocks from U+1F300 up are
//! taken whole.

use unicode_width::UnicodeWidthStr;

/// Joins emoji into one.
pub const ZERO_WIDTH_JOINER: char = '\u{200d}';
const KEYCAP: char = '\u{20e3}';

/// Whether a grapheme is drawn as an emoji: two cells wide over a pictograph, a flag, or
/// a keycap. A pictograph that is text by default (`❤`) is one only with its selector.
pub fn is_emoji(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(|first| {
        (is_pictograph(first) && grapheme.width() >= 2)
            || (is_keycap_base(first) && grapheme.contains(KEYCAP))
    })
}

/// What may stand before U+20E3.
pub fn is_keycap_base(c: char) -> bool {
    matches!(c, '0'..='9' | '#' | '*')
}

/// Skin tones.
pub fn is_modifier(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Characters that are emoji by themselves or with U+FE0F. Digits are not among them.
pub fn is_pictograph(c: char) -> bool {
    matches!(c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2194}'..='\u{2199}' | '\u{21a9}'..='\u{21aa}' | '\u{231a}'..='\u{231b}'
        | '\u{2328}' | '\u{23cf}' | '\u{23e9}'..='\u{23f3}' | '\u{23f8}'..='\u{23fa}'
        | '\u{24c2}' | '\u{25aa}'..='\u{25ab}' | '\u{25b6}' | '\u{25c0}'
        | '\u{25fb}'..='\u{25fe}' | '\u{2600}'..='\u{2604}' | '\u{260e}' | '\u{2611}'
        | '\u{2614}'..='\u{2615}' | '\u{2618}' | '\u{261d}' | '\u{2620}'
        | '\u{2622}'..='\u{2623}' | '\u{2626}' | '\u{262a}' | '\u{262e}'..='\u{262f}'
        | '\u{2638}'..='\u{263a}' | '\u{2640}' | '\u{2642}' | '\u{2648}'..='\u{2653}'
        | '\u{265f}'..='\u{2660}' | '\u{2663}' | '\u{2665}'..='\u{2666}' | '\u{2668}'
        | '\u{267b}' | '\u{267e}'..='\u{267f}' | '\u{2692}'..='\u{2697}' | '\u{2699}'
        | '\u{269b}'..='\u{269c}' | '\u{26a0}'..='\u{26a1}' | '\u{26a7}'
        | '\u{26aa}'..='\u{26ab}' | '\u{26b0}'..='\u{26b1}' | '\u{26bd}'..='\u{26be}'
        | '\u{26c4}'..='\u{26c5}' | '\u{26c8}' | '\u{26ce}'..='\u{26cf}' | '\u{26d1}'
        | '\u{26d3}'..='\u{26d4}' | '\u{26e9}'..='\u{26ea}' | '\u{26f0}'..='\u{26f5}'
        | '\u{26f7}'..='\u{26fa}' | '\u{26fd}' | '\u{2702}' | '\u{2705}'
        | '\u{2708}'..='\u{270d}' | '\u{270f}' | '\u{2712}' | '\u{2714}' | '\u{2716}'
        | '\u{271d}' | '\u{2721}' | '\u{2728}' | '\u{2733}'..='\u{2734}' | '\u{2744}'
        | '\u{2747}' | '\u{274c}' | '\u{274e}' | '\u{2753}'..='\u{2755}' | '\u{2757}'
        | '\u{2763}'..='\u{2764}' | '\u{2795}'..='\u{2797}' | '\u{27a1}' | '\u{27b0}'
        | '\u{27bf}' | '\u{2934}'..='\u{2935}' | '\u{2b05}'..='\u{2b07}'
        | '\u{2b1b}'..='\u{2b1c}' | '\u{2b50}' | '\u{2b55}' | '\u{3030}' | '\u{303d}'
        | '\u{3297}' | '\u{3299}' | '\u{1f004}' | '\u{1f0cf}' | '\u{1f170}'..='\u{1f171}'
        | '\u{1f17e}'..='\u{1f17f}' | '\u{1f18e}' | '\u{1f191}'..='\u{1f19a}'
        | '\u{1f1e6}'..='\u{1f1ff}' | '\u{1f201}'..='\u{1f202}' | '\u{1f21a}' | '\u{1f22f}'
        | '\u{1f232}'..='\u{1f23a}' | '\u{1f250}'..='\u{1f251}' | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f680}'..='\u{1f6ff}' | '\u{1f7e0}'..='\u{1f7eb}' | '\u{1f7f0}'
        | '\u{1f90c}'..='\u{1f9ff}' | '\u{1fa70}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_told_from_letters_digits_and_signs() {
        for emoji in ["😀", "👨‍👩‍👧‍👦", "🇮🇹", "❤️", "👍🏽", "1️⃣", "⌚", "©️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"]
        {
            assert!(is_emoji(emoji), "{emoji:?}");
        }
        for other in ["a", "é", "1", "#", "€", "…", "©", "❤", "日", "", "1\u{fe0f}"] {
            assert!(!is_emoji(other), "{other:?}");
        }
    }
}
