# Avvisi, e motivi per cui una cosa non si può fare.

notice-moved = Spostato a { $when }
notice-done-many = { $what }: { $count } post
judged-accepted = { $thing ->
    [whole] suggerimento accettato
    [headline] titolo accettato
    [comment] primo commento accettato
    [hashtags] hashtag accettati
    [sentences] { $count } frasi accettate
   *[sentence] frase accettata
}
judged-rewritten = { $thing ->
    [whole] suggerimento riscritto
    [headline] titolo riscritto
    [comment] primo commento riscritto
    [hashtags] hashtag riscritti
    [sentences] { $count } frasi riscritte
   *[sentence] frase riscritta
}
judged-rejected = { $thing ->
    [whole] suggerimento scartato
    [headline] titolo scartato
    [comment] primo commento scartato
    [hashtags] hashtag scartati
    [sentences] { $count } frasi scartate
   *[sentence] frase scartata
}
notice-undone = Annullato: { $what }
notice-redone = Rifatto: { $what }
notice-about = { $said } · «{ $post }»
notice-which-idea = Scegli l’idea: { $key } la mette qui, { $cancel } lascia stare
notice-post-copied = Post copiato: premi { $key } dove vuoi duplicarlo
notice-copied = { $count } caratteri copiati
notice-copied-without = { $count } caratteri copiati, senza il link { $link }
notice-link-not-in = Il link { $link } non è nel testo
notice-changed-outside = Cambiato su disco mentre scrivevi: le due versioni sono conservate
notice-empty-not-kept = Il post nuovo era vuoto: non è rimasto
notice-with-the-ideas = Niente di preso: le bozze aspettano tra le idee, { $key } ne porta qui una
notice-broken-meanwhile = File illeggibile, il testo è al sicuro: { $mend } apre il file, { $leave } esce
notice-merged = Il testo è cambiato anche su disco: ora ha le tue parole e quelle nuove
notice-stopped = Fermato; quello che era arrivato resta come frammento
notice-left-unsaved = Il testo non è ancora nel file, ma è al sicuro: te lo ripropongo quando torni a scriverlo
notice-left-unkept = Il testo non è salvato e non ce n’è copia: lo ritrovi solo finché il programma resta aperto
notice-not-kept = Quello che scrivi non è al sicuro finché non lo salvi. { $why }
notice-open-elsewhere = Un’altra finestra ha aperto questa cartella: ciascuna vede quello che l’altra salva
notice-gone-out = È già uscito: quello che cambi qui non cambia sulla rete
notice-not-a-fact = Non ne faccio un fatto: { $said }. Correggi il testo
notice-not-a-fact-at = Non ne faccio un fatto: { $said } ({ $place }). Correggi il testo, o quel fatto
notice-went-to = { $when }
why-no-post-here = Qui non c’è un post: premi { $key } per crearne uno
why-no-ideas = Nessuna idea da portare qui: premi { $key } per scrivere un post
why-broken-file = Questo file va sistemato: premi { $key } per aprirlo nel punto giusto
why-not-a-post = Questi file non sono post: non vengono letti né toccati
why-nothing-to-undo = Niente da annullare
why-nothing-to-redo = Niente da rifare
why-nothing-copied = Non hai ancora copiato nulla: premi { $key } su un post
why-nothing-to-fix = Qui non c’è niente che un tasto possa sistemare
why-nothing-needs-you = Niente aspetta te, nelle settimane lette fin qui
why-nothing-else-needs-you = Solo questo aspetta te, nelle settimane lette fin qui
notice-unsigned = Deciso, ma senza firma: imposta user.name e user.email in git, o «by» nelle impostazioni
why-nothing-to-copy = Niente di selezionato da copiare; { $key } salva ed esce
why-nothing-typed = Qui non hai ancora cambiato nulla
why-nothing-selected = Non c’è nulla di selezionato
why-headline-there = Un titolo c’è già: premi { $key } e cambialo tra i campi
why-one-message = Il messaggio è uno solo: con { $key } ne cominci un altro
why-no-open-claim = In questo testo non ci sono affermazioni da verificare
why-already-published = È già pubblicato
why-no-suggestions = Ancora nessun suggerimento: premi { $key } per chiederne
why-which-suggestion = Premi il numero del suggerimento da cui prendere la frase
why-still-writing = Sta ancora scrivendo: premi { $key } per fermarlo
why-already-decided = Già deciso: premi { $key } per tornare indietro
why-suggestion-gone = Quel suggerimento non c’è più: quello che stavi scrivendo aspetta che torni
why-half-a-sentence = Questa frase è rimasta a metà: premi { $key } e finiscila tu
why-blank-to-fill = C’è uno spazio da riempire: premi { $key } e scrivi quello che sai solo tu
why-only-a-fragment = È un frammento: prendi le frasi intere una per una con { $key }
why-reply-stays-apart = È una risposta a qualcuno e nel post non entra: premi { $key } per copiarla
why-no-counterpart = Lì nessuna frase corrisponde a questa
why-one-clause = Qui non c’è niente da dividere: né virgole, né due punti, né trattini
why-no-text = Il testo non c’è ancora
why-no-topic = Scrivi prima di che cosa deve parlare
why-too-many-suggestions = Sono più di quanti se ne possano confrontare: al massimo otto. Premi { $key } su una voce per toglierla
why-no-picture = Il post non ha immagini: premi { $key } per aggiungerne una
why-no-channels = Non ha canali: premi { $key } per sceglierli
why-idea-has-no-time = Un’idea non ha un orario: premi { $key } per dargliene uno
why-in-the-past = Quell’ora è già passata
why-not-yet-read = Lo sto ancora leggendo
why-new-post-away = Il post di questa traduzione non è in vista: è in un’altra settimana o nel cestino. Chiedine una nuova
why-not-here = Qui no
