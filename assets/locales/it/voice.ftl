# Come scrive il brand: che cosa mostrano i post usciti, e che cosa se ne allontana.

voice-forbidden = «{ $word }» è una parola che non usi mai
voice-next-forbidden = Dillo in un altro modo, o toglila da «forbidden» in voice.toml
voice-rule = Contro una tua regola: «{ $rule }»
voice-next-rule = Scrivilo in un altro modo, o cambia la regola in voice.toml
voice-strays = { $habit }: di solito { $usual } nei tuoi post, qui { $here }
voice-next-strays = Misurato su { $posts } post usciti; se lo vuoi così, lascialo
voice-other-address = Dà del { $here }; i tuoi post danno del { $usual }
voice-next-address = Passa al { $usual }, o lascia così se questo lettore è un altro
voice-opens = Comincia con { $opening }: lo fanno { $count } post su { $posts }
voice-opens-otherwise = { $count } post su { $posts } cominciano con «{ $word }», questo no
voice-next-opens = Comincia come di solito; se lo vuoi così, lascialo
voice-closes-asking = Finisce con una domanda: lo fanno { $count } post su { $posts }
voice-closes-without-asking = Finisce senza domanda: { $count } post su { $posts } ne hanno una
voice-next-closes = Finisci come di solito; se lo vuoi così, lascialo
voice-opening-words = parole
voice-opening-question = una domanda
voice-opening-emoji = un’emoji
voice-opening-figure = una cifra
voice-opening-tag = un hashtag o una menzione
voice-opening-kinds = Apre con: { $shares }
voice-share = { $what } { $percent }%
voice-habit-sentence-words = Parole per frase
voice-habit-emoji = Emoji per post
voice-habit-hashtags = Hashtag per post
voice-habit-exclamations = Punti esclamativi per post
voice-language = { $language } · { $posts ->
    [one] un post uscito
   *[other] { $posts } post usciti
}
voice-no-evidence = { $language }: ancora troppo poco per dirlo, { $posts ->
    [0] nessun post uscito
    [one] un post uscito
   *[other] { $posts } post usciti
}; ne servono { $needed }
voice-row = { $habit }: { $mean } (di solito non oltre { $high })
voice-questions = Finisce con una domanda: { $percent }%
voice-address = A chi legge dà del { $address } ({ $count } su { $all })
voice-openings = Prima parola: { $words }
voice-italian = italiano
voice-english = inglese
