# Da dove vengono le parole di un post.

origin-title = Provenienza · { $title }
origin-share-kept = macchina { $share }%
origin-share-rewritten = riscritto { $share }%
origin-share-own = a mano { $share }%
origin-share-unsure = incerto { $share }%
origin-none = Nessun suggerimento ha avuto parte in questo post
origin-reading = Leggo i suggerimenti…
origin-empty = Ancora nessun testo. Quello che scrivi qui, o prendi da un suggerimento, ha la sua provenienza dalla prima parola.
origin-machine = macchina
origin-edited = riscritta
origin-human = a mano
origin-unsure = incerta
origin-machine-told = Così l’ha scritta la macchina.
origin-edited-told = Che cosa ha cambiato una mano:
origin-human-told = Scritta a mano: nessun suggerimento preso ha queste parole.
origin-unsure-told = Il suggerimento non è più nella cartella: se questa frase viene da lì non si può più dire.
origin-by = { $source }, { $when }
origin-brief = chiesto: { $brief }
origin-gone-accepted = un suggerimento preso da { $who }, { $when }
origin-gone-rewritten = un suggerimento riscritto da { $who }, { $when }
origin-accepted = presa da { $who }, { $when }
origin-rewritten = riscritta da { $who }, { $when }
