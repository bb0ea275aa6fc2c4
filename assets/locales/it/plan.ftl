# Il piano nel suo insieme: post vicini, che cosa manca a una settimana, le feste.

plan-neighbour = «{ $title }» ({ $when })
plan-two-neighbours = { $one } e { $other }
plan-same-hour = Su { $channels } esce anche { $post }, a meno di un’ora da questo
plan-same-hour-next = { $key } lo sposta in un’altra fascia
plan-same-hour-next-cli = «palinsesto move» dà a uno dei due un’altra fascia
plan-same-text = Dice le stesse cose di { $post }
plan-nearly-same = Quasi uguale a { $post }: { $percent }% in comune
plan-nearly-same-next = Riscrivi uno dei due, o toglilo
plan-same-hashtags = Gli stessi { $count } hashtag di { $post }, il post accanto su { $channel }
plan-same-hashtags-next = Scegline altri per uno dei due
plan-promotions = { $count } promozioni di fila su { $channel }, con { $posts }
plan-promotions-next = Metti in mezzo un post che non vende niente
plan-on-holiday = Esce in un giorno di festa, { $day }: { $holiday }
plan-on-holiday-next = Se è voluto va bene; se no { $key } lo sposta
plan-on-holiday-next-cli = Se è voluto va bene; se no «palinsesto move» gli dà un altro giorno
plan-holiday-instead = { $holiday } (recupero)
plan-holiday-here = Festa: { $holiday }
plan-silence = { $day }: nessun post su { $channel } da { $days } giorni
plan-silence-next = Quel giorno la sua fascia oraria è libera
plan-unfilled = { $channel }: nessun post per { $days }
plan-unfilled-next = Di solito ce n’è uno (slots, in palinsesto.toml)
plan-to-fill = da riempire: { $slots }
plan-share = { $pillar }: { $here }% dei post, obiettivo { $wanted }%
plan-share-next = Contati { $posts } post in { $weeks } settimane
plan-no-holidays = Non conosco le feste di «{ $country }»
plan-no-holidays-next = Conosco quelle di: { $known }
plan-count = piano: { $count }
plan-warned = { $count ->
    [one] 1 post con avvisi
   *[other] { $count } post con avvisi
}
