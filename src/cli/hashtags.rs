//! `palinsesto hashtags [--network N] FILE|-`: which hashtags suit a text and why, and which
//! of those it has are better left out.
//!
//! In a content folder the brand's list and its own posts speak; outside only what holds for
//! any brand is said. Changes nothing.

use super::args::networks_asked;
use super::count::{read, text_of};
use super::{Exit, Session, Stop, Verb, json};
use crate::checks::hashtags::{About, Advised, advise, judged};
use crate::checks::networks;
use crate::domain::{Evidence, Figure, Network, TagUse, Voice};
use crate::i18n::Words;
use crate::text::{TextLanguage, hashtags as tags_of, reveal_line};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

pub const VERB: Verb = Verb { name: "hashtags", command, run };

/// More are not read, and no network is helped by them.
const MOST: usize = 12;

fn command(words: &Words) -> Command {
    let pillar = Arg::new("pillar")
        .long("pillar")
        .value_name(words.cli_value_key())
        .help(words.cli_arg_hashtags_pillar());
    let campaign = Arg::new("campaign")
        .long("campaign")
        .value_name(words.cli_value_key())
        .help(words.cli_arg_hashtags_campaign());
    let file = Arg::new("file")
        .value_name(words.cli_value_file())
        .required(true)
        .help(words.cli_arg_count_file());
    Command::new("hashtags").about(words.cli_hashtags()).args([
        networks_asked(words),
        pillar,
        campaign,
        file,
    ])
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let file = args.get_one::<String>("file").map_or("-", String::as_str);
    let raw = read(session, file)?;
    let text = text_of(&raw);
    // A folder that cannot be read is no reason not to look at a text.
    let brand = session.open().ok().map(|mut opened| {
        opened.load_all();
        let counted = TagUse::of(opened.shelf.entries().map(|entry| &entry.post));
        (opened.workspace, counted)
    });
    let about = About {
        text: &text,
        pillar: args.get_one::<String>("pillar").map(String::as_str),
        campaign: args.get_one::<String>("campaign").map(String::as_str),
        lang: TextLanguage::guess(&text).map(TextLanguage::tag),
        proposed: &[],
    };
    let advised = brand.as_ref().map_or_else(Vec::new, |(workspace, counted)| {
        let mut advised = advise(&about, counted, workspace);
        advised.retain(|advised| !advised.is_generic());
        advised
    });
    // What is only the brand's would suit any text of its: it is not said to suit this one.
    let (mut tied, mut of_brand): (Vec<Advised>, Vec<Advised>) =
        advised.into_iter().partition(Advised::is_tied);
    tied.truncate(MOST);
    of_brand.retain(|advised| advised.why.contains(&Evidence::Brand));
    let offered = Offered { tied, of_brand };
    let voice = brand.map_or_else(Voice::default, |(workspace, _)| workspace.voice);
    let against: Vec<(&str, Evidence)> =
        judged(&text, &voice).into_iter().map(|(span, why)| (&text[span], why)).collect();
    let asked: Vec<&String> = args.get_many("network").unwrap_or_default().collect();
    let asked: Vec<&Network> =
        networks().all.iter().filter(|network| asked.contains(&&network.key)).collect();
    let count = tags_of(&text).len();
    let over = |network: &&Network| network.hashtags.as_ref().is_some_and(|cap| count > cap.value);
    let found = !against.is_empty() || asked.iter().any(over);
    if session.json {
        let value = value(&session.words, &offered, &against, &asked, count);
        session.print_json(&value)?;
    } else {
        tell(session, &offered, &against, &asked, count)?;
    }
    Ok(if found { Exit::Found } else { Exit::Fine })
}

/// What is offered.
struct Offered {
    /// Something ties them to the text.
    tied: Vec<Advised>,
    /// The brand's list says no more than that they are the brand's.
    of_brand: Vec<Advised>,
}

fn value(
    words: &Words,
    offered: &Offered,
    against: &[(&str, Evidence)],
    asked: &[&Network],
    count: usize,
) -> Value {
    let why = |why: &Evidence| json!({ "code": why.code(), "message": words.evidence(why) });
    let one = |advised: &Advised| json!({ "tag": advised.tag, "why": advised.why.iter().map(why).collect::<Vec<_>>() });
    let against = against.iter().map(|(tag, evidence)| json!({ "tag": tag, "why": why(evidence) }));
    let networks = asked.iter().map(|network| {
        let value = |figure: &Option<Figure>| figure.as_ref().map(|f| f.value);
        let (limit, usual) = (value(&network.hashtags), value(&network.usual_hashtags));
        json!({ "network": network.key, "count": count, "limit": limit, "usual": usual })
    });
    json!({
        "format": json::FORMAT,
        "offered": offered.tied.iter().map(one).collect::<Vec<_>>(),
        "brand": offered.of_brand.iter().map(one).collect::<Vec<_>>(),
        "against": against.collect::<Vec<_>>(),
        "networks": networks.collect::<Vec<_>>(),
    })
}

fn tell(
    session: &mut Session,
    offered: &Offered,
    against: &[(&str, Evidence)],
    asked: &[&Network],
    count: usize,
) -> Result<(), Stop> {
    let words = &session.words;
    let mut lines = Vec::new();
    if offered.tied.is_empty() {
        lines.push(words.hashtags_none());
    } else {
        lines.push(words.hashtags_heading_offered());
    }
    for advised in &offered.tied {
        let why: Vec<String> = advised.why.iter().map(|why| words.evidence(why)).collect();
        lines.push(format!("  {}  {}", advised.tag, why.join("; ")));
    }
    if !offered.of_brand.is_empty() {
        lines.push(words.hashtags_heading_brand());
        let tags: Vec<&str> = offered.of_brand.iter().map(|advised| advised.tag.as_str()).collect();
        lines.push(format!("  {}", tags.join(" ")));
    }
    if !against.is_empty() {
        lines.push(words.hashtags_heading_here());
    }
    for (tag, why) in against {
        lines.push(format!("  ! {tag}  {}", words.evidence(why)));
    }
    for network in asked {
        let name = network.name.as_str();
        let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value as u64);
        let (cap, usual) = (value(&network.hashtags), value(&network.usual_hashtags));
        let count = count as u64;
        lines.extend(match (cap, usual.filter(|usual| Some(*usual) != cap)) {
            (Some(cap), Some(usual)) => Some(words.hashtags_both(name, count, usual, cap)),
            (Some(cap), None) => Some(words.hashtags_cap(name, count, cap)),
            (None, Some(usual)) => Some(words.hashtags_usual(name, count, usual)),
            (None, None) => None,
        });
    }
    for line in lines {
        writeln!(session.out, "{}", reveal_line(&line))?;
    }
    Ok(())
}
