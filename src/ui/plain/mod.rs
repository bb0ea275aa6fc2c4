//! The same views as lines, for a screen reader and for a pipe: no boxes, no columns,
//! nothing said by place or colour alone. One function for each view.

mod overlays;

pub use overlays::{form, picker};
