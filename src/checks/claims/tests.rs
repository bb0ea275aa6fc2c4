use super::*;
use crate::domain::{ClaimKind, Fact, Finding, FindingKind, Ids, Voice, Workspace};

pub fn workspace(facts: &[(&str, &str, Option<&str>)]) -> Workspace {
    let fact = |(id, text, expires): &(&str, &str, Option<&str>)| Fact {
        id: (*id).into(),
        text: (*text).into(),
        source: None,
        expires: expires.map(|day| day.parse().expect("a day")),
    };
    Workspace {
        languages: vec!["it".into(), "en".into()],
        voice: Voice { hashtags: vec!["bottegaaurora".into()], ..Voice::default() },
        facts: facts.iter().map(fact).collect(),
        ..Workspace::new(Ids::from_seed(1).fresh(), "Bottega Aurora", chrono_tz::Europe::Rome)
    }
}

pub fn today() -> NaiveDate {
    "2026-11-25".parse().expect("a day")
}

/// `kind verdict quote` of each claim.
fn read(facts: &[(&str, &str, Option<&str>)], text: &str) -> Vec<String> {
    let grounds = Grounds::new(&workspace(facts));
    let context =
        ClaimContext { grounds: &grounds, brief: None, post: None, lang: None, today: today() };
    let line = |claim: &Claim| {
        format!("{} {} {}", claim.kind.code(), claim.standing.code(), &text[claim.span.clone()])
    };
    claims(text, &context).iter().map(line).collect()
}

fn kinds(text: &str) -> Vec<String> {
    read(&[], text).iter().map(|line| line.replacen("unknown ", "", 1)).collect()
}

const FACTS: &[(&str, &str, Option<&str>)] = &[
    ("sciarpa", "La sciarpa Aurora costa 89 €", Some("2026-12-31")),
    ("colori", "La sciarpa esiste in 3 colori", None),
    ("berretto-promo", "I berretti Tirno sono in promozione a 38 €", Some("2026-11-10")),
    ("corso", "Il corso di telaio costa 120 €, dura sei ore e ha al massimo cinque persone", None),
    ("pecore", "La lana viene dalle 46 pecore di Elio Brandi, a 9 km dalla bottega", None),
    ("spedizione", "La spedizione in Italia costa 9 €, gratis sopra i 150 €", None),
    (
        "orario",
        "La bottega è aperta dal martedì al sabato, dalle 9 alle 18; chiusa il lunedì",
        None,
    ),
    ("data", "Il corso è sabato 28 novembre 2026", None),
];

#[test]
fn the_same_subject_with_another_figure_is_contradicted_and_another_subject_is_unknown() {
    for (text, expected) in [
        ("La sciarpa Aurora a 89 €.", "price supported 89 €"),
        ("Sciarpa a 79 €!", "price contradicted 79 €"),
        ("Guanti a 79 €.", "price unknown 79 €"),
        ("Guanti a 89 €.", "price unknown 89 €"),
        ("La sciarpa è tornata. Guanti a 89 €.", "price unknown 89 €"),
        ("La sciarpa Aurora è tornata. Solo 89 €.", "price supported 89 €"),
        ("La sciarpa torna in tre colori.", "number supported tre colori"),
        ("La sciarpa torna in quattro colori.", "number contradicted quattro colori"),
        ("Il berretto Tirno è a 38 €.", "price expired 38 €"),
        ("Il corso costa €120.", "price supported €120"),
        ("Il corso dura otto ore.", "number contradicted otto ore"),
        ("Vi aspettiamo dalle 9 alle 18.", "date supported 9 alle 18"),
        ("La bottega è aperta dalle 9 alle 19.", "date contradicted 9 alle 19"),
        ("Il corso è il 28 novembre.", "date supported 28 novembre"),
        ("Il corso è il 5 dicembre.", "date contradicted 5 dicembre"),
        ("Spedizione gratis sopra i 150 €.", "price supported 150 €"),
        ("Spedizione gratis sopra i 100 €.", "price contradicted 100 €"),
    ] {
        let found = read(FACTS, text);
        assert!(found.iter().any(|line| line == expected), "{text}: {found:?}");
    }
}

#[test]
fn figures_are_found_in_both_notations_and_in_words() {
    for (text, expected) in [
        ("Costa 1.234,50 € oggi", vec!["price 1.234,50 €"]),
        ("It costs €1,234.50 now", vec!["price €1,234.50"]),
        ("La trovi a 89€ qui", vec!["price 89€"]),
        ("La trovi a EUR 89 qui", vec!["price EUR 89"]),
        ("Sconto del 20% per voi", vec!["percentage 20%"]),
        ("Vale il 20 per cento in meno", vec!["percentage 20 per cento"]),
        ("In tre colori", vec!["number tre colori"]),
        ("Abbiamo quaranta gomitoli", vec!["number quaranta gomitoli"]),
        ("We have three hundred candles", vec!["number three hundred candles"]),
        ("We have three hundred and fifty candles", vec!["number three hundred and fifty candles"]),
        ("Siamo aperti il 24 novembre", vec!["date 24 novembre"]),
        ("Ci vediamo lunedì 24 in bottega", vec!["date lunedì 24"]),
        ("Si parte il 24/11 con voi", vec!["date 24/11"]),
        ("See you on Nov 24th at the shop", vec!["date Nov 24th"]),
        ("Siamo aperti dalle 9 alle 18 con voi", vec!["date 9 alle 18"]),
        ("Per un pubblico 25–34 che legge", vec!["number 25–34"]),
        ("You need from 3 to 5 days for it", vec!["number 3 to 5 days"]),
        ("See you tomorrow at the shop", vec!["date tomorrow"]),
        ("La lana più morbida della valle", vec!["superlative più morbida"]),
        ("The softest wool in town", vec!["superlative The softest"]),
        ("It is softer than cotton", vec!["comparison softer"]),
        ("Lo dice Elio Brandi al mercato", vec!["name Elio Brandi"]),
    ] {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn what_only_looks_like_a_claim_is_none() {
    for text in [
        "Sei pronta? Grazie mille a chi passa.",
        "Due passi in centro e poi da noi.",
        "1. Lava la lana\n2. Asciuga al sole",
        "The forest is quiet and the harvest is in.",
        "Non c'è più tempo per tornare.",
        "Feel free to call us.",
    ] {
        assert_eq!(kinds(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_weekday_that_is_not_that_days_is_contradicted_by_the_calendar() {
    let found = read(&[], "Vi aspettiamo lunedì 24 novembre 2026.");
    assert_eq!(found, ["date contradicted lunedì 24 novembre 2026"]);
    let found = read(&[], "Vi aspettiamo martedì 24 novembre 2026.");
    assert_eq!(found, ["date unknown martedì 24 novembre 2026"]);
}

#[test]
fn every_kind_has_a_code_of_its_own() {
    for kind in ClaimKind::ALL {
        assert_eq!(ClaimKind::from_code(kind.code()), Some(kind));
    }
}

#[test]
fn a_tick_closes_a_claim_until_its_fact_changes_or_expires() {
    let mut post = Post::new(Ids::from_seed(2).fresh(), "Sciarpa");
    post.text = "Sciarpa a 79 €.".into();
    let shop = |price: &str, expires| workspace(&[("sciarpa", price, expires)]);
    let fact = "La sciarpa costa 89 €";
    let open = |post: &Post, workspace: &Workspace| {
        let found = claim_findings(post, workspace, today());
        found.iter().map(|finding| finding.kind.code()).collect::<Vec<_>>()
    };
    let before = shop(fact, None);
    assert_eq!(open(&post, &before), ["claim-contradicted"]);
    let version = Grounds::new(&before).version("sciarpa").map(str::to_owned);
    post.ticks.push(crate::domain::Tick {
        quote: "79 €".into(),
        kind: ClaimKind::Price,
        verdict: "contradicted".into(),
        note: Some("Prezzo di favore".into()),
        fact: version.map(|version| ("sciarpa".into(), version)),
        by: "Ada Neri <ada@example.org>".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    });
    assert_eq!(open(&post, &before), [] as [&str; 0]);
    assert_eq!(open(&post, &shop("La sciarpa costa 95 €", None)), ["claim-contradicted"]);
    assert_eq!(open(&post, &shop(fact, Some("2026-11-01"))), ["claim-unknown"]);
    assert_eq!(open(&post, &before), [] as [&str; 0]);
}

#[test]
fn the_brief_supports_and_what_it_does_not_say_stays_open() {
    let grounds = Grounds::new(&workspace(&[]));
    let brief = Some("Sciarpa in promozione a 79 € fino a domenica");
    let context = ClaimContext { grounds: &grounds, brief, post: None, lang: None, today: today() };
    let text = "La sciarpa a 79 € fino a domenica, con guanti a 20 €.";
    let codes: Vec<_> = claims(text, &context).iter().map(|c| c.standing.code()).collect();
    assert_eq!(codes, ["supported", "supported", "unknown"]);
}

#[test]
fn headlines_first_comments_and_alt_texts_are_read_too_and_a_finding_says_which() {
    let shop = workspace(&[("sciarpa", "La sciarpa costa 89 €", None)]);
    let mut post = Post::new(Ids::from_seed(2).fresh(), "");
    post.text = "La sciarpa è tornata.".into();
    post.channels = vec!["ig".into(), "yt".into()];
    post.headline = Some("Sciarpa a 89 €".into());
    post.first_comment = Some("La sciarpa costa 79 €.".into());
    post.variants.entry("yt".into()).or_default().headline = Some("Sciarpa a 69 €".into());
    post.media.push(crate::domain::Medium {
        alt: Some("Un cartello: sciarpa a 59 €".into()),
        ..crate::domain::Medium::new("media/lana.jpg")
    });
    let open = |post: &Post| {
        let found = claim_findings(post, &shop, today());
        let line = |finding: &crate::domain::Finding| {
            let crate::domain::FindingKind::Claim { quote, medium, .. } = &finding.kind else {
                panic!("{finding:?}")
            };
            let words = claim_text(post, finding).expect("its words");
            assert_eq!(&words[finding.span.clone().expect("a span")], quote);
            let (part, channel) = (finding.part().code(), finding.channel.as_deref());
            let beside = channel.or(medium.as_deref()).unwrap_or("-");
            format!("{part} {beside} {quote}")
        };
        found.iter().map(line).collect::<Vec<_>>()
    };
    let all = ["headline yt 69 €", "first-comment - 79 €", "alt media/lana.jpg 59 €"];
    assert_eq!(open(&post), all);
    // One channel went out; the other says the common headline no more.
    post.published.insert("ig".into(), published());
    post.headline = Some("Sciarpa a 19 €".into());
    assert_eq!(open(&post), all);
    post.ticks.push(crate::domain::Tick {
        quote: "59 €".into(),
        kind: ClaimKind::Price,
        verdict: "contradicted".into(),
        note: None,
        fact: Grounds::new(&shop).version("sciarpa").map(|v| ("sciarpa".into(), v.into())),
        by: "Ada Neri <ada@example.org>".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    });
    assert_eq!(open(&post), all[..2]);
}

fn published() -> crate::domain::Published {
    crate::domain::Published { at: chrono::DateTime::UNIX_EPOCH, url: None }
}

#[test]
fn what_a_message_of_a_thread_is_about_ends_with_it() {
    let facts: &[(&str, &str, Option<&str>)] = &[("sciarpa", "La sciarpa costa 89 €", None)];
    let apart = read(facts, "I guanti della sciarpa\u{c}Sono tornati: 12 colori");
    assert_eq!(apart, ["number unknown 12 colori"]);
    // A name is none across two messages.
    let found = kinds("Lo dice Elio\u{c}Brandi torna al mercato");
    assert_eq!(found, ["name Elio"]);
}

#[test]
fn parts_of_all_eras_and_measures_that_no_figure_says_are_read() {
    for (text, expected) in [
        ("Nove clienti su dieci tornano", "number Nove clienti su dieci"),
        ("Nove su dieci tornano", "number Nove su dieci"),
        ("Uno su tre non lo sa", "number Uno su tre"),
        ("Nine out of ten patients come back", "number Nine out of ten"),
        ("It is known to one in five people", "number one in five"),
        ("La moneta è del 410 a.C. e si vede", "date 410 a.C."),
        ("The coin is from 410 BC and on show", "date 410 BC"),
        ("The town was buried in AD 79, they say", "date AD 79"),
        ("La visita dura un'ora", "number un'ora"),
        ("La visita dura mezz’ora con noi", "number mezz’ora"),
        ("Il corso dura un’ora e mezza", "number un’ora e mezza"),
        ("Il corso dura due ore e mezza", "number due ore e mezza"),
        ("The tour takes half an hour", "number half an hour"),
        ("The class lasts two and a half hours", "number two and a half hours"),
        ("The class lasts an hour and a half", "number an hour and a half"),
    ] {
        assert_eq!(kinds(text), [expected], "{text}");
    }
    for text in
        ["Un giorno torneremo.", "Un'ora fa era qui.", "One day we will be back.", "Ora o mai."]
    {
        assert_eq!(kinds(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_label_names_what_the_figure_behind_it_is() {
    let facts = [("corso", "Il corso dura un'ora e mezza, costa 89 € e ha cinque posti", None)];
    let found = read(&facts, "Il corso di telaio\nDurata: 90 minuti\nPrezzo: 89 €\nPosti: 6");
    let expected =
        ["number supported 90 minuti", "price supported 89 €", "number contradicted Posti: 6"];
    assert_eq!(found, expected);
}

#[test]
fn what_the_brand_has_is_counted_of_no_other_thing() {
    let facts = [
        ("negozi", "La bottega ha due negozi in centro", None),
        ("studio", "The practice has four chairs", None),
        ("fiori", "Il mazzo ha sette rose", None),
    ];
    for (text, expected) in [
        ("Tre negozi, una famiglia.", "number contradicted Tre negozi"),
        ("Ora abbiamo due negozi.", "number supported due negozi"),
        ("Five chairs, one very good playlist.", "number contradicted Five chairs"),
        ("Dodici rose per te.", "number unknown Dodici rose"),
    ] {
        assert_eq!(read(&facts, text)[0], expected, "{text}");
    }
}

#[test]
fn a_part_of_all_is_a_percentage_too() {
    let facts = [("clienti", "Nove clienti su dieci tornano da noi", None)];
    for (text, expected) in [
        ("Il 90% dei clienti torna.", "percentage supported 90%"),
        ("Nove su dieci tornano.", "number supported Nove su dieci"),
        ("Otto clienti su dieci tornano.", "number contradicted Otto clienti su dieci"),
    ] {
        assert_eq!(read(&facts, text), [expected], "{text}");
    }
}

#[test]
fn two_things_together_are_not_one_of_them_and_a_size_is_no_statement() {
    let facts = [
        ("visita", "La visita costa 40 €", None),
        ("miele", "Il miele millefiori costa 11 € al vaso da 500 g", None),
        ("sciarpa", "La sciarpa costa 89 €, i guanti 39 €", None),
        ("corso", "Il corso di telaio costa 120 €", None),
    ];
    for (text, expected) in [
        ("Visita e vaccino a 65 €", "price unknown 65 €"),
        ("La visita e il vaccino costano 65 €", "price unknown 65 €"),
        ("Visita a 65 €", "price contradicted 65 €"),
        ("Vaso di millefiori da 1 kg", "number unknown 1 kg"),
        ("Vaso di millefiori da 500 g", "number supported 500 g"),
        ("Millefiori, il vaso: 11 €", "price supported 11 €"),
        ("I guanti a 89 €", "price contradicted 89 €"),
        ("Il corso di maglia costa 90 €", "price unknown 90 €"),
    ] {
        assert_eq!(read(&facts, text), [expected], "{text}");
    }
}

#[test]
fn a_telephone_number_is_the_same_wherever_it_stands_and_hours_may_have_two_ends() {
    let facts = [
        ("tel", "Per le urgenze rispondiamo allo 051 555 0182", None),
        ("orari", "L'ambulatorio apre alle 9 e chiude alle 19.30", None),
    ];
    for (text, expected) in [
        ("Chiama 051 555 0182", "number supported 051 555 0182"),
        ("Chiama 051 555 0183", "number unknown 051 555 0183"),
        ("Siamo aperti dalle 9 alle 19.30", "date supported 9 alle 19.30"),
    ] {
        assert_eq!(read(&facts, text), [expected], "{text}");
    }
}

#[test]
fn a_word_that_facts_write_small_is_no_name_where_a_sentence_begins() {
    let facts = [
        ("cono", "Il cono piccolo costa 2,80 €", None),
        ("premio", "Nel 2023 abbiamo vinto il Cono d'Argento", None),
    ];
    assert_eq!(read(&facts, "Cono piccolo 2,80 €"), ["price supported 2,80 €"]);
    let prize = ["name supported Cono d'Argento"];
    assert_eq!(read(&facts, "Cono d'Argento, ancora"), prize);
    assert_eq!(kinds("It is at St Oswald's Church"), ["name St Oswald's Church"]);
}

#[test]
fn words_that_a_fact_said_until_it_changed_need_a_person_until_somebody_answers() {
    let mut post = Post::new(Ids::from_seed(2).fresh(), "");
    post.text = "Ora abbiamo tre telai. E dodici sedie.".into();
    let mut shop = workspace(&[("telai", "Qui si tesse a mano", None)]);
    let facts = |shop: &mut Workspace| {
        shop.former = workspace(&[("telai", "Abbiamo tre telai", None)]).facts;
    };
    let needed = |post: &Post, shop: &Workspace| {
        let found = claim_findings(post, shop, today());
        found.iter().map(crate::domain::Finding::needs_person).collect::<Vec<_>>()
    };
    assert_eq!(needed(&post, &shop), [false, false]);
    facts(&mut shop);
    assert_eq!(needed(&post, &shop), [true, false]);
    post.ticks.push(crate::domain::Tick {
        quote: "tre telai".into(),
        kind: ClaimKind::Number,
        verdict: "unknown".into(),
        note: None,
        fact: None,
        by: "Ada Neri <ada@example.org>".into(),
        at: chrono::DateTime::UNIX_EPOCH,
    });
    assert_eq!(needed(&post, &shop), [false]);
}

#[test]
fn tomorrow_is_the_day_after_the_post_goes_out() {
    let shop = workspace(&[("corso", "Il corso è sabato 5 dicembre 2026", None)]);
    let mut post = Post::new(Ids::from_seed(2).fresh(), "");
    post.text = "Il corso è domani.".into();
    let open = |post: &Post| claim_findings(post, &shop, today()).len();
    assert_eq!(open(&post), 1);
    let when = |text: &str| Some(crate::domain::When::Local(text.parse().expect("a time")));
    post.when = when("2026-12-04T09:00:00");
    assert_eq!(open(&post), 0);
    post.when = when("2026-12-03T09:00:00");
    assert_eq!(open(&post), 1);
}

#[test]
fn the_numbers_of_a_thread_claim_nothing_and_fractions_do() {
    assert_eq!(kinds("La lana torna. 1/3\u{c}2/3 In bottega.\u{c}Vieni? (3/3)"), [""; 0]);
    let said = kinds("Un terzo in meno: 1/3\u{c}Vieni in bottega.\u{c}Ciao.");
    let alone = kinds("Un filo, 3/4 di lana. 1/2\u{c}Ciao. 2/2");
    assert!(alone.iter().any(|claim| claim.contains('3')), "{alone:?}");
    assert!(alone.iter().all(|claim| !claim.contains("1/2")), "{said:?} {alone:?}");
}

#[test]
fn another_name_of_a_thing_supports_and_never_denies() {
    assert_eq!(read(FACTS, "La stola costa 89 €."), ["price supported 89 €"]);
    assert_eq!(read(FACTS, "La stola costa 95 €."), ["price unknown 95 €"]);
}

#[test]
fn a_turn_of_phrase_is_no_claim_and_no_fact_of_other_things_confirms_a_bare_figure() {
    let shelf: &[(&str, &str, Option<&str>)] = &[("scaffale", "Di plaid ne restano tre", None)];
    assert_eq!(read(shelf, "In tre ci hanno scritto."), [""; 0]);
    assert_eq!(read(shelf, "Girate la sciarpa due volte attorno al collo."), [""; 0]);
    assert_eq!(read(shelf, "Alle undici regnava un bel silenzio."), [""; 0]);
    assert_eq!(read(shelf, "Dei guanti ne restano tre."), ["number unknown tre"]);
    assert_eq!(read(shelf, "Di plaid ne restano tre."), ["number supported tre"]);
}

#[test]
fn how_often_and_which_of_the_month_are_told_apart() {
    let facts: &[(&str, &str, Option<&str>)] = &[
        ("tagliando", "Il tagliando si fa ogni anno", None),
        ("cena", "La cena dei soci è il primo giovedì del mese", None),
    ];
    assert_eq!(read(facts, "Il tagliando si fa ogni due anni."), ["number contradicted due anni"]);
    assert_eq!(read(facts, "Il tagliando si fa ogni anno."), [""; 0]);
    let first = |text| read(facts, text)[0].split(' ').nth(1).map(str::to_owned);
    assert_eq!(first("La cena è il primo giovedì del mese.").as_deref(), Some("supported"));
    assert_eq!(first("La cena è il secondo giovedì del mese.").as_deref(), Some("contradicted"));
    assert_eq!(first("La cena è ogni giovedì.").as_deref(), Some("unknown"));
}

#[test]
fn a_weekday_is_the_next_one_and_no_day_of_next_month() {
    let facts: &[(&str, &str, Option<&str>)] = &[("fiera", "La fiera è sabato 19 dicembre", None)];
    assert_eq!(read(facts, "Sabato c'è la fiera."), ["date unknown Sabato"]);
    let near: &[(&str, &str, Option<&str>)] = &[("fiera", "La fiera è sabato 28 novembre", None)];
    assert_eq!(read(near, "Sabato c'è la fiera."), ["date supported Sabato"]);
}

#[test]
fn what_a_picture_shows_promises_nothing_and_the_title_says_what_a_text_is_about() {
    let shop = workspace(&[("plaid", "I plaid Forcella in bottega sono otto", None)]);
    let mut post = Post::new(Ids::from_seed(2).fresh(), "Esce il plaid Forcella");
    let when = "2026-12-04T09:00:00".parse().expect("a time");
    post.when = Some(crate::domain::When::Local(when));
    post.text = "Da ieri è in vetrina.".into();
    let alt = Some("Tre plaid piegati su uno scaffale".to_owned());
    let path = "media/plaid.png".to_owned();
    let source = crate::domain::MediumSource::Camera;
    post.media = vec![crate::domain::Medium { alt, source, ..crate::domain::Medium::new(path) }];
    assert_eq!(claim_findings(&post, &shop, today()), []);
}

/// The claims of a text whose post goes out on a Thursday.
fn planned(facts: &[(&str, &str, Option<&str>)], text: &str) -> Vec<String> {
    let grounds = Grounds::new(&workspace(facts));
    let mut post = Post::new(Ids::from_seed(2).fresh(), "");
    let when = "2026-11-26T09:00:00".parse().expect("a time");
    post.when = Some(crate::domain::When::Local(when));
    let post = Some(&post);
    let context = ClaimContext { grounds: &grounds, brief: None, post, lang: None, today: today() };
    let line = |claim: &Claim| format!("{} {}", claim.standing.code(), &text[claim.span.clone()]);
    claims(text, &context).iter().map(line).collect()
}

#[test]
fn the_day_of_a_post_says_which_day_is_meant_and_confirms_nothing() {
    let class: &[(&str, &str, Option<&str>)] =
        &[("corso", "Il corso è venerdì 27 novembre 2026", None)];
    assert_eq!(planned(class, "Domani c'è il corso."), ["supported Domani"]);
    assert_eq!(planned(&[], "Domani c'è il corso."), ["unknown Domani"]);
    assert_eq!(planned(&[], "Stasera apriamo alle porte."), ["unknown Stasera"]);
    assert_eq!(planned(&[], "The new shop opens next week."), ["unknown next week"]);
    let each: &[(&str, &str, Option<&str>)] = &[("telaio", "Il telaio aperto è il giovedì", None)];
    assert_eq!(planned(each, "Il telaio aperto è stasera."), ["supported stasera"]);
    // Nobody is promised anything.
    assert_eq!(planned(&[], "Da ieri piove e stasera si legge."), [""; 0]);
}

#[test]
fn tonight_is_open_where_a_fact_opens_that_weekday_and_nothing_else_is() {
    for fact in ["Aperti ogni giovedì", "La bottega è aperta il giovedì fino alle 22"] {
        for (text, expected) in [
            ("Stasera siamo aperti.", "supported Stasera"),
            ("Stasera apriamo fino a tardi.", "supported Stasera"),
            ("La bottega apre stasera.", "supported stasera"),
            ("We open tonight.", "supported tonight"),
            ("Stasera apriamo le iscrizioni.", "unknown Stasera"),
            ("La mostra apre stasera.", "unknown stasera"),
            ("Stasera c'è il concerto.", "unknown Stasera"),
            ("Domani siamo aperti.", "unknown Domani"),
        ] {
            assert_eq!(planned(&[("orario", fact, None)], text), [expected], "{fact}: {text}");
        }
    }
    let english = &[("hours", "Open late every Thursday", None)];
    assert_eq!(planned(english, "The shop is open tonight."), ["supported tonight"]);
    let friday = &[("orario", "Aperti ogni venerdì", None)];
    assert_eq!(planned(friday, "Stasera apriamo."), ["unknown Stasera"]);
    let closed = &[("orario", "Chiusi ogni giovedì", None)];
    for (text, day) in [("Stasera apriamo.", "Stasera"), ("Giovedì siamo aperti.", "Giovedì")] {
        assert_eq!(planned(closed, text), [format!("contradicted {day}")], "{text}");
    }
}

#[test]
fn what_a_fact_says_behind_its_day_is_what_that_day_is_of() {
    for fact in ["Ogni giovedì c'è il laboratorio di telaio", "Ogni giovedì sera telaio aperto"]
    {
        let fact = &[("telaio", fact, None)];
        assert_eq!(planned(fact, "Stasera c'è il concerto."), ["unknown Stasera"]);
        let loom =
            if fact[0].1.contains("labor") { "il laboratorio di telaio" } else { "il telaio" };
        assert_eq!(planned(fact, &format!("Stasera c'è {loom}.")), ["supported Stasera"]);
    }
}

#[test]
fn the_hour_a_post_announces_and_goes_out_at_is_the_posts_own_unless_a_fact_says_otherwise() {
    let open = |facts: &[(&str, &str, Option<&str>)], text: &str, campaign: &str| {
        let mut post = Post::new(Ids::from_seed(2).fresh(), "");
        let at = "2026-11-26T18:00:00".parse().expect("a time");
        post.when = Some(crate::domain::When::Local(at));
        post.campaign = (!campaign.is_empty()).then(|| campaign.to_owned());
        post.text = text.into();
        let found = claim_findings(&post, &workspace(facts), today());
        let code = |finding: Finding| match finding.kind {
            FindingKind::Claim { kind, standing, .. } => Some((kind, standing.code())),
            _ => None,
        };
        found.into_iter().filter_map(code).collect::<Vec<_>>()
    };
    assert_eq!(open(&[], "Venite a vedere alle 18.", ""), []);
    // An hour is told from a day, and filed with it.
    assert_eq!(open(&[], "Venite a vedere alle 19.", ""), [(ClaimKind::Hour, "unknown")]);
    assert_eq!(open(&[], "Siamo chiusi il 12 dicembre.", ""), [(ClaimKind::Date, "unknown")]);
    assert_eq!(open(&[], "La festa è il 12 dicembre.", "festa-12-dicembre"), []);
    let fact: &[(&str, &str, Option<&str>)] = &[("festa", "La festa comincia alle 19", None)];
    let said = open(fact, "La festa comincia alle 18.", "");
    assert_eq!(said, [(ClaimKind::Hour, "contradicted")]);
    assert!(ClaimKind::Hour.is(ClaimKind::Date) && !ClaimKind::Hour.is(ClaimKind::Price));
}

#[test]
fn without_a_list_of_hashtags_none_is_disputed() {
    let mut shop = workspace(&[]);
    let mut post = Post::new(Ids::from_seed(2).fresh(), "");
    post.text = "La lana torna. #bici".into();
    assert_eq!(claim_findings(&post, &shop, today()).len(), 1);
    shop.voice.hashtags.clear();
    assert_eq!(claim_findings(&post, &shop, today()).len(), 0);
}

#[test]
fn figures_of_no_figure_are_read_and_turns_of_phrase_are_not() {
    for (text, expected) in [
        ("Il corso dura un giorno e mezzo.", "number un giorno e mezzo"),
        ("The course lasts a day and a half.", "number a day and a half"),
        ("Metà dei posti è già presa.", "number Metà dei posti"),
        ("Ora costa il doppio di prima.", "comparison il doppio"),
        ("Now it costs twice that.", "comparison twice that"),
        ("We are your favourite bakery.", "superlative your favourite bakery"),
        ("Free samples at the door.", "price Free"),
        ("Lo dicono tutti i clienti.", "superlative Lo dicono tutti"),
        ("La lana fa bene al cuore.", "superlative fa bene al"),
        ("La chiesa è del XII secolo.", "date XII secolo"),
        ("Si comincia alle dieci e mezza.", "date dieci e mezza"),
        ("We start at half past ten.", "date half past ten"),
    ] {
        assert!(kinds(text).contains(&expected.to_owned()), "{text}: {:?}", kinds(text));
    }
    for text in ["Otto ore dopo era pronto.", "Ne parlava verso le quattro.", "A metà dei lavori."]
    {
        assert_eq!(kinds(text), [""; 0], "{text}");
    }
}

#[test]
fn the_same_hours_and_days_in_another_notation_are_the_same() {
    let shop: &[(&str, &str, Option<&str>)] =
        &[("orario", "The bakery is open Tuesday to Sunday, 7am to 1pm", None)];
    for text in [
        "The bakery is open from seven to one.",
        "The bakery is open Tuesday through Sunday.",
        "The bakery is open 7:00-13:00.",
    ] {
        let said = read(shop, text);
        assert!(said.len() == 1 && said[0].starts_with("date supported"), "{text}: {said:?}");
    }
}

const SHOW: &[(&str, &str, Option<&str>)] = &[
    ("run", "The Winter's Tale runs from 3 to 19 December", None),
    ("week", "The Winter's Tale plays Tuesday to Saturday at 7.30pm", None),
    ("seats", "The house has 84 seats", None),
    ("price", "Tickets are £18, or £14 for under-26s", None),
];

const SPETTACOLO: &[(&str, &str, Option<&str>)] = &[
    ("date", "Il racconto d'inverno è in scena dal 3 al 19 dicembre", None),
    ("giorni", "Il racconto d'inverno va in scena dal martedì al sabato alle 20.30", None),
    ("posti", "La sala ha 84 posti", None),
];

/// The first claim of a text that is no name, said on the Thursday of the run: code and words.
fn tonight(facts: &[(&str, &str, Option<&str>)], text: &str) -> String {
    let grounds = Grounds::new(&workspace(facts));
    let today = "2026-12-03".parse().expect("a day");
    let context = ClaimContext { grounds: &grounds, brief: None, post: None, lang: None, today };
    let found = claims(text, &context);
    let claim = found.iter().find(|claim| claim.kind != ClaimKind::Name);
    claim.map_or_else(String::new, |claim| {
        format!("{} {}", claim.standing.code(), &text[claim.span.clone()])
    })
}

#[test]
fn a_day_within_those_a_fact_names_is_never_denied_and_its_first_day_is_none_of_them() {
    for (text, expected) in [
        ("The Winter's Tale opens tonight", "supported tonight"),
        ("The Winter's Tale opens tomorrow", "unknown tomorrow"),
        ("The Winter's Tale is on tomorrow", "supported tomorrow"),
        ("The Winter's Tale plays on Thursday", "supported Thursday"),
        ("The Winter's Tale plays on Sunday", "contradicted Sunday"),
        ("The Winter's Tale opens on Sunday", "unknown Sunday"),
    ] {
        assert_eq!(tonight(SHOW, text), expected, "{text}");
    }
    let weekly = &SHOW[1..2];
    assert_eq!(tonight(weekly, "The Winter's Tale opens tonight"), "unknown tonight");
    assert_eq!(tonight(weekly, "The Winter's Tale is on tonight"), "supported tonight");
    let weekly = &SPETTACOLO[1..2];
    for (text, expected) in [
        ("Il racconto d'inverno debutta stasera, ed è aperto a tutti", "supported stasera"),
        ("Domani il racconto d'inverno è in scena, si comincia in orario", "supported Domani"),
        ("Il racconto d'inverno è in scena domenica", "contradicted domenica"),
    ] {
        assert_eq!(tonight(SPETTACOLO, text), expected, "{text}");
    }
    assert_eq!(tonight(weekly, "Il racconto d'inverno debutta stasera"), "unknown stasera");
    // A shop that opens on one of its days is open on it, and does not close on it.
    let shop: &[(&str, &str, Option<&str>)] =
        &[("orario", "La bottega è aperta dal martedì al sabato", None)];
    assert_eq!(tonight(shop, "La bottega apre giovedì"), "supported giovedì");
    assert_ne!(tonight(shop, "La bottega chiude giovedì"), "supported giovedì");
}

#[test]
fn from_one_day_to_another_is_a_range_of_days_and_a_day_inside_is_in_it() {
    for (facts, text, expected) in [
        (SHOW, "The Winter's Tale runs from 3 to 19 December", "supported 3 to 19 December"),
        (SHOW, "The Winter's Tale, 3–19 December", "supported 3–19 December"),
        (
            SHOW,
            "The Winter's Tale, December 3 to December 19",
            "supported December 3 to December 19",
        ),
        (
            SHOW,
            "The Winter's Tale, Thursday 3 to Saturday 19 December, 7.30pm",
            "supported Thursday 3 to Saturday 19 December",
        ),
        (SHOW, "Come and see The Winter's Tale on 12 December", "supported 12 December"),
        (SHOW, "The Winter's Tale is on until 19 December", "supported 19 December"),
        (SHOW, "The Winter's Tale is on until 24 December", "contradicted 24 December"),
        (SHOW, "The Winter's Tale closes on 12 December", "unknown 12 December"),
        (SHOW, "The Winter's Tale is on 21 December", "contradicted 21 December"),
        (SHOW, "The Winter's Tale runs from 3 to 12 December", "contradicted 3 to 12 December"),
        (
            SPETTACOLO,
            "Il racconto d'inverno è in scena dal 3 al 19 dicembre",
            "supported 3 al 19 dicembre",
        ),
        (SPETTACOLO, "Il racconto d'inverno, 3-19 dicembre", "supported 3-19 dicembre"),
        (
            SPETTACOLO,
            "Il racconto d'inverno, da giovedì 3 a sabato 19 dicembre",
            "supported giovedì 3 a sabato 19 dicembre",
        ),
        (SPETTACOLO, "Il racconto d'inverno è in scena il 12 dicembre", "supported 12 dicembre"),
        (SPETTACOLO, "Il racconto d'inverno è in scena il 21 dicembre", "contradicted 21 dicembre"),
        (SPETTACOLO, "Il racconto d'inverno finisce il 12 dicembre", "unknown 12 dicembre"),
    ] {
        assert_eq!(tonight(facts, text), expected, "{text}");
    }
    let winter: &[(&str, &str, Option<&str>)] =
        &[("mostra", "La mostra è aperta dal 28 novembre al 3 gennaio", None)];
    for (text, expected) in [
        ("La mostra va dal 28 novembre al 3 gennaio", "supported 28 novembre al 3 gennaio"),
        ("La mostra è aperta il 2 gennaio", "supported 2 gennaio"),
        ("La mostra è aperta il 24 dicembre", "supported 24 dicembre"),
        ("La mostra è aperta il 6 gennaio", "contradicted 6 gennaio"),
        (
            "La mostra va dal 28 novembre 2026 al 3 gennaio 2027",
            "supported 28 novembre 2026 al 3 gennaio 2027",
        ),
    ] {
        assert_eq!(tonight(winter, text), expected, "{text}");
    }
    // What a fact says of one day does not deny that it goes on.
    let first: &[(&str, &str, Option<&str>)] =
        &[("first", "The Winter's Tale opens on 3 December", None)];
    let run = tonight(first, "The Winter's Tale runs from 3 to 19 December");
    assert_eq!(run, "unknown 3 to 19 December");
}

#[test]
fn a_figure_that_a_fact_has_of_perhaps_something_else_names_that_fact() {
    let near = |facts, text: &str| {
        let grounds = Grounds::new(&workspace(facts));
        let today = today();
        let context =
            ClaimContext { grounds: &grounds, brief: None, post: None, lang: None, today };
        let found = claims(text, &context).into_iter().map(|claim| claim.standing);
        found.collect::<Vec<_>>()
    };
    let elsewhere = |fact: &str| vec![crate::domain::Standing::Elsewhere { fact: fact.into() }];
    assert_eq!(near(SHOW, "The house seats 84."), elsewhere("seats"));
    assert_eq!(near(SHOW, "Only 84 of you fit."), elsewhere("seats"));
    assert_eq!(near(SHOW, "The house seats 90."), [crate::domain::Standing::Unknown]);
    assert_eq!(near(SPETTACOLO, "In sala si sta in 84."), elsewhere("posti"));
    let gloves = near(FACTS, "Guanti a 89 €.");
    assert_eq!(gloves, elsewhere("sciarpa"));
    assert!(gloves[0].is_unknown() && gloves[0].code() == "unknown" && gloves[0].fact().is_none());
}

#[test]
fn whom_a_price_is_for_and_the_order_of_a_sentence_change_no_verdict() {
    let all = |text: &str| read(SHOW, text).iter().all(|line| line.contains(" supported "));
    for text in [
        "Tickets are £18, £14 for under-26s.",
        "Tickets are £14 if you are under 26.",
        "Tickets are £18. The Winter's Tale is on at 7.30pm.",
        "The Winter's Tale is on at 7.30pm, tickets are £18.",
        "Come at 7.30pm, tickets are £18.",
    ] {
        assert!(all(text), "{text}: {:?}", read(SHOW, text));
    }
    let ridotto: &[(&str, &str, Option<&str>)] = &[
        ("biglietto", "Il biglietto costa 18 €, 14 € per gli under 26", None),
        ("ora", "Si comincia alle 20.30", None),
    ];
    for text in [
        "Il biglietto costa 14 € sotto i 26 anni.",
        "Il biglietto costa 14 € per gli under-26.",
        "Venite alle 20.30, il biglietto costa 18 €.",
        "Il biglietto costa 18 €. Venite alle 20.30.",
    ] {
        let found = read(ridotto, text);
        assert!(found.iter().all(|line| !line.contains("contradicted")), "{text}: {found:?}");
        let hour = found.iter().find(|line| line.contains("20.30"));
        assert!(hour.is_none_or(|line| line.contains("supported")), "{text}: {found:?}");
    }
}

#[test]
fn initials_are_no_names() {
    assert_eq!(kinds("With photos by A.N., B.S. and N.W., and thanks."), [""; 0]);
    assert_eq!(kinds("Le foto sono di A.N., B.S. e N.W., con affetto."), [""; 0]);
    assert_eq!(kinds("The photos are by B. Neri, as ever."), ["name B. Neri"]);
}
