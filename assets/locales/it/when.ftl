# Un momento scritto a parole, e come viene inteso.

when-placeholder = mar 24 18:30 · fra 3 giorni · giovedì alle 9
when-no-hour = { $day }, orario da decidere
when-past = già passato
when-or = { $key }: oppure { $other }
when-twice = Quell’ora c’è due volte: { $key } sceglie ({ $options })
when-skipped = Quell’ora non c’è, le lancette la saltano: le più vicine sono { $before } e { $after }
when-empty = Scrivi un giorno, o un giorno e un’ora
when-unknown = Così non lo capisco; prova mar 24 18:30
when-no-such = Un giorno o un’ora così non esistono
when-other-weekday = Quel giorno è { $day }
when-said-twice = Il giorno o l’ora sono detti due volte
when-doubt-next = il più vicino, o quello della settimana dopo
when-doubt-today = oggi, o fra una settimana
when-doubt-year = quest’anno o un altro
when-doubt-march = «mar» è martedì in italiano e marzo in inglese
when-doubt-order = prima il giorno o prima il mese
when-doubt-hour = l’ora o il giorno del mese
when-doubt-half = di sera o di mattina
when-doubt-gone-by = quello appena passato o quello che viene
