//! `palinsesto show ID|PATH`: one post with its fields, counters, findings and text.

use super::line::{channel_name, title};
use super::verdict::verdict;
use super::{Exit, Opened, Session, Stop, Verb, approval, consent, json, origin};
use crate::checks::{counts, networks, plan};
use crate::domain::{Ai, ChannelKey, Decision, Entry, Id, Message, Post, Problem};
use crate::domain::{Reason, RelPath, Week, placements};
use crate::i18n::Words;
use crate::text::{as_pages, messages, reveal, reveal_line, thread};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

pub const VERB: Verb = Verb { name: "show", command, run };

fn command(words: &Words) -> Command {
    let channel = Arg::new("channel")
        .long("channel")
        .value_name(words.cli_value_channel())
        .help(words.cli_arg_show_channel());
    let text =
        Arg::new("text").long("text").action(ArgAction::SetTrue).help(words.cli_arg_show_text());
    Command::new("show").about(words.cli_show()).args([post_arg(words), channel, text])
}

/// The argument that names a post.
pub fn post_arg(words: &Words) -> Arg {
    Arg::new("post").value_name(words.cli_value_post()).required(true).help(words.cli_arg_post())
}

fn run(args: &ArgMatches, session: &mut Session) -> Result<Exit, Stop> {
    let mut opened = session.open()?;
    let entry = post(session, &mut opened, args)?;
    load_around(&mut opened, &entry);
    let channel = args.get_one::<String>("channel");
    if let Some(key) = channel {
        known_channel(session, &opened, key)?;
    }
    if args.get_flag("text") {
        let own = if channel.is_none() { only_text(session, &entry.post)? } else { None };
        let text = sent(&opened, &entry.post, channel.or(own.as_ref()).map(String::as_str));
        return print_text(session, &text);
    }
    if session.json {
        return as_json(session, &mut opened, &entry);
    }
    as_text(session, &mut opened, &entry, channel.map(String::as_str))
}

/// The posts that some of what is noticed about this one is held against: what another one
/// says, or when it goes out, is a finding of both.
fn load_around(opened: &mut Opened, entry: &Entry) {
    for card in placements(&entry.post, opened.zone()) {
        let week = Week::of(card.wall.date());
        opened.load_weeks(week.offset(-plan::BACK), week.offset(plan::BACK));
    }
}

/// The post an argument names: an id, a path of the folder, or a title that one post has.
pub fn post(session: &Session, opened: &mut Opened, args: &ArgMatches) -> Result<Arc<Entry>, Stop> {
    let given = args.get_one::<String>("post").map_or("", String::as_str);
    let found = if let Ok(id) = Id::parse(given) {
        opened.find(&id)
    } else {
        let (path, root) = (session.path(Path::new(given)), opened.folder.root());
        let (path, root) = (std::path::absolute(path)?, std::path::absolute(root)?);
        let path = path.strip_prefix(&root).map(|rest| RelPath::new(rest.to_string_lossy()));
        let path = path.unwrap_or_else(|_| RelPath::new(given));
        let found = opened.load_path(&path);
        if let Some(problem) = opened.shelf.problems().find(|problem| problem.path == path) {
            return Err(problem.clone().into());
        }
        found
    };
    match found {
        Some(entry) => Ok(entry),
        None => titled(session, opened, given),
    }
}

/// What is wrong with the file that an id names, or what stands before the id in its name:
/// nobody knows the title of a post that cannot be read.
fn broken(opened: &Opened, given: &str) -> Option<Problem> {
    let named = |problem: &&Problem| {
        let name = problem.path.as_str().rsplit('/').next().unwrap_or_default();
        let stem = name.strip_suffix(".toml").unwrap_or(name);
        let (slug, id) = stem.rsplit_once('.').unwrap_or((stem, stem));
        [stem, slug, id].contains(&given) || slug == crate::text::slug(given)
    };
    opened.shelf.problems().find(named).cloned()
}

/// The one post that has this title. Where several have it, or have it in theirs, they are
/// listed with their ids: which of them is meant is a person's to say.
fn titled(session: &Session, opened: &mut Opened, given: &str) -> Result<Arc<Entry>, Stop> {
    const LISTED: usize = 8;
    let words = &session.words;
    let wanted = given.trim().to_lowercase();
    let none = || Stop::said(words.cli_no_such_post(reveal_line(given)), words.cli_next_list());
    if wanted.is_empty()
        || given.contains('/')
        || Path::new(given).extension().is_some_and(|end| end == "toml")
    {
        return Err(none());
    }
    opened.load_all();
    let title = |entry: &Entry| entry.post.display_title().to_lowercase();
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<Arc<Entry>> {
        opened.shelf.entries().filter(|entry| fits(&title(entry))).cloned().collect()
    };
    let same = of(&|title| title == wanted);
    if let [only] = same.as_slice() {
        return Ok(only.clone());
    }
    let sentence = if same.is_empty() {
        words.cli_no_such_post(reveal_line(given))
    } else {
        words.cli_several_posts(same.len() as u64, reveal_line(given))
    };
    let like = if same.is_empty() { of(&|title| title.contains(&wanted)) } else { same };
    if let Some(problem) = broken(opened, given.trim()).filter(|_| like.is_empty()) {
        return Err(problem.into());
    }
    if like.is_empty() {
        return Err(none());
    }
    let named = like.iter().take(LISTED).map(|entry| {
        let title = reveal_line(&entry.post.short_title()).into_owned();
        let day = entry.post.when.map(|when| words.day_month(when.wall(opened.zone()).date()));
        let parts = [Some(entry.post.id.to_string()), Some(title), day];
        format!("  {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    });
    let named = named.collect::<Vec<_>>().join("\n");
    Err(Stop::said(sentence, words.cli_next_which_post(named)))
}

/// Refuses a channel the brand does not have, naming those it has.
pub fn known_channel(session: &Session, opened: &Opened, key: &str) -> Result<(), Stop> {
    if opened.workspace.channel(key).is_some() {
        return Ok(());
    }
    let keys: Vec<&str> = opened.workspace.channels.iter().map(|c| c.key.as_str()).collect();
    let words = &session.words;
    let sentence = words.finding_unknown_channel(reveal_line(key));
    Err(Stop::said(sentence, words.next_one_of(reveal_line(&keys.join(", ")))))
}

/// The channel whose own text is the only one that is sent; `None` for the common one.
fn only_text(session: &Session, post: &Post) -> Result<Option<ChannelKey>, Stop> {
    let Some(lead) = post.lead_channel() else { return Ok(None) };
    let same = |key: &ChannelKey| post.text_for(key) == post.text_for(lead);
    if post.channels.iter().all(same) {
        return Ok(Some(lead.clone()));
    }
    let keys = post.channels.iter().map(|key| format!("--channel {key}")).collect::<Vec<_>>();
    let keys = reveal_line(&keys.join(", ")).into_owned();
    Err(Stop::said(session.words.cli_own_texts(), session.words.next_one_of(keys)))
}

/// What goes out on a channel: its messages apart where its network has threads, else as
/// one text; without a channel as it stands.
fn sent(opened: &Opened, post: &Post, channel: Option<&str>) -> String {
    let threads = |key| networks().has_threads(&opened.workspace, key);
    let key = channel.unwrap_or_default();
    let messages = post.sent(key, channel.is_none_or(threads));
    thread(&messages.into_iter().map(|(_, text)| text).collect::<Vec<_>>())
}

/// The text alone: as stored into a pipe or a file, where messages are pages; with marks on
/// a terminal.
fn print_text(session: &mut Session, text: &str) -> Result<Exit, Stop> {
    if session.on_terminal {
        writeln!(session.out, "{}", shown(session, text))?;
    } else {
        writeln!(session.out, "{}", as_pages(text))?;
    }
    Ok(Exit::Fine)
}

/// Revealed, every message of a thread but the first under its number.
pub fn shown(session: &Session, text: &str) -> String {
    let messages = messages(text);
    let of = Message::all(messages.len());
    let one = |(message, own): (&&str, Message)| match own.number {
        1 => reveal(message).into_owned(),
        _ if session.plain => {
            format!("\n{}:\n\n{}", session.words.message(own), reveal(message))
        }
        _ => format!("\n── {own} ──\n\n{}", reveal(message)),
    };
    messages.iter().zip(of).map(one).collect::<Vec<_>>().join("\n")
}

fn as_text(
    session: &mut Session,
    opened: &mut Opened,
    entry: &Entry,
    channel: Option<&str>,
) -> Result<Exit, Stop> {
    let words = &session.words;
    let post = &entry.post;
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut row = |name: String, value: String| rows.push((name, value));
    row(words.cli_field_stage(), words.stage(opened.shelf.stage(entry)));
    row(words.cli_field_approval(), consent::of_any(words, opened, entry).unwrap_or_default());
    if let Some(change) = consent::changed(opened, entry) {
        row(words.cli_field_approval(), change.said(words));
    }
    if let Some(when) = post.when {
        row(words.cli_field_when(), session.when(when, opened.now));
    }
    for (key, variant) in &post.variants {
        if let Some(when) = variant.when {
            let name = channel_name(opened, key);
            row(words.cli_field_when(), format!("{name}: {}", session.when(when, opened.now)));
        }
    }
    let names: Vec<String> = post.channels.iter().map(|key| channel_name(opened, key)).collect();
    row(words.cli_field_channels(), names.join(", "));
    if let Some(pillar) = &post.pillar {
        row(words.cli_field_pillar(), opened.workspace.pillar_name(pillar).to_owned());
    }
    row(words.cli_field_campaign(), post.campaign.clone().unwrap_or_default());
    row(words.cli_field_labels(), post.labels.join(", "));
    let said = |said: &Option<String>| said.clone().unwrap_or_default();
    row(words.cli_field_headline(), said(&post.headline));
    row(words.cli_field_comment(), said(&post.first_comment));
    for (key, own) in &post.variants {
        let of = |said: &Option<String>| {
            said.as_deref()
                .map_or_else(String::new, |s| format!("{}: {s}", channel_name(opened, key)))
        };
        row(words.cli_field_headline(), of(&own.headline));
        row(words.cli_field_comment(), of(&own.first_comment));
    }
    let beside = post.channels.first().is_some_and(|key| post.link_beside(key).is_some());
    let link = said(&post.link);
    let told = words.calendar_link_beside();
    row(words.cli_field_link(), if beside { format!("{link} ({told})") } else { link });
    row(words.cli_field_notes(), post.notes.clone().unwrap_or_default());
    for medium in &post.media {
        let alt = medium.alt.as_deref().unwrap_or("–");
        row(words.cli_field_media(), format!("{}: {alt}", medium.path));
    }
    for (key, published) in &post.published {
        let at = words.moment(published.at.with_timezone(&opened.zone()).naive_local());
        let url = published.url.as_deref().unwrap_or_default();
        row(words.cli_field_published(), format!("{} {at} {url}", channel_name(opened, key)));
    }
    for count in counts(post, &opened.workspace, networks()) {
        let (length, limit) = (words.number(count.count), words.number(count.limit));
        let name = channel_name(opened, &count.channel);
        let part = words.part_of(count.part, count.message);
        row(
            words.cli_field_length(),
            format!("{name}: {part} {length}/{limit} {}", words.unit(count.unit)),
        );
    }
    let waiting = opened.waiting(&post.id);
    if waiting > 0 {
        row(words.cli_field_suggestions(), waiting.to_string());
    }
    if let Some(other) = translated_from(opened, post) {
        let title = reveal_line(&other.post.short_title()).into_owned();
        row(words.cli_field_translates(), format!("{} · {title}", other.post.id));
    }
    if let Some(share) = origin::share(opened, post) {
        row(words.cli_field_origin(), words.share(share));
    }
    for finding in opened.findings(entry, None) {
        let told = words.finding(&finding.kind);
        let severity = words.severity(finding.severity);
        row(words.cli_field_finding(), format!("{severity}: {}. {}", told.sentence, told.next));
    }
    writeln!(session.out, "{}\n{} · {}", title(entry), post.id, reveal_line(entry.path.as_str()))?;
    let open = consent::still_open(&session.words, opened, post);
    for line in open.into_iter().chain(consent::frozen(session, opened, post)) {
        writeln!(session.out, "{line}")?;
    }
    for (name, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(session.out, "{name}: {}", reveal_line(value.trim_end()))?;
    }
    let own: Vec<&String> = match channel {
        Some(_) => Vec::new(),
        None => post.variants.keys().filter(|key| post.has_own_text(key)).collect(),
    };
    let unsent = channel.is_none() && post.lead_channel().is_some();
    if !unsent {
        let text = shown(session, &sent(opened, post, channel));
        writeln!(session.out, "\n{text}")?;
    }
    for key in own {
        let text = shown(session, &sent(opened, post, Some(key)));
        writeln!(session.out, "\n{}:\n\n{text}", channel_name(opened, key))?;
    }
    if unsent && !post.text.trim().is_empty() {
        let text = shown(session, &sent(opened, post, None));
        writeln!(session.out, "\n{}:\n\n{text}", session.words.cli_unsent_text())?;
    }
    if channel.is_none() {
        drafts(session, opened, entry)?;
    }
    Ok(Exit::Fine)
}

/// The suggestions and what became of them, below the human text and never in it.
fn drafts(session: &mut Session, opened: &mut Opened, entry: &Entry) -> Result<(), Stop> {
    for suggestion in opened.suggestions(&entry.post.id) {
        let words = &session.words;
        let by = match suggestion.source.provider.as_str() {
            "composer" => words.cli_by_composer(),
            _ => words.cli_suggestion_by(reveal_line(&suggestion.source.model)),
        };
        let verdict = verdict(&suggestion, words);
        let reply = words.in_reply(&suggestion.brief).map(|words| format!("{words}\n\n"));
        writeln!(
            session.out,
            "\n── {by} · {} · {verdict}\n\n{}{}",
            suggestion.id,
            reply.unwrap_or_default(),
            shown(session, suggestion.text.shown())
        )?;
        super::suggested::extras(session, &suggestion)?;
        super::suggested::amiss(session, &suggestion, &opened.workspace)?;
    }
    Ok(())
}

fn decision(decision: &Decision) -> serde_json::Value {
    json!({
        "sentence": decision.sentence,
        "clause": decision.clause,
        "verdict": decision.verdict.code(),
        "reason": decision.reason.map(Reason::code),
        "words": decision.words,
        "by": decision.by,
        "at": decision.at.to_rfc3339(),
    })
}

/// As in a file: the first message, and those that follow it.
pub fn text_and_parts(text: &str) -> (serde_json::Value, serde_json::Value) {
    let messages = messages(text);
    (json!(messages[0]), json!(messages[1..]))
}

fn translated_from(opened: &mut Opened, post: &Post) -> Option<Arc<Entry>> {
    for id in post.came_from() {
        opened.find(id);
    }
    opened.shelf.translated_from(post).cloned()
}

fn as_json(session: &mut Session, opened: &mut Opened, entry: &Entry) -> Result<Exit, Stop> {
    let post = &entry.post;
    let mut value = json::one_post(opened, &session.words, entry);
    let rows: Vec<_> = counts(post, &opened.workspace, networks())
        .iter()
        .map(|count| {
            let mut row = json::count(count);
            row["channel"] = json!(count.channel);
            row
        })
        .collect();
    (value["text"], value["parts"]) = text_and_parts(&post.text);
    value["hashtags"] = json!(post.hashtags);
    let other = translated_from(opened, post);
    value["translation_of"] = json!(other.map(|other| other.post.id.to_string()));
    value["ai"] = json!(post.ai.map(Ai::code));
    value["headline"] = json!(post.headline);
    value["first_comment"] = json!(post.first_comment);
    value["link"] = json!(post.link);
    value["notes"] = json!(post.notes);
    value["variants"] = post
        .variants
        .iter()
        .map(|(key, v)| {
            let when = v.when.map(|when| json::when_text(when, opened.zone()));
            let first_comment = &v.first_comment;
            let mut own = json!({ "when": when, "text": v.text, "headline": v.headline });
            own["first_comment"] = json!(first_comment);
            if let Some(text) = &v.text {
                (own["text"], own["parts"]) = text_and_parts(text);
            }
            (key.clone(), own)
        })
        .collect::<serde_json::Map<_, _>>()
        .into();
    value["media"] = post
        .media
        .iter()
        .map(|m| {
            json!({
                "path": m.path,
                "alt": m.alt,
                "source": m.source.code(),
                "realistic": m.realistic,
            })
        })
        .collect();
    value["published"] = post
        .published
        .iter()
        .map(|(key, p)| (key.clone(), json!({ "at": p.at.to_rfc3339(), "url": p.url })))
        .collect::<serde_json::Map<_, _>>()
        .into();
    value["drafts"] = opened
        .suggestions(&post.id)
        .iter()
        .map(|suggestion| {
            let mut row = super::suggested::as_json(suggestion, &opened.workspace);
            row["waiting"] = json!(suggestion.is_waiting());
            row["decisions"] = suggestion.decisions.iter().map(decision).collect();
            row
        })
        .collect();
    value[approval::KEY] = consent::as_json(&session.words, opened, entry);
    value["origin"] = origin::as_json(opened, post);
    value["review"] = super::notes::as_json(opened.shelf.review(&post.id), entry);
    value["counts"] = json!(rows);
    session.print_json(&value)?;
    Ok(Exit::Fine)
}
