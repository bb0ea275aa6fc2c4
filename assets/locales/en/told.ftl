# Problems: a file that cannot be used.

problem-syntax = Expected { $expected }, found { $found }
problem-syntax-unexpected = { $found } does not belong here
problem-duplicate-key = “{ $key }” is written twice
problem-missing-key = “{ $key }” is missing
problem-wrong-type = “{ $key }” should be { $expected }, not { $found }
problem-facts-unread = { $why }; none of the facts in this file could be read
problem-fact-unread = { $why }; this fact could not be read
problem-facts-disagree = the fact “{ $fact }” says “{ $says }”, but “{ $other }” ({ $place }) says “{ $other_says }”
next-facts-disagree = Correct the wrong one, or give it a last day (expires): while both hold, no text is contradicted
problem-bad-date = { $found } is not a date that exists
problem-bad-id = “{ $found }” is not an id
problem-unquoted = “{ $found }” stands without quotes
problem-no-such-note = It answers a note that is not there, { $note }
problem-no-such-post = Notes on a post that is not there: “{ $post }”
problem-break-in-text = “{ $key }” has a form feed in it
problem-break-in-text-next = Take it out; for a thread, put the messages that follow the first under parts
problem-misspelt = “{ $key }” is a key that means nothing here, so it does nothing
problem-unknown-setting = “{ $key }” is no setting
problem-for-another = This file says that it is for another post, { $post }
problem-bad-value = “{ $key }” cannot be “{ $found }”
problem-bad-pattern = “{ $found }” cannot be looked for in texts: as it stands it forbids nothing
problem-bad-pattern-empty = A word is missing between two signs: “magic|magical”
problem-bad-pattern-open = Begin with a word: “take ~ to the next”
problem-bad-pattern-short = At least four letters stand before an asterisk: “uniq*”
problem-bad-pattern-sign = Take out “ { $sign } ”, or write the phrase without asterisks and bars
problem-unknown-zone = { $found } is not a time zone
problem-unknown-format = This folder uses format { $found }, newer than this version knows
problem-too-deep = Nested too deeply to be read
problem-not-utf8 = Here the bytes are not UTF-8
problem-utf16 = The file is in UTF-16
problem-nul = There is a NUL byte here
problem-merge-conflict = A merge conflict is still open here
problem-too-large = The file is { $size } KiB; the limit is { $limit } KiB
problem-link-outside = This is a link that leads out of the folder, or nowhere
problem-not-a-file = This is not a regular file
problem-not-a-folder = A file stands here, where a folder has to be
problem-not-posts = { $count ->
    [one] One file here is no post: { $names }
   *[other] { $count } files here are no posts: { $names }
}
problem-foreign-copy = This is a copy left by another program
problem-not-allowed = You are not allowed to read it
problem-unreadable = It cannot be read: { $reason }

token-or = { $list } or { $last }
token-quoted = “{ $token }”
token-end = the end of the file
token-line-end = the end of the line
token-newline = a new line
token-key = a key
token-value = a value
token-string = a text in quotes
token-digits = digits
token-letters = letters
token-characters = visible characters
token-hexadecimal = a hexadecimal number

type-string = text in quotes
type-list = a list in square brackets
type-date = a date or a date and time
type-date-written = a date and time, as 2026-11-24T18:30:00
type-day-written = a date such as 2027-02-01
type-table = a table
type-number = a number
type-boolean = a yes or no (true or false)
type-integer = a whole number

# What the system answered.

system-not-found = it is not there
system-denied = its permissions do not allow it
system-is-a-folder = it is a folder
system-not-a-folder = a part of the path is not a folder
system-full = the disk is full
system-read-only = it is read-only
system-slow = it did not answer in time
system-interrupted = it was interrupted
system-busy = another program is using it
system-not-text = it is not text in UTF-8
system-too-large = it is too large
system-no-network = the network does not reach it
system-other = the system does not allow it and does not say why

# Findings: something a check noticed.

finding-over-limit = { $network }: { $part } { $excess } { $unit } too long ({ $count } of { $limit })
finding-many-hashtags = { $network }: { $count } hashtags; usually no more than { $usual }
finding-generic-hashtag = “{ $tag }” would suit anybody: it says nothing about you
finding-never-hashtag = “{ $tag }” is among the hashtags the brand never uses
finding-too-many-hashtags = { $network }: { $count } hashtags; it takes { $limit }
finding-misfiled = This file is in the wrong week’s folder: it belongs in { $folder }
finding-no-when = It stands under posts/ but has no date
finding-status-key = “{ $key }” does nothing: a stage follows from the content, it is not declared
finding-unknown-key = “{ $key }” is a key Palinsesto does not know; it is kept
finding-unknown-channel = No channel is called “{ $key }”
finding-unknown-network = Channel { $channel } is on “{ $network }”, a network Palinsesto does not know
finding-unknown-pillar = No pillar is called “{ $key }”
finding-other-language = The text is in { $seems }, but the post says { $said }
finding-no-channels = It has a date but no channel
finding-unknown-language = “{ $said }” is no language of the brand
finding-not-a-link = “{ $link }” is no address of the web
finding-channel-twice = The channel “{ $key }” is named twice
finding-named-for-another = The file’s name carries the id of another post, { $named }
finding-duplicate-id = { $other } carries the same id: neither can go out
finding-missing-media = { $path } is not there
finding-media-outside = { $path } is outside the folder
finding-missing-alt = { $path } has no alt text
finding-time-skipped = The clocks skip this hour that night
finding-time-twice = The clocks show this hour twice that night
finding-conflict-in-text = The text holds merge conflict marks; they would be published
finding-invisibles = { $count ->
    [one] One invisible or control character in the text
   *[other] { $count } invisible or control characters in the text
}
finding-odd-host = The link to “{ $host }” leads to { $ascii }: not all of its letters are plain ones
finding-mixed-host = The link to “{ $host }” leads to { $ascii }: its letters are of two alphabets and look alike
finding-blank-left = Something is still missing here, and it would go out like this: { $mark }
finding-empty-message = Message { $number } of { $of } is empty
finding-thread-as-one = { $network } has no threads: the { $messages } messages go out as one text, with blank lines between
finding-misnumbered = Message { $number } of { $of } does not carry its number as the others do
finding-empty-text = There is no text yet
finding-unknown-ai = “{ $said }” doesn’t say how much AI there is
finding-ai-understated = The key ai says “{ $said }”, but the post has more than that: “{ $found }”
finding-generated-unapproved = Every sentence stands as AI wrote it, and nobody has approved it yet
finding-ai-label = { $path } shows something made with AI as if it were real, and that wants a label ({ $by })
finding-realistic-unsaid = { $path } is made with AI, and nobody has said whether it looks real ({ $by })

# Failures: something that could not be done.

failure-disk-full = Not saved: the disk is full ({ $path })
failure-read-only = Not saved: { $path } is read-only
failure-gone = Not saved: { $path } is not there any more
failure-already-there = { $path } is already there
failure-conflict = { $path } was changed elsewhere in the same words
failure-broken = { $path } cannot be read as it stands, so nothing was written
failure-not-ours = { $path } is a link or has two names: it is not written to
failure-not-a-folder = Not saved: { $path } is a file, where a folder has to be
failure-io = Not saved: { $path }: { $reason }
failure-not-faithful = The change would not read back as written in { $path }; nothing was written
failure-ai-unreachable = { $host } does not answer: { $reason }
failure-ai-refused = Nothing is listening at { $host }
failure-ai-no-host = There is no server called { $host }
failure-ai-tls = There is no safe connection to { $host }; nothing was sent
failure-ai-tls-unsigned = Nobody this computer trusts has signed the certificate of { $host }; nothing was sent
failure-ai-tls-expired = The certificate of { $host } has expired or is not valid yet; nothing was sent
failure-ai-tls-other = The certificate shown by { $host } belongs to another server; nothing was sent
failure-ai-no-answer = { $host } does not answer
failure-ai-broken = { $host } broke off before the end
failure-ai-key = { $host } refuses the key
failure-ai-no-key = Profile “{ $profile }” needs a key and has none
failure-ai-key-open = Others can read { $path }: a key in it is not safe and is not used
failure-ai-key-inside = { $path } stands in a content folder, where git would carry it about: it is not used
failure-ai-key-empty = There is no key in { $path }
failure-ai-model = There is no model called “{ $model }”
failure-ai-busy = The AI server asks to wait
failure-ai-address = The AI server does not know this address (404): { $message }
failure-ai-address-bare = The AI server does not know this address (404)
failure-ai-request = The AI server refuses the request ({ $status }): { $message }
failure-ai-request-bare = The AI server refuses the request ({ $status }) and does not say why
failure-ai-fault = The AI server has a fault of its own ({ $status }): { $message }
failure-ai-fault-bare = The AI server has a fault of its own ({ $status }) and says nothing else
failure-ai-silent = { $seconds ->
    [one] Nothing arrived for a second
   *[other] Nothing arrived for { $seconds } seconds
}
failure-ai-too-much = More than { $limit } KiB arrived; it was stopped
failure-ai-slow = It was still writing after { $seconds } s and was stopped
failure-ai-prompt = The prompt is longer than this model can read
failure-ai-prompt-tokens = The prompt is longer than the { $limit } tokens this model can read
failure-ai-empty = The answer came back empty
failure-ai-not-an-answer = What came back is not an answer: something else may be listening there
failure-ai-shape = JSON came back, but there is no post in it
failure-ai-no-room = The length allowed was used up before the first word: most often a model spends it on reasoning
failure-ai-needed = The built-in composer cannot do this: it puts sentences together, it does not rewrite, translate or describe
failure-ai-no-text = There is no text to work on yet
failure-ai-no-cut = The text is a single sentence: nothing can be left out whole
failure-ai-said = The answer broke off, saying: { $message }
failure-ai-redirect = { $host } redirects elsewhere; keys and prompts are not sent on
failure-ai-profile = There is no AI profile called “{ $profile }”
failure-command-missing = { $program } was not found or cannot be run
failure-command-failed = { $program } ended with { $code }: { $message }
failure-command-silent = { $program } said nothing for { $seconds } s and was stopped
failure-editor = { $program } did not open: { $reason }
failure-editor-ended = { $program } ended with an error ({ $code })
failure-editor-stopped = { $program } was stopped
failure-clipboard = { $size } KiB are too many for the terminal’s clipboard
failure-crashed = Something inside Palinsesto broke; the rest goes on
failure-git-silent = git gave no sign for { $seconds } seconds and was ended: the history does not show
failure-no-thread = The system starts nothing more right now
failure-file = { $path }: { $reason }
failure-left-unreadable = A text left unsaved cannot be read: { $path }

# What to do next.

next-quotes = If these are quotes inside a text, write \" or use “ ”: press { $key } to do it here
next-edit-place = Press { $key } (or open the file) to mend it at this place
next-edit-file = Put it right in the file: in the week { $key } opens it at the place
next-keep-one = Keep one of the two
next-add-key-in-list = Below this [[{ $list }]] add a line: { $key } = …
next-add-key-in-table = Below [{ $table }] add a line: { $key } = …
next-add-key = Add a line: { $key } = …
next-date = Write it as 2026-11-24, or with a time as 2026-11-24T18:30:00
next-id = Eight characters of 0-9 a-z without i, l, o, u: “palinsesto new” makes one for a post, “palinsesto note” for a note
next-unquoted = A text stands in quotes: { $key } = "…"
next-no-such-note = Mend “about”: “palinsesto notes” shows the ids
next-no-such-post = Give the folder the id of its post (“palinsesto list” shows them), or delete it
next-one-of = It can be: { $allowed }
next-web-link = A link begins with https:// or http://
next-once = Once is enough
next-own-name = Put the id that is in the file into its name
next-for-another = Move it to the folder { $post }, or mend “post”
next-zone = Use a name such as Europe/Rome
next-did-you-mean = Did you mean “{ $meant }”?
next-update = Update Palinsesto
next-utf8 = Save the file as UTF-8
next-merge = Keep the words you want and delete the marks
next-smaller = A post is text: move the rest to media/
next-copy-inside = Put a plain copy inside the folder
next-remove = Move it out of the folder
next-not-a-folder = Rename it or move it elsewhere; the folder makes itself
next-not-posts = A post is a file that ends in .toml; the others are neither read nor touched
next-foreign-copy = Compare it with the original, then delete it
next-left-unreadable = Open the file to take back what you can, then delete it
next-git-silent = Everything else works. To see what holds it, try “git status” in the folder
next-no-thread = Close what you do not need and try again
next-permissions = Check the file’s permissions
next-shorten = Shorten it, or give this channel its own text
next-other-hashtag = Choose one that says who you are, where or what, or leave it out
next-never-hashtag = Leave it out, or take it off never_hashtags in voice.toml
next-fewer-hashtags = Keep the most specific ones
next-fix-folder = Press { $key } to file it there
next-set-when = Press { $key } to give it a slot, or move it to ideas/
next-status = Delete the line
next-unknown-key = Leave it if it is yours
next-add-channel = Add [channels.{ $key }] to palinsesto.toml, or take it off the post
next-networks = “palinsesto count --help” lists the networks
next-add-pillar = Add [pillars.{ $key }] to palinsesto.toml, or correct the name
next-other-language = Press { $key } to change it, under Language
next-other-language-cli = Write lang = "{ $seems }" in the file, or translate the text
next-channels = Press { $key } and choose its channels
next-duplicate-id = Delete the copy, or give it another id
next-media = Put it there or correct the path
next-alt = Press { $key } and describe the picture
next-ai-understated = What the post has counts: correct the line or delete it
next-generated = Read it for its substance before you approve it; { $key } says who wants that and where it is written
next-ai-label = Set the label when you publish it; { $key } says where that is written
next-realistic = Press { $key } and choose: if it shows people, places or events as if real, it wants a label
next-time-skipped = Choose { $before } or { $after }
next-time-twice = Press { $key } and choose which of the two
next-invisibles = They are shown as marks in the editor: delete what you did not mean
next-host = See that it is the address you mean, and type it anew if it is not
next-blank = Write what is missing, or make the sentence do without
next-empty-message = Write it, or join it to the one before with { $key }
next-misnumbered = In the editor { $key } numbers the messages anew, and once more takes the numbers out
next-thread-as-one = The channel can have a text of its own
next-write = Press { $edit } to write, { $drafts } for drafts
next-kept = Try again, or copy the text elsewhere
next-read-only = Check the permissions of the file and of its folder, then try again
next-kept-cli = Make room or look at the permissions, then try again
next-report = What is known of it is in { $path }: it helps whoever mends it
next-report-none = Please tell whoever looks after the program
next-other-name = Choose another name
next-conflict = Both versions are kept: choose one in the editor
next-ai-running = See that it is running and that base_url in the profile is right; the built-in composer always works
next-ai-model = Correct model in the profile, or install the model on the server
next-ai-idle = Raise idle in the profile, or choose a quicker model; the built-in composer always works
next-ai-slow = Raise timeout in the profile, or choose a quicker model
next-ai-too-much = Choose another model; the built-in composer always works
next-ai-server = Look at the server, or try again later; the built-in composer always works
next-ai-request = Put right in the profile what it names; see “palinsesto config”
next-ai-account = See to your account with that service, or choose another model
next-ai-key = Set the key’s variable, key_file or key_command; see “palinsesto config”
next-ai-key-mode = Make it yours alone: chmod 600 { $path }
next-ai-key-move = Move it to your home folder
next-ai-room = Raise max_tokens in the profile, or choose another model
next-ai-certificate = Palinsesto does not skip this check: the server needs a certificate signed by a known authority; on your own computer http:// will do
next-ai-choose = Choose a model under “Who writes”, or set one up in config.toml
next-ai-address = Correct base_url in the profile
next-later = Try again in a while
next-wait = Try again in { $seconds } s
next-another = Press { $key } for another one
next-brief = Shorten the topic or the text, or choose another model
next-config = See “palinsesto config”
next-editor = Set VISUAL or EDITOR
next-editor-ended = What you wrote there was not taken; open it again and leave it without an error
next-show-text = Use “palinsesto show --text”

# The same without a screen: no keys, but commands and what to write in the file.

next-quotes-cli = If these are quotes inside a text, write \" or use “ ”
next-edit-place-cli = Open the file and mend it at this place
next-fix-folder-cli = Move the file there
next-set-when-cli = “palinsesto move” gives it a day; or move the file to ideas/
next-channels-cli = Write its channels in the file, such as channels = ["ig"]
next-alt-cli = Describe the picture in the file: alt = "…" under its [[media]]
next-generated-cli = If it informs on matters of public interest, the AI Act (art. 50(4)) wants that said, unless a person reviews it and answers for it: read it for its substance. Source: { $source } (read: { $read }); this is no legal advice
next-ai-label-cli = Set the label when you publish it. Source: { $source } (read: { $read }); this is no legal advice
next-realistic-cli = Say so in the file under its [[media]]: realistic = true where it shows people, places or events as if real, and wants a label; else false
next-time-twice-cli = Write which of the two with its offset, such as +02:00, after the time
next-invisibles-cli = “palinsesto show” shows them as marks: delete what you did not mean
next-empty-message-cli = Write it in the file, or take it out of parts
next-misnumbered-cli = Correct the numbers in the file
next-write-cli = Write it in the file; “palinsesto suggest” proposes drafts
next-another-cli = Ask again for another one
next-conflict-cli = Both versions are kept: look at the file and do it again
