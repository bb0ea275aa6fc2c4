# Avvisi, e motivi per cui una cosa non si può fare.

notice-moved = Spostato a { $when }
notice-undone = Annullato: { $what }
notice-redone = Rifatto: { $what }
notice-copied = { $count } caratteri copiati
notice-copied-for = Copiato il testo per { $channel }: { $count } caratteri
notice-changed-outside = Cambiato su disco mentre scrivevi: le due versioni sono conservate
notice-reloaded = La cartella è cambiata: la vedi com’è adesso
notice-stopped = Fermato; quello che era arrivato resta come frammento
notice-went-to = { $when }
why-no-post-here = Qui non c’è un post: n ne crea uno
why-broken-file = Questo file non si legge: e lo apre nel punto giusto
why-nothing-to-undo = Niente da annullare
why-nothing-to-redo = Niente da rifare
why-nothing-copied = Non hai ancora copiato nulla: y copia un post
why-nothing-to-fix = Qui non c’è niente che un tasto possa sistemare
why-nothing-selected = Non c’è nulla di selezionato
why-already-published = È già pubblicato
why-no-suggestions = Ancora nessun suggerimento: a ne chiede
why-still-writing = Sta ancora scrivendo: Esc lo ferma
why-already-decided = Già deciso: u torna indietro
why-no-text = Il testo non c’è ancora
why-no-channels = Non ha canali: i per sceglierli
why-idea-has-no-time = Un’idea non ha un orario: m gliene dà uno
why-in-the-past = Quell’ora è già passata
why-not-yet-read = Lo sto ancora leggendo
why-not-here = Qui no
