# Le affermazioni di un testo e che cosa le regge. «quote» è quello che sta nel testo.

claim-kind-number = numero
claim-kind-price = prezzo
claim-kind-percentage = percentuale
claim-kind-date = data
claim-kind-hour = ora
claim-kind-superlative = superlativo
claim-kind-comparison = confronto
claim-kind-name = nome
claim-kind-quotation = citazione
claim-kind-link = link
claim-kind-mention = menzione
claim-kind-hashtag = hashtag

claim-supported = confermato
claim-contradicted = smentito
claim-unknown = da verificare
claim-expired = scaduto

claim-by-fact = lo dice il fatto «{ $fact }»
claim-by-fact-until = lo dice il fatto «{ $fact }», fino al { $day }
claim-by-brief = lo dice il brief
claim-by-post = lo dicono i campi del post
claim-by-brand = è del brand

claim-against-fact = il fatto «{ $fact }» dice: { $said }
claim-against-brief = il brief dice: { $said }
claim-against-post = il post dice: { $said }
claim-against-brand = il brand dice: { $said }
claim-against-calendar = quel giorno è { $weekday }
claim-past = il fatto «{ $fact }» valeva fino al { $day }

claim-elsewhere = c’è nel fatto «{ $fact }», che forse parla d’altro

claim-no-number = nessun fatto ha questa cifra
claim-no-price = nessun fatto ha questo prezzo
claim-no-percentage = nessun fatto ha questa percentuale
claim-no-date = nessun fatto ha questa data
claim-no-hour = nessun fatto dice quest’ora
claim-no-superlative = nessun fatto lo prova
claim-no-comparison = nessun fatto fa questo confronto
claim-no-name = nessun fatto fa questo nome
claim-no-quotation = nessun fatto contiene queste parole
claim-no-link = questo indirizzo non è in nessun fatto
claim-no-mention = non è tra gli account del brand
claim-no-hashtag = non è tra gli hashtag del brand

claim-said = «{ $quote }»: { $reason }
claim-reopened = { $said } (confermato quando i fatti erano altri)
claim-said-once = { $said } (lo diceva il fatto «{ $fact }», che poi è cambiato)
claim-in-part = nel { $part }: { $said }
claim-in-alt = nel testo alternativo di { $medium }: { $said }
next-claim = Correggi il testo, o scrivilo in facts/ dove si può controllare
next-claim-expired = Rinnova il fatto, oppure togli queste parole dal testo
next-hashtag = Se è del brand, aggiungilo agli hashtag di voice.toml
next-mention = Se è del brand, scrivilo tra i canali di palinsesto.toml; se no, controlla che sia l’account giusto

cli-claims = Confronta con i fatti ogni affermazione di un testo
cli-arg-claims-file = Il file con il testo, il file o l’id di un post, o - per quello che arriva in ingresso
cli-arg-claims-brief = Che cosa è stato chiesto: quello che dice vale come detto
cli-arg-claims-strict = Finisce con 1 anche quando niente conferma o smentisce
cli-claims-none = Nessuna affermazione
cli-claims-summary = { $claims ->
    [one] Un’affermazione
   *[other] { $claims } affermazioni
}. Confermate: { $supported }, smentite: { $contradicted }, scadute: { $expired }, da verificare: { $unknown }
cli-claims-no-facts = Qui non c’è una cartella di contenuti: senza fatti tutto resta da verificare
