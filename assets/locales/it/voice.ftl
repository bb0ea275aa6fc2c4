# Come scrive il brand: che cosa mostrano i post usciti, e che cosa se ne allontana.

voice-forbidden = «{ $word }» è una parola che non usi mai
voice-next-forbidden = Dillo in un altro modo, o toglila da «forbidden» in voice.toml
voice-rule = Contro una tua regola: «{ $rule }»
voice-next-rule = Scrivilo in un altro modo, o cambia la regola in voice.toml
voice-strays = { $habit }: di solito { $usual } nei tuoi post, qui { $here }
voice-next-strays = Misurato su { $posts } post usciti; se lo vuoi così, lascialo
voice-other-address = Dà del { $here }; i tuoi post danno del { $usual }
voice-next-address = Passa al { $usual }, o lascia così se questo lettore è un altro
voice-habit-sentence-words = Parole per frase
voice-habit-emoji = Emoji per post
voice-habit-hashtags = Hashtag per post
voice-habit-exclamations = Punti esclamativi per post
voice-language = { $language } · { $posts ->
    [one] un post uscito
   *[other] { $posts } post usciti
}
voice-no-evidence = { $language }: ancora nessuna prova, { $posts ->
    [0] nessun post uscito
    [one] un post uscito
   *[other] { $posts } post usciti
}; ne servono { $needed }
voice-row = { $habit }: { $mean } (di solito non oltre { $high })
voice-questions = Finisce con una domanda: { $percent } %
voice-address = A chi legge dà del { $address } ({ $count } su { $all })
voice-openings = Comincia con: { $words }
voice-italian = italiano
voice-english = inglese
