# Hashtag, menzioni e fatti proposti mentre si scrive: ciascuno con il suo perché.

hashtags-why-brand = nella lista del brand
hashtags-why-account = il vostro profilo
hashtags-why-share = in { $posts } post su { $of } di { $name }
hashtags-why-next-to = con { $tag } in { $posts } post
hashtags-why-word = dove si parla di «{ $word }», { $posts } post
hashtags-why-said = il testo dice «{ $word }»
hashtags-why-published = in { $posts ->
    [one] un post uscito
   *[other] { $posts } post usciti
}
hashtags-why-planned = in { $posts } post in programma
hashtags-why-proposed = proposto dal modello; in { $posts ->
    [one] un vostro post
   *[other] { $posts } dei vostri post
}
hashtags-why-proposed-new = proposto dal modello; in nessun vostro post
hashtags-why-fact = fatto del brand
hashtags-why-fact-until = fino a { $day }
hashtags-why-generic = va bene per chiunque, di voi non dice niente
hashtags-why-never = il brand non lo usa mai
hashtags-heading-offered = Adatti a questo testo:
hashtags-heading-brand = Nella lista del brand, senza legami con questo testo:
hashtags-heading-here = Nel testo:
hashtags-none = Niente nella lista del brand o nei suoi post ha a che fare con questo testo.
hashtags-cap = { $network }: { $count } nel testo, ne accetta { $cap }
hashtags-both = { $network }: { $count } nel testo, di solito non più di { $usual }, al massimo { $cap }
hashtags-usual = { $network }: { $count } nel testo, di solito non più di { $usual }
