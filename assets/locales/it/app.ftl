plain-because = Righe al posto dei riquadri, perché lo chiede { $switch }. ? elenca i tasti.
