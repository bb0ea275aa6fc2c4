# The calendar: the week, the ideas, the inspector.

calendar-week = week { $number } · { $dates }
calendar-week-short = wk { $number } · { $dates }
calendar-viewer = you: { $zone }
calendar-today = today
calendar-summer-time = clocks +1 h
calendar-winter-time = clocks −1 h
calendar-reading = Reading the week…
calendar-too-small = A slightly larger window, please: the week does not fit in here.
calendar-empty-week = Nothing this week yet. Pick a place with the arrows: press { $new } to write a post, { $drafts } to ask for drafts, { $bring } to bring an idea here.
calendar-empty-week-bare = Nothing this week yet. Pick a place with the arrows: press { $new } to write a post, { $drafts } to ask for drafts.
calendar-empty-paper = Nothing this week yet. A post is added like this: palinsesto new "Title" --when "thu 18:30"
calendar-nothing-filtered = No post of this week passes the filter.
calendar-nothing-planned = Nothing planned.
calendar-nothing-here = Nothing here yet
calendar-usual-slot = Something usually goes out on { $channels } at this time.
calendar-untitled = untitled
calendar-no-text = No text yet.
calendar-link-beside = beside the text: not counted or copied with it
calendar-no-channels = no channel
calendar-thread = thread of { $messages } messages
calendar-text-of = The text of { $channel }
calendar-own-text = Own text on { $channels }
calendar-time-unset = time to be set
calendar-free = free
calendar-ideas = { $count ->
    [0] ideas
    [one] 1 idea
   *[other] { $count } ideas
}
calendar-no-ideas = No ideas put by: press { $key } to note one down.
calendar-ideas-hidden = { $count ->
    [one] The filter hides the one idea there is: press { $key } to see it.
   *[other] The filter hides all { $count } ideas: press { $key } to see them.
}
calendar-bring = bring an idea here
calendar-cards = { $count ->
    [one] 1 card
   *[other] { $count } cards
}
calendar-translates = Translation of “{ $title }”
calendar-over = { $count } too many
calendar-fold = cut at { $count }
calendar-waiting = { $count ->
    [one] 1 suggestion to decide
   *[other] { $count } suggestions to decide
}
calendar-published = Out on { $channel }, { $when }
calendar-broken = This file has to be put right
calendar-broken-kept = It stays as it is until you mend it; the rest of the folder works.
calendar-others = Not posts
calendar-moving = Moving
calendar-from = from { $when }
calendar-to = to { $when }
calendar-move-voids = This voids the approval
calendar-move-past = That time has passed
calendar-gap = The clocks skip this hour that night. Which one shall it be?
calendar-fold-time = This hour comes twice that night. Which of the two?
calendar-filtered = only { $what }: { $key } shows all
calendar-need-broken = { $count ->
    [one] 1 file to put right
   *[other] { $count } files to put right
}
calendar-need-blocked = { $count ->
    [one] 1 card to put right
   *[other] { $count } cards to put right
}
calendar-need-overdue = { $count ->
    [one] { $count } post overdue
   *[other] { $count } posts overdue
}
calendar-need-elsewhere = { $count ->
    [one] 1 thing to see to in another week: { $key }
   *[other] { $count } things to see to in other weeks: { $key }
}
calendar-selected = { $count ->
    [one] 1 post selected
   *[other] { $count } posts selected
}
calendar-stay = { $count ->
    [one] 1 already published stays where it is
   *[other] { $count } already published stay where they are
}
calendar-more-broken = { $count ->
    [one] other file: “palinsesto check” shows it
   *[other] other files: “palinsesto check” shows them all
}
calendar-more = { $count ->
    [one] more
   *[other] more
}
calendar-need-time = { $count ->
    [one] 1 time to be set
   *[other] { $count } times to be set
}
calendar-all-well = the week is in order
