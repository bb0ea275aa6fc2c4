//! What the review remembers: which post, which of its texts, which sentence, which note.
//! What there is to see is read from the shelf each time.

use crate::domain::{ChannelKey, Id, Note, Point, Post, Review};
use crate::features::Ctx;
use crate::text::sentences;
use crate::vocab::Effect;
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct State {
    pub post: Id,
    /// 0 is the common text, then those that channels have of their own.
    pub tab: usize,
    pub row: usize,
    /// Among the notes of the row, each with its answers behind it, from 0.
    pub note: usize,
    /// The note to stand on as soon as it is read.
    pub awaited: Option<Id>,
}

/// One of the texts of a post.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    pub channel: Option<&'a ChannelKey>,
    pub text: &'a str,
}

/// What notes may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// All of it, or what goes out beside the text.
    Whole,
    /// Bytes of the text.
    Sentence(Range<usize>),
    /// Words that were there.
    Gone(String),
}

/// A row with the points that stand there, those that are open first.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    pub place: Place,
    pub points: Vec<&'a Point>,
}

impl<'a> Row<'a> {
    /// Every note that stands here with its point, answers behind what they answer.
    pub fn notes(&self) -> impl Iterator<Item = (&'a Point, &'a Note)> + '_ {
        let of = |point: &'a Point| point.notes().map(move |note| (point, &**note));
        self.points.iter().copied().flat_map(of)
    }
}

impl State {
    pub fn open(
        post: &Post,
        channel: Option<&ChannelKey>,
        note: Option<Id>,
        ctx: &Ctx,
    ) -> (Self, Vec<Effect>) {
        let tab = texts(post).iter().position(|text| text.channel == channel).unwrap_or(0);
        let id = post.id.clone();
        let mut state = Self { post: id.clone(), tab, row: 0, note: 0, awaited: note };
        state.find(ctx);
        // Of a post that has gone out nobody has read them yet.
        (state, vec![Effect::ReadSuggestions(vec![id])])
    }

    pub fn post<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Post> {
        ctx.shelf.get(&self.post).map(|entry| &entry.post)
    }

    pub fn review<'a>(&self, ctx: &Ctx<'a>) -> &'a Review {
        ctx.shelf.review(&self.post)
    }

    /// The text in sight.
    pub fn text<'a>(&self, ctx: &Ctx<'a>) -> Option<Text<'a>> {
        let all = texts(self.post(ctx)?);
        all.get(self.tab).or(all.first()).copied()
    }

    /// What the cursor goes through: the post as a whole, its sentences, and the words of
    /// notes that are no longer there.
    pub fn rows<'a>(&self, ctx: &Ctx<'a>) -> Vec<Row<'a>> {
        let (Some(post), Some(text)) = (self.post(ctx), self.text(ctx)) else {
            return Vec::new();
        };
        let said = text.text;
        let mut rows = vec![Row { place: Place::Whole, points: Vec::new() }];
        let words =
            sentences(said).into_iter().filter(|range| !said[range.clone()].trim().is_empty());
        rows.extend(words.map(|range| Row { place: Place::Sentence(range), points: Vec::new() }));
        for point in self.points(post, ctx) {
            let place = place(&point.note, said, post);
            let same = |row: &&mut Row| match (&row.place, &place) {
                // A quotation may begin anywhere in a sentence.
                (Place::Sentence(all), Place::Sentence(at)) => all.contains(&at.start),
                (one, other) => one == other,
            };
            match rows.iter_mut().find(same) {
                Some(row) => row.points.push(point),
                None => rows.push(Row { place, points: vec![point] }),
            }
        }
        for row in &mut rows {
            row.points.sort_by_key(|point| !point.is_open());
        }
        rows
    }

    /// The points of the text in sight, oldest first.
    fn points<'a>(&self, post: &'a Post, ctx: &Ctx<'a>) -> impl Iterator<Item = &'a Point> {
        let (all, tab) = (texts(post), self.tab);
        let here = move |point: &&Point| tab_of(&point.note, &all) == tab;
        self.review(ctx).points.iter().filter(here)
    }

    /// How much is open in each of the texts.
    pub fn open_in(&self, tab: usize, ctx: &Ctx) -> usize {
        let other = Self { tab, ..self.clone() };
        let points = self.post(ctx).map(|post| other.points(post, ctx));
        points.map_or(0, |points| points.filter(|point| point.is_open()).count())
    }

    /// The point that the note under the cursor belongs to.
    pub fn here<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Point> {
        self.rows(ctx).get(self.row)?.notes().nth(self.note).map(|(point, _)| point)
    }

    /// Goes to the note that is waited for, where it has been read.
    pub fn find(&mut self, ctx: &Ctx) {
        let Some(post) = self.post(ctx) else { return };
        let Some(wanted) = self.awaited.clone() else { return };
        let Some(point) = self.review(ctx).point_of(&wanted) else { return };
        self.tab = tab_of(&point.note, &texts(post));
        self.awaited = None;
        for (row, found) in self.rows(ctx).iter().enumerate() {
            if let Some(at) = found.notes().position(|(_, note)| note.id == wanted) {
                (self.row, self.note) = (row, at);
            }
        }
    }

    /// Whatever happened, the cursor stands on something that is there.
    pub fn settle(&mut self, ctx: &Ctx) {
        let texts = self.post(ctx).map_or(0, |post| texts(post).len());
        self.tab = self.tab.min(texts.saturating_sub(1));
        let rows = self.rows(ctx);
        self.row = self.row.min(rows.len().saturating_sub(1));
        let notes = rows.get(self.row).map_or(0, |row| row.notes().count());
        self.note = self.note.min(notes.saturating_sub(1));
    }
}

/// The texts that can be turned to: the common one wherever somebody reads it.
pub fn texts(post: &Post) -> Vec<Text<'_>> {
    let all = post.texts().map(|(channel, text)| Text { channel, text });
    // Where every channel says its own, the common text goes nowhere.
    let unread = |text: &Text| text.channel.is_none() && post.lead_channel().is_some();
    let read: Vec<Text> = all.filter(|text| !unread(text)).collect();
    if read.is_empty() { vec![Text { channel: None, text: &post.text }] } else { read }
}

/// The text a note is about: its channel's own, else the first that has its words, else the
/// first.
fn tab_of(note: &Note, texts: &[Text]) -> usize {
    let own = texts.iter().position(|t| t.channel.is_some() && t.channel == note.channel.as_ref());
    let quoted = || texts.iter().position(|text| note.place_in(text.text).is_some());
    own.or_else(quoted).unwrap_or(0)
}

fn place(note: &Note, text: &str, post: &Post) -> Place {
    match (note.quoted(), note.place_in(text)) {
        (_, Some(range)) => Place::Sentence(range),
        (Some(quote), None) if note.is_outdated(post) => Place::Gone(quote.to_owned()),
        // Of the headline, the hashtags, the first comment.
        _ => Place::Whole,
    }
}
