# A time being typed, and what it is taken to mean.

when-placeholder = tue 24 18:30 · in 3 days · next thursday 9am
when-no-hour = { $day }, hour to be set
when-past = already past
when-or = { $key }: or { $other }
when-twice = The clocks show this hour twice: { $key } chooses ({ $options })
when-skipped = The clocks skip this hour: { $before } and { $after } are the nearest
when-empty = Say a day, or a day and an hour
when-unknown = I do not understand this; try tue 24 18:30
when-no-such = There is no such day or hour
when-other-weekday = That day is { $day }
when-said-twice = A day or an hour is said twice
when-doubt-next = the nearest, or the one of next week
when-doubt-today = today, or in a week
when-doubt-year = this year or another
when-doubt-march = “mar” is Tuesday in Italian and March in English
when-doubt-order = day or month first
when-doubt-hour = the hour or the day of the month
when-doubt-half = morning or evening
when-doubt-gone-by = the one just gone by or the one to come
