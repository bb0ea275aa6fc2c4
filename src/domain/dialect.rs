//! How a model behind HTTP is spoken to: the wire formats that sources of suggestions use.

coded! {
    /// A wire format. The names are those of `kind` in the user's settings.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Dialect {
        /// Chat completions, as `OpenAI` defined them and most servers speak them.
        OpenAi = "openai",
        /// The same company's newer responses.
        Responses = "responses",
        /// Anthropic's messages.
        Anthropic = "anthropic",
        /// Ollama's own.
        Ollama = "ollama",
        /// Google's streamed content.
        Gemini = "gemini",
    }
}

impl Dialect {
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

coded! {
    /// How an answer is asked for; the later ones are for who refuses the earlier.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Form {
        /// JSON that a schema describes.
        Schema = "schema",
        /// JSON, described in words.
        Json = "json",
        /// Plain text, read tolerantly.
        Text = "text",
    }
}
