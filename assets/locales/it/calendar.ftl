# Il calendario: la settimana, le idee, il riquadro del post.

calendar-week = settimana { $number } · { $dates }
calendar-week-short = sett. { $number } · { $dates }
calendar-viewer = tu: { $zone }
calendar-today = oggi
calendar-summer-time = ora legale
calendar-winter-time = ora solare
calendar-reading = Leggo la settimana…
calendar-too-small = Allarga un po’ la finestra: qui il palinsesto non ci sta.
calendar-empty-week = Settimana ancora vuota. Scegli un posto con le frecce: premi { $new } per scrivere un post, { $drafts } per chiedere bozze, { $bring } per portare qui un’idea.
calendar-empty-week-bare = Settimana ancora vuota. Scegli un posto con le frecce: premi { $new } per scrivere un post, { $drafts } per chiedere bozze.
calendar-empty-paper = Settimana ancora vuota. Un post si aggiunge così: palinsesto new "Titolo" --when "gio 18:30"
calendar-nothing-filtered = Nessun post passa il filtro in questa settimana.
calendar-nothing-planned = Niente in programma.
calendar-nothing-here = Qui non c’è ancora niente
calendar-usual-slot = Di solito a quest’ora esce qualcosa su { $channels }.
calendar-untitled = senza titolo
calendar-no-text = Ancora senza testo.
calendar-link-beside = accanto al testo: non si conta e non si copia con lui
calendar-no-channels = nessun canale
calendar-thread = thread di { $messages } messaggi
calendar-text-of = Il testo di { $channel }
calendar-own-text = Testo proprio su { $channels }
calendar-time-unset = orario da decidere
calendar-free = libero
calendar-ideas = { $count ->
    [0] idee
    [one] 1 idea
   *[other] { $count } idee
}
calendar-no-ideas = Nessuna idea da parte: premi { $key } per annotarne una.
calendar-ideas-hidden = { $count ->
    [one] Il filtro nasconde l’unica idea: premi { $key } per vederla.
   *[other] Il filtro nasconde tutte e { $count } le idee: premi { $key } per vederle.
}
calendar-bring = porta qui un’idea
calendar-cards = { $count ->
    [one] 1 uscita
   *[other] { $count } uscite
}
calendar-translates = Traduzione di «{ $title }»
calendar-over = { $count ->
    [one] 1 di troppo
   *[other] { $count } di troppo
}
calendar-fold = taglio a { $count }
calendar-waiting = { $count ->
    [one] 1 suggerimento da valutare
   *[other] { $count } suggerimenti da valutare
}
calendar-published = Uscito su { $channel }, { $when }
calendar-broken = Questo file va sistemato
calendar-broken-kept = Resta com’è finché non lo correggi; il resto della cartella funziona.
calendar-others = Non sono post
calendar-moving = Sposto
calendar-from = da { $when }
calendar-to = a { $when }
calendar-move-voids = L’approvazione decade
calendar-move-past = Quell’ora è già passata
calendar-gap = Quella notte l’orologio salta quest’ora. Quale prendo?
calendar-fold-time = Quella notte quest’ora c’è due volte. Quale delle due?
calendar-filtered = solo { $what }: { $key } mostra tutto
calendar-need-broken = { $count ->
    [one] 1 file da sistemare
   *[other] { $count } file da sistemare
}
calendar-need-blocked = { $count ->
    [one] 1 uscita da sistemare
   *[other] { $count } uscite da sistemare
}
calendar-need-overdue = { $count ->
    [one] { $count } post in ritardo
   *[other] { $count } post in ritardo
}
calendar-need-elsewhere = { $count ->
    [one] 1 cosa da vedere in un’altra settimana: { $key }
   *[other] { $count } cose da vedere in altre settimane: { $key }
}
calendar-selected = { $count ->
    [one] 1 uscita selezionata
   *[other] { $count } uscite selezionate
}
calendar-stay = { $count ->
    [one] 1 già pubblicata resta dov’è
   *[other] { $count } già pubblicate restano dove sono
}
calendar-more-broken = { $count ->
    [one] altro file: lo mostra «palinsesto check»
   *[other] altri file: li elenca tutti «palinsesto check»
}
calendar-more = { $count ->
    [one] altro
   *[other] altri
}
calendar-need-time = { $count ->
    [one] 1 orario da decidere
   *[other] { $count } orari da decidere
}
calendar-all-well = settimana a posto
