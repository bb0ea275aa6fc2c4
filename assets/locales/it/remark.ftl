# Che cosa dice una fonte del proprio lavoro: che cosa le mancava, che cosa ha lasciato fuori.

remark-without = senza { $what }
remark-ignored = non tiene conto di: { $what }
remark-facts = fatti
remark-tone = tono
remark-past = esempi tra i post già usciti
remark-audience = pubblico
remark-instruction = richiesta
remark-language = lingua
remark-left-out =
    { $many ->
        [one] 1 frase lasciata fuori
       *[other] { $many } frasi lasciate fuori
    }
remark-lacks-title = Che cosa gli è mancato
remark-lacks-ahead = Che cosa gli manca
remark-left-out-title = Che cosa ha lasciato fuori
remark-lack-facts = Fatti: nessuno di quelli che valgono oggi c’entra con questo post. Aggiungine in facts/
remark-lack-tone = Tono: non ne è stato scelto nessuno, e le frasi sono le più neutre
remark-lack-tone-sentences = Tono: per quello scelto non ha frasi sue, solo per caldo, ironico e asciutto
remark-lack-past = Post già usciti: in questa lingua non ne conosce, e non ha una voce da cui prendere
remark-lack-audience = Pubblico: scrive per tutti, anche se ne hai scelto uno
remark-lack-instruction = Richiesta: non l’ha capita. Capisce «più corto», «senza domande» e «senza hashtag»
remark-lack-language = Lingua: ha frasi solo in italiano e in inglese, e ha usato l’inglese
remark-quoted = «{ $words }»: { $why }
remark-because-no-room = sulla rete non c’era posto
remark-because-turned-down = l’avevi già scartata
remark-because-standing = nel post c’è già
remark-because-question = non volevi domande
remark-because-shorter = volevi un testo più corto
remark-because-invites = invita, e altre frasi sapevano di vendita
remark-because-dated = dice una cifra, un giorno o un indirizzo che forse non vale più
