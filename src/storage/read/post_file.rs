//! A post file: bytes to a post, or to the one problem that makes it a card of its own.
//! Notices what only the file can tell; what needs networks or media belongs to `checks`.

use crate::document::{Context, Fields, Source, Value, conflict_marker, parse};
use crate::domain::{
    Ai, Approval, ClaimKind, ContentHash, Entry, Finding, FindingKind, IDEAS, Id, Medium,
    MediumSource, Moment, Origin, Post, Problem, Published, RelPath, Severity, Tick, Variant,
    Verdict, When,
};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Keys a hand might write to declare a stage, in both languages. None of them does.
const STATUS_KEYS: [&str; 8] =
    ["status", "stato", "state", "stage", "approved", "approvato", "done", "scheduled"];

/// Keys that are reserved, or that other versions write: kept, not read.
const RESERVED: [&str; 1] = ["format"];

/// Reads one post. `zone` is the brand's: it decides the week and the hours that daylight
/// saving skips or repeats.
pub fn read_post(path: &RelPath, bytes: &[u8], zone: Tz) -> Result<Entry, Problem> {
    let source = Source::new(path, bytes)?;
    let tree = parse(&source)?;
    let context = Context { source: &source, zone };
    let mut fields = Fields::root(context, &tree);
    let mut findings = Vec::new();
    let post = post(context, &mut fields, &mut findings)?;
    name_of_file(path, &post, &mut findings);
    place_of_file(path, &post, zone, &mut findings);
    Ok(Entry { findings, ..Entry::new(path.clone(), ContentHash::of(bytes), post) })
}

fn post(
    context: Context,
    fields: &mut Fields,
    findings: &mut Vec<Finding>,
) -> Result<Post, Problem> {
    let id = fields.id("id")?;
    let mut post =
        Post::new(fields.required("id", id)?, fields.string("title")?.unwrap_or_default());
    post.when = fields.when("when")?;
    post.channels = fields.strings("channels")?;
    post.pillar = fields.string("pillar")?;
    post.campaign = fields.string("campaign")?;
    post.labels = fields.strings("labels")?;
    post.lang = fields.string("lang")?;
    post.visibility = fields.string("visibility")?;
    post.link = fields.string("link")?;
    post.notes = fields.text("notes")?;
    post.text = fields.thread("text")?.unwrap_or_default();
    post.hashtags = fields.strings("hashtags")?;
    post.headline = fields.string("headline")?;
    post.first_comment = fields.text("first_comment")?;
    post.ai = declared(context, fields, findings);
    let mut notice = Noticer { context, findings };
    notice.when(post.when, fields.offset("when"), None);
    notice.text(&post.text, fields.offset("text"), None);
    post.variants = variants(fields, &mut notice)?;
    post.media = media(fields, notice.findings)?;
    post.origin = origins(fields, notice.findings)?;
    post.ticks = ticks(fields, notice.findings)?;
    post.approval = approval(context, fields, notice.findings);
    post.published = published(context, fields, notice.findings)?;
    for key in STATUS_KEYS {
        if let Some(value) = fields.get(key) {
            findings.push(status(context, key, value));
        }
    }
    fields.allow(&RESERVED);
    fields.unknown(findings);
    Ok(post)
}

/// What a hand says of AI in the texts. Any other word than ours says nothing, and is told.
fn declared(context: Context, fields: &mut Fields, findings: &mut Vec<Finding>) -> Option<Ai> {
    let value = fields.get("ai")?;
    let said = value.get_ref().as_str();
    let found = said.and_then(Ai::from_code);
    if found.is_none() {
        let said = said.map_or_else(|| context.source.text[value.span()].into(), str::to_owned);
        let kind = FindingKind::UnknownAi { said };
        findings.push(context.finding(value.span().start, kind, Severity::Warns));
    }
    found
}

fn variants(
    fields: &mut Fields,
    notice: &mut Noticer,
) -> Result<BTreeMap<String, Variant>, Problem> {
    let mut variants = BTreeMap::new();
    for (channel, mut fields) in fields.named("variants")? {
        let variant = Variant {
            when: fields.when("when")?,
            text: fields.thread("text")?,
            headline: fields.string("headline")?,
            first_comment: fields.text("first_comment")?,
            visibility: fields.string("visibility")?,
        };
        notice.when(variant.when, fields.offset("when"), Some(channel));
        notice.text(variant.text.as_deref().unwrap_or(""), fields.offset("text"), Some(channel));
        fields.allow(&RESERVED);
        fields.unknown(notice.findings);
        variants.insert(channel.to_owned(), variant);
    }
    Ok(variants)
}

fn media(fields: &mut Fields, findings: &mut Vec<Finding>) -> Result<Vec<Medium>, Problem> {
    let mut media = Vec::new();
    for mut fields in fields.tables("media")? {
        let path = fields.string("path")?;
        let codes = MediumSource::ALL.map(MediumSource::code);
        media.push(Medium {
            path: fields.required("path", path)?,
            alt: fields.string("alt")?,
            source: fields.code("source", MediumSource::from_code, &codes)?.unwrap_or_default(),
            realistic: fields.bool("realistic")?,
        });
        fields.unknown(findings);
    }
    Ok(media)
}

fn ticks(fields: &mut Fields, findings: &mut Vec<Finding>) -> Result<Vec<Tick>, Problem> {
    let mut ticks = Vec::new();
    for mut fields in fields.tables("claim")? {
        let quote = fields.string("quote")?;
        let codes = ClaimKind::ALL.map(ClaimKind::code);
        let kind = fields.code("kind", ClaimKind::from_code, &codes)?;
        let verdict = fields.string("verdict")?;
        let at = fields.instant("at")?;
        let (fact, version) = (fields.string("fact")?, fields.string("fact_version")?);
        ticks.push(Tick {
            quote: fields.required("quote", quote)?,
            kind: fields.required("kind", kind)?,
            verdict: fields.required("verdict", verdict)?,
            note: fields.string("note")?,
            fact: fact.map(|id| (id, version.unwrap_or_default())),
            by: fields.string("by")?.unwrap_or_default(),
            at: fields.required("at", at)?,
        });
        fields.unknown(findings);
    }
    Ok(ticks)
}

fn origins(fields: &mut Fields, findings: &mut Vec<Finding>) -> Result<Vec<Origin>, Problem> {
    let mut origins = Vec::new();
    for mut fields in fields.tables("origin")? {
        let draft = fields.string("draft")?;
        let draft = fields.required("draft", draft)?;
        let ids = draft.split_once('/').and_then(|(post, suggestion)| {
            Some((Id::parse(post).ok()?, Id::parse(suggestion).ok()?))
        });
        let Some((post, suggestion)) = ids else {
            return Err(fields.bad_value("draft", draft, &[]));
        };
        let verdict = |code: &str| Verdict::from_code(code).filter(|&v| v != Verdict::Rejected);
        let decision = fields.code("decision", verdict, &["accepted", "rewritten"])?;
        let at = fields.instant("at")?;
        origins.push(Origin {
            post,
            suggestion,
            decision: fields.required("decision", decision)?,
            at: fields.required("at", at)?,
            by: fields.string("by")?.unwrap_or_default(),
        });
        fields.unknown(findings);
    }
    Ok(origins)
}

/// A block that is not as it should be is no reason to lose the post: what is not there, or
/// not what it has to be, stays empty, and the gate finds it wanting.
fn approval(
    context: Context,
    fields: &mut Fields,
    findings: &mut Vec<Finding>,
) -> Option<Approval> {
    let value = fields.get("approval")?;
    let Ok(mut block) = Fields::of(context, "approval", value) else {
        findings.push(status(context, "approval", value));
        return None;
    };
    let mut word = |key| block.string(key).ok().flatten().unwrap_or_default();
    let (scheme, hash, by, signature) = (word("scheme"), word("hash"), word("by"), word("sig"));
    let at = block.instant("at").ok().flatten();
    block.unknown(findings);
    let signature = Some(signature).filter(|armour| !armour.is_empty());
    Some(Approval { scheme, hash, by, at, signature })
}

fn published(
    context: Context,
    fields: &mut Fields,
    findings: &mut Vec<Finding>,
) -> Result<BTreeMap<String, Published>, Problem> {
    if let Some(value) = fields.get("published").filter(|value| !value.get_ref().is_table()) {
        findings.push(status(context, "published", value));
        return Ok(BTreeMap::new());
    }
    let mut published = BTreeMap::new();
    for (channel, mut fields) in fields.named("published")? {
        let at = fields.instant("at")?;
        let at = fields.required("at", at)?;
        let url = fields.string("url")?;
        fields.allow(&["id"]);
        fields.unknown(findings);
        published.insert(channel.to_owned(), Published { at, url });
    }
    Ok(published)
}

fn status(context: Context, key: &str, value: &Value) -> Finding {
    let kind = FindingKind::StatusKey { key: key.to_owned() };
    context.finding(value.span().start, kind, Severity::Warns)
}

/// `SLUG.ID.toml`: whether that id is the post's own. A name without one says nothing.
fn name_of_file(path: &RelPath, post: &Post, findings: &mut Vec<Finding>) {
    let mut parts = path.file_name().rsplit('.').skip(1);
    let (named, slug) = (parts.next().and_then(|id| Id::parse(id).ok()), parts.next());
    if let (Some(named), Some(_)) = (named, slug)
        && named != post.id
    {
        let kind = FindingKind::NamedForAnother { named: named.to_string() };
        findings.push(Finding::of_file(kind, Severity::Warns));
    }
}

/// Whether the folder the file stands in is the one its `when` asks for.
fn place_of_file(path: &RelPath, post: &Post, zone: Tz, findings: &mut Vec<Finding>) {
    let planned = path.as_str().starts_with("posts/");
    if !planned && path.parent() != IDEAS {
        return;
    }
    let kind = match post.home_week(zone) {
        None if planned => FindingKind::NoWhen,
        Some(expected) if path.parent() != expected.folder() => FindingKind::Misfiled { expected },
        _ => return,
    };
    findings.push(Finding::of_file(kind, Severity::Warns));
}

struct Noticer<'a> {
    context: Context<'a>,
    findings: &'a mut Vec<Finding>,
}

impl Noticer<'_> {
    /// A time that daylight saving skips or shows twice is asked about, never moved.
    fn when(&mut self, when: Option<When>, offset: usize, channel: Option<&str>) {
        let kind = match when.map(|when| when.moment(self.context.zone)) {
            Some(Moment::Gap { before, after, .. }) => FindingKind::TimeSkipped { before, after },
            Some(Moment::Fold { .. }) => FindingKind::TimeTwice,
            _ => return,
        };
        let finding = self.context.finding(offset, kind, Severity::Blocks);
        self.findings.push(Finding { channel: channel.map(str::to_owned), ..finding });
    }

    /// TOML takes conflict markers inside a string for prose; nobody wants them published.
    fn text(&mut self, text: &str, offset: usize, channel: Option<&str>) {
        let Some(start) = conflict_marker(text) else { return };
        let raw = &self.context.source.text[offset..];
        let offset = offset + conflict_marker(raw).unwrap_or(0);
        let finding = self.context.finding(offset, FindingKind::ConflictInText, Severity::Blocks);
        let line = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let channel = channel.map(str::to_owned);
        self.findings.push(Finding { span: Some(start..line), channel, ..finding });
    }
}
