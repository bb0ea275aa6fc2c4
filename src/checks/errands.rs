//! What waits for one person, gathered from notes, findings, facts and the clock: of the
//! posts in memory, and of those in review wherever they stand.

use super::{claim_findings, networks, plan};
use crate::domain::{
    Because, Consent, Entry, Errand, Finding, FindingKind, Gravity, Now, Plan, Post, Shelf, Stage,
    Standing, Workspace, placements,
};
use chrono::{NaiveDate, NaiveDateTime};

/// The rows in the order of the list: by reason, then by day. `me` is a signature; an empty
/// one is nobody in particular.
pub fn errands(shelf: &Shelf, workspace: &Workspace, now: Now, me: &str) -> Vec<Errand> {
    let mut found: Vec<Errand> = Vec::new();
    let plan = plan::known(shelf, workspace, networks(), now.today());
    for entry in shelf.entries() {
        let post = &entry.post;
        let stage = Stage::of_post(post);
        if stage == Stage::Published {
            continue;
        }
        let wall = first_card(post, workspace);
        let errand =
            |because| Errand { post: post.id.clone(), path: entry.path.clone(), wall, because };
        let review = shelf.review(&post.id);
        let changes = review.to_fix(post, me).into_iter().map(|p| Because::Change(p.note.clone()));
        let reviews = review.to_review(me).into_iter().map(|p| Because::Review(p.note.clone()));
        found.extend(changes.chain(reviews).map(errand));
        // An idea has time, and no day to be ready by.
        if stage != Stage::Idea {
            found.extend(of_plan(shelf, workspace, now, entry, &plan).into_iter().map(errand));
        }
    }
    found.sort_by(|a, b| {
        let key = |one: &Errand| (one.because.rank(), one.wall.is_none(), one.wall);
        key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
    });
    found
}

/// Of a post with a day: what holds it back, what it says against the facts, what stands in
/// its way, whether it is late. Of several findings of one kind the first speaks for all.
fn of_plan(
    shelf: &Shelf,
    workspace: &Workspace,
    now: Now,
    entry: &Entry,
    plan: &Plan,
) -> Vec<Because> {
    let findings = plan::findings(entry, shelf, plan);
    // An approval that does not hold is a row of its own.
    let void = |finding: &Finding| matches!(finding.kind, FindingKind::ApprovalVoid { .. });
    let first = |gravity| {
        let weighs = |one: &&Finding| one.gravity() == gravity && !void(one);
        findings.iter().find(weighs).cloned()
    };
    let voided = match &entry.consent {
        glance if glance.is_glance() => None,
        Consent::Void { why, by } => Some(Because::Voided { why: why.clone(), by: by.clone() }),
        Consent::None | Consent::Given(_) => None,
    };
    let blocked = first(Gravity::Blocks).map(Because::Blocked);
    let same_hour = |one: &&Finding| matches!(one.kind, FindingKind::SameHour { .. });
    let clash = findings.iter().find(same_hour).cloned().map(Because::Clash);
    let denied = first(Gravity::Denied).map(Because::Denied);
    let expires = || expiring(&entry.post, workspace, now);
    let expires = if denied.is_none() { expires() } else { None };
    let late = Stage::is_late(&entry.post, now).then_some(Because::Late);
    [voided, blocked, denied, expires, clash, late].into_iter().flatten().collect()
}

/// A claim that stands today and no more on the day the post goes out. Read only where some
/// fact ends in between: claims take their time.
fn expiring(post: &Post, workspace: &Workspace, now: Now) -> Option<Because> {
    let day = first_card(post, workspace)?.date();
    let today = now.today();
    let ends = |on: &NaiveDate| (today..day).contains(on);
    workspace.facts.iter().filter_map(|fact| fact.expires).find(ends)?;
    let then = claim_findings(post, workspace, day).into_iter();
    then.filter_map(|finding| Some((ended(&finding)?, finding)))
        .find(|(on, _)| ends(on))
        .map(|(on, finding)| Because::Expires { finding, on })
}

fn ended(finding: &Finding) -> Option<NaiveDate> {
    match &finding.kind {
        FindingKind::Claim { standing: Standing::Expired { on, .. }, .. } => Some(*on),
        _ => None,
    }
}

fn first_card(post: &Post, workspace: &Workspace) -> Option<NaiveDateTime> {
    let cards = placements(post, workspace.zone);
    let out = |stage| stage == Stage::Published;
    let open = cards.iter().find(|card| !out(Stage::of_placement(post, card)));
    open.or(cards.first()).map(|card| card.wall)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        ContentHash, Fact, Id, Ids, Note, NoteKind, Published, Severity, When, file_path,
    };
    use chrono_tz::Europe::Rome;

    const ADA: &str = "Ada Neri <ada@example.org>";
    const BEA: &str = "Bea Riva <bea@example.org>";

    struct Desk {
        ids: Ids,
        shelf: Shelf,
        workspace: Workspace,
    }

    impl Desk {
        fn new() -> Self {
            let ids = Ids::from_seed(1);
            let workspace = Workspace::new(ids.fresh(), "Bottega Aurora", Rome);
            Self { ids, shelf: Shelf::default(), workspace }
        }

        fn post(&mut self, when: &str, text: &str, findings: Vec<Finding>) -> Id {
            let mut post = Post::new(self.ids.fresh(), text);
            post.text = text.into();
            post.channels = vec!["ig".into()];
            post.lang = Some("it".into());
            post.when = when.parse().ok().map(When::Local);
            let id = post.id.clone();
            let path = file_path(&post, Rome);
            self.shelf.put(Entry { findings, ..Entry::new(path, ContentHash::of(b""), post) });
            id
        }

        fn note(&mut self, post: &Id, kind: NoteKind, by: &str, to: Option<&str>) {
            let note = Note {
                id: self.ids.fresh(),
                post: post.clone(),
                at: chrono::DateTime::UNIX_EPOCH,
                by: by.into(),
                kind,
                to: to.map(str::to_owned),
                about: None,
                channel: None,
                quote: None,
                text: "Manca il giorno.".into(),
            };
            let all = self.shelf.review(post).notes().map(|note| (**note).clone()).chain([note]);
            self.shelf.replace_notes(post.clone(), all.collect(), Vec::new());
        }

        fn told(&self, me: &str) -> Vec<String> {
            let utc = "2026-11-22T10:00:00Z".parse().expect("an instant");
            let now = Now { utc, zone: Rome };
            let all = errands(&self.shelf, &self.workspace, now, me);
            let title = |id: &Id| {
                self.shelf.get(id).map(|entry| entry.post.title.clone()).unwrap_or_default()
            };
            all.iter().map(|one| format!("{} {}", one.because.code(), title(&one.post))).collect()
        }
    }

    #[test]
    fn two_posts_within_the_hour_wait_for_somebody_who_moves_one() {
        let mut desk = Desk::new();
        desk.post("2026-11-25T09:00:00", "Prima", Vec::new());
        desk.post("2026-11-25T09:40:00", "Poi", Vec::new());
        assert!(desk.told(ADA).is_empty(), "a channel the brand does not have");
        desk.workspace.channels.push(crate::domain::Channel {
            key: "ig".into(),
            network: "instagram".into(),
            account: None,
            short: None,
            limit: None,
            slots: Vec::new(),
        });
        desk.shelf.replace_brand(&[]);
        assert_eq!(desk.told(ADA).len(), 2);
        assert!(desk.told(ADA)[0].ends_with("Prima"));
    }

    #[test]
    fn each_person_has_a_list_of_their_own_in_the_order_of_what_presses() {
        let mut desk = Desk::new();
        let late = desk.post("2026-11-20T09:00:00", "Tardi", Vec::new());
        let stuck = Finding::of_file(FindingKind::EmptyText, Severity::Blocks);
        desk.post("2026-11-25T09:00:00", "Vuoto", vec![stuck]);
        let asked = desk.post("2026-12-30T09:00:00", "Dicembre", Vec::new());
        let idea = desk.post("", "Idea", Vec::new());
        desk.note(&asked, NoteKind::Ask, ADA, Some("Bea"));
        desk.note(&idea, NoteKind::Ask, ADA, None);
        desk.note(&asked, NoteKind::Change, BEA, None);
        assert_eq!(desk.told(ADA), ["change Dicembre", "blocked Vuoto", "late Tardi"]);
        let bea = ["review Dicembre", "review Idea", "blocked Vuoto", "late Tardi"];
        assert_eq!(desk.told(BEA), bea);
        assert_eq!(desk.told("")[0], "review Idea", "whoever is nobody may look");
        let gone = desk.shelf.get(&late).map(|entry| entry.post.clone()).expect("there");
        let at = chrono::DateTime::UNIX_EPOCH;
        let published = [("ig".to_owned(), Published { at, url: None })].into();
        let out = Post { published, ..gone };
        let path = file_path(&out, Rome);
        desk.shelf.put(Entry::new(path, ContentHash::of(b"x"), out));
        assert!(!desk.told(ADA).contains(&"late Tardi".to_owned()));
    }

    #[test]
    fn an_approval_that_does_not_hold_is_one_row_and_speaks_of_no_fact() {
        use crate::domain::Voided;
        let mut desk = Desk::new();
        let id = desk.post("2026-11-25T09:00:00", "Lana", Vec::new());
        let mut entry = (**desk.shelf.get(&id).expect("there")).clone();
        entry.consent = Consent::Void { why: Voided::Changed, by: ADA.into() };
        entry.findings.extend(entry.consent.finding());
        desk.shelf.put(entry);
        assert_eq!(desk.told(ADA), ["voided Lana"]);
    }

    #[test]
    fn a_fact_that_ends_before_the_post_goes_out_is_told_in_time() {
        let mut desk = Desk::new();
        for (day, title) in [("2026-12-20", "Natale"), ("2026-11-25", "Lana")] {
            let id = desk.post(&format!("{day}T09:00:00"), title, Vec::new());
            let mut entry = (**desk.shelf.get(&id).expect("there")).clone();
            entry.post.text = "La sciarpa Aurora costa 89 €.".into();
            desk.shelf.put(entry);
        }
        let fact = |expires: &str| Fact {
            id: "sciarpa-prezzo".into(),
            text: "La sciarpa Aurora costa 89 €".into(),
            source: None,
            expires: expires.parse().ok(),
        };
        desk.workspace.facts = vec![fact("2026-12-31")];
        assert!(desk.told(ADA).is_empty());
        desk.workspace.facts = vec![fact("2026-12-01")];
        assert_eq!(desk.told(ADA), ["expires Natale"]);
    }
}
