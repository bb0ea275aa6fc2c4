# What was said about a post: asking for a review, wanting changes, settling them.

why-no-note = There is no note here
why-already-settled = It is settled already
review-title = Review · { $title }
review-whole = the whole post
review-of-sentence = About this sentence
review-of-gone = About words that are gone
review-gone = no longer in the text: { $quote }
review-open = { $open } open
review-said = { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}
review-row-settled = settled
review-nothing = Nobody has said anything about this post
review-none-here = No notes here yet.
review-somebody = somebody
review-asked = { $who } asks for a review
review-asked-of = { $who } asks { $whom } for a review
review-change = { $who } wants a change
review-change-of = { $who } wants a change from { $whom }
review-remark = { $who } remarks
review-reply = { $who } replies
review-resolve = { $who } settles it
review-settled = settled by { $who }, { $when }
review-all-settled = Everything is settled
review-still-open = Still open: { $what }
review-changes = { $changes ->
    [one] 1 change to make
   *[other] { $changes } changes to make
}
review-remarks = { $remarks ->
    [one] 1 remark
   *[other] { $remarks } remarks
}
review-ask-title = Ask for a review
review-change-title = Ask for a change
review-remark-title = A remark
review-reply-title = Reply to { $whom }
review-to = For whom
review-to-anybody = a name; empty: anyone
review-to-known = Known here: { $names }
review-to-stranger = Nobody here goes by that name so far; known: { $names }
review-to-odd = That reads like a sentence, not a name: { $key } again keeps it
review-text = Words
review-text-ask = what to look at, if anything
review-text-change = what has to change, and why
review-about = about { $quote }
review-mute = It needs at least a word

needs-title = What needs you
needs-of = { $things ->
    [one] One thing for { $who }
   *[other] { $things } things for { $who }
}
needs-of-nobody = Who you are is not known: set user.name and user.email in git, or “by” in the settings, and what is asked of you by name is here too
needs-none = Nothing needs you: no change asked of you, no review, nothing stuck or late in the weeks read so far.
needs-change = to change
needs-review = to review
needs-blocked = cannot go out
needs-voided = approval void
needs-clash = within the hour
needs-denied = against a fact
needs-expires = a fact ends { $day }
needs-late = late
needs-late-told = Its time has passed and nobody has said that it went out.

cli-notes = Show what was said about a post
cli-note = Say something about a post: ask for a review, ask for a change, remark, reply, settle
cli-arg-note-text = The words
cli-arg-note-kind = One of { $kinds }; a remark if you do not say, a reply with --reply-to
cli-arg-note-to = Whom it is for: a name or an address
cli-arg-note-quote = The words of the post it is about, word for word
cli-arg-note-channel = The text of this channel
cli-arg-note-reply-to = The note it answers, by its id
cli-value-kind = KIND
cli-value-whom = WHOM
cli-value-note = NOTE
cli-note-written = Written: { $path }
cli-note-on = on { $channel }
cli-note-about = A reply and a settling answer a note, and nothing else does
cli-note-next = “palinsesto notes { $post }” shows the ids; with --reply-to you say which
cli-no-such-note = No note { $id } on this post
cli-note-next-notes = “palinsesto notes” shows the ids
cli-note-not-there = The post does not say { $quote }
cli-note-no-channels = It has no channels yet: leave --channel out
cli-note-word-for-word = Quote words that are in the post, as they stand there
cli-arg-needs-me = Only what waits for you: changes and reviews asked of you, what is stuck or late
cli-arg-in-review = Only with a review or a change asked for and not settled
review-waiting = { $notes ->
    [one] 1 note for you
   *[other] { $notes } notes for you
}
note-kind-ask = ask
note-kind-change = change
note-kind-remark = remark
note-kind-reply = reply
note-kind-resolve = resolve
