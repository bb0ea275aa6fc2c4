# palinsesto demo

demo-made = Ecco una settimana alla Bottega Aurora, una tessitura che non esiste: { $path }
demo-again = La demo è già in { $path }: si apre come l’hai lasciata.
demo-old = Le sue settimane ormai sono passate. Per averne una intorno a oggi, dai il nome di un’altra cartella: palinsesto demo ALTRA
demo-next = Cambia quello che vuoi: «git diff» mostra che cosa hai fatto. Per tornarci: palinsesto -C { $path }
demo-no-git = Git non è installato: la demo è completa, ma senza storia.
demo-git-failed = Git non è riuscito a scrivere la storia ({ $reason }): la demo è completa anche così.
demo-taken = In { $path } c’è altro: non è stato scritto niente.
demo-taken-next = Dai il nome di una cartella che non esiste ancora: palinsesto demo CARTELLA
