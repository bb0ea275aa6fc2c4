//! Text as people write and networks count it; pure.
//!
//! Owns graphemes, cells, sentences, counting, comparing, revealing and the editing
//! buffer. It knows nothing of posts, files, clocks or screens, and imports nothing
//! of ours.

mod align;
/// The editing buffer.
pub mod buffer;
mod canonical;
mod command;
/// How long a text is, as each network counts.
pub mod count;
mod diff;
mod direction;
/// Which characters are emoji.
pub mod emoji;
/// Searching without minding accents and capitals.
pub mod fold;
mod guess;
/// Hashtags, mentions and links.
pub mod hashtag;
mod language;
mod link;
mod merge;
/// The messages of a thread.
pub mod message;
/// The numbers that messages of a thread carry.
pub mod numbering;
/// Figures in digits and in words.
pub mod numeral;
mod pair;
mod part;
/// Words, stems and gaps to look for.
pub mod pattern;
mod punycode;
/// What a person could not see, made visible.
pub mod reveal;
/// Where sentences begin and end.
pub mod sentence;
mod slug;
/// Terminal cells and grapheme boundaries.
pub mod width;
/// A text as words and what stands between them.
pub mod words;
/// Folding a text into rows.
pub mod wrap;

pub use align::{Aligned, align};
pub use buffer::Buffer;
pub use canonical::canonical;
pub use command::{Edit, Motion};
pub use diff::{Piece, diff_words, kept, similarity, word_count};
pub use direction::runs_right_to_left;
pub use fold::{find_all_folded, find_folded, fold};
pub use guess::closest;
pub use hashtag::{Entity, EntityKind, entities, hashtags, tag_line};
pub use language::TextLanguage;
pub use link::{Link, disguises, links, server};
pub use merge::{Merge, merge3};
pub use message::{
    BREAK, as_pages, at_once, from_at_once, from_pages, is_thread, lines, message_at,
    message_ranges, messages, thread,
};
pub use numbering::{Message, numbering, numbers, unnumbered, without_numbers};
pub use pair::pair;
pub use part::standing;
pub use pattern::{Misread, PatternFault};
pub use reveal::{invisibles, reveal, reveal_line, shown_width, unreveal};
pub use sentence::{clauses, sentences};
pub use slug::slug;
pub use width::{ELLIPSIS, cut, first_words, graphemes, pad, width};
pub use wrap::{MEASURE, rewrap, wrap, wrap_revealed};
