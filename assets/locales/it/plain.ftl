# Il palinsesto detto a righe, per chi ascolta invece di guardare.

plain-keys = Tasti: { $keys }.
plain-none = niente
plain-others = anche: { $choices }
plain-chosen = { $choice }, scelto
plain-not-chosen = { $choice }, non scelto
plain-human = tu: { $text }
plain-machine = IA: { $text }
plain-rule = regola { $number } di { $total }
plain-sentence = frase { $number } di { $total }
plain-pick = { $number } prende invece: { $text }
plain-accepted = presa
plain-rewritten = riscritta
plain-rejected = scartata
plain-rewriting = Riscrivi la frase
plain-insert = si inserisce prima di «{ $text }»
plain-editor = Testo: { $tab }
plain-empty = vuoto
plain-typed = { $label }: { $text }
plain-cursor-start = cursore all’inizio
plain-cursor-end = cursore alla fine
plain-cursor-line = cursore alla riga { $line } di { $lines }
plain-deleted = cancellato: { $text }
plain-inserted = inserito: { $text }
plain-selected = selezionato: { $text }
plain-selection-off = selezione tolta
plain-space = spazio
plain-line-end = fine riga
plain-text-end = fine del testo
plain-blank-line = riga vuota
plain-in-hand = Sposto: { $title }
plain-range = Più uscite
plain-here = qui: { $text }
plain-choices = { $count ->
    [one] una scelta
   *[other] { $count } scelte; scrivi per trovarne una
}
plain-row = riga { $number } di { $total }
