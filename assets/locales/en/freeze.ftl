# Holding back what is to go out, and letting it go.

freeze-title = Freeze
freeze-thaw-title = Thaw
freeze-what = What is to be frozen? Nothing that is frozen goes out, approved or not
freeze-or-thaw-what = What is to be frozen, or thawed? Nothing that is frozen goes out, approved or not
freeze-all = everything
freeze-campaign = the campaign { $name }
freeze-this = freeze { $what }
freeze-this-why = freeze { $what }, and say why
freeze-why = why
freeze-why-empty = for whoever finds it frozen; may stay empty
freeze-thaw-this = thaw { $what }
freeze-mend = open freeze.toml at this place
freeze-really = Freeze { $what }? { $posts ->
    [0] In the weeks around this one nothing is going out
    [one] In the weeks around this one, one post is held back
   *[other] In the weeks around this one, { $posts } posts are held back
}
freeze-thaw-really = Thaw { $what }? It has been frozen since { $when }
freeze-held = { $count ->
    [one] Meanwhile one would have gone out: { $titles }
   *[other] Meanwhile { $count } would have gone out: { $titles }
}
freeze-held-nothing = Meanwhile nothing would have gone out
freeze-stands = frozen: { $list }
freeze-stands-all = everything
freeze-stands-channel = { $name }
freeze-stands-campaign = the campaign { $name }
freeze-with-all = frozen with everything else
freeze-with-channel = frozen on { $name }
freeze-with-campaign = frozen with the campaign { $name }
freeze-line = { $with }, since { $when }
freeze-unread = freeze.toml cannot be understood: until it is put right everything is frozen
freeze-until = Until it is put right everything is frozen
freeze-outside = “{ $key }” holds nothing back here: what is frozen stands below a [[freeze]]
freeze-outside-next = Write a line [[freeze]]; below it channel = "…", campaign = "…" or all = true, and since = …
freeze-of-what = A freeze holds back one thing: a channel, a campaign or everything
freeze-of-what-next = Keep one of channel = "…", campaign = "…" and all = true; for something else write another [[freeze]]
freeze-nothing = Nothing is frozen
freeze-there = Frozen, until somebody thaws it:
freeze-row = { $what } · since { $when } · { $posts ->
    [one] one post
   *[other] { $posts } posts
}
freeze-still = Still frozen: { $list }
freeze-none-of-that = It is not frozen by itself: { $what }
freeze-next-thaw = palinsesto thaw { $list }
freeze-name-it = Say what: --channel CHANNEL, --campaign CAMPAIGN or --all
freeze-not-said = It is not said what is to be frozen
freeze-thaw-not-said = It is not said what is to be thawed
freeze-which-channel = More than one channel is called { $name }
freeze-no-campaign = No post has the campaign “{ $name }”: nothing would be frozen
freeze-no-campaigns = No post has a campaign; a channel or everything can be frozen
freeze-already = Frozen already since { $when }: { $what }. { $count ->
    [0] Nothing is going out
    [one] One post is held back
   *[other] { $count } posts are held back
}
freeze-new-why = The reason is now: { $why }
freeze-done = Frozen: { $what }. { $count ->
    [0] Nothing was going out
    [one] One post is held back
   *[other] { $count } posts are held back
}
freeze-thawed = Thawed: { $what }. { $count ->
    [0] No post was waiting for it
    [one] One post goes on as planned
   *[other] { $count } posts go on as planned
}
freeze-missed = { $count ->
    [0] Meanwhile no post has missed its time
    [one] Meanwhile one post has missed its time:
   *[other] Meanwhile { $count } posts have missed their time:
}
flag-frozen = frozen
key-freeze = freeze or thaw
done-freeze = Frozen: { $what }. { $count ->
    [0] In the weeks around this one nothing was going out
    [one] In the weeks around this one, one post is held back
   *[other] In the weeks around this one, { $count } posts are held back
}
done-thaw = Thawed: { $what }
step-freeze = freeze
step-thaw = thaw
why-frozen = It is frozen: { $key } thaws it
cli-freeze = Freeze a channel, a campaign or everything; alone it shows what is frozen
cli-thaw = Thaw what is frozen, and show what it held back
cli-value-campaign = CAMPAIGN
cli-arg-freeze-channel = What goes out on this channel, by its key or its name
cli-arg-freeze-campaign = What belongs to this campaign
cli-arg-freeze-all = Everything
cli-arg-thaw-all = What freeze --all froze; what is frozen by name stays so
cli-arg-freeze-why = Why, for whoever finds it frozen; given again, it takes the place of the first
