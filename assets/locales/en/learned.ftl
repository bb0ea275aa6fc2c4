# Rules read from decisions: what they say, where a text goes against one, and the room
# where they are answered.

learned-no-closing-question = You never close with a question
learned-no-exclamation = You never keep an exclamation mark
learned-no-emoji = You never keep an emoji
learned-no-dash = You never keep a long dash
learned-hashtags = You cut hashtags beyond { $most }
learned-replace = You write “{ $to }”, never “{ $from }”
learned-without = You never keep the word “{ $word }”
learned-shorter = Your hand shortens by about { $percent }%
learned-against = Against a rule learned from you: “{ $rule }”
learned-against-since = Against a rule learned on { $day }: “{ $rule }”
learned-against-known = Against a rule learned on { $day } from { $agreeing } of { $all } decisions: “{ $rule }”
learned-next = Write it otherwise, leave it if you mean it, or revoke the rule (“palinsesto voice”)
learned-next-instead = You would write “{ $instead }”; leave it if you mean it
learned-heading = Rules learned from your decisions
learned-none = No learned rules
learned-proposals = Proposed rules
learned-no-proposals = { $decisions ->
    [0] Nothing to propose: no decisions yet
    [one] Nothing to propose: one decision, and no habit in it yet
   *[other] Nothing to propose: { $decisions } decisions, and no habit beyond doubt
}
learned-size = { $agreeing } of { $all } decisions
learned-days = from { $first } to { $last }
learned-on = on { $day }
learned-since = since { $day }
learned-refused = refused
learned-unknown = a kind this version does not know: kept, not looked for
learned-case-kept = kept as it was
learned-case-rejected = rejected
learned-case-because = rejected: { $reason }
cli-voice-accept = Accept a proposed rule: it goes into voice.toml
cli-voice-refuse = Refuse a proposed rule: it is not proposed again
cli-voice-revoke = Take a learned rule out of voice.toml
cli-arg-voice-number = Its number, as “palinsesto voice” shows it
cli-value-number = NUMBER
cli-voice-no-such = There is no rule number { $number }
cli-voice-next = Run “palinsesto voice” to see them with their numbers
cli-voice-written = Written into voice.toml: { $rule }
cli-voice-taken-out = Taken out of voice.toml: { $rule }
learned-title = Voice · what your decisions teach
learned-proposed = proposed
learned-in-force = in force
learned-told = Suggestions are asked for with this rule, and texts are looked at for it. Take it out here, or its table out of voice.toml, and it is gone.
learned-refused-told = You have said that it is no rule: it is not proposed again. Take the refusal out, and it may be.
learned-no-habits = No habits to show yet: no published post, it takes { $needed } a language
learned-reading = Still reading the published posts…
learned-waiting = { $rules ->
    [one] 1 rule proposed
   *[other] { $rules } rules proposed
}
learned-short = Rule: { $rule }
learned-resembles = Like one rejected on { $day }
learned-resembles-because = Like one rejected on { $day } ({ $reason })
why-not-proposed = Only a proposed rule can be answered
why-not-learned = Only a rule that is in voice.toml can be taken out
