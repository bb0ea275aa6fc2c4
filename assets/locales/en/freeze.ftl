# Holding back what is to go out, and letting it go.

freeze-what = What is to be frozen? Nothing that is frozen goes out, approved or not
freeze-all = everything
freeze-channel = the channel { $key }
freeze-campaign = the campaign { $name }
freeze-this = freeze { $what }
freeze-thaw-this = thaw { $what }
freeze-really = Freeze { $what }? { $posts ->
    [0] Nothing is going out in the weeks that were read
    [one] One post of the weeks that were read is held back
   *[other] { $posts } posts of the weeks that were read are held back
}
freeze-since = Frozen: { $what }, by { $by }, { $when }
freeze-held = { $count ->
    [one] It held back: { $titles }
   *[other] It held back { $count }: { $titles }
}
freeze-held-nothing = It held nothing back
freeze-stands = frozen: { $what }{ $count ->
    [one] { "" }
   *[other] {" "}and more
}
freeze-unread = freeze.toml cannot be read: until it is put right everything is frozen
freeze-outside = “{ $key }” holds nothing back here: what is frozen stands below a [[freeze]]
freeze-outside-next = Write a line [[freeze]]; below it channel = "…", campaign = "…" or all = true, and since = …
freeze-of-what = A freeze holds back one thing: a channel, a campaign or everything
freeze-of-what-next = Keep one of channel = "…", campaign = "…" and all = true; for something else write another [[freeze]]
freeze-nothing = Nothing is frozen
freeze-none-of-that = That is not frozen
freeze-next-list = palinsesto freeze says what is
freeze-done = Frozen: { $what }. { $count ->
    [0] Nothing was going out
    [one] One post is held back
   *[other] { $count } posts are held back
}
freeze-thawed = Thawed: { $what }. { $count ->
    [0] It held nothing back
    [one] It held one post back:
   *[other] It held { $count } posts back:
}
flag-frozen = frozen
key-freeze = freeze or thaw
done-freeze = Frozen
done-thaw = Thawed
step-freeze = freeze
step-thaw = thaw
why-frozen = It is frozen: thaw it first
cli-freeze = freeze a channel, a campaign or everything; alone it says what is frozen
cli-thaw = thaw what is frozen, and say what it held back
cli-value-campaign = CAMPAIGN
cli-arg-freeze-channel = what goes out on this channel
cli-arg-freeze-campaign = what belongs to this campaign
cli-arg-freeze-all = everything
cli-arg-freeze-why = why, for whoever finds it frozen
