# Quanta IA c’è in un post, e chi vuole che si dica.

disclosure-eu = AI Act dell’UE
