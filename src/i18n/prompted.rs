//! A prompt in words: what each layer is called, how long it is, why a fact goes along.

use super::Words;
use crate::domain::{
    Angle, ChosenFact, Hook, Layer, LayerKind, Length, Near, NearTo, about_tokens,
};
use crate::text::reveal_line;

impl Words {
    pub fn layer_name(&self, kind: LayerKind) -> String {
        match kind {
            LayerKind::Role => self.prompt_layer_role(),
            LayerKind::Rules => self.prompt_layer_rules(),
            LayerKind::Brand => self.prompt_layer_brand(),
            LayerKind::Network => self.prompt_layer_network(),
            LayerKind::Lang => self.prompt_layer_lang(),
            LayerKind::Topic => self.prompt_layer_topic(),
            LayerKind::Tone => self.prompt_layer_tone(),
            LayerKind::Audience => self.prompt_layer_audience(),
            LayerKind::Voice => self.prompt_layer_voice(),
            LayerKind::Hashtags => self.prompt_layer_hashtags(),
            LayerKind::Facts => self.prompt_layer_facts(),
            LayerKind::Past => self.prompt_layer_past(),
            LayerKind::Rewrites => self.prompt_layer_rewrites(),
            LayerKind::Rejected => self.prompt_layer_rejected(),
            LayerKind::Human => self.prompt_layer_human(),
            LayerKind::Notes => self.prompt_layer_notes(),
            LayerKind::Link => self.prompt_layer_link(),
            LayerKind::Instruction => self.prompt_layer_instruction(),
            LayerKind::Angle => self.prompt_layer_angle(),
            LayerKind::Length => self.prompt_layer_length(),
            LayerKind::Closing => self.prompt_layer_closing(),
            LayerKind::Envelope => self.prompt_layer_envelope(),
        }
    }

    /// `Fatti scelti · 412 caratteri, circa 103 token`.
    pub fn layer_heading(&self, layer: &Layer) -> String {
        let long = layer.characters();
        format!("{} · {}", self.layer_name(layer.kind), self.prompt_size(long))
    }

    /// All layers together.
    pub fn prompt_sum(&self, layers: &[Layer]) -> String {
        self.prompt_total(self.prompt_size(layers.iter().map(Layer::characters).sum()))
    }

    fn prompt_size(&self, characters: usize) -> String {
        let tokens = self.number(about_tokens(characters));
        self.prompt_long(self.number(characters), tokens)
    }

    /// Why a fact goes along, and until when it holds.
    pub fn chosen_fact(&self, fact: &ChosenFact) -> String {
        let text = reveal_line(&fact.text).into_owned();
        let why = if fact.is_near() {
            let near: Vec<String> = fact.near.iter().map(|near| self.near(near)).collect();
            self.prompt_fact_because(text, near.join("; "))
        } else {
            self.prompt_fact_room(text)
        };
        match fact.expires {
            Some(last) => format!("{why} · {}", self.prompt_fact_until(self.day_long(last))),
            None => why,
        }
    }

    fn near(&self, near: &Near) -> String {
        let words: Vec<_> = near.words.iter().map(|word| reveal_line(word)).collect();
        let words = words.join(", ");
        match near.to {
            NearTo::Topic => self.prompt_near_topic(words),
            NearTo::Text => self.prompt_near_text(words),
            NearTo::Campaign => self.prompt_near_campaign(words),
            NearTo::Link => self.prompt_near_link(words),
            NearTo::Pillar => self.prompt_near_pillar(words),
        }
    }

    pub fn angle(&self, angle: Angle) -> String {
        match angle {
            Angle::Announcement => self.angle_announcement(),
            Angle::BehindTheScenes => self.angle_behind_the_scenes(),
            Angle::Question => self.angle_question(),
            Angle::Tip => self.angle_tip(),
            Angle::Story => self.angle_story(),
            Angle::Reminder => self.angle_reminder(),
        }
    }

    /// What it opens with, for the head of a pane.
    pub fn hook(&self, hook: Hook) -> String {
        match hook {
            Hook::Question => self.hook_question(),
            Hook::Figure => self.hook_figure(),
            Hook::Scene => self.hook_scene(),
            Hook::Claim => self.hook_claim(),
            Hook::Detail => self.hook_detail(),
        }
    }

    pub fn length(&self, length: Length) -> String {
        match length {
            Length::Short => self.length_short(),
            Length::Medium => self.length_medium(),
            Length::Long => self.length_long(),
        }
    }
}
