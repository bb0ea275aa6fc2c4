plain-because = Righe al posto dei riquadri, perché lo chiede { $switch }. Premi { $key } per l’elenco dei tasti.
