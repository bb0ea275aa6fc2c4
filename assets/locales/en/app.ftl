plain-because = Lines instead of boxes, because { $switch } asks for them. Press { $key } for the list of keys.
plain-dumb = Lines instead of boxes, because { $switch }: this terminal says it cannot place a cursor. PALINSESTO_PLAIN=0 opens the screen all the same. Press { $key } for the list of keys.
