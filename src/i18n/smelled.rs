//! The smell of machine in words: why something smells, and a way out with an example.
//!
//! Never says who wrote a text. Also what the habits of a voice are called.

use super::Words;
use crate::domain::{Habit, Habits, Opening, SmellMarker, hundredths};

/// A quote takes no more characters than this.
const QUOTE: usize = 48;

impl Words {
    /// Why `quote` smells.
    pub fn smell_reason(&self, marker: SmellMarker, quote: &str) -> String {
        use SmellMarker as M;
        let quote = short(quote);
        match marker {
            M::SlopWord => self.smell_slop_word(quote),
            M::Metaphor => self.smell_metaphor(quote),
            M::Intensifier => self.smell_intensifier(quote),
            M::SetPhrase => self.smell_set_phrase(quote),
            M::Wonder => self.smell_wonder(quote),
            M::Authority => self.smell_vague_authority(quote),
            M::Calque => self.smell_calque(quote),
            M::Hedge => self.smell_hedge(quote),
            M::OpeningCliche => self.smell_opening_cliche(quote),
            M::Filler => self.smell_filler(quote),
            M::Connectives => self.smell_connectives(quote),
            M::Moral => self.smell_moral(quote),
            M::EngagementQuestion => self.smell_engagement_question(quote),
            M::Contrast => self.smell_contrast(quote),
            M::Tail => self.smell_tail(quote),
            M::Triad => self.smell_triad(quote),
            M::Copula => self.smell_copula(quote),
            M::Reveal => self.smell_reveal(quote),
            M::Staccato => self.smell_staccato(quote),
            M::EmDash => self.smell_em_dash(),
            M::TitleCase => self.smell_title_case(),
            M::MixedQuotes => self.smell_mixed_quotes(),
            M::EmojiBullets => self.smell_emoji_bullets(),
            M::Markdown => self.smell_markdown(quote),
            M::Sparkle => self.smell_sparkle(quote),
            M::Mould => self.smell_mould(),
            M::Leftover => self.smell_leftover(quote),
            M::GenericHashtags => self.smell_generic_hashtags(quote),
            M::EvenSentences => self.smell_even_sentences(),
            M::NoDetail => self.smell_no_detail(),
            M::Universal => self.smell_universal(quote),
            M::Range => self.smell_range(quote),
            M::Refrain => self.smell_refrain(),
            M::Threes => self.smell_threes(quote),
            M::GeneralTruth => self.smell_general_truth(quote),
            M::ClosingCall => self.smell_closing_call(quote),
            M::TrailingEmoji => self.smell_trailing_emoji(quote),
            M::ReaderPronouns => self.smell_reader_pronouns(),
            M::LongWords => self.smell_long_words(),
        }
    }

    /// What to do about it: the words that could stand there, else the marker's own advice.
    pub fn smell_instead(&self, marker: SmellMarker, quote: &str, instead: Option<&str>) -> String {
        use SmellMarker as M;
        if let Some(instead) = instead {
            return self.smell_could_be(short(quote), instead);
        }
        match marker {
            M::SlopWord => self.smell_slop_word_instead(),
            M::Metaphor => self.smell_metaphor_instead(),
            M::Intensifier => self.smell_intensifier_instead(),
            M::SetPhrase => self.smell_set_phrase_instead(),
            M::Wonder => self.smell_wonder_instead(),
            M::Authority => self.smell_vague_authority_instead(),
            M::Calque => self.smell_calque_instead(),
            M::Hedge => self.smell_hedge_instead(),
            M::OpeningCliche => self.smell_opening_cliche_instead(),
            M::Filler => self.smell_filler_instead(),
            M::Connectives => self.smell_connectives_instead(),
            M::Moral => self.smell_moral_instead(),
            M::EngagementQuestion => self.smell_engagement_question_instead(),
            M::Contrast => self.smell_contrast_instead(),
            M::Tail => self.smell_tail_instead(),
            M::Triad => self.smell_triad_instead(),
            M::Copula => self.smell_copula_instead(),
            M::Reveal => self.smell_reveal_instead(),
            M::Staccato => self.smell_staccato_instead(),
            M::EmDash => self.smell_em_dash_instead(),
            M::TitleCase => self.smell_title_case_instead(),
            M::MixedQuotes => self.smell_mixed_quotes_instead(),
            M::EmojiBullets => self.smell_emoji_bullets_instead(),
            M::Markdown => self.smell_markdown_instead(),
            M::Sparkle => self.smell_sparkle_instead(),
            M::Mould => self.smell_mould_instead(),
            M::Leftover => self.smell_leftover_instead(),
            M::GenericHashtags => self.smell_generic_hashtags_instead(),
            M::EvenSentences => self.smell_even_sentences_instead(),
            M::NoDetail => self.smell_no_detail_instead(),
            M::Universal => self.smell_universal_instead(),
            M::Range => self.smell_range_instead(),
            M::Refrain => self.smell_refrain_instead(),
            M::Threes => self.smell_threes_instead(),
            M::GeneralTruth => self.smell_general_truth_instead(),
            M::ClosingCall => self.smell_closing_call_instead(),
            M::TrailingEmoji => self.smell_trailing_emoji_instead(),
            M::ReaderPronouns => self.smell_reader_pronouns_instead(),
            M::LongWords => self.smell_long_words_instead(),
        }
    }
}

impl Words {
    /// What is measured, for a list and for a sentence.
    pub fn habit(&self, habit: Habit) -> String {
        match habit {
            Habit::SentenceWords => self.voice_habit_sentence_words(),
            Habit::Emoji => self.voice_habit_emoji(),
            Habit::Hashtags => self.voice_habit_hashtags(),
            Habit::Exclamations => self.voice_habit_exclamations(),
        }
    }

    /// What a text opens with: `an emoji`.
    pub fn opening(&self, opening: Opening) -> String {
        match opening {
            Opening::Words => self.voice_opening_words(),
            Opening::Question => self.voice_opening_question(),
            Opening::Emoji => self.voice_opening_emoji(),
            Opening::Figure => self.voice_opening_figure(),
            Opening::Tag => self.voice_opening_tag(),
        }
    }

    /// With what the posts open, in hundredths that add up.
    pub fn openings(&self, habits: &Habits) -> String {
        let all: Vec<(Opening, usize)> =
            habits.openings.iter().map(|(opening, count)| (*opening, *count)).collect();
        let shares = hundredths(&all.iter().map(|(_, count)| *count).collect::<Vec<_>>());
        let shares = all.iter().zip(shares).map(|((opening, _), share)| {
            self.voice_share(self.opening(*opening), share.to_string())
        });
        self.voice_opening_kinds(shares.collect::<Vec<_>>().join(", "))
    }

    /// How many of a hundred posts end with a question.
    pub fn closings(&self, habits: &Habits) -> String {
        let rest = habits.posts.saturating_sub(habits.questions);
        let share = hundredths(&[habits.questions, rest]);
        self.voice_questions(share[0].to_string())
    }

    /// A measure with at most one decimal: `9`, `0,4`.
    pub fn figure(&self, value: f64) -> String {
        let tenths = (value * 10.0).round() / 10.0;
        let comma = |text: String| {
            if self.language() == super::Language::Italian { text.replace('.', ",") } else { text }
        };
        comma(if tenths.fract() == 0.0 { format!("{tenths:.0}") } else { format!("{tenths:.1}") })
    }
}

fn short(quote: &str) -> String {
    let mut rest = quote.chars();
    let mut shown: String = rest.by_ref().take(QUOTE).collect();
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}
