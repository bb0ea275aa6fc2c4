# Small questions: which date, what to show, what went out, whose text to copy.

ask-date-title = Go to a date
ask-date-placeholder = next thursday · in 3 weeks · w50 · 24/12
ask-date-empty = In your own words, or as a date.
ask-date-week = week { $number }
ask-filter-title = Show only
ask-filter-text = words
ask-filter-placeholder = in the title, the text, labels, hashtags
ask-filter-channels = channels
ask-filter-pillars = pillars
ask-filter-campaign = campaign
ask-filter-stages = stage
ask-filter-none = none yet
ask-published-title = Published by hand
ask-published-channels = where
ask-published-when = when
ask-published-address = address on { $channel }
ask-published-url = https:// … (if you have it)
ask-published-no-channel = Mark at least one channel with { $key }
ask-published-no-hour = The hour is needed too
ask-published-future = It cannot be out yet: that time has still to come
ask-published-not-a-link = An address begins with https://
ask-copy-title = Copy the text for
ask-copy-own = its own text
ask-copy-count = { $count ->
    [one] one character
   *[other] { $shown } characters
}
ask-helps-title = Ask for help with this text
ask-helps-shorten = shorter
ask-helps-other-tone = another tone
ask-helps-translate = translate
ask-helps-thread = split into a thread
ask-helps-hooks = other first lines
ask-helps-first-comment = first comment
ask-helps-alt = alternative text
ask-helps-to-channel = for one channel only
ask-helps-to-text = at the head of the text
ask-helps-to-comment = into the first comment
ask-helps-to-picture = for the picture that has none
ask-helps-tone = In which tone?
ask-helps-lang = In which language?
ask-helps-into = Where does what you take go?
ask-helps-as-variant = into this post
ask-helps-as-variant-told = it becomes one channel’s text
ask-helps-as-post = into a new post
ask-helps-as-post-told = same channels, time, pictures and campaign
ask-helps-channel = For which channel? What you take becomes its own text.
ask-helps-picture = What is to be seen? Only what you write here is sent, never the picture.
ask-helps-picture-example = balls of raw wool on a wooden bench
ask-question-title = One thing first
ask-time-twice = The clocks go back: { $when } comes twice. Which one?
ask-time-skipped = The clocks go forward: { $when } does not exist. Which one instead?
ask-already-published = This post is out already. What you change here changes nothing there.
ask-go-ahead = go ahead
ask-leave-it = leave it
