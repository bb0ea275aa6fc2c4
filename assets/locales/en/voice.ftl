# How the brand writes: what its published posts show, and what strays from it.

voice-forbidden = “{ $word }” is a word you never use
voice-next-forbidden = Say it otherwise, or take it out of “forbidden” in voice.toml
voice-rule = Against a rule of yours: “{ $rule }”
voice-next-rule = Write it otherwise, or change the rule in voice.toml
voice-strays = { $habit }: usually { $usual } in your posts, here { $here }
voice-next-strays = Measured on { $posts } published posts; leave it so if you mean it
voice-other-address = Says “{ $here }”; your posts say “{ $usual }”
voice-next-address = Turn it to “{ $usual }”, or leave it so if this reader is another
voice-opens = Opens with { $opening }: { $count } of { $posts } posts do
voice-opens-otherwise = { $count } of { $posts } posts open with “{ $word }”, this one does not
voice-next-opens = Open as you usually do; leave it so if you mean it
voice-closes-asking = Ends with a question: { $count } of { $posts } posts do
voice-closes-without-asking = Ends without a question: { $count } of { $posts } posts have one
voice-next-closes = End as you usually do; leave it so if you mean it
voice-opening-words = words
voice-opening-question = a question
voice-opening-emoji = an emoji
voice-opening-figure = a figure
voice-opening-tag = a hashtag or a mention
voice-opening-kinds = Opens with: { $shares }
voice-share = { $what } { $percent }%
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
voice-questions = Ends with a question: { $percent }%
voice-address = Speaks to the reader: { $address } ({ $count } of { $all })
voice-openings = First word: { $words }
voice-italian = Italian
voice-english = English
