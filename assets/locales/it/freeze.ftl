# Tenere fermo quello che deve uscire, e lasciarlo andare.

freeze-title = Fermo
freeze-thaw-title = Si riparte
freeze-what = Che cosa fermi? Niente di quello che è fermo esce, approvato o no
freeze-or-thaw-what = Che cosa fermi, o che cosa fai ripartire? Niente di quello che è fermo esce, approvato o no
freeze-all = tutto
freeze-campaign = la campagna { $name }
freeze-this = ferma { $what }
freeze-this-why = ferma { $what }, e di’ perché
freeze-why = perché
freeze-why-empty = per chi lo trova fermo; può restare vuoto
freeze-thaw-this = fai ripartire { $what }
freeze-mend = apri freeze.toml in questo punto
freeze-really = Fermi { $what }? { $posts ->
    [0] Nelle settimane qui intorno non c’è niente in uscita
    [one] Nelle settimane qui intorno resta fermo un post
   *[other] Nelle settimane qui intorno restano fermi { $posts } post
}
freeze-thaw-really = Fai ripartire { $what }? È tutto fermo da { $when }
freeze-held = { $count ->
    [one] Intanto sarebbe uscito: { $titles }
   *[other] Intanto sarebbero usciti in { $count }: { $titles }
}
freeze-held-nothing = Intanto non sarebbe uscito niente
freeze-stands = { $list }
freeze-stands-all = tutto fermo
freeze-stands-channel = { $name } fermo
freeze-stands-campaign = campagna { $name } ferma
freeze-with-all = fermo con tutto il resto
freeze-with-channel = fermo su { $name }
freeze-with-campaign = fermo con la campagna { $name }
freeze-line = { $with }, da { $when }
freeze-unread = freeze.toml non si capisce: finché non è a posto è tutto fermo
freeze-until = Finché non è a posto è tutto fermo
freeze-outside = «{ $key }» qui non ferma niente: quello che è fermo sta sotto un [[freeze]]
freeze-outside-next = Scrivi una riga [[freeze]]; sotto, channel = "…", campaign = "…" oppure all = true, e since = …
freeze-of-what = Ogni fermo riguarda una cosa sola: un canale, una campagna o tutto
freeze-of-what-next = Lascia una sola riga tra channel = "…", campaign = "…" e all = true; per un’altra cosa scrivi un altro [[freeze]]
freeze-nothing = Niente è fermo
freeze-there = Fermo, finché qualcuno non lo fa ripartire:
freeze-row = { $what } · da { $when } · { $posts ->
    [one] un post
   *[other] { $posts } post
}
freeze-still = Non riparte ancora: { $list }
freeze-none-of-that = Non c’è un fermo che riguardi proprio questo: { $what }
freeze-next-thaw = palinsesto thaw { $list }
freeze-name-it = Di’ che cosa: --channel CANALE, --campaign CAMPAGNA o --all
freeze-not-said = Non hai detto che cosa fermare
freeze-thaw-not-said = Non hai detto che cosa far ripartire
freeze-which-channel = Più di un canale si chiama { $name }
freeze-no-campaign = Nessun post è della campagna «{ $name }»: non si fermerebbe niente
freeze-no-campaigns = Nessun post ha una campagna; puoi fermare un canale o tutto
freeze-already = Era già tutto fermo da { $when }: { $what }. { $count ->
    [0] Non c’è niente in uscita
    [one] Resta fermo un post
   *[other] Restano fermi { $count } post
}
freeze-new-why = Il perché adesso è: { $why }
freeze-done = Hai fermato { $what }: { $count ->
    [0] non c’era niente in uscita
    [one] un post non esce
   *[other] { $count } post non escono
}
freeze-thawed = Riparte { $what }. { $count ->
    [0] Nessun post lo aspettava
    [one] Un post torna in programma
   *[other] { $count } post tornano in programma
}
freeze-missed = { $count ->
    [0] Intanto nessun post ha perso il suo orario
    [one] Intanto un post ha perso il suo orario:
   *[other] Intanto { $count } post hanno perso il loro orario:
}
flag-frozen = fermo
key-freeze = ferma o fai ripartire
done-freeze = Hai fermato { $what }. { $count ->
    [0] Nelle settimane qui intorno non c’era niente in uscita
    [one] Nelle settimane qui intorno resta fermo un post
   *[other] Nelle settimane qui intorno restano fermi { $count } post
}
done-thaw = Riparte { $what }
step-freeze = fermo
step-thaw = ripartenza
why-frozen = È fermo: con { $key } lo fai ripartire
cli-freeze = Ferma un canale, una campagna o tutto; da solo mostra che cosa è fermo
cli-thaw = Fa ripartire quello che è fermo, e mostra che cosa sarebbe uscito intanto
cli-value-campaign = CAMPAGNA
cli-arg-freeze-channel = Quello che esce su questo canale, con la sua chiave o il suo nome
cli-arg-freeze-campaign = Quello che è di questa campagna
cli-arg-freeze-all = Tutto
cli-arg-thaw-all = Quello che ha fermato freeze --all; quello che è fermo per nome resta fermo
cli-arg-freeze-why = Il perché, per chi lo trova fermo; ridato, prende il posto del primo
