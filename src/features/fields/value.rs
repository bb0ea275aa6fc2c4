//! What a field holds: a line, a time, a choice, or nothing but a key to press.

use crate::features::choice::Choice;
use crate::features::when::WhenInput;
use crate::text::Buffer;

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Line(Buffer),
    When(WhenInput),
    Choice(Choice),
    Button,
}
