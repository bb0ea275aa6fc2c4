//! Editing as text, keys, text.
