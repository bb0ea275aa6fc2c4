//! How a model behind HTTP is spoken to: the wire formats that sources of suggestions use.

/// A wire format. The names are those of `kind` in the user's settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Chat completions, as `OpenAI` defined them and most servers speak them.
    OpenAi,
    /// The same company's newer responses.
    Responses,
    /// Anthropic's messages.
    Anthropic,
    /// Ollama's own.
    Ollama,
    /// Google's streamed content.
    Gemini,
}

impl Dialect {
    pub const ALL: [Self; 5] =
        [Self::OpenAi, Self::Responses, Self::Anthropic, Self::Ollama, Self::Gemini];

    pub fn code(self) -> &'static str {
        match self {
            Self::OpenAi => "openai",
            Self::Responses => "responses",
            Self::Anthropic => "anthropic",
            Self::Ollama => "ollama",
            Self::Gemini => "gemini",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.code() == code)
    }

    /// Where it is spoken when nobody says otherwise; none where many hosts speak it.
    pub fn usual_address(self) -> Option<&'static str> {
        match self {
            Self::OpenAi | Self::Responses => None,
            Self::Anthropic => Some("https://api.anthropic.com/v1"),
            Self::Ollama => Some("http://127.0.0.1:11434"),
            Self::Gemini => Some("https://generativelanguage.googleapis.com/v1beta"),
        }
    }
}

/// How an answer is asked for; the later ones are for who refuses the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// JSON that a schema describes.
    Schema,
    /// JSON, described in words.
    Json,
    /// Plain text, read tolerantly.
    Text,
}

impl Form {
    pub const ALL: [Self; 3] = [Self::Schema, Self::Json, Self::Text];

    pub fn code(self) -> &'static str {
        match self {
            Self::Schema => "schema",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }
}
