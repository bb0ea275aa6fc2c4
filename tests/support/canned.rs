//! A source of suggestions that says what it was told to say: the one of the stories, and
//! of the pictures in the documentation.

#![allow(dead_code, reason = "the pictures need a part of what the stories need")]

use palinsesto::ai::{self, Ask, Ended, Piece, Prompt, Source, Stop, Written};
use palinsesto::domain::{
    Extras, Failure, Layer, LayerKind, ModelText, Remarks, Task, Unreachable,
};
use palinsesto::runtime::Sources;
use palinsesto::vocab::SourceInfo;
use std::sync::Arc;

/// A model on this machine that has been told what to say.
#[derive(Debug, Clone)]
pub struct Canned {
    pub profile: &'static str,
    pub model: &'static str,
    pub host: &'static str,
    pub says: Says,
}

#[derive(Debug, Clone)]
pub enum Says {
    /// Each of these in turn.
    Texts(Vec<String>),
    /// These words, and then nothing until it is stopped.
    Half(&'static str),
    /// These words, and then its own limit.
    Cut(&'static str),
    /// Nobody answers there.
    Nothing,
}

impl Canned {
    /// Each suggestion of a brief is the next of these texts.
    pub fn saying(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let says = Says::Texts(texts.into_iter().map(Into::into).collect());
        Self { profile: "canned", model: "prova", host: "127.0.0.1:8080", says }
    }

    /// Writes these words, then waits to be stopped.
    pub fn stuck_after(words: &'static str) -> Self {
        Self { says: Says::Half(words), ..Self::silent() }
    }

    /// Writes these words, and has no room for more.
    pub fn cut_after(words: &'static str) -> Self {
        Self { says: Says::Cut(words), ..Self::silent() }
    }

    /// For stories in which nobody is asked.
    pub fn silent() -> Self {
        Self::saying(Vec::<String>::new())
    }

    /// Known, and not there.
    pub fn gone() -> Self {
        Self { host: "192.0.2.1:8080", says: Says::Nothing, ..Self::silent() }
    }
}

impl Sources for Canned {
    fn find(&self) -> Vec<SourceInfo> {
        vec![SourceInfo {
            profile: self.profile.to_owned(),
            provider: "openai".to_owned(),
            model: self.model.to_owned(),
            host: Some(self.host.to_owned()),
            is_ai: true,
            reachable: Some(!matches!(self.says, Says::Nothing)),
        }]
    }

    fn of_task(&self, _: Task) -> Option<String> {
        Some(self.profile.to_owned())
    }

    fn open(&self, _: &str, _: &Stop) -> Result<Arc<dyn Source>, Failure> {
        if let Says::Nothing = self.says {
            let (host, why) = (self.host.to_owned(), Unreachable::Timeout);
            return Err(Failure::AiUnreachable { host, why });
        }
        Ok(Arc::new(self.clone()))
    }
}

impl Source for Canned {
    fn describe(&self) -> ai::SourceInfo {
        ai::SourceInfo {
            provider: "openai".to_owned(),
            model: self.model.to_owned(),
            host: Some(self.host.to_owned()),
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
                Layer::new(LayerKind::Role, "Scrivi un post.\n"),
                Layer::new(LayerKind::Topic, ask.brief.topic.clone()),
            ],
            remarks: Remarks::default(),
        }
    }

    fn write(
        &self,
        ask: &Ask,
        sink: &mut dyn FnMut(Piece),
        stop: &Stop,
    ) -> Result<Written, Failure> {
        let (words, ended) = match &self.says {
            Says::Texts(texts) => (texts[(ask.number - 1) % texts.len()].clone(), Ended::Complete),
            Says::Half(words) => ((*words).to_owned(), Ended::Stopped),
            Says::Cut(words) => ((*words).to_owned(), Ended::Cut),
            Says::Nothing => (String::new(), Ended::Stopped),
        };
        sink(Piece::Text(words.clone()));
        while ended == Ended::Stopped && !stop.is_triggered() {
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        Ok(Written {
            text: ModelText::new(words),
            hashtags: Vec::new(),
            extras: Extras::default(),
            ended,
        })
    }
}
