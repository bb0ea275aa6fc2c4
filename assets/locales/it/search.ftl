# La ricerca in tutto l’archivio.

search-title = Cerca
search-placeholder = parole di un post, di qualsiasi anno
search-empty = Titoli e testi di tutte le settimane; accenti e maiuscole non contano.
search-reading = sto leggendo…
search-count = { $count ->
    [0] nessun post
    [one] un post
   *[other] { $shown } post
}
search-nothing = Nessun post dice «{ $query }».
search-idea = idea
