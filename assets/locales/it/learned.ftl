# Le regole lette nelle decisioni: che cosa dicono, dove un testo va contro una di loro, e
# la pagina in cui si risponde.

learned-no-closing-question = Non chiudi mai con una domanda
learned-no-exclamation = Non lasci mai un punto esclamativo
learned-no-emoji = Non lasci mai un’emoji
learned-no-dash = Non lasci mai una lineetta lunga
learned-hashtags = Tagli gli hashtag oltre { $most }
learned-replace = Scrivi «{ $to }», mai «{ $from }»
learned-without = Non lasci mai la parola «{ $word }»
learned-shorter = La tua mano accorcia di circa il { $percent }%
learned-against = Contro una regola imparata da te: «{ $rule }»
learned-against-since = Contro una regola imparata { $day }: «{ $rule }»
learned-against-known = Contro una regola imparata { $day } da { $agreeing } decisioni su { $all }: «{ $rule }»
learned-next = Scrivilo in un altro modo, lascialo se lo vuoi così, o revoca la regola («palinsesto voice»)
learned-next-instead = Tu scriveresti «{ $instead }»; se lo vuoi così, lascialo
learned-heading = Regole imparate dalle tue decisioni
learned-none = Nessuna regola imparata
learned-proposals = Regole proposte
learned-no-proposals = { $decisions ->
    [0] Niente da proporre: ancora nessuna decisione
    [one] Niente da proporre: una sola decisione, nessuna abitudine
   *[other] Niente da proporre: { $decisions } decisioni, nessuna abitudine sicura
}
learned-size = { $agreeing } decisioni su { $all }
learned-days = da { $first } a { $last }
learned-on = { $day }
learned-since = da { $day }
learned-refused = rifiutata
learned-unknown = un tipo che questa versione non conosce: resta scritta, non viene cercata
learned-case-kept = tenuta com’era
learned-case-rejected = scartata
learned-case-because = scartata: { $reason }
cli-voice-accept = Accetta una regola proposta: entra in voice.toml
cli-voice-refuse = Rifiuta una regola proposta: non viene più proposta
cli-voice-revoke = Toglie da voice.toml una regola imparata
cli-arg-voice-number = Il suo numero, come lo mostra «palinsesto voice»
cli-value-number = NUMERO
cli-voice-no-such = Non c’è una regola numero { $number }
cli-voice-next = Con «palinsesto voice» le vedi con i loro numeri
cli-voice-written = Scritta in voice.toml: { $rule }
cli-voice-taken-out = Tolta da voice.toml: { $rule }
learned-title = Voce · che cosa insegnano le tue decisioni
learned-proposed = proposta
learned-in-force = in vigore
learned-told = I suggerimenti si chiedono con questa regola, e i testi si controllano con lei. Toglila qui, o togli la sua tabella da voice.toml, e non c’è più.
learned-refused-told = Hai detto che non è una regola: non viene più proposta. Se togli il rifiuto, può tornare.
learned-no-habits = Ancora nessuna abitudine da mostrare: nessun post uscito, ne servono { $needed } per lingua
learned-reading = Sto ancora leggendo i post usciti…
learned-waiting = { $rules ->
    [one] 1 regola proposta
   *[other] { $rules } regole proposte
}
learned-short = Regola: { $rule }
learned-resembles = Come una scartata { $day }
learned-resembles-because = Come una scartata ({ $reason }) { $day }
why-not-proposed = Si risponde solo a una regola proposta
why-not-learned = Si toglie solo una regola che è in voice.toml
