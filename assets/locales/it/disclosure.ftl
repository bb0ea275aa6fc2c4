# Quanta IA c’è in un post, e chi vuole che si dica.

disclosure-eu = l’AI Act dell’UE
