# The help, the palette, and the tour of the first start.

help-title = Keys that work here
help-placeholder = a key or a word
help-nothing = Nothing here is called “{ $typed }”
help-palette-title = Commands
help-palette-placeholder = what would you like to do?
help-tour-title = Welcome
help-tour-foot = { $begin } begin · { $help } every key
help-tour-says = Your week is on screen. Three keys are enough to begin.
help-tour-drafts = drafts to pick from, by sentence
help-tour-edit = write in your own hand
help-tour-move = carry a post to another moment
