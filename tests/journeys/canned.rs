//! A source of suggestions that says what it was told to say.

use palinsesto::ai::{self, Ask, Ended, Piece, Prompt, Source, Stop, Written};
use palinsesto::domain::{Failure, ModelText, Task};
use palinsesto::runtime::Sources;
use palinsesto::vocab::SourceInfo;
use std::sync::Arc;

/// A source that says each of its texts in turn, sentence by sentence.
pub struct Canned(pub Vec<&'static str>);

impl Sources for Canned {
    fn find(&self) -> Vec<SourceInfo> {
        vec![SourceInfo {
            profile: "canned".to_owned(),
            provider: "openai".to_owned(),
            model: "prova".to_owned(),
            host: Some("127.0.0.1:8080".to_owned()),
            is_ai: true,
            reachable: Some(true),
        }]
    }

    fn of_task(&self, _: Task) -> Option<String> {
        Some("canned".to_owned())
    }

    fn open(&self, _: &str, _: &Stop) -> Result<Arc<dyn Source>, Failure> {
        Ok(Arc::new(Player(self.0.iter().map(|text| (*text).to_owned()).collect())))
    }
}

struct Player(Vec<String>);

impl Source for Player {
    fn describe(&self) -> ai::SourceInfo {
        ai::SourceInfo {
            provider: "openai".to_owned(),
            model: "prova".to_owned(),
            host: Some("127.0.0.1:8080".to_owned()),
            is_ai: true,
        }
    }

    fn prompt(&self, ask: &Ask) -> Prompt {
        Prompt {
            to: self.describe(),
            template: "draft-it@1".to_owned(),
            system: "Scrivi un post.".to_owned(),
            user: ask.brief.topic.clone(),
            sent: String::new(),
            layers: vec![
                palinsesto::domain::Layer::new(
                    palinsesto::domain::LayerKind::Role,
                    "Scrivi un post.\n",
                ),
                palinsesto::domain::Layer::new(
                    palinsesto::domain::LayerKind::Topic,
                    ask.brief.topic.clone(),
                ),
            ],
        }
    }

    fn write(&self, ask: &Ask, sink: &mut dyn FnMut(Piece), _: &Stop) -> Result<Written, Failure> {
        let text = &self.0[(ask.number - 1) % self.0.len()];
        sink(Piece::Text(text.clone()));
        Ok(Written { text: ModelText::new(text), hashtags: Vec::new(), ended: Ended::Complete })
    }
}
