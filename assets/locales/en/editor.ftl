# The editor: a post’s text, or one channel’s own; texts left unsaved.

editor-empty = Write here. What you write is safe even before you save.
editor-empty-unkept = Write here.
editor-unkept = Not safe until it is saved. { $why }
editor-tab-common = common
editor-tab-unsent = common, not sent
editor-unsent = No channel sends the common text: each has its own
editor-saved = saved
editor-unsaved = unsaved
editor-saving-leave = saving… { $key } leaves all the same
editor-saving = saving…
editor-own = { $channel } has a text of its own: empty it to use the common one again
editor-common = { $channel } uses the common text: write here to give it its own
editor-gone-out = Out on { $channels }: what changes here does not change there
editor-right-to-left = Letters that run right to left stand here in the order they are stored: a network turns them round
editor-dropping = { $key } again to discard, any other key to keep
editor-other-language = Text in { $seems }, post in { $said }: { $key } changes it
editor-language = A post in { $language }: { $key } changes the language
editor-fold = from here on behind “more”
editor-find = Find:
editor-claim-note = Why “{ $quote }” is right:
editor-claim-note-in = { $part }, “{ $quote }”:
editor-found = { $number } of { $total }
editor-not-found = not there
editor-clash-title = Meanwhile it changed on disk, too
editor-clash-mine = keep mine
editor-clash-theirs = take the one on disk
editor-clash-both = both, mine above
editor-rescue-title = { $count ->
    [one] One text left unsaved
   *[other] { $count } texts left unsaved
}
editor-rescue-empty = No text is waiting
editor-rescue-same = The same as on disk
editor-rescue-compare = Against the disk: [-gone-] {"{"}+new+{"}"}
editor-rescue-keys = { $keep } keep this text   { $discard } discard it   { $later } later
