//! Search over every post ever planned: all texts folded and packed once, looked through
//! at every key, and let go when the search closes.
//!
//! Reads; never writes. A thread fills it folder by folder and may search meanwhile.

use super::Folder;
use crate::domain::{Entry, Hit, Id, RelPath, Stage};
use crate::text::{find_folded, fold};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use memchr::memmem::Finder;

/// Bytes of the original text shown on either side of a match.
const AROUND: usize = 48;

#[derive(Default)]
pub struct Archive {
    rows: Vec<Row>,
    /// Everything a person may remember of each row, folded.
    packed: String,
}

struct Row {
    post: Id,
    path: RelPath,
    title: String,
    wall: Option<NaiveDateTime>,
    stage: Stage,
    /// Where its folded words end in `packed`.
    end: usize,
}

impl Archive {
    /// Takes in the posts of one folder.
    pub fn add(&mut self, entries: &[Entry], zone: Tz) {
        for entry in entries {
            let post = &entry.post;
            let optional = [&post.campaign, &post.pillar, &post.notes, &post.headline, &post.link];
            let own = post.variants.values().filter_map(|variant| variant.text.as_ref());
            let parts = [&post.title, &post.text]
                .into_iter()
                .chain(optional.into_iter().flatten())
                .chain(post.labels.iter().chain(&post.hashtags))
                .chain(own);
            for words in parts {
                self.packed.push_str(&fold(words));
                self.packed.push('\n');
            }
            self.packed.push_str(post.id.as_str());
            self.rows.push(Row {
                post: post.id.clone(),
                path: entry.path.clone(),
                title: post.display_title().to_owned(),
                wall: post.when.map(|when| when.wall(zone)),
                stage: Stage::of_post(post),
                end: self.packed.len(),
            });
        }
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The first `limit` posts, in the order they were taken in, that hold every word of
    /// `query`; accents and case do not count. The context is read from the files.
    pub fn find(&self, query: &str, limit: usize, folder: &Folder, zone: Tz) -> Vec<Hit> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        self.matching(&words, limit).into_iter().map(|row| hit(row, &words, folder, zone)).collect()
    }

    /// The longest word leads: whole stretches without it are never looked at twice.
    fn matching(&self, words: &[String], limit: usize) -> Vec<&Row> {
        let Some(lead) = words.iter().max_by_key(|word| word.len()) else { return Vec::new() };
        let finders: Vec<Finder<'_>> = words.iter().map(|w| Finder::new(w.as_bytes())).collect();
        let leader = Finder::new(lead.as_bytes());
        let bytes = self.packed.as_bytes();
        let mut found = Vec::new();
        let mut from = 0;
        while found.len() < limit {
            let Some(at) = leader.find(&bytes[from..]).map(|at| from + at) else { break };
            let row = self.rows.partition_point(|row| row.end <= at);
            let start = if row == 0 { 0 } else { self.rows[row - 1].end };
            let end = self.rows[row].end;
            let whole = at + lead.len() <= end;
            if whole && finders.iter().all(|finder| finder.find(&bytes[start..end]).is_some()) {
                found.push(&self.rows[row]);
            }
            from = end;
        }
        found
    }
}

fn hit(row: &Row, words: &[String], folder: &Folder, zone: Tz) -> Hit {
    let text = match folder.load_post(&row.path, zone) {
        Some(Ok(entry)) => {
            let own = entry.post.variants.values().filter_map(|v| v.text.clone());
            let texts: Vec<String> = std::iter::once(entry.post.text.clone()).chain(own).collect();
            let matches = |text: &&String| words.iter().any(|w| find_folded(text, w).is_some());
            texts.iter().find(matches).or(texts.first()).cloned().unwrap_or_default()
        }
        _ => String::new(),
    };
    let at = words.iter().find_map(|word| find_folded(&text, word)).unwrap_or(0..0);
    let start = text.floor_char_boundary(at.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((at.end + AROUND).min(text.len()));
    let line = |part: &str| part.replace(['\n', '\r', '\t'], " ");
    Hit {
        post: row.post.clone(),
        path: row.path.clone(),
        title: row.title.clone(),
        wall: row.wall,
        stage: row.stage,
        before: line(&text[start..at.start]),
        matched: line(&text[at.clone()]),
        after: line(&text[at.end..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ContentHash, Ids, Post};
    use chrono_tz::Europe::Rome;

    fn archive(texts: &[&str]) -> Archive {
        let ids = Ids::from_seed(1);
        let entries: Vec<Entry> = texts
            .iter()
            .map(|text| {
                let mut post = Post::new(ids.fresh(), "");
                post.text = (*text).to_owned();
                let path = RelPath::new(format!("ideas/post.{}.toml", post.id));
                Entry { path, hash: ContentHash::of(b""), post, findings: Vec::new() }
            })
            .collect();
        let mut archive = Archive::default();
        archive.add(&entries, Rome);
        archive
    }

    fn titles<'a>(archive: &'a Archive, query: &str) -> Vec<&'a str> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        archive.matching(&words, usize::MAX).into_iter().map(|row| row.title.as_str()).collect()
    }

    #[test]
    fn every_word_must_be_there_in_any_order_and_accents_do_not_count() {
        let archive = archive(&["Perché la lana è calda", "La lana fredda", "Perche no"]);
        assert_eq!(titles(&archive, "lana perche"), ["Perché la lana è calda"]);
        assert_eq!(titles(&archive, "PERCHÉ"), ["Perché la lana è calda", "Perche no"]);
        assert!(titles(&archive, "").is_empty());
    }

    #[test]
    fn a_match_never_runs_from_one_post_into_the_next() {
        let archive = archive(&["gomi", "tolo"]);
        assert!(titles(&archive, "gomitolo").is_empty());
        assert_eq!(titles(&archive, "tolo"), ["tolo"]);
    }
}
