# Drafts: your text, the suggestions beside it, the brief.

drafts-title-post = { $title } · { $when }
drafts-title-slot = Drafts for { $when }
drafts-title-idea = Drafts for a new idea
drafts-human = your text
drafts-human-for = your text for { $channel }
drafts-human-tab = yours
drafts-human-empty = Still empty. The sentences you take arrive here.
drafts-waiting = Waiting for the first words…
drafts-writing = writing…
drafts-fragment-cut = a fragment: cut by a limit of length
drafts-fragment-stopped = a fragment: stopped before its end
drafts-fragment-broken = a fragment: it broke off
drafts-in-reply = in reply to: “{ $words }”
drafts-reply-keys = { $key } copies it: it does not enter the post
drafts-unsaved = not on disk yet
drafts-other-language = in { $seems }, though { $said } was asked for
drafts-stale = made for an earlier version
drafts-note-composer = composer
drafts-reason-sentence = Why not this sentence?
drafts-reason-headline = Why not this headline?
drafts-reason-whole = Why not this suggestion?
drafts-reason-words = Why, in a few words
drafts-instruction = Another one, but
drafts-prompt-title = Prompt
drafts-prompt-sent = Prompt, as it was sent
drafts-prompt-wait = Putting it together…
drafts-prompt-elsewhere = This suggestion is by { $source }, and the prompt it was asked with is not here.
drafts-prompt-elsewhere-unknown = This suggestion does not say who wrote it, and its prompt is not here.
drafts-prompt-instead = If you asked again now, this would go:
drafts-source-composer = Built-in composer: not an AI, and nothing leaves this program
drafts-source-here = { $model }, on this computer ({ $host })
drafts-source-there = { $model }: brief, text, voice and facts go to { $host }
drafts-source-command = { $model }: a program of this computer, which may send your words anywhere
drafts-source-looking = Looking for who can write…
drafts-source-unknown = No source is called “{ $profile }”
drafts-source-silent = It does not answer: ask all the same, or choose another
drafts-brief-title = What you ask for
drafts-brief-topic = Topic
drafts-brief-tone = Tone
drafts-brief-audience = Audience
drafts-brief-channel = Channel
drafts-brief-lang = Language
drafts-brief-thread = Thread
drafts-brief-count = How many
drafts-brief-source = Who writes
drafts-brief-free = any
drafts-brief-count-each = Of each
drafts-brief-notes = Notes
drafts-brief-no = no
drafts-brief-yes = yes
drafts-sum-tones =
    { $many ->
        [one] 1 tone
       *[other] { $many } tones
    }
drafts-sum-audiences =
    { $many ->
        [one] 1 audience
       *[other] { $many } audiences
    }
drafts-sum-channels =
    { $many ->
        [one] 1 channel
       *[other] { $many } channels
    }
drafts-sum-langs =
    { $many ->
        [one] 1 language
       *[other] { $many } languages
    }
drafts-sum-each = { $many } of each
drafts-sum-total =
    { $many ->
        [one] 1 suggestion
       *[other] { $many } suggestions
    }
drafts-sum-too-many = { $sum }: too many at once, { $most } at most
drafts-sum-mark = { $key } marks more than one: they are asked for together
drafts-blanks = { $key } fills what is left open
drafts-replaces = takes the place of your text
drafts-replaces-for = takes the place of the text for { $channel }
drafts-replaces-comment = takes the place of the first comment
drafts-replaces-alt = takes the place of the alternative text of { $file }
drafts-becomes = becomes a post of its own
drafts-became = in the post “{ $title }”
drafts-differs = { $angle } · { $length }
drafts-thread =
    { $many ->
        [one] 1 message
       *[other] { $many } messages
    }
drafts-like = nearly the same as { $number }
drafts-like-rejected = nearly the same as one you turned down
drafts-rewriting = You are rewriting
drafts-rewriting-keys = { $cancel } stops, and asks whether to keep your words
drafts-leaving = Keep it?
drafts-leaving-keys = { $confirm } yes · { $cancel } sets it aside · type to go on
drafts-smell = smell { $kinds }
drafts-unknown = { $many } to check
drafts-contradicted = { $many } contradicted
drafts-expired = { $many } expired
drafts-nothing-for = no fact confirms { $quotes }
drafts-claim-later = Settle it in the text: { $tick }, { $keep }
drafts-quote = “{ $quote }”
