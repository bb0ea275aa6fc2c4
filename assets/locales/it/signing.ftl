gate-unjudged = L’approvazione di { $by } non si può verificare
gate-unjudged-nobody = Porta un’approvazione che non si può verificare
gate-not-yet = { $void }: la firma non è ancora stata guardata
gate-no-keygen = { $void }: per leggere la firma serve ssh-keygen, e qui non c’è
gate-next-keygen = Installa OpenSSH, che porta con sé ssh-keygen, poi riprova
gate-keygen-silent = { $void }: ssh-keygen non ha risposto entro { $seconds } s
gate-no-signers = { $void }: l’elenco di chi può approvare non c’è o non si legge ({ $path })
gate-next-signers = Lo indica «allowed_signers», nella tabella [approval] di config.toml: una riga per chiave, «nome tipo chiave»
gate-signers-inside = { $void }: l’elenco di chi può approvare sta dentro la cartella ({ $path }), e chi scrive lì potrebbe aggiungersi da sé
gate-next-signers-inside = Portalo fuori dalla cartella e correggi «allowed_signers» in config.toml
gate-settings = { $void }: le impostazioni che dicono chi può approvare hanno un errore ({ $place })
gate-settings-unread = { $void }: le impostazioni che dicono chi può approvare non si leggono
gate-no-list = { $void }: le impostazioni chiedono una firma e non indicano nessun elenco di chi può approvare
failure-key-missing = La chiave { $key } non c’è o non si legge: non è stato approvato nulla
next-key-missing = La chiave non c’è: correggi «key», nella tabella [approval] di config.toml
failure-key-expired = La chiave { $key } è scaduta, secondo l’elenco di chi può approvare: non è stato approvato nulla
next-key-expired = Chi tiene l’elenco può darle un «valid-before» più lontano in { $list }
next-touched-key = Qui conta solo una chiave da toccare: la crea «ssh-keygen -t ed25519-sk»; poi indicala come «key» in config.toml
cli-doctor-expired = { $name } (scaduta)
cli-doctor-not-yet = { $name } (non ancora valida)
cli-doctor-not-for = { $name } (non per le approvazioni)
cli-doctor-no-signer = Non è un nome con una chiave, quindi non conta: { $places }
failure-no-keygen = Per firmare serve ssh-keygen, e qui non c’è: non è stato approvato nulla
failure-key-locked = La chiave { $key } è chiusa da una passphrase: non è stato approvato nulla
next-ssh-add = Aprila con «ssh-add { $key }», poi approva di nuovo
failure-key-silent = La chiave { $key } non ha firmato entro { $seconds } s: non è stato approvato nulla
next-touch = Se la chiave va toccata, toccala appena lampeggia; poi approva di nuovo
failure-key-refused = La chiave { $key } non ha firmato ({ $reason }): non è stato approvato nulla
next-signing-key = La chiave la indica «key», nella tabella [approval] di config.toml
failure-no-key = La cartella chiede una firma SSH e le impostazioni non dicono con quale chiave: non è stato approvato nulla
failure-key-not-touched = La cartella chiede una chiave da toccare, e { $key } non lo è: non è stato approvato nulla
failure-not-a-signer = La chiave { $key } non è di chi può approvare qui: non è stato approvato nulla
next-add-signer = Chi tiene l’elenco può aggiungerla in { $list }: una riga, «nome tipo chiave»
failure-unsigned = Non è stato approvato nulla
failure-key-inside = La chiave { $key } sta dentro la cartella, e git la porterebbe in giro: non è stato approvato nulla
next-key-outside = Portala fuori dalla cartella e correggi «key» in config.toml
notice-touch-key = Tocca la chiave per firmare
cli-doctor-approvals = Approvazioni
cli-doctor-ledger = vale il registro di questa macchina, senza firme
cli-doctor-signed = serve una firma SSH
cli-doctor-touched = serve la firma SSH di una chiave da toccare
cli-doctor-no-approval = Qui nessuna approvazione vale
cli-doctor-signers = Chi può approvare
cli-doctor-key = Chiave che firma
cli-doctor-touched-key = { $key } (da toccare)
cli-doctor-ledger-file = Registro delle approvazioni
cli-doctor-ledger-sound = { $count ->
    [one] una riga, com’è stata scritta
   *[other] { $count } righe, tutte come sono state scritte
} ({ $path })
cli-doctor-ledger-line = La riga { $place } è stata cambiata dopo; { $count ->
    [0] nessuna riga prima di questa regge
    [one] quella prima regge
   *[other] le { $count } righe prima reggono
}. Per ora non vale nessuna approvazione data su questa macchina
cli-doctor-ledger-end = { $place } è l’ultima riga che c’è, e non quella che dice «head» lì accanto; { $count ->
    [one] l’unica riga che c’è regge
   *[other] le { $count } righe che ci sono reggono
}. Per ora non vale nessuna approvazione data su questa macchina
cli-doctor-ledger-key = { $path } non c’è o non si legge: senza questa chiave nessuna riga del registro si può verificare. Per ora non vale nessuna approvazione data su questa macchina
cli-next-set-aside = Se hai il registro com’era, rimettilo al suo posto. Altrimenti «palinsesto doctor --set-ledger-aside» lo mette da parte e ne comincia uno nuovo: le approvazioni si ridanno
cli-arg-set-aside = Mette da parte un registro delle approvazioni cambiato dopo, e ne comincia uno nuovo; lo chiede al terminale
cli-ledger-is-sound = Il registro delle approvazioni è come è stato scritto: non c’è niente da mettere da parte
cli-set-aside-means = Se lo confermi, resta da parte così com’è e ne comincia uno nuovo. Quello che è stato approvato su questa macchina va approvato di nuovo; quello che è stato ritirato resta ritirato.
cli-type-folder = Per andare avanti scrivi l’id di questa cartella, { $id }:
cli-at-a-terminal = Questo lo scrive una persona, al terminale
cli-not-set-aside = Non è l’id di questa cartella: non è stato messo da parte nulla
cli-set-aside-done = Messo da parte in { $path }. Ritiri nel registro nuovo: { $revoked }; da approvare di nuovo: { $again }
