# Che cosa copre un’approvazione, e chi l’ha data: dalla riga di comando.

covered-text = testo
covered-instant = ora
covered-zone = fuso
covered-channel = canali
covered-network = rete
covered-account = profilo
covered-visibility = visibilità
covered-language = lingua
covered-headline = titolo
covered-first-comment = primo commento
covered-ai = IA dichiarata
covered-link = link
covered-picture = immagine
covered-alt = testo alternativo
covered-source = provenienza dell’immagine
covered-realistic = sembra vera
cli-approval = che cosa copre l’approvazione di un post, e se vale
cli-approve = approva un post: si rilegge e si scrive l’inizio dell’impronta
cli-revoke = ritira l’approvazione di un post
cli-verify = chi ha approvato quello che sta per uscire; 1 se qualcosa non lo è
cli-arg-approval-bytes = solo i byte coperti, per sha256sum
cli-arg-approval-hash = solo l’impronta
cli-arg-verify-base = solo i post cambiati da questa revisione di git
cli-arg-verify-all = anche quelli la cui ora è passata
cli-arg-verify-claimed = basta che l’approvazione nel file corrisponda al testo, anche se qui non si può verificare chi l’ha data
cli-value-revision = REVISIONE
cli-not-coverable = Non si può approvare: { $why }
cli-not-approved = nessuno l’ha approvato
cli-approved-ledger = approvato da { $by } su questa macchina, { $when }
cli-approved-signed = approvato da { $by } con una firma SSH, { $when }
cli-approved-touched = approvato da { $by } con la firma di una chiave toccata, { $when }
cli-blocked-by = Così non può uscire: { $why }
cli-type-hash = Sei { $by }. Per approvare esattamente questo scrivi { $first }:
cli-verified = { $good } di { $all } { $all ->
    [one] post in uscita è approvato
   *[other] post in uscita sono approvati
}
cli-voided-by = non vale più per «{ $subject }» di { $by }, { $day } ({ $commit }): { $what }
cli-voided-uncommitted = non vale più per una modifica non ancora in git: { $what }
cli-machine-unreviewed = { $count ->
    [one] una frase scritta da una macchina non è stata approvata da nessuno
   *[other] { $count } frasi scritte da una macchina non sono state approvate da nessuno
}
cli-no-such-revision = Git non conosce { $revision }
cli-next-revision = «git log --oneline» le elenca; in CI serve la storia intera (fetch-depth: 0)
