# Notices, and reasons why something cannot be done.

notice-moved = Moved to { $when }
notice-done-many = { $what }: { $count } posts
judged-accepted = { $thing ->
    [whole] suggestion accepted
    [headline] headline accepted
    [comment] first comment accepted
    [hashtags] hashtags accepted
    [sentences] { $count } sentences accepted
   *[sentence] sentence accepted
}
judged-rewritten = { $thing ->
    [whole] suggestion rewritten
    [headline] headline rewritten
    [comment] first comment rewritten
    [hashtags] hashtags rewritten
    [sentences] { $count } sentences rewritten
   *[sentence] sentence rewritten
}
judged-rejected = { $thing ->
    [whole] suggestion rejected
    [headline] headline rejected
    [comment] first comment rejected
    [hashtags] hashtags rejected
    [sentences] { $count } sentences rejected
   *[sentence] sentence rejected
}
notice-undone = Undone: { $what }
notice-redone = Done again: { $what }
notice-about = { $said } · “{ $post }”
notice-which-idea = Choose the idea: { $key } puts it here, { $cancel } leaves it
notice-post-copied = Post copied: press { $key } where you want it again
notice-copied = { $count } characters copied
notice-copied-without = { $count } characters copied; the link { $link } is not in them
notice-link-not-in = The link { $link } is not in the text
notice-changed-outside = Changed on disk while you were writing: both versions are kept
notice-empty-not-kept = The new post was empty, so it was not kept
notice-with-the-ideas = Nothing taken: the drafts wait with the ideas, { $key } puts one here
notice-broken-meanwhile = The file is broken, your text is safe: { $mend } opens the file, { $leave } leaves
notice-merged = The text changed on disk too: it now has your words and the new ones
notice-stopped = Stopped; what had arrived is kept as a fragment
notice-left-unsaved = The text is not in its file yet, but it is safe: you are asked about it when you write there again
notice-left-unkept = The text is not saved and there is no copy of it: you find it again only while the program stays open
notice-not-kept = What you write is not safe until you save it. { $why }
notice-open-elsewhere = Another window has this folder open: each shows what the other saves
notice-gone-out = This has gone out already: changes here do not reach the network
notice-not-a-fact = Not made a fact: { $said }. Change the text
notice-not-a-fact-at = Not made a fact: { $said } ({ $place }). Change the text, or that fact
notice-went-to = { $when }
why-no-post-here = There is no post here: press { $key } to make one
why-no-ideas = No idea to bring here: press { $key } to write a post
why-broken-file = This file has to be put right: press { $key } to open it at the place
why-not-a-post = These files are no posts: they are neither read nor touched
why-nothing-to-undo = Nothing to undo
why-nothing-to-redo = Nothing to do again
why-nothing-copied = Nothing copied yet: press { $key } on a post
why-nothing-to-fix = Nothing here that one key can mend
why-nothing-needs-you = Nothing is waiting for you in the weeks read so far
why-nothing-else-needs-you = Only this is waiting for you in the weeks read so far
notice-unsigned = Decided, but unsigned: set user.name and user.email in git, or “by” in the settings
why-nothing-to-copy = Nothing is selected to be copied; { $key } saves and leaves
why-nothing-typed = You have changed nothing here yet
why-nothing-selected = Nothing is selected
why-headline-there = There is a headline already: press { $key } and change it among the fields
why-one-message = There is one message only: { $key } begins another
why-no-open-claim = No claim is open in this text
why-already-published = It is already published
why-no-suggestions = No suggestions yet: press { $key } to ask for some
why-which-suggestion = Press the number of the suggestion to take the sentence from
why-still-writing = Still being written: press { $key } to stop it
why-already-decided = Already decided: press { $key } to take it back
why-suggestion-gone = That suggestion is no longer there: what you wrote about it waits until it comes back
why-half-a-sentence = This sentence is only half there: press { $key } and finish it yourself
why-blank-to-fill = Something is left open in it: press { $key } and write what only you know
why-only-a-fragment = It is a fragment: take its whole sentences one by one with { $key }
why-reply-stays-apart = It answers somebody and does not enter the post: press { $key } to copy it
why-no-counterpart = No sentence there answers to this one
why-one-clause = There is nothing to split here: no comma, colon or dash
why-no-text = There is no text yet
why-no-topic = Say first what it should be about
why-too-many-suggestions = That is more than can be compared: eight at most. Press { $key } on one to leave it out
why-no-picture = The post has no picture: press { $key } to add one
why-no-channels = It has no channel: press { $key } to choose them
why-idea-has-no-time = An idea has no time: press { $key } to give it one
why-in-the-past = That time has passed
why-not-yet-read = Still being read
why-new-post-away = The post of this translation is not in sight: it is in another week or in the trash. Ask for a new one
why-not-here = Not here
