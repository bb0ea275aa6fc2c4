//! What the approve view does with sheets, keys and what happens meanwhile.
