//! count.

use crate::Bottega;
use serde_json::json;

#[test]
fn a_text_from_a_pipe_is_counted_as_each_network_does() {
    let bottega = Bottega::sound();
    let text = "La lana torna a casa: 89 € https://example.org/inverno-26-lunghissimo\n";
    let rows =
        bottega.run(&["count", "-", "--json", "--network", "x", "--network", "bluesky"], text);
    let rows = rows.json();
    let expected = json!({
        "network": "x", "part": "text", "count": 51, "limit": 280, "unit": "x-weighted",
        "over": 0, "fold": null, "grade": "official",
    });
    assert_eq!(rows[0], expected);
    // Two units, the one met first leading.
    assert_eq!((&rows[1]["unit"], &rows[1]["count"]), (&json!("graphemes"), &json!(69)));
    assert_eq!((&rows[2]["unit"], &rows[2]["count"]), (&json!("bytes"), &json!(71)));
}

#[test]
fn what_is_too_long_is_said_and_ends_with_one() {
    let bottega = Bottega::sound();
    let said =
        bottega.run(&["--lang", "it", "count", "-", "--network", "bluesky"], &"a".repeat(301));
    assert_eq!(said.code, 1);
    assert_eq!(
        said.out.lines().next(),
        Some("Bluesky           301/300        caratteri  ✗ 1 di troppo")
    );
    let en = bottega.run(&["--lang", "en", "count", "-", "--network", "instagram"], "Wool.");
    assert_eq!(
        (en.code, en.out.as_str()),
        (0, "Instagram         5/2,200        characters  cut at about 125\n")
    );
}

#[test]
fn a_file_stands_from_where_c_points() {
    let bottega = Bottega::sound();
    bottega.write("bozze/lana.txt", "Due lane.\r\n");
    let rows =
        bottega.en(&["-C", "bozze", "count", "lana.txt", "--json", "--network", "youtube"]).json();
    assert_eq!(rows[0]["count"], 9);
}

#[test]
fn a_file_that_cannot_be_read_is_said() {
    let bottega = Bottega::sound();
    let said = bottega.it(&["count", "manca.txt"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Non c’è nessun file") && said.err.contains("manca.txt"), "{said:?}");
    assert!(!said.err.contains("os error") && !said.err.contains("permessi"), "{said:?}");
    std::fs::write(bottega.root().join("x.txt"), b"\xff\xfe").expect("a file");
    assert!(bottega.en(&["count", "x.txt"]).err.contains("not UTF-8"));
}

#[test]
fn an_unknown_network_names_those_there_are() {
    let said = Bottega::sound().it(&["count", "--network", "orkut", "-"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("Può essere: x, bluesky, mastodon"), "{said:?}");
}

#[test]
fn pages_of_a_text_are_messages_counted_each_by_itself() {
    let bottega = Bottega::sound();
    let args = ["count", "-", "--json", "--network", "x", "--network", "instagram"];
    let rows = bottega.run(&args, "Uno.\n\u{c}\nDue due.\n").json();
    let told: Vec<_> =
        rows.as_array().expect("rows").iter().map(|row| (&row["part"], &row["count"])).collect();
    let expected = [("text 1/2", 4), ("text 2/2", 8), ("text", 14)];
    let expected: Vec<_> =
        expected.iter().map(|(part, count)| (json!(part), json!(count))).collect();
    let expected: Vec<_> = expected.iter().map(|(part, count)| (part, count)).collect();
    assert_eq!(told, expected);
    let said = bottega.run(&["--lang", "it", "count", "-", "--network", "x"], "Uno.\u{c}Due.");
    assert_eq!(said.out.lines().nth(1), Some("X 2/2             4/280          caratteri pesati"));
}
