//! `palinsesto.toml`: the brand, its zone, channels, pillars and usual slots.
//! Unknown keys are let be, those that look like another are told; a value that cannot be
//! meant is a problem with its place.

use crate::document::{Context, Fields, Source, parse};
use crate::domain::{
    Channel, Freezes, Networks, Pillar, Problem, ProblemKind, PromptSheets, RelPath, Slot, Voice,
    Workspace,
};
use crate::text::closest;
use chrono::{NaiveTime, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};

/// The format of folders this version reads and writes.
pub const FORMAT: i64 = 1;

/// Reads the brand, and tells the keys that are misspelt. Voice and facts come from files of
/// their own and are empty here.
pub fn read_workspace(path: &RelPath, bytes: &[u8]) -> Result<(Workspace, Vec<Problem>), Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let mut fields = Fields::root(Context { source: &source, zone: Tz::UTC }, &tree);
    let format = fields.number("format")?.map_or(FORMAT, |format| format as i64);
    if format != FORMAT {
        return Err(fields.bad("format", ProblemKind::UnknownFormat { found: format }));
    }
    let id = fields.id("id")?;
    let id = fields.required("id", id)?;
    let brand = fields.table("brand")?;
    let mut brand = fields.required("brand", brand)?;
    let (name, zone) = (brand.string("name")?, brand.string("timezone")?);
    let zone = brand.required("timezone", zone)?;
    let zone = zone.parse().map_err(|_| {
        let meant = closest(&zone, TZ_VARIANTS.iter().map(|zone| zone.name())).map(str::to_owned);
        brand.bad("timezone", ProblemKind::UnknownZone { found: zone.clone(), meant })
    })?;
    let mut ai = fields.table("ai")?;
    let mut misspelt = Vec::new();
    let workspace = Workspace {
        id,
        brand: brand.required("name", name)?,
        zone,
        languages: brand.strings("languages")?,
        country: brand.string("country")?,
        channels: channels(&mut fields, &mut misspelt)?,
        pillars: pillars(&mut fields, &mut misspelt)?,
        ai_profile: ai.as_mut().map(|ai| ai.string("profile")).transpose()?.flatten(),
        voice: Voice::default(),
        freezes: Freezes::default(),
        facts: Vec::new(),
        fact_places: Vec::new(),
        former: Vec::new(),
        facts_unread: false,
        prompts: PromptSheets::new(),
    };
    misspelt.extend([&fields, &brand].into_iter().chain(&ai).flat_map(Fields::misspelt));
    Ok((workspace, misspelt))
}

/// The channels on a network that nobody here knows, each at its place. Such a brand is
/// used all the same: its posts are shown, and their lengths are not counted.
pub fn unknown_networks(path: &RelPath, bytes: &[u8], known: &Networks) -> Vec<Problem> {
    let read = || -> Result<Vec<Problem>, Problem> {
        let source = Source::new(path, bytes)?;
        let tree = parse(&source)?;
        let mut fields = Fields::root(Context { source: &source, zone: Tz::UTC }, &tree);
        let allowed: Vec<&str> = known.all.iter().map(|network| network.key.as_str()).collect();
        let mut found = Vec::new();
        for (_, mut channel) in fields.named("channels")? {
            let network = channel.string("network")?;
            if let Some(network) = network.filter(|key| known.get(key).is_none()) {
                found.push(channel.bad_value("network", network, &allowed));
            }
        }
        Ok(found)
    };
    // A file that cannot be read says so where the brand itself is read.
    read().unwrap_or_default()
}

fn channels(fields: &mut Fields, misspelt: &mut Vec<Problem>) -> Result<Vec<Channel>, Problem> {
    let mut channels = Vec::new();
    for (key, mut fields) in fields.named("channels")? {
        let network = fields.string("network")?;
        let limit = fields.number("limit")?;
        channels.push(Channel {
            key: key.to_owned(),
            network: fields.required("network", network)?,
            account: fields.string("account")?,
            short: fields.string("short")?,
            limit: limit.filter(|limit| *limit >= 1.0).map(|limit| limit as usize),
            slots: slots(&mut fields)?,
        });
        misspelt.extend(fields.misspelt());
    }
    Ok(channels)
}

fn pillars(fields: &mut Fields, misspelt: &mut Vec<Problem>) -> Result<Vec<Pillar>, Problem> {
    let mut pillars = Vec::new();
    for (key, mut fields) in fields.named("pillars")? {
        pillars.push(Pillar {
            key: key.to_owned(),
            name: fields.string("name")?.unwrap_or_else(|| key.to_owned()),
            share: fields.number("share")?,
            promotes: fields.bool("promotes")?.unwrap_or_default(),
        });
        misspelt.extend(fields.misspelt());
    }
    Ok(pillars)
}

fn slots(fields: &mut Fields) -> Result<Vec<Slot>, Problem> {
    let mut slots = Vec::new();
    for line in fields.strings("slots")? {
        match parse_slots(&line) {
            Some(found) => slots.extend(found),
            None => return Err(fields.bad_value("slots", line, &["mon wed fri 12:30"])),
        }
    }
    slots.sort_by_key(|slot: &Slot| (slot.day.num_days_from_monday(), slot.time));
    slots.dedup();
    Ok(slots)
}

/// `mon wed fri 12:30`, days in English or Italian, several hours allowed.
fn parse_slots(line: &str) -> Option<Vec<Slot>> {
    let line = line.to_lowercase();
    let (mut days, mut times) = (Vec::new(), Vec::new());
    for word in line.split([' ', ',']).filter(|word| !word.is_empty()) {
        match NaiveTime::parse_from_str(word, "%H:%M") {
            Ok(time) => times.push(time),
            Err(_) => days.push(weekday(word)?),
        }
    }
    let slots = |&time: &NaiveTime| days.iter().map(move |&day| Slot { day, time });
    let all: Vec<Slot> = times.iter().flat_map(slots).collect();
    (!all.is_empty()).then_some(all)
}

fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, &str, Weekday); 7] = [
        ("mon", "lun", Weekday::Mon),
        ("tue", "mar", Weekday::Tue),
        ("wed", "mer", Weekday::Wed),
        ("thu", "gio", Weekday::Thu),
        ("fri", "ven", Weekday::Fri),
        ("sat", "sab", Weekday::Sat),
        ("sun", "dom", Weekday::Sun),
    ];
    let named = |(en, it, _): &&(&str, &str, Weekday)| word.starts_with(en) || word.starts_with(it);
    NAMES.iter().find(named).map(|&(.., day)| day)
}
