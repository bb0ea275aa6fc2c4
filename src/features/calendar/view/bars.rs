//! The header's and the footer's words: where and when we are, what needs a person.

use super::words::{key_of, slot_name};
use crate::domain::{Filter, Flag, Id, PlanNotice, Stage};
use crate::features::ViewCtx;
use crate::features::calendar::grid::Grid;
use crate::features::calendar::needs as needed;
use crate::features::calendar::operate;
use crate::features::calendar::range;
use crate::features::calendar::state::{Cursor, Focus, Mode, State};
use crate::features::calendar::update;
use crate::text::{cut, reveal_line};
use crate::ui::{HeaderView, Ladder, Need, Role};
use crate::vocab::{self, Action, Scope, Slot, Target};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

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
    let range = if days[0].month() == days[6].month() {
        format!("{}–{end}", days[0].day())
    } else {
        format!("{} {} – {end}", days[0].day(), words.month_short(days[0].month()))
    };
    HeaderView {
        brand: reveal_line(&cx.ctx.workspace.brand).into_owned(),
        week: words.calendar_week(number, words.range(days[0], days[6])),
        week_short: words.calendar_week_short(number, cursor_place(state, cx).unwrap_or(range)),
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

/// Day and hour of the cursor, or of what is being carried. On a narrow screen nothing else
/// says them, and the days stand over the columns.
fn cursor_place(state: &State, cx: &ViewCtx) -> Option<String> {
    let time = match (state.moving(), &state.cursor) {
        (Some(moving), _) => moving.timed.then(|| moving.to.time()),
        (None, Cursor::Problem { .. }) => return None,
        (None, _) if state.focus == Focus::Backlog => return None,
        (None, cursor) => cursor.time(),
    };
    Some(slot_name(Slot { date: state.date(), time }, cx))
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
    // A post that goes out at two times has two cards.
    let posts: BTreeSet<&Id> = cards.iter().map(|card| &card.entry.post.id).collect();
    let stay = cards.iter().filter(|card| card.stage == Stage::Published);
    let stay = stay.map(|card| &card.entry.post.id).collect::<BTreeSet<&Id>>().len();
    let mut needs = vec![cx.words.calendar_selected(posts.len() as i64)];
    if stay > 0 {
        needs.push(cx.words.calendar_stay(stay as i64));
    }
    needs.into_iter().map(|text| Need::new(text, false, None)).collect()
}

/// Cells in which a filter is named.
const FILTER: usize = 24;

/// What the filter lets through, as far as there is room to say it.
fn filtered(filter: &Filter, cx: &ViewCtx) -> String {
    let mut parts: Vec<String> = Vec::new();
    if filter.needs_person {
        parts.push(cx.words.flag(Flag::NeedsPerson));
    }
    let text = filter.text.trim();
    if !text.is_empty() {
        parts.push(cx.words.drafts_quote(text));
    }
    parts.extend(filter.channels.iter().map(|key| cx.channel_short(key)));
    parts.extend(filter.pillars.iter().map(|key| cx.ctx.workspace.pillar_name(key).to_owned()));
    parts.extend(filter.campaign.clone());
    parts.extend(filter.stages.iter().map(|stage| cx.words.stage(*stage)));
    cut(&reveal_line(&parts.join(", ")), FILTER)
}

/// What the week lacks of what the brand wants: the first channel that has fallen silent, the
/// slots to fill, the rarest pillar. `check` says all of it.
fn lacking(state: &State, cx: &ViewCtx) -> Vec<Need> {
    let notices = needed::notices(state, &cx.ctx);
    let short = |key: &str| cx.channel_short(key);
    let goes = |notice: &PlanNotice| {
        let at = notice.at()?;
        Some(Action::Point(Target::Slot { date: at.date(), time: Some(at.time()) }))
    };
    let one = |notice: &PlanNotice| {
        let text = reveal_line(&cx.words.plan_notice(notice, short).sentence).into_owned();
        Need::new(text, false, goes(notice))
    };
    let first = |wanted: fn(&PlanNotice) -> bool| notices.iter().find(|notice| wanted(notice));
    let silence = first(|notice| matches!(notice, PlanNotice::Silence { .. }));
    let share = first(|notice| matches!(notice, PlanNotice::Share { .. }));
    silence.map(one).into_iter().chain(to_fill(&notices, cx)).chain(share.map(one)).collect()
}

/// Days that are named.
const DAYS: usize = 3;

/// `da riempire: lun 7 MA, gio 10 LI IG`: the usual slots without a post, by day.
fn to_fill(notices: &[PlanNotice], cx: &ViewCtx) -> Option<Need> {
    let mut days: BTreeMap<NaiveDate, (NaiveDateTime, Vec<String>)> = BTreeMap::new();
    for notice in notices {
        let PlanNotice::Unfilled { channel, slots } = notice else { continue };
        for at in slots {
            let day = days.entry(at.date()).or_insert((*at, Vec::new()));
            day.0 = day.0.min(*at);
            day.1.push(cx.channel_short(channel));
        }
    }
    let (date, (first, _)) = days.first_key_value()?;
    let action = Action::Point(Target::Slot { date: *date, time: Some(first.time()) });
    let day = |(date, (_, shorts)): (&NaiveDate, &(_, Vec<String>))| {
        format!("{} {}", cx.words.day_short(*date), shorts.join(" "))
    };
    let mut named: Vec<String> = days.iter().take(DAYS).map(day).collect();
    named.extend((days.len() > DAYS).then(|| "…".to_owned()));
    let text = cx.words.plan_to_fill(named.join(", "));
    Some(Need::new(text, false, Some(action)))
}

/// What needs a person this week, most urgent first; where nothing does, it says so.
/// While something is carried: from where, to where, and what that costs.
pub fn needs(state: &State, grid: &Grid, cx: &ViewCtx) -> Vec<Need> {
    if let Some(moving) = state.moving() {
        let lines = super::inspector::move_lines(moving, cx).into_iter();
        return lines.map(|(text, role)| Need::new(text, role == Role::Warm, None)).collect();
    }
    let words = cx.words;
    if matches!(state.mode, Mode::Range(_)) {
        return selected(state, cx);
    }
    let there = needed::counts(state, grid, &cx.ctx);
    let goes = |need: vocab::Need| Some(Action::Point(Target::Need(need)));
    let warm = |text: String, need| Need::new(text, true, goes(need));
    let calm = |text: String, action| Need::new(text, false, action);
    let warm_to = |text, action| Need::new(text, true, Some(action));
    let mut needs = Vec::new();
    if !state.filter.is_empty() {
        let key = words.key(Scope::Week, &Action::ClearFilter);
        let said = words.calendar_filtered(filtered(&state.filter, cx), key);
        needs.push(calm(said, Some(Action::Filter)));
    }
    let freezes = &cx.ctx.workspace.freezes;
    if freezes.unread() {
        needs.push(warm_to(words.freeze_unread(), Action::Freeze).standing());
    }
    if !freezes.all.is_empty() {
        let named = |what| cx.ctx.networks.named(cx.ctx.workspace, what);
        let said = words.frozen_stands(freezes.all.iter().map(|freeze| named(&freeze.what)));
        let mark = Flag::Frozen.glyph(cx.theme.ascii);
        needs.push(warm_to(format!("{mark} {said}"), Action::Freeze).standing());
    }
    let narrow = Ladder::of(cx.ctx.pane.width, u16::MAX) < Ladder::Wide;
    if cx.ctx.shelf.ledger_fault().is_some() {
        let said = if narrow { words.need_ledger_short() } else { words.need_ledger() };
        needs.push(Need::new(said, true, None).standing());
    }
    if there.broken > 0 {
        let said = words.calendar_need_broken(there.broken as i64);
        needs.push(warm(said, vocab::Need::Broken));
    }
    if there.blocked > 0 {
        let said = words.calendar_need_blocked(there.blocked as i64);
        needs.push(warm(said, vocab::Need::Blocked));
    }
    if there.overdue > 0 {
        // Where there is little room the count itself comes first. The key works on the post
        // under the cursor, and is named where there is such a post.
        let offered = operate::offers(state, &Action::MarkPublished, &cx.ctx);
        let key = key_of(&Action::MarkPublished, cx).filter(|_| !narrow && offered);
        let key = key.map(|key| format!(": {key}"));
        let said = words.calendar_need_overdue(there.overdue as i64) + &key.unwrap_or_default();
        needs.push(warm(said, vocab::Need::Overdue));
    }
    let asked = asked_of_me(cx);
    if asked > 0 {
        needs.push(warm_to(words.review_waiting(asked as u64), Action::GoNeeds));
    }
    let mut lacks = lacking(state, cx);
    let plan = lacks.len() + there.warned;
    if narrow && plan > 1 {
        // The sentences have no room here, and would not be seen at all.
        let first = lacks.drain(..).find_map(|need| need.action);
        let first = if there.warned > 0 { goes(vocab::Need::Warned) } else { first };
        needs.push(calm(words.plan_count(plan as u64), first));
    }
    if there.elsewhere > 0 {
        let key = words.key(Scope::Week, &Action::NextNeed);
        let said = words.calendar_need_elsewhere(there.elsewhere as i64, key);
        needs.push(warm(said, vocab::Need::Elsewhere));
    }
    if there.waiting > 0 {
        let said = words.calendar_waiting(there.waiting as i64);
        needs.push(calm(said, goes(vocab::Need::Waiting)));
    }
    if there.untimed > 0 {
        let said = words.calendar_need_time(there.untimed as i64);
        needs.push(calm(said, goes(vocab::Need::Untimed)));
    }
    if there.warned > 0 && !(narrow && plan > 1) {
        let said = words.plan_warned(there.warned as i64);
        needs.push(calm(said, goes(vocab::Need::Warned)));
    }
    needs.extend(lacks);
    if needs.is_empty() && !grid.loading && !grid.is_empty() {
        needs.push(calm(words.calendar_all_well(), None));
    }
    if state.proposed > 0 {
        let said = words.learned_waiting(state.proposed as u64);
        needs.push(calm(said, Some(Action::GoVoice)));
    }
    let ideas = update::ideas(state, &cx.ctx).len();
    if ideas > 0 {
        needs.push(calm(words.calendar_ideas(ideas as i64), Some(Action::GoIdeas)));
    }
    needs
}

/// How many changes and reviews wait for whoever sits here, in whatever week.
fn asked_of_me(cx: &ViewCtx) -> usize {
    let shelf = cx.ctx.shelf;
    let posts = shelf.reviews().filter_map(|(post, _)| shelf.get(post));
    posts.map(|entry| needed::asked_of_me(&entry.post, &cx.ctx)).sum()
}
