# Tenere fermo quello che deve uscire, e lasciarlo andare.

freeze-what = Che cosa fermi? Niente di quello che è fermo esce, approvato o no
freeze-all = tutto
freeze-channel = il canale { $key }
freeze-campaign = la campagna { $name }
freeze-this = ferma { $what }
freeze-thaw-this = riprendi { $what }
freeze-really = Fermi { $what }? { $posts ->
    [0] Nelle settimane lette non c’è niente in uscita
    [one] Nelle settimane lette resta fermo un post
   *[other] Nelle settimane lette restano fermi { $posts } post
}
freeze-since = Fermo: { $what }, da { $by }, { $when }
freeze-held = { $count ->
    [one] Intanto sarebbe uscito: { $titles }
   *[other] Intanto sarebbero usciti in { $count }: { $titles }
}
freeze-held-nothing = Intanto non sarebbe uscito niente
freeze-stands = fermo: { $what }{ $count ->
    [one] { "" }
   *[other] {" "}e altro
}
freeze-unread = freeze.toml non si legge: finché non è a posto è tutto fermo
freeze-outside = «{ $key }» qui non ferma niente: quello che è fermo sta sotto un [[freeze]]
freeze-outside-next = Scrivi una riga [[freeze]]; sotto, channel = "…", campaign = "…" oppure all = true, e since = …
freeze-of-what = Ogni fermo riguarda una cosa sola: un canale, una campagna o tutto
freeze-of-what-next = Lascia una sola riga tra channel = "…", campaign = "…" e all = true; per un’altra cosa scrivi un altro [[freeze]]
freeze-nothing = Niente è fermo
freeze-none-of-that = Questo non è fermo
freeze-next-list = «palinsesto freeze» dice che cosa lo è
freeze-done = Fermo: { $what }. { $count ->
    [0] Non c’era niente in uscita
    [one] Resta fermo un post
   *[other] Restano fermi { $count } post
}
freeze-thawed = Ripreso: { $what }. { $count ->
    [0] Intanto non sarebbe uscito niente
    [one] Intanto sarebbe uscito un post:
   *[other] Intanto sarebbero usciti { $count } post:
}
flag-frozen = fermo
key-freeze = ferma o riprendi
done-freeze = Fermato
done-thaw = Ripreso
step-freeze = fermo
step-thaw = ripresa
why-frozen = È fermo: prima va ripreso
cli-freeze = ferma un canale, una campagna o tutto; senza altro dice che cosa è fermo
cli-thaw = riprendi quello che è fermo, e di’ che cosa sarebbe uscito intanto
cli-value-campaign = CAMPAGNA
cli-arg-freeze-channel = quello che esce su questo canale
cli-arg-freeze-campaign = quello che è di questa campagna
cli-arg-freeze-all = tutto
cli-arg-freeze-why = il perché, per chi lo trova fermo
