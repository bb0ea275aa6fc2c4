//! From bytes to what they mean: posts, suggestions, notes, the brand, its voice and facts.
//! Pure: whoever opens the files hands the bytes in. A file is read by one pass of the
//! parser, and whatever is wrong with it has a line and a column.

mod facts_file;
mod finding_place;
mod freeze_file;
mod note_file;
mod post_file;
mod prompt_file;
mod suggestion_file;
mod voice_file;
mod workspace_file;

#[cfg(test)]
mod tests;

pub use facts_file::{read_facts, read_placed_facts};
pub use finding_place::{finding_place, key_place, text_place};
pub use freeze_file::read_freezes;
pub use note_file::{read_note, read_noted};
pub use post_file::read_post;
pub use prompt_file::{PROMPTS, read_prompt};
pub use suggestion_file::read_suggestion;
pub use voice_file::read_voice;
pub use workspace_file::{FORMAT, read_workspace, unknown_networks};
