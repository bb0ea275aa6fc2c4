//! `palinsesto search WORDS`: posts whose title, text or notes hold these words,
//! whatever their accents and case.

use super::{Exit, Session, Stop, Verb, list, week};
use crate::domain::{Entry, Post};
use crate::i18n::Words;
use crate::text::fold;
use clap::{Arg, ArgMatches, Command};
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "search", command, run };

fn command(words: &Words) -> Command {
    let what = Arg::new("words")
        .value_name(words.cli_value_words())
        .num_args(1..)
        .required(true)
        .help(words.cli_arg_search_words());
    Command::new("search").about(words.cli_search()).arg(what)
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let wanted = fold(&week::joined(args, "words"));
    opened.load_all();
    let zone = opened.zone();
    let mut found: Vec<Arc<Entry>> =
        opened.shelf.entries().filter(|entry| holds(&entry.post, &wanted)).cloned().collect();
    // Newest first: what one looks for is more often recent than old.
    found.sort_by_key(|entry| std::cmp::Reverse(entry.post.when.map(|when| when.wall(zone))));
    list::print(session, &mut opened, &found)
}

fn holds(post: &Post, wanted: &str) -> bool {
    let own = post.variants.values().filter_map(|variant| variant.text.as_ref());
    let texts = [&post.title, &post.text].into_iter().chain(&post.notes).chain(own);
    let named = post.campaign.iter().chain(&post.labels).chain(&post.hashtags);
    texts.chain(named).any(|text| fold(text).contains(wanted))
}
