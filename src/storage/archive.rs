//! Search over every post ever planned: all texts folded and packed once, looked through
//! at every key, and let go when the search closes.
//!
//! Reads; never writes. A thread fills it folder by folder and may search meanwhile.

use super::Folder;
use crate::domain::{Entry, Hit, Post, RelPath, Stage};
use crate::text::{BREAK, find_folded, fold};
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

    /// The first `limit` posts, in the order they were taken in, that hold every word of
    /// `query`; accents and case do not count. The context is read from the files.
    pub fn find(&self, query: &str, limit: usize, folder: &Folder, zone: Tz) -> Vec<Hit> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let found = self.matching(&words, limit).into_iter();
        // What is gone by now, or cannot be read any more, is no hit.
        found.filter_map(|row| hit(&self.path(row), &words, folder, zone)).collect()
    }

    fn path(&self, row: usize) -> RelPath {
        let at = self.folders.partition_point(|(_, end)| *end <= row);
        let folder = self.folders.get(at).map_or("", |(name, _)| name);
        let start = if row == 0 { 0 } else { self.rows[row - 1].name_end };
        RelPath::new(format!("{folder}/{}", &self.names[start..self.rows[row].name_end]))
    }

    /// Which rows. The longest word leads: whole stretches without it are never looked at
    /// twice.
    fn matching(&self, words: &[String], limit: usize) -> Vec<usize> {
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

fn hit(path: &RelPath, words: &[String], folder: &Folder, zone: Tz) -> Option<Hit> {
    let post = folder.load_post(path, zone)?.ok()?.post;
    let texts: Vec<&String> = std::iter::once(&post.text).chain(said_besides(&post)).collect();
    let matches = |text: &&&String| words.iter().any(|w| find_folded(text, w).is_some());
    let text = texts.iter().find(matches).map_or(&post.text, |text| text);
    let at = words.iter().find_map(|word| find_folded(text, word)).unwrap_or(0..0);
    let start = text.floor_char_boundary(at.start.saturating_sub(AROUND));
    let end = text.ceil_char_boundary((at.end + AROUND).min(text.len()));
    let line = |part: &str| part.replace(['\n', '\r', '\t', BREAK], " ");
    Some(Hit {
        post: post.id.clone(),
        path: path.clone(),
        title: post.display_title().to_owned(),
        wall: post.when.map(|when| when.wall(zone)),
        stage: Stage::of_post(&post),
        before: line(&text[start..at.start]),
        matched: line(&text[at.clone()]),
        after: line(&text[at.end..end]),
    })
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
        archive.matching(&words, usize::MAX)
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
}
