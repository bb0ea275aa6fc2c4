//! How things look: themes, layout, and widgets that draw view-models.
//!
//! A room's view builds plain data, already worded; a widget here draws it into a
//! buffer, `plain` says the same as lines. Nothing here keeps state, reads a file or
//! decides anything.

mod approve;
mod blocks;
mod calendar;
mod chips;
mod cursor;
mod drafts;
mod editor;
mod form;
mod hint;
mod input;
mod inspector;
pub mod layout;
mod list;
mod origin;
mod overlay;
mod paint;
mod palimpsest;
mod picker;
pub mod plain;
mod popup;
mod post_card;
mod prose;
pub mod render;
mod rescue;
mod status_bar;
mod text_box;
mod theme;
mod typed;
mod week_grid;

pub use approve::{ApproveView, Confirm};
pub use blocks::{BlocksView, ListBlock};
pub use calendar::{CalendarView, Main, Pane, line_beside};
pub use chips::{Chip, chip_at, chip_rows, draw_chips};
pub use cursor::take_cursor;
pub use drafts::{AskView, Block, BriefRow, BriefView, DraftsView, Mark, PaneView, PromptView};
pub use editor::{
    ClashView, EditorRow, EditorSize, EditorSpot, EditorView, Popup, PopupRow, SearchView,
};
pub use form::{Control, FormRow, FormSpot, FormView, draw_form, form_at, form_rows};
pub use hint::Hint;
pub use input::{InputView, draw_input, input_at};
pub use inspector::{InspectorView, Para, Said};
pub use layout::{Body, Drawer, Frame, Ladder};
pub use list::{ListRow, ListView, draw_list, row_at};
pub use origin::{OriginRow, OriginView};
pub use overlay::{
    FOOT_GAP, OverlayView, Place, draw_overlay, foot_shown, overlay_area, overlay_inside,
};
pub use paint::{fill, pane_head, put, put_line, put_right, set_style};
pub use palimpsest::{difference, palimpsest};
pub use picker::{PickerSpot, PickerView, draw_picker, picker_at};
pub use popup::{PopupView, draw_popup};
pub use post_card::{Badge, CardKind, CardView, Selected, title_lines};
pub use prose::{prose, prose_marked};
pub use render::{render_to_string, settle_wide, to_ascii};
pub use rescue::RescueView;
pub use status_bar::{FooterView, HeaderView, Need, Toast};
pub use text_box::{Line, Span, TextBox, draw_text, wrap};
pub use theme::{Colors, Role, Theme};
pub use typed::{Typed, typed};
pub use week_grid::{CellView, DayHead, GridRow, ProblemRow, WeekGridView};
