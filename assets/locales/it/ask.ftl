# Piccole domande: quale data, che cosa mostrare, che cosa è uscito, quale testo copiare.

ask-date-title = Vai a una data
ask-date-placeholder = giovedì prossimo · fra 3 settimane · s50 · 24/12
ask-date-empty = A parole tue, o con una data.
ask-date-week = settimana { $number }
ask-filter-title = Mostra solo
ask-filter-text = parole
ask-filter-placeholder = nel titolo, nel testo, tra etichette e hashtag
ask-filter-channels = canali
ask-filter-pillars = pilastri
ask-filter-campaign = campagna
ask-filter-stages = stato
ask-filter-none = ancora nessuna
ask-published-title = Pubblicato a mano
ask-published-channels = dove
ask-published-when = quando
ask-published-address = indirizzo su { $channel }
ask-published-url = https:// … (se ce l’hai)
ask-published-no-channel = Segna almeno un canale con { $key }
ask-published-no-hour = Serve anche l’ora
ask-published-future = Non può essere già uscito: quell’ora deve ancora arrivare
ask-published-not-a-link = Un indirizzo comincia con https://
ask-copy-title = Copia il testo per
ask-copy-own = ha un testo suo
ask-copy-count = { $count ->
    [one] un carattere
   *[other] { $shown } caratteri
}
ask-helps-title = Chiedi un aiuto su questo testo
ask-helps-shorten = più corto
ask-helps-other-tone = un altro tono
ask-helps-translate = traduci
ask-helps-thread = dividi in un thread
ask-helps-hooks = altre prime righe
ask-helps-first-comment = primo commento
ask-helps-alt = testo alternativo
ask-helps-to-channel = solo per un canale
ask-helps-to-text = in testa al testo
ask-helps-to-comment = nel primo commento
ask-helps-to-picture = sull’immagine che non ce l’ha
ask-helps-tone = Con quale tono?
ask-helps-lang = In quale lingua?
ask-helps-into = Dove va quello che prendi?
ask-helps-as-variant = in questo post
ask-helps-as-variant-told = diventa il testo di un canale
ask-helps-as-post = in un post nuovo
ask-helps-as-post-told = stessi canali, ora, immagini e campagna
ask-helps-channel = Per quale canale? Quello che prendi diventa il suo testo.
ask-helps-picture = Che cosa si vede? Parte soltanto quello che scrivi qui, mai l’immagine.
ask-helps-picture-example = gomitoli di lana grezza su un banco di legno
ask-question-title = Prima una cosa
ask-time-twice = Le lancette tornano indietro: { $when } c’è due volte. Quale delle due?
ask-time-skipped = Le lancette vanno avanti: { $when } non esiste. Quale al suo posto?
ask-already-published = Questo post è già uscito. Quel che cambi qui non cambia niente là.
ask-go-ahead = vai avanti
ask-leave-it = lascia stare
