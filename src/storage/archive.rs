//! Search over every post ever planned: all texts folded and packed once, looked through
//! at every key, and let go when the search closes.
//!
//! Reads; never writes. A thread fills it folder by folder and may search meanwhile.

use super::Folder;
use crate::domain::{Entry, Hit, Now, Post, RelPath, Stage, Week};
use crate::text::{BREAK, find_folded, fold};
use chrono::TimeDelta;
use chrono_tz::Tz;
use memchr::memmem::Finder;

/// Bytes of the original text shown on either side of a match.
const AROUND: usize = 48;

#[derive(Default)]
pub struct Archive {
    rows: Vec<Row>,
    /// The folders in the order they were taken in, each with the row after its last.
    folders: Vec<(String, usize)>,
    /// The names of the files, one after the other.
    names: String,
    /// Everything a person may remember of each row, folded.
    packed: String,
}

/// No more than it takes to find the post again: all that is shown is read from its file.
struct Row {
    /// Where its file's name ends in `names`.
    name_end: usize,
    /// Where its folded words end in `packed`.
    end: usize,
}

impl Archive {
    /// Takes in the posts of one folder.
    pub fn add(&mut self, folder: &str, entries: &[Entry]) {
        for entry in entries {
            let post = &entry.post;
            let optional = [&post.campaign, &post.pillar, &post.notes, &post.link];
            let own = said_besides(post);
            // The first line is what the post is called.
            let parts = [post.display_title(), &post.text].into_iter();
            let others = optional.into_iter().flatten();
            let others = others.chain(post.labels.iter().chain(&post.hashtags)).chain(own);
            for words in parts.chain(others.map(String::as_str)) {
                self.packed.push_str(&fold(words));
                self.packed.push('\n');
            }
            self.packed.push_str(post.id.as_str());
            self.names.push_str(entry.path.file_name());
            self.rows.push(Row { name_end: self.names.len(), end: self.packed.len() });
        }
        self.folders.push((folder.to_owned(), self.rows.len()));
    }

    /// All of it is there: what was set aside for more is given back.
    pub fn complete(&mut self) {
        self.rows.shrink_to_fit();
        self.names.shrink_to_fit();
        self.packed.shrink_to_fit();
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The `limit` best posts that hold every word of `query`, each with its file's
    /// contents; accents and case do not count. Words in the title come before those in
    /// the text, among equals what is nearest to `now`. The context is read from the files.
    pub fn find(&self, query: &str, limit: usize, folder: &Folder, now: Now) -> Vec<(Hit, Entry)> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let best = self.best(&words, limit, now).into_iter();
        // What is gone by now, or cannot be read any more, is no hit.
        let found = best.filter_map(|(row, missing)| {
            Some((missing, hit(&self.path(row), &words, folder, now.zone)?))
        });
        let mut found: Vec<_> = found.collect();
        let local = now.local();
        found.sort_by_key(|(missing, (hit, _))| {
            (*missing, hit.wall.map_or(TimeDelta::MAX, |wall| (wall - local).abs()))
        });
        found.into_iter().map(|(_, found)| found).collect()
    }

    /// The best rows, each with how many of the words its title lacks.
    fn best(&self, words: &[String], limit: usize, now: Now) -> Vec<(usize, usize)> {
        let finders: Vec<Finder<'_>> = words.iter().map(|w| Finder::new(w.as_bytes())).collect();
        let this = Week::of(now.today()).monday();
        let mut distances: Vec<i64> = Vec::with_capacity(self.folders.len());
        for (folder, _) in &self.folders {
            let week = Week::from_folder(folder);
            distances.push(week.map_or(i64::MAX, |week| (week.monday() - this).num_days().abs()));
        }
        let found = self.matching(words).into_iter();
        let mut ranked: Vec<(usize, i64, usize)> = found
            .map(|row| {
                let title = self.title(row).as_bytes();
                let missing = finders.iter().filter(|word| word.find(title).is_none()).count();
                (missing, distances.get(self.folder_of(row)).copied().unwrap_or(i64::MAX), row)
            })
            .collect();
        if ranked.len() > limit {
            ranked.select_nth_unstable(limit);
            ranked.truncate(limit);
        }
        ranked.into_iter().map(|(missing, _, row)| (row, missing)).collect()
    }

    fn folder_of(&self, row: usize) -> usize {
        self.folders.partition_point(|(_, end)| *end <= row)
    }

    fn words(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.rows[row - 1].end };
        &self.packed[start..self.rows[row].end]
    }

    fn title(&self, row: usize) -> &str {
        self.words(row).split('\n').next().unwrap_or_default()
    }

    fn path(&self, row: usize) -> RelPath {
        let folder = self.folders.get(self.folder_of(row)).map_or("", |(name, _)| name);
        let start = if row == 0 { 0 } else { self.rows[row - 1].name_end };
        RelPath::new(format!("{folder}/{}", &self.names[start..self.rows[row].name_end]))
    }

    /// Which rows. The longest word leads: whole stretches without it are never looked at
    /// twice.
    fn matching(&self, words: &[String]) -> Vec<usize> {
        let Some(lead) = words.iter().max_by_key(|word| word.len()) else { return Vec::new() };
        let finders: Vec<Finder<'_>> = words.iter().map(|w| Finder::new(w.as_bytes())).collect();
        let leader = Finder::new(lead.as_bytes());
        let bytes = self.packed.as_bytes();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = leader.find(&bytes[from..]).map(|at| from + at) {
            let row = self.rows.partition_point(|row| row.end <= at);
            let (own, end) = (self.words(row).as_bytes(), self.rows[row].end);
            let whole = at + lead.len() <= end;
            if whole && finders.iter().all(|finder| finder.find(own).is_some()) {
                found.push(row);
            }
            from = end;
        }
        found
    }
}

/// What goes out besides the common text: headlines, first comments, what channels say.
fn said_besides(post: &Post) -> impl Iterator<Item = &String> {
    let own = post.variants.values();
    let own = own.flat_map(|own| [&own.text, &own.headline, &own.first_comment]);
    [&post.headline, &post.first_comment].into_iter().chain(own).flatten()
}

fn hit(path: &RelPath, words: &[String], folder: &Folder, zone: Tz) -> Option<(Hit, Entry)> {
    let entry = folder.load_post(path, zone)?.ok()?;
    let post = &entry.post;
    let texts: Vec<&String> = std::iter::once(&post.text).chain(said_besides(post)).collect();
    let matches = |text: &&&String| words.iter().any(|w| find_folded(text, w).is_some());
    let text = texts.iter().find(matches).map_or(&post.text, |text| text);
    let at = words.iter().find_map(|word| find_folded(text, word)).unwrap_or(0..0);
    let start = text.floor_char_boundary(at.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((at.end + AROUND).min(text.len()));
    let line = |part: &str| part.replace(['\n', '\r', '\t', BREAK], " ");
    let hit = Hit {
        post: post.id.clone(),
        path: path.clone(),
        title: post.display_title().to_owned(),
        wall: post.when.map(|when| when.wall(zone)),
        stage: Stage::of_post(post),
        flag: None,
        before: line(&text[start..at.start]),
        matched: line(&text[at.clone()]),
        after: line(&text[at.end..end]),
    };
    Some((hit, entry))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ContentHash, Ids};

    fn archive(texts: &[&str]) -> Archive {
        let ids = Ids::from_seed(1);
        let entry = |text: &&str| {
            let mut post = Post::new(ids.fresh(), "");
            post.text = (*text).to_owned();
            let path = RelPath::new(format!("ideas/{}.toml", text.len()));
            Entry { path, hash: ContentHash::of(b""), post, findings: Vec::new() }
        };
        let entries: Vec<Entry> = texts.iter().map(entry).collect();
        let mut archive = Archive::default();
        archive.add("posts/2026/W47", &[]);
        archive.add("ideas", &entries[..1]);
        archive.add("posts/2026/W48", &entries[1..]);
        archive.complete();
        archive
    }

    /// The rows that match, by their number among the texts.
    fn rows(archive: &Archive, query: &str) -> Vec<usize> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        archive.matching(&words)
    }

    #[test]
    fn every_word_must_be_there_in_any_order_and_accents_do_not_count() {
        let archive = archive(&["Perché la lana è calda", "La lana fredda", "Perche no"]);
        assert_eq!(rows(&archive, "lana perche"), [0]);
        assert_eq!(rows(&archive, "PERCHÉ"), [0, 2]);
        assert!(rows(&archive, "").is_empty());
    }

    #[test]
    fn headlines_and_first_comments_are_found_too() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Lana");
        post.headline = Some("Torna il telaio".into());
        let own = post.variants.entry("ig".into()).or_default();
        own.first_comment = Some("Chi passa in bottega?".into());
        let path = RelPath::new(format!("ideas/post.{}.toml", post.id));
        let mut archive = Archive::default();
        let entry = Entry { path, hash: ContentHash::of(b""), post, findings: Vec::new() };
        archive.add("ideas", &[entry]);
        assert_eq!(rows(&archive, "telaio passa"), [0]);
    }

    #[test]
    fn a_match_never_runs_from_one_post_into_the_next() {
        let archive = archive(&["gomi", "tolo"]);
        assert!(rows(&archive, "gomitolo").is_empty());
        assert_eq!(rows(&archive, "tolo"), [1]);
    }

    #[test]
    fn each_row_knows_its_file() {
        let archive = archive(&["a", "bb", "ccc"]);
        let paths = [0, 1, 2].map(|row| archive.path(row).to_string());
        assert_eq!(paths, ["ideas/1.toml", "posts/2026/W48/2.toml", "posts/2026/W48/3.toml"]);
    }
    #[test]
    fn a_word_in_the_title_comes_before_one_in_the_text_then_what_is_nearest_to_today() {
        let ids = Ids::from_seed(1);
        let entry = |folder: &str, title: &str, text: &str| {
            let mut post = Post::new(ids.fresh(), title);
            post.text = text.to_owned();
            let path = RelPath::new(format!("{folder}/post.{}.toml", post.id));
            Entry { path, hash: ContentHash::of(b""), post, findings: Vec::new() }
        };
        let mut archive = Archive::default();
        let take = |archive: &mut Archive, folder: &str, rows: &[(&str, &str)]| {
            let entries: Vec<Entry> = rows.iter().map(|(a, b)| entry(folder, a, b)).collect();
            archive.add(folder, &entries);
        };
        take(&mut archive, "ideas", &[("Lana", "")]);
        take(&mut archive, "posts/2026/W50", &[("Altro", "Lana bianca"), ("Lana", "")]);
        take(&mut archive, "posts/2026/W47", &[("Altro", "Lana nera"), ("", "La lana torna")]);
        let utc = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let now = Now { utc, zone: chrono_tz::Europe::Rome };
        let words = ["lana".to_owned()];
        let mut found = archive.best(&words, 9, now);
        found.sort_by_key(|(row, missing)| (*missing, *row));
        assert_eq!(found, [(0, 0), (2, 0), (4, 0), (1, 1), (3, 1)], "the first line is a title");
        let mut few: Vec<usize> = archive.best(&words, 2, now).iter().map(|hit| hit.0).collect();
        few.sort_unstable();
        assert_eq!(few, [2, 4], "an idea has no day to be near to");
    }
}
