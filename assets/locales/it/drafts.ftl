# Le bozze: il tuo testo, i suggerimenti accanto, il brief.

drafts-title-post = { $title } · { $when }
drafts-title-slot = Bozze per { $when }
drafts-title-idea = Bozze per una nuova idea
drafts-human = il tuo testo
drafts-human-for = il tuo testo per { $channel }
drafts-human-tab = tuo
drafts-human-empty = Ancora vuoto. Le frasi che prendi arrivano qui.
drafts-waiting = Aspetto le prime parole…
drafts-writing = sta scrivendo…
drafts-fragment-cut = frammento: tagliato dal limite di lunghezza
drafts-fragment-stopped = frammento: fermato prima della fine
drafts-fragment-broken = frammento: si è interrotto da solo
drafts-in-reply = in risposta a: «{ $words }»
drafts-reply-keys = { $key } la copia: nel post non entra
drafts-unsaved = non ancora su disco
drafts-other-language = è in { $seems }, ma era stato chiesto in { $said }
drafts-stale = scritto per una versione precedente
drafts-note-composer = compositore
drafts-reason-sentence = Perché scarti la frase?
drafts-reason-headline = Perché scarti il titolo?
drafts-reason-whole = Perché scarti il suggerimento?
drafts-reason-words = Perché, in poche parole
drafts-instruction = Un altro, ma
drafts-prompt-title = Prompt
drafts-prompt-sent = Prompt, come è partito
drafts-prompt-wait = Lo sto preparando…
drafts-prompt-elsewhere = Questo suggerimento è di { $source }, e il prompt con cui è stato chiesto non è qui.
drafts-prompt-elsewhere-unknown = Questo suggerimento non dice chi l’ha scritto, e il suo prompt non è qui.
drafts-prompt-instead = Se lo chiedessi adesso, partirebbe questo:
drafts-source-composer = Compositore interno: non è un’IA, e da qui non esce nulla
drafts-source-here = { $model }, su questo computer ({ $host })
drafts-source-there = { $model }: brief, testo, voce e fatti vanno a { $host }
drafts-source-command = { $model }: un programma di questo computer, che può mandare le tue parole dove vuole
drafts-source-looking = Cerco chi può scrivere…
drafts-source-unknown = Nessuna fonte si chiama «{ $profile }»
drafts-source-silent = Non risponde: puoi chiedere lo stesso, o sceglierne un’altra
drafts-brief-title = Che cosa chiedi
drafts-brief-topic = Argomento
drafts-brief-tone = Tono
drafts-brief-audience = Pubblico
drafts-brief-channel = Canale
drafts-brief-lang = Lingua
drafts-brief-thread = Thread
drafts-brief-count = Quanti
drafts-brief-source = Chi scrive
drafts-brief-free = nessuno
drafts-brief-count-each = Per ognuno
drafts-brief-notes = Appunti
drafts-brief-no = no
drafts-brief-yes = sì
drafts-sum-tones =
    { $many ->
        [one] 1 tono
       *[other] { $many } toni
    }
drafts-sum-audiences =
    { $many ->
        [one] 1 pubblico
       *[other] { $many } pubblici
    }
drafts-sum-channels =
    { $many ->
        [one] 1 canale
       *[other] { $many } canali
    }
drafts-sum-langs =
    { $many ->
        [one] 1 lingua
       *[other] { $many } lingue
    }
drafts-sum-each = { $many } per ognuno
drafts-sum-total =
    { $many ->
        [one] 1 suggerimento
       *[other] { $many } suggerimenti
    }
drafts-sum-too-many = { $sum }: troppi insieme, al massimo { $most }
drafts-sum-mark = { $key } segna più di una voce: si chiedono insieme
drafts-blanks = { $key } riempie gli spazi
drafts-replaces = prende il posto del tuo testo
drafts-replaces-for = prende il posto del testo per { $channel }
drafts-replaces-comment = prende il posto del primo commento
drafts-replaces-alt = prende il posto del testo alternativo di { $file }
drafts-becomes = diventa un post a parte
drafts-became = nel post «{ $title }»
drafts-differs = { $angle } · { $length }
drafts-thread =
    { $many ->
        [one] 1 messaggio
       *[other] { $many } messaggi
    }
drafts-like = quasi uguale a { $number }
drafts-like-rejected = quasi uguale a uno che hai scartato
drafts-rewriting = Stai riscrivendo
drafts-rewriting-keys = { $cancel } smette, e ti chiede se tenere le tue parole
drafts-leaving = La tieni?
drafts-leaving-keys = { $confirm } sì · { $cancel } la mette da parte · scrivi per continuare
drafts-smell = sa di macchina: { $kinds }
drafts-unknown = { $many } da verificare
drafts-contradicted =
    { $many ->
        [one] 1 smentita
       *[other] { $many } smentite
    }
drafts-expired =
    { $many ->
        [one] 1 scaduta
       *[other] { $many } scadute
    }
drafts-nothing-for = nessun fatto conferma { $quotes }
drafts-claim-later = Si conferma nel testo: { $tick }, { $keep }
drafts-quote = «{ $quote }»
