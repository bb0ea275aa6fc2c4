//! The header's and the footer's words: where and when we are, what needs a person.

use super::words::key_of;
use crate::domain::{Entry, Placement, Stage};
use crate::features::ViewCtx;
use crate::features::calendar::grid::Grid;
use crate::features::calendar::range;
use crate::features::calendar::state::{Mode, State};
use crate::features::calendar::update;
use crate::text::reveal_line;
use crate::ui::{HeaderView, Need, Role};
use crate::vocab::Action;
use chrono::{DateTime, Datelike, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

/// What the header says besides the week.
#[derive(Debug, Clone, Default)]
pub struct Around<'a> {
    pub branch: Option<&'a str>,
    pub changed: usize,
    pub ahead: usize,
    pub behind: usize,
    /// Name of the source of suggestions and whether it answers.
    pub source: Option<(&'a str, bool)>,
    /// The viewer's own zone.
    pub viewer: Option<Tz>,
}

pub fn header(state: &State, around: &Around, cx: &ViewCtx) -> HeaderView {
    let (words, week) = (cx.words, state.week());
    let days = week.days();
    let zone = cx.ctx.workspace.zone;
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let at = |date: chrono::NaiveDate| {
        zone.from_local_datetime(&date.and_time(noon)).earliest().map(|at| at.to_utc())
    };
    let (first, last) = (at(days[0]), at(days[6]));
    let offset = match (first, last) {
        (Some(a), Some(b)) if offset(zone, a) != offset(zone, b) => {
            format!("{} → {}", offset(zone, a), offset(zone, b))
        }
        (Some(a), _) => offset(zone, a),
        _ => String::new(),
    };
    let viewer = around.viewer.zip(first).filter(|(own, at)| {
        own.offset_from_utc_datetime(&at.naive_utc()).fix()
            != zone.offset_from_utc_datetime(&at.naive_utc()).fix()
    });
    let viewer =
        viewer.map(|(own, at)| words.calendar_viewer(format!("{own} {}", self::offset(own, at))));
    let number = i64::from(week.number);
    let end = format!("{} {}", days[6].day(), words.month_short(days[6].month()));
    let short = if days[0].month() == days[6].month() {
        format!("{}–{end}", days[0].day())
    } else {
        format!("{} {} – {end}", days[0].day(), words.month_short(days[0].month()))
    };
    HeaderView {
        brand: reveal_line(&cx.ctx.workspace.brand).into_owned(),
        week: words.calendar_week(number, words.range(days[0], days[6])),
        week_short: words.calendar_week_short(number, short),
        zone: format!("{zone} {offset}"),
        zone_short: offset,
        viewer: viewer.unwrap_or_default(),
        branch: branch(around, cx.theme.ascii),
        source: around.source.map_or_else(String::new, |(name, _)| {
            if name.is_empty() {
                return cx.words.drafts_note_composer();
            }
            let mark = if cx.theme.ascii { "*" } else { "✦" };
            format!("{mark} {}", reveal_line(name))
        }),
        source_ok: around.source.is_some_and(|(_, ok)| ok),
    }
}

/// `+01`, `+05:30`.
fn offset(zone: Tz, at: DateTime<Utc>) -> String {
    let text = at.with_timezone(&zone).format("%:z").to_string();
    text.strip_suffix(":00").map(str::to_owned).unwrap_or(text)
}

fn branch(around: &Around, ascii: bool) -> String {
    let Some(name) = around.branch else { return String::new() };
    let [mark, changed, ahead, behind] =
        if ascii { ["git:", "~", "^", "v"] } else { ["⎇ ", "✎", "↑", "↓"] };
    let mut text = format!("{mark}{}", reveal_line(name));
    for (mark, count) in [(changed, around.changed), (ahead, around.ahead), (behind, around.behind)]
    {
        if count > 0 {
            text = format!("{text} {mark}{count}");
        }
    }
    text
}

/// How much a range holds, and what of it stays where it is.
fn selected(state: &State, cx: &ViewCtx) -> Vec<Need> {
    let cards = range::cards(state, &cx.ctx);
    let out = |p: &Placement, e: &Entry| Stage::of_placement(&e.post, p) == Stage::Published;
    let stay = cards.iter().filter(|(p, e)| out(p, e)).count();
    let mut needs = vec![cx.words.calendar_selected(cards.len() as i64)];
    if stay > 0 {
        needs.push(cx.words.calendar_stay(stay as i64));
    }
    needs.into_iter().map(|text| Need { text, warm: false }).collect()
}

/// What needs a person this week, most urgent first; where nothing does, it says so.
/// While something is carried: from where, to where, and what that costs.
pub fn needs(state: &State, cx: &ViewCtx) -> Vec<Need> {
    if let Some(moving) = state.moving() {
        let lines = super::inspector::move_lines(moving, cx).into_iter();
        return lines.map(|(text, role)| Need { text, warm: role == Role::Warm }).collect();
    }
    let (words, shelf) = (cx.words, cx.ctx.shelf);
    if matches!(state.mode, Mode::Range(_)) {
        return selected(state, cx);
    }
    let grid = Grid::of(state, &cx.ctx);
    let now = cx.ctx.now.utc;
    let (mut blocked, mut overdue, mut unset) = (0_i64, 0_i64, 0_i64);
    let mut posts: Vec<_> = Vec::new();
    for card in grid.cards() {
        let stage = Stage::of_placement(&card.entry.post, &card.placement);
        overdue += i64::from(Stage::is_overdue(&card.entry.post, &card.placement, now));
        if shelf.flag(card.entry, stage) == Some(crate::domain::Flag::NeedsPerson) {
            blocked += 1;
        }
        unset += i64::from(!card.placement.when.has_time());
        posts.push(&card.entry.post.id);
    }
    let ideas = update::ideas(state, &cx.ctx);
    posts.extend(ideas.iter().map(|entry| &entry.post.id));
    posts.sort_unstable();
    posts.dedup();
    let waiting: usize = posts
        .iter()
        .map(|id| shelf.suggestions(id).iter().filter(|s| s.is_waiting()).count())
        .sum();
    let warm = |text: String| Need { text, warm: true };
    let calm = |text: String| Need { text, warm: false };
    let mut needs = Vec::new();
    if !state.filter.is_empty() {
        needs.push(calm(words.calendar_filtered()));
    }
    if !grid.problems.is_empty() {
        needs.push(warm(words.calendar_need_broken(grid.problems.len() as i64)));
    }
    if blocked > 0 {
        needs.push(warm(words.calendar_need_blocked(blocked)));
    }
    if overdue > 0 {
        let key = key_of(&Action::MarkPublished, cx).map(|key| format!(": {key}"));
        needs.push(warm(words.calendar_need_overdue(overdue) + &key.unwrap_or_default()));
    }
    if waiting > 0 {
        needs.push(calm(words.calendar_waiting(waiting as i64)));
    }
    if unset > 0 {
        needs.push(calm(words.calendar_need_time(unset)));
    }
    if needs.is_empty() && !grid.loading && !grid.is_empty() {
        needs.push(calm(words.calendar_all_well()));
    }
    if !ideas.is_empty() {
        needs.push(calm(words.calendar_ideas(ideas.len() as i64)));
    }
    needs
}
