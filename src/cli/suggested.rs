//! How suggestions and prompts are printed: on paper, as they are watched, and as data.
//! Writes to the session's own output; decides nothing.

use super::{Exit, Session, Stop, json, show};
use crate::ai::Prompt;
use crate::checks;
use crate::domain::{
    Angle, ChosenFact, Finding, Fragment, Hook, Id, Layer, Length, ModelText, Near, Part, Post,
    Remarks, Suggestion, Workspace, about_tokens,
};
use crate::text::{reveal, reveal_line};
use serde_json::json;

/// Exactly what would be sent, and to whom; nothing is.
pub fn show_prompt(session: &mut Session, prompt: &Prompt) -> Result<Exit, Stop> {
    if session.json {
        let layers: Vec<_> = prompt.layers.iter().map(layer_json).collect();
        let [missing, left_out] = remarks_json(&prompt.remarks);
        let value = json!({
            "format": json::FORMAT,
            "provider": prompt.to.provider,
            "model": prompt.to.model,
            "host": prompt.to.host,
            "template": prompt.template,
            "sent": prompt.sent,
            "layers": layers,
            "missing": missing,
            "left_out": left_out,
        });
        session.print_json(&value)?;
        return Ok(Exit::Fine);
    }
    let to = match &prompt.to.host {
        Some(host) => session.words.cli_prompt_to(reveal_line(host), prompt.to.model.as_str()),
        None => session.words.cli_prompt_here(prompt.to.model.as_str()),
    };
    writeln!(session.out, "{}", reveal_line(&to))?;
    let words = &session.words;
    if prompt.layers.is_empty() {
        writeln!(session.out, "{}", words.prompt_nothing_sent())?;
        lacked(session, &prompt.remarks)?;
        left_out(session, &prompt.remarks)?;
        return Ok(Exit::Fine);
    }
    writeln!(session.out, "{}", words.prompt_sum(&prompt.layers))?;
    for layer in &prompt.layers {
        writeln!(session.out, "\n── {}", words.layer_heading(layer))?;
        writeln!(session.out, "{}", reveal(layer.text.trim_matches('\n')))?;
        for fact in &layer.facts {
            writeln!(session.out, "→ {}", words.chosen_fact(fact))?;
        }
    }
    Ok(Exit::Fine)
}

fn layer_json(layer: &Layer) -> serde_json::Value {
    let near = |near: &Near| json!({ "to": near.to.code(), "words": near.words });
    let fact = |fact: &ChosenFact| {
        let near: Vec<_> = fact.near.iter().map(near).collect();
        json!({ "text": fact.text, "near": near, "expires": fact.expires })
    };
    let facts: Vec<_> = layer.facts.iter().map(fact).collect();
    let characters = layer.characters();
    json!({
        "layer": layer.kind.code(),
        "characters": characters,
        "about_tokens": about_tokens(characters),
        "text": layer.text,
        "facts": facts,
    })
}

pub fn head(session: &mut Session, by: &str, number: usize, of: usize) -> Result<(), Stop> {
    writeln!(session.out, "── {number}/{of} · {}", reveal_line(by))?;
    session.out.flush().map_err(Stop::from)
}

pub fn body(
    session: &mut Session,
    suggestion: &Suggestion,
    workspace: &Workspace,
) -> Result<(), Stop> {
    writeln!(session.out, "{}", show::shown(session, &whole(suggestion)))?;
    extras(session, suggestion)?;
    amiss(session, suggestion, workspace)?;
    if let Some(why) = suggestion.fragment {
        writeln!(session.out, "({})", session.words.fragment(why))?;
    }
    if let Some(words) = session.words.in_reply(&suggestion.brief) {
        writeln!(session.out, "({words})")?;
    }
    if suggestion.brief.new_post.is_some() {
        writeln!(session.out, "({})", session.words.drafts_becomes())?;
    }
    left_out(session, &suggestion.source.remarks)?;
    writeln!(session.out)?;
    // A slow source should not keep the ones that are ready waiting.
    session.out.flush().map_err(Stop::from)
}

/// What a person should know before taking it: it is in another language than was asked
/// for, or longer than its channel takes.
pub fn amiss(
    session: &mut Session,
    suggestion: &Suggestion,
    workspace: &Workspace,
) -> Result<(), Stop> {
    let words = &session.words;
    let name = |tag| words.language_name(tag);
    let language = other_language(suggestion, workspace)
        .map(|(said, seems)| words.drafts_other_language(name(seems), name(said)));
    let long = too_long(suggestion, workspace);
    let long = long.iter().map(|finding| words.finding(&finding.kind).sentence);
    for said in language.into_iter().chain(long) {
        writeln!(session.out, "! {}", reveal_line(&said))?;
    }
    Ok(())
}

/// What was asked for, and what it is in.
fn other_language<'a>(
    suggestion: &'a Suggestion,
    workspace: &'a Workspace,
) -> Option<(&'a str, &'static str)> {
    let said = suggestion.brief.lang.as_deref().unwrap_or(workspace.first_language());
    Some((said, checks::plainly_not(suggestion.text.shown(), said)?.tag()))
}

fn too_long(suggestion: &Suggestion, workspace: &Workspace) -> Vec<Finding> {
    let mut post = Post::new(suggestion.post.clone(), "");
    suggestion.text.shown().clone_into(&mut post.text);
    post.hashtags.clone_from(&suggestion.hashtags);
    post.channels.extend(suggestion.brief.channel.clone());
    checks::too_long(&post, workspace, checks::networks())
}

/// What was missing: the same for all the suggestions of a brief.
pub fn lacked(session: &mut Session, remarks: &Remarks) -> Result<(), Stop> {
    let words = &session.words;
    if !remarks.lacks.is_empty() {
        writeln!(session.out, "{}", words.remark_lacks_title())?;
    }
    for lack in &remarks.lacks {
        writeln!(session.out, "→ {}", words.lack(*lack))?;
    }
    Ok(())
}

/// What would have stood in one suggestion, and why it does not.
fn left_out(session: &mut Session, remarks: &Remarks) -> Result<(), Stop> {
    let words = &session.words;
    if !remarks.left_out.is_empty() {
        writeln!(session.out, "\n{}", words.remark_left_out_title())?;
    }
    for one in &remarks.left_out {
        writeln!(session.out, "→ {}", words.left_out(one))?;
    }
    Ok(())
}

/// What was missing, and what was left out.
fn remarks_json(remarks: &Remarks) -> [serde_json::Value; 2] {
    let lacks: Vec<_> = remarks.lacks.iter().map(|lack| lack.code()).collect();
    let left_out = remarks.left_out.iter();
    let left_out: Vec<_> =
        left_out.map(|one| json!({ "why": one.why.code(), "text": one.text })).collect();
    [json!(lacks), json!(left_out)]
}

/// The headline and the first comment, each behind its name.
pub fn extras(session: &mut Session, suggestion: &Suggestion) -> Result<(), Stop> {
    for part in [Part::Headline, Part::FirstComment] {
        if let Some(words) = suggestion.extras.of(part) {
            let name = session.words.part(part);
            writeln!(session.out, "\n{name}: {}", reveal(words.shown()))?;
        }
    }
    Ok(())
}

/// The end of what was watched: the whole once more only where it is not what was seen.
pub fn finish(
    session: &mut Session,
    suggestion: &Suggestion,
    workspace: &Workspace,
    seen: &str,
) -> Result<(), Stop> {
    writeln!(session.out)?;
    if letters(seen) == letters(&whole(suggestion)) && suggestion.fragment.is_none() {
        extras(session, suggestion)?;
        amiss(session, suggestion, workspace)?;
        return writeln!(session.out).map_err(Stop::from);
    }
    writeln!(session.out, "\n{}", session.words.cli_kept_as())?;
    body(session, suggestion, workspace)
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Text and hashtags, as they would be published.
fn whole(suggestion: &Suggestion) -> String {
    let tags: Vec<String> = suggestion.hashtags.iter().map(|tag| format!("#{tag}")).collect();
    let parts = [suggestion.text.shown().to_owned(), tags.join(" ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

pub fn as_json(suggestion: &Suggestion, workspace: &Workspace) -> serde_json::Value {
    let [missing, left_out] = remarks_json(&suggestion.source.remarks);
    let (text, parts) = show::text_and_parts(suggestion.text.shown());
    json!({
        "id": suggestion.id.as_str(),
        "post": suggestion.post.as_str(),
        "path": suggestion.path().as_str(),
        "provider": suggestion.source.provider,
        "model": suggestion.source.model,
        "text": text,
        "hashtags": suggestion.hashtags,
        "headline": suggestion.extras.headline.as_ref().map(ModelText::shown),
        "first_comment": suggestion.extras.first_comment.as_ref().map(ModelText::shown),
        "task": suggestion.brief.task.code(),
        "parts": parts,
        "angle": suggestion.brief.angle.map(Angle::code),
        "hook": suggestion.brief.hook.map(Hook::code),
        "length": suggestion.brief.length.map(Length::code),
        "topic": suggestion.brief.topic,
        "fragment": suggestion.fragment.is_some(),
        "ended": suggestion.fragment.map(Fragment::code),
        "new_post": suggestion.brief.new_post.as_ref().map(Id::as_str),
        "missing": missing,
        "left_out": left_out,
        "other_language": other_language(suggestion, workspace).map(|(_, seems)| seems),
        "too_long": !too_long(suggestion, workspace).is_empty(),
    })
}
