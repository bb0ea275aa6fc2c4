# Hashtags, mentions and facts offered while writing: each with its why.

hashtags-why-brand = on the brand’s list
hashtags-why-account = your own account
hashtags-why-share = in { $posts } of { $of } posts of { $name }
hashtags-why-next-to = next to { $tag } in { $posts ->
    [one] one post
   *[other] { $posts } posts
}
hashtags-why-word = where you speak of “{ $word }”, { $posts } posts
hashtags-why-said = the text says “{ $word }”
hashtags-why-published = in { $posts ->
    [one] one published post
   *[other] { $posts } published posts
}
hashtags-why-planned = in { $posts ->
    [one] one planned post
   *[other] { $posts } planned posts
}
hashtags-why-proposed = proposed by the model; in { $posts } of your posts
hashtags-why-proposed-new = proposed by the model; in no post of yours
hashtags-why-fact = a fact of the brand
hashtags-why-fact-until = until { $day }
hashtags-why-generic = would suit anybody, says nothing about you
hashtags-why-never = the brand never uses it
hashtags-heading-offered = Suited to this text:
hashtags-heading-brand = On the brand’s list, with no tie to this text:
hashtags-heading-here = In the text:
hashtags-none = Nothing on the brand’s list or in its posts has to do with this text.
hashtags-cap = { $network }: { $count } in the text, it takes { $cap }
hashtags-both = { $network }: { $count } in the text, usually no more than { $usual }, at most { $cap }
hashtags-usual = { $network }: { $count } in the text, usually no more than { $usual }
