//! What the gate lets through, and what it never does.

use super::*;
use crate::domain::{
    Ai, Approval, Channel, Consent, ContentHash, Freeze, Freezes, Frozen, Gap, Id, Medium,
    MediumSource, Networks, NotAnAct, Post, Problem, ProblemKind, RelPath, Seen, Trust, Uncovered,
    Variant, Voided, When, Workspace,
};
use crate::vocab::{Input, InputKind, Key, KeyCode, Mouse, MouseKind, Press, Provenance};
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Rome;
use std::str::FromStr as _;

/// What somebody does to a post.
type Change = fn(&mut Post);

fn workspace() -> Workspace {
    let id = Id::parse("b7m2x9qe").expect("an id");
    let mut workspace = Workspace::new(id, "Bottega Aurora", chrono_tz::Europe::Rome);
    let channel = |key: &str, network: &str, account: &str| Channel {
        key: key.into(),
        network: network.into(),
        account: Some(account.into()),
        short: None,
        limit: None,
        slots: Vec::new(),
    };
    workspace.channels = vec![
        channel("ig", "instagram", "@bottega.aurora"),
        channel("bs", "bluesky", "aurora.example"),
    ];
    workspace
}

fn networks() -> &'static Networks {
    crate::checks::networks()
}

fn post() -> Post {
    let mut post = Post::new(Id::parse("k3f9q7ab").expect("an id"), "Lancio");
    post.when = Some(When::Local("2026-11-24T18:30:00".parse().expect("a time")));
    post.channels = vec!["ig".into(), "bs".into()];
    post.lang = Some("it".into());
    post.text = "La lana torna a casa.".into();
    post.hashtags = vec!["lana".into()];
    post.link = Some("https://example.org/inverno".into());
    let alt = Some("Gomitoli di lana grezza".into());
    let path = "media/lana.jpg".to_owned();
    post.media = vec![Medium { path, alt, source: MediumSource::Camera, realistic: None }];
    post
}

fn media() -> Vec<Option<ContentHash>> {
    vec![Some(ContentHash::of(b"a picture"))]
}

fn over(post: &Post) -> Result<Covered, Vec<Uncovered>> {
    covered(post, &workspace(), networks(), &media())
}

fn key() -> LedgerKey {
    LedgerKey::new(&[7; 32]).expect("a key")
}

fn at(second: u32) -> DateTime<Utc> {
    DateTime::from_str(&format!("2026-11-22T10:15:{second:02}Z")).expect("a time")
}

/// When the text stood on the screen.
const SINCE: u64 = 1_000;

fn press(read_at: u64) -> Input {
    let kind = InputKind::Key(Key::plain(KeyCode::Char('y')));
    Input { kind, press: Press::Press, provenance: Provenance::Keyboard, read_at }
}

fn shown(hash: ContentHash) -> Seen {
    let (open, ticked, typed, bulk) = (0, 2, None, false);
    Seen { post: post().id, hash, to_the_end: true, open, ticked, typed, bulk }
}

/// A ledger file with its head.
#[derive(Clone, Default)]
struct Kept {
    bytes: Vec<u8>,
    head: Option<String>,
}

impl Kept {
    fn read(&self) -> Ledger {
        Ledger::read(&self.bytes, self.head.as_deref(), &key())
    }

    fn add(&mut self, act: &Act) {
        let written = self.read().sealed(act, &key()).expect("no fault");
        self.bytes.extend(written.line.as_bytes());
        self.head = Some(written.head);
    }
}

/// Ada approves what the post says; the ledger and the post with its block.
fn approved() -> (Kept, Post) {
    let mut post = post();
    let covered = over(&post).expect("covered");
    let act = ApproveAct::of(&press(2_000), &shown(covered.hash()), SINCE).expect("an act");
    let (act, block) = act.over(&covered, "Ada Neri <ada@example.org>", at(0)).expect("the same");
    let mut kept = Kept::default();
    kept.add(&act);
    post.approval = Some(block.approval().clone());
    (kept, post)
}

fn asked(post: &Post, ledger: &Ledger) -> Consent {
    asked_for(post, ledger, &Signature::None, Trust::Ledger)
}

fn asked_for(post: &Post, ledger: &Ledger, signature: &Signature, wanted: Trust) -> Consent {
    consent(&Question { post, covered: &over(post), ledger, signature, wanted, zone: Rome })
}

fn why(consent: &Consent) -> &str {
    match consent {
        Consent::None => "none",
        Consent::Given(_) => "given",
        Consent::Void { why, .. } => why.code(),
    }
}

#[test]
fn the_covered_bytes_are_as_the_page_says() {
    let covered = over(&post()).expect("covered");
    let picture = ContentHash::of(b"a picture").to_string();
    let text = String::from_utf8(covered.bytes().to_vec()).expect("text");
    let wanted = format!(
        "palinsesto-approval-1\n\
         post 8:k3f9q7ab\n\
         zone 11:Europe/Rome\n\
         channels 2\n\
         channel 2:bs\n\
         network 7:bluesky\n\
         account 14:aurora.example\n\
         visibility 0:\n\
         language 2:it\n\
         instant 20:2026-11-24T17:30:00Z\n\
         messages 1\n\
         text 27:La lana torna a casa.\n#lana\n\
         headline 0:\n\
         first-comment 0:\n\
         channel 2:ig\n\
         network 9:instagram\n\
         account 15:@bottega.aurora\n\
         visibility 0:\n\
         language 2:it\n\
         instant 20:2026-11-24T17:30:00Z\n\
         messages 1\n\
         text 27:La lana torna a casa.\n#lana\n\
         headline 0:\n\
         first-comment 0:\n\
         link 27:https://example.org/inverno\n\
         ai 0:\n\
         media 1\n\
         sha256 64:{picture}\n\
         alt 23:Gomitoli di lana grezza\n\
         source 6:camera\n\
         realistic 0:\n"
    );
    assert_eq!(text, wanted);
    assert_eq!(Covered::read(covered.bytes()), Some(covered.clone()));
    for other in [
        wanted.replace("approval-1", "approval-2"),
        wanted.replace("text 27", "text 26"),
        wanted.replace("text 27", "text 027"),
        wanted.replace("text 27", "text 99999"),
        wanted.replace("channels 2", "channels x"),
        wanted.trim_end().to_owned(),
    ] {
        assert_eq!(Covered::read(other.as_bytes()), None, "{other}");
    }
}

#[test]
fn what_goes_out_is_covered_and_nothing_else() {
    let same = over(&post()).expect("covered");
    let changes: [(&str, Change); 18] = [
        ("text", |p| p.text.push('!')),
        ("a space at the end", |p| p.text.push(' ')),
        ("a look-alike letter", |p| p.text = p.text.replace('a', "а")),
        ("a zero-width space", |p| p.text.push('\u{200B}')),
        ("own text", |p| drop(p.variants.insert("ig".into(), own("Solo qui.")))),
        ("hashtags", |p| p.hashtags.push("bottega".into())),
        ("link", |p| p.link = Some("https://example.org/lnverno".into())),
        ("time", |p| p.when = Some(When::Local("2026-11-24T18:31:00".parse().expect("a time")))),
        ("channels", |p| drop(p.channels.pop())),
        ("language", |p| p.lang = None),
        ("visibility", |p| p.visibility = Some("unlisted".into())),
        ("how much AI a hand declares", |p| p.ai = Some(Ai::Assisted)),
        ("headline", |p| p.headline = Some("Lana".into())),
        ("first comment", |p| p.first_comment = Some("Lana".into())),
        ("alternative text", |p| p.media[0].alt = None),
        ("a picture that is declared otherwise", |p| p.media[0].source = MediumSource::Ai),
        ("a picture that is declared to look real", |p| p.media[0].realistic = Some(true)),
        ("the id", |p| p.id = Id::parse("m4n5p6q7").expect("an id")),
    ];
    for (name, change) in changes {
        let mut post = post();
        change(&mut post);
        assert_ne!(over(&post).expect("covered").hash(), same.hash(), "{name}");
    }
    let others: [(&str, Change); 7] = [
        ("title", |p| p.title = "Altro".into()),
        ("notes", |p| p.notes = Some("Foto dal magazzino".into())),
        ("labels", |p| p.labels.push("lancio".into())),
        ("campaign", |p| p.campaign = Some("inverno".into())),
        ("pillar", |p| p.pillar = Some("prodotto".into())),
        ("order of the channels", |p| p.channels.reverse()),
        ("a text of a channel it does not go out on", |p| {
            drop(p.variants.insert("li".into(), own("Altrove.")));
        }),
    ];
    for (name, change) in others {
        let mut post = post();
        change(&mut post);
        assert_eq!(over(&post).expect("covered").hash(), same.hash(), "{name}");
    }
    let picture = vec![Some(ContentHash::of(b"another picture"))];
    let swapped = covered(&post(), &workspace(), networks(), &picture).expect("covered");
    assert_ne!(swapped.hash(), same.hash());
    let mut other = workspace();
    other.channels[0].account = Some("@altra.bottega".into());
    let elsewhere = covered(&post(), &other, networks(), &media()).expect("covered");
    assert_ne!(elsewhere.hash(), same.hash());
}

fn own(text: &str) -> Variant {
    Variant { text: Some(text.into()), ..Variant::default() }
}

#[test]
fn no_value_can_pass_for_another_or_for_two() {
    let mut one = post();
    one.text = "Uno.\nheadline 4:Lana".into();
    let mut two = post();
    two.text = "Uno.".into();
    two.headline = Some("Lana".into());
    assert_ne!(over(&one).expect("covered").hash(), over(&two).expect("covered").hash());
}

#[test]
fn what_cannot_go_out_cannot_be_approved() {
    let cases: [(Change, Uncovered); 5] = [
        (|p| p.channels.clear(), Uncovered::NoChannel),
        (|p| p.channels = vec!["tv".into()], Uncovered::UnknownChannel("tv".into())),
        (
            |p| {
                p.when = Some(When::Day("2026-11-24".parse().expect("a day")));
                p.channels = vec!["ig".into()];
            },
            Uncovered::NoInstant("Instagram".into()),
        ),
        (
            |p| {
                p.when = Some(When::Local("2026-10-25T02:30:00".parse().expect("a time")));
                p.channels = vec!["ig".into()];
            },
            Uncovered::NoInstant("Instagram".into()),
        ),
        (
            |p| {
                *p = Post { media: Vec::new(), hashtags: Vec::new(), ..p.clone() };
                p.text = " \n".into();
                p.channels = vec!["ig".into()];
            },
            Uncovered::Nothing("Instagram".into()),
        ),
    ];
    for (change, wanted) in cases {
        let mut post = post();
        change(&mut post);
        assert_eq!(over(&post), Err(vec![wanted]));
    }
    let gone = covered(&post(), &workspace(), networks(), &[None]);
    assert_eq!(gone, Err(vec![Uncovered::NoMedium("media/lana.jpg".into())]));
}

#[test]
fn a_yes_holds_for_exactly_what_was_on_the_screen() {
    let (kept, post) = approved();
    let ledger = kept.read();
    let given = asked(&post, &ledger);
    let given = given.given().expect("approved");
    assert_eq!((given.by.as_str(), given.at), ("Ada Neri <ada@example.org>", at(0)));
    let mut changed = post.clone();
    changed.text.push('!');
    assert_eq!(why(&asked(&changed, &ledger)), "changed");
    changed.text.pop();
    assert_eq!(why(&asked(&changed, &ledger)), "given", "what is equal again is approved again");
    assert_eq!(why(&asked(&post, &Ledger::default())), "elsewhere");
    let other = Post { id: Id::parse("m4n5p6q7").expect("an id"), ..post.clone() };
    assert_eq!(why(&asked(&other, &ledger)), "changed", "a copied block");
    assert_eq!(asked(&Post { approval: None, ..post }, &ledger), Consent::None);
}

#[test]
fn whoever_takes_a_yes_back_is_heard_until_somebody_says_it_again() {
    let (mut kept, post) = approved();
    let (by, hash) = ("Bea Riva".to_owned(), over(&post).expect("covered").hash());
    let deed = Deed::Revoke;
    kept.add(&Act { deed, post: post.id.clone(), hash, by, at: at(1), circumstances: None });
    assert_eq!(why(&asked(&post, &kept.read())), "revoked");
    let signed = Signature::Good { by: "ada".into(), touched: true };
    let consent = asked_for(&post, &kept.read(), &signed, Trust::Signed);
    assert_eq!(why(&consent), "revoked", "a signature does not outlive it");
    let again = ApproveAct::of(&press(2_000), &shown(hash), SINCE).expect("an act");
    let (act, _) = again.over(&over(&post).expect("covered"), "Ada", at(2)).expect("the same");
    kept.add(&act);
    assert_eq!(why(&asked(&post, &kept.read())), "given");
}

#[test]
fn a_block_that_is_not_as_the_program_writes_it_is_none() {
    let (kept, post) = approved();
    let block = post.approval.clone().expect("a block");
    let hash = block.hash.strip_prefix("sha256:").expect("a hash").to_owned();
    for forged in [
        Approval { scheme: "palinsesto-approval-2".into(), ..block.clone() },
        Approval { scheme: String::new(), ..block.clone() },
        Approval { hash: hash.clone(), ..block.clone() },
        Approval { hash: format!("sha256:{}", hash.to_uppercase()), ..block.clone() },
        Approval { hash: format!("sha256: {hash}"), ..block.clone() },
        Approval { hash: format!("sha256:{}", &hash[..63]), ..block.clone() },
        Approval { hash: format!("sha256:{hash}0"), ..block.clone() },
        Approval { hash: format!("sha256:{hash}\n"), ..block.clone() },
        Approval { hash: format!("SHA256:{hash}"), ..block.clone() },
        Approval { at: None, ..block.clone() },
        Approval::default(),
    ] {
        let post = Post { approval: Some(forged.clone()), ..post.clone() };
        assert_eq!(why(&asked(&post, &kept.read())), "malformed", "{forged:?}");
    }
}

#[test]
fn only_a_key_pressed_long_enough_after_the_whole_text_was_shown_is_an_act() {
    let hash = ContentHash::of(b"x");
    let of = |input: &Input, shown: &Seen| ApproveAct::of(input, shown, SINCE).map(drop);
    assert_eq!(of(&press(1_400), &shown(hash)), Ok(()));
    for (name, input) in [
        ("paste", Input { kind: InputKind::Paste("y".into()), ..press(9_000) }),
        ("pasted key", Input { provenance: Provenance::Paste, ..press(9_000) }),
        ("repeat", Input { press: Press::Repeat, ..press(9_000) }),
        ("mouse", Input { provenance: Provenance::Mouse, ..press(9_000) }),
        ("terminal", Input { provenance: Provenance::Terminal, ..press(9_000) }),
        ("focus", Input { kind: InputKind::FocusGained, ..press(9_000) }),
        ("size", Input { kind: InputKind::Resize { width: 80, height: 24 }, ..press(9_000) }),
        ("click", {
            let (kind, clicks, shift) = (MouseKind::Down, 1, false);
            let mouse = Mouse { kind, column: 1, row: 1, clicks, shift };
            Input { kind: InputKind::Mouse(mouse), ..press(9_000) }
        }),
    ] {
        assert_eq!(of(&input, &shown(hash)), Err(NotAnAct::NotAPress), "{name}");
    }
    for early in [0, 999, 1_000, 1_399] {
        assert_eq!(of(&press(early), &shown(hash)), Err(NotAnAct::TooSoon), "{early}");
    }
    let half = Seen { to_the_end: false, ..shown(hash) };
    assert_eq!(of(&press(9_000), &half), Err(NotAnAct::NotToTheEnd));
    let first = hash.to_string()[..TYPED].to_owned();
    let open = Seen { open: 1, ..shown(hash) };
    assert_eq!(of(&press(9_000), &open), Err(NotAnAct::NotConfirmed));
    for wrong in ["", "0000", &first[..3], &format!("{first}0")] {
        let typed = Seen { typed: Some(wrong.to_owned()), ..open.clone() };
        assert_eq!(of(&press(9_000), &typed), Err(NotAnAct::NotConfirmed), "{wrong}");
    }
    for right in [first.clone(), first.to_uppercase(), format!(" {first} ")] {
        let typed = Seen { typed: Some(right), ..open.clone() };
        let act = ApproveAct::of(&press(9_000), &typed, SINCE).expect("an act");
        assert_eq!(act.circumstances().how, How::Typed);
    }
    let bulk = Seen { bulk: true, ..shown(hash) };
    assert_eq!(
        ApproveAct::of(&press(9_000), &bulk, SINCE).expect("an act").circumstances().how,
        How::Bulk
    );
}

#[test]
fn an_act_about_other_bytes_writes_nothing() {
    let act = ApproveAct::of(&press(2_000), &shown(ContentHash::of(b"x")), SINCE).expect("an act");
    assert!(act.over(&over(&post()).expect("covered"), "Ada", at(0)).is_none());
}

#[test]
fn a_ledger_in_which_anything_was_touched_vouches_for_nothing() {
    let (mut kept, post) = approved();
    let hash = ContentHash::of(b"another");
    for second in 1..4 {
        let (deed, by) = (Deed::Revoke, "Ada".to_owned());
        let post = post.id.clone();
        kept.add(&Act { deed, post, hash, by, at: at(second), circumstances: None });
    }
    assert_eq!(kept.read().fault(), None);
    let lines: Vec<Vec<u8>> =
        kept.bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let with = |lines: Vec<Vec<u8>>| Kept { bytes: lines.concat(), head: kept.head.clone() };
    let mut swapped = lines.clone();
    swapped.swap(1, 2);
    let mut twice = lines.clone();
    twice.insert(1, lines[1].clone());
    let mut spaced = lines.clone();
    spaced[1].insert(1, b' ');
    let mut blank = lines.clone();
    blank.insert(1, b"\n".to_vec());
    let renamed = String::from_utf8(lines.concat()).expect("text").replace("Ada", "Bea");
    let deeds = String::from_utf8(lines.concat()).expect("text").replace("revoke", "approve");
    let crlf = String::from_utf8(lines.concat()).expect("text").replace('\n', "\r\n");
    for (name, kept) in [
        ("a line dropped", with([&lines[..1], &lines[2..]].concat())),
        ("the last two dropped", with(lines[..2].to_vec())),
        ("all dropped", with(Vec::new())),
        ("two swapped", with(swapped)),
        ("one twice", with(twice)),
        ("a space", with(spaced)),
        ("an empty line", with(blank)),
        ("another name", Kept { bytes: renamed.into_bytes(), ..kept.clone() }),
        ("other deeds", Kept { bytes: deeds.into_bytes(), ..kept.clone() }),
        ("other line ends", Kept { bytes: crlf.into_bytes(), ..kept.clone() }),
        ("no head", Kept { head: None, ..kept.clone() }),
        ("another head", Kept { head: Some("0".repeat(64)), ..kept.clone() }),
    ] {
        let ledger = kept.read();
        assert!(ledger.fault().is_some(), "{name}");
        assert_ne!(why(&asked(&post, &ledger)), "given", "{name}");
        let nothing = Act { hash, ..ledger_act(&post) };
        assert_eq!(ledger.sealed(&nothing, &key()), None, "nothing is added to it: {name}");
    }
    let other = LedgerKey::new(&[8; 32]).expect("a key");
    assert!(Ledger::read(&kept.bytes, kept.head.as_deref(), &other).fault().is_some());
}

fn ledger_act(post: &Post) -> Act {
    let (deed, by, hash) = (Deed::Revoke, String::new(), ContentHash::of(b""));
    Act { deed, post: post.id.clone(), hash, by, at: at(9), circumstances: None }
}

#[test]
fn a_ledger_a_kill_cut_short_is_sound() {
    let (kept, post) = approved();
    let before = kept.clone();
    let mut after = kept;
    after.add(&Act { deed: Deed::Revoke, ..ledger_act(&post) });
    // Killed between the line and the head.
    let late = Kept { bytes: after.bytes.clone(), head: before.head.clone() };
    assert_eq!((late.read().fault(), late.read().acts().len()), (None, 2));
    // Killed in the middle of the line.
    for cut in before.bytes.len()..after.bytes.len() {
        let torn = Kept { bytes: after.bytes[..cut].to_vec(), head: before.head.clone() };
        assert_eq!((torn.read().fault(), torn.read().acts().len()), (None, 1), "{cut}");
    }
    assert_eq!(Kept::default().read().fault(), None);
}

#[test]
fn a_signature_counts_as_much_as_the_folder_asks_for() {
    let (kept, post) = approved();
    let (ledger, empty) = (kept.read(), Ledger::default());
    let good = |touched| Signature::Good { by: "ada@example.org".into(), touched };
    let bad = Signature::Bad(crate::domain::Unheld::Other);
    let unjudged = Signature::Unjudged(crate::domain::Unjudged::NotYet);
    for (ledger, signature, wanted, says) in [
        (&empty, &good(false), Trust::Ledger, "given"),
        (&empty, &good(false), Trust::Signed, "given"),
        (&empty, &good(false), Trust::Touched, "too-weak"),
        (&empty, &good(true), Trust::Touched, "given"),
        (&ledger, &Signature::None, Trust::Signed, "too-weak"),
        (&ledger, &bad, Trust::Signed, "bad-signature"),
        (&ledger, &bad, Trust::Ledger, "given"),
        (&empty, &bad, Trust::Ledger, "elsewhere"),
        // What nobody has judged is believed for no signature's sake.
        (&ledger, &unjudged, Trust::Ledger, "given"),
        (&empty, &unjudged, Trust::Ledger, "unjudged"),
        (&ledger, &unjudged, Trust::Signed, "unjudged"),
        (&ledger, &unjudged, Trust::Touched, "unjudged"),
    ] {
        let consent = asked_for(&post, ledger, signature, wanted);
        assert_eq!(why(&consent), says, "{signature:?} {wanted:?}");
    }
    let consent = asked_for(&post, &empty, &good(false), Trust::Signed);
    assert_eq!(consent.given().map(|given| given.by.as_str()), Some("ada@example.org"));
    let mut changed = post;
    changed.text.push('!');
    let consent = asked_for(&changed, &empty, &good(true), Trust::Signed);
    assert_eq!(consent.voided(), Some(&Voided::Changed));
}

#[test]
fn an_act_says_with_what_care_it_was_made() {
    let hash = ContentHash::of(b"x");
    let of = |shown: &Seen| ApproveAct::of(&press(9_500), shown, SINCE).expect("an act");
    let (how, seconds, open, ticked) = (How::Key, 8, 0, 2);
    let key = Circumstances { how, seconds, open, ticked };
    assert_eq!(of(&shown(hash)).circumstances(), key);
    let bulk = Seen { bulk: true, ..shown(hash) };
    assert_eq!(of(&bulk).circumstances(), Circumstances { how: How::Bulk, ..key });
    let first = hash.to_string()[..TYPED].to_owned();
    let typed = Seen { typed: Some(first), open: 1, ..bulk };
    let wanted = Circumstances { how: How::Typed, open: 1, ..key };
    assert_eq!(of(&typed).circumstances(), wanted);
    assert_eq!(of(&typed).post(), &post().id);
}

#[test]
fn at_a_terminal_only_the_first_characters_of_the_hash_are_an_act() {
    let shown = shown(ContentHash::of(b"x"));
    let first = shown.hash.to_string()[..TYPED].to_owned();
    for wrong in ["", "y", "zzzz", &first[1..], &format!("{first}{first}")] {
        assert_eq!(ApproveAct::typed(wrong, &shown).err(), Some(NotAnAct::NotConfirmed), "{wrong}");
    }
    let act = ApproveAct::typed(&format!("{first}\n"), &shown).expect("an act");
    let wanted = Circumstances { how: How::Typed, seconds: 0, open: 0, ticked: 2 };
    assert_eq!(act.circumstances(), wanted);
}

#[test]
fn words_go_out_without_a_picture_and_a_picture_without_words() {
    let words = Post { media: Vec::new(), ..post() };
    assert!(over(&words).is_ok());
    let picture = Post { text: String::new(), hashtags: Vec::new(), ..post() };
    assert!(over(&picture).is_ok());
}

#[test]
fn every_value_is_there_to_be_shown_with_the_channel_it_is_of() {
    let covered = over(&post()).expect("covered");
    let of = |name: &str| -> Vec<(Option<&str>, &str)> {
        let named = covered.lines().iter().filter(|line| line.name == name);
        named.map(|line| (line.channel.as_deref(), line.value.as_str())).collect()
    };
    assert_eq!(of("post"), [(None, "k3f9q7ab")]);
    assert_eq!(of("network"), [(Some("bs"), "bluesky"), (Some("ig"), "instagram")]);
    assert_eq!(of("link"), [(None, "https://example.org/inverno")]);
    assert_eq!(of("alt"), [(None, "Gomitoli di lana grezza")]);
}

#[test]
fn what_stands_of_a_post_is_what_was_approved_and_not_taken_back() {
    let (mut kept, post) = approved();
    let hash = over(&post).expect("covered").hash();
    let act = |deed, hash, second| {
        let (post, by, at) = (post.id.clone(), "Ada".to_owned(), at(second));
        Act { deed, post, hash, by, at, circumstances: None }
    };
    let other = ContentHash::of(b"another version");
    kept.add(&act(Deed::Approve, other, 1));
    assert_eq!(kept.read().standing(&post.id), [hash, other]);
    kept.add(&act(Deed::Revoke, hash, 2));
    assert_eq!(kept.read().standing(&post.id), [other]);
    kept.add(&act(Deed::Approve, hash, 3));
    assert_eq!(kept.read().standing(&post.id), [other, hash]);
    assert!(kept.read().standing(&Id::parse("m4n5p6q7").expect("an id")).is_empty());
}

#[test]
fn a_fault_says_from_which_line_on_nothing_is_believed() {
    let (mut kept, post) = approved();
    let hash = ContentHash::of(b"another version");
    let by = "Ada".to_owned();
    let (deed, post) = (Deed::Approve, post.id);
    kept.add(&Act { deed, post, hash, by, at: at(1), circumstances: None });
    let text = String::from_utf8(kept.bytes.clone()).expect("text");
    let line = |text: &str| {
        let read = Kept { bytes: text.as_bytes().to_vec(), ..kept.clone() }.read();
        (read.fault().map(|fault| fault.gap), read.acts().len())
    };
    assert_eq!(line(&text), (None, 2));
    assert_eq!(line(&text.replace("Neri", "Nera")), (Some(Gap::Line(1)), 0));
    let (first, second) = text.split_at(text.find('\n').expect("a line") + 1);
    assert_eq!(line(&format!("{first}{}", second.replace("Ada", "Eva"))), (Some(Gap::Line(2)), 1));
    assert_eq!(line(first), (Some(Gap::End { after: 1 }), 1), "the head knows of one more");
    assert_eq!(line(""), (Some(Gap::Line(1)), 0));
    let path = |ledger: Ledger| ledger.at("acts", "key").fault().map(|fault| fault.path.clone());
    assert_eq!(path(Ledger::unsound(Gap::Line(1))).as_deref(), Some("acts"));
    assert_eq!(path(Ledger::unsound(Gap::Key)).as_deref(), Some("key"));
    assert_eq!(path(kept.read()), None);
}

#[test]
fn what_was_approved_last_is_known_whatever_was_taken_back_since() {
    let (mut kept, post) = approved();
    let first = over(&post).expect("covered").hash();
    let last = |kept: &Kept| kept.read().last_approved(&post.id).map(|act| act.hash);
    assert_eq!(last(&kept), Some(first));
    let hash = ContentHash::of(b"another version");
    for (deed, hash, second) in [(Deed::Approve, hash, 1), (Deed::Revoke, first, 2)] {
        let (post, by) = (post.id.clone(), "Ada".to_owned());
        kept.add(&Act { deed, post, hash, by, at: at(second), circumstances: None });
    }
    assert_eq!(last(&kept), Some(hash));
    assert_eq!(kept.read().last_approved(&Id::parse("m4n5p6q7").expect("an id")), None);
}

#[test]
fn what_is_held_back_is_not_cleared_however_well_it_is_approved() {
    let (kept, post) = approved();
    let (ledger, covered) = (kept.read(), over(&post));
    let signature = &Signature::None;
    let question = Question {
        post: &post,
        covered: &covered,
        ledger: &ledger,
        signature,
        wanted: Trust::Ledger,
        zone: Rome,
    };
    let yes = || verify(&question).expect("it holds").expect("approved");
    let cleared = yes();
    let hash = cleared.covered().hash();
    let cleared = cleared.cleared(&post, &Freezes::default()).expect("nothing holds it back");
    assert_eq!(cleared.approved().covered().hash(), hash);
    let freeze = |what| Freeze { what, since: at(0), by: String::new(), why: None };
    let unread = Problem::whole(RelPath::new("freeze.toml"), ProblemKind::NotUtf8);
    let by = |what| Freezes { all: vec![freeze(what)], faults: Vec::new() };
    for held in [
        by(Frozen::All),
        by(Frozen::Channel("ig".into())),
        Freezes { faults: vec![unread], ..Freezes::default() },
    ] {
        assert_eq!(yes().cleared(&post, &held), None, "{held:?}");
    }
    assert!(yes().cleared(&post, &by(Frozen::Channel("li".into()))).is_some());
}

#[test]
fn the_page_says_what_each_field_of_an_act_is() {
    let (kept, _) = approved();
    let page = include_str!("../../docs/approval.md");
    let (_, rest) = page.split_once("```json\n").expect("an act");
    let (example, rest) = rest.split_once("\n```").expect("its end");
    let names = |line: &str| -> Vec<String> {
        let keys = line.split(['{', ',']).filter_map(|part| part.split_once("\":"));
        keys.map(|(key, _)| key.trim_start_matches('"').to_owned()).collect()
    };
    let written = String::from_utf8(kept.bytes).expect("text");
    assert_eq!(names(example), names(written.trim_end()));
    let (table, _) = rest.split_once("\n\n`head`").expect("the end of the table");
    let told = table.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    assert_eq!(told.collect::<Vec<_>>(), names(example));
    for word in ["approve", "revoke", "set-aside", "key", "typed", "bulk"] {
        assert!(table.contains(&format!("`{word}`")), "{word}");
    }
}
