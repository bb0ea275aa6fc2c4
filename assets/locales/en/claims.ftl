# Claims: what a text asserts, and what stands behind it. “quote” is what stands in the text.

claim-kind-number = number
claim-kind-price = price
claim-kind-percentage = percentage
claim-kind-date = date
claim-kind-hour = hour
claim-kind-superlative = superlative
claim-kind-comparison = comparison
claim-kind-name = name
claim-kind-quotation = quotation
claim-kind-link = link
claim-kind-mention = mention
claim-kind-hashtag = hashtag

claim-supported = supported
claim-contradicted = contradicted
claim-unknown = unknown
claim-expired = expired

claim-by-fact = the fact “{ $fact }” says so
claim-by-fact-until = the fact “{ $fact }” says so, until { $day }
claim-by-brief = the brief says so
claim-by-post = the post’s own fields say so
claim-by-brand = the brand’s own

claim-against-fact = the fact “{ $fact }” says: { $said }
claim-against-brief = the brief says: { $said }
claim-against-post = the post says: { $said }
claim-against-brand = the brand says: { $said }
claim-against-calendar = that day is a { $weekday }
claim-past = the fact “{ $fact }” held until { $day }

claim-elsewhere = the fact “{ $fact }” has it, perhaps not about this

claim-no-number = no fact has this figure
claim-no-price = no fact has this price
claim-no-percentage = no fact has this percentage
claim-no-date = no fact has this date
claim-no-hour = no fact has this hour
claim-no-superlative = no fact proves it
claim-no-comparison = no fact makes this comparison
claim-no-name = no fact has this name
claim-no-quotation = no fact holds these words
claim-no-link = this address is in no fact
claim-no-mention = not one of the brand’s accounts
claim-no-hashtag = not one of the brand’s hashtags

claim-said = “{ $quote }”: { $reason }
claim-reopened = { $said } (ticked when the facts were others)
claim-said-once = { $said } (the fact “{ $fact }” said so until it changed)
claim-in-part = in the { $part }: { $said }
claim-in-alt = in the alt text of { $medium }: { $said }
next-claim = Put it right, or put it in facts/ where it can be checked
next-claim-expired = Renew the fact, or take this out of the text
next-hashtag = If it is the brand’s, add it to the hashtags of voice.toml
next-mention = If it is the brand’s, name it with the channels of palinsesto.toml; if not, see that it is the right account

cli-claims = Match every claim of a text with the facts
cli-arg-claims-file = The file with the text, a post’s file or id, or - for what comes in
cli-arg-claims-brief = What the text was asked for: what it says counts as said
cli-arg-claims-strict = End with 1 also where nothing speaks for or against a claim
cli-claims-none = No claims
cli-claims-summary = { $claims ->
    [one] One claim
   *[other] { $claims } claims
}: { $supported } supported, { $contradicted } contradicted, { $expired } expired, { $unknown } unknown
cli-claims-no-facts = There is no content folder here: without facts every claim is unknown
