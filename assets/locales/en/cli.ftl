# The command line: verbs, arguments, errors, and what the verbs print.

cli-about = The week’s social posts as text files in a folder, with suggestions you accept, rewrite or reject. Without a command it opens the calendar.
cli-usage = Usage:
cli-usage-root = palinsesto [OPTIONS] [COMMAND]
cli-usage-options = [OPTIONS]
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-value-folder = FOLDER
cli-value-day = DAY
cli-value-file = FILE
cli-value-path = PATH
cli-value-post = POST
cli-value-words = WORDS
cli-value-key = KEY
cli-value-task = TASK
cli-value-channel = CHANNEL
cli-value-network = NETWORK
cli-value-stage = STAGE
cli-value-command = COMMAND

cli-arg-dir = Work from this folder, and look for the content folder upwards from it
cli-arg-json = Print data for programs
cli-arg-plain = Print whole sentences, without columns and signs
cli-arg-today = Hold the clock at this day (at nine) or at this day and time
cli-arg-lang = The language to answer in
cli-arg-help = Print this help
cli-arg-version = Print the version

cli-week = Show the plan of a week
cli-arg-week-day = A day or a week as you would say it: “next thursday”, “w50”, “+2w”
cli-list = List posts and ideas
cli-arg-from = From this day on
cli-arg-to = Up to this day, included
cli-arg-stage = Only in this stage: { $stages }
cli-arg-only-channel = Only for this channel
cli-arg-only-pillar = Only of this pillar
cli-arg-only-campaign = Only of this campaign
cli-arg-only-label = Only with this label
cli-list-nothing = No post matches
cli-show = Show one post
cli-origin = Show where the words of a post come from, and how much AI there is to disclose
cli-arg-post = The post’s id, the path of its file, or a title that only it has
cli-arg-show-channel = The text as it goes out on this channel
cli-arg-show-text = The text alone, ready to be copied
cli-next = Show what goes out next
cli-arg-next-count = How many
cli-next-nothing = Nothing is planned from now on
cli-due = Show what should be out by now and is not marked as published
cli-arg-due-weeks = How many weeks to look back
cli-due-nothing = Nothing is waiting
cli-search = Find posts by word
cli-arg-search-words = Words of the title, the text, the labels, the campaign; accents do not matter
cli-arg-search-limit = At most this many; { $usual } if nothing is said
cli-check = Look through the folder and say everything that is wrong
cli-arg-check-paths = Only these files and folders
cli-arg-strict = Let warnings count too
cli-check-clean = Nothing to say: all files can be read, no finding
cli-check-summary = { $problems ->
    [0] No problems
    [one] One problem
   *[other] { $problems } problems
}; { $blocks ->
    [0] nothing blocked
    [one] one blocking finding
   *[other] { $blocks } blocking findings
}, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
}, { $notes ->
    [0] no notes
    [one] one note
   *[other] { $notes } notes
}
cli-no-json = This command has nothing to say as JSON
cli-next-no-json = Leave out --json
cli-not-written = It was written nowhere. The text is this:
cli-check-others = { $count ->
    [one] Below posts/ there is one thing that is neither a post nor a week, and stays as it is: { $names }
   *[other] Below posts/ there are { $count } things that are neither posts nor weeks, and stay as they are: { $names }
}
cli-check-unconfirmed = no fact confirms { $quotes }
cli-check-hashtags = not among the brand’s hashtags: { $quotes }
cli-check-quote = “{ $quote }”
cli-check-quote-in = “{ $quote }” ({ $part })
cli-problem = problem
cli-count = Count a text as the networks do
cli-arg-network = Only this network: { $networks }
cli-arg-count-file = The file with the text, or - for what comes in
cli-over = { $excess } over
cli-fold = cut at about { $fold }
cli-hashtags = Offer the hashtags that suit a text, each with why
cli-arg-hashtags-pillar = The pillar of the text
cli-arg-hashtags-campaign = The campaign of the text
cli-smell = Say what in a text smells of machine, and how to write it better
cli-arg-smell-files = The files with the texts, posts by path or id, or - for what comes in
cli-arg-text-lang = The language of the texts; guessed where nothing is said
cli-smell-other-language = { $path }: the post is in { $lang }, and only Italian and English are judged
cli-smell-none = { $path }: nothing smells
cli-smell-hints = { $path }: { $count ->
    [one] one hint
   *[other] { $count } hints
} of one kind; it takes two kinds to make a smell
cli-smell-smells = { $path }: smells of machine ({ $marks ->
    [one] 1 mark
   *[other] { $marks } marks
}, { $kinds ->
    [one] of one kind
   *[other] of { $kinds } kinds
})
cli-voice = Show how the brand writes, measured on its published posts
cli-completions = Print completions for a shell
cli-arg-shell = One of { $shells }
cli-man = Print the manual page
cli-arg-man-verb = The page of this command

cli-init = Start a content folder
cli-arg-init-dir = Where; here if nothing is said
cli-arg-yes = Take every default and ask nothing
cli-demo = Make an example folder to try everything on
cli-arg-demo-dir = Where to make it; { $folder } where nothing is said
cli-arg-no-open = Make it without opening it
cli-keys = List the keys
cli-config = Show your settings and where they are
cli-arg-example = Print a settings file that shows every setting
cli-config-at = Settings: { $path }
cli-config-none = No settings file; it would be { $path }
cli-config-no-home = There is no home for a settings file
cli-config-usual = (as usual)
cli-config-example = “palinsesto config --example” prints one to start from
cli-ai = List who can write suggestions, or try them out
cli-ai-list = List the profiles and what answers on this computer
cli-ai-test = Ask every profile, or one, for a sentence and time it; with a paid service it costs a few cents at most
cli-arg-ai-profile = A profile, or the name of a server that was found; all of them without
cli-ai-by-folder = chosen for drafts
cli-ai-task-drafts = drafts
cli-ai-task-shorten = shortening
cli-ai-task-tone = changing the tone
cli-ai-task-translate = translating
cli-ai-task-thread = threads
cli-ai-task-alt-text = alt texts
cli-ai-task-first-comment = first comments
cli-ai-task-hooks = first lines
cli-ai-task-reply = replies
cli-ai-for = for: { $tasks }
cli-ai-key-env = key from the variable { $name }
cli-ai-key-file = key from the file { $path }
cli-ai-key-command = key from { $program }
cli-ai-found = found on this computer
cli-ai-no-ai = no AI: it composes from the folder’s facts and voice
cli-ai-topic = The workshop opens at nine
cli-ai-instruction = This is a trial: one sentence is enough.
cli-ai-works = { $name }: works
cli-ai-times = first word after { $first } ms, done after { $total } ms
cli-ai-form-schema = asked for in JSON by schema
cli-ai-form-json = asked for in JSON, without a schema
cli-ai-form-text = asked for in plain text
cli-ai-thought = reasoned before it wrote
cli-ai-cut = the answer was cut at its length limit
cli-ai-fails = { $name }: does not work
cli-doctor = Look at the computer, the terminal and the folder
cli-doctor-version = Version
cli-doctor-zone = The machine’s time zone
cli-doctor-tzdb = Time zone data
cli-doctor-terminal = Terminal
cli-doctor-no-terminal = The calendar needs a terminal; the commands and --plain do not
cli-doctor-colours = Colours
cli-doctor-tmux = an old tmux waits half a second after Esc; this line of its settings mends it
cli-doctor-editor = Editor
cli-doctor-settings = Settings
cli-doctor-folder = Folder
cli-doctor-brand-zone = The brand’s time zone
cli-doctor-posts = Posts and ideas
cli-doctor-no-git = There is no history: “git init” starts one
cli-doctor-by = Decisions are signed by
cli-doctor-no-by = Set “by” in the settings, or user.name and user.email in git
cli-doctor-true-colours = 16 million
cli-doctor-no-colours = none
cli-doctor-git-missing = Without git there is no history; everything else works
cli-doctor-history = History
cli-doctor-state = Versions kept, trash, unsaved text
cli-doctor-saving = Saving
cli-doctor-exchange = in one exchange
cli-doctor-link = the old version gets a second name first
cli-doctor-no-saving = not possible
cli-doctor-watching = Changes made elsewhere
cli-doctor-hears = seen at once
cli-doctor-deaf = not seen by themselves
cli-doctor-on-focus = They are read when you come back to the calendar’s window
cli-value-title = TITLE
cli-value-when = WHEN
cli-value-text = TEXT
cli-new = Add a post, or an idea where no day is said
cli-arg-title = What to call it; never published
cli-arg-when = The day and the time: “thu 18:30”, “tomorrow at 9”, “2026-12-24 18:30”
cli-arg-channel = For this channel; say it again for more
cli-arg-text = The text, or - for what comes in
cli-arg-pillar = Its pillar
cli-arg-campaign = Its campaign
cli-arg-label = A label; say it again for more
cli-arg-language = The language it is written in
cli-arg-link = The link that goes with it
cli-new-language = Language: { $language }, as the text is. If that is wrong: --language { $usual }
cli-new-channel = Channel: { $channel } (none was said: --channel chooses another)
cli-new-idea = It is an idea. “palinsesto move { $id } DAY” plans it
cli-new-post-made = New post: { $path }
cli-new-idea-made = New idea, without a day: { $path }
cli-new-is-a-day = “{ $phrase }” is a day, not a title
cli-next-new-when = Say the day with --when: palinsesto new --when "{ $phrase }" "{ $title }"
cli-move = Give a post another day or time
cli-arg-move-when = When: “thu 18:30”, “w50” (same day, same time), “+1w” (a week later)
cli-arg-move-channel = Only on this channel
cli-arg-move-all = Channels with a time of their own move along
cli-arg-move-ideas = Back among the ideas
cli-not-on-channel = The post does not go out on “{ $channel }”
cli-schema = Print the JSON Schema of a post file
cli-no-state-home = There is no place to keep what a change replaces, so nothing was changed
cli-next-home = Set HOME or XDG_STATE_HOME
cli-suggest = Ask for suggestions for a post
cli-arg-topic = What it is about; the post’s title if nothing is said
cli-arg-tone = A tone of voice.toml
cli-arg-audience = An audience of voice.toml
cli-arg-suggest-channel = For this channel; the post’s first if nothing is said
cli-arg-instruction = What to mind: “shorter”, “without the closing question”
cli-arg-task = What to do, a draft unless said: { $tasks }
cli-arg-new-post = What you take of the translation becomes a new post with the same channels, time, pictures and campaign
cli-reply-to-what = What is there to reply to?
cli-next-reply = Add --topic with the words of whoever wrote
cli-new-post-of-what = Only a translation can become a new post
cli-next-new-post = Add --task translate and --language
cli-arg-notes = Let the post’s notes go along, too
cli-arg-suggest-number = How many; { $usual } if nothing is said
cli-arg-profile = An AI profile of your settings, or “composer”
cli-arg-prompt = Show exactly what would be sent, and to whom, and send nothing
cli-arg-dry-run = Print them without keeping them
cli-suggested = Kept beside the post, for you to decide: palinsesto show { $post }
cli-prompt-to = To { $host }, for { $model }:
cli-prompt-here = Nothing leaves this machine: { $model }
cli-by-composer = built-in composer, no AI
cli-suggestion-by = suggestion by { $model }
cli-kept-as = As it was kept:
cli-stopped = Stopped; nothing is kept
cli-unknown-tone = No tone of voice.toml is called “{ $key }”
cli-unknown-audience = No audience of voice.toml is called “{ $key }”
cli-stopped-kept = Stopped; what had arrived is kept as a fragment: palinsesto show { $post }
cli-stopped-between = Stopped; the suggestions that were finished are kept: palinsesto show { $post }
cli-broke-kept = It broke off; what had arrived is kept as a fragment: palinsesto show { $post }
cli-verdict-waiting = to be decided
cli-verdict-accepted = accepted
cli-verdict-rewritten = rewritten
cli-verdict-rejected = rejected
cli-verdict-because = { $verdict } ({ $reason })
cli-sentences-accepted = { $count ->
    [one] one sentence accepted
   *[other] { $count } sentences accepted
}
cli-sentences-rewritten = { $count ->
    [one] one sentence rewritten
   *[other] { $count } sentences rewritten
}
cli-sentences-rejected = { $count ->
    [one] one sentence rejected
   *[other] { $count } sentences rejected
}

cli-week-title = week { $number } · { $days }
cli-today-is = Today is { $day }
cli-time-to-be-set = time to be set
cli-some-problems = { $count ->
    [one] One file to put right
   *[other] { $count } files to put right
}: palinsesto check
cli-field-stage = Stage
cli-field-when = When
cli-field-channels = Channels
cli-field-pillar = Pillar
cli-field-campaign = Campaign
cli-field-labels = Labels
cli-field-headline = Headline
cli-field-comment = First comment
cli-field-link = Link
cli-field-notes = Notes
cli-field-media = Media
cli-field-published = Published
cli-field-length = Length
cli-field-suggestions = Suggestions to decide
cli-field-translates = Translation of
cli-field-origin = Origin
cli-field-finding = Finding

cli-when-empty = No day was said
cli-when-nothing-known = I do not understand “{ $text }”
cli-when-unknown = In “{ $text }” I do not understand “{ $rest }”
cli-when-not-real = “{ $rest }” is no day or time that exists
cli-when-other-weekday = “{ $text }”: that day is { $day }
cli-when-said-twice = “{ $text }” says it twice: “{ $rest }”
cli-when-ambiguous = “{ $text }” can be { $one } or { $other }
cli-when-taken = “{ $text }” taken as { $taken }; it could also be { $other }
cli-when-whole-week = “{ $text }” is a whole week
cli-when-past = { $when } has gone by

cli-error-unknown-argument = There is no option “{ $argument }” here
cli-error-unknown-command = There is no command “{ $command }”
cli-error-missing = { $argument } is missing
cli-error-no-value = { $argument } needs a value
cli-error-bad-value = { $argument } cannot be “{ $value }”
cli-error-conflict = { $one } and { $other } do not go together
cli-error-too-many = { $argument } does not take “{ $value }” as well
cli-error-not-utf8 = An argument is not UTF-8
cli-error-other = The command line cannot be understood
cli-error-output = The output cannot be written: { $reason }
cli-crashed = it had to stop, and the fault is its own. If you were typing, your text waits for the next start. ({ $place }: { $message })
cli-no-such-file = There is no file { $path }
cli-next-file = Check its name; with - the text is read from what comes in
cli-no-such-folder = { $path } is not a folder
cli-no-folder = There is no palinsesto.toml in { $path } or above it
cli-unsent-text = The common text, which no channel sends
cli-own-texts = Each channel of this post has a text of its own, and the common one is not sent
cli-no-such-post = No post is called “{ $post }”
cli-several-posts = { $count } posts are called “{ $post }”
cli-path-outside = { $path } is outside the content folder
cli-no-terminal = The calendar needs a terminal to be drawn on
cli-next-verbs = “palinsesto week” and the other verbs print without one

cli-next-help = See “{ $command } --help”
cli-next-init = Start a content folder with “palinsesto init”, or look at “palinsesto demo”
cli-next-today = Write it as 2026-11-24 or 2026-11-24T18:30
cli-next-list = “palinsesto list” shows them all
cli-next-which-post = Say which by its id:
    { $posts }
cli-next-day = Say a day from today on: “thu 18:30”, “2026-11-24 18:30”
cli-next-exact-day = Write the date you mean, such as { $date }
cli-next-fold = Write which one you mean: { $first } or { $second }
cli-next-phrase = Say it as “thu 18:30”, “tomorrow at 9”, “in 3 days”, “24 dec 18:00”, “w50”
cli-suggest-first-line = The post has no title, so its first line is the topic: “{ $topic }”. For another one: --topic
cli-left-unsaved = these changes may not be in their files:
cli-left-change = { $path }, { $what }. { $why }
cli-left-no-answer = The disk did not answer in time
cli-left-in-journal = The texts are safe in { $path }: you are asked about them when you open the folder again
cli-left-words = these words are in no file. Copy them from here:
