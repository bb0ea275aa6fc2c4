# How much AI is in a post, and who wants that said.

disclosure-eu = EU AI Act
disclosure-ai-none = no AI
disclosure-ai-assisted = AI-assisted
disclosure-ai-generated = AI-generated
disclosure-at-least = at least { $ai }
disclosure-yes = yes
disclosure-no = no
disclosure-heading = How much AI is in the post
disclosure-on = { $what }: { $said }
disclosure-medium = media
disclosure-asked = asked
disclosure-mark = mark
disclosure-told-none = No sentence comes from an AI, as far as the suggestions that were taken tell.
disclosure-told-assisted = Sentences by AI stand beside sentences written by hand, or were changed by one.
disclosure-told-generated = Every sentence stands as the AI wrote it. Hashtags, mentions, links and emoji added by hand don’t count.
disclosure-count-machine = Sentences as the AI wrote them: { $count } of { $all }
disclosure-count-edited = Sentences by AI, changed by hand: { $count } of { $all }
disclosure-count-composed = Sentences by the built-in composer, which is no AI: { $count } of { $all }
disclosure-count-human = Sentences written by hand: { $count } of { $all }
disclosure-count-unsure = Sentences that can’t be told any more: the suggestion is gone: { $count } of { $all }
disclosure-declared = Declared in the file: ai = "{ $said }"
disclosure-understated = The file declares ai = "{ $said }", less than what the sentences tell: they count.
disclosure-realistic = looks real
disclosure-not-realistic = doesn’t look real
disclosure-realistic-unsaid = nobody has said whether it looks real
disclosure-term = IPTC’s term for its source: { $term } ({ $page })
disclosure-no-term = Nobody has said where it comes from: no IPTC term.
disclosure-alt = Alt text: { $alt }
disclosure-asks-label = wants a label: { $by }
disclosure-asks-label-if = wants a label if it looks real: { $by }
disclosure-asks-mark = may be labelled automatically: { $by }
disclosure-asks-review = wants a person’s review, or a label: { $by }
disclosure-nothing-asked = nobody asks for it to be said, as far as known ({ $read })
disclosure-source = Source: { $source } (read: { $read })
disclosure-uncertain = Not found at its source: take it as hearsay.
disclosure-no-advice = This is no legal advice.
disclosure-rule-eu-media = Art. 50(4): whoever publishes images, sound or video that AI made or changed and that would pass for real (people, places, events) says so.
disclosure-rule-eu-text = Art. 50(4): a text by AI that informs on matters of public interest is labelled, unless a person has reviewed it and somebody answers for it. Promoting a product is mostly outside of it.
disclosure-rule-tiktok = TikTok asks for a label on realistic images, sound and video that AI made or changed a lot. Captions are not concerned.
disclosure-rule-youtube = YouTube asks to disclose realistic videos that were altered or synthesised: real people, events or places changed, realistic scenes that never happened. Texts and ideas by AI are not concerned.
disclosure-rule-meta = Meta asks for a label on photorealistic video and realistic sound that was made or altered digitally. Captions are not concerned.
disclosure-rule-meta-mark = Meta reads the signals that AI tools leave in files and may add “AI info” by itself.
disclosure-rule-pinterest-mark = Pinterest reads the IPTC metadata of images and may say that AI made or modified them.
disclosure-rule-linkedin-mark = LinkedIn shows the Content Credentials (C2PA) it finds in files.
