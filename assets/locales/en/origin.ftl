# Where the words of a post come from.

origin-title = Origin · { $title }
origin-share-kept = machine { $share }%
origin-share-rewritten = rewritten { $share }%
origin-share-own = by hand { $share }%
origin-share-unsure = unsure { $share }%
origin-none = No suggestion had a part in this post
origin-reading = Reading the suggestions…
origin-empty = No text yet. What is written here, or taken from a suggestion, has its origin from the first word.
origin-machine = machine
origin-edited = edited
origin-human = by hand
origin-unsure = unsure
origin-machine-told = As the machine wrote it.
origin-edited-told = What a hand changed:
origin-human-told = Written by hand: no suggestion that was taken has these words.
origin-unsure-told = The suggestion is no longer in the folder: whether this sentence came from it can’t be told any more.
origin-by = { $source }, { $when }
origin-brief = asked for: { $brief }
origin-gone-accepted = one suggestion was taken by { $who }, { $when }
origin-gone-rewritten = one suggestion was rewritten by { $who }, { $when }
origin-accepted = taken by { $who }, { $when }
origin-rewritten = rewritten by { $who }, { $when }
