//! The whole program as one state: the world, the calendar, what lies on top of it,
//! undo and the line at the bottom. Carries words between rooms; does nothing itself.

mod undo;
mod world;

pub use world::World;
