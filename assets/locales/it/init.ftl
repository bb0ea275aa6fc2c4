# palinsesto init

init-ask-brand = Come si chiama il brand?
init-ask-zone = In che fuso orario pubblica?
init-ask-languages = In che lingue scrive? La prima è quella dei post nuovi.
init-ask-networks = Su quali reti? Una o più di queste: { $networks }
init-ask-account = Come si chiama il profilo su { $network }? Si può lasciare vuoto.
init-ask-git = Tenere la storia con git? (s/n)
init-ask-not-empty = In { $path } c’è già qualcosa. Aggiungere lì i file del calendario? (s/n)
init-yes = s
init-no = n
init-bad-zone = «{ $found }» non è un fuso orario: serve un nome come Europe/Rome.
init-bad-languages = Servono sigle come «it» o «en», separate da spazi.
init-bad-network = «{ $found }» non è tra le reti che Palinsesto conosce.
init-maybe = Forse { $meant }?
init-bad-yes-no = Rispondi s o n.
init-made = La cartella di { $brand } è pronta in { $path }
init-next = Per aprirla: palinsesto -C { $path }
init-gitignore = C’era già un .gitignore: aggiungici la riga { $line }
init-no-git = Git non è installato: la cartella funziona, senza storia.
init-git-failed = Git non è riuscito a preparare la storia ({ $reason }): la cartella funziona anche così.
init-is-one = { $path } è già una cartella di Palinsesto: non è stato scritto niente.
init-is-one-next = Per aprirla: palinsesto -C { $path }
init-file-there = In { $path } c’è già { $file }: non è stato scritto niente.
init-file-there-next = Spostalo, oppure scegli un’altra cartella.
init-not-empty = { $path } non è vuota: non è stato scritto niente.
init-not-empty-next = Scegli un’altra cartella, oppure rilancia senza --yes per confermare.
init-stopped = Interrotto: non è stato scritto niente.
