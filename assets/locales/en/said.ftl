# Notices, and reasons why something cannot be done.

notice-moved = Moved to { $when }
notice-undone = Undone: { $what }
notice-redone = Done again: { $what }
notice-copied = { $count } characters copied
notice-copied-for = Text for { $channel } copied: { $count } characters
notice-changed-outside = Changed on disk while you were writing: both versions are kept
notice-reloaded = The folder changed; shown as it is now
notice-stopped = Stopped; what had arrived is kept as a fragment
notice-went-to = { $when }
why-no-post-here = There is no post here: n makes one
why-broken-file = This file cannot be read: e opens it at the place
why-nothing-to-undo = Nothing to undo
why-nothing-to-redo = Nothing to do again
why-nothing-copied = Nothing copied yet: y copies a post
why-nothing-to-fix = Nothing here that one key can mend
why-nothing-selected = Nothing is selected
why-already-published = It is already published
why-no-suggestions = No suggestions yet: a asks for some
why-still-writing = Still being written: Esc stops it
why-already-decided = Already decided: u takes it back
why-no-text = There is no text yet
why-no-channels = It has no channel: i chooses them
why-idea-has-no-time = An idea has no time: m gives it one
why-in-the-past = That time has passed
why-not-yet-read = Still being read
why-not-here = Not here
