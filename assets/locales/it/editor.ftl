# L’editor: il testo del post, o quello di un solo canale; i testi rimasti in sospeso.

editor-empty = Scrivi qui. Quello che scrivi è al sicuro anche prima di salvare.
editor-empty-unkept = Scrivi qui.
editor-unkept = Non al sicuro finché non salvi. { $why }
editor-tab-common = comune
editor-tab-unsent = comune, non esce
editor-unsent = Il testo comune non esce: ogni canale ne ha uno suo
editor-saved = salvato
editor-unsaved = da salvare
editor-saving-leave = sto salvando… { $key } esce lo stesso
editor-saving = sto salvando…
editor-own = { $channel } ha un testo suo: se lo svuoti, torna a quello comune
editor-common = { $channel } usa il testo comune: se scrivi qui, ne avrà uno suo
editor-gone-out = Già uscito su { $channels }: quello che cambi qui là non cambia
editor-right-to-left = Le lettere che si leggono da destra stanno qui nell’ordine in cui sono salvate: a girarle è la rete
editor-dropping = { $key } di nuovo butta via, un altro tasto tiene
editor-other-language = Testo in { $seems }, post in { $said }: { $key } lo cambia
editor-language = Un post in { $language }: { $key } cambia lingua
editor-fold = da qui si legge solo con «altro»
editor-find = Trova:
editor-claim-note = Perché «{ $quote }» è giusto:
editor-claim-note-in = { $part }, «{ $quote }»:
editor-found = { $number } di { $total }
editor-not-found = non c’è
editor-clash-title = Intanto è cambiato anche su disco
editor-clash-mine = tieni il mio
editor-clash-theirs = prendi quello su disco
editor-clash-both = tutti e due, il mio sopra
editor-rescue-title = { $count ->
    [one] Un testo rimasto da salvare
   *[other] { $count } testi rimasti da salvare
}
editor-rescue-empty = Nessun testo in sospeso
editor-rescue-same = È uguale a quello su disco
editor-rescue-compare = Rispetto al disco: [-via-] {"{"}+in più+{"}"}
editor-rescue-keys = { $keep } tieni questo testo   { $discard } scartalo   { $later } più tardi
