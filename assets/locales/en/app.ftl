plain-because = Lines instead of boxes, because { $switch } asks for them. Press { $key } for the list of keys.
