# Che cosa si è detto di un post: chiedere una revisione, una modifica, risolverle.

why-no-note = Qui non ci sono note
why-already-settled = È già risolta
review-title = Revisione · { $title }
review-whole = tutto il post
review-of-sentence = Su questa frase
review-of-gone = Su parole che non ci sono più
review-gone = non è più nel testo: { $quote }
review-open = { $open ->
    [one] 1 aperta
   *[other] { $open } aperte
}
review-said = { $notes ->
    [one] 1 nota
   *[other] { $notes } note
}
review-row-settled = risolta
review-nothing = Nessuno ha ancora detto niente di questo post
review-none-here = Qui non ci sono ancora note.
review-somebody = qualcuno
review-asked = { $who } chiede una revisione
review-asked-of = { $who } chiede una revisione { $whom }
review-change = { $who } chiede una modifica
review-change-of = { $who } chiede una modifica { $whom }
review-remark = { $who } osserva
review-reply = { $who } risponde
review-resolve = { $who } la considera risolta
review-settled = risolta da { $who }, { $when }
review-all-settled = È tutto risolto
review-still-open = Ancora aperta: { $what }
review-changes = { $changes ->
    [one] 1 modifica da fare
   *[other] { $changes } modifiche da fare
}
review-remarks = { $remarks ->
    [one] 1 osservazione
   *[other] { $remarks } osservazioni
}
review-ask-title = Chiedi una revisione
review-change-title = Chiedi una modifica
review-remark-title = Un’osservazione
review-reply-title = Rispondi { $whom }
review-to = A chi
review-to-anybody = un nome; vuoto: chiunque
review-to-known = Qui si conoscono: { $names }
review-to-stranger = Nessuno qui si chiama ancora così; si conoscono: { $names }
review-to-odd = Sembra una frase, non un nome: premi di nuovo { $key } e resta così
review-text = Parole
review-text-ask = che cosa guardare, se vuoi
review-text-change = che cosa va cambiato, e perché
review-about = su { $quote }
review-mute = Serve almeno una parola

needs-title = Quello che aspetta te
needs-of = { $things ->
    [one] Una cosa per { $who }
   *[other] { $things } cose per { $who }
}
needs-of-nobody = Non si sa chi sei: imposta user.name e user.email in git, o «by» nelle impostazioni, e qui trovi anche le richieste fatte a tuo nome
needs-none = Niente aspetta te: nessuna modifica e nessuna revisione da fare, niente di bloccato o in ritardo nelle settimane lette fin qui.
needs-change = da cambiare
needs-review = da rivedere
needs-blocked = non può uscire
needs-voided = approvazione decaduta
needs-clash = nella stessa ora
needs-denied = contro un fatto
needs-expires = un fatto scade { $day }
needs-late = in ritardo
needs-late-told = La sua ora è passata e nessuno ha detto che è uscito.

cli-notes = Mostra che cosa si è detto di un post
cli-note = Dice qualcosa di un post: chiede una revisione, chiede una modifica, osserva, risponde, risolve
cli-arg-note-text = Le parole
cli-arg-note-kind = Una tra { $kinds }; se non lo dici è un’osservazione, con --reply-to una risposta
cli-arg-note-to = A chi: un nome o un indirizzo
cli-arg-note-quote = Le parole del post di cui parla, parola per parola
cli-arg-note-channel = Il testo di questo canale
cli-arg-note-reply-to = La nota a cui risponde, con il suo id
cli-value-kind = TIPO
cli-value-whom = CHI
cli-value-note = NOTA
cli-note-written = Scritta: { $path }
cli-note-on = per { $channel }
cli-note-about = Solo una risposta e una risoluzione rispondono a una nota, e devono dire quale
cli-note-next = «palinsesto notes { $post }» mostra gli id; con --reply-to dici quale
cli-no-such-note = Nessuna nota { $id } su questo post
cli-note-next-notes = «palinsesto notes» mostra gli id
cli-note-not-there = Il post non dice { $quote }
cli-note-no-channels = Non ha ancora canali: scrivila senza --channel
cli-note-word-for-word = Cita parole che nel post ci sono, così come sono scritte
cli-arg-needs-me = Solo quello che aspetta te: modifiche e revisioni da fare, quello che è bloccato o in ritardo
cli-arg-in-review = Solo i post con una revisione o una modifica ancora da fare
review-waiting = { $notes ->
    [one] 1 nota per te
   *[other] { $notes } note per te
}
note-kind-ask = revisione
note-kind-change = modifica
note-kind-remark = osservazione
note-kind-reply = risposta
note-kind-resolve = risoluzione
