plain-because = Lines instead of boxes, because { $switch } asks for them. ? lists the keys.
