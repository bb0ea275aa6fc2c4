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
use std::collections::BinaryHeap;
use std::ops::Range;

/// Bytes of the original text shown on either side of a match.
const AROUND: usize = 72;

#[derive(Default)]
pub struct Archive {
    rows: Vec<Row>,
    /// In the order they were taken in.
    folders: Vec<Stretch>,
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

/// The rows of one folder.
struct Stretch {
    folder: String,
    week: Option<Week>,
    /// The row after its last.
    end: usize,
}

/// What a row is chosen by, the least first: how many of the words its title lacks, how many
/// days its week is away, where it stands.
type Rank = (usize, i64, usize);

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
        let (week, end) = (Week::from_folder(folder), self.rows.len());
        self.folders.push(Stretch { folder: folder.to_owned(), week, end });
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

    /// The best rows, each with how many of the words its title lacks. The nearest weeks are
    /// looked through first, and none whose best row would come too late.
    fn best(&self, words: &[String], limit: usize, now: Now) -> Vec<(usize, usize)> {
        let Some(sought) = Sought::new(words) else { return Vec::new() };
        let this = Week::of(now.today()).monday();
        let away = |week: Week| (week.monday() - this).num_days().abs();
        let distance = |at: usize| self.folders[at].week.map_or(i64::MAX, away);
        let mut order: Vec<_> = (0..self.folders.len()).map(|at| (distance(at), at)).collect();
        order.sort_unstable();
        // The worst of them on top.
        let mut best: BinaryHeap<Rank> = BinaryHeap::with_capacity(limit + 1);
        for (distance, folder) in order {
            let rows = self.rows_of(folder);
            let comes_in = |best: &BinaryHeap<Rank>, rank: Rank| {
                best.len() < limit || best.peek().is_some_and(|worst| rank < *worst)
            };
            if !comes_in(&best, (0, distance, rows.start)) {
                break;
            }
            for row in self.led(rows, &sought) {
                let own = self.words(row);
                let rank = (sought.missing(title(own)), distance, row);
                if comes_in(&best, rank) && (rank.0 == 0 || sought.missing(own) == 0) {
                    best.push(rank);
                    if best.len() > limit {
                        best.pop();
                    }
                }
            }
        }
        best.into_iter().map(|(missing, _, row)| (row, missing)).collect()
    }

    fn rows_of(&self, folder: usize) -> Range<usize> {
        let start = if folder == 0 { 0 } else { self.folders[folder - 1].end };
        start..self.folders[folder].end
    }

    fn start(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.rows[row - 1].end }
    }

    fn words(&self, row: usize) -> &[u8] {
        &self.packed.as_bytes()[self.start(row)..self.rows[row].end]
    }

    fn path(&self, row: usize) -> RelPath {
        let folder = self.folders.partition_point(|stretch| stretch.end <= row);
        let folder = self.folders.get(folder).map_or("", |stretch| &stretch.folder);
        let start = if row == 0 { 0 } else { self.rows[row - 1].name_end };
        RelPath::new(format!("{folder}/{}", &self.names[start..self.rows[row].name_end]))
    }

    /// Which of some rows hold the word that leads: whole stretches without it are never
    /// looked at twice.
    fn led(&self, rows: Range<usize>, sought: &Sought<'_>) -> impl Iterator<Item = usize> {
        let end = if rows.is_empty() { 0 } else { self.rows[rows.end - 1].end };
        let bytes = &self.packed.as_bytes()[..end];
        let (mut from, mut next) = (self.start(rows.start).min(end), rows.start);
        std::iter::from_fn(move || {
            while let Some(at) = sought.lead.find(&bytes[from..]).map(|at| from + at) {
                let row = next + self.rows[next..rows.end].partition_point(|row| row.end <= at);
                (from, next) = (self.rows[row].end, row + 1);
                // Not from one row into the next.
                if at + sought.lead.needle().len() <= from {
                    return Some(row);
                }
            }
            None
        })
    }
}

/// The words of a query. The longest leads: it is the rarest.
struct Sought<'a> {
    lead: Finder<'a>,
    others: Vec<Finder<'a>>,
}

impl<'a> Sought<'a> {
    /// `None` where there is no word.
    fn new(words: &'a [String]) -> Option<Self> {
        let mut others: Vec<Finder<'a>> =
            words.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let lead = (0..words.len()).max_by_key(|at| words[*at].len())?;
        Some(Self { lead: others.swap_remove(lead), others })
    }

    /// How many of the words are not there.
    fn missing(&self, text: &[u8]) -> usize {
        let all = std::iter::once(&self.lead).chain(&self.others);
        all.filter(|word| word.find(text).is_none()).count()
    }
}

/// The first line of a row's words.
fn title(words: &[u8]) -> &[u8] {
    memchr::memchr(b'\n', words).map_or(words, |end| &words[..end])
}

/// What goes out besides the common text: headlines, first comments, what channels say,
/// what pictures are said to show.
fn said_besides(post: &Post) -> impl Iterator<Item = &String> {
    let own = post.variants.values();
    let own = own.flat_map(|own| [&own.text, &own.headline, &own.first_comment]);
    let alts = post.media.iter().map(|medium| &medium.alt);
    [&post.headline, &post.first_comment].into_iter().chain(own).chain(alts).flatten()
}

/// The words on either side of a match, whole ones; of a word too long for that, a part.
fn around(text: &str, at: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(at.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((at.end + AROUND).min(text.len()));
    let (before, after) = (&text[start..at.start], &text[at.end..end]);
    let cut = |c: char| c.is_whitespace() || c == BREAK;
    let skipped = before.find(cut).filter(|_| start > 0).unwrap_or(0);
    let kept = after.rfind(cut).filter(|_| end < text.len()).unwrap_or(after.len());
    start + skipped..at.end + kept
}

fn hit(path: &RelPath, words: &[String], folder: &Folder, zone: Tz) -> Option<(Hit, Entry)> {
    let entry = folder.load_post(path, zone)?.ok()?;
    let post = &entry.post;
    let texts: Vec<&String> = std::iter::once(&post.text).chain(said_besides(post)).collect();
    let matches = |text: &&&String| words.iter().any(|w| find_folded(text, w).is_some());
    let text = texts.iter().find(matches).map_or(&post.text, |text| text);
    let at = words.iter().find_map(|word| find_folded(text, word)).unwrap_or(0..0);
    let Range { start, end } = around(text, &at);
    let line = |part: &str| part.replace(['\n', '\r', '\t', BREAK], " ");
    let hit = Hit {
        post: post.id.clone(),
        path: path.clone(),
        title: post.display_title().to_owned(),
        wall: post.when.map(|when| when.wall(zone)),
        stage: Stage::of_post(post),
        flag: None,
        thread: None,
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
            Entry::new(path, ContentHash::of(b""), post)
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
        let utc = "2026-11-22T10:00:00Z".parse().expect("an instant");
        let now = Now { utc, zone: chrono_tz::Europe::Rome };
        let mut found: Vec<usize> =
            archive.best(&words, 9, now).into_iter().map(|(row, _)| row).collect();
        found.sort_unstable();
        found
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
        let entry = Entry::new(path, ContentHash::of(b""), post);
        archive.add("ideas", &[entry]);
        assert_eq!(rows(&archive, "telaio passa"), [0]);
    }

    #[test]
    fn what_a_picture_shows_is_found_too() {
        let mut post = Post::new(Ids::from_seed(1).fresh(), "Lana");
        let alt = Some("Gomitoli su un banco di legno".into());
        let source = crate::domain::MediumSource::Camera;
        post.media = vec![crate::domain::Medium {
            alt,
            source,
            ..crate::domain::Medium::new("media/a.jpg")
        }];
        let path = RelPath::new(format!("ideas/post.{}.toml", post.id));
        let mut archive = Archive::default();
        let entry = Entry::new(path, ContentHash::of(b""), post);
        archive.add("ideas", &[entry]);
        assert_eq!(rows(&archive, "banco"), [0]);
    }

    #[test]
    fn the_words_around_a_match_are_whole_ones() {
        let text = "parola ".repeat(40);
        let at = 140..146;
        let found = &text[around(&text, &at)];
        assert!(found.split_whitespace().all(|word| word == "parola"), "{found}");
        assert!(found.len() > 100, "{found}");
        assert_eq!(around("una lana", &(4..8)), 0..8, "nothing is cut off");
        let long = "l".repeat(400);
        assert_eq!(around(&long, &(200..203)), 128..275, "one word is cut where it must be");
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
            Entry::new(path, ContentHash::of(b""), post)
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
