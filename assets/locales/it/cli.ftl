# La riga di comando: verbi, argomenti, errori e ciò che i verbi stampano.

cli-about = I post della settimana come file di testo in una cartella, con suggerimenti che accetti, riscrivi o scarti. Senza comando apre il calendario.
cli-usage = Uso:
cli-usage-root = palinsesto [OPZIONI] [COMANDO]
cli-usage-options = [OPZIONI]
cli-heading-commands = Comandi
cli-heading-arguments = Argomenti
cli-heading-options = Opzioni

cli-value-folder = CARTELLA
cli-value-day = GIORNO
cli-value-file = FILE
cli-value-path = PERCORSO
cli-value-post = POST
cli-value-words = PAROLE
cli-value-key = CHIAVE
cli-value-task = COMPITO
cli-value-channel = CANALE
cli-value-network = RETE
cli-value-stage = STATO
cli-value-command = COMANDO

cli-arg-dir = Parte da questa cartella: quella dei contenuti si cerca da qui in su
cli-arg-json = Stampa dati per i programmi
cli-arg-plain = Stampa frasi intere, senza colonne né segni
cli-arg-today = Ferma l’orologio a questo giorno (alle nove), o a questo giorno e ora
cli-arg-lang = La lingua in cui rispondere
cli-arg-help = Stampa questo aiuto
cli-arg-version = Stampa la versione

cli-week = Mostra il piano di una settimana
cli-arg-week-day = Un giorno o una settimana come li diresti: «giovedì prossimo», «settimana 50», «+2s»
cli-list = Elenca post e idee
cli-arg-from = Da questo giorno in poi
cli-arg-to = Fino a questo giorno compreso
cli-arg-stage = Solo in questo stato: { $stages }
cli-arg-only-channel = Solo per questo canale
cli-arg-only-pillar = Solo di questo pilastro
cli-arg-only-campaign = Solo di questa campagna
cli-arg-only-label = Solo con questa etichetta
cli-list-nothing = Nessun post corrisponde
cli-show = Mostra un post
cli-origin = Mostra da dove vengono le parole di un post e quanta IA c’è da dichiarare
cli-arg-post = L’id del post, il percorso del suo file, o un titolo che ha solo lui
cli-arg-show-channel = Il testo come esce su questo canale
cli-arg-show-text = Solo il testo, pronto da copiare
cli-next = Mostra le prossime uscite
cli-arg-next-count = Quante uscite
cli-next-nothing = Da adesso in poi non c’è nulla in programma
cli-due = Mostra che cosa doveva già essere uscito e non risulta pubblicato
cli-arg-due-weeks = Quante settimane guardare indietro
cli-due-nothing = Non c’è nulla in sospeso
cli-search = Cerca i post per parola
cli-arg-search-words = Parole del titolo, del testo, delle etichette, della campagna; gli accenti non contano
cli-arg-search-limit = Al massimo così tanti; { $usual } se non dici nulla
cli-check = Controlla la cartella e dice tutto quello che non va
cli-arg-check-paths = Solo questi file e cartelle
cli-arg-strict = Fa contare anche gli avvisi
cli-check-clean = Niente da dire: i file si leggono tutti, nessun rilievo
cli-check-summary = { $problems ->
    [0] Nessun problema
    [one] Un problema
   *[other] { $problems } problemi
}; { $blocks ->
    [0] nessun rilievo che blocca
    [one] un rilievo che blocca
   *[other] { $blocks } rilievi che bloccano
}, { $warnings ->
    [0] nessun avviso
    [one] un avviso
   *[other] { $warnings } avvisi
}, { $notes ->
    [0] nessuna nota
    [one] una nota
   *[other] { $notes } note
}
cli-no-json = Questo comando non ha niente da dire in JSON
cli-next-no-json = Togli --json
cli-not-written = Non è stato scritto da nessuna parte. Il testo è questo:
cli-check-others = { $count ->
    [one] Sotto posts/ c’è una cosa che non è un post né una settimana, e resta com’è: { $names }
   *[other] Sotto posts/ ci sono { $count } cose che non sono post né settimane, e restano come sono: { $names }
}
cli-check-unconfirmed = nessun fatto conferma { $quotes }
cli-check-hashtags = non sono tra gli hashtag del brand: { $quotes }
cli-check-quote = «{ $quote }»
cli-check-quote-in = «{ $quote }» ({ $part })
cli-problem = problema
cli-count = Conta un testo come lo contano le reti
cli-arg-network = Solo questa rete: { $networks }
cli-arg-count-file = Il file con il testo, o - per quello che arriva in ingresso
cli-over = { $excess } di troppo
cli-fold = tagliato a circa { $fold }
cli-hashtags = Propone gli hashtag adatti a un testo, ciascuno con il suo perché
cli-arg-hashtags-pillar = Il pilastro del testo
cli-arg-hashtags-campaign = La campagna del testo
cli-smell = Dice che cosa in un testo sa di macchina, e come scriverlo meglio
cli-arg-smell-files = I file con i testi, i post per percorso o id, o - per quello che arriva
cli-arg-text-lang = La lingua dei testi; se non la dici, si indovina
cli-smell-other-language = { $path }: il post è in { $lang }, e si giudicano solo italiano e inglese
cli-smell-none = { $path }: niente sa di macchina
cli-smell-hints = { $path }: { $count ->
    [one] un indizio
   *[other] { $count } indizi
} di un solo tipo; perché sappia di macchina ne servono due
cli-smell-smells = { $path }: sa di macchina ({ $marks ->
    [one] 1 segno
   *[other] { $marks } segni
}, { $kinds ->
    [one] di un tipo
   *[other] di { $kinds } tipi
})
cli-voice = Mostra come scrive il brand, misurato sui post usciti
cli-completions = Stampa i completamenti per la shell
cli-arg-shell = Una tra { $shells }
cli-man = Stampa la pagina di manuale
cli-arg-man-verb = La pagina di questo comando

cli-init = Crea una cartella di contenuti
cli-arg-init-dir = Dove; qui se non dici nulla
cli-arg-yes = Accetta tutti i valori predefiniti senza chiedere
cli-demo = Crea una cartella d’esempio su cui provare tutto
cli-arg-demo-dir = Dove crearla; in { $folder } se non dici nulla
cli-arg-no-open = Creala senza aprirla
cli-keys = Elenca i tasti
cli-config = Mostra le tue impostazioni e dove stanno
cli-arg-example = Stampa un file di impostazioni che le mostra tutte
cli-config-at = Impostazioni: { $path }
cli-config-none = Nessun file di impostazioni; starebbe in { $path }
cli-config-no-home = Non c’è una cartella personale per le impostazioni
cli-config-usual = (come di solito)
cli-config-example = «palinsesto config --example» ne stampa uno da cui partire
cli-ai = Elenca chi può scrivere suggerimenti, o lo mette alla prova
cli-ai-list = Elenca i profili e quello che risponde su questo computer
cli-ai-test = Chiede una frase a ogni profilo, o a uno, e misura i tempi; con un servizio a pagamento costa qualche centesimo al massimo
cli-arg-ai-profile = Un profilo, o il nome di un server trovato; senza, tutti
cli-ai-by-folder = scelto per le bozze
cli-ai-task-drafts = bozze
cli-ai-task-shorten = accorciare
cli-ai-task-tone = cambiare tono
cli-ai-task-translate = tradurre
cli-ai-task-thread = thread
cli-ai-task-alt-text = testi alternativi
cli-ai-task-first-comment = primi commenti
cli-ai-task-hooks = prime righe
cli-ai-task-reply = risposte
cli-ai-for = per: { $tasks }
cli-ai-key-env = chiave dalla variabile { $name }
cli-ai-key-file = chiave dal file { $path }
cli-ai-key-command = chiave da { $program }
cli-ai-found = trovato su questo computer
cli-ai-no-ai = non è un’IA: compone dai fatti e dalla voce della cartella
cli-ai-topic = La bottega apre alle nove
cli-ai-instruction = È una prova: basta una frase.
cli-ai-works = { $name }: funziona
cli-ai-times = prima parola dopo { $first } ms, fine dopo { $total } ms
cli-ai-form-schema = chiesta in JSON secondo lo schema
cli-ai-form-json = chiesta in JSON, senza schema
cli-ai-form-text = chiesta in testo semplice
cli-ai-thought = ha ragionato prima di scrivere
cli-ai-cut = la risposta è stata tagliata dal limite di lunghezza
cli-ai-fails = { $name }: non va
cli-doctor = Controlla il computer, il terminale e la cartella
cli-doctor-version = Versione
cli-doctor-zone = Fuso orario della macchina
cli-doctor-tzdb = Dati dei fusi orari
cli-doctor-terminal = Terminale
cli-doctor-no-terminal = Il calendario ha bisogno di un terminale; i comandi e --plain no
cli-doctor-colours = Colori
cli-doctor-tmux = un tmux vecchio aspetta mezzo secondo dopo Esc; lo risolve questa riga delle sue impostazioni
cli-doctor-editor = Editor
cli-doctor-settings = Impostazioni
cli-doctor-folder = Cartella
cli-doctor-brand-zone = Fuso orario del brand
cli-doctor-posts = Post e idee
cli-doctor-no-git = Non c’è una cronologia: «git init» ne comincia una
cli-doctor-by = Chi firma le decisioni
cli-doctor-no-by = Imposta «by» nelle impostazioni, o user.name e user.email in git
cli-doctor-true-colours = 16 milioni
cli-doctor-no-colours = nessuno
cli-doctor-git-missing = Senza git non c’è la cronologia; tutto il resto funziona
cli-doctor-history = Cronologia
cli-doctor-state = Versioni conservate, cestino, testi non salvati
cli-doctor-saving = Salvataggio
cli-doctor-exchange = con un solo scambio
cli-doctor-link = prima la vecchia versione prende un secondo nome
cli-doctor-no-saving = impossibile
cli-doctor-watching = Modifiche fatte altrove
cli-doctor-hears = si vedono subito
cli-doctor-deaf = non si vedono da sole
cli-doctor-on-focus = Si leggono quando torni alla finestra del calendario
cli-value-title = TITOLO
cli-value-when = QUANDO
cli-value-text = TESTO
cli-new = Aggiunge un post, o un’idea se non dici il giorno
cli-arg-title = Come chiamarlo; non viene mai pubblicato
cli-arg-when = Il giorno e l’ora: «gio 18:30», «domani alle 9», «2026-12-24 18:30»
cli-arg-channel = Per questo canale; ripetilo per averne altri
cli-arg-text = Il testo, o - per quello che arriva in ingresso
cli-arg-pillar = Il suo pilastro
cli-arg-campaign = La sua campagna
cli-arg-label = Un’etichetta; ripetilo per averne altre
cli-arg-language = La lingua in cui è scritto
cli-arg-link = Il link che lo accompagna
cli-new-language = Lingua: { $language }, come il testo. Se non è così: --language { $usual }
cli-new-channel = Canale: { $channel } (non era indicato: con --channel ne scegli un altro)
cli-new-idea = È un’idea. «palinsesto move { $id } GIORNO» la mette in programma
cli-new-post-made = Nuovo post: { $path }
cli-new-idea-made = Nuova idea, senza giorno: { $path }
cli-new-is-a-day = «{ $phrase }» è un giorno, non un titolo
cli-next-new-when = Il giorno si dice con --when: palinsesto new --when "{ $phrase }" "{ $title }"
cli-move = Sposta un post a un altro giorno o a un’altra ora
cli-arg-move-when = Quando: «gio 18:30», «settimana 50» (stesso giorno, stessa ora), «+1s» (una settimana dopo)
cli-arg-move-channel = Solo su questo canale
cli-arg-move-all = Si spostano anche i canali con un’ora propria
cli-arg-move-ideas = Di nuovo fra le idee
cli-not-on-channel = Il post non esce su «{ $channel }»
cli-schema = Stampa lo schema JSON di un file di post
cli-no-state-home = Non c’è dove conservare ciò che una modifica sostituisce, quindi non è cambiato nulla
cli-next-home = Imposta HOME o XDG_STATE_HOME
cli-suggest = Chiede suggerimenti per un post
cli-arg-topic = Di che cosa parla; il titolo del post se non dici nulla
cli-arg-tone = Un tono di voice.toml
cli-arg-audience = Un pubblico di voice.toml
cli-arg-suggest-channel = Per questo canale; il primo del post se non dici nulla
cli-arg-instruction = A che cosa badare: «più corto», «senza domanda finale»
cli-arg-task = Che cosa fare, una bozza se non dici altro: { $tasks }
cli-arg-new-post = Quello che prendi della traduzione diventa un post nuovo, con gli stessi canali, ora, immagini e campagna
cli-reply-to-what = A che cosa si risponde?
cli-next-reply = Aggiungi --topic con le parole di chi ha scritto
cli-new-post-of-what = Solo una traduzione può diventare un post nuovo
cli-next-new-post = Aggiungi --task translate e --language
cli-arg-notes = Manda anche gli appunti del post
cli-arg-suggest-number = Quanti; { $usual } se non dici nulla
cli-arg-profile = Un profilo IA delle tue impostazioni, o «composer»
cli-arg-prompt = Mostra esattamente che cosa partirebbe, e per chi, senza inviare nulla
cli-arg-dry-run = Stampali senza conservarli
cli-suggested = Conservati accanto al post, a te decidere: palinsesto show { $post }
cli-prompt-to = A { $host }, per { $model }:
cli-prompt-here = Non esce nulla da questo computer: { $model }
cli-by-composer = compositore interno, non IA
cli-suggestion-by = suggerimento di { $model }
cli-kept-as = Come è stato conservato:
cli-stopped = Fermato; non resta niente
cli-unknown-tone = Nessun tono di voice.toml si chiama «{ $key }»
cli-unknown-audience = Nessun pubblico di voice.toml si chiama «{ $key }»
cli-stopped-kept = Fermato; quello che era arrivato resta come frammento: palinsesto show { $post }
cli-stopped-between = Fermato; restano i suggerimenti già finiti: palinsesto show { $post }
cli-broke-kept = Si è interrotto; quello che era arrivato resta come frammento: palinsesto show { $post }
cli-verdict-waiting = da valutare
cli-verdict-accepted = accettato
cli-verdict-rewritten = riscritto
cli-verdict-rejected = scartato
cli-verdict-because = { $verdict } ({ $reason })
cli-sentences-accepted = { $count ->
    [one] una frase accettata
   *[other] { $count } frasi accettate
}
cli-sentences-rewritten = { $count ->
    [one] una frase riscritta
   *[other] { $count } frasi riscritte
}
cli-sentences-rejected = { $count ->
    [one] una frase scartata
   *[other] { $count } frasi scartate
}

cli-week-title = settimana { $number } · { $days }
cli-today-is = Oggi è { $day }
cli-time-to-be-set = orario da decidere
cli-some-problems = { $count ->
    [one] Un file da sistemare
   *[other] { $count } file da sistemare
}: palinsesto check
cli-field-stage = Stato
cli-field-when = Quando
cli-field-channels = Canali
cli-field-pillar = Pilastro
cli-field-campaign = Campagna
cli-field-labels = Etichette
cli-field-headline = Titolo video
cli-field-comment = Primo commento
cli-field-link = Link
cli-field-notes = Note
cli-field-media = Media
cli-field-published = Pubblicato
cli-field-length = Lunghezza
cli-field-suggestions = Suggerimenti da valutare
cli-field-translates = Traduzione di
cli-field-origin = Provenienza
cli-field-finding = Rilievo

cli-when-empty = Manca il giorno
cli-when-nothing-known = Non capisco «{ $text }»
cli-when-unknown = In «{ $text }» non capisco «{ $rest }»
cli-when-not-real = «{ $rest }» non è un giorno o un’ora che esiste
cli-when-other-weekday = «{ $text }»: quel giorno è { $day }
cli-when-said-twice = «{ $text }» lo dice due volte: «{ $rest }»
cli-when-ambiguous = «{ $text }» può essere { $one } oppure { $other }
cli-when-taken = «{ $text }» letto come { $taken }; potrebbe essere anche { $other }
cli-when-whole-week = «{ $text }» è una settimana intera
cli-when-past = { $when } è già passato

cli-error-unknown-argument = Qui non c’è un’opzione «{ $argument }»
cli-error-unknown-command = Non c’è un comando «{ $command }»
cli-error-missing = Manca { $argument }
cli-error-no-value = { $argument } vuole un valore
cli-error-bad-value = { $argument } non può essere «{ $value }»
cli-error-conflict = { $one } e { $other } non vanno insieme
cli-error-too-many = { $argument } non accetta anche «{ $value }»
cli-error-not-utf8 = Un argomento non è in UTF-8
cli-error-other = La riga di comando non si capisce
cli-error-output = Non si riesce a scrivere il risultato: { $reason }
cli-crashed = si è dovuto fermare, e la colpa è sua. Se stavi scrivendo, il testo ti aspetta alla prossima apertura. ({ $place }: { $message })
cli-no-such-file = Non c’è nessun file { $path }
cli-next-file = Controlla il nome; con - il testo si legge da ciò che arriva in ingresso
cli-no-such-folder = { $path } non è una cartella
cli-no-folder = Non c’è un palinsesto.toml né in { $path } né più in alto
cli-unsent-text = Il testo comune, che non esce su nessun canale
cli-own-texts = In questo post ogni canale ha un testo suo, e quello comune non esce
cli-no-such-post = Nessun post si chiama «{ $post }»
cli-several-posts = { $count } post si chiamano «{ $post }»
cli-path-outside = { $path } è fuori dalla cartella dei contenuti
cli-no-terminal = Per il calendario ci vuole un terminale
cli-next-verbs = «palinsesto week» e gli altri comandi scrivono anche senza

cli-next-help = Vedi «{ $command } --help»
cli-next-init = Crea una cartella di contenuti con «palinsesto init», o guarda «palinsesto demo»
cli-next-today = Scrivilo come 2026-11-24 o 2026-11-24T18:30
cli-next-list = «palinsesto list» li mostra tutti
cli-next-which-post = Di’ quale con il suo id:
    { $posts }
cli-next-day = Di’ un giorno da oggi in poi: «gio 18:30», «2026-11-24 18:30»
cli-next-exact-day = Scrivi la data che intendi, per esempio { $date }
cli-next-fold = Scrivi quale intendi: { $first } o { $second }
cli-next-phrase = Dillo come «gio 18:30», «domani alle 9», «fra 3 giorni», «24 dic 18:00», «settimana 50»
cli-suggest-first-line = Il post non ha titolo, perciò l’argomento è la prima riga: «{ $topic }». Per un altro: --topic
cli-left-unsaved = può darsi che queste modifiche non siano nei loro file:
cli-left-change = { $path }, { $what }. { $why }
cli-left-no-answer = Il disco non ha risposto in tempo
cli-left-in-journal = I testi sono al sicuro in { $path }: te li ripropongo quando riapri la cartella
cli-left-words = queste parole non sono in nessun file. Copiale da qui:
