# Che cosa copre un’approvazione, e chi l’ha data: dalla riga di comando.

covered-text = testo
covered-instant = orario
covered-zone = fuso orario
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
cli-approval = Mostra che cosa copre l’approvazione di un post, e se vale
cli-approve = Approva un post dal terminale: lo rileggi, poi scrivi l’inizio dell’impronta
cli-revoke = Ritira l’approvazione di un post; finisce con 1 se non ce n’è una
cli-verify = Mostra chi ha approvato quello che sta per uscire; finisce con 1 se un post non è approvato
cli-arg-approval-bytes = Solo i byte coperti, per sha256sum
cli-arg-approval-hash = Solo l’impronta
cli-arg-verify-base = Solo i post cambiati da questa revisione di git
cli-arg-verify-all = Anche quelli la cui ora è passata
cli-arg-verify-claimed = Conta come approvato chi porta un’approvazione di questo testo, anche se qui non si può verificare chi l’ha data
cli-value-revision = REVISIONE
cli-not-coverable = Non si può approvare: { $why }
cli-not-approved = Nessuno l’ha approvato
cli-approved-ledger = Approvato da { $by } su questa macchina, { $when }
cli-approved-signed = Approvato da { $by } con una firma SSH, { $when }
cli-approved-touched = Approvato da { $by } con la firma di una chiave toccata, { $when }
cli-blocked-by = Così non può uscire: { $why }
cli-type-hash = Sei { $by }. Per approvare esattamente questo scrivi { $first }:
cli-verified = { $all ->
    [0] Non sta per uscire niente
    [one] { $good } di 1 post in uscita è approvato
   *[other] { $good } di { $all } post in uscita sono approvati
}
cli-voided-by = Non vale più per «{ $subject }» di { $by }, { $day } ({ $commit }). Cambiati: { $what }
cli-voided-uncommitted = Non vale più per una modifica non ancora in git. Cambiati: { $what }
cli-machine-unreviewed = { $count ->
    [one] Una frase scritta da una macchina non è stata approvata da nessuno
   *[other] { $count } frasi scritte da una macchina non sono state approvate da nessuno
}
cli-no-such-revision = Git non conosce { $revision }
cli-next-revision = «git log --oneline» le elenca; in CI serve la storia intera (fetch-depth: 0)
cli-voided-changed = Cambiati: { $what }
cli-approval-lost = Approvato qui da { $by }, ma il registro di questa macchina non ce l’ha più
cli-approval-lost-nobody = Approvato qui, ma il registro di questa macchina non ce l’ha più
cli-ledger-lost = { $posts ->
    [one] un post è stato approvato su questa macchina, e lì non c’è più ({ $path })
   *[other] { $posts } post sono stati approvati su questa macchina, e lì non ci sono più ({ $path })
}
cli-next-ledger-lost = Se hai acts.jsonl, head e key com’erano, rimettili al loro posto. Altrimenti rileggilo e approvalo con «palinsesto approve» e il suo id
cli-ledger-empty = { $posts ->
    [one] non c’è scritto niente, e un post porta un’approvazione ({ $path })
   *[other] non c’è scritto niente, e { $posts } post portano un’approvazione ({ $path })
}
cli-next-ledger-empty = Quello che è stato approvato su questa macchina torna a valere quando rimetti al loro posto acts.jsonl, head e key; quello che viene da altrove, quando è firmato o lo approvi tu
cli-claimed = L’approvazione nel file è di questo testo; chi l’ha data lo si prende per buono
cli-verify-no-change = Di quello che sta per uscire non è cambiato niente da { $base }
cli-verify-no-git = Questa cartella non è sotto git: non c’è { $base } con cui confrontarla
cli-next-no-git = Togli --base, o comincia una cronologia con «git init»
cli-nothing-to-revoke = Nessuno l’ha approvato: non c’era niente da ritirare
cli-not-taken-back = Non è stato ritirato nulla: { $what }
cli-still-approved = Non è stato ritirato nulla: { $what }. L’approvazione sta ancora in { $path }, e su un’altra macchina può valere
cli-next-revoke = Prima «palinsesto doctor --set-ledger-aside», che comincia un registro nuovo; poi di nuovo «palinsesto revoke { $id }»
cli-approved-already = Non c’è niente da fare. { $said }
cli-approve-no-terminal = Si approva a mano, in un terminale, e qui non ce n’è uno: non è stato approvato nulla
cli-nothing-typed = Non è stato scritto niente: non è stato approvato nulla
cli-other-typed = «{ $typed }» non è { $first }: non è stato approvato nulla
cli-next-approve = «palinsesto approve { $id }» te lo mostra di nuovo
cli-next-no-instant = Di’ quando: palinsesto move { $id } "{ $day } 18:30", oppure nel file: when = { $day }T18:30:00
cli-next-no-text = Scrivi il suo testo in { $path }
cli-field-approval = Approvazione
