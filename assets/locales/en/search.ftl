# Search over the whole archive.

search-title = Search
search-placeholder = words of a post, of any year
search-empty = Titles and texts of every week; accents and capitals do not matter.
search-reading = reading…
search-count = { $count ->
    [0] no post
    [one] one post
   *[other] { $shown } posts
}
search-nothing = No post says “{ $query }”.
search-idea = idea
