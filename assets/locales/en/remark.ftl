# What a source says of its own work: what it lacked, what it left out.

remark-without = no { $what }
remark-ignored = takes no account of: { $what }
remark-facts = facts
remark-tone = tone
remark-past = examples among the earlier posts
remark-audience = audience
remark-instruction = request
remark-language = language
remark-left-out =
    { $many ->
        [one] 1 sentence left out
       *[other] { $many } sentences left out
    }
remark-lacks-title = What it lacked
remark-lacks-ahead = What it has to do without
remark-left-out-title = What it left out
remark-lack-facts = Facts: none of those that hold today has to do with this post. Add some in facts/
remark-lack-tone = Tone: none was chosen, and the sentences are the plainest
remark-lack-tone-sentences = Tone: it has no sentences for this one, only for warm, ironic and dry
remark-lack-past = Earlier posts: it knows of none in this language, and has no voice to draw on
remark-lack-audience = Audience: it writes for everybody, though you have chosen one
remark-lack-instruction = Request: it did not understand it. It knows “shorter”, “no question” and “no hashtags”
remark-lack-language = Language: it has sentences in Italian and English only, and used English
remark-quoted = “{ $words }”: { $why }
remark-because-no-room = there was no room on the network
remark-because-turned-down = you turned it down before
remark-because-standing = the post says it already
remark-because-question = you wanted no question
remark-because-shorter = you wanted something shorter
remark-because-invites = it invites, and other sentences were found salesy
remark-because-dated = it names a figure, a day or an address that may not hold any more
