# Quanta IA c’è in un post, e chi vuole che si dica.

disclosure-eu = AI Act dell’UE
disclosure-ai-none = nessuna IA
disclosure-ai-assisted = con l’aiuto dell’IA
disclosure-ai-generated = scritto dall’IA
disclosure-at-least = almeno { $ai }
disclosure-yes = sì
disclosure-no = no
disclosure-heading = Quanta IA c’è nel post
disclosure-on = { $what }: { $said }
disclosure-medium = media
disclosure-asked = chiesto
disclosure-mark = segno
disclosure-told-none = Nessuna frase viene da un’IA, per quanto dicono i suggerimenti presi.
disclosure-told-assisted = Frasi dell’IA stanno accanto a frasi scritte a mano, o una mano le ha cambiate.
disclosure-told-generated = Ogni frase è come l’ha scritta l’IA. Hashtag, menzioni, link ed emoji aggiunti a mano non contano.
disclosure-count-machine = Frasi dell’IA, parola per parola: { $count } su { $all }
disclosure-count-edited = Frasi dell’IA, cambiate da una mano: { $count } su { $all }
disclosure-count-composed = Frasi del compositore interno, che non è un’IA: { $count } su { $all }
disclosure-count-human = Frasi scritte a mano: { $count } su { $all }
disclosure-count-unsure = Frasi di cui non si può più dire: il suggerimento non c’è: { $count } su { $all }
disclosure-declared = Dichiarato nel file: ai = "{ $said }"
disclosure-understated = Il file dichiara ai = "{ $said }", meno di quello che risulta: vale quello che risulta.
disclosure-realistic = sembra vero
disclosure-not-realistic = non sembra vero
disclosure-realistic-unsaid = non si sa se sembra vero
disclosure-term = Termine IPTC per la fonte: { $term } ({ $page })
disclosure-no-term = Da dove viene non è scritto: nessun termine IPTC.
disclosure-alt = Testo alternativo: { $alt }
disclosure-asks-label = va segnalato: { $by }
disclosure-asks-label-if = va segnalato, se sembra vero: { $by }
disclosure-asks-mark = può ricevere un’etichetta automatica: { $by }
disclosure-asks-review = va rivisto da una persona, o dichiarato: { $by }
disclosure-nothing-asked = nessuno chiede di dirlo, per quanto si sa ({ $read })
disclosure-source = Fonte: { $source } (letta: { $read })
disclosure-uncertain = Non è stato trovato alla fonte: prendilo come una voce.
disclosure-no-advice = Non è un parere legale.
disclosure-rule-eu-media = Art. 50, par. 4: chi pubblica immagini, audio o video fatti o alterati con l’IA che passerebbero per veri (persone, luoghi, fatti) lo dice.
disclosure-rule-eu-text = Art. 50, par. 4: un testo dell’IA che informa su questioni di interesse pubblico si dichiara, a meno che una persona lo abbia rivisto e qualcuno ne risponda. La promozione di un prodotto di solito ne resta fuori.
disclosure-rule-tiktok = TikTok chiede di segnalare immagini, audio e video realistici fatti o molto modificati con l’IA. Le didascalie non c’entrano.
disclosure-rule-youtube = YouTube chiede di dichiarare i video realistici alterati o sintetici: persone, fatti o luoghi veri cambiati, scene realistiche mai avvenute. Testi e idee dell’IA non c’entrano.
disclosure-rule-meta = Meta chiede di segnalare i video fotorealistici e l’audio realistico fatti o alterati in digitale. Le didascalie non c’entrano.
disclosure-rule-meta-mark = Meta legge i segnali che gli strumenti di IA lasciano nei file e può aggiungere «Info IA» da sé.
disclosure-rule-pinterest-mark = Pinterest legge i metadati IPTC delle immagini e può scrivere che sono fatte o modificate con l’IA.
disclosure-rule-linkedin-mark = LinkedIn mostra le Content Credentials (C2PA) che trova nei file.
