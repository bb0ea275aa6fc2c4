# L’aiuto, i comandi, e il giro del primo avvio.

help-title = I tasti che funzionano qui
help-placeholder = un tasto o una parola
help-nothing = Qui niente si chiama «{ $typed }»
help-palette-title = Comandi
help-palette-placeholder = che cosa vuoi fare?
help-tour-title = Ti diamo il benvenuto
help-tour-foot = { $begin } comincia · { $help } tutti i tasti
help-tour-says = La tua settimana è qui. Per cominciare bastano tre tasti.
help-tour-drafts = bozze da scegliere frase per frase
help-tour-edit = scrivi di tuo pugno
help-tour-move = porta un post in un altro momento
