//! The networks that are compiled in: `assets/networks.toml` (as the JSON that `build.rs`
//! makes of it), read once when first asked.
//!
//! Owns the reading of that file and nothing about any one network.

use crate::domain::{Figure, Grade, Limit, Network, Networks, Part, Unit};
use serde::Deserialize;
use std::sync::LazyLock;

const SOURCE: &str = include_str!(concat!(env!("OUT_DIR"), "/networks.json"));

/// Every network this version knows, in the order of the file.
pub fn networks() -> &'static Networks {
    static ALL: LazyLock<Networks> = LazyLock::new(|| read(SOURCE).unwrap_or_default());
    &ALL
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    network: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    name: String,
    short: String,
    #[serde(default)]
    threads: bool,
    #[serde(default)]
    wants: Vec<String>,
    limits: Vec<LimitRow>,
    fold: Option<FigureRow>,
    hashtags: Option<FigureRow>,
    usual_hashtags: Option<FigureRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitRow {
    part: String,
    unit: String,
    max: usize,
    #[serde(default)]
    with_media: bool,
    grade: String,
    source: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureRow {
    value: usize,
    grade: String,
    source: String,
    checked: String,
}

/// `None` when the file is not what this version expects: a test sees to it.
fn read(source: &str) -> Option<Networks> {
    let file: File = serde_json::from_str(source).ok()?;
    Some(Networks { all: file.network.into_iter().map(network).collect::<Option<_>>()? })
}

fn network(row: Row) -> Option<Network> {
    let limits = row.limits.into_iter().map(limit).collect::<Option<_>>()?;
    let figure = |row: Option<FigureRow>| match row {
        None => Some(None),
        Some(row) => Some(Some(Figure {
            value: row.value,
            grade: Grade::from_code(&row.grade)?,
            source: row.source,
            checked: row.checked,
        })),
    };
    let (fold, hashtags) = (figure(row.fold)?, figure(row.hashtags)?);
    let usual_hashtags = figure(row.usual_hashtags)?;
    let wants = row.wants.iter().map(|part| Part::from_code(part)).collect::<Option<_>>()?;
    let (key, name, short, threads) = (row.key, row.name, row.short, row.threads);
    Some(Network { key, name, short, threads, wants, limits, fold, hashtags, usual_hashtags })
}

fn limit(row: LimitRow) -> Option<Limit> {
    Some(Limit {
        part: Part::from_code(&row.part)?,
        unit: Unit::from_code(&row.unit)?,
        max: row.max,
        with_media: row.with_media,
        grade: Grade::from_code(&row.grade)?,
        source: row.source,
        checked: row.checked,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn every_network_has_its_two_letters_and_a_text_limit() {
        let keys: Vec<&str> = networks().all.iter().map(|n| n.key.as_str()).collect();
        for key in ["x", "bluesky", "mastodon", "threads", "instagram", "facebook", "linkedin"] {
            assert!(keys.contains(&key), "{key} in {keys:?}");
        }
        assert_eq!(keys.len(), 13);
        for network in &networks().all {
            let short = network.short.len();
            assert!(short == 2 || network.key == "x", "{}", network.key);
            assert!(network.limits.iter().any(|l| l.part == Part::Text), "{}", network.key);
        }
    }

    #[test]
    fn every_figure_says_where_it_is_from_and_how_old_it_is() {
        let sourced = |source: &str, checked: &str| {
            !source.is_empty() && checked.parse::<NaiveDate>().is_ok()
        };
        for network in &networks().all {
            for limit in &network.limits {
                assert!(limit.max > 0 && sourced(&limit.source, &limit.checked), "{limit:?}");
            }
            for figure in
                network.fold.iter().chain(&network.hashtags).chain(&network.usual_hashtags)
            {
                assert!(figure.value > 0 && sourced(&figure.source, &figure.checked), "{figure:?}");
            }
        }
    }

    #[test]
    fn a_row_without_its_grade_is_refused() {
        let limit = r#"{"part": "text", "unit": "bytes", "max": 1, "grade": "sure",
            "source": "s", "checked": "2026-11-22"}"#;
        let row = r#"{"key": "x", "name": "X", "short": "X", "limits": ["#;
        let row = &format!(r#"{{"network": [{row}{limit}]}}]}}"#);
        assert_eq!(read(row), None);
        assert!(read(&row.replace("sure", "official")).is_some());
    }
}
