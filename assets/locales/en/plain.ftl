# The calendar said in lines, for those who listen rather than look.

plain-keys = Keys: { $keys }.
plain-none = nothing
plain-others = also: { $choices }
plain-chosen = { $choice }, chosen
plain-not-chosen = { $choice }, not chosen
plain-human = you: { $text }
plain-machine = AI: { $text }
plain-rule = rule { $number } of { $total }
plain-sentence = sentence { $number } of { $total }
plain-pick = { $number } takes instead: { $text }
plain-accepted = taken
plain-rewritten = rewritten
plain-rejected = rejected
plain-rewriting = Rewrite the sentence
plain-insert = goes in before “{ $text }”
plain-editor = Text: { $tab }
plain-empty = empty
plain-typed = { $label }: { $text }
plain-cursor-start = cursor at the beginning
plain-cursor-end = cursor at the end
plain-cursor-line = cursor on line { $line } of { $lines }
plain-deleted = deleted: { $text }
plain-inserted = inserted: { $text }
plain-selected = selected: { $text }
plain-selection-off = nothing selected
plain-space = space
plain-line-end = end of line
plain-text-end = end of the text
plain-blank-line = blank line
plain-in-hand = Moving: { $title }
plain-range = Several posts
plain-here = here: { $text }
plain-choices = { $count ->
    [one] one choice
   *[other] { $count } choices; type to find one
}
plain-row = row { $number } of { $total }
