# Problemi: un file che non si può usare.

problem-syntax = Qui mi aspettavo { $expected }, invece c’è { $found }
problem-syntax-unexpected = { $found } qui non ci può stare
problem-duplicate-key = «{ $key }» è scritto due volte
problem-missing-key = Manca «{ $key }»
problem-wrong-type = «{ $key }» vuole { $expected }, qui invece c’è { $found }
problem-facts-unread = { $why }; i fatti di questo file non si possono leggere
problem-fact-unread = { $why }; questo fatto non si può leggere
problem-facts-disagree = il fatto «{ $fact }» dice «{ $says }», ma «{ $other }» ({ $place }) dice «{ $other_says }»
next-facts-disagree = Correggi quello sbagliato, o dagli una scadenza (expires): finché valgono tutti e due, nessun testo viene smentito
problem-bad-date = { $found } non è una data che esiste
problem-bad-id = «{ $found }» non è un id
problem-unquoted = «{ $found }» è senza virgolette
problem-no-such-note = Risponde a una nota che non c’è, { $note }
problem-no-such-post = Note di un post che non c’è: «{ $post }»
problem-break-in-text = In «{ $key }» c’è un salto pagina
problem-break-in-text-next = Toglilo; per un thread, metti sotto parts i messaggi dopo il primo
problem-misspelt = «{ $key }» è una chiave che qui non dice niente, quindi non fa niente
problem-unknown-setting = «{ $key }» non è un’impostazione
problem-for-another = Questo file dice di essere per un altro post, { $post }
problem-bad-value = «{ $key }» non può essere «{ $found }»
problem-bad-pattern = «{ $found }» non si può cercare nei testi: finché resta così non vieta niente
problem-bad-pattern-empty = Tra un segno e l’altro ci vuole una parola: «magia|magico»
problem-bad-pattern-open = Comincia da una parola: «porta ~ al livello»
problem-bad-pattern-short = Prima dell’asterisco servono almeno quattro lettere: «unic*»
problem-bad-pattern-sign = Togli « { $sign } », o scrivi la frase senza asterischi e barre
problem-unknown-zone = { $found } non è un fuso orario
problem-unknown-format = Questa cartella usa il formato { $found }, più nuovo di quello che conosce questa versione
problem-too-deep = È annidato troppo a fondo per essere letto
problem-not-utf8 = Qui i byte non sono UTF-8
problem-utf16 = Il file è in UTF-16
problem-nul = Qui c’è un byte NUL
problem-merge-conflict = Qui c’è un conflitto di merge ancora aperto
problem-too-large = Il file è di { $size } KiB; il limite è { $limit } KiB
problem-link-outside = È un collegamento che porta fuori dalla cartella, o da nessuna parte
problem-not-a-file = Non è un file normale
problem-not-a-folder = È un file, ma qui ci vuole una cartella
problem-not-posts = { $count ->
    [one] Qui un file non è un post: { $names }
   *[other] Qui { $count } file non sono post: { $names }
}
problem-foreign-copy = È una copia lasciata da un altro programma
problem-not-allowed = Non hai il permesso di leggerlo
problem-unreadable = Non si può leggere: { $reason }

token-or = { $list } oppure { $last }
token-quoted = «{ $token }»
token-end = la fine del file
token-line-end = la fine della riga
token-newline = un a capo
token-key = una chiave
token-value = un valore
token-string = un testo tra virgolette
token-digits = delle cifre
token-letters = delle lettere
token-characters = dei caratteri visibili
token-hexadecimal = un numero esadecimale

type-string = un testo tra virgolette
type-list = un elenco tra parentesi quadre
type-date = una data, o data e ora
type-date-written = una data con l’ora, come 2026-11-24T18:30:00
type-day-written = una data come 2027-02-01
type-table = una tabella
type-number = un numero
type-boolean = un sì o no (true o false)
type-integer = un numero intero

# Che cosa ha risposto il sistema.

system-not-found = non c’è
system-denied = i permessi non lo consentono
system-is-a-folder = è una cartella
system-not-a-folder = una parte del percorso non è una cartella
system-full = il disco è pieno
system-read-only = è in sola lettura
system-slow = non ha risposto in tempo
system-interrupted = è stato interrotto
system-busy = è occupato da un altro programma
system-not-text = non è testo in UTF-8
system-too-large = è troppo grande
system-no-network = la rete non ci arriva
system-other = il sistema non lo consente e non dice perché

# Rilievi: qualcosa che un controllo ha notato.

finding-over-limit = { $network }: { $part } troppo lungo di { $excess } { $unit } ({ $count } su { $limit })
finding-many-hashtags = { $network }: { $count } hashtag; di solito non più di { $usual }
finding-generic-hashtag = «{ $tag }» va bene per chiunque: di voi non dice niente
finding-never-hashtag = «{ $tag }» è tra gli hashtag che il brand non usa mai
finding-too-many-hashtags = { $network }: { $count } hashtag; ne accetta { $limit }
finding-misfiled = Questo file è nella cartella di un’altra settimana: il suo posto è { $folder }
finding-no-when = Sta in posts/ ma non ha una data
finding-status-key = «{ $key }» non ha effetto: lo stato si ricava dal contenuto, non si scrive a mano
finding-unknown-key = «{ $key }» è una chiave che Palinsesto non conosce; resta dov’è
finding-unknown-channel = Nessun canale si chiama «{ $key }»
finding-unknown-network = Il canale { $channel } è su «{ $network }», una rete che Palinsesto non conosce
finding-unknown-pillar = Nessun pilastro si chiama «{ $key }»
finding-other-language = Il testo è in { $seems }, ma il post è segnato in { $said }
finding-no-channels = Ha una data ma nessun canale
finding-unknown-language = «{ $said }» non è una lingua del brand
finding-not-a-link = «{ $link }» non è un indirizzo del web
finding-channel-twice = Il canale «{ $key }» è scritto due volte
finding-named-for-another = Il nome del file porta l’id di un altro post, { $named }
finding-duplicate-id = { $other } ha lo stesso id: nessuno dei due può uscire
finding-missing-media = { $path } non c’è
finding-media-outside = { $path } è fuori dalla cartella
finding-missing-alt = { $path } è senza testo alternativo
finding-time-skipped = Quella notte gli orologi saltano quest’ora
finding-time-twice = Quella notte gli orologi segnano due volte quest’ora
finding-conflict-in-text = Nel testo ci sono segni di conflitto: finirebbero pubblicati
finding-invisibles = { $count ->
    [one] Un carattere invisibile o di controllo nel testo
   *[other] { $count } caratteri invisibili o di controllo nel testo
}
finding-odd-host = Il link a «{ $host }» porta a { $ascii }: non tutte le sue lettere sono comuni
finding-mixed-host = Il link a «{ $host }» porta a { $ascii }: ha lettere di due alfabeti che si somigliano
finding-blank-left = Qui manca ancora qualcosa, e uscirebbe così: { $mark }
finding-empty-message = Il messaggio { $number } di { $of } è vuoto
finding-thread-as-one = { $network } non ha i thread: i { $messages } messaggi escono come un testo solo, con una riga vuota in mezzo
finding-misnumbered = Il messaggio { $number } di { $of } non porta il suo numero come gli altri
finding-empty-text = Il testo non c’è ancora
finding-unknown-ai = «{ $said }» non dice quanta IA c’è
finding-ai-understated = La chiave ai dice «{ $said }», ma nel post ne risulta di più: «{ $found }»
finding-generated-unapproved = Ogni frase è come l’ha scritta l’IA, e nessuno l’ha ancora approvata
finding-ai-label = { $path } mostra come vero qualcosa fatto con l’IA, e va detto ({ $by })
finding-realistic-unsaid = { $path } è fatto con l’IA, e non è scritto se sembra vero ({ $by })

# Insuccessi: qualcosa che non si è potuto fare.

failure-disk-full = Non salvato: il disco è pieno ({ $path })
failure-read-only = Non salvato: { $path } è in sola lettura
failure-gone = Non salvato: { $path } non c’è più
failure-already-there = { $path } c’è già
failure-conflict = In { $path } qualcun altro ha cambiato le stesse parole
failure-broken = { $path } così com’è non si legge, quindi non è stato scritto nulla
failure-not-ours = { $path } è un collegamento o ha due nomi, quindi non è stato scritto nulla
failure-not-a-folder = Non salvato: { $path } è un file, ma lì ci vuole una cartella
failure-io = Non salvato: { $path }: { $reason }
failure-not-faithful = In { $path } la modifica non si rileggerebbe com’è scritta; non è stato scritto nulla
failure-ai-unreachable = { $host } non risponde: { $reason }
failure-ai-refused = A { $host } non c’è nessuno in ascolto
failure-ai-no-host = Nessun server si chiama { $host }
failure-ai-tls = Con { $host } non si arriva a una connessione sicura; non è stato inviato nulla
failure-ai-tls-unsigned = Il certificato di { $host } non è firmato da nessuno di cui questo computer si fidi; non è stato inviato nulla
failure-ai-tls-expired = Il certificato di { $host } è scaduto o non vale ancora; non è stato inviato nulla
failure-ai-tls-other = Il certificato mostrato da { $host } è di un altro server; non è stato inviato nulla
failure-ai-no-answer = { $host } non risponde
failure-ai-broken = { $host } si è interrotto prima della fine
failure-ai-key = { $host } non accetta la chiave
failure-ai-no-key = Il profilo «{ $profile }» ha bisogno di una chiave e non ce l’ha
failure-ai-key-open = Anche altri possono leggere { $path }: una chiave lì dentro non è al sicuro e non viene usata
failure-ai-key-inside = { $path } sta in una cartella di contenuti, dove git la porterebbe in giro: non viene usata
failure-ai-key-empty = Nel file { $path } non c’è nessuna chiave
failure-ai-model = Nessun modello si chiama «{ $model }»
failure-ai-busy = Il server dell’IA chiede di aspettare
failure-ai-address = Il server dell’IA non conosce questo indirizzo (404): { $message }
failure-ai-address-bare = Il server dell’IA non conosce questo indirizzo (404)
failure-ai-request = Il server dell’IA rifiuta la richiesta ({ $status }): { $message }
failure-ai-request-bare = Il server dell’IA rifiuta la richiesta ({ $status }) e non dice perché
failure-ai-fault = Il server dell’IA ha un guasto suo ({ $status }): { $message }
failure-ai-fault-bare = Il server dell’IA ha un guasto suo ({ $status }) e non dice altro
failure-ai-silent = { $seconds ->
    [one] Per un secondo non è arrivato nulla
   *[other] Per { $seconds } secondi non è arrivato nulla
}
failure-ai-too-much = Sono arrivati più di { $limit } KiB; l’abbiamo fermato
failure-ai-slow = Dopo { $seconds } s stava ancora scrivendo ed è stato fermato
failure-ai-prompt = Il prompt è più lungo di quanto questo modello riesca a leggere
failure-ai-prompt-tokens = Il prompt supera i { $limit } token che questo modello riesce a leggere
failure-ai-empty = La risposta è arrivata vuota
failure-ai-not-an-answer = Quello che è arrivato non è una risposta: forse lì è in ascolto un altro programma
failure-ai-shape = È arrivato del JSON, ma il post non c’è
failure-ai-no-room = Lo spazio concesso è finito prima della prima parola: spesso il modello lo consuma ragionando
failure-ai-needed = Il compositore interno questo non lo sa fare: mette insieme frasi, non riscrive, non traduce e non descrive
failure-ai-no-text = Non c’è ancora un testo su cui lavorare
failure-ai-no-cut = Il testo è di una frase sola: non c’è niente da togliere per intero
failure-ai-said = La risposta si è interrotta con questo messaggio: { $message }
failure-ai-redirect = { $host } rimanda altrove; chiavi e prompt non vengono inoltrati
failure-ai-profile = Nessun profilo IA si chiama «{ $profile }»
failure-command-missing = { $program } non si trova o non si può eseguire
failure-command-failed = { $program } è terminato con il codice { $code }: { $message }
failure-command-silent = { $program } è rimasto muto per { $seconds } s ed è stato fermato
failure-editor = { $program } non si è aperto: { $reason }
failure-editor-ended = { $program } si è chiuso con un errore ({ $code })
failure-editor-stopped = { $program } è stato interrotto
failure-clipboard = { $size } KiB sono troppi per gli appunti del terminale
failure-crashed = Dentro Palinsesto si è rotto qualcosa; il resto va avanti
failure-git-silent = git non ha dato segni per { $seconds } secondi e l’ho fermato: la cronologia non si vede
failure-no-thread = Il sistema in questo momento non fa partire altro
failure-file = { $path }: { $reason }
failure-left-unreadable = Un testo rimasto da salvare non si legge: { $path }

# Che cosa fare adesso.

next-quotes = Se sono virgolette dentro un testo, scrivile \" oppure usa « »: premi { $key } per farlo qui
next-edit-place = Premi { $key } (o apri il file) per correggerlo in questo punto
next-edit-file = Correggilo nel file: nella settimana { $key } lo apre nel punto giusto
next-keep-one = Tieni una delle due
next-add-key-in-list = Sotto questo [[{ $list }]] aggiungi una riga: { $key } = …
next-add-key-in-table = Sotto [{ $table }] aggiungi una riga: { $key } = …
next-add-key = Aggiungi una riga: { $key } = …
next-date = Scrivila come 2026-11-24, o con l’ora come 2026-11-24T18:30:00
next-id = Otto caratteri tra 0-9 a-z senza i, l, o, u: li sceglie «palinsesto new» per un post, «palinsesto note» per una nota
next-unquoted = Un testo va tra virgolette: { $key } = "…"
next-no-such-note = Correggi «about»: «palinsesto notes» mostra gli id
next-no-such-post = Dai alla cartella l’id del suo post (li elenca «palinsesto list»), o cancellala
next-one-of = Può essere: { $allowed }
next-web-link = Un link comincia con https:// o http://
next-once = Basta una volta
next-own-name = Metti nel nome l’id che sta nel file
next-for-another = Spostalo nella cartella { $post }, o correggi «post»
next-zone = Usa un nome come Europe/Rome
next-did-you-mean = Intendevi «{ $meant }»?
next-update = Aggiorna Palinsesto
next-utf8 = Salva il file in UTF-8
next-merge = Tieni le parole che vuoi e cancella i segni
next-smaller = Un post è testo: sposta il resto in media/
next-copy-inside = Metti una copia normale dentro la cartella
next-remove = Spostalo fuori dalla cartella
next-not-a-folder = Cambiagli nome o spostalo altrove; la cartella si crea da sé
next-not-posts = Un post è un file che finisce in .toml; gli altri non vengono letti né toccati
next-foreign-copy = Confrontalo con l’originale, poi cancellalo
next-left-unreadable = Apri il file e riprendi quello che puoi, poi cancellalo
next-git-silent = Il resto funziona. Per capire che cosa lo blocca prova «git status» nella cartella
next-no-thread = Chiudi quello che non ti serve e riprova
next-permissions = Controlla i permessi del file
next-shorten = Accorcialo, o dai a questo canale un testo suo
next-other-hashtag = Scegline uno che dica chi siete, dove o che cosa, oppure toglilo
next-never-hashtag = Toglilo, oppure toglilo da never_hashtags in voice.toml
next-fewer-hashtags = Tieni i più specifici
next-fix-folder = Premi { $key } per metterlo al suo posto
next-set-when = Premi { $key } per dargli una fascia oraria, o spostalo in ideas/
next-status = Cancella la riga
next-unknown-key = Lasciala, se è tua
next-add-channel = Aggiungi [channels.{ $key }] a palinsesto.toml, o toglilo dal post
next-networks = «palinsesto count --help» elenca le reti
next-add-pillar = Aggiungi [pillars.{ $key }] a palinsesto.toml, o correggi il nome
next-other-language = Con { $key }, alla voce Lingua, si cambia
next-other-language-cli = Nel file scrivi lang = "{ $seems }", o traduci il testo
next-channels = Premi { $key } e scegli i canali
next-duplicate-id = Cancella la copia, o dalle un id diverso
next-media = Mettilo lì o correggi il percorso
next-alt = Premi { $key } e descrivi l’immagine
next-ai-understated = Vale quello che risulta: correggi la riga o cancellala
next-generated = Rileggilo nel merito prima di approvarlo; { $key } dice chi lo vuole e dove è scritto
next-ai-label = Segnalalo quando lo pubblichi; { $key } dice dove è scritto
next-realistic = Premi { $key } e scegli: se mostra come veri persone, luoghi o fatti va segnalato
next-time-skipped = Scegli { $before } o { $after }
next-time-twice = Premi { $key } e scegli quale delle due
next-invisibles = Nell’editor si vedono come segni: cancella quelli che non volevi
next-host = Controlla che sia l’indirizzo che intendi; se non lo è, riscrivilo
next-blank = Scrivi quello che manca, o rifai la frase senza
next-empty-message = Scrivilo, o uniscilo a quello prima con { $key }
next-misnumbered = Nell’editor { $key } rinumera i messaggi; premuto di nuovo toglie i numeri
next-thread-as-one = Il canale può avere un testo suo
next-write = Premi { $edit } per scrivere, { $drafts } per le bozze
next-kept = Riprova, o copia il testo altrove
next-read-only = Controlla i permessi del file e della sua cartella, poi riprova
next-kept-cli = Fai posto o controlla i permessi, poi riprova
next-report = Quello che se ne sa è in { $path }: serve a chi lo aggiusta
next-report-none = Raccontalo a chi si occupa del programma
next-other-name = Scegli un altro nome
next-conflict = Le due versioni sono conservate: scegline una nell’editor
next-ai-running = Controlla che sia acceso e che base_url nel profilo sia giusto; il compositore interno funziona sempre
next-ai-model = Correggi model nel profilo, o installa il modello sul server
next-ai-idle = Alza idle nel profilo, o scegli un modello più svelto; il compositore interno funziona sempre
next-ai-slow = Alza timeout nel profilo, o scegli un modello più svelto
next-ai-too-much = Scegli un altro modello; il compositore interno funziona sempre
next-ai-server = Guarda che cos’ha il server, o riprova più tardi; il compositore interno funziona sempre
next-ai-request = Correggi nel profilo quello che nomina; vedi «palinsesto config»
next-ai-account = Controlla il tuo conto presso quel servizio, o scegli un altro modello
next-ai-key = Imposta la variabile della chiave, key_file o key_command; vedi «palinsesto config»
next-ai-key-mode = Rendilo solo tuo: chmod 600 { $path }
next-ai-key-move = Spostala nella tua cartella personale
next-ai-room = Alza max_tokens nel profilo, o scegli un altro modello
next-ai-certificate = Palinsesto non salta questo controllo: serve un certificato firmato da un’autorità nota; sul tuo computer basta http://
next-ai-choose = Scegli un modello in «Chi scrive», o impostane uno in config.toml
next-ai-address = Correggi base_url nel profilo
next-later = Riprova tra un po’
next-wait = Riprova tra { $seconds } s
next-another = Premi { $key } per averne un altro
next-brief = Accorcia l’argomento o il testo, o scegli un altro modello
next-config = Vedi «palinsesto config»
next-editor = Imposta VISUAL o EDITOR
next-editor-ended = Quello che hai scritto lì non è stato preso; riaprilo e chiudilo senza errori
next-show-text = Usa «palinsesto show --text»

# Le stesse cose senza lo schermo: niente tasti, ma comandi e che cosa scrivere nel file.

next-quotes-cli = Se sono virgolette dentro un testo, scrivile \" oppure usa « »
next-edit-place-cli = Apri il file e correggilo in questo punto
next-fix-folder-cli = Sposta lì il file
next-set-when-cli = «palinsesto move» gli dà un giorno; oppure sposta il file in ideas/
next-channels-cli = Scrivi i canali nel file, per esempio channels = ["ig"]
next-alt-cli = Descrivi l’immagine nel file: alt = "…" sotto il suo [[media]]
next-generated-cli = Se informa su temi di interesse pubblico, l’AI Act (art. 50, par. 4) vuole che si dica, a meno che una persona lo riveda e ne risponda: rileggilo nel merito. Fonte: { $source } (letta: { $read }); non è un parere legale
next-ai-label-cli = Segnalalo quando lo pubblichi. Fonte: { $source } (letta: { $read }); non è un parere legale
next-realistic-cli = Scrivilo nel file sotto il suo [[media]]: realistic = true se mostra come veri persone, luoghi o fatti, e allora va segnalato; altrimenti false
next-time-twice-cli = Scrivi quale delle due aggiungendo lo scarto dopo l’ora, per esempio +02:00
next-invisibles-cli = «palinsesto show» li mostra come segni: cancella quelli che non volevi
next-empty-message-cli = Scrivilo nel file, o toglilo da parts
next-misnumbered-cli = Correggi i numeri nel file
next-write-cli = Scrivilo nel file; «palinsesto suggest» propone delle bozze
next-another-cli = Chiedine un altro
next-conflict-cli = Le due versioni sono conservate: guarda il file e riprova
