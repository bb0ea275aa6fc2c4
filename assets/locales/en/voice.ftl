# How the brand writes: what its published posts show, and what strays from it.

voice-forbidden = “{ $word }” is a word you never use
voice-next-forbidden = Say it otherwise, or take it out of “forbidden” in voice.toml
voice-rule = Against a rule of yours: “{ $rule }”
voice-next-rule = Write it otherwise, or change the rule in voice.toml
voice-strays = { $habit }: usually { $usual } in your posts, here { $here }
voice-next-strays = Measured on { $posts } published posts; leave it so if you mean it
voice-other-address = Says “{ $here }”; your posts say “{ $usual }”
voice-next-address = Turn it to “{ $usual }”, or leave it so if this reader is another
voice-habit-sentence-words = Words a sentence
voice-habit-emoji = Emoji a post
voice-habit-hashtags = Hashtags a post
voice-habit-exclamations = Exclamation marks a post
voice-language = { $language } · { $posts ->
    [one] one published post
   *[other] { $posts } published posts
}
voice-no-evidence = { $language }: no evidence yet, { $posts ->
    [0] no published post
    [one] one published post
   *[other] { $posts } published posts
}; it takes { $needed }
voice-row = { $habit }: { $mean } (most often up to { $high })
voice-questions = Ends with a question: { $percent } %
voice-address = Speaks to the reader: { $address } ({ $count } of { $all })
voice-openings = Opens with: { $words }
voice-italian = Italian
voice-english = English
