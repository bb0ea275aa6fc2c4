# The plan as a whole: posts beside each other, what a week lacks, holidays.

plan-neighbour = “{ $title }” ({ $when })
plan-two-neighbours = { $one } and { $other }
plan-same-hour = On { $channels }, { $post } goes out within the hour too
plan-same-hour-next = { $key } moves it to another slot
plan-same-hour-next-cli = “palinsesto move” gives one of the two another slot
plan-same-text = It says the same as { $post }
plan-nearly-same = Nearly the same as { $post }: { $percent }% in common
plan-nearly-same-next = Rewrite one of the two, or drop it
plan-same-hashtags = The same { $count } hashtags as { $post }, the post beside it on { $channel }
plan-same-hashtags-next = Choose others for one of the two
plan-promotions = { $count } promotions in a row on { $channel }, with { $posts }
plan-promotions-next = Put a post that sells nothing between them
plan-on-holiday = Goes out on a holiday, { $day }: { $holiday }
plan-on-holiday-next = Fine where it is meant; else { $key } moves it
plan-on-holiday-next-cli = Fine where it is meant; else “palinsesto move” gives it another day
plan-holiday-instead = { $holiday } (in lieu)
plan-holiday-here = Holiday: { $holiday }
plan-silence = { $day }: no post on { $channel } for { $days } days
plan-silence-next = Its usual slot of that day is free
plan-unfilled = { $channel }: no post on { $days }
plan-unfilled-next = There usually is one (slots, in palinsesto.toml)
plan-to-fill = to fill: { $slots }
plan-share = { $pillar }: { $here }% of the posts, { $wanted }% wanted
plan-share-next = Counted: { $posts } posts in { $weeks } weeks
plan-no-holidays = No holidays are known for “{ $country }”
plan-no-holidays-next = Known are: { $known }
plan-count = plan: { $count }
plan-warned = { $count ->
    [one] 1 post with warnings
   *[other] { $count } posts with warnings
}
