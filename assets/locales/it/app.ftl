plain-because = Righe al posto dei riquadri, perché lo chiede { $switch }. Premi { $key } per l’elenco dei tasti.
plain-dumb = Righe al posto dei riquadri, perché { $switch }: questo terminale dice di non saper spostare il cursore. Con PALINSESTO_PLAIN=0 lo schermo si apre lo stesso. Premi { $key } per l’elenco dei tasti.
