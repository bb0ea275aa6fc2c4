//! The whole program as one state: the world, the calendar, what lies on top of it,
//! undo and the line at the bottom. Carries words between rooms; does nothing itself.

#[expect(clippy::module_inception, reason = "the app is the app")]
mod app;
mod kept;
mod layer;
mod look;
mod paint;
mod passing;
mod show;
mod undo;
mod whereabouts;
mod world;

pub use app::App;
pub use layer::Layer;
pub use look::Look;
pub use paint::Spoken;
pub use world::World;

#[cfg(test)]
mod tests;
