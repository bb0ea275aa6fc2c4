//! A search over the whole archive: every title and text folded once (case and accents
//! gone) and packed into one piece of memory, which goes when the archive is dropped.

use crate::domain::{Entry, Id, RelPath, When};
use crate::text::fold;
use memchr::memmem::Finder;

/// Parts one post from the next; folded text never holds it.
const END: char = '\0';

#[derive(Default)]
pub struct Archive {
    packed: String,
    /// Where each post begins in `packed`.
    starts: Vec<usize>,
    posts: Vec<Hit>,
}

/// A post that has all the words. What it says is read from its file when it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub path: RelPath,
    pub id: Id,
    pub title: String,
    pub when: Option<When>,
}

impl Archive {
    /// Takes the posts of one folder in. Hits come in the order they were taken in, so the
    /// newest go first.
    pub fn add<'a>(&mut self, entries: impl IntoIterator<Item = &'a Entry>) {
        for entry in entries {
            let post = &entry.post;
            self.starts.push(self.packed.len());
            let mut take = |part: &str| {
                self.packed.push_str(&fold(part).replace(END, " "));
                self.packed.push('\n');
            };
            for part in [&post.title, &post.text] {
                take(part);
            }
            let optional = [&post.campaign, &post.pillar, &post.notes, &post.headline, &post.link];
            for part in optional.into_iter().flatten() {
                take(part);
            }
            for part in post.labels.iter().chain(&post.hashtags) {
                take(part);
            }
            for variant in post.variants.values() {
                take(variant.text.as_deref().unwrap_or_default());
            }
            take(post.id.as_str());
            self.packed.push(END);
            self.posts.push(Hit {
                path: entry.path.clone(),
                id: post.id.clone(),
                title: post.display_title().to_owned(),
                when: post.when,
            });
        }
    }

    /// How many posts have been taken in.
    pub fn len(&self) -> usize {
        self.posts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.posts.is_empty()
    }

    /// The posts that have every word of the query somewhere, at most `limit` of them.
    /// An empty query finds nothing.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query = fold(query);
        let mut words: Vec<&str> = query.split_whitespace().collect();
        // The longest word is the rarest: the others are looked for where it stands.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        let first = Finder::new(first.as_bytes());
        let others: Vec<Finder> = others.iter().map(|word| Finder::new(word.as_bytes())).collect();
        let (mut hits, mut from) = (Vec::new(), 0);
        while hits.len() < limit {
            let Some(at) = first.find(&self.packed.as_bytes()[from..]) else { break };
            let post = self.starts.partition_point(|start| *start <= from + at) - 1;
            let end = self.starts.get(post + 1).copied().unwrap_or(self.packed.len());
            let text = &self.packed.as_bytes()[self.starts[post]..end];
            if others.iter().all(|word| word.find(text).is_some()) {
                hits.push(self.posts[post].clone());
            }
            from = end;
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ContentHash, Ids, Post};

    fn archive(posts: &[(&str, &str)]) -> Archive {
        let mut ids = Ids::from_seed(1);
        let entry = |(title, text): &(&str, &str)| {
            let post = Post { text: (*text).to_owned(), ..Post::new(ids.fresh(), *title) };
            let path = RelPath::new(format!("ideas/{}.toml", post.id));
            Entry { path, hash: ContentHash::of(b""), post, findings: Vec::new() }
        };
        let entries: Vec<Entry> = posts.iter().map(entry).collect();
        let mut archive = Archive::default();
        archive.add(&entries);
        archive
    }

    fn titles(hits: Vec<Hit>) -> Vec<String> {
        hits.into_iter().map(|hit| hit.title).collect()
    }

    #[test]
    fn all_words_are_found_anywhere_in_a_post_whatever_their_case_and_accents() {
        let archive = archive(&[
            ("Lancio", "La lana torna a CASA, perché è novembre."),
            ("Gomitoli", "Tre colori di lana."),
            ("Promozione", "Perche no"),
        ]);
        assert_eq!(titles(archive.find("lana", 10)), ["Lancio", "Gomitoli"]);
        assert_eq!(titles(archive.find("perché", 10)), ["Lancio", "Promozione"]);
        assert_eq!(titles(archive.find("casa LANCIO", 10)), ["Lancio"]);
        assert_eq!(titles(archive.find("lana", 1)), ["Lancio"]);
        assert!(archive.find("gomitoli lancio", 10).is_empty(), "words of two posts");
        assert!(archive.find("  ", 10).is_empty());
    }
}
