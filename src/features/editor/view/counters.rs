//! How long the text is, channel by channel, in as many cells as there are: no number is
//! ever cut. Counting is done by the checks.

use crate::checks::Count;
use crate::features::ViewCtx;
use crate::text::width;
use crate::ui::{Line, Role, Span};

/// Between two counters.
const APART: usize = 2;

/// `IG 377/2.200 ▏125  FB 377/63.206`: those that bind most first, each whole; what there
/// is no room for is counted, `+2`.
pub fn counters(counted: &[Count], cells: usize, cx: &ViewCtx) -> Line {
    let mut counted: Vec<&Count> = counted.iter().collect();
    counted.sort_by_key(|count| std::cmp::Reverse(full(count)));
    let short = counted.iter().map(|count| counter(count, false, cx));
    let long = counted.iter().map(|count| counter(count, true, cx));
    let (short, long): (Vec<_>, Vec<_>) = (short.collect(), long.collect());
    let fits = |lines: &[Vec<Span>]| {
        let all: usize = lines.iter().map(|spans| spans_width(spans) + APART).sum();
        all <= cells + APART
    };
    // Where the fold cannot be said of all, it is said of the first at most.
    let first = [&long[..1.min(long.len())], &short[1.min(short.len())..]].concat();
    let whole = [&long, &first, &short].into_iter().find(|lines| fits(lines)).cloned();
    let shown = whole.unwrap_or_else(|| {
        let cut = |keep: usize| {
            let more = Span::new(format!("+{}", short.len() - keep), Role::Dim);
            let mut lines = short[..keep].to_vec();
            lines.push(vec![more]);
            lines
        };
        let keep = (1..short.len()).rev().find(|keep| fits(&cut(*keep)));
        // One alone is shown even where it is cut: there is nothing else to say.
        keep.map_or_else(|| short[..1.min(short.len())].to_vec(), cut)
    });
    let mut line = Line::blank();
    for spans in shown {
        if !line.spans.is_empty() {
            line = line.with(" ".repeat(APART), Role::Dim);
        }
        line.spans.extend(spans);
    }
    line
}

fn spans_width(spans: &[Span]) -> usize {
    spans.iter().map(|span| width(&span.text)).sum()
}

/// How full it is, in thousandths: what is over comes before everything.
fn full(count: &Count) -> usize {
    count.count.saturating_mul(1000) / count.limit.max(1)
}

fn counter(count: &Count, with_fold: bool, cx: &ViewCtx) -> Vec<Span> {
    let name = cx.channel_short(&count.channel);
    let (long, most) = (cx.words.number(count.count), cx.words.number(count.limit));
    let (mark, role) = if count.over > 0 { ("!", Role::Warm) } else { ("", Role::Dim) };
    let which = count.message.map_or_else(String::new, |message| format!(" {message}"));
    let mut spans = vec![Span::new(format!("{mark}{name}{which} {long}/{most}"), role)];
    if let Some(fold) = count.fold.filter(|fold| with_fold && count.count > *fold) {
        let sign = if cx.theme.ascii { "|" } else { "▏" };
        spans.push(Span::new(format!(" {sign}{}", cx.words.number(fold)), Role::Dim));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Grade, Part, Unit};
    use crate::features::fixture::Bottega;
    use crate::i18n::Language;

    fn count(channel: &str, count: usize, limit: usize, fold: Option<usize>) -> Count {
        let network = "instagram".into();
        let over = count.saturating_sub(limit);
        let (unit, part, grade) = (Unit::Utf16, Part::Text, Grade::Official);
        let (channel, message) = (channel.into(), None);
        Count { channel, network, part, message, unit, count, limit, over, fold, grade }
    }

    fn said(cells: usize) -> String {
        let counted = [
            count("fb", 377, 63_206, Some(110)),
            count("ig", 377, 2_200, Some(125)),
            count("bs", 377, 300, None),
        ];
        let b = Bottega::new(Language::Italian);
        counters(&counted, cells, &b.view()).plain()
    }

    #[test]
    fn what_binds_most_stands_first_and_no_number_is_cut() {
        assert_eq!(said(60), "!BS 377/300  IG 377/2.200 ▏125  FB 377/63.206 ▏110");
        assert_eq!(said(44), "!BS 377/300  IG 377/2.200  FB 377/63.206");
        assert_eq!(said(34), "!BS 377/300  IG 377/2.200  +1");
        assert_eq!(said(20), "!BS 377/300  +2");
    }
}
